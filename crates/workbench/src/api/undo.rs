//! Taking a change set back: a merge, a batch, whatever the feed and the answers name by `set`.

use kernel::Result;
use records::{
    Json,
    undo::{self, Undoing},
};
use serde_json::json;

use super::{answer::Answer, call::Call};

pub(super) fn undo(call: &Call) -> Result<Answer> {
    call.knows(&[])?;
    let set = call.id()?;
    call.write(|tx| {
        let Undoing::Done(undone) = undo::undo_or_begin(tx, set)? else {
            return Answer::json(&json!({ "set": null, "taken_back": 0, "kept": [], "begun": true }));
        };
        // What stands there now may be hidden from the caller: only its place is told.
        let kept: Vec<Json> = undone
            .kept
            .iter()
            .map(|kept| json!({ "object": kept.object, "record": kept.record, "field": kept.field }))
            .collect();
        Answer::json(
            &json!({ "set": undone.set, "taken_back": undone.taken_back, "kept": kept, "begun": false }),
        )
    })
}
