//! Places among siblings: keys that sort as text, with always room for one more between two.
//!
//! Invariant: a key is a string of lower-case letters that never ends in `a`, read as the digits
//! of a fraction in base 26; so two coders can insert at once and neither renumbers the other's.

/// A key between two others; none stands for the open end on that side.
///
/// When the two are not in order, which only a merge can bring about, it comes after the first.
#[must_use]
pub fn between(before: Option<&str>, after: Option<&str>) -> String {
    let low: Vec<u8> = before.unwrap_or("").bytes().collect();
    let after = after.filter(|after| before.is_none_or(|before| before < *after));
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
