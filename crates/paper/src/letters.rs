//! Letters that no font has: which script they belong to, and what to install so that they print.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashSet},
};

use serde::{Deserialize, Serialize};
use unicode_script::{Script, UnicodeScript};

use crate::{Json, fonts};

/// Letters of one script that would print as empty boxes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingLetters {
    /// The script's name in English: `Han`.
    pub script: Cow<'static, str>,
    /// The first of them.
    pub sample: String,
    /// The package of Debian and its relatives that has them.
    pub package: Cow<'static, str>,
}

/// How many letters are shown as a sample.
const SHOWN: usize = 8;

/// What of all texts in the data cannot be printed on this machine.
pub fn missing_letters(data: &Json) -> Vec<MissingLetters> {
    let mut seen = HashSet::new();
    collect(data, &mut seen);
    lacking(seen.into_iter(), fonts::has)
}

fn collect(data: &Json, seen: &mut HashSet<char>) {
    match data {
        Json::String(text) if !text.is_ascii() => seen.extend(text.chars().filter(|letter| printed(*letter))),
        Json::Array(items) => items.iter().for_each(|item| collect(item, seen)),
        Json::Object(parts) => parts.values().for_each(|part| collect(part, seen)),
        _ => {}
    }
}

/// Spaces, joiners and control characters have no shape of their own.
fn printed(letter: char) -> bool {
    !letter.is_whitespace()
        && !letter.is_control()
        && !matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}

fn lacking(letters: impl Iterator<Item = char>, has: impl Fn(char) -> bool) -> Vec<MissingLetters> {
    let mut missing: BTreeMap<&'static str, Vec<char>> = BTreeMap::new();
    for letter in letters.filter(|letter| !has(*letter)) {
        missing.entry(letter.script().full_name()).or_default().push(letter);
    }
    let mut found = Vec::with_capacity(missing.len());
    for (script, mut letters) in missing {
        letters.sort_unstable();
        let package = letters.first().map_or("", |letter| package(letter.script()));
        let sample = letters.into_iter().take(SHOWN).collect();
        found.push(MissingLetters { script: script.into(), sample, package: package.into() });
    }
    found
}

fn package(script: Script) -> &'static str {
    match script {
        Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo => {
            "fonts-noto-cjk"
        }
        // Emoji and signs belong to no script.
        Script::Common | Script::Inherited | Script::Unknown => "fonts-noto-color-emoji fonts-symbola",
        _ => "fonts-noto-core",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_font_has_is_named_with_what_to_install() {
        let letters = "Søren Петр 王小明 สม".chars().filter(|letter| printed(*letter));
        let missing = lacking(letters, |letter| letter.is_ascii() || "øПетр".contains(letter));
        assert_eq!(
            missing,
            [
                MissingLetters {
                    script: "Han".into(),
                    sample: "小明王".into(),
                    package: "fonts-noto-cjk".into()
                },
                MissingLetters {
                    script: "Thai".into(),
                    sample: "มส".into(),
                    package: "fonts-noto-core".into()
                },
            ]
        );
    }

    #[test]
    fn five_of_our_languages_print_on_any_machine() {
        let data = serde_json::json!({ "text": ["Ærø Åse", "Öğüşçİı", "Щърк Ю", "“–”€"] });
        assert_eq!(missing_letters(&data), []);
    }
}
