//! Sharing one card with a colleague or a unit, and seeing with whom it is shared.

use std::sync::Arc;

use identity::{
    members,
    shares::{May, Share, With},
    units,
};
use kernel::{Error, FieldErrors, Id, Result, Text, Timestamp};
use records::{
    Object, Record,
    access::{self, Verb, sharing},
    field::mentions::Who,
    record,
};
use web::{
    Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{
        Choice, PageHead, button, crumbs, empty_note, error_summary, field, link_button, page_head,
        table_frame,
    },
};

use crate::{App, View, place::Place, view::Page};

pub(crate) fn routes(routes: &mut Routes<App>, place: &Place) {
    place.get(routes, "/{id}/share", Permission::Write, show);
    place.post(routes, "/{id}/share", Permission::Write, share);
    place.post(routes, "/{id}/share/{share}/remove", Permission::Write, remove);
}

fn show(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    app.read(request, |cx| {
        let record = record::find(cx, object, request.params.id("id")?)?;
        access::require_on(cx, &record, Verb::Edit)?;
        whole(&View::new(app, request, cx)?, &record, &FieldErrors::default())
    })
}

fn share(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let id = request.params.id("id")?;
    let made = app.write(request, |tx| {
        let record = record::find(tx, object, id)?;
        let form = &request.form;
        let with = with_of(form.text("with")).ok_or(Error::invalid("with", "required"))?;
        let may = May::from_key(form.text("may")).ok_or(Error::invalid("may", "not-a-choice"))?;
        let until = until(form.text("until"), tx)?;
        sharing::share(tx, &record, with, may, until)?;
        Ok(with)
    });
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match made {
            Ok(with) => {
                let text = view.tf("toast-shared", &[("name", name(&view, with)?.into())]);
                Ok(Response::redirect(address(object, id)).toast(text, None))
            }
            Err(Error::Invalid(errors)) => {
                let record = record::find(cx, object, id)?;
                Ok(whole(&view, &record, &errors)?.status(StatusCode::UNPROCESSABLE_ENTITY))
            }
            Err(error) => Err(error),
        }
    })
}

fn remove(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let (id, share) = (request.params.id("id")?, request.params.id("share")?);
    let ended = app.write(request, |tx| {
        let record = record::find(tx, object, id)?;
        sharing::unshare(tx, &record, share)
    })?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let text = view.tf("toast-unshared", &[("name", name(&view, ended.with)?.into())]);
        // Who edited by this share alone does not see the list of them any more.
        let to = match record::find_many(cx, object, &[id])?.get(&id) {
            Some(record) if view.may_on(record, Verb::Edit) => address(object, id),
            Some(record) => record.address(),
            None => format!("/{}", object.path),
        };
        Ok(Response::redirect(to).toast(text, None))
    })
}

fn address(object: &Object, id: Id) -> String {
    format!("/{}/{id}/share", object.path)
}

/// `user:0192…` or `unit:0192…`.
fn with_of(typed: &str) -> Option<With> {
    Some(match Who::parse(typed)? {
        Who::User(id) => With::User(id),
        Who::Unit(id) => With::Unit(id),
    })
}

/// To the end of a day, where the reader is; empty for good.
fn until(typed: &str, cx: &kernel::Cx) -> Result<Option<Timestamp>> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let wrong = || Error::Invalid(FieldErrors::of("until", Text::new("not-a-date")));
    let day: jiff::civil::Date = typed.trim().parse().map_err(|_| wrong())?;
    let next = day.tomorrow().map_err(|_| wrong())?;
    Ok(Some(Timestamp::from_civil(next.at(0, 0, 0, 0), cx.time_zone())))
}

/// What a user or a unit is called.
pub(crate) fn name(view: &View, with: With) -> Result<String> {
    Ok(match with {
        With::User(user) => view.user(Some(user)),
        With::Unit(unit) => units::find(view.cx, unit)?.name,
    })
}

fn whole(view: &View, record: &Record, errors: &FieldErrors) -> Result<Response> {
    let object = &record.object;
    let title = record.title(&view.reading);
    let shares = sharing::of(view.cx, record)?;
    let heading = view.tf("share-card", &[("name", title.as_str().into())]);
    let lead = view.t("share-lead");
    let way =
        [(format!("/{}", object.path).into(), view.many(object)), (record.address().into(), title.into())];
    let body = html! {
        (crumbs(&view.t("crumbs"), &way, &view.t("share")))
        (page_head(&PageHead { title: &heading, count: None, lead: Some(lead), actions: html! {} }))
        (form(view, record, errors)?)
        section.shared aria-labelledby="shared" {
            h2 #shared { (view.t("share-present")) }
            @if shares.is_empty() { (empty_note(&html! { (view.t("share-none")) })) }
            @else { (table(view, record, &shares)?) }
        }
    };
    Ok(view.page(Page::new(heading, format!("/{}", object.path), body)))
}

fn form(view: &View, record: &Record, errors: &FieldErrors) -> Result<Markup> {
    let me = view.cx.actor().user();
    let users = members::active(view.cx)?;
    let users = users.iter().filter(|member| Some(member.user) != me);
    let tree = units::tree(view.cx)?;
    let mut with: Vec<Choice> = vec![Choice::new("", view.t("share-choose"))];
    with.extend(users.map(|member| Choice::new(Who::User(member.user).key(), member.name.clone())));
    with.extend(tree.branches.iter().map(|branch| {
        let text = view.tf("share-unit", &[("unit", tree.path(branch.unit.id).into())]);
        Choice::new(Who::Unit(branch.unit.id).key(), text)
    }));
    let may = [May::See, May::Edit];
    let may = may.map(|may| Choice::new(may.key(), view.t(&format!("share-may-{}", may.key()))));
    let lines: Vec<_> =
        errors.0.iter().map(|(name, text)| (name.clone().into(), view.render(text).into())).collect();
    let typed = &view.request.form;
    let chosen = typed.get("may").unwrap_or("see").to_owned();
    let error = |name: &str| errors.get(name).map(|text| view.render(text));
    Ok(html! {
        form.form method="post" action={ (record.address()) "/share" } novalidate {
            @if !lines.is_empty() { (error_summary(&view.t("form-errors"), &lines)) }
            (field("with", view.t("share-with")).value(typed.text("with").to_owned()).error(error("with")).select(with).required())
            (field("may", view.t("share-may")).value(chosen).error(error("may")).select(may))
            (field("until", view.t("share-until")).value(typed.text("until").to_owned()).error(error("until")).date()
                .optional(view.t("optional")).help(view.t("share-until-help")).short())
            div.form-actions {
                (button(view.t("share")).primary())
                (link_button(record.address(), view.t("back-to-card")).plain())
            }
        }
    })
}

fn table(view: &View, record: &Record, shares: &[Share]) -> Result<Markup> {
    let mut rows = Vec::with_capacity(shares.len());
    for share in shares {
        rows.push(line(view, record, share, &name(view, share.with)?));
    }
    let title = view.t("share-present");
    let table = html! {
        table.table data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("share-with")) }
                th scope="col" { (view.t("share-may")) }
                th scope="col" { (view.t("share-until")) }
                th scope="col" data-wide { (view.t("share-by")) }
                th scope="col" { span.hidden { (view.t("share-end")) } }
            } }
            tbody { @for row in rows { (row) } }
        }
    };
    Ok(table_frame(&title, &table))
}

fn line(view: &View, record: &Record, share: &Share, name: &str) -> Markup {
    let locale = &view.reading.locale;
    let end = view.tf("share-end-with", &[("name", name.into())]);
    html! {
        tr {
            th scope="row" { (name) }
            td { (view.t(&format!("share-may-{}", share.may.key()))) }
            td.soft.nowrap {
                @match share.until {
                    Some(until) => (last_day(view, until)),
                    None => (view.t("share-for-good")),
                }
            }
            td.soft data-wide { (view.user(share.shared_by)) " · " (locale.relative(share.created_at, view.reading.now)) }
            td {
                form.buttons method="post" action={ (record.address()) "/share/" (share.id) "/remove" } {
                    (button(view.t("share-end")).small().attribute("aria-label", end))
                }
            }
        }
    }
}

/// The last day on which a share holds.
pub(crate) fn last_day(view: &View, until: Timestamp) -> String {
    let locale = &view.reading.locale;
    locale.date(locale.civil(until.plus(-1)).date())
}
