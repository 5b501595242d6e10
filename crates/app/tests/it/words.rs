//! Whatever is declared has its words in every language.

use std::{collections::BTreeSet, sync::Arc};

use kernel::{Language, Locality, Timestamp};
use locale::Locale;
use print::{order::What, template};
use records::{
    Field, Json, Object,
    field::{Control, Reading},
    object::ObjectKind,
};
use workbench::Module;

#[test]
fn whatever_is_declared_has_its_words_in_every_language() {
    let mut more: Vec<String> =
        activities::repeat::OFFERED.iter().map(|(key, _)| (*key).to_owned()).collect();
    for what in What::ALL {
        let key = what.key();
        more.extend([format!("print-{key}"), format!("print-count-{key}"), format!("print-template-{key}")]);
        assert!(template::original(key).is_some(), "{key} has no template");
    }
    let all = app::wiring::modules();
    let of_module = |module: &dyn Module| {
        let lacking = |language| missing(module, &more, language);
        Language::ALL.into_iter().flat_map(lacking).collect::<Vec<_>>()
    };
    let missing: Vec<String> = all.iter().flat_map(|module| of_module(&**module)).collect();
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

fn missing(module: &dyn Module, more: &[String], language: Language) -> Vec<String> {
    let known: BTreeSet<&str> = locale::keys(language).into_iter().collect();
    let reading = reading(language);
    let mut keys: BTreeSet<String> = more.iter().cloned().collect();
    let mut missing = Vec::new();
    for object in module.objects() {
        keys.extend(keys_of(&object));
        missing.extend(object.fields.iter().flat_map(|field| unnamed_options(field, &reading)));
    }
    for kind in module.link_kinds() {
        keys.extend([kind.text(true), kind.text(false)]);
    }
    keys.extend(module.ways().into_iter().chain(module.commands()).map(|way| way.text.to_owned()));
    keys.extend(module.settings().into_iter().map(|(_, text)| text.to_owned()));
    missing.extend(keys.into_iter().filter(|key| !known.contains(key.as_str())));
    missing.iter().map(|key| format!("{language:?} lacks {key}")).collect()
}

fn reading(language: Language) -> Reading {
    let now = Timestamp::from_micros(1_795_305_600_000_000);
    let locality = Locality { language, ..Locality::default() };
    let today = now.in_zone(&locality.time_zone).date();
    Reading { locale: Locale::new(&locality), now, today, users: Arc::default(), titles: Arc::default() }
}

/// The names of an object, of its empty list, of its form in the composer if it is no card, and of its fields with their
/// groups, parts and labels.
fn keys_of(object: &Object) -> Vec<String> {
    let name = object.key;
    let mut keys = vec![
        name.to_owned(),
        object.many(),
        format!("new-{name}"),
        format!("create-{name}"),
        format!("empty-{name}"),
        format!("empty-{name}-text"),
    ];
    if object.kind != ObjectKind::Card {
        keys.extend([format!("save-{name}"), format!("toast-{name}")]);
    }
    for field in &object.fields {
        keys.extend([object.label(field), format!("group-{}", field.group)]);
        if field.hidden {
            continue;
        }
        let (parts, labels) = match field.kind.control() {
            Control::Parts(parts) => (parts, &[][..]),
            Control::Rows { parts, labels } => (parts, labels),
            _ => continue,
        };
        keys.extend(parts.iter().map(|part| format!("part-{}", part.replace('_', "-"))));
        keys.extend(labels.iter().map(|label| format!("label-{}", label.replace('_', "-"))));
    }
    keys
}

/// The choices of a field that are shown by their keys.
fn unnamed_options(field: &Field, reading: &Reading) -> Vec<String> {
    let Control::Choice { options, .. } = field.kind.control() else { return Vec::new() };
    let shown = |option: &String| field.kind.show(&Json::from(option.as_str()), reading);
    let key_end = |option: &String| format!("-{}", option.replace('_', "-"));
    options.iter().filter(|option| shown(option).ends_with(&key_end(option))).map(shown).collect()
}
