//! Embeds what `make assets` built: hashes each file of `dist/`, compresses it, and writes the table
//! that `src/assets.rs` includes.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

struct Built {
    name: String,
    hashed: String,
    media_type: &'static str,
    bytes: Vec<u8>,
}

fn main() {
    let dist = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("dist");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={}", dist.display());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    if let Err(error) = embed(&dist, &out) {
        println!("cargo::error={error}");
        process::exit(1);
    }
}

fn embed(dist: &Path, out: &Path) -> Result<(), String> {
    let mut names = names_in(dist);
    if !names.iter().any(|name| name == "app.js") {
        return Err("run `make assets` first".into());
    }
    // The manifest names other files by address, so it comes when they have their hashes.
    names.sort_by_key(|name| (name.ends_with(".webmanifest"), name.clone()));
    let mut built: Vec<Built> = Vec::new();
    for name in names {
        let path = dist.join(&name);
        println!("cargo::rerun-if-changed={}", path.display());
        let mut bytes = fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        if name.ends_with(".webmanifest") {
            bytes = with_hashed_addresses(bytes, &built);
        }
        built.push(Built {
            hashed: hashed_address(&name, &bytes),
            media_type: media_type(&name)?,
            bytes,
            name,
        });
    }
    let mut table = String::from("&[\n");
    for asset in &built {
        for (ending, bytes) in
            [("plain", asset.bytes.clone()), ("gzip", gzip(&asset.bytes)?), ("zstd", zstd(&asset.bytes)?)]
        {
            let path = out.join(format!("{}.{ending}", asset.name));
            fs::write(&path, bytes).map_err(|e| format!("{}: {e}", path.display()))?;
        }
        let Built { name, hashed, media_type, .. } = asset;
        let _ = writeln!(
            table,
            "Asset {{ path: {name:?}, hashed: {hashed:?}, media_type: {media_type:?}, \
             plain: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}.plain\")), \
             gzip: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}.gzip\")), \
             zstd: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}.zstd\")) }},"
        );
    }
    table.push(']');
    fs::write(out.join("assets.rs"), table).map_err(|e| format!("writing the table of assets: {e}"))
}

fn names_in(dist: &Path) -> Vec<String> {
    let entries = fs::read_dir(dist).into_iter().flatten().flatten();
    entries
        .filter(|entry| entry.path().is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect()
}

fn with_hashed_addresses(bytes: Vec<u8>, built: &[Built]) -> Vec<u8> {
    let mut text = String::from_utf8_lossy(&bytes).into_owned();
    for asset in built {
        text = text.replace(&format!("\"/assets/{}\"", asset.name), &format!("{:?}", asset.hashed));
    }
    text.into_bytes()
}

/// `app.js` → `/assets/app-1a2b3c4d.js`; the hash is FNV-1a, folded to 32 bits.
fn hashed_address(name: &str, bytes: &[u8]) -> String {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
    format!("/assets/{stem}-{:08x}.{ending}", (hash >> 32) ^ (hash & 0xffff_ffff))
}

fn media_type(name: &str) -> Result<&'static str, String> {
    match name.rsplit('.').next() {
        Some("js") => Ok("text/javascript; charset=utf-8"),
        Some("css") => Ok("text/css; charset=utf-8"),
        Some("svg") => Ok("image/svg+xml"),
        Some("webmanifest") => Ok("application/manifest+json"),
        Some("png") => Ok("image/png"),
        Some("woff2") => Ok("font/woff2"),
        _ => Err(format!("dist/{name}: build.rs knows no media type for this file")),
    }
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(|e| format!("gzip: {e}"))
}

fn zstd(bytes: &[u8]) -> Result<Vec<u8>, String> {
    zstd::encode_all(bytes, 19).map_err(|e| format!("zstd: {e}"))
}
