//! Beside a customer's card: what they owe, what of it is overdue, and on which terms they buy. Every number opens its invoices.

use kernel::{Result, money::Money};
use records::{Filter, Operator};
use web::{Form, Markup, html};
use workbench::CardPage;

use crate::billing;

pub(crate) fn balance(page: &CardPage) -> Result<Option<Markup>> {
    let (view, card) = (page.view, page.record);
    let Some(field) = ["company", "person"].into_iter().find(|key| *key == card.object.key) else {
        return Ok(None);
    };
    let may = view
        .catalog
        .object(crate::invoice::KEY)
        .is_ok_and(|object| view.may(object, records::access::Verb::See));
    if !may || !billing::has_invoices(view.cx, field, card.id)? {
        return Ok(None);
    }
    let balances = billing::balances(view.cx, field, card.id)?;
    let locale = &view.reading.locale;
    let money = |minor: i64, currency| locale.money(&Money { minor, currency });
    let theirs = Filter::field(field, Operator::Is, &[card.reference().as_str().unwrap_or_default()]);
    let address =
        |filter: &Filter| format!("/invoices?{}", Form::default().with("filter", filter.written()).encode());
    let all = address(&theirs);
    let open = address(&theirs.clone().and(Filter::field("state", Operator::Is, &["issued", "part_paid"])));
    let over = |open: i64| {
        let limit = card.get("credit_limit")["minor"].as_i64()?;
        (open > limit).then_some(())
    };
    Ok(Some(html! {
        section.stack data-tab="deal" {
            header { h2 { (view.t("balance")) } a href=(all) { (view.t("balance-all")) } }
            ul.balance {
                @if balances.is_empty() { li { (view.t("balance-nothing-open")) } }
                @for one in &balances {
                    li { a.link href=(open) { b { (money(one.open, one.currency)) } } " " span.quiet { (view.tf("balance-open", &[("count", one.invoices.into())])) } }
                    @if one.overdue > 0 { li { span.tone data-tone="negative" { (view.tf("balance-overdue", &[("amount", money(one.overdue, one.currency).into())])) } } }
                    @if over(one.open).is_some() { li { span.tone data-tone="negative" { (view.tf("balance-over-limit", &[("limit", card.show("credit_limit", &view.reading).into())])) } } }
                }
                @if let Some(days) = card.get("payment_days").as_i64() { li.quiet { (view.tf("balance-terms", &[("days", days.into())])) } }
            }
        }
    }))
}
