//! A number with a fixed count of decimals. The value is an integer: the number times ten to the decimals.

use formats::spreadsheet::{Cell, Decimal, Kind};
use kernel::{Result, Text as Message, Value};
use locale::Locale;
use sea_query::Condition;

use crate::{
    Json,
    field::{ColumnKind, Control, EMPTY_NUMBER, FieldType, Input, Pairs, Reading, Target, read_number},
    query::Operator,
};

#[derive(Debug)]
pub struct Number {
    pub decimals: u32,
}

pub(crate) const NUMBER_OPERATORS: &[Operator] = &[
    Operator::Is,
    Operator::IsNot,
    Operator::Over,
    Operator::Under,
    Operator::Between,
    Operator::Empty,
    Operator::NotEmpty,
];

impl FieldType for Number {
    fn key(&self) -> &'static str {
        "number"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Number)]
    }

    fn parse(&self, input: &Input, reading: &Reading) -> Result<Json, Message> {
        match input.text() {
            "" => Ok(Json::Null),
            text => reading
                .locale
                .parse_number(text, self.decimals)
                .map(Json::from)
                .map_err(|()| Message::new("not-a-number")),
        }
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        match value {
            Json::Null => Ok(Json::Null),
            Json::Number(number) if number.as_i64().is_some_and(|n| n != EMPTY_NUMBER) => Ok(value.clone()),
            _ => Err(Message::new("not-a-number")),
        }
    }

    fn bind(&self, value: &Json, _: &Locale) -> Vec<Value> {
        vec![Value::Int(value.as_i64().unwrap_or(EMPTY_NUMBER))]
    }

    fn read(&self, column: &Value) -> Json {
        read_number(column).map_or(Json::Null, Json::from)
    }

    fn show(&self, value: &Json, reading: &Reading) -> String {
        match value.as_i64() {
            None => String::new(),
            // With three decimals `1,000` reads like a thousand where it is one.
            Some(number) if self.decimals == 3 && number % 1_000 == 0 => {
                reading.locale.number(number / 1_000, 0)
            }
            Some(number) => reading.locale.number(number, self.decimals),
        }
    }

    fn fill(&self, key: &str, value: &Json, reading: &Reading) -> Pairs {
        vec![(key.to_owned(), self.show(value, reading))]
    }

    fn export(&self, value: &Json) -> String {
        value.as_i64().map_or_else(String::new, |number| plain(number, self.decimals))
    }

    fn cell(&self, value: &Json, _: &Reading) -> Cell {
        let number = |number: i64| Cell::number(Decimal::new(number.into(), self.decimals));
        value.as_i64().map_or_else(Cell::default, number)
    }

    /// More decimals than the field has are rounded, as the spreadsheet shows them.
    fn read_cell(&self, cell: &Cell, _: &Reading) -> Option<Result<Json, Message>> {
        match &cell.kind {
            Kind::Number(number) | Kind::Percent(number) | Kind::Money(number, _) => {
                let scaled = number.rounded(self.decimals).filter(|scaled| *scaled != EMPTY_NUMBER);
                Some(scaled.map(Json::from).ok_or(Message::new("not-a-number")))
            }
            _ => None,
        }
    }

    fn control(&self) -> Control {
        Control::Line { input_type: "text", mode: "decimal" }
    }

    fn schema(&self) -> Json {
        let text = match self.decimals {
            0 => "A whole number.".to_owned(),
            decimals => format!("The number times ten to the {decimals}: 1250 is {}.", plain(1250, decimals)),
        };
        serde_json::json!({ "type": "integer", "format": "int64", "description": text })
    }

    fn operators(&self) -> &'static [Operator] {
        NUMBER_OPERATORS
    }

    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        target.number_condition(operator, arguments, |text| scaled(text, self.decimals))
    }

    fn decimals(&self) -> u32 {
        self.decimals
    }

    fn adds_up(&self) -> bool {
        true
    }
}

/// `12.50` for 1250 with two decimals.
pub(crate) fn plain(number: i64, decimals: u32) -> String {
    let unit = 10u64.pow(decimals);
    let (whole, part) = (number.unsigned_abs() / unit, number.unsigned_abs() % unit);
    let sign = if number < 0 { "-" } else { "" };
    match decimals {
        0 => format!("{sign}{whole}"),
        decimals => format!("{sign}{whole}.{part:0width$}", width = decimals as usize),
    }
}

/// The reverse of [`plain`], for arguments of filters.
pub(crate) fn scaled(text: &str, decimals: u32) -> Option<i64> {
    let (whole, part) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let part = format!("{part:0<width$}", width = decimals as usize);
    let digits = format!("{whole}{}", part.get(..decimals as usize)?);
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_decimals() {
        let check = |number: i64, decimals: u32, text: &str| {
            assert_eq!(plain(number, decimals), text);
            assert_eq!(scaled(text, decimals), Some(number));
        };
        check(1250, 2, "12.50");
        check(-5, 2, "-0.05");
        check(7, 0, "7");
        assert_eq!(scaled("12.5", 2), Some(1250));
        assert_eq!(scaled("twelve", 2), None);
    }
}
