//! Selling: leads, deals, the stages they go through, and what will come in.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod deal;
pub mod forecast;
pub mod goals;
pub mod pipeline;

mod assignment;
mod at_stake;
mod board;
mod figures;
mod forms;
mod known;
mod known_as;
mod paste;
mod path;
mod patience;
pub mod rates;
pub mod scoring;
mod settings;
mod stage;
mod views;

mod convert;
pub mod lead;

use std::collections::HashMap;

use kernel::{Cx, Id, Result, migrate::Migration, money::Money};
use records::{
    Object, Record,
    export::{Column, ColumnType, TableRows},
    links::LinkKind,
};
use web::{Form, Markup, Routes, html::MenuItem};
use workbench::{
    App, CardPage, Duty, ListPage, Module,
    contact::{Asked, Contact},
    module::{BoardLine, Way},
};

pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "0080-pipelines", sql: include_str!("migrations/0080-pipelines.sql") },
    Migration { name: "0081-goals", sql: include_str!("migrations/0081-goals.sql") },
    Migration { name: "0082-forecasts", sql: include_str!("migrations/0082-forecasts.sql") },
    Migration { name: "0083-rates", sql: include_str!("migrations/0083-rates.sql") },
    Migration { name: "0085-forms", sql: include_str!("migrations/0085-forms.sql") },
    Migration { name: "0086-assignment", sql: include_str!("migrations/0086-assignment.sql") },
    Migration { name: "0087-scoring", sql: include_str!("migrations/0087-scoring.sql") },
];

pub use assignment::RULES;
pub use forms::FORMS;
pub use rates::RATES;

/// The rows of `pipelines` travel with the whole workspace.
pub const PIPELINES: TableRows = TableRows {
    table: "pipelines",
    key: 0,
    columns: &[Column("definition", ColumnType::Text), Column("version", ColumnType::Number)],
};

/// The rows of `goals` travel with it too.
pub const GOALS: TableRows = TableRows {
    table: "goals",
    key: 6,
    columns: &[
        Column("span", ColumnType::Text),
        Column("from_on", ColumnType::Text),
        Column("measure", ColumnType::Text),
        Column("level", ColumnType::Text),
        Column("whose_id", ColumnType::Id),
        Column("set_at", ColumnType::Number),
        Column("set_by", ColumnType::Id),
        Column("target", ColumnType::Number),
        Column("currency", ColumnType::Text),
    ],
};

/// And so does what was forecast.
pub const FORECASTS: TableRows = TableRows {
    table: "forecasts",
    key: 4,
    columns: &[
        Column("taken_on", ColumnType::Text),
        Column("month", ColumnType::Text),
        Column("owner_id", ColumnType::Id),
        Column("currency", ColumnType::Text),
        Column("won", ColumnType::Number),
        Column("committed", ColumnType::Number),
        Column("best_case", ColumnType::Number),
        Column("pipeline", ColumnType::Number),
        Column("weighted", ColumnType::Number),
        Column("model", ColumnType::Number),
    ],
};

/// Leads, deals and their pipelines.
#[derive(Debug)]
pub struct SalesModule;

impl Module for SalesModule {
    fn objects(&self) -> Vec<Object> {
        vec![deal::deal(), lead::lead()]
    }

    fn link_kinds(&self) -> Vec<LinkKind> {
        vec![deal::TAKES_PART]
    }

    fn duties(&self) -> Vec<Duty> {
        vec![
            Duty { object: "deal", field: "owner", done: Some("closed_at") },
            Duty { object: "lead", field: "owner", done: Some("converted_at") },
        ]
    }

    fn routes(&self, routes: &mut Routes<App>) {
        figures::routes(routes);
        goals::page::routes(routes);
        settings::routes(routes);
        convert::routes(routes);
        forms::routes(routes);
        paste::routes(routes);
        assignment::routes(routes);
        rates::settings::routes(routes);
        scoring::routes(routes);
        people::contact::routes_of(routes, lead::KEY, "leads");
    }

    fn jobs(&self, registry: &mut jobs::Registry) {
        registry.register::<scoring::Learn>();
        registry.register::<patience::Remeasure>();
        registry.every(scoring::EVERY, scoring::NightlyLearning {});
        forecast::register(registry);
    }

    fn settings(&self) -> Vec<(&'static str, &'static str)> {
        vec![settings::WAY, forms::WAY, assignment::WAY, rates::settings::WAY]
    }

    fn views(&self, cx: &Cx, object: &Object) -> Result<Vec<(String, Form)>> {
        match object.key {
            deal::KEY => views::of_deals(cx, object),
            lead::KEY => Ok(views::of_leads(cx, object)),
            _ => Ok(Vec::new()),
        }
    }

    fn near(&self, cx: &Cx, card: &Record) -> Result<Vec<(&'static str, Id)>> {
        if card.object.key == lead::KEY { known_as::near(cx, card) } else { Ok(Vec::new()) }
    }

    fn in_contact(&self, cx: &Cx, asked: &Asked) -> Result<Vec<Contact>> {
        known::in_contact(cx, asked)
    }

    fn at_stake(&self, cx: &Cx, cards: &[(&str, Id)]) -> Result<HashMap<Id, Money>> {
        at_stake::of(cx, cards)
    }

    fn card_top(&self, page: &CardPage) -> Result<Option<Markup>> {
        if page.record.object.key != lead::KEY {
            return path::across(page);
        }
        Ok(convert::became(page)?.or(known_as::on_top(page)?))
    }

    fn card_actions(&self, page: &CardPage) -> Result<Option<Markup>> {
        Ok(convert::action(page))
    }

    fn card_side(&self, page: &CardPage) -> Result<Option<Markup>> {
        scoring::on_card(page)
    }

    fn board_line(&self, page: &CardPage) -> Result<Option<BoardLine>> {
        board::line(page)
    }

    fn list_menu(&self, list: &ListPage) -> Vec<MenuItem<'static>> {
        if list.object.key == lead::KEY {
            let chances = MenuItem::link("/leads/chances", list.view.t("score-title")).icon("spark");
            if !list.view.may_write() {
                return vec![chances];
            }
            return vec![chances, MenuItem::link("/leads/aside", list.view.t("form-aside")).icon("filter")];
        }
        if list.object.key != deal::KEY {
            return Vec::new();
        }
        figures::PAGES.map(|(href, key)| MenuItem::link(href, list.view.t(key)).icon("filter")).into()
    }

    fn new_ways(&self, object: &Object) -> Vec<Way> {
        let paste = Way { href: paste::HERE, text: "paste", icon: "copy", key: None, in_bar: false };
        if object.key == lead::KEY { vec![paste] } else { Vec::new() }
    }

    fn commands(&self) -> Vec<Way> {
        let way = |href, text, icon| Way { href, text, icon, key: None, in_bar: false };
        let mut ways: Vec<Way> = figures::PAGES.map(|(href, text)| way(href, text, "deal")).into();
        ways.extend([
            way("/deals/new", "new-deal", "plus"),
            way("/leads/new", "new-lead", "plus"),
            way(paste::HERE, "paste-title", "copy"),
        ]);
        ways
    }
}
