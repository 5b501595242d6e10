//! Printing through its front door: what comes out as PDF, who is left out, and what is kept of it.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod labels;
mod letters;
mod many;
mod own_fields;
mod templates;

use kernel::Id;
use records::Json;
use serde_json::json;
use testbed::{Answer, Pdf, Testbed};

/// An address of a label.
fn address(label: &str, street: &str, code: &str, city: &str, country: &str) -> Json {
    json!({ "label": label, "street": street, "postal_code": code, "city": city, "country": country })
}

/// A person who lives somewhere.
fn person(bed: &Testbed, name: &str, street: &str) -> Id {
    bed.person(name).with("addresses", json!([address("home", street, "2900", "Hellerup", "")])).save()
}

/// What was printed.
fn printed(answer: &Answer) -> Pdf {
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.header("content-type"), "application/pdf");
    Pdf::read(&answer.body)
}
