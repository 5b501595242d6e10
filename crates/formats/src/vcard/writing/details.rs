//! Names and everything else that is not a way to reach somebody.

use super::{
    Version,
    content_line::{self, Output, Written},
};
use crate::vcard::{Card, Kind, PartialDate, Photo, Related, Sex, Who, date::NO_YEAR, label, text, transfer};

pub(super) fn write_who(output: &mut Output, card: &Card) {
    let name = &card.name;
    output.line("FN", &[], &text::escaped(&card.display_name()));
    let parts = [&name.family, &name.given, &name.middle, &name.prefix, &name.suffix];
    // 3.0 asks for N even if it says nothing.
    if output.version == Version::V3 || parts.iter().any(|part| !part.is_empty()) {
        output.line("N", &[], &parts.map(|part| text::escaped(part)).join(";"));
    }
    output.text("X-PHONETIC-FIRST-NAME", &name.phonetic_given);
    output.text("X-PHONETIC-MIDDLE-NAME", &name.phonetic_middle);
    output.text("X-PHONETIC-LAST-NAME", &name.phonetic_family);
    list(output, "NICKNAME", &card.nicknames);
    write_kind(output, &card.kind);
    let organisation = &card.organisation;
    if !organisation.name.is_empty() || !organisation.units.is_empty() {
        let parts = std::iter::once(&organisation.name).chain(&organisation.units);
        let value: Vec<String> = parts.map(|part| text::escaped(part)).collect();
        output.line("ORG", &[], &value.join(";"));
    }
    output.text("TITLE", card.title.as_deref().unwrap_or_default());
    output.text("ROLE", card.role.as_deref().unwrap_or_default());
}

fn write_kind(output: &mut Output, kind: &Kind) {
    match (kind, output.version) {
        (Kind::Individual, _) => {}
        (Kind::Organisation, Version::V3) => output.line("X-ABShowAs", &[], "COMPANY"),
        (Kind::Group, Version::V3) => output.line("X-ADDRESSBOOKSERVER-KIND", &[], "group"),
        (Kind::Organisation, Version::V4) => output.line("KIND", &[], "org"),
        (Kind::Group, Version::V4) => output.line("KIND", &[], "group"),
        (Kind::Location, _) => output.line("KIND", &[], "location"),
        (Kind::Other(other), _) => output.text("KIND", other),
    }
}

pub(super) fn write_rest(output: &mut Output, card: &Card) {
    write_dates(output, card);
    for related in &card.related {
        write_related(output, related);
    }
    for note in &card.notes {
        output.text("NOTE", note);
    }
    list(output, "CATEGORIES", &card.categories);
    write_gender(output, card);
    for (at, language) in card.languages.iter().enumerate() {
        let preferred = at == 0 && output.version == Version::V4 && card.languages.len() > 1;
        let params: &[Written] = if preferred { &[("PREF", "1".to_owned())] } else { &[] };
        output.line("LANG", params, &text::escaped(language));
    }
    if let Some(geo) = card.geo {
        let value = match output.version {
            Version::V3 => format!("{};{}", geo.latitude, geo.longitude),
            Version::V4 => format!("geo:{},{}", geo.latitude, geo.longitude),
        };
        output.line("GEO", &[], &value);
    }
    output.text("TZ", card.time_zone.as_deref().unwrap_or_default());
    write_photo(output, card.photo.as_ref());
    let member = if output.version == Version::V3 { "X-ADDRESSBOOKSERVER-MEMBER" } else { "MEMBER" };
    for uri in &card.members {
        output.line(member, &[], &text::escaped_uri(uri));
    }
    if let Some(uid) = &card.uid {
        output.line("UID", &[], &text::escaped_uri(uid));
    }
    if let Some(revision) = card.revision {
        let format = if output.version == Version::V3 { "%Y-%m-%dT%H:%M:%SZ" } else { "%Y%m%dT%H%M%SZ" };
        output.line("REV", &[], &revision.strftime(format).to_string());
    }
}

fn list(output: &mut Output, name: &str, values: &[String]) {
    if !values.is_empty() {
        let values: Vec<String> = values.iter().map(|value| text::escaped(value)).collect();
        output.line(name, &[], &values.join(","));
    }
}

/// 3.0 knows no anniversary and no date without a year; Apple's ways are the most understood.
fn write_dates(output: &mut Output, card: &Card) {
    if let Some(birthday) = card.birthday {
        write_date(output, "BDAY", birthday, &[]);
    }
    match (card.anniversary, output.version) {
        (Some(anniversary), Version::V4) => write_date(output, "ANNIVERSARY", anniversary, &[]),
        (Some(anniversary), Version::V3) => {
            write_date(output, "X-ABDATE", anniversary, &[content_line::label("anniversary")]);
        }
        (None, _) => {}
    }
    for dated in &card.dates {
        let annotations: Vec<Written> = dated.label.iter().map(|label| content_line::label(label)).collect();
        write_date(output, "X-ABDATE", dated.date, &annotations);
    }
}

fn write_date(output: &mut Output, name: &str, date: PartialDate, annotations: &[Written]) {
    if output.version == Version::V4 {
        return output.annotated(name, &[], &date.basic(), annotations);
    }
    let omitted = [("X-APPLE-OMIT-YEAR", NO_YEAR.to_string())];
    let params: &[Written] = if date.year.is_none() { &omitted } else { &[] };
    output.annotated(name, params, &date.extended(), annotations);
}

fn write_related(output: &mut Output, related: &Related) {
    let v3 = output.version == Version::V3;
    let is_typed = related.role.as_deref().is_some_and(label::is_role) && !(v3 && is_named(related));
    let role = related.role.as_deref();
    let annotations: Vec<Written> = role.filter(|_| !is_typed).map(content_line::label).into_iter().collect();
    let mut params: Vec<Written> =
        role.filter(|_| is_typed).map(|role| ("TYPE", role.to_owned())).into_iter().collect();
    match &related.who {
        Who::Named(name) if v3 => {
            output.annotated("X-ABRELATEDNAMES", &params, &text::escaped(name), &annotations);
        }
        Who::Named(name) => {
            params.push(("VALUE", "text".to_owned()));
            output.annotated("RELATED", &params, &text::escaped(name), &annotations);
        }
        Who::Card(uri) => {
            params.push(("VALUE", "uri".to_owned()));
            output.annotated("RELATED", &params, &text::escaped_uri(uri), &annotations);
        }
    }
}

fn is_named(related: &Related) -> bool {
    matches!(related.who, Who::Named(_))
}

fn write_gender(output: &mut Output, card: &Card) {
    let Some(gender) = &card.gender else { return };
    let sex = match gender.sex {
        Some(Sex::Male) => "M",
        Some(Sex::Female) => "F",
        Some(Sex::Other) => "O",
        Some(Sex::NotApplicable) => "N",
        Some(Sex::Unknown) => "U",
        None => "",
    };
    let identity = gender.identity.iter().map(|identity| format!(";{}", text::escaped(identity)));
    output.line("GENDER", &[], &format!("{sex}{}", identity.collect::<String>()));
}

fn write_photo(output: &mut Output, photo: Option<&Photo>) {
    match (photo, output.version) {
        (None, _) => {}
        (Some(Photo::Url(url)), _) => {
            output.line("PHOTO", &[("VALUE", "uri".to_owned())], &text::escaped_uri(url))
        }
        (Some(Photo::Data { bytes, media_type }), Version::V3) => {
            let subtype = media_type.strip_prefix("image/").filter(|subtype| is_plain(subtype));
            let written = subtype.map_or_else(|| media_type.clone(), str::to_uppercase);
            let params = [("ENCODING", "b".to_owned()), ("TYPE", written)];
            output.line("PHOTO", &params, &transfer::base64(bytes));
        }
        (Some(Photo::Data { bytes, media_type }), Version::V4) => {
            output.line("PHOTO", &[], &format!("data:{media_type};base64,{}", transfer::base64(bytes)));
        }
    }
}

fn is_plain(subtype: &str) -> bool {
    subtype.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
