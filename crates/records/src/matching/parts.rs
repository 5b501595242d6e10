//! A profile taken apart for comparing: borrowed, so that taking it apart costs next to nothing.

use super::{
    nicknames,
    profile::{ENTRY, GROUP, PART},
};

#[derive(Debug, Default)]
pub(super) struct Parts<'p> {
    pub(super) given: Vec<&'p str>,
    pub(super) middle: Vec<&'p str>,
    /// What else somebody of the first given name is called: see [`nicknames::groups`].
    pub(super) called: &'static [u16],
    pub(super) family: Vec<&'p str>,
    /// Of a company or household, without legal form.
    pub(super) name: Vec<&'p str>,
    pub(super) emails: Vec<&'p str>,
    pub(super) phones: Vec<&'p str>,
    pub(super) places: Vec<Place<'p>>,
    pub(super) domains: Vec<&'p str>,
    pub(super) birthday: Option<Day>,
    pub(super) numbers: Vec<&'p str>,
    /// What somebody does for a living, folded; empty when unknown.
    pub(super) job: &'p str,
    /// Where somebody works: the id of its card; empty when unknown.
    pub(super) company: &'p str,
}

#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Place<'p> {
    pub(super) street: &'p str,
    pub(super) number: &'p str,
    pub(super) postal_code: &'p str,
    pub(super) city: &'p str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    /// 0 when unknown.
    pub(super) year: u16,
    pub(super) month: u8,
    pub(super) day: u8,
}

impl<'p> Parts<'p> {
    pub(super) fn read(text: &'p str) -> Parts<'p> {
        let mut groups = text.split(GROUP);
        let mut next = || -> Vec<&'p str> {
            match groups.next() {
                None | Some("") => Vec::new(),
                Some(group) => group.split(ENTRY).collect(),
            }
        };
        let given = next();
        Parts {
            called: given.first().map_or(&[], |name| nicknames::groups(name)),
            given,
            middle: next(),
            family: next(),
            name: next(),
            emails: next(),
            phones: next(),
            places: next().into_iter().map(place).collect(),
            domains: next(),
            birthday: next().first().and_then(|day| read_day(day)),
            numbers: next(),
            job: next().first().copied().unwrap_or_default(),
            company: next().first().copied().unwrap_or_default(),
        }
    }

    /// Has the name of a person.
    pub(super) fn is_person(&self) -> bool {
        self.name.is_empty()
    }
}

fn place(entry: &str) -> Place<'_> {
    let mut parts = entry.split(PART);
    let mut next = || parts.next().unwrap_or_default();
    Place { street: next(), number: next(), postal_code: next(), city: next() }
}

fn read_day(text: &str) -> Option<Day> {
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    Some(Day { year, month, day: parts.next()?.parse().ok()? })
}

/// Two numbers of one length of which one digit is another, or two next to each other stand the wrong way round.
pub(super) fn nearly_one_number(one: &str, other: &str) -> bool {
    one.len() == other.len() && one != other && super::likeness::one_slip(one, other)
}

/// Two addresses for mail at one provider, one slip apart; a number that differs belongs to somebody else.
pub(super) fn nearly_one_address(one: &str, other: &str) -> bool {
    let (Some((one, here)), Some((other, there))) = (one.split_once('@'), other.split_once('@')) else {
        return false;
    };
    let digits = |local: &str| local.chars().filter(char::is_ascii_digit).collect::<String>();
    here == there && one != other && digits(one) == digits(other) && super::likeness::one_slip(one, other)
}
