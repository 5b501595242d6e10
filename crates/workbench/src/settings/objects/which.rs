//! Which cards a roll-up looks at: all of them, or those that conditions find. "The sum of open deals" is a sum with one.

use std::sync::Arc;

use kernel::{Cx, Error, Result};
use records::{
    Field, Filter, Object,
    shape::{self, OwnKind},
};
use web::{
    Form, Markup, Permission, Request, Response, Routes, html,
    html::{PageHead, button, field as kit_field, icon, link_button, page_head},
};

use super::{HERE, object_of};
use crate::{
    App, View,
    list::filters::{Conditions, sentence},
    view::Page,
};

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/settings/objects/{object}/fields/{field}/which", Permission::Admin, show);
    routes.post("/settings/objects/{object}/fields/{field}/which", Permission::Admin, change);
}

/// The line about it on the page of a roll-up.
pub(super) fn shown(view: &View, object: &Object, field: &Field, form: &Form) -> Markup {
    let Some((from, _)) = form.text("object").split_once('.').filter(|_| field.computed && field.own) else {
        return html! {};
    };
    let Ok(from) = view.catalog.object(from) else { return html! {} };
    let filter = Filter::parse(form.text("filter")).unwrap_or_default();
    html! {
        (kit_field("which", view.t("roll-up-which")).own(html! {
            div.which #which {
                span { @if filter.is_empty() { (view.t("roll-up-all")) } @else { (sentence(view, from, &filter)) } }
                (link_button(format!("{HERE}/{}/fields/{}/which", object.key, field.key), view.t("roll-up-choose")).small().icon("filter"))
            }
        }))
    }
}

/// The roll-up of an address: its object, its field, the object that it looks at, and its filter.
struct Asked {
    object: Arc<Object>,
    field: Field,
    from: Arc<Object>,
    filter: Filter,
}

fn asked(cx: &Cx, request: &Request) -> Result<Asked> {
    let object = object_of(cx, request)?;
    let field = object.field(request.params.get("field")).map_err(|_| Error::NotFound)?.clone();
    let known = shape::of_object(cx, object.key)?;
    let Some(OwnKind::RollUp { from, filter, .. }) =
        known.field(&field.key).and_then(|known| known.kind.clone())
    else {
        return Err(Error::NotFound);
    };
    let from = records::object::object(cx, &from)?;
    Ok(Asked { object, field, from, filter: Filter::parse(&filter).unwrap_or_default() })
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let asked = asked(cx, request)?;
        let conditions = match Conditions::are_in(&request.query) {
            true => Conditions::typed(&view, &asked.from, &request.query),
            false => Conditions::of(&view, &asked.from, &asked.filter),
        };
        let form = form(&view, &asked, &conditions);
        if request.is_fragment() {
            return Ok(Response::fragment(form));
        }
        let name = view.label(&asked.object, &asked.field);
        let title = view.tf("roll-up-which-of", &[("name", name.as_ref().into())]);
        let lead = view.tf("roll-up-which-lead", &[("cards", view.many(&asked.from).into())]);
        let body = html! {
            a.settings-back data-always href={ (HERE) "/" (asked.object.key) "/fields/" (asked.field.key) } { (icon("chevron-left")) (name) }
            // In a frame of its own: a phone shows it too, since the way back names another page.
            div { (page_head(&PageHead { title: &title, count: None, lead: Some(lead.into()), actions: html! {} })) }
            (form)
        };
        Ok(view.page(Page::new(title.clone(), "/settings", body)))
    })
}

fn form(view: &View, asked: &Asked, conditions: &Conditions) -> Markup {
    let here = format!("{HERE}/{}/fields/{}", asked.object.key, asked.field.key);
    let which = format!("{here}/which");
    html! {
        form.builder.form method="get" action=(which) hx-get=(which) hx-trigger="change target:select delay:250ms" hx-target="this" hx-swap="outerHTML" {
            // Enter takes the first button of a form, which must not be one that removes.
            button hidden formmethod="post" formaction=(which) {}
            (conditions.controls(view))
            div.form-actions {
                (button(view.t("save")).primary().attribute("formmethod", "post").attribute("formaction", &which))
                (link_button(here, view.t("cancel")).plain())
            }
        }
    }
}

fn change(app: &App, request: &Request) -> Result<Response> {
    let (asked, filter) = app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let asked = asked(cx, request)?;
        let filter = Conditions::typed(&view, &asked.from, &request.form).filter(&view);
        Ok((asked, filter))
    })?;
    app.write(request, |tx| shape::filter_roll_up(tx, &asked.object, &asked.field.key, &filter))?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let here = format!("{HERE}/{}/fields/{}", asked.object.key, asked.field.key);
        Ok(crate::settings::done(&view, &here, "roll-up-which-changed"))
    })
}
