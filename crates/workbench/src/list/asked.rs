//! What the address of a list asks for. It holds everything: a saved view's own address, and over that what this address says;
//! so a link shows a colleague the same.

use std::{collections::HashMap, sync::Arc};

use kernel::{Cx, Error, Result};
use records::{
    Field, Filter, Object, Query, Sort,
    query::{Aggregate, Cursor, Wanted, groups_by},
    views::{self, View as Saved},
};
use web::{Form, Request};

/// How the cards are laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Layout {
    Table,
    /// In columns by the values of a field.
    Board(String),
    /// By a date, in the month of this day.
    Calendar {
        date: String,
        month: jiff::civil::Date,
    },
}

/// What the address asks for.
pub struct Asked {
    pub query: Query,
    /// The address with what the saved view says, without the place in the list.
    pub address: Form,
    /// The saved view that is shown, changed or not.
    pub(crate) saved: Option<Saved>,
    pub(crate) layout: Layout,
    /// Keys of the columns; the declared ones when empty.
    pub(crate) columns: Vec<String>,
    pub(crate) totals: Vec<Wanted>,
    /// Of columns that were given one, in pixels.
    pub(crate) widths: HashMap<String, u32>,
}

/// Names of the address that say where in the list, not which list.
const PASSING: [&str; 4] = ["after", "view", "in", "version"];
/// A view's name for the list as it is declared.
pub(super) const ALL: &str = "all";

/// Reads a list's address; also for exports of the same list.
pub fn asked(cx: &Cx, request: &Request, object: &Arc<Object>) -> Result<Asked> {
    opened(cx, request, object, None)
}

/// The same, where the bare address shows this unless somebody made another view the first.
pub(super) fn opened(
    cx: &Cx,
    request: &Request,
    object: &Arc<Object>,
    first: Option<&Form>,
) -> Result<Asked> {
    let given = &request.query;
    let bare = given.iter().all(|(name, _)| PASSING.contains(&name));
    let saved = match given.text("view") {
        "" if bare => views::default_of(cx, object.key)?,
        "" | ALL => None,
        id => {
            let found = views::find(cx, id.parse().map_err(|_| Error::NotFound)?)?;
            if found.object == object.key { Some(found) } else { return Err(Error::NotFound) }
        }
    };
    let kept = saved.as_ref().map(|saved| Form::parse(saved.address.as_bytes()));
    let first = first.filter(|_| bare && given.text("view").is_empty());
    let mut address = kept.or_else(|| first.cloned()).unwrap_or_default();
    for (name, value) in given.iter().filter(|(name, _)| !PASSING.contains(name)) {
        address = if value.is_empty() { address.without(name) } else { address.with(name, value) };
    }
    let after = given.get("after").filter(|text| !text.is_empty()).map(Cursor::parse).transpose()?;
    let list = |name: &str| -> Vec<String> {
        address.text(name).split(',').filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let shown = |key: &String| offered(object, key).is_some();
    let group = Some(address.text("group").to_owned());
    let layout = layout(cx, object, &address);
    let query = Query {
        filter: Filter::parse(address.text("filter"))?,
        words: address.text("q").to_owned(),
        sort: list("sort").iter().map(|part| Sort::parse(part)).collect(),
        group: group.filter(|by| layout == Layout::Table && offered(object, by).is_some_and(groups_by)),
        after,
        ..Query::default()
    };
    let totals = list("totals").iter().filter_map(|part| wanted(object, part)).collect();
    let columns = list("columns").into_iter().filter(shown).collect();
    let widths = list("widths").iter().filter_map(|part| width(object, part)).collect();
    Ok(Asked { query, saved, layout, columns, totals, widths, address })
}

/// The field of this key, unless it is out of use or hidden, also from whoever asks.
pub(super) fn offered<'o>(object: &'o Object, key: &str) -> Option<&'o Field> {
    object.field(key).ok().filter(|field| !field.hidden && !field.retired)
}

/// `employees:sum`
fn wanted(object: &Object, text: &str) -> Option<Wanted> {
    let (field, aggregate) = text.split_once(':')?;
    let aggregate = Aggregate::from_key(aggregate)?;
    let known = offered(object, field)?;
    aggregate.suits(known).then(|| Wanted { field: field.to_owned(), aggregate })
}

/// `company:220`
fn width(object: &Object, text: &str) -> Option<(String, u32)> {
    let (field, width) = text.split_once(':')?;
    let width = width.parse().ok().filter(|width| (40..=2_000).contains(width))?;
    offered(object, field).map(|field| (field.key.clone(), width))
}

fn layout(cx: &Cx, object: &Object, address: &Form) -> Layout {
    let first = |fits: fn(&Field) -> bool| {
        object.fields.iter().find(|field| fits(field) && !field.retired && !field.hidden)
    };
    let chosen = |name: &str, fits: fn(&Field) -> bool| {
        offered(object, address.text(name)).filter(|field| fits(field)).or_else(|| first(fits))
    };
    match address.text("as") {
        "board" => chosen("by", stands_in_columns).map_or(Layout::Table, |by| Layout::Board(by.key.clone())),
        "calendar" => chosen("date", has_days).map_or(Layout::Table, |date| {
            let month = format!("{}-01", address.text("month")).parse();
            let month = month.unwrap_or_else(|_| cx.today().first_of_month());
            Layout::Calendar { date: date.key.clone(), month }
        }),
        _ => Layout::Table,
    }
}

/// A board can have a column for each of its values.
pub(super) fn stands_in_columns(field: &Field) -> bool {
    let closed = matches!(field.kind.control(), records::field::Control::Choice { .. });
    !field.computed && (closed || matches!(field.kind.key(), "user" | "rating"))
}

/// A calendar can show cards on its days.
pub(super) fn has_days(field: &Field) -> bool {
    matches!(field.kind.key(), "date" | "date_time") && field.group != "record"
}

impl Asked {
    /// The address with the saved view's name instead of what that says already.
    pub(crate) fn href(&self, object: &Object, address: &Form) -> String {
        let form = match &self.saved {
            Some(saved) => {
                let kept = Form::parse(saved.address.as_bytes());
                let mut form = Form::default().with("view", saved.id.to_string());
                for (name, value) in address.iter().filter(|(name, value)| kept.get(name) != Some(value)) {
                    form.push(name, value);
                }
                // What the view says and this address does not.
                for (name, _) in kept.iter().filter(|(name, _)| !address.has(name)) {
                    form.push(name, "");
                }
                form
            }
            None if address.is_empty() => Form::default().with("view", ALL),
            None => address.clone(),
        };
        format!("/{}?{}", object.path, form.encode())
    }

    /// The list with one part of its address changed.
    pub(crate) fn with(&self, object: &Object, name: &str, value: impl Into<String>) -> String {
        let value = value.into();
        let address = self.address.clone();
        self.href(object, &if value.is_empty() { address.without(name) } else { address.with(name, value) })
    }

    /// The saved view is shown with something changed.
    pub(crate) fn is_changed(&self) -> bool {
        self.saved.as_ref().is_some_and(|saved| {
            let kept = Form::parse(saved.address.as_bytes());
            kept.len() != self.address.len()
                || self.address.iter().any(|(name, value)| kept.get(name) != Some(value))
        })
    }
}
