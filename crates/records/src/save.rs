//! The only gate for writes. Pages, imports, the API and automations all come through here, obey the same rules and
//! leave the same history.

mod create;
mod edit;
mod erase;
mod follow;
mod prepared;
mod trash;

pub(crate) use create::{columns, complete, insert};
pub use create::{create, create_prepared};
pub use edit::{Clash, Edited, derive, derive_numbers, edit, rehearse};
pub(crate) use edit::{completed_edit, may_edit, put, rederive, replace, rewrite, settled};
pub use erase::{erase, forget_empty_set, unmake};
pub use prepared::Prepared;
pub(crate) use trash::put_aside;
pub use trash::{restore, trash};

use crate::Json;

/// Values by field key.
pub type Values = serde_json::Map<String, Json>;
