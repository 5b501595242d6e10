//! Which kinds of jobs this binary can run, and which it starts on a schedule.

use std::{collections::BTreeMap, time::Duration};

use anyhow::Context;
use kernel::{Db, Id, Result, Scope, Tx};

use crate::{
    queue::{self, Job},
    run::Run,
    tidy::Tidy,
};

type Work = Box<dyn Fn(&str, &Run) -> Result<()> + Send + Sync>;
type Start = Box<dyn Fn(&mut Tx) -> Result<Id> + Send + Sync>;

/// Filled at start-up, then given to the [`crate::Runner`].
pub struct Registry {
    works: BTreeMap<&'static str, Work>,
    pub(crate) schedules: Vec<Schedule>,
    shape_scope: fn(&Db, &Scope) -> Scope,
    over: fn(&mut Tx, Id) -> Result<()>,
}

pub(crate) struct Schedule {
    pub(crate) kind: &'static str,
    pub(crate) every: Duration,
    pub(crate) start: Start,
}

impl Default for Registry {
    fn default() -> Registry {
        Registry::new()
    }
}

impl Registry {
    /// Knows only how to tidy up after the jobs themselves.
    pub fn new() -> Registry {
        let mut registry = Registry {
            works: BTreeMap::new(),
            schedules: Vec::new(),
            shape_scope: |_, scope| scope.clone(),
            over: |_, _| Ok(()),
        };
        registry.every(Duration::from_secs(24 * 60 * 60), Tidy {});
        registry
    }

    /// Jobs of this kind are run from now on. Kinds that no runner knows wait.
    pub fn register<J: Job>(&mut self) {
        let work: Work = Box::new(|input, run| {
            let job: J = serde_json::from_str(input).with_context(|| format!("reading a {} job", J::KIND))?;
            job.run(run)
        });
        self.works.insert(J::KIND, work);
    }

    /// Runs the job in this rhythm, in the nil workspace as Kartotek itself, once for all processes, and not while
    /// the one before has not ended. One schedule per kind.
    pub fn every<J: Job + Sync>(&mut self, every: Duration, job: J) {
        self.register::<J>();
        self.schedules.retain(|schedule| schedule.kind != J::KIND);
        let start: Start = Box::new(move |tx| queue::enqueue(tx, &job));
        self.schedules.push(Schedule { kind: J::KIND, every, start });
    }

    /// Lets the application complete the scope before a job runs, such as with the language of who asked.
    pub fn scope_with(&mut self, shape: fn(&Db, &Scope) -> Scope) {
        self.shape_scope = shape;
    }

    /// Lets the application tell whoever waits that a job is done or was given up, in the transaction that says so.
    pub fn when_over(&mut self, over: fn(&mut Tx, Id) -> Result<()>) {
        self.over = over;
    }

    pub(crate) fn over(&self) -> fn(&mut Tx, Id) -> Result<()> {
        self.over
    }

    pub(crate) fn scope(&self, db: &Db, scope: &Scope) -> Scope {
        (self.shape_scope)(db, scope)
    }

    pub(crate) fn kinds(&self) -> impl Iterator<Item = &'static str> {
        self.works.keys().copied()
    }

    pub(crate) fn work(&self, kind: &str) -> Option<&Work> {
        self.works.get(kind)
    }
}
