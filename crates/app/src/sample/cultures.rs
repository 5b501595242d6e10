//! Where the people of the sample come from: names, streets, towns and companies that go together.

use super::cultures::tables::{BULGARIAN, CHINESE, DANISH, ENGLISH, SWEDISH, TURKISH};

mod tables;

/// A word, and how it is written in an address on the internet when that does not follow from its letters.
pub(super) type Word = (&'static str, &'static str);

pub(crate) struct Culture {
    /// ISO 639-1, the language somebody is written to in.
    pub(super) language: &'static str,
    /// ISO 3166-1 alpha-2.
    pub(super) country: &'static str,
    pub(super) country_name: &'static str,
    pub(super) women: &'static [Word],
    pub(super) men: &'static [Word],
    /// Family names; where women bear another form, it is the second table.
    pub(super) families: &'static [Word],
    pub(super) families_of_women: &'static [Word],
    pub(super) streets: &'static [&'static str],
    /// Postal codes and towns.
    pub(super) towns: &'static [(&'static str, &'static str)],
    /// What companies are named after, beside families and towns.
    pub(super) names: &'static [Word],
    /// What companies do: the end of the name and the industry.
    pub(super) trades: &'static [(&'static str, &'static str, &'static str)],
    pub(super) forms: &'static [&'static str],
    pub(super) titles: &'static [&'static str],
    /// The house number stands before the street.
    pub(super) number_first: bool,
    /// Names are written without a space between.
    pub(super) joined: bool,
    /// Blocks of numbers from which nobody is called: first number and how many.
    pub(super) phones: &'static [(&'static str, u32)],
}

/// Each with its share of a hundred.
pub(super) const CULTURES: [(&Culture, usize); 6] =
    [(&DANISH, 38), (&SWEDISH, 20), (&ENGLISH, 14), (&TURKISH, 10), (&BULGARIAN, 9), (&CHINESE, 9)];

/// How a word is written in an e-mail address: in small letters of the Latin alphabet.
pub(super) fn latin(word: &Word) -> String {
    if !word.1.is_empty() {
        return word.1.to_owned();
    }
    let mut tokens = Vec::new();
    locale::tokens::tokens(word.0, &mut tokens);
    tokens.concat().chars().filter(char::is_ascii_alphanumeric).collect()
}
