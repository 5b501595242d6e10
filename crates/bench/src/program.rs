//! The program that is measured: built, run to import a file, and run as a server.

use std::{
    fs::{self, File},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};

use crate::process::{Memory, Watch};

/// How long a server may take to stop.
const PATIENCE: Duration = Duration::from_secs(30);

/// The binary with where its data is.
pub(crate) struct Program {
    binary: PathBuf,
    pub(crate) folder: PathBuf,
    /// As `--database` takes it.
    pub(crate) database: String,
}

/// The release binary, built when it is not up to date.
pub(crate) fn build() -> Result<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        .args(["build", "--release", "--package", "app", "--bin", "kartotek"])
        .status()
        .context("running cargo")?;
    ensure!(built.success(), "kartotek could not be built");
    let folder = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let binary = folder.join("release").join("kartotek");
    fs::canonicalize(&binary).with_context(|| format!("looking for {}", binary.display()))
}

/// What a run that ended took.
pub(crate) struct Run {
    pub(crate) took: Duration,
    pub(crate) memory: Memory,
}

impl Program {
    pub(crate) fn new(binary: PathBuf, folder: PathBuf, database: Option<&str>) -> Program {
        let database = match database {
            Some(address) => address.to_owned(),
            None => folder.join("kartotek.db").to_string_lossy().into_owned(),
        };
        Program { binary, folder, database }
    }

    /// Nobody's configuration file or environment has a say.
    fn command(&self) -> Command {
        let mut command = Command::new(&self.binary);
        for (name, _) in
            std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("KARTOTEK_"))
        {
            command.env_remove(name);
        }
        command
            .current_dir(&self.folder)
            .arg("--data")
            .arg(&self.folder)
            .arg("--database")
            .arg(&self.database);
        command
    }

    /// Imports a file with `kartotek import`, from the start of the process to its end.
    pub(crate) fn import(&self, file: &Path) -> Result<Run> {
        let (out, log) = self.log("import.log")?;
        let began = Instant::now();
        let mut child = self
            .command()
            .arg("import")
            .arg(file)
            .stdin(Stdio::null())
            .stdout(out.0)
            .stderr(out.1)
            .spawn()?;
        let watch = Watch::begin(child.id());
        let status = child.wait()?;
        let run = Run { took: began.elapsed(), memory: watch.end()? };
        if !status.success() {
            bail!("importing {} failed:\n{}", file.display(), written(&log));
        }
        Ok(run)
    }

    /// Starts `kartotek serve`; it may not answer yet.
    pub(crate) fn serve(&self) -> Result<Server> {
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
        let (out, log) = self.log("serve.log")?;
        let began = Instant::now();
        let child = self
            .command()
            .args(["--listen", &address.to_string(), "--api-per-minute", "4000000000", "serve"])
            .stdin(Stdio::null())
            .stdout(out.0)
            .stderr(out.1)
            .spawn()
            .with_context(|| format!("starting {}", self.binary.display()))?;
        Ok(Server { child, address, began, log })
    }

    fn log(&self, name: &str) -> Result<((Stdio, Stdio), PathBuf)> {
        let path = self.folder.join(name);
        let file = File::create(&path)?;
        Ok(((file.try_clone()?.into(), file.into()), path))
    }
}

/// What a process wrote, as far as one wants to read it.
fn written(log: &Path) -> String {
    fs::read_to_string(log).unwrap_or_default().chars().take(2000).collect()
}

/// A running server; it is ended when dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
    pub(crate) began: Instant,
    log: PathBuf,
}

impl Server {
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// Fails with what the server wrote when it has ended.
    pub(crate) fn is_there(&mut self) -> Result<()> {
        match self.child.try_wait()? {
            None => Ok(()),
            Some(status) => {
                bail!("the server ended ({status}):\n{}", written(&self.log))
            }
        }
    }

    /// Ends it as a power cut does.
    pub(crate) fn kill(&mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// Ends it gracefully, so that the next start has nothing to mend.
    pub(crate) fn stop(mut self) -> Result<()> {
        let told = Command::new("kill").args(["-TERM", &self.process().to_string()]).status();
        ensure!(told.is_ok_and(|status| status.success()), "the server could not be told to stop");
        let began = Instant::now();
        while self.child.try_wait()?.is_none() {
            ensure!(began.elapsed() < PATIENCE, "the server did not stop");
            thread::sleep(Duration::from_millis(10));
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has ended already, or something failed and it must not stay.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
