//! Keys for programs: a secret, shown once, that acts for whoever made it, with at most that person's role, until it
//! expires or is withdrawn. Only the SHA-256 is kept.

use std::sync::Arc;

use kernel::{
    Actor, Cx, Error, FieldErrors, Id, Locality, Result, Role, Row, Scope, Text, Timestamp, Tx, Value,
    clock::{DAY, MINUTE},
};

use crate::{tokens, workspaces};

/// What every key begins with, so that those who look for leaked secrets know whose it is.
pub const PREFIX: &str = "kartotek_";
/// How exactly it is known when a key was last used.
const SEEN: i64 = 10 * MINUTE;
const LONGEST_NAME: usize = 80;
/// How many days a key may live; 0 is without end.
pub const LIFETIMES: [i64; 4] = [30, 90, 365, 0];

/// A program that comes with a valid key.
#[derive(Debug, Clone)]
pub struct Program {
    pub key: Id,
    pub key_name: String,
    /// For whom it acts.
    pub user: Id,
    pub user_name: String,
    pub email: String,
    /// The lower of the key's role and the person's own.
    pub role: Role,
    pub workspace: Id,
    pub workspace_name: String,
    pub locality: Arc<Locality>,
    /// Not marked as used for ten minutes: call [`touch`].
    pub stale: bool,
}

impl Program {
    /// The scope of what it does.
    pub fn scope(&self, through: &'static str) -> Scope {
        Scope {
            workspace: self.workspace,
            actor: Actor::User { id: self.user, role: self.role },
            locality: self.locality.clone(),
            through,
        }
    }
}

/// A line of the list of keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiKey {
    pub id: Id,
    pub name: String,
    /// The last four characters of the secret.
    pub ending: String,
    pub role: Role,
    pub user: Id,
    pub created_at: Timestamp,
    pub expires_at: Option<Timestamp>,
    pub used_at: Option<Timestamp>,
}

/// Who comes with this key, if it is valid and its user still a member.
pub fn program(cx: &Cx, token: &str) -> Result<Option<Program>> {
    if !token.starts_with(PREFIX) {
        return Ok(None);
    }
    let row = cx.query_one(
        "SELECT k.workspace_id, k.id, k.name, k.role, k.user_id, u.name, u.email, m.role, w.name, \
         u.language, w.country, w.currency, u.time_zone, k.used_at \
         FROM api_keys k JOIN users u ON u.id = k.user_id \
         JOIN memberships m ON m.workspace_id = k.workspace_id AND m.user_id = k.user_id \
         JOIN workspaces w ON w.id = k.workspace_id \
         WHERE k.token_hash = ?1 AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > ?2) \
         AND m.removed_at IS NULL AND u.disabled_at IS NULL",
        &[Value::Bytes(tokens::hash(token).to_vec()), cx.now().into()],
    )?;
    let Some(row) = row else { return Ok(None) };
    let used_at: Option<Timestamp> = row.get(13)?;
    Ok(Some(Program {
        workspace: row.get(0)?,
        key: row.get(1)?,
        key_name: row.get(2)?,
        role: role(&row, 3)?.min(role(&row, 7)?),
        user: row.get(4)?,
        user_name: row.get(5)?,
        email: row.get(6)?,
        workspace_name: row.get(8)?,
        locality: Arc::new(workspaces::kept_place(&row, 9)),
        stale: used_at.is_none_or(|at| at.plus(SEEN) <= cx.now()),
    }))
}

/// Marks a key as used now.
pub fn touch(tx: &mut Tx, program: &Program) -> Result<()> {
    let now = tx.now();
    tx.execute(
        "UPDATE api_keys SET used_at = ?3 WHERE workspace_id = ?1 AND id = ?2",
        &[program.workspace.into(), program.key.into(), now.into()],
    )?;
    Ok(())
}

/// Makes a key for the actor; for admins. Answers the secret, which is kept nowhere. Fields: `name`, `role`, `days`.
pub fn create(tx: &mut Tx, name: &str, wanted: Role, days: i64) -> Result<(Id, String)> {
    tx.require(Role::Admin)?;
    let user = tx.actor().user().ok_or(Error::Denied)?;
    let mut errors = FieldErrors::default();
    let name = name.trim();
    if name.is_empty() {
        errors.add("name", Text::new("identity-key-name-missing"));
    } else if name.chars().count() > LONGEST_NAME {
        errors.add("name", Text::new("too-long").with("max", LONGEST_NAME));
    }
    if wanted > tx.actor().role() || !LIFETIMES.contains(&days) {
        let field = if LIFETIMES.contains(&days) { "role" } else { "days" };
        errors.add(field, Text::new("identity-choice-unknown"));
    }
    errors.into_result()?;
    let token = format!("{PREFIX}{}", tokens::new()?);
    let (id, now) = (tx.new_id(), tx.now());
    let expires_at = (days > 0).then(|| now.plus(days * DAY));
    tx.execute(
        "INSERT INTO api_keys (workspace_id, id, token_hash, ending, name, role, user_id, created_at, expires_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        &[
            tx.workspace().into(),
            id.into(),
            Value::Bytes(tokens::hash(&token).to_vec()),
            token.get(token.len() - 4..).unwrap_or_default().into(),
            name.into(),
            wanted.key().into(),
            user.into(),
            now.into(),
            expires_at.into(),
        ],
    )?;
    tx.emit("api_keys");
    Ok((id, token))
}

/// Withdraws a key at once; for admins, and owners' keys for owners.
pub fn revoke(tx: &mut Tx, key: Id) -> Result<()> {
    tx.require(Role::Admin)?;
    let kept = list(tx)?.into_iter().find(|row| row.id == key).ok_or(Error::NotFound)?;
    tx.require(kept.role)?;
    let now = tx.now();
    tx.execute(
        "UPDATE api_keys SET revoked_at = ?3 WHERE workspace_id = ?1 AND id = ?2",
        &[tx.workspace().into(), key.into(), now.into()],
    )?;
    tx.emit("api_keys");
    Ok(())
}

/// The workspace's keys that were not withdrawn, newest first; expired ones too.
pub fn list(cx: &Cx) -> Result<Vec<ApiKey>> {
    let rows = cx.query(
        "SELECT id, name, ending, role, user_id, created_at, expires_at, used_at FROM api_keys \
         WHERE workspace_id = ?1 AND revoked_at IS NULL ORDER BY id DESC LIMIT 200",
        &[cx.workspace().into()],
    )?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<ApiKey> {
    Ok(ApiKey {
        id: row.get(0)?,
        name: row.get(1)?,
        ending: row.get(2)?,
        role: role(row, 3)?,
        user: row.get(4)?,
        created_at: row.get(5)?,
        expires_at: row.get(6)?,
        used_at: row.get(7)?,
    })
}

fn role(row: &Row, at: usize) -> Result<Role> {
    Role::from_key(row.text(at)).ok_or_else(|| Error::internal("a key has an unknown role"))
}
