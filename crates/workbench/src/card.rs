//! The page of one card: who it is on top, its fields on the left, what happened in the middle, what belongs to it
//! on the right.

mod fields;
mod layout;
mod related;

use std::{collections::BTreeSet, sync::Arc};

use kernel::{Cx, Id, Result, Role, Tx};
use records::{
    ChangeSet, Field, Object, Record, access::Verb, layout::Layout, merge, notices, object::ObjectKind,
    record, save,
};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{AvatarSize, Menu, MenuItem, Tone, button, crumbs, icon, link_button, menu, notice},
};

use crate::{
    App, CardPage, View, following, list,
    place::Place,
    show,
    view::{Page, card_avatar},
};

pub(crate) fn routes(routes: &mut Routes<App>, place: &Place) {
    place.get(routes, "/{id}", Permission::Read, page);
    place.get(routes, "/{id}/peek", Permission::Read, peek);
    place.get(routes, "/{id}/fields", Permission::Read, refreshed);
    place.get(routes, "/{id}/present", Permission::Read, present);
    place.post(routes, "/{id}/trash", Permission::Write, |app, request, object| {
        move_it(app, request, object, "change-trashed", save::trash)
    });
    place.post(routes, "/{id}/restore", Permission::Write, |app, request, object| {
        move_it(app, request, object, "change-restored", save::restore)
    });
    crate::files::photo_route(routes, place);
    layout::routes(routes, place);
}

fn page(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let id = request.params.id("id")?;
    let look = || {
        app.read(request, |cx| {
            let record = record::find(cx, object, id)?;
            if let (Some(_), Some(survivor)) = (record.trashed_at, merge::survivor(cx, id)?) {
                return Ok((Response::redirect(format!("/{}/{survivor}", object.path)), None, false));
            }
            let view = View::new(app, request, cx)?.with_titles([&record])?;
            let looks = request.visitor.viewed_by.is_none();
            let opening = if looks { Opening::of(app, request, cx, &record)? } else { Opening::default() };
            let news = looks && notices::unread_about(cx, id)?;
            Ok((whole(&view, &record)?, Some((record, opening)), news))
        })
    };
    let (mut response, opened, news) = look()?;
    if let Some((record, opening)) = opened.filter(|(_, opening)| !opening.is_nothing()) {
        app.db.write_in_passing(request.scope(), |tx| opening.note(tx, app, request, &record))?;
    }
    if news {
        // Who opens the card has read what there was to say about it, and the bell on this very page knows.
        app.db.write_unsynced(request.scope(), |tx| notices::read_card(tx, id))?;
        response = look()?.0;
    }
    Ok(response)
}

/// What has to be written down because somebody opens a card: in one go, and not at all when others are writing.
#[derive(Default)]
struct Opening {
    visited: bool,
    /// Places of the modules that asked for it.
    modules: Vec<usize>,
}

impl Opening {
    fn of(app: &App, request: &Request, cx: &Cx, record: &Record) -> Result<Opening> {
        let mut modules = Vec::new();
        for (at, module) in app.modules.iter().enumerate() {
            if module.notes_opening(cx, request, record)? {
                modules.push(at);
            }
        }
        Ok(Opening { visited: !visited_lately(cx, record)?, modules })
    }

    fn is_nothing(&self) -> bool {
        !self.visited && self.modules.is_empty()
    }

    fn note(&self, tx: &mut Tx, app: &App, request: &Request, record: &Record) -> Result<()> {
        for at in &self.modules {
            app.modules[*at].opened(tx, request, record)?;
        }
        if self.visited { visit(tx, &record.object, record.id) } else { Ok(()) }
    }
}

/// Whether the visitor's last look at the card is remembered already, so that looking again writes nothing.
fn visited_lately(cx: &Cx, record: &Record) -> Result<bool> {
    let Some(user) = cx.actor().user() else { return Ok(true) };
    let newest = cx.query_one(
        "SELECT at FROM visits WHERE workspace_id = ?1 AND user_id = ?2 AND record_id = ?3",
        &[cx.workspace().into(), user.into(), record.id.into()],
    )?;
    Ok(newest.is_some_and(|row| row.int(0) > cx.now().plus(-kernel::clock::HOUR).micros()))
}

fn visit(tx: &mut Tx, object: &Object, id: kernel::Id) -> Result<()> {
    let Some(user) = tx.actor().user() else { return Ok(()) };
    tx.execute(
        "INSERT INTO visits (workspace_id, user_id, record_id, object, at) VALUES (?1, ?2, ?3, ?4, ?5) \
         ON CONFLICT (workspace_id, user_id, record_id) DO UPDATE SET at = excluded.at",
        &[tx.workspace().into(), user.into(), id.into(), object.key.into(), tx.now().into()],
    )?;
    Ok(())
}

fn whole(view: &View, record: &Record) -> Result<Response> {
    let object = &record.object;
    let title = record.title(&view.reading);
    let page = CardPage { view, record };
    let layout = layout::of(view, record)?;
    let followers = following::followers(view, record)?;
    let top = places(view, |module| module.card_top(&page))?;
    let middle = places(view, |module| module.card_middle(&page))?;
    let side = places(view, |module| module.card_side(&page))?;
    let way = [(format!("/{}", object.path).into(), view.many(object))];
    let body = html! {
        (crumbs(&view.t("crumbs"), &way, &title))
        (head(&page, &layout, &title, &followers)?)
        @if record.trashed_at.is_some() { (in_trash(view, record)) }
        (top)
        div.card-page {
            div.left data-topic=(topic(record)) hx-get={ (record.address()) "/fields" } hx-trigger="live" {
                (fields::fields(view, record, &layout))
            }
            div.middle { (middle) }
            aside.related aria-label=(view.t("related")) { (related::stacks(view, record, &layout)?) (side) (following::stack(view, record, &followers)?) }
        }
    };
    Ok(view.page(Page::new(title.clone(), format!("/{}", object.path), body).topic(topic(record))))
}

fn topic(record: &Record) -> String {
    format!("{}:{}", record.object.key, record.id)
}

/// What the modules put into one place, one after the other.
fn places(view: &View, ask: impl Fn(&dyn crate::Module) -> Result<Option<Markup>>) -> Result<Markup> {
    let mut all = Vec::new();
    for module in view.app.modules.iter() {
        all.extend(ask(&**module)?);
    }
    Ok(html! { @for one in &all { (one) } })
}

fn head(page: &CardPage, layout: &Layout, title: &str, followers: &BTreeSet<Id>) -> Result<Markup> {
    let (view, record) = (page.view, page.record);
    let object = &record.object;
    let chips = places(view, |module| module.card_chips(page))?;
    let actions = places(view, |module| module.card_actions(page))?;
    let topic = topic(record);
    Ok(html! {
        header.card-head data-tab=(object.tab) {
            p.kind { (view.one(object)) }
            p.present #present data-presence=(topic) hx-get={ (record.address()) "/present" } hx-trigger="presence" {
                (others(view, record))
            }
            (card_avatar(record, title, AvatarSize::Large))
            div {
                div.name { h1 { (title) } (list::mark(view, record)) (chips) }
                ul.facts { (facts(view, record, layout)) }
            }
            div.end { (actions) (following::follow_button(view, record, followers)) (more(page)) }
        }
    })
}

/// The facts that matter: as declared role and company, phone, mail, owner.
fn facts(view: &View, record: &Record, layout: &Layout) -> Markup {
    html! { @for field in layout.facts(&record.object) { (fact(view, record, field)) } }
}

fn fact(view: &View, record: &Record, field: &Field) -> Markup {
    let first = || record.get(&field.key).as_array().and_then(|items| items.first()).cloned();
    let job = record.text("job_title");
    match field.key.as_str() {
        "company" => match show::address_of(view, record.get("company")) {
            Some(href) => html! { li { span {
                @if !job.is_empty() { (job) ", " }
                a href=(href) { b { (record.show("company", &view.reading)) } }
            } } },
            None if !job.is_empty() => html! { li { (job) } },
            None => html! {},
        },
        "phones" => match first() {
            Some(phone) => html! { li { (icon("phone")) (show::phone(view, &phone)) } },
            None => html! {},
        },
        "emails" => match first() {
            Some(mail) => {
                html! { li { (icon("mail")) (show::mail(mail["address"].as_str().unwrap_or_default())) } }
            }
            None => html! {},
        },
        key if record.get(key).is_null() => html! {},
        "owner" => html! { li { (icon("user")) (record.show("owner", &view.reading)) } },
        "tags" | "job_title" => html! { li { (show::cell(view, record, field)) } },
        _ => {
            html! { li { span.quiet { (view.label(&record.object, field)) } " " (show::cell(view, record, field)) } }
        }
    }
}

fn more(page: &CardPage) -> Markup {
    let (view, record) = (page.view, page.record);
    let address = record.address();
    let mut groups: Vec<Vec<MenuItem>> =
        vec![view.app.modules.iter().flat_map(|module| module.card_menu(page)).collect()];
    let living = record.trashed_at.is_none();
    let edits = view.may_on(record, Verb::Edit) && living;
    let mut first = Vec::new();
    if edits {
        first
            .push(MenuItem::link(format!("{address}/edit"), view.t("edit-everything")).icon("edit").key("e"));
    }
    first.push(MenuItem::link(format!("{address}/history"), view.t("nav-history")).icon("history"));
    if record.object.kind == ObjectKind::Card && view.may_on(record, Verb::Merge) && living {
        let merge = format!("/{}/merge?id={}", record.object.path, record.id);
        first.push(MenuItem::link(merge, view.t("merge-with-another")).icon("merge"));
    }
    // What goes with its card is seen by whoever sees that, and is shared with it.
    if !record.object.goes_with_card {
        if edits {
            first.push(MenuItem::link(format!("{address}/share"), view.t("share")).icon("users"));
        }
        first.push(MenuItem::link(format!("{address}/why"), view.t("why")).icon("eye"));
    }
    if edits && record.object.at("photo").is_some() {
        first.push(MenuItem::link(format!("{address}/photo"), view.t("photo-change")).icon("image"));
    }
    groups.insert(0, first);
    let arranges = view.cx.actor().role() >= Role::Admin && view.may_write();
    if arranges && record.object.kind == ObjectKind::Card && living {
        groups.push(vec![MenuItem::link(format!("{address}/layout"), view.t("layout-edit")).icon("columns")]);
    }
    if view.may_on(record, Verb::Delete) && living {
        let trash = MenuItem::post(format!("{address}/trash"), view.t("delete")).icon("trash").negative();
        groups.push(vec![trash]);
    }
    groups.retain(|group| !group.is_empty());
    html! {
        @if !groups.is_empty() {
            (menu(&Menu {
                id: "card-menu",
                button: button(view.t("more")).plain().icon_only("more"),
                at_end: true,
                groups,
            }))
        }
    }
}

fn in_trash(view: &View, record: &Record) -> Markup {
    html! {
        (notice(Some(Tone::Warning), &html! { b { (view.t("in-trash")) } }, None))
        @if view.may_on(record, Verb::Delete) {
            form method="post" action={ (record.address()) "/restore" } { (button(view.t("restore")).icon("undo")) }
        }
    }
}

/// Who else is looking at this card.
fn others(view: &View, record: &Record) -> Markup {
    let Some(user) = view.cx.actor().user() else { return html! {} };
    let names = view.app.live.names_at(view.cx.workspace(), &topic(record), user);
    html! { @if !names.is_empty() { (view.tf("present", &[("names", names.join(", ").into()), ("count", names.len().into())])) } }
}

fn present(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    app.read(request, |cx| {
        let record = record::find(cx, object, request.params.id("id")?)?;
        let view = View::new(app, request, cx)?;
        Ok(Response::fragment(others(&view, &record)))
    })
}

/// The fields of a card again, after somebody changed one.
fn refreshed(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    app.read(request, |cx| {
        let record = record::find(cx, object, request.params.id("id")?)?;
        let view = View::new(app, request, cx)?.with_titles([&record])?;
        Ok(match request.is_fragment() {
            true => Response::fragment(fields::fields(&view, &record, &layout::of(&view, &record)?)),
            false => Response::redirect(record.address()),
        })
    })
}

/// The card in short, beside the list.
fn peek(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    app.read(request, |cx| {
        let record = record::find(cx, object, request.params.id("id")?)?;
        let view = View::new(app, request, cx)?.with_titles([&record])?;
        let title = record.title(&view.reading);
        let body = html! {
            header data-tab=(object.tab) {
                h2 { (card_avatar(&record, &title, AvatarSize::default())) " " (title) " " (list::mark(&view, &record)) }
                (link_button(record.address(), view.t("open")).small())
            }
            div.body { (fields::fields(&view, &record, &layout::of(&view, &record)?)) }
        };
        Ok(if request.is_fragment() { Response::fragment(body) } else { Response::redirect(record.address()) })
    })
}

type Move = fn(&mut Tx, &mut ChangeSet, &Arc<Object>, kernel::Id) -> Result<Record>;

fn move_it(
    app: &App,
    request: &Request,
    object: &Arc<Object>,
    label: &'static str,
    act: Move,
) -> Result<Response> {
    let id = request.params.id("id")?;
    let (record, set) = app.write(request, |tx| {
        let mut set = ChangeSet::new(tx, label);
        let record = act(tx, &mut set, object, id)?;
        set.close(tx)?;
        Ok((record, set.id))
    })?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let key = if record.trashed_at.is_some() { "toast-trashed" } else { "toast-restored" };
        let text = view.tf(key, &[("name", record.title(&view.reading).into())]);
        let to = if record.trashed_at.is_some() { format!("/{}", object.path) } else { record.address() };
        // What stands on another card is thrown away from there.
        let back = request.form.get("back").and_then(web::local_address).map(str::to_owned);
        Ok(Response::redirect(back.unwrap_or(to)).toast(text, Some(format!("/changes/{set}/undo"))))
    })
}
