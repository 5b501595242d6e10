//! A small form between being typed and being accepted, as settings and the entrance have them: what stands in it,
//! what is wrong with it, and the status its page is sent with.

use std::borrow::Cow;

use kernel::{Error, FieldErrors, Result, Text};
use locale::Locale;
use web::{
    Form, Markup, StatusCode, html,
    html::{Field, Tone, error_summary, field, notice},
};

/// What a form shows.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    typed: Form,
    refused: Option<Refused>,
}

/// Why a form was not accepted.
#[derive(Debug)]
pub(crate) struct Refused {
    errors: FieldErrors,
    status: StatusCode,
}

/// The answer to a form: what came of it, or why it is shown again. Other errors are nothing a form could mend.
pub(crate) fn answer<T>(result: Result<T>) -> Result<Result<T, Refused>> {
    let whole_form = |text| FieldErrors::of("", text);
    let (errors, status) = match result {
        Ok(value) => return Ok(Ok(value)),
        Err(Error::Invalid(errors)) => (errors, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(text)) => (whole_form(text), StatusCode::CONFLICT),
        Err(Error::TooMany) => (whole_form(Text::new("too-many-attempts")), StatusCode::TOO_MANY_REQUESTS),
        Err(Error::Unavailable(text)) => (whole_form(text), StatusCode::SERVICE_UNAVAILABLE),
        Err(error) => return Err(error),
    };
    Ok(Err(Refused { errors, status }))
}

impl Refused {
    /// All that is wrong, in one line, where no form is shown again.
    pub(crate) fn told(&self, locale: &Locale) -> String {
        self.errors.0.iter().map(|(_, text)| locale.render(text)).collect::<Vec<_>>().join(" ")
    }
}

impl Draft {
    /// As it is kept, or with what is guessed.
    pub(crate) fn filled<'a>(values: impl IntoIterator<Item = (&'a str, String)>) -> Draft {
        Draft { typed: values.into_iter().collect(), refused: None }
    }

    /// As somebody typed it.
    pub(crate) fn refused(typed: &Form, refused: Refused) -> Draft {
        Draft { typed: typed.clone(), refused: Some(refused) }
    }

    pub(crate) fn text(&self, name: &str) -> &str {
        self.typed.text(name)
    }

    pub(crate) fn is_refused(&self) -> bool {
        self.refused.is_some()
    }

    pub(crate) fn status(&self) -> StatusCode {
        self.refused.as_ref().map_or(StatusCode::OK, |refused| refused.status)
    }

    /// What is wrong with one of the fields.
    pub(crate) fn error(&self, locale: &Locale, name: &str) -> Option<String> {
        let error = self.refused.as_ref().and_then(|refused| refused.errors.get(name));
        error.map(|text| locale.render(text))
    }

    /// A field with its text and what is wrong with it. `label` is a key of the catalogue.
    pub(crate) fn field<'a>(&'a self, locale: &Locale, name: &'a str, label: &str) -> Field<'a> {
        field(name, locale.t(label)).value(self.text(name)).error(self.error(locale, name))
    }

    /// Everything that is wrong, with links to the fields. `labels` are names of fields with keys of the catalogue; an
    /// error of a field that has none speaks for the whole form.
    pub(crate) fn summary(&self, locale: &Locale, labels: &[(&str, &str)]) -> Markup {
        let errors = self.refused.as_ref().map(|refused| refused.errors.0.as_slice()).unwrap_or_default();
        if let [(name, text)] = errors
            && labels.iter().all(|(other, _)| other != name)
        {
            let text = html! { p { (locale.render(text)) } };
            return html! { div role="alert" { (notice(Some(Tone::Negative), &text, None)) } };
        }
        let line = |(name, text): &(String, Text)| -> (Cow<'static, str>, Cow<'static, str>) {
            let text = locale.render(text);
            match labels.iter().find(|(other, _)| other == name) {
                Some((_, label)) => {
                    let args = [("field", locale.t(label).into()), ("text", text.into())];
                    (name.clone().into(), locale.tf("error-of-field", &args).into())
                }
                None => ("".into(), text.into()),
            }
        };
        let lines: Vec<_> = errors.iter().map(line).collect();
        let count = [("count", lines.len().into())];
        error_summary(&locale.tf("errors-to-correct", &count), &lines)
    }
}

#[cfg(test)]
mod tests {
    use kernel::Locality;

    use super::*;

    #[test]
    fn a_refused_form_keeps_what_was_typed_and_leads_to_the_field() {
        let typed = Form::parse(b"email=anna");
        let result: Result<()> = Err(Error::invalid("email", "identity-email-unreadable"));
        let draft = Draft::refused(&typed, answer(result).unwrap().unwrap_err());
        let locale = Locale::new(&Locality::default());
        assert_eq!(draft.text("email"), "anna");
        assert_eq!(draft.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let summary = draft.summary(&locale, &[("email", "field-email")]).into_string();
        assert!(summary.contains(r##"<a href="#email">E-mail: Enter"##), "{summary}");
    }

    #[test]
    fn guessing_too_often_is_said_on_the_form() {
        let refused = answer::<()>(Err(Error::TooMany)).unwrap().unwrap_err();
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(matches!(answer::<()>(Err(Error::NotFound)), Err(Error::NotFound)));
    }
}
