//! The command line, as people and scripts use it.

use formats::spreadsheet::{Cell, Writer};
use identity::FirstRun;
use kernel::{Clock, Db, db::Address};

use crate::server::{Folder, Server, ask, kartotek, run, said, sign_in};

const PASSWORD: &str = "correct horse battery";

/// A folder whose `data` has been set up by Mia.
pub(crate) fn set_up() -> Folder {
    let folder = Folder::new();
    let db = Db::open(&Address::File(folder.path("data/kartotek.db")), Clock::system(), 2).unwrap();
    kernel::migrate::migrate(&db, &app::wiring::migrations().collect::<Vec<_>>()).unwrap();
    let form = FirstRun {
        workspace_name: "Berg Marine".into(),
        language: "en".into(),
        country: "DK".into(),
        currency: "DKK".into(),
        time_zone: "Europe/Copenhagen".into(),
        name: "Mia Berg".into(),
        email: "mia@berg.example".into(),
        password: PASSWORD.into(),
    };
    identity::set_up(&db, &form, |_| Ok(())).unwrap();
    folder
}

#[test]
fn help_is_for_people() {
    let folder = Folder::new();
    let output = run(kartotek(&folder.0).arg("--help"), "");
    for word in ["serve", "demo", "import", "export", "user", "backup", "KARTOTEK_DATABASE", "kartotek.toml"]
    {
        assert!(said(&output).contains(word), "{word} is explained");
    }
    assert!(output.status.success());
}

#[test]
fn a_mistake_in_the_configuration_is_named() {
    let folder = Folder::new();
    std::fs::write(folder.path("kartotek.toml"), "lissten = '127.0.0.1:0'\n").unwrap();
    let output = run(kartotek(&folder.0).arg("serve"), "");
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("lissten"), "{}", said(&output));
    let output = run(kartotek(&folder.0).env("KARTOTEK_LISSTEN", "1"), "");
    assert!(said(&output).contains("KARTOTEK_LISSTEN"), "{}", said(&output));
}

#[test]
fn the_server_says_where_it_is_and_ends_when_asked() {
    let folder = Folder::new();
    let server = Server::start(kartotek(&folder.0).args(["serve", "--listen", "127.0.0.1:0"]));
    assert_eq!(ask(&server.address, "GET", "/health", "", b"").unwrap().body, "ok");
    let first = ask(&server.address, "GET", "/", "", b"").unwrap();
    assert!((300..400).contains(&first.status), "{}", first.status);
    let taken = run(kartotek(&folder.0).args(["serve", "--listen", &server.address]), "");
    assert!(said(&taken).contains("another program listens"), "{}", said(&taken));
    assert_eq!(server.stop(), Some(0));
}

#[test]
fn a_server_that_others_can_reach_asks_for_a_token_first() {
    let folder = Folder::new();
    let mut server = Server::start(kartotek(&folder.0).args(["serve", "--listen", "0.0.0.0:0"]));
    let line = server.line();
    let token = line.trim().rsplit(' ').next().unwrap().to_owned();
    assert!(token.len() > 15, "{line}");
    let headers = crate::server::FORM;
    let form = "workspace_name=B&language=en&country=DK&currency=DKK&time_zone=Europe%2FCopenhagen&name=Mia\
        &email=mia%40berg.example&password=correct+horse+battery";
    let refused = ask(&server.address, "POST", "/welcome", headers, form.as_bytes()).unwrap();
    assert!(refused.status >= 400, "{}", refused.status);
    let with_token = format!("{form}&token={token}");
    let taken = ask(&server.address, "POST", "/welcome", headers, with_token.as_bytes()).unwrap();
    assert_eq!(taken.status, 303, "{}", taken.body);
}

#[test]
fn users_are_made_and_get_new_passwords() {
    let folder = set_up();
    let add = ["user", "add", "--email", "bo@berg.example", "--name", "Bo Berg", "--role", "admin"];
    let output = run(kartotek(&folder.0).args(add), "a long enough password\n");
    assert!(output.status.success(), "{}", said(&output));
    let again = run(kartotek(&folder.0).args(add), "a long enough password\n");
    assert_eq!(again.status.code(), Some(1));
    assert!(said(&again).contains("Another user has this e-mail address."), "{}", said(&again));
    let short = run(kartotek(&folder.0).args(["user", "reset-password", "bo@berg.example"]), "short\n");
    assert!(said(&short).contains("Use at least 10 characters."), "{}", said(&short));
    let reset = run(
        kartotek(&folder.0).args(["user", "reset-password", "bo@berg.example"]),
        "another long password\n",
    );
    assert!(reset.status.success(), "{}", said(&reset));
    let server = Server::start(kartotek(&folder.0).args(["serve", "--listen", "127.0.0.1:0"]));
    sign_in(&server.address, "bo@berg.example", "another long password").unwrap();
}

#[test]
fn a_file_is_imported_and_the_workspace_moves_house() {
    let folder = set_up();
    let csv =
        "Given Name,Family Name,E-mail 1 - Value\nAnna,Berg,anna@berg.example\nBo,Berg,bo@berg.example\n";
    std::fs::write(folder.path("contacts.csv"), csv).unwrap();
    let output = run(kartotek(&folder.0).args(["import", "contacts.csv"]), "");
    assert!(said(&output).contains("2 new cards"), "{}", said(&output));
    assert!(output.status.success());
    let output = run(kartotek(&folder.0).args(["export", "all.zip"]), "");
    assert!(output.status.success(), "{}", said(&output));
    let elsewhere = set_up();
    std::fs::copy(folder.path("all.zip"), elsewhere.path("all.zip")).unwrap();
    let output = run(kartotek(&elsewhere.0).args(["import", "all.zip"]), "");
    assert!(said(&output).contains("2 records were put back"), "{}", said(&output));
    let server = Server::start(kartotek(&elsewhere.0).args(["serve", "--listen", "127.0.0.1:0"]));
    let cookie = sign_in(&server.address, "mia@berg.example", PASSWORD).unwrap();
    let list = ask(&server.address, "GET", "/people", &cookie, b"").unwrap();
    assert!(list.body.contains("Anna Berg"), "{}", list.body);
}

#[test]
fn a_workbook_is_imported() {
    let folder = set_up();
    let headers = ["Name", "E-mail", "Birthday"].map(str::to_owned).to_vec();
    let mut writer = Writer::new(&folder.0, "People", headers).unwrap();
    let born = Cell::date(jiff::civil::date(1976, 12, 4));
    writer.write_row(&[Cell::text("Anna Berg"), Cell::text("anna@berg.example"), born]).unwrap();
    writer.finish(std::fs::File::create(folder.path("folk.xlsx")).unwrap()).unwrap();
    let output = run(kartotek(&folder.0).args(["import", "folk.xlsx"]), "");
    assert!(
        said(&output).contains("1 new cards") && said(&output).contains("0 rows could"),
        "{}",
        said(&output)
    );
    std::fs::write(folder.path("broken.xlsx"), b"PK\x03\x04").unwrap();
    let output = run(kartotek(&folder.0).args(["import", "broken.xlsx"]), "");
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("This workbook is damaged"), "{}", said(&output));
}

#[test]
fn a_backup_is_a_whole_data_folder() {
    let folder = set_up();
    let server = Server::start(kartotek(&folder.0).args(["serve", "--listen", "127.0.0.1:0"]));
    let output = run(kartotek(&folder.0).args(["backup", "copy.zip"]), "");
    assert!(output.status.success(), "{}", said(&output));
    let again = run(kartotek(&folder.0).args(["backup", "copy.zip"]), "");
    assert!(said(&again).contains("exists already"), "{}", said(&again));
    drop(server);
    let restored = Folder::new();
    std::fs::create_dir_all(restored.path("data")).unwrap();
    let mut zip = zip::ZipArchive::new(std::fs::File::open(folder.path("copy.zip")).unwrap()).unwrap();
    zip.extract(restored.path("data")).unwrap();
    let server = Server::start(kartotek(&restored.0).args(["serve", "--listen", "127.0.0.1:0"]));
    sign_in(&server.address, "mia@berg.example", PASSWORD).unwrap();
}

#[test]
fn a_backup_of_postgresql_is_left_to_postgresql() {
    let folder = Folder::new();
    let output =
        run(kartotek(&folder.0).args(["backup", "copy.zip", "--database", "postgres://nowhere/x"]), "");
    assert!(said(&output).contains("pg_dump"), "{}", said(&output));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_demo_is_there_with_one_command() {
    let folder = Folder::new();
    let mut command = kartotek(&folder.0);
    command.args(["demo", "--folder", "demo", "--listen", "127.0.0.1:0", "--language", "da"]);
    let mut child = command.stdout(std::process::Stdio::piped()).spawn().unwrap();
    let mut out = std::io::BufReader::new(child.stdout.take().unwrap());
    let (mut address, mut password) = (String::new(), String::new());
    while address.is_empty() {
        let mut line = String::new();
        assert_ne!(std::io::BufRead::read_line(&mut out, &mut line).unwrap(), 0, "the demo ended");
        if let Some((_, rest)) = line.trim().split_once("http://") {
            address = rest.to_owned();
        } else if line.contains("password") {
            password = line.trim().rsplit(' ').next().unwrap().to_owned();
        }
    }
    let cookie = sign_in(&address, "demo@kartotek.example", &password).unwrap();
    let list = ask(&address, "GET", "/people", &cookie, b"").unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(list.status, 200);
}
