//! Customers who are silent for longer than is usual for them: measured from their own contacts, said with the reason, and left out
//! where a step is planned, somebody waits, or they want to be left alone.

use kernel::{
    Id, Timestamp,
    clock::{DAY, HOUR},
};
use records::{ChangeSet, Record, object::object, query::Query, record, save, undo};
use serde_json::json;
use testbed::{Testbed, on_each_database};

fn card(bed: &Testbed, name: &str, id: Id) -> Record {
    bed.read(|cx| record::find(cx, &object(cx, name)?, id))
}

fn ago(bed: &Testbed, days: i64) -> Timestamp {
    bed.db().clock().now().plus(-days * DAY)
}

/// Somebody who was reached by phone so many days ago.
fn reached(bed: &Testbed, whom: Id, days: &[i64]) {
    for days in days {
        bed.call(whom, "reached").with("at", ago(bed, *days).micros()).by(&bed.mia()).save();
    }
}

fn edit(bed: &Testbed, name: &str, id: Id, values: &serde_json::Value) {
    bed.write(|tx| {
        let object = object(tx, name)?;
        let mut set = ChangeSet::new(tx, "change-edited");
        save::edit(tx, &mut set, &object, id, serde_json::from_value(values.clone())?, &save::Values::new())?
            .saved()?;
        set.close(tx)
    });
}

/// Whom the view of silent people holds, for those who may see everybody.
fn silent(bed: &Testbed, name: &str) -> Vec<Id> {
    bed.read(|cx| {
        let object = object(cx, name)?;
        let filter = workbench::silent::filter(&object).unwrap_or_default();
        records::query::ids(cx, &object, &Query { filter, ..Query::default() })
    })
}

#[test]
fn who_is_silent_for_longer_than_usual_is_named_today_with_the_reason() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let berg = bed.company("Berg Marine").by(&mia).save();
        let anna = bed.person("Anna Berg").phone("+4531425510").at(berg).by(&mia).save();
        let bo = bed.person("Bo Holm").by(&mia).save();
        let liv = bed.person("Liv Lund").by(&mia).save();
        reached(bed, anna, &[76, 64, 52, 40]);
        // Three contacts make no rhythm, and a call that nobody answered is none.
        reached(bed, bo, &[90, 80, 70]);
        bed.call(bo, "not_reached").with("at", ago(bed, 60).micros()).save();
        // Not longer than usual.
        reached(bed, liv, &[76, 64, 52, 15]);
        let known = card(bed, "person", anna);
        assert_eq!(known.get("usual_gap").as_i64(), Some(12));
        assert_eq!(
            known.instant("stale_since"),
            Some(known.instant("last_contact_at").unwrap().plus(19 * DAY))
        );
        assert!(card(bed, "person", bo).get("usual_gap").is_null());
        assert_eq!(silent(bed, "person"), [anna]);
        assert_eq!(silent(bed, "company"), [berg], "what its people say is said by the company");
        let today = mia
            .get("/today")
            .is(200)
            .shows("Silent customers")
            .shows("Usually every 12 days, silent for 40 days");
        assert!(
            today.contains(&format!("silent-{anna}"))
                && today.contains(&format!("/people/{anna}/contact/phone"))
        );
        assert!(!today.contains(&format!("silent-{berg}")), "named once, by the person");
        assert!(!today.contains(&format!("silent-{liv}")));
        bed.sven().get("/today").hides("Silent customers");
        mia.get(&format!("/people/{anna}")).shows("Usually every 12 days, silent for 40 days");
        mia.get(&format!("/people/{liv}")).hides("Usually every");
        mia.get("/people").shows("Silent for longer than usual");
        // Nothing has to run for time to pass.
        bed.advance(10 * DAY);
        assert_eq!(silent(bed, "person").len(), 2);
        // A talk ends it, and its undoing brings it back.
        bed.call(anna, "reached").by(&mia).save();
        assert!(!silent(bed, "person").contains(&anna) && silent(bed, "company").is_empty());
        let set = bed.read(|cx| records::changes::recent(cx, None, 1))[0].id;
        bed.write(|tx| undo::undo(tx, set));
        assert!(silent(bed, "person").contains(&anna));
    });
}

#[test]
fn a_planned_step_pauses_the_silence() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let berg = bed.company("Berg Marine").by(&mia).save();
        let anna = bed.person("Anna Berg").at(berg).by(&mia).save();
        reached(bed, anna, &[70, 60, 50, 40]);
        assert_eq!((silent(bed, "person"), silent(bed, "company")), (vec![anna], vec![berg]));
        let due = ago(bed, -5);
        let task = bed.task("Send the drawings").about("person", anna).with("due_at", due.micros()).save();
        assert!(silent(bed, "person").is_empty() && silent(bed, "company").is_empty());
        assert_eq!(card(bed, "person", anna).instant("stale_since"), Some(due));
        edit(bed, "task", task, &json!({ "done_at": bed.db().clock().now().micros() }));
        assert_eq!(silent(bed, "person"), [anna]);
        // A task without a day is no plan.
        bed.task("Some day").about("person", anna).save();
        assert_eq!(silent(bed, "person"), [anna]);
        let meeting = bed.appointment("Visit", ago(bed, -3)).about("person", anna).save();
        assert!(silent(bed, "person").is_empty() && silent(bed, "company").is_empty());
        edit(bed, "appointment", meeting, &json!({ "state": "cancelled" }));
        assert_eq!(silent(bed, "person"), [anna]);
        // A series without an end is never waited out.
        let series = bed.appointment("Every week", ago(bed, -1)).about("person", anna);
        series.with("repeat", "FREQ=WEEKLY").save();
        assert!(card(bed, "person", anna).get("stale_since").is_null());
    });
}

#[test]
fn who_wants_to_be_left_alone_or_is_left_for_a_while_is_not_pulled_up() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let anna = bed.person("Anna Berg").by(&mia).save();
        reached(bed, anna, &[70, 60, 50, 40]);
        let left =
            mia.post(&format!("/silent/person/{anna}/leave"), &[("days", "7"), ("back", "/today")]).is(303);
        assert!(left.toast().contains("Nobody is reminded"));
        assert!(silent(bed, "person").is_empty());
        mia.get("/today").hides("Silent customers");
        mia.get(&format!("/people/{anna}")).hides("Usually every");
        bed.advance(8 * DAY);
        assert_eq!(silent(bed, "person"), [anna]);
        mia.post(&format!("/silent/person/{anna}/leave"), &[("days", "1")]).is(422);
        mia.post(&format!("/silent/note/{anna}/leave"), &[("days", "7")]).is(404);
        edit(bed, "person", anna, &json!({ "do_not_contact": [{ "channel": "all" }] }));
        assert!(silent(bed, "person").is_empty());
        mia.get("/today").hides("Silent customers");
        edit(bed, "person", anna, &json!({ "do_not_contact": null, "standing": "not_interested" }));
        assert!(silent(bed, "person").is_empty());
        let over = bed.read(|cx| Ok(cx.today().yesterday().unwrap())).to_string();
        edit(bed, "person", anna, &json!({ "standing_until": over }));
        assert_eq!(silent(bed, "person"), [anna], "the refusal is over");
    });
}

fn deal(bed: &Testbed, values: serde_json::Value) -> Id {
    bed.write(|tx| {
        let deal = object(tx, "deal")?;
        let mut set = ChangeSet::new(tx, "change-created");
        let id = save::create(tx, &mut set, &deal, serde_json::from_value(values)?)?;
        set.close(tx)?;
        Ok(id)
    })
}

#[test]
fn an_open_deal_allows_no_longer_silence_than_its_stage() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let anna = bed.person("Anna Berg").by(&mia).save();
        reached(bed, anna, &[60]);
        assert!(card(bed, "person", anna).get("stale_since").is_null(), "one contact makes no rhythm");
        let boats =
            deal(bed, json!({ "name": "Boats", "person": format!("person:{anna}"), "stage": "proposal" }));
        let limit =
            bed.read(|cx| Ok(sales::pipeline::of(cx)?.stage("proposal").unwrap().1.stale_after)).unwrap();
        assert_eq!(card(bed, "person", anna).get("patience").as_i64(), Some(i64::from(limit)));
        assert_eq!(silent(bed, "person"), [anna]);
        mia.get(&format!("/people/{anna}"))
            .shows(&format!("Silent for 60 days, though something is open that allows {limit}"));
        // What is planned with the deal is planned with the person.
        let task = bed.task("Ask again").about("deal", boats).with("due_at", ago(bed, -5).micros()).save();
        assert!(silent(bed, "person").is_empty());
        edit(bed, "task", task, &json!({ "done_at": bed.db().clock().now().micros() }));
        assert_eq!(silent(bed, "person"), [anna]);
        // The stages are changed: the silence of whoever is in them is measured anew.
        let mut pipelines = bed.read(|cx| Ok((*sales::pipeline::of(cx)?).clone()));
        for stage in &mut pipelines.pipelines[0].stages {
            stage.stale_after = stage.stale_after.map(|_| 365);
        }
        bed.db().write(&bed.ivan().scope(), |tx| sales::pipeline::keep(tx, pipelines)).unwrap();
        bed.run_jobs();
        assert!(silent(bed, "person").is_empty());
        assert_eq!(card(bed, "person", anna).get("patience").as_i64(), Some(365));
        edit(bed, "deal", boats, &json!({ "stage": "lost", "lost_reason": "price" }));
        let known = card(bed, "person", anna);
        assert!(known.get("patience").is_null() && known.get("stale_since").is_null());
    });
}

#[test]
fn what_was_there_before_silence_was_measured_is_measured_once() {
    on_each_database(|bed| {
        let berg = bed.company("Berg Marine").save();
        let anna = bed.person("Anna Berg").at(berg).save();
        let bo = bed.person("Bo Holm").at(berg).save();
        reached(bed, anna, &[76, 64, 52, 40]);
        let plan = ago(bed, -20);
        bed.record("task")
            .with("subject", "Call")
            .with("about", format!("person:{bo}"))
            .with("due_at", plan.micros())
            .save();
        let measured = card(bed, "company", berg).instant("stale_since");
        assert_eq!(measured, Some(plan), "nobody is silent with whom something is planned");
        // As a database from before has it.
        bed.write(|tx| {
            for table in ["people", "companies"] {
                let sql =
                    format!("UPDATE {table} SET usual_gap = ?2, stale_since = ?2 WHERE workspace_id = ?1");
                tx.execute(&sql, &[tx.workspace().into(), i64::MIN.into()])?;
            }
            let sql = "UPDATE people SET planned_until = ?2 WHERE workspace_id = ?1";
            tx.execute(sql, &[tx.workspace().into(), i64::MIN.into()])?;
            identity::workspaces::set_setting(tx, "silence_measured", &serde_json::Value::Null)
        });
        bed.advance(2 * HOUR);
        assert!(card(bed, "person", anna).get("stale_since").is_null());
        bed.run_jobs();
        assert_eq!(silent(bed, "person"), [anna]);
        assert_eq!(card(bed, "company", berg).instant("stale_since"), measured);
        assert_eq!(card(bed, "person", bo).instant("planned_until"), Some(plan));
    });
}
