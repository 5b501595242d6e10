//! What cards that become one have together, beyond what somebody chooses: when they were last talked to, and how a
//! household is greeted.

use records::{Json, Record, save::Values};

/// The latest talk with any of them, and whose it was.
pub(crate) fn last_talk(members: &[Record], values: &mut Values) {
    let talks = members.iter().filter(|member| !member.get("last_talk_at").is_null());
    if let Some(latest) = talks.max_by_key(|member| member.instant("last_talk_at")) {
        for field in ["last_talk_at", "last_talk_by"] {
            values.insert(field.to_owned(), latest.get(field).clone());
        }
    }
    // Their tasks and appointments are the survivor's now.
    if let Some(latest) = members.iter().max_by_key(|member| member.instant("planned_until"))
        && !latest.get("planned_until").is_null()
    {
        values.insert("planned_until".to_owned(), latest.get("planned_until").clone());
    }
    // The rhythm of whoever was in contact last stands until the next contact, which is measured against those of all.
    let contacts = members.iter().filter(|member| !member.get("last_contact_at").is_null());
    if let Some(latest) = contacts.max_by_key(|member| member.instant("last_contact_at")) {
        for field in ["last_contact_at", "usual_gap", "stale_since"] {
            values.insert(field.to_owned(), latest.get(field).clone());
        }
    }
}

/// A greeting that followed from the members goes on doing so.
pub(crate) fn greeting(members: &[Record], values: &mut Values) {
    let own = &members[0];
    let chosen = values.get("greeting").unwrap_or(&Json::Null);
    let follows = |member: &Record| member.get("greeting") == chosen && followed(member);
    if followed(own) && (chosen.is_null() || members.iter().any(follows)) {
        values.remove("greeting");
    }
}

fn followed(household: &Record) -> bool {
    household.text("greeting") == household.text("greeting_found")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::json;

    use super::*;

    fn record(values: Json) -> Record {
        let object = Arc::new(crate::household::household());
        let value = |key: &str| values.get(key).cloned().unwrap_or(Json::Null);
        let values = object.fields.iter().map(|field| value(&field.key)).collect();
        Record::imagined(object, values)
    }

    #[test]
    fn the_latest_talk_counts() {
        let (early, late) = (json!({ "last_talk_at": 5, "last_talk_by": "a" }), json!({ "last_talk_at": 9 }));
        let mut values = Values::new();
        last_talk(&[record(early), record(late), record(json!({}))], &mut values);
        assert_eq!(Json::Object(values), json!({ "last_talk_at": 9, "last_talk_by": null }));
        let mut values = Values::new();
        last_talk(&[record(json!({}))], &mut values);
        assert!(values.is_empty());
    }

    #[test]
    fn a_greeting_that_was_typed_stays() {
        let check = |own: Json, other: Json, chosen: &str, expected: bool| {
            let mut values = Values::from_iter([("greeting".to_owned(), Json::from(chosen))]);
            greeting(&[record(own), record(other)], &mut values);
            assert_eq!(values.contains_key("greeting"), expected, "{chosen}");
        };
        let found = |text: &str| json!({ "greeting": text, "greeting_found": text });
        check(found("Anna Berg"), found("Bo Berg"), "Anna Berg", false);
        check(
            found("Anna Berg"),
            json!({ "greeting": "Dear Bergs", "greeting_found": "Bo Berg" }),
            "Dear Bergs",
            true,
        );
        check(json!({ "greeting": "Hi", "greeting_found": "Anna Berg" }), found("Bo Berg"), "Hi", true);
    }
}
