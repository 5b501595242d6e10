//! `kartotek backup`: the database and all files in one zip, taken while Kartotek runs. To restore it, unpack it
//! into an empty data folder.

use std::{
    fs::{self, File},
    io::{self, BufWriter},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use clap::Args;
use kernel::db::Address;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::aside::Aside;
use crate::{config::Config, wiring};

#[derive(Debug, Args)]
pub(crate) struct Backup {
    /// The zip file to write; it must not exist yet
    out: PathBuf,
}

impl Backup {
    pub(crate) fn run(self, config: &Config) -> Result<()> {
        if let Address::Postgres(_) = config.database {
            bail!(
                "the database is in PostgreSQL, which makes its own backups: run `pg_dump --format=custom \
                 --file=kartotek.dump DATABASE`, and keep a copy of the folder {} beside it",
                config.data.join("files").display()
            );
        }
        if self.out.exists() {
            bail!("{} exists already and is left as it is", self.out.display());
        }
        let app = wiring::open(config)?;
        let copy = Aside(config.data.join(format!("backup-{}.db", std::process::id())));
        app.db.copy_to(&copy.0)?;
        let part = Aside(self.out.with_extension("zip.part"));
        let files = pack(&copy.0, &config.data.join("files"), &part.0)
            .with_context(|| format!("writing {}", part.0.display()))?;
        fs::rename(&part.0, &self.out)?;
        println!(
            "{} holds the database and {files} files. Unpack it into an empty data folder to restore it.",
            self.out.display()
        );
        Ok(())
    }
}

/// How many files there were beside the database.
fn pack(database: &Path, folder: &Path, out: &Path) -> Result<usize> {
    let mut zip = ZipWriter::new(BufWriter::new(File::create(out)?));
    let packed =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(true);
    zip.start_file("kartotek.db", packed)?;
    io::copy(&mut File::open(database)?, &mut zip)?;
    // Pictures and documents are packed already.
    let plain = packed.compression_method(CompressionMethod::Stored);
    let mut count = 0;
    for path in files_in(folder)? {
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        zip.start_file(format!("files/{name}"), plain)?;
        io::copy(&mut File::open(&path)?, &mut zip)?;
        count += 1;
    }
    let written = zip.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
    written.sync_all()?;
    Ok(count)
}

/// The kept files, two levels deep; those still being written are not there yet.
fn files_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let Ok(folders) = fs::read_dir(folder) else { return Ok(found) };
    for inner in folders {
        let inner = inner?.path();
        if !inner.is_dir() {
            continue;
        }
        for file in fs::read_dir(inner)? {
            let file = file?.path();
            if file.extension().is_none() {
                found.push(file);
            }
        }
    }
    found.sort();
    Ok(found)
}
