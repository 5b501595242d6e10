//! Which workspace a command is about.

use anyhow::{Result, anyhow, bail};
use clap::Args;
use identity::workspaces::{self, Workspace};
use kernel::Scope;
use workbench::App;

/// The flag that all commands about a workspace share.
#[derive(Debug, Args)]
pub(crate) struct Which {
    /// The name or key of the workspace; needed when there are several
    #[arg(long, value_name = "NAME")]
    workspace: Option<String>,
}

impl Which {
    /// The only workspace, or the one that was named.
    pub(crate) fn find(&self, app: &App) -> Result<Workspace> {
        let mut all = app.db.read(&Scope::global(), workspaces::all)?;
        if all.is_empty() {
            bail!("nobody has set Kartotek up yet: run `kartotek serve` and open the address it prints");
        }
        let names = all.iter().map(|workspace| workspace.name.as_str()).collect::<Vec<_>>().join(", ");
        match &self.workspace {
            None if all.len() == 1 => Ok(all.remove(0)),
            None => bail!("there are several workspaces; say which with --workspace: {names}"),
            Some(wanted) => all
                .into_iter()
                .find(|workspace| workspace.name == *wanted || workspace.id.to_string() == *wanted)
                .ok_or_else(|| anyhow!("there is no workspace `{wanted}`; there is {names}")),
        }
    }
}
