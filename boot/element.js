// `<noema-workbench database="…" locale="…">`: a workbench on a page of somebody else's, in a shadow
// root that the page's styles do not reach. It is as wide as it may be and as high as the custom
// property --noema-height says. Attributes are read when it comes into the page; another database is
// another set of studies.
//
// All elements of a page share one instance of the program, which starts with the first of them.
// `cargo xtask dist` puts before this file what it needs: `script`, the address of the whole script;
// `table`, where its parts are; `instance`, which makes an instance; the other files of this folder.
//
// Invariants: the page gets the element and nothing else; an element that is taken out gives
// everything back; nothing of a stopped instance is called again.
const parts = partsFrom((name) => {
  const { src, integrity } = table[name];
  return { src: new URL(src, script), integrity };
});

/** Starts an instance. */
const begin = async () => {
  const [module, css] = await Promise.all([parts.compile('noema.wasm'), parts.text('noema.css')]);
  const program = instance();
  await program({ module_or_path: module });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return { program, sheet };
};

/** The instance and the stylesheet, once there is an element that wants them. */
let begun = null;

/** How each element that runs is told that it does not any more. */
const running = new Set();

/** The instance is not to be called again, so all its elements show the recovery screen. */
const stop = (cause) => {
  begun = null;
  running.forEach((tell) => tell(cause));
};

customElements.define(
  'noema-workbench',
  class extends HTMLElement {
    #place = null;
    #workbench = null;
    #stopped = (cause) => {
      running.delete(this.#stopped);
      this.#workbench = null;
      this.#recover(recovery.STOPPED, cause);
    };

    connectedCallback() {
      // An element that was only moved still has its workbench.
      if (!this.#place) {
        this.#start();
      }
    }

    disconnectedCallback() {
      // Moving takes an element out and puts it in again at once.
      queueMicrotask(() => {
        if (!this.isConnected) {
          this.#leave();
        }
      });
    }

    async #start() {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      const place = document.createElement('div');
      this.#place = place;
      root.replaceChildren(place);
      try {
        begun ??= begin();
        const { program, sheet } = await begun;
        if (this.#place !== place) {
          return;
        }
        root.adoptedStyleSheets = [sheet];
        this.#workbench = program.mount(place, {
          database: this.getAttribute('database') ?? undefined,
          locale: this.getAttribute('locale') ?? undefined,
          readers: parts.readers,
          onPanic: stop,
        });
        running.add(this.#stopped);
      } catch (error) {
        begun = null;
        this.#recover(recovery.NOT_STARTED, error);
      }
    }

    #leave() {
      running.delete(this.#stopped);
      this.#workbench?.unmount();
      this.#workbench?.free();
      this.#workbench = null;
      this.#place?.remove();
      this.#place = null;
    }


    #recover(text, cause) {
      const place = document.createElement('section');
      this.#place = place;
      this.shadowRoot.replaceChildren(place);
      recovery.show(place, {
        text,
        cause,
        reload: () => this.#start(),
        database: this.getAttribute('database') ?? undefined,
      });
    }
  },
);

// A trap that was no panic is heard of only here; if it was one, `onPanic` is about to say more.
// Traps of the page's own programs are not ours.
const stopOnTrap = (error) => {
  if (error instanceof WebAssembly.RuntimeError && String(error.stack).includes(script)) {
    setTimeout(() => stop(error));
  }
};
addEventListener('error', (event) => stopOnTrap(event.error));
addEventListener('unhandledrejection', (event) => stopOnTrap(event.reason));
