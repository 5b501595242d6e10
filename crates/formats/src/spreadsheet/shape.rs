//! What a number format makes of a number: a date, a time, a share, an amount (ECMA-376 part 1, 18.8.30 and 18.8.31).

use std::{collections::HashMap, io::BufRead};

use super::{
    Trouble,
    xml::{Event, Xml},
};

/// How a number is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Shape {
    #[default]
    Plain,
    Date,
    DayOfYear,
    DateTime,
    Time,
    /// More than a day is shown as hours.
    Elapsed,
    Percent,
    /// By the sign or code of its currency.
    Money(String),
}

/// The shapes of a workbook, by the number that cells refer to.
#[derive(Debug, Default)]
pub(super) struct Shapes(Vec<Shape>);

impl Shapes {
    pub(super) fn of(&self, style: usize) -> &Shape {
        self.0.get(style).unwrap_or(&Shape::Plain)
    }

    /// Reads `styles.xml`.
    pub(super) fn read<R: BufRead>(xml: &mut Xml<R>) -> Result<Shapes, Trouble> {
        let mut own: HashMap<u64, Shape> = HashMap::new();
        let mut shapes = Vec::new();
        let mut of_cells = false;
        loop {
            match xml.next()? {
                Event::Open(tag) if tag.is("numFmt") => {
                    if let (Some(id), Some(code)) = (tag.number("numFmtId"), tag.get("formatCode")) {
                        own.insert(id, shape(&code));
                    }
                }
                Event::Open(tag) if tag.is("cellXfs") => of_cells = true,
                Event::Open(tag) if of_cells && tag.is("xf") => {
                    let id = tag.number("numFmtId").unwrap_or(0);
                    shapes.push(own.get(&id).cloned().unwrap_or_else(|| built_in(id)));
                }
                Event::Close(name) if *name == *b"cellXfs" => of_cells = false,
                Event::End => return Ok(Shapes(shapes)),
                _ => {}
            }
        }
    }
}

/// Formats that every program knows by their number; 27 to 36 and 50 to 58 as East Asian ones do.
fn built_in(id: u64) -> Shape {
    match id {
        9 | 10 => Shape::Percent,
        14 | 15 | 17 | 27 | 30 | 31 | 36 | 50 | 52 | 57 => Shape::Date,
        16 | 28 | 29 | 51 | 53 | 54 | 58 => Shape::DayOfYear,
        22 => Shape::DateTime,
        18..=21 | 32..=35 | 45 | 47 | 55 | 56 => Shape::Time,
        46 => Shape::Elapsed,
        _ => Shape::Plain,
    }
}

/// What a format code says, by its first section.
fn shape(code: &str) -> Shape {
    if code.trim_start().get(..7).is_some_and(|start| start.eq_ignore_ascii_case("general")) {
        return Shape::Plain;
    }
    let seen = Seen::read(code);
    let days = seen.day || seen.year || (seen.month && !seen.clock);
    match (days, seen.clock) {
        _ if seen.elapsed => Shape::Elapsed,
        (true, true) => Shape::DateTime,
        (true, false) if !seen.year && seen.day && seen.month => Shape::DayOfYear,
        (true, false) => Shape::Date,
        (false, true) => Shape::Time,
        (false, false) if seen.percent => Shape::Percent,
        (false, false) => currency(&seen.literal).map_or(Shape::Plain, Shape::Money),
    }
}

#[derive(Default)]
struct Seen {
    year: bool,
    /// Or minutes: one letter stands for both.
    month: bool,
    day: bool,
    clock: bool,
    elapsed: bool,
    percent: bool,
    /// What is shown as it stands.
    literal: String,
}

impl Seen {
    fn read(code: &str) -> Seen {
        let mut seen = Seen::default();
        let mut rest = code.chars();
        while let Some(letter) = rest.next() {
            match letter.to_ascii_lowercase() {
                ';' => break,
                '"' => seen.literal.extend(rest.by_ref().take_while(|c| *c != '"')),
                '\\' => seen.literal.extend(rest.next()),
                // Room as wide as a character, and a character that fills.
                '_' | '*' => drop(rest.next()),
                '[' => seen.bracket(&rest.by_ref().take_while(|c| *c != ']').collect::<String>()),
                'y' | 'b' | 'g' => seen.year = true,
                // A power of ten, else the year of an era.
                'e' if rest.as_str().starts_with(['+', '-']) => {}
                'e' => seen.year = true,
                'm' => seen.month = true,
                'd' => seen.day = true,
                'h' | 's' => seen.clock = true,
                // AM/PM and A/P.
                'a' if rest.as_str().to_ascii_lowercase().starts_with("m/pm") => {
                    seen.clock = true;
                    rest.nth(3);
                }
                'a' if rest.as_str().to_ascii_lowercase().starts_with("/p") => {
                    seen.clock = true;
                    rest.nth(1);
                }
                '%' => seen.percent = true,
                '0'..='9' | '#' | '?' | '.' | ',' | '/' | '@' => {}
                _ => seen.literal.push(letter),
            }
        }
        seen
    }

    /// `[$kr.-406]` is a currency, `[h]` hours beyond a day, `[Red]` a colour.
    fn bracket(&mut self, inside: &str) {
        if let Some(currency) = inside.strip_prefix('$') {
            let sign = currency.rsplit_once('-').map_or(currency, |(sign, _)| sign);
            self.literal.push_str(sign);
            return;
        }
        let lower = inside.to_ascii_lowercase();
        if !lower.is_empty() && ["h", "m", "s"].iter().any(|unit| lower.replace(unit, "").is_empty()) {
            self.elapsed = true;
        }
    }
}

/// Words for money that are no three capitals.
const MONEY: &[&str] = &["kr", "kr.", "лв", "лв.", "tl", "zł", "kč", "ft", "lei", "元", "fr.", "r$", "kr,"];

/// The currency that is shown beside a number.
fn currency(literal: &str) -> Option<String> {
    let sign = literal.trim_matches(|c: char| c.is_whitespace() || "()-+".contains(c));
    let is_sign = |c: char| matches!(c, '$' | '¢'..='¥' | '\u{20a0}'..='\u{20c0}' | '￥');
    let is_code = sign.len() == 3 && sign.bytes().all(|byte| byte.is_ascii_uppercase());
    let known = is_code || sign.chars().any(is_sign) || MONEY.contains(&sign.to_lowercase().as_str());
    (known && sign.chars().count() <= 5).then(|| sign.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_format_says_what_its_numbers_are() {
        let check = |code: &str, expected: Shape| assert_eq!(shape(code), expected, "{code}");
        let money = |sign: &str| Shape::Money(sign.to_owned());
        check("General", Shape::Plain);
        check("0.00", Shape::Plain);
        check("#,##0.00;[Red]-#,##0.00", Shape::Plain);
        check("0.00E+00", Shape::Plain);
        check("# ?/?", Shape::Plain);
        check("@", Shape::Plain);
        check("0\" days\"", Shape::Plain);
        check("0.0%", Shape::Percent);
        check("yyyy-mm-dd", Shape::Date);
        check("[$-409]d\\-mmm\\-yyyy;@", Shape::Date);
        check("dd\\.mm\\.yyyy", Shape::Date);
        check("mmm-yy", Shape::Date);
        check("yyyy\"年\"m\"月\"d\"日\"", Shape::Date);
        check("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", Shape::Date);
        check("d-mmm", Shape::DayOfYear);
        check("dd/mm", Shape::DayOfYear);
        check("dd/mm/yyyy hh:mm", Shape::DateTime);
        check("m/d/yy h:mm AM/PM", Shape::DateTime);
        check("hh:mm:ss", Shape::Time);
        check("mm:ss.0", Shape::Time);
        check("h:mm A/P", Shape::Time);
        check("[h]:mm:ss", Shape::Elapsed);
        check("#,##0.00 [$DKK]", money("DKK"));
        check("#,##0.00\\ [$kr.-406]", money("kr."));
        check("[$€-2]\\ #,##0.00", money("€"));
        check("_-* #,##0.00 \"kr.\"_-;-* #,##0.00 \"kr.\"_-", money("kr."));
        check("\"£\"#,##0.00", money("£"));
        check("$#,##0_);($#,##0)", money("$"));
        check("[Red]0", Shape::Plain);
        check("", Shape::Plain);
        check("\"never closed", Shape::Plain);
    }

    proptest! {
        #[test]
        fn no_format_confuses_it(code in "[a-zA-Z0-9\\[\\]\"\\\\;_*%$#@, .年]{0,40}") {
            shape(&code);
        }
    }
}
