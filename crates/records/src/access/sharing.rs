//! Sharing a card with somebody beyond what their roles say. Who may edit a card may share it.

use identity::{
    shares::{self, May, NewShare, Share, With},
    units,
};
use kernel::{Cx, Error, Id, Result, Timestamp, Tx};

use super::{Verb, require_on};
use crate::{Record, notices};

/// With whom the card is shared now, the earliest first.
pub fn of(cx: &Cx, record: &Record) -> Result<Vec<Share>> {
    shares::of_record(cx, record.object.key, record.id)
}

/// Shares the card, until a moment or for good; what was shared with them before is replaced. Fields: `until`.
pub fn share(tx: &mut Tx, record: &Record, with: With, may: May, until: Option<Timestamp>) -> Result<Id> {
    require_on(tx, record, Verb::Edit)?;
    if record.object.goes_with_card {
        return Err(Error::Denied);
    }
    let id = shares::share(tx, &NewShare { object: record.object.key, record: record.id, with, may, until })?;
    let users = match with {
        With::User(user) => vec![user],
        With::Unit(unit) => units::people_within(tx, &[unit])?,
    };
    notices::shared(tx, record, &users)?;
    Ok(id)
}

/// Ends a share of this card, and says which it was.
pub fn unshare(tx: &mut Tx, record: &Record, id: Id) -> Result<Share> {
    require_on(tx, record, Verb::Edit)?;
    let share = of(tx, record)?.into_iter().find(|share| share.id == id).ok_or(Error::NotFound)?;
    shares::unshare(tx, id)?;
    Ok(share)
}
