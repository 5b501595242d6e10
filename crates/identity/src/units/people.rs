//! Who is in which unit, and where somebody belongs first.

use std::collections::HashMap;

use kernel::{Cx, Error, Id, Result, Tx, Value};

use super::{Unit, begin, find, tree};
use crate::members::{self, Member};

/// A unit somebody is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub unit: Unit,
    pub is_home: bool,
}

/// The units in use that somebody is in, in the order of the tree. One of them is their home.
pub fn units_of(cx: &Cx, user: Id) -> Result<Vec<Place>> {
    Ok(places(cx)?.remove(&user).unwrap_or_default())
}

/// The units of everybody who is in one, former members too.
pub fn places(cx: &Cx) -> Result<HashMap<Id, Vec<Place>>> {
    let rows = cx.query(
        "SELECT p.user_id, p.unit_id, m.home_unit_id FROM unit_members p \
         JOIN memberships m ON m.workspace_id = p.workspace_id AND m.user_id = p.user_id \
         WHERE p.workspace_id = ?1",
        &[cx.workspace().into()],
    )?;
    let mut homes: HashMap<Id, Option<Id>> = HashMap::new();
    let mut users: HashMap<Id, Vec<Id>> = HashMap::new();
    for row in &rows {
        let user: Id = row.get(0)?;
        users.entry(row.get(1)?).or_default().push(user);
        homes.insert(user, row.get(2)?);
    }
    let mut places: HashMap<Id, Vec<Place>> = HashMap::new();
    for branch in tree(cx)?.branches {
        for user in users.remove(&branch.unit.id).unwrap_or_default() {
            let is_home = homes.get(&user).copied().flatten() == Some(branch.unit.id);
            places.entry(user).or_default().push(Place { unit: branch.unit.clone(), is_home });
        }
    }
    for theirs in places.values_mut() {
        // A home that was given up leaves the first of the others.
        if !theirs.iter().any(|place| place.is_home) {
            theirs[0].is_home = true;
        }
    }
    Ok(places)
}

/// Where everybody belongs first, of those who are in a unit.
pub fn homes(cx: &Cx) -> Result<HashMap<Id, Unit>> {
    let homes = places(cx)?.into_iter().filter_map(|(user, theirs)| {
        let home = theirs.into_iter().find(|place| place.is_home)?;
        Some((user, home.unit))
    });
    Ok(homes.collect())
}

/// The members who are in this very unit, by name.
pub fn members(cx: &Cx, unit: Id) -> Result<Vec<Member>> {
    let sql = "SELECT user_id FROM unit_members WHERE workspace_id = ?1 AND unit_id = ?2";
    let rows = cx.query(sql, &[cx.workspace().into(), unit.into()])?;
    let users = rows.iter().map(|row| row.get(0)).collect::<Result<Vec<Id>>>()?;
    let mut members = members::active(cx)?;
    members.retain(|member| users.contains(&member.user));
    Ok(members)
}

/// Everybody who is or was in one of these units or in what lies in it, once each.
pub fn people_within(cx: &Cx, units: &[Id]) -> Result<Vec<Id>> {
    let tree = tree(cx)?;
    let within = units.iter().flat_map(|unit| tree.within(*unit)).map(|branch| branch.unit.id);
    people_of(cx, &within.collect::<Vec<Id>>())
}

/// Everybody who is or was in one of these units, once each; former members too, because their cards remain.
pub fn people_of(cx: &Cx, units: &[Id]) -> Result<Vec<Id>> {
    let sql = "SELECT user_id, unit_id FROM unit_members WHERE workspace_id = ?1 ORDER BY user_id";
    let mut people: Vec<Id> = Vec::new();
    for row in &cx.query(sql, &[cx.workspace().into()])? {
        let (user, unit): (Id, Id) = (row.get(0)?, row.get(1)?);
        if units.contains(&unit) && people.last() != Some(&user) {
            people.push(user);
        }
    }
    Ok(people)
}

/// Puts a member into a unit; for admins. The first one is their home.
pub fn join(tx: &mut Tx, unit: Id, user: Id) -> Result<()> {
    begin(tx)?;
    tree(tx)?.find(unit)?;
    members::find(tx, user)?;
    let is_first = units_of(tx, user)?.is_empty();
    let params: [Value; 4] = [tx.workspace().into(), unit.into(), user.into(), tx.now().into()];
    tx.execute(
        "INSERT INTO unit_members (workspace_id, unit_id, user_id, joined_at) VALUES (?1, ?2, ?3, ?4) \
         ON CONFLICT DO NOTHING",
        &params,
    )?;
    if is_first {
        set_home(tx, unit, user)?;
    }
    tx.emit("units");
    Ok(())
}

/// Takes somebody out of a unit; for admins.
pub fn leave(tx: &mut Tx, unit: Id, user: Id) -> Result<()> {
    begin(tx)?;
    find(tx, unit)?;
    let sql = "DELETE FROM unit_members WHERE workspace_id = ?1 AND unit_id = ?2 AND user_id = ?3";
    if tx.execute(sql, &[tx.workspace().into(), unit.into(), user.into()])? == 0 {
        return Err(Error::NotFound);
    }
    tx.emit("units");
    Ok(())
}

/// Makes one of somebody's units their home; for admins.
pub fn make_home(tx: &mut Tx, unit: Id, user: Id) -> Result<()> {
    begin(tx)?;
    if !units_of(tx, user)?.iter().any(|place| place.unit.id == unit) {
        return Err(Error::NotFound);
    }
    set_home(tx, unit, user)?;
    tx.emit("units");
    Ok(())
}

fn set_home(tx: &mut Tx, unit: Id, user: Id) -> Result<()> {
    let params: [Value; 3] = [tx.workspace().into(), user.into(), unit.into()];
    tx.execute("UPDATE memberships SET home_unit_id = ?3 WHERE workspace_id = ?1 AND user_id = ?2", &params)?;
    Ok(())
}
