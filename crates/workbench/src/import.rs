//! The import wizard: a file is dropped, looked at, mapped, tried and taken in, and what it did can be undone. Each
//! import has one address, which shows the step it is at, in any browser and after any restart.

mod columns;
mod file;
mod outcome;
mod running;
mod steps;
mod target;
mod template;
mod trial;
mod under_way;
mod understood;
mod words;

use kernel::{Cx, Error, Id, Result};
use records::import::{self, Import, State};
use web::{Permission, Request, Response, Routes};

use self::steps::Step;
pub(crate) use self::under_way::under_way;
use crate::{App, View};

pub(crate) fn routes(routes: &mut Routes<App>) {
    file::routes(routes);
    routes.get("/imports/{id}", Permission::Write, show);
    template::routes(routes);
    understood::routes(routes);
    columns::routes(routes);
    trial::routes(routes);
    running::routes(routes);
    outcome::routes(routes);
    under_way::routes(routes);
}

/// The address of an import.
fn address(id: Id) -> String {
    format!("/imports/{id}")
}

/// The address of one step of an import that has not begun.
fn address_of(id: Id, step: Step) -> String {
    format!("/imports/{id}?step={}", step.key())
}

fn show(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    app.read(request, |cx| page(app, request, cx, id))
}

/// The step an import is at; of one that has not begun, the step the address asks for.
fn page(app: &App, request: &Request, cx: &Cx, id: Id) -> Result<Response> {
    let import = import::find(cx, id)?;
    let view = View::new(app, request, cx)?;
    match import.state {
        State::Running => running::page(&view, &import),
        State::DryRun => trial::page(&view, &import),
        State::Mapping => match asked_step(request, &import) {
            Step::Columns => columns::page(&view, &import, &columns::Draft::of(&import)),
            Step::Trial => trial::page(&view, &import),
            _ => understood::page(&view, &import, &columns::Draft::of(&import)),
        },
        State::Done | State::Failed | State::Undone | State::Cancelled => outcome::page(&view, &import),
    }
}

fn asked_step(request: &Request, import: &Import) -> Step {
    match Step::from_key(request.query.text("step")) {
        // Nothing of a vCard has to be mapped.
        Some(Step::Columns) if !import.format.is_table() => Step::Understood,
        Some(step) => step,
        None if import.expected.is_some() => Step::Trial,
        None => Step::Understood,
    }
}

/// Back to the import, which went on meanwhile, with a word about why nothing was changed.
fn moved_on(request: &Request, id: Id, error: Error) -> Result<Response> {
    match error {
        Error::Conflict(text) => {
            let locale = locale::Locale::new(&request.scope().locality);
            Ok(Response::redirect(address(id)).toast(locale.render(&text), None))
        }
        other => Err(other),
    }
}
