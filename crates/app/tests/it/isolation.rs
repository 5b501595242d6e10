//! Two workspaces never see each other: every address, called with keys of the other workspace, says that there is
//! nothing, and nothing has changed.

use std::collections::BTreeMap;

use identity::units::{self, NewUnit};
use kernel::{Cx, Id, Result, Role};
use testbed::{File, Testbed, on_each_database};
use web::Method;

use crate::routes;

/// The beginning of one, by which it is known.
const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

/// One of everything that has a key.
fn belongings(bed: &Testbed) -> BTreeMap<&'static str, Id> {
    let company = bed.company("Berg Marine").email("info@berg.example").save();
    let person = bed.person("Anna Berg").email("anna@berg.example").phone("+4531425510").at(company).save();
    let other = bed.person("Bo Berg").save();
    let household = bed.household("Berg").save();
    let note = bed.note(person, "Likes the sea").save();
    let call = bed.call(person, "reached").save();
    let comment = bed.record("comment").with("text", "Who calls her?").about("person", person).save();
    let appointment = bed.appointment("Visit", bed.db().clock().now()).about("person", person).save();
    let resource = bed.record("resource").with("name", "Chart room").save();
    let task = bed.task("Send the offer").about("person", person).save();
    let link = bed.link("spouse", ("person", person), ("person", other));
    let file = bed.write(|tx| Ok(records::files::add(tx, "a.png", PICTURE)?.id));
    let unit = bed.write(|tx| {
        let new = NewUnit { kind: "team".into(), name: "Berg's own".into(), parent: None };
        let unit = units::add(tx, &new)?;
        units::join(tx, unit, bed.sven().user)?;
        Ok(unit)
    });
    let own_role = bed.write(|tx| {
        let role = identity::roles::add(tx, "Berg's own role")?;
        identity::roles::give(tx, bed.sven().user, &[role])?;
        Ok(role)
    });
    let set = bed.read(|cx| Ok(records::changes::recent(cx, None, 1)?[0].id));
    bed.mia().post("/settings/invitations", &[("email", "new@berg.example"), ("role", "member")]);
    let invitation = bed.read(|cx| Ok(identity::invitations::list(cx)?[0].id));
    bed.mia().upload(
        "/import",
        &[],
        &[File { field: "file", name: "a.csv", bytes: b"Name,E-mail\nCem Kaya,cem@kaya.example\n" }],
    );
    let import = bed.read(|cx| Ok(records::import::list(cx, None, 1)?[0].id));
    bed.mia().post(&format!("/imports/{import}/try"), &[]);
    let job = bed.read(|cx| Ok(records::import::find(cx, import)?.job)).expect("a job");
    bed.run_jobs();
    let letter =
        bed.mia().post("/settings/templates", &[("name", "Christmas"), ("from", "birthday")]).location();
    let letter = letter.rsplit('/').next().and_then(|key| key.parse().ok()).expect("a letter");
    let print = bed.write(|tx| {
        let id = tx.new_id();
        tx.execute(
            "INSERT INTO prints (workspace_id, id, asked, job_id, created_by, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            &[
                tx.workspace().into(),
                id.into(),
                "object=person".into(),
                job.into(),
                tx.actor().user().into(),
                tx.now().into(),
            ],
        )?;
        Ok(id)
    });
    let (key, _) = bed.write(|tx| identity::api_keys::create(tx, "Web shop", Role::Member, 0));
    let (webhook, delivery) = bed.write(|tx| {
        let reach = outgoing::Reach::Internet;
        let webhook = workbench::webhooks::create(tx, "Accounting", "https://berg.example/hook", "", reach)?;
        Ok((webhook, workbench::webhooks::test(tx, webhook)?))
    });
    bed.write(|tx| workbench::webhooks::pause(tx, webhook));
    bed.mia().post("/settings/mail/test", &[]);
    let letter_sent = bed.read(|cx| Ok(mail::list(cx, None, 1)?[0].id));
    bed.sven().post("/composer/comment", &[("about", &format!("person:{person}")), ("text", "@Mia Berg")]);
    let notice = bed.read(|cx| Ok(records::notices::page(cx, None, false, 1)?[0].id));
    BTreeMap::from([
        ("person", person),
        ("company", company),
        ("household", household),
        ("note", note),
        ("call", call),
        ("task", task),
        ("appointment", appointment),
        ("resource", resource),
        ("comment", comment),
        ("link", link),
        ("file", file),
        ("set", set),
        ("invitation", invitation),
        ("import", import),
        ("job", job),
        ("letter", letter),
        ("print", print),
        ("user", bed.mia().user),
        ("unit", unit),
        ("own_role", own_role),
        ("key", key),
        ("webhook", webhook),
        ("delivery", delivery),
        ("mail", letter_sent),
        ("notice", notice),
    ])
}

/// Everything that the workspace has.
fn everything(bed: &Testbed) -> String {
    let own = [
        "changes",
        "change_sets",
        "links",
        "link_kinds",
        "timeline",
        "visits",
        "files",
        "imports",
        "jobs",
        "memberships",
        "units",
        "unit_members",
        "roles",
        "user_roles",
        "shares",
        "open_id_providers",
        "invitations",
        "lookups",
        "print_templates",
        "prints",
        "merges",
        "duplicates",
        "duplicate_scans",
        "night_merges",
        "api_keys",
        "secret_addresses",
        "app_passwords",
        "dav_collections",
        "dav_members",
        "dav_names",
        "reminders",
        "appointment_invitations",
        "appointment_links",
        "api_answers",
        "webhooks",
        "webhook_deliveries",
        "mails",
        "following",
        "notices",
        "notice_choices",
    ];
    let objects: Vec<&str> = bed.app.catalog.objects().iter().map(|object| object.table).collect();
    let all = |cx: &Cx| -> Result<String> {
        let mut text = String::new();
        for table in own.iter().chain(&objects) {
            let mut rows: Vec<String> = cx
                .query(&format!("SELECT * FROM {table} WHERE workspace_id = ?1"), &[cx.workspace().into()])?
                .iter()
                .map(|row| format!("{row:?}"))
                .collect();
            rows.sort();
            text.push_str(&format!("{table}\n{}\n", rows.join("\n")));
        }
        Ok(text)
    };
    bed.read(all)
}

#[test]
fn the_keys_of_another_workspace_lead_nowhere() {
    on_each_database(|bed| {
        let belongings = belongings(bed);
        let before = everything(bed);
        let olga = bed.olga();
        let mut asked = 0;
        // What programs are answered stands in `api::rules`, what devices are in `dav::doors`.
        let pages = |route: &&routes::Route| {
            has_key(&route.path) && !route.is_for_programs() && !route.is_for_devices()
        };
        for route in routes::table(bed).iter().filter(pages) {
            for (what, id) in &belongings {
                let about = format!("{what}:{id}");
                let form = [
                    ("about", about.as_str()),
                    ("to", about.as_str()),
                    ("kind", "spouse"),
                    ("name", "Taken"),
                    ("text", "x"),
                    ("subject", "x"),
                    ("outcome", "reached"),
                    ("seen", "null"),
                ];
                let path = route.filled(&id.to_string());
                let answer = if path.ends_with("/photo") && route.method == Method::POST {
                    olga.upload(&path, &[], &[File { field: "photo", name: "a.png", bytes: PICTURE }])
                } else if path.ends_with("/move") {
                    olga.post(&path, &[("to", "tomorrow 10:00")])
                } else {
                    olga.submit(route.method.clone(), &path, &form)
                };
                assert_eq!(
                    answer.status,
                    404,
                    "{} with the {what} of others\n{}",
                    route.name(),
                    answer.text()
                );
                asked += 1;
            }
        }
        assert!(asked > 300, "{asked}");
        assert_eq!(everything(bed), before);
        bed.leave_jobs();
    });
}

fn has_key(path: &str) -> bool {
    let keys = path.split('/').filter(|part| part.starts_with('{'));
    let mut others =
        keys.filter(|key| !["{field}", "{channel}", "{kind}", "{object}", "{role}", "{token}"].contains(key));
    others.next().is_some()
}

#[test]
fn lists_searches_and_exports_show_nothing_of_others() {
    on_each_database(|bed| {
        let belongings = belongings(bed);
        let olga = bed.olga();
        let person = belongings["person"];
        let company = belongings["company"];
        for path in [
            "/people",
            "/companies",
            "/households",
            "/search?q=berg",
            "/pick?object=person&q=berg",
            "/today",
            "/history",
            "/trash",
            "/import",
            "/settings/members",
            "/settings/organisation",
            "/settings/roles",
            "/settings/jobs",
            "/jobs",
            "/people/export.csv",
            "/print?object=person",
            "/print?object=company&what=letters",
            "/people/export.vcf",
            &format!("/people/merge?id={}&q=berg", bed.person("Own Card").by(&olga).save()),
            "/companies/export.csv",
            "/export/workspace",
        ] {
            let answer = olga.get(path);
            assert!(answer.status < 400, "{path}: {}", answer.status);
            for told in [
                "Anna Berg",
                "anna@berg.example",
                "Likes the sea",
                "Berg's own",
                &person.to_string(),
                &company.to_string(),
            ] {
                assert!(!answer.contains(told), "{path} tells `{told}`");
            }
        }
        for path in [format!("/people?company={company}"), format!("/people/new?company=company:{company}")] {
            olga.get(&path).hides("Berg Marine");
        }
        bed.leave_jobs();
    });
}

#[test]
fn forms_that_name_cards_of_others_change_nothing() {
    on_each_database(|bed| {
        let belongings = belongings(bed);
        let before = everything(bed);
        let olga = bed.olga();
        let own = bed.person("Own Card").by(&olga).save();
        let own_id = own.to_string();
        let (person, company) = (belongings["person"], belongings["company"]);
        let company = format!("company:{company}");
        let about = format!("person:{person}");
        for (path, form) in [
            ("/people/merge".to_owned(), vec![("id", own_id.as_str()), ("id", &about["person:".len()..])]),
            ("/people/bulk".to_owned(), vec![("do", "trash"), ("id", &about["person:".len()..])]),
            ("/people".to_owned(), vec![("name", "Eve"), ("company", company.as_str())]),
            (format!("/people/{own}"), vec![("name", "Own Card"), ("company", company.as_str())]),
            (format!("/people/{own}/links"), vec![("kind", "spouse"), ("to", about.as_str())]),
            ("/composer/note".to_owned(), vec![("text", "x"), ("about", about.as_str())]),
            (
                "/composer/call".to_owned(),
                vec![("outcome", "do_not_call"), ("direction", "out"), ("about", about.as_str())],
            ),
            ("/composer/task".to_owned(), vec![("subject", "x"), ("about", about.as_str())]),
        ] {
            let answer = olga.post(&path, &form);
            assert!(answer.status < 500, "{path}: {}\n{}", answer.status, answer.text());
            assert!(!answer.contains("Berg Marine") && !answer.contains("Anna Berg"), "{path} tells a name");
        }
        assert_eq!(everything(bed), before);
        bed.leave_jobs();
    });
}

#[test]
fn whoever_is_removed_sees_nothing_any_more() {
    on_each_database(|bed| {
        let sven = bed.sven();
        sven.get("/people").is(200);
        bed.write(|tx| identity::members::set_role(tx, sven.user, Role::ReadOnly));
        sven.post("/people", &[("name", "Too late")]).is(403);
        bed.write(|tx| identity::members::remove(tx, sven.user));
        assert!(sven.get("/people").location().starts_with("/sign-in"));
    });
}
