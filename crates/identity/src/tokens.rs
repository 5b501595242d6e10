//! Secrets for cookies and links: 256 random bits as base64url, of which only the SHA-256 is kept.

use base64ct::{Base64UrlUnpadded, Encoding};
use kernel::{Error, Result};
use sha2::{Digest, Sha256};

pub(crate) fn new() -> Result<String> {
    let mut secret = [0u8; 32];
    getrandom::fill(&mut secret).map_err(Error::internal)?;
    Ok(Base64UrlUnpadded::encode_string(&secret))
}

/// What is kept. The token is random, so no slow hash is needed.
pub(crate) fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}
