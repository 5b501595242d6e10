//! What people choose from when they say where they are: languages, countries, currencies, time zones.

use std::sync::LazyLock;

use kernel::Language;
use locale::{Locale, places};
use web::html::Choice;

/// Our languages, each by its own name.
pub(crate) fn languages() -> Vec<Choice<'static>> {
    Language::ALL.iter().map(|language| Choice::new(language.code(), language.own_name())).collect()
}

pub(crate) fn countries(locale: &Locale) -> Vec<Choice<'static>> {
    places::countries(locale.language()).iter().map(|(code, name)| Choice::new(*code, *name)).collect()
}

/// `DKK · dansk krone`
pub(crate) fn currencies(locale: &Locale) -> Vec<Choice<'static>> {
    let currencies = places::currencies(locale.language());
    currencies.map(|(code, name)| Choice::new(code, format!("{code} · {name}"))).collect()
}

/// Cities with their continent, by city, and the zone that was chosen even if it is none of them.
pub(crate) fn time_zones(chosen: &str) -> Vec<Choice<'_>> {
    let known = ZONES.iter().any(|(name, _)| name == chosen);
    let chosen = (!known && !chosen.is_empty()).then(|| Choice::new(chosen, chosen));
    let zones = ZONES.iter().map(|(name, text)| Choice::new(name.as_str(), text.as_str()));
    chosen.into_iter().chain(zones).collect()
}

/// Names of the IANA database, and how they are shown.
static ZONES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let names = jiff::tz::db().available().map(|name| name.as_str().to_owned());
    let mut zones: Vec<_> = names.filter_map(|name| Some((name.clone(), city(&name)?))).collect();
    zones.sort_by(|(_, a), (_, b)| a.cmp(b));
    zones.push(("UTC".to_owned(), "UTC".to_owned()));
    zones
});

const CONTINENTS: [&str; 10] = [
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
];

/// `America/Argentina/Buenos_Aires` → `Buenos Aires (America, Argentina)`; none for names that are no places.
fn city(name: &str) -> Option<String> {
    let (region, city) = name.rsplit_once('/')?;
    let continent = region.split('/').next()?;
    CONTINENTS
        .contains(&continent)
        .then(|| format!("{city} ({})", region.replace('/', ", ")).replace('_', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_found_by_their_city() {
        assert_eq!(city("Europe/Copenhagen").as_deref(), Some("Copenhagen (Europe)"));
        assert_eq!(
            city("America/Argentina/Buenos_Aires").as_deref(),
            Some("Buenos Aires (America, Argentina)")
        );
        assert_eq!(city("Etc/GMT+5"), None);
        assert_eq!(city("UTC"), None);
    }

    #[test]
    fn a_kept_zone_can_be_kept() {
        assert_eq!(
            time_zones("Mars/Olympus").first().map(|choice| choice.value.as_ref()),
            Some("Mars/Olympus")
        );
    }
}
