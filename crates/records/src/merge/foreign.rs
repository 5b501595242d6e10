//! What no field holds, of several cards: the surviving card keeps what another program called each of them, so that
//! its next file or sync finds the card by any of those names.

use formats::vcard::RawProperty;

use crate::{Json, field::as_text, import::Foreign};

/// A property of ours in the rest of a vCard: the UID of a card that was merged into this one.
pub(crate) const MERGED_UID: &str = "X-KARTOTEK-MERGED-UID";

/// The survivor's own, with what the others had beside it.
pub(super) fn united(values: &[&Json]) -> Json {
    let mut filled = values.iter().filter(|value| !value.is_null());
    let Some(first) = filled.next() else { return Json::Null };
    let mut whole = Foreign::read(as_text(first));
    for other in filled {
        let other = Foreign::read(as_text(other));
        let merged =
            |uid: String| RawProperty { name: MERGED_UID.to_owned(), value: uid, ..RawProperty::default() };
        let mut came = other.0.unknown;
        match (&whole.0.uid, other.0.uid) {
            (None, uid) => whole.0.uid = uid,
            (Some(own), Some(uid)) if *own != uid => came.push(merged(uid)),
            _ => {}
        }
        for property in came {
            let several = property.name == MERGED_UID;
            let has =
                |have: &RawProperty| have.name == property.name && (!several || have.value == property.value);
            if !whole.0.unknown.iter().any(has) {
                whole.0.unknown.push(property);
            }
        }
    }
    crate::field::text_or_null(&whole.fitting())
}

#[cfg(test)]
mod tests {
    use crate::lookups::Lookup;

    use super::*;

    #[test]
    fn every_name_that_other_programs_gave_stays() {
        let (one, other) = (Json::from(r#"{"uid":"u1"}"#), Json::from(r#"{"uid":"u2","unknown":[]}"#));
        let whole = united(&[&one, &Json::Null, &other]);
        let uids: Vec<String> = Lookup::uids(as_text(&whole)).into_iter().map(|key| key.value).collect();
        assert_eq!(uids, ["u1", "u2"]);
        let again = united(&[&whole, &other, &Json::from(r#"{"uid":"u3"}"#)]);
        let uids: Vec<String> = Lookup::uids(as_text(&again)).into_iter().map(|key| key.value).collect();
        assert_eq!(uids, ["u1", "u2", "u3"]);
        assert_eq!(united(&[&Json::Null, &one]), Json::from(r#"{"uid":"u1"}"#));
        assert_eq!(united(&[&Json::Null]), Json::Null);
    }
}
