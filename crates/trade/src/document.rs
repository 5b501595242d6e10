//! What quotes, orders and invoices have in common: for whom they are, in which currency and language, their lines and what those
//! come to. Whatever is left out is filled in here, from the customer, the products and the seller, whoever saves; the sums are
//! always those of the lines.

use std::collections::HashMap;

use kernel::{
    Country, Currency, Cx, Error, FieldErrors, Id, Language, Locality, Result, Text as Message, Tx,
};
use locale::Locale;
use people::person::LANGUAGES;
use records::{
    Field, Json, Record,
    behavior::{Done, Pending},
    field::{
        Reading, as_id, as_text, long_text::LongText, money::Money, number::Number, reference,
        reference::Reference, select::Select, text::Text, user::User,
    },
    object::object,
    record,
    save::{self, Values},
};
use rust_decimal::Decimal;

use crate::{
    amounts::{self, Item, Sums},
    lines::{self, Line, Lines, Part},
    numbers, price_list,
    prices::{self, Asking},
    seller::{self, Seller},
};

/// What a document says to its customer: what must not change once they have it.
pub(crate) const CONTENT: &[&str] = &[
    "name",
    "company",
    "person",
    "currency",
    "language",
    "lines",
    "discount",
    "reference",
    "intro",
    "terms",
];

/// The fields of every document, around those of its own kind.
pub(crate) fn fields(first: Vec<Field>, last: Vec<Field>) -> Vec<Field> {
    let mut all = vec![
        Field::new("number", Text).computed().searched().listed().indexed().group("about"),
        Field::new("name", Text).required().searched().listed().group("about"),
    ];
    all.extend(first);
    all.extend([
        Field::new("company", Reference { object: Some("company") }).listed().indexed().group("about"),
        Field::new("person", Reference { object: Some("person") }).listed().indexed().group("about"),
        Field::new("deal", Reference { object: Some("deal") }).indexed().group("about"),
        Field::new("lines", Lines).searched().apart(),
        Field::new("net", Money).computed().group("sums"),
        Field::new("tax", Money).computed().group("sums"),
        Field::new("total", Money).computed().listed().group("sums"),
        // In percent of all lines.
        Field::new("discount", Number { decimals: 2 }).group("sums"),
        Field::new("currency", Text).group("sums"),
        Field::new("price_list", Reference { object: Some("price_list") }).group("sums"),
        Field::new("language", Select::open("language", LANGUAGES)).group("wording"),
        // What the customer calls it: their order number, who asked.
        Field::new("reference", Text).searched().group("wording"),
        Field::new("intro", LongText).group("wording"),
        Field::new("terms", LongText).group("wording"),
    ]);
    all.extend(last);
    all.push(Field::new("owner", User).listed().indexed().group("account"));
    all
}

/// Whom a document is for, as far as it matters to it.
#[derive(Debug, Default)]
pub(crate) struct Customer {
    pub(crate) company: Option<Record>,
    pub(crate) person: Option<Record>,
}

impl Customer {
    pub(crate) fn of(cx: &Cx, company: &Json, person: &Json) -> Result<Customer> {
        let find = |key: &str, value: &Json| -> Result<Option<Record>> {
            let Some(id) = as_id(value) else { return Ok(None) };
            Ok(record::find_many(cx, &object(cx, key)?, &[id])?.remove(&id))
        };
        Ok(Customer { company: find("company", company)?, person: find("person", person)? })
    }

    pub(crate) fn of_document(cx: &Cx, document: &Record) -> Result<Customer> {
        Customer::of(cx, document.get("company"), document.get("person"))
    }

    /// Those of many documents, in their order.
    pub(crate) fn of_documents(cx: &Cx, documents: &[Record]) -> Result<Vec<Customer>> {
        let cards = |field: &str| {
            let ids: Vec<Id> = documents.iter().filter_map(|document| as_id(document.get(field))).collect();
            record::find_many(cx, &object(cx, field)?, &ids)
        };
        let (companies, people) = (cards("company")?, cards("person")?);
        let one = |known: &HashMap<Id, Record>, document: &Record, field: &str| {
            known.get(&as_id(document.get(field))?).cloned()
        };
        let customer = |document: &Record| Customer {
            company: one(&companies, document, "company"),
            person: one(&people, document, "person"),
        };
        Ok(documents.iter().map(customer).collect())
    }

    fn cards(&self) -> impl Iterator<Item = &Record> {
        self.company.iter().chain(&self.person)
    }

    pub(crate) fn tags(&self) -> Vec<String> {
        let tags = self.cards().flat_map(|card| card.get("tags").as_array().cloned().unwrap_or_default());
        tags.filter_map(|tag| tag.as_str().map(str::to_owned)).collect()
    }

    /// The person's language goes before the company's: they read it.
    fn language(&self) -> Option<&str> {
        let said = self.person.iter().chain(&self.company).map(|card| card.text("language"));
        said.into_iter().find(|language| !language.is_empty())
    }

    /// Where bills go: the address that says so, else the first.
    pub(crate) fn address(&self) -> Option<&Json> {
        let all =
            |card: &Record| card.get("addresses").as_array().cloned().is_some_and(|all| !all.is_empty());
        let card = self.cards().find(|card| all(card))?;
        let addresses = card.get("addresses").as_array()?;
        addresses.iter().find(|one| as_text(&one["label"]) == "invoice").or(addresses.first())
    }

    /// As a code, whatever they call it.
    fn country(&self) -> Option<Country> {
        locale::address::country_meant(as_text(&self.address()?["country"]))
    }

    pub(crate) fn vat_number(&self) -> &str {
        self.company.as_ref().map_or("", |company| company.text("vat_number"))
    }

    /// What they are called: the company, else the person.
    pub(crate) fn name(&self, reading: &Reading) -> String {
        self.cards().next().map(|card| card.title(reading)).unwrap_or_default()
    }

    /// Days in which they pay.
    pub(crate) fn payment_days(&self) -> Option<i64> {
        self.company.as_ref().and_then(|company| company.get("payment_days").as_i64())
    }
}

/// Completes a document that is about to be kept.
pub(crate) fn complete(cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
    let created = pending.before.is_none();
    let touched = |pending: &Pending, fields: &[&str]| {
        created || fields.iter().any(|field| pending.values.contains_key(*field))
    };
    if touched(pending, &["company", "person", "name", "currency", "language"]) {
        address_it(cx, pending, errors)?;
    }
    complete_alone(cx, pending, errors)
}

/// Completes what is no document for anybody yet: its lines, and what they come to.
pub(crate) fn complete_alone(cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
    if let Some(discount) = pending.value("discount").as_i64()
        && !(0..=10_000).contains(&discount)
    {
        errors.add("discount", Message::new("not-a-percentage"));
        return Ok(());
    }
    let touched = |field: &&str| pending.values.contains_key(*field);
    let created = pending.before.is_none();
    if (created || ["lines", "discount", "currency"].iter().any(touched)) && errors.get("currency").is_none()
    {
        add_up(cx, pending, errors)?;
    }
    Ok(())
}

/// For whom it is, in their language and a currency.
fn address_it(cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
    let customer = Customer::of(cx, pending.value("company"), pending.value("person"))?;
    let fill = |pending: &mut Pending, field: &str, value: Json| {
        if pending.value(field).is_null() && !value.is_null() {
            pending.values.insert(field.to_owned(), value);
        }
    };
    if let Some(person) = &customer.person {
        fill(pending, "company", person.get("company").clone());
    }
    let customer = Customer::of(cx, pending.value("company"), pending.value("person"))?;
    let reading = Reading::plain(cx);
    let name = customer.name(&reading);
    fill(pending, "name", if name.is_empty() { Json::Null } else { name.into() });
    let ours = cx.locality();
    let language = customer.language().unwrap_or(ours.language.code()).to_owned();
    fill(pending, "language", language.into());
    if pending.before.is_none() && !pending.values.contains_key("owner") {
        people::person::own(cx, pending);
    }
    match as_text(pending.value("currency")) {
        "" => {
            let currency = currency_meant(cx, pending)?;
            pending.values.insert("currency".to_owned(), currency.into());
        }
        code => price_list::keep_currency(code.to_owned(), pending, errors),
    }
    Ok(())
}

/// The code of the currency that it is in, or will be: that of the price list that was chosen, else the workspace's own.
pub(crate) fn currency_meant(cx: &Cx, pending: &Pending) -> Result<String> {
    let said = as_text(pending.value("currency"));
    if !said.is_empty() {
        return Ok(said.to_owned());
    }
    let listed = price_list_of(cx, pending)?.map(|list| list.text("currency").to_owned());
    Ok(listed.filter(|code| !code.is_empty()).unwrap_or_else(|| cx.locality().currency.code().to_owned()))
}

fn price_list_of(cx: &Cx, pending: &Pending) -> Result<Option<Record>> {
    let Some(id) = as_id(pending.value("price_list")) else { return Ok(None) };
    Ok(record::find_many(cx, &object(cx, price_list::LIST)?, &[id])?.remove(&id))
}

/// Fills the lines in and adds them up.
fn add_up(cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
    let Some(currency) = Currency::new(as_text(pending.value("currency"))) else { return Ok(()) };
    let customer = Customer::of(cx, pending.value("company"), pending.value("person"))?;
    let mut lines = lines::read(pending.value("lines"));
    let had = pending.before.map(|before| before.text("currency").to_owned());
    if had.is_some_and(|had| had != currency.code()) && !pending.values.contains_key("lines") {
        // Prices of products are those of the other currency; what somebody typed stays as it is.
        lines.iter_mut().filter(|line| !line.product.is_empty()).for_each(|line| line.price = None);
    }
    let asking =
        Asking { currency, list: as_id(pending.value("price_list")), tags: customer.tags(), on: cx.today() };
    fill_in(cx, &mut lines, &asking, &customer, errors)?;
    let discount = Decimal::new(pending.value("discount").as_i64().unwrap_or(0), 2);
    match amounts::sums(&items(&lines), discount, currency.decimals()) {
        Ok(sums) => {
            let money = |minor: i64| serde_json::json!({ "minor": minor, "currency": currency });
            for (field, minor) in [("net", sums.net), ("tax", sums.tax), ("total", sums.total)] {
                pending.values.insert(field.to_owned(), money(minor));
            }
        }
        Err(amounts::TooLarge) => errors.add("lines", Message::new("sum-too-large")),
    }
    pending.values.insert("lines".to_owned(), lines::value(&lines));
    Ok(())
}

/// What the lines that count are reckoned with.
pub(crate) fn items(lines: &[Line]) -> Vec<Item> {
    lines.iter().filter(|line| line.counts()).filter_map(Line::item).collect()
}

/// The sums of a document as it is kept.
pub(crate) fn sums(document: &Record) -> Sums {
    let discount = Decimal::new(document.get("discount").as_i64().unwrap_or(0), 2);
    let lines = lines::read(document.get("lines"));
    amounts::sums(&items(&lines), discount, currency(document).decimals()).unwrap_or_default()
}

pub(crate) fn currency(document: &Record) -> Currency {
    Currency::new(document.text("currency")).unwrap_or(Locality::default().currency)
}

/// The share that is taken off the full prices, in hundredths of a percent.
pub(crate) fn taken_off(lines: &Json, discount: &Json) -> i64 {
    let discount = Decimal::new(discount.as_i64().unwrap_or(0), 2);
    amounts::taken_off(&items(&lines::read(lines)), discount).unwrap_or(0)
}

/// What each line leaves out: from its product, by the prices that hold for the customer; else what is usual here.
fn fill_in(
    cx: &Cx,
    lines: &mut [Line],
    asking: &Asking,
    customer: &Customer,
    errors: &mut FieldErrors,
) -> Result<()> {
    let seller = Seller::of(cx)?;
    let products = prices::products_of(cx, lines)?;
    for (at, line) in lines.iter_mut().enumerate().filter(|(_, line)| !line.heading) {
        let wrong = |key: &'static str| Message::new(key).with("line", at + 1);
        let product = as_id(&line.product.as_str().into()).and_then(|id| products.get(&id));
        let quantity = *line.quantity.get_or_insert(Decimal::ONE);
        if let Some(product) = product {
            of_product(cx, line, product)?;
            if line.price.is_none() {
                line.price = prices::of(cx, product, quantity, asking)?.map(|found| found.price);
            }
        }
        tax_it(line, product, &seller, customer);
        if line.text.is_empty() {
            errors.add("lines", wrong("line-needs-text"));
        } else if line.price.is_none() {
            let wrong = wrong("line-needs-price").with("name", line.text.as_str());
            errors.add("lines", wrong.with("currency", asking.currency.code()));
        }
    }
    Ok(())
}

fn of_product(cx: &Cx, line: &mut Line, product: &Record) -> Result<()> {
    if line.text.is_empty() {
        product.text("name").clone_into(&mut line.text);
        // What is said about it goes along, unless the line says something else.
        if line.note.is_empty() {
            product.text("text").clone_into(&mut line.note);
        }
    }
    if line.unit.is_empty() {
        product.text("unit").clone_into(&mut line.unit);
    }
    let parts = lines::read(product.get("parts"));
    if line.parts.is_empty() && !parts.is_empty() {
        let products = prices::products_of(cx, &parts)?;
        line.parts = parts.iter().map(|part| part_of(part, &products)).collect();
    }
    Ok(())
}

fn part_of(part: &Line, products: &HashMap<Id, Record>) -> Part {
    let product = as_id(&part.product.as_str().into()).and_then(|id| products.get(&id));
    let own = |field: &str, said: &str| match product {
        Some(product) if said.is_empty() => product.text(field).to_owned(),
        _ => said.to_owned(),
    };
    Part {
        text: own("name", &part.text),
        quantity: part.quantity.unwrap_or(Decimal::ONE),
        unit: own("unit", &part.unit),
    }
}

fn tax_it(line: &mut Line, product: Option<&Record>, seller: &Seller, customer: &Customer) {
    if line.tax.is_none() && line.category.is_empty() {
        let service = product.is_some_and(|product| product.text("kind") == "service");
        let abroad =
            seller::category_abroad(seller, customer.country(), !customer.vat_number().is_empty(), service);
        if let Some(category) = abroad {
            line.tax = Some(Decimal::ZERO);
            category.clone_into(&mut line.category);
            return;
        }
    }
    let own = product.and_then(|product| product.get("tax").as_i64());
    let rate = *line.tax.get_or_insert_with(|| Decimal::new(own.unwrap_or(seller.tax), 2));
    let said = product.map_or("", |product| product.text("tax_category"));
    if line.category.is_empty() {
        let fits = !said.is_empty() && (said == "S") != rate.is_zero();
        line.category = if fits {
            said
        } else if rate.is_zero() {
            "Z"
        } else {
            "S"
        }
        .to_owned();
    } else if line.category == "S" && rate.is_zero() {
        line.category = "Z".to_owned();
    } else if line.category != "S" && !rate.is_zero() {
        line.category = "S".to_owned();
    }
}

/// A new document takes the next number of its kind.
pub(crate) fn number(tx: &mut Tx, document: &Record, kind: &str) -> Result<String> {
    let number = numbers::next(tx, kind, Seller::of(tx)?.pattern(kind))?;
    let values = Values::from_iter([("number".to_owned(), Json::from(number.as_str()))]);
    save::derive(tx, &document.object, document.id, values)?;
    Ok(number)
}

/// What was done, or what is wrong with what was asked for; any other failure is one.
pub(crate) fn what_is_wrong<T>(done: Result<T>) -> Result<std::result::Result<T, FieldErrors>> {
    match done {
        Ok(done) => Ok(Ok(done)),
        Err(Error::Invalid(errors)) => Ok(Err(errors)),
        Err(error) => Err(error),
    }
}

/// Refuses changes of what the customer has already.
pub(crate) fn frozen(pending: &Pending, errors: &mut FieldErrors, told: &'static str) {
    frozen_but(pending, errors, told, |_, _| false);
}

/// The same, but among what is optional the customer may still choose.
pub(crate) fn frozen_but_choice(pending: &Pending, errors: &mut FieldErrors, told: &'static str) {
    frozen_but(pending, errors, told, |was, is| without_choice(was) == without_choice(is));
}

fn frozen_but(
    pending: &Pending,
    errors: &mut FieldErrors,
    told: &'static str,
    same: impl Fn(&Json, &Json) -> bool,
) {
    let Some(before) = pending.before else { return };
    for field in CONTENT {
        let Some(value) = pending.values.get(*field).filter(|value| *value != before.get(field)) else {
            continue;
        };
        if *field != "lines" || !same(before.get(field), value) {
            errors.add(*field, Message::new(told));
        }
    }
}

fn without_choice(value: &Json) -> Vec<Line> {
    let mut all = lines::read(value);
    all.iter_mut().for_each(|line| line.chosen = false);
    all
}

/// In its language, as its customer reads numbers and days.
pub(crate) fn locale(cx: &Cx, document: &Record) -> Locale {
    let ours = cx.locality();
    let language: Language = document.text("language").parse().unwrap_or(ours.language);
    Locale::new(&Locality { language, ..ours.clone() })
}

/// The values with which a document goes on as another: an order from a quote, an invoice from an order.
pub(crate) fn carried(document: &Record, own: &[&str]) -> Values {
    let shared =
        ["name", "company", "person", "deal", "currency", "language", "discount", "reference", "owner"];
    let fields = shared.iter().chain(own).filter(|field| !document.get(field).is_null());
    fields.map(|field| ((*field).to_owned(), document.get(field).clone())).collect()
}

/// The lines that count, as nobody chooses among them any more.
pub(crate) fn settled_lines(document: &Record) -> Json {
    let mut lines: Vec<Line> =
        lines::read(document.get("lines")).into_iter().filter(|line| line.heading || line.counts()).collect();
    for line in &mut lines {
        (line.optional, line.chosen) = (false, false);
    }
    lines::value(&lines)
}

/// The reference to a document that another one came from.
pub(crate) fn from(document: &Record) -> (String, Json) {
    (document.object.key.to_owned(), reference::reference(document.object.key, document.id))
}

/// It was made just now.
pub(crate) fn is_new(done: &Done) -> bool {
    done.created() && done.after.get("number").is_null()
}
