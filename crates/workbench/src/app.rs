//! The running application, as every handler sees it: the database, the objects, the modules and the open pages.

use std::{fs, path::PathBuf, sync::Arc};

use anyhow::Context;
use kernel::{Cx, Db, Result, Scope, Tx};
use records::{
    Catalog, Catalogs,
    files::FileStore,
    slow::{self, Wishes},
};
use web::{Live, Request, Routes, Settings};

use crate::{
    api, card, create, duplicates,
    duties::Duties,
    edit, entrance, export, files, following, history, import, link, list, merge,
    module::{Module, Modules},
    notifications, pick,
    place::Place,
    search, settings, sharing, trash, undo, view_as, why,
};

pub struct App {
    pub db: Db,
    /// What is declared; a workspace may have more: [`records::catalog`].
    pub catalog: Arc<Catalog>,
    pub modules: Arc<Vec<Box<dyn Module>>>,
    pub live: Live,
    pub settings: Settings,
    /// What slow lists asked for.
    wishes: Arc<Wishes>,
    /// Where everything is kept that is not in the database.
    pub folder: PathBuf,
    /// What the first-run page asks for when others can reach this server; printed on the console.
    pub first_run_token: Option<String>,
    /// How programs may use it.
    pub api: api::Settings,
}

impl App {
    /// Puts the modules together: their objects into one catalogue, which the database knows from now on.
    pub fn new(db: Db, modules: Vec<Box<dyn Module>>, folder: PathBuf) -> Result<App> {
        let objects = modules.iter().flat_map(|module| module.objects()).collect();
        let link_kinds = modules.iter().flat_map(|module| module.link_kinds()).collect();
        let catalog = Arc::new(Catalog::new(objects, link_kinds));
        records::tables::ensure(&db, &catalog)?;
        let catalogs = Arc::new(Catalogs::new(catalog.clone()));
        let wishes = catalogs.wishes.clone();
        db.provide(catalogs);
        db.provide(Arc::new(FileStore { folder: folder.join("files") }));
        let duties = modules.iter().flat_map(|module| module.duties()).collect();
        db.provide(Arc::new(Duties(duties)));
        let modules = Arc::new(modules);
        db.provide(Arc::new(Modules(modules.clone())));
        let live = Live::new();
        let told = live.clone();
        db.listen(move |workspace, events| {
            told.publish(workspace, events.iter().map(|event| event.topic.as_str()));
        });
        let settings = Settings { spool: folder.join("spool"), ..Settings::default() };
        fs::create_dir_all(&settings.spool).context("making a folder for uploads")?;
        Ok(App {
            db,
            catalog,
            modules,
            live,
            settings,
            wishes,
            folder,
            first_run_token: None,
            api: api::Settings::default(),
        })
    }

    /// Reads for whoever asks.
    pub fn read<T>(&self, request: &Request, work: impl FnOnce(&Cx) -> Result<T>) -> Result<T> {
        let answer = self.db.read(request.scope(), work);
        self.hear_wishes(request);
        answer
    }

    /// What slow lists wish for is put into the queue, unless others are writing: it can be asked for another time.
    fn hear_wishes(&self, request: &Request) {
        let wishes = self.wishes.take(request.scope().workspace);
        if wishes.is_empty() {
            return;
        }
        let scope = Scope::system(request.scope().workspace);
        match self.db.write_in_passing(&scope, |tx| slow::enqueue(tx, &wishes)) {
            Ok(Some(())) => {}
            Ok(None) => self.wishes.put_back(scope.workspace, wishes),
            Err(error) => {
                tracing::warn!(%error, "what a slow list wishes for could not be put into the queue")
            }
        }
    }

    /// Writes for whoever asks.
    pub fn write<T>(&self, request: &Request, work: impl FnOnce(&mut Tx) -> Result<T>) -> Result<T> {
        self.db.write(request.scope(), work)
    }

    /// Every address of the product, with who may use it.
    pub fn routes(&self) -> Routes<App> {
        let mut routes = Routes::new();
        let declared = self.catalog.objects().iter().map(Place::of);
        let places: Vec<Place> = declared.chain([Place::own()]).collect();
        for place in &places {
            list::routes(&mut routes, place);
            create::routes(&mut routes, place);
            merge::routes(&mut routes, place);
            card::routes(&mut routes, place);
            edit::routes(&mut routes, place);
            link::card_routes(&mut routes, place);
            sharing::routes(&mut routes, place);
            following::routes(&mut routes, place);
            why::routes(&mut routes, place);
        }
        list::view_routes(&mut routes);
        link::routes(&mut routes);
        pick::routes(&mut routes);
        search::routes(&mut routes);
        undo::routes(&mut routes);
        view_as::routes(&mut routes);
        files::routes(&mut routes);
        api::routes(&mut routes);
        entrance::routes(&mut routes);
        settings::routes(&mut routes);
        notifications::routes(&mut routes);
        history::routes(&mut routes, &places);
        trash::routes(&mut routes);
        duplicates::routes(&mut routes);
        import::routes(&mut routes);
        export::routes(&mut routes, &places);
        for module in self.modules.iter() {
            module.routes(&mut routes);
        }
        routes
    }
}
