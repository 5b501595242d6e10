//! The jobs the tests play with. What they did is kept by workspace, because each test has its own.

use std::{collections::HashMap, sync::LazyLock, thread};

use jobs::{Job, Run};
use kernel::{Error, Id, Result, Text};
use parking_lot::{Condvar, Mutex};
use serde::{Deserialize, Serialize};

static SAID: LazyLock<Mutex<HashMap<Id, Vec<String>>>> = LazyLock::new(Mutex::default);

/// What the jobs of a workspace said.
pub(crate) fn said(workspace: Id) -> Vec<String> {
    SAID.lock().get(&workspace).cloned().unwrap_or_default()
}

fn say(workspace: Id, words: String) {
    SAID.lock().entry(workspace).or_default().push(words);
}

/// Says a word.
#[derive(Serialize, Deserialize)]
pub(crate) struct Say {
    pub(crate) word: String,
}

impl Job for Say {
    const KIND: &'static str = "test.say";
    fn run(&self, run: &Run) -> Result<()> {
        say(run.scope.workspace, self.word.clone());
        run.note(Text::new("test-said").with("word", &self.word));
        Ok(())
    }
}

/// Says who asked, and in which language.
#[derive(Serialize, Deserialize)]
pub(crate) struct WhoAsked {}

impl Job for WhoAsked {
    const KIND: &'static str = "test.who-asked";
    fn run(&self, run: &Run) -> Result<()> {
        let role = run.scope.actor.role().key();
        let language = run.scope.locality.language.code();
        let asker = run.scope.actor.user().map(|id| id.to_string()).unwrap_or_default();
        say(run.scope.workspace, format!("{asker} {role} {language} {}", run.scope.through));
        Ok(())
    }
}

/// Fails in some way as long as `times` says.
#[derive(Serialize, Deserialize)]
pub(crate) struct Fail {
    pub(crate) how: How,
    pub(crate) times: i64,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
pub(crate) enum How {
    Internal,
    Invalid,
    Panic,
}

impl Job for Fail {
    const KIND: &'static str = "test.fail";
    fn run(&self, run: &Run) -> Result<()> {
        if run.attempt > self.times {
            return Ok(());
        }
        match self.how {
            How::Internal => Err(Error::internal("the printer is on fire")),
            How::Invalid => Err(Error::invalid("paper", "test-paper-missing")),
            How::Panic => panic!("no paper at all"),
        }
    }
}

/// Makes progress until it is told to stop.
#[derive(Serialize, Deserialize)]
pub(crate) struct Endless {}

impl Job for Endless {
    const KIND: &'static str = "test.endless";
    fn run(&self, run: &Run) -> Result<()> {
        for step in 1.. {
            run.progress(step, 0)?;
            thread::yield_now();
        }
        Ok(())
    }
}

/// Writes the numbers from 1, each in the same transaction as the checkpoint after it.
#[derive(Serialize, Deserialize)]
pub(crate) struct Count {
    pub(crate) to: i64,
    /// The first run hangs before this number until [`let_go`].
    pub(crate) hang_before: Option<i64>,
}

impl Job for Count {
    const KIND: &'static str = "test.count";
    fn run(&self, run: &Run) -> Result<()> {
        let counted: i64 = run.last_checkpoint()?.unwrap_or(0);
        for number in counted + 1..=self.to {
            if run.attempt == 1 && self.hang_before == Some(number) {
                hang(run.scope.workspace);
            }
            run.db.write(&run.scope, |tx| {
                tx.execute("INSERT INTO counted (number) VALUES (?1)", &[number.into()])?;
                run.checkpoint(tx, &number)
            })?;
            run.progress(number as u64, self.to as u64)?;
        }
        Ok(())
    }
}

static HANGING: Mutex<Vec<Id>> = Mutex::new(Vec::new());
static CHANGED: Condvar = Condvar::new();

fn hang(workspace: Id) {
    let mut hanging = HANGING.lock();
    hanging.push(workspace);
    CHANGED.notify_all();
    CHANGED.wait_while(&mut hanging, |hanging| hanging.contains(&workspace));
}

/// Waits until a job of the workspace hangs.
pub(crate) fn until_hanging(workspace: Id) {
    CHANGED.wait_while(&mut HANGING.lock(), |hanging| !hanging.contains(&workspace));
}

/// Waits until two do.
pub(crate) fn until_hanging_twice(workspace: Id) {
    let both = |hanging: &mut Vec<Id>| hanging.iter().filter(|id| **id == workspace).count() < 2;
    CHANGED.wait_while(&mut HANGING.lock(), both);
}

pub(crate) fn let_go(workspace: Id) {
    HANGING.lock().retain(|hanging| *hanging != workspace);
    CHANGED.notify_all();
}

/// Knows the whole cast.
pub(crate) fn registry() -> jobs::Registry {
    let mut registry = jobs::Registry::new();
    registry.register::<Say>();
    registry.register::<WhoAsked>();
    registry.register::<Fail>();
    registry.register::<Endless>();
    registry.register::<Count>();
    registry
}
