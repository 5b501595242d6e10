//! The arithmetic of a document: what each line comes to, the discount, the tax of each rate, the total. Exact: decimals all the
//! way, and rounded in the three places where EN 16931 rounds (a line, a discount, the tax of a rate), half away from nothing, to
//! the smallest unit of the currency.

use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

/// What is reckoned with of one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub quantity: Decimal,
    /// For one, without tax.
    pub price: Decimal,
    /// In percent.
    pub discount: Decimal,
    pub rate: Rate,
}

/// A rate of tax: the category of UNCL 5305 (`S` standard, `Z` zero, `E` exempt, `AE` reverse charge, `K` within the EU, `G` export,
/// `O` outside the scope) and the percentage.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate {
    pub category: String,
    pub percent: Decimal,
}

/// What is taxed at one rate. Amounts are in the currency's smallest unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taxed {
    pub rate: Rate,
    /// The sum of its lines.
    pub lines: i64,
    /// What the document's discount takes from them.
    pub discount: i64,
    pub tax: i64,
}

impl Taxed {
    /// On which the tax is reckoned.
    pub fn base(&self) -> i64 {
        self.lines - self.discount
    }
}

/// All sums of a document, in the currency's smallest unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sums {
    /// Each line without tax, in the order given.
    pub lines: Vec<i64>,
    /// By rate, the highest first.
    pub taxed: Vec<Taxed>,
    pub discount: i64,
    /// Without tax, behind the discount.
    pub net: i64,
    pub tax: i64,
    pub total: i64,
}

/// The sum is larger than an amount can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

/// The largest sum: far from where whole numbers end, so that no sum of sums overflows either.
const LARGEST: i64 = 1_000_000_000_000_000;

/// Adds a document up. `discount` is in percent of all lines; `decimals` are those of the currency.
pub fn sums(items: &[Item], discount: Decimal, decimals: u32) -> Result<Sums, TooLarge> {
    let mut sums = Sums::default();
    for item in items {
        let line = line(item, decimals)?;
        sums.lines.push(line);
        match sums.taxed.iter_mut().find(|taxed| taxed.rate == item.rate) {
            Some(taxed) => taxed.lines = added(taxed.lines, line)?,
            None => {
                sums.taxed.push(Taxed { rate: item.rate.clone(), lines: line, discount: 0, tax: 0 });
            }
        }
    }
    sums.taxed.sort_by(|one, other| {
        other.rate.percent.cmp(&one.rate.percent).then_with(|| one.rate.category.cmp(&other.rate.category))
    });
    for taxed in &mut sums.taxed {
        taxed.discount = share(taxed.lines, discount)?;
        taxed.tax = share(taxed.base(), taxed.rate.percent)?;
        sums.discount = added(sums.discount, taxed.discount)?;
        sums.net = added(sums.net, taxed.base())?;
        sums.tax = added(sums.tax, taxed.tax)?;
    }
    sums.total = added(sums.net, sums.tax)?;
    Ok(sums)
}

/// One line without tax, rounded to the smallest unit.
pub fn line(item: &Item, decimals: u32) -> Result<i64, TooLarge> {
    let left = Decimal::ONE_HUNDRED - item.discount;
    let whole = item.quantity.checked_mul(item.price).and_then(|whole| whole.checked_mul(left));
    let scale = Decimal::from(10_u64.pow(decimals.min(9)));
    minor(whole.and_then(|whole| whole.checked_mul(scale)).ok_or(TooLarge)? / Decimal::ONE_HUNDRED)
}

/// So many percent of an amount, rounded.
pub fn share(amount: i64, percent: Decimal) -> Result<i64, TooLarge> {
    minor(Decimal::from(amount).checked_mul(percent).ok_or(TooLarge)? / Decimal::ONE_HUNDRED)
}

/// What has been taken off the full prices, in percent of them with two decimals (1250 is 12.5 %); none of what costs nothing.
pub fn taken_off(items: &[Item], discount: Decimal) -> Option<i64> {
    let mut full = Decimal::ZERO;
    let mut asked = Decimal::ZERO;
    for item in items.iter().filter(|item| item.quantity > Decimal::ZERO) {
        let price = item.quantity.checked_mul(item.price)?;
        full = full.checked_add(price)?;
        asked = asked
            .checked_add(price.checked_mul(Decimal::ONE_HUNDRED - item.discount)? / Decimal::ONE_HUNDRED)?;
    }
    if full <= Decimal::ZERO {
        return None;
    }
    let left = asked * (Decimal::ONE_HUNDRED - discount) / Decimal::ONE_HUNDRED;
    let share = (full - left) * Decimal::from(10_000) / full;
    share.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_i64()
}

fn minor(amount: Decimal) -> Result<i64, TooLarge> {
    let whole = amount.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    whole.to_i64().filter(|minor| minor.abs() <= LARGEST).ok_or(TooLarge)
}

fn added(one: i64, other: i64) -> Result<i64, TooLarge> {
    one.checked_add(other).filter(|sum| sum.abs() <= LARGEST).ok_or(TooLarge)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn item(quantity: &str, price: &str, discount: &str, percent: &str) -> Item {
        let rate = Rate { category: "S".to_owned(), percent: decimal(percent) };
        Item { quantity: decimal(quantity), price: decimal(price), discount: decimal(discount), rate }
    }

    #[test]
    fn a_document_adds_up_as_somebody_would_by_hand() {
        // 3 × 33.33 = 99.99; 10 × 12.50 − 10 % = 112.50; both at 25 %. 1 × 80 at 12 %.
        let items =
            [item("3", "33.33", "0", "25"), item("10", "12.50", "10", "25"), item("1", "80", "0", "12")];
        let sums = sums(&items, decimal("5"), 2).unwrap();
        assert_eq!(sums.lines, [9_999, 11_250, 8_000]);
        let by_rate: Vec<(i64, i64, i64)> =
            sums.taxed.iter().map(|taxed| (taxed.lines, taxed.discount, taxed.tax)).collect();
        // 212.49 − 10.62 = 201.87, of which 25 % is 50.4675; 80 − 4 = 76, of which 12 % is 9.12.
        assert_eq!(by_rate, [(21_249, 1_062, 5_047), (8_000, 400, 912)]);
        assert_eq!((sums.discount, sums.net, sums.tax, sums.total), (1_462, 27_787, 5_959, 33_746));
    }

    #[test]
    fn currencies_round_to_their_own_smallest_unit() {
        let check = |quantity: &str, price: &str, decimals: u32, expected: i64| {
            assert_eq!(
                line(&item(quantity, price, "0", "0"), decimals),
                Ok(expected),
                "{quantity} × {price}"
            );
        };
        check("1", "0.5", 0, 1);
        check("1", "0.49", 0, 0);
        check("3", "33.335", 2, 10_001);
        check("-1", "0.005", 2, -1);
        check("1", "1.2345", 3, 1_235);
        check("2.5", "999", 0, 2_498);
    }

    #[test]
    fn what_no_amount_can_hold_is_told() {
        assert_eq!(line(&item("1000000000", "1000000000000", "0", "0"), 2), Err(TooLarge));
        let many = vec![item("1", "9000000000000", "0", "25"); 2];
        assert_eq!(sums(&many, Decimal::ZERO, 2), Err(TooLarge));
    }

    #[test]
    fn the_discount_of_lines_and_document_is_one_share_of_the_full_price() {
        let items = [item("1", "100", "10", "25"), item("1", "100", "0", "25")];
        assert_eq!(taken_off(&items, decimal("0")), Some(500));
        assert_eq!(taken_off(&items, decimal("10")), Some(1_450));
        assert_eq!(taken_off(&[item("1", "0", "0", "25")], decimal("10")), None);
    }

    fn any_item() -> impl Strategy<Value = Item> {
        let percents = prop::sample::select(vec!["0", "5", "6.5", "7.7", "12", "18", "20", "21", "25"]);
        (-100_000_i64..1_000_000, 0_i64..100_000_000, 0_i64..10_001, percents).prop_map(
            |(quantity, price, discount, percent)| Item {
                quantity: Decimal::new(quantity, 3),
                price: Decimal::new(price, 4),
                discount: Decimal::new(discount, 2),
                rate: Rate { category: "S".to_owned(), percent: percent.parse().unwrap() },
            },
        )
    }

    proptest! {
        /// In currencies of no, two and three decimals: every sum is the sum of its parts, and no rounding is off by more than half.
        #[test]
        fn sums_are_the_sums_of_their_parts(
            items in prop::collection::vec(any_item(), 0..40), discount in 0_i64..10_001,
            decimals in prop::sample::select(vec![0_u32, 2, 3])
        ) {
            let discount = Decimal::new(discount, 2);
            let sums = sums(&items, discount, decimals).unwrap();
            let all = |of: fn(&Taxed) -> i64| sums.taxed.iter().map(of).sum::<i64>();
            prop_assert_eq!(sums.lines.iter().sum::<i64>(), all(|taxed| taxed.lines));
            prop_assert_eq!(sums.discount, all(|taxed| taxed.discount));
            prop_assert_eq!(sums.net, all(Taxed::base));
            prop_assert_eq!(sums.tax, all(|taxed| taxed.tax));
            prop_assert_eq!(sums.total, sums.net + sums.tax);
            let half = Decimal::new(5, 1);
            let scale = Decimal::from(10_u64.pow(decimals));
            for (item, line) in items.iter().zip(&sums.lines) {
                let exact = item.quantity * item.price * (Decimal::ONE - item.discount / Decimal::ONE_HUNDRED) * scale;
                prop_assert!((exact - Decimal::from(*line)).abs() <= half);
            }
            for taxed in &sums.taxed {
                let tax = Decimal::from(taxed.base()) * taxed.rate.percent / Decimal::ONE_HUNDRED;
                prop_assert!((tax - Decimal::from(taxed.tax)).abs() <= half);
                let off = Decimal::from(taxed.lines) * discount / Decimal::ONE_HUNDRED;
                prop_assert!((off - Decimal::from(taxed.discount)).abs() <= half);
            }
        }

        /// A credit of everything is the same document with other signs: nothing is left over.
        #[test]
        fn what_is_credited_comes_to_nothing(items in prop::collection::vec(any_item(), 1..20), discount in 0_i64..10_001) {
            let discount = Decimal::new(discount, 2);
            let credited: Vec<Item> =
                items.iter().map(|item| Item { quantity: -item.quantity, ..item.clone() }).collect();
            let (billed, back) = (sums(&items, discount, 2).unwrap(), sums(&credited, discount, 2).unwrap());
            prop_assert_eq!((billed.net, billed.tax, billed.total), (-back.net, -back.tax, -back.total));
        }
    }
}
