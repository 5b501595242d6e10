//! One of several choices. The value is the key of the option; an open one also takes words nobody listed.

use formats::spreadsheet::Cell;
use kernel::{Result, Text as Message, Value};
use locale::Locale;
use sea_query::Condition;

use crate::{
    Json,
    field::{
        ColumnKind, Control, FieldType, Input, Pairs, Reading, Target, as_text, options::Options,
        text_or_null, too_long,
    },
    query::Operator,
};

#[derive(Debug)]
pub struct Select {
    pub options: Options,
    pub open: bool,
}

impl Select {
    /// One of these; the text of `won` is the message `{texts}-won`.
    pub fn of(texts: &'static str, keys: &'static [&'static str]) -> Select {
        Select { options: Options::Declared { texts, keys }, open: false }
    }

    /// One of these, or a word that nobody listed.
    pub fn open(texts: &'static str, keys: &'static [&'static str]) -> Select {
        Select { options: Options::Declared { texts, keys }, open: true }
    }
}

const LONGEST: usize = 100;

impl FieldType for Select {
    fn key(&self) -> &'static str {
        "select"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Text)]
    }

    fn parse(&self, input: &Input, reading: &Reading) -> Result<Json, Message> {
        match self.options.named(input.text(), reading) {
            Some(option) => Ok(option.into()),
            None => self.check(&input.text().into()),
        }
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        let text = as_text(value).trim();
        match self.options.key_of(text) {
            _ if text.is_empty() => Ok(Json::Null),
            Some(option) => Ok(option.into()),
            None if !self.open => Err(Message::new("not-a-choice")),
            None if text.chars().count() > LONGEST => Err(too_long(LONGEST)),
            None => Ok(text.into()),
        }
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

    fn show(&self, value: &Json, reading: &Reading) -> String {
        self.options.text(as_text(value), reading)
    }

    fn fill(&self, key: &str, value: &Json, _: &Reading) -> Pairs {
        vec![(key.to_owned(), as_text(value).to_owned())]
    }

    /// In the words of the reader, who can read them in again.
    fn cell(&self, value: &Json, reading: &Reading) -> Cell {
        Cell::text(self.show(value, reading))
    }

    fn control(&self) -> Control {
        Control::Choice { options: self.options.offered(), open: self.open }
    }

    fn options(&self) -> Option<&Options> {
        Some(&self.options)
    }

    fn operators(&self) -> &'static [Operator] {
        CHOICE_OPERATORS
    }

    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        target.choice_condition(operator, arguments)
    }
}

pub(crate) const CHOICE_OPERATORS: &[Operator] =
    &[Operator::Is, Operator::IsNot, Operator::Empty, Operator::NotEmpty];
