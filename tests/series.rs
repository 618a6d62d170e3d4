//! Several series on one chart: what is joined and transformed, what is left out and why, and the same
//! figures as they were known on a date.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod common;

use std::collections::BTreeSet;

use common::recorder::script;
use common::{bundled_whole, by_partner, own_file, period, rare_earths};
use xenotime::charts::{Layer, Query, Scale, Swatch, Tone, View, YAxis, open, page, start, view};
use xenotime::trade::{Dataset, Figure, Flow, Language, Status, last_day};

fn shown(dataset: &Dataset, address: &str) -> View {
    let (query, problems) = Query::parse_over(address, dataset);
    assert!(problems.is_empty(), "{problems:?}");
    view(dataset, &query)
}

/// What the table has in a row and a column, by their names in a file.
fn cell(view: &View, period: &str, column: &str) -> String {
    let place = view.table.columns.iter().position(|one| one.name == column);
    let names = || view.table.columns.iter().map(|one| one.name.as_str()).collect::<Vec<_>>();
    let place = place.unwrap_or_else(|| panic!("{column} is none of {:?}", names()));
    let row = view.table.rows.iter().find(|row| row.cells[0].plain == period);
    row.unwrap_or_else(|| panic!("no row {period}")).cells[place].plain.clone()
}

const EXPORTS: &str = "export_rare-earths_WLD_volume";
const IMPORTS: &str = "import_rare-earths_WLD_volume";

#[test]
fn exports_and_imports_have_their_colours_in_any_order() {
    let tones = |address: &str| -> Vec<Tone> {
        let view = shown(&bundled_whole(), address);
        let lines = view.graph.layers.iter().filter_map(|layer| match layer {
            Layer::Line { tone, .. } => Some(*tone),
            _ => None,
        });
        lines.collect()
    };
    let (exports, imports) = ("export.rare-earths.WLD.volume", "import.rare-earths.WLD.volume");
    let series = "?chart=series&product=rare-earths&measure=volume";
    let [first, second] = [Tone::Line(0), Tone::Line(1)];
    assert_eq!(tones(&format!("{series}&flow=export&with={imports}")), [first, second]);
    assert_eq!(tones(&format!("{series}&flow=import&with={exports}")), [second, first]);
    let magnets = "export.magnets.WLD.volume";
    assert_eq!(tones(&format!("{series}&flow=export&with={magnets}")), [first, second]);
}

#[test]
fn months_are_joined_before_they_are_held_against_anything() {
    let dataset = bundled_whole();
    let of = |rest: &str| shown(&dataset, &format!("?chart=series&month=2024-11{rest}"));
    // Reuters, 7 December 2024: 4,416 t, 4,753 t in October, 52,105 t in eleven months.
    let months = of("&with=import.rare-earths.WLD.volume");
    assert_eq!(cell(&months, "2024-11", &format!("{EXPORTS}_t")), "4416");
    assert_eq!(cell(&months, "2024-11", &format!("{IMPORTS}_t")), "11327");
    assert_eq!(months.headline, "Rare earths, November 2024: exports 4,416 t; imports 11,327 t");
    let to_date = of("&per=ytd");
    assert_eq!(cell(&to_date, "2024-01/2024-11", &format!("{EXPORTS}_t")), "52105");
    let change = of("&per=ytd&as=yoy");
    let percent: f64 =
        cell(&change, "2024-01/2024-11", &format!("{EXPORTS}_change_percent")).parse().unwrap();
    assert!((percent - 6.6).abs() < 0.05, "{percent}");
    let before = of("&as=previous");
    let percent: f64 =
        cell(&before, "2024-11", &format!("{EXPORTS}_change_percent")).parse().unwrap();
    assert!((percent + 7.1).abs() < 0.05, "{percent}");
    let index = of("&as=index&base=2024-10");
    assert_eq!(cell(&index, "2024-10", &format!("{EXPORTS}_index")), "100.00");
    assert_eq!(cell(&index, "2024-11", &format!("{EXPORTS}_index")), "92.91");
    // A quarter is the sum of its months, and its change that of the sums.
    let sum = |months: [&str; 3]| -> f64 {
        months
            .iter()
            .map(|month| cell(&of(""), month, &format!("{EXPORTS}_t")).parse::<f64>().unwrap())
            .sum()
    };
    let quarter = of("&per=quarter");
    let third: f64 = cell(&quarter, "2024-07/2024-09", &format!("{EXPORTS}_t")).parse().unwrap();
    let second = sum(["2024-04", "2024-05", "2024-06"]);
    assert!((third - sum(["2024-07", "2024-08", "2024-09"])).abs() < 0.05, "{third}");
    let change: f64 = cell(
        &of("&per=quarter&as=previous"),
        "2024-07/2024-09",
        &format!("{EXPORTS}_change_percent"),
    )
    .parse()
    .unwrap();
    assert!((change - (third / second - 1.0) * 100.0).abs() < 0.01, "{change}");
}

#[test]
fn joint_months_are_never_split_in_any_grouping() {
    let dataset = bundled_whole();
    for year in [2020, 2022, 2023] {
        let of = |per: &str| shown(&dataset, &format!("?chart=series&month={year}-02&per={per}"));
        let column = format!("{EXPORTS}_t");
        let joint: f64 =
            cell(&of("month"), &format!("{year}-01/{year}-02"), &column).parse().unwrap();
        let march: f64 = cell(&of("month"), &format!("{year}-03"), &column).parse().unwrap();
        let quarter: f64 =
            cell(&of("quarter"), &format!("{year}-01/{year}-03"), &column).parse().unwrap();
        // What was reported for just the quarter prevails over the sum.
        let own = dataset.series(&rare_earths(Flow::Export));
        let reported = own.figure(period(&format!("{year}-01"), 3)).map(|figure| figure.value);
        assert!((quarter - reported.unwrap_or(joint + march)).abs() < 0.05, "{year}: {quarter}");
        for per in ["sum3", "mean3"] {
            let rows = of(per).table.rows;
            let splits = [format!("{}-11/{year}-01", year - 1), format!("{year}-02/{year}-04")];
            assert!(!rows.iter().any(|row| splits.contains(&row.cells[0].plain)), "{year} {per}");
        }
        // Drawn flat, at the mean of the two.
        let flat = of("month").graph.layers.into_iter().any(|layer| {
            matches!(layer, Layer::Together(strokes, Tone::Line(0), _) if strokes.iter().any(|(.., height)| (height - joint / 2.0).abs() < 1e-9))
        });
        assert!(flat, "{year}");
    }
}

/// What the headline tells of is not denied below it, nor cut in two at the end of the chart.
#[test]
fn a_joint_figure_at_either_end_is_shown_whole() {
    let dataset = bundled_whole();
    for search in [
        "?chart=series&measure=value&month=2020-01",
        "?chart=series&measure=value&month=2020-02",
        "?chart=series&from=2020-02&month=2020-02",
        "?chart=series&to=2020-01&month=2020-01",
    ] {
        for language in [Language::English, Language::Chinese] {
            let view = language.speak(|| shown(&dataset, search));
            let denied =
                ["no figure of this kind", "没有此项数据"].map(|own| view.finding.contains(own));
            assert_eq!(denied, [false; 2], "{search}: {}", view.finding);
            let joint = |row: &xenotime::charts::TableRow| row.cells[0].plain == "2020-01/2020-02";
            assert!(view.table.rows.iter().any(joint), "{search}");
        }
    }
}

/// A line that is left out has one reason, and a true one.
#[test]
fn a_line_is_left_out_for_one_reason() {
    let Some(dataset) = by_partner() else { return };
    for search in [
        "?chart=series&as=share&with=export.rare-earths.USA.volume",
        "?chart=series&as=share&with=export.rare-earths.USA.volume&per=year",
        "?chart=series&as=index&with=import.rare-earths.WLD.volume&base=2020-02",
        "?chart=series&as=index&with=import.rare-earths.WLD.volume&per=ytd",
    ] {
        let view = shown(&dataset, search);
        assert!(
            !view.finding.contains("no figure in the dates shown"),
            "{search}: {}",
            view.finding
        );
    }
}

#[test]
fn units_never_share_an_axis() {
    let Some(dataset) = by_partner() else { return };
    let address = "?chart=series&with=export.rare-earths.WLD.value,import.rare-earths.WLD.volume";
    let two = shown(&dataset, address);
    let YAxis::Panels(panels) = &two.graph.y else { panic!("{:?}", two.graph.y) };
    let scales = panels.iter().map(|panel| format!("{:?}", panel.scale)).collect::<Vec<_>>();
    assert_eq!(scales.len(), 2, "{scales:?}");
    assert_ne!(scales[0], scales[1]);
    // As an index they do: it has no unit.
    let index = shown(&dataset, &format!("{address}&as=index"));
    assert!(matches!(index.graph.y, YAxis::Scaled(_, Scale::Number)), "{:?}", index.graph.y);
}

#[test]
fn a_share_is_of_all_partners() {
    let dataset = bundled_whole();
    let address = "?chart=series&product=magnets&partner=USA&month=2025-11&as=share&with=export.magnets.WLD.volume";
    let share = shown(&dataset, address);
    let amount = shown(
        &dataset,
        "?chart=series&product=magnets&partner=USA&month=2025-11&with=export.magnets.WLD.volume",
    );
    let of = |partner: &str| -> f64 {
        cell(&amount, "2025-11", &format!("export_magnets_{partner}_volume_t")).parse().unwrap()
    };
    let found: f64 =
        cell(&share, "2025-11", "export_magnets_USA_volume_share_percent").parse().unwrap();
    assert!((found - of("USA") / of("WLD") * 100.0).abs() < 0.01, "{found}");
    assert!(share.finding.contains("is itself the total"), "{:?}", share.finding);
}

#[test]
fn what_cannot_be_shown_says_so() {
    let dataset = bundled_whole();
    let unknown = shown(&dataset, "?chart=series&with=export.rare-earths.ATA.volume");
    assert!(
        unknown.finding.starts_with("No line for ")
            && unknown.finding.ends_with("the data have no figures for it."),
        "{:?}",
        unknown.finding
    );
    // A code keeps its capitals.
    let code = shown(&dataset, "?chart=series&with=export.rare-earths.XXX.volume");
    assert!(code.finding.starts_with("No line for XXX: "), "{:?}", code.finding);
    let seven = "import.rare-earths.WLD.volume,".repeat(6);
    let (_, problems) =
        Query::parse(&format!("?chart=series&with={}", seven.trim_end_matches(',')));
    assert_eq!(problems.len(), 1, "{problems:?}");
    // The same series twice is one.
    let twice = shown(&dataset, "?chart=series&with=export.rare-earths.WLD.volume");
    assert_eq!(twice.table.columns.len(), 2);
    let change = shown(&dataset, "?chart=series&as=yoy&scale=log");
    assert!(matches!(change.graph.y, YAxis::Scaled(_, Scale::Percent)));
    assert!(change.finding.contains("negative numbers have no logarithm"), "{:?}", change.finding);
    // An index that begins before anything is known has no beginning.
    let early = shown(&dataset, "?chart=series&as=index&base=1999-01");
    assert!(early.graph.marks.is_empty());
    let why = "An index cannot be shown: no base figure in January 1999";
    assert_eq!(early.headline, why);
    assert!(!early.subtitle.contains(": ;"), "{}", early.subtitle);
}

#[test]
fn the_headline_is_of_the_line_that_is_drawn() {
    let dataset = bundled_whole();
    // Magnets are known of too few months to be adjusted.
    let search = "?chart=series&product=magnets&with=export.rare-earths.WLD.volume&per=adjusted";
    let view = shown(&dataset, search);
    assert!(view.headline.contains("rare earths:"), "{}", view.headline);
    assert!(!view.headline.contains("magnets"), "{}", view.headline);
    // A line that stands by itself is a partner's rather than its goods'.
    let one = shown(&dataset, "?chart=series&product=magnets&partner=USA&per=sum12&as=share");
    assert!(one.graph.marks.iter().all(|mark| mark.series == "United States"));
}

/// Made-up trade in tonnes: a row a period, with how many months it counts.
fn made_of(rows: impl IntoIterator<Item = (String, u16, f64)>) -> Dataset {
    let row =
        |(period, months, value)| format!("{period},{months},export,volume,tea,WLD,{value},t");
    let rows: Vec<String> = rows.into_iter().map(row).collect();
    own_file(("tea", "Tea"), "", &rows)
}

fn of_made(dataset: &Dataset, search: &str) -> View {
    view(dataset, &Query::parse_over(search, dataset).0.settled(dataset))
}

/// Months from January 2019 on, each with its number, but for those left out.
fn numbered(months: usize, without: &[usize]) -> Vec<(String, u16, f64)> {
    let month =
        |at: usize| (format!("{}-{:02}", 2019 + at / 12, at % 12 + 1), 1, 100.0 + at as f64);
    (0..months).filter(|at| !without.contains(at)).map(month).collect()
}

#[test]
fn a_chart_of_nothing_says_why() {
    let nothing = made_of(numbered(36, &[]).into_iter().map(|(at, months, _)| (at, months, 0.0)));
    for (search, why) in [
        ("?chart=series&as=yoy", "no figure above zero a year earlier"),
        ("?chart=series&as=index", "no month is above zero in every series"),
        ("?chart=series&as=index&base=2020-01", "the base, in January 2020, is zero"),
        ("?chart=series&as=share", "this series is itself the total"),
        ("?chart=series&per=ytd&as=index", "years to date of different length"),
        ("?chart=series&per=ytd&as=previous", "a year to date rises and starts again in January"),
        ("?chart=series&as=index&base=2019-03&per=sum12", "in the 12 months to March 2019"),
    ] {
        let view = of_made(&nothing, search);
        assert!(view.headline.chars().count() <= 90, "{}", view.headline);
        assert!(
            view.headline.contains("cannot be shown") && view.headline.contains(why),
            "{search}: {}",
            view.headline
        );
        assert!(view.graph.marks.is_empty() && !view.subtitle.contains(": ;"), "{}", view.subtitle);
    }
    // Nobody chose the base: the first month above zero is one.
    let later = made_of(
        numbered(36, &[])
            .into_iter()
            .enumerate()
            .map(|(place, (at, months, value))| (at, months, if place < 3 { 0.0 } else { value })),
    );
    let index = of_made(&later, "?chart=series&as=index");
    assert_eq!(cell(&index, "2019-04", "export_tea_WLD_volume_index"), "100.00");
}

/// What partners report, an allowance and other money are told apart by name, and listed by it.
#[test]
fn lines_of_any_flow_and_money_have_names_of_their_own() {
    let Some(dataset) = by_partner() else { return };
    let named = |search: &str| {
        let view = shown(&dataset, search);
        let names: Vec<String> = view.graph.labels.iter().map(|label| label.text.clone()).collect();
        let controls = page(&dataset, &view, Vec::new()).controls;
        let with = controls.into_iter().find(|control| control.name == "with").unwrap();
        let listed = with.choices.iter().find(|choice| choice.value == with.value);
        (names, listed.map(|choice| choice.label.clone()).unwrap_or_default(), view)
    };
    let mirror = "?chart=series&product=magnets-metal&partner=USA&measure=value&per=year&with=mirror-export.magnets-metal.USA.value";
    let (names, listed, view) = named(mirror);
    assert!(names.len() == 2 && names[0] != names[1], "{names:?}");
    assert!(listed.contains("as partners report them"), "{listed}");
    // The headline has the goods before a second line, which the key names.
    let told = |text: &str| text.matches("as partners report them").count();
    assert!(view.headline.contains("magnets") && told(&view.headline) <= 1, "{}", view.headline);
    assert!(names.iter().any(|name| told(name) == 1), "{names:?}");
    let (_, listed, view) = named("?chart=series&per=year&with=quota.mining.CHN.volume");
    assert!(!listed.contains("quotas of") && !view.subtitle.contains("to China"), "{listed}");
    let (_, listed, view) =
        named("?chart=series&measure=value&with=export.rare-earths.WLD.value.CNY");
    assert!(listed.contains("yuan"), "{listed}");
    let columns: Vec<&str> = view.table.columns.iter().map(|own| own.name.as_str()).collect();
    assert!(columns.contains(&"export_rare-earths_WLD_value_CNY"), "{columns:?}");
    // The same twice is one line.
    let twice = "?chart=series&measure=value&unit=CNY&with=export.rare-earths.WLD.value";
    assert_eq!(shown(&dataset, twice).table.columns.len(), 2);
}

/// A total that is known by months has a share in a year, too.
#[test]
fn a_line_of_years_has_a_share_of_what_is_known_by_months() {
    let Some(dataset) = by_partner() else { return };
    let address = "?chart=series&product=magnets-metal&partner=USA&measure=value&as=share";
    let view = shown(&dataset, address);
    assert!(!view.graph.marks.is_empty(), "{}", view.headline);
}

/// Months of part of the trade are told of beside years of all of it.
#[test]
fn months_that_are_of_part_of_the_year_are_told_of() {
    let Some(dataset) = by_partner() else { return };
    let told = |search: &str| {
        let notes = shown(&dataset, search).notes;
        notes.iter().any(|note| note.contains("The months of 2024 add up to 94.3% of the figure"))
    };
    assert!(told("?chart=series&product=magnets-metal&measure=value&per=sum12&month=2024-12"));
    assert!(told("?chart=cumulative&product=magnets-metal&measure=value&month=2024-12"));
    assert!(!told("?chart=series&per=sum12&month=2024-12"));
}

/// Twelve months that make a year which was reported are what was reported.
#[test]
fn a_running_sum_of_a_reported_year_is_that_year() {
    let dataset = bundled_whole();
    let column = format!("{EXPORTS}_t");
    for year in [2021, 2023, 2024, 2025] {
        let of = |per: &str| shown(&dataset, &format!("?chart=series&month={year}-12&per={per}"));
        let period = format!("{year}-01/{year}-12");
        assert_eq!(cell(&of("sum12"), &period, &column), cell(&of("year"), &period, &column));
    }
}

/// What stands among sums of months and is none is marked, with what the months come to; where nothing was
/// reported for exactly these months, or it comes to the same, there is no such word.
#[test]
fn a_reported_figure_among_running_sums_is_marked() {
    let dataset = bundled_whole();
    let told = |search: &str| {
        let view = shown(&dataset, search);
        let rings = view.graph.layers.iter().filter(|layer| matches!(layer, Layer::Ring(..)));
        let notes = view.notes.iter().filter(|note| note.starts_with("Hollow dots"));
        (rings.count(), notes.cloned().collect::<Vec<_>>(), view)
    };
    let (rings, notes, view) = told("?chart=series&per=sum12&from=2023-10&to=2024-03");
    assert_eq!((rings, notes.len()), (1, 1), "{notes:?}");
    assert!(notes[0].contains("to December 2023 uses a figure reported"), "{notes:?}");
    let key = |view: &View| view.graph.key.iter().map(|own| own.words.clone()).collect::<Vec<_>>();
    assert_eq!(key(&view), ["reported figure, not the sum of its months"]);
    let marks = view.graph.marks.iter().filter(|mark| mark.note.contains("the months add up to"));
    let marks = marks.map(|mark| (mark.period.as_str(), mark.note.as_str())).collect::<Vec<_>>();
    assert_eq!(marks.len(), 1, "{marks:?}");
    assert!(marks[0].1.contains("52,068.0 t"), "{marks:?}");
    // January–February leave a gap, and the chart says so.
    assert!(view.notes.iter().any(|note| note.contains("would split a joint")), "{:?}", view.notes);
    for plain in ["?chart=series&per=sum12&from=2024-03&to=2024-10", "?chart=series&per=year"] {
        let (rings, notes, view) = told(plain);
        assert_eq!((rings, notes), (0, Vec::new()), "{plain}");
        assert!(key(&view).is_empty(), "{plain}");
    }
}

/// A change over months of which one is an estimate says so where it stands.
#[test]
fn three_months_on_three_name_the_month_that_is_estimated() {
    let dataset = bundled_whole();
    let said = |search: &str| shown(&dataset, search).sentence;
    let then = said("?chart=decomposition&month=2023-12&asof=2024-11-30");
    assert!(then.contains("seasonally adjusted; November 2023 is an estimate."), "{then}");
    let now = said("?chart=decomposition&month=2023-12");
    assert!(!now.contains("is an estimate"), "{now}");
}

#[test]
fn a_month_without_such_a_figure_is_told_so() {
    let dataset = bundled_whole();
    let view = shown(&dataset, "?chart=series&as=yoy&month=2018-06");
    assert!(view.sentence.contains("no figure of this kind for June 2018"), "{}", view.sentence);
    let usual = shown(&dataset, "?chart=series&as=yoy&month=2024-11");
    assert!(!usual.sentence.contains("no figure of this kind"), "{}", usual.sentence);
    // January and February together end a stretch as any month does.
    let joint = shown(&dataset, "?chart=series&from=2022-01&to=2022-02");
    assert!(joint.headline.contains("Jan–Feb 2022"), "{}", joint.headline);
}

#[test]
fn a_series_is_offered_with_what_else_it_is_called() {
    let dataset = bundled_whole();
    let view = shown(&dataset, "?chart=series");
    let controls = page(&dataset, &view, Vec::new()).controls;
    let with = controls.iter().find(|control| control.name == "with").unwrap();
    let also = |value: &str| &with.choices.iter().find(|one| one.value == value).unwrap().also;
    let magnets = also("export.magnets.USA.volume");
    for name in ["850511", "美国", "America"] {
        assert!(magnets.contains(name), "{name}: {magnets}");
    }
    assert!(also("import.rare-earths.WLD.volume").contains("稀土"));
}

#[test]
fn quarters_are_told_of_as_quarters() {
    // The quarter is known where one of its months is not.
    let mut rows = numbered(36, &[13, 20]);
    rows.push(("2020-01".to_owned(), 3, 400.0));
    let dataset = made_of(rows);
    let gap = |view: &View, words: &str| view.notes.iter().any(|note| note.contains(words));
    let months = of_made(&dataset, "?chart=series");
    assert!(gap(&months, "February 2020 and September 2020"), "{:?}", months.notes);
    let quarters = of_made(&dataset, "?chart=series&per=quarter");
    assert!(
        !gap(&quarters, "February 2020") && !gap(&quarters, "and September"),
        "{:?}",
        quarters.notes
    );
    assert!(
        gap(&quarters, "No figure is available for July–September 2020"),
        "{:?}",
        quarters.notes
    );
    // Of a series of quarters alone all are shown, whether the reader says from when or not.
    let quarter =
        |at: usize| (format!("{}-{:02}", 2010 + at / 4, at % 4 * 3 + 1), 3, 50.0 + at as f64);
    let alone = made_of((0..40).map(quarter));
    let view = of_made(&alone, "?chart=series&per=quarter");
    assert_eq!(view.table.rows.len(), 40, "{:?}", view.shown);
}

#[test]
fn a_month_that_a_joint_figure_leaves_is_derived_on_every_chart() {
    let mut rows = numbered(36, &[13]);
    rows.push(("2020-01".to_owned(), 2, 250.5));
    let dataset = made_of(rows);
    for chart in ["months", "series", "season", "change", "heat", "breaks"] {
        let view = of_made(&dataset, &format!("?chart={chart}&month=2020-02"));
        assert!(!view.notes.iter().any(|note| note.contains("No figure is available")), "{chart}");
        let derived = view
            .notes
            .iter()
            .any(|note| note.starts_with("February 2020 is the joint January–February figure"));
        assert!(derived, "{chart}: {:?}", view.notes);
    }
    let months = of_made(&dataset, "?chart=series&month=2020-02");
    assert_eq!(cell(&months, "2020-02", "export_tea_WLD_volume_t"), "138.5");
    let mark = months.graph.marks.iter().find(|mark| mark.period == "February 2020").unwrap();
    assert_eq!(mark.status, "derived");
    assert_eq!(mark.note, "250.5 t reported together less 112 t");
    // Where the month alone is more than both, nothing is made of it.
    let mut rows = numbered(36, &[13]);
    rows.push(("2020-01".to_owned(), 2, 100.0));
    let view = of_made(&made_of(rows), "?chart=series");
    assert!(
        view.notes
            .iter()
            .any(|note| note.contains("No monthly figure is available for February 2020"))
    );
}

/// Made-up trade in euro, with a month of which nothing was traded.
fn with_a_zero() -> Dataset {
    let rows = (1..=12).map(|month| {
        let value = if month == 5 { 0 } else { month * 1000 };
        format!("2024-{month:02},1,export,value,tea,WLD,{value},EUR")
    });
    let rows: Vec<String> = rows.collect();
    own_file(("tea", "Tea"), "", &rows)
}

#[test]
fn a_zero_keeps_the_axis_linear_with_a_word() {
    let dataset = with_a_zero();
    let query = |search: &str| Query::parse_over(search, &dataset).0.settled(&dataset);
    let zero = view(&dataset, &query("?chart=series&scale=log"));
    assert!(matches!(zero.graph.y, YAxis::Scaled(..)), "{:?}", zero.graph.y);
    assert!(
        zero.finding.contains("cannot show zero") && zero.finding.contains("May 2024"),
        "{:?}",
        zero.notes
    );
    let later = view(&dataset, &query("?chart=series&scale=log&from=2024-06"));
    let YAxis::Logarithmic(ticks, _) = &later.graph.y else { panic!("{:?}", later.graph.y) };
    assert!(ticks[0] <= 6000.0 && *ticks.last().unwrap() >= 12000.0, "{ticks:?}");
    for mark in &later.graph.marks {
        assert!(
            (10f64.powf(mark.at.1) / 1000.0).fract().min(1.0) >= 0.0 && mark.value.starts_with('€'),
            "{}",
            mark.value
        );
    }
    // Nothing is published with a date: there is nothing to be known on one.
    assert!(!dataset.is_dated());
}

#[test]
fn what_was_known_on_a_date_knows_nothing_later() {
    let dataset = bundled_whole();
    let now = shown(&dataset, "?month=2024-10");
    let then = shown(&dataset, "?month=2024-10&asof=2024-12-31");
    assert!(then.extent.unwrap().1 < now.extent.unwrap().1);
    assert!(then.subtitle.ends_with("as known on 31 December 2024"), "{}", then.subtitle);
    for address in
        ["?asof=2024-12-31", "?chart=heat&asof=2024-12-31", "?chart=expectation&asof=2024-12-31"]
    {
        let view = shown(&dataset, address);
        let sources = view.graph.marks.iter().flat_map(|mark| mark.sources.clone());
        let sources = sources.chain(view.table.rows.iter().flat_map(|row| row.sources.clone()));
        // A figure may be told by several: the first of them was there.
        let published = |source: usize| dataset.sources[source].published.clone();
        let row_known = |sources: &[usize]| {
            sources.iter().any(|source| published(*source).as_str() <= "2024-12-31")
        };
        assert!(
            view.table.rows.iter().all(|row| row.sources.is_empty() || row_known(&row.sources)),
            "{address}"
        );
        assert!(sources.count() > 20, "{address}");
        let events = view.events.iter().map(|event| dataset.events[*event].date.clone());
        assert!(events.clone().all(|date| date.as_str() <= "2024-12-31"), "{address}");
    }
    // A study says as known when its figures are.
    for (address, known) in [
        ("?chart=expectation&month=2024-10&asof=2024-12-31", "as known on 31 December 2024"),
        ("?chart=expectation&month=2024-10", "as known now"),
    ] {
        let notes = shown(&dataset, address).notes;
        let said = notes.iter().filter(|note| note.contains("as known ")).collect::<Vec<_>>();
        assert!(said.len() == 1 && said[0].contains(known), "{address}: {notes:?}");
    }
    let (_, problems) = Query::parse("?asof=2024-13-01");
    assert_eq!(problems.len(), 1);
}

#[test]
fn the_history_of_a_figure_has_every_report() {
    let dataset = bundled_whole();
    let query = Query::usual_of(&dataset);
    let series = dataset.series(&query.key());
    let revised = series
        .months()
        .find(|figure| figure.others.iter().any(|other| (other.value - figure.value).abs() > 1.0));
    let figure = revised.expect("a revised figure");
    let history = shown(&dataset, &format!("?chart=history&month={}", figure.period.start));
    assert_eq!(history.table.rows.len(), figure.others.len() + 1);
    assert!(history.headline.contains("reported"), "{}", history.headline);
    // What stood on the day before the first report is nothing.
    let first = &history.table.rows[0].cells[0].plain;
    let before = view(
        &dataset,
        &Query { known_on: Some(format!("{}-01-01", first.get(..4).unwrap())), ..query },
    );
    assert!(before.extent.is_none_or(|(_, last)| last < figure.period.start), "{first}");
}

#[test]
fn a_derived_figure_counts_from_the_last_report_that_it_rests_on() {
    let dataset = bundled_whole();
    let day = |source: &usize| last_day(&dataset.sources[*source].published);
    let dated = |figure: &Figure| {
        figure.sources.iter().all(|source| !dataset.sources[*source].published.is_empty())
    };
    let mut seen = 0;
    for key in dataset.keys().into_iter().filter(|key| key.flow == Flow::Export) {
        let series = dataset.series(key);
        for figure in series.months() {
            let several = figure.sources.iter().map(day).collect::<BTreeSet<_>>();
            if figure.status != Status::Derived || several.len() < 2 || !dated(figure) {
                continue;
            }
            let (product, partner) = (&key.product, key.partner.code());
            let (measure, month) = (key.measure.code(), figure.period.start);
            let address =
                format!("?product={product}&partner={partner}&measure={measure}&month={month}");
            let history = shown(&dataset, &format!("{address}&chart=history"));
            let own = history.table.rows.iter().find(|row| row.sources == figure.sources).unwrap();
            let last = several.last().unwrap();
            assert_eq!(last_day(&own.cells[0].plain), *last, "{address}");
            // The day before, the series as it was known does not have it.
            let earlier = several.iter().rev().nth(1).unwrap();
            let known = dataset.known_on(earlier);
            let then = known.series(key);
            let then = then.figure(figure.period).map(|then| then.sources.clone());
            assert_ne!(then.as_ref(), Some(&figure.sources), "{address} on {earlier}");
            seen += 1;
        }
    }
    assert!(seen > 3, "{seen} figures that rest on several reports");
}

#[test]
fn notes_of_ones_own_are_drawn_and_said() {
    let dataset = bundled_whole();
    let noted = shown(
        &dataset,
        "?from=2024-01&notes=2024-11_Licences+begin*2024-03.2024-05_A+slow+spring*1990-01_Long+ago",
    );
    let texts = noted.graph.annotations.iter().map(|note| note.text.as_str()).collect::<Vec<_>>();
    assert_eq!(texts, ["Licences begin", "A slow spring"]);
    assert!(
        noted.notes.iter().any(|note| note == "Your note, March–May 2024: A slow spring"),
        "{:?}",
        noted.notes
    );
    // A chart along another axis keeps them in its address and draws none.
    let (season, _) = open(&dataset, &Query::parse("?chart=season&notes=2024-11_Licences+begin").0);
    assert!(season.graph.annotations.is_empty());
    assert!(season.query.address().contains("notes=2024-11_Licences+begin"));
}

/// The period before a year is a year, and so it is called.
#[test]
fn a_year_is_held_against_the_year_before() {
    let Some(dataset) = by_partner() else { return };
    let of = |shown_as: &str| {
        let line = "product=magnets-metal&partner=USA&measure=value";
        shown(&dataset, &format!("?chart=series&{line}&as={shown_as}"))
    };
    let (before, year) = (of("previous"), of("yoy"));
    assert!(before.subtitle.contains("change in value year on year"), "{}", before.subtitle);
    assert!(before.headline.contains(" year on year in 20"), "{}", before.headline);
    let cells = |view: &View| -> Vec<String> {
        view.table.rows.iter().map(|row| row.cells[1].plain.clone()).collect()
    };
    assert_eq!(cells(&before), cells(&year));
    assert!(!before.table.rows.is_empty());
}

/// What counts as 100 is one period, the same for every line of a chart.
#[test]
fn an_index_has_one_base_for_all() {
    let dataset = bundled_whole();
    let lines = "?chart=series&product=magnets&partner=USA&with=export.magnets.WLD.volume";
    let amounts = shown(&dataset, &format!("{lines}&from=2025-01"));
    let number = |view: &View, period: &str, column: &str| -> f64 {
        cell(view, period, column).parse().unwrap()
    };
    let world = |period: &str| number(&amounts, period, "export_magnets_WLD_volume_t");
    let mean = (world("2025-01") + world("2025-02")) / 2.0;
    // The United States' January and February are one figure: both months are the base of either line.
    for base in ["", "&base=2025-01", "&base=2025-02"] {
        let index = shown(&dataset, &format!("{lines}&from=2025-01&as=index{base}"));
        assert!(index.subtitle.contains("January–February 2025 = 100"), "{}", index.subtitle);
        let joint = number(&index, "2025-01/2025-02", "export_magnets_USA_volume_index");
        assert!((joint - 100.0).abs() < 0.005, "{joint}");
        for month in ["2025-01", "2025-02", "2025-03", "2025-12"] {
            let own = number(&index, month, "export_magnets_WLD_volume_index");
            assert!((own - world(month) / mean * 100.0).abs() < 0.005, "{base} {month}: {own}");
        }
    }
    let index = shown(&dataset, &format!("{lines}&from=2025-01&as=index&base=2025-03"));
    for partner in ["USA", "WLD"] {
        let own = number(&index, "2025-03", &format!("export_magnets_{partner}_volume_index"));
        assert!((own - 100.0).abs() < 0.005, "{partner}: {own}");
    }
}

/// A line that cannot be joined or has no base leaves the others their index.
#[test]
fn an_unfit_line_does_not_forbid_an_index() {
    let rows = (0..36).flat_map(|at| {
        let month = format!("{}-{:02}", 2019 + at / 12, at % 12 + 1);
        let whole = format!("{month},1,export,volume,tea,WLD,{},t", 100 + at);
        let rare = format!("{month},1,export,volume,tea,NOR,{},t", 10 + at);
        // Norland is known in every third month, Sudland by years.
        let year = format!("{},12,export,volume,tea,SUD,{},t", month, 500 + at);
        let rows = [Some(whole), (at % 3 == 1).then_some(rare), (at % 12 == 0).then_some(year)];
        rows.into_iter().flatten()
    });
    let dataset = own_file(("tea", "Tea"), "", &rows.collect::<Vec<_>>());
    let with = "?chart=series&with=export.tea.NOR.volume,export.tea.SUD.volume&as=index";
    let view = of_made(&dataset, &format!("{with}&per=sum12"));
    assert!(view.headline.contains("index"), "{}", view.headline);
    let said = |words: &str| view.finding.contains(words);
    assert!(said("no 12 months in a row are known"), "{:?}", view.finding);
    assert!(said("monthly figures are needed"), "{:?}", view.finding);
    // Where no month is known of all, most of them have one.
    let months = of_made(&dataset, with);
    assert!(!months.graph.marks.is_empty(), "{}", months.headline);
    let bases: BTreeSet<&str> = months
        .graph
        .marks
        .iter()
        .filter_map(|mark| mark.note.rsplit_once(" in ").map(|(_, base)| base))
        .collect();
    assert_eq!(bases.len(), 1, "{bases:?}");
    assert!(months.finding.contains("no base figure"), "{}", months.finding);
}

/// A figure that others equal is neither the highest nor the lowest of them.
#[test]
fn a_place_that_is_shared_is_not_told() {
    for value in [0.0, 5000.0] {
        let rows = numbered(120, &[]).into_iter().map(|(at, months, _)| (at, months, value));
        let dataset = made_of(rows);
        for search in ["?chart=heat", "?chart=series", "?chart=months"] {
            let view = of_made(&dataset, search);
            let said = format!("{} {}", view.headline, view.sentence);
            assert!(!said.contains("highest") && !said.contains("lowest"), "{search}: {said}");
        }
    }
    let rising = of_made(&made_of(numbered(120, &[])), "?chart=heat");
    assert!(rising.headline.contains("highest"), "{}", rising.headline);
}

/// The two ends of the shades' scale are never named alike where they differ.
#[test]
fn the_ends_of_a_scale_of_shades_differ() {
    let close = |least: f64, step: f64| {
        let rows = numbered(36, &[]).into_iter();
        made_of(rows.map(move |(at, months, value)| (at, months, least + (value - 100.0) * step)))
    };
    for dataset in [close(1_000_000.0, 0.01), close(4.0, 0.0001), close(100.0, 1.0)] {
        let [key] = &of_made(&dataset, "?chart=heat").graph.key[..] else { panic!("one scale") };
        let ends = format!("{key:?}");
        let Swatch::Ramp(least) = &key.swatch else { panic!("{ends}") };
        assert_ne!(*least, key.words, "{ends}");
    }
}

/// The axis is named where it is not linear, and a total that is nothing is not called unknown.
#[test]
fn an_axis_and_a_reason_are_what_they_are_called() {
    let dataset = bundled_whole();
    let log = shown(&dataset, "?chart=series&scale=log&from=2022-01");
    assert!(log.subtitle.contains("logarithmic"), "{}", log.subtitle);
    let linear = shown(&dataset, "?chart=series&from=2022-01");
    assert!(!linear.subtitle.contains("logarithmic"), "{}", linear.subtitle);
    let rows = (1..=12).flat_map(|month| {
        ["WLD", "NOR"].map(|partner| format!("2024-{month:02},1,export,value,tea,{partner},0,EUR"))
    });
    let nothing = own_file(("tea", "Tea"), "", &rows.collect::<Vec<_>>());
    let share = of_made(&nothing, "?chart=series&partner=NOR&as=share");
    assert!(share.headline.contains("its total is zero"), "{}", share.headline);
}

/// The words of a note of one's own touch no other note's line.
#[test]
fn notes_of_ones_own_stand_at_their_own_lines() {
    let dataset = bundled_whole();
    for notes in [
        "2024-11_Licences*2023-06_Slump",
        "2024-11_Licences*2023-01.2023-06_Slump",
        "2025-10_A+licence+for+every+shipment+abroad*2025-04_Another+long+note+of+a+reader*2024-12_Ban",
        "2026-05_At+the+very+end*2026-03_Near+it",
    ] {
        for width in [358, 860] {
            let view = shown(&dataset, &format!("?notes={notes}"));
            let lines = script(&view.graph, None, (width, 420));
            let numbers = |text: &str| -> Vec<f64> {
                text.split(|letter: char| !letter.is_ascii_digit() && letter != '-')
                    .filter_map(|number| number.parse().ok())
                    .collect()
            };
            // A note's line is drawn in ink from some height down to the months.
            // The value at the end of the line is bold as well.
            let ink = lines.iter().rfind(|line| line.contains(" bold ")).unwrap();
            let ink = ink.rsplit(' ').next().unwrap().to_owned();
            let upright =
                lines.iter().filter(|line| line.starts_with("path of 2 x ") && line.contains(&ink));
            let upright = upright.map(|line| numbers(line.split(" #").next().unwrap()));
            let upright: Vec<_> =
                upright.filter(|path| path[1] == path[2] && path[4] - path[3] > 60.0).collect();
            let words =
                lines.iter().filter(|line| line.contains(" bold ") && line.starts_with('“'));
            let words: Vec<_> = words
                .filter_map(|line| {
                    let (text, rest) = line.trim_start_matches('“').split_once('”')?;
                    let noted = notes.replace('+', " ").contains(text);
                    let at = numbers(rest);
                    let long = text.chars().count() as f64 * at[2] * 0.6;
                    noted.then_some((text.to_owned(), at[0], at[0] + long, at[1]))
                })
                .collect();
            assert!(words.len() >= 2 && upright.len() >= 2, "{notes} {width}: {lines:?}");
            for (text, left, right, baseline) in &words {
                for path in &upright {
                    let crossed = *left < path[1] && path[1] < *right;
                    let above = *baseline <= path[3] + 1.0;
                    // Two short words have room beside each other.
                    let above = above && notes != "2024-11_Licences*2023-06_Slump";
                    assert!(!crossed || above, "{width}: {text} crosses the line at {}", path[1]);
                }
            }
        }
    }
}

#[test]
fn a_running_sum_that_ends_before_its_series_says_why() {
    let said = |without: &[usize]| {
        let dataset = made_of(numbered(36, without));
        let notes = of_made(&dataset, "?chart=series&per=sum12").notes;
        notes.iter().any(|note| note.starts_with("A running total or mean is left out"))
    };
    assert!(!said(&[]), "all are whole");
    assert!(said(&[30]), "none from June 2021 on");
    assert!(said(&[14]), "none for most of a year between");
}

#[test]
fn a_headline_names_as_many_series_as_have_room_and_counts_the_others() {
    let dataset = bundled_whole();
    let three = "&with=export.compounds-but-cerium.WLD.value,export.magnets-metal.WLD.value";
    let view = shown(&dataset, &format!("?chart=series&product=metals&measure=value{three}"));
    let headline =
        "Dec 2024: rare earth metals US$4.1 million; compounds except cerium US$35.6 million";
    assert_eq!(view.headline, headline);
    let six =
        "&with=import.rare-earths.WLD.volume,export.magnets.WLD.volume,export.magnets.USA.volume";
    let view = shown(&dataset, &format!("?chart=series{six}&month=2025-12"));
    assert!(view.headline.ends_with("; 2 more"), "{}", view.headline);
}

#[test]
fn the_point_at_rest_is_the_one_that_the_headline_tells_of() {
    let dataset = bundled_whole();
    // The average of January and February 2023, which are known together, 7,391 t.
    let index = shown(&dataset, "?chart=series&as=index&base=2023-01");
    let mark = &index.graph.marks[start(&index.graph, index.period.end()).unwrap()];
    assert!(
        mark.note.contains("against 3,695.5 t a month in January–February 2023"),
        "{}",
        mark.note
    );
    let imports = "&with=import.rare-earths.WLD.volume";
    for (address, period) in [
        ("&month=2024-08&per=quarter", "July–September 2024"),
        ("&month=2024-07&per=quarter", "July–September 2024"),
        ("&month=2024-08&per=year", "2024"),
        ("&month=2024-08", "August 2024"),
        ("&month=2025-06&from=2021-01&to=2022-12&per=quarter", "October–December 2022"),
    ] {
        let view = shown(&dataset, &format!("?chart=series{imports}{address}"));
        let index = start(&view.graph, view.period.end()).unwrap();
        let mark = &view.graph.marks[index];
        assert_eq!(mark.period, period, "{address}");
        assert!(mark.series.starts_with("Exports"), "{address}: {}", mark.series);
    }
}

#[test]
fn a_month_that_is_not_in_the_picture_is_not_therefore_unknown() {
    let address = "?chart=series&from=2021-01&to=2022-12&month=2025-06&per=quarter";
    let view = shown(&bundled_whole(), address);
    assert!(view.finding.contains("June 2025 is outside the time shown."), "{}", view.finding);
    assert!(!view.sentence.contains("no figure"), "{}", view.sentence);
}

#[test]
fn an_axis_that_stays_linear_says_so_beside_the_chart() {
    let dataset = bundled_whole();
    let terbium = "?chart=series&with=export.terbium.WLD.volume&from=2023-01";
    let of = |address: &str| shown(&dataset, address).subtitle;
    assert!(of(&format!("{terbium}&scale=log")).contains("linear axis"));
    assert!(!of(terbium).contains("linear axis"));
    let drawn = of("?chart=series&with=import.rare-earths.WLD.volume&scale=log");
    assert!(drawn.contains("logarithmic axis") && !drawn.contains("linear axis"), "{drawn}");
}

#[test]
fn a_headline_never_tells_of_a_later_month_than_was_asked() {
    let dataset = bundled_whole();
    for (address, headline) in [
        ("&as=yoy&month=2024-01", "No figure of this kind for January 2024"),
        ("&as=previous&month=2023-03", "No figure of this kind for March 2023"),
        ("&per=sum12&month=2015-05", "No figure of this kind for May 2015"),
        ("&per=quarter&month=2019-06&from=2021-01", "June 2019 is outside the time shown"),
        // A year that is not over yet leaves the one before.
        ("&per=year&month=2026-07", "China’s exports of rare earths: 62,585 t in 2025"),
    ] {
        let view = shown(&dataset, &format!("?chart=series{address}"));
        assert_eq!(view.headline, headline, "{address}");
    }
}

/// A picture and a frame have no room for sentences: what they lack is in the subtitle.
#[test]
fn the_subtitle_names_lines_that_are_not_drawn_and_why_an_axis_is_linear() {
    let dataset = bundled_whole();
    let lines = "with=import.rare-earths.WLD.volume,export.magnets.WLD.volume";
    let without = format!("?chart=series&per=quarter&as=index&base=2024-03&{lines}");
    let subtitle = shown(&dataset, &without).subtitle;
    assert!(
        subtitle.ends_with("; no line for exports of rare earth permanent magnets"),
        "{subtitle}"
    );
    let said = Language::Chinese.speak(|| shown(&dataset, &without).subtitle);
    assert!(said.ends_with("；未列入：稀土永磁体出口"), "{said}");
    let whole = shown(&dataset, &format!("?chart=series&{lines}")).subtitle;
    assert!(!whole.contains("no line"), "{whole}");
    for (search, why, words) in [
        (
            "?chart=series&as=yoy&scale=log",
            "linear axis, as changes may be negative",
            "增减幅度可为负",
        ),
        (
            "?chart=series&with=export.terbium.WLD.volume&from=2023-01&scale=log",
            "linear axis, as there is a zero",
            "有零值",
        ),
    ] {
        let subtitle = shown(&dataset, search).subtitle;
        assert!(subtitle.contains(why), "{subtitle}");
        let said = Language::Chinese.speak(|| shown(&dataset, search).subtitle);
        assert!(said.contains(words), "{said}");
    }
}

/// Three months on three have what was split between them as an estimate, and as a sum what lies within either.
#[test]
fn a_split_figure_is_an_estimate_where_it_is_not_whole() {
    let dataset = bundled_whole();
    for (month, estimated) in [
        ("2022-01", "January 2022 is an estimate"),
        ("2022-02", ""),
        ("2022-03", ""),
        ("2022-04", "January–February 2022 are estimates"),
        ("2022-05", ""),
    ] {
        let search = format!("?chart=decomposition&month={month}");
        let said = shown(&dataset, &search).sentence;
        assert!(said.starts_with("The three months to"), "{said}");
        let first = said.split(". ").next().unwrap();
        assert_eq!(first.contains("estimate"), !estimated.is_empty(), "{first}");
        assert!(first.contains(estimated), "{first}");
    }
}
