//! Export: any list as CSV, a workbook or vCards, and a whole workspace as an archive that is restored elsewhere, also in the
//! other database.

pub(crate) mod card;
mod csv;
mod list;
mod restore;
mod tables;
mod template;
mod vcards;
mod workspace;
mod xlsx;

use std::{collections::HashMap, sync::Arc};

use kernel::{Cx, Error, Id, Result, Tx};

pub use self::{
    csv::csv,
    restore::{Restored, restore},
    tables::{Column, ColumnType, TableRows},
    template::template,
    vcards::vcard,
    workspace::{Manifest, WorkspaceExportJob, exported_file, workspace},
    xlsx::xlsx,
};
use crate::{Json, Object, Query};

/// Records to be exported: those that a list shows.
#[derive(Debug, Clone)]
pub struct Listing<'a> {
    pub object: &'a Arc<Object>,
    pub query: &'a Query,
    /// The columns of a table, by key; all but hidden ones when empty.
    pub fields: &'a [&'a str],
    /// Names of users, for fields that name one.
    pub users: Arc<HashMap<Id, String>>,
}

/// Rows of another crate's tables that belong to a workspace, such as its settings.
pub trait Extra: Send + Sync {
    /// Of its file in the archive; never changed once released.
    fn name(&self) -> &str;

    /// Gives each row to `each`, as an object.
    fn write(&self, cx: &Cx, each: &mut dyn FnMut(Json) -> Result<()>) -> Result<()>;

    /// Puts a row back.
    fn restore(&self, tx: &mut Tx, row: &Json) -> Result<()>;
}

/// All of them: a part that the application provides.
#[derive(Default)]
pub struct Extras(pub Vec<Box<dyn Extra>>);

/// Records fetched at once.
const PAGE: usize = 500;

/// Errors of the archive are the file's, not ours.
fn damaged(cause: impl std::fmt::Display) -> Error {
    tracing::warn!(%cause, "an archive could not be read");
    Error::invalid("file", "backup-damaged")
}
