//! A person: what vCard 4.0 (RFC 6350) and the peers know of one. The company on the card is the first of those the
//! person works at; the relation and the field are kept true to each other here.

use std::sync::Arc;

use kernel::{Cx, FieldErrors, Id, Result, Text as Message, Tx};
use records::{
    Behavior, ChangeSet, Field, Json, Object, Record,
    behavior::{Done, Pending},
    field::{
        addresses::Addresses, as_id, channels::Channels, date::Date, date_time::DateTime, emails::Emails,
        file::File, links::Links, long_text::LongText, multi_select::MultiSelect, number::Number,
        partial_date::PartialDate, person_name::PersonName, phones::Phones, rating::Rating, reference,
        reference::Reference, select::Select, socials::Socials, text::Text, user::User,
    },
    links::{self, Link, NewLink},
    object::object,
    save::{self, Values},
};

use crate::{PREFERRED, consent, exchange, merging, refusal};

pub const LANGUAGES: &[&str] = &[
    "en", "da", "sv", "no", "fi", "de", "fr", "es", "it", "nl", "pl", "tr", "bg", "ru", "uk", "ar", "zh",
    "ja", "ko",
];

/// The declaration.
pub fn person() -> Object {
    let fields = vec![
        Field::new("name", PersonName).searched().listed().group("about"),
        Field::new("company", Reference { object: Some("company") }).listed().indexed().group("work"),
        Field::new("job_title", Text).listed().searched().group("work"),
        Field::new("department", Text).group("work"),
        Field::new("phones", Phones).searched().listed().group("reach"),
        Field::new("emails", Emails).searched().listed().group("reach"),
        Field::new("addresses", Addresses).searched().group("reach"),
        Field::new("links", Links).group("reach"),
        Field::new("socials", Socials).searched().group("reach"),
        Field::new("preferred_channel", Select::of("channel", PREFERRED)).group("reach"),
        Field::new("language", Select::open("language", LANGUAGES)).group("reach"),
        Field::new("do_not_contact", Channels).group("reach"),
        Field::new("standing", Select::of("standing", &["not_interested"])).group("reach"),
        Field::new("standing_reason", Text).group("reach"),
        Field::new("standing_until", Date).group("reach"),
        consent::field().group("reach"),
        Field::new("nickname", Text).searched().group("about"),
        Field::new("birthday", PartialDate).indexed().group("about"),
        Field::new("anniversary", PartialDate).group("about"),
        Field::new("gender", Select::open("gender", &["female", "male", "other"])).group("about"),
        Field::new("household", Reference { object: Some("household") }).computed().group("about"),
        Field::new("tags", MultiSelect::free()).searched().listed().group("about"),
        Field::new("about", LongText).searched().group("about"),
        Field::new("owner", User).listed().indexed().group("account"),
        Field::new("source", Select::open("source", SOURCES)).group("account"),
        Field::new("rating", Rating).group("account"),
        Field::new("last_talk_at", DateTime).computed().listed().indexed().group("account"),
        Field::new("last_talk_by", User).computed().group("account"),
        // The rhythm of contacts, in days, and the moment from which the card is silent for too long; whoever writes contacts down
        // keeps them.
        Field::new("usual_gap", Number { decimals: 0 }).computed().group("account"),
        Field::new("stale_since", DateTime).computed().indexed().group("account"),
        Field::new("quiet_until", Date).group("account"),
        Field::new("last_contact_at", DateTime).computed().hidden(),
        // The latest of what is planned with them: see `activities::silence`.
        Field::new("planned_until", DateTime).computed().hidden(),
        // After how many days without contact whoever is working with it wants to be told; empty where nobody does.
        Field::new("patience", Number { decimals: 0 }).computed().hidden(),
        // Of a refusal that was said on an earlier card.
        Field::new("refused_since", DateTime).computed().hidden(),
        Field::new("photo", File { image: true }).hidden(),
        Field::new("foreign", LongText).hidden(),
    ];
    Object::new("person", "people", "name", fields)
        .detail(&["company", "emails", "phones"])
        .exchange(exchange::PERSON)
        .read_together("silent", &["owner", "stale_since"], &[])
        .read_together("birthdays", &["owner", "birthday"], &[])
        .read_together("planned", &["company", "planned_until"], &[])
        .behavior(PersonRules)
}

/// Where somebody came from.
pub const SOURCES: &[&str] = &["referral", "website", "phone", "event", "advertisement", "import", "other"];

/// What changes of a person bring about.
#[derive(Debug)]
struct PersonRules;

impl Behavior for PersonRules {
    fn before(&self, cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
        let nameless = ["name", "emails", "phones"].iter().all(|field| pending.value(field).is_null());
        if nameless {
            errors.add("name", Message::new("person-needs-a-name"));
        }
        if pending.before.is_none() && !pending.values.contains_key("owner") {
            own(cx, pending);
        }
        refusal::recall(cx, &*object(cx, "person")?, pending)
    }

    fn after(&self, tx: &mut Tx, set: &mut ChangeSet, done: &Done) -> Result<()> {
        if done.changed("company") {
            change_company(tx, set, done)?;
        } else if done.changed("job_title") {
            change_role(tx, set, done)?;
        }
        refusal::remember(tx, done)
    }

    fn merging(&self, _: &Cx, members: &[Record], values: &mut Values) -> Result<()> {
        merging::last_talk(members, values);
        Ok(())
    }

    fn related(&self, tx: &mut Tx, _: &mut ChangeSet, person: Id, link: &Link) -> Result<()> {
        match link.kind.as_str() {
            "works_at" if link.from == person => follow_employment(tx, person),
            "member_of" if link.from == person => follow_membership(tx, person),
            _ => Ok(()),
        }
    }
}

/// Whoever makes a card owns it, unless somebody else is named.
pub fn own(cx: &Cx, pending: &mut Pending) {
    if let Some(user) = cx.actor().user() {
        pending.values.insert("owner".to_owned(), user.to_string().into());
    }
}

/// The relation follows the field: the old employment goes, the new one comes.
fn change_company(tx: &mut Tx, set: &mut ChangeSet, done: &Done) -> Result<()> {
    let person = done.after.id;
    let was = done.before.and_then(|before| as_id(before.get("company")));
    let company = as_id(done.after.get("company"));
    if let Some(was) = was {
        let old = employments(tx, person)?.into_iter().find(|link| link.to == was);
        if let Some(link) = old {
            links::remove(tx, set, link.id)?;
        }
    }
    if let Some(company) = company {
        let new = NewLink::new("works_at", ("person", person), ("company", company))
            .role(done.after.text("job_title"));
        links::add(tx, set, &new)?;
    }
    Ok(())
}

fn change_role(tx: &mut Tx, set: &mut ChangeSet, done: &Done) -> Result<()> {
    let Some(company) = as_id(done.after.get("company")) else { return Ok(()) };
    let link = employments(tx, done.after.id)?.into_iter().find(|link| link.to == company);
    if let Some(link) = link {
        links::change(tx, set, link.id, done.after.text("job_title"), &link.started_on, &link.ended_on)?;
    }
    Ok(())
}

/// Where the person works now, oldest relation first.
fn employments(cx: &Cx, person: Id) -> Result<Vec<Link>> {
    let today = cx.today();
    let related = links::of(cx, person)?;
    let held = related
        .into_iter()
        .filter(|other| other.forth && other.link.kind == "works_at" && !other.over(today));
    Ok(held.map(|other| other.link).collect())
}

/// The field follows the relation: the company stays while the person works there, else the latest other one.
fn follow_employment(tx: &mut Tx, person: Id) -> Result<()> {
    let declared = object(tx, "person")?;
    let record = records::record::find(tx, &declared, person)?;
    let held = employments(tx, person)?;
    let company = as_id(record.get("company"));
    let main = held.iter().find(|link| Some(link.to) == company).or(held.last());
    let mut values = Values::new();
    match main {
        Some(link) => {
            values.insert("company".to_owned(), reference::reference("company", link.to));
            if !link.role.is_empty() {
                values.insert("job_title".to_owned(), link.role.clone().into());
            }
        }
        None => {
            values.insert("company".to_owned(), Json::Null);
        }
    }
    save::derive(tx, &declared, person, values)
}

fn follow_membership(tx: &mut Tx, person: Id) -> Result<()> {
    let declared: Arc<Object> = object(tx, "person")?;
    let member =
        links::of(tx, person)?.into_iter().rfind(|other| other.forth && other.link.kind == "member_of");
    let household = member.map_or(Json::Null, |other| reference::reference("household", other.id));
    save::derive(tx, &declared, person, Values::from_iter([("household".to_owned(), household)]))
}
