//! Where drafts become records: each finds its card, and is created, merged, left alone or refused. A dry run comes
//! here too and is decided the same way; only nothing is written.

mod decide;
mod found;
mod named;
mod write;

use std::collections::HashMap;

use kernel::{Cx, FieldErrors, Id, Result, Tx};

use self::{found::Found, named::Named};
use crate::{
    Record,
    changes::ChangeSet,
    import::{
        Totals,
        bad::Problem,
        draft::{Body, CardDraft, Draft},
        plan::Plan,
    },
    save::Values,
};

/// See the module.
pub(super) struct Desk {
    plan: Plan,
    import: Id,
    found: Found,
    named: Named,
    /// Rows that a behaviour refused when they were half written, in a run before: refused at once now.
    poisoned: HashMap<u64, Problem>,
    /// Of a dry run: the records that would be there.
    imagined: HashMap<Id, Record>,
    imagined_count: u64,
}

/// What becomes of a card.
enum Decision {
    Create(Box<CardDraft>),
    Update { id: Id, values: Values, card: Box<CardDraft> },
    Unchanged(Id),
    Skip,
    Bad(Problem),
}

/// What became of one draft.
#[derive(Debug)]
pub(super) enum Outcome {
    Created { title: String },
    Updated { id: Id, fields: Vec<String> },
    Unchanged { id: Id },
    Skipped,
    Bad(Problem),
}

impl Outcome {
    pub(super) fn count(&self, totals: &mut Totals) {
        totals.rows += 1;
        match self {
            Outcome::Created { .. } => totals.created += 1,
            Outcome::Updated { .. } => totals.updated += 1,
            Outcome::Unchanged { .. } => totals.unchanged += 1,
            Outcome::Skipped => totals.skipped += 1,
            Outcome::Bad(_) => totals.bad += 1,
        }
    }
}

/// Why a batch was not written.
pub(super) enum Failure {
    /// This row was refused when it was half written: the transaction must go, and the row must not be tried again.
    Poisoned(u64, Problem),
    Error(kernel::Error),
}

impl From<kernel::Error> for Failure {
    fn from(error: kernel::Error) -> Failure {
        Failure::Error(error)
    }
}

impl Desk {
    pub(super) fn new(plan: Plan, import: Id) -> Desk {
        Desk {
            found: Found::default(),
            named: Named::default(),
            poisoned: HashMap::new(),
            imagined: HashMap::new(),
            imagined_count: 0,
            plan,
            import,
        }
    }

    pub(super) fn poison(&mut self, row: u64, problem: Problem) {
        self.poisoned.insert(row, problem);
        self.forget();
    }

    pub(super) fn poisoned(&self) -> usize {
        self.poisoned.len()
    }

    /// After a transaction that was not kept: what it created is not there.
    pub(super) fn forget(&mut self) {
        self.found = Found::default();
        self.named = Named::default();
    }

    /// Writes a batch. What it created is found by the rows behind it.
    pub(super) fn write(
        &mut self,
        tx: &mut Tx,
        set: &mut ChangeSet,
        drafts: Vec<Draft>,
        totals: &mut Totals,
    ) -> Result<(), Failure> {
        self.look_up(tx, &drafts)?;
        for draft in drafts {
            let Draft { line, number, raw, body } = draft;
            let outcome = match self.poisoned.get(&number) {
                Some(problem) => Outcome::Bad(problem.clone()),
                None => match body {
                    Err(problem) => Outcome::Bad(problem),
                    Ok(Body::Group { tag, members }) => self.tag_later(tx, &tag, &members)?,
                    Ok(Body::Card(card)) => {
                        let decision = self.decide(tx, card)?;
                        self.apply(tx, set, decision, number, totals)?
                    }
                },
            };
            if let Outcome::Bad(problem) = &outcome
                && totals.bad < super::bad::MOST
            {
                super::bad::keep(tx, self.import, line, number, &raw, problem)?;
            }
            outcome.count(totals);
        }
        Ok(())
    }

    /// The transaction is about to be kept: from now on the database knows what it created.
    pub(super) fn written(&mut self) {
        self.found.forget_new();
    }

    /// Decides a batch without writing: each line, what becomes of it, and who a refused one is about.
    pub(super) fn imagine(
        &mut self,
        cx: &Cx,
        drafts: Vec<Draft>,
        totals: &mut Totals,
    ) -> Result<Vec<(u64, Outcome, String)>> {
        self.look_up(cx, &drafts)?;
        let mut outcomes = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let outcome = match draft.body {
                Err(problem) => Outcome::Bad(problem),
                Ok(Body::Group { .. }) => Outcome::Skipped,
                Ok(Body::Card(card)) => {
                    let decision = self.decide(cx, card)?;
                    self.pretend(cx, decision, totals)?
                }
            };
            outcome.count(totals);
            let who = if let Outcome::Bad(_) = outcome { draft.raw.in_short() } else { String::new() };
            outcomes.push((draft.line, outcome, who));
        }
        Ok(outcomes)
    }

    /// Asks the database once for all that the batch may match or name.
    fn look_up(&mut self, cx: &Cx, drafts: &[Draft]) -> Result<()> {
        let cards = || {
            drafts.iter().filter_map(|draft| match &draft.body {
                Ok(Body::Card(card)) => Some(&**card),
                _ => None,
            })
        };
        self.found.look_up(cx, &self.plan, cards())?;
        self.named.look_up(cx, cards().flat_map(|card| &card.titles))
    }

    fn refused(&self, errors: FieldErrors) -> Problem {
        Problem::of(errors, |field| self.plan.header_of(field))
    }
}
