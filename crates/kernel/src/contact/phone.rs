//! Phone numbers as E.164 through the `phonenumber` crate (a port of Google's libphonenumber). A number that
//! cannot be read is kept as it was typed by whoever calls, never dropped.

use std::{collections::HashMap, sync::LazyLock};

use parking_lot::RwLock;
use phonenumber::{Mode, country};

use crate::locality::Country;

/// A number that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// `+4531425510`.
    pub e164: String,
    /// Digits to dial after the call is answered; empty when none.
    pub extension: String,
}

/// Reads what somebody typed; numbers without a country code belong to `home`. `None` when it is no number that
/// could exist there.
pub fn parse(typed: &str, home: Country) -> Option<Phone> {
    let typed = typed.trim().strip_prefix("tel:").unwrap_or(typed.trim());
    let (number, extension) = split_extension(typed);
    if let Some(phone) = parse_plain(&number, home) {
        return Some(Phone { e164: phone, extension });
    }
    let region = home.code().parse::<country::Id>().ok();
    let parsed = phonenumber::parse(region, &number).ok()?;
    // With its country code a number is taken though no range of that country is known to hold it: ranges change,
    // and what is shown must read back.
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let international = number.trim_start().starts_with('+') && (8..=15).contains(&digits);
    let valid = international || phonenumber::is_valid(&parsed);
    valid.then(|| Phone { e164: parsed.format().mode(Mode::E164).to_string(), extension })
}

/// The number as people of `home` write it: national at home, international elsewhere. A national form that would
/// not read back as this number is not used.
pub fn show(e164: &str, home: Country) -> String {
    let key = (home, e164.to_owned());
    if let Some(shown) = SHOWN.read().get(&key) {
        return shown.clone();
    }
    let shown = format(e164, home);
    let mut kept = SHOWN.write();
    if kept.len() >= MOST_SHOWN {
        kept.clear();
    }
    kept.insert(key, shown.clone());
    shown
}

/// Numbers that were shown lately: formatting one takes the library as long as all the rest of a row of a list.
static SHOWN: LazyLock<RwLock<HashMap<(Country, String), String>>> = LazyLock::new(RwLock::default);
const MOST_SHOWN: usize = 20_000;

fn format(e164: &str, home: Country) -> String {
    if let Some(written) = show_plain(e164, home) {
        return written;
    }
    let Ok(number) = phonenumber::parse(None, e164) else { return e164.to_owned() };
    let at_home = number.country().id().is_some_and(|id| id.as_ref() == home.code());
    let written = |mode| number.format().mode(mode).to_string();
    match at_home && phonenumber::is_valid(&number) {
        true => written(Mode::National),
        false => written(Mode::International),
    }
}

/// `12345678 ext. 12`, `12345678;ext=12`, `12345678 x12`, `12345678 lok. 12`, `12345678#12`.
fn split_extension(typed: &str) -> (String, String) {
    let lower = typed.to_lowercase();
    for mark in [
        ";ext=",
        "extension",
        "ext.",
        "ext",
        "dahili",
        "lokal",
        "lok.",
        "anknytning",
        "ankn.",
        "вътр.",
        "分机",
        "转",
        "x",
        "#",
    ] {
        let Some(at) = lower.find(mark) else { continue };
        let (Some(number), Some(rest)) = (typed.get(..at), typed.get(at + mark.len()..)) else { continue };
        let extension: String = rest.chars().filter(char::is_ascii_digit).collect();
        let digits = number.chars().filter(char::is_ascii_digit).count();
        let clean = rest.chars().all(|c| c.is_ascii_digit() || " .:-".contains(c));
        if digits >= 3 && clean && !extension.is_empty() && extension.len() <= 11 {
            return (number.trim_end_matches([' ', ',', ';', '(']).to_owned(), extension);
        }
    }
    (typed.to_owned(), String::new())
}

/// The quick way, for plans of numbering so plain that the library need not be asked: it costs ten times as much as
/// all else about a row of an import. Everything else goes through the library.
fn parse_plain(typed: &str, home: Country) -> Option<String> {
    let mut digits = String::with_capacity(16);
    let mut international = false;
    for (at, sign) in typed.chars().enumerate() {
        match sign {
            '0'..='9' => digits.push(sign),
            '+' if at == 0 => international = true,
            ' ' => {}
            _ => return None,
        }
    }
    let plan = PLANS.iter().find(|plan| match international {
        true => digits.starts_with(plan.code),
        false => plan.country == home.code(),
    })?;
    let national = match international {
        true => &digits[plan.code.len()..],
        false => digits.strip_prefix(plan.trunk)?,
    };
    plan.holds(national).then(|| format!("+{}{national}", plan.code))
}

/// Numbers of a country that all exist and are written one way.
struct Plan {
    country: &'static str,
    code: &'static str,
    /// Dialled before the number at home.
    trunk: &'static str,
    length: usize,
    starts: &'static [&'static str],
    /// Digits between spaces when written at home, or none when that is the library's matter.
    groups: &'static [usize],
}

const PLANS: &[Plan] = &[
    // Danish numbers have neither trunk prefix nor area codes, and new series are taken into use every year.
    Plan {
        country: "DK",
        code: "45",
        trunk: "",
        length: 8,
        starts: &["2", "3", "4", "5", "6", "7", "8", "9"],
        groups: &[2, 2, 2, 2],
    },
    Plan {
        country: "SE",
        code: "46",
        trunk: "0",
        length: 9,
        starts: &["70", "72", "73", "76", "79"],
        groups: &[],
    },
    Plan { country: "TR", code: "90", trunk: "0", length: 10, starts: &["53", "54", "55"], groups: &[] },
    Plan { country: "CN", code: "86", trunk: "", length: 11, starts: CHINESE_MOBILES, groups: &[] },
];

const CHINESE_MOBILES: &[&str] = &[
    "130", "131", "132", "133", "134", "135", "136", "137", "138", "139", "150", "151", "152", "153", "155",
    "156", "157", "158", "159", "180", "181", "182", "183", "184", "185", "186", "187", "188", "189",
];

impl Plan {
    fn holds(&self, national: &str) -> bool {
        national.len() == self.length && self.starts.iter().any(|start| national.starts_with(start))
    }

    fn written(&self, national: &str) -> Option<String> {
        let mut written = String::with_capacity(16);
        let mut rest = national;
        for group in self.groups {
            let (digits, after) = rest.split_at_checked(*group)?;
            if !written.is_empty() {
                written.push(' ');
            }
            written.push_str(digits);
            rest = after;
        }
        (!written.is_empty() && rest.is_empty()).then_some(written)
    }
}

/// As the library would write it at home.
fn show_plain(e164: &str, home: Country) -> Option<String> {
    let plan = PLANS.iter().find(|plan| plan.country == home.code())?;
    let national = e164.strip_prefix('+')?.strip_prefix(plan.code)?;
    if plan.holds(national) { plan.written(national) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_e164() {
        let check = |typed: &str, home: &str, expected: Option<(&str, &str)>| {
            let phone = parse(typed, Country::new(home).unwrap());
            let phone = phone.as_ref().map(|p| (p.e164.as_str(), p.extension.as_str()));
            assert_eq!(phone, expected, "{typed}");
        };
        check("31 42 55 10", "DK", Some(("+4531425510", "")));
        check("+45 31 42 55 10", "SE", Some(("+4531425510", "")));
        check("0045 31425510", "DK", Some(("+4531425510", "")));
        check("08-123 456 78", "SE", Some(("+46812345678", "")));
        check("(0)212 555 01 42", "TR", Some(("+902125550142", "")));
        check("0532 555 01 42 dahili 7", "TR", Some(("+905325550142", "7")));
        check("+45 33 12 40 00 ext. 12", "DK", Some(("+4533124000", "12")));
        check("tel:+4533124000;ext=12", "DK", Some(("+4533124000", "12")));
        check("61 23 45 67", "DK", Some(("+4561234567", "")));
        check("070-123 45 67", "SE", Some(("+46701234567", "")));
        check("138 0013 8000", "CN", Some(("+8613800138000", "")));
        check("ask for Bo", "DK", None);
        check("12", "DK", None);
    }

    #[test]
    fn numbers_are_shown_as_at_home() {
        assert_eq!(show("+4531425510", Country::new("DK").unwrap()), "31 42 55 10");
        assert_eq!(show("+4531425510", Country::new("SE").unwrap()), "+45 31 42 55 10");
        assert_eq!(show("unknown", Country::new("SE").unwrap()), "unknown");
    }

    #[test]
    fn the_quick_way_agrees_with_the_library() {
        for plan in PLANS.iter().filter(|plan| plan.country != "DK") {
            let home = Country::new(plan.country).unwrap();
            let region = plan.country.parse::<country::Id>().ok();
            for (start, rest) in
                plan.starts.iter().flat_map(|start| ["4", "7", "39", "08"].map(|rest| (start, rest)))
            {
                let national: String =
                    format!("{start}{}", rest.repeat(8)).chars().take(plan.length).collect();
                let typed = format!("{}{national}", plan.trunk);
                let parsed = phonenumber::parse(region, &typed).unwrap();
                assert!(phonenumber::is_valid(&parsed), "{} {typed}", plan.country);
                let e164 = parsed.format().mode(Mode::E164).to_string();
                assert_eq!(parse_plain(&typed, home), Some(e164.clone()));
                assert_eq!(parse_plain(&e164, Country::new("GB").unwrap()), Some(e164.clone()));
                if let Some(written) = show_plain(&e164, home) {
                    assert_eq!(written, parsed.format().mode(Mode::National).to_string());
                }
            }
        }
    }
}
