//! Properties: what each kind of resource says of itself when a program asks.

use std::collections::BTreeMap;

use kernel::{Cx, Id, Result};
use web::SignedIn;

use crate::{
    answer::{href, name},
    collection::{Collection, Kind},
    kept,
    place::{Home, Place},
    xml::{APPLE, CALDAV, CARDDAV, DAV, Name, SERVER, element, escaped},
};

/// The largest text taken, in bytes.
pub(crate) const LARGEST: u64 = 10 * 1024 * 1024;

/// A resource, with what is known of it without asking.
#[derive(Debug)]
pub(crate) enum Resource<'a> {
    Root,
    Principals,
    Principal(Id),
    Home(Home),
    /// With the place in its counting, where that is asked for.
    Collection(&'a Collection, Option<String>),
    /// A record: its path, its etag and its media type.
    Item(String, String, &'static str),
}

impl Resource<'_> {
    pub(crate) fn path(&self, me: Id) -> String {
        match self {
            Resource::Root => Place::Root.path(),
            Resource::Principals => Place::Principals.path(),
            Resource::Principal(user) => Place::Principal(*user).path(),
            Resource::Home(home) => Place::Home(*home, me).path(),
            Resource::Collection(collection, _) => collection.place().path(),
            Resource::Item(path, ..) => path.clone(),
        }
    }

    /// What is told to a program that asks for everything.
    pub(crate) fn usual(&self) -> Vec<Name> {
        let mut names = vec![name(DAV, "resourcetype"), name(DAV, "displayname")];
        match self {
            Resource::Item(..) => names.extend([name(DAV, "getetag"), name(DAV, "getcontenttype")]),
            Resource::Collection(..) => names.extend([name(DAV, "owner"), name(DAV, "sync-token")]),
            _ => names.push(name(DAV, "current-user-principal")),
        }
        names
    }
}

/// Whoever asks, and what is asked once for an answer.
pub(crate) struct Teller<'a> {
    pub(crate) cx: &'a Cx,
    pub(crate) me: &'a SignedIn,
    own: BTreeMap<String, BTreeMap<String, String>>,
}

impl<'a> Teller<'a> {
    pub(crate) fn new(cx: &'a Cx, me: &'a SignedIn) -> Result<Teller<'a>> {
        Ok(Teller { cx, me, own: kept::all(cx, me.user)? })
    }

    /// The resource with these properties.
    pub(crate) fn told(&self, resource: &Resource, asked: &[Name]) -> Result<String> {
        let (mut found, mut missing) = (Vec::new(), Vec::new());
        for one in asked {
            match self.value(resource, one)? {
                Some(value) => found.push((one.clone(), value)),
                None => missing.push(one.clone()),
            }
        }
        Ok(crate::answer::properties(&resource.path(self.me.user), &found, &missing))
    }

    /// The value as XML; `None` when it has no such property.
    fn value(&self, resource: &Resource, asked: &Name) -> Result<Option<String>> {
        let me = Place::Principal(self.me.user).path();
        if asked.space == DAV {
            let value = match asked.local.as_str() {
                "resourcetype" => Some(kind_of(resource)),
                "current-user-principal" => Some(href(&me)),
                "principal-collection-set" => Some(href(&Place::Principals.path())),
                "displayname" => self.display_name(resource)?.map(|name| escaped(&name)),
                "current-user-privilege-set" => Some(self.privileges(resource)?),
                _ => None,
            };
            if value.is_some() {
                return Ok(value);
            }
        }
        match resource {
            Resource::Root | Resource::Principals => Ok(self.of_principal(self.me.user, asked)),
            Resource::Principal(user) => Ok(self.of_principal(*user, asked)),
            Resource::Home(_) if asked.is(DAV, "owner") => Ok(Some(href(&me))),
            Resource::Home(_) => Ok(None),
            Resource::Collection(collection, token) => {
                self.of_collection(collection, token.as_deref(), asked)
            }
            Resource::Item(_, etag, _) if asked.is(DAV, "getetag") => Ok(Some(escaped(etag))),
            Resource::Item(_, _, kind) if asked.is(DAV, "getcontenttype") => Ok(Some(escaped(kind))),
            Resource::Item(..) => Ok(None),
        }
    }

    fn display_name(&self, resource: &Resource) -> Result<Option<String>> {
        Ok(match resource {
            Resource::Principal(user) if *user == self.me.user => Some(self.me.name.clone()),
            Resource::Principal(user) => Some(identity::members::find(self.cx, *user)?.name),
            Resource::Collection(collection, _) => {
                let own =
                    self.own.get(&collection.key).and_then(|own| own.get(&name(DAV, "displayname").key()));
                Some(own.cloned().map_or_else(|| collection.name(self.cx), Ok)?)
            }
            Resource::Item(..) => None,
            _ => Some("Kartotek".to_owned()),
        })
    }

    /// Where somebody's calendars and cards are; of a colleague only who they are.
    fn of_principal(&self, user: Id, asked: &Name) -> Option<String> {
        let mine = user == self.me.user;
        let homes = |home| href(&Place::Home(home, user).path());
        match (asked.space.as_str(), asked.local.as_str()) {
            (DAV, "principal-URL") => Some(href(&Place::Principal(user).path())),
            (CALDAV, "calendar-home-set") if mine => Some(homes(Home::Calendars)),
            (CARDDAV, "addressbook-home-set") if mine => Some(homes(Home::Cards)),
            (CALDAV, "calendar-user-address-set") if mine => Some(format!(
                "{}{}",
                href(&format!("mailto:{}", self.me.email)),
                href(&Place::Principal(user).path())
            )),
            (CALDAV, "calendar-user-type") => Some("INDIVIDUAL".to_owned()),
            (SERVER, "email-address-set") if mine => {
                Some(element(&name(SERVER, "email-address"), &escaped(&self.me.email)))
            }
            _ => None,
        }
    }

    fn of_collection(
        &self,
        collection: &Collection,
        token: Option<&str>,
        asked: &Name,
    ) -> Result<Option<String>> {
        let calendar = collection.kind.home() == Home::Calendars;
        let own = self.own.get(&collection.key).and_then(|own| own.get(&asked.key()));
        if let Some(own) = own {
            return Ok(Some(escaped(own)));
        }
        Ok(match (asked.space.as_str(), asked.local.as_str()) {
            (DAV, "sync-token") | (SERVER, "getctag") => token.map(escaped),
            (DAV, "owner") => {
                let owner = if let Kind::Of(user) = collection.kind { user } else { collection.user };
                Some(href(&Place::Principal(owner).path()))
            }
            (DAV, "supported-report-set") => Some(reports(calendar)),
            (CALDAV, "calendar-description") if calendar => Some(escaped(&collection.note(self.cx))),
            (CARDDAV, "addressbook-description") if !calendar => Some(escaped(&collection.note(self.cx))),
            (CALDAV, "supported-calendar-component-set") if calendar => {
                let component = if collection.kind == Kind::Tasks { "VTODO" } else { "VEVENT" };
                Some(format!("<c:comp name=\"{component}\"/>"))
            }
            (CALDAV, "supported-calendar-data") if calendar => {
                Some("<c:calendar-data content-type=\"text/calendar\" version=\"2.0\"/>".to_owned())
            }
            (CARDDAV, "supported-address-data") if !calendar => Some(
                "<r:address-data-type content-type=\"text/vcard\" version=\"3.0\"/>\
                 <r:address-data-type content-type=\"text/vcard\" version=\"4.0\"/>"
                    .to_owned(),
            ),
            (CALDAV, "max-resource-size") if calendar => Some(LARGEST.to_string()),
            (CARDDAV, "max-resource-size") if !calendar => Some(LARGEST.to_string()),
            (CALDAV | CARDDAV, "supported-collation-set") => Some(collations(&asked.space)),
            (APPLE, "calendar-color") if calendar => Some(colour(collection).to_owned()),
            _ => None,
        })
    }

    fn privileges(&self, resource: &Resource) -> Result<String> {
        let mut all = vec!["read", "read-current-user-privilege-set"];
        if let Resource::Collection(collection, _) = resource {
            let (edits, creates) = collection.takes(self.cx)?;
            all.push("write-properties");
            if edits {
                all.push("write-content");
            }
            if creates {
                all.extend(["write", "bind", "unbind"]);
            }
        }
        let one = |privilege: &&str| format!("<d:privilege><d:{privilege}/></d:privilege>");
        Ok(all.iter().map(one).collect())
    }
}

fn kind_of(resource: &Resource) -> String {
    match resource {
        Resource::Principal(_) => "<d:principal/>".to_owned(),
        Resource::Root | Resource::Principals | Resource::Home(_) => "<d:collection/>".to_owned(),
        Resource::Collection(collection, _) => match collection.kind.home() {
            Home::Calendars => "<d:collection/><c:calendar/>".to_owned(),
            Home::Cards => "<d:collection/><r:addressbook/>".to_owned(),
        },
        Resource::Item(..) => String::new(),
    }
}

fn reports(calendar: bool) -> String {
    let all: &[&str] = match calendar {
        true => &["c:calendar-query", "c:calendar-multiget", "c:free-busy-query", "d:sync-collection"],
        false => &["r:addressbook-query", "r:addressbook-multiget", "d:sync-collection"],
    };
    let one =
        |report: &&str| format!("<d:supported-report><d:report><{report}/></d:report></d:supported-report>");
    all.iter().map(one).collect()
}

fn collations(space: &str) -> String {
    let one = |collation: &str| element(&name(space, "supported-collation"), collation);
    ["i;ascii-casemap", "i;octet", "i;unicode-casemap"].into_iter().map(one).collect()
}

/// A colour that stays the same for a calendar, until a program chooses another.
const fn colour(collection: &Collection) -> &'static str {
    match collection.kind {
        Kind::Own => "#3B6FB6FF",
        Kind::Tasks => "#B6793BFF",
        _ => "#6B8E5AFF",
    }
}
