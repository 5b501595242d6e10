//! Every page in every language: nothing is missing, and nothing shows a key instead of a text.

use kernel::Language;
use testbed::on_each_database;

/// Pages that everybody opens.
const PAGES: [&str; 43] = [
    "/people",
    "/companies",
    "/households",
    "/people/new",
    "/companies/new",
    "/today",
    "/today/callbacks",
    "/calendar?as=day",
    "/calendar?as=week",
    "/calendar?as=month",
    "/calendar?as=agenda",
    "/calendar/exchange",
    "/appointments",
    "/appointments/new",
    "/resources/new",
    "/history",
    "/trash",
    "/import",
    "/search?q=anna",
    "/settings/profile",
    "/settings/workspace",
    "/settings/members",
    "/settings/organisation",
    "/settings/roles",
    "/settings/access",
    "/settings/passkeys",
    "/settings/devices",
    "/settings/sessions",
    "/settings/password",
    "/settings/jobs",
    "/settings/templates",
    "/settings/templates/labels",
    "/settings/templates/birthday",
    "/print?object=person",
    "/print?object=person&what=envelopes",
    "/print?object=company&what=letters",
    "/print?object=household&what=call-list",
    "/letters",
    "/settings/currencies",
    "/settings/api-keys",
    "/settings/webhooks",
    "/api",
    "/api?of=",
];

#[test]
fn every_page_speaks_every_language() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").email("anna@berg.example").save();
        bed.note(anna, "Likes the sea").save();
        bed.call(anna, "reached").save();
        let card = format!("/people/{anna}");
        let role = bed.write(|tx| identity::roles::add(tx, "Sales"));
        let role = format!("/settings/roles/{role}");
        let (fields, member) =
            (format!("{role}/fields/person"), format!("/settings/members/{}", bed.sven().user));
        for language in Language::ALL {
            let mia = bed.mia();
            let zone = "Europe/Copenhagen";
            let profile = identity::users::Profile {
                name: "Mia Berg".into(),
                language: language.code().into(),
                time_zone: zone.into(),
                theme: "system".into(),
                density: "comfortable".into(),
            };
            bed.write(|tx| identity::users::update_profile(tx, &profile));
            for page in PAGES.iter().copied().chain([&*card, &*role, &*fields, &*member]) {
                let answer = mia.open(page).is(200);
                let text = answer.text();
                assert!(text.contains(&format!("lang=\"{}\"", language.code())), "{page} in {language:?}");
                let bare: Vec<&str> = keys_shown(&text).collect();
                assert!(bare.is_empty(), "{page} in {language:?} shows keys instead of texts: {bare:?}");
            }
        }
    });
}

/// A message that is missing everywhere is shown as its key: words of small letters with hyphens between.
fn keys_shown(page: &str) -> impl Iterator<Item = &str> {
    let texts = page.split('>').filter_map(|part| part.split('<').next()).map(str::trim);
    texts.filter(|text| {
        let words = text.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        });
        words && text.contains('-') && text.starts_with(|c: char| c.is_ascii_lowercase())
    })
}
