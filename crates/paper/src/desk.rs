//! All that a template can see: its own text, the data and the fonts. Whatever else it asks for is not there.

use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Duration, Value},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::{
    Json,
    fault::{Fault, Mistake},
    fonts::{self, FONTS},
};

pub(crate) struct Desk {
    library: LazyHash<Library>,
    template: Source,
}

impl Desk {
    pub(crate) fn new(template: &str, data: Json) -> Result<Desk, Fault> {
        let broken = |error: &dyn std::fmt::Display| Fault::Broken(error.to_string());
        let data: Value = serde_json::from_value(data).map_err(|error| broken(&error))?;
        let families: Value =
            serde_json::from_value(fonts::families().into()).map_err(|error| broken(&error))?;
        let mut library = Library::default();
        let scope = library.global.scope_mut();
        scope.define("data", data);
        scope.define("fonts", families);
        let path = VirtualPath::new("template.typ").map_err(|error| broken(&error))?;
        let id = FileId::new(RootedPath::new(VirtualRoot::Project, path));
        Ok(Desk { library: LazyHash::new(library), template: Source::new(id, template.to_owned()) })
    }

    /// What the typesetter complains of, with the lines of the template.
    pub(crate) fn mistake(&self, diagnostic: &SourceDiagnostic) -> Mistake {
        use typst::WorldExt;
        // What goes wrong inside a function of the library is shown where the template calls it.
        let spans =
            std::iter::once(diagnostic.span).chain(diagnostic.trace.iter().map(|point| point.span.into()));
        let range =
            spans.filter(|span| span.id() == Some(self.template.id())).find_map(|span| self.range(span));
        Mistake {
            line: range
                .and_then(|range| self.template.lines().byte_to_line(range.start))
                .map(|line| line + 1),
            message: diagnostic.message.to_string(),
            hints: diagnostic.hints.iter().map(|hint| hint.v.to_string()).collect(),
        }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        FONTS.book()
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.font(index)
    }

    /// The day is part of the data: whoever prints again prints the same.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
