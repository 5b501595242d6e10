//! Signing in with the account of another service (OpenID Connect): the authorization code flow with PKCE, state and
//! nonce. The service is asked between transactions, with a time limit. Whom it vouches for needs no second step of ours.

mod arrive;
mod outside;
mod provider;

use kernel::{Db, Error, Id, Result, Scope, Tx, Value, clock::MINUTE};

pub use self::provider::{Door, NewProvider, Provider, check, doors, find, forget, save};
use crate::{
    entry::{Arrival, SignedIn},
    open_id::outside::Way,
    rate, tokens,
};

/// Where the service sends people back to, below the origin of this site.
pub const ANSWER: &str = "/sign-in/open-id/answer";

const LIFETIME: i64 = 10 * MINUTE;

/// On the way to the other service.
#[derive(Debug)]
pub struct Departure {
    /// Where the browser goes.
    pub address: String,
    /// For a cookie: only the browser that left may come back.
    pub state: String,
}

/// What the service sent along.
#[derive(Debug, Clone, Copy)]
pub struct Answer<'a> {
    pub code: &'a str,
    pub state: &'a str,
    /// Of the cookie.
    pub kept_state: &'a str,
}

/// Begins at this workspace's service. `NotFound` when it has none, `Unavailable` when that does not answer.
pub fn depart(db: &Db, workspace: Id, origin: &str, next: &str, arrival: &Arrival) -> Result<Departure> {
    let provider = db.read(&Scope::system(workspace), find)?.ok_or(Error::NotFound)?;
    // Each departure asks the other service something, so strangers do not get any number of them.
    rate::begin(db, &[rate::visits("open-id", arrival.device.address)])?;
    let way: Way = outside::way(&provider, &answer_address(origin))?;
    db.write(&Scope::global(), |tx| {
        let now = tx.now();
        tx.execute("DELETE FROM open_id_requests WHERE expires_at <= ?1", &[now.into()])?;
        let params: [Value; 6] = [
            hash(&way.state),
            workspace.into(),
            (&way.nonce).into(),
            (&way.verifier).into(),
            next.into(),
            now.plus(LIFETIME).into(),
        ];
        tx.execute(
            "INSERT INTO open_id_requests (state_hash, workspace_id, nonce, verifier, next, expires_at) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            &params,
        )
    })?;
    Ok(Departure { address: way.address, state: way.state })
}

/// Signs in who came back, and answers where they were going. `Invalid`, on no field, for whatever does not fit.
pub fn arrive(db: &Db, origin: &str, answer: &Answer, arrival: &Arrival) -> Result<(SignedIn, String)> {
    if answer.state.is_empty() || answer.state != answer.kept_state {
        return Err(Error::invalid("", "identity-open-id-over"));
    }
    let request = db.write(&Scope::global(), |tx| take(tx, answer.state))?;
    let scope = Scope::system(request.workspace).through("page");
    let provider = db.read(&scope, find)?.ok_or(Error::NotFound)?;
    let known = outside::exchange(
        &provider,
        &answer_address(origin),
        answer.code,
        &request.verifier,
        &request.nonce,
    )?;
    let newcomer_hash = arrive::unusable_password()?;
    let signed_in = db.write(&scope, |tx| arrive::come_in(tx, &provider, &known, &newcomer_hash, arrival))?;
    Ok((signed_in, request.next))
}

/// What the other service must know as the address to send people back to.
pub fn answer_address(origin: &str) -> String {
    format!("{origin}{ANSWER}")
}

struct Request {
    workspace: Id,
    nonce: String,
    verifier: String,
    next: String,
}

/// Who left with this state; nobody can come back with it again.
fn take(tx: &mut Tx, state: &str) -> Result<Request> {
    let row = tx.query_one(
        "SELECT workspace_id, nonce, verifier, next FROM open_id_requests WHERE state_hash = ?1 AND expires_at > ?2",
        &[hash(state), tx.now().into()],
    )?;
    let over = || Error::invalid("", "identity-open-id-over");
    let row = row.ok_or_else(over)?;
    match tx.execute("DELETE FROM open_id_requests WHERE state_hash = ?1", &[hash(state)])? {
        0 => Err(over()),
        _ => Ok(Request {
            workspace: row.get(0)?,
            nonce: row.get(1)?,
            verifier: row.get(2)?,
            next: row.get(3)?,
        }),
    }
}

fn hash(state: &str) -> Value {
    Value::Bytes(tokens::hash(state).to_vec())
}
