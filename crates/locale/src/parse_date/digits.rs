//! Dates written with digits only: ISO 8601, the local order with any marks, and digits without marks.

use super::{Written, Year};
use crate::shapes::Order;

pub(super) fn written(folded: &str, order: Order) -> Option<Written> {
    if let Some(rest) = folded.strip_prefix("--") {
        return month_and_day(rest);
    }
    // "2026 г." and "22.11." end in marks.
    let text = folded.trim_end_matches([' ', '.', 'г']);
    if !text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '/' | '-' | ' ')) {
        return None;
    }
    let parts: Vec<&str> = text.split(['.', '/', '-']).map(str::trim).collect();
    match parts[..] {
        [digits] => without_marks(digits, order),
        [first, second] => match order {
            Order::DayMonthYear => day(second, first, None).or_else(|| day(first, second, None)),
            _ => day(first, second, None).or_else(|| day(second, first, None)),
        },
        [first, second, third] => three(first, second, third, order),
        _ => None,
    }
}

/// A vCard's date without its year.
fn month_and_day(text: &str) -> Option<Written> {
    match text.split_once('-') {
        Some((month, of_month)) => day(month, of_month, None),
        None => day(text.get(..2)?, text.get(2..)?, None),
    }
}

fn three(first: &str, second: &str, third: &str, order: Order) -> Option<Written> {
    let day_first = || day(second, first, year(third));
    let month_first = || day(first, second, year(third));
    if first.len() == 4 {
        return day(second, third, Some(year(first)?));
    }
    year(third)?;
    match order {
        Order::YearMonthDay if third.len() < 4 => {
            year(first).and_then(|year| day(second, third, Some(year))).or_else(day_first)
        }
        Order::MonthDayYear => month_first().or_else(day_first),
        _ => day_first().or_else(month_first),
    }
}

fn without_marks(digits: &str, order: Order) -> Option<Written> {
    match digits.len() {
        8 => day(&digits[4..6], &digits[6..], year(&digits[..4]))
            .filter(|_| digits.starts_with("19") || digits.starts_with("20"))
            .or_else(|| three(&digits[..2], &digits[2..4], &digits[4..], order)),
        6 => three(&digits[..2], &digits[2..4], &digits[4..], order),
        _ => None,
    }
}

fn day(month: &str, day: &str, year: Option<Year>) -> Option<Written> {
    let number = |text: &str, most: u8| match text.len() {
        1 | 2 => text.parse().ok().filter(|number| (1..=most).contains(number)),
        _ => None,
    };
    Some(Written { year, month: number(month, 12)?, day: number(day, 31)? })
}

pub(super) fn year(text: &str) -> Option<Year> {
    let number: i16 = text.parse().ok()?;
    match text.len() {
        4 if number >= 1000 => Some(Year::Full(number)),
        2 => Some(Year::Short(number)),
        _ => None,
    }
}
