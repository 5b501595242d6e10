//! What the settings and the entrance both show: the secret as a QR code, the field for a code, the recovery codes.

use identity::second_step::NewSecret;
use kernel::{Error, Result};
use locale::Locale;
use qrcode::{Color, EcLevel, QrCode};
use web::{
    Markup, html,
    html::{Field, button},
};

use crate::draft::Draft;

/// Empty modules around a code, as the standard (ISO/IEC 18004) asks.
const QUIET: usize = 4;

/// The secret to scan, and to type where there is no camera.
pub(crate) fn secret(locale: &Locale, secret: &NewSecret) -> Result<Markup> {
    Ok(html! {
        div.secret {
            (qr_code(&locale.t("second-step-picture"), &secret.address)?)
            div.field data-width="full" {
                label for="key" { (locale.t("second-step-key")) }
                k-copy.copy data-copied=(locale.t("copied")) {
                    input.input #key value=(secret.text) readonly autocomplete="off";
                    (button(locale.t("copy")).inert().icon("copy").flag("hidden"))
                }
            }
        }
    })
}

pub(crate) fn code_field<'a>(locale: &Locale, draft: &'a Draft, help: &str) -> Field<'a> {
    let field = draft.field(locale, "code", "second-step-code").help(locale.t(help)).required();
    field.autocomplete("one-time-code").attribute("inputmode", "text").attribute("spellcheck", "false")
}

pub(crate) fn recovery_codes(locale: &Locale, codes: &[String]) -> Markup {
    html! {
        k-copy.codes data-copied=(locale.t("copied")) {
            textarea.input readonly rows=(codes.len()) aria-label=(locale.t("recovery-codes")) { (codes.join("\n")) }
            (button(locale.t("copy")).inert().icon("copy").flag("hidden"))
        }
    }
}

/// A picture that phones read, dark on light in every theme.
fn qr_code(label: &str, text: &str) -> Result<Markup> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(Error::internal)?;
    let width = code.width();
    let dark = code.to_colors().into_iter().enumerate().filter(|(_, colour)| *colour == Color::Dark);
    let path: String =
        dark.map(|(at, _)| format!("M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET)).collect();
    let side = width + 2 * QUIET;
    Ok(html! {
        svg.qr viewBox={ "0 0 " (side) " " (side) } role="img" aria-label=(label) shape-rendering="crispEdges" {
            path d=(path) {}
        }
    })
}
