//! Letters by mail, to a mail server of our own: invitations, notifications, and what happens while the server refuses.

use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicU16, Ordering},
        mpsc,
    },
    thread,
};

use base64ct::{Base64, Encoding};
use kernel::{
    Id, Role,
    clock::{DAY, HOUR, MINUTE},
};
use mail::{Post, Server, State};
use records::notices;
use serde_json::json;
use testbed::{Testbed, on_each_database};

/// One letter as the server got it.
struct Got {
    from: String,
    to: String,
    text: String,
}

impl Got {
    fn header(&self, name: &str) -> &str {
        let start = format!("{name}: ");
        self.text.lines().find_map(|line| line.strip_prefix(&start)).unwrap_or_default()
    }

    /// Quoted-printable (RFC 2045, 6.7) as far as our letters need it.
    fn read(&self) -> String {
        self.text.replace("=\r\n", "").replace("=3D", "=")
    }
}

/// A server that speaks SMTP (RFC 5321) and answers a whole letter with what a test chooses.
struct MailServer {
    address: String,
    answer: Arc<AtomicU16>,
    got: mpsc::Receiver<Got>,
}

impl MailServer {
    fn start() -> MailServer {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (tell, got) = mpsc::channel();
        let answer = Arc::new(AtomicU16::new(250));
        let says = answer.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                converse(stream.unwrap(), &tell, &says);
            }
        });
        MailServer { address, answer, got }
    }

    fn answers(&self, code: u16) {
        self.answer.store(code, Ordering::Relaxed);
    }

    /// What came, taken or not.
    fn got(&self) -> Vec<Got> {
        self.got.try_iter().collect()
    }
}

fn converse(stream: TcpStream, tell: &mpsc::Sender<Got>, answer: &AtomicU16) {
    let mut writer = stream.try_clone().unwrap();
    let mut reader = BufReader::new(stream);
    let mut say = |text: &str| writer.write_all(format!("{text}\r\n").as_bytes());
    let (mut from, mut to) = (String::new(), String::new());
    let mut line = String::new();
    let _ = say("220 test.example ESMTP");
    loop {
        line.clear();
        if reader.read_line(&mut line).unwrap_or(0) == 0 {
            return;
        }
        let verb = line.trim_end().to_owned();
        let upper = verb.to_uppercase();
        let said = match upper.get(..4).unwrap_or_default() {
            "EHLO" => say("250-test.example\r\n250-8BITMIME\r\n250 SMTPUTF8"),
            "MAIL" => {
                from = verb;
                say("250 fine")
            }
            "RCPT" => {
                to = verb;
                say("250 fine")
            }
            "DATA" => {
                let _ = say("354 go on");
                let mut text = String::new();
                while !text.ends_with("\r\n.\r\n") && reader.read_line(&mut text).unwrap_or(0) > 0 {}
                let _ = tell.send(Got { from: from.clone(), to: to.clone(), text });
                say(&format!("{} so be it", answer.load(Ordering::Relaxed)))
            }
            "QUIT" => {
                let _ = say("221 bye");
                return;
            }
            _ => say("250 fine"),
        };
        if said.is_err() {
            return;
        }
    }
}

fn set_up(bed: &Testbed, address: &str) {
    let server = Server::new(&format!("smtp://{address}"), "Kartotek <crm@berg.example>").unwrap();
    let post = Post { site: "https://crm.berg.example".to_owned(), server: Some(server) };
    bed.db().provide(Arc::new(post));
}

fn newest(bed: &Testbed) -> mail::Mail {
    bed.read(|cx| Ok(mail::list(cx, None, 1)?.remove(0)))
}

/// Sven wants to be told by mail when he is named.
fn by_mail(bed: &Testbed) {
    let form =
        [("mentioned.shown", "on"), ("mentioned.mailed", "on"), ("comment.shown", "on"), ("follow", "on")];
    bed.sven().post("/settings/notifications", &form).is(303);
}

fn name_sven(bed: &Testbed, person: Id, text: &str) {
    let about = format!("person:{person}");
    bed.mia().post("/composer/comment", &[("about", &about), ("text", text)]).is(303);
}

#[test]
fn an_invoice_goes_out_with_the_very_file_that_was_frozen() {
    on_each_database(|bed| {
        let server = MailServer::start();
        set_up(bed, &server.address);
        let company = bed.company("Nord A/S").email("bogholder@nord.example").save();
        let invoice = bed
            .record("invoice")
            .with("company", json!(format!("company:{company}")))
            .with("lines", json!([{ "text": "Work", "price": "100" }]))
            .save();
        let form = [("to", "bogholder@nord.example"), ("words", "Here is our invoice.")];
        bed.mia().post(&format!("/invoices/{invoice}/send"), &form).is(303);
        bed.run_jobs();
        let got = server.got();
        assert_eq!(got.len(), 1);
        assert_eq!(got[0].header("Reply-To"), "\"Mia Berg\" <mia@berg.example>");
        let (_, file) = got[0].text.split_once("Content-Type: application/pdf").expect("a file");
        let (_, lines) = file.split_once("\r\n\r\n").unwrap();
        let lines: String = lines.lines().take_while(|line| !line.starts_with("--")).collect();
        let sent = Base64::decode_vec(&lines).unwrap();
        let kept = bed.read(|cx| {
            let invoice = records::record::find(cx, &records::object::object(cx, "invoice")?, invoice)?;
            let file = records::field::as_id(&invoice.get("document")["id"]).expect("it was frozen");
            records::files::bytes(cx, &records::files::find(cx, file)?)
        });
        assert!(sent == kept, "{} bytes were sent, {} are kept", sent.len(), kept.len());
    });
}

#[test]
fn the_outbox_shows_what_goes_along() {
    on_each_database(|bed| {
        let quote = bed
            .record("quote")
            .with("name", "Work")
            .with("lines", json!([{ "text": "Work", "price": "100" }]))
            .save();
        let form = [("to", "karin@holm.example"), ("words", "Here it is.")];
        bed.mia().post(&format!("/quotes/{quote}/send"), &form).is(303);
        let letter = format!("/settings/mail/{}", newest(bed).id);
        let page = bed.ivan().get(&letter);
        page.shows(".pdf");
        let file = bed.ivan().get(&format!("{letter}/files/0")).is(200);
        assert!(testbed::Pdf::read(&file.body).text().contains("Work"));
        bed.ivan().get(&format!("{letter}/files/1")).is(404);
        bed.sven().get(&format!("{letter}/files/0")).is(403);
    });
}

#[test]
fn whoever_chose_so_is_told_by_mail_of_what_they_have_not_read() {
    on_each_database(|bed| {
        let server = MailServer::start();
        set_up(bed, &server.address);
        by_mail(bed);
        bed.sven().get("/settings/notifications").shows(
            "name=\"mentioned.mailed\" aria-label=\"Somebody names you or your team: By mail\" checked",
        );
        let anna = bed.person("Anna Berg").save();
        name_sven(bed, anna, "@Sven Ek call <her>");
        bed.run_jobs();
        assert!(server.got().is_empty(), "there is time to read it in the product");
        bed.advance(3 * MINUTE);
        bed.run_jobs();
        let got = server.got();
        assert_eq!(got.len(), 1);
        let letter = &got[0];
        assert!(letter.from.contains("crm@berg.example") && letter.to.contains("sven@berg.example"));
        assert_eq!(letter.header("Subject"), "Mia Berg named you on Anna Berg");
        assert_eq!(letter.header("Auto-Submitted"), "auto-generated");
        let text = letter.read();
        assert!(text.contains("multipart/alternative"), "{text}");
        assert!(
            text.contains("> @Sven Ek call <her>") && text.contains("call &lt;her&gt;</blockquote>"),
            "{text}"
        );
        assert!(text.contains(&format!("https://crm.berg.example/people/{anna}#comment-")), "{text}");
        assert!(text.contains("https://crm.berg.example/settings/notifications"), "{text}");
        // What was read meanwhile is not sent, and several are one letter.
        name_sven(bed, anna, "@Sven Ek once");
        bed.sven().get(&format!("/people/{anna}")).is(200);
        bed.advance(3 * MINUTE);
        bed.run_jobs();
        assert!(server.got().is_empty());
        let bo = bed.person("Bo Dahl").save();
        name_sven(bed, anna, "@Sven Ek twice");
        name_sven(bed, bo, "@Sven Ek thrice");
        bed.advance(3 * MINUTE);
        bed.run_jobs();
        let got = server.got();
        assert_eq!((got.len(), got[0].header("Subject")), (1, "2 notifications"));
        // A comment on what he follows is not among what he chose.
        name_sven(bed, bo, "Nobody is named");
        bed.advance(3 * MINUTE);
        bed.run_jobs();
        assert!(server.got().is_empty());
        assert_eq!(bed.db().read(&bed.sven().scope(), notices::unread).unwrap(), 3);
    });
}

#[test]
fn a_letter_tells_nothing_of_a_card_that_is_no_longer_seen_nor_anything_to_who_has_left() {
    on_each_database(|bed| {
        let server = MailServer::start();
        set_up(bed, &server.address);
        by_mail(bed);
        let anna = bed.person("Anna Berg").save();
        name_sven(bed, anna, "@Sven Ek look");
        let rights = serde_json::from_str(r#"{"objects":{"*":{"see":"own"}}}"#).unwrap();
        let sven = bed.sven().user;
        let limited = bed.db().write(&bed.ivan().scope(), |tx| {
            let role = identity::roles::add(tx, "Limited")?;
            identity::roles::change(tx, role, &rights)?;
            identity::roles::give(tx, sven, &[role])?;
            Ok(role)
        });
        bed.advance(3 * MINUTE);
        bed.run_jobs();
        assert!(server.got().is_empty());
        let role = limited.unwrap();
        bed.db()
            .write(&bed.ivan().scope(), |tx| identity::roles::give(tx, sven, &[]).map(|()| role))
            .unwrap();
        name_sven(bed, anna, "@Sven Ek look again");
        bed.db().write(&bed.mia().scope(), |tx| identity::members::remove(tx, sven)).unwrap();
        bed.advance(3 * MINUTE);
        bed.run_jobs();
        assert!(server.got().is_empty());
    });
}

#[test]
fn a_server_that_refuses_for_now_is_asked_again_with_the_same_letter() {
    on_each_database(|bed| {
        let server = MailServer::start();
        set_up(bed, &server.address);
        server.answers(451);
        bed.mia().post_on("/settings/mail/test", &[]).shows("The letter is on its way");
        bed.run_jobs();
        let first = server.got();
        bed.mia().get("/settings/mail").shows("does not take letters").shows("Waiting").shows("so be it");
        bed.run_jobs();
        assert!(server.got().is_empty(), "not before it is time");
        server.answers(250);
        bed.advance(2 * MINUTE);
        bed.run_jobs();
        let second = server.got();
        assert_eq!((first.len(), second.len()), (1, 1));
        assert_eq!(first[0].header("Message-ID"), second[0].header("Message-ID"));
        assert!(first[0].header("Message-ID").ends_with("@berg.example>"));
        let mail = newest(bed);
        assert_eq!((mail.state, mail.attempts, mail.plain.as_str()), (State::Sent, 2, ""));
        bed.mia().get("/settings/mail").shows("Sent").hides("does not take letters");
        bed.mia().get(&format!("/settings/mail/{}", mail.id)).shows("What was sent is not kept");
        bed.mia().post(&format!("/settings/mail/{}/again", mail.id), &[]).is(409);
    });
}

#[test]
fn a_server_that_refuses_for_good_is_believed_and_one_that_is_away_is_waited_for() {
    on_each_database(|bed| {
        let server = MailServer::start();
        set_up(bed, &server.address);
        server.answers(550);
        bed.mia().post("/settings/mail/test", &[]).is(303);
        bed.run_jobs();
        let mail = newest(bed);
        assert_eq!(mail.state, State::Failed);
        let page = format!("/settings/mail/{}", mail.id);
        bed.mia().get(&page).shows("Failed").shows("550").shows("If you read this, letters arrive");
        bed.advance(3 * DAY);
        bed.run_jobs();
        assert_eq!(server.got().len(), 1);
        server.answers(250);
        bed.mia().post(&format!("{page}/again"), &[]).is(303);
        bed.run_jobs();
        assert_eq!(newest(bed).state, State::Sent);
        // Nobody listens there.
        let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
        set_up(bed, &gone);
        bed.mia().post("/settings/mail/test", &[]).is(303);
        bed.run_jobs();
        assert_eq!(newest(bed).state, State::Waiting);
        for _ in 0..20 {
            bed.advance(12 * HOUR);
            bed.run_jobs();
        }
        let mail = newest(bed);
        assert_eq!((mail.state, mail.attempts), (State::Failed, 10));
    });
}

#[test]
fn without_a_server_letters_are_kept_and_read_by_administrators() {
    on_each_database(|bed| {
        let invite =
            |role| [("email", "new@berg.example"), ("role", role), ("way", "mail"), ("language", "da")];
        bed.ivan()
            .post_on("/settings/invitations", &invite("member"))
            .shows("is kept in the mail outbox")
            .shows("Kept here");
        let mail = newest(bed);
        assert_eq!(
            (mail.state, mail.subject.as_str()),
            (State::Kept, "Ivan Petrov inviterer dig til Berg Marine")
        );
        let page =
            bed.ivan().get(&format!("/settings/mail/{}", mail.id)).shows("Tag imod invitationen").text();
        let token =
            page.split("/invitations/").nth(1).unwrap().split(['"', '<', '\n']).next().unwrap().to_owned();
        bed.stranger().get(&format!("/invitations/{token}")).shows("Berg Marine");
        bed.ivan().post(&format!("/settings/mail/{}/again", mail.id), &[]).is(409);
        for path in ["/settings/mail".to_owned(), format!("/settings/mail/{}", mail.id)] {
            bed.sven().get(&path).is(403);
        }
        // Sending again makes a new link, and the one before ends.
        let invitation = bed.read(|cx| Ok(identity::invitations::list(cx)?[0].id));
        bed.ivan().post(&format!("/settings/invitations/{invitation}/again"), &[]).is(303);
        bed.stranger().get(&format!("/invitations/{token}")).is(409);
        assert!(newest(bed).plain.contains("inviterer dig"), "in the same language");
        // An owner's invitation is for owners.
        bed.mia().post("/settings/invitations", &invite("owner")).is(303);
        let mail = newest(bed);
        bed.ivan()
            .get(&format!("/settings/mail/{}", mail.id))
            .shows("for owners to read")
            .hides("/invitations/");
        bed.mia().get(&format!("/settings/mail/{}", mail.id)).shows("/invitations/");
        bed.ivan()
            .post(
                "/settings/invitations",
                &[("email", "b@berg.example"), ("role", "member"), ("way", "mail"), ("language", "xx")],
            )
            .is(422);
    });
}

#[test]
fn an_invitation_arrives_by_mail_and_lets_its_reader_in() {
    on_each_database(|bed| {
        let server = MailServer::start();
        set_up(bed, &server.address);
        let form = [("email", "Gül@örnek.example"), ("role", "member"), ("way", "mail"), ("language", "en")];
        bed.mia().get("/settings/members").shows("From Kartotek &lt;crm@berg.example&gt;");
        bed.mia().post_on("/settings/invitations", &form).shows("is on its way").shows("Waiting");
        bed.run_jobs();
        let got = server.got();
        assert_eq!((got.len(), got[0].header("Subject")), (1, "Mia Berg invites you to Berg Marine"));
        let text = got[0].read();
        let link = text.split("https://crm.berg.example").nth(1).unwrap();
        let link = link.split(['\r', '"']).next().unwrap();
        bed.stranger().get(link).shows("Berg Marine");
        bed.mia().get("/settings/members").shows("Sent");
        let program = bed.program(Role::Member);
        program.get("/api/v1/people").is(200);
    });
}
