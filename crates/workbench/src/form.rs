//! The controls of a form, from the fields of an object: each field type says which control it wants, and fills it.

use std::{collections::HashSet, sync::Arc};

use kernel::{FieldErrors, Result, Text};
use records::{
    Field, Json, Object, Record,
    field::{Control, Input, Pairs, Reading, reference},
    record,
    save::Values,
};
use web::{
    Form, Markup, html,
    html::{Choice, Repeat, RepeatRow, error_summary, field as kit_field, field_id, repeat},
};

use crate::{View, pick, show::label_text};

/// Everything a form shows: what was typed or is kept, and what is wrong with it.
pub struct Filled<'a> {
    pub object: &'a Object,
    pub pairs: Pairs,
    pub errors: &'a FieldErrors,
}

impl<'a> Filled<'a> {
    /// As a record has it.
    pub fn from_record(view: &View, record: &'a Record, errors: &'a FieldErrors) -> Filled<'a> {
        let fields = typed_fields(&record.object);
        let pairs = fields
            .flat_map(|field| field.kind.fill(&field.key, record.get(&field.key), &view.reading))
            .collect();
        Filled { object: &record.object, pairs, errors }
    }

    /// As somebody typed it.
    pub fn from_form(object: &'a Object, form: &Form, errors: &'a FieldErrors) -> Filled<'a> {
        Filled { object, pairs: pairs(form), errors }
    }
}

/// Names and texts of a form.
pub fn pairs(form: &Form) -> Pairs {
    form.iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
}

/// The view with the titles of the cards that a form names, as far as its reader sees them.
pub fn titled<'a>(view: &View<'a>, pairs: &Pairs) -> Result<View<'a>> {
    let named = |text: &str| {
        reference::target(&text.into()).is_some_and(|(name, _)| view.catalog.object(name).is_ok())
    };
    let wanted: Vec<Json> =
        pairs.iter().filter(|(_, text)| named(text)).map(|(_, text)| Json::from(text.as_str())).collect();
    let mut again = view.again();
    if !wanted.is_empty() {
        let mut titles = (*view.reading.titles).clone();
        titles.extend(record::titles(view.cx, wanted.iter())?);
        again.reading.titles = Arc::new(titles);
    }
    Ok(again)
}

/// The fields that somebody may type.
pub fn typed_fields(object: &Object) -> impl Iterator<Item = &Field> {
    object.fields.iter().filter(|field| !field.computed && !field.hidden && !field.apart && !field.retired)
}

/// The values of the fields that a form holds, and what is wrong with them.
pub fn parse(object: &Object, pairs: &Pairs, reading: &Reading) -> (Values, FieldErrors) {
    let (mut values, mut errors) = (Values::new(), FieldErrors::default());
    for field in typed_fields(object) {
        let input = Input::new(pairs, &field.key);
        if !input.present() {
            continue;
        }
        match field.kind.parse(&input, reading) {
            Ok(value) => {
                values.insert(field.key.clone(), value);
            }
            Err(text) => errors.add(&field.key, text),
        }
    }
    (values, errors)
}

/// The groups of an object's fields, in the order of the declaration.
pub fn groups(object: &Object) -> Vec<&'static str> {
    let mut seen = HashSet::new();
    typed_fields(object).map(|field| field.group).filter(|group| seen.insert(*group)).collect()
}

/// All controls of a form: what most cards have in sight, the rest folded under its headings; the summary of errors
/// on top.
pub fn controls(view: &View, filled: &Filled) -> Markup {
    let object = filled.object;
    let first = |field: &&Field| field.required || field.listed || field.key == object.title;
    html! {
        (summary(view, filled))
        fieldset.fieldset {
            legend.hidden { (view.one(object)) }
            @for field in typed_fields(object).filter(first) { (control(view, filled, field)) }
        }
        @for group in groups(object) {
            @let rest: Vec<&Field> = typed_fields(object).filter(|field| field.group == group && !first(field)).collect();
            @let used = rest.iter().any(|field| is_used(filled, field));
            @if !rest.is_empty() {
                details.fold open[used] {
                    summary { (view.group(group)) }
                    fieldset.fieldset {
                        legend.hidden { (view.group(group)) }
                        @for field in &rest { (control(view, filled, field)) }
                    }
                }
            }
        }
    }
}

/// Something is filled in, or wrong: it must not be folded away.
fn is_used(filled: &Filled, field: &Field) -> bool {
    let input = Input::new(&filled.pairs, &field.key);
    let rows = input.rows();
    let mut parts = rows.iter().flatten().map(|(_, text)| *text).chain(input.texts());
    filled.errors.get(&field.key).is_some() || parts.any(|text| !text.is_empty())
}

fn summary(view: &View, filled: &Filled) -> Markup {
    let lines: Vec<_> = filled
        .errors
        .0
        .iter()
        .map(|(key, text)| {
            let name = match filled.object.field(key) {
                Ok(field) => first_input(field),
                Err(_) => key.clone(),
            };
            let label = filled
                .object
                .field(key)
                .map(|field| view.label(filled.object, field).into_owned())
                .unwrap_or_default();
            (name.into(), format!("{label}: {}", view.render(text)).into())
        })
        .collect();
    if lines.is_empty() {
        html! {}
    } else {
        error_summary(&view.t("form-errors"), &lines)
    }
}

/// The name of the first input of a field: where a link from the summary leads.
fn first_input(field: &Field) -> String {
    match field.kind.control() {
        // Of a name, its first name: what stands before that is folded away.
        Control::Parts(parts) => {
            let first = parts.iter().find(|part| **part == "given").or(parts.first());
            format!("{}.{}", field.key, first.unwrap_or(&""))
        }
        Control::Rows { parts, .. } => format!("{}.0.{}", field.key, parts.first().unwrap_or(&"")),
        Control::Participants => format!("{}.0.who", field.key),
        _ => field.key.clone(),
    }
}

/// One field with its label, its control and what is wrong.
pub fn control(view: &View, filled: &Filled, field: &Field) -> Markup {
    let label = view.label(filled.object, field);
    let error = filled.errors.get(&field.key).map(|text: &Text| view.render(text));
    let input = Input::new(&filled.pairs, &field.key);
    let base = kit_field(field.key.clone(), label.clone()).error(error.clone());
    let base = match &field.help {
        Some(help) => base.help(help.to_string()),
        None => base,
    };
    let base = if field.required { base.required() } else { base };
    match field.kind.control() {
        Control::Line { input_type, mode } => {
            let line = base.value(input.text().to_owned()).attribute("type", input_type);
            let line = if matches!(mode, "decimal" | "date" | "date-time") { line.short() } else { line };
            let help = match mode {
                "date" => Some(view.t("help-date")),
                "date-time" => Some(view.t("help-date-time")),
                _ => None,
            };
            match help {
                Some(help) => html! { (line.help(help)) },
                None => html! { (line) },
            }
        }
        Control::Lines => html! { (base.textarea().value(input.text().to_owned())) },
        Control::Choice { options, open } => choice(view, filled, field, base, &options, open),
        Control::Choices { options, open: false } => choices(view, field, base, &options, &input.texts()),
        Control::Choices { .. } => {
            html! { (base.value(input.texts().join(", ")).help(view.t("help-tags"))) }
        }
        Control::Tick => html! {
            input type="hidden" name={ (field.key) ".shown" } value="1";
            (base.value("yes").checkbox(!input.text().is_empty()))
        },
        Control::Stars => {
            let none = Choice::new("", view.t("none"));
            let stars = (1..=5).map(|stars| Choice::new(stars.to_string(), "★".repeat(stars)));
            html! { (base.value(input.text().to_owned()).select(std::iter::once(none).chain(stars)).short()) }
        }
        Control::User => html! { (base.value(input.text().to_owned()).select(users(view))) },
        Control::Card { object } => {
            pick::control(view, field, object.as_deref(), input.text(), &label, error)
        }
        Control::Participants => pick::participants(view, field, &input, &label, error),
        Control::Parts(parts) => parts_control(view, field, parts, &input, &label, error),
        Control::Rows { parts, labels } => rows_control(view, field, parts, labels, &input, &label, error),
        Control::File { .. } => html! {
            @if !input.text().is_empty() { input type="hidden" name=(field.key) value=(input.text()); }
        },
    }
}

fn users(view: &View) -> Vec<Choice<'static>> {
    let mut names: Vec<(String, String)> =
        view.reading.users.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    names.sort_by(|a, b| a.1.cmp(&b.1));
    let none = Choice::new("", view.t("none"));
    std::iter::once(none).chain(names.into_iter().map(|(id, name)| Choice::new(id, name))).collect()
}

/// What the other field says with whose value an option goes.
fn heading(view: &View, object: &Object, field: &Field, option: &str) -> Option<String> {
    let within = field.kind.options()?.within(option)?;
    let other = object.field(field.within).ok()?;
    Some(other.kind.show(&Json::from(within), &view.reading))
}

fn choice(
    view: &View,
    filled: &Filled,
    field: &Field,
    base: web::html::Field,
    options: &[String],
    open: bool,
) -> Markup {
    let input = Input::new(&filled.pairs, &field.key);
    let value = input.text();
    let named = |option: &String| Choice {
        group: heading(view, filled.object, field, option).map(Into::into),
        ..Choice::new(option.clone(), field.kind.show(&Json::from(option.as_str()), &view.reading))
    };
    let mut choices: Vec<Choice> = options.iter().map(named).collect();
    if open && !value.is_empty() && !options.iter().any(|option| option == value) {
        choices.push(Choice::new(value.to_owned(), value.to_owned()));
    }
    let none = (!field.required || value.is_empty()).then(|| Choice::new("", view.t("none")));
    html! { (base.value(value.to_owned()).select(none.into_iter().chain(choices))) }
}

/// Boxes to tick. One that was chosen and is no longer offered stays ticked.
fn choices<'a>(
    view: &View,
    field: &'a Field,
    base: web::html::Field<'a>,
    options: &[String],
    chosen: &[&str],
) -> Markup {
    let shown = |key: &str| field.kind.show(&Json::from(vec![key]), &view.reading);
    let old = chosen.iter().copied().filter(|key| !options.iter().any(|option| option == key));
    let mut all = options.iter().map(String::as_str).chain(old).peekable();
    if all.peek().is_none() {
        return html! { input type="hidden" name=(field.key) value=""; };
    }
    let boxes = html! {
        div.checks #(field_id(&field.key)) role="group" {
            // So that the form says "none" when nothing is ticked.
            input type="hidden" name=(field.key) value="";
            @for key in all {
                label.check { input type="checkbox" name=(field.key) value=(key) checked[chosen.contains(&key)]; span { (shown(key)) } }
            }
        }
    };
    html! { (base.own(boxes)) }
}

/// Named parts in one group: the first and last name side by side, the rarer ones behind them.
fn parts_control(
    view: &View,
    field: &Field,
    parts: &[&str],
    input: &Input,
    label: &str,
    error: Option<String>,
) -> Markup {
    let line = |part: &&str| {
        let name = format!("{}.{part}", field.key);
        let text = view.t(&format!("part-{}", part.replace('_', "-")));
        let line = kit_field(name, text).value(input.part(part).to_owned()).attribute("autocomplete", "off");
        let line = if matches!(*part, "prefix" | "suffix") { line.short() } else { line };
        html! { (line.error(error.as_ref().filter(|_| *part == "given").cloned())) }
    };
    let rare = |part: &&&str| matches!(**part, "prefix" | "middle" | "suffix");
    let used = parts.iter().filter(rare).any(|part| !input.part(part).is_empty());
    html! {
        div.parts role="group" aria-label=(label) { @for part in parts.iter().filter(|part| !rare(part)) { (line(part)) } }
        details.fold open[used] {
            summary { (view.t("more-name-parts")) }
            div.parts role="group" aria-label=(label) { @for part in parts.iter().filter(rare) { (line(part)) } }
        }
    }
}

fn rows_control(
    view: &View,
    field: &Field,
    parts: &'static [&'static str],
    labels: &'static [&'static str],
    input: &Input,
    label: &str,
    error: Option<String>,
) -> Markup {
    let mut kept = input.rows();
    // One empty row, so that a page without script can add.
    kept.push(Vec::new());
    let row =
        |number: &str, values: &[(&str, &str)]| row_controls(view, field, parts, labels, number, values);
    let remove = view.tf("remove-from", &[("name", label.into())]);
    let rows = kept.iter().enumerate().map(|(at, values)| RepeatRow {
        controls: row(&at.to_string(), values),
        remove: remove.clone().into(),
        error: error
            .as_ref()
            .filter(|_| at == 0)
            .map(|text| (field_id(&format!("{}.0.{}", field.key, parts[0])).into(), text.clone().into())),
    });
    repeat(&Repeat {
        name: &field.key,
        label: label.into(),
        rows: rows.collect(),
        blank: RepeatRow { controls: row("__n__", &[]), remove: remove.clone().into(), error: None },
        add: view.tf("add-to", &[("name", label.into())]).into(),
    })
}

fn row_controls(
    view: &View,
    field: &Field,
    parts: &'static [&'static str],
    labels: &'static [&'static str],
    number: &str,
    values: &[(&str, &str)],
) -> Markup {
    let value = |part: &str| values.iter().find(|(name, _)| *name == part).map_or("", |(_, text)| text);
    let (labelled, plain) = parts.split_last().map_or(("", parts), |(last, rest)| (*last, rest));
    let input = |part: &&str| {
        let name = format!("{}.{number}.{part}", field.key);
        let text = view.t(&format!("part-{}", part.replace('_', "-")));
        html! {
            input.input id=(field_id(&name)) name=(name) value=(value(part)) type=(input_type(part))
                aria-label=(text) placeholder=(text) autocomplete="off";
        }
    };
    let text = view.t(&format!("part-{labelled}"));
    html! {
        select.input name={ (field.key) "." (number) "." (labelled) } aria-label=(text) data-wait {
            @let chosen = value(labelled);
            option value="" { (text) }
            @for option in labels {
                option value=(option) selected[*option == chosen] { (label_text(view, option)) }
            }
            @if !chosen.is_empty() && !labels.contains(&chosen) { option value=(chosen) selected { (chosen) } }
        }
        @if let [one] = plain { (input(one)) } @else { div.many { @for part in plain { (input(part)) } } }
    }
}

fn input_type(part: &str) -> &'static str {
    match part {
        "number" => "tel",
        "url" => "url",
        _ => "text",
    }
}
