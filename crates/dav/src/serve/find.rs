//! PROPFIND and PROPPATCH (RFC 4918, 9.1 and 9.2): what there is, and what programs may set of it.

use kernel::{Error, Id, Result};
use web::{Request, Response, StatusCode};
use workbench::App;

use super::{place, state};
use crate::{
    answer::{self, condition, multistatus, name, properties, refused},
    choices,
    collection::Collection,
    kept,
    members::State,
    names::{self, Names},
    place::{Home, Place},
    property::{Resource, Teller},
    xml::{self, DAV, Element, Name, SERVER},
};

/// What a PROPFIND asks for.
enum Asked {
    These(Vec<Name>),
    Everything,
    /// The names alone.
    Names,
}

impl Asked {
    fn read(body: &[u8]) -> Result<Asked> {
        let Some(root) = xml::read(body)? else { return Ok(Asked::Everything) };
        if !root.is(DAV, "propfind") {
            return Err(Error::invalid("", "dav-not-xml"));
        }
        Ok(match root.child(DAV, "prop") {
            Some(prop) => Asked::These(prop.children.iter().map(|child| child.name.clone()).collect()),
            None if root.child(DAV, "propname").is_some() => Asked::Names,
            None => Asked::Everything,
        })
    }

    /// Whether the answer says how far a collection has been counted, which takes a look at all that is in it.
    fn counts(&self) -> bool {
        match self {
            Asked::These(names) => {
                names.iter().any(|name| name.is(DAV, "sync-token") || name.is(SERVER, "getctag"))
            }
            Asked::Everything | Asked::Names => true,
        }
    }

    fn told(&self, teller: &Teller, resource: &Resource) -> Result<String> {
        match self {
            Asked::These(names) => teller.told(resource, names),
            Asked::Everything => teller.told(resource, &resource.usual()),
            Asked::Names => {
                let names: Vec<(Name, String)> =
                    resource.usual().into_iter().map(|name| (name, String::new())).collect();
                Ok(properties(&resource.path(teller.me.user), &names, &[]))
            }
        }
    }
}

pub(super) fn propfind(app: &App, request: &Request) -> Result<Response> {
    answer::or_refused(request, found(app, request), false)
}

fn found(app: &App, request: &Request) -> Result<Response> {
    let (me, place) = place(request)?;
    let asked = Asked::read(&request.body)?;
    let deep = match request.header("depth") {
        Some("0") => false,
        Some("infinity") => {
            let finite = condition(DAV, "propfind-finite-depth");
            return Ok(refused(StatusCode::FORBIDDEN, &finite, "Depth 0 or 1"));
        }
        _ => true,
    };
    match place {
        Place::Collection(home, user, key) => {
            let collection = app.read(request, |cx| choices::find(cx, home, user, &key))?;
            let counted = (deep || asked.counts()).then(|| state(app, request, &collection)).transpose()?;
            of_collections(app, request, &asked, None, &[(collection, counted)], deep)
        }
        Place::Home(home, _) => {
            let shown = if deep { app.read(request, |cx| choices::shown(cx, home))? } else { Vec::new() };
            let count = |collection: Collection| {
                let counted = asked.counts().then(|| state(app, request, &collection)).transpose()?;
                Ok((collection, counted))
            };
            let shown = shown.into_iter().map(count).collect::<Result<Vec<_>>>()?;
            of_collections(app, request, &asked, Some(home), &shown, false)
        }
        Place::Member(home, user, key, name) => of_member(app, request, &asked, (home, user, &key, &name)),
        Place::Root => alone(app, request, &asked, &[Resource::Root]),
        Place::Principals if deep => {
            alone(app, request, &asked, &[Resource::Principals, Resource::Principal(me)])
        }
        Place::Principals => alone(app, request, &asked, &[Resource::Principals]),
        Place::Principal(user) => alone(app, request, &asked, &[Resource::Principal(user)]),
    }
}

fn alone(app: &App, request: &Request, asked: &Asked, resources: &[Resource]) -> Result<Response> {
    app.read(request, |cx| {
        let teller = Teller::new(cx, request.signed_in()?)?;
        let all: Result<String> = resources.iter().map(|resource| asked.told(&teller, resource)).collect();
        Ok(multistatus(&all?))
    })
}

/// Collections, behind the home that they lie in, each perhaps with what is in it.
fn of_collections(
    app: &App,
    request: &Request,
    asked: &Asked,
    home: Option<Home>,
    collections: &[(Collection, Option<State>)],
    deep: bool,
) -> Result<Response> {
    app.read(request, |cx| {
        let teller = Teller::new(cx, request.signed_in()?)?;
        let mut out =
            home.map(|home| asked.told(&teller, &Resource::Home(home))).transpose()?.unwrap_or_default();
        for (collection, counted) in collections {
            let token = counted.as_ref().map(State::token);
            out.push_str(&asked.told(&teller, &Resource::Collection(collection, token))?);
            let names = if deep { Names::of(cx, collection)? } else { Names::default() };
            for item in counted.iter().filter(|_| deep).flat_map(|state| &state.items) {
                let path = path_of(collection, &names, item.id);
                out.push_str(
                    &asked.told(&teller, &Resource::Item(path, item.etag(), collection.kind.media_type()))?,
                );
            }
        }
        Ok(multistatus(&out))
    })
}

/// Where a record lies in a collection.
pub(super) fn path_of(collection: &Collection, names: &Names, record: Id) -> String {
    let name = names.name(collection.kind, record);
    Place::Member(collection.kind.home(), collection.user, collection.key.clone(), name).path()
}

fn of_member(
    app: &App,
    request: &Request,
    asked: &Asked,
    (home, user, key, name): (Home, Id, &str, &str),
) -> Result<Response> {
    app.read(request, |cx| {
        let collection = choices::find(cx, home, user, key)?;
        let record = names::record(cx, &collection, name)?.ok_or(Error::NotFound)?;
        let item = collection.item(cx, record)?.ok_or(Error::NotFound)?;
        let path = Place::Member(home, user, key.to_owned(), name.to_owned()).path();
        let teller = Teller::new(cx, request.signed_in()?)?;
        let resource = Resource::Item(path, item.etag(), collection.kind.media_type());
        Ok(multistatus(&asked.told(&teller, &resource)?))
    })
}

/// Sets what may be set, all or nothing.
pub(super) fn proppatch(app: &App, request: &Request) -> Result<Response> {
    answer::or_refused(request, patched(app, request), false)
}

fn patched(app: &App, request: &Request) -> Result<Response> {
    let (_, place) = place(request)?;
    let root = xml::read(&request.body)?.filter(|root| root.is(DAV, "propertyupdate"));
    let root = root.ok_or_else(|| Error::invalid("", "dav-not-xml"))?;
    let changes = changes(&root);
    let collection = match &place {
        Place::Collection(home, user, key) => {
            Some(app.read(request, |cx| choices::find(cx, *home, *user, key))?)
        }
        _ => None,
    };
    let told = |wanted: bool, status: &str| {
        let names = changes.iter().filter(|(name, _)| kept::settable(name) == wanted);
        let inner: String = names.map(|(name, _)| xml::element(name, "")).collect();
        if inner.is_empty() { inner } else { answer::propstat(&inner, status) }
    };
    let fine = collection.is_some() && changes.iter().all(|(name, _)| kept::settable(name));
    let inner = match &collection {
        Some(collection) if fine => {
            app.write(request, |tx| kept::set(tx, collection, &changes))?;
            told(true, "200 OK")
        }
        Some(_) => format!("{}{}", told(false, "403 Forbidden"), told(true, "424 Failed Dependency")),
        None => format!("{}{}", told(false, "403 Forbidden"), told(true, "403 Forbidden")),
    };
    let response = format!("{}{inner}", answer::href(&place.path()));
    Ok(multistatus(&xml::element(&name(DAV, "response"), &response)))
}

/// What is to be set, and what to be taken away.
fn changes(root: &Element) -> Vec<(Name, Option<String>)> {
    let mut all = Vec::new();
    for part in &root.children {
        let sets = part.is(DAV, "set");
        if !sets && !part.is(DAV, "remove") {
            continue;
        }
        for one in part.all(DAV, "prop").flat_map(|prop| &prop.children) {
            all.push((one.name.clone(), sets.then(|| one.text.clone())));
        }
    }
    all
}
