//! A chart as one HTML file that never changes: drawings for both themes and every width, texts, table and
//! points, without anything to fetch.

mod points;
mod sizes;
mod weight;

use std::fmt::Write;

use super::svg::{SvgOptions, svg, themed_svg};
use super::theme::{Palette, TOKENS, hex};
use crate::charts::{Layer, Query, Theme, View, edition, escape, page, start, view_of_parts};
use crate::trade::{Dataset, Language};
use crate::util::CollectVec as _;
use crate::wording::say::pinned as words;
pub use points::{first_readout, points};
pub use sizes::STARTING_WIDTHS;
use sizes::{pinned_widths, sizes};
use weight::{MOST, weight};

/// How a pinned file is made.
#[derive(Clone, Copy, Debug, Default)]
pub struct PinnedOptions<'a> {
    /// Light, dark, or as the reader's device is set.
    pub theme: Theme,
    /// The address of the live page, for a link to the latest figures; `None` if unknown.
    pub live: Option<&'a str>,
    /// Why the view is shown in place of what was asked for, if it is.
    pub instead: Option<&'a str>,
    /// Further content of the head: tags for link previews.
    pub head: &'a str,
    /// What the file is for.
    pub purpose: Purpose,
}

/// What a file is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// To stay as it was made.
    #[default]
    Pinned,
    /// To be a page of its own beside the live one, made anew with it.
    Page,
}

impl Purpose {
    /// What is said of its age, and the words of the link to the live page.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Pinned => (words::stays(), words::see_today()),
            Self::Page => ("", words::choose()),
        }
    }
}

const STYLE: &str = include_str!("pinned.css");
const SCRIPT: &str = concat!(
    include_str!("../../../www/src/points/points.js"),
    include_str!("../../../www/src/points/framed.js")
);

/// The hashes of script and style sheet, by which the file's own policy lets them through and
/// nothing else. A test computes them.
const SCRIPT_HASH: &str = "sha256-u2uOv3qBAUWhMM8ajdM9RVHIVPv8VwRxP2T4t2T+y30=";
const STYLE_HASH: &str = "sha256-Mnth/A8HCiFlwiD5ks5Q+tU4nYYbqmJf9ctoB96ZKAw=";

/// How many partners or product lines of opened files are named, so that the file stays small.
pub const MOST_PARTS: usize = 20;

/// What a file has: less, one after another, until it is small enough.
#[derive(Clone, Copy)]
struct Extent {
    /// Whether it has the widest drawing.
    wide: bool,
    /// How many eighths of the table's rows.
    eighths: usize,
}

const EXTENTS: [Extent; 6] = [
    Extent { wide: true, eighths: 8 },
    Extent { wide: false, eighths: 8 },
    Extent { wide: false, eighths: 6 },
    Extent { wide: false, eighths: 4 },
    Extent { wide: false, eighths: 2 },
    Extent { wide: false, eighths: 1 },
];

/// Then fewer partners or product lines have a name.
const FEWER_PARTS: [usize; 2] = [10, 5];

/// The file for a query's view, with less in it where it would be too large.
pub fn pinned(dataset: &Dataset, query: &Query, options: &PinnedOptions<'_>) -> String {
    let most = if dataset.is_own() { MOST_PARTS } else { usize::MAX };
    let mut html = String::new();
    for parts in [most].into_iter().chain(FEWER_PARTS) {
        let mut view = view_of_parts(dataset, query, parts);
        view.table.unlink();
        view.notes.splice(0..0, options.instead.map(str::to_owned));
        for extent in EXTENTS {
            html = file(dataset, view.clone(), options, extent);
            // A page of a built site is as large as it must be.
            if options.purpose == Purpose::Page || weight(&html) <= MOST {
                return html;
            }
        }
    }
    html
}

/// Keeps so many eighths of a table's rows, the latest or the first; says so if that is not all.
fn shorten(view: &mut View, eighths: usize) -> String {
    let rows = &mut view.table.rows;
    let all = rows.len();
    let kept = (all * eighths).div_ceil(8);
    if kept == all {
        return String::new();
    }
    let latest = view.query.chart.record().through_time;
    if latest {
        rows.drain(..all - kept);
    } else {
        rows.truncate(kept);
    }
    format!("<p>{}</p>\n", words::rows_left_out(kept, all, latest))
}

fn file(dataset: &Dataset, mut view: View, options: &PinnedOptions<'_>, extent: Extent) -> String {
    let left_out = shorten(&mut view, extent.eighths);
    let view = &view;
    let page = page(dataset, view, Vec::new());
    let found = &page.fragments;
    let fragment = |name: &str| {
        found.iter().find(|part| part.name == name).map_or("", |part| part.html.as_str())
    };
    let theme = match options.theme {
        Theme::Auto => "",
        Theme::Light => " data-theme=\"light\"",
        Theme::Dark => " data-theme=\"dark\"",
    };
    let (stays, link) = options.purpose.words();
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{}\"{theme}>\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '{SCRIPT_HASH}'; style-src '{STYLE_HASH}'; base-uri 'none'; form-action 'none'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"Xenotime\">\n<title>{}</title>\n{}<style>{}</style>\n</head>\n<body>\n<main>\n",
        Language::spoken().tag(),
        escape(&page.title),
        options.head,
        style(),
    );
    let _ = write!(
        html,
        "<h1>{}</h1>\n<p class=\"subtitle\">{}</p>\n<figure class=\"plot\" data-points=\"{}\" data-start=\"{}\">\n",
        fragment("headline"),
        fragment("subtitle"),
        escape(&page.description),
        start(&view.graph, view.period.end()).unwrap_or_default(),
    );
    let (names, widths) = pinned_widths(view, extent.wide);
    let drawings = drawings(view, &widths, &page.description);
    for (place, (class, drawing)) in names.iter().zip(drawings).enumerate() {
        let _ = writeln!(html, "<div class=\"{class}\" data-at=\"{place}\">{drawing}</div>");
    }
    let _ = write!(
        html,
        "</figure>\n<p id=\"spoken\" class=\"unseen\" aria-live=\"assertive\"></p>\n<div class=\"caption\"><div id=\"readout\" class=\"readout\" data-hint=\"{}\">{}</div>\n<p class=\"source\">{}</p></div>\n<p>{}</p>\n",
        // Put there by the script, for without it nothing of it is true.
        words::hint(),
        first_readout(dataset, view),
        fragment("source"),
        fragment("sentence"),
    );
    let _ = writeln!(html, "<details open>\n<summary>{}</summary>", words::behind());
    for (head, name) in [(words::notes(), "notes"), ("", "events")] {
        let body = fragment(name);
        if !body.is_empty() {
            let head = if head.is_empty() { String::new() } else { format!("<h2>{head}</h2>\n") };
            let _ = writeln!(html, "{head}{body}");
        }
    }
    let blank = Language::spoken().blank();
    let _ = write!(
        html,
        "<h2>{}</h2>\n{left_out}<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">{}</div>\n</details>\n<p class=\"edition\">{}{blank}{stays}",
        words::figures(),
        words::table(),
        fragment("table"),
        escape(&edition(dataset)),
    );
    if let Some(live) = options.live {
        let address = format!("{live}{}", page.home);
        let _ = write!(
            html,
            "{blank}<a href=\"{}\" target=\"_blank\" rel=\"noopener\">{link}</a>",
            escape(&address)
        );
    }
    let _ = write!(
        html,
        "</p>\n<label hidden>{}<input readonly></label>\n</main>\n<script type=\"application/json\" id=\"points\">{}</script>\n<script>{SCRIPT}</script>\n</body>\n</html>\n",
        words::links_forbidden(),
        points(dataset, view, &widths),
    );
    html
}

/// The drawings for each width: one that follows the theme, or one for each theme if it has mixed shades.
pub fn drawings(view: &View, widths: &[u32], title: &str) -> Vec<String> {
    let mixed = view.graph.layers.iter().any(|layer| matches!(layer, Layer::Cells(_)));
    let drawing = |(width, height): (u32, u32)| {
        if !mixed {
            return themed_svg(&view.graph, (width, height), title).trim_end().to_owned();
        }
        let both = [("of-light", Palette::LIGHT), ("of-dark", Palette::DARK)];
        let both = both.map(|(theme, palette)| {
            let title = title.to_owned();
            let options = SvgOptions { width, height, palette, title_block: None, title };
            format!("<div class=\"{theme}\">{}</div>", svg(&view.graph, &options).trim_end())
        });
        both.concat()
    };
    sizes(view, widths).into_iter().map(drawing).collect_vec()
}

/// The style sheet: the palettes, and how a pinned file looks.
fn style() -> String {
    let tokens = |palette: &Palette, scheme: &str| {
        let named = TOKENS.iter().zip(palette.colours());
        named.fold(format!("color-scheme:{scheme};"), |mut text, (name, colour)| {
            let _ = write!(text, "{name}:{};", hex(colour).to_ascii_lowercase());
            text
        })
    };
    let light = tokens(&Palette::LIGHT, "light");
    let dark = tokens(&Palette::DARK, "dark");
    let shades = |light: &str, dark: &str| {
        format!("{light} .of-light{{display:none}}{dark} .of-dark{{display:block}}")
    };
    let chosen = shades("[data-theme=dark]", "[data-theme=dark]");
    let own = shades(":root:not([data-theme])", ":root:not([data-theme])");
    format!(
        ":root{{{light}}}[data-theme=dark]{{{dark}}}@media screen and (prefers-color-scheme:dark){{:root:not([data-theme]){{{dark}}}}}{STYLE}{chosen}@media screen and (prefers-color-scheme:dark){{{own}}}"
    )
}
