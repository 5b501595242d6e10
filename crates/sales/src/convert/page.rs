//! The page on which a lead is converted: who may be the same, which company, and the deal; and what a lead's card says of it.

use std::sync::Arc;

use kernel::{Cx, Error, FieldErrors, Result};
use records::{
    Filter, Object, Operator, Query, Record,
    access::{self, Verb},
    duplicates, lookups,
    object::object,
    query, record,
    save::Values,
};
use web::{
    Form, Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{Choice, PageHead, button, crumbs, error_summary, field, link_button, notice, page_head},
};
use workbench::{
    App, CardPage, View,
    duplicates::told,
    form::{self, Filled},
    view::Page,
};

use super::{Become, Outcome, Wanted, check, convert};
use crate::{deal, lead, pipeline};

/// What is asked of the deal, beside that there is to be one.
const OF_THE_DEAL: &[&str] = &["name", "amount", "stage", "closes_on"];
const PERSON: &str = "become_person";
const COMPANY: &str = "become_company";
const COMPANY_NAME: &str = "company_called";
const DEAL: &str = "make_deal";

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get("/leads/{id}/convert", Permission::Write, ask);
    routes.post("/leads/{id}/convert", Permission::Write, act);
}

/// The button of a lead's card.
pub(crate) fn action(page: &CardPage) -> Option<Markup> {
    let (view, lead) = (page.view, page.record);
    let open = lead.object.key == lead::KEY && lead.trashed_at.is_none() && !lead::is_converted(lead);
    (open && view.may_on(lead, Verb::Edit)).then(|| {
        let way = format!("{}/convert", lead.address());
        html! { (link_button(way, view.t("convert")).primary().icon("people")) }
    })
}

/// Across the top of a lead that was converted: what it became.
pub(crate) fn became(page: &CardPage) -> Result<Option<Markup>> {
    let (view, lead) = (page.view, page.record);
    let Some(at) = lead.instant("converted_at") else { return Ok(None) };
    let mut cards = Vec::new();
    for key in ["person", "company", "deal"] {
        if let Some(id) = records::field::as_id(lead.get(key)) {
            // Who may not see one is not told of it.
            match record::find(view.cx, &object(view.cx, key)?, id) {
                Ok(card) if card.trashed_at.is_none() => cards.push(card),
                Ok(_) | Err(Error::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
    }
    let text = html! {
        p {
            b { (view.t("lead-was-converted")) } " " (view.moment(at))
            @for card in &cards { " · " (view.one(&card.object)) " " a.link href=(card.address()) { (card.title(&view.reading)) } }
        }
    };
    Ok(Some(notice(None, &text, None)))
}

fn ask(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let lead = record::find(cx, &object(cx, lead::KEY)?, request.params.id("id")?)?;
        access::require_on(cx, &lead, Verb::Edit)?;
        let view = View::new(app, request, cx)?.with_titles([&lead])?;
        if lead::is_converted(&lead) {
            return already(&view, &lead);
        }
        whole(&view, &lead, &begun(&view, &lead)?, &FieldErrors::default())
    })
}

/// What the form begins with.
fn begun(view: &View, lead: &Record) -> Result<Form> {
    let asked = Asked::of(view.cx, lead)?;
    let first = |alike: &[Alike], may_create: bool, none: bool| match alike.first() {
        Some(one) if one.sure || !may_create => one.card.id.to_string(),
        _ if none || !may_create => "none".to_owned(),
        _ => "new".to_owned(),
    };
    let company = lead.text("company_name");
    let title = lead.title(&view.reading);
    let deal = if company.is_empty() { title } else { company.to_owned() };
    let stage = pipeline::of(view.cx)?.first_stage().map(|stage| stage.key.clone()).unwrap_or_default();
    let form = Form::default()
        .with(PERSON, first(&asked.people, asked.creates_people, false))
        .with(COMPANY, first(&asked.companies, asked.creates_companies, company.is_empty()))
        .with(COMPANY_NAME, company)
        .with("name", deal)
        .with("stage", stage);
    Ok(if asked.creates_deals { form.with(DEAL, "yes") } else { form })
}

fn act(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    let done = app.write(request, |tx| {
        let wanted = wanted(tx, &request.form)?;
        check(&wanted)?;
        convert(tx, id, &wanted)
    });
    app.read(request, |cx| {
        let lead = record::find(cx, &object(cx, lead::KEY)?, id)?;
        let view = View::new(app, request, cx)?.with_titles([&lead])?;
        match done {
            Ok(Outcome::Converted(set, person)) => {
                let text = view.tf("toast-converted", &[("name", lead.title(&view.reading).into())]);
                let to = format!("/{}/{person}", object(cx, "person")?.path);
                Ok(Response::redirect(to).toast(text, Some(format!("/changes/{set}/undo"))))
            }
            Ok(Outcome::Already(lead)) => already(&view, &lead),
            Err(Error::Invalid(errors)) => {
                Ok(whole(&view, &lead, &request.form, &errors)?.status(StatusCode::UNPROCESSABLE_ENTITY))
            }
            Err(error) => Err(error),
        }
    })
}

/// To what it became, or back to its card when that is not to be seen any more.
fn already(view: &View, lead: &Record) -> Result<Response> {
    let person = records::field::as_id(lead.get("person"));
    let seen = person.map(|id| record::find(view.cx, &object(view.cx, "person")?, id)).transpose();
    let to = match seen {
        Ok(Some(person)) => person.address(),
        Ok(None) | Err(Error::NotFound) => lead.address(),
        Err(error) => return Err(error),
    };
    let text = view.tf("lead-already-converted", &[("name", lead.title(&view.reading).into())]);
    Ok(Response::redirect(to).toast(text, None))
}

fn wanted(cx: &Cx, form: &Form) -> Result<Wanted> {
    let chosen = |name: &str| match form.text(name) {
        "new" => Ok(Become::New),
        "none" | "" => Ok(Become::Nothing),
        id => id.parse().map(Become::Known).map_err(|_| Error::NotFound),
    };
    let deal = if form.bool(DEAL) { Some(of_the_deal(cx, form)?) } else { None };
    Ok(Wanted {
        person: chosen(PERSON)?,
        company: chosen(COMPANY)?,
        company_name: form.text(COMPANY_NAME).trim().to_owned(),
        deal,
    })
}

fn of_the_deal(cx: &Cx, form: &Form) -> Result<Values> {
    let deals = object(cx, deal::KEY)?;
    let reading = records::field::Reading::plain(cx);
    let (mut values, mut errors) = form::parse(&deals, &form::pairs(form), &reading);
    let asked = |key: &str| OF_THE_DEAL.contains(&key);
    values.retain(|key, _| asked(key));
    errors.0.retain(|(key, _)| asked(key));
    errors.into_result().map_err(|error| super::of("deal", error))?;
    Ok(values)
}

/// A card that is here already, and why it may be meant.
struct Alike {
    card: Record,
    why: Vec<duplicates::Reason>,
    /// Likely enough to be what the form begins with.
    sure: bool,
}

/// What there is to choose from.
struct Asked {
    people: Vec<Alike>,
    companies: Vec<Alike>,
    creates_people: bool,
    creates_companies: bool,
    creates_deals: bool,
}

impl Asked {
    fn of(cx: &Cx, lead: &Record) -> Result<Asked> {
        let (people, companies) = (object(cx, "person")?, object(cx, "company")?);
        let compared =
            ["name", "emails", "phones", "addresses"].map(|key| (key.to_owned(), lead.get(key).clone()));
        let compared = compared.into_iter().filter(|(_, value)| !value.is_null()).collect();
        let same = |object: &Arc<Object>, values: &Values| -> Result<Vec<Alike>> {
            let found = duplicates::of(cx, object, values, None)?;
            Ok(found
                .into_iter()
                .map(|one| Alike { sure: one.score > 0, card: one.record, why: one.reasons })
                .collect())
        };
        Ok(Asked {
            people: same(&people, &compared)?,
            companies: called(cx, &companies, lead.text("company_name"))?,
            creates_people: access::may(cx, &people, Verb::Create)?,
            creates_companies: access::may(cx, &companies, Verb::Create)?,
            creates_deals: access::may(cx, &*object(cx, deal::KEY)?, Verb::Create)?,
        })
    }
}

/// The companies of this name, and those whose name begins so.
fn called(cx: &Cx, companies: &Arc<Object>, name: &str) -> Result<Vec<Alike>> {
    const MOST: usize = 5;
    let Some(key) = lookups::Lookup::name(name) else { return Ok(Vec::new()) };
    let same = lookups::find(cx, companies.key, &key, MOST)?;
    let mut found: Vec<Alike> = record::find_many(cx, companies, &same)?
        .into_values()
        .map(|card| Alike { card, why: Vec::new(), sure: true })
        .collect();
    found.sort_by_key(|one| one.card.id);
    let filter = Filter::field("name", Operator::StartsWith, &[name.trim()]);
    for card in query::page(cx, companies, &Query { filter, ..Query::default() }, &[], MOST)?.records {
        if found.iter().all(|one| one.card.id != card.id) {
            let card = record::find(cx, companies, card.id)?;
            found.push(Alike { card, why: Vec::new(), sure: false });
        }
    }
    found.truncate(MOST);
    Ok(found)
}

fn whole(view: &View, lead: &Record, typed: &Form, errors: &FieldErrors) -> Result<Response> {
    let asked = Asked::of(view.cx, lead)?;
    if !asked.creates_people && asked.people.is_empty() {
        return Err(Error::Denied);
    }
    let name = lead.title(&view.reading);
    let title = view.tf("convert-title", &[("name", name.as_str().into())]);
    let way = [
        (format!("/{}", lead.object.path).into(), view.many(&lead.object)),
        (lead.address().into(), name.as_str().into()),
    ];
    let deals = object(view.cx, deal::KEY)?;
    let deal_errors = about("deal", errors);
    let pairs = form::pairs(typed);
    let titled = form::titled(view, &pairs)?;
    let filled = Filled { object: &deals, pairs, errors: &deal_errors };
    let person = errors.get("person.name").map(|text| view.render(text));
    let company = errors.get("company.name").map(|text| view.render(text));
    let mut offered: Vec<Choice> = asked.people.iter().map(|one| choice(view, one)).collect();
    if asked.creates_people {
        offered.push(Choice::new("new", view.tf("convert-new-person", &[("name", name.as_str().into())])));
    }
    let mut companies: Vec<Choice> = asked.companies.iter().map(|one| choice(view, one)).collect();
    if asked.creates_companies {
        companies.push(Choice::new("new", view.t("convert-new-company")));
    }
    companies.push(Choice::new("none", view.t("convert-no-company")));
    let body = html! {
        (crumbs(&view.t("crumbs"), &way, &view.t("convert")))
        (page_head(&PageHead { title: &title, count: None, lead: Some(view.t("convert-lead")), actions: html! {} }))
        form.form method="post" action={ (lead.address()) "/convert" } novalidate {
            (summary(view, errors)?)
            (field(PERSON, view.t("convert-person")).radios(offered).value(typed.text(PERSON)).error(person))
            (field(COMPANY, view.t("convert-company")).radios(companies).value(typed.text(COMPANY)))
            @if asked.creates_companies {
                (field(COMPANY_NAME, view.t("convert-company-name")).value(typed.text(COMPANY_NAME)).error(company))
            }
            @if asked.creates_deals {
                fieldset.fieldset {
                    legend { (view.one(&deals)) }
                    (field(DEAL, view.t("convert-deal")).value("yes").checkbox(typed.bool(DEAL)))
                    @for key in OF_THE_DEAL {
                        @if let Some(at) = deals.at(key).filter(|_| deals.tells(key)) { (form::control(&titled, &filled, &deals.fields[at])) }
                    }
                }
            }
            div.form-actions {
                (button(view.t("convert")).primary())
                (link_button(lead.address(), view.t("cancel")).plain())
            }
        }
    };
    Ok(view.page(Page::new(title, format!("/{}", lead.object.path), body)))
}

fn choice(view: &View, alike: &Alike) -> Choice<'static> {
    let reading = &view.reading;
    let details = alike.card.object.detail.iter().map(|field| alike.card.show(field, reading));
    let why = alike.why.iter().map(|reason| told(view, reason));
    let notes: Vec<String> = why.chain(details.filter(|text| !text.is_empty())).collect();
    let mut choice = Choice::new(alike.card.id.to_string(), alike.card.title(reading));
    choice.note = (!notes.is_empty()).then(|| notes.join(" · ").into());
    choice
}

/// Those of the errors that are about one of the cards.
fn about(card: &str, errors: &FieldErrors) -> FieldErrors {
    let mut found = FieldErrors::default();
    for (key, text) in &errors.0 {
        if let Some(field) = key.strip_prefix(card).and_then(|rest| rest.strip_prefix('.')) {
            found.add(field.to_owned(), text.clone());
        }
    }
    found
}

fn summary(view: &View, errors: &FieldErrors) -> Result<Markup> {
    let mut lines = Vec::new();
    for (key, text) in &errors.0 {
        let (card, of) = key.split_once('.').unwrap_or(("", key));
        let card_object = object(view.cx, card)?;
        let label = match card_object.field(of) {
            Ok(field) => view.label(&card_object, field).into_owned(),
            Err(_) => view.one(&card_object).into_owned(),
        };
        let to = match (card, of) {
            ("person", _) => PERSON,
            ("company", "name") => COMPANY_NAME,
            ("company", _) => COMPANY,
            _ if OF_THE_DEAL.contains(&of) => of,
            _ => "",
        };
        let line = format!("{} – {label}: {}", view.one(&card_object), view.render(text));
        lines.push((to.to_owned().into(), line.into()));
    }
    Ok(error_summary(&view.t("form-errors"), &lines))
}
