//! The service that a workspace trusts, and what it may decide: who is new here, and who has which role.

use kernel::{Cx, Error, Id, Result, Role, Text, Tx, Value};
use url::Url;

use super::outside;
use crate::{
    fields::{self, Form},
    roles,
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// On the button: "Continue with …".
    pub label: String,
    pub issuer: String,
    pub client_id: String,
    pub client_secret: String,
    /// Of e-mail addresses whose owners may come in without an invitation.
    pub domains: Vec<String>,
    /// What they become; nobody new comes in when there is none.
    pub newcomers: Option<Role>,
    /// The claim that names roles or groups; empty when the service decides nothing.
    pub claim: String,
    /// `value of the claim = role`, one on a line. A role is `admin`, `member`, `read_only` or the name of one of ours.
    pub role_names: String,
}

/// A provider to keep, as it was typed; errors carry the names of these fields.
#[derive(Debug, Clone, Default)]
pub struct NewProvider {
    pub label: String,
    pub issuer: String,
    pub client_id: String,
    /// Empty for the one that is kept.
    pub client_secret: String,
    pub domains: String,
    pub newcomers: String,
    pub claim: String,
    pub role_names: String,
}

/// A way in that the sign-in page offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Door {
    pub workspace: Id,
    pub label: String,
}

/// All ways in of this kind; asked in the global scope.
pub fn doors(cx: &Cx) -> Result<Vec<Door>> {
    let rows =
        cx.query("SELECT workspace_id, label FROM open_id_providers ORDER BY label, workspace_id", &[])?;
    rows.iter().map(|row| Ok(Door { workspace: row.get(0)?, label: row.get(1)? })).collect()
}

/// The workspace's service, if it has one.
pub fn find(cx: &Cx) -> Result<Option<Provider>> {
    let row = cx.query_one(
        "SELECT label, issuer, client_id, client_secret, domains, newcomers, claim, role_names \
         FROM open_id_providers WHERE workspace_id = ?1",
        &[cx.workspace().into()],
    )?;
    row.map(|row| {
        Ok(Provider {
            label: row.get(0)?,
            issuer: row.get(1)?,
            client_id: row.get(2)?,
            client_secret: row.get(3)?,
            domains: row.text(4).split_whitespace().map(str::to_owned).collect(),
            newcomers: Role::from_key(row.text(5)),
            claim: row.get(6)?,
            role_names: row.get(7)?,
        })
    })
    .transpose()
}

/// Reads what was typed, and asks the service whether it is one, which takes a moment: outside any transaction.
/// `kept` is what the workspace has. Fields: those of [`NewProvider`].
pub fn check(new: &NewProvider, kept: Option<&Provider>) -> Result<Provider> {
    let mut form = Form::default();
    let label = form.take("label", fields::name(&new.label));
    let issuer = form.take("issuer", issuer(&new.issuer));
    let client_id = form.take("client_id", given(&new.client_id));
    let secret =
        if new.client_secret.is_empty() { kept.map(|kept| kept.client_secret.as_str()) } else { None };
    let client_secret = form.take("client_secret", given(secret.unwrap_or(&new.client_secret)));
    let newcomers = form.take("newcomers", newcomers(&new.newcomers));
    let words = label.zip(issuer.zip(client_id));
    let ((label, (issuer, client_id)), (client_secret, newcomers)) =
        form.finish(words.zip(client_secret.zip(newcomers)))?;
    let domains = new.domains.to_lowercase();
    let domains = domains.split([' ', ',', ';', '\n']).map(|domain| domain.trim().trim_start_matches('@'));
    let provider = Provider {
        label,
        issuer,
        client_id,
        client_secret,
        domains: domains.filter(|domain| !domain.is_empty()).map(str::to_owned).collect(),
        newcomers,
        claim: new.claim.trim().to_owned(),
        role_names: new.role_names.trim().to_owned(),
    };
    outside::discover(&provider).map_err(|_| Error::invalid("issuer", "identity-open-id-unreachable"))?;
    Ok(provider)
}

/// Keeps a provider that was checked; for admins. Field: `role_names`.
pub fn save(tx: &mut Tx, provider: &Provider) -> Result<()> {
    tx.require(Role::Admin)?;
    provider.decisions(tx)?;
    let params: [Value; 10] = [
        tx.workspace().into(),
        (&provider.label).into(),
        (&provider.issuer).into(),
        (&provider.client_id).into(),
        (&provider.client_secret).into(),
        provider.domains.join(" ").into(),
        provider.newcomers.map(Role::key).unwrap_or_default().into(),
        (&provider.claim).into(),
        (&provider.role_names).into(),
        tx.now().into(),
    ];
    tx.execute("DELETE FROM open_id_providers WHERE workspace_id = ?1", &[tx.workspace().into()])?;
    tx.execute(
        "INSERT INTO open_id_providers (workspace_id, label, issuer, client_id, client_secret, domains, newcomers, \
         claim, role_names, changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        &params,
    )?;
    Ok(())
}

/// Trusts no other service any more; for admins. Who came in by it signs in by a password that an administrator or the
/// command line sets, or by a passkey.
pub fn forget(tx: &mut Tx) -> Result<()> {
    tx.require(Role::Admin)?;
    for table in ["open_id_providers", "open_id_identities"] {
        tx.execute(&format!("DELETE FROM {table} WHERE workspace_id = ?1"), &[tx.workspace().into()])?;
    }
    Ok(())
}

/// What a value of the claim makes somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decision {
    BuiltIn(Role),
    Own(Id),
}

impl Provider {
    /// What each value of the claim means. Field: `role_names`, when a line is not understood.
    pub(super) fn decisions(&self, cx: &Cx) -> Result<Vec<(String, Decision)>> {
        let own = roles::list(cx)?;
        let unknown = || Error::invalid("role_names", "identity-open-id-role-unknown");
        let lines = self.role_names.lines().map(str::trim).filter(|line| !line.is_empty());
        let decisions = lines.map(|line| {
            let (value, role) = line.rsplit_once('=').ok_or_else(unknown)?;
            let (value, role) = (value.trim(), role.trim());
            let named = own.iter().find(|one| one.name.to_lowercase() == role.to_lowercase());
            let decision = match Role::from_key(&role.to_lowercase().replace(' ', "_")) {
                // Nobody outside makes owners.
                Some(Role::Owner) => return Err(unknown()),
                Some(role) => Decision::BuiltIn(role),
                None => Decision::Own(named.ok_or_else(unknown)?.id),
            };
            if value.is_empty() { Err(unknown()) } else { Ok((value.to_owned(), decision)) }
        });
        decisions.collect()
    }
}

/// By https, or on this very machine.
fn issuer(typed: &str) -> Result<String, Text> {
    let typed = typed.trim().trim_end_matches('/');
    let fit = Url::parse(typed).is_ok_and(|url| {
        url.scheme() == "https"
            || url.scheme() == "http" && matches!(url.host_str(), Some("localhost" | "127.0.0.1"))
    });
    if fit { Ok(typed.to_owned()) } else { Err(Text::new("identity-open-id-issuer")) }
}

fn given(typed: &str) -> Result<String, Text> {
    match typed.trim() {
        "" => Err(Text::new("identity-open-id-missing")),
        typed => Ok(typed.to_owned()),
    }
}

fn newcomers(key: &str) -> Result<Option<Role>, Text> {
    match Role::from_key(key) {
        Some(role @ (Role::ReadOnly | Role::Member)) => Ok(Some(role)),
        None if key.is_empty() => Ok(None),
        _ => Err(Text::new("identity-choice-unknown")),
    }
}
