//! Calls to servers of others. What somebody typed as an address may lead anywhere, so names are resolved once, every
//! address is looked at before it is connected to, redirects are not followed, and nothing is waited for long. Never
//! called inside a transaction.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod guard;

use std::{io::Read, time::Duration};

use ureq::{
    Agent, Error,
    config::Config,
    unversioned::{resolver::DefaultResolver, transport::DefaultConnector},
};

use crate::guard::Guarded;
pub use crate::guard::is_public;

/// How long a call may take in all.
const PATIENCE: Duration = Duration::from_secs(10);
/// So much of an answer is read.
const MOST_READ: u64 = 4 * 1024;

/// Where calls may lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Public addresses only.
    Internet,
    /// Also this machine and private networks: for development.
    Anywhere,
}

/// What a server said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    /// The beginning, as text.
    pub body: String,
}

/// Why nothing was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The address leads into a private network.
    Private,
    TimedOut,
    /// In the words of the library: for the log and for administrators.
    Unreachable(String),
}

/// Sends a body and reads the beginning of the answer, whatever its status.
pub fn post(url: &str, headers: &[(&str, String)], body: &[u8], reach: Reach) -> Result<Answer, Failure> {
    let config = Config::builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        // A proxy of the environment would resolve names where nobody looks at the addresses.
        .proxy(None)
        .timeout_global(Some(PATIENCE))
        .user_agent("Kartotek")
        .build();
    let agent = Agent::with_parts(
        config,
        DefaultConnector::default(),
        Guarded::new(DefaultResolver::default(), reach),
    );
    let mut request = agent.post(url);
    for (name, value) in headers {
        request = request.header(*name, value);
    }
    let mut answer = request.send(body).map_err(failure)?;
    let mut text = Vec::new();
    // An answer that breaks off is an answer: its status has been read.
    let _ = answer.body_mut().as_reader().take(MOST_READ).read_to_end(&mut text);
    Ok(Answer { status: answer.status().as_u16(), body: String::from_utf8_lossy(&text).into_owned() })
}

fn failure(error: Error) -> Failure {
    match error {
        Error::Timeout(_) => Failure::TimedOut,
        Error::Other(cause) if cause.is::<guard::Refused>() => Failure::Private,
        other => Failure::Unreachable(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io::{Read, Write},
        net::TcpListener,
        thread,
    };

    use super::*;

    /// Answers one request with this; what it was sent.
    fn serve(answer: &'static str) -> (String, thread::JoinHandle<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let told = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut bytes = Vec::new();
            let mut block = [0; 1024];
            while !String::from_utf8_lossy(&bytes).contains("hello") {
                let read = stream.read(&mut block).unwrap();
                bytes.extend(&block[..read]);
            }
            stream.write_all(answer.as_bytes()).unwrap();
            String::from_utf8_lossy(&bytes).into_owned()
        });
        (url, told)
    }

    #[test]
    fn a_body_arrives_and_the_answer_comes_back_whatever_its_status() {
        let (url, told) = serve("HTTP/1.1 503 Busy\r\ncontent-length: 4\r\nconnection: close\r\n\r\nbusy");
        let headers = [("webhook-id", "7".to_owned())];
        let answer = post(&url, &headers, b"hello", Reach::Anywhere).unwrap();
        assert_eq!(answer, Answer { status: 503, body: "busy".to_owned() });
        let told = told.join().unwrap();
        assert!(told.starts_with("POST /hook HTTP/1.1\r\n") && told.contains("webhook-id: 7"), "{told}");
    }

    #[test]
    fn a_redirect_is_an_answer_and_not_followed() {
        let (url, _) = serve(
            "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
        );
        assert_eq!(post(&url, &[], b"hello", Reach::Anywhere).unwrap().status, 302);
    }

    #[test]
    fn private_networks_are_out_of_reach() {
        for url in
            ["http://127.0.0.1:9/", "http://localhost:9/", "http://[::1]:9/", "http://169.254.169.254/"]
        {
            assert_eq!(post(url, &[], b"hello", Reach::Internet), Err(Failure::Private), "{url}");
        }
        let nobody = post("http://127.0.0.1:9/", &[], b"hello", Reach::Anywhere);
        assert!(matches!(nobody, Err(Failure::Unreachable(_))), "{nobody:?}");
    }
}
