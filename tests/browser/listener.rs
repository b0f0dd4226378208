//! A guard hears while it lives, and nothing afterwards.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use noema::platform::clock;
use noema::platform::listener::{
    Hearing, Listener, animation_frame, idle, media_query, observe_resize,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, EventTarget, HtmlElement};

fn counter() -> (Rc<Cell<u32>>, impl Fn() + Clone + 'static) {
    let count = Rc::new(Cell::new(0));
    let add = {
        let count = count.clone();
        move || count.set(count.get() + 1)
    };
    (count, add)
}

fn cancelable(name: &str) -> Event {
    let event = Event::new(name).unwrap();
    event.init_event_with_bubbles_and_cancelable(name, true, true);
    event
}

#[wasm_bindgen_test]
fn a_dropped_listener_hears_nothing() {
    let target = EventTarget::new().unwrap();
    let (count, add) = counter();
    let listener = Listener::new(&target, "ping", move |_: Event| add());
    target.dispatch_event(&Event::new("ping").unwrap()).unwrap();
    drop(listener);
    target.dispatch_event(&Event::new("ping").unwrap()).unwrap();
    assert_eq!(count.get(), 1);
}

#[wasm_bindgen_test]
fn a_listener_may_drop_itself() {
    let target = EventTarget::new().unwrap();
    let (count, add) = counter();
    let own = Rc::new(RefCell::new(None));
    *own.borrow_mut() = Some(Listener::new(&target, "ping", {
        let own = own.clone();
        move |_: Event| {
            add();
            own.borrow_mut().take();
        }
    }));
    for _ in 0..2 {
        target.dispatch_event(&Event::new("ping").unwrap()).unwrap();
    }
    assert_eq!(count.get(), 1);
}

#[wasm_bindgen_test]
fn only_an_active_listener_prevents_the_default() {
    for (passive, prevented) in [(false, true), (true, false)] {
        let target = EventTarget::new().unwrap();
        let hearing = Hearing {
            capture: true,
            passive,
        };
        let _listener = Listener::with(&target, "ping", hearing, |event: Event| {
            event.prevent_default();
        });
        let event = cancelable("ping");
        target.dispatch_event(&event).unwrap();
        assert_eq!(event.default_prevented(), prevented);
    }
}

#[wasm_bindgen_test]
async fn frames_and_idle_moments_come_unless_dropped() {
    let (count, add) = counter();
    let frame = animation_frame({
        let add = add.clone();
        move |_| add()
    });
    let moment = idle(add.clone());
    drop(animation_frame({
        let add = add.clone();
        move |_| add()
    }));
    drop(idle(add));
    clock::sleep(300).await;
    assert_eq!(count.get(), 2);
    drop((frame, moment));
}

#[wasm_bindgen_test]
async fn a_size_is_told_at_first_and_when_it_changes() {
    let document = web_sys::window().unwrap().document().unwrap();
    let element: HtmlElement = document.create_element("div").unwrap().unchecked_into();
    element.style().set_property("width", "120px").unwrap();
    document.body().unwrap().append_child(&element).unwrap();
    let widths = Rc::new(RefCell::new(Vec::new()));
    let resize = observe_resize(&element, {
        let widths = widths.clone();
        move |width, _| widths.borrow_mut().push(width)
    })
    .unwrap();
    clock::sleep(100).await;
    element.style().set_property("width", "150px").unwrap();
    clock::sleep(100).await;
    drop(resize);
    element.style().set_property("width", "180px").unwrap();
    clock::sleep(100).await;
    assert_eq!(*widths.borrow(), [120.0, 150.0]);
    element.remove();
}

#[wasm_bindgen_test]
fn a_media_query_tells_whether_it_holds() {
    assert!(media_query("(min-width: 1px)", |_| ()).unwrap().matches());
    assert!(!media_query("(max-width: 1px)", |_| ()).unwrap().matches());
}
