//! Invitations: a link that makes somebody a member once, for seven days.

use kernel::{
    Actor, Cx, Db, Error, FieldErrors, Id, Language, Result, Role, Row, Scope, Timestamp, Tx, Value,
    clock::DAY, contact::email,
};

use crate::{
    fields::{self, Form},
    members,
    passwords::{self, Verdict},
    rate, tokens,
    users::{self, Person},
    workspaces,
};

const LIFETIME: i64 = 7 * DAY;

/// An invitation nobody has answered; it may have run out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    pub id: Id,
    pub email: String,
    pub role: Role,
    pub invited_by: Option<Id>,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
    /// The letter that carried the link, if one did.
    pub mail: Option<Id>,
    /// The language of that letter.
    pub language: Option<Language>,
}

/// What the holder of a link may see before accepting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    pub workspace: Id,
    pub workspace_name: String,
    pub email: String,
    pub role: Role,
    /// Empty when it was made on the command line.
    pub invited_by: String,
    /// There is a user with this address, who accepts with their own password.
    pub has_account: bool,
}

/// Somebody became a member; [`crate::sessions::open`] signs them in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accepted {
    pub workspace: Id,
    pub user: Id,
}

/// Invites an address, and answers the token for the link. An earlier invitation of the same address ends.
/// For admins; only owners invite owners. Field: `email`.
pub fn create(tx: &mut Tx, address: &str, role: Role) -> Result<String> {
    tx.require(if role == Role::Owner { Role::Owner } else { Role::Admin })?;
    let address = fields::email(address).map_err(|text| Error::Invalid(FieldErrors::of("email", text)))?;
    let key = email::key(&address);
    let member = tx.query_one(
        "SELECT 1 FROM memberships m JOIN users u ON u.id = m.user_id \
         WHERE m.workspace_id = ?1 AND u.email_key = ?2 AND m.removed_at IS NULL",
        &[tx.workspace().into(), (&key).into()],
    )?;
    if member.is_some() {
        return Err(Error::invalid("email", "identity-already-member"));
    }
    let now = tx.now();
    tx.execute(
        "UPDATE invitations SET revoked_at = ?3 WHERE workspace_id = ?1 AND email_key = ?2 \
         AND accepted_at IS NULL AND revoked_at IS NULL",
        &[tx.workspace().into(), (&key).into(), now.into()],
    )?;
    let token = tokens::new()?;
    let params: [Value; 9] = [
        tx.workspace().into(),
        tx.new_id().into(),
        token_hash(&token),
        address.into(),
        key.into(),
        role.key().into(),
        tx.actor().user().into(),
        now.into(),
        now.plus(LIFETIME).into(),
    ];
    tx.execute(
        "INSERT INTO invitations (workspace_id, id, token_hash, email, email_key, role, invited_by, \
         created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        &params,
    )?;
    tx.emit("members");
    Ok(token)
}

/// Remembers the letter that carries the link of this token.
pub fn mailed(tx: &mut Tx, token: &str, mail: Id, language: Language) -> Result<()> {
    tx.require(Role::Admin)?;
    let params: [Value; 4] = [tx.workspace().into(), token_hash(token), mail.into(), language.code().into()];
    let found = tx.execute(
        "UPDATE invitations SET mail_id = ?3, language = ?4 WHERE workspace_id = ?1 AND token_hash = ?2",
        &params,
    )?;
    if found == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Those that nobody has answered or withdrawn.
const OPEN: &str = "SELECT id, email, role, invited_by, created_at, expires_at, mail_id, language FROM invitations \
    WHERE workspace_id = ?1 AND accepted_at IS NULL AND revoked_at IS NULL";

/// One invitation that nobody has answered.
pub fn find(cx: &Cx, id: Id) -> Result<Invitation> {
    let row = cx.query_one(&format!("{OPEN} AND id = ?2"), &[cx.workspace().into(), id.into()])?;
    read(&row.ok_or(Error::NotFound)?)
}

/// The workspace's invitations that nobody has answered, the newest first.
pub fn list(cx: &Cx) -> Result<Vec<Invitation>> {
    let rows = cx.query(&format!("{OPEN} ORDER BY id DESC"), &[cx.workspace().into()])?;
    rows.iter().map(read).collect()
}

/// The open invitation of a token; for who just made it.
pub fn of_token(cx: &Cx, token: &str) -> Result<Invitation> {
    let row =
        cx.query_one(&format!("{OPEN} AND token_hash = ?2"), &[cx.workspace().into(), token_hash(token)])?;
    read(&row.ok_or(Error::NotFound)?)
}

/// Ends an invitation before it is accepted; for admins.
pub fn revoke(tx: &mut Tx, id: Id) -> Result<()> {
    tx.require(Role::Admin)?;
    let now = tx.now();
    let revoked = tx.execute(
        "UPDATE invitations SET revoked_at = ?3 WHERE workspace_id = ?1 AND id = ?2 \
         AND accepted_at IS NULL AND revoked_at IS NULL",
        &[tx.workspace().into(), id.into(), now.into()],
    )?;
    if revoked == 0 {
        return Err(Error::NotFound);
    }
    tx.emit("members");
    Ok(())
}

/// What the link leads to; asked in the global scope. `NotFound` when there is no such link, `Conflict` when it ran
/// out, was used or revoked.
pub fn preview(cx: &Cx, token: &str) -> Result<Preview> {
    let open = open(cx, token)?;
    Ok(Preview {
        workspace: open.workspace,
        workspace_name: open.workspace_name,
        email: open.email,
        role: open.role,
        invited_by: open.invited_by,
        has_account: open.account.is_some(),
    })
}

/// Makes the holder of the link a member. Somebody new chooses `name` and `password`; a user with the invited
/// address gives their own password, and `name` is not looked at. Fields: `name`, `password`.
pub fn accept(db: &Db, token: &str, name: &str, password: &str) -> Result<Accepted> {
    let open = db.read(&Scope::global(), |cx| open(cx, token))?;
    let attempt = rate::begin(db, &[rate::thing("invitation", open.id)])?;
    let (user, newcomer) = match &open.account {
        Some(account) => (account_of(account, password)?, None),
        None => (Id::new(db.clock().now()), Some(newcomer(&open, name, password)?)),
    };
    let actor = Actor::User { id: user, role: open.role };
    let scope = Scope { actor, ..Scope::system(open.workspace).through("page") };
    db.write(&scope, |tx| {
        rate::succeeded(tx, &attempt)?;
        use_up(tx, open.id)?;
        if let Some((name, password_hash)) = &newcomer {
            let workspace = workspaces::find(tx)?;
            let person = Person {
                email: open.email.clone(),
                name: name.clone(),
                language: workspace.language,
                time_zone: workspace.time_zone,
            };
            users::insert(tx, user, &person, password_hash)?;
        }
        members::insert(tx, user, open.role)
    })?;
    Ok(Accepted { workspace: open.workspace, user })
}

struct Open {
    workspace: Id,
    id: Id,
    workspace_name: String,
    email: String,
    role: Role,
    invited_by: String,
    account: Option<Account>,
}

struct Account {
    user: Id,
    password_hash: String,
    disabled: bool,
}

fn open(cx: &Cx, token: &str) -> Result<Open> {
    let row = cx.query_one(
        "SELECT i.workspace_id, i.id, w.name, i.email, i.role, COALESCE(b.name, ''), i.expires_at, \
         i.accepted_at, i.revoked_at, u.id, u.password_hash, u.disabled_at \
         FROM invitations i JOIN workspaces w ON w.id = i.workspace_id \
         LEFT JOIN users b ON b.id = i.invited_by LEFT JOIN users u ON u.email_key = i.email_key \
         WHERE i.token_hash = ?1",
        &[token_hash(token)],
    )?;
    let row = row.ok_or(Error::NotFound)?;
    let (expires_at, accepted_at): (Timestamp, Option<Timestamp>) = (row.get(6)?, row.get(7)?);
    let revoked_at: Option<Timestamp> = row.get(8)?;
    if expires_at <= cx.now() || accepted_at.is_some() || revoked_at.is_some() {
        return Err(Error::conflict("identity-invitation-over"));
    }
    let account: Option<Id> = row.get(9)?;
    let disabled_at: Option<Timestamp> = row.get(11)?;
    let account = account.map(|user| Account {
        user,
        password_hash: row.text(10).to_owned(),
        disabled: disabled_at.is_some(),
    });
    Ok(Open {
        workspace: row.get(0)?,
        id: row.get(1)?,
        workspace_name: row.get(2)?,
        email: row.get(3)?,
        role: role(row.text(4))?,
        invited_by: row.get(5)?,
        account,
    })
}

/// The user the address belongs to, if this is their password.
fn account_of(account: &Account, password: &str) -> Result<Id> {
    match passwords::verify(password, Some(&account.password_hash))? {
        Verdict::Right | Verdict::RightButOld if !account.disabled => Ok(account.user),
        _ => Err(Error::invalid("password", "identity-password-wrong")),
    }
}

/// Name and password hash of somebody new.
fn newcomer(open: &Open, name: &str, password: &str) -> Result<(String, String)> {
    let mut form = Form::default();
    let read = form.take("name", fields::name(name));
    let checked = form.take("password", fields::new_password(password, &open.email, name));
    let (name, password) = form.finish(read.zip(checked))?;
    Ok((name, passwords::hash(&password)?))
}

/// Of two who accept at once, one does.
fn use_up(tx: &mut Tx, id: Id) -> Result<()> {
    let now = tx.now();
    let used = tx.execute(
        "UPDATE invitations SET accepted_at = ?3 WHERE workspace_id = ?1 AND id = ?2 \
         AND accepted_at IS NULL AND revoked_at IS NULL",
        &[tx.workspace().into(), id.into(), now.into()],
    )?;
    if used == 0 { Err(Error::conflict("identity-invitation-over")) } else { Ok(()) }
}

fn token_hash(token: &str) -> Value {
    Value::Bytes(tokens::hash(token).to_vec())
}

fn role(key: &str) -> Result<Role> {
    Role::from_key(key).ok_or_else(|| Error::internal("an invitation has an unknown role"))
}

fn read(row: &Row) -> Result<Invitation> {
    Ok(Invitation {
        id: row.get(0)?,
        email: row.get(1)?,
        role: role(row.text(2))?,
        invited_by: row.get(3)?,
        created_at: row.get(4)?,
        expires_at: row.get(5)?,
        mail: row.get(6)?,
        language: row.text(7).parse().ok(),
    })
}
