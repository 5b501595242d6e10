//! A file beside the one that is wanted, so that nothing half-written carries its name.

use std::{fs, path::PathBuf};

/// Gone in the end, however it ends; renaming it before keeps it.
pub(super) struct Aside(pub(super) PathBuf);

impl Drop for Aside {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}
