//! Notes, calls and tasks through their front door.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod texts;
