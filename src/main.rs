//! The page's module. It mounts nothing: wasm-bindgen runs `main` at every start, in the page and
//! on a host's page alike, and the boot script decides where to mount.
//!
//! Invariant: every function that JavaScript may call is exported here and never in the library,
//! which the readers' module is linked with too.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod page {
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;
    use yew::{Html, function_component, html};

    #[function_component]
    fn Heading() -> Html {
        html! { <main><h1>{ "Noema" }</h1></main> }
    }

    /// Shows Noema in an element of the page.
    #[wasm_bindgen]
    pub fn mount(element: web_sys::Element, _options: JsValue) {
        yew::Renderer::<Heading>::with_root(element).render();
    }
}
