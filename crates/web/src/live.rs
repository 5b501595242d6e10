//! Live push: a hub that tells every open page of a workspace what has changed, and who else looks at the same
//! card. Pages listen at `/live` with server-sent events; one that cannot keep up is dropped and comes back.

mod stream;

use std::{collections::HashMap, sync::Arc, time::Duration};

use bytes::Bytes;
use kernel::Id;
use parking_lot::Mutex;
use serde_json::json;
pub(crate) use stream::connect;
use tokio::{runtime::Handle, sync::mpsc};

/// Changes are gathered for so long, for an import makes thousands.
const GATHER: Duration = Duration::from_millis(100);
/// Above this a page is told that anything may have changed: the topic `*`.
const MOST_TOPICS: usize = 100;
/// How many messages may wait for a slow page.
const QUEUE: usize = 64;

/// The hub. Cheap to clone; all clones are the same hub.
#[derive(Clone, Default)]
pub struct Live(Arc<Mutex<Hub>>);

#[derive(Default)]
struct Hub {
    workspaces: HashMap<Id, Workspace>,
    next_page: u64,
    /// Where the gathering waits, known as soon as somebody listens.
    runtime: Option<Handle>,
}

#[derive(Default)]
struct Workspace {
    pages: Vec<Page>,
    changed: Vec<String>,
}

/// An open page.
struct Page {
    number: u64,
    user: Id,
    name: String,
    /// The topic it shows, such as `person:0192…`; empty when it shows none.
    at: String,
    queue: mpsc::Sender<Bytes>,
}

/// Who opens a page, and what it shows.
pub(crate) struct Visit {
    pub(crate) workspace: Id,
    pub(crate) user: Id,
    pub(crate) name: String,
    pub(crate) at: String,
}

impl Live {
    pub fn new() -> Live {
        Live::default()
    }

    /// Tells every page of the workspace that this changed, within a tenth of a second. From any thread.
    pub fn publish<Topic: AsRef<str>>(&self, workspace: Id, topics: impl IntoIterator<Item = Topic>) {
        let mut hub = self.0.lock();
        let Some(runtime) = hub.runtime.clone() else { return };
        let Some(room) = hub.workspaces.get_mut(&workspace) else { return };
        let gathering = !room.changed.is_empty();
        for topic in topics {
            let topic = topic.as_ref();
            if room.changed.len() <= MOST_TOPICS && !room.changed.iter().any(|other| other == topic) {
                room.changed.push(topic.to_owned());
            }
        }
        if !gathering && !room.changed.is_empty() {
            let live = self.clone();
            runtime.spawn(async move {
                tokio::time::sleep(GATHER).await;
                live.tell_changes(workspace);
            });
        }
    }

    /// The names of those who look at a topic, but for one.
    pub fn names_at(&self, workspace: Id, topic: &str, except: Id) -> Vec<String> {
        let hub = self.0.lock();
        let Some(room) = hub.workspaces.get(&workspace) else { return Vec::new() };
        let others = room.lookers(topic).into_iter().filter(|(user, _)| *user != except);
        others.map(|(_, name)| name.to_owned()).collect()
    }

    /// Whether somebody shows a topic.
    pub fn looks(&self, workspace: Id, topic: &str, user: Id) -> bool {
        let hub = self.0.lock();
        let room = hub.workspaces.get(&workspace);
        room.is_some_and(|room| room.pages.iter().any(|page| page.user == user && page.at == topic))
    }

    /// How many pages of a workspace listen.
    pub fn listeners(&self, workspace: Id) -> usize {
        self.0.lock().workspaces.get(&workspace).map_or(0, |room| room.pages.len())
    }

    fn tell_changes(&self, workspace: Id) {
        let mut hub = self.0.lock();
        let Some(room) = hub.workspaces.get_mut(&workspace) else { return };
        let mut topics = std::mem::take(&mut room.changed);
        if topics.len() > MOST_TOPICS {
            topics = vec!["*".to_owned()];
        }
        let message = message("changed", &json!({ "topics": topics }));
        room.pages.retain(|page| page.queue.try_send(message.clone()).is_ok());
    }

    /// Lets a page in; it leaves when its seat is dropped.
    pub(crate) fn join(&self, visit: Visit) -> (Seat, mpsc::Receiver<Bytes>) {
        let (queue, receiver) = mpsc::channel(QUEUE);
        let mut hub = self.0.lock();
        hub.runtime.get_or_insert_with(Handle::current);
        hub.next_page += 1;
        let number = hub.next_page;
        let Visit { workspace, user, name, at } = visit;
        let room = hub.workspaces.entry(workspace).or_default();
        room.pages.push(Page { number, user, name, at: at.clone(), queue });
        room.tell_who_looks_at(&at);
        (Seat { live: self.clone(), workspace, number, at }, receiver)
    }

    fn leave(&self, seat: &Seat) {
        let mut hub = self.0.lock();
        let Some(room) = hub.workspaces.get_mut(&seat.workspace) else { return };
        room.pages.retain(|page| page.number != seat.number);
        room.tell_who_looks_at(&seat.at);
        if room.pages.is_empty() {
            hub.workspaces.remove(&seat.workspace);
        }
    }
}

impl Workspace {
    /// Who shows a topic, each once however many pages they have open.
    fn lookers(&self, topic: &str) -> Vec<(Id, &str)> {
        let mut lookers: Vec<(Id, &str)> = Vec::new();
        for page in self.pages.iter().filter(|page| page.at == topic) {
            if lookers.iter().all(|(user, _)| *user != page.user) {
                lookers.push((page.user, &page.name));
            }
        }
        lookers
    }

    /// Each page that shows the topic hears the names of the others.
    fn tell_who_looks_at(&mut self, topic: &str) {
        if topic.is_empty() {
            return;
        }
        let lookers = self.lookers(topic);
        let mut gone = Vec::new();
        for page in self.pages.iter().filter(|page| page.at == topic) {
            let others = lookers.iter().filter(|(user, _)| *user != page.user);
            let names: Vec<&str> = others.map(|(_, name)| *name).collect();
            let message = message("presence", &json!({ "topics": [topic], "names": names }));
            if page.queue.try_send(message).is_err() {
                gone.push(page.number);
            }
        }
        self.pages.retain(|page| !gone.contains(&page.number));
    }
}

/// A page's place in the hub.
pub(crate) struct Seat {
    live: Live,
    workspace: Id,
    number: u64,
    at: String,
}

impl Seat {
    /// What the page shows; empty when it shows nothing that others are told of.
    pub(crate) fn topic(&self) -> &str {
        &self.at
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.live.leave(self);
    }
}

/// One event of a stream: JSON has no line ends, so its data is one line.
fn message(event: &str, data: &serde_json::Value) -> Bytes {
    Bytes::from(format!("event: {event}\ndata: {data}\n\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(workspace: u8, user: u8, name: &str, at: &str) -> Visit {
        Visit {
            workspace: Id::from_bytes([workspace; 16]),
            user: Id::from_bytes([user; 16]),
            name: name.to_owned(),
            at: at.to_owned(),
        }
    }

    async fn next(receiver: &mut mpsc::Receiver<Bytes>) -> String {
        String::from_utf8(receiver.recv().await.unwrap_or_default().into()).unwrap()
    }

    #[tokio::test]
    async fn colleagues_on_the_same_card_see_each_other() {
        let live = Live::new();
        let (_anna, mut to_anna) = live.join(visit(1, 1, "Anna", "person:1"));
        assert!(next(&mut to_anna).await.contains(r#"{"names":[],"topics":["person:1"]}"#));
        let (_again, _) = live.join(visit(1, 1, "Anna", "person:1"));
        assert!(next(&mut to_anna).await.contains(r#""names":[]"#));
        let (_elsewhere, _) = live.join(visit(2, 3, "Eva", "person:1"));
        let (bo, mut to_bo) = live.join(visit(1, 2, "Bo", "person:1"));
        assert!(next(&mut to_anna).await.contains(r#""names":["Bo"]"#));
        assert!(next(&mut to_bo).await.contains(r#""names":["Anna"]"#));
        drop(bo);
        assert!(next(&mut to_anna).await.contains(r#""names":[]"#));
    }

    #[tokio::test]
    async fn changes_are_gathered_and_many_become_any() {
        let live = Live::new();
        let room = visit(1, 1, "Anna", "");
        let workspace = room.workspace;
        let (_seat, mut receiver) = live.join(room);
        live.publish(workspace, ["person:1", "person:2"]);
        live.publish(workspace, ["person:1"]);
        assert_eq!(
            next(&mut receiver).await,
            "event: changed\ndata: {\"topics\":[\"person:1\",\"person:2\"]}\n\n"
        );
        live.publish(workspace, (0..500).map(|number| format!("person:{number}")));
        assert!(next(&mut receiver).await.contains("[\"*\"]"));
    }

    #[tokio::test]
    async fn a_page_that_does_not_listen_is_dropped() {
        let live = Live::new();
        let room = visit(1, 1, "Anna", "");
        let workspace = room.workspace;
        let (_seat, _receiver) = live.join(room);
        for _ in 0..=QUEUE {
            live.publish(workspace, ["x"]);
            live.tell_changes(workspace);
        }
        assert_eq!(live.listeners(workspace), 0);
    }
}
