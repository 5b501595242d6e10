//! Printing that takes long: a job reads the cards stretch by stretch, prints, and keeps the file for a week.

use std::{fs, path::PathBuf, sync::Arc, time::Duration};

use anyhow::Context;
use identity::members;
use jobs::{Job, Run};
use kernel::{Cx, Error, Id, Result, Row, Text, Timestamp, Tx, Value, clock::DAY};
use paper::MissingLetters;
use records::{field::Reading, files::FileStore};
use serde::{Deserialize, Serialize};
use web::Form;

use crate::{
    make,
    order::What,
    page::{self, MOST},
    printing::{self, PATIENCE_OF_A_JOB, Ready},
    recipients::{Gathering, LeftOut},
};

/// Those left out that are kept by name; the others are counted.
const NAMED: usize = 500;
/// How long a file is kept, in microseconds: it holds addresses, and can be made again.
const KEPT: i64 = 7 * DAY;

/// One printing.
#[derive(Debug, Clone)]
pub(crate) struct Print {
    pub(crate) id: Id,
    /// The form that asked for it.
    pub(crate) asked: Form,
    pub(crate) job: Id,
    pub(crate) pieces: u64,
    pub(crate) pages: u64,
    pub(crate) left_out: Vec<LeftOut>,
    pub(crate) left_out_count: u64,
    /// What of it no font had.
    pub(crate) missing: Vec<MissingLetters>,
    /// Why there is no file.
    pub(crate) fault: Option<Text>,
    /// The change set that keeps its letters.
    pub(crate) set: Option<Id>,
    pub(crate) created_by: Option<Id>,
    pub(crate) finished_at: Option<Timestamp>,
}

/// Begins a printing. Its key.
pub(crate) fn begin(tx: &mut Tx, asked: &Form) -> Result<Id> {
    let id = tx.new_id();
    let job = jobs::enqueue(tx, &PrintJob { print: id })?;
    let params: [Value; 6] = [
        tx.workspace().into(),
        id.into(),
        asked.encode().into(),
        job.into(),
        tx.actor().user().into(),
        tx.now().into(),
    ];
    tx.execute(
        "INSERT INTO prints (workspace_id, id, asked, job_id, created_by, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &params,
    )?;
    Ok(id)
}

/// A printing of whoever asks; nobody sees another's.
pub(crate) fn find(cx: &Cx, id: Id) -> Result<Print> {
    let row = cx.query_one(
        "SELECT id, asked, job_id, pieces, pages, left_out, left_out_count, fault, set_id, created_by, \
         finished_at, missing FROM prints WHERE workspace_id = ?1 AND id = ?2",
        &[cx.workspace().into(), id.into()],
    )?;
    let print = read(&row.ok_or(Error::NotFound)?)?;
    if print.created_by != cx.actor().user() && cx.actor().user().is_some() {
        return Err(Error::NotFound);
    }
    Ok(print)
}

fn read(row: &Row) -> Result<Print> {
    let fault = row.text(7);
    Ok(Print {
        id: row.get(0)?,
        asked: Form::parse(row.text(1).as_bytes()),
        job: row.get(2)?,
        pieces: row.int(3).unsigned_abs(),
        pages: row.int(4).unsigned_abs(),
        left_out: if row.text(5).is_empty() { Vec::new() } else { serde_json::from_str(row.text(5))? },
        left_out_count: row.int(6).unsigned_abs(),
        missing: if row.text(11).is_empty() { Vec::new() } else { serde_json::from_str(row.text(11))? },
        fault: if fault.is_empty() { None } else { Some(known_fault(fault)) },
        set: row.get(8)?,
        created_by: row.get(9)?,
        finished_at: row.get::<Option<i64>>(10)?.map(Timestamp::from_micros),
    })
}

/// What is kept of a fault is its key: the rest is for the log.
fn known_fault(key: &str) -> Text {
    let known =
        ["print-fault-too-long", "print-fault-busy", "print-nothing", "print-too-many", "print-fault-wrong"];
    Text::new(known.iter().find(|known| **known == key).copied().unwrap_or("print-fault-broken"))
}

/// Where its file lies.
pub(crate) fn path(cx: &Cx, id: Id) -> PathBuf {
    cx.part::<FileStore>().folder.join("prints").join(format!("{id}.pdf"))
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct PrintJob {
    pub(crate) print: Id,
}

impl Job for PrintJob {
    const KIND: &'static str = "print";

    fn run(&self, run: &Run) -> Result<()> {
        let print = run.db.read(&run.scope, |cx| find(cx, self.print))?;
        if print.finished_at.is_some() {
            return Ok(());
        }
        match self.print(run, &print) {
            Ok(()) => Ok(()),
            Err(Error::Conflict(text)) => run.db.write(&run.scope, |tx| self.failed(tx, text.key)),
            Err(error) => Err(error),
        }
    }
}

impl PrintJob {
    fn print(&self, run: &Run, print: &Print) -> Result<()> {
        let (order, templates, reading) = run.db.read(&run.scope, |cx| {
            let order = page::order(cx, &print.asked)?;
            let users = Arc::new(members::names(cx)?);
            let templates = printing::templates(cx, &order)?;
            Ok((order, templates, Reading { users, ..Reading::plain(cx) }))
        })?;
        let all = run.db.read(&run.scope, |cx| {
            let selection = &order.selection;
            match selection.ids.len() {
                0 => records::query::count(cx, &selection.object, &selection.query, MOST as u64 + 1),
                named => Ok(named as u64),
            }
        })?;
        if all > MOST as u64 {
            return Err(Error::conflict("print-too-many"));
        }
        let mut gathering = Gathering::new(&order);
        while run.db.read(&run.scope, |cx| gathering.step(cx, &reading))? {
            // The reading is the smaller part of the work.
            run.progress(gathering.found.seen as u64 / 2, all)?;
        }
        let found = std::mem::take(&mut gathering.found);
        let mut ready =
            run.db.read(&run.scope, |cx| printing::ready(cx, &order, &reading, templates, found))?;
        if ready.pieces == 0 {
            return Err(Error::conflict("print-nothing"));
        }
        run.progress(all / 2, all)?;
        // The data is the typesetter's from then on.
        let missing = ready.missing_letters();
        let document = ready.print(PATIENCE_OF_A_JOB).map_err(|fault| {
            tracing::warn!(%fault, "A job could not print");
            match fault {
                paper::Fault::Template(_) => Error::conflict("print-fault-wrong"),
                other => Error::Conflict(printing::told(&other)),
            }
        })?;
        run.progress(all, all)?;
        let path = run.db.read(&run.scope, |cx| Ok(path(cx, self.print)))?;
        keep_file(&path, &document.pdf)?;
        let letters = order.what == What::Letters;
        run.db.write(&run.scope, |tx| self.finished(tx, &ready, &document, &missing, letters))
    }

    fn finished(
        &self,
        tx: &mut Tx,
        ready: &Ready,
        document: &paper::Document,
        missing: &[MissingLetters],
        letters: bool,
    ) -> Result<()> {
        let set = if letters { Some(make::keep(tx, ready)?) } else { None };
        let named: Vec<&LeftOut> = ready.left_out.iter().take(NAMED).collect();
        let params: [Value; 9] = [
            tx.workspace().into(),
            self.print.into(),
            ready.pieces.into(),
            document.pages.into(),
            serde_json::to_string(&named)?.into(),
            ready.left_out.len().into(),
            set.into(),
            tx.now().into(),
            serde_json::to_string(missing)?.into(),
        ];
        tx.execute(
            "UPDATE prints SET pieces = ?3, pages = ?4, left_out = ?5, left_out_count = ?6, \
             set_id = ?7, finished_at = ?8, missing = ?9 WHERE workspace_id = ?1 AND id = ?2",
            &params,
        )?;
        tx.emit(format!("print:{}", self.print));
        Ok(())
    }

    fn failed(&self, tx: &mut Tx, fault: &str) -> Result<()> {
        let params: [Value; 4] = [tx.workspace().into(), self.print.into(), fault.into(), tx.now().into()];
        tx.execute(
            "UPDATE prints SET fault = ?3, finished_at = ?4 WHERE workspace_id = ?1 AND id = ?2",
            &params,
        )?;
        tx.emit(format!("print:{}", self.print));
        Ok(())
    }
}

/// Written aside and renamed, so that a crash leaves no half file.
fn keep_file(path: &std::path::Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).context("making a folder for printed files")?;
    }
    let aside = path.with_extension("part");
    fs::write(&aside, bytes).context("writing a printed file")?;
    fs::rename(&aside, path).context("keeping a printed file")?;
    Ok(())
}

/// Takes away what was printed long ago, each day.
#[derive(Debug, Serialize, Deserialize)]
pub struct TidyPrints {}

impl Job for TidyPrints {
    const KIND: &'static str = "print.tidy";

    fn run(&self, run: &Run) -> Result<()> {
        let workspaces = run.db.read(&kernel::Scope::global(), identity::workspaces::all)?;
        for workspace in workspaces {
            run.db.write(&kernel::Scope::system(workspace.id), tidy)?;
        }
        Ok(())
    }
}

fn tidy(tx: &mut Tx) -> Result<()> {
    let params: [Value; 2] = [tx.workspace().into(), tx.now().plus(-KEPT).into()];
    for row in tx.query("SELECT id FROM prints WHERE workspace_id = ?1 AND created_at < ?2", &params)? {
        let path = path(tx, row.get(0)?);
        if path.exists() {
            fs::remove_file(&path).context("taking a printed file away")?;
        }
    }
    tx.execute("DELETE FROM prints WHERE workspace_id = ?1 AND created_at < ?2", &params)?;
    Ok(())
}

/// How often that is done.
pub(crate) const DAILY: Duration = Duration::from_secs(24 * 60 * 60);
