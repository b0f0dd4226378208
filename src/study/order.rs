//! Places among siblings: keys that sort as text, with always room for one more between two.
//!
//! Invariant: a key is a string of lower-case letters that never ends in `a`, read as the digits
//! of a fraction in base 26; so two coders can insert at once and neither renumbers the other's.

/// A key between two others; none stands for the open end on that side.
///
/// When the two are not in order, which only a merge can bring about, it comes after the first.
#[must_use]
pub fn between(before: Option<&str>, after: Option<&str>) -> String {
    let after = after.filter(|after| before.is_none_or(|before| before < *after));
    if let (Some(before), None) = (before, after) {
        return behind(before.as_bytes());
    }
    let low: Vec<u8> = before.unwrap_or("").bytes().collect();
    let high: Option<Vec<u8>> = after.map(|after| after.bytes().collect());
    let mut key = Vec::new();
    let mut bounded = high.is_some();
    for place in 0.. {
        let floor = low.get(place).map_or(0, |byte| byte.saturating_sub(b'a'));
        let ceiling = if bounded {
            high.as_ref()
                .and_then(|high| high.get(place))
                .map_or(0, |byte| byte.saturating_sub(b'a'))
        } else {
            26
        };
        if ceiling > floor + 1 {
            key.push(b'a' + u8::midpoint(floor, ceiling));
            break;
        }
        key.push(b'a' + floor);
        bounded = bounded && ceiling == floor;
    }
    key.into_iter().map(char::from).collect()
}

/// The next key behind all. Most keys are made there, one after another, so three digits are
/// counted up where halving would need a digit more for every few.
fn behind(low: &[u8]) -> String {
    const WIDTH: usize = 3;
    let mut key = String::new();
    for from in (0..).step_by(WIDTH) {
        let digits = (from..from + WIDTH).map(|place| {
            low.get(place)
                .map_or(0, |byte| u32::from(byte.saturating_sub(b'a')))
        });
        let mut number = digits.fold(0, |number, digit| number * 26 + digit.min(25)) + 1;
        if number % 26 == 0 {
            number += 1;
        }
        let full = number >= 26_u32.pow(WIDTH as u32);
        if full {
            number = 26_u32.pow(WIDTH as u32) - 1;
        }
        for place in (0..WIDTH as u32).rev() {
            let digit = number / 26_u32.pow(place) % 26;
            key.push(char::from(b'a' + digit as u8));
        }
        if !full {
            break;
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::between;
    use proptest::prelude::*;

    #[test]
    fn keys_fit_between() {
        let middle = between(None, None);
        let first = between(None, Some(&middle));
        let last = between(Some(&middle), None);
        assert!(first < middle && middle < last);
    }

    #[test]
    fn keys_stay_short_at_the_end() {
        let mut last = between(None, None);
        for _ in 0..20_000 {
            let next = between(Some(&last), None);
            assert!(last < next && !next.ends_with('a'));
            last = next;
        }
        assert!(last.len() <= 9, "{last}");
    }

    proptest! {
        #[test]
        fn there_is_always_room(places in prop::collection::vec(0usize..200, 1..200)) {
            let mut keys: Vec<String> = Vec::new();
            for place in places {
                let place = place % (keys.len() + 1);
                let before = place.checked_sub(1).map(|place| keys[place].as_str());
                let key = between(before, keys.get(place).map(String::as_str));
                keys.insert(place, key);
            }
            prop_assert!(keys.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}
