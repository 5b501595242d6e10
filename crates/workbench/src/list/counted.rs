//! How many cards a list has: said at once where that is quick to tell. Where each card must be looked at, the page comes first, with what
//! is sure, and the number follows.

use std::sync::Arc;

use identity::rights::Reach;
use kernel::{Cx, Result};
use records::{
    Object, Query,
    access::{self, Verb},
    query::{self, Page},
};
use web::{Markup, Request, Response, html};

use super::{Asked, ROWS, asked};
use crate::{App, View};

/// Counting stops here: nobody needs to know more before they ask.
pub(super) const COUNTED: u64 = 1000;

/// How many cards there are, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    /// So many; "1,000+" beyond where counting stops.
    Known(u64),
    /// More than so many.
    MoreThan(u64),
}

impl Count {
    pub(super) fn is_zero(self) -> bool {
        self == Count::Known(0)
    }

    pub(super) fn text(self, view: &View) -> String {
        let integer = |number: u64| view.reading.locale.integer(number as i64);
        match self {
            Count::Known(count) if count <= COUNTED => integer(count),
            Count::Known(_) => format!("{}+", integer(COUNTED)),
            Count::MoreThan(count) => format!("{}+", integer(count)),
        }
    }
}

/// How many there are in all, of which this is the first page.
pub(super) fn of_page(cx: &Cx, object: &Arc<Object>, asked: &Asked, page: &Page) -> Result<Count> {
    let first = asked.query.after.is_none();
    match page.next {
        None if first => Ok(Count::Known(page.records.len() as u64)),
        Some(_) if first && !is_quick(cx, object, &asked.query)? => Ok(Count::MoreThan(ROWS as u64)),
        _ => whole(cx, object, asked),
    }
}

/// How many there are in all.
pub(super) fn whole(cx: &Cx, object: &Arc<Object>, asked: &Asked) -> Result<Count> {
    let query = Query { after: None, ..asked.query.clone() };
    query::count(cx, object, &query, COUNTED).map(Count::Known)
}

/// It can be told from an index alone.
fn is_quick(cx: &Cx, object: &Object, query: &Query) -> Result<bool> {
    let narrowed = !query.filter.is_empty() || !query.words.trim().is_empty();
    Ok(!narrowed && !object.goes_with_card && access::reach(cx, object, Verb::See)? == Reach::All)
}

/// Fetches the number when the page is there.
pub(super) fn later(object: &Object, asked: &Asked, count: Count) -> Markup {
    html! {
        @if let Count::MoreThan(_) = count {
            span hidden hx-get={ "/" (object.path) "/count?" (asked.address.encode()) } hx-trigger="load" hx-swap="none" {}
        }
    }
}

/// The number, for each place where it stands.
pub(super) fn show(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    app.read(request, |cx| {
        let asked = asked(cx, request, object)?;
        let view = View::new(app, request, cx)?;
        let text = whole(cx, object, &asked)?.text(&view);
        Ok(Response::fragment(html! {
            span.count #count role="status" hx-swap-oob="true" { (text) }
            (of_filter(&view, &text, true))
            (of_selection(&view, &text, true))
        }))
    })
}

/// In the filter's builder.
pub(super) fn of_filter(view: &View, text: &str, apart: bool) -> Markup {
    html! {
        p.count #filter-count hx-swap-oob=[apart.then_some("true")] { (view.tf("filter-found", &[("count", text.into())])) }
    }
}

/// Beside the box that selects all of them.
pub(super) fn of_selection(view: &View, text: &str, apart: bool) -> Markup {
    html! {
        span #selection-count hx-swap-oob=[apart.then_some("true")] { (view.tf("bulk-all", &[("count", text.into())])) }
    }
}
