//! The kinds of relation between cards: those of the product, and those the workspace names itself.

use kernel::{Error, Result};
use records::links::{self, CustomKind};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Choice, button},
};

use super::{Section, done, page, section};
use crate::{
    App, View,
    draft::{self, Draft},
};

const HERE: &str = "/settings/relations";

const LABELS: [(&str, &str); 4] = [
    ("from", "relation-from"),
    ("to", "relation-to"),
    ("forth", "relation-forth"),
    ("back", "relation-back"),
];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Admin, show);
    routes.post(HERE, Permission::Admin, add);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| whole(&View::new(app, request, cx)?, &Draft::default()))
}

fn add(app: &App, request: &Request) -> Result<Response> {
    let typed = &request.form;
    let added = app.write(request, |tx| {
        for name in ["from", "to"] {
            let known = records::catalog(tx)?.cards().any(|object| object.key == typed.text(name));
            if !known {
                return Err(Error::invalid(name, "not-a-choice"));
            }
        }
        links::add_kind(tx, typed.text("from"), typed.text("to"), typed.text("forth"), typed.text("back"))
    });
    let added = draft::answer(added)?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match added {
            Ok(_) => Ok(done(&view, HERE, "relation-added")),
            Err(refused) => whole(&view, &Draft::refused(typed, refused)),
        }
    })
}

fn whole(view: &View, draft: &Draft) -> Result<Response> {
    let own = links::custom_kinds(view.cx)?;
    let title = view.t("settings-relations");
    let lead = view.t("relations-lead");
    let known = Section {
        id: "relations",
        title: &title,
        lead: Some(&lead),
        action: html! {},
        body: table(view, &own),
    };
    let new_title = view.t("relation-new");
    let new_lead = view.t("relation-new-lead");
    let new = Section {
        id: "new",
        title: &new_title,
        lead: Some(&new_lead),
        action: html! {},
        body: form(view, draft),
    };
    Ok(page(view, HERE, &html! { (section(&known)) (section(&new)) }).status(draft.status()))
}

/// One kind as the table shows it: the objects at both ends, and what each side calls it.
struct Kind<'a> {
    from: &'a str,
    forth: String,
    to: &'a str,
    back: String,
    own: bool,
}

fn table(view: &View, own: &[CustomKind]) -> Markup {
    let ours = view.catalog.link_kinds.iter().map(|kind| Kind {
        from: kind.from,
        forth: view.t(&kind.text(true)).into_owned(),
        to: kind.to,
        back: view.t(&kind.text(false)).into_owned(),
        own: false,
    });
    let own = own.iter().map(|kind| Kind {
        from: &kind.from_object,
        forth: kind.forth.clone(),
        to: &kind.to_object,
        back: kind.back.clone(),
        own: true,
    });
    let table = html! {
        table.table {
            thead { tr {
                th scope="col" { (view.t("relation-forth")) }
                th scope="col" { (view.t("relation-back")) }
                th scope="col" { (view.t("relation-between")) }
                th scope="col" data-wide { (view.t("relation-made-by")) }
            } }
            tbody { @for kind in own.chain(ours) { (line(view, &kind)) } }
        }
    };
    super::table(view, "settings-relations", &table)
}

fn line(view: &View, kind: &Kind) -> Markup {
    let made_by = if kind.own { "relation-own" } else { "relation-built-in" };
    html! {
        tr {
            th scope="row" { (kind.forth) }
            td { @if kind.back != kind.forth { (kind.back) } @else { span.quiet { (view.t("relation-same")) } } }
            td { (view.t(kind.from)) " – " (view.t(kind.to)) }
            td.soft data-wide { (view.t(made_by)) }
        }
    }
}

fn form(view: &View, draft: &Draft) -> Markup {
    let locale = &view.reading.locale;
    let field = |name, label| draft.field(locale, name, label);
    let objects = || view.catalog.cards().map(|object| Choice::new(object.key, view.one(object)));
    html! {
        form.form method="post" action=(HERE) novalidate {
            (draft.summary(locale, &LABELS))
            (field("from", "relation-from").select(objects()))
            (field("to", "relation-to").select(objects()))
            (field("forth", "relation-forth").help(view.t("relation-forth-help")).required())
            (field("back", "relation-back").optional(view.t("optional")).help(view.t("relation-back-help")))
            div.form-actions { (button(view.t("relation-add")).primary()) }
        }
    }
}
