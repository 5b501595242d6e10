//! How answers are sent: redirects, toasts, downloads, compression, assets.

use std::io::{Read, Write};

use axum::Router;
use maud::html;
use web::{Flash, Permission, Response, Routes};

use crate::office::{Answer, Office, ask, get, open, open_with, post};

fn saving() -> Router {
    let mut routes = Routes::<Office>::new();
    routes.post("/save", Permission::Anyone, |_, request| {
        let undo = Some("/undo/1".to_owned());
        if request.is_fragment() && request.query.has("stay") {
            return Ok(Response::fragment(html! { p { "saved" } }).toast("小明 saved 😀", undo));
        }
        Ok(Response::redirect("/page?q=Søren").toast("小明 saved", undo))
    });
    routes.get("/page", Permission::Anyone, |_, request| {
        let flash = request.flash();
        Ok(Response::page(html! { p { (flash.map(|flash| format!("{flash:?}")).unwrap_or_default()) } }))
    });
    open(routes)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_toast_survives_the_redirect_and_shows_once() {
    let router = saving();
    let saved = ask(&router, post("/save")).await;
    assert_eq!((saved.status, saved.header("location")), (303, "/page?q=S%C3%B8ren"));
    let cookie = saved.cookie("kartotek_flash").unwrap();
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax; Max-Age=60"), "{cookie}");
    let value = cookie.split(';').next().unwrap();
    let shown = ask(&router, get("/page").header("cookie", format!("kartotek_flash={value}"))).await;
    let flash = Flash { text: "小明 saved".into(), undo: Some("/undo/1".into()) };
    assert!(shown.text().contains(&html! { (format!("{flash:?}")) }.into_string()), "{}", shown.text());
    assert!(shown.cookie("kartotek_flash").unwrap().starts_with("; Path=/"), "cleared");
    assert!(shown.cookie("kartotek_flash").unwrap().ends_with("Max-Age=0"));
    assert_eq!(ask(&router, get("/page")).await.cookie("kartotek_flash"), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_toasts_at_once_and_redirects_as_a_whole() {
    let router = saving();
    let stayed = ask(&router, post("/save?stay=1").header("hx-request", "true")).await;
    assert_eq!(
        stayed.header("hx-trigger"),
        r#"{"toast":{"text":"\u5c0f\u660e saved \ud83d\ude00","undo":"/undo/1"}}"#
    );
    assert_eq!(stayed.cookie("kartotek_flash"), None);
    assert_eq!(stayed.header("cache-control"), "no-store");
    let left = ask(&router, post("/save").header("hx-request", "true")).await;
    assert_eq!((left.status, left.header("hx-redirect")), (200, "/page?q=S%C3%B8ren"));
    assert!(left.cookie("kartotek_flash").is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_may_be_kept_for_the_back_button_only() {
    let page = ask(&saving(), get("/page")).await;
    assert_eq!(page.header("cache-control"), "private, no-cache");
    assert_eq!(page.header("vary"), "HX-Request, Accept-Encoding");
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
}

async fn download(accept: &str) -> Answer {
    let router = open_with(|_, _| {
        let rows = (0..20_000).map(|row| format!("{row};Søren\n")).collect::<String>();
        let reader: Box<dyn Read + Send> = Box::new(std::io::Cursor::new(rows));
        Ok(Response::download("Kunder i København.csv", "text/csv; charset=utf-8", reader))
    });
    ask(&router, get("/page").header("accept-encoding", accept)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_download_is_streamed_under_its_name() {
    let answer = download("gzip").await;
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"Kunder i K_benhavn.csv\"; filename*=UTF-8''Kunder%20i%20K%C3%B8benhavn.csv"
    );
    assert_eq!(answer.header("content-encoding"), "");
    assert!(answer.text().ends_with("19999;Søren\n"));
    assert_eq!(answer.text().lines().count(), 20_000);
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_are_compressed_as_the_browser_likes() {
    let router = open_with(|_, request| {
        let rows = if request.query.has("short") { 1 } else { 200 };
        Ok(Response::page(html! { @for row in 0..rows { p { "Row " (row) } } }))
    });
    let plain = ask(&router, get("/page")).await;
    assert_eq!(plain.header("content-encoding"), "");
    for (accept, encoding) in [
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip, deflate, br", "gzip"),
        ("zstd;q=0.1, gzip;q=0.9", "gzip"),
        ("br", ""),
    ] {
        let answer = ask(&router, get("/page").header("accept-encoding", accept)).await;
        assert_eq!(answer.header("content-encoding"), encoding, "{accept}");
        assert_eq!(unpacked(&answer), plain.body, "{accept}");
    }
    let short = ask(&router, get("/page?short=1").header("accept-encoding", "zstd")).await;
    assert_eq!(short.header("content-encoding"), "");
}

fn unpacked(answer: &Answer) -> Vec<u8> {
    match answer.header("content-encoding") {
        "zstd" => zstd::decode_all(answer.body.as_slice()).unwrap(),
        "gzip" => {
            let mut decoder = flate2::write::GzDecoder::new(Vec::new());
            decoder.write_all(&answer.body).unwrap();
            decoder.finish().unwrap()
        }
        _ => answer.body.clone(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn assets_come_packed_and_for_ever() {
    let router = open_with(|_, _| Ok(Response::empty()));
    let script = web::assets::url("app.js");
    let plain = ask(&router, get(script)).await;
    assert_eq!(plain.header("content-type"), "text/javascript; charset=utf-8");
    assert_eq!(plain.header("cache-control"), "public, max-age=31536000, immutable");
    for encoding in ["zstd", "gzip"] {
        let packed = ask(&router, get(script).header("accept-encoding", encoding)).await;
        assert_eq!(packed.header("content-encoding"), encoding);
        assert_eq!(unpacked(&packed), plain.body);
    }
    let manifest = ask(&router, get("/manifest.webmanifest")).await;
    assert_eq!((manifest.status, manifest.header("cache-control")), (200, "public, max-age=3600"));
}
