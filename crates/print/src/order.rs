//! What somebody wants printed: which cards, as what, and how. It is what the page's address holds, what its form
//! sends, and what a job keeps.

use std::sync::Arc;

use kernel::{Cx, Id, Result};
use records::{Filter, Object, Query, Sort, field::addresses::LABELS, object::object};
use web::Form;

use crate::sheet::{Paper, SHEETS, Sheet};

macro_rules! keyed {
    ($(#[$about:meta])* $name:ident { $($variant:ident = $key:literal),* $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($variant),* }

        impl $name {
            pub const ALL: &[$name] = &[$($name::$variant),*];

            pub const fn key(self) -> &'static str {
                match self { $($name::$variant => $key),* }
            }

            pub fn from_key(key: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|known| known.key() == key)
            }
        }
    };
}

keyed!(
    /// The kinds of printed matter.
    What {
        Labels = "labels",
        Envelopes = "envelopes",
        Letters = "letters",
        IndexCards = "index-cards",
        CallList = "call-list",
        Cards = "cards",
    }
);

impl What {
    /// It goes through the post, so it needs an address and a card that allows letters.
    pub fn is_mail(self) -> bool {
        matches!(self, What::Labels | What::Envelopes | What::Letters)
    }

    /// The channel that it uses, in the words of a card's "do not contact".
    pub fn channel(self) -> Option<&'static str> {
        match self {
            What::Labels | What::Envelopes | What::Letters => Some("letter"),
            What::CallList => Some("phone"),
            What::IndexCards | What::Cards => None,
        }
    }
}

/// A size of envelope, in millimetres (ISO 269; #10 is 4⅛ × 9½ inches).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Envelope {
    pub key: &'static str,
    pub name: &'static str,
    pub width: f64,
    pub height: f64,
}

const fn envelope(key: &'static str, name: &'static str, width: f64, height: f64) -> Envelope {
    Envelope { key, name, width, height }
}

pub const ENVELOPES: &[Envelope] = &[
    envelope("dl", "DL", 220.0, 110.0),
    envelope("c6", "C6", 162.0, 114.0),
    envelope("c65", "C6/5", 229.0, 114.0),
    envelope("c5", "C5", 229.0, 162.0),
    envelope("c4", "C4", 324.0, 229.0),
    envelope("us-10", "US #10", 241.3, 104.775),
];

/// The cards to print for: those named, else those of the list.
#[derive(Debug, Clone)]
pub struct Selection {
    pub object: Arc<Object>,
    pub ids: Vec<Id>,
    pub query: Query,
}

/// All that is chosen.
#[derive(Debug, Clone)]
pub struct Order {
    pub selection: Selection,
    pub what: What,
    /// The key of the template; empty for the built-in one.
    pub template: String,
    pub sheet: &'static Sheet,
    /// The first label of the first sheet that is used, counted from 0.
    pub start: usize,
    /// One piece for all of a household.
    pub households: bool,
    /// Which of a card's addresses is liked best; empty for its first.
    pub address: String,
    pub envelope: &'static Envelope,
    /// As it was asked.
    pub form: Form,
}

impl Order {
    /// Reads an address or a form; what is unknown becomes what is usual in the country.
    pub fn read(cx: &Cx, form: &Form, country: &str) -> Result<Order> {
        let object = object(cx, form.text("object"))?;
        let posts = object.fields.iter().any(|field| field.kind.key() == "addresses");
        let usual = if posts { What::Labels } else { What::IndexCards };
        let american = matches!(country, "US" | "CA" | "MX");
        let sheet = Sheet::find(form.text("sheet"))
            .or_else(|| Sheet::find(if american { "avery-5160" } else { "avery-l7160" }))
            .unwrap_or(&SHEETS[0]);
        let envelope = |key: &str| ENVELOPES.iter().find(|envelope| envelope.key == key);
        let start =
            form.integer("start").and_then(|start| usize::try_from(start - 1).ok()).unwrap_or_default();
        let asked = form.text("sort");
        Ok(Order {
            selection: Selection {
                object,
                ids: form.all("id").filter_map(|id| id.parse().ok()).collect(),
                query: Query {
                    filter: Filter::parse(form.text("filter"))?,
                    words: form.text("q").to_owned(),
                    sort: asked.split(',').filter(|part| !part.is_empty()).map(Sort::parse).collect(),
                    ..Query::default()
                },
            },
            what: What::from_key(form.text("what")).filter(|what| posts || !what.is_mail()).unwrap_or(usual),
            template: form.text("template").to_owned(),
            sheet,
            start: start.min(sheet.labels() - 1),
            households: !form.has("households") || form.bool("households"),
            address: LABELS
                .iter()
                .find(|label| **label == form.text("address"))
                .map_or("", |label| *label)
                .to_owned(),
            envelope: envelope(form.text("envelope"))
                .or_else(|| envelope(if american { "us-10" } else { "dl" }))
                .unwrap_or(&ENVELOPES[0]),
            form: form.clone(),
        })
    }

    /// Whether members of a household share a piece.
    pub fn joins_households(&self) -> bool {
        self.households && matches!(self.what, What::Labels | What::Envelopes)
    }

    /// What people in the country have in their printers, after CLDR's supplemental data.
    pub fn paper(country: &str) -> Paper {
        let letter = ["US", "CA", "MX", "CL", "CO", "CR", "GT", "PA", "PH", "PR", "SV", "VE"];
        if letter.contains(&country) { Paper::UsLetter } else { Paper::A4 }
    }
}
