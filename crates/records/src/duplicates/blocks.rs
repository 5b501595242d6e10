//! Comparing very many cards in memory: cards that share a key stand in one block, and every two of a block are
//! compared once. A million cards take some 250 bytes each.

use std::collections::{HashMap, HashSet};

use kernel::Id;

use crate::matching::{self, Profile, Signs, Spellings};

/// Blocks larger than this say nothing: an office's phone, a common name.
const LARGEST: usize = 120;
/// An entry of the index is a key, and below it the card's number: up to 16 million cards.
const NUMBER_BITS: u32 = 24;
const NUMBER: u64 = (1 << NUMBER_BITS) - 1;
/// The index is made for so many of the upper bits of the keys at a time: an eighth of it is in memory.
const PASS_BITS: u32 = 3;
/// Two cards that are so unlike are not the same, whatever a third one shares with both.
const UNLIKE: i32 = -100;

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
    spellings: Spellings,
}

/// Two cards that may be the same.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) one: Id,
    pub(super) other: Id,
    pub(super) score: i32,
    pub(super) signs: Signs,
}

/// What is known of the keys before anything is compared.
struct Known {
    /// How many cards are called like each.
    namesakes: Vec<u32>,
    /// The keys of blocks that are too large to be looked at, in their order.
    common: Vec<u32>,
    entries: usize,
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
        self.ids.push(id);
        self.profiles.push_str(profile.text());
        self.spellings.add(profile.text());
        self.profile_ends.push(self.profiles.len() as u32);
        self.keys.extend(profile.keys().into_iter().map(upper));
        self.key_ends.push(self.keys.len() as u32);
        self.names.push(profile.name_key().map_or(0, upper));
    }

    /// Compares them all; `tell` hears how far it is, and may end it with an error. At most `most` pairs, the likeliest
    /// first, that score at least so much.
    pub(super) fn pairs<E>(
        &self,
        most: usize,
        least: i32,
        mut tell: impl FnMut(usize, usize) -> Result<(), E>,
    ) -> Result<Vec<Found>, E> {
        let known = self.known();
        let mut found: Vec<Found> = Vec::new();
        let (mut done, mut told) = (0, 0);
        for pass in 0..1 << PASS_BITS {
            let index = self.index(pass);
            for block in blocks(&index) {
                done += block.len();
                if (2..=LARGEST).contains(&block.len()) {
                    self.compare(block, &known, least, &mut found);
                }
                if done - told > 100_000 {
                    tell(done, known.entries)?;
                    told = done;
                    keep(&mut found, most);
                }
            }
        }
        found.sort_unstable_by_key(|pair| (std::cmp::Reverse(pair.score), pair.one, pair.other));
        found.truncate(most);
        Ok(found)
    }

    /// The keys that begin with these bits, each with the number of its card, sorted.
    fn index(&self, pass: u32) -> Vec<u64> {
        let mut index = Vec::with_capacity((self.keys.len() >> PASS_BITS) + self.keys.len() / 100 + 64);
        for number in 0..self.ids.len() {
            let keys = self.keys_of(number).iter().filter(|key| **key >> (32 - PASS_BITS) == pass);
            index.extend(keys.map(|key| (u64::from(*key) << NUMBER_BITS) | number as u64));
        }
        index.sort_unstable();
        index
    }

    fn known(&self) -> Known {
        let mut known =
            Known { namesakes: vec![1; self.ids.len()], common: Vec::new(), entries: self.keys.len() };
        for pass in 0..1 << PASS_BITS {
            let index = self.index(pass);
            for block in blocks(&index) {
                let key = (block[0] >> NUMBER_BITS) as u32;
                if block.len() > LARGEST {
                    known.common.push(key);
                }
                for entry in block {
                    let number = (entry & NUMBER) as usize;
                    if self.names[number] == key {
                        known.namesakes[number] = block.len() as u32;
                    }
                }
            }
        }
        known
    }

    fn compare(&self, block: &[u64], known: &Known, least: i32, found: &mut Vec<Found>) {
        let key = (block[0] >> NUMBER_BITS) as u32;
        let numbers: Vec<usize> = block.iter().map(|entry| (entry & NUMBER) as usize).collect();
        let prepared: Vec<matching::Prepared> = numbers.iter().map(|number| self.prepared(*number)).collect();
        for (at, one) in numbers.iter().enumerate() {
            for (behind, other) in numbers.iter().enumerate().skip(at + 1) {
                if self.met_before(*one, *other, key, &known.common) {
                    continue;
                }
                let called = known.namesakes[*one].max(known.namesakes[*other]) as usize;
                let same = prepared[at].compare(&prepared[behind], called, &self.spellings);
                if let Some(same) = same.filter(|same| same.score >= least) {
                    let (one, other) = (self.ids[*one], self.ids[*other]);
                    found.push(Found { one, other, score: same.score, signs: same.signs });
                }
            }
        }
    }

    /// Cards that surely are one, by the pairs that say so, the surest first. Who is like two cards that are unlike each
    /// other is only put with the likelier, and `apart` (the smaller key first) never come together.
    pub(super) fn groups(&self, pairs: &[Found], apart: &HashSet<(Id, Id)>) -> Vec<Vec<Id>> {
        let mut numbers: HashMap<Id, usize> =
            pairs.iter().flat_map(|pair| [(pair.one, 0), (pair.other, 0)]).collect();
        for (number, id) in self.ids.iter().enumerate() {
            numbers.entry(*id).and_modify(|known| *known = number);
        }
        let mut group_of: HashMap<Id, usize> = HashMap::new();
        let mut groups: Vec<Vec<Id>> = Vec::new();
        for pair in pairs {
            let mut at = |id: Id| {
                *group_of.entry(id).or_insert_with(|| {
                    groups.push(vec![id]);
                    groups.len() - 1
                })
            };
            let (one, other) = (at(pair.one), at(pair.other));
            let kept_apart = |one: &Id| {
                groups[other].iter().any(|other| apart.contains(&(*one.min(other), *one.max(other))))
            };
            if one == other
                || groups[one].iter().any(kept_apart)
                || self.unlike(&numbers, &groups[one], &groups[other])
            {
                continue;
            }
            let moved = std::mem::take(&mut groups[other]);
            group_of.extend(moved.iter().map(|id| (*id, one)));
            groups[one].extend(moved);
        }
        groups.retain(|group| group.len() > 1);
        groups
    }

    /// Whether a card of one and a card of the other cannot be the same.
    fn unlike(&self, numbers: &HashMap<Id, usize>, ones: &[Id], others: &[Id]) -> bool {
        let prepared = |id: &Id| self.prepared(numbers[id]);
        let others: Vec<matching::Prepared> = others.iter().map(prepared).collect();
        ones.iter().map(prepared).any(|one| {
            others
                .iter()
                .any(|other| one.compare(other, 2, &self.spellings).is_none_or(|found| found.score < UNLIKE))
        })
    }

    fn prepared(&self, number: usize) -> matching::Prepared<'_> {
        matching::Prepared::of(self.profile(number))
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

/// The entries of an index that share a key.
fn blocks(index: &[u64]) -> impl Iterator<Item = &[u64]> {
    index.chunk_by(|one, other| one >> NUMBER_BITS == other >> NUMBER_BITS)
}

/// Lets go of the least likely when there are many more than wanted.
fn keep(found: &mut Vec<Found>, most: usize) {
    if found.len() > 2 * most {
        found.select_nth_unstable_by_key(most, |pair| std::cmp::Reverse(pair.score));
        found.truncate(most);
    }
}
