//! Which collections somebody's programs are shown: their own calendar, tasks and cards always, and whatever they chose beside.

use kernel::{Cx, Error, Id, Result, Tx, Value};
use records::{
    access::{self, Verb},
    cards, catalog, views,
};

use crate::{
    collection::{Collection, Kind},
    place::Home,
};

/// What everybody has.
const ALWAYS: [Kind; 3] = [Kind::Own, Kind::Tasks, Kind::Mine];

/// The collections of a home, as far as there is anything of the kind that the actor may see.
pub(crate) fn shown(cx: &Cx, home: Home) -> Result<Vec<Collection>> {
    let user = cx.actor().user().ok_or(Error::Denied)?;
    let mut kinds: Vec<Kind> = ALWAYS.to_vec();
    kinds.extend(chosen(cx)?);
    kinds.retain(|kind| kind.home() == home);
    let mut found = Vec::new();
    for kind in kinds {
        if is_there(cx, kind)? {
            found.push(Collection::new(user, kind));
        }
    }
    Ok(found)
}

/// One of them. `NotFound` for what is not shown.
pub(crate) fn find(cx: &Cx, home: Home, user: Id, key: &str) -> Result<Collection> {
    if cx.actor().user() != Some(user) {
        return Err(Error::NotFound);
    }
    let kind = Kind::parse(key).filter(|kind| kind.home() == home).ok_or(Error::NotFound)?;
    let shown = ALWAYS.contains(&kind) || chosen(cx)?.contains(&kind);
    if shown && is_there(cx, kind)? { Ok(Collection::new(user, kind)) } else { Err(Error::NotFound) }
}

/// What the actor chose.
pub(crate) fn chosen(cx: &Cx) -> Result<Vec<Kind>> {
    let user = cx.actor().user().ok_or(Error::Denied)?;
    let rows = cx.query(
        "SELECT key FROM dav_choices WHERE workspace_id = ?1 AND user_id = ?2 ORDER BY key",
        &[cx.workspace().into(), user.into()],
    )?;
    Ok(rows.iter().filter_map(|row| Kind::parse(row.text(0))).collect())
}

/// Chooses these and nothing else; what the actor cannot have is left out.
pub(crate) fn choose(tx: &mut Tx, kinds: &[Kind]) -> Result<()> {
    let user = tx.actor().user().ok_or(Error::Denied)?;
    tx.execute(
        "DELETE FROM dav_choices WHERE workspace_id = ?1 AND user_id = ?2",
        &[tx.workspace().into(), user.into()],
    )?;
    for kind in kinds {
        if ALWAYS.contains(kind) || *kind == Kind::Of(user) || !is_there(tx, *kind)? {
            continue;
        }
        tx.execute(
            "INSERT INTO dav_choices (workspace_id, user_id, key) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            &[tx.workspace().into(), user.into(), Value::from(kind.key())],
        )?;
    }
    Ok(())
}

/// Whether there is such a collection, and something of its kind that the actor may see.
fn is_there(cx: &Cx, kind: Kind) -> Result<bool> {
    let catalog = catalog(cx)?;
    let sees = |key: &str| catalog.object(key).map_or(Ok(false), |object| access::may(cx, object, Verb::See));
    Ok(match kind {
        Kind::Own => sees("appointment")?,
        Kind::Tasks => sees("task")?,
        Kind::Of(user) => sees("appointment")? && identity::members::find(cx, user).is_ok(),
        Kind::View(view) => match views::find(cx, view) {
            Ok(view) => {
                !view.trashed && cards::objects(&catalog).iter().any(|object| object.key == view.object)
            }
            Err(Error::NotFound) => false,
            Err(error) => return Err(error),
        },
        Kind::Mine | Kind::Followed => {
            let mut any = false;
            for object in cards::objects(&catalog) {
                any |= access::may(cx, &object, Verb::See)?;
            }
            any
        }
    })
}
