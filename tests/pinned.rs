//! Pinned files: whole, small, still readable with nothing run, and in the page's own words.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use xenotime::charts::{CHARTS, Query, Theme, source_links, view, view_of_parts};
use xenotime::drawing::{PinnedOptions, pinned};

mod common;
use common::{bundled, by_partner};

/// The most that a pinned chart may weigh, compressed.
const MOST_BYTES: usize = 30 * 1024;

/// Every chart of what it has something to show of.
fn searches() -> Vec<String> {
    CHARTS.iter().map(|chart| chart.example.to_owned()).collect()
}

fn file(search: &str) -> String {
    let options =
        PinnedOptions { live: Some("https://example.org/trade/"), ..PinnedOptions::default() };
    pinned(&bundled(), &Query::parse(search).0, &options)
}

fn compressed(text: &str) -> usize {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut text.as_bytes(), &mut out, &params).unwrap();
    out.len()
}

/// What lies between two strings.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    text.split_once(from).unwrap().1.split_once(to).unwrap().0
}

fn points(html: &str) -> serde_json::Value {
    serde_json::from_str(between(html, "id=\"points\">", "</script>")).unwrap()
}

#[test]
fn every_chart_is_small() {
    for search in searches() {
        let size = compressed(&file(&search));
        println!("{size:6} {search}");
        assert!(size <= MOST_BYTES, "{search}: {size}");
    }
}

/// The whole world twice over, with many partners, and every partner's report.
#[test]
fn maps_and_tables_of_all_partners_are_small() {
    let Some(dataset) = by_partner() else { return };
    for search in [
        "?chart=map&month=2024-12",
        "?chart=map&as=yoy&month=2024-12",
        "?chart=gaps&month=2024-12",
        "?chart=series&as=both&with=import.rare-earths.WLD.volume,export.magnets.WLD.volume,export.metals.WLD.volume,export.compounds-but-cerium.WLD.volume,export.terbium.WLD.volume",
        "?chart=series&as=both&per=sum3&with=import.rare-earths.WLD.volume,export.magnets.WLD.volume,export.metals.WLD.volume,export.compounds-but-cerium.WLD.volume,export.terbium.WLD.volume",
        "?chart=series&as=both&from=2010-01&with=import.rare-earths.WLD.volume&with=export.magnets.WLD.volume&with=export.magnets.USA.volume&with=export.magnets.JPN.volume&with=export.magnets.DEU.volume",
    ] {
        let html = pinned(&dataset, &Query::parse(search).0, &PinnedOptions::default());
        let size = compressed(&html);
        println!("{size:6} {search}, {} raw", html.len());
        assert!(size <= MOST_BYTES, "{search}: {size}");
        assert!(!html.contains("href=\"./"), "{search}: a link to a page that is not there");
    }
}

/// Of so many series the table has the latest months only, and says so; every point is there.
#[test]
fn a_long_table_is_shortened_before_the_file_is_too_large() {
    let Some(dataset) = by_partner() else { return };
    let search = "?chart=series&as=both&from=2010-01&with=import.rare-earths.WLD.volume,export.magnets.WLD.volume,export.magnets.USA.volume,export.magnets.JPN.volume,export.magnets.DEU.volume";
    let query = Query::parse(search).0;
    let html = pinned(&dataset, &query, &PinnedOptions::default());
    let whole = view(&dataset, &query);
    assert!(whole.table.columns.len() > 12, "{} columns", whole.table.columns.len());
    let size = compressed(&html);
    assert!(size <= MOST_BYTES, "{size}");
    let rows = html.matches("<tr").count() - 1;
    assert!(rows < whole.table.rows.len() && rows >= whole.table.rows.len() / 8, "{rows}");
    let said = format!("its table has the latest {rows} of {} rows", whole.table.rows.len());
    assert!(html.contains(&said), "{said}");
    assert_eq!(points(&html)["points"].as_array().unwrap().len(), whole.graph.marks.len());
}

#[test]
fn the_policy_lets_through_the_files_own_script_and_style_and_nothing_else() {
    let html = file("");
    let hash = |text: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    let policy = between(&html, "Content-Security-Policy\" content=\"", "\"");
    let style = hash(between(&html, "<style>", "</style>"));
    let script = hash(between(&html, "<script>", "</script>"));
    assert_eq!(
        policy,
        format!(
            "default-src 'none'; script-src {script}; style-src {style}; base-uri 'none'; form-action 'none'"
        )
    );
    assert_eq!(html.matches("<script").count(), 2, "points and the script that shows them");
    for search in searches() {
        let html = file(&search);
        for fetched in [" src=", "url(", "@import", "<link", " style="] {
            assert!(!html.contains(fetched), "{search}: {fetched}");
        }
        assert_eq!(
            between(&html, "<style>", "</style>"),
            between(&file(""), "<style>", "</style>")
        );
    }
}

#[test]
fn words_points_and_table_are_those_of_the_page() {
    let dataset = bundled();
    for search in searches() {
        let html = file(&search);
        let view = view(&dataset, &Query::parse(&search).0);
        let points = points(&html);
        let found = points["points"].as_array().unwrap();
        assert_eq!(found.len(), view.graph.marks.len(), "{search}");
        let all = [("wide", 720.0), ("middle", 480.0), ("narrow", 314.0)];
        let drawings = if search.contains("chart=map") { &all[1..] } else { &all[..] };
        for (point, mark) in found.iter().zip(&view.graph.marks) {
            let words: Vec<&str> =
                point.as_array().unwrap()[2..7].iter().map(|word| word.as_str().unwrap()).collect();
            assert_eq!(words, [&mark.series, &mark.period, &mark.value, &mark.status, &mark.note]);
            let publishers: Vec<Vec<&serde_json::Value>> = point[7]
                .as_array()
                .unwrap()
                .iter()
                .map(|own| own.as_array().map_or_else(|| vec![own], |all| all.iter().collect()))
                .collect();
            let link = |at: &&serde_json::Value| {
                points["sources"][at.as_u64().unwrap() as usize].as_str().unwrap()
            };
            let said: Vec<String> = publishers
                .iter()
                .map(|links| links.iter().map(link).collect::<Vec<_>>().join(" "))
                .collect();
            let comma = points["words"][2].as_str().unwrap();
            assert_eq!(said.join(comma), source_links(&dataset, &mark.sources), "{search}");
            let mut sources: Vec<&serde_json::Value> =
                publishers.iter().flatten().copied().collect();
            sources.dedup();
            assert_eq!(sources.len(), mark.sources.len(), "{search} {}", mark.period);
            for source in &mark.sources {
                let url = dataset.sources[*source].url.replace('&', "&amp;");
                assert!(sources.iter().any(|at| link(at).contains(&url)), "{said:?} without {url}");
            }
            // A place in each drawing.
            let places = point[0].as_array().unwrap();
            assert_eq!(places.len(), 2 * drawings.len(), "{search}");
            for (place, (_, limit)) in places.iter().step_by(2).zip(drawings) {
                let x = place.as_f64().unwrap();
                assert!((0.0..=*limit).contains(&x), "{search} {}: {x}", mark.period);
            }
        }
        assert_eq!(html.matches("<tr").count(), view.table.rows.len() + 1, "{search}");
        for (place, (class, _)) in drawings.iter().enumerate() {
            let drawn = format!("<div class=\"{class}\" data-at=\"{place}\">");
            assert!(html.contains(&drawn), "{search}");
        }
        assert!(html.contains("Data compiled on "), "{search}");
    }
}

/// The style sheet shows each drawing where letters of this size stay 11 pixels high.
#[test]
fn no_letters_are_smaller_than_the_widths_are_made_for() {
    for search in searches() {
        let html = file(&search);
        let sizes = html
            .split("font-size=\"")
            .skip(1)
            .map(|rest| rest.split_once('"').unwrap().0.parse::<f64>().unwrap());
        let least = sizes.fold(f64::INFINITY, f64::min);
        assert!(least >= 12.0, "{search}: {least}");
    }
}

/// The partners of the bundled data are few: none is left out, as of files of thousands.
#[test]
fn of_the_bundled_data_every_partner_is_named() {
    let dataset = bundled();
    for search in [
        "?chart=shares&product=magnets&month=2025-12",
        "?chart=shares&product=magnets&month=2025-10",
    ] {
        let query = Query::parse(search).0;
        let whole = view(&dataset, &query);
        let html = file(search);
        assert!(whole.table.rows.len() > 20, "{search}: {}", whole.table.rows.len());
        assert_eq!(html.matches("<tr").count(), whole.table.rows.len() + 1, "{search}");
        assert!(!html.contains(" others<"), "{search}");
    }
}

/// On paper a number is worth what the list below the table says of it.
#[test]
fn a_source_that_is_a_number_stands_in_the_list_under_it() {
    let mut numbers = 0;
    for search in searches() {
        let html = file(&search);
        let list: Vec<&str> = html
            .split_once("<ol class=\"sources\">")
            .map(|(_, rest)| rest.split_once("</ol>").unwrap().0.split("<li>").skip(1).collect())
            .unwrap_or_default();
        // Of the page's words; those of its points are JSON.
        let page = html.split_once("<script").unwrap().0;
        let links = page.split("<a href=\"").skip(1);
        let links = links.filter_map(|rest| rest.split_inclusive("</a>").next());
        for link in links.filter(|link| link.contains("aria-label=")) {
            let (address, rest) = link.split_once('"').unwrap();
            let (name, words) = (between(rest, "aria-label=\"", "\""), between(rest, ">", "</a>"));
            let number: usize = between(words, "[", "]").parse().unwrap();
            let entry = list[number - 1];
            assert!(entry.starts_with(&format!("<a href=\"{address}\"")), "{search}: {entry}");
            assert!(name.starts_with(words) && name.len() > words.len() + 3, "{search}: {name}");
            numbers += 1;
        }
        assert!(
            !page.contains(">[")
                || page.matches(">[").count() == page.matches("aria-label=\"[").count(),
            "{search}: a number that leads nowhere"
        );
    }
    assert!(numbers > 100, "{numbers}");
}

#[test]
fn a_theme_is_kept_and_the_live_page_is_linked() {
    let html = file("?chart=season&month=2024-11");
    assert!(html.contains("href=\"https://example.org/trade/?chart=season&amp;month=2024-11\""));
    let options = PinnedOptions { theme: Theme::Dark, ..PinnedOptions::default() };
    let html = pinned(&bundled(), &Query::default(), &options);
    assert!(html.contains("<html lang=\"en\" data-theme=\"dark\">"));
    assert!(!html.contains("today’s data"));
}

#[test]
fn of_many_parts_the_largest_are_named_and_the_rest_is_said() {
    let dataset = bundled();
    let query = Query::parse("?product=magnets&month=2025-12&chart=shares").0;
    let (all, few) = (view(&dataset, &query), view_of_parts(&dataset, &query, 2));
    let names = |view: &xenotime::charts::View| {
        let mut names: Vec<String> =
            view.graph.marks.iter().map(|mark| mark.series.clone()).collect();
        names.sort();
        names.dedup();
        names
    };
    assert!(names(&all).len() > 3);
    assert_eq!(names(&few).len(), 3, "two parts and the index: {:?}", names(&few));
    assert!(few.notes.iter().any(|note| note.contains("the two largest are listed")));
    assert!(!all.notes.iter().any(|note| note.contains("largest")));
}
