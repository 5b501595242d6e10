//! A whole workspace out and in again, within one kind of database and between the two.

use std::{
    io::Cursor,
    sync::{Arc, Mutex},
};

use kernel::{Cx, Error, Result, Tx};
use records::{
    ChangeSet, Json,
    export::{self, Extra, Extras},
    import::Mode,
    links::{self, NewLink},
    object, save,
};
use serde_json::json;

use crate::office::{Office, offices};

/// Every table of an archive by its file, its lines sorted; the files too.
fn contents(archive: &[u8]) -> Vec<(String, Vec<String>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut found = Vec::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        std::io::copy(&mut file, &mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        if name != "manifest.json" {
            found.push((name, lines));
        }
    }
    found.sort();
    found
}

fn archive(office: &Office) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    export::workspace(&office.db, &office.scope(), &mut out).unwrap();
    out.into_inner()
}

fn furnish(office: &Office) {
    let file = "name,emails,company,phones\nAnna Berg,anna@berg.dk,Berg A/S,31425510\nBo Holm,bo@holm.dk,Berg A/S,\n王小明,wang@x.cn,,\n";
    office.import("a.csv", file, Mode::Create, &[]);
    let (anna, bo) = (office.called("person", "Anna Berg").id, office.called("person", "Bo Holm").id);
    office.write(|tx| {
        let mut set = ChangeSet::new(tx, "change-edited");
        let person = object::object(tx, "person")?;
        links::add_kind(tx, "person", "person", "Coach of", "Coached by")?;
        links::add(tx, &mut set, &NewLink::new("spouse", ("person", anna), ("person", bo)))?;
        let photo = records::files::add(tx, "anna.gif", b"GIF89a\x01\x00\x01\x00\x00\x00\x00")?;
        let values = json!({ "photo": photo.value(), "job_title": "Director" });
        save::edit(
            tx,
            &mut set,
            &person,
            anna,
            values.as_object().unwrap().clone(),
            &serde_json::Map::new(),
        )?;
        set.close(tx)
    });
    office.write(|tx| {
        let (team, role, id) = (tx.new_id(), tx.new_id(), tx.new_id());
        tx.execute(
            "INSERT INTO units (workspace_id, id, parent_id, kind, name, created_at) VALUES (?1, ?2, ?3, 'team', 'Harbour', 1)",
            &[tx.workspace().into(), team.into(), kernel::Id::NIL.into()],
        )?;
        tx.execute(
            "INSERT INTO roles (workspace_id, id, name, rights, created_at) VALUES (?1, ?2, 'Reader', '{}', 1)",
            &[tx.workspace().into(), role.into()],
        )?;
        tx.execute(
            "INSERT INTO views (workspace_id, id, object, name, address, scope, owner_id, unit_id, position, created_at) \
             VALUES (?1, ?2, 'person', 'Directors', 'q=director', 'team', ?3, ?4, 1, 2)",
            &[tx.workspace().into(), id.into(), kernel::Id::NIL.into(), team.into()],
        )?;
        tx.execute(
            "INSERT INTO view_defaults (workspace_id, object, unit_id, view_id) VALUES (?1, 'person', ?2, ?3)",
            &[tx.workspace().into(), team.into(), id.into()],
        )?;
        Ok(())
    });
    office.create(
        "note",
        json!({ "text": "Called", "about": format!("person:{anna}"), "at": 1_700_000_000_000_000_i64 }),
    );
    let gone =
        office.create("person", json!({ "name": "Gone Away", "emails": [{ "address": "gone@x.dk" }] }));
    office.write(|tx| {
        let mut set = ChangeSet::new(tx, "change-trashed");
        let person = object::object(tx, "person")?;
        save::trash(tx, &mut set, &person, gone)
    });
}

/// What the archive does not hold but is made anew.
fn derived(office: &Office) -> Vec<String> {
    office.read(|cx| {
        let mut found = Vec::new();
        for typed in ["berg", "小明", "3142", "gone", "director"] {
            let mut hits: Vec<String> =
                records::search::find(cx, typed, None, 20)?.into_iter().map(|hit| hit.title).collect();
            hits.sort();
            found.push(format!("{typed}: {}", hits.join(", ")));
        }
        let rows =
            cx.query("SELECT kind, value, record_id, object, detail FROM lookups ORDER BY kind, value", &[])?;
        found.extend(rows.iter().map(|row| format!("{row:?}")));
        let rows = cx.query("SELECT card_id, at, record_id, object FROM timeline ORDER BY at", &[])?;
        assert_eq!(rows.len(), 1);
        found.extend(rows.iter().map(|row| format!("{row:?}")));
        Ok(found)
    })
}

#[test]
fn a_workspace_is_the_same_after_it_was_restored_elsewhere() {
    for from in offices() {
        furnish(&from);
        let taken = archive(&from);
        for name in ["units", "roles", "views", "view_defaults", "file_holders"] {
            let name = format!("tables/{name}.jsonl");
            let held = contents(&taken).into_iter().find(|(file, _)| *file == name);
            assert_eq!(held.map(|(_, lines)| lines.len()), Some(1), "{name}");
        }
        for to in offices() {
            let restored = export::restore(&to.db, &to.scope(), Cursor::new(&taken)).unwrap();
            assert_eq!(restored.records, 6);
            assert_eq!(contents(&archive(&to)), contents(&taken));
            assert_eq!(derived(&to), derived(&from));
            let anna = to.called("person", "Anna Berg");
            assert_eq!(to.read(|cx| links::of(cx, anna.id)).len(), 2);
            let again = export::restore(&to.db, &to.scope(), Cursor::new(&taken));
            assert!(matches!(again, Err(Error::Conflict(_))));
        }
    }
}

#[test]
fn an_archive_is_made_by_a_job_too() {
    for office in offices() {
        furnish(&office);
        let job = office.write(|tx| jobs::enqueue(tx, &export::WorkspaceExportJob {}));
        office.work();
        let store = office.read(|cx| Ok(cx.part::<records::files::FileStore>()));
        let bytes = std::fs::read(export::exported_file(&store, job)).unwrap();
        assert_eq!(contents(&bytes), contents(&archive(&office)));
    }
}

#[test]
fn what_is_no_archive_of_ours_is_refused_and_leaves_nothing() {
    for office in offices() {
        let restored = export::restore(&office.db, &office.scope(), Cursor::new(b"PK nothing"));
        assert!(matches!(restored, Err(Error::Invalid(_))));
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("manifest.json", zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(
            &mut zip,
            br#"{"format":"kartotek","version":99,"made_at":"","counts":{}}"#,
        )
        .unwrap();
        let newer = zip.finish().unwrap().into_inner();
        let restored = export::restore(&office.db, &office.scope(), Cursor::new(newer));
        match restored {
            Err(Error::Invalid(errors)) => assert_eq!(errors.0[0].1.key, "backup-too-new"),
            other => panic!("{other:?}"),
        }
        let member = kernel::Actor::User { id: office.workspace, role: kernel::Role::Member };
        let scope = kernel::Scope { actor: member, ..office.scope() };
        let denied = export::workspace(&office.db, &scope, &mut Cursor::new(Vec::new()));
        assert!(matches!(denied, Err(Error::Denied)));
    }
}

/// Settings of another crate.
struct Colours(Arc<Mutex<Vec<Json>>>);

impl Extra for Colours {
    fn name(&self) -> &str {
        "colours"
    }

    fn write(&self, _: &Cx, each: &mut dyn FnMut(Json) -> Result<()>) -> Result<()> {
        each(json!({ "colour": "green" }))
    }

    fn restore(&self, _: &mut Tx, row: &Json) -> Result<()> {
        self.0.lock().unwrap().push(row.clone());
        Ok(())
    }
}

#[test]
fn tables_of_other_crates_travel_along() {
    for office in offices() {
        let seen = Arc::new(Mutex::new(Vec::new()));
        office.db.provide(Arc::new(Extras(vec![Box::new(Colours(seen.clone()))])));
        let taken = archive(&office);
        export::restore(&office.db, &office.scope(), Cursor::new(taken)).unwrap();
        assert_eq!(*seen.lock().unwrap(), [json!({ "colour": "green" })]);
    }
}
