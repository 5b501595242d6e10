//! What a product costs whom: the price of the list that was chosen; else of a list for customers with one of this customer's tags;
//! else of a list for everybody; else the product's own. Of the prices in one rank those from the largest quantity that is
//! reached count, and of those the lowest.

use jiff::civil::Date;
use kernel::{Currency, Cx, Id, Result};
use records::{
    Filter, Operator, Query, Record,
    field::{as_id, as_text},
    object::object,
    query, record,
};
use rust_decimal::Decimal;

use crate::{
    lines,
    price_list::{LIST, PRICE},
};

/// For whom, when and in what a price is asked.
#[derive(Debug, Clone)]
pub struct Asking {
    pub currency: Currency,
    /// The list that was chosen for the document.
    pub list: Option<Id>,
    pub tags: Vec<String>,
    pub on: Date,
}

/// A price, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub price: Decimal,
    /// The price list, unless it is the product's own.
    pub list: Option<Id>,
}

/// Prices of one product that are looked at.
const MOST: usize = 500;
/// How deep bundles may lie in bundles.
const DEEPEST: usize = 5;

/// What one of it costs when so many are taken; `None` when it has no price in that currency.
pub fn of(cx: &Cx, product: &Record, quantity: Decimal, asking: &Asking) -> Result<Option<Found>> {
    within(cx, product, quantity, asking, 0)
}

fn within(
    cx: &Cx,
    product: &Record,
    quantity: Decimal,
    asking: &Asking,
    depth: usize,
) -> Result<Option<Found>> {
    if let Some(found) = listed(cx, product, quantity, asking)? {
        return Ok(Some(found));
    }
    let own = amount(product.get("price"));
    if let Some((price, _)) = own.filter(|(_, currency)| *currency == asking.currency) {
        return Ok(Some(Found { price, list: None }));
    }
    // A bundle without a price of its own costs what its parts cost.
    let parts = lines::read(product.get("parts"));
    if product.get("price").is_null() && !parts.is_empty() && depth < DEEPEST {
        return sum_of_parts(cx, &parts, quantity, asking, depth);
    }
    Ok(None)
}

fn sum_of_parts(
    cx: &Cx,
    parts: &[lines::Line],
    quantity: Decimal,
    asking: &Asking,
    depth: usize,
) -> Result<Option<Found>> {
    let products = products_of(cx, parts)?;
    let mut sum = Decimal::ZERO;
    for part in parts {
        let each = part.quantity.unwrap_or(Decimal::ONE);
        let product = as_id(&part.product.as_str().into()).and_then(|id| products.get(&id));
        let found = match product {
            Some(product) => {
                within(cx, product, each * quantity, asking, depth + 1)?.map(|found| found.price)
            }
            None => part.price,
        };
        let Some(price) = found else { return Ok(None) };
        let Some(all) = price.checked_mul(each).and_then(|all| sum.checked_add(all)) else { return Ok(None) };
        sum = all;
    }
    Ok(Some(Found { price: sum, list: None }))
}

/// The products that lines name.
pub(crate) fn products_of(cx: &Cx, lines: &[lines::Line]) -> Result<std::collections::HashMap<Id, Record>> {
    let ids: Vec<Id> = lines.iter().filter_map(|line| as_id(&line.product.as_str().into())).collect();
    if ids.is_empty() {
        Ok(Default::default())
    } else {
        record::find_many(cx, &object(cx, crate::product::KEY)?, &ids)
    }
}

fn listed(cx: &Cx, product: &Record, quantity: Decimal, asking: &Asking) -> Result<Option<Found>> {
    let filter = Filter::field("product", Operator::Is, &[&product.id.to_string()]);
    let asked = Query { filter, ..Query::default() };
    let prices =
        query::page(cx, &object(cx, PRICE)?, &asked, &["list", "amount", "from_quantity"], MOST)?.records;
    if prices.is_empty() {
        return Ok(None);
    }
    let ids: Vec<Id> = prices.iter().filter_map(|price| as_id(price.get("list"))).collect();
    let lists = record::find_many(cx, &object(cx, LIST)?, &ids)?;
    let ranked = prices.iter().filter_map(|price| {
        let list = lists.get(&as_id(price.get("list"))?)?;
        let (amount, currency) = amount(price.get("amount"))?;
        let from = Decimal::new(price.get("from_quantity").as_i64().unwrap_or(0), 3);
        let counts = currency == asking.currency && from <= quantity.max(Decimal::ZERO);
        Some((rank(list, asking)?, from, amount, list.id)).filter(|_| counts)
    });
    // The best rank, the largest quantity, the lowest price.
    let best = ranked.min_by(|one, other| (one.0, -one.1, one.2).cmp(&(other.0, -other.1, other.2)));
    Ok(best.map(|(_, _, price, list)| Found { price, list: Some(list) }))
}

/// How near a list is to whom it is asked for; nothing when it does not hold for them.
fn rank(list: &Record, asking: &Asking) -> Option<u8> {
    if list.trashed_at.is_some() {
        return None;
    }
    let day = asking.on.to_string();
    let (starts, ends) = (list.text("starts_on"), list.text("ends_on"));
    if asking.list == Some(list.id) {
        return Some(0);
    }
    if (!starts.is_empty() && starts > day.as_str()) || (!ends.is_empty() && ends < day.as_str()) {
        return None;
    }
    let tags = list.get("tags").as_array().map(Vec::as_slice).unwrap_or_default();
    let theirs = |tag: &str| asking.tags.iter().any(|other| other.eq_ignore_ascii_case(tag));
    match tags {
        [] => Some(2),
        tags if tags.iter().any(|tag| theirs(as_text(tag))) => Some(1),
        _ => None,
    }
}

/// An amount of money as a decimal, and its currency.
pub(crate) fn amount(value: &records::Json) -> Option<(Decimal, Currency)> {
    let currency = Currency::new(value["currency"].as_str()?)?;
    Some((Decimal::new(value["minor"].as_i64()?, currency.decimals()), currency))
}
