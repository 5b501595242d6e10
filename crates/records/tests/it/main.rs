//! Import and export through the front door, on SQLite, and on PostgreSQL when `KARTOTEK_TEST_POSTGRES` names a
//! server.

#![allow(clippy::unwrap_used, clippy::expect_used, unreachable_pub)]

mod cast;
mod export;
mod export_workspace;
mod import;
mod import_cards;
mod import_files;
mod import_jobs;
mod import_modes;
mod office;
mod workbooks;
