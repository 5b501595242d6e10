//! What each member wants to be told, and whether they follow cards by taking part. Only what differs from the usual is kept:
//! everything in the product, nothing by mail.

use std::{collections::HashMap, sync::Arc};

use kernel::{Cx, Error, Id, Result, Tx, Value};

use super::Kind;

/// How somebody wants to be told of one kind of news.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ways {
    pub shown: bool,
    pub mailed: bool,
}

impl Default for Ways {
    fn default() -> Ways {
        Ways { shown: true, mailed: false }
    }
}

/// The key under which it stands whether somebody follows by taking part.
const FOLLOW: &str = "follow";

/// The choices of a workspace's members.
#[derive(Debug, Default)]
pub struct Choices(HashMap<(Id, String), Ways>);

impl Choices {
    pub fn ways(&self, user: Id, kind: Kind) -> Ways {
        self.of(user, kind.key())
    }

    /// Whether they follow what they comment on, are named in and are responsible for.
    pub fn follows_by_itself(&self, user: Id) -> bool {
        self.of(user, FOLLOW).shown
    }

    fn of(&self, user: Id, key: &str) -> Ways {
        self.0.get(&(user, key.to_owned())).copied().unwrap_or_default()
    }
}

/// Looked up once in a unit of work.
pub fn of_workspace(cx: &Cx) -> Result<Arc<Choices>> {
    cx.once(|| {
        let rows = cx.query(
            "SELECT user_id, kind, shown, mailed FROM notice_choices WHERE workspace_id = ?1",
            &[cx.workspace().into()],
        )?;
        let mut found = HashMap::with_capacity(rows.len());
        for row in &rows {
            let ways = Ways { shown: row.int(2) != 0, mailed: row.int(3) != 0 };
            found.insert((row.get(0)?, row.text(1).to_owned()), ways);
        }
        Ok(Arc::new(Choices(found)))
    })
}

/// The actor chooses how to be told of a kind.
pub fn choose(tx: &mut Tx, kind: Kind, ways: Ways) -> Result<()> {
    put(tx, kind.key(), ways)
}

/// The actor chooses whether taking part is following.
pub fn follow_by_itself(tx: &mut Tx, follows: bool) -> Result<()> {
    put(tx, FOLLOW, Ways { shown: follows, mailed: false })
}

fn put(tx: &mut Tx, key: &str, ways: Ways) -> Result<()> {
    let user = tx.actor().user().ok_or(Error::Denied)?;
    tx.forget::<Choices>();
    if ways == Ways::default() {
        let sql = "DELETE FROM notice_choices WHERE workspace_id = ?1 AND user_id = ?2 AND kind = ?3";
        return tx.execute(sql, &[tx.workspace().into(), user.into(), key.into()]).map(drop);
    }
    let params: [Value; 5] = [
        tx.workspace().into(),
        user.into(),
        key.into(),
        Value::Int(i64::from(ways.shown)),
        Value::Int(i64::from(ways.mailed)),
    ];
    tx.execute(
        "INSERT INTO notice_choices (workspace_id, user_id, kind, shown, mailed) VALUES (?1, ?2, ?3, ?4, ?5) \
         ON CONFLICT (workspace_id, user_id, kind) DO UPDATE SET shown = excluded.shown, mailed = excluded.mailed",
        &params,
    )?;
    Ok(())
}
