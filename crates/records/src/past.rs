//! A card as it was on a day: today's values with every later change taken back, in memory only.

use std::sync::Arc;

use kernel::{Cx, Id, Result, Timestamp};

use crate::{
    Record,
    changes::{self, Kind},
    merge,
    object::Object,
    record, shape,
};

/// The record as it was at this instant; `None` when it did not exist yet.
pub fn at(cx: &Cx, object: &Arc<Object>, id: Id, instant: Timestamp) -> Result<Option<Record>> {
    let mut record = record::find(cx, object, id)?;
    let mut before = None;
    loop {
        let page = changes::of_record(cx, id, before, 200)?;
        for change in &page {
            if change.made.at <= instant {
                return Ok(Some(record));
            }
            match change.kind {
                Kind::Created => return Ok(None),
                Kind::Trashed => record.trashed_at = None,
                Kind::Restored => record.trashed_at = Some(change.made.at),
                Kind::Edited | Kind::Merged | Kind::Moved => {
                    let mut change = change.clone();
                    for key in shape::past::forms_now(object, &mut change) {
                        change.fields.insert(key, Default::default());
                    }
                    for (key, (was, _)) in &change.fields {
                        if let Some(at) = object.at(key).filter(|at| !object.withheld.contains(at)) {
                            record.values[at] = was.clone();
                        }
                    }
                }
                Kind::Absorbed => {
                    let left = merge::was_absorbed(change);
                    record.trashed_at = if left { None } else { Some(change.made.at) };
                }
                Kind::Linked | Kind::Unlinked => {}
            }
        }
        match page.last() {
            Some(last) => before = Some(last.id),
            None => return Ok(Some(record)),
        }
    }
}
