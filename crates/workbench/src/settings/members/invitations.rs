//! Inviting colleagues: a link, shown once, that its holder accepts within seven days.

use identity::invitations::{self, Invitation};
use kernel::{Error, Result, Role};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Choice, Tone, button, chip},
};

use super::{HERE, Section, done, role_name, whole};
use crate::{
    App, View,
    draft::{self, Draft},
    entrance::origin,
    settings::role_key,
};

const LABELS: [(&str, &str); 2] = [("email", "field-email"), ("role", "member-role")];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.post("/settings/invitations", Permission::Admin, invite);
    routes.post("/settings/invitations/{invitation}/withdraw", Permission::Admin, withdraw);
}

pub(super) fn blank() -> Draft {
    Draft::filled([("role", Role::Member.key().to_owned())])
}

fn invite(app: &App, request: &Request) -> Result<Response> {
    let typed = &request.form;
    let made = app.write(request, |tx| {
        let role = Role::from_key(typed.text("role"));
        let role = role.ok_or_else(|| Error::invalid("role", "identity-choice-unknown"))?;
        invitations::create(tx, typed.text("email"), role)
    });
    let made = draft::answer(made)?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match made {
            // The token is kept nowhere, so this answer is the only page that can show it.
            Ok(token) => whole(&view, &blank(), Some(&link(request, &token))),
            Err(refused) => whole(&view, &Draft::refused(typed, refused), None),
        }
    })
}

fn withdraw(app: &App, request: &Request) -> Result<Response> {
    let invitation = request.params.id("invitation")?;
    app.write(request, |tx| invitations::revoke(tx, invitation))?;
    app.read(request, |cx| Ok(done(&View::new(app, request, cx)?, HERE, "invitation-withdrawn")))
}

/// Where the browser found this page, others will find the invitation.
fn link(request: &Request, token: &str) -> String {
    format!("{}/invitations/{token}", origin(request))
}

/// The form, the link that was just made, and the invitations nobody has answered.
pub(super) fn section(view: &View, draft: &Draft, link: Option<&str>) -> Result<Markup> {
    let open = invitations::list(view.cx)?;
    let title = view.t("invite-title");
    let lead = view.t("invite-lead");
    let body = html! {
        @if let Some(link) = link { (made(view, link)) }
        (form(view, draft))
        @if !open.is_empty() { (table(view, &open)) }
    };
    Ok(super::section(&Section { id: "invite", title: &title, lead: Some(&lead), action: html! {}, body }))
}

fn made(view: &View, link: &str) -> Markup {
    html! {
        div.made role="status" {
            div.field data-width="full" {
                label for="link" { (view.t("invitation-link")) }
                k-copy.copy data-copied=(view.t("copied")) {
                    input.input #link value=(link) readonly aria-describedby="link-help";
                    (button(view.t("copy")).inert().icon("copy").primary().flag("hidden"))
                }
                p.help #link-help { (view.t("invitation-link-help")) }
            }
        }
    }
}

fn form(view: &View, draft: &Draft) -> Markup {
    let locale = &view.reading.locale;
    let own = view.request.visitor.role();
    let roles = Role::ALL.into_iter().rev().filter(|role| Some(*role) <= own);
    let choice = |role: Role| Choice {
        note: Some(view.t(&format!("{}-note", role_key(role)))),
        ..Choice::new(role.key(), role_name(view, role))
    };
    html! {
        form.form method="post" action="/settings/invitations" novalidate {
            (draft.summary(locale, &LABELS))
            (draft.field(locale, "email", "field-email").email().autocomplete("off").required())
            (draft.field(locale, "role", "member-role").radios(roles.map(choice)))
            div.form-actions { (button(view.t("invite")).icon("link")) }
        }
    }
}

fn table(view: &View, rows: &[Invitation]) -> Markup {
    let table = html! {
        table.table data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("field-email")) }
                th scope="col" { (view.t("member-role")) }
                th scope="col" data-wide { (view.t("invitation-by")) }
                th scope="col" data-wide { (view.t("invitation-until")) }
                th scope="col" { span.hidden { (view.t("invitation-withdraw")) } }
            } }
            tbody { @for row in rows { (line(view, row)) } }
        }
    };
    html! {
        h3.open-invitations { (view.t("invitations-open")) }
        (crate::settings::table(view, "invitations-open", &table))
    }
}

fn line(view: &View, invitation: &Invitation) -> Markup {
    let label = view.tf("invitation-withdraw-of", &[("email", invitation.email.as_str().into())]);
    let over = invitation.expires_at <= view.reading.now;
    html! {
        tr {
            th scope="row" { (invitation.email) }
            td { (role_name(view, invitation.role)) }
            td.soft data-wide { (view.user(invitation.invited_by)) }
            td.nowrap data-wide {
                @if over { (chip(view.t("invitation-expired")).tone(Tone::Warning)) }
                @else { (view.moment(invitation.expires_at)) }
            }
            td {
                form.buttons method="post" action={ "/settings/invitations/" (invitation.id) "/withdraw" } {
                    (button(view.t("invitation-withdraw")).small().attribute("aria-label", label))
                }
            }
        }
    }
}
