//! From an order to a PDF, in three steps that a page and a job take alike: read who it is for, put the data together,
//! and have it printed outside any transaction.

use std::{collections::HashMap, time::Duration};

use identity::{members, workspaces};
use kernel::{Cx, Error, Result, Text};
use paper::{Document, Fault, MissingLetters};
use records::{field::Reading, layout};

use crate::{
    letter::Sent,
    matter::{self, Matter, Office},
    order::{Order, What},
    recipients::{Found, LeftOut},
    template::{self, Kind, Template},
    values::Writer,
    wording::{Parsed, Wording},
};

/// The setting that holds the sender's lines.
const SENDER: &str = "print_sender";
/// A page may take so long.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// A template that is being written may take so long for a few examples.
pub const PATIENCE_OF_A_TRIAL: Duration = Duration::from_secs(5);
/// A job may take so long: tens of thousands of pieces.
pub const PATIENCE_OF_A_JOB: Duration = Duration::from_secs(300);

/// The templates of an order.
pub struct Templates {
    pub layout: Template,
    /// Of a letter.
    pub wording: Option<Template>,
    pub parsed: Parsed,
}

/// The templates that an order uses. A wording that is wrong is refused with its mistake.
pub fn templates(cx: &Cx, order: &Order) -> Result<Templates> {
    let layout = template::layout(cx, order.what)?;
    if order.what != What::Letters {
        return Ok(Templates { layout, wording: None, parsed: Parsed::default() });
    }
    let all = template::all(cx)?;
    let mut wordings = all.into_iter().filter(|template| template.kind == Kind::Wording);
    let first = wordings.next().ok_or(Error::NotFound)?;
    let wording = if first.key == order.template {
        first
    } else {
        wordings.find(|other| other.key == order.template).unwrap_or(first)
    };
    let parsed = Wording::read(&wording.source).parsed();
    let parsed = parsed.map_err(|mistake| Error::Conflict(mistake.wrong.text))?;
    Ok(Templates { layout, wording: Some(wording), parsed })
}

/// The lines of the sender: as the workspace wrote them, else its name.
pub fn sender(cx: &Cx) -> Result<Vec<String>> {
    let kept: Option<String> = workspaces::setting(cx, SENDER)?;
    let lines = kept.unwrap_or_default();
    let lines: Vec<String> =
        lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    if lines.is_empty() { Ok(vec![workspaces::find(cx)?.name]) } else { Ok(lines) }
}

/// Keeps the sender's lines.
pub fn set_sender(tx: &mut kernel::Tx, lines: &str) -> Result<()> {
    workspaces::set_setting(tx, SENDER, &lines.trim())
}

/// Who sends it and how it reads.
pub fn office(cx: &Cx, reading: &Reading, found: &Found) -> Result<Office> {
    let workspace = workspaces::find(cx)?;
    let names = members::names(cx)?;
    let me = cx.actor().user().and_then(|user| names.get(&user)).cloned().unwrap_or_default();
    let mut layouts = HashMap::new();
    for recipient in &found.recipients {
        let object = &recipient.record.object;
        if !layouts.contains_key(object.key) {
            layouts.insert(object.key, layout::of_actor(cx, object)?);
        }
    }
    Ok(Office {
        layouts,
        country: workspace.country,
        language: workspace.language,
        sender: sender(cx)?,
        writer: Writer::new(me, workspace.name, reading, found.titles.clone()),
    })
}

/// An order with everything read, ready for the press.
pub struct Ready {
    pub source: String,
    pub matter: Matter,
    /// All who are left out, whatever the reason.
    pub left_out: Vec<LeftOut>,
    pub pieces: usize,
    /// The letters to be kept on the timelines once they are printed.
    pub sent: Vec<Sent>,
    /// What the letters' template is called; empty for the product's own.
    pub template: String,
}

/// Puts together what was found.
pub fn ready(cx: &Cx, order: &Order, reading: &Reading, templates: Templates, found: Found) -> Result<Ready> {
    let office = office(cx, reading, &found)?;
    let mut matter = matter::matter(order, &office, &found.recipients, &templates.parsed, reading);
    let mut left_out = found.left_out;
    left_out.append(&mut matter.left_out);
    let sent = match order.what {
        What::Letters => sent(&matter, &found.recipients),
        _ => Vec::new(),
    };
    Ok(Ready {
        source: templates.layout.source,
        pieces: matter.kept.len(),
        matter,
        left_out,
        sent,
        template: templates.wording.map(|wording| title(reading, &wording)).unwrap_or_default(),
    })
}

/// What a template is called.
pub fn title(reading: &Reading, template: &Template) -> String {
    match template.name.as_str() {
        "" => reading.locale.t(&format!("print-template-{}", template.key)).into_owned(),
        own => own.to_owned(),
    }
}

fn sent(matter: &Matter, recipients: &[crate::recipients::Recipient]) -> Vec<Sent> {
    let subjects = matter.data["pieces"].as_array().into_iter().flatten();
    let subjects = subjects.map(|piece| piece["subject"].as_str().unwrap_or_default().to_owned());
    let cards = matter.kept.iter().filter_map(|at| recipients.get(*at));
    cards
        .zip(subjects)
        .map(|(recipient, subject)| Sent { about: recipient.record.reference(), subject })
        .collect()
}

impl Ready {
    /// What of it no font has.
    pub fn missing_letters(&self) -> Vec<MissingLetters> {
        paper::missing_letters(&self.matter.data)
    }

    pub fn print(&mut self, within: Duration) -> Result<Document, Fault> {
        paper::pdf_in_parts(&self.source, self.matter.take(), within)
    }

    /// The first page as a picture.
    pub fn picture(&mut self, within: Duration) -> Result<String, Fault> {
        let pages = paper::pictures(&self.source, std::mem::take(&mut self.matter.data), 1, within)?;
        pages.into_iter().next().ok_or_else(|| Fault::Broken("no page".to_owned()))
    }
}

/// A fault as its reader is told.
pub fn told(fault: &Fault) -> Text {
    match fault {
        Fault::Template(mistakes) => {
            let first = mistakes.first();
            let message = first.map(|mistake| mistake.message.clone()).unwrap_or_default();
            match first.and_then(|mistake| mistake.line) {
                Some(line) => Text::new("print-fault-line").with("line", line).with("message", message),
                None => Text::new("print-fault-template").with("message", message),
            }
        }
        Fault::TooLong => Text::new("print-fault-too-long"),
        Fault::Busy => Text::new("print-fault-busy"),
        Fault::Broken(_) => Text::new("print-fault-broken"),
    }
}
