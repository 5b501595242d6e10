//! The fields of a card in their groups, each edited where it stands. Those without a value wait folded away.

use records::{Field, Record, layout::Layout};
use web::{Markup, html};

use crate::{View, edit};

pub(super) fn fields(view: &View, record: &Record, layout: &Layout) -> Markup {
    let object = &record.object;
    html! {
        // A heading that somebody thought of holds blanks, which no id does.
        @for (at, group) in layout.arranged(object).iter().filter(|group| !group.fields.is_empty()).enumerate() {
            @let mine = &group.fields;
            @let filled = |field: &&&Field| !record.get(&field.key).is_null() || field.key == object.title;
            @let empty: Vec<&&Field> = mine.iter().filter(|field| !filled(field) && !field.computed).collect();
            section.fields aria-labelledby={ "fields-" (at) } {
                h2 id={ "fields-" (at) } { @if group.name.is_empty() { (view.group(&group.key)) } @else { (group.name) } }
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
