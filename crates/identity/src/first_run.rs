//! The first run: a workspace and its owner, made once in the life of an installation.

use std::sync::Arc;

use kernel::{Actor, Cx, Db, Error, Id, Locality, Result, Role, Scope, Tx};

use crate::{
    fields::{self, Form},
    members, passwords,
    users::{self, Person},
    workspaces::{self, WorkspaceForm},
};

/// The set-up page as it was typed; errors carry the names of these fields.
#[derive(Debug, Clone, Default)]
pub struct FirstRun {
    pub workspace_name: String,
    pub language: String,
    pub country: String,
    pub currency: String,
    pub time_zone: String,
    pub name: String,
    pub email: String,
    pub password: String,
}

/// Whether nobody has set Kartotek up yet.
pub fn is_first_run(cx: &Cx) -> Result<bool> {
    Ok(cx.query_one("SELECT 1 FROM installations WHERE number = 1", &[])?.is_none())
}

/// Makes the workspace and its owner, and answers their ids. `furnish` runs in the same transaction, in the new
/// workspace and as its owner, for whatever else a workspace begins with. A second time is a conflict.
pub fn set_up(db: &Db, form: &FirstRun, furnish: impl FnOnce(&mut Tx) -> Result<()>) -> Result<(Id, Id)> {
    if !db.read(&Scope::global(), is_first_run)? {
        return Err(Error::conflict("identity-already-set-up"));
    }
    let (workspace_name, place, person) = read(form)?;
    let password_hash = passwords::hash(&form.password)?;
    let (workspace, user) = (Id::new(db.clock().now()), Id::new(db.clock().now()));
    let scope = Scope {
        workspace,
        actor: Actor::User { id: user, role: Role::Owner },
        locality: Arc::new(place.clone()),
        through: "page",
    };
    db.write(&scope, |tx| {
        let now = tx.now();
        let first = tx.execute(
            "INSERT INTO installations (number, workspace_id, set_up_at) VALUES (1, ?1, ?2) \
             ON CONFLICT DO NOTHING",
            &[workspace.into(), now.into()],
        )?;
        if first == 0 {
            return Err(Error::conflict("identity-already-set-up"));
        }
        workspaces::insert(tx, &workspace_name, &place)?;
        users::insert(tx, user, &person, &password_hash)?;
        members::insert(tx, user, Role::Owner)?;
        furnish(tx)
    })?;
    Ok((workspace, user))
}

fn read(form: &FirstRun) -> Result<(String, Locality, Person)> {
    let mut read = Form::default();
    let workspace_name = read.take("workspace_name", fields::name(&form.workspace_name));
    let place = workspaces::place(
        &mut read,
        &WorkspaceForm {
            name: form.workspace_name.clone(),
            language: form.language.clone(),
            country: form.country.clone(),
            currency: form.currency.clone(),
            time_zone: form.time_zone.clone(),
        },
    );
    let name = read.take("name", fields::name(&form.name));
    let email = read.take("email", fields::email(&form.email));
    let password = read.take("password", fields::new_password(&form.password, &form.email, &form.name));
    let whole = (|| {
        let (place, _) = (place?, password?);
        let person = Person {
            email: email?,
            name: name?,
            language: place.language,
            time_zone: place.time_zone.clone(),
        };
        Some((workspace_name?, place, person))
    })();
    read.finish(whole)
}
