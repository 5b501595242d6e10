//! `make bench`: people by the million through the product's own importer, then the running server beside what the
//! machine could do at best. Prints one table, and keeps it in `target/bench/last.md`.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod browser;
mod company;
mod cultures;
mod day;
mod dice;
mod duplicates;
mod files;
mod floors;
mod furnish;
mod home;
mod http;
mod labelled;
mod leads;
mod load;
mod options;
mod pages;
mod person;
mod picks;
mod process;
mod program;
mod report;
mod round;
mod selling;
mod shaped;

use std::fs;

use anyhow::{Context, Result};
use clap::Parser;

use crate::{
    options::{Options, Part},
    report::Report,
};

const LAST: &str = "target/bench/last.md";

fn main() -> Result<()> {
    let options = Options::parse();
    if let Some(folder) = &options.scan {
        return duplicates::scan_here(folder, &options);
    }
    let mut reports: Vec<Report> = Vec::new();
    if options.wants(Part::Duplicates) {
        reports.push(duplicates::run(&options)?);
    }
    if options.only == [Part::Duplicates] && options.keep.is_none() {
        return print(&options, &reports);
    }
    let binary = match &options.binary {
        Some(binary) => {
            fs::canonicalize(binary).with_context(|| format!("looking for {}", binary.display()))?
        }
        None => program::build()?,
    };
    for people in options.sizes() {
        reports.push(round::run(&options, &binary, people)?);
    }
    print(&options, &reports)
}

fn print(options: &Options, reports: &[Report]) -> Result<()> {
    let mut text = reports.iter().map(Report::written).collect::<Vec<_>>().join("\n");
    if options.growth {
        text = format!("{text}\n{}", report::growth(reports));
    }
    fs::create_dir_all("target/bench")?;
    fs::write(LAST, &text).with_context(|| format!("writing {LAST}"))?;
    println!("{text}");
    Ok(())
}
