//! Coming in once the other service has vouched for somebody: who they are here, and which roles they have.

use kernel::{Error, Id, Result, Role, Tx, Value, contact::email};

use super::{Provider, outside::Known, provider::Decision};
use crate::{
    entry::{self, Arrival, SignedIn},
    members, passwords, roles, tokens,
    users::{self, Person},
    workspaces,
};

/// For newcomers, who have no password here: nobody knows what it is the hash of.
pub(super) fn unusable_password() -> Result<String> {
    passwords::hash(&tokens::new()?)
}

pub(super) fn come_in(
    tx: &mut Tx,
    provider: &Provider,
    known: &Known,
    newcomer_hash: &str,
    arrival: &Arrival,
) -> Result<SignedIn> {
    let user = match linked(tx, provider, known)? {
        Some(user) => user,
        None => {
            let user = recognised(tx, provider, known, newcomer_hash)?;
            link(tx, provider, known, user)?;
            user
        }
    };
    if users::find(tx, user)?.disabled_at.is_some() {
        return Err(refused());
    }
    give_roles(tx, provider, known, user)?;
    entry::come_in(tx, user, tx.workspace(), arrival)
}

/// A present member who came in this way before.
fn linked(tx: &Tx, provider: &Provider, known: &Known) -> Result<Option<Id>> {
    let params: [Value; 3] = [tx.workspace().into(), (&provider.issuer).into(), (&known.subject).into()];
    let sql =
        "SELECT user_id FROM open_id_identities WHERE workspace_id = ?1 AND issuer = ?2 AND subject = ?3";
    let Some(row) = tx.query_one(sql, &params)? else { return Ok(None) };
    match members::find(tx, row.get(0)?) {
        Ok(member) => Ok(Some(member.user)),
        Err(Error::NotFound) => Err(refused()),
        Err(error) => Err(error),
    }
}

/// A member with this address, or somebody new whose address is welcome.
fn recognised(tx: &mut Tx, provider: &Provider, known: &Known, newcomer_hash: &str) -> Result<Id> {
    let address = known.email.as_deref().and_then(email::parse).ok_or_else(|| {
        // Without proof that it is theirs, anybody could name the address of an administrator.
        Error::invalid("", "identity-open-id-no-email")
    })?;
    match users::find_by_email(tx, &address) {
        Ok(user) => match members::find(tx, user.id) {
            Ok(member) => Ok(member.user),
            Err(Error::NotFound) => Err(refused()),
            Err(error) => Err(error),
        },
        Err(Error::NotFound) => newcomer(tx, provider, known, &address, newcomer_hash),
        Err(error) => Err(error),
    }
}

fn newcomer(tx: &mut Tx, provider: &Provider, known: &Known, address: &str, hash: &str) -> Result<Id> {
    let domain = address.rsplit_once('@').map(|(_, domain)| domain.to_lowercase()).unwrap_or_default();
    let role = provider.newcomers.filter(|_| provider.domains.contains(&domain)).ok_or_else(refused)?;
    let workspace = workspaces::find(tx)?;
    let name = match known.name.trim() {
        "" => address.split('@').next().unwrap_or_default(),
        name => name,
    };
    let person = Person {
        email: address.to_owned(),
        name: name.chars().filter(|letter| !letter.is_control()).take(100).collect(),
        language: workspace.language,
        time_zone: workspace.time_zone,
    };
    let user = tx.new_id();
    users::insert(tx, user, &person, hash)?;
    members::insert(tx, user, role)?;
    Ok(user)
}

fn link(tx: &mut Tx, provider: &Provider, known: &Known, user: Id) -> Result<()> {
    let params: [Value; 5] = [
        tx.workspace().into(),
        (&provider.issuer).into(),
        (&known.subject).into(),
        user.into(),
        tx.now().into(),
    ];
    tx.execute(
        "INSERT INTO open_id_identities (workspace_id, issuer, subject, user_id, linked_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        &params,
    )?;
    Ok(())
}

/// What the service decides, it decides anew at each sign-in. Of built-in roles the highest counts; owners stay owners.
fn give_roles(tx: &mut Tx, provider: &Provider, known: &Known, user: Id) -> Result<()> {
    let decisions = provider.decisions(tx)?;
    if provider.claim.is_empty() || decisions.is_empty() {
        return Ok(());
    }
    let member = members::find(tx, user)?;
    let named =
        || decisions.iter().filter(|(value, _)| known.groups.contains(value)).map(|(_, decision)| *decision);
    let built_in = named().filter_map(|decision| match decision {
        Decision::BuiltIn(role) => Some(role),
        Decision::Own(_) => None,
    });
    let decides_built_in = decisions.iter().any(|(_, decision)| matches!(decision, Decision::BuiltIn(_)));
    let role = built_in.max().or(provider.newcomers).unwrap_or(Role::ReadOnly);
    if decides_built_in && member.role != Role::Owner && member.role != role {
        members::set_role(tx, user, role)?;
    }
    if decisions.iter().any(|(_, decision)| matches!(decision, Decision::Own(_))) {
        let own = named().filter_map(|decision| match decision {
            Decision::Own(id) => Some(id),
            Decision::BuiltIn(_) => None,
        });
        roles::give(tx, user, &own.collect::<Vec<_>>())?;
    }
    Ok(())
}

fn refused() -> Error {
    Error::invalid("", "identity-open-id-refused")
}
