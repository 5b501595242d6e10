//! A header taken apart: words without case, accents and punctuation, and the number in it.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// `E-mail 2 - Value` is the key `emailvalue`, the number 2 and the words `e mail value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) words: Vec<String>,
    /// All words together, numbers left out.
    pub(super) key: String,
    pub(super) number: Option<u8>,
    /// Whether nothing but the number follows it: `Street 2`, not `Address 2 Street`.
    pub(super) number_is_last: bool,
}

impl Header {
    pub(super) fn new(text: &str) -> Header {
        let all = split(text);
        let mut words: Vec<String> = Vec::new();
        let (mut number, mut number_is_last) = (None, false);
        for word in all {
            match word.parse::<u8>() {
                Ok(counted) if number.is_none() && (1..=50).contains(&counted) => {
                    number = Some(counted);
                    number_is_last = true;
                }
                _ => {
                    number_is_last = false;
                    words.push(word);
                }
            }
        }
        let key = words.concat();
        Header { words, key, number, number_is_last }
    }
}

/// The key of a word in the vocabulary: its letters and digits, folded.
pub(super) fn key(text: &str) -> String {
    split(text).concat()
}

/// Splits at anything but letters and digits, between letters and digits, and within `camelCase`.
fn split(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut before = ' ';
    for character in text.nfkc().filter(|character| *character != '\u{FEFF}') {
        if is_combining_mark(character) {
            continue;
        }
        let breaks = !character.is_alphanumeric()
            || character.is_numeric() != before.is_numeric()
            || (character.is_uppercase() && before.is_lowercase());
        if breaks && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if character.is_alphanumeric() {
            fold(character, &mut word);
        }
        before = character;
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Without accents and case; letters with a stroke or of two have no decomposition, so they are listed.
fn fold(character: char, folded: &mut String) {
    for lower in character.to_lowercase().nfkd().filter(|part| !is_combining_mark(*part)) {
        match lower {
            'ø' => folded.push('o'),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ß' => folded.push_str("ss"),
            'ı' => folded.push('i'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'þ' => folded.push_str("th"),
            other => folded.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, words: &str, number: Option<u8>) {
        let header = Header::new(text);
        assert_eq!((header.words.join(" ").as_str(), header.number), (words, number), "{text}");
    }

    #[test]
    fn headers_are_taken_apart() {
        check("E-mail 1 - Value", "e mail value", Some(1));
        check("MailingPostalCode", "mailing postal code", None);
        check("  FØDSELSDAG ", "fodselsdag", None);
        check("Имейл", "имеил", None);
        check("İŞ TELEFONU", "is telefonu", None);
        check("Straße", "strasse", None);
        check("country_id/name", "country id name", None);
        check("手机号码2", "手机号码", Some(2));
        check("Ｎａｍｅ", "name", None);
        check("Phone2", "phone", Some(2));
        check("Year 2024", "year 2024", None);
        check("", "", None);
    }

    #[test]
    fn a_decomposed_accent_is_an_accent() {
        assert_eq!(key("fo\u{308}retag"), key("företag"));
    }
}
