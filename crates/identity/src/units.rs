//! Where people work: locations, departments and teams as one tree. Somebody may be in several units and has one of
//! them as home. A unit that was given up keeps its name for the history and can be brought back.

mod people;
mod tree;

use std::collections::HashMap;

use kernel::{Cx, Error, FieldErrors, Id, Result, Role, Text, Timestamp, Tx, Value};
pub use people::{Place, homes, join, leave, make_home, members, people_of, people_within, places, units_of};
pub use tree::{Branch, Tree};

use crate::{fields, workspaces};

/// The kinds of unit, the widest first: each may lie in one of its own kind or in a wider one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKind {
    Location,
    Department,
    Team,
}

impl UnitKind {
    pub const ALL: [UnitKind; 3] = [UnitKind::Location, UnitKind::Department, UnitKind::Team];

    pub const fn key(self) -> &'static str {
        match self {
            UnitKind::Location => "location",
            UnitKind::Department => "department",
            UnitKind::Team => "team",
        }
    }

    pub fn from_key(key: &str) -> Option<UnitKind> {
        UnitKind::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Whether a unit of this kind may lie in one of that kind.
    pub fn may_lie_in(self, parent: UnitKind) -> bool {
        parent <= self
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    pub id: Id,
    /// None at the top.
    pub parent: Option<Id>,
    pub kind: UnitKind,
    pub name: String,
    pub retired_at: Option<Timestamp>,
}

/// A unit to make, as it was typed; errors carry the names of these fields.
#[derive(Debug, Clone, Default)]
pub struct NewUnit {
    pub kind: String,
    pub name: String,
    /// None at the top.
    pub parent: Option<Id>,
}

/// The units in use, each below the one it lies in, by kind and name as the reader's language sorts.
pub fn tree(cx: &Cx) -> Result<Tree> {
    let mut units = all(cx)?;
    units.retain(|unit| unit.retired_at.is_none());
    Ok(Tree::new(units, cx.locality().language))
}

/// One unit, in use or given up.
pub fn find(cx: &Cx, id: Id) -> Result<Unit> {
    let sql = format!("{SELECT} AND id = ?2");
    read(&cx.query_one(&sql, &[cx.workspace().into(), id.into()])?.ok_or(Error::NotFound)?)
}

/// The units given up, the latest first.
pub fn retired(cx: &Cx) -> Result<Vec<Unit>> {
    let mut units = all(cx)?;
    units.retain(|unit| unit.retired_at.is_some());
    units.sort_by_key(|unit| (std::cmp::Reverse(unit.retired_at), unit.id));
    Ok(units)
}

/// The names of all units, given up or not: to show where somebody worked, and for mentions.
pub fn names(cx: &Cx) -> Result<HashMap<Id, String>> {
    Ok(all(cx)?.into_iter().map(|unit| (unit.id, unit.name)).collect())
}

/// The units that this one lies in, the nearest first.
pub fn ancestors(cx: &Cx, unit: Id) -> Result<Vec<Unit>> {
    Ok(tree(cx)?.ancestors(unit).into_iter().cloned().collect())
}

/// The units that lie in this one, however deep, in the order of the tree.
pub fn descendants(cx: &Cx, unit: Id) -> Result<Vec<Unit>> {
    Ok(tree(cx)?.within(unit).iter().skip(1).map(|branch| branch.unit.clone()).collect())
}

/// Makes a unit; for admins. Fields: `kind`, `name`, `parent`.
pub fn add(tx: &mut Tx, new: &NewUnit) -> Result<Id> {
    begin(tx)?;
    let mut form = fields::Form::default();
    let kind = form.take("kind", UnitKind::from_key(&new.kind).ok_or(Text::new("identity-choice-unknown")));
    let name = form.take("name", fields::name(&new.name));
    let (kind, name) = form.finish(kind.zip(name))?;
    let tree = tree(tx)?;
    let unit = Unit { id: tx.new_id(), parent: new.parent, kind, name, retired_at: None };
    tree.check_place(&unit)?;
    tree.check_name(&unit)?;
    let params: [Value; 6] = [
        tx.workspace().into(),
        unit.id.into(),
        unit.parent.unwrap_or(Id::NIL).into(),
        kind.key().into(),
        (&unit.name).into(),
        tx.now().into(),
    ];
    tx.execute(
        "INSERT INTO units (workspace_id, id, parent_id, kind, name, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &params,
    )?;
    tx.emit("units");
    Ok(unit.id)
}

/// Gives a unit another name; for admins. Field: `name`.
pub fn rename(tx: &mut Tx, id: Id, name: &str) -> Result<()> {
    begin(tx)?;
    let name = fields::name(name).map_err(|text| Error::Invalid(FieldErrors::of("name", text)))?;
    let tree = tree(tx)?;
    let renamed = Unit { name, ..tree.find(id)?.clone() };
    tree.check_name(&renamed)?;
    let params: [Value; 3] = [tx.workspace().into(), id.into(), renamed.name.into()];
    tx.execute("UPDATE units SET name = ?3 WHERE workspace_id = ?1 AND id = ?2", &params)?;
    tx.emit("units");
    Ok(())
}

/// Puts a unit, with all that lies in it, into another one or at the top; for admins. Field: `parent`.
pub fn move_to(tx: &mut Tx, id: Id, parent: Option<Id>) -> Result<()> {
    begin(tx)?;
    let tree = tree(tx)?;
    let moved = Unit { parent, ..tree.find(id)?.clone() };
    tree.check_place(&moved)?;
    tree.check_name(&moved)?;
    let params: [Value; 3] = [tx.workspace().into(), id.into(), parent.unwrap_or(Id::NIL).into()];
    tx.execute("UPDATE units SET parent_id = ?3 WHERE workspace_id = ?1 AND id = ?2", &params)?;
    tx.emit("units");
    Ok(())
}

/// Gives up a unit and all that lies in it, until [`restore`]; for admins.
pub fn retire(tx: &mut Tx, id: Id) -> Result<()> {
    begin(tx)?;
    let tree = tree(tx)?;
    tree.find(id)?;
    let now = tx.now();
    for branch in tree.within(id) {
        let params: [Value; 3] = [tx.workspace().into(), branch.unit.id.into(), now.into()];
        tx.execute("UPDATE units SET retired_at = ?3 WHERE workspace_id = ?1 AND id = ?2", &params)?;
    }
    tx.emit("units");
    Ok(())
}

/// Brings back a unit and what was given up with it; for admins. `Conflict` when the unit it lay in is not in use, or
/// another one there has its name by now.
pub fn restore(tx: &mut Tx, id: Id) -> Result<()> {
    begin(tx)?;
    let unit = find(tx, id)?;
    if unit.retired_at.is_none() {
        return Ok(());
    }
    let all = all(tx)?;
    let tree = tree(tx)?;
    tree.check_place(&unit).map_err(|_| Error::conflict("identity-unit-parent-retired"))?;
    tree.check_name(&unit).map_err(|_| Error::conflict("identity-unit-name-taken"))?;
    let mut back = vec![id];
    let mut next = 0;
    while next < back.len() {
        let below =
            all.iter().filter(|one| one.parent == Some(back[next]) && one.retired_at == unit.retired_at);
        let below: Vec<Id> = below.map(|one| one.id).collect();
        back.extend(below);
        next += 1;
    }
    for id in back {
        let key: [Value; 2] = [tx.workspace().into(), id.into()];
        tx.execute("UPDATE units SET retired_at = NULL WHERE workspace_id = ?1 AND id = ?2", &key)?;
    }
    tx.emit("units");
    Ok(())
}

/// Nobody else changes the tree meanwhile, so that two moves cannot make a circle.
fn begin(tx: &mut Tx) -> Result<()> {
    tx.require(Role::Admin)?;
    workspaces::lock(tx)
}

const SELECT: &str = "SELECT id, parent_id, kind, name, retired_at FROM units WHERE workspace_id = ?1";

fn all(cx: &Cx) -> Result<Vec<Unit>> {
    cx.query(SELECT, &[cx.workspace().into()])?.iter().map(read).collect()
}

fn read(row: &kernel::Row) -> Result<Unit> {
    let parent: Id = row.get(1)?;
    let kind = UnitKind::from_key(row.text(2));
    Ok(Unit {
        id: row.get(0)?,
        parent: (!parent.is_nil()).then_some(parent),
        kind: kind.ok_or_else(|| Error::internal("a unit is of an unknown kind"))?,
        name: row.get(3)?,
        retired_at: row.get(4)?,
    })
}
