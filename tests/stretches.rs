//! A file that several readers read in stretches is the file that one reads: the same sums to the last digit,
//! in the same order, with the same faults on the same lines.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop with the reason"
)]

use proptest::prelude::*;
use xenotime::import::{Explained, Reader, Refusal, RowError, Stretch, export, first_record};

#[path = "common/countries.rs"]
mod countries;
use countries::country_names;

/// How much of a file tells what it is; more than that is always one reader's.
const HEAD: usize = 1 << 16;

/// The table whose rows are parts of their cells.
const PARTS: usize = 6;

/// Tables by what their rows are to each other: all of a cell, all of it among its parts, one for a
/// cell, parts that a column tells apart, totals among ports, measures in the rows, parts.
const TABLES: [(&str, Option<&str>); 7] = [
    ("t,i,j,k,v,q", None),
    (
        "period,reporterISO,flowCode,partnerISO,motCode,cmdCode,cmdDesc,qtyUnitAbbr,qty,netWgt,primaryValue",
        None,
    ),
    (
        "month;way;who;code;goods;usd;kg",
        Some(
            "period\tmonth\nflow\tway\npartner\twho\nproduct\tcode\nproduct-name\tgoods\nvalue\tusd\nmoney\t=USD\nquantity\tkg\nunit\t=kg\nreporter\t=DE\nfactor\t=1",
        ),
    ),
    (
        "month;way;who;code;usd;port",
        Some(
            "period\tmonth\nflow\tway\npartner\twho\nproduct\tcode\nvalue\tusd\nmoney\t=USD\nreporter\t=DE\nfactor\t=1\nwhich:port\t=all",
        ),
    ),
    (
        "CTY_CODE,CTY_NAME,I_COMMODITY,I_COMMODITY_SDESC,GEN_VAL_MO,GEN_QY1_MO,UNIT_QY1,DISTRICT,DIST_NAME,YEAR,MONTH",
        None,
    ),
    (
        "period,months,flow,measure,product,partner,value,unit,status,source,note,reporter,product_label,partner_name,reporter_name,product_system",
        None,
    ),
    (
        "DECLARANT_ISO,PARTNER_ISO,TRADE_TYPE,PRODUCT_NC,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG,SUP_QUANTITY",
        None,
    ),
];

/// Numbers by chance, the same for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len() as u64) as usize]
    }

    fn amount(&mut self) -> String {
        match self.below(12) {
            0 => "0".to_owned(),
            1 => format!("1.66765799669803{}", self.below(90) + 10),
            2 => format!("{}", 900_000_000_000_000 + self.below(9_000_000_000)),
            3..6 => format!("{}", self.below(1_000_000)),
            _ => format!("{}.{:02}", self.below(100_000), self.below(100)),
        }
    }
}

/// A row of a table; `wide` is how many codes there are, so that cells are rarely or often met again.
fn row(table: usize, chance: &mut Chance, wide: u64) -> String {
    let (year, month) = (2019 + chance.below(5), 1 + chance.below(12));
    let code = 280_000 + chance.below(wide);
    let (value, weight) = (chance.amount(), chance.amount());
    let partner = chance.of(&["CHN", "USA", "JPN", "FRA", "BRA", "KOR", "VNM"]);
    match table {
        0 => format!(
            "{year},156,{},{code},{value},{weight}",
            chance.of(&["842", "392", "251", "76", "704", "900"])
        ),
        1 => {
            let name = chance.of(&["Metals", "\"Ores, \"\"raw\"\"\"", "\"of two\nlines\"", ""]);
            let (transport, unit) =
                (chance.of(&["0", "0", "1000", "2100"]), chance.of(&["kg", "kg", "u", "l"]));
            format!(
                "{year}{month:02},DEU,{},{partner},{transport},{code},{name},{unit},{weight},{weight},{value}",
                chance.of(&["M", "X", "RX"])
            )
        }
        2 => format!(
            "{year}-{month:02};{};{partner};{code};{};{value};{weight}",
            chance.of(&["export", "import"]),
            chance.of(&["Ore", "\"Ore; raw\"", ""])
        ),
        3 => format!(
            "{year}-{month:02};{};{partner};{code};{value};{}",
            chance.of(&["export", "import"]),
            chance.of(&["A", "B"])
        ),
        4 => format!(
            "{},N,{code}1000,GOODS,{value},{weight},{},{},\"NEW YORK, NY\",{year},{month:02}",
            chance.of(&["5700", "5880", "4279"]),
            chance.of(&["KG", "KG", "NO"]),
            chance.of(&["-", "20", "53"])
        ),
        5 => {
            let (measure, unit) =
                if chance.below(2) == 0 { ("value", "USD") } else { ("volume", "t") };
            format!(
                "{year}-{month:02},1,{},{measure},{code},{partner},{value},{unit},reported,,,DEU,,,,",
                chance.of(&["export", "import"])
            )
        }
        _ => format!(
            "DE,{},E,{code}10,{},1,,{year}{month:02},{value},{weight},",
            chance.of(&["CN", "US", "QS", "FR"]),
            chance.of(&["1", "2"]),
        ),
    }
}

/// A table long enough to be divided; `faults` in a thousand of its lines are none of its rows.
fn table(table: usize, seed: u64, wide: u64, faults: u64, returns: bool) -> String {
    let mut chance = Chance(seed);
    let end = if returns { "\r\n" } else { "\n" };
    let (header, _) = TABLES[table];
    let separator = if header.contains(';') { ';' } else { ',' };
    let mut text = format!("{header}{end}");
    let mut rows: Vec<String> = Vec::new();
    while text.len() < 3 * HEAD {
        // The head is sound: it tells what the file is.
        let fault = text.len() > HEAD && chance.below(1000) < faults;
        let own = match chance.below(9) {
            _ if !fault => row(table, &mut chance, wide),
            0 => String::new(),
            1 => "Note: figures are provisional".to_owned(),
            2 => row(table, &mut chance, wide).replace("20", "x"),
            3 => row(table, &mut chance, wide)
                .split(separator)
                .take(3)
                .collect::<Vec<_>>()
                .join(&separator.to_string()),
            4 => rows[chance.below(rows.len() as u64) as usize].clone(),
            5 => format!("{}\"pipe", row(table, &mut chance, wide)),
            6 if chance.below(20) == 0 => "Values in thousands of dollars".to_owned(),
            7 if chance.below(20) == 0 => header.to_owned(),
            8 if chance.below(20) == 0 => format!("\"{}", row(table, &mut chance, wide)),
            _ => row(table, &mut chance, wide),
        };
        text.push_str(&own);
        text.push_str(end);
        rows.push(own);
    }
    if chance.below(2) == 0 {
        text.truncate(text.len() - end.len());
    }
    text
}

fn begun(mapping: Option<&str>) -> Reader {
    let mut reader = Reader::default();
    reader.names = country_names();
    reader.begin("a.csv", mapping);
    reader
}

/// One reader reads it all.
fn alone(bytes: &[u8], mapping: Option<&str>) -> (Reader, Result<(), Refusal>) {
    let mut reader = begun(mapping);
    let read = bytes.chunks(50_000).try_for_each(|piece| reader.feed(piece));
    let read = read.and_then(|()| reader.end());
    (reader, read)
}

/// Several read it from these places on; nothing where it cannot be told that it comes to the same.
fn together(
    bytes: &[u8],
    mapping: Option<&str>,
    places: &[usize],
) -> Option<(Reader, Result<(), Refusal>)> {
    let mut starts: Vec<usize> =
        places.iter().filter_map(|at| Some(at + first_record(&bytes[*at..])?)).collect();
    starts.sort_unstable();
    starts.dedup();
    starts.push(bytes.len());
    let mut first = begun(mapping);
    first.feed(&bytes[..HEAD]).ok()?;
    if !first.divides() {
        return None;
    }
    first.feed(&bytes[HEAD..starts[0]]).ok()?;
    for range in starts.windows(2) {
        let mut reader = begun(mapping);
        reader.feed(&bytes[..HEAD]).ok()?;
        reader.skip();
        for piece in bytes[range[0]..range[1]].chunks(30_011) {
            reader.feed(piece).ok()?;
        }
        let packed = reader.stretch(range[1] == bytes.len())?.packed();
        if !first.join(Stretch::unpacked(&packed).unwrap()) {
            return None;
        }
    }
    let read = first.end();
    Some((first, read))
}

/// What a reader is left with: names and sums in their order, faults, what is told, all rows as they are saved.
type Left = (Vec<String>, Vec<RowError>, Vec<Explained>, String);

fn left(reader: &Reader) -> Left {
    let store = &reader.store;
    let mut lines: Vec<String> = Vec::new();
    for names in [&store.reporters, &store.partners, &store.products] {
        lines.extend(names.all().map(|entry| format!("{entry:?}")));
    }
    for (trade, months) in store.trades() {
        lines.extend(months.map(|(period, sums)| format!("{trade:?} {period:?} {sums:?}")));
    }
    lines.push(format!("{:?} {:?} {}", reader.counted, reader.files, store.len()));
    (lines, reader.slips.clone(), reader.explained.clone(), export(reader))
}

/// Reads a table both ways and compares; answers with whether it was divided.
fn compared(text: &str, number: usize, places: &[usize]) -> bool {
    let bytes = text.as_bytes();
    let mapping = TABLES[number].1;
    let Some((joined, end)) = together(bytes, mapping, places) else { return false };
    let (whole, one_end) = alone(bytes, mapping);
    assert_eq!(end, one_end);
    let (joined, whole) = (left(&joined), left(&whole));
    let differing = joined.0.iter().zip(&whole.0).find(|(one, other)| one != other);
    let faults =
        || (joined.1.iter().find(|own| !whole.1.contains(own)), joined.1.len(), whole.1.len());
    assert_eq!(differing, None, "{:?}", faults());
    assert!(joined == whole, "{:?}\n{:?}\n{:?}\n{:?}", joined.1, whole.1, joined.2, whole.2);
    true
}

fn places(length: usize, count: usize, chance: &mut Chance) -> Vec<usize> {
    (0..count).map(|_| HEAD + chance.below((length - HEAD) as u64) as usize).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_table_is_the_same_in_any_stretches(
        number in 0..TABLES.len(), seed in any::<u64>(), wide in 1u64..4000, faults in 0u64..30, returns in any::<bool>(), count in 1usize..8,
    ) {
        let text = table(number, seed, wide, faults, returns);
        compared(&text, number, &places(text.len(), count, &mut Chance(seed)));
    }

    #[test]
    fn parts_that_fall_on_one_cell_are_read_in_stretches(seed in any::<u64>(), wide in 1u64..4000, count in 1usize..8) {
        let text = table(PARTS, seed, wide, 0, false);
        prop_assert!(compared(&text, PARTS, &places(text.len(), count, &mut Chance(seed))));
    }
}

#[test]
fn faults_keep_their_lines_and_their_order() {
    let mut divided = 0;
    for seed in 0..40 {
        let text = table(PARTS, seed, 2000, 10, seed % 2 == 0);
        divided += u32::from(compared(&text, PARTS, &places(text.len(), 3, &mut Chance(seed))));
    }
    // A quote that is never closed, another table, or a cell twice may keep some from it.
    assert!(divided > 8, "{divided} of 40");
}

#[test]
fn a_stretch_that_begins_within_quotes_is_not_taken() {
    let mut text =
        "period,reporterISO,flowCode,partnerISO,cmdCode,cmdDesc,netWgt,primaryValue\n".to_owned();
    let mut within = 0;
    for code in 100_000..104_000 {
        text.push_str(&format!("202401,DEU,M,CHN,{code},\"in two\nlines\",1,2\n"));
        if code == 103_000 {
            within = text.len() - "lines\",1,2\n".len() - 2;
        }
    }
    assert!(together(text.as_bytes(), None, &[within]).is_none());
    let (joined, end) = together(text.as_bytes(), None, &[within + 8]).unwrap();
    let (whole, _) = alone(text.as_bytes(), None);
    assert_eq!(end, Ok(()));
    assert_eq!(left(&joined), left(&whole));
}
