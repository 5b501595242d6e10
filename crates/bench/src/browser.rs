//! The first screen in a real browser: a script beside the browser tests does it, and says what it found.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::{http::Caller, report::Row};

const SCRIPT: &str = "tests/browser/first-screen.mjs";
const CHROMIUM: &str = "/usr/bin/chromium";

#[derive(Debug, Deserialize)]
struct Seen {
    /// Scripts and styles of the list, in bytes as gzip sends them.
    assets: u64,
    /// Milliseconds from the start of the navigation, the middle of several; the second with an empty cache.
    loaded: f64,
    loaded_first: f64,
}

/// The rows of the table; none without a browser.
pub(crate) fn first_screen(caller: &Caller) -> Result<Vec<Row>> {
    let chromium = env::var_os("CHROMIUM").map_or_else(|| PathBuf::from(CHROMIUM), PathBuf::from);
    if !chromium.is_file() || !Path::new(SCRIPT).is_file() {
        eprintln!("No browser at {}: the first screen is not measured.", chromium.display());
        return Ok(Vec::new());
    }
    let run = Command::new("node")
        .arg(SCRIPT)
        .arg(format!("http://{}/people", caller.address))
        .env("CHROMIUM", &chromium)
        .env("COOKIE", &caller.cookie)
        .output()
        .context("running node")?;
    ensure!(run.status.success(), "{SCRIPT} failed: {}", String::from_utf8_lossy(&run.stderr));
    let seen: Seen = serde_json::from_slice(&run.stdout).context("reading what the browser saw")?;
    let assets = seen.assets as f64 / 1000.0;
    let loaded = format!("{:.0} ms ({:.0} with an empty cache)", seen.loaded, seen.loaded_first);
    Ok(vec![
        Row::single(
            "first screen: JS + CSS, gzip",
            format!("{assets:.1} KB"),
            "≤ 90 KB",
            Some(assets <= 90.0),
        ),
        Row::single(
            "first screen: DOM content loaded",
            loaded,
            "≤ 150 ms",
            Some(seen.loaded.max(seen.loaded_first) <= 150.0),
        ),
    ])
}
