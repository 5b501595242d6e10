//! Countries and currencies by name, in the reader's language, and what is usual in a country. The tables beside this
//! file hold ISO 3166-1 and ISO 4217 with CLDR's names; a country's time zone is the one of its capital or largest city.

use std::{collections::HashMap, sync::LazyLock};

use kernel::{Country, Currency, Language};

use crate::sort_key;

static COUNTRIES: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("places/countries.tsv"), 3));
static CURRENCIES: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("places/currencies.tsv"), 1));

/// All countries with their names, as the language sorts them.
pub fn countries(language: Language) -> &'static [(&'static str, &'static str)] {
    &COUNTRIES.sorted[language as usize]
}

/// All currencies in use with their names, by code.
pub fn currencies(language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    CURRENCIES.rows.iter().map(move |row| (row[0], row[1 + language as usize]))
}

/// What a country is called; its code when it has no name.
pub fn country_name(language: Language, country: Country) -> String {
    let row = COUNTRIES.row(country.code());
    row.map_or_else(|| country.code().to_owned(), |row| row[3 + language as usize].to_owned())
}

/// The money of a country.
pub fn currency_of(country: Country) -> Option<Currency> {
    COUNTRIES.row(country.code()).and_then(|row| Currency::new(row[1]))
}

/// The time zone most people of a country live in, as the IANA database names it.
pub fn time_zone_of(country: Country) -> Option<&'static str> {
    COUNTRIES.row(country.code()).map(|row| row[2])
}

/// The country in which a language is at home.
pub fn home_of(language: Language) -> Country {
    let code = match language {
        Language::English => "GB",
        Language::Danish => "DK",
        Language::Swedish => "SE",
        Language::Turkish => "TR",
        Language::Bulgarian => "BG",
        Language::Chinese => "CN",
    };
    Country::new(code).unwrap_or_else(|| kernel::Locality::default().country)
}

/// Lines of tab-separated values: a code, what belongs to it, and a name in each language.
struct Table {
    rows: Vec<Vec<&'static str>>,
    by_code: HashMap<&'static str, usize>,
    sorted: [Vec<(&'static str, &'static str)>; Language::ALL.len()],
}

impl Table {
    /// `names` is the column of the first language.
    fn read(text: &'static str, names: usize) -> Table {
        let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
        let by_code = rows.iter().enumerate().map(|(at, row)| (row[0], at)).collect();
        let sorted = Language::ALL.map(|language| {
            let mut named: Vec<_> = rows.iter().map(|row| (row[0], row[names + language as usize])).collect();
            named.sort_by_cached_key(|(_, name)| sort_key(language, name));
            named
        });
        Table { rows, by_code, sorted }
    }

    fn row(&self, code: &str) -> Option<&[&'static str]> {
        self.by_code.get(code).map(|at| self.rows[*at].as_slice())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_whole_and_names_a_code() {
        assert!(COUNTRIES.rows.iter().all(|row| row.len() == 3 + Language::ALL.len()));
        assert!(CURRENCIES.rows.iter().all(|row| row.len() == 1 + Language::ALL.len()));
        for row in &COUNTRIES.rows {
            let currency = (!row[1].is_empty()).then(|| CURRENCIES.row(row[1]));
            assert!(currency != Some(None), "{} pays in {}, which has no name", row[0], row[1]);
            assert!(jiff::tz::TimeZone::get(row[2]).is_ok(), "{} has no zone {}", row[0], row[2]);
        }
    }

    #[test]
    fn countries_stand_in_the_order_of_the_alphabet() {
        let danish = countries(Language::Danish);
        let at = |code: &str| danish.iter().position(|(other, _)| *other == code);
        assert!(at("ZW") < at("AX"), "Åland comes last in Danish");
        assert_eq!(country_name(Language::Bulgarian, home_of(Language::Danish)), "Дания");
    }

    #[test]
    fn a_country_has_its_money_and_its_time() {
        let turkey = home_of(Language::Turkish);
        assert_eq!(currency_of(turkey).map(|currency| currency.to_string()).as_deref(), Some("TRY"));
        assert_eq!(time_zone_of(turkey), Some("Europe/Istanbul"));
    }
}
