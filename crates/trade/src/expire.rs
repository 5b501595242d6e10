//! Quotes whose last day is over say so: looked for each hour, where each workspace's day ends.

use std::time::Duration;

use identity::workspaces;
use jobs::{Job, Run};
use kernel::{Cx, Id, Result, Scope, Tx};
use records::{
    ChangeSet, Filter, Operator, Query,
    object::object,
    query,
    save::{self, Values},
};
use serde::{Deserialize, Serialize};

use crate::quote;

pub(crate) const EVERY: Duration = Duration::from_secs(60 * 60);
/// Quotes of one look; the rest at the next.
const MOST: usize = 500;

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Expire {}

impl Job for Expire {
    const KIND: &'static str = "quotes.expire";

    fn run(&self, run: &Run) -> Result<()> {
        for workspace in run.db.read(&Scope::global(), workspaces::all)? {
            let scope = workspace.scope("system");
            for quote in run.db.read(&scope, over)? {
                run.db.write(&scope, |tx| expire(tx, quote))?;
            }
        }
        Ok(())
    }
}

fn over(cx: &Cx) -> Result<Vec<Id>> {
    let today = cx.today().to_string();
    let filter = Filter::All(vec![
        Filter::field("state", Operator::Is, &["sent", "opened"]),
        Filter::field("valid_until", Operator::Before, &[&today]),
    ]);
    let quotes = object(cx, quote::KEY)?;
    let page = query::page(cx, &quotes, &Query { filter, ..Query::default() }, &["state"], MOST)?;
    Ok(page.records.iter().map(|quote| quote.id).collect())
}

fn expire(tx: &mut Tx, id: Id) -> Result<()> {
    let quotes = object(tx, quote::KEY)?;
    let mut set = ChangeSet::new(tx, "change-quote-expired");
    let values = Values::from_iter([("state".to_owned(), "expired".into())]);
    save::edit(tx, &mut set, &quotes, id, values, &Values::new())?.saved()?;
    set.close(tx)
}
