//! How fast a table comes in: `cargo run --release -p records --example import_speed -- [rows] [mode] [format]`, where
//! the mode is `new` (no matching) or `both` (matched by e-mail; the default), and the format `csv` (the default) or
//! `xlsx`. Prints rows a second and memory.

#![allow(clippy::unwrap_used, clippy::expect_used, unreachable_pub)]

#[path = "../tests/it/cast.rs"]
mod cast;

use std::{fmt::Write as _, fs, io::Write as _, path::Path, time::Instant};

use formats::spreadsheet::{Cell, Writer};
use jobs::Registry;
use kernel::{Clock, Country, Currency, Db, Id, Language, Locality, Scope, Timestamp, db::Address};
use records::{
    files::FileStore,
    import::{self, Mode},
};

const GIVEN: &[&str] = &[
    "Anna", "Bo", "Søren", "Işıl", "Ivan", "Mette", "Lars", "Ole", "Freja", "Emil", "Ida", "Karl", "Åse",
    "Gül", "Petra", "Nils",
];
const FAMILY: &[&str] = &[
    "Berg", "Holm", "Kjær", "Øst", "Lund", "Nielsen", "Jensen", "Yılmaz", "Petrov", "Dahl", "Møller", "Skov",
];
const STREETS: &[&str] = &["Strandvej", "Algade", "Søndergade", "Kirkevej", "Parkallé", "Nørregade"];
const CITIES: &[&str] = &["Aarhus", "Odense", "København", "Aalborg", "Esbjerg", "Randers"];

fn write_csv(path: &Path, rows: u64) {
    let mut file = std::io::BufWriter::new(fs::File::create(path).unwrap());
    writeln!(file, "Name,Company,Job title,Email,Phone,Street,Postal code,City,Country").unwrap();
    let mut line = String::new();
    for row in 0..rows {
        // A generator of its own, so that every run writes the same file.
        let dice = row.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407).rotate_left(17);
        let pick = |list: &[&'static str], shift: u32| list[(dice >> shift) as usize % list.len()];
        let (given, family) = (pick(GIVEN, 3), pick(FAMILY, 9));
        line.clear();
        write!(
            line,
            "{given} {family} {row},Firma {} A/S,Consultant,{}.{}@firma{}.dk,{},{} {},{},{},Denmark",
            (dice >> 20) % (rows / 10).max(1),
            dice % 9_999_991,
            row,
            (dice >> 31) % 5000,
            20_000_000 + (dice >> 11) % 79_000_000,
            pick(STREETS, 13),
            dice % 200 + 1,
            1000 + (dice >> 5) % 9000,
            pick(CITIES, 17),
        )
        .unwrap();
        writeln!(file, "{line}").unwrap();
    }
    file.flush().unwrap();
}

/// The same rows as a workbook.
fn write_workbook(csv: &Path, path: &Path) {
    let text = fs::read_to_string(csv).unwrap();
    let mut lines = text.lines().map(|line| line.split(','));
    let headers = lines.next().unwrap().map(str::to_owned).collect();
    let mut writer = Writer::new(path.parent().unwrap(), "People", headers).unwrap();
    for line in lines {
        writer.write_row(&line.map(Cell::text).collect::<Vec<_>>()).unwrap();
    }
    writer.finish(fs::File::create(path).unwrap()).unwrap();
}

fn memory(what: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(what)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse().ok()).unwrap_or(0) / 1024
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let rows: u64 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(200_000);
    let matched = arguments.next().is_none_or(|mode| mode != "new");
    let folder = std::env::temp_dir().join(format!("import-speed-{}", Id::new(Timestamp::system_now())));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("people.csv");
    write_csv(&file, rows);
    let file = match std::env::args().nth(3).as_deref() {
        Some("xlsx") => {
            write_workbook(&file, &folder.join("people.xlsx"));
            folder.join("people.xlsx")
        }
        _ => file,
    };
    let address = match std::env::var("KARTOTEK_DATABASE") {
        Ok(url) => Address::Postgres(url),
        Err(_) => Address::File(folder.join("kartotek.db")),
    };
    let db = cast::open(&address, Clock::system(), FileStore { folder: folder.join("files") });
    let workspace = Id::new(Timestamp::system_now());
    let locality = Locality {
        language: Language::Danish,
        country: Country::new("DK").unwrap(),
        currency: Currency::new("DKK").unwrap(),
        ..Locality::default()
    };
    let scope = Scope { locality: locality.into(), ..Scope::system(workspace) };
    run(&db, &scope, &folder, &file, rows, matched);
    fs::remove_dir_all(&folder).unwrap();
}

fn run(db: &Db, scope: &Scope, folder: &Path, file: &Path, rows: u64, matched: bool) {
    let store = FileStore { folder: folder.join("files") };
    let kept = import::keep(&store, file).unwrap();
    let id = db
        .write(scope, |tx| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            let id = import::begin(tx, &name, &kept)?;
            let found = import::find(tx, id)?;
            let match_by = if matched { vec!["emails".to_owned()] } else { Vec::new() };
            import::set_mapping(tx, id, found.mapping, Mode::Both, &match_by)?;
            import::start(tx, id)?;
            Ok(id)
        })
        .unwrap();
    let mut registry = Registry::new();
    import::register(&mut registry);
    // The job is run as the product runs it, in the workspace's own country.
    registry.scope_with(|_, scope| {
        let locality = Locality {
            language: Language::Danish,
            country: Country::new("DK").unwrap(),
            currency: Currency::new("DKK").unwrap(),
            ..Locality::default()
        };
        Scope { locality: locality.into(), ..scope.clone() }
    });
    println!("{rows} rows, {} MB before", memory("VmRSS"));
    let began = Instant::now();
    jobs::run_due(db, &registry).unwrap();
    let seconds = began.elapsed().as_secs_f64();
    let done = db.read(scope, |cx| import::find(cx, id)).unwrap();
    println!("{:?} {:?}", done.state, done.totals);
    println!("{:.0} rows/s in {seconds:.1} s", rows as f64 / seconds);
    println!(
        "{} MB after, {} MB of it our own, {} MB at most",
        memory("VmRSS"),
        memory("RssAnon"),
        memory("VmHWM")
    );
    let size = fs::metadata(folder.join("kartotek.db")).map_or(0, |file| file.len());
    println!("{} MB of database", size / 1024 / 1024);
}
