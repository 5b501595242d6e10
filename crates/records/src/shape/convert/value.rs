//! What a value of one type becomes in another: by its meaning where both say the same, else through what people read and
//! type.

use kernel::Currency;

use crate::{
    FieldType, Json,
    field::{Control, Input, Pairs, as_text, date_time, number, options::Options},
    import::style,
    shape::past::Way,
};

/// The value in the form of another type; `None` when that type cannot hold it.
pub(crate) fn convert(from: &dyn FieldType, to: &dyn FieldType, value: &Json, way: &Way) -> Option<Json> {
    if value.is_null() {
        return Some(Json::Null);
    }
    let currency = way.reading.locale.locality().currency;
    match (from.key(), to.key()) {
        ("number", "number") => rescaled(value.as_i64()?, from.decimals(), to.decimals()).map(Json::from),
        ("rating", "number") => rescaled(value.as_i64()?, 0, to.decimals()).map(Json::from),
        ("number", "rating") => {
            whole(value.as_i64()?, from.decimals()).and_then(|stars| filled(to.check(&stars.into())))
        }
        ("number", "money") => {
            money(rescaled(value.as_i64()?, from.decimals(), currency.decimals())?, currency)
        }
        ("rating", "money") => money(rescaled(value.as_i64()?, 0, currency.decimals())?, currency),
        ("money", "number") => {
            let decimals = Currency::new(as_text(&value["currency"]))?.decimals();
            rescaled(value["minor"].as_i64()?, decimals, to.decimals()).map(Json::from)
        }
        ("yes_no", "number") => rescaled(1, 0, to.decimals()).map(Json::from),
        ("number", "yes_no") => match whole(value.as_i64()?, from.decimals())? {
            0 => Some(Json::Null),
            1 => Some(Json::Bool(true)),
            _ => None,
        },
        ("date", "date_time") => {
            let day: jiff::civil::Date = as_text(value).parse().ok()?;
            let start = day.to_zoned(way.reading.locale.locality().time_zone.clone()).ok()?;
            Some(start.timestamp().as_microsecond().into())
        }
        ("date_time", "date" | "partial_date") => {
            let at = jiff::Timestamp::from_microsecond(date_time::instant(value)?.micros()).ok()?;
            let zone = way.reading.locale.locality().time_zone.clone();
            filled(to.check(&at.to_zoned(zone).date().to_string().into()))
        }
        ("date", "partial_date") | ("partial_date", "date") => filled(to.check(value)),
        ("select" | "multi_select", "select" | "multi_select") => chosen(from, to, value, way),
        (one, other) if one == other => filled(to.check(value)),
        _ => through_text(from, to, value, way),
    }
}

fn filled(checked: kernel::Result<Json, kernel::Text>) -> Option<Json> {
    checked.ok().filter(|value| !value.is_null())
}

/// A number of so many decimals with others; what they cannot hold is rounded, half away from nothing.
fn rescaled(number: i64, from: u32, to: u32) -> Option<i64> {
    if to >= from {
        return number.checked_mul(10i64.checked_pow(to - from)?);
    }
    let unit = 10i64.checked_pow(from - to)?;
    let half = unit / 2 * number.signum();
    number.checked_add(half).map(|number| number / unit)
}

fn whole(number: i64, decimals: u32) -> Option<i64> {
    let unit = 10i64.checked_pow(decimals)?;
    (number % unit == 0).then_some(number / unit)
}

fn money(minor: i64, currency: Currency) -> Option<Json> {
    Some(serde_json::json!({ "minor": minor, "currency": currency }))
}

/// Options by what they are called; several do not fit where one is chosen.
fn chosen(from: &dyn FieldType, to: &dyn FieldType, value: &Json, way: &Way) -> Option<Json> {
    let single = std::slice::from_ref(value);
    let items = value.as_array().map_or(single, Vec::as_slice);
    let of = |item: &Json| {
        let key = as_text(item);
        let label = from.options().map_or(key.to_owned(), |options| options.text(key, &way.reading));
        let known = to.options().and_then(|options| options.named(&label, &way.reading).map(str::to_owned));
        Json::from(known.unwrap_or(match to.options().and_then(|options| options.key_of(key)) {
            Some(key) => key.to_owned(),
            None => label,
        }))
    };
    match (to.key(), items) {
        ("select", [one]) => filled(to.check(&of(one))),
        ("select", _) => None,
        _ => filled(to.check(&Json::Array(items.iter().map(of).collect()))),
    }
}

/// As people read it, and then as other programs do, typed into the other type.
fn through_text(from: &dyn FieldType, to: &dyn FieldType, value: &Json, way: &Way) -> Option<Json> {
    let (shown, exported) = (from.show(value, &way.reading), from.export(value));
    // What is shown of an address on the web lacks its beginning; a date of the machine is read everywhere.
    let exact =
        from.key() == "links" || !matches!(to.key(), "text" | "long_text" | "select" | "multi_select");
    let texts = if exact { [exported, shown] } else { [shown, exported] };
    texts.iter().find_map(|text| typed(to, text, way))
}

/// What somebody who types this text would get.
pub(super) fn typed(to: &dyn FieldType, text: &str, way: &Way) -> Option<Json> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let today = way.reading.today;
    let plain = text.chars().all(|c| c.is_ascii_digit() || " .,'-+\u{a0}".contains(c));
    let text = match to.key() {
        "date" => style::iso_date(text, way.style, today.year() + 20),
        "partial_date" => style::iso_date(text, way.style, today.year()),
        "number" | "money" if plain => {
            let reader_uses_comma = way.reading.locale.number(15, 1).contains(',');
            style::plain_number(text, way.style, reader_uses_comma)
        }
        _ => text.to_owned(),
    };
    let pairs = pairs(to, &text);
    let read = to.parse(&Input::new(&pairs, "v"), &way.reading).ok()?;
    // "No" is an answer too, and kept as nothing.
    if to.key() == "yes_no" { Some(read) } else { Some(read).filter(|value| !value.is_null()) }
}

/// The text as a form sends it: several addresses are several rows.
fn pairs(to: &dyn FieldType, text: &str) -> Pairs {
    match (to.key(), to.control()) {
        ("emails" | "phones" | "links", Control::Rows { parts, .. }) => {
            let rows =
                text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()).enumerate();
            rows.map(|(at, part)| (format!("v.{at}.{}", parts[0]), part.to_owned())).collect()
        }
        _ => vec![("v".to_owned(), text.to_owned())],
    }
}

/// The words that a value would choose from, were it one of a select's options.
pub(super) fn words(from: &dyn FieldType, several: bool, value: &Json, way: &Way) -> Vec<String> {
    let shown = match (value.as_array(), from.options()) {
        (Some(items), Some(options)) => {
            return items.iter().map(|item| options.text(as_text(item), &way.reading)).collect();
        }
        _ => from.show(value, &way.reading),
    };
    let whole = vec![shown.trim().to_owned()];
    let parts = || shown.split([',', ';', '、', '，']).map(|part| part.trim().to_owned()).collect();
    let words: Vec<String> = if several { parts() } else { whole };
    words.into_iter().filter(|word| !word.is_empty()).collect()
}

/// A select without options of the workspace's own.
pub(super) fn is_bare(to: &dyn FieldType) -> bool {
    matches!(to.options(), Some(Options::Own(options)) if options.is_empty())
}

/// The number as the filter of a list writes it.
pub(super) fn argument(from: &dyn FieldType, value: &Json, way: &Way) -> Option<String> {
    match from.key() {
        "text" => Some(from.show(value, &way.reading)),
        "select" => Some(as_text(value).to_owned()),
        "number" => Some(number::plain(value.as_i64()?, from.decimals())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use kernel::{Locality, Timestamp};
    use locale::Locale;
    use serde_json::json;

    use super::*;
    use crate::{
        field::{Reading, options::OwnOption},
        import::style::Style,
        shape::OwnKind,
    };

    fn way(style: Style) -> Way {
        let locality = Locality::default();
        let reading = Reading {
            locale: Locale::new(&locality),
            now: Timestamp::from_micros(1_795_305_600_000_000),
            today: jiff::civil::date(2026, 11, 22),
            users: Default::default(),
            titles: Default::default(),
        };
        Way { reading, style }
    }

    fn options() -> Vec<OwnOption> {
        let option = |key: &str, label: &str| OwnOption {
            key: key.into(),
            label: label.into(),
            ..OwnOption::default()
        };
        vec![option("gold", "Gold"), option("silver", "Sølv")]
    }

    fn select(open: bool) -> OwnKind {
        OwnKind::Select { options: options(), open }
    }

    fn several(open: bool) -> OwnKind {
        OwnKind::MultiSelect { options: options(), open }
    }

    fn check_written(style: Style, from: &OwnKind, to: &OwnKind, value: Json, expected: Option<Json>) {
        let became = convert(&*from.field_type(), &*to.field_type(), &value, &way(style));
        assert_eq!(became, expected, "{value} of {} as {}", from.key(), to.key());
    }

    fn check(from: &OwnKind, to: &OwnKind, value: Json, expected: Option<Json>) {
        check_written(Style::default(), from, to, value, expected);
    }

    #[test]
    fn texts_are_read_as_somebody_types_them() {
        use OwnKind::*;
        let two = Number { decimals: 2 };
        check(&Text, &two, json!("1,250.5"), Some(json!(125_050)));
        check(&Text, &two, json!("twelve"), None);
        let comma = Style { decimal_comma: Some(true), day_first: Some(true) };
        check_written(comma, &Text, &two, json!("1.250,5"), Some(json!(125_050)));
        check_written(comma, &Text, &Date, json!("03/04/2026"), Some(json!("2026-04-03")));
        check_written(
            Style { day_first: Some(false), ..comma },
            &Text,
            &Date,
            json!("03/04/2026"),
            Some(json!("2026-03-04")),
        );
        check(&Text, &Date, json!("2026-04-03"), Some(json!("2026-04-03")));
        check(&Text, &Date, json!("someday"), None);
        check(&Text, &Money, json!("12.50"), Some(json!({ "minor": 1250, "currency": "EUR" })));
        check(&Text, &YesNo, json!("yes"), Some(json!(true)));
        check(&Text, &YesNo, json!("no"), Some(Json::Null));
        check(&Text, &YesNo, json!("perhaps"), None);
        check(&Text, &Rating, json!("4"), Some(json!(4)));
        check(&Text, &Rating, json!("9"), None);
        check(&Text, &LongText, json!("one line"), Some(json!("one line")));
        check(&LongText, &Text, json!("x".repeat(600)), None);
        check(&Text, &Emails, json!("no address"), None);
    }

    #[test]
    fn several_addresses_in_one_text_become_several() {
        let emails = OwnKind::Emails.field_type();
        let text = OwnKind::Text.field_type();
        let became = convert(&*text, &*emails, &json!("a@b.example; c@d.example"), &way(Style::default()));
        let became = became.unwrap();
        let addresses: Vec<&str> =
            became.as_array().unwrap().iter().map(|item| as_text(&item["address"])).collect();
        assert_eq!(addresses, ["a@b.example", "c@d.example"]);
        check(&OwnKind::Emails, &OwnKind::Text, became, Some(json!("a@b.example, c@d.example")));
        check(
            &OwnKind::Links,
            &OwnKind::Text,
            json!([{ "url": "https://a.example/x" }]),
            Some(json!("https://a.example/x")),
        );
    }

    #[test]
    fn words_become_options_by_what_they_are_called() {
        let (text, closed, open) = (OwnKind::Text, select(false), select(true));
        check(&text, &closed, json!("sølv"), Some(json!("silver")));
        check(&text, &closed, json!("Bronze"), None);
        check(&text, &open, json!("Bronze"), Some(json!("Bronze")));
        check(&text, &several(false), json!("Gold, Sølv"), Some(json!(["gold", "silver"])));
        check(&text, &several(false), json!("Gold, Bronze"), None);
        check(&closed, &text, json!("silver"), Some(json!("Sølv")));
        check(&closed, &several(false), json!("silver"), Some(json!(["silver"])));
        check(&several(false), &closed, json!(["silver"]), Some(json!("silver")));
        check(&several(false), &closed, json!(["silver", "gold"]), None);
        check(&several(false), &text, json!(["silver", "gold"]), Some(json!("Sølv, Gold")));
    }

    #[test]
    fn numbers_amounts_and_days_keep_what_they_mean() {
        use OwnKind::*;
        let (none, two) = (Number { decimals: 0 }, Number { decimals: 2 });
        check(&none, &two, json!(12), Some(json!(1200)));
        check(&two, &none, json!(1250), Some(json!(13)));
        check(&two, &none, json!(-1250), Some(json!(-13)));
        check(&none, &two, json!(i64::MAX), None);
        check(&two, &Money, json!(1250), Some(json!({ "minor": 1250, "currency": "EUR" })));
        check(&Money, &none, json!({ "minor": 500, "currency": "JPY" }), Some(json!(500)));
        check(&Rating, &two, json!(4), Some(json!(400)));
        check(&two, &Rating, json!(400), Some(json!(4)));
        check(&two, &Rating, json!(450), None);
        check(&none, &YesNo, json!(1), Some(json!(true)));
        check(&none, &YesNo, json!(2), None);
        check(&YesNo, &none, json!(true), Some(json!(1)));
        check(&Date, &DateTime, json!("1970-01-02"), Some(json!(86_400_000_000i64)));
        check(&DateTime, &Date, json!(86_400_000_001i64), Some(json!("1970-01-02")));
        check(&Date, &PartialDate, json!("2026-11-22"), Some(json!("2026-11-22")));
        check(&PartialDate, &Date, json!("--11-22"), None);
        check(&Number { decimals: 1 }, &Text, json!(12_345), Some(json!("1,234.5")));
    }
}
