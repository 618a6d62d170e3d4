//! What readers see, for review: the words, the controls, the table's beginning and the drawing of
//! some sixty addresses, each in a file of `tests/snapshots` that a diff shows; the same in Chinese, of the
//! drawing only its words, in the folder `chinese` there.
//!
//! A change of wording or drawing fails here until its diff is looked at and taken:
//! `cargo insta review`, or `INSTA_UPDATE=always cargo test --test snapshots` and `git diff`.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::fmt::Write as _;

use xenotime::charts::{Query, page, title_block, view};
use xenotime::statistics::{Grouping, Transformation};
use xenotime::trade::{Dataset, Event, Language, Observation, Words};

mod common;
use common::recorder::script;
use common::{bundled, bundled_whole, by_partner, made, made_by, month};

/// Rows of a table that stand for all of it.
const ROWS: usize = 3;

/// Addresses of the headline data.
const BUNDLED: [&str; 34] = [
    "",
    "?month=2024-11",
    "?month=2024-11&compare=mom",
    "?month=2024-11&compare=ytd",
    "?month=2024-11&compare=mean5",
    "?month=2024-11&compare=median5",
    "?month=2024-11&compare=record",
    "?flow=import&month=2024-11",
    "?month=2023-02",
    "?month=2016-05",
    "?product=magnets&month=2025-05",
    "?product=none",
    "?chart=season&month=2024-11",
    "?chart=season&month=2022-02",
    "?chart=cumulative&month=2024-11",
    "?chart=cumulative&flow=import&month=2024-11",
    "?chart=change&month=2024-11",
    "?chart=change&month=2024-11&compare=mom",
    "?chart=heat&month=2024-11",
    "?chart=balance&month=2024-11",
    "?chart=framing&month=2024-11",
    "?chart=framing&month=2020-02",
    "?chart=mirror",
    "?chart=expectation&month=2024-11",
    "?chart=decomposition&month=2024-11",
    "?chart=breaks&month=2024-11",
    "?chart=effects&event=2025-04-04",
    "?chart=drivers&product=magnets&month=2025-12&compare=mom",
    "?chart=drivers&month=2024-11",
    "?chart=shares&product=magnets&month=2025-12",
    "?chart=unit-value&product=magnets&month=2025-05",
    "?chart=unit-value&measure=value&month=2024-11",
    "?chart=price-volume&month=2024-12&compare=ytd",
    "?chart=dependence",
];

/// Addresses that need the parts beside them.
const WHOLE: [&str; 18] = [
    "?chart=map&month=2024-12",
    "?chart=map&flow=import&month=2024-12&as=yoy",
    "?chart=gaps&month=2024-12",
    "?chart=drivers&month=2025-12&compare=ytd",
    "?chart=shares&month=2025-12",
    "?chart=prices&month=2025-12",
    "?measure=value&unit=CNY&month=2024-11",
    "?chart=shares&month=2025-12&by=product",
    "?chart=mirror&month=2024-12",
    "?chart=dependence&to=2025-12",
    "?partner=JPN&month=2024-12",
    "?chart=series&with=import.rare-earths.WLD.volume&month=2024-11",
    "?chart=series&product=magnets&with=export.magnets.USA.volume,export.rare-earths.WLD.value&as=both&scale=log",
    "?chart=series&product=magnets&partner=USA&with=export.magnets.DEU.volume&as=share&per=quarter",
    "?chart=series&per=sum12&as=index&base=2020-12&month=2024-11",
    "?chart=history&month=2023-09",
    "?chart=mix&month=2025-12&compare=ytd&by=product",
    "?month=2024-10&asof=2024-11-30&notes=2024-06.2024-08_Summer",
];

/// Charts of data that were made for this, in euros and kilograms, and in whole years.
const MADE: [&str; 10] = [
    "?chart=months&measure=value",
    "?chart=season&measure=value",
    "?chart=cumulative",
    "?chart=heat&measure=value",
    "?chart=balance",
    "?chart=framing&compare=mom",
    "?chart=drivers",
    "?chart=shares",
    "?chart=unit-value",
    "?chart=price-volume",
];

/// All that a reader meets at an address, in the order of the page.
fn seen(dataset: &Dataset, search: &str) -> String {
    let (query, problems) = Query::parse(search);
    let view = view(dataset, &query.settled(dataset));
    let mut text = String::new();
    let mut say = |name: &str, words: &str| {
        if !words.is_empty() {
            let _ = writeln!(text, "{name}: {words}");
        }
    };
    say("address", search);
    say("problems", &problems.join(" "));
    say("headline", &view.headline);
    say("subtitle", &view.subtitle);
    say("sentence", &view.sentence);
    say("backtest", &view.calibration);
    for note in &view.notes {
        say("note", note);
    }
    let title_block = title_block(dataset, &view);
    say("source", title_block.source.trim_start_matches("Source: "));
    for control in page(dataset, &view, Vec::new()).controls {
        let chosen = control.choices.iter().find(|choice| choice.value == control.value);
        let chosen = chosen.map_or("–", |choice| choice.label.as_str());
        say("control", &format!("{}: {chosen}, of {}", control.name, control.choices.len()));
    }
    let table = &view.table;
    say("table", &format!("{}, {} rows", table.caption, table.rows.len()));
    let heads: Vec<String> =
        table.columns.iter().map(|column| format!("{} [{}]", column.head, column.name)).collect();
    say("  head", &heads.join(" | "));
    for row in table.rows.iter().take(ROWS) {
        let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        say("  row", &cells.join(" | "));
    }
    say("drawing", &format!("{} points, 760×520", view.graph.marks.len()));
    for line in script(&view.graph, Some(&title_block), (760, 520)) {
        let _ = writeln!(text, "  {line}");
    }
    text
}

/// The same in Chinese, of the drawing only the words.
fn seen_in_chinese(dataset: &Dataset, search: &str) -> String {
    let seen = Language::Chinese.speak(|| seen(dataset, search));
    let shape = |line: &&str| line.starts_with("  ") && !line.contains("text ");
    let (words, drawing) = seen.split_once("drawing: ").unwrap();
    let drawing: Vec<&str> = drawing.lines().filter(|line| !shape(line)).collect();
    format!("{words}drawing: {}\n", drawing.join("\n"))
}

/// Where the sentences stand that an audit of the statistics objected to, each with the objection that it must
/// not fall under again.
const AUDITED: [(&str, &str); 7] = [
    (
        "what is carried over stands apart; within the interval proves nothing; so many flagged of so many",
        "?chart=expectation&month=2024-11",
    ),
    ("outside one interval and within the other", "?chart=expectation&month=2024-05"),
    ("outside both is no event", "?chart=expectation&month=2024-01"),
    ("that no shift is found is not that there is none", "?chart=breaks&month=2024-11"),
    ("intervals hold for all events at once", "?chart=effects&event=2025-04-04"),
    ("the one event that stood out alone", "?chart=effects&event=2020-12-01"),
    ("a season that is not established is no fact", "?chart=decomposition&month=2024-11"),
];

/// The same of data whose level falls by two fifths, and whose season is plain.
const STEPPED: [(&str, &str); 2] = [
    ("a shift that is found has a size with an interval", "?chart=breaks&month=2022-11"),
    ("a season that is established", "?chart=decomposition&month=2022-11"),
];

/// Made-up data whose level falls in 2021.
fn stepped() -> Dataset {
    let mut dataset = made("USD", "t");
    let fall = |mut one: Observation| {
        if one.figure.period.start.year() >= 2021 {
            one.figure.value = (one.figure.value * 0.6).round();
        }
        one
    };
    let fallen: Vec<Observation> = dataset.take_observations().into_iter().map(fall).collect();
    dataset.observe(fallen);
    dataset.events = vec![Event {
        date: "2020-12-05".to_owned(),
        month: month("2020-12"),
        titles: Words::english("A duty doubles"),
        shorts: Words::default(),
        rank: None,
        effects: Words::default(),
        url: String::new(),
    }];
    dataset
}

/// The sentences of audited views.
fn sentences(dataset: &Dataset, audited: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for (objection, search) in audited {
        let (query, _) = Query::parse(search);
        let view = view(dataset, &query.settled(dataset));
        let _ = writeln!(text, "# {objection}\n{search}");
        for words in
            [&view.headline, &view.sentence, &view.calibration].into_iter().chain(&view.notes)
        {
            if !words.is_empty() {
                let _ = writeln!(text, "  {words}");
            }
        }
        text.push('\n');
    }
    text
}

#[test]
fn the_sentences_that_an_audit_objected_to_read_as_reviewed() {
    let (bundled, stepped) = (bundled(), stepped());
    let all = || {
        let mut text = sentences(&bundled, &AUDITED) + &sentences(&stepped, &STEPPED);
        text.push_str("# events have no effects of their own\n");
        for event in &bundled.events {
            let _ = writeln!(text, "  {} {}: {}", event.date, event.title(), event.effect());
        }
        text
    };
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("audited", all()));
    settings.set_snapshot_path("snapshots/chinese");
    settings.bind(|| insta::assert_snapshot!("audited", Language::Chinese.speak(all)));
}

/// The headlines of the chart of series for all that its lines can be joined into and held against.
fn headlines_of_series(dataset: &Dataset, lines: &str) -> String {
    let mut text = String::new();
    for grouping in Grouping::ALL {
        for shown in Transformation::ALL {
            let asked = format!("per={}&as={}", grouping.code(), shown.code());
            let search = format!("?chart=series&month=2024-11{lines}&{asked}");
            let (query, _) = Query::parse(&search);
            let view = view(dataset, &query.settled(dataset));
            let _ = writeln!(text, "{asked}\n  {}\n  {}", view.headline, view.subtitle);
        }
    }
    text
}

#[test]
fn headlines_of_series_say_what_was_compared() {
    let bundled = bundled();
    let several = "&with=import.rare-earths.WLD.volume";
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut hold = |folder: &str, name: &str, text: String| {
        settings.set_snapshot_path(folder);
        settings.bind(|| insta::assert_snapshot!(name, text));
    };
    for (name, lines) in [("headlines_of_one", ""), ("headlines_of_several", several)] {
        hold("snapshots", name, headlines_of_series(&bundled, lines));
        let chinese = Language::Chinese.speak(|| headlines_of_series(&bundled, lines));
        hold("snapshots/chinese", name, chinese);
    }
}

/// A name for the file of an address: `months_month-2024-11`.
fn file(kind: &str, search: &str) -> String {
    let plain = search.trim_start_matches('?').replace('&', "_").replace('=', "-");
    if plain.is_empty() { format!("{kind}_default") } else { format!("{kind}_{plain}") }
}

fn hold(kind: &str, dataset: &Dataset, searches: &[&str]) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for search in searches {
            insta::assert_snapshot!(file(kind, search), seen(dataset, search));
        }
    });
    settings.set_snapshot_path("snapshots/chinese");
    settings.bind(|| {
        for search in searches {
            insta::assert_snapshot!(file(kind, search), seen_in_chinese(dataset, search));
        }
    });
}

/// What may stand in Chinese in Latin letters: names of methods, of people, of organizations and of
/// formats, as Chinese texts have them too.
const LATIN: &str = "AR ARIMA Akaike Adamas Argus Ang Bera Bonferroni Box COVID CSV Chen Comtrade FRED Earth Fourier \
    Friedman GSC HHI HS Holm Hyndman ISO Jarque Kruskal LMDI Liu Ljung Maravall McRae MP Natural QS Reuters SMM STL SVG \
    Smith TRAMO Terpenning Tiao UN USGS Var Wallis Wang Xenotime";

/// Every word in Latin letters of what readers of Chinese are told.
fn english(dataset: &Dataset, search: &str) -> Vec<String> {
    Language::Chinese.speak(|| {
        let (query, problems) = Query::parse(search);
        let view = view(dataset, &query.settled(dataset));
        let mut told = vec![view.headline, view.subtitle, view.sentence, view.calibration];
        told.extend(problems.into_iter().chain(view.notes));
        told.push(view.table.caption);
        told.extend(view.table.columns.into_iter().map(|column| column.head));
        let known: Vec<&str> = LATIN.split_whitespace().collect();
        let words = told.iter().flat_map(|text| text.split(|one: char| !one.is_ascii_alphabetic()));
        let foreign = words.filter(|word| word.len() > 1 && !known.contains(word));
        foreign.map(|word| format!("{search}: {word}")).collect()
    })
}

/// Who published something is named in Chinese, with who was cited and in which language.
#[test]
fn publishers_are_named_in_chinese() {
    let dataset = bundled_whole();
    let named = dataset.sources.iter().map(|source| &source.publisher);
    let english = [" via ", " citing ", " and ", "(", "Reuters", "USGS", "API answer"];
    let found: Vec<String> = Language::Chinese.speak(|| {
        let said = named.map(|name| dataset.about.translated(name).replace("reuters.com", ""));
        said.filter(|said| english.iter().any(|word| said.contains(word))).collect()
    });
    assert!(found.is_empty(), "{found:#?}");
}

/// One of a thing has no “s”: `1 month`.
#[test]
fn one_of_a_thing_is_one() {
    let mut found = Vec::new();
    let mut read = |dataset: &Dataset, search: &str| {
        let (query, _) = Query::parse(search);
        let view = view(dataset, &query.settled(dataset));
        let mut said = vec![view.headline, view.sentence, view.calibration];
        said.extend(view.notes);
        said.extend(view.table.rows.into_iter().flat_map(|row| row.cells).map(|cell| cell.text));
        for text in said {
            let words: Vec<&str> = text.split_whitespace().collect();
            for two in words.windows(2) {
                let noun = two[1].trim_end_matches(|sign: char| !sign.is_alphabetic());
                let verb = ["is", "was", "has", "holds", "others"].contains(&noun);
                if two[0].trim_start_matches('(') == "1" && noun.ends_with('s') && !verb {
                    found.push(format!("{search}: {} {noun} in {text}", two[0]));
                }
            }
        }
    };
    let bundled = bundled();
    let made = made("USD", "t");
    // As the data begin, there is one of everything.
    let months = month("2014-06").through(month("2021-12"));
    for month in months.step_by(7) {
        for chart in ["months", "season", "expectation", "decomposition", "breaks", "heat"] {
            read(&bundled, &format!("?chart={chart}&month={month}"));
            read(&made, &format!("?chart={chart}&month={month}"));
        }
    }
    assert!(found.is_empty(), "{:#?}", found.iter().take(20).collect::<Vec<_>>());
}

/// Names in the data's remarks and of who published them that are Latin in Chinese, too.
const PUBLISHERS: &str =
    "Adamas MP Materials Argus TRADIUM Reuters Mining Global Times CNBC CCSIC WITS mademagnet";

#[test]
fn the_data_s_own_remarks_are_spoken_in_chinese() {
    let dataset = bundled_whole();
    let figures = dataset.observations().iter();
    let figures = figures.flat_map(|row| {
        std::iter::once(&row.figure.note).chain(row.figure.others.iter().map(|other| &other.note))
    });
    let prices = dataset.prices.iter().map(|price| &price.note);
    let remarks: std::collections::BTreeSet<&String> = figures.chain(prices).collect();
    assert!(remarks.len() > 200, "{} remarks", remarks.len());
    let known: Vec<&str> = LATIN.split_whitespace().chain(PUBLISHERS.split_whitespace()).collect();
    let mut found = Vec::new();
    for remark in remarks {
        let said = Language::Chinese.speak(|| dataset.about.translated(remark).into_owned());
        let words = said.split(|letter: char| !letter.is_ascii_alphabetic());
        // Shorter ones are units and lists of goods.
        let words = words.filter(|word| word.len() > 3 && !known.contains(word));
        found.extend(words.map(|word| format!("{word} in {said}")));
    }
    assert!(found.is_empty(), "no phrase_zh in dataset.csv: {found:#?}");
}

#[test]
fn no_english_stands_in_chinese() {
    let bundled = bundled();
    // An address that names what there is not is quoted as it is.
    let searches = BUNDLED.iter().filter(|search| !search.contains("none"));
    let mut found: Vec<String> = searches.flat_map(|search| english(&bundled, search)).collect();
    if let Some(dataset) = by_partner() {
        found.extend(
            WHOLE
                .iter()
                .filter(|one| !one.contains("notes"))
                .flat_map(|search| english(&dataset, search)),
        );
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// The most characters of a headline.
const LONGEST: usize = 90;

#[test]
fn headlines_are_as_short_as_a_desk_prints_them() {
    let mut found = Vec::new();
    let mut measure = |kind: &str, dataset: &Dataset, searches: &[&str]| {
        for search in searches {
            let (query, _) = Query::parse(search);
            let headline = view(dataset, &query.settled(dataset)).headline;
            let length = headline.chars().count();
            if length > LONGEST {
                found.push(format!("{kind} {search}: {length} characters: {headline}"));
            }
        }
    };
    measure("bundled", &bundled(), &BUNDLED);
    if let Some(dataset) = by_partner() {
        measure("whole", &dataset, &WHOLE);
    }
    measure("euros", &made("EUR", "kg"), &MADE);
    measure("years", &made_by(12, "USD", "t"), &MADE);
    assert!(found.is_empty(), "over {LONGEST} characters: {found:#?}");
}

#[test]
fn the_bundled_data_read_as_reviewed() {
    hold("bundled", &bundled(), &BUNDLED);
}

#[test]
fn the_parts_beside_them_read_as_reviewed() {
    if let Some(dataset) = by_partner() {
        hold("whole", &dataset, &WHOLE);
    }
}

#[test]
fn euros_and_kilograms_read_as_reviewed() {
    hold("euros", &made("EUR", "kg"), &MADE);
}

#[test]
fn whole_years_read_as_reviewed() {
    hold("years", &made_by(12, "USD", "t"), &MADE);
}
