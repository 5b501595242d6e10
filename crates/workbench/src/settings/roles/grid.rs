//! The grid of objects and verbs: to choose how far each reaches, or to show it.

use identity::{
    rights::{EVERY_OBJECT, FieldRight, Reach, Rights, Verb},
    roles::OwnRole,
};
use records::Object;
use web::{Markup, html};

use super::HERE;
use crate::View;

pub(super) fn cell_name(object: &str, verb: Verb) -> String {
    format!("{object}.{}", verb.key())
}

/// With a choice in each cell.
pub(super) fn grid(view: &View, role: &OwnRole) -> Markup {
    let rows = html! {
        tr { th scope="row" { (view.t("rights-every")) } (every(view, &role.rights)) }
        @for object in view.catalog.objects() {
            @let name = view.many(object);
            tr {
                th scope="row" {
                    (name)
                    a.below href={ (HERE) "/" (role.id) "/fields/" (object.key) } {
                        (view.tf("fields-link", &[("count", limited(&role.rights, object).into())]))
                    }
                }
                (cells(view, &role.rights, object, &name))
            }
        }
    };
    table(view, &rows)
}

/// As it is, for somebody who has these rights.
pub(in crate::settings) fn shown(view: &View, rights: &Rights) -> Markup {
    let rows = html! {
        @for object in view.catalog.objects() {
            tr {
                th scope="row" { (view.many(object)) }
                @for verb in Verb::ALL.iter().copied() {
                    @let reach = rights.may(object.key, verb);
                    td data-label=(verb_name(view, verb)) { span.quiet[reach == Reach::None] { (reach_name(view, reach)) } }
                }
            }
        }
    };
    table(view, &rows)
}

fn table(view: &View, rows: &Markup) -> Markup {
    let table = html! {
        table.table.grid data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("rights-card")) }
                @for verb in Verb::ALL.iter().copied() { th scope="col" { (verb_name(view, verb)) } }
            } }
            tbody { (rows) }
        }
    };
    crate::settings::table(view, "rights-title", &table)
}

fn every(view: &View, rights: &Rights) -> Markup {
    let name = view.t("rights-every");
    html! { @for verb in Verb::ALL.iter().copied() { (cell(view, rights, EVERY_OBJECT, (verb, &name))) } }
}

fn cells(view: &View, rights: &Rights, object: &Object, name: &str) -> Markup {
    // Who sees, mends and takes back a comment follows from the card and from who wrote it.
    let follows = |verb| object.goes_with_card && matches!(verb, Verb::See | Verb::Edit | Verb::Delete);
    html! {
        @for verb in Verb::ALL.iter().copied() {
            @if follows(verb) {
                @let key = if verb == Verb::See { "rights-with-card" } else { "rights-author" };
                td data-label=(verb_name(view, verb)) { span.quiet.small { (view.t(key)) } }
            } @else { (cell(view, rights, object.key, (verb, name))) }
        }
    }
}

fn cell(view: &View, rights: &Rights, object: &str, (verb, name): (Verb, &str)) -> Markup {
    let every = object == EVERY_OBJECT;
    let said = rights.said(object, verb).or(every.then_some(Reach::None));
    let label = view.tf("rights-cell", &[("object", name.into()), ("verb", verb_name(view, verb).into())]);
    html! {
        td data-label=(verb_name(view, verb)) {
            select.input data-size="s" name=(cell_name(object, verb)) aria-label=(label) {
                @if !every { option value="" selected[said.is_none()] { (view.t("rights-inherit")) } }
                @for reach in Reach::ALL.iter().copied() {
                    option value=(reach.key()) selected[said == Some(reach)] { (reach_name(view, reach)) }
                }
            }
        }
    }
}

fn limited(rights: &Rights, object: &Object) -> usize {
    let limits =
        |field: &&records::Field| rights.said_of_field(object.key, &field.key) < FieldRight::Editable;
    object.fields.iter().filter(limits).count()
}

fn verb_name(view: &View, verb: Verb) -> String {
    view.t(&format!("verb-{}", verb.key())).into_owned()
}

fn reach_name(view: &View, reach: Reach) -> String {
    view.t(&format!("reach-{}", reach.key())).into_owned()
}
