//! Who may see and change what. Rules are conditions inside every statement that reads records, so lists, counts,
//! sums, search, exports and the API cannot leak what a page hides.

use kernel::{Cx, Error, Result, Role};
use sea_query::{Alias, Condition, Expr, ExprTrait};

use crate::object::Object;

/// `NotFound` when the actor may see no record of this object. Every role sees every object for now.
pub fn may_see(cx: &Cx, _object: &Object) -> Result<()> {
    if cx.workspace().is_nil() { Err(Error::NotFound) } else { Ok(()) }
}

/// `Denied` unless the actor may write.
pub fn may_change(cx: &Cx, object: &Object) -> Result<()> {
    may_see(cx, object)?;
    cx.require(Role::Member)
}

/// The condition that tells an object's records from others in the same table; nothing when it has its own. Keys hold no
/// quotes.
pub(crate) fn of_object(object: &Object, alias: &str) -> String {
    if object.shares_table { format!(" AND {alias}.\"object\" = '{}'", object.key) } else { String::new() }
}

/// The records of an object that the actor may see, as a condition on the alias of its table.
pub(crate) fn visible(cx: &Cx, object: &Object, alias: &str) -> Condition {
    all(cx, object, alias)
}

/// All records of an object, for what is computed for everybody.
pub(crate) fn all(cx: &Cx, object: &Object, alias: &str) -> Condition {
    let column = |name: &str| Expr::col((Alias::new(alias), Alias::new(name)));
    let ours = Condition::all()
        .add(column("workspace_id").eq(sea_query::Value::from(kernel::Value::Id(cx.workspace()))));
    if object.shares_table { ours.add(column("object").eq(object.key)) } else { ours }
}
