//! The composer on a card: one row of tabs, and the form of what is being written down.

use kernel::{Error, FieldErrors, Result, Text as Message};
use records::{
    ChangeSet, Json, Object, Record,
    access::Verb,
    field::{Reading, phones, reference},
    object::object,
    record, save,
};
use web::{
    Form, Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{button, error_summary, field_id, icon},
};
use workbench::{App, View, form, show};

use crate::{call::OUTCOMES, repeat, talk, task::PRIORITIES};

const KINDS: &[&str] = &["note", "call", "task", "appointment", "comment"];

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get("/composer", Permission::Write, choose);
    routes.post("/composer/{kind}", Permission::Write, write);
}

/// The composer of a card's page; the address may ask for a kind: `?compose=call`, and bring words along: `&text=…`.
pub(crate) fn on_card(view: &View, card: &Record) -> Result<Markup> {
    let kinds = kinds(view);
    let asked = view.request.query.text("compose");
    let kind = match kinds.iter().find(|kind| **kind == asked).or(kinds.first()) {
        Some(kind) if card.trashed_at.is_none() => kind,
        _ => return Ok(html! {}),
    };
    // A link may bring words along, such as whom to ask.
    let form = if *kind == asked { view.request.query.clone() } else { Form::default() };
    Ok(composer(view, card, kind, &form, &FieldErrors::default()))
}

/// The kinds that the reader may write.
fn kinds(view: &View) -> Vec<&'static str> {
    let may = |kind: &str| view.catalog.object(kind).is_ok_and(|object| view.may(object, Verb::Create));
    KINDS.iter().copied().filter(|kind| may(kind)).collect()
}

/// The icon of a kind of activity.
pub(crate) fn sign(kind: &str) -> &str {
    match kind {
        "call" => "phone",
        "letter" => "mail",
        "comment" => "message",
        "appointment" => "calendar",
        other => other,
    }
}

/// What its tab is called.
fn tab(kind: &'static str) -> &'static str {
    if kind == "appointment" { "composer-meeting" } else { kind }
}

/// Another tab.
fn choose(app: &App, request: &Request) -> Result<Response> {
    let asked = request.query.text("kind");
    let kind = KINDS.iter().find(|kind| **kind == asked).ok_or(Error::NotFound)?;
    app.read(request, |cx| {
        let card = card_of(cx, request.query.text("about"))?;
        let view = View::new(app, request, cx)?.with_titles([&card])?;
        if !request.is_fragment() {
            return Ok(Response::redirect(format!("{}?compose={kind}#composer", card.address())));
        }
        Ok(Response::fragment(composer(&view, &card, kind, &request.query, &FieldErrors::default())))
    })
}

fn card_of(cx: &kernel::Cx, about: &str) -> Result<Record> {
    let about = Json::from(about);
    let (name, id) = reference::target(&about).ok_or(Error::NotFound)?;
    record::find(cx, &object(cx, name)?, id)
}

/// Keeps what was written, and shows it on the timeline.
fn write(app: &App, request: &Request) -> Result<Response> {
    let asked = request.params.get("kind");
    let kind = *KINDS.iter().find(|kind| **kind == asked).ok_or(Error::NotFound)?;
    let about = request.form.text("about");
    let kept = app.write(request, |tx| {
        let card = card_of(tx, about)?;
        let declared = object(tx, kind)?;
        let reading =
            Reading { users: std::sync::Arc::new(identity::members::names(tx)?), ..Reading::plain(tx) };
        let (mut values, errors) = parsed(&declared, &request.form, &reading);
        errors.into_result()?;
        if kind == "comment" {
            talk::with_picked(&mut values, &request.form);
        }
        let label = if kind == "comment" { "change-commented" } else { "change-logged" };
        let mut set = ChangeSet::new(tx, label).about(card.title(&reading));
        let id = save::create(tx, &mut set, &declared, values)?;
        set.close(tx)?;
        Ok((set.id, id))
    });
    app.read(request, |cx| {
        let card = card_of(cx, about)?;
        let view = View::new(app, request, cx)?.with_titles([&card])?;
        match kept {
            Ok((set, id)) => {
                let mut text = view.t(&format!("toast-{kind}")).into_owned();
                if kind == "comment" {
                    let comment = record::find(cx, &object(cx, kind)?, id)?;
                    text.extend(talk::blind(&view, &comment)?.map(|blind| format!(". {blind}")));
                }
                Ok(Response::redirect(card.address()).toast(text, Some(format!("/changes/{set}/undo"))))
            }
            Err(Error::Invalid(errors)) => {
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                let again = composer(&view, &card, kind, &request.form, &errors);
                if request.is_fragment() {
                    return Ok(Response::fragment(again).status(status));
                }
                let title = card.title(&view.reading);
                let page = workbench::view::Page::new(title, format!("/{}", card.object.path), again);
                Ok(view.page(page).status(status))
            }
            Err(error) => Err(error),
        }
    })
}

/// Minutes are what people type; seconds are what is kept.
fn parsed(declared: &Object, form: &Form, reading: &Reading) -> (save::Values, FieldErrors) {
    let mut pairs = form::pairs(form);
    pairs.retain(|(name, text)| name != "duration" && !(name == "call_back_at" && text.trim().is_empty()));
    let (mut values, mut errors) = form::parse(declared, &pairs, reading);
    if declared.key == "appointment" {
        lasting(&mut values, form);
        return (values, errors);
    }
    if let Some(minutes) = form.get("duration").map(str::trim).filter(|text| !text.is_empty()) {
        match reading.locale.parse_number(minutes, 0) {
            Ok(minutes @ 0..=1440) => {
                values.insert("duration".to_owned(), (minutes * 60).into());
            }
            _ => errors.add("duration", kernel::Text::new("not-a-number")),
        }
    }
    if values.get("outcome").is_some_and(|outcome| outcome != "call_back") {
        values.remove("call_back_at");
    }
    (values, errors)
}

/// How long it takes is what people choose; when it ends is what is kept.
fn lasting(values: &mut save::Values, form: &Form) {
    if form.text("minutes") == DAY_LONG {
        values.insert("all_day".to_owned(), true.into());
    } else if let (Some(minutes), Some(starts)) =
        (form.integer("minutes"), values.get("starts_at").and_then(Json::as_i64))
    {
        let minutes = minutes.clamp(0, 24 * 60);
        values.insert("ends_at".to_owned(), (starts + minutes * kernel::clock::MINUTE).into());
    }
}

fn composer(view: &View, card: &Record, kind: &str, form: &Form, errors: &FieldErrors) -> Markup {
    let about = format!("{}:{}", card.object.key, card.id);
    let declared = view.catalog.object(kind).ok();
    let named = |field: &str| Some(view.label(declared?, declared?.field(field).ok()?));
    let told = |(field, text): &(String, Message)| {
        let text = view.render(text);
        let line = named(field).map_or_else(|| text.clone(), |label| format!("{label}: {text}"));
        (field.clone().into(), line.into())
    };
    let labels: Vec<_> = errors.0.iter().map(told).collect();
    html! {
        section.composer #composer aria-label=(view.t("composer")) {
            nav aria-label=(view.t("composer")) {
                @for other in kinds(view) {
                    @let address = format!("/composer?kind={other}&about={about}");
                    a href=(address) hx-get=(address) hx-target="#composer" hx-swap="outerHTML"
                        aria-current=[(other == kind).then_some("true")] { (icon(sign(other))) (view.t(tab(other))) }
                }
            }
            form method="post" action={ "/composer/" (kind) } hx-post={ "/composer/" (kind) } hx-target="#composer" hx-swap="outerHTML" {
                input type="hidden" name="about" value=(about);
                @if !labels.is_empty() { (error_summary(&view.t("form-errors"), &labels)) }
                @match kind {
                    "call" => (call_form(view, card, form)),
                    "task" => (task_form(view, form)),
                    "appointment" => (appointment_form(view, card, form, errors)),
                    "comment" => (talk::words(view, &field_id("text"), form.text("text"), &about)),
                    _ => (text(view, form, "text", "note-what")),
                }
                footer { (button(view.t(&format!("save-{kind}"))).primary()) }
            }
        }
    }
}

fn text(view: &View, form: &Form, name: &str, label: &str) -> Markup {
    let label = view.t(label);
    html! { textarea.input id=(field_id(name)) name=(name) rows="3" aria-label=(label) placeholder=(label) { (form.text(name)) } }
}

fn input(view: &View, form: &Form, name: &str, label: &str) -> Markup {
    let label = view.t(label);
    html! {
        label.field { span.label { (label) }
            input.input id=(field_id(name)) name=(name) value=(form.text(name)) autocomplete="off"; }
    }
}

fn choice<'o>(
    view: &View,
    form: &Form,
    name: &str,
    label: &str,
    options: impl Iterator<Item = (&'o str, String)>,
) -> Markup {
    html! {
        label.field { span.label { (view.t(label)) }
            select.input id=(field_id(name)) name=(name) {
                @for (value, text) in options { option value=(value) selected[form.text(name) == value] { (text) } }
            } }
    }
}

fn named<'o>(view: &View, texts: &'o str, keys: &'o [&'o str]) -> impl Iterator<Item = (&'o str, String)> {
    let words: Vec<(&str, String)> = keys
        .iter()
        .map(|key| (*key, view.t(&format!("{texts}-{}", key.replace('_', "-"))).into_owned()))
        .collect();
    words.into_iter()
}

fn call_form(view: &View, card: &Record, form: &Form) -> Markup {
    let numbers: Vec<&Json> = card.get("phones").as_array().into_iter().flatten().collect();
    html! {
        @if !numbers.is_empty() {
            p.numbers { @for number in &numbers { span.chip { (icon("phone")) (show::phone(view, number)) } " " } }
        }
        (text(view, form, "text", "call-what"))
        div.row {
            (choice(view, form, "outcome", "call-outcome", named(view, "outcome", OUTCOMES)))
            (input(view, form, "call_back_at", "call-call-back-at"))
            (choice(view, form, "direction", "call-direction", named(view, "direction", &["out", "in"])))
            @if numbers.len() > 1 {
                (choice(view, form, "number", "call-number", numbers.iter().filter_map(|item| Some((item.get("number")?.as_str()?, phones::shown(item, &view.reading))))))
            } @else if let Some(number) = phones::numbers(card.get("phones")).next() {
                input type="hidden" name="number" value=(number);
            }
            (input(view, form, "duration", "call-minutes"))
        }
    }
}

fn task_form(view: &View, form: &Form) -> Markup {
    let mut users: Vec<(String, String)> =
        view.reading.users.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    users.sort_by(|a, b| a.1.cmp(&b.1));
    let me = view.cx.actor().user().map(|id| id.to_string()).unwrap_or_default();
    users.sort_by_key(|(id, _)| *id != me);
    let repeats = std::iter::once(("", view.t("repeat-never").into_owned()))
        .chain(repeat::OFFERED.iter().map(|(key, rule)| (*rule, view.t(key).into_owned())));
    let priorities = ["normal", "high", "low"];
    debug_assert!(priorities.iter().all(|priority| PRIORITIES.contains(priority)));
    html! {
        (input(view, form, "subject", "task-subject"))
        div.row {
            (input(view, form, "due_at", "task-due-at"))
            (choice(view, form, "priority", "task-priority", named(view, "priority", &priorities)))
            (choice(view, form, "assignee", "task-assignee", users.iter().map(|(id, name)| (id.as_str(), name.clone()))))
            (choice(view, form, "repeat", "task-repeat", repeats))
        }
        (text(view, form, "text", "task-text"))
    }
}

/// Lengths that are offered, in minutes.
const MINUTES: &[u64] = &[15, 30, 45, 60, 90, 120, 180, 240];
const DAY_LONG: &str = "day";

fn appointment_form(view: &View, card: &Record, form: &Form, errors: &FieldErrors) -> Markup {
    let Ok(declared) = view.catalog.object("appointment") else { return html! {} };
    let lengths =
        MINUTES.iter().map(|minutes| (minutes.to_string(), view.reading.locale.duration(minutes * 60)));
    let lengths: Vec<(String, String)> =
        lengths.chain([(DAY_LONG.to_owned(), view.t("appointment-all-day").into_owned())]).collect();
    let chosen = form.get("minutes").unwrap_or("60");
    // Whom the card is about is met, unless somebody says otherwise.
    let is_person = card.object.key == "person" && !form.has("starts_at");
    let mut pairs = form::pairs(form);
    if is_person {
        pairs.push(("participants.0.who".to_owned(), format!("person:{}", card.id)));
    }
    // A page is drawn without names of cards rather than not at all.
    let view = &form::titled(view, &pairs).unwrap_or_else(|_| view.again());
    let filled = form::Filled { object: declared, pairs, errors };
    let with =
        |key: &str| declared.field(key).map(|field| form::control(view, &filled, field)).unwrap_or_default();
    let repeats = std::iter::once(("", view.t("repeat-never").into_owned()))
        .chain(repeat::OFFERED.iter().map(|(key, rule)| (*rule, view.t(key).into_owned())));
    html! {
        (input(view, form, "subject", "appointment-subject"))
        div.row {
            (input(view, form, "starts_at", "appointment-starts-at"))
            label.field { span.label { (view.t("appointment-length")) }
                select.input id=(field_id("minutes")) name="minutes" {
                    @for (value, text) in &lengths { option value=(value) selected[value == chosen] { (text) } }
                } }
            (input(view, form, "place", "appointment-place"))
            (input(view, form, "video", "appointment-video"))
            (choice(view, form, "repeat", "appointment-repeat", repeats))
        }
        (with("participants"))
        (with("invite"))
        (with("remind"))
        (with("remind_customer"))
        (text(view, form, "text", "appointment-text"))
    }
}
