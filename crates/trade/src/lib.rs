//! What is sold, and the papers about it: products and their prices, quotes, orders, deliveries, invoices and payments.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod amounts;
pub mod billing;
pub mod delivery;
pub mod invoice;
pub mod lines;
pub mod margin;
pub mod numbers;
pub mod order;
pub mod payment;
pub mod price_list;
pub mod prices;
pub mod product;
pub mod quote;
pub mod quote_template;
pub mod seller;
pub mod ubl;

mod customer_page;
mod document;
mod editor;
mod enclosed;
mod expire;
mod freeze;
mod invoice_page;
mod letters;
mod links;
mod order_page;
mod paper_page;
mod paperwork;
mod quote_follows;
mod quote_page;
mod settings;
mod shown;
mod side;
mod today;
mod views;

pub use self::enclosed::Papers;

use kernel::{Cx, Result, migrate::Migration};
use records::{Filter, Object, Operator, Record, save::Values};
use web::{Form, Markup, Routes, html::MenuItem};
use workbench::{
    App, CardPage, Duty, ListPage, Module, View,
    contact::{self, Asked, Contact, Reach},
    module::{BoardLine, Way},
};

/// The tables that do not follow from declarations.
pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "0090-documents", sql: include_str!("migrations/0090-documents.sql") }];

/// Products, prices and documents.
#[derive(Debug)]
pub struct TradeModule;

impl Module for TradeModule {
    fn objects(&self) -> Vec<Object> {
        vec![
            product::product(),
            price_list::price_list(),
            price_list::price(),
            quote::quote(),
            quote_template::quote_template(),
            order::order(),
            delivery::delivery(),
            invoice::invoice(),
            payment::payment(),
        ]
    }

    fn duties(&self) -> Vec<Duty> {
        vec![
            Duty { object: quote::KEY, field: "owner", done: Some("answered_at") },
            Duty { object: order::KEY, field: "owner", done: None },
        ]
    }

    fn routes(&self, routes: &mut Routes<App>) {
        customer_page::routes(routes);
        editor::routes(routes);
        invoice_page::routes(routes);
        order_page::routes(routes);
        paper_page::routes(routes);
        quote_page::routes(routes);
        quote_template::routes(routes);
        settings::routes(routes);
    }

    fn jobs(&self, registry: &mut jobs::Registry) {
        registry.register::<freeze::Freeze>();
        registry.every(expire::EVERY, expire::Expire {});
    }

    fn settings(&self) -> Vec<(&'static str, &'static str)> {
        vec![settings::WAY]
    }

    fn reaches(&self, _: &Cx, object: &Object, before: Option<&Record>, values: &Values) -> Option<Reach> {
        if object.key == quote::KEY { quote::reaches(before, values) } else { None }
    }

    fn on_today(&self, view: &View) -> Result<Option<Markup>> {
        today::expiring(view)
    }

    fn views(&self, cx: &Cx, object: &Object) -> Result<Vec<(String, Form)>> {
        Ok(views::of(cx, object))
    }

    /// An open quote is a contact: who else offers something hears of it.
    fn in_contact(&self, cx: &Cx, asked: &Asked) -> Result<Vec<Contact>> {
        let open = Filter::field("state", Operator::Is, &["sent", "opened"]);
        contact::open_with(cx, quote::KEY, asked, &open, "sent_at")
    }

    fn card_top(&self, page: &CardPage) -> Result<Option<Markup>> {
        paper_page::top(page)
    }

    fn card_chips(&self, page: &CardPage) -> Result<Option<Markup>> {
        Ok(paper_page::chips(page))
    }

    fn card_actions(&self, page: &CardPage) -> Result<Option<Markup>> {
        paper_page::actions(page)
    }

    fn card_side(&self, page: &CardPage) -> Result<Option<Markup>> {
        side::balance(page)
    }

    fn card_menu(&self, page: &CardPage) -> Vec<MenuItem<'static>> {
        let begins = quote_page::begins(page)
            .map(|(address, text)| MenuItem::post(address, page.view.t(text)).icon("note"));
        let parts = (page.record.object.key == product::KEY
            && page.view.may_on(page.record, records::access::Verb::Edit))
        .then(|| {
            MenuItem::link(format!("{}/lines", page.record.address()), page.view.t("parts-edit"))
                .icon("custom")
        });
        begins.into_iter().chain(parts).chain(quote_template::menu(page)).collect()
    }

    fn board_line(&self, page: &CardPage) -> Result<Option<BoardLine>> {
        paper_page::board_line(page)
    }

    fn list_menu(&self, list: &ListPage) -> Vec<MenuItem<'static>> {
        let way = |href: &'static str, key: &str| MenuItem::link(href, list.view.t(key)).icon("tag");
        match list.object.key {
            product::KEY => vec![way("/price_lists", "price_list-many"), way("/prices", "price-many")],
            quote::KEY => vec![way("/quote_templates", "quote_template-many")],
            _ => Vec::new(),
        }
    }

    fn letters(&self) -> Vec<&'static workbench::letters::LetterKind> {
        letters::LETTERS.iter().collect()
    }

    fn commands(&self) -> Vec<Way> {
        let way = |href, text, icon| Way { href, text, icon, key: None, in_bar: false };
        vec![
            way("/quotes/new", "new-quote", "plus"),
            way("/invoices/new", "new-invoice", "plus"),
            way("/products/new", "new-product", "plus"),
            way("/price_lists", "price_list-many", "tag"),
            way("/quote_templates", "quote_template-many", "tag"),
        ]
    }
}
