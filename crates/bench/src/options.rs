//! What `bench` can be asked for.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};

/// Measures Kartotek, and beside it what the machine could do at best. Prints one table.
#[derive(Debug, Parser)]
#[command(name = "bench", max_term_width = 110)]
pub(crate) struct Options {
    /// How many people there are
    #[arg(long, default_value_t = 1_000_000, value_parser = clap::value_parser!(u64).range(100..))]
    pub(crate) people: u64,
    /// postgres://user@host/database, empty; an SQLite file of the bench's own unless said
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) database: Option<String>,
    /// Keep the database here, and measure the one that is here already without importing again
    #[arg(long, value_name = "FOLDER")]
    pub(crate) keep: Option<PathBuf>,
    /// Only these parts
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PARTS")]
    pub(crate) only: Vec<Part>,
    /// Measure 10,000, 100,000 and 1,000,000 people, and say how the pages grow
    #[arg(long, conflicts_with_all = ["people", "database"])]
    pub(crate) growth: bool,
    /// How long each measure takes
    #[arg(long, default_value_t = 3, value_name = "SECONDS")]
    pub(crate) seconds: u64,
    /// Calls, notes and tasks per person
    #[arg(long, default_value_t = 0.5, value_name = "NUMBER")]
    pub(crate) activities: f64,
    /// How many deals there are; one for five people unless said
    #[arg(long, value_name = "NUMBER")]
    pub(crate) deals: Option<u64>,
    /// Show the mistakes on the half of the labelled cards that duplicates are tuned on
    #[arg(long)]
    pub(crate) explain: bool,
    /// Scan the people of this folder for duplicates, and nothing else
    #[arg(long, value_name = "FOLDER", hide = true)]
    pub(crate) scan: Option<PathBuf>,
    /// Measure this program instead of building one
    #[arg(long, value_name = "FILE")]
    pub(crate) binary: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    Start,
    List,
    Search,
    Card,
    Write,
    Browser,
    Duplicates,
    /// Own fields, many cards at once, rights, programs and paper
    Company,
    /// Deals: board, moves, funnel, forecast
    Selling,
    /// Today, and reminders
    Day,
}

impl Options {
    pub(crate) fn wants(&self, part: Part) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }

    pub(crate) fn sizes(&self) -> Vec<u64> {
        if self.growth { vec![10_000, 100_000, 1_000_000] } else { vec![self.people] }
    }
}
