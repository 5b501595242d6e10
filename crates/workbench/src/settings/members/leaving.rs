//! Taking somebody out of the workspace, and handing over what they are responsible for: then, before or after. The
//! leaving cannot be taken back but by inviting them again, so the page says first what will happen.

use std::sync::Arc;

use identity::members;
use kernel::{Error, Id, Result};
use records::Object;
use web::{
    Form, Markup, Permission, Request, Response, Routes, html,
    html::{Choice, button, field, link_button},
};

use super::{HERE, Section, member, page, section};
use crate::{App, View, duties};

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/settings/members/{user}/remove", Permission::Admin, ask);
    routes.post("/settings/members/{user}/remove", Permission::Admin, remove);
    routes.get("/settings/members/{user}/hand-over", Permission::Admin, ask_to_hand_over);
    routes.post("/settings/members/{user}/hand-over", Permission::Admin, hand_over);
}

fn ask(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let leaving = member(&view, request.params.id("user")?)?;
        let title = view.tf("member-remove-title", &[("name", leaving.name.as_str().into())]);
        let lead = view.t("member-remove-lead");
        let body = html! {
            form.form method="post" action=(request.path) {
                (successor(&view, leaving.user, &leaving.name)?)
                div.form-actions {
                    (button(view.t("member-remove")).negative())
                    (link_button(HERE, view.t("cancel")).plain())
                }
            }
        };
        let part = Section { id: "leaving", title: &title, lead: Some(&lead), action: html! {}, body };
        Ok(page(&view, HERE, &section(&part)))
    })
}

fn remove(app: &App, request: &Request) -> Result<Response> {
    let user = request.params.id("user")?;
    let to = chosen(&request.form)?;
    let removed = app.write(request, |tx| {
        members::remove(tx, user)?;
        to.map(|to| duties::start(tx, user, to)).transpose()
    });
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match removed {
            Ok(set) => {
                let text = view.tf("member-removed", &[("name", view.user(Some(user)).into())]);
                Ok(Response::redirect(HERE).toast(text, set.map(undo)))
            }
            Err(Error::Conflict(text)) => Ok(Response::redirect(HERE).toast(view.render(&text), None)),
            Err(error) => Err(error),
        }
    })
}

fn ask_to_hand_over(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let user = request.params.id("user")?;
        let name = members::names(cx)?.remove(&user).ok_or(Error::NotFound)?;
        let title = view.tf("hand-over-title", &[("name", name.as_str().into())]);
        let lead = view.t("hand-over-lead");
        let body = html! {
            form.form method="post" action=(request.path) {
                (successor(&view, user, &name)?)
                div.form-actions {
                    (button(view.t("hand-over")).primary())
                    (link_button(HERE, view.t("cancel")).plain())
                }
            }
        };
        let part = Section { id: "hand-over", title: &title, lead: Some(&lead), action: html! {}, body };
        Ok(page(&view, HERE, &section(&part)))
    })
}

fn hand_over(app: &App, request: &Request) -> Result<Response> {
    let user = request.params.id("user")?;
    let to = chosen(&request.form)?;
    let handed = app.write(request, |tx| {
        if !members::names(tx)?.contains_key(&user) {
            return Err(Error::NotFound);
        }
        to.map(|to| duties::start(tx, user, to)).transpose()
    })?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let (from, to) = (view.user(Some(user)), to.map(|to| view.user(Some(to))).unwrap_or_default());
        let text = match handed {
            Some(_) => view.tf("hand-over-begun", &[("from", from.into()), ("to", to.into())]),
            None => view.tf("hand-over-not", &[("name", from.into())]),
        };
        Ok(Response::redirect(HERE).toast(text, handed.map(undo)))
    })
}

fn undo(set: Id) -> String {
    format!("/changes/{set}/undo")
}

/// Who takes over; none when nobody does. `NotFound` for what is no key.
fn chosen(typed: &Form) -> Result<Option<Id>> {
    match typed.text("to") {
        "" => Ok(None),
        key => key.parse().map(Some).map_err(|_| Error::NotFound),
    }
}

/// What they are responsible for, and the choice of who takes it over.
fn successor(view: &View, user: Id, name: &str) -> Result<Markup> {
    let counts = duties::counts(view.cx, user)?;
    let said = view.tf("hand-over-nothing", &[("name", name.into())]);
    if counts.is_empty() {
        return Ok(html! { p.soft { (said) } });
    }
    let args = [("name", name.into()), ("what", listed(view, &counts).into())];
    let stays = view.tf("hand-over-stays", &[("name", name.into())]);
    let mut others = members::active(view.cx)?;
    others.retain(|member| member.user != user);
    let others = others.iter().map(|member| Choice::new(member.user.to_string(), member.name.clone()));
    let choices = std::iter::once(Choice::new("", stays)).chain(others);
    Ok(html! {
        p { (view.tf("hand-over-what", &args)) }
        (field("to", view.t("hand-over-to")).select(choices).help(view.t("hand-over-help")))
    })
}

/// `People: 12, Tasks: 3`
fn listed(view: &View, counts: &[(Arc<Object>, u64)]) -> String {
    let one = |(object, count): &(Arc<Object>, u64)| {
        let args = [("what", view.many(object).into()), ("count", (*count).into())];
        view.tf("hand-over-count", &args)
    };
    counts.iter().map(one).collect::<Vec<_>>().join(", ")
}
