//! Taking a change set back: a merge, a batch, whatever the feed and the answers name by `set`.

use kernel::Result;
use records::{Json, changes, undo};
use serde_json::json;

use super::{answer::Answer, call::Call};

pub(super) fn undo(call: &Call) -> Result<Answer> {
    call.knows(&[])?;
    let set = call.id()?;
    if call.app.read(call.request, |cx| changes::find(cx, set))?.touched > undo::AT_ONCE {
        // Nobody waits for a large one, and others write between its steps.
        return call.write(|tx| {
            undo::start(tx, set)?;
            Answer::json(&json!({ "set": null, "taken_back": 0, "kept": [], "begun": true }))
        });
    }
    call.write(|tx| {
        let undone = undo::undo(tx, set)?;
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
