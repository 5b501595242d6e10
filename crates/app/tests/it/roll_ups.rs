//! Roll-ups over relations, roll-ups that look at some cards only, and formulas that know what day it is.

use std::collections::HashMap;

use kernel::{Id, clock::DAY};
use records::{
    ChangeSet, Filter, Json, Operator,
    links::{self, NewLink},
    merge::{self, Outcome, Wanted},
    object::object,
    record,
    roll_up::Of,
    save::{self, Values},
    shape::{self, FieldForm, OwnKind, Settings},
};
use serde_json::json;
use testbed::{Testbed, on_each_database};

fn add(bed: &Testbed, of: &str, label: &str, kind: OwnKind) -> String {
    let form = FieldForm { label: label.to_owned(), kind: Some(kind), listed: true, ..FieldForm::default() };
    let added = bed.db().write(&bed.ivan().scope(), |tx| {
        let declared = object(tx, of)?;
        shape::add_field(tx, &declared, &form)
    });
    added.unwrap()
}

fn roll_up(by: &str, of: Of, field: &str, filter: &Filter) -> OwnKind {
    let settings = Settings {
        object: by.to_owned(),
        of,
        field: field.to_owned(),
        filter: filter.written(),
        ..Settings::default()
    };
    OwnKind::of("roll_up", &settings).unwrap()
}

fn value(bed: &Testbed, of: &str, id: Id, key: &str) -> Json {
    bed.read(|cx| Ok(record::find(cx, &object(cx, of)?, id)?.get(key).clone()))
}

fn edit(bed: &Testbed, of: &str, id: Id, key: &str, value: Json) -> Id {
    bed.write(|tx| {
        let declared = object(tx, of)?;
        let mut set = ChangeSet::new(tx, "change-edited");
        let values = Values::from_iter([(key.to_owned(), value)]);
        save::edit(tx, &mut set, &declared, id, values, &Values::new())?.saved()?;
        set.close(tx)?;
        Ok(set.id)
    })
}

fn undo(bed: &Testbed, set: Id) {
    bed.advance(1_000);
    bed.write(|tx| records::undo::undo(tx, set));
}

const PEOPLE: &str = "person.~works_at:back";

#[test]
fn what_is_made_of_related_cards_follows_every_relation_and_every_card() {
    on_each_database(|bed| {
        let age = add(bed, "person", "Age", OwnKind::Number { decimals: 0 });
        let count = add(bed, "company", "People", roll_up(PEOPLE, Of::Count, "", &Filter::default()));
        let sum = add(bed, "company", "Years", roll_up(PEOPLE, Of::Sum, &age, &Filter::default()));
        let oldest = add(bed, "company", "Oldest", roll_up(PEOPLE, Of::Max, &age, &Filter::default()));
        let old = Filter::field(&age, Operator::Over, &["40"]);
        let grown = add(bed, "company", "Over 40", roll_up(PEOPLE, Of::Count, "", &old));
        let firms = add(
            bed,
            "person",
            "Firms",
            roll_up("company.~works_at:forth", Of::Count, "", &Filter::default()),
        );
        let friends = add(
            bed,
            "person",
            "Married",
            roll_up("person.~spouse:either", Of::Count, "", &Filter::default()),
        );
        let berg = bed.company("Berg Marine").save();
        let all = || [&count, &sum, &oldest, &grown].map(|key| value(bed, "company", berg, key));
        assert_eq!(all(), [json!(0), Json::Null, Json::Null, json!(0)]);
        // A card that is made with its relation, one that gets it, one in a set of very many.
        let anna = bed.person("Anna Berg").at(berg).with(&age, 50).save();
        let bo = bed.person("Bo Dal").with(&age, 30).save();
        bed.link("works_at", ("person", bo), ("company", berg));
        assert_eq!(all(), [json!(2), json!(80), json!(50), json!(1)]);
        bed.write(|tx| {
            let declared = object(tx, "person")?;
            let mut set = ChangeSet::new(tx, "change-created").in_bulk();
            let name = json!({ "given": "Carl", "family": "Elv" });
            let values = json!({ "name": name, "company": format!("company:{berg}"), (age.clone()): 60 });
            save::create(tx, &mut set, &declared, values.as_object().cloned().unwrap())?;
            set.close(tx)
        });
        assert_eq!(all(), [json!(3), json!(140), json!(60), json!(2)]);
        assert_eq!(value(bed, "person", bo, &firms), json!(1));
        // The other side's card changes, goes, comes back; the relation ends and is taken back.
        let set = edit(bed, "person", bo, &age, json!(45));
        assert_eq!(all(), [json!(3), json!(155), json!(60), json!(3)]);
        undo(bed, set);
        assert_eq!(all(), [json!(3), json!(140), json!(60), json!(2)]);
        let address = format!("/people/{anna}/trash");
        bed.mia().post(&address, &[]).is(303);
        assert_eq!(all(), [json!(2), json!(90), json!(60), json!(1)]);
        bed.mia().post(&address.replace("trash", "restore"), &[]).is(303);
        let link = bed.read(|cx| links::of(cx, bo)).into_iter().find(|other| other.id == berg).unwrap().link;
        bed.advance(1_000);
        let ended = bed.write(|tx| {
            let mut set = ChangeSet::new(tx, "change-unlinked");
            links::remove(tx, &mut set, link.id)?;
            set.close(tx)?;
            Ok(set.id)
        });
        assert_eq!(all(), [json!(2), json!(110), json!(60), json!(2)]);
        undo(bed, ended);
        assert_eq!(all(), [json!(3), json!(140), json!(60), json!(2)]);
        // Over relations that both sides call the same.
        bed.link("spouse", ("person", anna), ("person", bo));
        assert_eq!(
            (value(bed, "person", anna, &friends), value(bed, "person", bo, &friends)),
            (json!(1), json!(1))
        );
    });
}

#[test]
fn a_merge_moves_what_is_counted_and_its_undo_moves_it_back() {
    on_each_database(|bed| {
        let count = add(bed, "company", "People", roll_up(PEOPLE, Of::Count, "", &Filter::default()));
        let (one, two) = (bed.company("Berg").save(), bed.company("Berg Marine").save());
        let anna = bed.person("Anna Berg").at(one).save();
        bed.person("Bo Dal").at(two).save();
        let ana = bed.person("Ana Berg").at(one).save();
        let merge = |name: &'static str, survivor: Id, loser: Id| {
            bed.advance(1_000);
            let wanted =
                Wanted { survivor, losers: vec![loser], choices: HashMap::new(), seen: HashMap::new() };
            match bed.write(|tx| merge::merge(tx, &object(tx, name)?, &wanted)) {
                Outcome::Merged(set) => set,
                Outcome::Changed(ids) => panic!("nobody changed {ids:?}"),
            }
        };
        assert_eq!(value(bed, "company", one, &count), json!(2));
        let people = merge("person", anna, ana);
        assert_eq!(value(bed, "company", one, &count), json!(1));
        let companies = merge("company", one, two);
        assert_eq!(value(bed, "company", one, &count), json!(2));
        undo(bed, companies);
        assert_eq!([one, two].map(|id| value(bed, "company", id, &count)), [json!(1), json!(1)]);
        undo(bed, people);
        assert_eq!(value(bed, "company", one, &count), json!(2));
    });
}

#[test]
fn a_roll_up_tells_nothing_to_whoever_sees_no_card_it_looks_at() {
    on_each_database(|bed| {
        let count = add(bed, "company", "Staff", roll_up(PEOPLE, Of::Count, "", &Filter::default()));
        let berg = bed.company("Berg").save();
        bed.person("Anna Berg").at(berg).save();
        let sven = bed.sven();
        let list = format!("/companies?columns=name,{count}&sort={count}");
        let twice = Settings {
            formula: "[Staff] * 2".to_owned(),
            result: "number".to_owned(),
            ..Settings::default()
        };
        add(bed, "company", "Hands", OwnKind::of("formula", &twice).unwrap());
        sven.get(&format!("/companies/{berg}")).shows("Staff").shows("Hands");
        let rights = serde_json::from_value(
            json!({ "objects": { "*": { "see": "all", "export": "all" }, "person": { "see": "none" } } }),
        );
        bed.db()
            .write(&bed.ivan().scope(), |tx| {
                let role = identity::roles::add(tx, "No people")?;
                identity::roles::change(tx, role, &rights.unwrap())?;
                identity::roles::give(tx, sven.user, &[role])
            })
            .unwrap();
        for page in
            [format!("/companies/{berg}"), "/companies".to_owned(), format!("/companies/{berg}/history")]
        {
            sven.get(&page).is(200).hides("Staff").hides("Hands");
        }
        assert!(!sven.get("/companies/export.csv").is(200).contains("Staff"));
        assert!(!sven.get(&list).contains("Staff"));
        bed.mia().get(&format!("/companies/{berg}")).shows("Staff");
        // What follows from a change does not ask what its maker may see.
        bed.person("Bo Dal").at(berg).save();
        assert_eq!(value(bed, "company", berg, &count), json!(2));
    });
}

#[test]
fn what_is_computed_of_a_hidden_field_is_hidden_too() {
    on_each_database(|bed| {
        let plain = |label: &str, of: &str| add(bed, of, label, OwnKind::Number { decimals: 0 });
        let cost = plain("Cost", "person");
        add(bed, "company", "Cost of all", roll_up(PEOPLE, Of::Sum, &cost, &Filter::default()));
        add(bed, "company", "Staff", roll_up(PEOPLE, Of::Count, "", &Filter::default()));
        let twice = |formula: &str| {
            let settings =
                Settings { formula: formula.to_owned(), result: "number".to_owned(), ..Settings::default() };
            OwnKind::of("formula", &settings).unwrap()
        };
        add(bed, "company", "Margin", twice("100 - [Cost of all]"));
        add(bed, "company", "Margin again", twice("[Margin] * 2"));
        let berg = bed.company("Berg").save();
        let anna = bed.person("Anna Berg").at(berg).save();
        edit(bed, "person", anna, &cost, json!(40));
        let sven = bed.sven();
        let card = format!("/companies/{berg}");
        sven.get(&card).shows("Cost of all").shows("Margin again");
        let rights = serde_json::from_value(json!({
            "objects": { "*": { "see": "all", "edit": "all" } },
            "fields": { "person": { (cost.as_str()): "hidden" } },
        }));
        bed.db()
            .write(&bed.ivan().scope(), |tx| {
                let role = identity::roles::add(tx, "No costs")?;
                identity::roles::change(tx, role, &rights.unwrap())?;
                identity::roles::give(tx, sven.user, &[role])
            })
            .unwrap();
        sven.get(&card).is(200).shows("Staff").hides("Cost of all").hides("Margin");
        bed.mia().get(&card).shows("Margin again");
    });
}

#[test]
fn which_cards_a_roll_up_looks_at_is_chosen_on_its_page() {
    on_each_database(|bed| {
        let ivan = bed.ivan();
        let (berg, dal) = (bed.company("Berg").save(), bed.company("Dal").save());
        bed.person("Anna Berg").at(berg).with("job_title", "Owner").save();
        bed.person("Bo Dal").at(berg).with("job_title", "Clerk").save();
        ivan.open("/settings/objects/company/new-field?kind=roll_up").shows("People · ");
        let form = [
            ("kind", "roll_up"),
            ("label", "Owners"),
            ("group", "about"),
            ("object", PEOPLE),
            ("of", "count"),
            ("listed", "1"),
        ];
        ivan.post("/settings/objects/company/fields", &form).is(303);
        assert_eq!(value(bed, "company", berg, "own_owners"), json!(2));
        let here = "/settings/objects/company/fields/own_owners";
        ivan.open(here).shows("Which cards").shows("All of them");
        let which = format!("{here}/which");
        let line = [
            ("joint.0", "all"),
            ("part.0.0", "line"),
            ("was.0.0", "job_title"),
            ("field.0.0", "job_title"),
            ("op.0.0", "is"),
            ("value.0.0", "Owner"),
        ];
        let query: Vec<String> = line.iter().map(|(name, value)| format!("{name}={value}")).collect();
        // Of the cards themselves only: a roll-up does not hear of what they lead to.
        ivan.open(&format!("{which}?{}&act=add:0", query.join("&")))
            .shows("Owner")
            .shows("condition-0-1-field")
            .hides("company.name");
        ivan.post(&which, &line).is(303);
        assert_eq!([berg, dal].map(|id| value(bed, "company", id, "own_owners")), [json!(1), json!(0)]);
        ivan.open(here).shows("Owner");
        bed.person("Carl Elv").at(dal).with("job_title", "Owner").save();
        assert_eq!(value(bed, "company", dal, "own_owners"), json!(1));
        // Saving the field's form keeps the choice.
        let again = [
            ("kind", "roll_up"),
            ("label", "Owners"),
            ("group", "about"),
            ("object", PEOPLE),
            ("of", "count"),
            ("filter", r#"{"field":"job_title","op":"is","args":["Owner"]}"#),
        ];
        ivan.post(here, &again).is(303);
        assert_eq!(value(bed, "company", berg, "own_owners"), json!(1));
        bed.sven().get(&which).is(403);
        ivan.get("/settings/objects/company/fields/name/which").is(404);
    });
}

#[test]
fn a_formula_of_today_is_right_tomorrow_without_an_edit() {
    on_each_database(|bed| {
        let formula = |text: &str| {
            let settings =
                Settings { formula: text.to_owned(), result: "number".to_owned(), ..Settings::default() };
            OwnKind::of("formula", &settings).unwrap()
        };
        let due = add(bed, "company", "Due", OwnKind::Date);
        let left = add(bed, "company", "Days left", formula("[Due] - TODAY()"));
        let late = Filter::field(&due, Operator::Before, &["today"]);
        let parent = add(bed, "company", "Group", OwnKind::Reference { object: "company".to_owned() });
        let overdue =
            add(bed, "company", "Overdue", roll_up(&format!("company.{parent}"), Of::Count, "", &late));
        bed.run_jobs();
        let today = bed.read(|cx| Ok(cx.today()));
        let group = bed.company("Group").save();
        let day = today.checked_add(jiff::Span::new().days(1)).unwrap();
        let berg =
            bed.company("Berg").with(&due, day.to_string()).with(&parent, format!("company:{group}")).save();
        assert_eq!(value(bed, "company", berg, &left), json!(1));
        assert_eq!(value(bed, "company", group, &overdue), json!(0));
        let changes = || bed.read(|cx| Ok(records::changes::of_record(cx, berg, None, 50)?.len()));
        let before = changes();
        bed.advance(DAY);
        bed.run_jobs();
        assert_eq!(value(bed, "company", berg, &left), json!(0));
        assert_eq!(value(bed, "company", group, &overdue), json!(0));
        bed.advance(DAY);
        bed.run_jobs();
        assert_eq!(value(bed, "company", berg, &left), json!(-1));
        assert_eq!(value(bed, "company", group, &overdue), json!(1));
        assert_eq!(changes(), before, "nobody did anything");
        bed.ivan().open("/settings/objects/company").shows("Changes daily");
        bed.ivan().open(&format!("/settings/objects/company/fields/{left}")).shows("after midnight");
        // A relation that is over is no longer counted the day after.
        let count = add(bed, "company", "People", roll_up(PEOPLE, Of::Count, "", &Filter::default()));
        let anna = bed.person("Anna Berg").save();
        bed.run_jobs();
        let last = bed.read(|cx| Ok(cx.today())).to_string();
        bed.write(|tx| {
            let mut set = ChangeSet::new(tx, "change-linked");
            let link =
                NewLink { ended_on: &last, ..NewLink::new("works_at", ("person", anna), ("company", berg)) };
            links::add(tx, &mut set, &link).map(drop)
        });
        assert_eq!(value(bed, "company", berg, &count), json!(1));
        bed.advance(DAY);
        bed.run_jobs();
        assert_eq!(value(bed, "company", berg, &count), json!(0));
    });
}
