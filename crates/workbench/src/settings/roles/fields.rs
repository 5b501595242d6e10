//! What a role may do with each field of one kind of card.

use identity::{
    rights::FieldRight,
    roles::{self, OwnRole},
};
use kernel::{Error, Result};
use records::{Field, Object};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{button, crumbs},
};

use super::{HERE, Section, page, section};
use crate::{App, View, settings::done};

/// What can be chosen, the most first.
const RIGHTS: [FieldRight; 3] = [FieldRight::Editable, FieldRight::ReadOnly, FieldRight::Hidden];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/settings/roles/{own_role}/fields/{object}", Permission::Admin, show);
    routes.post("/settings/roles/{own_role}/fields/{object}", Permission::Admin, change);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let role = roles::find(cx, request.params.id("own_role")?)?;
        let object = records::object::object(cx, request.params.get("object"))?;
        Ok(whole(&View::new(app, request, cx)?, &role, &object))
    })
}

fn change(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("own_role")?;
    app.write(request, |tx| {
        let mut rights = roles::find(tx, id)?.rights;
        let object = records::object::object(tx, request.params.get("object"))?;
        for field in &object.fields {
            let Some(said) = request.form.get(&field.key) else { continue };
            let right = FieldRight::from_key(said).filter(|right| choices(&object, field).contains(right));
            let right = right.ok_or(Error::invalid(&field.key, "identity-choice-unknown"))?;
            // Nobody edits what is computed, so showing it limits nothing.
            let limits = !(field.computed && right == FieldRight::ReadOnly);
            rights.set_field(object.key, &field.key, if limits { right } else { FieldRight::Editable });
        }
        roles::change(tx, id, &rights)
    })?;
    app.read(request, |cx| Ok(done(&View::new(app, request, cx)?, &format!("{HERE}/{id}"), "fields-saved")))
}

/// What is computed cannot be edited, and a card without its title would be none.
fn choices(object: &Object, field: &Field) -> Vec<FieldRight> {
    let possible = |right: &FieldRight| match right {
        FieldRight::Editable => !field.computed,
        FieldRight::ReadOnly => true,
        FieldRight::Hidden => field.key != object.title,
    };
    RIGHTS.into_iter().filter(possible).collect()
}

fn whole(view: &View, role: &OwnRole, object: &Object) -> Response {
    let title = view.tf("fields-title", &[("object", view.many(object).into())]);
    let lead = view.t("fields-lead");
    let way = [
        (HERE.into(), view.t("settings-roles")),
        (format!("{HERE}/{}", role.id).into(), role.name.as_str().into()),
    ];
    let body = html! {
        form.rights method="post" action=(view.request.path) {
            (table(view, role, object, &title))
            div.form-actions { (button(view.t("save")).primary()) }
        }
    };
    let part = Section { id: "fields", title: &title, lead: Some(&lead), action: html! {}, body };
    page(view, HERE, &html! { (crumbs(&title, &way, &title)) (section(&part)) })
}

fn table(view: &View, role: &OwnRole, object: &Object, title: &str) -> Markup {
    let table = html! {
        table.table.choices data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("field-name")) }
                @for right in RIGHTS { th scope="col" { (name(view, right)) } }
            } }
            tbody { @for field in &object.fields { (line(view, role, object, field)) } }
        }
    };
    web::html::table_frame(&view.tf("settings-table", &[("name", title.into())]), &table)
}

fn line(view: &View, role: &OwnRole, object: &Object, field: &Field) -> Markup {
    let label = view.label(object, field);
    let possible = choices(object, field);
    let said = role.rights.said_of_field(object.key, &field.key);
    let shown = if possible.contains(&said) { said } else { FieldRight::ReadOnly };
    html! {
        tr {
            th scope="row" { (label) }
            @for right in RIGHTS {
                td {
                    @if possible.contains(&right) {
                        @let args = [("object", label.as_ref().into()), ("verb", name(view, right).into())];
                        input type="radio" name=(field.key) value=(right.key()) checked[right == shown]
                            aria-label=(view.tf("rights-cell", &args));
                    }
                }
            }
        }
    }
}

fn name(view: &View, right: FieldRight) -> String {
    view.t(&format!("field-right-{}", right.key())).into_owned()
}
