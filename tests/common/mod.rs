//! Short names for what every test file speaks of.

#![allow(dead_code, reason = "each test file uses some of it")]
#![allow(clippy::panic, reason = "a test that cannot go on should stop with the reason")]

use std::path::Path;

use xenotime::import::dataset::{BUNDLE_FILES, Bundle, RowError, add_part, read_bundle};
use xenotime::trade::{Dataset, Figure, Flow, Measure, Month, Partner, Period, SeriesKey, Status};

/// The month written `YYYY-MM`.
pub fn month(text: &str) -> Month {
    Month::parse(text).unwrap_or_else(|| panic!("{text} is no month"))
}

/// The run of `months` months that begins with the month written `start`.
pub fn period(start: &str, months: u16) -> Period {
    Period { start: month(start), months }
}

/// Weight of the customs headline "rare earths", all partners together.
pub fn rare_earths(flow: Flow) -> SeriesKey {
    SeriesKey {
        flow,
        measure: Measure::Volume,
        product: "rare-earths".to_owned(),
        partner: Partner::world(),
    }
}

/// The data that the page ships.
pub fn bundled() -> Dataset {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data");
    headline_files(&folder)
}

/// The same with every part that stands beside the headline figures.
pub fn bundled_whole() -> Dataset {
    with_parts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data"))
}

/// A folder's data with every part that is there.
pub fn with_parts(folder: &Path) -> Dataset {
    let mut dataset = headline_files(folder);
    for (_, file) in dataset.about.parts.clone() {
        if let Ok(text) = std::fs::read_to_string(folder.join(&file)) {
            add_part(&mut dataset, &file, &text).unwrap_or_else(|errors| explain(&errors));
        }
    }
    dataset
}

/// A folder's data without its parts.
pub fn headline_files(folder: &Path) -> Dataset {
    let [observations, sources, products, events, dataset, partners] = BUNDLE_FILES.map(|name| {
        std::fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    });
    let bundle = Bundle {
        observations: &observations,
        sources: &sources,
        products: &products,
        events: &events,
        dataset: &dataset,
        partners: &partners,
    };
    read_bundle(bundle).unwrap_or_else(|errors| explain(&errors))
}

fn explain(errors: &[RowError]) -> ! {
    let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
    panic!("the data have row errors:\n{}", lines.join("\n"))
}

/// A figure as reported, from no source.
pub fn figure(period: Period, value: f64) -> Figure {
    Figure {
        period,
        value,
        decimals: 0,
        status: Status::Reported,
        sources: vec![0],
        note: String::new(),
        others: Vec::new(),
    }
}
