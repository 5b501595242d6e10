//! Import: a file of cards becomes records, as a job that survives everything. A file is begun, looked at, mapped,
//! tried and started; what it did is one change set, so it can be undone as a whole.
//!
//! What a vCard or a column says that no field holds is kept as JSON in the field of the meaning
//! [`crate::Meaning::Foreign`]: a [`formats::vcard::Card`] of the rest, which the export puts back in its place.

mod bad;
mod called;
mod cards;
mod columns;
mod desk;
mod draft;
mod dry_run;
mod foreign;
mod job;
mod mapping;
mod merge;
mod plan;
mod preview;
mod relations;
mod row;
mod scan;
mod source;
pub(crate) mod style;
mod table;
mod vocabulary;

use std::{collections::HashMap, path::Path, sync::Arc};

use formats::{delimited, encoding::Encoding, recognise};
use kernel::{Cx, Error, Id, Result, Text, Timestamp, Tx};
use serde::{Deserialize, Serialize};

pub use self::{
    bad::{BadRow, Problem, bad_rows, write_bad_rows, write_bad_workbook},
    dry_run::{Action, DryRow, DryRun, DryRunJob, dry_run},
    job::ImportJob,
    mapping::{Column, Mapping},
    preview::{ColumnPreview, Preview, preview},
    source::{is_backup, keep},
    style::Style,
    vocabulary::{Choice, choices},
};
pub(crate) use self::{
    cards::{Understood, is_organisation, uid_of, understood},
    draft::Title,
    foreign::Foreign,
    merge::identity,
    row::mark_undone,
};
use crate::{
    access::{self, Verb},
    field::Reading,
    object,
};

/// One import, from its file to its end.
#[derive(Debug, Clone)]
pub struct Import {
    pub id: Id,
    pub file_name: String,
    /// Where the file lies until the import is over.
    pub path: String,
    pub format: Format,
    pub encoding: Encoding,
    /// Of a table; says nothing of a vCard.
    pub dialect: delimited::Dialect,
    pub source: recognise::Source,
    pub mapping: Mapping,
    pub mode: Mode,
    /// Fields by which a row finds its card, the first first; `uid` is what another program calls it.
    pub match_by: Vec<String>,
    pub state: State,
    pub totals: Totals,
    /// What the last dry run of the whole file counted.
    pub expected: Option<Totals>,
    /// Rows a second, of the run that goes on or of the last one.
    pub rate: u64,
    pub set: Option<Id>,
    pub job: Option<Id>,
    pub created_by: Option<Id>,
    pub created_at: Timestamp,
    pub started_at: Option<Timestamp>,
    pub finished_at: Option<Timestamp>,
}

impl Format {
    /// Its rows have columns, which are mapped.
    pub fn is_table(self) -> bool {
        self != Format::VCard
    }
}

impl Import {
    /// Seconds until it is done, at the rate so far.
    pub fn seconds_left(&self) -> Option<u64> {
        let left = self.totals.rows_total.saturating_sub(self.totals.rows);
        (self.rate > 0 && self.state == State::Running).then(|| left / self.rate + 1)
    }
}

macro_rules! keyed {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $key:literal),* $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $key)] $variant),* }

        impl $name {
            pub const ALL: &[$name] = &[$($name::$variant),*];

            pub const fn key(self) -> &'static str {
                match self { $($name::$variant => $key),* }
            }

            pub fn from_key(key: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|known| known.key() == key)
            }
        }
    };
}

keyed!(
    /// The kinds of files.
    Format {
        Delimited = "delimited",
        /// `.xlsx`; one of its sheets is the table.
        Workbook = "workbook",
        VCard = "vcard",
    }
);
keyed!(
    /// What becomes of a row, by whether a card matches it.
    Mode {
        /// New cards only; a row that matches one is passed over.
        Create = "create",
        /// Cards that are there only; a row that matches none is passed over.
        Update = "update",
        Both = "both",
    }
);
keyed!(
    /// Where an import stands.
    State {
        /// Its columns are being mapped.
        Mapping = "mapping",
        DryRun = "dry_run",
        Running = "running",
        Done = "done",
        Failed = "failed",
        Undone = "undone",
        Cancelled = "cancelled",
    }
);

/// What was counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Totals {
    /// Rows or cards of the file; 0 while it is unknown.
    pub rows_total: u64,
    /// Rows or cards gone through.
    pub rows: u64,
    pub created: u64,
    pub updated: u64,
    pub unchanged: u64,
    pub skipped: u64,
    pub bad: u64,
    /// Cards that were created because rows name them, such as companies.
    pub named: u64,
    /// Created cards that may be the same as one that was there.
    pub alike: u64,
}

/// Looks at a file that [`keep`] stored, and proposes how to read and map it.
pub fn begin(tx: &mut Tx, file_name: &str, path: &Path) -> Result<Id> {
    let opened = source::examine(path, Some(file_name))?;
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    let called =
        [opened.title.as_str(), stem].into_iter().find_map(|name| vocabulary::object_called(tx, name));
    let mapped = match &called {
        Some(object) => object.clone(),
        None => vocabulary::first_object(tx)?,
    };
    let id = tx.new_id();
    let mut import = Import {
        id,
        file_name: file_name.chars().filter(|c| !c.is_control()).take(200).collect(),
        path: path.to_string_lossy().into_owned(),
        format: opened.format,
        encoding: opened.encoding,
        dialect: opened.dialect,
        source: recognise::Source::Unknown,
        mapping: Mapping { object: mapped.key.to_owned(), columns: Vec::new() },
        mode: Mode::Both,
        match_by: Vec::new(),
        state: State::Mapping,
        totals: Totals::default(),
        expected: None,
        rate: 0,
        set: None,
        job: None,
        created_by: tx.actor().user(),
        created_at: tx.now(),
        started_at: None,
        finished_at: None,
    };
    if called.is_none() && import.format.is_table() {
        let head = source::Head::read(&import, 1)?;
        import.mapping.object = vocabulary::object_with(tx, &head.headers)?.key.to_owned();
    }
    access::require(tx, &*object::object(tx, &import.mapping.object)?, Verb::Import)?;
    propose(tx, &mut import)?;
    row::insert(tx, &import)?;
    tell(tx, id);
    Ok(id)
}

/// Who the workspace's users are, for columns that name one: a part that the application provides.
pub struct Members(pub fn(&Cx) -> Result<HashMap<Id, String>>);

/// How an import reads values: with the names of the users.
pub(crate) fn reading(cx: &Cx) -> Result<Reading> {
    let users = Arc::new((cx.part::<Members>().0)(cx)?);
    Ok(Reading { users, ..Reading::plain(cx) })
}

/// How a file is read, when the guess was wrong.
#[derive(Debug, Clone)]
pub struct Options {
    pub encoding: Encoding,
    pub separator: u8,
    pub has_header: bool,
    /// Of a workbook, from 0.
    pub sheet: Option<usize>,
}

/// Reads the file in another way and proposes its mapping anew.
pub fn set_options(tx: &mut Tx, id: Id, options: &Options) -> Result<()> {
    let mut import = changeable(tx, id)?;
    import.encoding = options.encoding;
    import.dialect.separator = options.separator;
    import.dialect.has_header = options.has_header;
    if let Some(sheet) = options.sheet.filter(|sheet| import.dialect.sheet != Some(*sheet)) {
        import.dialect = source::sheet(&source::workbook(Path::new(&import.path))?, sheet)?;
    }
    propose(tx, &mut import)?;
    row::update(tx, &import)?;
    tell(tx, id);
    Ok(())
}

/// Proposes the columns anew for another object, such as companies.
pub fn set_object(tx: &mut Tx, id: Id, object: &str) -> Result<()> {
    let mut import = changeable(tx, id)?;
    import.mapping.object = object::object(tx, object)?.key.to_owned();
    propose(tx, &mut import)?;
    row::update(tx, &import)?;
    tell(tx, id);
    Ok(())
}

/// Says what each column is, what becomes of the rows, and by which fields they find their cards.
pub fn set_mapping(tx: &mut Tx, id: Id, mapping: Mapping, mode: Mode, match_by: &[String]) -> Result<()> {
    let mut import = changeable(tx, id)?;
    let object = object::object(tx, &mapping.object)?;
    // Nothing of a vCard is mapped.
    if import.format.is_table() {
        mapping.check(&object)?;
    }
    plan::check_match(&object, match_by)?;
    if mode == Mode::Update && match_by.is_empty() {
        return Err(Error::invalid("match_by", "import-match-needed"));
    }
    import.mapping = mapping;
    import.mode = mode;
    import.match_by = match_by.to_vec();
    import.expected = None;
    row::update(tx, &import)?;
    tell(tx, id);
    Ok(())
}

/// Counts what would become of the whole file; the answer is [`Import::expected`].
pub fn start_dry_run(tx: &mut Tx, id: Id) -> Result<Id> {
    let mut import = changeable(tx, id)?;
    let job = jobs::enqueue(tx, &DryRunJob { import: id })?;
    import.state = State::DryRun;
    import.job = Some(job);
    row::update(tx, &import)?;
    tell(tx, id);
    Ok(job)
}

/// Puts the import into the queue; the id of its job.
pub fn start(tx: &mut Tx, id: Id) -> Result<Id> {
    let mut import = changeable(tx, id)?;
    let object = object::object(tx, &import.mapping.object)?;
    access::require(tx, &object, Verb::Import)?;
    if import.format.is_table() {
        import.mapping.check(&object)?;
    }
    let job = jobs::enqueue(tx, &ImportJob { import: id })?;
    import.state = State::Running;
    import.job = Some(job);
    import.started_at = Some(tx.now());
    row::update(tx, &import)?;
    tell(tx, id);
    Ok(job)
}

/// Stops an import; what it has done stays, and can be undone.
pub fn cancel(tx: &mut Tx, id: Id) -> Result<()> {
    let mut import = find(tx, id)?;
    if !matches!(import.state, State::Mapping | State::DryRun | State::Running | State::Failed) {
        return Ok(());
    }
    if let Some(job) = import.job.filter(|_| import.state != State::Mapping) {
        jobs::cancel(tx, job)?;
        if jobs::find(tx, job)?.state == jobs::State::Running {
            return Ok(());
        }
    }
    import.state = if import.state == State::DryRun { State::Mapping } else { State::Cancelled };
    import.finished_at = (import.state == State::Cancelled).then(|| tx.now());
    row::update(tx, &import)?;
    tell(tx, id);
    Ok(())
}

/// Takes back all that the import did, as a job; the id of the job.
pub fn undo(tx: &mut Tx, id: Id) -> Result<Id> {
    let import = find(tx, id)?;
    match (import.state, import.set) {
        (State::Done | State::Failed | State::Cancelled, Some(set)) => crate::undo::start(tx, set),
        _ => Err(Error::conflict("import-nothing-to-undo")),
    }
}

/// One import.
pub fn find(cx: &Cx, id: Id) -> Result<Import> {
    row::find(cx, id)
}

/// The imports of the workspace, newest first.
pub fn list(cx: &Cx, before: Option<Id>, limit: usize) -> Result<Vec<Import>> {
    row::list(cx, before, limit)
}

/// The imports that this user has running, for the foot of every page.
pub fn under_way(cx: &Cx, user: Id) -> Result<Vec<Import>> {
    row::under_way(cx, user)
}

/// Registers the jobs of imports, exports and long undos.
pub fn register(registry: &mut jobs::Registry) {
    registry.register::<ImportJob>();
    registry.register::<DryRunJob>();
    registry.register::<crate::bulk::BulkJob>();
    registry.register::<crate::shape::Recalculate>();
    registry.register::<crate::own::index::IndexJob>();
    registry.register::<crate::tally::TallyJob>();
    registry.register::<crate::tally::SettleJob>();
    registry.register::<crate::shape::convert::Convert>();
    crate::shape::daily::register(registry);
    registry.register::<crate::undo::UndoJob>();
    registry.register::<crate::export::WorkspaceExportJob>();
}

fn changeable(tx: &Tx, id: Id) -> Result<Import> {
    let import = find(tx, id)?;
    match import.state {
        State::Mapping => Ok(import),
        _ => Err(Error::Conflict(Text::new("import-started-already"))),
    }
}

fn propose(cx: &Cx, import: &mut Import) -> Result<()> {
    let object = object::object(cx, &import.mapping.object)?;
    if import.format.is_table() {
        let head = source::Head::read(import, preview::ROWS)?;
        let headers: Vec<&str> = head.headers.iter().map(String::as_str).collect();
        import.source = recognise::recognise(&headers);
        import.mapping.columns = vocabulary::columns(&object, &head);
    }
    import.match_by = vocabulary::match_by(&object, import);
    Ok(())
}

pub(crate) fn tell(tx: &mut Tx, id: Id) {
    tx.emit("imports");
    tx.emit(format!("import:{id}"));
}
