//! Random tables, written in the layouts that are known and in every shape that a table can have, opened
//! as the page opens them: the sums that come back are those that were written. A question is answered as
//! who wrote the table knows it, or as it is proposed.
//!
//! `CASES` says how many tables of each; a few, where it does not.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops with the reason"
)]

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use xenotime::import::{COUNTRIES, CountryNames, Names, Reader, Refusal};

/// How many tables are written of each layout and shape.
fn cases() -> u32 {
    std::env::var("CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(2)
}

/// A country by the names and numbers that layouts use.
struct Land {
    code: &'static str,
    alpha2: &'static str,
    un: &'static str,
    name: &'static str,
    census: &'static str,
    brazil: &'static str,
    britain: &'static str,
    chinese: &'static str,
}

const LANDS: [Land; 5] = [
    land(["JPN", "JP", "392", "Japan", "5880", "399", "732", "日本"]),
    land(["USA", "US", "842", "United States", "", "249", "400", "美国"]),
    land(["DEU", "DE", "276", "Germany", "4280", "23", "4", "德国"]),
    land(["BRA", "BR", "76", "Brazil", "3510", "105", "508", "巴西"]),
    land(["KOR", "KR", "410", "South Korea", "5800", "190", "728", "韩国"]),
];

const fn land(
    [code, alpha2, un, name, census, brazil, britain, chinese]: [&'static str; 8],
) -> Land {
    Land { code, alpha2, un, name, census, brazil, britain, chinese }
}

/// Whose trade, where a layout has several reporters: none of the partners.
const REPORTERS: [(&str, &str, &str, &str); 2] =
    [("CHN", "CN", "156", "China"), ("AUS", "AU", "36", "Australia")];

const CODES: [&str; 4] = ["284610", "284690", "850511", "260300"];

/// What a table is of: a month, whether it is exports, a reporter, a partner, a code.
type Cell = (u32, bool, usize, usize, usize);

/// Thousands of dollars and hundreds of kilograms, each cell once.
type Facts = BTreeMap<Cell, (u32, u32)>;

/// Months are counted from January 2022.
fn facts() -> impl Strategy<Value = Facts> {
    let cell = (0u32..30, any::<bool>(), 0usize..2, 0usize..5, 0usize..4);
    proptest::collection::btree_map(cell, (1u32..5000, 1u32..5000), 8..40)
}

/// A figure as somebody writes it.
#[derive(Clone, Copy)]
struct Fact {
    year: u32,
    month: u32,
    export: bool,
    reporter: usize,
    partner: usize,
    code: &'static str,
    dollars: u64,
    kilos: u64,
}

impl Fact {
    fn land(&self) -> &'static Land {
        &LANDS[self.partner]
    }

    fn flow(&self) -> &'static str {
        if self.export { "Export" } else { "Import" }
    }
}

/// What a layout can say of the facts.
#[derive(Clone, Copy, Default)]
struct Limits {
    /// Whole years alone.
    annual: bool,
    /// One reporter, by code.
    reporter: Option<&'static str>,
    /// One flow.
    export: Option<bool>,
    /// Noughts behind each code.
    noughts: usize,
    /// Values, or weights, that it has no place for.
    without_value: bool,
    without_weight: bool,
    /// A code of its own for all goods.
    goods: Option<&'static str>,
    /// Partners that it has no number for.
    without: &'static [&'static str],
}

/// A way to write a table.
struct Way {
    name: &'static str,
    file: &'static str,
    limits: Limits,
    /// What who wrote it knows, by the questions' ids.
    knows: &'static [(&'static str, &'static str)],
    mapping: Option<&'static str>,
    write: fn(&[Fact]) -> String,
}

/// A row as it is kept: period, flow, reporter, partner, product.
type Key = (String, &'static str, String, String, String);

/// Value and weight of each row.
type Rows = BTreeMap<Key, (Option<f64>, Option<f64>)>;

/// Year, month (0 for all of it), whether it is exports, reporter, partner and code.
type Place = (u32, u32, bool, usize, usize, &'static str);

/// The facts that fit a layout, and what is to come back.
fn fitting(facts: &Facts, limits: &Limits) -> (Vec<Fact>, Rows) {
    let mut kept: BTreeMap<Place, (u64, u64)> = BTreeMap::new();
    for ((month, export, reporter, partner, code), (dollars, kilos)) in facts {
        let (year, number) = (2022 + month / 12, month % 12 + 1);
        let own = &LANDS[*partner];
        let alone = limits.reporter == Some(own.code) || limits.without.contains(&own.code);
        if alone || limits.export.is_some_and(|only| only != *export) {
            continue;
        }
        let number = if limits.annual { 0 } else { number };
        let reporter = if limits.reporter.is_some() { 0 } else { *reporter };
        let code = limits.goods.map_or(CODES[*code], |_| "");
        let cell = (year, number, *export, reporter, *partner, code);
        kept.insert(cell, (u64::from(*dollars) * 1000, u64::from(*kilos) * 100));
    }
    let fact = |(cell, amounts): (&Place, &(u64, u64))| {
        let (year, month, export, reporter, partner, code) = *cell;
        Fact { year, month, export, reporter, partner, code, dollars: amounts.0, kilos: amounts.1 }
    };
    let facts: Vec<Fact> = kept.iter().map(fact).collect();
    let row = |fact: &Fact| {
        let (months, month) = if fact.month == 0 { (12, 1) } else { (1, fact.month) };
        let code = limits
            .goods
            .map_or_else(|| format!("{}{}", fact.code, "0".repeat(limits.noughts)), str::to_owned);
        let key = (
            format!("{}-{month:02}+{months}", fact.year),
            if fact.export { "export" } else { "import" },
            limits.reporter.unwrap_or(REPORTERS[fact.reporter].0).to_owned(),
            fact.land().code.to_owned(),
            code,
        );
        let value = Some(fact.dollars as f64).filter(|_| !limits.without_value);
        let weight = Some(fact.kilos as f64 / 1000.0).filter(|_| !limits.without_weight);
        (key, (value, weight))
    };
    let expected = facts.iter().map(row).collect();
    (facts, expected)
}

fn lines(head: &str, facts: &[Fact], row: impl Fn(&Fact) -> String) -> String {
    let rows: Vec<String> = facts.iter().map(row).collect();
    format!("{head}\n{}\n", rows.join("\n"))
}

/// One list of values under each key, in the order of the keys.
fn grouped<K: Ord, V>(
    facts: &[Fact],
    key: impl Fn(&Fact) -> K,
    value: impl Fn(&Fact) -> V,
) -> BTreeMap<K, Vec<V>> {
    let mut found: BTreeMap<K, Vec<V>> = BTreeMap::new();
    for fact in facts {
        found.entry(key(fact)).or_default().push(value(fact));
    }
    found
}

const NONE: Limits = Limits {
    annual: false,
    reporter: None,
    export: None,
    noughts: 0,
    without_value: false,
    without_weight: false,
    goods: None,
    without: &[],
};

/// The layouts that are known.
const LAYOUTS: &[Way] = &[
    Way {
        name: "tidy",
        file: "tidy.csv",
        limits: NONE,
        knows: &[],
        mapping: None,
        write: |facts| {
            let head =
                "period,months,flow,measure,product,partner,value,unit,status,source,note,reporter";
            lines(head, facts, |fact| {
                let line = |measure: &str, amount: f64, unit: &str| {
                    format!(
                        "{}-{:02},1,{},{measure},{},{},{amount},{unit},reported,x,,{}",
                        fact.year,
                        fact.month,
                        fact.flow().to_lowercase(),
                        fact.code,
                        fact.land().code,
                        REPORTERS[fact.reporter].0
                    )
                };
                let value = line("value", fact.dollars as f64, "USD");
                format!("{value}\n{}", line("volume", fact.kilos as f64 / 1000.0, "t"))
            })
        },
    },
    Way {
        name: "comtrade",
        file: "TradeData.csv",
        limits: NONE,
        knows: &[],
        mapping: None,
        write: |facts| {
            let head = "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,isAggregate";
            lines(head, facts, |fact| {
                let (code, iso, name) = {
                    let own = REPORTERS[fact.reporter];
                    (own.2, own.0, own.3)
                };
                let Land { un, code: partner, name: partner_name, .. } = fact.land();
                let letter = if fact.export { "X" } else { "M" };
                let (year, month, flow) = (fact.year, fact.month, fact.flow());
                let Fact { dollars, kilos, code: product, .. } = fact;
                format!(
                    "C,M,{year}{month:02}01,{year},{month},{year}{month:02},{code},{iso},{name},{letter},{flow},{un},{partner},{partner_name},0,W00,World,H6,HS,true,{product},goods,6,true,C00,TOTAL CPC,0,0,TOTAL MOT,8,kg,{kilos},false,-1,N/A,0,false,{kilos},false,0,false,,{dollars},{dollars},0,true,false,"
                )
            })
        },
    },
    Way {
        name: "comtrade until 2023",
        file: "comtrade.csv",
        limits: NONE,
        knows: &[],
        mapping: None,
        write: |facts| {
            let head = "Period,Trade Flow,Reporter Code,Reporter,Partner Code,Partner,Commodity Code,Commodity,Netweight (kg),Trade Value (US$)";
            lines(head, facts, |fact| {
                let (_, _, code, name) = REPORTERS[fact.reporter];
                let Land { un, name: partner, .. } = fact.land();
                let Fact { year, month, code: product, kilos, dollars, .. } = fact;
                let flow = fact.flow();
                format!(
                    "{year}{month:02},{flow},{code},{name},{un},{partner},{product},goods,{kilos},{dollars}"
                )
            })
        },
    },
    Way {
        name: "BACI",
        file: "BACI_HS17_Y2022.csv",
        limits: Limits { annual: true, export: Some(true), ..NONE },
        knows: &[],
        mapping: None,
        write: |facts| {
            lines("t,i,j,k,v,q", facts, |fact| {
                format!(
                    "{},{},{},{},{}.000,{:.3}",
                    fact.year,
                    REPORTERS[fact.reporter].2,
                    fact.land().un,
                    fact.code,
                    fact.dollars / 1000,
                    fact.kilos as f64 / 1000.0
                )
            })
        },
    },
    Way {
        name: "US Census imports",
        file: "imports.csv",
        limits: Limits { reporter: Some("USA"), export: Some(false), noughts: 4, ..NONE },
        knows: &[],
        mapping: None,
        write: |facts| {
            let head = "CTY_CODE,CTY_NAME,I_COMMODITY,I_COMMODITY_SDESC,GEN_VAL_MO,GEN_QY1_MO,UNIT_QY1,DISTRICT,DIST_NAME,YEAR,MONTH";
            // Two districts, whose parts add up.
            lines(head, facts, |fact| {
                let Land { census, name, .. } = fact.land();
                let Fact { code, dollars, kilos, year, month, .. } = fact;
                let row = |district: &str, dollars: u64, kilos: u64| {
                    format!(
                        "{census},{name},{code}0000,GOODS,{dollars},{kilos},KG,{district},CITY,{year},{month:02}"
                    )
                };
                let first = row("20", dollars / 3, kilos / 4);
                format!("{first}\n{}", row("53", dollars - dollars / 3, kilos - kilos / 4))
            })
        },
    },
    Way {
        name: "US Census exports, JSON",
        file: "exports.json",
        limits: Limits { reporter: Some("USA"), export: Some(true), noughts: 4, ..NONE },
        knows: &[],
        mapping: None,
        write: |facts| {
            let row = |fact: &Fact| {
                let Land { census, name, .. } = fact.land();
                let Fact { code, dollars, kilos, year, month, .. } = fact;
                format!(
                    "[\"{census}\",\"{name}\",\"{code}0000\",\"GOODS\",\"{dollars}\",\"{kilos}\",\"KG\",\"DET\",\"{year}\",\"{month:02}\"]"
                )
            };
            let head = "[\"CTY_CODE\",\"CTY_NAME\",\"E_COMMODITY\",\"E_COMMODITY_SDESC\",\"ALL_VAL_MO\",\"QTY_1_MO\",\"UNIT_QY1\",\"SUMMARY_LVL\",\"YEAR\",\"MONTH\"]";
            let rows: Vec<String> =
                std::iter::once(head.to_owned()).chain(facts.iter().map(row)).collect();
            format!("[{}]", rows.join(",\n"))
        },
    },
    Way {
        name: "Eurostat SDMX",
        file: "estat.csv",
        limits: Limits { reporter: Some("FRA"), ..NONE },
        knows: &[("money", "USD")],
        mapping: None,
        write: |facts| {
            let head = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS";
            lines(head, facts, |fact| {
                let Land { alpha2, .. } = fact.land();
                let Fact { code, year, month, .. } = fact;
                let flow = if fact.export { 2 } else { 1 };
                let row = |indicator: &str, amount: u64| {
                    format!(
                        "ESTAT:DS-045409(1.0),14/11/25 11:00:00,M,FR,{alpha2},{code},{flow},{indicator},{year}-{month:02},{amount},,"
                    )
                };
                let value = row("VALUE_IN_EUROS", fact.dollars);
                format!("{value}\n{}", row("QUANTITY_IN_100KG", fact.kilos / 100))
            })
        },
    },
    Way {
        name: "Comext's bulk files",
        file: "full202201.dat",
        limits: Limits { reporter: Some("FRA"), noughts: 2, ..NONE },
        knows: &[],
        mapping: None,
        write: |facts| {
            let head = "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA21,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_EUR,VALUE_NAC,QUANTITY_KG,QUANTITY_SUPPL_UNIT";
            lines(head, facts, |fact| {
                let Land { alpha2, .. } = fact.land();
                let Fact { code, year, month, .. } = fact;
                let flow = if fact.export { 2 } else { 1 };
                let row = |procedure: u32, value: u64, kilos: u64| {
                    format!(
                        "FR,{alpha2},E,{code}00,52595,2013,{flow},{procedure},,{year}{month:02},{value},{value},{kilos},"
                    )
                };
                let first = row(1, fact.dollars / 2, fact.kilos / 2);
                let (value, kilos) = (fact.dollars - fact.dollars / 2, fact.kilos - fact.kilos / 2);
                format!("{first}\n{}", row(4, value, kilos))
            })
        },
    },
    Way {
        name: "China Customs",
        file: "export.csv",
        limits: Limits { reporter: Some("CHN"), export: Some(false), noughts: 2, ..NONE },
        knows: &[("flow", "import")],
        mapping: None,
        write: |facts| {
            let head = "\"数据年月\",\"贸易伙伴编码\",\"贸易伙伴名称\",\"商品编码\",\"商品名称\",\"第一数量\",\"第一计量单位\",\"第二数量\",\"第二计量单位\",\"美元\",";
            lines(head, facts, |fact| {
                let Fact { code, year, month, dollars, kilos, .. } = fact;
                let name = fact.land().chinese;
                format!(
                    "\"{year}{month:02}\",\"116\",\"{name}\",\"{code}00\",\"商品\",\"{kilos}\",\"千克\",\"0\",\"?\",\"{}\",",
                    marked(*dollars)
                )
            })
        },
    },
    Way {
        name: "Comex Stat",
        file: "IMP_2022.csv",
        limits: Limits { reporter: Some("BRA"), export: Some(false), noughts: 2, ..NONE },
        knows: &[],
        mapping: None,
        write: |facts| {
            let head = "\"CO_ANO\";\"CO_MES\";\"CO_NCM\";\"CO_UNID\";\"CO_PAIS\";\"SG_UF_NCM\";\"CO_VIA\";\"CO_URF\";\"QT_ESTAT\";\"KG_LIQUIDO\";\"VL_FOB\";\"VL_FRETE\";\"VL_SEGURO\"";
            lines(head, facts, |fact| {
                let Fact { code, year, month, .. } = fact;
                let land = fact.land().brazil;
                let row = |state: &str, dollars: u64, kilos: u64| {
                    format!(
                        "\"{year}\";\"{month:02}\";\"{code}00\";\"10\";\"{land}\";\"{state}\";\"01\";\"0817800\";100;{kilos};{dollars};50;5"
                    )
                };
                let first = row("SP", fact.dollars / 4, fact.kilos / 4);
                format!(
                    "{first}\n{}",
                    row("SC", fact.dollars - fact.dollars / 4, fact.kilos - fact.kilos / 4)
                )
            })
        },
    },
    Way {
        name: "HMRC",
        file: "ots.csv",
        limits: Limits { reporter: Some("GBR"), noughts: 2, ..NONE },
        knows: &[],
        mapping: None,
        write: |facts| {
            let head = "MonthId,FlowTypeId,SuppressionIndex,CommodityId,CommoditySitcId,CountryId,PortId,Value,NetMass,SuppUnit";
            lines(head, facts, |fact| {
                let Fact { code, year, month, dollars, kilos, .. } = fact;
                let flow = if fact.export { 4 } else { 3 };
                let land = fact.land().britain;
                format!("{year}{month:02},{flow},0,{code}00,77881,{land},1,{dollars},{kilos},")
            })
        },
    },
    Way {
        name: "FAOSTAT",
        file: "fao.csv",
        limits: Limits { annual: true, goods: Some("0112"), ..NONE },
        knows: &[],
        mapping: None,
        write: |facts| {
            let head = "Domain Code,Domain,Reporter Country Code (M49),Reporter Countries,Partner Country Code (M49),Partner Countries,Element Code,Element,Item Code (CPC),Item,Year Code,Year,Unit,Value,Flag,Flag Description";
            lines(head, facts, |fact| {
                let (_, _, un, name) = REPORTERS[fact.reporter];
                let Land { un: partner, name: partner_name, .. } = fact.land();
                let (year, flow) = (fact.year, fact.flow());
                let row = |element: &str, unit: &str, amount: f64| {
                    format!(
                        "TM,Detailed trade matrix,'{un},{name},'{partner},{partner_name},5910,{flow} {element},'0112,Maize (corn),{year},{year},{unit},{amount},A,Official figure"
                    )
                };
                let weight = row("quantity", "t", fact.kilos as f64 / 1000.0);
                format!("{weight}\n{}", row("value", "1000 USD", fact.dollars as f64 / 1000.0))
            })
        },
    },
    Way {
        name: "WITS",
        file: "wits.csv",
        limits: Limits { annual: true, ..NONE },
        knows: &[],
        mapping: None,
        write: |facts| {
            let head = "Reporter,TradeFlow,ProductCode,Product Description,Year,Partner,Trade Value 1000USD,Quantity,Quantity Unit";
            lines(head, facts, |fact| {
                let Fact { code, year, kilos, .. } = fact;
                let (name, partner) = (REPORTERS[fact.reporter].3, fact.land().name);
                format!(
                    "{name},{},{code},Goods,{year},{partner},{},{kilos},Kg",
                    fact.flow(),
                    fact.dollars as f64 / 1000.0
                )
            })
        },
    },
    Way {
        name: "IMF",
        file: "imf.csv",
        limits: Limits { without_weight: true, goods: Some("TOTAL"), ..NONE },
        knows: &[],
        mapping: None,
        write: |facts| {
            lines(
                "FREQ,REF_AREA,INDICATOR,COUNTERPART_AREA,UNIT_MULT,TIME_PERIOD,OBS_VALUE",
                facts,
                |fact| {
                    let indicator = if fact.export { "TXG_FOB_USD" } else { "TMG_CIF_USD" };
                    format!(
                        "M,{},{indicator},{},6,{}-{:02},{}",
                        REPORTERS[fact.reporter].1,
                        fact.land().alpha2,
                        fact.year,
                        fact.month,
                        fact.dollars as f64 / 1e6
                    )
                },
            )
        },
    },
    Way {
        name: "a rolled-up folder's part",
        file: "data_0.csv",
        limits: NONE,
        knows: &[],
        mapping: None,
        write: |facts| {
            lines("period,flow,reporter,partner,hs,value_usd,weight_kg", facts, |fact| {
                let Fact { code, year, month, dollars, kilos, .. } = fact;
                let (letter, own) =
                    (if fact.export { "X" } else { "M" }, REPORTERS[fact.reporter].2);
                format!(
                    "{year}{month:02},{letter},{own},{},{code},{dollars},{kilos}",
                    fact.land().un
                )
            })
        },
    },
    Way {
        name: "Comex Stat's site",
        file: "EXP_IMP.csv",
        // Of its names in Portuguese the table of countries has those that are Spanish as well.
        limits: Limits {
            reporter: Some("BRA"),
            noughts: 2,
            without: &["JPN", "DEU", "KOR"],
            ..NONE
        },
        knows: &[],
        mapping: None,
        write: |facts| {
            let head =
                "Fluxo;Ano;Mês;Países;Código NCM;Descrição NCM;Valor US$ FOB;Quilograma Líquido";
            lines(head, facts, |fact| {
                let Fact { code, year, month, dollars, kilos, .. } = fact;
                let way = if fact.export { "Exportação" } else { "Importação" };
                let month_name = MONTHS_OF_BRAZIL[*month as usize - 1];
                let land = NAMES_OF_BRAZIL[fact.partner];
                format!(
                    "{way};{year};{month:02}. {month_name};{land};{code}00;Minérios;{dollars};{kilos}"
                )
            })
        },
    },
    Way {
        name: "China Customs, in English",
        file: "export.csv",
        limits: Limits { reporter: Some("CHN"), export: Some(true), noughts: 2, ..NONE },
        knows: &[("flow", "export")],
        mapping: None,
        write: |facts| {
            let head = "Date,Trading partner code,Trading partner,Commodity code,Commodity,Quantity 1,Unit 1,Quantity 2,Unit 2,US dollar";
            lines(head, facts, |fact| {
                let Fact { code, year, month, dollars, kilos, .. } = fact;
                let name = fact.land().name;
                format!(
                    "{year}{month:02},116,{name},{code}00,Goods,\"{}\",kilogram,0,?,\"{}\"",
                    marked(*kilos),
                    marked(*dollars)
                )
            })
        },
    },
    Way {
        name: "Korea's answers, JSON",
        file: "korea.json",
        limits: Limits { reporter: Some("KOR"), noughts: 4, ..NONE },
        knows: &[],
        mapping: None,
        write: |facts| {
            let row = |(land, code, time): &(usize, &str, String),
                       cells: &Vec<(bool, u64, u64)>| {
                let own = |export: bool| {
                    let found = cells.iter().find(|cell| cell.0 == export);
                    found.map_or((0, 0), |(_, dollars, kilos)| (*dollars, *kilos))
                };
                let ((out, out_weight), (into, into_weight)) = (own(true), own(false));
                format!(
                    "{{\"balPayments\":0,\"expDlr\":{out},\"expWgt\":{out_weight},\"hsCd\":\"{code}0000\",\"impDlr\":{into},\"impWgt\":{into_weight},\"statCd\":\"{}\",\"statCdCntnKor1\":\"x\",\"statKor\":\"x\",\"year\":\"{time}\"}}",
                    LANDS[*land].alpha2
                )
            };
            let rows = grouped(
                facts,
                |fact| (fact.partner, fact.code, format!("{}.{:02}", fact.year, fact.month)),
                |fact| (fact.export, fact.dollars, fact.kilos),
            );
            let rows: Vec<String> = rows.iter().map(|(key, cells)| row(key, cells)).collect();
            format!(
                "{{\"response\":{{\"header\":{{\"resultCode\":\"00\"}},\"body\":{{\"items\":[{}]}}}}}}",
                rows.join(",")
            )
        },
    },
    Way {
        name: "USITC DataWeb, years in columns",
        file: "dataweb.csv",
        limits: Limits {
            annual: true,
            reporter: Some("USA"),
            export: Some(false),
            noughts: 4,
            without_weight: true,
            ..NONE
        },
        knows: &[],
        mapping: None,
        write: |facts| {
            let years: BTreeSet<u32> = facts.iter().map(|fact| fact.year).collect();
            let heads: Vec<String> = years.iter().map(u32::to_string).collect();
            let table =
                across(facts, "Data Type,HTS Number,Description,Country", &heads, &|fact| {
                    let place = years.iter().position(|year| *year == fact.year).unwrap();
                    let land = fact.land().name;
                    (
                        format!("Customs Value,{}0000,Goods,{land}", fact.code),
                        vec![(place, fact.dollars)],
                    )
                });
            let blank = ",".repeat(heads.len() + 3);
            format!("\"U.S. Imports for Consumption\"{blank}\n{table}")
        },
    },
    Way {
        name: "Eurostat's bulk tables",
        file: "estat.tsv",
        limits: Limits { reporter: Some("DEU"), ..NONE },
        knows: &[],
        mapping: None,
        write: |facts| {
            let at = |fact: &Fact| (fact.year, fact.month);
            let periods: BTreeSet<(u32, u32)> = facts.iter().map(at).collect();
            let heads: Vec<String> =
                periods.iter().map(|(year, month)| format!("{year}-{month:02} ")).collect();
            let mut text = format!(
                "freq,reporter,partner,product,flow,indicators\\TIME_PERIOD\t{}\n",
                heads.join("\t")
            );
            let rows = grouped(facts, |fact| (fact.partner, fact.code, fact.export), |fact| *fact);
            for ((partner, code, export), own) in rows {
                for value in [true, false] {
                    let cell = |period: &(u32, u32)| {
                        let fact = own.iter().find(|fact| at(fact) == *period);
                        fact.map_or_else(
                            || ": ".to_owned(),
                            |fact| {
                                let amount = if value { fact.dollars } else { fact.kilos / 100 };
                                format!("{amount} ")
                            },
                        )
                    };
                    let what = if value { "VALUE_IN_EUROS" } else { "QUANTITY_IN_100KG" };
                    let cells: Vec<String> = periods.iter().map(cell).collect();
                    let flow = if export { 2 } else { 1 };
                    text.push_str(&format!(
                        "M,DE,{},{code},{flow},{what}\t{}\n",
                        LANDS[partner].alpha2,
                        cells.join("\t")
                    ));
                }
            }
            text
        },
    },
];

/// As Brazil's site writes them.
const MONTHS_OF_BRAZIL: [&str; 12] = [
    "Janeiro",
    "Fevereiro",
    "Março",
    "Abril",
    "Maio",
    "Junho",
    "Julho",
    "Agosto",
    "Setembro",
    "Outubro",
    "Novembro",
    "Dezembro",
];
const NAMES_OF_BRAZIL: [&str; 5] =
    ["Japão", "Estados Unidos", "Alemanha", "Brasil", "Coreia do Sul"];

/// A number with marks of thousands.
fn marked(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Tables of nobody's layout.
const SHAPES: &[Way] = &[
    Way {
        name: "a row for each figure",
        file: "table.csv",
        limits: NONE,
        knows: &[("money", "USD"), ("codes", "hs"), ("unit", "kg"), ("factor", "1")],
        mapping: None,
        write: |facts| {
            lines(
                "Month,Direction,Reporter,Partner,HS code,Value (USD),Net weight (kg)",
                facts,
                |fact| {
                    let Fact { code, year, month, dollars, kilos, .. } = fact;
                    let (own, partner) = (REPORTERS[fact.reporter].3, fact.land().name);
                    format!(
                        "{year}-{month:02},{},{own},{partner},{code},{dollars},{kilos}",
                        fact.flow()
                    )
                },
            )
        },
    },
    Way {
        name: "semicolons, decimal commas and days",
        file: "tabelle.csv",
        limits: NONE,
        knows: &[
            ("money", "USD"),
            ("codes", "hs"),
            ("unit", "t"),
            ("factor", "1"),
            ("marks", "comma"),
        ],
        mapping: None,
        write: |facts| {
            lines(
                "Datum;Richtung;Meldeland;Partnerland;Warennummer;Wert (USD);Gewicht (t)",
                facts,
                |fact| {
                    let Fact { code, year, month, dollars, kilos, .. } = fact;
                    let (own, partner) = (REPORTERS[fact.reporter].3, fact.land().name);
                    let way = if fact.export { "Ausfuhr" } else { "Einfuhr" };
                    let weight = format!("{},{}", kilos / 1000, kilos % 1000 / 100);
                    format!(
                        "01.{month:02}.{year};{way};{own};{partner};{code};{},00;{weight}",
                        marked(*dollars).replace(',', ".")
                    )
                },
            )
        },
    },
    Way {
        name: "points that part thousands, between commas",
        file: "milhares.csv",
        limits: NONE,
        knows: &[("codes", "hs"), ("marks", "comma")],
        mapping: None,
        write: |facts| {
            lines(
                "Month,Direction,Reporter,Partner,HS code,Value (1000 USD),Net weight (kg)",
                facts,
                |fact| {
                    let Fact { code, year, month, dollars, kilos, .. } = fact;
                    let (own, partner) = (REPORTERS[fact.reporter].3, fact.land().name);
                    let [value, weight] =
                        [dollars / 1000, *kilos].map(|own| marked(own).replace(',', "."));
                    let flow = fact.flow();
                    format!("{year}-{month:02},{flow},{own},{partner},{code},{value},{weight}")
                },
            )
        },
    },
    Way {
        name: "three decimals in every cell, between commas",
        file: "places.csv",
        limits: NONE,
        knows: &[("codes", "hs"), ("marks", "point")],
        mapping: None,
        write: |facts| {
            lines(
                "Month,Direction,Reporter,Partner,HS code,Value (1000000 USD),Net weight (t)",
                facts,
                |fact| {
                    let Fact { code, year, month, dollars, kilos, .. } = fact;
                    let (own, partner) = (REPORTERS[fact.reporter].3, fact.land().name);
                    let [value, weight] = [*dollars / 1000, *kilos]
                        .map(|own| format!("{}.{:03}", own / 1000, own % 1000));
                    let flow = fact.flow();
                    format!("{year}-{month:02},{flow},{own},{partner},{code},{value},{weight}")
                },
            )
        },
    },
    Way {
        name: "year and month apart",
        file: "apart.csv",
        limits: NONE,
        knows: &[("money", "USD"), ("codes", "hs"), ("unit", "kg"), ("factor", "1")],
        mapping: None,
        write: |facts| {
            lines(
                "Reporter,Partner,Year,Month,Flow,HS code,Value (USD),Net weight (kg)",
                facts,
                |fact| {
                    let Fact { code, year, month, dollars, kilos, .. } = fact;
                    let (own, partner) = (REPORTERS[fact.reporter].3, fact.land().name);
                    format!(
                        "{own},{partner},{year},{month},{},{code},{dollars},{kilos}",
                        fact.flow()
                    )
                },
            )
        },
    },
    Way {
        name: "months in columns",
        file: "months.csv",
        limits: Limits { without_weight: true, ..NONE },
        knows: &[("money", "USD"), ("codes", "hs"), ("factor", "1")],
        mapping: None,
        write: |facts| {
            let at = |fact: &Fact| (fact.year, fact.month);
            let periods: BTreeSet<(u32, u32)> = facts.iter().map(at).collect();
            let heads: Vec<String> =
                periods.iter().map(|(year, month)| format!("{year}-{month:02}")).collect();
            across(facts, "Reporter,Partner,Flow,HS code", &heads, &|fact| {
                let own = (REPORTERS[fact.reporter].3, fact.land().name, fact.flow(), fact.code);
                let place = periods.iter().position(|period| *period == at(fact)).unwrap();
                (format!("{},{},{},{}", own.0, own.1, own.2, own.3), vec![(place, fact.dollars)])
            })
        },
    },
    Way {
        name: "months in columns, measures in rows",
        file: "both.csv",
        limits: NONE,
        knows: &[("money", "USD"), ("codes", "hs"), ("factor", "1"), ("unit", "kg")],
        mapping: None,
        write: |facts| {
            let at = |fact: &Fact| (fact.year, fact.month);
            let periods: BTreeSet<(u32, u32)> = facts.iter().map(at).collect();
            let heads: Vec<String> =
                periods.iter().map(|(year, month)| format!("{year}-{month:02}")).collect();
            let measured = |what: &'static str, pick: fn(&Fact) -> u64| {
                across(facts, "Reporter,Partner,Flow,HS code,Indicator", &heads, &|fact| {
                    let own =
                        (REPORTERS[fact.reporter].3, fact.land().name, fact.flow(), fact.code);
                    let place = periods.iter().position(|period| *period == at(fact)).unwrap();
                    let row = format!("{},{},{},{},{what}", own.0, own.1, own.2, own.3);
                    (row, vec![(place, pick(fact))])
                })
            };
            let weights = measured("Net weight (kg)", |fact| fact.kilos);
            let weights = weights.split_once('\n').unwrap().1;
            measured("Value (USD)", |fact| fact.dollars) + weights
        },
    },
    Way {
        name: "years in columns",
        file: "years.csv",
        limits: Limits { annual: true, without_weight: true, ..NONE },
        knows: &[("money", "USD"), ("codes", "hs"), ("factor", "1")],
        mapping: None,
        write: |facts| {
            let years: BTreeSet<u32> = facts.iter().map(|fact| fact.year).collect();
            let heads: Vec<String> = years.iter().map(u32::to_string).collect();
            across(facts, "Reporter,Partner,Flow,HS code", &heads, &|fact| {
                let own = (REPORTERS[fact.reporter].3, fact.land().name, fact.flow(), fact.code);
                let place = years.iter().position(|year| *year == fact.year).unwrap();
                (format!("{},{},{},{}", own.0, own.1, own.2, own.3), vec![(place, fact.dollars)])
            })
        },
    },
    Way {
        name: "flows in columns",
        file: "flows.csv",
        limits: Limits { without_weight: true, ..NONE },
        knows: &[("money", "USD"), ("codes", "hs"), ("factor", "1"), ("flows", "both")],
        mapping: None,
        write: |facts| {
            let heads = ["Exports (USD)", "Imports (USD)"].map(str::to_owned);
            across(facts, "Month,Reporter,Partner,HS code", &heads, &|fact| {
                let Fact { year, month, code, .. } = fact;
                let (own, partner) = (REPORTERS[fact.reporter].3, fact.land().name);
                let place = usize::from(!fact.export);
                (format!("{year}-{month:02},{own},{partner},{code}"), vec![(place, fact.dollars)])
            })
        },
    },
    Way {
        name: "flows and measures in columns",
        file: "sides.csv",
        limits: NONE,
        knows: &[
            ("money", "USD"),
            ("codes", "hs"),
            ("factor", "1"),
            ("unit", "kg"),
            ("flows", "both"),
        ],
        mapping: None,
        write: |facts| {
            let heads = [
                "Export value (USD)",
                "Export weight (kg)",
                "Import value (USD)",
                "Import weight (kg)",
            ]
            .map(str::to_owned);
            across(facts, "Month,Reporter,Partner,HS code", &heads, &|fact| {
                let Fact { year, month, code, .. } = fact;
                let (own, partner) = (REPORTERS[fact.reporter].3, fact.land().name);
                let place = if fact.export { 0 } else { 2 };
                let amounts = vec![(place, fact.dollars), (place + 1, fact.kilos)];
                (format!("{year}-{month:02},{own},{partner},{code}"), amounts)
            })
        },
    },
    Way {
        name: "measures in rows",
        file: "measures.csv",
        limits: NONE,
        knows: &[("money", "USD"), ("codes", "hs"), ("factor", "1"), ("unit", "kg")],
        mapping: None,
        write: |facts| {
            lines("Month,Flow,Reporter,Partner,HS code,Indicator,Amount", facts, |fact| {
                let Fact { year, month, code, .. } = fact;
                let (own, partner) = (REPORTERS[fact.reporter].3, fact.land().name);
                let row = |what: &str, amount: u64| {
                    format!(
                        "{year}-{month:02},{},{own},{partner},{code},{what},{amount}",
                        fact.flow()
                    )
                };
                format!(
                    "{}\n{}",
                    row("Value (USD)", fact.dollars),
                    row("Net weight (kg)", fact.kilos)
                )
            })
        },
    },
    Way {
        name: "columns that somebody named",
        file: "named.csv",
        limits: Limits { reporter: Some("AUS"), ..NONE },
        knows: &[],
        mapping: Some(
            "period\ta\npartner\tb\nproduct\tc\nflow\td\nexports\t=hin\nimports\t=her\nvalue\te\nquantity\tf\nunit\t=kg\nreporter\t=AUS\nmoney\t=USD\nfactor\t=1\ncodes\t=hs",
        ),
        write: |facts| {
            lines("x\tf\te\td\tc\tb\ta", facts, |fact| {
                let Fact { year, month, code, dollars, kilos, .. } = fact;
                let way = if fact.export { "hin" } else { "her" };
                format!(
                    "–\t{kilos}\t{dollars}\t{way}\t{code}\t{}\t{year}-{month:02}",
                    fact.land().name
                )
            })
        },
    },
    Way {
        name: "JSON rows",
        file: "rows.json",
        limits: NONE,
        knows: &[("money", "USD"), ("codes", "hs"), ("factor", "1"), ("unit", "kg")],
        mapping: None,
        write: |facts| {
            let row = |fact: &Fact| {
                let Fact { year, month, code, dollars, kilos, .. } = fact;
                let (own, partner) = (REPORTERS[fact.reporter].3, fact.land().name);
                format!(
                    "{{\"month\":\"{year}-{month:02}\",\"flow\":\"{}\",\"reporter\":\"{own}\",\"partner\":\"{partner}\",\"hs_code\":\"{code}\",\"value_usd\":{dollars},\"weight_kg\":{kilos}}}",
                    fact.flow()
                )
            };
            format!("{{\"data\":[{}]}}", facts.iter().map(row).collect::<Vec<_>>().join(","))
        },
    },
];

/// A fact's row, and which of its columns hold what.
type Spread<'a> = &'a dyn Fn(&Fact) -> (String, Vec<(usize, u64)>);

/// One row to many figures; a figure that is not there leaves its cell empty.
fn across(facts: &[Fact], head: &str, heads: &[String], spread: Spread<'_>) -> String {
    let rows = grouped(facts, |fact| spread(fact).0, |fact| spread(fact).1);
    let mut text = format!("{head},{}\n", heads.join(","));
    for (row, cells) in rows {
        let mut own = vec![String::new(); heads.len()];
        for (place, amount) in cells.into_iter().flatten() {
            own[place] = amount.to_string();
        }
        text.push_str(&format!("{row},{}\n", own.join(",")));
    }
    text
}

/// Opens a table as who wrote it would.
fn opened(way: &Way, text: &str, names: &RefCell<CountryNames>) -> Result<Reader, String> {
    let mut answers: Vec<(String, String)> = Vec::new();
    for _ in 0..8 {
        let mut reader = Reader::default();
        reader.names = names.take();
        reader.answers.clone_from(&answers);
        reader.begin(way.file, way.mapping);
        let fed = text.as_bytes().chunks(777).try_for_each(|piece| reader.feed(piece));
        let ended = fed.and_then(|()| reader.end());
        names.replace(std::mem::take(&mut reader.names));
        match ended {
            Ok(()) => return Ok(reader),
            Err(Refusal::Foreign(why)) => return Err(why),
            Err(Refusal::NeedsAsking) => return Err("this reader asks".to_owned()),
            Err(Refusal::Unmapped(table)) => {
                let before = answers.len();
                for question in &table.questions {
                    let known = way.knows.iter().find(|(id, _)| *id == question.id);
                    let answer = known.map_or("likely", |(_, answer)| answer);
                    answers.push((question.id.clone(), answer.to_owned()));
                }
                if answers.len() == before || !table.problem.is_empty() {
                    return Err(format!("{} {answers:?}", table.problem));
                }
            }
        }
    }
    Err(format!("it asks without end: {answers:?}"))
}

/// What was kept.
fn kept(reader: &Reader) -> Rows {
    let store = &reader.store;
    let code = |names: &Names, number| names.get(number).unwrap().code.clone();
    let mut rows = BTreeMap::new();
    for (trade, months) in store.trades() {
        for (period, sums) in months {
            let key = (
                format!("{}+{}", period.start, period.months),
                trade.flow.code(),
                code(&store.reporters, trade.reporter),
                code(&store.partners, trade.partner),
                code(&store.products, trade.product),
            );
            // Where a row has both ways, the one that is not there is a nought.
            if sums.value != Some(0.0) {
                rows.insert(key, (sums.value, sums.weight));
            }
        }
    }
    rows
}

fn near(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() <= 1e-9 * one.abs().max(1.0),
        (one, other) => one == other,
    }
}

/// Writes and opens many tables; says of the smallest that fails what it came to.
fn hold(way: &Way) {
    // Learning them takes longer than reading a small table.
    let mut names = CountryNames::default();
    names.learn(COUNTRIES);
    let names = RefCell::new(names);
    let mut runner = TestRunner::new(Config { cases: cases(), ..Config::default() });
    let held = runner.run(&facts(), |facts| {
        let (facts, expected) = fitting(&facts, &way.limits);
        if facts.len() < 3 {
            return Ok(());
        }
        let text = (way.write)(&facts);
        let fail = |why: String| TestCaseError::fail(format!("{}: {why}\n{text}", way.name));
        let found = kept(&opened(way, &text, &names).map_err(fail)?);
        let keys = |rows: &BTreeMap<Key, _>| rows.keys().cloned().collect::<Vec<_>>();
        if keys(&found) != keys(&expected) {
            return Err(fail(format!("{:?} in place of {:?}", keys(&found), keys(&expected))));
        }
        for (key, (value, weight)) in &expected {
            let own = found[key];
            if !near(own.0, *value) || !near(own.1, *weight) {
                return Err(fail(format!("{key:?}: {own:?} in place of {value:?}, {weight:?}")));
            }
        }
        Ok(())
    });
    if let Err(error) = held {
        panic!("{error}");
    }
}

#[test]
fn every_known_layout_gives_back_its_sums() {
    let failed: Vec<String> = LAYOUTS.iter().filter_map(outcome).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

#[test]
fn every_shape_of_a_table_gives_back_its_sums() {
    let failed: Vec<String> = SHAPES.iter().filter_map(outcome).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

/// Why a way to write fails, so that all are told of.
fn outcome(way: &Way) -> Option<String> {
    let held = std::panic::catch_unwind(|| hold(way));
    held.err().map(|error| error.downcast_ref::<String>().cloned().unwrap_or_default())
}
