//! A place on boards, as a fraction between nought and one: its digits of base 62, in the order of ASCII, so that texts compare as the
//! fractions do. Between two of them there is always a third. See [`crate::rank`] for what gives cards theirs.

use kernel::{Id, Result, Text as Message, Value};
use locale::Locale;
use sea_query::Condition;

use crate::{
    Json,
    field::{ColumnKind, Control, FieldType, Input, Reading, Target, as_text, text_or_null},
    query::Operator,
};

/// Whose records have a place of their own on boards.
#[derive(Debug)]
pub struct Rank;

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Of a record that nobody placed yet: the newest stand first, those of one moment in the order of their making.
pub(crate) fn of_new(id: Id) -> String {
    let bytes = id.bytes();
    // Milliseconds and their part, and what counts the keys of one instant: see `Id::new`.
    let moment = u64::from_be_bytes([0, 0, bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5]]);
    let fine = u64::from(bytes[6] & 0x0f) << 8 | u64::from(bytes[7]);
    let count = u64::from(bytes[8] & 0x3f) << 16 | u64::from(bytes[9]) << 8 | u64::from(bytes[10]);
    let earlier = !(moment << 12 | fine) & ((1 << 60) - 1);
    let mut left = u128::from(earlier) << 22 | u128::from(count);
    // What ends with a nought has nothing before it that begins alike.
    let mut digits = vec![b'V'];
    for _ in 0..14 {
        digits.push(DIGITS[(left % 62) as usize]);
        left /= 62;
    }
    digits.iter().rev().map(|digit| char::from(*digit)).collect()
}

/// One between two, the first of which may be empty for the very beginning, and the second missing for the end; none where there is no
/// room, as between two that are the same.
pub(crate) fn between(low: &str, high: Option<&str>) -> Option<String> {
    let digit = |text: &str, at: usize| -> Option<usize> {
        DIGITS.iter().position(|digit| Some(digit) == text.as_bytes().get(at))
    };
    if high.is_some_and(|high| low >= high) {
        return None;
    }
    let (mut made, mut high) = (String::new(), high);
    loop {
        let at = made.len();
        let from = digit(low, at).unwrap_or(0);
        let to = match high {
            Some(high) => digit(high, at)?,
            None => DIGITS.len(),
        };
        if to - from > 1 {
            made.push(char::from(DIGITS[from.midpoint(to)]));
            return Some(made);
        }
        // Whatever follows this digit is below the upper one.
        if to > from {
            high = None;
        }
        made.push(char::from(DIGITS[from]));
    }
}

/// So many between two, in order and as short as they can be.
pub(crate) fn spread(low: &str, high: Option<&str>, count: usize) -> Option<Vec<String>> {
    if count == 0 {
        return Some(Vec::new());
    }
    let middle = between(low, high)?;
    let mut all = spread(low, Some(&middle), count / 2)?;
    let behind = spread(&middle, high, count - count / 2 - 1)?;
    all.push(middle);
    all.extend(behind);
    Some(all)
}

impl FieldType for Rank {
    fn key(&self) -> &'static str {
        "rank"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Text)]
    }

    fn parse(&self, input: &Input, _: &Reading) -> Result<Json, Message> {
        self.check(&input.text().into())
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        match as_text(value) {
            text if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) => Ok(text_or_null(text)),
            _ => Err(Message::new("not-a-place")),
        }
    }

    fn bind(&self, value: &Json, _: &Locale) -> Vec<Value> {
        vec![as_text(value).into()]
    }

    fn read(&self, column: &Value) -> Json {
        match column {
            Value::Text(text) => text_or_null(text),
            _ => Json::Null,
        }
    }

    fn show(&self, value: &Json, _: &Reading) -> String {
        as_text(value).to_owned()
    }

    fn control(&self) -> Control {
        Control::Line { input_type: "text", mode: "text" }
    }

    fn operators(&self) -> &'static [Operator] {
        &[]
    }

    fn condition(&self, _: &Target, _: Operator, _: &[String]) -> Result<Condition> {
        Ok(Condition::all())
    }
}

#[cfg(test)]
mod tests {
    use kernel::Timestamp;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn newer_records_stand_before_older_ones() {
        let at = |micros: i64| of_new(Id::new(Timestamp::from_micros(micros)));
        assert!(at(1_800_000_000_000_001) < at(1_800_000_000_000_000), "{}", at(1_800_000_000_000_000));
        assert!(at(1_900_000_000_000_000) < at(1_800_000_000_000_000));
    }

    #[test]
    fn there_is_no_room_between_the_same() {
        assert_eq!(between("V", Some("V")), None);
        assert_eq!(between("W", Some("V")), None);
        assert_eq!(between("A", Some("A0")), None);
    }

    proptest! {
        #[test]
        fn wherever_cards_are_put_they_stay_in_that_order(places in prop::collection::vec(0usize..1000, 1..200)) {
            let mut ranks: Vec<String> = Vec::new();
            for place in places {
                let at = place % (ranks.len() + 1);
                let low = at.checked_sub(1).map_or("", |before| ranks[before].as_str());
                let made = between(low, ranks.get(at).map(String::as_str)).unwrap();
                prop_assert!(!made.ends_with('0'), "{made}");
                ranks.insert(at, made);
            }
            prop_assert!(ranks.is_sorted_by(|one, other| one < other), "{ranks:?}");
        }

        #[test]
        fn many_between_two_are_in_order_and_short(count in 1usize..5000) {
            let all = spread("3f", Some("3g"), count).unwrap();
            prop_assert_eq!(all.len(), count);
            prop_assert!(all.is_sorted_by(|one, other| one < other));
            prop_assert!(*all[0] > *"3f" && *all[count - 1] < *"3g");
            prop_assert!(all.iter().all(|one| one.len() <= 8));
        }
    }
}
