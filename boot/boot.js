// Starts Noema, and stands in for it when it cannot start or has stopped: then it reads the stored
// studies by itself and offers each as a file, since nothing of a stopped WebAssembly instance may
// be called again. What Noema does once it runs is not known here.
//
// Invariants: the same bytes run in the tab and in the single file, which differ only in the parts
// that the page holds; a part is checked against its hash or lies inside the page; every text
// reaches the screen as a text node.
(() => {
  'use strict';

  const STOPPED = {
    heading: 'Noema had to stop',
    happened: 'A fault in the program stopped this page, so that nothing wrong could be stored.',
    safe: 'Every change that the screen had called saved is safe in this browser.',
    todo: 'Reload to go on. If it stops again, save your studies as files below first: Noema opens them here and on any other machine.',
  };
  const NOT_STARTED = {
    heading: 'Noema could not start',
    happened: 'The program did not load completely, or this browser is too old to run it.',
    safe: 'Studies that were stored in this browser are untouched.',
    todo: 'Reload to try again. If that does not help, open Noema in a current Chrome, Edge, Firefox or Safari.',
  };

  const host = document.getElementById('noema');
  let recovering = false;
  // Held as long as the page lives: a workbench that is let go is collected, and ends.
  let workbench = null;

  start().catch((error) => recover(NOT_STARTED, error));
  addEventListener('error', (event) => stopOnTrap(event.error));
  addEventListener('unhandledrejection', (event) => stopOnTrap(event.reason));

  async function start() {
    const module = compile('noema.wasm');
    const [compiled] = await Promise.all([module, scriptsHaveRun()]);
    await wasm_bindgen({ module_or_path: compiled });
    workbench = wasm_bindgen.mount(host, {
      readers,
      onPanic: (message) => recover(STOPPED, message),
    });
  }

  function scriptsHaveRun() {
    return new Promise((resolve) => {
      if (document.readyState === 'loading') {
        addEventListener('DOMContentLoaded', resolve, { once: true });
      } else {
        resolve();
      }
    });
  }

  // A trap of WebAssembly is a panic that nobody told us of; any other error is one of a script
  // that leaves the program whole.
  function stopOnTrap(error) {
    if (error instanceof WebAssembly.RuntimeError) {
      recover(STOPPED, error);
    }
  }

  // ---- Parts of the page -----------------------------------------------------------------------

  async function compile(name) {
    const answer = await part(name);
    // A server that does not know WebAssembly sends another type, which streaming refuses.
    return answer.headers.get('Content-Type') === 'application/wasm'
      ? WebAssembly.compileStreaming(answer)
      : WebAssembly.compile(await answer.arrayBuffer());
  }

  async function part(name) {
    const block = document.querySelector(`script[data-part="${name}"]`);
    const { src, integrity } = block.dataset;
    if (src) {
      const answer = await fetch(src, { integrity });
      if (!answer.ok) {
        throw new Error(`${src}: ${answer.status}`);
      }
      return answer;
    }
    const packed = new Blob([fromBase64(block.textContent)]).stream();
    const headers = name.endsWith('.wasm') ? { 'Content-Type': 'application/wasm' } : {};
    return new Response(packed.pipeThrough(new DecompressionStream('gzip')), { headers });
  }

  function fromBase64(text) {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < bytes.length; i += 1) {
      bytes[i] = binary.charCodeAt(i);
    }
    return bytes;
  }

  // ---- The worker that reads foreign files -----------------------------------------------------

  const WORKER_START = `
self.onmessage = async ({ data }) => {
  self.onmessage = null;
  try {
    await wasm_bindgen({ module_or_path: data.module });
    self.postMessage({ ready: true });
  } catch (error) {
    self.postMessage({ ready: false, fault: String(error) });
  }
};`;

  // A new worker with the readers' module started in it. A worker made from a blob stands under
  // the page's own policy. Whoever asked for it ends it.
  async function readers() {
    const [glue, module] = await Promise.all([
      part('readers.js').then((answer) => answer.text()),
      compile('readers.wasm'),
    ]);
    const url = URL.createObjectURL(new Blob([glue, WORKER_START], { type: 'text/javascript' }));
    try {
      return await started(new Worker(url), module);
    } finally {
      URL.revokeObjectURL(url);
    }
  }

  function started(worker, module) {
    return new Promise((resolve, reject) => {
      const fail = (reason) => {
        worker.terminate();
        reject(new Error(reason));
      };
      worker.onerror = (event) => fail(event.message || 'the worker did not start');
      worker.onmessage = ({ data }) => {
        worker.onmessage = null;
        worker.onerror = null;
        if (data.ready) {
          resolve(worker);
        } else {
          fail(data.fault);
        }
      };
      worker.postMessage({ module });
    });
  }

  // ---- The recovery screen ---------------------------------------------------------------------

  function recover(text, cause) {
    if (recovering) {
      return;
    }
    recovering = true;
    workbench = null;
    const heading = element('h1', text.heading);
    heading.tabIndex = -1;
    const reload = element('button', 'Reload');
    reload.addEventListener('click', () => location.reload());
    const studies = element('div', 'Looking for stored studies…');
    const details = element('details', '');
    details.append(element('summary', 'Technical details'), element('pre', String(cause)));
    const screen = element('main', '');
    screen.className = 'recovery';
    screen.append(
      heading,
      element('p', text.happened),
      element('p', text.safe),
      element('p', text.todo),
      reload,
      element('h2', 'Stored studies'),
      studies,
      details,
    );
    document.body.replaceChildren(screen);
    document.title = `${text.heading} – Noema`;
    heading.focus();
    offerStudies(studies).catch((error) => {
      studies.replaceChildren(
        element('p', `The stored studies could not be read just now (${error}). Reload and try again; nothing was deleted.`),
      );
    });
  }

  async function offerStudies(place) {
    const database = await openDatabase();
    const studies = database ? await allOf(database, 'studies') : [];
    if (studies.length === 0) {
      place.replaceChildren(element('p', 'No study is stored in this browser.'));
      return;
    }
    const list = element('ul', '');
    for (const { key, value } of studies) {
      const title = (value && value.title) || 'Untitled study';
      const save = element('button', 'Save as a file');
      save.setAttribute('aria-label', `Save as a file: “${title}”`);
      const row = element('li', '');
      row.append(element('span', title), save);
      save.addEventListener('click', () => {
        studyFile(database, key, title).then(
          (file) => download(file, `${fileName(title)}.noema`),
          (error) => row.append(element('p', `This study could not be read: ${error}`)),
        );
      });
      list.append(row);
    }
    place.replaceChildren(list);
  }

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function fileName(title) {
    return title.replace(/[\\/:*?"<>|\s\u0000-\u001f]+/g, ' ').trim().slice(0, 100) || 'study';
  }

  function download(file, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  // ---- The stored studies ----------------------------------------------------------------------

  // The database, or null where there is none: opening must not make an empty one.
  function openDatabase() {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open('noema');
      request.onupgradeneeded = () => {
        request.transaction.abort();
        resolve(null);
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error('another tab holds them'));
    });
  }

  function allOf(database, store, range) {
    return new Promise((resolve, reject) => {
      const found = [];
      const request = database.transaction(store).objectStore(store).openCursor(range);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const cursor = request.result;
        if (cursor) {
          found.push({ key: cursor.key, value: cursor.value });
          cursor.continue();
        } else {
          resolve(found);
        }
      };
    });
  }

  // The study as a `.noema` file: signature, version, manifest and its hash, then the stored bytes
  // as they are. `formats::noema` reads it.
  async function studyFile(database, study, title) {
    const range = IDBKeyRange.bound([study], [study, []]);
    const chunks = await allOf(database, 'documents', range);
    const texts = await allOf(database, 'texts', range);
    const entries = [];
    for (const { key, value } of chunks) {
      entries.push(await entry('chunk', key[1], key[2], value));
    }
    for (const { key, value } of texts) {
      entries.push(await entry('text', '', key[1], value));
    }
    const manifest = new TextEncoder().encode(
      JSON.stringify({ study, title, schema: 1, rescue: true, entries }),
    );
    const blobs = [...chunks, ...texts].map(({ value }) => value);
    return new Blob([header(manifest.length), manifest, await sha256(manifest), ...blobs], {
      type: 'application/octet-stream',
    });
  }

  async function entry(kind, doc, name, bytes) {
    const digest = crypto.subtle ? hex(await sha256(bytes)) : '';
    return { kind, doc, name, encoding: 'identity', length: bytes.length, sha256: digest };
  }

  function header(manifestLength) {
    const bytes = new Uint8Array(16);
    bytes.set([0x89, 0x4e, 0x4f, 0x45, 0x4d, 0x41, 0x0d, 0x0a]);
    const numbers = new DataView(bytes.buffer);
    numbers.setUint32(8, 1, true);
    numbers.setUint32(12, manifestLength, true);
    return bytes;
  }

  // Browsers hash only on secure pages; on others a rescued file carries zeros instead.
  async function sha256(bytes) {
    return crypto.subtle
      ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
      : new Uint8Array(32);
  }

  function hex(bytes) {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
})();
