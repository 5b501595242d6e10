//! People, companies and households, their relations, and the guard that warns before somebody is contacted who
//! said no or whom a colleague is talking to.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod company;
pub mod consent;
pub mod contact;
mod exchange;
pub mod export;
pub mod guard;
pub mod household;
mod merging;
pub mod person;
pub mod refusal;
pub mod relations;

use kernel::{Cx, Id, Result, Tx, migrate::Migration};
use records::{Object, Record, links::LinkKind};
use web::{Markup, Request, Routes};
use workbench::{App, CardPage, Duty, Module, contact::Objection, module::Way};

/// Who has which card in hand, and who wants to be left alone.
pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "0060-claims", sql: include_str!("migrations/0060-claims.sql") },
    Migration { name: "0061-refusals", sql: include_str!("migrations/0061-refusals.sql") },
    Migration { name: "0062-consents", sql: include_str!("migrations/0062-consents.sql") },
    Migration { name: "0063-claims-by-end", sql: include_str!("migrations/0063-claims-by-end.sql") },
];

/// What somebody can be reached by, in the order of a form.
pub(crate) const PREFERRED: &[&str] = &["phone", "email", "sms", "letter", "visit"];

/// People, companies and households.
#[derive(Debug)]
pub struct PeopleModule;

impl Module for PeopleModule {
    fn objects(&self) -> Vec<Object> {
        vec![person::person(), company::company(), household::household(), consent::consent()]
    }

    fn link_kinds(&self) -> Vec<LinkKind> {
        relations::relations()
    }

    fn duties(&self) -> Vec<Duty> {
        ["person", "company", "household"].map(|object| Duty { object, field: "owner", done: None }).into()
    }

    fn objections(&self, cx: &Cx, card: &Record, way: &str) -> Result<Vec<Objection>> {
        guard::objections(cx, card, way)
    }

    fn routes(&self, routes: &mut Routes<App>) {
        contact::routes(routes);
        consent::page::routes(routes);
        guard::settings::routes(routes);
    }

    fn notes_opening(&self, cx: &Cx, request: &Request, card: &Record) -> Result<bool> {
        contact::is_due(cx, request, card)
    }

    fn opened(&self, tx: &mut Tx, request: &Request, card: &Record) -> Result<()> {
        contact::hold(tx, request, card)
    }

    fn left(&self, app: &App, request: &Request, object: &str, card: Id) -> Result<()> {
        contact::put_down(app, request, object, card)
    }

    fn card_top(&self, page: &CardPage) -> Result<Option<Markup>> {
        contact::banner(page)
    }

    fn card_actions(&self, page: &CardPage) -> Result<Option<Markup>> {
        contact::actions(page)
    }

    fn settings(&self) -> Vec<(&'static str, &'static str)> {
        vec![guard::settings::WAY]
    }

    fn letters(&self) -> Vec<&'static workbench::letters::LetterKind> {
        vec![&consent::LETTER]
    }

    fn commands(&self) -> Vec<Way> {
        let new = |href, text| Way { href, text, icon: "plus", key: None, in_bar: false };
        vec![
            new("/people/new", "new-person"),
            new("/companies/new", "new-company"),
            new("/households/new", "new-household"),
        ]
    }
}
