//! Calendars and cards for phones and desktop programs: CalDAV (RFC 4791), CardDAV (RFC 6352) and WebDAV sync (RFC 6578) under
//! `/dav/`. Whoever comes has a password made for their device; what they write passes the same gate as everything else.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod answer;
mod choices;
mod collection;
mod filter;
mod kept;
mod members;
mod names;
mod place;
mod property;
mod serve;
mod settings;
mod xml;

use kernel::migrate::Migration;
use web::Routes;
use workbench::{App, Module};

/// The tables of this crate.
pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "0056-dav", sql: include_str!("migrations/0056-dav.sql") }];

/// Phones and desktop programs.
#[derive(Debug)]
pub struct DavModule;

impl Module for DavModule {
    fn routes(&self, routes: &mut Routes<App>) {
        serve::routes(routes);
        settings::routes(routes);
    }

    fn own_settings(&self) -> Vec<(&'static str, &'static str)> {
        vec![settings::WAY]
    }
}
