//! Forms by which strangers become leads: what a workspace asks for, in which language, and what follows. Each has a public
//! address; what arrives there is taken in `forms/receive.rs`.

mod aside;
mod page;
mod post;
mod receive;
mod settings;
mod snippet;
mod spam;

use identity::rights::FieldRight;
use kernel::{Cx, Error, FieldErrors, Id, Language, Result, Role, Text, Tx, Value};
use locale::Locale;
use records::{
    Field, Object,
    export::{Column, ColumnType, TableRows},
    field::Control,
    own::hex,
};
use serde::{Deserialize, Serialize};
use web::Routes;
use workbench::App;

pub(crate) use self::{aside::count as set_aside, settings::WAY};

/// A form as a workspace makes it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct LeadForm {
    #[serde(skip)]
    pub id: Id,
    #[serde(skip)]
    pub token: String,
    #[serde(skip)]
    pub version: i64,
    pub name: String,
    /// It takes answers.
    pub open: bool,
    /// ISO 639-1.
    pub language: String,
    pub asks: Vec<Ask>,
    pub title: String,
    pub intro: String,
    pub button: String,
    pub thanks: String,
    /// Where to go then, instead.
    pub thanks_address: String,
    pub source: String,
    pub campaign: String,
    /// Whose the leads are; by the rules of assignment when nobody is named.
    pub owner: Option<Id>,
    /// What a box says that may be ticked; none when empty.
    pub consent: String,
    /// Signs the stamps of this form.
    pub secret: String,
}

/// Something that is asked for.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Ask {
    /// Of a lead.
    pub field: String,
    pub required: bool,
    /// What the form calls it; the field's own name when empty.
    pub label: String,
}

/// The rows of `lead_forms` travel with the whole workspace, so that addresses that stand on pages stay good.
pub const FORMS: TableRows = TableRows {
    table: "lead_forms",
    key: 1,
    columns: &[
        Column("id", ColumnType::Id),
        Column("token", ColumnType::Text),
        Column("definition", ColumnType::Text),
        Column("version", ColumnType::Number),
        Column("created_at", ColumnType::Number),
    ],
};

pub(crate) fn routes(routes: &mut Routes<App>) {
    receive::routes(routes);
    settings::routes(routes);
    aside::routes(routes);
}

/// Of our own fields, those that a stranger may fill in.
const OURS: [&str; 8] =
    ["name", "company_name", "job_title", "emails", "phones", "addresses", "text", "recommended_by"];
const MOST: usize = 50;

/// The fields of a lead that a form may ask for.
pub(crate) fn askable(lead: &Object) -> impl Iterator<Item = &Field> {
    lead.fields.iter().filter(|field| {
        let plain = || {
            let control = field.kind.control();
            let simple = matches!(control, Control::Line { .. } | Control::Lines | Control::Tick);
            simple || matches!(control, Control::Choice { .. } | Control::Choices { open: false, .. })
        };
        let theirs = OURS.contains(&field.key.as_str()) || (field.own && plain());
        theirs && !field.retired && !field.hidden && !field.computed && field.right == FieldRight::Editable
    })
}

/// What a field is called in what a form sends: words that are also used elsewhere.
pub(crate) fn sent_as(field: &str) -> &str {
    match field {
        "emails" => "email",
        "phones" => "phone",
        "company_name" => "company",
        "text" => "message",
        "addresses" => "street",
        other => other,
    }
}

/// The parts of an address that a form asks for, and what browsers know them as.
pub(crate) const ADDRESS: [(&str, &str); 4] = [
    ("street", "street-address"),
    ("postal_code", "postal-code"),
    ("city", "address-level2"),
    ("country", "country-name"),
];

/// What a form calls what it asks for.
pub(crate) fn asked_as(locale: &Locale, lead: &Object, ask: &Ask, field: &Field) -> String {
    match (ask.label.as_str(), field.key.as_str()) {
        ("", "text") => locale.t("form-message").into_owned(),
        ("", "recommended_by") => locale.t("form-who-told").into_owned(),
        ("", _) => lead.field_name(field, locale.language()).into_owned(),
        (label, _) => label.to_owned(),
    }
}

impl LeadForm {
    pub(crate) fn language(&self, ours: Language) -> Language {
        self.language.parse().unwrap_or(ours)
    }

    pub(crate) fn address(&self) -> String {
        format!("/forms/{}", self.token)
    }

    pub(crate) fn ask(&self, field: &str) -> Option<&Ask> {
        self.asks.iter().find(|ask| ask.field == field)
    }
}

const SELECT: &str = "SELECT workspace_id, id, token, definition, version FROM lead_forms";

fn read(row: &kernel::Row) -> Result<LeadForm> {
    let form: LeadForm = serde_json::from_str(row.text(3))?;
    Ok(LeadForm { id: row.get(1)?, token: row.text(2).to_owned(), version: row.int(4), ..form })
}

/// The forms of the workspace, in the order of their making.
pub(crate) fn all(cx: &Cx) -> Result<Vec<LeadForm>> {
    let rows =
        cx.query(&format!("{SELECT} WHERE workspace_id = ?1 ORDER BY id"), &[cx.workspace().into()])?;
    rows.iter().map(read).collect()
}

pub(crate) fn find(cx: &Cx, id: Id) -> Result<LeadForm> {
    let sql = format!("{SELECT} WHERE workspace_id = ?1 AND id = ?2");
    read(&cx.query_one(&sql, &[cx.workspace().into(), id.into()])?.ok_or(Error::NotFound)?)
}

/// The form at a public address, and whose it is; asked outside any workspace.
pub(crate) fn at_address(cx: &Cx, token: &str) -> Result<(Id, LeadForm)> {
    let row = cx.query_one(&format!("{SELECT} WHERE token = ?1"), &[token.into()])?.ok_or(Error::NotFound)?;
    Ok((row.get(0)?, read(&row)?))
}

/// A new form that asks for what most do; for administrators.
pub(crate) fn add(tx: &mut Tx, name: &str) -> Result<Id> {
    tx.require(Role::Admin)?;
    if all(tx)?.len() >= MOST {
        return Err(Error::Conflict(Text::new("forms-enough").with("most", MOST)));
    }
    let ask = |field: &str, required| Ask { field: field.to_owned(), required, label: String::new() };
    let form = LeadForm {
        name: name.trim().to_owned(),
        open: true,
        language: tx.locality().language.code().to_owned(),
        asks: vec![ask("name", true), ask("emails", true), ask("phones", false), ask("text", false)],
        source: "website".to_owned(),
        secret: random::<32>()?,
        ..LeadForm::default()
    };
    check(&form)?;
    let (id, now) = (tx.new_id(), tx.now());
    tx.execute(
        "INSERT INTO lead_forms (workspace_id, id, token, definition, version, created_at) VALUES (?1, ?2, ?3, ?4, 1, ?5)",
        &[
            tx.workspace().into(),
            id.into(),
            random::<12>()?.into(),
            serde_json::to_string(&form)?.into(),
            now.into(),
        ],
    )?;
    Ok(id)
}

/// Keeps a form as it is now; for administrators. A conflict when somebody else changed it since.
pub(crate) fn keep(tx: &mut Tx, form: &LeadForm) -> Result<()> {
    tx.require(Role::Admin)?;
    check(form)?;
    let params: [Value; 4] =
        [tx.workspace().into(), form.id.into(), serde_json::to_string(form)?.into(), form.version.into()];
    let kept = tx.execute(
        "UPDATE lead_forms SET definition = ?3, version = version + 1 \
         WHERE workspace_id = ?1 AND id = ?2 AND version = ?4",
        &params,
    )?;
    if kept == 0 { Err(Error::conflict("changed-by-someone-else")) } else { Ok(()) }
}

const LONGEST: usize = 4_000;

fn check(form: &LeadForm) -> Result<()> {
    let mut errors = FieldErrors::default();
    if form.name.is_empty() {
        errors.add("name", Text::new("required"));
    }
    let short = [
        ("name", &form.name),
        ("title", &form.title),
        ("button", &form.button),
        ("campaign", &form.campaign),
    ];
    let long = [("intro", &form.intro), ("thanks", &form.thanks), ("consent", &form.consent)];
    let limits = short.into_iter().map(|one| (one, 200)).chain(long.into_iter().map(|one| (one, LONGEST)));
    for ((name, text), most) in limits {
        if text.chars().count() > most {
            errors.add(name, Text::new("too-long").with("max", most));
        }
    }
    let address = form.thanks_address.as_str();
    let is_web = ["https://", "http://"]
        .iter()
        .any(|scheme| address.len() > scheme.len() && address.starts_with(scheme));
    if !address.is_empty()
        && (!is_web || address.contains(|letter: char| letter.is_whitespace() || letter.is_control()))
    {
        errors.add("thanks_address", Text::new("not-a-link"));
    }
    if form.asks.iter().all(|ask| !["name", "emails", "phones"].contains(&ask.field.as_str())) {
        errors.add("asks", Text::new("form-asks-nobody"));
    }
    // Who is asked to say yes must be reached.
    if !form.consent.is_empty() && form.ask("emails").is_none() {
        errors.add("consent", Text::new("form-consent-needs-mail"));
    }
    errors.into_result()
}

/// So many random bytes, as text.
fn random<const BYTES: usize>() -> Result<String> {
    let mut bytes = [0u8; BYTES];
    getrandom::fill(&mut bytes).map_err(Error::internal)?;
    Ok(hex(&bytes))
}
