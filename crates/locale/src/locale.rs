//! A reader's language and place, and everything shaped by it: texts, dates, numbers, and what people type.

use std::{borrow::Cow, fmt, sync::Arc};

use kernel::{Language, Locality, Text};

use crate::{catalogue, catalogue::Arg, shapes::Shapes};

/// Cheap to make and to clone: the formatters are shared by everybody of the same language and country.
#[derive(Clone)]
pub struct Locale(Arc<Reader>);

struct Reader {
    locality: Locality,
    shapes: Arc<Shapes>,
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.locality().fmt(f)
    }
}

impl Locale {
    pub fn new(locality: &Locality) -> Locale {
        let shapes = Shapes::of(locality.language, locality.country);
        Locale(Arc::new(Reader { locality: locality.clone(), shapes }))
    }

    pub fn language(&self) -> Language {
        self.0.locality.language
    }

    pub fn locality(&self) -> &Locality {
        &self.0.locality
    }

    /// A message without arguments.
    pub fn t(&self, key: &str) -> Cow<'static, str> {
        catalogue::text(self.language(), key)
    }

    /// A message with arguments.
    pub fn tf(&self, key: &str, args: &[(&str, Arg)]) -> String {
        catalogue::format_shaped(self.shapes(), self.language(), key, args)
    }

    /// A text that was made where the reader was not known; see [`crate::render`].
    pub fn render(&self, text: &Text) -> String {
        catalogue::render_shaped(self.shapes(), self.language(), text)
    }

    /// A label as a word within a sentence: with a small first letter, unless it is an abbreviation.
    pub fn in_a_sentence(&self, label: &str) -> String {
        let mut letters = label.chars();
        let Some(first) = letters.next() else { return String::new() };
        let rest = letters.as_str();
        if rest.chars().next().is_some_and(char::is_uppercase) {
            return label.to_owned();
        }
        match (first, self.language()) {
            ('I', Language::Turkish) => format!("ı{rest}"),
            ('İ', Language::Turkish) => format!("i{rest}"),
            _ => first.to_lowercase().chain(rest.chars()).collect(),
        }
    }

    pub(crate) fn shapes(&self) -> &Arc<Shapes> {
        &self.0.shapes
    }
}

/// With a capital first letter, as a label begins.
pub(crate) fn sentence_case(language: Language, text: String) -> String {
    let Some(first) = text.chars().next().filter(|first| first.is_lowercase()) else { return text };
    let rest = &text[first.len_utf8()..];
    match first {
        'i' if language == Language::Turkish => format!("İ{rest}"),
        _ => first.to_uppercase().chain(rest.chars()).collect(),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use kernel::{Country, Currency};

    use super::*;

    /// Somebody who reads `en-GB` and the like, in Copenhagen's time, with that country's usual currency.
    pub(crate) fn reader(tag: &str) -> Locale {
        let country = &tag[3..];
        let currency = match country {
            "DK" => "DKK",
            "SE" => "SEK",
            "TR" => "TRY",
            "CN" => "CNY",
            "US" => "USD",
            "CA" => "CAD",
            "GB" => "GBP",
            _ => "EUR",
        };
        Locale::new(&Locality {
            language: Language::from_tag(tag).unwrap(),
            country: Country::new(country).unwrap(),
            currency: Currency::new(currency).unwrap(),
            time_zone: jiff::tz::TimeZone::get("Europe/Copenhagen").unwrap(),
        })
    }

    #[test]
    fn labels_begin_with_a_capital() {
        for (language, text, expected) in [
            (Language::Swedish, "måndag", "Måndag"),
            (Language::Turkish, "iki", "İki"),
            (Language::Bulgarian, "понеделник", "Понеделник"),
            (Language::Chinese, "星期一", "星期一"),
            (Language::English, "", ""),
        ] {
            assert_eq!(sentence_case(language, text.to_owned()), expected);
        }
    }
}
