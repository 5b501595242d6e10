//! Keys: UUID version 7 (RFC 9562), so that new rows land at the end of every index.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize, de};

use crate::clock::Timestamp;

/// A key of any row. Shown as 32 lower-case hexadecimal digits; hyphens are accepted when parsed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Id([u8; 16]);

impl Id {
    /// The key that no row has: the workspace of work done outside any workspace.
    pub const NIL: Id = Id([0; 16]);

    /// A new key: 48 bits of milliseconds, 12 bits of the sub-millisecond part, 62 random bits.
    pub fn new(at: Timestamp) -> Id {
        let micros = at.micros().max(0) as u64;
        let (millis, part) = (micros / 1000, micros % 1000);
        let mut bytes = [0u8; 16];
        fill_random(&mut bytes[8..]);
        bytes[..6].copy_from_slice(&millis.to_be_bytes()[2..]);
        let fine = (part * 4096 / 1000) as u16;
        bytes[6] = 0x70 | (fine >> 8) as u8;
        bytes[7] = fine as u8;
        bytes[8] = 0x80 | (bytes[8] & 0x3f);
        Id(bytes)
    }

    /// One of the many keys of one instant: `count` orders them, in 22 bits of what is random otherwise (RFC 9562, 6.2,
    /// a counter in the random part); the rest is that of `self`, so that only the first key asks for random bits.
    pub(crate) fn nth(self, count: u32) -> Id {
        let mut id = self;
        let count = count & 0x3f_ffff;
        id.0[8] = 0x80 | (count >> 16) as u8;
        id.0[9] = (count >> 8) as u8;
        id.0[10] = count as u8;
        id
    }

    /// The smallest key that [`Id::new`] can make at this instant: the start of a range by time.
    pub fn floor(at: Timestamp) -> Id {
        let mut id = Id::new(at);
        id.0[8] = 0x80;
        id.0[9..].fill(0);
        id
    }

    pub const fn from_bytes(bytes: [u8; 16]) -> Id {
        Id(bytes)
    }

    pub const fn bytes(&self) -> &[u8; 16] {
        &self.0
    }

    pub fn is_nil(&self) -> bool {
        *self == Id::NIL
    }

    /// A small number that stays the same for this key, for colours and shards.
    pub fn spread(&self) -> u32 {
        u32::from_be_bytes([self.0[12], self.0[13], self.0[14], self.0[15]])
    }
}

fn fill_random(bytes: &mut [u8]) {
    #[expect(clippy::expect_used, reason = "without an entropy source no key and no secret is safe")]
    getrandom::fill(bytes).expect("the operating system gives random bytes");
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = [0u8; 32];
        for (at, byte) in self.0.iter().enumerate() {
            text[at * 2] = DIGITS[usize::from(byte >> 4)];
            text[at * 2 + 1] = DIGITS[usize::from(byte & 15)];
        }
        f.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is not a key.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

impl FromStr for Id {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Id, NotAnId> {
        let mut bytes = [0u8; 16];
        let mut digits = text.bytes().filter(|b| *b != b'-').map(|b| (b as char).to_digit(16));
        for byte in &mut bytes {
            let (Some(Some(high)), Some(Some(low))) = (digits.next(), digits.next()) else {
                return Err(NotAnId);
            };
            *byte = (high * 16 + low) as u8;
        }
        if digits.next().is_some() { Err(NotAnId) } else { Ok(Id(bytes)) }
    }
}

impl Serialize for Id {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Id, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_read_back_and_sort_by_time() {
        let (early, late) = (Id::new(Timestamp::from_micros(1_000)), Id::new(Timestamp::from_micros(9_000)));
        assert_eq!(early.to_string().parse::<Id>().unwrap(), early);
        assert!(early < late);
        assert!(Id::floor(Timestamp::from_micros(9_000)) <= late);
        let at = Timestamp::from_micros(9_000);
        let first = Id::new(at);
        assert!(
            (0..70_000)
                .all(|count| first.nth(count) < first.nth(count + 1) && Id::floor(at) <= first.nth(count))
        );
        assert!("zz".parse::<Id>().is_err());
        assert!("00".repeat(17).parse::<Id>().is_err());
    }
}
