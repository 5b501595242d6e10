//! A database with a workspace in it, and what the tests do again and again.

use std::{
    io::Write,
    path::{Path, PathBuf},
    sync::Arc,
};

use jobs::Registry;
use kernel::{
    Clock, Country, Currency, Cx, Db, Id, Language, Locality, Result, Scope, Timestamp, Tx, db::Address,
};
use records::{
    Json, Query, Record,
    files::FileStore,
    import::{self, Import, Mode},
    object, query,
    save::{self, Values},
};

use crate::cast;

/// A database of its own for one test, gone when dropped.
pub struct Office {
    pub db: Db,
    pub clock: Clock,
    pub workspace: Id,
    folder: PathBuf,
    postgres: Option<(String, String)>,
}

/// A fresh one of each kind.
pub fn offices() -> Vec<Office> {
    let mut offices = vec![Office::sqlite()];
    offices.extend(Office::postgres());
    offices
}

fn fresh_name() -> String {
    format!("kartotek_test_{}", Id::new(Timestamp::system_now()))
}

impl Office {
    pub fn sqlite() -> Office {
        let folder = std::env::temp_dir().join(fresh_name());
        Office::at(Address::File(folder.join("kartotek.db")), folder, None)
    }

    pub fn postgres() -> Option<Office> {
        let server = std::env::var("KARTOTEK_TEST_POSTGRES").ok()?;
        let name = fresh_name();
        run_on_server(&server, &format!("CREATE DATABASE {name} TEMPLATE template0"));
        let address = Address::Postgres(format!("{}/{name}", server.rsplit_once('/').unwrap().0));
        Some(Office::at(address, std::env::temp_dir().join(&name), Some((server, name))))
    }

    fn at(address: Address, folder: PathBuf, postgres: Option<(String, String)>) -> Office {
        let start = Timestamp::from_micros(cast::START);
        let clock = Clock::stopped_at(start);
        let db = cast::open(&address, clock.clone(), FileStore { folder: folder.join("files") });
        // So that only the jobs under test are due.
        jobs::run_due(&db, &Registry::new()).unwrap();
        Office { db, clock, workspace: Id::new(start), folder, postgres }
    }

    pub fn scope(&self) -> Scope {
        Scope { locality: Arc::new(danish()), ..Scope::system(self.workspace) }
    }

    pub fn write<T>(&self, work: impl FnOnce(&mut Tx) -> Result<T>) -> T {
        self.db.write(&self.scope(), work).unwrap()
    }

    pub fn read<T>(&self, work: impl FnOnce(&Cx) -> Result<T>) -> T {
        self.db.read(&self.scope(), work).unwrap()
    }

    /// Runs all jobs that are due.
    pub fn work(&self) {
        jobs::run_due(&self.db, &registry()).unwrap();
    }

    /// A file with these bytes, kept for an import of this name.
    pub fn begin(&self, name: &str, bytes: impl AsRef<[u8]>) -> Id {
        self.try_begin(name, bytes).unwrap()
    }

    pub fn try_begin(&self, name: &str, bytes: impl AsRef<[u8]>) -> Result<Id> {
        let path = self.folder.join(name);
        std::fs::create_dir_all(&self.folder).unwrap();
        std::fs::File::create(&path).unwrap().write_all(bytes.as_ref()).unwrap();
        let store = FileStore { folder: self.folder.join("files") };
        let kept = import::keep(&store, &path).unwrap();
        self.db.write(&self.scope(), |tx| import::begin(tx, name, &kept))
    }

    /// A folder for whatever a test needs besides.
    pub fn folder(&self) -> &Path {
        std::fs::create_dir_all(&self.folder).unwrap();
        &self.folder
    }

    /// Maps the file as proposed, starts it and lets it end.
    pub fn import(&self, name: &str, bytes: impl AsRef<[u8]>, mode: Mode, match_by: &[&str]) -> Import {
        let id = self.begin(name, bytes);
        self.choose(id, mode, match_by);
        self.write(|tx| import::start(tx, id));
        self.work();
        self.import_of(id)
    }

    pub fn choose(&self, id: Id, mode: Mode, match_by: &[&str]) {
        let match_by: Vec<String> = match_by.iter().map(|key| (*key).to_owned()).collect();
        let mapping = self.import_of(id).mapping;
        self.write(|tx| import::set_mapping(tx, id, mapping, mode, &match_by));
    }

    pub fn import_of(&self, id: Id) -> Import {
        self.read(|cx| import::find(cx, id))
    }

    /// The living records of an object, in the order of their creation.
    pub fn all(&self, object: &str) -> Vec<Record> {
        self.read(|cx| {
            let object = object::object(cx, object)?;
            let mut query = Query { sort: vec![query::Sort::parse("created_at")], ..Query::default() };
            let mut found = Vec::new();
            loop {
                let page = query::page(cx, &object, &query, &[], 1000)?;
                found.extend(page.records);
                query.after = page.next;
                if query.after.is_none() {
                    return Ok(found);
                }
            }
        })
    }

    /// The only living record whose title is this.
    pub fn called(&self, object: &str, title: &str) -> Record {
        let reading = self.read(|cx| Ok(records::field::Reading::plain(cx)));
        let mut found: Vec<Record> =
            self.all(object).into_iter().filter(|record| record.title(&reading) == title).collect();
        assert_eq!(found.len(), 1, "{title}");
        found.remove(0)
    }

    /// The titles of the living records of an object, sorted.
    pub fn titles(&self, object: &str) -> Vec<String> {
        let reading = self.read(|cx| Ok(records::field::Reading::plain(cx)));
        let mut titles: Vec<String> = self.all(object).iter().map(|record| record.title(&reading)).collect();
        titles.sort();
        titles
    }

    pub fn create(&self, object: &str, values: Json) -> Id {
        self.write(|tx| {
            let object = object::object(tx, object)?;
            let mut set = records::ChangeSet::new(tx, "change-created");
            let values: Values = values.as_object().unwrap().clone();
            let id = save::create(tx, &mut set, &object, values)?;
            set.close(tx)?;
            Ok(id)
        })
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.postgres {
            run_on_server(server, &format!("DROP DATABASE {name} WITH (FORCE)"));
        }
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

pub fn registry() -> Registry {
    let mut registry = Registry::new();
    import::register(&mut registry);
    registry.scope_with(|_, scope| Scope { locality: Arc::new(danish()), ..scope.clone() });
    registry
}

fn danish() -> Locality {
    Locality {
        language: Language::Danish,
        country: Country::new("DK").unwrap(),
        currency: Currency::new("DKK").unwrap(),
        ..Locality::default()
    }
}

fn run_on_server(server: &str, sql: &str) {
    let mut client = postgres::Client::connect(server, postgres::NoTls).unwrap();
    client.batch_execute(sql).unwrap();
}

/// The addresses of a value of the emails field.
pub fn emails(record: &Record) -> Vec<String> {
    let items = record.get("emails").as_array().into_iter().flatten();
    items.map(|item| item["address"].as_str().unwrap().to_owned()).collect()
}
