//! `kartotek user`: the way in for whom no invitation reaches, and the way back in for who forgot a password.

use std::io::{BufRead, IsTerminal, Write, stdin, stdout};

use anyhow::{Result, bail};
use clap::{Args, Subcommand, ValueEnum};
use identity::{NewUser, second_step, users};
use kernel::{Role, Scope};

use super::{scope_of, workspace::Which};
use crate::{config::Config, wiring};

#[derive(Debug, Subcommand)]
pub(crate) enum User {
    /// Make a user and a member of the workspace; asks for what no flag says
    Add(Add),
    /// Give a user a new password, and sign them out everywhere
    ResetPassword(ResetPassword),
    /// Take away a user's second step of signing in, for who has lost phone and recovery codes
    ResetSecondStep(ResetSecondStep),
}

#[derive(Debug, Args)]
pub(crate) struct Add {
    /// The e-mail address to sign in with
    #[arg(long)]
    email: Option<String>,
    /// The name that colleagues read
    #[arg(long)]
    name: Option<String>,
    /// What the user may do
    #[arg(long, value_enum, default_value_t = RoleName::Member)]
    role: RoleName,
    #[command(flatten)]
    which: Which,
}

#[derive(Debug, Args)]
pub(crate) struct ResetPassword {
    /// The e-mail address of the user
    email: String,
}

#[derive(Debug, Args)]
pub(crate) struct ResetSecondStep {
    /// The e-mail address of the user
    email: String,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum RoleName {
    ReadOnly,
    Member,
    Admin,
    Owner,
}

impl User {
    pub(crate) fn run(self, config: &Config) -> Result<()> {
        let app = wiring::open(config)?;
        match self {
            User::Add(add) => add.run(&app),
            User::ResetPassword(reset) => {
                let password = new_password()?;
                users::reset_password(&app.db, &reset.email, &password)?;
                println!("{} has a new password and is signed out everywhere.", reset.email);
                Ok(())
            }
            User::ResetSecondStep(reset) => {
                app.db.write(&Scope::global(), |tx| second_step::reset_by_email(tx, &reset.email))?;
                println!("{} signs in with the password alone and is signed out everywhere.", reset.email);
                Ok(())
            }
        }
    }
}

impl Add {
    fn run(self, app: &workbench::App) -> Result<()> {
        let workspace = self.which.find(app)?;
        let email = given_or_asked(self.email, "E-mail address")?;
        let name = given_or_asked(self.name, "Name")?;
        let role = self.role.role();
        let new = NewUser { email, name, password: new_password()?, role };
        identity::create_user(&app.db, &scope_of(&workspace), &new)?;
        println!("{} can sign in to {} now.", new.email, workspace.name);
        Ok(())
    }
}

impl RoleName {
    fn role(self) -> Role {
        match self {
            RoleName::ReadOnly => Role::ReadOnly,
            RoleName::Member => Role::Member,
            RoleName::Admin => Role::Admin,
            RoleName::Owner => Role::Owner,
        }
    }
}

fn given_or_asked(given: Option<String>, what: &str) -> Result<String> {
    if let Some(given) = given {
        return Ok(given);
    }
    if !stdin().is_terminal() {
        bail!("{what} is missing: say it with a flag");
    }
    print!("{what}: ");
    stdout().flush()?;
    Ok(line()?)
}

/// Asked twice and not shown at a terminal, else the first line of the standard input.
fn new_password() -> Result<String> {
    if !stdin().is_terminal() {
        let password = line()?;
        if password.is_empty() {
            bail!("the password is read from the standard input, and nothing stood there");
        }
        return Ok(password);
    }
    let password = rpassword::prompt_password("New password: ")?;
    if rpassword::prompt_password("Once more: ")? != password {
        bail!("the two passwords differ; nothing was changed");
    }
    Ok(password)
}

fn line() -> std::io::Result<String> {
    let mut line = String::new();
    stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
