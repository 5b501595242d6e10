//! Why two cards may be the same: signs, kept as bits, and told in words with what is shared.

use super::{
    parts::{Parts, nearly_one_address, nearly_one_number},
    profile::Profile,
};

/// One thing that speaks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub enum Sign {
    Email = 1,
    LikeEmail = 1 << 1,
    Phone = 1 << 2,
    LikePhone = 1 << 3,
    Name = 1 << 4,
    LikeName = 1 << 5,
    Nickname = 1 << 6,
    Initial = 1 << 7,
    Swapped = 1 << 8,
    PartOfName = 1 << 9,
    Address = 1 << 10,
    LikeAddress = 1 << 11,
    Birthday = 1 << 12,
    LikeBirthday = 1 << 13,
    Domain = 1 << 14,
    Number = 1 << 15,
    Company = 1 << 16,
}

impl Sign {
    /// The strongest first: the order in which they are told.
    pub const ALL: [Sign; 17] = [
        Sign::Number,
        Sign::Email,
        Sign::Phone,
        Sign::Birthday,
        Sign::Name,
        Sign::Address,
        Sign::Company,
        Sign::Swapped,
        Sign::Nickname,
        Sign::LikeName,
        Sign::PartOfName,
        Sign::Initial,
        Sign::LikeEmail,
        Sign::LikePhone,
        Sign::LikeAddress,
        Sign::LikeBirthday,
        Sign::Domain,
    ];

    /// Its text is `duplicate-` and this.
    pub const fn key(self) -> &'static str {
        match self {
            Sign::Email => "email",
            Sign::LikeEmail => "like-email",
            Sign::Phone => "phone",
            Sign::LikePhone => "like-phone",
            Sign::Name => "name",
            Sign::LikeName => "like-name",
            Sign::Nickname => "nickname",
            Sign::Initial => "initial",
            Sign::Swapped => "swapped",
            Sign::PartOfName => "part-of-name",
            Sign::Address => "address",
            Sign::LikeAddress => "like-address",
            Sign::Birthday => "birthday",
            Sign::LikeBirthday => "like-birthday",
            Sign::Domain => "domain",
            Sign::Number => "number",
            Sign::Company => "company",
        }
    }
}

/// Several of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Signs(pub u32);

impl Signs {
    pub(super) fn add(&mut self, sign: Sign) {
        self.0 |= sign as u32;
    }

    pub fn has(self, sign: Sign) -> bool {
        self.0 & sign as u32 != 0
    }

    pub fn iter(self) -> impl Iterator<Item = Sign> {
        Sign::ALL.into_iter().filter(move |sign| self.has(*sign))
    }
}

/// A sign with what is shared, where that says more than the sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// See [`Sign::key`].
    pub key: &'static str,
    pub value: String,
}

/// The signs in words.
pub fn reasons(one: &Profile, other: &Profile, signs: Signs) -> Vec<Reason> {
    let (one, other) = (one.parts(), other.parts());
    let reason =
        |sign: Sign| Reason { key: sign.key(), value: shared(&one, &other, sign).unwrap_or_default() };
    signs.iter().map(reason).collect()
}

fn shared(one: &Parts, other: &Parts, sign: Sign) -> Option<String> {
    let both = |one: &[&str], other: &[&str], alike: fn(&str, &str) -> bool| {
        let found = one.iter().find(|value| other.iter().any(|have| alike(value, have)));
        found.map(|value| (*value).to_owned())
    };
    match sign {
        Sign::Email => both(&one.emails, &other.emails, |a, b| a == b),
        Sign::LikeEmail => both(&one.emails, &other.emails, nearly_one_address),
        Sign::Phone => both(&one.phones, &other.phones, |a, b| a == b),
        Sign::LikePhone => both(&one.phones, &other.phones, nearly_one_number),
        Sign::Domain => both(&one.domains, &other.domains, |a, b| a == b),
        Sign::Number => both(&one.numbers, &other.numbers, |a, b| a == b),
        _ => None,
    }
}
