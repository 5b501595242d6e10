//! Phone numbers and e-mail addresses as types: parsed once at the edge, compared by their normal form.

pub mod email;
pub mod phone;
