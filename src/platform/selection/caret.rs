//! What lies under the pointer.

use js_sys::Object;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CaretPosition, Document, Element, Range};

use super::native::{Place, looking_into, shadow_around};
use super::{Point, line};
use crate::platform::has;

#[wasm_bindgen]
extern "C" {
    /// The document, with what web-sys does not know (yet, or any more).
    #[wasm_bindgen(extends = Document)]
    type PointedDocument;

    #[wasm_bindgen(method, catch, js_name = caretPositionFromPoint)]
    fn caret_position(
        this: &PointedDocument,
        x: f64,
        y: f64,
        options: &Object,
    ) -> Result<Option<CaretPosition>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = caretRangeFromPoint)]
    fn caret_range(this: &PointedDocument, x: f64, y: f64) -> Result<Option<Range>, JsValue>;
}

/// The point of the text nearest to a place in the window; nothing outside of the scope.
pub fn caret_at(scope: &Element, x: f64, y: f64) -> Option<Point> {
    let place = under(scope, x, y)?;
    if !scope.contains(Some(&place.node)) {
        return None;
    }
    line::nearest(&line::within(scope), scope, &place)
}

fn under(scope: &Element, x: f64, y: f64) -> Option<Place> {
    let document: PointedDocument = scope.owner_document()?.unchecked_into();
    if has(&document, "caretPositionFromPoint") {
        let options = looking_into(shadow_around(scope).as_ref());
        let caret = document.caret_position(x, y, &options).ok()??;
        return Some(Place::new(caret.offset_node()?, caret.offset()));
    }
    let range = document.caret_range(x, y).ok()??;
    Some(Place::new(
        range.start_container().ok()?,
        range.start_offset().ok()?,
    ))
}
