//! Who wants to be left alone is not pulled up: what was promised to them stays on their card, but is on no list of the day.

use std::collections::HashMap;

use jiff::civil::Date;
use kernel::{Cx, Id, Result};
use records::{
    Record,
    field::{as_id, as_text, channels, reference},
    object::object,
    record,
};

/// The tasks but for those about cards that want to be left alone, which are counted.
pub(crate) fn without(cx: &Cx, tasks: Vec<Record>, spared: &mut usize) -> Result<Vec<Record>> {
    let mut cards: HashMap<&str, Vec<Id>> = HashMap::new();
    for (name, id) in tasks.iter().filter_map(|task| reference::target(task.get("about"))) {
        cards.entry(name).or_default().push(id);
    }
    let mut found: HashMap<Id, Record> = HashMap::new();
    for (name, ids) in cards {
        found.extend(record::find_fields(cx, &object(cx, name)?, &ids, &ASKED)?);
    }
    let today = cx.today();
    let is_spared = |task: &Record| {
        let way = if task.text("kind") == "call_back" { "phone" } else { "all" };
        as_id(task.get("about")).and_then(|id| found.get(&id)).is_some_and(|card| wishes(card, way, today))
    };
    let left: Vec<bool> = tasks.iter().map(is_spared).collect();
    *spared += left.iter().filter(|spared| **spared).count();
    Ok(tasks.into_iter().zip(left).filter(|(_, spared)| !spared).map(|(task, _)| task).collect())
}

/// What says so on a card.
const ASKED: [&str; 3] = ["standing", "standing_until", "do_not_contact"];

/// Whether a card does not want to be reached this way today: it is not interested, or forbids the way or all of them.
pub(crate) fn wishes(card: &Record, way: &str, today: Date) -> bool {
    let over = as_text(card.get("standing_until")).parse::<Date>().is_ok_and(|until| until < today);
    let not_interested = card.text("standing") == "not_interested" && !over;
    not_interested || channels::forbids(card.get("do_not_contact"), way, today).is_some()
}
