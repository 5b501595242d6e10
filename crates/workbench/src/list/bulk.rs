//! What is done to several cards at once: the bar over a list, the page that shows first what will happen, and doing it as
//! one change set that one undo takes back.

mod relate;

use std::sync::Arc;

use kernel::{Error, FieldErrors, Id, Result};
use records::{
    Field, Object, Query, Record,
    access::{self, Verb},
    bulk::{self, AT_ONCE, Bulk, Deed, Which},
    field::Input,
    query, record,
};
use web::{
    Form, Markup, Permission, Request, Response, Routes, html,
    html::{Choice, PageHead, button, field as kit_field, icon, link_button, page_head, table_frame},
};

use super::{
    Asked,
    counted::{self, Count},
};
use crate::{
    App, ListPage, View, contact,
    form::{self, Filled},
    place::Place,
    show,
    view::Page,
};

/// Cards that are shown before and after.
const SHOWN: usize = 15;

pub(super) fn routes(routes: &mut Routes<App>, place: &Place) {
    place.post(routes, "/bulk", Permission::Write, ask);
    place.post(routes, "/bulk/preview", Permission::Write, preview);
    place.post(routes, "/bulk/do", Permission::Write, run);
}

/// The bar that comes up when something is selected.
pub(super) fn selection(view: &View, object: &Object, asked: &Asked, count: Count) -> Markup {
    let all = count.text(view);
    let list = ListPage { view, object, address: &asked.address };
    let others: Vec<Markup> = view.app.modules.iter().filter_map(|module| module.selection(&list)).collect();
    html! {
        form.selection #selection method="post" action={ "/" (object.path) "/bulk" } {
            input type="hidden" name="filter" value=(asked.query.filter.written());
            input type="hidden" name="words" value=(asked.query.words);
            input type="hidden" name="sort" value=(asked.address.text("sort"));
            output data-text=(view.t("selected-count-text")) {}
            label.check { input type="checkbox" name="all" value="1"; (counted::of_selection(view, &all, false)) }
            @for other in &others { (other) }
            (button(view.t("merge")).icon("merge").small().named("do", "merge"))
            (button(view.t("bulk-edit")).icon("edit").small().named("do", "edit"))
            @if relate::possible(view, object) { (button(view.t("bulk-relate")).icon("link").small().named("do", "relate")) }
            (button(view.t("delete")).icon("trash").small().named("do", "trash"))
        }
    }
}

/// Which cards a form means.
fn which(form: &Form) -> Result<Which> {
    if form.bool("all") {
        return Ok(Which::All {
            filter: form.text("filter").to_owned(),
            words: form.text("words").to_owned(),
        });
    }
    let ids: Vec<Id> = form.all("id").filter_map(|id| id.parse().ok()).collect();
    if ids.is_empty() { Err(Error::invalid("id", "select-first")) } else { Ok(Which::These(ids)) }
}

/// The same cards again, in the next form.
fn carried(which: &Which) -> Markup {
    html! {
        @match which {
            Which::These(ids) => @for id in ids { input type="hidden" name="id" value=(id); },
            Which::All { filter, words } => {
                input type="hidden" name="all" value="1";
                input type="hidden" name="filter" value=(filter);
                input type="hidden" name="words" value=(words);
            }
        }
    }
}

fn ask(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let which = which(&request.form)?;
    let verb = if request.form.text("do") == "merge" { Verb::Merge } else { Verb::Bulk };
    allowed(app, request, object, &which, verb)?;
    match request.form.text("do") {
        "trash" if matches!(which, Which::These(_)) => {
            done(app, request, object, Bulk { object: object.key.to_owned(), which, deed: Deed::Trash })
        }
        "trash" => {
            let bulk = Bulk { object: object.key.to_owned(), which, deed: Deed::Trash };
            app.read(request, |cx| shown(&View::new(app, request, cx)?, object, &bulk, &Form::default()))
        }
        "merge" => merge(app, request, object, &which),
        "relate" => {
            app.read(request, |cx| relate::choose(&View::new(app, request, cx)?, object, &which, None))
        }
        "edit" => app.read(request, |cx| choose(&View::new(app, request, cx)?, object, &which, None)),
        _ => Err(Error::invalid("do", "select-first")),
    }
}

/// Refuses who may not do this with several cards. With one alone nobody needs a right of its own for many.
fn allowed(app: &App, request: &Request, object: &Arc<Object>, which: &Which, verb: Verb) -> Result<()> {
    app.read(request, |cx| match which {
        Which::These(ids) if ids.len() == 1 => {
            let one = if request.form.text("do") == "trash" { Verb::Delete } else { Verb::Edit };
            access::require_on(cx, &record::find(cx, object, ids[0])?, one)
        }
        _ => access::require(cx, object, verb),
    })
}

/// Leads to the page that merges them.
fn merge(app: &App, request: &Request, object: &Arc<Object>, which: &Which) -> Result<Response> {
    match which {
        Which::These(ids) if ids.len() > 1 => Ok(Response::redirect(crate::merge::address(object, ids))),
        _ => app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            Ok(Response::redirect(format!("/{}", object.path)).toast(view.t("merge-needs-two"), None))
        }),
    }
}

/// The fields that many cards may be given at once.
fn fields(object: &Object) -> impl Iterator<Item = &Field> {
    form::typed_fields(object).filter(|field| field.key != object.title && field.kind.key() != "file")
}

/// Which field, and what it becomes.
fn choose(
    view: &View,
    object: &Object,
    which: &Which,
    wrong: Option<(&Field, &FieldErrors)>,
) -> Result<Response> {
    let bulk = Bulk { object: object.key.to_owned(), which: which.clone(), deed: Deed::Trash };
    let count = bulk.count(view.cx)?;
    let form = &view.request.form;
    let chosen = wrong.map(|(field, _)| field.key.as_str()).unwrap_or(form.text("field"));
    let choices = fields(object).map(|field| Choice::new(field.key.clone(), view.label(object, field)));
    let title = view.tf("bulk-title", &[("count", view.reading.locale.integer(count as i64).into())]);
    let errors = FieldErrors::default();
    let errors = wrong.map_or(&errors, |(_, errors)| errors);
    let field = object.field(chosen).ok().filter(|field| fields(object).any(|other| other.key == field.key));
    let body = html! {
        (page_head(&PageHead { title: &title, count: None, lead: Some(view.t("bulk-lead")), actions: html! {} }))
        form.form method="post" action={ "/" (object.path) "/bulk/preview" } novalidate {
            (carried(which))
            @match field {
                None => {
                    (kit_field("field", view.t("bulk-field")).select(choices))
                    div.form-actions {
                        (button(view.t("next")).primary())
                        (link_button(format!("/{}", object.path), view.t("cancel")).plain())
                    }
                }
                Some(field) => {
                    input type="hidden" name="field" value=(field.key);
                    @if field.kind.key() == "multi_select" {
                        (kit_field("how", view.t("bulk-how")).select(["add", "remove", "set"].map(|how| Choice::new(how, view.t(&format!("bulk-{how}"))))).short())
                    }
                    (form::control(view, &Filled::from_form(object, form, errors), field))
                    div.form-actions {
                        (button(view.t("bulk-preview")).primary().named("ready", "1"))
                        (link_button(format!("/{}", object.path), view.t("cancel")).plain())
                    }
                }
            }
        }
    };
    Ok(view.page(Page::new(title.clone(), format!("/{}", object.path), body)))
}

/// The deed that a form describes; the field and what is wrong with its value otherwise.
fn deed<'o>(view: &View, object: &'o Object) -> Result<Result<Deed, (Option<&'o Field>, FieldErrors)>> {
    let form = &view.request.form;
    match form.text("deed") {
        "trash" => return Ok(Ok(Deed::Trash)),
        relate::DEED => return Ok(relate::deed(view, object)?.map_err(|errors| (None, errors))),
        _ => {}
    }
    let field = fields(object).find(|field| field.key == form.text("field")).ok_or(Error::NotFound)?;
    let pairs = form::pairs(form);
    let value = match field.kind.parse(&Input::new(&pairs, &field.key), &view.reading) {
        Ok(value) => value,
        Err(text) => return Ok(Err((Some(field), FieldErrors::of(&field.key, text)))),
    };
    let values = || value.as_array().cloned().unwrap_or_default();
    let key = field.key.clone();
    Ok(Ok(match form.text("how") {
        "add" => Deed::Add { field: key, values: values() },
        "remove" => Deed::Remove { field: key, values: values() },
        _ => Deed::Set { field: key, value },
    }))
}

fn preview(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let which = which(&request.form)?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let relates = request.form.text("deed") == relate::DEED;
        if !request.form.has("ready") {
            return match relates {
                true => relate::choose(&view, object, &which, None),
                false => choose(&view, object, &which, None),
            };
        }
        match deed(&view, object)? {
            Ok(deed) => {
                let bulk = Bulk { object: object.key.to_owned(), which: which.clone(), deed };
                shown(&view, object, &bulk, &request.form)
            }
            Err((_, errors)) if relates => relate::choose(&view, object, &which, Some(&errors)),
            Err((field, errors)) => choose(&view, object, &which, field.map(|field| (field, &errors))),
        }
    })
}

/// What will happen, card by card for the first ones, and the button that does it.
fn shown(view: &View, object: &Arc<Object>, bulk: &Bulk, typed: &Form) -> Result<Response> {
    let count = bulk.count(view.cx)?;
    let records: Vec<Record> = match &bulk.which {
        Which::These(ids) => {
            let found = record::find_many(view.cx, object, &ids[..ids.len().min(SHOWN)])?;
            ids.iter().filter_map(|id| found.get(id).cloned()).collect()
        }
        Which::All { .. } => {
            query::page(view.cx, object, &Query { by_id: false, ..bulk.query()? }, &[], SHOWN)?.records
        }
    };
    let after: Vec<Record> = records.iter().map(|record| with(record, bulk)).collect();
    let view = &view.again().with_titles(records.iter().chain(&after))?;
    let field = match &bulk.deed {
        Deed::Set { field, .. } | Deed::Add { field, .. } | Deed::Remove { field, .. } => {
            object.field(field).ok()
        }
        Deed::Trash | Deed::Relate(_) | Deed::Unrelate(_) => None,
    };
    let relation = match &bulk.deed {
        Deed::Relate(relation) | Deed::Unrelate(relation) => Some(relate::told(view, relation)?),
        _ => None,
    };
    let adds = matches!(bulk.deed, Deed::Relate(_));
    // Said before it is done; it is not refused.
    let assigns = field.is_some_and(|field| field.key == object.owner);
    let told = after.iter().map(|card| if assigns { contact::told_to_owner(view, card) } else { Ok(None) });
    let told = told.collect::<Result<Vec<Option<String>>>>()?;
    let standing =
        records.iter().map(|record| bulk.standing(view.cx, record.id).map(|found| !found.is_empty()));
    let standing = standing.collect::<Result<Vec<bool>>>()?;
    let number = view.reading.locale.integer(count as i64);
    let (title, act) = match bulk.deed {
        Deed::Trash => (view.tf("bulk-trash-title", &[("count", number.into())]), view.t("delete")),
        Deed::Relate(_) | Deed::Unrelate(_) => {
            let act = if adds { "bulk-relate-add" } else { "bulk-relate-remove" };
            (view.tf("bulk-relate-title", &[("count", number.into())]), view.t(act))
        }
        _ => (view.tf("bulk-title", &[("count", number.into())]), view.t("bulk-do")),
    };
    let table = html! {
        table.table {
            thead { tr {
                th scope="col" { (view.one(object)) }
                @if let Some(field) = field {
                    th scope="col" { (view.t("bulk-before")) " · " (view.label(object, field)) }
                    th scope="col" { (view.t("bulk-after")) }
                }
                @if let Some(relation) = &relation { th scope="col" { (relation) } }
            } }
            tbody { @for (((before, after), stands), told) in records.iter().zip(&after).zip(standing).zip(&told) { tr {
                th scope="row" { a href=(before.address()) { (before.title(&view.reading)) } }
                @if let Some(field) = field {
                    td { (show::cell(view, before, field)) }
                    td { @if before.get(&field.key) == after.get(&field.key) { span.quiet { (view.t("bulk-same")) } } @else { (show::cell(view, after, field)) }
                        @if let Some(told) = told { " " small.tone data-tone="warning" { (told) } } }
                }
                @if relation.is_some() {
                    td { @if stands == adds { span.quiet { (view.t("bulk-same")) } }
                        @else { (view.t(if adds { "bulk-relate-add" } else { "bulk-relate-remove" })) } }
                }
            } } }
        }
    };
    let rest = count.saturating_sub(records.len() as u64);
    let body = html! {
        (page_head(&PageHead { title: &title, count: None, lead: Some(view.t("bulk-preview-lead")), actions: html! {} }))
        (table_frame(&title, &table))
        @if rest > 0 { p.quiet { (view.tf("bulk-and-more", &[("count", rest.into())])) } }
        form.form method="post" action={ "/" (object.path) "/bulk/do" } {
            (carried(&bulk.which))
            @if bulk.deed == Deed::Trash { input type="hidden" name="deed" value="trash"; }
            @if relation.is_some() { input type="hidden" name="deed" value=(relate::DEED); }
            @for (name, value) in typed.iter().filter(|(name, _)| !matches!(*name, "id" | "all" | "filter" | "words" | "ready" | "deed")) {
                input type="hidden" name=(name) value=(value);
            }
            div.form-actions {
                (button(act).primary().icon(if bulk.deed == Deed::Trash { "trash" } else { "check" }))
                (link_button(format!("/{}", object.path), view.t("cancel")).plain())
            }
            @if count > AT_ONCE { p.help { (icon("clock")) " " (view.t("bulk-in-background")) } }
        }
    };
    Ok(view.page(Page::new(title.clone(), format!("/{}", object.path), body)))
}

/// The record as the deed would leave it.
fn with(record: &Record, bulk: &Bulk) -> Record {
    let mut after = record.clone();
    if let Some((field, value)) = bulk.change(record)
        && let Some(at) = record.object.at(&field)
    {
        after.values[at] = value;
    }
    after
}

fn run(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let which = which(&request.form)?;
    allowed(app, request, object, &which, Verb::Bulk)?;
    let deed = app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        deed(&view, object)?.map_err(|(_, errors)| Error::Invalid(errors))
    })?;
    done(app, request, object, Bulk { object: object.key.to_owned(), which, deed })
}

fn done(app: &App, request: &Request, object: &Arc<Object>, bulk: Bulk) -> Result<Response> {
    let home = format!("/{}", object.path);
    if app.read(request, |cx| bulk.is_large(cx))? {
        app.write(request, |tx| bulk::begin(tx, bulk))?;
        return app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            // There is nothing to undo before it has begun; afterwards the history offers it.
            Ok(Response::redirect(home).toast(view.t("bulk-begun"), None))
        });
    }
    let trash = bulk.deed == Deed::Trash;
    let (set, outcome) = app.write(request, |tx| bulk.run(tx))?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let changed = outcome.changed as i64;
        let key = if trash { "toast-trashed-count" } else { "bulk-done" };
        let mut text = view.tf(key, &[("count", changed.into())]);
        if outcome.refused > 0 {
            let reason = outcome.reasons.first().map_or(String::new(), |(_, key)| view.t(key).into_owned());
            let args = [("count", (outcome.refused as i64).into()), ("reason", reason.into())];
            text = format!("{text} {}", view.tf("bulk-refused", &args));
        }
        let undo = (changed > 0).then(|| format!("/changes/{set}/undo"));
        Ok(Response::redirect(home).toast(text, undo))
    })
}
