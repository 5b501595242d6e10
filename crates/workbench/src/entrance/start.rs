//! The front page: where a workspace without cards begins, and the way to Today for all others.

use kernel::{Cx, Result, Role};
use records::{Query, query};
use web::{
    Permission, Request, Response, Routes, html,
    html::{EmptyState, button, empty_state, link_button, post_button},
};

use crate::{App, View, view::Page};

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/", Permission::Read, show);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        if !is_empty(cx)? {
            return Ok(Response::redirect("/today"));
        }
        let view = View::new(app, request, cx)?;
        let title = view.t("start-title");
        let text = view.t("start-text");
        let state = EmptyState { icon: "cards", tab: None, title: &title, text: &text, actions: ways(&view) };
        // As soon as the first card is there, this page leads on.
        let body = html! {
            h1.hidden { (request.signed_in()?.workspace_name) }
            h1.hidden { (view.t("nav-cards")) }
            div data-topic="person" hx-get="/" hx-trigger="live" { (empty_state(&state)) }
        };
        Ok(view.page(Page::new(view.t("start-title"), "/", body)))
    })
}

fn is_empty(cx: &Cx) -> Result<bool> {
    for object in records::catalog(cx)?.cards() {
        if query::count(cx, object, &Query::default(), 0)? > 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

fn ways(view: &View) -> web::Markup {
    let role = view.request.visitor.role();
    html! {
        @if role >= Some(Role::Member) {
            (link_button("/import", view.t("start-import")).primary().icon("import"))
            @if role >= Some(Role::Admin) {
                (post_button("/sample", &button(view.t("start-sample")).icon("spark")))
            }
            (link_button("/people/new", view.t("start-by-hand")).plain().icon("plus"))
        }
    }
}
