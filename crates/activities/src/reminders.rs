//! Reminders of appointments: colleagues are told at the times that were chosen, in the product and as they wish by mail;
//! customers the day before, in their language, with a link to confirm, to ask for another time or to cancel. That one was
//! given is kept in the transaction that gives it, so none is given twice.

use std::time::Duration;

use identity::workspaces;
use jiff::{Span, ToSpan};
use jobs::{Job, Run};
use kernel::{
    Cx, Id, Language, Locality, Result, Role, Scope, Timestamp, Tx, Value,
    clock::{DAY, HOUR, MINUTE},
};
use locale::Locale;
use mail::{Letter, Part, Post};
use records::{
    ChangeSet, Filter, Json, Operator, Record,
    field::{Reading, as_id, channels, emails, participants, participants::Who, phones},
    notices,
    object::object,
    record,
    save::{self, Values},
};
use serde::{Deserialize, Serialize};
use workbench::letters::LetterKind;

use crate::{
    appointment, card,
    diary::{self, Occurrence, Stretch},
};

/// When colleagues can be reminded, by the key of the choice.
pub const BEFORE: &[(&str, i64)] = &[("10_minutes", 10 * MINUTE), ("1_hour", HOUR), ("1_day", DAY)];
pub(crate) const KEYS: &[&str] = &["10_minutes", "1_hour", "1_day"];

/// Customers are reminded from this hour of the day before.
const MORNING: i8 = 9;

/// What customers get the day before.
pub(crate) const LETTER: LetterKind = LetterKind {
    key: "reminder",
    fields: &["name", "workspace", "what", "when"],
    subject: "reminder-subject",
    lead: "reminder-lead",
};

/// Appointments of one look.
const AT_ONCE: usize = 500;

pub(crate) const EVERY: Duration = Duration::from_secs(60);

/// Gives the reminders that are due, each minute.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Remind {}

impl Job for Remind {
    const KIND: &'static str = "appointments.remind";

    fn run(&self, run: &Run) -> Result<()> {
        for workspace in run.db.read(&Scope::global(), workspaces::all)? {
            remind_in(run, &workspace.scope("system"))?;
        }
        Ok(())
    }
}

/// One that cannot be given keeps no other from being given, and is tried again with the next look.
fn remind_in(run: &Run, scope: &Scope) -> Result<()> {
    let (mut next, mut failed) = (Some(Stretch::default()), None);
    while let Some(stretch) = next {
        let (found, rest) = run.db.read(scope, |cx| due(cx, stretch))?;
        next = rest;
        for one in found {
            if let Err(error) = run.db.write(scope, |tx| give(tx, &one)) {
                tracing::warn!(appointment = %one.appointment, %error, "a reminder could not be given");
                failed = Some(error);
            }
        }
    }
    failed.map_or(Ok(()), Err)
}

/// One reminder that is to be given now.
struct Due {
    appointment: Id,
    /// The series that it is or was one of, else itself.
    whole: Id,
    starts: Timestamp,
    what: &'static str,
}

/// What is due of so many appointments and was not given yet, and where the next ones begin.
fn due(cx: &Cx, stretch: Stretch) -> Result<(Vec<Due>, Option<Stretch>)> {
    let now = cx.now();
    let wanted = Filter::Any(vec![
        Filter::field("remind", Operator::NotEmpty, &[]),
        Filter::field("remind_customer", Operator::NotEmpty, &[]),
    ]);
    let planned = Filter::field("state", Operator::Is, &["planned"]);
    let today = cx.today();
    let ahead = today.checked_add(2.days()).unwrap_or(today);
    let wanted = Filter::All(vec![wanted, planned]);
    let (found, next) = diary::page(cx, (today, ahead), &wanted, stretch, AT_ONCE)?;
    let mut due = Vec::new();
    for one in found.iter().filter(|one| one.starts > now) {
        let appointment = one.appointment.id;
        let whole = as_id(one.appointment.get("series")).unwrap_or(appointment);
        let reminder = |what| Due { appointment, whole, starts: one.starts, what };
        let chosen = one.appointment.get("remind").as_array().cloned().unwrap_or_default();
        for (what, before) in BEFORE.iter().filter(|(what, _)| chosen.iter().any(|key| key == what)) {
            if one.starts.plus(-before) <= now {
                due.push(reminder(what));
            }
        }
        if one.appointment.get("remind_customer") == &Json::Bool(true) && day_before(one) <= now {
            due.push(reminder(CUSTOMER));
        }
    }
    let mut left = Vec::new();
    for one in due {
        if !given(cx, &one)? {
            left.push(one);
        }
    }
    Ok((left, next))
}

const CUSTOMER: &str = "customer";

fn given(cx: &Cx, due: &Due) -> Result<bool> {
    let row = cx.query_one(
        "SELECT 1 FROM reminders WHERE workspace_id = ?1 AND appointment_id = ?2 AND starts_at = ?3 AND what = ?4 AND who = ''",
        &[cx.workspace().into(), due.whole.into(), due.starts.into(), due.what.into()],
    )?;
    Ok(row.is_some())
}

/// Nine in the morning of the day before, where the appointment is meant.
fn day_before(one: &Occurrence) -> Timestamp {
    let zone = appointment::zone(&one.appointment);
    let day = one.starts.in_zone(&zone).date();
    let before = day.checked_sub(Span::new().days(1)).unwrap_or(day);
    Timestamp::from_civil(before.at(MORNING, 0, 0, 0), &zone)
}

/// Writes down that it was given, and gives it: both or neither.
fn give(tx: &mut Tx, due: &Due) -> Result<()> {
    if !mark(tx, due, "", &[])? {
        return Ok(());
    }
    let declared = object(tx, "appointment")?;
    let Some(appointment) = record::find_many(tx, &declared, &[due.appointment])?.remove(&due.appointment)
    else {
        return Ok(());
    };
    let ends = due.starts.plus(appointment::length(&appointment));
    let one = Occurrence { appointment, starts: due.starts, ends };
    if due.what == CUSTOMER { remind_customers(tx, &one, due) } else { tell(tx, &one) }
}

/// Whether it was not given before.
fn mark(tx: &mut Tx, due: &Due, who: &str, hash: &[u8]) -> Result<bool> {
    let now = tx.now();
    let params: [Value; 8] = [
        tx.workspace().into(),
        due.whole.into(),
        due.starts.into(),
        due.what.into(),
        who.into(),
        due.appointment.into(),
        Value::Bytes(hash.to_vec()),
        now.into(),
    ];
    let written = tx.execute(
        "INSERT INTO reminders (workspace_id, appointment_id, starts_at, what, who, record_id, token_hash, sent_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING",
        &params,
    )?;
    Ok(written > 0)
}

/// Colleagues who meet: whose it is, and those who take part and did not decline.
fn tell(tx: &mut Tx, one: &Occurrence) -> Result<()> {
    let owner = as_id(one.appointment.get("owner"));
    let mut users: Vec<Id> = participants::users(one.appointment.get("participants")).chain(owner).collect();
    users.sort_unstable();
    users.dedup();
    users.retain(|user| one.is_of(*user));
    notices::reminded(tx, &one.appointment, &users)
}

/// Those outside who meet: whom it is about, and the cards that take part.
fn remind_customers(tx: &mut Tx, one: &Occurrence, due: &Due) -> Result<()> {
    let mut cards: Vec<Json> = vec![one.appointment.get("about").clone()];
    cards.extend(participants::cards(one.appointment.get("participants")).cloned());
    let declined = |card: &Json| {
        let answers = participants::each(one.appointment.get("participants"));
        answers.into_iter().any(|(who, answer)| {
            answer == "declined" && matches!(who, Who::Card(_, id) if as_id(card) == Some(id))
        })
    };
    let mut reached: Vec<Id> = Vec::new();
    for value in cards.into_iter().filter(|card| !declined(card)) {
        let Some(customer) = card::of(tx, &value)? else { continue };
        if reached.contains(&customer.id)
            || customer.trashed_at.is_some()
            || customer.object.at("emails").is_none()
        {
            continue;
        }
        reached.push(customer.id);
        remind(tx, one, due, &customer)?;
    }
    Ok(())
}

/// By mail, unless the card forbids it; where another way is preferred, or no address is known, the colleague is asked to.
fn remind(tx: &mut Tx, one: &Occurrence, due: &Due, customer: &Record) -> Result<()> {
    let today = tx.today();
    let forbidden =
        |channel: &str| channels::forbids(customer.get("do_not_contact"), channel, today).is_some();
    let address = emails::addresses(customer.get("emails")).next().map(str::to_owned);
    let prefers = customer.text("preferred_channel");
    let by_mail = prefers.is_empty() || prefers == "email";
    match address.filter(|_| by_mail && !forbidden("email")) {
        Some(address) => write_to(tx, one, due, customer, &address),
        None if forbidden("phone") => Ok(()),
        None => ask_to_call(tx, one, customer),
    }
}

fn write_to(tx: &mut Tx, one: &Occurrence, due: &Due, customer: &Record, address: &str) -> Result<()> {
    let (token, hash) = identity::secret_addresses::secret()?;
    let who = format!("{}:{}", customer.object.key, customer.id);
    if !mark(tx, due, &who, &hash)? {
        return Ok(());
    }
    let locale = theirs(tx, customer, &one.appointment);
    let name = customer.title(&Reading::plain(tx));
    let workspace = workspaces::find(tx)?.name;
    let post = tx.part::<Post>();
    let link = format!("{}/visits/{token}", post.site.trim_end_matches('/'));
    let when = when(&locale, one);
    let t = |key: &str| locale.t(key).into_owned();
    let values = [
        ("name", name.as_str()),
        ("workspace", &workspace),
        ("what", one.appointment.text("subject")),
        ("when", &when),
    ];
    let subject = LETTER.say(tx, &locale, "subject", &values)?;
    let lead = LETTER.say(tx, &locale, "lead", &values)?;
    let mut facts = format!("{}\n{when}", one.appointment.text("subject"));
    let video = one.appointment.get("video").get(0).and_then(|link| link["url"].as_str()).unwrap_or_default();
    for fact in [one.appointment.text("place"), video] {
        if !fact.is_empty() {
            facts.push('\n');
            facts.push_str(fact);
        }
    }
    let way = |key: &str, answer: &str| Part::Way { text: t(key), href: format!("{link}?answer={answer}") };
    let letter = Letter {
        kind: "reminder",
        least: Role::Admin,
        to_name: name.clone(),
        to_address: address.to_owned(),
        language: locale.language(),
        subject,
        parts: vec![
            Part::Words(lead),
            Part::Words(facts),
            way("visit-confirm", "confirm"),
            way("visit-move", "move"),
            way("visit-cancel", "cancel"),
        ],
        foot: locale.tf("reminder-foot", &[("workspace", workspace.as_str().into())]),
    };
    mail::post(tx, &letter)?;
    let said = Locale::new(tx.locality()).tf(
        "reminder-note",
        &[
            ("address", address.into()),
            ("what", one.appointment.text("subject").into()),
            ("when", when.into()),
        ],
    );
    note(tx, customer, said)
}

/// The customer's language, if it is one of ours, else the workspace's; days and hours are those of the appointment's place.
pub(crate) fn theirs(cx: &Cx, customer: &Record, one: &Record) -> Locale {
    let ours = cx.locality();
    let language: Language = customer.text("language").parse().unwrap_or(ours.language);
    Locale::new(&Locality { language, time_zone: appointment::zone(one), ..ours.clone() })
}

/// `24 November 2026, 10:00`; of whole days the day.
pub(crate) fn when(locale: &Locale, one: &Occurrence) -> String {
    let day = locale.civil(one.starts).date();
    let day = format!("{}, {}", locale.weekday(day.weekday()), locale.date_long(day));
    if one.all_day() { day } else { format!("{day}, {}", locale.time(one.starts)) }
}

fn ask_to_call(tx: &mut Tx, one: &Occurrence, customer: &Record) -> Result<()> {
    let (name, locale) = (customer.title(&Reading::plain(tx)), Locale::new(tx.locality()));
    let args = [
        ("name", name.into()),
        ("what", one.appointment.text("subject").into()),
        ("when", when(&locale, one).into()),
    ];
    task(tx, one, customer, locale.tf("reminder-task", &args))
}

/// Something for whoever the appointment belongs to, now.
pub(crate) fn task(tx: &mut Tx, one: &Occurrence, customer: &Record, subject: String) -> Result<()> {
    let number = phones::numbers(customer.get("phones")).next().unwrap_or_default().to_owned();
    let values = Values::from_iter([
        ("subject".to_owned(), Json::from(subject.clone())),
        ("kind".to_owned(), "call_back".into()),
        ("about".to_owned(), customer.reference()),
        ("due_at".to_owned(), tx.now().micros().into()),
        ("assignee".to_owned(), one.appointment.get("owner").clone()),
        ("number".to_owned(), number.into()),
    ]);
    keep(tx, "task", subject, values)
}

/// What happened, on the customer's timeline.
pub(crate) fn note(tx: &mut Tx, customer: &Record, text: String) -> Result<()> {
    let values = Values::from_iter([
        ("text".to_owned(), Json::from(text)),
        ("about".to_owned(), customer.reference()),
    ]);
    keep(tx, "note", customer.title(&Reading::plain(tx)), values)
}

fn keep(tx: &mut Tx, key: &str, about: String, values: Values) -> Result<()> {
    let mut set = ChangeSet::new(tx, "change-reminded").about(about);
    let declared = object(tx, key)?;
    save::create(tx, &mut set, &declared, values)?;
    set.close(tx)
}
