//! Idempotency keys (draft-ietf-httpapi-idempotency-key-header): an answer is kept in the transaction of what it
//! tells of, so a request that is sent again after a lost connection is answered again and done once.

use kernel::{Cx, Error, Id, Result, Tx, Value, clock::DAY, db::Dialect};
use sha2::{Digest, Sha256};
use web::{Request, StatusCode};

use super::answer::Answer;

const LONGEST: usize = 255;
const KEPT: i64 = DAY;

/// What a caller named its request, and what the request was.
pub(super) struct Key {
    /// The API key with which it came.
    program: Id,
    name: String,
    fingerprint: Vec<u8>,
}

impl Key {
    /// `None` when the request has no name.
    pub(super) fn of(request: &Request) -> Result<Option<Key>> {
        if !request.headers.contains_key("idempotency-key") {
            return Ok(None);
        }
        let name = request.header("idempotency-key").unwrap_or_default().trim_matches('"');
        if name.is_empty() || name.len() > LONGEST {
            return Err(Error::invalid("Idempotency-Key", "api-idempotency-key"));
        }
        let mut hash = Sha256::new();
        for part in [request.method.as_str(), &request.address(), request.header("if-match").unwrap_or("")] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        hash.update(&request.body);
        for upload in &request.uploads {
            hash.update(upload.file_name.as_bytes());
            hash.update(upload.size.to_be_bytes());
        }
        let program = request.signed_in()?.session.parse().map_err(|_| Error::SignIn)?;
        Ok(Some(Key { program, name: name.to_owned(), fingerprint: hash.finalize().to_vec() }))
    }
}

/// What was answered before. Invalid when the name stood for another request.
pub(super) fn kept(cx: &Cx, key: &Key) -> Result<Option<Answer>> {
    if cx.dialect() == Dialect::Postgres {
        // The same request sent twice at once: the second waits for the first.
        let number = Sha256::digest(format!("{} {}", key.program, key.name));
        let number = number.iter().take(8).fold(0i64, |number, byte| number << 8 | i64::from(*byte));
        cx.query("SELECT pg_advisory_xact_lock(?1)", &[number.into()])?;
    }
    let row = cx.query_one(
        "SELECT fingerprint, status, version, location, body FROM api_answers \
         WHERE workspace_id = ?1 AND key_id = ?2 AND idempotency_key = ?3 AND made_at > ?4",
        &[cx.workspace().into(), key.program.into(), Value::from(&key.name), cx.now().plus(-KEPT).into()],
    )?;
    let Some(row) = row else { return Ok(None) };
    if row.get::<Vec<u8>>(0)? != key.fingerprint {
        return Err(Error::invalid("Idempotency-Key", "api-idempotency-key-used"));
    }
    let status = u16::try_from(row.int(1)).ok().and_then(|status| StatusCode::from_u16(status).ok());
    Ok(Some(Answer {
        status: status.unwrap_or(StatusCode::OK),
        version: row.get(2)?,
        location: row.get(3)?,
        body: row.get(4)?,
        again: true,
    }))
}

/// Keeps an answer for a day, and forgets those of earlier days.
pub(super) fn keep(tx: &mut Tx, key: &Key, answer: &Answer) -> Result<()> {
    let now = tx.now();
    tx.execute(
        "DELETE FROM api_answers WHERE workspace_id = ?1 AND made_at <= ?2",
        &[tx.workspace().into(), now.plus(-KEPT).into()],
    )?;
    tx.execute(
        "INSERT INTO api_answers (workspace_id, key_id, idempotency_key, fingerprint, status, version, location, body, \
         made_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        &[
            tx.workspace().into(),
            key.program.into(),
            Value::from(&key.name),
            key.fingerprint.clone().into(),
            i64::from(answer.status.as_u16()).into(),
            Value::from(&answer.version),
            Value::from(&answer.location),
            answer.body.clone().into(),
            now.into(),
        ],
    )?;
    Ok(())
}
