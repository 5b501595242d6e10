//! Counts and sums that are kept say what the records would say, whatever happened to them meanwhile and whoever asks.

use std::{collections::BTreeMap, sync::Arc, thread};

use kernel::{Cx, Id, Result, Scope};
use records::{
    ChangeSet, Filter, Json, Object, Operator, Query,
    field::options::OwnOption,
    object::object,
    query::{self, Aggregate, Total, Wanted},
    save::{self, Values},
    shape::{self, FieldForm, OwnKind, Settings, convert::Lost},
    slow::{self, Wish},
    tally::{SettleJob, TallyJob},
    undo,
};
use testbed::{Testbed, on_each_database};

use crate::{dice::Dice, types::convert_of};

/// Each group with its count and its totals.
type Groups = BTreeMap<String, (i64, Vec<Total>)>;
type Said = (Groups, (i64, Vec<Total>));

/// What a list in groups says and what its whole says, in both ways: as they are asked, and with a condition that all records meet
/// and no tally knows.
pub(crate) fn both_ways(cx: &Cx, object: &Arc<Object>, by: &str, wanted: &[Wanted]) -> Result<[Said; 2]> {
    let every = Filter::field("created_at", Operator::NotEmpty, &[]);
    let ask = |filter: Filter| -> Result<Said> {
        let query = Query { filter, ..Query::default() };
        let groups = query::groups(cx, object, &query, by, wanted)?.groups;
        let said = groups.into_iter().map(|group| (group.value.to_string(), (group.count, group.totals)));
        Ok((said.collect(), query::totals(cx, object, &query, wanted)?))
    };
    Ok([ask(Filter::default())?, ask(every)?])
}

fn all_of(field: &str) -> Vec<Wanted> {
    let aggregates = [Aggregate::Sum, Aggregate::Average, Aggregate::Filled, Aggregate::Share];
    aggregates.map(|aggregate| Wanted { field: field.to_owned(), aggregate }).to_vec()
}

fn add(bed: &Testbed, label: &str, kind: &str) -> String {
    let option = |key: &str| OwnOption { key: key.to_owned(), label: key.to_owned(), ..OwnOption::default() };
    let settings =
        Settings { options: ["gold", "silver", "tin"].map(option).to_vec(), ..Settings::default() };
    let kind = Some(OwnKind::of(kind, &settings).unwrap());
    let form = FieldForm { label: label.to_owned(), kind, ..FieldForm::default() };
    let added = bed.db().write(&bed.ivan().scope(), |tx| {
        let person = object(tx, "person")?;
        shape::add_field(tx, &person, &form)
    });
    added.unwrap()
}

/// The own fields of this test: a choice, a number and money.
struct Fields {
    segment: String,
    size: String,
    fee: String,
}

impl Fields {
    fn add(bed: &Testbed) -> Fields {
        Fields {
            segment: add(bed, "Segment", "select"),
            size: add(bed, "Size", "number"),
            fee: add(bed, "Fee", "money"),
        }
    }

    /// The tallies of the segment and of a field that everybody has.
    fn tallies(&self) -> Vec<TallyJob> {
        let mut of = vec![self.size.clone(), self.fee.clone()];
        of.sort_unstable();
        let by = [self.segment.as_str(), "source"];
        by.map(|by| TallyJob { object: "person".to_owned(), by: by.to_owned(), of: of.clone() }).to_vec()
    }

    fn wanted(&self) -> Vec<Wanted> {
        [all_of(&self.size), all_of(&self.fee)].concat()
    }

    /// Values by chance, some of them empty.
    fn values(&self, dice: &mut Dice) -> Values {
        let mut values = Values::new();
        for (field, one) in [
            (self.segment.as_str(), Json::from(dice.pick(&["gold", "silver", "tin"]))),
            (&self.size, Json::from(dice.below(2_000) as i64 - 1_000)),
            (
                &self.fee,
                serde_json::json!({ "minor": dice.below(9_000), "currency": dice.pick(&["EUR", "EUR", "TRY"]) }),
            ),
            ("source", Json::from(dice.pick(&["web", "fair"]))),
        ] {
            if dice.chance(70) {
                values.insert(field.to_owned(), if dice.chance(15) { Json::Null } else { one });
            }
        }
        values
    }

    /// Everybody hears the same, kept or counted.
    fn agree(&self, bed: &Testbed, when: &str) {
        for asker in [bed.mia(), bed.ivan(), bed.sven(), bed.rita()] {
            for by in [self.segment.as_str(), "source"] {
                let answers = bed
                    .db()
                    .read(&asker.scope(), |cx| both_ways(cx, &object(cx, "person")?, by, &self.wanted()));
                let [kept, counted] = answers.unwrap();
                assert_eq!(kept, counted, "{when}, by {by}");
            }
        }
    }
}

fn enqueue(bed: &Testbed, jobs: &[TallyJob]) {
    bed.write(|tx| jobs.iter().try_for_each(|job| jobs::enqueue(tx, job).map(drop)));
}

fn rows(bed: &Testbed, table: &str) -> i64 {
    let sql = format!("SELECT CAST(COUNT(*) AS BIGINT) FROM {table} WHERE workspace_id = ?1");
    bed.read(|cx| Ok(cx.query(&sql, &[cx.workspace().into()])?[0].int(0)))
}

fn names(number: usize) -> Json {
    serde_json::json!({ "given": format!("P{number}"), "family": "Berg" })
}

#[test]
fn a_tally_says_what_the_records_say_whatever_happens_to_them() {
    on_each_database(|bed| {
        let (fields, mut dice) = (Fields::add(bed), Dice(7));
        let mut people: Vec<Id> = Vec::new();
        let mut sets: Vec<Id> = Vec::new();
        for step in 0..160 {
            if step == 30 {
                enqueue(bed, &fields.tallies());
                bed.run_jobs();
                assert_eq!(rows(bed, "tallies"), 2);
            }
            bed.advance(1_000);
            let asker = if dice.chance(50) { bed.sven() } else { bed.ivan() };
            let one = people.get(dice.below(people.len())).copied();
            let what = if people.len() < 10 { 0 } else { dice.below(8) };
            let done = bed.db().write(&asker.scope(), |tx| {
                let person = object(tx, "person")?;
                let mut set = ChangeSet::new(tx, "change-edited");
                match (what, one) {
                    (0 | 1, _) | (_, None) => {
                        let mut values = fields.values(&mut dice);
                        values.insert("name".to_owned(), names(step));
                        people.push(save::create(tx, &mut set, &person, values)?);
                    }
                    (2, Some(id)) => save::trash(tx, &mut set, &person, id).map(drop)?,
                    (3, Some(id)) => save::restore(tx, &mut set, &person, id).map(drop)?,
                    (4, Some(_)) if !sets.is_empty() => {
                        undo::undo(tx, dice.pick(&sets))?;
                    }
                    (5, Some(id)) => {
                        let owner = tx.actor().user();
                        let owner = owner.map_or(Json::Null, |owner| owner.to_string().into());
                        let values = Values::from_iter([("owner".to_owned(), owner)]);
                        save::edit(tx, &mut set, &person, id, values, &Values::new())?.saved()?;
                    }
                    (_, Some(id)) => {
                        save::edit(tx, &mut set, &person, id, fields.values(&mut dice), &Values::new())?
                            .saved()?;
                    }
                }
                set.close(tx)?;
                Ok(set.id)
            });
            // Some are refused: what is in the trash is not edited.
            sets.extend(done.ok());
            if step % 8 == 0 {
                fields.agree(bed, &format!("step {step}"));
            }
        }
        // A new type has a column of its own, and its values come by a job.
        let text = OwnKind::of("text", &Settings::default()).unwrap();
        convert_of(bed, "person", &fields.size, text, Lost::Stop).unwrap();
        bed.run_jobs();
        let answers =
            bed.read(|cx| both_ways(cx, &object(cx, "person")?, &fields.segment, &all_of(&fields.fee)));
        assert_eq!(answers[0], answers[1], "after a change of type");
    });
}

#[test]
fn who_writes_while_a_tally_is_counted_is_counted_once() {
    on_each_database(|bed| {
        let fields = Fields::add(bed);
        let create = |dice: &mut Dice, scope: &Scope, many: usize| {
            let made = bed.db().write(scope, |tx| {
                let person = object(tx, "person")?;
                let mut set = ChangeSet::new(tx, "change-created").in_bulk();
                let mut made = Vec::new();
                for number in 0..many {
                    let mut values = fields.values(dice);
                    values.insert("name".to_owned(), names(number));
                    made.push(save::create(tx, &mut set, &person, values)?);
                }
                set.close(tx)?;
                Ok(made)
            });
            made.unwrap()
        };
        let scope = bed.sven().scope();
        let people = create(&mut Dice(1), &scope, 1_500);
        let jobs = fields.tallies();
        thread::scope(|threads| {
            for writer in 0..3_u64 {
                let (people, fields, scope, create) = (&people, &fields, &scope, &create);
                threads.spawn(move || {
                    let mut dice = Dice(writer + 10);
                    for _ in 0..40 {
                        let id = dice.pick(people);
                        let values = fields.values(&mut dice);
                        let saved = bed.db().write(scope, |tx| {
                            let person = object(tx, "person")?;
                            let mut set = ChangeSet::new(tx, "change-edited");
                            save::edit(tx, &mut set, &person, id, values, &Values::new())?.saved()?;
                            set.close(tx)
                        });
                        saved.unwrap();
                        create(&mut dice, scope, 1);
                    }
                });
            }
            enqueue(bed, &jobs);
            bed.run_jobs();
        });
        assert_eq!(rows(bed, "tallies"), 2);
        fields.agree(bed, "after three writers");
        // On PostgreSQL each writer put rows of its own, which are added up now and then.
        let before = rows(bed, "tally_sums");
        bed.write(|tx| {
            for row in tx.query("SELECT id FROM tallies WHERE workspace_id = ?1", &[tx.workspace().into()])? {
                slow::enqueue(tx, &[Wish::Settle(SettleJob { tally: row.get(0)? })])?;
            }
            Ok(())
        });
        bed.run_jobs();
        assert!(rows(bed, "tally_sums") <= before);
        fields.agree(bed, "added up");
        // Another set of fields takes its place, and nobody needs the former any more.
        let wider: Vec<TallyJob> = jobs
            .iter()
            .map(|job| {
                let mut of = job.of.clone();
                of.push("rating".to_owned());
                of.sort_unstable();
                TallyJob { of, ..job.clone() }
            })
            .collect();
        enqueue(bed, &wider);
        bed.run_jobs();
        assert_eq!(rows(bed, "tallies"), 2);
        fields.agree(bed, "another tally");
    });
}
