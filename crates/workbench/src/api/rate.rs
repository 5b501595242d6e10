//! How often a key may be used: a bucket for each that fills steadily, in memory, so that asking costs nothing. With
//! several processes each counts for itself.

use std::{collections::HashMap, sync::Arc};

use kernel::{Id, Timestamp, clock::MINUTE};
use parking_lot::Mutex;

/// Requests in a minute, unless the configuration says otherwise.
pub const USUAL: u32 = 6_000;
/// Buckets that are full again are forgotten when there are more than this.
const MOST: usize = 10_000;

/// The buckets of all keys.
#[derive(Debug, Clone)]
pub struct Limits {
    per_minute: u32,
    buckets: Arc<Mutex<HashMap<Id, Bucket>>>,
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    /// Millionths of requests, so that a minute divides.
    left: i64,
    at: Timestamp,
}

/// Where a key stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub per_minute: u32,
    /// Requests that are left; none when this one is refused.
    pub left: Option<u32>,
    /// Seconds until there is one more, or until the bucket is full.
    pub wait: u32,
}

impl Limits {
    pub fn per_minute(per_minute: u32) -> Limits {
        Limits { per_minute: per_minute.max(1), buckets: Arc::default() }
    }

    /// Takes one request out of a key's bucket.
    pub fn take(&self, key: Id, now: Timestamp) -> Standing {
        const ONE: i64 = 1_000_000;
        let full = i64::from(self.per_minute) * ONE;
        let filled = |bucket: &Bucket| {
            let passed = (now.micros() - bucket.at.micros()).clamp(0, MINUTE);
            (bucket.left + passed * i64::from(self.per_minute) / 60).min(full)
        };
        let mut buckets = self.buckets.lock();
        if buckets.len() > MOST {
            buckets.retain(|_, bucket| filled(bucket) < full);
        }
        let bucket = buckets.entry(key).or_insert(Bucket { left: full, at: now });
        let left = filled(bucket);
        let seconds = |missing: i64| {
            let per_second = i64::from(self.per_minute) * ONE / 60;
            u32::try_from(missing.div_euclid(per_second.max(1)) + 1).unwrap_or(60)
        };
        if left < ONE {
            return Standing { per_minute: self.per_minute, left: None, wait: seconds(ONE - left) };
        }
        *bucket = Bucket { left: left - ONE, at: now };
        let rest = u32::try_from((left - ONE) / ONE).unwrap_or(0);
        Standing { per_minute: self.per_minute, left: Some(rest), wait: seconds(full - left + ONE) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let limits = Limits::per_minute(60);
        let (key, other) = (Id::from_bytes([1; 16]), Id::from_bytes([2; 16]));
        let at = |seconds: i64| Timestamp::from_micros(seconds * 1_000_000);
        for left in (0..60).rev() {
            assert_eq!(limits.take(key, at(0)).left, Some(left));
        }
        let refused = limits.take(key, at(0));
        assert_eq!((refused.left, refused.wait), (None, 2));
        assert_eq!(limits.take(other, at(0)).left, Some(59));
        assert_eq!(limits.take(key, at(1)).left, Some(0));
        assert_eq!(limits.take(key, at(100)).left, Some(59));
    }
}
