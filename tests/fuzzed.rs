//! The files that the fuzzing of the readers began with and those on which it once stopped.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::{fs, path::Path};

#[path = "fuzz/fuzz_targets/opened.rs"]
mod opened;

/// Gives each file of a target's corpus to it.
fn each(target: &str, work: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(target);
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        work(&fs::read(entry.unwrap().path()).unwrap());
        count += 1;
    }
    assert!(count > 1, "{target} has a corpus");
}

#[test]
fn any_bytes_are_read_or_refused() {
    each("anything", opened::anything);
}

#[test]
fn any_rows_are_read_or_told() {
    each("rows", opened::rows);
}

#[test]
fn any_mapping_is_obeyed_or_refused() {
    each("mapping", |bytes| opened::mapping(&String::from_utf8_lossy(bytes)));
}

#[test]
fn any_container_is_unpacked_or_refused() {
    each("containers", opened::containers);
}

#[test]
fn any_wide_table_is_read_or_told() {
    each("wide", opened::wide);
}

#[test]
fn any_json_is_read_or_told() {
    each("json", opened::json);
}

#[test]
fn any_index_is_read_or_refused() {
    each("index", |bytes| opened::index(&String::from_utf8_lossy(bytes)));
}
