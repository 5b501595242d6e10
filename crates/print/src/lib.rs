//! Printed matter from cards: labels, envelopes, letters, index cards and call lists as PDF, and the templates that
//! shape them. It knows cards through the engine only: whatever has addresses can be printed for.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod export;
pub mod letter;
pub mod matter;
pub mod order;
pub mod printing;
pub mod recipients;
pub mod sheet;
pub mod template;
pub mod values;
pub mod wording;

mod job;
mod make;
mod outcome;
mod page;
mod settings;

pub use job::TidyPrints;
use kernel::migrate::Migration;
use records::{Object, object::ObjectKind};
use web::{
    Markup, Routes, html,
    html::{MenuItem, button},
};
use workbench::{App, CardPage, ListPage, Module};

/// The tables of this crate.
pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "0070-print", sql: include_str!("migrations/0070-print.sql") },
    Migration { name: "0071-missing-letters", sql: include_str!("migrations/0071-missing-letters.sql") },
];

/// Labels, envelopes, letters, index cards, call lists.
#[derive(Debug)]
pub struct PrintModule;

impl Module for PrintModule {
    fn objects(&self) -> Vec<Object> {
        vec![letter::letter()]
    }

    fn routes(&self, routes: &mut Routes<App>) {
        page::routes(routes);
        make::routes(routes);
        outcome::routes(routes);
        settings::routes(routes);
    }

    fn jobs(&self, registry: &mut jobs::Registry) {
        registry.register::<job::PrintJob>();
        registry.every(job::DAILY, job::TidyPrints {});
    }

    fn card_menu(&self, page: &CardPage) -> Vec<MenuItem<'static>> {
        if page.record.object.kind != ObjectKind::Card || page.record.trashed_at.is_some() {
            return Vec::new();
        }
        let href = format!("{}?object={}&id={}", page::HERE, page.record.object.key, page.record.id);
        vec![MenuItem::link(href, page.view.t("print")).icon("print")]
    }

    fn list_menu(&self, list: &ListPage) -> Vec<MenuItem<'static>> {
        let href = format!("{}?object={}&{}", page::HERE, list.object.key, list.address.encode());
        vec![MenuItem::link(href, list.view.t("print")).icon("print")]
    }

    fn selection(&self, list: &ListPage) -> Option<Markup> {
        let to = format!("{}/{}", page::HERE, list.object.key);
        let print = button(list.view.t("print")).icon("print").small();
        (list.object.kind == ObjectKind::Card)
            .then(|| html! { (print.attribute("formmethod", "get").attribute("formaction", to)) })
    }

    fn settings(&self) -> Vec<(&'static str, &'static str)> {
        vec![settings::WAY]
    }
}
