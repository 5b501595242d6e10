//! The forecast that is kept each week, what came of it, and what a workspace's own deals teach about it.

use jiff::ToSpan;
use kernel::{Id, clock::DAY};
use records::{ChangeSet, object, save};
use sales::forecast::{model, snapshot};
use serde_json::{Value, json};
use testbed::{Testbed, on_each_database};

fn deal(bed: &Testbed, values: Value) -> Id {
    bed.write(|tx| {
        let deal = object::object(tx, "deal")?;
        let mut set = ChangeSet::new(tx, "change-created");
        let id = save::create(tx, &mut set, &deal, serde_json::from_value(values)?)?;
        set.close(tx)?;
        Ok(id)
    })
}

fn edit(bed: &Testbed, ids: &[Id], values: &Value) {
    bed.write(|tx| {
        let deal = object::object(tx, "deal")?;
        let mut set = ChangeSet::new(tx, "change-edited");
        for id in ids {
            let values = serde_json::from_value(values.clone())?;
            save::edit(tx, &mut set, &deal, *id, values, &save::Values::new())?.saved()?;
        }
        set.close(tx)
    });
}

/// Whoever is signed in stays so, for however long nothing is asked.
fn stay_signed_in(bed: &Testbed) {
    bed.write(|tx| tx.execute("UPDATE sessions SET expires_at = ?1", &[(i64::MAX / 2).into()]));
}

fn money(minor: i64) -> Value {
    json!({ "minor": minor, "currency": "DKK" })
}

/// So many deals that were in a stage for ten days, a quarter of which was won.
fn season(bed: &Testbed, count: usize) {
    let ids: Vec<Id> = (0..count)
        .map(|at| {
            deal(bed, json!({ "name": format!("Deal {at}"), "amount": money(100), "stage": "proposal" }))
        })
        .collect();
    bed.advance(10 * DAY);
    let (won, lost) = ids.split_at(count / 4);
    edit(bed, won, &json!({ "stage": "won" }));
    edit(bed, lost, &json!({ "stage": "lost", "lost_reason": "price" }));
}

#[test]
fn what_was_forecast_as_a_month_began_stands_beside_what_came() {
    on_each_database(|bed| {
        stay_signed_in(bed);
        let today = bed.read(|cx| Ok(cx.today()));
        let first = today.first_of_month().saturating_add(1.months());
        bed.advance(i64::from(first.since(today).unwrap().get_days()) * DAY);
        let closes = first.saturating_add(9.days()).to_string();
        let boats = deal(
            bed,
            json!({ "name": "Boats", "amount": money(100_000), "stage": "proposal", "closes_on": closes }),
        );
        deal(
            bed,
            json!({ "name": "Oars", "amount": money(40_000), "stage": "negotiation", "closes_on": closes }),
        );
        deal(bed, json!({ "name": "Later", "amount": money(77_000), "closes_on": "2099-01-01" }));
        bed.run_jobs();
        let rows = || {
            bed.read(|cx| {
                let sql = "SELECT COUNT(*), COALESCE(CAST(SUM(weighted) AS BIGINT), 0) FROM forecasts WHERE workspace_id = ?1";
                let row = cx.query_one(sql, &[cx.workspace().into()])?.unwrap();
                Ok((row.int(0), row.int(1)))
            })
        };
        // Half of the one, three quarters of the other; kept once a week, whatever happens in it.
        assert_eq!(rows(), (1, 80_000));
        edit(bed, &[boats], &json!({ "stage": "won" }));
        bed.advance(2 * 3_600 * 1_000_000);
        bed.run_jobs();
        assert_eq!(rows(), (1, 80_000));
        let office = bed.ivan();
        office.get("/sales/outcome").is(200).shows("kept every week");
        stay_signed_in(bed);
        bed.advance(35 * DAY);
        let office = bed.ivan();
        let page = office.get("/sales/outcome").is(200);
        // Came, committed, best case, weighted; and how far off each was.
        for told in ["1.000,00", "400,00", "-60", "1.400,00", "+40", "800,00", "-20"] {
            assert!(page.contains(told), "{told}: {}", page.text());
        }
        let text = page.shows("from 3 months on").text();
        let href =
            text.split("href=\"/deals?").nth(1).unwrap().split('"').next().unwrap().replace("&amp;", "&");
        office.get(&format!("/deals?{href}")).is(200).shows("Boats").hides("Oars");
    });
}

#[test]
fn a_forecast_by_experience_is_shown_once_it_is_nearer_than_the_stages() {
    on_each_database(|bed| {
        stay_signed_in(bed);
        season(bed, 60);
        let learn = || {
            snapshot::take(bed.db(), &bed.ivan().scope()).unwrap();
            bed.read(model::of)
        };
        deal(
            bed,
            json!({ "name": "Open", "amount": money(1_000), "stage": "proposal", "closes_on": "2099-01-01" }),
        );
        bed.advance(100 * DAY);
        season(bed, 60);
        let today = bed.read(|cx| Ok(cx.today())).to_string();
        deal(
            bed,
            json!({ "name": "Sails", "amount": money(100_000), "stage": "proposal", "closes_on": today }),
        );
        let learnt = learn().unwrap();
        assert!(learnt.is_better(), "{learnt:?}");
        assert_eq!(learnt.chance("proposal", 0), Some(0.25));
        assert_eq!(learnt.chance("negotiation", 0), None);
        let office = bed.ivan();
        let page = office.get("/sales/forecast?period=this_month").is(200).shows("By experience");
        // A quarter of 1,000.00, where the stage says half of it.
        assert!(page.contains("250,00") && page.contains("500,00"), "{}", page.text());
    });
}

#[test]
fn of_too_few_deals_nothing_is_learnt() {
    on_each_database(|bed| {
        stay_signed_in(bed);
        season(bed, 8);
        deal(
            bed,
            json!({ "name": "Sails", "amount": money(100_000), "stage": "proposal", "closes_on": "2099-01-01" }),
        );
        snapshot::take(bed.db(), &bed.ivan().scope()).unwrap();
        let page = bed.ivan().get("/sales/forecast").is(200).shows("too few cases yet");
        assert!(!page.contains("title=\"Each amount times the share"));
        assert_eq!(bed.read(model::of).and_then(|model| model.chance("proposal", 3)), None);
    });
}
