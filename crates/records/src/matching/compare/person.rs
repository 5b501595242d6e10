//! Weighing two people. The given name decides first: who is called altogether otherwise is somebody else, however much
//! the two share, for households and colleagues share much.

use super::{EXACT, Phone, Roof, Scales, phones, roofs};
use crate::matching::{
    likeness::{Likeness, likeness, one_slip, slips},
    nicknames, normal,
    parts::{Day, Parts, nearly_one_address},
    sign::Sign,
    spellings::Spellings,
};

/// By how many of address for mail, phone, roof and birthday agree, and by how many do not.
const AGREE: [i32; 4] = [0, 59, 45, 30];
const CONTRADICT: [i32; 4] = [0, -7, -16, -28];
/// Where the scale begins.
const START: i32 = -21;

/// `None` when the given names are other people's.
pub(super) fn weigh(scales: &mut Scales, one: &Parts, other: &Parts, spellings: &Spellings) -> Option<()> {
    scales.put(START);
    let names = Names::of(one, other)?;
    names.weigh(scales);
    middles(scales, &one.middle, &other.middle);
    mails(scales, one, other);
    match phones(one, other) {
        Phone::Unknown => {}
        Phone::Different => scales.contradict(-15),
        Phone::Like => scales.agree(Sign::LikePhone, 31),
        Phone::Same => scales.agree(Sign::Phone, 31),
    }
    let roof = roofs(one, other);
    match roof {
        None => {}
        Some(Roof::Other) => scales.contradict(-9),
        Some(Roof::Town) => scales.contradict(-6),
        Some(Roof::Near) => scales.agree(Sign::LikeAddress, 14),
        Some(Roof::Same) => scales.agree(Sign::Address, 14),
    }
    let born = births(one.birthday, other.birthday);
    match born {
        Born::Unknown => {}
        Born::Different => scales.contradict(-33),
        Born::Generation => scales.contradict(-42),
        Born::Nearly => scales.agree(Sign::LikeBirthday, 4),
        Born::Turned => scales.agree(Sign::LikeBirthday, 9),
        Born::Same => scales.agree(Sign::Birthday, 51),
    }
    if names.family <= Family::Loose && scales.agree > 0 && (told(one, other) || told(other, one)) {
        scales.put(19);
    }
    jobs(scales, one.job, other.job);
    companies(scales, one.company, other.company);
    scales.together(AGREE, CONTRADICT);
    doubts(scales, &names, born, roof >= Some(Roof::Near));
    // A couple has one phone and one address for mail, but hardly one birthday.
    let proofs = [(Sign::Email, 1), (Sign::Phone, 1), (Sign::Birthday, 2)];
    let proofs: usize =
        proofs.iter().filter(|(sign, _)| scales.signs.has(*sign)).map(|(_, weight)| weight).sum();
    if proofs < names.proofs_needed(one, other, spellings) {
        scales.score = scales.score.min(EXACT - 1);
    }
    Some(())
}

/// What is believed only together with something else.
fn doubts(scales: &mut Scales, names: &Names, born: Born, one_roof: bool) {
    let own =
        [Sign::Email, Sign::LikeEmail, Sign::Phone, Sign::LikePhone, Sign::Birthday, Sign::LikeBirthday];
    let own = own.iter().any(|sign| scales.signs.has(*sign));
    if names.given == Given::Loose || names.family <= Family::Loose {
        scales.put([-35, -16, 0, 0][scales.agree.min(3)]);
    }
    // Who else lives there.
    if names.family == Family::Different && !own {
        scales.put(-11);
    }
    // Namesakes have a middle name in common too.
    if scales.agree == 0 {
        scales.score = scales.score.min(EXACT - 1);
    }
    // Parent and child of one name share a roof, a phone and more: born on other days, they are never surely the same.
    if matches!(born, Born::Different | Born::Generation) {
        scales.put(if one_roof { -16 } else { 0 });
        scales.score = scales.score.min(EXACT - 1);
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Given {
    Different,
    Loose,
    Missing,
    Initial,
    Distant,
    Nickname,
    Near,
    Same,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Family {
    Different,
    Loose,
    Missing,
    Distant,
    /// One is a part of the other: a double name.
    Part,
    Near,
    Same,
}

struct Names {
    given: Given,
    family: Family,
    swapped: bool,
}

impl Names {
    fn of(one: &Parts, other: &Parts) -> Option<Names> {
        let nickname = || nicknames::same_person(one.called, other.called);
        let as_written = given(&one.given, &other.given, nickname);
        // Who compares a million of them looks at the first letters first.
        let turned = match as_written != Given::Same && may_be_swapped(one, other) {
            true => given(&one.given, &other.family, || false),
            false => Given::Different,
        };
        if as_written == Given::Different && turned < Given::Initial {
            return None;
        }
        let straight = (as_written, family(&one.family, &other.family));
        let crossed = match turned {
            Given::Different => (turned, Family::Different),
            _ => (turned, family(&one.family, &other.given)),
        };
        let likeness = |(given, family): (Given, Family)| given as u8 + family as u8;
        let swapped = likeness(crossed) > likeness(straight)
            && crossed.0 >= Given::Initial
            && crossed.1 >= Family::Distant
            && (crossed.0 >= Given::Near || crossed.1 >= Family::Part);
        let (given, family) = if swapped { crossed } else { straight };
        (given != Given::Different).then_some(Names { given, family, swapped })
    }

    /// How many of address for mail, phone and birthday, which counts for two, must be the very same before cards of these names
    /// are surely one. A name that hardly anybody has beside one that many have is a slip, and as good as the same. What is only like says nothing of its own where the names are only like: colleagues have numbers in a row,
    /// and addresses of their names. Short names (Yang and Wang) and ends of given names (Åge and Åse, Ivan and Ivana) are other
    /// people's more often than slips.
    fn proofs_needed(&self, one: &Parts, other: &Parts, spellings: &Spellings) -> usize {
        let (given, family) =
            if self.swapped { (&other.family, &other.given) } else { (&other.given, &other.family) };
        let (given, family) = (first_two(&one.given, given), first_two(&one.family, family));
        let slip =
            |names: Option<(&str, &str)>| names.is_some_and(|(one, other)| spellings.is_slip(one, other));
        let given_kept =
            matches!(self.given, Given::Same | Given::Nickname | Given::Initial | Given::Missing)
                || self.given >= Given::Distant && slip(given);
        let family_kept = matches!(self.family, Family::Same | Family::Part | Family::Missing)
            || self.family >= Family::Distant && slip(family);
        let short = |one: &str, other: &str| one.len().min(other.len()) < 5;
        let given_delicate = !given_kept
            && !self.swapped
            && given.is_some_and(|(one, other)| short(one, other) || ends_otherwise(one, other));
        let family_delicate = !family_kept
            && self.family >= Family::Distant
            && family.is_some_and(|(one, other)| short(one, other));
        match (given_kept && family_kept, given_delicate || family_delicate) {
            (true, _) => 0,
            (false, false) => 1,
            (false, true) => 2,
        }
    }

    fn weigh(&self, scales: &mut Scales) {
        scales.put(match self.given {
            Given::Same | Given::Near | Given::Missing | Given::Different => 0,
            Given::Nickname => 6,
            Given::Initial => -8,
            Given::Distant => -21,
            Given::Loose => -24,
        });
        scales.put(match self.family {
            Family::Same | Family::Missing => 0,
            Family::Part => 7,
            Family::Near | Family::Loose => 4,
            Family::Distant => -17,
            Family::Different => -24,
        });
        match (self.given, self.family) {
            _ if self.swapped => scales.sign(Sign::Swapped, 10),
            (Given::Nickname, _) => scales.sign(Sign::Nickname, 0),
            (Given::Initial, _) => scales.sign(Sign::Initial, 0),
            (Given::Same, Family::Same) => scales.sign(Sign::Name, 0),
            (_, Family::Part) => scales.sign(Sign::PartOfName, 0),
            (_, family) if family >= Family::Distant => scales.sign(Sign::LikeName, 0),
            _ => {}
        }
    }
}

fn may_be_swapped(one: &Parts, other: &Parts) -> bool {
    let first = |names: &[&str]| names.first().and_then(|name| name.bytes().next());
    first(&one.given) == first(&other.family) || first(&one.family) == first(&other.given)
}

fn given(one: &[&str], other: &[&str], nickname: impl Fn() -> bool) -> Given {
    let (Some(first), Some(second)) = (one.first(), other.first()) else { return Given::Missing };
    let initial = |short: &str, long: &str| short.len() == 1 && long.starts_with(short);
    match likeness(first, second) {
        Likeness::Same => Given::Same,
        Likeness::Near => Given::Near,
        _ if nickname() => Given::Nickname,
        Likeness::Distant => Given::Distant,
        _ if initial(first, second) || initial(second, first) => Given::Initial,
        // "Xiao Ming" and "Xiaoming", "Anna Maria" and "Maria".
        _ if one.len() + other.len() > 2 && one.concat() == other.concat() => Given::Same,
        _ if one.len() + other.len() > 2 && (one.contains(second) || other.contains(first)) => Given::Near,
        _ if roughly(first, second) => Given::Distant,
        Likeness::Loose => Given::Loose,
        Likeness::Different => Given::Different,
    }
}

fn first_two<'a>(one: &[&'a str], other: &[&'a str]) -> Option<(&'a str, &'a str)> {
    one.first().copied().zip(other.first().copied())
}

/// Alike but for the last letter or two.
fn ends_otherwise(one: &str, other: &str) -> bool {
    let same = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    one != other && one.len().max(other.len()) - same <= 2
}

/// Two slips in a short name, or a longer form of it.
fn roughly(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short.len() > 1
        && short.chars().next() == long.chars().next()
        && (long.starts_with(short) || strsim::jaro_winkler(one, other) >= 0.85)
}

fn family(one: &[&str], other: &[&str]) -> Family {
    if one.is_empty() || other.is_empty() {
        return Family::Missing;
    }
    let alike = |word: &&str| other.iter().any(|have| likeness(word, have) >= Likeness::Near);
    let shares = || one.iter().any(|word| word.len() > 2 && alike(word));
    match likeness(&one.concat(), &other.concat()) {
        Likeness::Same => Family::Same,
        Likeness::Near => Family::Near,
        _ if one.len() != other.len() && shares() => Family::Part,
        Likeness::Distant => Family::Distant,
        Likeness::Loose => Family::Loose,
        Likeness::Different => Family::Different,
    }
}

fn middles(scales: &mut Scales, one: &[&str], other: &[&str]) {
    match (one.first(), other.first()) {
        (None, None) => {}
        (Some(first), Some(second)) => match likeness(first, second) {
            Likeness::Same => scales.put(57),
            Likeness::Near | Likeness::Distant => scales.put(-2),
            _ if first.len() == 1 || second.len() == 1 => scales.put(-18),
            _ => scales.put(-39),
        },
        _ => scales.put(-18),
    }
}

/// How two addresses for mail are alike, the least first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mail {
    Different,
    /// Of one company.
    Domain,
    /// A few letters apart, at one provider.
    Loose,
    /// A slip in a number: as likely somebody else's.
    Numbered,
    /// The same before the @, with a number, at another provider.
    Moved,
    /// The same, but a whole company reads it.
    Office,
    Slip,
    Same,
}

fn mails(scales: &mut Scales, one: &Parts, other: &Parts) {
    let pairs = one.emails.iter().flat_map(|mail| other.emails.iter().map(move |have| mail_of(mail, have)));
    let Some(mut best) = pairs.max() else { return };
    if best == Mail::Different && one.domains.iter().any(|domain| other.domains.contains(domain)) {
        best = Mail::Domain;
    }
    match best {
        Mail::Different => scales.contradict(-15),
        Mail::Domain => {
            scales.signs.add(Sign::Domain);
            scales.contradict(-7);
        }
        Mail::Loose => scales.put(0),
        Mail::Numbered => scales.agree(Sign::LikeEmail, 2),
        Mail::Moved => scales.agree(Sign::LikeEmail, -4),
        Mail::Office => scales.agree(Sign::Email, 14),
        Mail::Slip => scales.agree(Sign::LikeEmail, 36),
        Mail::Same => scales.agree(Sign::Email, 39),
    }
}

fn mail_of(one: &str, other: &str) -> Mail {
    if one == other {
        return if belongs_to_many(one) { Mail::Office } else { Mail::Same };
    }
    let (Some((mine, here)), Some((theirs, there))) = (one.split_once('@'), other.split_once('@')) else {
        return Mail::Different;
    };
    let digits = |local: &str| local.chars().filter(char::is_ascii_digit).collect::<String>();
    match here == there {
        true if nearly_one_address(one, other) => Mail::Slip,
        true if one_slip(mine, theirs) => Mail::Numbered,
        true if digits(mine) == digits(theirs) && slips(mine, theirs) <= 3 => Mail::Loose,
        false if mine == theirs && digits(mine).len() > 1 => Mail::Moved,
        _ => Mail::Different,
    }
}

/// An address that a whole company reads.
fn belongs_to_many(email: &str) -> bool {
    const MANY: &str = "info office mail post contact kontakt sales salg support hello hej admin bilgi iletisim satis \
        butik reception team service invoice faktura noreply";
    let local = email.split('@').next().unwrap_or_default();
    MANY.split(' ').any(|known| known == local)
}

/// An address for mail of one tells the family name of the other, who is called otherwise by now.
fn told(one: &Parts, other: &Parts) -> bool {
    let (own, family) = (one.family.concat(), other.family.concat());
    let words = |mail: &&&str| {
        let local = mail.split('@').next().unwrap_or_default();
        let tells = |word: &str| normal::words(word).concat().contains(&family);
        local.split(|c: char| !c.is_alphabetic()).any(tells)
    };
    family.len() >= 3 && own != family && one.emails.iter().any(|mail| words(&mail))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Born {
    Unknown,
    Different,
    Generation,
    /// Two of day, month and year are the same.
    Nearly,
    /// Day and month stand in each other's place.
    Turned,
    Same,
}

fn births(one: Option<Day>, other: Option<Day>) -> Born {
    let (Some(one), Some(other)) = (one, other) else { return Born::Unknown };
    let unknown = one.year == 0 || other.year == 0;
    let years = unknown || one.year == other.year;
    let same = [one.year == other.year, one.month == other.month, one.day == other.day];
    match () {
        () if years && (one.month, one.day) == (other.month, other.day) => Born::Same,
        () if years && (one.month, one.day) == (other.day, other.month) => Born::Turned,
        () if same.iter().filter(|same| **same).count() == 2 => Born::Nearly,
        () if one.year.abs_diff(other.year) > 14 && !unknown => Born::Generation,
        () => Born::Different,
    }
}

/// Colleagues are many, and some go elsewhere; but namesakes seldom work at one company.
fn companies(scales: &mut Scales, one: &str, other: &str) {
    match (one, other) {
        ("", _) | (_, "") => {}
        (one, other) if one == other => scales.agree(Sign::Company, 30),
        _ => scales.put(-8),
    }
}

/// A job is kept by most and shared by many.
fn jobs(scales: &mut Scales, one: &str, other: &str) {
    if !one.is_empty() && !other.is_empty() {
        scales.put(if one == other { 12 } else { -12 });
    }
}
