//! How many cards spell a name so. Of two names that are nearly alike, one that many have and one that hardly anybody has are one name
//! and a slip; two that many have are two names (Ivan and Ivana). Winkler (2000) weighs names by their frequency in the file itself.

use std::collections::HashMap;

use super::{
    keys::{Key, hashed},
    parts::Parts,
};

/// One spelling is a slip where so many times as many cards have the other.
const MANY: u32 = 25;

/// The names of all cards that are compared, each by its first word.
#[derive(Debug, Default)]
pub struct Spellings(HashMap<Key, u32>);

impl Spellings {
    /// Of the text of a profile.
    pub(crate) fn add(&mut self, profile: &str) {
        let parts = Parts::read(profile);
        for name in [parts.given.first(), parts.family.first()].into_iter().flatten() {
            *self.0.entry(spelling(name)).or_default() += 1;
        }
    }

    /// Whether one of the two is how the other is mistyped.
    pub(super) fn is_slip(&self, one: &str, other: &str) -> bool {
        let (one, other) = (self.cards(one), self.cards(other));
        let (few, many) = (one.min(other), one.max(other));
        many >= MANY * few.max(1)
    }

    fn cards(&self, name: &str) -> u32 {
        self.0.get(&spelling(name)).copied().unwrap_or(0)
    }
}

fn spelling(name: &str) -> Key {
    hashed("spelling", &[name])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::profile::{ENTRY, GROUP};

    #[test]
    fn a_slip_is_what_hardly_anybody_is_called() {
        let mut spellings = Spellings::default();
        let mut add = |given: &str, times: usize| {
            (0..times).for_each(|_| spellings.add(&format!("{given}{ENTRY}x{GROUP}{GROUP}berg")));
        };
        add("thomas", 40);
        add("thomaa", 1);
        add("ivan", 40);
        add("ivana", 30);
        add("aage", 3);
        add("aase", 1);
        assert!(spellings.is_slip("thomas", "thomaa") && spellings.is_slip("thomaa", "thomas"));
        assert!(!spellings.is_slip("ivan", "ivana"), "both are names");
        assert!(!spellings.is_slip("aage", "aase"), "too few to know");
        assert!(!spellings.is_slip("nobody", "nowhere"));
    }
}
