//! The service with whose accounts people sign in to this workspace.

use identity::open_id::{self, NewProvider, Provider};
use kernel::{Result, Role};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Choice, button, post_button},
};

use super::{HERE, Section, done, role_name, section, whole};
use crate::{
    App, View,
    draft::{self, Draft},
    entrance::origin,
};

const LABELS: [(&str, &str); 8] = [
    ("label", "open-id-label"),
    ("issuer", "open-id-issuer"),
    ("client_id", "open-id-client"),
    ("client_secret", "open-id-secret"),
    ("newcomers", "open-id-newcomers"),
    ("domains", "open-id-domains"),
    ("claim", "open-id-claim"),
    ("role_names", "open-id-roles"),
];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.post("/settings/access/open-id", Permission::Admin, save);
    routes.post("/settings/access/open-id/forget", Permission::Admin, forget);
}

/// What is kept, as the form shows it; the secret is never shown again.
pub(super) fn kept(provider: Option<Provider>) -> Draft {
    let Some(kept) = provider else { return Draft::default() };
    Draft::filled([
        ("label", kept.label),
        ("issuer", kept.issuer),
        ("client_id", kept.client_id),
        ("newcomers", kept.newcomers.map(Role::key).unwrap_or_default().to_owned()),
        ("domains", kept.domains.join(", ")),
        ("claim", kept.claim),
        ("role_names", kept.role_names),
    ])
}

fn save(app: &App, request: &Request) -> Result<Response> {
    let typed = &request.form;
    let text = |name: &str| typed.text(name).to_owned();
    let new = NewProvider {
        label: text("label"),
        issuer: text("issuer"),
        client_id: text("client_id"),
        client_secret: text("client_secret"),
        domains: text("domains"),
        newcomers: text("newcomers"),
        claim: text("claim"),
        role_names: text("role_names"),
    };
    let kept = app.read(request, open_id::find)?;
    let saved = open_id::check(&new, kept.as_ref())
        .and_then(|provider| app.write(request, |tx| open_id::save(tx, &provider)));
    let saved = draft::answer(saved)?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match saved {
            Ok(()) => {
                let text = view.tf("open-id-saved", &[("name", new.label.as_str().into())]);
                Ok(Response::redirect(HERE).toast(text, None))
            }
            Err(refused) => whole(&view, &Draft::refused(typed, refused)),
        }
    })
}

fn forget(app: &App, request: &Request) -> Result<Response> {
    app.write(request, open_id::forget)?;
    app.read(request, |cx| Ok(done(&View::new(app, request, cx)?, HERE, "open-id-forgotten")))
}

pub(super) fn part(view: &View, draft: &Draft, is_kept: bool) -> Markup {
    let (title, lead) = (view.t("open-id"), view.t("open-id-lead"));
    let forget = button(view.t("open-id-forget"));
    let action = html! { @if is_kept { (post_button("/settings/access/open-id/forget", &forget)) } };
    let body = form(view, draft, is_kept);
    section(&Section { id: "open-id", title: &title, lead: Some(&lead), action, body })
}

fn form(view: &View, draft: &Draft, is_kept: bool) -> Markup {
    let locale = &view.reading.locale;
    let field = |name, label| draft.field(locale, name, label).autocomplete("off");
    let becomes = |role: Role| {
        Choice::new(role.key(), view.tf("open-id-becomes", &[("role", role_name(view, role).into())]))
    };
    let newcomers =
        [Choice::new("", view.t("open-id-nobody")), becomes(Role::ReadOnly), becomes(Role::Member)];
    let secret = draft.field(locale, "client_secret", "open-id-secret").password("off");
    let secret = if is_kept { secret.help(view.t("open-id-secret-kept")) } else { secret.required() };
    html! {
        form.form method="post" action="/settings/access/open-id" novalidate {
            (draft.summary(locale, &LABELS))
            div.field data-width="full" {
                label for="back" { (view.t("open-id-back")) }
                k-copy.copy data-copied=(view.t("copied")) {
                    input.input #back value=(open_id::answer_address(&origin(view.request))) readonly aria-describedby="back-help";
                    (button(view.t("copy")).inert().icon("copy").flag("hidden"))
                }
                p.help #back-help { (view.t("open-id-back-help")) }
            }
            (field("label", "open-id-label").required())
            (field("issuer", "open-id-issuer").url().help(view.t("open-id-issuer-help")).required())
            (field("client_id", "open-id-client").required())
            (secret)
            (field("newcomers", "open-id-newcomers").select(newcomers))
            (field("domains", "open-id-domains").help(view.t("open-id-domains-help")))
            (field("claim", "open-id-claim").help(view.t("open-id-claim-help")))
            (field("role_names", "open-id-roles").textarea().help(view.t("open-id-roles-help")))
            div.form-actions { (button(view.t("save")).primary()) }
        }
    }
}
