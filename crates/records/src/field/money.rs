//! Money. The value is `{"minor": 125000, "currency": "DKK"}`; it sorts by the minor units.

use formats::spreadsheet::{Cell, Decimal, Kind};
use kernel::{Currency, Result, Text as Message, Value, money};
use locale::Locale;
use sea_query::Condition;

use crate::{
    Json,
    field::{ColumnKind, Control, EMPTY_NUMBER, FieldType, Input, Reading, Target, number, read_json},
    query::Operator,
};

#[derive(Debug)]
pub struct Money;

impl FieldType for Money {
    fn key(&self) -> &'static str {
        "money"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Text), ("_minor", ColumnKind::Number), ("_currency", ColumnKind::Text)]
    }

    fn sort_suffix(&self) -> Option<&'static str> {
        Some("_minor")
    }

    fn parse(&self, input: &Input, reading: &Reading) -> Result<Json, Message> {
        match input.text() {
            "" => Ok(Json::Null),
            text => match reading.locale.parse_money(text) {
                Ok(money) => Ok(serde_json::json!({ "minor": money.minor, "currency": money.currency })),
                Err(()) => Err(Message::new("not-an-amount")),
            },
        }
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        match (value, amount(value)) {
            (Json::Null, _) => Ok(Json::Null),
            (_, Some(money)) => Ok(serde_json::json!({ "minor": money.minor, "currency": money.currency })),
            _ => Err(Message::new("not-an-amount")),
        }
    }

    fn bind(&self, value: &Json, _: &Locale) -> Vec<Value> {
        match amount(value) {
            Some(money) => {
                vec![Value::Text(value.to_string()), money.minor.into(), money.currency.code().into()]
            }
            None => vec!["".into(), EMPTY_NUMBER.into(), "".into()],
        }
    }

    fn read(&self, column: &Value) -> Json {
        read_json(column)
    }

    fn show(&self, value: &Json, reading: &Reading) -> String {
        amount(value).map_or_else(String::new, |money| reading.locale.money(&money))
    }

    fn export(&self, value: &Json) -> String {
        let text = |money: money::Money| {
            format!("{} {}", number::plain(money.minor, money.currency.decimals()), money.currency)
        };
        amount(value).map_or_else(String::new, text)
    }

    fn cell(&self, value: &Json, _: &Reading) -> Cell {
        let cell = |money: money::Money| {
            let number = Decimal::new(money.minor.into(), money.currency.decimals());
            Cell::money(number, money.currency.code())
        };
        amount(value).map_or_else(Cell::default, cell)
    }

    /// In the currency of the cell's format; in the reader's where it names none that we know.
    fn read_cell(&self, cell: &Cell, reading: &Reading) -> Option<Result<Json, Message>> {
        let own = reading.locale.locality().currency;
        let (number, currency) = match &cell.kind {
            Kind::Number(number) => (number, own),
            Kind::Money(number, sign) => {
                let named = reading.locale.parse_money(&format!("1 {sign}"));
                (number, named.map_or(own, |money| money.currency))
            }
            _ => return None,
        };
        let minor = number.rounded(currency.decimals()).filter(|minor| *minor != EMPTY_NUMBER);
        let value = minor.map(|minor| serde_json::json!({ "minor": minor, "currency": currency }));
        Some(value.ok_or(Message::new("not-an-amount")))
    }

    fn control(&self) -> Control {
        Control::Line { input_type: "text", mode: "decimal" }
    }

    fn schema(&self) -> Json {
        serde_json::json!({
            "type": "object",
            "required": ["minor", "currency"],
            "properties": {
                "minor": { "type": "integer", "format": "int64", "description": "In the smallest unit, such as cents." },
                "currency": { "type": "string", "pattern": "^[A-Z]{3}$", "description": "ISO 4217." },
            },
            "additionalProperties": false,
        })
    }

    fn operators(&self) -> &'static [Operator] {
        number::NUMBER_OPERATORS
    }

    fn adds_up(&self) -> bool {
        true
    }

    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        target.part("_minor").number_condition(operator, arguments, |text| number::scaled(text, 2))
    }
}

fn amount(value: &Json) -> Option<money::Money> {
    let minor = value.get("minor")?.as_i64()?;
    let currency = Currency::new(value.get("currency")?.as_str()?)?;
    Some(money::Money { minor, currency })
}
