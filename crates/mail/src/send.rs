//! Sending one letter, outside any transaction. A server that does not answer is asked again for two days, less and less
//! often; one that refuses for good is believed. The `Message-ID` is the letter's own key, so that a letter which was
//! handed over twice, because the process ended in between, is one letter to whoever gets it (RFC 5322, 3.6.4).

use jobs::{Job, Run};
use kernel::{
    Actor, Error, Id, Result, Scope, Timestamp, Tx, Value,
    clock::{HOUR, MINUTE},
};
use lettre::{Message, message::Mailbox};
use serde::{Deserialize, Serialize};

use crate::{File, Mail, Post, Server, State, outbox::load, server::Refused};

/// How long it waits after each attempt; after the last it is given up.
const PAUSES: [i64; 9] =
    [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 12 * HOUR, 12 * HOUR];
const LONGEST_ERROR: usize = 500;

/// Sends one letter.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Send {
    mail: Id,
}

pub(crate) fn soon(tx: &mut Tx, mail: Id) -> Result<()> {
    jobs::enqueue(tx, &Send { mail }).map(drop)
}

impl Job for Send {
    const KIND: &'static str = "mail.send";

    fn run(&self, run: &Run) -> Result<()> {
        let (post, mail) = match run.db.read(&run.scope, |cx| Ok((cx.part::<Post>(), load(cx, self.mail)?))) {
            Ok(found) => found,
            Err(Error::NotFound) => return Ok(()),
            Err(error) => return Err(error),
        };
        if mail.state != State::Waiting {
            return Ok(());
        }
        let Some(server) = post.server.as_ref() else {
            // It was taken away meanwhile: the letter is kept, and can be sent when there is one again.
            return run.db.write(&run.scope, |tx| keep(tx, &mail));
        };
        // Whoever wrote the letter may have lost what it is about meanwhile; it goes out all the same.
        let scope = Scope { actor: Actor::System, ..run.scope.clone() };
        let mut files = Vec::new();
        for file in &mail.enclosed.files {
            files.extend(file.made(&run.db, &scope)?);
        }
        let handed = message(server, &mail, files).and_then(|message| server.hand_over(&message));
        run.db.write(&run.scope, |tx| settle(tx, &mail, handed))
    }
}

fn keep(tx: &mut Tx, mail: &Mail) -> Result<()> {
    tx.emit("mails");
    tx.execute(
        "UPDATE mails SET state = 'kept' WHERE workspace_id = ?1 AND id = ?2 AND state = 'waiting'",
        &[tx.workspace().into(), mail.id.into()],
    )
    .map(drop)
}

fn message(server: &Server, mail: &Mail, files: Vec<File>) -> std::result::Result<Message, Refused> {
    let wrong = |why: String| Refused { for_good: true, why };
    let name = (!mail.to_name.is_empty()).then(|| mail.to_name.clone());
    let address = mail.to_address.parse().map_err(|error| wrong(format!("{error}")))?;
    let body = mail.enclosed.body(mail.plain.clone(), mail.html.clone(), files).map_err(wrong)?;
    let builder = match mail.enclosed.answers_go_to() {
        Some(answered) => Message::builder().reply_to(answered),
        None => Message::builder(),
    };
    builder
        .from(server.sender())
        .to(Mailbox::new(name, address))
        .subject(&*mail.subject)
        .message_id(Some(format!("<{}@{}>", mail.id, server.domain())))
        // Nobody is answered that they are on holiday (RFC 3834).
        .raw_header(lettre::message::header::HeaderValue::new(
            lettre::message::header::HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ))
        .multipart(body)
        .map_err(|error| wrong(error.to_string()))
}

/// Writes down what came of it.
fn settle(tx: &mut Tx, mail: &Mail, handed: std::result::Result<(), Refused>) -> Result<()> {
    let key: [Value; 3] = [tx.workspace().into(), mail.id.into(), tx.now().into()];
    tx.emit("mails");
    match handed {
        // Its words are with whom they are for, and with nobody else.
        Ok(()) => tx
            .execute(
                "UPDATE mails SET state = 'sent', plain = '', html = '', enclosed = '', error = '', sent_at = ?3, attempts = attempts + 1 \
                 WHERE workspace_id = ?1 AND id = ?2",
                &key,
            )
            .map(drop),
        Err(refused) => put_off(tx, mail, &refused),
    }
}

fn put_off(tx: &mut Tx, mail: &Mail, refused: &Refused) -> Result<()> {
    tracing::warn!(mail = %mail.id, attempt = mail.attempts + 1, for_good = refused.for_good, "A letter was not taken");
    let pause =
        usize::try_from(mail.attempts).ok().and_then(|done| PAUSES.get(done)).filter(|_| !refused.for_good);
    let next: Timestamp = tx.now().plus(pause.copied().unwrap_or_default());
    let state = if pause.is_some() { State::Waiting } else { State::Failed };
    let why: String = refused.why.chars().take(LONGEST_ERROR).collect();
    let params: [Value; 6] = [
        tx.workspace().into(),
        mail.id.into(),
        state.key().into(),
        next.into(),
        why.into(),
        Value::Int(mail.attempts),
    ];
    // Another attempt may have got through meanwhile, or have gone on with it.
    let ours = tx.execute(
        "UPDATE mails SET state = ?3, next_at = ?4, error = ?5, attempts = attempts + 1 \
         WHERE workspace_id = ?1 AND id = ?2 AND state = 'waiting' AND attempts = ?6",
        &params,
    )?;
    if ours > 0 && pause.is_some() {
        jobs::enqueue_at(tx, &Send { mail: mail.id }, next)?;
    }
    Ok(())
}
