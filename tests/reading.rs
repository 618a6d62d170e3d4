//! Broken files must be refused with their place and what was expected there; odd but sound ones
//! must be read.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop with the reason"
)]

mod common;

use common::{month, period, rare_earths};
use proptest::prelude::*;
use xenotime::import::dataset::{BUNDLE_FILES, Bundle, RowError, read_bundle};
use xenotime::trade::{Dataset, Flow, Status};

/// The header of each file of [`BUNDLE_FILES`].
const HEADERS: [&str; 4] = [
    "period,months,flow,measure,product,partner,value,unit,status,source,note",
    "source,publisher,published,title,url",
    "product,label,hs,note",
    "date,title,short,rank,effect,url",
];

/// A sound bundle to break: three rows a file, so that a slip on line 3 has sound neighbours, and
/// nothing that another file refers to stands on that line.
const ROWS: [[&str; 3]; 4] = [
    [
        "2024-09,1,export,volume,rare-earths,WLD,4180.9,t,reported,agency,",
        "2024-10,1,export,volume,rare-earths,WLD,4753,t,revised,agency,",
        "2024-11,1,export,volume,rare-earths,WLD,4416,t,derived,agency wire,January less October",
    ],
    [
        "agency,Agency,2024-12-10,Exports fall,https://example.org/exports",
        "customs,Customs,2024-12,,http://example.org",
        "wire,Wire,,,",
    ],
    [
        "rare-earths,Rare earths,280530 284690,The headline",
        "magnets,Magnets,85051110,",
        "monazite,Monazite,,",
    ],
    [
        "2025-04-04,Licences,licences,1,Seven elements,https://example.org/licences",
        "2023-12-21,Technology,,,,https://example.org/technology",
        "2024-02-29,Leap day,,,,http://example.org/leap",
    ],
];

/// A bundle's files as cells, to break one and read the rest.
#[derive(Clone)]
struct Files([Vec<Vec<String>>; 4]);

impl Files {
    fn sound() -> Self {
        let cells = |row: &str| row.split(',').map(str::to_owned).collect::<Vec<_>>();
        Self(std::array::from_fn(|file| {
            std::iter::once(HEADERS[file]).chain(ROWS[file]).map(cells).collect()
        }))
    }

    fn row(&mut self, file: &str, line: usize) -> &mut Vec<String> {
        &mut self.0[index_of(file)][line - 1]
    }

    fn with(mut self, file: &str, line: usize, column: &str, cell: &str) -> Self {
        let column = HEADERS[index_of(file)].split(',').position(|name| name == column).unwrap();
        self.row(file, line)[column] = cell.to_owned();
        self
    }

    fn texts(&self) -> [String; 4] {
        self.0.each_ref().map(|rows| {
            let line = |row: &Vec<String>| {
                let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
                cells.join(",") + "\n"
            };
            rows.iter().map(line).collect()
        })
    }

    fn read(&self) -> Result<Dataset, Vec<RowError>> {
        read(&self.texts())
    }
}

fn index_of(file: &str) -> usize {
    BUNDLE_FILES.iter().position(|name| *name == file).unwrap()
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

fn read(texts: &[String; 4]) -> Result<Dataset, Vec<RowError>> {
    let [observations, sources, products, events] = texts;
    read_bundle(Bundle { observations, sources, products, events })
}

/// Reads the sound bundle with the text of one file put in place of its own.
fn read_with(file: &str, text: &str) -> Result<Dataset, Vec<RowError>> {
    let mut texts = Files::sound().texts();
    texts[index_of(file)] = text.to_owned();
    read(&texts)
}

/// The only slip of a bundle that has one.
fn only(result: Result<Dataset, Vec<RowError>>, about: &str) -> RowError {
    let errors = result.err().unwrap_or_else(|| panic!("{about} was read without complaint"));
    assert_eq!(errors.len(), 1, "{about}: {errors:?}");
    errors.into_iter().next().unwrap()
}

fn assert_slip(error: &RowError, file: &str, line: u64, column: &str, found: &str, expected: &str) {
    assert_eq!((error.file.as_str(), error.line, error.column.as_str()), (file, line, column));
    assert_eq!(error.found, found);
    assert!(error.expected.contains(expected), "“{}” lacks “{expected}”", error.expected);
}

/// Breaks one cell of line 3 at a time: each must be the only slip, named with what stands there.
fn assert_refused(file: &str, cases: &[(&str, &[&str], &str)]) {
    for (column, cells, expected) in cases {
        for cell in *cells {
            let about = format!("{file}, {column} “{cell}”");
            let error = only(Files::sound().with(file, 3, column, cell).read(), &about);
            assert_slip(&error, file, 3, column, cell, expected);
        }
    }
}

#[test]
fn a_sound_bundle_is_read_as_it_stands() {
    let dataset = Files::sound().read().unwrap();
    let [september, _, november] = &dataset.observations[..] else { panic!("not 3 rows") };
    assert_eq!(september.key, rare_earths(Flow::Export));
    assert_eq!((september.figure.value, september.figure.decimals), (4180.9, 1));
    assert_eq!((september.line, november.line), (2, 4));
    assert_eq!(november.figure.period, period("2024-11", 1));
    assert_eq!((november.figure.value, november.figure.decimals), (4416.0, 0));
    assert_eq!(november.figure.status, Status::Derived);
    assert_eq!(november.figure.sources, [0, 2]);
    assert_eq!(november.figure.note, "January less October");
    assert_eq!(dataset.product("rare-earths").unwrap().hs, ["280530", "284690"]);
    assert_eq!(dataset.sources[2].credit(), "Wire");
    let events: Vec<_> = dataset.events.iter().map(|event| event.month).collect();
    assert_eq!(events, ["2023-12", "2024-02", "2025-04"].map(month), "events go by date");
}

#[test]
fn a_broken_observation_is_refused() {
    let number = "a number, 0 or more";
    assert_refused(
        "observations.csv",
        &[
            (
                "period",
                &["2024-13", "2024-00", "2024-1", "2024", "2024-11-01", "1799-12", "Nov 2024", ""],
                "a month that exists",
            ),
            ("months", &["0", "601", "65537", "-1", "1.5", "one", ""], "from 1 to 600"),
            ("flow", &["exports", "Export", "transit", ""], "export, import or quota"),
            ("measure", &["weight", "Volume", ""], "volume or value"),
            ("product", &["gold", "Rare earths", ""], "a product that products.csv has"),
            ("partner", &["wld", "U.S.", "W", "世界", ""], "a country's code"),
            ("value", &["NaN", "inf", "-0", "-1", "+1", "1e999", "1e3", "", "4,416"], number),
            ("value", &["4 416", ".5", "4416.", "4.4.1", "0x10", "４４１６"], number),
            ("unit", &["kg", "T", "", "USD"], "t (for volume) or USD, EUR or CNY (for value)"),
            ("status", &["final", "Reported", ""], "reported, revised or derived"),
            ("source", &["nobody", "agency nobody", "Agency", ""], "sources that sources.csv has"),
        ],
    );
}

#[test]
fn a_unit_that_does_not_count_the_measure_is_refused() {
    let tonnes_of_money = Files::sound().with("observations.csv", 3, "measure", "value");
    let error = only(tonnes_of_money.read(), "value in tonnes");
    assert_slip(&error, "observations.csv", 3, "unit", "t", "USD, EUR or CNY (for value)");
    let dollars = tonnes_of_money.with("observations.csv", 3, "unit", "USD");
    assert!(dollars.read().is_ok());
}

#[test]
fn a_derived_figure_must_say_how() {
    let silent = |note| Files::sound().with("observations.csv", 4, "note", note);
    for note in ["", "  "] {
        let error = only(silent(note).read(), "a derived figure without a note");
        assert_slip(&error, "observations.csv", 4, "note", "", "how the derived figure was");
    }
}

#[test]
fn a_broken_source_is_refused() {
    let dates = ["2024-13", "2024-02-30", "10 December 2024", "24", "2024-1-5"];
    let addresses =
        ["javascript:alert(1)", "ftp://example.org", "example.org", "https://example.org/a b"];
    assert_refused(
        "sources.csv",
        &[
            ("source", &["", "two words", "agency"], "without spaces, that no other row has"),
            ("publisher", &[""], "who published it"),
            ("published", &dates, "YYYY-MM-DD, YYYY-MM, YYYY or nothing"),
            ("url", &addresses, "begins with http:// or https://, or nothing"),
        ],
    );
}

#[test]
fn a_broken_product_is_refused() {
    let codes = ["2805 3o", "1", "12345678901", "2805;2846"];
    assert_refused(
        "products.csv",
        &[
            ("product", &["", "rare-earths"], "a short name that no other row has"),
            ("label", &[""], "a name to show"),
            ("hs", &codes, "HS codes of 2 to 10 digits"),
        ],
    );
}

#[test]
fn a_broken_event_is_refused() {
    let days = ["2024-02-30", "2023-02-29", "1900-02-29", "2024-04-31", "2024-11-00", "2024-01-32"];
    let texts =
        ["2024-11", "2024-13-01", "2024-11-1", "2024-11-001", "2024/11/01", "soon", "日付", ""];
    let addresses = ["javascript:alert(1)", "data:text/html,x", "//example.org", ""];
    assert_refused(
        "events.csv",
        &[
            ("date", &days, "a day, YYYY-MM-DD"),
            ("date", &texts, "a day, YYYY-MM-DD"),
            ("title", &[""], "what happened"),
            ("url", &addresses, "begins with http:// or https://"),
        ],
    );
}

#[test]
fn a_cell_reported_twice_by_one_source_names_the_first_line() {
    let mut files = Files::sound();
    let again = files.row("observations.csv", 3).clone();
    files.0[0].push(again);
    let twice = files.clone().with("observations.csv", 5, "value", "4754");
    let error = only(twice.read(), "October twice");
    assert_slip(&error, "observations.csv", 5, "period", "2024-10", "line 3 has it too");
    // Another source may report the same cell, and the same source another cell.
    for (column, cell) in [("source", "wire"), ("partner", "USA"), ("months", "2")] {
        let other = files.clone().with("observations.csv", 5, column, cell);
        assert_eq!(other.read().map(|dataset| dataset.observations.len()), Ok(4), "{column}");
    }
}

#[test]
fn of_two_reports_the_later_published_prevails_wherever_it_stands() {
    // The agency published in December 2024; the wire's date is put before, then after it.
    for (wire_published, prevailing) in
        [("2024-11-30", [4416.0, 4420.5]), ("2025", [4420.5, 4416.0])]
    {
        for wire_line in [3, 4] {
            let files = Files::sound()
                .with("sources.csv", 4, "published", wire_published)
                .with("observations.csv", 3, "period", "2024-11")
                .with("observations.csv", 4, "source", "agency")
                .with("observations.csv", 3, "value", "4416")
                .with("observations.csv", 4, "status", "reported")
                .with("observations.csv", 3, "status", "reported")
                .with("observations.csv", wire_line, "source", "wire")
                .with("observations.csv", wire_line, "value", "4420.5");
            let series = files.read().unwrap().series(&rare_earths(Flow::Export));
            let november = series.month(month("2024-11")).unwrap();
            let other = november.others.first().unwrap();
            assert_eq!([november.value, other.value], prevailing, "{wire_published}");
        }
    }
}

#[test]
fn a_wrong_header_is_refused_in_each_file() {
    for (file, header) in BUNDLE_FILES.into_iter().zip(HEADERS) {
        let (first, others) = header.split_once(',').unwrap();
        let (shorter, last) = header.rsplit_once(',').unwrap();
        for wrong in [
            String::new(),
            others.to_owned(),
            shorter.to_owned(),
            format!("{header},extra"),
            format!("{others},{first}"),
            format!("{shorter},{last}s"),
            header.to_uppercase(),
            header.replace(',', ";"),
        ] {
            let errors = read_with(file, &format!("{wrong}\n")).unwrap_err();
            let error = errors.iter().find(|error| error.file == file).expect(file);
            assert_slip(error, file, 1, "", &wrong, &format!("the header {header}"));
        }
    }
}

#[test]
fn a_row_with_too_few_or_too_many_cells_is_refused() {
    for (file, header) in BUNDLE_FILES.into_iter().zip(HEADERS) {
        let columns = header.split(',').count();
        let mut short = Files::sound();
        short.row(file, 3).pop();
        let mut long = Files::sound();
        long.row(file, 3).push("4416".to_owned());
        for (files, cells) in [(short, columns - 1), (long, columns + 1)] {
            let error = only(files.read(), file);
            let (found, expected) = (format!("{cells} cells"), format!("{columns} cells"));
            assert_slip(&error, file, 3, "", &found, &expected);
        }
    }
}

#[test]
fn thousands_marks_outside_quotes_are_a_row_too_long() {
    let mut files = Files::sound();
    let row = files.row("observations.csv", 3);
    row[6] = "4".to_owned();
    row.insert(7, "753".to_owned());
    let error = only(files.read(), "4,753 without quotes");
    assert_slip(&error, "observations.csv", 3, "", "12 cells", "11 cells");
}

#[test]
fn a_byte_order_mark_and_a_missing_last_line_end_change_nothing() {
    let marked = Files::sound().texts().map(|text| format!("\u{feff}{text}"));
    assert_eq!(read(&marked), Files::sound().read());
    let unended = Files::sound().texts().map(|text| text.trim_end().to_owned());
    assert_eq!(read(&unended), Files::sound().read());
}

#[test]
fn windows_line_ends_change_no_figure() {
    let figures = |texts| {
        let dataset: Dataset = read(&texts).unwrap();
        let rows = dataset.observations.into_iter();
        let rows: Vec<_> = rows.map(|row| (row.key, row.unit, row.figure)).collect();
        (rows, dataset.sources, dataset.products, dataset.events)
    };
    let windows = Files::sound().texts().map(|text| text.replace('\n', "\r\n"));
    assert_eq!(figures(windows), figures(Files::sound().texts()));
}

#[test]
fn space_around_a_cell_changes_nothing() {
    let mut files = Files::sound();
    for cell in files.row("observations.csv", 3) {
        *cell = format!(" {cell} ");
    }
    assert_eq!(files.read(), Files::sound().read());
}

#[test]
fn a_line_break_in_quotes_moves_later_lines_down() {
    for note in ["two\nlines", "two\r\nlines", "as \"printed\",\nand\n\nmore"] {
        let files = Files::sound().with("observations.csv", 2, "note", note);
        let breaks = note.matches('\n').count() as u64;
        let dataset = files.read().unwrap();
        assert_eq!(dataset.observations[0].figure.note, note);
        let lines: Vec<u64> = dataset.observations.iter().map(|row| row.line).collect();
        assert_eq!(lines, [2, 3 + breaks, 4 + breaks]);
        let error = only(files.with("observations.csv", 4, "flow", "out").read(), note);
        assert_slip(&error, "observations.csv", 4 + breaks, "flow", "out", "export");
    }
}

#[test]
fn every_slip_is_reported_at_once() {
    let mut files = Files::sound()
        .with("observations.csv", 2, "value", "NaN")
        .with("observations.csv", 2, "flow", "out")
        .with("observations.csv", 4, "period", "2024-13")
        .with("sources.csv", 3, "url", "javascript:alert(1)")
        .with("products.csv", 3, "label", "")
        .with("events.csv", 2, "date", "2024-02-30")
        .with("events.csv", 3, "rank", "first")
        .with("events.csv", 4, "title", "");
    files.row("observations.csv", 3).pop();
    let errors = files.read().unwrap_err();
    let mut places: Vec<_> = errors
        .iter()
        .map(|error| (error.file.as_str(), error.line, error.column.as_str()))
        .collect();
    places.sort_unstable();
    assert_eq!(
        places,
        [
            ("events.csv", 2, "date"),
            ("events.csv", 3, "rank"),
            ("events.csv", 4, "title"),
            ("observations.csv", 2, "flow"),
            ("observations.csv", 2, "value"),
            ("observations.csv", 3, ""),
            ("observations.csv", 4, "period"),
            ("products.csv", 3, "label"),
            ("sources.csv", 3, "url"),
        ]
    );
}

#[test]
fn a_slip_reads_as_a_sentence() {
    let message = |cell: &str| {
        only(Files::sound().with("observations.csv", 3, "value", cell).read(), cell).to_string()
    };
    assert_eq!(
        message("4,416"),
        "observations.csv:3, column value: found “4,416”, \
         expected a number, 0 or more, like 4416 or 4205.8"
    );
    // A long cell is cut to 60 characters, not bytes.
    let long = message(&"千".repeat(61));
    assert!(long.contains(&format!("found “{}…”", "千".repeat(60))), "{long}");
}

#[test]
fn a_missing_row_of_sources_or_products_is_noticed_where_it_is_used() {
    let without = |file: &str, line: usize| {
        let mut files = Files::sound();
        files.0[index_of(file)].remove(line - 1);
        files.read().unwrap_err()
    };
    let places = |errors: Vec<RowError>| -> Vec<(u64, String)> {
        errors.into_iter().map(|error| (error.line, error.column)).collect()
    };
    let everywhere =
        |column: &str| -> Vec<_> { (2..=4).map(|line| (line, column.into())).collect() };
    assert_eq!(places(without("sources.csv", 4)), [(4, "source".to_owned())]);
    assert_eq!(places(without("sources.csv", 2)), everywhere("source"));
    assert_eq!(places(without("products.csv", 2)), everywhere("product"));
}

/// Text as a spreadsheet, a careless editor or an attacker might leave it: anything at all, rows of
/// plausible cells under the right header, or the sound file with a stretch replaced.
fn messy_text(file: usize) -> impl Strategy<Value = String> {
    let sound = Files::sound().texts()[file].clone();
    let length = sound.len();
    let cell = prop_oneof![
        "[0-9]{1,18}",
        "[0-9]{4}-[0-9]{2}(-[0-9]{2})?",
        "[-+]?[0-9.e,]{0,8}",
        Just("rare-earths".to_owned()),
        Just("agency".to_owned()),
        Just("WLD".to_owned()),
        "[ \"\r\n,;a-z\u{e9}\u{5343}\u{0}]{0,6}",
    ];
    let rows = prop::collection::vec(prop::collection::vec(cell, 0..13), 0..6);
    prop_oneof![
        any::<String>(),
        rows.prop_map(move |rows| {
            let rows: Vec<String> = rows.iter().map(|row| row.join(",")).collect();
            format!("{}\n{}", HEADERS[file], rows.join("\n"))
        }),
        // The sound files are ASCII, so that every offset is a place to cut.
        (0..=length, 0..=length, any::<String>()).prop_map(move |(one, other, put)| {
            let (start, end) = (one.min(other), one.max(other));
            format!("{}{put}{}", &sound[..start], &sound[end..])
        }),
    ]
}

proptest! {
    // The file for failures to be kept in has no place beside an integration test.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_reading_panic(
        texts in (0..4usize).prop_flat_map(|file| (Just(file), messy_text(file)))
    ) {
        let (file, text) = texts;
        let ended = text.replace("\r\n", "\n").replace('\r', "\n");
        let lines = ended.lines().count().max(1) as u64;
        for error in read_with(BUNDLE_FILES[file], &text).err().unwrap_or_default() {
            prop_assert!(BUNDLE_FILES.contains(&error.file.as_str()));
            prop_assert!(!error.expected.is_empty() && !error.to_string().is_empty());
            if error.file == BUNDLE_FILES[file] {
                prop_assert!((1..=lines).contains(&error.line), "{error} of {lines} lines");
            }
        }
    }

    #[test]
    fn a_plain_decimal_is_read_to_the_digit(whole in 0..1_000_000_000u64, fraction in "[0-9]{0,6}") {
        let point = if fraction.is_empty() { "" } else { "." };
        let text = format!("{whole}{point}{fraction}");
        let dataset = Files::sound().with("observations.csv", 3, "value", &text).read();
        let figure = dataset.unwrap().observations[1].figure.clone();
        prop_assert_eq!(format!("{:.*}", usize::from(figure.decimals), figure.value), text);
    }

    #[test]
    fn what_is_no_plain_decimal_is_refused(text in "[-+0-9.,eE_ ]{1,8}") {
        let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
        let parts: Vec<&str> = text.trim().split('.').collect();
        let plain = parts.len() <= 2
            && parts.iter().all(|part| digits(part))
            && parts.get(1).is_none_or(|fraction| fraction.len() <= 6);
        let read = Files::sound().with("observations.csv", 3, "value", &text).read();
        prop_assert_eq!(read.is_ok(), plain, "{}", text);
    }
}
