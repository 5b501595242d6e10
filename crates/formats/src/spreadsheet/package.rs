//! The parts of a workbook's archive: found once, each read by itself, and never more than an honest file holds.

use std::{
    collections::HashMap,
    fmt,
    fs::File,
    io::{self, BufReader, Read, Seek, SeekFrom, Take},
    path::{Path, PathBuf},
};

use flate2::read::DeflateDecoder;
use zip::{CompressionMethod, ZipArchive, result::ZipError};

use super::{Trouble, xml::Xml};

/// More parts than any workbook has.
const MOST_PARTS: usize = 20_000;
/// A sheet packs at most this well; what promises more is made to fill the memory or the disk.
const BEST_RATIO: u64 = 400;
/// Small files may be odd.
const SMALL: u64 = 64 * 1024 * 1024;
/// Between two steps forward, such as rows.
const STEP: u64 = 32 * 1024 * 1024;

/// Which parts there are, and where they lie.
pub(super) struct Package {
    path: PathBuf,
    parts: HashMap<String, Part>,
}

#[derive(Debug, Clone, Copy)]
struct Part {
    at: u64,
    packed: u64,
    size: u64,
    stored: bool,
}

/// One part, unpacked while it is read.
pub(super) type Source = BufReader<Allowance<Unpacked>>;

impl Package {
    pub(super) fn open(path: &Path) -> Result<Package, Trouble> {
        let mut archive = ZipArchive::new(BufReader::new(File::open(path)?)).map_err(trouble)?;
        if archive.len() > MOST_PARTS {
            return Err(Trouble::TooLarge);
        }
        let mut parts = HashMap::new();
        for at in 0..archive.len() {
            let entry = archive.by_index_raw(at).map_err(trouble)?;
            if entry.encrypted() {
                return Err(Trouble::Protected);
            }
            let stored = match entry.compression() {
                CompressionMethod::Stored => true,
                CompressionMethod::Deflated => false,
                // Such as pictures nobody asks for.
                _ => continue,
            };
            let Some(start) = entry.data_start() else { continue };
            let (packed, size) = (entry.compressed_size(), entry.size());
            let Ok(name) = entry.name().map(|name| key(&name)) else { continue };
            parts.insert(name, Part { at: start, packed, size, stored });
        }
        Ok(Package { path: path.to_owned(), parts })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&key(name))
    }

    /// The size of a part, unpacked, as the archive states it.
    pub(super) fn size(&self, name: &str) -> u64 {
        self.parts.get(&key(name)).map_or(0, |part| part.size)
    }

    /// The folder the workbook lies in.
    pub(super) fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new("."))
    }

    /// The part of this name, from its beginning.
    pub(super) fn part(&self, name: &str) -> Result<Option<Xml<Source>>, Trouble> {
        Ok(self.source(name)?.map(Xml::new))
    }

    /// The same as bytes.
    pub(super) fn source(&self, name: &str) -> Result<Option<Source>, Trouble> {
        let Some(part) = self.parts.get(&key(name)) else { return Ok(None) };
        let mut file = File::open(&self.path)?;
        file.seek(SeekFrom::Start(part.at))?;
        let packed = BufReader::new(file).take(part.packed);
        let source = if part.stored {
            Unpacked::Stored(packed)
        } else {
            Unpacked::Deflated(DeflateDecoder::new(packed))
        };
        let total = SMALL.max(part.packed.saturating_mul(BEST_RATIO));
        let allowance = Allowance { source, step: STEP, total, taken: 0 };
        Ok(Some(BufReader::with_capacity(64 * 1024, allowance)))
    }
}

/// Writers differ in slashes and case.
fn key(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

fn trouble(error: ZipError) -> Trouble {
    match error {
        ZipError::Io(error) => error.into(),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Trouble::Protected,
        other => Trouble::Broken(other.to_string()),
    }
}

pub(super) enum Unpacked {
    Stored(Take<BufReader<File>>),
    Deflated(DeflateDecoder<Take<BufReader<File>>>),
}

impl Read for Unpacked {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Unpacked::Stored(source) => source.read(buffer),
            Unpacked::Deflated(source) => source.read(buffer),
        }
    }
}

/// Gives so many bytes and no more: altogether, and until the next step forward.
pub(super) struct Allowance<R> {
    source: R,
    step: u64,
    total: u64,
    taken: u64,
}

impl<R> Allowance<R> {
    /// A step forward was made.
    pub(super) fn go_on(&mut self) {
        self.step = STEP;
    }
}

impl<R: Read> Read for Allowance<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)? as u64;
        self.taken += read;
        if read > self.step || self.taken > self.total {
            return Err(io::Error::other(TooMuch));
        }
        self.step -= read;
        Ok(read as usize)
    }
}

/// Carried in the `io::Error` of a part that unpacks to too much.
#[derive(Debug)]
pub(super) struct TooMuch;

impl std::error::Error for TooMuch {}

impl fmt::Display for TooMuch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it unpacks to too much")
    }
}
