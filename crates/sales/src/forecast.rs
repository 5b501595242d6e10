//! The forecast over time: what is forecast each week is kept, set against what came, and learnt from.

pub mod model;
pub mod snapshot;

use std::time::Duration;

/// How often it is looked whether somewhere a week began.
const RHYTHM: Duration = Duration::from_hours(1);

pub(crate) fn register(registry: &mut jobs::Registry) {
    registry.every(RHYTHM, snapshot::WeeklyForecast {});
}
