//! Deals, and what is asked of them: the board of a pipeline, a move to another stage, the funnel and the forecast. One deal for five
//! people; one of forty of them is open.

use std::sync::Arc;

use anyhow::Result;
use kernel::{Db, Id, Scope, Timestamp, Tx, clock::DAY};
use records::{ChangeSet, Object, object::object, save};
use serde_json::json;

use crate::{
    dice::Dice,
    http::Caller,
    load::{Question, Questions},
    pages::{Floor, Page, repeated},
    report::Target,
};

/// Deals of one transaction.
const BATCH: u64 = 2_000;
pub(crate) const PEOPLE_PER_DEAL: u64 = 5;
/// One of so many is open.
const OPEN: u64 = 40;
/// What the dice of a kind decide.
const SELLING: u64 = 7;
const WAY: [&str; 4] = ["new", "qualified", "proposal", "negotiation"];
/// The moves go round so many deals.
const MOVED: usize = 1_000;

/// Makes so many deals with these companies and owners, if none are there: set-up, through the gate; the stages that closed deals went through are put
/// behind them.
pub(crate) fn furnish(db: &Db, scope: &Scope, with: (&[Id], &[Id]), wanted: u64) -> Result<u64> {
    let there = db.read(scope, |cx| {
        let sql = "SELECT COUNT(*) FROM deals WHERE workspace_id = ?1";
        Ok(cx.query_one(sql, &[cx.workspace().into()])?.map_or(0, |row| row.int(0)))
    })?;
    if there > 0 {
        return Ok(there.unsigned_abs());
    }
    eprintln!("Making {wanted} deals …");
    for from in (0..wanted).step_by(BATCH as usize) {
        db.write(scope, |tx| {
            let deal = object(tx, "deal")?;
            let mut set = ChangeSet::new(tx, "change-created").in_bulk();
            let mut dice = Dice::of(SELLING, from);
            for number in from..wanted.min(from + BATCH) {
                one(tx, &mut set, &deal, number, with, &mut dice)?;
            }
            set.close(tx)
        })?;
    }
    Ok(wanted)
}

fn one(
    tx: &mut Tx,
    set: &mut ChangeSet,
    deal: &Arc<Object>,
    number: u64,
    (companies, owners): (&[Id], &[Id]),
    dice: &mut Dice,
) -> kernel::Result<()> {
    let open = number.is_multiple_of(OPEN);
    let reached = dice.below(4) as usize;
    let stage = match (open, dice.chance(40)) {
        (true, _) => WAY[reached],
        (false, true) => "won",
        (false, false) => "lost",
    };
    let ago = |days: u64| tx.now().plus(-(days as i64) * DAY);
    let closed = dice.below(700);
    let entered = if open { ago(dice.below(30)) } else { ago(closed) };
    let closes = ago(closed).in_zone(tx.time_zone()).date();
    let closes = if open { tx.today() } else { closes };
    let mut values = json!({
        "name": format!("Deal {number}"),
        "company": format!("company:{}", dice.pick(companies)),
        "owner": dice.pick(owners).to_string(),
        "amount": { "minor": (dice.below(900) + 10) * 10_000, "currency": "DKK" },
        "stage": stage, "stage_since": entered.micros(), "closes_on": closes.to_string(),
    });
    if !open {
        values["closed_at"] = entered.micros().into();
    }
    if stage == "lost" {
        values["lost_reason"] = (*dice.pick(&["price", "competitor", "no_budget"])).into();
    }
    let id = save::create(tx, set, deal, serde_json::from_value(values)?)?;
    behind(tx, (id, stage), entered, if open { reached } else { reached + 1 }, dice)
}

/// The stages before the one it is in.
fn behind(
    tx: &mut Tx,
    (deal, stage): (Id, &str),
    entered: Timestamp,
    stages: usize,
    dice: &mut Dice,
) -> kernel::Result<()> {
    let mut left = entered;
    let mut later = format!("|{stage}|");
    for stage in WAY[..stages].iter().rev() {
        let came = left.plus(-((dice.below(20) + 1) as i64) * DAY);
        tx.execute(
            "INSERT INTO stays (workspace_id, record_id, field, entered_at, object, value, left_at, later) \
             VALUES (?1, ?2, 'stage', ?3, 'deal', ?4, ?5, ?6)",
            &[
                tx.workspace().into(),
                deal.into(),
                came.into(),
                (*stage).into(),
                left.into(),
                later.as_str().into(),
            ],
        )?;
        left = came;
        later = format!("|{stage}{later}");
    }
    Ok(())
}

/// The pages that a sales team has open all day.
pub(crate) fn pages(db: &Db, scope: &Scope, caller: &Caller) -> Result<Vec<Page>> {
    let page = |name: &str, path: &str, marker: &str, p50| Page {
        name: name.to_owned(),
        questions: repeated(vec![caller.get(path)], marker),
        target: Target { p50: Some(p50), ..Target::default() },
        floor: Floor::List { after: None },
        once: false,
    };
    let moves = Page {
        questions: moves(db, scope, caller)?,
        floor: Floor::Insert,
        ..page("move a deal", "", "", 8.0)
    };
    Ok(vec![
        page("board of a pipeline", "/deals", "data-card", 8.0),
        moves,
        page("funnel of all deals", "/sales/funnel?period=this_year", "class=\"bar\"", 100.0),
        page("forecast of all deals", "/sales/forecast?period=this_year", "tfoot", 100.0),
    ])
}

/// Open deals go to the next stage and back.
fn moves(db: &Db, scope: &Scope, caller: &Caller) -> Result<Questions> {
    let deals: Vec<Id> = db.read(scope, |cx| {
        let sql = "SELECT id FROM deals WHERE workspace_id = ?1 AND state = 'open' AND trashed_at = 0 ORDER BY id LIMIT ?2";
        cx.query(sql, &[cx.workspace().into(), MOVED.into()])?.iter().map(|row| row.get(0)).collect()
    })?;
    let caller = caller.clone();
    Ok(Arc::new(move |number| {
        let deal = deals.get(number % deals.len().max(1))?;
        let stage = WAY[1 + number / deals.len().max(1) % 3];
        let request =
            caller.post(&format!("/deals/{deal}/column"), true, [("by", "stage"), ("stage", stage)]);
        Some(Question { request, status: 200, marker: Vec::new() })
    }))
}
