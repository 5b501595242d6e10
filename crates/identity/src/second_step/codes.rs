//! Recovery codes: ten at a time, each good for once. They hold 60 random bits, so a fast hash is enough.

use kernel::{Error, Id, Result, Tx, Value};

use crate::tokens;

const COUNT: usize = 10;
const LETTERS: usize = 12;

/// Digits and letters that nobody mistakes for each other (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// New codes in the place of all former ones: `4h7k-9mxq-2vbc`.
pub(super) fn renew(tx: &mut Tx, user: Id) -> Result<Vec<String>> {
    tx.execute("DELETE FROM recovery_codes WHERE user_id = ?1", &[user.into()])?;
    let codes = (0..COUNT).map(|_| new()).collect::<Result<Vec<_>>>()?;
    for code in &codes {
        tx.execute(
            "INSERT INTO recovery_codes (user_id, code_hash) VALUES (?1, ?2)",
            &[user.into(), hash(code)],
        )?;
    }
    Ok(codes)
}

/// Whether this is one that was not used; from now on it is.
pub(super) fn use_up(tx: &mut Tx, user: Id, code: &str) -> Result<bool> {
    let params: [Value; 3] = [user.into(), hash(code), tx.now().into()];
    let sql =
        "UPDATE recovery_codes SET used_at = ?3 WHERE user_id = ?1 AND code_hash = ?2 AND used_at IS NULL";
    Ok(tx.execute(sql, &params)? == 1)
}

fn new() -> Result<String> {
    let mut random = [0u8; LETTERS];
    getrandom::fill(&mut random).map_err(Error::internal)?;
    let letters = random.map(|byte| char::from(ALPHABET[usize::from(byte % 32)]));
    let groups = letters.chunks(4).map(|four| four.iter().collect::<String>());
    Ok(groups.collect::<Vec<_>>().join("-"))
}

fn hash(code: &str) -> Value {
    Value::Bytes(tokens::hash(&read(code)).to_vec())
}

/// However it was typed.
fn read(code: &str) -> String {
    let letters = code.chars().flat_map(char::to_lowercase).filter(char::is_ascii_alphanumeric);
    letters
        .map(|letter| match letter {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_however_it_is_typed() {
        for typed in ["4h7k-9mxq-20bc", "4H7K 9MXQ 2OBC", "4h7k9mxq2obc"] {
            assert_eq!(read(typed), "4h7k9mxq20bc", "{typed}");
        }
        assert_eq!(read("il"), "11");
    }

    #[test]
    fn codes_are_three_groups_of_four_and_differ() {
        let (one, other) = (new().unwrap(), new().unwrap());
        assert_eq!(one.len(), 14);
        assert_eq!(read(&one).len(), LETTERS);
        assert_ne!(one, other);
    }
}
