//! Passkeys (WebAuthn): keys on somebody's device that sign them in without a password. The device asks for a finger or a
//! PIN each time, so one is as good as a password with a second step.

mod challenges;

use kernel::{Cx, Db, Error, FieldErrors, Id, Result, Row, Scope, Timestamp, Tx, Value};
use serde::Serialize;
use url::Url;
use webauthn_rs::{
    Webauthn, WebauthnBuilder,
    prelude::{
        DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
        RegisterPublicKeyCredential,
    },
};
use webauthn_rs_proto::ResidentKeyRequirement;

use crate::{
    entry::{self, Arrival, SignedIn},
    fields, sign_in, users,
};

/// Where the browser is, as it says itself: `https` and a name, or `localhost`.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    /// Scheme, host and port: `https://crm.example.com`.
    pub origin: &'a str,
}

/// What a browser is asked, and the token that its answer comes back with.
#[derive(Debug, Serialize)]
pub struct Challenge {
    pub token: String,
    /// The options for `navigator.credentials`, as JSON.
    pub options: serde_json::Value,
}

/// What a browser answered.
#[derive(Debug, Clone, Copy)]
pub struct Answer<'a> {
    pub token: &'a str,
    /// A `PublicKeyCredential`, as JSON.
    pub credential: &'a str,
}

/// One of somebody's passkeys, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    pub id: Id,
    pub name: String,
    pub host: String,
    pub created_at: Timestamp,
    pub used_at: Option<Timestamp>,
}

/// Somebody's passkeys, the oldest first.
pub fn list(cx: &Cx, user: Id) -> Result<Vec<Key>> {
    let sql = "SELECT id, name, host, created_at, used_at FROM passkeys WHERE user_id = ?1 ORDER BY id";
    cx.query(sql, &[user.into()])?.iter().map(read).collect()
}

/// Asks the device of whoever is signed in for a new key. `Conflict` where the browser's address cannot have passkeys.
pub fn begin(tx: &mut Tx, site: &Site) -> Result<Challenge> {
    let user = users::find(tx, tx.actor().user().ok_or(Error::Denied)?)?;
    let sql = "SELECT credential_id FROM passkeys WHERE user_id = ?1";
    let own = tx.query(sql, &[user.id.into()])?;
    let own = own.iter().map(|row| row.get::<Vec<u8>>(0)).collect::<Result<Vec<_>>>()?;
    let handle = uuid::Uuid::from_bytes(*user.id.bytes());
    let (mut asked, state) = site
        .webauthn()?
        .start_passkey_registration(handle, &user.email, &user.name, Some(own))
        .map_err(Error::internal)?;
    if let Some(wanted) = &mut asked.public_key.authenticator_selection {
        // The device keeps it with the user's handle, so that nobody need type an address to sign in.
        wanted.resident_key = Some(ResidentKeyRequirement::Required);
        wanted.require_resident_key = true;
    }
    challenges::keep(tx, Some(user.id), &state, serde_json::to_value(&asked.public_key)?)
}

/// Keeps the key that the device made. Fields: `name`, and none for an answer that does not fit.
pub fn add(tx: &mut Tx, site: &Site, name: &str, answer: &Answer) -> Result<Id> {
    let user = tx.actor().user().ok_or(Error::Denied)?;
    let name = fields::name(name).map_err(|text| Error::Invalid(FieldErrors::of("name", text)))?;
    let state: PasskeyRegistration = challenges::take(tx, Some(user), answer.token)?;
    let given: RegisterPublicKeyCredential = parsed(answer)?;
    let key = site.webauthn()?.finish_passkey_registration(&given, &state).map_err(refused)?;
    let credential_id = Value::Bytes(key.cred_id().to_vec());
    let taken = tx
        .query_one("SELECT 1 FROM passkeys WHERE credential_id = ?1", std::slice::from_ref(&credential_id))?;
    if taken.is_some() {
        return Err(Error::invalid("", "identity-passkey-refused"));
    }
    let id = tx.new_id();
    let params: [Value; 7] = [
        id.into(),
        user.into(),
        credential_id,
        site.host()?.into(),
        name.into(),
        serde_json::to_string(&key)?.into(),
        tx.now().into(),
    ];
    tx.execute(
        "INSERT INTO passkeys (id, user_id, credential_id, host, name, credential, created_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        &params,
    )?;
    Ok(id)
}

/// Gives one of the actor's passkeys another name. Field: `name`.
pub fn rename(tx: &mut Tx, id: Id, name: &str) -> Result<()> {
    let user = tx.actor().user().ok_or(Error::Denied)?;
    let name = fields::name(name).map_err(|text| Error::Invalid(FieldErrors::of("name", text)))?;
    let sql = "UPDATE passkeys SET name = ?3 WHERE id = ?1 AND user_id = ?2";
    match tx.execute(sql, &[id.into(), user.into(), name.into()])? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

/// Forgets one of the actor's passkeys: it opens nothing any more.
pub fn remove(tx: &mut Tx, id: Id) -> Result<()> {
    let user = tx.actor().user().ok_or(Error::Denied)?;
    match tx.execute("DELETE FROM passkeys WHERE id = ?1 AND user_id = ?2", &[id.into(), user.into()])? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

/// Asks whoever sits there for any passkey of this site; in the global scope.
pub fn ask(tx: &mut Tx, site: &Site) -> Result<Challenge> {
    let (mut asked, state) = site.webauthn()?.start_discoverable_authentication().map_err(Error::internal)?;
    // They press a button; nothing is offered while they type.
    asked.mediation = None;
    challenges::keep(tx, None, &state, serde_json::to_value(&asked.public_key)?)
}

/// Signs in whose passkey answered. `Invalid`, on no field, for whatever does not fit.
pub fn enter(db: &Db, site: &Site, answer: &Answer, arrival: &Arrival) -> Result<SignedIn> {
    let given: PublicKeyCredential = parsed(answer)?;
    // Taken in a transaction of its own, so that a refused answer uses the question up too.
    let state: DiscoverableAuthentication =
        db.write(&Scope::global(), |tx| challenges::take(tx, None, answer.token))?;
    let webauthn = site.webauthn()?;
    let (user, credential_id) = webauthn.identify_discoverable_authentication(&given).map_err(refused)?;
    let user = Id::from_bytes(*user.as_bytes());
    db.write(&Scope::global(), |tx| {
        let params: [Value; 3] = [user.into(), credential_id.into(), site.host()?.into()];
        let row = tx.query_one(
            "SELECT p.id, p.credential FROM passkeys p JOIN users u ON u.id = p.user_id \
             WHERE p.user_id = ?1 AND p.credential_id = ?2 AND p.host = ?3 AND u.disabled_at IS NULL",
            &params,
        )?;
        let row = row.ok_or_else(|| Error::invalid("", "identity-passkey-refused"))?;
        let (id, mut key): (Id, Passkey) = (row.get(0)?, serde_json::from_str(row.text(1))?);
        let proved = webauthn.finish_discoverable_authentication_v2(&given, state, &key).map_err(refused)?;
        key.update_credential(&proved);
        let params: [Value; 3] = [id.into(), serde_json::to_string(&key)?.into(), tx.now().into()];
        tx.execute("UPDATE passkeys SET credential = ?2, used_at = ?3 WHERE id = ?1", &params)?;
        let workspace = sign_in::last_workspace(tx, user)?;
        let workspace = workspace.ok_or_else(|| Error::invalid("", "identity-sign-in-no-workspace"))?;
        entry::come_in(tx, user, workspace, arrival)
    })
}

impl Site<'_> {
    /// Whether browsers keep passkeys for this address.
    pub fn is_fit(&self) -> bool {
        self.address().is_ok()
    }

    fn webauthn(&self) -> Result<Webauthn> {
        let origin = self.address()?;
        let host = origin.domain().unwrap_or_default();
        let builder = WebauthnBuilder::new(host, &origin).map_err(|_| unfit())?;
        builder.rp_name("Kartotek").build().map_err(Error::internal)
    }

    /// The name that keys are made for.
    fn host(&self) -> Result<String> {
        Ok(self.address()?.domain().unwrap_or_default().to_owned())
    }

    /// Browsers keep passkeys for names reached by https, and for this very machine.
    fn address(&self) -> Result<Url> {
        let origin = Url::parse(self.origin).map_err(|_| unfit())?;
        let host = origin.domain().unwrap_or_default();
        let fit = !host.is_empty() && (origin.scheme() == "https" || host == "localhost");
        if fit { Ok(origin) } else { Err(unfit()) }
    }
}

fn unfit() -> Error {
    Error::conflict("identity-passkey-address")
}

fn parsed<T: serde::de::DeserializeOwned>(answer: &Answer) -> Result<T> {
    serde_json::from_str(answer.credential).map_err(|_| Error::invalid("", "identity-passkey-refused"))
}

/// Why is for the log: it tells a stranger nothing they should know.
fn refused(cause: webauthn_rs::prelude::WebauthnError) -> Error {
    tracing::info!(%cause, "a passkey was refused");
    Error::invalid("", "identity-passkey-refused")
}

fn read(row: &Row) -> Result<Key> {
    Ok(Key {
        id: row.get(0)?,
        name: row.get(1)?,
        host: row.get(2)?,
        created_at: row.get(3)?,
        used_at: row.get(4)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_need_a_name_and_a_safe_way_there() {
        for (origin, host) in [
            ("https://crm.example.com", Some("crm.example.com")),
            ("https://crm.example.com:8443", Some("crm.example.com")),
            ("http://localhost:8080", Some("localhost")),
            ("http://crm.example.com", None),
            ("https://192.0.2.7", None),
            ("http://127.0.0.1:8080", None),
            ("", None),
        ] {
            let site = Site { origin };
            assert_eq!(site.host().ok().as_deref(), host, "{origin}");
            assert_eq!(site.webauthn().is_ok(), host.is_some(), "{origin}");
        }
    }
}
