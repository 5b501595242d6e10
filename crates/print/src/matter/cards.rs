//! Cards on paper: whole, as index cards, and as a list to call through.

use records::{Field, Record, field::Reading, layout::Layout};
use serde_json::json;

use super::Office;
use crate::{
    recipients::Recipient,
    values::{Writer, first_phone},
};

/// Each card with its fields by groups, laid out as its page is for whoever prints it.
pub(super) fn cards(recipients: &[Recipient], office: &Office) -> paper::Json {
    let reading = office.writer.reading("");
    let declared = Layout::default();
    let card = |recipient: &Recipient| {
        let record = &recipient.record;
        let layout = office.layouts.get(record.object.key).unwrap_or(&declared);
        json!({
            "title": record.title(reading),
            "kind": record.object.one_name(reading.locale.language()),
            "groups": filled_groups(record, layout, reading),
        })
    };
    json!({ "cards": recipients.iter().map(card).collect::<Vec<_>>() })
}

/// The fields that have a value, in the groups of the card's page.
fn filled_groups(record: &Record, layout: &Layout, reading: &Reading) -> paper::Json {
    let object = &record.object;
    let line = |field: &Field| {
        let value = record.show(&field.key, reading);
        let label = object.field_name(field, reading.locale.language());
        let shown = !value.is_empty() && field.key != object.title;
        shown.then(|| json!({ "label": label, "value": value }))
    };
    let mut groups: Vec<paper::Json> = Vec::new();
    for group in layout.arranged(object) {
        let fields: Vec<paper::Json> = group.fields.into_iter().filter_map(line).collect();
        if !fields.is_empty() {
            let label = if group.name.is_empty() { heading(&group.key, reading) } else { group.name };
            groups.push(json!({ "label": label, "fields": fields }));
        }
    }
    groups.into()
}

/// A heading of ours by its key, or what the workspace calls it.
fn heading(group: &str, reading: &Reading) -> String {
    let key = format!("group-{group}");
    let text = reading.locale.t(&key);
    if text == key { group.to_owned() } else { text.into_owned() }
}

/// A line each: name, what tells cards of that name apart, phones, and when somebody last talked.
pub(super) fn call_list(recipients: &[Recipient], writer: &Writer) -> paper::Json {
    let reading = writer.reading("");
    let line = |recipient: &Recipient| {
        let record = &recipient.record;
        let details = ["job_title", "company", "industry"].map(|field| record.show(field, reading));
        let detail: Vec<&str> = details.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
        let last = record.instant("last_talk_at").map(|at| {
            let zone = &reading.locale.locality().time_zone;
            reading.locale.date_short(at.in_zone(zone).date())
        });
        json!({
            "name": record.title(reading),
            "detail": detail.join(", "),
            "phone": first_phone(record, reading),
            "phones": record.show("phones", reading),
            "last_talk": last.unwrap_or_default(),
        })
    };
    json!({ "lines": recipients.iter().map(line).collect::<Vec<_>>() })
}
