//! Records that go with the card they are about, such as comments: whoever sees the card sees them, and nobody else; whoever
//! made one may change it. Roles say who writes and exports them.

use identity::rights::{Reach, Rights};
use kernel::{Cx, Id, Result, Role};

use super::{Verb, known};
use crate::{
    Record,
    field::reference,
    object::{Object, ObjectKind, object as object_of},
};

/// As far as it does not depend on the card.
pub(super) fn reach(cx: &Cx, rights: &Rights, object: &Object, verb: Verb) -> Reach {
    let role = cx.actor().role();
    match verb {
        Verb::See => Reach::All,
        _ if verb.writes() && role < Role::Member => Reach::None,
        // What somebody said is nobody else's to put otherwise.
        Verb::Edit => Reach::Own,
        Verb::Delete if role >= Role::Admin => Reach::All,
        Verb::Delete => Reach::Own,
        _ => rights.may(object.key, verb),
    }
}

/// The card is seen, as a condition on the alias of the object's table; `None` when the actor sees every card.
pub(super) fn limit(cx: &Cx, object: &Object, alias: &str) -> Result<Option<String>> {
    let Some(rule) = object.timeline else { return Ok(None) };
    if known::is_free(cx)? {
        return Ok(None);
    }
    let column = |suffix: &str| format!("{alias}.\"{}{suffix}\"", rule.about);
    super::seen_rows(cx, &column("_object"), &column(""), &format!("{alias}_card"), |other| {
        other.kind == ObjectKind::Card
    })
}

/// Whether the actor sees the card of this record.
pub(super) fn holds(cx: &Cx, record: &Record) -> Result<bool> {
    let Some(rule) = record.object.timeline else { return Ok(true) };
    if known::is_free(cx)? {
        return Ok(true);
    }
    match reference::target(record.get(rule.about)) {
        Some((name, id)) if id != Id::NIL => super::holds(cx, &*object_of(cx, name)?, id, Verb::See),
        _ => Ok(true),
    }
}
