//! Price lists and their prices: what a product costs in a currency, for some customers, from a quantity on, for a while. Which
//! price holds for whom says [`crate::prices`].

use kernel::{Currency, Cx, FieldErrors, Result, Text as Message};
use records::{
    Behavior, Field, Object,
    behavior::Pending,
    field::{
        as_text, date::Date, long_text::LongText, money::Money, multi_select::MultiSelect, number::Number,
        reference::Reference, text::Text, user::User,
    },
    object::object,
    record,
};

pub const LIST: &str = "price_list";
pub const PRICE: &str = "price";

/// The declaration of a list.
pub fn price_list() -> Object {
    let fields = vec![
        Field::new("name", Text).required().searched().listed().group("about"),
        Field::new("currency", Text).listed().group("about"),
        // For customers who have one of these tags; for everybody when there are none.
        Field::new("tags", MultiSelect::free()).listed().group("about"),
        Field::new("starts_on", Date).listed().group("about"),
        Field::new("ends_on", Date).listed().group("about"),
        Field::new("text", LongText).group("about"),
        Field::new("owner", User).group("account"),
    ];
    let mut list = Object::new(LIST, "price_lists", "name", fields).detail(&["currency"]).behavior(ListRules);
    list.tab = "product";
    list.aside()
}

/// The declaration of a price.
pub fn price() -> Object {
    let fields = vec![
        Field::new("product", Reference { object: Some("product") })
            .required()
            .listed()
            .indexed()
            .group("about"),
        Field::new("list", Reference { object: Some(LIST) }).required().listed().indexed().group("about"),
        Field::new("amount", Money).required().listed().group("about"),
        // In units of the product, with three decimals.
        Field::new("from_quantity", Number { decimals: 3 }).listed().group("about"),
        // Of its product.
        Field::new("name", Text).computed().searched().group("about"),
    ];
    let mut price =
        Object::new(PRICE, "prices", "name", fields).detail(&["list", "amount"]).behavior(PriceRules);
    price.tab = "product";
    price.aside()
}

#[derive(Debug)]
struct ListRules;

impl Behavior for ListRules {
    fn before(&self, cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
        match as_text(pending.value("currency")) {
            "" => {
                let own = cx.locality().currency;
                pending.values.insert("currency".to_owned(), own.code().into());
            }
            code => keep_currency(code.to_owned(), pending, errors),
        }
        let (starts, ends) = (as_text(pending.value("starts_on")), as_text(pending.value("ends_on")));
        if !starts.is_empty() && !ends.is_empty() && ends < starts {
            errors.add("ends_on", Message::new("ends-before-it-starts"));
        }
        Ok(())
    }
}

/// The three letters of ISO 4217, in capitals.
pub(crate) fn keep_currency(code: String, pending: &mut Pending, errors: &mut FieldErrors) {
    match Currency::new(code.trim()) {
        Some(currency) => drop(pending.values.insert("currency".to_owned(), currency.code().into())),
        None => errors.add("currency", Message::new("not-a-currency")),
    }
}

#[derive(Debug)]
struct PriceRules;

impl Behavior for PriceRules {
    fn before(&self, cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
        if pending.value("amount")["minor"].as_i64().is_some_and(|minor| minor < 0) {
            errors.add("amount", Message::new("price-below-nothing"));
        }
        if pending.value("from_quantity").as_i64().is_some_and(|quantity| quantity < 0) {
            errors.add("from_quantity", Message::new("quantity-below-nothing"));
        }
        let of = |field: &str| records::field::as_id(pending.value(field));
        if let (Some(list), Some(currency)) = (of("list"), pending.value("amount")["currency"].as_str()) {
            let lists = record::find_many(cx, &object(cx, LIST)?, &[list])?;
            let wanted = lists.get(&list).map(|list| list.text("currency").to_owned()).unwrap_or_default();
            if wanted != currency {
                errors.add("amount", Message::new("price-of-another-currency").with("currency", wanted));
            }
        }
        if let Some(product) = of("product").filter(|_| pending.values.contains_key("product")) {
            let products = record::find_many(cx, &object(cx, crate::product::KEY)?, &[product])?;
            let name = products.get(&product).map(|product| product.text("name").to_owned());
            pending.values.insert("name".to_owned(), name.unwrap_or_default().into());
        }
        Ok(())
    }
}
