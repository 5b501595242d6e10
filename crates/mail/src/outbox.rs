//! The letters of a workspace: written down with what makes them, and what became of each.

use std::collections::HashMap;

use kernel::{
    Cx, Error, Id, Result, Role, Row, Timestamp, Tx, Value,
    clock::{DAY, HOUR},
};

use crate::{Enclosed, Letter, Post, send};

/// How long it is remembered that there was a letter.
const REMEMBERED: i64 = 90 * DAY;
/// A letter that waits so long past its time has lost its job.
const LOST: i64 = HOUR;
/// Ids of one statement.
const AT_ONCE: usize = 200;

/// Where a letter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// To be sent, perhaps again.
    Waiting,
    /// A server took it.
    Sent,
    /// It was given up.
    Failed,
    /// No server was set up.
    Kept,
}

impl State {
    pub const ALL: [State; 4] = [State::Waiting, State::Sent, State::Failed, State::Kept];

    pub const fn key(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Sent => "sent",
            State::Failed => "failed",
            State::Kept => "kept",
        }
    }

    fn from_key(key: &str) -> Result<State> {
        let found = State::ALL.into_iter().find(|state| state.key() == key);
        found.ok_or_else(|| Error::internal("a letter is in an unknown state"))
    }
}

/// A letter as it is kept.
#[derive(Debug, Clone)]
pub struct Mail {
    pub id: Id,
    pub kind: String,
    /// Who may read its words.
    pub least: Role,
    pub to_name: String,
    pub to_address: String,
    pub subject: String,
    /// Empty once it was sent.
    pub plain: String,
    pub html: String,
    /// What goes along with it; nothing once it was sent.
    pub enclosed: Enclosed,
    pub state: State,
    pub attempts: i64,
    /// When it is tried again.
    pub next_at: Timestamp,
    /// What the server, or the way there, said last.
    pub error: String,
    pub created_at: Timestamp,
    pub sent_at: Option<Timestamp>,
}

impl Mail {
    /// It was given up or kept, or waits so long past its time that its job is lost.
    pub fn may_be_sent_again(&self, now: Timestamp) -> bool {
        match self.state {
            State::Failed | State::Kept => true,
            State::Waiting => self.next_at.plus(LOST) <= now,
            State::Sent => false,
        }
    }
}

/// Writes a letter down, to be sent when the transaction is kept.
pub fn post(tx: &mut Tx, letter: &Letter) -> Result<Id> {
    post_with(tx, letter, &Enclosed::default())
}

/// The same with what goes along.
pub fn post_with(tx: &mut Tx, letter: &Letter, enclosed: &Enclosed) -> Result<Id> {
    let id = tx.new_id();
    let sends = tx.part::<Post>().server.is_some();
    let state = if sends { State::Waiting } else { State::Kept };
    let params: [Value; 16] = [
        tx.workspace().into(),
        id.into(),
        letter.kind.into(),
        letter.least.max(Role::Admin).key().into(),
        Value::from(&letter.to_name),
        Value::from(&letter.to_address),
        Value::from(&letter.subject),
        letter.plain().into(),
        letter.html().into(),
        state.key().into(),
        Value::Int(0),
        tx.now().into(),
        "".into(),
        tx.now().into(),
        Value::Int(0),
        enclosed.written()?.into(),
    ];
    tx.execute(
        "INSERT INTO mails (workspace_id, id, kind, least_role, to_name, to_address, subject, plain, html, state, \
         attempts, next_at, error, created_at, sent_at, enclosed) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        &params,
    )?;
    let old = Id::floor(tx.now().plus(-REMEMBERED));
    tx.execute(
        "DELETE FROM mails WHERE workspace_id = ?1 AND id < ?2 AND state <> 'waiting'",
        &[tx.workspace().into(), old.into()],
    )?;
    if sends {
        send::soon(tx, id)?;
    }
    tx.emit("mails");
    Ok(id)
}

const SELECT: &str = "SELECT id, kind, least_role, to_name, to_address, subject, plain, html, state, attempts, next_at, \
    error, created_at, sent_at, enclosed FROM mails WHERE workspace_id = ?1";

/// The letters, newest first, from before one on; for admins. Whose words the actor may not read have none.
pub fn list(cx: &Cx, before: Option<Id>, limit: usize) -> Result<Vec<Mail>> {
    cx.require(Role::Admin)?;
    let last = before.unwrap_or(Id::from_bytes([0xff; 16]));
    let rows = cx.query(
        &format!("{SELECT} AND id < ?2 ORDER BY id DESC LIMIT ?3"),
        &[cx.workspace().into(), last.into(), limit.into()],
    )?;
    rows.iter().map(|row| Ok(discreet(cx, read(row)?))).collect()
}

/// One letter; for admins.
pub fn find(cx: &Cx, id: Id) -> Result<Mail> {
    cx.require(Role::Admin)?;
    Ok(discreet(cx, load(cx, id)?))
}

pub(crate) fn load(cx: &Cx, id: Id) -> Result<Mail> {
    let row = cx.query_one(&format!("{SELECT} AND id = ?2"), &[cx.workspace().into(), id.into()])?;
    read(&row.ok_or(Error::NotFound)?)
}

/// An invitation makes whoever reads it first a member: that of an owner is for owners.
fn discreet(cx: &Cx, mut mail: Mail) -> Mail {
    if cx.actor().role() < mail.least {
        mail.plain.clear();
        mail.html.clear();
        mail.enclosed = Enclosed::default();
    }
    mail
}

/// What became of these letters, with what the server said last.
pub fn states(cx: &Cx, ids: &[Id]) -> Result<HashMap<Id, (State, String)>> {
    let mut found = HashMap::new();
    for ids in ids.chunks(AT_ONCE) {
        let marks: Vec<String> = (2..ids.len() + 2).map(|at| format!("?{at}")).collect();
        let sql = format!(
            "SELECT id, state, error FROM mails WHERE workspace_id = ?1 AND id IN ({})",
            marks.join(", ")
        );
        let mut params: Vec<Value> = vec![cx.workspace().into()];
        params.extend(ids.iter().copied().map(Value::from));
        for row in cx.query(&sql, &params)? {
            found.insert(row.get(0)?, (State::from_key(row.text(1))?, row.text(2).to_owned()));
        }
    }
    Ok(found)
}

/// What the server said last, while letters wait because of it.
pub fn trouble(cx: &Cx) -> Result<Option<String>> {
    let row = cx.query_one(
        "SELECT error FROM mails WHERE workspace_id = ?1 AND state = 'waiting' AND error <> '' ORDER BY id DESC LIMIT 1",
        &[cx.workspace().into()],
    )?;
    Ok(row.map(|row| row.text(0).to_owned()))
}

/// Sends a letter that was given up, kept or lost; for admins. A conflict when no server is set up, or its words are gone.
pub fn again(tx: &mut Tx, id: Id) -> Result<()> {
    tx.require(Role::Admin)?;
    let mail = load(tx, id)?;
    if tx.part::<Post>().server.is_none() {
        return Err(Error::conflict("mail-no-server"));
    }
    if mail.state == State::Sent {
        return Err(Error::conflict("mail-is-sent"));
    }
    if !mail.may_be_sent_again(tx.now()) {
        // It is on its way; a second job beside the first would send it twice.
        return Ok(());
    }
    tx.execute(
        "UPDATE mails SET state = 'waiting', attempts = 0, error = '', next_at = ?3 WHERE workspace_id = ?1 AND id = ?2",
        &[tx.workspace().into(), id.into(), tx.now().into()],
    )?;
    send::soon(tx, id)?;
    tx.emit("mails");
    Ok(())
}

fn read(row: &Row) -> Result<Mail> {
    let sent = row.int(13);
    Ok(Mail {
        id: row.get(0)?,
        kind: row.get(1)?,
        least: Role::from_key(row.text(2)).unwrap_or(Role::Owner),
        to_name: row.get(3)?,
        to_address: row.get(4)?,
        subject: row.get(5)?,
        plain: row.get(6)?,
        html: row.get(7)?,
        enclosed: Enclosed::read(row.text(14)),
        state: State::from_key(row.text(8))?,
        attempts: row.int(9),
        next_at: row.get(10)?,
        error: row.get(11)?,
        created_at: row.get(12)?,
        sent_at: (sent != 0).then(|| Timestamp::from_micros(sent)),
    })
}
