//! Foreign file formats: text encodings, delimited text, spreadsheets, vCard and iCalendar. Bytes in, neutral values out; what
//! becomes of them (records, pages) is for the crates above.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod calendar;
pub mod delimited;
pub mod encoding;
pub mod recognise;
pub mod sniff;
pub mod spreadsheet;
pub mod vcard;
