//! Writing notices: a line for each person and change set, where they want one. Nobody is told of their own doings.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Error, Id, Result, Timestamp, Tx, Value, clock::MINUTE};

use super::{Kind, News, Postman, choices, since, topic};
use crate::{ChangeSet, Record, following};

/// What one person is told.
struct Line<'a> {
    user: Id,
    kind: Kind,
    object: &'a str,
    record: Id,
    /// What stands on the card: its object and its id.
    part: (&'a str, Id),
    /// What one undo takes back; for what no change set did, a key of its own.
    set: Id,
    fields: String,
    cards: i64,
    times: i64,
}

/// Tells what a change set did in this transaction.
pub(crate) fn tell(tx: &mut Tx, set: Id, undoes: Option<Id>, news: News) -> Result<()> {
    if news.quiet || news.is_empty() {
        return Ok(());
    }
    // A slip that nobody read of is no news when it is taken back.
    let unaware = match undoes {
        Some(undone) => unread_of(tx, undone)?,
        None => BTreeSet::new(),
    };
    if undoes.is_none() {
        for (user, assigned) in &news.assigned {
            let line = Line {
                cards: assigned.cards,
                ..Line::new(*user, Kind::Assigned, (assigned.object, assigned.record), set)
            };
            put(tx, line)?;
        }
    }
    let cards: BTreeMap<Id, &'static str> =
        news.changed.iter().map(|(id, (object, _))| (*id, *object)).collect();
    let mut theirs: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
    for (card, user) in following::of_cards(tx, &cards)? {
        let known = news.happened.contains_key(&card);
        if !known && !unaware.contains(&user) && !news.assigned.contains_key(&user) {
            theirs.entry(user).or_default().push(card);
        }
    }
    for (user, changed) in theirs {
        let Some(first) = changed.first().copied() else { continue };
        let Some((object, _)) = news.changed.get(&first) else { continue };
        let fields: BTreeSet<&str> = changed
            .iter()
            .filter_map(|card| news.changed.get(card))
            .flat_map(|(_, fields)| fields.iter().map(String::as_str))
            .collect();
        let cards = changed.len() as i64;
        put(
            tx,
            Line { cards, fields: packed(&fields), ..Line::new(user, Kind::Changed, (object, first), set) },
        )?;
    }
    tell_what_happened(tx, set, &news)
}

fn tell_what_happened(tx: &mut Tx, set: Id, news: &News) -> Result<()> {
    let catalog = crate::catalog(tx)?;
    let mut cards: BTreeMap<Id, &'static str> = BTreeMap::new();
    for (card, (object, _)) in &news.happened {
        if let Ok(object) = catalog.object(object) {
            cards.insert(*card, object.key);
        }
    }
    let mut theirs: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
    for (card, user) in following::of_cards(tx, &cards)? {
        let assigned = news.assigned.get(&user);
        let same = |part: Id| assigned.is_some_and(|assigned| assigned.record == part);
        if !news.happened.get(&card).is_some_and(|(_, part)| same(part.id)) {
            theirs.entry(user).or_default().push(card);
        }
    }
    for (user, touched) in theirs {
        let Some(card) = touched.first() else { continue };
        let Some((object, part)) = news.happened.get(card) else { continue };
        let line = Line::new(user, Kind::Activity, (object, *card), set);
        put(tx, Line { part: (part.object, part.id), cards: touched.len() as i64, ..line })?;
    }
    Ok(())
}

fn unread_of(tx: &Tx, set: Id) -> Result<BTreeSet<Id>> {
    let rows = tx.query(
        "SELECT user_id FROM notices WHERE workspace_id = ?1 AND set_id = ?2 AND read_at = 0",
        &[tx.workspace().into(), set.into()],
    )?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Tells those who are named in what stands on a card; whether they see the card has been asked.
pub fn mentioned(tx: &mut Tx, set: &ChangeSet, card: &Record, part: &Record, users: &[Id]) -> Result<()> {
    for user in users {
        let line = Line::new(*user, Kind::Mentioned, (card.object.key, card.id), set.id);
        put(tx, Line { part: (part.object.key, part.id), ..line })?;
    }
    Ok(())
}

/// Tells those who follow a card what was said about it, but for those who are told otherwise.
pub fn about_card(tx: &mut Tx, set: &ChangeSet, card: &Record, part: &Record, but: &[Id]) -> Result<()> {
    for user in following::followers(tx, card)?.into_iter().filter(|user| !but.contains(user)) {
        let line = Line::new(user, Kind::Comment, (card.object.key, card.id), set.id);
        put(tx, Line { part: (part.object.key, part.id), ..line })?;
    }
    Ok(())
}

/// Tells those with whom a card was shared.
pub fn shared(tx: &mut Tx, card: &Record, users: &[Id]) -> Result<()> {
    let key = tx.new_id();
    for user in users {
        put(tx, Line::new(*user, Kind::Shared, (card.object.key, card.id), key))?;
    }
    Ok(())
}

/// Reminds those who take part in something that it begins soon.
pub fn reminded(tx: &mut Tx, record: &Record, users: &[Id]) -> Result<()> {
    let key = tx.new_id();
    for user in users {
        put(tx, Line::new(*user, Kind::Reminder, (record.object.key, record.id), key))?;
    }
    Ok(())
}

/// Tells whoever asked for it that a job is over.
pub fn finished(tx: &mut Tx, job: Id, user: Id) -> Result<()> {
    let line = Line { part: ("job", job), ..Line::new(user, Kind::Finished, ("", Id::NIL), job) };
    let gone =
        "DELETE FROM notices WHERE workspace_id = ?1 AND set_id = ?2 AND user_id = ?3 AND kind = 'finished'";
    tx.execute(gone, &[tx.workspace().into(), job.into(), user.into()])?;
    put(tx, line)
}

impl<'a> Line<'a> {
    fn new(user: Id, kind: Kind, (object, record): (&'a str, Id), set: Id) -> Line<'a> {
        Line {
            user,
            kind,
            object,
            record,
            part: ("", Id::NIL),
            set,
            fields: String::new(),
            cards: 1,
            times: 1,
        }
    }
}

fn put(tx: &mut Tx, mut line: Line) -> Result<()> {
    let own = tx.actor().user() == Some(line.user);
    let ways = choices::of_workspace(tx)?.ways(line.user, line.kind);
    if own && line.kind != Kind::Finished || !ways.shown && !ways.mailed {
        return Ok(());
    }
    if line.kind == Kind::Changed && line.cards == 1 {
        take_up_earlier(tx, &mut line)?;
    }
    if ways.mailed && !waits_for_mail(tx, line.user)? {
        let postman = tx.part::<Postman>();
        postman.0(tx, line.user)?;
    }
    let actor = tx.actor().user().filter(|_| line.kind != Kind::Finished).unwrap_or(Id::NIL);
    let params: [Value; 17] = [
        tx.workspace().into(),
        line.user.into(),
        tx.new_id().into(),
        line.kind.key().into(),
        tx.now().into(),
        line.object.into(),
        line.record.into(),
        line.part.0.into(),
        line.part.1.into(),
        line.set.into(),
        actor.into(),
        line.fields.into(),
        Value::Int(line.cards),
        Value::Int(line.times),
        Value::Int(i64::from(ways.shown)),
        Value::Int(0),
        if ways.mailed { "due" } else { "" }.into(),
    ];
    // A set of many transactions goes on with its line.
    tx.execute(
        "INSERT INTO notices (workspace_id, user_id, id, kind, at, object, record_id, part_object, part_id, set_id, \
         actor_id, fields, cards, times, shown, read_at, mail) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17) \
         ON CONFLICT (workspace_id, set_id, user_id, kind) DO UPDATE SET cards = notices.cards + excluded.cards, \
         fields = CASE WHEN notices.fields = excluded.fields THEN notices.fields ELSE '' END",
        &params,
    )?;
    tx.emit(topic(line.user));
    Ok(())
}

/// What the same person changed on the same card a moment ago, and was not read, becomes one line with this.
fn take_up_earlier(tx: &mut Tx, line: &mut Line) -> Result<()> {
    let from: Timestamp = since(tx.now());
    let key: [Value; 6] = [
        tx.workspace().into(),
        line.record.into(),
        line.user.into(),
        tx.actor().user().unwrap_or(Id::NIL).into(),
        from.into(),
        line.set.into(),
    ];
    let same = "workspace_id = ?1 AND record_id = ?2 AND user_id = ?3 AND actor_id = ?4 AND at >= ?5 AND set_id <> ?6 \
        AND kind = 'changed' AND cards = 1 AND read_at = 0 AND mail <> 'due'";
    let rows = tx.query(&format!("SELECT times, fields FROM notices WHERE {same}"), &key)?;
    if rows.is_empty() {
        return Ok(());
    }
    let earlier: Vec<String> = rows.iter().map(|row| row.text(1).to_owned()).collect();
    line.times += rows.iter().map(|row| row.int(0)).sum::<i64>();
    let known = earlier.iter().map(String::as_str).chain([line.fields.as_str()]);
    line.fields = packed(&known.flat_map(fields).collect());
    tx.execute(&format!("DELETE FROM notices WHERE {same}"), &key).map(drop)
}

/// How long a letter is on its way at most.
const ON_ITS_WAY: i64 = 10 * MINUTE;

/// Whether a letter is on its way. One that has been for long was lost, and is asked for again: a second finds nothing to tell.
fn waits_for_mail(tx: &Tx, user: Id) -> Result<bool> {
    let sql =
        "SELECT 1 FROM notices WHERE workspace_id = ?1 AND user_id = ?2 AND mail = 'due' AND at > ?3 LIMIT 1";
    let lately = tx.now().plus(-ON_ITS_WAY);
    Ok(tx.query_one(sql, &[tx.workspace().into(), user.into(), lately.into()])?.is_some())
}

/// `<birthday><name>`: each field in brackets, so that one is taken out of the whole by its name.
fn packed(fields: &BTreeSet<&str>) -> String {
    fields.iter().map(|field| format!("<{field}>")).collect()
}

pub(super) fn fields(packed: &str) -> impl Iterator<Item = &str> {
    packed.split(['<', '>']).filter(|field| !field.is_empty())
}

/// The actor has read a notice. `NotFound` when it is not theirs.
pub fn set_read(tx: &mut Tx, id: Id) -> Result<()> {
    let now = tx.now();
    mark(tx, id, now.micros())
}

/// The actor has not read a notice, whatever it said.
pub fn set_unread(tx: &mut Tx, id: Id) -> Result<()> {
    mark(tx, id, 0)
}

fn mark(tx: &mut Tx, id: Id, at: i64) -> Result<()> {
    let user = tx.actor().user().ok_or(Error::NotFound)?;
    let params: [Value; 4] = [tx.workspace().into(), user.into(), id.into(), Value::Int(at)];
    let found = tx.execute(
        "UPDATE notices SET read_at = ?4 WHERE workspace_id = ?1 AND user_id = ?2 AND id = ?3",
        &params,
    )?;
    tx.emit(topic(user));
    if found == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// The actor has read everything.
pub fn read_all(tx: &mut Tx) -> Result<u64> {
    read_where(tx, "", None)
}

/// The actor has read whatever there was about a card.
pub fn read_card(tx: &mut Tx, card: Id) -> Result<u64> {
    read_where(tx, " AND record_id = ?4", Some(card))
}

fn read_where(tx: &mut Tx, which: &str, card: Option<Id>) -> Result<u64> {
    let user = tx.actor().user().ok_or(Error::NotFound)?;
    let mut params: Vec<Value> = vec![tx.workspace().into(), user.into(), tx.now().into()];
    params.extend(card.map(Value::from));
    let sql = format!(
        "UPDATE notices SET read_at = ?3 WHERE workspace_id = ?1 AND user_id = ?2 AND read_at = 0{which}"
    );
    let read = tx.execute(&sql, &params)?;
    if read > 0 {
        tx.emit(topic(user));
    }
    Ok(read)
}
