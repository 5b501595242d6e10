//! Where one size of the bench has its data, and the workspace in it.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, Result, anyhow};
use app::{
    config::{Config, Log, LogFormat},
    wiring,
};
use identity::{FirstRun, NewUser, workspaces};
use kernel::{Actor, Db, Id, Role, Scope, db::Address};

use crate::{options::Options, program::Program};

pub(crate) const EMAIL: &str = "owner@bench.example";
pub(crate) const PASSWORD: &str = "measured twice, cut once";
const COLLEAGUES: [&str; 7] = ["Anna", "Bo", "Celia", "Deniz", "Elena", "Fang", "Gustav"];

/// A folder of this size, removed at the end unless it is to be kept.
pub(crate) struct Home {
    pub(crate) folder: PathBuf,
    kept: bool,
}

impl Home {
    pub(crate) fn new(options: &Options, people: u64) -> Result<Home> {
        let (base, kept) = match &options.keep {
            Some(folder) => (folder.clone(), true),
            None => (PathBuf::from("target/bench"), false),
        };
        let folder = base.join(people.to_string());
        // What a run left that broke off is of no use.
        if folder.is_dir() && (!kept || !folder.join(FILLED).is_file()) {
            fs::remove_dir_all(&folder).with_context(|| format!("emptying {}", folder.display()))?;
        }
        fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
        Ok(Home { folder: fs::canonicalize(folder)?, kept })
    }

    /// Everything was imported by an earlier run.
    pub(crate) fn is_filled(&self) -> bool {
        self.folder.join(FILLED).is_file()
    }

    pub(crate) fn mark_filled(&self) -> Result<()> {
        Ok(fs::write(self.folder.join(FILLED), "")?)
    }
}

/// Stands in a folder whose database is complete.
const FILLED: &str = "filled";

impl Drop for Home {
    fn drop(&mut self) {
        if !self.kept && !std::thread::panicking() && fs::remove_dir_all(&self.folder).is_err() {
            eprintln!("{} could not be removed", self.folder.display());
        }
    }
}

/// The application on the database of a program, as the program itself opens it.
pub(crate) fn open(program: &Program) -> Result<Db> {
    let config = Config {
        data: program.folder.clone(),
        database: Address::parse(&program.database),
        listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
        url: None,
        mail: None,
        readers: 4,
        behind_proxy: false,
        https: false,
        api_per_minute: u32::MAX,
        webhooks_to_private_addresses: false,
        log: Log { level: "warn".to_owned(), format: LogFormat::Text },
    };
    // The parts that units of work need stay with the database.
    Ok(wiring::open(&config)?.db)
}

/// The only workspace, as its owner.
pub(crate) fn owner(db: &Db) -> Result<Scope> {
    let workspace = db.read(&Scope::global(), workspaces::all)?.into_iter().next();
    let workspace = workspace.ok_or_else(|| anyhow!("the database has no workspace"))?;
    let user = db.read(&Scope::global(), |cx| identity::users::find_by_email(cx, EMAIL))?;
    Ok(Scope {
        workspace: workspace.id,
        actor: Actor::User { id: user.id, role: Role::Owner },
        locality: Arc::new(workspace.locality()),
        through: "cli",
    })
}

/// Makes the workspace, its owner and the colleagues; their ids.
pub(crate) fn set_up(db: &Db) -> Result<Vec<Id>> {
    let form = FirstRun {
        workspace_name: "Bench".to_owned(),
        language: "en".to_owned(),
        country: "DK".to_owned(),
        currency: "DKK".to_owned(),
        time_zone: "Europe/Copenhagen".to_owned(),
        name: "Olga Owner".to_owned(),
        email: EMAIL.to_owned(),
        password: PASSWORD.to_owned(),
    };
    let (_, user) = identity::set_up(db, &form, |_| Ok(()))?;
    let scope = owner(db)?;
    let mut users = vec![user];
    for name in COLLEAGUES {
        let new = NewUser {
            email: format!("{}@bench.example", name.to_lowercase()),
            name: format!("{name} Colleague"),
            password: PASSWORD.to_owned(),
            role: Role::Member,
        };
        users.push(identity::create_user(db, &scope, &new)?);
    }
    Ok(users)
}

/// How many of a folder's bytes the database takes, its log included.
pub(crate) fn database_size(folder: &Path) -> u64 {
    let size = |name: &str| fs::metadata(folder.join(name)).map_or(0, |file| file.len());
    ["kartotek.db", "kartotek.db-wal"].into_iter().map(size).sum()
}
