//! How alike two words are: the same, one or two slips apart, of one sound.

/// From nothing in common to the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    Different,
    /// Some letters in common, or one the end of the other: only together with much else.
    Loose,
    /// Two slips apart, or of one sound.
    Distant,
    /// One slip apart, or the same to a scanner.
    Near,
    Same,
}

pub(super) fn likeness(one: &str, other: &str) -> Likeness {
    if one == other {
        return Likeness::Same;
    }
    // The next house, the second of two firms.
    if numbered_otherwise(one, other) {
        return Likeness::Different;
    }
    let (shorter, longer) = (one.len().min(other.len()), one.len().max(other.len()));
    if shorter < 2 {
        return Likeness::Different;
    }
    if one_slip(one, other) {
        return if shorter >= 3 { Likeness::Near } else { Likeness::Distant };
    }
    if shorter >= 3 && seen(one).eq(seen(other)) {
        return Likeness::Near;
    }
    let slips = slips(one, other);
    if shorter >= 5 && slips <= 2 {
        return Likeness::Distant;
    }
    if one.chars().next() == other.chars().next() {
        let heard = super::normal::sound(one);
        if heard.len() >= 3 && heard == super::normal::sound(other) {
            return Likeness::Distant;
        }
    }
    let end = one.ends_with(other) || other.ends_with(one);
    if end || slips * 5 <= longer * 2 {
        return Likeness::Loose;
    }
    Likeness::Different
}

/// Both have digits, and others.
fn numbered_otherwise(one: &str, other: &str) -> bool {
    let digit = |c: &char| c.is_ascii_digit();
    let (mut here, mut there) =
        (one.chars().filter(digit).peekable(), other.chars().filter(digit).peekable());
    here.peek().is_some() && there.peek().is_some() && !here.eq(there)
}

/// A word as a scanner may see it: letters that look alike are one.
fn seen(word: &str) -> impl Iterator<Item = u8> {
    const ALIKE: [(&[u8], u8); 9] = [
        (b"rn", b'm'),
        (b"cl", b'd'),
        (b"vv", b'v'),
        (b"1", b'i'),
        (b"l", b'i'),
        (b"0", b'o'),
        (b"5", b's'),
        (b"8", b'b'),
        (b"c", b'e'),
    ];
    let mut rest = word.as_bytes();
    std::iter::from_fn(move || {
        let first = *rest.first()?;
        let (letters, letter) =
            ALIKE.into_iter().find(|(letters, _)| rest.starts_with(letters)).unwrap_or((&rest[..1], first));
        rest = &rest[letters.len()..];
        Some(letter)
    })
}

/// How many letters are too many, too few, others or in the wrong order (optimal string alignment).
pub(super) fn slips(one: &str, other: &str) -> usize {
    const LONGEST: usize = 40;
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() >= LONGEST || other.len() >= LONGEST {
        return one.len().max(other.len());
    }
    let (mut older, mut last, mut row) = ([0u8; LONGEST], [0u8; LONGEST], [0u8; LONGEST]);
    (0..=other.len()).for_each(|at| last[at] = at as u8);
    for (line, mine) in one.iter().enumerate() {
        row[0] = line as u8 + 1;
        for (at, theirs) in other.iter().enumerate() {
            let changed = last[at] + u8::from(mine != theirs);
            row[at + 1] = changed.min(last[at + 1] + 1).min(row[at] + 1);
            let turned = line > 0 && at > 0 && *mine == other[at - 1] && one[line - 1] == *theirs;
            if turned {
                row[at + 1] = row[at + 1].min(older[at - 1] + 1);
            }
        }
        (older, last, row) = (last, row, older);
    }
    last[other.len()].into()
}

/// One letter too many, too few, another one, or two in the wrong order.
pub(super) fn one_slip(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let before = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[before..], &other[before..]);
    let after = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[..one.len() - after], &other[..other.len() - after]);
    match (one, other) {
        ([], [_]) | ([_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Likeness::*, *};

    #[test]
    fn slips_are_told_from_other_words() {
        let check = |one: &str, other: &str, expected: Likeness| {
            assert_eq!(likeness(one, other), expected, "{one}, {other}");
        };
        check("anna", "anna", Same);
        check("anna", "ana", Near);
        check("berg", "brg", Near);
        check("martin", "matrin", Near);
        check("pedersen", "petersen", Near);
        check("martin", "rnartin", Near);
        check("mads", "macls", Near);
        check("na", "huana", Loose);
        check("anna", "bo", Different);
        check("berg", "holm", Different);
        check("berg1", "berg2", Different);
        check("li", "lu", Distant);
        for (one, other, expected) in
            [("anna", "anna", 0), ("anna", "nana", 1), ("berg", "begr", 1), ("", "ab", 2)]
        {
            assert_eq!(slips(one, other), expected, "{one}, {other}");
            assert_eq!(slips(one, other), strsim::osa_distance(one, other));
        }
        assert!(one_slip("+4531425510", "+4531425501") && !one_slip("12345", "13254"));
    }
}
