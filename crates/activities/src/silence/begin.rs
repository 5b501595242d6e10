//! Measures once what was there before silence was measured: cards with contacts or plans from then would stay unmeasured until
//! the next contact, which is just what silent customers lack.

use std::{collections::BTreeSet, time::Duration};

use identity::workspaces;
use jobs::{Job, Run};
use kernel::{Id, Result, Scope};
use records::{
    Filter, Operator, Query,
    field::reference,
    object::object,
    query::{self, Cursor},
};
use serde::{Deserialize, Serialize};

use super::settle;

/// A workspace that was measured is only asked whether it was.
pub(crate) const EVERY: Duration = Duration::from_secs(60 * 60);
const SETTING: &str = "silence_measured";
/// Records of one transaction.
const PAGE: usize = 200;

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Begin {}

impl Job for Begin {
    const KIND: &'static str = "silence.begin";

    fn run(&self, run: &Run) -> Result<()> {
        for workspace in run.db.read(&Scope::global(), workspaces::all)? {
            let scope = workspace.scope("system");
            if run.db.read(&scope, |cx| workspaces::setting::<bool>(cx, SETTING))?.is_some() {
                continue;
            }
            // What is planned with people comes first: a company asks them.
            let open = Filter::field("open_at", Operator::NotEmpty, &[]);
            walk(run, &scope, "task", &open, Some("about"))?;
            for name in ["person", "company", "household"] {
                let talked = Filter::field("last_talk_at", Operator::NotEmpty, &[]);
                walk(run, &scope, name, &talked, None)?;
            }
            run.db.write(&scope, |tx| workspaces::set_setting(tx, SETTING, &true))?;
        }
        Ok(())
    }
}

/// Measures the cards that are found, or that a field of what is found names.
fn walk(run: &Run, scope: &Scope, name: &str, filter: &Filter, names: Option<&str>) -> Result<()> {
    let mut after: Option<Cursor> = None;
    loop {
        let asked = Query { filter: filter.clone(), by_id: true, after, ..Query::default() };
        after = run.db.write(scope, |tx| {
            let declared = object(tx, name)?;
            if declared.at("last_talk_at").is_none() && names.is_none() {
                return Ok(None);
            }
            let page = query::page(tx, &declared, &asked, &[], PAGE)?;
            let mut cards: BTreeSet<(String, Id)> = BTreeSet::new();
            for found in &page.records {
                match names.map(|field| reference::target(found.get(field))) {
                    None => drop(cards.insert((name.to_owned(), found.id))),
                    Some(target) => {
                        cards.extend(target.map(|(object, id)| (object.to_owned(), id)));
                    }
                }
            }
            for (object, id) in cards {
                settle(tx, &object, id)?;
            }
            Ok(page.next)
        })?;
        if after.is_none() {
            return Ok(());
        }
    }
}
