//! What a chart needs when it stands alone, in a file: headline, unit and source in the picture.

use plotters::prelude::DrawingBackend;

use super::draw::Drawing;
use super::painter::{Lettering, Painter};
use crate::charts::TitleBlock;

const HEADLINE: f64 = 20.0;
const SUBTITLE: f64 = 14.0;
const SOURCE: f64 = 12.0;

/// How high the words above and below are in an area of the pen's width.
pub fn furniture_height<DB: DrawingBackend>(
    pen: &Painter<DB>,
    title_block: &TitleBlock,
) -> (f64, f64) {
    let lines = |text: &str, style| wrap(pen, text, style).len() as f64;
    let above = lines(&title_block.headline, headline(pen)) * HEADLINE * 1.25
        + lines(&title_block.subtitle, subtitle(pen)) * SUBTITLE * 1.35
        + 10.0;
    let below = lines(&title_block.source, source(pen)) * SOURCE * 1.4 + 8.0;
    (above, below)
}

const fn headline<DB: DrawingBackend>(pen: &Painter<DB>) -> Lettering {
    Lettering::new(HEADLINE, pen.palette.ink).bold()
}

const fn subtitle<DB: DrawingBackend>(pen: &Painter<DB>) -> Lettering {
    Lettering::new(SUBTITLE, pen.palette.muted)
}

const fn source<DB: DrawingBackend>(pen: &Painter<DB>) -> Lettering {
    Lettering::new(SOURCE, pen.palette.muted)
}

/// Draws the words above and below.
pub fn draw<DB: DrawingBackend>(pen: &Painter<DB>, title_block: &TitleBlock) -> Drawing<(), DB> {
    let mut y = 0.0;
    for (text, style, leading) in [
        (&title_block.headline, headline(pen), HEADLINE * 1.25),
        (&title_block.subtitle, subtitle(pen), SUBTITLE * 1.35),
    ] {
        for line in wrap(pen, text, style) {
            y += leading;
            pen.text(&line, (0.0, y), style)?;
        }
    }
    let lines = wrap(pen, &title_block.source, source(pen));
    let (_, height) = pen.size();
    let mut y = height - (lines.len() as f64 - 1.0) * SOURCE * 1.4 - 4.0;
    for line in lines {
        pen.text(&line, (0.0, y), source(pen))?;
        y += SOURCE * 1.4;
    }
    Ok(())
}

/// Breaks words into lines that fit the area; a word longer than a line gets one of its own.
fn wrap<DB: DrawingBackend>(pen: &Painter<DB>, text: &str, style: Lettering) -> Vec<String> {
    let (room, _) = pen.size();
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if pen.width(&format!("{line} {word}"), style) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
