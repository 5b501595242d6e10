//! Text of many lines. The value is a string with `\n` between lines.

use kernel::{Result, Text as Message, Value};
use locale::Locale;
use sea_query::Condition;

use crate::{
    Json,
    field::{
        ColumnKind, Control, FieldType, Input, Reading, Target, as_text, text::TEXT_OPERATORS, text_or_null,
        too_long,
    },
    query::Operator,
};

#[derive(Debug)]
pub struct LongText;

/// Characters.
pub(crate) const LONGEST: usize = 100_000;

impl FieldType for LongText {
    fn key(&self) -> &'static str {
        "long_text"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Text)]
    }

    fn sort_suffix(&self) -> Option<&'static str> {
        None
    }

    fn parse(&self, input: &Input, _: &Reading) -> Result<Json, Message> {
        clean(input.text())
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        clean(as_text(value))
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
        Control::Lines
    }

    fn schema(&self) -> Json {
        serde_json::json!({ "type": "string", "maxLength": LONGEST })
    }

    fn operators(&self) -> &'static [Operator] {
        TEXT_OPERATORS
    }

    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        target.text_condition("", operator, arguments)
    }

    fn words(&self, value: &Json, out: &mut Vec<String>) {
        locale::tokens::tokens(as_text(value), out);
    }
}

fn clean(text: &str) -> Result<Json, Message> {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}'], "\n");
    let text: String =
        text.trim_end().chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect();
    if text.chars().count() > LONGEST { Err(too_long(LONGEST)) } else { Ok(text_or_null(&text)) }
}
