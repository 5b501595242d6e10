//! Whom they know, and their days.

use super::context::Context;
use crate::{
    encoding::Encoding,
    vcard::{
        Card, LabelledDate, PartialDate, Related, Who,
        decoding::{self, FileEncoding},
        label,
        property::Property,
        undecoded::Undecoded,
    },
};

/// Properties named after what somebody is.
const ROLES: &[(&str, &str)] = &[
    ("X-ASSISTANT", "assistant"),
    ("X-EVOLUTION-ASSISTANT", "assistant"),
    ("X-KADDRESSBOOK-X-ASSISTANTSNAME", "assistant"),
    ("X-MS-ASSISTANT", "assistant"),
    ("X-EVOLUTION-MANAGER", "manager"),
    ("X-KADDRESSBOOK-X-MANAGERSNAME", "manager"),
    ("X-MANAGER", "manager"),
    ("X-MS-MANAGER", "manager"),
    ("X-EVOLUTION-SPOUSE", "spouse"),
    ("X-KADDRESSBOOK-X-SPOUSESNAME", "spouse"),
    ("X-MS-SPOUSE", "spouse"),
    ("X-SPOUSE", "spouse"),
    ("X-CHILD", "child"),
    ("X-CHILDREN", "child"),
    ("X-MS-CHILD", "child"),
];

pub(super) fn take(card: &mut Card, property: &Property, context: &Context) -> bool {
    if let Some((_, role)) = ROLES.iter().find(|(name, _)| *name == property.name) {
        let named = property.filled().map(|name| related(Some((*role).to_owned()), Who::Named(name)));
        card.related.extend(named);
        return true;
    }
    match property.name.as_str() {
        "BDAY" => take_date(&mut card.birthday, property),
        "ANNIVERSARY"
        | "X-ANNIVERSARY"
        | "X-EVOLUTION-ANNIVERSARY"
        | "X-KADDRESSBOOK-X-ANNIVERSARY"
        | "X-MS-ANNIVERSARY" => take_date(&mut card.anniversary, property),
        "X-ABDATE" => take_labelled_date(card, property, context),
        "RELATED" => {
            card.related.extend(related_of(property, context));
            true
        }
        "X-ABRELATEDNAMES" => {
            let role = context.written_role(property).or_else(|| typed_role(property));
            card.related.extend(property.filled().map(|name| related(role, Who::Named(name))));
            true
        }
        "AGENT" => take_agent(card, property),
        "X-ANDROID-CUSTOM" => take_android(card, property),
        _ => false,
    }
}

fn date(property: &Property) -> Option<PartialDate> {
    let no_year = property.parameter("X-APPLE-OMIT-YEAR").and_then(|year| year.parse().ok());
    PartialDate::parse(&property.text(), no_year)
}

fn take_date(place: &mut Option<PartialDate>, property: &Property) -> bool {
    if property.filled().is_none() {
        return true;
    }
    match (date(property), place.as_ref()) {
        (Some(read), None) => {
            *place = Some(read);
            true
        }
        (Some(read), Some(first)) => read == *first,
        (None, _) => false,
    }
}

fn take_labelled_date(card: &mut Card, property: &Property, context: &Context) -> bool {
    if property.filled().is_none() {
        return true;
    }
    let Some(date) = date(property) else { return false };
    put_date(card, date, context.written_label(property));
    true
}

fn put_date(card: &mut Card, date: PartialDate, label: Option<String>) {
    if card.anniversary.is_none()
        && label.as_deref().is_some_and(|label| label.eq_ignore_ascii_case("anniversary"))
    {
        card.anniversary = Some(date);
    } else {
        card.dates.push(LabelledDate { date, label });
    }
}

fn related(role: Option<String>, who: Who) -> Related {
    Related { role, who }
}

fn typed_role(property: &Property) -> Option<String> {
    property.types().first().and_then(|written| label::role(written))
}

fn related_of(property: &Property, context: &Context) -> Option<Related> {
    let text = property.filled()?;
    let is_uri = !property.value_is("text")
        && (property.value_is("uri")
            || text.split_once(':').is_some_and(|(scheme, rest)| {
                !rest.starts_with(' ')
                    && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
            }));
    let role = context.written_role(property).or_else(|| typed_role(property));
    Some(related(role, if is_uri { Who::Card(text) } else { Who::Named(text) }))
}

/// A card within the card: its name is somebody known, and the whole stays unknown. Or a link to one.
fn take_agent(card: &mut Card, property: &Property) -> bool {
    let Some(text) = property.filled() else { return true };
    let role = Some("agent".to_owned());
    if property.value_is("uri") {
        card.related.push(related(role, Who::Card(text)));
        return true;
    }
    let is_card = text.get(..11).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCARD"));
    let Some(name) = (if is_card { agents_name(&text) } else { Some(text) }) else { return false };
    let agent = related(role, Who::Named(name));
    if !card.related.contains(&agent) {
        card.related.push(agent);
    }
    !is_card
}

/// Read without recursion: cards within cards within cards are no reason to overflow.
fn agents_name(text: &str) -> Option<String> {
    let file = FileEncoding { encoding: Encoding::UTF_8, is_decoded: true };
    let lines = text.lines().filter_map(|line| Undecoded::parse(0, line.as_bytes(), file, true));
    let named = lines.filter(|property| property.is_named("FN") || property.is_named("N")).take(2).collect();
    let properties = decoding::decode(named, file, true);
    let full = properties.iter().find(|property| property.name == "FN").and_then(Property::filled);
    full.or_else(|| {
        let components = properties.iter().find(|property| property.name == "N")?.components(" ", true);
        let part = |at: usize| components.get(at).filter(|part| !part.is_empty()).cloned();
        let parts: Vec<String> = [3, 1, 2, 0, 4].into_iter().filter_map(part).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    })
}

/// `vnd.android.cursor.item/contact_event;2001-02-03;1;;…`: a row of Android's own table.
fn take_android(card: &mut Card, property: &Property) -> bool {
    let columns = property.components(", ", true);
    let column = |at: usize| columns.get(at).map(String::as_str).unwrap_or_default();
    let value = column(1).to_owned();
    if value.is_empty() {
        return column(0).starts_with("vnd.android.cursor.item/");
    }
    match column(0) {
        "vnd.android.cursor.item/nickname" => card.nicknames.push(value),
        "vnd.android.cursor.item/contact_event" => {
            let Some(date) = PartialDate::parse(&value, None) else { return false };
            match column(2) {
                "1" => put_date(card, date, Some("anniversary".to_owned())),
                "3" if card.birthday.is_none() => card.birthday = Some(date),
                "0" => put_date(card, date, label::normal(column(3))),
                _ => put_date(card, date, None),
            }
        }
        "vnd.android.cursor.item/relation" => {
            let roles = [
                "",
                "assistant",
                "brother",
                "child",
                "partner",
                "father",
                "friend",
                "manager",
                "mother",
                "parent",
                "partner",
                "referred by",
                "relative",
                "sister",
                "spouse",
            ];
            let known = column(2).parse::<usize>().ok().and_then(|number| roles.get(number).copied());
            let role = known.filter(|role| !role.is_empty()).map(str::to_owned);
            card.related.push(related(role.or_else(|| label::role(column(3))), Who::Named(value)));
        }
        _ => return false,
    }
    true
}
