//! Which encoding a browser takes, and pages in it. Compressing secrets next to what an attacker chose leaks them
//! (BREACH); our pages hold none: sessions are cookies, and cross-site requests are refused without tokens.

use std::{cell::RefCell, io::Write};

use axum::http::{HeaderMap, HeaderValue, header};
use bytes::Bytes;

/// Below this the headers cost more than compression saves.
const WORTH_IT: usize = 1024;
/// Measured on our pages: level 3 of either costs microseconds; dynamic brotli would halve throughput.
const LEVEL: i32 = 3;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Zstd,
    Gzip,
}

impl Encoding {
    pub(crate) const fn header(self) -> HeaderValue {
        match self {
            Encoding::Zstd => HeaderValue::from_static("zstd"),
            Encoding::Gzip => HeaderValue::from_static("gzip"),
        }
    }
}

/// What the browser likes best of what we have (RFC 9110, section 12.5.3); zstd when it likes both alike.
pub(crate) fn wanted(headers: &HeaderMap) -> Option<Encoding> {
    let (mut zstd, mut gzip, mut other) = (None, None, 0);
    for line in headers.get_all(header::ACCEPT_ENCODING) {
        for choice in line.to_str().unwrap_or_default().split(',') {
            let (name, quality) = match choice.split_once(';') {
                Some((name, parameters)) => (name.trim(), quality(parameters)),
                None => (choice.trim(), 1000),
            };
            match name {
                "zstd" => zstd = Some(quality),
                "gzip" | "x-gzip" => gzip = Some(quality),
                "*" => other = quality,
                _ => {}
            }
        }
    }
    match (zstd.unwrap_or(other), gzip.unwrap_or(other)) {
        (0, 0) => None,
        (zstd, gzip) if zstd >= gzip => Some(Encoding::Zstd),
        _ => Some(Encoding::Gzip),
    }
}

/// The weight in thousandths; 0 when it cannot be read.
fn quality(parameters: &str) -> u32 {
    let weight = parameters.split(';').find_map(|parameter| parameter.trim().strip_prefix("q="));
    let weight = weight.map_or(Some(1.0), |weight| weight.trim().parse::<f32>().ok());
    (weight.unwrap_or(0.0).clamp(0.0, 1.0) * 1000.0) as u32
}

/// The bytes in this encoding; none when it is not worth it.
pub(crate) fn compress(encoding: Encoding, plain: &Bytes) -> Option<Bytes> {
    if plain.len() < WORTH_IT {
        return None;
    }
    match encoding {
        Encoding::Zstd => zstd(plain),
        Encoding::Gzip => gzip(plain),
    }
    .map(Bytes::from)
}

thread_local! {
    /// Setting a compressor up costs as much as a page; each thread keeps one.
    static COMPRESSOR: RefCell<Option<zstd::bulk::Compressor<'static>>> =
        RefCell::new(zstd::bulk::Compressor::new(LEVEL).ok());
}

fn zstd(plain: &[u8]) -> Option<Vec<u8>> {
    COMPRESSOR.with_borrow_mut(|compressor| compressor.as_mut()?.compress(plain).ok())
}

fn gzip(plain: &[u8]) -> Option<Vec<u8>> {
    let buffer = Vec::with_capacity(plain.len() / 3);
    let mut encoder = flate2::write::GzEncoder::new(buffer, flate2::Compression::new(LEVEL.unsigned_abs()));
    encoder.write_all(plain).ok()?;
    encoder.finish().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_chooses() {
        for (accept, expected) in [
            ("gzip, deflate, br, zstd", Some(Encoding::Zstd)),
            ("gzip, deflate, br", Some(Encoding::Gzip)),
            ("gzip;q=1.0, zstd;q=0.5", Some(Encoding::Gzip)),
            ("zstd;q=0, gzip", Some(Encoding::Gzip)),
            ("gzip; q=0, *", Some(Encoding::Zstd)),
            ("identity", None),
            ("br", None),
            ("*;q=0", None),
            ("gzip;q=what", None),
            ("", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, accept.parse().unwrap());
            assert_eq!(wanted(&headers), expected, "{accept}");
        }
        assert_eq!(wanted(&HeaderMap::new()), None);
    }
}
