//! A lead becomes a person, perhaps with a company and a deal, and everything that happened with it goes along. It is one change
//! set, so one undo makes it a lead again. The page that asks is in `convert/page.rs`.

mod page;

use std::sync::Arc;

use identity::{rights::FieldRight, shares};
use kernel::{Error, FieldErrors, Id, Result, Text, Tx};
use people::consent;
use records::{
    ChangeSet, Json, Object, Record,
    access::{self, Verb},
    field::{Reading, as_text, reference},
    following, merge,
    object::object,
    record,
    save::{self, Values},
};

pub(crate) use self::page::{action, became, routes};
use crate::{deal, lead};

/// What becomes of a lead, for each of the cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Become {
    /// A new card.
    New,
    /// A card that is here already.
    Known(Id),
    Nothing,
}

/// A conversion that somebody asks for.
#[derive(Debug)]
pub(crate) struct Wanted {
    pub person: Become,
    pub company: Become,
    /// What a new company is called.
    pub company_name: String,
    /// The values of the deal, if there is to be one.
    pub deal: Option<Values>,
}

#[derive(Debug)]
pub(crate) enum Outcome {
    /// Done: the change set, and the person's key.
    Converted(Id, Id),
    /// It was converted before, perhaps a moment ago.
    Already(Box<Record>),
}

/// Fields that a lead and a person call the same.
const SHARED: &[&str] = &[
    "name",
    "job_title",
    "phones",
    "emails",
    "addresses",
    "links",
    "socials",
    "language",
    "source",
    "owner",
    "last_talk_at",
    "last_talk_by",
    consent::FIELD,
    "do_not_contact",
    "standing",
    "standing_reason",
    "standing_until",
];
/// Of these, what a company and a deal take over.
const ACCOUNT: &[&str] = &["owner", "source"];

/// Converts a lead. `Invalid` names the fields with what they belong to: `person.name`, `company.name`, `deal.stage`.
pub(crate) fn convert(tx: &mut Tx, id: Id, wanted: &Wanted) -> Result<Outcome> {
    // It is kept from others' changes, so the second of two waits here.
    let lead = record::find_to_change(tx, &object(tx, lead::KEY)?, id)?;
    access::require_on(tx, &lead, Verb::Edit)?;
    if lead.trashed_at.is_some() {
        return Err(Error::conflict("record-is-trashed"));
    }
    if lead::is_converted(&lead) {
        return Ok(Outcome::Already(Box::new(lead)));
    }
    let (people, title) = (object(tx, "person")?, lead.title(&Reading::plain(tx)));
    let mut set = ChangeSet::new(tx, "change-converted").about(title);
    let company = company(tx, &mut set, &lead, wanted)?;
    let person = match wanted.person {
        Become::Known(id) => known(tx, &mut set, &lead, (&people, id), company)?,
        _ => new_person(tx, &mut set, &lead, &people, (company, wanted.deal.is_none()))?,
    };
    let deal = match &wanted.deal {
        Some(values) => Some(new_deal(tx, &mut set, &lead, values.clone(), (person, company))?),
        None => None,
    };
    merge::hand_over(tx, &mut set, &lead, (&people, person))?;
    following::pass_on(tx, &lead, (&people, person))?;
    let to = |object: &str, id: Option<Id>| id.map_or(Json::Null, |id| reference::reference(object, id));
    let values = Values::from_iter([
        ("status".to_owned(), Json::from(lead::CONVERTED)),
        ("converted_at".to_owned(), tx.now().micros().into()),
        ("person".to_owned(), to("person", Some(person))),
        ("company".to_owned(), to("company", company)),
        ("deal".to_owned(), to(deal::KEY, deal)),
    ]);
    save::edit(tx, &mut set, &lead.object, id, values, &Values::new())?.saved()?;
    set.close(tx)?;
    Ok(Outcome::Converted(set.id, person))
}

/// The lead's values of these fields, as far as the other object has them and the actor may write there.
fn taken(lead: &Record, object: &Object, fields: &[&str]) -> Values {
    let fits = |key: &&&str| {
        let field = object.at(key).map(|at| &object.fields[at]);
        field.is_some_and(|field| field.right == FieldRight::Editable && !field.retired)
    };
    let fields = fields.iter().filter(fits).map(|key| ((*key).to_owned(), lead.get(key).clone()));
    fields.filter(|(_, value)| !value.is_null()).collect()
}

fn company(tx: &mut Tx, set: &mut ChangeSet, lead: &Record, wanted: &Wanted) -> Result<Option<Id>> {
    let companies = object(tx, "company")?;
    match wanted.company {
        Become::Nothing => Ok(None),
        Become::Known(id) => Ok(Some(record::find(tx, &companies, id)?.id)),
        Become::New => {
            let mut values = taken(lead, &companies, ACCOUNT);
            values.insert("name".to_owned(), wanted.company_name.as_str().into());
            save::create(tx, set, &companies, values).map(Some).map_err(|error| of("company", error))
        }
    }
}

fn new_person(
    tx: &mut Tx,
    set: &mut ChangeSet,
    lead: &Record,
    people: &Arc<Object>,
    (company, with_text): (Option<Id>, bool),
) -> Result<Id> {
    let mut values = taken(lead, people, SHARED);
    if let Some(company) = company {
        values.insert("company".to_owned(), reference::reference("company", company));
    }
    if with_text && !lead.get("text").is_null() {
        values.insert("about".to_owned(), lead.get("text").clone());
    }
    let id = save::create(tx, set, people, values).map_err(|error| of("person", error))?;
    // Whom the lead was shown sees what became of it.
    for share in shares::of_record(tx, lead::KEY, lead.id)? {
        if share.until.is_none_or(|until| until > tx.now()) {
            let (with, may, until) = (share.with, share.may, share.until);
            shares::share(tx, &shares::NewShare { object: people.key, record: id, with, may, until })?;
        }
    }
    Ok(id)
}

/// Somebody who is here already gets what their card lacks.
fn known(
    tx: &mut Tx,
    set: &mut ChangeSet,
    lead: &Record,
    (people, id): (&Arc<Object>, Id),
    company: Option<Id>,
) -> Result<Id> {
    let person = record::find(tx, people, id)?;
    access::require_on(tx, &person, Verb::Edit)?;
    let mut values = taken(lead, people, SHARED);
    if let Some(company) = company {
        values.insert("company".to_owned(), reference::reference("company", company));
    }
    if lead.instant("last_talk_at") <= person.instant("last_talk_at") {
        values.retain(|key, _| !key.starts_with("last_talk"));
    }
    let values = values.into_iter().filter_map(|(key, value)| {
        let had = person.get(&key);
        let value = match key.as_str() {
            "phones" => with_new(had, &value, "number"),
            "emails" => with_new(had, &value, "address"),
            "last_talk_at" | "last_talk_by" => value,
            // What was asked only says nothing new.
            consent::FIELD if value != consent::ASKED => value,
            _ if had.is_null() => value,
            _ => return None,
        };
        Some((key, value))
    });
    let values: Values = values.collect();
    let kept = save::edit(tx, set, people, id, values, &Values::new());
    kept.map_err(|error| of("person", error))?.saved()?;
    Ok(id)
}

/// A list with what it lacks of another one, compared without case.
fn with_new(had: &Json, more: &Json, by: &str) -> Json {
    let mut all = had.as_array().cloned().unwrap_or_default();
    for item in more.as_array().into_iter().flatten() {
        let same = |other: &Json| as_text(&other[by]).eq_ignore_ascii_case(as_text(&item[by]));
        if !all.iter().any(same) {
            all.push(item.clone());
        }
    }
    Json::Array(all)
}

fn new_deal(
    tx: &mut Tx,
    set: &mut ChangeSet,
    lead: &Record,
    mut values: Values,
    (person, company): (Id, Option<Id>),
) -> Result<Id> {
    let deals = object(tx, deal::KEY)?;
    values.extend(taken(lead, &deals, ACCOUNT));
    values.insert("person".to_owned(), reference::reference("person", person));
    if let Some(company) = company {
        values.insert("company".to_owned(), reference::reference("company", company));
    }
    if !lead.get("text").is_null() {
        values.insert("about".to_owned(), lead.get("text").clone());
    }
    save::create(tx, set, &deals, values).map_err(|error| of("deal", error))
}

/// What is wrong, named with the card that it is about.
fn of(card: &str, error: Error) -> Error {
    let Error::Invalid(errors) = error else { return error };
    let mut named = FieldErrors::default();
    for (field, text) in errors.0 {
        named.add(format!("{card}.{field}"), text);
    }
    Error::Invalid(named)
}

/// What must be said before anything is written.
fn check(wanted: &Wanted) -> Result<()> {
    let mut errors = FieldErrors::default();
    if wanted.person == Become::Nothing {
        errors.add("person.name", Text::new("convert-needs-a-person"));
    }
    if wanted.company == Become::New && wanted.company_name.is_empty() {
        errors.add("company.name", Text::new("required"));
    }
    errors.into_result()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_list_gets_only_what_it_lacks() {
        let check = |had: Json, more: Json, expected: Json| {
            assert_eq!(with_new(&had, &more, "address"), expected);
        };
        let (anna, upper, bo) =
            (json!({ "address": "a@x.dk" }), json!({ "address": "A@x.dk" }), json!({ "address": "b@x.dk" }));
        check(json!([anna]), json!([upper, bo]), json!([anna, bo]));
        check(Json::Null, json!([bo]), json!([bo]));
        check(json!([anna]), Json::Null, json!([anna]));
    }
}
