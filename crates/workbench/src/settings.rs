//! Settings: what people choose for themselves, and what administrators choose for the workspace. One file per page;
//! here is what stands around them.

mod access;
mod api_keys;
mod jobs;
mod letters;
mod mail;
mod members;
mod notifications;
mod objects;
mod organisation;
mod passkeys;
mod password;
mod preferences;
mod profile;
mod relations;
mod roles;
pub(crate) mod second_step;
mod sessions;
mod webhooks;
mod workspace;

use kernel::{Result, Role};
use web::{
    Markup, Request, Response, Routes, SESSION_COOKIE, html,
    html::{PageHead, icon, page_head, table_frame},
};

use crate::{App, View, view::Page};

pub(crate) fn routes(routes: &mut Routes<App>) {
    profile::routes(routes);
    password::routes(routes);
    second_step::routes(routes);
    passkeys::routes(routes);
    preferences::routes(routes);
    sessions::routes(routes);
    notifications::routes(routes);
    workspace::routes(routes);
    members::routes(routes);
    objects::routes(routes);
    organisation::routes(routes);
    roles::routes(routes);
    access::routes(routes);
    relations::routes(routes);
    jobs::routes(routes);
    api_keys::routes(routes);
    webhooks::routes(routes);
    mail::routes(routes);
    letters::routes(routes);
}

const INDEX: &str = "/settings";

/// A page of the settings: its address, and the key of its name.
type Way = (&'static str, &'static str);

const YOURS: [Way; 4] = [
    ("/settings/profile", "settings-profile"),
    ("/settings/password", "settings-password"),
    ("/settings/sessions", "settings-sessions"),
    ("/settings/notifications", "settings-notifications"),
];

const OF_WORKSPACE: [Way; 12] = [
    ("/settings/workspace", "settings-workspace"),
    ("/settings/objects", "settings-objects"),
    ("/settings/members", "settings-members"),
    ("/settings/organisation", "settings-organisation"),
    ("/settings/roles", "settings-roles"),
    ("/settings/access", "settings-access"),
    ("/settings/relations", "settings-relations"),
    ("/settings/jobs", "settings-jobs"),
    ("/settings/api-keys", "settings-api-keys"),
    ("/settings/webhooks", "settings-webhooks"),
    ("/settings/mail", "settings-mail"),
    ("/settings/letters", "settings-letters"),
];

/// On a phone the way to these pages leads through the settings.
const OF_CARDS: [Way; 3] = [("/import", "nav-import"), ("/history", "nav-history"), ("/trash", "nav-trash")];

/// A page of the settings, with the menu of them all.
pub fn page(view: &View, here: &'static str, body: &Markup) -> Response {
    let title = view.t("nav-settings");
    let name = YOURS
        .iter()
        .chain(&OF_WORKSPACE)
        .copied()
        .chain(of_modules(view))
        .chain(own_of_modules(view))
        .find(|(href, _)| *href == here)
        .map_or("nav-settings", |(_, key)| key);
    // On a phone the menu is a page of its own, and the others lead back to it.
    let index = view.request.path == INDEX;
    let content = html! {
        @if !index { a.settings-back href=(INDEX) { (icon("chevron-left")) (title) } }
        (page_head(&PageHead { title: &title, count: None, lead: None, actions: html! {} }))
        div.settings data-index[index] { (menu(view, here)) div { (body) } }
    };
    view.page(Page::new(view.t(name), INDEX, content))
}

/// The pages that modules add.
fn of_modules<'a>(view: &'a View) -> impl Iterator<Item = Way> + 'a {
    view.app.modules.iter().flat_map(|module| module.settings())
}

/// Those of them that are everybody's own.
fn own_of_modules<'a>(view: &'a View) -> impl Iterator<Item = Way> + 'a {
    view.app.modules.iter().flat_map(|module| module.own_settings())
}

fn menu(view: &View, here: &str) -> Markup {
    let user = view.request.visitor.user.as_ref();
    let writes = view.may_write();
    let way = |(href, key): &Way| {
        html! { a.to href=(href) aria-current=[(*href == here).then_some("page")] { (view.t(key)) } }
    };
    html! {
        nav aria-label=(view.t("nav-settings")) {
            h2 { (view.t("settings-you")) }
            @for each in YOURS.into_iter().chain(own_of_modules(view)) { (way(&each)) }
            @if view.request.visitor.role() >= Some(Role::Admin) {
                h2 { (user.map_or("", |user| user.workspace_name.as_str())) }
                @for each in OF_WORKSPACE.into_iter().chain(of_modules(view)) { (way(&each)) }
            }
            h2 { (view.t("nav-cards")) }
            @for each in OF_CARDS.iter().filter(|(href, _)| writes || *href != "/import") { (way(each)) }
            form method="post" action="/sign-out" {
                button.to { (icon("log-out")) span.label { (view.t("sign-out")) } }
            }
        }
    }
}

/// A part of a page under a heading; `id` is unique on the page.
pub struct Section<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub lead: Option<&'a str>,
    pub action: Markup,
    pub body: Markup,
}

pub fn section(section: &Section) -> Markup {
    html! {
        section.section aria-labelledby=(section.id) {
            header {
                h2 id=(section.id) { (section.title) }
                (section.action)
                @if let Some(lead) = section.lead { p { (lead) } }
            }
            (section.body)
        }
    }
}

/// A table in its frame. Its name tells it apart from the section around it.
pub fn table(view: &View, title: &str, table: &Markup) -> Markup {
    let label = view.tf("settings-table", &[("name", view.t(title).into())]);
    table_frame(&label, table)
}

/// The session of whoever asks, for what only they themselves may change.
fn session(app: &App, request: &Request) -> Result<identity::Session> {
    let token = request.cookie(SESSION_COOKIE).unwrap_or_default();
    let found = app.db.read(&kernel::Scope::global(), |cx| identity::session(cx, token))?;
    found.ok_or(kernel::Error::SignIn)
}

/// Back to a page that says what was done.
fn done(view: &View, href: &str, key: &str) -> Response {
    Response::redirect(href).toast(view.t(key), None)
}

/// The name of a role.
fn role_name(view: &View, role: Role) -> String {
    view.t(&role_key(role)).into_owned()
}

fn role_key(role: Role) -> String {
    format!("role-{}", role.key().replace('_', "-"))
}
