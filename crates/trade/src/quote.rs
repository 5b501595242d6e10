//! A quote: what is offered to whom, until when, and what they said. What may follow what stands in [`GOES_ON`]; what the customer
//! has does not change any more: another version takes its place.

use jiff::ToSpan;
use kernel::{Cx, Error, FieldErrors, Result, Text as Message, Tx};
use records::{
    Behavior, ChangeSet, Field, Json, Object, Record,
    behavior::{Done, Pending},
    field::{
        as_text, date::Date, date_time::DateTime, file::File, long_text::LongText, number::Number,
        reference::Reference, select::Select, text::Text, user::User,
    },
    save::{self, Values},
};
use workbench::contact::Reach;

use crate::{document, freeze, quote_follows, quote_template, seller::Seller};

pub const KEY: &str = "quote";

pub const STATES: &[&str] =
    &["draft", "waiting", "approved", "sent", "opened", "accepted", "declined", "expired", "replaced"];

/// From which state which others follow.
const GOES_ON: &[(&str, &[&str])] = &[
    ("draft", &["waiting", "approved", "sent", "accepted", "declined"]),
    ("waiting", &["draft", "approved"]),
    ("approved", &["draft", "sent", "accepted", "declined"]),
    ("sent", &["opened", "accepted", "declined", "expired", "replaced"]),
    ("opened", &["accepted", "declined", "expired", "replaced"]),
    ("expired", &["sent", "accepted", "declined", "replaced"]),
    ("declined", &["sent", "accepted", "replaced"]),
];

/// The declaration.
pub fn quote() -> Object {
    let first = vec![
        Field::new("state", Select::of("quote-state", STATES))
            .listed()
            .indexed()
            .timed("state_since")
            .group("about"),
        Field::new("valid_until", Date).listed().indexed().group("about"),
        Field::new("version", Number { decimals: 0 }).computed().group("about"),
        Field::new("template", Reference { object: Some(quote_template::KEY) }).group("about"),
    ];
    let last = vec![
        Field::new("decline_reason", LongText).group("answer"),
        Field::new("accepted_by", Text).computed().group("answer"),
        Field::new("sent_at", DateTime).computed().group("answer"),
        Field::new("opened_at", DateTime).computed().group("answer"),
        Field::new("answered_at", DateTime).computed().group("answer"),
        Field::new("approved_by", User).computed().group("answer"),
        // SHA-256 of the document as it was accepted.
        Field::new("hash", Text).computed().group("answer"),
        Field::new("document", File { image: false }).computed().hidden(),
        // Who accepted, from where, and what they drew, as JSON.
        Field::new("signature", LongText).computed().hidden(),
        Field::new("state_since", DateTime).computed().group("about"),
        Field::new("replaces", Reference { object: Some(KEY) }).computed().indexed().group("about"),
    ];
    let mut quote = Object::new(KEY, "quotes", "name", document::fields(first, last))
        .detail(&["number", "company"])
        .sorted_by("number", true)
        .behavior(QuoteRules);
    quote.tab = "deal";
    quote
}

/// Its customer has not answered, and may.
pub fn is_out(quote: &Record) -> bool {
    matches!(quote.text("state"), "sent" | "opened")
}

/// Still to be written.
pub fn is_draft(state: &str) -> bool {
    matches!(state, "" | "draft" | "waiting" | "approved")
}

/// The share off the full prices is above the workspace's limit, and nobody approved it.
pub(crate) fn needs_approval(cx: &Cx, lines: &Json, discount: &Json) -> Result<bool> {
    let seller = Seller::of(cx)?;
    let off = document::taken_off(lines, discount);
    Ok(seller.approval_above.is_some_and(|limit| off > limit))
}

/// A quote that is sent gets in touch with whom it is for.
pub(crate) fn reaches(before: Option<&Record>, values: &Values) -> Option<Reach> {
    let sent = |state: &Json| matches!(as_text(state), "sent" | "opened");
    let becomes =
        values.get("state").is_some_and(sent) && !before.is_some_and(|quote| sent(quote.get("state")));
    let value = |field: &str| values.get(field).or_else(|| before.map(|quote| quote.get(field))).cloned();
    let card = ["person", "company"].into_iter().filter_map(value).find(|card| !card.is_null())?;
    becomes.then_some(Reach { card, way: "email" })
}

/// Brings a quote into a state, with what belongs to that.
pub(crate) fn become_(
    tx: &mut Tx,
    set: &mut ChangeSet,
    quote: &Record,
    state: &str,
    mut values: Values,
) -> Result<Record> {
    values.insert("state".to_owned(), state.into());
    save::edit(tx, set, &quote.object, quote.id, values, &Values::new())?.saved()
}

#[derive(Debug)]
struct QuoteRules;

impl Behavior for QuoteRules {
    fn before(&self, cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
        let was = pending.before.map_or("", |before| before.text("state")).to_owned();
        if pending.before.is_none() {
            begin(cx, pending)?;
        }
        if is_draft(&was) && pending.values.contains_key("template") {
            quote_template::begin(cx, pending)?;
        }
        match was.as_str() {
            was if is_draft(was) => {}
            "sent" | "opened" => document::frozen_but_choice(pending, errors, "quote-is-sent"),
            _ => document::frozen(pending, errors, "quote-is-sent"),
        }
        document::complete(cx, pending, errors)?;
        if is_draft(&was) && document::CONTENT.iter().any(|field| changes(pending, field)) {
            // What was approved was something else.
            pending.values.insert("approved_by".to_owned(), Json::Null);
            if matches!(was.as_str(), "waiting" | "approved") && !pending.values.contains_key("state") {
                pending.values.insert("state".to_owned(), "draft".into());
            }
        }
        let state = as_text(pending.value("state")).to_owned();
        if state != was {
            enter(cx, pending, errors, &was, &state)?;
        }
        Ok(())
    }

    fn after(&self, tx: &mut Tx, set: &mut ChangeSet, done: &Done) -> Result<()> {
        if document::is_new(done) {
            document::number(tx, done.after, KEY)?;
        }
        if done.changed("state") && done.after.trashed_at.is_none() {
            quote_follows::entered(tx, set, done)?;
            if done.after.text("state") == "accepted" {
                freeze::soon(tx, done.after)?;
            }
        }
        Ok(())
    }

    /// What a customer accepted stays.
    fn trashing(&self, _: &Cx, quote: &Record) -> Result<()> {
        if quote.text("state") == "accepted" { Err(Error::conflict("quote-is-accepted")) } else { Ok(()) }
    }

    fn merging(&self, _: &Cx, _: &[Record], _: &mut Values) -> Result<()> {
        Err(Error::conflict("documents-stay-apart"))
    }
}

fn changes(pending: &Pending, field: &str) -> bool {
    let had = pending.before.map_or(&Json::Null, |before| before.get(field));
    pending.values.get(field).is_some_and(|value| value != had)
}

fn begin(cx: &Cx, pending: &mut Pending) -> Result<()> {
    let seller = Seller::of(cx)?;
    let until = cx.today().checked_add(seller.valid_days.days()).unwrap_or(cx.today());
    let begun: [(&str, Json); 4] = [
        ("state", "draft".into()),
        ("version", 1.into()),
        ("valid_until", until.to_string().into()),
        (
            "terms",
            if seller.quote_terms.is_empty() { Json::Null } else { seller.quote_terms.as_str().into() },
        ),
    ];
    for (field, value) in begun {
        if pending.value(field).is_null() {
            pending.values.insert(field.to_owned(), value);
        }
    }
    Ok(())
}

/// A quote enters a state: whether it may, and what stands on it then.
fn enter(cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors, was: &str, state: &str) -> Result<()> {
    let since = Json::from(cx.now().micros());
    if pending.before.is_some() {
        let ways = GOES_ON.iter().find(|(from, _)| *from == was).map_or(&[][..], |(_, to)| to);
        if !ways.contains(&state) {
            errors.add("state", Message::new("quote-cannot-become"));
            return Ok(());
        }
    }
    let leaves_us = matches!(state, "sent" | "accepted");
    if leaves_us && is_draft(was) {
        if pending.value("lines").is_null() {
            errors.add("lines", Message::new("quote-has-no-lines"));
        }
        let approved = was == "approved" || !pending.value("approved_by").is_null();
        let needs = needs_approval(cx, pending.value("lines"), pending.value("discount"))?;
        if needs && !approved && !Seller::of(cx)?.approves(cx) {
            errors.add("state", Message::new("quote-needs-approval"));
        }
    }
    let today = cx.today().to_string();
    let over =
        !pending.value("valid_until").is_null() && as_text(pending.value("valid_until")) < today.as_str();
    if state == "sent" && over {
        errors.add("valid_until", Message::new("quote-is-over"));
    }
    if state == "approved" {
        match (Seller::of(cx)?.approves(cx), cx.actor().user()) {
            (true, Some(user)) => {
                pending.values.insert("approved_by".to_owned(), user.to_string().into());
            }
            _ => errors.add("state", Message::new("quote-not-yours-to-approve")),
        }
    }
    let at = match state {
        "sent" => "sent_at",
        "opened" => "opened_at",
        "accepted" | "declined" => "answered_at",
        _ => "state_since",
    };
    for field in [at, "state_since"] {
        if !pending.values.contains_key(field) {
            pending.values.insert(field.to_owned(), since.clone());
        }
    }
    Ok(())
}
