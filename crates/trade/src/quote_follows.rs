//! What follows when a quote enters a state: its deal moves on, whoever waits for the answer is reminded, an accepted one becomes
//! an order, and what its customer did stands on the customer's timeline.

use jiff::ToSpan;
use kernel::{Actor, Error, Result, Timestamp, Tx, clock::HOUR};
use locale::Locale;
use records::{
    ChangeSet, Json, Record,
    behavior::Done,
    field::{Reading, as_id, as_text},
    object::object,
    record,
    save::{self, Values},
};

use crate::{order, quote, seller::Seller};

/// In the transaction of the change.
pub(crate) fn entered(tx: &mut Tx, set: &mut ChangeSet, done: &Done) -> Result<()> {
    // What was just kept may have got its number since.
    let quote = record::find(tx, &done.after.object, done.after.id)?;
    let was = done.before.map_or("", |before| before.text("state"));
    let seller = Seller::of(tx)?;
    match quote.text("state") {
        "sent" => {
            move_deal(tx, set, &quote, &seller.stage_when_sent)?;
            expect_answer(tx, set, &quote)?;
            note(tx, set, &quote, "quote-note-sent", &[])
        }
        "opened" => note(tx, set, &quote, "quote-note-opened", &[]),
        "accepted" => {
            amount_of_deal(tx, set, &quote)?;
            move_deal(tx, set, &quote, &seller.stage_when_accepted)?;
            if seller.orders_by_itself && order::of_quote(tx, quote.id)?.is_none() {
                order::from_quote(tx, set, &quote)?;
            }
            let who = quote.text("accepted_by").to_owned();
            let key = if who.is_empty() { "quote-note-accepted" } else { "quote-note-accepted-by" };
            answered(tx, set, &quote, key, &[("who", who)])
        }
        "declined" if !quote::is_draft(was) => {
            let why = quote.text("decline_reason").to_owned();
            let key = if why.is_empty() { "quote-note-declined" } else { "quote-note-declined-because" };
            answered(tx, set, &quote, key, &[("why", why)])
        }
        _ => Ok(()),
    }
}

/// The card on whose timeline it stands: the person, else the company, else the quote itself.
pub(crate) fn customer(quote: &Record) -> Json {
    let said = ["person", "company"].into_iter().map(|field| quote.get(field)).find(|card| !card.is_null());
    said.cloned().unwrap_or_else(|| quote.reference())
}

/// What its customer said is told to whoever it belongs to; what a colleague noted is known.
fn answered(
    tx: &mut Tx,
    set: &mut ChangeSet,
    quote: &Record,
    key: &str,
    more: &[(&'static str, String)],
) -> Result<()> {
    note(tx, set, quote, key, more)?;
    if matches!(tx.actor(), Actor::System)
        && let Some(owner) = as_id(quote.get("owner"))
    {
        records::notices::reminded(tx, quote, &[owner])?;
    }
    Ok(())
}

/// A line on the customer's timeline, in the workspace's language.
pub(crate) fn note(
    tx: &mut Tx,
    set: &mut ChangeSet,
    quote: &Record,
    key: &str,
    more: &[(&'static str, String)],
) -> Result<()> {
    let text = said(tx, quote, key, more);
    let mut values =
        Values::from_iter([("text".to_owned(), Json::from(text)), ("about".to_owned(), customer(quote))]);
    if let Some(at) = happened_at(tx, quote) {
        values.insert("at".to_owned(), at);
    }
    save::create(tx, set, &object(tx, "note")?, values).map(drop)
}

/// When it was sent, opened, answered or issued, as the document says: what is told later stands where it belongs.
fn happened_at(tx: &Tx, document: &Record) -> Option<Json> {
    let field = match (document.object.key, document.text("state")) {
        (quote::KEY, "sent") => "sent_at",
        (quote::KEY, "opened") => "opened_at",
        (quote::KEY, "accepted" | "declined") => "answered_at",
        (quote::KEY, _) => return None,
        _ => {
            let issued: jiff::civil::Date = document.text("issued_on").parse().ok()?;
            let noon = Timestamp::from_civil(issued.at(12, 0, 0, 0), &tx.locality().time_zone);
            return (issued < tx.today()).then(|| noon.micros().into());
        }
    };
    document.instant(field).map(|at| at.micros().into())
}

pub(crate) fn said(tx: &Tx, quote: &Record, key: &str, more: &[(&'static str, String)]) -> String {
    let (locale, reading) = (Locale::new(tx.locality()), Reading::plain(tx));
    let mut args: Vec<(&str, locale::Arg)> = vec![
        ("number", quote.text("number").into()),
        ("name", quote.title(&reading).into()),
        ("total", quote.show("total", &reading).into()),
        ("until", quote.show("valid_until", &reading).into()),
    ];
    args.extend(more.iter().map(|(name, text)| (*name, text.as_str().into())));
    locale.tf(key, &args)
}

/// Something for whoever the quote belongs to.
pub(crate) fn task(
    tx: &mut Tx,
    set: &mut ChangeSet,
    quote: &Record,
    subject: String,
    due: Timestamp,
) -> Result<()> {
    let values = Values::from_iter([
        ("subject".to_owned(), Json::from(subject)),
        ("about".to_owned(), customer(quote)),
        ("due_at".to_owned(), due.micros().into()),
        ("assignee".to_owned(), quote.get("owner").clone()),
    ]);
    save::create(tx, set, &object(tx, "task")?, values).map(drop)
}

/// Two days before it is over somebody asks what they think of it.
fn expect_answer(tx: &mut Tx, set: &mut ChangeSet, quote: &Record) -> Result<()> {
    let Ok(until) = as_text(quote.get("valid_until")).parse::<jiff::civil::Date>() else { return Ok(()) };
    let day = until.checked_sub(2.days()).unwrap_or(until);
    let due = Timestamp::from_civil(day.at(9, 0, 0, 0), &tx.locality().time_zone);
    let due = if due <= tx.now() { tx.now().plus(HOUR) } else { due };
    let subject = said(tx, quote, "quote-task-expires", &[]);
    task(tx, set, quote, subject, due)
}

fn deal_of(tx: &Tx, quote: &Record) -> Result<Option<Record>> {
    let Some(id) = as_id(quote.get("deal")) else { return Ok(None) };
    let found = record::find_many(tx, &object(tx, "deal")?, &[id])?.remove(&id);
    Ok(found.filter(|deal| deal.trashed_at.is_none() && deal.text("state") == "open"))
}

/// The deal is worth what was accepted.
fn amount_of_deal(tx: &mut Tx, set: &mut ChangeSet, quote: &Record) -> Result<()> {
    let Some(deal) = deal_of(tx, quote)? else { return Ok(()) };
    let values = Values::from_iter([("amount".to_owned(), quote.get("net").clone())]);
    save::edit(tx, set, &deal.object, deal.id, values, &Values::new())?.saved().map(drop)
}

/// The deal goes to this stage, if that is ahead of where it is. What the stage asks for and is not there becomes a task: a
/// customer's answer is not refused because of it.
fn move_deal(tx: &mut Tx, set: &mut ChangeSet, quote: &Record, stage: &str) -> Result<()> {
    let Some(deal) = deal_of(tx, quote)?.filter(|_| !stage.is_empty()) else { return Ok(()) };
    let field = deal.object.field("stage")?;
    let Some(options) = field.kind.options() else { return Ok(()) };
    let within = |key: &str| options.within(key).unwrap_or_default().to_owned();
    // The stages of the deal's own pipeline, in their order.
    let here = deal.text("stage").to_owned();
    let ways: Vec<String> =
        options.offered().into_iter().filter(|key| within(key) == within(&here)).collect();
    let place = |key: &str| ways.iter().position(|way| way == key);
    let (Some(from), Some(to)) = (place(&here), place(stage)) else { return Ok(()) };
    if to <= from {
        return Ok(());
    }
    let values = Values::from_iter([("stage".to_owned(), Json::from(stage))]);
    match save::edit(tx, set, &deal.object, deal.id, values, &Values::new()) {
        Ok(_) => Ok(()),
        Err(Error::Invalid(errors)) => {
            let locale = Locale::new(tx.locality());
            let why: Vec<String> = errors.0.iter().map(|(_, text)| locale.render(text)).collect();
            let name = deal.title(&Reading::plain(tx));
            let subject = said(tx, quote, "quote-task-move", &[("deal", name), ("why", why.join(" "))]);
            task(tx, set, quote, subject, tx.now())
        }
        Err(error) => Err(error),
    }
}
