//! Following a card: who hears of what happens with it. Whoever is responsible for a card follows it unless they said no,
//! without a row of its own, so that a thousand cards change hands at no cost.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kernel::{Cx, Error, Id, Result, Tx, Value};

use crate::{
    Record, catalog,
    field::as_id,
    notices::choices,
    object::{Object, ObjectKind},
    record::{MOST_AT_ONCE, marks, these},
};

const INSERT: &str = "INSERT INTO following (workspace_id, card_id, user_id, object, state, since_at) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

/// Who follows this card, members and former ones.
pub fn followers(cx: &Cx, card: &Record) -> Result<BTreeSet<Id>> {
    let cards = BTreeMap::from([(card.id, card.object.key)]);
    Ok(of_cards(cx, &cards)?.into_iter().map(|(_, user)| user).collect())
}

/// The actor hears of this card from now on. `NotFound` for what is no card.
pub fn follow(tx: &mut Tx, card: &Record) -> Result<()> {
    let user = tx.actor().user().ok_or(Error::Denied)?;
    put(tx, card, user, "on")
}

/// The actor hears of this card no more, though they may be responsible for it.
pub fn unfollow(tx: &mut Tx, card: &Record) -> Result<()> {
    let user = tx.actor().user().ok_or(Error::Denied)?;
    put(tx, card, user, "off")
}

/// Lets somebody follow who took part, unless they chose otherwise for all cards or for this one.
pub fn follow_by_itself(tx: &mut Tx, card: &Record, user: Id) -> Result<()> {
    if !choices::of_workspace(tx)?.follows_by_itself(user) {
        return Ok(());
    }
    tx.execute(&format!("{INSERT} ON CONFLICT DO NOTHING"), &row(tx, card, user, "on")).map(drop)
}

/// Whoever follows one card follows the other as well, unless they said of that what they want.
pub fn pass_on(tx: &mut Tx, from: &Record, to: (&Object, Id)) -> Result<()> {
    tx.execute(
        "INSERT INTO following (workspace_id, card_id, user_id, object, state, since_at) \
         SELECT workspace_id, ?3, user_id, ?4, state, ?5 FROM following \
         WHERE workspace_id = ?1 AND card_id = ?2 AND state = 'on' ON CONFLICT DO NOTHING",
        &[tx.workspace().into(), from.id.into(), to.1.into(), to.0.key.into(), tx.now().into()],
    )?;
    tx.emit(format!("following:{}", to.1));
    Ok(())
}

fn put(tx: &mut Tx, card: &Record, user: Id, state: &str) -> Result<()> {
    if card.object.kind != ObjectKind::Card {
        return Err(Error::NotFound);
    }
    let sql = format!(
        "{INSERT} ON CONFLICT (workspace_id, card_id, user_id) \
         DO UPDATE SET state = excluded.state, since_at = excluded.since_at"
    );
    tx.execute(&sql, &row(tx, card, user, state))?;
    tx.emit(format!("following:{}", card.id));
    Ok(())
}

fn row(tx: &Tx, card: &Record, user: Id, state: &str) -> [Value; 6] {
    [
        tx.workspace().into(),
        card.id.into(),
        user.into(),
        card.object.key.into(),
        state.into(),
        tx.now().into(),
    ]
}

/// Who follows which of these cards, given by id with their object's key.
pub(crate) fn of_cards(cx: &Cx, cards: &BTreeMap<Id, &'static str>) -> Result<Vec<(Id, Id)>> {
    let mut said: HashMap<(Id, Id), bool> = HashMap::new();
    let ids: Vec<Id> = cards.keys().copied().collect();
    for ids in ids.chunks(MOST_AT_ONCE) {
        // Of what was merged into a card, the followers are its own.
        let (places, params) = these(cx, ids);
        let sql = format!(
            "WITH RECURSIVE whole (card_id, root_id) AS (\
             SELECT m.record_id, m.into_id FROM merges m WHERE m.workspace_id = ?1 AND m.into_id IN ({places}) \
             UNION SELECT m.record_id, w.root_id FROM merges m JOIN whole w ON m.into_id = w.card_id \
             WHERE m.workspace_id = ?1) \
             SELECT w.root_id, f.user_id, f.state FROM whole w JOIN following f ON f.card_id = w.card_id \
             WHERE f.workspace_id = ?1"
        );
        read_into(&mut said, cx, &sql, &params)?;
        let sql = format!(
            "SELECT card_id, user_id, state FROM following WHERE workspace_id = ?1 AND card_id IN ({places})"
        );
        read_into(&mut said, cx, &sql, &params)?;
    }
    let choices = choices::of_workspace(cx)?;
    for (card, user) in responsible(cx, cards)? {
        if choices.follows_by_itself(user) {
            said.entry((card, user)).or_insert(true);
        }
    }
    let mut found: Vec<(Id, Id)> = said.into_iter().filter(|(_, on)| *on).map(|(pair, _)| pair).collect();
    found.sort_unstable();
    Ok(found)
}

fn read_into(said: &mut HashMap<(Id, Id), bool>, cx: &Cx, sql: &str, params: &[Value]) -> Result<()> {
    for row in cx.query(sql, params)? {
        said.insert((row.get(0)?, row.get(1)?), row.text(2) == "on");
    }
    Ok(())
}

/// The owners of these cards; who merely made one is not asked.
fn responsible(cx: &Cx, cards: &BTreeMap<Id, &'static str>) -> Result<Vec<(Id, Id)>> {
    let catalog = catalog(cx)?;
    let mut by_object: BTreeMap<&str, Vec<Id>> = BTreeMap::new();
    for (id, object) in cards {
        by_object.entry(object).or_default().push(*id);
    }
    let mut found = Vec::new();
    for (name, ids) in by_object {
        let Ok(object) = catalog.object(name) else { continue };
        let Some(owner) = owner_column(object) else { continue };
        for ids in ids.chunks(MOST_AT_ONCE) {
            let mut params: Vec<Value> = vec![cx.workspace().into(), Id::NIL.into()];
            params.extend(ids.iter().copied().map(Value::from));
            let sql = format!(
                "SELECT id, \"{owner}\" FROM {} WHERE workspace_id = ?1 AND \"{owner}\" <> ?2 AND id IN ({})",
                object.table,
                marks(3, ids.len())
            );
            for row in cx.query(&sql, &params)? {
                found.push((row.get(0)?, row.get(1)?));
            }
        }
    }
    Ok(found)
}

/// The column that names who is responsible, where the object has one.
fn owner_column(object: &Object) -> Option<&'static str> {
    object.at(object.owner).filter(|at| !object.fields[*at].own).map(|_| object.owner)
}

/// Whom a record names as responsible.
pub(crate) fn owner(record: &Record) -> Option<Id> {
    owner_column(&record.object).and_then(|column| as_id(record.get(column)))
}

/// The cards that the actor chose to follow, by object; those they follow because they are responsible are not named.
pub fn chosen(cx: &Cx) -> Result<BTreeMap<String, Vec<Id>>> {
    let user = cx.actor().user().ok_or(Error::Denied)?;
    let rows = cx.query(
        "SELECT object, card_id FROM following WHERE workspace_id = ?1 AND user_id = ?2 AND state = 'on' \
         ORDER BY since_at DESC, card_id",
        &[cx.workspace().into(), user.into()],
    )?;
    let mut found: BTreeMap<String, Vec<Id>> = BTreeMap::new();
    for row in rows {
        found.entry(row.text(0).to_owned()).or_default().push(row.get(1)?);
    }
    Ok(found)
}
