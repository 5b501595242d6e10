//! Keys: who comes in with one, for how long, with which rights.

use identity::api_keys;
use kernel::{Role, clock::DAY};
use testbed::on_each_database;
use web::Method;

#[test]
fn a_key_is_made_shown_once_used_and_withdrawn() {
    on_each_database(|bed| {
        let mia = bed.mia();
        let form = [("name", "Till at the harbour"), ("role", "read_only"), ("days", "30")];
        let page = mia.post("/settings/api-keys", &form).is(200);
        let text = page.text();
        let from = text.find("kartotek_").expect("the key is shown");
        let key: String =
            text[from..].chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
        let program = bed.stranger().header("authorization", format!("Bearer {key}"));
        mia.get("/settings/api-keys").shows("Never").hides(&key);
        program.get("/api/v1/people").is(200);
        let listed = mia.get("/settings/api-keys").shows("Till at the harbour").hides("Never").hides(&key);
        let id = listed.ids("/settings/api-keys/").remove(0);
        mia.post(&format!("/settings/api-keys/{id}/withdraw"), &[]).is(303);
        program.get("/api/v1/people").is(401);
        mia.get("/settings/api-keys").hides("Till at the harbour");
    });
}

#[test]
fn a_key_ends_on_its_day_and_with_its_maker() {
    on_each_database(|bed| {
        let (_, key) = bed.write(|tx| api_keys::create(tx, "Soon over", Role::Member, 30));
        let program = bed.stranger().header("authorization", format!("Bearer {key}"));
        bed.advance(29 * DAY);
        program.get("/api/v1/people").is(200);
        bed.advance(2 * DAY);
        program.get("/api/v1/people").is(401);

        let ivan = bed.ivan();
        let key =
            bed.db().write(&ivan.scope(), |tx| api_keys::create(tx, "Ivan's", Role::Admin, 0)).unwrap().1;
        let program = bed.stranger().header("authorization", format!("Bearer {key}"));
        let body = serde_json::json!({ "fields": { "name": "Anna Berg" } });
        program.json(Method::POST, "/api/v1/people", &body).is(201);
        bed.write(|tx| identity::members::set_role(tx, ivan.user, Role::ReadOnly));
        program.get("/api/v1/people").is(200);
        program.json(Method::POST, "/api/v1/people", &body).is(403);
        bed.write(|tx| identity::members::remove(tx, ivan.user));
        program.get("/api/v1/people").is(401);
    });
}

#[test]
fn nobody_makes_a_key_above_themselves() {
    on_each_database(|bed| {
        let form = |role| [("name", "Too much"), ("role", role), ("days", "0")];
        bed.sven().post("/settings/api-keys", &form("read_only")).is(403);
        bed.ivan().post("/settings/api-keys", &form("owner")).is(422);
        bed.ivan().post("/settings/api-keys", &form("admin")).is(200);
        bed.mia().post("/settings/api-keys", &[("name", " "), ("role", "member"), ("days", "7")]).is(422);
        let (id, _) = bed.write(|tx| api_keys::create(tx, "Mia's own", Role::Owner, 0));
        bed.ivan().post(&format!("/settings/api-keys/{id}/withdraw"), &[]).is(403);
        bed.olga().post(&format!("/settings/api-keys/{id}/withdraw"), &[]).is(404);
    });
}

#[test]
fn a_session_is_no_key_and_a_key_no_session() {
    on_each_database(|bed| {
        let answer = bed.mia().get("/api/v1/people").is(401);
        assert_eq!(answer.header("content-type"), "application/problem+json");
        assert_eq!(answer.header("www-authenticate"), "Bearer");
        assert_eq!(answer.json()["code"], "api-key-needed");
        let program = bed.program(Role::Owner);
        assert!(program.ask(Method::GET, "/people").location().starts_with("/sign-in"));
        for wrong in ["Bearer kartotek_wrong", "Bearer", "Basic a2V5"] {
            bed.stranger().header("authorization", wrong).get("/api/v1/people").is(401);
        }
    });
}

#[test]
fn every_role_may_what_its_people_may() {
    on_each_database(|bed| {
        let body = serde_json::json!({ "fields": { "name": "Anna Berg" } });
        let reader = bed.program(Role::ReadOnly);
        reader.get("/api/v1/people").is(200);
        assert_eq!(reader.post("/api/v1/people", &body).is(403).json()["code"], "api-denied");
        bed.program(Role::Member).post("/api/v1/people", &body).is(201);
    });
}
