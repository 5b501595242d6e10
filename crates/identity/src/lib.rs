//! Workspaces, users, roles, sign-in, sessions and invitations.
//!
//! Functions that take `&Db` instead of a transaction hash a password: that takes as long as a hundred queries, so
//! it happens between transactions. Memberships are written here with the workspace named in the statement, because
//! a first run and an accepted invitation write the global tables and those of one workspace together.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod api_keys;
pub mod app_passwords;
mod appearance;
pub mod entry;
mod fields;
mod first_run;
pub mod invitations;
pub mod members;
pub mod open_id;
pub mod passkeys;
mod passwords;
mod rate;
pub mod rights;
pub mod roles;
mod scopes;
pub mod second_step;
pub mod secret_addresses;
pub mod sessions;
pub mod shares;
mod sign_in;
mod tokens;
pub mod units;
pub mod users;
pub mod view_as;
pub mod workspaces;

use kernel::migrate::Migration;

pub use appearance::{Density, Theme};
pub use entry::{Arrival, Entry, SignedIn, Step};
pub use first_run::{FirstRun, is_first_run, set_up};
pub use rate::network;
pub use scopes::complete_scope;
pub use sessions::{Device, Session, SessionKey, session, sign_out};
pub use sign_in::{SignIn, sign_in};
pub use users::{NewUser, create_user};

/// The tables of this crate.
pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "0020-identity", sql: include_str!("migrations/0020-identity.sql") },
    Migration { name: "0021-organisation", sql: include_str!("migrations/0021-organisation.sql") },
    Migration { name: "0022-rights", sql: include_str!("migrations/0022-rights.sql") },
    Migration { name: "0023-second-step", sql: include_str!("migrations/0023-second-step.sql") },
    Migration { name: "0024-passkeys", sql: include_str!("migrations/0024-passkeys.sql") },
    Migration { name: "0025-open-id", sql: include_str!("migrations/0025-open-id.sql") },
    Migration { name: "0026-api-keys", sql: include_str!("migrations/0026-api-keys.sql") },
    Migration { name: "0027-view-as", sql: include_str!("migrations/0027-view-as.sql") },
    Migration {
        name: "0028-invitations-by-mail",
        sql: include_str!("migrations/0028-invitations-by-mail.sql"),
    },
    Migration { name: "0064-secret-addresses", sql: include_str!("migrations/0064-secret-addresses.sql") },
    Migration { name: "0066-app-passwords", sql: include_str!("migrations/0066-app-passwords.sql") },
];
