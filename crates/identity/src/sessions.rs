//! Sessions: who comes with which cookie. Every page asks, with one query, and writes at most every ten minutes.

use std::{fmt, str::FromStr, sync::Arc};

use kernel::{
    Actor, Cx, Error, Id, Locality, Result, Role, Row, Scope, Timestamp, Tx, Value,
    clock::{DAY, MINUTE},
};

use crate::{
    appearance::{Density, Theme},
    tokens, view_as, workspaces,
};

/// How long a session lives that nobody uses.
const IDLE: i64 = 30 * DAY;
/// How exactly it is known when a session was last used.
const SEEN: i64 = 10 * MINUTE;

/// Names a session without giving it away: the SHA-256 of its token, shown as hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SessionKey([u8; 32]);

/// Somebody who is signed in, and how they read.
#[derive(Debug, Clone)]
pub struct Session {
    pub key: SessionKey,
    pub user: Id,
    pub user_name: String,
    pub email: String,
    pub role: Role,
    pub workspace: Id,
    pub workspace_name: String,
    pub locality: Arc<Locality>,
    pub theme: Theme,
    pub density: Density,
    /// Not marked as seen for ten minutes: call [`touch`].
    pub stale: bool,
    /// The administrator who looks as this user; see [`crate::view_as`].
    pub viewed_by: Option<Id>,
}

impl Session {
    pub fn actor(&self) -> Actor {
        Actor::User { id: self.user, role: self.role }
    }

    /// The scope of this person's work.
    pub fn scope(&self, through: &'static str) -> Scope {
        Scope { workspace: self.workspace, actor: self.actor(), locality: self.locality.clone(), through }
    }
}

/// From where somebody comes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Device<'a> {
    /// An IP address.
    pub address: &'a str,
    pub user_agent: &'a str,
}

/// A line of the list of somebody's sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    pub key: SessionKey,
    pub workspace: Id,
    pub created_at: Timestamp,
    pub seen_at: Timestamp,
    pub user_agent: String,
    pub address: String,
}

/// Who is signed in with this token, if it is valid and its user still a member.
pub fn session(cx: &Cx, token: &str) -> Result<Option<Session>> {
    let key = SessionKey::of(token);
    let row = cx.query_one(
        "SELECT s.user_id, u.name, u.email, m.role, s.workspace_id, w.name, \
         u.language, w.country, w.currency, u.time_zone, u.theme, u.density, s.seen_at, s.viewed_as \
         FROM sessions s JOIN users u ON u.id = s.user_id \
         JOIN memberships m ON m.workspace_id = s.workspace_id AND m.user_id = s.user_id \
         JOIN workspaces w ON w.id = s.workspace_id \
         WHERE s.token_hash = ?1 AND s.expires_at > ?2 AND m.removed_at IS NULL AND u.disabled_at IS NULL",
        &[key.value(), cx.now().into()],
    )?;
    let Some(row) = row else { return Ok(None) };
    let role = Role::from_key(row.text(3));
    let seen_at: Timestamp = row.get(12)?;
    let session = Session {
        key,
        user: row.get(0)?,
        user_name: row.get(1)?,
        email: row.get(2)?,
        role: role.ok_or_else(|| Error::internal("a member has an unknown role"))?,
        workspace: row.get(4)?,
        workspace_name: row.get(5)?,
        locality: Arc::new(workspaces::kept_place(&row, 6)),
        theme: Theme::from_key(row.text(10)).unwrap_or_default(),
        density: Density::from_key(row.text(11)).unwrap_or_default(),
        stale: seen_at.plus(SEEN) <= cx.now(),
        viewed_by: None,
    };
    let viewed_as: Option<Id> = row.get(13)?;
    match viewed_as {
        Some(user) => view_as::as_member(cx, session, user).map(Some),
        None => Ok(Some(session)),
    }
}

/// Marks a session as used now, so that it lives on.
pub fn touch(tx: &mut Tx, session: &Session) -> Result<()> {
    let now = tx.now();
    tx.execute(
        "UPDATE sessions SET seen_at = ?2, expires_at = ?3 WHERE token_hash = ?1",
        &[session.key.value(), now.into(), now.plus(IDLE).into()],
    )?;
    Ok(())
}

/// Signs somebody in without asking for a password, after a set-up or an accepted invitation. Answers the token
/// for the cookie.
pub fn open(tx: &mut Tx, user: Id, workspace: Id, device: &Device) -> Result<String> {
    let token = tokens::new()?;
    let now = tx.now();
    tx.execute("DELETE FROM sessions WHERE expires_at <= ?1", &[now.into()])?;
    let params: [Value; 7] = [
        SessionKey::of(&token).value(),
        user.into(),
        workspace.into(),
        now.into(),
        now.plus(IDLE).into(),
        device.user_agent.chars().take(300).collect::<String>().into(),
        device.address.chars().take(64).collect::<String>().into(),
    ];
    tx.execute(
        "INSERT INTO sessions (token_hash, user_id, workspace_id, created_at, seen_at, expires_at, \
         user_agent, address) VALUES (?1, ?2, ?3, ?4, ?4, ?5, ?6, ?7)",
        &params,
    )?;
    Ok(token)
}

/// Ends the session of this token.
pub fn sign_out(tx: &mut Tx, token: &str) -> Result<()> {
    tx.execute("DELETE FROM sessions WHERE token_hash = ?1", &[SessionKey::of(token).value()])?;
    Ok(())
}

/// Goes on in another workspace of the same user.
pub fn enter(tx: &mut Tx, session: &Session, workspace: Id) -> Result<()> {
    let entered = tx.execute(
        "UPDATE sessions SET workspace_id = ?3 WHERE token_hash = ?1 AND user_id = ?2 AND EXISTS (SELECT 1 \
         FROM memberships WHERE workspace_id = ?3 AND user_id = ?2 AND removed_at IS NULL)",
        &[session.key.value(), session.user.into(), workspace.into()],
    )?;
    if entered == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Where somebody is signed in, the latest used first.
pub fn sessions_of(cx: &Cx, user: Id) -> Result<Vec<SessionRow>> {
    let rows = cx.query(
        "SELECT token_hash, workspace_id, created_at, seen_at, user_agent, address FROM sessions \
         WHERE user_id = ?1 AND expires_at > ?2 ORDER BY seen_at DESC, token_hash",
        &[user.into(), cx.now().into()],
    )?;
    rows.iter().map(read).collect()
}

/// Ends one session of this user.
pub fn revoke_session(tx: &mut Tx, user: Id, key: &SessionKey) -> Result<()> {
    let sql = "DELETE FROM sessions WHERE user_id = ?1 AND token_hash = ?2";
    if tx.execute(sql, &[user.into(), key.value()])? == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Ends all sessions of this user but one.
pub fn revoke_other_sessions(tx: &mut Tx, user: Id, kept: &SessionKey) -> Result<()> {
    let sql = "DELETE FROM sessions WHERE user_id = ?1 AND token_hash <> ?2";
    tx.execute(sql, &[user.into(), kept.value()])?;
    Ok(())
}

pub(crate) fn revoke_all(tx: &mut Tx, user: Id) -> Result<()> {
    tx.execute("DELETE FROM sessions WHERE user_id = ?1", &[user.into()])?;
    Ok(())
}

fn read(row: &Row) -> Result<SessionRow> {
    let hash: Vec<u8> = row.get(0)?;
    let hash = hash.try_into().map_err(|_| Error::internal("a session's key is not 32 bytes"))?;
    Ok(SessionRow {
        key: SessionKey(hash),
        workspace: row.get(1)?,
        created_at: row.get(2)?,
        seen_at: row.get(3)?,
        user_agent: row.get(4)?,
        address: row.get(5)?,
    })
}

impl SessionKey {
    pub(crate) fn of(token: &str) -> SessionKey {
        SessionKey(tokens::hash(token))
    }

    pub(crate) fn value(&self) -> Value {
        Value::Bytes(self.0.to_vec())
    }
}

impl fmt::Display for SessionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for SessionKey {
    type Err = Error;

    /// What is no key names no session.
    fn from_str(text: &str) -> Result<SessionKey> {
        let mut hash = [0u8; 32];
        let digits: Option<Vec<u8>> =
            text.chars().map(|digit| digit.to_digit(16).map(|digit| digit as u8)).collect();
        let digits = digits.filter(|digits| digits.len() == 64).ok_or(Error::NotFound)?;
        for (byte, pair) in hash.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = pair[0] << 4 | pair[1];
        }
        Ok(SessionKey(hash))
    }
}
