//! Workspaces: their name, where they are at home, and the settings other crates keep with them.

use jiff::tz::TimeZone;
use kernel::{
    Country, Currency, Cx, Error, Id, Language, Locality, Result, Role, Row, Scope, Timestamp, Tx, Value,
};
use serde::{Serialize, de::DeserializeOwned};

use crate::fields::{self, Form};

#[derive(Debug, Clone, PartialEq)]
pub struct Workspace {
    pub id: Id,
    pub name: String,
    pub language: Language,
    pub country: Country,
    pub currency: Currency,
    pub time_zone: TimeZone,
    pub created_at: Timestamp,
}

impl Workspace {
    /// How somebody reads who has no wishes of their own.
    pub fn locality(&self) -> Locality {
        Locality {
            language: self.language,
            country: self.country,
            currency: self.currency,
            time_zone: self.time_zone.clone(),
        }
    }

    /// Kartotek's own work in it, as it reads: for jobs, and for links without an account.
    pub fn scope(&self, through: &'static str) -> Scope {
        Scope { locality: self.locality().into(), ..Scope::system(self.id) }.through(through)
    }
}

/// What admins may change, as it was typed; errors carry the names of these fields.
#[derive(Debug, Clone, Default)]
pub struct WorkspaceForm {
    pub name: String,
    /// ISO 639-1.
    pub language: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// ISO 4217.
    pub currency: String,
    /// Of the IANA database, such as `Europe/Copenhagen`.
    pub time_zone: String,
}

const COLUMNS: &str = "id, name, language, country, currency, time_zone, created_at";

/// The workspace of the scope.
pub fn find(cx: &Cx) -> Result<Workspace> {
    by_id(cx, cx.workspace())
}

/// The workspace that a link leads to, which is known by the link alone.
pub fn by_id(cx: &Cx, id: Id) -> Result<Workspace> {
    let sql = format!("SELECT {COLUMNS} FROM workspaces WHERE id = ?1");
    read(&cx.query_one(&sql, &[id.into()])?.ok_or(Error::NotFound)?)
}

/// All workspaces, the oldest first: for schedules and the command line.
pub fn all(cx: &Cx) -> Result<Vec<Workspace>> {
    cx.query(&format!("SELECT {COLUMNS} FROM workspaces ORDER BY id"), &[])?.iter().map(read).collect()
}

/// The workspaces somebody may enter, by name.
pub fn of_user(cx: &Cx, user: Id) -> Result<Vec<Workspace>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM workspaces WHERE id IN \
         (SELECT workspace_id FROM memberships WHERE user_id = ?1 AND removed_at IS NULL) ORDER BY name, id"
    );
    cx.query(&sql, &[user.into()])?.iter().map(read).collect()
}

/// Changes name and home; for admins.
pub fn update(tx: &mut Tx, form: &WorkspaceForm) -> Result<()> {
    tx.require(Role::Admin)?;
    let mut read = Form::default();
    let name = read.take("name", fields::name(&form.name));
    let place = place(&mut read, form);
    let (name, place) = read.finish(name.zip(place))?;
    let params: [Value; 6] = [
        tx.workspace().into(),
        name.into(),
        place.language.code().into(),
        place.country.code().into(),
        place.currency.code().into(),
        fields::zone_name(&place.time_zone).into(),
    ];
    let changed = tx.execute(
        "UPDATE workspaces SET name = ?2, language = ?3, country = ?4, currency = ?5, time_zone = ?6 \
         WHERE id = ?1",
        &params,
    )?;
    if changed == 0 {
        return Err(Error::NotFound);
    }
    tx.emit("workspace");
    Ok(())
}

/// What another crate keeps with the workspace under this key, if anything.
pub fn setting<T: DeserializeOwned>(cx: &Cx, key: &str) -> Result<Option<T>> {
    let kept = settings(cx)?.remove(key).filter(|kept| !kept.is_null());
    Ok(kept.map(serde_json::from_value).transpose()?)
}

/// Keeps something small with the workspace; nothing any more when it is JSON's `null`. Who may is the caller's to
/// ask.
pub fn set_setting<T: Serialize>(tx: &mut Tx, key: &str, value: &T) -> Result<()> {
    lock(tx)?;
    let mut settings = settings(tx)?;
    settings.insert(key.to_owned(), serde_json::to_value(value)?);
    let params: [Value; 2] = [tx.workspace().into(), serde_json::to_string(&settings)?.into()];
    tx.execute("UPDATE workspaces SET settings = ?2 WHERE id = ?1", &params)?;
    tx.emit("workspace");
    Ok(())
}

fn settings(cx: &Cx) -> Result<serde_json::Map<String, serde_json::Value>> {
    let sql = "SELECT settings FROM workspaces WHERE id = ?1";
    let row = cx.query_one(sql, &[cx.workspace().into()])?.ok_or(Error::NotFound)?;
    Ok(serde_json::from_str(row.text(0))?)
}

/// Lets one transaction after the other decide about this workspace: an update that changes nothing locks the row
/// on PostgreSQL; SQLite has one writer anyway.
pub(crate) fn lock(tx: &mut Tx) -> Result<()> {
    let workspace = tx.workspace();
    match tx.execute("UPDATE workspaces SET created_at = created_at WHERE id = ?1", &[workspace.into()])? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

/// A new workspace: the one of the scope.
pub(crate) fn insert(tx: &mut Tx, name: &str, place: &Locality) -> Result<()> {
    let params: [Value; 7] = [
        tx.workspace().into(),
        name.into(),
        place.language.code().into(),
        place.country.code().into(),
        place.currency.code().into(),
        fields::zone_name(&place.time_zone).into(),
        tx.now().into(),
    ];
    tx.execute(
        "INSERT INTO workspaces (id, name, language, country, currency, time_zone, created_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        &params,
    )?;
    Ok(())
}

/// Where a workspace is at home, out of a form; `None` when something is wrong with it.
pub(crate) fn place(read: &mut Form, form: &WorkspaceForm) -> Option<Locality> {
    let language = read.take("language", fields::language(&form.language));
    let country = read.take("country", fields::country(&form.country));
    let currency = read.take("currency", fields::currency(&form.currency));
    let time_zone = read.take("time_zone", fields::time_zone(&form.time_zone));
    Some(Locality { language: language?, country: country?, currency: currency?, time_zone: time_zone? })
}

/// The place in four columns from `at`: language, country, currency, time zone.
pub(crate) fn kept_place(row: &Row, at: usize) -> Locality {
    let fallback = Locality::default();
    Locality {
        language: row.text(at).parse().unwrap_or(fallback.language),
        country: Country::new(row.text(at + 1)).unwrap_or(fallback.country),
        currency: Currency::new(row.text(at + 2)).unwrap_or(fallback.currency),
        time_zone: fields::kept_zone(row.text(at + 3)),
    }
}

fn read(row: &Row) -> Result<Workspace> {
    let Locality { language, country, currency, time_zone } = kept_place(row, 2);
    let (id, name, created_at) = (row.get(0)?, row.get(1)?, row.get(6)?);
    Ok(Workspace { id, name, language, country, currency, time_zone, created_at })
}
