//! A record as a vCard: what other programs said of it, and over that what the fields hold now.

use formats::vcard::{
    Address, Card, Gender, Kind, Labelled, PartialDate, Phone, PhoneKind, Photo, Related, Sex, Social, Who,
};
use kernel::{Cx, Result};

use crate::{
    Json, Record,
    exchange::{CardKind, Meaning},
    field::{Reading, as_id, as_text, partial_date, person_name},
    files,
    import::{Foreign, uid_of},
    links,
};

pub(crate) fn of(cx: &Cx, record: &Record, reading: &Reading) -> Result<Card> {
    let exchange = &record.object.exchange;
    let value = |meaning: Meaning| exchange.field(meaning).map_or(&Json::Null, |field| record.get(field));
    let text = |meaning: Meaning| as_text(value(meaning)).to_owned();
    let Foreign(mut card) = Foreign::read(as_text(value(Meaning::Foreign)));
    card.uid = card.uid.take().or_else(|| Some(uid_of(record.id)));
    name(&mut card, record, reading);
    if !text(Meaning::Nickname).is_empty() {
        card.nicknames = text(Meaning::Nickname).split(',').map(|name| name.trim().to_owned()).collect();
    }
    if let Some(field) = exchange.field(Meaning::Company) {
        let company = record.show(field, reading);
        if !company.is_empty() {
            card.organisation.name = company;
        }
    }
    let one = |text: String| Some(text).filter(|text| !text.is_empty());
    card.title = one(text(Meaning::JobTitle)).or(card.title);
    card.organisation.units.extend(one(text(Meaning::Department)));
    reached_by(&mut card, &value);
    card.birthday = day(value(Meaning::Birthday)).or(card.birthday);
    card.anniversary = day(value(Meaning::Anniversary)).or(card.anniversary);
    card.notes.extend(one(text(Meaning::About)));
    card.categories.extend(items(value(Meaning::Tags)).map(|tag| as_text(tag).to_owned()));
    card.languages.extend(one(text(Meaning::Language)));
    card.gender = gender(&text(Meaning::Gender)).or(card.gender);
    photo(cx, &mut card, value(Meaning::Photo))?;
    related(cx, &mut card, record)?;
    let at = record.instant("updated_at").map(|at| jiff::Timestamp::from_microsecond(at.micros()));
    card.revision = at.and_then(Result::ok);
    Ok(card)
}

fn name(card: &mut Card, record: &Record, reading: &Reading) {
    let title = record.title(reading);
    if record.object.exchange.card == Some(CardKind::Organisation) {
        card.kind = Kind::Organisation;
        card.organisation.name.clone_from(&title);
        card.name.full = title;
        return;
    }
    let Some(field) = record.object.exchange.field(Meaning::Name) else { return };
    let value = record.get(field);
    let part = |part: &str| as_text(&value[part]).to_owned();
    let name = &mut card.name;
    if value.is_object() {
        (name.prefix, name.given, name.middle) = (part("prefix"), part("given"), part("middle"));
        (name.family, name.suffix) = (part("family"), part("suffix"));
    }
    if name.full.is_empty() {
        name.full = if value.is_object() { person_name::whole(value) } else { title };
    }
}

fn reached_by<'v>(card: &mut Card, value: &impl Fn(Meaning) -> &'v Json) {
    let part = |item: &Json, part: &str| as_text(&item[part]).to_owned();
    let label = |item: &Json| Some(part(item, "label")).filter(|label| !label.is_empty());
    let labelled =
        |item: &Json, key: &str| Labelled { value: part(item, key), label: label(item), preferred: false };
    card.emails.extend(items(value(Meaning::Emails)).map(|item| labelled(item, "address")));
    card.urls.extend(items(value(Meaning::Websites)).map(|item| labelled(item, "url")));
    card.phones.extend(items(value(Meaning::Phones)).map(|item| Phone {
        value: item.get("number").or(item.get("raw")).map(as_text).unwrap_or_default().to_owned(),
        extension: Some(part(item, "extension")).filter(|digits| !digits.is_empty()),
        label: label(item),
        kinds: kinds(&part(item, "label")),
        preferred: false,
    }));
    card.addresses.extend(items(value(Meaning::Addresses)).map(|item| Address {
        label: label(item),
        po_box: part(item, "po_box"),
        extended: part(item, "extended"),
        street: part(item, "street"),
        locality: part(item, "city"),
        region: part(item, "region"),
        postal_code: part(item, "postal_code"),
        country: part(item, "country"),
        ..Address::default()
    }));
    let filled = |text: String| Some(text).filter(|text| !text.is_empty());
    card.socials.extend(items(value(Meaning::Socials)).map(|item| Social {
        network: part(item, "network"),
        handle: filled(part(item, "handle")),
        url: filled(part(item, "url")),
        ..Social::default()
    }));
}

fn items(value: &Json) -> impl Iterator<Item = &Json> {
    value.as_array().into_iter().flatten()
}

/// What the label says about the device.
fn kinds(label: &str) -> Vec<PhoneKind> {
    match label {
        "mobile" => vec![PhoneKind::Cell],
        "fax" | "home fax" | "work fax" => vec![PhoneKind::Fax],
        "pager" => vec![PhoneKind::Pager],
        "main" => vec![PhoneKind::Main],
        _ => Vec::new(),
    }
}

fn day(value: &Json) -> Option<PartialDate> {
    let (year, month, day) = partial_date::parts(as_text(value))?;
    PartialDate::new(year, month, day)
}

fn gender(key: &str) -> Option<Gender> {
    let sex = match key {
        "" => return None,
        "male" => Some(Sex::Male),
        "female" => Some(Sex::Female),
        "other" => Some(Sex::Other),
        _ => None,
    };
    let identity = sex.is_none().then(|| key.to_owned());
    Some(Gender { sex, identity })
}

fn photo(cx: &Cx, card: &mut Card, value: &Json) -> Result<()> {
    let Some(id) = value.get("id").and_then(as_id) else { return Ok(()) };
    let file = files::find(cx, id)?;
    match files::bytes(cx, &file) {
        Ok(bytes) => card.photo = Some(Photo::Data { bytes, media_type: file.media_type }),
        // The rest of the card is worth more than its picture.
        Err(error) => tracing::warn!(%id, %error, "a picture is missing and was left out of a vCard"),
    }
    Ok(())
}

/// The relations that stand, in the words of vCard; those in the same role of the file are replaced by them.
fn related(cx: &Cx, card: &mut Card, record: &Record) -> Result<()> {
    let exchange = &record.object.exchange;
    if exchange.roles.is_empty() {
        return Ok(());
    }
    for other in links::of(cx, record.id)? {
        let Some(role) = exchange.role_of(&other.link.kind, other.forth) else { continue };
        card.related.retain(|known| match &known.who {
            Who::Named(name) => known.role.as_deref() != Some(role) || *name != other.title,
            Who::Card(_) => known.role.as_deref() != Some(role),
        });
        card.related.push(Related { role: Some(role.to_owned()), who: Who::Named(other.title) });
    }
    Ok(())
}
