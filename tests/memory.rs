//! How much memory the reading of a large file takes: a test of its own, for it counts every byte
//! that the process has.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fmt::Write as _;

use peak_alloc::PeakAlloc;
use xenotime::import::{Reader, Stretch};

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

/// A table of so many rows, of which `cells` are different, below its header.
fn table(rows: u32, cells: u32) -> String {
    let mut text = "t,i,j,k,v,q\n".to_owned();
    for row in 0..rows {
        let cell = row % cells;
        let (year, partner, code) = (1995 + cell % 30, 1 + cell / 30 % 200, 10_000 + cell / 6000);
        writeln!(text, "{year},156,{partner},{code},{row}.5,1").unwrap();
    }
    text
}

/// What is kept of a table, and the most that is held, where so many readers read a stretch of it each and the
/// first joins what they came to.
fn held_by(readers: usize, text: &str, sums: usize) -> (usize, usize) {
    const HEAD: usize = 1 << 16;
    let (before, bytes) = (MEMORY.current_usage(), text.as_bytes());
    MEMORY.reset_peak_usage();
    let line =
        |near: usize| near + bytes.iter().skip(near).position(|own| *own == b'\n').unwrap() + 1;
    let head = line(HEAD);
    let step = (bytes.len() - head) / readers;
    let starts: Vec<usize> =
        (0..readers).map(|at| if at == 0 { head } else { line(head + at * step) }).collect();
    let end = |at: usize| starts.get(at + 1).copied().unwrap_or(bytes.len());
    let begun = || {
        let mut reader = Reader::default();
        reader.begin("baci.csv", None);
        reader.feed(bytes.get(..head).unwrap()).unwrap();
        reader
    };
    let fed = |reader: &mut Reader, at: usize| {
        let own = bytes.get(*starts.get(at).unwrap()..end(at)).unwrap();
        own.chunks(1 << 16).for_each(|piece| reader.feed(piece).unwrap());
    };
    let mut first = begun();
    fed(&mut first, 0);
    let others: Vec<Reader> = (1..readers)
        .map(|at| {
            let mut reader = begun();
            reader.skip();
            fed(&mut reader, at);
            reader
        })
        .collect();
    let last = others.len();
    let came = others
        .into_iter()
        .enumerate()
        .map(|(at, mut reader)| reader.stretch(at + 1 == last).unwrap().packed());
    for packed in came.collect::<Vec<_>>() {
        assert!(first.join(Stretch::unpacked(&packed).unwrap()));
    }
    first.end().unwrap();
    assert_eq!(first.store.len(), sums);
    (MEMORY.current_usage() - before, MEMORY.peak_usage() - before)
}

// One test, for others beside it would count, too.
#[test]
fn memory_goes_by_what_is_kept_and_by_how_many_read() {
    for (rows, cells) in [(2_000_000, 100), (1_000_000, 100_000), (400_000, 400_000)] {
        let (kept, peak) = held(rows, cells);
        println!("{rows} rows, {cells} sums: {kept} bytes kept, {peak} held at most");
        assert!(peak <= 4 * kept + BUFFER, "{rows} rows: {peak} bytes for {kept} kept");
    }
    let sums = 50_000;
    let text = table(400_000, sums);
    for readers in [1, 2, 4, 8] {
        let (kept, peak) = held_by(readers, &text, sums as usize);
        println!("{readers} readers, {sums} sums: {kept} bytes kept, {peak} held at most");
        assert!(peak <= 4 * readers * kept + readers * BUFFER, "{readers}: {peak} for {kept}");
    }
}
