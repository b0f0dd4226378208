//! The clock and the calendar of this machine, waiting, and how dates are written.
//!
//! A moment is milliseconds since 1970 and is shown in the zone of the machine. A calendar date
//! (`2024-03-05`, such as the day of an interview) belongs to no zone: it never becomes the day
//! before because someone travelled west.

use futures_channel::oneshot;
use gloo::timers::callback::Timeout;
use js_sys::{Date, Intl, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Milliseconds since 1970, UTC.
pub fn now() -> f64 {
    Date::now()
}

/// A callback for later, called off when dropped.
#[derive(Debug)]
#[must_use = "an alarm that is dropped never rings"]
pub struct Alarm {
    _timeout: Timeout,
}

/// Calls `ring` once, so many milliseconds from now or a little later.
pub fn after(milliseconds: u32, ring: impl FnOnce() + 'static) -> Alarm {
    Alarm {
        _timeout: Timeout::new(milliseconds, ring),
    }
}

/// Waits so many milliseconds or a little longer.
pub async fn sleep(milliseconds: u32) {
    let (sender, receiver) = oneshot::channel::<()>();
    let _alarm = after(milliseconds, move || drop(sender));
    // The sender is dropped when the time has come: that is the signal.
    let _ = receiver.await;
}

/// Today's calendar date here, as `YYYY-MM-DD`.
pub fn today() -> String {
    iso_date(now())
}

/// The calendar date here at a moment, as `YYYY-MM-DD`.
pub fn iso_date(moment: f64) -> String {
    let date = Date::new(&JsValue::from_f64(moment));
    format!(
        "{:04}-{:02}-{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date()
    )
}

/// The date of a moment in words of the language, such as `5 Mar 2024`.
pub fn format_date(moment: f64, locale: &str) -> String {
    write(moment, locale, &[("dateStyle", "medium")])
}

/// Date and time of a moment in words of the language, such as `5 Mar 2024, 14:03`.
pub fn format_moment(moment: f64, locale: &str) -> String {
    write(
        moment,
        locale,
        &[("dateStyle", "medium"), ("timeStyle", "short")],
    )
}

/// A calendar date `YYYY-MM-DD` in words of the language; what is no such date stays as it is.
pub fn format_calendar(date: &str, locale: &str) -> String {
    // A bare date is read by JavaScript as midnight UTC, and so it is written in UTC again.
    let midnight = Date::parse(date);
    if date.len() != 10 || midnight.is_nan() {
        return date.to_owned();
    }
    write(
        midnight,
        locale,
        &[("dateStyle", "medium"), ("timeZone", "UTC")],
    )
}

fn write(moment: f64, locale: &str, options: &[(&str, &str)]) -> String {
    let style = js_sys::Object::new();
    for (name, value) in options {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&style, &(*name).into(), &(*value).into());
    }
    let locales = js_sys::Array::new();
    if well_formed(locale) {
        locales.push(&locale.into());
    }
    let format = Intl::DateTimeFormat::new(&locales, &style);
    format
        .format()
        .call1(&JsValue::UNDEFINED, &JsValue::from_f64(moment))
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| iso_date(moment))
}

/// `Intl` throws at a malformed language tag; without one it takes the browser's own.
fn well_formed(locale: &str) -> bool {
    let Ok(intl) = Reflect::get(&js_sys::global(), &"Intl".into()) else {
        return false;
    };
    Reflect::get(&intl, &"getCanonicalLocales".into())
        .ok()
        .and_then(|canonical| canonical.dyn_into::<js_sys::Function>().ok())
        .is_some_and(|canonical| canonical.call1(&intl, &locale.into()).is_ok())
}
