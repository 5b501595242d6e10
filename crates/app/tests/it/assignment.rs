//! To whom leads go that came without an owner, and what the rules would have done.

use kernel::{Id, Role};
use records::{ChangeSet, Filter, Operator, Query, Record, object::object, query, record, save};
use serde_json::json;
use testbed::{Testbed, on_each_database};

fn team(bed: &Testbed, name: &str, members: &[Id]) -> Id {
    bed.write(|tx| {
        let new = identity::units::NewUnit { kind: "team".into(), name: name.into(), parent: None };
        let unit = identity::units::add(tx, &new)?;
        members.iter().try_for_each(|user| identity::units::join(tx, unit, *user))?;
        Ok(unit)
    })
}

/// Adds a rule behind the others.
fn rule(bed: &Testbed, name: &str, when: Option<(&str, &str, &[&str])>, whom: &str) {
    let version = version(bed);
    let mut form = vec![("version", version.as_str()), ("name", name), ("whom", whom), ("joint.0", "all")];
    if let Some((field, op, values)) = when {
        form.extend([("part.0.0", "line"), ("was.0.0", field), ("field.0.0", field), ("op.0.0", op)]);
        form.extend(values.iter().map(|value| ("value.0.0", *value)));
    }
    bed.ivan().post("/settings/assignment/new", &form).is(303);
}

fn version(bed: &Testbed) -> String {
    let page = bed.ivan().get("/settings/assignment").is(200).text();
    let at = page.find("name=\"version\" value=\"").unwrap() + "name=\"version\" value=\"".len();
    page[at..].split('"').next().unwrap().to_owned()
}

fn otherwise(bed: &Testbed, whom: &str) {
    let version = version(bed);
    bed.ivan().post("/settings/assignment", &[("version", &version), ("otherwise", whom)]).is(303);
}

/// A lead that a program brings.
fn brought(bed: &Testbed, fields: serde_json::Value) -> Record {
    let made = bed.program(Role::Member).post("/api/v1/leads", &json!({ "fields": fields })).is(201).json();
    let id: Id = made["id"].as_str().unwrap().parse().unwrap();
    bed.read(|cx| record::find(cx, &object(cx, "lead")?, id))
}

fn named(name: &str) -> serde_json::Value {
    json!({ "family": name })
}

#[test]
fn the_first_rule_that_fits_decides_and_why_stands_on_the_lead() {
    on_each_database(|bed| {
        let (sven, ivan, mia) = (bed.sven().user, bed.ivan().user, bed.mia().user);
        let boats = team(bed, "Boats", &[sven, ivan]);
        let before = brought(bed, json!({ "name": named("First") }));
        assert_eq!(before.text("owner"), mia.to_string(), "without rules it belongs to whoever brings it");
        rule(bed, "Zealand", Some(("postal_code", "between", &["2000", "4999"])), &format!("user:{sven}"));
        rule(bed, "Adverts", Some(("source", "is", &["advertisement"])), &format!("turn:{boats}"));
        let at =
            |code: &str, country: &str| json!([{ "postal_code": code, "city": "Town", "country": country }]);
        let lead = brought(
            bed,
            json!({ "name": named("A"), "addresses": at("2100", "Danmark"), "source": "advertisement" }),
        );
        assert_eq!((lead.text("owner"), lead.text("country")), (sven.to_string().as_str(), "DK"));
        assert_eq!(lead.text("assigned_because"), "Zealand: to this person");
        bed.ivan().get(&format!("/leads/{}", lead.id)).shows("Zealand: to this person");
        let mut turns: Vec<String> = (0..4)
            .map(|at| {
                brought(bed, json!({ "name": named(&format!("T{at}")), "source": "advertisement" }))
                    .text("owner")
                    .to_owned()
            })
            .collect();
        assert!(turns[0] != turns[1] && turns[0] == turns[2] && turns[1] == turns[3], "{turns:?}");
        turns.truncate(2);
        turns.sort();
        let mut both = [sven.to_string(), ivan.to_string()];
        both.sort();
        assert_eq!(turns, both);
        let nobodys = brought(bed, json!({ "name": named("Else"), "addresses": at("8000", "") }));
        assert_eq!(nobodys.text("owner"), mia.to_string());
        otherwise(bed, &format!("user:{ivan}"));
        assert_eq!(brought(bed, json!({ "name": named("Rest") })).text("owner"), ivan.to_string());
        // Who says whose it is decides it, and so does whoever makes one by hand.
        let said = brought(
            bed,
            json!({ "name": named("Said"), "owner": mia.to_string(), "source": "advertisement" }),
        );
        assert_eq!((said.text("owner"), said.text("assigned_because")), (mia.to_string().as_str(), ""));
        bed.sven()
            .post("/leads", &[("name.family", "Hand"), ("status", "new"), ("source", "advertisement")])
            .is(303);
        let by_hand = Filter::field("owner", Operator::Is, &[&sven.to_string()]).and(Filter::field(
            "name",
            Operator::Is,
            &["Hand"],
        ));
        let found = bed.read(|cx| {
            query::count(cx, &object(cx, "lead")?, &Query { filter: by_hand, ..Query::default() }, 9)
        });
        assert_eq!(found, 1);
    });
}

#[test]
fn load_and_language_choose_within_a_team_and_nobody_who_left() {
    on_each_database(|bed| {
        let (sven, ivan) = (bed.sven().user, bed.ivan().user);
        let team = team(bed, "All", &[sven, ivan, bed.rita().user]);
        for name in ["One", "Two"] {
            bed.record("lead").with("name", named(name)).with("owner", sven.to_string()).save();
        }
        rule(bed, "Fewest", Some(("language", "is", &["en"])), &format!("load:{team}"));
        let english = |name: &str| {
            brought(bed, json!({ "name": named(name), "language": "en" })).text("owner").to_owned()
        };
        assert_eq!((english("A"), english("B")), (ivan.to_string(), ivan.to_string()));
        // Now both have two; she who only reads has none and gets none.
        let third = english("C");
        assert!(third == sven.to_string() || third == ivan.to_string());
        bed.db()
            .write(&bed.sven().scope(), |tx| {
                let profile = identity::users::Profile {
                    name: "Sven Ek".into(),
                    language: "sv".into(),
                    time_zone: "Europe/Copenhagen".into(),
                    theme: "system".into(),
                    density: "comfortable".into(),
                };
                identity::users::update_profile(tx, &profile)
            })
            .unwrap();
        rule(bed, "Speaks", None, &format!("language:{team}"));
        for name in ["D", "E"] {
            let lead = brought(bed, json!({ "name": named(name), "language": "sv" }));
            assert_eq!(lead.text("owner"), sven.to_string());
            assert_eq!(lead.text("assigned_because"), "Speaks: to whoever speaks the language");
        }
        bed.write(|tx| identity::members::remove(tx, sven));
        assert_eq!(
            brought(bed, json!({ "name": named("F"), "language": "sv" })).text("owner"),
            ivan.to_string()
        );
        bed.leave_jobs();
    });
}

#[test]
fn a_form_an_import_and_a_trial_obey_the_same_rules() {
    on_each_database(|bed| {
        let (sven, ivan) = (bed.sven().user, bed.ivan().user);
        let boats = team(bed, "Boats", &[sven, ivan]);
        for at in 0..4 {
            bed.record("lead").with("name", named(&format!("Old{at}"))).with("source", "event").save();
        }
        rule(bed, "Events", Some(("source", "is", &["event"])), &format!("turn:{boats}"));
        rule(bed, "Site", Some(("source", "is", &["website"])), &format!("user:{sven}"));
        let page = bed.ivan().get("/settings/assignment/try").is(200);
        assert!(
            page.contains("4 leads of the last 30 days") && page.contains("Events: 2"),
            "{}",
            page.text()
        );
        let owner_of = |filter: Filter| {
            bed.read(|cx| {
                let query = Query { filter, ..Query::default() };
                let found = query::page(cx, &object(cx, "lead")?, &query, &[], 10)?.records;
                Ok(found.iter().map(|lead| lead.text("owner").to_owned()).collect::<Vec<_>>())
            })
        };
        let events = || owner_of(Filter::field("source", Operator::Is, &["event"]));
        assert!(events().iter().all(|owner| *owner == bed.mia().user.to_string()), "a trial changes nothing");
        bed.db()
            .write(&bed.mia().scope().through("import"), |tx| {
                let mut set = ChangeSet::new(tx, "change-imported");
                let values =
                    serde_json::from_value(json!({ "name": named("Imported"), "source": "website" }))
                        .unwrap();
                save::create(tx, &mut set, &object(tx, "lead")?, values)?;
                set.close(tx)
            })
            .unwrap();
        assert_eq!(owner_of(Filter::field("name", Operator::Is, &["Imported"])), [sven.to_string()]);
        let settings = bed.ivan().post("/settings/forms", &[("name", "Contact")]).is(303).location();
        let page = bed.ivan().get(&settings).is(200).text();
        let at = page.find("href=\"/forms/").unwrap() + "href=\"".len();
        let address = page[at..].split('"').next().unwrap().to_owned();
        bed.stranger()
            .from_another_site()
            .post(&address, &[("name", "Stranger"), ("email", "s@x.example")])
            .is(303);
        assert_eq!(owner_of(Filter::field("form", Operator::Is, &["Contact"])), [sven.to_string()]);
    });
}

#[test]
fn rules_are_put_in_order_and_two_who_change_them_do_not_overwrite_each_other() {
    on_each_database(|bed| {
        let sven = format!("user:{}", bed.sven().user);
        rule(bed, "One", None, &sven);
        rule(bed, "Two", None, &sven);
        let ivan = bed.ivan();
        let seen = version(bed);
        ivan.post("/settings/assignment", &[("version", &seen), ("act", "up:1")]).is(303);
        let text = ivan.get("/settings/assignment").is(200).text();
        assert!(text.find(">Two<").unwrap() < text.find(">One<").unwrap());
        ivan.post("/settings/assignment", &[("version", &seen), ("act", "remove:0")]).is(409);
        let nameless = [("version", version(bed)), ("name", String::new()), ("whom", sven.clone())];
        let nameless: Vec<(&str, &str)> =
            nameless.iter().map(|(name, text)| (*name, text.as_str())).collect();
        ivan.post("/settings/assignment/new", &nameless).is(422).says("Fill this in");
        ivan.get("/settings/assignment/new?joint.0=all&part.0.0=line&field.0.0=source&op.0.0=is&act=add:0")
            .is(200);
        bed.sven().get("/settings/assignment").is(403);
    });
}
