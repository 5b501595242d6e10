//! What was kept aside as possible spam: a list for whoever makes leads, where each becomes a lead after all, or goes.

use kernel::{Cx, Error, Id, Result, Text, Timestamp, Tx, clock::DAY};
use records::{
    access::{self, Verb},
    object::object,
};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{EmptyState, PageHead, button, chip, crumbs, empty_state, page_head},
};
use workbench::{App, View, view::Page};

use super::{
    LeadForm, all, find,
    post::{self, Post},
};
use crate::lead;

const HERE: &str = "/leads/aside";
/// Looked at or not, it goes after this.
const KEPT: i64 = 90 * DAY;
const PAGE: usize = 100;
/// Counted no further.
const COUNTED: i64 = 1_000;

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Write, show);
    routes.post("/leads/aside/{post}", Permission::Write, take);
    routes.post("/leads/aside/{post}/remove", Permission::Write, remove);
}

/// Keeps it for a colleague to judge.
pub(super) fn keep(tx: &mut Tx, form: &LeadForm, post: &Post, why: &[&'static str]) -> Result<()> {
    let (now, workspace, id) = (tx.now(), tx.workspace(), tx.new_id());
    tx.execute(
        "DELETE FROM form_posts WHERE workspace_id = ?1 AND at < ?2",
        &[workspace.into(), now.plus(-KEPT).into()],
    )?;
    tx.execute(
        "INSERT INTO form_posts (workspace_id, id, form_id, posted, why, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &[
            workspace.into(),
            id.into(),
            form.id.into(),
            serde_json::to_string(post)?.into(),
            why.join(" ").into(),
            now.into(),
        ],
    )?;
    tx.emit("form-posts");
    Ok(())
}

/// How many wait to be judged, no further than a thousand.
pub(crate) fn count(cx: &Cx) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM (SELECT 1 FROM form_posts WHERE workspace_id = ?1 LIMIT ?2) AS waiting";
    Ok(cx.query_one(sql, &[cx.workspace().into(), COUNTED.into()])?.map_or(0, |row| row.int(0)))
}

struct Aside {
    id: Id,
    form: Id,
    post: Post,
    why: Vec<String>,
    at: Timestamp,
}

const SELECT: &str = "SELECT id, form_id, posted, why, at FROM form_posts WHERE workspace_id = ?1";

fn read(row: &kernel::Row) -> Result<Aside> {
    Ok(Aside {
        id: row.get(0)?,
        form: row.get(1)?,
        post: serde_json::from_str(row.text(2))?,
        why: row.text(3).split_whitespace().map(str::to_owned).collect(),
        at: row.get(4)?,
    })
}

fn newest(cx: &Cx) -> Result<Vec<Aside>> {
    let rows =
        cx.query(&format!("{SELECT} ORDER BY id DESC LIMIT ?2"), &[cx.workspace().into(), PAGE.into()])?;
    rows.iter().map(read).collect()
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        access::require(cx, &*object(cx, lead::KEY)?, Verb::Create)?;
        let view = View::new(app, request, cx)?;
        let (rows, forms) = (newest(cx)?, all(cx)?);
        let title = view.t("form-aside");
        let leads = view.catalog.object(lead::KEY)?;
        let way = [("/leads".into(), view.many(leads))];
        let body = html! {
            (crumbs(&view.t("crumbs"), &way, &title))
            (page_head(&PageHead { title: &title, count: None, lead: Some(view.t("form-aside-lead")), actions: html! {} }))
            @if rows.is_empty() {
                (empty_state(&EmptyState {
                    icon: "filter",
                    tab: None,
                    title: &view.t("form-aside-none"),
                    text: &view.t("form-aside-none-text"),
                    actions: html! {},
                }))
            } @else { ul.asides { @for row in &rows { (line(&view, row, &forms)) } } }
        };
        Ok(view.page(Page::new(title, "/leads", body)))
    })
}

fn line(view: &View, row: &Aside, forms: &[LeadForm]) -> Markup {
    let form = forms.iter().find(|form| form.id == row.form).map(|form| form.name.as_str());
    html! {
        li.aside id={ "post-" (row.id) } {
            header {
                b { (form.unwrap_or_default()) }
                span.quiet { (view.moment(row.at)) " · " (row.post.client) }
                @for why in &row.why { (chip(view.t(&format!("form-why-{why}")))) }
            }
            dl.asked {
                @for (name, text) in row.post.written().into_iter().filter(|(_, text)| !text.is_empty()) {
                    div { dt { (name) } dd { @for line in text.lines() { (line) br; } } }
                }
            }
            div.buttons {
                form method="post" action={ (HERE) "/" (row.id) } { (button(view.t("form-not-spam")).small()) }
                form method="post" action={ (HERE) "/" (row.id) "/remove" } { (button(view.t("remove")).plain().small()) }
            }
        }
    }
}

fn locked(tx: &mut Tx, id: Id) -> Result<Aside> {
    access::require(tx, &*object(tx, lead::KEY)?, Verb::Create)?;
    let sql = format!("{SELECT} AND id = ?2");
    let row = tx.query_one(&sql, &[tx.workspace().into(), id.into()])?;
    let aside = read(&row.ok_or(Error::NotFound)?)?;
    // Of two who judge it, the second finds it gone.
    let gone = tx.execute(
        "DELETE FROM form_posts WHERE workspace_id = ?1 AND id = ?2",
        &[tx.workspace().into(), id.into()],
    )?;
    if gone == 0 { Err(Error::NotFound) } else { Ok(aside) }
}

/// It was no spam: a lead is made as if it had just arrived, and the colleague who said so stands in its history.
fn take(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("post")?;
    let made = app.write(request, |tx| {
        let aside = locked(tx, id)?;
        let form = find(tx, aside.form)?;
        post::take(tx, &form, &aside.post).map_err(post::readable)
    })?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let seen = records::record::find(cx, &object(cx, lead::KEY)?, made);
        let to = seen.map_or_else(|_| HERE.to_owned(), |lead| lead.address());
        Ok(Response::redirect(to).toast(view.t("form-taken"), None))
    })
}

fn remove(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("post")?;
    app.write(request, |tx| locked(tx, id))?;
    let text = app.read(request, |cx| Ok(View::new(app, request, cx)?.render(&Text::new("form-removed"))))?;
    Ok(Response::redirect(HERE).toast(text, None))
}
