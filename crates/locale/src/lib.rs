//! Languages: message catalogues, dates, numbers, money, addresses, collation and the search tokeniser.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]
#![expect(clippy::result_unit_err, reason = "reading fails in one way only: it was not understood")]

pub mod address;
mod catalogue;
pub mod collation;
mod currency;
mod dates;
mod locale;
pub mod merge_fields;
mod numbers;
mod parse_date;
mod parse_number;
mod parse_time;
pub mod places;
mod shapes;
pub mod tokens;

pub use catalogue::{Arg, format, keys, render, text};
pub use collation::sort_key;
pub use locale::Locale;
