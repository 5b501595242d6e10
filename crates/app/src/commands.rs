//! The command line: what it offers, and how it says that something went wrong.

mod aside;
mod backup;
mod demo;
mod export;
mod import;
mod serve;
mod user;
mod workspace;

use anyhow::Result;
use clap::{Parser, Subcommand};
use kernel::{Error, Locality, Scope};
use locale::Locale;

use crate::config::{Config, Flags};

const AFTER_HELP: &str = "\
Configuration:
  What is not said by a flag is read from the environment (KARTOTEK_LISTEN for --listen), then from the file
  kartotek.toml. kartotek.example.toml explains every key. `kartotek --help` shows all flags, `-h` the usual ones.

Exit codes:
  0 done, 1 it went wrong, 2 it was called or configured wrongly.

Examples:
  kartotek                                   start, then open http://127.0.0.1:8080
  kartotek demo                              look around in a workspace full of sample data
  kartotek import contacts.csv               take an address book in
  kartotek backup ~/kartotek-monday.zip      keep a copy of everything";

/// A card index of people and companies, and of everything said and promised to them.
#[derive(Debug, Parser)]
#[command(name = "kartotek", version, after_help = AFTER_HELP, max_term_width = 110)]
pub(crate) struct CommandLine {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten, next_help_heading = "Configuration")]
    pub(crate) settings: Flags,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Start the server (what happens without a command)
    Serve,
    /// Start a server with a workspace full of sample data, to look around
    Demo(demo::Demo),
    /// Take a CSV file, a workbook, vCards or an exported workspace in
    Import(import::Import),
    /// Write a whole workspace into a zip file that `import` restores elsewhere
    Export(export::Export),
    /// Users: add one, give one a new password
    #[command(subcommand)]
    User(user::User),
    /// Write a copy of the database and all files into a zip file, also while the server runs
    Backup(backup::Backup),
}

impl Command {
    pub(crate) fn run(self, config: Config) -> Result<()> {
        match self {
            Command::Serve => serve::serve(config),
            Command::Demo(demo) => demo.run(config),
            Command::Import(import) => import.run(&config),
            Command::Export(export) => export.run(&config),
            Command::User(user) => user.run(&config),
            Command::Backup(backup) => backup.run(&config),
        }
    }
}

/// What went wrong, for whoever sits at the terminal: the product's own texts in English, and every cause.
pub(crate) fn sentence(error: &anyhow::Error) -> String {
    let parts: Vec<String> = error
        .chain()
        .map(|cause| match cause.downcast_ref::<Error>() {
            Some(error) => in_words(error),
            None => cause.to_string().trim_end().to_owned(),
        })
        .collect();
    parts.join(": ")
}

fn in_words(error: &Error) -> String {
    let locale = Locale::new(&Locality::default());
    match error {
        Error::NotFound => "there is nothing of this name".to_owned(),
        Error::Invalid(errors) => {
            errors.0.iter().map(|(_, text)| locale.render(text)).collect::<Vec<_>>().join(" ")
        }
        Error::Conflict(text) | Error::Unavailable(text) => locale.render(text),
        other => other.to_string(),
    }
}

/// Kartotek's own work in a workspace, as the command line does it, in the workspace's language.
pub(crate) fn scope_of(workspace: &identity::workspaces::Workspace) -> Scope {
    Scope { locality: workspace.locality().into(), ..Scope::system(workspace.id) }.through("cli")
}
