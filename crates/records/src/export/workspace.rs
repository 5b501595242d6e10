//! A whole workspace as an archive: a manifest, JSON Lines of every table, and the bytes of its files.

use std::{
    collections::{BTreeMap, HashSet},
    fs::File,
    io::{Read, Seek, Write},
    path::PathBuf,
};

use anyhow::Context;
use jobs::{Job, Run};
use kernel::{Cx, Db, Id, Result, Role, Scope};
use serde::{Deserialize, Serialize};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::{Extra, Extras, PAGE, tables::OWN};
use crate::{Json, Object, access, files, files::FileStore, record::Selection};

/// What stands in `manifest.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub format: String,
    pub version: u32,
    /// RFC 3339.
    pub made_at: String,
    /// Rows by the name of their file.
    pub counts: BTreeMap<String, u64>,
}

pub(super) const FORMAT: &str = "kartotek";
pub(super) const VERSION: u32 = 1;
pub(super) const MANIFEST: &str = "manifest.json";

/// Writes everything of the workspace as it is at one moment.
pub fn workspace(db: &Db, scope: &Scope, out: &mut (impl Write + Seek)) -> Result<Manifest> {
    workspace_telling(db, scope, out, &mut |_| Ok(()))
}

/// As [`workspace`], telling how many rows were written so far.
pub(super) fn workspace_telling(
    db: &Db,
    scope: &Scope,
    out: &mut (impl Write + Seek),
    tell: &mut dyn FnMut(u64) -> Result<()>,
) -> Result<Manifest> {
    db.read(scope, |cx| {
        cx.require(Role::Admin)?;
        let mut archive = Archive { zip: ZipWriter::new(out), counts: BTreeMap::new(), rows: 0, tell };
        for object in crate::catalog(cx)?.objects() {
            archive.records(cx, object)?;
        }
        for table in OWN {
            archive.table(cx, table)?;
        }
        for extra in &cx.part::<Extras>().0 {
            archive.table(cx, &**extra)?;
        }
        archive.files(cx)?;
        archive.finish(cx)
    })
}

struct Archive<'a, W: Write + Seek> {
    zip: ZipWriter<W>,
    counts: BTreeMap<String, u64>,
    rows: u64,
    tell: &'a mut dyn FnMut(u64) -> Result<()>,
}

impl<W: Write + Seek> Archive<'_, W> {
    /// Trashed ones too. Values by field, so that sort keys and the like are made anew.
    fn records(&mut self, cx: &Cx, object: &std::sync::Arc<Object>) -> Result<()> {
        let name = format!("records/{}.jsonl", object.key);
        self.begin(&name)?;
        let selection = Selection::all(object);
        let mut after = Id::NIL;
        loop {
            let sql = format!(
                "SELECT {} FROM {} AS t WHERE t.workspace_id = ?1 AND t.id > ?2{} ORDER BY t.id LIMIT {PAGE}",
                selection.list("t"),
                object.table,
                access::of_object(object, "t")
            );
            let rows = cx.query(&sql, &[cx.workspace().into(), after.into()])?;
            for row in &rows {
                let record = selection.read(object, row)?;
                after = record.id;
                let values = object.fields.iter().zip(&record.values).filter(|(_, value)| !value.is_null());
                let values: serde_json::Map<String, Json> =
                    values.map(|(field, value)| (field.key.clone(), value.clone())).collect();
                let trashed = record.trashed_at.map(|at| at.micros());
                self.line(
                    &name,
                    &serde_json::json!({ "id": record.id, "trashed_at": trashed, "values": values }),
                )?;
            }
            if rows.len() < PAGE {
                return Ok(());
            }
        }
    }

    fn table(&mut self, cx: &Cx, table: &dyn Extra) -> Result<()> {
        let name = format!("tables/{}.jsonl", table.name());
        self.begin(&name)?;
        table.write(cx, &mut |row| self.line(&name, &row))
    }

    fn files(&mut self, cx: &Cx) -> Result<()> {
        let store = cx.part::<FileStore>();
        let mut kept = HashSet::new();
        let mut after = Id::NIL;
        loop {
            let page = files::all(cx, after, PAGE)?;
            let Some(last) = page.last() else { return Ok(()) };
            after = last.id;
            for file in page {
                let path = store.path(&file.sha256);
                if !kept.insert(file.sha256.clone()) || !path.exists() {
                    continue;
                }
                self.begin(&format!("files/{}", file.sha256))?;
                let mut bytes = File::open(path).context("reading a file to export")?;
                std::io::copy(&mut bytes, &mut self.zip)?;
                (self.tell)(self.rows)?;
            }
        }
    }

    fn begin(&mut self, name: &str) -> Result<()> {
        self.zip
            .start_file(name, SimpleFileOptions::default().large_file(true))
            .context("writing an archive")?;
        Ok(())
    }

    fn line(&mut self, name: &str, row: &Json) -> Result<()> {
        serde_json::to_writer(&mut self.zip, row)?;
        self.zip.write_all(b"\n")?;
        match self.counts.get_mut(name) {
            Some(count) => *count += 1,
            None => {
                self.counts.insert(name.to_owned(), 1);
            }
        }
        self.rows += 1;
        if self.rows.is_multiple_of(1000) { (self.tell)(self.rows) } else { Ok(()) }
    }

    fn finish(mut self, cx: &Cx) -> Result<Manifest> {
        let manifest = Manifest {
            format: FORMAT.to_owned(),
            version: VERSION,
            made_at: cx.now().to_string(),
            counts: std::mem::take(&mut self.counts),
        };
        self.begin(MANIFEST)?;
        serde_json::to_writer_pretty(&mut self.zip, &manifest)?;
        self.zip.finish().context("writing an archive")?;
        Ok(manifest)
    }
}

/// Exports the workspace into the file store, where [`exported_file`] finds it.
#[derive(Debug, Serialize, Deserialize)]
pub struct WorkspaceExportJob {}

impl Job for WorkspaceExportJob {
    const KIND: &'static str = "records.export-workspace";

    fn run(&self, run: &Run) -> Result<()> {
        let (store, total) = run.db.read(&run.scope, |cx| {
            let mut total = 0;
            for object in crate::catalog(cx)?.objects() {
                let ours = access::of_object(object, "t");
                let sql =
                    format!("SELECT COUNT(*) FROM {} AS t WHERE t.workspace_id = ?1{ours}", object.table);
                total +=
                    cx.query_one(&sql, &[cx.workspace().into()])?.map_or(0, |row| row.int(0).max(0) as u64);
            }
            Ok((cx.part::<FileStore>(), total))
        })?;
        let path = exported_file(&store, run.id);
        std::fs::create_dir_all(path.parent().unwrap_or(&store.folder))
            .context("making a folder for exports")?;
        let aside = path.with_extension("part");
        let mut file = File::create(&aside).context("writing an archive")?;
        workspace_telling(&run.db, &run.scope, &mut file, &mut |rows| run.progress(rows, total.max(rows)))?;
        file.sync_all()?;
        std::fs::rename(&aside, &path).context("keeping an archive")?;
        Ok(())
    }
}

/// Where a [`WorkspaceExportJob`] puts its archive.
pub fn exported_file(store: &FileStore, job: Id) -> PathBuf {
    store.folder.join("exports").join(format!("{job}.zip"))
}

/// The manifest of an archive, if it is one of ours.
pub(super) fn manifest<R: Read + Seek>(archive: &mut zip::ZipArchive<R>) -> Result<Manifest> {
    let file = archive.by_name(MANIFEST).map_err(super::damaged)?;
    let manifest: Manifest = serde_json::from_reader(file).map_err(super::damaged)?;
    if manifest.format != FORMAT {
        return Err(super::damaged("not a Kartotek archive"));
    }
    if manifest.version > VERSION {
        return Err(kernel::Error::invalid("file", "backup-too-new"));
    }
    Ok(manifest)
}
