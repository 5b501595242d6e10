//! Secrets that people read and type: words of letters and digits that are not mistaken for each other.

use anyhow::{Result, anyhow};

const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// So many groups of four, five bits a letter: `k7wm-29xd-hfa3`.
pub(crate) fn secret(groups: usize) -> Result<String> {
    let mut bytes = vec![0u8; groups * 4];
    getrandom::fill(&mut bytes).map_err(|error| anyhow!("the system gives no random bytes: {error}"))?;
    let letters: Vec<u8> = bytes.iter().map(|byte| LETTERS[usize::from(byte % 32)]).collect();
    let groups: Vec<String> =
        letters.chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    Ok(groups.join("-"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_secret_is_new_every_time() {
        let (one, other) = (super::secret(4).unwrap(), super::secret(4).unwrap());
        assert_eq!(one.len(), 19);
        assert_ne!(one, other);
    }
}
