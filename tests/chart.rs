//! The drawing: whole at every size, the same on every backend, and readable under the pointer.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use plotters_backend::BackendCoord;
use plotters_backend::text_anchor::HPos;
use xenotime::charts::{
    ChartKind, Graph, Layer, Mark, Query, Tone, Weight, XAxis, YAxis, title_block, view,
};
use xenotime::drawing::{
    AnySurface, Drawn, Ink, Painter, Palette, PlotLayout, Section, Setting, Spot, Surface,
    SurfaceError, SvgOptions, draw, highlight, natural_height, svg,
};
use xenotime::trade::{Dataset, Figure, Flow, Month, Observation, Unit};

mod common;
use common::{bundled_whole, has_example, own_file, period, rare_earths};

/// From nothing to a wall; below 50 pixels the file is made 50 wide or high.
const SIZES: [(u32, u32); 5] = [(0, 0), (200, 150), (358, 330), (848, 440), (2000, 900)];

/// A surface that keeps what is drawn on it, or refuses.
#[derive(Default)]
struct Recorder {
    size: (u32, u32),
    refuses: bool,
    section: Section,
    drawn: std::rc::Rc<std::cell::RefCell<Tally>>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Tally {
    paths: usize,
    fills: usize,
    discs: usize,
    polygons: usize,
    /// The points of the longest path.
    longest: usize,
    words: Vec<String>,
    /// Words over the plot and of the key, with their left and right end and their baseline.
    labels: Vec<(String, f64, f64, f64)>,
    /// Names of panels, likewise.
    names: Vec<(String, f64, f64, f64)>,
    /// The lines of events: from which point to which.
    events: Vec<[BackendCoord; 2]>,
    /// The names of events and the words of ticks, likewise.
    event_names: Vec<(String, f64, f64, f64)>,
    ticks: Vec<(String, f64, f64, f64)>,
    /// The strokes of lines.
    strokes: Vec<[BackendCoord; 2]>,
    /// Lines from words to their points.
    leaders: Vec<[BackendCoord; 2]>,
}

impl Recorder {
    fn note(&mut self, write: impl FnOnce(&mut Tally)) -> Drawn {
        if self.refuses {
            return Err(SurfaceError("no ink".to_owned()));
        }
        write(&mut self.drawn.borrow_mut());
        Ok(())
    }
}

impl Surface for Recorder {
    fn size(&self) -> (u32, u32) {
        self.size
    }
    fn fill(&mut self, _: BackendCoord, _: BackendCoord, _: Ink) -> Drawn {
        self.note(|tally| tally.fills += 1)
    }
    fn path(&mut self, points: Vec<BackendCoord>, _: Ink) -> Drawn {
        let event = self.section == Section::Events;
        let (data, label) = (self.section == Section::Data, self.section == Section::Labels);
        self.note(|tally| {
            tally.paths += 1;
            if data {
                tally.strokes.extend(points.windows(2).map(|pair| [pair[0], pair[1]]));
            }
            if let ([from, to], true) = (&points[..], label) {
                tally.leaders.push([*from, *to]);
            }
            // A tick is as long as a letter is high.
            if let ([from, to], true) = (&points[..], event)
                && (from.1 - to.1).abs() > 20
            {
                tally.events.push([*from, *to]);
            }
            tally.longest = tally.longest.max(points.len());
        })
    }
    fn disc(&mut self, _: BackendCoord, _: u32, _: Ink) -> Drawn {
        self.note(|tally| tally.discs += 1)
    }
    fn polygon(&mut self, _: Vec<BackendCoord>, _: Ink) -> Drawn {
        self.note(|tally| tally.polygons += 1)
    }
    fn section(&mut self, section: Section) {
        self.section = section;
    }
    fn text(&mut self, text: &str, (x, y): BackendCoord, setting: Setting<'_>) -> Drawn {
        let label = matches!(self.section, Section::Labels | Section::Key);
        let events = self.section == Section::Events;
        let axes = self.section == Section::Axes;
        let (left, width) = (f64::from(x), self.width(text, setting));
        self.note(|tally| {
            tally.words.push(text.to_owned());
            let place = (text.to_owned(), left, left + width, f64::from(y));
            if label {
                tally.labels.push(place);
            } else if events {
                tally.event_names.push(place);
            } else if axes && setting.bold {
                tally.names.push(place);
            } else if axes && matches!(setting.anchor, HPos::Left) {
                tally.ticks.push(place);
            }
        })
    }
    fn width(&self, text: &str, setting: Setting<'_>) -> f64 {
        text.chars().count() as f64 * setting.size * 0.6
    }
    fn finish(&mut self) -> Drawn {
        self.note(|_| ())
    }
}

fn graph(search: &str) -> Graph {
    view(&bundled_whole(), &Query::parse(search).0).graph
}

fn picture(graph: &Graph, (width, height): (u32, u32)) -> String {
    let title = "<Title & \"all\">".to_owned();
    svg(graph, &SvgOptions { width, height, palette: Palette::LIGHT, title_block: None, title })
}

/// The values of an attribute, as written.
fn attributes<'a>(svg: &'a str, name: &str) -> Vec<&'a str> {
    let pattern = format!(" {name}=\"");
    svg.split(&pattern).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

fn tags_balance(svg: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    for tag in svg.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()) {
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
        if tag.starts_with('/') {
            if open.pop() != Some(name) {
                return false;
            }
        } else if !tag.ends_with('/') {
            open.push(name);
        }
    }
    open.is_empty()
}

/// A chart of what it has something to show of.
fn telling(chart: ChartKind) -> Graph {
    graph(chart.record().example)
}

#[test]
fn every_chart_is_whole_at_every_size() {
    for chart in ChartKind::ALL.into_iter().filter(|chart| has_example(chart.code())) {
        let graph = telling(chart);
        for size in SIZES {
            let svg = picture(&graph, size);
            assert!(tags_balance(&svg), "{chart:?} {size:?}");
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{chart:?} {size:?}");
            assert!(svg.contains("<title>&lt;Title &amp; &quot;all&quot;&gt;</title>"));
            let points = attributes(&svg, "points");
            assert!(chart.code() == "heat" || !points.is_empty(), "{chart:?} {size:?}");
            let (right, bottom) = (f64::from(size.0) + 2.0, f64::from(size.1) + 2.0);
            for pair in points.iter().flat_map(|points| points.split_whitespace()) {
                let (x, y) = pair.split_once(',').unwrap();
                let (x, y): (f64, f64) = (x.parse().unwrap(), y.parse().unwrap());
                let within = (-2.0..=right).contains(&x) && (-2.0..=bottom).contains(&y);
                assert!(within || size.0 < 300, "{chart:?} {size:?}: {pair}");
            }
            for size in attributes(&svg, "font-size") {
                assert!(size.parse::<f64>().unwrap() >= 12.0, "{chart:?}: {size}");
            }
        }
    }
}

#[test]
fn absurd_sizes_are_borne_with_title_and_source() {
    let dataset = bundled_whole();
    for chart in ChartKind::ALL {
        let view = view(&dataset, &Query::parse(chart.record().example).0);
        for (size, ratio) in [((0, 0), 1.0), ((1, 1), 1.0), ((5, 2000), 1.0), ((300, 200), 16.0)] {
            let recorder = Recorder { size, ..Recorder::default() };
            let pen = Painter::new(AnySurface::new(recorder), ratio, Palette::LIGHT);
            draw(&pen, &view.graph, Some(&title_block(&dataset, &view))).unwrap();
        }
    }
}

#[test]
fn a_file_stands_alone() {
    let dataset = bundled_whole();
    let view = view(&dataset, &Query::parse("?month=2024-11&compare=mom").0);
    for palette in [Palette::LIGHT, Palette::DARK] {
        let svg = svg(
            &view.graph,
            &SvgOptions {
                width: 760,
                height: 520,
                palette,
                title_block: Some(title_block(&dataset, &view)),
                title: view.headline.clone(),
            },
        );
        for words in ["fell 7.1%", "4,416 t", "Tonnes a month", "Chinese customs"] {
            assert!(svg.contains(words), "{words}");
        }
    }
}

#[test]
fn a_file_names_its_groups_and_keeps_a_margin() {
    let dataset = bundled_whole();
    let view = view(&dataset, &Query::default());
    let title_block = Some(title_block(&dataset, &view));
    let options = |title_block| SvgOptions {
        width: 760,
        height: 520,
        palette: Palette::LIGHT,
        title_block,
        title: view.headline.clone(),
    };
    let svg_alone = svg(&view.graph, &options(title_block));
    assert_eq!(
        attributes(&svg_alone, "id"),
        ["title", "axes", "events", "data", "labels", "source"]
    );
    for x in attributes(&svg_alone, "x").iter().skip(1) {
        let x: f64 = x.parse().unwrap();
        assert!((24.0..=736.0).contains(&x), "{x}");
    }
    for words in [">Xenotime<", "Apr 2025: licences", "Data compiled on 25 November 2026."] {
        assert!(svg_alone.contains(words), "{words}");
    }
    // A page may hold several drawings, and names are for one.
    assert!(attributes(&svg(&view.graph, &options(None)), "id").is_empty());
}

#[test]
fn no_label_covers_another() {
    for chart in ChartKind::ALL {
        let graph = telling(chart);
        for size in [(358, 330), (848, 440)] {
            let recorder = Recorder { size, ..Recorder::default() };
            let drawn = recorder.drawn.clone();
            let pen = Painter::new(AnySurface::new(recorder), 1.0, Palette::LIGHT);
            draw(&pen, &graph, None).unwrap();
            let labels = drawn.take().labels;
            for (index, (one, left, right, baseline)) in labels.iter().enumerate() {
                assert!(*left >= 0.0 && *right <= f64::from(size.0) + 1.0, "{chart:?} {one}");
                for (other, from, to, below) in &labels[index + 1..] {
                    let apart = right <= from || to <= left || (baseline - below).abs() >= 14.0;
                    assert!(apart, "{chart:?} {size:?}: {one} covers {other}");
                }
            }
        }
    }
}

#[test]
fn words_of_two_lines_over_one_another_stand_as_the_lines_do() {
    for (search, [upper, lower]) in [
        ("?chart=mirror", ["China’s", "Partner’s"]),
        ("?chart=mirror&month=2024-11", ["China’s", "Partner’s"]),
        ("?chart=mirror&partner=USA", ["China’s", "Partner’s"]),
    ] {
        let graph = graph(search);
        for (width, height) in [(750, 228), (712, 400), (340, 300), (358, 330), (848, 440)] {
            let labels = drawn(&graph, (width, height)).labels;
            let place = |name: &str| {
                let own = labels.iter().find(|label| label.0.starts_with(name));
                own.unwrap_or_else(|| panic!("{search}: no {name} in {labels:?}")).3
            };
            let at = |tone: Tone| {
                graph.labels.iter().find(|label| label.tone == tone).map(|label| label.at.1)
            };
            if at(Tone::Export) > at(Tone::Import) {
                assert!(place(upper) < place(lower), "{search} {width}x{height}: {labels:?}");
            }
        }
    }
}

/// What is drawn of a graph in so many pixels.
fn drawn(graph: &Graph, size: (u32, u32)) -> Tally {
    let recorder = Recorder { size, ..Recorder::default() };
    let drawn = recorder.drawn.clone();
    let pen = Painter::new(AnySurface::new(recorder), 1.0, Palette::LIGHT);
    draw(&pen, graph, None).unwrap();
    drawn.take()
}

#[test]
fn labels_keep_off_the_words_of_axes_the_names_of_panels_and_the_lines_of_events() {
    let (mut names, mut events) = (0, 0);
    for (chart, width) in ChartKind::ALL.into_iter().flat_map(|one| [(one, 358), (one, 848)]) {
        let graph = telling(chart);
        let height = natural_height(&graph, f64::from(width)).round() as u32;
        let found = drawn(&graph, (width, height));
        names += found.names.len();
        events += found.events.len();
        for (label, left, right, baseline) in &found.labels {
            for (name, from, to, below) in found.names.iter().chain(&found.ticks) {
                let apart = right <= from || to <= left || (baseline - below).abs() >= 12.0;
                assert!(apart, "{chart:?} {width}: {label} covers {name}");
            }
            for [(x, top), (_, bottom)] in &found.events {
                let (x, top, bottom) = (f64::from(*x), f64::from(*top), f64::from(*bottom));
                let apart = x < *left || *right < x || *baseline < top || bottom < baseline - 11.0;
                assert!(apart, "{chart:?} {width}: {label} stands across an event’s line");
            }
        }
    }
    assert!(names > 10 && events > 10, "{names} names, {events} lines");
}

/// Whether two strokes cross.
fn cross(one: [BackendCoord; 2], other: [BackendCoord; 2]) -> bool {
    let side = |[from, to]: [BackendCoord; 2], at: BackendCoord| {
        i64::from(to.0 - from.0) * i64::from(at.1 - from.1)
            - i64::from(to.1 - from.1) * i64::from(at.0 - from.0)
    };
    let parts = |by: [BackendCoord; 2], [begin, end]: [BackendCoord; 2]| {
        side(by, begin).signum() * side(by, end).signum() < 0
    };
    parts(one, other) && parts(other, one)
}

#[test]
fn on_a_phone_words_far_from_their_point_are_led_to_it_across_no_more_than_a_line() {
    for search in ["?product=metals&measure=value", "?product=metals&measure=value&month=2024-11"] {
        let graph = graph(search);
        for width in [312, 340, 358, 382] {
            let found = drawn(&graph, (width, natural_height(&graph, f64::from(width)) as u32));
            for leader in found.leaders {
                let crossed = found.strokes.iter().filter(|stroke| cross(leader, **stroke));
                let crossed = crossed.collect::<Vec<_>>();
                assert!(crossed.len() < 2, "{search} {width}: {leader:?} crosses {crossed:?}");
            }
        }
    }
}

#[test]
fn where_there_is_room_a_label_lies_on_no_line_and_on_no_end_of_a_range() {
    let mut strokes = 0;
    for month in ["2022-06", "2023-03", "2024-11", "2026-02"] {
        let graph = graph(&format!("?chart=expectation&month={month}"));
        let size = (848, natural_height(&graph, 848.0).round() as u32);
        let labels = drawn(&graph, size).labels;
        assert!(!labels.is_empty(), "{month}");
        let svg = picture(&graph, size);
        let lines = attributes(&svg, "points");
        for line in &lines {
            let places = line.split_whitespace().filter_map(|pair| {
                let (x, y) = pair.split_once(',')?;
                Some((x.parse::<f64>().ok()?, y.parse::<f64>().ok()?))
            });
            let places: Vec<_> = places.collect();
            // Grids are of two places.
            for pair in places.windows(2).filter(|_| places.len() > 2) {
                strokes += 1;
                for (label, left, right, baseline) in &labels {
                    let on = |share: f64| {
                        let x = pair[0].0 + (pair[1].0 - pair[0].0) * share;
                        let y = pair[0].1 + (pair[1].1 - pair[0].1) * share;
                        *left < x && x < *right && *baseline - 9.0 < y && y < *baseline
                    };
                    let covered = (0..=20).any(|step| on(f64::from(step) / 20.0));
                    assert!(!covered, "{month}: {label} lies on a line at {pair:?}");
                }
            }
        }
    }
    assert!(strokes > 500, "{strokes} strokes");
}

#[test]
fn the_words_of_axes_over_one_another_keep_apart() {
    let graph = telling(ChartKind::parse("decomposition").unwrap());
    for width in [288, 358, 848] {
        let height = natural_height(&graph, f64::from(width)).round() as u32;
        let Tally { mut ticks, names, .. } = drawn(&graph, (width, height));
        assert!(ticks.len() > 8, "{ticks:?}");
        ticks.sort_by(|one, other| one.3.total_cmp(&other.3));
        for pair in ticks.windows(2) {
            assert!(pair[1].3 - pair[0].3 >= 14.0, "{width}: {pair:?}");
        }
        // A highest one beside its panel’s name would be read as of the panel above.
        for (tick, name) in ticks.iter().flat_map(|tick| names.iter().map(move |name| (tick, name)))
        {
            assert!((tick.3 - name.3).abs() >= 14.0, "{width}: {tick:?} {name:?}");
        }
    }
}

#[test]
fn the_mark_stands_beside_the_last_line_and_no_headline_ends_in_a_single_word() {
    let dataset = bundled_whole();
    for (chart, width) in ChartKind::ALL.into_iter().flat_map(|one| [(one, 288), (one, 1080)]) {
        let view = view(&dataset, &Query::parse(chart.record().example).0);
        let recorder = Recorder { size: (width, 1400), ..Recorder::default() };
        let drawn = recorder.drawn.clone();
        let pen = Painter::new(AnySurface::new(recorder), 1.0, Palette::LIGHT);
        draw(&pen, &view.graph, Some(&title_block(&dataset, &view))).unwrap();
        let words = drawn.take().words;
        let last = words.iter().rev().nth(1).unwrap();
        let (room, letter) = (f64::from(width) - 48.0, 12.0 * 0.6);
        let taken = (last.chars().count() + "Xenotime".len()) as f64 * letter;
        assert!(taken <= room, "{chart:?} {width}: the mark stands on {last}");
        let mut headline = Vec::new();
        while headline.join(" ") != view.headline {
            headline.push(words[headline.len()].as_str());
        }
        if let [.., before, last] = headline[..] {
            let [before, last] = [before, last].map(|line| line.chars().count());
            assert!(last * 3 > before, "{chart:?} {width}: {headline:?}");
        }
        for pair in headline.windows(2) {
            let month = pair[0].rsplit(' ').next().unwrap();
            let year = pair[1].get(..4).and_then(|year| year.parse::<u16>().ok());
            let parted = year.is_some() && month.starts_with(char::is_uppercase);
            assert!(!parted, "{chart:?} {width}: {headline:?}");
        }
    }
}

#[test]
fn a_figure_that_nobody_revised_stands_above_a_zero() {
    let flat = graph("?chart=history&month=2023-09");
    let YAxis::Amount(ticks, _) = &flat.y else { panic!("an amount") };
    assert_eq!(ticks.first(), Some(&0.0), "{ticks:?}");
}

#[test]
fn months_of_a_narrow_calendar_are_left_out_evenly() {
    for (chart, width) in [("season", 200), ("season", 240), ("season", 288), ("cumulative", 240)] {
        let words = drawn(&graph(&format!("?chart={chart}&month=2024-11")), (width, 330)).words;
        let letters: String =
            words.iter().filter(|word| word.chars().count() == 1).cloned().collect();
        let letters = letters.trim_start_matches('0');
        let even = ["JFMAMJJASOND", "JMMJSN", "JAJO", "JMS", "JJ"];
        assert!(even.contains(&letters), "{chart} {width}: {letters}");
    }
}

#[test]
fn a_percent_axis_has_two_ticks_however_narrow() {
    let of_percent = |search: &str| {
        let words = drawn(&graph(search), (358, 330)).words;
        let numbers = |word: &&String| {
            let bare = word.trim_start_matches(['+', '−']).strip_suffix('%');
            bare.is_some_and(|bare| bare.bytes().all(|byte| byte.is_ascii_digit()))
        };
        words.iter().filter(numbers).count()
    };
    for search in ["?chart=framing&month=2024-11", "?chart=prices&month=2025-12"] {
        assert!(of_percent(search) >= 2, "{search}");
    }
}

#[test]
fn long_names_stand_above_their_bars_in_a_narrow_chart() {
    let graph = graph("?chart=prices&month=2025-12");
    for width in [288, 358] {
        let height = natural_height(&graph, f64::from(width)).round() as u32;
        let placed = {
            let recorder = Recorder { size: (width, height), ..Recorder::default() };
            let pen = Painter::new(AnySurface::new(recorder), 1.0, Palette::LIGHT);
            draw(&pen, &graph, None).unwrap()
        };
        let plot = placed.plot;
        assert!(plot.right - plot.left > f64::from(width) * 0.55, "{plot:?}");
        let words = drawn(&graph, (width, height)).words.join(" ");
        let YAxis::Rows(rows) = &graph.y else { panic!("prices are rows") };
        for row in rows {
            assert!(words.contains(&row.name), "{width}: {} is cut", row.name);
        }
    }
}

#[test]
fn a_map_names_the_headlines_country_however_narrow() {
    let graph = graph("?chart=map&product=magnets&month=2025-12");
    for width in [288, 358, 848] {
        let height = natural_height(&graph, f64::from(width)).round() as u32;
        let words = drawn(&graph, (width, height)).words.join(" ");
        let named = ["Germany", "18.6%"].iter().all(|part| words.contains(part));
        assert!(named, "{width}: {words}");
    }
}

#[test]
fn names_beside_their_bars_take_the_lines_they_need() {
    for search in ["?chart=framing&month=2024-11", "?chart=effects&event=2025-04-04"] {
        let graph = graph(search);
        let height = natural_height(&graph, 288.0).round() as u32;
        let words = drawn(&graph, (288, height)).words;
        assert!(!words.iter().any(|word| word.ends_with('…')), "{search}: {words:?}");
    }
}

#[test]
fn the_words_of_a_point_at_the_edge_stand_beside_it() {
    let graph = graph("?chart=unit-value");
    for width in [288, 358, 848, 1080] {
        let height = natural_height(&graph, f64::from(width)).round() as u32;
        let recorder = Recorder { size: (width, height), ..Recorder::default() };
        let drawn = recorder.drawn.clone();
        let pen = Painter::new(AnySurface::new(recorder), 1.0, Palette::LIGHT);
        let placed = draw(&pen, &graph, None).unwrap();
        let point = placed.spot(&graph, graph.first.unwrap()).unwrap();
        let labels = drawn.take().labels;
        let away = labels.iter().map(|(_, left, _, baseline)| {
            (left - point.x).max(0.0).hypot(baseline - 4.0 - point.y)
        });
        let nearest = away.fold(f64::INFINITY, f64::min);
        assert!(nearest < 30.0, "{width}: {nearest} pixels");
    }
}

#[test]
fn every_backend_gets_the_same_drawing() {
    let graph = graph("?month=2024-11&chart=season");
    let tally = |ratio: f64| {
        let size = ((800.0 * ratio) as u32, (440.0 * ratio) as u32);
        let recorder = Recorder { size, ..Recorder::default() };
        let drawn = recorder.drawn.clone();
        draw(&Painter::new(AnySurface::new(recorder), ratio, Palette::DARK), &graph, None).unwrap();
        // Where words and lines stand is counted in the backend's pixels.
        let Tally { paths, fills, discs, polygons, longest, words, .. } = drawn.take();
        Tally { paths, fills, discs, polygons, longest, words, ..Tally::default() }
    };
    let plain = tally(1.0);
    assert!(plain.paths > 10 && plain.polygons == 1 && plain.words.contains(&"2024".to_owned()));
    assert_eq!(tally(2.0), plain, "sharper, not other");
    let svg = picture(&graph, (800, 440));
    assert_eq!(svg.matches("<polyline").count(), plain.paths);
    assert_eq!(svg.matches("<text").count(), plain.words.len());
}

#[test]
fn a_surface_that_refuses_is_an_error() {
    let recorder = Recorder { size: (400, 300), refuses: true, ..Recorder::default() };
    let pen = Painter::new(AnySurface::new(recorder), 1.0, Palette::LIGHT);
    assert!(draw(&pen, &graph(""), None).is_err());
}

fn placed(graph: &Graph) -> PlotLayout {
    let recorder = Recorder { size: (800, 440), ..Recorder::default() };
    draw(&Painter::new(AnySurface::new(recorder), 1.0, Palette::LIGHT), graph, None).unwrap()
}

#[test]
fn the_pointer_finds_each_point_where_it_was_drawn() {
    for chart in ChartKind::ALL {
        let graph = telling(chart);
        let placed = placed(&graph);
        for index in 0..graph.marks.len() {
            let spot = placed.spot(&graph, index).unwrap();
            assert!(placed.plot.contains(spot.x, spot.y), "{chart:?} {spot:?}");
            let found = placed.nearest(&graph, spot.x, spot.y).unwrap();
            let there = placed.spot(&graph, found).unwrap();
            assert!((there.x - spot.x).abs() < 1.0 && (there.y - spot.y).abs() < 1.0, "{chart:?}");
        }
        for wild in [f64::NAN, f64::INFINITY, -1e9, 1e9] {
            let _ = placed.nearest(&graph, wild, wild);
        }
    }
}

/// A line through many points, each of which can be pointed at.
fn long(count: i32) -> Graph {
    let points: Vec<(f64, f64)> =
        (0..count).map(|index| (f64::from(index), f64::from(index * 7919 % 1000) * 0.1)).collect();
    let axis = XAxis::Months(Month::from_index(0), Month::from_index(count - 1));
    let mut graph = Graph::new(axis, YAxis::Amount(vec![0.0, 50.0, 100.0], Unit::TONNE));
    let mark = |at: &(f64, f64)| Mark { at: *at, ..Mark::default() };
    graph.marks = points.iter().map(mark).collect();
    graph.layers.push(Layer::Line { runs: vec![points], tone: Tone::Main, weight: Weight::Plain });
    graph
}

#[test]
fn a_long_line_is_drawn_with_what_the_pixels_show() {
    let recorder = Recorder { size: (800, 440), ..Recorder::default() };
    let drawn = recorder.drawn.clone();
    let graph = long(100_000);
    draw(&Painter::new(AnySurface::new(recorder), 1.0, Palette::LIGHT), &graph, None).unwrap();
    let longest = drawn.borrow().longest;
    assert!((1_000..=4 * 800).contains(&longest), "{longest}");
}

#[test]
fn the_nearest_of_many_is_the_nearest_of_all() {
    let graph = long(20_000);
    let placed = placed(&graph);
    let spots: Vec<Spot> = (0..20_000).map(|at| placed.spot(&graph, at).unwrap()).collect();
    for step in 0..200 {
        let (x, y) = (f64::from(step) * 4.3 - 20.0, f64::from(step * 53 % 440));
        let across = |at: usize| (spots[at].x - x).abs();
        let down = |at: usize| (spots[at].y - y).abs();
        let least = (0..20_000).map(across).fold(f64::INFINITY, f64::min);
        let column = (0..20_000).filter(|at| across(*at) - least < 0.75);
        let expected = column.min_by(|one, other| down(*one).total_cmp(&down(*other)));
        assert_eq!(placed.nearest(&graph, x, y), expected, "{x} {y}");
    }
}

#[test]
fn a_place_on_a_time_axis_is_a_month() {
    let placed = placed(&graph("?month=2024-11"));
    let months: Vec<f64> =
        (0..80).map(|step| placed.month_at(f64::from(step) * 10.0).unwrap()).collect();
    assert!(months.windows(2).all(|pair| pair[0] <= pair[1]));
    assert_eq!(placed.month_at(-1e9), Some(months[0]));
    assert_eq!(self::placed(&graph("?chart=season")).month_at(100.0), None);
}

#[test]
fn the_readers_point_is_marked() {
    let graph = graph("");
    let placed = placed(&graph);
    let recorder = Recorder { size: (800, 440), ..Recorder::default() };
    let drawn = recorder.drawn.clone();
    let pen = Painter::new(AnySurface::new(recorder), 1.0, Palette::LIGHT);
    highlight(&pen, &graph, &placed, 3).unwrap();
    assert!(drawn.borrow().discs > 0);
    highlight(&pen, &graph, &placed, usize::MAX).unwrap();
}

/// A data set of one series, from months and values.
fn made(values: &[(&str, f64)]) -> Dataset {
    let mut dataset = bundled_whole();
    let observation = |(start, value): &(&str, f64)| Observation {
        key: rare_earths(Flow::Export),
        unit: Unit::TONNE,
        figure: Figure::reported(period(start, 1), *value, 0, vec![0]),
        line: 2,
    };
    dataset.take_observations();
    dataset.observe(values.iter().map(observation));
    dataset
}

#[test]
fn little_or_strange_data_draw_all_the_same() {
    for values in [
        &[][..],
        &[("2024-05", 7.0)],
        &[("2024-05", 0.0), ("2024-06", 0.0)],
        &[("2023-05", 9e14), ("2024-05", 1.0), ("2024-06", 9e14)],
    ] {
        let dataset = made(values);
        for chart in ChartKind::ALL {
            let view = view(&dataset, &Query { chart, ..Query::default() });
            let svg = picture(&view.graph, (400, 300));
            assert!(tags_balance(&svg) && !svg.contains("NaN"), "{chart:?} {values:?}");
        }
    }
}

/// Six series of which all end within a few percent, one of them two years before the others if `early`.
fn six(early: bool) -> Graph {
    let names = [
        "Germany",
        "the United Arab Emirates",
        "Korea",
        "Viet Nam",
        "Bosnia and Herzegovina",
        "United States of America and its outlying islands",
    ];
    let codes = ["DEU", "ARE", "KOR", "VNM", "BIH", "USA"];
    let partners: String =
        codes.iter().zip(names).map(|(code, name)| format!("{code},{name}\n")).collect();
    let row = |(place, code): (usize, &str), month: usize| {
        let value = 1000 + 3 * place + (month * 37 + place * 11) % 40;
        let (year, number) = (2019 + month / 12, month % 12 + 1);
        format!("{year}-{number:02},1,export,volume,goods,{code},{value},t")
    };
    let months = |place: usize| if early && place == 2 { 48 } else { 72 };
    let rows: Vec<String> = codes
        .into_iter()
        .enumerate()
        .flat_map(|one| (0..months(one.0)).map(move |month| row(one, month)))
        .collect();
    let data = own_file(("goods", "Goods"), &partners, &rows);
    let others = codes[1..].iter().map(|code| format!("export.goods.{code}.volume"));
    let address =
        format!("?chart=series&partner=DEU&with={}", others.collect::<Vec<_>>().join(","));
    view(&data, &Query::parse_over(&address, &data).0).graph
}

/// Six series of two partners and three goods, with the events of their years.
const SIX: &str = "?chart=series&product=magnets&with=export.rare-earths.WLD.volume,import.rare-earths.WLD.volume,export.magnets.USA.volume,export.magnets.JPN.volume,export.magnets.DEU.volume";

#[test]
fn no_name_of_an_event_stands_over_the_words_of_an_axis() {
    let mut seen = 0;
    let examples = ChartKind::ALL.into_iter().filter(|chart| has_example(chart.code()));
    let addresses = examples.map(|chart| chart.record().example).chain([SIX, ""]);
    for address in addresses {
        let graph = graph(address);
        for width in (320..=1280).step_by(35) {
            for height in [330, 440] {
                let tally = drawn(&graph, (width, height));
                seen += tally.event_names.len();
                for (name, left, right, y) in &tally.event_names {
                    for (other, from, to, under) in tally.ticks.iter().chain(&tally.names) {
                        let apart = right <= from || to <= left || (y - under).abs() >= 13.0;
                        assert!(apart, "{name} covers {other} at {width} by {height}: {address}");
                    }
                }
            }
        }
    }
    assert!(seen > 100, "{seen} names of events");
}

#[test]
fn each_of_six_close_series_is_named_once_at_every_size() {
    for early in [false, true] {
        let graph = six(early);
        let names: Vec<&str> = graph.labels.iter().map(|label| label.text.as_str()).collect();
        assert_eq!(names.len(), 6, "{names:?}");
        for width in (320..=1280).step_by(40) {
            for height in [260, 330, 440, 700] {
                let tally = std::rc::Rc::<std::cell::RefCell<Tally>>::default();
                let surface =
                    Recorder { size: (width, height), drawn: tally.clone(), ..Recorder::default() };
                let pen = Painter::new(AnySurface::new(surface), 1.0, Palette::LIGHT);
                draw(&pen, &graph, None).unwrap();
                let tally = tally.borrow();
                let words = tally.words.join(" ");
                let at = format!("{width} by {height}: {words}");
                for name in &names {
                    assert_eq!(words.matches(name).count(), 1, "{name} at {at}");
                }
                for (place, (one, left, right, y)) in tally.labels.iter().enumerate() {
                    assert!(*left >= 0.0 && *right <= f64::from(width) + 1.0, "{one} at {at}");
                    for (other, from, to, under) in &tally.labels[..place] {
                        let apart = right <= from || to <= left || (y - under).abs() >= 13.0;
                        assert!(apart, "{one} covers {other} at {at}");
                    }
                }
            }
        }
    }
}
