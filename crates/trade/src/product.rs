//! A product: what is sold, by what unit, for how much, and what it costs to have. A bundle is a product with parts.

use kernel::{Cx, FieldErrors, Result};
use records::{
    Behavior, Field, Object,
    behavior::Pending,
    field::{
        file::File, long_text::LongText, money::Money, multi_select::MultiSelect, number::Number,
        select::Select, text::Text, user::User,
    },
};

use crate::{
    lines::{CATEGORIES, Lines},
    seller::Seller,
};

pub const KEY: &str = "product";

pub const UNITS: &[&str] =
    &["piece", "hour", "day", "month", "year", "kg", "litre", "metre", "square_metre", "package"];

/// The declaration.
pub fn product() -> Object {
    let fields = vec![
        Field::new("name", Text).required().searched().listed().group("about"),
        Field::new("number", Text).unique().searched().listed().indexed().group("about"),
        Field::new("kind", Select::of("product-kind", &["goods", "service"])).group("about"),
        Field::new("family", Select::open("product-family", &[])).listed().group("about"),
        Field::new("price", Money).listed().group("price"),
        Field::new("unit", Select::open("unit", UNITS)).listed().group("price"),
        Field::new("tax", Number { decimals: 2 }).listed().group("price"),
        Field::new("tax_category", Select::of("tax-category", CATEGORIES)).group("price"),
        Field::new("cost", Money).group("price"),
        Field::new("state", Select::of("product-state", &["on_sale", "retired"])).indexed().group("about"),
        Field::new("text", LongText).searched().group("about"),
        Field::new("gtin", Text).searched().group("about"),
        Field::new("tags", MultiSelect::free()).searched().group("about"),
        Field::new("parts", Lines).apart(),
        Field::new("owner", User).group("account"),
        Field::new("photo", File { image: true }).hidden(),
    ];
    Object::new(KEY, "products", "name", fields).detail(&["number", "price"]).behavior(ProductRules)
}

#[derive(Debug)]
struct ProductRules;

impl Behavior for ProductRules {
    fn before(&self, cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
        if pending.before.is_none() {
            let seller = Seller::of(cx)?;
            let begun = [
                ("kind", "goods".into()),
                ("state", "on_sale".into()),
                ("unit", "piece".into()),
                ("tax", seller.tax.into()),
            ];
            for (field, value) in begun {
                if pending.value(field).is_null() {
                    pending.values.insert(field.to_owned(), value);
                }
            }
        }
        let tax = pending.value("tax").as_i64();
        if tax.is_some_and(|tax| !(0..=10_000).contains(&tax)) {
            errors.add("tax", kernel::Text::new("not-a-percentage"));
        }
        if pending.value("tax_category").is_null() || pending.values.contains_key("tax") {
            let standard = if tax == Some(0) { "Z" } else { "S" };
            let fits = |category: &str| (category == "S") == (tax != Some(0));
            if !fits(records::field::as_text(pending.value("tax_category"))) {
                pending.values.insert("tax_category".to_owned(), standard.into());
            }
        }
        let below = |field: &str| pending.value(field)["minor"].as_i64().is_some_and(|minor| minor < 0);
        for field in ["price", "cost"].into_iter().filter(|field| below(field)) {
            errors.add(field, kernel::Text::new("price-below-nothing"));
        }
        Ok(())
    }
}
