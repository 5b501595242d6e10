//! Reading what was typed into types, with what to say when it cannot be read.

use jiff::tz::TimeZone;
use kernel::{Country, Currency, Error, FieldErrors, Language, Result, Text, contact::email};

use crate::passwords;

/// Gathers what is wrong with a form, field by field.
#[derive(Default)]
pub(crate) struct Form {
    errors: FieldErrors,
}

impl Form {
    pub(crate) fn take<T>(&mut self, field: &str, read: Result<T, Text>) -> Option<T> {
        read.map_err(|text| self.errors.add(field, text)).ok()
    }

    /// The form as one value, or everything that is wrong with it.
    pub(crate) fn finish<T>(self, values: Option<T>) -> Result<T> {
        self.errors.into_result()?;
        values.ok_or_else(|| Error::internal("a form without errors lacks a field"))
    }
}

pub(crate) fn name(typed: &str) -> Result<String, Text> {
    let typed = typed.trim();
    match typed.chars().count() {
        0 => Err(Text::new("identity-name-empty")),
        1..=100 if !typed.chars().any(char::is_control) => Ok(typed.to_owned()),
        _ => Err(Text::new("identity-name-too-long").with("most", 100)),
    }
}

pub(crate) fn email(typed: &str) -> Result<String, Text> {
    email::parse(typed).ok_or(Text::new("identity-email-unreadable"))
}

pub(crate) fn language(code: &str) -> Result<Language, Text> {
    code.parse().map_err(|()| Text::new("identity-language-unknown"))
}

pub(crate) fn country(code: &str) -> Result<Country, Text> {
    Country::new(code.trim()).ok_or(Text::new("identity-country-unknown"))
}

pub(crate) fn currency(code: &str) -> Result<Currency, Text> {
    Currency::new(code.trim()).ok_or(Text::new("identity-currency-unknown"))
}

/// A name of the IANA time zone database, such as `Europe/Copenhagen`.
pub(crate) fn time_zone(name: &str) -> Result<TimeZone, Text> {
    let zone = TimeZone::get(name.trim()).ok().filter(|zone| zone.iana_name().is_some());
    zone.ok_or(Text::new("identity-time-zone-unknown"))
}

pub(crate) fn new_password(typed: &str, email: &str, name: &str) -> Result<String, Text> {
    passwords::check(typed, email, name).map(|()| typed.to_owned())
}

/// How a time zone is kept.
pub(crate) fn zone_name(zone: &TimeZone) -> &str {
    zone.iana_name().unwrap_or("UTC")
}

/// A time zone as it was kept; UTC when the database of time zones has forgotten it since.
pub(crate) fn kept_zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}
