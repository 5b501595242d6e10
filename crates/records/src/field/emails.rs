//! E-mail addresses. The value is a list of `{"address", "label"}`; the first is the preferred one. What is no
//! address is refused when typed by hand, and kept with `"odd": true` when it was imported.

use kernel::{Result, Text as Message, Value, contact::email};
use locale::Locale;
use sea_query::Condition;

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
pub struct Emails;

pub const LABELS: &[&str] = &["work", "home", "other"];

impl FieldType for Emails {
    fn key(&self) -> &'static str {
        "emails"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Text)]
    }

    fn sort_suffix(&self) -> Option<&'static str> {
        None
    }

    /// Rows `key.0.address` and `key.0.label`, or one address under the key.
    fn parse(&self, input: &Input, _: &Reading) -> Result<Json, Message> {
        let mut rows = input.rows();
        if !input.text().is_empty() {
            rows.push(vec![("address", input.text())]);
        }
        let mut found: Vec<Json> = Vec::new();
        for row in rows {
            let typed = part_of(&row, "address");
            if typed.is_empty() {
                continue;
            }
            let Some(address) = email::parse(typed) else {
                return Err(Message::new("not-an-email").with("typed", typed));
            };
            found.push(entry(&address, part_of(&row, "label"), false));
        }
        Ok(list_or_null(unlike(found)))
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        let one = |item: &Json| {
            let typed = item.as_str().or_else(|| item.get("address")?.as_str())?.trim();
            let label = item.get("label").and_then(Json::as_str).unwrap_or_default();
            match (email::parse(typed), typed.is_empty()) {
                (_, true) => None,
                (Some(address), _) => Some(entry(&address, label, false)),
                (None, _) => Some(entry(typed, label, true)),
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

    fn show(&self, value: &Json, _: &Reading) -> String {
        addresses(value).collect::<Vec<_>>().join(", ")
    }

    fn fill(&self, key: &str, value: &Json, _: &Reading) -> Pairs {
        let rows = value.as_array().into_iter().flatten().enumerate();
        rows.flat_map(|(at, item)| {
            ["address", "label"].map(|part| (format!("{key}.{at}.{part}"), as_text(&item[part]).to_owned()))
        })
        .collect()
    }

    fn export(&self, value: &Json) -> String {
        addresses(value).collect::<Vec<_>>().join(", ")
    }

    fn control(&self) -> Control {
        Control::Rows { parts: &["address", "label"], labels: LABELS }
    }

    fn schema(&self) -> Json {
        schema::list(serde_json::json!({
            "type": "object",
            "required": ["address"],
            "properties": {
                "address": { "type": "string", "maxLength": 320 },
                "label": { "type": "string", "examples": LABELS },
                "odd": { "type": "boolean", "description": "It was imported and is no e-mail address." },
            },
            "additionalProperties": false,
        }))
    }

    fn operators(&self) -> &'static [Operator] {
        TEXT_OPERATORS
    }

    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        super::phones::listed_condition(target, operator, arguments)
    }

    fn words(&self, value: &Json, out: &mut Vec<String>) {
        addresses(value).for_each(|address| out.extend(locale::tokens::email_tokens(address)));
    }

    fn lookups(&self, value: &Json, out: &mut Vec<Lookup>) {
        out.extend(addresses(value).map(Lookup::email));
    }
}

/// The addresses of a value, the preferred one first.
pub fn addresses(value: &Json) -> impl Iterator<Item = &str> {
    value.as_array().into_iter().flatten().filter_map(|item| item.get("address")?.as_str())
}

fn entry(address: &str, label: &str, odd: bool) -> Json {
    let mut item = serde_json::Map::new();
    item.insert("address".to_owned(), address.chars().take(320).collect::<String>().into());
    if !label.is_empty() {
        item.insert("label".to_owned(), label.chars().take(60).collect::<String>().into());
    }
    if odd {
        item.insert("odd".to_owned(), true.into());
    }
    Json::Object(item)
}

/// Without those that repeat an earlier one.
fn unlike(found: Vec<Json>) -> Vec<Json> {
    let mut kept: Vec<Json> = Vec::with_capacity(found.len());
    for item in found {
        let key = email::key(as_text(&item["address"]));
        if !kept.iter().any(|have| email::key(as_text(&have["address"])) == key) {
            kept.push(item);
        }
    }
    kept
}
