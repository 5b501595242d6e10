//! E-mail addresses: the shape that mail servers accept (the addr-spec of RFC 5321 without quoted local parts,
//! with the letters of RFC 6531), compared without regard to case.

/// The address in its normal form: trimmed, `mailto:` dropped, the domain in lower case. `None` when it is none.
pub fn parse(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let typed = typed.strip_prefix("mailto:").unwrap_or(typed);
    let inside = match (typed.rfind('<'), typed.ends_with('>')) {
        (Some(start), true) => &typed[start + 1..typed.len() - 1],
        _ => typed,
    };
    let (local, domain) = inside.trim().rsplit_once('@')?;
    let local_fits = !local.is_empty()
        && local.len() <= 64
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c));
    let label_fits = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let domain_fits = domain.len() <= 253 && domain.contains('.') && domain.split('.').all(label_fits);
    (local_fits && domain_fits).then(|| format!("{local}@{}", domain.to_lowercase()))
}

/// What two spellings of the same address share.
pub fn key(address: &str) -> String {
    address.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    #[test]
    fn addresses_are_told_from_other_texts() {
        let check = |typed: &str, expected: Option<&str>| {
            assert_eq!(super::parse(typed).as_deref(), expected, "{typed}")
        };
        check(" Anna@Berg.DK ", Some("Anna@berg.dk"));
        check("Anna Berg <anna@berg.dk>", Some("anna@berg.dk"));
        check("mailto:anna+news@berg.co.uk", Some("anna+news@berg.co.uk"));
        check("gül@örnek.com.tr", Some("gül@örnek.com.tr"));
        check("anna@berg", None);
        check("anna berg@x.dk", None);
        check("a..b@x.dk", None);
        check("@x.dk", None);
        check("anna@-x.dk", None);
    }
}
