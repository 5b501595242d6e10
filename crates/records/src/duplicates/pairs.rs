//! The pairs that were found, and what somebody decided about them.

use kernel::{Cx, Error, Id, Result, Row, Timestamp, Tx, Value};

use crate::{
    access::{self, Verb},
    matching::{EXACT, Signs},
    object::Object,
};

/// Two cards that may be the same.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    /// The smaller key first.
    pub one: Id,
    pub other: Id,
    pub score: i32,
    pub signs: Signs,
    pub state: State,
    pub found_at: Timestamp,
}

impl Pair {
    /// They are the same as good as surely.
    pub fn is_exact(&self) -> bool {
        self.score >= EXACT
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Open,
    /// Somebody put it off.
    Later,
    /// Somebody said that they are not the same; no scan asks again.
    Apart,
}

impl State {
    pub const ALL: [State; 3] = [State::Open, State::Later, State::Apart];

    pub const fn key(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Later => "later",
            State::Apart => "apart",
        }
    }

    pub fn from_key(key: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.key() == key)
    }
}

const PAIR: &str = "d.one_id, d.other_id, d.score, d.signs, d.state, d.found_at";

fn read(row: &Row) -> Result<Pair> {
    Ok(Pair {
        one: row.get(0)?,
        other: row.get(1)?,
        score: row.int(2) as i32,
        signs: Signs(row.int(3) as u32),
        state: State::from_key(row.text(4)).unwrap_or(State::Open),
        found_at: row.get(5)?,
    })
}

/// Those whose cards are both among the living that the actor sees: what was merged or thrown away since the scan is not asked about.
fn from(cx: &Cx, object: &Object) -> Result<String> {
    let seen = access::and_seen(cx, object, "t")?;
    let living = |end: &str| {
        format!(
            "EXISTS (SELECT 1 FROM {} t WHERE t.workspace_id = d.workspace_id AND t.id = d.{end} AND t.trashed_at = 0{seen})",
            object.table
        )
    };
    Ok(format!(
        "FROM duplicates d WHERE d.workspace_id = ?1 AND d.object = ?2 AND d.state = ?3 AND {} AND {}",
        living("one_id"),
        living("other_id")
    ))
}

/// The pairs of an object in this state, the likeliest first.
pub fn found(cx: &Cx, object: &Object, state: State, limit: usize) -> Result<Vec<Pair>> {
    access::may_see(cx, object)?;
    let sql = format!(
        "SELECT {PAIR} {} ORDER BY d.score DESC, d.one_id DESC, d.other_id DESC LIMIT ?4",
        from(cx, object)?
    );
    let params: [Value; 4] = [cx.workspace().into(), object.key.into(), state.key().into(), limit.into()];
    cx.query(&sql, &params)?.iter().map(read).collect()
}

/// One pair, whatever was decided, in either order of its cards.
pub fn find(cx: &Cx, object: &Object, one: Id, other: Id) -> Result<Pair> {
    access::may_see(cx, object)?;
    let sql = format!(
        "SELECT {PAIR} FROM duplicates d WHERE d.workspace_id = ?1 AND d.one_id = ?2 AND d.other_id = ?3 AND d.object = ?4"
    );
    let (one, other) = (one.min(other), one.max(other));
    let row = cx.query_one(&sql, &[cx.workspace().into(), one.into(), other.into(), object.key.into()])?;
    read(&row.ok_or(Error::NotFound)?)
}

/// The open pairs of one card.
pub fn partners(cx: &Cx, object: &Object, card: Id) -> Result<Vec<Pair>> {
    let mut pairs = Vec::new();
    for end in ["one_id", "other_id"] {
        let sql = format!("SELECT {PAIR} {} AND d.{end} = ?4 LIMIT 20", from(cx, object)?);
        let params: [Value; 4] =
            [cx.workspace().into(), object.key.into(), State::Open.key().into(), card.into()];
        for row in cx.query(&sql, &params)? {
            pairs.push(read(&row)?);
        }
    }
    Ok(pairs)
}

/// How many there are to decide about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub open: u64,
    pub later: u64,
    pub apart: u64,
}

/// Counted no further than `cap` + 1 each.
pub fn counts(cx: &Cx, object: &Object, cap: u64) -> Result<Counts> {
    let count = |state: State| -> Result<u64> {
        let sql =
            format!("SELECT COUNT(*) FROM (SELECT 1 AS found {} LIMIT ?4) AS counted", from(cx, object)?);
        let params: [Value; 4] =
            [cx.workspace().into(), object.key.into(), state.key().into(), Value::Int(cap as i64 + 1)];
        Ok(cx.query_one(&sql, &params)?.map_or(0, |row| row.int(0)).max(0) as u64)
    };
    Ok(Counts { open: count(State::Open)?, later: count(State::Later)?, apart: count(State::Apart)? })
}

/// Remembers what somebody decided about a pair; what it was before.
pub fn decide(tx: &mut Tx, object: &Object, (one, other): (Id, Id), state: State) -> Result<State> {
    access::require(tx, object, Verb::Merge)?;
    let pair = find(tx, object, one, other)?;
    let params: [Value; 6] = [
        tx.workspace().into(),
        pair.one.into(),
        pair.other.into(),
        state.key().into(),
        tx.actor().user().into(),
        tx.now().into(),
    ];
    tx.execute(
        "UPDATE duplicates SET state = ?4, decided_by = ?5, decided_at = ?6 \
         WHERE workspace_id = ?1 AND one_id = ?2 AND other_id = ?3",
        &params,
    )?;
    tx.emit("duplicates");
    Ok(pair.state)
}
