//! A reader that asks nothing reads files of known layouts as one that asks does: the same sums, faults and
//! remarks. Whatever would be asked about, or is of no known layout, it leaves to the other.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop with the reason"
)]

use std::fs;
use std::path::{Path, PathBuf};

use xenotime::import::{Counted, Explained, Reader, Refusal, RowError, encoding, export};

#[path = "common/countries.rs"]
mod countries;
use countries::country_names;

/// What a reading comes to.
type Came = (String, Counted, Vec<RowError>, Vec<Explained>, Vec<(String, &'static str)>);

fn read(name: &str, bytes: &[u8], known_only: bool, piece: usize) -> Result<Came, Refusal> {
    let mut reader = Reader::default();
    (reader.known_only, reader.confirm) = (known_only, true);
    reader.names = country_names();
    reader.begin(name, None);
    for piece in bytes.chunks(piece) {
        reader.feed(piece)?;
    }
    reader.end()?;
    Ok((export(&reader), reader.counted, reader.slips, reader.explained, reader.files))
}

/// Whether a file is read by a reader that asks nothing; it must come to the same then.
fn known(name: &str, bytes: &[u8]) -> bool {
    match read(name, bytes, true, bytes.len().max(1)) {
        Err(Refusal::NeedsAsking) => false,
        own => {
            assert_eq!(own, read(name, bytes, false, 1 << 19), "{name}");
            true
        }
    }
}

/// Every file below a folder that is text, in UTF-8.
fn files(folder: &Path, found: &mut Vec<(PathBuf, Vec<u8>)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(&path, found);
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        if bytes.len() > 1 << 22 {
            continue;
        }
        let label = encoding(&bytes[..bytes.len().min(4096)]);
        let letters = label.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
        let bytes = match letters {
            Some(letters) => letters.decode(&bytes).0.into_owned().into_bytes(),
            None => bytes,
        };
        found.push((path, bytes));
    }
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// What samples it leaves: JSON, tables with lines above them, with periods in columns or one column of flows and
/// measures, SDMX, whose columns may hold anything, and what does not say its flow.
const LEFT: [&str; 19] = [
    "EXP_2025.csv",
    "canada.csv",
    "cases.txt",
    "census-exports.json",
    "china-dollars.csv",
    "china-english-yuan.csv",
    "china-english.csv",
    "china-yuan.csv",
    "comex-api.json",
    "comtrade-answer.json",
    "dataweb.csv",
    "eurostat-bulk-sitc.tsv",
    "eurostat-bulk.tsv",
    "faostat-crops.csv",
    "faostat.csv",
    "imf.csv",
    "japan.csv",
    "korea.json",
    "world-bank.csv",
];

#[test]
fn samples_of_known_layouts_are_read_without_asking() {
    let mut samples = Vec::new();
    files(&root("tests/import/samples"), &mut samples);
    let left: Vec<String> = samples
        .iter()
        .filter(|(path, bytes)| !known(&name(path), bytes))
        .map(|(path, _)| name(path))
        .collect();
    assert_eq!(left, LEFT);
}

#[test]
fn every_other_file_is_left_or_comes_to_the_same() {
    let mut found = Vec::new();
    for folder in ["tests/import", "../shared/fixtures"] {
        files(&root(folder), &mut found);
    }
    let known = found.iter().filter(|(path, bytes)| known(&name(path), bytes)).count();
    assert!(known > 20, "{known} of {}", found.len());
}

/// Numbers by chance, the same for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }
}

/// What a file may hold anywhere.
const CELLS: [&str; 24] = [
    "",
    "X",
    "M",
    "RX",
    "0",
    "1.234",
    "1,234",
    "-",
    "2010-11",
    "2020.1",
    "01/02/2024",
    "total",
    "World",
    "EUR",
    "kg",
    "Domestic exports",
    "Exports",
    "FY2023",
    "2024",
    "999999",
    "US$ 5",
    "million",
    "\"a,b\"",
    "n.e.s.",
];

/// A table with something else in it: cells, rows twice, rows out of order, lines of words, columns away.
fn changed(text: &str, chance: &mut Chance) -> String {
    let first = text.lines().next().unwrap_or_default();
    let separator =
        [',', ';', '\t', '|'].into_iter().max_by_key(|own| first.matches(*own).count()).unwrap();
    let mut rows: Vec<Vec<String>> =
        text.lines().map(|line| line.split(separator).map(str::to_owned).collect()).collect();
    for _ in 0..1 + chance.below(3) {
        let (row, word) = (1 + chance.below(rows.len() - 1), CELLS[chance.below(CELLS.len())]);
        let column = chance.below(rows[0].len());
        match chance.below(8) {
            0 => rows.push(rows[row.min(rows.len() - 1)].clone()),
            1 => rows.insert(row, vec![word.to_owned()]),
            2 => rows.iter_mut().for_each(|own| {
                if column < own.len() {
                    own.remove(column);
                }
            }),
            3 => rows.iter_mut().for_each(|own| {
                own.insert(column.min(own.len()), format!("{}{word}", own.len()));
            }),
            4 => rows.iter_mut().skip(1).for_each(|own| {
                if let Some(cell) = own.get_mut(column) {
                    word.clone_into(cell);
                }
            }),
            5 => rows.push(rows[0].clone()),
            _ => {
                let at = row.min(rows.len() - 1);
                if let Some(cell) = rows[at].get_mut(column) {
                    word.clone_into(cell);
                }
            }
        }
        if rows.len() < 2 || rows[0].is_empty() {
            break;
        }
    }
    let lines: Vec<String> = rows.iter().map(|row| row.join(&separator.to_string())).collect();
    lines.join("\n") + "\n"
}

#[test]
fn whatever_stands_in_them_they_are_left_or_come_to_the_same() {
    let mut samples = Vec::new();
    files(&root("tests/import/samples"), &mut samples);
    let mut chance = Chance(14);
    let mut count = 0;
    for (path, bytes) in samples {
        let own = name(&path);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if LEFT.contains(&own.as_str()) {
            continue;
        }
        for _ in 0..60 {
            count += usize::from(known(&own, changed(&text, &mut chance).as_bytes()));
        }
    }
    assert!(count > 300, "{count}");
}
