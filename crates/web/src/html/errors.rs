//! What is wrong with a form: beside the field, and summed up on top with links to the fields.

use std::borrow::Cow;

use maud::{Markup, html};

use crate::html::icon::icon;

/// The id of a field by its name: `phone[0].value` → `phone-0-value`.
pub fn field_id(name: &str) -> String {
    let mut id = String::with_capacity(name.len());
    for letter in name.chars() {
        if letter.is_alphanumeric() || letter == '_' {
            id.push(letter);
        } else if !id.ends_with('-') {
            id.push('-');
        }
    }
    id.trim_end_matches('-').to_owned()
}

/// The error beside a field. The field names it in `aria-describedby`.
pub fn error_line(id: &str, text: &str) -> Markup {
    html! { p.error id=(id) { (icon("error")) span { (text) } } }
}

/// All errors of a form, as names of fields and texts; a name that is empty has no field. Nothing when there are none.
pub fn error_summary(title: &str, errors: &[(Cow<'_, str>, Cow<'_, str>)]) -> Markup {
    html! {
        @if !errors.is_empty() {
            section.errors role="alert" aria-labelledby="errors-title" tabindex="-1" {
                h2 #errors-title { (title) }
                ul {
                    @for (field, text) in errors {
                        li {
                            @if field.is_empty() { (text) }
                            @else { a href={ "#" (field_id(field)) } { (text) } }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_leads_to_the_fields() {
        let errors = [("phone[0].value".into(), "Phone: too short".into()), ("".into(), "Taken".into())];
        let summary = error_summary("Two things to correct", &errors).into_string();
        assert!(
            summary.contains(r##"<li><a href="#phone-0-value">Phone: too short</a></li><li>Taken</li>"##)
        );
        assert_eq!(error_summary("None", &[]).into_string(), "");
    }
}
