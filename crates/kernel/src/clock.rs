//! Time: instants in epoch microseconds, and the clock they come from. Code asks `cx.now()`, never the system.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use jiff::{civil, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// An instant: microseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

pub const SECOND: i64 = 1_000_000;
pub const MINUTE: i64 = 60 * SECOND;
pub const HOUR: i64 = 60 * MINUTE;
pub const DAY: i64 = 24 * HOUR;

impl Timestamp {
    pub const fn from_micros(micros: i64) -> Timestamp {
        Timestamp(micros)
    }

    pub const fn micros(self) -> i64 {
        self.0
    }

    /// This instant moved by `micros`, which may be negative.
    pub const fn plus(self, micros: i64) -> Timestamp {
        Timestamp(self.0.saturating_add(micros))
    }

    pub fn system_now() -> Timestamp {
        Timestamp(jiff::Timestamp::now().as_microsecond())
    }

    /// The same instant on the calendar of a time zone. Instants outside jiff's range become its ends.
    pub fn in_zone(self, zone: &TimeZone) -> jiff::Zoned {
        let instant = jiff::Timestamp::from_microsecond(self.0).unwrap_or(if self.0 < 0 {
            jiff::Timestamp::MIN
        } else {
            jiff::Timestamp::MAX
        });
        instant.to_zoned(zone.clone())
    }

    /// The instant at which the wall clock of a zone shows this; gaps and folds resolve as in RFC 5545.
    pub fn from_civil(at: civil::DateTime, zone: &TimeZone) -> Timestamp {
        zone.to_ambiguous_zoned(at)
            .compatible()
            .map(|zoned| Timestamp(zoned.timestamp().as_microsecond()))
            .unwrap_or_default()
    }
}

impl std::fmt::Display for Timestamp {
    /// RFC 3339 in UTC.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.in_zone(&TimeZone::UTC).timestamp().fmt(f)
    }
}

/// Where the time comes from: the system, or a hand that a test turns.
#[derive(Debug, Clone, Default)]
pub struct Clock(Option<Arc<AtomicI64>>);

impl Clock {
    pub fn system() -> Clock {
        Clock(None)
    }

    /// A clock that stands still until it is turned.
    pub fn stopped_at(at: Timestamp) -> Clock {
        Clock(Some(Arc::new(AtomicI64::new(at.micros()))))
    }

    pub fn now(&self) -> Timestamp {
        match &self.0 {
            None => Timestamp::system_now(),
            // A microsecond passes at each look, so that what happens later is later.
            Some(hand) => Timestamp(hand.fetch_add(1, Ordering::Relaxed)),
        }
    }

    /// Turns a stopped clock onward; the system's clock is left alone.
    pub fn advance(&self, micros: i64) {
        if let Some(hand) = &self.0 {
            hand.fetch_add(micros, Ordering::Relaxed);
        }
    }
}
