//! Letters: the wording in each recipient's language, filled in; whoever lacks a field that it needs gets none.

use locale::merge_fields;
use serde_json::json;

use super::Office;
use crate::{
    recipients::{LeftOut, Reason, Recipient},
    wording::{self, Parsed},
};

pub(super) struct Letters {
    pub(super) data: paper::Json,
    pub(super) left_out: Vec<LeftOut>,
    pub(super) kept: Vec<usize>,
}

pub(super) fn letters(office: &Office, recipients: &[Recipient], wording: &Parsed) -> Letters {
    let mut found = Letters { data: paper::Json::Null, left_out: Vec::new(), kept: Vec::new() };
    let mut pieces = Vec::with_capacity(recipients.len());
    for (at, recipient) in recipients.iter().enumerate() {
        match letter(office, recipient, wording) {
            Ok(piece) => {
                pieces.push(piece);
                found.kept.push(at);
            }
            Err(missing) => found.left_out.push(LeftOut {
                title: recipient.members.first().map(|(_, title)| title.clone()).unwrap_or_default(),
                href: recipient.record.address(),
                reason: Reason::Missing(missing),
            }),
        }
    }
    found.data = json!({ "sender": office.sender, "pieces": pieces });
    found
}

/// One letter, or the fields that it lacks.
fn letter(office: &Office, recipient: &Recipient, wording: &Parsed) -> Result<paper::Json, Vec<String>> {
    let Some(version) = wording.in_language(&recipient.language, office.language.code()) else {
        return Ok(
            json!({ "lines": office.lines(recipient), "date": "", "subject": "", "blocks": [], "language": "" }),
        );
    };
    let value = |key: &str| office.writer.value(recipient, &version.language, key);
    let mut missing = Vec::new();
    let subject = merge_fields::fill(&version.subject, &value, &mut missing);
    let body = merge_fields::fill(&version.body, &value, &mut missing);
    if !missing.is_empty() {
        return Err(missing);
    }
    Ok(json!({
        "lines": office.lines(recipient),
        "date": value("today"),
        "subject": subject.trim(),
        "blocks": wording::blocks(&body),
        "language": version.language,
    }))
}
