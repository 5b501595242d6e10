//! The mail outbox: whether letters go anywhere, what became of each, and their words as long as nobody has taken them.
//! For administrators.

use ::mail::{Letter, Mail, Part, Post, State};
use kernel::{Error, Result, Role};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Tone, button, chip, empty_note, icon, link_button, notice, post_button},
};

use super::{Section, done, page, section};
use crate::{App, View};

const HERE: &str = "/settings/mail";
const AT_ONCE: usize = 50;

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Admin, show);
    routes.post("/settings/mail/test", Permission::Admin, test);
    routes.get("/settings/mail/{mail}", Permission::Admin, one);
    routes.get("/settings/mail/{mail}/files/{file}", Permission::Admin, file);
    routes.post("/settings/mail/{mail}/again", Permission::Admin, again);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let rows = ::mail::list(cx, request.query.id("before"), AT_ONCE)?;
        let listed = list(&view, &rows);
        if request.is_fragment() {
            return Ok(Response::fragment(listed));
        }
        let post = cx.part::<Post>();
        let action = post_button("/settings/mail/test", &button(view.t("mail-test")).icon("mail"));
        let title = view.t("settings-mail");
        let lead = match &post.server {
            Some(server) => {
                view.tf("mail-server", &[("host", server.host().into()), ("sender", server.from().into())])
            }
            None => view.t("mail-none").into_owned(),
        };
        let body = html! {
            @if let Some(trouble) = ::mail::trouble(cx)? {
                (notice(Some(Tone::Negative), &html! { b { (view.t("mail-trouble")) } " " (trouble) }, None))
            }
            (listed)
        };
        Ok(page(
            &view,
            HERE,
            &section(&Section { id: "mail", title: &title, lead: Some(&lead), action, body }),
        ))
    })
}

/// The letters, which ask for themselves again whenever one moves.
fn list(view: &View, rows: &[Mail]) -> Markup {
    let next = rows.last().filter(|_| rows.len() == AT_ONCE);
    let table = html! {
        table.table data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("mail-subject")) }
                th scope="col" { (view.t("mail-state")) }
                th scope="col" data-wide { (view.t("mail-when")) }
            } }
            tbody { @for mail in rows { tr {
                th scope="row" { a.link-row href={ (HERE) "/" (mail.id) } { (mail.subject) } small.below { (mail.to_address) } }
                td { (state_chip(view, mail.state)) @if !mail.error.is_empty() { small.below { (mail.error) } } }
                td.soft.nowrap data-wide { (view.moment(mail.sent_at.unwrap_or(mail.created_at))) }
            } } }
        }
    };
    html! {
        div #mail-list data-topic="mails" hx-get=(view.request.address()) hx-trigger="live" hx-swap="outerHTML" {
            @if rows.is_empty() { (empty_note(&html! { (view.t("mail-empty")) })) }
            @else { (super::table(view, "settings-mail", &table)) }
            @if let Some(last) = next {
                (link_button(format!("{HERE}?before={}", last.id), view.t("show-more")))
            }
        }
    }
}

pub(super) fn state_chip(view: &View, state: State) -> Markup {
    let word = chip(view.t(&format!("mail-{}", state.key())));
    html! {
        @match state {
            State::Sent => (word.tone(Tone::Positive).icon("check")),
            State::Failed => (word.tone(Tone::Negative).icon("alert")),
            State::Waiting => (word.tone(Tone::Accent)),
            State::Kept => (word),
        }
    }
}

fn one(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let mail = ::mail::find(cx, request.params.id("mail")?)?;
        let sends = cx.part::<Post>().server.is_some() && mail.may_be_sent_again(cx.now());
        let action = html! {
            @if sends { (post_button(&format!("{HERE}/{}/again", mail.id), &button(view.t("mail-send")).icon("send"))) }
        };
        let lead = if mail.to_name.is_empty() { mail.to_address.clone() } else { format!("{} <{}>", mail.to_name, mail.to_address) };
        let part = Section { id: "mail", title: &mail.subject, lead: Some(&lead), action, body: letter(&view, &mail) };
        let body = html! {
            a.settings-up href=(HERE) { (icon("chevron-left")) (view.t("settings-mail")) }
            (section(&part))
        };
        Ok(page(&view, HERE, &body))
    })
}

fn letter(view: &View, mail: &Mail) -> Markup {
    let why = match mail.state {
        State::Sent => "mail-words-gone",
        _ => "mail-words-of-owners",
    };
    html! {
        p { (state_chip(view, mail.state)) " " span.soft { (view.moment(mail.sent_at.unwrap_or(mail.created_at))) }
            @if mail.state == State::Waiting && mail.attempts > 0 {
                " " span.soft { (view.t("mail-next")) " " (view.moment(mail.next_at)) }
            }
        }
        @if !mail.error.is_empty() { p.tone data-tone="negative" { (mail.error) } }
        @if mail.plain.is_empty() { (empty_note(&html! { (view.t(why)) })) }
        @else { pre.letter tabindex="0" aria-label=(view.t("mail-words")) { (linked(&mail.plain)) } }
        @if !mail.enclosed.files.is_empty() {
            ul.enclosed aria-label=(view.t("mail-enclosed")) {
                @for (at, file) in mail.enclosed.files.iter().enumerate() {
                    li { (link_button(format!("{HERE}/{}/files/{at}", mail.id), file.name.as_str()).icon("file").small()) }
                }
            }
        }
    }
}

/// What goes along with a letter, as it would be made now.
fn file(app: &App, request: &Request) -> Result<Response> {
    let at: usize = request.params.get("file").parse().map_err(|_| Error::NotFound)?;
    let mail = app.read(request, |cx| ::mail::find(cx, request.params.id("mail")?))?;
    let promised = mail.enclosed.files.get(at).ok_or(Error::NotFound)?;
    let file = promised.made(&app.db, request.scope())?.ok_or(Error::NotFound)?;
    Ok(Response::download(&file.name, &file.kind, file.bytes))
}

/// The words with their addresses as links.
fn linked(text: &str) -> Markup {
    html! {
        @for line in text.split_inclusive('\n') {
            @let bare = line.trim_end();
            @if bare.starts_with("https://") || bare.starts_with("http://") { a href=(bare) { (bare) } "\n" }
            @else { (line) }
        }
    }
}

fn again(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("mail")?;
    app.write(request, |tx| ::mail::again(tx, id))?;
    app.read(request, |cx| Ok(done(&View::new(app, request, cx)?, HERE, "mail-on-its-way")))
}

/// A letter to whoever asks, to see whether it arrives.
fn test(app: &App, request: &Request) -> Result<Response> {
    let user = request.signed_in()?;
    app.write(request, |tx| {
        let locale = locale::Locale::new(tx.locality());
        let letter = Letter {
            kind: "test",
            least: Role::Admin,
            to_name: user.name.clone(),
            to_address: user.email.clone(),
            language: locale.language(),
            subject: locale.t("mail-test-subject").into_owned(),
            parts: vec![Part::Words(locale.t("mail-test-text").into_owned())],
            foot: String::new(),
        };
        ::mail::post(tx, &letter).map(drop)
    })?;
    app.read(request, |cx| {
        let key = if cx.part::<Post>().server.is_some() { "mail-on-its-way" } else { "mail-is-kept" };
        Ok(done(&View::new(app, request, cx)?, HERE, key))
    })
}
