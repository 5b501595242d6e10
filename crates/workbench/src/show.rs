//! How the value of a field is shown: numbers to dial, addresses to write to, cards to open.

use records::{
    Field, Json, Record,
    field::{
        addresses, as_id, as_text, channels, date_time, partial_date,
        participants::{self, Who},
        phones, reference,
    },
};
use web::{
    Markup, html,
    html::{Tone, chip, icon},
};

use crate::View;

/// The value on one line, for a list; a quiet dash when there is none.
pub fn cell(view: &View, record: &Record, field: &Field) -> Markup {
    let value = record.get(&field.key);
    match field.kind.key() {
        _ if value.is_null() => html! { span.quiet { "–" } },
        _ if value.get("error").is_some() => failed(view, field, value),
        "select" => choice(view, field, value),
        "multi_select" => chips(view, field, value),
        "phones" => first(value, |item| html! { (phones::shown(item, &view.reading)) }),
        "emails" => first(value, |item| html! { (as_text(&item["address"])) }),
        "addresses" => first(value, |item| html! { (as_text(&item["city"])) }),
        "reference" => card(view, value),
        "date_time" => moment(view, field, value),
        "long_text" => html! { (as_text(value).lines().next().unwrap_or_default()) },
        _ => html! { (field.kind.show(value, &view.reading)) },
    }
}

/// The value in full, for a card.
pub fn value(view: &View, record: &Record, field: &Field) -> Markup {
    let value = record.get(&field.key);
    let items = || value.as_array().into_iter().flatten();
    match field.kind.key() {
        _ if value.is_null() => html! { span.quiet { (view.t("not-set")) } },
        _ if value.get("error").is_some() => failed(view, field, value),
        "select" => choice(view, field, value),
        "multi_select" => chips(view, field, value),
        "phones" => html! { ul { @for item in items() { li { (phone(view, item)) (label(view, item)) } } } },
        "emails" => html! {
            ul { @for item in items() { li { (mail(as_text(&item["address"]))) (label(view, item)) } } }
        },
        "addresses" => html! {
            ul { @for item in items() { li {
                @for line in addresses::lines(item) { (line) br; }
                (label(view, item))
            } } }
        },
        "links" => html! {
            ul { @for item in items() { li { (link(as_text(&item["url"]))) (label(view, item)) } } }
        },
        "participants" => taking_part(view, value),
        "socials" => html! {
            ul { @for item in items() { li { (as_text(&item["handle"])) " " span.quiet { (label_text(view, as_text(&item["network"]))) } } } }
        },
        "channels" => html! { div.chips {
            @for item in items() {
                @let one = Json::Array(vec![item.clone()]);
                @let chip = chip(field.kind.show(&one, &view.reading)).icon("ban");
                @if channels::stands(&one, view.reading.today) { (chip.tone(Tone::Stop)) } @else { (chip) }
            }
        } },
        "reference" => card(view, value),
        "date_time" => moment(view, field, value),
        "partial_date" => html! { (field.kind.show(value, &view.reading)) (age(view, field, value)) },
        "long_text" => html! { @for line in as_text(value).lines() { (line) br; } },
        "file" => match value.get("id").and_then(as_id) {
            Some(id) => html! { a href={ "/files/" (id) } { (as_text(&value["name"])) } },
            None => html! {},
        },
        _ => html! { (field.kind.show(value, &view.reading)) },
    }
}

/// A number to dial; one that was not understood is shown as it was typed, and marked.
pub fn phone(view: &View, item: &Json) -> Markup {
    let shown = phones::shown(item, &view.reading);
    match item.get("number").and_then(Json::as_str) {
        Some(number) => html! { a href={ "tel:" (number) } { (shown) } },
        None => html! {
            (shown) " " (chip(view.t("phone-not-understood")).tone(Tone::Warning))
        },
    }
}

/// An address to write to.
pub fn mail(address: &str) -> Markup {
    html! { a href={ "mailto:" (address) } { (address) } }
}

fn link(url: &str) -> Markup {
    let bare = url.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
    html! { a href=(url) rel="noopener noreferrer" target="_blank" { (bare) " " (icon("external")) } }
}

/// What an entry is labelled with: in the reader's language when the label is a common one.
fn label(view: &View, item: &Json) -> Markup {
    match item.get("label").and_then(Json::as_str) {
        Some(label) => html! { " " span.quiet { (label_text(view, label)) } },
        None => html! {},
    }
}

/// A label's text: `work` is in the catalogue, what somebody wrote is not.
pub fn label_text(view: &View, label: &str) -> String {
    let key = format!("label-{}", label.replace('_', "-"));
    let text = view.t(&key);
    if text == key { label.to_owned() } else { text.into_owned() }
}

/// How old somebody turns on the next such day, when the year is known.
fn age(view: &View, field: &Field, value: &Json) -> Markup {
    let Some((Some(year), month, day)) = partial_date::parts(as_text(value)) else { return html! {} };
    if field.key != "birthday" {
        return html! {};
    }
    let today = view.reading.today;
    let passed = (today.month() as u8, today.day() as u8) > (month, day);
    let years = i64::from(today.year() - year) + i64::from(passed);
    html! { " " span.quiet { (view.tf("turns", &[("years", years.into())])) } }
}

/// The way to the card that a value refers to; of one that the reader may not see, only that there is one.
fn card(view: &View, value: &Json) -> Markup {
    let title = reference::target(value).and_then(|(_, id)| view.reading.titles.get(&id));
    match (title, address_of(view, value)) {
        (Some(title), Some(href)) => html! { a href=(href) { (title) } },
        _ => html! { span.quiet { (view.t("hidden-card")) } },
    }
}

/// The address of the card that a value refers to, if the reader may see it.
pub fn address_of(view: &View, value: &Json) -> Option<String> {
    let (object, id) = reference::target(value)?;
    let object = view.catalog.object(object).ok()?;
    view.reading.titles.get(&id)?;
    Some(format!("/{}/{id}", object.path))
}

/// Who takes part, with what each answered.
fn taking_part(view: &View, value: &Json) -> Markup {
    let line = |who: Who, answer: &str| {
        let href = match who {
            Who::Card(object, id) => address_of(view, &reference::reference(object, id)),
            Who::Address(address) => Some(format!("mailto:{address}")),
            Who::User(_) => None,
        };
        let name =
            participants::name(who, &view.reading).unwrap_or_else(|| view.t("hidden-card").into_owned());
        html! {
            @if let Some(href) = href { a href=(href) { (name) } } @else { (name) }
            @if !answer.is_empty() { " " span.quiet { (view.t(&format!("answer-{answer}"))) } }
        }
    };
    html! { ul { @for (who, answer) in participants::each(value) { li { (line(who, answer)) } } } }
}

fn moment(view: &View, field: &Field, value: &Json) -> Markup {
    match date_time::instant(value) {
        Some(at) if field.exact => view.planned(at),
        Some(at) => view.moment(at),
        None => html! {},
    }
}

fn chips(view: &View, field: &Field, value: &Json) -> Markup {
    let one = |item: &Json| {
        let shown = field.kind.show(&Json::Array(vec![item.clone()]), &view.reading);
        chip(shown).colour(colour(field, item))
    };
    html! { div.chips { @for item in value.as_array().into_iter().flatten() { (one(item)) } } }
}

/// An option in its colour, when it has one.
fn choice(view: &View, field: &Field, value: &Json) -> Markup {
    let shown = field.kind.show(value, &view.reading);
    match colour(field, value) {
        Some(colour) => html! { (chip(shown).colour(Some(colour))) },
        None => html! { (shown) },
    }
}

/// Why a computed field has no value.
fn failed(view: &View, field: &Field, value: &Json) -> Markup {
    html! { span.failed { (field.kind.show(value, &view.reading)) } }
}

fn colour<'f>(field: &'f Field, value: &Json) -> Option<&'f str> {
    field.kind.options().and_then(|options| options.colour(as_text(value)))
}

fn first(value: &Json, show: impl Fn(&Json) -> Markup) -> Markup {
    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
    match items {
        [] => html! { span.quiet { "–" } },
        [one] => show(one),
        [one, rest @ ..] => html! { (show(one)) " " span.quiet { "+" (rest.len()) } },
    }
}

/// The cell of a field by its key; nothing when the object has none.
pub fn cell_of(view: &View, record: &Record, key: &str) -> Markup {
    match record.object.field(key) {
        Ok(field) => cell(view, record, field),
        Err(_) => html! {},
    }
}
