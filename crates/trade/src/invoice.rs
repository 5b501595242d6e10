//! An invoice, or a credit note: a draft until it is issued, which gives it the next number without a gap and locks it. What is
//! still to be paid follows from its payments and credit notes.

use jiff::{ToSpan, civil::Date as Day};
use kernel::{Cx, Error, FieldErrors, Id, Result, Text as Message, Tx};
use records::{
    Behavior, ChangeSet, Field, Filter, Json, Object, Operator, Query, Record,
    behavior::{Done, Pending},
    field::{
        Reading, as_id, as_text, date::Date, date_time::DateTime, file::File, long_text::LongText,
        money::Money, reference::Reference, select::Select, text::Text,
    },
    object::object,
    query, record,
    save::{self, Values},
};
use serde_json::json;

use crate::{
    billing,
    document::{self, Customer},
    freeze, order, paperwork, payment,
    seller::Seller,
};

pub const KEY: &str = "invoice";

pub const KINDS: &[&str] = &["invoice", "credit_note"];
pub const STATES: &[&str] = &["draft", "issued", "part_paid", "paid", "credited"];

/// The declaration.
pub fn invoice() -> Object {
    let first = vec![
        Field::new("kind", Select::of("invoice-kind", KINDS)).group("about"),
        Field::new("state", Select::of("invoice-state", STATES)).listed().indexed().group("about"),
        Field::new("issued_on", Date).listed().indexed().group("about"),
        Field::new("due_on", Date).listed().indexed().group("about"),
        Field::new("supplied_on", Date).group("about"),
        Field::new("balance", Money).computed().listed().group("sums"),
        Field::new("paid", Money).computed().group("sums"),
        Field::new("order", Reference { object: Some(order::KEY) }).indexed().group("about"),
        // The invoice that a credit note takes back.
        Field::new("credits", Reference { object: Some(KEY) }).indexed().group("about"),
    ];
    let last = vec![
        Field::new("issued_at", DateTime).computed().group("about"),
        // SHA-256 of the document as it was issued.
        Field::new("hash", Text).computed().group("about"),
        Field::new("document", File { image: false }).computed().hidden(),
        // Name, address and tax number of the customer as they were, as JSON.
        Field::new("bought_by", LongText).computed().hidden(),
    ];
    let mut invoice = Object::new(KEY, "invoices", "name", document::fields(first, last))
        .detail(&["number", "company"])
        .sorted_by("number", true)
        .behavior(InvoiceRules);
    invoice.tab = "deal";
    invoice
}

pub fn is_issued(invoice: &Record) -> bool {
    !matches!(invoice.text("state"), "" | "draft")
}

pub fn is_credit_note(invoice: &Record) -> bool {
    invoice.text("kind") == "credit_note"
}

#[derive(Debug)]
struct InvoiceRules;

impl Behavior for InvoiceRules {
    fn before(&self, cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
        let was = pending.before.map_or("", |before| before.text("state")).to_owned();
        if pending.before.is_none() {
            begin(cx, pending)?;
            billing::begin(cx, pending)?;
        }
        let issued = !matches!(was.as_str(), "" | "draft");
        if issued {
            document::frozen(pending, errors, "invoice-is-issued");
            for field in ["kind", "credits", "issued_on", "supplied_on"] {
                let had = pending.before.map_or(&Json::Null, |before| before.get(field));
                if pending.values.get(field).is_some_and(|value| value != had) {
                    errors.add(field, Message::new("invoice-is-issued"));
                }
            }
        }
        document::complete(cx, pending, errors)?;
        let state = as_text(pending.value("state")).to_owned();
        match (issued, state.as_str()) {
            (false, "draft") => {}
            (false, "issued") => issue(cx, pending, errors)?,
            (false, _) => errors.add("state", Message::new("invoice-state-follows")),
            // Payments and credit notes say the others.
            (true, _) if state == was || state == standing(pending) => {}
            (true, _) => errors.add("state", Message::new("invoice-state-follows")),
        }
        Ok(())
    }

    fn after(&self, tx: &mut Tx, set: &mut ChangeSet, done: &Done) -> Result<()> {
        let invoice = done.after;
        if is_issued(invoice) && invoice.get("number").is_null() {
            document::number(tx, invoice, invoice.text("kind"))?;
            freeze::soon(tx, invoice)?;
            settle_others(tx, set, invoice)?;
            let invoice = record::find(tx, &invoice.object, invoice.id)?;
            billing::said(tx, set, &invoice)?;
        }
        Ok(())
    }

    /// Its number would be missing.
    fn trashing(&self, _: &Cx, invoice: &Record) -> Result<()> {
        if is_issued(invoice) { Err(Error::conflict("invoice-is-issued")) } else { Ok(()) }
    }

    /// Its order may have been billed by another while it was away.
    fn restoring(&self, cx: &Cx, invoice: &Record) -> Result<()> {
        if is_credit_note(invoice) { Ok(()) } else { billing::still_open(cx, invoice) }
    }

    fn merging(&self, _: &Cx, _: &[Record], _: &mut Values) -> Result<()> {
        Err(Error::conflict("documents-stay-apart"))
    }
}

fn begin(cx: &Cx, pending: &mut Pending) -> Result<()> {
    let seller = Seller::of(cx)?;
    let terms =
        if seller.invoice_terms.is_empty() { Json::Null } else { seller.invoice_terms.as_str().into() };
    for (field, value) in [("kind", "invoice".into()), ("state", "draft".into()), ("terms", terms)] {
        if pending.value(field).is_null() {
            pending.values.insert(field.to_owned(), value);
        }
    }
    Ok(())
}

/// An invoice is issued: what it needs for that, and what stands on it from then on.
fn issue(cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
    if pending.value("lines").is_null() {
        errors.add("lines", Message::new("invoice-has-no-lines"));
    }
    if pending.value("company").is_null() && pending.value("person").is_null() {
        errors.add("company", Message::new("invoice-has-no-customer"));
    }
    if pending.value("total")["minor"].as_i64().is_some_and(|minor| minor < 0) {
        errors.add("lines", Message::new("invoice-below-nothing"));
    }
    let seller = Seller::of(cx)?;
    let today = cx.today();
    let issued: Day = as_text(pending.value("issued_on")).parse().unwrap_or(today);
    if issued > today {
        errors.add("issued_on", Message::new("invoice-in-future"));
    }
    let customer = Customer::of(cx, pending.value("company"), pending.value("person"))?;
    if as_text(pending.value("kind")) == "credit_note" {
        check_credit(cx, pending, errors)?;
    } else if pending.value("due_on").is_null() {
        let days = customer.payment_days().unwrap_or(seller.payment_days);
        let due = issued.checked_add(days.days()).unwrap_or(issued);
        pending.values.insert("due_on".to_owned(), due.to_string().into());
    }
    let currency = pending.value("total")["currency"].clone();
    let total = pending.value("total")["minor"].as_i64().unwrap_or(0);
    let credit = as_text(pending.value("kind")) == "credit_note";
    // One that takes an invoice back is settled with it; one that stands alone is owed to the customer.
    let balance = match (credit, pending.value("credits").is_null()) {
        (false, _) => total,
        (true, false) => 0,
        (true, true) => -total,
    };
    let buyer = json!({
        "lines": paperwork::addressed(cx, &customer, &Reading::plain(cx)),
        "name": customer.name(&Reading::plain(cx)),
        "vat_number": customer.vat_number(),
        "address": customer.address().cloned().unwrap_or_default(),
    });
    for (field, value) in [
        ("issued_on", Json::from(issued.to_string())),
        ("issued_at", cx.now().micros().into()),
        ("bought_by", buyer.to_string().into()),
        ("paid", json!({ "minor": 0, "currency": currency })),
        ("balance", json!({ "minor": balance, "currency": currency })),
    ] {
        pending.values.insert(field.to_owned(), value);
    }
    Ok(())
}

/// No more is taken back than was asked for.
fn check_credit(cx: &Cx, pending: &Pending, errors: &mut FieldErrors) -> Result<()> {
    let Some(id) = as_id(pending.value("credits")) else { return Ok(()) };
    let Some(credited) = record::find_many(cx, &object(cx, KEY)?, &[id])?.remove(&id) else { return Ok(()) };
    if !is_issued(&credited) || is_credit_note(&credited) {
        errors.add("credits", Message::new("credit-of-no-invoice"));
        return Ok(());
    }
    let before: i64 = credit_notes(cx, id)?.iter().map(total).sum();
    let asked = pending.value("total")["minor"].as_i64().unwrap_or(0);
    if credited.get("currency") != pending.value("currency") || before + asked > total(&credited) {
        errors.add("lines", Message::new("credit-too-large"));
    }
    Ok(())
}

pub(crate) fn total(invoice: &Record) -> i64 {
    invoice.get("total")["minor"].as_i64().unwrap_or(0)
}

/// The credit notes that take this invoice back, as far as they were issued.
pub(crate) fn credit_notes(cx: &Cx, invoice: Id) -> Result<Vec<Record>> {
    let filter = Filter::field("credits", Operator::Is, &[&invoice.to_string()]);
    let page = query::page(cx, &object(cx, KEY)?, &Query { filter, ..Query::default() }, &[], 500)?;
    Ok(page.records.into_iter().filter(is_issued).collect())
}

/// Where an issued invoice stands, by what is left to pay of it.
fn standing(pending: &Pending) -> &'static str {
    let minor = |field: &str| pending.value(field)["minor"].as_i64().unwrap_or(0);
    stands(minor("total"), minor("paid"), minor("balance"))
}

fn stands(total: i64, paid: i64, balance: i64) -> &'static str {
    match () {
        () if balance <= 0 && paid == 0 && total > 0 => "credited",
        () if balance <= 0 => "paid",
        () if paid > 0 => "part_paid",
        () => "issued",
    }
}

/// What a credit note changes: the invoice that it takes back.
fn settle_others(tx: &mut Tx, set: &mut ChangeSet, invoice: &Record) -> Result<()> {
    if let Some(credited) = as_id(invoice.get("credits")).filter(|_| is_credit_note(invoice)) {
        reckon(tx, set, credited)?;
    }
    Ok(())
}

/// Works out anew what is left to pay of an invoice, from its payments and credit notes.
pub(crate) fn reckon(tx: &mut Tx, set: &mut ChangeSet, id: Id) -> Result<()> {
    // It is kept from others' changes meanwhile: two payments at the same moment both count.
    let invoice = record::find_to_change(tx, &object(tx, KEY)?, id)?;
    if !is_issued(&invoice) {
        return Ok(());
    }
    let paid = payment::sum_of(tx, id)?;
    let credited: i64 = credit_notes(tx, id)?.iter().map(total).sum();
    let whole = if is_credit_note(&invoice) { -total(&invoice) } else { total(&invoice) };
    let linked = is_credit_note(&invoice) && !invoice.get("credits").is_null();
    let balance = if linked { -paid } else { whole - paid - credited };
    let currency = document::currency(&invoice);
    let state = if is_credit_note(&invoice) {
        if balance == 0 { "paid" } else { "issued" }
    } else {
        stands(total(&invoice), paid, balance)
    };
    let values = Values::from_iter([
        ("paid".to_owned(), json!({ "minor": paid, "currency": currency })),
        ("balance".to_owned(), json!({ "minor": balance, "currency": currency })),
        ("state".to_owned(), state.into()),
    ]);
    save::edit(tx, set, &invoice.object, id, values, &Values::new())?.saved().map(drop)
}

/// A draft of a credit note that takes an invoice back as far as it was not yet.
pub(crate) fn credit(tx: &mut Tx, set: &mut ChangeSet, invoice: &Record) -> Result<Id> {
    let mut values = document::carried(invoice, &["order"]);
    values.extend([
        ("kind".to_owned(), Json::from("credit_note")),
        ("credits".to_owned(), invoice.reference()),
        ("lines".to_owned(), invoice.get("lines").clone()),
        ("terms".to_owned(), Json::Null),
    ]);
    save::create(tx, set, &object(tx, KEY)?, values)
}
