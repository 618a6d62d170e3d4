//! Other people's files: what each layout comes to, and what is said of files that are broken.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops with the reason"
)]

#[path = "import/cases.rs"]
mod cases;

#[path = "common/countries.rs"]
mod countries;

#[path = "import/guarantees.rs"]
mod guarantees;

use std::collections::BTreeMap;

use countries::country_names;
use proptest::prelude::*;
use proptest::string::string_regex;
use xenotime::charts::{CHARTS, ChartKind, Layer, Query, View, XAxis, open, page, view};
use xenotime::import::dataset::read_own;
use xenotime::import::{
    COUNTRIES, Choice, Counted, Reader, Refusal, RowError, Tidy, alpha2, countries, encoding,
    export, first_product, goods, products, reporters, tidy, totals,
};
use xenotime::statistics::Comparison;
use xenotime::trade::{Dataset, Flow, Language, Measure, Month, Partner, Period, SeriesKey, Unit};

const COMTRADE: &str = "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,isAggregate";

/// A row of UN Comtrade's present layout, with the comma at its end that the site leaves.
fn comtrade(
    period: &str,
    flow: &str,
    partner: &str,
    customs: &str,
    kilograms: &str,
    dollars: &str,
) -> String {
    format!(
        "\"C\",\"M\",\"{period}01\",\"2024\",\"11\",\"{period}\",\"156\",\"CHN\",\"China\",\"{flow}\",\"x\",\"9\",\"{partner}\",\"{partner} by name\",\"0\",\"W00\",\"World\",\"H6\",\"HS\",\"true\",\"2846\",\"Compounds; of rare earths\",\"4\",\"false\",\"{customs}\",\"d\",\"0\",\"0\",\"m\",\"8\",\"kg\",\"{kilograms}\",\"false\",\"-1\",\"N/A\",\"0\",\"false\",\"{kilograms}\",\"false\",\"0\",\"false\",,\"{dollars}\",\"{dollars}\",\"4\",\"false\",\"true\",\r\n"
    )
}

fn read_in(
    pieces: usize,
    name: &str,
    bytes: &[u8],
    mapping: Option<&str>,
) -> Result<Reader, Refusal> {
    let mut reader = Reader::default();
    add(&mut reader, pieces, name, bytes, mapping)?;
    Ok(reader)
}

fn add(
    reader: &mut Reader,
    pieces: usize,
    name: &str,
    bytes: &[u8],
    mapping: Option<&str>,
) -> Result<(), Refusal> {
    reader.begin(name, mapping);
    for piece in bytes.chunks(pieces.max(1)) {
        reader.feed(piece)?;
    }
    reader.end()
}

fn read(name: &str, text: &str) -> Reader {
    read_in(1 << 16, name, text.as_bytes(), None).unwrap_or_else(|refusal| panic!("{refusal:?}"))
}

/// Why a file is refused.
fn counted(read: u64, skipped: u64, left_out: u64) -> Counted {
    Counted { read, skipped, left_out, ..Counted::default() }
}

/// Period, flow, reporter, partner, product, value and weight.
type Row = (String, &'static str, String, String, String, Option<f64>, Option<f64>);

/// Everything that was kept: period, flow, reporter, partner, product, value, weight.
fn kept(reader: &Reader) -> Vec<Row> {
    let store = &reader.store;
    let mut rows: Vec<_> = store
        .trades()
        .flat_map(|(trade, months)| months.map(move |sums| (trade, sums)))
        .map(|(trade, (period, sums))| {
            let code =
                |names: &xenotime::import::Names, number| names.get(number).unwrap().code.clone();
            let months = match period.months {
                1 => period.start.to_string(),
                months => format!("{}+{months}", period.start),
            };
            (
                months,
                trade.flow.code(),
                code(&store.reporters, trade.reporter),
                code(&store.partners, trade.partner),
                code(&store.products, trade.product),
                sums.value,
                sums.weight,
            )
        })
        .collect();
    rows.sort_by(|one, other| one.partial_cmp(other).unwrap());
    rows
}

fn row(
    period: &str,
    flow: &'static str,
    reporter: &str,
    partner: &str,
    product: &str,
    value: Option<f64>,
    weight: Option<f64>,
) -> Row {
    (period.into(), flow, reporter.into(), partner.into(), product.into(), value, weight)
}

#[test]
fn comtrade_as_the_site_exports_it() {
    let text = format!(
        "{COMTRADE}\r\n{}{}{}{}",
        comtrade("202411", "X", "W00", "C00", "4416000", "31000000"),
        comtrade("202411", "X", "JPN", "C00", "1000500", "9000000"),
        // Re-exports are in the exports; a weight of nought was not reported.
        comtrade("202411", "RX", "JPN", "C00", "1", "1"),
        comtrade("202410", "X", "W00", "C00", "0", "30000000"),
    );
    let reader = read("comtrade.csv", &text);
    assert_eq!(
        kept(&reader),
        [
            row("2024-10", "export", "CHN", "WLD", "2846", Some(3e7), None),
            row("2024-11", "export", "CHN", "JPN", "2846", Some(9e6), Some(1000.5)),
            row("2024-11", "export", "CHN", "WLD", "2846", Some(3.1e7), Some(4416.0)),
        ]
    );
    // Its net weight and its quantity are one that is lacking.
    assert_eq!(reader.counted, Counted { zeros: 1, ..counted(3, 0, 1) });
}

#[test]
fn parts_of_a_whole_are_not_counted_beside_it() {
    let parts = |rows: &[(&str, &str)]| {
        let rows: String = rows
            .iter()
            .map(|(customs, dollars)| comtrade("202411", "X", "JPN", customs, "1", dollars))
            .collect();
        kept(&read("c.csv", &format!("{COMTRADE}\r\n{rows}")))[0].5
    };
    assert_eq!(parts(&[("C01", "4"), ("C04", "6")]), Some(10.0));
    assert_eq!(parts(&[("C01", "4"), ("C00", "11"), ("C04", "6")]), Some(11.0));
    // The same file twice, or a revision: the later row stands.
    assert_eq!(parts(&[("C00", "11"), ("C00", "12")]), Some(12.0));
}

#[test]
fn each_layout_comes_to_the_same_words() {
    let files = [
        (
            "old.csv",
            "Classification,Year,Period,Trade Flow,Reporter Code,Reporter,Partner Code,Partner,Commodity Code,Commodity,Netweight (kg),Trade Value (US$)\nHS,2014,201401,Imports,826,United Kingdom,0,World,1511,\"Palm oil, crude\",2000.0,5000\nHS,2014,2014,Re-Export,826,United Kingdom,0,World,1511,Palm oil,1,1\n",
            row("2014-01", "import", "GBR", "WLD", "1511", Some(5000.0), Some(2.0)),
        ),
        (
            "baci.csv",
            "t,i,j,k,v,q\n2022,156,842,284610,12.5,3.25\n",
            row("2022-01+12", "export", "CHN", "USA", "284610", Some(12_500.0), Some(3.25)),
        ),
        (
            "census.csv",
            "CTY_CODE,CTY_NAME,I_COMMODITY,I_COMMODITY_SDESC,GEN_VAL_MO,GEN_QY1_MO,UNIT_QY1,YEAR,MONTH\n5700,CHINA,2846100000,CERIUM COMPOUNDS,1000,2500,KG,2024,11\n",
            row("2024-11", "import", "USA", "N5700", "2846100000", Some(1000.0), Some(2.5)),
        ),
        (
            "full202411.dat",
            "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,FLOW,STAT_PROCEDURE,PERIOD,VALUE_EUR,QUANTITY_KG\nDE,CN,E,28461000,1,1,202411,700,500\nDE,CN,E,28461000,1,4,202411,300,500\n",
            row("2024-11", "import", "DEU", "CHN", "28461000", Some(1000.0), Some(1.0)),
        ),
        (
            "出口.csv",
            "\"数据年月\",\"贸易伙伴编码\",\"贸易伙伴名称\",\"商品编码\",\"商品名称\",\"第一数量\",\"第一计量单位\",\"第二数量\",\"第二计量单位\",\"美元\",\n\"202411\",\"116\",\"JPN\",\"28461010\",\"氧化铈\",\"1,250\",\"千克\",\"0\",\"?\",\"639,240\",\n",
            row("2024-11", "export", "CHN", "JPN", "28461010", Some(639_240.0), Some(1.25)),
        ),
        (
            "tidy.csv",
            "period,months,flow,measure,product,partner,value,unit,status,source,note\n2024-01,11,export,volume,rare-earths,WLD,52105,t,reported,x,\n",
            row("2024-01+11", "export", "OWN", "WLD", "rare-earths", None, Some(52_105.0)),
        ),
        (
            "part.csv",
            "period,flow,reporter,partner,hs,value_usd,weight_kg\n202411,X,CHN,JPN,284610,5,7\n",
            row("2024-11", "export", "CHN", "JPN", "284610", Some(5.0), Some(0.007)),
        ),
    ];
    for (name, text, expected) in files {
        for pieces in [1, 7, 1 << 16] {
            // Only China's customs leave the flow unsaid; the others need no word of it.
            let reader = read_in(pieces, name, text.as_bytes(), Some("flow\t=export"))
                .unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
            assert_eq!(
                kept(&reader),
                std::slice::from_ref(&expected),
                "{name} in pieces of {pieces}: {:?}",
                reader.slips
            );
        }
    }
}

#[test]
fn separators_marks_and_boms_are_handled() {
    let text = "\u{feff}PERIOD;REPORTER;PARTNER;PRODUCT_NC;FLOW;VALUE_EUR;QUANTITY_KG\r202411;DE;CN;2846;2;1.234,50;2.000\r";
    assert_eq!(
        kept(&read("a.csv", text)),
        [row("2024-11", "export", "DEU", "CHN", "2846", Some(1234.5), Some(2.0))]
    );
    // As a spreadsheet is told of the separator.
    let hinted =
        read("c.csv", "sep=;\nt;i;j;k;v;q\n2022;156;842;2846;1;2\n2022;156;842;2846;5%;\n");
    assert_eq!((hinted.counted.read, hinted.slips[0].line), (1, 4));
    let tabs = "t\ti\tj\tk\tv\tq\n2022\t156\t842\t2846\t1\t2\n\n\r\n";
    let reader = read("b.tsv", tabs);
    assert_eq!(reader.counted, counted(1, 0, 0));
}

#[test]
fn letters_are_recognised_by_the_first_bytes() {
    let text: Vec<u8> = "period,value\n".bytes().collect();
    assert_eq!(encoding(&text), None);
    assert_eq!(encoding("数据年月,贸易伙伴".as_bytes()), None);
    // 数据年月 in GB18030.
    assert_eq!(
        encoding(b"\"\xca\xfd\xbe\xdd\xc4\xea\xd4\xc2\",\"\xc3\xb3\xd2\xd7\xbb\xef\xb0\xe9\""),
        Some("gb18030")
    );
    assert_eq!(encoding(b"\xff\xfep\0e\0"), Some("utf-16le"));
    assert_eq!(encoding(b"p\0e\0r\0i\0o\0d\0"), Some("utf-16le"));
    assert_eq!(encoding(b"\xfe\xff\0p"), Some("utf-16be"));
    // Latin-1 is read as it is: one letter here and there.
    assert_eq!(encoding(b"partner\nC\xf4te d'Ivoire,1\nR\xe9union,2\n"), None);
}

#[test]
fn an_unknown_table_asks_which_column_holds_what() {
    let text = "period_dt,partner_name,hs6,val,qty\n2017-01-01,Australia,250410,10200.0,6116.5\n2017-01-01,Côte d’Ivoire,250410,1,2\n";
    let Err(Refusal::Unmapped(table)) = read_in(100, "own.csv", text.as_bytes(), None) else {
        panic!("a mapping was expected")
    };
    assert_eq!(table.header.len(), 5);
    assert!(table.guess.contains(&("period", "period_dt".to_owned())), "{:?}", table.guess);
    let mapping = "period\tperiod_dt\npartner\tpartner_name\nproduct\ths6\nvalue\tval\nquantity\tqty\nunit\t=kg\nmoney\t=USD\nflow\t=import\n";
    let reader = read_in(3, "own.csv", text.as_bytes(), Some(mapping)).unwrap();
    let rows = kept(&reader);
    assert_eq!(rows.len(), 2);
    assert!(rows.iter().any(|row| row.5 == Some(10_200.0) && row.6 == Some(6.1165)), "{rows:?}");
    let names: Vec<String> =
        reader.store.partners.all().map(|(_, entry)| entry.name.clone()).collect();
    assert_eq!(names, ["Australia", "Côte d’Ivoire"]);
    let Err(Refusal::Unmapped(table)) =
        read_in(9, "own.csv", text.as_bytes(), Some("period\tmonth"))
    else {
        panic!("a mapping was expected")
    };
    assert!(table.problem.contains("no column month"), "{}", table.problem);
}

#[test]
fn what_does_not_say_its_flow_is_asked_for_that_alone() {
    let text = "数据年月,贸易伙伴名称,商品编码,第一数量,第一计量单位,人民币\n202411,巴西,12019011,1250,千克,639\n";
    // The name of a download says nothing of what is in it.
    let Err(Refusal::Unmapped(table)) = read_in(50, "export.csv", text.as_bytes(), None) else {
        panic!("the flow was not asked for")
    };
    let asked: Vec<&str> = table.questions.iter().map(|question| question.id.as_str()).collect();
    assert!(table.header.is_empty() && table.problem.is_empty() && asked == ["flow"], "{table:?}");
    assert!(table.preview[0].starts_with("November 2024 · CHN exports to "), "{:?}", table.preview);
    let mut reader = Reader::default();
    reader.names.learn("BR\tBrazil|巴西\n");
    add(&mut reader, 50, "export.csv", text.as_bytes(), Some("flow\t=import")).unwrap();
    let expected = row("2024-11", "import", "CHN", "BRA", "12019011", Some(639.0), Some(1.25));
    assert_eq!(kept(&reader), [expected]);
    assert_eq!(reader.store.money, Some(Unit::YUAN));
}

/// The figures that two files share are counted once, and none differs.
#[test]
fn what_overlaps_and_is_equal_is_told_of_as_equal() {
    let head = "period,flow,reporter,partner,hs,value_usd\n";
    let rows = |months: &[u32]| {
        let row = |month| format!("2024{month:02},X,CHN,JPN,2846,{month}\n");
        format!("{head}{}", months.iter().map(row).collect::<String>())
    };
    let mut reader = Reader::default();
    for (name, months) in [("a.csv", [1, 2, 3]), ("b.csv", [2, 3, 4])] {
        add(&mut reader, 1 << 16, name, rows(&months).as_bytes(), None).unwrap();
    }
    let told = &reader.slips[0].expected;
    assert!(
        told.contains("2 of its figures repeat") && told.contains("all of them equal"),
        "{told}"
    );
}

/// The codes that partners get that a table names.
fn partners_read(partners: &[String]) -> Vec<String> {
    let each = |partner: &String| {
        let mut reader = Reader::default();
        reader.names = country_names();
        let text = format!(
            "period,flow,reporter,partner,hs,value_usd\n202411,X,CHN,\"{partner}\",2846,1\n"
        );
        add(&mut reader, 1 << 16, "partners.csv", text.as_bytes(), None).unwrap();
        reader.store.partners.get(0).unwrap().code.clone()
    };
    partners.iter().map(each).collect()
}

/// Nigeria is `NGA`, and `Nga` is what Vietnam calls Russia.
#[test]
fn no_name_of_a_country_is_the_code_of_another() {
    let short: Vec<String> = countries().map(str::to_owned).collect();
    let codes = partners_read(&short);
    assert_eq!(codes.len(), 249);
    for (code, own) in codes.iter().zip(&short) {
        assert_eq!(alpha2(code), Some(own.as_str()), "{own} is read as {code}");
    }
    assert_eq!(partners_read(&codes), codes);
    let small: Vec<String> = codes.iter().map(|code| code.to_lowercase()).collect();
    assert_eq!(partners_read(&small), codes);
    // The numbers that the United Nations give, each of which is one country's.
    let numbers: String = (1..900)
        .map(|number| {
            comtrade("202411", "X", "", "C00", "1", "1").replace("\"9\"", &format!("\"{number}\""))
        })
        .collect();
    let mut reader = Reader::default();
    reader.names = country_names();
    add(&mut reader, 1 << 16, "c.csv", format!("{COMTRADE}\r\n{numbers}").as_bytes(), None)
        .unwrap();
    let missing: Vec<&String> =
        codes.iter().filter(|code| reader.store.partners.find(code).is_none()).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let (known, mut wrong) = (country_names(), Vec::new());
    for line in COUNTRIES.lines() {
        let mut cells = line.split('\t');
        let (code, names) = (cells.next().unwrap(), cells.next().unwrap_or_default());
        let names: Vec<String> =
            names.split('|').filter(|own| !own.is_empty()).map(str::to_owned).collect();
        for name in &names {
            let own = known.code(name).and_then(alpha2);
            if own != Some(code) {
                wrong.push(format!("{name} is {own:?}, not {code}"));
            }
        }
        // The way of a whole file, of those that may be taken for a code.
        let names: Vec<String> = names.into_iter().filter(|own| own.chars().count() < 4).collect();
        for (name, read) in names.iter().zip(partners_read(&names)) {
            if alpha2(&read) != Some(code) {
                wrong.push(format!("{name} is read as {read}, not as {code}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What is shown of a file under answers, before it is opened.
fn shown_with(name: &str, text: &str, answers: &str) -> Vec<String> {
    let mut reader = Reader::default();
    reader.shows = true;
    reader.begin(name, Some(answers));
    let read = reader.feed(text.as_bytes()).and_then(|()| reader.end());
    let Err(Refusal::Unmapped(table)) = read else { panic!("{name}: nothing is shown") };
    assert!(table.questions.is_empty() && table.problem.is_empty(), "{table:?}");
    assert!(reader.store.is_empty(), "only shown");
    table.preview
}

#[test]
fn a_preview_follows_the_answers_and_has_sums_once_all_are_given() {
    let text = "数据年月,贸易伙伴名称,商品编码,第一数量,第一计量单位,人民币\n202411,巴西,12019011,1250,千克,639\n";
    for (flow, said) in [("import", "CHN imports from"), ("export", "CHN exports to")] {
        let preview = shown_with("own.csv", text, &format!("flow\t={flow}"));
        assert!(preview[0].contains(said), "{preview:?}");
        assert!(preview[1].starts_with(&format!("2024, {flow}s: ")), "{preview:?}");
    }
    let text = "month,partner,hs,weight\n2025-01,Chile,282520,5\n2025-02,Chile,282520,7\n";
    let columns = "period\tmonth\npartner\tpartner\nproduct\ths\nquantity\tweight\nflow\t=export\n";
    for (unit, sum) in [("kg", " · 0.012 t"), ("t", " · 12 t")] {
        let preview = shown_with("own.csv", text, &format!("{columns}unit\t={unit}"));
        assert!(preview.last().is_some_and(|line| line.ends_with(sum)), "{unit}: {preview:?}");
    }
    // Where not one row can be read so, that is what is said.
    let mut reader = Reader::default();
    reader.shows = true;
    let wrong =
        "period\ths\npartner\tpartner\nproduct\ths\nquantity\tweight\nflow\t=export\nunit\t=t";
    reader.begin("own.csv", Some(wrong));
    let read = reader.feed(text.as_bytes()).and_then(|()| reader.end());
    assert!(
        matches!(&read, Err(Refusal::Foreign(why)) if why.contains("no row could be read")),
        "{read:?}"
    );
    // Of several figures of one cell, those that are meant.
    let text = "month,country,hs,flow,port,value (USD)\n2025-01,Norway,851110,Export,A,100\n2025-01,Norway,851110,Export,B,50\n";
    let Err(Refusal::Unmapped(table)) = ({
        let mut reader = Reader::default();
        reader.confirm = true;
        reader.begin("ports.csv", None);
        reader.feed(text.as_bytes()).and_then(|()| reader.end())
    }) else {
        panic!("nothing is asked")
    };
    let own: Vec<String> = table
        .guess
        .iter()
        .map(|(role, column)| format!("{role}\t{column}"))
        .chain(
            table
                .questions
                .iter()
                .filter(|own| own.id != "columns")
                .map(|own| format!("{}\t={}", own.id, own.likely)),
        )
        .collect();
    let preview = shown_with("ports.csv", text, &own.join("\n"));
    assert!(preview.iter().any(|line| line.contains("150")), "{own:?}: {preview:?}");
}

/// What is shown and asked of a file before it is opened.
fn before_opening(name: &str, text: &str) -> (Vec<String>, Vec<String>) {
    let mut reader = Reader::default();
    reader.names = country_names();
    reader.begin(name, None);
    let read = reader.feed(text.as_bytes()).and_then(|()| reader.end());
    let Err(Refusal::Unmapped(table)) = read else { panic!("{name}: nothing is asked") };
    let labels = table.questions.iter().flat_map(|own| own.options.iter());
    (table.preview.clone(), labels.map(|own| own.label.clone()).collect())
}

#[test]
fn no_sum_is_shown_of_what_is_not_known_to_add_up() {
    for (name, text, absent) in [
        // Of two moneys, one of which goes with each partner.
        (
            "two.csv",
            "date,country,hs,flow,value,currency\n2023-01,Norway,851110,Export,5000,NOK\n2023-01,Sweden,851110,Export,700,SEK\n",
            "700",
        ),
        // Of places below their own total.
        (
            "places.csv",
            "State,Exports 2020 (USD)\nOhio,30\nTexas,50\nIowa,20\nALL OF IT,100\n",
            "200",
        ),
    ] {
        let (preview, _) = before_opening(name, text);
        let said = preview.join("\n");
        assert!(
            preview.last().is_some_and(|line| line.starts_with("Sums are not shown")),
            "{said}"
        );
        assert!(!said.contains("figures") && !said.contains(absent), "{said}");
    }
}

#[test]
fn chinese_counts_in_ten_thousands() {
    let text = "月份,国家,HS编码,流向,金额\n2024-01,法国,850511,出口,200100\n2024-02,法国,850511,出口,389171\n";
    let (preview, labels) = Language::Chinese.speak(|| before_opening("own.csv", text));
    for label in ["万元人民币", "亿元人民币", "百万元人民币"] {
        assert!(labels.iter().any(|own| own == label), "{labels:?}");
    }
    let said = preview.join("\n");
    assert!(said.contains("20.01万") && said.contains("58.93万"), "{said}");
    assert!(said.contains("389,171"), "a figure keeps its digits: {said}");
    // In English they are offered where the table's own language counts so.
    let (_, labels) = before_opening("own.csv", text);
    assert!(labels.iter().any(|own| own == "hundred million yuan"), "{labels:?}");
    let text = "month,country,hs,flow,value\n2024-01,France,850511,export,200100\n2024-02,France,850511,export,389171\n";
    let (_, labels) = before_opening("own.csv", text);
    assert!(!labels.iter().any(|own| own.contains("ten thousand")), "{labels:?}");
}

#[test]
fn a_mapping_is_for_tables_that_nobody_knows() {
    let mapping = "period\tmonat\nvalue\twert\nflow\trichtung\nexports\t=raus\nimports\t=Rein\nreporter\t=DE\nmoney\t=EUR\nfactor\t=1";
    let text = "monat;richtung;land;wert\n01.11.2024;raus;410;1,5\nNov-24;rein;410;2\n";
    let reader =
        read_in(9, "own.csv", text.as_bytes(), Some(&format!("{mapping}\npartner\tland"))).unwrap();
    let rows = kept(&reader);
    assert_eq!((rows.len(), reader.store.money), (2, Some(Unit::EURO)));
    assert_eq!((rows[0].1, rows[0].2.as_str(), rows[0].5), ("export", "DEU", Some(1.5)));
    // Whose list 410 is of nobody knows: it is not South Korea.
    assert_ne!(rows[0].3, "KOR");
    let baci =
        read_in(9, "baci.csv", b"t,i,j,k,v,q\n2022,156,842,2846,1,1\n", Some(mapping)).unwrap();
    assert_eq!(kept(&baci)[0].3, "USA");
    // Contents suggest what other languages call things.
    let Err(Refusal::Unmapped(table)) = read_in(9, "own.csv", text.as_bytes(), None) else {
        panic!("a mapping was expected")
    };
    for (role, column) in [("period", "monat"), ("value", "wert")] {
        assert!(table.guess.contains(&(role, column.to_owned())), "{role}: {:?}", table.guess);
    }
}

#[test]
fn a_total_and_groups_of_countries_are_not_counted_as_partners() {
    let text = "CTY_CODE,CTY_NAME,E_COMMODITY,ALL_VAL_MO,YEAR,MONTH\n\
        -,TOTAL FOR ALL COUNTRIES,284610,30,2024,11\n0003,EUROPEAN UNION,284610,20,2024,11\n\
        1XXX,NORTH AMERICA,284610,5,2024,11\n5700,CHINA,284610,10,2024,11\n";
    let reader = read("census.csv", text);
    assert_eq!(reader.counted, counted(2, 0, 2));
    let data = dataset(&tidy(&reader, &choice("USA", "284610")));
    let world = amount(&data, Flow::Export, Measure::Value, "284610", "WLD", "2024-11", 1);
    assert_eq!(world, Some(30.0));
}

#[test]
fn another_figure_for_the_same_cell_is_told() {
    let text = "t,i,j,k,v,q\n2022,156,842,2846,1,1\n2022,156,842,2846,1,1\n2022,156,842,2846,2,1\n";
    let reader = read("baci.csv", text);
    assert_eq!(reader.counted, Counted { read: 3, replaced: 1, repeated: 1, ..Counted::default() });
    assert!(
        reader.slips[0]
            .to_string()
            .starts_with("baci.csv, line 4: this figure replaces an earlier one")
    );
}

#[test]
fn a_sum_says_how_many_partners_lack_a_figure() {
    let text = "t,i,j,k,v,q\n2022,156,842,2846,1,1\n2022,156,392,2846,1,NA\n";
    let data = dataset(&tidy(&read("baci.csv", text), &choice("CHN", "2846")));
    let note = |measure: Measure| {
        let world = data
            .observations()
            .iter()
            .find(|one| one.key.partner.is_world() && one.key.measure == measure);
        world.unwrap().figure.note.clone()
    };
    assert_eq!(note(Measure::Value), "sum of the two partners in the file");
    assert_eq!(
        note(Measure::Volume),
        "one of the two partners in the file; the other gives no quantity"
    );
}

#[test]
fn a_partner_counted_in_another_unit_is_said_to_lack_this_one() {
    let head = "refYear,refMonth,period,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,cmdCode,qtyUnitAbbr,qty,netWgt,primaryValue";
    let rows = [("842,USA", "u", 1010), ("156,CHN", "l", 2010), ("276,DEU", "u", 3010)];
    let rows = rows.map(|(partner, unit, size)| {
        format!("2022,1,202201,410,KOR,X,{partner},220421,{unit},{size},{0},{0}", size * 2)
    });
    let text = format!("{head}\n{}\n", rows.join("\n"));
    let data = dataset(&tidy(&read("wine.csv", &text), &choice("KOR", "220421")));
    let mut world = data.observations().iter().filter(|one| one.key.partner.is_world());
    let counted = world.find(|one| one.key.measure == Measure::Quantity).unwrap();
    assert_eq!(
        counted.figure.note,
        "sum of two of the three partners in the file; the other gives no quantity in pieces"
    );
}

#[test]
fn a_sum_that_lacks_a_partners_quantity_is_not_compared_with_others() {
    let text = "t,i,j,k,v,q\n2021,156,842,2846,1,1\n2021,156,392,2846,1,1\n\
        2022,156,842,2846,1,1\n2022,156,392,2846,1,NA\n2022,156,410,2846,0.001,NA\n\
        2023,156,842,2846,100,1\n2023,156,410,2846,0.001,NA\n";
    let data = dataset(&tidy(&read("baci.csv", text), &choice("CHN", "2846")));
    let world = |measure, year| {
        amount(&data, Flow::Export, measure, "2846", "WLD", &format!("{year}-01"), 12)
    };
    assert_eq!([2021, 2022].map(|year| world(Measure::Value, year).is_some()), [true; 2]);
    // What hardly counts may be lacking.
    let volumes = [2021, 2022, 2023].map(|year| world(Measure::Volume, year));
    assert_eq!(volumes, [Some(2.0), None, Some(1.0)]);
    let query = Query::parse("?measure=volume&product=2846&month=2023-01").0;
    let notes = view(&data, &query).notes;
    assert!(
        notes.iter().any(|note| note
            == "No total weight is given for 2022: the file has no weights for JPN and KOR."),
        "{notes:?}"
    );
}

#[test]
fn a_code_chosen_beside_what_it_is_below_is_in_both() {
    let text = "t,i,j,k,v,q\n2023,156,842,284610,3,1\n2023,156,842,284690,5,2\n";
    let mut own = choice("CHN", "2846");
    own.products.push("284610".to_owned());
    let data = dataset(&tidy(&read("baci.csv", text), &own));
    let world =
        |product| amount(&data, Flow::Export, Measure::Volume, product, "WLD", "2023-01", 12);
    assert_eq!([world("2846"), world("284610")], [Some(3.0), Some(1.0)]);
}

/// One of two partners never gives a weight; the tonne costs ten thousand throughout.
const HALF_WEIGHED: &str = "t,i,j,k,v,q\n2023,156,842,2846,1000,NA\n2023,156,392,2846,500,50\n\
    2024,156,842,2846,1000,NA\n2024,156,392,2846,600,60\n";

#[test]
fn what_is_divided_is_of_the_same_partners() {
    let data = dataset(&tidy(&read("baci.csv", HALF_WEIGHED), &choice("CHN", "2846")));
    let shown = |search: &str| view(&data, &Query::parse_over(search, &data).0);
    let unit_value = shown("?chart=unit-value&month=2024-12");
    assert!(unit_value.headline.contains("$10,000 a tonne"), "{}", unit_value.headline);
    assert!(unit_value.headline.contains("unchanged"), "{}", unit_value.headline);
    assert_eq!(
        unit_value.sentence,
        "One partner that gives value or quantity alone in 2024 or 2023 is left out."
    );
    let before = shown("?chart=unit-value&month=2023-12");
    assert!(before.headline.contains("$10,000 a tonne"), "{}", before.headline);
    assert_eq!(
        before.sentence,
        "One partner that gives value or quantity alone in 2023 is left out."
    );
    let split = shown("?chart=price-volume&month=2024-12");
    assert!(split.headline.contains("20.0%"), "{}", split.headline);
    assert!(split.sentence.ends_with(" is left out."), "{}", split.sentence);
}

#[test]
fn who_is_left_out_of_both_periods_is_told_once() {
    let text = HALF_WEIGHED.replace("1000,100", "1000,NA");
    let data = dataset(&tidy(&read("baci.csv", &text), &choice("CHN", "2846")));
    let found = view(&data, &Query::parse_over("?chart=unit-value&month=2024-12", &data).0);
    assert_eq!(
        found.sentence,
        "One partner that gives value or quantity alone in 2024 or 2023 is left out."
    );
}

#[test]
fn a_total_without_a_partner_s_quantity_says_so_beside_its_change() {
    let data = dataset(&tidy(&read("baci.csv", HALF_WEIGHED), &choice("CHN", "2846")));
    for chart in ["months", "drivers", "shares"] {
        let search = format!("?chart={chart}&measure=volume&month=2024-12");
        let sentence = view(&data, &Query::parse_over(&search, &data).0).sentence;
        let said = "In 2023 one partner gives no quantity and is not in the total.";
        assert!(sentence.ends_with(said), "{chart}: {sentence}");
    }
}

#[test]
fn where_no_partner_gives_both_there_is_no_unit_value() {
    let text = "t,i,j,k,v,q\n2023,156,842,2846,1000,NA\n2023,156,392,2846,NA,50\n\
        2024,156,842,2846,1000,100\n";
    let data = dataset(&tidy(&read("baci.csv", text), &choice("CHN", "2846")));
    let found = view(&data, &Query::parse_over("?chart=unit-value&month=2023-12", &data).0);
    let said = "no partner gives both value and quantity for 2023";
    assert!(found.sentence.contains(said), "{}", found.sentence);
}

/// Germany's weight lacks in 2023 alone, and France's never; so all of 2023 has no total.
const LACKING_ONCE: &str = "t,i,j,k,v,q\n2022,156,276,2846,1000,100\n2022,156,251,2846,500,50\n\
    2023,156,276,2846,1000,NA\n2023,156,251,2846,500,50\n\
    2024,156,276,2846,1000,100\n2024,156,251,2846,600,60\n";

#[test]
fn where_a_total_lacks_it_is_not_said_that_no_partner_gives_both() {
    let data = dataset(&tidy(&read("baci.csv", LACKING_ONCE), &choice("CHN", "2846")));
    for chart in ["unit-value", "price-volume"] {
        let search = format!("?chart={chart}&month=2023-12");
        let found = view(&data, &Query::parse_over(&search, &data).0);
        let said = format!("{} {} {:?}", found.headline, found.sentence, found.table.rows);
        assert!(!said.contains("o partner gives both"), "{chart}: {said}");
        let lacks = if chart == "unit-value" {
            "for 2023: the quantity is not available"
        } else {
            "o total quantity for 2023"
        };
        assert!(said.contains(lacks), "{chart}: {said}");
    }
    // What is lacking is the total, whichever chart is asked.
    for chart in ["months", "change", "drivers", "shares", "balance"] {
        let search = format!("?chart={chart}&measure=volume&month=2023-12");
        let (found, problems) = open(&data, &Query::parse_over(&search, &data).0);
        let said = format!("{} {} {problems:?}", found.headline, found.sentence);
        assert!(said.contains("o total quantity for 2023"), "{chart}: {said}");
        assert!(!said.contains("o figure for 2023"), "{chart}: {said}");
    }
    // Nobody is left out of a total that there is not.
    let found = view(&data, &Query::parse_over("?measure=volume&month=2023-12", &data).0);
    assert!(!found.sentence.contains("is not in the total"), "{}", found.sentence);
}

#[test]
fn what_is_of_some_partners_is_not_said_of_all() {
    // Germany, the largest, never gives a weight, and its value rises.
    let text = "t,i,j,k,v,q\n2023,156,276,2846,1000,NA\n2023,156,251,2846,200,20\n2023,156,380,2846,100,10\n\
        2024,156,276,2846,3000,NA\n2024,156,251,2846,200,20\n2024,156,380,2846,100,10\n";
    let data = dataset(&tidy(&read("baci.csv", text), &choice("CHN", "2846")));
    let of = |search: &str| view(&data, &Query::parse_over(search, &data).0);
    let split = of("?chart=price-volume&month=2024-12");
    assert!(split.headline.contains("value unchanged"), "{}", split.headline);
    for said in [&split.headline, &split.subtitle] {
        assert!(said.contains("partners with value and quantity"), "{said}");
    }
    for chart in ["shares", "drivers"] {
        let found = of(&format!("?chart={chart}&measure=volume&month=2024-12"));
        assert!(found.headline.contains("partners with weights"), "{chart}: {}", found.headline);
    }
    // A picture has the headline and the subtitle alone, and no headline is longer than two lines.
    for record in CHARTS {
        let chart = record.code;
        let found = of(&format!("?chart={chart}&measure=volume&month=2024-12"));
        let said = format!("{} {}", found.headline, found.subtitle);
        // A mix is of parts that have both; the reports of partners are none of the file's.
        if !found.graph.marks.is_empty() && !["mix", "history"].contains(&chart) {
            assert!(said.contains("partners with"), "{chart}: {said}");
        }
        let broken_down = record.obeys("by") || record.needs.two_periods || record.needs.outlines;
        let fits = found.headline.chars().count() <= 90;
        // Where it is too long anyhow, it is no longer for the partners.
        let says = found.headline.contains("partners with");
        assert!(broken_down || fits || !says, "{chart}: {}", found.headline);
    }
    assert!(split.sentence.starts_with("Of partners with value and quantity, value "));
    assert!(split.table.rows[2].cells[0].text.contains("partners with value and quantity"));
    // All of them have values.
    let found = of("?chart=shares&measure=value&month=2024-12");
    assert!(!found.headline.contains("partners with"), "{}", found.headline);
}

#[test]
fn pieces_in_one_year_and_kilograms_in_the_next_are_told_of() {
    let text = "Period,Trade Flow,Reporter Code,Partner Code,Commodity Code,Qty Unit,Qty,Netweight (kg),Trade Value (US$)\n\
        2023,Export,156,842,8505,Number of items,40,,900\n2024,Export,156,842,8505,Weight in kilograms,50,50,1000\n";
    let data = dataset(&tidy(&read("units.csv", text), &choice("CHN", "8505")));
    let found = view(&data, &Query::parse_over("?measure=volume&month=2024-12", &data).0);
    let said = "For 2023 the file counts in pieces, not by weight";
    assert!(found.notes.iter().any(|note| note.starts_with(said)), "{:?}", found.notes);
}

#[test]
fn a_quantity_that_is_no_weight_is_told() {
    let text = "Period,Trade Flow,Reporter Code,Partner Code,Commodity Code,Qty Unit,Qty,Netweight (kg),Trade Value (US$)\n\
        202401,Export,156,392,870380,Number of items,12,,400\n202401,Export,156,410,870380,Number of items,1,900,30\n";
    let reader = read("cars.csv", text);
    assert_eq!(reader.counted, Counted { read: 2, ..Counted::default() });
    // Where there is no weight, the pieces are kept, and shown as such.
    let counts: Vec<(Option<f64>, Option<f64>)> = reader
        .store
        .trades()
        .flat_map(|(_, mut months)| months.next())
        .map(|(_, sums)| (sums.weight, sums.count))
        .collect();
    assert!(
        counts.contains(&(None, Some(12.0))) && counts.contains(&(Some(0.9), Some(1.0))),
        "{counts:?}"
    );
    assert!(export(&reader).contains(",quantity,870380,JPN,12,piece,"), "{}", export(&reader));
    let text = text.replace("Number of items", "hugs");
    let reader = read("cars.csv", &text);
    assert_eq!(reader.counted.unweighed, 1);
}

#[test]
fn points_that_part_thousands_are_no_decimals() {
    let head = "Monat;Richtung;Land;Ware;Menge in kg;Wert in EUR\n";
    let read = |rows: &str, more: &str| {
        let mapping = format!(
            "period\tMonat\nflow\tRichtung\npartner\tLand\nproduct\tWare\nquantity\tMenge in kg\nunit\t=kg\nvalue\tWert in EUR\ncodes\t=hs\n{more}"
        );
        let reader =
            read_in(99, "a.csv", format!("{head}{rows}").as_bytes(), Some(&mapping)).unwrap();
        let repeats = |slip: &RowError| slip.expected.contains("repeats an earlier one");
        assert!(reader.slips.iter().all(repeats), "{:?}", reader.slips);
        kept(&reader)[0].6
    };
    let row = |figure: &str| format!("2023-01;Ausfuhr;Polen;8505;{figure};2.500\n");
    assert_eq!(read(&row("1.234"), "marks\t=comma"), Some(1.234));
    assert_eq!(read(&row("1.234.567"), ""), Some(1234.567));
    // The same row again is no more trade.
    assert_eq!(read(&row("1.234").repeat(3), "marks\t=comma"), Some(1.234));
    assert_eq!(read(&row("1.5"), ""), Some(0.0015));
    // Who knows better says so.
    assert_eq!(read(&row("1.234"), "marks\t=point"), Some(0.001_234));
    let each = "marks:Menge in kg\t=comma\nmarks:Wert in EUR\t=point\n";
    assert_eq!(read(&row("1.234"), each), Some(1.234));
    let asked = format!("{head}{}", row("1.234"));
    let Err(Refusal::Unmapped(table)) = read_in(99, "a.csv", asked.as_bytes(), None) else {
        panic!("a mapping was expected")
    };
    let marks = table.questions.iter().find(|question| question.id == "marks").unwrap();
    assert_eq!(marks.likely, "comma");
}

#[test]
fn of_several_mappings_the_one_that_fits_is_obeyed() {
    let mappings = "period\twhen\nvalue\tusd\nflow\t=export\n\nperiod\tmonat\nvalue\twert\nflow\t=import\nmoney\t=EUR";
    let reader = read_in(9, "own.csv", b"monat;wert\n2024-11;5\n", Some(mappings)).unwrap();
    assert_eq!(kept(&reader)[0].1, "import");
}

#[test]
fn finer_codes_stand_for_a_month_that_has_no_other() {
    let text = "Period,Trade Flow,Reporter Code,Partner Code,Commodity Code,Trade Value (US$)\n\
        202401,Export,156,0,8505,10\n202401,Export,156,0,850511,7\n202402,Export,156,0,850511,9\n";
    let reader = read("comtrade.csv", text);
    for code in ["8505", "85"] {
        let data = dataset(&tidy(&reader, &choice("CHN", code)));
        let of = |month: &str| amount(&data, Flow::Export, Measure::Value, code, "WLD", month, 1);
        assert_eq!(of("2024-01"), Some(10.0), "{code}");
    }
    let data = dataset(&tidy(&reader, &choice("CHN", "8505")));
    let found = data.observations().iter().find(|one| one.figure.value == 9.0).unwrap();
    assert_eq!(found.figure.note, "sum of the codes below this one in the file");
}

#[test]
fn the_largest_partners_are_those_of_each_flow() {
    let mut text = "PERIOD,REPORTER,PARTNER,PRODUCT_NC,FLOW,VALUE_EUR\n".to_owned();
    for (number, partner) in
        ["FR", "IT", "ES", "PL", "AT", "BE", "NL", "DK"].into_iter().enumerate()
    {
        text.push_str(&format!("202411,DE,{partner},2846,2,{}\n", 100 - number));
        text.push_str(&format!("202411,DE,{partner},2846,1,{}\n", 1000 * (number + 1)));
    }
    let made = tidy(&read("comext.csv", &text), &Choice { partners: 2, ..choice("DEU", "2846") });
    let data = dataset(&made);
    for (flow, partner) in [(Flow::Export, "FRA"), (Flow::Export, "ITA"), (Flow::Import, "DNK")] {
        let found = amount(&data, flow, Measure::Value, "2846", partner, "2024-11", 1);
        assert!(found.is_some(), "{partner}");
    }
}

#[test]
fn words_find_products_in_any_order_and_the_tree_opens_where_one_is_chosen() {
    let text = "Period,Trade Flow,Reporter Code,Partner Code,Commodity Code,Commodity,Trade Value (US$)\n\
        202401,Export,156,0,284610,Cerium compounds,7\n202401,Export,156,0,284690,Others,9\n\
        202401,Export,156,0,151110,Crude palm oil,20\n202401,Export,156,0,850511,Magnets,30\n";
    let reader = read("comtrade.csv", text);
    let ranks = totals(&reader, "CHN", &BTreeMap::new());
    let codes = |wanted: &str, chosen: &str| -> Vec<String> {
        products(&reader, &ranks, wanted, chosen, 50).0.into_iter().map(|one| one.code).collect()
    };
    assert_eq!(codes("", "151110"), ["15", "1511", "151110", "28", "85"]);
    assert_eq!(codes("", "28"), ["15", "28", "2846", "85"]);
    assert_eq!(codes("oil palm", ""), ["151110"]);
    assert_eq!(codes("1511 palm", ""), ["151110"]);
    assert_eq!(codes("earth", ""), ["2846", "284690"]);
}

/// Series of any product of a file may stand on a chart; the control has those of the one that was chosen.
#[test]
fn every_product_of_a_file_can_stand_beside_the_one_chosen() {
    let text = "t,i,j,k,v,q\n2020,156,842,284690,10,1\n2020,156,842,850511,30,3\n2020,156,842,280530,20,2\n";
    let reader = read("baci.csv", text);
    let ranked = totals(&reader, "CHN", &BTreeMap::new());
    assert_eq!(goods(&reader, &ranked, "280530", 24), ["280530", "850511", "284690"]);
    assert_eq!(goods(&reader, &ranked, "280530", 1), ["280530", "850511"]);
    let products = goods(&reader, &ranked, "280530", 24);
    let data = dataset(&tidy(&reader, &Choice { products, ..choice("CHN", "280530") }));
    let shown = shown(&data, "?chart=series&measure=value");
    let controls = page(&data, &shown, Vec::new()).controls;
    let control = |name: &str| controls.iter().find(|one| one.name == name).unwrap();
    assert!(control("with").choices.iter().any(|one| one.value == "export.850511.USA.value"));
    let own = &control("product").choices;
    assert!(own.iter().all(|one| one.value.starts_with("280530 ")), "{own:?}");
}

/// The main product has few partners; the others have theirs.
#[test]
fn every_product_beside_the_one_chosen_has_its_own_largest_partners() {
    let text = "t,i,j,k,v,q\n2020,156,842,284690,10,1\n2020,156,392,850511,30,3\n2020,156,410,850511,20,2\n\
        2020,156,276,850511,5,2\n2020,156,842,850511,1,2\n";
    let reader = read("baci.csv", text);
    let products = vec!["284690".to_owned(), "850511".to_owned()];
    let data =
        dataset(&tidy(&reader, &Choice { products, partners: 2, ..choice("CHN", "284690") }));
    let of = |product: &str, partner: &str| {
        amount(&data, Flow::Export, Measure::Value, product, partner, "2020-01", 12)
    };
    assert_eq!(of("850511", "JPN"), Some(30_000.0));
    assert_eq!(of("850511", "KOR"), Some(20_000.0));
    assert_eq!(of("850511", "USA"), Some(1_000.0), "the main product’s partners too");
    assert_eq!(of("850511", "DEU"), None, "only so many are shown by name");
    let shown = shown(&data, "?chart=series&product=284690&measure=value");
    let controls = page(&data, &shown, Vec::new()).controls;
    let control = controls.iter().find(|one| one.name == "with").unwrap();
    assert!(control.choices.iter().any(|one| one.value == "export.850511.JPN.value"));
}

fn choice(reporter: &str, product: &str) -> Choice {
    Choice {
        reporter: reporter.to_owned(),
        products: vec![product.to_owned()],
        partners: 5,
        also: Vec::new(),
        mirror: false,
    }
}

fn dataset(made: &Tidy) -> Dataset {
    read_own(made.files()).unwrap_or_else(|slips| panic!("{slips:?}\n{}", made.observations))
}

fn amount(
    data: &Dataset,
    flow: Flow,
    measure: Measure,
    product: &str,
    partner: &str,
    start: &str,
    months: u16,
) -> Option<f64> {
    let key =
        SeriesKey { flow, measure, product: product.to_owned(), partner: Partner::parse(partner)? };
    let period = Period { start: Month::parse(start)?, months };
    data.series(&key).figure(period).map(|figure| figure.value)
}

/// What a reader's own file of whole years holds of China's exports of a heading.
fn years(rows: &[(i32, &str, &str)]) -> Dataset {
    let rows = rows.iter().map(|(year, value, weight)| {
        format!("{year},156,842,280530,{value},{weight}\n{year},156,392,280530,1,{weight}\n")
    });
    let text = format!("t,i,j,k,v,q\n{}", rows.collect::<String>());
    dataset(&tidy(&read("baci.csv", &text), &choice("CHN", "280530")))
}

fn shown(data: &Dataset, address: &str) -> View {
    let (query, problems) = Query::parse(address);
    assert!(problems.is_empty(), "{problems:?}");
    view(data, &query.settled(data))
}

/// Everything that is said in a view, for what must not be among it.
fn said(view: &View) -> String {
    let comparisons =
        view.comparisons.iter().map(|one| format!("{} {}", one.label, one.detail)).collect();
    let rows = view.table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.text.clone());
    let heads = view.table.columns.iter().map(|column| column.head.clone());
    let marks = view.graph.marks.iter().map(|mark| format!("{} {}", mark.period, mark.note));
    let parts = [&view.headline, &view.subtitle, &view.sentence, &view.calibration];
    let mut said: Vec<String> = parts.into_iter().cloned().collect();
    said.push(view.table.caption.clone());
    said.extend(view.notes.iter().cloned().chain(rows).chain(heads).chain(marks));
    said.push(comparisons);
    said.join("\n")
}

#[test]
fn whole_years_are_told_of_in_years() {
    let data = years(&[(2020, "5", "5"), (2021, "4.5", "6"), (2022, "7", "5")]);
    let view = shown(&data, "measure=value");
    // The goods are cut in the headline, so the subtitle has them in full.
    assert!(view.subtitle.ends_with(": US dollars a year, 2020–2022"), "{}", view.subtitle);
    assert!(view.headline.ends_with("2022: US$8,000, up 45.5% year on year"), "{}", view.headline);
    assert!(view.sentence.contains("45.5% more than in 2021 (US$5,500"), "{}", view.sentence);
    // A place among three years says little.
    assert!(!view.sentence.contains("highest"), "{}", view.sentence);
    assert_eq!(view.table.columns[0].head, "Year");
    // A year stands at its own figure, not at a twelfth of it.
    let heights: Vec<f64> = view.graph.marks.iter().map(|mark| mark.at.1).collect();
    assert_eq!(heights, [6000.0, 5500.0, 8000.0]);
    assert!(view.graph.years);
    let page = page(&data, &view, Vec::new());
    let choices = |name: &str| -> Vec<&str> {
        let control = page.controls.iter().find(|control| control.name == name).unwrap();
        control.choices.iter().map(|choice| choice.label.as_str()).collect()
    };
    assert_eq!(choices("month"), ["2022", "2021", "2020"]);
    assert_eq!(choices("product").len(), 6, "the world and two partners, by value and by weight");

    let record = shown(&data, "measure=value&compare=record");
    let above = record.headline.contains("33.3% above the ");
    assert!(above && record.headline.contains("high"), "{}", record.headline);
    let change = shown(&data, "measure=value&chart=change");
    assert!(change.subtitle.ends_with("hange year on year (%), by year"), "{}", change.subtitle);
    assert_eq!(change.graph.marks.len(), 2);
}

#[test]
fn what_needs_months_says_so_of_whole_years() {
    let data = years(&[(2020, "5", "5"), (2021, "4.5", "6"), (2022, "7", "5")]);
    let needed = "monthly figures are needed; these data are annual";
    for chart in
        ["season", "cumulative", "heat", "expectation", "decomposition", "breaks", "effects"]
    {
        let view = shown(&data, &format!("chart={chart}"));
        assert!(
            view.headline.ends_with(&format!("cannot be shown: {needed}")),
            "{}",
            view.headline
        );
        assert!(!view.sentence.contains("Headline comparison"), "{}", view.sentence);
    }
    let view = shown(&data, "compare=mom");
    let said = format!("No comparison with the month before: {needed}.");
    assert!(view.sentence.ends_with(&said), "{}", view.sentence);
    let view = shown(&data, "compare=mom&chart=drivers");
    assert!(view.headline.ends_with(needed), "{}", view.headline);
    // January to December is the year, which needs no months.
    for chart in ["months", "drivers"] {
        let [year, to_date] =
            ["yoy", "ytd"].map(|compare| shown(&data, &format!("compare={compare}&chart={chart}")));
        assert_eq!(to_date.headline, year.headline);
    }
}

#[test]
fn a_year_that_is_missing_is_missed_as_a_year() {
    let mut rows: Vec<(i32, &str, &str)> = (2010..=2018).map(|year| (year, "5", "5")).collect();
    rows.extend([(2020, "6", "5"), (2022, "7", "5")]);
    let data = years(&rows);
    let view = shown(&data, "");
    assert_eq!(view.subtitle, "Tonnes a year, 2010–2022");
    assert!(
        view.sentence.ends_with("No comparison with the year before: no figure for 2021."),
        "{}",
        view.sentence
    );
    assert_eq!(view.notes[0], "No figure is available for 2019 and 2021.");
    let missing = shown(&data, "month=2021-05");
    assert!(missing.headline.ends_with("in 2021"), "{}", missing.headline);
    assert_eq!(missing.sentence, "The data have no figure for 2021.");
    let usual = shown(&data, "month=2018-12&compare=mean5&from=2012-03");
    assert!(usual.sentence.contains("the mean of the five years 2013–2017"), "{}", usual.sentence);
    assert!(usual.subtitle.ends_with("onnes a year, 2012–2022"), "{}", usual.subtitle);
    assert_eq!(shown(&years(&[(2022, "7", "5")]), "").subtitle, "Tonnes a year, 2022");
}

/// Words of months, which nothing that is said of years holds.
const MONTHLY: [&str; 7] =
    ["January", "February", "December", "a month", "two months", "twelve", "12-month"];

#[test]
fn no_chart_of_whole_years_speaks_of_months() {
    let years_of = |weight| {
        let some = [(2015, "5"), (2016, "6"), (2017, "5"), (2018, "4"), (2019, "4.5"), (2020, "7")];
        years(
            &some
                .iter()
                .chain(&[(2022, "7")])
                .map(|(year, value)| (*year, *value, weight))
                .collect::<Vec<_>>(),
        )
    };
    for data in [years_of("5"), years_of("")] {
        for chart in ChartKind::ALL {
            for comparison in Comparison::ALL {
                for month in ["", "&month=2020-12", "&month=2021-03"] {
                    let (chart, comparison) = (chart.code(), comparison.code());
                    let address = format!("chart={chart}&compare={comparison}{month}");
                    let said = said(&shown(&data, &address));
                    for word in MONTHLY {
                        let own = said.lines().find(|line| line.contains(word));
                        assert_eq!(own, None, "{address}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_code_that_only_others_have_stands_for_those_below_it() {
    let text = "Period,Trade Flow,Reporter Code,Partner Code,Commodity Code,Trade Value (US$)\n\
        202401,Export,156,0,2846,700\n\
        202401,Export,842,0,284610,20\n\
        202401,Export,842,0,284690,30\n";
    let reader = read("comtrade.csv", text);
    for (reporter, expected) in [("CHN", 700.0), ("USA", 50.0)] {
        let data = dataset(&tidy(&reader, &choice(reporter, "2846")));
        let found = amount(&data, Flow::Export, Measure::Value, "2846", "WLD", "2024-01", 1);
        assert_eq!(found, Some(expected), "{reporter}");
    }
}

#[test]
fn what_is_in_euros_is_read_back_in_euros() {
    let comext = "DECLARANT,PARTNER,PRODUCT_NC,FLOW,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG\n\
        DE,CN,28461000,1,202411,1000,50\n";
    let exported = export(&read("comext.csv", comext));
    assert!(exported.contains(",1000,EUR,"), "{exported}");
    let again = read("tidy.csv", &exported);
    assert_eq!(again.store.money, Some(Unit::EURO));
    assert_eq!(export(&again).replace("tidy.csv", "comext.csv"), exported);
    // Dollars among them do not add up, and a volume is no money.
    for (unit, expected) in [
        ("USD", "the currency of the earlier values"),
        ("t", "for a value"),
        ("?", "a currency like USD"),
    ] {
        let line = exported.lines().last().unwrap().replace(",EUR,", &format!(",{unit},"));
        let mixed = read("tidy.csv", &format!("{exported}{line}\n"));
        assert_eq!(mixed.slips.len(), 1);
        assert_eq!((mixed.slips[0].column.as_str(), mixed.slips[0].line), ("unit", 4));
        assert!(mixed.slips[0].expected.contains(expected), "{:?}", mixed.slips);
    }
}

#[test]
fn sums_of_a_quadrillion_and_more_are_shown_and_saved() {
    let rows =
        [("JPN", "500000000001000"), ("USA", "400000000001000"), ("IND", "8900000000000000")];
    let mut text = "period,flow,reporter,partner,hs,value_usd\n".to_owned();
    for (partner, value) in rows {
        text += &format!("202411,X,CHN,{partner},2846,{value}\n");
    }
    let reader = read("large.csv", &text);
    let data = dataset(&tidy(&reader, &choice("CHN", "2846")));
    let world = amount(&data, Flow::Export, Measure::Value, "2846", "WLD", "2024-11", 1);
    assert_eq!(world, Some(9_800_000_000_002_000.0));
    assert_eq!(kept(&read("tidy.csv", &export(&reader))), kept(&reader));
}

/// A data set's own file also holds quotas and what partners report, which are no trade of the reporter's.
#[test]
fn quotas_and_partners_reports_of_a_data_set_are_left_out() {
    let row = |flow: &str, value: u32| {
        format!("2024-01,1,{flow},volume,284690,WLD,{value},t,reported,source,\n")
    };
    let head = "period,months,flow,measure,product,partner,value,unit,status,source,note\n";
    let flows = ["export", "mirror-export", "import", "mirror-import", "quota"];
    let rows = flows.iter().zip([100, 60, 40, 30, 900]).map(|(flow, value)| row(flow, value));
    let reader = read("observations.csv", &format!("{head}{}", rows.collect::<String>()));
    assert_eq!((reader.counted.read, reader.counted.replaced), (2, 0), "{:?}", reader.counted);
    let exported = export(&reader);
    let own = |line: &&str| line.starts_with("2024-01");
    let values: Vec<&str> =
        exported.lines().filter(own).map(|line| line.split(',').nth(6).unwrap()).collect();
    assert_eq!(values, ["100", "40"], "{exported}");
}

#[test]
fn a_choice_becomes_the_format_that_the_charts_read() {
    let text = format!(
        "{COMTRADE}\r\n{}{}",
        comtrade("202411", "X", "JPN", "C00", "1000500", "9000000"),
        comtrade("202411", "X", "USA", "C00", "500", "1000000"),
    );
    let reader = read("comtrade.csv", &text);
    assert_eq!(reporters(&reader)[0].name, "China");
    let ranks = totals(&reader, "CHN", &BTreeMap::new());
    assert_eq!(first_product(&reader, &ranks).as_deref(), Some("2846"));
    assert_eq!(products(&reader, &ranks, "rare", "", 10).1, 1);
    // The chapter is there above its heading, as the Harmonized System orders them.
    let codes = |wanted| -> Vec<String> {
        products(&reader, &ranks, wanted, "", 10).0.into_iter().map(|one| one.code).collect()
    };
    assert_eq!(codes("28"), ["28", "2846"]);
    assert_eq!(codes("inorganic chem"), ["28"]);
    let data = dataset(&tidy(&reader, &choice("CHN", "2846")));
    let mut values = data.observations().iter().filter(|one| one.key.measure == Measure::Value);
    assert!(values.all(|one| one.unit == Unit::US_DOLLAR));
    assert_eq!(data.reporter(), "China");
    assert_eq!(data.partner(&Partner::parse("JPN").unwrap()), "JPN by name");
    assert_eq!(
        amount(&data, Flow::Export, Measure::Volume, "2846", "JPN", "2024-11", 1),
        Some(1000.5)
    );
    // No row is of the world: it is the sum of the partners, and says so.
    assert_eq!(
        amount(&data, Flow::Export, Measure::Volume, "2846", "WLD", "2024-11", 1),
        Some(1001.0)
    );
    let world = data.observations().iter().find(|one| one.key.partner.is_world()).unwrap();
    assert!(world.figure.note.contains("sum of the two partners"), "{}", world.figure.note);
    // A code that no row has stands for those below it.
    let data = dataset(&tidy(&reader, &choice("CHN", "28")));
    assert_eq!(amount(&data, Flow::Export, Measure::Value, "28", "USA", "2024-11", 1), Some(1e6));
}

#[test]
fn the_partners_reports_stand_beside_the_reporters() {
    let text = "Period,Trade Flow,Reporter Code,Reporter,Partner Code,Partner,Commodity Code,Commodity,Netweight (kg),Trade Value (US$)\n202411,Export,156,China,392,Japan,2846,Compounds,1000,100\n202411,Export,156,China,410,Korea,2846,Compounds,500,40\n202411,Import,392,Japan,156,China,2846,Compounds,1200,130\n";
    let reader = read("both.csv", text);
    let own = dataset(&tidy(&reader, &choice("CHN", "2846")));
    assert_eq!(
        amount(&own, Flow::Export, Measure::Value, "2846", "JPN", "2024-11", 1),
        Some(100.0)
    );
    let both = dataset(&tidy(&reader, &Choice { mirror: true, ..choice("CHN", "2846") }));
    let found = |flow: Flow, measure: Measure, partner: &str| {
        amount(&both, flow, measure, "2846", partner, "2024-11", 1)
    };
    assert_eq!(found(Flow::Export, Measure::Value, "WLD"), Some(140.0));
    assert_eq!(found(Flow::Export, Measure::Value, "JPN"), Some(100.0));
    assert_eq!(found(Flow::MirrorExport, Measure::Value, "JPN"), Some(130.0));
    assert_eq!(found(Flow::MirrorExport, Measure::Volume, "JPN"), Some(1.2));
    // Like is held against like: only Japan's own report is in the file.
    assert_eq!(found(Flow::Export, Measure::Value, Partner::BOTH), Some(100.0));
    assert_eq!(found(Flow::MirrorExport, Measure::Value, Partner::BOTH), Some(130.0));
    assert_eq!(found(Flow::MirrorExport, Measure::Value, "KOR"), None);
}

#[test]
fn gaps_compare_what_an_opened_file_has_of_both_sides() {
    let row = |flow: &str, who: &str, whom: &str, tonnes: u32| {
        format!("202401,{flow},{who},{whom},2846,Compounds,{tonnes}000,{tonnes}\n")
    };
    let (australia, japan, korea, germany) =
        ("36,Australia", "392,Japan", "410,Rep. of Korea", "276,Germany");
    let text = [
        "Period,Trade Flow,Reporter Code,Reporter,Partner Code,Partner,Commodity Code,Commodity,Netweight (kg),Trade Value (US$)\n".to_owned(),
        row("Export", australia, "0,World", 130),
        row("Export", australia, japan, 60),
        row("Export", australia, korea, 40),
        row("Export", australia, "842,USA", 30),
        row("Import", japan, australia, 66),
        row("Import", korea, australia, 41),
        // Of this the reporter says nothing.
        row("Import", germany, australia, 5),
    ];
    let reader = read("comtrade.csv", &text.concat());
    let shown = |choice: Choice| {
        let data = dataset(&tidy(&reader, &choice));
        view(&data, &Query::parse("?chart=gaps").0.settled(&data))
    };
    let both = Choice { mirror: true, ..choice("AUS", "2846") };
    let gaps = shown(both.clone());
    assert_eq!(gaps.headline, "Japan reported 6 t more than Australia (+10.0%) in January 2024");
    // Axis, bars and subtitle are of one quantity, whose unit is said once.
    assert!(gaps.subtitle.ends_with(", tonnes"), "{}", gaps.subtitle);
    assert!(matches!(gaps.graph.x, XAxis::Amount(low, high) if low <= 0.0 && high >= 6.0));
    let bars = gaps.graph.layers.iter().find_map(|layer| match layer {
        Layer::Bars(bars) => Some(bars),
        _ => None,
    });
    let bars = bars.unwrap().iter().map(|bar| (bar.x.1, bar.text.as_str())).collect::<Vec<_>>();
    assert_eq!(bars, [(6.0, "+6"), (1.0, "+1")]);
    let known = |row: &xenotime::charts::TableRow| {
        [0, 5].map(|cell: usize| row.cells[cell].plain.clone()).join(": ")
    };
    assert_eq!(
        gaps.table.rows.iter().map(known).collect::<Vec<_>>(),
        [
            "Japan: both sides",
            "Rep. of Korea: both sides",
            "USA: Australia only",
            "Germany: the partner only"
        ]
    );
    assert!(!gaps.notes.iter().any(|note| note.contains("More partners")), "{:?}", gaps.notes);
    // Of those that both sides know one is not named.
    let one = shown(Choice { partners: 1, ..both.clone() });
    let more = one.notes.iter().find(|note| note.contains("More partners")).unwrap();
    assert!(more.contains("add up to 100 t and the partners’ to 107 t"), "{more}");
    // Reasons that are so: others report it, nobody's report was read.
    let none = shown(Choice { partners: 0, ..both });
    assert!(
        none.headline.ends_with("none of the partners shown reports this trade"),
        "{}",
        none.headline
    );
    assert!(none.notes.iter().any(|note| note.contains("Raise")), "{:?}", none.notes);
    let alone = shown(choice("AUS", "2846"));
    assert!(
        alone.headline.ends_with("no partner’s report of this trade has been read"),
        "{}",
        alone.headline
    );
    assert!(alone.notes.iter().any(|note| note.contains("folder")), "{:?}", alone.notes);
}

#[test]
fn files_join_and_money_does_not_mix() {
    let mut reader = read("a.csv", "t,i,j,k,v,q\n2022,156,842,2846,1,1\n");
    add(&mut reader, 100, "b.csv", b"t,i,j,k,v,q\n2023,156,842,2846,2,1\n", None).unwrap();
    add(&mut reader, 100, "country_codes.csv", b"country_code,country_name,country_iso2,country_iso3\n842,USA by name,US,USA\n156,China by name,CN,CHN\n", None).unwrap();
    assert_eq!(kept(&reader).len(), 2);
    let made = tidy(&reader, &choice("CHN", "2846"));
    assert_eq!(made.reporter, "China by name");
    assert_eq!(dataset(&made).partner(&Partner::parse("USA").unwrap()), "USA by name");
    let euros = b"PERIOD,REPORTER,PARTNER,PRODUCT_NC,FLOW,VALUE_EUR\n202411,DE,CN,2846,2,1\n";
    let Err(Refusal::Foreign(reason)) = add(&mut reader, 100, "c.csv", euros, None) else {
        panic!("euros were added to dollars")
    };
    assert!(reason.contains("euros") && reason.contains("US dollars"), "{reason}");
    assert_eq!(kept(&reader).len(), 2, "nothing of a refused file is kept");
}

/// A sign that many countries have says no money alone; beside another it says that there are two.
#[test]
fn a_second_sign_of_money_in_a_column_is_a_second_currency() {
    let file = |rows: usize, first: &str, later: &str| {
        let row = |at: usize| {
            let money = if at < rows - 4 { first } else { later };
            let (year, month, code) = (2000 + at / 12 % 20, at % 12 + 1, 220_421 + at / 240);
            let money = money.replace('#', &(50_001 + at * at % 977).to_string());
            format!("{year}-{month:02},Import,Japan,France,{code},{money}\n")
        };
        let rows: String = (0..rows).map(row).collect();
        format!("Period,Flow,Reporter,Partner,HS code,Value\n{rows}")
    };
    let cases = [
        ("€#", "$#", "EUR", "$"),
        ("# €", "# $", "EUR", "$"),
        ("¥#", "€#", "¥", "EUR"),
        ("kr #", "€#", "kr", "EUR"),
        ("R$#", "$#", "BRL", "$"),
        ("£#", "$#", "GBP", "$"),
        ("$#", "¥#", "$", "¥"),
        ("EUR #", "USD #", "EUR", "USD"),
    ];
    for (first, later, one, other) in cases {
        let text = file(24, first, later);
        let Err(Refusal::Foreign(reason)) = read_in(100, "own.csv", text.as_bytes(), None) else {
            panic!("{first} and {later} are added")
        };
        assert!(reason.contains(&format!("values in {one} and in {other} (line 22)")), "{reason}");
    }
    let chinese = Language::Chinese.speak(|| {
        let Err(Refusal::Foreign(reason)) =
            read_in(100, "own.csv", file(24, "€#", "$#").as_bytes(), None)
        else {
            panic!("opened")
        };
        reason
    });
    assert!(chinese.contains("欧元") && chinese.contains("$（第22行）"), "{chinese}");
    // What may be written in both ways is one money.
    for (first, later) in [("$#", "US$#"), ("$#", "CAD #"), ("¥#", "￥#"), ("¥#", "JPY #")] {
        let found = read_in(100, "own.csv", file(24, first, later).as_bytes(), None);
        assert!(!matches!(found, Err(Refusal::Foreign(_))), "{first} and {later}");
    }
    // Beyond the rows that are looked at first the row is left out and named.
    let reader = read_in(100, "own.csv", file(2400, "€#", "$#").as_bytes(), None).unwrap();
    let slips = &reader.slips;
    assert!(slips.iter().any(|slip| slip.line == 2398 && slip.column == "Value"), "{slips:?}");
}

#[test]
fn what_is_exported_reads_back_equal_and_no_cell_is_a_formula() {
    let text = "t,i,j,k,v,q\n2022,156,842,284610,1.25,3\n2022,156,392,284610,0.001,0.0015\n2021,156,842,284690,123456789.123,1\n";
    let mut reader = read("a.csv", text);
    add(&mut reader, 99, "codes.csv", b"code,description\n284610,\"=HYPERLINK(\"\"http://x\"\")\"\n284690,<img src=x onerror=alert(1)>\n", None).unwrap();
    let exported = export(&reader);
    assert!(exported.contains("\"'=HYPERLINK"), "{exported}");
    for line in exported.lines() {
        assert!(!line.split(',').any(|cell| cell.starts_with(['=', '+', '@'])), "{line}");
    }
    let again = read_in(13, "xenotime-tidy.csv", exported.as_bytes(), None).unwrap();
    assert_eq!(kept(&again), kept(&reader));
}

/// What may stand in a cell: one strategy for all, for one that is written out in its place is read anew for
/// each cell.
fn cell() -> impl Strategy<Value = String> {
    string_regex("[0-9]{0,6}|2024-1[0-9]|X|M|CHN|[ -~]{0,8}|\"|\n|\r").unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..600), pieces in 1usize..50) {
        let _ = read_in(pieces, "a.csv", &bytes, None);
        let _ = encoding(&bytes);
    }

    #[test]
    fn any_rows_under_a_known_header_are_read_alike_in_any_pieces(
        layout in 0usize..4,
        cells in proptest::collection::vec(cell(), 0..80),
        pieces in 1usize..60,
    ) {
        let header = ["t,i,j,k,v,q", COMTRADE, "period,months,flow,measure,product,partner,value,unit,status,source,note", "PERIOD;REPORTER;PARTNER;PRODUCT_NC;FLOW;VALUE_EUR"][layout];
        let text = format!("{header}\n{}", cells.join(if layout == 3 { ";" } else { "," }));
        let whole = read_in(1 << 20, "a.csv", text.as_bytes(), None);
        let parts = read_in(pieces, "a.csv", text.as_bytes(), None);
        match (whole, parts) {
            (Ok(whole), Ok(parts)) => {
                prop_assert_eq!(kept(&whole), kept(&parts));
                prop_assert_eq!(&whole.slips, &parts.slips);
                prop_assert_eq!(&whole.counted, &parts.counted);
                for ranked in reporters(&parts) {
                    let product = first_product(&parts, &totals(&parts, &ranked.code, &BTreeMap::new()))
                        .unwrap_or_default();
                    dataset(&tidy(&parts, &choice(&ranked.code, &product)));
                }
            }
            (Err(whole), Err(parts)) => prop_assert_eq!(whole, parts),
            (whole, parts) => prop_assert!(false, "{:?} and {:?}", whole.is_ok(), parts.is_ok()),
        }
    }
}

#[test]
fn parts_join_in_any_order() {
    let part = |reporter: &str, code: &str| {
        format!(
            "period,flow,reporter,partner,hs,value_usd,weight_kg\n202401,X,{reporter},0,{code},5,7000\n202401,M,{reporter},842,{code},6,\n202401,X,{reporter},392,{code},5,7000\n"
        )
    };
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
        let parts = [part("842", "284610"), part("156", "2846"), part("392", "284690")];
        let mut reader = Reader::default();
        for index in order {
            add(&mut reader, 64, "part.csv.gz", parts[index].as_bytes(), None).unwrap();
        }
        let made = tidy(&reader, &Choice { mirror: true, ..choice("USA", "2846") });
        let data = dataset(&made);
        let found = |flow: Flow, measure: Measure, partner: &str| {
            amount(&data, flow, measure, "2846", partner, "2024-01", 1)
        };
        assert_eq!(found(Flow::Export, Measure::Volume, "WLD"), Some(7.0), "{order:?}");
        assert_eq!(found(Flow::MirrorExport, Measure::Value, "JPN"), Some(6.0), "{order:?}");
    }
}

#[test]
fn no_year_is_made_up_for_months_that_have_none() {
    let text = "Mes,Exportaciones,Importaciones\nEnero,1000,900\nFebrero,1100,950\n";
    let (preview, _) = before_opening("own.csv", text);
    assert!(!preview.iter().any(|line| line.contains("20")), "{preview:?}");
    let (preview, _) = before_opening("own_2022.csv", text);
    assert!(preview.first().is_some_and(|line| line.starts_with("January 2022")), "{preview:?}");
}

/// Two partners in pairs; what the second gives in May 2024 is in `cells`.
fn of_pairs(cells: &str) -> Reader {
    let mut text = "Period,Flow,Reporter,Partner,HS code,Value (EUR),Quantity,Unit\n".to_owned();
    for year in [2023, 2024] {
        for month in 1..=6 {
            let value = 500 + month;
            text += &format!("{year}-{month:02},Export,Italy,France,640391,{value},1000,pairs\n");
            let own = if (year, month) == (2024, 5) { cells } else { "800,pairs" };
            text += &format!("{year}-{month:02},Export,Italy,Spain,640391,{},{own}\n", value - 100);
        }
    }
    read("pairs.csv", &text)
}

#[test]
fn a_sum_that_lacks_a_partners_pieces_is_not_compared_with_others() {
    for cells in [",pairs", "805,pieces", "805,kg"] {
        let reader = of_pairs(cells);
        let reporter = &reporters(&reader)[0].code;
        let data = dataset(&tidy(&reader, &choice(reporter, "640391")));
        let search = "?measure=quantity&product=640391&month=2024-05";
        for chart in ["months", "change", "framing", "drivers", "shares", "series"] {
            let asked = format!("{search}&chart={chart}");
            let view = view(&data, &Query::parse_over(&asked, &data).0);
            let said = format!("{} {}", view.headline, view.sentence);
            assert!(
                !said.contains("44.4% ") && !said.contains("1,000"),
                "{cells}, {chart}: {said}"
            );
        }
        let view = view(&data, &Query::parse_over(search, &data).0);
        let why = "No total quantity in pairs for May 2024: some partners give none.";
        assert!(view.sentence.contains(why), "{cells}: {}", view.sentence);
        let note = "No total quantity in pairs is given for May 2024: the file has no quantities in pairs for";
        assert!(view.notes.iter().any(|own| own.starts_with(note)), "{cells}: {:?}", view.notes);
    }
}

#[test]
fn a_second_unit_of_one_product_is_told_with_its_line_and_column() {
    for unit in ["pieces", "kg"] {
        let reader = of_pairs(&format!("805,{unit}"));
        let told: Vec<_> = reader
            .slips
            .iter()
            .map(|own| (own.line, own.column.as_str(), own.found.as_str(), own.expected.as_str()))
            .collect();
        let expected = "the unit of the earlier quantities: different units cannot be added up";
        assert_eq!(told, [(23, "Unit", unit, expected)]);
    }
}

/// The unit of a second quantity has a column of its own, whether or not the first one's has.
#[test]
fn a_second_unit_is_told_with_the_column_that_says_it() {
    let columns = "period\tperiod\npartner\tpartner\nproduct\thscode\nvalue\tvalue\nflow\t=export\n\
                   money\t=USD\nreporter\t=Italy\ncodes\t=hs\nsecond-quantity\tbeside\nsecond-unit\tof\n";
    let first = ["", "quantity\tamount\nunit\tin", "quantity\tamount\nunit\t=kg"];
    for of_the_first in first {
        let text = "period,partner,hscode,value,amount,in,beside,of\n\
                    2024-01,France,220421,100,,,60,l\n2024-02,France,220421,100,,,70,piece\n";
        let mapping = format!("{columns}{of_the_first}");
        let mut reader = Reader::default();
        reader.names = country_names();
        add(&mut reader, 1 << 16, "own.csv", text.as_bytes(), Some(&mapping)).unwrap();
        let told: Vec<_> = reader.slips.iter().map(ToString::to_string).collect();
        let expected = "own.csv, line 3, column of: found “piece”, expected the unit of the earlier \
                        quantities: different units cannot be added up";
        assert_eq!(told, [expected], "{of_the_first}");
    }
}

/// What a later file counts otherwise is neither added up nor shown in the unit of the earlier one.
#[test]
fn a_later_file_in_another_unit_is_left_out_with_a_word() {
    let of = |month: u32, unit: &str| {
        format!(
            "period,flow,reporter,partner,hscode,value_usd,quantity,unit\n\
             2024-{month:02},export,Italy,France,220421,100,50,{unit}\n\
             2024-{month:02},export,Italy,France,090121,300,7,kg\n"
        )
    };
    for (first, later, told) in [("l", "piece", "pieces"), ("piece", "l", "litres")] {
        let mut reader = Reader::default();
        reader.names = country_names();
        for (month, unit) in [(1, first), (2, later)] {
            let text = of(month, unit);
            add(&mut reader, 1 << 16, &format!("{unit}.csv"), text.as_bytes(), None).unwrap();
        }
        let slips: Vec<_> = reader.slips.iter().map(ToString::to_string).collect();
        let [slip] = slips.as_slice() else { panic!("{slips:?}") };
        let start =
            format!("{later}.csv: its quantities of 220421 are in {told}, those already open in ");
        assert!(slip.starts_with(&start), "{slip}");
        let counts = kept(&reader).into_iter().filter(|row| row.4 == "220421").count();
        assert_eq!(counts, 2, "the values stay");
        let reporter = &reporters(&reader)[0].code;
        let text = tidy(&reader, &choice(reporter, "220421"));
        assert!(text.observations.contains(&format!(",50,{first},")), "{}", text.observations);
        assert!(!text.observations.contains("2024-02,1,export,quantity"), "{}", text.observations);
        // What nothing disagrees about is joined.
        let text = tidy(&reader, &choice(reporter, "090121"));
        assert_eq!(
            text.observations.matches(",volume,090121,FRA").count(),
            2,
            "{}",
            text.observations
        );
    }
}

/// A sheet whose columns are called otherwise is asked about as the first one was, whatever was said of that.
#[test]
fn what_was_said_of_another_sheet_is_no_answer() {
    let asked = |name: &str, text: &str, mapping: Option<&str>| {
        let mut reader = Reader::default();
        reader.confirm = true;
        reader.names = country_names();
        match add(&mut reader, 1, name, text.as_bytes(), mapping) {
            Err(Refusal::Unmapped(table)) => *table,
            other => panic!("{other:?}"),
        }
    };
    let text = "Month,Country,HS,Imports (EUR)\n2025-01,Japan,0101,7\n2025-02,Japan,0101,14\n";
    let alone = asked("book.xlsx, Imports", text, None);
    assert!(!alone.preview.is_empty() && alone.problem.is_empty(), "{alone:?}");
    let of_exports =
        "period\tMonth\npartner\tCountry\nvalue\tExports (EUR 1000)\nflow\t=export\nmoney\t=USD";
    let beside = asked("book.xlsx, Imports", text, Some(of_exports));
    assert_eq!((beside.preview, beside.questions), (alone.preview, alone.questions));
    // One of its own that lacks a time is told of.
    let own = asked("book.xlsx, Imports", text, Some("partner\tCountry\nvalue\tImports (EUR)"));
    assert!(!own.problem.is_empty(), "{own:?}");
}

/// What was answered for one file holds for another where that one's own likeliest answer is the same; else it is
/// asked of it, too.
#[test]
fn an_answer_is_carried_to_files_that_propose_the_same() {
    let table = |title: &str| {
        format!(
            "{title}Month,Country,HS,Net weight (kg)\n2025-01,Chile,282520,5000\n2025-02,Chile,282520,7000\n"
        )
    };
    let columns = "period\tMonth\npartner\tCountry\nproduct\tHS\nquantity\tNet weight (kg)";
    let with = |name: &str, text: &str, words: &str| {
        read_in(1 << 16, name, text.as_bytes(), Some(&format!("\n{columns}\n{words}")))
    };
    let asked = |read: Result<Reader, Refusal>| match read {
        Err(Refusal::Unmapped(table)) => {
            // Whose trade it is is asked beside anything.
            let open = table.questions.iter().filter(|own| own.id != "about");
            open.map(|own| (own.id.clone(), own.likely.clone())).collect::<Vec<_>>()
        }
        read => panic!("{read:?}"),
    };
    let flow = |likely: &str| vec![("flow".to_owned(), likely.to_owned())];
    let first = |read: Result<Reader, Refusal>| kept(&read.unwrap())[0].1;
    let plain = table("");
    assert_eq!(first(with("EXP_2026.csv", &plain, "flow\t=export")), "export");
    assert_eq!(asked(with("IMP_2025.csv", &plain, "flow\t=export")), flow("import"));
    assert_eq!(first(with("IMP_2025.csv", &plain, "flow\t=import\nwas flow\t=")), "import");
    // One that the file's name speaks against was given there, too.
    let other = "flow\t=import\nwas flow\t=export";
    assert_eq!(first(with("EXP_2026.csv", &plain, other)), "import");
    assert_eq!(first(with("IMP_2025.csv", &plain, other)), "import");
    // Of several the one that fits.
    let both = format!("flow\t=export\n\n{columns}\nflow\t=import");
    assert_eq!(first(with("IMP_2025.csv", &plain, &both)), "import");
    // What a title says is no question, and is not answered by another file's.
    let titled = table("Imports of Kenya by country\n\n");
    for words in ["flow\t=export\nwas flow\t=", "flow\t=export"] {
        assert_eq!(first(with("b.csv", &titled, words)), "import");
    }
    // A sheet's own month, and a heading's own unit.
    let sheet = |month: &str| {
        format!("\"Exports of Kenya, {month} 2025\"\n\nCountry,HS,Value (USD)\nChile,282520,5000\n")
    };
    let columns = "\npartner\tCountry\nproduct\tHS\nvalue\tValue (USD)\nperiod\t=2025-01";
    let read = |month: &str| read_in(1 << 16, "book.xlsx", sheet(month).as_bytes(), Some(columns));
    assert_eq!(kept(&read("January").unwrap())[0].0, "2025-01");
    assert_eq!(asked(read("February")), [("period".to_owned(), "2025-02".to_owned())]);
}
