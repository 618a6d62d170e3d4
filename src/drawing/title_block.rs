//! The texts around a chart in a file: headline, subtitle, events, source, edition and mark.

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use super::breaking::pieces;
use super::layout::NARROW;
use super::painter::{Drawing, Lettering, Painter};
use super::widths::width;
use crate::charts::TitleBlock;
use crate::util::{CollectVec as _, has};

/// The margin around a picture.
pub const MARGIN: f64 = 24.0;

const HEADLINE: f64 = 20.0;
/// In a column it would take four lines.
const NARROW_HEADLINE: f64 = 17.0;
const SUBTITLE: f64 = 14.0;
const SOURCE: f64 = 12.0;
const MARK: &str = "Xenotime";

/// A last line shorter than this, as a part of the room, looks left over.
const FEW_WORDS: f64 = 0.4;

/// Lines of words set alike.
struct Block {
    lines: Vec<String>,
    style: Lettering,
    leading: f64,
}

impl Block {
    fn new(room: f64, text: &str, (style, leading): (Lettering, f64)) -> Self {
        Self { lines: wrap(room, text, style), style, leading: style.size * leading }
    }

    /// With its lines about as long as each other where the last would be a few words.
    fn balanced(self, room: f64, text: &str) -> Self {
        let last = self.lines.last().map_or(room, |line| width(line, self.style.size, true));
        if last > room * FEW_WORDS {
            return self;
        }
        let shorter = (10..20).map(|share| wrap(room * f64::from(share) / 20.0, text, self.style));
        let lines = shorter.into_iter().find(|lines| lines.len() == self.lines.len());
        Self { lines: lines.unwrap_or(self.lines), ..self }
    }

    fn height(&self) -> f64 {
        self.lines.len() as f64 * self.leading
    }
}

fn above<DB: DrawingBackend>(pen: &Painter<DB>, words: &TitleBlock) -> [Block; 2] {
    let size = if pen.size().0 < NARROW { NARROW_HEADLINE } else { HEADLINE };
    let headline = Lettering::new(size, pen.palette.ink).bold();
    let subtitle = Lettering::new(SUBTITLE, pen.palette.muted);
    let (room, _) = pen.size();
    let headline = Block::new(room, &words.headline, (headline, 1.25));
    // The first page's module goes without what this takes.
    let whole = cfg!(feature = "whole");
    let headline = if whole { headline.balanced(room, &words.headline) } else { headline };
    [headline, Block::new(room, &words.subtitle, (subtitle, 1.35))]
}

fn below<DB: DrawingBackend>(pen: &Painter<DB>, words: &TitleBlock) -> [Block; 3] {
    let small = (Lettering::new(SOURCE, pen.palette.muted), 1.4);
    let (room, _) = pen.size();
    // The mark stands beside the last line: the edition's, or the source's where there is none.
    let beside = room - width(MARK, SOURCE, true) - APART;
    let source = if words.edition.is_empty() { beside } else { room };
    let texts = [(room, &words.events), (source, &words.source), (beside, &words.edition)];
    texts.map(|(room, text)| Block::new(room, text, small))
}

/// Between the words and the drawing.
const APART: f64 = 10.0;

/// The heights of the texts above and below, for the pen's width.
pub fn heights<DB: DrawingBackend>(pen: &Painter<DB>, words: &TitleBlock) -> (f64, f64) {
    let sum = |blocks: &[Block]| blocks.iter().map(Block::height).sum::<f64>() + APART;
    (sum(&above(pen, words)), sum(&below(pen, words)))
}

/// Draws headline and subtitle.
pub fn draw_above<DB: DrawingBackend>(pen: &Painter<DB>, words: &TitleBlock) -> Drawing<(), DB> {
    let mut y = 0.0;
    for block in above(pen, words) {
        for line in &block.lines {
            pen.text(line, (0.0, y + block.style.size), block.style)?;
            y += block.leading;
        }
    }
    Ok(())
}

/// Draws the names of events, the source, the edition and the mark.
pub fn draw_below<DB: DrawingBackend>(pen: &Painter<DB>, words: &TitleBlock) -> Drawing<(), DB> {
    let (width, height) = pen.size();
    let blocks = below(pen, words);
    let mut y = height - blocks.iter().map(Block::height).sum::<f64>();
    for block in blocks {
        for line in &block.lines {
            pen.text(line, (0.0, y + block.style.size), block.style)?;
            y += block.leading;
        }
    }
    let mark = Lettering::new(SOURCE, pen.palette.ink).bold().anchored(HPos::Right);
    pen.text(MARK, (width, height - SOURCE * 0.4), mark)
}

/// Breaks words into lines that fit the room; a word longer than a line gets one of its own. Widths are
/// guessed for every backend, so that a picture's lines break where a drawing's do.
fn wrap(room: f64, text: &str, style: Lettering) -> Vec<String> {
    wrap_spans(room, text, style).into_iter().map(|(_, line)| line.to_owned()).collect_vec()
}

/// The unbreakable pieces of a text; a year is not parted from its month.
fn dated_pieces(text: &str) -> Vec<(usize, usize)> {
    let said = |(start, end): (usize, usize)| text.get(start..end).unwrap_or_default();
    let mut found: Vec<(usize, usize)> = Vec::new();
    for piece in pieces(text) {
        let year = said(piece).trim_end_matches(|letter: char| letter.is_ascii_punctuation());
        let year = year.len() == 4 && year.bytes().all(|letter| letter.is_ascii_digit());
        match found.last_mut() {
            Some(last) if year && said(*last).starts_with(char::is_uppercase) => last.1 = piece.1,
            _ => found.push(piece),
        }
    }
    found
}

/// The same, with the byte at which each line begins.
pub fn wrap_spans(room: f64, text: &str, style: Lettering) -> Vec<(usize, &str)> {
    let mut lines: Vec<(usize, usize)> = Vec::new();
    let pieces = if cfg!(feature = "whole") { dated_pieces(text) } else { pieces(text) };
    for (start, end) in pieces {
        let fits = |line: &(usize, usize)| {
            let together = text.get(line.0..end).unwrap_or_default();
            !text.get(line.1..start).is_some_and(|gap| has(gap, '\n'))
                && width(together, style.size, style.bold) <= room
        };
        match lines.last_mut() {
            Some(line) if fits(line) => line.1 = end,
            _ => lines.push((start, end)),
        }
    }
    let line = |(start, end): (usize, usize)| (start, text.get(start..end).unwrap_or_default());
    lines.into_iter().map(line).collect_vec()
}
