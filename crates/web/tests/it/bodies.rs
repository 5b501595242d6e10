//! Forms and files as they arrive, and their limits.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use axum::Router;
use kernel::{Id, Timestamp};
use parking_lot::Mutex;
use web::{Permission, Response, Routes, Settings};

use crate::office::{Answer, Office, ask_with, post, signed_in};

const MIB: usize = 1024 * 1024;

/// A form that says what it got, and an upload of at most 2 MiB that notes where the file was.
fn forms() -> (Router, Arc<Mutex<Vec<PathBuf>>>) {
    forms_spooled(&std::env::temp_dir())
}

fn forms_spooled(folder: &Path) -> (Router, Arc<Mutex<Vec<PathBuf>>>) {
    let mut routes = Routes::<Office>::new();
    routes.post("/form", Permission::Anyone, |_, request| {
        let names: Vec<String> = request.form.iter().map(|(name, value)| format!("{name}={value}")).collect();
        Ok(Response::text(format!("{} {}", names.join("|"), request.body.len())))
    });
    let seen = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&seen);
    routes.upload("/files", Permission::Write, 2 * MIB as u64, move |_, request| {
        let files = request.uploads.iter().map(|upload| {
            noted.lock().push(upload.path.clone());
            let content = fs::read(&upload.path).unwrap();
            assert_eq!(content.len() as u64, upload.size);
            format!("{} {} {} {:?}", upload.field, upload.file_name, upload.size, content.last())
        });
        Ok(Response::text(format!("{} {}", files.collect::<Vec<_>>().join("|"), request.form.text("note"))))
    });
    let settings = Settings { spool: folder.to_owned(), ..Settings::default() };
    (web::router(Arc::new(Office { settings, ..Office::default() }), routes), seen)
}

async fn send_form(body: String) -> Answer {
    let request = post("/form").header("content-type", "application/x-www-form-urlencoded");
    let request = request.header("content-length", body.len());
    ask_with(&forms().0, request, body).await
}

fn multipart(path: &str, role: &str) -> axum::http::request::Builder {
    post(path).header("content-type", "multipart/form-data; boundary=EDGE").header("cookie", signed_in(role))
}

fn part(disposition: &str, content: &str) -> String {
    format!("--EDGE\r\nContent-Disposition: form-data; {disposition}\r\n\r\n{content}\r\n")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_is_read_in_order() {
    let answer = send_form("b=2&a=1&b=S%C3%B8ren".into()).await;
    assert_eq!(answer.text(), "b=2|a=1|b=Søren 0");
    let json = ask_with(&forms().0, post("/form").header("content-type", "application/json"), "{}").await;
    assert_eq!(json.text(), " 2");
}

#[tokio::test(flavor = "multi_thread")]
async fn forms_have_limits() {
    assert_eq!(send_form(format!("a={}", "x".repeat(255 * 1024))).await.status, 200);
    let field = send_form(format!("a={}", "x".repeat(257 * 1024))).await;
    assert_eq!(field.status, 413);
    assert!(field.text().contains("a: request-field-too-large kilobytes=256"), "{}", field.text());
    assert_eq!(send_form("a=1&".repeat(1_999)).await.status, 200);
    assert_eq!(send_form("a=1&".repeat(2_001)).await.status, 413);
    let whole = send_form(format!("a={0}&b={0}&c={0}&d={0}&e={0}", "x".repeat(250 * 1024))).await;
    assert_eq!(whole.status, 413);
    assert!(whole.text().contains("request-too-large megabytes=1"));
    // Without a length announced, it is noticed while reading.
    let form = post("/form").header("content-type", "application/x-www-form-urlencoded");
    assert_eq!(ask_with(&forms().0, form, "x".repeat(MIB + 1)).await.status, 413);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_spooled_and_gone_afterwards() {
    let (router, seen) = forms();
    let body = part("name=\"note\"", "two\r\nlines")
        + &part("name=\"csv\"; filename=\"C:\\\\people\\\\København.csv\"", &"y".repeat(MIB))
        + &part("name=\"nothing\"; filename=\"\"", "")
        + "--EDGE--\r\n";
    let answer = ask_with(&router, multipart("/files", "member"), body).await;
    assert_eq!(answer.text(), "csv København.csv 1048576 Some(121) two\nlines");
    let paths = seen.lock().clone();
    assert_eq!(paths.len(), 1);
    assert!(paths.iter().all(|path| !path.exists()));
}

#[tokio::test(flavor = "multi_thread")]
async fn uploads_have_limits() {
    let folder = std::env::temp_dir().join(format!("kartotek-test-{}", Id::new(Timestamp::system_now())));
    fs::create_dir(&folder).unwrap();
    let (router, seen) = forms_spooled(&folder);
    let file = |size: usize| part("name=\"csv\"; filename=\"a.csv\"", &"y".repeat(size)) + "--EDGE--\r\n";
    let answer = ask_with(&router, multipart("/files", "member"), file(2 * MIB + 1)).await;
    assert_eq!(answer.status, 413);
    assert!(answer.text().contains("request-too-large megabytes=2"));
    let announced = multipart("/files", "member").header("content-length", 3 * MIB);
    assert_eq!(ask_with(&router, announced, file(3 * MIB)).await.status, 413);
    assert_eq!(ask_with(&router, multipart("/files", "read_only"), file(3)).await.status, 403);
    assert_eq!(ask_with(&router, multipart("/files", "nobody"), file(3)).await.status, 303);
    let text = part("name=\"note\"", &"x".repeat(257 * 1024)) + "--EDGE--\r\n";
    assert_eq!(ask_with(&router, multipart("/files", "member"), text).await.status, 413);
    let broken = ask_with(&router, multipart("/files", "member"), "--EDGE\r\nnonsense").await;
    assert_eq!(broken.status, 400);
    let unexpected = ask_with(&router, multipart("/form", "member"), file(3)).await;
    assert_eq!(unexpected.status, 400);
    assert!(unexpected.text().contains("request-files-not-taken"));
    assert!(seen.lock().is_empty());
    // What was begun is gone too: removing a folder that is not empty fails.
    fs::remove_dir(&folder).unwrap();
}
