//! The job that fills the sample in: a bite of the plan in each transaction, with a checkpoint.

use std::sync::Arc;

use anyhow::Context;
use identity::{NewUser, users};
use jobs::{Job, Run};
use kernel::{Error, Id, Result, Role, Scope, Timestamp, Tx};
use locale::Locale;
use records::{
    ChangeSet, Object,
    field::reference,
    links::{self, NewLink},
    object::object,
    save,
};
use serde::{Deserialize, Serialize};

use super::{
    Sample, keep,
    papers::{self, Papers},
    plan::{self, Card, Setting, Step},
};
use crate::random;

/// Steps in one transaction: short enough that nobody who writes meanwhile waits long.
const BITE: usize = 200;
/// How the history calls it.
const LABEL: &str = "change-sample";
const COLLEAGUES: [(&str, &str); 3] =
    [("Ida Lund", "ida.lund"), ("Mehmet Kaya", "mehmet.kaya"), ("Linnea Ek", "linnea.ek")];

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Fill {}

/// How far it has come: enough to go on after a kill.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Done {
    began_at: Timestamp,
    set: Id,
    owners: Vec<Id>,
    companies: Vec<Id>,
    households: Vec<Id>,
    people: Vec<Id>,
    #[serde(default)]
    deals: Vec<Id>,
    #[serde(default)]
    leads: Vec<Id>,
    #[serde(default)]
    pub(super) papers: Papers,
    steps: usize,
}

impl Job for Fill {
    const KIND: &'static str = "sample.fill";

    fn run(&self, run: &Run) -> Result<()> {
        let mut done = match run.last_checkpoint()? {
            Some(done) => done,
            None => begin(run)?,
        };
        let zone = &run.scope.locality.time_zone;
        let steps = plan::steps(&Setting {
            today: done.began_at.in_zone(zone).date(),
            locale: Locale::new(&run.scope.locality),
            owners: done.owners.clone(),
        });
        while done.steps < steps.len() {
            let bite = &steps[done.steps..steps.len().min(done.steps + BITE)];
            run.db.write(&run.scope, |tx| {
                let mut set = ChangeSet::resume(done.set, LABEL).quietly();
                bite.iter().try_for_each(|step| take(tx, &mut set, step, &mut done))?;
                set.close(tx)?;
                run.checkpoint(tx, &done)
            })?;
            run.progress(done.steps as u64, steps.len() as u64)?;
        }
        run.db.write(&run.scope, sales::scoring::learn_soon)?;
        run.note(jobs::Note::from(kernel::Text::new("sample-filled")));
        Ok(())
    }
}

/// Colleagues and the change set.
fn begin(run: &Run) -> Result<Done> {
    let colleagues =
        COLLEAGUES.iter().map(|(name, local)| colleague(run, name, local)).collect::<Result<Vec<_>>>()?;
    let owners = run.scope.actor.user().into_iter().chain(colleagues.iter().copied()).collect();
    run.db.write(&run.scope, |tx| {
        let mut set = ChangeSet::new(tx, LABEL);
        set.store(tx)?;
        let done = Done { began_at: tx.now(), set: set.id, owners, ..Done::default() };
        keep(tx, Some(&Sample { job: run.id, set: Some(set.id), colleagues }))?;
        run.checkpoint(tx, &done)?;
        Ok(done)
    })
}

/// A member whom nobody can sign in as; the one of the run before, when that was killed.
fn colleague(run: &Run, name: &str, local: &str) -> Result<Id> {
    let id = run.id.to_string();
    let email = format!("{local}@{}.example", &id[id.len() - 6..]);
    let user = match run.db.read(&run.scope, |cx| users::find_by_email(cx, &email)) {
        Ok(user) => user.id,
        Err(Error::NotFound) => {
            let new =
                NewUser { email, name: name.to_owned(), password: random::secret(8)?, role: Role::Member };
            identity::create_user(&run.db, &run.scope, &new)?
        }
        Err(error) => return Err(error),
    };
    run.db.write(&Scope::system(run.scope.workspace), |tx| users::disable(tx, user))?;
    Ok(user)
}

fn take(tx: &mut Tx, set: &mut ChangeSet, step: &Step, done: &mut Done) -> Result<()> {
    match step {
        Step::Card { object: name, values, company } => {
            let declared = object(tx, name)?;
            let mut values = values.clone();
            if let Some(company) = company {
                let company = reference::reference("company", done.companies[*company]);
                values.insert("company".to_owned(), company);
            }
            let id = kept(tx, set, &declared, values, done.steps)?;
            match *name {
                "company" => done.companies.push(id),
                "household" => done.households.push(id),
                "deal" => done.deals.push(id),
                "lead" => done.leads.push(id),
                _ => done.people.push(id),
            }
        }
        Step::Change { card, values } => {
            let (name, id) = done.card(*card);
            save::edit(tx, set, &object(tx, name)?, id, values.clone(), &save::Values::new())?.saved()?;
        }
        Step::Became { lead, person } => {
            let person = reference::reference("person", done.people[*person]);
            let values = save::Values::from_iter([("person".to_owned(), person)]);
            save::edit(tx, set, &object(tx, "lead")?, done.leads[*lead], values, &save::Values::new())?
                .saved()?;
        }
        Step::Link { kind, from, to } => {
            links::add(tx, set, &NewLink::new(kind, done.card(*from), done.card(*to)))?;
        }
        Step::Paper { .. } | Step::Ordered { .. } | Step::Paid { .. } => papers::take(tx, set, step, done)?,
        Step::Talk { object: name, about, values } => {
            let (card, id) = done.card(*about);
            let mut values = values.clone();
            values.insert("about".to_owned(), reference::reference(card, id));
            let declared = object(tx, name)?;
            kept(tx, set, &declared, values, done.steps)?;
        }
    }
    done.steps += 1;
    Ok(())
}

/// What the gate says of a mistake in the plan is a fault of ours.
pub(super) fn kept(
    tx: &mut Tx,
    set: &mut ChangeSet,
    declared: &Arc<Object>,
    values: save::Values,
    step: usize,
) -> Result<Id> {
    match save::create(tx, set, declared, values) {
        Err(Error::Invalid(errors)) => Err(Error::Internal(
            anyhow::anyhow!("{}", Error::Invalid(errors))
                .context(format!("step {step} of the sample, a {}", declared.key)),
        )),
        other => Ok(other.with_context(|| format!("step {step} of the sample"))?),
    }
}

impl Done {
    /// Where it has come in the plan.
    pub(super) fn step(&self) -> usize {
        self.steps
    }

    pub(super) fn card(&self, card: Card) -> (&'static str, Id) {
        match card {
            Card::Company(at) => ("company", self.companies[at]),
            Card::Household(at) => ("household", self.households[at]),
            Card::Person(at) => ("person", self.people[at]),
            Card::Deal(at) => ("deal", self.deals[at]),
            Card::Lead(at) => ("lead", self.leads[at]),
            Card::Product(at) => ("product", self.papers.products[at]),
            Card::PriceList(at) => ("price_list", self.papers.price_lists[at]),
            Card::Order(at) => ("order", self.papers.orders[at]),
            Card::Invoice(at) => ("invoice", self.papers.invoices[at]),
        }
    }
}
