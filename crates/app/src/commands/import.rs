//! `kartotek import`: takes a file in as the wizard would with its own proposals, with a line of progress.

use std::{
    fs::File,
    io::{IsTerminal, Write, stderr},
    net::TcpStream,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use clap::Args;
use identity::workspaces::Workspace;
use jobs::Note;
use kernel::{Id, Scope};
use locale::Locale;
use records::{
    files::FileStore,
    import::{self, State},
};
use workbench::{App, note};

use super::{scope_of, workspace::Which};
use crate::{config::Config, wiring};

/// How long another process, which took the import, may be silent.
const PATIENCE: Duration = Duration::from_secs(120);

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// A CSV or TSV file, a workbook (.xlsx), vCards, or a zip that `kartotek export` wrote
    file: PathBuf,
    /// What each row is: person, company or household [default: as the file looks]
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    #[command(flatten)]
    which: Which,
}

impl Import {
    pub(crate) fn run(self, config: &Config) -> Result<()> {
        let shown = self.file.display();
        File::open(&self.file).with_context(|| format!("{shown} cannot be opened"))?;
        let app = wiring::open(config)?;
        let workspace = self.which.find(&app)?;
        if import::is_backup(&self.file)? {
            return restore(&app, &workspace, &self.file);
        }
        let scope = scope_of(&workspace);
        let id = begin(&app, &scope, &self)?;
        let work = |app: &App| {
            let_a_server_begin(app, config, &scope, id)?;
            jobs::run_due(&app.db, &wiring::registry(app))
        };
        let import = thread::scope(|threads| {
            let worker = threads.spawn(|| work(&app));
            let import = watch(&app, &scope, id, &|| worker.is_finished())?;
            anyhow::Ok(import)
        })?;
        report(&app, &workspace, &import)
    }
}

/// Puts the import into the queue. A server that runs on the same data may take it; that is as well.
fn begin(app: &App, scope: &Scope, line: &Import) -> Result<Id> {
    let store = app.db.read(scope, |cx| Ok(cx.part::<FileStore>()))?;
    let kept = import::keep(&store, &line.file)?;
    let name = line.file.file_name().unwrap_or_default().to_string_lossy();
    let begun = app.db.write(scope, |tx| {
        let id = import::begin(tx, &name, &kept)?;
        if let Some(kind) = &line.kind {
            import::set_object(tx, id, kind)?;
        }
        import::start(tx, id)?;
        Ok(id)
    });
    if begun.is_err() {
        let _ = std::fs::remove_file(&kept);
    }
    Ok(begun?)
}

/// A server that runs on the same data does the work better, because there it makes way for what people write.
fn let_a_server_begin(app: &App, config: &Config, scope: &Scope, id: Id) -> kernel::Result<()> {
    if TcpStream::connect_timeout(&config.listen, Duration::from_millis(200)).is_err() {
        return Ok(());
    }
    for _ in 0..50 {
        let waits = app.db.read(scope, |cx| match import::find(cx, id)?.job {
            Some(job) => Ok(jobs::find(cx, job)?.state == jobs::State::Waiting),
            None => Ok(true),
        })?;
        if !waits {
            break;
        }
        thread::sleep(Duration::from_millis(100));
    }
    Ok(())
}

/// Shows how far it is until it is over.
fn watch(app: &App, scope: &Scope, id: Id, idle: &dyn Fn() -> bool) -> Result<import::Import> {
    let started = Instant::now();
    let mut moved = (0, started);
    loop {
        let import = app.db.read(scope, |cx| import::find(cx, id))?;
        let over = import.state != State::Running;
        show(&import, started.elapsed(), over);
        if over {
            return Ok(import);
        }
        if import.totals.rows != moved.0 || !idle() {
            moved = (import.totals.rows, Instant::now());
        }
        if moved.1.elapsed() > PATIENCE {
            bail!("the import does not go on; the page of jobs, under settings, says more");
        }
        thread::sleep(Duration::from_millis(200));
    }
}

/// `12,000 of 100,000 rows, 24,000 a second`, over and over on one line of a terminal.
fn show(import: &import::Import, took: Duration, last: bool) {
    if !last && !stderr().is_terminal() {
        return;
    }
    let totals = &import.totals;
    let rate = match import.rate {
        0 => (totals.rows as f64 / took.as_secs_f64().max(0.001)) as u64,
        rate => rate,
    };
    let of = if totals.rows_total > 0 { format!(" of {}", totals.rows_total) } else { String::new() };
    let end = if last { "\n" } else { "" };
    eprint!("\r{}{of} rows, {rate} a second   {end}", totals.rows);
    let _ = stderr().flush();
}

fn report(app: &App, workspace: &Workspace, import: &import::Import) -> Result<()> {
    let totals = &import.totals;
    println!(
        "{} new cards, {} changed, {} as they were, {} passed over, {} rows could not be taken.",
        totals.created + totals.named,
        totals.updated,
        totals.unchanged,
        totals.skipped,
        totals.bad
    );
    if totals.bad > 0 {
        let scope = scope_of(workspace);
        let mut shown = std::io::stderr().lock();
        let locale = Locale::new(&workspace.locality());
        let reason = |said: &Note| note::text(&locale, said);
        app.db.read(&scope, |cx| import::write_bad_rows(cx, import.id, &mut shown, reason))?;
    }
    match import.state {
        State::Done => Ok(()),
        state => bail!("the import ended as `{}`; what it did can be undone in the history", state.key()),
    }
}

fn restore(app: &App, workspace: &Workspace, file: &Path) -> Result<()> {
    let archive = std::io::BufReader::new(File::open(file)?);
    let restored = records::export::restore(&app.db, &scope_of(workspace), archive)?;
    println!("{} records were put back, as they were on {}.", restored.records, restored.manifest.made_at);
    Ok(())
}
