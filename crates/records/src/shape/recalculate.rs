//! What is derived from the records of an object, made anew after the object's shape changed: formulas, roll-ups and the
//! words of the search. At once for few records, as a job for many.

use std::sync::Arc;

use jobs::{Job, Run};
use kernel::{Id, Result, Tx, Value};
use serde::{Deserialize, Serialize};

use super::{daily::is_relative, walk::walk};
use crate::{
    Object, access,
    field::Reading,
    object::object,
    query::{self, Query},
    record::{self, Selection},
    roll_up::{self, RollUp},
    save::{self, Values},
    search::index,
};

/// Records of one transaction.
const PAGE: usize = 200;
/// So many are done while somebody waits.
const AT_ONCE: u64 = 1_000;

/// Makes anew what is derived from the records of one object.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Recalculate {
    pub object: String,
    /// Only because the day changed: what is found of a card is as it was, unless its values changed.
    #[serde(default)]
    pub daily: bool,
}

impl Job for Recalculate {
    const KIND: &'static str = "records.recalculate";

    fn run(&self, run: &Run) -> Result<()> {
        walk(run, &self.object, |tx, after| {
            let object = object(tx, &self.object)?;
            page(tx, &object, after, self.daily)
        })
    }
}

/// Begins it, or does it when there are few records.
pub(super) fn begin(tx: &mut Tx, object: &str) -> Result<()> {
    let declared = crate::object::object(tx, object)?;
    let many = query::count(tx, &declared, &Query::default(), AT_ONCE)? > AT_ONCE;
    if many {
        return jobs::enqueue(tx, &Recalculate { object: object.to_owned(), daily: false }).map(drop);
    }
    let mut after = Id::NIL;
    while let Some((last, _)) = page(tx, &declared, after, false)? {
        after = last;
    }
    Ok(())
}

/// The next records in the order of their ids, and how many there were.
fn page(tx: &mut Tx, object: &Arc<Object>, after: Id, daily: bool) -> Result<Option<(Id, u64)>> {
    // Whoever saves one of them meanwhile waits, so that nobody's values are written over.
    let lock = record::lock(tx);
    let object = &super::hold(tx, object)?;
    let selection = Selection::all(object);
    let sql = format!(
        "SELECT {} FROM {} AS t WHERE t.workspace_id = ?1 AND t.id > ?2{} AND t.trashed_at = 0 ORDER BY t.id LIMIT {PAGE}{lock}",
        selection.list("t"),
        object.table,
        access::of_object(object, "t")
    );
    let rows = tx.query(&sql, &[tx.workspace().into(), Value::from(after)])?;
    let reading = Reading::plain(tx);
    let mut last = None;
    for row in &rows {
        let record = selection.read(object, row)?;
        let mut values = Values::new();
        let moved = |roll_up: &&Arc<RollUp>| roll_up.via.is_some() || is_relative(&roll_up.filter);
        for roll_up in object.roll_ups.iter().filter(|roll_up| !daily || moved(roll_up)) {
            values.insert(roll_up.key.clone(), roll_up::value(tx, roll_up, record.id)?);
        }
        let record = save::rederive(tx, &record, values)?;
        if !daily {
            index::renew(tx, &record, &reading)?;
        }
        last = Some(record.id);
    }
    Ok(last.map(|last| (last, rows.len() as u64)))
}
