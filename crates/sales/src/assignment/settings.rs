//! Settings → Assignment: the rules in their order, one rule with its conditions, and what they would have done last month.

use std::collections::HashMap;

use identity::{members, units};
use kernel::{Cx, Error, FieldErrors, Id, Result, Role};
use records::{Filter, object::object};
use web::{
    Form, Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{
        Choice, PageHead, button, crumbs, error_line, error_summary, field, icon, link_button, page_head,
    },
};
use workbench::{
    App, View,
    list::filters::{Conditions, sentence},
    settings::{Section, page, section, table},
    view::Page,
};

use super::{Assignment, MOST, Rule, Whom, keep, kept, simulation};
use crate::lead;

const HERE: &str = "/settings/assignment";
/// The page's name in the menu of the settings.
pub(crate) const WAY: (&str, &str) = (HERE, "settings-assignment");
const NEW: &str = "new";

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Admin, show);
    routes.post(HERE, Permission::Admin, act);
    routes.get("/settings/assignment/try", Permission::Admin, try_out);
    routes.get("/settings/assignment/{rule}", Permission::Admin, show_rule);
    routes.post("/settings/assignment/{rule}", Permission::Admin, change_rule);
}

/// Who can be named: people and units, with their names.
struct Named {
    people: Vec<(Id, String)>,
    units: Vec<(Id, String)>,
}

impl Named {
    fn of(cx: &Cx) -> Result<Named> {
        let people = members::active(cx)?.into_iter().filter(|member| member.role >= Role::Member);
        let tree = units::tree(cx)?;
        let units = tree.branches.iter().map(|branch| (branch.unit.id, branch.unit.name.clone()));
        Ok(Named {
            people: people.map(|member| (member.user, member.name)).collect(),
            units: units.collect(),
        })
    }

    fn shown(&self, view: &View, whom: Whom) -> String {
        let name = |all: &[(Id, String)], id: Id| {
            all.iter()
                .find(|(other, _)| *other == id)
                .map_or_else(|| view.t("assign-gone").into_owned(), |(_, name)| name.clone())
        };
        match whom {
            Whom::User(id) => name(&self.people, id),
            Whom::Turn(id) | Whom::Load(id) | Whom::Language(id) => {
                format!("{}, {}", name(&self.units, id), view.t(whom.how()))
            }
        }
    }

    fn choices(&self, view: &View) -> Vec<Choice<'static>> {
        let people = self.people.iter().map(|(id, name)| (Whom::User(*id), name.clone()));
        let ways: [fn(Id) -> Whom; 3] = [Whom::Turn, Whom::Load, Whom::Language];
        let units = ways
            .into_iter()
            .flat_map(|way| self.units.iter().map(move |(id, name)| (way(*id), name.clone())));
        let choice = |(whom, name): (Whom, String)| Choice {
            group: Some(view.t(&format!("{}-group", whom.how()))),
            ..Choice::new(whom.to_string(), name)
        };
        people.chain(units).map(choice).collect()
    }
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        listed(&view, &kept(cx)?, &FieldErrors::default())
    })
}

/// Keeps the order and what holds otherwise: `up:1`, `down:0`, `remove:2`, or nothing but the choice.
fn act(app: &App, request: &Request) -> Result<Response> {
    let mut wanted = app.read(request, kept)?;
    wanted.version = request.form.integer("version").unwrap_or(-1);
    wanted.otherwise = request.form.text("otherwise").parse().ok();
    let (verb, place) = request.form.text("act").split_once(':').unwrap_or_default();
    let count = wanted.rules.len();
    match (verb, place.parse::<usize>()) {
        ("up", Ok(at)) if at > 0 && at < count => wanted.rules.swap(at, at - 1),
        ("down", Ok(at)) if at + 1 < count => wanted.rules.swap(at, at + 1),
        ("remove", Ok(at)) if at < count => drop(wanted.rules.remove(at)),
        _ => {}
    }
    done(app, request, &wanted, HERE, |view, errors| listed(view, &wanted, errors))
}

/// Keeps the rules, and goes on or shows again what is wrong with them.
fn done(
    app: &App,
    request: &Request,
    wanted: &Assignment,
    to: &str,
    again: impl Fn(&View, &FieldErrors) -> Result<Response>,
) -> Result<Response> {
    let (errors, status) = match app.write(request, |tx| keep(tx, wanted)) {
        Ok(()) => {
            return app.read(request, |cx| {
                let view = View::new(app, request, cx)?;
                Ok(Response::redirect(to).toast(view.t("assign-kept"), None))
            });
        }
        Err(Error::Invalid(errors)) => (errors, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(text)) => (FieldErrors::of("", text), StatusCode::CONFLICT),
        Err(error) => return Err(error),
    };
    app.read(request, |cx| Ok(again(&View::new(app, request, cx)?, &errors)?.status(status)))
}

fn summary(view: &View, errors: &FieldErrors) -> Markup {
    let lines: Vec<_> =
        errors.0.iter().map(|(name, text)| (name.clone().into(), view.render(text).into())).collect();
    html! { @if !lines.is_empty() { (error_summary(&view.t("form-errors"), &lines)) } }
}

fn listed(view: &View, rules: &Assignment, errors: &FieldErrors) -> Result<Response> {
    let leads = object(view.cx, lead::KEY)?;
    let named = Named::of(view.cx)?;
    let none = Choice::new("", view.t("assign-nobody"));
    let choices: Vec<Choice> = std::iter::once(none).chain(named.choices(view)).collect();
    let (title, told) = (view.t("settings-assignment"), view.t("assign-lead"));
    let action = html! {
        @if rules.rules.len() < MOST { (link_button(format!("{HERE}/{NEW}"), view.t("assign-add")).icon("plus")) }
    };
    let body = html! {
        form.form #assignment method="post" action=(HERE) novalidate {
            (summary(view, errors))
            input type="hidden" name="version" value=(rules.version);
            button hidden {}
            @if !rules.rules.is_empty() {
                ol.rules {
                    @for (at, rule) in rules.rules.iter().enumerate() {
                        @let name = [("name", rule.name.as_str().into())];
                        li.rule {
                            div {
                                a.link href={ (HERE) "/" (rule.key) } { (rule.name) }
                                p.quiet.small { (said(view, &leads, &rule.filter)) }
                                p.small.whom { (icon("arrow-right")) " " (named.shown(view, rule.whom)) }
                            }
                            div.buttons {
                                @if at > 0 { (button(view.tf("assign-up", &name)).plain().icon_only("chevron-up").named("act", &format!("up:{at}"))) }
                                @if at + 1 < rules.rules.len() { (button(view.tf("assign-down", &name)).plain().icon_only("chevron-down").named("act", &format!("down:{at}"))) }
                                (button(view.tf("assign-remove", &name)).plain().icon_only("x").named("act", &format!("remove:{at}")))
                            }
                        }
                    }
                }
            }
            (field("otherwise", view.t("assign-otherwise")).value(rules.otherwise.map(|whom| whom.to_string()).unwrap_or_default())
                .select(choices).help(view.t("assign-otherwise-help")))
            div.form-actions {
                (button(view.t("save")).primary())
                (link_button(format!("{HERE}/try"), view.t("assign-try")).plain())
            }
        }
    };
    let whole = Section { id: "assign", title: &title, lead: Some(&told), action, body };
    Ok(page(view, HERE, &section(&whole)))
}

fn said(view: &View, leads: &records::Object, filter: &str) -> String {
    let filter = Filter::parse(filter).unwrap_or_default();
    if filter.is_empty() { view.t("assign-all").into_owned() } else { sentence(view, leads, &filter) }
}

/// The rule of the address; a new one without a key.
fn rule(cx: &Cx, request: &Request) -> Result<(Assignment, Rule)> {
    let rules = kept(cx)?;
    let key = request.params.get("rule");
    if key == NEW {
        let whom = Whom::User(cx.actor().user().unwrap_or(Id::NIL));
        return Ok((rules, Rule { key: String::new(), name: String::new(), filter: String::new(), whom }));
    }
    let found = rules.rules.iter().find(|rule| rule.key == key).cloned().ok_or(Error::NotFound)?;
    Ok((rules, found))
}

fn show_rule(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let (rules, kept) = rule(cx, request)?;
        let leads = object(cx, lead::KEY)?;
        if Conditions::are_in(&request.query) {
            let conditions = Conditions::typed(&view, &leads, &request.query);
            let form = one(
                &view,
                &typed(&request.query, kept, &view),
                &conditions,
                rules.version,
                &FieldErrors::default(),
            )?;
            if request.is_fragment() {
                return Ok(Response::fragment(form));
            }
            return Ok(around(&view, &form));
        }
        let conditions = Conditions::of(&view, &leads, &Filter::parse(&kept.filter).unwrap_or_default());
        Ok(around(&view, &one(&view, &kept, &conditions, rules.version, &FieldErrors::default())?))
    })
}

fn typed(form: &Form, kept: Rule, view: &View) -> Rule {
    let filter =
        object(view.cx, lead::KEY).map(|leads| Conditions::typed(view, &leads, form).filter(view).written());
    Rule {
        name: form.text("name").to_owned(),
        filter: filter.unwrap_or_default(),
        whom: form.text("whom").parse().unwrap_or(kept.whom),
        ..kept
    }
}

fn change_rule(app: &App, request: &Request) -> Result<Response> {
    let (mut rules, mut wanted) = app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let (rules, kept) = rule(cx, request)?;
        Ok((rules, typed(&request.form, kept, &view)))
    })?;
    rules.version = request.form.integer("version").unwrap_or(-1);
    if wanted.key.is_empty() {
        wanted.key = Id::new(app.db.clock().now()).to_string();
        rules.rules.push(wanted.clone());
    } else if let Some(one) = rules.rules.iter_mut().find(|one| one.key == wanted.key) {
        one.clone_from(&wanted);
    }
    done(app, request, &rules, HERE, |view, errors| {
        let leads = object(view.cx, lead::KEY)?;
        let conditions = Conditions::typed(view, &leads, &request.form);
        Ok(around(view, &one(view, &wanted, &conditions, rules.version, errors)?))
    })
}

fn around(view: &View, form: &Markup) -> Response {
    let title = view.t("assign-rule");
    let way = [("/settings".into(), view.t("nav-settings")), (HERE.into(), view.t("settings-assignment"))];
    let body = html! {
        (crumbs(&view.t("crumbs"), &way, &title))
        (page_head(&PageHead { title: &title, count: None, lead: Some(view.t("assign-rule-lead")), actions: html! {} }))
        (form)
    };
    view.page(Page::new(title, "/settings", body))
}

fn one(
    view: &View,
    rule: &Rule,
    conditions: &Conditions,
    version: i64,
    errors: &FieldErrors,
) -> Result<Markup> {
    let named = Named::of(view.cx)?;
    let here = view.request.path.as_str();
    let error = |name: &str| errors.get(name).map(|text| view.render(text));
    Ok(html! {
        form.builder.form method="get" action=(here) hx-get=(here) hx-trigger="change target:select delay:250ms" hx-target="this" hx-swap="outerHTML" {
            // Enter takes the first button of a form, which must not be one that removes.
            button hidden formmethod="post" formaction=(here) {}
            (summary(view, errors))
            input type="hidden" name="version" value=(version);
            (field("name", view.t("assign-name")).value(rule.name.as_str()).error(error("name")).required())
            fieldset.fieldset #filter {
                legend { (view.t("assign-when")) }
                @if let Some(text) = error("filter") { (error_line("filter-error", &text)) }
                (conditions.controls(view))
            }
            (field("whom", view.t("assign-whom")).value(rule.whom.to_string()).select(named.choices(view)))
            div.form-actions {
                (button(view.t("save")).primary().attribute("formmethod", "post").attribute("formaction", here))
                (link_button(HERE, view.t("cancel")).plain())
            }
        }
    })
}

fn try_out(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let rules = kept(cx)?;
        let outcome = simulation::simulate(cx, &rules)?;
        let mut names: HashMap<Id, String> = members::names(cx)?;
        let mut people: Vec<(String, Id)> = outcome
            .given
            .keys()
            .chain(outcome.now.keys())
            .map(|id| (names.remove(id).unwrap_or_default(), *id))
            .filter(|(name, _)| !name.is_empty())
            .collect();
        people.sort();
        let would = |id: &Id| outcome.given.get(id).map_or(0, |by| by.values().sum::<i64>());
        let by = |id: &Id| {
            let mut parts: Vec<(usize, i64)> = outcome.given.get(id).into_iter().flatten().map(|(at, count)| (*at, *count)).collect();
            parts.sort_unstable();
            let name = |at: usize| rules.rules.get(at).map_or_else(|| view.t("assign-otherwise").into_owned(), |rule| rule.name.clone());
            parts.into_iter().map(|(at, count)| format!("{}: {count}", name(at))).collect::<Vec<_>>().join(", ")
        };
        let count = [("count", (outcome.leads as i64).into()), ("days", simulation::DAYS.into())];
        let (title, told) = (view.t("assign-try"), view.tf("assign-try-lead", &count));
        let rows = html! {
            table.table data-align="middle" {
                thead { tr {
                    th scope="col" { (view.t("assign-who")) }
                    th.num scope="col" { (view.t("assign-would")) }
                    th.num scope="col" { (view.t("assign-has")) }
                    th scope="col" { (view.t("assign-by")) }
                } }
                tbody {
                    @for (name, id) in &people {
                        tr { th scope="row" { (name) } td.num { (would(id)) } td.num { (outcome.now.get(id).copied().unwrap_or(0)) } td { (by(id)) } }
                    }
                    @if outcome.nobody > 0 { tr { th scope="row" { (view.t("assign-nobody")) } td.num { (outcome.nobody) } td {} td {} } }
                }
            }
        };
        let body = html! {
            a.settings-back data-always href=(HERE) { (icon("chevron-left")) (view.t("settings-assignment")) }
            @if outcome.leads > 0 { (table(&view, "assign-try", &rows)) } @else { p { (view.t("assign-try-none")) } }
        };
        let whole = Section { id: "try", title: &title, lead: Some(&told), action: html! {}, body };
        Ok(page(&view, HERE, &section(&whole)))
    })
}
