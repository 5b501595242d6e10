//! What everything stands on: the context of a unit of work, ids, errors, and the seam over the databases.
//! No feature's SQL and no HTML lives here.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod clock;
pub mod contact;
pub mod context;
pub mod db;
pub mod error;
pub mod id;
pub mod locality;
pub mod migrate;
pub mod money;

pub use clock::{Clock, Timestamp};
pub use context::{Actor, Cx, Event, Role, Scope, Tx};
pub use db::{Db, Row, Value};
pub use error::{Error, FieldErrors, Result, Text};
pub use id::Id;
pub use locality::{Country, Currency, Language, Locality};
