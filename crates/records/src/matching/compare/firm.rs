//! Weighing two companies or households: their numbers, domains, phones and addresses, and their names without what
//! says only which kind of company they are.

use super::{Phone, Roof, Scales, phones, roofs};
use crate::matching::{
    likeness::{Likeness, likeness},
    parts::{Parts, nearly_one_number},
    sign::Sign,
};

/// By how many of register number, domain, phone and address agree, and by how many do not.
const AGREE: [i32; 4] = [0, 33, 34, 13];
const CONTRADICT: [i32; 4] = [0, -8, -26, -26];
/// Where the scale begins.
const START: i32 = -2;

pub(super) fn weigh(scales: &mut Scales, one: &Parts, other: &Parts) {
    scales.put(START);
    let name = names(&one.name, &other.name);
    match name {
        Name::Same => scales.sign(Sign::Name, 0),
        Name::Near => scales.sign(Sign::LikeName, 9),
        Name::Words => scales.sign(Sign::LikeName, 1),
        Name::Distant => scales.sign(Sign::LikeName, -47),
        Name::Part => scales.sign(Sign::PartOfName, -4),
        Name::Other => scales.put(-56),
    }
    match (one.numbers.first(), other.numbers.first()) {
        (Some(one), Some(other)) if one == other => scales.agree(Sign::Number, 60),
        (Some(one), Some(other)) if nearly_one_number(one, other) => {
            scales.agree += 1;
            scales.put(6);
        }
        (Some(_), Some(_)) => scales.contradict(-60),
        _ => {}
    }
    if one.domains.iter().any(|domain| other.domains.contains(domain)) {
        scales.agree(Sign::Domain, 35);
    } else if !one.domains.is_empty() && !other.domains.is_empty() {
        scales.contradict(-35);
    }
    if one.emails.iter().any(|email| other.emails.contains(email)) {
        scales.sign(Sign::Email, 35);
    }
    match phones(one, other) {
        Phone::Unknown => {}
        Phone::Different => scales.contradict(-33),
        Phone::Like => scales.agree(Sign::LikePhone, 10),
        Phone::Same => scales.agree(Sign::Phone, 40),
    }
    match roofs(one, other) {
        None => {}
        Some(Roof::Other | Roof::Town) => scales.contradict(-8),
        Some(Roof::Near) => scales.agree(Sign::LikeAddress, -3),
        Some(Roof::Same) => scales.agree(Sign::Address, 31),
    }
    scales.together(AGREE, CONTRADICT);
    if matches!(name, Name::Other | Name::Part) {
        scales.put([-33, -30, 0, 0][scales.agree.min(3)]);
    }
    // What more likely is the same is surer of firms than the sum says.
    scales.put(scales.score.clamp(0, 12));
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    Other,
    /// All words of the shorter one are in the longer one.
    Part,
    Distant,
    /// The same words, each nearly.
    Words,
    Near,
    Same,
}

fn names(one: &[&str], other: &[&str]) -> Name {
    let whole = likeness(&one.concat(), &other.concat());
    match whole {
        Likeness::Same => return Name::Same,
        Likeness::Near => return Name::Near,
        _ => {}
    }
    let (fewer, more) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let found =
        fewer.iter().filter(|word| more.iter().any(|have| likeness(word, have) >= Likeness::Near)).count();
    match () {
        () if found == more.len() => Name::Words,
        () if whole == Likeness::Distant => Name::Distant,
        () if found == fewer.len() && found >= 2 => Name::Part,
        () => Name::Other,
    }
}
