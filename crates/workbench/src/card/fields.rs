//! The fields of a card in their groups, each edited where it stands. Those without a value wait folded away.

use records::{Field, Record, object::ObjectKind};
use web::{Markup, html};

use crate::{View, edit};

pub(super) fn fields(view: &View, record: &Record) -> Markup {
    let object = &record.object;
    let shown: Vec<&Field> = object
        .fields
        .iter()
        .filter(|field| !field.hidden && !field.retired && field.group != "record")
        .collect();
    let mut groups: Vec<&str> = Vec::new();
    for field in &shown {
        if !groups.contains(&field.group) {
            groups.push(field.group);
        }
    }
    // How somebody is reached comes first on a card.
    groups.sort_by_key(|group| *group != "reach" && object.kind == ObjectKind::Card);
    html! {
        @for group in groups {
            @let mine: Vec<&&Field> = shown.iter().filter(|field| field.group == group).collect();
            @let filled = |field: &&&Field| !record.get(&field.key).is_null() || field.key == object.title;
            @let empty: Vec<&&&Field> = mine.iter().filter(|field| !filled(field) && !field.computed).collect();
            section.fields aria-labelledby={ "fields-" (group) } {
                h2 id={ "fields-" (group) } { (view.group(group)) }
                dl { @for field in mine.iter().filter(|field| filled(field)) { (line(view, record, field)) } }
                @if !empty.is_empty() {
                    details {
                        summary.quiet.small { (view.tf("more-fields", &[("count", empty.len().into())])) }
                        dl { @for field in empty { (line(view, record, field)) } }
                    }
                }
            }
        }
        p.quiet.small {
            (view.tf("card-made", &[
                ("when", record.instant("created_at").map(|at| view.reading.locale.relative(at, view.reading.now)).unwrap_or_default().into()),
                ("who", record.show("created_by", &view.reading).into()),
            ]))
        }
    }
}

fn line(view: &View, record: &Record, field: &Field) -> Markup {
    html! {
        div {
            dt { (view.label(&record.object, field)) }
            dd { (edit::showing(view, record, field)) }
        }
    }
}
