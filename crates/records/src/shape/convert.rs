//! Changing the type of an own field. First it is shown what each value becomes ([`survey`]); then the type changes at once, and
//! the values follow as one change set that one undo takes back, the type with them. Each type's values stand under a name of
//! their own ([`super::past`]), and whoever saves a card that was not come to yet brings it over ([`settle`]), so that nobody
//! waits and nothing that is written meanwhile is lost.

mod dependents;
mod job;
mod settle;
mod survey;
pub(crate) mod value;

use std::sync::Arc;

use kernel::{Cx, Error, FieldErrors, Id, Result, Text, Tx, db::Dialect};

pub(crate) use self::settle::{in_passing, settle};
pub use self::{
    dependents::{Dependent, Use, dependents},
    job::Convert,
    survey::{MOST_OPTIONS, Outcome, Sample, Survey, decimals_of, survey},
};
use super::{
    FieldShape, OwnKind,
    past::{PastShape, Reader},
    recalculate,
    store::{self, change},
    unique,
};
use crate::{
    Field, Json, Object,
    changes::{Change, ChangeSet},
    import::style::Style,
    object::object,
    save,
    undo::{Kept, Undone},
};

const LABEL: &str = "change-type-changed";
/// So many cards are brought over while somebody waits.
const AT_ONCE: u64 = 1_000;
/// Cards of one statement.
const PAGE: usize = 200;

/// The types that a field of another type may get: those whose values somebody types.
pub const TARGETS: [&str; 15] = [
    "text",
    "long_text",
    "number",
    "money",
    "date",
    "date_time",
    "partial_date",
    "yes_no",
    "select",
    "multi_select",
    "user",
    "rating",
    "emails",
    "phones",
    "links",
];

/// The type that somebody wants.
#[derive(Debug, Clone)]
pub struct Wanted {
    pub kind: OwnKind,
    /// Each word among the values becomes an option.
    pub options_of_values: bool,
    /// Each value stands once, from now on too.
    pub unique: bool,
}

/// What becomes of values that the new type cannot hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lost {
    /// They are left empty; history has them.
    LeaveEmpty,
    /// Then nothing is changed at all.
    Stop,
}

/// What was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Begun {
    /// The change set it becomes.
    pub set: Id,
    /// Where many values follow.
    pub job: Option<Id>,
}

/// Whether the type of this field can be changed.
pub fn changeable(field: &Field) -> bool {
    field.own
        && !field.computed
        && !field.retired
        && (TARGETS.contains(&field.kind.key()) || field.kind.key() == "socials")
}

/// Changes the type as it was surveyed.
pub fn begin(
    tx: &mut Tx,
    object: &Arc<Object>,
    key: &str,
    survey: &Survey,
    wanted: (&Wanted, Lost),
) -> Result<Begun> {
    alone(tx)?;
    let object = crate::object::object(tx, object.key)?;
    let field = object.field(key)?.clone();
    let (wanted, lost) = wanted;
    check(tx, &object, &field, survey, lost)?;
    let label = field.label.as_deref().unwrap_or(key).to_owned();
    let mut set = ChangeSet::new(tx, LABEL).about(label);
    set.store(tx)?;
    let kind = survey.kind.clone();
    let (unique, default, reader) = (wanted.unique, survey.default.clone(), survey.reader.clone());
    if field.unique {
        unique::end(tx, &object, key)?;
    }
    change(tx, object.key, |_, shape| {
        let known = shape.fields.iter_mut().find(|known| known.key == key).ok_or(Error::NotFound)?;
        turn(known, Turn { kind, unique, default, until: set.id, restores: None, reader })
    })?;
    let many = survey.filled() > AT_ONCE;
    Ok(Begun { set: set.id, job: follow(tx, object.key, key, set.id, many)? })
}

/// A field of another type from now on.
struct Turn {
    kind: OwnKind,
    unique: bool,
    default: Json,
    until: Id,
    restores: Option<Id>,
    reader: Reader,
}

fn turn(known: &mut FieldShape, turn: Turn) -> Result<()> {
    let Some(was) = known.kind.replace(turn.kind) else { return Err(Error::NotFound) };
    known.past.push(PastShape {
        kind: was,
        unique: std::mem::replace(&mut known.unique, turn.unique),
        default: std::mem::replace(&mut known.default, turn.default),
        until: turn.until,
        restores: turn.restores,
        reader: turn.reader,
    });
    known.generation += 1;
    known.changing = true;
    Ok(())
}

/// Nobody else writes by the old catalogue when this returns: on PostgreSQL everybody who saves a card with own fields holds
/// the same lock together ([`store::hold`]); SQLite has one writer anyway.
fn alone(tx: &mut Tx) -> Result<()> {
    if tx.dialect() == Dialect::Postgres {
        tx.query("SELECT pg_advisory_xact_lock(hashtextextended(?1, 7203144))", &[store::lock_of(tx)])?;
    }
    store::renew(tx);
    Ok(())
}

fn check(tx: &Tx, object: &Object, field: &Field, survey: &Survey, lost: Lost) -> Result<()> {
    let refused = |key: &str, text: Text| Err(Error::Invalid(FieldErrors::of(key.to_owned(), text)));
    if !changeable(field) {
        return refused("kind", Text::new("type-stays"));
    }
    if is_changing(tx, object.key, &field.key)? {
        return Err(Error::conflict("type-is-changing"));
    }
    if let Some(needs) = dependents(tx, object, field)?.into_iter().find(|one| one.refuses) {
        return refused("kind", Text::new("type-needed-by").with("name", needs.name));
    }
    if !survey.doubles.is_empty() {
        return refused("unique", Text::new("values-not-unique").with("values", survey.doubles.join(", ")));
    }
    let bare = value::is_bare(&*survey.kind.field_type());
    if survey.too_many_options {
        return refused("options", Text::new("too-many-options").with("max", MOST_OPTIONS));
    }
    if bare
        && !matches!(
            &survey.kind,
            OwnKind::Select { open: true, .. } | OwnKind::MultiSelect { open: true, .. }
        )
    {
        return refused("options", Text::new("options-needed"));
    }
    if lost == Lost::Stop && (survey.lost > 0 || survey::lost_since(tx, object, field, survey)?) {
        return refused("lost", Text::new("values-would-be-lost").with("count", survey.lost.max(1)));
    }
    Ok(())
}

/// The values of the field are being brought over.
pub fn is_changing(cx: &Cx, object: &str, key: &str) -> Result<bool> {
    Ok(store::of_object(cx, object)?.field(key).is_some_and(|known| known.changing))
}

/// Brings the values over, now or by a job.
fn follow(tx: &mut Tx, of: &str, key: &str, set: Id, many: bool) -> Result<Option<Id>> {
    if many {
        let job = Convert { object: of.to_owned(), field: key.to_owned(), set };
        return jobs::enqueue(tx, &job).map(Some);
    }
    let mut after = Id::NIL;
    while let Some((last, _)) = page(tx, of, key, after)? {
        after = last;
    }
    finish(tx, of, key, set)?;
    Ok(None)
}

/// The next cards.
fn page(tx: &mut Tx, of: &str, key: &str, after: Id) -> Result<Option<(Id, u64)>> {
    let object = object(tx, of)?;
    let Some(field) = object.at(key).map(|at| object.fields[at].clone()) else { return Ok(None) };
    settle::page(tx, &object, &field, after, PAGE)
}

/// All values have come over.
fn finish(tx: &mut Tx, of: &str, key: &str, set: Id) -> Result<()> {
    store::follow(tx, of, |_, shape| {
        if let Some(known) = shape.fields.iter_mut().find(|known| known.key == key) {
            known.changing = false;
        }
        Ok(())
    })?;
    tx.execute(
        "UPDATE change_sets SET touched = (SELECT COUNT(*) FROM changes c WHERE c.workspace_id = ?1 AND c.set_id = ?2) \
         WHERE workspace_id = ?1 AND id = ?2",
        &[tx.workspace().into(), set.into()],
    )?;
    // What a formula says of nothing may be another thing under another type.
    let object = object(tx, of)?;
    let asked = object.formulas.iter().any(|(_, formula)| formula.names().any(|name| name == key));
    if asked { recalculate::begin(tx, of) } else { Ok(()) }
}

/// Before a set that changed a type is taken back; nothing for other sets.
pub(crate) fn hold(tx: &mut Tx, set: Id) -> Result<()> {
    if turned_by(tx, set)?.is_some() { alone(tx) } else { Ok(()) }
}

/// When a set changed a type: the type comes back, and the values with it. Nothing for other sets; a conflict when the type was
/// changed again since.
pub(crate) fn restore(tx: &mut Tx, set: Id, undoing: Id) -> Result<()> {
    let Some((of, key, last)) = turned_by(tx, set)? else { return Ok(()) };
    if !last {
        return Err(Error::conflict("type-changed-again"));
    }
    if is_changing(tx, &of, &key)? {
        return Err(Error::conflict("type-is-changing"));
    }
    let object = object(tx, &of)?;
    if object.field(&key)?.unique {
        unique::end(tx, &object, &key)?;
    }
    let reader = Reader::of(tx, Style::default());
    change(tx, &of, |_, shape| {
        let known = shape.fields.iter_mut().find(|known| known.key == key).ok_or(Error::NotFound)?;
        let before = known.past.last().cloned().ok_or(Error::NotFound)?;
        turn(
            known,
            Turn {
                kind: before.kind,
                unique: before.unique,
                default: before.default,
                until: undoing,
                restores: Some(set),
                reader,
            },
        )
    })
}

/// The object and field whose type a set changed, and whether it was the last to do so.
fn turned_by(cx: &Cx, set: Id) -> Result<Option<(String, String, bool)>> {
    let catalog = super::catalog(cx)?;
    for object in catalog.objects() {
        let turned = |field: &&Field| field.past.iter().any(|past| past.until == set);
        if let Some(field) = object.fields.iter().find(turned) {
            let last = field.past.last().is_some_and(|past| past.until == set);
            return Ok(Some((object.key.to_owned(), field.key.clone(), last)));
        }
    }
    Ok(None)
}

/// Takes back one change of a set that changed a type. Whether it was one.
pub(crate) fn put_back(
    tx: &mut Tx,
    undoing: &mut ChangeSet,
    object: &Arc<Object>,
    change: &Change,
    undone: &mut Undone,
) -> Result<bool> {
    let turned = |field: &&Field| {
        field.past.last().is_some_and(|past| past.until == undoing.id && past.restores == Some(change.set))
    };
    let Some(field) = object.fields.iter().find(turned).cloned() else { return Ok(false) };
    let Some((was, became)) = change.fields.get(&field.key) else { return Ok(false) };
    // Whoever still has what the change of type made of it gets back what was there.
    let now = save::settled(tx, object, change.record)?;
    let current = now.get(&field.key).clone();
    if current == *was {
        undone.taken_back += 1;
    } else if current.is_null() && became.is_null() {
        settle::remember(tx, undoing.id, (object.key, now.id), &field, (Json::Null, was.clone()))?;
        save::rewrite(tx, &now, save::Values::from_iter([(field.key.clone(), was.clone())]))?;
        undone.taken_back += 1;
    } else {
        let (field, was) = (Some(field.key.clone()), was.clone());
        undone.kept.push(Kept { field, was, now: current, ..Kept::whole(change, "") });
    }
    Ok(true)
}

/// The end of an undo: the values that were entered since come over too.
pub(crate) fn complete(tx: &mut Tx, undoing: Id) -> Result<()> {
    let Some((of, key, _)) = turned_by(tx, undoing)? else { return Ok(()) };
    let mut after = Id::NIL;
    for _ in 0..AT_ONCE / PAGE as u64 {
        match page(tx, &of, &key, after)? {
            Some((last, _)) => after = last,
            None => return finish(tx, &of, &key, undoing),
        }
    }
    follow(tx, &of, &key, undoing, true).map(drop)
}
