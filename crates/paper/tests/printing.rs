//! Templates through the front door: what prints, what is refused, and what must not hang.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::time::{Duration, Instant};

use paper::{Fault, pdf, pdf_in_parts, pictures};
use serde_json::json;

const WITHIN: Duration = Duration::from_secs(30);

#[test]
fn text_stays_text_whatever_is_written_in_it() {
    let template = "#set page(width: 200mm, height: 100mm)\n#data.name";
    let name = "#panic(\"no\") *Søren* $x$ <a> @b // Öğüş Щърк";
    let printed = pdf(template, json!({ "name": name }), WITHIN).unwrap();
    assert_eq!(printed.pages, 1);
    let printed = testbed::Pdf::read(&printed.pdf);
    assert!(printed.has(name), "{}", printed.text());
}

#[test]
fn parts_are_one_document_and_each_begins_a_page() {
    let template = "#set page(width: 90mm, height: 50mm)\n#data.names.join(pagebreak())";
    let parts = vec![json!({ "names": ["Åse", "Γιώργος"] }), json!({ "names": ["Мария"] })];
    let printed = pdf_in_parts(template, parts, WITHIN).unwrap();
    assert_eq!(printed.pages, 3);
    let read = testbed::Pdf::read(&printed.pdf);
    assert_eq!(read.pages(), 3);
    let pages = ["Åse", "Γιώργος", "Мария"].map(|name| read.place_of(name).unwrap().0);
    assert_eq!([pages[1] - pages[0], pages[2] - pages[1]], [1, 1]);
    let wrong = pdf_in_parts(
        "#data.names.at(1)",
        vec![json!({ "names": ["a", "b"] }), json!({ "names": ["a"] })],
        WITHIN,
    );
    assert!(matches!(wrong, Err(Fault::Template(_))));
}

#[test]
fn pages_are_shown_as_pictures() {
    let template =
        "#set page(width: 90mm, height: 50mm)\n#for name in data.names [#name #pagebreak(weak: true)]";
    let pages = pictures(template, json!({ "names": ["a", "b", "c"] }), 2, WITHIN).unwrap();
    assert_eq!(pages.len(), 2);
    assert!(pages[0].starts_with("<svg") && pages[0].contains("viewBox"), "{}", &pages[0][..80]);
}

#[test]
fn a_mistake_is_told_with_its_line() {
    let Err(Fault::Template(mistakes)) =
        pdf("Dear #data.name,\n\n#data.nmae", json!({ "name": "Bo" }), WITHIN)
    else {
        panic!("it printed");
    };
    assert_eq!(mistakes[0].line, Some(3));
    assert!(mistakes[0].message.contains("nmae"), "{mistakes:?}");
}

#[test]
fn a_template_reads_no_file_and_no_package() {
    for template in [
        "#read(\"/etc/passwd\")",
        "#read(\"../../Cargo.toml\")",
        "#image(\"photo.png\")",
        "#json(\"data.json\")",
        "#include \"other.typ\"",
        "#import \"@preview/cetz:0.3.0\"",
        "#plugin(\"code.wasm\")",
    ] {
        let answer = pdf(template, json!({}), WITHIN);
        assert!(matches!(answer, Err(Fault::Template(_))), "{template}: {answer:?}");
    }
}

#[test]
fn a_template_that_never_ends_is_given_up_and_others_go_on() {
    let endless = "#for a in range(100000) { for b in range(100000) { let c = a * b } }";
    let trial = || paper::try_out(endless, json!({}), 1, Duration::from_millis(300)).unwrap_err();
    let began = Instant::now();
    assert_eq!([trial(), trial()], [Fault::TooLong, Fault::TooLong]);
    // Both threads for trials are lost now; those for printing are not.
    assert_eq!(trial(), Fault::Busy);
    assert!(began.elapsed() < Duration::from_secs(10));
    assert_eq!(pdf("Fine", json!({}), WITHIN).unwrap().pages, 1);
}
