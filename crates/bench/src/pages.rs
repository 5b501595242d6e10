//! The questions that are put to the running server: lists, search, cards and writes, as a signed-in browser asks
//! them.

use std::sync::Arc;

use anyhow::{Result, anyhow, ensure};
use kernel::Id;
use serde_json::json;
use tokio::runtime::Runtime;

use crate::{
    home::PASSWORD,
    http::{Caller, Connection, query},
    load::{Question, Questions},
    person::Person,
    picks::{Picks, Script, typed},
    report::Target,
};

/// How deep the deep page of the list is.
pub(crate) const DEEP: usize = 1000;
/// The edits go round so many cards.
const EDITED: usize = 2000;

/// A list or a search: the same question may be asked again and again.
const LIST: Target = Target { p50: Some(1.0), p99: Some(20.0), rate: Some(2500.0) };
const SEARCH: Target = Target { p50: Some(2.0), p99: Some(20.0), rate: None };
const CARD: Target = Target { p50: Some(1.5), p99: None, rate: Some(1500.0) };
const GUARD: Target = Target { p50: Some(2.0), p99: None, rate: None };
const WRITE: Target = Target { p50: Some(4.0), p99: None, rate: Some(500.0) };

/// What is measured of one kind of page.
pub(crate) struct Page {
    pub(crate) name: String,
    pub(crate) questions: Questions,
    pub(crate) target: Target,
    /// The floor that belongs to it.
    pub(crate) floor: Floor,
    /// Each question can be asked once only, and then not before the looks at cards are forgotten.
    pub(crate) once: bool,
}

/// Which SQL a page cannot do without.
#[derive(Debug, Clone)]
pub(crate) enum Floor {
    List { after: Option<usize> },
    Filtered { field: &'static str, ids: Vec<Id> },
    Search(Vec<String>),
    Card(Vec<Id>),
    Insert,
}

/// Signs in; the cookie.
pub(crate) fn sign_in(runtime: &Runtime, caller: &Caller, email: &str) -> Result<String> {
    runtime.block_on(async {
        let mut connection = Connection::open(caller.address).await?;
        let request = caller.post("/sign-in", false, [("email", email), ("password", PASSWORD)]);
        let answer = connection.ask(&request).await?;
        let cookie = answer.header("set-cookie").and_then(|cookie| cookie.split(';').next());
        ensure!(answer.status == 303, "signing in was answered with {}: {}", answer.status, answer.text());
        cookie.map(str::to_owned).ok_or_else(|| anyhow!("signing in gave no cookie"))
    })
}

/// The first page of the list, and the one at most [`DEEP`] pages further, found as a reader finds it: by going on.
pub(crate) fn lists(runtime: &Runtime, caller: &Caller, picks: &Picks) -> Result<(Vec<Page>, usize)> {
    let (deep, depth) = runtime.block_on(walk(caller))?;
    let marker = "data-row";
    let by = |field: &'static str, ids: &[Id]| {
        let request = |id: &Id| {
            let filter = json!({ "field": field, "op": "is", "args": [id.to_string()] }).to_string();
            caller.get(&format!("/people?{}", query([("filter", filter.as_str()), ("sort", "name")])))
        };
        repeated(ids.iter().map(request).collect(), marker)
    };
    let page = |name: &str, questions, floor| Page {
        name: name.to_owned(),
        questions,
        target: LIST,
        floor,
        once: false,
    };
    let companies = Floor::Filtered { field: "company", ids: picks.companies.clone() };
    let owners = Floor::Filtered { field: "owner", ids: picks.owners.clone() };
    let pages = vec![
        page(
            "list by name, first page",
            repeated(vec![caller.get("/people")], marker),
            Floor::List { after: None },
        ),
        page(
            "list by name, page 1,000 deep",
            repeated(vec![caller.get(&deep)], marker),
            Floor::List { after: Some(depth) },
        ),
        page("list of a company, sorted by name", by("company", &picks.companies), companies),
        page("list of an owner, sorted by name", by("owner", &picks.owners), owners),
    ];
    Ok((pages, depth))
}

/// The address of the page so far behind the first, and how far.
async fn walk(caller: &Caller) -> Result<(String, usize)> {
    let mut connection = Connection::open(caller.address).await?;
    let mut here = "/people".to_owned();
    for depth in 0..DEEP {
        let answer = connection.ask(&caller.fragment(&here)).await?;
        ensure!(answer.status == 200, "page {depth} of the list was answered with {}", answer.status);
        let text = answer.text();
        let next = text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        match next.filter(|href| href.contains("after=")).last() {
            Some(next) => here = next.replace("&amp;", "&"),
            None => return Ok((here, depth)),
        }
    }
    Ok((here, DEEP))
}

/// Fragments of one to six letters, as the palette asks while somebody types.
pub(crate) fn searches(caller: &Caller, people: u64) -> Vec<Page> {
    let latin = (1..=6).map(|letters| (Script::Latin, letters));
    let chinese = (1..=3).map(|letters| (Script::Chinese, letters));
    let page = |(script, letters)| {
        let words = typed(script, letters, people);
        let request = |word: &String| caller.fragment(&format!("/search?{}", query([("q", word.as_str())])));
        let unit = if letters == 1 { "letter" } else { "letters" };
        Page {
            name: format!("search, {letters} {script:?} {unit}"),
            questions: repeated(words.iter().map(request).collect(), "found-cards"),
            target: SEARCH,
            floor: Floor::Search(words),
            once: false,
        }
    };
    latin.chain(chinese).map(page).collect()
}

/// Cards with a timeline. Opening one for the first time in an hour writes down that it was looked at.
pub(crate) fn cards(caller: &Caller, picks: &Picks) -> Vec<Page> {
    let card = |id: &Id| caller.get(&format!("/people/{id}"));
    // Those that are opened again are none of those that are opened for the first time.
    let (again, first) = picks.cards.split_at((picks.cards.len() / 10).clamp(1, 500));
    let requests: Vec<Vec<u8>> = first.iter().map(card).collect();
    let once = move |number: usize| {
        let request = requests.get(number)?.clone();
        Some(Question { request, status: 200, marker: TIMELINE.into() })
    };
    let page = |name: &str, questions, target, once| {
        let floor = Floor::Card(picks.cards.iter().take(2000).copied().collect());
        Page { name: name.to_owned(), questions, target, floor, once }
    };
    // The page that stands before a call asks the guard and nothing else: what everybody around the card did and refuses.
    let call = |id: &Id| caller.get(&format!("/people/{id}/contact/phone"));
    let calls = first.iter().take(GUARDED).map(call).collect();
    vec![
        page("open a card again", repeated(again.iter().map(card).collect(), TIMELINE), CARD, false),
        page("open a card, first time in the hour", Arc::new(once), CARD, true),
        page("guard check before a call, as a page", repeated(calls, "form-actions"), GUARD, false),
    ]
}

/// The guard checks go round so many cards, each with other companies and colleagues.
const GUARDED: usize = 5000;

const TIMELINE: &str = "class=\"timeline\"";

/// A new person by the form, and an edit in place; both durable when they are answered.
pub(crate) fn writes(runtime: &Runtime, caller: &Caller, picks: &Picks, people: u64) -> Result<Vec<Page>> {
    let page = |name: &str, questions| Page {
        name: name.to_owned(),
        questions,
        target: WRITE,
        floor: Floor::Insert,
        once: false,
    };
    Ok(vec![
        page("create a person", creates(caller, picks, people)),
        page("edit a field of a card", edits(runtime, caller, picks)?),
    ])
}

fn creates(caller: &Caller, picks: &Picks, people: u64) -> Questions {
    let (caller, companies) = (caller.clone(), picks.companies.clone());
    let run = kernel::Timestamp::system_now().micros();
    Arc::new(move |number| {
        let person = Person::new(people + number as u64, people);
        let company = format!("company:{}", companies[number % companies.len()]);
        let email = format!("run{run}.{}", person.email);
        let form = [
            ("name.given", person.given.as_str()),
            ("name.family", person.family),
            ("company", &company),
            ("job_title", "Buyer"),
            ("emails.0.address", &email),
            ("phones.0.number", person.phone.as_deref().unwrap_or_default()),
            ("anyway", "1"),
        ];
        Some(Question { request: caller.post("/people", false, form), status: 303, marker: Vec::new() })
    })
}

/// Each edit says what was seen before, which is what the edit before it wrote.
fn edits(runtime: &Runtime, caller: &Caller, picks: &Picks) -> Result<Questions> {
    let cards: Vec<Id> = picks.cards.iter().take(EDITED).copied().collect();
    let seen = runtime.block_on(job_titles(caller, &cards))?;
    let caller = caller.clone();
    Ok(Arc::new(move |number| {
        let at = number % cards.len();
        let seen = match number.checked_sub(cards.len()) {
            None => seen[at].clone(),
            Some(before) => format!("\"{}\"", job_title(before)),
        };
        let title = job_title(number);
        let path = format!("/people/{}/fields/job_title", cards[at]);
        let request = caller.post(&path, true, [("job_title", title.as_str()), ("seen", &seen)]);
        Some(Question { request, status: 200, marker: title.into_bytes() })
    }))
}

fn job_title(number: usize) -> String {
    format!("Head of Number {number}")
}

/// As the editors of the field say it, in JSON.
async fn job_titles(caller: &Caller, cards: &[Id]) -> Result<Vec<String>> {
    let mut connection = Connection::open(caller.address).await?;
    let mut found = Vec::with_capacity(cards.len());
    for card in cards {
        let answer = connection.ask(&caller.fragment(&format!("/people/{card}/fields/job_title"))).await?;
        let text = answer.text();
        let seen = text.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let seen = seen.ok_or_else(|| anyhow!("the editor of a field does not say what was seen: {text}"))?;
        found.push(seen.replace("&quot;", "\"").replace("&amp;", "&"));
    }
    Ok(found)
}

/// These requests, one after the other, for ever.
pub(crate) fn repeated(requests: Vec<Vec<u8>>, marker: &str) -> Questions {
    let marker = marker.as_bytes().to_vec();
    Arc::new(move |number| {
        let request = requests.get(number % requests.len().max(1))?.clone();
        Some(Question { request, status: 200, marker: marker.clone() })
    })
}
