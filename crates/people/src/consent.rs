//! Consent to be written to, with what proves it: the words that were agreed to, when, on which form, from which address. One
//! that came through a form counts only when its owner said so again by a letter's link ([`page`]).

pub(crate) mod page;

use kernel::{Cx, Id, Language, Result, Role, Tx, Value, clock::DAY};
use locale::Locale;
use mail::{Letter, Part, Post};
use records::{
    Behavior, ChangeSet, Field, Filter, Json, Object, Operator, Query, Record, Sort,
    behavior::{Done, Pending},
    field::{
        as_text, channels, date_time::DateTime, long_text::LongText, reference, reference::Reference,
        select::Select, text::Text,
    },
    lookups::{self, Lookup},
    object::{TimelineRule, object},
    query, record,
    save::{self, Values},
};
use workbench::letters::LetterKind;

use crate::PREFERRED;

pub const KEY: &str = "consent";
/// How far one came. Only the second counts.
pub const STATES: &[&str] = &[ASKED, GIVEN, WITHDRAWN];
pub const ASKED: &str = "asked";
pub const GIVEN: &str = "given";
pub const WITHDRAWN: &str = "withdrawn";

/// Where a card says how its consent to e-mail stands.
pub const FIELD: &str = "email_consent";

/// One letter to an address in this time, however often it is typed into forms.
const LETTER_EVERY: i64 = DAY;

/// The field of a card that follows from its consents.
pub fn field() -> Field {
    Field::new(FIELD, Select::of("consent-state", STATES)).computed().indexed()
}

/// The declaration.
pub fn consent() -> Object {
    let fields = vec![
        Field::new("text", LongText).required().searched().listed(),
        Field::new("about", Reference { object: None }).required().listed().indexed(),
        Field::new("state", Select::of("consent-state", STATES)).required().listed(),
        Field::new("channel", Select::of("channel", PREFERRED)).required().listed(),
        Field::new("address", Text).listed().indexed(),
        Field::new("at", DateTime).listed().indexed(),
        Field::new("given_at", DateTime).listed(),
        Field::new("form", Text).computed(),
        Field::new("page", Text).computed(),
        Field::new("client", Text).computed(),
        Field::new("given_from", Text).computed(),
    ];
    Object::new(KEY, "consents", "text", fields)
        .activity(TimelineRule { about: "about", at: "at" })
        .sorted_by("at", true)
        .going_with_card()
        .behavior(ConsentRules)
}

#[derive(Debug)]
struct ConsentRules;

impl Behavior for ConsentRules {
    fn before(&self, cx: &Cx, pending: &mut Pending, _: &mut kernel::FieldErrors) -> Result<()> {
        let now = Json::from(cx.now().micros());
        if pending.value("at").is_null() {
            pending.values.insert("at".to_owned(), now.clone());
        }
        if pending.value("state") == GIVEN && pending.value("given_at").is_null() {
            pending.values.insert("given_at".to_owned(), now);
        }
        Ok(())
    }

    fn after(&self, tx: &mut Tx, _: &mut ChangeSet, done: &Done) -> Result<()> {
        keep_on_card(tx, done.after.get("about"))?;
        match done.before {
            Some(before) if done.changed("about") => keep_on_card(tx, before.get("about")),
            _ => Ok(()),
        }
    }
}

/// The card says what the newest answer says; as long as there is none, that it was asked.
fn keep_on_card(tx: &mut Tx, about: &Json) -> Result<()> {
    let Some((name, id)) = reference::target(about) else { return Ok(()) };
    let card = object(tx, name)?;
    if card.at(FIELD).is_none() {
        return Ok(());
    }
    let filter = Filter::All(vec![
        Filter::field("about", Operator::Is, &[&id.to_string()]),
        Filter::field("channel", Operator::Is, &["email"]),
    ]);
    let found = newest(tx, filter, 100)?;
    let stands = found.iter().find(|one| one.text("state") != ASKED).or(found.first());
    let state = stands.map_or(Json::Null, |one| one.get("state").clone());
    save::derive(tx, &card, id, Values::from_iter([(FIELD.to_owned(), state)]))
}

fn newest(cx: &Cx, filter: Filter, most: usize) -> Result<Vec<Record>> {
    let sort = vec![Sort { field: "at".to_owned(), descending: true }];
    Ok(query::page(cx, &object(cx, KEY)?, &Query { filter, sort, ..Query::default() }, &[], most)?.records)
}

/// What somebody agreed to on a form.
#[derive(Debug, Clone)]
pub struct Ticked<'a> {
    /// The card.
    pub about: Json,
    pub name: &'a str,
    pub address: &'a str,
    pub wording: &'a str,
    /// What the form is called, and the page it stood on.
    pub form: &'a str,
    pub page: &'a str,
    /// The network address it came from.
    pub client: &'a str,
    pub language: Language,
}

/// Writes down that somebody ticked a box, and asks the owner of the address whether that was them. Nobody is written to who
/// forbids it, and nobody twice a day. Answers whether a letter goes out.
pub fn ask(tx: &mut Tx, set: &mut ChangeSet, ticked: &Ticked) -> Result<bool> {
    let spared = was_asked(tx, ticked.address)? || forbids(tx, ticked.address)?;
    let texts = [
        ("text", ticked.wording),
        ("state", ASKED),
        ("channel", "email"),
        ("address", ticked.address),
        ("form", ticked.form),
        ("page", ticked.page),
        ("client", ticked.client),
    ];
    let mut values: Values =
        texts.map(|(key, text)| (key.to_owned(), Json::from(text))).into_iter().collect();
    values.insert("about".to_owned(), ticked.about.clone());
    let consents = object(tx, KEY)?;
    let id = save::create(tx, set, &consents, values)?;
    if !spared {
        write(tx, id, ticked)?;
    }
    Ok(!spared)
}

fn was_asked(cx: &Cx, address: &str) -> Result<bool> {
    let found = newest(cx, Filter::field("address", Operator::Is, &[address]), 1)?;
    let since = cx.now().plus(-LETTER_EVERY);
    Ok(found.first().and_then(|one| one.instant("at")).is_some_and(|at| at > since))
}

/// Some card with this address wants no mail.
fn forbids(cx: &Cx, address: &str) -> Result<bool> {
    for name in records::catalog(cx)?.cards().map(|object| object.key) {
        let declared = object(cx, name)?;
        if declared.at("do_not_contact").is_none() {
            continue;
        }
        let ids = lookups::find(cx, name, &Lookup::email(address), 20)?;
        let cards = record::find_many(cx, &declared, &ids)?;
        if cards
            .values()
            .any(|card| channels::forbids(card.get("do_not_contact"), "email", cx.today()).is_some())
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What whoever agreed gets, to confirm it.
pub(crate) const LETTER: LetterKind = LetterKind {
    key: "consent",
    fields: &["name", "workspace"],
    subject: "consent-subject",
    lead: "consent-lead",
};

fn write(tx: &mut Tx, id: Id, ticked: &Ticked) -> Result<()> {
    let (token, hash) = identity::secret_addresses::secret()?;
    let now = tx.now();
    tx.execute(
        "INSERT INTO consent_links (workspace_id, token_hash, record_id, language, created_at) \
         VALUES (?1, ?2, ?3, ?4, ?5)",
        &[
            tx.workspace().into(),
            Value::Bytes(hash.to_vec()),
            id.into(),
            ticked.language.code().into(),
            now.into(),
        ],
    )?;
    let locale = Locale::new(&kernel::Locality { language: ticked.language, ..tx.locality().clone() });
    let workspace = identity::workspaces::find(tx)?.name;
    let values = [("name", ticked.name), ("workspace", workspace.as_str())];
    let post = tx.part::<Post>();
    let href = format!("{}/agree/{token}", post.site.trim_end_matches('/'));
    let letter = Letter {
        kind: "consent",
        least: Role::Admin,
        to_name: ticked.name.to_owned(),
        to_address: ticked.address.to_owned(),
        language: ticked.language,
        subject: LETTER.say(tx, &locale, "subject", &values)?,
        parts: vec![
            Part::Words(LETTER.say(tx, &locale, "lead", &values)?),
            Part::Quote(ticked.wording.to_owned()),
            Part::Way { text: locale.t("consent-way").into_owned(), href },
            Part::Words(locale.t("consent-otherwise").into_owned()),
        ],
        foot: locale.tf("consent-foot", &[("workspace", workspace.as_str().into())]),
    };
    mail::post(tx, &letter).map(drop)
}

/// Everything that the owner of this address was asked in these words has this answer now.
pub(crate) fn answered(tx: &mut Tx, asked: &Record, state: &str, client: &str) -> Result<()> {
    let filter = Filter::All(vec![
        Filter::field("address", Operator::Is, &[asked.text("address")]),
        Filter::field("state", Operator::IsNot, &[state]),
    ]);
    let mut all = newest(tx, filter, 50)?;
    all.retain(|one| as_text(one.get("text")) == asked.text("text"));
    let label = if state == GIVEN { "change-consent-given" } else { "change-consent-withdrawn" };
    let mut set = ChangeSet::new(tx, label).about(asked.text("address").to_owned());
    for one in all {
        let mut values = Values::from_iter([("state".to_owned(), Json::from(state))]);
        if state == GIVEN {
            values.insert("given_at".to_owned(), tx.now().micros().into());
            values.insert("given_from".to_owned(), client.into());
        }
        save::edit(tx, &mut set, &one.object, one.id, values, &Values::new())?.saved()?;
    }
    set.close(tx)
}
