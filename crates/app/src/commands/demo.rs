//! `kartotek demo`: a workspace that looks as if it had been used for a year, without a browser.

use std::{env, fs, path::PathBuf};

use anyhow::{Result, bail};
use clap::Args;
use identity::FirstRun;
use jiff::tz::TimeZone;
use kernel::db::Address;

use super::serve;
use crate::{config::Config, random, sample, wiring};

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// Where the demo is kept; a new folder that is removed in the end unless you say so
    #[arg(long, value_name = "FOLDER")]
    folder: Option<PathBuf>,
    /// The language of the workspace: en, da, sv, tr, bg or zh
    #[arg(long, default_value = "en")]
    language: String,
}

const EMAIL: &str = "demo@kartotek.example";

impl Demo {
    pub(crate) fn run(self, mut config: Config) -> Result<()> {
        let passing = match self.folder {
            Some(_) => None,
            None => Some(Passing(env::temp_dir().join(format!("kartotek-demo-{}", random::secret(2)?)))),
        };
        let kept = self.folder.clone().or(passing.as_ref().map(|passing| passing.0.clone()));
        config.data = kept.unwrap_or_default();
        if let Address::File(_) = config.database {
            config.database = Address::File(config.data.join("kartotek.db"));
        }
        let listener = serve::listen(config.listen)?;
        let app = wiring::open(&config)?;
        if !wiring::is_first_run(&app)? {
            let folder = config.data.display();
            bail!("{folder} holds a workspace already; start it with `kartotek serve --data {folder}`");
        }
        let password = random::secret(3)?;
        println!("Filling a workspace with sample data…");
        let (workspace, user) = identity::set_up(&app.db, &set_up(&self.language, &password), |_| Ok(()))?;
        sample::fill_now(&app, workspace, user)?;
        println!("Sign in as {EMAIL} with the password {password}");
        serve::run(app, listener, &config)
    }
}

fn set_up(language: &str, password: &str) -> FirstRun {
    let zone = TimeZone::system();
    FirstRun {
        workspace_name: "Fjord & Co".to_owned(),
        language: language.to_owned(),
        country: "DK".to_owned(),
        currency: "DKK".to_owned(),
        time_zone: zone.iana_name().unwrap_or("Europe/Copenhagen").to_owned(),
        name: "Demo".to_owned(),
        email: EMAIL.to_owned(),
        password: password.to_owned(),
    }
}

/// A folder that is gone when the demo is over.
struct Passing(PathBuf);

impl Drop for Passing {
    fn drop(&mut self) {
        if let (true, Err(error)) = (self.0.exists(), fs::remove_dir_all(&self.0)) {
            tracing::warn!(%error, folder = %self.0.display(), "The folder of the demo could not be removed");
        }
    }
}
