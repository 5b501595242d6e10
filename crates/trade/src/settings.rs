//! Settings → Selling: who the seller is, how documents are numbered, and the workspace's rules about quotes and invoices.

use std::collections::HashMap;

use kernel::{FieldErrors, Id, Result};
use records::object::object;
use rust_decimal::Decimal;
use web::{
    Form, Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{Choice, button, field},
};
use workbench::{
    App, View,
    settings::{Section, page, section},
};

use crate::{
    document,
    lines::shown,
    seller::{self, PATTERNS, Seller},
};

const HERE: &str = "/settings/selling";
/// The page's name in the menu of the settings.
pub(crate) const WAY: (&str, &str) = (HERE, "settings-selling");

/// What is asked of the seller as lines of text, in groups.
const WHO: &[&str] = &["name", "street", "postal_code", "city", "country", "email", "phone", "website"];
const NUMBERS: &[&str] = &["registration_number", "vat_number", "bank", "iban", "bic"];

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Admin, show);
    routes.post(HERE, Permission::Admin, keep);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        whole(&view, &*Seller::of(cx)?, &FieldErrors::default())
    })
}

fn keep(app: &App, request: &Request) -> Result<Response> {
    let kept = app.write(request, |tx| {
        let (wanted, errors) = read(&locale::Locale::new(tx.locality()), &request.form);
        errors.into_result()?;
        seller::keep(tx, &wanted)
    });
    let kept = document::what_is_wrong(kept)?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match &kept {
            Ok(()) => Ok(Response::redirect(HERE).toast(view.t("selling-kept"), None)),
            Err(errors) => {
                let (wanted, _) = read(&view.reading.locale, &request.form);
                Ok(whole(&view, &wanted, errors)?.status(StatusCode::UNPROCESSABLE_ENTITY))
            }
        }
    })
}

fn read(locale: &locale::Locale, form: &Form) -> (Seller, FieldErrors) {
    let mut errors = FieldErrors::default();
    let text = |name: &str| form.text(name).trim().chars().take(5_000).collect::<String>();
    let mut percent = |name: &str| match text(name).trim_end_matches('%').trim() {
        "" => None,
        typed => match locale.parse_number(typed, 2) {
            Ok(hundredths) => Some(hundredths),
            Err(()) => {
                errors.add(name.to_owned(), kernel::Text::new("not-a-percentage"));
                None
            }
        },
    };
    let (tax, approval_above) = (percent("tax").unwrap_or(0), percent("approval_above"));
    let days = |name: &str| text(name).parse::<i64>().unwrap_or(-1);
    let patterns: HashMap<String, String> =
        PATTERNS.iter().map(|(kind, _)| ((*kind).to_owned(), text(&format!("pattern_{kind}")))).collect();
    let wanted = Seller {
        name: text("name"),
        street: text("street"),
        postal_code: text("postal_code"),
        city: text("city"),
        country: text("country").to_uppercase(),
        vat_number: text("vat_number"),
        registration_number: text("registration_number"),
        email: text("email"),
        phone: text("phone"),
        website: text("website"),
        bank: text("bank"),
        iban: text("iban"),
        bic: text("bic"),
        tax,
        payment_days: days("payment_days"),
        valid_days: days("valid_days"),
        approval_above,
        approvers: form.all("approvers").filter_map(|id| id.parse::<Id>().ok()).collect(),
        patterns,
        stage_when_sent: text("stage_when_sent"),
        stage_when_accepted: text("stage_when_accepted"),
        orders_by_itself: form.bool("orders_by_itself"),
        quote_terms: text("quote_terms"),
        invoice_terms: text("invoice_terms"),
    };
    (wanted, errors)
}

fn whole(view: &View, seller: &Seller, errors: &FieldErrors) -> Result<Response> {
    let error = |name: &str| errors.get(name).map(|text| view.render(text));
    let line = |name: &'static str, value: String| {
        let label = view.t(&format!("selling-{}", name.replace('_', "-"))).into_owned();
        field(name, label).value(typed(view, name, value)).error(error(name))
    };
    let said = |name: &str| match name {
        "name" => &seller.name,
        "street" => &seller.street,
        "postal_code" => &seller.postal_code,
        "city" => &seller.city,
        "country" => &seller.country,
        "email" => &seller.email,
        "phone" => &seller.phone,
        "website" => &seller.website,
        "registration_number" => &seller.registration_number,
        "vat_number" => &seller.vat_number,
        "bank" => &seller.bank,
        "iban" => &seller.iban,
        _ => &seller.bic,
    };
    let percent = |hundredths: i64| shown(Decimal::new(hundredths, 2), &view.reading.locale);
    let legend = |key: &str| html! { legend { (view.t(key)) } };
    let body = html! {
        form.form #seller method="post" action=(HERE) novalidate {
            fieldset.fieldset { (legend("selling-who")) @for name in WHO { (line(name, said(name).clone())) } }
            fieldset.fieldset { (legend("selling-numbers")) @for name in NUMBERS { (line(name, said(name).clone())) } }
            fieldset.fieldset {
                (legend("selling-rules"))
                (line("tax", percent(seller.tax)).short().attribute("inputmode", "decimal").help(view.t("selling-tax-help")))
                (line("payment_days", seller.payment_days.to_string()).short().attribute("inputmode", "numeric"))
                (line("valid_days", seller.valid_days.to_string()).short().attribute("inputmode", "numeric"))
                (line("approval_above", seller.approval_above.map(percent).unwrap_or_default()).short().attribute("inputmode", "decimal").help(view.t("selling-approval-help")))
                (approvers(view, seller))
                (stage(view, "stage_when_sent", &seller.stage_when_sent)?)
                (stage(view, "stage_when_accepted", &seller.stage_when_accepted)?)
                (field("orders_by_itself", view.t("selling-orders-by-itself")).value("yes").checkbox(seller.orders_by_itself))
                (line("quote_terms", seller.quote_terms.clone()).textarea())
                (line("invoice_terms", seller.invoice_terms.clone()).textarea())
            }
            fieldset.fieldset {
                (legend("selling-patterns"))
                p.help { (view.t("selling-patterns-help")) }
                @for (kind, _) in PATTERNS {
                    @let name = format!("pattern_{kind}");
                    @let label = view.t(&format!("selling-pattern-{}", kind.replace('_', "-"))).into_owned();
                    @let value = typed(view, &name, seller.pattern(kind).to_owned());
                    (field(name.clone(), label).value(value).error(error(&name)).short())
                }
            }
            div.form-actions { (button(view.t("save"))) }
        }
    };
    let (title, lead) = (view.t("settings-selling"), view.t("selling-lead"));
    let action = html! { (button(view.t("save")).primary().attribute("form", "seller")) };
    let whole = Section { id: "selling", title: &title, lead: Some(&lead), action, body };
    Ok(page(view, HERE, &section(&whole)))
}

/// What was typed stands before what is kept.
fn typed(view: &View, name: &str, kept: String) -> String {
    view.request.form.get(name).map_or(kept, str::to_owned)
}

fn approvers(view: &View, seller: &Seller) -> Markup {
    let mut users: Vec<(&Id, &String)> = view.reading.users.iter().collect();
    users.sort_by(|one, other| one.1.cmp(other.1));
    let boxes = html! {
        div.checks #(web::html::field_id("approvers")) role="group" {
            @for (id, name) in users {
                label.check { input type="checkbox" name="approvers" value=(id) checked[seller.approvers.contains(id)]; span { (name) } }
            }
        }
    };
    html! { (field("approvers", view.t("selling-approvers")).own(boxes).help(view.t("selling-approvers-help"))) }
}

fn stage(view: &View, name: &'static str, chosen: &str) -> Result<Markup> {
    let deal = object(view.cx, "deal")?;
    let stages = deal.field("stage")?;
    let named = |key: String| {
        let text = stages.kind.show(&key.as_str().into(), &view.reading);
        Choice::new(key, text)
    };
    let all =
        stages.kind.options().map(|options| options.offered()).unwrap_or_default().into_iter().map(named);
    let none = Choice::new("", view.t("selling-stage-stays"));
    let label = view.t(&format!("selling-{}", name.replace('_', "-"))).into_owned();
    Ok(
        html! { (field(name, label).value(chosen.to_owned()).select(std::iter::once(none).chain(all)).short()) },
    )
}
