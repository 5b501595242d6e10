//! How what the sample sold goes again. Issued invoices, accepted quotes and billed orders refuse the trash, so they are not undone but
//! unmade, as the engine does with what one change set made and nobody changed since. What somebody did change is theirs, together
//! with everything that belongs to it: its payments, its order, the customer.

use std::collections::{BTreeMap, HashMap, HashSet};

use kernel::{Id, Result, Tx};
use records::{
    Record,
    changes::{self, ChangeSet, Kind},
    field::as_id,
    object::object,
    record, save, undo,
};

const SOLD: [&str; 8] =
    ["payment", "delivery", "invoice", "order", "quote", "price", "price_list", "product"];
/// What belongs together with a paper, whichever of both was changed.
const TOGETHER: [&str; 5] = ["about", "order", "quote", "credits", "list"];
/// What stays with a paper that stays.
const WITH_IT: [&str; 4] = ["company", "person", "deal", "product"];
const PAGE: usize = 500;

/// Takes away what the set sold; how many records were kept because somebody changed them.
pub(super) fn take_away(tx: &mut Tx, set: Id) -> Result<u64> {
    let made = made(tx, set)?;
    let mut sold: HashMap<Id, Record> = HashMap::new();
    for name in SOLD {
        let ids: Vec<Id> = made.iter().filter(|(_, object)| *object == name).map(|(id, _)| *id).collect();
        sold.extend(record::find_many(tx, &object(tx, name)?, &ids)?);
    }
    let mut theirs = HashSet::new();
    for record in sold.values() {
        if undo::is_changed_since(tx, set, &record.object, record.id)? {
            theirs.insert(record.id);
        }
    }
    spread(&sold, &mut theirs);
    let papers = theirs.len();
    let with_it = sold
        .values()
        .filter(|record| theirs.contains(&record.id))
        .flat_map(|record| refers(record, &WITH_IT));
    let with_it: Vec<Id> = with_it.filter(|id| made.contains_key(id)).collect();
    theirs.extend(with_it);
    hand_on(tx, set, &theirs)?;
    let mut rest: BTreeMap<&str, Vec<Id>> = BTreeMap::new();
    for record in sold.values().filter(|record| !theirs.contains(&record.id)) {
        rest.entry(record.object.key).or_default().push(record.id);
    }
    for (name, ids) in rest {
        save::unmake(tx, set, &object(tx, name)?, &ids)?;
    }
    trade::numbers::begin_anew(tx)?;
    Ok(if papers == 0 { 0 } else { theirs.len() as u64 })
}

/// What the set made, as object by id.
fn made(tx: &Tx, set: Id) -> Result<HashMap<Id, String>> {
    let (mut made, mut from) = (HashMap::new(), None);
    loop {
        let page = changes::of_set(tx, set, from, PAGE)?;
        let Some(last) = page.last() else { return Ok(made) };
        from = Some(last.id);
        let created = page.into_iter().filter(|change| change.kind == Kind::Created);
        made.extend(created.map(|change| (change.record, change.object)));
    }
}

/// Papers that belong together stay or go together.
fn spread(sold: &HashMap<Id, Record>, theirs: &mut HashSet<Id>) {
    loop {
        let before = theirs.len();
        for record in sold.values() {
            let others: Vec<Id> = refers(record, &TOGETHER).filter(|id| sold.contains_key(id)).collect();
            if theirs.contains(&record.id) {
                theirs.extend(others);
            } else if others.iter().any(|id| theirs.contains(id)) {
                theirs.insert(record.id);
            }
        }
        if theirs.len() == before {
            return;
        }
    }
}

fn refers<'r>(record: &'r Record, fields: &'r [&'r str]) -> impl Iterator<Item = Id> + 'r {
    let known = fields.iter().filter(|field| record.object.at(field).is_some());
    known.filter_map(|field| as_id(record.get(field)))
}

/// What stays is no longer of the sample: nothing takes its changes back.
fn hand_on(tx: &mut Tx, set: Id, theirs: &HashSet<Id>) -> Result<()> {
    if theirs.is_empty() {
        return Ok(());
    }
    let mut own = ChangeSet::new(tx, "change-sample").quietly();
    own.store(tx)?;
    let ids: Vec<Id> = theirs.iter().copied().collect();
    changes::hand_on(tx, set, own.id, &ids)
}
