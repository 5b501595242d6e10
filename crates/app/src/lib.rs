//! The application: configuration, wiring and the command line. No rule of any trade lives here.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod commands;
pub mod config;
mod logs;
mod random;
pub mod sample;
pub mod wiring;

use std::process::ExitCode;

use clap::Parser;

use crate::{
    commands::{Command, CommandLine},
    config::Config,
};

/// A mistake in how Kartotek was called or configured; anything else that goes wrong is 1.
const MISUSED: u8 = 2;

/// Does what the command line says. Says what went wrong in a sentence, and tells it by the exit code too.
pub fn run() -> ExitCode {
    let line = CommandLine::parse();
    let config = match Config::load(&line.settings) {
        Ok(config) => config,
        Err(error) => return complain(&error, MISUSED),
    };
    logs::begin(&config.log);
    match line.command.unwrap_or(Command::Serve).run(config) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => complain(&error, 1),
    }
}

fn complain(error: &anyhow::Error, code: u8) -> ExitCode {
    eprintln!("kartotek: {}", commands::sentence(error));
    ExitCode::from(code)
}
