//! An order: what was agreed, and how much of it has been delivered and billed.

use kernel::{Cx, Error, FieldErrors, Id, Result, Text as Message, Tx};
use records::{
    Behavior, ChangeSet, Field, Filter, Object, Operator, Query, Record,
    behavior::{Done, Pending},
    field::{as_id, as_text, date::Date, reference::Reference, select::Select},
    object::object,
    query,
    save::{self, Values},
};

use crate::{document, quote};

pub const KEY: &str = "order";

pub const STATES: &[&str] = &["open", "part_delivered", "delivered", "cancelled"];
pub const BILLED: &[&str] = &["not_billed", "part_billed", "billed"];

/// The declaration.
pub fn order() -> Object {
    let first = vec![
        Field::new("state", Select::of("order-state", STATES)).listed().indexed().group("about"),
        Field::new("billed", Select::of("order-billed", BILLED)).computed().listed().indexed().group("about"),
        Field::new("ordered_on", Date).listed().indexed().group("about"),
        Field::new("deliver_on", Date).listed().indexed().group("about"),
        Field::new("quote", Reference { object: Some(quote::KEY) }).indexed().group("about"),
    ];
    let mut order = Object::new(KEY, "orders", "name", document::fields(first, Vec::new()))
        .detail(&["number", "company"])
        .sorted_by("number", true)
        .behavior(OrderRules);
    order.tab = "deal";
    order
}

#[derive(Debug)]
struct OrderRules;

impl Behavior for OrderRules {
    fn before(&self, cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
        if pending.before.is_none() {
            // Asked here, where those count that whoever orders may not see.
            if let Some(quote) = as_id(pending.value("quote"))
                && of_quote(cx, quote)?.is_some()
            {
                return Err(Error::conflict("quote-is-ordered"));
            }
            for (field, value) in
                [("state", "open"), ("billed", "not_billed"), ("ordered_on", &cx.today().to_string())]
            {
                if pending.value(field).is_null() {
                    pending.values.insert(field.to_owned(), value.into());
                }
            }
        }
        if pending.before.is_some_and(|before| before.text("billed") != "not_billed") {
            // What was billed is what was ordered.
            document::frozen(pending, errors, "order-is-billed");
            if as_text(pending.value("state")) == "cancelled" {
                errors.add("state", Message::new("order-is-billed"));
            }
        }
        document::complete(cx, pending, errors)
    }

    fn after(&self, tx: &mut Tx, _: &mut ChangeSet, done: &Done) -> Result<()> {
        if document::is_new(done) {
            document::number(tx, done.after, KEY)?;
        }
        Ok(())
    }

    fn trashing(&self, _: &Cx, order: &Record) -> Result<()> {
        if order.text("billed") == "not_billed" { Ok(()) } else { Err(Error::conflict("order-is-billed")) }
    }

    /// Its quote may have been ordered again while it was away.
    fn restoring(&self, cx: &Cx, order: &Record) -> Result<()> {
        match as_id(order.get("quote")) {
            Some(quote) if of_quote(cx, quote)?.is_some() => Err(Error::conflict("quote-is-ordered")),
            _ => Ok(()),
        }
    }

    fn merging(&self, _: &Cx, _: &[Record], _: &mut Values) -> Result<()> {
        Err(Error::conflict("documents-stay-apart"))
    }
}

/// The order that a quote became.
pub(crate) fn of_quote(cx: &Cx, quote: Id) -> Result<Option<Record>> {
    let filter = Filter::field("quote", Operator::Is, &[&quote.to_string()]);
    let page = query::page(cx, &object(cx, KEY)?, &Query { filter, ..Query::default() }, &[], 1)?;
    Ok(page.records.into_iter().next())
}

/// An order of what a quote offers, as far as it was chosen.
pub(crate) fn from_quote(tx: &mut Tx, set: &mut ChangeSet, quote: &Record) -> Result<Id> {
    let mut values = document::carried(quote, &["price_list"]);
    values.extend([document::from(quote), ("lines".to_owned(), document::settled_lines(quote))]);
    save::create(tx, set, &object(tx, KEY)?, values)
}

/// Whether anything of it is still to come.
pub fn is_open(order: &Record) -> bool {
    matches!(order.text("state"), "open" | "part_delivered")
}
