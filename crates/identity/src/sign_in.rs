//! Signing in with e-mail address and password. What is wrong is not told apart, neither in words nor in time.

use kernel::{Cx, Db, Error, Id, Result, Scope, contact::email};

use crate::{
    entry::{self, Arrival, Entry},
    passwords::{self, Verdict},
    rate, users,
};

/// The sign-in page as it was typed.
#[derive(Debug, Clone, Copy, Default)]
pub struct SignIn<'a> {
    pub email: &'a str,
    pub password: &'a str,
    pub arrival: Arrival<'a>,
}

struct Account {
    user: Id,
    password_hash: String,
    /// Where they were last, or joined first; none when they were removed everywhere.
    workspace: Option<Id>,
}

/// Opens a session in the workspace where the user was last, or asks for a second step. `Invalid` on `password` when address or password are
/// wrong, `TooMany` after five failures on an account or thirty from an address in a quarter of an hour.
pub fn sign_in(db: &Db, form: &SignIn) -> Result<Entry> {
    let key = email::key(form.email);
    let address = form.arrival.device.address;
    let attempt = rate::begin(db, &[rate::account(&key, address), rate::address(address)])?;
    let account = db.read(&Scope::global(), |cx| account(cx, &key))?;
    let kept = account.as_ref().map(|account| account.password_hash.as_str());
    let verdict = passwords::verify(form.password, kept)?;
    let account = match (account, verdict) {
        (Some(account), Verdict::Right | Verdict::RightButOld) => account,
        _ => return Err(Error::invalid("password", "identity-sign-in-wrong")),
    };
    let workspace =
        account.workspace.ok_or_else(|| Error::invalid("password", "identity-sign-in-no-workspace"))?;
    let new_hash = match verdict {
        Verdict::RightButOld => Some(passwords::hash(form.password)?),
        _ => None,
    };
    db.write(&Scope::global(), |tx| {
        rate::succeeded(tx, &attempt)?;
        if let Some(hash) = &new_hash {
            users::keep_hash(tx, account.user, hash)?;
        }
        entry::enter(tx, account.user, workspace, &form.arrival)
    })
}

fn account(cx: &Cx, email_key: &str) -> Result<Option<Account>> {
    let sql = "SELECT id, password_hash FROM users WHERE email_key = ?1 AND disabled_at IS NULL";
    let Some(row) = cx.query_one(sql, &[email_key.into()])? else { return Ok(None) };
    let user: Id = row.get(0)?;
    let workspace = last_workspace(cx, user)?;
    Ok(Some(Account { user, password_hash: row.get(1)?, workspace }))
}

/// Where somebody was last, or joined first; none when they were removed everywhere.
pub(crate) fn last_workspace(cx: &Cx, user: Id) -> Result<Option<Id>> {
    let workspace = cx.query_one(
        "SELECT m.workspace_id FROM memberships m LEFT JOIN sessions s \
         ON s.user_id = m.user_id AND s.workspace_id = m.workspace_id \
         WHERE m.user_id = ?1 AND m.removed_at IS NULL GROUP BY m.workspace_id, m.joined_at \
         ORDER BY COALESCE(MAX(s.seen_at), 0) DESC, m.joined_at LIMIT 1",
        &[user.into()],
    )?;
    workspace.map(|row| row.get(0)).transpose()
}
