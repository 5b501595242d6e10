//! Fields: one file per type. A type knows how its values are typed, kept, compared, shown and exported; the
//! rest of the engine knows fields only through [`FieldType`].

pub mod addresses;
pub mod channels;
pub mod computed;
pub mod date;
pub mod date_time;
pub mod emails;
pub mod file;
pub mod links;
pub mod long_text;
pub mod mentions;
pub mod money;
pub mod multi_select;
pub mod number;
pub mod options;
pub mod partial_date;
pub mod participants;
pub mod person_name;
pub mod phones;
pub mod rank;
pub mod rating;
pub mod reference;
pub mod schema;
pub mod select;
pub mod socials;
pub mod text;
pub mod user;
pub mod yes_no;

mod condition;
mod input;

use std::{collections::HashMap, fmt, sync::Arc};

use formats::spreadsheet::Cell;
use identity::rights::FieldRight;
use jiff::civil::Date;
use kernel::{Cx, Id, Result, Text, Timestamp, Value};
use locale::Locale;
use sea_query::Condition;

pub use self::{
    condition::{Target, days},
    input::{Input, Pairs},
};
use crate::{Json, formula::Formula, lookups::Lookup, query::Operator, shape::past::Past};

/// One field of an object.
#[derive(Debug, Clone)]
pub struct Field {
    /// In addresses, columns and exports; `snake_case`, at most 40 letters.
    pub key: String,
    pub kind: Arc<dyn FieldType>,
    /// The heading it stands under on the card.
    pub group: &'static str,
    pub required: bool,
    /// Set by the engine or a behaviour; nobody types it.
    pub computed: bool,
    /// A column of the list unless the view says otherwise.
    pub listed: bool,
    /// Found by searching.
    pub searched: bool,
    /// Lists are often sorted or narrowed by it: it gets an index.
    pub indexed: bool,
    /// Not shown on the card's page, only in its form and exports.
    pub hidden: bool,
    /// Shown and edited in a place of its own, not among the fields: the lines of a document.
    pub apart: bool,
    /// A date-time that is shown as day and time, however near: when something is planned.
    pub exact: bool,
    /// Of the workspace's own making: its values stand in [`crate::own`].
    pub own: bool,
    /// Taken out of use: nothing shows it but history, and its values are kept.
    pub retired: bool,
    /// No two living records have the same value.
    pub unique: bool,
    /// What the workspace calls it; else it is in the catalogue of texts.
    pub label: Option<Arc<str>>,
    /// Must be filled in where this is true.
    pub required_when: Option<Arc<Formula>>,
    /// What helps to fill it in.
    pub help: Option<Arc<str>>,
    /// What a new record has unless somebody says otherwise.
    pub default: Json,
    /// What the actor may do with it; see [`crate::access`].
    pub right: FieldRight,
    /// Under which an own field's values stand where that is not its key; see [`crate::shape::past`].
    pub stored: String,
    /// The field whose value says which of its options go with a record; empty where all do.
    pub within: &'static str,
    /// The date-time field that says since when a record has its value; how long it had each is kept then: see [`crate::stays`].
    pub timed_by: &'static str,
    /// The same of a choice of a workspace's own, since when by the change itself.
    pub timed: bool,
    /// The types that it had, oldest first.
    pub past: Arc<[Past]>,
    /// Records may still have values of these.
    pub changing: bool,
}

macro_rules! flags {
    ($($flag:ident),*) => {$(
        pub fn $flag(mut self) -> Field {
            self.$flag = true;
            self
        }
    )*};
}

impl Field {
    pub fn new(key: &str, kind: impl FieldType + 'static) -> Field {
        Field::of(key, Arc::new(kind))
    }

    pub(crate) fn of(key: &str, kind: Arc<dyn FieldType>) -> Field {
        Field {
            key: key.to_owned(),
            kind,
            group: "about",
            required: false,
            computed: false,
            listed: false,
            searched: false,
            indexed: false,
            hidden: false,
            apart: false,
            exact: false,
            own: false,
            retired: false,
            unique: false,
            required_when: None,
            label: None,
            help: None,
            right: FieldRight::Editable,
            default: Json::Null,
            stored: String::new(),
            within: "",
            timed_by: "",
            timed: false,
            past: Arc::default(),
            changing: false,
        }
    }

    /// Under which its values stand.
    pub(crate) fn stored(&self) -> &str {
        if self.stored.is_empty() { &self.key } else { &self.stored }
    }

    pub fn group(mut self, group: &'static str) -> Field {
        self.group = group;
        self
    }

    pub fn within(mut self, field: &'static str) -> Field {
        self.within = field;
        self
    }

    /// How long records have each of its values is kept, since when by this computed field.
    pub fn timed(mut self, since: &'static str) -> Field {
        self.timed_by = since;
        self
    }

    flags!(required, computed, listed, searched, indexed, hidden, apart, exact, own, retired, unique);

    /// Whether it is kept how long records have each of its values.
    pub fn is_timed(&self) -> bool {
        self.timed || !self.timed_by.is_empty()
    }

    /// The columns it has in its object's table, or would have if it were not an own one.
    pub fn columns(&self) -> Vec<Column> {
        let suffixed = |(suffix, kind): &(&str, ColumnKind)| Column {
            name: format!("{}{suffix}", self.stored()),
            kind: *kind,
        };
        self.kind.storage().iter().map(suffixed).collect()
    }

    /// The column that lists are sorted by, when they can be.
    pub fn sort_column(&self) -> Option<String> {
        self.kind.sort_suffix().map(|suffix| format!("{}{suffix}", self.key))
    }
}

/// A column of an object's table. Never null: what is empty has the kind's own value for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub kind: ColumnKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Empty is `''`.
    Text,
    /// Empty is [`EMPTY_NUMBER`].
    Number,
    /// Empty is no bytes: sort keys.
    Bytes,
    /// Empty is [`Id::NIL`].
    Id,
    /// The values of own fields: see [`crate::own`].
    Own,
}

/// The number that stands for no number; it sorts before all others.
pub const EMPTY_NUMBER: i64 = i64::MIN;

impl ColumnKind {
    pub fn empty(self) -> Value {
        match self {
            ColumnKind::Text | ColumnKind::Own => Value::Text(String::new()),
            ColumnKind::Number => Value::Int(EMPTY_NUMBER),
            ColumnKind::Bytes => Value::Bytes(Vec::new()),
            ColumnKind::Id => Value::Id(Id::NIL),
        }
    }
}

/// What reading and showing a value depends on: language, place, today.
#[derive(Clone)]
pub struct Reading {
    pub locale: Locale,
    pub now: Timestamp,
    pub today: Date,
    /// Names of the workspace's users by id, for fields that name one.
    pub users: Arc<HashMap<Id, String>>,
    /// Titles of the cards that are referred to, as far as they were loaded.
    pub titles: Arc<HashMap<Id, String>>,
}

impl Reading {
    /// Without names of users and titles of cards: for parsing.
    pub fn plain(cx: &Cx) -> Reading {
        Reading {
            locale: Locale::new(cx.locality()),
            now: cx.now(),
            today: cx.today(),
            users: Arc::default(),
            titles: Arc::default(),
        }
    }

    /// The name of a user, or the product's own for what nobody did.
    pub fn user(&self, id: Option<Id>) -> String {
        match id {
            Some(id) => self.users.get(&id).cloned().unwrap_or_else(|| self.locale.t("someone").into_owned()),
            None => "Kartotek".to_owned(),
        }
    }
}

/// Which control a form shows. The names of its inputs are the field's key, with a dot before each part.
#[derive(Debug, Clone, PartialEq)]
pub enum Control {
    Line {
        input_type: &'static str,
        mode: &'static str,
    },
    Lines,
    /// Named parts in one row, such as the parts of a name.
    Parts(&'static [&'static str]),
    /// Any number of rows of parts: `key.0.part`. The last part listed is the label when `labels` are given.
    Rows {
        parts: &'static [&'static str],
        labels: &'static [&'static str],
    },
    Choice {
        options: Vec<String>,
        open: bool,
    },
    Choices {
        options: Vec<String>,
        open: bool,
    },
    Tick,
    Stars,
    User,
    Card {
        object: Option<String>,
    },
    /// Any number of cards, users and e-mail addresses: `key.0.who`, with what each answered in `key.0.answer`.
    Participants,
    File {
        image: bool,
    },
}

/// What a kind of field can do. Values are [`Json`] in the form the type's file describes; `null` is empty.
pub trait FieldType: fmt::Debug + Send + Sync {
    /// Its name, such as `person_name`.
    fn key(&self) -> &'static str;

    /// Columns by suffix; the first, without suffix, holds the value.
    fn storage(&self) -> &'static [(&'static str, ColumnKind)];

    /// The suffix of the column that sorts; `None` when the type has no order.
    fn sort_suffix(&self) -> Option<&'static str> {
        Some("")
    }

    /// The suffix of the column that people read, when the field is a card's title.
    fn text_suffix(&self) -> &'static str {
        ""
    }

    /// Reads what somebody typed; an empty input is `null`.
    fn parse(&self, input: &Input, reading: &Reading) -> Result<Json, Text>;

    /// The canonical form of a value that came from outside as JSON, or what is wrong with it.
    fn check(&self, value: &Json) -> Result<Json, Text>;

    /// The columns' values, in the order of [`FieldType::storage`]. The value has been checked.
    fn bind(&self, value: &Json, locale: &Locale) -> Vec<Value>;

    /// The value from its first column.
    fn read(&self, column: &Value) -> Json;

    /// As people read it, on one line.
    fn show(&self, value: &Json, reading: &Reading) -> String;

    /// As people edit it: pairs of input names (see [`Control`]) and texts.
    fn fill(&self, key: &str, value: &Json, reading: &Reading) -> Pairs {
        vec![(key.to_owned(), if value.is_null() { String::new() } else { self.show(value, reading) })]
    }

    /// As other programs read it in a table: ISO dates, plain numbers.
    fn export(&self, value: &Json) -> String {
        value
            .as_str()
            .map_or_else(|| if value.is_null() { String::new() } else { value.to_string() }, str::to_owned)
    }

    /// As a cell of a spreadsheet: a date, a number stays one. See [`FieldType::export`] for what is a text.
    fn cell(&self, value: &Json, _: &Reading) -> Cell {
        Cell::text(self.export(value))
    }

    /// The value of a cell that says itself what it is; nothing when its text has to be read as if somebody typed it.
    fn read_cell(&self, _: &Cell, _: &Reading) -> Option<Result<Json, Text>> {
        None
    }

    fn control(&self) -> Control;

    /// What it chooses from.
    fn options(&self) -> Option<&options::Options> {
        None
    }

    /// The JSON Schema of its values, without `null`, which every field may be.
    fn schema(&self) -> Json {
        schema::of_control(&self.control())
    }

    fn operators(&self) -> &'static [Operator];

    /// The condition that this operator means on the columns of the target.
    fn condition(&self, target: &Target, operator: Operator, arguments: &[String]) -> Result<Condition>;

    /// Words by which the card is found.
    fn words(&self, _value: &Json, _out: &mut Vec<String>) {}

    /// Normal forms by which the card is looked up and matched.
    fn lookups(&self, _value: &Json, _out: &mut Vec<Lookup>) {}

    /// The cards that a value names, as references: nobody names one that they do not see.
    fn references<'v>(&self, _value: &'v Json) -> Vec<&'v Json> {
        Vec::new()
    }

    /// The object that the field refers to, and whether it may be any.
    fn refers_to(&self) -> Option<&str> {
        None
    }

    /// How many decimals its numbers have.
    fn decimals(&self) -> u32 {
        0
    }

    /// The sum of a column of it means something.
    fn adds_up(&self) -> bool {
        false
    }
}

/// The string that a value is, or nothing.
pub fn as_text(value: &Json) -> &str {
    value.as_str().unwrap_or_default()
}

/// The id that a value is.
pub fn as_id(value: &Json) -> Option<Id> {
    value.as_str()?.rsplit(':').next()?.parse().ok()
}

pub(crate) fn text_or_null(text: &str) -> Json {
    if text.is_empty() { Json::Null } else { Json::String(text.to_owned()) }
}

/// A list, or `null` when it holds nothing.
pub fn list_or_null(items: Vec<Json>) -> Json {
    if items.is_empty() { Json::Null } else { Json::Array(items) }
}

/// The column of a value that is kept as JSON text.
pub fn json_column(value: &Json) -> Value {
    Value::Text(if value.is_null() { String::new() } else { value.to_string() })
}

pub fn read_json(column: &Value) -> Json {
    match column {
        Value::Text(text) if !text.is_empty() => serde_json::from_str(text).unwrap_or(Json::Null),
        _ => Json::Null,
    }
}

pub(crate) fn read_number(column: &Value) -> Option<i64> {
    match column {
        Value::Int(number) if *number != EMPTY_NUMBER => Some(*number),
        _ => None,
    }
}

pub(crate) fn too_long(most: usize) -> Text {
    Text::new("too-long").with("max", most)
}
