//! What the actor's rights come to, looked up once in a unit of work, and whether that unit is carrying out a consequence.

use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

use identity::{
    rights::{self, Circle, Reach},
    shares::{self, May},
};
use kernel::{Actor, Cx, Id, Result};
use parking_lot::Mutex;

/// Kept with the unit of work.
#[derive(Default)]
struct Known {
    circles: Mutex<HashMap<Reach, Arc<Circle>>>,
    /// How many consequences are under way, one inside the other.
    free: AtomicU32,
}

fn known(cx: &Cx) -> Result<Arc<Known>> {
    cx.once(|| Ok(Arc::default()))
}

/// As long as it lives, the unit of work reads and writes whatever its actor could not.
#[must_use = "the freedom ends when this is dropped"]
pub(crate) struct Freely(Arc<Known>);

impl Drop for Freely {
    fn drop(&mut self) {
        self.0.free.fetch_sub(1, Ordering::Relaxed);
    }
}

/// For what follows from a change that was permitted: a call tells the card when it was last talked to, also somebody who may
/// not edit that card, and a sum counts cards that its reader does not see.
pub(crate) fn freely(cx: &Cx) -> Result<Freely> {
    let known = known(cx)?;
    known.free.fetch_add(1, Ordering::Relaxed);
    Ok(Freely(known))
}

pub(crate) fn is_free(cx: &Cx) -> Result<bool> {
    Ok(matches!(cx.actor(), Actor::System) || known(cx)?.free.load(Ordering::Relaxed) > 0)
}

/// The users within a reach.
pub(super) fn circle(cx: &Cx, reach: Reach) -> Result<Arc<Circle>> {
    let known = known(cx)?;
    if let Some(circle) = known.circles.lock().get(&reach) {
        return Ok(circle.clone());
    }
    let circle = Arc::new(rights::reach_users(cx, reach)?);
    known.circles.lock().insert(reach, circle.clone());
    Ok(circle)
}

/// What is shared with the actor, by the key of its object.
pub(super) struct Shares(pub(super) HashMap<String, Vec<(Id, May)>>);

pub(super) fn shares(cx: &Cx) -> Result<Arc<Shares>> {
    cx.once(|| Ok(Arc::new(Shares(shares::with_actor(cx)?))))
}
