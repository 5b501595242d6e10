//! Weighing two cards. The name says how many others are called the same (one of so many namesakes); everything else
//! says by how much more likely it is to be shared by two cards of one person than by two namesakes, in tenths of bits.
//! The weights were set on the development half of the labelled set (see `crates/bench/src/labelled.rs`).

use super::{
    likeness::{Likeness, likeness, one_slip},
    nicknames,
    parts::{Day, Parts, Place, nearly_one_address, nearly_one_number},
    profile::Profile,
    sign::{Sign, Signs},
};

/// From here on two cards are the same without asking, and from here on they are shown to somebody.
pub const EXACT: i32 = 40;
pub const SHOWN: i32 = -15;

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
    weigh(&one.parts(), &other.parts(), namesakes).filter(|found| found.score >= SHOWN)
}

/// A profile that is compared with several others.
#[derive(Debug)]
pub struct Prepared<'p>(Parts<'p>);

impl<'p> Prepared<'p> {
    /// Of the text of a profile.
    pub(crate) fn of(text: &'p str) -> Prepared<'p> {
        Prepared(Parts::read(text))
    }

    /// As [`compare`], but also those that nobody is shown.
    pub fn compare(&self, other: &Prepared, namesakes: usize) -> Option<Match> {
        weigh(&self.0, &other.0, namesakes)
    }
}

fn weigh(one: &Parts, other: &Parts, namesakes: usize) -> Option<Match> {
    let mut scales = Scales::default();
    let others = namesakes.saturating_sub(1).max(1) as f32;
    scales.score -= (others.log2() * 10.0) as i32;
    match (one.is_person(), other.is_person()) {
        (true, true) => person(&mut scales, one, other)?,
        (false, false) => firm(&mut scales, one, other)?,
        _ => return None,
    }
    Some(Match { score: scales.score, signs: scales.signs })
}

#[derive(Default)]
struct Scales {
    score: i32,
    signs: Signs,
}

impl Scales {
    fn put(&mut self, weight: i32) {
        self.score += weight;
    }

    fn sign(&mut self, sign: Sign, weight: i32) {
        self.signs.add(sign);
        self.score += weight;
    }
}

fn person(scales: &mut Scales, one: &Parts, other: &Parts) -> Option<()> {
    let other_name = names(scales, one, other)? == Likeness::Different;
    emails(scales, one, other);
    phones(scales, one, other, 120);
    places(scales, one, other, 100);
    if let (Some(one), Some(other)) = (one.birthday, other.birthday) {
        birthdays(scales, one, other);
    }
    // A married name is believed from who is known by more than an office's phone.
    let known =
        [Sign::Email, Sign::LikeEmail, Sign::Birthday, Sign::LikeBirthday, Sign::Address, Sign::LikeAddress];
    if other_name && !known.iter().any(|sign| scales.signs.has(*sign)) {
        return None;
    }
    // Parent and child of one name share a roof: that alone is never sure, and less so when they were born on other days.
    let own =
        [Sign::Email, Sign::LikeEmail, Sign::Phone, Sign::LikePhone, Sign::Birthday, Sign::LikeBirthday];
    let contradicted = one.birthday.is_some()
        && other.birthday.is_some()
        && !scales.signs.has(Sign::Birthday)
        && !scales.signs.has(Sign::LikeBirthday);
    if contradicted || !own.iter().any(|sign| scales.signs.has(*sign)) {
        scales.score = scales.score.min(EXACT - 1);
    }
    Some(())
}

/// How two given names are alike.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Given {
    Different,
    Missing,
    Initial,
    Distant,
    Nickname,
    Near,
    Same,
}

/// How alike the family names are; `None` when the given names are other people's.
fn names(scales: &mut Scales, one: &Parts, other: &Parts) -> Option<Likeness> {
    let straight = (given(&one.given, &other.given), family(&one.family, &other.family));
    let crossed = (given(&one.given, &other.family), family(&one.family, &other.given));
    let weight =
        |(given, (family, _)): (Given, (Likeness, bool))| given_weight(given) + family_weight(family);
    let swapped = weight(crossed) > weight(straight)
        && crossed.0 >= Given::Initial
        && crossed.1.0 >= Likeness::Distant
        && (crossed.0 >= Given::Near || crossed.1.0 >= Likeness::Near);
    let (given, (family, part)) = if swapped { crossed } else { straight };
    if given == Given::Different {
        return None;
    }
    scales.put(given_weight(given) + family_weight(family));
    if one.family.is_empty() || other.family.is_empty() {
        // Not different, only unknown.
        scales.put(40);
    }
    let fully = (given, family) == (Given::Same, Likeness::Same);
    match given {
        _ if swapped => scales.sign(Sign::Swapped, -5),
        Given::Nickname => scales.sign(Sign::Nickname, 0),
        Given::Initial => scales.sign(Sign::Initial, 0),
        _ if fully => scales.sign(Sign::Name, 0),
        _ if part => scales.sign(Sign::PartOfName, 0),
        _ if family >= Likeness::Distant => scales.sign(Sign::LikeName, 0),
        _ => {}
    }
    middles(scales, &one.middle, &other.middle);
    Some(family)
}

const fn given_weight(given: Given) -> i32 {
    match given {
        Given::Same => 0,
        Given::Near => -8,
        Given::Nickname => -12,
        Given::Distant => -25,
        Given::Initial => -30,
        Given::Missing => -40,
        Given::Different => -200,
    }
}

const fn family_weight(family: Likeness) -> i32 {
    match family {
        Likeness::Same => 0,
        Likeness::Near => -8,
        Likeness::Distant => -20,
        Likeness::Different => -75,
    }
}

fn given(one: &[&str], other: &[&str]) -> Given {
    let (Some(first), Some(second)) = (one.first(), other.first()) else { return Given::Missing };
    let initial = |short: &str, long: &str| short.len() == 1 && long.starts_with(short);
    match likeness(first, second) {
        Likeness::Same => Given::Same,
        Likeness::Near => Given::Near,
        _ if nicknames::same_person(first, second) => Given::Nickname,
        Likeness::Distant => Given::Distant,
        Likeness::Different if initial(first, second) || initial(second, first) => Given::Initial,
        // "Xiao Ming" and "Xiaoming", "Anna Maria" and "Maria".
        Likeness::Different if one.concat() == other.concat() => Given::Same,
        Likeness::Different if one.contains(second) || other.contains(first) => Given::Near,
        Likeness::Different if roughly(first, second) => Given::Distant,
        Likeness::Different => Given::Different,
    }
}

/// Two slips in a short name, or a longer form of it.
fn roughly(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short.len() > 1
        && short.chars().next() == long.chars().next()
        && (long.starts_with(short) || strsim::jaro_winkler(one, other) >= 0.85)
}

/// And whether one is a part of the other: a double name.
fn family(one: &[&str], other: &[&str]) -> (Likeness, bool) {
    if one.is_empty() || other.is_empty() {
        return (Likeness::Different, false);
    }
    let whole = likeness(&one.concat(), &other.concat());
    if whole >= Likeness::Near {
        return (whole, false);
    }
    let shares = one.iter().any(|word| word.len() > 2 && other.contains(word));
    if shares && one.len() != other.len() { (Likeness::Near, true) } else { (whole, false) }
}

fn middles(scales: &mut Scales, one: &[&str], other: &[&str]) {
    let (Some(first), Some(second)) = (one.first(), other.first()) else { return };
    match likeness(first, second) {
        Likeness::Same => scales.put(30),
        Likeness::Near | Likeness::Distant => scales.put(15),
        Likeness::Different if first.len() == 1 || second.len() == 1 => {}
        Likeness::Different => scales.put(-30),
    }
}

fn emails(scales: &mut Scales, one: &Parts, other: &Parts) {
    if one.emails.is_empty() || other.emails.is_empty() {
        return;
    }
    if let Some(same) = one.emails.iter().find(|email| other.emails.contains(email)) {
        let weight = if belongs_to_many(same) { 60 } else { 140 };
        return scales.sign(Sign::Email, weight);
    }
    let near = |email: &&&str| other.emails.iter().any(|have| nearly_one_address(email, have));
    if one.emails.iter().any(|email| near(&email)) {
        return scales.sign(Sign::LikeEmail, 95);
    }
    if one.domains.iter().any(|domain| other.domains.contains(domain)) {
        return scales.sign(Sign::Domain, 25);
    }
    scales.put(-6);
}

/// An address that a whole company reads.
fn belongs_to_many(email: &str) -> bool {
    const MANY: [&str; 22] = [
        "info",
        "office",
        "mail",
        "post",
        "contact",
        "kontakt",
        "sales",
        "salg",
        "support",
        "hello",
        "hej",
        "admin",
        "bilgi",
        "iletisim",
        "satis",
        "butik",
        "reception",
        "team",
        "service",
        "invoice",
        "faktura",
        "noreply",
    ];
    MANY.contains(&email.split('@').next().unwrap_or_default())
}

fn phones(scales: &mut Scales, one: &Parts, other: &Parts, same: i32) {
    if one.phones.is_empty() || other.phones.is_empty() {
        return;
    }
    if one.phones.iter().any(|phone| other.phones.contains(phone)) {
        scales.sign(Sign::Phone, same);
    } else if one.phones.iter().any(|phone| other.phones.iter().any(|have| nearly_one_number(phone, have))) {
        scales.sign(Sign::LikePhone, 75);
    } else {
        scales.put(-8);
    }
}

fn places(scales: &mut Scales, one: &Parts, other: &Parts, same: i32) {
    let pairs = one.places.iter().flat_map(|place| other.places.iter().map(move |have| (place, have)));
    let Some(best) = pairs.map(|(one, other)| alike(one, other)).max() else { return };
    match best {
        Roof::Same => scales.sign(Sign::Address, same),
        Roof::Near => scales.sign(Sign::LikeAddress, same - 20),
        Roof::Town => scales.put(4),
        Roof::Other => scales.put(-12),
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Roof {
    Other,
    Town,
    Near,
    Same,
}

fn alike(one: &Place, other: &Place) -> Roof {
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
        Likeness::Distant if town && number && !number_is_empty(one) => Roof::Near,
        _ if town => Roof::Town,
        _ => Roof::Other,
    }
}

fn number_is_empty(place: &Place) -> bool {
    place.number.is_empty()
}

fn birthdays(scales: &mut Scales, one: Day, other: Day) {
    let unknown = one.year == 0 || other.year == 0;
    let same_day = (one.month, one.day) == (other.month, other.day);
    let turned = (one.month, one.day) == (other.day, other.month);
    let parts = [one.year == other.year, one.month == other.month, one.day == other.day]
        .iter()
        .filter(|same| **same)
        .count();
    match () {
        () if same_day && one.year == other.year => scales.sign(Sign::Birthday, 120),
        () if same_day && unknown => scales.sign(Sign::Birthday, 70),
        () if turned && (unknown || one.year == other.year) => scales.sign(Sign::LikeBirthday, 85),
        () if parts == 2 => scales.sign(Sign::LikeBirthday, 45),
        () if one.year.abs_diff(other.year) > 14 && !unknown => scales.put(-110),
        () => scales.put(-70),
    }
}

fn firm(scales: &mut Scales, one: &Parts, other: &Parts) -> Option<()> {
    let name = firm_names(&one.name, &other.name);
    match name {
        Firm::Same => scales.sign(Sign::Name, 0),
        Firm::Near => scales.sign(Sign::LikeName, -10),
        Firm::Part => scales.sign(Sign::PartOfName, -30),
        Firm::Other => scales.put(-90),
    }
    let shared = one.numbers.iter().any(|number| other.numbers.contains(number));
    match (one.numbers.first(), other.numbers.first()) {
        _ if shared => scales.sign(Sign::Number, 110),
        (Some(one), Some(other)) if nearly_one_number(one, other) => scales.put(30),
        (Some(_), Some(_)) => scales.put(-80),
        _ => {}
    }
    if one.domains.iter().any(|domain| other.domains.contains(domain)) {
        scales.sign(Sign::Domain, 75);
    } else if !one.domains.is_empty() && !other.domains.is_empty() {
        scales.put(-35);
    }
    if let Some(same) = one.emails.iter().find(|email| other.emails.contains(email)) {
        scales.sign(
            Sign::Email,
            if one.domains.iter().any(|domain| same.ends_with(*domain)) { 10 } else { 80 },
        );
    }
    phones(scales, one, other, 75);
    places(scales, one, other, 65);
    Some(())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Firm {
    Same,
    Near,
    Part,
    Other,
}

fn firm_names(one: &[&str], other: &[&str]) -> Firm {
    let (first, second) = (one.concat(), other.concat());
    match likeness(&first, &second) {
        Likeness::Same => return Firm::Same,
        Likeness::Near | Likeness::Distant => return Firm::Near,
        Likeness::Different => {}
    }
    let (fewer, more) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let found =
        fewer.iter().filter(|word| more.iter().any(|have| likeness(word, have) >= Likeness::Near)).count();
    match (found, fewer.len(), more.len()) {
        (found, fewer, more) if found == fewer && found == more => Firm::Near,
        (found, fewer, _) if found == fewer && found >= 2 => Firm::Part,
        _ => Firm::Other,
    }
}

#[cfg(test)]
mod tests;
