//! The headers real exporters write, and the words people use.

use super::*;
use proptest::prelude::*;

/// One line per column: the header and its meaning in short.
fn check(source: Source, columns: &[(&str, &str)]) {
    let headers: Vec<&str> = columns.iter().map(|(header, _)| *header).collect();
    assert_eq!(recognise(&headers), source);
    for ((header, expected), guess) in columns.iter().zip(guess(&headers)) {
        assert_eq!(short(&guess.target), *expected, "{header}");
    }
}

fn short(target: &Target) -> String {
    let labelled = |kind: &str, slot: &u8, label: &Option<String>| match label {
        Some(label) => format!("{kind} {slot} {label}"),
        None => format!("{kind} {slot}"),
    };
    match target {
        Target::Email { slot, label } => labelled("Email", slot, label),
        Target::EmailLabel { slot } => format!("EmailLabel {slot}"),
        Target::Phone { slot, label } => labelled("Phone", slot, label),
        Target::PhoneLabel { slot } => format!("PhoneLabel {slot}"),
        Target::Address { slot, label, part } => labelled(&format!("{part:?}"), slot, label),
        Target::AddressLabel { slot } => format!("AddressLabel {slot}"),
        Target::Website { slot, label } => labelled("Website", slot, label),
        Target::WebsiteLabel { slot } => format!("WebsiteLabel {slot}"),
        Target::Relation { slot, label } => labelled("Relation", slot, label),
        Target::RelationLabel { slot } => format!("RelationLabel {slot}"),
        Target::Social { network } => network.clone(),
        Target::OptedOut { channel } => format!("OptedOut {}", channel.as_deref().unwrap_or("any")),
        other => format!("{other:?}"),
    }
}

#[test]
fn google_contacts_before_2023() {
    check(
        Source::GoogleContacts,
        &[
            ("Name", "FullName"),
            ("Given Name", "GivenName"),
            ("Additional Name", "MiddleName"),
            ("Family Name", "FamilyName"),
            ("Yomi Name", "Unknown"),
            ("Given Name Yomi", "PhoneticGiven"),
            ("Additional Name Yomi", "PhoneticMiddle"),
            ("Family Name Yomi", "PhoneticFamily"),
            ("Name Prefix", "Prefix"),
            ("Name Suffix", "Suffix"),
            ("Initials", "Unknown"),
            ("Nickname", "Nickname"),
            ("Birthday", "Birthday"),
            ("Gender", "Gender"),
            ("Location", "Unknown"),
            ("Occupation", "Unknown"),
            ("Notes", "Note"),
            ("Language", "Language"),
            ("Photo", "Photo"),
            ("Group Membership", "Tags"),
            ("E-mail 1 - Type", "EmailLabel 1"),
            ("E-mail 1 - Value", "Email 1"),
            ("E-mail 2 - Type", "EmailLabel 2"),
            ("E-mail 2 - Value", "Email 2"),
            ("IM 1 - Service", "Unknown"),
            ("Phone 1 - Type", "PhoneLabel 1"),
            ("Phone 1 - Value", "Phone 1"),
            ("Phone 2 - Type", "PhoneLabel 2"),
            ("Phone 2 - Value", "Phone 2"),
            ("Address 1 - Type", "AddressLabel 1"),
            ("Address 1 - Formatted", "Whole 1"),
            ("Address 1 - Street", "Street 1"),
            ("Address 1 - City", "City 1"),
            ("Address 1 - PO Box", "PoBox 1"),
            ("Address 1 - Region", "Region 1"),
            ("Address 1 - Postal Code", "PostalCode 1"),
            ("Address 1 - Country", "Country 1"),
            ("Address 1 - Extended Address", "Street2 1"),
            ("Address 2 - City", "City 2"),
            ("Organization 1 - Type", "Unknown"),
            ("Organization 1 - Name", "Company"),
            ("Organization 1 - Title", "JobTitle"),
            ("Organization 1 - Department", "Department"),
            ("Website 1 - Type", "WebsiteLabel 1"),
            ("Website 1 - Value", "Website 1"),
            ("Relation 1 - Type", "RelationLabel 1"),
            ("Relation 1 - Value", "Relation 1"),
            ("Custom Field 1 - Type", "Unknown"),
        ],
    );
}

#[test]
fn google_contacts_since_2023() {
    check(
        Source::GoogleContacts,
        &[
            ("First Name", "GivenName"),
            ("Middle Name", "MiddleName"),
            ("Last Name", "FamilyName"),
            ("Phonetic First Name", "PhoneticGiven"),
            ("Phonetic Middle Name", "PhoneticMiddle"),
            ("Phonetic Last Name", "PhoneticFamily"),
            ("Name Prefix", "Prefix"),
            ("Name Suffix", "Suffix"),
            ("Nickname", "Nickname"),
            ("File As", "Unknown"),
            ("Organization Name", "Company"),
            ("Organization Title", "JobTitle"),
            ("Organization Department", "Department"),
            ("Birthday", "Birthday"),
            ("Notes", "Note"),
            ("Photo", "Photo"),
            ("Labels", "Tags"),
            ("E-mail 1 - Label", "EmailLabel 1"),
            ("E-mail 1 - Value", "Email 1"),
            ("Phone 1 - Label", "PhoneLabel 1"),
            ("Phone 1 - Value", "Phone 1"),
            ("Address 1 - Label", "AddressLabel 1"),
            ("Address 1 - Formatted", "Whole 1"),
            ("Address 1 - Street", "Street 1"),
            ("Address 1 - City", "City 1"),
            ("Address 1 - Postal Code", "PostalCode 1"),
            ("Website 1 - Value", "Website 1"),
            ("Relation 1 - Value", "Relation 1"),
            ("Event 1 - Label", "Unknown"),
            ("Event 1 - Value", "Unknown"),
        ],
    );
}

#[test]
fn google_puts_several_values_into_one_cell() {
    let guesses =
        guess(&["Name", "Group Membership", "E-mail 1 - Type", "E-mail 1 - Value", "Phone 1 - Value"]);
    let read = |at: usize, cell: &'static str| values(&guesses[at], cell).collect::<Vec<_>>();
    assert_eq!(read(0, "Ada ::: Byron"), ["Ada ::: Byron"]);
    assert_eq!(read(1, "Kunder ::: * myContacts"), ["Kunder", "* myContacts"]);
    assert_eq!(read(2, "* Home :::  ::: Work"), ["* Home", "", "Work"]);
    assert_eq!(read(4, "+45 12 34 56 78 ::: 87654321"), ["+45 12 34 56 78", "87654321"]);
    assert_eq!(label("* Home"), Label { text: "Home", marked: true });
    assert_eq!(label("Work"), Label { text: "Work", marked: false });
}

#[test]
fn outlook() {
    check(
        Source::Outlook,
        &[
            ("Title", "Prefix"),
            ("First Name", "GivenName"),
            ("Middle Name", "MiddleName"),
            ("Last Name", "FamilyName"),
            ("Suffix", "Suffix"),
            ("Company", "Company"),
            ("Department", "Department"),
            ("Job Title", "JobTitle"),
            ("Business Street", "Street 1 work"),
            ("Business Street 2", "Street2 1 work"),
            ("Business Street 3", "Street2 1 work"),
            ("Business City", "City 1 work"),
            ("Business State", "Region 1 work"),
            ("Business Postal Code", "PostalCode 1 work"),
            ("Business Country/Region", "Country 1 work"),
            ("Home Street", "Street 2 home"),
            ("Home City", "City 2 home"),
            ("Other Street", "Street 3 other"),
            ("Assistant's Phone", "Phone 1 assistant"),
            ("Business Fax", "Phone 2 work fax"),
            ("Business Phone", "Phone 3 work"),
            ("Business Phone 2", "Phone 4 work"),
            ("Callback", "Phone 5 callback"),
            ("Car Phone", "Phone 6 car"),
            ("Company Main Phone", "Phone 7 main"),
            ("Home Fax", "Phone 8 home fax"),
            ("Home Phone", "Phone 9 home"),
            ("Mobile Phone", "Phone 10 mobile"),
            ("Primary Phone", "Phone 11 main"),
            ("TTY/TDD Phone", "Phone 12 textphone"),
            ("Anniversary", "Anniversary"),
            ("Assistant's Name", "Relation 1 assistant"),
            ("Birthday", "Birthday"),
            ("Business Address PO Box", "PoBox 1 work"),
            ("Categories", "Tags"),
            ("Children", "Relation 2 child"),
            ("E-mail Address", "Email 1"),
            ("E-mail Type", "Unknown"),
            ("E-mail Display Name", "Unknown"),
            ("E-mail 2 Address", "Email 2"),
            ("E-mail 2 Display Name", "Unknown"),
            ("E-mail 3 Address", "Email 3"),
            ("Gender", "Gender"),
            ("Initials", "Unknown"),
            ("Language", "Language"),
            ("Manager's Name", "Relation 3 manager"),
            ("Notes", "Note"),
            ("Referred By", "Relation 4 referred by"),
            ("Spouse", "Relation 5 spouse"),
            ("User 1", "Unknown"),
            ("Web Page", "Website 1"),
        ],
    );
}

#[test]
fn apple() {
    check(
        Source::Apple,
        &[
            ("First Name", "GivenName"),
            ("Last Name", "FamilyName"),
            ("Phonetic First Name", "PhoneticGiven"),
            ("Organization", "Company"),
            ("Job Title", "JobTitle"),
            ("Mobile Phone", "Phone 1 mobile"),
            ("Home Email", "Email 1 home"),
            ("Work Email", "Email 2 work"),
            ("Home Street", "Street 1 home"),
            ("Home ZIP", "PostalCode 1 home"),
            ("Note", "Note"),
        ],
    );
}

#[test]
fn hub_spot() {
    check(
        Source::HubSpot,
        &[
            ("Record ID", "ExternalId"),
            ("First Name", "GivenName"),
            ("Last Name", "FamilyName"),
            ("Email", "Email 1"),
            ("Phone Number", "Phone 1"),
            ("Mobile Phone Number", "Phone 2 mobile"),
            ("Contact owner", "Owner"),
            ("Lifecycle Stage", "Unknown"),
            ("Lead Status", "Unknown"),
            ("Create Date", "CreatedAt"),
            ("Company Name", "Company"),
            ("Job Title", "JobTitle"),
            ("Street Address", "Street 1"),
            ("City", "City 1"),
            ("State/Region", "Region 1"),
            ("Postal Code", "PostalCode 1"),
            ("Country/Region", "Country 1"),
            ("Website URL", "Website 1"),
            ("Original Source", "Source"),
            ("Preferred language", "Language"),
            ("Unsubscribed from all email", "OptedOut email"),
        ],
    );
}

#[test]
fn salesforce() {
    check(
        Source::Salesforce,
        &[
            ("Id", "ExternalId"),
            ("Salutation", "Prefix"),
            ("FirstName", "GivenName"),
            ("LastName", "FamilyName"),
            ("Name", "FullName"),
            ("AccountId", "Unknown"),
            ("MailingStreet", "Street 1 mailing"),
            ("MailingCity", "City 1 mailing"),
            ("MailingState", "Region 1 mailing"),
            ("MailingPostalCode", "PostalCode 1 mailing"),
            ("MailingCountry", "Country 1 mailing"),
            ("OtherStreet", "Street 2 other"),
            ("Phone", "Phone 1"),
            ("Fax", "Phone 2 fax"),
            ("MobilePhone", "Phone 3 mobile"),
            ("HomePhone", "Phone 4 home"),
            ("AssistantPhone", "Phone 5 assistant"),
            ("Email", "Email 1"),
            ("Title", "JobTitle"),
            ("Department", "Department"),
            ("AssistantName", "Relation 1 assistant"),
            ("LeadSource", "Source"),
            ("Birthdate", "Birthday"),
            ("Description", "Note"),
            ("OwnerId", "Owner"),
            ("HasOptedOutOfEmail", "OptedOut email"),
            ("DoNotCall", "OptedOut phone"),
            ("CreatedDate", "CreatedAt"),
            ("PhotoUrl", "Photo"),
        ],
    );
    check(
        Source::Salesforce,
        &[
            ("Salutation", "Prefix"),
            ("First Name", "GivenName"),
            ("Last Name", "FamilyName"),
            ("Account Name", "Company"),
            ("Mailing Street", "Street 1 mailing"),
            ("Mailing Zip/Postal Code", "PostalCode 1 mailing"),
            ("Email Opt Out", "OptedOut email"),
        ],
    );
    check(
        Source::Salesforce,
        &[
            ("Name", "Company"),
            ("BillingStreet", "Street 1 billing"),
            ("BillingCity", "City 1 billing"),
            ("ShippingStreet", "Street 2 shipping"),
            ("Website", "Website 1"),
        ],
    );
}

#[test]
fn odoo() {
    check(
        Source::Odoo,
        &[
            ("id", "ExternalId"),
            ("name", "FullName"),
            ("is_company", "Kind"),
            ("parent_id/name", "Company"),
            ("email", "Email 1"),
            ("phone", "Phone 1"),
            ("mobile", "Phone 2 mobile"),
            ("street", "Street 1"),
            ("street2", "Street2 1"),
            ("zip", "PostalCode 1"),
            ("city", "City 1"),
            ("state_id/name", "Region 1"),
            ("country_id/name", "Country 1"),
            ("function", "JobTitle"),
            ("title/name", "Prefix"),
            ("category_id/name", "Tags"),
            ("comment", "Note"),
            ("website", "Website 1"),
            ("lang", "Language"),
            ("user_id/name", "Owner"),
            ("company_type", "Unknown"),
        ],
    );
}

#[test]
fn linked_in() {
    check(
        Source::LinkedIn,
        &[
            ("First Name", "GivenName"),
            ("Last Name", "FamilyName"),
            ("URL", "linkedin"),
            ("Email Address", "Email 1"),
            ("Company", "Company"),
            ("Position", "JobTitle"),
            ("Connected On", "CreatedAt"),
        ],
    );
}

#[test]
fn lists_people_wrote_themselves() {
    check(
        Source::Unknown,
        &[
            ("FORNAVN", "GivenName"),
            ("efternavn", "FamilyName"),
            ("Telefon", "Phone 1"),
            ("Mobil", "Phone 2 mobile"),
            ("E-mail", "Email 1"),
            ("Adresse", "Street 1"),
            ("Postnr.", "PostalCode 1"),
            ("By", "City 1"),
            ("Land", "Country 1"),
            ("Firma", "Company"),
            ("Stilling", "JobTitle"),
            ("Fødselsdag", "Birthday"),
            ("Bemærkninger", "Note"),
            ("Grupper", "Tags"),
            ("Navn", "FullName"),
            ("Skostørrelse", "Unknown"),
        ],
    );
    check(
        Source::Unknown,
        &[
            ("Titel", "JobTitle"),
            ("Navn", "FullName"),
            ("Adresse", "Whole 1"),
            ("Telefon (arbejde)", "Phone 1 work"),
        ],
    );
    check(
        Source::Unknown,
        &[
            ("Namn", "GivenName"),
            ("Efternamn", "FamilyName"),
            ("Företag", "Company"),
            ("E-post", "Email 1"),
            ("Adress", "Street 1"),
            ("Postnummer", "PostalCode 1"),
            ("Ort", "City 1"),
            ("Mobiltelefon", "Phone 1 mobile"),
            ("Födelsedag", "Birthday"),
        ],
    );
    check(
        Source::Unknown,
        &[
            ("Ad", "GivenName"),
            ("Soyad", "FamilyName"),
            ("ŞİRKET", "Company"),
            ("E-posta", "Email 1"),
            ("Telefon", "Phone 1"),
            ("Cep Telefonu", "Phone 2 mobile"),
            ("İş Telefonu", "Phone 3 work"),
            ("Adres", "Street 1"),
            ("Şehir", "City 1"),
            ("Posta Kodu", "PostalCode 1"),
            ("Ülke", "Country 1"),
            ("Doğum Tarihi", "Birthday"),
        ],
    );
    check(
        Source::Unknown,
        &[
            ("Име", "GivenName"),
            ("Презиме", "MiddleName"),
            ("Фамилия", "FamilyName"),
            ("Телефон", "Phone 1"),
            ("Мобилен", "Phone 2 mobile"),
            ("Имейл", "Email 1"),
            ("Фирма", "Company"),
            ("Адрес", "Street 1"),
            ("Град", "City 1"),
            ("Пощенски код", "PostalCode 1"),
            ("Рожден ден", "Birthday"),
            ("Бележки", "Note"),
        ],
    );
    check(
        Source::Unknown,
        &[
            ("姓名", "FullName"),
            ("手机", "Phone 1 mobile"),
            ("电话", "Phone 2"),
            ("邮箱", "Email 1"),
            ("公司", "Company"),
            ("职位", "JobTitle"),
            ("地址", "Street 1"),
            ("城市", "City 1"),
            ("邮编", "PostalCode 1"),
            ("生日", "Birthday"),
            ("备注", "Note"),
            ("微信", "wechat"),
        ],
    );
    check(Source::Unknown, &[("姓", "FamilyName"), ("名", "GivenName"), ("手机2", "Phone 1 mobile")]);
}

#[test]
fn columns_of_the_same_name_get_slots_of_their_own() {
    check(
        Source::Unknown,
        &[
            ("Name", "FullName"),
            ("Email", "Email 1"),
            ("Email", "Email 2"),
            ("Email 2", "Email 3"),
            ("Phone", "Phone 1"),
            ("Telefon", "Phone 2"),
            ("Notes", "Note"),
            ("Comments", "Note"),
            ("Company", "Company"),
            ("Firma", "Unknown"),
        ],
    );
}

proptest! {
    #[test]
    fn any_headers_can_be_guessed(headers in proptest::collection::vec("(Phone|Email|Street|Address|Note)?( [0-9]{1,3})?|\\PC{0,20}", 0..60)) {
        let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
        prop_assert_eq!(guess(&headers).len(), headers.len());
    }
}
