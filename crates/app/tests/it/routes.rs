//! The table of routes: who may do what is asked of every one of them.

use kernel::{Id, Role};
use testbed::{Testbed, on_each_database};
use web::{Method, Permission};

/// Routes that anybody may call, signed in or not. A new one is a decision, so it stands here too.
const FOR_ANYONE: [&str; 37] = [
    "GET /invitations/{token}",
    "GET /sign-in",
    "GET /sign-in/code",
    "GET /sign-in/open-id/answer",
    "GET /sign-in/open-id/{workspace}",
    "GET /sign-in/set-up",
    "GET /welcome",
    "POST /invitations/{token}",
    "POST /sign-in",
    "POST /sign-in/code",
    "POST /sign-in/passkey",
    "POST /sign-in/passkey/challenge",
    "POST /sign-in/set-up",
    "POST /sign-out",
    "POST /view-as/end",
    "POST /welcome",
    "GET /calendar/feed/{token}",
    "GET /documents/{token}",
    "GET /documents/{token}/pdf",
    "GET /documents/{token}/ubl",
    "POST /documents/{token}",
    "POST /documents/{token}/choice",
    "POST /documents/{token}/opened",
    "GET /visits/{token}",
    "GET /invited/{token}",
    "POST /invited/{token}",
    "POST /visits/{token}",
    "GET /agree/{token}",
    "POST /agree/{token}",
    "GET /forms/{token}",
    "POST /forms/{token}",
    "OPTIONS /forms/{token}",
    "GET /health",
    "GET /.well-known/caldav",
    "GET /.well-known/carddav",
    "PROPFIND /.well-known/caldav",
    "PROPFIND /.well-known/carddav",
];

/// Routes that take what pages of any site send. They know no cookies.
const FOR_ANY_SITE: [&str; 3] = ["GET /forms/{token}", "POST /forms/{token}", "OPTIONS /forms/{token}"];

/// Routes that the tests below do not reach. It stays empty.
const ROUTES_WITHOUT_AN_AUTHORISATION_TEST: [&str; 0] = [];

pub(crate) struct Route {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) permission: Permission,
}

impl Route {
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// It wants a key, not a session.
    pub(crate) fn is_for_programs(&self) -> bool {
        self.path.starts_with("/api/v1/")
    }

    /// It wants a password for devices.
    pub(crate) fn is_for_devices(&self) -> bool {
        self.path.starts_with("/dav/")
    }

    /// The address, with this in the place of every key.
    pub(crate) fn filled(&self, id: &str) -> String {
        let object = if self.is_for_programs() { "people" } else { "person" };
        let parts = self.path.split('/').map(|part| match part {
            "{field}" => "name",
            "{channel}" => "phone",
            "{kind}" => "note",
            "{object}" => object,
            "{role}" => "member",
            part if part.starts_with('{') => id,
            part => part,
        });
        parts.collect::<Vec<_>>().join("/")
    }
}

pub(crate) fn table(bed: &Testbed) -> Vec<Route> {
    let table = bed.app.routes().table();
    table.into_iter().map(|(method, path, permission)| Route { method, path, permission }).collect()
}

fn lower_role(permission: Permission) -> Option<Role> {
    match permission {
        Permission::Public | Permission::Anyone | Permission::SignedIn | Permission::Read => None,
        Permission::Write => Some(Role::ReadOnly),
        Permission::Admin => Some(Role::Member),
        Permission::Owner => Some(Role::Admin),
    }
}

#[test]
fn every_route_asks_who_is_there_and_what_they_may() {
    on_each_database(|bed| {
        let stranger = bed.stranger();
        let part = bed.stranger().partly();
        let id = Id::new(bed.db().clock().now()).to_string();
        let mut asked = 0;
        for route in table(bed).iter().filter(|route| route.permission > Permission::Anyone) {
            let (path, name) = (route.filled(&id), route.name());
            if ROUTES_WITHOUT_AN_AUTHORISATION_TEST.contains(&name.as_str()) {
                continue;
            }
            if route.is_for_programs() {
                let answer = stranger.submit(route.method.clone(), &path, &[]);
                assert_eq!(answer.status, 401, "{name} lets strangers in");
                let session = bed.mia().submit(route.method.clone(), &path, &[]);
                assert_eq!(session.status, 401, "{name} takes a session for a key");
                if let Some(role) = lower_role(route.permission) {
                    let answer = bed.program(role).submit(route.method.clone(), &path, &[]);
                    assert_eq!(answer.status, 403, "{name} as {role:?}");
                }
                asked += 1;
                continue;
            }
            if route.is_for_devices() {
                let answer = stranger.submit(route.method.clone(), &path, &[]);
                assert_eq!(answer.status, 401, "{name} lets strangers in");
                let session = bed.mia().submit(route.method.clone(), &path, &[]);
                assert_eq!(session.status, 401, "{name} takes a session for a password");
                if let Some(role) = lower_role(route.permission) {
                    let somebody = bed.with_role(role);
                    let answer = bed.device(&somebody).ask(route.method.as_str(), &path, &[], "");
                    assert_eq!(answer.status, 403, "{name} as {role:?}");
                }
                asked += 1;
                continue;
            }
            let answer = stranger.submit(route.method.clone(), &path, &[]);
            assert!(answer.location().starts_with("/sign-in"), "{name} lets strangers in: {}", answer.status);
            assert_eq!(part.submit(route.method.clone(), &path, &[]).status, 401, "{name}, a part of a page");
            if let Some(role) = lower_role(route.permission) {
                let answer = bed.with_role(role).submit(route.method.clone(), &path, &[]);
                assert_eq!(answer.status, 403, "{name} as {role:?}");
            }
            asked += 1;
        }
        assert!(asked > 60, "the table has been walked: {asked}");
    });
}

#[test]
fn nothing_is_for_anyone_by_accident() {
    let bed = Testbed::new(testbed::Database::Sqlite);
    for route in table(&bed).iter().filter(|route| route.permission <= Permission::Anyone) {
        assert!(FOR_ANYONE.contains(&route.name().as_str()), "{} is for anyone", route.name());
    }
}

#[test]
fn nothing_takes_what_other_sites_send_by_accident() {
    let bed = Testbed::new(testbed::Database::Sqlite);
    for route in table(&bed).iter().filter(|route| route.permission == Permission::Public) {
        assert!(FOR_ANY_SITE.contains(&route.name().as_str()), "{} takes forms of other sites", route.name());
    }
}

#[test]
fn what_changes_something_is_not_a_link() {
    on_each_database(|bed| {
        // A role that may only read opens every page that reading asks for, and none of them fails.
        let rita = bed.rita();
        let id = bed.person("Anna Berg").save().to_string();
        for route in table(bed) {
            let reads = matches!(route.permission, Permission::Read | Permission::SignedIn);
            if route.method == Method::GET && reads {
                let path = route.filled(&id);
                let answer = rita.get(&path);
                assert!(answer.status < 500, "{} fails: {}", route.name(), answer.status);
            }
        }
        bed.leave_jobs();
    });
}

#[test]
fn live_news_is_for_who_is_signed_in() {
    on_each_database(|bed| {
        let answer = bed.stranger().get("/live");
        assert!(answer.status == 401 || answer.status == 303, "{}", answer.status);
    });
}

#[test]
fn a_form_of_another_site_is_refused() {
    on_each_database(|bed| {
        let evil = bed.mia().from_another_site();
        let ours = |route: &&Route| !route.method.is_safe() && !FOR_ANY_SITE.contains(&route.name().as_str());
        for route in table(bed).iter().filter(ours) {
            let answer = evil.submit(route.method.clone(), &route.filled("x"), &[]);
            assert_eq!(answer.status, 403, "{} takes forms of other sites", route.name());
        }
    });
}
