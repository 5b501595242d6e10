//! Filters that lead from a card to others: through references, to those that refer back, and along relations.

use std::collections::HashSet;

use kernel::{Error, Id};
use records::{
    ChangeSet, Filter, Json, Operator,
    Operator::*,
    Query,
    field::reference,
    object::object,
    query::{self, Sort, steps},
    save::{self, Values},
    shape::{self, FieldForm, ObjectForm, OwnKind},
};
use serde_json::json;
use testbed::{Testbed, on_each_database};

fn found(bed: &Testbed, of: &str, filter: &Filter) -> kernel::Result<HashSet<String>> {
    let question = Query { filter: Filter::parse(&filter.written())?, ..Query::default() };
    bed.db().read(&bed.mia().scope(), |cx| {
        let declared = object(cx, of)?;
        let page = query::page(cx, &declared, &question, &[], 100)?;
        let counted = query::count(cx, &declared, &question, 1000)?;
        assert_eq!(counted as usize, page.records.len(), "the count tells what the list shows");
        let reading = records::field::Reading::plain(cx);
        Ok(page.records.iter().map(|card| card.title(&reading)).collect())
    })
}

fn check(bed: &Testbed, of: &str, filter: &Filter, expected: &[&str]) {
    let expected: HashSet<String> = expected.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(found(bed, of, filter).unwrap(), expected, "{filter:?}");
    // The same, where nothing is looked for from the other end.
    let twice = Filter::Not(Box::new(Filter::Not(Box::new(filter.clone()))));
    assert_eq!(found(bed, of, &twice).unwrap(), expected, "not not {filter:?}");
}

fn field(name: &str, op: Operator, args: &[&str]) -> Filter {
    Filter::field(name, op, args)
}

fn nothing() -> Filter {
    Filter::default()
}

#[test]
fn a_filter_leads_to_the_cards_that_refer_to_a_card() {
    on_each_database(|bed| {
        let [anna, bo, cem] = ["Anna Berg", "Bo Holm", "Cem Kaya"].map(|name| bed.person(name).save());
        bed.call(anna, "reached").save();
        bed.call(anna, "not_reached").save();
        bed.call(bo, "not_reached").save();
        bed.task("Call back").about("person", cem).with("priority", "high").save();
        let outcome = |key: &str| field("outcome", Is, &[key]);
        check(bed, "person", &Filter::has("call.about", nothing()), &["Anna Berg", "Bo Holm"]);
        check(bed, "person", &Filter::has("call.about", outcome("reached")), &["Anna Berg"]);
        check(bed, "person", &Filter::has_no("call.about", outcome("reached")), &["Bo Holm", "Cem Kaya"]);
        check(bed, "person", &Filter::has_no("call.about", nothing()), &["Cem Kaya"]);
        let both = Filter::All(vec![
            Filter::has("call.about", outcome("not_reached")),
            Filter::has_no("call.about", outcome("reached")),
        ]);
        check(bed, "person", &both, &["Bo Holm"]);
        // One and the same call must satisfy all that is asked of it.
        let one = Filter::All(vec![outcome("reached"), outcome("not_reached")]);
        check(bed, "person", &Filter::has("call.about", one), &[]);
        let either = Filter::Any(vec![
            Filter::has("call.about", outcome("reached")),
            Filter::has("task.about", field("priority", Is, &["high"])),
        ]);
        check(bed, "person", &either, &["Anna Berg", "Cem Kaya"]);
        // From the call to the card it is about, and to that card's other calls.
        let about = Filter::has("about:person", field("name", Contains, &["anna"]));
        let calls = |filter: Filter| {
            let question = Query { filter, ..Query::default() };
            bed.read(|cx| query::count(cx, &object(cx, "call")?, &question, 100))
        };
        assert_eq!(calls(about), 2);
        let others = Filter::has("about:person", Filter::has("call.about", outcome("reached")));
        assert_eq!(calls(others), 2);
        let recent = field("at", On, &["today"]);
        check(bed, "person", &Filter::has_no("call.about", recent), &["Cem Kaya"]);
    });
}

#[test]
fn a_filter_leads_along_relations_with_their_roles_while_they_last() {
    on_each_database(|bed| {
        let berg = bed.company("Berg Marine").with("industry", "Boats").save();
        let holm = bed.company("Holm Byg").with("industry", "Houses").save();
        let [anna, bo, cem] = ["Anna Berg", "Bo Holm", "Cem Kaya"].map(|name| bed.person(name).save());
        relate(bed, "works_at", ("person", anna), ("company", berg), "CEO", "");
        relate(bed, "works_at", ("person", bo), ("company", berg), "Captain", "2019-05");
        relate(bed, "works_at", ("person", bo), ("company", holm), "CEO", "");
        relate(bed, "spouse", ("person", anna), ("person", bo), "", "");
        relate(bed, "parent", ("person", bo), ("person", cem), "", "");
        let boats = || field("industry", Is, &["Boats"]);
        check(bed, "person", &Filter::has("relation:works_at", boats()), &["Anna Berg"]);
        let ever = Filter::Has { has: "relation:works_at".to_owned(), whom: Box::new(boats()), ever: true };
        check(bed, "person", &ever, &["Anna Berg", "Bo Holm"]);
        let role = field("@role", Is, &["ceo"]);
        check(bed, "person", &Filter::has("relation:works_at", role.clone()), &["Anna Berg", "Bo Holm"]);
        let boss = Filter::All(vec![role, boats()]);
        check(bed, "person", &Filter::has("relation:works_at", boss), &["Anna Berg"]);
        let past = Filter::Has {
            has: "relation:works_at".to_owned(),
            whom: Box::new(field("@until", Before, &["2020-01-01"])),
            ever: true,
        };
        check(bed, "person", &past, &["Bo Holm"]);
        let employees = field("name", Contains, &["bo"]);
        check(bed, "company", &Filter::has("relation:works_at:back", employees), &["Holm Byg"]);
        // Written once, and read from both sides.
        check(bed, "person", &Filter::has("relation:spouse", nothing()), &["Anna Berg", "Bo Holm"]);
        let married = Filter::has("relation:spouse", field("name", Contains, &["anna"]));
        check(bed, "person", &married, &["Bo Holm"]);
        check(bed, "person", &Filter::has("relation:parent", nothing()), &["Bo Holm"]);
        check(bed, "person", &Filter::has("relation:parent:back", nothing()), &["Cem Kaya"]);
        // Whose spouse works at a company that has somebody whose child is Cem.
        let deep = Filter::has(
            "relation:spouse",
            Filter::has(
                "relation:works_at",
                Filter::has(
                    "relation:works_at:back",
                    Filter::has("relation:parent", field("name", Contains, &["cem"])),
                ),
            ),
        );
        check(bed, "person", &deep, &["Anna Berg"]);
        let deeper = Filter::has("relation:spouse", deep);
        assert!(matches!(found(bed, "person", &deeper), Err(Error::Invalid(_))));
        for step in
            ["relation:unknown", "relation:spouse:back", "unknown.about", "name", "call.text", "about"]
        {
            assert!(
                matches!(found(bed, "person", &Filter::has(step, nothing())), Err(Error::Invalid(_))),
                "{step}"
            );
        }
        assert!(found(bed, "person", &field("@role", Is, &["x"])).is_err(), "there is no relation");
    });
}

fn relate(bed: &Testbed, kind: &str, from: (&str, Id), to: (&str, Id), role: &str, ended_on: &str) {
    bed.write(|tx| {
        let mut set = records::ChangeSet::new(tx, "change-linked");
        let link = records::links::NewLink { ended_on, ..records::links::NewLink::new(kind, from, to) };
        records::links::add(tx, &mut set, &link.role(role))?;
        set.close(tx)
    });
}

#[test]
fn a_filter_leads_through_own_fields_and_own_objects_and_relations() {
    on_each_database(|bed| {
        let admin = bed.ivan().scope();
        let vehicle = ObjectForm {
            one: "Vehicle".to_owned(),
            many: "Vehicles".to_owned(),
            icon: "car".to_owned(),
            tab: "product".to_owned(),
            title: "Plate".to_owned(),
        };
        let reference = |object: &str, label: &str| FieldForm {
            label: label.to_owned(),
            kind: Some(OwnKind::Reference { object: object.to_owned() }),
            ..FieldForm::default()
        };
        let (driver, garage, coach) = bed
            .db()
            .write(&admin, |tx| {
                let key = shape::add_object(tx, &vehicle)?;
                let driver = shape::add_field(tx, &*object(tx, &key)?, &reference("person", "Driver"))?;
                let garage = shape::add_field(tx, &*object(tx, "person")?, &reference("company", "Garage"))?;
                let coach = records::links::add_kind(tx, "person", "person", "Coach of", "Coached by")?;
                Ok((driver, garage, coach))
            })
            .unwrap();
        let berg = bed.company("Berg Marine").with("industry", "Boats").save();
        let anna = bed.person("Anna Berg").save();
        let bo = bed.person("Bo Holm").with(&garage, format!("company:{berg}")).save();
        bed.record("vehicle").with("name", "AB 12").with(&driver, format!("person:{anna}")).save();
        relate(bed, &coach.to_string(), ("person", anna), ("person", bo), "", "");
        let plate = field("name", StartsWith, &["ab"]);
        check(bed, "person", &Filter::has(&format!("vehicle.{driver}"), plate), &["Anna Berg"]);
        check(bed, "person", &Filter::has_no(&format!("vehicle.{driver}"), nothing()), &["Bo Holm"]);
        check(bed, "vehicle", &Filter::has(&driver, field("name", Contains, &["anna"])), &["AB 12"]);
        check(bed, "person", &field(&format!("{garage}.industry"), Is, &["boats"]), &["Bo Holm"]);
        let serves = Filter::has(&format!("person.{garage}"), field("name", Contains, &["bo"]));
        check(bed, "company", &serves, &["Berg Marine"]);
        check(bed, "person", &Filter::has(&format!("relation:{coach}"), nothing()), &["Anna Berg"]);
        check(bed, "person", &Filter::has(&format!("relation:{coach}:back"), nothing()), &["Bo Holm"]);
        // Households are referred to by a field without an index.
        let home = bed.household("The Bergs").save();
        bed.link("member_of", ("person", anna), ("household", home));
        let member = Filter::has("person.household", field("name", Contains, &["anna"]));
        check(bed, "household", &member, &["The Bergs"]);
        let offered = bed.read(|cx| steps::all(cx, &*object(cx, "person")?));
        for step in &offered {
            let text = step.written();
            assert!(found(bed, "person", &Filter::has(&text, nothing())).is_ok(), "{text} is offered");
        }
        assert!(offered.len() > 12, "{offered:?}");
    });
}

#[test]
fn what_is_found_from_the_other_end_is_found_by_walking_too() {
    on_each_database(|bed| {
        // More than are looked for from the other end.
        bed.write(|tx| {
            let mut set = records::ChangeSet::new(tx, "change-created");
            let (person, task) = (object(tx, "person")?, object(tx, "task")?);
            for number in 0..2_100 {
                let name = [("name".to_owned(), json!(format!("Person {number:04}")))];
                let id = records::save::create(tx, &mut set, &person, name.into_iter().collect())?;
                let about = json!(format!("person:{id}"));
                let urgent = if number % 1_000 == 7 { "high" } else { "low" };
                let values = [("subject", json!("Call")), ("about", about), ("priority", json!(urgent))];
                let values = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
                records::save::create(tx, &mut set, &task, values)?;
            }
            set.close(tx)
        });
        let urgent = Filter::has("task.about", field("priority", Is, &["high"]));
        check(bed, "person", &urgent, &["Person 0007", "Person 1007", "Person 2007"]);
        let all = Query { filter: Filter::has("task.about", nothing()), ..Query::default() };
        let page = bed.read(|cx| query::page(cx, &object(cx, "person")?, &all, &[], 3));
        assert_eq!(page.records.len(), 3);
        assert_eq!(bed.read(|cx| query::count(cx, &object(cx, "person")?, &all, 5_000)), 2_100);
    });
}

#[test]
fn many_cards_of_few_others_are_found_by_whom_they_refer_to() {
    on_each_database(|bed| {
        let (berg, holm) = (bed.company("Berg Marine").save(), bed.company("Holm Timber").save());
        bed.write(|tx| {
            let person = object(tx, "person")?;
            let mut set = ChangeSet::new(tx, "change-created").in_bulk();
            for number in 0..2_500 {
                // Those that come first in the list work nowhere.
                let (given, at) = match number {
                    0..400 => ("Anna", None),
                    400..2_450 => ("Bo", Some(berg)),
                    _ => ("Cem", Some(holm)),
                };
                let company = at.map_or(Json::Null, |at| reference::reference("company", at));
                let name = json!({ "given": given, "family": format!("{number:04}") });
                let values = Values::from_iter([("name".to_owned(), name), ("company".to_owned(), company)]);
                save::create(tx, &mut set, &person, values)?;
            }
            set.close(tx)
        });
        let walk = |filter: Filter, sort: &str| {
            bed.read(|cx| {
                let person = object(cx, "person")?;
                let sort = vec![Sort::parse(sort)];
                let mut query = Query { filter: filter.clone(), sort, ..Query::default() };
                let mut names = Vec::new();
                loop {
                    let page = query::page(cx, &person, &query, &["name"], 300)?;
                    names.extend(page.records.iter().map(|card| card.get("name")["family"].to_string()));
                    query.after = page.next;
                    if query.after.is_none() {
                        return Ok((names, query::count(cx, &person, &query, 10_000)?));
                    }
                }
            })
        };
        for (company, many) in [("Berg", 2_050), ("Holm", 50), ("Nobody", 0)] {
            let filter = Filter::field("company.name", StartsWith, &[company]);
            let (mut names, count) = walk(filter.clone(), "name");
            assert_eq!((names.len(), count), (many, many as u64), "{company}");
            assert!(names.is_sorted(), "{company}");
            let twice = Filter::Not(Box::new(Filter::Not(Box::new(filter.clone()))));
            assert_eq!(walk(twice, "name").0, names, "{company}");
            names.reverse();
            assert_eq!(walk(filter, "-name").0, names, "{company}, from the end");
        }
    });
}

#[test]
fn the_beginning_of_a_name_is_found_wherever_it_ends() {
    on_each_database(|bed| {
        let names = [
            "Ørsted",
            "Åbo Øl",
            "İstanbul Çelik",
            "Isıl",
            "王小明公司",
            "O'Brien & Co",
            "Straße 9",
            "E\u{301}clair",
            "(Kurz) GmbH",
            "3M",
            "3 M",
            "ЕООД Шипка",
            "ﬁne ﬂour",
            "info@firm.example",
        ];
        for name in names {
            bed.person(name)
                .with("company", reference::reference("company", bed.company(name).save()))
                .save();
        }
        let lower = |text: &str| text.to_lowercase();
        for name in names {
            for (at, letter) in name.char_indices() {
                let start = &name[..at + letter.len_utf8()];
                let filter = field("company.name", StartsWith, &[start]);
                let expected = names.iter().filter(|name| lower(name).starts_with(&lower(start))).count();
                assert_eq!(found(bed, "person", &filter).unwrap().len(), expected, "{start:?}");
            }
            let whole = found(bed, "person", &field("company.name", Is, &[name])).unwrap();
            assert_eq!(whole.len(), 1, "{name}");
        }
    });
}

#[test]
fn my_team_are_those_i_work_with() {
    on_each_database(|bed| {
        let (mia, sven, rita) = (bed.mia().scope(), bed.sven().scope(), bed.rita().scope());
        let user = |scope: &kernel::Scope| scope.actor.user().unwrap();
        bed.db()
            .write(&bed.ivan().scope(), |tx| {
                let new = identity::units::NewUnit {
                    kind: "team".to_owned(),
                    name: "Workshop".to_owned(),
                    parent: None,
                };
                let team = identity::units::add(tx, &new)?;
                identity::units::join(tx, team, user(&mia))?;
                identity::units::join(tx, team, user(&sven))
            })
            .unwrap();
        for (name, owner) in [("Anna Berg", &mia), ("Bo Holm", &sven), ("Cem Kaya", &rita)] {
            bed.person(name).with("owner", user(owner).to_string()).save();
        }
        check(bed, "person", &field("owner", Is, &["my_team"]), &["Anna Berg", "Bo Holm"]);
        check(bed, "person", &field("owner", IsNot, &["my_team"]), &["Cem Kaya"]);
        bed.rita()
            .open("/people?filter=%7B%22field%22%3A%22owner%22%2C%22op%22%3A%22is%22%2C%22args%22%3A%5B%22my_team%22%5D%7D")
            .shows("Cem Kaya")
            .hides("Bo Holm");
    });
}
