//! `kartotek import`: takes a file in, with a line of progress.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use super::workspace::Which;
use crate::config::Config;

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// A CSV or TSV file, vCards, or a zip that `kartotek export` wrote
    file: PathBuf,
    #[command(flatten)]
    which: Which,
}

impl Import {
    pub(crate) fn run(self, _config: &Config) -> Result<()> {
        bail!("{} cannot be imported from the command line yet ({:?})", self.file.display(), self.which);
    }
}
