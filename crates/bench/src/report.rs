//! The table: what was measured, beside the floor and the target, in Markdown.

use std::fmt::Write;

use crate::load::Timing;

/// What a page should be able to do.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Target {
    /// In milliseconds at one connection.
    pub(crate) p50: Option<f64>,
    /// In milliseconds at sixteen.
    pub(crate) p99: Option<f64>,
    /// Answers a second at sixteen.
    pub(crate) rate: Option<f64>,
}

/// One line of the table.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    pub(crate) measure: String,
    pub(crate) p50: String,
    pub(crate) p99: String,
    pub(crate) throughput: String,
    pub(crate) floor: String,
    pub(crate) target: String,
    pub(crate) met: Option<bool>,
    /// The time that is compared between sizes, in milliseconds; of pages only.
    pub(crate) grows: Option<f64>,
}

impl Row {
    /// A page, measured at one connection and at sixteen.
    pub(crate) fn page(measure: String, one: &Timing, many: &Timing, floor: String, target: Target) -> Row {
        let kept = [
            target.p50.map(|most| one.p50() <= most),
            target.p99.map(|most| many.p99() <= most),
            target.rate.map(|least| many.per_second() >= least),
        ];
        Row {
            measure,
            p50: ms(one.p50()),
            p99: ms(many.p99()),
            throughput: format!("{} /s", thousands(many.per_second() as u64)),
            floor,
            target: target.written(),
            met: kept.iter().flatten().copied().reduce(|all, one| all && one),
            grows: Some(one.p50()),
        }
    }

    /// Something that is one number.
    pub(crate) fn single(measure: &str, value: String, target: &str, met: Option<bool>) -> Row {
        Row { measure: measure.to_owned(), p50: value, target: target.to_owned(), met, ..Row::default() }
    }
}

impl Target {
    fn written(self) -> String {
        let parts = [
            self.p50.map(|most| format!("p50 ≤ {most} ms")),
            self.p99.map(|most| format!("p99 ≤ {most} ms")),
            self.rate.map(|least| format!("≥ {} /s", thousands(least as u64))),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// What one size gave.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub(crate) people: u64,
    pub(crate) rows: Vec<Row>,
    /// Sentences under the table.
    pub(crate) notes: Vec<String>,
}

impl Report {
    pub(crate) fn written(&self) -> String {
        let mut text = format!(
            "{} people. p50 at 1 connection, p99 and throughput at 16; every answer was checked.\n\n\
             | measure | p50 | p99 | throughput | floor | target | met |\n|---|---|---|---|---|---|---|\n",
            thousands(self.people)
        );
        for row in &self.rows {
            let met = row.met.map_or("", |met| if met { "yes" } else { "**no**" });
            let cells = [&row.measure, &row.p50, &row.p99, &row.throughput, &row.floor, &row.target, met];
            let _ = writeln!(text, "| {} |", cells.join(" | "));
        }
        for note in &self.notes {
            let _ = write!(text, "\n{note}\n");
        }
        text
    }
}

/// The pages of several sizes beside each other, and by how much the slowest differs from the fastest.
pub(crate) fn growth(reports: &[Report]) -> String {
    let mut text = "Growth: p50 of each page in ms; the target is a ratio below 2.\n\n| measure |".to_owned();
    reports.iter().for_each(|report| {
        let _ = write!(text, " {} |", thousands(report.people));
    });
    let _ = write!(text, " ratio | met |\n|---|{}---|---|\n", "---|".repeat(reports.len()));
    let pages = reports.first().into_iter().flat_map(|report| &report.rows).filter(|row| row.grows.is_some());
    for page in pages {
        let same = |report: &Report| report.rows.iter().find(|row| row.measure == page.measure)?.grows;
        let times: Vec<f64> = reports.iter().filter_map(same).collect();
        let fastest = times.iter().copied().fold(f64::INFINITY, f64::min);
        let ratio = times.iter().copied().fold(0.0, f64::max) / fastest;
        let cells: Vec<String> = times.iter().map(|time| ms(*time)).collect();
        let met = if ratio < 2.0 { "yes" } else { "**no**" };
        let _ = writeln!(text, "| {} | {} | {ratio:.1} | {met} |", page.measure, cells.join(" | "));
    }
    text
}

/// `0.052 ms`, `1.42 ms`, `128 ms`.
pub(crate) fn ms(time: f64) -> String {
    match time {
        time if time < 1.0 => format!("{time:.3} ms"),
        time if time < 100.0 => format!("{time:.2} ms"),
        time => format!("{time:.0} ms"),
    }
}

/// `1,234,567`.
pub(crate) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_page_meets_its_target_only_whole() {
        let timing = Timing::new(vec![2_000_000; 100], Duration::from_secs(1));
        let check = |target: Target, met: Option<bool>| {
            assert_eq!(
                Row::page(String::new(), &timing, &timing, String::new(), target).met,
                met,
                "{target:?}"
            );
        };
        check(Target { p50: Some(2.0), p99: Some(20.0), rate: Some(100.0) }, Some(true));
        check(Target { p50: Some(2.0), p99: Some(20.0), rate: Some(101.0) }, Some(false));
        check(Target::default(), None);
    }

    #[test]
    fn numbers_are_grouped() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(thousands(number), text);
        }
    }

    #[test]
    fn growth_is_the_slowest_to_the_fastest() {
        let report = |people, time| Report {
            people,
            rows: vec![Row { measure: "list".to_owned(), grows: Some(time), ..Row::default() }],
            notes: Vec::new(),
        };
        let text = growth(&[report(10_000, 1.0), report(100_000, 3.0)]);
        assert!(text.contains("| list | 1.00 ms | 3.00 ms | 3.0 | **no** |"), "{text}");
    }
}
