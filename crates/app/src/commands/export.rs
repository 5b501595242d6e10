//! `kartotek export`: a whole workspace in one zip, to be restored elsewhere, also in the other database.

use std::{
    fs::{self, File},
    io::BufWriter,
    path::PathBuf,
};

use anyhow::{Context, Result, bail};
use clap::Args;

use super::{aside::Aside, scope_of, workspace::Which};
use crate::{config::Config, wiring};

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The zip file to write; it must not exist yet
    out: PathBuf,
    #[command(flatten)]
    which: Which,
}

impl Export {
    pub(crate) fn run(self, config: &Config) -> Result<()> {
        if self.out.exists() {
            bail!("{} exists already and is left as it is", self.out.display());
        }
        let app = wiring::open(config)?;
        let workspace = self.which.find(&app)?;
        let part = Aside(self.out.with_extension("zip.part"));
        let file = File::create(&part.0).with_context(|| format!("writing {}", part.0.display()))?;
        let mut out = BufWriter::new(file);
        let manifest = records::export::workspace(&app.db, &scope_of(&workspace), &mut out)?;
        out.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()?;
        fs::rename(&part.0, &self.out)?;
        let rows: u64 = manifest.counts.values().sum();
        println!("{} holds {}: {rows} rows.", self.out.display(), workspace.name);
        Ok(())
    }
}
