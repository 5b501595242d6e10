//! Webhooks after the Standard Webhooks specification: other programs are told of every change. What is told is the
//! change feed itself, so nothing is written twice: a webhook is a place in it. A message that nobody takes is kept
//! with what came of it and sent again, less and less often, for three days.

mod deliver;
mod delivery;
mod message;
mod signature;
mod watch;

use kernel::{Cx, Error, FieldErrors, Id, Result, Role, Row, Text, Timestamp, Tx, Value};
use records::changes::feed;

pub use self::{
    delivery::{Delivery, State, again, deliveries, find_delivery},
    message::test,
    signature::sign,
    watch::Watch,
};
use crate::api::{catalog, object_at};

/// Webhooks of one workspace.
const MOST: usize = 50;
const LONGEST_NAME: usize = 80;
const LONGEST_URL: usize = 2_000;

/// Somebody who is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    pub id: Id,
    pub name: String,
    pub url: String,
    /// With which messages are signed: `whsec_` and base64.
    pub secret: String,
    /// Only of this object, by its key; of all when empty.
    pub object: String,
    pub paused_at: Option<Timestamp>,
    /// The last change that was told.
    pub cursor: Id,
    /// In whose name it reads.
    pub created_by: Id,
    pub created_at: Timestamp,
}

/// The jobs that tell.
pub fn register(registry: &mut jobs::Registry) {
    registry.register::<deliver::Deliver>();
    registry.every(deliver::SWEEP, deliver::Sweep {});
}

const COLUMNS: &str = "id, name, url, secret, object, paused_at, cursor_id, created_by, created_at FROM webhooks WHERE workspace_id = ?1";

/// The workspace's webhooks, oldest first.
pub fn list(cx: &Cx) -> Result<Vec<Webhook>> {
    let rows = cx.query(&format!("SELECT {COLUMNS} ORDER BY id"), &[cx.workspace().into()])?;
    rows.iter().map(read).collect()
}

pub fn find(cx: &Cx, id: Id) -> Result<Webhook> {
    let row = cx.query_one(&format!("SELECT {COLUMNS} AND id = ?2"), &[cx.workspace().into(), id.into()])?;
    read(&row.ok_or(Error::NotFound)?)
}

fn read(row: &Row) -> Result<Webhook> {
    Ok(Webhook {
        id: row.get(0)?,
        name: row.get(1)?,
        url: row.get(2)?,
        secret: row.get(3)?,
        object: row.get(4)?,
        paused_at: row.get(5)?,
        cursor: row.get(6)?,
        created_by: row.get(7)?,
        created_at: row.get(8)?,
    })
}

/// Adds a webhook that is told of what changes from now on; for admins. Fields: `name`, `url`, `object`.
pub fn create(tx: &mut Tx, name: &str, url: &str, object: &str, reach: outgoing::Reach) -> Result<Id> {
    tx.require(Role::Admin)?;
    let user = tx.actor().user().ok_or(Error::Denied)?;
    let (name, url) = (name.trim(), url.trim());
    let mut errors = FieldErrors::default();
    if name.is_empty() {
        errors.add("name", Text::new("required"));
    } else if name.chars().count() > LONGEST_NAME {
        errors.add("name", Text::new("too-long").with("max", LONGEST_NAME));
    }
    if !is_address(url, reach) {
        errors.add("url", Text::new("webhook-address-wrong"));
    } else if reach == outgoing::Reach::Internet && names_a_private_address(url) {
        errors.add("url", Text::new("webhook-address-private"));
    }
    if !object.is_empty() && catalog(tx)?.object(object).is_err() {
        errors.add("object", Text::new("not-a-choice"));
    }
    errors.into_result()?;
    if list(tx)?.len() >= MOST {
        return Err(Error::Conflict(Text::new("webhook-too-many").with("most", MOST)));
    }
    let object = if object.is_empty() { "" } else { object_at(tx, object)?.key };
    let (id, cursor, now) = (tx.new_id(), feed::now(tx), tx.now());
    tx.execute(
        "INSERT INTO webhooks (workspace_id, id, name, url, secret, object, cursor_id, created_by, created_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        &[
            tx.workspace().into(),
            id.into(),
            name.into(),
            url.into(),
            signature::new_secret()?.into(),
            object.into(),
            cursor.into(),
            user.into(),
            now.into(),
        ],
    )?;
    tx.emit(watch::TOPIC);
    Ok(id)
}

/// Tells it nothing until [`resume`]; for admins.
pub fn pause(tx: &mut Tx, id: Id) -> Result<()> {
    tx.require(Role::Admin)?;
    let now = tx.now();
    set_paused(tx, id, Some(now))
}

/// Tells it of what changes from now on; for admins.
pub fn resume(tx: &mut Tx, id: Id) -> Result<()> {
    tx.require(Role::Admin)?;
    set_paused(tx, id, None)?;
    let cursor = feed::now(tx);
    tx.execute(
        "UPDATE webhooks SET cursor_id = ?3 WHERE workspace_id = ?1 AND id = ?2",
        &[tx.workspace().into(), id.into(), cursor.into()],
    )?;
    Ok(())
}

/// As [`pause`], because the listener asked for it.
fn pause_itself(tx: &mut Tx, id: Id) -> Result<()> {
    let now = tx.now();
    set_paused(tx, id, Some(now))
}

fn set_paused(tx: &mut Tx, id: Id, at: Option<Timestamp>) -> Result<()> {
    let found = tx.execute(
        "UPDATE webhooks SET paused_at = ?3 WHERE workspace_id = ?1 AND id = ?2",
        &[tx.workspace().into(), id.into(), at.into()],
    )?;
    tx.emit(watch::TOPIC);
    if found == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Takes it away with its log; for admins.
pub fn remove(tx: &mut Tx, id: Id) -> Result<()> {
    tx.require(Role::Admin)?;
    let key: [Value; 2] = [tx.workspace().into(), id.into()];
    if tx.execute("DELETE FROM webhooks WHERE workspace_id = ?1 AND id = ?2", &key)? == 0 {
        return Err(Error::NotFound);
    }
    tx.execute("DELETE FROM webhook_deliveries WHERE workspace_id = ?1 AND webhook_id = ?2", &key)?;
    tx.emit(watch::TOPIC);
    Ok(())
}

/// `https://host…`, and for development `http` too; without a name and password in it.
fn is_address(url: &str, reach: outgoing::Reach) -> bool {
    let rest = match reach {
        outgoing::Reach::Internet => url.strip_prefix("https://"),
        outgoing::Reach::Anywhere => url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")),
    };
    let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default()).unwrap_or_default();
    let plain = url.bytes().all(|byte| byte.is_ascii_graphic());
    !host.is_empty() && !host.contains('@') && plain && url.len() <= LONGEST_URL
}

/// Names are resolved when a message is sent; what is written as a number can be refused at once.
fn names_a_private_address(url: &str) -> bool {
    let host = url.split("://").nth(1).unwrap_or_default().split(['/', '?', '#']).next().unwrap_or_default();
    let bare = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    };
    bare == "localhost" || bare.parse().is_ok_and(|address| !outgoing::is_public(address))
}

#[cfg(test)]
mod tests {
    use outgoing::Reach;

    use super::*;

    #[test]
    fn only_addresses_on_the_internet_are_called() {
        let check = |url: &str, address: bool, private: bool| {
            assert_eq!(
                (is_address(url, Reach::Internet), names_a_private_address(url)),
                (address, private),
                "{url}"
            );
        };
        check("https://example.com/hook?a=1", true, false);
        check("https://example.com:8443", true, false);
        check("https://127.0.0.1/hook", true, true);
        check("https://[::1]:8080/hook", true, true);
        check("https://localhost", true, true);
        check("http://example.com", false, false);
        check("https://anna:secret@example.com", false, false);
        check("https://", false, false);
        check("https://exa mple.com", false, false);
        check("javascript:alert(1)", false, false);
        assert!(is_address("http://127.0.0.1:9000/hook", Reach::Anywhere));
    }
}
