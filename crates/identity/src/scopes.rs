//! Completing the scope of work that nobody is signed in for, such as a job somebody asked for an hour ago.

use std::sync::Arc;

use kernel::{Actor, Cx, Db, Locality, Result, Role, Scope};

use crate::{members, users, workspaces};

/// The scope with the actor's language and time zone, their present role, and the workspace's country and currency.
/// Who is no longer a member may only read; so may whoever cannot be looked up.
pub fn complete_scope(db: &Db, scope: &Scope) -> Scope {
    if scope.workspace.is_nil() {
        return scope.clone();
    }
    let looked_up = db.read(scope, |cx| Ok((locality(cx)?, present_actor(cx)?)));
    match looked_up {
        Ok((locality, actor)) => Scope { locality: Arc::new(locality), actor, ..scope.clone() },
        Err(error) => {
            tracing::warn!(%error, "who asked for this work could not be looked up; it may only read");
            Scope { actor: demoted(scope.actor), ..scope.clone() }
        }
    }
}

fn locality(cx: &Cx) -> Result<Locality> {
    let mut locality = workspaces::find(cx)?.locality();
    if let Some(user) = cx.actor().user() {
        let user = users::find(cx, user)?;
        (locality.language, locality.time_zone) = (user.language, user.time_zone);
    }
    Ok(locality)
}

fn present_actor(cx: &Cx) -> Result<Actor> {
    let Some(user) = cx.actor().user() else { return Ok(cx.actor()) };
    Ok(match members::find(cx, user) {
        Ok(member) => Actor::User { id: user, role: member.role },
        Err(kernel::Error::NotFound) => demoted(cx.actor()),
        Err(error) => return Err(error),
    })
}

fn demoted(actor: Actor) -> Actor {
    match actor {
        Actor::User { id, .. } => Actor::User { id, role: Role::ReadOnly },
        Actor::System => Actor::System,
    }
}
