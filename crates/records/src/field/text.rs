//! Text on one line. The value is a string; it sorts by its collation key.

use kernel::{Result, Text as Message, Value};
use locale::{Locale, sort_key};
use sea_query::Condition;

use crate::{
    Json,
    field::{ColumnKind, Control, FieldType, Input, Reading, Target, as_text, text_or_null, too_long},
    query::Operator,
};

#[derive(Debug)]
pub struct Text;

const LONGEST: usize = 500;

pub(crate) const TEXT_OPERATORS: &[Operator] = &[
    Operator::Contains,
    Operator::ContainsNot,
    Operator::Is,
    Operator::IsNot,
    Operator::StartsWith,
    Operator::Empty,
    Operator::NotEmpty,
];

/// One line may also lie between two: postal codes of one length do as one expects.
const LINE_OPERATORS: &[Operator] = &[
    Operator::Contains,
    Operator::ContainsNot,
    Operator::Is,
    Operator::IsNot,
    Operator::StartsWith,
    Operator::Between,
    Operator::Empty,
    Operator::NotEmpty,
];

impl FieldType for Text {
    fn key(&self) -> &'static str {
        "text"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Text), ("_sort", ColumnKind::Bytes)]
    }

    fn sort_suffix(&self) -> Option<&'static str> {
        Some("_sort")
    }

    fn parse(&self, input: &Input, _: &Reading) -> Result<Json, Message> {
        clean(input.text())
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        match value {
            Json::Number(number) => clean(&number.to_string()),
            other => clean(as_text(other)),
        }
    }

    fn bind(&self, value: &Json, locale: &Locale) -> Vec<Value> {
        let text = as_text(value);
        vec![text.into(), sort_key(locale.language(), text).into()]
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

    fn schema(&self) -> Json {
        serde_json::json!({ "type": "string", "maxLength": LONGEST })
    }

    fn operators(&self) -> &'static [Operator] {
        LINE_OPERATORS
    }

    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        target.text_condition("", operator, arguments)
    }

    fn words(&self, value: &Json, out: &mut Vec<String>) {
        locale::tokens::tokens(as_text(value), out);
    }
}

/// One line: control characters and repeated spaces become one space.
fn clean(text: &str) -> Result<Json, Message> {
    let tidy =
        !text.contains(|c: char| c.is_control()) && !text.contains("  ") && text.trim().len() == text.len();
    let line = if tidy {
        text.to_owned()
    } else {
        text.split(|c: char| c.is_whitespace() || c.is_control())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    if line.chars().count() > LONGEST { Err(too_long(LONGEST)) } else { Ok(text_or_null(&line)) }
}
