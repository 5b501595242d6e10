//! The record engine: objects are declared once, and listing, filtering, saving, history, undo, search, import
//! and export follow from the declaration. It knows no trade and no HTML; every write passes [`save`].

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod access;
pub mod behavior;
pub mod bulk;
pub mod cards;
pub mod changes;
pub mod duplicates;
pub mod exchange;
pub mod export;
pub mod field;
pub mod files;
pub mod following;
pub mod formula;
pub mod import;
pub mod layout;
pub mod links;
pub mod lookups;
pub mod matching;
pub mod merge;
pub mod notices;
pub mod object;
pub mod own;
pub mod past;
pub mod query;
pub mod rank;
pub mod record;
pub mod roll_up;
pub mod save;
pub mod search;
pub mod shape;
pub mod slow;
pub mod stays;
pub mod tables;
pub mod tally;
pub mod timeline;
pub mod undo;
pub mod views;

use kernel::migrate::Migration;

pub use behavior::Behavior;
pub use changes::ChangeSet;
pub use exchange::{Exchange, Meaning};
pub use field::{Field, FieldType};
pub use object::{Catalog, Object};
pub use query::{Filter, Operator, Query, Sort};
pub use record::Record;
pub use shape::{Catalogs, catalog};

/// The engine's own tables. The objects' tables follow from their declarations: [`tables::ensure`].
pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "0030-records", sql: include_str!("migrations/0030-records.sql") },
    Migration { name: "0031-imports", sql: include_str!("migrations/0031-imports.sql") },
    Migration { name: "0032-shapes", sql: include_str!("migrations/0032-shapes.sql") },
    Migration { name: "0033-views", sql: include_str!("migrations/0033-views.sql") },
    Migration { name: "0035-merges", sql: include_str!("migrations/0035-merges.sql") },
    Migration { name: "0036-duplicates", sql: include_str!("migrations/0036-duplicates.sql") },
    Migration { name: "0037-change-feed", sql: include_str!("migrations/0037-change-feed.sql") },
    Migration { name: "0038-talk", sql: include_str!("migrations/0038-talk.sql") },
    Migration { name: "0039-kinds-of-links", sql: include_str!("migrations/0039-kinds-of-links.sql") },
    Migration { name: "0043-layouts", sql: include_str!("migrations/0043-layouts.sql") },
    Migration { name: "0046-night-merges", sql: include_str!("migrations/0046-night-merges.sql") },
    Migration { name: "0049-file-holders", sql: include_str!("migrations/0049-file-holders.sql") },
    Migration { name: "0050-tallies", sql: include_str!("migrations/0050-tallies.sql") },
    Migration { name: "0051-lookup-details", sql: include_str!("migrations/0051-lookup-details.sql") },
    Migration { name: "0052-stays", sql: include_str!("migrations/0052-stays.sql") },
    Migration { name: "0053-passages", sql: include_str!("migrations/0053-passages.sql") },
    Migration { name: "0057-following-by-user", sql: include_str!("migrations/0057-following-by-user.sql") },
];

/// The canonical form of a value, as its field type defines it; `null` is empty.
pub type Json = serde_json::Value;
