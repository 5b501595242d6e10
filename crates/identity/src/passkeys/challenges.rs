//! Questions to devices that wait for their answer: each for one answer and for five minutes.

use kernel::{Error, Id, Result, Tx, Value, clock::MINUTE};
use serde::{Serialize, de::DeserializeOwned};

use super::Challenge;
use crate::tokens;

const LIFETIME: i64 = 5 * MINUTE;

pub(super) fn keep(
    tx: &mut Tx,
    user: Option<Id>,
    state: &impl Serialize,
    options: serde_json::Value,
) -> Result<Challenge> {
    let (token, now) = (tokens::new()?, tx.now());
    tx.execute("DELETE FROM passkey_challenges WHERE expires_at <= ?1", &[now.into()])?;
    let params: [Value; 4] =
        [hash(&token), user.into(), serde_json::to_string(state)?.into(), now.plus(LIFETIME).into()];
    tx.execute(
        "INSERT INTO passkey_challenges (token_hash, user_id, state, expires_at) VALUES (?1, ?2, ?3, ?4)",
        &params,
    )?;
    Ok(Challenge { token, options })
}

/// What was asked of this user, or of anybody; it is asked no more.
pub(super) fn take<T: DeserializeOwned>(tx: &mut Tx, user: Option<Id>, token: &str) -> Result<T> {
    let over = || Error::invalid("", "identity-passkey-over");
    let sql = "SELECT state, user_id FROM passkey_challenges WHERE token_hash = ?1 AND expires_at > ?2";
    let row = tx.query_one(sql, &[hash(token), tx.now().into()])?.ok_or_else(over)?;
    let asked: Option<Id> = row.get(1)?;
    // Of two answers at once one finds it gone.
    let gone = tx.execute("DELETE FROM passkey_challenges WHERE token_hash = ?1", &[hash(token)])?;
    if asked != user || gone == 0 {
        return Err(over());
    }
    serde_json::from_str(row.text(0)).map_err(|_| over())
}

fn hash(token: &str) -> Value {
    Value::Bytes(tokens::hash(token).to_vec())
}
