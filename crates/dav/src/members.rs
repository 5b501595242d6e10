//! Which records lie in a collection, and what came, changed and left since a program was last there. What is in a collection
//! follows from rights, values and views, so nobody can say what left it by looking at changes alone: what was in it when somebody
//! last looked is kept, and each difference gets the next number. A program comes back with the number it saw last; numbers outlive
//! restarts.

use std::collections::{HashMap, HashSet};

use kernel::{Cx, Id, Result, Tx, Value, clock::DAY};

use crate::collection::{Collection, Item};

/// What left is told for so long; who comes later begins anew.
const REMEMBERED: i64 = 180 * DAY;
/// Rows written by one statement.
const AT_ONCE: usize = 100;

const TOKEN: &str = "kartotek:sync:";

/// What a collection is now.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) seq: i64,
    floor: i64,
    pub(crate) items: Vec<Item>,
}

/// What changed since a program was last there.
#[derive(Debug, Default)]
pub(crate) struct Since {
    pub(crate) changed: Vec<Id>,
    pub(crate) gone: Vec<Id>,
}

struct Known {
    version: String,
    gone: bool,
}

impl State {
    pub(crate) fn token(&self) -> String {
        format!("{TOKEN}{}", self.seq)
    }
}

/// As it is; `None` when somebody has to write down first what changed: [`settle`].
pub(crate) fn state(cx: &Cx, collection: &Collection) -> Result<Option<State>> {
    let items = collection.items(cx)?;
    let Some((seq, floor)) = counting(cx, collection)? else { return Ok(None) };
    let known = known(cx, collection)?;
    let here = known.values().filter(|known| !known.gone).count();
    let same = here == items.len()
        && items.iter().all(|item| {
            known.get(&item.id).is_some_and(|known| !known.gone && known.version == item.version)
        });
    Ok(same.then_some(State { seq, floor, items }))
}

/// Writes down what came, changed and left.
pub(crate) fn settle(tx: &mut Tx, collection: &Collection) -> Result<State> {
    let (workspace, user) = (tx.workspace(), collection.user);
    let key = || Value::from(&collection.key);
    // Whoever comes second waits here, and finds nothing left to do.
    tx.execute(
        "INSERT INTO dav_collections (workspace_id, user_id, key, seq, floor, properties) VALUES (?1, ?2, ?3, 0, 0, '') \
         ON CONFLICT (workspace_id, user_id, key) DO UPDATE SET seq = dav_collections.seq",
        &[workspace.into(), user.into(), key()],
    )?;
    let items = collection.items(tx)?;
    let (mut seq, mut floor) = counting(tx, collection)?.unwrap_or_default();
    let known = known(tx, collection)?;
    let new: Vec<&Item> = items
        .iter()
        .filter(|item| known.get(&item.id).is_none_or(|known| known.gone || known.version != item.version))
        .collect();
    let here: HashSet<Id> = items.iter().map(|item| item.id).collect();
    let gone: Vec<Id> =
        known.iter().filter(|(id, known)| !known.gone && !here.contains(id)).map(|(id, _)| *id).collect();
    if new.is_empty() && gone.is_empty() {
        return Ok(State { seq, floor, items });
    }
    seq += 1;
    for new in new.chunks(AT_ONCE) {
        put(tx, collection, seq, new)?;
    }
    let now = tx.now();
    for id in gone {
        tx.execute(
            "UPDATE dav_members SET gone_at = ?5, seq = ?6, version = '' \
             WHERE workspace_id = ?1 AND user_id = ?2 AND key = ?3 AND record_id = ?4",
            &[workspace.into(), user.into(), key(), id.into(), now.into(), seq.into()],
        )?;
    }
    floor = forget(tx, collection, floor)?;
    tx.execute(
        "UPDATE dav_collections SET seq = ?4, floor = ?5 WHERE workspace_id = ?1 AND user_id = ?2 AND key = ?3",
        &[workspace.into(), user.into(), key(), seq.into(), floor.into()],
    )?;
    Ok(State { seq, floor, items })
}

fn put(tx: &mut Tx, collection: &Collection, seq: i64, items: &[&Item]) -> Result<()> {
    let mut params: Vec<Value> =
        vec![tx.workspace().into(), collection.user.into(), Value::from(&collection.key), seq.into()];
    let mut rows = Vec::with_capacity(items.len());
    for item in items {
        params.extend([Value::from(item.id), Value::from(&item.version)]);
        rows.push(format!("(?1, ?2, ?3, ?{}, ?{}, ?4, 0)", params.len() - 1, params.len()));
    }
    let sql = format!(
        "INSERT INTO dav_members (workspace_id, user_id, key, record_id, version, seq, gone_at) VALUES {} \
         ON CONFLICT (workspace_id, user_id, key, record_id) \
         DO UPDATE SET version = excluded.version, seq = excluded.seq, gone_at = 0",
        rows.join(", ")
    );
    tx.execute(&sql, &params).map(drop)
}

/// Forgets what left long ago. Answers the number from which on everything is known.
fn forget(tx: &mut Tx, collection: &Collection, floor: i64) -> Result<i64> {
    let params: [Value; 4] = [
        tx.workspace().into(),
        collection.user.into(),
        Value::from(&collection.key),
        tx.now().plus(-REMEMBERED).into(),
    ];
    let old = "workspace_id = ?1 AND user_id = ?2 AND key = ?3 AND gone_at <> 0 AND gone_at < ?4";
    let row = tx.query_one(&format!("SELECT COALESCE(MAX(seq), 0) FROM dav_members WHERE {old}"), &params)?;
    tx.execute(&format!("DELETE FROM dav_members WHERE {old}"), &params)?;
    Ok(floor.max(row.map_or(0, |row| row.int(0))))
}

/// What changed since the place that a token names. `None` for one that is none of ours, or too old.
pub(crate) fn since(cx: &Cx, collection: &Collection, state: &State, token: &str) -> Result<Option<Since>> {
    if token.is_empty() {
        return Ok(Some(Since {
            changed: state.items.iter().map(|item| item.id).collect(),
            gone: Vec::new(),
        }));
    }
    let place = token.strip_prefix(TOKEN).and_then(|number| number.parse::<i64>().ok());
    let Some(place) = place.filter(|place| (state.floor..=state.seq).contains(place)) else {
        return Ok(None);
    };
    let rows = cx.query(
        "SELECT record_id, gone_at FROM dav_members \
         WHERE workspace_id = ?1 AND user_id = ?2 AND key = ?3 AND seq > ?4 ORDER BY seq, record_id",
        &[cx.workspace().into(), collection.user.into(), Value::from(&collection.key), place.into()],
    )?;
    let mut since = Since::default();
    for row in rows {
        let list = if row.int(1) == 0 { &mut since.changed } else { &mut since.gone };
        list.push(row.get(0)?);
    }
    Ok(Some(since))
}

fn counting(cx: &Cx, collection: &Collection) -> Result<Option<(i64, i64)>> {
    let row = cx.query_one(
        "SELECT seq, floor FROM dav_collections WHERE workspace_id = ?1 AND user_id = ?2 AND key = ?3",
        &[cx.workspace().into(), collection.user.into(), Value::from(&collection.key)],
    )?;
    Ok(row.map(|row| (row.int(0), row.int(1))))
}

fn known(cx: &Cx, collection: &Collection) -> Result<HashMap<Id, Known>> {
    let rows = cx.query(
        "SELECT record_id, version, gone_at FROM dav_members WHERE workspace_id = ?1 AND user_id = ?2 AND key = ?3",
        &[cx.workspace().into(), collection.user.into(), Value::from(&collection.key)],
    )?;
    rows.iter()
        .map(|row| Ok((row.get(0)?, Known { version: row.text(1).to_owned(), gone: row.int(2) != 0 })))
        .collect()
}
