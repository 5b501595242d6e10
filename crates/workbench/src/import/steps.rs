//! What stands around every step of the wizard: the head with the file's name, and the way through the steps.

use kernel::Id;
use records::import::{Format, Import};
use web::{
    Markup, Response, html,
    html::{PageHead, page_head},
};

use crate::{View, view::Page};

/// The steps, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    File,
    Understood,
    Columns,
    Trial,
    Result,
    /// Behind the last: all steps are done.
    Over,
}

impl Step {
    const SHOWN: [Step; 5] = [Step::File, Step::Understood, Step::Columns, Step::Trial, Step::Result];

    /// In addresses, and behind `import-step-` in the catalogue.
    pub(super) fn key(self) -> &'static str {
        match self {
            Step::File => "file",
            Step::Understood => "understood",
            Step::Columns => "columns",
            Step::Trial => "try",
            Step::Result | Step::Over => "result",
        }
    }

    pub(super) fn from_key(key: &str) -> Option<Step> {
        [Step::Understood, Step::Columns, Step::Trial].into_iter().find(|step| step.key() == key)
    }
}

/// One step of one import.
pub(super) struct Frame<'a> {
    pub(super) import: &'a Import,
    pub(super) step: Step,
    /// Beside the file's name: how many rows it has, or who imported it.
    pub(super) about: String,
    /// It changes by itself and asks for itself again.
    pub(super) moves: bool,
    pub(super) body: Markup,
}

/// The whole page, or for a part of a page the wizard alone.
pub(super) fn page(view: &View, frame: &Frame) -> Response {
    let markup = wizard(view, frame);
    if view.request.is_fragment() {
        return Response::fragment(markup);
    }
    let title = format!("{} · {}", view.t("nav-import"), frame.import.file_name);
    view.page(Page::new(title, "/import", markup))
}

fn wizard(view: &View, frame: &Frame) -> Markup {
    let id = frame.import.id;
    let title = view.t("nav-import");
    let count = match frame.about.as_str() {
        "" => frame.import.file_name.clone(),
        about => format!("{} · {about}", frame.import.file_name),
    };
    html! {
        div #import data-topic=[frame.moves.then(|| topic(id))] hx-get=[frame.moves.then(|| super::address(id))]
            hx-trigger=[frame.moves.then_some("live, every 1s")] hx-swap=[frame.moves.then_some("outerHTML")] {
            (page_head(&PageHead { title: &title, count: Some(count.into()), lead: None, actions: html! {} }))
            (steps(view, frame.step, frame.import.format))
            (frame.body)
        }
    }
}

/// What an import tells open pages of itself under.
pub(super) fn topic(id: Id) -> String {
    format!("import:{id}")
}

/// The way through the steps. A vCard has no columns.
pub(super) fn steps(view: &View, current: Step, format: Format) -> Markup {
    let shown = Step::SHOWN.into_iter().filter(|step| *step != Step::Columns || format.is_table());
    html! {
        ol.steps aria-label=(view.t("import-steps")) {
            @for step in shown {
                // The last one stays where we are, also when it is done.
                @let here = step == current || (current == Step::Over && step == Step::Result);
                li data-done[step < current] aria-current=[here.then_some("step")] {
                    (view.t(&format!("import-step-{}", step.key())))
                }
            }
        }
    }
}
