//! The index bends to the company: own fields and own objects, there at once wherever a field or an object is.

use kernel::{Scope, clock::DAY};
use records::{
    ChangeSet, Filter, Json, Operator, Query, Sort,
    object::object,
    query, record,
    roll_up::Of,
    save::{self, Values},
    search,
    shape::{self, FieldForm, ObjectForm, OwnKind, Settings},
};
use serde_json::json;
use testbed::{Testbed, on_each_database};

fn kind(key: &str) -> OwnKind {
    let option = |key: &str, label: &str| records::field::options::OwnOption {
        key: key.to_owned(),
        label: label.to_owned(),
        ..Default::default()
    };
    let settings = Settings {
        decimals: 2,
        options: vec![option("gold", "Gold"), option("silver", "Sølv")],
        open: false,
        object: "company".to_owned(),
        ..Settings::default()
    };
    OwnKind::of(key, &settings).unwrap()
}

fn form(label: &str, key: &str) -> FieldForm {
    FieldForm {
        label: label.to_owned(),
        kind: Some(kind(key)),
        listed: true,
        searched: true,
        ..FieldForm::default()
    }
}

fn add(bed: &Testbed, of: &str, form: &FieldForm) -> kernel::Result<String> {
    bed.db().write(&bed.ivan().scope(), |tx| {
        let declared = object(tx, of)?;
        shape::add_field(tx, &declared, form)
    })
}

fn vehicles(bed: &Testbed) -> String {
    let form = ObjectForm {
        one: "Vehicle".to_owned(),
        many: "Vehicles".to_owned(),
        icon: "car".to_owned(),
        tab: "product".to_owned(),
        title: "Plate".to_owned(),
    };
    bed.db().write(&bed.ivan().scope(), |tx| shape::add_object(tx, &form)).unwrap()
}

fn create(bed: &Testbed, scope: &Scope, of: &str, values: Json) -> kernel::Result<kernel::Id> {
    bed.db().write(scope, |tx| {
        let declared = object(tx, of)?;
        let mut set = ChangeSet::new(tx, "change-created");
        let id = save::create(tx, &mut set, &declared, values.as_object().cloned().unwrap_or_default())?;
        set.close(tx)?;
        Ok(id)
    })
}

fn names(bed: &Testbed, of: &str, filter: Filter, sort: &str) -> Vec<String> {
    bed.read(|cx| {
        let declared = object(cx, of)?;
        let mut names = Vec::new();
        let mut after = None;
        loop {
            let query =
                Query { filter: filter.clone(), sort: vec![Sort::parse(sort)], after, ..Query::default() };
            // Two at a time, so that the place between pages is tried too.
            let page = query::page(cx, &declared, &query, &["name"], 2)?;
            names.extend(page.records.iter().map(record_name));
            match page.next {
                Some(next) => after = Some(next),
                None => return Ok(names),
            }
        }
    })
}

fn record_name(card: &records::Record) -> String {
    match card.get("name") {
        Json::String(name) => name.clone(),
        name => format!(
            "{} {}",
            name["given"].as_str().unwrap_or_default(),
            name["family"].as_str().unwrap_or_default()
        ),
    }
}

/// A value of each type, and an argument that finds it.
const EACH: [(&str, &str, Operator, &str); 12] = [
    ("text", r#""Øre 10%""#, Operator::Contains, "øre 10%"),
    ("long_text", r#""one\ntwo""#, Operator::Contains, "TWO"),
    ("number", "1250", Operator::Over, "12.49"),
    ("money", r#"{"minor":500,"currency":"DKK"}"#, Operator::Over, "4.99"),
    ("date", r#""2026-11-23""#, Operator::After, "2026-11-22"),
    ("date_time", "1795420800000000", Operator::NotEmpty, ""),
    ("yes_no", "true", Operator::NotEmpty, ""),
    ("select", r#""gold""#, Operator::Is, "gold"),
    ("multi_select", r#"["gold","silver"]"#, Operator::Is, "silver"),
    ("rating", "4", Operator::Over, "3"),
    ("emails", r#"[{"address":"a@b.example","label":"work"}]"#, Operator::Contains, "B.EXAMPLE"),
    ("links", r#"[{"url":"https://a.example"}]"#, Operator::NotEmpty, ""),
];

#[test]
fn a_field_of_each_type_is_kept_filtered_sorted_and_undone() {
    on_each_database(|bed| {
        let mia = bed.mia().scope();
        bed.person("Aa Aa").save();
        for (key, value, op, argument) in EACH {
            let field = add(bed, "person", &form(&format!("Field {key}"), key)).unwrap();
            assert_eq!(field, format!("own_field_{key}"));
            let value: Json = serde_json::from_str(value).unwrap();
            let anna =
                create(bed, &mia, "person", json!({ "name": "Anna Berg", (field.clone()): value })).unwrap();
            let kept = bed.read(|cx| record::find(cx, &object(cx, "person")?, anna));
            assert_eq!(kept.get(&field), &value, "{key}");
            let arguments: Vec<&str> = Some(argument).into_iter().filter(|text| !text.is_empty()).collect();
            let found = names(bed, "person", Filter::field(&field, op, &arguments), "name");
            assert_eq!(found, ["Anna Berg"], "{key}");
            let without = names(bed, "person", Filter::field(&field, Operator::Empty, &[]), "name");
            assert!(without.contains(&"Aa Aa".to_owned()), "{key}");
            if kept.object.field(&field).unwrap().kind.sort_suffix().is_some() {
                let sorted = names(bed, "person", Filter::default(), &format!("-{field}"));
                assert_eq!(sorted[0], "Anna Berg", "{key}");
                assert_eq!(
                    names(bed, "person", Filter::default(), &field).last().unwrap(),
                    "Anna Berg",
                    "{key}"
                );
            }
            let set = bed.db().write(&mia, |tx| {
                let mut set = ChangeSet::new(tx, "change-edited");
                let gone = Values::from_iter([(field.clone(), Json::Null)]);
                save::edit(tx, &mut set, &kept.object, anna, gone, &Values::new())?;
                set.close(tx)?;
                Ok(set.id)
            });
            assert!(names(bed, "person", Filter::field(&field, op, &arguments), "name").is_empty(), "{key}");
            bed.write(|tx| records::undo::undo(tx, set.unwrap()));
            assert_eq!(
                names(bed, "person", Filter::field(&field, op, &arguments), "name"),
                ["Anna Berg"],
                "{key}"
            );
            bed.write(|tx| {
                let mut set = ChangeSet::new(tx, "change-trashed");
                save::trash(tx, &mut set, &kept.object, anna)?;
                set.close(tx)
            });
        }
    });
}

#[test]
fn an_own_object_has_a_list_a_card_search_history_and_references_of_its_own() {
    on_each_database(|bed| {
        let key = vehicles(bed);
        assert_eq!(key, "vehicle");
        let owner = FieldForm {
            kind: Some(OwnKind::Reference { object: "person".to_owned() }),
            ..form("Owner of it", "text")
        };
        let owner = add(bed, &key, &owner).unwrap();
        assert_eq!(owner, "owner_of_it");
        add(bed, &key, &form("Next service", "date")).unwrap();
        let anna = bed.person("Anna Berg").save();
        let mia = bed.mia();
        mia.open("/o/vehicle").shows("Vehicles: nothing here yet");
        mia.open("/o/vehicle/new").shows("Plate").shows("Next service");
        let form = [
            ("name", "AB 12 345"),
            ("next_service", "2026-12-01"),
            ("owner_of_it", &format!("person:{anna}")),
        ];
        let card = mia.post("/o/vehicle", &form).is(303).location();
        mia.open(&card).shows("AB 12 345").shows("Anna Berg").shows("Vehicle");
        mia.open("/o/vehicle").shows("AB 12 345").shows("Next service");
        mia.open(&format!("/people/{anna}")).shows("AB 12 345");
        mia.open(&format!("{card}/history")).shows("AB 12 345");
        let found = bed.read(|cx| search::find(cx, "ab 12", None, 5));
        assert_eq!(found.first().map(|hit| hit.object.as_str()), Some("vehicle"));
        // People who have a vehicle due, through the reference of the vehicle.
        let due = names(
            bed,
            &key,
            Filter::field("owner_of_it.name", Operator::Contains, &["berg"]),
            "next_service",
        );
        assert_eq!(due, ["AB 12 345"]);
        // Another own object shares the table and nothing else.
        let boat = ObjectForm {
            one: "Boat".to_owned(),
            many: "Boats".to_owned(),
            tab: "custom".to_owned(),
            title: "Name".to_owned(),
            icon: "ship".to_owned(),
        };
        bed.db().write(&bed.ivan().scope(), |tx| shape::add_object(tx, &boat)).unwrap();
        mia.open("/o/boat").hides("AB 12 345");
        mia.get(&card.replace("vehicle", "boat")).is(404);
        mia.get("/o/person").is(404);
        mia.get("/o/nothing").is(404);
        // Another workspace has no vehicles at all.
        bed.olga().get("/o/vehicle").is(404);
        bed.olga().get(&card).is(404);
    });
}

#[test]
fn a_unique_value_stands_once_among_the_living() {
    on_each_database(|bed| {
        let mia = bed.mia().scope();
        let field = add(bed, "company", &FieldForm { unique: true, ..form("Guild number", "text") }).unwrap();
        let with = |name: &str, number: &str| {
            create(bed, &mia, "company", json!({ "name": name, (field.clone()): number }))
        };
        let first = with("Berg", "DK1").unwrap();
        let refused = with("Fjord", "dk1").unwrap_err();
        assert!(refused.to_string().contains("not-unique"), "{refused}");
        with("Fjord", "DK2").unwrap();
        let declared = bed.read(|cx| object(cx, "company"));
        bed.write(|tx| {
            let mut set = ChangeSet::new(tx, "change-trashed");
            save::trash(tx, &mut set, &declared, first)?;
            set.close(tx)
        });
        with("Dal", "DK1").unwrap();
        let back = bed.db().write(&mia, |tx| {
            let mut set = ChangeSet::new(tx, "change-restored");
            save::restore(tx, &mut set, &declared, first).map(drop)
        });
        assert!(back.unwrap_err().to_string().contains("not-unique"), "it would stand twice");
        // What stands twice already is named before anything is promised.
        let other = add(bed, "company", &form("Code", "text")).unwrap();
        for name in ["One", "Two"] {
            create(bed, &mia, "company", json!({ "name": name, (other.clone()): "same" })).unwrap();
        }
        let refused = bed.db().write(&bed.ivan().scope(), |tx| {
            let declared = object(tx, "company")?;
            shape::change_field(tx, &declared, &other, &FieldForm { unique: true, ..form("Code", "text") })
        });
        assert!(refused.unwrap_err().to_string().contains("values-not-unique"));
    });
}

#[test]
fn a_retired_field_keeps_its_values_and_comes_back_with_them() {
    on_each_database(|bed| {
        let ivan = bed.ivan();
        ivan.open("/settings/objects").shows("People");
        ivan.open("/settings/objects/person/new-field?kind=select").shows("Options");
        let options = [
            ("kind", "select"),
            ("label", "Level"),
            ("listed", "1"),
            ("group", "about"),
            ("options.0.label", "Gold"),
            ("options.0.colour", "yellow"),
            ("options.0.place", "2"),
            ("options.1.label", "银卡"),
            ("options.1.place", "1"),
        ];
        ivan.post("/settings/objects/person/fields", &options).is(303);
        let mia = bed.mia();
        mia.open("/people/new").shows("Level").shows("银卡");
        let card = mia.post("/people", &[("name.given", "Anna"), ("own_level", "gold")]).is(303).location();
        mia.open("/people").shows("Level").shows("data-colour=\"yellow\"");
        ivan.post("/settings/objects/person/fields/own_level/retire", &[]).is(303);
        mia.open(&card).hides("Gold");
        mia.open("/people").hides("col data-column=\"own_level\"");
        ivan.open("/settings/objects/person").shows("Out of use");
        ivan.post("/settings/objects/person/fields/own_level/restore", &[]).is(303);
        mia.open(&card).shows("Gold");
        // A name twice, a choice without options, somebody who may not.
        ivan.post("/settings/objects/person/fields", &[("kind", "text"), ("label", "level")])
            .is(422)
            .says("taken");
        ivan.post("/settings/objects/person/fields", &[("kind", "select"), ("label", "Size")])
            .is(422)
            .says("at least one option");
        bed.sven().post("/settings/objects/person/fields", &[("kind", "text"), ("label", "Mine")]).is(403);
        ivan.get("/settings/objects/nothing").is(404);
    });
}

#[test]
fn our_own_fields_are_renamed_moved_and_demanded() {
    on_each_database(|bed| {
        let ivan = bed.ivan();
        let form =
            [("kind", "text"), ("label", "Position"), ("group", "about"), ("required", "1"), ("listed", "1")];
        ivan.post("/settings/objects/person/fields/job_title", &form).is(303);
        ivan.post("/settings/objects/person/fields/job_title/move?before=name", &[]).is(303);
        let mia = bed.mia();
        mia.open("/people/new").shows("Position");
        mia.post("/people", &[("name.given", "Anna"), ("job_title", "")]).is(422).says("Position");
        let first = bed.read(|cx| Ok(object(cx, "person")?.fields[0].key.clone()));
        assert_eq!(first, "job_title");
        bed.olga().open("/people/new").hides("Position");
    });
}

fn formula(label: &str, formula: &str, result: &str) -> FieldForm {
    let settings = Settings {
        decimals: 2,
        formula: formula.to_owned(),
        result: result.to_owned(),
        ..Settings::default()
    };
    FieldForm { kind: OwnKind::of("formula", &settings), ..form(label, "text") }
}

fn roll_up(label: &str, object: &str, of: Of, field: &str) -> FieldForm {
    let settings = Settings { object: object.to_owned(), of, field: field.to_owned(), ..Settings::default() };
    FieldForm { kind: OwnKind::of("roll_up", &settings), ..form(label, "text") }
}

#[test]
fn formulas_follow_what_they_name_and_show_why_they_fail() {
    on_each_database(|bed| {
        let mia = bed.mia().scope();
        let before = create(bed, &mia, "company", json!({ "name": "Before", "employees": 4 })).unwrap();
        let half = add(bed, "company", &formula("Half", "=[employees] / 2", "number")).unwrap();
        let each = add(bed, "company", &formula("Each", "100 / [Half]", "number")).unwrap();
        let value = |id, field: &str| {
            bed.read(|cx| Ok(record::find(cx, &object(cx, "company")?, id)?.get(field).clone()))
        };
        assert_eq!(
            (value(before, &half), value(before, &each)),
            (json!(200), json!(5000)),
            "of cards that were there"
        );
        let none = create(bed, &mia, "company", json!({ "name": "None" })).unwrap();
        assert_eq!(value(none, &each)["error"], "formula-division-by-zero");
        bed.mia().open(&format!("/companies/{none}")).shows("Division by zero");
        bed.write(|tx| {
            let declared = object(tx, "company")?;
            let mut set = ChangeSet::new(tx, "change-edited");
            let more = Values::from_iter([("employees".to_owned(), json!(10))]);
            save::edit(tx, &mut set, &declared, none, more, &Values::new())?;
            set.close(tx)
        });
        assert_eq!(value(none, &each), json!(2000));
        let over = names(bed, "company", Filter::field(&half, Operator::Over, &["4"]), &half);
        assert_eq!(over, ["None"]);
        assert_eq!(names(bed, "company", Filter::default(), &format!("-{half}")), ["None", "Before"]);
        // A circle is refused by name, and so is what is no formula.
        let circle = bed.db().write(&bed.ivan().scope(), |tx| {
            let declared = object(tx, "company")?;
            shape::change_field(tx, &declared, &half, &formula("Half", "[Each] + 1", "number"))
        });
        let said = format!("{:?}", circle.unwrap_err());
        assert!(said.contains("Half → Each → Half"), "{said}");
        assert!(add(bed, "company", &formula("Bad", "[nothing] +", "number")).is_err());
        // Changing it computes everything again.
        bed.db()
            .write(&bed.ivan().scope(), |tx| {
                let declared = object(tx, "company")?;
                shape::change_field(tx, &declared, &half, &formula("Half", "[employees] * 0.5 + 1", "number"))
            })
            .unwrap();
        assert_eq!(value(before, &half), json!(300));
    });
}

#[test]
fn roll_ups_are_right_after_every_kind_of_change() {
    on_each_database(|bed| {
        let key = vehicles(bed);
        let owner = FieldForm {
            kind: Some(OwnKind::Reference { object: "person".to_owned() }),
            ..form("Driver", "text")
        };
        add(bed, &key, &owner).unwrap();
        add(bed, &key, &form("Price", "money")).unwrap();
        add(bed, &key, &form("Due", "date")).unwrap();
        let anna = bed.person("Anna Berg").save();
        let bo = bed.person("Bo Dal").save();
        let count = add(bed, "person", &roll_up("Vehicles", "vehicle.driver", Of::Count, "")).unwrap();
        let sum = add(bed, "person", &roll_up("Worth", "vehicle.driver", Of::Sum, "vehicle.price")).unwrap();
        let next =
            add(bed, "person", &roll_up("Next due", "vehicle.driver", Of::Min, "vehicle.due")).unwrap();
        let rich = add(bed, "person", &formula("Rich", "[Worth] > 100", "yes_no")).unwrap();
        let value = |id, field: &str| {
            bed.read(|cx| Ok(record::find(cx, &object(cx, "person")?, id)?.get(field).clone()))
        };
        let mia = bed.mia().scope();
        let vehicle = |plate: &str, driver, minor: i64, due: &str| {
            let price = json!({ "minor": minor, "currency": "DKK" });
            let values =
                json!({ "name": plate, "driver": format!("person:{driver}"), "price": price, "due": due });
            create(bed, &mia, &key, values).unwrap()
        };
        assert_eq!(value(anna, &count), json!(0));
        let first = vehicle("AA", anna, 7000, "2026-12-01");
        let second = vehicle("BB", anna, 5000, "2026-11-30");
        assert_eq!(value(anna, &count), json!(2));
        assert_eq!(value(anna, &sum), json!({ "minor": 12000, "currency": "DKK" }));
        assert_eq!((value(anna, &next), value(anna, &rich)), (json!("2026-11-30"), json!(true)));
        // Moved to somebody else, thrown away, restored, undone.
        let declared = bed.read(|cx| object(cx, &key));
        let moved = bed.write(|tx| {
            let mut set = ChangeSet::new(tx, "change-edited");
            let to = Values::from_iter([("driver".to_owned(), json!(format!("person:{bo}")))]);
            save::edit(tx, &mut set, &declared, second, to, &Values::new())?;
            set.close(tx)?;
            Ok(set.id)
        });
        assert_eq!((value(anna, &count), value(bo, &count)), (json!(1), json!(1)));
        assert_eq!((value(anna, &next), value(anna, &rich)), (json!("2026-12-01"), Json::Null));
        bed.write(|tx| {
            let mut set = ChangeSet::new(tx, "change-trashed");
            save::trash(tx, &mut set, &declared, first)?;
            set.close(tx)
        });
        assert_eq!((value(anna, &count), value(anna, &sum)), (json!(0), Json::Null));
        bed.write(|tx| records::undo::undo(tx, moved));
        assert_eq!((value(anna, &count), value(bo, &count)), (json!(1), json!(0)));
        // Several currencies cannot be added, and that is said.
        let euro = json!({ "minor": 1, "currency": "EUR" });
        create(bed, &mia, &key, json!({ "name": "CC", "driver": format!("person:{anna}"), "price": euro }))
            .unwrap();
        assert_eq!(value(anna, &sum)["error"], "roll-up-of-several-currencies");
        let one = names(bed, "person", Filter::field(&count, Operator::Over, &["1"]), "name");
        assert_eq!(one, ["Anna Berg"]);
    });
}

#[test]
fn rules_refuse_what_breaks_them_and_leave_old_cards_editable() {
    on_each_database(|bed| {
        let ivan = bed.ivan();
        let mia = bed.mia();
        let number = add(bed, "company", &form("CVR", "text")).unwrap();
        let country = add(bed, "company", &form("Country", "text")).unwrap();
        let old =
            create(bed, &mia.scope(), "company", json!({ "name": "Old", (country.clone()): "DK" })).unwrap();
        let rule = [
            ("formula", "OR([Country]<>\"DK\", LEN([CVR])=8)"),
            ("message", "A company in Denmark needs a CVR number of 8 digits."),
        ];
        ivan.post("/settings/objects/company/rules", &rule).is(303);
        ivan.open("/settings/objects/company").shows("8 digits");
        let form = [("name", "New"), (country.as_str(), "DK"), (number.as_str(), "123")];
        mia.post("/companies", &form).is(422).says("8 digits");
        let form = [("name", "New"), (country.as_str(), "DK"), (number.as_str(), "12345678")];
        mia.post("/companies", &form).is(303);
        mia.post("/companies", &[("name", "Swede"), (country.as_str(), "SE")]).is(303);
        mia.post(&format!("/companies/{old}/fields/website"), &[("website.0.url", "old.example")]);
        let edit = |field: &str, text: &str| {
            let values = Values::from_iter([(field.to_owned(), json!(text))]);
            bed.db().write(&mia.scope(), |tx| {
                let declared = object(tx, "company")?;
                let mut set = ChangeSet::new(tx, "change-edited");
                save::edit(tx, &mut set, &declared, old, values, &Values::new()).map(drop)
            })
        };
        edit("name", "Older").unwrap();
        assert!(edit(&number, "1").is_err());
        ivan.post("/settings/objects/company/rules", &[("formula", "1=1"), ("message", "x")])
            .is(422)
            .says("at least one field");
        ivan.post("/settings/objects/company/rules/remove", &rule).is(303);
        edit(&number, "1").unwrap();
    });
}

#[test]
fn a_reference_is_imported_by_a_name_or_an_address() {
    on_each_database(|bed| {
        let vehicle = vehicles(bed);
        let settings = Settings { object: "person".to_owned(), ..Settings::default() };
        let owner = FieldForm { kind: OwnKind::of("reference", &settings), ..form("Owner", "text") };
        let owner = add(bed, &vehicle, &owner).unwrap();
        let anna = bed.person("Anna Berg").email("anna@berg.example").save();
        let csv = "Plate,Owner\nAB 1,Anna@Berg.example\nAB 2,anna berg\nAB 3,new@holm.example\nAB 4,new@holm.example\nAB 5,-\n";
        let file = testbed::File { field: "file", name: "vehicles.csv", bytes: csv.as_bytes() };
        let import = bed.mia().upload("/import", &[], &[file]).is(303).location();
        let import = import.split('?').next().unwrap();
        bed.mia().post(&format!("{import}/start"), &[]).is(303);
        bed.run_jobs();
        let owners = bed.read(|cx| {
            let vehicle = object(cx, &vehicle)?;
            let query = Query { sort: vec![Sort::parse("name")], ..Query::default() };
            let page = query::page(cx, &vehicle, &query, &[], 10)?;
            Ok(page.records.iter().map(|card| card.get(&owner).clone()).collect::<Vec<_>>())
        });
        assert_eq!(owners[0], json!(format!("person:{anna}")));
        assert_eq!(owners[0], owners[1]);
        assert_eq!(owners[2], owners[3]);
        assert!(owners[2] != owners[0] && owners[4].is_null());
        let new = owners[2].as_str().unwrap().trim_start_matches("person:").parse().unwrap();
        let made = bed.read(|cx| record::find(cx, &object(cx, "person")?, new));
        assert_eq!(made.get("emails")[0]["address"], "new@holm.example");
    });
}

#[test]
fn a_file_is_taken_for_the_cards_that_its_name_or_its_columns_say() {
    on_each_database(|bed| {
        let vehicle = vehicles(bed);
        let taken_for = |name, bytes: &'static [u8]| {
            let file = testbed::File { field: "file", name, bytes };
            bed.mia().upload("/import", &[], &[file]).is(303);
            bed.read(|cx| Ok(records::import::list(cx, None, 1)?[0].mapping.object.clone()))
        };
        assert_eq!(taken_for("vehicles.csv", b"A,B\n1,2\n"), vehicle);
        assert_eq!(taken_for("export.csv", b"Plate,Responsible\nAB 12,\n"), vehicle);
        assert_eq!(taken_for("export.csv", b"Name,E-mail\nAnna Berg,anna@berg.example\n"), "person");
        assert_eq!(taken_for("companies.csv", b"Name,E-mail\nBerg,info@berg.example\n"), "company");
    });
}

#[test]
fn of_an_own_choice_it_is_kept_how_long_a_card_had_each_value() {
    on_each_database(|bed| {
        let wanted = FieldForm { timed: true, ..form("Phase", "select") };
        let key = add(bed, "company", &wanted).unwrap();
        let berg = bed.company("Berg Marine").with(&key, "gold").save();
        bed.advance(3 * DAY);
        bed.ivan()
            .post(
                &format!("/companies/{berg}/fields/{key}"),
                &[(key.as_str(), "silver"), ("seen", "\"gold\"")],
            )
            .is(303);
        bed.advance(2 * DAY);
        let page = bed.ivan().get(&format!("/companies/{berg}")).is(200).text();
        let told = page.split("<dt>Phase</dt>").nth(1).unwrap().split("</div>").next().unwrap();
        assert!(told.contains("Gold: 3 d") && told.contains(">2 d<"), "{told}");
        let stays = bed.read(|cx| records::stays::of(cx, berg, &key));
        assert_eq!(stays.iter().map(|stay| stay.value.as_str()).collect::<Vec<_>>(), ["gold", "silver"]);
        // The form of the field knows it is ticked, and another type of field has no such tick.
        let settings = bed.ivan().get(&format!("/settings/objects/company/fields/{key}")).is(200).text();
        let tick = settings
            .split("<input")
            .find(|input| input.contains("name=\"timed\"") && input.contains("checkbox"));
        assert!(tick.is_some_and(|tick| tick.contains("checked")), "{tick:?}");
        assert!(!bed.ivan().get("/settings/objects/company/new-field?kind=text").contains("name=\"timed\""));
    });
}
