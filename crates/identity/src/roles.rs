//! Roles of a workspace's own: a name and a set of rights. Those that are always there are [`kernel::Role`].

use std::collections::HashMap;

use kernel::{Cx, Error, FieldErrors, Id, Result, Role, Row, Tx, Value};

use crate::{fields, members, rights::Rights, workspaces};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnRole {
    pub id: Id,
    pub name: String,
    pub rights: Rights,
}

const SELECT: &str =
    "SELECT r.id, r.name, r.rights FROM roles r WHERE r.workspace_id = ?1 AND r.retired_at IS NULL";

/// The roles in use, by name as the reader's language sorts.
pub fn list(cx: &Cx) -> Result<Vec<OwnRole>> {
    let rows = cx.query(SELECT, &[cx.workspace().into()])?;
    let mut roles = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    let language = cx.locality().language;
    roles.sort_by_cached_key(|role| (locale::sort_key(language, &role.name), role.id));
    Ok(roles)
}

/// One role in use.
pub fn find(cx: &Cx, id: Id) -> Result<OwnRole> {
    let sql = format!("{SELECT} AND r.id = ?2");
    read(&cx.query_one(&sql, &[cx.workspace().into(), id.into()])?.ok_or(Error::NotFound)?)
}

/// The roles in use that somebody was given.
pub fn of_user(cx: &Cx, user: Id) -> Result<Vec<OwnRole>> {
    let sql = format!(
        "{SELECT} AND EXISTS (SELECT 1 FROM user_roles g WHERE g.workspace_id = ?1 AND g.role_id = r.id \
         AND g.user_id = ?2) ORDER BY r.id"
    );
    cx.query(&sql, &[cx.workspace().into(), user.into()])?.iter().map(read).collect()
}

/// The keys of the roles in use that each member was given.
pub fn given(cx: &Cx) -> Result<HashMap<Id, Vec<Id>>> {
    let rows = cx.query(
        "SELECT g.user_id, g.role_id FROM user_roles g \
         JOIN roles r ON r.workspace_id = g.workspace_id AND r.id = g.role_id \
         JOIN memberships m ON m.workspace_id = g.workspace_id AND m.user_id = g.user_id \
         WHERE g.workspace_id = ?1 AND r.retired_at IS NULL AND m.removed_at IS NULL ORDER BY g.role_id",
        &[cx.workspace().into()],
    )?;
    let mut given: HashMap<Id, Vec<Id>> = HashMap::new();
    for row in &rows {
        given.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(given)
}

/// Makes a role that begins with everything a member may do; for admins. Field: `name`.
pub fn add(tx: &mut Tx, name: &str) -> Result<Id> {
    begin(tx)?;
    let id = tx.new_id();
    let name = free_name(tx, id, name)?;
    let rights = serde_json::to_string(&Rights::built_in(Role::Member))?;
    let params: [Value; 5] = [tx.workspace().into(), id.into(), name.into(), rights.into(), tx.now().into()];
    tx.execute(
        "INSERT INTO roles (workspace_id, id, name, rights, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        &params,
    )?;
    tx.emit("members");
    Ok(id)
}

/// Gives a role another name; for admins. Field: `name`.
pub fn rename(tx: &mut Tx, id: Id, name: &str) -> Result<()> {
    begin(tx)?;
    find(tx, id)?;
    let name = free_name(tx, id, name)?;
    let params: [Value; 3] = [tx.workspace().into(), id.into(), name.into()];
    tx.execute("UPDATE roles SET name = ?3 WHERE workspace_id = ?1 AND id = ?2", &params)?;
    tx.emit("members");
    Ok(())
}

/// Changes what a role allows, from now on for everybody who has it; for admins.
pub fn change(tx: &mut Tx, id: Id, rights: &Rights) -> Result<()> {
    begin(tx)?;
    find(tx, id)?;
    let params: [Value; 3] = [tx.workspace().into(), id.into(), serde_json::to_string(rights)?.into()];
    tx.execute("UPDATE roles SET rights = ?3 WHERE workspace_id = ?1 AND id = ?2", &params)?;
    changed(tx);
    Ok(())
}

/// Gives up a role until [`restore`]; for admins. Who had it and no other may do what their built-in role says, so a
/// role that somebody has is a `Conflict`.
pub fn retire(tx: &mut Tx, id: Id) -> Result<()> {
    begin(tx)?;
    find(tx, id)?;
    if given(tx)?.values().any(|roles| roles.contains(&id)) {
        return Err(Error::conflict("identity-role-in-use"));
    }
    let params: [Value; 3] = [tx.workspace().into(), id.into(), tx.now().into()];
    tx.execute("UPDATE roles SET retired_at = ?3 WHERE workspace_id = ?1 AND id = ?2", &params)?;
    changed(tx);
    Ok(())
}

/// Brings back a role that was given up; for admins. `Conflict` when another has its name by now.
pub fn restore(tx: &mut Tx, id: Id) -> Result<()> {
    begin(tx)?;
    let key: [Value; 2] = [tx.workspace().into(), id.into()];
    let row = tx.query_one("SELECT name FROM roles WHERE workspace_id = ?1 AND id = ?2", &key)?;
    let name: String = row.ok_or(Error::NotFound)?.get(0)?;
    free_name(tx, id, &name).map_err(|_| Error::conflict("identity-role-name-taken"))?;
    tx.execute("UPDATE roles SET retired_at = NULL WHERE workspace_id = ?1 AND id = ?2", &key)?;
    changed(tx);
    Ok(())
}

/// Gives a member exactly these roles; for admins, and for owners only when the member is one.
pub fn give(tx: &mut Tx, user: Id, roles: &[Id]) -> Result<()> {
    begin(tx)?;
    tx.require(members::find(tx, user)?.role)?;
    for id in roles {
        find(tx, *id)?;
    }
    let key: [Value; 2] = [tx.workspace().into(), user.into()];
    tx.execute("DELETE FROM user_roles WHERE workspace_id = ?1 AND user_id = ?2", &key)?;
    for id in roles {
        let params: [Value; 4] = [tx.workspace().into(), user.into(), (*id).into(), tx.now().into()];
        tx.execute(
            "INSERT INTO user_roles (workspace_id, user_id, role_id, given_at) VALUES (?1, ?2, ?3, ?4) \
             ON CONFLICT DO NOTHING",
            &params,
        )?;
    }
    changed(tx);
    Ok(())
}

fn begin(tx: &mut Tx) -> Result<()> {
    tx.require(Role::Admin)?;
    workspaces::lock(tx)
}

/// The rest of this unit of work goes by the new rights too.
fn changed(tx: &mut Tx) {
    tx.forget::<Rights>();
    tx.emit("members");
}

fn free_name(cx: &Cx, id: Id, name: &str) -> Result<String> {
    let name = fields::name(name).map_err(|text| Error::Invalid(FieldErrors::of("name", text)))?;
    let taken = list(cx)?.iter().any(|role| role.id != id && role.name.to_lowercase() == name.to_lowercase());
    if taken { Err(Error::invalid("name", "identity-role-name-taken")) } else { Ok(name) }
}

fn read(row: &Row) -> Result<OwnRole> {
    Ok(OwnRole { id: row.get(0)?, name: row.get(1)?, rights: serde_json::from_str(row.text(2))? })
}
