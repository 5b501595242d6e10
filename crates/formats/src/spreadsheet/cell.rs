//! One cell: its text, and what it is.

use jiff::civil::{Date, DateTime, Time};

/// A cell as it was read, or as it will be written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// As a person would type it, the same in every language: `2026-11-22`, `1250.5`.
    pub text: String,
    pub kind: Kind,
}

/// What a cell is. Everything but a text is certain: the file says so.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Kind {
    #[default]
    Text,
    Number(Decimal),
    /// In hundredths: 25 for 25 %.
    Percent(Decimal),
    /// With the sign or code of its currency as the file has it: `kr.`, `EUR`.
    Money(Decimal, String),
    Date(Date),
    /// A date shown without its year, which therefore means nothing.
    DayOfYear(Date),
    DateTime(DateTime),
    Time(Time),
    YesNo(bool),
    /// A formula that came to nothing: `#N/A`. The text is empty.
    Error(String),
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), kind: Kind::Text }
    }

    pub fn number(number: Decimal) -> Cell {
        Cell { text: number.to_string(), kind: Kind::Number(number) }
    }

    /// An amount; the text carries the currency too.
    pub fn money(number: Decimal, currency: impl Into<String>) -> Cell {
        let currency = currency.into();
        Cell { text: format!("{number} {currency}"), kind: Kind::Money(number, currency) }
    }

    pub fn percent(number: Decimal) -> Cell {
        Cell { text: format!("{number}%"), kind: Kind::Percent(number) }
    }

    pub fn date(date: Date) -> Cell {
        Cell { text: date.to_string(), kind: Kind::Date(date) }
    }

    /// Without its year, as a vCard writes it (RFC 6350, 4.3.1).
    pub fn day_of_year(date: Date) -> Cell {
        Cell { text: date.strftime("--%m-%d").to_string(), kind: Kind::DayOfYear(date) }
    }

    pub fn date_time(at: DateTime) -> Cell {
        Cell { text: at.to_string(), kind: Kind::DateTime(at) }
    }

    pub fn time(time: Time) -> Cell {
        Cell { text: time.to_string(), kind: Kind::Time(time) }
    }

    pub fn yes_no(yes: bool) -> Cell {
        Cell { text: if yes { "yes" } else { "no" }.to_owned(), kind: Kind::YesNo(yes) }
    }

    pub fn error(what: impl Into<String>) -> Cell {
        Cell { text: String::new(), kind: Kind::Error(what.into()) }
    }

    /// The file says what it is; nobody has to guess how it was written.
    pub fn is_certain(&self) -> bool {
        self.kind != Kind::Text
    }

    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// A decimal number: `digits` divided by ten to the power of `scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    digits: i128,
    scale: u32,
}

/// What a spreadsheet itself shows of a number; more is noise of binary fractions.
const DIGITS: usize = 15;
/// Numbers smaller or larger than this are written with a power of ten.
const LONGEST: i32 = 22;

impl Decimal {
    pub fn new(digits: i128, scale: u32) -> Decimal {
        Decimal { digits, scale }
    }

    /// A number as a file writes it, without the noise of binary fractions: `0.30000000000000004` is 0.3. Nothing when
    /// it is none, or so large or small that only a power of ten can write it.
    pub fn parse(text: &str) -> Option<Decimal> {
        let text = text.trim();
        let whole = text.strip_prefix('-').unwrap_or(text);
        if !whole.is_empty() && whole.len() <= LONGEST as usize && whole.bytes().all(|b| b.is_ascii_digit()) {
            return Some(Decimal { digits: text.parse().ok()?, scale: 0 });
        }
        let number = text.parse::<f64>().ok().filter(|number| number.is_finite())?;
        // `-1.25000000000000e-3`
        let written = format!("{number:.*e}", DIGITS - 1);
        let (digits, power) = written.split_once('e')?;
        let power = power.parse::<i32>().ok()?;
        if number != 0.0 && power.abs() > LONGEST {
            return None;
        }
        let digits: i128 = digits.replace('.', "").parse().ok()?;
        Some(Decimal { digits, scale: 0 }.moved(power - (DIGITS as i32 - 1)).trimmed())
    }

    /// Times ten to a power.
    pub(super) fn moved(self, power: i32) -> Decimal {
        match u32::try_from(power) {
            Ok(up) if up <= self.scale => Decimal { scale: self.scale - up, ..self },
            Ok(up) => {
                let factor = 10i128.checked_pow(up - self.scale).unwrap_or(i128::MAX);
                Decimal { digits: self.digits.saturating_mul(factor), scale: 0 }
            }
            Err(_) => Decimal { scale: self.scale.saturating_add(power.unsigned_abs()), ..self },
        }
    }

    /// Without zeros behind the decimals.
    fn trimmed(self) -> Decimal {
        let Decimal { mut digits, mut scale } = self;
        while scale > 0 && digits % 10 == 0 {
            digits /= 10;
            scale -= 1;
        }
        Decimal { digits, scale }
    }

    /// Times ten to the power of `decimals`, halves away from zero; nothing when it does not fit.
    pub fn rounded(self, decimals: u32) -> Option<i64> {
        let digits = match self.scale.checked_sub(decimals) {
            None | Some(0) => self.digits.checked_mul(10i128.checked_pow(decimals - self.scale)?)?,
            Some(down) => {
                let unit = 10i128.checked_pow(down)?;
                let half = if self.digits < 0 { -unit / 2 } else { unit / 2 };
                self.digits.checked_add(half)? / unit
            }
        };
        digits.try_into().ok()
    }

    /// Decimals that it is written with.
    pub fn scale(self) -> u32 {
        self.scale
    }

    /// As spreadsheets keep numbers; nothing when they would lose digits.
    pub(super) fn exactly(self) -> Option<f64> {
        let fits = self.digits.unsigned_abs() < 10u128.pow(DIGITS as u32);
        if fits { self.to_string().parse().ok() } else { None }
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let digits = self.digits.unsigned_abs().to_string();
        let scale = self.scale as usize;
        if scale == 0 {
            return write!(f, "{sign}{digits}");
        }
        let padded = format!("{digits:0>width$}", width = scale + 1);
        let (whole, part) = padded.split_at(padded.len() - scale);
        write!(f, "{sign}{whole}.{part}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_read_without_noise_and_without_powers_of_ten() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(Decimal::parse(text).map(|number| number.to_string()).as_deref(), expected, "{text}");
        };
        check("0.30000000000000004", Some("0.3"));
        check("4531425510", Some("4531425510"));
        check("4.531425510E9", Some("4531425510"));
        check("1.2345678901234567E+16", Some("12345678901234600"));
        check("123456789012345678", Some("123456789012345678"));
        check("-1.25e-3", Some("-0.00125"));
        check("-0.5", Some("-0.5"));
        check("100", Some("100"));
        check("1e3", Some("1000"));
        check("33.333333333333336", Some("33.3333333333333"));
        check("0", Some("0"));
        check("0.0", Some("0"));
        check("1e300", None);
        check("1e-300", None);
        check("NaN", None);
        check("inf", None);
        check("", None);
        check("seven", None);
    }

    #[test]
    fn numbers_are_rounded_to_the_decimals_of_a_field() {
        let check = |text: &str, decimals: u32, expected: i64| {
            assert_eq!(Decimal::parse(text).unwrap().rounded(decimals), Some(expected), "{text}");
        };
        check("33.333333333333336", 2, 3333);
        check("1250.5", 2, 125_050);
        check("2.675", 2, 268);
        check("-2.675", 2, -268);
        check("7", 0, 7);
        check("7.5", 0, 8);
        check("7", 3, 7000);
        assert_eq!(Decimal::parse("123456789012345678901").unwrap().rounded(2), None);
    }

    proptest! {
        #[test]
        fn any_number_of_a_file_is_taken(number in any::<f64>(), decimals in 0u32..6) {
            if let Some(read) = Decimal::parse(&number.to_string()) {
                read.rounded(decimals);
                let back: f64 = read.to_string().parse().unwrap();
                prop_assert!((back - number).abs() <= number.abs() * 1e-14);
            }
        }

        #[test]
        fn any_text_is_taken(text in "[0-9eE.+-]{0,30}") {
            Decimal::parse(&text);
        }
    }
}
