//! A checked story as a picture: its figures underlined, with the findings below.

use std::fmt::Write;

use super::Lettering;
use super::svg::blank_sheet;
use super::theme::{FONT, Palette, hex};
use super::title_block::{MARGIN, wrap_spans};
use crate::charts::escape;
use crate::stories::Finding;
use crate::wording::say::stories::report as words;

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

/// Draws a story and its findings as SVG, `width` CSS pixels wide.
pub fn story_svg(story: &str, findings: &[Finding], width: u32, palette: Palette) -> String {
    let pen = blank_sheet((width, 4000)).inset(MARGIN);
    let (room, _) = pen.size();
    let mut body = String::new();
    let mut y = MARGIN;
    let judged = findings.iter().map(|found| (found.start, found.end, found.verdict));
    let (story, figures) = signed(story, judged);
    for (start, line) in wrap_spans(room, &story, Lettering::new(STORY, pen.palette.ink).bold()) {
        y += STORY_LEADING;
        let words = marked(line, start, &figures, palette);
        let _ = write!(body, "<text x=\"{MARGIN}\" y=\"{y}\" font-size=\"{STORY}\">{words}</text>");
    }
    y += 12.0;
    for found in findings {
        let line = format!("{} {}: {}", sign(found.verdict), found.text, found.reason);
        for (_, line) in wrap_spans(room, &line, Lettering::new(FOUND, pen.palette.ink)) {
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

/// A figure in a story whose signs were put in.
struct Figure {
    start: usize,
    /// Where it ends and its sign begins, which keeps to the same line.
    end: usize,
    sign: &'static str,
    sound: bool,
}

/// Stands before a sign: no line is broken there.
const BEFORE_SIGN: char = '\u{a0}';

/// A story with the sign of each verdict behind its figure, and where these are: lines are broken by what
/// will stand in them.
fn signed<'a>(
    story: &str,
    judged: impl Iterator<Item = (usize, usize, &'a str)>,
) -> (String, Vec<Figure>) {
    let mut text = String::new();
    let mut figures = Vec::new();
    let mut done = 0;
    for (start, to, verdict) in judged {
        let from = start.max(done);
        let (Some(before), Some(own)) = (story.get(done..from), story.get(from..to)) else {
            continue;
        };
        if own.is_empty() {
            continue;
        }
        text.push_str(before);
        let start = text.len();
        text.push_str(own);
        let (end, sign) = (text.len(), sign(verdict));
        text.push(BEFORE_SIGN);
        text.push_str(sign);
        let sound = matches!(verdict, "supported" | "close");
        figures.push(Figure { start, end, sign, sound });
        done = to;
    }
    text.push_str(story.get(done..).unwrap_or_default());
    (text, figures)
}

/// A line with its figures underlined, and the signs in their colours.
fn marked(line: &str, start: usize, figures: &[Figure], palette: Palette) -> String {
    let mut words = String::new();
    let mut done = 0;
    let within = |at: usize| at.saturating_sub(start).min(line.len());
    for figure in figures {
        let signed = figure.end + BEFORE_SIGN.len_utf8() + figure.sign.len();
        let [from, to, end] = [figure.start, figure.end, signed].map(within);
        let (Some(before), Some(own), Some(sign)) =
            (line.get(done..from.max(done)), line.get(from.max(done)..to), line.get(to..end))
        else {
            continue;
        };
        if own.is_empty() && sign.is_empty() {
            continue;
        }
        let colour = hex(if figure.sound { palette.main } else { palette.ink });
        let _ = write!(
            words,
            "{}<tspan fill=\"{colour}\" font-weight=\"bold\" text-decoration=\"underline\">{}</tspan><tspan fill=\"{colour}\">{}</tspan>",
            escape(before),
            escape(own),
            escape(sign),
        );
        done = end;
    }
    words + &escape(line.get(done..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_stands_behind_its_figure_wherever_lines_break() {
        let story = "Up 7.1%, to 4,416 t.";
        let judged = [(3, 7, "supported"), (5, 7, "unclear"), (12, 19, "unclear")];
        let (text, figures) = signed(story, judged.into_iter());
        assert_eq!(text, "Up 7.1%\u{a0}✓, to 4,416 t\u{a0}?.");
        let (first, second) = text.split_at(text.find("4,416").unwrap_or_default());
        let plain = |line: &str, start: usize| {
            let marked = marked(line, start, &figures, Palette::LIGHT);
            marked
                .split('<')
                .map(|part| part.rsplit('>').next().unwrap_or_default())
                .collect::<String>()
        };
        assert_eq!(plain(first, 0), first);
        assert_eq!(plain(second, first.len()), second);
    }
}
