//! Formulas as in a spreadsheet, over the fields of one record: `[Price] * 1.25`, `IF([Level]="Gold", 10, 0)`. A field is
//! named by its label or key in brackets, a part of it behind a dot: `[Price.currency]`, `[Addresses.country]`. The language
//! and its functions are those of the crate `spreadsheet-formula`; each field that is named becomes a cell of its first row.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use jiff::{civil, tz::TimeZone};
use kernel::{Currency, Cx, Text, Timestamp};
use spreadsheet_formula::{CellRef, Evaluator, Expr, Sheet, Value, parse_formula};

use crate::{
    Json, Object,
    field::{Field, as_text, date_time, number, options::Options},
};

const LONGEST: usize = 2_000;
/// Brackets within brackets.
const DEEPEST: usize = 50;
/// Its answer may be as long as somebody writes, which no record needs.
const REFUSED: [&str; 1] = ["REPT"];
/// Day 0 of spreadsheets that count from 1900 (ECMA-376, 18.17.4.1).
const EPOCH: civil::Date = civil::date(1899, 12, 30);
const SECONDS: f64 = 86_400.0;

/// A formula that was understood.
#[derive(Debug, Clone)]
pub struct Formula {
    expression: Expr,
    /// The fields it names, by cell: the key, and the part of the value.
    cells: Vec<(String, String)>,
}

impl Formula {
    /// Reads a formula over these fields; the text says what was not understood.
    pub fn parse(text: &str, fields: &[Field]) -> Result<Formula, Text> {
        let wrong = |reason: String| Text::new("formula-wrong").with("reason", reason);
        if text.chars().count() > LONGEST {
            return Err(crate::field::too_long(LONGEST));
        }
        let mut cells = Vec::new();
        let written = with_cells(text, fields, &mut cells)?;
        let expression = catch_unwind(AssertUnwindSafe(|| parse_formula(&written)))
            .map_err(|_| wrong(text.to_owned()))?
            .map_err(|error| wrong(error.to_string()))?;
        let formula = Formula { expression, cells };
        if let Some(name) = REFUSED.iter().find(|name| calls(&formula.expression, name)) {
            return Err(wrong(format!("unknown function {name}")));
        }
        // With nothing filled in, so that unknown functions and missing arguments are told at once.
        match formula.answer(&[], fields, Moment::default()) {
            Err(spreadsheet_formula::Error::UnknownFunction(name)) => {
                Err(wrong(format!("unknown function {name}")))
            }
            Err(error @ spreadsheet_formula::Error::WrongArity { .. }) => Err(wrong(error.to_string())),
            _ => Ok(formula),
        }
    }

    /// The keys of the fields it names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|(key, _)| key.as_str()).filter(|key| !key.starts_with('~'))
    }

    /// Its answer is another tomorrow though nobody changed anything.
    pub fn is_daily(&self) -> bool {
        self.cells.iter().any(|(key, _)| key.starts_with('~'))
    }

    /// The value for a record's values, in the order of the fields; the text says why there is none.
    pub fn evaluate(&self, values: &[Json], fields: &[Field], moment: Moment) -> Result<Value, Text> {
        self.answer(values, fields, moment).map_err(|error| {
            let reason = match error {
                spreadsheet_formula::Error::Arithmetic(spreadsheet_formula::ValueError::DivisionByZero) => {
                    return Text::new("formula-division-by-zero");
                }
                other => other.to_string(),
            };
            Text::new("formula-failed").with("reason", reason)
        })
    }

    fn answer(
        &self,
        values: &[Json],
        fields: &[Field],
        moment: Moment,
    ) -> Result<Value, spreadsheet_formula::Error> {
        let row = Row { cells: &self.cells, values, fields, moment };
        let evaluated = catch_unwind(AssertUnwindSafe(|| {
            Evaluator::new(&row).with_max_range_cells(100).eval_expr(&self.expression)
        }));
        evaluated.unwrap_or(Err(spreadsheet_formula::Error::NoMatchingCondition))
    }
}

/// What `TODAY()` and `NOW()` say: the day where the workspace is, and the instant in UTC, both as a spreadsheet has them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Moment {
    today: f64,
    now: f64,
}

impl Moment {
    pub fn new(now: Timestamp, zone: &TimeZone) -> Moment {
        Moment { today: days(now.in_zone(zone).date()), now: instant_days(now) }
    }

    /// For what this object computes and checks; the workspace is asked for its day only where a formula does.
    pub(crate) fn of(cx: &Cx, object: &Object) -> kernel::Result<Moment> {
        let asks = |formula: &Arc<Formula>| formula.is_daily();
        let computed = object.formulas.iter().any(|(_, formula)| asks(formula));
        let checked = || object.rules.iter().any(|rule| asks(&rule.formula));
        let required = || object.fields.iter().filter_map(|field| field.required_when.as_ref()).any(asks);
        if !computed && !checked() && !required() {
            return Ok(Moment::default());
        }
        let moment = cx.once(|| {
            let workspace = identity::workspaces::find(cx)?;
            Ok(Arc::new(Moment::new(cx.now(), &workspace.time_zone)))
        })?;
        Ok(*moment)
    }
}

/// The functions that ask for the moment, each as a cell that every record has.
const OF_THE_MOMENT: [(&str, &str); 2] = [("TODAY", "~today"), ("NOW", "~now")];

/// The cell and the length of such a function, where the text begins with one.
fn of_the_moment(text: &str) -> Option<(&'static str, usize)> {
    OF_THE_MOMENT.into_iter().find_map(|(name, cell)| {
        let head = text.get(..name.len()).filter(|head| head.eq_ignore_ascii_case(name))?;
        let open = text[head.len()..].trim_start().strip_prefix('(')?;
        let rest = open.trim_start().strip_prefix(')')?;
        Some((cell, text.len() - rest.len()))
    })
}

/// The cells of one record.
struct Row<'r> {
    moment: Moment,
    cells: &'r [(String, String)],
    values: &'r [Json],
    fields: &'r [Field],
}

impl Sheet for Row<'_> {
    fn value(&self, cell: CellRef) -> Value {
        let Some((key, part)) = self.cells.get(cell.column as usize) else { return Value::Empty };
        match key.as_str() {
            "~today" => return Value::Number(self.moment.today),
            "~now" => return Value::Number(self.moment.now),
            _ => {}
        }
        let Some(at) = self.fields.iter().position(|field| field.key == *key) else { return Value::Empty };
        self.values.get(at).map_or(Value::Empty, |value| cell_of(&self.fields[at], value, part))
    }
}

/// A value as a spreadsheet has it: days and instants as days since 1899-12-30 (instants in UTC), options by their labels.
fn cell_of(field: &Field, value: &Json, part: &str) -> Value {
    if !part.is_empty() {
        let item = value.as_array().and_then(|items| items.first()).unwrap_or(value);
        return text(as_text(&item[part]));
    }
    match field.kind.key() {
        _ if value.is_null() || value.get("error").is_some() => {
            if field.kind.key() == "yes_no" {
                Value::Bool(false)
            } else {
                Value::Empty
            }
        }
        "number" => value.as_i64().map_or(Value::Empty, |scaled| {
            number::plain(scaled, field.kind.decimals()).parse().map_or(Value::Empty, Value::Number)
        }),
        "rating" => value.as_f64().map_or(Value::Empty, Value::Number),
        "money" => {
            let decimals =
                Currency::new(as_text(&value["currency"])).map_or(2, |currency| currency.decimals());
            let minor = value["minor"].as_i64().unwrap_or(0);
            number::plain(minor, decimals).parse().map_or(Value::Empty, Value::Number)
        }
        "date" => as_text(value).parse().map_or(Value::Empty, |day| Value::Number(days(day))),
        "date_time" => date_time::instant(value).map_or(Value::Empty, |at| Value::Number(instant_days(at))),
        "yes_no" => Value::Bool(value == &Json::Bool(true)),
        "select" => text(&label(field, as_text(value))),
        _ => match value {
            Json::String(string) => text(string),
            Json::Array(items) => {
                let shown = items.iter().map(|item| match item.as_str() {
                    Some(key) => label(field, key),
                    None => field.kind.export(&Json::Array(vec![item.clone()])),
                });
                text(&shown.collect::<Vec<_>>().join(", "))
            }
            other => text(&field.kind.export(other)),
        },
    }
}

fn label(field: &Field, key: &str) -> String {
    match field.kind.options() {
        Some(Options::Own(options)) => {
            options.iter().find(|option| option.key == key).map_or(key, |option| &option.label).to_owned()
        }
        _ => key.to_owned(),
    }
}

fn text(text: &str) -> Value {
    if text.is_empty() { Value::Empty } else { Value::Text(text.to_owned()) }
}

/// Days since the epoch of spreadsheets.
fn days(day: civil::Date) -> f64 {
    f64::from(EPOCH.until(day).map_or(0, |span| span.get_days()))
}

fn instant_days(at: Timestamp) -> f64 {
    at.micros() as f64 / 1e6 / SECONDS + 25_569.0
}

/// The day that a number means; none outside the calendar.
pub(crate) fn day_of(number: f64) -> Option<civil::Date> {
    let days = number.floor();
    (days.abs() < 3_000_000.0).then_some(())?;
    EPOCH.checked_add(jiff::Span::new().try_days(days as i64).ok()?).ok()
}

/// The formula with a cell in the place of each name in brackets, outside of texts.
fn with_cells(text: &str, fields: &[Field], cells: &mut Vec<(String, String)>) -> Result<String, Text> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.trim().trim_start_matches('=');
    let (mut in_text, mut depth, mut deepest) = (false, 0usize, 0usize);
    while let Some(letter) = rest.chars().next() {
        let begins = !out.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '.'));
        if let Some((cell, length)) = of_the_moment(rest).filter(|_| begins && !in_text) {
            out.push_str(&cell_at(cells, (cell.to_owned(), String::new())));
            rest = &rest[length..];
            continue;
        }
        match letter {
            '"' => in_text = !in_text,
            '(' if !in_text => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            ')' if !in_text => depth = depth.saturating_sub(1),
            '[' if !in_text => {
                let end = rest.find(']').ok_or_else(|| Text::new("formula-bracket"))?;
                let cell = cell_for(&rest[1..end], fields, cells)?;
                out.push_str(&cell);
                rest = &rest[end + 1..];
                continue;
            }
            _ => {}
        }
        out.push(letter);
        rest = &rest[letter.len_utf8()..];
    }
    if deepest > DEEPEST { Err(Text::new("formula-too-deep")) } else { Ok(out) }
}

fn cell_for(name: &str, fields: &[Field], cells: &mut Vec<(String, String)>) -> Result<String, Text> {
    let find = |name: &str| {
        let name = name.trim().to_lowercase();
        let labelled =
            |field: &&Field| field.label.as_deref().is_some_and(|label| label.to_lowercase() == name);
        fields.iter().find(labelled).or_else(|| fields.iter().find(|field| field.key == name))
    };
    let split = || name.rsplit_once('.').and_then(|(field, part)| Some((find(field)?, part.trim())));
    let (field, part) = find(name)
        .map(|field| (field, ""))
        .or_else(split)
        .ok_or_else(|| Text::new("formula-no-such-field").with("name", name.trim()))?;
    Ok(cell_at(cells, (field.key.clone(), part.to_owned())))
}

fn cell_at(cells: &mut Vec<(String, String)>, cell: (String, String)) -> String {
    let at = cells.iter().position(|known| *known == cell).unwrap_or_else(|| {
        cells.push(cell);
        cells.len() - 1
    });
    CellRef::new(at as u32, 0).to_string()
}

fn calls(expression: &Expr, wanted: &str) -> bool {
    match expression {
        Expr::Call { name, args } => name == wanted || args.iter().any(|arg| calls(arg, wanted)),
        Expr::Unary { operand, .. } => calls(operand, wanted),
        Expr::Binary { left, right, .. } => calls(left, wanted) || calls(right, wanted),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::field::{date::Date, money::Money, number::Number, select::Select, text, yes_no::YesNo};

    fn fields() -> Vec<Field> {
        let mut price = Field::new("own_price", Money).own();
        price.label = Some("Price, net".into());
        vec![
            price,
            Field::new("count", Number { decimals: 1 }),
            Field::new("day", Date),
            Field::new("name", text::Text),
            Field::new("vip", YesNo),
            Field::new("level", Select::open("", &[])),
        ]
    }

    /// Half past ten in the evening in London, when it is tomorrow already in Sofia.
    fn moment() -> Moment {
        let at: jiff::Timestamp = "2026-11-22T22:30:00Z".parse().unwrap();
        let zone = TimeZone::get("Europe/Sofia").unwrap();
        Moment::new(Timestamp::from_micros(at.as_microsecond()), &zone)
    }

    fn values() -> Vec<Json> {
        vec![
            json!({ "minor": 1250, "currency": "DKK" }),
            json!(25),
            json!("2026-11-22"),
            json!("Søren [x]"),
            json!(true),
            json!("Gold"),
        ]
    }

    #[test]
    fn formulas_answer_as_a_spreadsheet_does() {
        let check = |formula: &str, expected: &str| {
            let parsed =
                Formula::parse(formula, &fields()).unwrap_or_else(|text| panic!("{formula}: {text:?}"));
            let answer = match parsed.evaluate(&values(), &fields(), moment()) {
                Ok(value) => value.to_string(),
                Err(text) => format!("{} {:?}", text.key, text.args),
            };
            assert!(answer.starts_with(expected), "{formula} is {answer} instead of {expected}");
        };
        check("=[Price, net] * [count]", "31.25");
        check("[price, NET.currency]", "DKK");
        check("IF([level]=\"Gold\", 10, 0) + IF([vip], 1, 0)", "11");
        check("[day] - DATE(2026,11,1)", "21");
        check("YEAR(EDATE([day], 12))", "2027");
        check("\"[count] \" & [name]", "[count] Søren [x]");
        check("LEN([name])", "9");
        check("1/0", "formula-division-by-zero");
        check("[name] + 1", "formula-failed");
        check("ROUND([count]/3, 2)", "0.83");
        check("AND(LEN([name])=9, [count]>2)", "TRUE");
        check("TODAY() - [day]", "1");
        check("IF(today( )>[day], \"TODAY() is later\", 0)", "TODAY() is later");
        check("NOW() - DATE(2026,11,22)", "0.9375");
        check("YEAR(TODAY())+YEAR(TODAY())", "4052");
    }

    #[test]
    fn what_is_no_formula_is_refused_with_its_reason() {
        let check = |formula: &str, expected: &str| {
            let text = Formula::parse(formula, &fields()).expect_err(formula);
            assert_eq!(text.key, expected, "{formula}");
        };
        check("[nothing] + 1", "formula-no-such-field");
        check("[count", "formula-bracket");
        check("1 +", "formula-wrong");
        check("NOSUCH(1)", "formula-wrong");
        check("MYTODAY()", "formula-wrong");
        check("TODAY(1)", "formula-wrong");
        check("REPT(\"a\", 1000000000)", "formula-wrong");
        check(&"(".repeat(60), "formula-too-deep");
        check(&"1+".repeat(1500), "too-long");
    }

    #[test]
    fn days_become_numbers_and_back() {
        assert_eq!(days(civil::date(2026, 11, 22)), 46_348.0);
        assert_eq!(day_of(46_348.9), Some(civil::date(2026, 11, 22)));
        assert_eq!(day_of(1e12), None);
    }
}
