//! The people of every test. Berg Marine has an owner, an administrator, a member and somebody who only reads;
//! another workspace has its own owner and knows nothing of them.

use std::sync::Arc;

use identity::{Device, FirstRun, NewUser, sessions};
use kernel::{Actor, Country, Currency, Db, Id, Language, Locality, Role, Scope, Timestamp, Tx, Value};

use crate::{Testbed, browser::Browser};

/// Everybody's.
pub const PASSWORD: &str = "correct horse battery";

/// One of the cast.
#[derive(Debug, Clone)]
pub struct Character {
    pub name: &'static str,
    pub email: String,
    pub user: Id,
    pub workspace: Id,
    pub role: Role,
    pub(crate) locality: Arc<Locality>,
    /// Of a session that is open.
    pub(crate) token: String,
}

pub(crate) struct Cast {
    pub(crate) now: Timestamp,
    pub(crate) mia: Character,
    ivan: Character,
    pub(crate) sven: Character,
    rita: Character,
    pub(crate) other: Character,
}

impl Testbed {
    /// The owner of Berg Marine.
    pub fn mia(&self) -> Browser<'_> {
        Browser::of(self, &self.cast.mia)
    }

    /// An administrator.
    pub fn ivan(&self) -> Browser<'_> {
        Browser::of(self, &self.cast.ivan)
    }

    /// A member.
    pub fn sven(&self) -> Browser<'_> {
        Browser::of(self, &self.cast.sven)
    }

    /// She only reads.
    pub fn rita(&self) -> Browser<'_> {
        Browser::of(self, &self.cast.rita)
    }

    /// The owner of another workspace.
    pub fn olga(&self) -> Browser<'_> {
        Browser::of(self, &self.cast.other)
    }

    /// Nobody we know.
    pub fn stranger(&self) -> Browser<'_> {
        Browser::stranger(self)
    }

    /// Who has this role at Berg Marine.
    pub fn with_role(&self, role: Role) -> Browser<'_> {
        match role {
            Role::ReadOnly => self.rita(),
            Role::Member => self.sven(),
            Role::Admin => self.ivan(),
            Role::Owner => self.mia(),
        }
    }
}

impl Cast {
    /// Everybody comes in.
    pub(crate) fn enter(db: &Db, now: Timestamp) -> Cast {
        let form = FirstRun {
            workspace_name: "Berg Marine".into(),
            language: "en".into(),
            country: "DK".into(),
            currency: "DKK".into(),
            time_zone: "Europe/Copenhagen".into(),
            name: "Mia Berg".into(),
            email: "mia@berg.example".into(),
            password: PASSWORD.into(),
        };
        let (workspace, mia) = identity::set_up(db, &form, |_| Ok(())).expect("the first run");
        let there = Scope { locality: locality(), ..Scope::system(workspace) };
        let hired = |name: &'static str, role| hire(db, &there, name, role);
        let ivan = hired("Ivan Petrov", Role::Admin);
        let sven = hired("Sven Ek", Role::Member);
        let rita = hired("Rita Holm", Role::ReadOnly);
        let elsewhere = Scope { locality: locality(), ..Scope::system(Id::new(now)) };
        db.write(&elsewhere, insert_workspace).expect("another workspace");
        let other = hire(db, &elsewhere, "Olga Other", Role::Owner);
        let mia = character(db, &there, "Mia Berg", "mia@berg.example", mia, Role::Owner);
        Cast { now, mia, ivan, sven, rita, other }
    }
}

fn hire(db: &Db, scope: &Scope, name: &'static str, role: Role) -> Character {
    let first = name.split(' ').next().unwrap_or(name).to_lowercase();
    let email = format!("{first}@berg.example");
    let new = NewUser { email: email.clone(), name: name.into(), password: PASSWORD.into(), role };
    let user = identity::create_user(db, scope, &new).expect("a new colleague");
    character(db, scope, name, &email, user, role)
}

fn character(db: &Db, scope: &Scope, name: &'static str, email: &str, user: Id, role: Role) -> Character {
    let device = Device { address: "192.0.2.7", user_agent: "Testbed" };
    let token = db.write(&Scope::global(), |tx| sessions::open(tx, user, scope.workspace, &device));
    Character {
        name,
        email: email.to_owned(),
        user,
        workspace: scope.workspace,
        role,
        locality: scope.locality.clone(),
        token: token.expect("a session"),
    }
}

impl Character {
    /// The scope of what they do.
    pub fn scope(&self) -> Scope {
        Scope {
            workspace: self.workspace,
            actor: Actor::User { id: self.user, role: self.role },
            locality: self.locality.clone(),
            through: "page",
        }
    }
}

fn locality() -> Arc<Locality> {
    let zone = jiff_zone();
    Arc::new(Locality {
        language: Language::English,
        country: Country::new("DK").expect("a country"),
        currency: Currency::new("DKK").expect("a currency"),
        time_zone: zone,
    })
}

fn jiff_zone() -> jiff::tz::TimeZone {
    jiff::tz::TimeZone::get("Europe/Copenhagen").expect("a time zone")
}

/// The product makes one workspace at the first run; a second one is put beside it here.
fn insert_workspace(tx: &mut Tx) -> kernel::Result<()> {
    let params: [Value; 7] = [
        tx.workspace().into(),
        "Other".into(),
        "en".into(),
        "DK".into(),
        "DKK".into(),
        "Europe/Copenhagen".into(),
        tx.now().into(),
    ];
    let sql = "INSERT INTO workspaces (id, name, language, country, currency, time_zone, created_at) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    tx.execute(sql, &params).map(drop)
}
