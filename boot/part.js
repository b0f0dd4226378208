// Gets the parts of the program: scripts and WebAssembly modules, and a worker that runs the second
// module. Where a part lies is told by whoever asks: beside the page, inside it, or beside the
// script of an embed.
//
// Invariants: a part is checked against its hash or lies inside the page; whoever asked for a worker
// ends it.
const partsFrom = (find) => {
  'use strict';

  /** The part of that name: a file, or gzip in base64. */
  async function part(name) {
    const { src, integrity, packed } = find(name);
    if (src) {
      const answer = await fetch(src, { integrity });
      if (!answer.ok) {
        throw new Error(`${src}: ${answer.status}`);
      }
      return answer;
    }
    const plain = new Blob([fromBase64(packed)]).stream();
    const headers = name.endsWith('.wasm') ? { 'Content-Type': 'application/wasm' } : {};
    return new Response(plain.pipeThrough(new DecompressionStream('gzip')), { headers });
  }

  function fromBase64(text) {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < bytes.length; i += 1) {
      bytes[i] = binary.charCodeAt(i);
    }
    return bytes;
  }

  async function text(name) {
    return (await part(name)).text();
  }

  async function compile(name) {
    const answer = await part(name);
    // A server that does not know WebAssembly sends another type, which streaming refuses.
    return answer.headers.get('Content-Type') === 'application/wasm'
      ? WebAssembly.compileStreaming(answer)
      : WebAssembly.compile(await answer.arrayBuffer());
  }

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
  // the page's own policy.
  async function readers() {
    const [glue, module] = await Promise.all([text('readers.js'), compile('readers.wasm')]);
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

  return { text, compile, readers };
};
