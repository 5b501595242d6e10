//! The programs whose exports we know by their headers, and where their words differ from everyone's.

use std::collections::HashSet;

use super::{
    header::{self, Header},
    slots::Numbered,
    target::{Part, Target},
    words::{self, Meaning},
};

/// The program that wrote a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Source {
    GoogleContacts,
    Outlook,
    Apple,
    HubSpot,
    Salesforce,
    Odoo,
    LinkedIn,
    Unknown,
}

/// Sets of headers only that program writes; all of one set must be there.
const SIGNATURES: &[(Source, &[&str])] = &[
    (Source::GoogleContacts, &["E-mail 1 - Value"]),
    (Source::GoogleContacts, &["Phone 1 - Value"]),
    (Source::GoogleContacts, &["Group Membership", "Given Name"]),
    (Source::GoogleContacts, &["Organization Name", "Labels", "First Name"]),
    (Source::LinkedIn, &["First Name", "Last Name", "Connected On"]),
    (Source::HubSpot, &["Record ID", "Lifecycle Stage"]),
    (Source::HubSpot, &["Record ID", "Contact owner"]),
    (Source::HubSpot, &["Record ID", "Company owner"]),
    (Source::HubSpot, &["Lifecycle Stage", "Contact owner"]),
    (Source::HubSpot, &["Lifecycle Stage", "Email", "First Name"]),
    (Source::HubSpot, &["hs_object_id"]),
    (Source::Salesforce, &["MailingStreet"]),
    (Source::Salesforce, &["HasOptedOutOfEmail"]),
    (Source::Salesforce, &["AccountId", "LastName"]),
    (Source::Salesforce, &["Mailing Street", "Account Name"]),
    (Source::Salesforce, &["Mailing Street", "Salutation"]),
    (Source::Salesforce, &["Account Name", "Contact ID"]),
    (Source::Salesforce, &["Account Name", "Email Opt Out"]),
    (Source::Salesforce, &["LastName", "LeadSource"]),
    (Source::Salesforce, &["LastName", "OwnerId"]),
    (Source::Salesforce, &["BillingStreet", "OwnerId"]),
    (Source::Salesforce, &["BillingStreet", "ShippingStreet"]),
    (Source::Odoo, &["country_id/name"]),
    (Source::Odoo, &["country_id"]),
    (Source::Odoo, &["parent_id/name"]),
    (Source::Odoo, &["parent_id"]),
    (Source::Odoo, &["is_company", "name"]),
    (Source::Odoo, &["Is a Company"]),
    (Source::Odoo, &["display_name", "street", "zip"]),
    (Source::Odoo, &["Complete Name", "Salesperson"]),
    (Source::Odoo, &["Display Name", "Salesperson"]),
    (Source::Outlook, &["E-mail Address", "Business Phone"]),
    (Source::Outlook, &["E-mail Address", "Home Street"]),
    (Source::Outlook, &["E-mail Address", "E-mail 2 Address"]),
    (Source::Outlook, &["E-mail Address", "Mobile Phone", "Last Name"]),
    (Source::Outlook, &["First Name", "Business Street", "Business City"]),
    (Source::Outlook, &["Vorname", "Nachname", "E-Mail-Adresse", "Telefon geschäftlich"]),
    (Source::Apple, &["Phonetic First Name", "Job Title"]),
    (Source::Apple, &["Phonetic Last Name", "Job Title"]),
    (Source::Apple, &["Phonetic First Name", "Maiden Name"]),
    (Source::Apple, &["First Name", "iPhone"]),
    (Source::Apple, &["First Name", "Phone : iPhone"]),
    (Source::Apple, &["First Name", "Phone : mobile"]),
    (Source::Apple, &["First Name", "Mobile Phone", "Home Email", "Work Email", "Maiden Name"]),
];

/// Which program wrote a file with these headers, in whatever order and spelling.
pub fn recognise(headers: &[&str]) -> Source {
    let present: HashSet<String> = headers.iter().map(|header| header::key(header)).collect();
    let complete = |signature: &&(Source, &[&str])| {
        signature.1.iter().all(|header| present.contains(&header::key(header)))
    };
    SIGNATURES.iter().find(complete).map_or(Source::Unknown, |(source, _)| *source)
}

/// What one header means, before columns are put together.
pub(super) fn meaning(source: Source, header: &Header) -> Numbered {
    let meaning = peculiar(source, header).or_else(|| common(header))?;
    Some(line_or_number(meaning, header))
}

/// Where an exporter means something else than everyone would.
fn peculiar(source: Source, header: &Header) -> Option<Meaning> {
    let found = match (source, header.key.as_str()) {
        (Source::Outlook, "title") => Meaning::Prefix,
        // Outlook's type is the transport: SMTP or EX.
        (Source::Outlook, "emailtype" | "location" | "account" | "companyyomi" | "officelocation") => {
            Meaning::Ignored
        }
        (Source::Outlook, "businessphone") => Meaning::Phone("work"),
        (Source::Outlook, "primaryphone") => Meaning::Phone("main"),
        (Source::GoogleContacts, "organizationtype" | "location" | "fileas" | "occupation" | "subject") => {
            Meaning::Ignored
        }
        (Source::GoogleContacts, "organizationyominame" | "organizationphoneticname") => Meaning::Ignored,
        (Source::Odoo, "title" | "titlename" | "titleid" | "titleidname") => Meaning::Prefix,
        (
            Source::Odoo,
            "companyname" | "parentidname" | "parentid" | "relatedcompany" | "parentiddisplayname",
        ) => Meaning::Company,
        (Source::Odoo, "company" | "companyid" | "companyidname" | "type" | "addresstype") => {
            Meaning::Ignored
        }
        (Source::Odoo, "state") => Meaning::Address("", Part::Region),
        (Source::Odoo, "categoryid" | "categoryidname") => Meaning::Tags,
        (Source::Odoo, "image") => Meaning::Photo,
        (Source::Salesforce, "languagesc") => Meaning::Language,
        (Source::Salesforce, "type" | "reportstoid") => Meaning::Ignored,
        (Source::Salesforce, "reportsto") => Meaning::Relation("manager"),
        (Source::HubSpot, "createdate") => Meaning::CreatedAt,
        (Source::HubSpot, "hsobjectid") => Meaning::ExternalId,
        (Source::LinkedIn, "url") => Meaning::Social("linkedin"),
        _ => return None,
    };
    Some(found)
}

/// The vocabulary, then the vocabulary without a word that says for what use.
fn common(header: &Header) -> Option<Meaning> {
    if let Some(known) = words::meaning(&header.key) {
        return Some(known);
    }
    let (first, last) = (header.words.first()?, header.words.last()?);
    let without_first = || (words::usage(first), header.words[1..].concat());
    let without_last = || (words::usage(last), header.words[..header.words.len() - 1].concat());
    for (usage, rest) in [without_first(), without_last()] {
        if let (Some(usage), Some(known)) =
            (usage, words::meaning(strip_address(&rest)).or(words::meaning(&rest)))
            && let Some(labelled) = labelled(known, usage)
        {
            return Some(labelled);
        }
    }
    // "Address 1 - City", "Adresse: By".
    let address = header.key.strip_prefix("address").or_else(|| header.key.strip_prefix("adresse"))?;
    match words::meaning(address) {
        Some(known @ Meaning::Address(..)) => Some(known),
        _ => None,
    }
}

/// "Business Address PO Box" is "PO Box" at work.
fn strip_address(key: &str) -> &str {
    match key.strip_prefix("address") {
        Some(rest) if !rest.is_empty() => rest,
        _ => key,
    }
}

fn labelled(meaning: Meaning, usage: &'static str) -> Option<Meaning> {
    match (meaning, usage) {
        (Meaning::Email(""), _) => Some(Meaning::Email(usage)),
        (Meaning::Phone(""), _) => Some(Meaning::Phone(usage)),
        (Meaning::Phone("fax"), "work") => Some(Meaning::Phone("work fax")),
        (Meaning::Phone("fax"), "home") => Some(Meaning::Phone("home fax")),
        (Meaning::Phone("fax"), _) => Some(Meaning::Phone("fax")),
        (Meaning::Phone("mobile"), "work" | "home") => Some(Meaning::Phone("mobile")),
        (Meaning::Address("", part), _) => Some(Meaning::Address(usage, part)),
        (Meaning::Website(""), _) => Some(Meaning::Website(usage)),
        _ => None,
    }
}

/// "Street 2" is the second line of one address, "Address 2" as well; but "Address 2 - City" belongs to a
/// second address.
fn line_or_number(meaning: Meaning, header: &Header) -> (Meaning, Option<u8>) {
    match (meaning, header.number) {
        (Meaning::Address(label, Part::Street | Part::Whole), Some(line)) if header.number_is_last => {
            let part = if line == 1 { Part::Street } else { Part::Street2 };
            (Meaning::Address(label, part), None)
        }
        (meaning, number) => (meaning, number),
    }
}

/// How an exporter puts several values into one cell.
pub(super) fn splits_at(source: Source, target: &Target, header: &Header) -> Option<&'static str> {
    match (source, target) {
        (
            Source::GoogleContacts,
            Target::Email { .. }
            | Target::EmailLabel { .. }
            | Target::Phone { .. }
            | Target::PhoneLabel { .. }
            | Target::Address { .. }
            | Target::AddressLabel { .. }
            | Target::Website { .. }
            | Target::WebsiteLabel { .. }
            | Target::Relation { .. }
            | Target::RelationLabel { .. }
            | Target::Company
            | Target::Department
            | Target::JobTitle
            | Target::Tags,
        ) => Some(" ::: "),
        (Source::Outlook | Source::HubSpot, Target::Tags) => Some(";"),
        (Source::Outlook, Target::Relation { .. }) if header.key == "children" => Some(","),
        (Source::Odoo, Target::Tags) => Some(","),
        _ => None,
    }
}
