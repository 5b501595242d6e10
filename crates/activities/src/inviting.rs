//! Invitations by mail to those who take part and are no colleagues: once somebody says so on the appointment (`invite`), it is
//! sent, sent again when what they were told is no longer so, and called off when it is, or when they are taken off (iTIP, RFC 5546;
//! iMIP, RFC 6047). It follows from the appointment, so it does not matter through what that was changed. Nobody is written to who
//! refused contact, and nobody is told the addresses of others, or what was noted among colleagues.

pub(crate) mod answers;

use std::collections::BTreeMap;

use formats::calendar::{self, Event, Method, Party};
use identity::workspaces;
use kernel::{Cx, Id, Language, Locality, Result, Role, Tx, Value, clock::SECOND, contact::email};
use locale::Locale;
use mail::{Calendar, Enclosed, Letter, Part, Post};
use records::{
    Filter, Json, Operator, Query, Record,
    field::{Reading, as_id, as_text, participants, participants::Who},
    query,
};
use workbench::letters::LetterKind;

use crate::{
    appointment, card,
    diary::Occurrence,
    ics::{self, Names},
    left_alone, reminders,
};

/// Somebody outside who takes part and may be written to.
struct Guest {
    /// As participants are written.
    who: String,
    name: String,
    address: String,
    locale: Locale,
}

/// What somebody was told.
struct Told {
    address: String,
    told: String,
}

/// Brings what those outside were told up to what the appointment is now.
pub(crate) fn follow(tx: &mut Tx, appointment: &Record) -> Result<()> {
    let known = known(tx, appointment)?;
    let stands = appointment.trashed_at.is_none() && appointment.text("state") == "planned";
    let asks = stands && appointment.get("invite") == &Json::Bool(true) && !is_over(tx, appointment);
    if known.is_empty() && !asks {
        return Ok(());
    }
    let guests = if asks { guests(tx, appointment)? } else { Vec::new() };
    let told = told(tx, appointment)?;
    for guest in &guests {
        if known.get(&guest.who).is_none_or(|known| known.told != told || known.address != guest.address) {
            let before = known.get(&guest.who).filter(|known| known.told != CALLED_OFF);
            let kind = if before.is_some() { Kind::Changed } else { Kind::New };
            write_to(tx, appointment, guest, kind)?;
            remember(tx, appointment.id, (&guest.who, &guest.address), &told)?;
        }
    }
    // What took place is not called off, and neither is what only stopped being sent.
    let called_off = !matches!(appointment.text("state"), "held" | "no_show") && !is_over(tx, appointment);
    let takes_part =
        |who: &str| participants::each(appointment.get("participants")).any(|(other, _)| key(other) == who);
    for (who, known) in known.iter().filter(|(_, known)| known.told != CALLED_OFF) {
        if called_off && (!stands || !takes_part(who)) {
            let guest = guest(tx, appointment, who, Some(&known.address))?;
            remember(tx, appointment.id, (who, &known.address), CALLED_OFF)?;
            if let Some(guest) = guest {
                write_to(tx, appointment, &guest, Kind::Cancelled)?;
            }
        }
    }
    Ok(())
}

fn is_over(cx: &Cx, appointment: &Record) -> bool {
    let last = appointment.instant("repeat_until").or(appointment.instant("ends_at"));
    last.is_none_or(|last| last <= cx.now())
}

fn key(who: Who) -> String {
    match who {
        Who::User(id) => format!("user:{id}"),
        Who::Card(object, id) => format!("{object}:{id}"),
        Who::Address(address) => format!("mailto:{address}"),
    }
}

/// Those who are to be invited, once for each address.
fn guests(cx: &Cx, appointment: &Record) -> Result<Vec<Guest>> {
    let mut found: Vec<Guest> = Vec::new();
    for (who, _) in participants::each(appointment.get("participants")) {
        if matches!(who, Who::User(_)) {
            continue;
        }
        if let Some(guest) = guest(cx, appointment, &key(who), None)?
            && !found.iter().any(|other| email::key(&other.address) == email::key(&guest.address))
        {
            found.push(guest);
        }
    }
    Ok(found)
}

/// Somebody by what they are called among the participants; `None` of whoever has no address, or wants to be left alone.
fn guest(cx: &Cx, appointment: &Record, who: &str, known: Option<&str>) -> Result<Option<Guest>> {
    let today = cx.today();
    let there = |card: &Record| card.trashed_at.is_none();
    match participants::parse(who) {
        Some(Who::Card(..)) => {
            let Some(customer) = card::of(cx, &Json::from(who))?.filter(there) else { return Ok(None) };
            let first = records::field::emails::addresses(customer.get("emails")).next().map(str::to_owned);
            let Some(address) = known.map(str::to_owned).or(first) else { return Ok(None) };
            if left_alone::wishes(&customer, "email", today) {
                return Ok(None);
            }
            let name = customer.title(&Reading::plain(cx));
            let locale = reminders::theirs(cx, &customer, appointment);
            Ok(Some(Guest { who: who.to_owned(), name, address, locale }))
        }
        Some(Who::Address(address)) => {
            // Somebody of whom there is a card is that card, also where only the address was written.
            if let Some(card) = ics::card_of(cx, address)?
                && left_alone::wishes(&card, "email", today)
            {
                return Ok(None);
            }
            let ours = cx.locality();
            let language: Language = ours.language;
            let locale = Locale::new(&Locality {
                language,
                time_zone: appointment::zone(appointment),
                ..ours.clone()
            });
            Ok(Some(Guest { who: who.to_owned(), name: String::new(), address: address.to_owned(), locale }))
        }
        _ => Ok(None),
    }
}

/// What stands in the place of what somebody was told once it was called off.
const CALLED_OFF: &str = "off";

/// What a letter says of it: another text is another letter. An occurrence that went its own way is told of by itself.
fn told(cx: &Cx, appointment: &Record) -> Result<String> {
    let fields = ["subject", "starts_at", "ends_at", "all_day", "place", "video", "repeat", "time_zone"];
    let mut values: Vec<Json> = fields.iter().map(|field| appointment.get(field).clone()).collect();
    let mut missing = appointment::exceptions(appointment);
    if !missing.is_empty() {
        let filter = Filter::field("series", Operator::Is, &[&appointment.id.to_string()]);
        let asked = Query { filter, ..Query::default() };
        let own = query::page(cx, &appointment.object, &asked, &["series_at"], 1_000)?.records;
        missing.retain(|at| !own.iter().any(|one| one.instant("series_at") == Some(*at)));
    }
    values.extend(missing.iter().map(|at| Json::from(at.micros())));
    Ok(serde_json::to_string(&values)?)
}

/// What those outside were told; of an occurrence that goes its own way what they were told of its series.
fn known(cx: &Cx, appointment: &Record) -> Result<BTreeMap<String, Told>> {
    let own = known_of(cx, appointment.id)?;
    match as_id(appointment.get("series")) {
        Some(series) if own.is_empty() => known_of(cx, series),
        _ => Ok(own),
    }
}

fn known_of(cx: &Cx, appointment: Id) -> Result<BTreeMap<String, Told>> {
    let rows = cx.query(
        "SELECT who, address, told FROM appointment_invitations WHERE workspace_id = ?1 AND appointment_id = ?2",
        &[cx.workspace().into(), appointment.into()],
    )?;
    let read = |row: &kernel::Row| {
        (row.text(0).to_owned(), Told { address: row.text(1).to_owned(), told: row.text(2).to_owned() })
    };
    Ok(rows.iter().map(read).collect())
}

fn remember(tx: &mut Tx, appointment: Id, (who, address): (&str, &str), told: &str) -> Result<()> {
    tx.execute(
        "INSERT INTO appointment_invitations (workspace_id, appointment_id, who, address, told, sent_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (workspace_id, appointment_id, who) \
         DO UPDATE SET address = excluded.address, told = excluded.told, sent_at = excluded.sent_at",
        &[
            tx.workspace().into(),
            appointment.into(),
            who.into(),
            address.into(),
            told.into(),
            tx.now().into(),
        ],
    )
    .map(drop)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    New,
    Changed,
    Cancelled,
}

impl Kind {
    const fn key(self) -> &'static str {
        match self {
            Kind::New => "new",
            Kind::Changed => "changed",
            Kind::Cancelled => "cancelled",
        }
    }

    const fn letter(self) -> &'static LetterKind {
        match self {
            Kind::New => &LETTERS[0],
            Kind::Changed => &LETTERS[1],
            Kind::Cancelled => &LETTERS[2],
        }
    }
}

const FIELDS: &[&str] = &["name", "workspace", "what", "when"];

/// What guests get.
pub(crate) const LETTERS: [LetterKind; 3] = [
    LetterKind {
        key: "invited-new",
        fields: FIELDS,
        subject: "invited-subject-new",
        lead: "invited-lead-new",
    },
    LetterKind {
        key: "invited-changed",
        fields: FIELDS,
        subject: "invited-subject-changed",
        lead: "invited-lead-changed",
    },
    LetterKind {
        key: "invited-cancelled",
        fields: FIELDS,
        subject: "invited-subject-cancelled",
        lead: "invited-lead-cancelled",
    },
];

fn write_to(tx: &mut Tx, appointment: &Record, guest: &Guest, kind: Kind) -> Result<()> {
    let Some(starts) = appointment.instant("starts_at") else { return Ok(()) };
    let ends = starts.plus(appointment::length(appointment));
    let one = Occurrence { appointment: appointment.clone(), starts, ends };
    let (locale, workspace) = (&guest.locale, workspaces::find(tx)?.name);
    let when = reminders::when(locale, &one);
    let what = appointment.text("subject");
    let mut facts = format!("{what}\n{when}");
    let video = appointment.get("video").get(0).map(|link| as_text(&link["url"])).unwrap_or_default();
    for fact in [appointment.text("place"), video] {
        if !fact.is_empty() {
            facts.push('\n');
            facts.push_str(fact);
        }
    }
    let values = [("name", guest.name.as_str()), ("workspace", &workspace), ("what", what), ("when", &when)];
    let mut parts = vec![Part::Words(kind.letter().say(tx, locale, "lead", &values)?), Part::Words(facts)];
    if kind != Kind::Cancelled {
        let link = link(tx, appointment.id, &guest.who)?;
        for answer in answers::ANSWERS {
            let text = locale.t(&format!("invited-{answer}")).into_owned();
            parts.push(Part::Way { text, href: format!("{link}?answer={answer}") });
        }
    }
    let letter = Letter {
        kind: "appointment",
        least: Role::Admin,
        to_name: guest.name.clone(),
        to_address: guest.address.clone(),
        language: locale.language(),
        subject: kind.letter().say(tx, locale, "subject", &values)?,
        parts,
        foot: locale.tf("invited-foot", &[("workspace", workspace.as_str().into())]),
    };
    let enclosed = enclosed(tx, appointment, guest, kind)?;
    mail::post_with(tx, &letter, &enclosed)?;
    note(tx, appointment, guest, kind)
}

/// A link with which they answer.
fn link(tx: &mut Tx, appointment: Id, who: &str) -> Result<String> {
    let (token, hash) = identity::secret_addresses::secret()?;
    tx.execute(
        "INSERT INTO appointment_links (workspace_id, token_hash, appointment_id, who) VALUES (?1, ?2, ?3, ?4)",
        &[tx.workspace().into(), Value::Bytes(hash.to_vec()), appointment.into(), who.into()],
    )?;
    let site = tx.part::<Post>().site.trim_end_matches('/').to_owned();
    Ok(format!("{site}/invited/{token}"))
}

/// The event as whoever is invited may read it: with the one who calls it and themselves, and without what was noted.
fn enclosed(tx: &Tx, appointment: &Record, guest: &Guest, kind: Kind) -> Result<Enclosed> {
    let names = Names::of(tx, [appointment])?;
    let owner = as_id(appointment.get("owner")).and_then(|owner| names.party(Who::User(owner)));
    let Some(event) = ics::event(appointment, &names) else { return Ok(Enclosed::default()) };
    let made = appointment.instant("created_at").unwrap_or(tx.now());
    let answer = participants::each(appointment.get("participants"))
        .find(|(who, _)| key(*who) == guest.who)
        .map(|(_, answer)| answer.to_uppercase())
        .unwrap_or_default();
    let party = Party { address: guest.address.clone(), name: guest.name.clone(), status: answer };
    let event = Event {
        // Each letter counts as newer than those before it (RFC 5546, 2.1.4).
        sequence: u32::try_from((tx.now().micros() - made.micros()) / SECOND).unwrap_or(u32::MAX),
        stamp: ics::instant(tx.now()),
        description: String::new(),
        cancelled: kind == Kind::Cancelled,
        organizer: owner.clone(),
        attendees: vec![party],
        ..event
    };
    let method = if kind == Kind::Cancelled { Method::Cancel } else { Method::Request };
    Ok(Enclosed {
        reply_to: owner.map(|owner| (owner.name, owner.address)),
        calendar: Some(Calendar {
            method: method.key().to_owned(),
            text: calendar::write(method, "", &[event]),
        }),
        ..Enclosed::default()
    })
}

/// That they were written to stands on their timeline.
fn note(tx: &mut Tx, appointment: &Record, guest: &Guest, kind: Kind) -> Result<()> {
    let Some(customer) = card::of(tx, &Json::from(guest.who.as_str()))? else { return Ok(()) };
    let Some(starts) = appointment.instant("starts_at") else { return Ok(()) };
    let one = Occurrence { appointment: appointment.clone(), starts, ends: starts };
    let locale = Locale::new(tx.locality());
    let args = [
        ("address", guest.address.as_str().into()),
        ("what", appointment.text("subject").into()),
        ("when", reminders::when(&locale, &one).into()),
    ];
    reminders::note(tx, &customer, locale.tf(&format!("invited-note-{}", kind.key()), &args))
}
