//! `make bench`: people by the million through the product's own importer, then the running server beside what the
//! machine could do at best. Prints one table, and keeps it in `target/bench/last.md`.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod browser;
mod cultures;
mod dice;
mod files;
mod floors;
mod furnish;
mod home;
mod http;
mod labelled;
mod load;
mod options;
mod pages;
mod person;
mod picks;
mod process;
mod program;
mod report;
mod round;

use std::fs;

use anyhow::{Context, Result};
use clap::Parser;

use crate::{options::Options, report::Report};

const LAST: &str = "target/bench/last.md";

fn main() -> Result<()> {
    let options = Options::parse();
    let binary = match &options.binary {
        Some(binary) => {
            fs::canonicalize(binary).with_context(|| format!("looking for {}", binary.display()))?
        }
        None => program::build()?,
    };
    let mut reports: Vec<Report> = Vec::new();
    for people in options.sizes() {
        reports.push(round::run(&options, &binary, people)?);
    }
    let mut text = reports.iter().map(Report::written).collect::<Vec<_>>().join("\n");
    if options.growth {
        text = format!("{text}\n{}", report::growth(&reports));
    }
    fs::create_dir_all("target/bench")?;
    fs::write(LAST, &text).with_context(|| format!("writing {LAST}"))?;
    println!("{text}");
    Ok(())
}
