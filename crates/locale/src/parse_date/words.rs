//! Dates in words, in the languages that write them with spaces. Everything here is folded: without accents, in
//! lower case.

use jiff::{Span, civil::Date, civil::Weekday};

use super::{Written, digits};

/// A piece of what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    Word(&'a str),
    Digits(&'a str),
}

/// Words and runs of digits; marks and spaces fall away.
pub(crate) fn tokens(folded: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    for part in folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
        let mut rest = part;
        while let Some(first) = rest.chars().next() {
            let is_digit = first.is_ascii_digit();
            let end = rest.find(|c: char| c.is_ascii_digit() != is_digit).unwrap_or(rest.len());
            let (piece, after) = rest.split_at(end);
            tokens.push(if is_digit { Token::Digits(piece) } else { Token::Word(piece) });
            rest = after;
        }
    }
    tokens
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// `tomorrow`, `monday`, `next monday`, `in 3 days`, `next week`, `+3`.
pub(super) fn in_words(folded: &str, today: Date) -> Option<Date> {
    let tokens = tokens(folded);
    if tokens.is_empty() || tokens.len() > 6 {
        return None;
    }
    if let Some(days) = named_day(&tokens) {
        return today.checked_add(Span::new().days(days)).ok();
    }
    if let Some(date) = weekday(&tokens, today) {
        return Some(date);
    }
    let (count, unit) = relative_span(folded)?;
    let span = match unit {
        Unit::Day => Span::new().days(count),
        Unit::Week => Span::new().weeks(count),
        Unit::Month => Span::new().months(count),
        Unit::Year => Span::new().years(count),
        Unit::Hour | Unit::Minute => return None,
    };
    today.checked_add(span).ok()
}

fn named_day(tokens: &[Token]) -> Option<i64> {
    let words: Option<Vec<&str>> = tokens
        .iter()
        .map(|token| match token {
            Token::Word(word) => Some(*word),
            Token::Digits(_) => None,
        })
        .collect();
    let phrase = words?.join(" ");
    DAYS.iter().find(|(_, phrases)| phrases.contains(&phrase.as_str())).map(|(days, _)| *days)
}

/// A weekday alone is the coming one, never today; `next` is that of the calendar week after this one.
fn weekday(tokens: &[Token], today: Date) -> Option<Date> {
    let (mut day, mut step) = (None, None);
    for token in tokens {
        let Token::Word(word) = token else { return None };
        match (day, step) {
            (_, None) if is_one_of(word, NEXT) => step = Some(Step::Next),
            (_, None) if is_one_of(word, LAST) => step = Some(Step::Last),
            (_, None) if COMING.contains(word) => step = Some(Step::Coming),
            (None, _) => day = Some(weekday_named(word)?),
            _ => return None,
        }
    }
    on_weekday(day?, step.unwrap_or(Step::Coming), today)
}

#[derive(Clone, Copy)]
pub(super) enum Step {
    Coming,
    Next,
    Last,
}

pub(super) fn on_weekday(day: Weekday, step: Step, today: Date) -> Option<Date> {
    match step {
        Step::Coming => today.nth_weekday(1, day).ok(),
        Step::Last => today.nth_weekday(-1, day).ok(),
        Step::Next => {
            let to_monday = 7 - i64::from(today.weekday().to_monday_zero_offset());
            let days = to_monday + i64::from(day.to_monday_zero_offset());
            today.checked_add(Span::new().days(days)).ok()
        }
    }
}

/// How far from now, into the past if negative: `in 3 days`, `2 weeks ago`, `next month`, `+3`, `+2w`.
pub(crate) fn relative_span(folded: &str) -> Option<(i64, Unit)> {
    let signed = folded.starts_with(['+', '-']);
    let (mut count, mut unit, mut past, mut is_relative) = (None, None, folded.starts_with('-'), signed);
    for token in tokens(folded) {
        match token {
            Token::Digits(digits) if count.is_none() && digits.len() <= 4 => {
                count = digits.parse::<i64>().ok()
            }
            Token::Digits(_) => return None,
            Token::Word(word) => {
                if let Some((found, _)) = UNITS.iter().find(|(_, words)| words.contains(&word)) {
                    if unit.replace(*found).is_some() {
                        return None;
                    }
                } else if is_one_of(word, NEXT) {
                    count = count.or(Some(1));
                } else if is_one_of(word, LAST) {
                    (count, past) = (count.or(Some(1)), true);
                } else if PAST.contains(&word) {
                    (is_relative, past) = (true, true);
                } else if FUTURE.contains(&word) {
                    is_relative = true;
                } else if ONE.contains(&word) {
                    count = count.or(Some(1));
                } else if word != "for" {
                    return None;
                }
            }
        }
    }
    // "3" alone says nothing, "+3" is days; "day" alone says nothing, "in a day" does.
    let unit = unit.or(signed.then_some(Unit::Day))?;
    let count = count.or(is_relative.then_some(1))?;
    Some((if past { -count } else { count }, unit))
}

/// A date with the name of a month, in any order: `22 nov 2026`, `November 22nd`, `mandag den 22. november`.
pub(super) fn written(folded: &str) -> Option<Written> {
    let (mut month, mut numbers) = (None, Vec::new());
    for token in tokens(folded) {
        match token {
            Token::Digits(digits) => numbers.push(digits),
            Token::Word(word) => match month_named(word) {
                Some(found) if month.is_none() => month = Some(found),
                _ if FILLERS.contains(&word) || weekday_named(word).is_some() => {}
                _ => return None,
            },
        }
    }
    let (day, year) = match numbers[..] {
        [day] => (day, None),
        [year, day] if year.len() == 4 => (day, Some(digits::year(year)?)),
        [day, year] => (day, Some(digits::year(year)?)),
        _ => return None,
    };
    let day = day.parse().ok().filter(|number| day.len() <= 2 && (1..=31).contains(number))?;
    Some(Written { year, month: month?, day })
}

fn month_named(word: &str) -> Option<u8> {
    let names = MONTHS.iter().position(|names| names.iter().any(|name| abbreviates(word, name)))?;
    u8::try_from(names + 1).ok()
}

fn weekday_named(word: &str) -> Option<Weekday> {
    let exact = WEEKDAYS.iter().position(|names| names.contains(&word));
    let index = exact
        .or_else(|| WEEKDAYS.iter().position(|names| names.iter().any(|name| abbreviates(word, name))))?;
    Weekday::from_monday_zero_offset(i8::try_from(index).ok()?).ok()
}

/// At least its first three letters.
fn abbreviates(word: &str, name: &str) -> bool {
    name.starts_with(word) && word.chars().count() >= 3
}

/// Bulgarian endings vary, so these are beginnings.
fn is_one_of(word: &str, beginnings: &[&str]) -> bool {
    beginnings
        .iter()
        .any(|beginning| *beginning == word || !beginning.is_ascii() && word.starts_with(beginning))
}

const DAYS: [(i64, &[&str]); 5] = [
    (0, &["today", "i dag", "idag", "bugun", "днес"]),
    (1, &["tomorrow", "i morgen", "imorgen", "i morgon", "imorgon", "yarin", "утре"]),
    (-1, &["yesterday", "i gar", "igar", "dun", "вчера"]),
    (
        2,
        &[
            "day after tomorrow",
            "the day after tomorrow",
            "i overmorgen",
            "i overmorgon",
            "obur gun",
            "вдругиден",
        ],
    ),
    (
        -2,
        &[
            "day before yesterday",
            "the day before yesterday",
            "i forgars",
            "i forrgar",
            "evvelsi gun",
            "завчера",
        ],
    ),
];

const NEXT: &[&str] =
    &["next", "naeste", "nasta", "gelecek", "onumuzdeki", "haftaya", "следващ", "другия", "другата"];
const LAST: &[&str] = &["last", "sidste", "forra", "gecen", "минал"];
const COMING: [&str; 11] =
    ["this", "on", "coming", "pa", "denne", "kommende", "kommande", "bu", "в", "във", "този"];
const FUTURE: [&str; 8] = ["in", "om", "sonra", "след", "later", "senere", "senare", "icinde"];
const PAST: [&str; 6] = ["ago", "siden", "sedan", "once", "преди", "back"];
const ONE: [&str; 9] = ["a", "an", "one", "en", "et", "ett", "bir", "един", "една"];
const FILLERS: [&str; 18] = [
    "st",
    "nd",
    "rd",
    "th",
    "of",
    "the",
    "d",
    "den",
    "e",
    "a",
    "г",
    "год",
    "година",
    "on",
    "ти",
    "ри",
    "ви",
    "ми",
];

const UNITS: [(Unit, &[&str]); 6] = [
    (
        Unit::Minute,
        &[
            "min",
            "mins",
            "minute",
            "minutes",
            "minut",
            "minutter",
            "minuter",
            "dk",
            "dakika",
            "мин",
            "минута",
            "минути",
        ],
    ),
    (
        Unit::Hour,
        &["h", "hour", "hours", "time", "timer", "tim", "timme", "timmar", "saat", "ч", "час", "часа"],
    ),
    (Unit::Day, &["d", "day", "days", "dag", "dage", "dagar", "gun", "ден", "дни"]),
    (
        Unit::Week,
        &["w", "week", "weeks", "u", "uge", "uger", "v", "vecka", "veckor", "hafta", "седмица", "седмици"],
    ),
    (Unit::Month, &["m", "month", "months", "maned", "maneder", "manad", "manader", "ay", "месец", "месеца"]),
    (Unit::Year, &["y", "year", "years", "ar", "yil", "година", "години"]),
];

const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "januari", "ocak", "януари"],
    &["february", "februar", "februari", "subat", "февруари"],
    &["march", "marts", "mars", "mart", "март"],
    &["april", "nisan", "април"],
    &["may", "maj", "mayis", "маи"],
    &["june", "juni", "haziran", "юни"],
    &["july", "juli", "temmuz", "юли"],
    &["august", "augusti", "agustos", "август"],
    &["september", "eylul", "септември"],
    &["october", "oktober", "ekim", "октомври"],
    &["november", "kasim", "ноември"],
    &["december", "aralik", "декември"],
];

const WEEKDAYS: [&[&str]; 7] = [
    &["monday", "mandag", "pazartesi", "понеделник"],
    &["tuesday", "tirsdag", "tisdag", "sali", "вторник"],
    &["wednesday", "onsdag", "carsamba", "сряда"],
    &["thursday", "torsdag", "persembe", "четвъртък"],
    &["friday", "fredag", "cuma", "петък"],
    &["saturday", "lordag", "cumartesi", "събота"],
    &["sunday", "sondag", "pazar", "неделя"],
];
