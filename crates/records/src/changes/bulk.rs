//! What a change set of very many records holds back until the end of its transaction, so that it is written in the
//! order of the index: at a million cards every key written out of order touches a page of its own.

use std::collections::HashSet;

use kernel::{Id, Result, Tx, Value};

use crate::{Record, lookups::Lookup, record::marks};

#[derive(Debug, Default)]
pub(crate) struct Bulk {
    keys: Vec<(Lookup, Id, &'static str)>,
    /// Created by this transaction.
    new: HashSet<Id>,
    /// Known to exist, though not new.
    known: HashSet<Id>,
}

/// Rows of one statement; SQLite and PostgreSQL take many more parameters.
const TOGETHER: usize = 50;

impl Bulk {
    pub(crate) fn created(&mut self, record: &Record, keys: Vec<Lookup>) {
        self.new.insert(record.id);
        self.keys.extend(keys.into_iter().map(|key| (key, record.id, record.object.key)));
    }

    pub(crate) fn is_new(&self, record: Id) -> bool {
        self.new.contains(&record)
    }

    pub(crate) fn is_known(&self, record: Id) -> bool {
        self.known.contains(&record)
    }

    pub(crate) fn know(&mut self, record: Id) {
        self.known.insert(record);
    }

    /// Writes what was held back.
    pub(crate) fn write(&mut self, tx: &mut Tx) -> Result<()> {
        let mut keys = std::mem::take(&mut self.keys);
        keys.sort_unstable_by(|one, other| {
            (one.0.kind, &one.0.value, one.1).cmp(&(other.0.kind, &other.0.value, other.1))
        });
        let workspace = Value::from(tx.workspace());
        let mut keys = keys.into_iter().peekable();
        while keys.peek().is_some() {
            let mut params: Vec<Value> = Vec::with_capacity(TOGETHER * 5);
            for (key, record, object) in keys.by_ref().take(TOGETHER) {
                params.extend([
                    workspace.clone(),
                    key.kind.into(),
                    key.value.into(),
                    record.into(),
                    object.into(),
                ]);
            }
            tx.execute(&statement(params.len() / 5), &params)?;
        }
        Ok(())
    }
}

fn statement(rows: usize) -> String {
    let row = |at: usize| format!("({})", marks(1 + at * 5, 5));
    let rows = (0..rows).map(row).collect::<Vec<_>>().join(", ");
    format!(
        "INSERT INTO lookups (workspace_id, kind, value, record_id, object) VALUES {rows} ON CONFLICT DO NOTHING"
    )
}
