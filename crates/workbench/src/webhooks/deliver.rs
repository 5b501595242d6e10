//! Sending: first what is due again, then what is new in the feed. One job per webhook at a time does a little and makes
//! way, so that a slow listener holds up nobody else. No call happens inside a transaction.

use std::time::{Duration, Instant};

use jobs::{Job, Run};
use kernel::{Actor, Db, Error, Id, Result, Role, Scope, Timestamp, Tx, clock::SECOND};
use outgoing::{Failure, Reach};
use records::changes::feed;
use serde::{Deserialize, Serialize};

use super::{Delivery, Watch, Webhook, delivery, find, list, message, pause_itself, signature::sign};

/// How often it is looked whether something was left behind.
pub(super) const SWEEP: Duration = Duration::from_secs(60);
/// How long one job goes on.
const BUDGET: Duration = Duration::from_secs(20);
/// Changes that are read from the feed at once.
const PAGE: usize = 50;
/// When so many messages wait to be sent again, nothing new is sent: the feed keeps it.
const ENOUGH: i64 = 20;

/// Tells one webhook what it does not know yet.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Deliver {
    webhook: Id,
}

/// Puts the sending into the queue of the same transaction.
pub(super) fn soon(tx: &mut Tx, webhook: Id) -> Result<()> {
    jobs::enqueue(tx, &Deliver { webhook }).map(drop)
}

pub(super) fn at(tx: &mut Tx, webhook: Id, at: Timestamp) -> Result<()> {
    jobs::enqueue_at(tx, &Deliver { webhook }, at).map(drop)
}

impl Job for Deliver {
    const KIND: &'static str = "webhooks.deliver";

    fn run(&self, run: &Run) -> Result<()> {
        let watch = run.db.read(&run.scope, |cx| Ok(cx.part::<Watch>()))?;
        // What changes from here on asks for another job.
        watch.begun(self.webhook);
        let webhook = match run.db.read(&run.scope, |cx| find(cx, self.webhook)) {
            Ok(webhook) if webhook.paused_at.is_none() => webhook,
            // It was removed or paused meanwhile: nothing to tell.
            Ok(_) | Err(Error::NotFound) => return Ok(()),
            Err(error) => return Err(error),
        };
        let started = Instant::now();
        while started.elapsed() < BUDGET && !run.cancelled() {
            let claimed = run.db.write(&run.scope, |tx| delivery::claim(tx, webhook.id))?;
            let sent = match claimed {
                Some(delivery) => send(run, &webhook, &delivery, watch.reach)?,
                None if take_news(run, &webhook)? => Sent::Taken,
                None => return Ok(()),
            };
            // Whoever does not answer is not told the next thing at once; the sweep asks again when it is due.
            if sent == Sent::Refused {
                return Ok(());
            }
        }
        run.db.write(&run.scope, |tx| soon(tx, webhook.id))
    }
}

/// What came of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sent {
    Taken,
    Refused,
}

fn send(run: &Run, webhook: &Webhook, delivery: &Delivery, reach: Reach) -> Result<Sent> {
    let id = delivery.id.to_string();
    let seconds = run.db.clock().now().micros() / SECOND;
    let headers = [
        ("content-type", "application/json".to_owned()),
        ("webhook-id", id.clone()),
        ("webhook-timestamp", seconds.to_string()),
        ("webhook-signature", sign(&webhook.secret, &id, seconds, &delivery.body)?),
    ];
    let answered = outgoing::post(&webhook.url, &headers, delivery.body.as_bytes(), reach);
    let (status, text) = match answered {
        Ok(answer) => (answer.status, answer.body),
        Err(Failure::Private) => (0, "private address".to_owned()),
        Err(Failure::TimedOut) => (0, "timed out".to_owned()),
        Err(Failure::Unreachable(why)) => (0, why),
    };
    let taken = (200..300).contains(&status);
    run.db.write(&run.scope, |tx| {
        delivery::settle(tx, delivery, taken, status, &text)?;
        if status == 410 {
            // The listener wants nothing any more.
            pause_itself(tx, webhook.id)?;
        }
        Ok(())
    })?;
    Ok(if taken { Sent::Taken } else { Sent::Refused })
}

/// Takes the next changes out of the feed as messages. Whether there were any.
fn take_news(run: &Run, webhook: &Webhook) -> Result<bool> {
    // It reads what whoever added it may see.
    let reader = Actor::User { id: webhook.created_by, role: Role::ReadOnly };
    let scope = identity::complete_scope(&run.db, &Scope { actor: reader, ..run.scope.clone() });
    let object = (!webhook.object.is_empty()).then_some(webhook.object.as_str());
    let (messages, cursor) = run.db.read(&scope, |cx| {
        let ended = feed::ended(cx)?;
        let webhook = find(cx, webhook.id)?;
        if delivery::waiting(cx, webhook.id)? >= ENOUGH {
            return Ok((Vec::new(), None));
        }
        let changes = feed::since(cx, &ended, webhook.cursor, object, PAGE)?;
        let cursor = changes.last().map(|change| (webhook.cursor, change.id));
        let messages: Result<Vec<_>> = changes.iter().map(|change| message::of_change(cx, change)).collect();
        Ok((messages?, cursor))
    })?;
    let Some((from, to)) = cursor else { return Ok(false) };
    run.db.write(&run.scope, |tx| {
        let moved = tx.execute(
            "UPDATE webhooks SET cursor_id = ?3 WHERE workspace_id = ?1 AND id = ?2 AND cursor_id = ?4",
            &[tx.workspace().into(), webhook.id.into(), to.into(), from.into()],
        )?;
        // Another job was faster.
        if moved > 0 {
            messages.iter().try_for_each(|message| delivery::write(tx, webhook.id, message).map(drop))?;
            delivery::tidy(tx, webhook.id)?;
        }
        Ok(())
    })?;
    Ok(true)
}

/// Asks for what was left behind: by a process that ended between a change and its job, or by another process.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Sweep {}

impl Job for Sweep {
    const KIND: &'static str = "webhooks.sweep";

    fn run(&self, run: &Run) -> Result<()> {
        let watch = run.db.read(&run.scope, |cx| Ok(cx.part::<Watch>()))?;
        watch.look(&run.db)?;
        for (workspace, webhooks) in watch.all() {
            let scope = Scope::system(workspace).through("job");
            for webhook in webhooks {
                if is_behind(&run.db, &scope, webhook)? && watch.may_ask(webhook, run.db.clock().now()) {
                    run.db.write(&scope, |tx| soon(tx, webhook))?;
                }
            }
        }
        Ok(())
    }
}

fn is_behind(db: &Db, scope: &Scope, webhook: Id) -> Result<bool> {
    db.read(scope, |cx| {
        let ended = feed::ended(cx)?;
        let Some(webhook) = list(cx)?.into_iter().find(|one| one.id == webhook) else { return Ok(false) };
        if delivery::next_due(cx, webhook.id)?.is_some_and(|due| due <= cx.now()) {
            return Ok(true);
        }
        let object = (!webhook.object.is_empty()).then_some(webhook.object.as_str());
        let free = delivery::waiting(cx, webhook.id)? < ENOUGH;
        Ok(free && !feed::since(cx, &ended, webhook.cursor, object, 1)?.is_empty())
    })
}
