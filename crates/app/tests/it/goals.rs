//! Goals: set by administrators where they stand, measured against what is there, each number a way to its rows.

use kernel::{Id, clock::DAY};
use records::{ChangeSet, object, save};
use serde_json::json;
use testbed::{Character, Testbed, on_each_database};

fn deal(bed: &Testbed, name: &str, minor: i64, currency: &str, stage: &str, whose: &Character) -> Id {
    bed.write(|tx| {
        let deal = object::object(tx, "deal")?;
        let mut set = ChangeSet::new(tx, "change-created");
        let values = json!({
            "name": name, "amount": { "minor": minor, "currency": currency }, "stage": stage,
            "owner": whose.user.to_string(),
        });
        let id = save::create(tx, &mut set, &deal, serde_json::from_value(values)?)?;
        set.close(tx)?;
        Ok(id)
    })
}

/// The row of somebody, as text.
fn row(page: &str, name: &str) -> String {
    let rows = page.split("<tr").find(|row| row.contains(&format!("<th scope=\"row\">{name}</th>")));
    rows.unwrap_or_else(|| panic!("no row of {name}")).to_owned()
}

const TODAY: &str = "/sales/goals?measure=won_amount&span=quarter";

#[test]
fn a_goal_is_set_where_it_stands_and_measured_against_what_was_won() {
    on_each_database(|bed| {
        let (ivan, sven) = (bed.ivan(), bed.sven());
        let on = bed.read(|cx| Ok(cx.today())).to_string();
        deal(bed, "Boats", 15_000_000, "DKK", "won", &ivan);
        deal(bed, "Oars", 5_000_000, "DKK", "won", &sven);
        deal(bed, "Sails", 99_900_000, "DKK", "negotiation", &sven);
        let goal = |whose: Id, level: &str, goal: &str, seen: &str| {
            let whose = whose.to_string();
            let form = [
                ("measure", "won_amount"),
                ("span", "quarter"),
                ("on", on.as_str()),
                ("level", level),
                ("whose", &whose),
                ("goal", goal),
                ("seen", seen),
            ];
            bed.ivan().post("/sales/goals", &form)
        };
        let name = |user: Id| bed.read(|cx| Ok(identity::members::names(cx)?[&user].clone()));
        let (ivan_name, sven_name) = (name(ivan.user), name(sven.user));
        assert!(goal(ivan.user, "person", "100.000", "0").is(303).toast().contains("saved"));
        goal(sven.user, "person", "200000", "0").is(303);
        let page = ivan.get(TODAY).is(200).text();
        assert!(row(&page, &ivan_name).contains("150%") && row(&page, &ivan_name).contains("Reached"));
        let sven_row = row(&page, &sven_name);
        assert!(sven_row.contains("25%") && sven_row.contains("150.000,00"), "{sven_row}");
        // The company has no goal of its own yet: what those below add up to stands in its place.
        let company = row(&page, "Whole company");
        assert!(company.contains("placeholder=\"300.000,00") && company.contains("200.000,00"), "{company}");
        goal(Id::NIL, "company", "400000", "0").is(303);
        assert!(row(&ivan.get(TODAY).text(), "Whole company").contains("50%"));
        // The number opens what was counted.
        let href = sven_row.split("href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&amp;", "&");
        ivan.get(&href).is(200).shows("Oars").hides("Boats").hides("Sails");
        // Two who set the same: the second is told, and what was typed is still there.
        let late = goal(sven.user, "person", "250000", "0").is(409);
        assert!(late.contains("250000") && late.contains("Somebody else changed this goal"));
        let broken = goal(sven.user, "person", "a lot", "20000000").is(422);
        assert!(broken.contains("Enter an amount") && broken.contains("a lot"));
        goal(sven.user, "person", "-5", "20000000").is(422);
        goal(sven.user, "person", "", "20000000").is(303);
        assert!(!row(&ivan.get(TODAY).text(), &sven_name).contains("25%"));
        goal(Id::from_bytes([9; 16]), "person", "5", "0").is(404);
        // Another quarter has goals of its own.
        let later = format!("{TODAY}&on=2031-01-01");
        assert!(!row(&ivan.get(&later).text(), &ivan_name).contains("100.000"));
    });
}

#[test]
fn only_administrators_set_goals_and_nobody_reads_what_others_hide() {
    on_each_database(|bed| {
        let sven = bed.sven();
        deal(bed, "Boats", 100, "DKK", "won", &bed.ivan());
        sven.post("/sales/goals", &[("level", "company"), ("goal", "5")]).is(403);
        assert!(!sven.get(TODAY).is(200).contains("name=\"goal\""));
        sven.get(TODAY).shows("Whole company");
        let rights = serde_json::from_value(json!({ "objects": { "*": { "see": "own" } } })).unwrap();
        bed.write(|tx| {
            let role = identity::roles::add(tx, "Own deals")?;
            identity::roles::change(tx, role, &rights)?;
            identity::roles::give(tx, sven.user, &[role])
        });
        let name = bed.read(|cx| Ok(identity::members::names(cx)?[&bed.ivan().user].clone()));
        let page = sven.get(TODAY).is(200).hides("Whole company").text();
        assert!(!page.contains(&format!("<th scope=\"row\">{name}</th>")));
    });
}

#[test]
fn goals_count_deals_calls_and_meetings_of_teams() {
    on_each_database(|bed| {
        let (ivan, sven) = (bed.ivan(), bed.sven());
        let team = bed.write(|tx| {
            let new = |kind: &str, name: &str, parent| identity::units::NewUnit {
                kind: kind.to_owned(),
                name: name.to_owned(),
                parent,
            };
            let place = identity::units::add(tx, &new("location", "Harbour", None))?;
            let team = identity::units::add(tx, &new("team", "Boats", Some(place)))?;
            identity::units::join(tx, team, sven.user)?;
            identity::units::make_home(tx, team, sven.user)?;
            Ok(team)
        });
        let anna = bed.person("Anna Berg").save();
        bed.call(anna, "reached").by(&sven).save();
        bed.call(anna, "not_reached").by(&sven).save();
        bed.call(anna, "reached").by(&ivan).save();
        let now = bed.db().clock().now();
        let meeting = |name: &str, days: i64, state: &str| {
            let starts = now.plus(days * DAY);
            bed.appointment(name, starts).with("state", state).with("owner", sven.user.to_string()).save()
        };
        meeting("Held", 0, "held");
        meeting("Called off", 0, "cancelled");
        meeting("To come", 3, "planned");
        deal(bed, "Euros", 50_000, "EUR", "won", &sven);
        deal(bed, "Crowns", 50_000, "DKK", "won", &sven);
        let on = bed.read(|cx| Ok(cx.today())).to_string();
        let id = team.to_string();
        let set = |measure: &str, goal: &str| {
            let form = [
                ("measure", measure),
                ("span", "month"),
                ("on", on.as_str()),
                ("level", "unit"),
                ("whose", &id),
                ("goal", goal),
                ("seen", "0"),
            ];
            bed.ivan().post("/sales/goals", &form).is(303);
        };
        let told = |measure: &str| {
            row(&ivan.get(&format!("/sales/goals?measure={measure}&span=month")).is(200).text(), "Boats")
        };
        set("calls", "8");
        assert!(told("calls").contains("25%"), "{}", told("calls"));
        set("meetings", "2");
        assert!(told("meetings").contains("50%"), "{}", told("meetings"));
        set("won_count", "4");
        assert!(told("won_count").contains("50%"), "{}", told("won_count"));
        // What cannot be added up is said rather than guessed.
        set("won_amount", "1.000");
        assert!(
            told("won_amount").contains("Several currencies")
                || told("won_amount").contains("several currencies")
        );
        assert!(!told("won_amount").contains("class=\"bar\""));
        let page = ivan.get("/sales/goals?measure=calls&span=month").text();
        assert!(row(&page, "Harbour").contains(">2<"), "{}", row(&page, "Harbour"));
    });
}
