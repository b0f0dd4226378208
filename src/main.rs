//! The page's module: what the boot script and a host's page may call. It mounts nothing by itself,
//! since wasm-bindgen runs `main` at every start.
//!
//! Exports stand in the binary and not in the library, so that the second module does not carry
//! them along.

fn main() {
    // Yew would set a hook of its own, which writes what was being worked on to the console.
    #[cfg(target_arch = "wasm32")]
    yew::set_custom_panic_hook(Box::new(noema::platform::panic::tell));
}

#[cfg(target_arch = "wasm32")]
mod door {
    use js_sys::TypeError;
    use noema::embed;
    use noema::ui::root::Mounted;
    use wasm_bindgen::prelude::*;

    /// A mounted workbench, as JavaScript holds it.
    #[wasm_bindgen]
    pub struct Workbench {
        mounted: Option<Mounted>,
    }

    /// Mounts a workbench into an element. `options` may name a `database`, a `locale`, `readers`,
    /// a function that gives a promise of a worker running the second module, and `onPanic`, a
    /// function that is told when the program has stopped and nothing of it may be called again.
    #[wasm_bindgen]
    pub fn mount(element: JsValue, options: &JsValue) -> Result<Workbench, TypeError> {
        let mounted = Some(embed::mount(element, options)?);
        Ok(Workbench { mounted })
    }

    #[wasm_bindgen]
    impl Workbench {
        /// Takes it out of the page and gives everything back.
        pub fn unmount(&mut self) {
            if let Some(mounted) = self.mounted.take() {
                mounted.unmount();
            }
        }
    }
}
