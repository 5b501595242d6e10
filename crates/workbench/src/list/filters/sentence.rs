//! A filter as a sentence: "People: Company is Berg Marine and has no calls where When is in the last 30 days".

use locale::Arg;
use records::{
    Field, Filter, Object, Operator,
    query::steps::{self, Step, Way},
};

use super::argument::{is_far, resolve, shown, span};
use crate::{View, link::kind_text};

/// A part of a sentence, and what joins its parts, which says whether it needs brackets in a larger one.
struct Said {
    text: String,
    joint: Option<&'static str>,
}

impl Said {
    fn plain(text: String) -> Said {
        Said { text, joint: None }
    }

    /// As a part of what this joins.
    fn within(self, view: &View, joint: Option<&'static str>) -> String {
        match self.joint {
            Some(own) if joint != Some(own) => view.tf("filter-said-group", &[("group", self.text.into())]),
            _ => self.text,
        }
    }
}

/// The whole of it, beginning with whom it finds; empty for a filter that asks nothing.
pub fn whole(view: &View, object: &Object, filter: &Filter) -> String {
    let text = part(view, object, filter);
    let many = view.many(object);
    if text.is_empty() {
        text
    } else {
        view.tf("filter-said", &[("many", many.into()), ("sentence", text.into())])
    }
}

/// What one condition, or several, say of a card.
pub(super) fn part(view: &View, object: &Object, filter: &Filter) -> String {
    say(view, object, filter).text
}

fn say(view: &View, object: &Object, filter: &Filter) -> Said {
    match filter {
        Filter::All(parts) => joined(view, object, parts, "and"),
        Filter::Any(parts) => joined(view, object, parts, "or"),
        Filter::Has { has, whom, ever } => {
            Said::plain(say_has(view, object, has, whom, Has { ever: *ever, no: false }))
        }
        Filter::Not(part) => Said::plain(match &**part {
            Filter::Has { has, whom, ever } => {
                say_has(view, object, has, whom, Has { ever: *ever, no: true })
            }
            Filter::Any(parts) if parts.len() > 1 => {
                let group = parts.iter().map(|part| say(view, object, part).within(view, None)).collect();
                view.tf("filter-said-none", &[("group", list(view, group, "or").into())])
            }
            other => view.tf("filter-said-not", &[("group", part_of(view, object, other).into())]),
        }),
        Filter::Field { field, op, args } => Said::plain(say_field(view, object, field, *op, args)),
    }
}

fn part_of(view: &View, object: &Object, filter: &Filter) -> String {
    say(view, object, filter).text
}

fn joined(view: &View, object: &Object, parts: &[Filter], joint: &'static str) -> Said {
    let own = if parts.len() > 1 { Some(joint) } else { None };
    let texts: Vec<String> = parts
        .iter()
        .map(|part| say(view, object, part))
        .map(|said| if own.is_some() { said.within(view, own) } else { said.text })
        .filter(|text| !text.is_empty())
        .collect();
    Said { joint: if texts.len() > 1 { own } else { None }, text: list(view, texts, joint) }
}

/// "a, b and c"
fn list(view: &View, mut texts: Vec<String>, joint: &str) -> String {
    let Some(last) = texts.pop() else { return String::new() };
    let comma = |first: String, second: String| {
        view.tf("filter-said-comma", &[("first", first.into()), ("second", second.into())])
    };
    match texts.into_iter().reduce(comma) {
        Some(first) => {
            let key = if joint == "or" { "filter-said-or" } else { "filter-said-and" };
            view.tf(key, &[("first", first.into()), ("second", last.into())])
        }
        None => last,
    }
}

fn say_field(view: &View, object: &Object, path: &str, op: Operator, args: &[String]) -> String {
    let label = label(view, object, path);
    let field = steps::of_relation(path).or_else(|| resolve(view, object, path));
    let Some(field) = field else { return label };
    // "in the last 30 days" rather than "after 30 days ago".
    if let (Operator::After, [one]) = (op, args)
        && let Some((count, unit)) = span(one).filter(|(count, _)| *count < 0)
    {
        let args = [("field", label.into()), ("count", Arg::from(count.saturating_abs()))];
        return view.tf(&format!("filter-said-last-{unit}"), &args);
    }
    let between = if op == Operator::Between { " – " } else { " / " };
    let values: Vec<String> = args.iter().map(|arg| shown(view, &field, arg)).collect();
    let operator = view.t(&operator_key(op));
    let args = [("field", label.into()), ("op", operator.into()), ("value", values.join(between).into())];
    view.tf("filter-said-line", &args).trim_end().to_owned()
}

pub(super) fn operator_key(op: Operator) -> String {
    format!("op-{}", op.key().replace('_', "-"))
}

/// What a path of a condition is called: "Company → Industry".
pub(super) fn label(view: &View, object: &Object, path: &str) -> String {
    match path {
        far if is_far(far) => return far.to_owned(),
        steps::ROLE => return view.t("link-role").into_owned(),
        steps::SINCE => return view.t("link-started").into_owned(),
        steps::UNTIL => return view.t("link-ended").into_owned(),
        _ => {}
    }
    let (key, rest) = path.split_once('.').map_or((path, None), |(key, rest)| (key, Some(rest)));
    let Ok(field) = object.field(key) else { return path.to_owned() };
    let own = view.label(object, field).into_owned();
    let other = field.kind.refers_to().and_then(|other| view.catalog.object(other).ok());
    match (rest, other) {
        (Some(rest), Some(other)) => format!("{own} → {}", label(view, other, rest)),
        _ => own,
    }
}

/// How a card is connected with others.
#[derive(Clone, Copy)]
struct Has {
    ever: bool,
    no: bool,
}

fn say_has(view: &View, object: &Object, has: &str, whom: &Filter, how: Has) -> String {
    let Ok(step) = steps::find(view.cx, object, has) else { return has.to_owned() };
    let rest = say(view, &step.object, whom).within(view, None);
    let name = match &step.way {
        Way::From { .. } => lowered(view, &step),
        _ => step_name(view, object, &step),
    };
    let kind = match &step.way {
        Way::From { .. } => "from",
        Way::To { .. } => "to",
        Way::Relation { .. } if how.ever => "ever",
        Way::Relation { .. } => "relation",
    };
    let no = if how.no { "-no" } else { "" };
    let with = if rest.is_empty() { "" } else { "-where" };
    let key = format!("filter-said-{kind}{no}{with}");
    view.tf(&key, &[("name", name.into()), ("rest", rest.into())])
}

/// What a step is called where it is chosen.
pub(super) fn step_name(view: &View, object: &Object, step: &Step) -> String {
    match &step.way {
        Way::To { field, any } => {
            let own = label(view, object, field);
            if *any { format!("{own} ({})", view.one(&step.object)) } else { own }
        }
        Way::From { field } => with_field(view, view.many(&step.object).into_owned(), step, field),
        Way::Relation { kind, forth, .. } => kind_text(view, kind, *forth).unwrap_or_default(),
    }
}

/// In the middle of a sentence; what a workspace named itself stays as it is written.
fn lowered(view: &View, step: &Step) -> String {
    let many = view.many(&step.object).into_owned();
    let Way::From { field } = &step.way else { return many };
    let name = match &step.object.names {
        Some(_) => many,
        None => view.reading.locale.in_a_sentence(&many),
    };
    with_field(view, name, step, field)
}

/// With the field by which they refer, where there are several.
fn with_field(view: &View, name: String, step: &Step, field: &str) -> String {
    let refers = |other: &&Field| other.kind.key() == "reference" && !other.hidden;
    let several = step.object.fields.iter().filter(refers).count() > 1;
    if several { format!("{name} ({})", label(view, &step.object, field)) } else { name }
}
