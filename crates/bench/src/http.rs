//! A small HTTP/1.1 client: requests made beforehand, one kept connection, answers with a length. So small that
//! it is never what is measured.

use std::net::SocketAddr;

use anyhow::{Context, Result, anyhow, ensure};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// Who asks: the host and the cookie that every request carries.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    pub(crate) address: SocketAddr,
    pub(crate) cookie: String,
}

impl Caller {
    /// A request for a page.
    pub(crate) fn get(&self, path: &str) -> Vec<u8> {
        self.request("GET", path, "", None)
    }

    /// A request for a part of a page, as the page's own script sends it.
    pub(crate) fn fragment(&self, path: &str) -> Vec<u8> {
        self.request("GET", path, "HX-Request: true\r\n", None)
    }

    /// A form that is sent; `by_script` asks for a part of a page again.
    pub(crate) fn post<'a>(
        &self,
        path: &str,
        by_script: bool,
        form: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Vec<u8> {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let more = if by_script { "HX-Request: true\r\n" } else { "" };
        self.request("POST", path, more, Some(&body))
    }

    /// A program's request with its key, and JSON if there is any.
    pub(crate) fn program(&self, method: &str, path: &str, key: &str, json: &str) -> Vec<u8> {
        let about = if json.is_empty() { "" } else { "Content-Type: application/json\r\n" };
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {key}\r\n{about}Content-Length: {}\r\n\r\n{json}",
            self.address,
            json.len()
        );
        head.into_bytes()
    }

    fn request(&self, method: &str, path: &str, more: &str, form: Option<&str>) -> Vec<u8> {
        let mut head =
            format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\n{more}", self.address);
        if !self.cookie.is_empty() {
            head.push_str(&format!("Cookie: {}\r\n", self.cookie));
        }
        match form {
            None => head.push_str("\r\n"),
            Some(body) => head.push_str(&format!(
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
                body.len()
            )),
        }
        head.into_bytes()
    }
}

/// A query string of these pairs.
pub(crate) fn query<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// A kept connection.
pub(crate) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// What came back; it lasts until the next question.
#[derive(Debug)]
pub(crate) struct Answer<'a> {
    pub(crate) status: u16,
    head: &'a [u8],
    pub(crate) body: &'a [u8],
}

impl Answer<'_> {
    /// A header's value; the first of its name.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        header(self.head, name)
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(self.body).into_owned()
    }
}

impl Connection {
    pub(crate) async fn open(address: SocketAddr) -> Result<Connection> {
        let stream = TcpStream::connect(address).await.with_context(|| format!("connecting to {address}"))?;
        stream.set_nodelay(true)?;
        Ok(Connection { stream, buffer: Vec::with_capacity(256 * 1024) })
    }

    /// Sends a request and reads the whole answer.
    pub(crate) async fn ask(&mut self, request: &[u8]) -> Result<Answer<'_>> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let (end_of_head, end) = loop {
            let read = self.stream.read_buf(&mut self.buffer).await?;
            ensure!(read > 0, "the server closed the connection");
            if let Some(at) = memchr::memmem::find(&self.buffer, b"\r\n\r\n") {
                let length = header(&self.buffer[..at], "content-length");
                let length: usize = length.ok_or_else(|| anyhow!("an answer without a length"))?.parse()?;
                break (at, at + 4 + length);
            }
        };
        while self.buffer.len() < end {
            ensure!(self.stream.read_buf(&mut self.buffer).await? > 0, "an answer broke off");
        }
        let (head, body) = (&self.buffer[..end_of_head], &self.buffer[end_of_head + 4..end]);
        let status = head.get(9..12).and_then(|digits| std::str::from_utf8(digits).ok()?.parse().ok());
        Ok(Answer { status: status.ok_or_else(|| anyhow!("an answer without a status"))?, head, body })
    }
}

fn header<'a>(head: &'a [u8], name: &str) -> Option<&'a str> {
    let text = std::str::from_utf8(head).ok()?;
    let mut lines = text.split("\r\n").filter_map(|line| line.split_once(':'));
    lines.find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_found_by_name() {
        let head = b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\nset-cookie: a=b; Path=/";
        assert_eq!(header(head, "content-length"), Some("12"));
        assert_eq!(header(head, "Set-Cookie"), Some("a=b; Path=/"));
        assert_eq!(header(head, "location"), None);
    }
}
