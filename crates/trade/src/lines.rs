//! The lines of a document: what is sold, how much of it, and for how much. The value is a list of
//! `{"id", "product", "text", "note", "quantity", "unit", "price", "discount", "tax", "category", "optional", "chosen", "parts"}`,
//! or `{"id", "heading": true, "text"}` for a heading between them. Numbers are decimals written as texts, exact: `price` for one,
//! without tax, in the document's currency; `discount` and `tax` in percent. An `optional` line counts when it is `chosen`. `parts`
//! says what a bundle consists of. What is left out is filled in from the product when the document is saved.

use kernel::{Result, Text as Message, Value};
use locale::Locale;
use records::{
    FieldType, Json, Operator,
    field::{
        ColumnKind, Control, Input, Pairs, Reading, Target, as_text, json_column, list_or_null,
        options::Options, read_json, reference,
    },
};
use rust_decimal::Decimal;
use sea_query::{Condition, ExprTrait};
use serde_json::{Map, json};

use crate::{
    amounts::{Item, Rate},
    product::UNITS,
};

/// Lines of one document.
pub const MOST: usize = 500;
/// Letters of a line's text and note.
const LONGEST: usize = 2_000;
/// Decimals of quantities and prices.
pub const DECIMALS: u32 = 6;
/// Categories of tax (UNCL 5305): standard, zero, exempt, reverse charge, within the EU, export, outside the scope.
pub const CATEGORIES: &[&str] = &["S", "Z", "E", "AE", "K", "G", "O"];

/// The lines of a document.
#[derive(Debug)]
pub struct Lines;

/// One line. What is empty is filled in from its product.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// Its own within the document, for as long as it is there.
    pub id: String,
    pub heading: bool,
    /// `product:` and its id, or empty.
    pub product: String,
    pub text: String,
    pub note: String,
    pub quantity: Option<Decimal>,
    pub unit: String,
    pub price: Option<Decimal>,
    pub discount: Decimal,
    pub tax: Option<Decimal>,
    pub category: String,
    pub optional: bool,
    pub chosen: bool,
    /// What a bundle consists of, as it was when it was put here.
    pub parts: Vec<Part>,
}

/// A part of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Part {
    pub text: String,
    pub quantity: Decimal,
    pub unit: String,
}

impl Line {
    /// It counts in the sums.
    pub fn counts(&self) -> bool {
        !self.heading && (!self.optional || self.chosen)
    }

    /// What is reckoned with; nothing of a heading, and of a line that lacks its price.
    pub fn item(&self) -> Option<Item> {
        let price = self.price.filter(|_| !self.heading)?;
        Some(Item {
            quantity: self.quantity.unwrap_or(Decimal::ONE),
            price,
            discount: self.discount,
            rate: Rate { category: self.category.clone(), percent: self.tax.unwrap_or_default() },
        })
    }

    fn is_empty(&self) -> bool {
        self.product.is_empty() && self.text.is_empty() && self.note.is_empty() && self.price.is_none()
    }

    pub fn value(&self) -> Json {
        let mut one = Map::new();
        let mut put = |key: &str, value: Json| one.insert(key.to_owned(), value);
        put("id", self.id.as_str().into());
        if self.heading {
            put("heading", true.into());
            put("text", self.text.as_str().into());
            return Json::Object(one);
        }
        for (key, text) in
            [("product", &self.product), ("text", &self.text), ("note", &self.note), ("unit", &self.unit)]
        {
            if !text.is_empty() {
                put(key, text.as_str().into());
            }
        }
        let numbers = [("quantity", self.quantity), ("price", self.price), ("tax", self.tax)];
        let discount = Some(self.discount).filter(|discount| !discount.is_zero());
        for (key, number) in numbers.into_iter().chain([("discount", discount)]) {
            if let Some(number) = number {
                put(key, written(number).into());
            }
        }
        if !self.category.is_empty() {
            put("category", self.category.as_str().into());
        }
        if self.optional {
            put("optional", true.into());
            put("chosen", self.chosen.into());
        }
        if !self.parts.is_empty() {
            let part = |part: &Part| json!({ "text": part.text, "quantity": written(part.quantity), "unit": part.unit });
            put("parts", self.parts.iter().map(part).collect());
        }
        Json::Object(one)
    }
}

/// The lines of a value that was checked.
pub fn read(value: &Json) -> Vec<Line> {
    value.as_array().into_iter().flatten().map(|one| line(one).unwrap_or_default()).collect()
}

/// The value of these lines.
pub fn value(lines: &[Line]) -> Json {
    list_or_null(lines.iter().map(Line::value).collect())
}

/// A decimal in its one form: `1250`, `0.5`.
pub fn written(number: Decimal) -> String {
    if number.is_zero() { "0".to_owned() } else { number.normalize().to_string() }
}

/// A number as programs write it, as a text or a number; `Ok(None)` where there is none.
fn decimal(value: &Json) -> Result<Option<Decimal>, ()> {
    let text = match value {
        Json::Null => return Ok(None),
        Json::String(text) if text.trim().is_empty() => return Ok(None),
        Json::String(text) => text.trim().to_owned(),
        Json::Number(number) => number.to_string(),
        _ => return Err(()),
    };
    text.parse().map(Some).map_err(drop)
}

fn within(number: Decimal, least: i64, most: i64, decimals: u32) -> bool {
    number >= Decimal::from(least) && number <= Decimal::from(most) && number.normalize().scale() <= decimals
}

/// One line as it came; what is wrong with it by the key of a text.
fn line(one: &Json) -> Result<Line, &'static str> {
    let text = |key: &str| as_text(&one[key]).trim().to_owned();
    let number =
        |key: &str, least: i64, most: i64, decimals: u32, wrong: &'static str| match decimal(&one[key]) {
            Ok(None) => Ok(None),
            Ok(Some(number)) if within(number, least, most, decimals) => Ok(Some(number)),
            _ => Err(wrong),
        };
    let tick = |key: &str| one[key] == json!(true);
    let product = text("product");
    let known = product.is_empty() || matches!(reference::target(&one["product"]), Some(("product", _)));
    let (category, called, note) = (text("category"), text("text"), text("note"));
    if !known {
        return Err("line-bad-product");
    }
    if !category.is_empty() && !CATEGORIES.contains(&category.as_str()) {
        return Err("line-bad-category");
    }
    if called.chars().count() > LONGEST || note.chars().count() > LONGEST {
        return Err("line-too-long");
    }
    let mut parts = Vec::new();
    for part in one["parts"].as_array().into_iter().flatten().take(MOST) {
        let quantity = decimal(&part["quantity"]).map_err(|()| "line-bad-quantity")?;
        parts.push(Part {
            text: as_text(&part["text"]).to_owned(),
            quantity: quantity.unwrap_or(Decimal::ONE),
            unit: as_text(&part["unit"]).to_owned(),
        });
    }
    Ok(Line {
        id: text("id"),
        heading: tick("heading"),
        product,
        text: called,
        note,
        quantity: number("quantity", -1_000_000_000, 1_000_000_000, DECIMALS, "line-bad-quantity")?,
        unit: text("unit").chars().take(100).collect(),
        price: number("price", 0, 1_000_000_000_000, DECIMALS, "line-bad-price")?,
        discount: number("discount", 0, 100, 2, "line-bad-discount")?.unwrap_or_default(),
        tax: number("tax", 0, 100, 2, "line-bad-tax")?,
        category,
        optional: tick("optional"),
        chosen: tick("optional") && tick("chosen"),
        parts,
    })
}

/// Every line has a name of its own, the one it had where it had one.
fn named(lines: &mut [Line]) {
    let mut taken: Vec<String> = Vec::new();
    for line in lines.iter_mut() {
        let short = !line.id.is_empty() && line.id.len() <= 20;
        let plain = line.id.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !short || !plain || taken.contains(&line.id) {
            line.id.clear();
        } else {
            taken.push(line.id.clone());
        }
    }
    let mut next = 1;
    for line in lines.iter_mut().filter(|line| line.id.is_empty()) {
        while taken.contains(&next.to_string()) {
            next += 1;
        }
        line.id = next.to_string();
        taken.push(line.id.clone());
    }
}

impl FieldType for Lines {
    fn key(&self) -> &'static str {
        "lines"
    }

    fn storage(&self) -> &'static [(&'static str, ColumnKind)] {
        &[("", ColumnKind::Text)]
    }

    fn sort_suffix(&self) -> Option<&'static str> {
        None
    }

    /// Rows as a form has them; numbers as people write them. A row of which nothing is filled in is left out.
    fn parse(&self, input: &Input, reading: &Reading) -> Result<Json, Message> {
        let typed = |row: &[(&str, &str)], part: &str| -> String {
            row.iter().find(|(name, _)| *name == part).map_or(String::new(), |(_, text)| (*text).to_owned())
        };
        let mut found = Vec::new();
        for row in input.rows() {
            let mut one = Map::new();
            for key in ["id", "product", "text", "note", "category"] {
                one.insert(key.to_owned(), typed(&row, key).into());
            }
            // Units of ours are known by what they are called.
            let unit = typed(&row, "unit");
            let ours = Options::Declared { texts: "unit", keys: UNITS };
            one.insert("unit".to_owned(), ours.named(&unit, reading).unwrap_or(&unit).into());
            for key in ["quantity", "price", "discount", "tax"] {
                let text = typed(&row, key);
                let text = text.trim_end_matches('%');
                let number = match text {
                    "" => Json::Null,
                    // What is no number is told with the line it stands in.
                    text => match reading.locale.parse_number(text, DECIMALS) {
                        Ok(scaled) => written(Decimal::new(scaled, DECIMALS)).into(),
                        Err(()) => "?".into(),
                    },
                };
                one.insert(key.to_owned(), number);
            }
            for key in ["heading", "optional", "chosen"] {
                one.insert(key.to_owned(), (!typed(&row, key).is_empty()).into());
            }
            if let Ok(parts) = serde_json::from_str::<Json>(&typed(&row, "parts")) {
                one.insert("parts".to_owned(), parts);
            }
            found.push(Json::Object(one));
        }
        self.check(&Json::Array(found))
    }

    fn check(&self, value: &Json) -> Result<Json, Message> {
        if !value.is_null() && !value.is_array() {
            return Err(Message::new("not-lines"));
        }
        let mut lines = Vec::new();
        for (at, one) in value.as_array().into_iter().flatten().enumerate() {
            let line = line(one).map_err(|wrong| Message::new(wrong).with("line", at + 1))?;
            if !line.is_empty() {
                lines.push(line);
            }
        }
        if lines.len() > MOST {
            return Err(Message::new("too-many-lines").with("max", MOST));
        }
        named(&mut lines);
        Ok(self::value(&lines))
    }

    fn bind(&self, value: &Json, _: &Locale) -> Vec<Value> {
        vec![json_column(value)]
    }

    fn read(&self, column: &Value) -> Json {
        read_json(column)
    }

    /// The texts of the lines that count.
    fn show(&self, value: &Json, reading: &Reading) -> String {
        let one = |line: &Line| match line.quantity.filter(|quantity| *quantity != Decimal::ONE) {
            Some(quantity) => format!("{} × {}", shown(quantity, &reading.locale), line.text),
            None => line.text.clone(),
        };
        read(value).iter().filter(|line| !line.heading).map(one).collect::<Vec<_>>().join(", ")
    }

    fn fill(&self, key: &str, value: &Json, reading: &Reading) -> Pairs {
        let mut pairs = Pairs::new();
        for (at, line) in read(value).iter().enumerate() {
            let number = |number: Option<Decimal>| {
                number.map_or(String::new(), |number| shown(number, &reading.locale))
            };
            let tick = |ticked: bool| if ticked { "yes".to_owned() } else { String::new() };
            for (part, text) in [
                ("id", line.id.clone()),
                ("product", line.product.clone()),
                ("text", line.text.clone()),
                ("note", line.note.clone()),
                ("quantity", number(line.quantity)),
                ("unit", line.unit.clone()),
                ("price", number(line.price)),
                ("discount", number(Some(line.discount).filter(|discount| !discount.is_zero()))),
                ("tax", number(line.tax)),
                ("category", line.category.clone()),
                ("heading", tick(line.heading)),
                ("optional", tick(line.optional)),
                ("chosen", tick(line.chosen)),
            ] {
                pairs.push((format!("{key}.{at}.{part}"), text));
            }
        }
        pairs
    }

    fn export(&self, value: &Json) -> String {
        if value.is_null() { String::new() } else { value.to_string() }
    }

    fn control(&self) -> Control {
        Control::Lines
    }

    fn schema(&self) -> Json {
        let text = |text: &str| json!({ "type": "string", "description": text });
        let number = |text: &str| json!({ "type": ["string", "number"], "pattern": "^-?[0-9]+(\\.[0-9]+)?$", "description": text });
        json!({
            "type": "array",
            "maxItems": MOST,
            "items": { "type": "object", "additionalProperties": false, "properties": {
                "id": text("Its own within the document; given when it is left out."),
                "heading": { "type": "boolean", "description": "A heading: nothing but its text counts." },
                "product": text("`product:` and its id. What is left out of the line is filled in from it."),
                "text": text("What it is."),
                "note": text("More about it, in small letters."),
                "quantity": number("How many; 1 when it is left out. Negative for what is given back."),
                "unit": text("`piece`, `hour`, or a word of one's own."),
                "price": number("For one, without tax, in the document's currency; by the price lists when it is left out."),
                "discount": number("In percent."),
                "tax": number("In percent."),
                "category": { "type": "string", "enum": CATEGORIES, "description": "UNCL 5305, as EN 16931 uses it." },
                "optional": { "type": "boolean", "description": "The customer may choose it." },
                "chosen": { "type": "boolean" },
                "parts": { "type": "array", "items": { "type": "object", "properties": {
                    "text": text("What it is."), "quantity": number("How many in one."), "unit": text("As above."),
                } } },
            } },
        })
    }

    fn operators(&self) -> &'static [Operator] {
        &[Operator::Contains, Operator::ContainsNot, Operator::Empty, Operator::NotEmpty]
    }

    /// `contains` asks for a text, or the key of a product: `product:0192…`.
    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition> {
        match operator {
            Operator::Empty => Ok(Condition::all().add(target.column("").eq(""))),
            Operator::NotEmpty => Ok(Condition::all().add(target.column("").ne(""))),
            _ => target.text_condition("", operator, arguments),
        }
    }

    fn words(&self, value: &Json, out: &mut Vec<String>) {
        out.extend(read(value).into_iter().map(|line| line.text));
    }

    fn references<'v>(&self, value: &'v Json) -> Vec<&'v Json> {
        value.as_array().into_iter().flatten().map(|one| &one["product"]).collect()
    }
}

/// A decimal as people of the place write it, with as many decimals as it has.
pub fn shown(number: Decimal, locale: &Locale) -> String {
    let number = number.normalize();
    let scale = number.scale();
    i64::try_from(number.mantissa())
        .map_or_else(|_| number.to_string(), |scaled| locale.number(scaled, scale))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_has_one_form_and_keeps_its_name() {
        let check = |given: Json, expected: Json| assert_eq!(Lines.check(&given), Ok(expected));
        check(
            json!([{ "text": " Oak ", "quantity": 2.50, "price": "100.00" }, {}]),
            json!([{ "id": "1", "text": "Oak", "quantity": "2.5", "price": "100" }]),
        );
        check(
            json!([{ "id": "2", "text": "a" }, { "text": "b" }, { "id": "2", "text": "c" }]),
            json!([{ "id": "2", "text": "a" }, { "id": "1", "text": "b" }, { "id": "3", "text": "c" }]),
        );
        check(
            json!([{ "heading": true, "text": "Kitchen", "price": "5" }]),
            json!([{ "id": "1", "heading": true, "text": "Kitchen" }]),
        );
        check(
            json!([{ "text": "a", "chosen": true }, { "text": "b", "optional": true, "discount": "0" }]),
            json!([{ "id": "1", "text": "a" }, { "id": "2", "text": "b", "optional": true, "chosen": false }]),
        );
        check(json!([]), Json::Null);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let check = |given: Json, wrong: &str| {
            let told = Lines.check(&json!([{ "text": "fine" }, given])).unwrap_err();
            assert_eq!(
                told,
                Message::new(Box::leak(wrong.to_owned().into_boxed_str()) as &'static str)
                    .with("line", 2_usize)
            );
        };
        check(json!({ "text": "a", "quantity": "many" }), "line-bad-quantity");
        check(json!({ "text": "a", "price": "-1" }), "line-bad-price");
        check(json!({ "text": "a", "price": "0.0000001" }), "line-bad-price");
        check(json!({ "text": "a", "discount": "100.5" }), "line-bad-discount");
        check(json!({ "text": "a", "tax": "12.345" }), "line-bad-tax");
        check(json!({ "text": "a", "category": "X" }), "line-bad-category");
        check(json!({ "product": "person:0192" }), "line-bad-product");
        assert_eq!(Lines.check(&json!("a")), Err(Message::new("not-lines")));
    }

    proptest! {
        /// What comes from outside is refused or becomes a form that stays as it is.
        #[test]
        fn a_checked_value_stays_as_it_is(
            texts in prop::collection::vec((".{0,12}", "[0-9.,-]{0,9}", "[0-9.]{0,6}", any::<bool>()), 0..6)
        ) {
            let lines: Vec<Json> = texts.iter().map(|(text, number, percent, tick)| json!({
                "text": text, "price": number, "discount": percent, "quantity": number, "optional": tick, "heading": !tick,
            })).collect();
            if let Ok(checked) = Lines.check(&Json::Array(lines)) {
                prop_assert_eq!(Lines.check(&checked), Ok(checked.clone()));
                prop_assert_eq!(value(&read(&checked)), checked);
            }
        }
    }
}
