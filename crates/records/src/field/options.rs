//! The options of fields that choose: declared ones, whose texts stand in the catalogue, or a workspace's own.

use std::sync::Arc;

use kernel::Language;
use serde::{Deserialize, Serialize};

use crate::field::Reading;

/// In their order.
#[derive(Debug, Clone)]
pub enum Options {
    /// The text of `won` is the message `{texts}-won`; without `texts` the keys are shown as they are.
    Declared {
        texts: &'static str,
        keys: &'static [&'static str],
    },
    Own(Arc<[OwnOption]>),
}

/// An option that a workspace made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OwnOption {
    /// What is kept; it stays when the label changes.
    pub key: String,
    pub label: String,
    /// One of [`COLOURS`], or empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub colour: String,
    /// The value of another field with which it goes, where [`crate::Field::within`] names one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub within: String,
    /// No longer offered; where it was chosen it still shows.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub retired: bool,
}

/// The colours of options, as the style sheet names them.
pub const COLOURS: [&str; 8] = ["grey", "red", "orange", "yellow", "green", "blue", "purple", "brown"];

impl Options {
    /// Words that nobody listed, shown as they are.
    pub const FREE: Options = Options::Declared { texts: "", keys: &[] };

    /// What is offered.
    pub fn offered(&self) -> Vec<String> {
        match self {
            Options::Declared { keys, .. } => keys.iter().map(|key| (*key).to_owned()).collect(),
            Options::Own(options) => {
                options.iter().filter(|option| !option.retired).map(|option| option.key.clone()).collect()
            }
        }
    }

    /// All of them, also those no longer offered, as a workspace would have made them.
    pub fn all(&self, language: Language) -> Vec<OwnOption> {
        match self {
            Options::Own(options) => options.to_vec(),
            Options::Declared { texts, keys } => {
                let label = |key: &str| match *texts {
                    "" => key.to_owned(),
                    texts => locale::text(language, &option_key(texts, key)).into_owned(),
                };
                let own = |key: &&str| OwnOption {
                    key: (*key).to_owned(),
                    label: label(key),
                    ..OwnOption::default()
                };
                keys.iter().map(own).collect()
            }
        }
    }

    /// The option of this key, whatever its case.
    pub fn key_of(&self, text: &str) -> Option<&str> {
        match self {
            Options::Declared { keys, .. } => keys.iter().copied().find(|key| key.eq_ignore_ascii_case(text)),
            Options::Own(options) => {
                options.iter().map(|option| option.key.as_str()).find(|key| key.eq_ignore_ascii_case(text))
            }
        }
    }

    /// The option that people call this: in the reader's language, else in any of ours, for files travel.
    pub fn named(&self, text: &str, reading: &Reading) -> Option<&str> {
        let wanted = text.trim().to_lowercase();
        match self {
            _ if wanted.is_empty() => None,
            Options::Declared { texts: "", .. } => None,
            Options::Declared { keys, texts } => {
                let own = |key: &&&str| self.text(key, reading).to_lowercase() == wanted;
                let foreign = |key: &&&str| {
                    let key = option_key(texts, key);
                    Language::ALL
                        .into_iter()
                        .any(|language| locale::text(language, &key).to_lowercase() == wanted)
                };
                let found = keys.iter().find(own).or_else(|| keys.iter().find(|key| **key == wanted));
                found.or_else(|| keys.iter().find(foreign)).copied()
            }
            Options::Own(options) => options
                .iter()
                .find(|option| option.label.to_lowercase() == wanted)
                .map(|option| option.key.as_str()),
        }
    }

    /// As people read it; a key that is no option is shown as it is.
    pub fn text(&self, key: &str, reading: &Reading) -> String {
        match self {
            Options::Declared { texts, keys } if !texts.is_empty() && keys.contains(&key) => {
                option_text(texts, key, reading)
            }
            Options::Declared { .. } => key.to_owned(),
            Options::Own(_) => self.own(key).map_or(key, |option| &option.label).to_owned(),
        }
    }

    pub fn colour(&self, key: &str) -> Option<&str> {
        self.own(key).map(|option| option.colour.as_str()).filter(|colour| !colour.is_empty())
    }

    /// The value of another field with which the option goes.
    pub fn within(&self, key: &str) -> Option<&str> {
        self.own(key).map(|option| option.within.as_str()).filter(|within| !within.is_empty())
    }

    fn own(&self, key: &str) -> Option<&OwnOption> {
        match self {
            Options::Declared { .. } => None,
            Options::Own(options) => options.iter().find(|option| option.key == key),
        }
    }
}

/// The text of a declared option in the reader's language.
pub(crate) fn option_text(texts: &str, option: &str, reading: &Reading) -> String {
    reading.locale.t(&option_key(texts, option)).into_owned()
}

fn option_key(texts: &str, option: &str) -> String {
    format!("{texts}-{}", option.replace('_', "-"))
}
