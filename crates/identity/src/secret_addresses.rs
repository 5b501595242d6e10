//! Secret addresses: what programs that cannot sign in, such as the calendar of a phone, read from. Each reads as whoever made
//! it, and changes nothing; only the SHA-256 of its secret is kept, and it can be given up.

use std::sync::Arc;

use kernel::{Actor, Cx, Error, Id, Result, Role, Scope, Timestamp, Tx, Value, clock::MINUTE};

use crate::{tokens, workspaces};

/// How exactly it is known when an address was last used.
const SEEN: i64 = 10 * MINUTE;
/// Of one person and kind.
const MOST: i64 = 20;

/// An address as its owner sees it; its secret is not known any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretAddress {
    pub id: Id,
    pub created_at: Timestamp,
    pub used_at: Option<Timestamp>,
}

/// Whoever comes by a secret address.
#[derive(Debug, Clone)]
pub struct Bearer {
    pub address: Id,
    pub scope: Scope,
    /// Not marked as used for ten minutes: call [`touch`].
    pub stale: bool,
}

/// As whom this secret reads, if it is valid and its user still a member. They may read and nothing else.
pub fn bearer(cx: &Cx, kind: &str, token: &str) -> Result<Option<Bearer>> {
    let row = cx.query_one(
        "SELECT a.workspace_id, a.id, a.user_id, u.language, w.country, w.currency, u.time_zone, a.used_at \
         FROM secret_addresses a JOIN users u ON u.id = a.user_id \
         JOIN memberships m ON m.workspace_id = a.workspace_id AND m.user_id = a.user_id \
         JOIN workspaces w ON w.id = a.workspace_id \
         WHERE a.token_hash = ?1 AND a.kind = ?2 AND a.revoked_at IS NULL \
         AND m.removed_at IS NULL AND u.disabled_at IS NULL",
        &[Value::Bytes(tokens::hash(token).to_vec()), kind.into()],
    )?;
    let Some(row) = row else { return Ok(None) };
    let used_at: Option<Timestamp> = row.get(7)?;
    let scope = Scope {
        workspace: row.get(0)?,
        actor: Actor::User { id: row.get(2)?, role: Role::ReadOnly },
        locality: Arc::new(workspaces::kept_place(&row, 3)),
        through: "address",
    };
    let stale = used_at.is_none_or(|at| at.plus(SEEN) <= cx.now());
    Ok(Some(Bearer { address: row.get(1)?, scope, stale }))
}

/// Marks an address as used now.
pub fn touch(tx: &mut Tx, bearer: &Bearer) -> Result<()> {
    let now = tx.now();
    tx.execute(
        "UPDATE secret_addresses SET used_at = ?3 WHERE workspace_id = ?1 AND id = ?2",
        &[bearer.scope.workspace.into(), bearer.address.into(), now.into()],
    )?;
    Ok(())
}

/// Makes an address for the actor. Answers its secret, which is kept nowhere.
pub fn create(tx: &mut Tx, kind: &str) -> Result<(Id, String)> {
    let user = tx.actor().user().ok_or(Error::Denied)?;
    if list(tx, kind)?.len() as i64 >= MOST {
        return Err(Error::Conflict(kernel::Text::new("secret-addresses-enough")));
    }
    let token = tokens::new()?;
    let (id, now) = (tx.new_id(), tx.now());
    tx.execute(
        "INSERT INTO secret_addresses (workspace_id, id, kind, token_hash, user_id, created_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &[
            tx.workspace().into(),
            id.into(),
            kind.into(),
            Value::Bytes(tokens::hash(&token).to_vec()),
            user.into(),
            now.into(),
        ],
    )?;
    Ok((id, token))
}

/// A secret for an address that is kept elsewhere, and what is kept of it.
pub fn secret() -> Result<(String, [u8; 32])> {
    let token = tokens::new()?;
    let hash = tokens::hash(&token);
    Ok((token, hash))
}

/// What is kept of a secret that somebody comes with.
pub fn kept(token: &str) -> [u8; 32] {
    tokens::hash(token)
}

/// Gives up an address of the actor's at once.
pub fn revoke(tx: &mut Tx, id: Id) -> Result<()> {
    let user = tx.actor().user().ok_or(Error::Denied)?;
    let now = tx.now();
    let given_up = tx.execute(
        "UPDATE secret_addresses SET revoked_at = ?4 \
         WHERE workspace_id = ?1 AND id = ?2 AND user_id = ?3 AND revoked_at IS NULL",
        &[tx.workspace().into(), id.into(), user.into(), now.into()],
    )?;
    if given_up == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// The actor's addresses of a kind that were not given up, the newest first.
pub fn list(cx: &Cx, kind: &str) -> Result<Vec<SecretAddress>> {
    let user = cx.actor().user().ok_or(Error::Denied)?;
    let rows = cx.query(
        "SELECT id, created_at, used_at FROM secret_addresses \
         WHERE workspace_id = ?1 AND user_id = ?2 AND kind = ?3 AND revoked_at IS NULL ORDER BY id DESC",
        &[cx.workspace().into(), user.into(), kind.into()],
    )?;
    rows.iter()
        .map(|row| Ok(SecretAddress { id: row.get(0)?, created_at: row.get(1)?, used_at: row.get(2)? }))
        .collect()
}
