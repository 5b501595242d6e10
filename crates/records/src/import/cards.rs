//! A vCard as a draft: every property goes to the field of its meaning, and what has none stays foreign.

use std::sync::Arc;

use formats::vcard::{Address, BadCard, Card, Kind, Photo as CardPhoto, Reason, Sex, Who};
use kernel::{Id, Text};
use serde_json::json;

use crate::{
    Json, Object,
    exchange::Meaning,
    field::{Reading, phones},
    import::{
        bad::Problem,
        draft::{Body, CardDraft, Draft, Photo, Raw, RelatedDraft, Title},
        foreign::Foreign,
        plan::Plan,
    },
    save::{Prepared, Values},
};

pub(super) fn draft(plan: &Plan, card: Result<Card, BadCard>, line: u64, number: u64) -> Draft {
    match card {
        Ok(card) => {
            let raw = Raw::Card(Box::new(card.clone()));
            Draft { line, number, raw, body: body(plan, card) }
        }
        Err(bad) => {
            let reason = Text::new(match bad.reason {
                Reason::Unreadable(_) => "import-unreadable",
                Reason::LineTooLong | Reason::CardTooLarge => "import-card-too-large",
                Reason::Empty => "import-card-empty",
                Reason::OutsideCard => "import-outside-card",
            });
            let raw = Raw::Cells(String::new());
            Draft { line: bad.line, number, raw, body: Err(Problem::new("", reason)) }
        }
    }
}

fn body(plan: &Plan, card: Card) -> Result<Body, Problem> {
    if card.kind == Kind::Group && !card.members.is_empty() {
        return Ok(Body::Group { tag: card.display_name(), members: card.members });
    }
    let object = match &plan.organisations {
        Some(organisations) if is_organisation(&card) => organisations.clone(),
        _ => plan.object.clone(),
    };
    let related = related(&object, &card);
    let Understood { mut values, titles, photo, rest } = understood(&object, card, &plan.reading);
    if let Some(key) = object.exchange.field(Meaning::Foreign) {
        let written = rest.fitting();
        if !written.is_empty() {
            values.insert(key.to_owned(), written.into());
        }
    }
    let prepared = Prepared::new(&object, values, &plan.reading).map_err(|error| match error {
        kernel::Error::Invalid(errors) => Problem::of(errors, str::to_owned),
        _ => Problem::new("", Text::new("import-row-refused")),
    })?;
    let keys = plan.keys(&prepared);
    Ok(Body::Card(Box::new(CardDraft { keys, titles, photo, related, alike: Vec::new(), prepared })))
}

/// What fields can hold of a card, and what they cannot.
pub(crate) struct Understood {
    pub(crate) values: Values,
    pub(crate) titles: Vec<Title>,
    pub(crate) photo: Option<Photo>,
    pub(crate) rest: Foreign,
}

/// A card by the fields of an object.
pub(crate) fn understood(object: &Arc<Object>, card: Card, reading: &Reading) -> Understood {
    let object = object.clone();
    let mut reader = Reader { reading, object, values: Values::new(), titles: Vec::new(), photo: None };
    let rest = Foreign(reader.read(card));
    Understood { values: reader.values, titles: reader.titles, photo: reader.photo, rest }
}

/// A card without anybody's name is the organisation's.
pub(crate) fn is_organisation(card: &Card) -> bool {
    let name = &card.name;
    let nameless = [&name.given, &name.family, &name.middle].into_iter().all(String::is_empty);
    let only_organisation = nameless
        && !card.organisation.name.is_empty()
        && (name.full.is_empty() || name.full == card.organisation.name);
    card.kind == Kind::Organisation || only_organisation
}

struct Reader<'r> {
    reading: &'r Reading,
    object: Arc<Object>,
    values: Values,
    titles: Vec<Title>,
    photo: Option<Photo>,
}

impl Reader<'_> {
    /// Takes what fields can hold; the rest of the card is given back.
    fn read(&mut self, mut card: Card) -> Card {
        self.name(&mut card);
        let nicknames = card.nicknames.join(", ");
        take_if(self.put(Meaning::Nickname, nicknames.into()), &mut card.nicknames);
        self.organisation(&mut card);
        self.reached_by(&mut card);
        let day = |date: &Option<formats::vcard::PartialDate>| match date {
            Some(date) => crate::field::partial_date::written((date.year, date.month, date.day)).into(),
            None => Json::Null,
        };
        take_if(self.put(Meaning::Birthday, day(&card.birthday)), &mut card.birthday);
        take_if(self.put(Meaning::Anniversary, day(&card.anniversary)), &mut card.anniversary);
        take_if(self.put(Meaning::About, card.notes.join("\n\n").into()), &mut card.notes);
        take_if(self.put(Meaning::Tags, json!(card.categories)), &mut card.categories);
        let sex =
            card.gender.as_ref().filter(|gender| gender.identity.is_none()).and_then(|gender| gender.sex);
        let gender = match sex {
            Some(Sex::Male) => "male".into(),
            Some(Sex::Female) => "female".into(),
            Some(Sex::Other) => "other".into(),
            _ => Json::Null,
        };
        take_if(!gender.is_null() && self.put(Meaning::Gender, gender), &mut card.gender);
        if let [only] = &card.languages[..] {
            // A regional tag says more than a field for languages holds.
            take_if(
                !only.contains('-') && self.put(Meaning::Language, only.as_str().into()),
                &mut card.languages,
            );
        }
        if let (Some(CardPhoto::Data { .. }), Some(field)) = (&card.photo, self.field(Meaning::Photo))
            && let Some(CardPhoto::Data { bytes, .. }) = card.photo.take()
        {
            self.photo = Some(Photo { field, bytes });
        }
        card
    }

    fn field(&self, meaning: Meaning) -> Option<String> {
        self.object.exchange.field(meaning).map(str::to_owned)
    }

    /// Whether the object has a field that takes the value; empty ones are always taken.
    fn put(&mut self, meaning: Meaning, value: Json) -> bool {
        let Some(key) = self.field(meaning) else { return false };
        let Ok(field) = self.object.field(&key) else { return false };
        match field.kind.check(&value) {
            Ok(value) if value.is_null() => true,
            Ok(value) => {
                self.values.insert(key, value);
                true
            }
            Err(_) => false,
        }
    }

    fn name(&mut self, card: &mut Card) {
        let Some(key) = self.field(Meaning::Name) else { return };
        let whole = self.object.field(&key).is_ok_and(|field| field.kind.key() != "person_name");
        let name = &mut card.name;
        let organisation = card.organisation.name.clone();
        if whole {
            let title = [&organisation, &name.full].into_iter().find(|text| !text.is_empty()).cloned();
            let title = title.unwrap_or_else(|| card.display_name());
            if self.put(Meaning::Name, title.as_str().into()) {
                let name = &mut card.name;
                name.full.clear();
                if organisation == title {
                    card.organisation.name.clear();
                }
            }
            return;
        }
        let parts = [&name.prefix, &name.given, &name.middle, &name.family, &name.suffix];
        let parted = parts.iter().any(|part| !part.is_empty());
        let value = if parted {
            json!({
                "prefix": name.prefix, "given": name.given, "middle": name.middle,
                "family": name.family, "suffix": name.suffix,
            })
        } else {
            name.full.as_str().into()
        };
        let shown = self.object.field(&key).map(|field| field.kind.show(&value, self.reading));
        if self.put(Meaning::Name, value) {
            let name = &mut card.name;
            // How somebody wants to be called is kept where it is not what the parts say.
            if !parted || shown.is_ok_and(|shown| shown == name.full) {
                name.full.clear();
            }
            for part in
                [&mut name.prefix, &mut name.given, &mut name.middle, &mut name.family, &mut name.suffix]
            {
                part.clear();
            }
        }
    }

    fn organisation(&mut self, card: &mut Card) {
        if let Some(field) = self.field(Meaning::Company) {
            let refers =
                self.object.field(&field).ok().and_then(|known| known.kind.refers_to().map(str::to_owned));
            let title = refers.and_then(|object| Title::new(field, object, card.organisation.name.clone()));
            if let Some(title) = title {
                card.organisation.name.clear();
                self.titles.push(title);
            }
        }
        let units = card.organisation.units.join(", ");
        take_if(self.put(Meaning::Department, units.into()), &mut card.organisation.units);
        let title = card.title.clone().unwrap_or_default();
        take_if(self.put(Meaning::JobTitle, title.into()), &mut card.title);
    }

    fn reached_by(&mut self, card: &mut Card) {
        let mut emails: Vec<_> = card.emails.iter().collect();
        emails.sort_by_key(|email| !email.preferred);
        let emails: Vec<Json> =
            emails.into_iter().map(|one| json!({ "address": one.value, "label": one.label })).collect();
        take_if(self.put(Meaning::Emails, emails.into()), &mut card.emails);

        let home = self.reading.locale.locality().country;
        let mut numbers: Vec<_> = card.phones.iter().collect();
        numbers.sort_by_key(|phone| !phone.preferred);
        let number = |phone: &formats::vcard::Phone| {
            let extension =
                phone.extension.as_ref().map(|digits| format!(";ext={digits}")).unwrap_or_default();
            phones::entry(
                &format!("{}{extension}", phone.value),
                phone.label.as_deref().unwrap_or_default(),
                home,
            )
        };
        let numbers: Vec<Json> = numbers.into_iter().map(number).collect();
        take_if(self.put(Meaning::Phones, numbers.into()), &mut card.phones);

        let mut addresses: Vec<&Address> = card.addresses.iter().collect();
        addresses.sort_by_key(|address| !address.preferred);
        let addresses: Vec<Json> = addresses.into_iter().map(address).collect();
        take_if(self.put(Meaning::Addresses, addresses.into()), &mut card.addresses);

        let (web, other) = card.urls.drain(..).partition(|url: &formats::vcard::Labelled| {
            let one = json!([{ "url": url.value }]);
            self.object
                .exchange
                .field(Meaning::Websites)
                .and_then(|key| self.object.field(key).ok())
                .is_some_and(|field| field.kind.check(&one).is_ok())
        });
        card.urls = other;
        let web: Vec<formats::vcard::Labelled> = web;
        let links: Vec<Json> =
            web.iter().map(|url| json!({ "url": url.value, "label": url.label })).collect();
        if !self.put(Meaning::Websites, links.into()) {
            card.urls.extend(web);
        }
        let socials: Vec<Json> = card
            .socials
            .iter()
            .map(|one| json!({ "network": one.network, "handle": one.handle, "url": one.url }))
            .collect();
        take_if(self.put(Meaning::Socials, socials.into()), &mut card.socials);
    }
}

/// Those in roles that are relations here; they stay foreign too, until the relation is made.
fn related(object: &Object, card: &Card) -> Vec<RelatedDraft> {
    let one = |related: &formats::vcard::Related| {
        let role = related.role.clone()?;
        object.exchange.role(&role)?;
        let (who, by_uid) = match &related.who {
            Who::Named(name) => (name.clone(), false),
            Who::Card(uid) => (uid.clone(), true),
        };
        Some(RelatedDraft { role, who, by_uid })
    };
    card.related.iter().filter_map(one).collect()
}

/// Empties what a field took.
fn take_if<T: Default>(taken: bool, part: &mut T) {
    if taken {
        *part = T::default();
    }
}

fn address(address: &Address) -> Json {
    let street = match (&address.formatted, address.street.is_empty() && address.locality.is_empty()) {
        // Only the envelope is known.
        (Some(envelope), true) => envelope.lines().map(str::trim).collect::<Vec<_>>().join(", "),
        _ => address.street.replace('\n', ", "),
    };
    let country = match (&address.country_code, address.country.is_empty()) {
        (Some(code), true) => code.to_uppercase(),
        _ => address.country.clone(),
    };
    json!({
        "label": address.label, "po_box": address.po_box, "extended": address.extended, "street": street,
        "city": address.locality, "region": address.region, "postal_code": address.postal_code, "country": country,
    })
}

/// `urn:uuid:` and the like are not part of the id that others write.
pub(super) fn bare_uid(uid: &str) -> &str {
    uid.strip_prefix("urn:uuid:").unwrap_or(uid)
}

/// What a card is called in a file of ours.
pub(crate) fn uid_of(id: Id) -> String {
    format!("urn:uuid:{id}")
}
