//! One field of an object: a new one, of a type that is chosen first, or what is changed about one that is there.

use std::borrow::Cow;

use kernel::{Error, FieldErrors, Result};
use records::{
    Field, Json, Object,
    field::{Input, Reading, options::OwnOption},
    shape::{self, FieldForm, OwnKind},
};
use web::{
    Form, Markup, Permission, Request, Response, Routes, html,
    html::{Choice, PageHead, button, icon, link_button, page_head},
};

use super::{HERE, fields::kind_name, kinds, object_of, which};
use crate::{
    App, View,
    draft::{self, Draft},
    view::Page,
};

const LABELS: [(&str, &str); 10] = [
    ("label", "field-label"),
    ("help", "field-help"),
    ("group", "field-group"),
    ("options", "field-options"),
    ("object", "field-object"),
    ("default", "field-default"),
    ("unique", "field-unique"),
    ("formula", "field-formula"),
    ("field", "roll-up-field"),
    ("required_when", "field-required-when"),
];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/settings/objects/{object}/new-field", Permission::Admin, new);
    routes.post("/settings/objects/{object}/fields", Permission::Admin, add);
    routes.get("/settings/objects/{object}/fields/{field}", Permission::Admin, edit);
    routes.post("/settings/objects/{object}/fields/{field}", Permission::Admin, change);
}

/// The types to choose from, or the form of the one that was chosen.
fn new(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let object = object_of(cx, request)?;
        let kind = request.query.text("kind");
        if !OwnKind::KEYS.contains(&kind) {
            return Ok(choose(&view, &object));
        }
        let draft = Draft::filled([("kind", kind.to_owned()), ("listed", String::new())]);
        whole(&view, &object, None, &draft, &request.query)
    })
}

fn choose(view: &View, object: &Object) -> Response {
    let title = view.t("field-new");
    let body = html! {
        a.settings-back data-always href={ (HERE) "/" (object.key) } { (icon("chevron-left")) (view.many(object)) }
        (page_head(&PageHead { title: &title, count: None, lead: Some(view.t("field-new-lead")), actions: html! {} }))
        ul.kinds {
            @for kind in OwnKind::KEYS {
                @let name = kind.replace('_', "-");
                li { a href={ (HERE) "/" (object.key) "/new-field?kind=" (kind) } {
                    b { (view.t(&format!("kind-{name}"))) }
                    small { (view.t(&format!("kind-{name}-note"))) }
                } }
            }
        }
    };
    view.page(Page::new(title.clone(), "/settings", body))
}

fn add(app: &App, request: &Request) -> Result<Response> {
    let added = app.write(request, |tx| {
        let object = object_of(tx, request)?;
        let form = typed(&Reading::plain(tx), &request.form, None)?;
        shape::add_field(tx, &object, &form)
    });
    let added = draft::answer(added)?;
    if let (Ok(key), "roll_up") = (&added, request.form.text("kind")) {
        // On its page it is chosen which cards it looks at.
        return app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            let toast = view.tf("field-added", &[("name", request.form.text("label").into())]);
            let there = format!("{HERE}/{}/fields/{key}", request.params.get("object"));
            Ok(Response::redirect(there).toast(toast, None))
        });
    }
    answered(app, request, added.map(drop), "field-added")
}

fn change(app: &App, request: &Request) -> Result<Response> {
    let changed = app.write(request, |tx| {
        let object = object_of(tx, request)?;
        let field = object.field(request.params.get("field")).map_err(|_| Error::NotFound)?;
        let form = typed(&Reading::plain(tx), &request.form, Some(field))?;
        shape::change_field(tx, &object, &field.key.clone(), &form)
    });
    answered(app, request, draft::answer(changed)?, "field-changed")
}

fn answered(
    app: &App,
    request: &Request,
    answer: Result<(), draft::Refused>,
    text: &str,
) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let object = object_of(cx, request)?;
        match answer {
            Ok(()) => {
                let toast = view.tf(text, &[("name", request.form.text("label").into())]);
                Ok(Response::redirect(format!("{HERE}/{}", object.key)).toast(toast, None))
            }
            Err(refused) => {
                let field = object.field(request.params.get("field")).ok();
                let draft = Draft::refused(&request.form, refused);
                whole(&view, &object, field, &draft, &request.form)
            }
        }
    })
}

/// What was typed. The default is read as the field's type reads what people type.
fn typed(reading: &Reading, form: &Form, known: Option<&Field>) -> Result<FieldForm> {
    let own = known.is_none_or(|field| field.own);
    let kind = match known {
        Some(_) => own.then(|| kinds::of(form.text("kind"), form)).flatten(),
        None => kinds::of(form.text("kind"), form),
    };
    let mut default = Json::Null;
    if let (Some(kind), false) = (&kind, form.text("default").is_empty()) {
        let pairs = vec![("default".to_owned(), form.text("default").to_owned())];
        let read = kind.field_type().parse(&Input::new(&pairs, "default"), reading);
        default = read.map_err(|text| Error::Invalid(FieldErrors::of("default", text)))?;
    }
    let new_group = form.text("group_new");
    let group = if new_group.is_empty() { form.text("group") } else { new_group };
    Ok(FieldForm {
        label: form.text("label").to_owned(),
        help: form.text("help").to_owned(),
        group: group.to_owned(),
        kind,
        required: form.bool("required"),
        listed: form.bool("listed"),
        searched: form.bool("searched"),
        unique: form.bool("unique"),
        timed: form.bool("timed"),
        default,
        required_when: form.text("required_when").to_owned(),
    })
}

fn edit(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let object = object_of(cx, request)?;
        let field = object.field(request.params.get("field")).map_err(|_| Error::NotFound)?;
        let known = shape::of_object(cx, object.key)?;
        let kind = known.field(&field.key).and_then(|known| known.kind.clone());
        let mut form = Form::default();
        let tick = |holds: bool| if holds { "1" } else { "" };
        for (name, value) in [
            ("kind", kind.as_ref().map_or(field.kind.key(), |kind| kind.key()).to_owned()),
            ("required_when", known.field(&field.key).map_or("", |known| &known.required_when).to_owned()),
            ("label", view.label(&object, field).into_owned()),
            ("help", field.help.as_deref().unwrap_or_default().to_owned()),
            ("group", field.group.to_owned()),
            ("required", tick(field.required).to_owned()),
            ("listed", tick(field.listed).to_owned()),
            ("searched", tick(field.searched).to_owned()),
            ("unique", tick(field.unique).to_owned()),
            ("timed", tick(field.timed).to_owned()),
            ("default", field.kind.show(&field.default, &view.reading)),
        ] {
            form.push(name, value);
        }
        if let Some(kind) = &kind {
            kinds::fill(kind, &mut form);
        }
        let draft = Draft::filled(form.iter().map(|(name, value)| (name, value.to_owned())));
        whole(&view, &object, Some(field), &draft, &form)
    })
}

fn whole(
    view: &View,
    object: &Object,
    known: Option<&Field>,
    draft: &Draft,
    form: &Form,
) -> Result<Response> {
    let here = format!("{HERE}/{}", object.key);
    let kind = draft.text("kind").to_owned();
    let title = match known {
        Some(field) => view.label(object, field),
        None => view.tf("field-new-of", &[("kind", view.t(&kind_key(&kind)).into())]).into(),
    };
    let action =
        known.map_or_else(|| format!("{here}/fields"), |field| format!("{here}/fields/{}", field.key));
    let body = html! {
        a.settings-back data-always href=(here) { (icon("chevron-left")) (view.many(object)) }
        (page_head(&PageHead { title: &title, count: None, lead: known.map(|field| Cow::from(kind_name(view, field))), actions: way_to_type(&here, view, known) }))
        form.form method="post" action=(action) novalidate {
            (draft.summary(&view.reading.locale, &LABELS))
            input type="hidden" name="kind" value=(kind);
            (controls(view, object, known, draft, form, &kind)?)
            div.form-actions {
                (button(view.t(if known.is_some() { "save" } else { "field-add" })).primary())
                (link_button(here, view.t("cancel")).plain())
            }
        }
    };
    Ok(view.page(Page::new(title.clone(), "/settings", body)).status(draft.status()))
}

/// To the page on which the type is changed, where it can be.
fn way_to_type(here: &str, view: &View, known: Option<&Field>) -> Markup {
    let Some(field) = known.filter(|field| shape::convert::changeable(field)) else { return html! {} };
    html! { (link_button(format!("{here}/fields/{}/type", field.key), view.t("type-change")).plain().flag("data-keep")) }
}

fn controls(
    view: &View,
    object: &Object,
    known: Option<&Field>,
    draft: &Draft,
    form: &Form,
    kind: &str,
) -> Result<Markup> {
    let locale = &view.reading.locale;
    let own = known.is_none_or(|field| field.own);
    let computed = known.is_some_and(|field| field.computed);
    let field = |name, label| draft.field(locale, name, label);
    let tick = |name: &'static str, label: &str, help: &str| {
        html! {
            input type="hidden" name=(name) value="";
            (draft.field(locale, name, label).value("1").help(view.t(help)).checkbox(form.bool(name)))
        }
    };
    let mut groups: Vec<Choice> = Vec::new();
    for group in object.fields.iter().map(|field| field.group) {
        if groups.iter().all(|known| known.value != group) {
            groups.push(Choice::new(group, view.group(group)));
        }
    }
    let comparable = matches!(kind, "text" | "number" | "date" | "reference" | "user");
    Ok(html! {
        (field("label", "field-label").required())
        @if own { (kinds::settings(view, object, draft, form, kind, known.is_some())?) }
        @if let Some(known) = known { (which::shown(view, object, known, form)) }
        (field("help", "field-help").help(view.t("field-help-help")).optional(view.t("optional")))
        (field("group", "field-group").select(groups))
        (field("group_new", "field-group-new").optional(view.t("optional")))
        @if own && !matches!(kind, "formula" | "roll_up" | "file" | "addresses" | "phones" | "emails" | "links" | "socials" | "reference" | "user" | "long_text") {
            (field("default", "field-default").help(view.t("field-default-help")).optional(view.t("optional")))
        }
        @if !computed && !matches!(kind, "formula" | "roll_up") && known.is_none_or(|field| field.key != object.title) {
            (tick("required", "field-required", "field-required-help"))
            (field("required_when", "field-required-when").help(view.t("field-required-when-help")).optional(view.t("optional")))
        }
        (tick("listed", "field-listed", "field-listed-help"))
        @if own { (tick("searched", "field-searched", "field-searched-help")) }
        @if own && comparable { (tick("unique", "field-unique", "field-unique-help")) }
        @if own && kind == "select" { (tick("timed", "field-timed", "field-timed-help")) }
    })
}

fn kind_key(kind: &str) -> String {
    format!("kind-{}", kind.replace('_', "-"))
}

/// An option as the form sends it.
pub(super) fn option_key(options: &[OwnOption], label: &str) -> String {
    shape::option_key(label, |key| options.iter().any(|option| option.key == key))
}
