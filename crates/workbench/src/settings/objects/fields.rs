//! The fields of one object, in the order and under the headings that its card shows them.

use kernel::Result;
use records::{
    Field, Object,
    shape::{self, RuleShape},
};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Menu, MenuItem, PageHead, button, chip, icon, link_button, menu, page_head},
};

use super::{HERE, Section, form, object_of, of_own, section};
use crate::{
    App, View,
    draft::{self, Draft},
    view::Page,
};

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.post("/settings/objects/{object}/rules", Permission::Admin, add_rule);
    routes.post("/settings/objects/{object}/rules/remove", Permission::Admin, remove_rule);
    routes.get("/settings/objects/{object}", Permission::Admin, show);
    routes.post("/settings/objects/{object}/fields/{field}/move", Permission::Admin, move_it);
    routes.post("/settings/objects/{object}/fields/{field}/retire", Permission::Admin, retire);
    routes.post("/settings/objects/{object}/fields/{field}/restore", Permission::Admin, restore);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let object = object_of(cx, request)?;
        whole(&view, &object, &known(&object))
    })
}

/// The form of an own object as it is.
fn known(object: &Object) -> Draft {
    let Some(names) = &object.names else { return Draft::default() };
    let title = object.field(object.title).ok().and_then(|field| field.label.clone());
    Draft::filled([
        ("one", names.one.clone()),
        ("many", names.many.clone()),
        ("title", title.map(|label| label.to_string()).unwrap_or_default()),
        ("tab", object.tab.to_owned()),
        ("icon", names.icon.clone()),
    ])
}

pub(super) fn whole(view: &View, object: &Object, draft: &Draft) -> Result<Response> {
    let here = format!("{HERE}/{}", object.key);
    let name = view.many(object);
    let own = object.names.is_some();
    let head = PageHead {
        title: &name,
        count: None,
        lead: Some(view.t("objects-fields-lead")),
        actions: html! {
            (link_button(format!("{here}/new-field"), view.t("field-new")).primary().icon("plus"))
            @if own {
                (menu(&Menu {
                    id: "object-menu",
                    button: button(view.t("more")).plain().icon_only("more"),
                    at_end: true,
                    groups: vec![of_own(view, object)],
                }))
            }
        },
    };
    let (retired, used): (Vec<&Field>, Vec<&Field>) = shown(object).partition(|field| field.retired);
    let body = html! {
        a.settings-back data-always href=(HERE) { (icon("chevron-left")) (view.t("settings-objects")) }
        (page_head(&head))
        div.settings-one {
            (table(view, object, &used))
            @if !retired.is_empty() {
                @let title = view.t("fields-retired");
                @let lead = view.t("fields-retired-lead");
                (section(&Section { id: "retired", title: &title, lead: Some(&lead), action: html! {}, body: html! {
                    ul.lines { @for field in &retired { li {
                        span { (view.label(object, field)) " " span.quiet { (kind_name(view, field)) } }
                        form method="post" action={ (here) "/fields/" (field.key) "/restore" } { (button(view.t("take-back")).plain().small().icon("undo")) }
                    } } }
                } }))
            }
            (rules(view, object, draft)?)
            @if own {
                @let title = view.t("own-object-names");
                (section(&Section { id: "names", title: &title, lead: None, action: html! {}, body: form(view, draft, &here, &view.t("save")) }))
            }
        }
    };
    Ok(view.page(Page::new(name.clone(), "/settings", body)).status(draft.status()))
}

fn shown(object: &Object) -> impl Iterator<Item = &Field> {
    object.fields.iter().filter(|field| !field.hidden && (field.group != "record" || field.key == "owner"))
}

fn table(view: &View, object: &Object, fields: &[&Field]) -> Markup {
    let table = html! {
        table.table data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("field-label")) }
                th scope="col" { (view.t("field-kind")) }
                th scope="col" data-wide { (view.t("field-group")) }
                th scope="col" data-wide { (view.t("field-is")) }
                th scope="col" { span.hidden { (view.t("more")) } }
            } }
            tbody { @for (at, field) in fields.iter().enumerate() { (line(view, object, fields, at, field)) } }
        }
    };
    web::html::table_frame(&view.many(object), &table)
}

fn line(view: &View, object: &Object, fields: &[&Field], at: usize, field: &Field) -> Markup {
    let here = format!("{HERE}/{}/fields/{}", object.key, field.key);
    let label = view.label(object, field);
    let mut traits = Vec::new();
    let mut say = |holds: bool, key: &str| {
        if holds {
            traits.push(view.t(key));
        }
    };
    say(field.required, "field-required");
    say(field.unique, "field-unique");
    say(field.listed, "field-listed");
    say(field.computed, "field-computed");
    let formula = object.at(&field.key).and_then(|at| object.formulas.iter().find(|(of, _)| *of == at));
    say(formula.is_some_and(|(_, formula)| formula.is_daily()), "field-daily");
    let up = (at > 0).then(|| format!("{here}/move?before={}", fields[at - 1].key));
    let down = fields
        .get(at + 1)
        .map(|_| format!("{here}/move?before={}", fields.get(at + 2).map_or("", |after| after.key.as_str())));
    let moves = [(up, "move-up", "arrow-up"), (down, "move-down", "arrow-down")];
    let mut items: Vec<MenuItem> = moves
        .into_iter()
        .filter_map(|(href, text, sign)| Some(MenuItem::post(href?, view.t(text)).icon(sign)))
        .collect();
    items.insert(0, MenuItem::link(here.clone(), view.t("edit")).icon("edit"));
    let mut groups = vec![items];
    if field.key != object.title && !field.computed {
        groups.push(vec![
            MenuItem::post(format!("{here}/retire"), view.t("field-retire")).icon("trash").negative(),
        ]);
    }
    html! {
        tr {
            th scope="row" {
                a href=(here) { (label) }
                @if field.own && !object.shares_table { " " (chip(view.t("field-own"))) }
                @if let Some(help) = &field.help { span.below { (help) } }
            }
            td.soft { (kind_name(view, field)) }
            td.soft data-wide { (view.group(field.group)) }
            td.soft data-wide { (traits.join(", ")) }
            td { div.buttons {
                (menu(&Menu {
                    id: &format!("field-{}", field.key),
                    button: button(view.tf("member-more", &[("name", label.as_ref().into())])).plain().icon_only("more"),
                    at_end: true,
                    groups,
                }))
            } }
        }
    }
}

/// What a field's type is called.
pub(super) fn kind_name(view: &View, field: &Field) -> String {
    let name = view.t(&format!("kind-{}", field.kind.key().replace('_', "-")));
    match field.kind.refers_to().and_then(|key| view.catalog.object(key).ok()) {
        Some(other) => format!("{name}: {}", view.one(other)),
        None => name.into_owned(),
    }
}

/// What must hold of every card, and the form of one more.
fn rules(view: &View, object: &Object, draft: &Draft) -> Result<Markup> {
    let here = format!("{HERE}/{}/rules", object.key);
    let known = shape::of_object(view.cx, object.key)?.rules;
    let (title, lead) = (view.t("rules"), view.t("rules-lead"));
    let locale = &view.reading.locale;
    let body = html! {
        @if !known.is_empty() {
            ul.lines { @for rule in &known { li {
                span { (rule.message) br; code.quiet { (rule.formula) } }
                form method="post" action={ (here) "/remove" } {
                    input type="hidden" name="formula" value=(rule.formula);
                    input type="hidden" name="message" value=(rule.message);
                    (button(view.t("remove")).plain().small().icon("x"))
                }
            } } }
        }
        form.form method="post" action=(here) novalidate {
            (draft.summary(locale, &[("formula", "field-formula"), ("message", "rule-message")]))
            (draft.field(locale, "formula", "rule-formula").help(view.t("rule-formula-help")))
            (super::kinds::fields_to_name(view, object))
            (draft.field(locale, "message", "rule-message").help(view.t("rule-message-help")))
            div.form-actions { (button(view.t("rule-add"))) }
        }
    };
    Ok(section(&Section { id: "rules", title: &title, lead: Some(&lead), action: html! {}, body }))
}

fn rule(request: &Request) -> RuleShape {
    RuleShape {
        formula: request.form.text("formula").to_owned(),
        message: request.form.text("message").to_owned(),
    }
}

fn add_rule(app: &App, request: &Request) -> Result<Response> {
    let added = app.write(request, |tx| {
        let object = object_of(tx, request)?;
        shape::add_rule(tx, &object, &rule(request))
    });
    let added = draft::answer(added)?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let object = object_of(cx, request)?;
        match added {
            Ok(()) => Ok(crate::settings::done(&view, &format!("{HERE}/{}", object.key), "rule-added")),
            Err(refused) => {
                let known = known(&object);
                let names =
                    ["one", "many", "title", "tab", "icon"].map(|name| (name, known.text(name).to_owned()));
                let typed = request.form.iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
                let typed =
                    names.into_iter().map(|(name, value)| (name.to_owned(), value)).chain(typed).collect();
                whole(&view, &object, &Draft::refused(&typed, refused))
            }
        }
    })
}

fn remove_rule(app: &App, request: &Request) -> Result<Response> {
    app.write(request, |tx| {
        let object = object_of(tx, request)?;
        shape::remove_rule(tx, &object, &rule(request))
    })?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let here = format!("{HERE}/{}", request.params.get("object"));
        Ok(crate::settings::done(&view, &here, "rule-removed"))
    })
}

fn move_it(app: &App, request: &Request) -> Result<Response> {
    let before = request.query.text("before");
    app.write(request, |tx| {
        let object = object_of(tx, request)?;
        let before = Some(before).filter(|before| !before.is_empty());
        shape::move_field(tx, &object, request.params.get("field"), before)
    })?;
    Ok(Response::redirect(format!("{HERE}/{}", request.params.get("object"))))
}

fn retire(app: &App, request: &Request) -> Result<Response> {
    app.write(request, |tx| {
        let object = object_of(tx, request)?;
        shape::retire_field(tx, &object, request.params.get("field"))
    })?;
    let (object, field) = (request.params.get("object"), request.params.get("field"));
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let undo = format!("{HERE}/{object}/fields/{field}/restore");
        Ok(Response::redirect(format!("{HERE}/{object}")).toast(view.t("field-retired"), Some(undo)))
    })
}

fn restore(app: &App, request: &Request) -> Result<Response> {
    app.write(request, |tx| {
        let object = object_of(tx, request)?;
        shape::restore_field(tx, &object, request.params.get("field"))
    })?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let here = format!("{HERE}/{}", request.params.get("object"));
        Ok(crate::settings::done(&view, &here, "field-restored"))
    })
}
