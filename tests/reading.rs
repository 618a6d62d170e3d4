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
use xenotime::charts::{CHARTS, Query, open, page};
use xenotime::import::dataset::{
    BUNDLE_FILES, Bundle, RowError, add_part, figures_for_stories, names_for_stories,
    names_in_short, read_bundle, sources_in_short,
};
use xenotime::trade::{Dataset, Flow, Holiday, PartRole, Status, Words};

/// The header of each file of [`BUNDLE_FILES`].
const HEADERS: [&str; 6] = [
    "period,months,flow,measure,product,partner,value,unit,status,source,note",
    "source,publisher,published,title,url",
    "product,label,hs,note",
    "date,title,effect,url",
    "key,value",
    "code,name_en",
];

/// A sound bundle to break: three rows a file, so that a slip on line 3 has sound neighbours, and
/// nothing that another file refers to stands on that line.
const ROWS: [[&str; 3]; 6] = [
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
        "2025-04-04,Licences,Seven elements,https://example.org/licences",
        "2023-12-21,Technology,,https://example.org/technology",
        "2024-02-29,Leap day,,http://example.org/leap",
    ],
    ["reporter,CHN", "default_measure,volume", "origin_en,The customs"],
    ["WLD,World", "USA,United States", "CHN,China"],
];

/// A bundle's files as cells, to break one and read the rest.
#[derive(Clone)]
struct Files([Vec<Vec<String>>; 6]);

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

    fn texts(&self) -> [String; 6] {
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

fn read(texts: &[String; 6]) -> Result<Dataset, Vec<RowError>> {
    let [observations, sources, products, events, dataset, partners] = texts;
    read_bundle(Bundle { observations, sources, products, events, dataset, partners })
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
    let [september, _, november] = dataset.observations() else { panic!("not 3 rows") };
    assert_eq!(september.key, rare_earths(Flow::Export));
    assert_eq!((september.figure.value, september.figure.decimals), (4180.9, 1));
    assert_eq!((september.line, november.line), (2, 4));
    assert_eq!(november.figure.period, period("2024-11", 1));
    assert_eq!((november.figure.value, november.figure.decimals), (4416.0, 0));
    assert_eq!(november.figure.status, Status::Derived);
    assert_eq!(november.figure.sources, [0, 2]);
    assert_eq!(november.figure.note, "January less October");
    assert_eq!(dataset.product("rare-earths").unwrap().hs, ["280530", "284690"]);
    assert_eq!(dataset.about.credit(&dataset.sources[2]), "Wire");
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
                &["2024-13", "2024-00", "2024-1", "2024", "2024-11-01", "1499-12", "Nov 2024", ""],
                "a month that exists",
            ),
            ("months", &["0", "601", "65537", "-1", "1.5", "one", ""], "from 1 to 600"),
            ("flow", &["exports", "Export", "transit", ""], "export, import or quota"),
            ("measure", &["weight", "Volume", ""], "volume, value or quantity"),
            ("product", &["gold", "Rare earths", ""], "a product that products.csv has"),
            ("partner", &["wld", "U.S.", "W", "世界", ""], "a country’s code"),
            ("value", &["NaN", "inf", "-0", "-1", "+1", "1e999", "1e3", "", "4,416"], number),
            ("value", &["4 416", ".5", "4416.", "4.4.1", "0x10", "４４１６"], number),
            (
                "unit",
                &["kilo", "T", "", "USD", "piece"],
                "a unit of the measure: for a volume a weight",
            ),
            ("status", &["final", "Reported", ""], "reported, approximate, revised or derived"),
            ("source", &["nobody", "agency nobody", "Agency", ""], "sources that sources.csv has"),
        ],
    );
}

#[test]
fn a_unit_that_does_not_count_the_measure_is_refused() {
    let tonnes_of_money = Files::sound().with("observations.csv", 3, "measure", "value");
    let error = only(tonnes_of_money.read(), "value in tonnes");
    assert_slip(&error, "observations.csv", 3, "unit", "t", "for a value the code of a currency");
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

/// Reads the sound bundle with a file of other columns and rows in place of its own.
fn read_rows(file: &str, rows: &[&str]) -> Result<Dataset, Vec<RowError>> {
    read_with(file, &(rows.join("\n") + "\n"))
}

#[test]
fn what_a_product_is_called_and_part_of_is_read() {
    let header = "product,label,hs,note,aliases_en,aliases_fr,parent,parent_flow,headline";
    let rows = |ores: &str| {
        let rare = "rare-earths,Rare earths,2846,,rare earths|REE,terres rares,all,,yes";
        read_rows("products.csv", &[header, rare, ores, "all,All,,,,,,,wider"])
    };
    let dataset = rows("ores,Ores,253090,,ores,minerais,rare-earths,import,").unwrap();
    let ores = dataset.product("ores").unwrap();
    assert_eq!(ores.counts_in_parent(Flow::Import), Some("rare-earths"));
    assert_eq!(ores.counts_in_parent(Flow::MirrorImport), Some("rare-earths"));
    assert_eq!(ores.counts_in_parent(Flow::Export), None);
    assert_eq!((ores.name("en"), ores.name("fr"), ores.name("zh")), ("Ores", "minerais", "Ores"));
    let rare = dataset.product("rare-earths").unwrap();
    assert_eq!(rare.counts_in_parent(Flow::Export), Some("all"));
    assert_eq!(rare.aliases.list("en").collect::<Vec<_>>(), ["rare earths", "REE"]);
    assert_eq!(dataset.about.headline.as_deref(), Some("rare-earths"));
    assert_eq!(dataset.about.wider.as_deref(), Some("all"));
    for (row, column, found, expected) in [
        ("ores,Ores,,,ree,,,,", "aliases_en", "ree", "none of them that of another row"),
        ("ores,Ores,,,ores||ore,,,,", "aliases_en", "ores||ore", "names, separated by |"),
        ("ores,Ores,,,,,stones,,", "parent", "stones", "another product of this file"),
        ("ores,Ores,,,,,ores,,", "parent", "ores", "another product of this file"),
        ("ores,Ores,,,,,all,quota,", "parent_flow", "quota", "export or import"),
        ("ores,Ores,,,,,,import,", "parent_flow", "import", "or nothing"),
        ("ores,Ores,,,,,,,yes", "headline", "yes", "each in one row only"),
        ("ores,Ores,,,,,,,first", "headline", "first", "yes or wider"),
    ] {
        assert_slip(&only(rows(row), row), "products.csv", 3, column, found, expected);
    }
    let circle = ["a,A,,,,,b,,", "rare-earths,R,,,,,a,,", "b,B,,,,,a,,"];
    let errors = read_rows("products.csv", &[&[header], &circle[..]].concat()).unwrap_err();
    let lines: Vec<_> = errors.iter().map(|error| (error.line, error.column.as_str())).collect();
    assert_eq!(lines, [(2, "parent"), (4, "parent")]);
}

#[test]
fn what_a_partner_is_called_and_holds_is_read() {
    let header = "code,name_en,article,name_fr,aliases_en,adjective_en,members";
    let rows = |row: &str| {
        let others = ["WLD,World,,,,,", "CHN,China,,Chine,,Chinese,", "FRA,France,,,,French,"];
        read_rows("partners.csv", &[&[header], &others[..2], &[row], &others[2..]].concat())
    };
    let dataset = rows("UN2,Union,the,Unie,the bloc,,FRA|CHN:2013-07..2020-01").unwrap();
    let union = dataset.record("UN2").unwrap();
    assert_eq!((union.within.as_str(), union.names.of("en")), ("the Union", "Union"));
    let held = |code, at| dataset.holds("UN2", code, month(at));
    assert!(held("FRA", "1990-01") && held("CHN", "2013-07") && held("CHN", "2020-01"));
    assert!(!held("CHN", "2013-06") && !held("CHN", "2020-02") && !held("WLD", "2015-01"));
    for (row, column, found, expected) in [
        ("fra,X,,,,,", "code", "fra", "a code of 2 to 8 capitals"),
        ("CHN,X,,,,,", "code", "CHN", "that no other row has"),
        ("ITA,,,,,,", "name_en", "", "a name to show"),
        ("ITA,Italy,an,,,,", "article", "an", "the, or nothing"),
        ("ITA,China,,,,,", "name_en", "China", "none of them that of another row"),
        ("UN2,Union,,,,,FRA|GBR", "members", "FRA|GBR", "codes of this file"),
        ("UN2,Union,,,,,FRA:2013", "members", "FRA:2013", "codes of this file"),
        ("UN2,Union,,,,,UN2", "members", "UN2", "codes of this file"),
    ] {
        assert_slip(&only(rows(row), row), "partners.csv", 4, column, found, expected);
    }
    // The later of two rows is the one that has the name of another.
    let later = only(rows("ITA,Italy,,,France|Italia,,"), "an alias that is a name");
    assert_slip(&later, "partners.csv", 5, "name_en", "France", "of another row");
    let circle = ["WLD,World,,,,,", "AA,A,,,,,BB", "BB,B,,,,,AA", "CHN,China,,,,,"];
    let errors = read_rows("partners.csv", &[&[header], &circle[..]].concat()).unwrap_err();
    assert!(errors.iter().all(|error| error.column == "members"), "{errors:?}");
    assert!(!errors.is_empty());
}

#[test]
fn what_a_data_set_says_of_itself_is_read_or_refused() {
    let dataset = read_rows(
        "dataset.csv",
        &[
            "key,value",
            "reporter,CHN",
            "reporter_adjective_en,Chinese",
            "default_flow,import",
            "default_product,magnets",
            "default_partner,USA",
            "default_measure,value",
            "origin_en,The customs",
            "origin_fr,La douane",
            "quota_products,monazite|magnets",
            "production_file,made.csv",
            "export_last_month,2026-07",
            "partners_first_year,2010",
            "compiled,2026-11-25",
            "holiday_calendar,chinese-new-year",
            "question_en,?chart=heat|When is trade slow?",
            "question_fr,?chart=heat|Quand ?",
        ],
    );
    let about = dataset.unwrap().about;
    assert_eq!(about.reporter_names.of("en"), "China");
    assert_eq!((about.origin.of("en"), about.origin.of("fr")), ("The customs", "La douane"));
    let usual = (about.usual.flow, about.usual.product.as_str(), about.usual.partner.code());
    assert_eq!(usual, (Flow::Import, "magnets", "USA"));
    assert_eq!(about.quotas, ["monazite", "magnets"]);
    assert_eq!(about.part(PartRole::Production), Some("made.csv"));
    assert_eq!(about.span("export_last"), Some(month("2026-07")));
    assert_eq!(about.span("partners_first"), Some(month("2010-01")));
    assert_eq!(about.questions[0].1.of("fr"), "Quand ?");
    assert_eq!(
        (about.holiday, about.compiled.as_str()),
        (Some(Holiday::ChineseNewYear), "2026-11-25")
    );
    for (key, value, expected) in [
        ("reporter", "FRA", "a code that partners.csv has"),
        ("default_flow", "quota", "export or import"),
        ("default_product", "gold", "a product that products.csv has"),
        ("default_partner", "FRA", "a code that partners.csv has"),
        ("default_measure", "weight", "volume, value or quantity"),
        ("headline_product", "magnets", "that products.csv marks with yes"),
        ("quota_products", "magnets|gold", "products that products.csv has"),
        ("partners_file", "../secret.csv", "the name of a file beside this one"),
        ("export_last_month", "2026-13", "a month that exists"),
        ("partners_last_year", "26", "a year"),
        ("compiled", "2026-11-31", "a day"),
        ("holiday_calendar", "easter", "chinese-new-year"),
        ("origin_en", "", "some words"),
        ("question_en", "When?", "an address and a question, separated by |"),
    ] {
        let row = format!("{key},{value}");
        let error = only(read_rows("dataset.csv", &["key,value", &row]), &row);
        assert_slip(&error, "dataset.csv", 2, "value", value, expected);
    }
    for (rows, line, key) in [
        (["reporter,CHN", "reporter,USA"], 3, "reporter"),
        (["reporter,CHN", "colour,red"], 3, "colour"),
        (["origin_english,us", "reporter,CHN"], 2, "origin_english"),
    ] {
        let error = only(read_rows("dataset.csv", &[&["key,value"], &rows[..]].concat()), key);
        assert_slip(&error, "dataset.csv", line, "key", key, "a key that dataset.csv may have");
    }
}

#[test]
fn a_data_set_that_says_nothing_of_itself_begins_with_its_first_product() {
    let mut texts = Files::sound().texts();
    texts[index_of("dataset.csv")].clear();
    texts[index_of("partners.csv")].clear();
    let dataset = read(&texts).unwrap();
    assert_eq!(dataset.about.usual.product, "rare-earths");
    assert_eq!(dataset.reporter(), "The reporting country");
    assert_eq!(dataset.partner(&rare_earths(Flow::Export).partner), "WLD");
}

#[test]
fn a_source_without_a_kind_is_refused_where_the_file_has_kinds() {
    let header = "source,publisher,published,title,url,kind";
    let rows = |kind: &str| {
        let customs = format!("customs,Customs,,,,{kind}");
        read_rows(
            "sources.csv",
            &[header, "agency,Agency,,,,agency", &customs, "wire,Wire,,,,press"],
        )
    };
    assert!(rows("customs").is_ok());
    for kind in ["", "Customs", "blog"] {
        let expected = "customs, agency, press or analyst";
        assert_slip(&only(rows(kind), kind), "sources.csv", 3, "kind", kind, expected);
    }
}

#[test]
fn a_series_in_two_units_is_refused_and_names_the_first() {
    let value = |line: usize, unit: &str, files: Files| {
        files.with("observations.csv", line, "measure", "value").with(
            "observations.csv",
            line,
            "unit",
            unit,
        )
    };
    let files = value(2, "USD", value(4, "EUR", Files::sound()));
    let error = only(files.read(), "dollars and euros");
    assert_slip(
        &error,
        "observations.csv",
        4,
        "unit",
        "EUR",
        "USD, as line 2 counts the same series",
    );
}

#[test]
fn sources_in_short_choose_the_same_figures_and_are_completed_later() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data");
    let files = BUNDLE_FILES.map(|name| std::fs::read_to_string(folder.join(name)).unwrap());
    let [observations, sources, products, events, dataset, partners] = files.each_ref();
    let read = |sources: &str| {
        read_bundle(Bundle { observations, sources, products, events, dataset, partners }).unwrap()
    };
    let whole = read(sources);
    let mut short = read(&sources_in_short(sources).unwrap());
    for key in whole.keys() {
        assert_eq!(short.series(key), whole.series(key));
    }
    assert!(short.sources.iter().all(|source| !source.is_named()));
    add_part(&mut short, "sources.csv", sources).unwrap();
    assert_eq!(short.sources, whole.sources);
    let broken = sources.replace(",customs\n", ",nobody\n");
    assert!(sources_in_short(&broken).is_err());
    let mut short = read(&sources_in_short(sources).unwrap());
    assert!(!add_part(&mut short, "sources.csv", &broken).unwrap_err().is_empty());
    assert!(
        short.sources.iter().all(|source| !source.is_named()),
        "nothing is added of a broken list"
    );
}

/// What the first page loads makes the page that the whole tables make.
#[test]
fn tables_in_short_make_the_same_page() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data");
    let files = BUNDLE_FILES.map(|name| std::fs::read_to_string(folder.join(name)).unwrap());
    let [observations, sources, products, events, dataset, partners] = files.each_ref();
    let short = [products, dataset, partners].map(|text| names_in_short(text));
    let shown = |[products, dataset, partners]: [&str; 3]| {
        let read = Bundle { observations, sources, products, events, dataset, partners };
        let read = read_bundle(read).unwrap();
        let made = CHARTS.iter().map(|chart| {
            let (query, _) = Query::parse_over(chart.example, &read);
            let (view, words) = open(&read, &query);
            let mut page = page(&read, &view, words);
            // What a search finds besides comes with the whole tables.
            for choice in page.controls.iter_mut().flat_map(|control| &mut control.choices) {
                choice.also.clear();
            }
            page
        });
        made.collect::<Vec<_>>()
    };
    let own = shown(short.each_ref().map(String::as_str));
    assert_eq!(own, shown([products, dataset, partners].map(String::as_str)));
    // Stories are read by the same names.
    let products_of = |products: &str| {
        let read = Bundle { observations, sources, products, events, dataset: &short[1], partners };
        let mut all = read_bundle(read).unwrap().products;
        all.iter_mut().for_each(|product| product.notes = Words::default());
        all
    };
    assert_eq!(products_of(&names_for_stories(products)), products_of(products));
    // And by the same figures.
    let figures_of = |observations: &str| {
        let read = Bundle { observations, sources, products, events, dataset, partners };
        let mut all = read_bundle(read).unwrap().observations().to_vec();
        all.iter_mut().for_each(|row| row.figure.note.clear());
        all
    };
    let figures = figures_for_stories(observations);
    assert_eq!(figures_of(&figures), figures_of(observations));
    assert!(figures.len() * 10 < observations.len() * 9);
    for (short, whole) in short.iter().zip([products, dataset, partners]) {
        assert!(short.len() * 10 < whole.len() * 9, "{} of {}", short.len(), whole.len());
        assert!(!short.contains("出口") && short.lines().count() > 10);
    }
}

#[test]
fn a_part_is_added_once_and_whole() {
    let mut texts = Files::sound().texts();
    texts[index_of("dataset.csv")].push_str("money_file,money.csv\nprices_file,prices.csv\n");
    let mut dataset = read(&texts).unwrap();
    let header = HEADERS[0];
    let row = |value: &str, unit: &str, source: &str| {
        format!(
            "{header}\n2024-09,1,export,volume,rare-earths,WLD,{value},{unit},reported,{source},\n"
        )
    };
    // The headline file has this cell from the agency.
    let error = add_part(&mut dataset, "money.csv", &row("4181", "t", "agency")).unwrap_err();
    assert_slip(&error[0], "money.csv", 2, "period", "2024-09", "a file read before has it too");
    assert_eq!(dataset.observations().len(), 3);
    for _ in 0..2 {
        add_part(&mut dataset, "money.csv", &row("4181", "t", "wire")).unwrap();
        assert_eq!(dataset.observations().len(), 4);
    }
    let unknown = add_part(&mut dataset, "other.csv", "").unwrap_err();
    assert_slip(&unknown[0], "other.csv", 0, "", "other.csv", "a file that dataset.csv names");
    let prices = "period,months,item,value,unit,source,url,note\n2017,12,Oxide,2,USD,us,,\n";
    let error = add_part(&mut dataset, "prices.csv", prices).unwrap_err();
    assert_slip(&error[0], "prices.csv", 2, "unit", "USD", "a currency for a quantity");
    add_part(&mut dataset, "prices.csv", &prices.replace("USD,", "USD/kg,")).unwrap();
    assert_eq!((dataset.prices[0].period, dataset.prices[0].value), (period("2017-01", 12), 2.0));
    // A price has one unit, as a series has.
    let two = "period,months,item,value,unit,source,url,note\n2017,12,Oxide,2,USD/kg,us,,\n2017,12,Metal,9,EUR/t,us,,\n2018,12,Oxide,3,EUR/l,us,,\n";
    let mut dataset = read(&texts).unwrap();
    let errors = add_part(&mut dataset, "prices.csv", two).unwrap_err();
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_slip(&errors[0], "prices.csv", 4, "unit", "EUR/l", "USD/kg, as line 2 prices");
}

#[test]
fn an_event_may_have_a_short_name_and_a_rank() {
    let header = "date,title,short,rank,effect,url";
    let rows = |rank: &str| {
        let licences = format!("2025-04-04,Licences,licences,{rank},Seven,https://example.org/1");
        read_rows("events.csv", &[header, &licences, "2024-02-29,Leap day,,,,http://example.org/2"])
    };
    let events = rows("1").unwrap().events;
    assert_eq!(events[1].rank, Some(1));
    assert_eq!((events[1].short(), events[0].rank), ("licences", None));
    for rank in ["first", "-1", "1.5"] {
        let error = only(rows(rank), rank);
        assert_slip(&error, "events.csv", 2, "rank", rank, "a whole number, or nothing");
    }
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
        assert_eq!(other.read().map(|dataset| dataset.observations().len()), Ok(4), "{column}");
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
        // A product may go without its note.
        let header = header.strip_suffix("hs,note").map_or(header, |_| "product,label,hs");
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
            assert_slip(error, file, 1, "", &wrong, "the header ");
            // Each column that is needed, in order; others stand in brackets between them.
            let (mut rest, outside) = (error.expected.as_str(), header.split(','));
            for name in outside {
                let at = rest.find(name).unwrap_or_else(|| panic!("{name} in {}", error.expected));
                rest = &rest[at + name.len()..];
            }
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
        let mut dataset: Dataset = read(&texts).unwrap();
        let rows = dataset.take_observations().into_iter();
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
        assert_eq!(dataset.observations()[0].figure.note, note);
        let lines: Vec<u64> = dataset.observations().iter().map(|row| row.line).collect();
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
         expected a number, 0 or more, of at most 15 digits, like 4416 or 4205.8"
    );
    // A number that has more is told that it has.
    assert!(message("129800.00000000001").contains("of at most 15 digits"));
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
        texts in (0..6usize).prop_flat_map(|file| (Just(file), messy_text(file)))
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
        let figure = dataset.unwrap().observations()[1].figure.clone();
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
