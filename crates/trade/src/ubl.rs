//! An issued invoice or credit note as UBL 2.1 (OASIS), as EN 16931-1 and CEN/TS 16931-3-2 want it: what the programs of customers,
//! and of the state, read.

use kernel::{Cx, Error, Result};
use locale::address::country_meant;
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};
use records::{
    Json, Record,
    field::{as_id, as_text},
    object::object,
    record,
};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::{
    amounts::{self, Rate, Sums, Taxed},
    document,
    invoice::{self, is_credit_note},
    lines::{self, Line, written},
    seller::Seller,
};

const SPECIFICATION: &str = "urn:cen.eu:en16931:2017";
const NAMES: [(&str, &str); 2] = [
    ("xmlns:cac", "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"),
    ("xmlns:cbc", "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"),
];

/// The document as XML.
pub fn write(cx: &Cx, invoice: &Record) -> Result<Vec<u8>> {
    let seller = Seller::of(cx)?;
    // BR-CO-26, BR-S-02 and their like: a seller is told apart by a number.
    if seller.vat_number.is_empty() {
        return Err(Error::conflict("ubl-needs-vat-number"));
    }
    let bought: Json = serde_json::from_str(invoice.text("bought_by")).unwrap_or(Json::Null);
    let credited = match as_id(invoice.get("credits")) {
        Some(id) => record::find_many(cx, &object(cx, invoice::KEY)?, &[id])?.remove(&id),
        None => None,
    };
    let mut file = File { xml: Writer::new(Vec::new()), currency: document::currency(invoice) };
    let whole = Whole { invoice, seller: &seller, bought: &bought, credited: credited.as_ref() };
    whole
        .write(&mut file)
        .map_err(|error| Error::internal(format!("an invoice was not written: {error}")))?;
    Ok(file.xml.into_inner())
}

type Written = std::io::Result<()>;

/// The file as far as it is written.
struct File {
    xml: Writer<Vec<u8>>,
    currency: kernel::Currency,
}

impl File {
    /// An element with a text; none where the text is empty.
    fn text(&mut self, name: &str, text: &str) -> Written {
        self.with(name, &[], text)
    }

    fn with(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> Written {
        if text.is_empty() {
            return Ok(());
        }
        // What XML 1.0 cannot say is left out.
        let said: String =
            text.chars().filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')).collect();
        let element = self.xml.create_element(name).with_attributes(attributes.iter().copied());
        element.write_text_content(BytesText::new(&said)).map(drop)
    }

    fn amount(&mut self, name: &str, minor: i64) -> Written {
        let amount = written(Decimal::new(minor, self.currency.decimals()));
        let currency = self.currency;
        self.with(name, &[("currencyID", currency.code())], &amount)
    }

    /// An element of elements.
    fn within(&mut self, name: &str, inside: impl FnOnce(&mut File) -> Written) -> Written {
        self.open(name, &[])?;
        inside(self)?;
        self.close(name)
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> Written {
        let start = quick_xml::events::BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.xml.write_event(Event::Start(start))
    }

    fn close(&mut self, name: &str) -> Written {
        self.xml.write_event(Event::End(quick_xml::events::BytesEnd::new(name)))
    }

    fn tax_category(&mut self, name: &str, rate: &Rate, reason: bool) -> Written {
        self.within(name, |file| {
            file.text("cbc:ID", &rate.category)?;
            if rate.category != "O" {
                file.text("cbc:Percent", &written(rate.percent))?;
            }
            if reason {
                file.text("cbc:TaxExemptionReason", exempt_because(&rate.category))?;
            }
            file.within("cac:TaxScheme", |file| file.text("cbc:ID", "VAT"))
        })
    }
}

/// Why nothing is taxed, where the standard wants it said (BR-E-10 and its like).
fn exempt_because(category: &str) -> &'static str {
    match category {
        "E" => "Exempt from VAT",
        "AE" => "Reverse charge",
        "K" => "Intra-Community supply",
        "G" => "Export outside the EU",
        "O" => "Not subject to VAT",
        _ => "",
    }
}

struct Whole<'a> {
    invoice: &'a Record,
    seller: &'a Seller,
    bought: &'a Json,
    credited: Option<&'a Record>,
}

impl Whole<'_> {
    fn write(&self, file: &mut File) -> Written {
        let credit = is_credit_note(self.invoice);
        let root = if credit { "CreditNote" } else { "Invoice" };
        let own = format!("urn:oasis:names:specification:ubl:schema:xsd:{root}-2");
        file.xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        file.open(root, &[("xmlns", own.as_str()), NAMES[0], NAMES[1]])?;
        self.head(file, credit)?;
        file.within("cac:AccountingSupplierParty", |file| self.supplier(file))?;
        file.within("cac:AccountingCustomerParty", |file| self.customer(file))?;
        if !self.invoice.text("supplied_on").is_empty() {
            let on = self.invoice.text("supplied_on");
            file.within("cac:Delivery", |file| file.text("cbc:ActualDeliveryDate", on))?;
        }
        self.payment(file)?;
        let sums = document::sums(self.invoice);
        for taxed in sums.taxed.iter().filter(|taxed| taxed.discount != 0) {
            self.allowance(file, taxed)?;
        }
        self.taxes(file, &sums)?;
        self.totals(file, &sums)?;
        let all = lines::read(self.invoice.get("lines"));
        for line in all.iter().filter(|line| line.counts()) {
            self.line(file, line, credit)?;
        }
        file.close(root)
    }

    fn head(&self, file: &mut File, credit: bool) -> Written {
        let invoice = self.invoice;
        file.text("cbc:CustomizationID", SPECIFICATION)?;
        file.text("cbc:ID", invoice.text("number"))?;
        file.text("cbc:IssueDate", invoice.text("issued_on"))?;
        if credit {
            file.text("cbc:CreditNoteTypeCode", "381")?;
        } else {
            file.text("cbc:DueDate", invoice.text("due_on"))?;
            file.text("cbc:InvoiceTypeCode", "380")?;
        }
        file.text("cbc:Note", invoice.text("intro"))?;
        file.text("cbc:DocumentCurrencyCode", invoice.text("currency"))?;
        file.text("cbc:BuyerReference", invoice.text("reference"))?;
        if let Some(credited) = self.credited {
            file.within("cac:BillingReference", |file| {
                file.within("cac:InvoiceDocumentReference", |file| {
                    file.text("cbc:ID", credited.text("number"))?;
                    file.text("cbc:IssueDate", credited.text("issued_on"))
                })
            })?;
        }
        Ok(())
    }

    fn supplier(&self, file: &mut File) -> Written {
        let seller = self.seller;
        file.within("cac:Party", |file| {
            if seller.vat_number.is_empty() && !seller.registration_number.is_empty() {
                file.within("cac:PartyIdentification", |file| {
                    file.text("cbc:ID", &seller.registration_number)
                })?;
            }
            file.within("cac:PartyName", |file| file.text("cbc:Name", &seller.name))?;
            let place = [&seller.street, &seller.city, &seller.postal_code].map(String::as_str);
            address(file, place, &seller.country)?;
            tax_scheme(file, &seller.vat_number)?;
            file.within("cac:PartyLegalEntity", |file| {
                file.text("cbc:RegistrationName", &seller.name)?;
                file.text("cbc:CompanyID", &seller.registration_number)
            })?;
            if seller.email.is_empty() && seller.phone.is_empty() {
                return Ok(());
            }
            file.within("cac:Contact", |file| {
                file.text("cbc:Telephone", &seller.phone)?;
                file.text("cbc:ElectronicMail", &seller.email)
            })
        })
    }

    fn customer(&self, file: &mut File) -> Written {
        let bought = self.bought;
        let name = match as_text(&bought["name"]) {
            "" => self.invoice.text("name"),
            name => name,
        };
        let part = |part: &str| as_text(&bought["address"][part]);
        let country = country_meant(part("country"));
        let country =
            country.map_or(self.seller.country.as_str().to_owned(), |country| country.code().to_owned());
        file.within("cac:Party", |file| {
            file.within("cac:PartyName", |file| file.text("cbc:Name", name))?;
            address(file, [part("street"), part("city"), part("postal_code")], &country)?;
            tax_scheme(file, as_text(&bought["vat_number"]))?;
            file.within("cac:PartyLegalEntity", |file| file.text("cbc:RegistrationName", name))
        })
    }

    fn payment(&self, file: &mut File) -> Written {
        let (seller, invoice) = (self.seller, self.invoice);
        if !seller.iban.is_empty() {
            file.within("cac:PaymentMeans", |file| {
                // SEPA or other credit transfer (UNCL 4461).
                file.text("cbc:PaymentMeansCode", "30")?;
                file.text("cbc:PaymentID", invoice.text("number"))?;
                file.within("cac:PayeeFinancialAccount", |file| {
                    file.text("cbc:ID", &seller.iban.replace(' ', ""))?;
                    file.text("cbc:Name", &seller.name)?;
                    if seller.bic.is_empty() {
                        return Ok(());
                    }
                    file.within("cac:FinancialInstitutionBranch", |file| file.text("cbc:ID", &seller.bic))
                })
            })?;
        }
        if invoice.text("terms").is_empty() {
            return Ok(());
        }
        file.within("cac:PaymentTerms", |file| file.text("cbc:Note", invoice.text("terms")))
    }

    fn allowance(&self, file: &mut File, taxed: &Taxed) -> Written {
        let percent = Decimal::new(self.invoice.get("discount").as_i64().unwrap_or(0), 2);
        file.within("cac:AllowanceCharge", |file| {
            file.text("cbc:ChargeIndicator", "false")?;
            file.text("cbc:AllowanceChargeReason", "Discount")?;
            file.text("cbc:MultiplierFactorNumeric", &written(percent))?;
            file.amount("cbc:Amount", taxed.discount)?;
            file.amount("cbc:BaseAmount", taxed.lines)?;
            file.tax_category("cac:TaxCategory", &taxed.rate, false)
        })
    }

    fn taxes(&self, file: &mut File, sums: &Sums) -> Written {
        file.within("cac:TaxTotal", |file| {
            file.amount("cbc:TaxAmount", sums.tax)?;
            for taxed in &sums.taxed {
                file.within("cac:TaxSubtotal", |file| {
                    file.amount("cbc:TaxableAmount", taxed.base())?;
                    file.amount("cbc:TaxAmount", taxed.tax)?;
                    file.tax_category("cac:TaxCategory", &taxed.rate, true)
                })?;
            }
            Ok(())
        })
    }

    fn totals(&self, file: &mut File, sums: &Sums) -> Written {
        file.within("cac:LegalMonetaryTotal", |file| {
            file.amount("cbc:LineExtensionAmount", sums.lines.iter().sum())?;
            file.amount("cbc:TaxExclusiveAmount", sums.net)?;
            file.amount("cbc:TaxInclusiveAmount", sums.total)?;
            if sums.discount != 0 {
                file.amount("cbc:AllowanceTotalAmount", sums.discount)?;
            }
            file.amount("cbc:PayableAmount", sums.total)
        })
    }

    fn line(&self, file: &mut File, line: &Line, credit: bool) -> Written {
        let Some(item) = line.item() else { return Ok(()) };
        let decimals = file.currency.decimals();
        let net = amounts::line(&item, decimals).unwrap_or(0);
        let full = amounts::line(&amounts::Item { discount: Decimal::ZERO, ..item.clone() }, decimals)
            .unwrap_or(net);
        let (name, quantity) = if credit {
            ("cac:CreditNoteLine", "cbc:CreditedQuantity")
        } else {
            ("cac:InvoiceLine", "cbc:InvoicedQuantity")
        };
        file.within(name, |file| {
            file.text("cbc:ID", &line.id)?;
            file.with(quantity, &[("unitCode", unit_code(&line.unit))], &written(item.quantity))?;
            file.amount("cbc:LineExtensionAmount", net)?;
            if full != net {
                file.within("cac:AllowanceCharge", |file| {
                    file.text("cbc:ChargeIndicator", "false")?;
                    file.text("cbc:AllowanceChargeReason", "Discount")?;
                    file.text("cbc:MultiplierFactorNumeric", &written(item.discount))?;
                    file.amount("cbc:Amount", full - net)?;
                    file.amount("cbc:BaseAmount", full)
                })?;
            }
            file.within("cac:Item", |file| {
                file.text("cbc:Description", &line.note)?;
                file.text("cbc:Name", &line.text)?;
                file.tax_category("cac:ClassifiedTaxCategory", &item.rate, false)
            })?;
            let currency = file.currency;
            let price =
                item.price.round_dp_with_strategy(lines::DECIMALS, RoundingStrategy::MidpointAwayFromZero);
            file.within("cac:Price", |file| {
                file.with("cbc:PriceAmount", &[("currencyID", currency.code())], &written(price))
            })
        })
    }
}

fn address(file: &mut File, [street, city, code]: [&str; 3], country: &str) -> Written {
    file.within("cac:PostalAddress", |file| {
        file.text("cbc:StreetName", street)?;
        file.text("cbc:CityName", city)?;
        file.text("cbc:PostalZone", code)?;
        file.within("cac:Country", |file| file.text("cbc:IdentificationCode", country))
    })
}

fn tax_scheme(file: &mut File, number: &str) -> Written {
    if number.is_empty() {
        return Ok(());
    }
    file.within("cac:PartyTaxScheme", |file| {
        file.text("cbc:CompanyID", &number.replace(' ', ""))?;
        file.within("cac:TaxScheme", |file| file.text("cbc:ID", "VAT"))
    })
}

/// UN/ECE Recommendation 20.
fn unit_code(unit: &str) -> &'static str {
    match unit {
        "hour" => "HUR",
        "day" => "DAY",
        "month" => "MON",
        "year" => "ANN",
        "kg" => "KGM",
        "litre" => "LTR",
        "metre" => "MTR",
        "square_metre" => "MTK",
        "package" => "XPK",
        "piece" => "H87",
        _ => "C62",
    }
}
