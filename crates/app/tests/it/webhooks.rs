//! Webhooks: a server of our own listens, and is told.

use std::{
    io::{Read, Write},
    net::TcpListener,
    sync::{
        Arc,
        atomic::{AtomicU16, Ordering},
        mpsc,
    },
    thread,
};

use kernel::{
    Id, Role,
    clock::{DAY, HOUR, MINUTE},
};
use serde_json::{Value, json};
use testbed::{Testbed, on_each_database};
use workbench::webhooks::{self, State};

/// One message as it arrived.
struct Told {
    head: String,
    body: String,
}

impl Told {
    fn header(&self, name: &str) -> &str {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines
            .into_iter()
            .find(|(other, _)| other.eq_ignore_ascii_case(name))
            .map_or("", |(_, value)| value.trim())
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

/// A program that listens, and answers with a status that a test chooses.
struct Listener {
    url: String,
    status: Arc<AtomicU16>,
    told: mpsc::Receiver<Told>,
}

impl Listener {
    fn start() -> Listener {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let (tell, told) = mpsc::channel();
        let status = Arc::new(AtomicU16::new(200));
        let answer = status.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut bytes = Vec::new();
                let mut block = [0; 4096];
                let (head, body) = loop {
                    let read = stream.read(&mut block).unwrap();
                    bytes.extend(&block[..read]);
                    let text = String::from_utf8_lossy(&bytes).into_owned();
                    if let Some((head, body)) = text.split_once("\r\n\r\n")
                        && (body.ends_with("0\r\n\r\n") || length(head) == Some(body.len()))
                    {
                        break (head.to_owned(), body.to_owned());
                    }
                };
                let status = answer.load(Ordering::Relaxed);
                let answer =
                    format!("HTTP/1.1 {status} So\r\ncontent-length: 4\r\nconnection: close\r\n\r\nnoted");
                let _ = stream.write_all(answer.as_bytes());
                if tell.send(Told { head, body }).is_err() {
                    return;
                }
            }
        });
        Listener { url, status, told }
    }

    fn answers(&self, status: u16) {
        self.status.store(status, Ordering::Relaxed);
    }

    fn heard(&self) -> Vec<Told> {
        self.told.try_iter().collect()
    }

    fn events(&self) -> Vec<String> {
        self.heard().iter().map(|told| told.json()["type"].as_str().unwrap().to_owned()).collect()
    }
}

fn length(head: &str) -> Option<usize> {
    let lines = head.lines().filter_map(|line| line.split_once(": "));
    lines.into_iter().find(|(name, _)| name.eq_ignore_ascii_case("content-length"))?.1.trim().parse().ok()
}

/// A webhook that Mia added on the page.
fn add(bed: &Testbed, listener: &Listener, object: &str) -> Id {
    let form = [("name", "Accounting"), ("url", listener.url.as_str()), ("object", object)];
    let made = bed.mia().post("/settings/webhooks", &form).is(303);
    made.location().rsplit('/').next().unwrap().parse().unwrap()
}

/// Time passes, and what is due runs.
fn wait(bed: &Testbed, micros: i64) {
    bed.advance(micros);
    bed.run_jobs();
}

#[test]
fn a_program_is_told_of_every_change_and_can_check_who_says_so() {
    on_each_database(|bed| {
        bed.person("Old Card").save();
        let listener = Listener::start();
        let webhook = add(bed, &listener, "");
        let anna = bed.person("Anna Berg").email("anna@berg.example").save();
        wait(bed, MINUTE);
        let told = listener.heard();
        assert_eq!(told.len(), 1, "and of nothing that was before");
        let message = told[0].json();
        assert_eq!(message["type"], "person.created");
        assert_eq!(message["data"]["change"]["record"], anna.to_string());
        assert_eq!(message["data"]["record"]["fields"]["emails"][0]["address"], "anna@berg.example");
        let secret = bed.read(|cx| webhooks::find(cx, webhook)).secret;
        let (id, seconds) = (told[0].header("webhook-id"), told[0].header("webhook-timestamp"));
        let expected = webhooks::sign(&secret, id, seconds.parse().unwrap(), &told[0].body).unwrap();
        assert_eq!(told[0].header("webhook-signature"), expected);
        assert_eq!(told[0].header("content-type"), "application/json");

        let program = bed.program(Role::Member);
        let address = format!("/api/v1/people/{anna}");
        program.patch(&address, &json!({ "fields": { "rating": 5 } })).is(200);
        program.delete(&address).is(200);
        wait(bed, MINUTE);
        assert_eq!(listener.events(), ["person.edited", "person.trashed"]);
        let page = bed.mia().get(&format!("/settings/webhooks/{webhook}"));
        page.shows("person.trashed").shows("Delivered").shows("200 note").hides("Waiting");
        wait(bed, MINUTE);
        assert!(listener.heard().is_empty(), "everything is told once");
    });
}

#[test]
fn whoever_does_not_answer_is_told_again_until_they_do() {
    on_each_database(|bed| {
        let listener = Listener::start();
        let webhook = add(bed, &listener, "");
        listener.answers(503);
        bed.person("Anna Berg").save();
        bed.person("Bo Berg").save();
        wait(bed, MINUTE);
        let first = listener.heard();
        let all = bed.read(|cx| webhooks::deliveries(cx, webhook, None, 10));
        assert!(all.iter().all(|delivery| delivery.state == State::Waiting), "{all:?}");
        assert!(all.iter().any(|delivery| delivery.status == 503));
        bed.mia().get(&format!("/settings/webhooks/{webhook}")).shows("Waiting").shows("503 note");
        listener.answers(204);
        wait(bed, 2 * MINUTE);
        wait(bed, 10 * MINUTE);
        let again = listener.heard();
        let mut names: Vec<String> = again
            .iter()
            .map(|told| told.json()["data"]["record"]["title"].as_str().unwrap().to_owned())
            .collect();
        names.sort();
        assert_eq!(names, ["Anna Berg", "Bo Berg"]);
        let same = again.iter().find(|told| told.header("webhook-id") == first[0].header("webhook-id"));
        assert_eq!(same.expect("it keeps its id").body, first[0].body);
        let all = bed.read(|cx| webhooks::deliveries(cx, webhook, None, 10));
        assert!(all.iter().all(|delivery| delivery.state == State::Delivered), "{all:?}");
    });
}

#[test]
fn a_message_that_nobody_takes_is_given_up_after_three_days_and_may_be_sent_by_hand() {
    on_each_database(|bed| {
        let listener = Listener::start();
        let webhook = add(bed, &listener, "");
        listener.answers(500);
        bed.person("Anna Berg").save();
        wait(bed, MINUTE);
        for _ in 0..40 {
            wait(bed, 3 * HOUR);
        }
        let delivery = bed.read(|cx| Ok(webhooks::deliveries(cx, webhook, None, 1)?.remove(0)));
        assert_eq!((delivery.state, delivery.attempts), (State::Failed, 10));
        assert_eq!(listener.heard().len(), 10);
        listener.answers(200);
        let place = format!("/settings/webhooks/{webhook}/deliveries/{}", delivery.id);
        bed.mia().get(&place).shows("Failed").shows("Anna Berg").shows("Send again");
        bed.mia().post(&format!("{place}/again"), &[]).is(303);
        bed.run_jobs();
        let told = listener.heard();
        assert_eq!((told.len(), told[0].body.as_str()), (1, delivery.body.as_str()));
        bed.mia().get(&place).shows("Delivered");
        // The log is kept for a month.
        wait(bed, 31 * DAY);
        bed.person("Bo Berg").save();
        wait(bed, MINUTE);
        let left = bed.read(|cx| webhooks::deliveries(cx, webhook, None, 10));
        assert_eq!(left.len(), 1);
    });
}

#[test]
fn a_webhook_hears_of_its_object_only_may_pause_and_goes_with_its_log() {
    on_each_database(|bed| {
        let listener = Listener::start();
        let webhook = add(bed, &listener, "company");
        bed.person("Anna Berg").save();
        bed.company("Berg Marine").save();
        wait(bed, MINUTE);
        assert_eq!(listener.events(), ["company.created"]);
        let here = format!("/settings/webhooks/{webhook}");
        bed.mia().post(&format!("{here}/test"), &[]).is(303);
        bed.run_jobs();
        assert_eq!(listener.events(), ["test"]);
        bed.mia().post(&format!("{here}/pause"), &[]).is(303);
        bed.company("Not told").save();
        wait(bed, MINUTE);
        bed.mia().get(&here).shows("Paused");
        bed.mia().post(&format!("{here}/resume"), &[]).is(303);
        wait(bed, MINUTE);
        bed.company("Told").save();
        wait(bed, MINUTE);
        assert_eq!(
            listener
                .heard()
                .iter()
                .map(|told| told.json()["data"]["record"]["title"].clone())
                .collect::<Vec<_>>(),
            ["Told"]
        );
        listener.answers(410);
        bed.company("Gone").save();
        wait(bed, MINUTE);
        bed.mia().get(&here).shows("Paused");
        bed.mia().post(&format!("{here}/remove"), &[]).is(303);
        bed.mia().get(&here).is(404);
        bed.company("Nobody listens").save();
        wait(bed, MINUTE);
        assert_eq!(listener.heard().len(), 1);
    });
}

#[test]
fn addresses_are_checked_and_only_administrators_add_them() {
    on_each_database(|bed| {
        let form = |url| [("name", "X"), ("url", url), ("object", "")];
        bed.mia().post("/settings/webhooks", &form("ftp://example.com")).is(422);
        bed.mia()
            .post("/settings/webhooks", &[("name", ""), ("url", "https://example.com"), ("object", "planet")])
            .is(422);
        bed.sven().post("/settings/webhooks", &form("https://example.com")).is(403);
        let refused = bed.db().write(&bed.mia().scope(), |tx| {
            webhooks::create(tx, "X", "https://192.168.1.1/hook", "", outgoing::Reach::Internet)
        });
        assert!(refused.unwrap_err().to_string().contains("webhook-address-private"));
    });
}
