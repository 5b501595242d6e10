//! How a file writes dates and numbers: found out from its cells where they tell, else the reader's own way.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How one column is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Style {
    /// Of dates in digits with the year last.
    pub day_first: Option<bool>,
    /// Of numbers.
    pub decimal_comma: Option<bool>,
}

impl Style {
    pub(super) fn is_unknown(&self) -> bool {
        *self == Style::default()
    }
}

/// What the cells of a column say about its style, gathered cell by cell.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Evidence {
    day_first: u32,
    month_first: u32,
    comma: u32,
    point: u32,
}

impl Evidence {
    pub(crate) fn look(&mut self, cell: &str) {
        if let Some([first, second, _]) = day_and_month(cell) {
            // A number above 12 is no month.
            self.day_first += u32::from(first > 12 && second <= 12);
            self.month_first += u32::from(second > 12 && first <= 12);
        }
        let mark = |mark: char, other: char| {
            let Some((before, after)) = cell.trim().rsplit_once(mark) else { return false };
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
            let rest = after.trim_end_matches(|c: char| !c.is_ascii_digit());
            let plain = rest.chars().all(|c| c.is_ascii_digit());
            let number = cell.chars().all(|c| c.is_ascii_digit() || " .,'-+%\u{a0}".contains(c));
            number && plain && !before.contains(mark) && (before.contains(other) || digits(rest) != 3)
        };
        self.comma += u32::from(mark(',', '.'));
        self.point += u32::from(mark('.', ','));
    }

    pub(crate) fn style(&self) -> Style {
        let decided = |yes: u32, no: u32| (yes != no).then_some(yes > no);
        Style {
            day_first: decided(self.day_first, self.month_first),
            decimal_comma: decided(self.comma, self.point),
        }
    }
}

/// The three numbers of a date that does not begin with its year, without a time behind it.
fn day_and_month(cell: &str) -> Option<[u16; 3]> {
    let date = cell.trim().split([' ', 'T']).next()?;
    let mut parts = date.split(['/', '.', '-']);
    let mut number = |most: usize| {
        let part = parts.next()?;
        let fits = !part.is_empty() && part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit());
        if fits { part.parse().ok() } else { None }
    };
    let numbers = [number(2)?, number(2)?, number(4)?];
    parts.next().is_none().then_some(numbers)
}

/// A date of this style as ISO 8601; what is written otherwise stays as it is. A time behind it is dropped.
pub(crate) fn iso_date(cell: &str, style: Style, latest_year: i16) -> String {
    let bare = match cell.split_once([' ', 'T']) {
        Some((date, time)) if date.len() >= 6 && time.contains(':') => date,
        _ => cell,
    };
    let written = || {
        let day_first = style.day_first?;
        let [first, second, year] = day_and_month(bare)?;
        let (day, month) = if day_first { (first, second) } else { (second, first) };
        let year = i16::try_from(year).ok()?;
        let year = if year >= 100 { year } else { century(year, latest_year) };
        let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        Some(date.to_string())
    };
    written().unwrap_or_else(|| bare.to_owned())
}

fn century(short: i16, latest: i16) -> i16 {
    let year = latest - latest % 100 + short;
    if year > latest { year - 100 } else { year }
}

/// A number of this style as the reader would type it.
pub(crate) fn plain_number(cell: &str, style: Style, reader_uses_comma: bool) -> String {
    let Some(comma) = style.decimal_comma else { return cell.to_owned() };
    let (decimal, grouping) = if comma { (',', '.') } else { ('.', ',') };
    let mark = if reader_uses_comma { ',' } else { '.' };
    let kept = cell.chars().filter(|c| *c != grouping);
    kept.map(|c| if c == decimal { mark } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style(cells: &[&str]) -> Style {
        let mut evidence = Evidence::default();
        cells.iter().for_each(|cell| evidence.look(cell));
        evidence.style()
    }

    #[test]
    fn the_cells_tell_which_way_dates_are_written() {
        assert_eq!(style(&["03/04/1980", "25/12/1979"]).day_first, Some(true));
        assert_eq!(style(&["03/04/1980", "12/25/1979 00:00"]).day_first, Some(false));
        assert_eq!(style(&["03/04/1980", "1980-12-25", "Anna"]).day_first, None);
        let check = |cell: &str, day_first: Option<bool>, expected: &str| {
            let style = Style { day_first, decimal_comma: None };
            assert_eq!(iso_date(cell, style, 2030), expected);
        };
        check("03/04/1980", Some(true), "1980-04-03");
        check("03/04/1980", Some(false), "1980-03-04");
        check("3.4.31", Some(true), "1931-04-03");
        check("3.4.29", Some(true), "2029-04-03");
        check("1980-04-03 00:00:00", None, "1980-04-03");
        check("4 December", None, "4 December");
    }

    #[test]
    fn the_cells_tell_which_way_numbers_are_written() {
        assert_eq!(style(&["1.250,50"]).decimal_comma, Some(true));
        assert_eq!(style(&["1,250.50", "3"]).decimal_comma, Some(false));
        assert_eq!(style(&["1.250", "3,5"]).decimal_comma, Some(true));
        assert_eq!(style(&["1.250", "7"]).decimal_comma, None);
        let comma = Style { decimal_comma: Some(true), day_first: None };
        assert_eq!(plain_number("1.250,50", comma, false), "1250.50");
        assert_eq!(plain_number("1.250,5", comma, true), "1250,5");
    }
}
