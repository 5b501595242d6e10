//! How numbers, money, shares, durations and sizes are shown.

use kernel::{Language, money::Money};

use crate::{Arg, Locale, currency};

/// Keeps a number and its unit on one line.
const NO_BREAK: char = '\u{a0}';

impl Locale {
    /// `scaled` is the number times ten to the power of `decimals`; that many decimals are shown.
    pub fn number(&self, scaled: i64, decimals: u32) -> String {
        self.shapes().number(scaled, decimals)
    }

    pub fn integer(&self, number: i64) -> String {
        self.shapes().integer(number)
    }

    /// `€12,450.00`, `12.450,00 kr.`, `12 450,00 kr`, `₺12.450,00`; the spaces do not break.
    pub fn money(&self, money: &Money) -> String {
        let currency = money.currency;
        let number = self.number(money.minor, currency.decimals());
        let symbol = currency::symbol(self.language(), self.locality().country, &currency);
        let symbol = symbol.unwrap_or(currency.code());
        if self.currency_follows() {
            return format!("{number}{NO_BREAK}{symbol}");
        }
        let (sign, digits) = number.split_at(number.find(|c: char| c.is_ascii_digit()).unwrap_or(0));
        match symbol.ends_with(char::is_alphabetic) {
            true => format!("{sign}{symbol}{NO_BREAK}{digits}"),
            false => format!("{sign}{symbol}{digits}"),
        }
    }

    /// A share in hundredths, scaled like [`Locale::number`]: 125 with one decimal is `12.5%`.
    pub fn percent(&self, scaled: i64, decimals: u32) -> String {
        let number = self.number(scaled, decimals);
        match self.language() {
            Language::Turkish => {
                let (sign, digits) = number.split_at(number.find(|c: char| c.is_ascii_digit()).unwrap_or(0));
                format!("{sign}%{digits}")
            }
            Language::Danish | Language::Swedish => format!("{number}{NO_BREAK}%"),
            _ => format!("{number}%"),
        }
    }

    /// The two largest units: `45 s`, `6 min`, `1 h 20 min`, `2 days 3 h`.
    pub fn duration(&self, seconds: u64) -> String {
        let (days, hours) = (seconds / 86_400, seconds / 3600 % 24);
        let (minutes, rest) = (seconds / 60 % 60, seconds % 60);
        let (large, small) = match (days, hours, minutes) {
            (0, 0, 0) => return self.count("count-seconds", rest),
            // Seconds matter in a call of less than ten minutes.
            (0, 0, 1..10) => (("count-minutes", minutes), ("count-seconds", rest)),
            (0, 0, _) => return self.count("count-minutes", minutes),
            (0, ..) => (("count-hours", hours), ("count-minutes", minutes)),
            _ => (("count-days", days), ("count-hours", hours)),
        };
        match small.1 {
            0 => self.count(large.0, large.1),
            _ => format!("{} {}", self.count(large.0, large.1), self.count(small.0, small.1)),
        }
    }

    /// A file's size in decimal units: `512 B`, `1.4 MB`.
    pub fn bytes(&self, bytes: u64) -> String {
        const UNITS: [&str; 5] = ["B", "kB", "MB", "GB", "TB"];
        let mut tenths = u128::from(bytes) * 10;
        let mut unit = 0;
        while tenths >= 9_995 && unit + 1 < UNITS.len() {
            tenths = (tenths + 500) / 1_000;
            unit += 1;
        }
        let number = match i64::try_from(tenths).unwrap_or(i64::MAX) {
            small @ 0..100 if small % 10 != 0 => self.number(small, 1),
            large => self.integer((large + 5) / 10),
        };
        format!("{number}{NO_BREAK}{}", UNITS[unit])
    }

    /// Where the sign of the currency stands: English follows the continent's habit with the continent's comma.
    fn currency_follows(&self) -> bool {
        match self.language() {
            Language::Danish | Language::Swedish | Language::Bulgarian => true,
            Language::English => self.shapes().decimal_mark == ',',
            Language::Turkish | Language::Chinese => false,
        }
    }

    fn count(&self, key: &str, count: u64) -> String {
        self.tf(key, &[("count", Arg::from(count))])
    }
}

#[cfg(test)]
mod tests {
    use kernel::Currency;

    use crate::locale::tests::reader;

    #[track_caller]
    fn check_money(reading: &str, currency: &str, minor: i64, expected: &str) {
        let money = kernel::money::Money { minor, currency: Currency::new(currency).unwrap() };
        assert_eq!(reader(reading).money(&money).replace('\u{a0}', " "), expected, "{reading} {currency}");
    }

    #[test]
    fn money_stands_as_people_write_it() {
        for (reading, currency, minor, expected) in [
            ("da-DK", "DKK", 1_245_000, "12.450,00 kr."),
            ("da-DK", "EUR", -1_200, "-12,00 €"),
            ("en-GB", "EUR", 1_245_000, "€12,450.00"),
            ("en-GB", "GBP", -500, "-£5.00"),
            ("en-GB", "DKK", 1_245_000, "DKK 12,450.00"),
            ("en-US", "USD", 99, "$0.99"),
            ("en-CA", "CAD", 100, "$1.00"),
            ("en-CA", "USD", 100, "US$1.00"),
            ("en-DK", "DKK", 1_245_000, "12.450,00 kr."),
            ("sv-SE", "SEK", 1_245_000, "12 450,00 kr"),
            ("sv-SE", "SEK", -1_245_000, "−12 450,00 kr"),
            ("tr-TR", "TRY", 1_245_000, "₺12.450,00"),
            ("tr-TR", "TRY", -1_245_000, "-₺12.450,00"),
            ("bg-BG", "EUR", 1_245_000, "12 450,00 €"),
            ("zh-CN", "CNY", 1_245_000, "¥12,450.00"),
            ("zh-CN", "JPY", 12_450, "JP¥12,450"),
            ("en-GB", "KWD", 1_250, "KWD 1.250"),
        ] {
            check_money(reading, currency, minor, expected);
        }
    }

    #[test]
    fn numbers_are_grouped_as_in_the_country() {
        assert_eq!(reader("da-DK").number(123_456_789, 2), "1.234.567,89");
        assert_eq!(reader("en-GB").integer(-1_234), "-1,234");
        assert_eq!(reader("en-IN").integer(1_234_567), "12,34,567");
        assert_eq!(reader("bg-BG").integer(1_234), "1234");
        assert_eq!(reader("en-GB").integer(i64::MIN), "-9,223,372,036,854,775,808");
    }

    #[test]
    fn shares_durations_and_sizes_have_their_units() {
        assert_eq!(reader("en-GB").percent(125, 1), "12.5%");
        assert_eq!(reader("da-DK").percent(125, 1), "12,5\u{a0}%");
        assert_eq!(reader("tr-TR").percent(-12, 0), "-%12");
        for (seconds, expected) in [
            (0, "0 s"),
            (45, "45 s"),
            (95, "1 min 35 s"),
            (360, "6 min"),
            (725, "12 min"),
            (4_800, "1 h 20 min"),
            (7_200, "2 h"),
            (90_000, "1 day 1 h"),
            (172_800, "2 days"),
        ] {
            assert_eq!(reader("en-GB").duration(seconds), expected);
        }
        assert_eq!(reader("zh-CN").duration(360), "6 分钟");
        for (bytes, expected) in [
            (0, "0 B"),
            (512, "512 B"),
            (999, "999 B"),
            (1_400_000, "1,4 MB"),
            (14_400_000, "14 MB"),
            (999_999, "1 MB"),
            (u64::MAX, "18.446.744 TB"),
        ] {
            assert_eq!(reader("da-DK").bytes(bytes).replace('\u{a0}', " "), expected);
        }
    }
}
