//! Quotes of mine that run out in the next days and were not answered: a section of Today.

use jiff::civil::Date;
use kernel::{Cx, Result};
use records::{
    Filter, Operator, Query, Record, Sort,
    field::{as_text, phones},
    object::object,
    query,
};
use web::{
    Markup, html,
    html::{icon, link_button},
};
use workbench::View;

use crate::{document::Customer, quote};

const SHOWN: usize = 20;
/// They are said so long before.
const AHEAD: &str = "+7d";

pub(crate) fn expiring(view: &View) -> Result<Option<Markup>> {
    let quotes = ending(view.cx)?;
    if quotes.is_empty() {
        return Ok(None);
    }
    let customers = Customer::of_documents(view.cx, &quotes)?;
    Ok(Some(html! {
        section aria-labelledby="today-quotes" {
            h2 #today-quotes { (view.t("today-quotes")) }
            ul.todos { @for (quote, customer) in quotes.iter().zip(&customers) { (line(view, quote, customer)) } }
        }
    }))
}

/// The next to end first; of one day the largest.
fn ending(cx: &Cx) -> Result<Vec<Record>> {
    let quotes = object(cx, quote::KEY)?;
    if !["owner", "state", "valid_until"].iter().all(|field| quotes.tells(field)) {
        return Ok(Vec::new());
    }
    let filter = Filter::All(vec![
        Filter::field("owner", Operator::Is, &["me"]),
        Filter::field("state", Operator::Is, &["sent", "opened"]),
        Filter::field("valid_until", Operator::Between, &["today", AHEAD]),
    ]);
    let sort = vec![Sort { field: "valid_until".to_owned(), descending: false }];
    let asked = Query { filter, sort, ..Query::default() };
    let mut found = query::page(cx, &quotes, &asked, &[], SHOWN)?.records;
    let total = |quote: &Record| quote.get("total")["minor"].as_i64().unwrap_or(0);
    found.sort_by_cached_key(|quote| (quote.text("valid_until").to_owned(), -total(quote)));
    Ok(found)
}

fn line(view: &View, quote: &Record, customer: &Customer) -> Markup {
    let name = customer.name(&view.reading);
    let until = as_text(quote.get("valid_until")).parse::<Date>().ok();
    let callable = [&customer.person, &customer.company].into_iter().flatten();
    let callable = callable.into_iter().find(|card| phones::numbers(card.get("phones")).next().is_some());
    html! {
        li.todo id={ "quote-" (quote.id) } data-tab=(quote.object.tab) {
            span.sign { (icon("file")) }
            div {
                b { a href=(quote.address()) { (quote.text("number")) " " (quote.title(&view.reading)) } }
                small {
                    @if let Some(until) = until { (view.tf("today-quote-until", &[("date", view.reading.locale.relative_date(until, view.reading.today).into())])) }
                    @if !name.is_empty() { " · " (name) }
                    " · " span.worth { (quote.show("total", &view.reading)) }
                }
            }
            span.end {
                @if let Some(card) = callable {
                    (link_button(format!("{}/contact/phone", card.address()), view.t("make-call")).icon("phone").small())
                }
            }
        }
    }
}
