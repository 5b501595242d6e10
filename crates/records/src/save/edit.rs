//! Editing a record, field by field: two people who edit different fields both win; of two who edit the same, the
//! second is told.

use std::{collections::BTreeMap, sync::Arc};

use kernel::{Cx, FieldErrors, Id, Result, Text, Tx, Value};

use crate::{
    Json, Record,
    access::{self, Verb},
    behavior::{Done, Pending},
    changes::{self, ChangeSet, Fields, Kind, Made},
    field::{EMPTY_NUMBER, Reading},
    files,
    formula::Moment,
    object::Object,
    own, record,
    save::{Values, create, follow},
    shape::{self, compute, unique},
    tally,
};

/// What became of an edit.
#[derive(Debug)]
pub enum Edited {
    /// Kept; the record as it is now.
    Saved(Box<Record>),
    /// Nothing was kept: somebody else changed these fields since they were read.
    Clashed(Vec<Clash>),
}

impl Edited {
    /// The record, or a conflict.
    pub fn saved(self) -> Result<Record> {
        match self {
            Edited::Saved(record) => Ok(*record),
            Edited::Clashed(_) => Err(kernel::Error::conflict("changed-by-someone-else")),
        }
    }
}

/// One field that two people changed.
#[derive(Debug, Clone)]
pub struct Clash {
    pub field: String,
    pub mine: Json,
    pub theirs: Json,
    /// Who changed it meanwhile and when, when the history says.
    pub made: Option<Made>,
}

/// Changes fields of a record. `seen` holds, for each field that should not be overwritten blindly, the value that
/// the person saw when they began.
pub fn edit(
    tx: &mut Tx,
    set: &mut ChangeSet,
    object: &Arc<Object>,
    id: Id,
    values: Values,
    seen: &Values,
) -> Result<Edited> {
    set.settle(tx, id)?;
    let before = settled(tx, object, id)?;
    let object = &before.object.clone();
    access::require_on(tx, &before, Verb::Edit)?;
    if before.trashed_at.is_some() {
        return Err(kernel::Error::conflict("record-is-trashed"));
    }
    let mut errors = FieldErrors::default();
    let mut values = create::checked(object, values, &mut errors)?;
    access::fields::check_writing(tx, object, Some(&before), &values)?;
    values.retain(|key, value| before.get(key) != value);
    let clashes = clashes(tx, &before, &values, seen)?;
    if !clashes.is_empty() {
        return Ok(Edited::Clashed(clashes));
    }
    let mut values = completed(tx, &before, values, errors)?;
    values.retain(|key, value| before.get(key) != value);
    if values.is_empty() {
        return Ok(Edited::Saved(Box::new(access::fields::withhold(tx, before)?)));
    }
    let fields: Fields =
        values.iter().map(|(key, value)| (key.clone(), (before.get(key).clone(), value.clone()))).collect();
    let after = write(tx, &before, values)?;
    set.name_after(|| after.title(&Reading::plain(tx)));
    set.add(tx, object.key, id, Kind::Edited, &fields)?;
    if fields.contains_key(object.owner) {
        set.news.assigned(&after, tx.actor().user());
    }
    follow::consequences(tx, set, &Done { before: Some(&before), after: &after })?;
    Ok(Edited::Saved(Box::new(access::fields::withhold(tx, after)?)))
}

/// The record to be changed, with all values in the types that their fields have now.
pub(crate) fn settled(tx: &mut Tx, object: &Arc<Object>, id: Id) -> Result<Record> {
    let object = shape::hold(tx, object)?;
    let record = record::find_to_change(tx, &object, id)?;
    if record.left.is_empty() {
        return Ok(record);
    }
    shape::convert::settle(tx, &record)?;
    record::find_to_change(tx, &object, id)
}

/// Writes values that stand under another name among the own ones, even where they read the same.
pub(crate) fn rewrite(tx: &mut Tx, before: &Record, values: Values) -> Result<()> {
    write(tx, before, values).map(drop)
}

/// What [`edit`] would refuse, without writing.
pub(crate) fn may_edit(cx: &Cx, before: &Record, values: Values) -> Result<()> {
    access::require_on(cx, before, Verb::Edit)?;
    let mut errors = FieldErrors::default();
    let values = create::checked(&before.object, values, &mut errors)?;
    access::fields::check_writing(cx, &before.object, Some(before), &values)?;
    completed(cx, before, values, errors).map(|_| ())
}

/// The values as the behaviour completes them, if nothing is wrong with them.
fn completed(cx: &Cx, before: &Record, values: Values, mut errors: FieldErrors) -> Result<Values> {
    follow::check_references(cx, &before.object, &values, &mut errors)?;
    files::check(cx, &before.object, Some(before), &values, &mut errors)?;
    let mut pending = Pending { before: Some(before), values };
    follow::completed(cx, &before.object, &mut pending, &mut errors)?;
    unique::check(cx, &before.object, Some(before.id), &pending.values, &mut errors)?;
    let moment = Moment::of(cx, &before.object)?;
    compute::check(&before.object, Some(before), &pending.values, moment, &mut errors);
    for field in before.object.fields.iter().filter(|field| field.required && !field.retired) {
        if pending.values.get(&field.key).is_some_and(Json::is_null) && errors.get(&field.key).is_none() {
            errors.add(&field.key, Text::new("required"));
        }
    }
    errors.into_result()?;
    Ok(pending.values)
}

/// What the record would become, with whatever is wrong with it, without writing: for a form that is still being filled in.
pub fn rehearse(cx: &Cx, before: &Record, values: Values) -> Result<(Values, FieldErrors)> {
    access::require_on(cx, before, Verb::Edit)?;
    let mut errors = FieldErrors::default();
    let values = create::checked(&before.object, values, &mut errors)?;
    access::fields::check_writing(cx, &before.object, Some(before), &values)?;
    follow::check_references(cx, &before.object, &values, &mut errors)?;
    let mut pending = Pending { before: Some(before), values };
    follow::completed(cx, &before.object, &mut pending, &mut errors)?;
    Ok((pending.values, errors))
}

/// Sets computed fields as a rule's consequence: no history of its own, no further consequences.
pub fn derive(tx: &mut Tx, object: &Arc<Object>, id: Id, values: Values) -> Result<()> {
    let _free = access::freely(tx)?;
    let before = settled(tx, object, id)?;
    let mut errors = FieldErrors::default();
    let mut values = create::checked(&before.object, values, &mut errors)?;
    errors.into_result()?;
    values.retain(|key, value| before.get(key) != value);
    if !values.is_empty() {
        write(tx, &before, values)?;
    }
    Ok(())
}

/// Gives very many records of an object their numbers in one computed field, as [`derive`] does: without history, and without
/// saying that they were changed. Where something else follows from the field, each is derived for itself.
pub fn derive_numbers(
    tx: &mut Tx,
    object: &Arc<Object>,
    field: &str,
    numbers: &[(Id, Option<i64>)],
) -> Result<()> {
    let _free = access::freely(tx)?;
    let declared = object.field(field)?;
    let followed = !object.formulas.is_empty()
        || !crate::catalog(tx)?.watching(object.key).is_empty()
        || tally::counts(tx, object)?;
    if followed || !declared.computed || declared.own {
        return numbers.iter().try_for_each(|(id, number)| {
            let value = number.map_or(Json::Null, Json::from);
            derive(tx, object, *id, Values::from_iter([(field.to_owned(), value)]))
        });
    }
    let mut alike: BTreeMap<Option<i64>, Vec<Id>> = BTreeMap::new();
    numbers.iter().for_each(|(id, number)| alike.entry(*number).or_default().push(*id));
    for (number, ids) in alike {
        for ids in ids.chunks(record::MOST_AT_ONCE) {
            let (marks, mut params) = record::these(tx, ids);
            params.push(number.unwrap_or(EMPTY_NUMBER).into());
            let sql = format!(
                "UPDATE {} SET \"{}\" = ?{} WHERE workspace_id = ?1 AND id IN ({marks})",
                object.table,
                declared.stored(),
                params.len()
            );
            tx.execute(&sql, &params)?;
        }
    }
    tx.emit(object.key);
    Ok(())
}

/// As [`derive`], for a record that was just read and whose formulas may be out of date; says how it is now.
pub(crate) fn rederive(tx: &mut Tx, before: &Record, mut values: Values) -> Result<Record> {
    let fresh = (!before.left.is_empty()).then(|| settled(tx, &before.object, before.id)).transpose()?;
    let before = fresh.as_ref().unwrap_or(before);
    let object = &before.object;
    let mut after = before.values.clone();
    for (key, value) in &values {
        if let Some(at) = object.at(key) {
            after[at] = value.clone();
        }
    }
    compute::fill(object, &mut after, Moment::of(tx, object)?);
    for (at, _) in &object.formulas {
        values.insert(object.fields[*at].key.clone(), after[*at].clone());
    }
    values.retain(|key, value| before.get(key) != value);
    if values.is_empty() { Ok(before.clone()) } else { write(tx, before, values) }
}

/// Gives fields these values as a merge and its undo do: remembered as a change of this kind beside what `remembered`
/// holds, but bringing nothing about, and in the trash too.
pub(crate) fn replace(
    tx: &mut Tx,
    set: &mut ChangeSet,
    before: &Record,
    values: Values,
    kind: Kind,
    remembered: Fields,
) -> Result<()> {
    let mut fields = remembered;
    for (key, value) in &values {
        fields.insert(key.clone(), (before.get(key).clone(), value.clone()));
    }
    set.add(tx, before.object.key, before.id, kind, &fields)?;
    put(tx, before, values)
}

/// The same without history, for what a rule derived meanwhile.
pub(crate) fn put(tx: &mut Tx, before: &Record, mut values: Values) -> Result<()> {
    values.retain(|key, value| before.get(key) != value);
    if values.is_empty() { Ok(()) } else { write(tx, before, values).map(drop) }
}

/// The values that a record would be kept with if it were edited so; fails with what is wrong with each field.
pub(crate) fn completed_edit(cx: &Cx, before: &Record, values: Values) -> Result<Values> {
    let mut errors = FieldErrors::default();
    let values = create::checked(&before.object, values, &mut errors)?;
    completed(cx, before, values, errors)
}

fn write(tx: &mut Tx, before: &Record, mut values: Values) -> Result<Record> {
    values.insert("updated_at".to_owned(), tx.now().micros().into());
    let reading = Reading::plain(tx);
    let mut after = before.clone();
    let mut assignments = Vec::new();
    let mut owned = false;
    let mut params: Vec<Value> = vec![tx.workspace().into(), before.id.into()];
    for (key, value) in values {
        let Some(at) = before.object.at(&key) else { continue };
        let field = &before.object.fields[at];
        if field.own {
            owned = true;
            after.values[at] = value;
            continue;
        }
        for (column, bound) in field.columns().iter().zip(create::columns(field, &value, &reading.locale)) {
            params.push(bound);
            assignments.push(format!("\"{}\" = ?{}", column.name, params.len()));
        }
        after.values[at] = value;
    }
    compute::fill(&before.object, &mut after.values, Moment::of(tx, &before.object)?);
    if owned || !before.object.formulas.is_empty() {
        let packed = own::pack(before.object.fields.iter().zip(&after.values), &reading.locale);
        params.push(if packed.is_empty() { "{}".into() } else { packed.into() });
        assignments.push(format!("\"{}\" = ?{}", own::COLUMN, params.len()));
    }
    let sql = format!(
        "UPDATE {} SET {} WHERE workspace_id = ?1 AND id = ?2",
        before.object.table,
        assignments.join(", ")
    );
    tx.execute(&sql, &params)?;
    follow::kept(tx, Some(before), &after, &reading)?;
    Ok(after)
}

/// The fields whose value is neither what was seen nor what is wanted.
fn clashes(tx: &Tx, before: &Record, values: &Values, seen: &Values) -> Result<Vec<Clash>> {
    let mut found = Vec::new();
    for (key, mine) in values {
        let Some(expected) = seen.get(key) else { continue };
        let theirs = before.get(key);
        if expected == theirs {
            continue;
        }
        let history = changes::of_record(tx, before.id, None, 50)?;
        let made =
            history.into_iter().find(|change| change.fields.contains_key(key)).map(|change| change.made);
        found.push(Clash { field: key.clone(), mine: mine.clone(), theirs: theirs.clone(), made });
    }
    Ok(found)
}
