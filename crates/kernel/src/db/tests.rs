//! How units of work share SQLite's only writer.

use std::{path::PathBuf, sync::mpsc::channel, thread, time::Duration};

use super::*;
use crate::Timestamp;

/// A database in a folder that is gone in the end.
struct Shop {
    db: Db,
    folder: PathBuf,
}

impl Shop {
    fn open() -> Shop {
        let folder = std::env::temp_dir().join(format!("kernel-{}", Id::new(Timestamp::system_now())));
        let db = Db::open(&Address::File(folder.join("test.db")), Clock::system(), 2).unwrap();
        db.batch("CREATE TABLE goods (name TEXT NOT NULL)").unwrap();
        Shop { db, folder }
    }

    fn put(&self, name: &str) -> impl FnOnce(&mut Tx) -> Result<u64> + use<> {
        let name = Value::from(name);
        move |tx| tx.execute("INSERT INTO goods (name) VALUES (?1)", &[name])
    }

    fn count(&self) -> i64 {
        let one = |cx: &Cx| cx.query_one("SELECT COUNT(*) FROM goods", &[]);
        self.db.read(&Scope::global(), one).unwrap().map_or(0, |row| row.int(0))
    }

    /// 1 is NORMAL, 2 is FULL.
    fn synchronous(&self) -> i64 {
        let one = |tx: &mut Tx| tx.query_one("PRAGMA synchronous", &[]);
        self.db.write(&Scope::global(), one).unwrap().map_or(0, |row| row.int(0))
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn what_is_synced_with_the_next_leaves_the_connection_as_it_was() {
    let shop = Shop::open();
    let scope = Scope::global();
    let inside = |tx: &mut Tx| tx.query_one("PRAGMA synchronous", &[]);
    assert_eq!(shop.db.write_unsynced(&scope, inside).unwrap().map(|row| row.int(0)), Some(1));
    assert_eq!(shop.synchronous(), 2);
    let failed: Result<()> = shop.db.write_unsynced(&scope, |tx| {
        shop.put("half")(tx)?;
        Err(crate::Error::conflict("test"))
    });
    assert!(failed.is_err());
    assert_eq!((shop.synchronous(), shop.count()), (2, 0));
    shop.db.write_unsynced(&scope, shop.put("whole")).unwrap();
    assert_eq!((shop.synchronous(), shop.count()), (2, 1));
}

#[test]
fn long_work_hears_that_others_want_to_write_and_what_is_in_passing_does_not_wait() {
    let shop = Shop::open();
    let scope = Scope::global();
    assert_eq!(shop.db.write_in_passing(&scope, shop.put("passing")).unwrap(), Some(1));
    thread::scope(|threads| {
        let (wrote, written) = channel();
        shop.db
            .write(&scope, |tx| {
                shop.put("long")(tx)?;
                assert!(!shop.db.is_writer_wanted());
                assert_eq!(shop.db.write_in_passing(&scope, shop.put("skipped"))?, None);
                let (shop, scope) = (&shop, &scope);
                threads.spawn(move || wrote.send(shop.db.write(scope, shop.put("waiting"))));
                while !shop.db.is_writer_wanted() {
                    thread::sleep(Duration::from_millis(1));
                }
                Ok(())
            })
            .unwrap();
        written.recv().unwrap().unwrap();
    });
    assert!(!shop.db.is_writer_wanted());
    assert_eq!(shop.count(), 3);
}
