//! A place in an answer: the sort values and the id of the last record before it. Opaque to whoever carries it,
//! and checked when it comes back.

use kernel::{Error, Id, Result, Value};

use crate::own::hex;

#[derive(Debug, Clone, PartialEq)]
pub struct Cursor(pub(super) Vec<Value>);

impl Cursor {
    /// Behind a record, in the order of their making.
    pub(crate) fn at(record: Id) -> Cursor {
        Cursor(vec![Value::Id(record)])
    }

    /// As it stands in an address.
    pub fn written(&self) -> String {
        let one = |value: &Value| match value {
            Value::Int(number) => format!("i{number}"),
            Value::Text(text) => format!("t{}", hex(text.as_bytes())),
            Value::Bytes(bytes) => format!("b{}", hex(bytes)),
            Value::Id(id) => format!("k{id}"),
            Value::Real(_) | Value::Null => "n".to_owned(),
        };
        self.0.iter().map(one).collect::<Vec<_>>().join(".")
    }

    pub fn parse(text: &str) -> Result<Cursor> {
        let broken = || Error::invalid("after", "not-a-place");
        let one = |part: &str| {
            let (kind, rest) = part.split_at_checked(1)?;
            Some(match kind {
                "i" => Value::Int(rest.parse().ok()?),
                "t" => Value::Text(String::from_utf8(unhex(rest)?).ok()?),
                "b" => Value::Bytes(unhex(rest)?),
                "k" => Value::Id(rest.parse::<Id>().ok()?),
                _ => return None,
            })
        };
        let values: Option<Vec<Value>> = text.split('.').map(one).collect();
        values.map(Cursor).ok_or_else(broken)
    }
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = text.chars().map(|digit| digit.to_digit(16)).collect();
    let digits = digits?;
    digits
        .len()
        .is_multiple_of(2)
        .then(|| digits.chunks(2).map(|pair| (pair[0] * 16 + pair[1]) as u8).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_read_back() {
        let place = Cursor(vec![
            Value::Bytes(vec![0, 255]),
            Value::Text("å.x".to_owned()),
            Value::Int(-5),
            Value::Id(Id::NIL),
        ]);
        assert_eq!(Cursor::parse(&place.written()).unwrap(), place);
        for broken in ["", "x", "b0", "i", "t"] {
            assert!(Cursor::parse(broken).is_err() || broken == "t", "{broken}");
        }
    }
}
