//! Whether a value has the shape that its schema describes: the part of JSON Schema that our own schemas use. Patterns and
//! formats are left to the fields themselves, which know more than a pattern says.

use kernel::{FieldErrors, Text};
use records::Json;

/// Whether the value fits; each mistake is added under the way to it.
pub fn fits(value: &Json, schema: &Json, way: &str, errors: &mut FieldErrors) -> bool {
    let before = errors.0.len();
    if let Some(any) = schema.get("anyOf").and_then(Json::as_array) {
        // The last mistake says as much as all of them.
        let mut last = FieldErrors::default();
        for one in any {
            last = FieldErrors::default();
            if fits(value, one, way, &mut last) {
                return true;
            }
        }
        errors.0.extend(last.0);
        return false;
    }
    if !schema.get("type").is_none_or(|kind| is_of_type(value, kind)) {
        let kind = schema.get("type").map(Json::to_string).unwrap_or_default().replace('"', "");
        errors.add(way, Text::new("api-wrong-type").with("type", kind));
        return false;
    }
    if let Some(choices) = schema.get("enum").and_then(Json::as_array)
        && !choices.contains(value)
    {
        errors.add(way, Text::new("not-a-choice"));
    }
    match value {
        Json::String(text) => {
            if let Some(most) = schema.get("maxLength").and_then(Json::as_u64)
                && text.chars().count() as u64 > most
            {
                errors.add(way, Text::new("too-long").with("max", most));
            }
        }
        Json::Number(number) => check_range(number, schema, way, errors),
        Json::Array(items) => check_items(items, schema, way, errors),
        Json::Object(members) => check_members(members, schema, way, errors),
        Json::Null | Json::Bool(_) => {}
    }
    errors.0.len() == before
}

fn is_of_type(value: &Json, kind: &Json) -> bool {
    if let Some(kinds) = kind.as_array() {
        return kinds.iter().any(|kind| is_of_type(value, kind));
    }
    match kind.as_str().unwrap_or_default() {
        "string" => value.is_string(),
        "integer" => value.is_i64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "null" => value.is_null(),
        _ => false,
    }
}

fn check_range(number: &serde_json::Number, schema: &Json, way: &str, errors: &mut FieldErrors) {
    let bound = |name: &str| schema.get(name).and_then(Json::as_i64);
    let (Some(least), Some(most), Some(number)) = (bound("minimum"), bound("maximum"), number.as_i64())
    else {
        return;
    };
    if !(least..=most).contains(&number) {
        errors.add(way, Text::new("api-out-of-range").with("least", least).with("most", most));
    }
}

fn check_items(items: &[Json], schema: &Json, way: &str, errors: &mut FieldErrors) {
    if let Some(most) = schema.get("maxItems").and_then(Json::as_u64)
        && items.len() as u64 > most
    {
        errors.add(way, Text::new("api-too-many-items").with("most", most));
        return;
    }
    if let Some(inner) = schema.get("items") {
        for (at, item) in items.iter().enumerate() {
            fits(item, inner, &format!("{way}/{at}"), errors);
        }
    }
}

fn check_members(
    members: &serde_json::Map<String, Json>,
    schema: &Json,
    way: &str,
    errors: &mut FieldErrors,
) {
    let inside = |name: &str| if way.is_empty() { name.to_owned() } else { format!("{way}/{name}") };
    let properties = schema.get("properties").and_then(Json::as_object);
    for (name, member) in members {
        match properties.and_then(|properties| properties.get(name)) {
            Some(inner) => {
                fits(member, inner, &inside(name), errors);
            }
            None if schema.get("additionalProperties") == Some(&Json::Bool(false)) => {
                errors.add(inside(name), Text::new("no-such-field"));
            }
            None => {}
        }
    }
    for name in schema.get("required").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str)
    {
        if !members.contains_key(name) {
            errors.add(inside(name), Text::new("required"));
        }
    }
}

#[cfg(test)]
mod tests {
    use records::field::{FieldType, emails::Emails, person_name::PersonName, rating::Rating};
    use serde_json::json;

    use super::*;

    #[test]
    fn a_mistake_is_named_by_the_way_to_it() {
        #[track_caller]
        fn check(kind: &dyn FieldType, value: Json, expected: &[(&str, &str)]) {
            let mut errors = FieldErrors::default();
            fits(&value, &kind.schema(), "f", &mut errors);
            let found: Vec<(&str, &str)> =
                errors.0.iter().map(|(way, text)| (way.as_str(), text.key)).collect();
            assert_eq!(found, expected, "{value}");
        }
        check(&Emails, json!([{ "address": "a@b.dk", "label": "work" }]), &[]);
        check(&Emails, json!("a@b.dk"), &[("f", "api-wrong-type")]);
        check(&Emails, json!([{ "label": "work" }]), &[("f/0/address", "required")]);
        check(&Emails, json!([{ "address": 1 }]), &[("f/0/address", "api-wrong-type")]);
        check(&Emails, json!([{ "address": "a@b.dk", "x": 1 }]), &[("f/0/x", "no-such-field")]);
        check(&PersonName, json!("Anna Berg"), &[]);
        check(&PersonName, json!({ "given": "Anna" }), &[]);
        check(&PersonName, json!(7), &[("f", "api-wrong-type")]);
        check(&Rating, json!(6), &[("f", "api-out-of-range")]);
        check(&Rating, json!(2.5), &[("f", "api-wrong-type")]);
    }
}
