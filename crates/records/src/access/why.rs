//! Why somebody may see a card, and why they may edit it: every ground there is, each of which would be enough.

use identity::{
    members::Member,
    rights::{self, Reach, Rights},
    roles, shares,
    shares::{May, Share, With},
    units::Unit,
};
use kernel::{Cx, Id, Result, Role};

use super::{Verb, responsible, sharing};
use crate::Record;

/// What lets somebody do something with a card.
#[derive(Debug, Clone, PartialEq)]
pub enum Ground {
    /// The role that is always there, such as an administrator's.
    BuiltIn(Role),
    /// A role of the workspace's own.
    Role {
        name: String,
        by: By,
    },
    Shared(Share),
}

/// How far a role reaches to get here.
#[derive(Debug, Clone, PartialEq)]
pub enum By {
    /// Everybody's cards.
    All,
    /// The card is their own.
    Own,
    /// The card of somebody in the same unit.
    Unit { unit: Unit, whose: Id },
}

/// All grounds on which a member may see or edit a card; none when they may not.
pub fn grounds(cx: &Cx, record: &Record, member: &Member, verb: Verb) -> Result<Vec<Ground>> {
    let object = record.object.key;
    let given = roles::of_user(cx, member.user)?;
    let mut found = Vec::new();
    if member.role >= Role::Admin || given.is_empty() {
        let rights = match member.role {
            Role::Admin | Role::Owner => Rights::everything(),
            role => Rights::built_in(role),
        };
        if rights.may(object, verb) != Reach::None {
            found.push(Ground::BuiltIn(member.role));
        }
    } else {
        for role in given {
            let limited =
                if member.role == Role::ReadOnly { role.rights.without_writing() } else { role.rights };
            if let Some(by) = by(cx, record, member.user, limited.may(object, verb))? {
                found.push(Ground::Role { name: role.name, by });
            }
        }
    }
    let around = shares::around(cx, member.user)?;
    for share in sharing::of(cx, record)? {
        let theirs = match share.with {
            With::User(user) => user == member.user,
            With::Unit(unit) => around.contains(&unit),
        };
        let enough = match verb {
            Verb::See => true,
            Verb::Edit => share.may == May::Edit && member.role >= Role::Member,
            _ => false,
        };
        if theirs && enough {
            found.push(Ground::Shared(share));
        }
    }
    Ok(found)
}

fn by(cx: &Cx, record: &Record, user: Id, reach: Reach) -> Result<Option<By>> {
    let whose = responsible(record);
    Ok(match reach {
        Reach::None => None,
        Reach::All => Some(By::All),
        _ if whose == user => Some(By::Own),
        _ => rights::unit_between(cx, user, reach, whose)?.map(|unit| By::Unit { unit, whose }),
    })
}
