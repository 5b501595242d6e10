//! A company: a customer, supplier or partner that people work at.

use kernel::{Cx, FieldErrors, Result, Tx};
use records::{
    Behavior, ChangeSet, Field, Object, Record,
    behavior::{Done, Pending},
    field::{
        addresses::Addresses, channels::Channels, date::Date, date_time::DateTime, emails::Emails,
        file::File, links::Links, long_text::LongText, money::Money, multi_select::MultiSelect,
        number::Number, phones::Phones, rating::Rating, reference::Reference, select::Select,
        socials::Socials, text::Text, user::User,
    },
    object::object,
    save::Values,
};

use crate::{
    PREFERRED, exchange, merging,
    person::{LANGUAGES, SOURCES, own},
    refusal,
};

/// The declaration.
pub fn company() -> Object {
    let fields = vec![
        Field::new("name", Text).required().searched().listed().group("about"),
        Field::new("phones", Phones).searched().listed().group("reach"),
        Field::new("emails", Emails).searched().listed().group("reach"),
        Field::new("addresses", Addresses).searched().listed().group("reach"),
        Field::new("links", Links).searched().group("reach"),
        Field::new("socials", Socials).group("reach"),
        Field::new("preferred_channel", Select::of("channel", PREFERRED)).group("reach"),
        Field::new("language", Select::open("language", LANGUAGES)).group("reach"),
        Field::new("do_not_contact", Channels).group("reach"),
        Field::new("standing", Select::of("standing", &["not_interested"])).group("reach"),
        Field::new("standing_reason", Text).group("reach"),
        Field::new("standing_until", Date).group("reach"),
        Field::new("industry", Text).listed().searched().group("about"),
        Field::new("registration_number", Text).searched().group("about"),
        Field::new("vat_number", Text).searched().group("about"),
        Field::new("employees", Number { decimals: 0 }).group("about"),
        Field::new("parent", Reference { object: Some("company") }).computed().group("about"),
        Field::new("tags", MultiSelect::free()).searched().listed().group("about"),
        Field::new("about", LongText).searched().group("about"),
        Field::new("owner", User).listed().indexed().group("account"),
        Field::new("source", Select::open("source", SOURCES)).group("account"),
        Field::new("rating", Rating).group("account"),
        // On which terms it buys: days to pay in, and how much it may owe.
        Field::new("payment_days", Number { decimals: 0 }).group("account"),
        Field::new("credit_limit", Money).group("account"),
        Field::new("last_talk_at", DateTime).computed().listed().indexed().group("account"),
        Field::new("last_talk_by", User).computed().group("account"),
        // The rhythm of contacts, in days, and the moment from which the card is silent for too long; whoever writes contacts down
        // keeps them.
        Field::new("usual_gap", Number { decimals: 0 }).computed().group("account"),
        Field::new("stale_since", DateTime).computed().indexed().group("account"),
        Field::new("quiet_until", Date).group("account"),
        Field::new("last_contact_at", DateTime).computed().hidden(),
        // After how many days without contact whoever is working with it wants to be told; empty where nobody does.
        Field::new("patience", Number { decimals: 0 }).computed().hidden(),
        // Of a refusal that was said on an earlier card.
        Field::new("refused_since", DateTime).computed().hidden(),
        Field::new("photo", File { image: true }).hidden(),
        Field::new("foreign", LongText).hidden(),
    ];
    Object::new("company", "companies", "name", fields)
        .detail(&["emails", "phones", "addresses"])
        .exchange(exchange::COMPANY)
        .read_together("silent", &["owner", "stale_since"], &[])
        .behavior(CompanyRules)
}

#[derive(Debug)]
struct CompanyRules;

impl Behavior for CompanyRules {
    fn before(&self, cx: &Cx, pending: &mut Pending, _: &mut FieldErrors) -> Result<()> {
        if pending.before.is_none() && !pending.values.contains_key("owner") {
            own(cx, pending);
        }
        refusal::recall(cx, &*object(cx, "company")?, pending)
    }

    fn after(&self, tx: &mut Tx, _: &mut ChangeSet, done: &Done) -> Result<()> {
        refusal::remember(tx, done)
    }

    fn merging(&self, _: &Cx, members: &[Record], values: &mut Values) -> Result<()> {
        merging::last_talk(members, values);
        Ok(())
    }

    fn related(
        &self,
        tx: &mut Tx,
        _: &mut ChangeSet,
        company: kernel::Id,
        link: &records::links::Link,
    ) -> Result<()> {
        if link.kind != "parent_company" || link.from != company {
            return Ok(());
        }
        let parents = records::links::of(tx, company)?;
        let parent = parents.into_iter().rfind(|other| other.forth && other.link.kind == "parent_company");
        let value = parent
            .map_or(records::Json::Null, |other| records::field::reference::reference("company", other.id));
        let declared = object(tx, "company")?;
        records::save::derive(tx, &declared, company, Values::from_iter([("parent".to_owned(), value)]))
    }
}
