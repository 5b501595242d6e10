//! Who belongs to the workspace: the users that fields such as an owner name.

use identity::members;
use kernel::Result;
use records::Json;
use serde_json::json;

use super::{answer::Answer, call::Call};

pub(super) fn list(call: &Call) -> Result<Answer> {
    call.knows(&[])?;
    call.read(|cx| {
        let one = |member: &members::Member| {
            json!({ "id": member.user, "name": member.name, "email": member.email, "role": member.role.key() })
        };
        let data: Vec<Json> = members::active(cx)?.iter().map(one).collect();
        Answer::json(&json!({ "data": data }))
    })
}
