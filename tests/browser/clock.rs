//! The calendar belongs to no zone, and a bad language tag does no harm.

use noema::platform::{chance, clock};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_calendar_date_stays_the_same_day() {
    for (date, locale, expected) in [
        ("2024-03-05", "en-GB", "5 Mar 2024"),
        ("2024-12-31", "en-US", "Dec 31, 2024"),
        ("2024-01-01", "de", "01.01.2024"),
        ("spring", "en", "spring"),
        ("2024-99-99", "en", "2024-99-99"),
    ] {
        assert_eq!(clock::format_calendar(date, locale), expected);
    }
}

#[wasm_bindgen_test]
fn today_is_an_iso_date_of_now() {
    assert_eq!(clock::today(), clock::iso_date(clock::now()));
    assert_eq!(clock::today().len(), 10);
}

#[wasm_bindgen_test]
fn a_malformed_language_falls_back_to_the_browsers() {
    let text = clock::format_moment(0.0, "not a language");
    assert!(text.contains("19"), "{text}");
}

#[wasm_bindgen_test]
fn chance_does_not_repeat_itself() {
    assert_ne!(chance::random_u64(), chance::random_u64());
    assert_ne!(chance::random_u128(), chance::random_u128());
}

#[wasm_bindgen_test]
async fn an_alarm_rings_unless_dropped() {
    let rung = std::rc::Rc::new(std::cell::RefCell::new(Vec::new()));
    let ring = |name| {
        let rung = rung.clone();
        move || rung.borrow_mut().push(name)
    };
    let kept = clock::after(20, ring("kept"));
    drop(clock::after(20, ring("dropped")));
    clock::sleep(100).await;
    drop(kept);
    assert_eq!(*rung.borrow(), ["kept"]);
}
