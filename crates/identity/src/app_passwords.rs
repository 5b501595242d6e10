//! Passwords for devices that can do nothing but ask for one, such as the calendar of a phone: made by Kartotek, shown once, one
//! for each device, withdrawn alone. Only the SHA-256 is kept; a password of twenty random signs needs no slow hash. The password
//! of an account never opens these doors, so a second step cannot be walked around.

use std::sync::Arc;

use kernel::{
    Actor, Cx, Db, Error, Id, Locality, Result, Role, Scope, Text, Timestamp, Tx, Value, clock::MINUTE,
    contact::email,
};

use crate::{rate, tokens, workspaces};

/// How exactly it is known when a password was last used.
const SEEN: i64 = 10 * MINUTE;
/// Of one person.
const MOST: usize = 20;
const LONGEST_NAME: usize = 80;

/// Signs that nobody takes for one another, 32 of them: twenty are a hundred bits.
const SIGNS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
const LENGTH: usize = 20;
const GROUP: usize = 5;

/// A device that comes with a valid password.
#[derive(Debug, Clone)]
pub struct Device {
    pub password: Id,
    pub user: Id,
    pub user_name: String,
    pub email: String,
    pub role: Role,
    pub workspace: Id,
    pub workspace_name: String,
    pub locality: Arc<Locality>,
    /// Not marked as used for ten minutes: call [`touch`].
    pub stale: bool,
}

impl Device {
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

/// A line of somebody's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppPassword {
    pub id: Id,
    pub name: String,
    pub created_at: Timestamp,
    pub used_at: Option<Timestamp>,
}

/// Whose device comes with this name, which is their e-mail address, and password. `None` when that is wrong, `TooMany` after
/// as many wrong ones as at sign-in. A right password is let in however many wrong ones came from the same address: it cannot be
/// guessed, and one forgotten device must not lock out a whole office.
pub fn device(db: &Db, name: &str, password: &str, address: &str) -> Result<Option<Device>> {
    if let Some(device) = db.read(&Scope::global(), |cx| found(cx, name, password))? {
        return Ok(Some(device));
    }
    let limits = [rate::account(&email::key(name), address), rate::address(address)];
    db.read(&Scope::global(), |cx| rate::allows(cx, &limits))?;
    rate::begin(db, &limits)?;
    Ok(None)
}

fn found(cx: &Cx, name: &str, password: &str) -> Result<Option<Device>> {
    let plain: String = password.chars().filter(char::is_ascii_alphanumeric).collect();
    let hash = tokens::hash(&plain.to_ascii_lowercase());
    let row = cx.query_one(
        "SELECT p.workspace_id, p.id, p.user_id, u.name, u.email, m.role, w.name, \
         u.language, w.country, w.currency, u.time_zone, p.used_at \
         FROM app_passwords p JOIN users u ON u.id = p.user_id \
         JOIN memberships m ON m.workspace_id = p.workspace_id AND m.user_id = p.user_id \
         JOIN workspaces w ON w.id = p.workspace_id \
         WHERE p.token_hash = ?1 AND p.revoked_at IS NULL AND u.email_key = ?2 \
         AND m.removed_at IS NULL AND u.disabled_at IS NULL",
        &[Value::Bytes(hash.to_vec()), Value::from(email::key(name))],
    )?;
    let Some(row) = row else { return Ok(None) };
    let used_at: Option<Timestamp> = row.get(11)?;
    let role = Role::from_key(row.text(5));
    Ok(Some(Device {
        workspace: row.get(0)?,
        password: row.get(1)?,
        user: row.get(2)?,
        user_name: row.get(3)?,
        email: row.get(4)?,
        role: role.ok_or_else(|| Error::internal("a member has an unknown role"))?,
        workspace_name: row.get(6)?,
        locality: Arc::new(workspaces::kept_place(&row, 7)),
        stale: used_at.is_none_or(|at| at.plus(SEEN) <= cx.now()),
    }))
}

/// Marks a password as used now.
pub fn touch(tx: &mut Tx, device: &Device) -> Result<()> {
    let now = tx.now();
    tx.execute(
        "UPDATE app_passwords SET used_at = ?3 WHERE workspace_id = ?1 AND id = ?2",
        &[device.workspace.into(), device.password.into(), now.into()],
    )?;
    Ok(())
}

/// Makes a password for a device of the actor's. Answers it in groups, as people type it; it is kept nowhere. Field: `name`.
pub fn create(tx: &mut Tx, name: &str) -> Result<(Id, String)> {
    let user = tx.actor().user().ok_or(Error::Denied)?;
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::invalid("name", "required"));
    }
    if name.chars().count() > LONGEST_NAME {
        let text = Text::new("too-long").with("max", LONGEST_NAME);
        return Err(Error::Invalid(kernel::FieldErrors::of("name", text)));
    }
    if list(tx)?.len() >= MOST {
        return Err(Error::Conflict(Text::new("app-passwords-enough").with("most", MOST)));
    }
    let password = random()?;
    let (id, now) = (tx.new_id(), tx.now());
    tx.execute(
        "INSERT INTO app_passwords (workspace_id, id, user_id, name, token_hash, created_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &[
            tx.workspace().into(),
            id.into(),
            user.into(),
            name.into(),
            Value::Bytes(tokens::hash(&password).to_vec()),
            now.into(),
        ],
    )?;
    let groups: Vec<&str> = (0..LENGTH).step_by(GROUP).map(|at| &password[at..at + GROUP]).collect();
    Ok((id, groups.join("-")))
}

fn random() -> Result<String> {
    let mut bytes = [0u8; LENGTH];
    getrandom::fill(&mut bytes).map_err(Error::internal)?;
    Ok(bytes.iter().map(|byte| char::from(SIGNS[usize::from(byte % 32)])).collect())
}

/// Withdraws a password of the actor's at once.
pub fn revoke(tx: &mut Tx, id: Id) -> Result<()> {
    let user = tx.actor().user().ok_or(Error::Denied)?;
    let now = tx.now();
    let withdrawn = tx.execute(
        "UPDATE app_passwords SET revoked_at = ?4 \
         WHERE workspace_id = ?1 AND id = ?2 AND user_id = ?3 AND revoked_at IS NULL",
        &[tx.workspace().into(), id.into(), user.into(), now.into()],
    )?;
    if withdrawn == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// The actor's passwords that were not withdrawn, the newest first.
pub fn list(cx: &Cx) -> Result<Vec<AppPassword>> {
    let user = cx.actor().user().ok_or(Error::Denied)?;
    let rows = cx.query(
        "SELECT id, name, created_at, used_at FROM app_passwords \
         WHERE workspace_id = ?1 AND user_id = ?2 AND revoked_at IS NULL ORDER BY id DESC",
        &[cx.workspace().into(), user.into()],
    )?;
    let read = |row: &kernel::Row| {
        Ok(AppPassword { id: row.get(0)?, name: row.get(1)?, created_at: row.get(2)?, used_at: row.get(3)? })
    };
    rows.iter().map(read).collect()
}
