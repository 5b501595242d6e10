//! The search tokeniser, the same for both databases and for what is typed: words without accents or case, and
//! pairs of characters for the scripts that write no spaces. Tokens hold letters and digits only.

mod contact;
mod fold;
mod highlight;

pub use contact::{email_tokens, phone_tokens};
pub use highlight::highlight;

pub(crate) use fold::fold;
use fold::{is_ideographic, push_folded};

use unicode_normalization::UnicodeNormalization;

/// Longer words are cut here, in characters, on both sides.
pub const LONGEST_TOKEN: usize = 32;

/// One condition of a search: some token is this, or begins with it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct QueryToken {
    pub text: String,
    pub prefix: bool,
}

/// What a text is found by, appended to `out`; a word said twice appears twice.
pub fn tokens(text: &str, out: &mut Vec<String>) {
    if text.is_ascii() {
        ascii_words(text, |word| out.push(word));
    } else {
        words(text, |word| match word {
            Word::Letters(letters) => out.push(letters),
            Word::Ideographs(run) => {
                out.extend(run.windows(2).map(String::from_iter));
                // The last one starts no pair, and must be found too.
                out.extend(run.last().map(char::to_string));
            }
        });
    }
    for chunk in addresses(text) {
        out.extend(contact::joined(chunk));
    }
}

/// The conditions of a search, all of which must hold. What is typed is a prefix of a word; pairs of ideographs are
/// exact; digits with the marks of phone numbers are one number; something with an `@` is one address.
pub fn query_tokens(text: &str) -> Vec<QueryToken> {
    if let Some(number) = contact::phone_query(text) {
        return vec![QueryToken { text: number, prefix: true }];
    }
    let mut tokens: Vec<QueryToken> = Vec::new();
    for chunk in text.split_whitespace() {
        match addresses(chunk).next().and_then(contact::joined) {
            Some(address) => tokens.push(QueryToken { text: address, prefix: true }),
            None => words(chunk, |word| match word {
                Word::Letters(letters) => tokens.push(QueryToken { text: letters, prefix: true }),
                Word::Ideographs(run) if run.len() == 1 => {
                    tokens.push(QueryToken { text: run.iter().collect(), prefix: true });
                }
                Word::Ideographs(run) => tokens.extend(
                    run.windows(2).map(|pair| QueryToken { text: String::from_iter(pair), prefix: false }),
                ),
            }),
        }
    }
    let mut seen: Vec<QueryToken> = Vec::with_capacity(tokens.len());
    tokens.retain(|token| {
        let new = !seen.contains(token);
        if new {
            seen.push(token.clone());
        }
        new
    });
    tokens
}

/// The chunks of a text that look like e-mail addresses, whole or still being typed.
fn addresses(text: &str) -> impl Iterator<Item = &str> {
    // Most texts have none, and then this is one quick look.
    let holds_any = text.contains('@');
    text.split_whitespace().filter(move |chunk| holds_any && contact::looks_like_address(chunk))
}

fn ascii_words(text: &str, mut found: impl FnMut(String)) {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    for word in words {
        let mut word = word[..word.len().min(LONGEST_TOKEN)].to_owned();
        word.make_ascii_lowercase();
        found(word);
    }
}

enum Word {
    Letters(String),
    Ideographs(Vec<char>),
}

fn words(text: &str, mut found: impl FnMut(Word)) {
    if text.is_ascii() {
        return ascii_words(text, |word| found(Word::Letters(word)));
    }
    let mut letters = Letters::default();
    let mut ideographs = Vec::new();
    for c in text.nfkc() {
        if is_ideographic(c) {
            letters.finish(&mut found);
            ideographs.push(c);
            continue;
        }
        if !ideographs.is_empty() {
            found(Word::Ideographs(std::mem::take(&mut ideographs)));
        }
        if !push_folded(c, &mut letters.word) {
            letters.finish(&mut found);
        }
    }
    letters.finish(&mut found);
    if !ideographs.is_empty() {
        found(Word::Ideographs(ideographs));
    }
}

#[derive(Default)]
struct Letters {
    word: String,
}

impl Letters {
    fn finish(&mut self, found: &mut impl FnMut(Word)) {
        if !self.word.is_empty() {
            let mut word = std::mem::take(&mut self.word);
            cut(&mut word);
            found(Word::Letters(word));
        }
    }
}

/// Cuts a token at [`LONGEST_TOKEN`] characters.
fn cut(token: &mut String) {
    if let Some((end, _)) = token.char_indices().nth(LONGEST_TOKEN) {
        token.truncate(end);
    }
}

#[cfg(test)]
mod tests;
