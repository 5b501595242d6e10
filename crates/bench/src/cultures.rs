//! Words that names, companies and addresses of the generated people are made of.

mod eastern;
mod northern;

use self::{
    eastern::{BULGARIAN, CHINESE, TURKISH},
    northern::{DANISH, ENGLISH, SWEDISH},
};

/// A part of the world in which people are called alike.
pub(crate) struct Culture {
    pub(crate) given: &'static [&'static str],
    pub(crate) family: &'static [&'static str],
    /// What stands before the @ when the name itself is not written in Latin letters.
    pub(crate) mail: &'static [&'static str],
    pub(crate) trades: &'static [&'static str],
    pub(crate) form: &'static str,
    pub(crate) streets: &'static [&'static str],
    pub(crate) cities: &'static [(&'static str, &'static str)],
    pub(crate) country: &'static str,
    /// The first of its mobile numbers, in E.164 without the plus.
    pub(crate) phones: u64,
    /// How many of a hundred people belong to it.
    pub(crate) share: u64,
    /// Family name first, nothing between.
    pub(crate) eastern: bool,
}

pub(crate) const CULTURES: [Culture; 6] = [ENGLISH, DANISH, SWEDISH, TURKISH, BULGARIAN, CHINESE];
