//! A payment of an invoice: how much came, when and how. It stands on the timelines of the invoice and of its customer; what is
//! left to pay follows from all of them.

use kernel::{Cx, FieldErrors, Id, Result, Text as Message, Tx};
use records::{
    Behavior, ChangeSet, Field, Filter, Json, Object, Operator, Query, Record,
    behavior::{Done, Pending},
    field::{
        Reading, as_id, date_time::DateTime, money::Money, reference::Reference, select::Select, text::Text,
        user::User,
    },
    object::{TimelineRule, object},
    query, record,
};

use crate::{document, invoice};

pub const KEY: &str = "payment";
pub const METHODS: &[&str] = &["bank", "card", "cash", "mobile", "direct_debit", "set_off", "other"];

/// The declaration.
pub fn payment() -> Object {
    let fields = vec![
        Field::new("text", Text).searched().listed(),
        Field::new("about", Reference { object: Some(invoice::KEY) }).required().listed().indexed(),
        // Below nothing when money goes back.
        Field::new("amount", Money).required().listed(),
        Field::new("at", DateTime).listed().indexed(),
        Field::new("method", Select::of("payment-method", METHODS)).listed(),
        Field::new("owner", User).listed(),
    ];
    let mut payment = Object::new(KEY, "payments", "text", fields)
        .activity(TimelineRule { about: "about", at: "at" })
        .sorted_by("at", true)
        .behavior(PaymentRules);
    payment.tab = "deal";
    payment
}

#[derive(Debug)]
struct PaymentRules;

impl Behavior for PaymentRules {
    fn before(&self, cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
        if pending.value("at").is_null() {
            pending.values.insert("at".to_owned(), cx.now().micros().into());
        }
        if let (true, Some(user)) = (pending.value("owner").is_null(), cx.actor().user()) {
            pending.values.insert("owner".to_owned(), user.to_string().into());
        }
        if pending.value("method").is_null() {
            pending.values.insert("method".to_owned(), "bank".into());
        }
        if pending.value("amount")["minor"].as_i64() == Some(0) {
            errors.add("amount", Message::new("payment-of-nothing"));
        }
        let Some(invoice) = of(cx, pending.value("about"))? else { return Ok(()) };
        if !invoice::is_issued(&invoice) {
            errors.add("about", Message::new("payment-of-a-draft"));
        }
        let currency = document::currency(&invoice);
        if pending.value("amount")["currency"].as_str().is_some_and(|given| given != currency.code()) {
            errors.add("amount", Message::new("price-of-another-currency").with("currency", currency.code()));
        }
        if pending.value("text").is_null() {
            pending.values.insert("text".to_owned(), invoice.text("number").into());
        }
        Ok(())
    }

    fn after(&self, tx: &mut Tx, set: &mut ChangeSet, done: &Done) -> Result<()> {
        if !(done.created() || done.moved() || done.changed("amount") || done.changed("about")) {
            return Ok(());
        }
        let mut invoices: Vec<Id> =
            done.before.into_iter().chain([done.after]).filter_map(|one| as_id(one.get("about"))).collect();
        invoices.sort_unstable();
        invoices.dedup();
        invoices.into_iter().try_for_each(|invoice| invoice::reckon(tx, set, invoice))
    }

    /// The customer's too.
    fn also_on(&self, cx: &Cx, payment: &Record) -> Result<Vec<Id>> {
        let invoice = of(cx, payment.get("about"))?;
        let cards = |invoice: Record| {
            ["person", "company"].iter().filter_map(|field| as_id(invoice.get(field))).collect()
        };
        Ok(invoice.map(cards).unwrap_or_default())
    }
}

fn of(cx: &Cx, about: &Json) -> Result<Option<Record>> {
    let Some(id) = as_id(about) else { return Ok(None) };
    Ok(record::find_many(cx, &object(cx, invoice::KEY)?, &[id])?.remove(&id))
}

/// The payments of an invoice, newest first.
pub(crate) fn of_invoice(cx: &Cx, invoice: Id) -> Result<Vec<Record>> {
    let filter = Filter::field("about", Operator::Is, &[&invoice.to_string()]);
    Ok(query::page(cx, &object(cx, KEY)?, &Query { filter, ..Query::default() }, &[], 500)?.records)
}

/// What was paid of an invoice so far, in the smallest unit of its currency.
pub(crate) fn sum_of(cx: &Cx, invoice: Id) -> Result<i64> {
    let sum = cx.query_one(
        "SELECT CAST(COALESCE(SUM(amount_minor), 0) AS BIGINT) FROM payments WHERE workspace_id = ?1 AND about = ?2 AND trashed_at = 0",
        &[cx.workspace().into(), invoice.into()],
    )?;
    Ok(sum.map_or(0, |row| row.int(0)))
}

/// How a payment reads on a line: `12.500,00 kr. · Bank transfer`.
pub(crate) fn in_short(payment: &Record, reading: &Reading) -> String {
    format!("{} · {}", payment.show("amount", reading), payment.show("method", reading))
}
