//! Who is whose spouse in a file, and who belongs to which group: remembered while its cards come in, and made into
//! relations and tags when all are there.

use kernel::{Cx, Id, Result, Tx, Value};

use crate::{
    Json,
    changes::ChangeSet,
    exchange::Meaning,
    import::{cards::bare_uid, draft::RelatedDraft, merge},
    links::{self, NewLink},
    lookups::{self, Lookup},
    object, record,
    save::{self, Values},
};

/// A group has this instead of a role; its tag follows.
const GROUP: &str = "group:";

pub(super) fn remember(
    tx: &mut Tx,
    import: Id,
    object: &str,
    card: Id,
    related: &[RelatedDraft],
) -> Result<()> {
    for one in related {
        insert(tx, import, object, card, one)?;
    }
    Ok(())
}

pub(super) fn remember_group(
    tx: &mut Tx,
    import: Id,
    object: &str,
    tag: &str,
    members: &[String],
) -> Result<()> {
    for member in members {
        let role = format!("{GROUP}{tag}");
        insert(tx, import, object, Id::NIL, &RelatedDraft { role, who: member.clone(), by_uid: true })?;
    }
    Ok(())
}

fn insert(tx: &mut Tx, import: Id, object: &str, card: Id, related: &RelatedDraft) -> Result<()> {
    let id = tx.new_id();
    tx.execute(
        "INSERT INTO import_relations (workspace_id, import_id, id, from_object, from_id, role, who, by_uid) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        &[
            tx.workspace().into(),
            import.into(),
            id.into(),
            object.into(),
            card.into(),
            Value::from(&related.role),
            Value::from(&related.who),
            related.by_uid.into(),
        ],
    )?;
    Ok(())
}

/// Makes a few of those that are left; whether there were any.
pub(super) fn make_some(tx: &mut Tx, set: &mut ChangeSet, import: Id) -> Result<bool> {
    let rows = tx.query(
        "SELECT id, from_object, from_id, role, who, by_uid FROM import_relations \
         WHERE workspace_id = ?1 AND import_id = ?2 ORDER BY id LIMIT 200",
        &[tx.workspace().into(), import.into()],
    )?;
    for row in &rows {
        let related = RelatedDraft { role: row.get(3)?, who: row.get(4)?, by_uid: row.get(5)? };
        make(tx, set, row.text(1), row.get(2)?, &related)?;
        let key: [Value; 3] = [tx.workspace().into(), import.into(), row.value(0).clone()];
        tx.execute(
            "DELETE FROM import_relations WHERE workspace_id = ?1 AND import_id = ?2 AND id = ?3",
            &key,
        )?;
    }
    Ok(!rows.is_empty())
}

fn make(tx: &mut Tx, set: &mut ChangeSet, object: &str, card: Id, related: &RelatedDraft) -> Result<()> {
    let Some(other) = who(tx, object, related)? else { return Ok(()) };
    if let Some(tag) = related.role.strip_prefix(GROUP) {
        return give_tag(tx, set, object, other, tag);
    }
    let declared = object::object(tx, object)?;
    let Some(role) = declared.exchange.role(&related.role) else { return Ok(()) };
    if other == card {
        return Ok(());
    }
    let (from, to) = if role.forth { (card, other) } else { (other, card) };
    // The other card may name this one too: one relation stands for both.
    let symmetric = crate::catalog(tx)?.link_kinds.iter().any(|kind| kind.key == role.kind && kind.symmetric);
    if symmetric && links::of(tx, card)?.iter().any(|have| have.id == other && have.link.kind == role.kind) {
        return Ok(());
    }
    match links::add(tx, set, &NewLink::new(role.kind, (object, from), (object, to))) {
        Ok(_) | Err(kernel::Error::Invalid(_) | kernel::Error::NotFound) => Ok(()),
        Err(error) => Err(error),
    }
}

/// The one living card that is meant, if it is clear which.
fn who(cx: &Cx, object: &str, related: &RelatedDraft) -> Result<Option<Id>> {
    let key = if related.by_uid {
        let bare = bare_uid(&related.who);
        let spellings = [bare.to_owned(), format!("urn:uuid:{bare}")];
        let found = lookups::find_all(cx, object, "uid", &spellings)?;
        return Ok(found.first().map(|(_, id)| *id));
    } else {
        Lookup::name(&related.who)
    };
    let Some(key) = key else { return Ok(None) };
    let found = lookups::find(cx, object, &key, 2)?;
    Ok(if let [only] = found[..] { Some(only) } else { None })
}

fn give_tag(tx: &mut Tx, set: &mut ChangeSet, object: &str, card: Id, tag: &str) -> Result<()> {
    let object = object::object(tx, object)?;
    let Some(field) = object.exchange.field(Meaning::Tags) else { return Ok(()) };
    let before = record::find(tx, &object, card)?;
    let tags = Values::from_iter([(field.to_owned(), Json::Array(vec![tag.into()]))]);
    let values = merge::changed(&object, |key| before.get(key).clone(), &tags);
    if !values.is_empty() && before.trashed_at.is_none() {
        save::edit(tx, set, &object, card, values, &Values::new())?.saved()?;
    }
    Ok(())
}
