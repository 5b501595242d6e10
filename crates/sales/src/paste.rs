//! Leads → Paste: the text of a signature or a business card becomes a filled form of a new lead, to be checked before it is kept.

mod signature;
mod words;

use kernel::{Cx, Result};
use records::{
    access::{self, Verb},
    object::object,
};
use web::{
    Form, Permission, Request, Response, Routes, StatusCode, html,
    html::{PageHead, button, crumbs, field, link_button, page_head},
};
use workbench::{App, View, create, view::Page};

use self::signature::Found;
use crate::lead;

pub(crate) const HERE: &str = "/leads/paste";
/// More is no signature.
const LONGEST: usize = 20_000;

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Write, ask);
    routes.post(HERE, Permission::Write, fill);
}

fn ask(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| whole(&View::new(app, request, cx)?, None))
}

fn whole(view: &View, error: Option<&str>) -> Result<Response> {
    let leads = object(view.cx, lead::KEY)?;
    access::require(view.cx, &leads, Verb::Create)?;
    let title = view.t("paste-title");
    let way = [("/leads".into(), view.many(&leads)), ("/leads/new".into(), view.new_text(&leads))];
    let error = error.map(|key| view.t(key));
    let body = html! {
        (crumbs(&view.t("crumbs"), &way, &title))
        (page_head(&PageHead { title: &title, count: None, lead: Some(view.t("paste-lead")), actions: html! {} }))
        form.form method="post" action=(HERE) novalidate {
            (field("pasted", view.t("paste-text")).textarea().value(view.request.form.text("pasted")).error(error)
                .attribute("rows", "12").flag("autofocus"))
            div.form-actions {
                (button(view.t("paste-read")).primary())
                (link_button("/leads/new", view.t("cancel")).plain())
            }
        }
    };
    Ok(view.page(Page::new(title, "/leads", body)))
}

fn fill(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let pasted = request.form.text("pasted");
        if pasted.is_empty() || pasted.chars().count() > LONGEST {
            let wrong = if pasted.is_empty() { "paste-empty" } else { "paste-too-long" };
            return Ok(whole(&view, Some(wrong))?.status(StatusCode::UNPROCESSABLE_ENTITY));
        }
        let leads = object(cx, lead::KEY)?;
        access::require(cx, &leads, Verb::Create)?;
        create::begun_with(&view, &leads, &filled(cx, pasted))
    })
}

/// The form as it is filled in.
fn filled(cx: &Cx, pasted: &str) -> Form {
    let found: Found = signature::read(pasted, cx.locality().country);
    let mut form = Form::default();
    let name = records::field::person_name::split(&found.name);
    for part in records::field::person_name::PARTS {
        form.push(format!("name.{part}"), name[*part].as_str().unwrap_or_default());
    }
    form.push("company_name", found.company);
    form.push("job_title", found.title);
    for (at, mail) in found.mails.into_iter().enumerate() {
        form.push(format!("emails.{at}.address"), mail);
        form.push(format!("emails.{at}.label"), "work");
    }
    for (at, (number, label)) in found.phones.into_iter().enumerate() {
        form.push(format!("phones.{at}.number"), number);
        form.push(format!("phones.{at}.label"), label);
    }
    for (at, link) in found.links.into_iter().enumerate() {
        form.push(format!("links.{at}.url"), link);
    }
    for (at, (network, handle)) in found.socials.into_iter().enumerate() {
        form.push(format!("socials.{at}.network"), network);
        form.push(format!("socials.{at}.handle"), handle);
    }
    let address = found.address;
    let parts = [
        ("street", address.street),
        ("postal_code", address.postal_code),
        ("city", address.city),
        ("country", address.country),
    ];
    if parts.iter().any(|(_, text)| !text.is_empty()) {
        for (part, text) in parts {
            form.push(format!("addresses.0.{part}"), text);
        }
        form.push("addresses.0.label", "work");
    }
    form.push("text", found.rest.join("\n"));
    form
}
