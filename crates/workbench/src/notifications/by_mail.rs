//! Telling by mail what somebody chose to be told so: a little later, all of it in one letter, and nothing that they have
//! read meanwhile or may not see any more.

use std::sync::Arc;

use ::mail::{Letter, Part, Post};
use identity::{members, users};
use jobs::{Job, Run};
use kernel::{Actor, Error, Id, Result, Role, Scope, Tx, clock::MINUTE};
use records::{field::Reading, notices};
use serde::{Deserialize, Serialize};

use super::line::{self, Known, Reader};

/// Long enough to read it in the product instead.
const PAUSE: i64 = 2 * MINUTE;

/// Carries the notices that wait for one person.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ByMail {
    user: Id,
}

/// Asks for a letter in a while; see [`records::notices::Postman`].
pub fn mail_soon(tx: &mut Tx, user: Id) -> Result<()> {
    let at = tx.now().plus(PAUSE);
    jobs::enqueue_at(tx, &ByMail { user }, at).map(drop)
}

impl Job for ByMail {
    const KIND: &'static str = "notices.by-mail";

    fn run(&self, run: &Run) -> Result<()> {
        // It reads as whoever gets the letter.
        let reader = Actor::User { id: self.user, role: Role::ReadOnly };
        let scope = Scope { actor: reader, ..run.scope.clone() };
        let scope = identity::complete_scope(&run.db, &scope);
        run.db.write(&scope, |tx| write(tx, self.user))
    }
}

fn write(tx: &mut Tx, user: Id) -> Result<()> {
    let due = notices::take_due(tx)?;
    let member = match members::find(tx, user) {
        Ok(member) => member,
        Err(Error::NotFound) => return Ok(()),
        Err(error) => return Err(error),
    };
    if due.is_empty() || users::find(tx, user)?.disabled_at.is_some() {
        return Ok(());
    }
    let reading = Reading { users: Arc::new(members::names(tx)?), ..Reading::plain(tx) };
    let catalog = records::catalog(tx)?;
    let site = tx.part::<Post>().site.clone();
    let mut parts = Vec::new();
    let mut subject = reading.locale.tf("notices-letter-subject", &[("count", due.len().into())]);
    {
        let reader = Reader { cx: tx, catalog: &catalog, reading: &reading };
        let known = Known::of(&reader, &due)?;
        for notice in &due {
            let told = line::told(&reader, notice, &known);
            if due.len() == 1 {
                subject.clone_from(&told.sentence);
            }
            parts.push(Part::Words(told.sentence));
            parts.extend(told.said.map(Part::Quote));
            let text = reading.locale.t("notices-letter-open").into_owned();
            parts.push(Part::Way { text, href: format!("{site}{}", told.href) });
        }
    }
    let settings = format!("{site}/settings/notifications");
    let letter = Letter {
        kind: "notices",
        least: Role::Admin,
        to_name: member.name,
        to_address: member.email,
        language: reading.locale.language(),
        subject,
        parts,
        foot: reading.locale.tf("notices-letter-foot", &[("address", settings.into())]),
    };
    ::mail::post(tx, &letter).map(drop)
}
