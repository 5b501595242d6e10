//! Money: an amount in minor units (øre, cents) with its currency.

use serde::{Deserialize, Serialize};

use crate::locality::Currency;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// In the currency's smallest unit; how many there are in one is [`Currency::decimals`].
    pub minor: i64,
    pub currency: Currency,
}
