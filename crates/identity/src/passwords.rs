//! Passwords: what is accepted (NIST SP 800-63B, 5.1.1.2) and Argon2id with the parameters of the OWASP password
//! storage cheat sheet. Hashing is slow on purpose, so it never happens inside a transaction.

use std::time::Duration;

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString},
};
use kernel::{Error, Result, Text};
use parking_lot::{Condvar, Mutex};
use unicode_normalization::UnicodeNormalization;

const LEAST: usize = 10;
const MOST: usize = 200;

/// 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Compared against for accounts that do not exist, so that those take as long. No password fits it.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$a2FydG90ZWtub2JvZHk$\
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Passwords of ten characters and more that lists of stolen ones begin with.
const COMMON: &str = include_str!("passwords/common.txt");

/// How many hashes may be made at once: each takes a core and 19 MiB.
static PERMITS: Mutex<u32> = Mutex::new(2);
static RETURNED: Condvar = Condvar::new();

/// What a comparison found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Wrong,
    Right,
    /// Right, but kept with parameters of former days: to be hashed anew.
    RightButOld,
}

/// Whether somebody may choose this password.
pub(crate) fn check(password: &str, email: &str, name: &str) -> Result<(), Text> {
    let length = password.chars().count();
    if length < LEAST {
        return Err(Text::new("identity-password-too-short").with("least", LEAST));
    }
    if length > MOST {
        return Err(Text::new("identity-password-too-long").with("most", MOST));
    }
    let plain = password.trim().to_lowercase();
    let own = [email.trim().to_lowercase(), name.trim().to_lowercase()];
    if own.contains(&plain) || email.split('@').next().is_some_and(|local| local.to_lowercase() == plain) {
        return Err(Text::new("identity-password-is-yours"));
    }
    let first = plain.chars().next();
    if COMMON.lines().any(|common| common == plain) || plain.chars().all(|letter| Some(letter) == first) {
        return Err(Text::new("identity-password-common"));
    }
    Ok(())
}

/// The hash to keep, in the PHC string format.
pub(crate) fn hash(password: &str) -> Result<String> {
    let mut salt = [0u8; 16];
    getrandom::fill(&mut salt).map_err(Error::internal)?;
    let salt = SaltString::encode_b64(&salt).map_err(Error::internal)?;
    let hasher = hasher()?;
    let _permit = Permit::take()?;
    let hash = hasher.hash_password(normal(password).as_bytes(), &salt).map_err(Error::internal)?;
    Ok(hash.to_string())
}

/// Compares with the kept hash; without one it takes as long and is wrong.
pub(crate) fn verify(password: &str, kept: Option<&str>) -> Result<Verdict> {
    let kept = PasswordHash::new(kept.unwrap_or(NOBODY)).map_err(Error::internal)?;
    let params = Params::try_from(&kept).map_err(Error::internal)?;
    let hasher = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
    // What no password has fits none, and need not be read into 19 MiB.
    let password = normal(&password.chars().take(MOST + 1).collect::<String>());
    let _permit = Permit::take()?;
    let right = hasher.verify_password(password.as_bytes(), &kept).is_ok();
    let current = params.m_cost() == MEMORY_KIB && params.t_cost() == PASSES && params.p_cost() == LANES;
    Ok(match (right, current) {
        (false, _) => Verdict::Wrong,
        (true, true) => Verdict::Right,
        (true, false) => Verdict::RightButOld,
    })
}

fn hasher() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(Error::internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The same letters from every keyboard (NFKC).
fn normal(password: &str) -> String {
    password.nfkc().collect()
}

struct Permit;

impl Permit {
    fn take() -> Result<Permit> {
        let mut left = PERMITS.lock();
        while *left == 0 {
            if RETURNED.wait_for(&mut left, Duration::from_secs(10)).timed_out() && *left == 0 {
                return Err(Error::Unavailable(Text::new("identity-sign-in-busy")));
            }
        }
        *left -= 1;
        Ok(Permit)
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        *PERMITS.lock() += 1;
        RETURNED.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_passwords_are_refused() {
        let check = |password: &str, expected: Option<&str>| {
            let found = check(password, "anna.berg.larsen@berg.dk", "Anna Berg Larsen");
            assert_eq!(found.err().map(|text| text.key), expected, "{password}");
        };
        check("correct horse battery", None);
        check("короткий-пароль", None);
        check("short", Some("identity-password-too-short"));
        check(&"long".repeat(51), Some("identity-password-too-long"));
        check("Anna Berg Larsen", Some("identity-password-is-yours"));
        check("anna.berg.larsen@berg.dk", Some("identity-password-is-yours"));
        check("anna.berg.larsen", Some("identity-password-is-yours"));
        check("1234567890", Some("identity-password-common"));
        check("Password123", Some("identity-password-common"));
        check("zzzzzzzzzzzz", Some("identity-password-common"));
    }

    #[test]
    fn a_password_fits_its_own_hash_only() {
        let kept = hash("correct horse battery").unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert_eq!(verify("correct horse battery", Some(&kept)).unwrap(), Verdict::Right);
        assert_eq!(verify("correct horse batterz", Some(&kept)).unwrap(), Verdict::Wrong);
    }

    #[test]
    fn nobody_has_a_hash_like_everybody_else() {
        assert_eq!(verify("correct horse battery", None).unwrap(), Verdict::Wrong);
        let nobody = PasswordHash::new(NOBODY).unwrap();
        let params = Params::try_from(&nobody).unwrap();
        assert_eq!((params.m_cost(), params.t_cost(), params.p_cost()), (MEMORY_KIB, PASSES, LANES));
        assert_eq!(nobody.hash.unwrap().len(), 32);
    }

    #[test]
    fn letters_typed_in_two_ways_are_the_same_password() {
        let kept = hash("smo\u{308}rga\u{30a}sbord").unwrap();
        assert_eq!(verify("smörgåsbord", Some(&kept)).unwrap(), Verdict::Right);
    }

    #[test]
    fn a_hash_of_former_days_is_noticed() {
        let salt = SaltString::encode_b64(b"0123456789abcdef").unwrap();
        let old = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8_192, 1, 1, None).unwrap());
        let kept = old.hash_password(b"correct horse battery", &salt).unwrap().to_string();
        assert_eq!(verify("correct horse battery", Some(&kept)).unwrap(), Verdict::RightButOld);
    }
}
