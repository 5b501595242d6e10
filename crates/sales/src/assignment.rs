//! To whom a lead goes that came without an owner: rules in an order of which the first that fits decides, and what holds
//! otherwise. Applied in the transaction that makes the lead; why it went where stands on it.

mod settings;
mod simulation;

use std::{
    cell::{OnceCell, RefCell},
    collections::{HashMap, HashSet},
    fmt,
    str::FromStr,
    sync::Arc,
};

use identity::{members, units, users};
use kernel::{Cx, Error, FieldErrors, Id, Language, Result, Role, Text, Tx, Value};
use locale::Locale;
use records::{
    ChangeSet, Filter, Json, Operator, Query, Record,
    export::{Column, ColumnType, TableRows},
    field::as_id,
    object::object,
    query,
    save::{self, Values},
};
use serde::{Deserialize, Serialize};

pub(crate) use self::settings::{WAY, routes};
use crate::lead;

/// All rules of a workspace.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Assignment {
    pub rules: Vec<Rule>,
    /// When no rule fits.
    pub otherwise: Option<Whom>,
    #[serde(skip)]
    pub version: i64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Rule {
    pub key: String,
    pub name: String,
    /// As it stands in addresses.
    pub filter: String,
    pub whom: Whom,
}

/// Who gets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whom {
    User(Id),
    /// One after the other.
    Turn(Id),
    /// Who has the fewest open leads.
    Load(Id),
    /// Who speaks the lead's language, one after the other; all of them when nobody does.
    Language(Id),
}

impl Whom {
    /// A text of the catalogue that says how.
    fn how(self) -> &'static str {
        match self {
            Whom::User(_) => "assign-to-user",
            Whom::Turn(_) => "assign-in-turn",
            Whom::Load(_) => "assign-by-load",
            Whom::Language(_) => "assign-by-language",
        }
    }
}

impl fmt::Display for Whom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (how, id) = match self {
            Whom::User(id) => ("user", id),
            Whom::Turn(id) => ("turn", id),
            Whom::Load(id) => ("load", id),
            Whom::Language(id) => ("language", id),
        };
        write!(f, "{how}:{id}")
    }
}

impl FromStr for Whom {
    type Err = ();

    fn from_str(text: &str) -> Result<Whom, ()> {
        let (how, id) = text.split_once(':').ok_or(())?;
        let id = id.parse().map_err(|_| ())?;
        match how {
            "user" => Ok(Whom::User(id)),
            "turn" => Ok(Whom::Turn(id)),
            "load" => Ok(Whom::Load(id)),
            "language" => Ok(Whom::Language(id)),
            _ => Err(()),
        }
    }
}

impl Serialize for Whom {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Whom {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Whom, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|()| serde::de::Error::custom("nobody"))
    }
}

/// The rules travel with the workspace.
pub const RULES: TableRows = TableRows {
    table: "lead_assignment",
    key: 0,
    columns: &[Column("definition", ColumnType::Text), Column("version", ColumnType::Number)],
};

const MOST: usize = 100;
/// Under which turns are counted when no rule fits.
const OTHERWISE: &str = "otherwise";

/// The rules as they are kept.
pub(crate) fn kept(cx: &Cx) -> Result<Assignment> {
    let row = cx.query_one(
        "SELECT definition, version FROM lead_assignment WHERE workspace_id = ?1",
        &[cx.workspace().into()],
    )?;
    let Some(row) = row else { return Ok(Assignment::default()) };
    let kept: Assignment = serde_json::from_str(row.text(0))?;
    Ok(Assignment { version: row.int(1), ..kept })
}

/// Keeps the rules; for administrators. A conflict when somebody else changed them since.
pub(crate) fn keep(tx: &mut Tx, wanted: &Assignment) -> Result<()> {
    tx.require(Role::Admin)?;
    check(tx, wanted)?;
    let definition = serde_json::to_string(wanted)?;
    let workspace: Value = tx.workspace().into();
    let kept = match wanted.version {
        0 => tx.execute(
            "INSERT INTO lead_assignment (workspace_id, definition, version) VALUES (?1, ?2, 1) ON CONFLICT DO NOTHING",
            &[workspace, definition.into()],
        )?,
        version => tx.execute(
            "UPDATE lead_assignment SET definition = ?2, version = version + 1 WHERE workspace_id = ?1 AND version = ?3",
            &[workspace, definition.into(), version.into()],
        )?,
    };
    if kept == 0 { Err(Error::conflict("changed-by-someone-else")) } else { Ok(()) }
}

fn check(cx: &Cx, wanted: &Assignment) -> Result<()> {
    let mut errors = FieldErrors::default();
    if wanted.rules.len() > MOST {
        errors.add("rules", Text::new("assign-too-many").with("most", MOST));
    }
    let leads = object(cx, lead::KEY)?;
    for rule in &wanted.rules {
        if rule.name.trim().is_empty() {
            errors.add("name", Text::new("required"));
        } else if rule.name.chars().count() > 100 {
            errors.add("name", Text::new("too-long").with("max", 100));
        }
        // What the engine cannot answer would stop every lead.
        let asked = Filter::parse(&rule.filter)
            .and_then(|filter| query::count(cx, &leads, &Query { filter, ..Query::default() }, 0));
        match asked {
            Err(Error::Invalid(found)) => {
                errors.0.extend(found.0.into_iter().map(|(_, text)| ("filter".to_owned(), text)));
            }
            other => drop(other?),
        }
    }
    errors.into_result()
}

/// Whether a lead that is made this way is given out by rules when it has no owner. Who makes one on a page has it.
pub(crate) fn decides(cx: &Cx) -> bool {
    matches!(cx.scope().through, "api" | "import" | "mcp")
}

/// Gives a lead that nobody has to whom the rules say, in the same change set. Whether they say anybody.
pub(crate) fn give(tx: &mut Tx, set: &mut ChangeSet, made: &Record) -> Result<bool> {
    let rules = kept(tx)?;
    let Some((rule, user)) = decide(tx, &rules, made)? else { return Ok(false) };
    let (key, whom) = match rule {
        Some(at) => (rules.rules[at].key.as_str(), rules.rules[at].whom),
        None => (OTHERWISE, rules.otherwise.unwrap_or(Whom::User(user))),
    };
    if matches!(whom, Whom::Turn(_) | Whom::Language(_)) {
        tx.execute(
            "INSERT INTO lead_turns (workspace_id, rule, turn) VALUES (?1, ?2, 1) \
             ON CONFLICT (workspace_id, rule) DO UPDATE SET turn = lead_turns.turn + 1",
            &[tx.workspace().into(), key.into()],
        )?;
    }
    let ours = Locale::new(tx.locality());
    let name =
        rule.map_or_else(|| ours.t("assign-otherwise").into_owned(), |at| rules.rules[at].name.clone());
    let why = ours.tf("assign-why", &[("rule", name.into()), ("how", ours.t(whom.how()).into())]);
    let values = Values::from_iter([
        ("owner".to_owned(), Json::from(user.to_string())),
        ("assigned_because".to_owned(), why.into()),
    ]);
    save::edit(tx, set, &made.object, made.id, values, &Values::new())?.saved()?;
    Ok(true)
}

/// The rule that fits first, by its place (none: what holds otherwise), and who gets the lead.
fn decide(tx: &mut Tx, rules: &Assignment, made: &Record) -> Result<Option<(Option<usize>, Id)>> {
    let staff = Staff::of(tx)?;
    let places = (0..rules.rules.len()).map(Some).chain([None]);
    for place in places {
        let (key, whom, filter) = match place {
            Some(at) => {
                let rule = &rules.rules[at];
                (rule.key.as_str(), Some(rule.whom), Filter::parse(&rule.filter)?)
            }
            None => (OTHERWISE, rules.otherwise, Filter::default()),
        };
        let Some(whom) = whom else { continue };
        if !filter.is_empty() && !fits(tx, &filter, made)? {
            continue;
        }
        let turn = turn(tx, key)?;
        if let Some(user) = staff.choose(tx, whom, turn, made.text("language"), &HashMap::new())? {
            return Ok(Some((place, user)));
        }
    }
    Ok(None)
}

/// A rule over a field that is gone, or over what is the asker's, fits nothing.
fn fits(cx: &Cx, filter: &Filter, made: &Record) -> Result<bool> {
    match query::holding(cx, &made.object, filter, &[made.id]) {
        Ok(found) => Ok(found.contains(&made.id)),
        Err(Error::Invalid(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Whose turn it is; nobody else takes it meanwhile.
fn turn(tx: &mut Tx, rule: &str) -> Result<i64> {
    let params: [Value; 2] = [tx.workspace().into(), rule.into()];
    tx.execute("UPDATE lead_turns SET turn = turn WHERE workspace_id = ?1 AND rule = ?2", &params)?;
    let sql = "SELECT turn FROM lead_turns WHERE workspace_id = ?1 AND rule = ?2";
    Ok(tx.query_one(sql, &params)?.map_or(0, |row| row.int(0)))
}

/// Who can be given a lead; what is asked again and again is asked once.
struct Staff {
    active: HashSet<Id>,
    units: RefCell<HashMap<Id, Arc<Vec<Id>>>>,
    languages: RefCell<HashMap<Id, Option<Language>>>,
    loads: OnceCell<HashMap<Id, i64>>,
}

impl Staff {
    fn of(cx: &Cx) -> Result<Staff> {
        // Who only reads does nothing with it.
        let active = members::active(cx)?.into_iter().filter(|member| member.role >= Role::Member);
        Ok(Staff {
            active: active.map(|member| member.user).collect(),
            units: RefCell::default(),
            languages: RefCell::default(),
            loads: OnceCell::new(),
        })
    }

    fn of_unit(&self, cx: &Cx, unit: Id) -> Result<Arc<Vec<Id>>> {
        if let Some(known) = self.units.borrow().get(&unit) {
            return Ok(known.clone());
        }
        let mut people = match units::people_within(cx, &[unit]) {
            Ok(people) => people,
            Err(Error::NotFound) => Vec::new(),
            Err(error) => return Err(error),
        };
        people.retain(|user| self.active.contains(user));
        people.sort_unstable();
        people.dedup();
        let people = Arc::new(people);
        self.units.borrow_mut().insert(unit, people.clone());
        Ok(people)
    }

    fn speaks(&self, cx: &Cx, user: Id, language: Language) -> bool {
        let mut known = self.languages.borrow_mut();
        let theirs =
            known.entry(user).or_insert_with(|| users::find(cx, user).ok().map(|user| user.language));
        *theirs == Some(language)
    }

    /// Who of them; nobody when nobody is left there. `more` are leads that somebody would have on top of what they have.
    fn choose(
        &self,
        cx: &Cx,
        whom: Whom,
        turn: i64,
        language: &str,
        more: &HashMap<Id, i64>,
    ) -> Result<Option<Id>> {
        let in_turn = |people: &[Id]| match people.len() {
            0 => None,
            count => Some(people[usize::try_from(turn).unwrap_or(0) % count]),
        };
        Ok(match whom {
            Whom::User(user) => Some(user).filter(|user| self.active.contains(user)),
            Whom::Turn(unit) => in_turn(&self.of_unit(cx, unit)?),
            Whom::Language(unit) => {
                let people = self.of_unit(cx, unit)?;
                let language: Option<Language> = language.parse().ok();
                let speaks = |user: &Id| language.is_some_and(|language| self.speaks(cx, *user, language));
                let speakers: Vec<Id> = people.iter().copied().filter(speaks).collect();
                in_turn(if speakers.is_empty() { &people } else { &speakers })
            }
            Whom::Load(unit) => {
                let loads = match self.loads.get() {
                    Some(known) => known,
                    None => {
                        let asked = loads(cx)?;
                        self.loads.get_or_init(|| asked)
                    }
                };
                let of = |all: &HashMap<Id, i64>, user: &Id| all.get(user).copied().unwrap_or(0);
                let people = self.of_unit(cx, unit)?;
                people.iter().copied().min_by_key(|user| (of(loads, user) + of(more, user), *user))
            }
        })
    }
}

/// How many open leads everybody has.
fn loads(cx: &Cx) -> Result<HashMap<Id, i64>> {
    let open =
        [lead::CONVERTED, lead::REFUSED].map(|status| Filter::field("status", Operator::IsNot, &[status]));
    let query = Query { filter: Filter::All(open.into()), ..Query::default() };
    let found = query::groups(cx, &object(cx, lead::KEY)?, &query, "owner", &[])?;
    Ok(found.groups.into_iter().filter_map(|group| Some((as_id(&group.value)?, group.count))).collect())
}
