//! The log of deliveries, which is also the queue of what is to be sent again.

use kernel::{
    Cx, Error, Id, Result, Role, Row, Timestamp, Tx, Value,
    clock::{DAY, HOUR, MINUTE, SECOND},
};

use super::message::Message;

/// When a message is sent again that nobody took, after each attempt: over three days in all.
const AGAIN: [i64; 9] =
    [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
/// A message that is being sent is not sent by another meanwhile.
const LEASE: i64 = MINUTE;
/// How long the log is kept.
const KEPT: i64 = 30 * DAY;

/// What became of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Waiting,
    Delivered,
    Failed,
}

impl State {
    pub const fn key(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Delivered => "delivered",
            State::Failed => "failed",
        }
    }
}

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    pub webhook: Id,
    /// Also the `webhook-id` under which it is sent, each time.
    pub id: Id,
    pub event: String,
    pub body: String,
    pub state: State,
    pub attempts: i64,
    /// Of the last answer; 0 when there was none.
    pub status: i64,
    /// The beginning of the last answer, or why there was none.
    pub answer: String,
    pub next_at: Timestamp,
    pub tried_at: Option<Timestamp>,
    pub created_at: Timestamp,
}

const COLUMNS: &str = "webhook_id, id, event, body, state, attempts, status, answer, next_at, tried_at, created_at \
    FROM webhook_deliveries WHERE workspace_id = ?1 AND webhook_id = ?2";

/// The latest deliveries of a webhook, from before one on.
pub fn deliveries(cx: &Cx, webhook: Id, before: Option<Id>, limit: usize) -> Result<Vec<Delivery>> {
    let last = before.unwrap_or(Id::from_bytes([0xff; 16]));
    let rows = cx.query(
        &format!("SELECT {COLUMNS} AND id < ?3 ORDER BY id DESC LIMIT ?4"),
        &[cx.workspace().into(), webhook.into(), last.into(), limit.into()],
    )?;
    rows.iter().map(read).collect()
}

pub fn find_delivery(cx: &Cx, webhook: Id, id: Id) -> Result<Delivery> {
    let params: [Value; 3] = [cx.workspace().into(), webhook.into(), id.into()];
    let row = cx.query_one(&format!("SELECT {COLUMNS} AND id = ?3"), &params)?;
    read(&row.ok_or(Error::NotFound)?)
}

fn read(row: &Row) -> Result<Delivery> {
    let state = [State::Waiting, State::Delivered, State::Failed];
    Ok(Delivery {
        webhook: row.get(0)?,
        id: row.get(1)?,
        event: row.get(2)?,
        body: row.get(3)?,
        state: state.into_iter().find(|state| state.key() == row.text(4)).unwrap_or(State::Failed),
        attempts: row.get(5)?,
        status: row.get(6)?,
        answer: row.get(7)?,
        next_at: row.get(8)?,
        tried_at: row.get(9)?,
        created_at: row.get(10)?,
    })
}

/// Sends a message again as it was, under the same id; for admins.
pub fn again(tx: &mut Tx, webhook: Id, id: Id) -> Result<()> {
    tx.require(Role::Admin)?;
    find_delivery(tx, webhook, id)?;
    let now = tx.now();
    tx.execute(
        "UPDATE webhook_deliveries SET state = 'waiting', attempts = 0, next_at = ?4 \
         WHERE workspace_id = ?1 AND webhook_id = ?2 AND id = ?3",
        &[tx.workspace().into(), webhook.into(), id.into(), now.into()],
    )?;
    super::deliver::soon(tx, webhook)
}

/// Puts a message into the log, to be sent now.
pub(super) fn write(tx: &mut Tx, webhook: Id, message: &Message) -> Result<Id> {
    let (id, now) = (tx.new_id(), tx.now());
    tx.execute(
        "INSERT INTO webhook_deliveries (workspace_id, webhook_id, id, event, body, state, next_at, created_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, 'waiting', ?6, ?6)",
        &[
            tx.workspace().into(),
            webhook.into(),
            id.into(),
            Value::from(&message.event),
            Value::from(&message.body),
            now.into(),
        ],
    )?;
    Ok(id)
}

/// Takes the message that is due first, so that no other sends it meanwhile.
pub(super) fn claim(tx: &mut Tx, webhook: Id) -> Result<Option<Delivery>> {
    let now = tx.now();
    let row = tx.query_one(
        &format!("SELECT {COLUMNS} AND state = 'waiting' AND next_at <= ?3 ORDER BY next_at, id LIMIT 1"),
        &[tx.workspace().into(), webhook.into(), now.into()],
    )?;
    let Some(delivery) = row.as_ref().map(read).transpose()? else { return Ok(None) };
    let claimed = tx.execute(
        "UPDATE webhook_deliveries SET next_at = ?4, attempts = attempts + 1, tried_at = ?5 \
         WHERE workspace_id = ?1 AND webhook_id = ?2 AND id = ?3 AND state = 'waiting' AND next_at = ?6",
        &[
            tx.workspace().into(),
            webhook.into(),
            delivery.id.into(),
            now.plus(LEASE).into(),
            now.into(),
            delivery.next_at.into(),
        ],
    )?;
    // Another was faster: it is looked for again when that one is done.
    Ok((claimed > 0).then(|| Delivery { attempts: delivery.attempts + 1, ..delivery }))
}

/// Writes down what came of an attempt; when it is tried again, if it is.
pub(super) fn settle(
    tx: &mut Tx,
    delivery: &Delivery,
    taken: bool,
    status: u16,
    answer: &str,
) -> Result<Option<Timestamp>> {
    let now = tx.now();
    let pause = usize::try_from(delivery.attempts - 1).ok().and_then(|attempt| AGAIN.get(attempt));
    let next = pause.filter(|_| !taken).map(|pause| now.plus(*pause));
    let state = match (taken, next) {
        (true, _) => State::Delivered,
        (false, Some(_)) => State::Waiting,
        (false, None) => State::Failed,
    };
    tx.execute(
        "UPDATE webhook_deliveries SET state = ?4, status = ?5, answer = ?6, next_at = ?7 \
         WHERE workspace_id = ?1 AND webhook_id = ?2 AND id = ?3",
        &[
            tx.workspace().into(),
            delivery.webhook.into(),
            delivery.id.into(),
            state.key().into(),
            i64::from(status).into(),
            answer.replace('\0', "").into(),
            next.unwrap_or(now).into(),
        ],
    )?;
    Ok(next)
}

/// When the next message that waits is due.
pub(super) fn next_due(cx: &Cx, webhook: Id) -> Result<Option<Timestamp>> {
    let row = cx.query_one(
        "SELECT next_at FROM webhook_deliveries WHERE workspace_id = ?1 AND webhook_id = ?2 AND state = 'waiting' \
         ORDER BY next_at LIMIT 1",
        &[cx.workspace().into(), webhook.into()],
    )?;
    row.map(|row| row.get(0)).transpose()
}

/// How many messages wait to be sent again.
pub(super) fn waiting(cx: &Cx, webhook: Id) -> Result<i64> {
    let row = cx.query_one(
        "SELECT COUNT(*) FROM webhook_deliveries WHERE workspace_id = ?1 AND webhook_id = ?2 AND state = 'waiting'",
        &[cx.workspace().into(), webhook.into()],
    )?;
    Ok(row.map_or(0, |row| row.int(0)))
}

/// Forgets what was done with more than a month ago.
pub(super) fn tidy(tx: &mut Tx, webhook: Id) -> Result<()> {
    let before = Id::floor(tx.now().plus(-KEPT));
    tx.execute(
        "DELETE FROM webhook_deliveries WHERE workspace_id = ?1 AND webhook_id = ?2 AND id < ?3 AND state <> 'waiting'",
        &[tx.workspace().into(), webhook.into(), before.into()],
    )?;
    Ok(())
}
