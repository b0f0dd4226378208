//! The browser's own selection, in the document or in a shadow root.
//!
//! Browsers hide what is selected inside of a shadow root from `getSelection`; the standard way in
//! is `getComposedRanges`, older Chromium has `getSelection` on the shadow root.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, Selection, ShadowRoot, StaticRange};

use crate::platform::has;

#[wasm_bindgen]
extern "C" {
    /// The selection, with what web-sys does not know yet.
    #[wasm_bindgen(extends = Selection)]
    type ComposedSelection;

    #[wasm_bindgen(method, catch, js_name = getComposedRanges)]
    fn get_composed_ranges(this: &ComposedSelection, options: &Object) -> Result<Array, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn direction(this: &ComposedSelection) -> Option<String>;

    /// A shadow root of Chromium.
    #[wasm_bindgen(extends = ShadowRoot)]
    type SelectingRoot;

    #[wasm_bindgen(method, catch, js_name = getSelection)]
    fn get_selection(this: &SelectingRoot) -> Result<Option<Selection>, JsValue>;
}

/// A boundary of the DOM: within a text, or between the children of an element.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) node: Node,
    pub(super) offset: u32,
}

impl Place {
    pub(super) fn new(node: Node, offset: u32) -> Self {
        Self { node, offset }
    }
}

/// What is selected, in document order.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub(super) start: Place,
    pub(super) end: Place,
    /// Drawn from its end to its start.
    pub(super) backward: bool,
}

/// The shadow root around an element, if it is in one.
pub(super) fn shadow_around(scope: &Element) -> Option<ShadowRoot> {
    scope.get_root_node().dyn_into().ok()
}

/// `{shadowRoots: […]}`, the permission to look into a shadow root.
pub(super) fn looking_into(shadow: Option<&ShadowRoot>) -> Object {
    let options = Object::new();
    let roots: Array = shadow.map(JsValue::from).into_iter().collect();
    // Setting a property of a fresh plain object cannot fail.
    let _ = Reflect::set(&options, &"shadowRoots".into(), &roots);
    options
}

/// What is selected, as far as someone within `scope` may know.
pub(super) fn span(scope: &Element) -> Option<Span> {
    let selection = selection(scope)?;
    let Some(shadow) = shadow_around(scope) else {
        return plain(&selection);
    };
    if has(&selection, "getComposedRanges") {
        return composed(selection.unchecked_ref(), &shadow);
    }
    inner_selection(&shadow).and_then(|selection| plain(&selection))
}

/// Selects; false if the browser would not.
pub(super) fn select(scope: &Element, anchor: &Place, head: &Place) -> bool {
    let set = |selection: Selection| {
        selection
            .set_base_and_extent(&anchor.node, anchor.offset, &head.node, head.offset)
            .is_ok()
    };
    // Old Chromium takes places within a shadow root only from the shadow root's own selection.
    shadow_around(scope)
        .and_then(|shadow| inner_selection(&shadow))
        .or_else(|| selection(scope))
        .is_some_and(set)
}

/// Takes the selection away.
pub(super) fn deselect(scope: &Element) {
    if let Some(selection) = selection(scope) {
        // It throws only where there is no selection to take away.
        let _ = selection.remove_all_ranges();
    }
}

fn selection(scope: &Element) -> Option<Selection> {
    scope.owner_document()?.get_selection().ok().flatten()
}

fn inner_selection(shadow: &ShadowRoot) -> Option<Selection> {
    if !has(shadow, "getSelection") {
        return None;
    }
    let shadow: &SelectingRoot = shadow.unchecked_ref();
    shadow.get_selection().ok().flatten()
}

fn plain(selection: &Selection) -> Option<Span> {
    if selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let start = Place::new(range.start_container().ok()?, range.start_offset().ok()?);
    let end = Place::new(range.end_container().ok()?, range.end_offset().ok()?);
    let anchor = Place::new(selection.anchor_node()?, selection.anchor_offset());
    Some(Span {
        backward: start != end && anchor != start,
        start,
        end,
    })
}

fn composed(selection: &ComposedSelection, shadow: &ShadowRoot) -> Option<Span> {
    let ranges = selection
        .get_composed_ranges(&looking_into(Some(shadow)))
        .ok()?;
    let range: StaticRange = ranges.get(0).dyn_into().ok()?;
    Some(Span {
        start: Place::new(range.start_container(), range.start_offset()),
        end: Place::new(range.end_container(), range.end_offset()),
        backward: selection.direction().as_deref() == Some("backward"),
    })
}
