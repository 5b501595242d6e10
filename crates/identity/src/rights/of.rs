//! Whose rights count in a unit of work, and who is within their reach.

use std::sync::Arc;

use kernel::{Actor, Cx, Id, Result, Role};

use super::{Reach, Rights};
use crate::{
    roles,
    units::{self, Tree, Unit, UnitKind},
};

/// The rights of whoever acts, looked up once in a unit of work.
pub fn of(cx: &Cx) -> Result<Arc<Rights>> {
    cx.once(|| {
        Ok(Arc::new(match cx.actor() {
            Actor::System => Rights::everything(),
            Actor::User { id, role } => of_user(cx, id, role)?,
        }))
    })
}

/// The rights of a user with this built-in role.
pub fn of_user(cx: &Cx, user: Id, role: Role) -> Result<Rights> {
    if role >= Role::Admin {
        return Ok(Rights::everything());
    }
    let given = roles::of_user(cx, user)?;
    let merged = given.into_iter().map(|role| role.rights).reduce(|all, one| all.merged(&one));
    Ok(match (merged, role) {
        (None, role) => Rights::built_in(role),
        (Some(rights), Role::ReadOnly) => rights.without_writing(),
        (Some(rights), _) => rights,
    })
}

/// Whose cards are within reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Circle {
    Everybody,
    /// These users, former members too. Nobody when there are none.
    Users(Vec<Id>),
}

impl Circle {
    pub fn holds(&self, user: Id) -> bool {
        match self {
            Circle::Everybody => true,
            Circle::Users(users) => users.contains(&user),
        }
    }
}

/// Which units are within reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Units {
    All,
    These(Vec<Id>),
}

/// The users whose cards the actor reaches. Looked up anew each time.
pub fn reach_users(cx: &Cx, reach: Reach) -> Result<Circle> {
    let own: Vec<Id> = cx.actor().user().into_iter().collect();
    match (reach, reach_units(cx, reach)?) {
        (Reach::None, _) => Ok(Circle::Users(Vec::new())),
        (_, Units::All) => Ok(Circle::Everybody),
        (_, Units::These(reached)) => {
            let mut users = if reached.is_empty() { Vec::new() } else { units::people_of(cx, &reached)? };
            users.extend(own);
            users.sort();
            users.dedup();
            Ok(Circle::Users(users))
        }
    }
}

/// The unit by which somebody reaches the cards of another, the narrowest there is; `None` when they do not, or need none.
pub fn unit_between(cx: &Cx, user: Id, reach: Reach, whose: Id) -> Result<Option<Unit>> {
    let tree = units::tree(cx)?;
    let theirs = units::units_of(cx, whose)?;
    for kind in kinds(reach) {
        for place in units::units_of(cx, user)? {
            let Some(around) = nearest(&tree, place.unit.id, *kind) else { continue };
            let within = tree.within(around);
            if theirs.iter().any(|place| within.iter().any(|branch| branch.unit.id == place.unit.id)) {
                return tree.find(around).cloned().map(Some);
            }
        }
    }
    Ok(None)
}

/// The kinds of units that a reach looks for around somebody, the narrowest first.
fn kinds(reach: Reach) -> &'static [UnitKind] {
    match reach {
        Reach::None | Reach::Own | Reach::All => &[],
        Reach::Team => &[UnitKind::Team],
        Reach::Department => &[UnitKind::Team, UnitKind::Department],
        Reach::Location => &[UnitKind::Team, UnitKind::Department, UnitKind::Location],
    }
}

/// The units that the actor reaches. Their team is the nearest team around each unit they are in, with the teams in it;
/// department and location likewise, and each includes what the narrower ones reach.
pub fn reach_units(cx: &Cx, reach: Reach) -> Result<Units> {
    match reach {
        Reach::All => return Ok(Units::All),
        Reach::None | Reach::Own => return Ok(Units::These(Vec::new())),
        Reach::Team | Reach::Department | Reach::Location => {}
    }
    let Some(user) = cx.actor().user() else { return Ok(Units::All) };
    let tree = units::tree(cx)?;
    let mut reached = Vec::new();
    for place in units::units_of(cx, user)? {
        for kind in kinds(reach) {
            let around = nearest(&tree, place.unit.id, *kind);
            reached.extend(around.into_iter().flat_map(|id| tree.within(id)).map(|branch| branch.unit.id));
        }
    }
    reached.sort();
    reached.dedup();
    Ok(Units::These(reached))
}

/// The unit itself or the nearest around it that is of this kind.
fn nearest(tree: &Tree, unit: Id, kind: UnitKind) -> Option<Id> {
    let itself = tree.find(unit).ok();
    itself.into_iter().chain(tree.ancestors(unit)).find(|unit| unit.kind == kind).map(|unit| unit.id)
}
