//! Configuration: one file, the environment and flags, each over the one before. `kartotek.example.toml` explains
//! every key.

use std::{
    env, fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use kernel::db::Address;
use serde::Deserialize;

/// The file that is read when none is named.
const FILE: &str = "kartotek.toml";

/// Flags and environment variables; what they leave open the file says.
#[derive(Debug, Default, Args)]
pub struct Flags {
    /// The configuration file; kartotek.toml in the current folder when it is there
    #[arg(long, global = true, value_name = "FILE", env = "KARTOTEK_CONFIG")]
    pub config: Option<PathBuf>,
    /// The folder where everything is kept [default: data]
    #[arg(long, global = true, value_name = "FOLDER", env = "KARTOTEK_DATA")]
    pub data: Option<PathBuf>,
    /// postgres://user@host/database, or the path of an SQLite file [default: kartotek.db in the data folder]
    #[arg(long, global = true, value_name = "ADDRESS", env = "KARTOTEK_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
    /// The address and port to listen on [default: 127.0.0.1:8080]
    #[arg(long, global = true, value_name = "ADDRESS", env = "KARTOTEK_LISTEN")]
    pub listen: Option<String>,
    /// The address people type, such as https://crm.example.com
    #[arg(long, global = true, value_name = "URL", env = "KARTOTEK_URL")]
    pub url: Option<String>,
    /// The server that sends mail, such as smtps://name:password@mail.example.com; without one letters are kept to be read
    #[arg(long, global = true, value_name = "URL", env = "KARTOTEK_SMTP", hide_env_values = true)]
    pub smtp: Option<String>,
    /// Who letters are from, such as "Kartotek <crm@example.com>"; needed with a mail server
    #[arg(long, global = true, value_name = "ADDRESS", env = "KARTOTEK_MAIL_FROM")]
    pub mail_from: Option<String>,
    /// How many connections to the database are kept [default: 8, with PostgreSQL 20]
    #[arg(long, global = true, value_name = "NUMBER", env = "KARTOTEK_READERS", hide_short_help = true)]
    pub readers: Option<usize>,
    /// Believe X-Forwarded-For and X-Forwarded-Proto: only behind a proxy of your own
    #[arg(long, global = true, value_name = "YES", env = "KARTOTEK_BEHIND_PROXY", hide_short_help = true)]
    #[arg(num_args = 0..=1, default_missing_value = "true")]
    pub behind_proxy: Option<bool>,
    /// Browsers come by https; follows from the url when it is set
    #[arg(long, global = true, value_name = "YES", env = "KARTOTEK_HTTPS", hide_short_help = true)]
    #[arg(num_args = 0..=1, default_missing_value = "true")]
    pub https: Option<bool>,
    /// How many requests a key of the API may send in a minute [default: 6000]
    #[arg(
        long,
        global = true,
        value_name = "NUMBER",
        env = "KARTOTEK_API_PER_MINUTE",
        hide_short_help = true
    )]
    pub api_per_minute: Option<u32>,
    /// Let webhooks call this machine and private networks: for development
    #[arg(long, global = true, value_name = "YES", env = "KARTOTEK_WEBHOOKS_TO_PRIVATE_ADDRESSES")]
    #[arg(num_args = 0..=1, default_missing_value = "true", hide_short_help = true)]
    pub webhooks_to_private_addresses: Option<bool>,
    /// What is written to the log: error, warn, info, debug, or rules such as info,web=debug [default: info]
    #[arg(long, global = true, value_name = "LEVEL", env = "KARTOTEK_LOG_LEVEL", hide_short_help = true)]
    pub log_level: Option<String>,
    /// How the log is written: text for people, json for machines [default: text]
    #[arg(long, global = true, value_name = "FORMAT", env = "KARTOTEK_LOG_FORMAT", hide_short_help = true)]
    pub log_format: Option<LogFormat>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    #[default]
    Text,
    Json,
}

/// The file as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    data: Option<PathBuf>,
    database: Option<String>,
    listen: Option<String>,
    url: Option<String>,
    smtp: Option<String>,
    mail_from: Option<String>,
    readers: Option<usize>,
    behind_proxy: Option<bool>,
    https: Option<bool>,
    api_per_minute: Option<u32>,
    webhooks_to_private_addresses: Option<bool>,
    #[serde(default)]
    log: FileLog,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileLog {
    level: Option<String>,
    format: Option<LogFormat>,
}

/// What holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    pub data: PathBuf,
    pub database: Address,
    pub listen: SocketAddr,
    pub url: Option<String>,
    /// The server that sends mail, and who letters are from.
    pub mail: Option<(String, String)>,
    pub readers: usize,
    pub behind_proxy: bool,
    pub https: bool,
    /// Requests of one key.
    pub api_per_minute: u32,
    pub webhooks_to_private_addresses: bool,
    pub log: Log,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Log {
    pub level: String,
    pub format: LogFormat,
}

impl Config {
    /// What the file, the environment and the flags say together. Fails with the name of what cannot be understood.
    pub fn load(flags: &Flags) -> Result<Config> {
        refuse_unknown_variables(env::vars_os().filter_map(|(name, _)| name.into_string().ok()))?;
        let file = match &flags.config {
            Some(path) => read(path, fs::read_to_string(path))?,
            None => match fs::read_to_string(FILE) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => File::default(),
                text => read(Path::new(FILE), text)?,
            },
        };
        Config::of(flags, file)
    }

    fn of(flags: &Flags, file: File) -> Result<Config> {
        let data = flags.data.clone().or(file.data).unwrap_or_else(|| PathBuf::from("data"));
        let database = match flags.database.as_ref().or(file.database.as_ref()) {
            Some(address) => Address::parse(address),
            None => Address::File(data.join("kartotek.db")),
        };
        let listen = flags.listen.clone().or(file.listen).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
        let url = flags.url.clone().or(file.url);
        let secure = match &url {
            None => false,
            Some(url) if url.starts_with("https://") => true,
            Some(url) if url.starts_with("http://") => false,
            Some(url) => bail!("the url `{url}` begins neither with https:// nor with http://"),
        };
        let smtp = flags.smtp.clone().or(file.smtp).filter(|url| !url.is_empty());
        let mail = match (smtp, flags.mail_from.clone().or(file.mail_from)) {
            (Some(url), Some(from)) => Some((url, from)),
            (Some(_), None) => bail!("smtp is set, so mail_from must say who letters are from"),
            (None, _) => None,
        };
        // SQLite has its writer beside them.
        let usual = if matches!(database, Address::File(_)) { 8 } else { 20 };
        let readers = flags.readers.or(file.readers).unwrap_or(usual);
        if !(1..=1000).contains(&readers) {
            bail!("readers is {readers}; it must be between 1 and 1000");
        }
        Ok(Config {
            data,
            database,
            listen: listening(&listen)?,
            url: url.map(|url| url.trim_end_matches('/').to_owned()),
            mail,
            readers,
            behind_proxy: flags.behind_proxy.or(file.behind_proxy).unwrap_or(false),
            https: flags.https.or(file.https).unwrap_or(secure),
            api_per_minute: flags.api_per_minute.or(file.api_per_minute).unwrap_or(workbench::api::USUAL),
            webhooks_to_private_addresses: flags
                .webhooks_to_private_addresses
                .or(file.webhooks_to_private_addresses)
                .unwrap_or(false),
            log: Log {
                level: flags.log_level.clone().or(file.log.level).unwrap_or_else(|| "info".to_owned()),
                format: flags.log_format.or(file.log.format).unwrap_or_default(),
            },
        })
    }

    /// Whether only this machine can reach the server.
    pub fn is_private(&self) -> bool {
        self.listen.ip().is_loopback() && !self.behind_proxy
    }
}

fn read(path: &Path, text: io::Result<String>) -> Result<File> {
    let text = text.with_context(|| format!("the configuration file {} cannot be read", path.display()))?;
    toml::from_str(&text).with_context(|| format!("the configuration file {} is not right", path.display()))
}

/// `8080`, `:8080`, `localhost:8080`, `0.0.0.0:8080`, `[::]:8080`.
fn listening(typed: &str) -> Result<SocketAddr> {
    let whole = match typed.strip_prefix(':').unwrap_or(typed).parse::<u16>() {
        Ok(port) => format!("127.0.0.1:{port}"),
        Err(_) => typed.replace("localhost:", "127.0.0.1:"),
    };
    whole
        .parse()
        .ok()
        .with_context(|| format!("`{typed}` is no address to listen on, such as 127.0.0.1:8080"))
}

/// A typing mistake in a variable would otherwise go unnoticed.
fn refuse_unknown_variables(names: impl Iterator<Item = String>) -> Result<()> {
    const KNOWN: &[&str] = &[
        "CONFIG",
        "DATA",
        "DATABASE",
        "LISTEN",
        "URL",
        "SMTP",
        "MAIL_FROM",
        "READERS",
        "BEHIND_PROXY",
        "HTTPS",
        "API_PER_MINUTE",
        "WEBHOOKS_TO_PRIVATE_ADDRESSES",
        "LOG_LEVEL",
        "LOG_FORMAT",
    ];
    for name in names {
        let Some(key) = name.strip_prefix("KARTOTEK_") else { continue };
        if !KNOWN.contains(&key) && !key.starts_with("TEST_") && !key.starts_with("BENCH_") {
            bail!(
                "the environment variable {name} means nothing to Kartotek; `kartotek --help` lists those that do"
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
