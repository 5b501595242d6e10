//! Very many values brought over to another type.

use jobs::{Job, Run};
use kernel::{Id, Result};
use serde::{Deserialize, Serialize};

use super::{super::walk::walk, finish, page};

/// Brings the values of one field over to its type.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Convert {
    pub object: String,
    pub field: String,
    /// The change set it becomes.
    pub set: Id,
}

impl Job for Convert {
    const KIND: &'static str = "records.convert";

    fn run(&self, run: &Run) -> Result<()> {
        walk(run, &self.object, |tx, after| page(tx, &self.object, &self.field, after))?;
        run.db.write(&run.scope, |tx| finish(tx, &self.object, &self.field, self.set))
    }
}
