//! Very many values brought over to another type, in short transactions, going on where it was stopped.

use jobs::{Job, Run};
use kernel::{Id, Result};
use serde::{Deserialize, Serialize};

use super::{finish, page};
use crate::{Query, object::object, query};

/// Brings the values of one field over to its type.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Convert {
    pub object: String,
    pub field: String,
    /// The change set it becomes.
    pub set: Id,
}

#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
struct Place {
    after: Id,
    done: u64,
}

impl Job for Convert {
    const KIND: &'static str = "records.convert";

    fn run(&self, run: &Run) -> Result<()> {
        let mut place = run.last_checkpoint::<Place>()?.unwrap_or_default();
        let total = run.db.read(&run.scope, |cx| {
            query::count(cx, &object(cx, &self.object)?, &Query::default(), u64::from(u32::MAX))
        })?;
        loop {
            let over = run.db.write(&run.scope, |tx| {
                let (last, count) = page(tx, &self.object, &self.field, place.after)?;
                let Some(last) = last else { return Ok(true) };
                let next = Place { after: last, done: place.done + count };
                run.checkpoint(tx, &next)?;
                place = next;
                Ok(false)
            })?;
            run.progress(place.done, total.max(place.done))?;
            if over {
                break;
            }
        }
        run.db.write(&run.scope, |tx| finish(tx, &self.object, &self.field, self.set))
    }
}
