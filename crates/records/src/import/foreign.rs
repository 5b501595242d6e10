//! What no field holds: the rest of a vCard, kept as JSON in a hidden field and put back when the card is exported.

use formats::vcard::Card;

use crate::{Json, field::long_text::LONGEST};

/// A card of which only what has no field is filled.
#[derive(Debug, Default)]
pub(crate) struct Foreign(pub(crate) Card);

impl Foreign {
    pub(crate) fn of_uid(uid: String) -> Foreign {
        Foreign(Card { uid: Some(uid), ..Card::default() })
    }

    /// From the field's text; empty when it holds nothing that was ours.
    pub(crate) fn read(text: &str) -> Foreign {
        Foreign(serde_json::from_str(text).unwrap_or_default())
    }

    /// As [`Foreign::written`], short enough for the field: of what is too long, the longest unknown properties are left
    /// out, such as keys and sounds.
    pub(crate) fn fitting(mut self) -> String {
        loop {
            let text = self.written();
            let unknown = &mut self.0.unknown;
            let longest = unknown.iter().enumerate().max_by_key(|(_, property)| property.value.len());
            match longest.map(|(at, _)| at) {
                Some(at) if text.chars().count() > LONGEST => {
                    let left_out = unknown.remove(at);
                    tracing::warn!(name = left_out.name, "a property of a vCard was too long to be kept");
                }
                _ => return text,
            }
        }
    }

    /// As the field keeps it: empty parts left out, and an empty text when all are.
    pub(crate) fn written(&self) -> String {
        let Ok(whole) = serde_json::to_value(&self.0) else { return String::new() };
        let Json::Object(parts) = whole else { return String::new() };
        let kept: serde_json::Map<String, Json> = parts
            .into_iter()
            .map(|(part, value)| (part, filled(value)))
            .filter(|(part, value)| tells(part, value))
            .collect();
        if kept.is_empty() { String::new() } else { Json::Object(kept).to_string() }
    }
}

fn tells(part: &str, value: &Json) -> bool {
    let usual = part == "version" || (part == "kind" && value == "Individual") || part == "warnings";
    !usual && !is_empty(value)
}

/// Without the empty parts of objects within.
fn filled(value: Json) -> Json {
    match value {
        Json::Object(parts) => {
            let parts = parts.into_iter().map(|(part, value)| (part, filled(value)));
            Json::Object(parts.filter(|(_, value)| !is_empty(value)).collect())
        }
        Json::Array(items) => Json::Array(items.into_iter().map(filled).collect()),
        other => other,
    }
}

fn is_empty(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::String(text) => text.is_empty(),
        Json::Array(items) => items.is_empty(),
        Json::Object(parts) => parts.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use formats::vcard::{Name, RawProperty};

    use super::*;

    #[test]
    fn what_is_kept_reads_back() {
        let unknown =
            RawProperty { name: "X-SHOE-SIZE".to_owned(), value: "38".to_owned(), ..RawProperty::default() };
        let name = Name { phonetic_given: "an-na".to_owned(), ..Name::default() };
        let card = Card { uid: Some("u1".to_owned()), unknown: vec![unknown], name, ..Card::default() };
        let text = Foreign(card.clone()).written();
        assert!(!text.contains("emails") && !text.contains("null"), "{text}");
        assert_eq!(Foreign::read(&text).0, card);
        assert_eq!(Foreign(Card::default()).written(), "");
        let mut heavy = card.clone();
        heavy.unknown.push(RawProperty {
            name: "SOUND".to_owned(),
            value: "x".repeat(LONGEST),
            ..RawProperty::default()
        });
        assert_eq!(Foreign::read(&Foreign(heavy).fitting()).0, card);
        assert_eq!(Foreign::read("no JSON").0, Card::default());
    }
}
