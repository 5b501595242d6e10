//! Rates pasted as CSV: a line for each, with the currency, the rate and the day from which it holds; today where there is none.

use jiff::civil::Date;
use kernel::{Currency, Text};
use locale::Locale;
use rust_decimal::Decimal;

use super::{DECIMALS, Rate};

/// Lines that are read at once.
const MOST: usize = 5_000;

/// The rates of a text. All of them, or what is wrong with the first line that cannot be read.
pub(crate) fn read(text: &str, locale: &Locale, today: Date) -> Result<Vec<Rate>, Text> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(text))
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut rates = Vec::new();
    for (at, row) in reader.records().enumerate() {
        let wrong = |key: &'static str| Text::new(key).with("line", at + 1);
        let row = row.map_err(|_| wrong("rates-bad-line"))?;
        let cell = |at: usize| row.get(at).unwrap_or_default();
        match Currency::new(cell(0)) {
            None if row.iter().all(str::is_empty) => continue,
            // Names of columns.
            None if at == 0 => continue,
            None => return Err(wrong("rates-bad-currency")),
            // A heading of three letters is followed by no number.
            Some(_) if at == 0 && !row.iter().any(|cell| cell.contains(|c: char| c.is_ascii_digit())) => {
                continue;
            }
            Some(_) if rates.len() >= MOST => return Err(Text::new("rates-too-many").with("most", MOST)),
            Some(currency) => {
                let rate = number(cell(1), locale).ok_or_else(|| wrong("rates-bad-rate"))?;
                let from = match cell(2) {
                    "" => today,
                    day => locale.parse_date(day, today).map_err(|()| wrong("rates-bad-day"))?,
                };
                rates.push(Rate { currency, from, rate });
            }
        }
    }
    if rates.is_empty() { Err(Text::new("rates-none")) } else { Ok(rates) }
}

/// What stands most often between the cells of the first line.
fn separator(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    [b'\t', b';', b','].into_iter().find(|mark| line.contains(char::from(*mark))).unwrap_or(b',')
}

/// As programs write it, with a point; else as the reader's country does.
fn number(text: &str, locale: &Locale) -> Option<Decimal> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let read = || locale.parse_number(text, DECIMALS).ok().map(|scaled| Decimal::new(scaled, DECIMALS));
    let rate = if plain { text.parse().ok() } else { None };
    rate.or_else(read).map(|rate: Decimal| rate.normalize())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::Locality;

    use super::*;

    fn told(text: &str) -> Result<Vec<String>, String> {
        let danish = Locality { country: kernel::Country::new("DK").unwrap(), ..Locality::default() };
        let read = read(text, &Locale::new(&danish), date(2026, 11, 23));
        let one = |rate: &Rate| format!("{} {} {}", rate.currency, rate.rate, rate.from);
        read.map(|rates| rates.iter().map(one).collect()).map_err(|text| text.key.to_string())
    }

    #[test]
    fn rates_are_read_as_programs_and_people_write_them() {
        let both = vec!["EUR 7.46 2026-01-01".to_owned(), "JPY 0.0466 2026-11-23".to_owned()];
        assert_eq!(told("EUR,7.460,2026-01-01\nJPY,0.0466"), Ok(both.clone()));
        assert_eq!(
            told("\u{feff}Valuta;Kurs;Fra\r\neur;7,46;1.1.2026\r\n\r\nJPY;0,0466;\r\n"),
            Ok(both.clone())
        );
        assert_eq!(told("Cur\tRate\tFrom\nEUR\t7,46\t2026-01-01\nJPY\t\"0.0466\"\t"), Ok(both));
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named() {
        assert_eq!(told("EUR,7.46\nKroner,1"), Err("rates-bad-currency".to_owned()));
        assert_eq!(told("EUR,much 1"), Err("rates-bad-rate".to_owned()));
        assert_eq!(told("EUR,7.46,someday"), Err("rates-bad-day".to_owned()));
        assert_eq!(told(" \n"), Err("rates-none".to_owned()));
    }
}
