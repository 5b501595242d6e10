//! E-mail, phones, addresses, links and accounts.

use super::{
    Version,
    content_line::{self, Output, Written},
};
use crate::vcard::{
    Address, Card, Labelled, Phone, PhoneKind, Social, text, transfer, understanding::derived_label,
};

pub(super) fn write(output: &mut Output, card: &Card) {
    for phone in &card.phones {
        write_phone(output, phone);
    }
    for email in &card.emails {
        let internet = if output.version == Version::V3 { vec!["INTERNET"] } else { Vec::new() };
        write_labelled(output, "EMAIL", internet, email, &text::escaped(&email.value));
    }
    for address in &card.addresses {
        write_address(output, address);
    }
    for url in &card.urls {
        write_labelled(output, "URL", Vec::new(), url, &text::escaped_uri(&url.value));
    }
    for social in &card.socials {
        write_social(output, social);
    }
}

/// Types in the fashion of the version, and how it says what is preferred.
fn typed(output: &Output, types: &[&str], preferred: bool) -> Vec<Written<'static>> {
    let v3 = output.version == Version::V3;
    let mut params: Vec<Written> = types
        .iter()
        .map(|written| ("TYPE", if v3 { written.to_uppercase() } else { written.to_lowercase() }))
        .collect();
    match (preferred, v3) {
        (true, true) => params.push(("TYPE", "PREF".to_owned())),
        (true, false) => params.push(("PREF", "1".to_owned())),
        _ => {}
    }
    params
}

/// Home and work are types, any other use is an annotation.
fn usage(label: Option<&str>) -> (Option<&str>, Vec<Written<'static>>) {
    match label {
        Some(used @ ("home" | "work")) => (Some(used), Vec::new()),
        Some(other) => (None, vec![content_line::label(other)]),
        None => (None, Vec::new()),
    }
}

fn write_labelled<'l>(
    output: &mut Output,
    name: &str,
    mut types: Vec<&'l str>,
    labelled: &'l Labelled,
    value: &str,
) {
    let (used, annotations) = usage(labelled.label.as_deref());
    types.extend(used);
    let params = typed(output, &types, labelled.preferred);
    output.annotated(name, &params, value, &annotations);
}

fn write_phone(output: &mut Output, phone: &Phone) {
    let label = phone.label.as_deref();
    let used = match label {
        Some("home" | "home fax") => Some("home"),
        Some("work" | "work fax") => Some("work"),
        _ => None,
    };
    let said = derived_label(&phone.kinds, used);
    let annotations = match label {
        Some(label) if said.as_deref() != Some(label) => vec![content_line::label(label)],
        _ => Vec::new(),
    };
    let kinds = phone.kinds.iter().map(|kind| kind_name(*kind));
    let types: Vec<&str> = used.into_iter().chain(kinds).collect();
    let params = typed(output, &types, phone.preferred);
    let mut value = phone.value.clone();
    if let Some(extension) = &phone.extension {
        value.push_str(&format!(" ext. {extension}"));
    }
    output.annotated("TEL", &params, &text::escaped(&value), &annotations);
}

fn kind_name(kind: PhoneKind) -> &'static str {
    match kind {
        PhoneKind::Cell => "cell",
        PhoneKind::Fax => "fax",
        PhoneKind::Pager => "pager",
        PhoneKind::Voice => "voice",
        PhoneKind::Video => "video",
        PhoneKind::Text => "text",
        PhoneKind::Textphone => "textphone",
        PhoneKind::Main => "main",
        PhoneKind::Car => "car",
        PhoneKind::Modem => "modem",
        PhoneKind::Isdn => "isdn",
        PhoneKind::Message => "msg",
        PhoneKind::Pcs => "pcs",
        PhoneKind::BulletinBoard => "bbs",
    }
}

fn write_address(output: &mut Output, address: &Address) {
    let (used, mut annotations) = usage(address.label.as_deref());
    if let Some(code) = &address.country_code {
        annotations.push(("X-ABADR", code.clone()));
    }
    let types: Vec<&str> = used.into_iter().collect();
    let mut params = typed(output, &types, address.preferred);
    let parts = [
        &address.po_box,
        &address.extended,
        &address.street,
        &address.locality,
        &address.region,
        &address.postal_code,
        &address.country,
    ];
    let value = parts.map(|part| text::escaped(part)).join(";");
    let Some(formatted) = &address.formatted else {
        return output.annotated("ADR", &params, &value, &annotations);
    };
    if output.version == Version::V4 {
        params.push(("LABEL", formatted.clone()));
        return output.annotated("ADR", &params, &value, &annotations);
    }
    output.annotated("ADR", &params, &value, &annotations);
    annotations.retain(|(name, _)| *name != "X-ABADR");
    output.annotated("LABEL", &params, &text::escaped(formatted), &annotations);
}

/// With a link it is a profile (RFC 9554, and Apple's before it), without one a messenger (RFC 4770).
fn write_social(output: &mut Output, social: &Social) {
    let v3 = output.version == Version::V3;
    let label = social.label.as_deref();
    if let Some(url) = &social.url {
        let (name, service, user) = if v3 {
            ("X-SOCIALPROFILE", "TYPE", "X-USER")
        } else {
            ("SOCIALPROFILE", "SERVICE-TYPE", "USERNAME")
        };
        let mut params = vec![(service, social.network.clone())];
        params.extend(social.handle.iter().map(|handle| (user, handle.clone())));
        // Apple's type is the network, so any use is an annotation.
        let annotations: Vec<Written> = label.map(content_line::label).into_iter().collect();
        output.annotated(name, &params, &text::escaped_uri(url), &annotations);
    } else if let Some(handle) = &social.handle {
        let is_scheme =
            social.network.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
        let scheme =
            if is_scheme && !social.network.is_empty() { social.network.as_str() } else { "x-apple" };
        let value = format!("{scheme}:{}", transfer::percent(handle));
        let (used, annotations) = usage(label);
        let types: Vec<&str> = used.into_iter().collect();
        let mut params = typed(output, &types, false);
        params.push((if v3 { "X-SERVICE-TYPE" } else { "SERVICE-TYPE" }, social.network.clone()));
        output.annotated("IMPP", &params, &value, &annotations);
    }
}
