//! A server that is killed again and again while people work loses nothing that it said was kept, and keeps nothing
//! twice or by halves.

use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use kernel::{Clock, Db, Id, Scope, db::Address};
use parking_lot::Mutex;

use crate::{
    cli,
    server::{FORM, Server, ask, kartotek, sign_in},
};

const KILLS: usize = 4;
const CLIENTS: usize = 3;
const ROWS: usize = 3000;
const MIA: &str = "mia@berg.example";
const PASSWORD: &str = "correct horse battery";

/// What the clients were told is kept.
#[derive(Default)]
struct Kept {
    /// The card of each name.
    made: HashMap<String, String>,
    /// The title that each card was given last, and those nobody knows of.
    titles: HashMap<String, (String, Vec<String>)>,
    /// Names that were sent, whether or not they were kept.
    sent: Vec<String>,
}

struct Shared {
    address: Mutex<String>,
    kept: Mutex<Kept>,
    over: AtomicBool,
    number: AtomicUsize,
}

#[test]
fn what_was_acknowledged_is_there_once_and_whole_after_a_kill() {
    let folder = cli::set_up();
    let start = || Server::start(kartotek(&folder.0).args(["serve", "--listen", "127.0.0.1:0"]));
    let mut server = start();
    let shared = Arc::new(Shared {
        address: Mutex::new(server.address.clone()),
        kept: Mutex::default(),
        over: AtomicBool::new(false),
        number: AtomicUsize::new(0),
    });
    let cookie = sign_in(&server.address, MIA, PASSWORD).unwrap();
    begin_import(&server.address, &cookie);
    let clients: Vec<_> = (0..CLIENTS)
        .map(|_| {
            let (shared, cookie) = (Arc::clone(&shared), cookie.clone());
            thread::spawn(move || work(&shared, &cookie))
        })
        .collect();
    let mut waits = Id::new(kernel::Timestamp::system_now()).spread() as u64;
    for _ in 0..KILLS {
        thread::sleep(Duration::from_millis(300 + waits % 700));
        waits = waits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407) >> 3;
        // SIGKILL: nothing of ours runs any more.
        server.child.kill().unwrap();
        server.child.wait().unwrap();
        server = start();
        shared.address.lock().clone_from(&server.address);
    }
    thread::sleep(Duration::from_millis(500));
    shared.over.store(true, Ordering::Relaxed);
    clients.into_iter().for_each(|client| client.join().unwrap());
    wait_for_import(&server.address, &cookie);
    assert_eq!(server.stop(), Some(0));
    let kept = shared.kept.lock();
    assert!(kept.made.len() > 10, "the clients did something: {}", kept.made.len());
    look(&folder, &kept);
}

/// Makes cards and changes them, until it is over. A form whose answer did not come is not sent again.
fn work(shared: &Shared, cookie: &str) {
    while !shared.over.load(Ordering::Relaxed) {
        let address = shared.address.lock().clone();
        let number = shared.number.fetch_add(1, Ordering::Relaxed);
        let name = format!("Survivor Number{number}");
        shared.kept.lock().sent.push(name.clone());
        let form = format!(
            "name=Survivor+Number{number}&emails.0.address=survivor{number}%40berg.example&job_title=first&anyway=1"
        );
        let headers = format!("{FORM}{cookie}");
        let Ok(answer) = ask(&address, "POST", "/people", &headers, form.as_bytes()) else {
            thread::sleep(Duration::from_millis(30));
            continue;
        };
        assert_eq!(answer.status, 303, "{}", answer.body);
        let card = answer.header("location").unwrap().to_owned();
        {
            let mut kept = shared.kept.lock();
            kept.made.insert(name.clone(), card.clone());
            kept.titles.insert(name.clone(), ("first".to_owned(), Vec::new()));
        }
        let title = format!("second{number}");
        let form = format!("job_title={title}&seen=%22first%22");
        let answer = ask(&address, "POST", &format!("{card}/fields/job_title"), &headers, form.as_bytes());
        let mut kept = shared.kept.lock();
        let known = kept.titles.get_mut(&name).unwrap();
        match answer {
            Ok(answer) if answer.status < 400 => known.0 = title,
            Ok(answer) => panic!("{}: {}", answer.status, answer.body),
            Err(_) => known.1.push(title),
        }
    }
}

fn begin_import(address: &str, cookie: &str) {
    let mut csv = "Given Name,Family Name,E-mail 1 - Value\n".to_owned();
    (0..ROWS).for_each(|row| csv.push_str(&format!("Row{row},Imported,row{row}@import.example\n")));
    let body = format!(
        "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n{csv}\r\n--b--\r\n"
    );
    let headers =
        format!("content-type: multipart/form-data; boundary=b\r\nsec-fetch-site: same-origin\r\n{cookie}");
    let taken = ask(address, "POST", "/import", &headers, body.as_bytes()).unwrap();
    assert_eq!(taken.status, 303, "{}", taken.body);
    let import = taken.header("location").unwrap().split('?').next().unwrap().to_owned();
    let started = ask(address, "POST", &format!("{import}/start"), &format!("{FORM}{cookie}"), b"").unwrap();
    assert_eq!(started.status, 303, "{}", started.body);
}

fn wait_for_import(address: &str, cookie: &str) {
    let began = Instant::now();
    loop {
        let list = ask(address, "GET", "/people/export.csv", cookie, b"").unwrap();
        if list.body.matches("@import.example").count() >= ROWS {
            return;
        }
        if began.elapsed() > Duration::from_secs(120) {
            let jobs = ask(address, "GET", "/settings/jobs", cookie, b"").unwrap().body;
            panic!("the import goes on after the kills: {jobs}");
        }
        thread::sleep(Duration::from_millis(300));
    }
}

/// Reads the database as it lies there.
fn look(folder: &crate::server::Folder, kept: &Kept) {
    let db = Db::open(&Address::File(folder.path("data/kartotek.db")), Clock::system(), 2).unwrap();
    let (people, searched) = db
        .read(&Scope::global(), |cx| {
            let rows =
                cx.query("SELECT id, name_text, job_title, emails FROM people WHERE trashed_at = 0", &[])?;
            let people: Vec<(Id, String, String, String)> = rows
                .iter()
                .map(|row| {
                    Ok((row.get(0)?, row.text(1).to_owned(), row.text(2).to_owned(), row.text(3).to_owned()))
                })
                .collect::<kernel::Result<_>>()?;
            let searched = cx.query("SELECT record_id FROM search_docs WHERE object = 'person'", &[])?;
            let searched: Vec<Id> = searched.iter().map(|row| row.get(0)).collect::<kernel::Result<_>>()?;
            let whole = cx.query("PRAGMA integrity_check", &[])?;
            assert_eq!(whole[0].text(0), "ok");
            Ok((people, searched))
        })
        .unwrap();
    let named = |name: &str| people.iter().filter(|(_, other, _, _)| other == name).collect::<Vec<_>>();
    for (name, address) in &kept.made {
        let found = named(name);
        assert_eq!(found.len(), 1, "{name} is there once");
        let (id, _, title, emails) = found[0];
        assert!(address.ends_with(&id.to_string()), "{name} has the address it was given");
        assert!(emails.contains("@berg.example"), "{name} is whole");
        let (known, unknown) = &kept.titles[name];
        assert!(title == known || unknown.contains(title), "{name}: {title} instead of {known}");
    }
    for name in &kept.sent {
        assert!(named(name).len() <= 1, "{name} is there twice");
    }
    for row in 0..ROWS {
        assert_eq!(named(&format!("Row{row} Imported")).len(), 1, "row {row} is there once");
    }
    assert_eq!(searched.len(), people.len(), "everybody can be found, and nobody else");
}
