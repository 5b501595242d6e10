//! One line of what somebody is told: a sentence that leads there, what was said, when, and whether it was read.

use std::{borrow::Cow, collections::HashMap};

use identity::rights::Reach;
use jobs::{JobRow, State};
use kernel::{Cx, Error, Id, Result};
use records::{
    Catalog, Json, Record,
    access::{self, Verb},
    field::Reading,
    notices::{Kind, Notice},
    record,
};
use web::{
    Markup, html,
    html::{Avatar, avatar, button, icon},
};

use crate::{View, note};

/// Whose eyes a notice is put into words for: on a page, or in a letter.
pub(super) struct Reader<'a> {
    pub(super) cx: &'a Cx,
    pub(super) catalog: &'a Catalog,
    pub(super) reading: &'a Reading,
}

impl<'a> Reader<'a> {
    pub(super) fn of(view: &'a View) -> Reader<'a> {
        Reader { cx: view.cx, catalog: &view.catalog, reading: &view.reading }
    }

    fn t(&self, key: &str) -> Cow<'static, str> {
        self.reading.locale.t(key)
    }
}

/// What is looked up for a page of notices, in sets.
pub(super) struct Known {
    titles: HashMap<Id, String>,
    parts: HashMap<Id, Record>,
    jobs: HashMap<Id, JobRow>,
}

impl Known {
    pub(super) fn of(reader: &Reader, found: &[Notice]) -> Result<Known> {
        let mut known = Known { titles: HashMap::new(), parts: HashMap::new(), jobs: HashMap::new() };
        for object in reader.catalog.objects() {
            let cards: Vec<Id> =
                found.iter().filter(|one| one.object == object.key).map(|one| one.record).collect();
            if !cards.is_empty() {
                known.titles.extend(record::titles_of(reader.cx, object, &cards)?);
            }
            let on_it = found.iter().filter_map(|one| one.part.as_ref());
            let parts: Vec<Id> = on_it.filter(|(name, _)| name == object.key).map(|(_, id)| *id).collect();
            if !parts.is_empty() {
                known.parts.extend(record::find_many(reader.cx, object, &parts)?);
            }
        }
        for (name, job) in found.iter().filter_map(|one| one.part.as_ref()) {
            if name == "job" {
                match jobs::find(reader.cx, *job) {
                    Ok(row) => known.jobs.insert(*job, row),
                    // It was tidied away.
                    Err(Error::NotFound) => None,
                    Err(error) => return Err(error),
                };
            }
        }
        Ok(known)
    }
}

/// A notice in words.
pub(super) struct Told {
    pub(super) sentence: String,
    pub(super) said: Option<String>,
    pub(super) href: String,
}

pub(super) fn line(view: &View, notice: &Notice, known: &Known) -> Result<Markup> {
    let told = told(&Reader::of(view), notice, known);
    let who = view.user(notice.actor);
    let (verb, key) =
        if notice.is_read { ("unread", "notice-mark-unread") } else { ("read", "notice-mark-read") };
    let label = format!("{}: {}", view.t(key), told.sentence);
    Ok(html! {
        li.notice-line data-unread[!notice.is_read] {
            @match notice.actor {
                Some(user) => (avatar(&Avatar { name: &who, id: user, ..Avatar::default() })),
                None => span.sign { (icon(sign(notice.kind))) },
            }
            div {
                a href=(told.href) { (told.sentence) @if !notice.is_read { span.hidden { " (" (view.t("notice-new")) ")" } } }
                @if let Some(said) = &told.said { p.said { (said) } }
            }
            (view.moment(notice.at))
            form method="post" action={ (super::HERE) "/" (notice.id) "/" (verb) } {
                input type="hidden" name="back" value=(view.request.address());
                (button(label).plain().small().icon_only(if notice.is_read { "bell" } else { "check" }))
            }
        }
    })
}

fn sign(kind: Kind) -> &'static str {
    match kind {
        Kind::Finished => "check",
        _ => "bell",
    }
}

pub(super) fn told(view: &Reader, notice: &Notice, known: &Known) -> Told {
    if notice.kind == Kind::Finished {
        return finished(view, notice, known);
    }
    let who = view.reading.user(notice.actor);
    let title = known.titles.get(&notice.record).cloned();
    let object = view.catalog.object(&notice.object).ok();
    let part = notice.part.as_ref().and_then(|(_, id)| known.parts.get(id));
    let many = notice.cards > 1;
    let card = title.unwrap_or_else(|| view.t("hidden-card").into_owned());
    let args = [
        ("who", who.into()),
        ("card", card.into()),
        ("count", notice.cards.into()),
        ("times", notice.times.into()),
    ];
    let key = match (notice.kind, part) {
        // How many of them the reader sees is not known.
        (kind, _) if many && !sees_everything(view) => format!("notice-{}-several", kind.key()),
        (kind, _) if many => format!("notice-{}-many", kind.key()),
        (Kind::Activity, Some(part)) => format!("notice-activity-{}", part.object.key),
        (kind, _) => format!("notice-{}", kind.key()),
    };
    let address = object.map(|object| format!("/{}/{}", object.path, notice.record)).unwrap_or_default();
    let href = match (many, part) {
        (true, _) => format!("/changes/{}", notice.set),
        (false, Some(part)) => format!("{address}#{}-{}", part.object.key, part.id),
        (false, None) => address,
    };
    Told { sentence: view.reading.locale.tf(&key, &args), said: said(view, notice, part), href }
}

fn sees_everything(view: &Reader) -> bool {
    view.catalog
        .cards()
        .all(|object| access::reach(view.cx, object, Verb::See).is_ok_and(|reach| reach == Reach::All))
}

/// The first words of what was said, or which fields were changed, as far as the reader may know.
fn said(view: &Reader, notice: &Notice, part: Option<&Record>) -> Option<String> {
    const LONGEST: usize = 200;
    if notice.cards > 1 {
        return None;
    }
    if let Some(part) = part {
        let text = match part.text("text") {
            "" => part.text("subject"),
            text => text,
        };
        let short: String = text.lines().next().unwrap_or_default().chars().take(LONGEST).collect();
        return (!short.is_empty()).then_some(short);
    }
    let object = view.catalog.object(&notice.object).ok()?;
    let labels: Vec<String> = notice
        .fields
        .iter()
        .filter(|key| object.tells(key))
        .filter_map(|key| {
            Some(object.field_name(object.field(key).ok()?, view.reading.locale.language()).into_owned())
        })
        .collect();
    (!labels.is_empty()).then(|| labels.join(", "))
}

fn finished(view: &Reader, notice: &Notice, known: &Known) -> Told {
    let Some(job) = notice.part.as_ref().and_then(|(_, id)| known.jobs.get(id)) else {
        let sentence = view.t("notice-finished-gone").into_owned();
        return Told { sentence, said: None, href: "/history".to_owned() };
    };
    let name = view.t(&format!("job-{}", job.kind.replace(['.', '_'], "-")));
    let key = if job.state == State::Failed { "notice-failed" } else { "notice-finished" };
    let input: Json = serde_json::from_str(&job.input).unwrap_or_default();
    let id = |key: &str| input.get(key).and_then(Json::as_str).map(str::to_owned);
    let href = match (id("import"), id("set")) {
        (Some(import), _) => format!("/imports/{import}"),
        (None, Some(set)) => format!("/changes/{set}"),
        (None, None) => "/history".to_owned(),
    };
    let said = job.note.as_ref().map(|text| note::text(&view.reading.locale, text));
    Told { sentence: view.reading.locale.tf(key, &[("job", name.into())]), said, href }
}
