//! What becomes of one draft: the same for a real run and a dry one.

use std::collections::HashMap;

use kernel::{Cx, Id, Result, Text};

use super::{Decision, Desk, Outcome, found::NAMESAKES};
use crate::{
    Json, Record,
    field::reference,
    files,
    import::{
        Mode, Totals,
        bad::Problem,
        draft::{Alike, CardDraft},
        merge,
        plan::MatchBy,
    },
    lookups::{self, Lookup},
    matching::{self, EXACT, Profile},
    record, save,
    save::Values,
};

/// So many records that would be there are remembered by a dry run; of others a second row counts as an update.
const IMAGINED: usize = 10_000;

impl Desk {
    pub(super) fn decide(&mut self, cx: &Cx, mut card: Box<CardDraft>) -> Result<Decision> {
        if let Some(by) = self.plan.match_by.iter().position(|by| *by == MatchBy::Likeness) {
            card.alike = self.alike(cx, &card, by)?;
        }
        let matched = match self.matched(cx, &card)? {
            Ok(matched) => matched,
            Err(problem) => return Ok(Decision::Bad(problem)),
        };
        Ok(match (matched, self.plan.mode) {
            (None, Mode::Create | Mode::Both) => Decision::Create(card),
            (None, Mode::Update) | (Some(_), Mode::Create) => Decision::Skip,
            (Some(id), Mode::Update | Mode::Both) => match self.known(cx, &card, id)? {
                None => Decision::Update { id, values: Values::new(), card },
                Some(before) => {
                    let values = self.changes(cx, &card, &before)?;
                    if values.is_empty() {
                        Decision::Unchanged(id)
                    } else {
                        Decision::Update { id, values, card }
                    }
                }
            },
        })
    }

    /// The card of this row. Of several the one that has the same name too.
    fn matched(&self, cx: &Cx, card: &CardDraft) -> Result<Result<Option<Id>, Problem>> {
        let object = card.prepared.object();
        for (by, how) in self.plan.match_by.iter().enumerate() {
            if *how == MatchBy::Likeness {
                match card.alike.first() {
                    Some(likeliest) if likeliest.score >= EXACT => return Ok(Ok(Some(likeliest.id))),
                    _ => continue,
                }
            }
            let keys = card.keys.iter().filter(|(place, _)| *place == by);
            let mut ids: Vec<Id> = keys.flat_map(|(_, key)| self.found.of(object, by, key)).collect();
            ids.sort_unstable();
            ids.dedup();
            match ids[..] {
                [] => continue,
                [only] => return Ok(Ok(Some(only))),
                _ => {}
            }
            let name = Lookup::name(card.prepared.title());
            let mut same = Vec::new();
            for id in ids {
                let record = self.known(cx, card, id)?;
                let title = record.map(|record| record.title(&self.plan.reading)).unwrap_or_default();
                if Lookup::name(&title) == name {
                    same.push(id);
                }
            }
            return Ok(match same[..] {
                [only] => Ok(Some(only)),
                _ => Err(Problem::new("", Text::new("import-several-match"))),
            });
        }
        Ok(Ok(None))
    }

    /// The cards that may be the same as this row, the likeliest first.
    fn alike(&self, cx: &Cx, card: &CardDraft, by: usize) -> Result<Vec<Alike>> {
        let object = card.prepared.object();
        let mut namesakes = 0;
        let mut ids: Vec<Id> = Vec::new();
        for (_, key) in card.keys.iter().filter(|(place, _)| *place == by) {
            let found = self.found.of(object, by, key);
            if key.kind == lookups::SOUND {
                namesakes = found.len();
            }
            ids.extend(found.into_iter().take(NAMESAKES));
        }
        ids.sort_unstable();
        ids.dedup();
        let values = card.prepared.values();
        // Cards that are told by their titles, such as the company somebody works at.
        let mut named: HashMap<&str, Json> = HashMap::new();
        for title in &card.titles {
            let id = self.named.of(title);
            named.extend(id.map(|id| (title.field.as_str(), reference::reference(&title.object, id))));
        }
        let value = |field: &str| named.get(field).or_else(|| values.get(field)).unwrap_or(&Json::Null);
        let profile = Profile::of_values(object, value);
        let mut alike = Vec::new();
        for id in ids {
            let Some(record) = self.known(cx, card, id)? else { continue };
            let same = matching::compare(&profile, &Profile::of(&record), namesakes + 1);
            alike.extend(same.map(|same| Alike { id, score: same.score, signs: same.signs }));
        }
        alike.sort_by_key(|alike| (std::cmp::Reverse(alike.score), alike.id));
        Ok(alike)
    }

    /// The record as it is now, or would be; nothing when a dry run has forgotten it.
    fn known(&self, cx: &Cx, card: &CardDraft, id: Id) -> Result<Option<Record>> {
        if let Some(record) = self.imagined.get(&id).or_else(|| self.found.record(id)) {
            return Ok(Some(record.clone()));
        }
        match record::find(cx, card.prepared.object(), id) {
            Ok(record) => Ok(Some(record)),
            Err(kernel::Error::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// What the row changes of the record. A card that is named and does not exist yet is `null`.
    fn changes(&self, cx: &Cx, card: &CardDraft, before: &Record) -> Result<Values> {
        let mut values =
            merge::changed(card.prepared.object(), |key| before.get(key).clone(), card.prepared.values());
        for title in &card.titles {
            let refers = self.named.of(title).map(|id| reference::reference(&title.object, id));
            match refers {
                Some(same) if *before.get(&title.field) == same => {}
                other => {
                    values.insert(title.field.clone(), other.unwrap_or(Json::Null));
                }
            }
        }
        if let Some(photo) = &card.photo {
            let have = before.get(&photo.field).get("id").and_then(crate::field::as_id);
            let same = match have.map(|id| files::find(cx, id)) {
                Some(Ok(file)) => file.sha256 == files::hash(&photo.bytes),
                _ => false,
            };
            if !same {
                values.insert(photo.field.clone(), Json::Null);
            }
        }
        Ok(values)
    }

    /// A decision without its consequences.
    pub(super) fn pretend(&mut self, cx: &Cx, decision: Decision, totals: &mut Totals) -> Result<Outcome> {
        match decision {
            Decision::Bad(problem) => Ok(Outcome::Bad(problem)),
            Decision::Skip => Ok(Outcome::Skipped),
            Decision::Unchanged(id) => Ok(Outcome::Unchanged { id }),
            Decision::Create(mut card) => {
                if let Some(problem) =
                    self.refusal(save::complete(cx, &mut card.prepared, &self.plan.reading))?
                {
                    return Ok(Outcome::Bad(problem));
                }
                self.pretend_named(&mut card, totals)?;
                let id = self.imagined_id();
                let object = card.prepared.object().clone();
                self.found.add(&object, &card.keys, id);
                if let Some(name) = Lookup::name(card.prepared.title()) {
                    self.named.add(object.key, &name, id);
                }
                totals.alike += u64::from(!card.alike.is_empty());
                let title = card.prepared.title().to_owned();
                self.imagine_record(card.prepared.into_record(id));
                Ok(Outcome::Created { title })
            }
            Decision::Update { id, mut values, mut card } => {
                self.pretend_named(&mut card, totals)?;
                for title in &card.titles {
                    if let (Some(value), Some(found)) = (values.get_mut(&title.field), self.named.of(title)) {
                        *value = reference::reference(&title.object, found);
                    }
                }
                let fields = values.keys().cloned().collect();
                if let Some(mut record) = self.known(cx, &card, id)? {
                    if let Some(problem) = self.refusal(save::may_edit(cx, &record, values.clone()))? {
                        return Ok(Outcome::Bad(problem));
                    }
                    for (key, value) in values {
                        if let Some(at) = record.object.at(&key) {
                            record.values[at] = value;
                        }
                    }
                    self.imagine_record(record);
                }
                self.found.add(&card.prepared.object().clone(), &card.keys, id);
                Ok(Outcome::Updated { id, fields })
            }
        }
    }

    fn imagine_record(&mut self, record: Record) {
        if self.imagined.len() < IMAGINED || self.imagined.contains_key(&record.id) {
            self.imagined.insert(record.id, record);
        }
    }

    /// The cards it names are there from now on.
    fn pretend_named(&mut self, card: &mut CardDraft, totals: &mut Totals) -> Result<()> {
        for title in &card.titles {
            let id = match self.named.of(title) {
                Some(id) => id,
                None => {
                    totals.named += 1;
                    let id = self.imagined_id();
                    title.keys.iter().for_each(|key| self.named.add(&title.object, key, id));
                    id
                }
            };
            card.prepared.put(&title.field, &reference::reference(&title.object, id), &self.plan.reading)?;
        }
        Ok(())
    }

    /// Behind all real ones, so that the older of two is the real one.
    fn imagined_id(&mut self) -> Id {
        self.imagined_count += 1;
        let mut bytes = [0xff; 16];
        bytes[8..].copy_from_slice(&self.imagined_count.to_be_bytes());
        Id::from_bytes(bytes)
    }

    /// What a behaviour refuses is a problem of the row; anything else is one of the import.
    pub(super) fn refusal(&self, answer: Result<()>) -> Result<Option<Problem>> {
        match answer {
            Ok(()) => Ok(None),
            Err(kernel::Error::Invalid(errors)) => Ok(Some(self.refused(errors))),
            Err(kernel::Error::Conflict(text)) => Ok(Some(Problem::new("", text))),
            Err(kernel::Error::Denied) => Ok(Some(Problem::new("", Text::new("import-denied")))),
            Err(error) => Err(error),
        }
    }
}
