//! The type of an own field changes: shown first, done as one change set, and taken back with every value.

use kernel::Id;
use records::{
    ChangeSet, Filter, Json, Operator, Query,
    field::options::OwnOption,
    object::object,
    query, record,
    roll_up::Of,
    save::{self, Values},
    shape::{
        self, FieldForm, OwnKind, Settings,
        convert::{self, Begun, Lost, TARGETS, Wanted},
    },
};
use serde_json::json;
use testbed::{Testbed, on_each_database};

fn kind(key: &str) -> OwnKind {
    let option =
        |key: &str, label: &str| OwnOption { key: key.into(), label: label.into(), ..OwnOption::default() };
    let settings = Settings {
        decimals: 2,
        options: vec![option("gold", "Gold"), option("silver", "Sølv")],
        open: true,
        ..Settings::default()
    };
    OwnKind::of(key, &settings).unwrap()
}

fn form(label: &str, kind: OwnKind) -> FieldForm {
    FieldForm {
        label: label.to_owned(),
        kind: Some(kind),
        listed: true,
        searched: true,
        ..FieldForm::default()
    }
}

fn add(bed: &Testbed, form: &FieldForm) -> String {
    let added = bed.db().write(&bed.ivan().scope(), |tx| {
        let declared = object(tx, "company")?;
        shape::add_field(tx, &declared, form)
    });
    added.unwrap()
}

fn create(bed: &Testbed, values: Json) -> Id {
    bed.write(|tx| {
        let declared = object(tx, "company")?;
        let mut set = ChangeSet::new(tx, "change-created");
        let id = save::create(tx, &mut set, &declared, values.as_object().cloned().unwrap_or_default())?;
        set.close(tx)?;
        Ok(id)
    })
}

fn edit(bed: &Testbed, id: Id, key: &str, value: Json) -> Id {
    bed.write(|tx| {
        let declared = object(tx, "company")?;
        let mut set = ChangeSet::new(tx, "change-edited");
        let values = Values::from_iter([(key.to_owned(), value)]);
        save::edit(tx, &mut set, &declared, id, values, &Values::new())?.saved()?;
        set.close(tx)?;
        Ok(set.id)
    })
}

fn value(bed: &Testbed, id: Id, key: &str) -> Json {
    bed.read(|cx| Ok(record::find(cx, &object(cx, "company")?, id)?.get(key).clone()))
}

fn type_of(bed: &Testbed, key: &str) -> String {
    bed.read(|cx| Ok(object(cx, "company")?.field(key)?.kind.key().to_owned()))
}

fn found(bed: &Testbed, filter: Filter) -> u64 {
    bed.read(|cx| query::count(cx, &object(cx, "company")?, &Query { filter, ..Query::default() }, 10_000))
}

fn convert(bed: &Testbed, key: &str, to: OwnKind, lost: Lost) -> kernel::Result<Begun> {
    convert_of(bed, "company", key, to, lost)
}

pub(crate) fn convert_of(
    bed: &Testbed,
    name: &str,
    key: &str,
    to: OwnKind,
    lost: Lost,
) -> kernel::Result<Begun> {
    bed.advance(1_000_000);
    let wanted = Wanted { kind: to, options_of_values: true, unique: false };
    let scope = bed.ivan().scope();
    let (declared, survey) = bed.db().read(&scope, |cx| {
        let declared = object(cx, name)?;
        let field = declared.field(key)?.clone();
        let survey = convert::survey(cx, &declared, &field, &wanted)?;
        Ok((declared, survey))
    })?;
    let begun = bed.db().write(&scope, |tx| convert::begin(tx, &declared, key, &survey, (&wanted, lost)));
    bed.advance(1_000_000);
    begun
}

fn undo(bed: &Testbed, set: Id) -> records::undo::Undone {
    bed.advance(1_000_000);
    let undone = bed.db().write(&bed.ivan().scope(), |tx| records::undo::undo(tx, set)).unwrap();
    bed.advance(1_000_000);
    undone
}

#[test]
fn what_becomes_of_every_value_is_shown_before_the_type_changes() {
    on_each_database(|bed| {
        let ivan = bed.ivan();
        let size = add(bed, &form("Size", kind("text")));
        for (name, text) in [("Berg", "1.250,5"), ("Dal", "12,5"), ("Fjord", "large"), ("Elv", "12,5")] {
            create(bed, json!({ "name": name, (size.clone()): text }));
        }
        let here = format!("/settings/objects/company/fields/{size}");
        ivan.open(&here).shows("Change the type");
        ivan.open(&format!("{here}/type")).shows("Yes or no").hides("File");
        let page = format!("{here}/type?kind=number");
        ivan.open(&page)
            .shows("Cannot be converted")
            .shows("large")
            .shows("Stays as it is")
            .shows("1.250,5")
            .shows("Fjord")
            .shows("Show all of them in the list");
        // Nothing was changed by looking, and nothing is when a value would be lost.
        assert_eq!(type_of(bed, &size), "text");
        let form = [("kind", "number"), ("asked", "1"), ("decimals", "2"), ("lost", "stop")];
        ivan.post(&format!("{here}/type"), &form).is(422).says("nothing was changed");
        assert_eq!(type_of(bed, &size), "text");
        bed.advance(1_000_000);
        let form = [("kind", "number"), ("asked", "1"), ("decimals", "2"), ("lost", "empty")];
        ivan.post(&format!("{here}/type"), &form).is(303);
        assert_eq!(type_of(bed, &size), "number");
        assert_eq!(found(bed, Filter::field(&size, Operator::Over, &["12"])), 3);
        assert_eq!(found(bed, Filter::field(&size, Operator::Empty, &[])), 1);
        bed.mia().open("/companies").shows("1.250,50");
        ivan.open("/history").shows("Changed the type of Size");
        // Who may not change fields may not look either.
        bed.sven().get(&page).is(403);
        ivan.get("/settings/objects/company/fields/name/type").is(404);
    });
}

#[test]
fn one_undo_brings_the_type_and_every_value_back_but_for_what_was_changed_since() {
    on_each_database(|bed| {
        let size = add(bed, &form("Size", kind("text")));
        let with = |name: &str, text: &str| create(bed, json!({ "name": name, (size.clone()): text }));
        let (berg, dal, fjord, elv) =
            (with("Berg", "12.0 "), with("Dal", "8"), with("Fjord", "large"), with("Elv", "9"));
        bed.advance(1_000_000);
        let earlier = edit(bed, dal, &size, json!("7.00"));
        let begun = convert(bed, &size, kind("number"), Lost::LeaveEmpty).unwrap();
        assert_eq!(begun.job, None);
        let values = |of: [Id; 4]| of.map(|id| value(bed, id, &size));
        let all = [berg, dal, fjord, elv];
        assert_eq!(values(all), [json!(1200), json!(700), Json::Null, json!(900)]);
        bed.mia().open(&format!("/companies/{fjord}/history")).shows("large");
        // An edit from before the change is taken back in the new type.
        undo(bed, earlier);
        assert_eq!(value(bed, dal, &size), json!(800));
        edit(bed, elv, &size, json!(1000));
        let late = create(bed, json!({ "name": "Late", (size.clone()): 350 }));
        let undone = undo(bed, begun.set);
        assert_eq!(undone.kept.len(), 2, "{:?}", undone.kept);
        assert_eq!(type_of(bed, &size), "text");
        assert_eq!(values(all), [json!("12.0"), json!("8,00"), json!("large"), json!("10,00")]);
        assert_eq!(value(bed, late, &size), json!("3,50"));
        assert_eq!(found(bed, Filter::field(&size, Operator::Contains, &["large"])), 1);
        assert_eq!(found(bed, Filter::field(&size, Operator::NotEmpty, &[])), 5);
        // And the undo can be undone.
        undo(bed, undone.set);
        assert_eq!(type_of(bed, &size), "number");
        assert_eq!(values(all), [json!(1200), json!(800), Json::Null, json!(1000)]);
    });
}

#[test]
fn who_writes_while_many_values_are_brought_over_loses_nothing() {
    on_each_database(|bed| {
        let size = add(bed, &form("Size", kind("text")));
        let note = add(bed, &form("Note", kind("text")));
        let mut cards = Vec::new();
        bed.write(|tx| {
            let declared = object(tx, "company")?;
            let mut set = ChangeSet::new(tx, "change-created").in_bulk();
            for number in 0..1_200 {
                let text = if number == 3 { "many".to_owned() } else { format!("{number}") };
                let values = json!({ "name": format!("No {number}"), (size.clone()): text });
                cards.push(save::create(tx, &mut set, &declared, values.as_object().cloned().unwrap())?);
            }
            set.close(tx)
        });
        let begun = convert(bed, &size, kind("number"), Lost::LeaveEmpty).unwrap();
        assert!(begun.job.is_some());
        // The type is new at once, for values that nobody came to yet too.
        assert_eq!(value(bed, cards[5], &size), json!(500));
        edit(bed, cards[5], &note, json!("seen"));
        edit(bed, cards[6], &size, json!(77));
        assert_eq!(found(bed, Filter::field(&size, Operator::Is, &["5"])), 1);
        let address = format!("/settings/objects/company/fields/{size}/type?kind=text");
        bed.ivan().open(&address).shows("still being brought over");
        let again = convert(bed, &size, kind("text"), Lost::LeaveEmpty).unwrap_err();
        assert!(format!("{again:?}").contains("type-is-changing"), "{again:?}");
        bed.run_jobs();
        assert_eq!(found(bed, Filter::field(&size, Operator::Over, &["0"])), 1_198);
        assert_eq!((value(bed, cards[5], &size), value(bed, cards[6], &size)), (json!(500), json!(77)));
        assert_eq!(value(bed, cards[3], &size), Json::Null);
        // Taken back by a job, and written to meanwhile.
        bed.db().write(&bed.ivan().scope(), |tx| records::undo::start(tx, begun.set)).unwrap();
        bed.advance(1_000_000);
        bed.run_jobs();
        assert_eq!(type_of(bed, &size), "text");
        assert_eq!(value(bed, cards[3], &size), json!("many"));
        assert_eq!((value(bed, cards[5], &size), value(bed, cards[5], &note)), (json!("5"), json!("seen")));
        assert_eq!(value(bed, cards[6], &size), json!("0,77"));
        assert_eq!(found(bed, Filter::field(&size, Operator::NotEmpty, &[])), 1_200);
    });
}

#[test]
fn options_are_made_of_the_words_that_stand_there() {
    on_each_database(|bed| {
        let level = add(bed, &form("Level", kind("text")));
        for (name, text) in [("Berg", "Gold"), ("Dal", "gold"), ("Elv", "Sølv"), ("Å", "")] {
            create(bed, json!({ "name": name, (level.clone()): text }));
        }
        let bare = OwnKind::Select { options: Vec::new(), open: false };
        convert(bed, &level, bare, Lost::Stop).unwrap();
        assert_eq!(found(bed, Filter::field(&level, Operator::Is, &["gold"])), 2);
        bed.mia().open("/companies/new").shows("Sølv");
        // A choice among several keeps the options, colours and all.
        convert(bed, &level, OwnKind::MultiSelect { options: Vec::new(), open: false }, Lost::Stop).unwrap();
        assert_eq!(found(bed, Filter::field(&level, Operator::Is, &["gold"])), 2);
        for number in 0..120 {
            create(bed, json!({ "name": format!("No {number}") }));
        }
        let code = add(bed, &form("Code", kind("text")));
        for number in 0..120 {
            create(bed, json!({ "name": format!("Nr {number}"), (code.clone()): format!("c{number}") }));
        }
        let bare = OwnKind::Select { options: Vec::new(), open: false };
        let refused = convert(bed, &code, bare, Lost::Stop).unwrap_err();
        assert!(format!("{refused:?}").contains("too-many-options"), "{refused:?}");
        assert_eq!(type_of(bed, &code), "text");
    });
}

#[test]
fn a_colleague_s_name_becomes_the_colleague_and_a_name_again() {
    on_each_database(|bed| {
        let by = add(bed, &form("Handled by", kind("text")));
        let name = bed.read(|cx| {
            let me = cx.actor().user().unwrap();
            Ok(identity::members::names(cx)?[&me].clone())
        });
        let (berg, dal) = (
            create(bed, json!({ "name": "Berg", (by.clone()): name.to_uppercase() })),
            create(bed, json!({ "name": "Dal", (by.clone()): "nobody here" })),
        );
        let begun = convert(bed, &by, kind("user"), Lost::LeaveEmpty).unwrap();
        let me = bed.mia().scope().actor.user().unwrap();
        assert_eq!((value(bed, berg, &by), value(bed, dal, &by)), (json!(me.to_string()), Json::Null));
        assert_eq!(found(bed, Filter::field(&by, Operator::Is, &["me"])), 1);
        convert(bed, &by, kind("text"), Lost::Stop).unwrap();
        assert_eq!(value(bed, berg, &by), json!(name));
        assert_eq!(begun.job, None);
    });
}

#[test]
fn a_type_that_others_need_stays_and_values_that_stand_once_still_do() {
    on_each_database(|bed| {
        let ivan = bed.ivan();
        let number = add(bed, &FieldForm { unique: true, ..form("Number", kind("text")) });
        create(bed, json!({ "name": "One", (number.clone()): "7" }));
        create(bed, json!({ "name": "Two", (number.clone()): "7.0" }));
        let here = format!("/settings/objects/company/fields/{number}/type");
        let unique =
            [("kind", "number"), ("asked", "1"), ("decimals", "0"), ("unique", "1"), ("lost", "stop")];
        ivan.post(&here, &unique).is(422).says("stand on several");
        bed.advance(1_000_000);
        let repeated =
            [("kind", "number"), ("asked", "1"), ("decimals", "0"), ("unique", ""), ("lost", "empty")];
        ivan.post(&here, &repeated).is(303);
        assert!(!bed.read(|cx| Ok(object(cx, "company")?.field(&number)?.unique)));
        // A roll-up of it would no longer be what it says.
        let worth = add(bed, &form("Worth", kind("money")));
        let (added, _) = bed
            .db()
            .write(&bed.ivan().scope(), |tx| {
                let parent = FieldForm {
                    kind: Some(OwnKind::Reference { object: "company".to_owned() }),
                    ..form("Group", kind("text"))
                };
                let declared = object(tx, "company")?;
                let by = shape::add_field(tx, &declared, &parent)?;
                let settings = Settings {
                    object: format!("company.{by}"),
                    of: Of::Sum,
                    field: format!("company.{worth}"),
                    ..Settings::default()
                };
                let sum = FieldForm { kind: OwnKind::of("roll_up", &settings), ..form("Sum", kind("text")) };
                let declared = object(tx, "company")?;
                Ok((shape::add_field(tx, &declared, &sum)?, by))
            })
            .unwrap();
        assert_eq!(added, "own_sum");
        ivan.open(&format!("/settings/objects/company/fields/{worth}/type?kind=text"))
            .shows("Must be removed first");
        let refused = convert(bed, &worth, kind("text"), Lost::Stop).unwrap_err();
        assert!(format!("{refused:?}").contains("type-needed-by"), "{refused:?}");
        // Decimals are a matter of the type too: the form of the field leaves them alone.
        let plain = add(bed, &form("Plain", OwnKind::Number { decimals: 0 }));
        let card = create(bed, json!({ "name": "Three", (plain.clone()): 12 }));
        ivan.post(
            &format!("/settings/objects/company/fields/{plain}"),
            &[("kind", "number"), ("label", "Plain"), ("decimals", "2"), ("group", "about")],
        )
        .is(303);
        assert_eq!(bed.read(|cx| Ok(object(cx, "company")?.field(&plain)?.kind.decimals())), 0);
        convert(bed, &plain, kind("number"), Lost::Stop).unwrap();
        assert_eq!(value(bed, card, &plain), json!(1200));
    });
}

/// Values of each type that somebody may have typed, odd ones among them.
fn values(kind: &str) -> Vec<Json> {
    match kind {
        "text" => vec![
            json!("12"),
            json!("1.250,50"),
            json!("2026-11-22"),
            json!("22/11/2026"),
            json!("Gold"),
            json!("yes"),
            json!("no"),
            json!("a@b.example, c@d.example"),
            json!("+45 31 42 55 10"),
            json!("★★★"),
            json!("李小龙 | ø"),
            json!("|"),
            json!("0"),
            json!("x".repeat(300)),
        ],
        "long_text" => vec![json!("two\nlines"), json!("7"), json!("y".repeat(2_000))],
        "number" => vec![json!(0), json!(-1250), json!(100), json!(400), json!(99_999_999_999i64)],
        "money" => vec![
            json!({ "minor": 500, "currency": "DKK" }),
            json!({ "minor": -1, "currency": "EUR" }),
            json!({ "minor": 7, "currency": "JPY" }),
        ],
        "date" => vec![json!("2026-11-22"), json!("1804-02-29")],
        "date_time" => vec![json!(1_795_420_800_000_000i64), json!(-1i64)],
        "partial_date" => vec![json!("--02-29"), json!("1980-04-03")],
        "yes_no" => vec![json!(true)],
        "select" => vec![json!("gold"), json!("Bronze")],
        "multi_select" => vec![json!(["gold"]), json!(["silver", "Bronze"])],
        "rating" => vec![json!(1), json!(5)],
        "emails" => vec![json!([{ "address": "a@b.example", "label": "work" }])],
        "phones" => vec![json!([{ "number": "+4531425510", "label": "work" }, { "raw": "ask for Bo" }])],
        "links" => vec![json!([{ "url": "https://a.example/b", "label": "blog" }])],
        _ => Vec::new(),
    }
}

#[test]
fn from_each_type_to_others_and_back_every_value_is_what_it_was() {
    on_each_database(|bed| {
        for (turn, from) in TARGETS.into_iter().enumerate() {
            let field = add(bed, &form(&format!("Was {from}"), kind(from)));
            let cards: Vec<(Id, Json)> = values(from)
                .into_iter()
                .map(|value| {
                    let id = create(bed, json!({ "name": from, (field.clone()): value }));
                    (id, self::value(bed, id, &field))
                })
                .collect();
            // A third of them for each, every type among them several times.
            let others =
                TARGETS.into_iter().enumerate().filter(|(at, to)| (at + turn) % 3 == 0 && *to != from);
            for (_, to) in others {
                let begun = convert(bed, &field, kind(to), Lost::LeaveEmpty).unwrap();
                assert_eq!(type_of(bed, &field), to);
                for (id, _) in &cards {
                    let now = value(bed, *id, &field);
                    let canonical = bed.read(|cx| Ok(object(cx, "company")?.field(&field)?.kind.check(&now)));
                    assert_eq!(canonical.unwrap(), now, "{from} as {to}");
                }
                // Every column of the type can be asked.
                found(bed, Filter::field(&field, Operator::NotEmpty, &[]));
                undo(bed, begun.set);
                for (id, was) in &cards {
                    assert_eq!(value(bed, *id, &field), *was, "{from} as {to} and back");
                }
            }
        }
    });
}

#[test]
fn somebody_who_saves_at_the_very_moment_of_the_change_keeps_what_they_wrote() {
    on_each_database(|bed| {
        let size = add(bed, &form("Size", kind("text")));
        let note = add(bed, &form("Note", kind("text")));
        let cards: Vec<Id> = (0..120)
            .map(|number| {
                create(bed, json!({ "name": format!("No {number}"), (size.clone()): format!("{number}") }))
            })
            .collect();
        bed.advance(1_000_000);
        let wanted = Wanted { kind: kind("number"), options_of_values: false, unique: false };
        let scope = bed.ivan().scope();
        let mia = bed.mia().scope();
        let begun = std::thread::scope(|threads| {
            // Two go through the cards from either end and write what does not depend on the type.
            for backwards in [false, true] {
                let (cards, note, mia) = (cards.clone(), note.clone(), mia.clone());
                let db = bed.db();
                threads.spawn(move || {
                    let ordered: Vec<Id> = if backwards { cards.into_iter().rev().collect() } else { cards };
                    for id in ordered {
                        db.write(&mia, |tx| {
                            let declared = object(tx, "company")?;
                            let mut set = ChangeSet::new(tx, "change-edited");
                            let text = json!(if backwards { "back" } else { "forth" });
                            let values = Values::from_iter([(note.clone(), text)]);
                            save::edit(tx, &mut set, &declared, id, values, &Values::new())?.saved()?;
                            set.close(tx)
                        })
                        .unwrap();
                    }
                });
            }
            let (declared, survey) = bed
                .db()
                .read(&scope, |cx| {
                    let declared = object(cx, "company")?;
                    let field = declared.field(&size)?.clone();
                    let survey = convert::survey(cx, &declared, &field, &wanted)?;
                    Ok((declared, survey))
                })
                .unwrap();
            bed.db()
                .write(&scope, |tx| convert::begin(tx, &declared, &size, &survey, (&wanted, Lost::Stop)))
                .unwrap()
        });
        assert_eq!(begun.job, None);
        for (number, id) in cards.iter().enumerate() {
            assert_eq!(value(bed, *id, &size), json!(number * 100), "card {number}");
            assert!(!value(bed, *id, &note).is_null(), "card {number}");
        }
        bed.advance(1_000_000);
        undo(bed, begun.set);
        assert_eq!(value(bed, cards[7], &size), json!("7"));
        assert!(!value(bed, cards[7], &note).is_null());
    });
}

#[test]
fn a_value_that_is_lost_is_found_no_more_and_counts_that_ask_for_it_follow() {
    on_each_database(|bed| {
        let size = add(bed, &form("Size", kind("text")));
        let parent = add(bed, &form("Group", OwnKind::Reference { object: "company".to_owned() }));
        let filled = Filter::field(&size, Operator::NotEmpty, &[]);
        let settings = Settings {
            object: format!("company.{parent}"),
            of: Of::Count,
            filter: filled.written(),
            ..Settings::default()
        };
        let count = add(bed, &form("Sized", OwnKind::of("roll_up", &settings).unwrap()));
        let group = create(bed, json!({ "name": "Group" }));
        let of = format!("company:{group}");
        create(bed, json!({ "name": "Berg", (parent.clone()): of, (size.clone()): "Zeppelin" }));
        create(bed, json!({ "name": "Dal", (parent.clone()): of, (size.clone()): "7" }));
        let hits = |words: &str| bed.read(|cx| records::search::find(cx, words, None, 5)).len();
        assert_eq!((hits("zeppelin"), value(bed, group, &count)), (1, json!(2)));
        let begun = convert(bed, &size, kind("number"), Lost::LeaveEmpty).unwrap();
        assert_eq!((hits("zeppelin"), value(bed, group, &count)), (0, json!(1)));
        undo(bed, begun.set);
        assert_eq!((hits("zeppelin"), value(bed, group, &count)), (1, json!(2)));
    });
}
