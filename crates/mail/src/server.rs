//! The server that takes letters, as it is set up: an address such as `smtps://name:password@mail.example.com`, and who
//! they are from.

use std::{fmt, time::Duration};

use kernel::Error;
use lettre::{Message, SmtpTransport, Transport, address::Envelope, message::Mailbox};

/// How long a server may take for each of its answers.
const PATIENCE: Duration = Duration::from_secs(30);

/// A part of the database: where letters go, and the address of this installation that stands in them.
#[derive(Debug, Default)]
pub struct Post {
    /// `https://crm.example.com`, without a slash at the end.
    pub site: String,
    /// None: letters are kept.
    pub server: Option<Server>,
}

/// A server for outgoing mail.
pub struct Server {
    transport: SmtpTransport,
    from: Mailbox,
    host: String,
}

impl fmt::Debug for Server {
    /// Without its password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server").field("host", &self.host).field("from", &self.from).finish_non_exhaustive()
    }
}

/// Why a letter was not taken.
#[derive(Debug)]
pub(crate) struct Refused {
    /// It will not be taken later either.
    pub(crate) for_good: bool,
    pub(crate) why: String,
}

impl Server {
    /// `smtps://` speaks TLS from the start, `smtp://…?tls=required` begins it, `smtp://` alone speaks in the clear.
    /// `from` is an address, perhaps with a name: `Kartotek <crm@example.com>`.
    pub fn new(url: &str, from: &str) -> Result<Server, Error> {
        let from: Mailbox =
            from.parse().map_err(|error| Error::internal(format!("`{from}` is no sender: {error}")))?;
        let wrong = |error: &dyn fmt::Display| {
            // The address holds a password.
            Error::internal(format!("the address of the mail server is not right: {error}"))
        };
        let host = host_of(url).ok_or_else(|| wrong(&"it has no host"))?;
        let builder = SmtpTransport::from_url(url).map_err(|error| wrong(&error))?;
        Ok(Server { transport: builder.timeout(Some(PATIENCE)).build(), from, host })
    }

    /// `mail.example.com:587`.
    pub fn host(&self) -> &str {
        &self.host
    }

    pub fn from(&self) -> String {
        self.from.to_string()
    }

    /// The domain of the sender, which stands in every `Message-ID`.
    pub(crate) fn domain(&self) -> &str {
        self.from.email.domain()
    }

    pub(crate) fn sender(&self) -> Mailbox {
        self.from.clone()
    }

    /// Hands a letter over. Takes as long as the server does.
    pub(crate) fn hand_over(&self, message: &Message) -> Result<(), Refused> {
        let envelope: &Envelope = message.envelope();
        match self.transport.send_raw(envelope, &message.formatted()) {
            Ok(_) => Ok(()),
            Err(error) => Err(Refused { for_good: error.is_permanent(), why: error.to_string() }),
        }
    }
}

/// The host and port of an address, without name and password.
fn host_of(url: &str) -> Option<String> {
    let rest = url.strip_prefix("smtps://").or_else(|| url.strip_prefix("smtp://"))?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    (!host.is_empty()).then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_understood_and_its_password_is_told_nobody() {
        let server =
            Server::new("smtps://anna:geheim@mail.example.com:465", "Kartotek <crm@example.com>").unwrap();
        assert_eq!((server.host(), server.domain()), ("mail.example.com:465", "example.com"));
        assert!(!format!("{server:?}").contains("geheim"));
        for (url, from) in [
            ("https://mail.example.com", "crm@example.com"),
            ("smtp://", "crm@example.com"),
            ("smtps://mail.example.com", "nobody"),
            ("smtp://mail.example.com?tls=perhaps", "crm@example.com"),
        ] {
            assert!(Server::new(url, from).is_err(), "{url} {from}");
        }
    }
}
