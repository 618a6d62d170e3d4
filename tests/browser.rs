//! The library in a real browser: what the page's script calls, on a real canvas.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use serde::Deserialize;
use wasm_bindgen::{JsCast, JsError, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};
use xenotime::browser::{CheckedStory, Session, StoryChecker};
use xenotime::charts::{CHARTS, Chart};

wasm_bindgen_test_configure!(run_in_browser);

const OBSERVATIONS: &str = include_str!("../www/data/observations.csv");
const SOURCES: &str = include_str!("../www/data/sources.csv");
const PRODUCTS: &str = include_str!("../www/data/products.csv");
const EVENTS: &str = include_str!("../www/data/events.csv");
const DATASET: &str = include_str!("../www/data/dataset.csv");
const PRICES: &str = include_str!("../www/data/prices.csv");
const OUTLINES: &str = include_str!("../www/data/outlines.tsv");
const PARTNERS: &str = include_str!("../www/data/partners.csv");

const WIDTH: u32 = 800;
const HEIGHT: u32 = 440;

#[derive(Deserialize)]
struct Page {
    address: String,
    title: String,
    chart: String,
    marks: usize,
    zoomed: bool,
    problems: Vec<String>,
    fragments: Vec<Fragment>,
}

#[derive(Deserialize)]
struct Fragment {
    name: String,
    html: String,
}

#[derive(Deserialize)]
struct Point {
    x: f64,
    y: f64,
    period: String,
    value: String,
    place: usize,
    of: usize,
}

/// The charts that the headline figures and the prices fill: a mix and partners' reports are figures that
/// whoever hosts the page may leave out.
fn charts() -> impl Iterator<Item = &'static Chart> {
    CHARTS.iter().copied().filter(|chart| !["mix", "gaps"].contains(&chart.code))
}

/// With the prices, of which one chart is made, and where countries lie, of which another is.
fn session() -> Session {
    let session = Session::new(OBSERVATIONS, SOURCES, PRODUCTS, EVENTS, DATASET, PARTNERS);
    let mut session = session.unwrap_or_else(fail);
    session.add_part("prices.csv", PRICES).unwrap_or_else(fail);
    session.add_part("outlines.tsv", OUTLINES).unwrap_or_else(fail);
    session
}

fn message(error: JsError) -> String {
    js_sys::Error::from(JsValue::from(error)).message().into()
}

fn fail<T>(error: JsError) -> T {
    let message = message(error);
    unreachable!("{message}")
}

fn open(session: &mut Session, search: &str) -> Page {
    let page = session.open(search).unwrap_or_else(fail);
    serde_wasm_bindgen::from_value(page).expect("what the page's script reads")
}

fn point(session: &Session, index: usize) -> Option<Point> {
    let point = session.point(index).unwrap_or_else(fail);
    (!point.is_undefined()).then(|| serde_wasm_bindgen::from_value(point).expect("a point"))
}

fn canvas(width: u32, height: u32) -> HtmlCanvasElement {
    let document = web_sys::window().expect("a window").document().expect("a document");
    let canvas: HtmlCanvasElement =
        document.create_element("canvas").expect("an element").dyn_into().expect("a canvas");
    canvas.set_width(width);
    canvas.set_height(height);
    canvas
}

/// Four bytes a pixel, rows from the top.
fn pixels(canvas: &HtmlCanvasElement) -> Vec<u8> {
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d").expect("a context").expect("a context").dyn_into().expect("2d");
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    context.get_image_data(0.0, 0.0, width, height).expect("pixels").data().0
}

fn pixel(canvas: &HtmlCanvasElement, pixels: &[u8], x: f64, y: f64) -> [u8; 4] {
    let at = (y as usize * canvas.width() as usize + x as usize) * 4;
    [pixels[at], pixels[at + 1], pixels[at + 2], pixels[at + 3]]
}

fn drawn(session: &mut Session, width: u32, height: u32) -> (HtmlCanvasElement, Vec<u8>) {
    let sheet = canvas(width, height);
    session.draw(&sheet, 1.0, false).unwrap_or_else(fail);
    let pixels = pixels(&sheet);
    (sheet, pixels)
}

#[wasm_bindgen_test]
fn the_bundle_is_read_and_every_chart_drawn() {
    let mut session = session();
    let mut seen = BTreeSet::new();
    for chart in charts() {
        let code = chart.code;
        let page = open(&mut session, chart.example);
        assert_eq!(page.chart, code);
        assert!(page.problems.is_empty(), "{:?}", page.problems);
        assert!(page.title.contains("4,416 t") || code != "months", "{}", page.title);
        assert!(page.marks > 1, "{code} has {} points", page.marks);
        assert!(page.fragments.iter().any(|part| part.name == "table" && part.html.len() > 500));
        let (sheet, pixels) = drawn(&mut session, WIDTH, HEIGHT);
        assert_eq!(pixel(&sheet, &pixels, f64::from(WIDTH) - 1.0, 0.0), [255; 4]);
        assert!(pixels.chunks(4).all(|pixel| pixel[3] == 255), "the canvas has holes");
        let colours: BTreeSet<&[u8]> = pixels.chunks(4).collect();
        assert!(colours.len() > 20, "{code} has {} colours", colours.len());
        assert!(seen.insert(pixels), "{code} looks like another");
    }
}

#[wasm_bindgen_test]
fn points_lie_on_their_line_and_are_found_again() {
    let mut session = session();
    for chart in charts() {
        let page = open(&mut session, chart.example);
        assert!(point(&session, 0).is_none(), "nothing is placed before it is drawn");
        drawn(&mut session, WIDTH, HEIGHT);
        for index in 0..page.marks {
            let here = point(&session, index).expect("a point for every mark");
            assert_eq!((here.place, here.of), (index + 1, page.marks));
            assert!((0.0..=f64::from(WIDTH)).contains(&here.x) && here.y > 0.0, "{}", here.period);
            let found = session.nearest(here.x, here.y).expect("a nearest point");
            let there = point(&session, found).expect("a point");
            // Two points in one place are told apart by walking only.
            let away = (here.x - there.x).abs().max((here.y - there.y).abs());
            assert!(away < 1.0, "{}: {} found as {}", chart.code, here.period, there.period);
        }
        assert!(point(&session, page.marks).is_none());
        assert!(point(&session, usize::MAX).is_none());
    }
}

#[wasm_bindgen_test]
fn the_line_has_its_colour_where_a_point_is() {
    let mut session = session();
    let page = open(&mut session, "");
    let (sheet, pixels) = drawn(&mut session, WIDTH, HEIGHT);
    for index in 0..page.marks {
        let here = point(&session, index).expect("a point");
        let near = (-2..=2).flat_map(|dx| (-2..=2).map(move |dy| (f64::from(dx), f64::from(dy))));
        let blue = near
            .map(|(dx, dy)| pixel(&sheet, &pixels, here.x + dx, here.y + dy))
            .any(|[red, green, blue, _]| red < 90 && green < 150 && blue > 100);
        assert!(blue, "no line at {} {}", here.period, here.value);
    }
}

#[wasm_bindgen_test]
fn keys_walk_and_stay_within() {
    let mut session = session();
    let page = open(&mut session, "");
    let last = page.marks - 1;
    assert_eq!(session.start(), Some(last));
    assert_eq!(session.step(last, "Home"), Some(0));
    assert_eq!(session.step(0, "ArrowLeft"), Some(0));
    assert_eq!(session.step(0, "ArrowRight"), Some(1));
    assert_eq!(session.step(0, "PageDown"), Some(12));
    assert_eq!(session.step(14, "PageUp"), Some(2));
    assert_eq!(session.step(0, "End"), Some(last));
    assert_eq!(session.step(last, "ArrowRight"), Some(last));
    assert_eq!(session.step(0, "Tab"), None);
    assert_eq!(session.step(usize::MAX, "ArrowRight"), Some(0));
}

#[wasm_bindgen_test]
fn choosing_stepping_and_zooming_lead_to_addresses_that_read_back() {
    let mut session = session();
    open(&mut session, "");
    let (sheet, _) = drawn(&mut session, WIDTH, HEIGHT);
    let chosen = session.choose(0).expect("a month to choose");
    let page = open(&mut session, &chosen);
    assert_eq!(page.address, chosen);
    assert!(session.month_step(1).is_some_and(|address| address != chosen));

    open(&mut session, "?month=2024-11");
    assert_eq!(session.month_step(-1).as_deref(), Some("?month=2024-10"));
    session.draw(&sheet, 1.0, false).unwrap_or_else(fail);
    let zoomed = session.zoom(600.0, 300.0).expect("a stretch of time");
    let page = open(&mut session, &zoomed);
    assert!(page.zoomed && page.address == zoomed, "{zoomed}");
    assert_eq!(session.unzoom(), "?month=2024-11");
    session.draw(&sheet, 1.0, false).unwrap_or_else(fail);
    assert_eq!(session.zoom(300.0, 301.0), None, "too short a stretch");
    for (one, other) in [(f64::NAN, 5.0), (f64::INFINITY, f64::NEG_INFINITY), (-1e300, 1e300)] {
        if let Some(address) = session.zoom(one, other) {
            assert!(open(&mut session, &address).problems.is_empty(), "{address}");
            session.draw(&sheet, 1.0, false).unwrap_or_else(fail);
        }
    }

    // A step leads past months whose parts are not known, and never to one that is shown in their place.
    let mut address = "?chart=drivers&product=magnets&month=2025-12&compare=mom".to_owned();
    for _ in 0..3 {
        let page = open(&mut session, &address);
        assert!(page.problems.is_empty() && page.marks > 0, "{address}: {:?}", page.problems);
        let Some(before) = session.month_step(-1) else { break };
        assert!(before < address, "{before} is not before {address}");
        address = before;
    }

    open(&mut session, "?chart=season");
    session.draw(&sheet, 1.0, false).unwrap_or_else(fail);
    assert_eq!(session.zoom(100.0, 600.0), None, "no time to narrow");
    open(&mut session, "?chart=framing");
    assert_eq!(session.choose(0), None, "a comparison is no month");
}

#[wasm_bindgen_test]
fn controls_lead_to_addresses() {
    let mut session = session();
    open(&mut session, "?month=2024-11");
    assert_eq!(session.set("flow", "import"), "?flow=import&month=2024-11");
    assert_eq!(session.set("compare", "ytd"), "?month=2024-11&compare=ytd");
    assert_eq!(session.set("chart", "heat"), "?chart=heat&month=2024-11");
    for (name, value) in
        [("flow", "<script>"), ("nothing", "at all"), ("product", ""), ("compare", "\0")]
    {
        let address = session.set(name, value);
        assert_eq!(address, "?month=2024-11", "{name}={value}");
    }
}

#[wasm_bindgen_test]
fn the_point_a_reader_is_on_is_drawn_over_an_empty_canvas() {
    let mut session = session();
    for chart in charts() {
        let code = chart.code;
        open(&mut session, chart.example);
        drawn(&mut session, WIDTH, HEIGHT);
        let over = canvas(WIDTH, HEIGHT);
        session.highlight(&over, 1.0, false, 1).unwrap_or_else(fail);
        let drawn = pixels(&over);
        let painted = drawn.chunks(4).filter(|pixel| pixel[3] > 0).count();
        assert!((50..20_000).contains(&painted), "{code}: {painted} pixels");
        let here = point(&session, 1).expect("a point");
        let close = drawn
            .chunks(4)
            .enumerate()
            .filter(|(_, pixel)| pixel[3] > 0)
            .map(|(at, _)| ((at as u32 % WIDTH) as f64, (at as u32 / WIDTH) as f64))
            .any(|(x, y)| (x - here.x).hypot(y - here.y) < 40.0);
        assert!(close, "{code}: the ring is elsewhere");

        let none = canvas(WIDTH, HEIGHT);
        session.highlight(&none, 1.0, false, usize::MAX).unwrap_or_else(fail);
        assert!(pixels(&none).iter().all(|part| *part == 0));
    }
}

#[wasm_bindgen_test]
fn dark_is_drawn_in_its_own_colours() {
    let mut session = session();
    open(&mut session, "");
    let sheet = canvas(WIDTH, HEIGHT);
    session.draw(&sheet, 1.0, true).unwrap_or_else(fail);
    assert_eq!(pixel(&sheet, &pixels(&sheet), 799.0, 0.0), [0x13, 0x17, 0x1d, 255]);
}

#[wasm_bindgen_test]
fn twice_the_pixels_are_twice_the_chart() {
    let mut session = session();
    let page = open(&mut session, "");
    drawn(&mut session, WIDTH, HEIGHT);
    let places = |session: &Session| -> Vec<(f64, f64)> {
        let points = (0..page.marks).filter_map(|index| point(session, index));
        points.map(|point| (point.x, point.y)).collect()
    };
    let once = places(&session);
    let large = canvas(WIDTH * 2, HEIGHT * 2);
    session.draw(&large, 2.0, false).unwrap_or_else(fail);
    for (one, other) in once.iter().zip(places(&session)) {
        let away = (one.0 - other.0).abs().max((one.1 - other.1).abs());
        assert!(away < 2.5, "{one:?} and {other:?}");
    }
}

#[wasm_bindgen_test]
fn names_at_the_lines_fit_for_they_are_measured_as_they_are_set() {
    let mut session = session();
    for chart in ["balance", "season"] {
        open(&mut session, &format!("?chart={chart}&month=2024-12"));
        let (sheet, pixels) = drawn(&mut session, WIDTH, HEIGHT);
        // Bold words measured as regular ones would run over the edge.
        for y in 60..HEIGHT - 40 {
            let edge = pixel(&sheet, &pixels, f64::from(WIDTH) - 1.0, f64::from(y));
            let grid = edge.iter().all(|part| *part > 200);
            assert!(grid, "{chart}: something is cut off at {y}: {edge:?}");
        }
        let margin = (60..HEIGHT - 40).flat_map(|y| (WIDTH - 24..WIDTH - 4).map(move |x| (x, y)));
        let words = margin
            .filter(|(x, y)| pixel(&sheet, &pixels, f64::from(*x), f64::from(*y))[0] < 200)
            .count();
        assert!(words > 20, "{chart}: no name stands in the margin");
    }
}

#[wasm_bindgen_test]
fn canvases_of_no_or_absurd_size_are_borne() {
    let mut session = session();
    for chart in charts() {
        let code = chart.code;
        open(&mut session, chart.example);
        for (width, height) in [(0, 0), (1, 1), (0, 300), (300, 0), (5, 2000), (2000, 5), (60, 60)]
        {
            let sheet = canvas(width, height);
            // Refusing is an answer; falling over is not.
            let _ = session.draw(&sheet, 1.0, false);
            let _ = session.picture(&sheet, 1.0, true);
            let _ = session.highlight(&sheet, 1.0, false, 0);
            let _ = session.nearest(0.0, 0.0);
            let _ = session.zoom(0.0, f64::from(width));
            assert_eq!(xenotime::browser::last_panic(), None, "{code} on {width}×{height}");
        }
    }
}

#[wasm_bindgen_test]
fn absurd_ratios_are_borne() {
    let mut session = session();
    for chart in charts() {
        let code = chart.code;
        open(&mut session, chart.example);
        let sheet = canvas(300, 200);
        for ratio in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e9, 1e-9, 0.1] {
            let _ = session.draw(&sheet, ratio, false);
            let _ = session.highlight(&sheet, ratio, false, 2);
            let _ = session.picture(&sheet, ratio, false);
            assert_eq!(xenotime::browser::last_panic(), None, "{code} at {ratio}");
        }
        for (x, y) in [(f64::NAN, f64::NAN), (f64::INFINITY, 0.0), (-1e300, 1e300)] {
            let found = session.nearest(x, y);
            assert!(found.is_none_or(|index| point(&session, index).is_some()));
        }
    }
}

#[wasm_bindgen_test]
fn files_hold_the_view() {
    let mut session = session();
    open(&mut session, "?month=2024-11&compare=mom");
    let svg = session.svg(960, 600, false);
    assert!(svg.starts_with("<svg ") && svg.trim_end().ends_with("</svg>"));
    assert!(svg.contains("fell 7.1% month on month to 4,416 t in Nov 2024"));
    let csv = session.csv();
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    assert!(rows.headers().expect("a head").iter().any(|name| name == "export_t"));
    let month = rows.records().map(|row| row.expect("a row")).find(|row| &row[0] == "2024-11");
    assert_eq!(month.expect("the month").get(1), Some("4416"));
    for (width, height) in [(0, 0), (1, 1), (u32::MAX, u32::MAX)] {
        assert!(session.svg(width, height, true).contains("</svg>"));
    }
}

#[wasm_bindgen_test]
fn a_broken_bundle_is_refused_with_the_place_of_the_slip() {
    let broken = OBSERVATIONS.replacen(",4416,", ",four,", 1);
    assert_ne!(broken, OBSERVATIONS);
    let line = broken.lines().position(|line| line.contains(",four,")).map_or(0, |line| line + 1);
    let told =
        Session::new(&broken, SOURCES, PRODUCTS, EVENTS, DATASET, PARTNERS).err().map(message);
    let told = told.expect("a refusal");
    assert!(told.contains(&format!("observations.csv:{line}")), "{told}");
    assert!(told.contains("column value") && told.contains("four"), "{told}");
    for (observations, sources) in [("", SOURCES), (OBSERVATIONS, ""), ("\0\u{feff}", "<html>")] {
        assert!(Session::new(observations, sources, PRODUCTS, EVENTS, DATASET, PARTNERS).is_err());
    }
    assert_eq!(xenotime::browser::last_panic(), None);
}

#[wasm_bindgen_test]
fn what_an_address_cannot_mean_is_told() {
    let mut session = session();
    let page = open(&mut session, "?chart=pie&month=<script>&product=%3Cimg%3E&flow=");
    assert_eq!(page.problems.len(), 4, "{:?}", page.problems);
    assert_eq!(page.address, "");
    assert!(
        page.fragments
            .iter()
            .all(|part| !part.html.contains("<script") && !part.html.contains("<img"))
    );
}

#[derive(Deserialize)]
struct Answer {
    places: Vec<(usize, usize)>,
    verdicts: Vec<String>,
}

#[derive(Deserialize)]
struct Details {
    findings: Vec<Finding>,
}

#[derive(Deserialize)]
struct Finding {
    start: usize,
    end: usize,
    text: String,
    verdict: String,
}

fn checked(text: &str, date: &str) -> CheckedStory {
    let checker = StoryChecker::new(OBSERVATIONS, SOURCES, PRODUCTS, EVENTS, DATASET, PARTNERS)
        .unwrap_or_else(fail);
    checker.check(text, date)
}

fn answered(story: &CheckedStory) -> Answer {
    serde_wasm_bindgen::from_value(story.answer().unwrap_or_else(fail)).expect("an answer")
}

#[wasm_bindgen_test]
fn a_story_is_checked_and_its_figures_are_where_strings_have_them() {
    let text = "😀! China’s rare earth exports fell 7.1% in November to 4,146 tons.";
    let story = checked(text, "2024-12-07");
    let answer = answered(&story);
    let units: Vec<u16> = text.encode_utf16().collect();
    assert_eq!(answer.verdicts, ["supported", "contradicted"]);
    let details = story.details(vec![0, 1, 2]).unwrap_or_else(fail);
    let details: Details = serde_wasm_bindgen::from_value(details).expect("findings");
    assert!(details.findings.iter().map(|one| &one.verdict).eq(&answer.verdicts));
    for (finding, (from, to)) in details.findings.iter().zip(&answer.places) {
        assert_eq!(text.get(finding.start..finding.end), Some(finding.text.as_str()));
        let same = String::from_utf16(&units[*from..*to]).expect("whole characters");
        assert_eq!(same, finding.text);
    }
    assert!(story.markdown("", "").contains("4,146 tons"));
}

#[wasm_bindgen_test]
fn no_story_stops_the_checker() {
    for text in ["", "\0", "\u{feff}\u{202e}", "<", "<!--", "9".repeat(400).as_str(), "-.-.%%$$"] {
        for date in ["", "2024", "nonsense", "9999-99-99", "😀😀"] {
            assert!(answered(&checked(text, date)).verdicts.is_empty(), "{text:?} on {date:?}");
        }
    }
    assert_eq!(xenotime::browser::last_panic(), None);
}
