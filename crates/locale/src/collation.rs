//! How names are ordered: sort keys of the Unicode collation algorithm with each language's own alphabet
//! (CLDR tailorings; Chinese by pinyin), stored beside the name so that both databases order alike.

use std::sync::LazyLock;

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::Locale as Tag;
use kernel::Language;

/// No key is longer: what differs only after about 35 letters is ordered by id.
pub const LONGEST_KEY: usize = 40;

/// Bytes that compare as the texts do in that language; letters first, then accents, then case. At most
/// [`LONGEST_KEY`] bytes; leading spaces and punctuation do not count, unless there is nothing else.
pub fn sort_key(language: Language, text: &str) -> Vec<u8> {
    let from = text.find(char::is_alphanumeric).unwrap_or(0);
    // One character gives at least one byte.
    let to = text[from..].char_indices().nth(LONGEST_KEY).map_or(text.len(), |(at, _)| from + at);
    let mut key = Vec::with_capacity(2 * LONGEST_KEY);
    let Ok(()) = COLLATORS[language as usize].write_sort_key_to(text[from..to].trim_end(), &mut key);
    key.truncate(LONGEST_KEY);
    key
}

static COLLATORS: LazyLock<[CollatorBorrowed<'static>; Language::ALL.len()]> =
    LazyLock::new(|| Language::ALL.map(collator));

#[expect(clippy::expect_used, reason = "the collation data is compiled in")]
fn collator(language: Language) -> CollatorBorrowed<'static> {
    let tag: Tag = language.code().parse().expect("a language code is a tag");
    Collator::try_new(tag.into(), CollatorOptions::default()).expect("compiled collation data")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: Language, expected: &[&str]) {
        let mut names: Vec<&str> = expected.to_vec();
        names.sort_unstable();
        names.reverse();
        names.sort_by_cached_key(|name| sort_key(language, name));
        assert_eq!(names, expected, "{language:?}");
    }

    #[test]
    fn names_are_ordered_as_in_the_phone_book_of_each_language() {
        check(Language::English, &["Adam", "Ångström", "Bob", "Öberg", "Zoe"]);
        check(Language::Danish, &["Adam", "Bo", "Zoe", "Ægir", "Østergaard", "Aabenraa", "Århus"]);
        check(Language::Swedish, &["Adam", "Bo", "Zoe", "Åke", "Ängla", "Örjan"]);
        check(
            Language::Turkish,
            &["Cem", "Çağla", "Deniz", "Irmak", "İpek", "Ozan", "Özge", "Selin", "Şule", "Umut", "Ümit"],
        );
        check(Language::Bulgarian, &["Ангел", "Борис", "Йордан", "Яна", "Adam"]);
        check(Language::Chinese, &["陈", "李", "王", "张", "Adam"]);
    }

    #[test]
    fn accents_and_case_only_break_ties() {
        check(Language::English, &["resume a", "résumé b", "resume c"]);
        check(Language::English, &["anna", "Anna", "anna b"]);
        check(Language::Turkish, &["Ilıca", "ılık", "ilik", "İlk"]);
    }

    #[test]
    fn leading_marks_do_not_count() {
        assert_eq!(sort_key(Language::English, "  «Acme»"), sort_key(Language::English, "Acme»"));
        assert_eq!(sort_key(Language::English, "Acme  "), sort_key(Language::English, "Acme"));
        assert!(!sort_key(Language::English, "—").is_empty());
        assert!(sort_key(Language::English, "").is_empty() || sort_key(Language::English, "").len() < 3);
    }

    #[test]
    fn keys_are_short_and_long_names_keep_their_order() {
        let (long, longer) = ("ab ".repeat(60), "ac ".repeat(60));
        assert_eq!(sort_key(Language::Chinese, &long).len(), LONGEST_KEY);
        assert!(sort_key(Language::Danish, &long) < sort_key(Language::Danish, &longer));
    }
}
