//! Coming in, once somebody has proved who they are: at once, or by a second step for which a half sign-in is kept for
//! ten minutes.

use kernel::{Cx, Db, Error, Id, Result, Scope, Tx, clock::MINUTE};

use crate::{
    second_step::{self, NewSecret},
    sessions::{self, Device},
    tokens,
};

const LIFETIME: i64 = 10 * MINUTE;

/// Somebody came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// For the cookie; it is kept nowhere else.
    pub token: String,
    pub user: Id,
    pub workspace: Id,
}

/// How far somebody came who has proved who they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    In(SignedIn),
    /// The token for a second cookie, and what is asked for next.
    Half(String, Step),
}

/// The second step that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A code of their authenticator or a recovery code.
    Code,
    /// They have no second step, and the workspace wants everybody to have one.
    SetUp,
}

/// From where somebody comes, and with which session.
#[derive(Debug, Clone, Copy, Default)]
pub struct Arrival<'a> {
    pub device: Device<'a>,
    /// The token the browser came with, if any: that session ends.
    pub former_token: Option<&'a str>,
}

/// Lets somebody in who has proved by a password or a link who they are, unless a second step is due.
pub fn enter(tx: &mut Tx, user: Id, workspace: Id, arrival: &Arrival) -> Result<Entry> {
    match second_step::due(tx, user, workspace)? {
        None => Ok(Entry::In(come_in(tx, user, workspace, arrival)?)),
        Some(step) => {
            let (token, now) = (tokens::new()?, tx.now());
            tx.execute("DELETE FROM half_sign_ins WHERE expires_at <= ?1", &[now.into()])?;
            tx.execute(
                "INSERT INTO half_sign_ins (token_hash, user_id, workspace_id, expires_at) VALUES (?1, ?2, ?3, ?4)",
                &[hash(&token), user.into(), workspace.into(), now.plus(LIFETIME).into()],
            )?;
            Ok(Entry::Half(token, step))
        }
    }
}

/// Lets somebody in whose proof was as good as two steps: a passkey, or another service that vouches for them.
pub(crate) fn come_in(tx: &mut Tx, user: Id, workspace: Id, arrival: &Arrival) -> Result<SignedIn> {
    if let Some(former) = arrival.former_token {
        sessions::sign_out(tx, former)?;
    }
    let token = sessions::open(tx, user, workspace, &arrival.device)?;
    Ok(SignedIn { token, user, workspace })
}

/// What is due next for whoever holds the token of a half sign-in. `SignIn` when there is none any more.
pub fn step(cx: &Cx, token: &str) -> Result<Step> {
    let half = half(cx, token)?;
    second_step::due(cx, half.user, half.workspace)?.ok_or(Error::SignIn)
}

/// The second step by a code. Field: `code`. `TooMany` after five wrong ones in a quarter of an hour.
pub fn finish(db: &Db, token: &str, code: &str, arrival: &Arrival) -> Result<SignedIn> {
    let half = db.read(&Scope::global(), |cx| half(cx, token))?;
    let attempt = second_step::begin_attempt(db, half.user)?;
    db.write(&Scope::global(), |tx| {
        second_step::use_code(tx, half.user, code, &attempt)?;
        come_in_whole(tx, token, &half, arrival)
    })
}

/// The secret that somebody is asked to scan before they may come in.
pub fn begin_set_up(db: &Db, token: &str) -> Result<NewSecret> {
    let half = half_to_set_up(db, token)?;
    db.write(&Scope::global(), |tx| second_step::begin_for(tx, half.user))
}

/// Sets up the second step and comes in by it. Answers the recovery codes too, which are kept nowhere. Field: `code`.
pub fn finish_set_up(db: &Db, token: &str, code: &str, arrival: &Arrival) -> Result<(SignedIn, Vec<String>)> {
    let half = half_to_set_up(db, token)?;
    let attempt = second_step::begin_attempt(db, half.user)?;
    db.write(&Scope::global(), |tx| {
        let codes = second_step::confirm_for(tx, half.user, code, &attempt)?;
        Ok((come_in_whole(tx, token, &half, arrival)?, codes))
    })
}

struct Half {
    user: Id,
    workspace: Id,
}

fn half(cx: &Cx, token: &str) -> Result<Half> {
    let row = cx.query_one(
        "SELECT h.user_id, h.workspace_id FROM half_sign_ins h JOIN users u ON u.id = h.user_id \
         JOIN memberships m ON m.workspace_id = h.workspace_id AND m.user_id = h.user_id \
         WHERE h.token_hash = ?1 AND h.expires_at > ?2 AND u.disabled_at IS NULL AND m.removed_at IS NULL",
        &[hash(token), cx.now().into()],
    )?;
    let row = row.ok_or(Error::SignIn)?;
    Ok(Half { user: row.get(0)?, workspace: row.get(1)? })
}

/// Whoever has a second step already cannot replace it by the password alone.
fn half_to_set_up(db: &Db, token: &str) -> Result<Half> {
    db.read(&Scope::global(), |cx| {
        let half = half(cx, token)?;
        match second_step::due(cx, half.user, half.workspace)? {
            Some(Step::SetUp) => Ok(half),
            _ => Err(Error::SignIn),
        }
    })
}

fn come_in_whole(tx: &mut Tx, token: &str, half: &Half, arrival: &Arrival) -> Result<SignedIn> {
    tx.execute("DELETE FROM half_sign_ins WHERE token_hash = ?1", &[hash(token)])?;
    come_in(tx, half.user, half.workspace, arrival)
}

fn hash(token: &str) -> kernel::Value {
    kernel::Value::Bytes(tokens::hash(token).to_vec())
}
