//! Comparing very many cards in memory: cards that share a key stand in one block, and every two of a block are
//! compared once. A million cards take some 250 bytes each.

use kernel::Id;

use crate::matching::{self, Profile, Signs};

/// Blocks larger than this say nothing: an office's phone, a common name.
const LARGEST: usize = 120;
/// A key's hash stands in the upper bits of an entry of the index, and the card's number below: up to 16 million cards.
const NUMBER_BITS: u32 = 24;
const NUMBER: u64 = (1 << NUMBER_BITS) - 1;

/// Cards that were gathered, in the order of their keys.
#[derive(Default)]
pub(super) struct Blocks {
    ids: Vec<Id>,
    /// The profiles one behind the other, and where each ends.
    profiles: String,
    profile_ends: Vec<u32>,
    /// The keys of each card by their upper half, sorted, and where they end.
    keys: Vec<u32>,
    key_ends: Vec<u32>,
    /// Of each card's name.
    names: Vec<u32>,
    index: Vec<u64>,
}

/// Two cards that may be the same.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) one: Id,
    pub(super) other: Id,
    pub(super) score: i32,
    pub(super) signs: Signs,
}

fn upper(key: matching::Key) -> u32 {
    (key >> 32) as u32
}

impl Blocks {
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is room for more.
    pub(super) fn is_full(&self) -> bool {
        self.ids.len() as u64 >= NUMBER || self.profiles.len() > u32::MAX as usize - 100_000
    }

    pub(super) fn add(&mut self, id: Id, profile: &Profile) {
        let number = self.ids.len() as u64;
        self.ids.push(id);
        self.profiles.push_str(profile.text());
        self.profile_ends.push(self.profiles.len() as u32);
        let keys = profile.keys();
        self.keys.extend(keys.iter().copied().map(upper));
        self.key_ends.push(self.keys.len() as u32);
        self.names.push(profile.name_key().map_or(0, upper));
        self.index.extend(keys.iter().map(|key| (key >> NUMBER_BITS << NUMBER_BITS) | number));
    }

    /// Compares them all; `tell` hears how far it is, and may end it with an error. At most `most` pairs, the likeliest,
    /// that score at least so much.
    pub(super) fn pairs<E>(
        mut self,
        most: usize,
        least: i32,
        mut tell: impl FnMut(usize, usize) -> Result<(), E>,
    ) -> Result<Vec<Found>, E> {
        self.index.sort_unstable();
        let namesakes = self.namesakes();
        let common = self.common();
        let mut found: Vec<Found> = Vec::new();
        let (mut from, mut told) = (0, 0);
        while from < self.index.len() {
            let to = self.block_end(from);
            if (2..=LARGEST).contains(&(to - from)) {
                self.compare(from..to, (&namesakes, &common, least), &mut found);
            }
            if to - told > 100_000 {
                tell(to, self.index.len())?;
                told = to;
                keep(&mut found, most);
            }
            from = to;
        }
        found.sort_unstable_by_key(|pair| std::cmp::Reverse(pair.score));
        found.truncate(most);
        Ok(found)
    }

    fn block_end(&self, from: usize) -> usize {
        let key = self.index[from] >> NUMBER_BITS;
        from + self.index[from..].iter().take_while(|entry| **entry >> NUMBER_BITS == key).count()
    }

    /// How many cards are called like each.
    fn namesakes(&self) -> Vec<u32> {
        let mut namesakes = vec![1; self.ids.len()];
        let mut from = 0;
        while from < self.index.len() {
            let to = self.block_end(from);
            let key = (self.index[from] >> 32) as u32;
            for entry in &self.index[from..to] {
                let number = (entry & NUMBER) as usize;
                if self.names[number] == key {
                    namesakes[number] = (to - from) as u32;
                }
            }
            from = to;
        }
        namesakes
    }

    /// The keys of blocks that are too large to be looked at.
    fn common(&self) -> Vec<u32> {
        let mut common = Vec::new();
        let mut from = 0;
        while from < self.index.len() {
            let to = self.block_end(from);
            if to - from > LARGEST {
                common.push((self.index[from] >> 32) as u32);
            }
            from = to;
        }
        common
    }

    fn compare(
        &self,
        block: std::ops::Range<usize>,
        (namesakes, common, least): (&[u32], &[u32], i32),
        found: &mut Vec<Found>,
    ) {
        let key = (self.index[block.start] >> 32) as u32;
        let numbers: Vec<usize> = self.index[block].iter().map(|entry| (entry & NUMBER) as usize).collect();
        let prepared: Vec<matching::Prepared> =
            numbers.iter().map(|number| matching::Prepared::of(self.profile(*number))).collect();
        for (at, one) in numbers.iter().enumerate() {
            for (behind, other) in numbers.iter().enumerate().skip(at + 1) {
                if self.met_before(*one, *other, key, common) {
                    continue;
                }
                let called = namesakes[*one].max(namesakes[*other]) as usize;
                let same = prepared[at].compare(&prepared[behind], called);
                if let Some(same) = same.filter(|same| same.score >= least) {
                    let (one, other) = (self.ids[*one], self.ids[*other]);
                    found.push(Found { one, other, score: same.score, signs: same.signs });
                }
            }
        }
    }

    fn profile(&self, number: usize) -> &str {
        let from = number.checked_sub(1).map_or(0, |before| self.profile_ends[before] as usize);
        &self.profiles[from..self.profile_ends[number] as usize]
    }

    fn keys_of(&self, number: usize) -> &[u32] {
        let from = number.checked_sub(1).map_or(0, |before| self.key_ends[before] as usize);
        &self.keys[from..self.key_ends[number] as usize]
    }

    /// They share a smaller key too, so they were compared in its block.
    fn met_before(&self, one: usize, other: usize, key: u32, common: &[u32]) -> bool {
        let (mut one, mut other) =
            (self.keys_of(one).iter().peekable(), self.keys_of(other).iter().peekable());
        while let (Some(first), Some(second)) = (one.peek(), other.peek()) {
            if **first >= key || **second >= key {
                return false;
            }
            match first.cmp(second) {
                std::cmp::Ordering::Less => drop(one.next()),
                std::cmp::Ordering::Greater => drop(other.next()),
                std::cmp::Ordering::Equal if common.binary_search(first).is_err() => return true,
                std::cmp::Ordering::Equal => {
                    one.next();
                    other.next();
                }
            }
        }
        false
    }
}

/// Lets go of the least likely when there are many more than wanted.
fn keep(found: &mut Vec<Found>, most: usize) {
    if found.len() > 2 * most {
        found.select_nth_unstable_by_key(most, |pair| std::cmp::Reverse(pair.score));
        found.truncate(most);
    }
}
