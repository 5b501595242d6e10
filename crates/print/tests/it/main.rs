//! Printing through its front door: what comes out as PDF, who is left out, and what is kept of it.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod labels;
mod letters;
mod many;
mod templates;
mod texts;

use kernel::Id;
use records::Json;
use serde_json::json;
use testbed::{Answer, Testbed};

/// An address of a label.
fn address(label: &str, street: &str, code: &str, city: &str, country: &str) -> Json {
    json!({ "label": label, "street": street, "postal_code": code, "city": city, "country": country })
}

/// A person who lives somewhere.
fn person(bed: &Testbed, name: &str, street: &str) -> Id {
    bed.person(name).with("addresses", json!([address("home", street, "2900", "Hellerup", "")])).save()
}

/// The text of a PDF without its spaces, which no PDF has for certain: see [`has`].
fn text(answer: &Answer) -> String {
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.header("content-type"), "application/pdf");
    let text = pdf_extract::extract_text_from_mem(&answer.body).expect("a PDF");
    text.split_whitespace().collect()
}

/// Whether a PDF's text has this.
fn has(text: &str, wanted: &str) -> bool {
    text.contains(&wanted.split_whitespace().collect::<String>())
}

/// How many pages a PDF has.
fn pages(answer: &Answer) -> usize {
    pdf_extract::Document::load_mem(&answer.body).expect("a PDF").get_pages().len()
}
