//! What work leads to: calls, talks, meetings, quotes and wins of each colleague and team, each number a way to its rows.

use kernel::{Id, clock::DAY};
use records::{ChangeSet, object, save};
use serde_json::{Value, json};
use testbed::{Character, Testbed, on_each_database};

fn make(bed: &Testbed, name: &str, values: Value) -> Id {
    bed.write(|tx| {
        let object = object::object(tx, name)?;
        let mut set = ChangeSet::new(tx, "change-created");
        let id = save::create(tx, &mut set, &object, serde_json::from_value(values)?)?;
        set.close(tx)?;
        Ok(id)
    })
}

/// The row of somebody, as markup.
fn row(page: &str, name: &str) -> String {
    let rows = page.split("<tr").find(|row| row.contains(&format!("<th scope=\"row\">{name}</th>")));
    rows.unwrap_or_else(|| panic!("no row of {name}")).to_owned()
}

/// What its cells say, in their order.
fn cells(row: &str) -> Vec<String> {
    let cell = |cell: &str| {
        let cell = cell.split("</td>").next().unwrap_or_default();
        cell.split('>').map(|part| part.split('<').next().unwrap_or_default()).collect::<String>()
    };
    row.split("<td").skip(1).map(|part| cell(&format!("<td{part}"))).collect()
}

fn name(bed: &Testbed, somebody: &Character) -> String {
    bed.read(|cx| Ok(identity::members::names(cx)?[&somebody.user].clone()))
}

const PAGE: &str = "/sales/activities?span=month";

#[test]
fn every_step_from_a_call_to_a_win_is_counted_and_opens_its_rows() {
    on_each_database(|bed| {
        let (ivan, sven) = (bed.ivan(), bed.sven());
        let now = bed.db().clock().now();
        let anna = bed.person("Anna Berg").save();
        for outcome in ["reached", "call_back", "not_reached", "not_reached"] {
            let call = bed.call(anna, outcome).by(&sven).with("text", format!("Said {outcome}"));
            call.with("call_back_at", now.plus(DAY).micros()).save();
        }
        bed.call(anna, "reached").with("at", now.plus(-90 * DAY).micros()).by(&sven).save();
        let held = bed.appointment("Visit", now.plus(-60_000_000)).about("person", anna).by(&sven);
        held.with("state", "held").save();
        bed.appointment("Called off", now.plus(-60_000_000)).by(&sven).with("state", "cancelled").save();
        make(bed, "deal", json!({ "name": "Boats", "stage": "won", "owner": sven.user.to_string() }));
        make(
            bed,
            "deal",
            json!({ "name": "Oars", "stage": "lost", "lost_reason": "price", "owner": sven.user.to_string() }),
        );
        let page = ivan.get(PAGE).is(200).shows("Calls").shows("Talks").shows("Quotes sent").text();
        let sven_row = row(&page, &name(bed, &sven));
        assert_eq!(cells(&sven_row), ["4", "2", "50%", "1", "50%", "–", "0%", "1", "–"], "{sven_row}");
        assert!(cells(&row(&page, &name(bed, &ivan))).iter().all(|cell| cell == "–"));
        assert_eq!(cells(&row(&page, "Whole company"))[..2], ["4", "2"]);
        let ways: Vec<String> = sven_row
            .split("href=\"")
            .skip(1)
            .map(|part| part.split('"').next().unwrap().replace("&amp;", "&"))
            .collect();
        ivan.get(&ways[0]).is(200).shows("Said not_reached");
        ivan.get(&ways[1]).is(200).shows("Said reached").shows("Said call_back").hides("Said not_reached");
        ivan.get(&ways[2]).is(200).shows("Visit").hides("Called off");
        ivan.get(&ways[3]).is(200).shows("Boats").hides("Oars");
        // What is not to be read as a week, or no day at all, is answered with the month of today.
        assert_eq!(
            cells(&row(&ivan.get("/sales/activities?span=x&on=never").text(), "Whole company"))[0],
            "4"
        );
        let before = bed.read(|cx| Ok(cx.today())).to_string();
        assert_eq!(
            cells(&row(
                &ivan.get(&format!("/sales/activities?span=week&on={before}")).text(),
                "Whole company"
            ))[0],
            "4"
        );
        assert_eq!(
            cells(&row(&ivan.get("/sales/activities?span=week&on=2031-01-01").text(), "Whole company"))[0],
            "–"
        );
    });
}

#[test]
fn who_sees_only_their_own_counts_only_that() {
    on_each_database(|bed| {
        let sven = bed.sven();
        let anna = bed.person("Anna Berg").by(&sven).save();
        bed.call(anna, "reached").by(&bed.ivan()).save();
        bed.call(anna, "reached").by(&sven).save();
        let rights = serde_json::from_value(json!({ "objects": { "*": { "see": "own" } } })).unwrap();
        bed.write(|tx| {
            let role = identity::roles::add(tx, "Own cards")?;
            identity::roles::change(tx, role, &rights)?;
            identity::roles::give(tx, sven.user, &[role])
        });
        let page = sven.get(PAGE).is(200).hides("Whole company").text();
        assert!(!page.contains(&format!("<th scope=\"row\">{}</th>", name(bed, &bed.ivan()))));
        let own = cells(&row(&page, &name(bed, &sven)));
        assert_eq!(own[0], "1", "{own:?}");
    });
}
