//! The embedded assets over HTTP.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Response, StatusCode, Uri, header},
};

use crate::{
    assets::{self, Asset},
    compress::{Encoding, wanted},
};

/// The address changes with the content, so a copy never grows old.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const FOR_AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

pub(crate) async fn asset(uri: Uri, headers: HeaderMap) -> Response<Body> {
    match assets::find(uri.path()) {
        Some(asset) => answer(asset, &headers, FOR_EVER),
        None => missing(),
    }
}

pub(crate) async fn favicon(headers: HeaderMap) -> Response<Body> {
    by_name("favicon.svg", &headers)
}

pub(crate) async fn manifest(headers: HeaderMap) -> Response<Body> {
    by_name("manifest.webmanifest", &headers)
}

fn by_name(name: &str, headers: &HeaderMap) -> Response<Body> {
    assets::find(assets::url(name)).map_or_else(missing, |asset| answer(asset, headers, FOR_AN_HOUR))
}

fn answer(asset: &'static Asset, headers: &HeaderMap, caching: HeaderValue) -> Response<Body> {
    let encoding = wanted(headers);
    let bytes = match encoding {
        Some(Encoding::Zstd) => asset.zstd,
        Some(Encoding::Gzip) => asset.gzip,
        None => asset.plain,
    };
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.media_type));
    headers.insert(header::CACHE_CONTROL, caching);
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, encoding.header());
    }
    response
}

fn missing() -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}
