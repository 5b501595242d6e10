//! Talk on a card's timeline: a comment as it stands there, mended in place by its author, and colleagues to be named in it.

use kernel::{Error, FieldErrors, Result};
use records::{
    ChangeSet, Json, Record,
    field::mentions::Who,
    field::{Reading, as_text, reference},
    object::object,
    record, save,
};
use web::{
    Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{Avatar, avatar, button, error_line, field_id, icon, link_button},
};
use workbench::{App, View};

use crate::{card, mention};

/// Colleagues and teams offered at once.
const OFFERED: usize = 8;

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get("/mentions", Permission::Write, offered);
    routes.get("/comments/{id}/words", Permission::Write, mend);
    routes.post("/comments/{id}/words", Permission::Write, keep);
}

/// The values of a comment as it was typed, with whom its author picked while writing.
pub(crate) fn with_picked(values: &mut save::Values, form: &web::Form) {
    let picked = form.all("mention").filter_map(Who::parse);
    let picked: Vec<Json> = picked.map(|who| records::field::mentions::mention(who, "")).collect();
    if !picked.is_empty() {
        values.insert("mentions".to_owned(), Json::Array(picked));
    }
}

/// What a comment says, with the means to write it: colleagues are offered behind an `@`.
pub(crate) fn words(view: &View, id: &str, text: &str, about: &str) -> Markup {
    let label = view.t("comment-what");
    let list = format!("{id}-mentions");
    html! {
        k-mention data-src={ "/mentions?about=" (about) } {
            textarea.input id=(id) name="text" rows="3" aria-label=(label) placeholder=(label) aria-autocomplete="list"
                aria-controls=(list) { (text) }
            ul.mentions id=(list) role="listbox" aria-label=(view.t("mention-who")) hidden {}
        }
    }
}

/// Who can be named with these letters, those who do not see the card marked.
fn offered(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let card = card::of(cx, &Json::from(request.query.text("about")))?;
        let wanted = request.query.text("q").trim().to_lowercase();
        let mut found = mention::everybody(cx)?;
        let fits = |name: &str| {
            let name = name.to_lowercase();
            name.starts_with(&wanted) || name.split(' ').any(|word| word.starts_with(&wanted))
        };
        let me = cx.actor().user().map(Who::User);
        found.retain(|one| Some(one.who) != me && fits(&one.name));
        found.truncate(OFFERED);
        let mut lines = Vec::with_capacity(found.len());
        for (at, one) in found.iter().enumerate() {
            let blind = match (&card, one.who) {
                (Some(card), Who::User(user)) => {
                    !mention::sees(cx, card, &identity::members::find(cx, user)?)?
                }
                _ => false,
            };
            lines.push(option(&view, at, one, blind));
        }
        Ok(Response::fragment(html! { @for line in &lines { (line) } }))
    })
}

fn option(view: &View, at: usize, one: &mention::Named, blind: bool) -> Markup {
    let id = match one.who {
        Who::User(id) | Who::Unit(id) => id,
    };
    html! {
        li role="option" id={ "mention-" (at) } data-name=(one.name) data-who=(one.who.key()) aria-selected="false" {
            @match one.who {
                Who::User(_) => (avatar(&Avatar { name: &one.name, id, ..Avatar::default() })),
                Who::Unit(_) => (icon("users")),
            }
            span { b { (one.name) } " "
                @if blind { small data-tone="warning" { (view.t("mention-blind-short")) } }
                @else { small { (one.detail) } }
            }
        }
    }
}

/// A comment as it stands on the timeline; `who` is its author's name.
pub(crate) fn said(view: &View, comment: &Record) -> Result<Markup> {
    let own = view.may_write() && records::field::as_id(comment.get("owner")) == view.cx.actor().user();
    let blind = if own { blind(view, comment)? } else { None };
    let address = comment.address();
    let back = match reference::target(comment.get("about")) {
        Some((name, id)) => format!("/{}/{id}", view.catalog.object(name)?.path),
        None => address.clone(),
    };
    let edit = format!("{address}/words");
    Ok(html! {
        div.what {
            b { (comment.show("owner", &view.reading)) } " " (view.t("wrote-comment"))
            @if !comment.get("edited_at").is_null() { " " span.quiet { "(" (view.t("comment-edited")) ")" } }
            p.body.said { (mention::shown(view, comment.text("text"), comment.get("mentions"))) }
            @if let Some(blind) = blind { p.blind data-tone="warning" { (icon("eye-off")) " " (blind) } }
            @if own && view.may_on(comment, records::access::Verb::Edit) {
                form.said-actions method="post" action={ (address) "/trash" } {
                    input type="hidden" name="back" value=(back);
                    a.link href=(edit) hx-get=(edit) hx-target="closest .what" hx-swap="outerHTML" { (view.t("edit")) }
                    (button(view.t("delete")).plain().small())
                }
            }
        }
    })
}

/// Who is named but does not see the card, as a sentence.
pub(crate) fn blind(view: &View, comment: &Record) -> Result<Option<String>> {
    if comment.get("mentions").is_null() {
        return Ok(None);
    }
    let Some(card) = card::of(view.cx, comment.get("about"))? else { return Ok(None) };
    let names = mention::blind(view.cx, &card, comment.get("mentions"))?;
    let count = names.len();
    Ok((count > 0)
        .then(|| view.tf("mention-blind", &[("names", names.join(", ").into()), ("count", count.into())])))
}

/// The words of a comment, to be mended where they stand; without script on the comment's own form.
fn mend(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let comment = record::find(cx, &object(cx, "comment")?, request.params.id("id")?)?;
        records::access::require_on(cx, &comment, records::access::Verb::Edit)?;
        if !request.is_fragment() {
            return Ok(Response::redirect(format!("{}/edit", comment.address())));
        }
        let view = View::new(app, request, cx)?;
        Ok(Response::fragment(editor(&view, &comment, comment.text("text"), &FieldErrors::default())))
    })
}

fn editor(view: &View, comment: &Record, text: &str, errors: &FieldErrors) -> Markup {
    let id = field_id(&format!("text-{}", comment.id));
    let action = format!("{}/words", comment.address());
    let error = errors.0.first().map(|(_, text)| view.render(text));
    html! {
        div.what {
            form.composer-again method="post" action=(action) hx-post=(action) hx-target="closest .what" hx-swap="outerHTML" {
                (words(view, &id, text, as_text(comment.get("about"))))
                @if let Some(error) = error { (error_line(&format!("{id}-error"), &error)) }
                div.buttons {
                    (button(view.t("save")).primary().small())
                    (link_button(back(view, comment), view.t("cancel")).plain().small())
                }
            }
        }
    }
}

fn back(view: &View, comment: &Record) -> String {
    let about = reference::target(comment.get("about"));
    let card = about.and_then(|(name, id)| Some(format!("/{}/{id}", view.catalog.object(name).ok()?.path)));
    card.unwrap_or_else(|| comment.address())
}

fn keep(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    let typed = request.form.text("text").trim();
    let kept = app.write(request, |tx| {
        let declared = object(tx, "comment")?;
        let before = record::find(tx, &declared, id)?;
        let reading = Reading::plain(tx);
        let title = card::of(tx, before.get("about"))?.map(|card| card.title(&reading)).unwrap_or_default();
        let mut set = ChangeSet::new(tx, "change-edited").about(title);
        let mut values = save::Values::from_iter([("text".to_owned(), Json::from(typed))]);
        with_picked(&mut values, &request.form);
        let comment = save::edit(tx, &mut set, &declared, id, values, &save::Values::new())?.saved()?;
        set.close(tx)?;
        Ok((comment, set.id))
    });
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match kept {
            Ok((comment, set)) => {
                let text = view.t("toast-comment-edited");
                let undo = Some(format!("/changes/{set}/undo"));
                Ok(match request.is_fragment() {
                    true => Response::fragment(said(&view, &comment)?).toast(text, undo),
                    false => Response::redirect(back(&view, &comment)).toast(text, undo),
                })
            }
            Err(Error::Invalid(errors)) => {
                let comment = record::find(cx, &object(cx, "comment")?, id)?;
                let again = editor(&view, &comment, typed, &errors);
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                if request.is_fragment() {
                    return Ok(Response::fragment(again).status(status));
                }
                let page = workbench::view::Page::new(view.t("comment"), "/comments", again);
                Ok(view.page(page).status(status))
            }
            Err(error) => Err(error),
        }
    })
}
