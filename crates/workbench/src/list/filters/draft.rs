//! A filter while it is built: groups, lines and steps in the order of the form, whole or not.

use std::sync::Arc;

use kernel::Cx;
use records::{
    Field, Filter, Object, Operator,
    query::steps::{self, Step, Way},
};
use web::Form;

use super::argument;
use crate::View;

/// Before a step, where a field is chosen.
pub(super) const STEP: &str = "has:";
/// Groups in groups.
const DEEPEST: usize = 9;

/// How the parts of a group hold together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Joint {
    #[default]
    All,
    Any,
    None,
    NotAll,
}

impl Joint {
    pub(super) const ALL: [Joint; 4] = [Joint::All, Joint::Any, Joint::None, Joint::NotAll];

    pub(super) const fn key(self) -> &'static str {
        match self {
            Joint::All => "all",
            Joint::Any => "any",
            Joint::None => "none",
            Joint::NotAll => "not-all",
        }
    }

    fn of(key: &str) -> Joint {
        Joint::ALL.into_iter().find(|joint| joint.key() == key).unwrap_or_default()
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Group {
    pub(super) joint: Joint,
    pub(super) parts: Vec<Node>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    Group(Group),
    Line(Line),
    Has(Has),
}

/// One condition; no field yet when it is empty. Arguments as they are typed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) field: String,
    pub(super) op: Operator,
    pub(super) args: [String; 2],
}

/// What is asked of the cards that a step leads to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Has {
    pub(super) step: String,
    pub(super) how: How,
    pub(super) group: Group,
}

/// Whether there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum How {
    #[default]
    Has,
    HasNo,
    /// Also when the relation is over.
    Ever,
    Never,
}

impl How {
    pub(super) const fn key(self) -> &'static str {
        match self {
            How::Has => "has",
            How::HasNo => "has-no",
            How::Ever => "ever",
            How::Never => "never",
        }
    }

    /// Those that make sense: only a relation is ever over.
    pub(super) fn of_step(step: &Step) -> &'static [How] {
        match step.way {
            Way::Relation { .. } => &[How::Has, How::HasNo, How::Ever, How::Never],
            _ => &[How::Has, How::HasNo],
        }
    }
}

/// Whose fields a condition may name.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) object: Arc<Object>,
    /// It is reached along a relation, of which can be asked too.
    pub(super) relation: bool,
}

impl Place {
    pub(super) fn of(object: &Arc<Object>) -> Place {
        Place { object: object.clone(), relation: false }
    }

    pub(super) fn field(&self, view: &View, path: &str) -> Option<Field> {
        let own = if self.relation { steps::of_relation(path) } else { None };
        own.or_else(|| argument::resolve(view, &self.object, path)).filter(|field| !field.hidden)
    }

    pub(super) fn step(&self, cx: &Cx, text: &str) -> Option<(Step, Place)> {
        let step = steps::find(cx, &self.object, text).ok()?;
        let relation = matches!(step.way, Way::Relation { .. });
        let place = Place { object: step.object.clone(), relation };
        Some((step, place))
    }
}

impl Line {
    pub(super) fn empty() -> Line {
        Line { field: String::new(), op: Operator::Is, args: Default::default() }
    }
}

impl Group {
    /// What a filter says, as the builder shows it.
    pub(super) fn of(view: &View, place: &Place, filter: &Filter) -> Group {
        match node(view, place, filter) {
            Node::Group(group) => group,
            single => Group { joint: Joint::All, parts: vec![single] },
        }
    }

    /// What a form says. Whatever does not belong to its place is an empty line.
    pub(super) fn read(view: &View, place: &Place, form: &Form) -> Group {
        group_at(view, place, form, "0", 0)
    }

    /// The filter, of what is complete.
    pub(super) fn filter(&self, view: &View, place: &Place) -> Filter {
        let parts: Vec<Filter> = self.parts.iter().filter_map(|part| part.filter(view, place)).collect();
        if parts.is_empty() {
            return Filter::default();
        }
        match self.joint {
            Joint::All => Filter::All(parts),
            Joint::Any => Filter::Any(parts),
            Joint::None => Filter::Not(Box::new(Filter::Any(parts))),
            Joint::NotAll => Filter::Not(Box::new(Filter::All(parts))),
        }
    }

    /// The group at a place of the form such as `0.2.1`.
    fn at(&mut self, path: &[usize]) -> Option<&mut Group> {
        let Some((first, rest)) = path.split_first() else { return Some(self) };
        match self.parts.get_mut(*first)? {
            Node::Group(group) => group.at(rest),
            Node::Has(has) => has.group.at(rest),
            Node::Line(_) => None,
        }
    }

    /// Does what a button says: `add:0`, `group:0.1`, `remove:0.1.2`. Answers the place that it was about.
    pub(super) fn act(&mut self, act: &str) -> Option<String> {
        let (what, place) = act.split_once(':')?;
        let path: Vec<usize> =
            place.split('.').skip(1).map(|part| part.parse().ok()).collect::<Option<_>>()?;
        if what == "remove" {
            let (last, before) = path.split_last()?;
            let group = self.at(before)?;
            if *last < group.parts.len() {
                group.parts.remove(*last);
            }
            return None;
        }
        let group = self.at(&path)?;
        let line = Node::Line(Line::empty());
        group.parts.push(match what {
            "group" => Node::Group(Group { joint: Joint::Any, parts: vec![line] }),
            _ => line,
        });
        let inner = if what == "group" { ".0" } else { "" };
        Some(format!("{place}.{}{inner}", group.parts.len() - 1))
    }
}

impl Node {
    fn filter(&self, view: &View, place: &Place) -> Option<Filter> {
        match self {
            Node::Group(group) => Some(group.filter(view, place)).filter(|filter| !filter.is_empty()),
            Node::Line(line) => line.filter(view, place),
            Node::Has(has) => {
                let (_, inner) = place.step(view.cx, &has.step)?;
                let whom = Box::new(has.group.filter(view, &inner));
                let ever = matches!(has.how, How::Ever | How::Never);
                let filter = Filter::Has { has: has.step.clone(), whom, ever };
                let no = matches!(has.how, How::HasNo | How::Never);
                Some(if no { Filter::Not(Box::new(filter)) } else { filter })
            }
        }
    }
}

impl Line {
    /// Nothing as long as it lacks its field or a value.
    fn filter(&self, view: &View, place: &Place) -> Option<Filter> {
        let field = place.field(view, &self.field)?;
        let typed = &self.args[..self.op.arguments()];
        if typed.iter().any(|text| text.trim().is_empty()) {
            return None;
        }
        let args = typed.iter().map(|text| argument::read(view, &field, text)).collect();
        Some(Filter::Field { field: self.field.clone(), op: self.op, args })
    }
}

fn node(view: &View, place: &Place, filter: &Filter) -> Node {
    let group = |joint: Joint, parts: &[Filter]| {
        Node::Group(Group { joint, parts: parts.iter().map(|part| node(view, place, part)).collect() })
    };
    match filter {
        Filter::All(parts) => group(Joint::All, parts),
        Filter::Any(parts) => group(Joint::Any, parts),
        Filter::Has { has, whom, ever } => {
            step(view, place, has, whom, if *ever { How::Ever } else { How::Has })
        }
        Filter::Not(part) => match &**part {
            Filter::Has { has, whom, ever } => {
                step(view, place, has, whom, if *ever { How::Never } else { How::HasNo })
            }
            Filter::All(parts) => group(Joint::NotAll, parts),
            Filter::Any(parts) => group(Joint::None, parts),
            single => group(Joint::None, std::slice::from_ref(single)),
        },
        Filter::Field { field, op, args } => {
            let known = place.field(view, field);
            let text = |at: usize| match (args.get(at), &known) {
                // Choices are chosen by their key; the rest is typed.
                (Some(arg), Some(field)) if is_typed(field) => argument::shown(view, field, arg),
                (arg, _) => arg.cloned().unwrap_or_default(),
            };
            Node::Line(Line { field: field.clone(), op: *op, args: [text(0), text(1)] })
        }
    }
}

fn is_typed(field: &Field) -> bool {
    argument::is_day(field) || matches!(field.kind.key(), "number" | "money")
}

fn step(view: &View, place: &Place, has: &str, whom: &Filter, how: How) -> Node {
    let group = place.step(view.cx, has).map(|(_, inner)| Group::of(view, &inner, whom));
    Node::Has(Has { step: has.to_owned(), how, group: group.unwrap_or_default() })
}

fn group_at(view: &View, place: &Place, form: &Form, path: &str, depth: usize) -> Group {
    let mut group = Group { joint: Joint::of(form.text(&format!("joint.{path}"))), parts: Vec::new() };
    if depth > DEEPEST {
        return group;
    }
    for at in 0.. {
        let path = format!("{path}.{at}");
        let Some(kind) = form.get(&format!("part.{path}")) else { break };
        group.parts.push(match kind {
            "group" => Node::Group(group_at(view, place, form, &path, depth + 1)),
            _ => line_at(view, place, form, &path, depth),
        });
    }
    group
}

fn line_at(view: &View, place: &Place, form: &Form, path: &str, depth: usize) -> Node {
    let chosen = form.text(&format!("field.{path}"));
    let op = form.text(&format!("op.{path}"));
    if let Some(text) = chosen.strip_prefix(STEP) {
        let Some((step, inner)) = place.step(view.cx, text) else { return Node::Line(Line::empty()) };
        let how = How::of_step(&step).iter().find(|how| how.key() == op).copied().unwrap_or_default();
        // What was asked of the cards of another step is not asked of these.
        let same = form.text(&format!("was.{path}")) == text;
        let group = if same { group_at(view, &inner, form, path, depth + 1) } else { Group::default() };
        return Node::Has(Has { step: text.to_owned(), how, group });
    }
    let Some(field) = place.field(view, chosen) else { return Node::Line(Line::empty()) };
    let allowed = field.kind.operators();
    let op =
        allowed.iter().find(|known| known.key() == op).or(allowed.first()).copied().unwrap_or(Operator::Is);
    // A value of another field means nothing here.
    let same = form.text(&format!("was.{path}")) == chosen;
    let name = format!("value.{path}");
    let mut typed = form.all(&name).filter(|_| same).map(str::to_owned);
    let args = [typed.next().unwrap_or_default(), typed.next().unwrap_or_default()];
    Node::Line(Line { field: chosen.to_owned(), op, args })
}
