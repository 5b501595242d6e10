//! How likely leads become customers: learnt from those that were decided, told with reasons, and not told without grounds.

use kernel::Id;
use records::{Json, Record, object::object, record};
use serde_json::json;
use testbed::{Testbed, on_each_database};

/// A lead from this source that became a customer, or did not.
fn decided(bed: &Testbed, number: usize, source: &str, won: bool) {
    let mut lead = bed
        .record("lead")
        .with("name", json!({ "family": format!("Case {number}") }))
        .with("source", source)
        .with("status", if won { "converted" } else { "not_interested" });
    if won {
        lead = lead.with("converted_at", bed.db().clock().now().micros());
    }
    lead.save();
    bed.advance(1_000_000);
}

fn open(bed: &Testbed, name: &str, source: &str) -> Id {
    bed.record("lead").with("name", json!({ "family": name })).with("source", source).save()
}

fn lead(bed: &Testbed, id: Id) -> Record {
    bed.read(|cx| record::find(cx, &object(cx, "lead")?, id))
}

fn score(bed: &Testbed, id: Id) -> Option<i64> {
    lead(bed, id).get("score").as_i64()
}

fn learn(bed: &Testbed) {
    bed.ivan().post("/leads/chances", &[]).is(303);
    bed.run_jobs();
}

/// Who is recommended mostly buys, who saw an advertisement mostly does not.
fn history(bed: &Testbed) {
    for number in 0..100 {
        let odd = number % 5 == 0;
        let recommended = number % 2 == 0;
        decided(bed, number, if recommended { "referral" } else { "advertisement" }, recommended != odd);
    }
}

#[test]
fn chances_are_learnt_from_what_was_decided_and_told_with_reasons() {
    on_each_database(|bed| {
        history(bed);
        let (friend, advert) = (open(bed, "Friend", "referral"), open(bed, "Advert", "advertisement"));
        assert_eq!(score(bed, friend), None);
        let updated = lead(bed, friend).get("updated_at").clone();
        learn(bed);
        let (high, low) = (score(bed, friend).unwrap(), score(bed, advert).unwrap());
        assert!((65..=95).contains(&high) && (5..=35).contains(&low), "{high} {low}: four of five");
        assert_eq!(lead(bed, friend).get("updated_at"), &updated, "nobody changed it");
        let ivan = bed.ivan();
        let card = ivan
            .get(&format!("/leads/{friend}"))
            .shows("to become a customer")
            .shows("Source: Recommendation");
        assert!(card.contains(&format!("{high}%")) && card.contains("data-sign=\"plus\""));
        let card = ivan.get(&format!("/leads/{advert}")).shows("Source: Advertisement");
        assert!(card.contains("data-sign=\"minus\""));
        let page = ivan
            .get("/leads/chances")
            .shows("From 50 leads that were converted and 50")
            .shows("Tried on the latest 30 cases");
        assert!(page.contains("Source: Recommendation"));
        let best = ivan.get("/leads?sort=-score&as=table&columns=name,score").is(200).text();
        let place = |id: Id| best.find(&format!("/leads/{id}")).unwrap();
        assert!(place(friend) < place(advert));
        let new = open(bed, "New", "referral");
        assert_eq!(score(bed, new), Some(high), "a new lead has its chance at once");
        let changed = json!({ "source": "advertisement" });
        bed.program(kernel::Role::Admin)
            .patch(&format!("/api/v1/leads/{new}"), &json!({ "fields": changed }))
            .is(200);
        assert_eq!(score(bed, new), Some(low));
        bed.rita().post("/leads/chances", &[]).is(403);
    });
}

#[test]
fn too_few_cases_are_said_to_be_too_few() {
    on_each_database(|bed| {
        for number in 0..6 {
            decided(bed, number, "referral", number % 2 == 0);
        }
        let id = open(bed, "Friend", "referral");
        let ivan = bed.ivan();
        ivan.get("/leads/chances").shows("Nothing was learnt yet");
        learn(bed);
        assert_eq!(score(bed, id), None);
        ivan.get(&format!("/leads/{id}")).shows("Too few cases yet").shows("40 of each are needed");
        ivan.get("/leads/chances").shows("3 became customers and 3 did not");
    });
}

#[test]
fn what_is_no_better_than_the_average_is_not_told() {
    on_each_database(|bed| {
        for number in 0..120 {
            // Where they came from has nothing to do with what became of them.
            let source = ["referral", "advertisement", "event"][number % 3];
            decided(bed, number, source, (number / 3) % 2 == 0);
        }
        let id = open(bed, "Friend", "referral");
        learn(bed);
        assert_eq!(score(bed, id), None);
        bed.ivan().get(&format!("/leads/{id}")).shows("no better than the average");
        bed.ivan().get("/leads/chances").shows("no better than the average");
    });
}

#[test]
fn how_soon_somebody_answered_counts_and_chances_that_end_are_taken_away() {
    on_each_database(|bed| {
        let mut ids = Vec::new();
        for number in 0..100usize {
            let won = number % 2 == 0;
            let id = open(bed, &format!("Case {number}"), "website");
            if won != (number % 7 == 0) {
                let at = bed.db().clock().now().plus(3_600_000_000).micros();
                bed.record("call")
                    .with("about", format!("lead:{id}"))
                    .with("outcome", "reached")
                    .with("at", at)
                    .save();
            }
            ids.push((id, won));
            bed.advance(1_000_000);
        }
        bed.write(|tx| {
            let mut set = records::ChangeSet::new(tx, "change-edited");
            let leads = object(tx, "lead")?;
            for (id, won) in &ids {
                let now = tx.now().micros();
                let values = if *won {
                    json!({ "status": "converted", "converted_at": now })
                } else {
                    json!({ "status": "not_interested" })
                };
                let values = serde_json::from_value(values)?;
                records::save::edit(tx, &mut set, &leads, *id, values, &records::save::Values::new())?
                    .saved()?;
            }
            set.close(tx)
        });
        let (soon, never) = (open(bed, "Soon", "website"), open(bed, "Never", "website"));
        bed.record("call").with("about", format!("lead:{soon}")).with("outcome", "reached").save();
        learn(bed);
        assert!(score(bed, soon).unwrap() > score(bed, never).unwrap() + 30);
        bed.ivan().get(&format!("/leads/{soon}")).shows("How soon somebody answered");
        // Half of the decided ones go: what is left is too little.
        let all: Vec<Id> = ids.iter().filter(|(_, won)| *won).map(|(id, _)| *id).collect();
        bed.write(|tx| {
            let mut set = records::ChangeSet::new(tx, "change-trashed");
            let leads = object(tx, "lead")?;
            all.iter().try_for_each(|id| records::save::trash(tx, &mut set, &leads, *id).map(drop))?;
            set.close(tx)
        });
        learn(bed);
        assert_eq!(score(bed, soon), None);
        assert_eq!(lead(bed, never).get("score"), &Json::Null);
    });
}
