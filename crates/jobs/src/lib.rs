//! Durable background work: the job table, leases, retries, progress and cancellation.
//!
//! A job is a serialisable struct with [`Job::run`], [`enqueue`]d in the caller's transaction. A [`Runner`] claims
//! it under a lease; when its process is killed the lease runs out and another goes on from the last checkpoint.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod claim;
mod outcome;
mod queue;
mod registry;
mod row;
mod run;
mod runner;
mod schedules;
mod tidy;

pub use queue::{Job, cancel, enqueue, enqueue_at, is_under_way, retry};
pub use registry::Registry;
pub use row::{Filter, JobRow, Note, State, find, list};
pub use run::Run;
pub use runner::{Runner, run_due};

/// The tables of this crate.
pub const MIGRATIONS: &[kernel::migrate::Migration] =
    &[kernel::migrate::Migration { name: "0010-jobs", sql: include_str!("migrations/0010-jobs.sql") }];
