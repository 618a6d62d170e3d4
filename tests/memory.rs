//! How much memory the reading of a large file takes: a test of its own, for it counts every byte
//! that the process has.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fmt::Write as _;

use peak_alloc::PeakAlloc;
use xenotime::import::Reader;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What a file that keeps nothing may take: its head, a record across pieces, the pieces themselves.
const BUFFER: usize = 4 << 20;

/// Feeds `rows` rows in pieces, of which `cells` are different, and answers with what was kept and
/// the most that was held meanwhile, both in bytes.
fn held(rows: u32, cells: u32) -> (usize, usize) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let mut reader = Reader::default();
    reader.begin("baci.csv", None);
    reader.feed(b"t,i,j,k,v,q\n").unwrap();
    let mut piece = String::with_capacity(1 << 17);
    for row in 0..rows {
        let cell = row % cells;
        let (year, partner, code) = (1995 + cell % 30, 1 + cell / 30 % 200, 10_000 + cell / 6000);
        writeln!(piece, "{year},156,{partner},{code},{row}.5,1").unwrap();
        if piece.len() > 1 << 16 {
            reader.feed(piece.as_bytes()).unwrap();
            piece.clear();
        }
    }
    reader.feed(piece.as_bytes()).unwrap();
    reader.end().unwrap();
    drop(piece);
    assert_eq!(reader.store.len(), cells.min(rows) as usize);
    (MEMORY.current_usage() - before, MEMORY.peak_usage() - before)
}

#[test]
fn memory_goes_by_what_is_kept_not_by_what_is_read() {
    for (rows, cells) in [(2_000_000, 100), (1_000_000, 100_000), (400_000, 400_000)] {
        let (kept, peak) = held(rows, cells);
        println!("{rows} rows, {cells} sums: {kept} bytes kept, {peak} held at most");
        assert!(peak <= 4 * kept + BUFFER, "{rows} rows: {peak} bytes for {kept} kept");
    }
}
