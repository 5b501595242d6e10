//! `kartotek serve`: opens everything, says where, and ends as it should.

use std::{
    io::Write,
    net::{IpAddr, SocketAddr, TcpListener},
    sync::Arc,
    time::Duration,
};

use anyhow::{Context, Result, bail};
use tokio::runtime;
use workbench::App;

use crate::{config::Config, random, wiring};

/// Imports and other jobs that run at once; the others wait.
const WORKERS: usize = 2;
/// How long jobs may take to come to a place where they can stop.
const GRACE: Duration = Duration::from_secs(20);

/// Serves until it is told to stop.
pub(super) fn serve(config: Config) -> Result<()> {
    let listener = listen(config.listen)?;
    let app = wiring::open(&config)?;
    run(app, listener, &config)
}

/// Takes the address, before anything else is done: most starts that fail, fail here.
pub(super) fn listen(address: SocketAddr) -> Result<TcpListener> {
    match TcpListener::bind(address) {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => bail!(
            "another program listens on {address} already, perhaps another Kartotek; end it, or choose another \
             address with --listen 127.0.0.1:{}",
            address.port().wrapping_add(1)
        ),
        Err(error) => Err(error).with_context(|| format!("it is not possible to listen on {address}")),
    }
}

/// Serves this application. Connections to the database are dropped here, outside async code.
pub(super) fn run(mut app: App, listener: TcpListener, config: &Config) -> Result<()> {
    let address = listener.local_addr()?;
    let first_run = wiring::is_first_run(&app)?;
    if first_run && !config.is_private() {
        app.first_run_token = Some(random::secret(4)?);
    }
    let app = Arc::new(app);
    let runner = jobs::Runner::start(&app.db, wiring::registry(&app), WORKERS)?;
    let runtime = runtime::Builder::new_multi_thread().enable_all().thread_name("serve").build()?;
    let router = wiring::router(&app);
    announce(&app, address, config)?;
    let served = runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        web::serve(listener, router, stop_signal()).await
    });
    runtime.shutdown_timeout(Duration::from_secs(1));
    runner.stop(GRACE);
    if let Err(error) = app.db.tidy() {
        tracing::warn!(%error, "The database could not be tidied up; it will be at the next start");
    }
    tracing::info!("Kartotek has stopped");
    Ok(served?)
}

/// One clear line on the standard output, which scripts wait for.
fn announce(app: &App, address: SocketAddr, config: &Config) -> Result<()> {
    let mut out = std::io::stdout().lock();
    let url = config.url.clone().unwrap_or_else(|| format!("http://{}", reachable(address)));
    writeln!(out, "Kartotek is running at {url}")?;
    if let Some(token) = &app.first_run_token {
        writeln!(out, "Others can reach this address, so the first page asks for this token: {token}")?;
    }
    out.flush()?;
    tracing::info!(%address, "Kartotek has started");
    Ok(())
}

/// An address that can be opened: "everywhere" is this machine too.
fn reachable(address: SocketAddr) -> SocketAddr {
    match address.ip() {
        ip if !ip.is_unspecified() => address,
        IpAddr::V4(_) => SocketAddr::from(([127, 0, 0, 1], address.port())),
        IpAddr::V6(_) => SocketAddr::from((std::net::Ipv6Addr::LOCALHOST, address.port())),
    }
}

/// Ready when somebody presses Ctrl+C or the system asks to end. A second time ends at once.
async fn stop_signal() {
    next_signal().await;
    eprintln!("Stopping when running requests and jobs are done. Once more stops at once.");
    tokio::spawn(async {
        next_signal().await;
        std::process::exit(1);
    });
}

#[cfg(unix)]
async fn next_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => tokio::select! {
            _ = terminate.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        },
        Err(error) => {
            tracing::warn!(%error, "Only Ctrl+C will stop Kartotek gracefully");
            let _ = tokio::signal::ctrl_c().await;
        }
    }
}

#[cfg(not(unix))]
async fn next_signal() {
    let _ = tokio::signal::ctrl_c().await;
}
