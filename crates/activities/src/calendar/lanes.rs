//! Appointments at the same time stand side by side: which lane of how many each one has.

use kernel::Timestamp;

/// Lanes side by side; what is more lies on the last one.
pub(super) const MOST: usize = 4;

/// The lane and the number of lanes of each of these stretches, which are sorted by their beginnings. Those that touch each
/// other, directly or through others, share the width.
pub(super) fn lanes(stretches: &[(Timestamp, Timestamp)]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::with_capacity(stretches.len());
    let mut ends: Vec<Timestamp> = Vec::new();
    let mut group = 0;
    for (at, (starts, end)) in stretches.iter().enumerate() {
        if ends.iter().all(|end| end <= starts) {
            widen(&mut found[group..], ends.len());
            ends.clear();
            group = at;
        }
        let lane = match ends.iter().position(|end| end <= starts) {
            Some(free) => free,
            None if ends.len() < MOST => {
                ends.push(*end);
                ends.len() - 1
            }
            None => MOST - 1,
        };
        if let Some(taken) = ends.get_mut(lane) {
            *taken = (*taken).max(*end);
        }
        found.push((lane, 1));
    }
    widen(&mut found[group..], ends.len());
    found
}

fn widen(group: &mut [(usize, usize)], lanes: usize) {
    group.iter_mut().for_each(|(_, all)| *all = lanes.max(1));
}

#[cfg(test)]
mod tests {
    use kernel::{Timestamp, clock::HOUR};

    #[test]
    fn appointments_at_the_same_time_share_the_width() {
        let check = |hours: &[(i64, i64)], expected: &[(usize, usize)]| {
            let at = |hour: i64| Timestamp::from_micros(hour * HOUR);
            let stretches: Vec<_> = hours.iter().map(|(from, to)| (at(*from), at(*to))).collect();
            assert_eq!(super::lanes(&stretches), expected, "{hours:?}");
        };
        check(&[], &[]);
        check(&[(9, 10), (10, 11)], &[(0, 1), (0, 1)]);
        check(&[(9, 11), (10, 12), (13, 14)], &[(0, 2), (1, 2), (0, 1)]);
        // The third fits below the first, beside the second that touches both.
        check(&[(9, 10), (9, 12), (10, 11)], &[(0, 2), (1, 2), (0, 2)]);
        check(&[(9, 10), (9, 10), (9, 10), (9, 10), (9, 10)], &[(0, 4), (1, 4), (2, 4), (3, 4), (3, 4)]);
    }
}
