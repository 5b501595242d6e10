//! A document's lines and what they come to, as a table: on its card, while it is written, and on the page of its customer.

use kernel::money::Money;
use locale::Locale;
use records::Record;
use rust_decimal::Decimal;
use web::{Markup, html};

use crate::{
    amounts::{self, Sums},
    document,
    lines::{self, Line},
    paperwork::{percent_text, unit_text},
};

/// In whose words it is shown, and whether the reader chooses among what is optional.
#[derive(Clone, Copy)]
pub(crate) struct Table<'a> {
    pub(crate) locale: &'a Locale,
    pub(crate) document: &'a Record,
    /// Boxes to tick, sent as `chosen` with the line's own name.
    pub(crate) chooses: bool,
}

impl Table<'_> {
    pub(crate) fn money(&self, minor: i64) -> String {
        self.locale.money(&Money { minor, currency: document::currency(self.document) })
    }

    /// All lines.
    pub(crate) fn lines(&self) -> Markup {
        let lines = lines::read(self.document.get("lines"));
        let discounted = lines.iter().any(|line| !line.discount.is_zero());
        let t = |key: &str| self.locale.t(key);
        html! {
            table.table.sold {
                thead {
                    tr {
                        th scope="col" { (t("paper-what")) }
                        th.num scope="col" data-wide { (t("paper-quantity")) }
                        th.num scope="col" data-wide { (t("paper-price")) }
                        @if discounted { th.num scope="col" data-wide { (t("paper-discount")) } }
                        th.num scope="col" data-wide { (t("paper-tax")) }
                        th.num scope="col" { (t("paper-amount")) }
                    }
                }
                tbody { @for line in &lines { (self.line(line, discounted)) } }
            }
        }
    }

    fn line(&self, line: &Line, discounted: bool) -> Markup {
        if line.heading {
            return html! { tr data-heading { th scope="rowgroup" colspan=(if discounted { "6" } else { "5" }) { (line.text) } } };
        }
        let quantity = self.quantity(line);
        let price = self.price(line);
        let discount = (!line.discount.is_zero()).then(|| percent_text(line.discount, self.locale));
        html! {
            tr data-left-out[!line.counts()] {
                th scope="row" {
                    @if self.chooses && line.optional {
                        label.check {
                            input type="checkbox" name="chosen" value=(line.id) checked[line.chosen];
                            span { (line.text) span.quiet { " · " (self.locale.t("paper-optional")) } }
                        }
                    } @else {
                        (line.text)
                        @if line.optional { span.quiet { " · " (self.locale.t("paper-optional")) } }
                    }
                    @if !line.note.is_empty() { p.note { (line.note) } }
                    @for part in &line.parts {
                        p.note { (lines::shown(part.quantity, self.locale)) " " (unit_text(&part.unit, self.locale)) " " (part.text) }
                    }
                    p.narrow.quiet { (quantity) " × " (price) @if let Some(discount) = &discount { " − " (discount) } }
                }
                td.num data-wide { (quantity) }
                td.num data-wide { (price) }
                @if discounted { td.num data-wide { @if let Some(discount) = &discount { (discount) } } }
                td.num data-wide { (percent_text(line.tax.unwrap_or_default(), self.locale)) }
                td.num { (self.amount(line)) }
            }
        }
    }

    fn quantity(&self, line: &Line) -> String {
        let number = lines::shown(line.quantity.unwrap_or(Decimal::ONE), self.locale);
        let unit = unit_text(&line.unit, self.locale);
        if unit.is_empty() { number } else { format!("{number}\u{a0}{unit}") }
    }

    fn price(&self, line: &Line) -> String {
        price_shown(line.price.unwrap_or_default(), self.document, self.locale)
    }

    pub(crate) fn amount(&self, line: &Line) -> String {
        let decimals = document::currency(self.document).decimals();
        let minor = line.item().and_then(|item| amounts::line(&item, decimals).ok());
        minor.map_or(String::new(), |minor| self.money(minor))
    }

    /// What a bundle consists of.
    pub(crate) fn parts(&self) -> Markup {
        let lines = lines::read(self.document.get("parts"));
        html! {
            ul.parts-list {
                @for line in &lines {
                    li { (self.quantity(line)) " " @if line.product.is_empty() { (line.text) } @else { a.link href={ "/products/" (line.product.trim_start_matches("product:")) } { (line.text) } } }
                }
            }
        }
    }

    /// What they come to.
    pub(crate) fn sums(&self, sums: &Sums) -> Markup {
        let all: i64 = sums.lines.iter().sum();
        html! {
            table.sums {
                tbody {
                    @if sums.discount != 0 {
                        tr { th scope="row" { (self.locale.t("paper-sum")) } td { (self.money(all)) } }
                        tr { th scope="row" { (self.locale.t("paper-discount")) } td { (self.money(-sums.discount)) } }
                    }
                    tr { th scope="row" { (self.locale.t("paper-net")) } td { (self.money(sums.net)) } }
                    @for taxed in &sums.taxed {
                        @let rate = percent_text(taxed.rate.percent, self.locale);
                        @let args = [("rate", rate.into()), ("base", self.money(taxed.base()).into())];
                        tr { th scope="row" { (self.locale.tf("paper-tax-of", &args)) } td { (self.money(taxed.tax)) } }
                    }
                    tr data-last { th scope="row" { (self.locale.t("paper-total")) } td { (self.money(sums.total)) } }
                }
            }
        }
    }
}

/// A price for one, with at least the decimals of the document's currency.
pub(crate) fn price_shown(price: Decimal, document: &Record, locale: &Locale) -> String {
    let decimals = document::currency(document).decimals();
    let mut price = price.normalize();
    if price.scale() < decimals {
        price.rescale(decimals);
    }
    i64::try_from(price.mantissa())
        .map_or_else(|_| price.to_string(), |scaled| locale.number(scaled, price.scale()))
}
