//! The tree of units as lists in lists. A name is a field that looks like text until it is touched; Enter keeps it.

use std::collections::HashMap;

use identity::units::{Branch, Tree, Unit, UnitKind};
use kernel::Id;
use web::{
    Markup, html,
    html::{Menu, MenuItem, button, error_line, icon, menu},
};

use super::{HERE, kind_key};
use crate::{View, draft::Draft};

struct Page<'a> {
    view: &'a View<'a>,
    people: &'a HashMap<Id, Vec<String>>,
    renamed: Option<(Id, &'a Draft)>,
}

pub(super) fn tree(
    view: &View,
    tree: &Tree,
    people: &HashMap<Id, Vec<String>>,
    renamed: Option<(Id, &Draft)>,
) -> Markup {
    level(&Page { view, people, renamed }, &tree.branches)
}

/// Branches that begin at one depth, each with those that lie in it.
fn level(page: &Page, branches: &[Branch]) -> Markup {
    let depth = branches.first().map_or(0, |branch| branch.depth);
    let families = branches.chunk_by(|_, next| next.depth > depth);
    html! {
        ul.units {
            @for family in families {
                li id={ "unit-" (family[0].unit.id) } {
                    (line(page, &family[0].unit))
                    @if family.len() > 1 { (level(page, &family[1..])) }
                }
            }
        }
    }
}

fn line(page: &Page, unit: &Unit) -> Markup {
    let view = page.view;
    let draft = page.renamed.filter(|(id, _)| *id == unit.id).map(|(_, draft)| draft);
    let kind = view.t(&kind_key(unit.kind));
    let nobody = Vec::new();
    let people = page.people.get(&unit.id).unwrap_or(&nobody);
    html! {
        div.unit {
            span title=(kind) { (icon(sign(unit.kind))) span.hidden { (kind) } }
            (name(view, unit, draft))
            a.soft href={ (HERE) "/" (unit.id) } title=(people.join(", ")) { (view.tf("unit-people", &[("count", people.len().into())])) }
            span.cut.quiet { (people.join(", ")) }
            (more(view, unit))
        }
    }
}

fn name(view: &View, unit: &Unit, draft: Option<&Draft>) -> Markup {
    let label = view.tf("unit-name-of", &[("name", unit.name.as_str().into())]);
    let error = draft.and_then(|draft| draft.error(&view.reading.locale, "name"));
    let error_id = format!("unit-{}-error", unit.id);
    html! {
        form.in-place method="post" action={ (HERE) "/" (unit.id) "/name" } novalidate {
            input.input name="name" value=(draft.map_or(unit.name.as_str(), |draft| draft.text("name"))) aria-label=(label)
                autocomplete="off" maxlength="100" aria-invalid=[error.as_ref().map(|_| "true")]
                aria-describedby=[error.as_ref().map(|_| &error_id)];
            (button(view.t("save")).small())
            @if let Some(error) = &error { (error_line(&error_id, error)) }
        }
    }
}

fn more(view: &View, unit: &Unit) -> Markup {
    let id = format!("unit-menu-{}", unit.id);
    let label = view.tf("unit-more", &[("name", unit.name.as_str().into())]);
    let inside = |kind: UnitKind, text: &str| {
        let href = format!("{HERE}?kind={}&parent={}#new", kind.key(), unit.id);
        kind.may_lie_in(unit.kind).then(|| MenuItem::link(href, view.t(text)).icon("plus"))
    };
    let adds = [(UnitKind::Department, "unit-add-department"), (UnitKind::Team, "unit-add-team")];
    let open = MenuItem::link(format!("{HERE}/{}", unit.id), view.t("unit-open")).icon("edit");
    let retire = MenuItem::post(format!("{HERE}/{}/retire", unit.id), view.t("unit-retire")).negative();
    menu(&Menu {
        id: &id,
        button: button(label).plain().small().icon_only("more"),
        at_end: true,
        groups: vec![
            adds.into_iter().filter_map(|(kind, text)| inside(kind, text)).collect(),
            vec![open],
            vec![retire.icon("trash")],
        ],
    })
}

fn sign(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Location => "map-pin",
        UnitKind::Department => "company",
        UnitKind::Team => "people",
    }
}
