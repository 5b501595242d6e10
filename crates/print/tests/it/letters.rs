//! Letters: in each reader's language, with nothing missing, and kept on the cards.

use kernel::Id;
use serde_json::json;
use testbed::{Testbed, on_each_database};

use crate::{address, person, printed};

fn letter(bed: &Testbed, name: &str, versions: &[(&str, &str, &str)]) -> String {
    let mia = bed.mia();
    let added = mia.post("/settings/templates", &[("name", name), ("from", "birthday")]).is(303);
    let address = added.location();
    let mut form: Vec<(String, &str)> = vec![("name".into(), name)];
    for (at, (language, subject, body)) in versions.iter().enumerate() {
        form.extend([
            (format!("{at}.language"), *language),
            (format!("{at}.subject"), *subject),
            (format!("{at}.body"), *body),
        ]);
    }
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    mia.post(&address, &form).is(303);
    address.rsplit('/').next().unwrap().to_owned()
}

fn letters_on(bed: &Testbed, card: Id) -> i64 {
    let sql = "SELECT COUNT(*) FROM timeline WHERE workspace_id = ?1 AND card_id = ?2 AND object = 'letter'";
    bed.read(|cx| Ok(cx.query_one(sql, &[cx.workspace().into(), card.into()])?.map_or(0, |row| row.int(0))))
}

#[test]
fn each_reads_the_letter_in_their_own_language() {
    on_each_database(|bed| {
        bed.person("Anna Berg")
            .with("addresses", json!([address("home", "Strandvej 5", "2900", "Hellerup", "")]))
            .with("language", "da")
            .save();
        bed.person("Emre Yılmaz")
            .with("addresses", json!([address("home", "İstiklal Cad. 12", "34430", "Beyoğlu", "Türkiye")]))
            .with("language", "tr")
            .save();
        bed.person("Bob Smith")
            .with("addresses", json!([address("home", "High Street 1", "1000", "York", "")]))
            .save();
        let key = letter(
            bed,
            "News",
            &[
                ("en", "News for {{given}}", "Dear {{name}},\n\nit is **{{today}}**."),
                (
                    "da",
                    "Nyt til {{given}}",
                    "Kære {{name}}\n\n{{#if city = hellerup}}\nVi ses i Hellerup.\n{{/if}}",
                ),
                ("tr", "{{given}} için haberler", "Sayın {{name}},"),
            ],
        );
        let form = [("object", "person"), ("what", "letters"), ("template", key.as_str())];
        let paper = printed(&bed.mia().post("/print", &form));
        for line in [
            "Nyt til Anna",
            "Kære Anna Berg Vi ses i Hellerup.",
            "Emre için haberler",
            "News for Bob",
            "Dear Bob Smith, it is",
        ] {
            assert!(paper.has(line), "`{line}` is not in {paper}");
        }
    });
}

#[test]
fn a_letter_that_lacks_a_field_is_not_printed() {
    on_each_database(|bed| {
        person(bed, "Anna Berg", "Strandvej 5");
        bed.person("Bo Holm")
            .with("addresses", json!([address("home", "Bakken 7", "2900", "Hellerup", "")]))
            .with("job_title", "Skipper")
            .save();
        let key = letter(bed, "Job", &[("en", "Job", "You are {{job_title}}, {{nickname|friend}}.")]);
        let query = format!("/print?object=person&what=letters&template={key}");
        bed.mia().get(&query).shows("1 letter").shows("missing: Job title").shows("Anna Berg");
        let form = [("object", "person"), ("what", "letters"), ("template", key.as_str())];
        let paper = printed(&bed.mia().post("/print", &form));
        assert!(paper.has("You are Skipper, friend.") && !paper.has("Anna"), "{paper}");
    });
}

#[test]
fn printed_letters_are_kept_on_the_cards_and_can_be_taken_back() {
    on_each_database(|bed| {
        let company = bed.company("Berg Marine").save();
        let anna = bed
            .person("Anna Berg")
            .at(company)
            .with("addresses", json!([address("home", "Strandvej 5", "2900", "Hellerup", "")]))
            .save();
        let mia = bed.mia();
        let form = [("object", "person"), ("what", "letters"), ("template", "birthday")];
        let answer = mia.post("/print", &form);
        printed(&answer);
        assert!(answer.toast().contains("1 letter was kept"), "{}", answer.toast());
        assert_eq!((letters_on(bed, anna), letters_on(bed, company)), (1, 1));
        mia.get(&format!("/people/{anna}")).shows("sent a letter").shows("Happy birthday");
        let undo = answer.toast().split("/changes/").nth(1).unwrap()[..32].to_owned();
        mia.post(&format!("/changes/{undo}/undo"), &[]).is(303);
        assert_eq!((letters_on(bed, anna), letters_on(bed, company)), (0, 0));
        // Looking does not send.
        mia.get("/print?object=person&what=letters&template=birthday").is(200);
        mia.get("/print/preview.svg?object=person&what=letters&template=birthday").is(200);
        mia.post("/print", &[("object", "person"), ("what", "labels")]).is(200);
        assert_eq!(letters_on(bed, anna), 0);
    });
}

#[test]
fn who_only_reads_prints_labels_but_no_letters() {
    on_each_database(|bed| {
        person(bed, "Anna Berg", "Strandvej 5");
        let reader = bed.with_role(kernel::Role::ReadOnly);
        reader.post("/print", &[("object", "person"), ("what", "labels")]).is(200);
        reader.post("/print", &[("object", "person"), ("what", "letters")]).is(403);
    });
}
