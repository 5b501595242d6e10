//! Which cards the rows of a batch match: asked of the database for the whole batch, and remembered for the cards
//! that the same transaction makes.

use std::{
    collections::{
        HashMap,
        hash_map::{DefaultHasher, Entry},
    },
    hash::{Hash, Hasher},
    sync::Arc,
};

use kernel::{Cx, Id, Result, Value};

use crate::{
    Object, Record, access,
    import::{
        draft::CardDraft,
        plan::{MatchBy, Plan},
    },
    lookups::{self, Lookup},
    own,
    record::{self, marks},
};

/// Cards of one key that are compared with a row.
pub(super) const NAMESAKES: usize = 10;

#[derive(Default)]
pub(super) struct Found {
    /// Of this batch.
    stored: HashMap<u64, Ids>,
    /// Of what is not in the database yet.
    new: HashMap<u64, Ids>,
    records: HashMap<Id, Record>,
}

/// Almost always one; a dry run remembers millions.
enum Ids {
    One(Id),
    Many(Vec<Id>),
}

impl Ids {
    fn all(&self) -> &[Id] {
        match self {
            Ids::One(id) => std::slice::from_ref(id),
            Ids::Many(ids) => ids,
        }
    }

    fn add(map: &mut HashMap<u64, Ids>, number: u64, id: Id) {
        match map.entry(number) {
            Entry::Vacant(entry) => {
                entry.insert(Ids::One(id));
            }
            Entry::Occupied(mut entry) => match entry.get_mut() {
                Ids::One(first) => *entry.get_mut() = Ids::Many(vec![*first, id]),
                Ids::Many(ids) => ids.push(id),
            },
        }
    }
}

/// What is asked about one object.
struct Wanted<'d> {
    object: Arc<Object>,
    keys: Vec<&'d Lookup>,
}

/// A key of one field of one object as a number: among a million, two alike are as likely as a broken disk.
fn number(object: &Object, by: usize, key: &Lookup) -> u64 {
    let mut hasher = DefaultHasher::new();
    (object.key, by, key.kind, &key.value).hash(&mut hasher);
    hasher.finish()
}

impl Found {
    pub(super) fn look_up<'d>(
        &mut self,
        cx: &Cx,
        plan: &Plan,
        cards: impl Iterator<Item = &'d CardDraft>,
    ) -> Result<()> {
        self.stored.clear();
        self.records.clear();
        let mut wanted: HashMap<(&str, usize), Wanted> = HashMap::new();
        for card in cards {
            let object = card.prepared.object();
            for (by, key) in &card.keys {
                let entry = wanted.entry((object.key, *by));
                let entry = entry.or_insert_with(|| Wanted { object: object.clone(), keys: Vec::new() });
                entry.keys.push(key);
            }
        }
        for ((_, by), wanted) in wanted {
            self.ask(cx, &wanted.object, by, &plan.match_by[by], &wanted.keys)?;
        }
        Ok(())
    }

    fn ask(
        &mut self,
        cx: &Cx,
        object: &Arc<Object>,
        by: usize,
        how: &MatchBy,
        keys: &[&Lookup],
    ) -> Result<()> {
        let mut ids = Vec::new();
        let mut values: Vec<String> = keys.iter().map(|key| key.value.clone()).collect();
        values.sort_unstable();
        values.dedup();
        let Some(kind) = keys.first().map(|key| key.kind) else { return Ok(()) };
        if let MatchBy::Likeness = how {
            return self.ask_alike(cx, object, by, keys);
        }
        let found = match how {
            MatchBy::Text(field) => by_text(cx, object, field, &values)?,
            MatchBy::Uid => by_uid(cx, object, &values)?,
            _ => lookups::find_all(cx, object.key, kind, &values)?,
        };
        ids.extend(found.iter().map(|(_, id)| *id));
        ids.sort_unstable();
        ids.dedup();
        let records = record::find_many(cx, object, &ids)?;
        // A card that whoever imports may not see is not there for them.
        for (value, id) in found.into_iter().filter(|(_, id)| records.contains_key(id)) {
            let key = Lookup::new(kind, value);
            Ids::add(&mut self.stored, number(object, by, &key), id);
        }
        self.records.extend(records);
        Ok(())
    }

    /// Cards that share anything the matcher goes by; of namesakes a few, for a name alone makes nobody the same.
    fn ask_alike(&mut self, cx: &Cx, object: &Arc<Object>, by: usize, keys: &[&Lookup]) -> Result<()> {
        let mut found: Vec<(Lookup, Id)> = Vec::new();
        for kind in ["email", "phone", lookups::SOUND] {
            let mut values: Vec<String> =
                keys.iter().filter(|key| key.kind == kind).map(|key| key.value.clone()).collect();
            values.sort_unstable();
            values.dedup();
            let these = lookups::find_some(cx, object.key, kind, &values, NAMESAKES)?;
            found.extend(these.into_iter().map(|(value, id)| (Lookup::new(kind, value), id)));
        }
        let mut ids: Vec<Id> = found.iter().map(|(_, id)| *id).collect();
        ids.sort_unstable();
        ids.dedup();
        let records = record::find_many(cx, object, &ids)?;
        for (key, id) in found.into_iter().filter(|(_, id)| records.contains_key(id)) {
            Ids::add(&mut self.stored, number(object, by, &key), id);
        }
        self.records.extend(records);
        Ok(())
    }

    /// The cards with this key, oldest first.
    pub(super) fn of(&self, object: &Object, by: usize, key: &Lookup) -> Vec<Id> {
        let number = number(object, by, key);
        let lists = [self.stored.get(&number), self.new.get(&number)];
        let mut ids: Vec<Id> = lists.into_iter().flatten().flat_map(Ids::all).copied().collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// A card that was there before the batch, as it was then.
    pub(super) fn record(&self, id: Id) -> Option<&Record> {
        self.records.get(&id)
    }

    /// What the record is has changed: it is read again when it is needed.
    pub(super) fn changed(&mut self, id: Id) {
        self.records.remove(&id);
    }

    pub(super) fn add(&mut self, object: &Object, keys: &[(usize, Lookup)], id: Id) {
        for (by, key) in keys {
            Ids::add(&mut self.new, number(object, *by, key), id);
        }
    }

    pub(super) fn forget_new(&mut self) {
        self.new.clear();
    }
}

/// The living cards whose field is one of these texts.
fn by_text(cx: &Cx, object: &Object, field: &str, values: &[String]) -> Result<Vec<(String, Id)>> {
    let column = match object.field(field)? {
        own if own.own => own::expression(cx.dialect(), "t", own.stored(), own.kind.storage()[0].1),
        _ => format!("t.\"{field}\""),
    };
    let mut found = Vec::new();
    for values in values.chunks(200) {
        let sql = format!(
            "SELECT {column}, t.id FROM {} AS t WHERE t.workspace_id = ?1 AND t.trashed_at = 0{} AND {column} IN ({})",
            object.table,
            access::of_object(object, "t"),
            marks(2, values.len())
        );
        let params: Vec<Value> =
            std::iter::once(cx.workspace().into()).chain(values.iter().map(Value::from)).collect();
        for row in cx.query(&sql, &params)? {
            found.push((row.text(0).to_owned(), row.get(1)?));
        }
    }
    Ok(found)
}

/// By what another program calls them, or by their own ids, which our exports use.
fn by_uid(cx: &Cx, object: &Arc<Object>, values: &[String]) -> Result<Vec<(String, Id)>> {
    let mut found = lookups::find_all(cx, object.key, "uid", values)?;
    let own =
        |value: &String| value.strip_prefix("urn:uuid:")?.parse::<Id>().ok().map(|id| (id, value.clone()));
    let own: HashMap<Id, String> = values.iter().filter_map(own).collect();
    let ids: Vec<Id> = own.keys().copied().collect();
    for (id, record) in record::find_many(cx, object, &ids)? {
        if record.trashed_at.is_none() {
            found.push((own[&id].clone(), id));
        }
    }
    Ok(found)
}
