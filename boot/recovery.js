// Stands in for Noema when it cannot start or has stopped: reads the stored studies by itself and
// offers each as a file, since nothing of a stopped WebAssembly instance may be called again.
//
// Invariant: every text reaches the screen as a text node.
const recovery = (() => {
  'use strict';

  const STOPPED = {
    heading: 'Noema had to stop',
    happened: 'A fault in the program stopped it here, so that nothing wrong could be stored.',
    safe: 'Every change that the screen had called saved is safe in this browser.',
    todo: 'Reload to go on. If it stops again, save your studies as files below first: Noema opens them here and on any other machine.',
  };
  const NOT_STARTED = {
    heading: 'Noema could not start',
    happened: 'The program did not load completely, or this browser is too old to run it.',
    safe: 'Studies that were stored in this browser are untouched.',
    todo: 'Reload to try again. If that does not help, open Noema in a current Chrome, Edge, Firefox or Safari.',
  };

  /** Puts the screen into a place of its own; `database` is the name of what to rescue from. */
  function show(place, { text, cause, reload, database = 'noema' }) {
    const heading = element('h1', text.heading);
    heading.tabIndex = -1;
    const again = element('button', 'Reload');
    again.addEventListener('click', reload);
    const studies = element('div', 'Looking for stored studies…');
    const details = element('details', '');
    details.append(element('summary', 'Technical details'), element('pre', String(cause)));
    place.className = 'recovery';
    place.replaceChildren(
      heading,
      element('p', text.happened),
      element('p', text.safe),
      element('p', text.todo),
      again,
      element('h2', 'Stored studies'),
      studies,
      details,
    );
    heading.focus();
    offerStudies(studies, database).catch((error) => {
      studies.replaceChildren(
        element('p', `The stored studies could not be read just now (${error}). Reload and try again; nothing was deleted.`),
      );
    });
  }

  async function offerStudies(place, name) {
    const database = await openDatabase(name);
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

  // The database, or null where there is none: opening must not make an empty one.
  function openDatabase(name) {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
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

  return { STOPPED, NOT_STARTED, show };
})();
