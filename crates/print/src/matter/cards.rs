//! Cards on paper: whole, as index cards, and as a list to call through.

use records::{Record, field::Reading};
use serde_json::json;

use crate::{
    recipients::Recipient,
    values::{Writer, first_phone},
};

/// Each card with its fields by groups.
pub(super) fn cards(recipients: &[Recipient], writer: &Writer) -> paper::Json {
    let reading = writer.reading("");
    let card = |recipient: &Recipient| {
        let record = &recipient.record;
        json!({
            "title": record.title(reading),
            "kind": reading.locale.t(record.object.key),
            "groups": filled_groups(record, reading),
        })
    };
    json!({ "cards": recipients.iter().map(card).collect::<Vec<_>>() })
}

/// The fields that have a value, in the groups of the card's page; how somebody is reached first.
pub fn filled_groups(record: &Record, reading: &Reading) -> paper::Json {
    let mut groups: Vec<(&str, Vec<paper::Json>)> = Vec::new();
    for field in record.object.fields.iter().filter(|field| !field.hidden && field.group != "record") {
        let value = record.show(&field.key, reading);
        if value.is_empty() || field.key == record.object.title {
            continue;
        }
        let line =
            json!({ "label": record.object.field_name(field, reading.locale.language()), "value": value });
        match groups.iter_mut().find(|(group, _)| *group == field.group) {
            Some((_, lines)) => lines.push(line),
            None => groups.push((field.group, vec![line])),
        }
    }
    groups.sort_by_key(|(group, _)| *group != "reach");
    let group = |(group, fields): (&str, Vec<paper::Json>)| json!({ "label": reading.locale.t(&format!("group-{group}")), "fields": fields });
    groups.into_iter().map(group).collect()
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
