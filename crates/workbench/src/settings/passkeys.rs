//! One's own passkeys: making, naming and removing them.

use identity::passkeys::{self, Answer, Key, Site};
use kernel::Result;
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{button, crumbs, empty_note, link_button, post_button},
};

use super::{Section, done, page, section};
use crate::{
    App, View,
    draft::{self, Draft},
    entrance::origin,
};

const HERE: &str = "/settings/passkeys";
/// The page of the menu it belongs to.
const ABOVE: &str = "/settings/password";

const LABELS: [(&str, &str); 1] = [("name", "field-name")];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::SignedIn, show);
    routes.post(HERE, Permission::SignedIn, add);
    routes.post("/settings/passkeys/challenge", Permission::SignedIn, challenge);
    routes.post("/settings/passkeys/{passkey}/name", Permission::SignedIn, rename);
    routes.post("/settings/passkeys/{passkey}/remove", Permission::SignedIn, remove);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| whole(&View::new(app, request, cx)?, &Draft::default()))
}

fn challenge(app: &App, request: &Request) -> Result<Response> {
    let origin = origin(request);
    let challenge = app.write(request, |tx| passkeys::begin(tx, &Site { origin: &origin }))?;
    Response::json(&challenge)
}

fn add(app: &App, request: &Request) -> Result<Response> {
    let (typed, origin) = (&request.form, origin(request));
    let answer = Answer { token: typed.text("token"), credential: typed.text("credential") };
    let added =
        app.write(request, |tx| passkeys::add(tx, &Site { origin: &origin }, typed.text("name"), &answer));
    answered(app, request, added.map(drop), "passkey-added")
}

fn rename(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("passkey")?;
    let renamed = app.write(request, |tx| passkeys::rename(tx, id, request.form.text("name")));
    answered(app, request, renamed, "passkey-renamed")
}

fn remove(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("passkey")?;
    app.write(request, |tx| passkeys::remove(tx, id))?;
    app.read(request, |cx| Ok(done(&View::new(app, request, cx)?, HERE, "passkey-removed")))
}

fn answered(app: &App, request: &Request, result: Result<()>, key: &str) -> Result<Response> {
    let (typed, result) = (&request.form, draft::answer(result)?);
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match result {
            Ok(()) => {
                let text = view.tf(key, &[("name", typed.text("name").into())]);
                Ok(Response::redirect(HERE).toast(text, None))
            }
            Err(refused) => whole(&view, &Draft::refused(typed, refused)),
        }
    })
}

/// The part of the page about signing in that says how many there are.
pub(super) fn state(view: &View) -> Result<Markup> {
    let count = passkeys::list(view.cx, view.request.signed_in()?.user)?.len();
    let (title, lead) = (view.t("passkeys"), view.t("passkeys-lead"));
    let said = match count {
        0 => view.t("passkeys-none").into_owned(),
        count => view.tf("passkeys-count", &[("count", count.into())]),
    };
    let action = html! { (link_button(HERE, view.t("passkeys-manage"))) };
    let body = html! { p.soft { (said) } };
    Ok(section(&Section { id: "passkeys", title: &title, lead: Some(&lead), action, body }))
}

fn whole(view: &View, draft: &Draft) -> Result<Response> {
    let keys = passkeys::list(view.cx, view.request.signed_in()?.user)?;
    let (title, lead) = (view.t("passkeys"), view.t("passkeys-lead"));
    let body = html! {
        @if keys.is_empty() { (empty_note(&html! { (view.t("passkeys-none")) })) } @else { (table(view, &keys)) }
    };
    let kept = Section { id: "passkeys", title: &title, lead: Some(&lead), action: html! {}, body };
    let (title, body) = (view.t("passkey-add"), form(view, draft));
    let new = Section { id: "new", title: &title, lead: None, action: html! {}, body };
    let above = [(ABOVE.into(), view.t("settings-password"))];
    let body = html! {
        (crumbs(&view.t("passkeys"), &above, &view.t("passkeys"))) (section(&kept)) (section(&new))
    };
    Ok(page(view, ABOVE, &body).status(draft.status()))
}

fn form(view: &View, draft: &Draft) -> Markup {
    let locale = &view.reading.locale;
    let origin = origin(view.request);
    if !(Site { origin: &origin }).is_fit() {
        return empty_note(&html! { (view.t("identity-passkey-address")) });
    }
    html! {
        (draft.summary(locale, &LABELS))
        k-passkey data-new data-challenge={ (HERE) "/challenge" } data-stopped=(view.t("passkey-stopped")) {
            p.soft data-unable { (view.t("passkey-unable")) }
            form.form method="post" action=(HERE) novalidate hidden {
                input type="hidden" name="token";
                input type="hidden" name="credential";
                (draft.field(locale, "name", "field-name").autocomplete("off").help(view.t("passkey-name-help")).required())
                div.form-actions { (button(view.t("passkey-add")).primary().icon("key")) p.error role="alert" {} }
            }
        }
    }
}

fn table(view: &View, keys: &[Key]) -> Markup {
    let table = html! {
        table.table data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("field-name")) }
                th scope="col" data-wide { (view.t("passkey-for")) }
                th scope="col" data-wide { (view.t("passkey-made")) }
                th scope="col" { (view.t("passkey-used")) }
                th scope="col" { span.hidden { (view.t("remove")) } }
            } }
            tbody { @for key in keys { (line(view, key)) } }
        }
    };
    super::table(view, "passkeys", &table)
}

fn line(view: &View, key: &Key) -> Markup {
    let name = || [("name", key.name.as_str().into())];
    let remove =
        button(view.t("remove")).small().attribute("aria-label", view.tf("passkey-remove-of", &name()));
    html! {
        tr {
            th scope="row" {
                form.in-place method="post" action={ (HERE) "/" (key.id) "/name" } novalidate {
                    input.input name="name" value=(key.name) aria-label=(view.tf("unit-name-of", &name()))
                        autocomplete="off" maxlength="100";
                    (button(view.t("save")).small())
                }
            }
            td.soft data-wide { (key.host) }
            td.soft.nowrap data-wide { (view.moment(key.created_at)) }
            td.nowrap { @match key.used_at { Some(at) => { (view.moment(at)) } None => { span.quiet { (view.t("passkey-never")) } } } }
            td { div.buttons { (post_button(&format!("{HERE}/{}/remove", key.id), &remove)) } }
        }
    }
}
