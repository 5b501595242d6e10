//! How often a password may be guessed. An attempt counts from its start, so that many at once count too, and is
//! forgotten when it succeeds.

use std::net::IpAddr;

use kernel::{
    Cx, Db, Error, Id, Result, Scope, Tx,
    clock::{MINUTE, Timestamp},
};

const WINDOW: i64 = 15 * MINUTE;

/// One attempt, counted under its keys.
pub(crate) struct Attempt {
    id: Id,
    /// Whose wrong attempts are forgiven by a right one.
    account: String,
}

/// What is limited, and to how many failures in a quarter of an hour.
pub(crate) struct Limit {
    key: String,
    most: i64,
}

/// Five failures for one account from one address.
pub(crate) fn account(email_key: &str, address: &str) -> Limit {
    Limit { key: format!("account:{email_key}|{}", network(address)), most: 5 }
}

/// Thirty failures from one address.
pub(crate) fn address(address: &str) -> Limit {
    Limit { key: format!("address:{}", network(address)), most: 30 }
}

/// Thirty of one kind from one address, successful or not.
pub(crate) fn visits(kind: &str, address: &str) -> Limit {
    Limit { key: format!("{kind}:{}", network(address)), most: 30 }
}

/// Five failures for something that only its holder can try: an invitation, a session's own password.
pub(crate) fn thing(kind: &str, id: Id) -> Limit {
    Limit { key: format!("{kind}:{id}"), most: 5 }
}

/// `TooMany` when one of the limits is reached: asked before anything is written.
pub(crate) fn allows(cx: &Cx, limits: &[Limit]) -> Result<()> {
    for limit in limits {
        if before(cx, limit)? >= limit.most {
            return Err(Error::TooMany);
        }
    }
    Ok(())
}

fn before(cx: &Cx, limit: &Limit) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM sign_in_attempts WHERE key = ?1 AND at > ?2";
    let row = cx.query_one(sql, &[(&limit.key).into(), cx.now().plus(-WINDOW).into()])?;
    Ok(row.map_or(0, |row| row.int(0)))
}

/// Counts an attempt, or refuses it with `TooMany`. The first limit is the account's.
pub(crate) fn begin(db: &Db, limits: &[Limit]) -> Result<Attempt> {
    db.write(&Scope::global(), |tx| {
        let (id, now) = (tx.new_id(), tx.now());
        forget_old(tx, now)?;
        for limit in limits {
            if before(tx, limit)? >= limit.most {
                return Err(Error::TooMany);
            }
            tx.execute(
                "INSERT INTO sign_in_attempts (key, id, at) VALUES (?1, ?2, ?3)",
                &[(&limit.key).into(), id.into(), now.into()],
            )?;
        }
        let account = limits.first().map(|limit| limit.key.clone()).unwrap_or_default();
        Ok(Attempt { id, account })
    })
}

/// The attempt was right: it does not count, and neither do the wrong ones before it on the same account. Those
/// from the address still do, or whoever has one account could guess at all others.
pub(crate) fn succeeded(tx: &mut Tx, attempt: &Attempt) -> Result<()> {
    tx.execute(
        "DELETE FROM sign_in_attempts WHERE id = ?1 OR key = ?2",
        &[attempt.id.into(), (&attempt.account).into()],
    )?;
    Ok(())
}

fn forget_old(tx: &mut Tx, now: Timestamp) -> Result<()> {
    tx.execute("DELETE FROM sign_in_attempts WHERE at <= ?1", &[now.plus(-WINDOW).into()])?;
    Ok(())
}

/// Whose limits an address counts against: one IPv4 address, or the /64 that one customer of an IPv6 provider has.
pub fn network(address: &str) -> String {
    match address.trim().parse::<IpAddr>().map(|address| address.to_canonical()) {
        Ok(IpAddr::V6(address)) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
        Ok(IpAddr::V4(address)) => address.to_string(),
        Err(_) => address.trim().chars().take(64).collect(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn neighbours_on_ipv6_share_a_network() {
        assert_eq!(super::network("2001:db8:1:2:3:4:5:6"), super::network("2001:db8:1:2::1"));
        assert_eq!(super::network("::ffff:192.0.2.7"), "192.0.2.7");
        assert_ne!(super::network("192.0.2.7"), super::network("192.0.2.8"));
    }
}
