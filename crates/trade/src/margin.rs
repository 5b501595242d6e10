//! What is left of a document when what its products cost to have is taken off: for whoever may read both. Lines whose cost is not
//! known, or known in another currency, are left out and counted.

use kernel::{Cx, Result, money::Money};
use records::{Record, field::as_id, object::object};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use web::{Markup, html};
use workbench::View;

use crate::{
    amounts,
    document::{self, items},
    lines::{self, Line},
    prices, product,
};

/// What is left of the lines whose cost is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Margin {
    pub left: Money,
    /// Of what these lines are sold for, in hundredths of a percent.
    pub share: i64,
    /// Lines that are left out.
    pub unknown: usize,
}

/// Nothing where no cost is known, or none may be read.
pub fn of(cx: &Cx, document: &Record) -> Result<Option<Margin>> {
    let products = object(cx, product::KEY)?;
    if !products.tells("cost") || !document.object.tells("lines") {
        return Ok(None);
    }
    let all: Vec<Line> = lines::read(document.get("lines")).into_iter().filter(Line::counts).collect();
    let known = prices::products_of(cx, &all)?;
    let currency = document::currency(document);
    let cost_of = |line: &Line| {
        let cost = known.get(&as_id(&line.product.as_str().into())?)?.get("cost");
        let same = cost["currency"].as_str() == Some(currency.code());
        let one = Decimal::from(cost["minor"].as_i64().filter(|_| same)?);
        one.checked_mul(line.quantity.unwrap_or(Decimal::ONE))
    };
    let (mut costed, mut cost) = (Vec::new(), Decimal::ZERO);
    for line in &all {
        if let Some(sum) = cost_of(line).and_then(|one| cost.checked_add(one)) {
            cost = sum;
            costed.push(line.clone());
        }
    }
    let discount = Decimal::new(document.get("discount").as_i64().unwrap_or(0), 2);
    let Ok(sums) = amounts::sums(&items(&costed), discount, currency.decimals()) else { return Ok(None) };
    let cost = cost.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_i64();
    let Some(left) = cost.and_then(|cost| sums.net.checked_sub(cost)).filter(|_| sums.net > 0) else {
        return Ok(None);
    };
    let share = (Decimal::from(left) * Decimal::from(10_000) / Decimal::from(sums.net)).round().to_i64();
    let unknown = all.len() - costed.len();
    Ok(share.map(|share| Margin { left: Money { minor: left, currency }, share, unknown }))
}

/// A line under the sums.
pub(crate) fn told(view: &View, document: &Record) -> Result<Option<Markup>> {
    let Some(margin) = of(view.cx, document)? else { return Ok(None) };
    let locale = &view.reading.locale;
    let args = [
        ("left", locale.money(&margin.left).into()),
        ("share", locale.percent((margin.share + 5).div_euclid(10), 1).into()),
        ("count", margin.unknown.into()),
    ];
    let key = if margin.unknown == 0 { "margin-told" } else { "margin-told-but" };
    Ok(Some(html! { p.quiet { (view.tf(key, &args)) } }))
}
