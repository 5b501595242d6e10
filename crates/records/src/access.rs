//! Who may see and change what. Rules are conditions inside every statement that reads records, so lists, counts,
//! sums, search, history, exports and the API cannot leak what a page hides.
//!
//! A record is its owner's, or, as long as nobody owns it, whose who made it ([`Object::responsible`]). What somebody may
//! do reaches as far as their roles say ([`identity::rights`]), and a share adds single cards. Kartotek's own consequences of
//! a permitted change ([`freely`]) reach every card.

pub(crate) mod fields;
mod known;
pub mod sharing;
pub mod why;
mod with_card;

use std::sync::Arc;

use identity::{
    rights::{Circle, Reach},
    shares::May,
};
use kernel::{Actor, Cx, Error, Id, Result, Role, db::Dialect};
use sea_query::{Alias, Condition, Expr, ExprTrait};

pub use identity::rights::Verb;

pub(crate) use self::known::{freely, is_free};
use crate::{Record, catalog, field::as_id, object::Object};

/// With whose records the actor may do this.
pub fn reach(cx: &Cx, object: &Object, verb: Verb) -> Result<Reach> {
    if known::is_free(cx)? {
        return Ok(Reach::All);
    }
    let rights = identity::rights::of(cx)?;
    Ok(if object.goes_with_card {
        with_card::reach(cx, &rights, object, verb)
    } else {
        rights.may(object.key, verb)
    })
}

/// Whether there may be a record with which the actor may do this. For [`Verb::Create`] and [`Verb::Import`]: whether they
/// may do it at all.
pub fn may(cx: &Cx, object: &Object, verb: Verb) -> Result<bool> {
    if cx.workspace().is_nil() {
        return Ok(false);
    }
    Ok(reach(cx, object, verb)? != Reach::None || !shared(cx, object, verb)?.is_empty())
}

/// Whether the actor may do this with this record.
pub fn may_on(cx: &Cx, record: &Record, verb: Verb) -> Result<bool> {
    let object = &record.object;
    if object.goes_with_card && !with_card::holds(cx, record)? {
        return Ok(false);
    }
    if known::circle(cx, reach(cx, object, verb)?)?.holds(responsible(record)) {
        return Ok(true);
    }
    Ok(shared(cx, object, verb)?.contains(&record.id))
}

/// Everybody in the actor's teams, and the actor.
pub(crate) fn team(cx: &Cx) -> Result<Vec<Id>> {
    let mut users = match &*known::circle(cx, Reach::Team)? {
        Circle::Users(users) => users.clone(),
        Circle::Everybody => Vec::new(),
    };
    users.extend(cx.actor().user().filter(|user| !users.contains(user)));
    Ok(users)
}

/// Whose a record is; nil when nobody's.
pub fn responsible(record: &Record) -> Id {
    if let Some(whose) = record.whose {
        return whose;
    }
    let named = record.object.responsible();
    named.into_iter().find_map(|field| as_id(record.get(field))).unwrap_or(Id::NIL)
}

/// `NotFound` when the actor may see no record of this object.
pub fn may_see(cx: &Cx, object: &Object) -> Result<()> {
    if may(cx, object, Verb::See)? { Ok(()) } else { Err(Error::NotFound) }
}

/// `Denied` unless the actor may do this with some record; `NotFound` when they may not even see one.
pub fn require(cx: &Cx, object: &Object, verb: Verb) -> Result<()> {
    if may(cx, object, verb)? {
        return Ok(());
    }
    may_see(cx, object)?;
    Err(Error::Denied)
}

/// `Denied` unless the actor may do this with this record, which they see.
pub fn require_on(cx: &Cx, record: &Record, verb: Verb) -> Result<()> {
    if may_on(cx, record, verb)? { Ok(()) } else { Err(Error::Denied) }
}

/// The condition that tells an object's records from others in the same table; nothing when it has its own. Keys hold no
/// quotes.
pub(crate) fn of_object(object: &Object, alias: &str) -> String {
    if object.shares_table { format!(" AND {alias}.\"object\" = '{}'", object.key) } else { String::new() }
}

/// The records of an object with which the actor may do this, as a condition on the alias of its table.
pub(crate) fn within(cx: &Cx, object: &Object, alias: &str, verb: Verb) -> Result<Condition> {
    let column = |name: &str| Expr::col((Alias::new(alias), Alias::new(name)));
    let ours = Condition::all()
        .add(column("workspace_id").eq(sea_query::Value::from(kernel::Value::Id(cx.workspace()))));
    let ours = if object.shares_table { ours.add(column("object").eq(object.key)) } else { ours };
    Ok(match limit(cx, object, alias, verb)? {
        Some(limit) => ours.add(Expr::cust(limit)),
        None => ours,
    })
}

/// The same for a statement written by hand that names the workspace already: empty, or to be put behind its other conditions.
pub(crate) fn and_within(cx: &Cx, object: &Object, alias: &str, verb: Verb) -> Result<String> {
    let limit = limit(cx, object, alias, verb)?.map_or_else(String::new, |limit| format!(" AND {limit}"));
    Ok(format!("{}{limit}", of_object(object, alias)))
}

/// The records of an object that the actor may see, as [`and_within`].
pub(crate) fn and_seen(cx: &Cx, object: &Object, alias: &str) -> Result<String> {
    and_within(cx, object, alias, Verb::See)
}

/// For rows that name a record by these columns, its object and its id: only those whose record the actor may see. Empty when
/// they see all of every object.
pub(crate) fn and_seen_rows(cx: &Cx, object_column: &str, id_column: &str) -> Result<String> {
    let seen = seen_rows(cx, object_column, id_column, "x", |_| true)?;
    Ok(seen.map_or_else(String::new, |seen| format!(" AND {seen}")))
}

/// The same condition over the objects that are asked for, with this name for their tables; `None` when the actor sees all of
/// them.
fn seen_rows(
    cx: &Cx,
    object_column: &str,
    id_column: &str,
    alias: &str,
    which: impl Fn(&Object) -> bool,
) -> Result<Option<String>> {
    let objects = catalog(cx)?;
    let (mut whole, mut parts) = (Vec::new(), Vec::new());
    for object in objects.objects().iter().filter(|object| which(object)) {
        let key = object.key;
        match limit(cx, object, alias, Verb::See)? {
            None => whole.push(format!("'{key}'")),
            Some(limit) => parts.push(format!(
                "({object_column} = '{key}' AND EXISTS (SELECT 1 FROM {} AS {alias} WHERE {alias}.workspace_id = {} \
                 AND {alias}.id = {id_column}{} AND {limit}))",
                object.table,
                literal(cx, cx.workspace()),
                of_object(object, alias),
            )),
        }
    }
    if parts.is_empty() {
        return Ok(None);
    }
    if !whole.is_empty() {
        parts.push(format!("{object_column} IN ({})", whole.join(", ")));
    }
    Ok(Some(format!("({})", parts.join(" OR "))))
}

/// Whether the actor sees all cards of every kind.
pub(crate) fn sees_everything(cx: &Cx) -> Result<bool> {
    Ok(and_seen_rows(cx, "object", "id")?.is_empty())
}

/// Whether there is such a record, in the trash or not, with which the actor may do this.
pub fn holds(cx: &Cx, object: &Object, id: Id, verb: Verb) -> Result<bool> {
    let within = and_within(cx, object, "t", verb)?;
    let sql = format!("SELECT 1 FROM {} AS t WHERE t.workspace_id = ?1 AND t.id = ?2{within}", object.table);
    Ok(cx.query_one(&sql, &[cx.workspace().into(), id.into()])?.is_some())
}

/// What keeps the actor from all records of an object; `None` when nothing does. Ids are written out, because the text goes
/// into statements of every kind, and few users make few texts.
pub(crate) fn limit(cx: &Cx, object: &Object, alias: &str, verb: Verb) -> Result<Option<String>> {
    let with_card = if object.goes_with_card { with_card::limit(cx, object, alias)? } else { None };
    Ok(match (with_card, limit_of_rights(cx, object, alias, verb)?) {
        (Some(card), Some(rights)) => Some(format!("({card} AND {rights})")),
        (card, rights) => card.or(rights),
    })
}

fn limit_of_rights(cx: &Cx, object: &Object, alias: &str, verb: Verb) -> Result<Option<String>> {
    let users = match &*known::circle(cx, reach(cx, object, verb)?)? {
        Circle::Everybody => return Ok(None),
        Circle::Users(users) => list(cx, users),
    };
    let mut any = Vec::new();
    if !users.is_empty() {
        any.push(format!("{} IN ({users})", whose(cx.dialect(), object, &format!("{alias}."))));
    }
    let shared = shared(cx, object, verb)?;
    if !shared.is_empty() {
        any.push(format!("{alias}.id IN ({})", list(cx, &shared)));
    }
    Ok(Some(if any.is_empty() { "(1 = 0)".to_owned() } else { format!("({})", any.join(" OR ")) }))
}

/// Whose a record is, as an expression over its columns, each with this before it. [`crate::tables`] makes the index that
/// lists of one user's records are read from, and both must say the same.
pub(crate) fn whose(dialect: Dialect, object: &Object, before: &str) -> String {
    let columns = object.responsible();
    let nobody = id_literal(dialect, Id::NIL);
    let mut expression = String::new();
    for (at, column) in columns.iter().enumerate() {
        let column = format!("{before}\"{column}\"");
        expression.push_str(&match at + 1 < columns.len() {
            true => format!("CASE WHEN {column} <> {nobody} THEN {column} ELSE "),
            false => column,
        });
    }
    expression.push_str(&" END".repeat(columns.len().saturating_sub(1)));
    expression
}

/// The records shared with the actor so that they may do this.
fn shared(cx: &Cx, object: &Object, verb: Verb) -> Result<Vec<Id>> {
    let least = match verb {
        // It is the card that is shared.
        _ if object.goes_with_card => return Ok(Vec::new()),
        Verb::See => May::See,
        // Who only reads changes nothing, whatever is shared.
        Verb::Edit if cx.actor().role() >= Role::Member => May::Edit,
        _ => return Ok(Vec::new()),
    };
    if matches!(cx.actor(), Actor::System) {
        return Ok(Vec::new());
    }
    let shares = known::shares(cx)?;
    let shares = shares.0.get(object.key).into_iter().flatten();
    Ok(shares.filter(|(_, may)| *may >= least).map(|(record, _)| *record).collect())
}

/// Whose records of an object the actor sees, and which are shared with them beside; nothing where it depends on more.
pub(crate) fn whom_seen(cx: &Cx, object: &Object) -> Result<Option<(Arc<Circle>, Vec<Id>)>> {
    if object.goes_with_card {
        return Ok(None);
    }
    let circle = known::circle(cx, reach(cx, object, Verb::See)?)?;
    let shared = shared(cx, object, Verb::See)?;
    Ok(Some((circle, shared)))
}

/// Ids as a statement lists them.
pub(crate) fn list(cx: &Cx, ids: &[Id]) -> String {
    ids.iter().map(|id| literal(cx, *id)).collect::<Vec<_>>().join(", ")
}

/// An id as it is written into a statement.
pub(crate) fn literal(cx: &Cx, id: Id) -> String {
    id_literal(cx.dialect(), id)
}

fn id_literal(dialect: Dialect, id: Id) -> String {
    match dialect {
        Dialect::Sqlite => format!("x'{}'", id.to_string().replace('-', "")),
        Dialect::Postgres => format!("CAST('{id}' AS uuid)"),
    }
}
