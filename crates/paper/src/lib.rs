//! Printed matter: a template and its data become a PDF, or pictures of its pages, through typst. Data goes in as JSON,
//! so that a text stays a text whatever is written in it; a template reaches no file and no network.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod desk;
mod fault;
mod fonts;
mod letters;
mod press;

pub use fault::{Fault, Mistake};
pub use letters::{MissingLetters, missing_letters};
pub use press::{Document, pdf, pdf_in_parts, pictures, try_out};

/// What a template prints, under the name `data`.
pub type Json = serde_json::Value;
