// Starts Noema in a page of its own, the tab or the single file. What Noema does once it runs is not
// known here.
//
// Invariant: the same bytes run in the tab and in the single file, which differ only in the parts
// that the page holds.
(() => {
  'use strict';

  const parts = partsFrom((name) => {
    const block = document.querySelector(`script[data-part="${name}"]`);
    return { ...block.dataset, packed: block.textContent };
  });
  // Held as long as the page lives: a workbench that is let go is collected, and ends.
  let workbench = null;
  let recovering = false;

  start().catch((error) => recover(recovery.NOT_STARTED, error));
  addEventListener('error', (event) => stopOnTrap(event.error));
  addEventListener('unhandledrejection', (event) => stopOnTrap(event.reason));

  async function start() {
    const module = parts.compile('noema.wasm');
    const [compiled] = await Promise.all([module, scriptsHaveRun()]);
    await wasm_bindgen({ module_or_path: compiled });
    workbench = wasm_bindgen.mount(document.getElementById('noema'), {
      readers: parts.readers,
      onPanic: (message) => recover(recovery.STOPPED, message),
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

  // A trap of WebAssembly stops the program; any other error is one of a script that leaves it
  // whole. If it was a panic, `onPanic` is about to say more.
  function stopOnTrap(error) {
    if (error instanceof WebAssembly.RuntimeError) {
      setTimeout(() => recover(recovery.STOPPED, error));
    }
  }

  function recover(text, cause) {
    if (recovering) {
      return;
    }
    recovering = true;
    workbench = null;
    const place = document.createElement('main');
    document.body.replaceChildren(place);
    document.title = `${text.heading} – Noema`;
    recovery.show(place, { text, cause, reload: () => location.reload() });
  }
})();
