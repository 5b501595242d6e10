//! One file or picture. The value is `{"id", "name", "type", "size"}`; the bytes are kept by [`crate::files`].

use kernel::{Result, Text as Message, Value};
use locale::Locale;
use sea_query::Condition;

use crate::{
    Json,
    field::{
        ColumnKind, Control, FieldType, Input, Pairs, Reading, Target, as_id, as_text, json_column, read_json,
    },
    query::Operator,
};

#[derive(Debug)]
pub struct File {
    pub image: bool,
}

impl FieldType for File {
    fn key(&self) -> &'static str {
        "file"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Text)]
    }

    fn sort_suffix(&self) -> Option<&'static str> {
        None
    }

    /// The value as the form carried it along; a new file arrives by its own address.
    fn parse(&self, input: &Input, _: &Reading) -> Result<Json, Message> {
        match input.text() {
            "" => Ok(Json::Null),
            text => self.check(&serde_json::from_str(text).unwrap_or(Json::Null)),
        }
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        let Some(id) = value.get("id").and_then(as_id) else {
            return if value.is_null() { Ok(Json::Null) } else { Err(Message::new("not-a-file")) };
        };
        let media_type = as_text(&value["type"]);
        if self.image && !media_type.starts_with("image/") {
            return Err(Message::new("not-an-image"));
        }
        Ok(serde_json::json!({
            "id": id, "name": as_text(&value["name"]), "type": media_type, "size": value["size"].as_i64().unwrap_or(0),
        }))
    }

    fn bind(&self, value: &Json, _: &Locale) -> Vec<Value> {
        vec![json_column(value)]
    }

    fn read(&self, column: &Value) -> Json {
        read_json(column)
    }

    fn show(&self, value: &Json, _: &Reading) -> String {
        as_text(&value["name"]).to_owned()
    }

    fn fill(&self, key: &str, value: &Json, _: &Reading) -> Pairs {
        vec![(key.to_owned(), if value.is_null() { String::new() } else { value.to_string() })]
    }

    fn export(&self, value: &Json) -> String {
        as_text(&value["name"]).to_owned()
    }

    fn control(&self) -> Control {
        Control::File { image: self.image }
    }

    fn operators(&self) -> &'static [Operator] {
        &[Operator::Empty, Operator::NotEmpty]
    }

    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        target.text_condition("", operator, arguments)
    }
}
