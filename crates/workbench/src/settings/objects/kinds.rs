//! What a field's type needs to be told: its decimals, its options, the object it leads to.

use kernel::Result;
use records::{
    Field, Object,
    field::options::{COLOURS, OwnOption},
    formula::Formula,
    links,
    roll_up::{Of, Side, Via},
    shape::{OwnKind, Settings},
};
use web::{
    Form, Markup, html,
    html::{Choice, Repeat, RepeatRow, icon, repeat},
};

use super::field::option_key;
use crate::{View, draft::Draft};

/// The type that a form asks for; `None` when there is none of this key.
pub(super) fn of(key: &str, form: &Form) -> Option<OwnKind> {
    let settings = Settings {
        decimals: form.text("decimals").parse().unwrap_or(0),
        options: options(form),
        open: form.bool("open"),
        object: form.text("object").to_owned(),
        formula: form.text("formula").to_owned(),
        result: form.text("result").to_owned(),
        of: Of::ALL.into_iter().find(|of| of.key() == form.text("of")).unwrap_or_default(),
        field: form.text("field").to_owned(),
        filter: form.text("filter").to_owned(),
    };
    OwnKind::of(key, &settings)
}

/// The options of a form in the order of their numbers; those that lost their row are retired, because values may have them.
fn options(form: &Form) -> Vec<OwnOption> {
    let mut rows: Vec<(i64, OwnOption)> = Vec::new();
    for row in 0..=form.len() {
        let part = |part: &str| form.text(&format!("options.{row}.{part}"));
        if part("label").is_empty() {
            continue;
        }
        let taken: Vec<OwnOption> = rows.iter().map(|(_, option)| option.clone()).collect();
        let key = match part("key") {
            "" => option_key(&taken, part("label")),
            key => key.to_owned(),
        };
        let place = part("place").parse().unwrap_or(i64::MAX);
        let colour = part("colour");
        let colour = if COLOURS.contains(&colour) { colour } else { "" };
        rows.push((
            place,
            OwnOption {
                key,
                label: part("label").to_owned(),
                colour: colour.to_owned(),
                ..OwnOption::default()
            },
        ));
    }
    rows.sort_by_key(|(place, _)| *place);
    let mut options: Vec<OwnOption> = rows.into_iter().map(|(_, option)| option).collect();
    for known in form.all("known") {
        let Some((key, label)) = known.split_once('=') else { continue };
        if options.iter().all(|option| option.key != key) {
            let retired = true;
            options.push(OwnOption {
                key: key.to_owned(),
                label: label.to_owned(),
                retired,
                ..OwnOption::default()
            });
        }
    }
    options
}

/// Writes what a type was told into a form.
pub(super) fn fill(kind: &OwnKind, form: &mut Form) {
    match kind {
        OwnKind::Number { decimals } => form.push("decimals", decimals.to_string()),
        OwnKind::Reference { object } => form.push("object", object.clone()),
        OwnKind::Formula { formula, result } => {
            form.push("formula", formula.clone());
            form.push("result", result.key());
            if let OwnKind::Number { decimals } = **result {
                form.push("decimals", decimals.to_string());
            }
        }
        OwnKind::RollUp { from, by, of, field, filter, .. } => {
            form.push("object", format!("{from}.{by}"));
            form.push("of", of.key());
            form.push("field", format!("{from}.{field}"));
            form.push("filter", filter.clone());
        }
        OwnKind::Select { options, open } | OwnKind::MultiSelect { options, open } => {
            form.push("open", if *open { "1" } else { "" });
            for (at, option) in options.iter().enumerate() {
                form.push("known", format!("{}={}", option.key, option.label));
                if !option.retired {
                    form.push(format!("options.{at}.key"), option.key.clone());
                    form.push(format!("options.{at}.label"), option.label.clone());
                    form.push(format!("options.{at}.colour"), option.colour.clone());
                }
            }
        }
        _ => {}
    }
}

/// The controls of what a type needs to be told.
pub(super) fn settings(
    view: &View,
    object: &Object,
    draft: &Draft,
    form: &Form,
    kind: &str,
    known: bool,
) -> Result<Markup> {
    let locale = &view.reading.locale;
    Ok(match kind {
        "number" => {
            let decimals = (0..=6).map(|number| Choice::new(number.to_string(), number.to_string()));
            // Values are kept without their point, so its place stays where it is.
            let choice = draft.field(locale, "decimals", "field-decimals").select(decimals).short();
            html! {
                @if known { input type="hidden" name="decimals" value=(form.text("decimals")); } @else { (choice) }
            }
        }
        "reference" => {
            let objects = view.catalog.cards().map(|object| Choice::new(object.key, view.one(object)));
            html! {
                @if known { input type="hidden" name="object" value=(form.text("object")); }
                @else { (draft.field(locale, "object", "field-object").select(objects)) }
            }
        }
        "formula" => formula(view, object, draft, known),
        "roll_up" => roll_up(view, object, draft, form, known)?,
        "select" | "multi_select" => html! {
            @for known in form.all("known") { input type="hidden" name="known" value=(known); }
            (option_rows(view, form))
            input type="hidden" name="open" value="";
            (draft.field(locale, "open", "field-open").value("1").help(view.t("field-open-help")).checkbox(form.bool("open")))
        },
        _ => html! {},
    })
}

fn formula(view: &View, object: &Object, draft: &Draft, known: bool) -> Markup {
    let locale = &view.reading.locale;
    let results = ["number", "text", "date", "yes_no"];
    let results = results.map(|kind| Choice::new(kind, view.t(&format!("kind-{}", kind.replace('_', "-")))));
    let decimals = (0..=6).map(|number| Choice::new(number.to_string(), number.to_string()));
    html! {
        (draft.field(locale, "formula", "field-formula").textarea().help(view.t("field-formula-help")).wide())
        p.note-line { (view.t("field-formula-today")) }
        @if Formula::parse(draft.text("formula"), &object.fields).is_ok_and(|formula| formula.is_daily()) {
            p.note-line { (icon("clock")) (view.t("field-daily-note")) }
        }
        (fields_to_name(view, object))
        @if known {
            input type="hidden" name="result" value=(draft.text("result"));
            input type="hidden" name="decimals" value=(draft.text("decimals"));
        } @else {
            (draft.field(locale, "result", "field-result").select(results).short())
            (draft.field(locale, "decimals", "field-decimals").select(decimals).short())
        }
    }
}

/// What a formula may name, in the brackets that it wants.
pub(super) fn fields_to_name(view: &View, object: &Object) -> Markup {
    let fields = object.fields.iter().filter(|field| !field.hidden && !field.retired);
    html! {
        details.names {
            summary.quiet.small { (view.t("formula-fields")) }
            ul { @for field in fields { li { code { "[" (field.label.as_deref().unwrap_or(&field.key)) "]" } " " span.quiet { (view.label(object, field)) } } } }
        }
    }
}

/// The relations by which cards of another object belong to those of this one: what stands for each, and what it is called.
fn relations(view: &View, object: &Object, other: &Object) -> Result<Vec<Choice<'static>>> {
    let mut found: Vec<Choice> = Vec::new();
    let mut add = |kind: &str, side: Side, text: &str| {
        let by = Via { kind: kind.to_owned(), side }.written();
        found.push(Choice::new(format!("{}.{by}", other.key), format!("{} · {text}", view.many(other))));
    };
    for kind in &view.catalog.link_kinds {
        let either = kind.symmetric && kind.from == kind.to;
        if kind.from == object.key && kind.to == other.key {
            add(kind.key, if either { Side::Either } else { Side::Forth }, &view.t(&kind.text(true)));
        }
        if kind.to == object.key && kind.from == other.key && !either {
            add(kind.key, Side::Back, &view.t(&kind.text(false)));
        }
    }
    for kind in links::custom_kinds(view.cx)? {
        let either = kind.forth == kind.back && kind.from_object == kind.to_object;
        if kind.from_object == object.key && kind.to_object == other.key {
            add(&kind.id.to_string(), if either { Side::Either } else { Side::Forth }, &kind.forth);
        }
        if kind.to_object == object.key && kind.from_object == other.key && !either {
            add(&kind.id.to_string(), Side::Back, &kind.back);
        }
    }
    Ok(found)
}

fn roll_up(view: &View, object: &Object, draft: &Draft, form: &Form, known: bool) -> Result<Markup> {
    let locale = &view.reading.locale;
    let (mut ways, mut taken) = (Vec::new(), Vec::new());
    for other in view.catalog.objects().iter().filter(|other| !other.retired) {
        let refers =
            other.fields.iter().filter(|field| field.kind.refers_to() == Some(object.key) && !field.retired);
        let before = ways.len();
        ways.extend(relations(view, object, other)?);
        ways.extend(refers.map(|field| {
            let text = format!("{} · {}", view.many(other), view.label(other, field));
            Choice::new(format!("{}.{}", other.key, field.key), text)
        }));
        if ways.len() > before {
            let sortable = |field: &&Field| {
                field.kind.sort_suffix().is_some()
                    && !field.retired
                    && !field.hidden
                    && !matches!(field.kind.key(), "reference" | "user")
            };
            taken.extend(other.fields.iter().filter(sortable).map(|field| {
                let text = format!("{} · {}", view.many(other), view.label(other, field));
                Choice::new(format!("{}.{}", other.key, field.key), text)
            }));
        }
    }
    let ofs = Of::ALL.map(|of| Choice::new(of.key(), view.t(&format!("roll-up-{}", of.key()))));
    Ok(html! {
        @if ways.is_empty() { p.quiet { (view.t("roll-up-nothing-refers")) } }
        @if known { input type="hidden" name="object" value=(form.text("object")); }
        @else { (draft.field(locale, "object", "roll-up-from").select(ways)) }
        (draft.field(locale, "of", "roll-up-of").select(ofs).short())
        (draft.field(locale, "field", "roll-up-field").help(view.t("roll-up-field-help")).select(taken))
        input type="hidden" name="filter" value=(form.text("filter"));
    })
}

fn option_rows(view: &View, form: &Form) -> Markup {
    let shown = options(form);
    let shown: Vec<&OwnOption> = shown.iter().filter(|option| !option.retired).collect();
    let empty = OwnOption::default();
    let extra = if shown.is_empty() { 3 } else { 1 };
    let rows = shown.iter().copied().chain(std::iter::repeat_n(&empty, extra)).enumerate();
    let remove = view.t("option-remove");
    let rows: Vec<RepeatRow> = rows
        .map(|(at, option)| RepeatRow {
            controls: option_row(view, &at.to_string(), option),
            remove: remove.clone(),
            error: None,
        })
        .collect();
    html! {
        (repeat(&Repeat {
            name: "options",
            label: view.t("field-options"),
            rows,
            blank: RepeatRow { controls: option_row(view, "__n__", &empty), remove: remove.clone(), error: None },
            add: view.t("option-add"),
        }))
    }
}

fn option_row(view: &View, number: &str, option: &OwnOption) -> Markup {
    let name = |part: &str| format!("options.{number}.{part}");
    let place = number.parse::<usize>().map(|at| (at + 1).to_string()).unwrap_or_default();
    html! {
        select.input name=(name("colour")) aria-label=(view.t("option-colour")) {
            option value="" { (view.t("option-colour-none")) }
            @for colour in COLOURS {
                option value=(colour) selected[option.colour == colour] { (view.t(&format!("colour-{colour}"))) }
            }
        }
        div.many data-option {
            input type="hidden" name=(name("key")) value=(option.key);
            input.input name=(name("label")) value=(option.label) aria-label=(view.t("option-label")) placeholder=(view.t("option-label")) autocomplete="off";
            input.input name=(name("place")) value=(place) inputmode="numeric" aria-label=(view.t("option-place")) title=(view.t("option-place"));
        }
    }
}
