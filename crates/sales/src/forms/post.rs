//! What somebody sent through a form, and the lead that it becomes, in one change set. Whoever is here already is told of on
//! their card, and stays as they are. What no field has room for goes to a note, so that nothing is lost.

use kernel::{Cx, Error, FieldErrors, Id, Locality, Result, Text, Tx};
use locale::Locale;
use people::consent::{self, Ticked};
use records::{
    ChangeSet, Json, Object, Record,
    field::{Input, Pairs, Reading, as_text, emails, reference},
    lookups::{self, Lookup},
    object::object,
    record,
    save::{self, Values},
};
use serde::{Deserialize, Serialize};

use super::{LeadForm, askable, sent_as, spam};
use crate::{assignment, known_as, lead};

/// As it was sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Post {
    pub pairs: Vec<(String, String)>,
    /// The network address it came from.
    pub client: String,
    /// The page that it stood on, as the browser says.
    pub page: String,
}

/// The box of the consent.
pub(super) const CONSENT: &str = "consent";
/// What says where somebody came from: names in a form, and the fields of a lead.
pub(super) const ORIGIN: [(&str, &str); 7] = [
    ("utm_source", "origin"),
    ("utm_medium", "medium"),
    ("utm_campaign", "campaign"),
    ("utm_term", "term"),
    ("utm_content", "content"),
    ("referrer", "referrer"),
    ("landing_page", "landing_page"),
];
/// Who told them, by their card's key: from a link that somebody passes on.
pub(super) const TOLD_BY: &str = "told_by";
/// Of our own page: that it was sent from there.
pub(super) const OUR_PAGE: &str = "_page";
/// Other words for what a form asks.
const ALSO: &[(&str, &str)] = &[
    ("full_name", "name"),
    ("first_name", "name.given"),
    ("firstname", "name.given"),
    ("given_name", "name.given"),
    ("last_name", "name.family"),
    ("lastname", "name.family"),
    ("family_name", "name.family"),
    ("surname", "name.family"),
    ("e_mail", "emails.0.address"),
    ("mail", "emails.0.address"),
    ("email", "emails.0.address"),
    ("emails", "emails.0.address"),
    ("phone", "phones.0.number"),
    ("phones", "phones.0.number"),
    ("tel", "phones.0.number"),
    ("telephone", "phones.0.number"),
    ("mobile", "phones.1.number"),
    ("company", "company_name"),
    ("organisation", "company_name"),
    ("organization", "company_name"),
    ("title", "job_title"),
    ("message", "text"),
    ("comment", "text"),
    ("comments", "text"),
    ("street", "addresses.0.street"),
    ("address", "addresses.0.street"),
    ("postal_code", "addresses.0.postal_code"),
    ("postcode", "addresses.0.postal_code"),
    ("zip", "addresses.0.postal_code"),
    ("city", "addresses.0.city"),
    ("country", "addresses.0.country"),
];
/// Of names and texts that no field takes.
const MOST_REST: usize = 60;
const LONGEST_REST: usize = 2_000;

impl Post {
    /// The first text of a name, trimmed.
    pub(super) fn text(&self, name: &str) -> &str {
        self.pairs.iter().find(|(other, _)| other == name).map_or("", |(_, text)| text.trim())
    }

    /// What somebody wrote, without what their browser and the page add.
    pub(super) fn written(&self) -> Vec<(&str, &str)> {
        let added = |name: &str| {
            ORIGIN.iter().any(|(sent, _)| *sent == name)
                || [spam::STAMP, spam::TRAP, OUR_PAGE, TOLD_BY].contains(&name)
                || name.ends_with(".shown")
        };
        let pairs = self.pairs.iter().filter(|(name, _)| !added(name));
        pairs.map(|(name, text)| (name.as_str(), text.trim())).collect()
    }
}

/// What was understood of a post.
pub(super) struct Understood {
    pub values: Values,
    /// Names and texts that no field takes.
    pub rest: Vec<(String, String)>,
}

/// The values of the lead. `Invalid` names what the sender wrote by the names of the form.
pub(super) fn understand(cx: &Cx, form: &LeadForm, lead: &Object, post: &Post) -> Result<Understood> {
    let mut pairs = Pairs::new();
    let mut rest = Vec::new();
    for (name, text) in post.written() {
        match place(form, lead, name) {
            Some(place) => pairs.push((place, text.to_owned())),
            None if name == CONSENT || text.is_empty() || rest.len() >= MOST_REST => {}
            None => rest.push((
                name.chars().take(100).collect::<String>(),
                text.chars().take(LONGEST_REST).collect::<String>(),
            )),
        }
    }
    let ours = cx.locality();
    let reading = Reading {
        locale: Locale::new(&Locality { language: form.language(ours.language), ..ours.clone() }),
        ..Reading::plain(cx)
    };
    let (mut values, mut errors) = (Values::new(), FieldErrors::default());
    for field in askable(lead) {
        let input = Input::new(&pairs, &field.key);
        let required = form.ask(&field.key).is_some_and(|ask| ask.required);
        match field.kind.parse(&input, &reading) {
            Ok(value) if value.is_null() && required => {
                errors.add(sent_as(&field.key), Text::new("required"))
            }
            Ok(value) if value.is_null() => {}
            Ok(value) => {
                values.insert(field.key.clone(), value);
            }
            Err(text) => errors.add(sent_as(&field.key), text),
        }
    }
    if errors.0.is_empty() && ["name", "emails", "phones"].iter().all(|key| !values.contains_key(*key)) {
        errors.add("name", Text::new("lead-needs-a-name"));
    }
    errors.into_result()?;
    Ok(Understood { values, rest })
}

/// Which field of a lead takes what was sent under this name. Fields of the workspace's own only where the form asks for them, so
/// that nobody finds out their names by trying.
fn place(form: &LeadForm, lead: &Object, name: &str) -> Option<String> {
    let plain = name.trim().to_lowercase().replace(['-', ' '], "_");
    let plain = plain.strip_suffix("[]").unwrap_or(&plain);
    if let Some((_, place)) = ALSO.iter().find(|(word, _)| *word == plain) {
        return Some((*place).to_owned());
    }
    let key = name.split('.').next().unwrap_or(name);
    let field = askable(lead).find(|field| field.key == key || field.key == plain)?;
    let allowed = !field.own || form.ask(&field.key).is_some();
    allowed.then(|| if field.key == plain { plain.to_owned() } else { name.to_owned() })
}

/// Makes the lead, and everything that follows.
pub(super) fn take(tx: &mut Tx, form: &LeadForm, post: &Post) -> Result<Id> {
    let leads = object(tx, lead::KEY)?;
    let Understood { mut values, rest } = understand(tx, form, &leads, post)?;
    add_origin(tx, form, post, &mut values)?;
    let known = known_as::known(tx, &values)?;
    let mut set = ChangeSet::new(tx, "change-form").about(form.name.clone());
    let id = save::create(tx, &mut set, &leads, values)?;
    let made = record::find(tx, &leads, id)?;
    if form.owner.is_none() {
        assignment::give(tx, &mut set, &made)?;
    }
    let ours = Locale::new(tx.locality());
    let rest: Vec<String> = rest.iter().map(|(name, text)| format!("{name}: {text}")).collect();
    if !rest.is_empty() {
        note(tx, &mut set, &made, format!("{}\n{}", ours.t("form-also-sent"), rest.join("\n")))?;
    }
    let wrote = [("form", form.name.as_str().into()), ("name", made.title(&Reading::plain(tx)).into())];
    for card in known {
        let mut lines = vec![ours.tf("form-wrote-again", &wrote)];
        lines.extend(Some(made.text("text").to_owned()).filter(|text| !text.is_empty()));
        lines.extend(rest.iter().cloned());
        note(tx, &mut set, &card, lines.join("\n"))?;
    }
    agree(tx, &mut set, form, post, &made)?;
    set.close(tx)?;
    Ok(id)
}

/// Where it came from.
fn add_origin(cx: &Cx, form: &LeadForm, post: &Post, values: &mut Values) -> Result<()> {
    let mut put = |field: &str, text: &str| {
        let text: String = text.trim().chars().take(500).collect();
        if !text.is_empty() {
            values.insert(field.to_owned(), text.into());
        }
    };
    put("campaign", &form.campaign);
    for (name, field) in ORIGIN {
        put(field, post.text(name));
    }
    if post.text("landing_page").is_empty() {
        put("landing_page", &post.page);
    }
    let from: String = post.text("utm_source").chars().take(100).collect();
    put("source", if form.source.is_empty() { &from } else { &form.source });
    put("form", &form.name);
    values.insert("language".to_owned(), form.language(cx.locality().language).code().into());
    values.insert("owner".to_owned(), form.owner.map_or(Json::Null, |owner| owner.to_string().into()));
    if let Some(person) = told_by(cx, post, values)? {
        values.insert("told_by".to_owned(), reference::reference("person", person));
    }
    Ok(())
}

/// Whose link it was, or the only one of the name or the address that the sender wrote.
fn told_by(cx: &Cx, post: &Post, values: &Values) -> Result<Option<Id>> {
    let people = object(cx, "person")?;
    let living = |ids: &[Id]| -> Result<Vec<Id>> {
        let found = record::find_many(cx, &people, ids)?;
        Ok(found.into_values().filter(|card| card.trashed_at.is_none()).map(|card| card.id).collect())
    };
    if let Ok(id) = post.text(TOLD_BY).parse::<Id>() {
        return Ok(living(&[id])?.first().copied());
    }
    let written = values.get("recommended_by").map_or("", as_text);
    let by = if written.contains('@') { Some(Lookup::email(written)) } else { Lookup::name(written) };
    let Some(by) = by.filter(|_| !written.is_empty()) else { return Ok(None) };
    match living(&lookups::find(cx, "person", &by, 3)?)?.as_slice() {
        [only] => Ok(Some(*only)),
        _ => Ok(None),
    }
}

fn note(tx: &mut Tx, set: &mut ChangeSet, card: &Record, text: String) -> Result<()> {
    let values = [("text", Json::from(text)), ("about", card.reference())];
    let values = values.map(|(key, value)| (key.to_owned(), value)).into_iter().collect();
    let notes = object(tx, "note")?;
    save::create(tx, set, &notes, values).map(drop)
}

/// A ticked box is kept, and its owner asked by mail.
fn agree(tx: &mut Tx, set: &mut ChangeSet, form: &LeadForm, post: &Post, made: &Record) -> Result<()> {
    let ticked = !matches!(post.text(CONSENT).to_lowercase().as_str(), "" | "0" | "false" | "no" | "off");
    let address = emails::addresses(made.get("emails")).next().map(str::to_owned);
    let Some(address) = address.filter(|_| ticked && !form.consent.is_empty()) else { return Ok(()) };
    let page = if post.page.is_empty() { form.address() } else { post.page.clone() };
    let ticked = Ticked {
        about: made.reference(),
        name: &made.title(&Reading::plain(tx)),
        address: &address,
        wording: &form.consent,
        form: &form.name,
        page: &page,
        client: &post.client,
        language: form.language(tx.locality().language),
    };
    consent::ask(tx, set, &ticked).map(drop)
}

/// What is wrong with a post that was taken aside, when its form asks for more by now.
pub(super) fn readable(error: Error) -> Error {
    match error {
        Error::Invalid(errors) => {
            Error::Conflict(errors.0.into_iter().next().map_or(Text::new("required"), |(_, text)| text))
        }
        other => other,
    }
}
