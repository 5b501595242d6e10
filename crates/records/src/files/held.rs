//! Which cards hold a file or held it once, and so who may read it: whoever sees one of them and the field it stands in;
//! as long as no card does, whoever sent it.

use kernel::{Cx, Error, FieldErrors, Result, Text, Tx, Value};

use crate::{Field, Object, Record, access, access::Verb, catalog, field::as_id, files, save::Values};

/// Writes down which files a record has come to hold. They stay its own, because its history shows them.
pub(crate) fn remember(tx: &mut Tx, before: Option<&Record>, after: &Record) -> Result<()> {
    for (at, field) in after.object.fields.iter().enumerate() {
        let value = &after.values[at];
        if value.is_null() || !is_file(field) || before.is_some_and(|before| before.values[at] == *value) {
            continue;
        }
        let Some(id) = value.get("id").and_then(as_id) else { continue };
        tx.execute(
            "INSERT INTO file_holders (workspace_id, file_id, record_id, field, object) VALUES (?1, ?2, ?3, ?4, ?5) \
             ON CONFLICT DO NOTHING",
            &[
                tx.workspace().into(),
                id.into(),
                after.id.into(),
                Value::from(&field.key),
                after.object.key.into(),
            ],
        )?;
    }
    Ok(())
}

/// Adds an error for each file that the actor may not read: else knowing its id would be enough to put it on a card of one's own.
pub(crate) fn check(
    cx: &Cx,
    object: &Object,
    before: Option<&Record>,
    values: &Values,
    errors: &mut FieldErrors,
) -> Result<()> {
    for (key, value) in values.iter().filter(|(_, value)| !value.is_null()) {
        let has = |before: &Record| before.get(key) == value;
        let file = object.at(key).is_some_and(|at| is_file(&object.fields[at]));
        let Some(id) = value.get("id").and_then(as_id).filter(|_| file && !before.is_some_and(has)) else {
            continue;
        };
        match files::find(cx, id) {
            Ok(_) => {}
            Err(Error::NotFound) => errors.add(key, Text::new("not-a-file")),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// The condition on `files f` under which the actor may read it, to be put behind others.
pub(super) fn readable(cx: &Cx) -> Result<String> {
    let held = "FROM file_holders h WHERE h.workspace_id = f.workspace_id AND h.file_id = f.id";
    let seen = access::and_seen_rows(cx, "h.object", "h.record_id")?;
    let me = access::literal(cx, cx.actor().user().unwrap_or_default());
    let mut hidden = String::new();
    for object in catalog(cx)?.objects() {
        for field in object.fields.iter().filter(|field| is_file(field)) {
            if access::fields::hides(cx, object, &field.key)? {
                hidden.push_str(&format!(
                    " AND NOT (h.object = '{}' AND h.field = '{}')",
                    object.key, field.key
                ));
            }
        }
    }
    Ok(format!(
        " AND (EXISTS (SELECT 1 {held}{seen}{hidden}) OR (NOT EXISTS (SELECT 1 {held}) \
         AND (f.created_by = {me} OR (f.created_by IS NULL AND ({})))))",
        on_a_card(cx)?
    ))
}

/// Files of before it was written down who holds them stand in fields that every workspace has; they are looked for there.
fn on_a_card(cx: &Cx) -> Result<String> {
    // No id is empty; the parameter stands in the statement even where every such field is hidden.
    let mut any = vec!["?3 = ''".to_owned()];
    for object in catalog(cx)?.objects() {
        let within = access::and_within(cx, object, "t", Verb::See)?;
        for field in object.fields.iter().filter(|field| is_file(field) && !field.own) {
            if !access::fields::hides(cx, object, &field.key)? {
                any.push(format!(
                    "EXISTS (SELECT 1 FROM {} AS t WHERE t.workspace_id = f.workspace_id \
                     AND t.\"{}\" LIKE '%' || ?3 || '%'{within})",
                    object.table, field.key
                ));
            }
        }
    }
    Ok(any.join(" OR "))
}

fn is_file(field: &Field) -> bool {
    field.kind.key() == "file"
}
