//! What every target does with bytes: reads them in pieces, and makes and reads all that a page
//! would of what was kept. `tests/fuzzed.rs` does the same with the files that are kept.

use std::collections::BTreeMap;

use xenotime::charts::{Query, view};
use xenotime::import::dataset::read_own;
use xenotime::import::{
    Choice, MOST_SLIPS, Parts, Reader, encoding, export, extent, partners, products, reporters,
    tidy, totals,
};

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
    assert!(reader.slips.len() <= MOST_SLIPS);
    for slip in &reader.slips {
        assert!(slip.line > 0 && !slip.expected.is_empty());
    }
    let _ = extent(&reader.store);
    for reporter in reporters(reader).iter().take(2) {
        let ranks = totals(reader, &reporter.code, &BTreeMap::new());
        let (found, all) = products(reader, &ranks, "", "2846", 3);
        assert!(found.len() <= all);
        let _ = partners(reader, &ranks, "a", 3);
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
