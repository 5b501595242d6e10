//! How alike two words are: the same, one or two slips apart, of one sound.

/// From nothing in common to the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    Different,
    /// Two slips apart, or of one sound.
    Distant,
    /// One slip apart.
    Near,
    Same,
}

pub(super) fn likeness(one: &str, other: &str) -> Likeness {
    if one == other {
        return Likeness::Same;
    }
    // The next house, the second of two firms.
    let digits = |word: &str| word.chars().filter(char::is_ascii_digit).collect::<String>();
    let (here, there) = (digits(one), digits(other));
    if !here.is_empty() && !there.is_empty() && here != there {
        return Likeness::Different;
    }
    let shorter = one.len().min(other.len());
    if shorter < 2 {
        return Likeness::Different;
    }
    if shorter >= 3 && one_slip(one, other) {
        return Likeness::Near;
    }
    if one_slip(one, other) {
        return Likeness::Distant;
    }
    let same_start = one.chars().next() == other.chars().next();
    if shorter >= 5 && one.len().abs_diff(other.len()) <= 2 && strsim::osa_distance(one, other) <= 2 {
        return Likeness::Distant;
    }
    let heard = super::normal::sound(one);
    if same_start && heard.len() >= 3 && heard == super::normal::sound(other) {
        return Likeness::Distant;
    }
    Likeness::Different
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
        check("martin", "rnartin", Distant);
        check("anna", "bo", Different);
        check("berg", "holm", Different);
        check("berg1", "berg2", Different);
        check("li", "lu", Distant);
        assert!(one_slip("+4531425510", "+4531425501") && !one_slip("12345", "13254"));
    }
}
