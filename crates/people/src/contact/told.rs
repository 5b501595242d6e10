//! What the guard knows, in words: one line for each colleague and each refusal. Of what the reader may not read only who,
//! when and what it was, and whom to ask.

use std::collections::HashMap;

use kernel::{Id, Result};
use records::{Json, Record, access::Verb, field::reference, record};
use web::{
    Form, Markup, html,
    html::{Tone, icon, notice},
};
use workbench::{View, contact::Contact};

use crate::guard::{Claim, Warning, claims::Through};

/// Of lines that say the same of many, so many are shown at once.
const SHOWN: usize = 5;

/// Warnings about one card, with the titles of the cards they name.
pub(super) struct Told<'a> {
    view: &'a View<'a>,
    card: &'a Record,
    warnings: &'a [Warning],
    titles: HashMap<Id, String>,
    /// The reader can ask a colleague in a comment.
    asks: bool,
}

/// Whether it must not be missed: the customer said so.
pub(super) fn stops(warning: &Warning) -> bool {
    matches!(warning, Warning::Forbidden { .. } | Warning::NotInterested { .. })
}

impl<'a> Told<'a> {
    pub(super) fn new(view: &'a View, card: &'a Record, warnings: &'a [Warning]) -> Result<Told<'a>> {
        let named = warnings.iter().filter_map(|warning| match warning {
            Warning::Contact(contact) => Some(reference::reference(contact.card.0, contact.card.1)),
            Warning::Claimed(claim) => Some(reference::reference(&claim.object, claim.card)),
            _ => None,
        });
        let named: Vec<Json> = named.collect();
        let titles = record::titles(view.cx, named.iter())?;
        let comment = view.catalog.object("comment");
        let asks = comment.is_ok_and(|comment| view.may_write() && view.may(comment, Verb::Create));
        Ok(Told { view, card, warnings, titles, asks })
    }

    /// The channels that the card forbids, each with its reason.
    pub(super) fn forbidden(&self) -> String {
        let field = self.card.object.field("do_not_contact");
        field.map_or_else(
            |_| String::new(),
            |field| field.kind.show(self.card.get("do_not_contact"), &self.view.reading),
        )
    }

    /// What is known of those around the card, as one notice; nothing when nothing is.
    pub(super) fn around(&self) -> Markup {
        let all: Vec<&Warning> = self.warnings.iter().filter(|warning| !stops(warning)).collect();
        let (first, more) = all.split_at(all.len().min(SHOWN));
        let lines = |warnings: &[&Warning]| html! { ul.guard-lines { @for warning in warnings { li { (self.said(warning)) } } } };
        if all.is_empty() {
            return html! {};
        }
        let body = html! {
            div {
                (lines(first))
                @if !more.is_empty() {
                    details { summary { (self.view.tf("guard-more", &[("count", more.len().into())])) } (lines(more)) }
                }
            }
        };
        notice(Some(Tone::Warning), &body, None)
    }

    /// One warning as a sentence.
    pub(super) fn said(&self, warning: &Warning) -> Markup {
        let view = self.view;
        match warning {
            Warning::Forbidden { channel, reason, until } => html! { div {
                strong { (view.t("do-not-contact")) } " "
                (view.t(&format!("channel-{channel}")))
                @if !reason.is_empty() { ": " (reason) }
                (self.until(until))
            } },
            Warning::NotInterested { reason, until } => html! { div {
                strong { (view.t("standing-not-interested")) } " " (reason) (self.until(until))
            } },
            Warning::RefusedNearby { object, card } => {
                let nearby = format!("guard-refused-{object}");
                match card {
                    Some(card) => html! {
                        (icon("ban")) span { b { a href=(card.address()) { (card.title(&view.reading)) } } " · " (view.t("guard-refused")) }
                    },
                    None => html! { (icon("ban")) span { (view.t(&nearby)) } },
                }
            }
            Warning::Claimed(claim) => self.claimed(claim),
            Warning::Contact(contact) => self.contact(contact),
        }
    }

    fn until(&self, until: &str) -> Markup {
        let locale = &self.view.reading.locale;
        html! { @if let Ok(until) = until.parse() { " (" (self.view.tf("until-date", &[("date", locale.date(until).into())])) ")" } }
    }

    fn claimed(&self, claim: &Claim) -> Markup {
        let view = self.view;
        let (said, sign) = match claim.through {
            Through::Page => ("guard-holds", "eye"),
            Through::Call => ("guard-calls", "phone"),
        };
        let since = view.reading.locale.time(claim.since);
        html! {
            (icon(sign)) span {
                b { (view.user(Some(claim.by))) } " " (view.t(said))
                (self.with_whom(&claim.object, claim.card))
                " · " (view.tf("guard-since", &[("time", since.into())]))
            }
        }
    }

    fn contact(&self, contact: &Contact) -> Markup {
        let view = self.view;
        let name = match contact.by.is_nil() {
            true => view.t("guard-somebody").into_owned(),
            false => view.user(Some(contact.by)),
        };
        let said = if contact.open { "guard-open" } else { "guard-in-touch" };
        html! {
            (icon(if contact.open { "clock" } else { "history" })) span {
                b { (name) } " " (view.t(said))
                " · " (view.one(&contact.object)) " · " (view.moment(contact.at))
                (self.with_whom(contact.card.0, contact.card.1))
                @match &contact.record {
                    Some(record) => { (self.what(record)) }
                    None => { (self.ask(contact, &name)) }
                }
            }
        }
    }

    fn with_whom(&self, key: &str, id: Id) -> Markup {
        if id == self.card.id {
            return html! {};
        }
        let view = self.view;
        html! {
            " · "
            @match (self.titles.get(&id), view.catalog.object(key)) {
                (Some(title), Ok(object)) => a href={ "/" (object.path) "/" (id) } { (title) },
                _ => { (view.t(&format!("guard-nearby-{key}"))) }
            }
        }
    }

    /// How it ended, and what was said.
    fn what(&self, record: &Record) -> Markup {
        let reading = &self.view.reading;
        let details = record.object.detail.iter().map(|field| record.show(field, reading));
        let title = record.show(record.object.title, reading);
        let title = title.lines().next().unwrap_or_default().to_owned();
        let all: Vec<String> = details.chain([title]).filter(|text| !text.is_empty()).collect();
        html! { @for text in &all { " · " (text) } }
    }

    /// Whom to ask about what the reader may not read.
    fn ask(&self, contact: &Contact, name: &str) -> Markup {
        let first = name.split(' ').next().unwrap_or(name);
        let ask = self.view.tf("guard-ask", &[("name", first.into())]);
        let question = Form::default().with("compose", "comment").with("text", format!("@{name} "));
        html! {
            @if self.asks && !contact.by.is_nil() {
                " · " a href={ (self.card.address()) "?" (question.encode()) "#composer" } { (ask) }
            }
        }
    }
}
