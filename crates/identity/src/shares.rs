//! Cards and views that were shown to somebody beyond what their roles say: to a user or to a whole unit, to see or to
//! edit, for good or until a moment. Whether the one who shares may do so is the engine's to ask.

use std::collections::HashMap;

use kernel::{Cx, Error, Id, Result, Row, Timestamp, Tx, Value};

use crate::{members, units};

/// With whom something is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum With {
    User(Id),
    /// Everybody in this unit and in those that lie in it.
    Unit(Id),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum May {
    See,
    Edit,
}

impl May {
    pub const fn key(self) -> &'static str {
        match self {
            May::See => "see",
            May::Edit => "edit",
        }
    }

    pub fn from_key(key: &str) -> Option<May> {
        [May::See, May::Edit].into_iter().find(|may| may.key() == key)
    }
}

/// What to share. `object` is the key of the card's object, or `view` for a saved view.
#[derive(Debug, Clone, Copy)]
pub struct NewShare<'a> {
    pub object: &'a str,
    pub record: Id,
    pub with: With,
    pub may: May,
    /// It ends then.
    pub until: Option<Timestamp>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    pub id: Id,
    pub object: String,
    pub record: Id,
    pub with: With,
    pub may: May,
    pub until: Option<Timestamp>,
    /// None when Kartotek itself did.
    pub shared_by: Option<Id>,
    pub created_at: Timestamp,
}

/// Shares something; what was shared with them before is replaced. `NotFound` for a user or unit that is not there,
/// `Invalid` on `until` when that is over.
pub fn share(tx: &mut Tx, new: &NewShare) -> Result<Id> {
    let (user, unit) = match new.with {
        With::User(user) => (members::find(tx, user)?.user, Id::NIL),
        With::Unit(unit) => (Id::NIL, units::tree(tx)?.find(unit)?.id),
    };
    if new.until.is_some_and(|until| until <= tx.now()) {
        return Err(Error::invalid("until", "identity-share-over"));
    }
    let key: [Value; 5] =
        [tx.workspace().into(), new.object.into(), new.record.into(), user.into(), unit.into()];
    tx.execute(
        "DELETE FROM shares WHERE workspace_id = ?1 AND object = ?2 AND record_id = ?3 AND user_id = ?4 \
         AND unit_id = ?5",
        &key,
    )?;
    let id = tx.new_id();
    let params: [Value; 10] = [
        tx.workspace().into(),
        id.into(),
        new.object.into(),
        new.record.into(),
        user.into(),
        unit.into(),
        new.may.key().into(),
        new.until.into(),
        tx.actor().user().into(),
        tx.now().into(),
    ];
    tx.execute(
        "INSERT INTO shares (workspace_id, id, object, record_id, user_id, unit_id, may, until_at, shared_by, \
         created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        &params,
    )?;
    tx.emit(format!("{}:{}", new.object, new.record));
    Ok(id)
}

/// Ends a share.
pub fn unshare(tx: &mut Tx, id: Id) -> Result<()> {
    let key: [Value; 2] = [tx.workspace().into(), id.into()];
    let row = tx.query_one(&format!("{SELECT} AND id = ?2"), &key)?.ok_or(Error::NotFound)?;
    let share = read(&row)?;
    tx.execute("DELETE FROM shares WHERE workspace_id = ?1 AND id = ?2", &key)?;
    tx.emit(format!("{}:{}", share.object, share.record));
    Ok(())
}

/// With whom a card or view is shared now, the earliest first.
pub fn of_record(cx: &Cx, object: &str, record: Id) -> Result<Vec<Share>> {
    let sql = format!(
        "{SELECT} AND object = ?2 AND record_id = ?3 AND (until_at IS NULL OR until_at > ?4) ORDER BY id"
    );
    let params: [Value; 4] = [cx.workspace().into(), object.into(), record.into(), cx.now().into()];
    cx.query(&sql, &params)?.iter().map(read).collect()
}

/// What is shared with the actor now, by the key of its object: by themselves or through a unit around one they are in. A
/// record that is shared in several ways stands here once, with the most that is allowed.
pub fn with_actor(cx: &Cx) -> Result<HashMap<String, Vec<(Id, May)>>> {
    let Some(user) = cx.actor().user() else { return Ok(HashMap::new()) };
    let sql = format!(
        "{SELECT} AND (user_id = ?2 OR user_id = ?3) AND (until_at IS NULL OR until_at > ?4) \
         ORDER BY object, record_id"
    );
    let params: [Value; 4] = [cx.workspace().into(), user.into(), Id::NIL.into(), cx.now().into()];
    let shares = cx.query(&sql, &params)?.iter().map(read).collect::<Result<Vec<_>>>()?;
    let around = if shares.iter().any(|share| matches!(share.with, With::Unit(_))) {
        around(cx, user)?
    } else {
        Vec::new()
    };
    let mut all: HashMap<String, Vec<(Id, May)>> = HashMap::new();
    for share in shares {
        if matches!(share.with, With::Unit(unit) if !around.contains(&unit)) {
            continue;
        }
        let found = all.entry(share.object).or_default();
        match found.last_mut() {
            Some((record, may)) if *record == share.record => *may = share.may.max(*may),
            _ => found.push((share.record, share.may)),
        }
    }
    Ok(all)
}

/// The units somebody is in, and those around them.
pub fn around(cx: &Cx, user: Id) -> Result<Vec<Id>> {
    let tree = units::tree(cx)?;
    let mut around = Vec::new();
    for place in units::units_of(cx, user)? {
        around.push(place.unit.id);
        around.extend(tree.ancestors(place.unit.id).into_iter().map(|unit| unit.id));
    }
    Ok(around)
}

const SELECT: &str = "SELECT id, object, record_id, user_id, unit_id, may, until_at, shared_by, created_at \
    FROM shares WHERE workspace_id = ?1";

fn read(row: &Row) -> Result<Share> {
    let (user, unit): (Id, Id) = (row.get(3)?, row.get(4)?);
    let may = May::from_key(row.text(5));
    Ok(Share {
        id: row.get(0)?,
        object: row.get(1)?,
        record: row.get(2)?,
        with: if unit.is_nil() { With::User(user) } else { With::Unit(unit) },
        may: may.ok_or_else(|| Error::internal("a share allows something unknown"))?,
        until: row.get(6)?,
        shared_by: row.get(7)?,
        created_at: row.get(8)?,
    })
}
