//! Putting the parts together: the database and its tables, the modules, the jobs.

use std::{fs, sync::Arc};

use anyhow::Context;
use kernel::{
    Clock, Db, Result, Scope,
    db::{Address, Dialect},
    migrate,
    migrate::Migration,
};
use records::{export::Extras, import::Members, notices::Postman};
use workbench::{App, Module, api, webhooks};

use crate::{config::Config, sample::SampleModule};

/// Every part of the product, in the order of the sidebar.
pub fn modules() -> Vec<Box<dyn Module>> {
    vec![
        Box::new(people::PeopleModule),
        Box::new(activities::ActivitiesModule),
        Box::new(sales::SalesModule),
        Box::new(trade::TradeModule),
        Box::new(print::PrintModule),
        Box::new(dav::DavModule),
        Box::new(SampleModule),
    ]
}

/// The tables that do not follow from declarations.
pub fn migrations() -> impl Iterator<Item = Migration> {
    [
        jobs::MIGRATIONS,
        mail::MIGRATIONS,
        identity::MIGRATIONS,
        records::MIGRATIONS,
        workbench::MIGRATIONS,
        activities::MIGRATIONS,
        people::MIGRATIONS,
        print::MIGRATIONS,
        sales::MIGRATIONS,
        trade::MIGRATIONS,
        dav::MIGRATIONS,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// Opens the database where the configuration says, brings it up to date, and puts the application on it.
pub fn open(config: &Config) -> Result<App> {
    make_private_folder(config)?;
    let db = Db::open(&config.database, Clock::system(), config.readers)?;
    let mut app = build(db, config)?;
    app.settings.behind_proxy = config.behind_proxy;
    app.settings.https = config.https;
    app.settings.this_machine_only = config.is_private();
    if app.db.dialect() == Dialect::Postgres {
        // They wait for another machine rather than for a core.
        app.settings.readers = config.readers;
    }
    Ok(app)
}

/// The application on a database that is open.
pub fn build(db: Db, config: &Config) -> Result<App> {
    migrate::migrate(&db, &migrations().collect::<Vec<_>>())?;
    let mut app = App::new(db, modules(), config.data.clone())?;
    app.api = api::Settings {
        limits: api::Limits::per_minute(config.api_per_minute),
        private_addresses: config.webhooks_to_private_addresses,
    };
    provide(&app)?;
    app.db.provide(Arc::new(post(config)?));
    Ok(app)
}

/// Where letters go, and the address of this installation that stands in them.
fn post(config: &Config) -> Result<mail::Post> {
    let site = config.url.clone().unwrap_or_else(|| format!("http://{}", config.listen));
    let server = config.mail.as_ref().map(|(url, from)| mail::Server::new(url, from)).transpose()?;
    Ok(mail::Post { site, server })
}

/// What modules ask the database for, beyond what the application itself provides.
pub fn provide(app: &App) -> Result<()> {
    app.db.provide(Arc::new(Members(identity::members::names)));
    app.db.provide(Arc::new(mail::Post::default()));
    app.db.provide(Arc::new(mail::Makers(vec![Box::new(trade::Papers)])));
    app.db.provide(Arc::new(Postman(workbench::notifications::mail_soon)));
    app.db.provide(Arc::new(Extras(vec![
        Box::new(print::export::TEMPLATES),
        Box::new(sales::PIPELINES),
        Box::new(trade::numbers::SERIES),
        Box::new(sales::GOALS),
        Box::new(sales::FORECASTS),
        Box::new(sales::RATES),
        Box::new(sales::FORMS),
        Box::new(sales::RULES),
        Box::new(people::export::RefusalsKey),
        Box::new(people::export::REFUSALS),
    ])));
    webhooks::Watch::start(&app.db, app.api.reach())
}

/// Everything that is answered: pages, the API, the tools of assistants.
pub fn router(app: &Arc<App>) -> axum::Router {
    web::router_with(Arc::clone(app), app.routes(), vec![mcp::mount(app)])
}

/// The jobs that this binary runs.
pub fn registry(app: &App) -> jobs::Registry {
    let mut registry = jobs::Registry::new();
    registry.scope_with(identity::complete_scope);
    registry.when_over(workbench::notifications::tell_over);
    records::import::register(&mut registry);
    workbench::duties::register(&mut registry);
    workbench::duplicates::nightly::register(&mut registry);
    webhooks::register(&mut registry);
    mail::register(&mut registry);
    workbench::notifications::register(&mut registry);
    for module in app.modules.iter() {
        module.jobs(&mut registry);
    }
    registry
}

/// Whether nobody has set Kartotek up yet.
pub fn is_first_run(app: &App) -> Result<bool> {
    app.db.read(&Scope::global(), identity::is_first_run)
}

/// Other accounts of the machine have no business in the data folder.
fn make_private_folder(config: &Config) -> Result<()> {
    let folder = &config.data;
    if folder.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(folder)
        .with_context(|| format!("the data folder {} cannot be made", folder.display()))?;
    #[cfg(unix)]
    if let Address::File(_) = config.database {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
            .with_context(|| format!("closing the data folder {} to others", folder.display()))?;
    }
    Ok(())
}
