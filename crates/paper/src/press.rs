//! Printing, on a thread of its own and for so long only: a template may be anybody's, and it may never end. A thread
//! cannot be stopped, so one that is given up keeps its place, and when all places are gone nothing more is printed.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc::{RecvTimeoutError, sync_channel},
    },
    thread,
    time::Duration,
};

use rayon::{ThreadPool, ThreadPoolBuilder};
use typst::ecow::EcoVec;
use typst_layout::{Page, PagedDocument};
use typst_pdf::PdfOptions;
use typst_svg::SvgOptions;

use crate::{Json, desk::Desk, fault::Fault};

/// Printings at one time, those given up among them.
const PLACES: usize = 8;
/// Trials of templates at one time: those that never end are met here, and leave the places of the others alone.
const TRIALS: usize = 2;
/// Typesetting recurses as deep as a template nests.
const STACK: usize = 16 * 1024 * 1024;

/// Printed matter as a file.
#[derive(Debug, Clone)]
pub struct Document {
    pub pdf: Vec<u8>,
    pub pages: usize,
}

/// Prints the data by the template, within the time.
pub fn pdf(template: &str, data: Json, within: Duration) -> Result<Document, Fault> {
    pdf_in_parts(template, vec![data], within)
}

/// The same for very much of it: each part begins on a page of its own, and no more is remembered than for the largest of them.
pub fn pdf_in_parts(template: &str, parts: Vec<Json>, within: Duration) -> Result<Document, Fault> {
    let template = template.to_owned();
    on_a_thread(&PRINTING, within, move || {
        let document = together(&template, parts)?;
        let options = PdfOptions {
            creator: typst::foundations::Smart::Custom(Some("Kartotek".to_owned())),
            ..PdfOptions::default()
        };
        let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| {
            Fault::Broken(errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; "))
        })?;
        Ok(Document { pdf, pages: document.pages().len() })
    })
}

/// The first pages as SVG.
pub fn pictures(template: &str, data: Json, most: usize, within: Duration) -> Result<Vec<String>, Fault> {
    draw(&PRINTING, template, data, most, within)
}

/// As [`pictures`], of a template that nobody knows yet.
pub fn try_out(template: &str, data: Json, most: usize, within: Duration) -> Result<Vec<String>, Fault> {
    draw(&TRYING, template, data, most, within)
}

fn draw(
    places: &'static Places,
    template: &str,
    data: Json,
    most: usize,
    within: Duration,
) -> Result<Vec<String>, Fault> {
    let template = template.to_owned();
    on_a_thread(places, within, move || {
        let document = typeset(&template, data)?;
        let pages = document.pages().iter().take(most);
        Ok(pages.map(|page| typst_svg::svg(page, &SvgOptions::default())).collect())
    })
}

/// The pages of all parts.
fn together(template: &str, parts: Vec<Json>) -> Result<PagedDocument, Fault> {
    let mut pages: EcoVec<Page> = EcoVec::new();
    let mut info = None;
    for part in parts {
        let mut document = typeset(template, part)?;
        pages.extend(document.pages().iter().cloned());
        info.get_or_insert_with(|| document.info_mut().clone());
        // What was remembered of this part helps no other.
        typst::comemo::evict(0);
    }
    Ok(PagedDocument::new(pages, info.unwrap_or_default()))
}

fn typeset(template: &str, data: Json) -> Result<PagedDocument, Fault> {
    let desk = Desk::new(template, data)?;
    let document = typst::compile::<PagedDocument>(&desk).output;
    document.map_err(|errors| Fault::Template(errors.iter().map(|error| desk.mistake(error)).collect()))
}

/// How many may go on at one time, and how many do.
struct Places {
    all: usize,
    taken: AtomicUsize,
}

static PRINTING: Places = Places { all: PLACES, taken: AtomicUsize::new(0) };
static TRYING: Places = Places { all: TRIALS, taken: AtomicUsize::new(0) };

/// One of the places, given back when it is dropped.
struct Place(&'static Places);

impl Place {
    fn take(places: &'static Places) -> Option<Place> {
        let free = |taken: usize| (taken < places.all).then_some(taken + 1);
        places.taken.fetch_update(Ordering::AcqRel, Ordering::Acquire, free).ok().map(|_| Place(places))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.taken.fetch_sub(1, Ordering::AcqRel);
    }
}

fn on_a_thread<T: Send + 'static>(
    places: &'static Places,
    within: Duration,
    work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    let place = Place::take(places).ok_or(Fault::Busy)?;
    let broken = |error: &dyn std::fmt::Display| Fault::Broken(error.to_string());
    let threads = threads().map_err(|error| broken(&error))?;
    let (tell, told) = sync_channel(1);
    let worker = move || {
        let answer = catch_unwind(AssertUnwindSafe(|| threads.install(work)));
        // What was remembered of this printing helps no other.
        typst::comemo::evict(0);
        drop(place);
        // Nobody listens any more when it took too long.
        tell.send(answer.unwrap_or_else(|_| Err(Fault::Broken("it panicked".to_owned())))).ok();
    };
    let named = thread::Builder::new().name("paper".to_owned());
    named.spawn(worker).map_err(|error| broken(&error))?;
    match told.recv_timeout(within) {
        Ok(answer) => answer,
        Err(RecvTimeoutError::Timeout) => {
            tracing::error!("A template took too long to print; its thread is left to itself");
            Err(Fault::TooLong)
        }
        Err(RecvTimeoutError::Disconnected) => Err(Fault::Broken("its thread ended".to_owned())),
    }
}

/// Threads of this printing alone, for pages that are set side by side: those of another that never ends are not
/// waited for.
fn threads() -> Result<ThreadPool, rayon::ThreadPoolBuildError> {
    let cores = thread::available_parallelism().map_or(1, |cores| cores.get().min(4));
    ThreadPoolBuilder::new()
        .num_threads(cores)
        .stack_size(STACK)
        .thread_name(|at| format!("paper-{at}"))
        .build()
}
