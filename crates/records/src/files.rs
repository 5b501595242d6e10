//! Files and pictures: the bytes lie in the data directory under their SHA-256, once however often they are used;
//! the database knows their names.

mod held;

use std::{fs, io::Write, path::PathBuf};

use anyhow::Context;
use kernel::{Cx, Error, Id, Result, Tx, Value};
use sha2::{Digest, Sha256};

pub(crate) use self::held::{check, remember};
use crate::{Json, access};

/// Where the bytes are: a part that the application provides.
#[derive(Debug)]
pub struct FileStore {
    pub folder: PathBuf,
}

/// One file as it is known.
#[derive(Debug, Clone)]
pub struct StoredFile {
    pub id: Id,
    pub sha256: String,
    pub name: String,
    pub media_type: String,
    pub size: u64,
}

impl StoredFile {
    /// The value of a file field.
    pub fn value(&self) -> Json {
        serde_json::json!({ "id": self.id, "name": self.name, "type": self.media_type, "size": self.size })
    }
}

impl FileStore {
    /// The path of bytes with this hash.
    pub fn path(&self, sha256: &str) -> PathBuf {
        self.folder.join(sha256.get(..2).unwrap_or("00")).join(sha256)
    }

    /// Keeps the bytes; their hash. Written aside and renamed, so that a crash leaves no half file.
    pub fn keep(&self, bytes: &[u8]) -> Result<String> {
        let sha256 = hash(bytes);
        let path = self.path(&sha256);
        if !path.exists() {
            let folder = path.parent().unwrap_or(&self.folder);
            fs::create_dir_all(folder).context("making a folder for files")?;
            let aside = path.with_extension(format!("{}.part", std::process::id()));
            let mut file = fs::File::create(&aside).context("writing a file")?;
            file.write_all(bytes)?;
            file.sync_all()?;
            fs::rename(&aside, &path).context("keeping a file")?;
        }
        Ok(sha256)
    }
}

/// The SHA-256 of the bytes, in hexadecimal digits.
pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Pictures that browsers show. Anything else is offered for download only, whatever it calls itself.
const SHOWN: &[&str] = &["image/png", "image/jpeg", "image/gif", "image/webp"];

/// What the bytes are, by their content, not by their name.
pub fn media_type(bytes: &[u8]) -> &'static str {
    infer::get(bytes).map_or("application/octet-stream", |kind| kind.mime_type())
}

/// A browser may show it on a page.
pub fn may_be_shown(media_type: &str) -> bool {
    SHOWN.contains(&media_type)
}

/// Keeps a file of this name in the workspace.
pub fn add(tx: &mut Tx, name: &str, bytes: &[u8]) -> Result<StoredFile> {
    let store = tx.part::<FileStore>();
    let file = StoredFile {
        id: tx.new_id(),
        sha256: store.keep(bytes)?,
        name: name.chars().filter(|c| !c.is_control() && *c != '/' && *c != '\\').take(200).collect(),
        media_type: media_type(bytes).to_owned(),
        size: bytes.len() as u64,
    };
    insert(tx, &file)?;
    Ok(file)
}

/// Makes a file known whose bytes are kept already.
pub fn insert(tx: &mut Tx, file: &StoredFile) -> Result<()> {
    tx.execute(
        "INSERT INTO files (workspace_id, id, sha256, name, media_type, size, created_at, created_by) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING",
        &[
            tx.workspace().into(),
            file.id.into(),
            Value::from(&file.sha256),
            Value::from(&file.name),
            Value::from(&file.media_type),
            Value::Int(file.size as i64),
            tx.now().into(),
            tx.actor().user().into(),
        ],
    )?;
    Ok(())
}

/// The file of this id, if the actor may read it: if they see a card that holds or held it, or sent it themselves.
pub fn find(cx: &Cx, id: Id) -> Result<StoredFile> {
    let mut params: Vec<Value> = vec![cx.workspace().into(), id.into()];
    let mut may = String::new();
    if !access::is_free(cx)? {
        may = held::readable(cx)?;
        params.push(id.to_string().into());
    }
    let row = cx.query_one(
        &format!(
            "SELECT f.id, f.sha256, f.name, f.media_type, f.size FROM files f WHERE f.workspace_id = ?1 AND f.id = ?2{may}"
        ),
        &params,
    )?;
    read(&row.ok_or(Error::NotFound)?)
}

/// All files of the workspace from after an id on, in order of their ids.
pub fn all(cx: &Cx, after: Id, limit: usize) -> Result<Vec<StoredFile>> {
    let rows = cx.query(
        "SELECT id, sha256, name, media_type, size FROM files WHERE workspace_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3",
        &[cx.workspace().into(), after.into(), limit.into()],
    )?;
    rows.iter().map(read).collect()
}

fn read(row: &kernel::Row) -> Result<StoredFile> {
    Ok(StoredFile {
        id: row.get(0)?,
        sha256: row.text(1).to_owned(),
        name: row.text(2).to_owned(),
        media_type: row.text(3).to_owned(),
        size: row.int(4).max(0) as u64,
    })
}

/// The bytes of a file.
pub fn bytes(cx: &Cx, file: &StoredFile) -> Result<Vec<u8>> {
    let path = cx.part::<FileStore>().path(&file.sha256);
    fs::read(&path).with_context(|| format!("reading file {}", file.id)).map_err(Error::from)
}
