//! Postal addresses. The value is a list of `{"label", "po_box", "extended", "street", "city", "region",
//! "postal_code", "country"}` (vCard's ADR, RFC 6350 6.3.1), the preferred one first; empty parts are left out.

use kernel::{Result, Text as Message, Value};
use locale::Locale;
use sea_query::Condition;

use crate::{
    Json,
    field::{
        ColumnKind, Control, FieldType, Input, Pairs, Reading, Target, as_text, input::part_of, json_column,
        list_or_null, read_json, text::TEXT_OPERATORS, too_long,
    },
    lookups::Lookup,
    query::Operator,
};

#[derive(Debug)]
pub struct Addresses;

pub const PARTS: &[&str] =
    &["street", "extended", "po_box", "postal_code", "city", "region", "country", "label"];
pub const LABELS: &[&str] = &["home", "work", "invoice", "delivery", "other"];
const LONGEST: usize = 300;

impl FieldType for Addresses {
    fn key(&self) -> &'static str {
        "addresses"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Text)]
    }

    fn sort_suffix(&self) -> Option<&'static str> {
        None
    }

    fn parse(&self, input: &Input, _: &Reading) -> Result<Json, Message> {
        let one = |row: Vec<(&str, &str)>| {
            Json::Object(PARTS.iter().map(|part| ((*part).to_owned(), part_of(&row, part).into())).collect())
        };
        let mut found: Vec<Json> = input.rows().into_iter().map(one).collect();
        if !input.text().is_empty() {
            found.push(serde_json::json!({ "street": input.text() }));
        }
        self.check(&Json::Array(found))
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        let mut found = Vec::new();
        for item in value.as_array().into_iter().flatten() {
            let mut address = serde_json::Map::new();
            for part in PARTS {
                let text = item.get(part).and_then(Json::as_str).unwrap_or_default().trim();
                if text.chars().count() > LONGEST {
                    return Err(too_long(LONGEST));
                }
                if !text.is_empty() {
                    address.insert((*part).to_owned(), text.into());
                }
            }
            if address.keys().any(|part| part != "label") {
                found.push(Json::Object(address));
            }
        }
        Ok(list_or_null(found))
    }

    fn bind(&self, value: &Json, _: &Locale) -> Vec<Value> {
        vec![json_column(value)]
    }

    fn read(&self, column: &Value) -> Json {
        read_json(column)
    }

    fn show(&self, value: &Json, _: &Reading) -> String {
        value
            .as_array()
            .into_iter()
            .flatten()
            .map(|item| lines(item).join(", "))
            .collect::<Vec<_>>()
            .join("; ")
    }

    fn fill(&self, key: &str, value: &Json, _: &Reading) -> Pairs {
        let rows = value.as_array().into_iter().flatten().enumerate();
        rows.flat_map(|(at, item)| {
            PARTS.iter().map(move |part| (format!("{key}.{at}.{part}"), as_text(&item[*part]).to_owned()))
        })
        .collect()
    }

    fn export(&self, value: &Json) -> String {
        value
            .as_array()
            .into_iter()
            .flatten()
            .map(|item| lines(item).join(", "))
            .collect::<Vec<_>>()
            .join("; ")
    }

    fn control(&self) -> Control {
        Control::Rows { parts: PARTS, labels: LABELS }
    }

    fn operators(&self) -> &'static [Operator] {
        TEXT_OPERATORS
    }

    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        super::phones::listed_condition(target, operator, arguments)
    }

    fn words(&self, value: &Json, out: &mut Vec<String>) {
        for item in value.as_array().into_iter().flatten() {
            for part in ["street", "postal_code", "city"] {
                locale::tokens::tokens(as_text(&item[part]), out);
            }
        }
    }

    fn lookups(&self, value: &Json, out: &mut Vec<Lookup>) {
        let addresses = value.as_array().into_iter().flatten();
        out.extend(addresses.filter_map(|item| {
            Lookup::address(as_text(&item["street"]), as_text(&item["postal_code"]), as_text(&item["city"]))
        }));
    }
}

/// The lines of one address as on an envelope: the postal code before the city, as in most of the world.
pub fn lines(item: &Json) -> Vec<String> {
    let part = |part: &str| as_text(&item[part]).to_owned();
    let city = [part("postal_code"), part("city")]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let lines = [part("extended"), part("street"), part("po_box"), city, part("region"), part("country")];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}
