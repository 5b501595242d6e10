//! Workspaces, users, roles, sign-in, sessions and invitations.
//!
//! Functions that take `&Db` instead of a transaction hash a password: that takes as long as a hundred queries, so
//! it happens between transactions. Memberships are written here with the workspace named in the statement, because
//! a first run and an accepted invitation write the global tables and those of one workspace together.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod api_keys;
mod appearance;
mod fields;
mod first_run;
pub mod invitations;
pub mod members;
mod passwords;
mod rate;
mod scopes;
pub mod sessions;
mod sign_in;
mod tokens;
pub mod users;
pub mod workspaces;

pub use appearance::{Density, Theme};
pub use first_run::{FirstRun, is_first_run, set_up};
pub use scopes::complete_scope;
pub use sessions::{Device, Session, SessionKey, session, sign_out};
pub use sign_in::{SignIn, SignedIn, sign_in};
pub use users::{NewUser, create_user};

/// The tables of this crate.
pub const MIGRATIONS: &[kernel::migrate::Migration] = &[
    kernel::migrate::Migration { name: "0020-identity", sql: include_str!("migrations/0020-identity.sql") },
    kernel::migrate::Migration { name: "0021-api-keys", sql: include_str!("migrations/0021-api-keys.sql") },
];
