//! Create, update and both; how rows find their cards; and that a dry run says what will be.

use records::import::{self, Action, Mode, State, Totals};
use serde_json::json;

use crate::office::{Office, emails, offices};

const FILE: &str = "\
name,emails,job_title,tags,company
Anna Berg,ANNA@berg.dk,Director,vip,Berg A/S
Bo Holm,bo@holm.dk,Smith,,Holm A/S
Carl Dahl,carl@dahl.dk,,,
";

fn with_anna(office: &Office) -> kernel::Id {
    office.create(
        "person",
        json!({
            "name": "Anna Maria Berg", "emails": [{ "address": "anna@berg.dk", "label": "work" }], "tags": ["old"],
            "job_title": "Clerk", "nickname": "Ann",
        }),
    )
}

fn counts(totals: Totals) -> [u64; 5] {
    [totals.created, totals.updated, totals.unchanged, totals.skipped, totals.bad]
}

#[test]
fn new_cards_are_made_and_those_that_are_there_are_passed_over() {
    for office in offices() {
        let anna = with_anna(&office);
        let done = office.import("a.csv", FILE, Mode::Create, &["emails"]);
        assert_eq!(counts(done.totals), [2, 0, 0, 1, 0]);
        let record = office.all("person").into_iter().find(|record| record.id == anna).unwrap();
        assert_eq!(record.text("job_title"), "Clerk");
    }
}

#[test]
fn an_update_unites_lists_overwrites_what_the_file_has_and_leaves_the_rest() {
    for office in offices() {
        let anna = with_anna(&office);
        let done = office.import("a.csv", FILE, Mode::Update, &["emails"]);
        assert_eq!(counts(done.totals), [0, 1, 0, 2, 0]);
        let record = office.called("person", "Anna Maria Berg");
        assert_eq!(record.id, anna);
        assert_eq!(record.get("tags"), &json!(["old", "vip"]));
        assert_eq!(record.get("emails"), &json!([{ "address": "anna@berg.dk", "label": "work" }]));
        assert_eq!((record.text("job_title"), record.text("nickname")), ("Director", "Ann"));
        let company = office.called("company", "Berg A/S");
        assert_eq!(record.get("company"), &json!(format!("company:{}", company.id)));
        assert_eq!(office.titles("company"), ["Berg A/S"]);
    }
}

#[test]
fn a_second_import_of_the_same_file_changes_nothing() {
    for office in offices() {
        office.import("a.csv", FILE, Mode::Both, &["emails"]);
        let again = office.import("a.csv", FILE, Mode::Both, &["emails"]);
        assert_eq!(counts(again.totals), [0, 0, 3, 0, 0]);
        assert_eq!(office.titles("company").len(), 2);
    }
}

#[test]
fn rows_of_one_file_that_are_the_same_card_become_one() {
    for office in offices() {
        let file = "name,emails,phones,job_title\nAnna Berg,anna@berg.dk,31425510,\nAnna Berg,Anna@Berg.dk;a@home.dk,33124000,Director\nBo,bo@holm.dk,,\nBo,bo@holm.dk,,\n";
        let done = office.import("a.csv", file, Mode::Both, &["emails"]);
        assert_eq!(counts(done.totals), [2, 1, 1, 0, 0]);
        let anna = office.called("person", "Anna Berg");
        assert_eq!(emails(&anna), ["anna@berg.dk", "a@home.dk"]);
        assert_eq!(anna.get("phones").as_array().unwrap().len(), 2);
        assert_eq!(anna.text("job_title"), "Director");
        let hits = office.read(|cx| records::search::find(cx, "director", None, 5));
        assert_eq!(hits.len(), 1);
        let done = office.import("a.csv", file, Mode::Create, &["emails"]);
        assert_eq!(counts(done.totals), [0, 0, 0, 4, 0]);
    }
}

#[test]
fn of_several_cards_with_one_address_the_name_decides_and_else_the_row_is_bad() {
    for office in offices() {
        let shared = json!([{ "address": "hjem@berg.dk" }]);
        office.create("person", json!({ "name": "Anna Berg", "emails": shared }));
        let bo = office.create("person", json!({ "name": "Bo Berg", "emails": shared }));
        let file = "name,emails,nickname\nBo Berg,hjem@berg.dk,Bosse\nIda Berg,hjem@berg.dk,\n";
        let done = office.import("a.csv", file, Mode::Both, &["emails"]);
        assert_eq!(counts(done.totals), [0, 1, 0, 0, 1]);
        let record = office.called("person", "Bo Berg");
        assert_eq!((record.id, record.text("nickname")), (bo, "Bosse"));
    }
}

#[test]
fn cards_are_found_by_phone_name_and_other_texts_too() {
    for office in offices() {
        let anna = office.create(
            "person",
            json!({ "name": "Søren Kjær", "phones": [{ "number": "+4531425510" }], "nickname": "S1" }),
        );
        for (file, by) in [
            ("name,phones,department\nSøren Kjær,31 42 55 10,A\n", "phones"),
            ("name,department\nsoren KJAER,B\n", "name"),
            ("name,nickname,department\nX,S1,C\n", "nickname"),
        ] {
            let done = office.import("a.csv", file, Mode::Update, &[by]);
            assert_eq!(counts(done.totals), [0, 1, 0, 0, 0], "{by}");
        }
        let record = office.all("person").remove(0);
        assert_eq!((record.id, record.text("department")), (anna, "C"));
    }
}

#[test]
fn a_dry_run_says_what_the_import_does() {
    for office in offices() {
        for mode in [Mode::Create, Mode::Update, Mode::Both] {
            let anna = with_anna(&office);
            let file = "name,emails,job_title,company\n\
                Anna Maria Berg,anna@berg.dk,Director,Berg A/S\nBo Holm,bo@holm.dk,Smith,Berg A/S\n\
                Bo Holm,bo@holm.dk,Boss,Holm A/S\nBo Holm,bo@holm.dk,Boss,Holm A/S\n,,,\n,,nobody,\n";
            let id = office.begin("a.csv", file);
            office.choose(id, mode, &["emails"]);
            let dry = office.read(|cx| import::dry_run(cx, id, 100));
            office.write(|tx| import::start_dry_run(tx, id));
            office.work();
            let expected = office.import_of(id).expected.unwrap();
            assert_eq!(office.titles("company"), Vec::<String>::new());
            office.write(|tx| import::start(tx, id));
            office.work();
            let done = office.import_of(id);
            assert_eq!(counts(dry.totals), counts(done.totals), "{mode:?}");
            assert_eq!(expected, done.totals, "{mode:?}");
            match (&dry.rows[0].action, mode) {
                (Action::Skip, Mode::Create) => {}
                (Action::Update { id, fields }, _) => {
                    assert_eq!((*id, fields.join(" ")), (anna, "company job_title".to_owned()));
                }
                other => panic!("{other:?}"),
            }
            assert_eq!(dry.rows.last().unwrap().line, 7);
            match (&dry.rows.last().unwrap().action, mode) {
                (Action::Skip, Mode::Update) | (Action::Bad { .. }, _) => {}
                other => panic!("{other:?}"),
            }
            // Clean up for the next mode.
            for object in ["person", "company"] {
                for record in office.all(object) {
                    office.write(|tx| {
                        let mut set = records::ChangeSet::new(tx, "change-trashed");
                        records::save::trash(tx, &mut set, &record.object, record.id)
                    });
                }
            }
        }
    }
}

#[test]
fn rows_that_surely_are_a_card_change_it_and_those_that_may_be_are_put_before_somebody() {
    for office in offices() {
        let first = "name,e-mail,phone\nWilliam Baker,bill@baker.dk,31425510\nIda Holm,,\n";
        office.import("first.csv", first, Mode::Both, &[]);
        let second = "name,e-mail,phone\nBill Baker,bill@baker.dk,31425510\nIda Holm,ida@holm.dk,\nCarl Dahl,,\nCarl Dahl,,\n";
        let id = office.begin("tried.csv", second);
        office.choose(id, Mode::Both, &["likeness"]);
        let tried = office.read(|cx| import::dry_run(cx, id, 10)).totals;
        let done = office.import("second.csv", second, Mode::Both, &["likeness"]);
        assert_eq!(done.state, State::Done, "{done:?}");
        for totals in [tried, done.totals] {
            assert_eq!((totals.created, totals.updated, totals.alike), (3, 1, 2), "{totals:?}");
        }
        let pairs = office.read(|cx| {
            let person = records::object::object(cx, "person")?;
            records::duplicates::found(cx, &person, records::duplicates::State::Open, 10)
        });
        assert_eq!(pairs.len(), 2, "{pairs:?}");
        let bill = office.called("person", "Bill Baker");
        assert_eq!(bill.get("phones").as_array().map(Vec::len), Some(1));
    }
}
