//! Taking a change set back: a merge, a batch, whatever the feed and the answers name by `set`.

use kernel::Result;
use records::{Json, undo};
use serde_json::json;

use super::{answer::Answer, call::Call};

pub(super) fn undo(call: &Call) -> Result<Answer> {
    call.knows(&[])?;
    let set = call.id()?;
    call.write(|tx| {
        let undone = undo::undo(tx, set)?;
        // What stands there now may be hidden from the caller: only its place is told.
        let kept: Vec<Json> = undone
            .kept
            .iter()
            .map(|kept| json!({ "object": kept.object, "record": kept.record, "field": kept.field }))
            .collect();
        Answer::json(&json!({ "set": undone.set, "taken_back": undone.taken_back, "kept": kept }))
    })
}
