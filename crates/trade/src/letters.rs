//! The letters with which documents go out: a few words in the customer's language, the link and the PDF.

use identity::workspaces;
use kernel::{Cx, Error, FieldErrors, Result, Role, Text, Tx};
use mail::{Letter, Part};
use records::{
    Record,
    field::{Reading, channels, emails},
};
use workbench::letters::LetterKind;

use crate::{
    document::{self, Customer},
    enclosed, links, paperwork,
};

/// To whom a document would go: the person it is for, else the company.
pub(crate) fn address(customer: &Customer) -> Option<(String, String)> {
    let reading_name = |card: &Record| card.text("name").to_owned();
    [&customer.person, &customer.company].into_iter().flatten().find_map(|card| {
        let address = emails::addresses(card.get("emails")).next()?.to_owned();
        Some((reading_name(card), address))
    })
}

/// Sends a document: what it says before the link is `words`. Fails where no address is known, or mail is not wanted.
pub(crate) fn send(tx: &mut Tx, sent: &Record, to: &str, words: &str) -> Result<()> {
    let customer = Customer::of_document(tx, sent)?;
    let today = tx.today();
    let refuses = [&customer.person, &customer.company].into_iter().flatten();
    if refuses.into_iter().any(|card| channels::forbids(card.get("do_not_contact"), "email", today).is_some())
    {
        return Err(Error::Invalid(FieldErrors::of("to", Text::new("document-no-mail-wanted"))));
    }
    let address = kernel::contact::email::parse(to)
        .ok_or_else(|| Error::Invalid(FieldErrors::of("to", Text::new("document-needs-address"))))?;
    let locale = document::locale(tx, sent);
    let link = links::create(tx, sent)?;
    let workspace = workspaces::find(tx)?.name;
    let title = paperwork::title(tx, sent)?;
    let reading = Reading::plain(tx);
    let name = customer.person.as_ref().or(customer.company.as_ref()).map(|card| card.title(&reading));
    let name = name.unwrap_or_default();
    let kind = sent.object.key;
    let letter = Letter {
        kind: "document",
        least: Role::Admin,
        to_name: name.clone(),
        to_address: address.to_owned(),
        language: locale.language(),
        subject: letter_of(sent).say(tx, &locale, "subject", &values(sent, &title, &name, &workspace))?,
        parts: vec![
            Part::Words(words.trim().to_owned()),
            Part::Way { text: locale.t(&format!("document-open-{kind}")).into_owned(), href: link },
        ],
        foot: locale.tf("document-foot", &[("workspace", workspace.as_str().into())]),
    };
    let enclosed = enclosed::with(tx, sent)?;
    mail::post_with(tx, &letter, &enclosed).map(drop)
}

/// What is said before the link, unless the sender writes something else.
pub(crate) fn words(cx: &Cx, sent: &Record, name: &str, workspace: &str) -> Result<String> {
    let title = paperwork::title(cx, sent)?;
    letter_of(sent).say(cx, &document::locale(cx, sent), "lead", &values(sent, &title, name, workspace))
}

const FIELDS: &[&str] = &["name", "workspace", "what", "number", "title"];

/// What customers get with their documents.
pub(crate) const LETTERS: [LetterKind; 3] = [
    LetterKind { key: "quote", fields: FIELDS, subject: "document-subject", lead: "document-words-quote" },
    LetterKind { key: "order", fields: FIELDS, subject: "document-subject", lead: "document-words-order" },
    LetterKind {
        key: "invoice",
        fields: FIELDS,
        subject: "document-subject",
        lead: "document-words-invoice",
    },
];

fn letter_of(sent: &Record) -> &'static LetterKind {
    LETTERS.iter().find(|letter| letter.key == sent.object.key).unwrap_or(&LETTERS[0])
}

fn values<'a>(
    sent: &'a Record,
    title: &'a str,
    name: &'a str,
    workspace: &'a str,
) -> [(&'static str, &'a str); 5] {
    [
        ("name", name),
        ("workspace", workspace),
        ("what", sent.text("name")),
        ("number", sent.text("number")),
        ("title", title),
    ]
}
