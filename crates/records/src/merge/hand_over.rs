//! What happened with a card goes with another one, of another object perhaps: calls, notes, tasks and whatever else may refer to
//! any card. Both cards stay; an undo of the set brings everything back where it was.

use kernel::{Id, Result, Tx};

use crate::{Object, Record, access, changes::ChangeSet, merge::references};

/// Lets whatever refers to `from`, and may refer to `to` as well, refer to that.
pub fn hand_over(tx: &mut Tx, set: &mut ChangeSet, from: &Record, to: (&Object, Id)) -> Result<()> {
    // As with a merge: what pointed to the one points to the other, seen or not.
    let _free = access::freely(tx)?;
    references::hand_over(tx, set, from, to)
}
