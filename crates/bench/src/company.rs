//! What a company with own fields, roles and programs asks: lists by own fields, groups with subtotals, many cards changed at once,
//! the list of somebody who sees little, the API, and labels on paper.

use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Result, anyhow, bail, ensure};
use identity::{NewUser, api_keys, roles};
use kernel::{Db, Id, Role, Scope, Value};
use serde_json::json;
use tokio::runtime::Runtime;

use crate::{
    home::PASSWORD,
    http::{Caller, Connection, query},
    load::{self, Load, Questions},
    pages::{Floor, Page, repeated, sign_in},
    report::{Report, Row, Target, ms, thousands},
    shaped,
};

/// Who sees only their own cards: one in [`FEW`].
pub(crate) const FEW_EMAIL: &str = "rita@bench.example";
pub(crate) const FEW: u64 = 100;
/// How long a job may take.
const PATIENCE: Duration = Duration::from_mins(20);
/// Connections that read pages while a job works.
const READERS: usize = 4;

type Keys = HashMap<&'static str, String>;

/// Makes the colleague with few cards.
pub(crate) fn hire(db: &Db, scope: &Scope) -> Result<Id> {
    let new = NewUser {
        email: FEW_EMAIL.to_owned(),
        name: "Rita Reserved".to_owned(),
        password: PASSWORD.to_owned(),
        role: Role::Member,
    };
    let user = identity::create_user(db, scope, &new)?;
    let rights = serde_json::from_value(json!({ "objects": { "*": { "see": "own", "edit": "own" } } }))?;
    db.write(scope, |tx| {
        let role = roles::add(tx, "Own cards")?;
        roles::change(tx, role, &rights)?;
        roles::give(tx, user, &[role])
    })?;
    Ok(user)
}

/// Lists by own fields; the first look at each asks for its index, and what is measured comes after that.
pub(crate) fn lists(caller: &Caller, keys: &Keys) -> Vec<Page> {
    let [segment, volume] = ["segment", "volume"].map(|name| keys[name].clone());
    let page = |name: &str, p50, requests: Vec<Vec<u8>>| Page {
        name: name.to_owned(),
        questions: repeated(requests, "data-row"),
        target: Target { p50: Some(p50), ..Target::default() },
        floor: Floor::List { after: None },
        once: false,
    };
    let list = |filter: serde_json::Value, more: &[(&str, &str)]| {
        let filter = filter.to_string();
        let pairs = [("filter", filter.as_str())].into_iter().chain(more.iter().copied());
        caller.get(&format!("/people?{}", query(pairs)))
    };
    let is = |value: &str| json!({ "field": segment, "op": "is", "args": [value] });
    let down = format!("-{volume}");
    let by_choice = ["gold", "silver", "tin"].map(|value| list(is(value), &[("sort", &down)])).to_vec();
    let from = |low: u32| json!({ "field": volume, "op": "between", "args": [low.to_string(), (low + 5000).to_string()] });
    let by_range = (0..20).map(|step| list(from(step * 4000), &[("sort", &volume)])).collect();
    let company = |start: &str| json!({ "field": "company.name", "op": "starts_with", "args": [start] });
    let related = ["Berg", "Holm", "Lar"].map(|start| list(company(start), &[])).to_vec();
    vec![
        page("list filtered by an own choice, sorted by an own number", 3.0, by_choice),
        page("list filtered and sorted by an own number", 3.0, by_range),
        page("list filtered through a relation", 10.0, related),
    ]
}

/// A list in groups with their subtotals: asked once, since everything is read for it.
pub(crate) fn groups(runtime: &Runtime, caller: &Caller, keys: &Keys, report: &mut Report) -> Result<()> {
    let subtotals = format!("{}:sum,{}:average", keys["revenue"], keys["volume"]);
    let asked = query([("group", keys["segment"].as_str()), ("totals", &subtotals)]);
    let request = caller.get(&format!("/people?{asked}"));
    let began = Instant::now();
    runtime.block_on(async { Connection::open(caller.address).await?.ask(&request).await.map(drop) })?;
    let took = began.elapsed().as_secs_f64() * 1e3;
    let name = "list grouped by an own choice, with subtotals";
    report.rows.push(Row::single(name, ms(took), "≤ 150 ms", Some(took <= 150.0)));
    Ok(())
}

/// Asks each question once, and waits until what they asked for is done.
pub(crate) fn settle(
    runtime: &Runtime,
    caller: &Caller,
    pages: &[Page],
    db: &Db,
    scope: &Scope,
) -> Result<()> {
    for page in pages {
        for number in 0..3 {
            let Some(question) = (page.questions)(number) else { break };
            runtime.block_on(async {
                Connection::open(caller.address).await?.ask(&question.request).await.map(drop)
            })?;
        }
    }
    let began = Instant::now();
    while jobs(db, scope, "records.index-own")?.iter().any(|job| !job.over) {
        ensure!(began.elapsed() < PATIENCE, "the indexes were not made");
        std::thread::sleep(Duration::from_millis(200));
    }
    Ok(())
}

/// A member of the office who sees all, beside one who sees one card of a hundred.
pub(crate) fn rights(runtime: &Runtime, caller: &Caller, load: Load, report: &mut Report) -> Result<()> {
    let rita = Caller { cookie: sign_in(runtime, caller, FEW_EMAIL)?, ..caller.clone() };
    let mut times = Vec::new();
    for who in [caller, &rita] {
        let questions = repeated(vec![who.get("/people")], "data-row");
        times.push(load::run(runtime, who.address, &questions, &Arc::default(), load)?.p50());
    }
    let ratio = times[1] / times[0];
    report.rows.push(Row {
        measure: "list of who sees 1 % of the cards, against an administrator's".to_owned(),
        p50: format!("{} against {}: {ratio:.2}", ms(times[1]), ms(times[0])),
        target: "≤ 1.5 ×".to_owned(),
        met: Some(ratio <= 1.5),
        ..Row::default()
    });
    Ok(())
}

/// The API with a key of an administrator.
pub(crate) fn programs(caller: &Caller, db: &Db, scope: &Scope, people: u64) -> Result<Vec<Page>> {
    let (_, key) = db.write(scope, |tx| api_keys::create(tx, "Bench", Role::Admin, 30))?;
    let list = caller.program("GET", "/api/v1/people?limit=100", &key, "");
    let target = |rate| Target { rate: Some(rate), ..Target::default() };
    let page = |name: &str, questions, target| Page {
        name: name.to_owned(),
        questions,
        target,
        floor: Floor::Insert,
        once: false,
    };
    let run = kernel::Timestamp::system_now().micros();
    let caller = caller.clone();
    let creates: Questions = Arc::new(move |number| {
        let person = crate::person::Person::new(people + number as u64, people);
        let fields = json!({ "fields": {
            "name": { "given": person.given, "family": person.family },
            "emails": [{ "address": format!("api{run}.{}", person.email) }],
            "job_title": "Buyer",
        } });
        let request = caller.program("POST", "/api/v1/people", &key, &fields.to_string());
        Some(load::Question { request, status: 201, marker: Vec::new() })
    });
    Ok(vec![
        Page {
            floor: Floor::List { after: None },
            ..page("API: list of 100", repeated(vec![list], "\"data\""), target(1500.0))
        },
        page("API: create a person", creates, target(400.0)),
    ])
}

/// One card in ten is given another value, and that is undone, while others read.
pub(crate) fn bulk(
    runtime: &Runtime,
    caller: &Caller,
    db: &Db,
    scope: &Scope,
    keys: &Keys,
    report: &mut Report,
) -> Result<()> {
    let filter = json!({ "field": keys["round"], "op": "is", "args": ["gold"] }).to_string();
    let title = format!("Bulk {}", kernel::Timestamp::system_now().micros());
    let form = [("all", "1"), ("filter", filter.as_str()), ("field", "job_title"), ("job_title", &title)];
    let cards = report.people / shaped::ROUNDS;
    let edited =
        meanwhile(runtime, caller, db, scope, "records.bulk", caller.post("/people/bulk/do", false, form))?;
    let changed =
        count(db, scope, "SELECT COUNT(*) FROM people WHERE workspace_id = ?1 AND job_title = ?2", &title)?;
    // The last tenth came as vCards, which know no own fields.
    ensure!(changed * 10 >= cards * 8, "only {changed} of {cards} cards were changed");
    report.rows.push(edited.row(
        &format!("{} cards changed at once", thousands(changed)),
        changed,
        report.people,
    ));
    let set = db.read(scope, |cx| Ok(records::changes::recent(cx, None, 1)?[0].id))?;
    let undone = meanwhile(
        runtime,
        caller,
        db,
        scope,
        "records.undo",
        caller.post(&format!("/changes/{set}/undo"), false, []),
    )?;
    let left =
        count(db, scope, "SELECT COUNT(*) FROM people WHERE workspace_id = ?1 AND job_title = ?2", &title)?;
    ensure!(left == 0, "{left} cards were not changed back");
    report.rows.push(undone.row("the same, undone", changed, report.people));
    Ok(())
}

fn count(db: &Db, scope: &Scope, sql: &str, with: &str) -> Result<u64> {
    let row = db.read(scope, |cx| cx.query_one(sql, &[cx.workspace().into(), with.into()]))?;
    Ok(row.map_or(0, |row| row.int(0).max(0) as u64))
}

/// Labels of all people of one batch, from the button to the PDF.
pub(crate) fn labels(
    runtime: &Runtime,
    caller: &Caller,
    db: &Db,
    scope: &Scope,
    keys: &Keys,
    report: &mut Report,
) -> Result<()> {
    let filter = json!({ "field": keys["batch"], "op": "is", "args": ["0"] }).to_string();
    let form =
        [("object", "person"), ("what", "labels"), ("sheet", "avery-l7160"), ("filter", filter.as_str())];
    let began = Instant::now();
    let job = begin(runtime, caller, db, scope, "print", caller.post("/print", false, form))?;
    job.wait(db, scope)?;
    let took = began.elapsed().as_secs_f64();
    let pieces = db.read(scope, |cx| {
        let sql = "SELECT pieces FROM prints WHERE workspace_id = ?1 ORDER BY created_at DESC LIMIT 1";
        cx.query_one(sql, &[cx.workspace().into()])
    })?;
    let pieces = pieces.map_or(0, |row| row.int(0).max(0) as u64);
    let per = took / pieces.max(1) as f64 * 10_000.0;
    report.rows.push(Row {
        measure: format!("{} labels as PDF", thousands(pieces)),
        p50: format!("{took:.1} s"),
        target: "10,000 in ≤ 10 s".to_owned(),
        met: Some(per <= 10.0),
        ..Row::default()
    });
    Ok(())
}

/// How long a job took, and how pages were answered meanwhile.
struct Meanwhile {
    took: f64,
    p99: f64,
}

impl Meanwhile {
    fn row(&self, what: &str, cards: u64, people: u64) -> Row {
        let met = self.took * 100_000.0 / cards.max(1) as f64 <= 20.0 && self.p99 <= 25.0;
        Row {
            measure: what.to_owned(),
            p50: format!("{:.1} s", self.took),
            p99: format!("{} of pages meanwhile", ms(self.p99)),
            throughput: format!("{} cards/s", thousands((cards as f64 / self.took) as u64)),
            target: "100,000 in ≤ 20 s, p99 of pages ≤ 25 ms".to_owned(),
            met: (people >= 1_000_000).then_some(met),
            ..Row::default()
        }
    }
}

/// Sends the form that begins a job, and reads lists and cards until it is done.
fn meanwhile(
    runtime: &Runtime,
    caller: &Caller,
    db: &Db,
    scope: &Scope,
    kind: &str,
    request: Vec<u8>,
) -> Result<Meanwhile> {
    let cards = db.read(scope, |cx| {
        let rows = cx.query(
            "SELECT id FROM people WHERE workspace_id = ?1 AND trashed_at = 0 LIMIT 500",
            &[cx.workspace().into()],
        )?;
        rows.iter().map(|row| row.get(0)).collect::<kernel::Result<Vec<Id>>>()
    })?;
    let pages: Vec<Vec<u8>> = cards
        .iter()
        .flat_map(|card| [caller.get("/people"), caller.get(&format!("/people/{card}"))])
        .collect();
    let questions = repeated(pages, "<main");
    let began = Instant::now();
    let job = begin(runtime, caller, db, scope, kind, request)?;
    let over = Arc::new(AtomicBool::new(false));
    let waiting = {
        let (db, scope, over) = (db.clone(), scope.clone(), over.clone());
        std::thread::spawn(move || {
            let waited = job.wait(&db, &scope);
            over.store(true, Ordering::Relaxed);
            waited.map(|()| Instant::now())
        })
    };
    let next = Arc::new(AtomicUsize::new(0));
    let mut slowest: f64 = 0.0;
    while !over.load(Ordering::Relaxed) {
        let load = Load { connections: READERS, warm_up: Duration::ZERO, lasts: Duration::from_secs(2) };
        slowest = slowest.max(load::run(runtime, caller.address, &questions, &next, load)?.p99());
    }
    let ended = waiting.join().map_err(|_| anyhow!("waiting for the job failed"))??;
    Ok(Meanwhile { took: (ended - began).as_secs_f64(), p99: slowest })
}

/// One job of the table.
struct Job {
    id: Id,
    over: bool,
}

fn jobs(db: &Db, scope: &Scope, kind: &str) -> Result<Vec<Job>> {
    let rows = db.read(scope, |cx| {
        let sql =
            "SELECT id, state FROM jobs WHERE workspace_id = ?1 AND kind = ?2 ORDER BY id DESC LIMIT 20";
        cx.query(sql, &[Value::from(cx.workspace()), kind.into()])
    })?;
    let job =
        |row: &kernel::Row| Ok(Job { id: row.get(0)?, over: !matches!(row.text(1), "waiting" | "running") });
    rows.iter().map(job).collect()
}

/// Sends the form; the job that it put into the queue.
fn begin(
    runtime: &Runtime,
    caller: &Caller,
    db: &Db,
    scope: &Scope,
    kind: &str,
    request: Vec<u8>,
) -> Result<Job> {
    let before = jobs(db, scope, kind)?.first().map(|job| job.id);
    runtime.block_on(async {
        let mut connection = Connection::open(caller.address).await?;
        let answer = connection.ask(&request).await?;
        ensure!(answer.status == 303, "the form was answered with {}: {}", answer.status, answer.text());
        Ok(())
    })?;
    let newest = jobs(db, scope, kind)?.into_iter().next().filter(|job| Some(job.id) != before);
    newest.ok_or_else(|| anyhow!("no job {kind} was begun"))
}

impl Job {
    fn wait(&self, db: &Db, scope: &Scope) -> Result<()> {
        let began = Instant::now();
        loop {
            let row = db.read(scope, |cx| {
                let sql = "SELECT state, kind FROM jobs WHERE workspace_id = ?1 AND id = ?2";
                cx.query_one(sql, &[cx.workspace().into(), self.id.into()])
            })?;
            let row = row.ok_or_else(|| anyhow!("the job is gone"))?;
            match row.text(0) {
                "waiting" | "running" => {}
                "done" => return Ok(()),
                state => bail!("the job {} ended as {state}", row.text(1)),
            }
            ensure!(began.elapsed() < PATIENCE, "the job {} does not end", row.text(1));
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}
