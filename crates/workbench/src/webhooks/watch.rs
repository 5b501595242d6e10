//! Who is to be told, in memory, so that a change in a workspace without webhooks costs nothing; and the job that a
//! change asks for, one at a time for each webhook.

use std::{collections::HashMap, sync::Arc};

use kernel::{
    Db, Event, Id, Result, Scope, Timestamp,
    clock::{MINUTE, SECOND},
    db::Dialect,
};
use outgoing::Reach;
use parking_lot::{Mutex, RwLock};

use super::deliver;

/// What is announced when webhooks themselves change.
pub(super) const TOPIC: &str = "webhooks";

/// A part of the database, shared by the listener and the jobs.
#[derive(Debug)]
pub struct Watch {
    pub reach: Reach,
    active: RwLock<HashMap<Id, Vec<Id>>>,
    /// Webhooks for which a job was asked that has not begun here, and when.
    asked: Mutex<HashMap<Id, Timestamp>>,
}

impl Watch {
    /// Reads who is to be told, and listens from now on.
    pub fn start(db: &Db, reach: Reach) -> Result<()> {
        let watch = Arc::new(Watch { reach, active: RwLock::default(), asked: Mutex::default() });
        watch.look(db)?;
        db.provide(watch.clone());
        let listening = watch.clone();
        // The listener lives in the database, so it must not keep the database alive.
        let weak = db.downgrade();
        db.listen(move |workspace, events| {
            if let Some(db) = weak.upgrade() {
                listening.heard(&db, workspace, events);
            }
        });
        Ok(())
    }

    fn heard(&self, db: &Db, workspace: Id, events: &[Event]) {
        let told = if events.iter().any(|event| event.topic == TOPIC) {
            self.look(db)
        } else if events.iter().any(|event| is_change(&event.topic)) {
            self.ask(db, workspace)
        } else {
            Ok(())
        };
        if let Err(error) = told {
            tracing::warn!(%error, "A webhook could not be asked for; it will be within a minute");
        }
    }

    /// Asks for the jobs of a workspace.
    fn ask(&self, db: &Db, workspace: Id) -> Result<()> {
        let webhooks = self.active.read().get(&workspace).cloned().unwrap_or_default();
        let now = db.clock().now();
        let wanted: Vec<Id> = webhooks.into_iter().filter(|webhook| self.may_ask(*webhook, now)).collect();
        if wanted.is_empty() {
            return Ok(());
        }
        // PostgreSQL shows a change in the feed a little later.
        let pause = if db.dialect() == Dialect::Postgres { 3 * SECOND } else { 0 };
        db.write_unsynced(&Scope::system(workspace).through("job"), |tx| {
            let at: Timestamp = tx.now().plus(pause);
            wanted.iter().try_for_each(|webhook| deliver::at(tx, *webhook, at))
        })
    }

    /// Whether no job was asked for lately that has not begun; then one is, now.
    pub(super) fn may_ask(&self, webhook: Id, now: Timestamp) -> bool {
        let mut asked = self.asked.lock();
        // Another process may have run it.
        let open = asked.get(&webhook).is_some_and(|at| at.plus(MINUTE) > now);
        if !open {
            asked.insert(webhook, now);
        }
        !open
    }

    pub(super) fn begun(&self, webhook: Id) {
        self.asked.lock().remove(&webhook);
    }

    /// Reads who is to be told.
    pub(super) fn look(&self, db: &Db) -> Result<()> {
        let rows = db.read(&Scope::global(), |cx| {
            // Of all workspaces: the list of whom to tell is kept for the whole process.
            cx.query("SELECT workspace_id, id FROM webhooks WHERE paused_at IS NULL", &[])
        })?;
        let mut active: HashMap<Id, Vec<Id>> = HashMap::new();
        for row in &rows {
            active.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
        *self.active.write() = active;
        Ok(())
    }

    pub(super) fn all(&self) -> Vec<(Id, Vec<Id>)> {
        self.active.read().iter().map(|(workspace, webhooks)| (*workspace, webhooks.clone())).collect()
    }
}

/// Records announce themselves by their object's key, relations by their cards.
fn is_change(topic: &str) -> bool {
    !matches!(topic, "jobs" | "members" | "api_keys" | TOPIC) && !topic.starts_with("job:")
}
