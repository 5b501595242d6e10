//! The words of letters to customers. Each letter declares which of its parts a workspace may put into words of its own, in each
//! language; what stands around them (facts, links, why it comes) stays as it is. Own words name fields as `{{name}}`.

use std::collections::BTreeMap;

use identity::workspaces;
use kernel::{Cx, FieldErrors, Language, Result, Role, Text, Tx};
use locale::{Locale, merge_fields};
use serde::{Deserialize, Serialize};

use crate::App;

/// A letter that goes out to customers. Its name is the text `letter-kind-…`, when it goes `letter-kind-…-when`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LetterKind {
    /// Its address in the settings; never changed once released.
    pub key: &'static str,
    /// What its parts may name; each has a text `letter-field-…`.
    pub fields: &'static [&'static str],
    pub subject: &'static str,
    /// What it begins with.
    pub lead: &'static str,
}

/// The parts of a letter that have words of their own.
pub const PARTS: [&str; 2] = ["subject", "lead"];

/// The most letters of a part.
const LONGEST: [usize; 2] = [200, 5_000];
/// The setting that holds them.
const SETTING: &str = "letters";

/// By language, letter and part.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Words(BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>>);

impl Words {
    fn of(cx: &Cx) -> Result<Words> {
        Ok(workspaces::setting(cx, SETTING)?.unwrap_or_default())
    }

    fn get(&self, language: Language, letter: &str, part: &str) -> Option<&str> {
        Some(self.0.get(language.code())?.get(letter)?.get(part)?.as_str())
    }
}

impl LetterKind {
    /// The catalogue's words of a part.
    fn usual(&self, part: &str) -> &'static str {
        if part == "subject" { self.subject } else { self.lead }
    }

    /// A part as it goes out, with the values of its fields: in the workspace's own words, else in ours.
    pub fn say(&self, cx: &Cx, locale: &Locale, part: &str, values: &[(&str, &str)]) -> Result<String> {
        let own = Words::of(cx)?;
        Ok(match own.get(locale.language(), self.key, part) {
            Some(words) => filled(words, values),
            None => self.ours(locale, part, values),
        })
    }

    fn ours(&self, locale: &Locale, part: &str, values: &[(&str, &str)]) -> String {
        let args: Vec<_> = values.iter().map(|(field, value)| (*field, (*value).into())).collect();
        locale.tf(self.usual(part), &args)
    }

    /// Our words of a part as they could be written, with the fields by name.
    pub fn pattern(&self, locale: &Locale, part: &str) -> String {
        let names: Vec<String> = self.fields.iter().map(|field| format!("{{{{{field}}}}}")).collect();
        let values: Vec<(&str, &str)> =
            self.fields.iter().copied().zip(names.iter().map(String::as_str)).collect();
        self.ours(locale, part, &values)
    }

    /// The workspace's own words of a part; empty where it has none.
    pub fn own(&self, cx: &Cx, language: Language, part: &str) -> Result<String> {
        Ok(Words::of(cx)?.get(language, self.key, part).unwrap_or_default().to_owned())
    }

    /// The languages in which the workspace has words of its own.
    pub fn own_languages(&self, cx: &Cx) -> Result<Vec<Language>> {
        let own = Words::of(cx)?;
        let has = |language: &Language| PARTS.iter().any(|part| own.get(*language, self.key, part).is_some());
        Ok(Language::ALL.into_iter().filter(has).collect())
    }

    /// Keeps words for all parts in a language; where they are empty, or ours, ours go out.
    ///
    /// # Errors
    /// `Invalid`, by part, where a field is not one of the letter's, or the words are too long.
    pub fn keep<'a>(&self, tx: &mut Tx, language: Language, said: impl Fn(&str) -> &'a str) -> Result<()> {
        tx.require(Role::Admin)?;
        let mut errors = FieldErrors::default();
        let locale = Locale::new(&kernel::Locality { language, ..tx.locality().clone() });
        let mut words = Words::of(tx)?;
        let letter =
            words.0.entry(language.code().to_owned()).or_default().entry(self.key.to_owned()).or_default();
        for (part, most) in PARTS.iter().zip(LONGEST) {
            let said = said(part).replace("\r\n", "\n").trim().to_owned();
            if let Some(wrong) = self.wrong(part, &said, most) {
                errors.add(*part, wrong);
            } else if said.is_empty() || said == self.pattern(&locale, part) {
                letter.remove(*part);
            } else {
                letter.insert((*part).to_owned(), said);
            }
        }
        errors.into_result()?;
        words.0.values_mut().for_each(|letters| letters.retain(|_, parts| !parts.is_empty()));
        words.0.retain(|_, letters| !letters.is_empty());
        workspaces::set_setting(tx, SETTING, &words)
    }

    fn wrong(&self, part: &str, said: &str, most: usize) -> Option<Text> {
        if said.chars().count() > most {
            return Some(Text::new("too-long").with("max", most));
        }
        if part == "subject" && said.contains('\n') {
            return Some(Text::new("letters-one-line"));
        }
        let nodes = match merge_fields::parse(said) {
            Ok(nodes) => nodes,
            Err(wrong) => return Some(wrong.text),
        };
        let keys = merge_fields::keys(&nodes);
        let (unknown, _) = keys.into_iter().find(|(key, _)| !self.fields.contains(key))?;
        Some(Text::new("letters-unknown-field").with("field", format!("{{{{{unknown}}}}}")))
    }
}

/// A field that has no value leaves nothing behind.
pub fn filled(words: &str, values: &[(&str, &str)]) -> String {
    let value = |key: &str| {
        values.iter().find(|(field, _)| *field == key).map_or(String::new(), |(_, value)| (*value).to_owned())
    };
    merge_fields::parse(words)
        .map_or_else(|_| words.to_owned(), |nodes| merge_fields::fill(&nodes, &value, &mut Vec::new()))
}

/// The letters of all modules.
pub fn all(app: &App) -> Vec<&'static LetterKind> {
    app.modules.iter().flat_map(|module| module.letters()).collect()
}
