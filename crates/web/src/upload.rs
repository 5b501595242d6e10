//! A file somebody sent, spooled to a temporary file as it arrives, so that size costs disk and not memory.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use kernel::{Id, Timestamp};

const PREFIX: &str = "kartotek-upload-";
/// How much is held in memory before it is written.
const BLOCK: usize = 256 * 1024;
/// What a crash left behind is removed after this.
const ABANDONED: Duration = Duration::from_secs(24 * 60 * 60);

/// One uploaded file. Its temporary file goes when this is dropped; rename it to keep it.
#[derive(Debug)]
pub struct Upload {
    pub field: String,
    /// The name the sender's machine gave it, without any folder.
    pub file_name: String,
    pub path: PathBuf,
    pub size: u64,
}

impl Drop for Upload {
    fn drop(&mut self) {
        // Gone already when somebody renamed it.
        let _ = fs::remove_file(&self.path);
    }
}

/// An upload still being written.
pub(crate) struct Spool {
    upload: Upload,
    file: File,
    block: Vec<u8>,
}

impl Spool {
    pub(crate) fn create(folder: &Path, field: &str, file_name: &str) -> io::Result<Spool> {
        let path = folder.join(format!("{PREFIX}{}", Id::new(Timestamp::system_now())));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&path)?;
        let file_name = file_name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        let upload = Upload { field: field.to_owned(), file_name, path, size: 0 };
        Ok(Spool { upload, file, block: Vec::new() })
    }

    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.upload.size += bytes.len() as u64;
        self.block.extend_from_slice(bytes);
        if self.block.len() >= BLOCK {
            self.flush()?;
        }
        Ok(())
    }

    pub(crate) fn finish(mut self) -> io::Result<Upload> {
        self.flush()?;
        Ok(self.upload)
    }

    /// Disks can be slow: other requests go on meanwhile.
    fn flush(&mut self) -> io::Result<()> {
        tokio::task::block_in_place(|| self.file.write_all(&self.block))?;
        self.block.clear();
        Ok(())
    }
}

/// Removes what a crashed process left in the folder.
pub(crate) fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let ours = entry.file_name().to_str().is_some_and(|name| name.starts_with(PREFIX));
        let modified = entry.metadata().and_then(|metadata| metadata.modified());
        let old =
            modified.is_ok_and(|at| SystemTime::now().duration_since(at).is_ok_and(|age| age > ABANDONED));
        if ours && old {
            let _ = fs::remove_file(entry.path());
        }
    }
}
