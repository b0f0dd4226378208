//! The selection reads as it was written, in the document and in a shadow root alike.

use noema::platform::selection::{Point, Reading, caret_at, clear, read, rects, write};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, Element, HtmlElement, Node, ShadowRootInit, ShadowRootMode};

const TEXT: &str = r#"
    <p class="title">A title</p>
    <div data-line="4"><span class="gutter">4</span><span class="line-text">I felt <mark>tru<b>st</b></mark> there</span><i>late</i></div>
    <div data-line="5"><span class="gutter">5</span><span class="line-text">it was 🌱👩‍👩‍👧 for <mark>me</mark></span></div>
    <div data-line="6"><span class="gutter">6</span><span class="line-text"></span></div>
    <div data-line="7"><span class="gutter">7</span><span class="line-text">and then</span></div>
    <p class="foot">A foot</p>
"#;

/// A transcript on the page, with text before and after it, taken away when dropped.
struct Page {
    outer: Element,
    scope: Element,
}

impl Drop for Page {
    fn drop(&mut self) {
        clear(&self.scope);
        self.outer.remove();
    }
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

fn page(shadow: bool) -> Page {
    let document = document();
    let outer = document.create_element("section").unwrap();
    outer.set_inner_html(
        "<p class='before'>before</p><div class='host'></div><p class='after'>after</p>",
    );
    document.body().unwrap().append_child(&outer).unwrap();
    let host = outer.query_selector(".host").unwrap().unwrap();
    let scope = document.create_element("div").unwrap();
    if shadow {
        let root = host
            .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
            .unwrap();
        root.append_child(&scope).unwrap();
    } else {
        host.append_child(&scope).unwrap();
    }
    scope.set_inner_html(TEXT);
    Page { outer, scope }
}

fn both(test: impl Fn(&Page)) {
    for shadow in [false, true] {
        test(&page(shadow));
    }
}

fn at(line: u32, utf16: u32) -> Point {
    Point { line, utf16 }
}

fn reading(anchor: Point, head: Point) -> Option<Reading> {
    Some(Reading { anchor, head })
}

/// The first text node under a selector.
fn text_in(root: &Element, selector: &str) -> Node {
    let mut node: Node = root.query_selector(selector).unwrap().unwrap().into();
    while let Some(child) = node.first_child() {
        node = child;
    }
    node
}

fn select(from: (&Node, u32), to: (&Node, u32)) {
    let selection = document().get_selection().unwrap().unwrap();
    selection
        .set_base_and_extent(from.0, from.1, to.0, to.1)
        .unwrap();
}

#[wasm_bindgen_test]
fn what_is_written_is_read() {
    both(|page| {
        for (anchor, head) in [
            (at(4, 0), at(4, 5)),
            (at(4, 8), at(4, 11)),
            (at(4, 11), at(4, 8)),
            (at(4, 7), at(5, 9)),
            (at(7, 3), at(4, 2)),
            (at(5, 9), at(5, 17)),
            (at(4, 3), at(4, 3)),
            (at(6, 0), at(7, 8)),
        ] {
            assert!(write(&page.scope, anchor, head));
            assert_eq!(read(&page.scope), reading(anchor, head));
        }
    });
}

#[wasm_bindgen_test]
fn an_offset_past_the_end_is_the_end_and_a_line_off_screen_is_none() {
    both(|page| {
        assert!(write(&page.scope, at(4, 0), at(4, 999)));
        assert_eq!(read(&page.scope), reading(at(4, 0), at(4, 18)));
        assert!(!write(&page.scope, at(4, 0), at(99, 0)));
    });
}

#[wasm_bindgen_test]
fn ends_outside_of_the_text_are_drawn_to_it() {
    both(|page| {
        let text = |selector| text_in(&page.scope, selector);
        let gutter = text("[data-line='5'] .gutter");
        let late = text("[data-line='4'] i");
        let last = text("[data-line='7'] .line-text");
        let line = page
            .scope
            .query_selector("[data-line='5']")
            .unwrap()
            .unwrap();
        let (title, foot) = (text(".title"), text(".foot"));
        for (from, to, anchor, head) in [
            // From a label behind a line into another line's words: only the words.
            ((&late, 1), (&last, 3), at(5, 0), at(7, 3)),
            // From the words of line 7 back to the number of line 5.
            ((&last, 3), (&gutter, 0), at(7, 3), at(5, 0)),
            // Three clicks: the browser ends at the beginning of the next line's element.
            (
                (&text("[data-line='4'] .line-text"), 0),
                (&Node::from(line.clone()), 0),
                at(4, 0),
                at(4, 18),
            ),
            // From above the first line to below the last.
            ((&title, 1), (&foot, 2), at(4, 0), at(7, 8)),
            ((&foot, 2), (&title, 1), at(7, 8), at(4, 0)),
            // Carets beside the text.
            ((&gutter, 1), (&gutter, 1), at(5, 0), at(5, 0)),
            ((&late, 2), (&late, 2), at(4, 18), at(4, 18)),
            ((&title, 2), (&title, 2), at(4, 0), at(4, 0)),
            ((&foot, 2), (&foot, 2), at(7, 8), at(7, 8)),
            // Only a line's number: nothing of the text, so a caret.
            ((&gutter, 0), (&gutter, 1), at(5, 0), at(5, 0)),
        ] {
            select(from, to);
            assert_eq!(read(&page.scope), reading(anchor, head), "{from:?} {to:?}");
        }
    });
}

#[wasm_bindgen_test]
fn a_selection_elsewhere_is_none_of_ours() {
    both(|page| {
        let before = text_in(&page.outer, ".before");
        let after = text_in(&page.outer, ".after");
        for node in [&before, &after] {
            select((node, 1), (node, 3));
            assert_eq!(read(&page.scope), None);
            clear(&page.scope);
            let selection = document().get_selection().unwrap().unwrap();
            assert_eq!(selection.to_string().length(), 2);
        }
        select((&before, 1), (&after, 3));
        assert_eq!(read(&page.scope), reading(at(4, 0), at(7, 8)));
    });
}

#[wasm_bindgen_test]
fn two_scopes_on_one_page_do_not_mix() {
    let (one, two) = (page(true), page(false));
    assert!(write(&one.scope, at(4, 1), at(4, 6)));
    assert_eq!(read(&two.scope), None);
    clear(&two.scope);
    assert_eq!(read(&one.scope), reading(at(4, 1), at(4, 6)));
    clear(&one.scope);
    assert_eq!(read(&one.scope), None);
}

#[wasm_bindgen_test]
fn a_point_is_found_again_where_it_is_drawn() {
    both(|page| {
        let scope: &HtmlElement = page.scope.unchecked_ref();
        scope.scroll_into_view();
        for (line, utf16) in [(4, 0), (4, 8), (4, 9), (4, 17), (5, 3), (7, 5)] {
            let (from, to) = (at(line, utf16), at(line, utf16 + 1));
            let drawn = rects(&page.scope, to, from);
            assert_eq!(drawn.len(), 1, "{from:?}");
            let rect = drawn[0];
            assert!(rect.width > 0.0 && rect.height > 0.0);
            let (x, y) = (rect.left + rect.width * 0.2, rect.top + rect.height / 2.0);
            assert_eq!(caret_at(&page.scope, x, y), Some(from));
        }
    });
}

#[wasm_bindgen_test]
fn a_stretch_is_drawn_run_by_run_and_without_what_is_no_text() {
    both(|page| {
        let count = |from, to| rects(&page.scope, from, to).len();
        assert_eq!(count(at(4, 0), at(4, 7)), 1);
        assert_eq!(count(at(4, 6), at(4, 13)), 4);
        assert_eq!(count(at(4, 0), at(4, 0)), 0);
        assert_eq!(count(at(4, 13), at(7, 3)), 4);
        assert_eq!(count(at(90, 0), at(99, 0)), 0);
    });
}
