//! What speaks for spam, without asking anybody outside: a field that people do not see, a form that was sent faster than anybody
//! types, links, and too much from one place. Whatever is suspected is kept aside for a colleague to judge.

use hmac::{Hmac, Mac};
use kernel::{
    Error, Result, Timestamp, Tx, Value,
    clock::{DAY, HOUR, MINUTE},
};
use records::own::hex;
use sha2::{Digest, Sha256};

use super::{LeadForm, post::Post};

/// A field that only programs fill in.
pub(super) const TRAP: &str = "homepage";
/// When the page was made, signed.
pub(super) const STAMP: &str = "_stamp";

/// Nobody fills in a form in less.
const FASTEST: i64 = 2_000_000;
/// A page that was open longer than this proves nothing any more, and is nothing to suspect.
const STALE: i64 = 7 * DAY;
/// So many from one network in ten minutes are more than one person sends.
const MANY: i64 = 5;
/// And so many in an hour are refused.
const MOST: i64 = 30;
const MOST_LINKS: usize = 2;

/// Says when a page was made, so that nobody can say otherwise.
pub(super) fn stamp(form: &LeadForm, now: Timestamp) -> Result<String> {
    let at = now.micros().to_string();
    Ok(format!("{at}.{}", signature(form, &at)?))
}

fn signature(form: &LeadForm, at: &str) -> Result<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(form.secret.as_bytes()).map_err(Error::internal)?;
    mac.update(format!("{} {at}", form.token).as_bytes());
    Ok(hex(&mac.finalize().into_bytes()[..16]))
}

/// Why something may be spam: keys of texts, none when nothing speaks for it.
pub(super) fn suspicions(
    form: &LeadForm,
    post: &Post,
    now: Timestamp,
    lately: i64,
) -> Result<Vec<&'static str>> {
    let mut why = Vec::new();
    if !post.text(TRAP).is_empty() {
        why.push("trap");
    }
    why.extend(of_stamp(form, post.text(STAMP), now)?);
    if links(post) {
        why.push("links");
    }
    if lately >= MANY {
        why.push("many");
    }
    Ok(why)
}

/// A form on another site need not have a stamp.
fn of_stamp(form: &LeadForm, stamp: &str, now: Timestamp) -> Result<Option<&'static str>> {
    if stamp.is_empty() {
        return Ok(None);
    }
    let Some((at, signed)) = stamp.split_once('.') else { return Ok(Some("stamp")) };
    let known = at.parse::<i64>().ok().filter(|_| signature(form, at).is_ok_and(|ours| ours == signed));
    Ok(match known.map(|at| now.micros() - at) {
        None => Some("stamp"),
        Some(age) if age < FASTEST => Some("fast"),
        Some(age) if age > STALE => None,
        Some(_) => None,
    })
}

/// Links in what somebody wrote: one is normal, markup never is, and a name holds none.
fn links(post: &Post) -> bool {
    let count = |text: &str| {
        let text = text.to_lowercase();
        let schemes = text.matches("http://").count() + text.matches("https://").count();
        let bare = text.matches("www.").count() - text.matches("://www.").count();
        let markup = text.contains("[url") || text.contains("<a ") || text.contains("[link");
        if markup { MOST_LINKS } else { schemes + bare }
    };
    let written = post.written();
    let named = written.iter().any(|(name, text)| name.contains("name") && count(text) > 0);
    named || written.iter().map(|(_, text)| count(text)).sum::<usize>() >= MOST_LINKS
}

/// How a visit stands to those before it.
pub(super) enum Visit {
    /// So many came from the same network in the last minutes.
    After(i64),
    /// The same was sent a moment ago.
    Again,
}

/// Counts a visit. `TooMany` when the sender's network sent far too much lately.
pub(super) fn visit(tx: &mut Tx, form: &LeadForm, post: &Post) -> Result<Visit> {
    let (now, workspace, id) = (tx.now(), tx.workspace(), tx.new_id());
    let (client, digest) = (identity::network(&post.client), digest(post));
    tx.execute(
        "DELETE FROM form_visits WHERE workspace_id = ?1 AND form_id = ?2 AND at <= ?3",
        &[workspace.into(), form.id.into(), now.plus(-HOUR).into()],
    )?;
    let of_client = "SELECT COUNT(*) FROM form_visits WHERE workspace_id = ?1 AND form_id = ?2 AND client = ?3 AND at > ?4";
    let count = |since: i64, tx: &Tx| -> Result<i64> {
        let params: [Value; 4] =
            [workspace.into(), form.id.into(), client.as_str().into(), now.plus(-since).into()];
        Ok(tx.query_one(of_client, &params)?.map_or(0, |row| row.int(0)))
    };
    let (in_the_hour, lately) = (count(HOUR, tx)?, count(10 * MINUTE, tx)?);
    if in_the_hour >= MOST {
        return Err(Error::TooMany);
    }
    let same = "SELECT 1 FROM form_visits WHERE workspace_id = ?1 AND form_id = ?2 AND digest = ?3 AND at > ?4 LIMIT 1";
    let params: [Value; 4] =
        [workspace.into(), form.id.into(), digest.as_str().into(), now.plus(-10 * MINUTE).into()];
    if tx.query_one(same, &params)?.is_some() {
        return Ok(Visit::Again);
    }
    tx.execute(
        "INSERT INTO form_visits (workspace_id, form_id, id, client, digest, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &[workspace.into(), form.id.into(), id.into(), client.into(), digest.into(), now.into()],
    )?;
    Ok(Visit::After(lately))
}

fn digest(post: &Post) -> String {
    let mut hash = Sha256::new();
    for (name, text) in post.written() {
        hash.update(format!("{}:{name}={}:{text};", name.len(), text.len()));
    }
    hex(&hash.finalize()[..16])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> LeadForm {
        LeadForm { token: "abc".to_owned(), secret: "s".to_owned(), ..LeadForm::default() }
    }

    fn post(pairs: &[(&str, &str)]) -> Post {
        let pairs = pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        Post { pairs, ..Post::default() }
    }

    #[test]
    fn what_programs_write_is_told_from_what_people_write() {
        let check = |pairs: &[(&str, &str)], lately: i64, expected: &[&str]| {
            let found = suspicions(&form(), &post(pairs), Timestamp::from_micros(0), lately).unwrap();
            assert_eq!(found, expected, "{pairs:?}");
        };
        check(&[("name", "Anna Berg"), ("message", "Ten boats, see https://berg.example/fleet")], 0, &[]);
        check(&[("name", "Søren"), ("message", "www.berg.dk")], 4, &[]);
        check(&[("homepage", "x")], 0, &["trap"]);
        check(&[("message", "http://a.example http://b.example")], 0, &["links"]);
        check(&[("message", "<a href=x>")], 0, &["links"]);
        check(&[("message", "[URL=x]buy[/URL]")], 0, &["links"]);
        check(&[("name", "Buy at https://a.example")], 0, &["links"]);
        check(&[("landing_page", "https://berg.dk/a"), ("referrer", "https://a.example")], 0, &[]);
        check(&[("name", "Anna")], 5, &["many"]);
        check(&[("_stamp", "12.aa")], 0, &["stamp"]);
        check(&[("_stamp", "nonsense")], 0, &["stamp"]);
    }

    #[test]
    fn a_form_that_is_sent_at_once_is_no_persons() {
        let (form, made) = (form(), Timestamp::from_micros(1_000_000_000));
        let stamped = stamp(&form, made).unwrap();
        let check = |after: i64, expected: &[&str]| {
            let post = post(&[("name", "Anna"), ("_stamp", &stamped)]);
            assert_eq!(suspicions(&form, &post, made.plus(after), 0).unwrap(), expected, "{after}");
        };
        check(900_000, &["fast"]);
        check(-5_000_000, &["fast"]);
        check(4_000_000, &[]);
        check(30 * DAY, &[]);
        let other = LeadForm { token: "other".to_owned(), ..form.clone() };
        let post = post(&[("_stamp", &stamped)]);
        assert_eq!(suspicions(&other, &post, made.plus(4_000_000), 0).unwrap(), ["stamp"]);
    }
}
