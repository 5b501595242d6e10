//! The edge through its front door: requests in, responses out, in this process.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod bodies;
mod errors;
mod gallery;
mod kit;
mod live;
mod office;
mod permissions;
mod protection;
mod sending;
mod serving;
mod shell;
