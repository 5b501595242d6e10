//! What a change set of very many records holds back until the end of its transaction. Lookup keys are written in the
//! order of their index: at a million cards each one out of order touches a page of its own. The words of the search
//! are written one after another: FTS5 flushes what it has gathered whenever another statement may fail half-way.

use std::{borrow::Cow, collections::HashSet, sync::LazyLock};

use kernel::{Id, Result, Tx, Value};

use crate::{
    Record,
    lookups::Lookup,
    record::marks,
    roll_up::{self, Stale},
    search::index::{self, Document},
    tally::Moves,
};

#[derive(Debug, Default)]
pub(crate) struct Bulk {
    keys: Vec<(Lookup, Id, &'static str)>,
    documents: Vec<(Id, &'static str, Document)>,
    /// Cards whose roll-ups are out of date.
    stale: HashSet<Stale>,
    /// What the new records add to the tallies of their objects.
    pub(crate) tallied: Moves,
    /// Created by this transaction.
    new: HashSet<Id>,
    /// Known to exist, though not new.
    known: HashSet<Id>,
}

/// Rows of one statement; SQLite and PostgreSQL take many more parameters.
const TOGETHER: usize = 50;
const COLUMNS: usize = 6;

impl Bulk {
    pub(crate) fn created(
        &mut self,
        record: &Record,
        keys: Vec<Lookup>,
        document: Document,
        stale: HashSet<Stale>,
    ) {
        self.stale.extend(stale);
        self.new.insert(record.id);
        self.keys.extend(keys.into_iter().map(|key| (key, record.id, record.object.key)));
        self.documents.push((record.id, record.object.key, document));
    }

    /// The roll-ups of these cards change with what was written.
    pub(crate) fn outdated(&mut self, stale: HashSet<Stale>) {
        self.stale.extend(stale);
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
        index::add_all(tx, std::mem::take(&mut self.documents))?;
        std::mem::take(&mut self.tallied).write(tx)?;
        let mut keys = std::mem::take(&mut self.keys);
        keys.sort_unstable_by(|one, other| {
            (one.0.kind, &one.0.value, one.1).cmp(&(other.0.kind, &other.0.value, other.1))
        });
        let workspace = Value::from(tx.workspace());
        let mut keys = keys.into_iter().peekable();
        while keys.peek().is_some() {
            let mut params: Vec<Value> = Vec::with_capacity(TOGETHER * COLUMNS);
            for (key, record, object) in keys.by_ref().take(TOGETHER) {
                params.extend([
                    workspace.clone(),
                    key.kind.into(),
                    key.value.into(),
                    record.into(),
                    object.into(),
                    key.detail.into(),
                ]);
            }
            let sql = match params.len() / COLUMNS {
                TOGETHER => Cow::Borrowed(&**WHOLE),
                fewer => Cow::Owned(statement(fewer)),
            };
            tx.execute(&sql, &params)?;
        }
        roll_up::refresh(tx, std::mem::take(&mut self.stale))
    }
}

static WHOLE: LazyLock<String> = LazyLock::new(|| statement(TOGETHER));

fn statement(rows: usize) -> String {
    let row = |at: usize| format!("({})", marks(1 + at * COLUMNS, COLUMNS));
    let rows = (0..rows).map(row).collect::<Vec<_>>().join(", ");
    format!(
        "INSERT INTO lookups (workspace_id, kind, value, record_id, object, detail) VALUES {rows} ON CONFLICT DO NOTHING"
    )
}
