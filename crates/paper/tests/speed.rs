//! How long ten thousand labels take. The product's promise is ten seconds as it is shipped; this measures whatever
//! it was compiled to, and only fails when the time has become another order of magnitude.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::time::{Duration, Instant};

use serde_json::json;

#[test]
fn ten_thousand_labels_are_printed_while_one_fetches_the_paper() {
    let template = include_str!("../../print/src/templates/labels.typ");
    let sheet = json!({ "columns": 3, "rows": 7, "width": 63.5, "height": 38.1, "left": 7.25, "top": 15.15, "across": 66.0, "down": 38.1 });
    let label = |number: usize| json!({ "lines": [format!("Søren Öğüş Hansen-{number}"), format!("Strandvej {number}"), "2900 Hellerup"] });
    let labels: Vec<_> = (0..10_000).map(label).collect();
    let sheets: Vec<_> = labels.chunks(21).collect();
    let data = json!({ "sheet": sheet, "sheets": sheets, "paper": { "width": 210.0, "height": 297.0 }, "language": "da" });
    let began = Instant::now();
    let printed = paper::pdf(template, data, Duration::from_secs(300)).unwrap();
    println!("10,000 labels: {:?}, {} KB", began.elapsed(), printed.pdf.len() / 1024);
    assert_eq!(printed.pages, 477);
    assert!(began.elapsed() < Duration::from_secs(100), "{:?}", began.elapsed());
}
