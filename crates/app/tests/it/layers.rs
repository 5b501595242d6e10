//! A crate depends on lower layers only, so that siblings cannot see each other.

use std::collections::BTreeMap;

use crate::source;

struct Crate {
    layer: i64,
    dependencies: Vec<String>,
}

#[test]
fn every_crate_depends_on_lower_layers_only() {
    let crates = crates();
    let mut wrong = Vec::new();
    for (name, found) in &crates {
        for dependency in &found.dependencies {
            if let Some(other) = crates.get(dependency)
                && other.layer >= found.layer
            {
                wrong.push(format!("{name} ({}) depends on {dependency} ({})", found.layer, other.layer));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_crate_is_named_like_its_folder_and_has_a_layer() {
    let manifests = source::files("crates", "/Cargo.toml");
    assert_eq!(crates().len(), manifests.len());
}

#[test]
fn nobody_reaches_the_databases_but_the_kernel() {
    for manifest in source::files("crates", "/Cargo.toml") {
        let table: toml::Table = manifest.text.parse().unwrap();
        let uses = |name: &str| table.get("dependencies").is_some_and(|found| found.get(name).is_some());
        let may = manifest.path.contains("/kernel/")
            || manifest.path.contains("/testbed/")
            || manifest.path.contains("/bench/");
        assert!(may || !(uses("rusqlite") || uses("postgres")), "{} reaches a database", manifest.path);
    }
}

fn crates() -> BTreeMap<String, Crate> {
    let mut crates = BTreeMap::new();
    for manifest in source::files("crates", "/Cargo.toml") {
        let table: toml::Table =
            manifest.text.parse().unwrap_or_else(|error| panic!("{}: {error}", manifest.path));
        let package = &table["package"];
        let name = package["name"].as_str().unwrap().to_owned();
        assert_eq!(manifest.path, format!("crates/{name}/Cargo.toml"));
        let layer = package.get("metadata").and_then(|all| all.get("kartotek")?.get("layer")?.as_integer());
        let layer = layer.unwrap_or_else(|| panic!("{name} says in which layer it is"));
        let dependencies = match table.get("dependencies") {
            Some(all) => all.as_table().unwrap().keys().cloned().collect(),
            None => Vec::new(),
        };
        crates.insert(name, Crate { layer, dependencies });
    }
    crates
}
