//! What a company with own fields, roles and programs asks: lists by own fields, groups with subtotals, many cards changed at once,
//! the list of somebody who sees little, the API, and labels on paper.

mod jobs;

use std::{
    collections::HashMap,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Result, ensure};
use identity::{NewUser, api_keys, roles};
use kernel::{Db, Id, Role, Scope};
use records::{Filter, Operator, Query, object::object};
use serde_json::json;
use tokio::runtime::Runtime;

use crate::{
    home::PASSWORD,
    http::{Caller, Connection, query},
    load::{self, Load, Questions},
    pages::{Floor, Page, repeated, sign_in},
    process::Watch,
    report::{Report, Row, Target, ms, thousands},
    shaped,
};

/// Who sees only their own cards: one in [`FEW`].
pub(crate) const FEW_EMAIL: &str = "rita@bench.example";
pub(crate) const FEW: u64 = 100;
/// How long a job may take.
const PATIENCE: Duration = Duration::from_mins(20);

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

/// The company that is asked.
pub(crate) struct Company<'a> {
    pub(crate) runtime: &'a Runtime,
    pub(crate) caller: &'a Caller,
    pub(crate) db: Db,
    pub(crate) scope: Scope,
    /// The keys of the own fields by their names: see [`shaped::keys`].
    pub(crate) keys: HashMap<&'static str, String>,
}

impl Company<'_> {
    /// Lists by own fields; the first look at each asks for its index or its tally, and what is measured comes after that.
    pub(crate) fn lists(&self) -> Vec<Page> {
        let [segment, volume] = ["segment", "volume"].map(|name| self.keys[name].clone());
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
            self.caller.get(&format!("/people?{}", query(pairs)))
        };
        let is = |value: &str| json!({ "field": segment, "op": "is", "args": [value] });
        let down = format!("-{volume}");
        let by_choice = ["gold", "silver", "tin"].map(|value| list(is(value), &[("sort", &down)])).to_vec();
        let from = |low: u32| json!({ "field": volume, "op": "between", "args": [low.to_string(), (low + 5000).to_string()] });
        let by_range = (0..20).map(|step| list(from(step * 4000), &[("sort", &volume)])).collect();
        let company = |start: &str| json!({ "field": "company.name", "op": "starts_with", "args": [start] });
        let related = ["Berg", "Holm", "Lar"].map(|start| list(company(start), &[])).to_vec();
        let subtotals = format!("{}:sum,{}:average", self.keys["revenue"], self.keys["volume"]);
        let grouped = query([("group", segment.as_str()), ("totals", &subtotals)]);
        let grouped = vec![self.caller.get(&format!("/people?{grouped}"))];
        vec![
            page("list grouped by an own choice, with subtotals", 150.0, grouped),
            page("list filtered by an own choice, sorted by an own number", 3.0, by_choice),
            page("list filtered and sorted by an own number", 3.0, by_range),
            page("list filtered through a relation", 10.0, related),
        ]
    }

    /// Asks each question once, and waits until what they asked for is done.
    pub(crate) fn settle(&self, pages: &[Page]) -> Result<()> {
        for page in pages {
            for number in 0..3 {
                let Some(question) = (page.questions)(number) else { break };
                self.runtime.block_on(async {
                    Connection::open(self.caller.address).await?.ask(&question.request).await.map(drop)
                })?;
            }
        }
        let began = Instant::now();
        for kind in ["records.index-own", "records.tally"] {
            while self.jobs(kind)?.iter().any(|job| !job.over) {
                ensure!(began.elapsed() < PATIENCE, "what the lists asked for was not made");
                std::thread::sleep(Duration::from_millis(200));
            }
        }
        Ok(())
    }

    /// A member of the office who sees all, beside one who sees one card of a hundred.
    pub(crate) fn rights(&self, load: Load, report: &mut Report) -> Result<()> {
        // Signing in ends the session that asks.
        let mut rita = Caller { cookie: String::new(), ..self.caller.clone() };
        rita.cookie = sign_in(self.runtime, &rita, FEW_EMAIL)?;
        let mut times = Vec::new();
        for who in [self.caller, &rita] {
            let questions = repeated(vec![who.get("/people")], "data-row");
            times.push(load::run(self.runtime, who.address, &questions, &Arc::default(), load)?.p50());
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
    pub(crate) fn programs(&self, people: u64) -> Result<Vec<Page>> {
        let (_, key) = self.db.write(&self.scope, |tx| api_keys::create(tx, "Bench", Role::Admin, 30))?;
        let list = self.caller.program("GET", "/api/v1/people?limit=100", &key, "");
        let target = |rate| Target { rate: Some(rate), ..Target::default() };
        let page = |name: &str, questions, target| Page {
            name: name.to_owned(),
            questions,
            target,
            floor: Floor::Insert,
            once: false,
        };
        let run = kernel::Timestamp::system_now().micros();
        let caller = self.caller.clone();
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
    pub(crate) fn bulk(&self, report: &mut Report) -> Result<()> {
        let filter = json!({ "field": self.keys["round"], "op": "is", "args": ["gold"] }).to_string();
        let title = format!("Bulk {}", kernel::Timestamp::system_now().micros());
        let field = self.keys["contact"].as_str();
        let form = [("all", "1"), ("filter", filter.as_str()), ("field", field), (field, title.as_str())];
        let cards = report.people / shaped::ROUNDS;
        let edited = self.meanwhile("records.bulk", self.caller.post("/people/bulk/do", false, form))?;
        let changed = self.having(field, &title)?;
        // The last tenth came as vCards, which know no own fields.
        ensure!(changed * 10 >= cards * 8, "only {changed} of {cards} cards were changed");
        report.rows.push(edited.row(
            &format!("{} cards changed at once", thousands(changed)),
            changed,
            report.people,
        ));
        let set = self.db.read(&self.scope, |cx| Ok(records::changes::recent(cx, None, 1)?[0].id))?;
        let undone =
            self.meanwhile("records.undo", self.caller.post(&format!("/changes/{set}/undo"), false, []))?;
        let left = self.having(field, &title)?;
        ensure!(left == 0, "{left} cards were not changed back");
        report.rows.push(undone.row("the same, undone", changed, report.people));
        Ok(())
    }

    /// How many people have this in that field.
    fn having(&self, field: &str, text: &str) -> Result<u64> {
        let query = Query { filter: Filter::field(field, Operator::Is, &[text]), ..Query::default() };
        Ok(self.db.read(&self.scope, |cx| {
            records::query::count(cx, &object(cx, "person")?, &query, u64::from(u32::MAX))
        })?)
    }

    /// Labels of all people of one batch, from the button on their list to the PDF.
    pub(crate) fn labels(&self, server: u32, report: &mut Report) -> Result<()> {
        let filter = json!({ "field": self.keys["batch"], "op": "is", "args": ["0"] }).to_string();
        let list = self.caller.get(&format!("/people?{}", query([("filter", filter.as_str())])));
        self.settle(&[Page {
            name: String::new(),
            questions: repeated(vec![list], "data-row"),
            target: Target::default(),
            floor: Floor::List { after: None },
            once: false,
        }])?;
        let form =
            [("object", "person"), ("what", "labels"), ("sheet", "avery-l7160"), ("filter", filter.as_str())];
        let (began, watch) = (Instant::now(), Watch::begin(server));
        let job = self.begin("print", self.caller.post("/print", false, form))?;
        job.wait(&self.db, &self.scope)?;
        let took = began.elapsed().as_secs_f64();
        let pieces = self.db.read(&self.scope, |cx| {
            let sql = "SELECT pieces FROM prints WHERE workspace_id = ?1 ORDER BY created_at DESC LIMIT 1";
            cx.query_one(sql, &[cx.workspace().into()])
        })?;
        let pieces = pieces.map_or(0, |row| row.int(0).max(0) as u64);
        let per = took / pieces.max(1) as f64 * 10_000.0;
        report.rows.push(Row {
            measure: format!("{} labels as PDF", thousands(pieces)),
            p50: format!("{took:.1} s"),
            p99: watch.end()?.written(),
            target: "10,000 in ≤ 10 s".to_owned(),
            met: Some(per <= 10.0),
            ..Row::default()
        });
        Ok(())
    }
}
