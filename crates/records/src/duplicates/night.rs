//! What the scan at night merges without asking, where a workspace wants that: cards that surely are one. Each group is a
//! change set of its own, which can be taken back; what was taken back, decided or put off is left to people, and so is
//! what only people can settle: whose card it is, and what somebody may be contacted by.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use jobs::{Job, Run};
use kernel::{Actor, Cx, Db, Error, Id, Result, Role, Scope, Timestamp, Tx, Value, clock::DAY};
use serde::{Deserialize, Serialize};

use super::blocks::{Blocks, Found};
use crate::{
    Meaning, Object, Record, access,
    merge::{self, Outcome, Wanted},
    object::object,
    record::{self, MOST_AT_ONCE, these},
    undo,
};

/// What becomes of cards that surely are one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AtNight {
    /// Somebody is asked. So it begins: one merge in fifty is of two who only look the same, and merging changes what
    /// others see without anybody having wished it.
    #[default]
    Ask,
    /// They are merged.
    Merge,
}

impl AtNight {
    pub const ALL: [AtNight; 2] = [AtNight::Ask, AtNight::Merge];

    pub const fn key(self) -> &'static str {
        match self {
            AtNight::Ask => "ask",
            AtNight::Merge => "merge",
        }
    }

    pub fn from_key(key: &str) -> Option<AtNight> {
        AtNight::ALL.into_iter().find(|known| known.key() == key)
    }
}

/// Under which the workspace keeps it.
const SETTING: &str = "duplicates_at_night";
/// Groups merged in one night, and how long they are told of.
const MOST: usize = 2_000;
const TOLD: i64 = 7 * DAY;

pub fn at_night(cx: &Cx) -> Result<AtNight> {
    Ok(identity::workspaces::setting(cx, SETTING)?.unwrap_or_default())
}

/// For administrators.
pub fn set_at_night(tx: &mut Tx, wanted: AtNight) -> Result<()> {
    tx.require(Role::Admin)?;
    identity::workspaces::set_setting(tx, SETTING, &wanted)
}

/// The groups that are to be merged after a scan: none unless it is the system's own and the workspace wants it.
pub(super) fn sure(
    db: &Db,
    scope: &Scope,
    object: &Object,
    blocks: &Blocks,
    found: &[Found],
) -> Result<Vec<Vec<Id>>> {
    let wanted = matches!(scope.actor, Actor::System) && db.read(scope, at_night)? == AtNight::Merge;
    if !wanted {
        return Ok(Vec::new());
    }
    let apart = db.read(scope, |cx| apart(cx, object))?;
    let sure: Vec<Found> = found
        .iter()
        .filter(|pair| pair.score >= crate::matching::EXACT)
        .filter(|pair| !apart.contains(&(pair.one.min(pair.other), pair.one.max(pair.other))))
        .copied()
        .collect();
    let mut groups = blocks.groups(&sure, &apart);
    groups.truncate(MOST);
    Ok(groups)
}

/// Pairs that somebody said something about, or that were merged at night before: those that still are two were taken back.
fn apart(cx: &Cx, object: &Object) -> Result<HashSet<(Id, Id)>> {
    let params: [Value; 2] = [cx.workspace().into(), object.key.into()];
    let mut apart = HashSet::new();
    let decided =
        "SELECT one_id, other_id FROM duplicates WHERE workspace_id = ?1 AND object = ?2 AND state <> 'open'";
    for row in cx.query(decided, &params)? {
        apart.insert((row.get(0)?, row.get(1)?));
    }
    let mut sets: HashMap<Id, HashSet<Id>> = HashMap::new();
    let merged =
        "SELECT set_id, survivor_id, record_id FROM night_merges WHERE workspace_id = ?1 AND object = ?2";
    for row in cx.query(merged, &params)? {
        sets.entry(row.get(0)?).or_default().extend([row.get::<Id>(1)?, row.get::<Id>(2)?]);
    }
    for cards in sets.into_values() {
        for one in &cards {
            apart.extend(cards.iter().filter(|other| one < other).map(|other| (*one, *other)));
        }
    }
    Ok(apart)
}

/// Merges the groups, each in a transaction of its own; how many became one card. Cards that were changed since they were
/// compared wait for the next night.
pub(super) fn merge(
    db: &Db,
    scope: &Scope,
    object: &Arc<Object>,
    groups: &[Vec<Id>],
    compared_at: Timestamp,
) -> Result<u64> {
    let mut merged = 0;
    for ids in groups {
        match db.write(scope, |tx| merge_group(tx, object, ids, compared_at)) {
            Ok(done) => merged += u64::from(done),
            // A rule of the object forbids it: somebody has to look.
            Err(Error::Conflict(_) | Error::Invalid(_) | Error::NotFound) => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(merged)
}

fn merge_group(tx: &mut Tx, object: &Arc<Object>, ids: &[Id], compared_at: Timestamp) -> Result<bool> {
    let members: Vec<Record> = record::find_many(tx, object, ids)?.into_values().collect();
    let changed = |member: &Record| {
        member.trashed_at.is_some() || member.instant("updated_at").unwrap_or_default() > compared_at
    };
    if members.len() < ids.len() || members.iter().any(changed) || needs_somebody(object, &members) {
        return Ok(false);
    }
    let plan = merge::plan(tx, object, ids, None)?;
    let survivor = plan.members[0].id;
    let losers: Vec<Id> = plan.members[1..].iter().map(|member| member.id).collect();
    let wanted = Wanted { survivor, losers: losers.clone(), ..Wanted::default() };
    let Outcome::Merged(set) = merge::merge(tx, object, &wanted)? else { return Ok(false) };
    for loser in losers {
        let row: [Value; 6] = [
            tx.workspace().into(),
            loser.into(),
            set.into(),
            object.key.into(),
            survivor.into(),
            tx.now().into(),
        ];
        tx.execute(
            "INSERT INTO night_merges (workspace_id, record_id, set_id, object, survivor_id, merged_at) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            &row,
        )?;
    }
    Ok(true)
}

/// They belong to different people, one of whom would lose the card; or say differently how somebody may be reached. What only
/// one of them forbids stays forbidden.
fn needs_somebody(object: &Object, members: &[Record]) -> bool {
    let differs = |field: &str| {
        let mut filled = members.iter().map(|member| member.get(field)).filter(|value| !value.is_null());
        filled.next().is_some_and(|first| filled.any(|other| other != first))
    };
    [Meaning::Owner, Meaning::DoNotContact]
        .iter()
        .any(|meaning| object.exchange.field(*meaning).is_some_and(differs))
}

/// Cards that became one at night.
#[derive(Debug, Clone)]
pub struct NightMerge {
    /// What takes it back.
    pub set: Id,
    pub survivor: Record,
    /// How many were merged into it.
    pub cards: u64,
    /// Those of them that the actor may see.
    pub merged: Vec<Record>,
    pub at: Timestamp,
}

/// The merges of the last nights that stand and whose card the actor sees, the newest first.
pub fn lately(cx: &Cx, object: &Arc<Object>, limit: usize) -> Result<Vec<NightMerge>> {
    let sql = format!(
        "SELECT n.set_id, n.survivor_id, COUNT(*), MAX(n.merged_at) {} GROUP BY n.set_id, n.survivor_id \
         ORDER BY MAX(n.merged_at) DESC, n.set_id DESC LIMIT ?4",
        standing(cx, object)?
    );
    let rows = cx.query(&sql, &params(cx, object, limit))?;
    let ids = rows.iter().map(|row| row.get(1)).collect::<Result<Vec<Id>>>()?;
    let cards = record::find_many(cx, object, &ids)?;
    let sets = rows.iter().map(|row| row.get(0)).collect::<Result<Vec<Id>>>()?;
    let mut merged = merged(cx, object, &sets)?;
    let mut found = Vec::with_capacity(rows.len());
    for (row, id) in rows.iter().zip(ids) {
        if let Some(survivor) = cards.get(&id).cloned() {
            found.push(NightMerge {
                set: row.get(0)?,
                survivor,
                cards: row.int(2).max(0) as u64,
                merged: merged.remove(&row.get(0)?).unwrap_or_default(),
                at: row.get(3)?,
            });
        }
    }
    Ok(found)
}

/// Which cards the merges of these sets took in, by set, as far as the actor may see them.
fn merged(cx: &Cx, object: &Arc<Object>, sets: &[Id]) -> Result<HashMap<Id, Vec<Record>>> {
    let mut found: HashMap<Id, Vec<Record>> = HashMap::new();
    for sets in sets.chunks(MOST_AT_ONCE) {
        let (places, params) = these(cx, sets);
        let sql = format!(
            "SELECT set_id, record_id FROM night_merges WHERE workspace_id = ?1 AND set_id IN ({places}) \
             ORDER BY set_id, record_id"
        );
        let rows = cx.query(&sql, &params)?;
        let ids = rows.iter().map(|row| row.get(1)).collect::<Result<Vec<Id>>>()?;
        let cards = record::find_many(cx, object, &ids)?;
        for (row, id) in rows.iter().zip(ids) {
            found.entry(row.get(0)?).or_default().extend(cards.get(&id).cloned());
        }
    }
    Ok(found)
}

/// How many there are, counted no further than `cap` + 1.
pub fn count(cx: &Cx, object: &Arc<Object>, cap: usize) -> Result<u64> {
    let sql = format!(
        "SELECT COUNT(*) FROM (SELECT 1 AS found {} GROUP BY n.set_id LIMIT ?4) AS counted",
        standing(cx, object)?
    );
    let row = cx.query_one(&sql, &params(cx, object, cap + 1))?;
    Ok(row.map_or(0, |row| row.int(0)).max(0) as u64)
}

fn params(cx: &Cx, object: &Object, limit: usize) -> [Value; 4] {
    [cx.workspace().into(), object.key.into(), cx.now().plus(-TOLD).into(), limit.into()]
}

/// Lately merged, not taken back, and into a card that is among the living and that the actor sees.
fn standing(cx: &Cx, object: &Object) -> Result<String> {
    access::may_see(cx, object)?;
    let seen = access::and_seen(cx, object, "t")?;
    Ok(format!(
        "FROM night_merges n WHERE n.workspace_id = ?1 AND n.object = ?2 AND n.merged_at > ?3 \
         AND EXISTS (SELECT 1 FROM merges m WHERE m.workspace_id = n.workspace_id AND m.record_id = n.record_id \
         AND m.set_id = n.set_id) AND EXISTS (SELECT 1 FROM {} t WHERE t.workspace_id = n.workspace_id \
         AND t.id = n.survivor_id AND t.trashed_at = 0{seen})",
        object.table
    ))
}

/// Takes back all merges of the last nights that its actor may take back.
#[derive(Debug, Serialize, Deserialize)]
pub struct UndoNights {
    pub object: String,
}

impl Job for UndoNights {
    const KIND: &'static str = "records.undo-nights";

    fn run(&self, run: &Run) -> Result<()> {
        let merges = run.db.read(&run.scope, |cx| lately(cx, &object(cx, &self.object)?, 7 * MOST))?;
        let (total, mut done) = (merges.len() as u64, 0);
        for (at, merge) in merges.iter().enumerate() {
            run.progress(at as u64, total)?;
            match run.db.write(&run.scope, |tx| undo::undo(tx, merge.set)) {
                Ok(_) => done += 1,
                // Not theirs to take back, or taken back meanwhile.
                Err(Error::Conflict(_) | Error::Denied | Error::NotFound) => {}
                Err(fault) => return Err(fault),
            }
        }
        run.note(kernel::Text::new("duplicates-nights-undone").with("count", done));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_is_kept_under_its_name() {
        for known in AtNight::ALL {
            assert_eq!(AtNight::from_key(known.key()), Some(known));
            assert_eq!(serde_json::to_string(&known).ok(), Some(format!("{:?}", known.key())));
        }
        assert_eq!(AtNight::default(), AtNight::Ask);
    }
}
