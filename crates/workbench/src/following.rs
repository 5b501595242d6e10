//! Following a card: the button on its page, and who follows it.

use std::{collections::BTreeSet, sync::Arc};

use identity::members;
use kernel::{Id, Result, Tx};
use records::{Object, Record, following, object::ObjectKind, record};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Avatar, avatar, button},
};

use crate::{App, View, place::Place};

pub(crate) fn routes(routes: &mut Routes<App>, place: &Place) {
    // What somebody wants to hear is theirs to say, also who only reads.
    place.get(routes, "/{id}/following", Permission::Read, show);
    place.post(routes, "/{id}/following", Permission::Read, |app, request, object| {
        // Without script a form can only post.
        let deed = if request.form.text("to") == "off" { following::unfollow } else { following::follow };
        change(app, request, object, deed)
    });
    place.delete(routes, "/{id}/following", Permission::Read, |app, request, object| {
        change(app, request, object, following::unfollow)
    });
}

fn show(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    app.read(request, |cx| {
        let record = record::find(cx, object, request.params.id("id")?)?;
        if !request.is_fragment() {
            return Ok(Response::redirect(record.address()));
        }
        let view = View::new(app, request, cx)?;
        Ok(Response::fragment(stack(&view, &record, &followers(&view, &record)?)?))
    })
}

fn change(
    app: &App,
    request: &Request,
    object: &Arc<Object>,
    deed: fn(&mut Tx, &Record) -> Result<()>,
) -> Result<Response> {
    let id = request.params.id("id")?;
    app.write(request, |tx| {
        let record = record::find(tx, object, id)?;
        deed(tx, &record)
    })?;
    app.read(request, |cx| {
        let record = record::find(cx, object, id)?;
        let view = View::new(app, request, cx)?;
        let followers = followers(&view, &record)?;
        let text = view.t(if follows(&view, &followers) { "toast-following" } else { "toast-not-following" });
        Ok(match request.is_fragment() {
            true => Response::fragment(follow_button(&view, &record, &followers)).toast(text, None),
            false => Response::redirect(record.address()).toast(text, None),
        })
    })
}

/// Who follows a card; nobody follows what is none.
pub(crate) fn followers(view: &View, record: &Record) -> Result<BTreeSet<Id>> {
    match record.object.kind {
        ObjectKind::Card => following::followers(view.cx, record),
        _ => Ok(BTreeSet::new()),
    }
}

fn follows(view: &View, followers: &BTreeSet<Id>) -> bool {
    view.cx.actor().user().is_some_and(|me| followers.contains(&me))
}

/// Follow, or follow no more.
pub(crate) fn follow_button(view: &View, record: &Record, followers: &BTreeSet<Id>) -> Markup {
    let looks = view.request.visitor.viewed_by.is_some();
    if record.object.kind != ObjectKind::Card || looks || record.trashed_at.is_some() {
        return html! {};
    }
    let follows = follows(view, followers);
    let action = format!("{}/following", record.address());
    let text = if follows { "following-now" } else { "follow" };
    let title = view.t(if follows { "unfollow-note" } else { "follow-note" });
    let shown = button(view.t(text)).icon("bell").pressed(follows).attribute("title", title);
    html! {
        @if follows {
            form #follow method="post" action=(action) hx-delete=(action) hx-swap="outerHTML" {
                input type="hidden" name="to" value="off";
                (shown)
            }
        } @else {
            form #follow method="post" action=(action) hx-post=(action) hx-swap="outerHTML" { (shown) }
        }
    }
}

/// Who follows the card, as a stack beside it.
pub(crate) fn stack(view: &View, record: &Record, followers: &BTreeSet<Id>) -> Result<Markup> {
    if record.object.kind != ObjectKind::Card {
        return Ok(html! {});
    }
    let mut members = members::active(view.cx)?;
    members.retain(|member| followers.contains(&member.user));
    let address = format!("{}/following", record.address());
    Ok(html! {
        section.stack.followers #followers aria-labelledby="followers-title" data-topic={ "following:" (record.id) }
            hx-get=(address) hx-trigger="live" hx-swap="outerHTML" {
            header { h2 #followers-title { (view.t("followers")) @if !members.is_empty() { " " span.count { (members.len()) } } } }
            @if members.is_empty() { p.quiet.small { (view.t("followers-none")) } }
            @else {
                ul { @for member in &members { li { span.mini {
                    (avatar(&Avatar { name: &member.name, id: member.user, ..Avatar::default() }))
                    span { b { (member.name) } }
                } } } }
            }
        }
    })
}
