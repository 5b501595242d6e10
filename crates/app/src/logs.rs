//! The log: one line an event on the standard error output, for people or for machines.

use std::io::{IsTerminal, stderr};

use tracing_subscriber::EnvFilter;

use crate::config::{Log, LogFormat};

/// From here on what happens is written down. A level that cannot be understood is `info`, and said so.
pub(crate) fn begin(log: &Log) {
    let (filter, problem) = match EnvFilter::try_new(&log.level) {
        Ok(filter) => (filter, None),
        Err(problem) => (EnvFilter::new("info"), Some(problem)),
    };
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(stderr);
    match log.format {
        LogFormat::Text => lines.with_ansi(stderr().is_terminal()).with_target(false).init(),
        LogFormat::Json => lines.json().flatten_event(true).init(),
    }
    if let Some(problem) = problem {
        tracing::warn!(level = log.level, %problem, "The level of the log cannot be understood; it is info");
    }
}
