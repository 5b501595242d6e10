//! What is due on Today: the open tasks of the day and before, by time or by what is at stake with whom they are about.

use std::collections::HashMap;

use kernel::{Cx, Id, Result, money::Money};
use records::{
    Filter, Operator, Query, Record, Sort,
    field::{as_id, reference},
    object::object,
    query,
};
use web::{
    Form, Markup, html,
    html::{EmptyState, empty_state, link_button},
};
use workbench::{App, View};

use crate::{callbacks, left_alone, promises};

/// Lines of the page.
const SHOWN: usize = 100;
/// Tasks among which the weightiest are looked for, and as far as all are counted.
const LOOKED_THROUGH: usize = 1_000;

/// The tasks of a day.
pub(super) struct Due {
    pub(super) tasks: Vec<Record>,
    /// Of those who want to be left alone.
    spared: usize,
    /// With those that are not among the lines.
    pub(super) all: usize,
    at_stake: HashMap<Id, Money>,
    by_worth: bool,
}

fn mine(days: Filter) -> Query {
    let filter = Filter::All(vec![days, Filter::field("assignee", Operator::Is, &["me"])]);
    let sort = vec![Sort { field: "open_at".to_owned(), descending: false }];
    Query { filter, sort, ..Query::default() }
}

/// My open tasks between two days, the earliest first.
fn open(cx: &Cx, days: Filter, most: usize) -> Result<Vec<Record>> {
    let task = object(cx, "task")?;
    if !task.tells("assignee") {
        return Ok(Vec::new());
    }
    Ok(query::page(cx, &task, &mine(days), &[], most)?.records)
}

fn until_today() -> Filter {
    Filter::field("open_at", Operator::Before, &["tomorrow"])
}

/// What is due today, and what was before.
pub(super) fn due(app: &App, cx: &Cx, by_worth: bool) -> Result<Due> {
    let most = if by_worth { LOOKED_THROUGH } else { SHOWN };
    let found = open(cx, until_today(), most)?;
    let all = match found.len() == most && most < LOOKED_THROUGH {
        true => query::count(cx, &object(cx, "task")?, &mine(until_today()), LOOKED_THROUGH as u64)? as usize,
        false => found.len(),
    };
    let mut spared = 0;
    let mut tasks = left_alone::without(cx, found, &mut spared)?;
    let at_stake = at_stake(app, cx, &tasks)?;
    if by_worth {
        tasks.sort_by_key(|task| std::cmp::Reverse(worth(&at_stake, task).map_or(0, |money| money.minor)));
    }
    tasks.truncate(SHOWN);
    Ok(Due { all: all - spared, tasks, spared, at_stake, by_worth })
}

/// The seven days after today.
pub(super) fn ahead(cx: &Cx, spared: &mut Due) -> Result<Vec<Record>> {
    let days = Filter::field("open_at", Operator::Between, &["tomorrow", "+7d"]);
    left_alone::without(cx, open(cx, days, SHOWN)?, &mut spared.spared)
}

/// What the modules know to be at stake with the cards that tasks are about.
fn at_stake(app: &App, cx: &Cx, tasks: &[Record]) -> Result<HashMap<Id, Money>> {
    let mut cards: Vec<(&str, Id)> =
        tasks.iter().filter_map(|task| reference::target(task.get("about"))).collect();
    cards.sort_unstable();
    cards.dedup();
    let mut found = HashMap::new();
    for module in app.modules.iter().filter(|_| !cards.is_empty()) {
        found.extend(module.at_stake(cx, &cards)?);
    }
    Ok(found)
}

fn worth<'a>(at_stake: &'a HashMap<Id, Money>, task: &Record) -> Option<&'a Money> {
    at_stake.get(&as_id(task.get("about"))?)
}

impl Due {
    /// Today's tasks under their heading.
    pub(super) fn section(&self, view: &View) -> Markup {
        html! {
            section aria-labelledby="today-due" {
                h2 #today-due { (view.t("today-due")) }
                @if self.tasks.is_empty() {
                    (empty_state(&EmptyState {
                        icon: "check", tab: None, title: &view.t("today-nothing"), text: &view.t("today-nothing-text"), actions: html! {},
                    }))
                }
                (self.ways(view))
                ul.todos { @for task in &self.tasks {
                    (promises::line(view, task, "/today", worth(&self.at_stake, task)))
                } }
                @if self.all > self.tasks.len() { (self.more(view)) }
                @if self.spared > 0 {
                    p.quiet { (view.tf("today-left-alone", &[("count", self.spared.into())])) " " a.link href="/tasks" { (view.t("task-many")) } }
                }
            }
        }
    }

    /// Calling back one after another, and the order.
    fn ways(&self, view: &View) -> Markup {
        let calls = self.tasks.iter().any(|task| task.text("kind") == "call_back");
        let weighed = self.tasks.len() > 1 && !self.at_stake.is_empty();
        html! {
            @if calls || weighed {
                p.today-ways {
                    @if calls { (link_button(callbacks::HERE, view.t("callbacks-start")).icon("phone").small()) }
                    @if weighed {
                        span.order { (view.t("today-order")) " "
                            a.link href="/today" aria-current=[(!self.by_worth).then_some("true")] { (view.t("today-by-time")) } " · "
                            a.link href="/today?by=worth" aria-current=[self.by_worth.then_some("true")] { (view.t("today-by-worth")) }
                        }
                    }
                }
            }
        }
    }

    /// The way to all of them.
    fn more(&self, view: &View) -> Markup {
        let filter = Filter::All(vec![
            Filter::field("assignee", Operator::Is, &["me"]),
            Filter::field("done_at", Operator::Empty, &[]),
            Filter::field("due_at", Operator::Before, &["tomorrow"]),
        ]);
        let way = Form::default().with("filter", filter.written()).with("sort", "due_at");
        let args = [("shown", self.tasks.len().into()), ("count", self.all.into())];
        html! { p.quiet { (view.tf("today-more", &args)) " " a.link href={ "/tasks?" (way.encode()) } { (view.t("today-show-all")) } } }
    }
}
