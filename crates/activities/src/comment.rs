//! A comment: what colleagues say to each other about a card. A note documents the customer and stays; a comment is talk, so
//! it is signed, seen by whoever sees the card, changed by nobody but its author, and tells those whom it names.

use std::collections::BTreeSet;

use kernel::{Cx, FieldErrors, Id, Result, Text as Message, Tx};
use records::{
    Behavior, ChangeSet, Field, Object,
    behavior::{Done, Pending},
    field::{
        as_text, date_time::DateTime, long_text::LongText, mentions::Mentions, reference,
        reference::Reference, user::User,
    },
    following, notices,
    object::{ObjectKind, TimelineRule, object},
};

use crate::{card, mention};

/// The declaration.
pub fn comment() -> Object {
    let fields = vec![
        Field::new("text", LongText).required().searched().listed(),
        Field::new("about", Reference { object: None }).required().listed().indexed(),
        Field::new("at", DateTime).computed().listed().indexed(),
        Field::new("owner", User).computed().listed(),
        // When its words were last changed.
        Field::new("edited_at", DateTime).computed().hidden(),
        // Who is named in it.
        Field::new("mentions", Mentions).computed().hidden(),
    ];
    Object::new("comment", "comments", "text", fields)
        .activity(TimelineRule { about: "about", at: "at" })
        .sorted_by("at", true)
        .going_with_card()
        .behavior(CommentRules)
}

#[derive(Debug)]
struct CommentRules;

impl Behavior for CommentRules {
    fn before(&self, cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
        card::sign(cx, pending);
        let about = pending.value("about").clone();
        if let Some(before) = pending.before {
            // It was said there, to those who see that card.
            if about != *before.get("about") {
                errors.add("about", Message::new("not-a-choice"));
            }
            if pending.value("text") != before.get("text") && !pending.values.contains_key("edited_at") {
                pending.values.insert("edited_at".to_owned(), cx.now().micros().into());
            }
        } else if let Some((name, _)) = reference::target(&about)
            && !object(cx, name).is_ok_and(|object| object.kind == ObjectKind::Card)
        {
            errors.add("about", Message::new("not-a-choice"));
        }
        let found = mention::found(cx, as_text(pending.value("text")), pending.value("mentions"))?;
        pending.values.insert("mentions".to_owned(), found);
        Ok(())
    }

    fn after(&self, tx: &mut Tx, set: &mut ChangeSet, done: &Done) -> Result<()> {
        if done.after.trashed_at.is_some() || done.before.is_some_and(|before| before.trashed_at.is_some()) {
            return Ok(());
        }
        tell(tx, set, done)
    }
}

/// Tells those who are newly named and see the card, and, the first time, those who follow it. Who takes part follows.
fn tell(tx: &mut Tx, set: &ChangeSet, done: &Done) -> Result<()> {
    let comment = done.after;
    let Some(card) = card::of(tx, comment.get("about"))? else { return Ok(()) };
    let known: BTreeSet<Id> = match done.before {
        Some(before) => {
            mention::reached(tx, before.get("mentions"))?.iter().map(|member| member.user).collect()
        }
        None => BTreeSet::new(),
    };
    let reached = mention::reached(tx, comment.get("mentions"))?;
    let asked = mention::asked(comment.get("mentions"), &reached);
    let (mut named, mut follow) = (Vec::new(), Vec::new());
    for member in reached.iter().filter(|member| !known.contains(&member.user)) {
        // Of a large unit nobody is asked: whoever does not see the card reads no notice about it either.
        let is_asked = asked.contains(&member.user);
        if is_asked && !mention::sees(tx, &card, member)? {
            continue;
        }
        named.push(member.user);
        follow.extend(is_asked.then_some(member.user));
    }
    notices::mentioned(tx, set, &card, comment, &named)?;
    if done.created() {
        notices::about_card(tx, set, &card, comment, &named)?;
    }
    let author = tx.actor().user().filter(|_| done.created());
    for user in follow.into_iter().chain(author) {
        following::follow_by_itself(tx, &card, user)?;
    }
    Ok(())
}
