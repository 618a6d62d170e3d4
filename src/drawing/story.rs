//! A checked story as a picture: its figures underlined, and under it what was found of each.

use std::fmt::Write;

use super::svg::blank_sheet;
use super::theme::{FONT, Palette, hex};
use super::title_block::{MARGIN, wrap_spans};
use super::{Lettering, Painter};
use crate::charts::escape;
use crate::stories::Finding;
use crate::wording::say::stories::report as words;
use plotters::prelude::DrawingBackend;

const STORY: f64 = 16.0;
const STORY_LEADING: f64 = 26.0;
const FOUND: f64 = 13.0;
const FOUND_LEADING: f64 = 19.0;

/// The sign of a verdict, as the page has it.
fn sign(verdict: &str) -> &'static str {
    match verdict {
        "supported" => "✓",
        "close" => "≈",
        "misplaced" => "⇄",
        "contradicted" => "✗",
        _ => "?",
    }
}

/// Draws a story and its findings as SVG, `width` wide in CSS pixels.
pub fn story_svg(story: &str, findings: &[Finding], width: u32, palette: Palette) -> String {
    let pen = blank_sheet((width, 4000)).inset(MARGIN);
    let mut body = String::new();
    let mut y = MARGIN;
    for (start, line) in wrapped(&pen, story, STORY) {
        y += STORY_LEADING;
        let words = marked(line, start, findings, palette);
        let _ = write!(body, "<text x=\"{MARGIN}\" y=\"{y}\" font-size=\"{STORY}\">{words}</text>");
    }
    y += 12.0;
    for found in findings {
        let line = format!("{} {}: {}", sign(found.verdict), found.text, found.reason);
        for (_, line) in wrapped(&pen, &line, FOUND) {
            y += FOUND_LEADING;
            let (colour, line) = (hex(palette.muted), escape(line));
            let _ = write!(
                body,
                "<text x=\"{MARGIN}\" y=\"{y}\" font-size=\"{FOUND}\" fill=\"{colour}\">{line}</text>"
            );
        }
    }
    let height = (y + MARGIN).round();
    let (ink, paper) = (hex(palette.ink), hex(palette.paper));
    let title = words::picture();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"{FONT}\" fill=\"{ink}\" role=\"img\"><title>{title}</title><rect width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>{body}</svg>\n"
    )
}

/// A text's lines with the byte that each begins at.
fn wrapped<'a, DB: DrawingBackend>(
    pen: &Painter<DB>,
    text: &'a str,
    size: f64,
) -> Vec<(usize, &'a str)> {
    let style = Lettering::new(size, pen.palette.ink);
    wrap_spans(pen, text, style)
}

/// A line with its figures underlined, each with the sign of its verdict behind it.
fn marked(line: &str, start: usize, findings: &[Finding], palette: Palette) -> String {
    let mut words = String::new();
    let mut done = 0;
    for found in findings {
        let within = |at: usize| at.saturating_sub(start).min(line.len());
        let (from, to) = (within(found.start).max(done), within(found.end));
        let (Some(before), Some(own)) = (line.get(done..from), line.get(from..to)) else {
            continue;
        };
        if own.is_empty() {
            continue;
        }
        let sound = matches!(found.verdict, "supported" | "close");
        let colour = hex(if sound { palette.main } else { palette.ink });
        // A figure broken over two lines gets its sign at its end.
        let sign = if found.end <= start + line.len() { sign(found.verdict) } else { "" };
        let _ = write!(
            words,
            "{}<tspan fill=\"{colour}\" font-weight=\"bold\" text-decoration=\"underline\">{}</tspan><tspan fill=\"{colour}\"> {sign}</tspan>",
            escape(before),
            escape(own),
        );
        done = to;
    }
    words + &escape(line.get(done..).unwrap_or_default())
}
