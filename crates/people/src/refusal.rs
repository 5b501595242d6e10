//! A refusal outlives its card: who said no is remembered by hashes of their e-mails, their phones and their name with their
//! address, and a new card that has one of them begins with the refusal. Kept at the gate, whoever saves.
//!
//! A hash is HMAC-SHA-256 (RFC 2104) under a key of the workspace, so that the table tells nothing about whom it holds.

use std::{collections::BTreeSet, sync::Arc};

use hmac::{Hmac, Mac};
use identity::workspaces;
use jiff::civil::Date;
use kernel::{Cx, Error, Result, Tx};
use records::{
    Json, Object,
    behavior::{Done, Pending},
    field::{Reading, as_text, channels},
    lookups::Lookup,
    own::hex,
    save::Values,
};
use serde_json::json;
use sha2::Sha256;

/// Where the workspace keeps its key.
const SETTING: &str = "refusals_key";
/// What makes a refusal.
const FIELDS: [&str; 4] = ["do_not_contact", "standing", "standing_reason", "standing_until"];
/// When the refusal was first said, on a card that came later.
pub const SINCE: &str = "refused_since";

/// As whom somebody is known: whatever has a person's name is a person, also where it is not yet one's card.
fn whom(object: &Object) -> &'static str {
    let named = object.field(object.title).is_ok_and(|field| field.kind.key() == "person_name");
    if named { "person" } else { object.key }
}

/// Whether values of these fields say no to anything, perhaps only for a while that is over.
fn refuses<'v>(value: impl Fn(&str) -> &'v Json) -> bool {
    !value("do_not_contact").is_null() || !value("standing").is_null()
}

/// A new card of somebody who said no before says so too, unless that is over. Where a refusal is lifted, so is where it came from.
pub fn recall(cx: &Cx, object: &Object, pending: &mut Pending) -> Result<()> {
    if pending.before.is_some() {
        let had = pending.before.is_some_and(|before| !before.get(SINCE).is_null());
        if had && !refuses(|field| pending.value(field)) {
            pending.values.insert(SINCE.to_owned(), Json::Null);
        }
        return Ok(());
    }
    let Some(key) = key_of_some(cx)? else { return Ok(()) };
    let hashes = hashes(cx, &key, object, |field| pending.value(field))?;
    let mut said = Said::default();
    for hash in hashes {
        let rows = cx.query(
            "SELECT said, since_at FROM refusals WHERE workspace_id = ?1 AND hash = ?2 AND object = ?3",
            &[cx.workspace().into(), hash.into(), whom(object).into()],
        )?;
        for row in &rows {
            said.join(&serde_json::from_str(row.text(0))?, row.int(1), cx.today());
        }
    }
    said.onto(object, pending);
    Ok(())
}

/// Remembers what a card refuses, and by what its owner is known; forgets it where it was lifted.
pub fn remember(tx: &mut Tx, done: &Done) -> Result<()> {
    let (after, workspace) = (done.after, tx.workspace());
    // In the trash and beyond it holds as it was.
    if after.trashed_at.is_some() {
        return Ok(());
    }
    let now = refuses(|field| after.get(field));
    let before = done.before.is_some_and(|before| refuses(|field| before.get(field)));
    if !now && !before {
        return Ok(());
    }
    let key = key(tx)?;
    tx.execute(
        "DELETE FROM refusals WHERE workspace_id = ?1 AND record_id = ?2",
        &[workspace.into(), after.id.into()],
    )?;
    for hash in hashes(tx, &key, &after.object, |field| after.get(field))? {
        if now {
            let said: Values =
                FIELDS.iter().map(|field| ((*field).to_owned(), after.get(field).clone())).collect();
            let since = after.instant(SINCE).unwrap_or(tx.now());
            tx.execute(
                "INSERT INTO refusals (workspace_id, hash, record_id, object, said, since_at) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                &[
                    workspace.into(),
                    hash.into(),
                    after.id.into(),
                    whom(&after.object).into(),
                    Json::Object(said).to_string().into(),
                    since.into(),
                ],
            )?;
        } else {
            // Also what earlier cards of theirs said.
            tx.execute(
                "DELETE FROM refusals WHERE workspace_id = ?1 AND hash = ?2 AND object = ?3",
                &[workspace.into(), hash.into(), whom(&after.object).into()],
            )?;
        }
    }
    Ok(())
}

/// What was said on earlier cards, together.
#[derive(Debug, Default)]
struct Said {
    channels: Vec<Json>,
    standing: Option<Values>,
    since: Option<i64>,
}

impl Said {
    fn join(&mut self, earlier: &Json, since: i64, today: Date) {
        let mut holds = false;
        for entry in earlier["do_not_contact"].as_array().into_iter().flatten() {
            if channels::stands(&json!([entry]), today) {
                holds = true;
                if !self.channels.contains(entry) {
                    self.channels.push(entry.clone());
                }
            }
        }
        let over = as_text(&earlier["standing_until"]).parse::<Date>().is_ok_and(|until| until < today);
        if !earlier["standing"].is_null() && !over {
            holds = true;
            self.standing = earlier.as_object().cloned();
        }
        if holds {
            self.since = Some(self.since.map_or(since, |other| other.min(since)));
        }
    }

    /// Beside what somebody wrote on the new card themselves.
    fn onto(self, object: &Object, pending: &mut Pending) {
        let Some(since) = self.since else { return };
        let mut entries = pending.value("do_not_contact").as_array().cloned().unwrap_or_default();
        let written: BTreeSet<String> =
            entries.iter().map(|entry| as_text(&entry["channel"]).to_owned()).collect();
        entries
            .extend(self.channels.into_iter().filter(|entry| !written.contains(as_text(&entry["channel"]))));
        if !entries.is_empty() {
            pending.values.insert("do_not_contact".to_owned(), Json::Array(entries));
        }
        if let Some(standing) = self.standing.filter(|_| pending.value("standing").is_null()) {
            for field in &FIELDS[1..] {
                if let (Some(value), Some(_)) = (standing.get(*field), object.at(field)) {
                    pending.values.insert((*field).to_owned(), value.clone());
                }
            }
        }
        pending.values.insert(SINCE.to_owned(), since.into());
    }
}

/// The hashes by which somebody with these values is known.
fn hashes<'v>(cx: &Cx, key: &[u8], object: &Object, value: impl Fn(&str) -> &'v Json) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for field in ["emails", "phones", "addresses"] {
        if let (Ok(declared), false) = (object.field(field), value(field).is_null()) {
            declared.kind.lookups(value(field), &mut found);
        }
    }
    let title = object.field(object.title)?.kind.show(value(object.title), &Reading::plain(cx));
    let name = Lookup::name(&title).map(|name| name.value);
    let mut known = BTreeSet::new();
    for lookup in found {
        let text = match (lookup.kind, &name) {
            ("email", _) => format!("email {}", lookup.value),
            ("phone", _) if !is_switchboard(cx, object, &lookup.value)? => format!("phone {}", lookup.value),
            ("address", Some(name)) => format!("home {name} {}", lookup.value),
            _ => continue,
        };
        known.insert(hash(key, &format!("{} {text}", whom(object)))?);
    }
    Ok(known.into_iter().collect())
}

/// A number that is a company's too says nothing about one who works there.
fn is_switchboard(cx: &Cx, object: &Object, number: &str) -> Result<bool> {
    if whom(object) != "person" {
        return Ok(false);
    }
    let row = cx.query_one(
        "SELECT 1 FROM lookups WHERE workspace_id = ?1 AND kind = 'phone' AND value = ?2 AND object = 'company' LIMIT 1",
        &[cx.workspace().into(), number.into()],
    )?;
    Ok(row.is_some())
}

fn hash(key: &[u8], text: &str) -> Result<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).map_err(Error::internal)?;
    mac.update(text.as_bytes());
    Ok(hex(&mac.finalize().into_bytes()))
}

/// The key, once in a unit of work, if anybody ever refused anything: without one there is nothing to recall.
fn key_of_some(cx: &Cx) -> Result<Option<Vec<u8>>> {
    struct Kept(Option<Vec<u8>>);
    let kept = cx.once(|| Ok(Arc::new(Kept(kept_key(cx)?.map(String::into_bytes)))))?;
    Ok(kept.0.clone())
}

/// The key as it is kept; none as long as nobody refused anything.
pub(crate) fn kept_key(cx: &Cx) -> Result<Option<String>> {
    workspaces::setting(cx, SETTING)
}

/// Keeps the key of the workspace that this one is restored from.
pub(crate) fn keep_key(tx: &mut Tx, key: &str) -> Result<()> {
    workspaces::set_setting(tx, SETTING, &key)
}

/// The key, made with the first refusal.
fn key(tx: &mut Tx) -> Result<Vec<u8>> {
    if let Some(key) = kept_key(tx)? {
        return Ok(key.into_bytes());
    }
    let mut random = [0u8; 32];
    getrandom::fill(&mut random).map_err(Error::internal)?;
    let key = hex(&random);
    keep_key(tx, &key)?;
    Ok(key.into_bytes())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_same_words_have_another_hash_under_another_key() {
        assert_eq!(hash(b"one", "email a@b.dk").unwrap(), hash(b"one", "email a@b.dk").unwrap());
        assert_ne!(hash(b"one", "email a@b.dk").unwrap(), hash(b"two", "email a@b.dk").unwrap());
        // RFC 4231, test case 2.
        assert!(hash(b"Jefe", "what do ya want for nothing?").unwrap().starts_with("5bdcc146bf60754e"));
    }

    #[test]
    fn what_is_over_is_not_said_again() {
        let check = |earlier: Json, expected: bool| {
            let mut said = Said::default();
            said.join(&earlier, 5, date(2026, 6, 1));
            assert_eq!(said.since.is_some(), expected, "{earlier}");
        };
        check(json!({ "do_not_contact": [{ "channel": "phone" }] }), true);
        check(json!({ "do_not_contact": [{ "channel": "phone", "until": "2026-05-31" }] }), false);
        check(json!({ "do_not_contact": [{ "channel": "phone", "until": "2026-06-01" }] }), true);
        check(json!({ "standing": "not_interested" }), true);
        check(json!({ "standing": "not_interested", "standing_until": "2026-05-31" }), false);
        check(json!({}), false);
    }
}
