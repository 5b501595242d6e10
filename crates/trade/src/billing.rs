//! How orders become invoices, how far each is billed, and what a customer owes: their balance, what is overdue, and their terms.

use std::collections::HashMap;

use kernel::{Currency, Cx, Error, Id, Result, Tx};
use records::{
    ChangeSet, Filter, Json, Operator, Query, Record,
    behavior::Pending,
    field::{as_id, as_text},
    object::object,
    query, record,
    save::{self, Values},
};
use rust_decimal::Decimal;

use crate::{
    delivery, document,
    invoice::{self, is_credit_note, is_issued},
    lines::{self, Line},
    order, quote_follows,
};

/// The invoices and credit notes of an order, drafts too.
fn of_order(cx: &Cx, order: Id) -> Result<Vec<Record>> {
    let filter = Filter::field("order", Operator::Is, &[&order.to_string()]);
    Ok(query::page(cx, &object(cx, invoice::KEY)?, &Query { filter, ..Query::default() }, &[], 500)?.records)
}

/// How much of each line is on invoices, less what was taken back.
pub(crate) fn billed(cx: &Cx, order: Id, drafts: bool) -> Result<HashMap<String, Decimal>> {
    let all = of_order(cx, order)?;
    let counts = |invoice: &&Record| is_issued(invoice) || (drafts && !is_credit_note(invoice));
    let mut sums = delivery::quantities(all.iter().filter(|one| !is_credit_note(one)).filter(counts));
    for (line, back) in delivery::quantities(all.iter().filter(|one| is_credit_note(one)).filter(counts)) {
        *sums.entry(line).or_default() -= back;
    }
    Ok(sums)
}

/// A draft of an invoice for what is not billed yet of an order.
///
/// # Errors
/// A conflict when all of it is.
pub(crate) fn from_order(tx: &mut Tx, set: &mut ChangeSet, order: &Record) -> Result<Id> {
    let values = Values::from_iter([document::from(order)]);
    save::create(tx, set, &object(tx, invoice::KEY)?, values)
}

/// What an invoice of an order begins with: what its order says, and the lines that are not billed yet. It is asked by the invoice's rules, so
/// that invoices count which whoever bills may not see.
pub(crate) fn begin(cx: &Cx, pending: &mut Pending) -> Result<()> {
    let Some(id) = as_id(pending.value("order")).filter(|_| pending.value("lines").is_null()) else {
        return Ok(());
    };
    let Some(order) = record::find_many(cx, &object(cx, order::KEY)?, &[id])?.remove(&id) else {
        return Ok(());
    };
    for (field, value) in document::carried(&order, &[]) {
        if pending.value(&field).is_null() {
            pending.values.insert(field, value);
        }
    }
    // What a credit note takes back is for who writes it to say.
    if as_text(pending.value("kind")) != "credit_note" {
        pending.values.insert("lines".to_owned(), lines::value(&left(cx, &order)?));
    }
    Ok(())
}

/// Refuses an invoice of an order of which nothing is left to bill.
pub(crate) fn still_open(cx: &Cx, invoice: &Record) -> Result<()> {
    let Some(id) = as_id(invoice.get("order")) else { return Ok(()) };
    let order = record::find_many(cx, &object(cx, order::KEY)?, &[id])?.remove(&id);
    order.map_or(Ok(()), |order| left(cx, &order).map(drop))
}

/// The lines of an order as far as they are not billed; drafts count, so that nothing is billed twice.
fn left(cx: &Cx, order: &Record) -> Result<Vec<Line>> {
    let billed = billed(cx, order.id, true)?;
    let left = |line: Line| {
        let quantity = line.quantity.unwrap_or(Decimal::ONE);
        let left = quantity - billed.get(&line.id).copied().unwrap_or_default();
        let open = line.heading
            || (line.counts() && !left.is_zero() && (left > Decimal::ZERO) == (quantity > Decimal::ZERO));
        open.then_some(Line { quantity: Some(left), ..line })
    };
    let lines: Vec<Line> = lines::read(order.get("lines")).into_iter().filter_map(left).collect();
    if lines.iter().all(|line| line.heading) { Err(Error::conflict("order-is-billed")) } else { Ok(lines) }
}

/// An invoice was issued: its order knows, and so does the customer's timeline.
pub(crate) fn said(tx: &mut Tx, set: &mut ChangeSet, invoice: &Record) -> Result<()> {
    if let Some(id) = as_id(invoice.get("order")) {
        let order = record::find_to_change(tx, &object(tx, order::KEY)?, id)?;
        let billed = billed(tx, id, false)?;
        let lines: Vec<Line> = lines::read(order.get("lines")).into_iter().filter(Line::counts).collect();
        let there = |line: &Line| billed.get(&line.id).copied().unwrap_or_default();
        let whole = lines.iter().all(|line| there(line).abs() >= line.quantity.unwrap_or(Decimal::ONE).abs());
        let none = billed.values().all(Decimal::is_zero);
        let state = if none {
            "not_billed"
        } else if whole {
            "billed"
        } else {
            "part_billed"
        };
        let values = Values::from_iter([("billed".to_owned(), Json::from(state))]);
        save::edit(tx, set, &order.object, id, values, &Values::new())?.saved()?;
    }
    let key = if is_credit_note(invoice) { "credit-note-issued" } else { "invoice-note-issued" };
    quote_follows::note(tx, set, invoice, key, &[])
}

/// What a customer owes in one currency, in its smallest unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balance {
    pub currency: Currency,
    pub open: i64,
    /// Of that, what should have been paid before today.
    pub overdue: i64,
    /// Invoices that are not paid.
    pub invoices: i64,
}

/// What a company (`company`) or person (`person`) owes, by currency. What the reader may not see does not count.
pub fn balances(cx: &Cx, field: &'static str, customer: Id) -> Result<Vec<Balance>> {
    let invoices = object(cx, invoice::KEY)?;
    let filter = Filter::All(vec![
        Filter::field(field, Operator::Is, &[&customer.to_string()]),
        Filter::field("state", Operator::Is, &["issued", "part_paid"]),
    ]);
    let today = cx.today().to_string();
    let mut found: Vec<Balance> = Vec::new();
    let asked = Query { filter, ..Query::default() };
    for one in query::page(cx, &invoices, &asked, &["balance", "due_on", "currency"], 1000)?.records {
        let (Some(minor), Some(currency)) = (
            one.get("balance")["minor"].as_i64(),
            one.get("balance")["currency"].as_str().and_then(Currency::new),
        ) else {
            continue;
        };
        let late = !one.get("due_on").is_null() && one.text("due_on") < today.as_str() && minor > 0;
        let at = found.iter().position(|known| known.currency == currency).unwrap_or_else(|| {
            found.push(Balance { currency, open: 0, overdue: 0, invoices: 0 });
            found.len() - 1
        });
        found[at].open += minor;
        found[at].overdue += if late { minor } else { 0 };
        found[at].invoices += 1;
    }
    Ok(found)
}

/// Whether a customer was ever billed, as far as the reader sees.
pub(crate) fn has_invoices(cx: &Cx, field: &'static str, customer: Id) -> Result<bool> {
    let filter = Filter::field(field, Operator::Is, &[&customer.to_string()]);
    Ok(query::count(cx, &object(cx, invoice::KEY)?, &Query { filter, ..Query::default() }, 1)? > 0)
}
