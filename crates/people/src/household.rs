//! A household: people who live together, their shared address, and the line a letter to them begins with.

use kernel::{Cx, FieldErrors, Id, Result, Tx};
use locale::Locale;
use records::{
    Behavior, ChangeSet, Field, Json, Object, Record,
    behavior::{Done, Pending},
    field::{
        addresses::Addresses, channels::Channels, date_time::DateTime, emails::Emails, long_text::LongText,
        multi_select::MultiSelect, phones::Phones, text::Text, user::User,
    },
    links::{self, Link},
    object::object,
    record,
    save::{self, Values},
};

use crate::{exchange, merging, person::own, refusal};

/// The declaration.
pub fn household() -> Object {
    let fields = vec![
        Field::new("name", Text).required().searched().listed().group("about"),
        // "Anna and Bo Berg": follows the members; what somebody types instead stays.
        Field::new("greeting", Text).searched().listed().group("about"),
        Field::new("greeting_found", Text).computed().hidden(),
        Field::new("addresses", Addresses).searched().listed().group("reach"),
        Field::new("phones", Phones).searched().listed().group("reach"),
        Field::new("emails", Emails).searched().group("reach"),
        Field::new("do_not_contact", Channels).group("reach"),
        Field::new("tags", MultiSelect::free()).searched().listed().group("about"),
        Field::new("about", LongText).searched().group("about"),
        Field::new("owner", User).listed().indexed().group("account"),
        Field::new("last_talk_at", DateTime).computed().group("account"),
        Field::new("last_talk_by", User).computed().group("account"),
        // Of a refusal that was said on an earlier card.
        Field::new("refused_since", DateTime).computed().hidden(),
        Field::new("foreign", LongText).hidden(),
    ];
    Object::new("household", "households", "name", fields)
        .detail(&["greeting", "addresses"])
        .exchange(exchange::HOUSEHOLD)
        .behavior(HouseholdRules)
}

#[derive(Debug)]
struct HouseholdRules;

impl Behavior for HouseholdRules {
    fn before(&self, cx: &Cx, pending: &mut Pending, _: &mut FieldErrors) -> Result<()> {
        if pending.before.is_none() && !pending.values.contains_key("owner") {
            own(cx, pending);
        }
        refusal::recall(cx, &*object(cx, "household")?, pending)
    }

    fn after(&self, tx: &mut Tx, _: &mut ChangeSet, done: &Done) -> Result<()> {
        refusal::remember(tx, done)
    }

    fn merging(&self, _: &Cx, members: &[Record], values: &mut Values) -> Result<()> {
        merging::last_talk(members, values);
        merging::greeting(members, values);
        Ok(())
    }

    fn related(&self, tx: &mut Tx, _: &mut ChangeSet, household: Id, link: &Link) -> Result<()> {
        if link.kind == "member_of" && link.to == household { greet(tx, household) } else { Ok(()) }
    }
}

/// Lets the greeting follow the members, unless somebody wrote another.
fn greet(tx: &mut Tx, household: Id) -> Result<()> {
    let declared = object(tx, "household")?;
    let record = record::find(tx, &declared, household)?;
    let person = object(tx, "person")?;
    let related = links::of(tx, household)?;
    let ids: Vec<Id> = related
        .iter()
        .filter(|other| !other.forth && other.link.kind == "member_of")
        .map(|other| other.id)
        .collect();
    let members = record::find_many(tx, &person, &ids)?;
    let names: Vec<&Json> =
        ids.iter().filter_map(|id| members.get(id)).map(|member| member.get("name")).collect();
    let found = greeting(&names, &Locale::new(tx.locality()));
    let mut values = Values::from_iter([("greeting_found".to_owned(), Json::from(found.as_str()))]);
    if record.text("greeting") == record.text("greeting_found") {
        values.insert("greeting".to_owned(), found.into());
    }
    save::derive(tx, &declared, household, values)
}

/// "Anna and Bo Berg", "Anna Berg and Bo Holm", "Anna, Bo and Ida Berg"; empty without names.
fn greeting(names: &[&Json], locale: &Locale) -> String {
    let part =
        |name: &&Json, part: &str| name.get(part).and_then(Json::as_str).unwrap_or_default().to_owned();
    let whole = |name: &&Json| records::field::person_name::whole(name);
    let family = names.first().map(|name| part(name, "family")).unwrap_or_default();
    let shared =
        names.len() > 1 && !family.is_empty() && names.iter().all(|name| part(name, "family") == family);
    let short = |name: &&Json| if shared { part(name, "given") } else { whole(name) };
    match names {
        [] => String::new(),
        [one] => whole(one),
        [first @ .., last] => {
            let first = first.iter().map(short).collect::<Vec<_>>().join(", ");
            let last = if shared { whole(last) } else { short(last) };
            locale.tf("household-and", &[("first", first.as_str().into()), ("last", last.as_str().into())])
        }
    }
}

#[cfg(test)]
mod tests {
    use kernel::Locality;
    use records::field::person_name::split;

    use super::*;

    #[test]
    fn a_household_is_greeted_by_its_names() {
        let locale = Locale::new(&Locality::default());
        let check = |names: &[&str], expected: &str| {
            let names: Vec<Json> = names.iter().map(|name| split(name)).collect();
            assert_eq!(greeting(&names.iter().collect::<Vec<_>>(), &locale), expected);
        };
        check(&[], "");
        check(&["Anna Berg"], "Anna Berg");
        check(&["Anna Berg", "Bo Berg"], "Anna and Bo Berg");
        check(&["Anna Berg", "Bo Holm"], "Anna Berg and Bo Holm");
        check(&["Anna Berg", "Bo Berg", "Ida Berg"], "Anna, Bo and Ida Berg");
    }
}
