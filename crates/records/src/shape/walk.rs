//! All records of an object in the order of their ids, in short transactions; a job that was stopped goes on where it was.

use jobs::Run;
use kernel::{Id, Result, Tx};
use serde::{Deserialize, Serialize};

use crate::{Query, object::object, query};

/// What was done so far.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
struct Place {
    after: Id,
    done: u64,
}

/// Calls `page` with the place after which its records begin, until it finds none; it says the last and how many there were.
pub(super) fn walk(
    run: &Run,
    name: &str,
    page: impl Fn(&mut Tx, Id) -> Result<Option<(Id, u64)>>,
) -> Result<()> {
    let mut place = run.last_checkpoint::<Place>()?.unwrap_or_default();
    let total = run.db.read(&run.scope, |cx| {
        query::count(cx, &object(cx, name)?, &Query::default(), u64::from(u32::MAX))
    })?;
    loop {
        let over = run.db.write(&run.scope, |tx| {
            let Some((last, count)) = page(tx, place.after)? else { return Ok(true) };
            let next = Place { after: last, done: place.done + count };
            run.checkpoint(tx, &next)?;
            place = next;
            Ok(false)
        })?;
        run.progress(place.done, total.max(place.done))?;
        if over {
            return Ok(());
        }
    }
}
