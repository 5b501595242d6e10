//! Looking at the workspace as one of its members does, to see what they see. Only reading: the session acts with the member's
//! rights and the role of a reader until the administrator stops.

use kernel::{Cx, Error, Id, Result, Role, Tx};

use crate::{
    members,
    sessions::{Session, SessionKey},
};

/// The actor's session looks as this member from now on; for administrators, and not as one of them.
pub fn begin(tx: &mut Tx, session: &SessionKey, user: Id) -> Result<()> {
    tx.require(Role::Admin)?;
    let member = members::find(tx, user)?;
    if member.role >= Role::Admin {
        return Err(Error::Denied);
    }
    let admin = tx.actor().user().ok_or(Error::Denied)?;
    let changed = tx.execute(
        "UPDATE sessions SET viewed_as = ?4 WHERE token_hash = ?1 AND user_id = ?2 AND workspace_id = ?3",
        &[session.value(), admin.into(), tx.workspace().into(), user.into()],
    )?;
    if changed == 0 {
        return Err(Error::NotFound);
    }
    tracing::info!(workspace = %tx.workspace(), %admin, member = %user, "An administrator looks as a member");
    Ok(())
}

/// The session of this token is its owner's again; whom it looked as, if anybody.
pub fn end(tx: &mut Tx, token: &str) -> Result<Option<Id>> {
    let key = SessionKey::of(token);
    let row = tx.query_one(
        "SELECT viewed_as, user_id, workspace_id FROM sessions WHERE token_hash = ?1 AND viewed_as IS NOT NULL",
        &[key.value()],
    )?;
    let Some(row) = row else { return Ok(None) };
    let (member, admin, workspace): (Id, Id, Id) = (row.get(0)?, row.get(1)?, row.get(2)?);
    tx.execute("UPDATE sessions SET viewed_as = NULL WHERE token_hash = ?1", &[key.value()])?;
    tracing::info!(%workspace, %admin, %member, "An administrator no longer looks as a member");
    Ok(Some(member))
}

/// The session as the member whom it looks as; as its owner's, when they are no administrator or the member is gone.
pub(crate) fn as_member(cx: &Cx, session: Session, user: Id) -> Result<Session> {
    let row = cx.query_one(
        "SELECT u.name, u.email, m.role FROM memberships m JOIN users u ON u.id = m.user_id \
         WHERE m.workspace_id = ?1 AND m.user_id = ?2 AND m.removed_at IS NULL",
        &[session.workspace.into(), user.into()],
    )?;
    let Some(row) = row else { return Ok(session) };
    let role = Role::from_key(row.text(2));
    if session.role < Role::Admin || role.is_none_or(|role| role >= Role::Admin) {
        return Ok(session);
    }
    Ok(Session {
        viewed_by: Some(session.user),
        user,
        user_name: row.get(0)?,
        email: row.get(1)?,
        role: Role::ReadOnly,
        ..session
    })
}
