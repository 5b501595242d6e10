//! A letter that was sent: what a card's timeline keeps of each one that is printed. It can be written by hand, too.

use kernel::{Cx, FieldErrors, Id, Result, Tx};
use records::{
    Behavior, ChangeSet, Field, Json, Object, Record,
    behavior::Pending,
    field::{
        as_id, date_time::DateTime, long_text::LongText, reference, reference::Reference, text::Text,
        user::User,
    },
    object::{TimelineRule, object},
    record,
    save::{self, Values},
};

/// The declaration.
pub fn letter() -> Object {
    let fields = vec![
        // The subject.
        Field::new("text", LongText).required().searched().listed(),
        Field::new("about", Reference { object: None }).required().listed(),
        Field::new("template", Text).listed(),
        Field::new("at", DateTime).listed().indexed(),
        Field::new("owner", User).listed(),
    ];
    let mut letter = Object::new("letter", "letters", "text", fields)
        .activity(TimelineRule { about: "about", at: "at" })
        .sorted_by("at", true)
        .behavior(LetterRules);
    letter.tab = "note";
    letter
}

#[derive(Debug)]
struct LetterRules;

impl Behavior for LetterRules {
    /// Signed by whoever sends it, now, unless it says otherwise.
    fn before(&self, cx: &Cx, pending: &mut Pending, _: &mut FieldErrors) -> Result<()> {
        if pending.value("at").is_null() {
            pending.values.insert("at".to_owned(), cx.now().micros().into());
        }
        if let (true, Some(user)) = (pending.value("owner").is_null(), cx.actor().user()) {
            pending.values.insert("owner".to_owned(), user.to_string().into());
        }
        Ok(())
    }

    /// A letter to a person is seen at the company and the household too.
    fn also_on(&self, cx: &Cx, letter: &Record) -> Result<Vec<Id>> {
        let Some((name, id)) = reference::target(letter.get("about")) else { return Ok(Vec::new()) };
        match record::find(cx, &object(cx, name)?, id) {
            Ok(card) => {
                Ok(["company", "household"].iter().filter_map(|field| as_id(card.get(field))).collect())
            }
            Err(kernel::Error::NotFound) => Ok(Vec::new()),
            Err(error) => Err(error),
        }
    }
}

/// One letter to be kept.
#[derive(Debug, Clone)]
pub struct Sent {
    pub about: Json,
    pub subject: String,
}

/// Keeps letters on the timelines of their cards, as parts of one change set.
pub fn keep(tx: &mut Tx, set: &mut ChangeSet, template: &str, sent: &[Sent]) -> Result<()> {
    let letter = object(tx, "letter")?;
    for one in sent {
        let subject = if one.subject.is_empty() { template } else { &one.subject };
        let values = Values::from_iter([
            ("text".to_owned(), Json::from(subject)),
            ("about".to_owned(), one.about.clone()),
            ("template".to_owned(), template.into()),
        ]);
        save::create(tx, set, &letter, values)?;
    }
    Ok(())
}
