//! Saved views: the address of a list under a name, for oneself, a team or everybody. The address says what is shown (filter,
//! order, columns, board, calendar); what somebody may see of it is the query's business, not the view's.

use identity::{shares, units};
use kernel::{Cx, Error, FieldErrors, Id, Result, Role, Row, Text, Tx, Value};

const LONGEST_NAME: usize = 80;
const LONGEST_ADDRESS: usize = 8_000;
/// What a shared view is called among the shares.
const SHARED: &str = "view";

/// For whom a view is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    Private,
    /// Everybody in this unit and in those that lie in it.
    Team(Id),
    All,
}

impl Scope {
    pub const fn key(self) -> &'static str {
        match self {
            Scope::Private => "private",
            Scope::Team(_) => "team",
            Scope::All => "all",
        }
    }

    fn unit(self) -> Id {
        if let Scope::Team(unit) = self { unit } else { Id::NIL }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    pub id: Id,
    pub object: String,
    pub name: String,
    /// The query string of the list.
    pub address: String,
    pub scope: Scope,
    pub owner: Id,
    pub trashed: bool,
}

const SELECT: &str = "SELECT id, object, name, address, scope, owner_id, unit_id, trashed_at FROM views";

fn read(row: &Row) -> Result<View> {
    let scope = match row.text(4) {
        "team" => Scope::Team(row.get(6)?),
        "all" => Scope::All,
        _ => Scope::Private,
    };
    Ok(View {
        id: row.get(0)?,
        object: row.text(1).to_owned(),
        name: row.text(2).to_owned(),
        address: row.text(3).to_owned(),
        scope,
        owner: row.get(5)?,
        trashed: row.int(7) != 0,
    })
}

/// The views of an object that the actor has, in their order.
pub fn of_object(cx: &Cx, object: &str) -> Result<Vec<View>> {
    let sql = format!(
        "{SELECT} WHERE workspace_id = ?1 AND object = ?2 AND trashed_at = 0 ORDER BY position, created_at, id"
    );
    let rows = cx.query(&sql, &[cx.workspace().into(), object.into()])?;
    let views = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    seen(cx, views)
}

/// One view that the actor has, thrown away or not.
pub fn find(cx: &Cx, id: Id) -> Result<View> {
    let row = cx.query_one(
        &format!("{SELECT} WHERE workspace_id = ?1 AND id = ?2"),
        &[cx.workspace().into(), id.into()],
    )?;
    let found = seen(cx, vec![read(&row.ok_or(Error::NotFound)?)?])?;
    found.into_iter().next().ok_or(Error::NotFound)
}

/// Those that are the actor's own, their teams', everybody's, or shared with them.
fn seen(cx: &Cx, mut views: Vec<View>) -> Result<Vec<View>> {
    let Some(user) = cx.actor().user() else { return Ok(views) };
    let others = views.iter().any(|view| view.owner != user && view.scope != Scope::All);
    if !others {
        return Ok(views);
    }
    let units = my_units(cx)?;
    let shared = shares::with_actor(cx)?.remove(SHARED).unwrap_or_default();
    views.retain(|view| {
        view.owner == user
            || shared.iter().any(|(id, _)| *id == view.id)
            || match view.scope {
                Scope::All => true,
                Scope::Team(unit) => units.contains(&unit),
                Scope::Private => false,
            }
    });
    Ok(views)
}

/// The units that the actor is in, and those around them, the nearest first.
pub fn my_units(cx: &Cx) -> Result<Vec<Id>> {
    let Some(user) = cx.actor().user() else { return Ok(Vec::new()) };
    let tree = units::tree(cx)?;
    let mut found = Vec::new();
    for place in units::units_of(cx, user)? {
        let around = tree.ancestors(place.unit.id).into_iter().map(|unit| unit.id);
        found.extend(std::iter::once(place.unit.id).chain(around));
    }
    Ok(found)
}

/// Saves an address under a name.
pub fn add(tx: &mut Tx, object: &str, name: &str, address: &str, scope: Scope) -> Result<Id> {
    let user = tx.actor().user().ok_or(Error::Denied)?;
    let name = checked(tx, name, address, scope)?;
    let id = tx.new_id();
    let last = tx.query_one(
        "SELECT COALESCE(MAX(position), 0) FROM views WHERE workspace_id = ?1 AND object = ?2",
        &[tx.workspace().into(), object.into()],
    )?;
    let params: [Value; 10] = [
        tx.workspace().into(),
        id.into(),
        object.into(),
        name.into(),
        address.into(),
        scope.key().into(),
        user.into(),
        scope.unit().into(),
        (last.map_or(0, |row| row.int(0)) + 1).into(),
        tx.now().into(),
    ];
    tx.execute(
        "INSERT INTO views (workspace_id, id, object, name, address, scope, owner_id, unit_id, position, created_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        &params,
    )?;
    tx.emit("views");
    Ok(id)
}

fn checked(cx: &Cx, name: &str, address: &str, scope: Scope) -> Result<String> {
    let mut errors = FieldErrors::default();
    let name = name.trim();
    if name.is_empty() {
        errors.add("name", Text::new("required"));
    }
    if name.chars().count() > LONGEST_NAME {
        errors.add("name", crate::field::too_long(LONGEST_NAME));
    }
    if address.len() > LONGEST_ADDRESS {
        errors.add("", Text::new("filter-too-large"));
    }
    if let Scope::Team(unit) = scope
        && units::tree(cx)?.find(unit).is_err()
    {
        errors.add("scope", Text::new("not-a-choice"));
    }
    // Readers arrange their own lists; what colleagues see is for those who may write.
    if scope != Scope::Private && cx.actor().role() < Role::Member {
        return Err(Error::Denied);
    }
    errors.into_result()?;
    Ok(name.to_owned())
}

/// A view that the actor may change: their own, or any for administrators.
fn to_change(tx: &mut Tx, id: Id) -> Result<View> {
    let view = find(tx, id)?;
    let own = Some(view.owner) == tx.actor().user();
    if own || tx.actor().role() >= Role::Admin { Ok(view) } else { Err(Error::Denied) }
}

/// Whether the actor may change the view.
pub fn may_change(cx: &Cx, view: &View) -> bool {
    Some(view.owner) == cx.actor().user() || cx.actor().role() >= Role::Admin
}

/// Gives a view another name and another scope.
pub fn change(tx: &mut Tx, id: Id, name: &str, scope: Scope) -> Result<View> {
    let view = to_change(tx, id)?;
    let name = checked(tx, name, &view.address, scope)?;
    tx.execute(
        "UPDATE views SET name = ?3, scope = ?4, unit_id = ?5 WHERE workspace_id = ?1 AND id = ?2",
        &[tx.workspace().into(), id.into(), name.into(), scope.key().into(), scope.unit().into()],
    )?;
    tx.emit("views");
    Ok(view)
}

/// Keeps another address under the same name.
pub fn keep(tx: &mut Tx, id: Id, address: &str) -> Result<View> {
    let view = to_change(tx, id)?;
    checked(tx, &view.name, address, view.scope)?;
    tx.execute(
        "UPDATE views SET address = ?3 WHERE workspace_id = ?1 AND id = ?2",
        &[tx.workspace().into(), id.into(), address.into()],
    )?;
    tx.emit("views");
    Ok(view)
}

/// Moves a view to the front of its object's, or back by one.
pub fn move_before(tx: &mut Tx, id: Id, before: Option<Id>) -> Result<()> {
    let view = to_change(tx, id)?;
    let mut order: Vec<Id> = of_object(tx, &view.object)?.into_iter().map(|view| view.id).collect();
    order.retain(|other| *other != id);
    let at = before.and_then(|before| order.iter().position(|other| *other == before));
    order.insert(at.unwrap_or(order.len()), id);
    for (position, view) in order.into_iter().enumerate() {
        tx.execute(
            "UPDATE views SET position = ?3 WHERE workspace_id = ?1 AND id = ?2",
            &[tx.workspace().into(), view.into(), (position as i64).into()],
        )?;
    }
    Ok(())
}

/// Throws a view away, or takes it back.
pub fn set_trashed(tx: &mut Tx, id: Id, trashed: bool) -> Result<View> {
    let view = to_change(tx, id)?;
    let at = if trashed { tx.now().micros() } else { 0 };
    tx.execute(
        "UPDATE views SET trashed_at = ?3 WHERE workspace_id = ?1 AND id = ?2",
        &[tx.workspace().into(), id.into(), at.into()],
    )?;
    tx.emit("views");
    Ok(view)
}

/// Puts a view into the actor's sidebar, or takes it out.
pub fn set_favourite(tx: &mut Tx, id: Id, favourite: bool) -> Result<View> {
    let view = find(tx, id)?;
    let user = tx.actor().user().ok_or(Error::Denied)?;
    let key: [Value; 4] = [tx.workspace().into(), user.into(), id.into(), tx.now().into()];
    if favourite {
        tx.execute(
            "INSERT INTO view_favourites (workspace_id, user_id, view_id, at) VALUES (?1, ?2, ?3, ?4) \
             ON CONFLICT DO NOTHING",
            &key,
        )?;
    } else {
        tx.execute(
            "DELETE FROM view_favourites WHERE workspace_id = ?1 AND user_id = ?2 AND view_id = ?3",
            &key[..3],
        )?;
    }
    Ok(view)
}

/// The views in the actor's sidebar, oldest first.
pub fn favourites(cx: &Cx) -> Result<Vec<View>> {
    let Some(user) = cx.actor().user() else { return Ok(Vec::new()) };
    let rows = cx.query(
        "SELECT v.id, v.object, v.name, v.address, v.scope, v.owner_id, v.unit_id, v.trashed_at \
         FROM view_favourites f JOIN views v ON v.workspace_id = f.workspace_id AND v.id = f.view_id \
         WHERE f.workspace_id = ?1 AND f.user_id = ?2 AND v.trashed_at = 0 ORDER BY f.at, v.id",
        &[cx.workspace().into(), user.into()],
    )?;
    let views = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    seen(cx, views)
}

/// Says what a unit, or everybody, sees first of an object; no view takes it back. For administrators.
pub fn set_default(tx: &mut Tx, object: &str, unit: Option<Id>, view: Option<Id>) -> Result<()> {
    tx.require(Role::Admin)?;
    let key: [Value; 3] = [tx.workspace().into(), object.into(), unit.unwrap_or(Id::NIL).into()];
    tx.execute("DELETE FROM view_defaults WHERE workspace_id = ?1 AND object = ?2 AND unit_id = ?3", &key)?;
    if let Some(view) = view {
        find(tx, view)?;
        let params: Vec<Value> = key.into_iter().chain([view.into()]).collect();
        tx.execute(
            "INSERT INTO view_defaults (workspace_id, object, unit_id, view_id) VALUES (?1, ?2, ?3, ?4)",
            &params,
        )?;
    }
    Ok(())
}

/// What the actor sees first of an object: the choice of the nearest unit around them that made one, else everybody's.
pub fn default_of(cx: &Cx, object: &str) -> Result<Option<View>> {
    let rows = cx.query(
        "SELECT unit_id, view_id FROM view_defaults WHERE workspace_id = ?1 AND object = ?2",
        &[cx.workspace().into(), object.into()],
    )?;
    if rows.is_empty() {
        return Ok(None);
    }
    let mut units = my_units(cx)?;
    units.push(Id::NIL);
    for unit in units {
        let Some(row) = rows.iter().find(|row| row.get::<Id>(0).is_ok_and(|id| id == unit)) else { continue };
        match find(cx, row.get(1)?) {
            Ok(view) if !view.trashed => return Ok(Some(view)),
            Ok(_) | Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(None)
}
