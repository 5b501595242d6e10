//! Any of several choices, such as tags. The value is a list of keys; the column holds them between bars, so that
//! each is found whole: `|vip|fleet|`.

use formats::spreadsheet::Cell;
use kernel::{Result, Text as Message, Value};
use locale::Locale;
use sea_query::{Condition, ExprTrait, LikeExpr};

use crate::{
    Json,
    field::{
        ColumnKind, Control, FieldType, Input, Pairs, Reading, Target, as_text, list_or_null,
        options::Options, select::CHOICE_OPERATORS, too_long,
    },
    query::Operator,
};

#[derive(Debug)]
pub struct MultiSelect {
    pub options: Options,
    pub open: bool,
}

impl MultiSelect {
    /// Words that nobody listed, such as tags.
    pub fn free() -> MultiSelect {
        MultiSelect { options: Options::FREE, open: true }
    }

    /// Several of what a workspace lists.
    pub fn listed() -> MultiSelect {
        MultiSelect { options: Options::FREE, open: false }
    }
}

const LONGEST: usize = 100;

impl FieldType for MultiSelect {
    fn key(&self) -> &'static str {
        "multi_select"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Text)]
    }

    fn sort_suffix(&self) -> Option<&'static str> {
        None
    }

    /// Several inputs of the same name, or one with commas.
    fn parse(&self, input: &Input, reading: &Reading) -> Result<Json, Message> {
        let typed = input.texts().into_iter().flat_map(|text| text.split([',', ';', '、', '，']));
        let key = |text: &str| Json::from(self.options.named(text, reading).unwrap_or(text));
        self.check(&Json::Array(typed.map(|text| key(text.trim())).collect()))
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        let mut chosen: Vec<Json> = Vec::new();
        for item in value.as_array().into_iter().flatten() {
            let text = as_text(item).replace('|', " ");
            let text = text.trim();
            if text.is_empty()
                || chosen.iter().any(|have| as_text(have).to_lowercase() == text.to_lowercase())
            {
                continue;
            }
            let known = self.options.key_of(text);
            if !self.open && known.is_none() {
                return Err(Message::new("not-a-choice"));
            }
            let text = known.unwrap_or(text);
            if text.chars().count() > LONGEST {
                return Err(too_long(LONGEST));
            }
            chosen.push(text.into());
        }
        Ok(list_or_null(chosen))
    }

    fn bind(&self, value: &Json, _: &Locale) -> Vec<Value> {
        let Some(chosen) = value.as_array() else { return vec!["".into()] };
        let mut column = String::from("|");
        for item in chosen {
            column.push_str(as_text(item));
            column.push('|');
        }
        vec![column.into()]
    }

    fn read(&self, column: &Value) -> Json {
        let Value::Text(text) = column else { return Json::Null };
        list_or_null(text.split('|').filter(|item| !item.is_empty()).map(Json::from).collect())
    }

    fn show(&self, value: &Json, reading: &Reading) -> String {
        let text = |item: &Json| self.options.text(as_text(item), reading);
        value.as_array().into_iter().flatten().map(text).collect::<Vec<_>>().join(", ")
    }

    fn fill(&self, key: &str, value: &Json, _: &Reading) -> Pairs {
        value
            .as_array()
            .into_iter()
            .flatten()
            .map(|item| (key.to_owned(), as_text(item).to_owned()))
            .collect()
    }

    fn export(&self, value: &Json) -> String {
        value.as_array().into_iter().flatten().map(as_text).collect::<Vec<_>>().join(", ")
    }

    /// In the words of the reader, who can read them in again.
    fn cell(&self, value: &Json, reading: &Reading) -> Cell {
        Cell::text(self.show(value, reading))
    }

    fn control(&self) -> Control {
        Control::Choices { options: self.options.offered(), open: self.open }
    }

    fn options(&self) -> Option<&Options> {
        Some(&self.options)
    }

    fn operators(&self) -> &'static [Operator] {
        CHOICE_OPERATORS
    }

    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        let mut any = Condition::any();
        for argument in arguments {
            let item = argument.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            any = any.add(target.folded("").like(LikeExpr::new(format!("%|{item}|%")).escape('\\')));
        }
        Ok(match operator {
            Operator::Is => any,
            Operator::IsNot => any.not(),
            other => return target.text_condition("", other, arguments),
        })
    }

    fn words(&self, value: &Json, out: &mut Vec<String>) {
        value.as_array().into_iter().flatten().for_each(|item| locale::tokens::tokens(as_text(item), out));
    }
}
