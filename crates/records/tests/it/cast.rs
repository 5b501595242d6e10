//! The objects the tests play with: people and companies in small, with the rule that makes a company a relation.

use std::{collections::HashMap, sync::Arc};

use kernel::{Clock, Cx, Db, FieldErrors, Id, Result, Text as Message, Tx, clock::DAY, db::Address, migrate};
use records::{
    Behavior, Catalog, ChangeSet, Exchange, Field, Json, Meaning, Object,
    behavior::{Done, Pending},
    exchange::{CardKind, Role},
    export::Extras,
    field::{
        addresses::Addresses, as_id, channels::Channels, date::Date, date_time::DateTime, emails::Emails,
        file::File, links::Links, long_text::LongText, money::Money, multi_select::MultiSelect,
        number::Number, partial_date::PartialDate, person_name::PersonName, phones::Phones, rating::Rating,
        reference::Reference, select::Select, socials::Socials, text::Text, user::User, yes_no::YesNo,
    },
    files::FileStore,
    import::Members,
    links::{self, Link, LinkKind, NewLink},
    object::TimelineRule,
    save, tables,
};

pub fn catalog() -> Catalog {
    let kind = |key, from, to| LinkKind { key, from, to, symmetric: false, role: false };
    let kinds = vec![
        LinkKind { role: true, ..kind("works_at", "person", "company") },
        LinkKind { symmetric: true, ..kind("spouse", "person", "person") },
        kind("parent", "person", "person"),
    ];
    Catalog::new(vec![person(), company(), note()], kinds)
}

fn person() -> Object {
    let fields = vec![
        Field::new("name", PersonName).searched().listed(),
        Field::new("company", Reference { object: Some("company") }).listed().indexed(),
        Field::new("job_title", Text).listed().searched(),
        Field::new("department", Text),
        Field::new("phones", Phones).searched().listed(),
        Field::new("emails", Emails).searched().listed(),
        Field::new("addresses", Addresses).searched(),
        Field::new("links", Links),
        Field::new("socials", Socials).searched(),
        Field::new("language", Select::open("language", &["en", "da"])),
        Field::new("do_not_contact", Channels),
        Field::new("nickname", Text).searched(),
        Field::new("birthday", PartialDate).indexed(),
        Field::new("since", Date),
        Field::new("score", Number { decimals: 2 }),
        Field::new("spends", Money),
        Field::new("stars", Rating),
        Field::new("club", YesNo),
        Field::new("met_at", DateTime),
        Field::new("gender", Select::open("gender", &["female", "male", "other"])),
        Field::new("tags", MultiSelect::free()).searched().listed(),
        Field::new("about", LongText).searched(),
        Field::new("owner", User).listed().indexed(),
        Field::new("last_talk_at", DateTime).computed().listed().indexed(),
        Field::new("photo", File { image: true }).hidden(),
        Field::new("foreign", LongText).hidden(),
    ];
    let exchange = Exchange {
        card: Some(CardKind::Individual),
        meanings: &[
            (Meaning::Name, "name"),
            (Meaning::Nickname, "nickname"),
            (Meaning::Company, "company"),
            (Meaning::Department, "department"),
            (Meaning::JobTitle, "job_title"),
            (Meaning::Emails, "emails"),
            (Meaning::Phones, "phones"),
            (Meaning::Addresses, "addresses"),
            (Meaning::Websites, "links"),
            (Meaning::Socials, "socials"),
            (Meaning::Birthday, "birthday"),
            (Meaning::Gender, "gender"),
            (Meaning::Language, "language"),
            (Meaning::Tags, "tags"),
            (Meaning::Photo, "photo"),
            (Meaning::About, "about"),
            (Meaning::DoNotContact, "do_not_contact"),
            (Meaning::Foreign, "foreign"),
        ],
        roles: &[
            Role { role: "spouse", kind: "spouse", forth: true },
            Role { role: "child", kind: "parent", forth: true },
            Role { role: "parent", kind: "parent", forth: false },
        ],
    };
    Object::new("person", "people", "name", fields)
        .detail(&["company", "emails", "phones"])
        .exchange(exchange)
        .behavior(PersonRules)
}

fn company() -> Object {
    let fields = vec![
        Field::new("name", Text).required().searched().listed(),
        Field::new("phones", Phones).searched().listed(),
        Field::new("emails", Emails).searched().listed(),
        Field::new("addresses", Addresses).searched().listed(),
        Field::new("links", Links).searched(),
        Field::new("tags", MultiSelect::free()).searched().listed(),
        Field::new("foreign", LongText).hidden(),
    ];
    let exchange = Exchange {
        card: Some(CardKind::Organisation),
        meanings: &[
            (Meaning::Name, "name"),
            (Meaning::Emails, "emails"),
            (Meaning::Phones, "phones"),
            (Meaning::Addresses, "addresses"),
            (Meaning::Websites, "links"),
            (Meaning::Tags, "tags"),
            (Meaning::Foreign, "foreign"),
        ],
        roles: &[],
    };
    Object::new("company", "companies", "name", fields).detail(&["emails", "phones"]).exchange(exchange)
}

fn note() -> Object {
    let fields = vec![
        Field::new("text", LongText).required().searched(),
        Field::new("about", Reference { object: None }),
        Field::new("at", DateTime),
    ];
    Object::new("note", "notes", "text", fields)
        .activity(TimelineRule { about: "about", at: "at" })
        .sorted_by("at", true)
}

/// As the product's own: a company on the card is a relation.
#[derive(Debug)]
struct PersonRules;

impl Behavior for PersonRules {
    fn before(&self, _: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
        if ["name", "emails", "phones"].iter().all(|field| pending.value(field).is_null()) {
            errors.add("name", Message::new("required"));
        }
        Ok(())
    }

    fn after(&self, tx: &mut Tx, set: &mut ChangeSet, done: &Done) -> Result<()> {
        if !done.changed("company") {
            return Ok(());
        }
        let person = done.after.id;
        if let Some(was) = done.before.and_then(|before| as_id(before.get("company"))) {
            let related = links::of(tx, person)?;
            if let Some(old) =
                related.into_iter().find(|other| other.id == was && other.link.kind == "works_at")
            {
                links::remove(tx, set, old.link.id)?;
            }
        }
        if let Some(company) = as_id(done.after.get("company")) {
            let new = NewLink::new("works_at", ("person", person), ("company", company));
            links::add(tx, set, &new.role(done.after.text("job_title")))?;
        }
        Ok(())
    }

    fn related(&self, tx: &mut Tx, _: &mut ChangeSet, person: Id, link: &Link) -> Result<()> {
        if link.kind != "works_at" || link.from != person {
            return Ok(());
        }
        let object = records::object::object(tx, "person")?;
        let works = links::of(tx, person)?;
        let at = works.iter().rfind(|other| other.link.kind == "works_at");
        let company =
            at.map_or(Json::Null, |other| records::field::reference::reference("company", other.id));
        save::derive(tx, &object, person, save::Values::from_iter([("company".to_owned(), company)]))
    }
}

/// A database with everything in it that the engine needs.
pub fn open(address: &Address, clock: Clock, store: FileStore) -> Db {
    let db = Db::open(address, clock, 8).unwrap();
    let catalog = Arc::new(catalog());
    migrate::migrate(&db, jobs::MIGRATIONS).unwrap();
    migrate::migrate(&db, identity::MIGRATIONS).unwrap();
    migrate::migrate(&db, records::MIGRATIONS).unwrap();
    tables::ensure(&db, &catalog).unwrap();
    db.provide(Arc::new(records::Catalogs::new(catalog)));
    db.provide(Arc::new(store));
    db.provide(Arc::new(Extras::default()));
    db.provide(Arc::new(Members(members)));
    db
}

/// The only user there is.
pub const IDA: Id = Id::from_bytes([7; 16]);

fn members(_: &Cx) -> Result<HashMap<Id, String>> {
    Ok(HashMap::from([(IDA, "Ida Ødegård".to_owned())]))
}

/// When the tests begin: 4 October 2024.
#[allow(dead_code)]
pub const START: i64 = 20_000 * DAY;
