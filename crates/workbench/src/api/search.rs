//! Search over everything, as the palette does it.

use kernel::{Cx, Error, Result};
use records::{Json, field::reference, search};
use serde_json::json;

use super::{answer::Answer, call::Call, object_at};

pub(super) fn find(call: &Call) -> Result<Answer> {
    call.knows(&["q", "object", "limit"])?;
    let words = call.request.query.text("q");
    if words.is_empty() {
        return Err(Error::invalid("q", "required"));
    }
    let limit = call.limit(20, 100)?;
    let object = call.request.query.get("object");
    call.read(|cx| Answer::json(&json!({ "data": hits(cx, words, object, limit)? })))
}

/// What was found, best first.
pub fn hits(cx: &Cx, words: &str, object: Option<&str>, limit: usize) -> Result<Vec<Json>> {
    let unknown = |_| Error::invalid("object", "not-a-choice");
    let object = object.map(|name| object_at(cx, name)).transpose().map_err(unknown)?;
    let found = search::find(cx, words, object.as_ref().map(|object| object.key), limit)?;
    let one = |hit: &search::Hit| {
        json!({
            "object": hit.object, "id": hit.id, "reference": reference::reference(&hit.object, hit.id),
            "title": hit.title, "detail": hit.detail,
        })
    };
    Ok(found.iter().map(one).collect())
}
