//! Scripts, styles and icons, embedded and precompressed by build.rs. An address carries the hash of
//! its content, so a browser may keep the file for ever.

/// One embedded file.
#[derive(Debug)]
pub struct Asset {
    /// The name the build gave it: `app.js`.
    pub path: &'static str,
    /// The address it is served under: `/assets/app-1a2b3c4d.js`.
    pub hashed: &'static str,
    pub media_type: &'static str,
    pub plain: &'static [u8],
    pub gzip: &'static [u8],
    pub zstd: &'static [u8],
}

static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The address of an asset by its name: `url("app.js")`.
pub fn url(name: &str) -> &'static str {
    let asset = ASSETS.iter().find(|asset| asset.path == name);
    debug_assert!(asset.is_some(), "no asset is called {name}");
    asset.map_or("/assets/missing", |asset| asset.hashed)
}

/// The asset served under an address, hash included.
pub fn find(hashed_path: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.hashed == hashed_path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_back_to_its_asset() {
        for name in ["app.js", "app.css", "icons.svg", "favicon.svg", "manifest.webmanifest"] {
            assert_eq!(find(url(name)).map(|asset| asset.path), Some(name));
        }
    }

    #[test]
    fn the_manifest_names_the_icon_by_its_hashed_address() {
        let manifest = find(url("manifest.webmanifest")).map(|asset| asset.plain).unwrap_or_default();
        assert!(String::from_utf8_lossy(manifest).contains(url("favicon.svg")));
    }
}
