//! Shapes as they are kept, and the catalogues made of them: one for each workspace, as long as its version stands.

use std::{collections::HashMap, sync::Arc};

use kernel::{Cx, Error, Id, Result, Role, Tx, Value, db::Dialect};
use parking_lot::Mutex;

use super::{Shape, apply};
use crate::{Catalog, Object, access, slow::Wishes};

/// Catalogues kept ready.
const MOST_KEPT: usize = 500;

/// What the application declares, and what workspaces made of it.
#[derive(Debug)]
pub struct Catalogs {
    /// What slow lists wish for.
    pub wishes: Arc<Wishes>,
    base: Arc<Catalog>,
    made: Mutex<HashMap<Id, (i64, Arc<Catalog>)>>,
}

impl Catalogs {
    pub fn new(base: Arc<Catalog>) -> Catalogs {
        Catalogs { wishes: Arc::default(), base, made: Mutex::default() }
    }

    fn of(&self, cx: &Cx) -> Result<Arc<Catalog>> {
        let version = version(cx)?;
        if version == 0 {
            return Ok(self.base.clone());
        }
        let workspace = cx.workspace();
        if let Some((known, made)) = self.made.lock().get(&workspace)
            && *known == version
        {
            return Ok(made.clone());
        }
        let made = Arc::new(apply::apply(&self.base, &all(cx)?));
        let mut kept = self.made.lock();
        if kept.len() >= MOST_KEPT {
            kept.clear();
        }
        kept.insert(workspace, (version, made.clone()));
        Ok(made)
    }
}

/// The objects and relations of the workspace, with the fields that the actor may see.
pub fn catalog(cx: &Cx) -> Result<Arc<Catalog>> {
    cx.once(|| access::fields::for_actor(cx, cx.part::<Catalogs>().of(cx)?))
}

/// What those lock who write by the catalogue and those who change the type of a field.
pub(super) fn lock_of(cx: &Cx) -> Value {
    format!("types:{}", cx.workspace()).into()
}

/// Marks that [`hold`] was done.
struct Held;

/// Before a record with own fields is written: their types stay what they are until this unit of work is over. The object as it
/// is now, where somebody was quicker.
pub(crate) fn hold(cx: &Cx, object: &Arc<Object>) -> Result<Arc<Object>> {
    if !object.fields.iter().any(|field| field.own) {
        return Ok(object.clone());
    }
    cx.once(|| {
        if cx.dialect() == Dialect::Postgres {
            cx.query("SELECT pg_advisory_xact_lock_shared(hashtextextended(?1, 7203144))", &[lock_of(cx)])?;
            renew(cx);
        }
        Ok(Arc::new(Held))
    })?;
    Ok(catalog(cx)?.object(object.key).unwrap_or(object).clone())
}

/// The next who asks gets the catalogue as it is now.
pub(super) fn renew(cx: &Cx) {
    cx.forget::<Catalog>();
}

/// 0 for a workspace that changed nothing.
fn version(cx: &Cx) -> Result<i64> {
    if cx.workspace().is_nil() {
        return Ok(0);
    }
    let row =
        cx.query_one("SELECT version FROM shape_versions WHERE workspace_id = ?1", &[cx.workspace().into()])?;
    Ok(row.map_or(0, |row| row.int(0)))
}

/// All shapes by the key of their object, oldest object first.
fn all(cx: &Cx) -> Result<Vec<(String, Shape)>> {
    let rows = cx.query(
        "SELECT object, definition FROM shapes WHERE workspace_id = ?1 ORDER BY object",
        &[cx.workspace().into()],
    )?;
    rows.iter().map(|row| Ok((row.text(0).to_owned(), serde_json::from_str(row.text(1))?))).collect()
}

/// What the workspace made of one object; empty when nothing.
pub fn of_object(cx: &Cx, object: &str) -> Result<Shape> {
    let row = cx.query_one(
        "SELECT definition FROM shapes WHERE workspace_id = ?1 AND object = ?2",
        &[cx.workspace().into(), object.into()],
    )?;
    row.map_or(Ok(Shape::default()), |row| Ok(serde_json::from_str(row.text(0))?))
}

/// Changes the shape of an object, and lets everybody know: this unit of work sees the new catalogue at once.
pub(super) fn change<T>(
    tx: &mut Tx,
    object: &str,
    work: impl FnOnce(&Tx, &mut Shape) -> Result<T>,
) -> Result<T> {
    tx.require(Role::Admin)?;
    follow(tx, object, work)
}

/// As [`change`], for what follows from a change that an administrator began, who may be one no longer.
pub(super) fn follow<T>(
    tx: &mut Tx,
    object: &str,
    work: impl FnOnce(&Tx, &mut Shape) -> Result<T>,
) -> Result<T> {
    // First, so that two who change it at once wait for each other.
    tx.execute(
        "INSERT INTO shape_versions (workspace_id, version) VALUES (?1, 1) \
         ON CONFLICT (workspace_id) DO UPDATE SET version = shape_versions.version + 1",
        &[tx.workspace().into()],
    )?;
    let mut shape = of_object(tx, object)?;
    let answer = work(tx, &mut shape)?;
    let definition = serde_json::to_string(&shape).map_err(Error::internal)?;
    tx.execute(
        "INSERT INTO shapes (workspace_id, object, definition) VALUES (?1, ?2, ?3) \
         ON CONFLICT (workspace_id, object) DO UPDATE SET definition = excluded.definition",
        &[tx.workspace().into(), object.into(), definition.into()],
    )?;
    renew(tx);
    tx.emit("shapes");
    Ok(answer)
}
