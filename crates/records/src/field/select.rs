//! One of several choices. The value is the key of the option; an open one also takes words nobody listed.

use formats::spreadsheet::Cell;
use kernel::{Language, Result, Text as Message, Value};
use locale::Locale;
use sea_query::Condition;

use crate::{
    Json,
    field::{ColumnKind, Control, FieldType, Input, Pairs, Reading, Target, as_text, text_or_null, too_long},
    query::Operator,
};

#[derive(Debug)]
pub struct Select {
    /// Names the options in the catalogue: the text of `won` is the message `{texts}-won`.
    pub texts: &'static str,
    pub options: &'static [&'static str],
    pub open: bool,
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
        match option_named(self.texts, self.options, input.text(), reading) {
            Some(option) => Ok(option.into()),
            None => self.check(&input.text().into()),
        }
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        let text = as_text(value).trim();
        let known = self.options.iter().find(|option| option.eq_ignore_ascii_case(text));
        match known {
            _ if text.is_empty() => Ok(Json::Null),
            Some(option) => Ok((*option).into()),
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
        let key = as_text(value);
        if self.options.contains(&key) { option_text(self.texts, key, reading) } else { key.to_owned() }
    }

    fn fill(&self, key: &str, value: &Json, _: &Reading) -> Pairs {
        vec![(key.to_owned(), as_text(value).to_owned())]
    }

    /// In the words of the reader, who can read them in again.
    fn cell(&self, value: &Json, reading: &Reading) -> Cell {
        Cell::text(self.show(value, reading))
    }

    fn control(&self) -> Control {
        Control::Choice {
            options: self.options.iter().map(|option| (*option).to_owned()).collect(),
            open: self.open,
        }
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

/// The text of an option in the reader's language.
pub(crate) fn option_text(texts: &str, option: &str, reading: &Reading) -> String {
    let key = format!("{texts}-{}", option.replace('_', "-"));
    reading.locale.t(&key).into_owned()
}

/// The option that a text names: in the reader's language, else in any of ours, for files travel.
pub(crate) fn option_named<'o>(
    texts: &str,
    options: &'o [&'o str],
    typed: &str,
    reading: &Reading,
) -> Option<&'o str> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() || options.is_empty() || texts.is_empty() {
        return None;
    }
    let own = |option: &&&str| option_text(texts, option, reading).to_lowercase() == typed;
    let foreign = |option: &&&str| {
        let key = format!("{texts}-{}", option.replace('_', "-"));
        Language::ALL.into_iter().any(|language| locale::text(language, &key).to_lowercase() == typed)
    };
    let found = options.iter().find(own).or_else(|| options.iter().find(|option| **option == typed));
    found.or_else(|| options.iter().find(foreign)).copied()
}
