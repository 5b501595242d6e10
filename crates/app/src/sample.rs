//! A believable company to look around in, filled in and taken away again with one click each. It comes through
//! the same gate as everything people type, in one change set.

mod companies;
mod cultures;
mod deals;
mod dice;
mod fill;
mod leads;
mod numbers;
mod papers;
mod people;
mod plan;
mod remove;
mod talks;
mod trade;
mod unmake;

use identity::workspaces;
use kernel::{Actor, Cx, Error, Id, Result, Role, Scope, Text, Tx};
use locale::Locale;
use serde::{Deserialize, Serialize};
use web::{Permission, Request, Response, Routes};
use workbench::{App, Module};

use self::{fill::Fill, remove::Remove};
use crate::wiring;

/// Where a workspace keeps what it knows of its sample; nothing when there is none.
const SETTING: &str = "sample";

/// What is known of the sample of a workspace.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Sample {
    /// The job that fills it in or takes it away.
    job: Id,
    /// The change set; none while nothing has been made.
    set: Option<Id>,
    /// Users who were made so that the cards have several owners. Nobody can sign in as one.
    colleagues: Vec<Id>,
}

/// The part of the product that offers the sample.
pub struct SampleModule;

impl Module for SampleModule {
    fn routes(&self, routes: &mut Routes<App>) {
        routes.post("/sample", Permission::Admin, begin_to_fill);
        routes.post("/sample/remove", Permission::Admin, begin_to_remove);
    }

    fn jobs(&self, registry: &mut jobs::Registry) {
        registry.register::<Fill>();
        registry.register::<Remove>();
    }
}

/// Fills a workspace before anybody opens it, and waits for it.
pub fn fill_now(app: &App, workspace: Id, owner: Id) -> Result<()> {
    let actor = Actor::User { id: owner, role: Role::Owner };
    let scope = Scope { actor, ..Scope::system(workspace) }.through("sample");
    app.db.write(&identity::complete_scope(&app.db, &scope), enqueue_fill)?;
    jobs::run_due(&app.db, &wiring::registry(app))?;
    Ok(())
}

fn begin_to_fill(app: &App, request: &Request) -> Result<Response> {
    let begun = app.write(request, enqueue_fill);
    answer(request, begun, "sample-filling")
}

fn begin_to_remove(app: &App, request: &Request) -> Result<Response> {
    let begun = app.write(request, |tx| {
        let sample = sample(tx)?.ok_or(Error::NotFound)?;
        refuse_while_busy(tx, &sample)?;
        let job = jobs::enqueue(tx, &Remove {})?;
        keep(tx, Some(&Sample { job, ..sample }))
    });
    answer(request, begun, "sample-removing")
}

/// Back to the list, with what was begun, or why nothing was: a second click is no mistake to stop at.
fn answer(request: &Request, begun: Result<()>, text: &'static str) -> Result<Response> {
    let text = match begun {
        Ok(()) => Text::new(text),
        Err(Error::Conflict(text)) => text,
        Err(error) => return Err(error),
    };
    let locale = Locale::new(&request.scope().locality);
    Ok(Response::redirect("/people").toast(locale.render(&text), None))
}

fn enqueue_fill(tx: &mut Tx) -> Result<()> {
    if let Some(sample) = sample(tx)? {
        refuse_while_busy(tx, &sample)?;
        // A job that failed before it made anything may be asked for again.
        if sample.set.is_some() {
            return Err(Error::conflict("sample-is-there"));
        }
    }
    let job = jobs::enqueue(tx, &Fill {})?;
    keep(tx, Some(&Sample { job, set: None, colleagues: Vec::new() }))
}

fn refuse_while_busy(cx: &Cx, sample: &Sample) -> Result<()> {
    match jobs::find(cx, sample.job) {
        Ok(job) if !job.state.is_over() => Err(Error::conflict("sample-is-busy")),
        Ok(_) | Err(Error::NotFound) => Ok(()),
        Err(error) => Err(error),
    }
}

fn sample(cx: &Cx) -> Result<Option<Sample>> {
    workspaces::setting(cx, SETTING)
}

fn keep(tx: &mut Tx, sample: Option<&Sample>) -> Result<()> {
    workspaces::set_setting(tx, SETTING, &sample)
}

#[cfg(test)]
mod tests;
