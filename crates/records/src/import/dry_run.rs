//! What an import would do, without doing it: row by row for the first rows, counted for the whole file by a job.

use jobs::{Job, Run};
use kernel::{Cx, Id, Result};
use serde::{Deserialize, Serialize};

use crate::import::{
    Import, State, Totals,
    bad::Problem,
    desk::{Desk, Outcome},
    find, job,
    plan::Plan,
    row, scan,
    scan::Drafts,
    tell,
};

/// Rows of the file by which the first are read; a page cannot wait for all of a million.
const LOOKED_AT: u64 = 20_000;

/// What would become of the first rows.
#[derive(Debug, Clone, Default)]
pub struct DryRun {
    pub rows: Vec<DryRow>,
    /// Of these rows.
    pub totals: Totals,
}

#[derive(Debug, Clone)]
pub struct DryRow {
    pub line: u64,
    pub action: Action,
}

/// What would become of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    Create {
        title: String,
    },
    /// The card, which may be one that an earlier row creates, and the fields that change.
    Update {
        id: Id,
        fields: Vec<String>,
    },
    Unchanged {
        id: Id,
    },
    /// The mode leaves it out.
    Skip,
    Bad {
        /// What the row begins with.
        who: String,
        problem: Problem,
    },
}

/// Decides the first `limit` rows as the import would.
pub fn dry_run(cx: &Cx, id: Id, limit: usize) -> Result<DryRun> {
    let mut import = find(cx, id)?;
    look_over(&Plan::new(cx, &import)?, &mut import, LOOKED_AT, &mut |_| Ok(()))?;
    let plan = Plan::new(cx, &import)?;
    let mut drafts = Drafts::open(&import)?;
    let mut desk = Desk::new(plan.clone(), id);
    let mut answer = DryRun::default();
    while answer.rows.len() < limit {
        let room = limit - answer.rows.len();
        let batch: Vec<_> = std::iter::from_fn(|| drafts.next(&plan)).take(room.min(job::BATCH)).collect();
        if batch.is_empty() {
            break;
        }
        for (line, outcome, who) in desk.imagine(cx, batch, &mut answer.totals)? {
            let action = match outcome {
                Outcome::Created { title } => Action::Create { title },
                Outcome::Updated { id, fields } => Action::Update { id, fields },
                Outcome::Unchanged { id } => Action::Unchanged { id },
                Outcome::Skipped => Action::Skip,
                Outcome::Bad(problem) => Action::Bad { who, problem },
            };
            answer.rows.push(DryRow { line, action });
        }
    }
    Ok(answer)
}

/// Counts the rows of the file, at most `most`, and finds out the style of columns that nobody named.
pub(super) fn look_over(
    plan: &Plan,
    import: &mut Import,
    most: u64,
    go_on: &mut dyn FnMut(u64) -> Result<()>,
) -> Result<()> {
    let seen = scan::scan(plan, import, most, go_on)?;
    import.totals.rows_total = seen.rows;
    for (column, style) in import.mapping.columns.iter_mut().zip(seen.styles) {
        column.style.day_first = column.style.day_first.or(style.day_first);
        column.style.decimal_comma = column.style.decimal_comma.or(style.decimal_comma);
    }
    Ok(())
}

/// Decides the whole file; what it counted becomes [`Import::expected`].
#[derive(Debug, Serialize, Deserialize)]
pub struct DryRunJob {
    pub import: Id,
}

impl Job for DryRunJob {
    const KIND: &'static str = "records.import-dry-run";

    fn run(&self, run: &Run) -> Result<()> {
        let counted = self.count(run);
        run.db.write(&run.scope, |tx| {
            let mut import = find(tx, self.import)?;
            if import.state == State::DryRun {
                import.state = State::Mapping;
                import.expected = counted.as_ref().ok().copied();
                row::update(tx, &import)?;
                tell(tx, self.import);
            }
            Ok(())
        })?;
        counted.map(|_| ())
    }
}

impl DryRunJob {
    fn count(&self, run: &Run) -> Result<Totals> {
        let (mut import, plan) = run.db.read(&run.scope, |cx| {
            let import = find(cx, self.import)?;
            let plan = Plan::new(cx, &import)?;
            Ok((import, plan))
        })?;
        look_over(&plan, &mut import, u64::MAX, &mut |_| run.progress(0, 0))?;
        let plan = run.db.read(&run.scope, |cx| Plan::new(cx, &import))?;
        let mut totals = Totals { rows_total: import.totals.rows_total, ..Totals::default() };
        let mut drafts = Drafts::open(&import)?;
        let mut desk = Desk::new(plan.clone(), self.import);
        loop {
            let batch: Vec<_> = std::iter::from_fn(|| drafts.next(&plan)).take(job::BATCH).collect();
            if batch.is_empty() {
                return Ok(totals);
            }
            run.db.read(&run.scope, |cx| desk.imagine(cx, batch, &mut totals))?;
            run.progress(totals.rows, totals.rows_total)?;
        }
    }
}
