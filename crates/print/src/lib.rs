//! Printed matter from cards: labels, envelopes, letters, index cards and call lists as PDF, and the templates that
//! shape them. It knows cards through the engine only: whatever has addresses can be printed for.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod address;
pub mod sheet;
