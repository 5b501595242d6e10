//! Chance that falls the same way every time: SplitMix64 (Steele, Lea and Flood, 2014).

pub(crate) struct Dice(u64);

impl Dice {
    /// A die of its own for each number, so that person 5 is the same among ten people and among a million.
    pub(crate) fn of(kind: u64, number: u64) -> Dice {
        let mut dice = Dice(kind.wrapping_mul(0x6b61_7274_6f74_656b) ^ number);
        dice.next();
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, count: u64) -> u64 {
        self.next() % count.max(1)
    }

    /// Less than `count`; the low numbers often, the high ones hardly ever.
    pub(crate) fn often_low(&mut self, count: u64) -> u64 {
        let fallen =
            (0..3).fold(1.0, |product, _| product * self.below(1 << 32) as f64 / (1u64 << 32) as f64);
        ((fallen * count as f64) as u64).min(count.saturating_sub(1))
    }

    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len() as u64) as usize]
    }

    pub(crate) fn shuffle<T>(&mut self, all: &mut [T]) {
        for at in (1..all.len()).rev() {
            all.swap(at, self.below(at as u64 + 1) as usize);
        }
    }
}
