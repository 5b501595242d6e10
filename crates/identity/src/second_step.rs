//! The second step of signing in: codes of an authenticator app (TOTP, RFC 6238), each good for once, and recovery codes
//! for when it is lost. Each may set it up; a workspace may want it of everybody.

mod codes;

use kernel::{Cx, Db, Error, Id, Result, Role, Timestamp, Tx, Value};
use totp_rs::{Builder, Totp};

use crate::{entry::Step, members, passkeys, rate, sessions, sessions::Session, users, workspaces};

/// The workspace's setting that everybody needs a second step.
const SETTING: &str = "second_step";

/// Bytes of a secret, as RFC 4226 recommends.
const SECRET: usize = 20;

/// What is scanned or typed into an authenticator app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSecret {
    /// `otpauth://totp/…`, for a QR code.
    pub address: String,
    /// In groups of four, for typing.
    pub text: String,
}

/// How somebody's second step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status {
    pub since: Timestamp,
    pub recovery_codes_left: i64,
}

/// The second step that somebody has, if any.
pub fn status(cx: &Cx, user: Id) -> Result<Option<Status>> {
    let row = cx.query_one(
        "SELECT confirmed_at, (SELECT COUNT(*) FROM recovery_codes c WHERE c.user_id = a.user_id \
         AND c.used_at IS NULL) FROM authenticators a WHERE a.user_id = ?1 AND a.confirmed_at IS NOT NULL",
        &[user.into()],
    )?;
    row.map(|row| Ok(Status { since: row.get(0)?, recovery_codes_left: row.int(1) })).transpose()
}

/// Whether the workspace of the scope wants a second step of everybody.
pub fn is_wanted(cx: &Cx) -> Result<bool> {
    Ok(workspaces::setting(cx, SETTING)?.unwrap_or(false))
}

/// Wants a second step of everybody from now on; for admins who have one. Who has none is signed out, and sets one up
/// when they sign in again by their password. A passkey is as good.
pub fn want(tx: &mut Tx) -> Result<()> {
    tx.require(Role::Admin)?;
    let own = tx.actor().user();
    if let Some(user) = own
        && status(tx, user)?.is_none()
        && passkeys::list(tx, user)?.is_empty()
    {
        return Err(Error::conflict("identity-second-step-own-first"));
    }
    workspaces::set_setting(tx, SETTING, &true)?;
    tx.execute(
        "DELETE FROM sessions WHERE workspace_id = ?1 AND user_id NOT IN \
         (SELECT user_id FROM authenticators WHERE confirmed_at IS NOT NULL UNION SELECT user_id FROM passkeys)",
        &[tx.workspace().into()],
    )?;
    Ok(())
}

/// Leaves it to each again; for admins.
pub fn stop_wanting(tx: &mut Tx) -> Result<()> {
    tx.require(Role::Admin)?;
    workspaces::set_setting(tx, SETTING, &serde_json::Value::Null)
}

/// Begins the set-up for whoever is signed in; again, when it was begun and not finished. A second step they have holds
/// until the new one is confirmed, so it is a `Conflict` to have one.
pub fn begin(tx: &mut Tx) -> Result<NewSecret> {
    let user = tx.actor().user().ok_or(Error::Denied)?;
    begin_for(tx, user)
}

/// Ends the set-up with a first code; answers the recovery codes, which are kept nowhere. All other sessions end.
/// Field: `code`.
pub fn confirm(db: &Db, session: &Session, code: &str) -> Result<Vec<String>> {
    let attempt = begin_attempt(db, session.user)?;
    db.write(&session.scope("page"), |tx| {
        let codes = confirm_for(tx, session.user, code, &attempt)?;
        sessions::revoke_other_sessions(tx, session.user, &session.key)?;
        Ok(codes)
    })
}

/// New recovery codes in the place of all former ones. Field: `code`, of the authenticator.
pub fn renew_recovery_codes(db: &Db, session: &Session, code: &str) -> Result<Vec<String>> {
    let attempt = begin_attempt(db, session.user)?;
    db.write(&session.scope("page"), |tx| {
        use_code(tx, session.user, code, &attempt)?;
        codes::renew(tx, session.user)
    })
}

/// Takes one's own second step away. Field: `code`. `Conflict` where a workspace wants one of everybody.
pub fn take_away(db: &Db, session: &Session, code: &str) -> Result<()> {
    let attempt = begin_attempt(db, session.user)?;
    db.write(&session.scope("page"), |tx| {
        if is_wanted_of(tx, session.user)? {
            return Err(Error::conflict("identity-second-step-wanted"));
        }
        use_code(tx, session.user, code, &attempt)?;
        forget(tx, session.user)
    })
}

/// Takes a member's second step away who has lost it, and signs them out; for admins, and for owners only when the
/// member is one. `Conflict` when they belong to another workspace too, which has not been asked.
pub fn reset(tx: &mut Tx, user: Id) -> Result<()> {
    tx.require(Role::Admin)?;
    tx.require(members::find(tx, user)?.role)?;
    if workspaces::of_user(tx, user)?.iter().any(|workspace| workspace.id != tx.workspace()) {
        return Err(Error::conflict("identity-second-step-elsewhere"));
    }
    forget(tx, user)?;
    sessions::revoke_all(tx, user)
}

/// The command line's way back in for who has lost everything.
pub fn reset_by_email(tx: &mut Tx, address: &str) -> Result<()> {
    tx.require(Role::Owner)?;
    let user = users::find_by_email(tx, address)?.id;
    forget(tx, user)?;
    sessions::revoke_all(tx, user)
}

/// The step that is due for somebody who gave the right password.
pub(crate) fn due(cx: &Cx, user: Id, workspace: Id) -> Result<Option<Step>> {
    if status(cx, user)?.is_some() {
        return Ok(Some(Step::Code));
    }
    // Asked in the global scope, before the workspace is entered.
    let row = cx.query_one("SELECT settings FROM workspaces WHERE id = ?1", &[workspace.into()])?;
    let settings: serde_json::Value = serde_json::from_str(row.ok_or(Error::NotFound)?.text(0))?;
    Ok((settings[SETTING] == serde_json::Value::Bool(true)).then_some(Step::SetUp))
}

/// Five wrong codes in a quarter of an hour, whichever way they are tried.
pub(crate) fn begin_attempt(db: &Db, user: Id) -> Result<rate::Attempt> {
    rate::begin(db, &[rate::thing("code", user)])
}

pub(crate) fn begin_for(tx: &mut Tx, user: Id) -> Result<NewSecret> {
    if status(tx, user)?.is_some() {
        return Err(Error::conflict("identity-second-step-there"));
    }
    let kept = tx.query_one("SELECT secret FROM authenticators WHERE user_id = ?1", &[user.into()])?;
    let secret: Vec<u8> = match kept {
        Some(row) => row.get(0)?,
        None => {
            let mut secret = vec![0u8; SECRET];
            getrandom::fill(&mut secret).map_err(Error::internal)?;
            let params: [Value; 3] = [user.into(), Value::Bytes(secret.clone()), tx.now().into()];
            tx.execute(
                "INSERT INTO authenticators (user_id, secret, created_at, last_step) VALUES (?1, ?2, ?3, 0)",
                &params,
            )?;
            secret
        }
    };
    let email = users::find(tx, user)?.email;
    let totp = authenticator(secret, &email)?;
    let digits: Vec<char> = totp.secret().to_base32().chars().collect();
    let text = digits.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ");
    Ok(NewSecret { address: totp.to_url().map_err(Error::internal)?, text })
}

pub(crate) fn confirm_for(tx: &mut Tx, user: Id, code: &str, attempt: &rate::Attempt) -> Result<Vec<String>> {
    let now = tx.now();
    if !matches_authenticator(tx, user, code, "confirmed_at IS NULL")? {
        return Err(Error::invalid("code", "identity-code-wrong"));
    }
    rate::succeeded(tx, attempt)?;
    tx.execute("UPDATE authenticators SET confirmed_at = ?2 WHERE user_id = ?1", &[user.into(), now.into()])?;
    codes::renew(tx, user)
}

/// Uses up a code of the authenticator or a recovery code.
pub(crate) fn use_code(tx: &mut Tx, user: Id, code: &str, attempt: &rate::Attempt) -> Result<()> {
    let right =
        matches_authenticator(tx, user, code, "confirmed_at IS NOT NULL")? || codes::use_up(tx, user, code)?;
    if !right {
        return Err(Error::invalid("code", "identity-code-wrong"));
    }
    rate::succeeded(tx, attempt)
}

/// Whether the code is of this half minute or of one beside it, and of none that was used: then that one is used.
fn matches_authenticator(tx: &mut Tx, user: Id, code: &str, state: &str) -> Result<bool> {
    let sql = format!("SELECT secret FROM authenticators WHERE user_id = ?1 AND {state}");
    let Some(row) = tx.query_one(&sql, &[user.into()])? else { return Ok(false) };
    let code: String = code.chars().filter(|letter| !letter.is_whitespace()).collect();
    let seconds = u64::try_from(tx.now().micros() / 1_000_000).unwrap_or_default();
    let Some(step) = authenticator(row.get(0)?, "")?.check(&code, seconds) else { return Ok(false) };
    let params: [Value; 2] = [user.into(), i64::try_from(step).unwrap_or_default().into()];
    let sql = "UPDATE authenticators SET last_step = ?2 WHERE user_id = ?1 AND last_step < ?2";
    Ok(tx.execute(sql, &params)? == 1)
}

fn authenticator(secret: Vec<u8>, email: &str) -> Result<Totp> {
    // A colon would end the issuer in the address.
    let account = email.replace(':', "");
    let builder = Builder::new().with_secret(secret).with_issuer(Some("Kartotek")).with_account_name(account);
    builder.build().map_err(Error::internal)
}

fn is_wanted_of(cx: &Cx, user: Id) -> Result<bool> {
    for workspace in workspaces::of_user(cx, user)? {
        let row = cx.query_one("SELECT settings FROM workspaces WHERE id = ?1", &[workspace.id.into()])?;
        let settings: serde_json::Value = serde_json::from_str(row.ok_or(Error::NotFound)?.text(0))?;
        if settings[SETTING] == serde_json::Value::Bool(true) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn forget(tx: &mut Tx, user: Id) -> Result<()> {
    for table in ["authenticators", "recovery_codes", "half_sign_ins"] {
        tx.execute(&format!("DELETE FROM {table} WHERE user_id = ?1"), &[user.into()])?;
    }
    Ok(())
}
