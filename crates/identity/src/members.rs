//! Who belongs to a workspace, and in which role. Former members keep their names in its history.

use std::collections::HashMap;

use kernel::{Cx, Error, Id, Result, Role, Row, Timestamp, Tx, Value};

use crate::workspaces;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub user: Id,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub joined_at: Timestamp,
    pub removed_at: Option<Timestamp>,
}

const SELECT: &str = "SELECT m.user_id, u.name, u.email, m.role, m.joined_at, m.removed_at \
    FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.workspace_id = ?1";

/// All members, former ones too, by name as the reader's language sorts.
pub fn list(cx: &Cx) -> Result<Vec<Member>> {
    let rows = cx.query(SELECT, &[cx.workspace().into()])?;
    let mut members = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    let language = cx.locality().language;
    members.sort_by_cached_key(|member| (locale::sort_key(language, &member.name), member.user));
    Ok(members)
}

/// The members who may sign in, by name.
pub fn active(cx: &Cx) -> Result<Vec<Member>> {
    let mut members = list(cx)?;
    members.retain(|member| member.removed_at.is_none());
    Ok(members)
}

/// One member who has not been removed.
pub fn find(cx: &Cx, user: Id) -> Result<Member> {
    let sql = format!("{SELECT} AND m.user_id = ?2 AND m.removed_at IS NULL");
    read(&cx.query_one(&sql, &[cx.workspace().into(), user.into()])?.ok_or(Error::NotFound)?)
}

/// The names of everybody who is or was a member: to show who did something.
pub fn names(cx: &Cx) -> Result<HashMap<Id, String>> {
    let sql = "SELECT m.user_id, u.name FROM memberships m JOIN users u ON u.id = m.user_id \
        WHERE m.workspace_id = ?1";
    let rows = cx.query(sql, &[cx.workspace().into()])?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Gives a member another role; for admins. Only owners make and unmake owners, and one always stays.
pub fn set_role(tx: &mut Tx, user: Id, role: Role) -> Result<()> {
    let member = changeable(tx, user)?;
    if role == Role::Owner {
        tx.require(Role::Owner)?;
    }
    if member.role == Role::Owner && role != Role::Owner {
        another_owner_stays(tx, user)?;
    }
    let params: [Value; 3] = [tx.workspace().into(), user.into(), role.key().into()];
    tx.execute("UPDATE memberships SET role = ?3 WHERE workspace_id = ?1 AND user_id = ?2", &params)?;
    tx.emit("members");
    Ok(())
}

/// Takes a member out of the workspace and signs them out of it; for admins. The last owner stays.
pub fn remove(tx: &mut Tx, user: Id) -> Result<()> {
    let member = changeable(tx, user)?;
    if member.role == Role::Owner {
        another_owner_stays(tx, user)?;
    }
    let key: [Value; 2] = [tx.workspace().into(), user.into()];
    let params: [Value; 3] = [tx.workspace().into(), user.into(), tx.now().into()];
    tx.execute("UPDATE memberships SET removed_at = ?3 WHERE workspace_id = ?1 AND user_id = ?2", &params)?;
    tx.execute("DELETE FROM sessions WHERE workspace_id = ?1 AND user_id = ?2", &key)?;
    tx.emit("members");
    Ok(())
}

/// Makes somebody a member, or a former member one again. Who is one already keeps their role.
pub(crate) fn insert(tx: &mut Tx, user: Id, role: Role) -> Result<()> {
    let params: [Value; 4] = [tx.workspace().into(), user.into(), role.key().into(), tx.now().into()];
    tx.execute(
        "INSERT INTO memberships (workspace_id, user_id, role, joined_at) VALUES (?1, ?2, ?3, ?4) \
         ON CONFLICT (workspace_id, user_id) DO UPDATE \
         SET role = excluded.role, joined_at = excluded.joined_at, removed_at = NULL \
         WHERE memberships.removed_at IS NOT NULL",
        &params,
    )?;
    tx.emit("members");
    Ok(())
}

/// The member, if the actor may change them; nobody else changes members meanwhile.
fn changeable(tx: &mut Tx, user: Id) -> Result<Member> {
    tx.require(Role::Admin)?;
    workspaces::lock(tx)?;
    let member = find(tx, user)?;
    if member.role == Role::Owner {
        tx.require(Role::Owner)?;
    }
    Ok(member)
}

fn another_owner_stays(cx: &Cx, user: Id) -> Result<()> {
    let sql = "SELECT 1 FROM memberships WHERE workspace_id = ?1 AND user_id <> ?2 AND role = 'owner' \
        AND removed_at IS NULL LIMIT 1";
    match cx.query_one(sql, &[cx.workspace().into(), user.into()])? {
        Some(_) => Ok(()),
        None => Err(Error::conflict("identity-last-owner")),
    }
}

fn read(row: &Row) -> Result<Member> {
    let role = Role::from_key(row.text(3));
    Ok(Member {
        user: row.get(0)?,
        name: row.get(1)?,
        email: row.get(2)?,
        role: role.ok_or_else(|| Error::internal("a member has an unknown role"))?,
        joined_at: row.get(4)?,
        removed_at: row.get(5)?,
    })
}
