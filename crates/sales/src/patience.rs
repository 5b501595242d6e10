//! How long the person and the company of an open deal may be silent: as long as the most impatient stage of their open deals allows.
//! It stands on their cards, where their silence is measured.

use std::collections::BTreeSet;

use jobs::{Job, Run};
use kernel::{Id, Result, Tx};
use records::{
    Json, Record,
    behavior::Done,
    field::as_id,
    object::object,
    query::{self, Query},
    record,
    save::{self, Values},
};
use serde::{Deserialize, Serialize};

use crate::{deal, pipeline, pipeline::Pipelines};

/// The cards that a deal is made with.
const WITH: [&str; 2] = ["person", "company"];
/// Deals whose cards are looked at in one transaction.
const PAGE: usize = 200;

/// After a deal began, moved on, was closed, went or came back, or changed hands.
pub(crate) fn follow(tx: &mut Tx, done: &Done) -> Result<()> {
    if !done.moved() && !["stage", "person", "company"].iter().any(|field| done.changed(field)) {
        return Ok(());
    }
    for (name, id) in cards(done.before.into_iter().chain([done.after])) {
        settle(tx, name, id)?;
    }
    Ok(())
}

fn cards<'a>(deals: impl Iterator<Item = &'a Record>) -> BTreeSet<(&'static str, Id)> {
    deals.flat_map(|deal| WITH.iter().filter_map(move |name| Some((*name, as_id(deal.get(name))?)))).collect()
}

fn settle(tx: &mut Tx, name: &str, id: Id) -> Result<()> {
    let card = object(tx, name)?;
    match record::find(tx, &card, id) {
        Ok(_) => {}
        Err(kernel::Error::NotFound) => return Ok(()),
        Err(error) => return Err(error),
    }
    let pipelines = pipeline::of(tx)?;
    let rows = tx.query(
        &format!(
            "SELECT DISTINCT stage FROM deals WHERE workspace_id = ?1 AND {name} = ?2 AND state = 'open' \
             AND trashed_at = 0"
        ),
        &[tx.workspace().into(), id.into()],
    )?;
    let limits = rows.iter().filter_map(|row| pipelines.stage(row.text(0))?.1.stale_after);
    let patience = limits.min().map_or(Json::Null, Json::from);
    save::derive(tx, &card, id, Values::from_iter([("patience".to_owned(), patience)]))?;
    activities::silence::settle(tx, name, id)
}

/// Whether a stage that deals may be in allows another silence than before.
pub(crate) fn differ(known: &Pipelines, wanted: &Pipelines) -> bool {
    let mut stages = known.pipelines.iter().flat_map(|pipeline| &pipeline.stages);
    stages.any(|was| wanted.stage(&was.key).is_some_and(|(_, stage)| stage.stale_after != was.stale_after))
}

/// Goes through the open deals after the limits of stages were changed.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Remeasure {}

impl Job for Remeasure {
    const KIND: &'static str = "sales.remeasure-silence";

    fn run(&self, run: &Run) -> Result<()> {
        let open = records::Filter::field("state", records::Operator::Is, &["open"]);
        let mut asked = Query { filter: open, by_id: true, ..Query::default() };
        loop {
            let next = run.db.write(&run.scope, |tx| {
                let deal = object(tx, deal::KEY)?;
                let page = query::page(tx, &deal, &asked, &WITH, PAGE)?;
                for (name, id) in cards(page.records.iter()) {
                    settle(tx, name, id)?;
                }
                Ok(page.next)
            })?;
            match next {
                Some(next) => asked.after = Some(next),
                None => return Ok(()),
            }
        }
    }
}
