//! A lead: somebody who may become a customer, from wherever they came. What becomes of one says [`mod@crate::convert`].

use kernel::{Country, Cx, FieldErrors, Language, Result, Text as Message, Tx};
use locale::places;
use records::{
    Behavior, ChangeSet, Exchange, Field, Json, Meaning, Object, Record,
    behavior::{Done, Pending},
    field::{
        addresses::Addresses, as_text, channels::Channels, date::Date, date_time::DateTime, emails::Emails,
        links::Links, long_text::LongText, number::Number, person_name::PersonName, phones::Phones,
        reference::Reference, select::Select, socials::Socials, text::Text, user::User,
    },
    object::object,
    save::{self, Values},
};

use people::{
    consent,
    person::{LANGUAGES, SOURCES, own},
    refusal,
};

use crate::{assignment, scoring};

pub const KEY: &str = "lead";

/// How far somebody got with it. Only a conversion leads to the last.
pub const STATUSES: &[&str] = &["new", "working", "qualified", REFUSED, CONVERTED];
pub const REFUSED: &str = "not_interested";
pub const CONVERTED: &str = "converted";

const EXCHANGE: Exchange = Exchange {
    card: None,
    meanings: &[
        (Meaning::Name, "name"),
        (Meaning::JobTitle, "job_title"),
        (Meaning::Emails, "emails"),
        (Meaning::Phones, "phones"),
        (Meaning::Addresses, "addresses"),
        (Meaning::Language, "language"),
        (Meaning::About, "text"),
        (Meaning::Owner, "owner"),
        (Meaning::Source, "source"),
    ],
    roles: &[],
};

/// The declaration.
pub fn lead() -> Object {
    let fields = vec![
        Field::new("name", PersonName).searched().listed().group("about"),
        Field::new("company_name", Text).searched().listed().group("about"),
        Field::new("job_title", Text).searched().group("about"),
        Field::new("phones", Phones).searched().listed().group("reach"),
        Field::new("emails", Emails).searched().listed().group("reach"),
        Field::new("addresses", Addresses).searched().group("reach"),
        Field::new("links", Links).group("reach"),
        Field::new("socials", Socials).searched().group("reach"),
        Field::new("language", Select::open("language", LANGUAGES)).group("reach"),
        Field::new("do_not_contact", Channels).group("reach"),
        Field::new("standing", Select::of("standing", &["not_interested"])).group("reach"),
        Field::new("standing_reason", Text).group("reach"),
        Field::new("standing_until", Date).group("reach"),
        // Of a refusal that was said on an earlier card.
        Field::new(refusal::SINCE, DateTime).computed().hidden(),
        // Of today's refusals of everything, the last day.
        Field::new(ALONE, Date).computed().indexed().group("reach"),
        consent::field().group("reach"),
        Field::new("text", LongText).searched().group("about"),
        Field::new("status", Select::of("lead-status", STATUSES))
            .required()
            .listed()
            .indexed()
            .timed("status_since")
            .group("about"),
        Field::new("owner", User).listed().indexed().group("account"),
        Field::new("score", Number { decimals: 0 }).computed().indexed().group("account"),
        Field::new("assigned_because", Text).computed().group("account"),
        Field::new("source", Select::open("source", SOURCES)).listed().indexed().group("account"),
        Field::new("campaign", Text).searched().indexed().group("account"),
        Field::new("medium", Text).group("account"),
        // As a link's `utm_source` says it, where the form says another source.
        Field::new("origin", Text).indexed().group("account"),
        Field::new("term", Text).group("account"),
        Field::new("content", Text).group("account"),
        Field::new("referrer", Text).group("account"),
        Field::new("landing_page", Text).group("account"),
        Field::new("form", Text).computed().indexed().group("account"),
        Field::new("told_by", Reference { object: Some("person") }).indexed().group("account"),
        // As they wrote it themselves.
        Field::new("recommended_by", Text).searched().group("account"),
        Field::new("country", Text).computed().group("account"),
        Field::new("postal_code", Text).computed().group("account"),
        Field::new("status_since", DateTime).computed().group("account"),
        Field::new("last_talk_at", DateTime).computed().indexed().group("account"),
        Field::new("last_talk_by", User).computed().group("account"),
        Field::new("converted_at", DateTime).computed().indexed().group("account"),
        Field::new("person", Reference { object: Some("person") }).computed().indexed().group("account"),
        Field::new("company", Reference { object: Some("company") }).computed().indexed().group("account"),
        Field::new("deal", Reference { object: Some("deal") }).computed().indexed().group("account"),
    ];
    let mut lead = Object::new(KEY, "leads", "name", fields)
        .ranked()
        .read_together("on_board", &["status", records::rank::FIELD], &[])
        .detail(&["emails", "company_name", "phones"])
        .exchange(EXCHANGE)
        .behavior(LeadRules);
    lead.tab = "campaign";
    lead
}

#[derive(Debug)]
struct LeadRules;

impl Behavior for LeadRules {
    fn before(&self, cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
        if ["name", "emails", "phones"].iter().all(|field| pending.value(field).is_null()) {
            errors.add("name", Message::new("lead-needs-a-name"));
        }
        if pending.before.is_none() {
            begin(cx, pending);
        }
        refuse(pending);
        follow(cx, pending, errors);
        locate(cx, pending);
        let leads = object(cx, KEY)?;
        refusal::recall(cx, &leads, pending)?;
        spare(pending);
        scoring::follow(cx, &leads, pending)
    }

    fn after(&self, tx: &mut Tx, set: &mut ChangeSet, done: &Done) -> Result<()> {
        refusal::remember(tx, done)?;
        let nobodys = done.created() && done.after.get("owner").is_null();
        if nobodys && assignment::decides(tx) && !assignment::give(tx, set, done.after)? {
            // No rule says anybody: it stays with who made it.
            if let Some(user) = tx.actor().user() {
                let values = Values::from_iter([("owner".to_owned(), Json::from(user.to_string()))]);
                save::edit(tx, set, &done.after.object, done.after.id, values, &Values::new())?.saved()?;
            }
        }
        Ok(())
    }

    fn merging(&self, _: &Cx, members: &[Record], values: &mut Values) -> Result<()> {
        // The status of a lead that was converted comes and goes with what it became.
        let Some(survivor) = members.first() else { return Ok(()) };
        let status = as_text(values.get("status").unwrap_or(survivor.get("status")));
        if (status == CONVERTED) != is_converted(survivor) {
            values.insert("status".to_owned(), survivor.get("status").clone());
        }
        Ok(())
    }
}

/// Where a lead begins, and whose it is, unless somebody says otherwise.
fn begin(cx: &Cx, pending: &mut Pending) {
    if pending.value("status").is_null() {
        pending.values.insert("status".to_owned(), STATUSES[0].into());
    }
    if !pending.values.contains_key("owner") && !assignment::decides(cx) {
        own(cx, pending);
    }
}

/// The day until which somebody wants to be left alone altogether; [`FOR_GOOD`] when no end is said.
pub const ALONE: &str = "alone_until";
const FOR_GOOD: &str = "9999-12-31";

/// A status that says no is a refusal, and a refusal is said by the status too, each as the other is changed by hand.
fn refuse(pending: &mut Pending) {
    let Some(before) = pending.before else {
        if as_text(pending.value("status")) == REFUSED {
            pending.values.entry("standing".to_owned()).or_insert_with(|| REFUSED.into());
        }
        return;
    };
    let was = before.text("status").to_owned();
    let status = as_text(pending.value("status")).to_owned();
    if status != was && !pending.values.contains_key("standing") {
        if status == REFUSED {
            pending.values.insert("standing".to_owned(), REFUSED.into());
        } else if was == REFUSED {
            for field in ["standing", "standing_reason", "standing_until"] {
                pending.values.insert(field.to_owned(), Json::Null);
            }
        }
    } else if status == was
        && was != CONVERTED
        && pending.values.get("standing").is_some_and(|said| said == REFUSED)
    {
        pending.values.insert("status".to_owned(), REFUSED.into());
    }
}

/// Whom no list pulls up before that day: who is not interested, and who forbids every way. What somebody sends us by a form is seen
/// all the same, whatever they said before.
fn spare(pending: &mut Pending) {
    let said =
        ["standing", "standing_until", "do_not_contact"].iter().any(|key| pending.values.contains_key(*key));
    let wrote = pending.before.is_none() && !pending.value("form").is_null();
    if !said || wrote {
        return;
    }
    let ends = |until: &Json| if until.is_null() { FOR_GOOD.to_owned() } else { as_text(until).to_owned() };
    let mut until: Option<String> = None;
    if !pending.value("standing").is_null() {
        until = Some(ends(pending.value("standing_until")));
    }
    for entry in pending.value("do_not_contact").as_array().into_iter().flatten() {
        if as_text(&entry["channel"]) == "all" {
            until = until.max(Some(ends(&entry["until"])));
        }
    }
    pending.values.insert(ALONE.to_owned(), until.map_or(Json::Null, Json::from));
}

/// Where they are, by the first address that says so; who writes no country is at home.
fn locate(cx: &Cx, pending: &mut Pending) {
    let Some(addresses) = pending.values.get("addresses") else { return };
    let part = |part: &str| {
        let written =
            addresses.as_array().into_iter().flatten().map(|address| as_text(&address[part]).trim());
        written.filter(|text| !text.is_empty()).map(str::to_owned).next()
    };
    let (country, code) = (part("country"), part("postal_code"));
    let home = || (!addresses.is_null()).then(|| cx.locality().country.code().to_owned());
    let country = country.map(|written| country_code(&written).unwrap_or(written)).or_else(home);
    pending.values.insert("country".to_owned(), country.map_or(Json::Null, Json::from));
    pending.values.insert("postal_code".to_owned(), code.map_or(Json::Null, Json::from));
}

/// The code of a country that is written as such or by its name in one of our languages.
fn country_code(written: &str) -> Option<String> {
    let code = written.to_uppercase();
    if Country::new(&code).is_some() {
        return Some(code);
    }
    let wanted = written.to_lowercase();
    let named = |language: &Language| {
        let found = places::countries(*language).iter().find(|(_, name)| name.to_lowercase() == wanted);
        found.map(|(code, _)| (*code).to_owned())
    };
    Language::ALL.iter().find_map(named)
}

/// What depends on the status. A conversion and its undo say when it was converted; by hand nobody comes there or back.
fn follow(cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) {
    let before = pending.before.map_or("", |before| before.text("status"));
    let status = as_text(pending.value("status"));
    if before == status {
        return;
    }
    if !pending.values.contains_key("converted_at") {
        if status == CONVERTED {
            errors.add("status", Message::new("lead-convert-from-card"));
        } else if before == CONVERTED {
            errors.add("status", Message::new("lead-stays-converted"));
        }
    }
    if !pending.values.contains_key("status_since") {
        pending.values.insert("status_since".to_owned(), Json::from(cx.now().micros()));
    }
}

/// It became somebody.
pub fn is_converted(lead: &Record) -> bool {
    lead.text("status") == CONVERTED
}
