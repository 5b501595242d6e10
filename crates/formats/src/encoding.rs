//! In which encoding a file is written, and reading it as UTF-8 whatever that is.

use std::{
    borrow::Cow,
    fmt,
    io::{self, Read},
};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// How much of a file `detect` looks at.
pub const SAMPLE: usize = 256 * 1024;

const BUFFER: usize = 32 * 1024;

/// A text encoding of the WHATWG standard. Stored and sent by its name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Encoding {
    pub const UTF_8: Encoding = Encoding(encoding_rs::UTF_8);
    pub const UTF_16LE: Encoding = Encoding(encoding_rs::UTF_16LE);
    pub const UTF_16BE: Encoding = Encoding(encoding_rs::UTF_16BE);
    pub const WINDOWS_1252: Encoding = Encoding(encoding_rs::WINDOWS_1252);
    pub const GB18030: Encoding = Encoding(encoding_rs::GB18030);

    /// Those a person may choose from when the guess was wrong, the most common first.
    pub const CHOICES: [Encoding; 21] = [
        Encoding::UTF_8,
        Encoding::WINDOWS_1252,
        Encoding(encoding_rs::WINDOWS_1254),
        Encoding(encoding_rs::WINDOWS_1251),
        Encoding(encoding_rs::WINDOWS_1250),
        Encoding(encoding_rs::WINDOWS_1253),
        Encoding(encoding_rs::WINDOWS_1255),
        Encoding(encoding_rs::WINDOWS_1256),
        Encoding(encoding_rs::WINDOWS_1257),
        Encoding(encoding_rs::ISO_8859_2),
        Encoding(encoding_rs::ISO_8859_15),
        Encoding(encoding_rs::KOI8_R),
        Encoding(encoding_rs::IBM866),
        Encoding(encoding_rs::MACINTOSH),
        Encoding::GB18030,
        Encoding(encoding_rs::BIG5),
        Encoding(encoding_rs::SHIFT_JIS),
        Encoding(encoding_rs::EUC_JP),
        Encoding(encoding_rs::EUC_KR),
        Encoding::UTF_16LE,
        Encoding::UTF_16BE,
    ];

    /// The name in the standard, as `windows-1252`.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// By any of its labels: `latin1`, `GB2312`, `utf8`.
    pub fn named(label: &str) -> Option<Encoding> {
        encoding_rs::Encoding::for_label_no_replacement(label.trim().as_bytes()).map(Encoding)
    }

    /// All of `bytes` as text, a byte order mark removed; what cannot be read becomes U+FFFD.
    pub fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        self.0.decode_with_bom_removal(bytes).0
    }

    /// All of `bytes` as text, or nothing if some of it is not in this encoding.
    pub fn decode_strictly(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        self.0.decode_without_bom_handling_and_without_replacement(bytes)
    }

    /// One byte is one character.
    pub fn is_single_byte(self) -> bool {
        self.0.is_single_byte()
    }
}

impl fmt::Debug for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Encoding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Encoding {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = Cow::<str>::deserialize(deserializer)?;
        Encoding::named(&name).ok_or_else(|| D::Error::custom(format!("unknown encoding {name}")))
    }
}

/// The likely encoding of a file that begins with `bytes`: its byte order mark, else what the bytes
/// themselves allow, else the statistics of the languages that use each encoding. Plain ASCII is UTF-8.
pub fn detect(bytes: &[u8]) -> Encoding {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if let Some((marked, _)) = encoding_rs::Encoding::for_bom(sample) {
        return Encoding(marked);
    }
    if let Some(wide) = utf_16_by_zeros(sample) {
        return wide;
    }
    if is_utf_8(sample) && !sample.contains(&0x1B) {
        return Encoding::UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(sample, sample.len() == bytes.len());
    let guess = detector.guess(None, Utf8Detection::Allow);
    if guess == encoding_rs::GBK { Encoding::GB18030 } else { Encoding(guess) }
}

/// UTF-16 without a mark: the upper bytes of separators, digits and line ends are zero, so zeros pile up
/// on one side even in Chinese text.
fn utf_16_by_zeros(sample: &[u8]) -> Option<Encoding> {
    let units = sample.len() / 2;
    let (mut upper_first, mut upper_second) = (0, 0);
    for unit in sample.chunks_exact(2) {
        upper_first += usize::from(unit[0] == 0);
        upper_second += usize::from(unit[1] == 0);
    }
    let one_sided = |many: usize, few: usize| many * 20 >= units && many > 0 && few * 10 <= many;
    match units {
        0 => None,
        _ if one_sided(upper_second, upper_first) => Some(Encoding::UTF_16LE),
        _ if one_sided(upper_first, upper_second) => Some(Encoding::UTF_16BE),
        _ => None,
    }
}

/// A sample may end within a character; a short file may not, or "Blå" in Windows-1252 would pass.
fn is_utf_8(sample: &[u8]) -> bool {
    match std::str::from_utf8(sample) {
        Ok(_) => true,
        Err(error) => {
            let cut = error.error_len().is_none();
            cut && (sample.len() >= 4096 || !sample[..error.valid_up_to()].is_ascii())
        }
    }
}

/// `source` as UTF-8, read piece by piece; a byte order mark is removed and what cannot be read becomes
/// U+FFFD.
pub fn reader<R: Read>(encoding: Encoding, source: R) -> Decoded<R> {
    Decoded {
        source,
        decoder: encoding.0.new_decoder_with_bom_removal(),
        input: vec![0; BUFFER].into_boxed_slice(),
        unread: 0..0,
        source_ended: false,
        finished: false,
        replaced: false,
        spare: [0; SPARE],
        spare_unread: 0..0,
    }
}

/// The decoder needs room for a whole character, which the caller's buffer may not have.
const SPARE: usize = 64;

/// A reader that yields UTF-8.
pub struct Decoded<R> {
    source: R,
    decoder: encoding_rs::Decoder,
    input: Box<[u8]>,
    unread: std::ops::Range<usize>,
    source_ended: bool,
    finished: bool,
    replaced: bool,
    spare: [u8; SPARE],
    spare_unread: std::ops::Range<usize>,
}

impl<R: Read> Decoded<R> {
    /// Whether anything so far could not be read in this encoding: probably it is another.
    pub fn has_replaced(&self) -> bool {
        self.replaced
    }

    fn decode_into(&mut self, output: &mut [u8]) -> io::Result<usize> {
        while !self.finished {
            if self.unread.is_empty() && !self.source_ended {
                self.fill()?;
            }
            let input = &self.input[self.unread.clone()];
            let (result, read, written, replaced) =
                self.decoder.decode_to_utf8(input, output, self.source_ended);
            self.unread.start += read;
            self.replaced |= replaced;
            self.finished = self.source_ended && result == encoding_rs::CoderResult::InputEmpty;
            if written > 0 {
                return Ok(written);
            }
        }
        Ok(0)
    }

    fn fill(&mut self) -> io::Result<()> {
        let read = loop {
            match self.source.read(&mut self.input) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        self.unread = 0..read;
        self.source_ended = read == 0;
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.len() >= SPARE && self.spare_unread.is_empty() {
            return self.decode_into(buffer);
        }
        if self.spare_unread.is_empty() {
            let mut spare = [0; SPARE];
            let written = self.decode_into(&mut spare)?;
            self.spare = spare;
            self.spare_unread = 0..written;
        }
        let taken = self.spare_unread.len().min(buffer.len());
        let from = self.spare_unread.start;
        buffer[..taken].copy_from_slice(&self.spare[from..from + taken]);
        self.spare_unread.start += taken;
        Ok(taken)
    }
}

#[cfg(test)]
mod tests;
