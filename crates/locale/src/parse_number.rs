//! Numbers and amounts of money as people type them.

use kernel::{Currency, money::Money};

use crate::{Locale, currency, tokens::fold};

impl Locale {
    /// A number times ten to the power of `max_decimals`. Takes the marks of any country; where they are ambiguous
    /// the reader's decide (`1.250` is 1250 in Danish and 1.25 in English).
    pub fn parse_number(&self, text: &str, max_decimals: u32) -> Result<i64, ()> {
        let text: String = text.chars().filter_map(plain).collect();
        let (negative, digits) = sign(&text);
        let (whole, fraction) = self.split(digits, max_decimals).ok_or(())?;
        let size = scaled(&whole, fraction, max_decimals).ok_or(())?;
        let number = if negative { -size } else { size };
        i64::try_from(number).map_err(drop)
    }

    /// `kr 1.250,50`, `12 USD`, `€5`; in the reader's currency if none is named.
    pub fn parse_money(&self, text: &str) -> Result<Money, ()> {
        let (written, number) = take_currency(text).ok_or(())?;
        let currency = match written {
            Some(written) => currency::meant_by(&written, self.locality()).ok_or(())?,
            None => self.locality().currency,
        };
        self.parse_amount(&number, currency)
    }

    fn parse_amount(&self, number: &str, currency: Currency) -> Result<Money, ()> {
        Ok(Money { minor: self.parse_number(number, currency.decimals())?, currency })
    }

    /// Whole digits without grouping, and decimals.
    fn split<'a>(&self, text: &'a str, max_decimals: u32) -> Option<(String, &'a str)> {
        // "12,-" and "12." are whole amounts.
        let text = text.strip_suffix(['-', '—']).filter(|text| text.ends_with([',', '.'])).unwrap_or(text);
        let text = text.strip_suffix([',', '.']).unwrap_or(text);
        match self.decimal_position(text, max_decimals) {
            Some(at) => Some((ungrouped(&text[..at])?, &text[at + 1..])),
            None => Some((ungrouped(text)?, "")),
        }
    }

    /// Where the mark stands that separates the decimals, if one does.
    fn decimal_position(&self, text: &str, max_decimals: u32) -> Option<usize> {
        let last = text.rfind(['.', ','])?;
        let mark = text[last..].chars().next()?;
        let other = if mark == '.' { ',' } else { '.' };
        if text[..last].contains(mark) {
            return None;
        }
        if text.contains(other) || text.contains([' ', '\'']) {
            return Some(last);
        }
        let (before, after) = (&text[..last], &text[last + 1..]);
        let could_group = after.len() == 3 && (1..=3).contains(&before.len()) && before != "0";
        let shapes = self.shapes();
        let groups =
            could_group && mark != shapes.decimal_mark && (mark == shapes.grouping_mark || max_decimals < 3);
        (!groups).then_some(last)
    }
}

/// A character as ASCII knows it: full-width forms, all kinds of spaces, dashes and apostrophes.
fn plain(c: char) -> Option<char> {
    Some(match c {
        '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}' => return None,
        '０'..='９' | '．' | '，' | '－' | '＋' | '（' | '）' => {
            char::from_u32(c as u32 - 0xfee0).unwrap_or(c)
        }
        '٫' | '。' => '.',
        '٬' | '、' => ',',
        '’' | '‘' | '´' | '＇' | '`' | '_' => '\'',
        '−' | '–' | '‐' | '‑' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    })
}

/// Whether a number is negative, in any of the ways of accountants, and the rest.
fn sign(text: &str) -> (bool, &str) {
    let text = text.trim();
    if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return (true, inner.trim());
    }
    if let Some(rest) = text.strip_prefix('-') {
        return (true, rest.trim());
    }
    match text.strip_suffix('-').filter(|rest| !rest.ends_with([',', '.'])) {
        Some(rest) => (true, rest.trim()),
        None => (false, text.strip_prefix('+').unwrap_or(text).trim()),
    }
}

/// Digits in groups of three, or as in India of two with three at the end; an empty text is zero whole units.
fn ungrouped(text: &str) -> Option<String> {
    let mark = text.chars().find(|c| !c.is_ascii_digit());
    let Some(mark) = mark else { return Some(text.to_owned()) };
    if !matches!(mark, '.' | ',' | ' ' | '\'') {
        return None;
    }
    let groups: Vec<&str> = text.split(mark).collect();
    let (first, rest) = groups.split_first()?;
    let (last, between) = rest.split_last()?;
    let digits = groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    let western = between.iter().all(|group| group.len() == 3) && (1..=3).contains(&first.len());
    let indian = between.iter().all(|group| group.len() == 2) && (1..=2).contains(&first.len());
    (digits && last.len() == 3 && (western || indian)).then(|| groups.concat())
}

fn scaled(whole: &str, fraction: &str, max_decimals: u32) -> Option<i128> {
    if whole.is_empty() && fraction.is_empty() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let fraction =
        if fraction.len() > max_decimals as usize { fraction.trim_end_matches('0') } else { fraction };
    let missing = (max_decimals as usize).checked_sub(fraction.len())?;
    let digits = format!("{whole}{fraction}{}", "0".repeat(missing));
    // Nothing that fits an i64 is longer, unless it has leading zeros.
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return Some(0);
    }
    (digits.len() <= 19).then(|| digits.parse().ok()).flatten()
}

/// The currency named in an amount, folded, and the amount without it. None if there are two names.
fn take_currency(text: &str) -> Option<(Option<String>, String)> {
    let mut named = String::new();
    let mut number = String::with_capacity(text.len());
    let mut in_name = false;
    for c in text.chars() {
        if c.is_alphabetic() || is_currency_sign(c) {
            if !in_name && !named.is_empty() {
                return None;
            }
            in_name = true;
            named.push(c);
        } else if in_name && c == '.' {
            // "kr." is an abbreviation.
            in_name = false;
            number.push(' ');
        } else {
            in_name = false;
            number.push(c);
        }
    }
    let number = number.trim().to_owned();
    match named.is_empty() {
        true => Some((None, number)),
        false => Some((Some(fold(&named)), number)),
    }
}

fn is_currency_sign(c: char) -> bool {
    matches!(c, '$' | '¢'..='¥' | '֏' | '؋' | '৳' | '฿' | '៛' | '\u{20a0}'..='\u{20c0}' | '＄' | '￠' | '￡' | '￥' | '￦')
}

#[cfg(test)]
mod tests {
    use crate::locale::tests::reader;

    #[track_caller]
    fn check(reading: &str, text: &str, max_decimals: u32, expected: Result<i64, ()>) {
        assert_eq!(reader(reading).parse_number(text, max_decimals), expected, "{text} in {reading}");
    }

    #[test]
    fn numbers_are_read_with_the_marks_of_any_country() {
        for (reading, text, expected) in [
            ("da-DK", "1.250,50", Ok(125_050)),
            ("en-GB", "1.250,50", Ok(125_050)),
            ("da-DK", "1,250.50", Ok(125_050)),
            ("sv-SE", "1 250,50", Ok(125_050)),
            ("sv-SE", "1\u{a0}250,50", Ok(125_050)),
            ("en-GB", "1'250", Ok(125_000)),
            ("en-GB", "1’250.5", Ok(125_050)),
            ("da-DK", "1.250", Ok(125_000)),
            ("en-GB", "1.250", Ok(125)),
            ("en-GB", "1,250", Ok(125_000)),
            ("da-DK", "1,250", Ok(125)),
            ("sv-SE", "1.250", Ok(125_000)),
            ("en-GB", "1,25", Ok(125)),
            ("da-DK", "1.25", Ok(125)),
            ("da-DK", "0.125", Err(())),
            ("en-GB", "1.255", Err(())),
            ("en-GB", "1.2500", Ok(125)),
            ("en-GB", "1,234,567", Ok(123_456_700)),
            ("da-DK", "1.234.567,8", Ok(123_456_780)),
            ("en-GB", "12,34,567", Ok(123_456_700)),
            ("en-GB", "1,23,45", Err(())),
            ("en-GB", "1 2 3", Err(())),
            ("en-GB", "(12)", Ok(-1_200)),
            ("en-GB", "-12", Ok(-1_200)),
            ("sv-SE", "−12", Ok(-1_200)),
            ("en-GB", "12-", Ok(-1_200)),
            ("da-DK", "12,-", Ok(1_200)),
            ("en-GB", "+ 12", Ok(1_200)),
            ("zh-CN", "１，２５０．５", Ok(125_050)),
            ("en-GB", ".5", Ok(50)),
            ("en-GB", "007", Ok(700)),
            ("en-GB", "0", Ok(0)),
            ("en-GB", "", Err(())),
            ("en-GB", ".", Err(())),
            ("en-GB", "-", Err(())),
            ("en-GB", "--5", Err(())),
            ("en-GB", "12a", Err(())),
            ("en-GB", "1.2.3", Err(())),
            ("en-GB", "92233720368547758.07", Ok(i64::MAX)),
            ("en-GB", "92233720368547758.08", Err(())),
            ("en-GB", "-92233720368547758.08", Ok(i64::MIN)),
            ("en-GB", &"9".repeat(400), Err(())),
        ] {
            check(reading, text, 2, expected);
        }
        check("da-DK", "1.250", 0, Ok(1_250));
        check("da-DK", "1,250", 3, Ok(1_250));
        check("en-GB", "12.00", 0, Ok(12));
        check("en-GB", "12.50", 0, Err(()));
    }

    #[track_caller]
    fn check_money(reading: &str, text: &str, expected: Option<(i64, &str)>) {
        let money = reader(reading).parse_money(text).ok();
        assert_eq!(money.as_ref().map(|m| (m.minor, m.currency.code())), expected, "{text} in {reading}");
    }

    #[test]
    fn money_is_read_with_its_currency_on_either_side() {
        for (reading, text, expected) in [
            ("da-DK", "kr 1.250,50", Some((125_050, "DKK"))),
            ("da-DK", "1.250,50 kr.", Some((125_050, "DKK"))),
            ("da-DK", "kr.12,-", Some((1_200, "DKK"))),
            ("sv-SE", "12 kr", Some((1_200, "SEK"))),
            ("en-GB", "12 kroner", Some((1_200, "DKK"))),
            ("en-GB", "12 USD", Some((1_200, "USD"))),
            ("en-GB", "usd12.50", Some((1_250, "USD"))),
            ("en-GB", "€5", Some((500, "EUR"))),
            ("en-GB", "-€5", Some((-500, "EUR"))),
            ("en-GB", "€-5", Some((-500, "EUR"))),
            ("en-GB", "(€5)", Some((-500, "EUR"))),
            ("en-GB", "5", Some((500, "GBP"))),
            ("en-CA", "$5", Some((500, "CAD"))),
            ("en-GB", "$5", Some((500, "USD"))),
            ("en-CA", "US$5", Some((500, "USD"))),
            ("zh-CN", "￥12,450", Some((1_245_000, "CNY"))),
            ("zh-CN", "12元", Some((1_200, "CNY"))),
            ("en-GB", "¥120", Some((12_000, "CNY"))),
            ("en-GB", "JPY 120", Some((120, "JPY"))),
            ("tr-TR", "12,5 TL", Some((1_250, "TRY"))),
            ("bg-BG", "12 лв.", Some((1_200, "BGN"))),
            ("bg-BG", "12 евро", Some((1_200, "EUR"))),
            ("en-GB", "12 pcs", None),
            ("en-GB", "EUR 12 USD", None),
            ("en-GB", "EUR", None),
            ("en-GB", "", None),
        ] {
            check_money(reading, text, expected);
        }
    }

    #[test]
    fn what_is_shown_can_be_typed() {
        for reading in
            ["en-GB", "en-US", "da-DK", "sv-SE", "tr-TR", "bg-BG", "zh-CN", "en-CH", "en-IN", "en-DK"]
        {
            let reader = reader(reading);
            for minor in [0, -1, 125_000, 123_456_789, -99_999_999] {
                let money = kernel::money::Money { minor, currency: reader.locality().currency };
                assert_eq!(reader.parse_money(&reader.money(&money)), Ok(money), "{reading}");
                assert_eq!(reader.parse_number(&reader.number(minor, 2), 2), Ok(minor), "{reading}");
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*", decimals in 0u32..6) {
            reader("da-DK").parse_number(&text, decimals).ok();
            reader("en-GB").parse_money(&text).ok();
        }

        #[test]
        fn numbers_survive_being_shown(number: i64) {
            for reading in ["en-GB", "da-DK", "sv-SE", "bg-BG", "en-CH"] {
                let reader = reader(reading);
                proptest::prop_assert_eq!(reader.parse_number(&reader.number(number, 2), 2), Ok(number));
            }
        }
    }
}
