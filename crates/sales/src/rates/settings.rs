//! Settings → Currencies: the rates that hold, by hand or pasted, and what they were before.

use kernel::{Currency, Error, FieldErrors, Result, Text};
use locale::Locale;
use rust_decimal::{Decimal, prelude::ToPrimitive};
use web::{
    Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{Tone, button, chip, empty_note, field},
};
use workbench::{
    App, View,
    settings::{Section, page, section, table},
};

use super::{DECIMALS, Entry, Rate, Rates, check, history, pasted, remove, set};

pub(crate) const HERE: &str = "/settings/currencies";
/// The page's name in the menu of the settings.
pub(crate) const WAY: (&str, &str) = (HERE, "settings-currencies");
/// Lines of the history that are shown, the newest first.
const SHOWN: usize = 200;

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Admin, show);
    routes.post(HERE, Permission::Admin, keep);
    routes.post("/settings/currencies/pasted", Permission::Admin, keep_pasted);
    routes.post("/settings/currencies/remove", Permission::Admin, take_away);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| whole(&View::new(app, request, cx)?, &FieldErrors::default()))
}

fn keep(app: &App, request: &Request) -> Result<Response> {
    let kept = app.write(request, |tx| {
        let locale = Locale::new(tx.locality());
        let (form, today) = (&request.form, tx.today());
        let mut errors = FieldErrors::default();
        let currency = Currency::new(form.text("currency").trim());
        let rate = locale.parse_number(form.text("rate"), DECIMALS).ok();
        let from = match form.text("from").trim() {
            "" => Some(today),
            day => locale.parse_date(day, today).ok(),
        };
        for (known, name, key) in [
            (currency.is_some(), "currency", "not-a-currency"),
            (rate.is_some(), "rate", "rate-no-number"),
            (from.is_some(), "from", "not-a-date"),
        ] {
            if !known {
                errors.add(name, Text::new(key));
            }
        }
        errors.into_result()?;
        let (Some(currency), Some(scaled), Some(from)) = (currency, rate, from) else { return Ok(()) };
        let rate = Decimal::new(scaled, DECIMALS).normalize();
        set(tx, &[Rate { currency, from, rate }])
    });
    answer(app, request, kept, |view| view.t("rate-kept").into_owned())
}

fn keep_pasted(app: &App, request: &Request) -> Result<Response> {
    let mut count = 0;
    let kept = app.write(request, |tx| {
        let locale = Locale::new(tx.locality());
        let wrong = |text: Text| Error::Invalid(FieldErrors::of("pasted", text));
        let rates = pasted::read(request.form.text("pasted"), &locale, tx.today()).map_err(wrong)?;
        for rate in &rates {
            let told = |key| Text::new(key).with("currency", rate.currency.code());
            check(tx, rate).map_err(|(_, key)| {
                wrong(told(if key == "rate-of-own" { "rates-with-own" } else { "rates-out-of-range" }))
            })?;
        }
        count = rates.len();
        set(tx, &rates)
    });
    answer(app, request, kept, |view| view.tf("rates-kept", &[("count", count.into())]))
}

fn take_away(app: &App, request: &Request) -> Result<Response> {
    let form = &request.form;
    let currency = Currency::new(form.text("currency")).ok_or(Error::NotFound)?;
    let from = form.text("from").parse().map_err(|_| Error::NotFound)?;
    let removed = app.write(request, |tx| remove(tx, currency, from));
    answer(app, request, removed, |view| view.t("rate-removed").into_owned())
}

fn answer(
    app: &App,
    request: &Request,
    done: Result<()>,
    said: impl FnOnce(&View) -> String,
) -> Result<Response> {
    let errors = match done {
        Ok(()) => FieldErrors::default(),
        Err(Error::Invalid(errors)) => errors,
        Err(error) => return Err(error),
    };
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        if errors.0.is_empty() {
            return Ok(Response::redirect(HERE).toast(said(&view), None));
        }
        Ok(whole(&view, &errors)?.status(StatusCode::UNPROCESSABLE_ENTITY))
    })
}

fn whole(view: &View, errors: &FieldErrors) -> Result<Response> {
    let rates = Rates::of(view.cx)?;
    let mut entries = history(view.cx)?;
    entries.reverse();
    let own = rates.own.code();
    let (title, lead) = (view.t("settings-currencies"), view.tf("rates-lead", &[("own", own.into())]));
    let known = Section {
        id: "currencies",
        title: &title,
        lead: Some(&lead),
        action: html! {},
        body: holding(view, &rates),
    };
    let (by_hand, at_once, earlier) = (view.t("rate-add"), view.t("rates-paste"), view.t("rates-history"));
    let add =
        Section { id: "add", title: &by_hand, lead: None, action: html! {}, body: one(view, errors, own) };
    let paste = Section {
        id: "paste",
        title: &at_once,
        lead: Some(&view.t("rates-paste-lead")),
        action: html! {},
        body: many(view, errors),
    };
    let past = Section {
        id: "history",
        title: &earlier,
        lead: None,
        action: html! {},
        body: past(view, &entries, &rates),
    };
    Ok(page(
        view,
        HERE,
        &html! {
            (section(&known)) (section(&add)) (section(&paste))
            @if !entries.is_empty() { (section(&past)) }
        },
    ))
}

/// What each currency is worth today.
fn holding(view: &View, rates: &Rates) -> Markup {
    let today = view.cx.today();
    let now = rates.currencies().filter_map(|currency| rates.on(currency, today));
    let now: Vec<Rate> = now.collect();
    html! {
        @if now.is_empty() { (empty_note(&html! { (view.t("rates-empty")) })) } @else {
            (table(view, "settings-currencies", &html! {
                table.table data-align="middle" {
                    thead { tr {
                        th scope="col" { (view.t("rate-today")) }
                        th scope="col" { (view.t("rate-from")) }
                    } }
                    tbody { @for rate in &now { tr {
                        th scope="row" { (shown(view, rate)) }
                        td { (view.reading.locale.date(rate.from)) }
                    } } }
                }
            }))
        }
    }
}

/// `1 EUR = 7,4605 DKK`, as people write numbers.
pub(crate) fn shown(view: &View, rate: &Rate) -> String {
    let args = [
        ("currency", rate.currency.code().into()),
        ("rate", number(view, rate.rate).into()),
        ("own", view.cx.locality().currency.code().into()),
    ];
    view.tf("rate-is", &args)
}

fn number(view: &View, rate: Decimal) -> String {
    let rate = rate.normalize();
    let scaled = rate.mantissa().to_i64().unwrap_or_default();
    view.reading.locale.number(scaled, rate.scale())
}

fn one(view: &View, errors: &FieldErrors, own: &str) -> Markup {
    let typed = |name: &str| view.request.form.text(name).to_owned();
    let error = |name: &str| errors.get(name).map(|text| view.render(text));
    let help = view.tf("rate-help", &[("own", own.into())]);
    html! {
        form.form method="post" action=(HERE) novalidate {
            (field("currency", view.t("rate-currency")).value(typed("currency")).error(error("currency")).help(view.t("rate-currency-help")).short().required())
            (field("rate", view.t("rate-rate")).value(typed("rate")).error(error("rate")).help(help).short().attribute("inputmode", "decimal").required())
            (field("from", view.t("rate-from")).value(typed("from")).error(error("from")).help(view.t("rate-from-help")).short())
            div.form-actions { (button(view.t("rate-add")).icon("plus")) }
        }
    }
}

fn many(view: &View, errors: &FieldErrors) -> Markup {
    let error = errors.get("pasted").map(|text| view.render(text));
    html! {
        form.form method="post" action="/settings/currencies/pasted" novalidate {
            (field("pasted", view.t("rates-pasted")).value(view.request.form.text("pasted").to_owned()).error(error).help(view.t("rates-pasted-help")).textarea())
            div.form-actions { (button(view.t("rates-take"))) }
        }
    }
}

/// Everything that was set, the newest first; what still holds can be taken away.
fn past(view: &View, entries: &[Entry], rates: &Rates) -> Markup {
    let holds = |at: usize, entry: &Entry| {
        let newer = entries[..at].iter().any(|one| one.currency == entry.currency && one.from == entry.from);
        !newer && rates.holds(entry.currency, entry.from).is_some()
    };
    html! {
        (table(view, "rates-history", &html! {
            table.table data-align="middle" {
                thead { tr {
                    th scope="col" { (view.t("rate-rate")) }
                    th scope="col" { (view.t("rate-from")) }
                    th scope="col" { (view.t("rate-set")) }
                    th scope="col" { span.hidden { (view.t("remove")) } }
                } }
                tbody { @for (at, entry) in entries.iter().enumerate().take(SHOWN) { tr {
                    th scope="row" {
                        @match entry.rate {
                            Some(rate) => (shown(view, &Rate { currency: entry.currency, from: entry.from, rate })),
                            None => { (entry.currency.code()) " " (chip(view.t("rate-gone"))) }
                        }
                        @if entry.rate.is_some() && !holds(at, entry) { " " (chip(view.t("rate-replaced")).tone(Tone::Warning)) }
                    }
                    td { (view.reading.locale.date(entry.from)) }
                    td { (view.user(Some(entry.set_by).filter(|by| !by.is_nil()))) span.below { (view.moment(entry.set_at)) } }
                    td { @if holds(at, entry) {
                        form method="post" action="/settings/currencies/remove" {
                            input type="hidden" name="currency" value=(entry.currency.code());
                            input type="hidden" name="from" value=(entry.from);
                            (button(view.t("remove")).plain().small().attribute("aria-label", view.tf("rate-remove-of", &[("currency", entry.currency.code().into()), ("date", view.reading.locale.date(entry.from).into())])))
                        }
                    } }
                } } }
            }
        }))
        @if entries.len() > SHOWN { p.help { (view.tf("rates-more", &[("count", (entries.len() - SHOWN).into())])) } }
    }
}
