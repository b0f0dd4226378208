//! Moments and days in words. Zone and language are the browser's to know, so the functions that
//! write them come in from outside; without them, as in tests, days are written as `2031-03-14`.

use super::state::State;
use crate::study::id::Moment;
use std::fmt;

/// How moments and days are written here. Each is given the language wanted as well.
#[derive(Clone, Copy)]
pub struct Dates {
    /// Day and time of a moment.
    pub moment: fn(Moment, &str) -> String,
    /// The day of a moment.
    pub day: fn(Moment, &str) -> String,
    /// A calendar date such as `2031-03-14`; what is none stays as it is.
    pub calendar: fn(&str, &str) -> String,
}

impl Default for Dates {
    fn default() -> Self {
        Self {
            moment: |moment, _| plain(moment),
            day: |moment, _| plain(moment),
            calendar: |date, _| date.to_owned(),
        }
    }
}

impl fmt::Debug for Dates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Dates")
    }
}

impl State {
    /// Day and time of a moment, in words of the language.
    #[must_use]
    pub fn write_moment(&self, moment: Moment) -> String {
        (self.dates.moment)(moment, &self.device.locale)
    }

    /// The day of a moment, in words of the language.
    #[must_use]
    pub fn write_day(&self, moment: Moment) -> String {
        (self.dates.day)(moment, &self.device.locale)
    }

    /// A calendar date such as `2031-03-14`, in words of the language.
    #[must_use]
    pub fn write_calendar(&self, date: &str) -> String {
        (self.dates.calendar)(date, &self.device.locale)
    }
}

const DAY: i64 = 86_400_000;

/// Noon of a calendar date in UTC; none for what is no date.
#[must_use]
pub fn noon(date: &str) -> Option<Moment> {
    let mut parts = date.splitn(3, '-').map(str::parse::<i64>);
    let (year, month, day) = (
        parts.next()?.ok()?,
        parts.next()?.ok()?,
        parts.next()?.ok()?,
    );
    let sound = (1..=12).contains(&month) && (1..=31).contains(&day) && (1..=9999).contains(&year);
    // Years are counted from March, so that the leap day is the last of its year.
    let (year, month) = if month < 3 {
        (year - 1, month + 9)
    } else {
        (year, month - 3)
    };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * month + 2) / 5 + day - 1;
    let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
    sound.then_some(Moment(days * DAY + DAY / 2))
}

/// The day of a moment in UTC, as `2031-03-14`.
fn plain(moment: Moment) -> String {
    let days = moment.0.div_euclid(DAY) + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (year, month) = (year + era * 400, month + 3);
    let (year, month) = if month > 12 {
        (year + 1, month - 12)
    } else {
        (year, month)
    };
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::{noon, plain};

    fn check(date: &str) {
        assert_eq!(noon(date).map(plain).as_deref(), Some(date));
    }

    #[test]
    fn days_come_back() {
        check("1970-01-01");
        check("2000-02-29");
        check("2031-03-14");
        check("2031-12-31");
        check("2100-03-01");
        assert_eq!(noon("1970-01-02").map(|noon| noon.0), Some(129_600_000));
        assert_eq!(noon("March"), None);
        assert_eq!(noon("2031-13-01"), None);
    }
}
