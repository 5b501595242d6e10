//! Notices: what somebody is told of, in the product and perhaps by mail. They are written in the transaction of what they
//! tell, one line for each person and change set, so that the same done to 100,000 cards is one line; what they tell is
//! looked up when they are read, under the rights that their reader has then.

pub mod choices;
mod gather;
mod read;
mod write;

use kernel::{Id, Result, Timestamp, Tx};

pub use self::{
    choices::{Choices, Ways},
    read::{Notice, find, page, take_due, unread, unread_about},
    write::{about_card, finished, mentioned, read_all, read_card, reminded, set_read, set_unread, shared},
};
pub(crate) use self::{gather::News, write::tell};

/// What somebody can be told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Somebody named them in a comment.
    Mentioned,
    /// A comment on a card that they follow.
    Comment,
    /// A note, call or task on a card that they follow.
    Activity,
    /// A card that they follow was changed.
    Changed,
    /// They were made responsible for a card or a task.
    Assigned,
    /// A card was shared with them.
    Shared,
    /// Work in the background that they asked for is over.
    Finished,
    /// Something with a time, in which they take part, begins soon.
    Reminder,
}

impl Kind {
    pub const ALL: [Kind; 8] = [
        Kind::Mentioned,
        Kind::Comment,
        Kind::Activity,
        Kind::Changed,
        Kind::Assigned,
        Kind::Shared,
        Kind::Finished,
        Kind::Reminder,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            Kind::Mentioned => "mentioned",
            Kind::Comment => "comment",
            Kind::Activity => "activity",
            Kind::Changed => "changed",
            Kind::Assigned => "assigned",
            Kind::Shared => "shared",
            Kind::Finished => "finished",
            Kind::Reminder => "reminder",
        }
    }

    pub fn from_key(key: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// Who carries notices by mail: asked once for all that wait for one person, in the transaction that wrote the first.
pub struct Postman(pub fn(&mut Tx, Id) -> Result<()>);

/// What is announced when somebody has news.
pub fn topic(user: Id) -> String {
    format!("notices:{user}")
}

/// An hour in which the same person's changes to the same card are one line.
const ONE_GO: i64 = kernel::clock::HOUR;

/// The beginning of the time in which changes are one line.
fn since(now: Timestamp) -> Timestamp {
    now.plus(-ONE_GO)
}
