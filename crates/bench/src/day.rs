//! The day: Today of somebody with very much to do, and reminders that are due all at once, with a server that is killed in their middle.

use std::{
    thread,
    time::{Duration, Instant},
};

use anyhow::{Result, ensure};
use kernel::{
    Db, Id, Scope,
    clock::{HOUR, MINUTE},
};
use records::{ChangeSet, object::object, save};
use serde_json::json;

use crate::{
    http::Caller,
    pages::{Floor, Page, repeated},
    program::Program,
    report::{Report, Row, Target, ms, thousands},
};

/// What one person has to do.
const OPEN: i64 = 300;
const REMINDERS: u64 = 10_000;
const BATCH: u64 = 1_000;
/// The server is killed when so many were given.
const KILLED_AT: u64 = REMINDERS / 3;
const PATIENCE: Duration = Duration::from_secs(600);

/// Today of the asker, who has no less than [`OPEN`] tasks that are due.
pub(crate) fn today(db: &Db, scope: &Scope, cards: &[Id], caller: &Caller) -> Result<Page> {
    let user = scope.actor.user().unwrap_or(Id::NIL);
    let open = db.write(scope, |tx| {
        let sql = "SELECT COUNT(*) FROM tasks WHERE workspace_id = ?1 AND assignee = ?2 AND open_at > 0 AND open_at <= ?3 AND trashed_at = 0";
        let params = [tx.workspace().into(), user.into(), tx.now().into()];
        let there = tx.query_one(sql, &params)?.map_or(0, |row| row.int(0));
        let declared = object(tx, "task")?;
        let mut set = ChangeSet::new(tx, "change-created").in_bulk();
        for (number, card) in (there..OPEN).zip(cards.iter().cycle()) {
            let task = json!({
                "subject": format!("Call about offer {number}"), "about": format!("person:{card}"),
                "due_at": tx.now().plus(-number * MINUTE).micros(), "assignee": user.to_string(),
            });
            save::create(tx, &mut set, &declared, serde_json::from_value(task)?)?;
        }
        set.close(tx)?;
        Ok(there.max(OPEN).unsigned_abs())
    })?;
    Ok(Page {
        name: format!("Today with {} open items", thousands(open)),
        questions: repeated(vec![caller.get("/today")], "today-due"),
        target: Target { p50: Some(5.0), ..Target::default() },
        floor: Floor::List { after: None },
        once: false,
    })
}

/// Customers are reminded of so many appointments at once, by two servers of which the first is killed.
pub(crate) fn reminders(
    program: &Program,
    db: &Db,
    scope: &Scope,
    with: (&[Id], &[Id]),
    report: &mut Report,
) -> Result<()> {
    furnish(db, scope, with)?;
    let before = given(db, scope)?;
    eprintln!("Reminding of {} appointments …", thousands(REMINDERS));
    let mut server = program.serve()?;
    let first = until(db, scope, before + KILLED_AT)?;
    server.kill()?;
    let at_death = given(db, scope)? - before;
    let server = program.serve()?;
    let second = until(db, scope, before + REMINDERS)?;
    // What is given twice would be given at the next look.
    let asked = Instant::now();
    while asked.elapsed() < Duration::from_secs(3) {
        thread::sleep(Duration::from_millis(200));
    }
    server.stop()?;
    let took = (first + second).as_secs_f64();
    let letters = once(db, scope, before)?;
    let name = format!("{} reminders due at once, killed in the middle", thousands(REMINDERS));
    report.rows.push(Row::single(&name, ms(took * 1e3), "≤ 60 s, none twice", Some(took <= 60.0)));
    report.notes.push(format!(
        "Reminders: the server was killed after {} of them; {letters} letters went out, none of them twice.",
        thousands(at_death)
    ));
    Ok(())
}

/// Appointments of the next hours, of which customers are to be reminded the day before.
fn furnish(db: &Db, scope: &Scope, (cards, owners): (&[Id], &[Id])) -> Result<()> {
    eprintln!("Making {} appointments …", thousands(REMINDERS));
    for from in (0..REMINDERS).step_by(BATCH as usize) {
        db.write(scope, |tx| {
            let declared = object(tx, "appointment")?;
            let mut set = ChangeSet::new(tx, "change-created").in_bulk();
            for number in from..from + BATCH {
                let at = number as usize;
                let starts = tx.now().plus(2 * HOUR + (number % 600) as i64 * MINUTE);
                let appointment = json!({
                    "subject": format!("Visit {number}"), "starts_at": starts.micros(),
                    "about": format!("person:{}", cards[at % cards.len()]),
                    "owner": owners[at % owners.len()].to_string(), "remind_customer": true,
                });
                save::create(tx, &mut set, &declared, serde_json::from_value(appointment)?)?;
            }
            set.close(tx)
        })?;
    }
    Ok(())
}

/// Appointments of which somebody was reminded.
fn given(db: &Db, scope: &Scope) -> Result<u64> {
    let sql = "SELECT COUNT(*) FROM reminders WHERE workspace_id = ?1 AND who = ''";
    Ok(db.read(scope, |cx| {
        Ok(cx.query_one(sql, &[cx.workspace().into()])?.map_or(0, |row| row.int(0)).unsigned_abs())
    })?)
}

fn until(db: &Db, scope: &Scope, wanted: u64) -> Result<Duration> {
    let began = Instant::now();
    while given(db, scope)? < wanted {
        ensure!(began.elapsed() < PATIENCE, "{} of {wanted} reminders were given", given(db, scope)?);
        thread::sleep(Duration::from_millis(50));
    }
    Ok(began.elapsed())
}

/// Whether there is one letter for each customer who was written to, and no other; how many.
fn once(db: &Db, scope: &Scope, before: u64) -> Result<u64> {
    let count = |sql: &'static str| {
        db.read(scope, |cx| {
            Ok(cx.query_one(sql, &[cx.workspace().into()])?.map_or(0, |row| row.int(0)).unsigned_abs())
        })
    };
    let letters = count("SELECT COUNT(*) FROM mails WHERE workspace_id = ?1 AND kind = 'reminder'")?;
    let written = count("SELECT COUNT(*) FROM reminders WHERE workspace_id = ?1 AND who <> ''")?;
    let all = given(db, scope)?;
    ensure!(letters == written, "{letters} letters for {written} customers");
    ensure!(all == before + REMINDERS, "{} of {REMINDERS} reminders were given", all - before);
    Ok(letters)
}
