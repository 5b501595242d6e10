//! Addresses under `/dav/`: what a path stands for, and the path of everything.
//!
//! | path | what it is |
//! |---|---|
//! | `/dav/` | the root, which says whose programs these are |
//! | `/dav/principals/{user}/` | a person |
//! | `/dav/calendars/{user}/` | their calendars: `own`, `tasks`, `of-{colleague}` |
//! | `/dav/cards/{user}/` | their address books: `mine`, `followed`, `view-{view}` |

use kernel::{Id, Result};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

pub(crate) const ROOT: &str = "/dav/";
/// The longest name of anything, in characters.
const LONGEST: usize = 250;

/// What stands in a path without an escape (RFC 3986, 3.3).
const SEGMENT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'@').remove(b'=');

/// Where collections lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Home {
    Calendars,
    Cards,
}

impl Home {
    const fn key(self) -> &'static str {
        match self {
            Home::Calendars => "calendars",
            Home::Cards => "cards",
        }
    }
}

/// What a path stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    Root,
    Principals,
    Principal(Id),
    Home(Home, Id),
    Collection(Home, Id, String),
    /// One record of a collection, by its name there.
    Member(Home, Id, String, String),
}

impl Place {
    /// A path as a request line or an element of a request has it, perhaps with a host before it.
    pub(crate) fn parse(address: &str) -> Option<Place> {
        let path = match address.split_once("://") {
            Some((_, rest)) => rest.find('/').map_or("/", |at| &rest[at..]),
            None => address,
        };
        let rest = path.strip_prefix(ROOT)?;
        let decoded: Result<Vec<String>, ()> = rest.trim_end_matches('/').split('/').map(segment).collect();
        let parts = decoded.ok()?;
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let home = |key: &str| [Home::Calendars, Home::Cards].into_iter().find(|home| home.key() == key);
        Some(match parts.as_slice() {
            [""] => Place::Root,
            ["principals"] => Place::Principals,
            ["principals", user] => Place::Principal(user.parse().ok()?),
            [kind, user] => Place::Home(home(kind)?, user.parse().ok()?),
            [kind, user, key] => Place::Collection(home(kind)?, user.parse().ok()?, (*key).to_owned()),
            [kind, user, key, name] => {
                Place::Member(home(kind)?, user.parse().ok()?, (*key).to_owned(), (*name).to_owned())
            }
            _ => return None,
        })
    }

    pub(crate) fn path(&self) -> String {
        match self {
            Place::Root => ROOT.to_owned(),
            Place::Principals => format!("{ROOT}principals/"),
            Place::Principal(user) => format!("{ROOT}principals/{user}/"),
            Place::Home(home, user) => format!("{ROOT}{}/{user}/", home.key()),
            Place::Collection(home, user, key) => format!("{ROOT}{}/{user}/{key}/", home.key()),
            Place::Member(home, user, key, name) => {
                format!("{ROOT}{}/{user}/{key}/{}", home.key(), utf8_percent_encode(name, SEGMENT))
            }
        }
    }
}

fn segment(part: &str) -> Result<String, ()> {
    let text = percent_decode_str(part).decode_utf8().map_err(drop)?;
    let fine = !text.contains(|letter: char| letter.is_control() || letter == '/' || letter == '\\')
        && text.chars().count() <= LONGEST
        && text != ".."
        && text != ".";
    if fine { Ok(text.into_owned()) } else { Err(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_leads_back() {
        let user: Id = "0192a0b0c0d0e0f000112233445566ff".parse().unwrap();
        for place in [
            Place::Root,
            Place::Principals,
            Place::Principal(user),
            Place::Home(Home::Cards, user),
            Place::Collection(Home::Calendars, user, "own".to_owned()),
            Place::Member(Home::Calendars, user, "own".to_owned(), "Ål & 小明@x.ics".to_owned()),
        ] {
            assert_eq!(Place::parse(&place.path()), Some(place.clone()), "{}", place.path());
            let whole = format!("https://crm.example{}", place.path());
            assert_eq!(Place::parse(&whole), Some(place));
        }
        for bad in ["/", "/dav", "/dav/x", "/dav/cards/1/2", "/dav/cards/%2e%2e/", "/dav/principals/%2F/"] {
            assert_eq!(Place::parse(bad), None, "{bad}");
        }
    }
}
