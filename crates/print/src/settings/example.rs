//! What templates are shown with while they are edited: a few people who do not exist, so that a preview is the same
//! in every workspace and shows nobody's address.

use kernel::Result;
use locale::merge_fields;
use serde_json::json;
use workbench::View;

use crate::{
    order::{ENVELOPES, Order, What},
    printing,
    sheet::SHEETS,
    wording::{self, Parsed},
};

const PEOPLE: [[&str; 4]; 6] = [
    ["Anna Berg", "Strandvej 5", "2900 Hellerup", ""],
    ["Emre Yılmaz", "İstiklal Cad. 12", "34430 BEYOĞLU/İstanbul", "TÜRKİYE"],
    ["Мария Иванова", "ул. Шипка 6", "1504 СОФИЯ", "BULGARIA"],
    ["王小明", "南京东路1号", "200001 上海", "CHINA"],
    ["Familie Sjöström-Lindqvist", "Övre Husargatan 21 B, lgh 1402", "SE-413 14 GÖTEBORG", "SWEDEN"],
    ["Dr. Alexandra Montgomery-Featherstonehaugh", "Apt 4, 12 Main Street", "SAN FRANCISCO, CA 94105", "USA"],
];

fn lines(person: &[&str; 4]) -> paper::Json {
    person.iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().into_iter().copied().collect()
}

/// The data of an example for a layout.
pub(super) fn data(view: &View, what: What) -> Result<paper::Json> {
    let sender = printing::sender(view.cx)?;
    let pieces: Vec<paper::Json> = PEOPLE.iter().map(|person| json!({ "lines": lines(person) })).collect();
    let country = identity::workspaces::find(view.cx)?.country;
    let mut size = Order::paper(country.code()).size();
    let mut data = match what {
        What::Labels => {
            let sheet = SHEETS[1];
            size = sheet.paper.size();
            json!({ "sheet": sheet, "sheets": [pieces] })
        }
        What::Envelopes => {
            size = (ENVELOPES[0].width, ENVELOPES[0].height);
            json!({ "envelope": ENVELOPES[0].name, "sender": sender, "pieces": pieces })
        }
        What::Letters => {
            let body = "**Lorem ipsum** dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.\n\n- Ut enim\n- Minim veniam";
            let piece = json!({
                "lines": lines(&PEOPLE[0]), "date": today(view), "subject": "Lorem ipsum",
                "blocks": wording::blocks(body), "language": "en",
            });
            json!({ "sender": sender, "pieces": [piece] })
        }
        What::IndexCards | What::Cards => {
            json!({ "cards": PEOPLE.iter().map(|person| card(view, person)).collect::<Vec<_>>() })
        }
        What::CallList => json!({ "lines": PEOPLE.iter().map(caller).collect::<Vec<_>>() }),
    };
    complete(view, &mut data, size);
    Ok(data)
}

/// A letter of this wording in a language, else in the reader's; each field says what it is.
pub(super) fn letter(view: &View, wording: &Parsed, language: &str) -> Result<paper::Json> {
    let locale = &view.reading.locale;
    let objects = crate::page::objects(view);
    let offered: Vec<(String, String)> =
        objects.iter().flat_map(|object| crate::values::offered(object, locale)).collect();
    let sender = printing::sender(view.cx)?;
    let value = |key: &str| match key {
        "given" => "Anna".to_owned(),
        "family" => "Berg".to_owned(),
        "name" => "Anna Berg".to_owned(),
        "today" => today(view),
        "me" => view.request.visitor.user.as_ref().map(|user| user.name.clone()).unwrap_or_default(),
        "workspace" => sender.first().cloned().unwrap_or_default(),
        key => offered
            .iter()
            .find(|(known, _)| known == key)
            .map_or(String::new(), |(_, label)| format!("‹{label}›")),
    };
    let piece = wording.in_language(language, locale.language().code()).map(|version| {
        let mut missing = Vec::new();
        let subject = merge_fields::fill(&version.subject, &value, &mut missing);
        let body = merge_fields::fill(&version.body, &value, &mut missing);
        json!({
            "lines": lines(&PEOPLE[0]), "date": today(view), "subject": subject,
            "blocks": wording::blocks(&body), "language": version.language,
        })
    });
    let country = identity::workspaces::find(view.cx)?.country;
    let mut data = json!({ "sender": sender, "pieces": piece.into_iter().collect::<Vec<_>>() });
    complete(view, &mut data, Order::paper(country.code()).size());
    Ok(data)
}

fn complete(view: &View, data: &mut paper::Json, (width, height): (f64, f64)) {
    data["paper"] = json!({ "width": width, "height": height });
    data["language"] = view.reading.locale.language().code().into();
    data["today"] = today(view).into();
    data["texts"] = crate::matter::texts(&view.reading);
}

fn today(view: &View) -> String {
    view.reading.locale.date_long(view.reading.today)
}

fn card(view: &View, person: &[&str; 4]) -> paper::Json {
    let field = |key: &str, value: &str| json!({ "label": view.t(key), "value": value });
    json!({
        "title": person[0],
        "kind": view.t("person"),
        "groups": [{
            "label": view.t("group-reach"),
            "fields": [field("person-phones", "+45 33 12 34 56"), field("person-addresses", &person[1..3].join(", "))],
        }],
    })
}

fn caller(person: &[&str; 4]) -> paper::Json {
    json!({ "name": person[0], "detail": "", "phone": "+45 33 12 34 56", "phones": "+45 33 12 34 56", "last_talk": "" })
}
