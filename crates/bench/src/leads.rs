//! Leads: learning from those that were decided, and saying of the open ones how likely each becomes a customer.

use std::time::Instant;

use anyhow::{Result, ensure};
use kernel::{Db, Id, Scope, clock::DAY};
use records::{ChangeSet, object::object, save};
use serde_json::json;

use crate::{
    dice::Dice,
    report::{Report, Row, ms, thousands},
};

/// Open ones, and those that are learnt from.
const OPEN: u64 = 100_000;
const DECIDED: u64 = 20_000;
const BATCH: u64 = 2_000;
/// What the dice of a kind decide.
const LEADS: u64 = 8;
/// Where they came from, and how much of a hundred that makes customers.
const SOURCES: [(&str, u64); 4] = [("referral", 70), ("website", 45), ("event", 55), ("advertisement", 15)];

/// Makes the leads, if none are there, and measures learning and scoring.
pub(crate) fn measure(db: &Db, scope: &Scope, owners: &[Id], report: &mut Report) -> Result<()> {
    let there = db.read(scope, |cx| {
        let row =
            cx.query_one("SELECT COUNT(*) FROM leads WHERE workspace_id = ?1", &[cx.workspace().into()])?;
        Ok(row.map_or(0, |row| row.int(0)))
    })?;
    if there == 0 {
        eprintln!("Making {} leads …", thousands(OPEN + DECIDED));
        furnish(db, scope, owners)?;
    }
    let began = Instant::now();
    sales::scoring::learn(db, scope)?;
    let first = began.elapsed().as_secs_f64();
    let began = Instant::now();
    sales::scoring::train_alone(db, scope)?;
    let learning = began.elapsed().as_secs_f64();
    // Where nothing was learnt anew, nothing has to be written: what is measured is all of it.
    forget(db, scope)?;
    let began = Instant::now();
    sales::scoring::score_all(db, scope)?;
    let scoring = began.elapsed().as_secs_f64();
    let scored = db.read(scope, |cx| {
        let sql = "SELECT COUNT(*) FROM leads WHERE workspace_id = ?1 AND score > 0";
        Ok(cx.query_one(sql, &[cx.workspace().into()])?.map_or(0, |row| row.int(0)))
    })?;
    ensure!(scored as u64 >= OPEN, "{scored} of {OPEN} leads have a chance");
    let row = |name: &str, took: f64, most: f64| {
        Row::single(name, ms(took * 1e3), &format!("≤ {most} s"), Some(took <= most))
    };
    report.rows.push(row(&format!("learn from {} leads", thousands(DECIDED)), learning, 10.0));
    report.rows.push(row(&format!("score {} leads", thousands(OPEN)), scoring, 2.0));
    report.notes.push(format!("Learning and scoring for the first time took {first:.1} s."));
    Ok(())
}

fn forget(db: &Db, scope: &Scope) -> Result<()> {
    let sql = "UPDATE leads SET score = ?2 WHERE workspace_id = ?1";
    db.write(scope, |tx| tx.execute(sql, &[tx.workspace().into(), i64::MIN.into()]))?;
    Ok(())
}

fn furnish(db: &Db, scope: &Scope, owners: &[Id]) -> Result<()> {
    for from in (0..OPEN + DECIDED).step_by(BATCH as usize) {
        db.write(scope, |tx| {
            let leads = object(tx, "lead")?;
            let mut set = ChangeSet::new(tx, "change-created").in_bulk();
            let mut dice = Dice::of(LEADS, from);
            for number in from..from + BATCH {
                let (source, likely) = *dice.pick(&SOURCES);
                let won = dice.chance(likely);
                let status = match number < DECIDED {
                    true if won => "converted",
                    true => "not_interested",
                    false => "new",
                };
                let made = tx.now().plus(-(dice.below(600) as i64 + 1) * DAY);
                let mut values = json!({
                    "name": { "family": format!("Lead {number}") },
                    "emails": [{ "address": format!("lead{number}@house{}.example", number % 5_000) }],
                    "source": source,
                    "language": (*dice.pick(&["en", "da", "sv", "tr", "bg", "zh"])),
                    "campaign": format!("campaign-{}", dice.below(150)),
                    "company_name": if dice.chance(50) { json!(format!("House {}", number % 5_000)) } else { json!(null) },
                    "text": "Wants an offer before summer",
                    "owner": dice.pick(owners).to_string(),
                    "status": status,
                    "created_at": made.micros(),
                });
                if status == "converted" {
                    values["converted_at"] = made.plus(DAY).micros().into();
                }
                let id = save::create(tx, &mut set, &leads, serde_json::from_value(values)?)?;
                if number % 4 == 0 {
                    let calls = object(tx, "call")?;
                    let call = json!({
                        "about": format!("lead:{id}"), "direction": "out", "outcome": "reached",
                        "at": made.plus(DAY / 3).micros(), "owner": dice.pick(owners).to_string(),
                    });
                    save::create(tx, &mut set, &calls, serde_json::from_value(call)?)?;
                }
            }
            set.close(tx)
        })?;
    }
    Ok(())
}
