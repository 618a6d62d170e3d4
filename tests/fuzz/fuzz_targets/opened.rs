//! What every target does with bytes: reads them in pieces, and makes and reads all that a page
//! would of what was kept. `tests/fuzzed.rs` does the same with the files that are kept.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use xenotime::charts::{Query, view};
use xenotime::containers::{Container, members};
use xenotime::import::dataset::read_own;
use xenotime::import::{
    Choice, MOST_ERRORS, Parts, Reader, Refusal, encoding, export, extent, partners, products,
    reporters, tidy, totals,
};
use xenotime::statistics::structure::Side;
use xenotime::tables::{Asked, Wanted, csv, of_files, ranking};
use xenotime::trade::{Flow, Measure};

/// One for each layout that is known, and the tables of names.
const HEADERS: [&str; 11] = [
    "period,months,flow,measure,product,partner,value,unit,status,source,note",
    "period,reporterISO,reporterDesc,flowCode,partnerISO,partnerDesc,cmdCode,cmdDesc,netWgt,primaryValue,partner2Code,customsCode",
    "Period,Trade Flow,Reporter Code,Reporter,Partner Code,Partner,Commodity Code,Commodity,Netweight (kg),Trade Value (US$)",
    "t,i,j,k,v,q",
    "YEAR,MONTH,CTY_CODE,CTY_NAME,E_COMMODITY,E_COMMODITY_SDESC,ALL_VAL_MO,QTY_1_MO,UNIT_QY1",
    "time,CTY_CODE,CTY_NAME,I_COMMODITY,GEN_VAL_MO,GEN_QY1_MO,UNIT_QY1",
    "DECLARANT,PARTNER,PRODUCT_NC,FLOW,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG",
    "数据年月,贸易伙伴名称,商品编码,商品名称,进出口,第一数量,第一计量单位,美元",
    "period,flow,reporter,partner,hs,value_usd,weight_kg",
    "country_code,country_name,country_iso2",
    "code,description",
];

/// Any bytes at all, in pieces as large as the first of them says.
pub fn anything(bytes: &[u8]) {
    let Some((piece, bytes)) = bytes.split_first() else { return };
    show(&read("any.csv", bytes, usize::from(*piece), None));
}

/// Any rows under a header that is known; the first byte says which, the second the pieces.
pub fn rows(bytes: &[u8]) {
    let [which, piece, rows @ ..] = bytes else { return };
    let header = HEADERS[usize::from(*which) % HEADERS.len()];
    let file = [header.as_bytes(), b"\n", rows].concat();
    show(&read("export.csv", &file, usize::from(*piece) * 8, None));
}

/// A table whose columns somebody named: the mapping, a blank line, the table.
pub fn mapping(text: &str) {
    let Some((mapping, table)) = text.split_once("\n\n") else { return };
    show(&read("own.csv", table.as_bytes(), 64, Some(mapping)));
}

/// A spreadsheet, an archive or gzip, and what comes out of it.
pub fn containers(bytes: &[u8]) {
    let mut found = Vec::new();
    let _ = members(Cursor::new(bytes.to_vec())).take(MOST_UNPACKED).read_to_end(&mut found);
    let Ok(mut container) = Container::open(Box::new(Cursor::new(bytes.to_vec()))) else { return };
    let ranks: Vec<u8> = bytes.iter().take(container.parts().len()).copied().collect();
    for answer in [None, Some("all"), Some("likely")] {
        let _ = container.choose(answer, &ranks);
    }
    for at in 0..container.parts().len().min(3) {
        let _ = container.head(at);
        let mut text = Vec::new();
        match &mut container {
            Container::Workbook(book) => text.extend(book.text(at).unwrap_or_default().bytes()),
            Container::Page(page) => text.extend(page.text(at).unwrap_or_default()),
            Container::Archive(archive) => {
                let _ = archive.entry(at);
                if let Ok(unpacked) = archive.unpacked(at) {
                    let _ = unpacked.take(MOST_UNPACKED).read_to_end(&mut text);
                }
            }
        }
        show(&answered("part.csv", &text, 1 << 16));
    }
}

/// More of a part says no more of how it is unpacked.
const MOST_UNPACKED: u64 = 1 << 16;

/// Names of columns that are periods, directions and measures, and of those beside them.
const HEADINGS: [&str; 32] = [
    "2024-01",
    "2024-02",
    "Jan-25",
    "2023",
    "2024",
    "2025",
    "Exports",
    "Imports",
    "Export value (USD)",
    "Import weight (kg)",
    "Value",
    "Net weight (t)",
    "Quantity",
    "Partner",
    "Reporter",
    "HS code",
    "Month",
    "Year",
    "Flow",
    "Indicator",
    "Unit",
    "8月",
    "1至8月累计",
    "Total",
    "2010-11",
    "Q1 2024",
    "Imported value in 2021",
    "Value-Jan",
    "Quantity1-Feb",
    "",
    "Commodity",
    "Jan.-Dec. 2025",
];

/// Any cells under headings that are periods, directions and measures: how many bytes are headings, these,
/// and the rows.
pub fn wide(bytes: &[u8]) {
    let Some((count, rest)) = bytes.split_first() else { return };
    let count = (usize::from(*count) % 16 + 1).min(rest.len());
    let (heads, rows) = rest.split_at(count);
    let heads: Vec<&str> =
        heads.iter().map(|head| HEADINGS[usize::from(*head) % HEADINGS.len()]).collect();
    let file = [heads.join(",").as_bytes(), b"\n", rows].concat();
    show(&answered("wide.csv", &file, 100));
}

/// Any JSON, by itself or as the rows of an answer; the first byte says which.
pub fn json(bytes: &[u8]) {
    let Some((which, rows)) = bytes.split_first() else { return };
    let (before, after): (&[u8], &[u8]) = match which % 4 {
        0 => (b"", b""),
        1 => (b"{\"data\":[", b"]}"),
        2 => (b"[[\"CTY_CODE\",\"E_COMMODITY\",\"ALL_VAL_MO\",\"YEAR\",\"MONTH\"],", b"]"),
        _ => (b"[{\"period\":\"2024-01\",\"partner\":\"JPN\",\"value\":1,", b"}]"),
    };
    show(&answered("rows.json", &[before, rows, after].concat(), 50));
}

/// Reads a table and gives the likeliest answers to what it leaves open.
fn answered(name: &str, bytes: &[u8], piece: usize) -> Reader {
    let mut answers: Vec<(String, String)> = Vec::new();
    loop {
        let mut reader = Reader::default();
        reader.answers.clone_from(&answers);
        reader.begin(name, None);
        let fed = bytes.chunks(piece.max(1)).try_for_each(|piece| reader.feed(piece));
        let Err(Refusal::Unmapped(table)) = fed.and_then(|()| reader.end()) else { return reader };
        let known = |id: &str| answers.iter().any(|(own, _)| own == id);
        let anew: Vec<String> =
            table.questions.iter().map(|own| own.id.clone()).filter(|id| !known(id)).collect();
        // What was answered and is asked again is no way on.
        if anew.is_empty() || answers.len() > 24 {
            return reader;
        }
        answers.extend(anew.into_iter().map(|id| (id, "likely".to_owned())));
    }
}

/// The index of a rolled-up folder.
pub fn index(text: &str) {
    let Ok(parts) = Parts::read(text) else { return };
    for reporter in parts.reporters() {
        let products: Vec<String> = parts.chapters(&reporter).into_keys().collect();
        for mirror in [false, true] {
            for part in parts.needed(&reporter, &products, mirror) {
                // Nothing leads out of the folder.
                assert!(!part.path.split('/').any(|step| step.is_empty() || step == ".."));
                assert!(!part.path.contains(':'));
            }
        }
    }
}

/// Reads one file in pieces of `piece` bytes.
fn read(name: &str, bytes: &[u8], piece: usize, mapping: Option<&str>) -> Reader {
    let _ = encoding(bytes);
    let mut reader = Reader::default();
    reader.begin(name, mapping);
    let fed = bytes.chunks(piece.max(1)).try_for_each(|piece| reader.feed(piece));
    let _ = fed.and_then(|()| reader.end());
    reader
}

/// Shows what was read as the page would.
fn show(reader: &Reader) {
    if reader.store.is_empty() {
        return;
    }
    assert!(reader.slips.len() <= MOST_ERRORS);
    for slip in &reader.slips {
        assert!(slip.line > 0 && !slip.expected.is_empty());
    }
    let _ = extent(&reader.store);
    for reporter in reporters(reader).iter().take(2) {
        let ranks = totals(reader, &reporter.code, &BTreeMap::new());
        let (found, all) = products(reader, &ranks, "", "2846", 3);
        assert!(found.len() <= all);
        let _ = partners(reader, &ranks, "a", 3);
        for (by, flow) in [(Side::Partner, Flow::Export), (Side::Product, Flow::Import)] {
            let (Some(product), Some((_, month))) = (found.first(), extent(&reader.store)) else {
                continue;
            };
            let wanted = Wanted {
                reporter: reporter.code.clone(),
                product: product.code.clone(),
                partner: "WLD".to_owned(),
                flow,
                measure: Measure::Value,
                month,
            };
            let asked = Asked { by, most: 3, ..Asked::default() };
            let table = ranking(&of_files(reader, &wanted, &asked), &asked);
            let mut numbers = table.rows.iter().flat_map(|row| row.numbers.iter().flatten());
            assert!(numbers.all(|number| !number.is_nan()), "{}", csv(&table));
        }
        for mirror in [false, true] {
            let choice = Choice {
                reporter: reporter.code.clone(),
                products: found.iter().map(|one| one.code.clone()).collect(),
                partners: 3,
                also: Vec::new(),
                mirror,
            };
            let texts = tidy(reader, &choice);
            // What we write we can read, whatever it was made of.
            let dataset = read_own(texts.files()).expect("our own format reads back");
            let _ = view(&dataset, &Query::default().settled(&dataset));
        }
    }
    // Sums with more digits than our format has are left out of it.
    let whole = |sum: Option<f64>| sum.is_none_or(|sum| sum < 1e14);
    let mut sums = reader.store.trades().flat_map(|(_, months)| months.map(|(_, sums)| sums));
    if !sums.all(|sums| whole(sums.value) && whole(sums.weight)) {
        return;
    }
    let again = read("again.csv", export(reader).as_bytes(), 1 << 16, None);
    assert_eq!(again.store.len(), reader.store.len(), "what is saved reads back");
}
