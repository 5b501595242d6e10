//! All the rest a card can say.

use jiff::{Timestamp, civil, tz::TimeZone};

use super::{context::Context, put};
use crate::vcard::{Card, Gender, Geo, Photo, Remark, Sex, Warning, property::Property};

pub(super) fn take(card: &mut Card, property: &Property, context: &Context) -> bool {
    match property.name.as_str() {
        "VERSION" => {
            card.version = property.filled().unwrap_or_default();
            true
        }
        "UID" => put(&mut card.uid, property.filled()),
        "REV" => take_revision(card, property),
        "NOTE" => {
            let text = property.text();
            if !text.trim().is_empty() {
                card.notes.push(text);
            }
            true
        }
        "CATEGORIES" | "X-CATEGORIES" => {
            card.categories.extend(property.list());
            true
        }
        "GENDER" | "X-GENDER" | "X-WAB-GENDER" => take_gender(card, property),
        "LANG" => {
            let at = if context.is_preferred(property) { 0 } else { card.languages.len() };
            if let Some(language) = property.filled() {
                card.languages.insert(at, language);
            }
            true
        }
        "GEO" => take_geo(card, property),
        "TZ" => put(&mut card.time_zone, property.filled()),
        "MEMBER" | "X-ADDRESSBOOKSERVER-MEMBER" => {
            card.members.extend(property.filled());
            true
        }
        "PHOTO" | "X-MS-CARDPICTURE" => take_photo(card, property),
        _ => false,
    }
}

/// Instants are told to the second; without an offset they are taken for UTC.
fn take_revision(card: &mut Card, property: &Property) -> bool {
    let Some(text) = property.filled() else { return true };
    let instant = text.parse::<Timestamp>().ok().or_else(|| {
        let local = text.parse::<civil::DateTime>().ok()?;
        Some(local.to_zoned(TimeZone::UTC).ok()?.timestamp())
    });
    let whole = instant.and_then(|instant| Timestamp::from_second(instant.as_second()).ok());
    if whole.is_none() || card.revision.is_some() {
        return whole.is_some() && card.revision == whole;
    }
    card.revision = whole;
    true
}

fn take_gender(card: &mut Card, property: &Property) -> bool {
    let components = property.components(", ", true);
    let component = |at: usize| components.get(at).cloned().unwrap_or_default();
    let sex = match component(0).to_lowercase().as_str() {
        "m" | "male" => Some(Sex::Male),
        "f" | "female" => Some(Sex::Female),
        "o" | "other" => Some(Sex::Other),
        "n" | "none" => Some(Sex::NotApplicable),
        "u" | "unknown" => Some(Sex::Unknown),
        "" => None,
        // Outlook's address book counts.
        "1" if property.name == "X-WAB-GENDER" => Some(Sex::Female),
        "2" if property.name == "X-WAB-GENDER" => Some(Sex::Male),
        _ => return false,
    };
    let identity = components.get(1..).unwrap_or_default().join(";");
    let identity = Some(identity).filter(|text| !text.is_empty());
    if sex.is_none() && identity.is_none() {
        return true;
    }
    let read = Gender { sex, identity };
    match &card.gender {
        Some(first) => *first == read,
        None => {
            card.gender = Some(read);
            true
        }
    }
}

/// `geo:37.38,-122.08` (RFC 5870) or `37.38;-122.08`. What 2.1 puts first is not agreed upon.
fn take_geo(card: &mut Card, property: &Property) -> bool {
    let Some(text) = property.filled() else { return true };
    let (numbers, separator) = match text.get(..4) {
        Some(scheme) if scheme.eq_ignore_ascii_case("geo:") => {
            (text[4..].split(';').next().unwrap_or_default(), ',')
        }
        _ => (text.as_str(), ';'),
    };
    let Some((first, second)) = numbers.split_once(separator) else { return false };
    let (Ok(latitude), Ok(longitude)) = (first.trim().parse::<f64>(), second.trim().parse::<f64>()) else {
        return false;
    };
    if card.geo.is_some() || !(latitude.abs() <= 90.0 && longitude.abs() <= 180.0) {
        return false;
    }
    card.geo = Some(Geo { latitude, longitude });
    true
}

fn take_photo(card: &mut Card, property: &Property) -> bool {
    if property.filled().is_none() {
        return true;
    }
    let read = Photo::read(property);
    if read.is_none() {
        card.warnings.push(Warning { line: property.line, remark: Remark::BadPhoto });
    }
    if read.is_none() || card.photo.is_some() {
        return read.is_some() && read == card.photo;
    }
    card.photo = read;
    true
}
