//! Several values of one kind, such as phones: rows that a script adds from a template, and takes away. Without
//! script the form shows one empty row more.

use std::borrow::Cow;

use maud::{Markup, html};

use crate::html::{
    button::button,
    errors::{error_line, field_id},
};

#[derive(Debug)]
pub struct Repeat<'a> {
    /// The name of the group, which its label is known by: `phones`.
    pub name: &'a str,
    pub label: Cow<'a, str>,
    pub rows: Vec<RepeatRow<'a>>,
    /// A new row, in which `__n__` stands for a number no other row has.
    pub blank: RepeatRow<'a>,
    /// What is added, on the button: `Phone`.
    pub add: Cow<'a, str>,
}

#[derive(Debug)]
pub struct RepeatRow<'a> {
    /// The control that says of what kind it is, and the control of the value.
    pub controls: Markup,
    /// The label of the button that removes it: `Remove phone 1`.
    pub remove: Cow<'a, str>,
    /// The id that the value's `aria-describedby` names, and the text.
    pub error: Option<(Cow<'a, str>, Cow<'a, str>)>,
}

pub fn repeat(group: &Repeat) -> Markup {
    let id = field_id(group.name);
    html! {
        div.field {
            span.label id=(id) { (group.label) }
            k-repeat.repeat role="group" aria-labelledby=(id) {
                @for each in &group.rows { (row(each)) }
                template { (row(&group.blank)) }
                (button(group.add.as_ref()).plain().small().icon("plus").inert().flag("data-add"))
            }
        }
    }
}

fn row(row: &RepeatRow) -> Markup {
    html! {
        div.row {
            (row.controls)
            (button(row.remove.as_ref()).plain().icon_only("x").inert().flag("data-remove"))
            @if let Some((id, text)) = &row.error { (error_line(id, text)) }
        }
    }
}
