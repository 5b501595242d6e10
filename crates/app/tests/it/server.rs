//! The real binary in a process of its own, and requests over TCP.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::Duration,
};

use kernel::{Id, Timestamp};

/// A folder of its own for one test, gone when dropped.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Folder {
        let path = std::env::temp_dir().join(format!("kartotek-cli-{}", Id::new(Timestamp::system_now())));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// `kartotek` in this folder, with its data in `data`.
pub(crate) fn kartotek(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kartotek"));
    command.current_dir(folder).env("KARTOTEK_LOG_LEVEL", "warn").stdin(Stdio::null());
    command
}

/// Runs it to its end with this on its standard input.
pub(crate) fn run(command: &mut Command, input: &str) -> Output {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

/// What it wrote, both ways.
pub(crate) fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A server that is killed when dropped.
pub(crate) struct Server {
    pub(crate) child: Child,
    /// `127.0.0.1:40123`.
    pub(crate) address: String,
    out: BufReader<std::process::ChildStdout>,
}

impl Server {
    /// Starts it and waits for its address.
    pub(crate) fn start(command: &mut Command) -> Server {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        while !line.contains("http://") {
            line.clear();
            assert_ne!(out.read_line(&mut line).unwrap(), 0, "the server ended before it said where it is");
        }
        let address = line.trim().rsplit_once("http://").unwrap().1.to_owned();
        Server { child, address, out }
    }

    /// The next line that it writes.
    pub(crate) fn line(&mut self) -> String {
        let mut line = String::new();
        self.out.read_line(&mut line).unwrap();
        line
    }

    /// Asks it to end; its exit code.
    pub(crate) fn stop(mut self) -> Option<i32> {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        assert!(asked.success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer over the wire: the status, the headers as they came, and the body.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }
}

/// One request on one connection. Fails when the server is gone.
pub(crate) fn ask(
    address: &str,
    method: &str,
    path: &str,
    headers: &str,
    body: &[u8],
) -> std::io::Result<Answer> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncontent-length: {}\r\n{headers}\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body)?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let broken = || std::io::Error::other("the answer broke off");
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").ok_or_else(broken)?;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let body = bytes.split_off(end + 4);
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or_else(broken)?;
    let mut answer = Answer { status, head, body: String::new() };
    let body = match answer.header("transfer-encoding") {
        Some(_) => joined(&body).ok_or_else(broken)?,
        None => body,
    };
    let expected = answer.header("content-length").and_then(|length| length.parse::<usize>().ok());
    if expected.is_some_and(|length| length > body.len()) && method != "HEAD" {
        return Err(broken());
    }
    answer.body = String::from_utf8_lossy(&body).into_owned();
    Ok(answer)
}

/// What was sent in chunks, each behind its length (RFC 9112, section 7.1); nothing when the last did not come.
fn joined(mut chunks: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = chunks.windows(2).position(|two| two == b"\r\n")?;
        let length = usize::from_str_radix(std::str::from_utf8(&chunks[..end]).ok()?, 16).ok()?;
        if length == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(chunks.get(end + 2..end + 2 + length)?);
        chunks = chunks.get(end + length + 4..)?;
    }
}

/// The headers of a form.
pub(crate) const FORM: &str =
    "content-type: application/x-www-form-urlencoded\r\nsec-fetch-site: same-origin\r\n";

/// Signs in; the header that says so from then on.
pub(crate) fn sign_in(address: &str, email: &str, password: &str) -> std::io::Result<String> {
    let form = format!("email={}&password={}", email.replace('@', "%40"), password.replace(' ', "+"));
    let answer = ask(address, "POST", "/sign-in", FORM, form.as_bytes())?;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let cookie = answer.header("set-cookie").unwrap();
    Ok(format!("cookie: {}\r\n", cookie.split(';').next().unwrap()))
}
