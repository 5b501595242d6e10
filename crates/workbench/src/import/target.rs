//! What a column can become, in the words of the form: fields under the headings of the card, parts and rows named.

use records::{
    Object,
    field::Control,
    import::{self, Choice, Column, ColumnPreview},
};
use web::{Markup, html};

use crate::{View, form, show::label_text};

/// The choices of every column's select, under their headings. Made once a page, for a file may have many columns.
pub(super) struct Targets {
    groups: Vec<(String, Vec<(String, String)>)>,
}

impl Targets {
    pub(super) fn of(view: &View, object: &Object) -> Targets {
        let choices = import::choices(object);
        let of_group = |group: &str| -> Vec<(String, String)> {
            let inside = choices.iter().filter(|choice| group_of(object, choice) == group);
            inside.map(|choice| (choice.to.clone(), choice.text(view.reading.locale.language()))).collect()
        };
        let headings = form::groups(object).into_iter().map(|group| (view.group(group), of_group(group)));
        let rest = (view.t("import-other-targets"), of_group(""));
        let groups = headings.chain(std::iter::once(rest)).filter(|(_, inside)| !inside.is_empty());
        Targets { groups: groups.map(|(heading, inside)| (heading.into_owned(), inside)).collect() }
    }

    fn has(&self, to: &str) -> bool {
        self.groups.iter().any(|(_, inside)| inside.iter().any(|(known, _)| known == to))
    }

    /// The options of one column. What was guessed beyond the usual choices is offered too.
    pub(super) fn options(&self, view: &View, object: &Object, column: &Column) -> Markup {
        let chosen = column.to.as_deref().unwrap_or_default();
        let unusual = !chosen.is_empty() && !self.has(chosen);
        html! {
            option value="" { (view.t("import-leave-out")) }
            @if unusual { option value=(chosen) selected { (unusual_text(view, object, chosen)) } }
            @for (heading, inside) in &self.groups {
                optgroup label=(heading) {
                    @for (to, text) in inside { option value=(to) selected[to == chosen] { (text) } }
                }
            }
        }
    }
}

/// The heading a choice stands under; none for what belongs to no field.
fn group_of(object: &Object, choice: &Choice) -> &'static str {
    let key = choice.to.split('.').next().unwrap_or_default();
    object.at(key).map_or("", |at| object.fields[at].group)
}

fn part_text(view: &View, part: &str) -> String {
    view.t(&format!("part-{}", part.replace('_', "-"))).into_owned()
}

/// A fifth phone, or somebody the card is related to.
fn unusual_text(view: &View, object: &Object, to: &str) -> String {
    if let Some(slot) = to.strip_prefix("@related.") {
        let key = if slot.ends_with(".role") { "import-related-role" } else { "import-related" };
        let slot = slot.trim_end_matches(".role");
        return format!("{} {slot}", view.t(key));
    }
    let mut parts = to.split('.');
    let label = parts.next().and_then(|key| object.field(key).ok());
    let label = label.map_or_else(|| to.to_owned(), |field| view.label(object, field).into_owned());
    match (parts.next().and_then(|row| row.parse::<u32>().ok()), parts.next()) {
        (Some(row), Some(part)) => format!("{label} {} · {}", row + 1, part_text(view, part)),
        _ => label,
    }
}

/// How the cells of a column are written, where that must be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    Dates,
    Numbers,
}

/// Whether a column's cells are dates or numbers.
pub(super) fn written(object: &Object, column: &Column) -> Option<Written> {
    let key = column.to.as_deref()?.split('.').next()?;
    match object.field(key).ok()?.kind.key() {
        "date" | "partial_date" | "date_time" => Some(Written::Dates),
        "number" | "money" => Some(Written::Numbers),
        _ => None,
    }
}

/// What else we know of a column: `as Mobile`, `several values, separated by ;`.
pub(super) fn remarks(view: &View, column: &Column, seen: &ColumnPreview) -> Vec<String> {
    let mut remarks = Vec::new();
    if column.to.is_none() {
        return remarks;
    }
    for (error, count) in &seen.errors {
        let args = [("count", (*count).into()), ("error", error.as_str().into())];
        remarks.push(view.tf("import-cells-of-errors", &args));
    }
    if let Some(label) = &column.label {
        remarks.push(view.tf("import-labelled", &[("label", label_text(view, label).into())]));
    }
    let stands = |mark: &String| seen.samples.iter().any(|sample| sample.contains(mark.trim()));
    if let Some(mark) = column.splits_at.as_ref().filter(|mark| stands(mark)) {
        remarks.push(view.tf("import-several-values", &[("mark", mark.trim().into())]));
    }
    if let Some(channel) = &column.yes_means {
        remarks.push(view.tf("import-yes-means", &[("meaning", label_text(view, channel).into())]));
    }
    remarks
}

/// The fields by which a card can be found, the surest first, with their texts.
pub(super) fn match_choices(view: &View, object: &Object) -> Vec<(String, String)> {
    let mut choices = Vec::new();
    if import::choices(object).iter().any(|choice| choice.label == "import-uid") {
        choices.push(("uid".to_owned(), view.t("import-uid").into_owned()));
    }
    let field = |key: &str| {
        object.field(key).ok().map(|field| (field.key.clone(), view.label(object, field).into_owned()))
    };
    choices.extend(["registration_number", "emails", "phones"].iter().filter_map(|key| field(key)));
    // Names are matched where they are one text or the parts of a name.
    let title = object.field(object.title).ok();
    if title.is_some_and(|field| matches!(field.kind.control(), Control::Line { .. } | Control::Parts(_))) {
        choices.extend(field(object.title));
    }
    let own = object.fields.iter().filter(|field| field.own && !field.retired && field.kind.key() == "text");
    choices.extend(own.map(|own| (own.key.clone(), view.label(object, own).into_owned())));
    choices.push(("likeness".to_owned(), view.t("import-match-likeness").into_owned()));
    choices
}
