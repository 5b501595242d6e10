//! In which order the parts of an address stand in each country, after the address metadata of Google's
//! libaddressinput (Apache-2.0, `region_data_constants.cc`), which follows the addressing systems of the Universal
//! Postal Union.
//!
//! In a format stand `%N` names, `%O` organisation, `%A` street, `%Z` postal code, `%C` city, `%S` region, and `%n`
//! between lines.

/// How a country writes an address.
#[derive(Debug)]
pub(super) struct Format {
    pub(super) country: &'static str,
    pub(super) lines: &'static str,
    /// For an address in Latin letters, where the country has its own script and order.
    pub(super) latin: Option<&'static str>,
    /// Parts in capitals inside the country too, by their letters.
    pub(super) capitals: &'static str,
    /// Before the postal code on mail from abroad.
    pub(super) prefix: &'static str,
    /// The word before the number of a post-office box.
    pub(super) po_box: &'static str,
}

const NAME_FIRST: &str = "%N%n%O%n%A%n%Z %C";
const ORGANISATION_FIRST: &str = "%O%n%N%n%A%n%Z %C";

/// For countries that are not listed.
pub(super) const ELSEWHERE: Format = with("", "%N%n%O%n%A%n%Z %C%n%S");

const fn with(country: &'static str, lines: &'static str) -> Format {
    Format { country, lines, latin: None, capitals: "", prefix: "", po_box: "PO Box" }
}

const fn name_first(country: &'static str, po_box: &'static str) -> Format {
    Format { po_box, ..with(country, NAME_FIRST) }
}

const fn organisation_first(country: &'static str, po_box: &'static str) -> Format {
    Format { po_box, ..with(country, ORGANISATION_FIRST) }
}

pub(super) const FORMATS: &[Format] = &[
    Format { po_box: "Postfach", ..with("AT", ORGANISATION_FIRST) },
    Format { capitals: "CS", ..with("AU", "%O%n%N%n%A%n%C %S %Z") },
    organisation_first("BE", "Postbus"),
    name_first("BG", "п.к."),
    Format { capitals: "CS", po_box: "Caixa Postal", ..with("BR", "%O%n%N%n%A%n%C-%S%n%Z") },
    Format { capitals: "CSZ", ..with("CA", "%N%n%O%n%A%n%C %S %Z") },
    Format { prefix: "CH-", po_box: "Postfach", ..with("CH", ORGANISATION_FIRST) },
    Format { latin: Some("%N%n%O%n%A%n%C%n%S, %Z"), po_box: "信箱", ..with("CN", "%Z%n%S%C%n%A%n%O%n%N") },
    name_first("CY", "PO Box"),
    name_first("CZ", "P.O. BOX"),
    name_first("DE", "Postfach"),
    name_first("DK", "Postboks"),
    name_first("EE", "Postkast"),
    Format { capitals: "CS", po_box: "Apartado", ..with("ES", "%N%n%O%n%A%n%Z %C %S") },
    Format { prefix: "FI-", po_box: "PL", ..with("FI", ORGANISATION_FIRST) },
    Format { prefix: "FO-", po_box: "Postboks", ..with("FO", NAME_FIRST) },
    Format { capitals: "C", po_box: "BP", ..with("FR", ORGANISATION_FIRST) },
    Format { capitals: "CZ", ..with("GB", "%N%n%O%n%A%n%C%n%S%n%Z") },
    Format { prefix: "GL-", po_box: "Postboks", ..with("GL", NAME_FIRST) },
    name_first("GR", "Τ.Θ."),
    Format { latin: Some("%N%n%O%n%A%n%C%n%S"), capitals: "S", ..with("HK", "%S%n%C%n%A%n%O%n%N") },
    Format { prefix: "HR-", po_box: "p.p.", ..with("HR", NAME_FIRST) },
    Format { po_box: "Pf.", ..with("HU", "%N%n%O%n%C%n%A%n%Z") },
    with("IE", "%N%n%O%n%A%n%C%n%S%n%Z"),
    name_first("IL", "PO Box"),
    with("IN", "%N%n%O%n%A%n%C %Z%n%S"),
    name_first("IS", "Pósthólf"),
    Format { capitals: "CS", po_box: "Casella postale", ..with("IT", "%N%n%O%n%A%n%Z %C %S") },
    Format { latin: Some("%N%n%O%n%A%n%C, %S%n%Z"), ..with("JP", "〒%Z%n%S%C%n%A%n%O%n%N") },
    Format { latin: Some("%N%n%O%n%A%n%C%n%S%n%Z"), ..with("KR", "%S %C%n%A%n%O%n%N%n%Z") },
    organisation_first("LI", "Postfach"),
    Format { prefix: "LT-", po_box: "p.d.", ..with("LT", ORGANISATION_FIRST) },
    Format { prefix: "L-", po_box: "BP", ..with("LU", ORGANISATION_FIRST) },
    Format { po_box: "a/k", ..with("LV", "%N%n%O%n%A%n%S%n%C, %Z") },
    name_first("MK", "п.фах"),
    Format { po_box: "Apartado", ..with("MX", "%N%n%O%n%A%n%Z %C, %S") },
    organisation_first("NL", "Postbus"),
    name_first("NO", "Postboks"),
    with("NZ", "%N%n%O%n%A%n%C %Z"),
    name_first("PL", "skr. poczt."),
    name_first("PT", "Apartado"),
    Format { po_box: "C.P.", ..with("RO", "%N%n%O%n%A%n%Z %S %C") },
    name_first("RS", "п.фах"),
    Format { po_box: "а/я", ..with("RU", "%N%n%O%n%A%n%C%n%S%n%Z") },
    Format { prefix: "SE-", po_box: "Box", ..with("SE", ORGANISATION_FIRST) },
    with("SG", "%N%n%O%n%A%n%C %Z"),
    Format { prefix: "SI-", po_box: "p.p.", ..with("SI", NAME_FIRST) },
    name_first("SK", "P.O. BOX"),
    Format { po_box: "P.K.", ..with("TR", "%N%n%O%n%A%n%Z %C/%S") },
    Format { latin: Some("%N%n%O%n%A%n%C, %S %Z"), po_box: "信箱", ..with("TW", "%Z%n%S%C%n%A%n%O%n%N") },
    Format { po_box: "а/с", ..with("UA", "%N%n%O%n%A%n%C%n%S%n%Z") },
    Format { capitals: "CS", ..with("US", "%N%n%O%n%A%n%C, %S %Z") },
    with("ZA", "%N%n%O%n%A%n%C%n%Z"),
];
