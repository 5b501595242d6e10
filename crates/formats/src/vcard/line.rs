//! Lines of a vCard file as bytes, unfolded in all the ways writers fold them.

use std::{
    collections::VecDeque,
    io::{self, BufRead, BufReader, Read},
};

use super::{
    LONGEST_LINE, transfer,
    undecoded::{self, Transfer},
};

/// A content line, unfolded.
#[derive(Debug)]
pub(super) struct Line {
    /// The line of the file at which it begins, the first being 1.
    pub(super) number: u64,
    pub(super) bytes: Vec<u8>,
    /// Longer than [`LONGEST_LINE`], and not kept.
    pub(super) is_too_long: bool,
}

impl Line {
    pub(super) fn is(&self, text: &str) -> bool {
        is(&self.bytes, text)
    }

    fn push(&mut self, bytes: &[u8]) {
        if self.bytes.len() + bytes.len() > LONGEST_LINE {
            self.is_too_long = true;
            self.bytes = Vec::new();
        }
        if !self.is_too_long {
            self.bytes.extend_from_slice(bytes);
        }
    }
}

/// What is indented continues another line.
fn is(bytes: &[u8], text: &str) -> bool {
    bytes.trim_ascii_end().eq_ignore_ascii_case(text.as_bytes())
}

/// One line as it stands in the file.
struct Physical {
    line: Line,
    is_after_blank: bool,
}

pub(super) struct Lines<R> {
    source: BufReader<R>,
    lines_read: u64,
    /// A line feed now belongs to the return before it.
    after_return: bool,
    ahead: VecDeque<Physical>,
    /// vCard 2.1 folds at a space and keeps it; later versions insert one.
    pub(super) keeps_fold_space: bool,
}

impl<R: Read> Lines<R> {
    pub(super) fn new(source: R) -> Self {
        Lines {
            source: BufReader::with_capacity(64 * 1024, source),
            lines_read: 0,
            after_return: false,
            ahead: VecDeque::new(),
            keeps_fold_space: false,
        }
    }

    /// The next line that is not blank, together with its continuations.
    pub(super) fn next(&mut self) -> io::Result<Option<Line>> {
        let Some(Physical { mut line, .. }) = self.take()? else { return Ok(None) };
        let is_frame = line.is("BEGIN:VCARD") || line.is("END:VCARD");
        let mut transfer = Transfer::of(&line.bytes);
        while let Some(next) = self.take()? {
            let is_head = undecoded::has_head(&next.line.bytes) || self.is_folded_head(&next.line.bytes)?;
            let follows = if is_frame { None } else { self.continuation(&line, transfer, &next, is_head) };
            let Some((kept, between, from)) = follows else {
                self.ahead.push_front(next);
                break;
            };
            line.bytes.truncate(kept);
            line.push(between);
            line.push(&next.line.bytes[from..]);
            transfer = transfer.or_else(|| Transfer::of(&line.bytes));
        }
        Ok(Some(line))
    }

    /// How `next` continues `line`: how much of the line stays, what comes between, and from where `next`
    /// is taken.
    fn continuation(
        &self,
        line: &Line,
        transfer: Option<Transfer>,
        next: &Physical,
        is_head: bool,
    ) -> Option<(usize, &'static [u8], usize)> {
        let (bytes, all) = (&next.line.bytes, line.bytes.len());
        if next.line.is_too_long || line.is_too_long || is(bytes, "END:VCARD") || is(bytes, "BEGIN:VCARD") {
            return None;
        }
        let is_quoted = transfer == Some(Transfer::QuotedPrintable);
        let is_base64 = transfer == Some(Transfer::Base64);
        if is_quoted && line.bytes.trim_ascii_end().ends_with(b"=") {
            // The reference implementation indents what follows by a tab.
            let from = usize::from(bytes.starts_with(b"\t"));
            return Some((line.bytes.trim_ascii_end().len() - 1, b"", from));
        }
        if matches!(bytes.first(), Some(b' ' | b'\t')) {
            return Some((all, b"", usize::from(is_base64 || !self.keeps_fold_space)));
        }
        // Old Nokia and BlackBerry phones do not indent; a blank line ends such a picture.
        if is_base64 {
            return (!next.is_after_blank && transfer::is_base64_line(bytes)).then_some((all, b"", 0));
        }
        // A line end somebody forgot to escape.
        if transfer.is_some() && !is_head {
            let between: &[u8] = match (is_quoted, next.is_after_blank) {
                (false, false) => b"\\n",
                (false, true) => b"\\n\\n",
                (true, false) => b"=0A",
                (true, true) => b"=0A=0A",
            };
            return Some((all, between, 0));
        }
        None
    }

    /// Parameters may be so long that the colon comes on a later line.
    fn is_folded_head(&mut self, bytes: &[u8]) -> io::Result<bool> {
        if !undecoded::may_be_head(bytes) {
            return Ok(false);
        }
        if self.ahead.is_empty() {
            let following = self.read_filled()?;
            self.ahead.extend(following);
        }
        let following = self.ahead.front().and_then(|following| following.line.bytes.first());
        Ok(matches!(following, Some(b' ' | b'\t')))
    }

    fn take(&mut self) -> io::Result<Option<Physical>> {
        match self.ahead.pop_front() {
            Some(ahead) => Ok(Some(ahead)),
            None => self.read_filled(),
        }
    }

    /// The next line that is not blank.
    fn read_filled(&mut self) -> io::Result<Option<Physical>> {
        let mut is_after_blank = false;
        while let Some(mut line) = self.read()? {
            if line.bytes.starts_with(b"\xEF\xBB\xBF") {
                line.bytes.drain(..3);
            }
            if !line.bytes.is_empty() || line.is_too_long {
                return Ok(Some(Physical { line, is_after_blank }));
            }
            is_after_blank = true;
        }
        Ok(None)
    }

    /// Up to the next line feed or return.
    fn read(&mut self) -> io::Result<Option<Line>> {
        let mut line = Line { number: self.lines_read + 1, bytes: Vec::new(), is_too_long: false };
        let mut is_begun = false;
        loop {
            let buffer = match self.source.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            if buffer.is_empty() {
                self.lines_read += u64::from(is_begun);
                return Ok(is_begun.then_some(line));
            }
            if std::mem::take(&mut self.after_return) && buffer[0] == b'\n' {
                self.source.consume(1);
                continue;
            }
            is_begun = true;
            let end = buffer.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            line.push(&buffer[..end.unwrap_or(buffer.len())]);
            self.after_return = end.is_some_and(|end| buffer[end] == b'\r');
            let used = end.map_or(buffer.len(), |end| end + 1);
            self.source.consume(used);
            if end.is_some() {
                self.lines_read += 1;
                return Ok(Some(line));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, keeps_fold_space: bool, expected: &[(u64, &str)]) {
        for line_end in ["\n", "\r\n", "\r"] {
            let text = text.replace('\n', line_end);
            let mut lines = Lines::new(text.as_bytes());
            lines.keeps_fold_space = keeps_fold_space;
            let mut found = Vec::new();
            while let Some(line) = lines.next().unwrap() {
                found.push((line.number, String::from_utf8(line.bytes).unwrap()));
            }
            let found: Vec<_> = found.iter().map(|(number, text)| (*number, text.as_str())).collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn lines_are_unfolded() {
        check("NOTE:one\n  two\n\tthree\n\n\nFN:x", false, &[(1, "NOTE:one twothree"), (6, "FN:x")]);
        check("NOTE:one\n two\n", true, &[(1, "NOTE:one two")]);
        check("FN:x\nX-A;B=1\n ;C=2\n :v\n", false, &[(1, "FN:x"), (2, "X-A;B=1;C=2:v")]);
        check("NOTE:a \n  b\n", false, &[(1, "NOTE:a  b")]);
    }

    #[test]
    fn soft_breaks_of_quoted_printable_are_joined() {
        check(
            "N;ENCODING=QUOTED-PRINTABLE:a=\nb=\n=C3\nFN:x\n",
            true,
            &[(1, "N;ENCODING=QUOTED-PRINTABLE:ab=C3"), (4, "FN:x")],
        );
        check("N;QUOTED-PRINTABLE:a=\nEND:VCARD\n", true, &[(1, "N;QUOTED-PRINTABLE:a="), (2, "END:VCARD")]);
        check("NOTE:a=\nFN:x\n", true, &[(1, "NOTE:a="), (2, "FN:x")]);
    }

    #[test]
    fn base64_goes_on_without_indentation_until_a_blank_line() {
        check(
            "PHOTO;BASE64:AAAA\nBBBB\nCC==\n\nFN:x\n",
            true,
            &[(1, "PHOTO;BASE64:AAAABBBBCC=="), (5, "FN:x")],
        );
        check(
            "PHOTO;ENCODING=b:AAAA\n BB\n CC\nFN:x\n",
            false,
            &[(1, "PHOTO;ENCODING=b:AAAABBCC"), (4, "FN:x")],
        );
        check(
            "PHOTO:data:image/png;base64,AA\nBB\nFN:x\n",
            false,
            &[(1, "PHOTO:data:image/png;base64,AABB"), (3, "FN:x")],
        );
    }

    #[test]
    fn a_line_without_a_name_belongs_to_the_one_before() {
        check(
            "NOTE:one\ntwo, see http://x\n\nthree\nFN:x\n",
            false,
            &[(1, "NOTE:one\\ntwo, see http://x\\n\\nthree"), (5, "FN:x")],
        );
    }

    #[test]
    fn an_endless_line_is_not_kept() {
        let long = format!("NOTE:{}\n{}\nFN:x\n", "a".repeat(LONGEST_LINE), " b".repeat(10));
        let mut lines = Lines::new(long.as_bytes());
        let line = lines.next().unwrap().unwrap();
        assert!(line.is_too_long && line.bytes.is_empty());
        let mut folded = Lines::new(io::repeat(b' ').take(3 * LONGEST_LINE as u64));
        assert!(folded.next().unwrap().unwrap().is_too_long);
    }
}
