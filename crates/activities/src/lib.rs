//! What happens with customers and what is said about them: notes, calls, tasks and comments, the timeline they make on a card, and Today, the page of
//! what was promised.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod call;
pub mod comment;
pub mod note;
pub mod repeat;
pub mod task;
pub mod today;

mod card;
mod composer;
mod left_alone;
mod mention;
mod promises;
mod talk;
mod timeline;

use kernel::{Cx, Result};
use records::{Object, object::ObjectKind, save::Values};
use web::{Markup, Routes, html};
use workbench::{
    App, CardPage, Duty, Module,
    contact::{self, Asked, Contact, Reach},
    module::Way,
};

/// Notes, calls, tasks, comments, the timeline and Today.
#[derive(Debug)]
pub struct ActivitiesModule;

impl Module for ActivitiesModule {
    fn objects(&self) -> Vec<Object> {
        vec![note::note(), call::call(), task::task(), comment::comment()]
    }

    fn duties(&self) -> Vec<Duty> {
        vec![Duty { object: "task", field: "assignee", done: Some("done_at") }]
    }

    fn in_contact(&self, cx: &Cx, asked: &Asked) -> Result<Vec<Contact>> {
        let mut all = contact::happened(cx, "call", asked)?;
        all.extend(promises::open_with(cx, asked)?);
        Ok(all)
    }

    fn reaches(&self, cx: &Cx, object: &Object, values: &Values) -> Option<Reach> {
        if object.key == "call" { call::reaches(cx, values) } else { None }
    }

    fn routes(&self, routes: &mut Routes<App>) {
        composer::routes(routes);
        promises::routes(routes);
        talk::routes(routes);
        timeline::routes(routes);
        today::routes(routes);
    }

    fn ways(&self) -> Vec<Way> {
        vec![
            Way { href: "/today", text: "nav-today", icon: "today", key: Some("g t"), in_bar: true },
            Way { href: "/tasks", text: "task-many", icon: "task", key: Some("g a"), in_bar: false },
        ]
    }

    fn card_middle(&self, page: &CardPage) -> Result<Option<Markup>> {
        if page.record.object.kind != ObjectKind::Card {
            return Ok(None);
        }
        let composer = composer::on_card(page.view, page.record)?;
        let timeline = timeline::on_card(page.view, page.record, None)?;
        Ok(Some(html! { (composer) (timeline) }))
    }

    fn commands(&self) -> Vec<Way> {
        vec![
            Way { href: "/today", text: "nav-today", icon: "today", key: None, in_bar: false },
            Way { href: "/tasks/new", text: "new-task", icon: "plus", key: None, in_bar: false },
        ]
    }
}
