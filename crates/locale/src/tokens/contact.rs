//! Phone numbers and e-mail addresses as search tokens: found by any part of a number, by an address or its pieces.

use super::{LONGEST_TOKEN, Word, cut, tokens, words};

/// The endings of a number that are indexed, so that a search finds digits from its middle.
const ENDINGS: std::ops::RangeInclusive<usize> = 4..=10;

/// What a phone number is found by: all its digits, then their last ten, nine … four.
pub fn phone_tokens(e164_or_raw: &str) -> Vec<String> {
    let mut digits: String = e164_or_raw.chars().filter_map(ascii_digit).collect();
    let without_access_code = significant(&digits).len();
    digits.drain(..digits.len() - without_access_code);
    digits.truncate(LONGEST_TOKEN);
    let endings = ENDINGS.rev().filter(|length| *length < digits.len());
    let mut tokens: Vec<String> = endings.map(|length| digits[digits.len() - length..].to_owned()).collect();
    if !digits.is_empty() {
        tokens.insert(0, digits);
    }
    tokens
}

/// What an e-mail address is found by: its pieces, the whole and its local part, both without marks
/// (`sorenbergexampledk`, `sorenberg`).
pub fn email_tokens(address: &str) -> Vec<String> {
    let mut found = Vec::new();
    tokens(address, &mut found);
    let local = address.rsplit_once('@').map_or(address, |(local, _)| local);
    found.extend(joined(local));
    found.sort_unstable();
    found.dedup();
    found
}

/// The digits of a query that is a phone number or part of one, without the leading zeros of dialling.
pub(super) fn phone_query(text: &str) -> Option<String> {
    let mut digits = String::new();
    for c in text.chars() {
        match ascii_digit(c) {
            Some(digit) => digits.push(digit),
            None if c.is_whitespace() || matches!(c, '+' | '-' | '.' | '/' | '(' | ')') => {}
            None => return None,
        }
    }
    if digits.len() < 3 {
        return None;
    }
    let significant = significant(&digits);
    // `007` is a name rather than a number.
    let number = if significant.len() < 3 { digits.as_str() } else { significant };
    Some(number[..number.len().min(LONGEST_TOKEN)].to_owned())
}

/// Without the international access code `00` or the trunk prefix `0`.
fn significant(digits: &str) -> &str {
    digits.strip_prefix("00").or_else(|| digits.strip_prefix('0')).unwrap_or(digits)
}

fn ascii_digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32),
        _ => None,
    }
}

/// Something stands on both sides of an `@`.
pub(super) fn looks_like_address(chunk: &str) -> bool {
    chunk.split_once('@').is_some_and(|(local, domain)| {
        local.contains(char::is_alphanumeric) && domain.contains(char::is_alphanumeric)
    })
}

/// The letters and digits of an address as one token.
pub(super) fn joined(address: &str) -> Option<String> {
    let mut token = String::new();
    words(address, |word| match word {
        Word::Letters(letters) => token.push_str(&letters),
        Word::Ideographs(run) => token.extend(run),
    });
    cut(&mut token);
    (!token.is_empty()).then_some(token)
}
