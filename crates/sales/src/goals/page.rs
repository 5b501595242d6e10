//! The page of the goals: the company, its units in their tree and their people, with the goal of each, what was reached, what is
//! left, and where it ends at this pace. Administrators type a goal where it stands; Enter keeps it.

use std::{cell::RefCell, collections::HashMap};

use identity::{
    members,
    rights::{Circle, Reach, reach_users},
    units,
};
use jiff::civil::Date;
use kernel::{Currency, Error, FieldErrors, Id, Result, Role, Text, money::Money};
use records::access::{self, Verb};
use web::{
    Form, Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{PageHead, button, empty_note, error_line, link_button, page_head, table_frame, view_tabs},
};
use workbench::{App, View, view::Page};

use super::{Goal, Meant, Measure, Span, Stretch, Whose, reached::Reached, set};
use crate::{
    figures::PAGES,
    rates::worth::{self, Worth},
};

pub(crate) const HERE: &str = "/sales/goals";

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Read, show);
    routes.post(HERE, Permission::Admin, keep);
}

/// Which goals are looked at.
#[derive(Clone, Copy)]
struct Asked {
    stretch: Stretch,
    measure: Measure,
}

impl Asked {
    fn read(form: &Form, today: Date) -> Asked {
        let span = Span::ALL.into_iter().find(|span| span.key() == form.text("span")).unwrap_or(Span::Month);
        let measure = Measure::ALL.into_iter().find(|measure| measure.key() == form.text("measure"));
        let day = form.text("on").parse().unwrap_or(today);
        Asked { stretch: Stretch::around(span, day), measure: measure.unwrap_or(Measure::WonAmount) }
    }

    fn address(self) -> String {
        let form = Form::default()
            .with("measure", self.measure.key())
            .with("span", self.stretch.span.key())
            .with("on", self.stretch.from.to_string());
        format!("{HERE}?{}", form.encode())
    }
}

/// What was typed for a goal and could not be kept.
struct Refused<'a> {
    whose: Whose,
    typed: &'a str,
    error: String,
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        whole(&view, Asked::read(&request.query, cx.today()), None)
    })
}

fn keep(app: &App, request: &Request) -> Result<Response> {
    let form = &request.form;
    let whose = Whose::read(form.text("level"), form.text("whose").parse().unwrap_or(Id::NIL));
    let whose = whose.ok_or(Error::NotFound)?;
    let kept = app.write(request, |tx| {
        let asked = Asked::read(form, tx.today());
        let (target, currency) = typed(tx, asked.measure, form.text("goal"))?;
        let meant = Meant { stretch: asked.stretch, measure: asked.measure, whose };
        set(tx, meant, target, currency, form.text("seen").parse().unwrap_or(0))
    });
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let asked = Asked::read(form, cx.today());
        let (text, status) = match kept {
            Ok(()) => {
                return Ok(Response::redirect(asked.address()).toast(view.t("goal-kept"), None));
            }
            Err(Error::Invalid(errors)) => (first(&errors), StatusCode::UNPROCESSABLE_ENTITY),
            Err(Error::Conflict(text)) => (text, StatusCode::CONFLICT),
            Err(error) => return Err(error),
        };
        let refused = Refused { whose, typed: form.text("goal"), error: view.render(&text) };
        Ok(whole(&view, asked, Some(&refused))?.status(status))
    })
}

fn first(errors: &FieldErrors) -> Text {
    errors.0.first().map_or_else(|| Text::new("not-a-number"), |(_, text)| text.clone())
}

/// What somebody typed, in the units of the measure; nothing is nought.
fn typed(cx: &kernel::Cx, measure: Measure, text: &str) -> Result<(i64, Option<Currency>)> {
    let locale = locale::Locale::new(cx.locality());
    if text.trim().is_empty() {
        return Ok((0, None));
    }
    if measure == Measure::WonAmount {
        let money = locale.parse_money(text).map_err(|()| Error::invalid("goal", "not-an-amount"))?;
        return Ok((money.minor, Some(money.currency)));
    }
    let number = locale.parse_number(text, 0).map_err(|()| Error::invalid("goal", "not-a-number"))?;
    Ok((number, None))
}

/// One row: the company, a unit or somebody.
pub(crate) struct Line {
    pub(crate) whose: Whose,
    pub(crate) name: String,
    pub(crate) depth: usize,
    /// Whose deals count; everybody's, and what nobody owns, when none are named.
    pub(crate) people: Option<Vec<Id>>,
}

/// The rows that the reader may know of, each unit before its people.
pub(crate) fn lines(view: &View, circle: &Circle) -> Result<Vec<Line>> {
    let cx = view.cx;
    let name = |user: Id| view.user(Some(user));
    let mut active: Vec<Id> = members::active(cx)?.into_iter().map(|member| member.user).collect();
    active.retain(|user| circle.holds(*user));
    active.sort_by_key(|user| name(*user));
    let mut lines = Vec::new();
    let sees_all = *circle == Circle::Everybody;
    if sees_all {
        let name = view.t("goal-company").into_owned();
        lines.push(Line { whose: Whose::Company, name, depth: 0, people: None });
    }
    let homes = units::homes(cx)?;
    let tree = units::tree(cx)?;
    let top = usize::from(sees_all);
    for branch in &tree.branches {
        let id = branch.unit.id;
        let within: Vec<Id> = tree.within(id).iter().map(|branch| branch.unit.id).chain([id]).collect();
        let people = units::people_of(cx, &within)?;
        let known = people.iter().all(|user| circle.holds(*user));
        if people.is_empty() || !known {
            continue;
        }
        let depth = branch.depth + top;
        lines.push(Line {
            whose: Whose::Unit(id),
            name: branch.unit.name.clone(),
            depth,
            people: Some(people),
        });
        let at_home = |user: &&Id| homes.get(*user).is_some_and(|home| home.id == id);
        lines.extend(active.iter().filter(at_home).map(|user| person(*user, name(*user), depth + 1)));
    }
    let told: Vec<Id> = lines.iter().map(|line| line.whose.id()).collect();
    let rest = active.iter().filter(|user| !told.contains(user));
    lines.extend(rest.map(|user| person(*user, name(*user), top)));
    Ok(lines)
}

fn person(user: Id, name: String, depth: usize) -> Line {
    Line { whose: Whose::Person(user), name, depth, people: Some(vec![user]) }
}

fn whole(view: &View, asked: Asked, refused: Option<&Refused>) -> Result<Response> {
    let cx = view.cx;
    let deal = records::object::object(cx, crate::deal::KEY)?;
    access::may_see(cx, &deal)?;
    let title = view.t("sales-goals");
    let tabs = PAGES.map(|(href, key)| (href.into(), view.t(key), href == HERE));
    let reached = Reached::of(cx, asked.stretch, asked.measure)?;
    let body = html! {
        (page_head(&PageHead { title: &title, count: None, lead: None, actions: html! {
            (link_button("/deals", view.t("deal-many")).icon("deal").flag("data-keep"))
        } }))
        (view_tabs(&view.t("views"), &tabs))
        (choices(view, asked))
        p.figures-lead { (view.t("goals-lead")) }
        @match &reached {
            Some(reached) => (table(view, asked, reached, refused)?),
            None => (empty_note(&html! { (view.t("goals-hidden")) })),
        }
    };
    Ok(view.page(Page::new(title.clone(), "/deals", body)))
}

/// Which measure, and which month or quarter.
fn choices(view: &View, asked: Asked) -> Markup {
    let chosen = |here: bool| here.then_some("true");
    let other = |stretch: Stretch| Asked { stretch, ..asked }.address();
    let today = view.cx.today();
    html! {
        nav.periods aria-label=(view.t("goal-measure")) {
            @for measure in Measure::ALL {
                a href=(Asked { measure, ..asked }.address()) aria-current=[chosen(measure == asked.measure)] { (view.t(&measure_key(measure))) }
            }
        }
        nav.periods aria-label=(view.t("sales-period")) {
            @for span in Span::ALL {
                // From the span that is looked at, not from today: who looks back at a quarter wants its months.
                @let here = Stretch::around(span, if asked.stretch.last() < today { asked.stretch.from } else { today.max(asked.stretch.from) });
                a href=(other(here)) aria-current=[chosen(span == asked.stretch.span)] { (view.t(&format!("goal-span-{}", span.key()))) }
            }
            span.step {
                a href=(other(asked.stretch.step(-1))) title=(view.t("goal-before")) { "‹" span.hidden { (view.t("goal-before")) } }
                b { (name(view, asked.stretch)) }
                a href=(other(asked.stretch.step(1))) title=(view.t("goal-after")) { "›" span.hidden { (view.t("goal-after")) } }
            }
        }
    }
}

fn measure_key(measure: Measure) -> String {
    format!("goal-measure-{}", measure.key().replace('_', "-"))
}

/// `November 2026`, `Q4 2026`
fn name(view: &View, stretch: Stretch) -> String {
    match stretch.span {
        Span::Month => view.reading.locale.month(stretch.from),
        Span::Quarter => {
            let quarter = i64::from((stretch.from.month() - 1) / 3 + 1);
            let year = stretch.from.year().to_string();
            view.tf("goal-quarter", &[("quarter", quarter.into()), ("year", year.into())])
        }
    }
}

/// What every row needs.
struct Table<'a> {
    view: &'a View<'a>,
    asked: Asked,
    reached: &'a Reached,
    goals: HashMap<Whose, Goal>,
    refused: Option<&'a Refused<'a>>,
    /// How many of its working days are begun, and how many there are.
    days: (i64, i64),
    sets: bool,
    /// The rates that were used, and those that were lacking.
    used: RefCell<Worth>,
}

fn table(view: &View, asked: Asked, reached: &Reached, refused: Option<&Refused>) -> Result<Markup> {
    let reach = access::reach(view.cx, &reached.object, Verb::See)?;
    let circle = if reach == Reach::All { Circle::Everybody } else { reach_users(view.cx, reach)? };
    let lines = lines(view, &circle)?;
    let table = Table {
        view,
        asked,
        reached,
        goals: super::of(view.cx, asked.stretch, asked.measure)?,
        refused,
        days: asked.stretch.working_days(view.cx.today()),
        sets: view.cx.actor().role() >= Role::Admin && view.may_write(),
        used: RefCell::default(),
    };
    let help = view.t("goal-pace-help");
    let framed = table_frame(
        &view.t("sales-goals"),
        &html! {
            table.table.figures.goals {
                thead { tr {
                    th scope="col" { (view.t("goal-who")) }
                    th.number scope="col" { (view.t("goal-target")) }
                    th.number scope="col" { (view.t("goal-so-far")) }
                    th scope="col" data-wide { span.hidden { (view.t("goal-share")) } }
                    th.number scope="col" { (view.t("goal-share")) }
                    th.number scope="col" { (view.t("goal-gap")) }
                    th.number scope="col" title=(help) { (view.t("goal-pace")) }
                } }
                tbody { @for (at, line) in lines.iter().enumerate() { (table.row(line, below(&lines, at))) } }
            }
        },
    );
    Ok(html! { (framed) (worth::told(view, &table.used.borrow())) })
}

/// The rows that stand under one, directly.
fn below(lines: &[Line], at: usize) -> Vec<Whose> {
    let depth = lines[at].depth;
    let under = lines[at + 1..].iter().take_while(|line| line.depth > depth);
    under.filter(|line| line.depth == depth + 1).map(|line| line.whose).collect()
}

impl Table<'_> {
    fn row(&self, line: &Line, below: Vec<Whose>) -> Markup {
        let view = self.view;
        let people = line.people.as_deref();
        let goal = self.goals.get(&line.whose);
        let currency = goal.and_then(|goal| goal.currency).unwrap_or(self.reached.own());
        let sum = self.reached.in_currency(people, currency, &mut self.used.borrow_mut());
        let shown = match (self.asked.measure, sum.amount) {
            (Measure::WonAmount, Some((amount, currency))) => self.number(amount, currency),
            (Measure::WonAmount, None) => view.t("roll-up-of-several-currencies").into_owned(),
            _ => view.reading.locale.integer(sum.count),
        };
        let so_far = goal.and_then(|goal| sum.towards(self.asked.measure, goal.currency));
        html! {
            tr data-depth=(line.depth.min(5)) data-level=(line.whose.key()) {
                th scope="row" { (line.name) }
                td.number { (self.target(line, goal, &below)) }
                td.number { @if sum.count == 0 { span.quiet { "–" } } @else { a href=(self.reached.list(people)) { (shown) } } }
                @match goal.zip(so_far) {
                    Some((goal, so_far)) => (self.measured(goal, so_far)),
                    None => { td data-wide {} @for _ in 0..3 { td.number { span.quiet { "–" } } } }
                }
            }
        }
    }

    /// How far it is, what is left, and where it ends.
    fn measured(&self, goal: &Goal, so_far: i64) -> Markup {
        let view = self.view;
        let share = |part: i64| i64::try_from(i128::from(part) * 1000 / i128::from(goal.target)).unwrap_or(0);
        let (begun, all) = self.days;
        // To whole units: a guess in cents would look like knowledge.
        let unit = goal.currency.map_or(1, |currency| i128::from(10_i64.pow(currency.decimals())));
        let guess = |begun: i64| i128::from(so_far) * i128::from(all) / i128::from(begun) / unit * unit;
        let pace = (begun > 0).then(|| i64::try_from(guess(begun)).unwrap_or(so_far));
        let is_over = begun == all && self.asked.stretch.last() < view.cx.today();
        let tone = |pace: i64| if pace >= goal.target { "positive" } else { "negative" };
        let length = share(so_far).clamp(0, 1000) / 10;
        let percent = view.reading.locale.percent(share(so_far) / 10, 0);
        html! {
            td data-wide { svg.bar viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" { rect.rest width="100" height="6" {} rect width=(length) height="6" {} } }
            td.number { (percent) }
            td.number {
                @if so_far >= goal.target { span.tone data-tone="positive" { (view.t("goal-reached")) } }
                @else { (self.number(goal.target - so_far, goal.currency)) }
            }
            td.number { @match pace {
                Some(pace) if !is_over => span.tone data-tone=(tone(pace)) title=(view.tf("goal-days", &[("begun", begun.into()), ("all", all.into())])) { (self.number(pace, goal.currency)) },
                _ => span.quiet { "–" },
            } }
        }
    }

    /// The goal, to be typed where it stands by who sets goals; beside none what those below add up to.
    fn target(&self, line: &Line, goal: Option<&Goal>, below: &[Whose]) -> Markup {
        let view = self.view;
        let refused = self.refused.filter(|refused| refused.whose == line.whose);
        let text = goal.map(|goal| self.number(goal.target, goal.currency)).unwrap_or_default();
        let set = goal.map(|goal| {
            let by = view.user(Some(goal.set_by).filter(|by| !by.is_nil()));
            let at = view.reading.locale.date_time(goal.set_at);
            view.tf("goal-set", &[("by", by.into()), ("at", at.into())])
        });
        let below = self.together(below).filter(|_| goal.is_none());
        if !self.sets {
            return html! {
                @if let Some(below) = &below { span.quiet title=(view.t("goal-below")) { (below) } }
                @else if text.is_empty() { span.quiet { "–" } }
                @else { span title=[set] { (text) } }
            };
        }
        let error_id = format!("goal-{}-{}-error", line.whose.key(), line.whose.id());
        let label = view.tf("goal-of", &[("name", line.name.as_str().into())]);
        html! {
            form.in-place method="post" action=(HERE) novalidate {
                input type="hidden" name="measure" value=(self.asked.measure.key());
                input type="hidden" name="span" value=(self.asked.stretch.span.key());
                input type="hidden" name="on" value=(self.asked.stretch.from);
                input type="hidden" name="level" value=(line.whose.key());
                input type="hidden" name="whose" value=(line.whose.id());
                input type="hidden" name="seen" value=(goal.map_or(0, |goal| goal.target));
                input.input data-size="s" name="goal" value=(refused.map_or(text.as_str(), |refused| refused.typed)) inputmode="decimal"
                    placeholder=(below.unwrap_or_else(|| view.t("goal-set-one").into_owned())) aria-label=(label) title=[set] autocomplete="off" maxlength="40"
                    aria-invalid=[refused.map(|_| "true")] aria-describedby=[refused.map(|_| &error_id)];
                (button(view.t("save")).small())
                @if let Some(refused) = refused { (error_line(&error_id, &refused.error)) }
            }
        }
    }

    /// What the goals of these add up to, where all that there are can be added.
    fn together(&self, whose: &[Whose]) -> Option<String> {
        let goals: Vec<&Goal> = whose.iter().filter_map(|whose| self.goals.get(whose)).collect();
        let currency = goals.first()?.currency;
        let same = goals.iter().all(|goal| goal.currency == currency);
        same.then(|| self.number(goals.iter().map(|goal| goal.target).sum(), currency))
    }

    fn number(&self, number: i64, currency: Option<Currency>) -> String {
        let locale = &self.view.reading.locale;
        match currency {
            Some(currency) => locale.money(&Money { minor: number, currency }),
            None => locale.integer(number),
        }
    }
}
