//! The pictures that the README opens with are what the product draws today. Where a change is
//! meant, `XENOTIME_SHOW=1 cargo test --test shown` draws them anew.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::Path;

use xenotime::charts::{Query, title_block, view};
use xenotime::drawing::{Palette, SvgOptions, fitting_height, story_svg, svg};
use xenotime::stories::{check, findings};
use xenotime::trade::{Dataset, Month};

mod common;
use common::bundled;

const WIDTH: u32 = 760;

/// Written for the README, right and wrong.
const STORY: &str = "China exported 4,416 tonnes of rare earths in November 2024, 7.1% less than in October. A year earlier it had been 4,206 tonnes. Exports in June 2025 came to 7,742 tonnes, 10% more than in May.";

fn chart(dataset: &Dataset, search: &str) -> String {
    let view = view(dataset, &Query::parse(search).0);
    let words = title_block(dataset, &view);
    let options = SvgOptions {
        width: WIDTH,
        height: fitting_height(&view.graph, Some(&words), WIDTH),
        palette: Palette::LIGHT,
        title_block: Some(words),
        title: view.headline.clone(),
    };
    svg(&view.graph, &options)
}

fn story(dataset: &Dataset) -> String {
    let found = check(STORY, dataset, Month::parse("2025-07"));
    story_svg(STORY, &findings(&found, STORY, dataset), WIDTH, Palette::LIGHT)
}

#[test]
fn the_readme_shows_what_is_drawn_today() {
    let dataset = bundled();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/shown");
    for (name, drawn) in [
        ("months", chart(&dataset, "?month=2024-11&compare=mom&to=2025-12")),
        ("season", chart(&dataset, "?chart=season&month=2025-11")),
        ("expectation", chart(&dataset, "?chart=expectation&month=2024-11&to=2025-12")),
        ("story", story(&dataset)),
    ] {
        let path = folder.join(format!("{name}.svg"));
        if std::env::var_os("XENOTIME_SHOW").is_some() {
            fs::write(&path, &drawn).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept == drawn,
            "www/shown/{name}.svg is not what is drawn today; if that is meant, draw it anew with XENOTIME_SHOW=1 cargo test --test shown"
        );
    }
}
