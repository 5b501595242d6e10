//! What a customer does with the link of a reminder, without an account: confirms, asks for another time, or cancels. Opening
//! it changes nothing, because mail programs open links by themselves; each answer is a form.

use identity::{secret_addresses, workspaces};
use kernel::{Cx, Error, Id, Result, Scope, Timestamp, Tx, Value};
use locale::Locale;
use records::{
    ChangeSet, Filter, Json, Operator, Query, Record,
    field::{Reading, as_text, participants},
    object::object,
    query, record,
    save::Values,
};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Bare, bare, button},
};
use workbench::App;

use crate::{
    appointment, card,
    diary::Occurrence,
    reminders,
    series::{self, Reach},
};

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get("/visits/{token}", Permission::Anyone, show);
    routes.post("/visits/{token}", Permission::Anyone, answer);
}

/// What a link leads to.
struct Visit {
    one: Occurrence,
    customer: Record,
    workspace: String,
}

/// In whose workspace a link is valid, which appointment and who.
struct Link {
    appointment: Id,
    starts: Timestamp,
    who: String,
}

fn link(app: &App, request: &Request) -> Result<(Scope, Link)> {
    let hash = secret_addresses::kept(request.params.get("token"));
    app.db.read(&Scope::global(), |cx| {
        let row = cx.query_one(
            "SELECT workspace_id, record_id, starts_at, who FROM reminders WHERE token_hash = ?1",
            &[Value::Bytes(hash.to_vec())],
        )?;
        let row = row.ok_or(Error::NotFound)?;
        let link = Link { appointment: row.get(1)?, starts: row.get(2)?, who: row.text(3).to_owned() };
        Ok((workspaces::by_id(cx, row.get(0)?)?.scope("link"), link))
    })
}

/// The appointment as it is now: what was moved since has another time, and the link stays good for it until it has begun.
fn visit(cx: &Cx, link: &Link) -> Result<Visit> {
    let appointment = record::find(cx, &object(cx, "appointment")?, link.appointment)?;
    let who = Json::from(link.who.as_str());
    let customer = card::of(cx, &who)?.ok_or(Error::NotFound)?;
    let repeats = !appointment.text("repeat").is_empty();
    let gone = repeats && appointment::exceptions(&appointment).contains(&link.starts);
    // Of a series it may have become an appointment of its own meanwhile.
    let appointment =
        if gone { detached(cx, &appointment, link.starts)?.ok_or(Error::NotFound)? } else { appointment };
    let repeats = !appointment.text("repeat").is_empty();
    let starts =
        if repeats { link.starts } else { appointment.instant("starts_at").ok_or(Error::NotFound)? };
    if appointment.trashed_at.is_some() || customer.trashed_at.is_some() {
        return Err(Error::NotFound);
    }
    let ends = starts.plus(appointment::length(&appointment));
    let workspace = workspaces::find(cx)?.name;
    Ok(Visit { one: Occurrence { appointment, starts, ends }, customer, workspace })
}

/// What stands for an occurrence of a series that went its own way.
fn detached(cx: &Cx, series: &Record, at: Timestamp) -> Result<Option<Record>> {
    let filter = Filter::field("series", Operator::Is, &[&series.id.to_string()]);
    let page = query::page(cx, &series.object, &Query { filter, ..Query::default() }, &[], 200)?;
    Ok(page.records.into_iter().find(|one| one.instant("series_at") == Some(at)))
}

fn show(app: &App, request: &Request) -> Result<Response> {
    let (scope, link) = link(app, request)?;
    app.db.read(&scope, |cx| {
        let visit = visit(cx, &link)?;
        let locale = reminders::theirs(cx, &visit.customer, &visit.one.appointment);
        let over = visit.one.starts <= cx.now() || visit.one.appointment.text("state") != "planned";
        let said = request.query.text("said");
        Ok(page(request, &locale, &visit.workspace, &body(request, &locale, &visit, over, said)))
    })
}

fn body(request: &Request, locale: &Locale, visit: &Visit, over: bool, said: &str) -> Markup {
    let one = &visit.one;
    let answered = answer_of(visit);
    let asked = request.query.text("answer");
    let known = ["confirm", "move", "cancel"];
    let first = known.into_iter().find(|key| *key == asked).unwrap_or("confirm");
    let said = known.into_iter().find(|key| *key == said);
    html! {
        h1 { (one.appointment.text("subject")) }
        p { b { (reminders::when(locale, one)) } }
        @if !one.appointment.text("place").is_empty() { p { (one.appointment.text("place")) } }
        @if let Some(url) = one.appointment.get("video").get(0).map(|link| as_text(&link["url"])) { p { a.link href=(url) rel="noopener noreferrer" { (url) } } }
        @if let Some(said) = said {
            p role="status" { b { (locale.t(&format!("visit-said-{said}"))) } }
        } @else if over {
            p role="status" { (locale.t(if one.cancelled() { "visit-is-cancelled" } else { "visit-is-over" })) }
        } @else {
            @if answered == "accepted" { p role="status" { (locale.t("visit-said-confirm")) } }
            @for key in std::iter::once(first).chain(known.into_iter().filter(|key| *key != first)) {
                form.form method="post" action=(request.path) {
                    input type="hidden" name="answer" value=(key);
                    @if key == "move" {
                        label.field { span.label { (locale.t("visit-wish")) }
                            textarea.input name="wish" rows="2" maxlength="500" {} }
                    }
                    @let send = button(locale.t(&format!("visit-{key}")));
                    @if key == first { (send.primary()) } @else { (send) }
                }
            }
        }
    }
}

/// What the customer answered so far.
fn answer_of(visit: &Visit) -> String {
    let found = participants::each(visit.one.appointment.get("participants"))
        .find(|(who, _)| matches!(who, participants::Who::Card(_, id) if *id == visit.customer.id));
    found.map(|(_, answer)| answer.to_owned()).unwrap_or_default()
}

/// The page of somebody without an account, in their language.
pub(crate) fn page(request: &Request, locale: &Locale, workspace: &str, body: &Markup) -> Response {
    Response::page(bare(&Bare {
        language: locale.language().code(),
        looks: workbench::view::looks(request),
        tab: workspace.into(),
        large: false,
        footer: locale.t("visit-footer"),
        flash: None,
        body: body.clone(),
    }))
}

fn answer(app: &App, request: &Request) -> Result<Response> {
    let (scope, link) = link(app, request)?;
    let asked = request.form.text("answer");
    let said = app.db.write(&scope, |tx| {
        let visit = visit(tx, &link)?;
        if visit.one.starts <= tx.now() || visit.one.appointment.text("state") != "planned" {
            return Ok("");
        }
        match asked {
            "confirm" => confirm(tx, &visit).map(|()| "confirm"),
            "move" => wish(tx, &visit, request.form.text("wish")).map(|()| "move"),
            "cancel" => cancel(tx, &visit).map(|()| "cancel"),
            _ => Err(Error::NotFound),
        }
    })?;
    Ok(Response::redirect(format!("{}?said={said}", request.path)))
}

fn confirm(tx: &mut Tx, visit: &Visit) -> Result<()> {
    if answer_of(visit) == "accepted" {
        return Ok(());
    }
    let key = format!("{}:{}", visit.customer.object.key, visit.customer.id);
    let mut all = visit.one.appointment.get("participants").as_array().cloned().unwrap_or_default();
    all.retain(|one| as_text(&one["who"]) != key);
    all.push(serde_json::json!({ "who": key, "answer": "accepted" }));
    change(tx, visit, [("participants".to_owned(), Json::Array(all))])?;
    told(tx, visit, "visit-note-confirm")
}

/// Somebody is asked to find another time; the appointment stands until then.
fn wish(tx: &mut Tx, visit: &Visit, wish: &str) -> Result<()> {
    let wish: String = wish.trim().chars().take(500).collect();
    let text = line(tx, visit, "visit-note-move");
    let text = if wish.is_empty() { text } else { format!("{text}\n{wish}") };
    reminders::note(tx, &visit.customer, text)?;
    let subject = line(tx, visit, "visit-task-move");
    reminders::task(tx, &visit.one, &visit.customer, subject)
}

fn cancel(tx: &mut Tx, visit: &Visit) -> Result<()> {
    change(tx, visit, [("state".to_owned(), Json::from("cancelled"))])?;
    told(tx, visit, "visit-note-cancel")?;
    let subject = line(tx, visit, "visit-task-cancel");
    reminders::task(tx, &visit.one, &visit.customer, subject)
}

fn change(tx: &mut Tx, visit: &Visit, values: [(String, Json); 1]) -> Result<()> {
    let mut set =
        ChangeSet::new(tx, "change-answered").about(visit.one.appointment.title(&Reading::plain(tx)));
    let at = (&visit.one.appointment, visit.one.starts);
    series::change(tx, &mut set, at, Reach::This, Values::from_iter(values))?;
    set.close(tx)
}

fn told(tx: &mut Tx, visit: &Visit, key: &str) -> Result<()> {
    let text = line(tx, visit, key);
    reminders::note(tx, &visit.customer, text)
}

/// In the language of the workspace.
fn line(tx: &Tx, visit: &Visit, key: &str) -> String {
    let locale = Locale::new(tx.locality());
    let name = visit.customer.title(&Reading::plain(tx));
    let (what, when) = (visit.one.appointment.text("subject"), reminders::when(&locale, &visit.one));
    locale.tf(key, &[("name", name.into()), ("what", what.into()), ("when", when.into())])
}
