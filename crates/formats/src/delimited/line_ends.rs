//! Every line end as one line feed, and no row without an end: so that rows are counted alike whatever
//! system wrote the file.

use std::io::{self, Read};

/// Line feeds for CR LF and CR, one more at the end where it is missing, and at most `allowance` bytes
/// until the next row is begun.
pub(super) struct LineEnds<R> {
    source: R,
    after_return: bool,
    last: u8,
    finished: bool,
    allowance: usize,
}

/// Carried in the `io::Error` of a row over the limit.
#[derive(Debug)]
pub(super) struct TooLong;

impl std::error::Error for TooLong {}

impl std::fmt::Display for TooLong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the row is too long")
    }
}

impl<R: Read> LineEnds<R> {
    pub(super) fn new(source: R) -> Self {
        LineEnds { source, after_return: false, last: b'\n', finished: false, allowance: usize::MAX }
    }

    pub(super) fn allow(&mut self, bytes: usize) {
        self.allowance = bytes;
    }

    /// Reads up to the beginning of line `lines + 1`, and gives the bytes passed over.
    pub(super) fn skip_lines(&mut self, lines: u64) -> io::Result<u64> {
        let (mut passed, mut skipped) = (0, 0);
        let mut byte = [0];
        while skipped < lines && self.read(&mut byte)? == 1 {
            passed += 1;
            skipped += u64::from(byte[0] == b'\n');
        }
        Ok(passed)
    }

    fn unify(&mut self, bytes: &mut [u8]) -> usize {
        if !self.after_return && !bytes.contains(&b'\r') {
            return bytes.len();
        }
        let mut kept = 0;
        for at in 0..bytes.len() {
            let byte = bytes[at];
            if !(byte == b'\n' && self.after_return) {
                bytes[kept] = if byte == b'\r' { b'\n' } else { byte };
                kept += 1;
            }
            self.after_return = byte == b'\r';
        }
        kept
    }
}

impl<R: Read> Read for LineEnds<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() || self.finished {
            return Ok(0);
        }
        if self.allowance == 0 {
            return Err(io::Error::other(TooLong));
        }
        loop {
            let read = self.source.read(buffer)?;
            if read == 0 {
                self.finished = true;
                if self.last == b'\n' {
                    return Ok(0);
                }
                buffer[0] = b'\n';
                return Ok(1);
            }
            let kept = self.unify(&mut buffer[..read]);
            if kept > 0 {
                self.last = buffer[kept - 1];
                self.allowance = self.allowance.saturating_sub(kept);
                return Ok(kept);
            }
        }
    }
}
