//! A PDF as somebody reads it: its letters and where they stand.

use std::fmt;

use hayro_cmap::BfString;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, font::Glyph, interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect};

/// Points of a millimetre.
const MILLIMETRE: f64 = 72.0 / 25.4;

/// Everything that is written on paper.
#[derive(Debug, Default)]
pub struct Pdf {
    pages: Vec<Page>,
}

#[derive(Debug, Default)]
struct Page {
    height: f64,
    letters: Vec<Letter>,
}

/// One letter, or several that are drawn as one; millimetres from the upper left corner to its foot.
#[derive(Debug)]
struct Letter {
    text: String,
    x: f64,
    y: f64,
}

impl Pdf {
    /// Panics when it is no PDF.
    pub fn read(bytes: &[u8]) -> Pdf {
        let pdf = hayro_syntax::Pdf::new(bytes.to_vec()).expect("a PDF");
        let cache = InterpreterCache::new();
        let mut found = Pdf::default();
        for page in pdf.pages().iter() {
            let bounds = Rect::new(0.0, 0.0, 1.0, 1.0);
            let settings = InterpreterSettings::default();
            let mut context = Context::new(Affine::IDENTITY, bounds, &cache, pdf.xref(), settings);
            let mut reader = Page { height: f64::from(page.render_dimensions().1), ..Page::default() };
            interpret_page(page, &mut context, &mut reader);
            found.pages.push(reader);
        }
        found
    }

    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    /// All that is written, each line followed by a line end.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for page in &self.pages {
            let mut line = None;
            for letter in &page.letters {
                if line.is_some_and(|line: f64| (line - letter.y).abs() > 0.1) {
                    text.push('\n');
                }
                line = Some(letter.y);
                text.push_str(&letter.text);
            }
            text.push('\n');
        }
        text
    }

    /// Whether it says so, wherever its lines and words are broken.
    pub fn has(&self, wanted: &str) -> bool {
        squeezed(&self.text()).contains(&squeezed(wanted))
    }

    /// Where the words begin that stand on one page in one piece: the page, counted from 0, and millimetres from its
    /// left and upper edge.
    pub fn place_of(&self, wanted: &str) -> Option<(usize, f64, f64)> {
        let wanted = squeezed(wanted);
        self.pages.iter().enumerate().find_map(|(number, page)| {
            let letters: Vec<&Letter> =
                page.letters.iter().filter(|letter| !letter.text.trim().is_empty()).collect();
            let text: String = letters.iter().map(|letter| letter.text.trim()).collect();
            let at = text.find(&wanted)?;
            let mut passed = 0;
            let first = letters.iter().find(|letter| {
                passed += letter.text.trim().len();
                passed > at
            })?;
            Some((number, first.x, first.y))
        })
    }
}

impl fmt::Display for Pdf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

impl Device<'_> for Page {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'_>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'_>,
        _: &GlyphDrawMode,
    ) {
        let place = transform * glyph_transform * Point::ORIGIN;
        let text = match glyph.as_unicode() {
            Some(BfString::Char(letter)) => letter.to_string(),
            Some(BfString::String(letters)) => letters,
            None => char::REPLACEMENT_CHARACTER.to_string(),
        };
        self.letters.push(Letter { text, x: place.x / MILLIMETRE, y: (self.height - place.y) / MILLIMETRE });
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
}
