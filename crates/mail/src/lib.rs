//! Letters by mail. A letter is written down in the transaction of whatever makes it, and a job sends it by SMTP, again and
//! again while the server does not take it. As long as no server is set up letters are kept, for administrators to read.
//! Knows nothing of what letters are about.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod enclosed;
mod letter;
mod outbox;
mod send;
mod server;

pub use self::{
    enclosed::{Calendar, Enclosed, File, Maker, Makers, Promised},
    letter::{Letter, Part},
    outbox::{Mail, State, again, find, list, post, post_with, states, trouble},
    server::{Post, Server},
};

/// The table of this crate.
pub const MIGRATIONS: &[kernel::migrate::Migration] = &[
    kernel::migrate::Migration { name: "0012-mail", sql: include_str!("migrations/0012-mail.sql") },
    kernel::migrate::Migration { name: "0013-enclosed", sql: include_str!("migrations/0013-enclosed.sql") },
];

/// The job that sends.
pub fn register(registry: &mut jobs::Registry) {
    registry.register::<send::Send>();
}
