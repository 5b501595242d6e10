//! PostgreSQL through the synchronous `postgres` client, with its statements prepared once per connection.

use std::{collections::HashMap, error::Error as StdError};

use anyhow::Context;
use bytes::{BufMut, BytesMut};
use postgres::{Client, NoTls, Statement, error::SqlState};
use postgres_types::{FromSql, IsNull, ToSql, Type, to_sql_checked};

use crate::{
    db::{Connection, Row, Value},
    error::{Error, Result, Text},
    id::Id,
};

/// How many prepared statements a connection keeps before it forgets them all.
const KEPT_STATEMENTS: usize = 500;

pub(crate) fn open(url: &str) -> Result<Box<dyn Connection>> {
    let mut client = Client::connect(url, NoTls).context("connecting to PostgreSQL")?;
    // A generic plan makes a dynamic list three times as slow.
    client.batch_execute(
        "SET plan_cache_mode = force_custom_plan; SET client_min_messages = warning; SET jit = off",
    )?;
    Ok(Box::new(Postgres { client, statements: HashMap::new() }))
}

struct Postgres {
    client: Client,
    statements: HashMap<String, Statement>,
}

impl Postgres {
    fn prepare(&mut self, sql: &str) -> Result<Statement> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(&numbered(sql)).map_err(|error| explain(error, sql))?;
        if self.statements.len() >= KEPT_STATEMENTS {
            self.statements.clear();
        }
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

impl Connection for Postgres {
    fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
        let statement = self.prepare(sql)?;
        let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|value| value as _).collect();
        let rows = self.client.query(&statement, &params).map_err(|error| explain(error, sql))?;
        rows.iter()
            .map(|row| (0..row.len()).map(|at| row.try_get(at)).collect::<Result<_, _>>().map(Row::new))
            .collect::<Result<_, _>>()
            .map_err(|error| explain(error, sql))
    }

    fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64> {
        if params.is_empty() && (sql.starts_with("BEGIN") || sql == "COMMIT" || sql == "ROLLBACK") {
            self.client.batch_execute(sql).map_err(|error| explain(error, sql))?;
            return Ok(0);
        }
        let statement = self.prepare(sql)?;
        let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|value| value as _).collect();
        self.client.execute(&statement, &params).map_err(|error| explain(error, sql))
    }

    fn batch(&mut self, sql: &str) -> Result<()> {
        self.client.batch_execute(sql).map_err(|error| explain(error, sql))
    }

    fn usable(&mut self) -> bool {
        !self.client.is_closed()
    }
}

/// `?1` becomes `$1`; a question mark that no digit follows stays. Texts in statements hold no `?` and digit.
fn numbered(sql: &str) -> String {
    let mut out = String::with_capacity(sql.len());
    let mut letters = sql.chars().peekable();
    while let Some(letter) = letters.next() {
        let parameter = letter == '?' && letters.peek().is_some_and(char::is_ascii_digit);
        out.push(if parameter { '$' } else { letter });
    }
    out
}

fn explain(error: postgres::Error, sql: &str) -> Error {
    match error.code() {
        Some(code)
            if *code == SqlState::T_R_DEADLOCK_DETECTED || *code == SqlState::T_R_SERIALIZATION_FAILURE =>
        {
            Error::Unavailable(Text::new("database-busy"))
        }
        Some(code) if *code == SqlState::DISK_FULL => Error::Unavailable(Text::new("disk-full")),
        _ => Error::Internal(anyhow::Error::new(error).context(format!("in the statement: {sql}"))),
    }
}

impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn StdError + Sync + Send>> {
        match self {
            Value::Null => return Ok(IsNull::Yes),
            Value::Int(number) => match *ty {
                Type::INT2 => out.put_i16(i16::try_from(*number)?),
                Type::INT4 => out.put_i32(i32::try_from(*number)?),
                Type::FLOAT8 => out.put_f64(*number as f64),
                Type::TEXT | Type::VARCHAR => out.put_slice(number.to_string().as_bytes()),
                _ => out.put_i64(*number),
            },
            Value::Real(number) => out.put_f64(*number),
            Value::Text(text) => {
                if *ty == Type::JSONB {
                    out.put_u8(1);
                }
                out.put_slice(text.replace('\0', "").as_bytes());
            }
            Value::Bytes(bytes) => out.put_slice(bytes),
            Value::Id(id) => out.put_slice(id.bytes()),
        }
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Value, Box<dyn StdError + Sync + Send>> {
        Ok(match *ty {
            Type::INT2 => Value::Int(i16::from_sql(ty, raw)?.into()),
            Type::INT4 => Value::Int(i32::from_sql(ty, raw)?.into()),
            Type::INT8 => Value::Int(i64::from_sql(ty, raw)?),
            Type::BOOL => Value::Int(bool::from_sql(ty, raw)?.into()),
            Type::FLOAT4 => Value::Real(f32::from_sql(ty, raw)?.into()),
            Type::FLOAT8 => Value::Real(f64::from_sql(ty, raw)?),
            Type::UUID => Value::Id(Id::from_bytes(raw.try_into()?)),
            Type::BYTEA => Value::Bytes(raw.to_vec()),
            Type::JSONB => Value::Text(String::from_utf8(raw.get(1..).unwrap_or_default().to_vec())?),
            _ => Value::Text(String::from_utf8(raw.to_vec())?),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Value, Box<dyn StdError + Sync + Send>> {
        Ok(Value::Null)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn parameters_are_numbered_with_dollars() {
        assert_eq!(super::numbered("a = ?1 AND b = ?12 AND c ? 'x'"), "a = $1 AND b = $12 AND c ? 'x'");
    }
}
