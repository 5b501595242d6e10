//! What the workspace makes of the objects: the kinds of card there are, those it made itself, and the way to their fields.

mod convert;
mod field;
mod fields;
mod kinds;
mod which;

use kernel::{Error, Result};
use records::{
    Object,
    object::{ObjectKind, object},
    shape::{self, ObjectForm, TABS},
};
use web::{
    Form, Markup, Permission, Request, Response, Routes, html,
    html::{Choice, MenuItem, button, chip, icon},
};

use super::{Section, page, section};
use crate::{
    App, View,
    draft::{self, Draft},
};

const HERE: &str = "/settings/objects";

/// Icons that an own object may have, by our names for them.
const ICONS: [&str; 18] = [
    "custom",
    "car",
    "truck",
    "ship",
    "wrench",
    "machine",
    "paw",
    "book",
    "key",
    "gift",
    "product",
    "ticket",
    "deal",
    "briefcase",
    "map-pin",
    "calendar",
    "file",
    "star",
];

const LABELS: [(&str, &str); 4] = [
    ("one", "own-object-one"),
    ("many", "own-object-many"),
    ("title", "own-object-title"),
    ("tab", "own-object-tab"),
];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Admin, show);
    routes.post(HERE, Permission::Admin, add);
    routes.post("/settings/objects/{object}", Permission::Admin, change);
    routes.post("/settings/objects/{object}/retire", Permission::Admin, retire);
    routes.post("/settings/objects/{object}/restore", Permission::Admin, restore);
    fields::routes(routes);
    field::routes(routes);
    convert::routes(routes);
    which::routes(routes);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| whole(&View::new(app, request, cx)?, &blank()))
}

fn blank() -> Draft {
    Draft::filled([("tab", "custom".to_owned()), ("icon", "custom".to_owned())])
}

fn add(app: &App, request: &Request) -> Result<Response> {
    let form = typed(&request.form);
    let added = draft::answer(app.write(request, |tx| shape::add_object(tx, &form)))?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match added {
            Ok(key) => {
                let text = view.tf("own-object-added", &[("name", form.many.as_str().into())]);
                Ok(Response::redirect(format!("{HERE}/{key}")).toast(text, None))
            }
            Err(refused) => whole(&view, &Draft::refused(&request.form, refused)),
        }
    })
}

fn change(app: &App, request: &Request) -> Result<Response> {
    let form = typed(&request.form);
    let key = request.params.get("object");
    let changed = app.write(request, |tx| {
        let object = object(tx, key)?;
        shape::change_object(tx, &object, &form)
    });
    let changed = draft::answer(changed)?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let object = object(cx, key)?;
        match changed {
            Ok(()) => Ok(super::done(&view, &format!("{HERE}/{key}"), "own-object-changed")),
            Err(refused) => fields::whole(&view, &object, &Draft::refused(&request.form, refused)),
        }
    })
}

fn typed(form: &Form) -> ObjectForm {
    ObjectForm {
        one: form.text("one").to_owned(),
        many: form.text("many").to_owned(),
        icon: form.text("icon").to_owned(),
        tab: form.text("tab").to_owned(),
        title: form.text("title").to_owned(),
    }
}

fn retire(app: &App, request: &Request) -> Result<Response> {
    let (key, name) = app.write(request, |tx| {
        let object = object(tx, request.params.get("object"))?;
        shape::retire_object(tx, &object)?;
        Ok((object.key, object.names.as_ref().map(|names| names.many.clone()).unwrap_or_default()))
    })?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let text = view.tf("own-object-retired", &[("name", name.into())]);
        Ok(Response::redirect(HERE).toast(text, Some(format!("{HERE}/{key}/restore"))))
    })
}

fn restore(app: &App, request: &Request) -> Result<Response> {
    let key = request.params.get("object");
    app.write(request, |tx| {
        let object = object(tx, key)?;
        shape::restore_object(tx, &object)
    })?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        Ok(super::done(&view, HERE, "own-object-restored"))
    })
}

fn whole(view: &View, draft: &Draft) -> Result<Response> {
    let title = view.t("settings-objects");
    let lead = view.t("objects-lead");
    let known =
        Section { id: "objects", title: &title, lead: Some(&lead), action: html! {}, body: table(view) };
    let (new_title, new_lead) = (view.t("own-object-new"), view.t("own-object-new-lead"));
    let new = Section {
        id: "new",
        title: &new_title,
        lead: Some(&new_lead),
        action: html! {},
        body: form(view, draft, HERE, &view.t("own-object-add")),
    };
    Ok(page(view, HERE, &html! { (section(&known)) (section(&new)) }).status(draft.status()))
}

fn table(view: &View) -> Markup {
    let table = html! {
        table.table data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("nav-cards")) }
                th.num scope="col" { (view.t("objects-fields")) }
                th scope="col" data-wide { (view.t("relation-made-by")) }
                th scope="col" { span.hidden { (view.t("more")) } }
            } }
            tbody { @for object in view.catalog.objects() { (line(view, object)) } }
        }
    };
    super::table(view, "settings-objects", &table)
}

fn line(view: &View, object: &Object) -> Markup {
    let own = object.names.is_some();
    let count = object.fields.iter().filter(|field| !field.hidden && !field.retired).count();
    let name = view.many(object);
    html! {
        tr {
            th scope="row" {
                span.who {
                    @if object.kind == ObjectKind::Card { span.tab data-tab=(object.tab) {} }
                    @if object.retired { (name) " " (chip(view.t("retired"))) }
                    @else { a href={ (HERE) "/" (object.key) } { (name) } }
                }
            }
            td.num { (count) }
            td.soft data-wide { (view.t(if own { "relation-own" } else { "relation-built-in" })) }
            td { div.buttons { @if object.retired {
                form method="post" action={ (HERE) "/" (object.key) "/restore" } { (button(view.t("take-back")).plain().small().icon("undo")) }
            } } }
        }
    }
}

/// The form of an own object, new or known.
fn form(view: &View, draft: &Draft, action: &str, submit: &str) -> Markup {
    let locale = &view.reading.locale;
    let field = |name, label| draft.field(locale, name, label);
    let tabs = TABS.map(|tab| Choice::new(tab, view.t(&format!("tab-{tab}"))));
    html! {
        form.form method="post" action=(action) novalidate {
            (draft.summary(locale, &LABELS))
            (field("one", "own-object-one").help(view.t("own-object-one-help")).required())
            (field("many", "own-object-many").help(view.t("own-object-many-help")).required())
            (field("title", "own-object-title").help(view.t("own-object-title-help")).required())
            (field("tab", "own-object-tab").select(tabs).short())
            fieldset.field {
                legend.label { (view.t("own-object-icon")) }
                div.picks {
                    @for name in ICONS {
                        label.pick-icon title=(view.t(&format!("icon-{name}"))) {
                            input type="radio" name="icon" value=(name) checked[draft.text("icon") == name] aria-label=(view.t(&format!("icon-{name}")));
                            (icon(name))
                        }
                    }
                }
            }
            div.form-actions { (button(submit).primary()) }
        }
    }
}

/// What is done to an object's fields as a whole, from its menu.
fn of_own(view: &View, object: &Object) -> Vec<MenuItem<'static>> {
    vec![
        MenuItem::post(format!("{HERE}/{}/retire", object.key), view.t("own-object-retire"))
            .icon("trash")
            .negative(),
    ]
}

/// The object of an address; retired ones can be looked at too.
fn object_of(cx: &kernel::Cx, request: &Request) -> Result<std::sync::Arc<Object>> {
    object(cx, request.params.get("object")).map_err(|_| Error::NotFound)
}
