//! A drawn page for each chart and each question to start from: for readers without scripts, search engines
//! and link previews.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use xenotime::charts::{ChartKind, Query, TitleBlock, View, escape, open, title_block};
use xenotime::drawing::{Palette, PinnedOptions, Purpose, pinned, placed_height};
use xenotime::trade::{Dataset, Language};

use xenotime::wording::say::pinned as words;

use super::picture::{Typeface, png};

/// What the previews of links are shown at, and how many pixels there are to each of these.
const CARD: (u32, u32) = (800, 418);
const RATIO: f64 = 1.5;
/// How large a frame is offered, in CSS pixels.
const OFFERED: (u32, u32) = (720, 760);

/// What a page is written from.
struct Leaf {
    folder: &'static str,
    slug: String,
    query: Query,
}

/// Writes the pages below `dist`, `mark` behind their names, and answers with how many. `site` is the address that the page
/// will have; what needs it is left out where it is not known.
pub fn write(
    dist: &Path,
    dataset: &Dataset,
    site: Option<&str>,
    mark: &str,
) -> Result<usize, String> {
    let typeface = site.and_then(|_| Typeface::found());
    if site.is_some() && typeface.is_none() {
        say!("No typeface found: links will have previews without a picture");
    }
    let charts = ChartKind::ALL.into_iter().map(|chart| Leaf {
        folder: CHARTS,
        slug: format!("{}{mark}", chart.code()),
        query: of_chart(chart),
    });
    let asked = dataset.about.questions.iter().map(|(address, question)| Leaf {
        folder: "question",
        // Every language’s page has the English name, with its mark.
        slug: format!("{}{mark}", slug(question.of("en"))),
        query: Query::parse_over(address, dataset).0,
    });
    let mut written = 0;
    let mut listed = Vec::new();
    for leaf in charts.chain(asked) {
        // As the page itself: the nearest that the chart has, where it has nothing of the usual.
        let (view, _) = open(dataset, &leaf.query);
        // What cannot be drawn of these data needs no page.
        if view.graph.marks.is_empty() {
            continue;
        }
        let is_own = |(_, drawn): &(String, View)| drawn.query.chart == leaf.query.chart;
        // The charts come first. As the scripts name it too (`frameOf` in www/src/page/address.js).
        let frame = if leaf.folder == CHARTS || listed.iter().any(is_own) {
            format!("{FRAME}{}{mark}.html", leaf.query.chart.code())
        } else {
            Language::spoken().page().to_owned()
        };
        write_leaf(dist, dataset, &leaf, &view, (site, typeface.as_ref(), &frame))?;
        written += 1;
        if leaf.folder == CHARTS {
            listed.push((leaf.slug, view));
        }
    }
    let list = dist.join(CHARTS).join(format!("index{mark}.html"));
    fs::write(&list, list_page(&listed)).map_err(|error| format!("{}: {error}", list.display()))?;
    Ok(written)
}

/// What the names of pages for frames of one chart begin with.
pub const FRAME: &str = "frame-";

/// The folder of the charts' own pages.
const CHARTS: &str = "chart";

fn of_chart(chart: ChartKind) -> Query {
    Query { chart, ..Query::default() }
}

/// The charts that have a page here.
pub fn drawn(dataset: &Dataset) -> Vec<ChartKind> {
    let drawn = |chart: &ChartKind| !open(dataset, &of_chart(*chart)).0.graph.marks.is_empty();
    ChartKind::ALL.into_iter().filter(drawn).collect()
}

/// A page that leads to all of these, each with what it says: for whoever has no script or an old browser.
fn list_page(listed: &[(String, View)]) -> String {
    let item = |(slug, view): &(String, View)| {
        let (name, says) = (escape(view.query.chart.label()), escape(&view.headline));
        format!("<dt><a href=\"{slug}.html\">{name}</a></dt><dd>{says}</dd>\n")
    };
    let (tag, title) = (Language::spoken().tag(), escape(words::all_charts()));
    let items: String = listed.iter().map(item).collect();
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n<link rel=\"icon\" href=\"../icon.svg\">\n<link rel=\"stylesheet\" href=\"../style.css\">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<dl>\n{items}</dl>\n</main>\n</body>\n</html>\n"
    )
}

fn write_leaf(
    dist: &Path,
    dataset: &Dataset,
    leaf: &Leaf,
    view: &View,
    (site, typeface, frame): (Option<&str>, Option<&Typeface>, &str),
) -> Result<(), String> {
    let Leaf { folder, slug, query } = leaf;
    let file = |ending: &str| dist.join(folder).join(format!("{slug}.{ending}"));
    fs::create_dir_all(dist.join(folder)).map_err(|error| format!("{folder}: {error}"))?;
    let put = |ending: &str, bytes: &[u8]| {
        let path = file(ending);
        fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))
    };
    let here = site.map(|site| format!("{}/{folder}/{slug}", site.trim_end_matches('/')));
    if let Some(typeface) = typeface {
        let words = TitleBlock { events: String::new(), ..title_block(dataset, view) };
        put(
            "png",
            &png(&view.graph, &words, card(dataset, view), RATIO, Palette::LIGHT, typeface)?,
        )?;
    }
    if let (Some(site), Some(_)) = (site, &here) {
        put("json", oembed(site, query, view, frame)?.as_bytes())?;
    }
    let live = match Language::spoken().page() {
        "" => "../index.html".to_owned(),
        page => format!("../{page}"),
    };
    let picture = typeface.map(|_| card(dataset, view));
    let head = head(view, here.as_deref(), picture, slug);
    let options = PinnedOptions {
        live: Some(&live),
        head: &head,
        purpose: Purpose::Page,
        ..PinnedOptions::default()
    };
    put("html", pinned(dataset, &view.query, &options).as_bytes())
}

/// How large the picture of a preview is.
fn card(dataset: &Dataset, view: &View) -> (u32, u32) {
    (CARD.0, placed_height(&view.graph, &title_block(dataset, view), CARD))
}

/// `Was that only the season?` as `was-that-only-the-season`.
fn slug(question: &str) -> String {
    let letters = question.chars().filter(|letter| *letter != '’' && *letter != '\'');
    let letters = letters
        .map(|letter| if letter.is_alphanumeric() { letter.to_ascii_lowercase() } else { ' ' });
    letters.collect::<String>().split_whitespace().collect::<Vec<_>>().join("-")
}

/// The tags of a link's preview.
fn head(view: &View, here: Option<&str>, picture: Option<(u32, u32)>, slug: &str) -> String {
    let mut tags = String::new();
    let mut tag = |key: &str, name: &str, content: &str| {
        let _ = writeln!(tags, "<meta {key}=\"{name}\" content=\"{}\">", escape(content));
    };
    tag("name", "description", &view.sentence);
    tag("property", "og:type", "article");
    tag("property", "og:site_name", "Xenotime");
    tag("property", "og:title", &view.headline);
    tag("property", "og:description", &view.subtitle);
    // The small card shows a square whole, the large one its middle.
    let large = here.is_some() && picture == Some(CARD);
    tag("name", "twitter:card", if large { "summary_large_image" } else { "summary" });
    let Some(here) = here else { return tags };
    tag("property", "og:url", &format!("{here}.html"));
    if let Some((width, height)) = picture {
        tag("property", "og:image", &format!("{here}.png"));
        let pixels = |length: u32| (f64::from(length) * RATIO).round().to_string();
        tag("property", "og:image:width", &pixels(width));
        tag("property", "og:image:height", &pixels(height));
        tag("property", "og:image:alt", &view.headline);
    }
    let _ = writeln!(tags, "<link rel=\"canonical\" href=\"{}.html\">", escape(here));
    let _ = writeln!(
        tags,
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{slug}.json\" title=\"{}\">",
        escape(&view.headline)
    );
    tags
}

/// What an editorial system that is given the page's address puts into its article: a frame of the page `name`.
fn oembed(site: &str, query: &Query, view: &View, name: &str) -> Result<String, String> {
    let (width, height) = OFFERED;
    let frame = Query { embed: true, month: Some(view.month), ..query.clone() }.address();
    let site = site.trim_end_matches('/');
    let html = format!(
        "<iframe src=\"{}\" title=\"{}\" loading=\"lazy\" width=\"100%\" height=\"{height}\" style=\"border:0\" sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads\"></iframe>",
        escape(&format!("{site}/{name}{frame}")),
        escape(&view.headline),
    );
    let answer = serde_json::json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Xenotime",
        "provider_url": format!("{site}/"),
        "title": view.headline,
        "html": html,
        "width": width,
        "height": height,
    });
    serde_json::to_string(&answer).map_err(|error| error.to_string())
}
