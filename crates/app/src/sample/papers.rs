//! The steps of the sample in which something is sold: each goes through the gate as what people write does.

use kernel::{Id, Result, Tx};
use records::{
    ChangeSet, Filter, Json, Operator, Query, Record,
    field::reference,
    object::object,
    query, record,
    save::{self, Values},
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    fill::{Done, kept},
    plan::Step,
};

/// What a paper has of the one that it is like.
const SHARED: [&str; 7] = ["name", "company", "deal", "currency", "language", "discount", "lines"];

/// What was made so far, by its place in the plan.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Papers {
    pub(super) products: Vec<Id>,
    pub(super) price_lists: Vec<Id>,
    quotes: Vec<Id>,
    pub(super) orders: Vec<Id>,
    pub(super) invoices: Vec<Id>,
}

pub(super) fn take(tx: &mut Tx, set: &mut ChangeSet, step: &Step, done: &mut Done) -> Result<()> {
    match step {
        Step::Paper { object: name, values, refers, like } => {
            let mut values = values.clone();
            for (field, card) in refers {
                let (object, id) = done.card(*card);
                values.insert((*field).to_owned(), reference::reference(object, id));
            }
            for field in ["lines", "parts"] {
                values.get_mut(field).into_iter().for_each(|lines| of_products(lines, &done.papers.products));
            }
            if let Some(like) = like {
                let (object_name, id) = done.card(*like);
                share(&mut values, &record::find(tx, &object(tx, object_name)?, id)?);
            }
            let id = kept(tx, set, &object(tx, name)?, values, done.step())?;
            let papers = &mut done.papers;
            match *name {
                "product" => papers.products.push(id),
                "price_list" => papers.price_lists.push(id),
                "quote" => papers.quotes.push(id),
                "invoice" => papers.invoices.push(id),
                _ => {}
            }
        }
        Step::Ordered { quote, values } => {
            let order = order_of(tx, set, done.papers.quotes[*quote])?;
            save::edit(tx, set, &object(tx, "order")?, order, values.clone(), &Values::new())?.saved()?;
            done.papers.orders.push(order);
        }
        Step::Paid { invoice, percent, values } => {
            let id = done.papers.invoices[*invoice];
            let total = record::find(tx, &object(tx, "invoice")?, id)?.get("total").clone();
            let minor = total["minor"].as_i64().unwrap_or(0) * percent / 100;
            let mut values = values.clone();
            values.insert("about".to_owned(), reference::reference("invoice", id));
            values.insert("amount".to_owned(), json!({ "minor": minor, "currency": total["currency"] }));
            kept(tx, set, &object(tx, "payment")?, values, done.step())?;
        }
        _ => {}
    }
    Ok(())
}

/// The plan names products by their number.
fn of_products(lines: &mut Json, products: &[Id]) {
    for line in lines.as_array_mut().into_iter().flatten() {
        let number = line["product"].as_str().and_then(|name| name.strip_prefix('#')?.parse::<usize>().ok());
        if let Some(id) = number.and_then(|number| products.get(number)) {
            line["product"] = reference::reference("product", *id);
        }
    }
}

fn share(values: &mut Values, like: &Record) {
    for field in SHARED {
        let value = like.get(field);
        if !value.is_null() {
            values.insert(field.to_owned(), value.clone());
        }
    }
}

/// The order that a quote became; one like it where the workspace wants none to be made by itself.
fn order_of(tx: &mut Tx, set: &mut ChangeSet, quote: Id) -> Result<Id> {
    let orders = object(tx, "order")?;
    let filter = Filter::field("quote", Operator::Is, &[&quote.to_string()]);
    let found = query::page(tx, &orders, &Query { filter, ..Query::default() }, &[], 1)?.records;
    if let Some(order) = found.first() {
        return Ok(order.id);
    }
    let mut values = Values::from_iter([("quote".to_owned(), reference::reference("quote", quote))]);
    share(&mut values, &record::find(tx, &object(tx, "quote")?, quote)?);
    save::create(tx, set, &orders, values)
}
