//! What amounts of several currencies are worth together. Each is taken at its rate as it is, exactly; what a currency comes to is
//! rounded once, half away from zero, and only then are the currencies added.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use kernel::{Currency, Cx, Result, Role, money::Money};
use records::{Filter, Record};
use rust_decimal::{Decimal, RoundingStrategy};
use web::{Markup, html};
use workbench::View;

use super::{Rate, Rates, settings};
use crate::forecast::snapshot;

/// A sum that grows. In the smallest unit of the workspace's own currency, by the code of the currency that it came from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Worth {
    by: BTreeMap<String, Decimal>,
    /// The rates that were used, by currency and first day.
    pub(crate) used: BTreeMap<(String, Date), Rate>,
    /// Currencies without a rate for a day that was needed.
    pub(crate) lacking: BTreeSet<String>,
    too_large: bool,
}

impl Worth {
    /// Adds an amount at the rate of a day.
    pub(crate) fn add(&mut self, amount: Money, day: Date, rates: &Rates) {
        let code = amount.currency.code();
        let one = if amount.currency == rates.own {
            Some(Decimal::from(amount.minor))
        } else {
            let Some(rate) = rates.on(amount.currency, day) else {
                self.lacking.insert(code.to_owned());
                return;
            };
            self.used.insert((code.to_owned(), rate.from), rate);
            exactly(amount, rate.rate, rates.own)
        };
        let sum = self.by.entry(code.to_owned()).or_default();
        match one.and_then(|one| sum.checked_add(one)) {
            Some(grown) => *sum = grown,
            None => self.too_large = true,
        }
    }

    /// What was used for another sum, and what was lacking for it.
    pub(crate) fn remember(&mut self, other: &Worth) {
        self.used.extend(other.used.iter().map(|(key, rate)| (key.clone(), *rate)));
        self.lacking.extend(other.lacking.iter().cloned());
    }

    /// Adds another sum, before either is rounded.
    pub(crate) fn take(&mut self, other: &Worth) {
        for (code, one) in &other.by {
            let sum = self.by.entry(code.clone()).or_default();
            match sum.checked_add(*one) {
                Some(grown) => *sum = grown,
                None => self.too_large = true,
            }
        }
        self.too_large |= other.too_large;
        self.remember(other);
    }

    /// What it comes to; nothing where a rate is lacking, or where it is larger than amounts are.
    pub(crate) fn minor(&self) -> Option<i64> {
        if !self.lacking.is_empty() || self.too_large {
            return None;
        }
        let whole = |sum: &Decimal| {
            i64::try_from(sum.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)).ok()
        };
        self.by.values().try_fold(0_i64, |all, sum| all.checked_add(whole(sum)?))
    }
}

/// What a sum of the deals that a filter finds is worth.
pub(crate) fn of(cx: &Cx, filter: &Filter, sum: &str, rates: &Rates) -> Result<Worth> {
    let mut worth = Worth::default();
    snapshot::each(cx, filter.clone(), |deal| {
        if let Some((amount, day)) = amount(cx, deal, sum) {
            worth.add(amount, day, rates);
        }
    })?;
    Ok(worth)
}

/// An amount of a deal, and the day whose rate counts: the one on which it was closed, else today.
pub(crate) fn amount(cx: &Cx, deal: &Record, sum: &str) -> Option<(Money, Date)> {
    let amount = deal.get(sum);
    let (minor, currency) = (amount["minor"].as_i64()?, Currency::new(amount["currency"].as_str()?)?);
    let closed = deal.instant("closed_at").map(|at| at.in_zone(cx.time_zone()).date());
    Some((Money { minor, currency }, closed.unwrap_or_else(|| cx.today())))
}

/// The rates that a page was reckoned with, and what it lacks: for administrators with the way to set it.
pub(crate) fn told(view: &View, worth: &Worth) -> Markup {
    let own = view.cx.locality().currency.code();
    let rates: Vec<String> = worth
        .used
        .values()
        .map(|rate| {
            let date = view.reading.locale.date(rate.from);
            view.tf("rate-used", &[("rate", settings::shown(view, rate).into()), ("date", date.into())])
        })
        .collect();
    let lacking: Vec<&str> = worth.lacking.iter().map(String::as_str).collect();
    html! {
        @if !rates.is_empty() {
            p.figures-lead #rates { (view.tf("rates-used", &[("own", own.into()), ("rates", rates.join(" · ").into())])) }
        }
        @if !lacking.is_empty() {
            p.figures-lead #rates-lacking {
                (view.tf("rates-lacking", &[("currencies", lacking.join(", ").into())]))
                @if view.cx.actor().role() >= Role::Admin { " " a.link href=(settings::HERE) { (view.t("rates-set")) } }
            }
        }
    }
}

/// In smallest units of the own currency, with whatever is behind the point.
fn exactly(amount: Money, rate: Decimal, own: Currency) -> Option<Decimal> {
    let (from, to) = (amount.currency.decimals(), own.decimals());
    let worth = Decimal::from(amount.minor).checked_mul(rate)?;
    let ten = |places: u32| Decimal::from(10_i64.pow(places));
    if to >= from { worth.checked_mul(ten(to - from)) } else { worth.checked_div(ten(from - to)) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn check(own: &str, rates: &[(&str, &str)], amounts: &[(i64, &str)], comes_to: Option<i64>) {
        let day = date(2026, 1, 1);
        let all = rates.iter().map(|(code, rate)| (((*code).to_owned(), day), rate.parse().unwrap()));
        let rates = Rates { own: Currency::new(own).unwrap(), all: all.collect() };
        let mut worth = Worth::default();
        for (minor, code) in amounts {
            let currency = Currency::new(code).unwrap();
            worth.add(Money { minor: *minor, currency }, day, &rates);
        }
        assert_eq!(worth.minor(), comes_to, "{amounts:?} in {own}");
    }

    #[test]
    fn amounts_with_no_two_and_three_decimals_come_to_one_sum() {
        // 1,000 yen at 0.0466, 12.50 euros at 7.4605, 1.234 dinars at 22.3.
        let rates = [("JPY", "0.0466"), ("EUR", "7.4605"), ("KWD", "22.3")];
        check("DKK", &rates, &[(1_000, "JPY")], Some(4_660));
        check("DKK", &rates, &[(1_250, "EUR")], Some(9_326));
        check("DKK", &rates, &[(1_234, "KWD")], Some(2_752));
        check("DKK", &rates, &[(1_000, "JPY"), (1_250, "EUR"), (1_234, "KWD"), (1, "DKK")], Some(16_739));
        // To a currency without smaller units, and to one with three decimals.
        check("JPY", &[("EUR", "160.5")], &[(333, "EUR")], Some(534));
        check("KWD", &[("JPY", "0.0021")], &[(7, "JPY")], Some(15));
    }

    #[test]
    fn a_currency_is_rounded_once_and_half_away_from_zero() {
        let half = [("EUR", "0.5"), ("USD", "0.5")];
        check("DKK", &half, &[(1, "EUR")], Some(1));
        check("DKK", &half, &[(-1, "EUR")], Some(-1));
        // Not one and one, and not one and a half with it.
        check("DKK", &half, &[(1, "EUR"), (1, "EUR")], Some(1));
        check("DKK", &half, &[(1, "EUR"), (1, "USD")], Some(2));
    }

    #[test]
    fn what_has_no_rate_or_is_too_large_has_no_sum() {
        check("DKK", &[], &[(1, "EUR")], None);
        check("DKK", &[], &[(1, "DKK")], Some(1));
        check("DKK", &[("EUR", "1000000000")], &[(i64::MAX, "EUR"), (i64::MAX, "EUR")], None);
    }
}
