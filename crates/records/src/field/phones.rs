//! Phone numbers. The value is a list of `{"number": "+4531425510", "extension", "label"}`, the preferred one first.
//! What cannot be read as a number is kept as typed: `{"raw": "ask for Bo"}`.

use kernel::{Country, Result, Text as Message, Value, contact::phone};
use locale::Locale;
use sea_query::{Condition, ExprTrait};

use crate::{
    Json,
    field::{
        ColumnKind, Control, FieldType, Input, Pairs, Reading, Target, as_text, input::part_of, json_column,
        list_or_null, read_json, schema, text::TEXT_OPERATORS,
    },
    lookups::Lookup,
    query::Operator,
};

#[derive(Debug)]
pub struct Phones;

pub const LABELS: &[&str] = &["mobile", "work", "home", "main", "fax", "other"];

impl FieldType for Phones {
    fn key(&self) -> &'static str {
        "phones"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Text)]
    }

    fn sort_suffix(&self) -> Option<&'static str> {
        None
    }

    /// Rows `key.0.number` and `key.0.label`, or one number under the key.
    fn parse(&self, input: &Input, reading: &Reading) -> Result<Json, Message> {
        let mut rows = input.rows();
        if !input.text().is_empty() {
            rows.push(vec![("number", input.text())]);
        }
        let home = reading.locale.locality().country;
        let one = |row: &Vec<(&str, &str)>| match part_of(row, "number") {
            "" => None,
            typed => Some(entry(typed, part_of(row, "label"), home)),
        };
        Ok(list_or_null(unlike(rows.iter().filter_map(one).collect())))
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        let one = |item: &Json| {
            let part = |part: &str| item.get(part).and_then(Json::as_str).unwrap_or_default();
            match (part("number"), part("raw")) {
                ("", "") => None,
                ("", raw) => Some(unread(raw, part("label"))),
                (number, _) if number.starts_with('+') => {
                    let phone =
                        phone::Phone { e164: number.to_owned(), extension: part("extension").to_owned() };
                    Some(read(&phone, part("label")))
                }
                (number, _) => Some(unread(number, part("label"))),
            }
        };
        Ok(list_or_null(unlike(value.as_array().into_iter().flatten().filter_map(one).collect())))
    }

    fn bind(&self, value: &Json, _: &Locale) -> Vec<Value> {
        vec![json_column(value)]
    }

    fn read(&self, column: &Value) -> Json {
        read_json(column)
    }

    fn show(&self, value: &Json, reading: &Reading) -> String {
        let items = value.as_array().into_iter().flatten();
        items.map(|item| shown(item, reading)).collect::<Vec<_>>().join(", ")
    }

    fn fill(&self, key: &str, value: &Json, reading: &Reading) -> Pairs {
        let rows = value.as_array().into_iter().flatten().enumerate();
        rows.flat_map(|(at, item)| {
            [
                (format!("{key}.{at}.number"), shown(item, reading)),
                (format!("{key}.{at}.label"), as_text(&item["label"]).to_owned()),
            ]
        })
        .collect()
    }

    fn export(&self, value: &Json) -> String {
        let text = |item: &Json| match (as_text(&item["number"]), as_text(&item["extension"])) {
            ("", _) => as_text(&item["raw"]).to_owned(),
            (number, "") => number.to_owned(),
            (number, extension) => format!("{number} ext. {extension}"),
        };
        value.as_array().into_iter().flatten().map(text).collect::<Vec<_>>().join(", ")
    }

    fn control(&self) -> Control {
        Control::Rows { parts: &["number", "label"], labels: LABELS }
    }

    fn schema(&self) -> Json {
        schema::list(serde_json::json!({
            "type": "object",
            "properties": {
                "number": { "type": "string", "description": "E.164; as people write it when it is sent." },
                "extension": { "type": "string" },
                "raw": { "type": "string", "description": "What could not be read as a number." },
                "label": { "type": "string", "examples": LABELS },
            },
            "additionalProperties": false,
        }))
    }

    fn operators(&self) -> &'static [Operator] {
        TEXT_OPERATORS
    }

    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        let digits = |text: &String| {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            if digits.is_empty() { text.clone() } else { digits.trim_start_matches('0').to_owned() }
        };
        listed_condition(target, operator, &arguments.iter().map(digits).collect::<Vec<_>>())
    }

    fn words(&self, value: &Json, out: &mut Vec<String>) {
        for item in value.as_array().into_iter().flatten() {
            let number = item.get("number").or_else(|| item.get("raw")).map_or("", as_text);
            out.extend(locale::tokens::phone_tokens(number));
        }
    }

    fn lookups(&self, value: &Json, out: &mut Vec<Lookup>) {
        out.extend(numbers(value).map(Lookup::phone));
    }
}

/// The numbers of a value that were understood, as E.164, the preferred one first.
pub fn numbers(value: &Json) -> impl Iterator<Item = &str> {
    value.as_array().into_iter().flatten().filter_map(|item| item.get("number")?.as_str())
}

/// One entry as people of the reader's country write it.
pub fn shown(item: &Json, reading: &Reading) -> String {
    let Some(number) = item.get("number").and_then(Json::as_str) else {
        return as_text(&item["raw"]).to_owned();
    };
    let shown = phone::show(number, reading.locale.locality().country);
    match as_text(&item["extension"]) {
        "" => shown,
        extension => format!("{shown} ext. {extension}"),
    }
}

/// One entry from what was typed or stood in a file.
pub fn entry(typed: &str, label: &str, home: Country) -> Json {
    match phone::parse(typed, home) {
        Some(phone) => read(&phone, label),
        None => unread(typed, label),
    }
}

fn read(phone: &phone::Phone, label: &str) -> Json {
    let mut item = serde_json::Map::new();
    item.insert("number".to_owned(), phone.e164.chars().take(40).collect::<String>().into());
    if !phone.extension.is_empty() {
        item.insert("extension".to_owned(), phone.extension.clone().into());
    }
    labelled(item, label)
}

fn unread(typed: &str, label: &str) -> Json {
    let raw: String = typed.chars().take(100).collect();
    labelled(serde_json::Map::from_iter([("raw".to_owned(), raw.into())]), label)
}

fn labelled(mut item: serde_json::Map<String, Json>, label: &str) -> Json {
    if !label.is_empty() {
        item.insert("label".to_owned(), label.chars().take(60).collect::<String>().into());
    }
    Json::Object(item)
}

fn unlike(found: Vec<Json>) -> Vec<Json> {
    let mut kept: Vec<Json> = Vec::with_capacity(found.len());
    for item in found {
        let same = |have: &Json| {
            have["number"] == item["number"]
                && have["raw"] == item["raw"]
                && have["extension"] == item["extension"]
        };
        if !kept.iter().any(same) {
            kept.push(item);
        }
    }
    kept
}

/// Operators on a list kept as JSON: `is` means that one of them is just this.
pub(super) fn listed_condition(
    target: &Target,
    operator: Operator,
    arguments: &[String],
) -> Result<Condition> {
    let quoted = |text: &String| vec![format!("\"{text}\"")];
    let only =
        |operator| target.text_condition("", operator, &arguments.first().map(quoted).unwrap_or_default());
    match operator {
        Operator::Is => only(Operator::Contains),
        Operator::IsNot => only(Operator::ContainsNot),
        Operator::StartsWith => {
            let start = arguments.first().map(|text| vec![format!("\"{text}")]).unwrap_or_default();
            target.text_condition("", Operator::Contains, &start)
        }
        Operator::Empty => Ok(Condition::all().add(target.column("").eq(""))),
        other => target.text_condition("", other, arguments),
    }
}
