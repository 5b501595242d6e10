//! Phone numbers as E.164 through the `phonenumber` crate (a port of Google's libphonenumber). A number that
//! cannot be read is kept as it was typed by whoever calls, never dropped.

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
    if let Some(phone) = parse_plain(&number) {
        return Some(Phone { e164: phone, extension });
    }
    let region = home.code().parse::<country::Id>().ok();
    let parsed = phonenumber::parse(region, &number).ok()?;
    let valid = phonenumber::is_valid(&parsed);
    valid.then(|| Phone { e164: parsed.format().mode(Mode::E164).to_string(), extension })
}

/// The number as people of `home` write it: national at home, international elsewhere.
pub fn show(e164: &str, home: Country) -> String {
    let Ok(number) = phonenumber::parse(None, e164) else { return e164.to_owned() };
    let at_home = number.country().id().is_some_and(|id| id.as_ref() == home.code());
    let mode = if at_home { Mode::National } else { Mode::International };
    number.format().mode(mode).to_string()
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

/// The quick way for what is E.164 already and need not be looked up: Nordic numbers of eight digits, which
/// have neither trunk prefix nor area codes. Everything else goes through the library.
fn parse_plain(number: &str) -> Option<String> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let plain = number.starts_with('+') && number.chars().all(|c| c.is_ascii_digit() || "+ ".contains(c));
    let danish =
        digits.len() == 10 && digits.starts_with("45") && matches!(digits.as_bytes()[2], b'2'..=b'9');
    (plain && danish).then(|| format!("+{digits}"))
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
}
