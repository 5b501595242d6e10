//! How the cards of an object are laid out: which fields stand together and in which order, what the head tells, which stacks
//! of related cards stand beside. For everybody, or for one team, whose people see theirs, the nearest first. A layout only
//! arranges: what somebody may not see is not there, and what it does not mention stands at the end of its group.

mod step;

use std::collections::HashSet;

use kernel::{Cx, Error, Id, Result, Role, Tx, Value, db::Dialect};
use serde::{Deserialize, Serialize};

pub use self::step::{Step, Way};
use crate::{Field, Object, object::ObjectKind, views};

/// What the heads of cards tell where nobody arranged them, if the object has such fields.
const FACTS: [&str; 7] = ["company", "amount", "closes_on", "phones", "emails", "owner", "tags"];

/// An arrangement. What it does not say is as declared.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Layout {
    pub groups: Vec<Group>,
    /// Keys of the fields in a card's head.
    pub facts: Option<Vec<String>>,
    /// Keys of the objects whose cards stand beside, in their order.
    pub stacks: Vec<String>,
    /// Those that do not.
    pub without_stacks: Vec<String>,
}

/// Fields that stand together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// That of the declaration, or one made for it.
    pub key: String,
    /// What it was renamed to; else it is called as its key is.
    #[serde(default)]
    pub name: String,
    /// Keys of fields.
    pub fields: Vec<String>,
}

/// A group with the fields that a card shows in it.
#[derive(Debug)]
pub struct Shown<'o> {
    pub key: String,
    pub name: String,
    pub fields: Vec<&'o Field>,
}

/// A layout as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub layout: Layout,
    /// Grows with every change, so that an undo knows whether it is still about the last.
    pub version: i64,
    /// Somebody arranged it; else what stands around it holds.
    pub own: bool,
}

/// The fields that a card shows, in the order of the object.
fn visible(object: &Object) -> impl Iterator<Item = &Field> {
    object
        .fields
        .iter()
        .filter(|field| !field.hidden && !field.apart && !field.retired && field.group != "record")
}

impl Layout {
    /// The groups with their fields. An empty group is there too, for whoever arranges.
    pub fn arranged<'o>(&self, object: &'o Object) -> Vec<Shown<'o>> {
        let mut placed: HashSet<&str> = HashSet::new();
        let mut shown: Vec<Shown> = Vec::new();
        for group in &self.groups {
            let mine = group.fields.iter().filter_map(|key| visible(object).find(|field| field.key == *key));
            let fields = mine.filter(|field| placed.insert(&field.key)).collect();
            shown.push(Shown { key: group.key.clone(), name: group.name.clone(), fields });
        }
        let declared = self.groups.is_empty();
        for field in visible(object).filter(|field| !placed.contains(field.key.as_str())) {
            match shown.iter_mut().find(|group| group.key == field.group) {
                Some(group) => group.fields.push(field),
                None => shown.push(Shown {
                    key: field.group.to_owned(),
                    name: String::new(),
                    fields: vec![field],
                }),
            }
        }
        if declared {
            // How somebody is reached comes first on a card.
            shown.sort_by_key(|group| group.key != "reach" && object.kind == ObjectKind::Card);
        }
        shown
    }

    /// The fields that the head tells.
    pub fn facts<'o>(&self, object: &'o Object) -> Vec<&'o Field> {
        let find = |key: &str| object.field(key).ok().filter(|field| !field.hidden && !field.retired);
        match &self.facts {
            Some(facts) => facts.iter().filter_map(|key| find(key)).collect(),
            None => {
                let mut facts: Vec<&Field> = FACTS.iter().filter_map(|key| find(key)).collect();
                // Of somebody without a company, what they are.
                if !facts.iter().any(|field| field.key == "company") {
                    facts.splice(0..0, find("job_title"));
                }
                facts
            }
        }
    }

    /// Those of these objects whose stacks stand beside a card, in their order.
    pub fn stacks<'k>(&self, objects: &[&'k str]) -> Vec<&'k str> {
        let arranged = self.stacks.iter().filter_map(|key| objects.iter().find(|object| *object == key));
        let mut shown: Vec<&str> = arranged.copied().collect();
        for object in objects {
            if !shown.contains(object) && !self.without_stacks.iter().any(|without| without == object) {
                shown.push(object);
            }
        }
        shown.retain(|object| !self.without_stacks.iter().any(|without| without == object));
        shown
    }
}

/// The layout of an object's cards for whoever looks: that of the nearest of their teams that has one, else that of the object.
pub fn of_actor(cx: &Cx, object: &Object) -> Result<Layout> {
    let rows = cx.query(
        "SELECT unit_id, definition FROM layouts WHERE workspace_id = ?1 AND object = ?2 AND definition <> ''",
        &[cx.workspace().into(), object.key.into()],
    )?;
    if rows.is_empty() {
        return Ok(Layout::default());
    }
    let units = rows.iter().map(|row| row.get(0)).collect::<Result<Vec<Id>>>()?;
    let mine = if units.iter().all(Id::is_nil) { Vec::new() } else { views::my_units(cx)? };
    let nearest =
        mine.into_iter().chain([Id::NIL]).find_map(|unit| units.iter().position(|has| *has == unit));
    nearest.map_or(Ok(Layout::default()), |at| read(rows[at].text(1)))
}

fn read(definition: &str) -> Result<Layout> {
    if definition.is_empty() { Ok(Layout::default()) } else { Ok(serde_json::from_str(definition)?) }
}

/// The layout for a team, or for everybody; where nobody arranged it, what its people see.
pub fn of_unit(cx: &Cx, object: &Object, unit: Id) -> Result<Kept> {
    let row = cx.query_one(
        "SELECT definition, version FROM layouts WHERE workspace_id = ?1 AND object = ?2 AND unit_id = ?3",
        &[cx.workspace().into(), object.key.into(), unit.into()],
    )?;
    let version = row.as_ref().map_or(0, |row| row.int(1));
    if let Some(row) = row.filter(|row| !row.text(0).is_empty()) {
        return Ok(Kept { layout: read(row.text(0))?, version, own: true });
    }
    let around = match unit.is_nil() {
        true => Layout::default(),
        false => {
            let tree = identity::units::tree(cx)?;
            let nearest = tree.ancestors(unit).first().map_or(Id::NIL, |unit| unit.id);
            of_unit(cx, object, nearest)?.layout
        }
    };
    Ok(Kept { layout: around, version, own: false })
}

/// Changes the layout for a team, or for everybody where the unit is nil. The new version.
pub fn change(tx: &mut Tx, object: &Object, unit: Id, step: &Step) -> Result<i64> {
    if tx.dialect() == Dialect::Postgres {
        // Two who arrange it at once wait for each other; SQLite has one writer anyway.
        let lock = format!("layout:{}:{}:{unit}", tx.workspace(), object.key);
        tx.query("SELECT pg_advisory_xact_lock(hashtextextended(?1, 7203145))", &[lock.into()])?;
    }
    let kept = of_unit(tx, object, unit)?;
    let mut layout = kept.layout;
    step.apply(&mut layout, object, &stackable(tx)?)?;
    keep(tx, object, unit, &serde_json::to_string(&layout).map_err(Error::internal)?)
}

/// Nobody arranged it any more. The new version.
pub fn reset(tx: &mut Tx, object: &Object, unit: Id) -> Result<i64> {
    keep(tx, object, unit, "")
}

/// Takes the last change back; a conflict when it is not the last any more.
pub fn undo(tx: &mut Tx, object: &Object, unit: Id, version: i64) -> Result<()> {
    tx.require(Role::Admin)?;
    let taken = tx.execute(
        "UPDATE layouts SET definition = previous, previous = definition, version = version + 1 \
         WHERE workspace_id = ?1 AND object = ?2 AND unit_id = ?3 AND version = ?4",
        &[tx.workspace().into(), object.key.into(), unit.into(), version.into()],
    )?;
    tx.emit("layouts");
    if taken == 1 { Ok(()) } else { Err(Error::conflict("layout-changed-since")) }
}

fn keep(tx: &mut Tx, object: &Object, unit: Id, definition: &str) -> Result<i64> {
    tx.require(Role::Admin)?;
    if !unit.is_nil() {
        identity::units::tree(tx)?.find(unit)?;
    }
    let params: [Value; 4] = [tx.workspace().into(), object.key.into(), unit.into(), definition.into()];
    tx.execute(
        "INSERT INTO layouts (workspace_id, object, unit_id, definition, previous, version) VALUES (?1, ?2, ?3, ?4, '', 1) \
         ON CONFLICT (workspace_id, object, unit_id) DO UPDATE SET previous = layouts.definition, \
         definition = excluded.definition, version = layouts.version + 1",
        &params,
    )?;
    tx.emit("layouts");
    let row = tx.query_one(
        "SELECT version FROM layouts WHERE workspace_id = ?1 AND object = ?2 AND unit_id = ?3",
        &params[..3],
    )?;
    Ok(row.map_or(0, |row| row.int(0)))
}

/// The objects whose cards may stand beside others.
fn stackable(cx: &Cx) -> Result<Vec<&'static str>> {
    Ok(crate::catalog(cx)?.cards().map(|object| object.key).collect())
}
