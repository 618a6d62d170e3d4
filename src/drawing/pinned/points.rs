//! The points of a chart as JSON, for the script beside a drawing.

use std::fmt::Write;

use super::super::draw;
use super::super::plot_layout::PlotLayout;
use super::super::svg::blank_sheet;
use super::sizes::sizes;
use crate::charts::{Mark, View, YAxis, escape, links_by_publisher, source_links, start};
use crate::trade::Dataset;
use crate::util::CollectVec as _;
use crate::wording::say::pinned as words;

/// The position of every point in the drawings of these widths, its description, and the sources, each
/// once.
pub fn points(dataset: &Dataset, view: &View, widths: &[u32]) -> String {
    let placed = sizes(view, widths).into_iter().map(|size| placed(view, size)).collect_vec();
    let mut sources: Vec<String> = Vec::new();
    let from = view.graph.marks.iter().map(|mark| from(dataset, mark, &mut sources)).collect_vec();
    let said = [words::source(), words::point(), words::comma(), words::colon()].map(quoted);
    let rows = matches!(view.graph.y, YAxis::Rows(_));
    let plane = if matches!(view.graph.y, YAxis::Plane(..)) { "\"plane\":true," } else { "" };
    let mut json = format!("{{{plane}\"rows\":{rows},\"words\":[{}],\"sources\":[", said.join(","));
    json.push_str(&sources.iter().map(|link| quoted(link)).collect_vec().join(","));
    json.push_str("],\"points\":[");
    for (index, (mark, from)) in view.graph.marks.iter().zip(from).enumerate() {
        if index > 0 {
            json.push(',');
        }
        let spots = placed.iter().enumerate().map(|(drawing, placed)| {
            let (x, y) =
                placed.spot(&view.graph, index).map_or((0.0, 0.0), |spot| (spot.x, spot.y));
            // By the first one keys move up and down; in the others half a pixel makes no difference.
            format!("{x},{}", if drawing == 0 { y } else { y.round() })
        });
        let _ = write!(json, "[[{}],", spots.collect_vec().join(","));
        write_mark(&mut json, mark, &from);
    }
    json + "]}"
}

/// What is said of the point that walking begins at, for the time before the reader is on any: as the script
/// words it.
pub fn first_readout(dataset: &Dataset, view: &View) -> String {
    let Some(mark) =
        start(&view.graph, view.period.end()).and_then(|index| view.graph.marks.get(index))
    else {
        return String::new();
    };
    let named =
        [&*mark.series, &*mark.period].into_iter().filter(|name| !name.is_empty()).collect_vec();
    let name = named.join(words::comma());
    let note = if mark.note.is_empty() { String::new() } else { format!(" · {}", mark.note) };
    let sources = match source_links(dataset, &mark.sources) {
        links if links.is_empty() => links,
        links => words::source().to_owned() + &links,
    };
    format!(
        "<p><strong>{}</strong> · {}</p><p>{sources}</p>",
        escape(&format!("{name}{}{}", words::colon(), mark.value)),
        escape(&format!("{}{note}", mark.status)),
    )
}

/// Where a point's links stand among all, each kept once: those to one publisher's together.
fn from(dataset: &Dataset, mark: &Mark, all: &mut Vec<String>) -> String {
    let mut place = |link: String| {
        let known = all.iter().position(|other| *other == link);
        known.unwrap_or_else(|| {
            all.push(link);
            all.len() - 1
        })
    };
    let publishers = links_by_publisher(dataset, &mark.sources).into_iter().map(|links| {
        let places = links.into_iter().map(|link| place(link).to_string()).collect_vec();
        if places.len() > 1 { format!("[{}]", places.join(",")) } else { places.concat() }
    });
    publishers.collect_vec().join(",")
}

fn write_mark(json: &mut String, mark: &Mark, from: &str) {
    let _ = write!(json, "{}", mark.group);
    for word in [&mark.series, &mark.period, &mark.value, &mark.status, &mark.note] {
        let _ = write!(json, ",{}", quoted(word));
    }
    let _ = write!(json, ",[{from}]]");
}

fn placed(view: &View, size: (u32, u32)) -> PlotLayout {
    draw::placed(&blank_sheet(size), &view.graph)
}

/// A JSON string that ends no script, which only `</` and `<!` could.
fn quoted(text: &str) -> String {
    let mut json = String::from("\"");
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '<' if letters.peek() == Some(&'!') => json.push_str("\\u003c"),
            '/' if json.ends_with('<') => json.push_str("\\/"),
            '"' | '\\' => {
                json.push('\\');
                json.push(letter);
            }
            '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                let _ = write!(json, "\\u{:04x}", u32::from(letter));
            }
            letter => json.push(letter),
        }
    }
    json + "\""
}
