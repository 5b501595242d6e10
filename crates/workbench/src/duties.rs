//! What somebody is responsible for, and handing it over to a colleague: cards they own, tasks they are to do. One
//! change set in steps, by a job, so it can be taken back whole.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use identity::members;
use jobs::{Job, Run};
use kernel::{Cx, Error, Id, Result, Text, Tx};
use records::{
    ChangeSet, Object, Query, changes,
    object::object,
    query::{self, Cursor, Filter, Operator},
    save::{self, Values},
};
use serde::{Deserialize, Serialize};

/// A field that says who is responsible for a record.
#[derive(Debug, Clone, Copy)]
pub struct Duty {
    pub object: &'static str,
    /// A field of users.
    pub field: &'static str,
    /// A field that is filled once the duty is done.
    pub done: Option<&'static str>,
}

/// Those of all modules, as every unit of work finds them.
#[derive(Debug)]
pub(crate) struct Duties(pub(crate) Vec<Duty>);

/// Records handed over between two looks at the clock, and how long one transaction may keep others from writing.
const STEP: usize = 50;
const LONGEST: Duration = Duration::from_millis(100);

const LABEL: &str = "change-handed-over";

/// The jobs of this crate.
pub fn register(registry: &mut jobs::Registry) {
    registry.register::<HandOver>();
}

/// How many records of each object somebody is responsible for; none of those without any.
pub(crate) fn counts(cx: &Cx, user: Id) -> Result<Vec<(Arc<Object>, u64)>> {
    let mut counts = Vec::new();
    for duty in &cx.part::<Duties>().0 {
        let object = object(cx, duty.object)?;
        let count = query::count(cx, &object, &duty.of(user, None), u64::MAX - 1)?;
        if count > 0 {
            counts.push((object, count));
        }
    }
    Ok(counts)
}

/// Hands everything over, in a job; the change set in which it stands. `to` is a member.
pub(crate) fn start(tx: &mut Tx, from: Id, to: Id) -> Result<Id> {
    if from == to {
        return Err(Error::invalid("to", "hand-over-to-another"));
    }
    let to = members::find(tx, to)?;
    let names = members::names(tx)?;
    let from_name = names.get(&from).ok_or(Error::NotFound)?;
    let mut set = ChangeSet::new(tx, LABEL).about(format!("{from_name} → {}", to.name));
    set.store(tx)?;
    jobs::enqueue(tx, &HandOver { from, to: to.user, set: set.id })?;
    Ok(set.id)
}

impl Duty {
    fn of(&self, user: Id, after: Option<Cursor>) -> Query {
        let mut filters = vec![Filter::field(self.field, Operator::Is, &[&user.to_string()])];
        filters.extend(self.done.map(|done| Filter::field(done, Operator::Empty, &[])));
        Query { filter: Filter::All(filters), after, ..Query::default() }
    }
}

#[derive(Debug, Serialize, Deserialize)]
struct HandOver {
    from: Id,
    to: Id,
    set: Id,
}

/// Where to go on.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Place {
    duty: usize,
    after: Option<String>,
    done: u64,
    /// Cards that cannot be saved as they are, because something else is wrong with them.
    kept: u64,
}

impl Job for HandOver {
    const KIND: &'static str = "workbench.hand-over";

    fn run(&self, run: &Run) -> Result<()> {
        let counts = run.db.read(&run.scope, |cx| counts(cx, self.from))?;
        let mut place = run.last_checkpoint::<Place>()?.unwrap_or_default();
        let total = place.done + place.kept + counts.iter().map(|(_, count)| count).sum::<u64>();
        while !run.cancelled() && !self.some(run, &mut place)? {
            run.progress(place.done + place.kept, total)?;
        }
        run.note(Text::new("handed-over").with("count", place.done).with("kept", place.kept));
        Ok(())
    }
}

impl HandOver {
    /// Some steps in one transaction; whether those were the last.
    fn some(&self, run: &Run, place: &mut Place) -> Result<bool> {
        let began = Instant::now();
        let mut next = place.clone();
        let over = run.db.write(&run.scope, |tx| {
            tx.through("job");
            let mut over = changes::find(tx, self.set)?.undone_by.is_some();
            let mut set = ChangeSet::resume(self.set, LABEL);
            while !over && began.elapsed() < LONGEST {
                over = self.step(tx, &mut set, &mut next)?;
            }
            set.close(tx)?;
            run.checkpoint(tx, &next)?;
            Ok(over)
        })?;
        *place = next;
        Ok(over)
    }

    /// At most [`STEP`] records of one duty; whether there is nothing left.
    fn step(&self, tx: &mut Tx, set: &mut ChangeSet, place: &mut Place) -> Result<bool> {
        let duties = tx.part::<Duties>();
        let Some(duty) = duties.0.get(place.duty) else { return Ok(true) };
        let object = object(tx, duty.object)?;
        let after = place.after.as_deref().map(Cursor::parse).transpose()?;
        let page = query::page(tx, &object, &duty.of(self.from, after), &[], STEP)?;
        for record in &page.records {
            let values: Values = [(duty.field.to_owned(), self.to.to_string().into())].into_iter().collect();
            match save::edit(tx, set, &object, record.id, values, &Values::new()) {
                Ok(_) => place.done += 1,
                Err(Error::Invalid(_) | Error::Conflict(_)) => place.kept += 1,
                Err(error) => return Err(error),
            }
        }
        place.after = page.next.map(|cursor| cursor.written());
        if place.after.is_none() {
            place.duty += 1;
        }
        Ok(false)
    }
}
