//! The whole product through its front door, and the checks that keep the workspace tidy. On SQLite, and on
//! PostgreSQL when `KARTOTEK_TEST_POSTGRES` names a server.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod api;
mod appointments;
mod assistant;
mod building;
mod callbacks;
mod cli;
mod crash;
mod dav;
mod deals;
mod dice;
mod duplicates;
mod guard;
mod inviting;
mod isolation;
mod languages;
mod layers;
mod layouts;
mod leads;
mod leaving;
mod letters;
mod merging;
mod merging_undone;
mod organisation;
mod own_indexes;
mod promises;
mod queries;
mod relations;
mod reminders;
mod rights;
mod rights_shared;
mod rights_told;
mod roles;
mod roll_ups;
mod routes;
mod sample;
mod saving;
mod searching;
mod second_step;
mod server;
mod shapes;
mod source;
mod talk;
mod tallies;
mod through;
mod tidy;
mod told;
mod types;
mod views;
mod walkthrough;
mod webhooks;
mod words;
mod workbooks;
