//! Templates: files of the program, which a workspace may change and take back, and letters of its own.

use kernel::{Cx, Error, Id, Result, Tx, Value};

use crate::order::What;

/// What a template shapes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The wording of a letter: [`crate::wording::Wording`].
    Wording,
    /// Typst source for this kind of printed matter.
    Layout(What),
}

impl Kind {
    pub fn key(self) -> &'static str {
        match self {
            Kind::Wording => "wording",
            Kind::Layout(what) => what.key(),
        }
    }

    fn from_key(key: &str) -> Option<Kind> {
        if key == "wording" { Some(Kind::Wording) } else { What::from_key(key).map(Kind::Layout) }
    }
}

/// A template as it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// `labels`, or an id for one of the workspace's own.
    pub key: String,
    pub kind: Kind,
    /// What the workspace calls it; empty for the product's own, which the catalogue names.
    pub name: String,
    pub source: String,
    /// It comes with the product.
    pub built_in: bool,
    /// The workspace changed it.
    pub changed: bool,
}

/// The product's own: key, kind, source.
const BUILT_IN: &[(&str, Kind, &str)] = &[
    ("stay-in-touch", Kind::Wording, include_str!("templates/stay-in-touch.txt")),
    ("birthday", Kind::Wording, include_str!("templates/birthday.txt")),
    ("letters", Kind::Layout(What::Letters), include_str!("templates/letters.typ")),
    ("labels", Kind::Layout(What::Labels), include_str!("templates/labels.typ")),
    ("envelopes", Kind::Layout(What::Envelopes), include_str!("templates/envelopes.typ")),
    ("index-cards", Kind::Layout(What::IndexCards), include_str!("templates/index-cards.typ")),
    ("call-list", Kind::Layout(What::CallList), include_str!("templates/call-list.typ")),
    ("cards", Kind::Layout(What::Cards), include_str!("templates/cards.typ")),
];

/// The longest source.
pub const LONGEST: usize = 100_000;
const LONGEST_NAME: usize = 100;

/// A template as it came with the product.
pub fn original(key: &str) -> Option<Template> {
    let (key, kind, source) = BUILT_IN.iter().find(|(known, _, _)| *known == key)?;
    Some(Template {
        key: (*key).to_owned(),
        kind: *kind,
        name: String::new(),
        source: (*source).to_owned(),
        built_in: true,
        changed: false,
    })
}

/// All that the workspace has: the product's own as changed here, then its own letters by name.
pub fn all(cx: &Cx) -> Result<Vec<Template>> {
    let rows = cx.query(
        "SELECT key, kind, name, source FROM print_templates WHERE workspace_id = ?1 ORDER BY name, key",
        &[cx.workspace().into()],
    )?;
    let mut found: Vec<Template> = BUILT_IN.iter().filter_map(|(key, _, _)| original(key)).collect();
    for row in &rows {
        match found.iter_mut().find(|template| template.key == row.text(0)) {
            Some(template) => {
                template.source = row.text(3).to_owned();
                template.changed = true;
            }
            None => found.push(Template {
                key: row.text(0).to_owned(),
                kind: Kind::from_key(row.text(1)).unwrap_or(Kind::Wording),
                name: row.text(2).to_owned(),
                source: row.text(3).to_owned(),
                built_in: false,
                changed: true,
            }),
        }
    }
    Ok(found)
}

/// The template of this key.
pub fn find(cx: &Cx, key: &str) -> Result<Template> {
    all(cx)?.into_iter().find(|template| template.key == key).ok_or(Error::NotFound)
}

/// The typst source for a kind of printed matter.
pub fn layout(cx: &Cx, what: What) -> Result<Template> {
    find(cx, what.key())
}

/// Changes one of the product's own, or one of the workspace's letters.
pub fn change(tx: &mut Tx, template: &Template) -> Result<()> {
    if template.source.len() > LONGEST {
        return Err(Error::invalid("source", "print-template-too-long"));
    }
    let name = template.name.trim();
    if !template.built_in && (name.is_empty() || name.chars().count() > LONGEST_NAME) {
        return Err(Error::invalid("name", if name.is_empty() { "required" } else { "print-name-too-long" }));
    }
    let params: [Value; 7] = [
        tx.workspace().into(),
        template.key.as_str().into(),
        template.kind.key().into(),
        name.into(),
        template.source.as_str().into(),
        tx.now().into(),
        tx.actor().user().into(),
    ];
    tx.execute(
        "INSERT INTO print_templates (workspace_id, key, kind, name, source, changed_at, changed_by) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (workspace_id, key) DO UPDATE \
         SET name = excluded.name, source = excluded.source, changed_at = excluded.changed_at, \
         changed_by = excluded.changed_by",
        &params,
    )?;
    tx.emit("print_templates");
    Ok(())
}

/// A letter of the workspace's own, with the wording of another to begin with. Its key.
pub fn add_wording(tx: &mut Tx, name: &str, source: String) -> Result<String> {
    let key = tx.new_id().to_string();
    let template = Template {
        key: key.clone(),
        kind: Kind::Wording,
        name: name.to_owned(),
        source,
        built_in: false,
        changed: true,
    };
    change(tx, &template)?;
    Ok(key)
}

/// Takes back what was changed of one of the product's own; one of the workspace's letters goes away.
pub fn restore(tx: &mut Tx, key: &str) -> Result<()> {
    tx.execute(
        "DELETE FROM print_templates WHERE workspace_id = ?1 AND key = ?2",
        &[tx.workspace().into(), Value::from(key)],
    )?;
    tx.emit("print_templates");
    Ok(())
}

/// Whether the key is that of a row of this workspace, for templates that are gone.
pub fn is_id(key: &str) -> bool {
    key.parse::<Id>().is_ok()
}
