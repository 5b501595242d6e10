//! Where and in which language somebody reads: language, country, currency and time zone, as plain values.
//! How they shape texts, dates and numbers is the `locale` crate's matter.

use std::{fmt, str::FromStr};

use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// The languages Kartotek speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Language {
    #[default]
    #[serde(rename = "en")]
    English,
    #[serde(rename = "da")]
    Danish,
    #[serde(rename = "sv")]
    Swedish,
    #[serde(rename = "tr")]
    Turkish,
    #[serde(rename = "bg")]
    Bulgarian,
    #[serde(rename = "zh")]
    Chinese,
}

impl Language {
    pub const ALL: [Language; 6] = [
        Language::English,
        Language::Danish,
        Language::Swedish,
        Language::Turkish,
        Language::Bulgarian,
        Language::Chinese,
    ];

    /// ISO 639-1.
    pub const fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Danish => "da",
            Language::Swedish => "sv",
            Language::Turkish => "tr",
            Language::Bulgarian => "bg",
            Language::Chinese => "zh",
        }
    }

    /// Its name in itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Danish => "Dansk",
            Language::Swedish => "Svenska",
            Language::Turkish => "Türkçe",
            Language::Bulgarian => "Български",
            Language::Chinese => "中文",
        }
    }

    /// The language of a BCP 47 tag such as `da-DK`, if it is one of ours.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', '_']).next()?.trim().to_ascii_lowercase();
        Language::ALL.into_iter().find(|language| language.code() == primary)
    }

    /// The best of ours for an `Accept-Language` header (RFC 9110, 12.5.4).
    pub fn preferred(header: &str) -> Option<Language> {
        let mut wanted: Vec<(f32, Language)> = header
            .split(',')
            .filter_map(|part| {
                let (tag, rest) = part.split_once(';').unwrap_or((part, "q=1"));
                let weight = rest.trim().strip_prefix("q=")?.parse().ok()?;
                Some((weight, Language::from_tag(tag)?))
            })
            .collect();
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
        wanted.first().map(|(_, language)| *language)
    }
}

impl FromStr for Language {
    type Err = ();
    fn from_str(code: &str) -> Result<Language, ()> {
        Language::ALL.into_iter().find(|language| language.code() == code).ok_or(())
    }
}

/// ISO 3166-1 alpha-2, upper case.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country([u8; 2]);

/// ISO 4217, upper case.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

macro_rules! letters {
    ($name:ident, $length:literal) => {
        impl $name {
            /// `text` must be that many ASCII letters, in either case.
            pub const fn new(text: &str) -> Option<$name> {
                let bytes = text.as_bytes();
                if bytes.len() != $length {
                    return None;
                }
                let mut letters = [0u8; $length];
                let mut i = 0;
                while i < $length {
                    if !bytes[i].is_ascii_alphabetic() {
                        return None;
                    }
                    letters[i] = bytes[i].to_ascii_uppercase();
                    i += 1;
                }
                Some($name(letters))
            }

            pub fn code(&self) -> &str {
                std::str::from_utf8(&self.0).unwrap_or_default()
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }
        impl FromStr for $name {
            type Err = String;
            fn from_str(text: &str) -> Result<$name, String> {
                $name::new(text.trim()).ok_or_else(|| format!("`{text}` is not {} letters", $length))
            }
        }
        impl TryFrom<String> for $name {
            type Error = String;
            fn try_from(text: String) -> Result<$name, String> {
                text.parse()
            }
        }
        impl From<$name> for String {
            fn from(letters: $name) -> String {
                letters.code().to_owned()
            }
        }
    };
}
letters!(Country, 2);
letters!(Currency, 3);

impl Currency {
    /// Digits after the decimal separator (ISO 4217, list one); two unless listed.
    pub fn decimals(&self) -> u32 {
        match self.code() {
            "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI"
            | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
            "CLF" | "UYW" => 4,
            _ => 2,
        }
    }
}

/// Everything that shapes what somebody reads and types.
#[derive(Debug, Clone)]
pub struct Locality {
    pub language: Language,
    /// Where phone numbers without a country code belong, and how dates and numbers look.
    pub country: Country,
    pub currency: Currency,
    pub time_zone: TimeZone,
}

impl Default for Locality {
    fn default() -> Locality {
        Locality {
            language: Language::English,
            country: Country(*b"GB"),
            currency: Currency(*b"EUR"),
            time_zone: TimeZone::UTC,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_says_which_language_it_likes_best() {
        assert_eq!(Language::preferred("fr;q=0.9, sv-SE;q=0.8, en;q=0.5"), Some(Language::Swedish));
        assert_eq!(Language::preferred("zh-CN,zh;q=0.9"), Some(Language::Chinese));
        assert_eq!(Language::preferred("fr"), None);
    }

    #[test]
    fn codes_are_letters() {
        assert_eq!(Country::new("dk").map(|c| c.to_string()).as_deref(), Some("DK"));
        assert!(Currency::new("D1K").is_none());
    }
}
