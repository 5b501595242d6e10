//! The slips of fingers, eyes and ears: edits of single characters, confusions of optical character recognition, and
//! spellings that sound alike; in the proportions of GeCo's corruptors.

use crate::dice::Dice;

/// Neighbours on a keyboard (Latin letters and digits), for substitutions and insertions.
const ROWS: [&str; 4] = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
/// What scanners confuse.
const READ_ALIKE: [(&str, &str); 14] = [
    ("rn", "m"),
    ("m", "rn"),
    ("l", "1"),
    ("1", "l"),
    ("o", "0"),
    ("0", "O"),
    ("cl", "d"),
    ("d", "cl"),
    ("e", "c"),
    ("5", "S"),
    ("8", "B"),
    ("vv", "w"),
    ("i", "l"),
    ("h", "b"),
];
/// What sounds alike.
const HEARD_ALIKE: [(&str, &str); 16] = [
    ("ph", "f"),
    ("f", "ph"),
    ("ck", "k"),
    ("k", "ck"),
    ("c", "k"),
    ("z", "s"),
    ("th", "t"),
    ("ie", "y"),
    ("y", "ie"),
    ("ss", "s"),
    ("ll", "l"),
    ("n", "nn"),
    ("ei", "ai"),
    ("v", "w"),
    ("ks", "x"),
    ("aa", "å"),
];

/// One wrong key: a letter too many, too few, another one, or two in the wrong order.
pub(super) fn mistyped(dice: &mut Dice, text: &str) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    if letters.len() < 2 {
        return text.to_owned();
    }
    // The first letter is seldom wrong (Pollock and Zamora 1984).
    let first = u64::from(!dice.chance(8));
    let at = (first + dice.below(letters.len() as u64 - first)) as usize;
    match dice.below(100) {
        0..25 => letters.insert(at, near(dice, letters[at])),
        25..50 => drop(letters.remove(at)),
        50..80 => letters[at] = near(dice, letters[at]),
        _ if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => letters.swap(at - 1, at),
    }
    letters.into_iter().collect()
}

/// A key beside this one; of other scripts any letter of the word's own alphabet.
fn near(dice: &mut Dice, letter: char) -> char {
    let lower = letter.to_ascii_lowercase();
    for row in ROWS {
        if let Some(at) = row.find(lower) {
            let beside = if dice.chance(50) { at + 1 } else { at.wrapping_sub(1) };
            let found = row.chars().nth(beside).unwrap_or(lower);
            return if letter.is_ascii_uppercase() { found.to_ascii_uppercase() } else { found };
        }
    }
    match letter {
        'а'..='я' => char::from_u32('а' as u32 + dice.below(32) as u32).unwrap_or(letter),
        other => other,
    }
}

pub(super) fn misread(dice: &mut Dice, text: &str) -> String {
    swapped(dice, text, &READ_ALIKE)
}

pub(super) fn misheard(dice: &mut Dice, text: &str) -> String {
    swapped(dice, text, &HEARD_ALIKE)
}

/// With one of the pairs put for the other, where it fits; else mistyped.
fn swapped(dice: &mut Dice, text: &str, pairs: &[(&str, &str)]) -> String {
    let start = dice.below(pairs.len() as u64) as usize;
    for step in 0..pairs.len() {
        let (from, to) = pairs[(start + step) % pairs.len()];
        if let Some(at) = text.match_indices(from).map(|(at, _)| at).find(|at| *at > 0) {
            return format!("{}{to}{}", &text[..at], &text[at + from.len()..]);
        }
    }
    mistyped(dice, text)
}

/// Any of the three, as they fall.
pub(super) fn slipped(dice: &mut Dice, text: &str) -> String {
    match dice.below(100) {
        0..60 => mistyped(dice, text),
        60..80 => misread(dice, text),
        _ => misheard(dice, text),
    }
}

/// A digit too many, another one, or two in the wrong order; the first ones, of the country, stay.
pub(super) fn misdialled(dice: &mut Dice, number: &str, keep: usize) -> String {
    let mut digits: Vec<char> = number.chars().collect();
    let at = keep + dice.below((digits.len() - keep) as u64) as usize;
    if dice.chance(30) && at + 1 < digits.len() && digits[at] != digits[at + 1] {
        digits.swap(at, at + 1);
    } else {
        let wrong = dice.below(9) + 1;
        let digit = u64::from(digits[at].to_digit(10).unwrap_or(0));
        digits[at] = char::from(b'0' + ((digit + wrong) % 10) as u8);
    }
    digits.into_iter().collect()
}
