//! Generic screens over the record engine: lists, cards, forms, search, history, trash and settings follow from the
//! objects' declarations. A vertical plugs in through [`Module`].

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod api;
pub mod app;
pub mod card;
mod choices;
pub mod contact;
pub mod create;
pub mod door;
mod draft;
pub mod duplicates;
pub mod duties;
pub mod edit;
pub mod entrance;
pub mod export;
pub mod files;
mod following;
pub mod form;
pub mod history;
pub mod import;
pub mod letters;
pub mod link;
pub mod list;
mod merge;
pub mod module;
pub mod month;
pub mod note;
pub mod notifications;
pub mod pick;
mod place;
pub mod search;
pub mod settings;
mod sharing;
pub mod show;
pub mod silent;
pub mod trash;
pub mod undo;
pub mod view;
pub mod webhooks;

/// The tables of the API and of the webhooks.
pub const MIGRATIONS: &[kernel::migrate::Migration] = &[
    kernel::migrate::Migration { name: "0040-api", sql: include_str!("migrations/0040-api.sql") },
    kernel::migrate::Migration { name: "0041-webhooks", sql: include_str!("migrations/0041-webhooks.sql") },
];
mod view_as;
mod why;

pub use app::App;
pub use duties::Duty;
pub use module::{CardPage, ListPage, Module};
pub use view::View;
