//! Telephone numbers, each given once: first front desks, then people, from both ends of each culture's blocks.

use super::cultures::CULTURES;

pub(super) struct Numbers {
    /// How many were given of each culture.
    given: [u32; CULTURES.len()],
    from_the_end: bool,
}

impl Numbers {
    pub(super) fn front_desks() -> Numbers {
        Numbers { given: [0; CULTURES.len()], from_the_end: true }
    }

    pub(super) fn people() -> Numbers {
        Numbers { given: [0; CULTURES.len()], from_the_end: false }
    }

    /// The next one in E.164; none when those of the culture have run out.
    pub(super) fn next(&mut self, culture: usize) -> Option<String> {
        let blocks = CULTURES[culture].0.phones;
        let all: u32 = blocks.iter().map(|(_, count)| count).sum();
        // Front desks have the last quarter.
        let desks = all / 4;
        let given = self.given[culture];
        self.given[culture] += 1;
        let most = if self.from_the_end { desks } else { all - desks };
        if given >= most {
            return None;
        }
        let mut at = if self.from_the_end { all - 1 - given } else { given };
        for (first, count) in blocks {
            if at < *count {
                let first: u64 = first.strip_prefix('+')?.parse().ok()?;
                return Some(format!("+{}", first + u64::from(at)));
            }
            at -= count;
        }
        None
    }
}
