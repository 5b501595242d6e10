//! Inviting colleagues: a link that its holder accepts within seven days, sent by mail or shown once to be passed on.

use ::mail::{Letter, Part, Post, State};
use identity::invitations::{self, Invitation};
use kernel::{Error, Id, Language, Result, Role, Tx};
use locale::Locale;
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Choice, Tone, button, chip},
};

use super::{HERE, Section, done, role_name, whole};
use crate::{
    App, View, choices,
    draft::{self, Draft},
    entrance::origin,
    settings::role_key,
};

const LABELS: [(&str, &str); 4] = [
    ("email", "field-email"),
    ("role", "member-role"),
    ("way", "invitation-way"),
    ("language", "invitation-language"),
];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.post("/settings/invitations", Permission::Admin, invite);
    routes.post("/settings/invitations/{invitation}/withdraw", Permission::Admin, withdraw);
    routes.post("/settings/invitations/{invitation}/again", Permission::Admin, again);
}

pub(super) fn blank(view: &View) -> Draft {
    let language = view.reading.locale.language().code().to_owned();
    // As long as letters go nowhere, a link is what arrives.
    let way = if view.cx.part::<Post>().server.is_some() { "mail" } else { "link" };
    Draft::filled([("role", Role::Member.key().to_owned()), ("way", way.to_owned()), ("language", language)])
}

fn invite(app: &App, request: &Request) -> Result<Response> {
    let typed = &request.form;
    let made = app.write(request, |tx| {
        let role = Role::from_key(typed.text("role"));
        let role = role.ok_or_else(|| Error::invalid("role", "identity-choice-unknown"))?;
        let token = invitations::create(tx, typed.text("email"), role)?;
        if typed.text("way") != "mail" {
            return Ok(Some(token));
        }
        let language = typed.text("language").parse();
        let language = language.map_err(|()| Error::invalid("language", "identity-choice-unknown"))?;
        send(tx, request, &token, language)?;
        Ok(None)
    });
    let made = draft::answer(made)?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match made {
            // The token is kept nowhere, so this answer is the only page that can show it.
            Ok(Some(token)) => whole(&view, &blank(&view), Some(&link(request, &token))),
            Ok(None) => Ok(sent(&view, typed.text("email"))),
            Err(refused) => whole(&view, &Draft::refused(typed, refused), None),
        }
    })
}

/// Sends a new link to whoever did not answer; the one before ends.
fn again(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("invitation")?;
    let email = app.write(request, |tx| {
        let invitation = invitations::find(tx, id)?;
        let token = invitations::create(tx, &invitation.email, invitation.role)?;
        let language = invitation.language.unwrap_or(tx.locality().language);
        send(tx, request, &token, language)?;
        Ok(invitation.email)
    })?;
    app.read(request, |cx| Ok(sent(&View::new(app, request, cx)?, &email)))
}

fn sent(view: &View, email: &str) -> Response {
    let key = if view.cx.part::<Post>().server.is_some() { "invitation-sent" } else { "invitation-kept" };
    Response::redirect(HERE).toast(view.tf(key, &[("email", email.trim().into())]), None)
}

/// Writes the letter that carries the link of this token.
fn send(tx: &mut Tx, request: &Request, token: &str, language: Language) -> Result<()> {
    let invitation = invitations::of_token(tx, token)?;
    let site = match tx.part::<Post>().site.as_str() {
        "" => origin(request),
        site => site.to_owned(),
    };
    let user = request.signed_in()?;
    let locale = Locale::new(&kernel::Locality { language, ..tx.locality().clone() });
    let until = locale.date_long(locale.civil(invitation.expires_at).date());
    let args = [
        ("who", user.name.as_str().into()),
        ("workspace", user.workspace_name.as_str().into()),
        ("date", until.into()),
    ];
    let letter = Letter {
        kind: "invitation",
        // The link makes whoever has it an owner.
        least: if invitation.role == Role::Owner { Role::Owner } else { Role::Admin },
        to_name: String::new(),
        to_address: invitation.email.clone(),
        language,
        subject: locale.tf("invitation-letter-subject", &args),
        parts: vec![
            Part::Words(locale.tf("invitation-letter-text", &args)),
            Part::Way {
                text: locale.t("invitation-letter-accept").into_owned(),
                href: format!("{site}/invitations/{token}"),
            },
            Part::Words(locale.tf("invitation-letter-until", &args)),
        ],
        foot: locale.t("invitation-letter-foot").into_owned(),
    };
    let mail = ::mail::post(tx, &letter)?;
    invitations::mailed(tx, token, mail, language)
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
        @if !open.is_empty() { (table(view, &open)?) }
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
            (draft.field(locale, "way", "invitation-way").radios(ways(view)))
            (draft.field(locale, "language", "invitation-language").select(choices::languages()).short())
            div.form-actions { (button(view.t("invite")).icon("mail")) }
        }
    }
}

/// By mail, or as a link to be passed on.
fn ways(view: &View) -> [Choice<'static>; 2] {
    let post = view.cx.part::<Post>();
    let note = match &post.server {
        Some(server) => view.tf("invitation-by-mail-from", &[("sender", server.from().into())]).into(),
        None => view.t("invitation-by-mail-kept"),
    };
    let link_note = Some(view.t("invitation-by-link-note"));
    [
        Choice { note: Some(note), ..Choice::new("mail", view.t("invitation-by-mail")) },
        Choice { note: link_note, ..Choice::new("link", view.t("invitation-by-link")) },
    ]
}

fn table(view: &View, rows: &[Invitation]) -> Result<Markup> {
    let mails: Vec<Id> = rows.iter().filter_map(|row| row.mail).collect();
    let states = ::mail::states(view.cx, &mails)?;
    let table = html! {
        table.table data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("field-email")) }
                th scope="col" data-wide { (view.t("member-role")) }
                th scope="col" { (view.t("invitation-way")) }
                th scope="col" data-wide { (view.t("invitation-by")) }
                th scope="col" data-wide { (view.t("invitation-until")) }
                th scope="col" { span.hidden { (view.t("invitation-withdraw")) } }
            } }
            tbody { @for row in rows { (line(view, row, row.mail.and_then(|mail| states.get(&mail)))) } }
        }
    };
    Ok(html! {
        h3.open-invitations { (view.t("invitations-open")) }
        (crate::settings::table(view, "invitations-open", &table))
    })
}

/// How it went out, and what became of the letter.
fn went(view: &View, invitation: &Invitation, state: Option<&(State, String)>) -> Markup {
    let Some(mail) = invitation.mail else { return html! { span.soft { (view.t("invitation-by-link")) } } };
    let Some((state, error)) = state else { return html! { span.soft { (view.t("invitation-by-mail")) } } };
    html! {
        a href={ "/settings/mail/" (mail) } { (crate::settings::mail::state_chip(view, *state)) }
        @if !error.is_empty() { small.below { (error) } }
    }
}

fn line(view: &View, invitation: &Invitation, state: Option<&(State, String)>) -> Markup {
    let send_again = format!("{}: {}", view.t("invitation-again"), invitation.email);
    let label = view.tf("invitation-withdraw-of", &[("email", invitation.email.as_str().into())]);
    let over = invitation.expires_at <= view.reading.now;
    html! {
        tr {
            th scope="row" { (invitation.email) }
            td data-wide { (role_name(view, invitation.role)) }
            td { (went(view, invitation, state)) }
            td.soft data-wide { (view.user(invitation.invited_by)) }
            td.nowrap data-wide {
                @if over { (chip(view.t("invitation-expired")).tone(Tone::Warning)) }
                @else { (view.moment(invitation.expires_at)) }
            }
            td {
                form.buttons method="post" action={ "/settings/invitations/" (invitation.id) "/withdraw" } {
                    (button(view.t("invitation-again")).small().attribute("aria-label", send_again)
                        .attribute("formaction", format!("/settings/invitations/{}/again", invitation.id)))
                    (button(view.t("invitation-withdraw")).small().attribute("aria-label", label))
                }
            }
        }
    }
}
