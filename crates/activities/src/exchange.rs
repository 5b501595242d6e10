//! Appointments in the calendars of other programs: secret addresses to subscribe to, the file of one appointment, and files
//! that are read in. An event that was read before is brought up to date by its `UID`.

use formats::calendar::{self, Method};
use identity::secret_addresses::{self, SecretAddress};
use jiff::ToSpan;
use kernel::{Error, Id, Result, Scope, Tx};
use records::{
    ChangeSet, Record,
    access::{self, Verb},
    lookups::{self, Lookup},
    object::object,
    record,
    save::{self, Values},
};
use web::{
    Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{PageHead, Tone, button, crumbs, field, notice, page_head},
};
use workbench::{App, View, view::Page};

use crate::{
    diary, ics,
    ics::{Foreign, Names},
    inviting::answers,
};

const HERE: &str = "/calendar/exchange";
const FEED: &str = "calendar";
const TYPE: &str = "text/calendar; charset=utf-8";
/// Days back and ahead that a subscription shows.
const BACK: i64 = 90;
const AHEAD: i64 = 550;

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::SignedIn, page);
    routes.post("/calendar/addresses", Permission::SignedIn, make);
    routes.post("/calendar/addresses/{id}/revoke", Permission::SignedIn, revoke);
    // Whoever knows the secret; programs that read calendars cannot sign in.
    routes.get("/calendar/feed/{token}", Permission::Anyone, feed);
    routes.get("/appointments/{id}/event.ics", Permission::Read, one);
    routes.upload("/calendar/import", Permission::Write, calendar::LONGEST as u64, import);
}

fn page(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        whole(&view, None, None)
    })
}

fn make(app: &App, request: &Request) -> Result<Response> {
    let (_, token) = app.write(request, |tx| secret_addresses::create(tx, FEED))?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        // The secret is kept nowhere, so this answer is the only page that can show it.
        let post = cx.part::<mail::Post>();
        let site = post.site.trim_end_matches('/');
        whole(&view, Some(&format!("{site}/calendar/feed/{token}.ics")), None)
    })
}

fn revoke(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    app.write(request, |tx| secret_addresses::revoke(tx, id))?;
    let locale = locale::Locale::new(&request.scope().locality);
    Ok(Response::redirect(HERE).toast(locale.t("feed-revoked"), None))
}

fn whole(view: &View, made: Option<&str>, refused: Option<&str>) -> Result<Response> {
    let addresses = secret_addresses::list(view.cx, FEED)?;
    let title = view.t("exchange-title");
    let way = [(crate::calendar::HERE.into(), view.t("nav-calendar"))];
    let imports = view.catalog.object("appointment").is_ok_and(|object| view.may(object, Verb::Create));
    let body = html! {
        (crumbs(&view.t("crumbs"), &way, &title))
        (page_head(&PageHead { title: &title, count: None, lead: None, actions: html! {} }))
        section.exchange aria-labelledby="feed" {
            h2 #feed { (view.t("feed-title")) }
            p.quiet { (view.t("feed-lead")) }
            @if let Some(address) = made { (shown_once(view, address)) }
            ul.addresses { @for address in &addresses { li { (line(view, address)) } } }
            form method="post" action="/calendar/addresses" { (button(view.t("feed-make")).icon("plus")) }
        }
        @if imports {
            section.exchange aria-labelledby="import" {
                h2 #import { (view.t("ics-import")) }
                p.quiet { (view.t("ics-import-lead")) }
                @if let Some(refused) = refused { (notice(Some(Tone::Negative), &html! { (refused) }, None)) }
                form.form method="post" action="/calendar/import" enctype="multipart/form-data" {
                    (field("file", view.t("ics-file")).file(".ics,text/calendar"))
                    div.form-actions { (button(view.t("ics-read")).icon("import")) }
                }
            }
        }
    };
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(view.page(Page::new(title, crate::calendar::HERE, body)).status(status))
}

fn shown_once(view: &View, address: &str) -> Markup {
    html! {
        div.made role="status" {
            div.field data-width="full" {
                label for="secret" { (view.t("feed-made")) }
                k-copy.copy data-copied=(view.t("copied")) {
                    input.input #secret value=(address) readonly aria-describedby="secret-help";
                    (button(view.t("copy")).inert().icon("copy").flag("hidden"))
                }
                p.help #secret-help { (view.t("feed-made-help")) }
            }
        }
    }
}

fn line(view: &View, address: &SecretAddress) -> Markup {
    html! {
        span { (view.t("feed-made-at")) " " (view.moment(address.created_at)) }
        " " span.quiet { @match address.used_at { Some(at) => { (view.t("feed-read-at")) " " (view.moment(at)) }, None => (view.t("feed-unread")) } }
        form method="post" action={ "/calendar/addresses/" (address.id) "/revoke" } { (button(view.t("feed-revoke")).plain().small()) }
    }
}

/// The calendar of whoever made the address, as they see it now.
fn feed(app: &App, request: &Request) -> Result<Response> {
    let token = request.params.get("token").trim_end_matches(".ics");
    let bearer = app.db.read(&Scope::global(), |cx| secret_addresses::bearer(cx, FEED, token))?;
    let bearer = bearer.ok_or(Error::NotFound)?;
    if bearer.stale {
        app.db.write_in_passing(&Scope::global(), |tx| secret_addresses::touch(tx, &bearer))?;
    }
    app.db.read(&bearer.scope, |cx| {
        let user = cx.actor().user().ok_or(Error::NotFound)?;
        let today = cx.today();
        let day = |days: i64| today.checked_add(days.days()).unwrap_or(today);
        let found = diary::within(cx, day(-BACK), day(AHEAD), &diary::of_users(&[user]))?;
        let mut all: Vec<Record> = Vec::new();
        for one in found.occurrences {
            // A series is written once, with its rule.
            if !all.iter().any(|known| known.id == one.appointment.id) && one.is_of(user) {
                all.push(one.appointment);
            }
        }
        let names = Names::of(cx, &all)?;
        let events: Vec<_> = all.iter().filter_map(|one| ics::event(one, &names)).collect();
        let name = identity::members::find(cx, user)?.name;
        Ok(Response::content(TYPE, calendar::write(Method::Publish, &name, &events)))
    })
}

fn one(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let appointment = record::find(cx, &object(cx, "appointment")?, request.params.id("id")?)?;
        let names = Names::of(cx, [&appointment])?;
        let event = ics::event(&appointment, &names).ok_or(Error::NotFound)?;
        Ok(Response::download("appointment.ics", TYPE, calendar::write(Method::Publish, "", &[event])))
    })
}

/// What was read from a file.
#[derive(Default)]
struct Taken {
    made: usize,
    changed: usize,
    left: usize,
}

fn import(app: &App, request: &Request) -> Result<Response> {
    let upload = request.uploads.iter().find(|upload| upload.field == "file" && !upload.file_name.is_empty());
    let bytes = upload.map(|upload| std::fs::read(&upload.path)).transpose()?.unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let zone = request.scope().locality.time_zone.clone();
    let read = calendar::read(&text, &zone).filter(|(_, events)| !events.is_empty());
    if let Some((Method::Reply, events)) = &read {
        let taken = app.write(request, |tx| answers::take(tx, events))?;
        let locale = locale::Locale::new(&request.scope().locality);
        let text = locale.tf("invited-answers-taken", &[("count", taken.into())]);
        return Ok(Response::redirect(crate::calendar::HERE).toast(text, None));
    }
    let Some((_, events)) = read else {
        return app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            let refused = view.t("ics-not-a-calendar");
            whole(&view, None, Some(&refused))
        });
    };
    let (taken, set) = app.write(request, |tx| {
        let mut set = ChangeSet::new(tx, "change-imported-appointments");
        let mut taken = Taken::default();
        for event in &events {
            take(tx, &mut set, event, &mut taken)?;
        }
        set.close(tx)?;
        Ok((taken, set.id))
    })?;
    let locale = locale::Locale::new(&request.scope().locality);
    let counts =
        [("made", taken.made.into()), ("changed", taken.changed.into()), ("left", taken.left.into())];
    let text = locale.tf("ics-taken", &counts);
    Ok(Response::redirect(crate::calendar::HERE).toast(text, Some(format!("/changes/{set}/undo"))))
}

/// Makes an appointment of an event, or changes the one that was made of it before.
fn take(tx: &mut Tx, set: &mut ChangeSet, event: &calendar::Event, taken: &mut Taken) -> Result<()> {
    let declared = object(tx, "appointment")?;
    let Some(mut values) = ics::values(tx, event)? else {
        taken.left += 1;
        return Ok(());
    };
    let key = foreign_key(event);
    values.insert("foreign".to_owned(), Foreign { uid: key.clone(), ..Foreign::default() }.kept());
    match known(tx, event, &key)? {
        Some(id) if access::may_on(tx, &record::find(tx, &declared, id)?, Verb::Edit)? => {
            save::edit(tx, set, &declared, id, values, &Values::new())?.saved()?;
            taken.changed += 1;
        }
        Some(_) => taken.left += 1,
        None => {
            save::create(tx, set, &declared, values)?;
            taken.made += 1;
        }
    }
    Ok(())
}

/// The `UID`, and for what stands for one of a series when that would have been.
pub(crate) fn foreign_key(event: &calendar::Event) -> String {
    let uid: String = event.uid.chars().take(180).collect();
    match event.replaces {
        Some(at) => format!("{uid}#{}", at.as_microsecond()),
        None => uid,
    }
}

/// The appointment that an event is: one of ours that went out and came back, or one that was read before.
pub(crate) fn known(tx: &Tx, event: &calendar::Event, key: &str) -> Result<Option<Id>> {
    let declared = object(tx, "appointment")?;
    let own = event.uid.strip_suffix("@kartotek").and_then(|id| id.parse::<Id>().ok());
    if let (Some(id), None) = (own, event.replaces)
        && record::find_many(tx, &declared, &[id])?.get(&id).is_some_and(|own| own.trashed_at.is_none())
    {
        return Ok(Some(id));
    }
    if event.uid.is_empty() {
        return Ok(None);
    }
    let found = lookups::find(tx, declared.key, &Lookup::new("uid", key.to_owned()), 1)?;
    let seen = record::find_many(tx, &declared, &found)?;
    Ok(found.into_iter().find(|id| seen.contains_key(id)))
}
