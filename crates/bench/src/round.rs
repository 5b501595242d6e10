//! One round: a workspace of one size, filled, served and measured.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use kernel::{Db, Scope};
use tokio::runtime::{Builder, Runtime};

use crate::{
    browser,
    company::{self, Company},
    day, duplicates,
    files::{write_csv, write_vcards},
    floors::{self, Floors},
    furnish,
    home::{self, Home},
    http::{Caller, Connection},
    leads,
    load::{self, Load},
    options::{Options, Part},
    pages::{self, Page},
    picks::Picks,
    process::{Memory, Watch},
    program::{Program, Run, Server},
    report::{Report, Row, ms, thousands},
    selling, shaped,
};

/// Starts are measured so often; the middle one counts.
const STARTS: usize = 5;
const CONNECTIONS: usize = 16;

/// Everything that `options` ask for, at this size.
pub(crate) fn run(options: &Options, binary: &Path, people: u64) -> Result<Report> {
    let home = Home::new(options, people)?;
    let program = Program::new(binary.to_owned(), home.folder.clone(), options.database.as_deref());
    let mut report = Report { people, ..Report::default() };
    if home.is_filled() {
        report
            .notes
            .push("The database is that of an earlier run, so the import was not measured.".to_owned());
    } else {
        fill(options, &program, people, &mut report)?;
        home.mark_filled()?;
    }
    if options.wants(Part::Duplicates) {
        duplicates::scan(&program, people, &mut report)?;
    }
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let caller = starts(&runtime, options, &program, &mut report)?;
    measure(&runtime, options, &program, caller, &mut report)?;
    Ok(report)
}

/// Writes the files, imports them, and furnishes the cards.
fn fill(options: &Options, program: &Program, people: u64, report: &mut Report) -> Result<()> {
    let db = home::open(program)?;
    let users = home::set_up(&db)?;
    let scope = home::owner(&db)?;
    shaped::declare(&db, &scope)?;
    let few = company::hire(&db, &scope)?;
    eprintln!("Writing and importing {} people …", thousands(people));
    let in_csv = people - people / 10;
    let (csv, vcards) = (program.folder.join("people.csv"), program.folder.join("people.vcf"));
    write_csv(&csv, 0..in_csv, people, &users, few)?;
    write_vcards(&vcards, in_csv..people, people)?;
    let run = program.import(&csv)?;
    report.rows.push(imported("import CSV with 20 own fields", in_csv, &run, true));
    let run = program.import(&vcards)?;
    report.rows.push(imported("import vCard", people - in_csv, &run, false));
    check_count(&db, &scope, people)?;
    eprintln!("Adding households and a year of calls, notes and tasks …");
    let began = Instant::now();
    let done = furnish::furnish(&db, &scope, &users, options.activities)?;
    report.notes.push(format!(
        "Set-up, not measured: {} households and {} calls, notes and tasks ({} per person) in {:.0} s.",
        thousands(done.households),
        thousands(done.activities),
        options.activities,
        began.elapsed().as_secs_f64()
    ));
    std::fs::remove_file(&csv)?;
    std::fs::remove_file(&vcards)?;
    Ok(())
}

fn imported(what: &str, rows: u64, run: &Run, has_target: bool) -> Row {
    let rate = rows as f64 / run.took.as_secs_f64();
    let met = rate >= 20_000.0 && run.memory.resident <= 250_000_000;
    Row {
        measure: format!("{what}, {} rows", thousands(rows)),
        p50: format!("{:.1} s", run.took.as_secs_f64()),
        p99: run.memory.written(),
        throughput: format!("{} rows/s", thousands(rate as u64)),
        target: if has_target { "≥ 20,000 rows/s, ≤ 250 MB".to_owned() } else { String::new() },
        met: has_target.then_some(met),
        ..Row::default()
    }
}

fn check_count(db: &Db, scope: &Scope, people: u64) -> Result<()> {
    let counted = db.read(scope, |cx| {
        let row =
            cx.query_one("SELECT COUNT(*) FROM people WHERE workspace_id = ?1", &[cx.workspace().into()])?;
        Ok(row.map_or(0, |row| row.int(0)))
    })?;
    ensure!(counted == i64::try_from(people)?, "{counted} of {people} people were imported: see import.log");
    Ok(())
}

/// Signs in, then starts the server again and again.
fn starts(runtime: &Runtime, options: &Options, program: &Program, report: &mut Report) -> Result<Caller> {
    let mut server = program.serve()?;
    let mut caller = Caller { address: server.address, cookie: String::new() };
    first_page(runtime, &mut server, &caller, "/sign-in")?;
    caller.cookie = pages::sign_in(runtime, &caller, home::EMAIL)?;
    server.stop()?;
    if options.wants(Part::Start) {
        let mut times = Vec::new();
        for _ in 0..STARTS {
            let mut server = program.serve()?;
            let caller = Caller { address: server.address, ..caller.clone() };
            times.push(first_page(runtime, &mut server, &caller, "/people")?);
            server.stop()?;
        }
        times.sort_unstable();
        let middle = times[STARTS / 2].as_secs_f64() * 1e3;
        report.rows.push(Row::single("start to first page", ms(middle), "≤ 300 ms", Some(middle <= 300.0)));
    }
    Ok(caller)
}

/// Asks until the page is there; how long that took from the start of the process.
fn first_page(runtime: &Runtime, server: &mut Server, caller: &Caller, path: &str) -> Result<Duration> {
    let request = caller.get(path);
    loop {
        server.is_there()?;
        ensure!(server.began.elapsed() < Duration::from_secs(120), "the server did not answer");
        let status = runtime.block_on(async {
            let mut connection = Connection::open(caller.address).await.ok()?;
            Some(connection.ask(&request).await.ok()?.status)
        });
        match status {
            Some(200) => return Ok(server.began.elapsed()),
            Some(other) => anyhow::bail!("{path} was answered with {other}"),
            None => std::thread::sleep(Duration::from_millis(1)),
        }
    }
}

/// Everything that is asked of the running server, and its memory meanwhile.
fn measure(
    runtime: &Runtime,
    options: &Options,
    program: &Program,
    caller: Caller,
    report: &mut Report,
) -> Result<()> {
    let db = home::open(program)?;
    let scope = home::owner(&db)?;
    let picks = Picks::read(&db, &scope)?;
    let person = db.read(&scope, |cx| records::object::object(cx, "person"))?;
    let is_file = options.database.is_none();
    let floors = is_file.then(|| Floors::open(&program.folder, scope.workspace, &person)).transpose()?;
    let mut server = program.serve()?;
    let caller = Caller { address: server.address, ..caller };
    first_page(runtime, &mut server, &caller, "/people")?;
    std::thread::sleep(Duration::from_secs(1));
    let idle = Memory::of(server.process())?;
    let watch = Watch::begin(server.process());
    let mut meter = Meter {
        runtime,
        options,
        server: &mut server,
        db: db.clone(),
        scope: scope.clone(),
        floors,
        bare: String::new(),
        report: &mut *report,
    };
    meter.bare_route()?;
    meter.all(&caller, &picks)?;
    let busy = watch.end()?;
    meter.paper(&caller)?;
    if options.wants(Part::Browser) {
        report.rows.extend(browser::first_screen(&caller)?);
    }
    let memory = |name, memory: Memory, target, most| {
        Row::single(name, memory.written(), target, Some(memory.resident <= most))
    };
    report.rows.push(memory("memory idle", idle, "≤ 80 MB", 80_000_000));
    report.rows.push(memory("memory under load, at most", busy, "≤ 200 MB", 200_000_000));
    report.notes.push(format!("The database takes {} MB.", home::database_size(&program.folder) / 1_000_000));
    server.stop()?;
    if options.wants(Part::Day) {
        day::reminders(program, &db, &scope, (&picks.cards, &picks.owners), report)?;
    }
    Ok(())
}

struct Meter<'a> {
    runtime: &'a Runtime,
    options: &'a Options,
    server: &'a mut Server,
    db: Db,
    scope: Scope,
    floors: Option<Floors>,
    bare: String,
    report: &'a mut Report,
}

impl Meter<'_> {
    fn all(&mut self, caller: &Caller, picks: &Picks) -> Result<()> {
        let people = self.report.people;
        if self.options.wants(Part::List) {
            let (lists, depth) = pages::lists(self.runtime, caller, picks)?;
            if depth < pages::DEEP {
                self.report.notes.push(format!("The list is only {depth} pages deep; the last is measured."));
            }
            self.pages(lists)?;
        }
        if self.options.wants(Part::Search) {
            self.pages(pages::searches(caller, people))?;
        }
        if self.options.wants(Part::Card) {
            self.pages(pages::cards(caller, picks))?;
        }
        if self.options.wants(Part::Write) {
            self.pages(pages::writes(self.runtime, caller, picks, people)?)?;
        }
        if self.options.wants(Part::Company) {
            self.company(caller, people)?;
        }
        if self.options.wants(Part::Day) {
            self.page(day::today(&self.db, &self.scope, &picks.cards, caller)?)?;
        }
        if self.options.wants(Part::Selling) {
            let wanted = self.options.deals.unwrap_or(people / selling::PEOPLE_PER_DEAL);
            let deals = selling::furnish(&self.db, &self.scope, (&picks.companies, &picks.owners), wanted)?;
            self.report.notes.push(format!("Deals: {}.", thousands(deals)));
            self.pages(selling::pages(&self.db, &self.scope, caller)?)?;
            leads::measure(&self.db, &self.scope, &picks.owners, self.report)?;
        }
        Ok(())
    }

    fn company(&mut self, caller: &Caller, people: u64) -> Result<()> {
        let company = self.asked(caller)?;
        let lists = company.lists();
        company.settle(&lists)?;
        self.pages(lists)?;
        company.rights(self.load(1), self.report)?;
        self.pages(company.programs(people)?)?;
        company.bulk(self.report)
    }

    /// What is printed takes memory while it is printed, and is told by itself.
    fn paper(&mut self, caller: &Caller) -> Result<()> {
        if self.options.wants(Part::Company) {
            self.asked(caller)?.labels(self.server.process(), self.report)?;
        }
        Ok(())
    }

    fn asked<'a>(&self, caller: &'a Caller) -> Result<Company<'a>>
    where
        Self: 'a,
    {
        Ok(Company {
            runtime: self.runtime,
            caller,
            db: self.db.clone(),
            scope: self.scope.clone(),
            keys: shaped::keys(&self.db, &self.scope)?,
        })
    }

    fn pages(&mut self, pages: Vec<Page>) -> Result<()> {
        pages.into_iter().try_for_each(|page| self.page(page))
    }

    fn page(&mut self, page: Page) -> Result<()> {
        eprintln!("{} …", page.name);
        self.server.is_there()?;
        let (address, next) = (self.server.address, Arc::new(AtomicUsize::new(0)));
        let measured = |connections| {
            let load = self.load(connections);
            if !page.once {
                return load::run(self.runtime, address, &page.questions, &next, load);
            }
            self.forget_looks()?;
            next.store(0, Ordering::Relaxed);
            // What was measured before has warmed everything up.
            let load = Load { warm_up: Duration::ZERO, ..load };
            load::run(self.runtime, address, &page.questions, &next, load)
        };
        let one = measured(1).with_context(|| format!("measuring `{}`", page.name))?;
        let many = measured(CONNECTIONS).with_context(|| format!("measuring `{}` at 16", page.name))?;
        let floor = match &self.floors {
            Some(floors) => format!("{} SQL + {}", ms(floors.measure(&page.floor)?.p50()), self.bare),
            None => self.bare.clone(),
        };
        self.report.rows.push(Row::page(page.name, &one, &many, floor, page.target));
        Ok(())
    }

    /// Every card is opened for the first time again.
    fn forget_looks(&self) -> Result<()> {
        Ok(self
            .db
            .write(&self.scope, |tx| {
                tx.execute("DELETE FROM claims WHERE workspace_id = ?1", &[tx.workspace().into()])?;
                tx.execute("DELETE FROM visits WHERE workspace_id = ?1", &[tx.workspace().into()])
            })
            .map(drop)?)
    }

    /// The floor of all pages.
    fn bare_route(&mut self) -> Result<()> {
        let (one, many) = floors::bare_route(self.runtime, self.load(1), self.load(CONNECTIONS))?;
        self.bare = format!("{} route", ms(one.p50()));
        let name = "floor: a bare route, 20 KB".to_owned();
        let row = Row::page(name, &one, &many, String::new(), Default::default());
        self.report.rows.push(Row { grows: None, ..row });
        Ok(())
    }

    fn load(&self, connections: usize) -> Load {
        let lasts = Duration::from_secs(self.options.seconds);
        Load { connections, every: Duration::ZERO, warm_up: lasts / 3, lasts }
    }
}
