//! Letters without accents and case, so that `soren` finds Søren and `isil` finds IŞIL.

use unicode_normalization::{
    UnicodeNormalization,
    char::{decompose_compatible, is_combining_mark},
};

/// A text in the form in which it is compared: compatibility forms resolved, accents dropped, lower case. Marks and
/// spaces stay.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkc() {
        if is_ideographic(c) || !push_folded(c, &mut folded) {
            folded.push(c);
        }
    }
    folded
}

/// Appends the folded form of a letter, digit or combining mark (which folds to nothing). False, and nothing
/// appended, if it is none of these.
pub(super) fn push_folded(c: char, out: &mut String) -> bool {
    if c.is_ascii_alphanumeric() {
        out.push(c.to_ascii_lowercase());
        return true;
    }
    if c.is_ascii() {
        return false;
    }
    if is_combining_mark(c) {
        return true;
    }
    if !c.is_alphanumeric() {
        return false;
    }
    decompose_compatible(c, |part| {
        for lower in part.to_lowercase().filter(|lower| lower.is_alphanumeric() && !is_combining_mark(*lower))
        {
            match plain_letters(lower) {
                Some(plain) => out.push_str(plain),
                None => out.push(lower),
            }
        }
    });
    true
}

/// The letters that do not decompose, but that people type without.
fn plain_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' => "o",
        'æ' => "ae",
        'œ' => "oe",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ı' => "i",
        'ß' => "ss",
        'þ' => "th",
        _ => return None,
    })
}

/// Han, kana, hangul and bopomofo: scripts searched by pairs of characters.
pub(super) fn is_ideographic(c: char) -> bool {
    if c < '\u{1100}' {
        return false;
    }
    matches!(c,
        '\u{1100}'..='\u{11FF}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{3096}'
        | '\u{309D}'..='\u{309F}'
        | '\u{30A1}'..='\u{30FA}'
        | '\u{30FC}'..='\u{30FF}'
        | '\u{3105}'..='\u{312F}'
        | '\u{3131}'..='\u{318E}'
        | '\u{31F0}'..='\u{31FF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}')
        && c.is_alphanumeric()
}
