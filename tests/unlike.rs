//! What is said of data unlike the bundled ones: other units than the total's, parts of one flow, parts
//! without customs codes, values, whole years beside months; each in every language.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::collections::BTreeSet;

use xenotime::charts::{ChartKind, Query, View, fragments, open};
use xenotime::drawing::{PinnedOptions, pinned};
use xenotime::import::dataset::{Bundle, add_part, read_bundle};
use xenotime::statistics::seasonal::Ordinary;
use xenotime::statistics::structure::Side;
use xenotime::tables::{Asked, Column, RankedRow, of_dataset, ranking};
use xenotime::trade::{Dataset, Flow, Language, Period, Quantity, Status, Unit};
use xenotime::wording::facts::{Change, Fall};
use xenotime::wording::say::charts::expectation::fall;

mod common;
use common::{bundled_whole, key, month, period, with_outlines};

/// Brass and what it is made up of: with customs codes, but for what a test says of its last line.
const PRODUCTS: &str =
    "product,label,hs,note,note_zh,aliases_en,aliases_zh,parent,parent_flow,headline
brass,Brass,7403,,,brass,黄铜,,,yes
sheet,Brass sheet,740301,,,brass sheet,黄铜板,brass,,
wire,Brass wire,740302,,,brass wire,黄铜线,brass,,
";

const PARTNERS: &str = "code,name_en,article,name_zh,aliases_en,aliases_zh,adjective_en,members
WLD,World,,全球,,,,
ARV,Arvonia,,阿尔沃尼亚,,,Arvonian,
FRA,France,,法国,,,French,
DEU,Germany,,德国,,,German,
USA,United States,the,美国,,,American,
";

const ABOUT: &str = "key,value
reporter,ARV
reporter_name_en,Arvonia
reporter_name_zh,阿尔沃尼亚
reporter_adjective_en,Arvonian
default_product,brass
headline_product,brass
";

/// A folder's data: `rows` are of flow, measure, product, partner, period, months, value and unit, and each
/// has a source of its own, named after the cell.
fn folder(more_products: &str, rows: &[String]) -> Dataset {
    let mut observations =
        "period,months,flow,measure,product,partner,value,unit,status,source,note\n".to_owned();
    let mut sources = "source,publisher,published,title,url,kind\n".to_owned();
    for row in rows {
        let cells: Vec<&str> = row.split(' ').collect();
        let [flow, measure, product, partner, start, months, value, unit] = cells[..] else {
            panic!("{row} is no row");
        };
        let source = format!("{measure}-{product}-{partner}-{start}-{months}-{flow}");
        sources += &format!("{source},{source},2024-12-01,,,customs\n");
        observations += &format!(
            "{start},{months},{flow},{measure},{product},{partner},{value},{unit},reported,{source},\n"
        );
    }
    let mut dataset = read_bundle(Bundle {
        observations: &observations,
        sources: &sources,
        products: &format!("{PRODUCTS}{more_products}"),
        events: "date,title,title_zh,short,short_zh,rank,effect,effect_zh,url\n",
        dataset: ABOUT,
        partners: PARTNERS,
    })
    .unwrap_or_else(|errors| panic!("{errors:?}"));
    with_outlines(&mut dataset);
    dataset
}

/// Two Augusts and the joint months of three partners and all, by weight and by value.
fn by_partner(money: &str, weights: [&str; 2]) -> Vec<String> {
    let mut rows = Vec::new();
    for (start, months, times) in
        [("2023-01", 2, 3), ("2023-08", 1, 4), ("2024-01", 2, 6), ("2024-08", 1, 5)]
    {
        for (partner, size, falls) in
            [("WLD", 1000, 60), ("FRA", 352, 33), ("DEU", 300, 11), ("USA", 200, 7)]
        {
            let weight = size * times - if times > 4 { falls } else { 0 };
            let total = partner == "WLD";
            let unit = weights[usize::from(!total)];
            let weight = if unit == "t" { f64::from(weight) / 1000.0 } else { f64::from(weight) };
            rows.push(format!("export volume brass {partner} {start} {months} {weight} {unit}"));
            let value = size * times * 7 + if times > 4 { falls * 9 } else { 0 };
            rows.push(format!("export value brass {partner} {start} {months} {value} {money}"));
        }
    }
    rows
}

fn asked(dataset: &Dataset, search: &str) -> (View, Vec<String>) {
    open(dataset, &Query::parse_over(search, dataset).0)
}

fn shown(dataset: &Dataset, search: &str) -> View {
    asked(dataset, search).0
}

/// Of what did not move nothing is the largest, and of one price none.
#[test]
fn a_price_that_did_not_move_is_unchanged_and_no_more() {
    use xenotime::wording::say::charts::prices::headline;
    for (percent, count, english, chinese) in [
        (0.0, 1, "Must was unchanged at €2 in 2024", "比上年持平，为€2"),
        (0.0, 3, "Must was unchanged at €2 in 2024", "比上年持平，为€2"),
        (5.0, 1, "Must rose 5.0% to €2 in 2024", "比上年上涨5.0%，至€2"),
    ] {
        let change = Change { percent, rough: false };
        let said = || headline("Must", change, "€2", period("2024-01", 12), count);
        assert_eq!(said(), english);
        let said = Language::Chinese.speak(said);
        assert!(said.ends_with(chinese), "{said}");
    }
}

/// Another figure of the same size, or one of the other flow, does not say how exact an amount is.
#[test]
fn an_amount_is_about_so_much_only_by_its_own_report() {
    let months = ["2023-04", "2023-05", "2024-05"];
    let mut rows = months.map(|start| format!("export volume brass WLD {start} 1 100 t")).to_vec();
    rows.push("import volume brass WLD 2024-05 1 90 t".to_owned());
    let mut dataset = folder("", &rows);
    let mut observations = dataset.take_observations();
    for one in &mut observations {
        if one.figure.period == period("2023-05", 1) || one.key.flow == Flow::Import {
            one.figure.status = Status::Approximate;
        }
    }
    dataset.observe(observations);
    for (search, said, exact) in [
        ("?month=2024-05", "100 t", true),
        ("?month=2023-05", "about 100 t", false),
        ("?chart=balance&month=2024-05", "about 90 t", false),
    ] {
        let headline = shown(&dataset, search).headline;
        assert!(headline.contains(said), "{search}: {headline}");
        assert_eq!(!headline.contains("about"), exact, "{search}: {headline}");
    }
}

fn in_chinese(dataset: &Dataset, search: &str) -> View {
    Language::Chinese.speak(|| shown(dataset, search))
}

/// The identifiers of sources, without the flow that each ends with.
fn named(dataset: &Dataset, sources: impl IntoIterator<Item = usize>) -> BTreeSet<String> {
    let id = |source: usize| dataset.sources[source].id.trim_end_matches("-export").to_owned();
    sources.into_iter().map(id).collect()
}

fn credited(dataset: &Dataset, view: &View) -> BTreeSet<String> {
    named(dataset, view.credits.iter().flat_map(|credit| credit.sources.clone()))
}

fn cells(all: &[&str]) -> BTreeSet<String> {
    all.iter().map(|cell| (*cell).to_owned()).collect()
}

#[test]
fn the_map_credits_the_share_s_cells_and_no_other() {
    let dataset = folder("", &by_partner("EUR", ["kg", "kg"]));
    for measure in ["volume", "value"] {
        for (at, cell) in [("2024-08", "2024-08-1"), ("2024-02", "2024-01-2")] {
            let expected = cells(&[
                &format!("{measure}-brass-FRA-{cell}"),
                &format!("{measure}-brass-WLD-{cell}"),
            ]);
            for chart in ["map", "shares"] {
                let search = format!("?chart={chart}&measure={measure}&month={at}");
                let view = shown(&dataset, &search);
                assert!(view.headline.starts_with("France took 35"), "{search}: {}", view.headline);
                assert_eq!(credited(&dataset, &view), expected, "{search}");
                let mark = view.graph.marks.iter().find(|mark| mark.series == "France").unwrap();
                if chart == "map" {
                    assert_eq!(named(&dataset, mark.sources.clone()), expected, "{search}");
                }
            }
        }
    }
    // What counts how many rose stands on all of both years.
    let view = shown(&dataset, "?chart=map&month=2024-08&as=yoy");
    let expected: BTreeSet<String> = ["FRA", "DEU", "USA"]
        .iter()
        .flat_map(|partner| {
            ["2023-08-1", "2024-08-1"].map(|cell| format!("volume-brass-{partner}-{cell}"))
        })
        .collect();
    assert_eq!(credited(&dataset, &view), expected);
    assert!(view.headline.contains("up for all three destinations"), "{}", view.headline);
    // No figure is used twice, and a row has the sources of its cells.
    let row = view.table.rows.iter().find(|row| row.cells[0].text == "France").unwrap();
    let own = named(&dataset, row.sources.clone());
    assert!(own.iter().all(|source| source.starts_with("volume-")), "{own:?}");
    assert!(own.contains("volume-brass-WLD-2024-08-1") && own.len() == 3, "{own:?}");
}

#[test]
fn what_is_not_listed_credits_what_it_is_left_of() {
    let dataset = folder("", &by_partner("EUR", ["kg", "kg"]));
    let view = shown(&dataset, "?chart=drivers&month=2024-08&compare=yoy&measure=volume");
    // Of all by partner most is in what no partner explains once the largest are left out.
    let without: Vec<String> = by_partner("EUR", ["kg", "kg"])
        .into_iter()
        .filter(|row| !row.contains("FRA") && !row.contains("DEU"))
        .collect();
    let less = folder("", &without);
    let unlisted = shown(&less, "?chart=drivers&month=2024-08&compare=yoy");
    assert!(unlisted.headline.contains("the United States"), "{}", unlisted.headline);
    let used = cells(&[
        "volume-brass-USA-2023-08-1",
        "volume-brass-USA-2024-08-1",
        "volume-brass-WLD-2023-08-1",
        "volume-brass-WLD-2024-08-1",
    ]);
    assert_eq!(credited(&less, &unlisted), used);
    for view in [&unlisted, &view] {
        let dataset = if std::ptr::eq(view, &unlisted) { &less } else { &dataset };
        let row = view.table.rows.iter().find(|row| row.cells[0].text == "Not listed").unwrap();
        let partners = if std::ptr::eq(view, &unlisted) { 1 } else { 3 };
        assert_eq!(named(dataset, row.sources.clone()).len(), 2 * (partners + 1));
    }
}

/// Charts whose headline may say what moved without an amount: of values it says that these are values.
#[test]
fn headlines_of_values_say_that_they_are() {
    let bundled = bundled_whole();
    let own = folder("", &by_partner("EUR", ["kg", "kg"]));
    let mut seen = 0;
    for dataset in [&bundled, &own] {
        for chart in ChartKind::ALL {
            for more in
                ["", "&month=2024-08", "&by=product&compare=ytd", "&as=yoy", "&product=metals"]
            {
                let search = format!("?chart={}&measure=value{more}", chart.code());
                let view = shown(dataset, &search);
                if view.query.measure.code() != "value" || view.graph.marks.is_empty() {
                    continue;
                }
                // Only of what moved, or of what share it is, an amount need not be said.
                if !view.headline.contains('%') {
                    continue;
                }
                seen += 1;
                let said = ["alue", "US$", "€", "CN¥", "price"];
                assert!(
                    said.iter().any(|word| view.headline.contains(word)),
                    "{search}: {}",
                    view.headline
                );
                let short = ["drivers", "shares", "map", "effects"].contains(&chart.code());
                let length = view.headline.chars().count();
                assert!(!short || length <= 90, "{search}: {}", view.headline);
                let chinese = in_chinese(dataset, &search);
                let said = ["额", "美元", "欧元", "价"];
                assert!(
                    said.iter().any(|word| chinese.headline.contains(word)),
                    "{search}: {}",
                    chinese.headline
                );
            }
        }
    }
    assert!(seen > 50, "{seen}");
    // Several series, an index and a share say it, and so does what stands under the headline.
    for shown_as in ["yoy", "previous", "index", "share"] {
        for more in ["", "&with=import.rare-earths.WLD.value", "&per=mean3", "&per=year"] {
            for partner in ["WLD", "JPN"] {
                let search = format!(
                    "?chart=series&measure=value&product=metals&as={shown_as}&partner={partner}{more}"
                );
                let view = shown(&bundled, &search);
                if view.graph.marks.is_empty() {
                    continue;
                }
                let both = format!("{} / {}", view.headline, view.subtitle);
                assert!(view.headline.contains("alue"), "{search}: {both}");
                assert!(view.subtitle.contains("value"), "{search}: {both}");
                let chinese = in_chinese(&bundled, &search);
                let both = format!("{} / {}", chinese.headline, chinese.subtitle);
                // Customs’ index of values is 价值指数.
                let value =
                    chinese.headline.contains('额') || chinese.headline.contains("价值指数");
                assert!(value, "{search}: {both}");
                let of_money =
                    ["金额", "总额", "价值"].iter().any(|word| chinese.subtitle.contains(word));
                assert!(of_money, "{search}: {both}");
            }
        }
    }
    let of =
        |search: &str| (shown(&bundled, search).headline, in_chinese(&bundled, search).headline);
    let (english, chinese) = of("?chart=drivers&product=metals&month=2015-12&measure=value");
    assert!(english.starts_with("Rare earth metals, 2015: value up"), "{english}");
    assert!(chinese.contains("出口额比上年"), "{chinese}");
    let (english, chinese) = of("?chart=drivers&product=metals&month=2015-12&measure=volume");
    assert!(english.starts_with("Exports of rare earth metals"), "{english}");
    assert!(!chinese.contains('额'), "{chinese}");
}

/// Brass and its parts in both flows; the ingots as a row of products says.
fn with_ingots(row: &str, flows: [&[&str]; 2]) -> Dataset {
    let mut rows = Vec::new();
    for (flow, parts) in ["export", "import"].into_iter().zip(flows) {
        for start in ["2023-08", "2024-08"] {
            rows.push(format!("{flow} volume brass WLD {start} 1 1000 kg"));
            for (place, part) in parts.iter().enumerate() {
                let value = [600, 400, 313][place];
                rows.push(format!("{flow} volume {part} WLD {start} 1 {value} kg"));
            }
        }
    }
    folder(row, &rows)
}

#[test]
fn what_counts_in_imports_alone_is_no_part_of_exports_whatever_its_code() {
    let all: &[&str] = &["sheet", "wire", "ingots"];
    for code in ["740311", "7499"] {
        let row = format!("ingots,Brass ingots,{code},,,brass ingots,黄铜锭,brass,import,\n");
        let dataset = with_ingots(&row, [all, &["ingots"]]);
        let drivers = shown(&dataset, "?chart=drivers&by=product&month=2024-08");
        let said = format!("{:?} {:?}", drivers.table.rows, drivers.notes);
        assert!(!said.contains("ngots") && !said.contains("more than the total"), "{code}: {said}");
        let shares = shown(&dataset, "?chart=shares&by=product&month=2024-08");
        assert!(shares.headline.contains("60.0%"), "{code}: {}", shares.headline);
        assert!(!format!("{:?}", shares.table.rows).contains("ngots"), "{code}");
        let shares = shown(&dataset, "?chart=shares&by=product&flow=import&month=2024-08");
        assert!(
            shares.headline.contains("Brass ingots") || shares.headline.contains("brass ingots")
        );
    }
}

#[test]
fn a_line_without_a_code_is_part_of_what_its_row_names() {
    for flow in ["", "import"] {
        let row = format!("ingots,Brass ingots,,,,brass ingots,黄铜锭,brass,{flow},\n");
        let dataset = with_ingots(&row, [&["sheet", "wire"], &["ingots"]]);
        let search = "?chart=shares&by=product&flow=import&month=2024-08";
        let view = shown(&dataset, search);
        let said = "Only product line listed: brass ingots, 60.0% of Arvonia’s imports of brass";
        assert!(view.headline.starts_with(said), "{flow}: {}", view.headline);
        assert!(in_chinese(&dataset, search).headline.contains("黄铜锭"));
        // Beside lines with codes nobody knows whether it counts the same goods.
        let beside = with_ingots(&row, [&["sheet", "wire"], &["sheet", "ingots"]]);
        let view = shown(&beside, search);
        assert!(view.headline.contains("60.0%") && !view.headline.contains("ngots"), "{flow}");
    }
    // Where no line has a code all are parts, and a line is not counted with what it holds.
    let rows = "tin,Tin,,,,tin,锡,,,\ncans,Tin cans,,,,cans,锡罐,tin,,\ncans-large,Large tin cans,,,,large cans,大锡罐,cans,,\nfoil,Tin foil,,,,foil,锡箔,tin,,\n";
    let figures = [("tin", 1000), ("cans", 500), ("cans-large", 200), ("foil", 300)];
    let figures =
        figures.map(|(product, value)| format!("export volume {product} WLD 2024-08 1 {value} kg"));
    let dataset = folder(rows, &figures);
    let view = shown(&dataset, "?chart=shares&by=product&product=tin&month=2024-08");
    let parts: Vec<String> = view
        .table
        .rows
        .iter()
        .map(|row| format!("{} {}", row.cells[1].text, row.cells[3].text))
        .collect();
    assert_eq!(parts, ["Tin cans 50.0%", "Tin foil 30.0%", "Not listed 20.0%"]);
}

#[test]
fn what_is_counted_in_another_unit_is_not_said_to_be_missing() {
    let mut rows = by_partner("EUR", ["kg", "t"]);
    // Partners are known in dollars and in weight, all of it in euros.
    for row in rows.iter_mut().filter(|row| row.contains("EUR") && !row.contains("WLD")) {
        *row = row.replace("EUR", "USD");
    }
    rows.push("mirror-export volume brass FRA 2024-08 1 1700 kg".to_owned());
    rows.push("export quantity brass WLD 2024-08 1 12 piece".to_owned());
    let dataset = folder("", &rows);
    for (chart, measure, english, chinese) in [
        (
            "shares",
            "value",
            "the data have no values in euros by destination",
            "没有按目的地细分、以欧元计的数据",
        ),
        (
            "drivers",
            "value",
            "the data have no values in euros by destination",
            "没有按目的地细分、以欧元计的数据",
        ),
        (
            "map",
            "value",
            "the data have no values in euros by destination",
            "没有按目的地细分、以欧元计的数据",
        ),
        (
            "shares",
            "quantity",
            "the data have no quantities in pieces by destination",
            "没有按目的地细分、以件计的数据",
        ),
        (
            "drivers",
            "quantity",
            "the data have no quantities in pieces by destination",
            "没有按目的地细分、以件计的数据",
        ),
        ("gaps", "value", "partners report it, but not in euros", "不以欧元计"),
    ] {
        let search = format!("?chart={chart}&measure={measure}&month=2024-08");
        let query = Query::parse_over(&search, &dataset).0;
        let view = xenotime::charts::view(&dataset, &query);
        assert!(view.headline.contains(english), "{search}: {}", view.headline);
        let view = Language::Chinese.speak(|| xenotime::charts::view(&dataset, &query));
        assert!(view.headline.contains(chinese), "{search}: {}", view.headline);
    }
    // Weights are weighed alike on every chart and in tables.
    for chart in ["map", "shares"] {
        let view = shown(&dataset, &format!("?chart={chart}&month=2024-08"));
        assert!(view.headline.starts_with("France took 35"), "{chart}: {}", view.headline);
    }
    let asked = Asked::default();
    let brass = key(Flow::Export, "brass", "WLD");
    let table = ranking(&of_dataset(&dataset, &brass, period("2024-08", 1), &asked), &asked);
    let row: &RankedRow = table.rows.iter().find(|row| row.code == "FRA").unwrap();
    for column in [Column::Quantity, Column::Share, Column::Contribution] {
        let at = Column::ALL.iter().position(|own| *own == column).unwrap() - 1;
        assert!(row.numbers[at].is_some(), "{column:?}");
    }
    // Where there is nothing at all it is said to be missing.
    let none = folder("", &["export volume brass WLD 2024-08 1 1000 kg".to_owned()]);
    let query = Query::parse_over("?chart=shares", &none).0;
    let view = xenotime::charts::view(&none, &query);
    assert!(view.headline.ends_with("the data list no destinations"), "{}", view.headline);
}

/// Trade with one partner is one part: that the data list none would not be true.
#[test]
fn the_trade_with_one_partner_has_no_parts_by_partner() {
    let rows =
        ["WLD", "FRA"].map(|partner| format!("export value brass {partner} 2024-08 1 0 USD"));
    let dataset = folder("", &rows);
    for chart in ["shares", "drivers", "mix"] {
        let view = shown(&dataset, &format!("?chart={chart}&partner=FRA&measure=value"));
        let said = format!("{} {}", view.headline, view.sentence);
        assert!(said.contains("rade with one partner has no breakdown by partner"), "{said}");
        assert!(!said.contains("the data list no"), "{said}");
    }
}

/// Months of a year, whole years around it, and a source of each.
fn with_years() -> Dataset {
    let mut rows = Vec::new();
    for partner in ["WLD", "FRA"] {
        for year in [2018, 2023] {
            rows.push(format!("export volume brass {partner} {year}-01 12 12000 kg"));
        }
        for month in (1..=12).filter(|month| ![3, 4].contains(month)) {
            rows.push(format!("export volume brass {partner} 2024-{month:02} 1 1000 kg"));
        }
    }
    rows.push("export volume brass WLD 2022-12 1 900 kg".to_owned());
    folder("", &rows)
}

#[test]
fn months_without_a_figure_are_not_years_without_one() {
    let dataset = with_years();
    let search = "?chart=months&from=2022-12";
    let notes = shown(&dataset, search).notes.join(" ");
    assert!(
        notes.contains("No monthly figure is available for 2023 and March–April 2024"),
        "{notes}"
    );
    let notes = in_chinese(&dataset, search).notes.join("");
    assert!(notes.contains("2023年、2024年3—4月没有月度数据"), "{notes}");
    // Where no sum tells of them either, there is no figure at all.
    let notes = shown(&dataset, "?chart=months&from=2024-01").notes.join(" ");
    assert!(notes.contains("No figure is available for March–April 2024"), "{notes}");
}

#[test]
fn the_nearest_is_the_nearest() {
    let dataset = with_years();
    let view = shown(&dataset, "?chart=shares&month=2022-12");
    assert!(view.headline.contains("in 2023"), "{}", view.headline);
    let bundled = bundled_whole();
    let (_, words) = asked(&bundled, "?chart=drivers&product=metals&month=2017-12");
    let said = words.join(" ");
    assert!(said.contains("December 2018"), "{said}");
}

#[test]
fn a_mix_says_where_its_parts_exceed_their_total() {
    let mut rows = by_partner("EUR", ["kg", "kg"]);
    for row in rows.iter_mut().filter(|row| row.contains("brass WLD")) {
        let mut cells: Vec<&str> = row.split(' ').collect();
        let half = (cells[6].parse::<f64>().unwrap() / 2.0).to_string();
        cells[6] = &half;
        *row = cells.join(" ");
    }
    let dataset = folder("", &rows);
    let view = shown(&dataset, "?chart=mix&month=2024-08");
    let notes = view.notes.join(" ");
    assert!(notes.contains("more than the total"), "{} {notes}", view.headline);
    let notes = in_chinese(&dataset, "?chart=mix&month=2024-08").notes.join("");
    assert!(notes.contains("超过总量"), "{notes}");
    let even = folder("", &by_partner("EUR", ["kg", "kg"]));
    let notes = shown(&even, "?chart=mix&month=2024-08").notes.join(" ");
    assert!(!notes.contains("more than the total"), "{notes}");
}

#[test]
fn what_imports_are_measured_against_is_said_truly() {
    // Production in every year that it is known for, a quota for the others.
    let dataset = bundled_whole();
    let view = shown(&dataset, "?chart=dependence");
    let notes = view.notes.join(" ");
    assert!(!notes.contains("where no quota was published"), "{notes}");
    assert!(
        notes.contains("stands in for production only in years without a production figure"),
        "{notes}"
    );
    assert!(view.headline.contains("plus mine production"), "{}", view.headline);
    let notes = in_chinese(&dataset, "?chart=dependence").notes.join("");
    assert!(notes.contains("没有开采量的年份才改用开采总量控制指标"), "{notes}");
}

#[test]
fn a_table_of_products_takes_apart_the_one_that_is_asked_for() {
    let dataset = bundled_whole();
    let asked =
        Asked { by: Side::Product, period: Some(period("2024-01", 12)), ..Asked::default() };
    let of = |product: &str| {
        let studied = Period::month(month("2024-12"));
        let table = ranking(
            &of_dataset(&dataset, &key(Flow::Export, product, "WLD"), studied, &asked),
            &asked,
        );
        let kind = |code: &str| table.rows.iter().find(|row| row.code == code).map(|row| row.kind);
        (table.rows[0].code.clone(), kind("rare-earth-products"))
    };
    assert_eq!(of("rare-earth-and-products").0, "rare-earth-and-products");
    assert!(matches!(of("rare-earth-and-products").1, Some("part" | "group")));
    assert_eq!(of("rare-earths"), ("rare-earths".to_owned(), Some("outside")));
    // What is itself a part stays a row of the whole.
    assert_eq!(of("compounds").0, "rare-earths");
}

#[test]
fn the_page_says_whose_trade_its_data_are() {
    let of = |dataset: &Dataset| {
        let view = shown(dataset, "");
        let all = fragments(dataset, &view);
        all.into_iter().find(|fragment| fragment.name == "subject").unwrap().html
    };
    let own = with_years();
    assert_eq!(of(&own), "Arvonia’s trade in brass");
    let chinese = Language::Chinese.speak(|| of(&own));
    assert_eq!(chinese, "阿尔沃尼亚黄铜贸易");
    let rows = ["2024-01,1,export,volume,tea,WLD,10,t".to_owned()];
    let file = common::own_file(("tea", "Tea"), "WLD,World\n", &rows);
    assert_eq!(of(&file), "Valdoria’s trade in tea");
}

#[test]
fn what_is_almost_as_forecast_is_said_so_in_chinese() {
    let of = |value: f64| Quantity { value, unit: Unit::TONNE, decimals: 0, rough: false };
    let said = |gap: f64| {
        let fell = Fall {
            actual: of(5020.0),
            median: of(5000.0),
            gap,
            interval_80: [of(4990.0), of(5010.0)],
            interval_95: [of(4980.0), of(5020.0)],
            judged: Some(Ordinary::Ordinary),
            least_told: (-0.01, 0.2),
            below: 0.6,
        };
        Language::Chinese.speak(|| fall(&fell))
    };
    let almost = said(0.02);
    assert!(almost.contains("与预测中位数5,000吨基本持平"), "{almost}");
    assert!(almost.contains("在比预测低不到0.1%至高0.2%之间"), "{almost}");
    assert!(said(-3.0).contains("比预测中位数5,000吨低3.0%"), "{}", said(-3.0));
}

/// What is said beside a chart of two periods is of figures that it uses.
#[test]
fn notes_of_a_comparison_are_of_its_periods() {
    let bundled = bundled_whole();
    let own = |search: &str| shown(&bundled, search).notes.join(" ");
    let notes = own("?chart=drivers&measure=value&month=2025-12&compare=ytd");
    assert!(!notes.contains("2026"), "{notes}");
    let notes = own("?chart=drivers&flow=import&month=2024-12&compare=ytd&by=product");
    assert!(notes.contains("October 2023") && !notes.contains("2025"), "{notes}");
    // A chart through time tells of all that it draws.
    assert!(own("?measure=value").contains("January 2026 is the joint"));
}

#[test]
fn shares_that_come_to_a_little_more_than_all_say_so() {
    let bundled = bundled_whole();
    let search = "?chart=shares&flow=import&by=product&month=2024-12";
    let said = "listed add up to 53 t more than the total for 2024";
    let view = shown(&bundled, search);
    assert!(view.notes.iter().any(|note| note.contains(said)), "{:?}", view.notes);
    assert!(in_chinese(&bundled, search).notes.iter().any(|note| note.contains("多53吨")));
    let even = shown(&bundled, "?chart=shares&product=magnets&month=2025-12");
    assert!(
        !even.notes.iter().any(|note| note.contains("more than the total")),
        "{:?}",
        even.notes
    );
}

/// Why something else is shown is said, and truly: where parts exceed their total this is no lack of data.
#[test]
fn what_is_shown_instead_says_why() {
    let rows = ["2024-07", "2024-08", "2024-09"].map(|month| {
        let most = if month == "2024-08" { 900 } else { 300 };
        [("WLD", "brass", 1000), ("FRA", "brass", most), ("DEU", "brass", 400)]
            .map(|(partner, product, value)| {
                format!("export volume {product} {partner} {month} 1 {value} kg")
            })
            .into_iter()
            .chain([
                format!("export volume sheet WLD {month} 1 600 kg"),
                format!("export volume wire WLD {month} 1 400 kg"),
            ])
    });
    let dataset = folder("", &rows.into_iter().flatten().collect::<Vec<_>>());
    let search = "?chart=shares&month=2024-08&from=2024-08&to=2024-08";
    let (view, words) = asked(&dataset, search);
    assert_eq!(view.query.by, Side::Product);
    let said = "Shares cannot be shown: the parts listed for August 2024 exceed the total. Shown instead: the breakdown by product.";
    assert_eq!(words, [said]);
    let (_, words) = Language::Chinese.speak(|| asked(&dataset, search));
    assert!(words[0].contains("超过总量") && words[0].contains("现显示"), "{words:?}");
}

#[test]
fn a_month_of_nothing_is_said_to_be_zero() {
    let zero = |row: String| match row.split(' ').collect::<Vec<_>>()[..] {
        [flow, measure, product, partner, "2024-08", months, _, unit] => {
            format!("{flow} {measure} {product} {partner} 2024-08 {months} 0 {unit}")
        }
        _ => row,
    };
    let rows: Vec<String> = by_partner("EUR", ["t", "t"]).into_iter().map(zero).collect();
    let dataset = folder("", &rows);
    for (chart, said) in [
        ("unit-value", "the quantity for August 2024 is zero"),
        ("price-volume", "the quantity for August 2024 is zero"),
        ("map", "the total for August 2024 is zero"),
    ] {
        let (view, words) = asked(&dataset, &format!("?chart={chart}&month=2024-08"));
        let all = format!("{} {} {words:?}", view.headline, view.sentence).to_lowercase();
        assert!(all.contains(&said.to_lowercase()), "{chart}: {all}");
        assert!(!all.contains("baseline") && !all.contains("no total"), "{chart}: {all}");
        let rows = view.table.rows.iter().flat_map(|row| &row.cells);
        assert!(rows.into_iter().all(|cell| cell.text != "no figure"), "{chart}");
    }
}

#[test]
fn partners_that_report_in_another_money_do_report() {
    let mut rows = by_partner("EUR", ["t", "t"]);
    rows.push("mirror-export value brass DEU 2024-08 1 500 USD".to_owned());
    let dataset = folder("", &rows);
    let address = "?chart=mirror&measure=value&partner=DEU&month=2024-08";
    let headline = shown(&dataset, address).headline;
    assert!(headline.ends_with("partners report it, but not in euros"), "{headline}");
    assert!(in_chinese(&dataset, address).headline.contains("不以欧元计"));
}

#[test]
fn parts_in_another_weight_than_their_total_have_a_mix() {
    let dataset = folder("", &by_partner("EUR", ["t", "kg"]));
    let alike = folder("", &by_partner("EUR", ["t", "t"]));
    let shown = |dataset: &Dataset| shown(dataset, "?chart=mix&month=2024-08");
    let mixed = shown(&dataset);
    assert_eq!(mixed.headline, shown(&alike).headline);
    assert!(!mixed.graph.marks.is_empty());
}

#[test]
fn a_partner_alone_in_its_money_is_not_alone() {
    let mut rows = Vec::new();
    for start in ["2023-08", "2024-08"] {
        for (partner, value, unit) in
            [("WLD", 1000, "EUR"), ("FRA", 150, "EUR"), ("DEU", 600, "USD")]
        {
            rows.push(format!("export value brass {partner} {start} 1 {value} {unit}"));
        }
    }
    let mut dataset = folder("", &rows);
    with_outlines(&mut dataset);
    for chart in ["map", "shares"] {
        let view = shown(&dataset, &format!("?chart={chart}&measure=value&month=2024-08"));
        let headline = &view.headline;
        assert!(
            headline.contains("in euros") && !headline.contains("is listed"),
            "{chart}: {headline}"
        );
        assert!(!view.sentence.contains("No other partner has a figure."), "{}", view.sentence);
        assert!(view.notes.iter().any(|note| note.contains("not counted in euros")), "{chart}");
    }
}

#[test]
fn lines_of_an_index_say_what_currencies_they_are_in() {
    let mut rows = Vec::new();
    for month in 1..=12 {
        for (flow, unit) in [("export", "EUR"), ("import", "CHF")] {
            rows.push(format!("{flow} value brass WLD 2024-{month:02} 1 {}0 {unit}", month + 10));
        }
    }
    let dataset = folder("", &rows);
    let address = "?chart=series&measure=value&with=import.brass.WLD.value&as=index";
    let notes = shown(&dataset, address).notes;
    let named = |note: &String| note.contains("euros") && note.contains("Swiss francs");
    assert!(notes.iter().any(named), "{notes:?}");
    let alone = shown(&dataset, "?chart=series&measure=value&as=index").notes;
    assert!(!alone.iter().any(|note| note.contains("each in its own")), "{alone:?}");
}

#[test]
fn a_part_that_gave_nothing_as_shown_is_not_named() {
    let mut rows = Vec::new();
    for (start, of) in
        [("2023-08", [100_000, 40_000, 60_000]), ("2024-08", [100_030, 40_020, 60_010])]
    {
        for (partner, weight) in ["WLD", "FRA", "DEU"].into_iter().zip(of) {
            rows.push(format!("export volume brass {partner} {start} 1 {weight} t"));
        }
    }
    let headline = shown(&folder("", &rows), "?chart=drivers&month=2024-08").headline;
    assert!(!headline.contains("0.0 pp"), "{headline}");
}

#[test]
fn a_rest_below_zero_is_said_as_what_the_parts_exceed_the_total_by() {
    for (now, before) in [(990, 1010), (1010, 990)] {
        let mut rows = Vec::new();
        for (start, parts) in [("2024-08", now), ("2023-08", before)] {
            for (partner, amount) in [("WLD", 1000), ("FRA", 400), ("DEU", parts - 400)] {
                rows.push(format!("export volume brass {partner} {start} 1 {amount} t"));
            }
        }
        let view = shown(&folder("", &rows), "?chart=drivers&month=2024-08");
        assert!(view.sentence.contains("10 t"), "{}", view.sentence);
        assert!(!view.sentence.contains("−10 t"), "{}", view.sentence);
    }
}

#[test]
fn of_effects_that_are_all_nothing_none_is_the_largest() {
    let mut rows = Vec::new();
    for start in ["2023-08", "2024-08"] {
        for (partner, amount) in [("WLD", 1000), ("FRA", 400), ("DEU", 600)] {
            rows.push(format!("export volume brass {partner} {start} 1 {amount} t"));
            rows.push(format!("export value brass {partner} {start} 1 {amount}0 EUR"));
        }
    }
    let dataset = folder("", &rows);
    let view = shown(&dataset, "?chart=mix&measure=value&month=2024-08");
    assert!(!view.sentence.contains("largest"), "{}", view.sentence);
    assert!(
        !in_chinese(&dataset, "?chart=mix&measure=value&month=2024-08").sentence.contains("最大")
    );
}

#[test]
fn of_parts_that_all_stayed_none_is_named() {
    let mut rows = Vec::new();
    for start in ["2023-08", "2024-08"] {
        for (partner, weight) in [("WLD", 1000), ("FRA", 400), ("DEU", 600)] {
            rows.push(format!("export volume brass {partner} {start} 1 {weight} t"));
        }
    }
    let headline = shown(&folder("", &rows), "?chart=drivers&month=2024-08").headline;
    assert!(headline.contains("unchanged") && !headline.contains("nothing"), "{headline}");
}

/// Weights of January and February together, and values of neither; a month of both before and after.
fn values_without_the_new_year() -> Dataset {
    let mut rows = Vec::new();
    for (partner, share) in [("WLD", 10), ("FRA", 6), ("DEU", 4)] {
        for (start, months) in [("2023-01", 2), ("2023-12", 1), ("2024-01", 2), ("2024-03", 1)] {
            rows.push(format!("export volume brass {partner} {start} {months} {} t", 7 * share));
        }
        for start in ["2022-12", "2023-03", "2023-12", "2024-03"] {
            rows.push(format!("export value brass {partner} {start} 1 {} USD", 900 * share));
            rows.push(format!("export volume brass {partner} {start} 1 {} t", 8 * share));
        }
    }
    rows.sort();
    rows.dedup_by_key(|row| row.rsplitn(3, ' ').nth(2).map(str::to_owned));
    folder("", &rows)
}

/// What every chart says of a period: headline, subtitle, sentence, reasons, and what is shown instead.
fn all_said(dataset: &Dataset, search: &str) -> String {
    let (view, problems) = asked(dataset, search);
    let rows = view.table.rows.iter().flat_map(|row| row.cells.iter().map(|cell| &*cell.text));
    let rows: Vec<&str> = rows.filter(|text| text.starts_with("no ")).collect();
    let said = [&view.headline, &view.subtitle, &view.sentence].map(String::as_str);
    [&said[..], &rows, &problems.iter().map(String::as_str).collect::<Vec<_>>()].concat().join("\n")
}

#[test]
fn where_the_value_of_january_and_february_is_lacking_both_are_named() {
    let dataset = values_without_the_new_year();
    for chart in ChartKind::ALL {
        let code = chart.code();
        for month in ["2024-01", "2024-02"] {
            let search = format!("?chart={code}&measure=value&month={month}");
            let said = all_said(&dataset, &search);
            for alone in
                ["for January 2024", "for February 2024", "in January 2024", "in February 2024"]
            {
                assert!(!said.contains(alone), "{search}: {said}");
            }
            let own =
                ["months", "change", "balance", "framing", "drivers", "unit-value", "price-volume"];
            if own.contains(&code) {
                assert!(said.contains("January–February 2024"), "{search}: {said}");
            }
            if ["drivers", "price-volume", "months", "framing"].contains(&code) {
                assert!(said.to_lowercase().contains("no value in us dollars"), "{search}: {said}");
            }
        }
    }
    let said = in_chinese(&dataset, "?measure=value&month=2024-02");
    assert!(said.headline.contains("2024年1—2月"), "{}", said.headline);
}

#[test]
fn a_month_alone_is_not_lacking_with_its_neighbour() {
    let rows = [
        "export volume brass WLD 2024-01 2 7 t",
        "export volume brass WLD 2024-02 1 3 t",
        "export value brass WLD 2024-03 1 900 USD",
        "export volume brass WLD 2024-03 1 4 t",
    ];
    let dataset = folder("", &rows.map(str::to_owned));
    let found = shown(&dataset, "?measure=value&month=2024-02");
    assert!(found.headline.ends_with("in February 2024"), "{}", found.headline);
}

/// Three years by quarters.
fn by_quarter() -> Dataset {
    let mut rows = Vec::new();
    for (partner, share) in [("WLD", 10), ("FRA", 6), ("DEU", 4)] {
        for year in 2019..2025 {
            for (place, month) in ["01", "04", "07", "10"].into_iter().enumerate() {
                let amount = share * (10 + place + year - 2019);
                let start = format!("{year}-{month}");
                rows.push(format!("export volume brass {partner} {start} 3 {amount} t"));
                rows.push(format!("export value brass {partner} {start} 3 {} USD", amount * 900));
            }
        }
    }
    folder("", &rows)
}

#[test]
fn quarters_are_answered_by_quarter() {
    let dataset = by_quarter();
    for chart in ChartKind::ALL {
        let search = format!("?chart={}&month=2024-11", chart.code());
        let said = all_said(&dataset, &search);
        for untrue in [
            "No figure for Arvonia’s exports",
            "no figure for",
            "no monthly figures",
            "cumulative",
            "a month",
            "annual",
        ] {
            assert!(!said.contains(untrue), "{search}: {said}");
        }
    }
    for chart in ["months", "change", "framing", "drivers", "price-volume", "unit-value", "shares"]
    {
        let found = shown(&dataset, &format!("?chart={chart}&month=2024-11"));
        assert!(!found.graph.marks.is_empty(), "{chart}");
        assert!(
            found.headline.contains("Oct–Dec 2024")
                || found.headline.contains("October–December 2024"),
            "{chart}: {}",
            found.headline
        );
    }
    for chart in ["season", "heat", "decomposition"] {
        let found = shown(&dataset, &format!("?chart={chart}&month=2024-11"));
        let said = format!("{} {}", found.headline, found.finding);
        assert!(said.contains("these data are quarterly"), "{chart}: {said}");
    }
    let months = shown(&dataset, "?month=2024-11");
    assert!(months.subtitle.contains("a quarter"), "{}", months.subtitle);
    // Quarters are drawn as they are, not at a month's average.
    assert!(months.graph.marks.iter().any(|mark| mark.at.1 == 180.0), "{:?}", months.graph.marks);
    let year = shown(&dataset, "?chart=series&per=year&month=2024-11");
    assert!(year.headline.contains("660 t"), "{}", year.headline);
    let chinese = in_chinese(&dataset, "?month=2024-11").subtitle;
    assert!(chinese.contains('季'), "{chinese}");
}

#[test]
fn a_first_quarter_alone_is_a_cumulative_figure() {
    let rows = [
        "export volume brass WLD 2024-01 3 30 t",
        "export volume brass WLD 2024-01 6 70 t",
        "export volume brass WLD 2024-01 12 130 t",
    ];
    let dataset = folder("", &rows.map(str::to_owned));
    let found = shown(&dataset, "?month=2024-12");
    assert!(
        found.headline.contains("130 t") && found.headline.ends_with("in 2024"),
        "{}",
        found.headline
    );
}

#[test]
fn the_year_to_date_of_a_december_is_the_year() {
    let dataset = by_years();
    let (view, problems) = asked(&dataset, "?chart=drivers&month=2024-12&compare=ytd");
    assert!(problems.is_empty(), "{problems:?}");
    assert!(view.headline.contains("2024"), "{}", view.headline);
}

/// Two years by years alone.
fn by_years() -> Dataset {
    let mut rows = Vec::new();
    for (partner, share) in [("WLD", 10), ("FRA", 6), ("DEU", 4)] {
        for year in 2022..2025 {
            rows.push(format!(
                "export volume brass {partner} {year}-01 12 {} t",
                share * (year - 2012)
            ));
        }
    }
    folder("", &rows)
}

#[test]
fn a_month_without_any_comparison_is_not_shown_by_one_without_a_figure() {
    let rows = [
        "export volume brass WLD 2023-12 1 7 t",
        "export volume brass WLD 2024-05 1 3 t",
        "export volume brass WLD 2024-06 1 4 t",
    ];
    let dataset = folder("", &rows.map(str::to_owned));
    // The figure is there, if nothing to hold it against.
    let (own, problems) = asked(&dataset, "?chart=framing&month=2023-12");
    assert!(own.headline.contains("7 t") && problems.is_empty(), "{} {problems:?}", own.headline);
    let (other, problems) = asked(&dataset, "?chart=framing&month=2024-03");
    assert!(!other.headline.contains("No figure"), "{}", other.headline);
    assert!(problems.iter().any(|said| said.contains("Shown instead")), "{problems:?}");
}

#[test]
fn an_index_of_two_moneys_names_both() {
    let mut rows = Vec::new();
    for (flow, money) in [("export", "EUR"), ("import", "CHF")] {
        for month in 1..=9 {
            rows.push(format!("{flow} value brass WLD 2024-0{month} 1 {} {money}", 900 + month));
        }
    }
    let dataset = folder("", &rows);
    let search = "?chart=series&measure=value&with=import.brass.WLD.value&as=index";
    let found = shown(&dataset, search);
    for money in ["euros", "Swiss francs"] {
        assert!(found.subtitle.contains(money), "{}", found.subtitle);
    }
}

#[test]
fn what_is_nothing_to_the_digits_shown_is_no_more_than_the_total() {
    let mut rows = Vec::new();
    for (month, total, sheet, wire) in
        [("2023-12", 10, "6.0004", "4"), ("2024-12", 12, "7", "4.9996")]
    {
        rows.push(format!("export volume brass WLD {month} 1 {total} t"));
        rows.push(format!("export volume sheet WLD {month} 1 {sheet} t"));
        rows.push(format!("export volume wire WLD {month} 1 {wire} t"));
    }
    let dataset = folder("", &rows);
    let found = shown(&dataset, "?chart=drivers&by=product&month=2024-12");
    assert!(!found.sentence.contains("exceed"), "{}", found.sentence);
}

/// Each month of the total, and its parts of January and February together.
fn parts_of_the_new_year_together() -> Dataset {
    let mut rows = Vec::new();
    for year in [2023, 2024] {
        for month in 1..=4 {
            rows.push(format!("export quantity brass WLD {year}-{month:02} 1 {} l", 100 * month));
        }
        for (start, months, total) in [("01", 2, 300), ("03", 1, 300), ("04", 1, 400)] {
            for (partner, share) in [("FRA", 50), ("DEU", 30)] {
                let own = total * share / 100;
                rows.push(format!(
                    "export quantity brass {partner} {year}-{start} {months} {own} l"
                ));
            }
        }
        rows.push(format!("export quantity brass FRA {year}-01 12 9000 l"));
        rows.push(format!("export quantity brass DEU {year}-01 12 8000 l"));
    }
    folder("", &rows)
}

#[test]
fn parts_of_january_and_february_together_are_shared_and_mapped() {
    let dataset = parts_of_the_new_year_together();
    for month in ["2024-01", "2024-02"] {
        for chart in ["shares", "map", "map&as=yoy"] {
            let search = format!("?chart={chart}&measure=quantity&month={month}");
            let view = shown(&dataset, &search);
            assert!(view.headline.contains("January–February 2024"), "{search}: {}", view.headline);
        }
        let said = shown(&dataset, &format!("?chart=shares&measure=quantity&month={month}"));
        assert!(said.headline.contains("50.0%"), "{}", said.headline);
    }
}

/// A country and a group of others, of none of which anything is known.
fn with_a_group() -> Dataset {
    let mut rows = Vec::new();
    for (partner, amount) in [("WLD", 100), ("USA", 25), ("FRA", 40)] {
        for start in ["2023-12", "2024-12"] {
            rows.push(format!("export volume brass {partner} {start} 1 {amount} t"));
        }
    }
    let mut dataset = folder("", &rows);
    let germany = xenotime::trade::Partner::parse("DEU").unwrap();
    let group = dataset.partners.iter_mut().find(|own| own.code == "FRA").unwrap();
    group.members.push(xenotime::trade::Member {
        code: germany.code().to_owned(),
        from: None,
        to: None,
    });
    dataset
}

#[test]
fn a_group_that_has_a_figure_is_not_said_to_have_none() {
    let dataset = with_a_group();
    let view = shown(&dataset, "?chart=map&month=2024-12");
    let said = format!("{} {} {}", view.headline, view.sentence, view.notes.join(" "));
    assert!(!said.contains("Only the United States"), "{said}");
    assert!(!said.contains("No other partner has a figure"), "{said}");
    assert!(said.contains("France 40.0%"), "{said}");
    assert!(!said.contains("Shaded by member"), "{said}");
    let said = in_chinese(&dataset, "?chart=map&month=2024-12");
    assert!(!said.headline.contains("仅列有这一"), "{}", said.headline);
    assert!(said.sentence.contains("法国40.0%"), "{}", said.sentence);
}

#[test]
fn data_begin_with_the_measure_that_they_have() {
    let rows =
        ["2023-12", "2024-12"].map(|start| format!("export value brass WLD {start} 1 7 JPY"));
    let dataset = folder("", &rows);
    let view = shown(&dataset, "");
    assert!(view.headline.contains("¥7"), "{}", view.headline);
}

/// Sums since January alone, of which no two are a month apart.
fn cumulative() -> Dataset {
    let mut rows = Vec::new();
    for year in [2023, 2024] {
        for months in [1, 3, 6] {
            for (partner, share) in [("WLD", 100), ("FRA", 60)] {
                let own = share * months;
                rows.push(format!("export volume brass {partner} {year}-01 {months} {own} t"));
            }
        }
    }
    folder("", &rows)
}

#[test]
fn data_of_sums_since_january_do_not_end_in_february() {
    let dataset = cumulative();
    let (_, said) = asked(&dataset, "?month=2024-06");
    assert_eq!(said, ["No figure for June 2024 alone: there is one for January–June 2024."]);
    let view = shown(&dataset, "?chart=shares&month=2024-06");
    assert!(view.headline.contains("January–June 2024"), "{}", view.headline);
}

/// January–December 2024 of sums since January, as these come to.
fn summed(sums: [i32; 12]) -> Dataset {
    let row = |(month, sum): (usize, i32)| {
        format!("export volume brass WLD 2024-01 {} {sum} t", month + 1)
    };
    folder("", &sums.into_iter().enumerate().map(row).collect::<Vec<_>>())
}

/// Which of the two is wrong nobody knows: no month is worked out from either.
#[test]
fn no_month_is_left_beside_a_sum_that_falls() {
    let dataset = summed([90, 180, 270, 360, 340, 540, 630, 720, 810, 900, 990, 1080]);
    for month in ["2024-04", "2024-05", "2024-06"] {
        let (view, _) = asked(&dataset, &format!("?month={month}"));
        assert!(!view.headline.contains("(derived)"), "{month}: {}", view.headline);
    }
    assert!(shown(&dataset, "?month=2024-07").sentence.contains("derived"));
}

#[test]
fn a_map_of_shares_is_of_a_period_with_a_total() {
    let mut rows = Vec::new();
    for (start, months) in [("2023-01", 12), ("2022-05", 6)] {
        for partner in ["FRA", "DEU", "USA"] {
            rows.push(format!("export volume brass {partner} {start} {months} 5 t"));
        }
    }
    rows.push("export volume brass WLD 2023-01 12 20 t".to_owned());
    rows.push("export volume brass WLD 2022-06 1 2 t".to_owned());
    let view = shown(&folder("", &rows), "?chart=map&month=2022-06");
    assert!(view.headline.contains("in 2023"), "{}", view.headline);
}

/// Periods of so many months, the first of which begins in a month of 2012, until all of 2024 is known; of all
/// and of two partners, by weight and value and of both flows.
fn by_periods(first: i32, months: i32) -> Dataset {
    let mut rows = Vec::new();
    let mut start = 2012 * 12 + first - 1;
    while start + months < 2025 * 12 + first {
        let at = format!("{}-{:02}", start / 12, start % 12 + 1);
        for (partner, size) in [("WLD", 300), ("FRA", 150), ("DEU", 100)] {
            let weight = size + (start - 2010 * 12) * size / 100;
            rows.push(format!("export volume brass {partner} {at} {months} {weight} t"));
            rows.push(format!("export value brass {partner} {at} {months} {} INR", weight * 7));
            rows.push(format!("import volume brass {partner} {at} {months} {} t", weight / 2));
        }
        start += months;
    }
    folder("", &rows)
}

/// The charts of amounts, and what they are of in data without months.
const OF_AMOUNTS: [&str; 12] = [
    "months",
    "change",
    "balance",
    "series",
    "history",
    "framing",
    "drivers",
    "shares",
    "map",
    "unit-value",
    "price-volume",
    "mix",
];

#[test]
fn years_and_parts_of_years_are_shown_as_they_are_reported() {
    for (first, months, long, short) in [
        (4, 12, "April 2024–March 2025", "Apr 2024–Mar 2025"),
        (7, 12, "July 2024–June 2025", "Jul 2024–Jun 2025"),
        (1, 12, "2024", "2024"),
        (1, 6, "July–December 2024", "Jul–Dec 2024"),
        (4, 6, "October 2024–March 2025", "Oct 2024–Mar 2025"),
        (2, 3, "November 2024–January 2025", "Nov 2024–Jan 2025"),
        (1, 4, "September–December 2024", "Sep–Dec 2024"),
        (1, 2, "November–December 2024", "Nov–Dec 2024"),
    ] {
        let dataset = by_periods(first, months);
        for chart in OF_AMOUNTS {
            let (view, said) = asked(&dataset, &format!("?chart={chart}"));
            let all = format!("{} {} {}", view.headline, view.subtitle, view.sentence);
            let about = format!("{chart} of {months} months from {first}: {all} {said:?}");
            assert!(view.headline.contains(long) || view.headline.contains(short), "{about}");
            assert!(!view.graph.marks.is_empty() && said.is_empty(), "{about}");
            assert!(!all.contains("cannot") && !all.contains("No figure"), "{about}");
            assert!(!all.contains("a month"), "{about}");
            let marked = view.graph.marks.iter().map(|mark| mark.note.as_str());
            assert!(marked.into_iter().all(|note| !note.contains("average of the two")), "{about}");
            let chinese = in_chinese(&dataset, &format!("?chart={chart}"));
            assert!(
                !chinese.graph.marks.is_empty() && !chinese.headline.contains("没有数据"),
                "{about}"
            );
        }
        // A year to date is one of periods that a year begins with.
        let begins = months < 12 && (first - 1) % months == 0;
        assert_eq!(shown(&dataset, "?chart=cumulative").graph.marks.is_empty(), !begins);
        let others = ["season", "heat", "expectation", "cumulative"];
        for chart in others.into_iter().take(if begins { 3 } else { 4 }) {
            let view = shown(&dataset, &format!("?chart={chart}"));
            let said = format!("{} {}", view.headline, view.sentence);
            assert!(said.contains("onthly figures are needed; these data are"), "{chart}: {said}");
        }
    }
}

#[test]
fn a_fiscal_year_is_told_of_once_and_compared_with_its_like() {
    let view = shown(&by_periods(4, 12), "?month=2025-03");
    assert!(!view.sentence.contains("12-month total"), "{}", view.sentence);
    assert!(view.sentence.contains("five April–March periods 2019–2023"), "{}", view.sentence);
    assert!(view.subtitle.ends_with("Apr 2012–Mar 2025"), "{}", view.subtitle);
    // Any month of the year leads to it.
    let same = shown(&by_periods(4, 12), "?month=2024-06");
    assert_eq!((same.headline, same.sentence), (view.headline, view.sentence));
    let rows = shown(&by_periods(4, 12), "?chart=framing").graph;
    let rows = format!("{:?}", rows.y);
    assert!(rows.contains("From April 2023–March 2024") && !rows.contains("from 2023"), "{rows}");
    let chinese = in_chinese(&by_periods(4, 12), "?chart=framing");
    let said = format!("{:?}", chinese.table.rows);
    assert!(said.contains("2019—2023年4月—次年3月均值"), "{said}");
}

/// Sums since January to every month but January, of two years; nothing comes in one month.
fn summed_up() -> Dataset {
    let mut rows = Vec::new();
    for year in 2019..=2024 {
        let (mut weight, mut value) = (0, 0);
        for month in 1..=12 {
            weight += if (year, month) == (2023, 8) { 0 } else { 100 + month };
            value += 700 + month;
            if month > 1 {
                for (partner, share) in [("WLD", 10), ("FRA", 6)] {
                    let weight = weight * share;
                    rows.push(format!(
                        "export volume brass {partner} {year}-01 {month} {weight} kg"
                    ));
                }
                rows.push(format!("export value brass WLD {year}-01 {month} {value} BRL"));
            }
        }
    }
    folder("", &rows)
}

#[test]
fn months_are_what_cumulative_figures_leave() {
    let dataset = summed_up();
    let (view, said) = asked(&dataset, "");
    assert!(said.is_empty(), "{said:?}");
    assert!(view.headline.contains("1,120 kg in Dec 2024"), "{}", view.headline);
    assert!(view.sentence.contains("(derived)"), "{}", view.sentence);
    let mark = view.graph.marks.last().unwrap();
    assert_eq!((mark.status.as_str(), mark.value.as_str()), ("derived", "1,120 kg"));
    assert_eq!(mark.note, "12,780 kg reported together less 11,660 kg");
    let of_sums = "each one cumulative figure less another.";
    assert!(view.notes.iter().any(|note| note.ends_with(of_sums)), "{:?}", view.notes);
    assert!(view.notes.iter().any(|note| note.contains("available for August 2023;")));
    assert_eq!(view.extent, Some((month("2019-01"), month("2024-12"))));
    // The line of sums goes on over a month that has none of its own.
    let sums = shown(&dataset, "?chart=cumulative&month=2024-12");
    assert!(sums.notes.iter().all(|note| !note.contains("broken")), "{:?}", sums.notes);
    assert!(sums.notes.iter().all(|note| !note.contains("No figure")), "{:?}", sums.notes);
    let drivers = shown(&dataset, "?chart=drivers&month=2024-12");
    assert!(drivers.headline.contains("December 2024"), "{}", drivers.headline);
    let history = shown(&dataset, "?chart=history&month=2024-12");
    assert!(history.headline.ends_with("derived, not reported"), "{}", history.headline);
    assert!(history.graph.marks[0].note.contains("used from this date"));
    assert!(history.graph.marks[0].note.contains("less 11,660 kg"));
}

#[test]
fn what_sums_leave_makes_no_other_series() {
    // Years and their first eleven months are no series of Decembers.
    let mut rows = Vec::new();
    for year in 2014..=2024 {
        rows.push(format!("export volume brass WLD {year}-01 11 900 t"));
        rows.push(format!("export volume brass WLD {year}-01 12 1000 t"));
    }
    let years = folder("", &rows);
    assert!(years.series(&key(Flow::Export, "brass", "WLD")).is_annual());
    // Sums at the ends of quarters leave quarters.
    let rows: Vec<String> = (2014..=2024)
        .flat_map(|year| {
            [3, 6, 9, 12].map(|months| {
                format!("export volume brass WLD {year}-01 {months} {}0 t", months * months)
            })
        })
        .collect();
    let view = shown(&folder("", &rows), "");
    assert!(view.headline.contains("630 t of brass in Oct–Dec 2024"), "{}", view.headline);
    // What rounding left of two sums is no figure.
    let rows = ["2024-01 4 1234 t", "2024-01 5 1234.25 t", "2024-01 1 300 t", "2024-02 1 300 t"]
        .map(|row| format!("export volume brass WLD {row}"));
    let series = folder("", &rows).series(&key(Flow::Export, "brass", "WLD"));
    assert_eq!(series.month(month("2024-05")), None);
}

#[test]
fn what_a_unit_value_lacks_is_said() {
    let rows: Vec<String> = ["2023-12", "2024-11", "2024-12"]
        .iter()
        .flat_map(|at| ["WLD", "FRA"].map(|own| format!("export value brass {own} {at} 1 70 CHF")))
        .collect();
    let view = shown(&folder("", &rows), "?chart=unit-value&month=2024-12&measure=value");
    let said = format!("{} {} {:?}", view.headline, view.sentence, view.table.rows);
    assert!(said.contains("the data have no quantities"), "{said}");
    assert!(said.contains("no figure at all") && !said.contains("same periods"), "{said}");
    assert!(!said.contains("\"Value\""), "{said}");
}

#[test]
fn what_a_mix_lacks_is_said_of_each_part() {
    let rows = |units: &[(&str, &str)]| -> Vec<String> {
        let mut rows = Vec::new();
        for (size, at) in [(10, "2023-12"), (12, "2024-12")] {
            rows.push(format!("export value brass WLD {at} 1 {} EUR", size * 20));
            rows.push(format!("export volume brass WLD {at} 1 {size} kg"));
            for (product, unit) in units {
                let measure = if *unit == "kg" { "volume" } else { "quantity" };
                rows.push(format!("export value {product} WLD {at} 1 {} EUR", size * 9));
                rows.push(format!("export {measure} {product} WLD {at} 1 {size} {unit}"));
            }
        }
        rows
    };
    let search = "?chart=mix&by=product&month=2024-12&measure=value";
    let said = |units: &[(&str, &str)]| {
        let view = shown(&folder("", &rows(units)), search);
        format!("{} {} {:?}", view.headline, view.sentence, view.table.rows)
    };
    let unlike = said(&[("sheet", "l"), ("wire", "piece")]);
    assert!(
        unlike.contains("counted in litres") && unlike.contains("counted in pieces"),
        "{unlike}"
    );
    assert!(!unlike.contains("available for both"), "{unlike}");
    assert!(unlike.contains("in the total’s unit"), "{unlike}");
    let alone = said(&[("sheet", "kg")]);
    assert!(
        alone.contains("At least two parts") && !alone.contains("available for both"),
        "{alone}"
    );
}

#[test]
fn every_comparison_is_every_one_that_is_drawn() {
    let mut rows = Vec::new();
    for year in [2023, 2024] {
        for month in 1..=12 {
            let size = if (year, month) == (2024, 12) { 0 } else { 100 };
            rows.push(format!("export volume brass WLD {year}-{month:02} 1 {size} t"));
        }
    }
    let dataset = folder("", &rows);
    let search = "?chart=framing&month=2024-12";
    let view = shown(&dataset, search);
    let said = "0 t, down 100.0% by every comparison of that period alone";
    assert!(view.headline.ends_with(said), "{}", view.headline);
    let chinese = in_chinese(&dataset, search).headline;
    assert!(chinese.ends_with("按该期本身的各种比较方式均下降100.0%"), "{chinese}");
    // The only year before is the highest as well.
    let rows = [(2023, 100), (2024, 110)]
        .map(|(year, size)| format!("export volume brass WLD {year}-01 12 {size} t"));
    let view = shown(&folder("", &rows), "?chart=framing&month=2024-12");
    assert!(view.headline.contains("the only baseline"), "{}", view.headline);
}

#[test]
fn periods_whose_parts_exceed_the_total_are_named() {
    let mut rows = Vec::new();
    for (at, share) in [("2023-12", 40), ("2024-01", 60), ("2024-02", 60), ("2024-03", 40)] {
        rows.push(format!("export volume brass WLD {at} 1 100 t"));
        rows.push(format!("export volume brass FRA {at} 1 50 t"));
        rows.push(format!("export volume brass DEU {at} 1 {share} t"));
    }
    let dataset = folder("", &rows);
    let notes = shown(&dataset, "?chart=shares").notes.join(" ");
    let said = "Not shown, as the destinations listed exceed the total: January–February 2024.";
    assert!(notes.contains(said), "{notes}");
    let notes = shown(&dataset, "?chart=shares&to=2023-12").notes.join(" ");
    assert!(!notes.contains("exceed the total"), "{notes}");
    assert!(in_chinese(&dataset, "?chart=shares").notes.join("").contains("合计超过总量，不画出"));
}

#[test]
fn a_group_that_is_not_listed_beside_its_members_is_named() {
    let mut dataset = with_a_group();
    let france = dataset.partners.iter_mut().find(|own| own.code == "FRA").unwrap();
    france.members.push(xenotime::trade::Member { code: "USA".to_owned(), from: None, to: None });
    for chart in ["drivers", "shares"] {
        let notes = shown(&dataset, &format!("?chart={chart}&month=2024-12&compare=yoy")).notes;
        let said = "Not listed, to count nothing twice: France (40 t) in December 2024.";
        assert!(notes.iter().any(|note| note == said), "{chart}: {notes:?}");
    }
    let notes = shown(&with_a_group(), "?chart=shares&month=2024-12").notes.join(" ");
    assert!(!notes.contains("Not listed, to count"), "{notes}");
}

#[test]
fn changes_of_weights_and_values_side_by_side_say_which_is_which() {
    let dataset = folder("", &by_partner("EUR", ["kg", "kg"]));
    for shape in ["yoy", "index"] {
        let search = format!("?chart=series&as={shape}&month=2024-08&with=export.brass.FRA.value");
        let view = shown(&dataset, &search);
        let heads = format!("{:?}", view.table.columns);
        assert!(heads.contains("kilograms") && heads.contains("euros"), "{shape}: {heads}");
        let chinese = format!("{:?}", in_chinese(&dataset, &search).table.columns);
        assert!(chinese.contains("出口额") || chinese.contains("欧元"), "{shape}: {chinese}");
    }
    // Amounts have their units beside them, and two weights are one.
    let view = shown(&dataset, "?chart=series&as=yoy&month=2024-08&with=export.brass.FRA.volume");
    assert!(!format!("{:?}", view.table.columns).contains("kilograms"));
}

#[test]
fn of_several_as_large_none_is_the_largest() {
    let mut rows = Vec::new();
    for at in ["2023-12", "2024-12"] {
        let more = i32::from(at == "2024-12");
        for (partner, size) in [("WLD", 100), ("DEU", 20), ("USA", 20), ("FRA", 10)] {
            rows.push(format!("export volume brass {partner} {at} 1 {size} t"));
        }
        for (product, size, price) in [("sheet", 20 - more, 7), ("wire", 20 + more, 7)] {
            rows.push(format!("export volume {product} WLD {at} 1 {size} t"));
            rows.push(format!("export value {product} WLD {at} 1 {} EUR", size * price));
        }
        rows.push(format!("export value brass WLD {at} 1 700 EUR"));
    }
    let dataset = folder("", &rows);
    for chart in ["shares", "map"] {
        let view = shown(&dataset, &format!("?chart={chart}&month=2024-12"));
        assert!(!view.headline.contains("argest"), "{}", view.headline);
        assert!(!view.headline.contains("most"), "{}", view.headline);
        let chinese = in_chinese(&dataset, &format!("?chart={chart}&month=2024-12"));
        assert!(!chinese.headline.contains("最高"), "{}", chinese.headline);
    }
    let search = "?chart=mix&by=product&month=2024-12&compare=yoy&measure=value";
    let view = shown(&dataset, search);
    assert!(!view.finding.contains("The largest"), "{}", view.finding);
}

/// Prices of three goods in two years, each in an edition; the last is listed by the later one under a longer name.
fn with_prices(rows: &str) -> Dataset {
    let mut dataset = folder("", &["export volume brass WLD 2024-12 1 100 t".to_owned()]);
    dataset.about.parts.push((xenotime::trade::PartRole::Prices, "prices.csv".to_owned()));
    let head = "period,months,item,value,unit,source,url,note\n";
    add_part(&mut dataset, "prices.csv", &format!("{head}{rows}"))
        .unwrap_or_else(|errors| panic!("{errors:?}"));
    dataset
}

#[test]
fn of_several_prices_that_moved_as_much_none_moved_most() {
    let rows = |white: i32| {
        let all = [("Red", 10, 20), ("White", 10, white), ("Must", 10, 11)];
        let row = |(good, before, now): (&str, i32, i32)| {
            format!(
                "2023,12,{good},{before}.00,EUR/kg,Tariff 2024,,\n2024,12,{good},{now}.00,EUR/kg,Tariff 2024,,\n"
            )
        };
        with_prices(&all.into_iter().map(row).collect::<String>())
    };
    let search = "?chart=prices&month=2024-12";
    for white in [20, 0] {
        // As much up as another, or as much down.
        let dataset = rows(white.max(1));
        let tied = white == 20;
        let (english, chinese) =
            (shown(&dataset, search).headline, in_chinese(&dataset, search).headline);
        let most =
            ["the most", "largest rise", "largest fall"].iter().any(|word| english.contains(word));
        assert_eq!(most, !tied, "{english}");
        assert_eq!(chinese.contains("最大"), !tied, "{chinese}");
    }
}

#[test]
fn a_price_that_a_later_edition_names_more_exactly_is_one() {
    let dataset = with_prices(
        "2023,12,Must,10,EUR/kg,Tariff 2024,,\n2024,12,Must,10,EUR/kg,Tariff 2024,,\n\
         2023,12,\"Must, 99% minimum\",10.2,EUR/kg,Tariff 2025,,\n\
         2024,12,\"Must, 99% minimum\",11.4,EUR/kg,Tariff 2025,,\n\
         2023,12,Mustard,5.0,EUR/kg,Tariff 2024,,\n2024,12,Mustard,6.0,EUR/kg,Tariff 2024,,\n\
         2023,12,\"Mustard, black\",5.5,EUR/kg,Gazette 2025,,\n\
         2024,12,\"Mustard, black\",6.5,EUR/kg,Gazette 2025,,\n",
    );
    let view = shown(&dataset, "?chart=prices&month=2024-12");
    assert_eq!(view.graph.marks.len(), 3, "{:?}", view.table.rows);
    assert!(view.graph.marks.iter().all(|mark| mark.series != "Must"));
}

/// A group, a member of it that is less than half, and another country.
fn group_with_a_small_member() -> Dataset {
    let mut rows = Vec::new();
    for (at, group, member) in [("2023-12", 60, 10), ("2024-12", 65, 12)] {
        for (partner, size) in [("WLD", 100), ("FRA", group), ("DEU", member)] {
            rows.push(format!("export volume brass {partner} {at} 1 {size} t"));
            rows.push(format!("export value brass {partner} {at} 1 {} EUR", size * 7 + 1));
        }
    }
    let mut dataset = folder("", &rows);
    let group = dataset.partners.iter_mut().find(|own| own.code == "FRA").unwrap();
    let code = "DEU".to_owned();
    group.members.push(xenotime::trade::Member { code, from: None, to: None });
    // Two members at least make a group that is no other name of one country.
    let code = "USA".to_owned();
    group.members.push(xenotime::trade::Member { code, from: None, to: None });
    dataset
}

#[test]
fn a_member_that_is_not_listed_beside_its_group_is_named() {
    let dataset = group_with_a_small_member();
    for chart in ["drivers", "shares"] {
        let search = format!("?chart={chart}&month=2024-12&compare=yoy");
        let view = shown(&dataset, &search);
        let notes = view.notes.join(" ");
        let said = "Not listed beside groups that count the same trade: Germany (12 t)";
        assert!(notes.contains(said), "{chart}: {notes}");
        assert!(!view.headline.contains("Only France"), "{}", view.headline);
        let chinese = in_chinese(&dataset, &search);
        assert!(chinese.notes.join("").contains("德国（12吨）"), "{chart}");
        assert!(!chinese.headline.contains("仅列有"), "{}", chinese.headline);
    }
}

#[test]
fn a_mix_names_the_group_that_it_leaves_out() {
    let mut rows = Vec::new();
    for (at, more) in [("2023-12", 0), ("2024-12", 3)] {
        for (partner, size) in [("WLD", 100), ("FRA", 70), ("DEU", 30), ("USA", 25)] {
            let size = size + more;
            rows.push(format!("export volume brass {partner} {at} 1 {size} t"));
            rows.push(format!("export value brass {partner} {at} 1 {} EUR", size * 7 + more));
        }
    }
    let mut dataset = folder("", &rows);
    let group = dataset.partners.iter_mut().find(|own| own.code == "FRA").unwrap();
    for code in ["DEU", "USA"] {
        let code = code.to_owned();
        group.members.push(xenotime::trade::Member { code, from: None, to: None });
    }
    let view = shown(&dataset, "?chart=mix&month=2024-12&compare=yoy");
    let notes = view.notes.join(" ");
    assert!(notes.contains("to count nothing twice: France (€514)"), "{notes}");
    assert!(view.finding.starts_with("Two destinations with value"), "{}", view.finding);
}

#[test]
fn changes_of_two_moneys_side_by_side_say_which_is_which() {
    let mut rows = Vec::new();
    for year in [2023, 2024] {
        for month in 1..=12 {
            let size = year - 2000 + month;
            rows.push(format!("export value brass WLD {year}-{month:02} 1 {size} USD"));
            rows.push(format!("import value brass WLD {year}-{month:02} 1 {size}0 CNY"));
        }
    }
    let dataset = folder("", &rows);
    for shape in ["yoy", "index", "previous"] {
        let search =
            format!("?chart=series&as={shape}&measure=value&with=import.brass.WLD.value.CNY");
        for (view, moneys) in [
            (shown(&dataset, &search), ["US dollars", "yuan"]),
            (in_chinese(&dataset, &search), ["美元", "元"]),
        ] {
            let heads = view.table.columns.iter().map(|own| own.head.clone());
            let heads: Vec<String> = heads.collect();
            for money in moneys {
                assert!(heads.iter().any(|head| head.contains(money)), "{shape}: {heads:?}");
            }
        }
    }
}

#[test]
fn an_only_country_beside_a_group_is_not_the_largest() {
    let dataset = group_with_a_small_member();
    let view = shown(&dataset, "?chart=map&month=2024-12");
    assert!(view.headline.starts_with("Only single country listed: Germany"), "{}", view.headline);
    let chinese = in_chinese(&dataset, "?chart=map&month=2024-12").headline;
    assert!(!chinese.contains("最高") && chinese.contains("德国占12.0%"), "{chinese}");
}

#[test]
fn years_from_april_before_months_are_told_of() {
    let mut rows = Vec::new();
    for year in 2014..2023 {
        rows.push(format!("export volume brass WLD {year}-04 12 {} t", year - 1000));
    }
    for month in 0..15 {
        let at = 2023 * 12 + 3 + month;
        let at = format!("{}-{:02}", at / 12, at % 12 + 1);
        rows.push(format!("export volume brass WLD {at} 1 {} t", 80 + month));
    }
    let dataset = folder("", &rows);
    for search in ["", "?chart=change", "?chart=series&per=year"] {
        let notes = shown(&dataset, search).notes.join(" ");
        let said = "Figures for longer periods within April 2014–March 2023 are not drawn.";
        assert!(notes.contains(said), "{search}: {notes}");
        assert!(in_chinese(&dataset, search).notes.join("").contains("较长时期"), "{search}");
    }
    // What the months add up to is no other figure, nor is what is drawn by itself.
    rows.retain(|row| !row.contains(" 12 "));
    rows.push("export volume brass WLD 2023-04 12 1026 t".to_owned());
    for dataset in [folder("", &rows), by_periods(4, 12), by_periods(1, 6), summed_up()] {
        let notes = shown(&dataset, "").notes.join(" ");
        assert!(!notes.contains("not drawn"), "{notes}");
    }
}

#[test]
fn derived_figures_are_marked_where_a_note_says_so() {
    let dataset = summed_up();
    for chart in ["months", "change", "framing", "season", "heat", "shares", "drivers", "series"] {
        let view = shown(&dataset, &format!("?chart={chart}"));
        let starred =
            view.table.rows.iter().any(|row| row.cells.iter().any(|cell| cell.text.ends_with('*')));
        let said = view.notes.iter().find(|note| note.starts_with("Derived figures")).unwrap();
        assert_eq!(said.contains("* in the table"), starred, "{chart}: {said}");
        assert_eq!(starred, ["change", "framing", "season"].contains(&chart), "{chart}");
    }
}

#[test]
fn a_mean_within_a_sentence_has_no_capital() {
    let mut rows = Vec::new();
    for month in 1..=12 {
        for (partner, size) in [("WLD", 100), ("FRA", 40)] {
            rows.push(format!("export volume brass {partner} 2024-{month:02} 1 {size} t"));
        }
    }
    let dataset = folder("", &rows);
    let view = shown(&dataset, "?chart=series&per=mean3&as=share&partner=FRA");
    assert!(view.headline.contains("of the 3-month mean"), "{}", view.headline);
}

#[test]
fn a_partner_without_a_comparison_says_what_it_lacks_and_no_other_is_shown() {
    let rows = ["WLD 2023", "WLD 2024", "FRA 2024"].map(|own| {
        let (partner, year) = own.split_once(' ').unwrap();
        format!("export volume brass {partner} {year}-01 12 40 t")
    });
    let dataset = folder("", &rows);
    let (view, said) = asked(&dataset, "?chart=change&partner=FRA");
    assert!(view.sentence.contains("no figure for 2023") && said.is_empty(), "{said:?}");
    assert!(
        view.headline.contains("40 t") && view.headline.contains("France"),
        "{}",
        view.headline
    );
}

#[test]
fn partners_without_a_total_are_told_of() {
    let rows: Vec<String> = ["FRA", "DEU"]
        .iter()
        .flat_map(|own| {
            [2023, 2024].map(|year| format!("export volume brass {own} {year}-01 12 5 t"))
        })
        .collect();
    let dataset = folder("", &rows);
    for search in ["", "?chart=shares", "?chart=change"] {
        let view = shown(&dataset, search);
        assert!(view.headline.starts_with("No total for"), "{search}: {}", view.headline);
        assert!(view.sentence.contains("by partner or by product"), "{search}: {}", view.sentence);
        assert!(!in_chinese(&dataset, search).sentence.is_empty(), "{search}");
    }
    // The parts may be counted in what the whole is not.
    let rows = [("sheet", "l"), ("wire", "piece")]
        .map(|(product, unit)| format!("export quantity {product} WLD 2024-12 1 5 {unit}"));
    let mut rows = rows.to_vec();
    rows.push("export volume brass WLD 2024-12 1 5 kg".to_owned());
    let view = shown(&folder("", &rows), "?measure=quantity");
    assert!(view.sentence.contains("by partner or by product"), "{}", view.sentence);
    assert!(!view.notes.join(" ").contains("left out"), "{:?}", view.notes);
}

#[test]
fn a_range_of_comparisons_says_where_a_bar_lies_outside_it() {
    let mut rows = Vec::new();
    for year in 2019..=2024 {
        for month in 1..=12 {
            let size = if month == 12 { 200 - (year - 2019) * 20 } else { 100 + year - 2019 };
            rows.push(format!("export volume brass WLD {year}-{month:02} 1 {size} t"));
        }
    }
    let dataset = folder("", &rows);
    let view = shown(&dataset, "?chart=framing&month=2024-12");
    let outside = view.subtitle.contains("; year to date ");
    let sizes: Vec<(String, f64)> =
        view.graph.marks.iter().map(|mark| (mark.period.clone(), mark.at.0)).collect();
    let of = |own: bool| sizes.iter().filter(move |(period, _)| (period == "December 2024") == own);
    let [least, most] =
        [f64::min, f64::max].map(|pick| of(true).map(|(_, size)| *size).reduce(pick).unwrap());
    assert!(of(false).any(|(_, size)| *size < least || most < *size), "{sizes:?}");
    assert!(outside, "{}", view.subtitle);
    assert!(in_chinese(&dataset, "?chart=framing&month=2024-12").subtitle.contains("；累计同比"));
}

#[test]
fn partners_that_lack_some_months_are_listed_once() {
    let mut rows = Vec::new();
    for year in 2010..2025 {
        for month in 1..=12 {
            for partner in ["FRA", "DEU"] {
                let at = format!("{year}-{month:02}");
                rows.push(format!("export volume brass {partner} {at} 1 50 t"));
                if partner == "FRA" || month != 5 {
                    rows.push(format!("mirror-export volume brass {partner} {at} 1 40 t"));
                }
            }
            rows.push(format!("export volume brass WLD {year}-{month:02} 1 100 t"));
        }
    }
    let dataset = folder("", &rows);
    for view in [shown(&dataset, "?chart=mirror"), in_chinese(&dataset, "?chart=mirror")] {
        let named = view.notes.iter().filter(|note| note.contains("2010")).count();
        assert!((1..=2).contains(&named) && view.notes.len() < 7, "{:?}", view.notes);
    }
    // Periods that follow on one another are a stretch of time.
    let view = shown(&by_periods(1, 6), "?chart=mirror");
    assert!(!view.notes.join(" ").contains("–July"), "{:?}", view.notes);
}

#[test]
fn a_month_known_with_others_only_is_told_with_them() {
    let rows = ["export volume brass WLD 2024-01 9 32200 t".to_owned()];
    let dataset = folder("", &rows);
    let view = shown(&dataset, "?month=2024-09");
    assert!(view.sentence.contains("January–September 2024: 32,200 t"), "{}", view.sentence);
    assert!(in_chinese(&dataset, "?month=2024-09").sentence.contains("32,200吨"));
}

#[test]
fn an_older_month_than_the_latest_says_why_it_is_shown() {
    let mut rows = Vec::new();
    for at in ["2021-12", "2022-12", "2023-12", "2024-12"] {
        for partner in ["WLD", "FRA", "DEU"] {
            let size = if partner == "WLD" { 100 } else { 40 };
            if partner == "WLD" || at < "2023" {
                rows.push(format!("export volume brass {partner} {at} 1 {size} t"));
                rows.push(format!("export value brass {partner} {at} 1 {size} EUR"));
            }
        }
    }
    let (view, _) = asked(&folder("", &rows), "?chart=mix");
    assert!(view.headline.contains("2022"), "{}", view.headline);
    assert!(view.notes[0].contains("Shown instead:"), "{:?}", view.notes);
}

#[test]
fn a_rank_of_quarters_is_of_the_same_quarters() {
    let dataset = by_periods(1, 3);
    let view = in_chinese(&dataset, "");
    assert!(!view.sentence.contains("1—2月"), "{}", view.sentence);
}

#[test]
fn what_is_unchanged_is_not_higher_by_nothing() {
    let mut rows = Vec::new();
    for (year, size) in [(2021, 1000), (2022, 1000), (2023, 1000), (2024, 1001)] {
        for month in 1..=12 {
            let size = if month == 11 { 1001 } else { size };
            rows.push(format!("export volume brass WLD {year}-{month:02} 1 {size} t"));
        }
    }
    let headline = shown(&folder("", &rows), "?chart=framing&month=2024-12").headline;
    assert!(headline.contains("unchanged to 0.1% higher"), "{headline}");
}

#[test]
fn years_from_april_are_drawn_from_april() {
    let view = shown(&by_periods(4, 12), "?chart=series&per=year");
    assert!(view.subtitle.contains("Apr 2012–Mar 2025"), "{}", view.subtitle);
    let view = shown(&by_periods(1, 12), "?chart=series&per=year");
    assert!(view.subtitle.contains("2012–2024"), "{}", view.subtitle);
}

#[test]
fn a_map_of_groups_alone_says_so() {
    let mut dataset = group_with_a_small_member();
    dataset.partners.retain(|own| own.code != "DEU");
    let rows: Vec<String> = ["WLD", "FRA"]
        .iter()
        .map(|own| format!("export volume brass {own} 2024-12 1 40 t"))
        .collect();
    let mut groups = folder("", &rows);
    groups.partners = dataset.partners;
    let view = shown(&groups, "?chart=map&month=2024-12");
    let said = format!("{} {:?}", view.headline, view.table.rows);
    assert!(said.contains("a group of countries") && !said.contains("no breakdown"), "{said}");
}

/// Quarters as they are, sums since January of quarters, and quarters of other years than the calendar's.
#[test]
fn years_to_date_are_drawn_of_quarters_of_the_calendar() {
    let rows = |first: i32, to_date: bool| {
        let mut rows = Vec::new();
        for year in 2021..2025 {
            let mut sum = 0;
            for quarter in 0..4 {
                let amount = 10 + quarter + year - 2020;
                sum += amount;
                let (start, months, amount) = match to_date {
                    true => (first, 3 * (quarter + 1), sum),
                    false => (first + 3 * quarter, 3, amount),
                };
                let (year, start) = (year + (start - 1) / 12, (start - 1) % 12 + 1);
                rows.push(format!("export volume brass WLD {year}-{start:02} {months} {amount} t"));
            }
        }
        folder("", &rows)
    };
    for to_date in [false, true] {
        let dataset = rows(1, to_date);
        let search = "?chart=cumulative&month=2024-11";
        let view = shown(&dataset, search);
        let headline = "Arvonia’s exports of brass rose 6.9% year on year to 62 t in 2024";
        assert_eq!(view.headline, headline, "{to_date}");
        assert!(view.subtitle.contains("end of each period"), "{}", view.subtitle);
        let names: Vec<&str> = view.table.rows.iter().map(|row| &*row.cells[0].text).collect();
        assert_eq!(names, ["March", "June", "September", "December"]);
        // A line of a year goes through all of its quarters.
        let longest = view.graph.layers.iter().filter_map(|layer| match layer {
            xenotime::charts::Layer::Line { runs, .. } => runs.iter().map(Vec::len).max(),
            _ => None,
        });
        assert_eq!(longest.max(), Some(4), "{to_date}");
        assert!(!view.notes.iter().any(|note| note.contains("broken")), "{:?}", view.notes);
        let offered = fragments(&dataset, &shown(&dataset, ""));
        assert!(
            offered.iter().any(|own| own.name == "charts" && own.html.contains("chart=cumulative"))
        );
        assert!(in_chinese(&dataset, search).subtitle.contains("当期累计"));
    }
    let view = shown(&rows(2, false), "?chart=cumulative");
    assert!(
        view.graph.marks.is_empty() && view.headline.contains("quarterly"),
        "{}",
        view.headline
    );
    let heat = shown(&rows(1, false), "?chart=heat");
    assert!(heat.headline.contains("quarterly"), "{}", heat.headline);
}

/// What has no values has no money, and what has values alone no weight.
#[test]
fn what_the_data_do_not_have_is_counted_in_nothing() {
    let of = |measure: &str, unit: &str| {
        let mut rows = Vec::new();
        for start in ["2023-12", "2024-12"] {
            for (partner, amount) in [("WLD", 100), ("FRA", 60), ("DEU", 30)] {
                rows.push(format!("export {measure} brass {partner} {start} 1 {amount} {unit}"));
            }
        }
        folder("", &rows)
    };
    let (weights, values) = (of("volume", "kg"), of("value", "JPY"));
    for (dataset, foreign, other, by) in [
        (&weights, ["dollar", "USD"], "value", "by value"),
        (&values, ["tonne", "weight for"], "volume", "by weight"),
    ] {
        for chart in ChartKind::ALL {
            for choice in ["", "&by=product", "&compare=mom"] {
                let view = shown(dataset, &format!("?chart={}{choice}", chart.code()));
                let View { headline, subtitle, sentence, notes, table, .. } = &view;
                let said = format!("{headline} {subtitle} {sentence} {notes:?} {table:?}");
                for foreign in foreign {
                    assert!(!said.contains(foreign), "{}{choice}: {said}", chart.code());
                }
            }
        }
        let asked = Query::parse_over("", dataset).0;
        let found = of_dataset(dataset, &asked.key(), period("2024-12", 1), &Asked::default());
        let table = ranking(&found, &Asked::default());
        let heads: Vec<String> =
            table.heads.iter().flat_map(|head| [head.label.clone(), head.name.clone()]).collect();
        let heads = heads.join(" ");
        let mut none = ["USD", "JPY", "_t", "(t)", "kg", "piece"].to_vec();
        none.retain(|unit| *unit != if other == "value" { "kg" } else { "JPY" });
        assert!(!none.iter().any(|unit| heads.contains(unit)), "{heads}");
        // There are figures, but not such.
        let view = shown(dataset, &format!("?measure={other}"));
        assert_eq!(view.headline, format!("No figures for Arvonia’s exports of brass {by}"));
    }
    let mix = shown(&weights, "?chart=mix").headline;
    assert!(mix.ends_with(" cannot be shown: the data have no values"), "{mix}");
    let said = in_chinese(&weights, "?chart=mix").headline;
    assert!(said.ends_with("：数据中没有金额"), "{said}");
    let of_values = shown(&values, "?chart=unit-value").headline;
    assert_eq!(of_values, "A unit value cannot be shown: the data have no quantities");
    assert!(in_chinese(&values, "?chart=price-volume").headline.ends_with("：数据中没有数量"));
}

#[test]
fn a_mix_that_cannot_be_shown_says_why_in_its_headline() {
    let mut rows = Vec::new();
    for start in ["2023-12", "2024-12"] {
        for (partner, amount) in [("WLD", 100), ("FRA", 60), ("DEU", 30)] {
            rows.push(format!("export volume brass {partner} {start} 1 {amount} t"));
            if partner != "DEU" {
                rows.push(format!("export value brass {partner} {start} 1 {amount} USD"));
            }
        }
    }
    let view = shown(&folder("", &rows), "?chart=mix");
    let expected =
        "Unit value, volume and mix cannot be shown: fewer than two parts can be compared";
    assert_eq!(view.headline, expected);
    assert!(view.sentence.contains("At least two parts need a value and a quantity"));
    rows.retain(|row| !row.starts_with("export value brass FRA"));
    let view = shown(&folder("", &rows), "?chart=mix");
    let expected =
        "Unit value, volume and mix cannot be shown: no values in US dollars by destination";
    assert_eq!(view.headline, expected);
}

/// A total of three months or twelve that a derived one is in rests on that.
#[test]
fn totals_up_to_a_month_say_that_they_rest_on_a_derived_one() {
    let mut rows = Vec::new();
    for at in 0..26 {
        let (year, month) = (2022 + at / 12, at % 12 + 1);
        if (year, month) != (2023, 12) {
            rows.push(format!("export volume brass WLD {year}-{month:02} 1 {} t", 100 + at));
        }
    }
    rows.push("export volume brass WLD 2023-01 12 1500 t".to_owned());
    rows.push("export volume brass WLD 2023-01 11 1290 t".to_owned());
    let dataset = folder("", &rows);
    let said = shown(&dataset, "?month=2024-02").sentence;
    assert!(said.contains("three-month total to February was 459 t (derived);"), "{said}");
    assert!(said.contains("the 12-month total was 1,521 t (derived), "), "{said}");
    let said = shown(&dataset, "?month=2023-11").sentence;
    assert!(!said.contains("derived"), "{said}");
    let said = in_chinese(&dataset, "?month=2024-02").sentence;
    assert!(said.contains("近3个月合计459吨（推算值）"), "{said}");
}

/// Years from April are no years before or after one from January: they have months in common.
#[test]
fn a_record_is_of_years_that_begin_alike() {
    let mut rows = Vec::new();
    for year in 2018..2025 {
        rows.push(format!("export volume brass WLD {year}-01 12 {} t", 100 + year - 2018));
        rows.push(format!("export volume brass WLD {year}-04 12 {} t", 200 + year - 2018));
    }
    let dataset = folder("", &rows);
    for chart in ["months", "framing", "change"] {
        let view = shown(&dataset, &format!("?chart={chart}&compare=record&month=2024-12"));
        let said = format!("{} {:?}", view.headline, view.comparisons);
        assert!(!said.contains("Apr"), "{chart}: {said}");
    }
    let view = shown(&dataset, "?compare=record&month=2024-12");
    assert!(view.headline.ends_with("above the previous high of 2023"), "{}", view.headline);
}

#[test]
fn the_reporter_of_a_share_keeps_its_capital() {
    let dataset = folder("", &by_partner("USD", ["t", "t"]));
    for choice in ["", "&measure=value", "&per=sum3"] {
        let search = format!("?chart=series&as=share&partner=USA&month=2024-08{choice}");
        let said = shown(&dataset, &search).headline;
        assert!(!said.contains("arvonia"), "{search}: {said}");
    }
}

#[test]
fn reports_that_are_equal_are_as_much() {
    let of = |amounts: [f64; 2]| {
        let rows: Vec<String> = [("export", amounts[0]), ("mirror-export", amounts[1])]
            .iter()
            .map(|(flow, amount)| format!("{flow} volume brass FRA 2024-12 1 {amount} t"))
            .collect();
        folder("", &[rows, vec!["export volume brass WLD 2024-12 1 900000 t".to_owned()]].concat())
    };
    let equal = of([150.0, 150.0]);
    let said = shown(&equal, "?chart=gaps").headline;
    assert_eq!(said, "Brass from Arvonia, December 2024: France reports as much as Arvonia");
    let said = in_chinese(&equal, "?chart=gaps").headline;
    assert!(said.ends_with("法国统计与阿尔沃尼亚统计相同"), "{said}");
    let near = of([150_000.0, 150_020.0]);
    for said in [shown(&near, "?chart=gaps").headline, in_chinese(&near, "?chart=gaps").headline] {
        assert!(said.contains("20") && !said.contains("0.0%"), "{said}");
    }
}

/// Where the usual breakdown has nothing to show, what is shown in its place says why.
#[test]
fn another_breakdown_than_the_usual_says_why() {
    let mut rows = Vec::new();
    for start in ["2023-12", "2024-12"] {
        for (partner, amount) in [("WLD", 100), ("FRA", 80), ("DEU", 60)] {
            rows.push(format!("export volume brass {partner} {start} 1 {amount} t"));
        }
        for product in ["sheet", "wire"] {
            rows.push(format!("export volume {product} WLD {start} 1 50 t"));
        }
    }
    let dataset = folder("", &rows);
    let view = shown(&dataset, "?chart=shares");
    let said = view.notes.join(" ");
    assert!(said.contains("exceed the total") && said.contains("by product"), "{said}");
    assert!(in_chinese(&dataset, "?chart=shares").notes.join("").contains("超过总量"));
}

/// Where the latest figure is of several months, or stands in a line beside others, the data run to it.
#[test]
fn the_data_run_to_the_latest_figure_that_is_shown() {
    let mut rows = Vec::new();
    for (partner, amount) in [("WLD", 100), ("FRA", 60), ("DEU", 30)] {
        for month in 1..=6 {
            if partner == "WLD" && month < 6 {
                rows.push(format!("export volume brass {partner} 2024-{month:02} 1 {amount} t"));
            }
        }
        rows.push(format!("export volume brass {partner} 2024-01 6 {} t", amount * 7));
    }
    rows.push("export volume wire WLD 2024-06 1 9 t".to_owned());
    rows.push("export volume wire WLD 2024-08 1 9 t".to_owned());
    let mut dataset = folder("", &rows);
    dataset.about.compiled = "2024-12-02".to_owned();
    rows.retain(|row| !row.contains(" 2024-05 1 "));
    let mut less = folder("", &rows);
    less.about.compiled = "2024-12-02".to_owned();
    for (dataset, search, until) in [
        (&less, "?chart=map", "June 2024"),
        (&less, "", "April 2024"),
        (&less, "?chart=series&with=export.wire.WLD.volume", "August 2024"),
        (&dataset, "", "May 2024"),
    ] {
        let view = shown(dataset, search);
        let said: String = fragments(dataset, &view).into_iter().map(|own| own.html).collect();
        assert!(said.contains(&format!("Data to {until}")), "{search}: {}", view.headline);
    }
}

#[test]
fn a_range_between_nothing_and_almost_nothing_is_none() {
    let rows = ["2023-11", "2023-12", "2024-11", "2024-12"].map(|start| {
        let amount = if start.ends_with("11") { 10_000 } else { 10_004 };
        format!("export volume brass WLD {start} 1 {amount} t")
    });
    let view = shown(&folder("", &rows), "?chart=framing&month=2024-12");
    assert!(!view.headline.contains("unchanged to"), "{}", view.headline);
    assert!(view.headline.ends_with("almost unchanged by every comparison"), "{}", view.headline);
}

/// Who is in a group for some of the months counts twice beside it, whatever the sum comes to.
#[test]
fn a_member_for_some_of_the_months_is_not_adjusted_beside_its_group() {
    let mut rows = Vec::new();
    for at in 0..72 {
        let (year, month) = (2019 + at / 12, at % 12 + 1);
        for (partner, share) in [("WLD", 100), ("FRA", 40), ("DEU", 30), ("USA", 30)] {
            let amount = share * (100 + [0, 7, 3, 12][at as usize % 4] + month * 2 + at % 5);
            rows.push(format!("export volume brass {partner} {year}-{month:02} 1 {amount} t"));
        }
    }
    let mut dataset = folder("", &rows);
    let group = dataset.partners.iter_mut().find(|own| own.code == "FRA").unwrap();
    for (code, from, to) in
        [("DEU", None, Some(month("2021-12"))), ("USA", Some(month("2022-01")), None)]
    {
        group.members.push(xenotime::trade::Member { code: code.to_owned(), from, to });
    }
    let view = shown(&dataset, "?chart=decomposition&adjust=partner&month=2024-12");
    let said = format!("{} {} {}", view.headline, view.sentence, view.notes.join(" "));
    assert!(said.contains("in none of the months"), "{said}");
}

#[test]
fn what_is_almost_unchanged_is_not_up_on_a_map() {
    let mut rows = Vec::new();
    for (start, more) in [("2023-12", 0), ("2024-12", 2)] {
        for (partner, amount) in [("WLD", 90_000), ("FRA", 40_000), ("DEU", 30_000)] {
            rows.push(format!("export volume brass {partner} {start} 1 {} t", amount + more));
        }
    }
    let dataset = folder("", &rows);
    let view = shown(&dataset, "?chart=map&as=yoy&month=2024-12");
    assert!(view.headline.contains("unchanged for both destinations"), "{}", view.headline);
    let said = in_chinese(&dataset, "?chart=map&as=yoy&month=2024-12").headline;
    assert!(said.contains("2个目的地均同比持平"), "{said}");
}

#[test]
fn reports_that_only_round_are_not_said_to_be_the_same() {
    let dataset = bundled_whole();
    let search = "?chart=history&month=2022-03";
    let said = shown(&dataset, search).headline;
    assert!(said.ends_with("the same in both reports, but for rounding"), "{said}");
    assert!(in_chinese(&dataset, search).headline.ends_with("仅舍入不同"));
}

/// Where another breakdown than the usual is all there is, files that are made of the view say so too.
#[test]
fn what_is_shown_instead_is_said_in_pinned_files() {
    let rows = [("WLD", "brass", 1000), ("FRA", "brass", 900), ("DEU", "brass", 400)]
        .into_iter()
        .chain([("WLD", "sheet", 600), ("WLD", "wire", 400)])
        .map(|(partner, product, amount)| {
            format!("export volume {product} {partner} 2024-08 1 {amount} kg")
        });
    let dataset = folder("", &rows.collect::<Vec<_>>());
    let (view, words) = asked(&dataset, "?chart=shares");
    assert!(words.is_empty(), "{words:?}");
    let said = view.instead.as_deref().unwrap();
    assert!(
        said.contains("exceed the total") && view.notes.iter().any(|note| note == said),
        "{said}"
    );
    let options = PinnedOptions { instead: Some(said), ..PinnedOptions::default() };
    let html = pinned(&dataset, &view.query, &options);
    assert_eq!(html.matches("exceed the total. Shown instead").count(), 1);
    let (other, _) = asked(&dataset, "?chart=shares&by=product");
    assert_eq!(other.instead, None);
}

/// A running total that ends with a quarter or a year is neither.
#[test]
fn a_running_total_is_no_whole_quarter() {
    let rows = (0..24).filter(|at| *at != 13).map(|at| {
        format!("export volume brass WLD {}-{:02} 1 {} kg", 2022 + at / 12, at % 12 + 1, 100 + at)
    });
    let dataset = folder("", &rows.collect::<Vec<_>>());
    for (per, month) in [("sum3", "2023-04"), ("mean3", "2023-03"), ("sum12", "2023-05")] {
        let search = format!("?chart=series&per={per}&month={month}");
        for (language, whole) in [(Language::English, "whole"), (Language::Chinese, "所在")] {
            let view = language.speak(|| shown(&dataset, &search));
            let said = format!("{} {} {}", view.headline, view.finding, view.notes.join(" "));
            assert!(!said.contains(whole), "{search}: {said}");
        }
    }
    let view = shown(&dataset, "?chart=series&per=quarter&month=2023-02");
    assert!(view.finding.contains("whole quarter"), "{}", view.finding);
}

/// The first months of a year count where neither a month nor all of it does.
#[test]
fn the_nearest_shares_may_be_of_the_first_months_of_a_year() {
    let rows = [("2010-01", 12, 800), ("2025-01", 3, 300), ("2025-01", 6, 900)].map(
        |(start, months, all)| {
            let rows = [("WLD", all), ("FRA", all / 2), ("DEU", all / 5)];
            rows.map(|(partner, amount)| {
                format!("export value brass {partner} {start} {months} {amount} EUR")
            })
        },
    );
    let mut rows: Vec<String> = rows.into_iter().flatten().collect();
    rows.push("export value brass WLD 2025-05 1 160 EUR".to_owned());
    let dataset = folder("", &rows);
    let view = shown(&dataset, "?chart=shares&measure=value&month=2025-05");
    assert!(
        view.headline.contains("January–June 2025") || view.headline.contains("Jan–Jun 2025"),
        "{}",
        view.headline
    );
    let of_three = view.table.rows.iter().filter(|row| row.cells[0].text.contains("March"));
    assert_eq!(of_three.count(), 0);
}

#[test]
fn the_first_months_of_a_year_among_whole_years_are_said_with_their_amount() {
    let years = [
        "export volume brass WLD 2023-01 12 400 t".to_owned(),
        "export volume brass WLD 2024-01 12 450 t".to_owned(),
        "export volume brass WLD 2025-01 5 500 t".to_owned(),
    ];
    let dataset = folder("", &years);
    for search in ["", "?chart=change", "?chart=series"] {
        let notes = shown(&dataset, search).notes.join(" ");
        assert!(notes.contains("January–May 2025, 500 t, is part of a year"), "{search}: {notes}");
        let chinese = in_chinese(&dataset, search).notes.join("");
        assert!(chinese.contains("500吨") && chinese.contains("几个月"), "{search}: {chinese}");
    }
    // Nothing is said of months that their year holds.
    let whole =
        [&years[..2], &["export volume brass WLD 2025-01 12 900 t".to_owned()], &years[2..]];
    let notes = shown(&folder("", &whole.concat()), "").notes.join(" ");
    assert!(!notes.contains("part of a year"), "{notes}");
}
