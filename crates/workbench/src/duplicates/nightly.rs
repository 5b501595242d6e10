//! Every night, while nobody works, all cards of every workspace are compared.

use jobs::{Job, Run};
use kernel::{Db, Result, Scope, Timestamp, clock::HOUR};
use records::duplicates;
use serde::{Deserialize, Serialize};

/// Looks, once an hour, where it is night and the cards were not compared since yesterday.
#[derive(Debug, Serialize, Deserialize)]
pub struct NightlyScan {}

/// The first hour of the night and the first after it, where the workspace is.
const NIGHT: std::ops::Range<i8> = 1..5;

impl Job for NightlyScan {
    const KIND: &'static str = "workbench.nightly";

    fn run(&self, run: &Run) -> Result<()> {
        let workspaces = run.db.read(&Scope::global(), identity::workspaces::all)?;
        for workspace in workspaces {
            let hour = |now: Timestamp| now.in_zone(&workspace.locality().time_zone).hour();
            let scope = Scope::system(workspace.id);
            if NIGHT.contains(&hour(run.db.clock().now())) && is_due(&run.db, &scope)? {
                run.db.write(&scope, duplicates::scan_all)?;
            }
        }
        Ok(())
    }
}

fn is_due(db: &Db, scope: &Scope) -> Result<bool> {
    db.read(scope, |cx| {
        let yesterday = cx.now().plus(-20 * HOUR);
        for object in records::catalog(cx)?.cards() {
            if duplicates::last_scan(cx, object)?.is_none_or(|last| last.at < yesterday) {
                return Ok(true);
            }
        }
        Ok(false)
    })
}

/// The jobs that compare cards.
pub fn register(registry: &mut jobs::Registry) {
    registry.register::<duplicates::ScanJob>();
    registry.register::<duplicates::night::UndoNights>();
    registry.every(std::time::Duration::from_secs(60 * 60), NightlyScan {});
}
