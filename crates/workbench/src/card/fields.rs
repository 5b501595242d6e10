//! The fields of a card in their groups, each edited where it stands. Those without a value wait folded away.

use records::{
    Field, Record,
    layout::Layout,
    stays::{self, Stay},
};
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

/// Of a choice that says so: since when a card has its value, and on hover how long it had those before.
fn how_long(view: &View, record: &Record, field: &Field) -> Markup {
    // What a declared one says stands elsewhere on its card. A page is drawn without it rather than not at all.
    if !field.timed || record.get(&field.key).is_null() {
        return html! {};
    }
    let stays = stays::of(view.cx, record.id, &field.key).unwrap_or_default();
    let days = |stay: &Stay| {
        let until = stay.left_at.unwrap_or(view.reading.now);
        let days = (until.micros() - stay.entered_at.micros()) / kernel::clock::DAY;
        view.tf("stay-days", &[("days", days.into())])
    };
    let told = |stay: &Stay| {
        let value = field.kind.show(&stay.value.as_str().into(), &view.reading);
        format!("{value}: {}", days(stay))
    };
    let all = stays.iter().map(told).collect::<Vec<_>>().join("\n");
    html! { @if let Some(now) = stays.last().filter(|stay| stay.left_at.is_none()) { span.quiet.small.stay title=(all) { (days(now)) } } }
}

fn line(view: &View, record: &Record, field: &Field) -> Markup {
    html! {
        div {
            dt { (view.label(&record.object, field)) }
            dd { (edit::showing(view, record, field)) (how_long(view, record, field)) }
        }
    }
}
