//! A delivery of an order: which of its lines, how much of each, when it is to be there and when it was. Where the order stands
//! follows from all of them.

use std::collections::HashMap;

use kernel::{Cx, FieldErrors, Id, Result, Text as Message, Tx};
use records::{
    Behavior, ChangeSet, Field, Filter, Json, Object, Operator, Query, Record,
    behavior::{Done, Pending},
    field::{as_id, date::Date, date_time::DateTime, reference::Reference, text::Text, user::User},
    object::{TimelineRule, object},
    query, record,
    save::{self, Values},
};
use rust_decimal::Decimal;

use crate::{
    document,
    lines::{self, Line, Lines},
    order,
};

pub const KEY: &str = "delivery";

/// The declaration.
pub fn delivery() -> Object {
    let fields = vec![
        // The name with which it can be followed on its way.
        Field::new("text", Text).searched().listed(),
        Field::new("number", Text).computed().searched().listed().indexed(),
        Field::new("about", Reference { object: Some(order::KEY) }).required().listed().indexed(),
        Field::new("planned_on", Date).listed().indexed(),
        Field::new("delivered_on", Date).listed().indexed(),
        Field::new("lines", Lines).searched().apart(),
        Field::new("at", DateTime).listed(),
        Field::new("owner", User).listed(),
    ];
    let mut delivery = Object::new(KEY, "deliveries", "text", fields)
        .activity(TimelineRule { about: "about", at: "at" })
        .sorted_by("at", true)
        .behavior(DeliveryRules);
    delivery.tab = "product";
    delivery
}

#[derive(Debug)]
struct DeliveryRules;

impl Behavior for DeliveryRules {
    fn before(&self, cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
        if pending.value("at").is_null() {
            pending.values.insert("at".to_owned(), cx.now().micros().into());
        }
        if let (true, Some(user)) = (pending.value("owner").is_null(), cx.actor().user()) {
            pending.values.insert("owner".to_owned(), user.to_string().into());
        }
        let Some(order) = of(cx, pending.value("about"))? else { return Ok(()) };
        if order.text("state") == "cancelled" {
            errors.add("about", Message::new("order-is-cancelled"));
        }
        let me = pending.before.map(|before| before.id);
        let left = left(cx, &order, me)?;
        if pending.before.is_none() && pending.value("lines").is_null() {
            let all = left.iter().map(|(line, left)| Line { quantity: Some(*left), ..line.clone() });
            let all: Vec<Line> =
                all.filter(|line| line.quantity.is_some_and(|left| left > Decimal::ZERO)).collect();
            pending.values.insert("lines".to_owned(), lines::value(&all));
        }
        if pending.before.is_none() || pending.values.contains_key("lines") {
            check(&left, pending, errors);
        }
        if pending.value("text").is_null() {
            pending.values.insert("text".to_owned(), order.text("name").into());
        }
        Ok(())
    }

    fn after(&self, tx: &mut Tx, set: &mut ChangeSet, done: &Done) -> Result<()> {
        if done.after.get("number").is_null() {
            document::number(tx, done.after, KEY)?;
        }
        match as_id(done.after.get("about")) {
            Some(order) => reckon(tx, set, order),
            None => Ok(()),
        }
    }

    fn also_on(&self, cx: &Cx, delivery: &Record) -> Result<Vec<Id>> {
        let cards = |order: Record| {
            ["person", "company"].iter().filter_map(|field| as_id(order.get(field))).collect()
        };
        Ok(of(cx, delivery.get("about"))?.map(cards).unwrap_or_default())
    }
}

fn of(cx: &Cx, about: &Json) -> Result<Option<Record>> {
    let Some(id) = as_id(about) else { return Ok(None) };
    Ok(record::find_many(cx, &object(cx, order::KEY)?, &[id])?.remove(&id))
}

/// Each line is one of the order's, and of none more than is left.
fn check(left: &[(Line, Decimal)], pending: &mut Pending, errors: &mut FieldErrors) {
    let mut lines = lines::read(pending.value("lines"));
    if lines.is_empty() {
        errors.add("lines", Message::new("delivery-of-nothing"));
    }
    for (at, line) in lines.iter_mut().enumerate() {
        let wrong = |key: &'static str| Message::new(key).with("line", at + 1);
        match left.iter().find(|(known, _)| known.id == line.id) {
            None => errors.add("lines", wrong("delivery-of-unknown")),
            Some((known, left)) => {
                let quantity = line.quantity.unwrap_or(*left);
                if quantity <= Decimal::ZERO || quantity > *left {
                    errors.add("lines", wrong("delivery-of-too-much").with("left", lines::written(*left)));
                }
                *line = Line { quantity: Some(quantity), ..known.clone() };
            }
        }
    }
    pending.values.insert("lines".to_owned(), lines::value(&lines));
}

/// The deliveries of an order.
pub(crate) fn of_order(cx: &Cx, order: Id) -> Result<Vec<Record>> {
    let filter = Filter::field("about", Operator::Is, &[&order.to_string()]);
    Ok(query::page(cx, &object(cx, KEY)?, &Query { filter, ..Query::default() }, &[], 500)?.records)
}

/// How much of each line of the order is in no delivery yet, but for this one.
pub(crate) fn left(cx: &Cx, order: &Record, but: Option<Id>) -> Result<Vec<(Line, Decimal)>> {
    let deliveries = of_order(cx, order.id)?;
    let taken = quantities(deliveries.iter().filter(|delivery| Some(delivery.id) != but));
    let lines = lines::read(order.get("lines")).into_iter().filter(Line::counts);
    Ok(lines
        .map(|line| {
            let ordered = line.quantity.unwrap_or(Decimal::ONE);
            let taken = taken.get(&line.id).copied().unwrap_or_default();
            (line, ordered - taken)
        })
        .collect())
}

/// How much of each line stands in these documents.
pub(crate) fn quantities<'r>(documents: impl Iterator<Item = &'r Record>) -> HashMap<String, Decimal> {
    let mut sums: HashMap<String, Decimal> = HashMap::new();
    for line in documents.flat_map(|document| lines::read(document.get("lines"))).filter(Line::counts) {
        *sums.entry(line.id).or_default() += line.quantity.unwrap_or(Decimal::ONE);
    }
    sums
}

/// How much of each line has arrived.
pub(crate) fn delivered(cx: &Cx, order: Id) -> Result<HashMap<String, Decimal>> {
    let all = of_order(cx, order)?;
    Ok(quantities(all.iter().filter(|delivery| !delivery.get("delivered_on").is_null())))
}

/// Where the order stands, from what has arrived.
fn reckon(tx: &mut Tx, set: &mut ChangeSet, order: Id) -> Result<()> {
    let order = record::find_to_change(tx, &object(tx, order::KEY)?, order)?;
    if order.text("state") == "cancelled" {
        return Ok(());
    }
    let delivered = delivered(tx, order.id)?;
    let lines: Vec<Line> = lines::read(order.get("lines")).into_iter().filter(Line::counts).collect();
    let there = |line: &Line| delivered.get(&line.id).copied().unwrap_or_default();
    let whole = lines.iter().all(|line| there(line) >= line.quantity.unwrap_or(Decimal::ONE));
    let some = delivered.values().any(|quantity| *quantity > Decimal::ZERO);
    let state = match (some, whole) {
        (true, true) => "delivered",
        (true, false) => "part_delivered",
        (false, _) => "open",
    };
    let values = Values::from_iter([("state".to_owned(), Json::from(state))]);
    save::edit(tx, set, &order.object, order.id, values, &Values::new())?.saved().map(drop)
}
