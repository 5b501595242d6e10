//! The normal forms of one card, packed into one text, so that those of a million fit into memory.

use crate::{
    Field, Json, Object, Record,
    exchange::Meaning,
    field::{as_id, as_text, emails, partial_date, phones},
    matching::{forms, normal, parts::Parts},
};

/// Between the groups, between the entries of a group, and between the parts of an entry.
pub(super) const GROUP: char = '\u{1}';
pub(super) const ENTRY: char = '\u{2}';
pub(super) const PART: char = '\u{3}';

/// See [`Profile::of`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile(String);

impl Profile {
    /// Of the form in which profiles are kept: another one whenever what stands in them, or how it is folded, changes.
    pub(crate) const VERSION: char = '1';

    pub fn of(record: &Record) -> Profile {
        Profile::of_values(&record.object, |field| record.get(field))
    }

    /// Of a card that need not exist yet.
    pub fn of_values<'v>(object: &Object, value: impl Fn(&str) -> &'v Json) -> Profile {
        let mut packed = Packed::default();
        let name = value(object.title);
        match name {
            Json::Object(_) => {
                for part in ["given", "middle", "family"] {
                    packed.group(normal::words(name.get(part).map_or("", as_text)));
                }
                packed.group(Vec::new());
            }
            name => {
                (0..3).for_each(|_| packed.group(Vec::new()));
                packed.group(forms::core(as_text(name)));
            }
        }
        let (mut mails, mut numbers, mut places, mut domains) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for field in &object.fields {
            let value = value(&field.key);
            match field.kind.key() {
                _ if value.is_null() => {}
                "emails" => mails.extend(emails::addresses(value).map(str::to_lowercase)),
                "phones" => numbers.extend(phones::numbers(value).map(str::to_owned)),
                "addresses" => places.extend(value.as_array().into_iter().flatten().filter_map(place)),
                "links" => domains.extend(value.as_array().into_iter().flatten().filter_map(site)),
                _ => {}
            }
        }
        domains.extend(mails.iter().filter_map(|mail| own_domain(mail)));
        domains.sort_unstable();
        domains.dedup();
        packed.group(mails);
        packed.group(numbers);
        packed.group(places);
        packed.group(domains);
        packed.group(object.exchange.field(Meaning::Birthday).and_then(|field| birthday(value(field))));
        packed.group(object.exchange.field(Meaning::TaxNumber).and_then(|field| number(value(field))));
        packed.group(object.exchange.field(Meaning::JobTitle).map(|field| job(value(field))));
        packed.group(object.exchange.field(Meaning::Company).and_then(|field| company(value(field))));
        Profile(packed.text)
    }

    /// Whether a profile says anything of this field.
    pub(crate) fn looks_at(object: &Object, field: &Field) -> bool {
        let meant = [Meaning::Birthday, Meaning::TaxNumber, Meaning::JobTitle, Meaning::Company]
            .map(|meaning| object.exchange.field(meaning));
        field.key == object.title
            || matches!(field.kind.key(), "emails" | "phones" | "addresses" | "links")
            || meant.contains(&Some(field.key.as_str()))
    }

    /// As it is kept; [`Profile::read`] reads it.
    pub(crate) fn stored(&self) -> String {
        format!("{}{}", Profile::VERSION, self.0)
    }

    /// `None` when it was written in another form.
    pub(crate) fn read(stored: &str) -> Option<Profile> {
        stored.strip_prefix(Profile::VERSION).map(|text| Profile(text.to_owned()))
    }

    pub(crate) fn text(&self) -> &str {
        &self.0
    }

    pub(super) fn parts(&self) -> Parts<'_> {
        Parts::read(&self.0)
    }
}

#[derive(Default)]
struct Packed {
    text: String,
    begun: bool,
}

impl Packed {
    fn group(&mut self, entries: impl IntoIterator<Item = String>) {
        if self.begun {
            self.text.push(GROUP);
        }
        self.begun = true;
        for (at, entry) in entries.into_iter().enumerate() {
            if at > 0 {
                self.text.push(ENTRY);
            }
            self.text.push_str(&entry);
        }
    }
}

/// Street without its kind, house number, postal code, city. `None` without a street.
fn place(item: &Json) -> Option<String> {
    let part = |part: &str| item.get(part).map_or("", as_text);
    let words = normal::words(part("street"));
    let is_number = |word: &&String| word.starts_with(|c: char| c.is_ascii_digit());
    let number = words.iter().find(is_number).cloned().unwrap_or_default();
    let street: Vec<&str> = words
        .iter()
        .filter(|word| !is_number(word))
        .map(|word| bare(word))
        .filter(|word| !word.is_empty())
        .collect();
    if street.is_empty() {
        return None;
    }
    let postal_code: String = normal::words(part("postal_code")).concat();
    let city = normal::words(part("city")).join(" ");
    Some([street.join(" "), number, postal_code, city].join(&PART.to_string()))
}

/// A word of a street without what only says that it is one.
fn bare(word: &str) -> &str {
    const KINDS: [&str; 34] = [
        "street",
        "stret",
        "st",
        "road",
        "rd",
        "avenue",
        "ave",
        "lane",
        "ln",
        "drive",
        "dr",
        "caddesi",
        "cad",
        "sokak",
        "sokagi",
        "sk",
        "sok",
        "mahallesi",
        "mah",
        "bulvari",
        "ul",
        "ulica",
        "bul",
        "bulevard",
        "gd",
        "vej",
        "v",
        "gade",
        "gata",
        "alle",
        "plads",
        "lu",
        "jie",
        "dadao",
    ];
    if KINDS.contains(&word) {
        return "";
    }
    const ENDS: [&str; 10] =
        ["vagen", "vegen", "gatan", "gade", "gata", "gd", "vej", "strase", "str", "stigen"];
    let found = ENDS.iter().find_map(|end| word.strip_suffix(end)).filter(|rest| rest.len() > 2);
    // "Bergs v." and "Bergsvej" are one street.
    found.unwrap_or(word)
}

fn site(item: &Json) -> Option<String> {
    let url = item.get("url").map_or("", as_text);
    let host =
        url.split("://").last()?.split(['/', '?', '#']).next()?.trim_start_matches("www.").to_lowercase();
    (host.contains('.') && addresses_of_nobody(&host)).then_some(host)
}

/// The domain of an address for mail, unless everybody can have one there.
fn own_domain(mail: &str) -> Option<String> {
    let (_, domain) = mail.rsplit_once('@')?;
    addresses_of_nobody(domain).then(|| domain.to_owned())
}

/// Providers where anybody has an address, and sites where anybody has a page, by the name before the last dot.
fn addresses_of_nobody(domain: &str) -> bool {
    const ANYBODY: [&str; 36] = [
        "gmail",
        "googlemail",
        "yahoo",
        "hotmail",
        "outlook",
        "live",
        "msn",
        "icloud",
        "me",
        "mac",
        "aol",
        "gmx",
        "web",
        "mail",
        "proton",
        "protonmail",
        "zoho",
        "yandex",
        "abv",
        "dir",
        "mynet",
        "telia",
        "comhem",
        "tdc",
        "jubii",
        "ofir",
        "post",
        "inbox",
        "qq",
        "163",
        "126",
        "sina",
        "foxmail",
        "facebook",
        "linkedin",
        "instagram",
    ];
    let names: Vec<&str> = domain.split('.').collect();
    !names.iter().rev().skip(1).take(2).any(|name| ANYBODY.contains(name))
}

/// `1971-03-28`; an unknown year is `0000`.
fn birthday(value: &Json) -> Option<String> {
    let (year, month, day) = partial_date::parts(as_text(value))?;
    Some(format!("{:04}-{month:02}-{day:02}", year.unwrap_or(0)))
}

fn job(value: &Json) -> String {
    normal::words(as_text(value)).join(" ")
}

/// The card of the company somebody works at.
fn company(value: &Json) -> Option<String> {
    as_id(value).map(|id| id.to_string())
}

/// A tax or register number by its letters and digits, without the country in front.
fn number(value: &Json) -> Option<String> {
    let plain: String = as_text(value).chars().filter(char::is_ascii_alphanumeric).collect();
    let plain = plain.to_ascii_lowercase();
    let bare = plain.trim_start_matches(|c: char| c.is_ascii_lowercase());
    (bare.len() >= 5).then(|| bare.to_owned())
}
