//! The data that a template prints, as JSON, from those it is for. Each kind of printed matter has its shape, which
//! the template of that kind describes at its head.

mod cards;
mod letters;

use std::collections::HashMap;

use kernel::{Country, Language};
use locale::address::{self, Addressee, Sender};
use records::{field::Reading, layout::Layout};
use serde_json::json;

use crate::{
    order::{Order, What},
    recipients::{LeftOut, Recipient},
    values::Writer,
    wording::Parsed,
};

/// What is known beside the recipients.
pub struct Office {
    pub country: Country,
    pub language: Language,
    /// The lines of the sender, the name first.
    pub sender: Vec<String>,
    pub writer: Writer,
    /// How the cards of each object are laid out for whoever prints them.
    pub layouts: HashMap<&'static str, Layout>,
}

impl Office {
    fn sender(&self) -> Sender {
        Sender { country: self.country, language: self.language }
    }

    /// The lines to print for somebody.
    pub fn lines(&self, recipient: &Recipient) -> Vec<String> {
        let names = recipient.names();
        let addressee =
            Addressee { names: &names, organisation: &recipient.organisation, address: &recipient.address };
        address::lines(&addressee, self.sender())
    }
}

/// What is ready to be printed.
#[derive(Debug)]
pub struct Matter {
    pub data: paper::Json,
    /// Which of the data has a page for each, where there is such.
    pages: Option<&'static str>,
    /// Those whose letter lacks a field.
    pub left_out: Vec<LeftOut>,
    /// Those it is for: by their positions among the recipients.
    pub kept: Vec<usize>,
}

/// Puts the data together. A letter needs its wording.
pub fn matter(
    order: &Order,
    office: &Office,
    recipients: &[Recipient],
    wording: &Parsed,
    reading: &Reading,
) -> Matter {
    let mut kept: Vec<usize> = (0..recipients.len()).collect();
    let mut left_out = Vec::new();
    let mut data = match order.what {
        What::Labels => labels(order, office, recipients),
        What::Envelopes => envelopes(order, office, recipients),
        What::Letters => {
            let letters = letters::letters(office, recipients, wording);
            kept = letters.kept;
            left_out = letters.left_out;
            letters.data
        }
        What::IndexCards | What::Cards => cards::cards(recipients, office),
        What::CallList => cards::call_list(recipients, &office.writer),
    };
    let (width, height) = match order.what {
        What::Labels => order.sheet.paper.size(),
        What::Envelopes => (order.envelope.width, order.envelope.height),
        _ => Order::paper(office.country.code()).size(),
    };
    data["paper"] = json!({ "width": width, "height": height });
    data["language"] = reading.locale.language().code().into();
    data["today"] = reading.locale.date_long(reading.today).into();
    data["texts"] = texts(reading);
    let pages = match order.what {
        What::Labels => Some("sheets"),
        What::Envelopes => Some("pieces"),
        _ => None,
    };
    Matter { data, pages, left_out, kept }
}

/// The words that templates print of themselves.
pub(crate) fn texts(reading: &Reading) -> paper::Json {
    let keys = ["print-phone", "print-last-talk", "print-notes", "print-printed-on"];
    let text = |key: &&str| (key.trim_start_matches("print-").to_owned(), reading.locale.t(key).into());
    paper::Json::Object(keys.iter().map(text).collect())
}

/// Sheets and envelopes of one part.
const TOGETHER: usize = 100;

impl Matter {
    /// Takes the data in stretches of whole pages, as far as each of its pieces has a page of its own.
    pub(crate) fn take(&mut self) -> Vec<paper::Json> {
        let mut data = std::mem::take(&mut self.data);
        let Some(pages) = self.pages else { return vec![data] };
        let paper::Json::Array(all) = data[pages].take() else { return vec![data] };
        let part = |stretch: &[paper::Json]| {
            let mut part = data.clone();
            part[pages] = stretch.into();
            part
        };
        all.chunks(TOGETHER).map(part).collect()
    }
}

/// Sheets of labels; those before the first that is used are `null`.
fn labels(order: &Order, office: &Office, recipients: &[Recipient]) -> paper::Json {
    let used = (0..order.start).map(|_| paper::Json::Null);
    let labels: Vec<paper::Json> =
        used.chain(recipients.iter().map(|recipient| json!({ "lines": office.lines(recipient) }))).collect();
    let sheets: Vec<&[paper::Json]> = labels.chunks(order.sheet.labels()).collect();
    json!({ "sheet": order.sheet, "sheets": sheets })
}

fn envelopes(order: &Order, office: &Office, recipients: &[Recipient]) -> paper::Json {
    let pieces: Vec<paper::Json> =
        recipients.iter().map(|recipient| json!({ "lines": office.lines(recipient) })).collect();
    json!({ "envelope": order.envelope.name, "sender": office.sender, "pieces": pieces })
}
