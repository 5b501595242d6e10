//! What a program keeps a copy of: calendars, tasks, address books, each with its records as texts, and the way of what was
//! written back through the gate.

mod item;

use std::collections::BTreeMap;

use activities::kept::{self, tasks};
use kernel::{Cx, Error, Id, Result, Text, Tx};
use locale::Locale;
use records::{
    ChangeSet, Filter, Object, Operator, Query, Record, Sort,
    access::{self, Verb},
    cards, catalog,
    field::as_id,
    following,
    lookups::{self, Lookup},
    query, record, save, views,
};
use web::Form;

pub(crate) use self::item::{Item, What, texts};
use self::item::{appointments, of_cards, of_tasks};
use crate::place::{Home, Place};

/// Cards of one address book, and appointments of one calendar: those that were changed last, or begin last.
pub(crate) const MOST_CARDS: usize = 5_000;
pub(crate) const MOST_APPOINTMENTS: usize = 10_000;
const MOST_TASKS: usize = 2_000;

/// One of somebody's collections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Collection {
    /// Whose program it is.
    pub(crate) user: Id,
    pub(crate) key: String,
    pub(crate) kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One's own calendar.
    Own,
    Tasks,
    /// A colleague's calendar, to be read.
    Of(Id),
    /// The cards one is responsible for.
    Mine,
    Followed,
    /// The cards of a saved view.
    View(Id),
}

impl Kind {
    pub(crate) fn key(self) -> String {
        match self {
            Kind::Own => "own".to_owned(),
            Kind::Tasks => "tasks".to_owned(),
            Kind::Of(user) => format!("of-{user}"),
            Kind::Mine => "mine".to_owned(),
            Kind::Followed => "followed".to_owned(),
            Kind::View(view) => format!("view-{view}"),
        }
    }

    pub(crate) fn parse(key: &str) -> Option<Kind> {
        Some(match key {
            "own" => Kind::Own,
            "tasks" => Kind::Tasks,
            "mine" => Kind::Mine,
            "followed" => Kind::Followed,
            _ => match key.split_once('-')? {
                ("of", user) => Kind::Of(user.parse().ok()?),
                ("view", view) => Kind::View(view.parse().ok()?),
                _ => return None,
            },
        })
    }

    pub(crate) const fn home(self) -> Home {
        match self {
            Kind::Own | Kind::Tasks | Kind::Of(_) => Home::Calendars,
            Kind::Mine | Kind::Followed | Kind::View(_) => Home::Cards,
        }
    }

    /// Under which its records have names of their own.
    pub(crate) const fn names(self) -> &'static str {
        match self {
            Kind::Own | Kind::Of(_) => "appointment",
            Kind::Tasks => "task",
            Kind::Mine | Kind::Followed | Kind::View(_) => "card",
        }
    }

    pub(crate) const fn extension(self) -> &'static str {
        match self.home() {
            Home::Calendars => "ics",
            Home::Cards => "vcf",
        }
    }

    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Kind::Own | Kind::Of(_) => "text/calendar; charset=utf-8; component=VEVENT",
            Kind::Tasks => "text/calendar; charset=utf-8; component=VTODO",
            Kind::Mine | Kind::Followed | Kind::View(_) => "text/vcard; charset=utf-8",
        }
    }
}

impl Collection {
    pub(crate) fn new(user: Id, kind: Kind) -> Collection {
        Collection { user, key: kind.key(), kind }
    }

    pub(crate) fn place(&self) -> Place {
        Place::Collection(self.kind.home(), self.user, self.key.clone())
    }

    /// What it is called in the reader's language.
    pub(crate) fn name(&self, cx: &Cx) -> Result<String> {
        let locale = Locale::new(cx.locality());
        Ok(match self.kind {
            Kind::Own => locale.t("dav-own").into_owned(),
            Kind::Tasks => locale.t("dav-tasks").into_owned(),
            Kind::Of(user) => identity::members::find(cx, user)?.name,
            Kind::Mine => locale.t("dav-mine").into_owned(),
            Kind::Followed => locale.t("dav-followed").into_owned(),
            Kind::View(view) => views::find(cx, view)?.name,
        })
    }

    /// A sentence about what is in it, where that is not everything.
    pub(crate) fn note(&self, cx: &Cx) -> String {
        let most = match self.kind.home() {
            Home::Cards => MOST_CARDS,
            Home::Calendars => MOST_APPOINTMENTS,
        };
        let key = if self.kind.home() == Home::Cards { "dav-most-cards" } else { "dav-most-appointments" };
        Locale::new(cx.locality()).tf(key, &[("most", most.into())])
    }

    /// Whether what is in it can be changed from outside, and whether something can be added.
    pub(crate) fn takes(&self, cx: &Cx) -> Result<(bool, bool)> {
        if matches!(self.kind, Kind::Of(_)) {
            return Ok((false, false));
        }
        let catalog = catalog(cx)?;
        let objects = match self.kind {
            Kind::Own => vec![catalog.object("appointment")?.clone()],
            Kind::Tasks => vec![catalog.object("task")?.clone()],
            _ => cards::objects(&catalog),
        };
        let may =
            |verb| objects.iter().map(|object| access::may(cx, object, verb)).collect::<Result<Vec<_>>>();
        let (edits, creates) = (may(Verb::Edit)?.contains(&true), may(Verb::Create)?.contains(&true));
        // What is new lies where it belongs; a view or what is followed says itself what is in it.
        Ok((edits, creates && matches!(self.kind, Kind::Own | Kind::Tasks | Kind::Mine)))
    }

    /// Everything in it, as far as the actor sees it.
    pub(crate) fn items(&self, cx: &Cx) -> Result<Vec<Item>> {
        match self.kind {
            Kind::Own => appointments(cx, kept::of_user(cx, self.user, MOST_APPOINTMENTS)?),
            Kind::Of(user) => appointments(cx, kept::of_user(cx, user, MOST_APPOINTMENTS)?),
            Kind::Tasks => of_tasks(cx, tasks::of_user(cx, self.user, MOST_TASKS)?),
            Kind::Mine | Kind::Followed | Kind::View(_) => of_cards(cx, self.cards(cx)?),
        }
    }

    /// One record, if it is in it.
    pub(crate) fn item(&self, cx: &Cx, id: Id) -> Result<Option<Item>> {
        let mut items = match self.kind {
            Kind::Own => appointments(cx, kept::find(cx, self.user, id)?.into_iter().collect())?,
            Kind::Of(user) => appointments(cx, kept::find(cx, user, id)?.into_iter().collect())?,
            Kind::Tasks => of_tasks(cx, tasks::find(cx, self.user, id)?.into_iter().collect())?,
            Kind::Mine | Kind::Followed | Kind::View(_) => {
                of_cards(cx, self.card(cx, id)?.into_iter().collect())?
            }
        };
        Ok(items.pop())
    }

    fn card(&self, cx: &Cx, id: Id) -> Result<Option<Record>> {
        if let Kind::View(_) = self.kind {
            return Ok(self.cards(cx)?.into_iter().find(|card| card.id == id));
        }
        let chosen = if self.kind == Kind::Followed { following::chosen(cx)? } else { BTreeMap::new() };
        for object in cards::objects(&*catalog(cx)?) {
            let Some(card) = record::find_many(cx, &object, &[id])?.remove(&id) else { continue };
            let theirs = match self.kind {
                Kind::Followed => chosen.get(object.key).is_some_and(|ids| ids.contains(&id)),
                _ => as_id(card.get(object.owner)) == Some(self.user),
            };
            return Ok(Some(card).filter(|card| theirs && card.trashed_at.is_none()));
        }
        Ok(None)
    }

    fn cards(&self, cx: &Cx) -> Result<Vec<Record>> {
        let mut found = Vec::new();
        let objects = cards::objects(&*catalog(cx)?);
        let latest = || vec![Sort { field: "updated_at".to_owned(), descending: true }];
        match self.kind {
            Kind::Followed => {
                let mut chosen = following::chosen(cx)?;
                for object in &objects {
                    let mut ids = chosen.remove(object.key).unwrap_or_default();
                    ids.truncate(MOST_CARDS);
                    let living = record::find_many(cx, object, &ids)?.into_values();
                    found.extend(living.filter(|card| card.trashed_at.is_none()));
                }
            }
            Kind::View(view) => {
                let view = views::find(cx, view)?;
                let address = Form::parse(view.address.as_bytes());
                let filter = Filter::parse(address.text("filter"))?;
                let words = address.text("q").to_owned();
                let asked = Query { filter, words, sort: latest(), ..Query::default() };
                for object in objects.iter().filter(|object| object.key == view.object) {
                    found.extend(query::page(cx, object, &asked, &[], MOST_CARDS)?.records);
                }
            }
            _ => {
                let mine =
                    |object: &Object| Filter::field(object.owner, Operator::Is, &[&self.user.to_string()]);
                for object in objects.iter().filter(|object| object.at(object.owner).is_some()) {
                    let asked = Query { filter: mine(object), sort: latest(), ..Query::default() };
                    found.extend(query::page(cx, object, &asked, &[], MOST_CARDS)?.records);
                }
            }
        }
        found.sort_by_key(|card| std::cmp::Reverse((card.instant("updated_at"), card.id)));
        found.truncate(MOST_CARDS);
        Ok(found)
    }

    /// Keeps what a program wrote. Answers the record, which may be a new one.
    pub(crate) fn keep(&self, tx: &mut Tx, known: Option<&Item>, text: &str) -> Result<Id> {
        let mut set = ChangeSet::new(tx, if known.is_some() { "change-edited" } else { "change-created" });
        let id = match (self.kind.names(), known.map(|known| &known.what)) {
            ("appointment", Some(What::Appointment(known))) => kept::keep(tx, &mut set, Some(known), text)?,
            ("appointment", _) => kept::keep(tx, &mut set, None, text)?,
            ("task", Some(What::Task(known))) => tasks::keep(tx, &mut set, Some(known), text)?,
            ("task", _) => tasks::keep(tx, &mut set, None, text)?,
            (_, known) => {
                let card = cards::read(text).ok_or_else(|| Error::invalid("", "dav-not-one-card"))?;
                match known {
                    Some(What::Card(known)) => {
                        cards::take(tx, &mut set, known, card)?;
                        known.id
                    }
                    _ => cards::create(tx, &mut set, card)?.1,
                }
            }
        };
        set.close(tx)?;
        Ok(id)
    }

    /// Takes it out: what is one's own is thrown away, a colleague's appointment declined, a card that is followed let go.
    pub(crate) fn remove(&self, tx: &mut Tx, item: &Item) -> Result<()> {
        let mut set = ChangeSet::new(tx, "change-trashed");
        match (&item.what, self.kind) {
            (What::Card(card), Kind::Followed) => following::unfollow(tx, card)?,
            (_, Kind::View(_) | Kind::Of(_)) => return Err(Error::Conflict(Text::new("dav-read-only"))),
            (What::Appointment(kept), _) => kept::remove(tx, &mut set, kept)?,
            (What::Task(record) | What::Card(record), _) => {
                drop(save::trash(tx, &mut set, &record.object, record.id)?);
            }
        }
        set.close(tx)
    }

    /// The record of the collection that other programs call so.
    pub(crate) fn called(&self, cx: &Cx, uid: &str) -> Result<Option<Id>> {
        let objects = match self.kind.names() {
            "appointment" | "task" => vec![catalog(cx)?.object(self.kind.names())?.clone()],
            _ => cards::objects(&*catalog(cx)?),
        };
        let bare = uid.strip_prefix("urn:uuid:").unwrap_or(uid);
        let own = bare.strip_suffix("@kartotek").unwrap_or(bare).parse::<Id>().ok();
        let mut ids: Vec<Id> = own.into_iter().collect();
        for object in objects {
            ids.extend(lookups::find(cx, object.key, &Lookup::new("uid", uid.to_owned()), 20)?);
        }
        for id in ids {
            if let Some(item) = self.item(cx, id)?
                && item.uid(cx)? == uid
            {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    /// What a text calls what it holds.
    pub(crate) fn uid_of(&self, cx: &Cx, text: &str) -> Result<String> {
        match self.kind.names() {
            "appointment" => kept::uid_of(cx, text),
            "task" => tasks::uid_of(cx, text),
            _ => {
                let card = cards::read(text).ok_or_else(|| Error::invalid("", "dav-not-one-card"))?;
                Ok(card.uid.unwrap_or_default())
            }
        }
    }
}
