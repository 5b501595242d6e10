//! A document as it is printed: everything that stands on the paper, in its customer's language, and the PDF of it.

use std::time::Duration;

use jiff::civil::Date;
use kernel::{Country, Cx, Error, Result, Text, Timestamp, money::Money};
use locale::{Locale, address};
use paper::Document;
use records::{
    Json, Record,
    field::{Reading, as_id, as_text},
    files,
};
use rust_decimal::Decimal;
use serde_json::json;

use crate::{
    amounts::{self, Sums},
    document::{self, Customer},
    lines::{self, Line},
    seller::Seller,
    shown::price_shown,
};

const TEMPLATE: &str = include_str!("templates/document.typ");
const PATIENCE: Duration = Duration::from_secs(20);

/// What is printed.
pub(crate) struct Paper {
    data: paper::Json,
    pub(crate) file_name: String,
}

impl Paper {
    pub(crate) fn print(self) -> Result<Document> {
        paper::pdf(TEMPLATE, self.data, PATIENCE).map_err(|fault| match fault {
            paper::Fault::Busy => Error::Unavailable(Text::new("document-printer-busy")),
            other => Error::internal(format!("a document was not printed: {other:?}")),
        })
    }
}

/// The PDF of a document: the file it was frozen as, else as it is now. Its name and bytes.
pub(crate) enum Pdf {
    Kept(String, Vec<u8>),
    ToPrint(Paper),
}

impl Pdf {
    pub(crate) fn of(cx: &Cx, document: &Record) -> Result<Pdf> {
        if let Some(id) = as_id(&document.get("document")["id"]) {
            let file = files::find(cx, id)?;
            let bytes = files::bytes(cx, &file)?;
            return Ok(Pdf::Kept(file.name, bytes));
        }
        Ok(Pdf::ToPrint(paper(cx, document)?))
    }

    /// Outside of any transaction.
    pub(crate) fn bytes(self) -> Result<(String, Vec<u8>)> {
        match self {
            Pdf::Kept(name, bytes) => Ok((name, bytes)),
            Pdf::ToPrint(paper) => {
                let name = paper.file_name.clone();
                Ok((name, paper.print()?.pdf))
            }
        }
    }
}

/// Puts together what stands on a document.
pub(crate) fn paper(cx: &Cx, document: &Record) -> Result<Paper> {
    let seller = Seller::of(cx)?;
    let customer = Customer::of_document(cx, document)?;
    let locale = document::locale(cx, document);
    let reading = Reading { users: std::sync::Arc::new(identity::members::names(cx)?), ..Reading::plain(cx) };
    let sheet = Sheet { seller: &seller, customer: &customer, locale: &locale, reading: &reading, document };
    let title = sheet.title();
    Ok(Paper { data: sheet.data(cx, &title), file_name: file_name(&title) })
}

pub(crate) fn file_name(title: &str) -> String {
    format!("{}.pdf", title.replace(['/', '\\'], "-"))
}

/// What a document is called in its customer's language: `Quote Q2026-0001`.
pub(crate) fn title(cx: &Cx, document: &Record) -> Result<String> {
    let (seller, customer) = (Seller::of(cx)?, Customer::default());
    let (locale, reading) = (document::locale(cx, document), Reading::plain(cx));
    Ok(Sheet { seller: &seller, customer: &customer, locale: &locale, reading: &reading, document }.title())
}

struct Sheet<'a> {
    seller: &'a Seller,
    customer: &'a Customer,
    locale: &'a Locale,
    reading: &'a Reading,
    document: &'a Record,
}

impl Sheet<'_> {
    fn t(&self, key: &str) -> String {
        self.locale.t(key).into_owned()
    }

    /// `quote`, `order`, `invoice` or `credit_note`.
    fn kind(&self) -> &str {
        match self.document.text("kind") {
            "" => self.document.object.key,
            kind => kind,
        }
    }

    fn title(&self) -> String {
        let name = self.t(&format!("paper-{}", self.kind().replace('_', "-")));
        let version = self.document.get("version").as_i64().filter(|version| *version > 1);
        let version = version.map_or(String::new(), |version| format!(" ({version})"));
        format!("{name} {}{version}", self.document.text("number")).trim().to_owned()
    }

    fn money(&self, minor: i64) -> String {
        self.locale.money(&Money { minor, currency: document::currency(self.document) })
    }

    fn day(&self, field: &str) -> Option<String> {
        let day: Date = self.document.text(field).parse().ok()?;
        Some(self.locale.date_long(day))
    }

    fn data(&self, cx: &Cx, title: &str) -> Json {
        let sums = document::sums(self.document);
        let lines = lines::read(self.document.get("lines"));
        let country = Country::new(&self.seller.country);
        let letter = country.is_some_and(|country| matches!(country.code(), "US" | "CA" | "MX" | "PH"));
        let (width, height) = if letter { (215.9, 279.4) } else { (210.0, 297.0) };
        json!({
            "paper": { "width": width, "height": height },
            "language": self.locale.language().code(),
            "title": title,
            "name": self.document.text("name"),
            "seller": { "name": self.seller.name, "lines": self.sender(), "foot": self.foot() },
            "to": self.to(cx),
            "facts": self.facts(cx),
            "intro": self.document.text("intro"),
            "head": {
                "text": self.t("paper-what"), "quantity": self.t("paper-quantity"), "price": self.t("paper-price"),
                "discount": self.t("paper-discount"), "tax": self.t("paper-tax"), "amount": self.t("paper-amount"),
            },
            "discounted": lines.iter().any(|line| !line.discount.is_zero()),
            "lines": lines.iter().map(|line| self.line(line)).collect::<Vec<_>>(),
            "sums": self.sums(&sums),
            "notes": self.notes(&sums),
            "terms": self.document.text("terms"),
            "payment": self.payment(),
            "signed": self.signed(),
            "page": self.t("paper-page"),
            "mark": if self.is_draft() { self.t("paper-draft") } else { String::new() },
        })
    }

    fn is_draft(&self) -> bool {
        matches!(self.document.text("state"), "draft" | "waiting" | "approved")
            && self.document.object.key != "order"
    }

    fn sender(&self) -> Vec<String> {
        let seller = self.seller;
        let town = format!("{} {}", seller.postal_code, seller.city);
        let own = [seller.street.as_str(), town.trim(), &seller.phone, &seller.email, &seller.website];
        own.into_iter().filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    fn foot(&self) -> Vec<String> {
        let seller = self.seller;
        let said = |key: &str, value: &str| (!value.is_empty()).then(|| format!("{} {value}", self.t(key)));
        [said("paper-registration", &seller.registration_number), said("paper-vat", &seller.vat_number)]
            .into_iter()
            .flatten()
            .collect()
    }

    /// Name and address: as they were when it was issued, else as they are.
    fn to(&self, cx: &Cx) -> Vec<String> {
        let bought: Json = serde_json::from_str(self.document.text("bought_by")).unwrap_or(Json::Null);
        let kept = bought["lines"].as_array().cloned().unwrap_or_default();
        if !kept.is_empty() {
            return kept.iter().map(|line| as_text(line).to_owned()).collect();
        }
        self.address_lines(cx)
    }

    fn address_lines(&self, cx: &Cx) -> Vec<String> {
        addressed(cx, self.customer, self.reading)
    }

    fn facts(&self, cx: &Cx) -> Vec<(String, String)> {
        let document = self.document;
        let mut facts = Vec::new();
        let mut put = |key: &str, value: Option<String>| {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                facts.push((self.t(key), value));
            }
        };
        let day = |at: Timestamp| self.locale.date_long(self.locale.civil(at).date());
        match document.object.key {
            "quote" => {
                put("paper-date", Some(day(document.instant("sent_at").unwrap_or(cx.now()))));
                put("paper-valid-until", self.day("valid_until"));
            }
            "order" => {
                put("paper-date", self.day("ordered_on"));
                put("paper-delivery", self.day("deliver_on"));
            }
            _ => {
                put("paper-date", self.day("issued_on"));
                put("paper-due", self.day("due_on"));
                put("paper-supplied", self.day("supplied_on"));
            }
        }
        put("paper-reference", Some(document.text("reference").to_owned()));
        put("paper-your-vat", Some(self.customer.vat_number().to_owned()));
        put("paper-contact", as_id(document.get("owner")).map(|owner| self.reading.user(Some(owner))));
        facts
    }

    fn line(&self, line: &Line) -> Json {
        if line.heading {
            return json!({ "heading": line.text });
        }
        let decimals = document::currency(self.document).decimals();
        let amount = line.item().and_then(|item| amounts::line(&item, decimals).ok()).unwrap_or(0);
        let quantity = line.quantity.unwrap_or(Decimal::ONE);
        let parts = line
            .parts
            .iter()
            .map(|part| format!("{} {}", self.quantity(part.quantity, &part.unit), part.text));
        json!({
            "heading": "",
            "text": line.text,
            "note": line.note,
            "parts": parts.collect::<Vec<_>>(),
            "quantity": self.quantity(quantity, &line.unit),
            "price": price_shown(line.price.unwrap_or_default(), self.document, self.locale),
            "discount": if line.discount.is_zero() { String::new() } else { self.percent(line.discount) },
            "tax": self.percent(line.tax.unwrap_or_default()),
            "amount": self.money(amount),
            "left_out": if line.counts() { String::new() } else { self.t("paper-optional") },
        })
    }

    fn quantity(&self, quantity: Decimal, unit: &str) -> String {
        let number = lines::shown(quantity, self.locale);
        let unit = unit_text(unit, self.locale);
        if unit.is_empty() { number } else { format!("{number} {unit}") }
    }

    fn percent(&self, percent: Decimal) -> String {
        percent_text(percent, self.locale)
    }

    fn sums(&self, sums: &Sums) -> Vec<(String, String, bool)> {
        let mut found = Vec::new();
        if sums.discount != 0 {
            let all: i64 = sums.lines.iter().sum();
            let discount = Decimal::new(self.document.get("discount").as_i64().unwrap_or(0), 2);
            found.push((self.t("paper-sum"), self.money(all), false));
            let less = format!("{} {}", self.t("paper-discount"), self.percent(discount));
            found.push((less, self.money(-sums.discount), false));
        }
        found.push((self.t("paper-net"), self.money(sums.net), false));
        for taxed in &sums.taxed {
            let rate = self.percent(taxed.rate.percent);
            let args = [("rate", rate.into()), ("base", self.money(taxed.base()).into())];
            found.push((self.locale.tf("paper-tax-of", &args), self.money(taxed.tax), false));
        }
        found.push((self.t("paper-total"), self.money(sums.total), true));
        found
    }

    /// Why something is not taxed, as the law wants it said.
    fn notes(&self, sums: &Sums) -> Vec<String> {
        let said = ["E", "AE", "K", "G", "O"];
        let used = said.into_iter().filter(|key| sums.taxed.iter().any(|taxed| taxed.rate.category == *key));
        used.map(|key| self.t(&format!("tax-reason-{key}"))).collect()
    }

    fn payment(&self) -> Vec<(String, String)> {
        if self.kind() != "invoice" {
            return Vec::new();
        }
        let seller = self.seller;
        let number = self.document.text("number").to_owned();
        [
            ("paper-bank", seller.bank.clone()),
            ("paper-iban", seller.iban.clone()),
            ("paper-bic", seller.bic.clone()),
            ("paper-state", number),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty() && !seller.iban.is_empty())
        .map(|(key, value)| (self.t(key), value))
        .collect()
    }

    /// Who accepted it, when, and what they drew.
    fn signed(&self) -> Json {
        let kept: Json = serde_json::from_str(self.document.text("signature")).unwrap_or(Json::Null);
        if kept.is_null() {
            return json!({ "name": "" });
        }
        let at = kept["at"].as_i64().map(Timestamp::from_micros).unwrap_or_default();
        json!({
            "heading": self.t("paper-accepted"),
            "name": kept["name"],
            "at": self.locale.date_time(at),
            "drawn": kept["drawn"].as_array().cloned().unwrap_or_default(),
        })
    }
}

/// The lines of a customer's name and address.
pub(crate) fn addressed(cx: &Cx, customer: &Customer, reading: &Reading) -> Vec<String> {
    let mut names = vec![customer.name(reading)];
    if let (Some(_), Some(person)) = (&customer.company, &customer.person) {
        names.push(person.title(reading));
    }
    names.retain(|name| !name.is_empty());
    let Some(found) = customer.address() else { return names };
    let ours = cx.locality();
    let sender = address::Sender { country: ours.country, language: ours.language };
    address::lines(&address::Addressee { names: &names, organisation: "", address: found }, sender)
}

/// A unit as people read it.
pub(crate) fn unit_text(unit: &str, locale: &Locale) -> String {
    if crate::product::UNITS.contains(&unit) {
        return locale.t(&format!("unit-{}", unit.replace('_', "-"))).into_owned();
    }
    unit.to_owned()
}

pub(crate) fn percent_text(percent: Decimal, locale: &Locale) -> String {
    let percent = percent.normalize();
    let scaled = i64::try_from(percent.mantissa()).unwrap_or_default();
    locale.percent(scaled, percent.scale())
}
