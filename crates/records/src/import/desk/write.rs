//! A decision with its consequences, through the gate that everybody writes through.

use kernel::{Error, Id, Result, Text, Tx};

use super::{Decision, Desk, Failure, Outcome};
use crate::{
    Json, Meaning,
    changes::ChangeSet,
    duplicates,
    field::reference,
    files,
    import::{
        Totals,
        bad::Problem,
        draft::{CardDraft, Title},
        relations,
    },
    lookups::Lookup,
    object,
    save::{self, Edited, Prepared, Values},
};

impl Desk {
    pub(super) fn apply(
        &mut self,
        tx: &mut Tx,
        set: &mut ChangeSet,
        decision: Decision,
        row: u64,
        totals: &mut Totals,
    ) -> Result<Outcome, Failure> {
        match decision {
            Decision::Bad(problem) => Ok(Outcome::Bad(problem)),
            Decision::Skip => Ok(Outcome::Skipped),
            Decision::Unchanged(id) => Ok(Outcome::Unchanged { id }),
            Decision::Create(card) => self.create(tx, set, card, row, totals),
            Decision::Update { id, values, card } => self.update(tx, set, id, values, card, row, totals),
        }
    }

    fn create(
        &mut self,
        tx: &mut Tx,
        set: &mut ChangeSet,
        card: Box<CardDraft>,
        row: u64,
        totals: &mut Totals,
    ) -> Result<Outcome, Failure> {
        let CardDraft { mut prepared, keys, titles, photo, related, alike } = *card;
        if let Some(problem) = self.refusal(save::complete(tx, &mut prepared, &self.plan.reading))? {
            return Ok(Outcome::Bad(problem));
        }
        for title in &titles {
            match self.named_card(tx, set, title, row, totals)? {
                Ok(id) => {
                    let value = reference::reference(&title.object, id);
                    prepared.put(&title.field, &value, &self.plan.reading)?;
                }
                Err(problem) => return Ok(Outcome::Bad(problem)),
            }
        }
        if let Some(photo) = photo {
            let value = stored(tx, &photo.bytes)?;
            // What is no picture stays out; the card comes in.
            let _ = prepared.put(&photo.field, &value, &self.plan.reading);
        }
        let object = prepared.object().clone();
        let name = Lookup::name(prepared.title());
        let title = prepared.title().to_owned();
        let made = save::insert(tx, set, prepared, &self.plan.reading);
        let id = self.kept(made, row)?;
        if let Some(name) = name {
            self.named.add(object.key, &name, id);
        }
        self.found.add(&object, &keys, id);
        relations::remember(tx, self.import, object.key, id, &related)?;
        for other in &alike {
            duplicates::remember(tx, &object, (id, other.id), other.score, other.signs)?;
        }
        totals.alike += u64::from(!alike.is_empty());
        Ok(Outcome::Created { title })
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "an update is a card, what it changes and where that is counted"
    )]
    fn update(
        &mut self,
        tx: &mut Tx,
        set: &mut ChangeSet,
        id: Id,
        mut values: Values,
        card: Box<CardDraft>,
        row: u64,
        totals: &mut Totals,
    ) -> Result<Outcome, Failure> {
        for title in
            card.titles.iter().filter(|title| values.contains_key(&title.field)).cloned().collect::<Vec<_>>()
        {
            match self.named_card(tx, set, &title, row, totals)? {
                Ok(found) => {
                    values.insert(title.field.clone(), reference::reference(&title.object, found));
                }
                Err(problem) => return Ok(Outcome::Bad(problem)),
            }
        }
        if let Some(photo) = &card.photo
            && values.contains_key(&photo.field)
        {
            values.insert(photo.field.clone(), stored(tx, &photo.bytes)?);
        }
        let object = card.prepared.object().clone();
        let fields = values.keys().cloned().collect();
        let edited = save::edit(tx, set, &object, id, values, &Values::new()).and_then(Edited::saved);
        self.kept(edited.map(|_| ()), row)?;
        self.found.changed(id);
        self.found.add(&object, &card.keys, id);
        relations::remember(tx, self.import, object.key, id, &card.related)?;
        Ok(Outcome::Updated { id, fields })
    }

    /// The card of this name; made when there is none.
    fn named_card(
        &mut self,
        tx: &mut Tx,
        set: &mut ChangeSet,
        title: &Title,
        row: u64,
        totals: &mut Totals,
    ) -> Result<Result<Id, Problem>, Failure> {
        if let Some(id) = self.named.of(title) {
            set.know(id);
            return Ok(Ok(id));
        }
        let object = object::object(tx, &title.object)?;
        let mut values = Values::from_iter([(object.title.to_owned(), Json::from(title.text.as_str()))]);
        if let (Some(address), Some(field)) = (title.email(), object.exchange.field(Meaning::Emails)) {
            values.insert(field.to_owned(), serde_json::json!([{ "address": address }]));
        }
        let header = |_: &str| self.plan.header_of(&title.field);
        let mut prepared = match Prepared::new(&object, values, &self.plan.reading) {
            Ok(prepared) => prepared,
            Err(Error::Invalid(errors)) => return Ok(Err(Problem::of(errors, header))),
            Err(error) => return Err(error.into()),
        };
        match save::complete(tx, &mut prepared, &self.plan.reading) {
            Ok(()) => {}
            Err(Error::Invalid(errors)) => return Ok(Err(Problem::of(errors, header))),
            Err(error) => return Err(error.into()),
        }
        let made = save::insert(tx, set, prepared, &self.plan.reading);
        let id = self.kept(made, row)?;
        title.keys.iter().for_each(|key| self.named.add(&title.object, key, id));
        totals.named += 1;
        Ok(Ok(id))
    }

    /// A refusal now comes too late: something of the row was written already.
    fn kept<T>(&self, answer: Result<T>, row: u64) -> Result<T, Failure> {
        match answer {
            Ok(kept) => Ok(kept),
            Err(Error::Invalid(errors)) => Err(Failure::Poisoned(row, self.refused(errors))),
            Err(Error::Conflict(text)) => Err(Failure::Poisoned(row, Problem::new("", text))),
            Err(Error::Denied) => Err(Failure::Poisoned(row, Problem::new("", Text::new("import-denied")))),
            Err(error) => Err(error.into()),
        }
    }

    /// The members of a group get its tag when all cards are there.
    pub(super) fn tag_later(
        &mut self,
        tx: &mut Tx,
        tag: &str,
        members: &[String],
    ) -> Result<Outcome, Failure> {
        relations::remember_group(tx, self.import, self.plan.object.key, tag, members)?;
        Ok(Outcome::Skipped)
    }
}

fn stored(tx: &mut Tx, bytes: &[u8]) -> Result<Json> {
    Ok(files::add(tx, "photo", bytes)?.value())
}
