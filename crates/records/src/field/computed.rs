//! What a formula or a roll-up found: a value of another type, or the reason why there is none, which is shown in its place.
//! The value is that of the other type, or `{"error": "formula-division-by-zero", "args": {…}}`.

use std::sync::Arc;

use kernel::{Result, Text, Value};
use locale::Locale;
use sea_query::Condition;

use crate::{
    Json,
    field::{ColumnKind, Control, FieldType, Input, Pairs, Reading, Target, as_text, options::Options},
    query::Operator,
};

/// Behaves as its result in everything but being typed.
#[derive(Debug)]
pub struct Computed {
    pub result: Arc<dyn FieldType>,
}

/// The value that stands for a reason.
pub(crate) fn failed(text: &Text) -> Json {
    let args: serde_json::Map<String, Json> =
        text.args.iter().map(|(name, value)| ((*name).to_owned(), Json::from(value.as_str()))).collect();
    serde_json::json!({ "error": text.key, "args": args })
}

/// Why there is no value, as people read it.
pub fn reason(value: &Json, reading: &Reading) -> Option<String> {
    let key = value.get("error")?.as_str()?;
    let args = value.get("args").and_then(Json::as_object);
    let args: Vec<(&str, locale::Arg)> =
        args.into_iter().flatten().map(|(name, value)| (name.as_str(), as_text(value).into())).collect();
    Some(reading.locale.tf(key, &args))
}

impl FieldType for Computed {
    fn key(&self) -> &'static str {
        self.result.key()
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        self.result.storage()
    }

    fn sort_suffix(&self) -> Option<&'static str> {
        self.result.sort_suffix()
    }

    fn parse(&self, input: &Input, reading: &Reading) -> Result<Json, Text> {
        self.result.parse(input, reading)
    }

    fn check(&self, value: &Json) -> Result<Json, Text> {
        if value.get("error").is_some() { Ok(value.clone()) } else { self.result.check(value) }
    }

    fn bind(&self, value: &Json, locale: &Locale) -> Vec<Value> {
        let value = if value.get("error").is_some() { &Json::Null } else { value };
        if value.is_null() {
            return self.storage().iter().map(|(_, kind)| kind.empty()).collect();
        }
        self.result.bind(value, locale)
    }

    fn read(&self, column: &Value) -> Json {
        self.result.read(column)
    }

    fn show(&self, value: &Json, reading: &Reading) -> String {
        match reason(value, reading) {
            Some(reason) => format!("⚠ {reason}"),
            None => self.result.show(value, reading),
        }
    }

    fn fill(&self, key: &str, value: &Json, reading: &Reading) -> Pairs {
        self.result.fill(key, value, reading)
    }

    fn export(&self, value: &Json) -> String {
        if value.get("error").is_some() { String::new() } else { self.result.export(value) }
    }

    fn control(&self) -> Control {
        self.result.control()
    }

    fn options(&self) -> Option<&Options> {
        self.result.options()
    }

    fn decimals(&self) -> u32 {
        self.result.decimals()
    }

    fn operators(&self) -> &'static [Operator] {
        self.result.operators()
    }

    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        self.result.condition(target, operator, arguments)
    }

    fn words(&self, value: &Json, out: &mut Vec<String>) {
        self.result.words(value, out);
    }

    fn refers_to(&self) -> Option<&str> {
        self.result.refers_to()
    }

    fn adds_up(&self) -> bool {
        self.result.adds_up()
    }
}
