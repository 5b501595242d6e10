//! Merges of anything, taken back: everything is as it was, but for what was changed since.

use std::{collections::HashMap, fmt::Write};

use kernel::{Cx, Id, Result, clock::DAY};
use records::{
    ChangeSet, Json, Record,
    links::{self, NewLink},
    merge::{self, Choice, Outcome, Wanted},
    object::object,
    record,
    save::{self, Values},
    undo,
};
use serde_json::json;
use testbed::{Testbed, on_each_database};

use crate::dice::Dice;

/// A small world of cards that belong together in every way.
struct World {
    people: Vec<Id>,
    companies: Vec<Id>,
    households: Vec<Id>,
}

fn person(bed: &Testbed, dice: &mut Dice, companies: &[Id]) -> Id {
    let names = ["Anna Berg", "Ana Berg", "Anna B. Berg", "Bo Holm", "王小明", "Мария Петрова"];
    let mut person = bed.person(dice.pick(&names));
    let at = dice.below(1000);
    if dice.chance(60) {
        person = person.email(&format!("a{at}@berg.example"));
    }
    if dice.chance(60) {
        person = person.phone(&format!("+453142{:04}", 5000 + at));
    }
    for field in ["nickname", "department", "job_title", "about"] {
        if dice.chance(40) {
            person = person.with(field, format!("{field} {}", dice.below(4)));
        }
    }
    if dice.chance(50) {
        person = person.with("tags", json!([format!("t{}", dice.below(3)), format!("u{}", dice.below(3))]));
    }
    if dice.chance(30) {
        person = person.with("foreign", json!({ "uid": format!("u{at}") }).to_string());
    }
    if dice.chance(30) {
        person = person.with("do_not_contact", json!([{ "channel": "phone", "reason": "asked" }]));
    }
    if dice.chance(50) {
        person = person.at(dice.pick(companies));
    }
    person.save()
}

fn world(bed: &Testbed, dice: &mut Dice) -> World {
    let companies: Vec<Id> = (0..4).map(|at| bed.company(&format!("Berg {at}")).save()).collect();
    let households: Vec<Id> = (0..3).map(|at| bed.household(&format!("Berg {at}")).save()).collect();
    let people: Vec<Id> = (0..8).map(|_| person(bed, dice, &companies)).collect();
    for _ in 0..18 {
        let (one, other) = (dice.pick(&people), dice.pick(&people));
        let to = match dice.below(4) {
            0 => ("works_at", ("company", dice.pick(&companies))),
            1 => ("member_of", ("household", dice.pick(&households))),
            2 => ("contact_of", ("company", dice.pick(&companies))),
            _ if one == other => continue,
            _ => (dice.pick(&["spouse", "friend", "parent"]), ("person", other)),
        };
        let started = if dice.chance(40) { "2019-04" } else { "" };
        let ended = if dice.chance(20) { "2021" } else { "" };
        bed.write(|tx| {
            let mut set = ChangeSet::new(tx, "change-linked");
            let new = NewLink::new(to.0, ("person", one), to.1);
            links::add(tx, &mut set, &NewLink { started_on: started, ended_on: ended, ..new })?;
            set.close(tx)
        });
    }
    bed.link("parent_company", ("company", companies[0]), ("company", companies[1]));
    for at in 0..10 {
        bed.advance(DAY / 7);
        let about = dice.pick(&people);
        match dice.below(4) {
            0 => bed.call(about, "reached").save(),
            1 => bed.task(&format!("Task {at}")).about("person", about).save(),
            2 => bed.note(dice.pick(&companies), "x").about("company", dice.pick(&companies)).save(),
            _ => {
                let note = bed.note(about, &format!("Note {at}")).save();
                if dice.chance(25) {
                    bed.mia().post(&format!("/notes/{note}/trash"), &[]);
                }
                note
            }
        };
    }
    World { people, companies, households }
}

/// Everything that the product shows, without when it was last touched and without what was tried before.
fn everything(bed: &Testbed) -> String {
    bed.read(|cx| {
        let mut lines = Vec::new();
        for declared in bed.app.catalog.objects() {
            let ids = cx.query(
                &format!("SELECT id FROM {} WHERE workspace_id = ?1", declared.table),
                &[cx.workspace().into()],
            )?;
            for row in &ids {
                lines.extend(line(&record::find(cx, declared, row.get(0)?)?));
            }
        }
        for (table, columns) in [
            ("links", "kind, from_id, to_id, role, started_on, ended_on"),
            ("lookups", "object, kind, value, record_id"),
            ("merges", "record_id, into_id"),
            ("search_docs", "record_id, title, detail"),
        ] {
            lines.extend(rows(cx, table, columns)?);
        }
        lines.retain(|line| !line.contains(TRIED));
        lines.extend(timelines(cx)?);
        lines.sort();
        Ok(lines.join("\n"))
    })
}

/// Notes that were written twice, once in trying, are told by their text alone.
const TRIED: &str = "tried before";

fn timelines(cx: &Cx) -> Result<Vec<String>> {
    let rows = cx.query(
        "SELECT t.card_id, t.at, t.record_id, d.title FROM timeline t JOIN search_docs d \
         ON d.workspace_id = t.workspace_id AND d.record_id = t.record_id WHERE t.workspace_id = ?1",
        &[cx.workspace().into()],
    )?;
    let line = |row: &kernel::Row| match row.text(3) {
        TRIED => format!("timeline {:?} {TRIED}", row.value(0)),
        _ => format!("timeline {row:?}"),
    };
    Ok(rows.iter().map(line).collect())
}

fn rows(cx: &Cx, table: &str, columns: &str) -> Result<Vec<String>> {
    let sql = format!("SELECT {columns} FROM {table} WHERE workspace_id = ?1");
    Ok(cx.query(&sql, &[cx.workspace().into()])?.iter().map(|row| format!("{table} {row:?}")).collect())
}

fn line(record: &Record) -> Option<String> {
    let mut text = format!("{} {} {}", record.object.key, record.id, record.trashed_at.is_some());
    for (field, value) in record.object.fields.iter().zip(&record.values) {
        if field.key != "updated_at" && !value.is_null() {
            write!(text, " {}={value}", field.key).ok()?;
        }
    }
    Some(text)
}

fn merge_some(bed: &Testbed, dice: &mut Dice, world: &World) -> Option<(Id, Id)> {
    let (name, cards) = match dice.below(5) {
        0 => ("company", &world.companies),
        1 => ("household", &world.households),
        _ => ("person", &world.people),
    };
    let living: Vec<Id> = bed.read(|cx| {
        let found = record::find_many(cx, &object(cx, name)?, cards)?;
        Ok(cards.iter().copied().filter(|id| found[id].trashed_at.is_none()).collect())
    });
    let mut chosen: Vec<Id> = (0..2 + dice.below(3)).map(|_| dice.pick(&living)).collect();
    chosen.dedup();
    let survivor = chosen[0];
    let losers: Vec<Id> = chosen[1..].iter().copied().filter(|id| *id != survivor).collect();
    if losers.is_empty() {
        return None;
    }
    let outcome = bed.write(|tx| {
        let declared = object(tx, name)?;
        let plan = merge::plan(tx, &declared, &chosen, Some(survivor))?;
        let mut choices = HashMap::new();
        for field in plan.fields.iter().filter(|field| !field.settled) {
            let of: Vec<Choice> = plan.members.iter().map(|member| Choice::Of(member.id)).collect();
            if dice.chance(50) && !["name"].contains(&field.key.as_str()) {
                choices.insert(field.key.clone(), dice.pick(&of));
            }
        }
        merge::merge(
            tx,
            &declared,
            &Wanted { survivor, losers: losers.clone(), choices, seen: HashMap::new() },
        )
    });
    match outcome {
        Outcome::Merged(set) => Some((survivor, set)),
        Outcome::Changed(_) => panic!("nobody changed anything"),
    }
}

#[test]
fn merges_of_anything_are_undone_to_the_last_value() {
    on_each_database(|bed| {
        for seed in 0..24 {
            let mut dice = Dice(seed);
            let world = world(bed, &mut dice);
            let mut merges = Vec::new();
            for _ in 0..4 {
                let before = everything(bed);
                if let Some((_, set)) = merge_some(bed, &mut dice, &world) {
                    assert_ne!(everything(bed), before);
                    merges.push((set, before));
                }
            }
            bed.advance(20 * DAY);
            while let Some((set, before)) = merges.pop() {
                let undone = bed.write(|tx| undo::undo(tx, set));
                assert!(undone.kept.is_empty(), "seed {seed}: {:?}", undone.kept);
                pretty(&before, &everything(bed), seed);
            }
        }
    });
}

#[test]
fn a_merge_undone_and_done_again_is_the_same_merge() {
    on_each_database(|bed| {
        for seed in 100..112 {
            let mut dice = Dice(seed);
            let world = world(bed, &mut dice);
            let Some((_, set)) = merge_some(bed, &mut dice, &world) else { continue };
            let merged = everything(bed);
            let undone = bed.write(|tx| undo::undo(tx, set));
            let redone = bed.write(|tx| undo::undo(tx, undone.set));
            assert!(redone.kept.is_empty(), "seed {seed}: {:?}", redone.kept);
            pretty(&merged, &everything(bed), seed);
        }
    });
}

/// The same edits, with and without a merge in between, come to the same once the merge is undone.
#[test]
fn what_was_changed_since_a_merge_stays_when_it_is_undone() {
    on_each_database(|bed| {
        for seed in 200..220 {
            let mut dice = Dice(seed);
            let world = world(bed, &mut dice);
            let survivor = dice.pick(&world.people);
            let loser = world.people.iter().copied().find(|id| *id != survivor).unwrap();
            let newcomer = bed.person("Newcomer").save();
            let edits = dice.0;
            let tried = since(bed, &mut Dice(edits), survivor, newcomer);
            let expected = everything(bed);
            for set in tried {
                bed.write(|tx| undo::undo(tx, set));
            }
            let wanted = Wanted { survivor, losers: vec![loser], ..Wanted::default() };
            let outcome = bed.write(|tx| merge::merge(tx, &object(tx, "person")?, &wanted));
            let Outcome::Merged(set) = outcome else { panic!("nobody changed anything") };
            bed.advance(20 * DAY);
            since(bed, &mut Dice(edits), survivor, newcomer);
            bed.write(|tx| undo::undo(tx, set));
            pretty(&expected, &everything(bed), seed);
        }
    });
}

/// Some edits of a card; the change sets, the last first.
fn since(bed: &Testbed, dice: &mut Dice, card: Id, newcomer: Id) -> Vec<Id> {
    let mut sets = Vec::new();
    for _ in 0..4 {
        let (value, what) = (format!("since {}", dice.below(100)), dice.below(5));
        sets.push(bed.write(|tx| {
            let declared = object(tx, "person")?;
            let mut set = ChangeSet::new(tx, "change-edited");
            let edit = |tx: &mut kernel::Tx, set: &mut ChangeSet, field: &str, value: Json| {
                let values = Values::from_iter([(field.to_owned(), value)]);
                save::edit(tx, set, &declared, card, values, &Values::new()).map(drop)
            };
            match what {
                0 => edit(tx, &mut set, "nickname", value.into())?,
                1 => edit(tx, &mut set, "language", "da".into())?,
                2 => {
                    let now = record::find(tx, &object(tx, "person")?, card)?;
                    let mut tags = now.get("tags").as_array().cloned().unwrap_or_default();
                    tags.retain(|tag| tag.as_str() != Some(&value));
                    tags.push(value.into());
                    edit(tx, &mut set, "tags", tags.into())?;
                }
                3 => {
                    let new = NewLink::new("friend", ("person", card), ("person", newcomer));
                    links::add(tx, &mut set, &new)?;
                }
                _ => {
                    let values = json!({ "text": TRIED, "about": format!("person:{card}") });
                    let values = values.as_object().cloned().unwrap_or_default();
                    save::create(tx, &mut set, &object(tx, "note")?, values)?;
                }
            }
            set.store(tx)?;
            set.close(tx)?;
            Ok(set.id)
        }));
    }
    sets.reverse();
    sets
}

/// Fails with the lines that differ.
#[track_caller]
fn pretty(expected: &str, found: &str, seed: u64) {
    if expected == found {
        return;
    }
    let lost: Vec<&str> =
        expected.lines().filter(|line| !found.lines().any(|other| other == *line)).collect();
    let came: Vec<&str> =
        found.lines().filter(|line| !expected.lines().any(|other| other == *line)).collect();
    panic!("seed {seed}\nlost:\n{}\ncame:\n{}", lost.join("\n"), came.join("\n"));
}
