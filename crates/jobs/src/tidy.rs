//! Forgets jobs that were over a month ago.

use kernel::{Result, Scope, clock::DAY};
use serde::{Deserialize, Serialize};

use crate::{queue::Job, run::Run};

#[derive(Serialize, Deserialize)]
pub(crate) struct Tidy {}

impl Job for Tidy {
    const KIND: &'static str = "jobs.tidy";

    fn run(&self, run: &Run) -> Result<()> {
        let mut deleted = 0;
        loop {
            let now = run.db.write(&Scope::global(), |tx| {
                let before = tx.now().plus(-30 * DAY);
                // In small bites, so that nobody waits long for the writer.
                tx.execute(
                    "DELETE FROM jobs WHERE (workspace_id, id) IN (SELECT workspace_id, id FROM jobs \
                     WHERE state IN ('done', 'failed', 'cancelled') AND finished_at < ?1 LIMIT 1000)",
                    &[before.into()],
                )
            })?;
            deleted += now;
            if now == 0 {
                return Ok(());
            }
            run.progress(deleted, 0)?;
        }
    }
}
