//! The workspace's own settings.

use identity::workspaces::{self, WorkspaceForm};
use kernel::{Error, Role};

use crate::{offices, wrong};

fn form() -> WorkspaceForm {
    WorkspaceForm {
        name: "Berg, Dahl & Kaya".to_owned(),
        language: "tr".to_owned(),
        country: "tr".to_owned(),
        currency: "try".to_owned(),
        time_zone: "Europe/Istanbul".to_owned(),
    }
}

#[test]
fn admins_change_the_workspace() {
    for office in offices() {
        let update = |role: Role, form: &WorkspaceForm| {
            office.write(&office.scope(office.bo, role), |tx| workspaces::update(tx, form))
        };
        assert!(matches!(update(Role::Member, &form()), Err(Error::Denied)));
        update(Role::Admin, &form()).unwrap();
        assert_eq!(office.heard(), ["workspace"]);
        let kept = office.read(workspaces::find);
        assert_eq!((kept.name.as_str(), kept.country.code()), ("Berg, Dahl & Kaya", "TR"));
        assert_eq!(kept.locality().time_zone.iana_name(), Some("Europe/Istanbul"));
        let nameless = WorkspaceForm { name: String::new(), time_zone: "Mars".to_owned(), ..form() };
        let expected = [("name", "identity-name-empty"), ("time_zone", "identity-time-zone-unknown")]
            .map(|(field, key)| (field.to_owned(), key));
        assert_eq!(wrong(update(Role::Admin, &nameless)), expected);
    }
}

#[test]
fn other_parts_keep_settings_with_the_workspace() {
    for office in offices() {
        let setting = |key: &str| office.read(|cx| workspaces::setting::<Vec<String>>(cx, key));
        assert_eq!(setting("sales.reasons"), None);
        let set = |key: &str, value: &[&str]| {
            office.write(&office.as_owner(), |tx| workspaces::set_setting(tx, key, &value)).unwrap()
        };
        set("sales.reasons", &["price"]);
        set("phone.lines", &["main"]);
        set("sales.reasons", &["price", "time"]);
        assert_eq!(setting("sales.reasons").unwrap(), ["price", "time"]);
        assert_eq!(setting("phone.lines").unwrap(), ["main"]);
        assert_eq!(office.heard(), ["workspace"; 3]);
    }
}

#[test]
fn people_see_the_workspaces_they_may_enter() {
    for office in offices() {
        let names = || {
            let workspaces = office.read(|cx| workspaces::of_user(cx, office.bo));
            workspaces.into_iter().map(|workspace| workspace.name).collect::<Vec<_>>()
        };
        assert_eq!(names(), ["Berg og Dahl"]);
        office.write(&office.as_owner(), |tx| identity::members::remove(tx, office.bo)).unwrap();
        assert!(names().is_empty());
    }
}
