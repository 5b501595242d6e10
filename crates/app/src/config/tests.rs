//! What the file, the environment and the flags say together.

use super::*;

fn file(text: &str) -> File {
    toml::from_str(text).unwrap()
}

#[test]
fn without_a_word_everything_stays_on_this_machine() {
    let config = Config::of(&Flags::default(), File::default()).unwrap();
    assert_eq!(config.database, Address::File(PathBuf::from("data/kartotek.db")));
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
    assert!(config.is_private());
}

#[test]
fn flags_win_over_the_file() {
    let flags = Flags { data: Some("elsewhere".into()), ..Flags::default() };
    let config =
        Config::of(&flags, file("data = 'here'\nlisten = '0.0.0.0:80'\n[log]\nformat = 'json'")).unwrap();
    assert_eq!(config.database, Address::File(PathBuf::from("elsewhere/kartotek.db")));
    assert_eq!(config.log.format, LogFormat::Json);
    assert!(!config.is_private());
}

#[test]
fn the_example_says_what_holds_anyway() {
    let example = include_str!("../../../../kartotek.example.toml");
    let plain: String =
        example.lines().filter(|line| line.starts_with('[')).map(|line| format!("{line}\n")).collect();
    let said = Config::of(&Flags::default(), file(&plain)).unwrap();
    assert_eq!(said, Config::of(&Flags::default(), file(example)).unwrap());
    // With the marks of the comments taken away it names every key, rightly.
    let uncommented = example.replace("\n#", "\n");
    let keys = uncommented.lines().filter(|line| line.contains(" = ") || line.starts_with('['));
    let all = file(&keys.collect::<Vec<_>>().join("\n"));
    assert!(all.data.is_some() && all.database.is_some() && all.listen.is_some() && all.url.is_some());
    assert!(all.smtp.is_some() && all.mail_from.is_some());
    assert!(all.readers.is_some() && all.behind_proxy.is_some() && all.https.is_some());
    assert!(all.log.level.is_some() && all.log.format.is_some());
}

#[test]
fn an_unknown_key_is_named() {
    let error = toml::from_str::<File>("lissten = '127.0.0.1:80'").unwrap_err();
    assert!(error.to_string().contains("lissten"), "{error}");
    let error = refuse_unknown_variables(["KARTOTEK_LISSTEN".to_owned()].into_iter()).unwrap_err();
    assert!(error.to_string().contains("KARTOTEK_LISSTEN"), "{error}");
    refuse_unknown_variables(["KARTOTEK_LISTEN".to_owned(), "KARTOTEK_TEST_POSTGRES".to_owned()].into_iter())
        .unwrap();
}

#[test]
fn addresses_to_listen_on_are_read_as_people_write_them() {
    #[track_caller]
    fn check(typed: &str, expected: Option<&str>) {
        assert_eq!(listening(typed).ok().map(|address| address.to_string()).as_deref(), expected, "{typed}");
    }
    check("8080", Some("127.0.0.1:8080"));
    check(":8080", Some("127.0.0.1:8080"));
    check("localhost:90", Some("127.0.0.1:90"));
    check("0.0.0.0:80", Some("0.0.0.0:80"));
    check("[::]:80", Some("[::]:80"));
    check("crm.example.com", None);
}

#[test]
fn https_follows_from_the_address_people_type() {
    let config = Config::of(&Flags::default(), file("url = 'https://crm.example.com/'")).unwrap();
    assert!(config.https);
    assert_eq!(config.url.as_deref(), Some("https://crm.example.com"));
    assert!(Config::of(&Flags::default(), file("url = 'crm.example.com'")).is_err());
}

#[test]
fn a_mail_server_needs_somebody_whom_letters_are_from() {
    let both = Config::of(
        &Flags::default(),
        file("smtp = 'smtps://mail.example.com'\nmail_from = 'crm@example.com'"),
    );
    assert_eq!(
        both.unwrap().mail,
        Some(("smtps://mail.example.com".to_owned(), "crm@example.com".to_owned()))
    );
    assert!(Config::of(&Flags::default(), file("smtp = 'smtps://mail.example.com'")).is_err());
    assert_eq!(Config::of(&Flags::default(), file("mail_from = 'crm@example.com'")).unwrap().mail, None);
}
