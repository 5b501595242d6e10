//! What the table knows about a job, for lists and progress bars.

use kernel::{Cx, Error, Id, Result, Row, Text, Timestamp, Value};
use serde::{Deserialize, Serialize};

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// For its time, or for a worker.
    Waiting,
    Running,
    Done,
    /// It was given up; `error` says why.
    Failed,
    Cancelled,
}

impl State {
    pub const ALL: [State; 5] =
        [State::Waiting, State::Running, State::Done, State::Failed, State::Cancelled];

    pub const fn key(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Running => "running",
            State::Done => "done",
            State::Failed => "failed",
            State::Cancelled => "cancelled",
        }
    }

    pub fn from_key(key: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.key() == key)
    }

    /// Its name in the catalogue.
    pub const fn text(self) -> Text {
        Text::new(match self {
            State::Waiting => "jobs-state-waiting",
            State::Running => "jobs-state-running",
            State::Done => "jobs-state-done",
            State::Failed => "jobs-state-failed",
            State::Cancelled => "jobs-state-cancelled",
        })
    }

    /// Nothing more will happen to it unless somebody asks.
    pub const fn is_over(self) -> bool {
        matches!(self, State::Done | State::Failed | State::Cancelled)
    }
}

/// What a job says about itself while it runs and when it is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Note {
    /// A text of the catalogue, rendered in the reader's language.
    Message { key: String, args: Vec<(String, String)> },
    /// Shown as it is.
    Plain(String),
}

impl From<&str> for Note {
    fn from(text: &str) -> Note {
        Note::Plain(text.to_owned())
    }
}

impl From<Text> for Note {
    fn from(text: Text) -> Note {
        let args = text.args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Note::Message { key: text.key.to_owned(), args }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobRow {
    pub id: Id,
    pub kind: String,
    /// The job itself, as JSON.
    pub input: String,
    pub state: State,
    /// When it may start; for a job that failed before, when it is tried again.
    pub run_at: Timestamp,
    /// How often it was started.
    pub attempts: i64,
    pub progress_done: i64,
    /// 0 while it is unknown.
    pub progress_total: i64,
    pub note: Option<Note>,
    /// What went wrong last, as the log says it; for admins.
    pub error: Option<String>,
    pub cancel_requested: bool,
    pub created_by: Option<Id>,
    pub created_at: Timestamp,
    pub started_at: Option<Timestamp>,
    pub finished_at: Option<Timestamp>,
}

/// Which jobs to list; empty fields leave nothing out.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub state: Option<State>,
    pub kind: Option<String>,
    pub created_by: Option<Id>,
    /// Only jobs older than this one: the last of the page before.
    pub before: Option<Id>,
    /// At most this many; 0 means 50.
    pub limit: u32,
}

const COLUMNS: &str = "id, kind, input, state, run_at, attempts, progress_done, progress_total, note, error, \
    cancel_requested, created_by, created_at, started_at, finished_at";

/// The workspace's jobs, the newest first.
pub fn list(cx: &Cx, filter: &Filter) -> Result<Vec<JobRow>> {
    let mut sql = format!("SELECT {COLUMNS} FROM jobs WHERE workspace_id = ?1");
    let mut params: Vec<Value> = vec![cx.workspace().into()];
    let conditions: [(&str, Option<Value>); 4] = [
        ("state =", filter.state.map(|state| state.key().into())),
        ("kind =", filter.kind.as_ref().map(Value::from)),
        ("created_by =", filter.created_by.map(Value::from)),
        ("id <", filter.before.map(Value::from)),
    ];
    for (condition, value) in conditions {
        if let Some(value) = value {
            params.push(value);
            sql.push_str(&format!(" AND {condition} ?{}", params.len()));
        }
    }
    let limit = if filter.limit == 0 { 50 } else { filter.limit };
    sql.push_str(&format!(" ORDER BY id DESC LIMIT {limit}"));
    cx.query(&sql, &params)?.iter().map(read).collect()
}

/// One job of the workspace.
pub fn find(cx: &Cx, id: Id) -> Result<JobRow> {
    let sql = format!("SELECT {COLUMNS} FROM jobs WHERE workspace_id = ?1 AND id = ?2");
    let row = cx.query_one(&sql, &[cx.workspace().into(), id.into()])?;
    read(&row.ok_or(Error::NotFound)?)
}

fn read(row: &Row) -> Result<JobRow> {
    let state = State::from_key(row.text(3));
    let note: Option<String> = row.get(8)?;
    Ok(JobRow {
        id: row.get(0)?,
        kind: row.get(1)?,
        input: row.get(2)?,
        state: state.ok_or_else(|| Error::internal("a job is in an unknown state"))?,
        run_at: row.get(4)?,
        attempts: row.get(5)?,
        progress_done: row.get(6)?,
        progress_total: row.get(7)?,
        note: note.map(|json| serde_json::from_str(&json)).transpose()?,
        error: row.get(9)?,
        cancel_requested: row.get(10)?,
        created_by: row.get(11)?,
        created_at: row.get(12)?,
        started_at: row.get(13)?,
        finished_at: row.get(14)?,
    })
}
