//! Households, and a year of calls, notes and tasks, put on the people that were imported: through the gate for
//! all writes, many in a transaction. This is set-up; how long it takes is said, and is no measure.

use std::sync::Arc;

use anyhow::Result;
use kernel::{Db, Id, Scope, Timestamp, Tx, clock::DAY};
use records::{
    ChangeSet, Json, Object,
    links::{self, NewLink},
    object::object,
    save::{self, Values},
};

use crate::{cultures::CULTURES, dice::Dice};

/// People whose cards are furnished in one transaction.
const BATCH: usize = 2_000;
/// One household of two among so many people.
const PEOPLE_PER_HOUSEHOLD: usize = 20;
const YEAR: u64 = 365 * DAY as u64;
/// What the dice of a kind decide.
const FURNISH: u64 = 2;

const TEXTS: [&str; 6] = [
    "Wants the new price list before the end of the month, and a call when it is sent.",
    "Asked for a meeting in the spring. Prefers mornings, and never on Fridays.",
    "The delivery came a week late; promised to look into it and to call back with an answer.",
    "Talked about the contract. They are happy with the service and want to go on for another year.",
    "Nobody answered in the office, left a message with the front desk.",
    "Met at the fair. Interested in the larger model, needs approval from the board first.",
];
const SUBJECTS: [&str; 4] =
    ["Send the offer", "Check the address", "Prepare the meeting", "Ask about the invoice"];

/// What was put on the cards.
#[derive(Debug, Default)]
pub(crate) struct Furnished {
    pub(crate) households: u64,
    pub(crate) activities: u64,
}

/// Goes through all people, with so many activities per person on average.
pub(crate) fn furnish(db: &Db, scope: &Scope, users: &[Id], per_person: f64) -> Result<Furnished> {
    let mut done = Furnished::default();
    let mut last = Id::NIL;
    loop {
        let people = db.read(scope, |cx| {
            let rows = cx.query(
                "SELECT id FROM people WHERE workspace_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3",
                &[cx.workspace().into(), last.into(), BATCH.into()],
            )?;
            rows.iter().map(|row| row.get(0)).collect::<kernel::Result<Vec<Id>>>()
        })?;
        let Some(end) = people.last() else { return Ok(done) };
        last = *end;
        let dice = Dice::of(FURNISH, done.households);
        db.write(scope, |tx| {
            let mut furnisher = Furnisher {
                people: &people,
                users,
                dice,
                set: ChangeSet::new(tx, "change-created").in_bulk(),
            };
            for at in 0..people.len() / PEOPLE_PER_HOUSEHOLD {
                furnisher.household(tx, at * PEOPLE_PER_HOUSEHOLD)?;
                done.households += 1;
            }
            for _ in 0..(people.len() as f64 * per_person) as u64 {
                furnisher.activity(tx)?;
                done.activities += 1;
            }
            furnisher.set.close(tx)?;
            Ok(())
        })?;
    }
}

struct Furnisher<'a> {
    people: &'a [Id],
    users: &'a [Id],
    dice: Dice,
    set: ChangeSet,
}

impl Furnisher<'_> {
    fn household(&mut self, tx: &mut Tx, at: usize) -> kernel::Result<()> {
        let culture = &CULTURES[self.dice.below(CULTURES.len() as u64) as usize];
        let name = format!("{} family", self.dice.pick(culture.family));
        let declared = object(tx, "household")?;
        let household = save::create(tx, &mut self.set, &declared, values([("name", name.into())]))?;
        for member in self.people.iter().skip(at).take(2) {
            let link = NewLink::new("member_of", ("person", *member), ("household", household));
            links::add(tx, &mut self.set, &link)?;
        }
        Ok(())
    }

    fn activity(&mut self, tx: &mut Tx) -> kernel::Result<()> {
        let about = self.people[self.dice.often_low(self.people.len() as u64) as usize];
        let about = Json::from(format!("person:{about}"));
        let by = Json::from(self.dice.pick(self.users).to_string());
        let (declared, mut made) = self.kind(tx, by)?;
        made.insert("about".to_owned(), about);
        save::create(tx, &mut self.set, &declared, made).map(drop)
    }

    fn kind(&mut self, tx: &Tx, by: Json) -> kernel::Result<(Arc<Object>, Values)> {
        let at = self.moment(tx.now());
        let text = Json::from(*self.dice.pick(&TEXTS));
        Ok(match self.dice.below(10) {
            0..5 => {
                let outcome = if self.dice.chance(70) { "reached" } else { "not_reached" };
                let duration = Json::from(self.dice.below(1500));
                let call =
                    [("at", at), ("owner", by), ("outcome", outcome.into()), ("direction", "out".into())];
                (
                    object(tx, "call")?,
                    values(call.into_iter().chain([("text", text), ("duration", duration)])),
                )
            }
            5..8 => (object(tx, "note")?, values([("at", at), ("owner", by), ("text", text)])),
            _ => {
                let done = if self.dice.chance(80) { at.clone() } else { Json::Null };
                let subject = Json::from(*self.dice.pick(&SUBJECTS));
                let task = [("subject", subject), ("due_at", at), ("done_at", done), ("assignee", by)];
                (object(tx, "task")?, values(task))
            }
        })
    }

    /// Some time in the year before.
    fn moment(&mut self, now: Timestamp) -> Json {
        let before = i64::try_from(self.dice.below(YEAR)).unwrap_or(0);
        now.plus(-before).micros().into()
    }
}

fn values<'a>(pairs: impl IntoIterator<Item = (&'a str, Json)>) -> Values {
    pairs.into_iter().map(|(field, value)| (field.to_owned(), value)).collect()
}
