//! Users: people with an account, their profile, their e-mail address and their password.

use jiff::tz::TimeZone;
use kernel::{
    Actor, Cx, Db, Error, FieldErrors, Id, Language, Result, Role, Row, Scope, Text, Timestamp, Tx, Value,
    contact::email,
};

use crate::{
    appearance::{Density, Theme},
    fields::{self, Form},
    members,
    passwords::{self, Verdict},
    rate,
    sessions::{self, Session},
    workspaces,
};

#[derive(Debug, Clone, PartialEq)]
pub struct User {
    pub id: Id,
    pub email: String,
    pub name: String,
    pub language: Language,
    pub time_zone: TimeZone,
    pub theme: Theme,
    pub density: Density,
    pub created_at: Timestamp,
    pub disabled_at: Option<Timestamp>,
}

/// A user to make, as it was typed; errors carry the names of these fields.
#[derive(Debug, Clone)]
pub struct NewUser {
    pub email: String,
    pub name: String,
    pub password: String,
    pub role: Role,
}

/// What people may change about themselves, as it was typed.
#[derive(Debug, Clone, Default)]
pub struct Profile {
    pub name: String,
    pub language: String,
    pub time_zone: String,
    pub theme: String,
    pub density: String,
}

/// A person whose fields have been read.
pub(crate) struct Person {
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) language: Language,
    pub(crate) time_zone: TimeZone,
}

const COLUMNS: &str = "id, email, name, language, time_zone, theme, density, created_at, disabled_at";

/// One user, of whichever workspace.
pub fn find(cx: &Cx, user: Id) -> Result<User> {
    let sql = format!("SELECT {COLUMNS} FROM users WHERE id = ?1");
    read(&cx.query_one(&sql, &[user.into()])?.ok_or(Error::NotFound)?)
}

/// The user with this e-mail address.
pub fn find_by_email(cx: &Cx, address: &str) -> Result<User> {
    let sql = format!("SELECT {COLUMNS} FROM users WHERE email_key = ?1");
    read(&cx.query_one(&sql, &[email::key(address).into()])?.ok_or(Error::NotFound)?)
}

/// Makes a user and a member of the scope's workspace, with its language and time zone; for admins, and for the
/// command line.
pub fn create_user(db: &Db, scope: &Scope, new: &NewUser) -> Result<Id> {
    let workspace = db.read(scope, |cx| {
        cx.require(if new.role == Role::Owner { Role::Owner } else { Role::Admin })?;
        workspaces::find(cx)
    })?;
    let mut form = Form::default();
    let address = form.take("email", fields::email(&new.email));
    let name = form.take("name", fields::name(&new.name));
    let password = form.take("password", fields::new_password(&new.password, &new.email, &new.name));
    let (address, (name, password)) = form.finish(address.zip(name.zip(password)))?;
    let password_hash = passwords::hash(&password)?;
    let person =
        Person { email: address, name, language: workspace.language, time_zone: workspace.time_zone };
    db.write(scope, |tx| {
        let user = tx.new_id();
        insert(tx, user, &person, &password_hash)?;
        members::insert(tx, user, new.role)?;
        Ok(user)
    })
}

/// Changes the actor's own profile.
pub fn update_profile(tx: &mut Tx, profile: &Profile) -> Result<()> {
    let user = tx.actor().user().ok_or(Error::Denied)?;
    let mut form = Form::default();
    let name = form.take("name", fields::name(&profile.name));
    let language = form.take("language", fields::language(&profile.language));
    let time_zone = form.take("time_zone", fields::time_zone(&profile.time_zone));
    let unknown = || Text::new("identity-choice-unknown");
    let theme = form.take("theme", Theme::from_key(&profile.theme).ok_or_else(unknown));
    let density = form.take("density", Density::from_key(&profile.density).ok_or_else(unknown));
    let words = name.zip(language.zip(time_zone));
    let ((name, (language, time_zone)), (theme, density)) = form.finish(words.zip(theme.zip(density)))?;
    let params: [Value; 6] = [
        user.into(),
        name.into(),
        language.code().into(),
        fields::zone_name(&time_zone).into(),
        theme.key().into(),
        density.key().into(),
    ];
    tx.execute(
        "UPDATE users SET name = ?2, language = ?3, time_zone = ?4, theme = ?5, density = ?6 WHERE id = ?1",
        &params,
    )?;
    tx.emit("members");
    Ok(())
}

/// Changes the password of whoever is signed in, and ends all their other sessions.
/// Fields: `old_password`, `new_password`.
pub fn change_password(db: &Db, session: &Session, old: &str, new: &str) -> Result<()> {
    fields::new_password(new, &session.email, &session.user_name)
        .map_err(|text| Error::Invalid(FieldErrors::of("new_password", text)))?;
    let attempt = confirm(db, session.user, "old_password", old)?;
    let password_hash = passwords::hash(new)?;
    db.write(&session.scope("page"), |tx| {
        rate::succeeded(tx, &attempt)?;
        keep_hash(tx, session.user, &password_hash)?;
        sessions::revoke_other_sessions(tx, session.user, &session.key)
    })
}

/// Changes the e-mail address of whoever is signed in. Fields: `email`, `password`.
pub fn change_email(db: &Db, session: &Session, address: &str, password: &str) -> Result<()> {
    let address = fields::email(address).map_err(|text| Error::Invalid(FieldErrors::of("email", text)))?;
    let attempt = confirm(db, session.user, "password", password)?;
    db.write(&session.scope("page"), |tx| {
        rate::succeeded(tx, &attempt)?;
        let key = email::key(&address);
        let other = "SELECT 1 FROM users WHERE email_key = ?1 AND id <> ?2";
        if tx.query_one(other, &[(&key).into(), session.user.into()])?.is_some() {
            return Err(Error::invalid("email", "identity-email-taken"));
        }
        let params: [Value; 3] = [session.user.into(), address.into(), key.into()];
        tx.execute("UPDATE users SET email = ?2, email_key = ?3 WHERE id = ?1", &params)?;
        tx.emit("members");
        Ok(())
    })
}

/// Gives a user a new password and ends all sessions: the command line's way back in. Field: `password`.
pub fn reset_password(db: &Db, address: &str, password: &str) -> Result<()> {
    let user = db.read(&Scope::global(), |cx| find_by_email(cx, address))?;
    fields::new_password(password, &user.email, &user.name)
        .map_err(|text| Error::Invalid(FieldErrors::of("password", text)))?;
    let password_hash = passwords::hash(password)?;
    db.write(&Scope::global(), |tx| {
        keep_hash(tx, user.id, &password_hash)?;
        sessions::revoke_all(tx, user.id)
    })
}

/// Keeps a user out of every workspace until [`enable`]; for the command line.
pub fn disable(tx: &mut Tx, user: Id) -> Result<()> {
    let now = tx.now();
    set_disabled_at(tx, user, Some(now))?;
    sessions::revoke_all(tx, user)
}

/// Lets a disabled user in again; for the command line.
pub fn enable(tx: &mut Tx, user: Id) -> Result<()> {
    set_disabled_at(tx, user, None)
}

fn set_disabled_at(tx: &mut Tx, user: Id, at: Option<Timestamp>) -> Result<()> {
    // It reaches beyond the workspace, so no role in it suffices.
    if tx.actor() != Actor::System {
        return Err(Error::Denied);
    }
    match tx.execute("UPDATE users SET disabled_at = ?2 WHERE id = ?1", &[user.into(), at.into()])? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

/// Makes the user, unless the address is taken.
pub(crate) fn insert(tx: &mut Tx, id: Id, person: &Person, password_hash: &str) -> Result<()> {
    let params: [Value; 8] = [
        id.into(),
        (&person.email).into(),
        email::key(&person.email).into(),
        (&person.name).into(),
        password_hash.into(),
        person.language.code().into(),
        fields::zone_name(&person.time_zone).into(),
        tx.now().into(),
    ];
    let made = tx.execute(
        "INSERT INTO users (id, email, email_key, name, password_hash, language, time_zone, created_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING",
        &params,
    )?;
    if made == 0 { Err(Error::invalid("email", "identity-email-taken")) } else { Ok(()) }
}

pub(crate) fn keep_hash(tx: &mut Tx, user: Id, password_hash: &str) -> Result<()> {
    tx.execute("UPDATE users SET password_hash = ?2 WHERE id = ?1", &[user.into(), password_hash.into()])?;
    Ok(())
}

/// Asks for the user's own password once more.
fn confirm(db: &Db, user: Id, field: &str, password: &str) -> Result<rate::Attempt> {
    let attempt = rate::begin(db, &[rate::thing("password", user)])?;
    let kept = db.read(&Scope::global(), |cx| {
        let row = cx.query_one("SELECT password_hash FROM users WHERE id = ?1", &[user.into()])?;
        row.ok_or(Error::NotFound)?.get::<String>(0)
    })?;
    match passwords::verify(password, Some(&kept))? {
        Verdict::Wrong => Err(Error::invalid(field, "identity-password-wrong")),
        Verdict::Right | Verdict::RightButOld => Ok(attempt),
    }
}

fn read(row: &Row) -> Result<User> {
    Ok(User {
        id: row.get(0)?,
        email: row.get(1)?,
        name: row.get(2)?,
        language: row.text(3).parse().unwrap_or_default(),
        time_zone: fields::kept_zone(row.text(4)),
        theme: Theme::from_key(row.text(5)).unwrap_or_default(),
        density: Density::from_key(row.text(6)).unwrap_or_default(),
        created_at: row.get(7)?,
        disabled_at: row.get(8)?,
    })
}
