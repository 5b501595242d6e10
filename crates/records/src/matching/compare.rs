//! Weighing two cards. The name says how many others are called the same (one of so many namesakes); everything else
//! says by how much more likely it is to be shared by two cards of one person than by two namesakes, in tenths of bits
//! (Fellegi and Sunter 1969). What hangs together says less the second time, so how much agrees, and how much does not,
//! is weighed beside each. The weights are a logistic regression over the development half of the labelled set, rounded
//! (see `crates/bench/src/labelled.rs`); those of companies were set on the same half, those of jobs, which never change there, are judgement.

mod firm;
mod person;

use super::{
    likeness::{Likeness, likeness, one_slip},
    parts::{Parts, Place, nearly_one_number},
    profile::Profile,
    sign::{Sign, Signs},
    spellings::Spellings,
};

/// From here on two cards are the same without asking, and from here on they are shown to somebody.
pub const EXACT: i32 = 30;
pub const SHOWN: i32 = -24;

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// In tenths of bits: at 0 it is as likely as not.
    pub score: i32,
    pub signs: Signs,
}

impl Match {
    pub fn is_exact(&self) -> bool {
        self.score >= EXACT
    }
}

/// `None` when nobody need look at them. `namesakes` is how many cards of the object are called like either.
pub fn compare(one: &Profile, other: &Profile, namesakes: usize) -> Option<Match> {
    weigh(&one.parts(), &other.parts(), namesakes, &Spellings::default()).filter(|found| found.score >= SHOWN)
}

/// A profile that is compared with several others.
#[derive(Debug)]
pub struct Prepared<'p>(Parts<'p>);

impl<'p> Prepared<'p> {
    /// Of the text of a profile.
    pub(crate) fn of(text: &'p str) -> Prepared<'p> {
        Prepared(Parts::read(text))
    }

    /// As [`compare`], but also those that nobody is shown; `None` for what cannot be the same. Who knows how names are spelt
    /// tells slips from other names.
    pub fn compare(&self, other: &Prepared, namesakes: usize, spellings: &Spellings) -> Option<Match> {
        weigh(&self.0, &other.0, namesakes, spellings)
    }
}

fn weigh(one: &Parts, other: &Parts, namesakes: usize, spellings: &Spellings) -> Option<Match> {
    let mut scales = Scales::default();
    scales.score -= said_by_a_name(namesakes);
    match (one.is_person(), other.is_person()) {
        (true, true) => person::weigh(&mut scales, one, other, spellings)?,
        (false, false) => firm::weigh(&mut scales, one, other),
        _ => return None,
    }
    Some(Match { score: scales.score, signs: scales.signs })
}

/// What a name says less, the more cards have it. The labelled set teaches that for a few dozen; beyond, each namesake
/// is as likely as the other.
fn said_by_a_name(namesakes: usize) -> i32 {
    let others = namesakes.saturating_sub(1).max(1) as f32;
    let bits = others.log2();
    (bits.min(5.0) * 2.0 + (bits - 5.0).max(0.0) * 10.0) as i32
}

#[derive(Default)]
struct Scales {
    score: i32,
    signs: Signs,
    /// How many things that tell cards apart are the same, and how many are not.
    agree: usize,
    contradict: usize,
}

impl Scales {
    fn put(&mut self, weight: i32) {
        self.score += weight;
    }

    fn sign(&mut self, sign: Sign, weight: i32) {
        self.signs.add(sign);
        self.score += weight;
    }

    fn agree(&mut self, sign: Sign, weight: i32) {
        self.sign(sign, weight);
        self.agree += 1;
    }

    fn contradict(&mut self, weight: i32) {
        self.put(weight);
        self.contradict += 1;
    }

    /// The weights of so much that agrees, and of so much that does not; more than three are three.
    fn together(&mut self, agree: [i32; 4], contradict: [i32; 4]) {
        self.put(agree[self.agree.min(3)] + contradict[self.contradict.min(3)]);
    }
}

/// How two lists of numbers are alike.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phone {
    Unknown,
    Different,
    Like,
    Same,
}

fn phones(one: &Parts, other: &Parts) -> Phone {
    let near = |phone: &str| other.phones.iter().any(|have| nearly_one_number(phone, have));
    match () {
        () if one.phones.is_empty() || other.phones.is_empty() => Phone::Unknown,
        () if one.phones.iter().any(|phone| other.phones.contains(phone)) => Phone::Same,
        () if one.phones.iter().any(|phone| near(phone)) => Phone::Like,
        () => Phone::Different,
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Roof {
    Other,
    Town,
    Near,
    Same,
}

/// How near the nearest two of their addresses are; `None` when one has none.
fn roofs(one: &Parts, other: &Parts) -> Option<Roof> {
    let pairs = one.places.iter().flat_map(|place| other.places.iter().map(move |have| (place, have)));
    pairs.map(|(one, other)| roof(one, other)).max()
}

fn roof(one: &Place, other: &Place) -> Roof {
    let both = |a: &str, b: &str| !a.is_empty() && a == b;
    let town = both(one.postal_code, other.postal_code) || both(one.city, other.city);
    let near_town = town || one_slip(one.postal_code, other.postal_code);
    let street = likeness(&one.street.replace(' ', ""), &other.street.replace(' ', ""));
    let number = one.number == other.number;
    match street {
        Likeness::Same if number && town => Roof::Same,
        Likeness::Same | Likeness::Near if near_town && (number || one_slip(one.number, other.number)) => {
            Roof::Near
        }
        Likeness::Distant if town && number && !one.number.is_empty() => Roof::Near,
        _ if town => Roof::Town,
        _ => Roof::Other,
    }
}

#[cfg(test)]
mod tests;
