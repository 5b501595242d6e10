//! The same done to many records, as one change set that one undo takes back: chosen ones, or all that a query finds. Few at
//! once, many by a job that goes on after a restart where it stopped.

use std::sync::Arc;

use jobs::{Job, Run};
use kernel::{Cx, Error, Id, Result, Text, Tx};
use serde::{Deserialize, Serialize};

use crate::{
    ChangeSet, Filter, Json, Object, Query,
    access::{self, Verb},
    links::{self, Link, NewLink},
    object::object,
    query::{self, steps},
    record, save,
    save::Values,
};

/// So many are done while somebody waits.
pub const AT_ONCE: u64 = 500;
/// Records of one transaction of the job.
const BITE: usize = 250;
/// Refused records that are named.
const NAMED: usize = 20;

/// What is done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Deed {
    /// Gives a field this value.
    Set {
        field: String,
        value: Json,
    },
    /// Adds to a field that holds several values, such as tags.
    Add {
        field: String,
        values: Vec<Json>,
    },
    /// Takes these out of such a field.
    Remove {
        field: String,
        values: Vec<Json>,
    },
    /// Relates them with a card.
    Relate(Relation),
    /// Takes such a relation away.
    Unrelate(Relation),
    Trash,
}

/// A relation of each of the records with one card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    pub kind: String,
    /// The records are where it begins.
    pub forth: bool,
    /// The card.
    pub object: String,
    pub card: Id,
    /// When it is taken away: only with this role, unless empty.
    pub role: String,
}

/// To which records.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    These(Vec<Id>),
    /// All that this filter, as it is written in an address, and these words find.
    All {
        filter: String,
        words: String,
    },
}

/// A deed on records of one object.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bulk {
    pub object: String,
    pub which: Which,
    pub deed: Deed,
}

/// What became of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    pub changed: u64,
    /// Had it already.
    pub unchanged: u64,
    /// Could not be changed; the first of them with the reason.
    pub refused: u64,
    pub reasons: Vec<(Id, String)>,
}

impl Bulk {
    /// How many records it is about.
    pub fn count(&self, cx: &Cx) -> Result<u64> {
        self.count_to(cx, u64::from(u32::MAX))
    }

    /// Whether there are so many that nobody should wait for them.
    pub fn is_large(&self, cx: &Cx) -> Result<bool> {
        Ok(self.count_to(cx, AT_ONCE)? > AT_ONCE)
    }

    /// The records behind this one, in the order of their making.
    fn ids(&self, cx: &Cx, after: Id) -> Result<Vec<Id>> {
        match &self.which {
            Which::These(ids) => {
                let mut ids: Vec<Id> = ids.iter().copied().filter(|id| *id > after).collect();
                ids.sort_unstable();
                Ok(ids)
            }
            Which::All { .. } => {
                let after = (!after.is_nil()).then(|| query::Cursor::at(after));
                query::ids(cx, &object(cx, &self.object)?, &Query { after, ..self.query()? })
            }
        }
    }

    fn count_to(&self, cx: &Cx, cap: u64) -> Result<u64> {
        match &self.which {
            Which::These(ids) => Ok(ids.len() as u64),
            Which::All { .. } => query::count(cx, &object(cx, &self.object)?, &self.query()?, cap),
        }
    }

    /// The records in the order of their making.
    pub fn query(&self) -> Result<Query> {
        let Which::All { filter, words } = &self.which else { return Ok(Query::default()) };
        Ok(Query { filter: Filter::parse(filter)?, words: words.clone(), by_id: true, ..Query::default() })
    }

    /// What the deed makes of a record's value; nothing when it leaves it as it is or is about no field.
    pub fn change(&self, record: &crate::Record) -> Option<(String, Json)> {
        let listed = |field: &str| record.get(field).as_array().cloned().unwrap_or_default();
        let (field, value) = match &self.deed {
            Deed::Set { field, value } => (field, value.clone()),
            Deed::Add { field, values } => {
                let mut all = listed(field);
                all.extend(values.iter().filter(|value| !listed(field).contains(value)).cloned());
                (field, Json::Array(all))
            }
            Deed::Remove { field, values } => {
                let mut all = listed(field);
                all.retain(|value| !values.contains(value));
                (field, crate::field::list_or_null(all))
            }
            Deed::Trash | Deed::Relate(_) | Deed::Unrelate(_) => return None,
        };
        (*record.get(field) != value).then(|| (field.clone(), value))
    }

    /// The relations of a record that the deed would take away, or that already are what it would make.
    pub fn standing(&self, cx: &Cx, record: Id) -> Result<Vec<Link>> {
        let (Deed::Relate(relation) | Deed::Unrelate(relation)) = &self.deed else { return Ok(Vec::new()) };
        let ends = |forth: bool| if forth { (record, relation.card) } else { (relation.card, record) };
        let (from, to) = ends(relation.forth);
        let mut found = links::between(cx, &relation.kind, from, to)?;
        if self.object == relation.object && steps::symmetric(cx, &relation.kind)? {
            found.extend(links::between(cx, &relation.kind, to, from)?);
        }
        let adds = matches!(self.deed, Deed::Relate(_));
        found.retain(|link| match adds {
            true => link.role == relation.role.trim() && link.ended_on.is_empty(),
            false => relation.role.trim().is_empty() || link.role == relation.role.trim(),
        });
        Ok(found)
    }

    fn relate(&self, tx: &mut Tx, set: &mut ChangeSet, record: Id) -> Result<bool> {
        let standing = self.standing(tx, record)?;
        match &self.deed {
            Deed::Relate(relation) if standing.is_empty() => {
                let (own, other) =
                    ((self.object.as_str(), record), (relation.object.as_str(), relation.card));
                let (from, to) = if relation.forth { (own, other) } else { (other, own) };
                let link = NewLink::new(&relation.kind, from, to).role(&relation.role);
                links::add(tx, set, &link).map(|_| true)
            }
            Deed::Unrelate(_) => {
                for link in &standing {
                    links::remove(tx, set, link.id)?;
                }
                Ok(!standing.is_empty())
            }
            _ => Ok(false),
        }
    }

    /// `Denied` when the actor may do this with no record; with several at once, when they may do so with none.
    fn require(&self, cx: &Cx, object: &Object) -> Result<()> {
        access::require(cx, object, if self.deed == Deed::Trash { Verb::Delete } else { Verb::Edit })?;
        if let Deed::Relate(relation) | Deed::Unrelate(relation) = &self.deed {
            // What may not be seen does not exist.
            record::find(cx, &crate::object::object(cx, &relation.object)?, relation.card)?;
        }
        if self.is_many() { access::require(cx, object, Verb::Bulk) } else { Ok(()) }
    }

    fn is_many(&self) -> bool {
        !matches!(&self.which, Which::These(ids) if ids.len() == 1)
    }

    fn label(&self) -> &'static str {
        match self.deed {
            Deed::Trash => "change-trashed",
            Deed::Relate(_) => "change-linked",
            Deed::Unrelate(_) => "change-unlinked",
            _ => "change-edited",
        }
    }

    /// Does it now, in this transaction; says which set it became.
    pub fn run(&self, tx: &mut Tx) -> Result<(Id, Outcome)> {
        let object = object(tx, &self.object)?;
        self.require(tx, &object)?;
        let mut set = ChangeSet::new(tx, self.label());
        let mut outcome = Outcome::default();
        let ids = match &self.which {
            Which::These(ids) => ids.clone(),
            Which::All { .. } => {
                let page = query::page(tx, &object, &self.query()?, &[object.title], AT_ONCE as usize)?;
                page.records.into_iter().map(|record| record.id).collect()
            }
        };
        for id in ids {
            self.one(tx, &mut set, &object, id, &mut outcome)?;
        }
        set.close(tx)?;
        Ok((set.id, outcome))
    }

    fn one(
        &self,
        tx: &mut Tx,
        set: &mut ChangeSet,
        object: &Arc<Object>,
        id: Id,
        outcome: &mut Outcome,
    ) -> Result<()> {
        let done = match record::find(tx, object, id) {
            Err(Error::NotFound) => return Ok(()),
            Err(error) => Err(error),
            Ok(record) if record.trashed_at.is_some() => return Ok(()),
            Ok(record) if self.is_many() && !access::may_on(tx, &record, Verb::Bulk)? => Err(Error::Denied),
            Ok(_) if self.deed == Deed::Trash => save::trash(tx, set, object, id).map(|_| true),
            Ok(_) if matches!(self.deed, Deed::Relate(_) | Deed::Unrelate(_)) => self.relate(tx, set, id),
            Ok(record) => match self.change(&record) {
                None => Ok(false),
                Some((field, value)) => {
                    let values = Values::from_iter([(field, value)]);
                    save::edit(tx, set, object, id, values, &Values::new()).map(|_| true)
                }
            },
        };
        match done {
            Ok(true) => outcome.changed += 1,
            Ok(false) => outcome.unchanged += 1,
            Err(Error::Invalid(errors)) => {
                outcome.refused += 1;
                if outcome.reasons.len() < NAMED {
                    let reason = errors.0.first().map(|(_, text)| text.key.to_owned()).unwrap_or_default();
                    outcome.reasons.push((id, reason));
                }
            }
            Err(Error::Denied) => outcome.refused += 1,
            Err(error) => return Err(error),
        }
        Ok(())
    }
}

/// A deed on many records.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct BulkJob {
    pub bulk: Bulk,
    /// The change set it becomes.
    pub set: Id,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Place {
    after: Id,
    begun: bool,
    outcome: Outcome,
}

/// Begins a deed on many records: the job, and the set that it becomes.
pub fn begin(tx: &mut Tx, bulk: Bulk) -> Result<(Id, Id)> {
    bulk.require(tx, &*object(tx, &bulk.object)?)?;
    let set = tx.new_id();
    let job = jobs::enqueue(tx, &BulkJob { bulk, set })?;
    Ok((job, set))
}

impl Job for BulkJob {
    const KIND: &'static str = "records.bulk";

    fn run(&self, run: &Run) -> Result<()> {
        let mut place = run.last_checkpoint::<Place>()?.unwrap_or_default();
        // Found once: a filter that no index serves looks at every record.
        let ids = run.db.read(&run.scope, |cx| self.bulk.ids(cx, place.after))?;
        let mut done = place.outcome.changed + place.outcome.unchanged + place.outcome.refused;
        let total = done + ids.len() as u64;
        for ids in ids.chunks(BITE) {
            run.db.write(&run.scope, |tx| self.bite(run, tx, ids, &mut place))?;
            done += ids.len() as u64;
            run.note(
                Text::new("bulk-told")
                    .with("changed", place.outcome.changed)
                    .with("unchanged", place.outcome.unchanged)
                    .with("refused", place.outcome.refused),
            );
            run.progress(done, total)?;
        }
        Ok(())
    }
}

impl BulkJob {
    /// The next records, in one transaction.
    fn bite(&self, run: &Run, tx: &mut Tx, ids: &[Id], place: &mut Place) -> Result<()> {
        let object = object(tx, &self.bulk.object)?;
        let mut set = if place.begun {
            ChangeSet::resume(self.set, self.bulk.label())
        } else {
            ChangeSet::with_id(self.set, self.bulk.label())
        };
        let before = place.clone();
        for id in ids {
            if let Err(error) = self.bulk.one(tx, &mut set, &object, *id, &mut place.outcome) {
                *place = before;
                return Err(error);
            }
            place.after = *id;
        }
        place.begun = place.begun || set.touched() > 0;
        set.close(tx)?;
        run.checkpoint(tx, place)
    }
}
