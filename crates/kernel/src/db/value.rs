//! What goes into a statement and comes out of a row, the same for both databases.

use crate::{clock::Timestamp, error::Error, error::Result, id::Id};

/// A parameter or a column. Sixteen bytes read back are an [`Id`].
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    Int(i64),
    Real(f64),
    Text(String),
    Bytes(Vec<u8>),
    Id(Id),
}

/// One row of an answer; columns by position.
#[derive(Debug, Clone, PartialEq)]
pub struct Row(Vec<Value>);

impl Row {
    pub(crate) fn new(values: Vec<Value>) -> Row {
        Row(values)
    }

    /// The column as this type; an error names the position when it is of another.
    pub fn get<T: FromValue>(&self, at: usize) -> Result<T> {
        let value = self.0.get(at).ok_or_else(|| Error::internal(format!("no column {at}")))?;
        T::from_value(value).ok_or_else(|| Error::internal(format!("column {at} is {value:?}")))
    }

    pub fn value(&self, at: usize) -> &Value {
        self.0.get(at).unwrap_or(&Value::Null)
    }

    /// All columns.
    pub fn all(&self) -> Vec<&Value> {
        self.0.iter().collect()
    }

    pub fn text(&self, at: usize) -> &str {
        match self.0.get(at) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }

    pub fn int(&self, at: usize) -> i64 {
        match self.0.get(at) {
            Some(Value::Int(number)) => *number,
            _ => 0,
        }
    }

    pub fn values(self) -> Vec<Value> {
        self.0
    }
}

pub trait FromValue: Sized {
    fn from_value(value: &Value) -> Option<Self>;
}

macro_rules! convert {
    ($($type:ty: $from:pat => $into:expr, $value:ident => $wrap:expr;)*) => {$(
        impl FromValue for $type {
            fn from_value(value: &Value) -> Option<$type> {
                match value { $from => Some($into), _ => None }
            }
        }
        impl From<$type> for Value {
            fn from($value: $type) -> Value { $wrap }
        }
    )*};
}
convert! {
    i64: Value::Int(number) => *number, v => Value::Int(v);
    bool: Value::Int(number) => *number != 0, v => Value::Int(v.into());
    f64: Value::Real(number) => *number, v => Value::Real(v);
    String: Value::Text(text) => text.clone(), v => Value::Text(v);
    Id: Value::Id(id) => *id, v => Value::Id(v);
    Timestamp: Value::Int(micros) => Timestamp::from_micros(*micros), v => Value::Int(v.micros());
}

impl From<i32> for Value {
    fn from(number: i32) -> Value {
        Value::Int(number.into())
    }
}
impl From<u32> for Value {
    fn from(number: u32) -> Value {
        Value::Int(number.into())
    }
}
impl From<usize> for Value {
    fn from(number: usize) -> Value {
        Value::Int(number as i64)
    }
}
impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}
impl From<&String> for Value {
    fn from(text: &String) -> Value {
        Value::Text(text.clone())
    }
}
impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Value {
        Value::Bytes(bytes)
    }
}
impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Value {
        Value::Bytes(bytes.to_vec())
    }
}
impl FromValue for Vec<u8> {
    fn from_value(value: &Value) -> Option<Vec<u8>> {
        match value {
            Value::Bytes(bytes) => Some(bytes.clone()),
            Value::Id(id) => Some(id.bytes().to_vec()),
            _ => None,
        }
    }
}
impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, Into::into)
    }
}
impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value) -> Option<Option<T>> {
        match value {
            Value::Null => Some(None),
            other => T::from_value(other).map(Some),
        }
    }
}

/// Into sea-query, whose statements carry their values with them.
impl From<Value> for sea_query::Value {
    fn from(value: Value) -> sea_query::Value {
        match value {
            Value::Null => sea_query::Value::BigInt(None),
            Value::Int(number) => sea_query::Value::BigInt(Some(number)),
            Value::Real(number) => sea_query::Value::Double(Some(number)),
            Value::Text(text) => sea_query::Value::String(Some(text)),
            Value::Bytes(bytes) => sea_query::Value::Bytes(Some(bytes)),
            Value::Id(id) => sea_query::Value::Bytes(Some(id.bytes().to_vec())),
        }
    }
}

/// Out of a built statement. Kinds of value that Kartotek never puts in come out as `Null`.
impl From<sea_query::Value> for Value {
    fn from(value: sea_query::Value) -> Value {
        use sea_query::Value as Sea;
        match value {
            Sea::Bool(Some(flag)) => Value::Int(flag.into()),
            Sea::TinyInt(Some(number)) => Value::Int(number.into()),
            Sea::SmallInt(Some(number)) => Value::Int(number.into()),
            Sea::Int(Some(number)) => Value::Int(number.into()),
            Sea::BigInt(Some(number)) => Value::Int(number),
            Sea::TinyUnsigned(Some(number)) => Value::Int(number.into()),
            Sea::SmallUnsigned(Some(number)) => Value::Int(number.into()),
            Sea::Unsigned(Some(number)) => Value::Int(number.into()),
            Sea::BigUnsigned(Some(number)) => Value::Int(i64::try_from(number).unwrap_or(i64::MAX)),
            Sea::Float(Some(number)) => Value::Real(number.into()),
            Sea::Double(Some(number)) => Value::Real(number),
            Sea::String(Some(text)) => Value::Text(text),
            Sea::Bytes(Some(bytes)) => Value::Bytes(bytes),
            _ => Value::Null,
        }
    }
}
