//! How to reach them: e-mail, phone, post, web.

use super::context::Context;
use crate::vcard::{Address, Card, Labelled, Phone, PhoneKind, label, property::Property, transfer};

pub(super) fn take(card: &mut Card, property: &Property, context: &Context) -> bool {
    match property.name.as_str() {
        "EMAIL" => {
            card.emails.extend(labelled(property, context, "mailto:"));
            true
        }
        "URL" | "X-MS-URL" => {
            card.urls.extend(labelled(property, context, "\0"));
            true
        }
        "TEL" | "X-MS-TEL" => {
            card.phones.extend(phone(property, context));
            true
        }
        "ADR" => {
            // An address of envelope only follows as LABEL; empty ones are removed in the end.
            card.addresses.push(address(property, context));
            true
        }
        "LABEL" => {
            if let Some(formatted) = property.filled() {
                take_envelope(&mut card.addresses, formatted, property, context);
            }
            true
        }
        _ => false,
    }
}

/// Types that say nothing about the use.
const NO_LABELS: [&str; 8] = ["internet", "x400", "dom", "intl", "postal", "parcel", "smtp", "url"];

/// The use among the types: home or work before others.
fn typed_label(property: &Property) -> Option<String> {
    let types = property.types();
    let uses = || {
        types.iter().filter(|written| {
            let lower = written.to_ascii_lowercase();
            !NO_LABELS.contains(&lower.as_str()) && kind(&lower).is_none()
        })
    };
    let common =
        uses().find(|written| ["home", "work"].iter().any(|common| written.eq_ignore_ascii_case(common)));
    let written = common.or_else(|| uses().next())?;
    let custom = written.strip_prefix("X-").or_else(|| written.strip_prefix("x-")).unwrap_or(written);
    if custom.eq_ignore_ascii_case("iphone") {
        return Some("iPhone".to_owned());
    }
    // Nobody wrote COMPANY; programs did.
    let is_shouted = custom.bytes().all(|byte| byte.is_ascii_uppercase());
    label::normal(&if is_shouted { custom.to_ascii_lowercase() } else { custom.to_string() })
}

fn labelled(property: &Property, context: &Context, scheme: &str) -> Option<Labelled> {
    let text = property.filled()?;
    let has_scheme = text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let value = if has_scheme { text[scheme.len()..].to_owned() } else { text };
    let label = label_of(property, context);
    Some(Labelled { value, label, preferred: context.is_preferred(property) })
}

fn phone(property: &Property, context: &Context) -> Option<Phone> {
    let (value, extension) = number(&property.filled()?);
    let mut kinds: Vec<PhoneKind> =
        property.types().iter().filter_map(|written| kind(&written.to_ascii_lowercase())).collect();
    let used = typed_label(property);
    let label = context.written_label(property).or_else(|| derived_label(&kinds, used.as_deref()));
    kinds.extend(label.as_deref().and_then(implied));
    kinds.sort();
    kinds.dedup();
    if kinds.len() > 1 {
        kinds.retain(|kind| *kind != PhoneKind::Voice);
    }
    Some(Phone { value, extension, label, kinds, preferred: context.is_preferred(property) })
}

/// The label that the types alone amount to.
pub(in crate::vcard) fn derived_label(kinds: &[PhoneKind], used: Option<&str>) -> Option<String> {
    let by_kind = || {
        let labels = [
            (PhoneKind::Cell, "mobile"),
            (PhoneKind::Fax, "fax"),
            (PhoneKind::Pager, "pager"),
            (PhoneKind::Main, "main"),
        ];
        labels.iter().find(|(kind, _)| kinds.contains(kind)).map(|(_, label)| *label)
    };
    let label = match used {
        Some("home") if kinds.contains(&PhoneKind::Fax) => Some("home fax"),
        Some("work") if kinds.contains(&PhoneKind::Fax) => Some("work fax"),
        Some(used) => Some(used),
        None => by_kind(),
    };
    label.map(str::to_owned)
}

fn implied(label: &str) -> Option<PhoneKind> {
    match label {
        "mobile" => Some(PhoneKind::Cell),
        "fax" | "home fax" | "work fax" => Some(PhoneKind::Fax),
        "pager" => Some(PhoneKind::Pager),
        "main" => Some(PhoneKind::Main),
        _ => None,
    }
}

fn kind(lower: &str) -> Option<PhoneKind> {
    let kind = match lower {
        "cell" | "mobile" => PhoneKind::Cell,
        "fax" => PhoneKind::Fax,
        "pager" => PhoneKind::Pager,
        "voice" => PhoneKind::Voice,
        "video" => PhoneKind::Video,
        "text" | "sms" => PhoneKind::Text,
        "textphone" | "tty-tdd" | "tty" => PhoneKind::Textphone,
        "main" | "main-number" => PhoneKind::Main,
        "car" => PhoneKind::Car,
        "modem" => PhoneKind::Modem,
        "isdn" => PhoneKind::Isdn,
        "msg" => PhoneKind::Message,
        "pcs" => PhoneKind::Pcs,
        "bbs" => PhoneKind::BulletinBoard,
        _ => return None,
    };
    Some(kind)
}

/// `tel:+45-12345678;ext=12` (RFC 3966) and `12345678 ext. 12`.
fn number(text: &str) -> (String, Option<String>) {
    let is_uri = text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("tel:"));
    let written = if is_uri { transfer::from_percent(&text[4..]) } else { text.to_owned() };
    let lower = written.to_ascii_lowercase();
    for mark in [";ext=", " ext. ", " ext ", " x"] {
        if let Some(at) = lower.rfind(mark) {
            let extension = written[at + mark.len()..].trim();
            let value = written[..at].trim();
            if !value.is_empty()
                && !extension.is_empty()
                && extension.bytes().all(|byte| byte.is_ascii_digit())
            {
                return (value.to_owned(), Some(extension.to_owned()));
            }
        }
    }
    (written.trim().to_owned(), None)
}

fn address(property: &Property, context: &Context) -> Address {
    let components = property.components(", ", context.is_old);
    let component = |at: usize| components.get(at).cloned().unwrap_or_default();
    let mut address = Address {
        po_box: component(0),
        extended: component(1),
        street: component(2),
        locality: component(3),
        region: component(4),
        postal_code: component(5),
        country: component(6),
        label: label_of(property, context),
        country_code: context.country_code(property).or_else(|| property.parameter("CC").map(str::to_owned)),
        formatted: property.parameter("LABEL").map(|text| text.replace("\\n", "\n").trim().to_owned()),
        preferred: context.is_preferred(property),
    };
    address.country_code = address.country_code.map(|code| code.to_lowercase());
    address.formatted = address.formatted.filter(|text| !text.is_empty());
    // Google adds the envelope, RFC 9554 parts which older readers find in the street too.
    let added: Vec<&String> = components.iter().skip(7).filter(|part| !part.is_empty()).collect();
    if let ([envelope], None) = (&added[..], &address.formatted)
        && !address.street.is_empty()
        && envelope.contains(&address.street)
        && **envelope != address.street
    {
        address.formatted = Some((*envelope).clone());
        return address;
    }
    let missing: Vec<&str> = added
        .into_iter()
        .map(String::as_str)
        .filter(|part| {
            ![&address.street, &address.extended, &address.locality].iter().any(|has| has.contains(*part))
        })
        .collect();
    if !missing.is_empty() {
        let place = if address.street.is_empty() { &mut address.street } else { &mut address.extended };
        let had = (!place.is_empty()).then_some(place.as_str());
        *place = had.into_iter().chain(missing).collect::<Vec<_>>().join(", ");
    }
    address
}

/// As its owner wrote it, else by the types.
pub(super) fn label_of(property: &Property, context: &Context) -> Option<String> {
    context.written_label(property).or_else(|| typed_label(property))
}

/// vCard 2.1 and 3.0 give the envelope apart, with the same types as its address.
fn take_envelope(addresses: &mut Vec<Address>, formatted: String, property: &Property, context: &Context) {
    let label = label_of(property, context);
    let fits = |address: &&mut Address| address.label == label && address.formatted.is_none();
    match addresses.iter_mut().rev().find(fits) {
        Some(address) => address.formatted = Some(formatted),
        None => addresses.push(Address {
            label,
            formatted: Some(formatted),
            preferred: context.is_preferred(property),
            ..Address::default()
        }),
    }
}
