//! What an update keeps: lists are united, single values are overwritten, and what the file leaves empty stays.

use crate::{Json, Object, field::as_text, save::Values};

/// The values of a row that change a record that has those of `have`.
pub(super) fn changed(object: &Object, have: impl Fn(&str) -> Json, row: &Values) -> Values {
    let mut changed = Values::new();
    for (key, new) in row {
        if new.is_null() || object.field(key).is_ok_and(|field| field.computed) {
            continue;
        }
        let old = have(key);
        let merged = merged(&old, new);
        if merged != old {
            changed.insert(key.clone(), merged);
        }
    }
    changed
}

fn merged(old: &Json, new: &Json) -> Json {
    match (old, new) {
        (Json::Array(old), Json::Array(new)) => {
            let mut all = old.clone();
            for item in new {
                let key = identity(item);
                if !all.iter().any(|have| identity(have) == key) {
                    all.push(item.clone());
                }
            }
            Json::Array(all)
        }
        // The parts of a name: those that the file has.
        (Json::Object(old), Json::Object(new)) if !new.contains_key("id") => {
            let mut all = old.clone();
            all.extend(new.iter().map(|(part, value)| (part.clone(), value.clone())));
            Json::Object(all)
        }
        (_, new) => new.clone(),
    }
}

/// What makes an entry of a list the same as another, whatever its label.
pub(crate) fn identity(item: &Json) -> String {
    let Json::Object(parts) = item else { return as_text(item).to_lowercase() };
    let named = ["label", "odd", "reason", "until"];
    let told: Vec<String> = parts
        .iter()
        .filter(|(part, _)| !named.contains(&part.as_str()))
        .map(|(part, value)| format!("{part}={}", as_text(value).to_lowercase()))
        .collect();
    told.join("\u{1f}")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn lists_are_united_and_single_values_overwritten() {
        let check = |old: Json, new: Json, expected: Json| assert_eq!(merged(&old, &new), expected);
        check(
            json!([{ "address": "a@x.dk", "label": "work" }]),
            json!([{ "address": "A@x.dk" }, { "address": "b@x.dk" }]),
            json!([{ "address": "a@x.dk", "label": "work" }, { "address": "b@x.dk" }]),
        );
        check(json!(["vip"]), json!(["VIP", "new"]), json!(["vip", "new"]));
        check(json!("old"), json!("new"), json!("new"));
        check(Json::Null, json!("new"), json!("new"));
        check(
            json!({ "given": "Anna", "family": "Berg", "middle": "Maria" }),
            json!({ "given": "Anne", "family": "Berg" }),
            json!({ "given": "Anne", "family": "Berg", "middle": "Maria" }),
        );
        check(json!({ "id": "1", "name": "a" }), json!({ "id": "2" }), json!({ "id": "2" }));
    }
}
