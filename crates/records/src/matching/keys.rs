//! Which cards are worth comparing: those that share a key. Each kind of slip leaves another key whole.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::{
    forms,
    normal::{self, sound, sounds},
    parts::Parts,
    profile::Profile,
};
use crate::{Json, field::as_text};

/// A hash of what is shared. It says nothing to people and may change with every version.
pub type Key = u64;

impl Profile {
    /// Sorted, each once.
    pub fn keys(&self) -> Vec<Key> {
        let parts = self.parts();
        let mut keys = Keys(Vec::with_capacity(24));
        if parts.is_person() {
            of_person(&parts, &mut keys)
        } else {
            of_firm(&parts, &mut keys)
        }
        keys.0.sort_unstable();
        keys.0.dedup();
        keys.0
    }

    /// The sound of the name, of which namesakes have one.
    pub(crate) fn name_key(&self) -> Option<Key> {
        let parts = self.parts();
        let heard = match parts.is_person() {
            true => sounds(parts.given.iter().take(1).chain(&parts.family).copied()),
            false => sounds(parts.name.iter().copied()),
        };
        (!heard.is_empty()).then(|| hashed("name", &[&heard]))
    }
}

/// How the name of a card sounds, whatever the script and the order of its words: what namesakes share.
pub(crate) fn sound_of_name(name: &Json) -> String {
    match name {
        Json::Object(_) => {
            let words = |part: &str| normal::words(name.get(part).map_or("", as_text));
            let (given, family) = (words("given"), words("family"));
            sounds(given.iter().take(1).chain(&family).map(String::as_str))
        }
        name => sounds(forms::core(as_text(name)).iter().map(String::as_str)),
    }
}

struct Keys(Vec<Key>);

impl Keys {
    fn add(&mut self, kind: &str, parts: &[&str]) {
        if parts.iter().all(|part| !part.is_empty()) {
            self.0.push(hashed(kind, parts));
        }
    }
}

pub(super) fn hashed(kind: &str, parts: &[&str]) -> Key {
    let mut hasher = DefaultHasher::new();
    kind.hash(&mut hasher);
    parts.hash(&mut hasher);
    hasher.finish()
}

fn of_person(parts: &Parts, keys: &mut Keys) {
    let given = parts.given.first().copied().unwrap_or_default();
    let family = parts.family.first().copied().unwrap_or_default();
    let (heard_given, heard_family) = (sound(given), sound(family));
    let whole = sounds(parts.given.iter().take(1).chain(&parts.family).copied());
    // Either name may stand in the other's place, so both begin the same kind of key.
    let initials = [first(given), first(family)];
    keys.add("name", &[&whole]);
    keys.add("half", &[&heard_family, first(&heard_given)]);
    keys.add("half", &[&heard_given, first(&heard_family)]);
    for email in &parts.emails {
        keys.add("email", &[email]);
        if let Some((local, domain)) = email.split_once('@') {
            // Names and numbers before the @ go with a person to the next provider; a slip before it spares the rest.
            keys.add("local", &[local]);
            keys.add("domain", &[domain, &whole]);
            for initial in initials {
                keys.add("domain", &[domain, initial]);
            }
        }
    }
    for phone in &parts.phones {
        let number = tail(phone);
        keys.add("phone", &[number]);
        // One wrong digit leaves two of three parts whole.
        let (first, rest) = number.split_at(number.len().min(3));
        let (second, third) = rest.split_at(rest.len().min(3));
        for initial in initials {
            keys.add("digits", &["1", first, second, initial]);
            keys.add("digits", &["2", first, third, initial]);
            keys.add("digits", &["3", second, third, initial]);
        }
    }
    for place in &parts.places {
        let where_it_is = if place.postal_code.is_empty() { place.city } else { place.postal_code };
        let street = sound(place.street);
        for initial in initials {
            keys.add("house", &[place.number, &street, initial]);
            keys.add("roof", &[place.city, place.number, initial]);
        }
        keys.add("town", &[where_it_is, &heard_given, &heard_family]);
        keys.add("city", &[place.city, &whole]);
    }
    for initial in initials {
        keys.add("works", &[parts.company, initial]);
    }
    keys.add("office", &[parts.company, &whole]);
    if let Some(day) = parts.birthday {
        let (low, high) = (day.day.min(day.month), day.day.max(day.month));
        let born = format!("{}-{low}-{high}", day.year);
        for initial in initials {
            keys.add("born", &[&born, initial]);
        }
    }
}

fn of_firm(parts: &Parts, keys: &mut Keys) {
    keys.add("name", &[&sounds(parts.name.iter().copied())]);
    if let [first, second, ..] = parts.name[..] {
        keys.add("first", &[&sound(first), &sound(second)]);
    }
    // Without its vowels the whole is the same however it is cut into words.
    keys.add("whole", &[&sound(&parts.name.concat())]);
    let (first, last) = (parts.name.first(), parts.name.last());
    for word in [first, last].into_iter().flatten() {
        for phone in &parts.phones {
            keys.add("word", &[&tail(phone)[..4.min(tail(phone).len())], &sound(word)]);
        }
    }
    if let Some(first) = first {
        for place in &parts.places {
            keys.add("town", &[&sound(first), place.city]);
            keys.add("town", &[&sound(first), place.postal_code]);
        }
    }
    for place in &parts.places {
        keys.add("house", &[place.number, &sound(place.street), place.city]);
    }
    for domain in &parts.domains {
        keys.add("domain", &[domain]);
    }
    for email in &parts.emails {
        keys.add("email", &[email]);
    }
    for phone in &parts.phones {
        keys.add("phone", &[tail(phone)]);
    }
    for number in &parts.numbers {
        keys.add("number", &[number]);
    }
}

fn first(word: &str) -> &str {
    &word[..word.chars().next().map_or(0, char::len_utf8)]
}

/// The last eight digits, with or without the country before them.
fn tail(phone: &str) -> &str {
    &phone[phone.len().saturating_sub(8)..]
}
