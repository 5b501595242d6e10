//! Logistic regression on few hundred standardised features, most of them rarely there, with an L2 penalty; and Platt scaling
//! (Platt 1999), which makes chances of what it says. Pure arithmetic: the same cases give the same numbers.

use serde::{Deserialize, Serialize};

/// Features that are there, by place, with their values; all others are zero.
pub(super) type Row = Vec<(usize, f64)>;

/// How strongly weights are held back; as if so many cases spoke for none.
const PENALTY: f64 = 4.0;
const STEPS: usize = 400;

/// What was fitted.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Fit {
    pub bias: f64,
    pub weights: Vec<f64>,
    /// Of each feature over the cases.
    pub means: Vec<f64>,
    pub scales: Vec<f64>,
}

pub(super) fn chance(logit: f64) -> f64 {
    1.0 / (1.0 + (-logit).exp())
}

impl Fit {
    /// What one feature adds to the logit when it has this value.
    pub(super) fn part(&self, at: usize, value: f64) -> f64 {
        self.weights[at] * (value - self.means[at]) / self.scales[at]
    }

    pub(super) fn logit(&self, row: &Row) -> f64 {
        let absent: f64 = (0..self.weights.len()).map(|at| self.part(at, 0.0)).sum();
        self.logit_from(absent, row)
    }

    /// The same, when what absent features add up to is known.
    pub(super) fn logit_from(&self, absent: f64, row: &Row) -> f64 {
        let there: f64 = row.iter().map(|(at, value)| self.weights[*at] * value / self.scales[*at]).sum();
        self.bias + absent + there
    }

    pub(super) fn absent(&self) -> f64 {
        (0..self.weights.len()).map(|at| self.part(at, 0.0)).sum()
    }
}

/// Fits by Nesterov's accelerated gradient (1983); the step is the inverse of the largest curvature, found by power iteration.
pub(super) fn fit(rows: &[&Row], won: &[bool], features: usize) -> Fit {
    let count = rows.len().max(1) as f64;
    let (means, scales) = standards(rows, features);
    let positives = won.iter().filter(|won| **won).count() as f64;
    let rate = ((positives + 1.0) / (count + 2.0)).clamp(0.001, 0.999);
    let mut fit = Fit { bias: (rate / (1.0 - rate)).ln(), weights: vec![0.0; features], means, scales };
    let step = 1.0 / (0.25 * curvature(&fit, rows, features).max(1.0) + PENALTY / count);
    let mut ahead = (fit.bias, fit.weights.clone());
    let mut momentum = 1.0_f64;
    for _ in 0..STEPS {
        let before = (fit.bias, fit.weights.clone());
        (fit.bias, fit.weights) = ahead.clone();
        let (bias, gradient) = slope(&fit, rows, won);
        fit.bias = ahead.0 - step * bias;
        let mut moved = (fit.bias - before.0).abs();
        for (at, slope) in gradient.iter().enumerate() {
            fit.weights[at] = ahead.1[at] - step * (slope + PENALTY / count * ahead.1[at]);
            moved = moved.max((fit.weights[at] - before.1[at]).abs());
        }
        let next = f64::midpoint(1.0, (1.0 + 4.0 * momentum * momentum).sqrt());
        let carry = (momentum - 1.0) / next;
        ahead.0 = fit.bias + carry * (fit.bias - before.0);
        ahead.1 = fit.weights.iter().zip(&before.1).map(|(now, was)| now + carry * (now - was)).collect();
        momentum = next;
        if moved < 1e-6 {
            break;
        }
    }
    fit
}

fn standards(rows: &[&Row], features: usize) -> (Vec<f64>, Vec<f64>) {
    let count = rows.len().max(1) as f64;
    let (mut sums, mut squares) = (vec![0.0; features], vec![0.0; features]);
    for (at, value) in rows.iter().flat_map(|row| row.iter()) {
        sums[*at] += value;
        squares[*at] += value * value;
    }
    let means: Vec<f64> = sums.iter().map(|sum| sum / count).collect();
    let spread = |(square, mean): (&f64, &f64)| (square / count - mean * mean).max(0.0).sqrt().max(0.01);
    let scales = squares.iter().zip(&means).map(spread).collect();
    (means, scales)
}

/// The gradient of the mean loss, without the penalty.
fn slope(fit: &Fit, rows: &[&Row], won: &[bool]) -> (f64, Vec<f64>) {
    let count = rows.len().max(1) as f64;
    let absent = fit.absent();
    let mut gradient = vec![0.0; fit.weights.len()];
    let mut whole = 0.0;
    for (row, won) in rows.iter().zip(won) {
        let wrong = chance(fit.logit_from(absent, row)) - f64::from(u8::from(*won));
        whole += wrong;
        for (at, value) in *row {
            gradient[*at] += wrong * value;
        }
    }
    for (at, sum) in gradient.iter_mut().enumerate() {
        *sum = (*sum - whole * fit.means[at]) / fit.scales[at] / count;
    }
    (whole / count, gradient)
}

/// The largest eigenvalue of the features' products with each other.
fn curvature(fit: &Fit, rows: &[&Row], features: usize) -> f64 {
    let count = rows.len().max(1) as f64;
    let mut direction = vec![1.0 / (features.max(1) as f64).sqrt(); features];
    let mut largest = 1.0;
    for _ in 0..15 {
        let scaled: Vec<f64> = direction.iter().zip(&fit.scales).map(|(part, scale)| part / scale).collect();
        let shift: f64 = scaled.iter().zip(&fit.means).map(|(part, mean)| part * mean).sum();
        let mut next = vec![0.0; features];
        let mut whole = 0.0;
        for row in rows {
            let along: f64 = row.iter().map(|(at, value)| scaled[*at] * value).sum::<f64>() - shift;
            whole += along;
            for (at, value) in *row {
                next[*at] += along * value;
            }
        }
        for (at, part) in next.iter_mut().enumerate() {
            *part = (*part - whole * fit.means[at]) / fit.scales[at] / count;
        }
        let length = next.iter().map(|part| part * part).sum::<f64>().sqrt();
        if length < 1e-12 {
            return 1.0;
        }
        largest = length;
        direction = next.into_iter().map(|part| part / length).collect();
    }
    // It was found from below.
    largest * 1.1 + 1.0
}

/// Slope and place of the curve that makes chances of logits, fitted on cases that the logits have not seen, by Newton's method
/// with steps that only ever improve it (Lin, Lin and Weng 2007).
pub(super) fn calibrate(logits: &[f64], won: &[bool]) -> (f64, f64) {
    let positives = won.iter().filter(|won| **won).count() as f64;
    let negatives = won.len() as f64 - positives;
    // Platt's targets: nothing is certain.
    let (high, low) = ((positives + 1.0) / (positives + 2.0), 1.0 / (negatives + 2.0));
    let target = |won: bool| if won { high } else { low };
    let loss = |slope: f64, place: f64| -> f64 {
        let one = |(logit, won): (&f64, &bool)| {
            let at = slope * logit + place;
            // ln(1 + e^at) - target * at, without running over.
            at.max(0.0) + (-at.abs()).exp().ln_1p() - target(*won) * at
        };
        logits.iter().zip(won).map(one).sum()
    };
    let (mut slope, mut place) = (0.0, ((positives + 1.0) / (negatives + 1.0)).ln());
    let mut best = loss(slope, place);
    for _ in 0..50 {
        let (mut da, mut db, mut aa, mut ab, mut bb) = (0.0, 0.0, 1e-9, 0.0, 1e-9);
        for (logit, won) in logits.iter().zip(won) {
            let p = chance(slope * logit + place);
            let (wrong, weight) = (p - target(*won), p * (1.0 - p));
            da += wrong * logit;
            db += wrong;
            aa += weight * logit * logit;
            ab += weight * logit;
            bb += weight;
        }
        let determinant = aa * bb - ab * ab;
        let (step_a, step_b) = ((bb * da - ab * db) / determinant, (aa * db - ab * da) / determinant);
        let tried = (0..20).map(|halved| {
            let part = 0.5_f64.powi(halved);
            (slope - part * step_a, place - part * step_b)
        });
        let better = tried.map(|(a, b)| (a, b, loss(a, b))).find(|(.., lost)| *lost < best);
        let Some((a, b, lost)) = better else { break };
        let gained = best - lost;
        (slope, place, best) = (a, b, lost);
        if gained < 1e-9 * best.abs() {
            break;
        }
    }
    // What would turn the order round is noise.
    if slope > 0.0 { (slope, place) } else { (0.0, ((positives + 1.0) / (negatives + 1.0)).ln()) }
}

/// The mean square of what chances miss (Brier 1950): 0 is perfect.
pub(super) fn brier(chances: &[f64], won: &[bool]) -> f64 {
    let missed = chances.iter().zip(won).map(|(chance, won)| (chance - f64::from(u8::from(*won))).powi(2));
    missed.sum::<f64>() / chances.len().max(1) as f64
}

/// How often one that was won has the higher chance than one that was not: the area under the curve, 0.5 by guessing.
pub(super) fn area(chances: &[f64], won: &[bool]) -> f64 {
    let mut order: Vec<usize> = (0..chances.len()).collect();
    order.sort_by(|one, other| chances[*one].total_cmp(&chances[*other]));
    let positives = won.iter().filter(|won| **won).count() as f64;
    let negatives = won.len() as f64 - positives;
    if positives == 0.0 || negatives == 0.0 {
        return 0.5;
    }
    let mut ranks = 0.0;
    let mut from = 0;
    while from < order.len() {
        let same = order[from..].iter().take_while(|at| chances[**at] == chances[order[from]]).count();
        // Those that are equal share their ranks.
        let rank = from as f64 + (same as f64 + 1.0) / 2.0;
        ranks += rank * order[from..from + same].iter().filter(|at| won[**at]).count() as f64;
        from += same;
    }
    (ranks - positives * (positives + 1.0) / 2.0) / (positives * negatives)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that look like chance and are always the same.
    fn dice(seed: &mut u64) -> f64 {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*seed >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Cases in which the first feature helps, the second hurts and the third says nothing.
    fn cases(count: usize) -> (Vec<Row>, Vec<bool>, Vec<f64>) {
        let mut seed = 7;
        let (mut rows, mut won, mut truth) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..count {
            let there: Vec<bool> = (0..3).map(|_| dice(&mut seed) < 0.4).collect();
            let logit = -1.0 + if there[0] { 2.0 } else { 0.0 } - if there[1] { 1.5 } else { 0.0 };
            rows.push((0..3).filter(|at| there[*at]).map(|at| (at, 1.0)).collect());
            truth.push(chance(logit));
            won.push(dice(&mut seed) < chance(logit));
        }
        (rows, won, truth)
    }

    #[test]
    fn what_made_the_cases_is_found_again() {
        let (rows, won, truth) = cases(8_000);
        let fit = fit(&rows.iter().collect::<Vec<_>>(), &won, 3);
        let weight = |at: usize| fit.weights[at] / fit.scales[at];
        assert!((weight(0) - 2.0).abs() < 0.15, "{}", weight(0));
        assert!((weight(1) + 1.5).abs() < 0.15, "{}", weight(1));
        assert!(weight(2).abs() < 0.12, "{}", weight(2));
        let said: Vec<f64> = rows.iter().map(|row| chance(fit.logit(row))).collect();
        let worst =
            said.iter().zip(&truth).map(|(said, true_one)| (said - true_one).abs()).fold(0.0, f64::max);
        assert!(worst < 0.05, "{worst}");
        assert!(area(&said, &won) > 0.7);
        let rate = won.iter().filter(|won| **won).count() as f64 / won.len() as f64;
        assert!(brier(&said, &won) < brier(&vec![rate; won.len()], &won));
    }

    #[test]
    fn logits_that_say_too_much_are_brought_down() {
        let (rows, won, truth) = cases(4_000);
        let loud: Vec<f64> = truth.iter().map(|p| 3.0 * (p / (1.0 - p)).ln() + 1.0).collect();
        let (slope, place) = calibrate(&loud, &won);
        assert!((slope - 1.0 / 3.0).abs() < 0.05 && (place + 1.0 / 3.0).abs() < 0.15, "{slope} {place}");
        assert_eq!(rows.len(), 4_000);
    }

    #[test]
    fn the_area_counts_pairs() {
        let check = |chances: &[f64], won: &[bool], expected: f64| {
            assert!((area(chances, won) - expected).abs() < 1e-9)
        };
        check(&[0.1, 0.2, 0.8, 0.9], &[false, false, true, true], 1.0);
        check(&[0.9, 0.8, 0.2, 0.1], &[false, false, true, true], 0.0);
        check(&[0.5, 0.5, 0.5, 0.5], &[false, true, false, true], 0.5);
        check(&[0.1, 0.5, 0.5, 0.9], &[false, true, false, true], 0.875);
        check(&[0.3], &[true], 0.5);
    }

    #[test]
    fn cases_that_say_nothing_do_no_harm() {
        let none: Vec<Row> = vec![Vec::new(); 10];
        let won = [true, false, true, false, true, false, true, false, true, false];
        let fit = fit(&none.iter().collect::<Vec<_>>(), &won, 2);
        assert!(
            (chance(fit.logit(&none[0])) - 0.5).abs() < 0.05
                && fit.weights.iter().all(|weight| weight.is_finite())
        );
        let (slope, place) = calibrate(&[0.0; 10], &won);
        assert!(slope.is_finite() && place.is_finite());
    }
}
