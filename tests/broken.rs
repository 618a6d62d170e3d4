//! Broken files, and what each is told. Rows that can be read are used; a file that is nothing of the
//! kind is refused, and nothing that was open before is lost.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test stops with the reason")]

use xenotime::import::{MOST_ERRORS, Reader, Refusal, export, totals};

const BACI: &str = "t,i,j,k,v,q\n";
const GOOD: &str = "2022,156,842,2846,1,1\n";

/// Reads a file in pieces as a browser does.
fn open(reader: &mut Reader, bytes: &[u8]) -> Result<(), Refusal> {
    reader.begin("a.csv", None);
    bytes.chunks(1 << 16).try_for_each(|piece| reader.feed(piece))?;
    reader.end()
}

/// Reads rows of BACI after one that is good; answers with what was told.
fn told(rows: &[u8]) -> Vec<String> {
    let mut reader = Reader::default();
    let file = [BACI.as_bytes(), GOOD.as_bytes(), rows].concat();
    open(&mut reader, &file).unwrap();
    assert!(reader.counted.read >= 1, "the good row is used");
    reader.slips.iter().map(ToString::to_string).collect()
}

fn refused(bytes: &[u8]) -> String {
    let mut reader = Reader::default();
    open(&mut reader, format!("{BACI}{GOOD}").as_bytes()).unwrap();
    let before = export(&reader);
    let Err(Refusal::Foreign(reason)) = open(&mut reader, bytes) else {
        panic!("not refused: {:?}", bytes.get(..bytes.len().min(60)))
    };
    assert_eq!(export(&reader), before, "what was open stays");
    reason
}

#[test]
fn what_is_no_table_of_trade_is_refused_with_a_reason() {
    let long = "x".repeat(100 << 20);
    let wide = ",".repeat(10_000);
    let zeros = vec![0; 3 << 20];
    let noise: Vec<u8> = (0..4096_u32).map(|at| (at * 7919 % 251) as u8).collect();
    let files: [(&[u8], &str); 26] = [
        (b"", "it is empty"),
        (b"\xef\xbb\xbf", "it is empty"),
        (b"\xef\xbb\xbf \n\n", "its first bytes are neither text"),
        (&zeros, "its first bytes are neither text"),
        (
            b"PK\x03\x04\x14\0\x06\0 a spreadsheet renamed",
            "spreadsheet or an archive (.xlsx, .zip)",
        ),
        (b"\xd0\xcf\x11\xe0\0\0\0\0\0\0\0\0\0", "old spreadsheet"),
        (b"%PDF-1.7", "PDF"),
        (b"PAR1....", "Parquet"),
        (b"\x1f\x8b\x08 within another", "compressed twice"),
        (b"<!doctype html><p>Sign in</p>", "web page"),
        (b"{\"data\": []}", "JSON"),
        (b"just words\nand more words\n", "no commas"),
        (b"Dear all,\nplease find the figures, as promised.\n", "no commas"),
        (
            b"Dear all, and others,\nplease find the figures, as promised.\nYours, me\n",
            "no months or years were found",
        ),
        (b"name,colour\nrose,red\n", "no months or years were found"),
        (b"month,colour\n2024-11,red\n", "beside a column of numbers"),
        (b"\0\0\0\0\x01\0\0\0abc", "neither text nor"),
        // Of a spreadsheet’s name alone: bytes of every kind, few of them nothing.
        (&noise, "neither text nor"),
        (b"month,partner,quantity\n2024-01,\"Germany,12\n2024-02,France,3\n", "line 2 has a quote"),
        (wide.as_bytes(), "line 1 has more than 4,096 columns"),
        (long.as_bytes(), "line 1 has no end within 1 MiB"),
        (BACI.as_bytes(), "no rows"),
        (b"a,b,c\n", "no rows"),
        (
            b"t,i,j,k,v,q\n2022,156,842,2846,many,few\n",
            "a.csv, line 2, column v: found \u{201c}many\u{201d}, expected a number",
        ),
        (b"t,i,j,k,v,q\n2022,15", "a.csv, line 2: a whole line: the file seems to be cut off here"),
        (b"t,i,j,k,v,q\n2022,\"156", "line 2: a closing quote"),
    ];
    for (bytes, words) in files {
        let reason = refused(bytes);
        assert!(reason.contains(words), "{reason} lacks {words}");
    }
}

#[test]
fn rows_that_cannot_be_read_are_told_with_their_place() {
    let number = "expected a number below 10\u{b9}\u{2078}, like 4416, 4205.8 or -10";
    for (row, words) in [
        ("2022,156,842,2846,1e999,1", format!("column v: found \u{201c}1e999\u{201d}, {number}")),
        ("2022,156,842,2846,--1,", format!("column v: found \u{201c}--1\u{201d}, {number}")),
        ("2022,156,842,2846,0x1F,", format!("column v: found \u{201c}0x1F\u{201d}, {number}")),
        ("2022,156,842,2846,=1+1,1", format!("column v: found \u{201c}=1+1\u{201d}, {number}")),
        ("2022,156,842,2846,1,1e19", format!("column q: found \u{201c}1e19\u{201d}, {number}")),
        ("2022,156,,2846,1,1", "column j: found nothing, expected a partner".to_owned()),
        (
            "20x2,156,842,2846,1,1",
            "column t: found \u{201c}20x2\u{201d}, expected a month, a year or a run of months from 1900 to 2100"
                .to_owned(),
        ),
        (
            "1600,156,842,2846,1,1",
            "column t: found \u{201c}1600\u{201d}, expected a month, a year or a run of months from 1900 to 2100"
                .to_owned(),
        ),
        ("2022,156,842", "6 columns, as the header has; there are 3".to_owned()),
    ] {
        let comma = if words.starts_with('6') { ": " } else { ", " };
        let expected = format!("a.csv, line 3{comma}{words}");
        let found = told(format!("{row}\n{GOOD}").as_bytes());
        assert!(
            found.len() == 1 && found.iter().all(|slip| slip.starts_with(&expected)),
            "{found:?} is not {expected}"
        );
    }
}

#[test]
fn files_that_are_cut_say_where() {
    for (rows, words) in [
        (&b"2023,156,842,28"[..], "line 3: a whole line: the file seems to be cut off here"),
        (b"2023,156,\xe6\x97", "line 3: a whole line: the file seems to be cut off here"),
        (
            b"2023,156,842,2846,1,\"1",
            "line 3: a closing quote: the file seems to be cut off in this line",
        ),
    ] {
        let found = told(rows);
        assert!(
            found.len() == 1 && found.iter().all(|slip| slip.contains(words)),
            "{found:?} lacks {words}"
        );
    }
}

#[test]
fn mixed_line_ends_nulls_and_stray_quotes_are_no_trouble() {
    let rows = b"2023,156,842,2846,1,1\r\n2024,156,842,2846,1,1\r2025,156,842,2846,1,1\n\r\n\n2026,1\x0056,842,\"2846\",1,1\n2027,156,842,28\"46,1,1\n2028,156,842,2846,1,1";
    assert_eq!(told(rows), Vec::<String>::new());
}

#[test]
fn a_line_without_an_end_stops_the_file_and_keeps_what_came_before() {
    let long = format!("2023,156,842,2846,1,{}", "1".repeat(100 << 20));
    assert_eq!(
        told(long.as_bytes()),
        [
            "a.csv, line 3: a line that ends within 1 MiB (is a quote not closed?); the rest of the file is left out"
        ]
    );
    let wide = format!("2023{}\n{GOOD}", ",".repeat(10_000));
    assert_eq!(
        told(wide.as_bytes()),
        ["a.csv, line 3: at most 4,096 columns; the rest of the file is left out"]
    );
}

#[test]
fn many_partners_are_read() {
    let mut reader = Reader::default();
    reader.begin("a.csv", None);
    reader.feed(BACI.as_bytes()).unwrap();
    let mut piece = String::new();
    for number in 0..50_000 {
        piece.push_str(&format!("2022,156,{},2846,1,1\n", 1000 + number));
        if number % 1000 == 999 {
            reader.feed(piece.as_bytes()).unwrap();
            piece.clear();
        }
    }
    reader.end().unwrap();
    assert_eq!((reader.store.len(), reader.slips.len()), (50_000, 0));
    let found = totals(&reader, "CHN", &Default::default());
    let (listed, all) = xenotime::import::partners(&reader, &found, "", 50);
    assert_eq!(all, 50_001);
    // All together are called so, though the file has no row for them.
    let first = listed.first().map(|one| (&*one.code, &*one.name));
    assert_eq!(first, Some(("WLD", "World")));
}

#[test]
fn millions_of_slips_are_counted_and_the_first_are_listed() {
    let mut reader = Reader::default();
    let file = format!("{BACI}{GOOD}{}", "2022,156,842,2846,?!,\n".repeat(100_000));
    open(&mut reader, file.as_bytes()).unwrap();
    assert_eq!((reader.slips.len(), reader.counted.skipped), (MOST_ERRORS, 100_000));
}

#[test]
fn no_word_of_a_file_becomes_a_formula() {
    let mut reader = Reader::default();
    open(&mut reader, b"t,i,j,k,v,q\n2022,156,842,=1+1,1,1\n2022,156,842,@SUM(A1),1,1\n2022,156,842,+49,1,1\n2022,156,842,\"-2+\"\"3\",1,1\n2022,156,842,'=1,1,1\n").unwrap();
    let saved = export(&reader);
    for cell in saved.lines().flat_map(|line| line.split(',')) {
        let own = cell.trim_start_matches('"');
        assert!(!own.starts_with(['=', '+', '-', '@']), "{cell}");
    }
    let mut again = Reader::default();
    open(&mut again, saved.as_bytes()).unwrap();
    assert_eq!(export(&again), saved, "and it reads back equal");
}
