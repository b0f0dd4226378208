//! The door to somebody else's page: what it says at mounting, read with care. The functions that it
//! calls are exported by the binary; the element `<noema-workbench>` is in `boot/element.js`.
//!
//! Invariant: nothing that a page hands in makes the program panic.

use crate::runtime::services::Options;
use crate::ui::root::{self, Mounted};
use js_sys::{Function, Reflect, TypeError};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// Mounts a workbench into an element. A `TypeError` says what a page got wrong.
pub fn mount(element: JsValue, options: &JsValue) -> Result<Mounted, TypeError> {
    let element = element
        .dyn_into::<Element>()
        .map_err(|_| TypeError::new("Noema mounts into an element"))?;
    Ok(root::mount(&element, read(options)?))
}

/// Options from a plain object, or from nothing.
fn read(given: &JsValue) -> Result<Options, TypeError> {
    Ok(Options {
        database: part(given, "database", "a string", |value| value.as_string())?,
        locale: part(given, "locale", "a string", |value| value.as_string())?,
        readers: part(given, "readers", "a function", function)?,
        on_panic: part(given, "onPanic", "a function", function)?,
    })
}

fn function(value: JsValue) -> Option<Function> {
    value.dyn_into().ok()
}

fn part<T>(
    given: &JsValue,
    name: &str,
    kind: &str,
    read: impl FnOnce(JsValue) -> Option<T>,
) -> Result<Option<T>, TypeError> {
    // Options that are no object have no parts.
    let value = Reflect::get(given, &name.into()).unwrap_or_default();
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    read(value)
        .map(Some)
        .ok_or_else(|| TypeError::new(&format!("the option `{name}` has to be {kind}")))
}
