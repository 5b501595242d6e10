//! What happens with customers and what is said about them: notes, calls, tasks, appointments and comments, the timeline they
//! make on a card, the calendar, reminders, and Today, the page of what was promised.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod appointment;
pub mod calendar;
pub mod call;
pub mod comment;
pub mod diary;
pub mod kept;
pub mod note;
pub mod reminders;
pub mod repeat;
pub mod resource;
pub mod series;
pub mod silence;
pub mod task;
pub mod today;

mod callbacks;
mod card;
mod composer;
mod exchange;
mod ics;
mod inviting;
mod left_alone;
mod mention;
mod moving;
mod overlap;
mod promises;
mod slot;
mod talk;
mod timeline;
mod visits;

use kernel::{Cx, Result, migrate::Migration};
use records::{Object, Record, object::ObjectKind, save::Values};
use web::{Markup, Routes, html};
use workbench::{
    App, CardPage, Duty, Module,
    contact::{self, Asked, Contact, Reach},
    module::Way,
};

/// The tables that do not follow from declarations.
pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "0065-reminders", sql: include_str!("migrations/0065-reminders.sql") },
    Migration { name: "0069-inviting", sql: include_str!("migrations/0069-inviting.sql") },
];

/// Notes, calls, tasks, appointments, comments, the timeline, the calendar and Today.
#[derive(Debug)]
pub struct ActivitiesModule;

impl Module for ActivitiesModule {
    fn objects(&self) -> Vec<Object> {
        vec![
            note::note(),
            call::call(),
            task::task(),
            appointment::appointment(),
            comment::comment(),
            resource::resource(),
        ]
    }

    fn duties(&self) -> Vec<Duty> {
        vec![
            Duty { object: "task", field: "assignee", done: Some("done_at") },
            Duty { object: "appointment", field: "owner", done: Some("closed_at") },
        ]
    }

    fn in_contact(&self, cx: &Cx, asked: &Asked) -> Result<Vec<Contact>> {
        let mut all = contact::happened(cx, "call", asked)?;
        all.extend(promises::open_with(cx, asked)?);
        all.extend(appointment::open_with(cx, asked)?);
        Ok(all)
    }

    fn reaches(&self, cx: &Cx, object: &Object, before: Option<&Record>, values: &Values) -> Option<Reach> {
        if object.key == "call" && before.is_none() { call::reaches(cx, values) } else { None }
    }

    fn routes(&self, routes: &mut Routes<App>) {
        calendar::routes(routes);
        callbacks::routes(routes);
        composer::routes(routes);
        exchange::routes(routes);
        inviting::answers::routes(routes);
        moving::routes(routes);
        promises::routes(routes);
        silence::routes(routes);
        talk::routes(routes);
        timeline::routes(routes);
        today::routes(routes);
        visits::routes(routes);
    }

    fn jobs(&self, registry: &mut jobs::Registry) {
        registry.every(reminders::EVERY, reminders::Remind {});
        registry.every(silence::begin::EVERY, silence::begin::Begin {});
    }

    fn ways(&self) -> Vec<Way> {
        vec![
            Way { href: "/today", text: "nav-today", icon: "today", key: Some("g t"), in_bar: true },
            Way {
                href: "/calendar",
                text: "nav-calendar",
                icon: "calendar",
                key: Some("g d"),
                in_bar: false,
            },
            Way { href: "/tasks", text: "task-many", icon: "task", key: Some("g a"), in_bar: false },
        ]
    }

    fn card_top(&self, page: &CardPage) -> Result<Option<Markup>> {
        Ok(moving::on_top(page)?.or_else(|| silence::said(page)))
    }

    fn card_actions(&self, page: &CardPage) -> Result<Option<Markup>> {
        Ok(moving::actions(page))
    }

    fn card_middle(&self, page: &CardPage) -> Result<Option<Markup>> {
        if page.record.object.kind != ObjectKind::Card {
            return Ok(None);
        }
        let composer = composer::on_card(page.view, page.record)?;
        let timeline = timeline::on_card(page.view, page.record, None)?;
        Ok(Some(html! { (composer) (timeline) }))
    }

    fn letters(&self) -> Vec<&'static workbench::letters::LetterKind> {
        std::iter::once(&reminders::LETTER).chain(&inviting::LETTERS).collect()
    }

    fn commands(&self) -> Vec<Way> {
        vec![
            Way { href: "/today", text: "nav-today", icon: "today", key: None, in_bar: false },
            Way { href: "/calendar", text: "nav-calendar", icon: "calendar", key: None, in_bar: false },
            Way {
                href: "/appointments/new",
                text: "new-appointment",
                icon: "calendar-plus",
                key: None,
                in_bar: false,
            },
            Way { href: "/tasks/new", text: "new-task", icon: "plus", key: None, in_bar: false },
        ]
    }
}
