//! Stories: any bytes at all, and words drawn from the checker's own tables.

#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use xenotime::import::dataset::{Bundle, add_part, read_bundle};
use xenotime::stories::{Desk, Checker, findings, markdown, phrases, summary};
use xenotime::trade::Month;

macro_rules! data {
    ($name:literal) => {
        include_str!(concat!("../../../www/data/", $name))
    };
}

fn checker() -> Checker {
    let mut dataset = read_bundle(Bundle {
        observations: data!("observations.csv"),
        sources: data!("sources.csv"),
        products: data!("products.csv"),
        events: data!("events.csv"),
        dataset: data!("dataset.csv"),
        partners: data!("partners.csv"),
    })
    .unwrap();
    add_part(&mut dataset, "by-partner.csv", data!("by-partner.csv")).unwrap();
    Checker::new(dataset)
}

thread_local! {
    static CHECKER: Checker = checker();
}

/// Numbers and marks that stand between the tables' words.
const BETWEEN: [&str; 16] = [
    "4,416",
    "2024",
    "7.1",
    "0",
    "1e309",
    "１２３",
    "-5",
    "2.5",
    ", ",
    ". ",
    " (",
    ")",
    "| ",
    "\n",
    "China ",
    "稀土",
];

/// A text of words from the tables, two bytes each.
fn drawn(bytes: &[u8]) -> String {
    static WORDS: OnceLock<Vec<&'static str>> = OnceLock::new();
    let words = WORDS.get_or_init(|| phrases().collect());
    let mut text = String::new();
    for pair in bytes.chunks_exact(2) {
        let place = usize::from(pair[0]) * 256 + usize::from(pair[1]);
        match BETWEEN.get(place % 37) {
            Some(mark) => text.push_str(mark),
            None => text.push_str(words[place % words.len()]),
        }
        text.push(' ');
    }
    text
}

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, bytes)) = bytes.split_first() else { return };
    let text = match kind % 2 {
        0 => String::from_utf8_lossy(bytes).into_owned(),
        _ => drawn(bytes),
    };
    let month = Month::from_index(2000 * 12 + i32::from(*kind) * 2);
    CHECKER.with(|checker| {
        for written in [None, Some(month)] {
            let story = checker.check(&text, written);
            let found = findings(&story.found, &text, checker.dataset());
            for one in &found {
                assert_eq!(text.get(one.start..one.end), Some(one.text.as_str()));
            }
            assert!(!markdown(&found, "", Desk::default()).contains("NaN") && !summary(&found).contains("NaN"));
        }
    });
});
