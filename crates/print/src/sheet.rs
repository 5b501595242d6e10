//! Sheets of labels by the names people buy them under, in millimetres. Avery's are from its published templates, Herma's
//! from published sizes, which agree with the templates of gLabels (<https://github.com/jimevins/glabels-qt>) to a millimetre.

use serde::Serialize;

/// One kind of sheet. All lengths are millimetres, from the upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Sheet {
    /// In addresses: `avery-l7160`.
    pub key: &'static str,
    pub name: &'static str,
    pub paper: Paper,
    pub columns: usize,
    pub rows: usize,
    /// Of one label.
    pub width: f64,
    pub height: f64,
    /// Of the first label.
    pub left: f64,
    pub top: f64,
    /// From one label to the next: its width or height and the gap.
    pub across: f64,
    pub down: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Paper {
    A4,
    UsLetter,
}

impl Paper {
    /// Width and height in millimetres (ISO 216, ANSI/ASME Y14.1).
    pub fn size(self) -> (f64, f64) {
        match self {
            Paper::A4 => (210.0, 297.0),
            Paper::UsLetter => (215.9, 279.4),
        }
    }
}

impl Sheet {
    pub fn labels(&self) -> usize {
        self.columns * self.rows
    }

    pub fn find(key: &str) -> Option<&'static Sheet> {
        SHEETS.iter().find(|sheet| sheet.key == key)
    }
}

const INCH: f64 = 25.4;

/// Columns and rows of labels of a size, with no gap between rows and this between columns, in the middle of an A4.
const fn centred(
    key: &'static str,
    name: &'static str,
    (columns, rows): (usize, usize),
    (width, height): (f64, f64),
    gap: f64,
) -> Sheet {
    let across = width + gap;
    Sheet {
        key,
        name,
        paper: Paper::A4,
        columns,
        rows,
        width,
        height,
        left: (210.0 - across * columns as f64 + gap) / 2.0,
        top: (297.0 - height * rows as f64) / 2.0,
        across,
        down: height,
    }
}

/// On US Letter: the sizes in inches.
const fn letter(
    key: &'static str,
    name: &'static str,
    (columns, rows): (usize, usize),
    (width, height): (f64, f64),
    (left, top): (f64, f64),
    across: f64,
) -> Sheet {
    Sheet {
        key,
        name,
        paper: Paper::UsLetter,
        columns,
        rows,
        width: width * INCH,
        height: height * INCH,
        left: left * INCH,
        top: top * INCH,
        across: across * INCH,
        down: height * INCH,
    }
}

/// All of them, in the order in which they are offered.
pub const SHEETS: &[Sheet] = &[
    centred("avery-l7159", "Avery L7159", (3, 8), (63.5, 33.9), 2.5),
    centred("avery-l7160", "Avery L7160", (3, 7), (63.5, 38.1), 2.5),
    centred("avery-l7161", "Avery L7161", (3, 6), (63.5, 46.6), 2.5),
    centred("avery-l7162", "Avery L7162", (2, 8), (99.1, 33.9), 2.5),
    centred("avery-l7163", "Avery L7163", (2, 7), (99.1, 38.1), 2.5),
    centred("avery-l7165", "Avery L7165", (2, 4), (99.1, 67.7), 2.5),
    centred("avery-l7651", "Avery L7651", (5, 13), (38.1, 21.2), 2.5),
    letter("avery-5160", "Avery 5160", (3, 10), (2.625, 1.0), (0.1875, 0.5), 2.75),
    letter("avery-5161", "Avery 5161", (2, 10), (4.0, 1.0), (0.15625, 0.5), 4.1875),
    letter("avery-5163", "Avery 5163", (2, 5), (4.0, 2.0), (0.15625, 0.5), 4.1875),
    centred("herma-4097", "Herma 4097", (4, 12), (45.7, 21.2), 2.5),
    centred("herma-4360", "Herma 4360", (3, 8), (70.0, 36.0), 0.0),
    centred("herma-4464", "Herma 4464", (3, 8), (70.0, 37.0), 0.0),
    centred("herma-4606", "Herma 4606", (5, 13), (38.0, 21.2), 0.0),
    centred("herma-4625", "Herma 4625", (2, 7), (105.0, 42.3), 0.0),
    centred("herma-4670", "Herma 4670", (3, 8), (66.0, 33.8), 0.0),
    centred("herma-4677", "Herma 4677", (3, 7), (63.5, 38.1), 2.5),
    centred("herma-10809", "Herma 10809", (2, 2), (105.0, 148.0), 0.0),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_lies_on_its_sheet_and_on_no_other_label() {
        for sheet in SHEETS {
            let (width, height) = sheet.paper.size();
            let right = sheet.left + sheet.across * (sheet.columns - 1) as f64 + sheet.width;
            let bottom = sheet.top + sheet.down * (sheet.rows - 1) as f64 + sheet.height;
            assert!(sheet.left >= 0.0 && sheet.top >= 0.0, "{}", sheet.name);
            assert!(right <= width + 0.01 && bottom <= height + 0.01, "{}: {right} {bottom}", sheet.name);
            assert!(sheet.across >= sheet.width && sheet.down >= sheet.height, "{}", sheet.name);
            assert_eq!(SHEETS.iter().filter(|other| other.key == sheet.key).count(), 1);
        }
    }

    /// The first label and the step of gLabels' templates, which round too.
    #[test]
    fn hermas_grids_stand_within_a_millimetre_of_the_templates() {
        let check = |key: &str, left: f64, top: f64, across: f64| {
            let sheet = Sheet::find(key).unwrap();
            for (ours, theirs) in [(sheet.left, left), (sheet.top, top), (sheet.across, across)] {
                assert!((ours - theirs).abs() < 1.0, "{key}: {ours} instead of {theirs}");
            }
        };
        check("herma-4097", 10.0, 22.0, 48.72);
        check("herma-4464", 0.0, 0.0, 70.2);
        check("herma-4606", 9.5, 10.5, 38.0);
        check("herma-4625", 0.0, 0.0, 105.0);
        check("herma-4670", 5.7, 13.0, 66.0);
        check("herma-4677", 6.75, 15.5, 66.5);
        check("herma-10809", 0.0, 0.0, 105.0);
    }

    /// The margins that Avery's templates give, to a tenth of a millimetre or so.
    #[test]
    fn averys_grids_stand_where_avery_says() {
        let check = |key: &str, labels: usize, left: f64, top: f64, across: f64| {
            let sheet = Sheet::find(key).unwrap();
            let near = |a: f64, b: f64| (a - b).abs() < 0.2;
            assert_eq!(sheet.labels(), labels, "{key}");
            assert!(near(sheet.left, left), "{key}: left {}", sheet.left);
            assert!(near(sheet.top, top), "{key}: top {}", sheet.top);
            assert!(near(sheet.across, across), "{key}: across {}", sheet.across);
        };
        check("avery-l7159", 24, 7.25, 12.9, 66.0);
        check("avery-l7160", 21, 7.25, 15.15, 66.0);
        check("avery-l7163", 14, 4.65, 15.15, 101.6);
        check("avery-l7165", 8, 4.65, 13.1, 101.6);
        check("avery-5160", 30, 4.76, 12.7, 69.85);
        check("avery-5161", 20, 3.97, 12.7, 106.36);
        check("avery-5163", 10, 3.97, 12.7, 106.36);
    }
}
