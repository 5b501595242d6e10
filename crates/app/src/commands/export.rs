//! `kartotek export`: a whole workspace in one zip.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use super::workspace::Which;
use crate::config::Config;

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The zip file to write; it must not exist yet
    out: PathBuf,
    #[command(flatten)]
    which: Which,
}

impl Export {
    pub(crate) fn run(self, _config: &Config) -> Result<()> {
        bail!("{} cannot be written from the command line yet ({:?})", self.out.display(), self.which);
    }
}
