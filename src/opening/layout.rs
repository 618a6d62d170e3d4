//! What the columns of a file hold: known layouts by their headers, and guesses for others.

use std::borrow::Cow;

use super::values::{Marks, Way, number, period, tonnes, way};
use crate::trade::{Flow, Unit};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A month or a year.
    Period,
    /// A year, where the month stands apart.
    Year,
    /// A month's number.
    Month,
    /// How many months a figure counts.
    Months,
    /// Exports or imports.
    Flow,
    /// Whose trade it is, by code.
    Reporter,
    ReporterName,
    /// With whom, by code.
    Partner,
    PartnerName,
    /// The product's code.
    Product,
    ProductName,
    /// Money.
    Value,
    /// Weight.
    Weight,
    /// The unit of what the weight's column holds.
    WeightUnit,
    /// A quantity in whatever unit, beside the weight.
    Quantity,
    /// An amount whose row says what it measures.
    Amount,
    /// `volume` or `value`, for such an amount.
    Measure,
    /// The unit of such an amount.
    Unit,
    /// Reported, revised or derived.
    Status,
    /// Where such an amount was published.
    Source,
}

impl Role {
    /// How many there are.
    const COUNT: usize = Self::Source as usize + 1;
}

/// The roles that a reader can give to columns, with their names in addresses.
pub const MAPPED: [(Role, &str, &str); 9] = [
    (Role::Period, "period", "Month or year"),
    (Role::Flow, "flow", "Exports or imports"),
    (Role::Reporter, "reporter", "Reporter"),
    (Role::Partner, "partner", "Partner"),
    (Role::Product, "product", "Product code"),
    (Role::ProductName, "name", "Product name"),
    (Role::Value, "value", "Value"),
    (Role::Weight, "quantity", "Quantity"),
    (Role::WeightUnit, "unit", "Unit of the quantity"),
];

/// How rows that name the same cell belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joining {
    /// They are parts of it.
    Sum,
    /// The later one replaces the earlier.
    Latest,
}

/// What a file's columns hold and how its rows are meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// What it is called.
    pub name: &'static str,
    /// The columns' places by their roles.
    places: [Option<usize>; Role::COUNT],
    /// Columns that tell parts from a whole that has a row of its own, and what the whole is called.
    pub wholes: Vec<(usize, &'static str)>,
    /// What every row is, where no column says.
    pub flow: Option<Flow>,
    pub reporter: Option<Cow<'static, str>>,
    /// What this file calls exports and imports, in small letters, where others would not know.
    pub words: [Option<String>; 2],
    /// What the values are in, and how many such units one is.
    pub money: (Unit, f64),
    /// How many tonnes one unit of weight is, where no column says.
    pub weight: f64,
    pub joining: Joining,
    pub marks: Marks,
    /// Whether both sides of a trade are one row, told by the exporter.
    pub both_sides: bool,
    /// Whether words that a spreadsheet would take for formulas are guarded, as we write them.
    pub guarded: bool,
    /// Whether a partner's number is the United Nations' number of a country; those of other lists
    /// would be taken for other countries.
    pub numbered: bool,
    /// Whether some partners are the Census Bureau's groups of countries, which have rows of their own.
    pub grouped: bool,
}

impl Layout {
    /// Where a role's column stands.
    #[inline]
    pub fn place(&self, role: Role) -> Option<usize> {
        self.places.get(role as usize).copied().flatten()
    }

    /// The last column that holds anything of use.
    pub fn last(&self) -> usize {
        self.places.iter().flatten().copied().max().unwrap_or_default()
    }

    /// Which way the goods of a row went.
    pub fn way(&self, text: &[u8]) -> Option<Way> {
        let own = |word: &Option<String>| {
            word.as_ref().is_some_and(|word| super::records::words(text).to_lowercase() == *word)
        };
        match &self.words {
            [export, _] if own(export) => Some(Way::Flow(Flow::Export)),
            [_, import] if own(import) => Some(Way::Flow(Flow::Import)),
            _ => way(text),
        }
    }
}

/// A layout that is known by its header.
struct Known {
    name: &'static str,
    /// The header's names; a layout fits where all but those marked with `?` are there.
    columns: &'static [(Role, &'static str)],
    /// Columns that may be there and tell parts from a whole: what the whole is called, and the name.
    wholes: &'static [(&'static str, &'static str)],
    flow: Option<Flow>,
    reporter: Option<&'static str>,
    money: (Unit, f64),
    weight: f64,
    joining: Joining,
    both_sides: bool,
    guarded: bool,
    grouped: bool,
}

/// What a part that `rollup/` wrote is called.
pub const ROLLED_UP: &str = "Xenotime’s rolled-up part";

const BASE: Known = Known {
    name: "",
    columns: &[],
    wholes: &[],
    flow: None,
    reporter: None,
    money: (Unit::UsDollar, 1.0),
    weight: 1e-3,
    joining: Joining::Sum,
    both_sides: false,
    guarded: false,
    grouped: false,
};

/// The Census Bureau's codes of groups of countries: 0001 to 0028 such as the European Union, and
/// continents such as 1XXX.
pub const fn is_group(code: &[u8]) -> bool {
    matches!(code, [b'0', b'0', _, _] | [_, b'X', b'X', b'X'])
}

const KNOWN: [Known; 10] = [
    Known {
        name: "Xenotime’s tidy CSV",
        columns: &[
            (Role::Period, "period"),
            (Role::Months, "?months"),
            (Role::Flow, "flow"),
            (Role::Measure, "measure"),
            (Role::Product, "product"),
            (Role::ProductName, "?product_label"),
            (Role::Partner, "partner"),
            (Role::PartnerName, "?partner_name"),
            (Role::Amount, "value"),
            (Role::Unit, "unit"),
            (Role::Status, "?status"),
            (Role::Source, "?source"),
            (Role::Reporter, "?reporter"),
            (Role::ReporterName, "?reporter_name"),
        ],
        reporter: Some("CHN"),
        joining: Joining::Latest,
        guarded: true,
        ..BASE
    },
    Known {
        name: "UN Comtrade",
        columns: &[
            (Role::Period, "period"),
            (Role::Reporter, "reporteriso|reportercode"),
            (Role::ReporterName, "?reporterdesc"),
            (Role::Flow, "flowcode"),
            (Role::Partner, "partneriso|partnercode"),
            (Role::PartnerName, "?partnerdesc"),
            (Role::Product, "cmdcode"),
            (Role::ProductName, "?cmddesc"),
            (Role::Weight, "?netwgt"),
            (Role::Quantity, "?qty"),
            (Role::Value, "primaryvalue"),
        ],
        wholes: &[
            ("0", "partner2code"),
            ("C00", "customscode"),
            ("0", "motcode"),
            ("0", "moscode"),
        ],
        joining: Joining::Latest,
        ..BASE
    },
    Known {
        name: "UN Comtrade, the layout until 2023",
        columns: &[
            (Role::Period, "period"),
            (Role::Reporter, "reporter code"),
            (Role::ReporterName, "?reporter"),
            (Role::Flow, "trade flow"),
            (Role::Partner, "partner code"),
            (Role::PartnerName, "?partner"),
            (Role::Product, "commodity code"),
            (Role::ProductName, "?commodity"),
            (Role::Weight, "?netweight (kg)"),
            (Role::Quantity, "?qty"),
            (Role::Value, "trade value (us$)"),
        ],
        wholes: &[
            ("0", "2nd partner code"),
            ("C00", "customs proc. code"),
            ("0", "mode of transport code"),
        ],
        joining: Joining::Latest,
        ..BASE
    },
    Known {
        name: "CEPII BACI",
        columns: &[
            (Role::Period, "t"),
            (Role::Reporter, "i"),
            (Role::Partner, "j"),
            (Role::Product, "k"),
            (Role::Value, "v"),
            (Role::Weight, "q"),
        ],
        flow: Some(Flow::Export),
        money: (Unit::UsDollar, 1000.0),
        weight: 1.0,
        joining: Joining::Latest,
        both_sides: true,
        ..BASE
    },
    Known {
        name: "US Census, exports",
        columns: &[
            (Role::Period, "?time"),
            (Role::Year, "?year"),
            (Role::Month, "?month"),
            (Role::Partner, "cty_code"),
            (Role::PartnerName, "?cty_name"),
            (Role::Product, "e_commodity"),
            (Role::ProductName, "?e_commodity_sdesc|e_commodity_ldesc"),
            (Role::Value, "all_val_mo"),
            (Role::Weight, "?qty_1_mo"),
            (Role::WeightUnit, "?unit_qy1"),
        ],
        flow: Some(Flow::Export),
        reporter: Some("USA"),
        grouped: true,
        ..BASE
    },
    Known {
        name: "US Census, imports",
        columns: &[
            (Role::Period, "?time"),
            (Role::Year, "?year"),
            (Role::Month, "?month"),
            (Role::Partner, "cty_code"),
            (Role::PartnerName, "?cty_name"),
            (Role::Product, "i_commodity"),
            (Role::ProductName, "?i_commodity_sdesc|i_commodity_ldesc"),
            (Role::Value, "gen_val_mo|con_val_mo"),
            (Role::Weight, "?gen_qy1_mo|con_qy1_mo"),
            (Role::WeightUnit, "?unit_qy1"),
        ],
        flow: Some(Flow::Import),
        reporter: Some("USA"),
        grouped: true,
        ..BASE
    },
    Known {
        name: "Eurostat Comext",
        columns: &[
            (Role::Period, "period"),
            (Role::Reporter, "declarant_iso|reporter|declarant"),
            (Role::Partner, "partner_iso|partner"),
            (Role::Product, "product_nc|product"),
            (Role::Flow, "flow"),
            (Role::Value, "value_in_euros|value_eur|value_in_eur"),
            (Role::Weight, "?quantity_in_kg|quantity_kg"),
        ],
        money: (Unit::Euro, 1.0),
        ..BASE
    },
    Known {
        name: "China Customs, in yuan",
        columns: &[
            (Role::Period, "数据年月"),
            (Role::PartnerName, "贸易伙伴名称"),
            (Role::Product, "商品编码"),
            (Role::ProductName, "?商品名称"),
            (Role::Flow, "?进出口|进出口类型"),
            (Role::Weight, "?第一数量"),
            (Role::WeightUnit, "?第一计量单位"),
            (Role::Value, "人民币"),
        ],
        reporter: Some("CHN"),
        money: (Unit::Yuan, 1.0),
        ..BASE
    },
    Known {
        name: "China Customs",
        columns: &[
            (Role::Period, "数据年月"),
            (Role::PartnerName, "贸易伙伴名称"),
            (Role::Product, "商品编码"),
            (Role::ProductName, "?商品名称"),
            (Role::Flow, "?进出口|进出口类型"),
            (Role::Weight, "?第一数量"),
            (Role::WeightUnit, "?第一计量单位"),
            (Role::Value, "美元"),
        ],
        reporter: Some("CHN"),
        ..BASE
    },
    Known {
        name: ROLLED_UP,
        columns: &[
            (Role::Period, "period"),
            (Role::Flow, "flow"),
            (Role::Reporter, "reporter"),
            (Role::Partner, "partner"),
            (Role::Product, "hs"),
            (Role::Value, "value_usd"),
            (Role::Weight, "weight_kg"),
        ],
        joining: Joining::Latest,
        ..BASE
    },
];

/// A header's name as it is compared.
fn plain(name: &str) -> String {
    name.trim().trim_start_matches('\u{feff}').trim_matches('"').to_lowercase()
}

/// The layout of a file with this header, if it is a known one.
pub fn known(header: &[String]) -> Option<Layout> {
    let header: Vec<String> = header.iter().map(|name| plain(name)).collect();
    KNOWN.iter().find_map(|known| {
        let place = |name: &str| header.iter().position(|own| own == name);
        let mut places = [None; Role::COUNT];
        for (role, names) in known.columns {
            let (optional, names) = match names.strip_prefix('?') {
                Some(names) => (true, names),
                None => (false, *names),
            };
            let found = names.split('|').find_map(place);
            if found.is_none() && !optional {
                return None;
            }
            if let Some(own) = places.get_mut(*role as usize) {
                *own = found;
            }
        }
        let layout = Layout {
            name: known.name,
            places,
            wholes: known
                .wholes
                .iter()
                .filter_map(|(whole, name)| Some((place(name)?, *whole)))
                .collect(),
            flow: known.flow,
            reporter: known.reporter.map(Cow::Borrowed),
            words: [None, None],
            money: known.money,
            weight: known.weight,
            joining: known.joining,
            marks: Marks::Point,
            both_sides: known.both_sides,
            guarded: known.guarded,
            numbered: true,
            grouped: known.grouped,
        };
        let has = |role: Role| layout.place(role).is_some();
        (has(Role::Period) || has(Role::Year) && has(Role::Month)).then_some(layout)
    })
}

/// What names mean by themselves, for a header that is not known.
const HINTS: [(Role, &[&str]); 9] = [
    (
        Role::Period,
        &[
            "period", "date", "month", "time", "year", "monat", "jahr", "zeit", "mois", "mes",
            "月", "日期",
        ],
    ),
    (
        Role::Flow,
        &["flow", "trade_type", "direction", "richtung", "verkehr", "flux", "flujo", "进出口"],
    ),
    (Role::Reporter, &["reporter", "declarant", "origin", "melde", "déclarant", "informante"]),
    (
        Role::Partner,
        &[
            "partner",
            "country",
            "destination",
            "cty",
            "land",
            "pays",
            "país",
            "pais",
            "伙伴",
            "国家",
        ],
    ),
    (
        Role::ProductName,
        &[
            "description",
            "desc",
            "product_name",
            "commodity_name",
            "bezeichnung",
            "libellé",
            "商品名称",
        ],
    ),
    (
        Role::Product,
        &["hs", "product", "commodity", "code", "ware", "produit", "producto", "商品编码"],
    ),
    (
        Role::Value,
        &["value", "val", "usd", "amount", "wert", "valeur", "valor", "金额", "美元", "人民币"],
    ),
    (Role::WeightUnit, &["unit", "einheit", "unité", "unidad", "单位"]),
    (
        Role::Weight,
        &[
            "weight",
            "wgt",
            "quantity",
            "qty",
            "kg",
            "tonnes",
            "tons",
            "menge",
            "gewicht",
            "poids",
            "quantité",
            "peso",
            "cantidad",
            "数量",
        ],
    ),
];

/// What a column's name says of the money in it.
pub fn money_in(name: &str) -> Option<Unit> {
    let name = name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["eur", "€"]) {
        Some(Unit::Euro)
    } else if has(&["人民币", "cny", "yuan", "rmb", "元"]) && !name.contains("美元") {
        Some(Unit::Yuan)
    } else if has(&["usd", "us$", "dollar", "美元"]) {
        Some(Unit::UsDollar)
    } else {
        None
    }
}

/// What a column's name says of the weight in it.
pub fn weight_in(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    let words = || name.split(|letter: char| !letter.is_alphanumeric());
    let has = |wanted: &[&str]| words().any(|word| wanted.contains(&word));
    if has(&["kg", "kgs", "kilogram", "kilograms", "kilogramm", "千克", "公斤"]) {
        Some("kg")
    } else if has(&["t", "ton", "tons", "tonne", "tonnes", "tonnen", "mt", "吨"]) {
        Some("t")
    } else {
        None
    }
}

/// Whether a table could be one of trade: some column holds months or years, another numbers.
pub fn is_likely(header: &[String], rows: &[Vec<String>]) -> bool {
    let column = |place: usize, test: &dyn Fn(&[u8]) -> bool| {
        let cells = rows.iter().filter_map(|row| row.get(place)).filter(|cell| !cell.is_empty());
        let (fit, all) = cells
            .fold((0, 0), |(fit, all), cell| (fit + usize::from(test(cell.as_bytes())), all + 1));
        // One slip in a few rows is no reason to take a column for something else.
        fit > 0 && fit * 4 >= all * 3
    };
    let dated = |place: &usize| column(*place, &|cell| period(cell).is_some());
    let counted = |place: usize| {
        column(place, &|cell| {
            number(cell, Marks::Point).is_some() || number(cell, Marks::Comma).is_some()
        })
    };
    let places = 0..header.len();
    let Some(first) = places.clone().find(dated) else { return false };
    places.filter(|place| *place != first).any(counted)
}

/// The columns that names and the first rows suggest, each role once and each column once.
pub fn guess(header: &[String], rows: &[Vec<String>]) -> Vec<(Role, usize)> {
    let names: Vec<String> = header.iter().map(|name| plain(name)).collect();
    let mut found: Vec<(Role, usize)> = Vec::new();
    for exact in [true, false] {
        for (role, hints) in HINTS {
            if found.iter().any(|(own, _)| *own == role) {
                continue;
            }
            let place = hints.iter().find_map(|hint| {
                (0..names.len()).find(|place| {
                    let name = names.get(*place).map_or("", String::as_str);
                    let named = if exact { name == *hint } else { name.contains(hint) };
                    let taken = found.iter().any(|(_, other)| other == place);
                    named && !taken && fits(role, rows, *place)
                })
            });
            found.extend(place.map(|place| (role, place)));
        }
    }
    found
}

/// Whether the cells of a column could be what the role needs.
fn fits(role: Role, rows: &[Vec<String>], place: usize) -> bool {
    let cells = || rows.iter().filter_map(|row| row.get(place)).filter(|cell| !cell.is_empty());
    let all = |test: &dyn Fn(&str) -> bool| cells().all(|cell| test(cell));
    match role {
        Role::Period => all(&|cell| period(cell.as_bytes()).is_some()),
        Role::Flow => all(&|cell| way(cell.as_bytes()).is_some()),
        Role::Value | Role::Weight => {
            all(&|cell| number(cell.as_bytes(), Marks::Point).is_some() || is_comma_number(cell))
        }
        Role::WeightUnit => cells().next().is_none_or(|cell| tonnes(cell).is_some()),
        Role::Product => all(&|cell| cell.len() <= 12),
        // Of a code and a name the name: whose list the code is of nobody knows.
        Role::Partner => !all(&|cell| cell.bytes().all(|byte| byte.is_ascii_digit())),
        _ => true,
    }
}

fn is_comma_number(cell: &str) -> bool {
    number(cell.as_bytes(), Marks::Comma).is_some()
}

/// A reader's own mapping, a line each: a role's name, a tab, a column's name. Instead of a column
/// there may be a word after `=` that holds for every row: the flow, the reporter's code, the unit of
/// the weight, the money of the values; and `exports` and `imports` say what the file calls them.
///
/// # Errors
/// What is missing or wrong.
pub fn mapped(text: &str, header: &[String]) -> Result<Layout, String> {
    let mut layout = Layout {
        name: "your own mapping",
        places: [None; Role::COUNT],
        wholes: Vec::new(),
        flow: None,
        reporter: None,
        words: [None, None],
        money: BASE.money,
        weight: 1.0,
        joining: Joining::Sum,
        marks: Marks::Point,
        both_sides: false,
        guarded: false,
        numbered: false,
        grouped: false,
    };
    for line in text.lines().filter(|line| !line.is_empty()) {
        let (role, column) =
            line.split_once('\t').ok_or("a role, a tab and a column were expected")?;
        if let Some(word) = column.strip_prefix('=') {
            fixed(&mut layout, role, word);
            continue;
        }
        let Some((role, ..)) = MAPPED.iter().find(|(_, name, _)| *name == role) else {
            return Err(format!("{role} is no role of a column"));
        };
        let place = header.iter().position(|name| plain(name) == plain(column));
        let place = place.ok_or_else(|| format!("the file has no column {column}"))?;
        // Of a role that is given twice the first counts.
        layout
            .places
            .get_mut(*role as usize)
            .into_iter()
            .for_each(|own| *own = own.or(Some(place)));
    }
    let has = |role: Role| layout.place(role).is_some();
    if !has(Role::Period) {
        return Err("no column is given for the month or year".to_owned());
    }
    if !(has(Role::Value) || has(Role::Weight)) {
        return Err("no column is given for a value or a quantity".to_owned());
    }
    if !has(Role::Flow) && layout.flow.is_none() {
        return Err("say whether the rows are exports or imports".to_owned());
    }
    Ok(layout)
}

/// Takes a word that holds for every row.
fn fixed(layout: &mut Layout, role: &str, word: &str) {
    match role {
        "flow" => layout.flow = Flow::parse(word),
        "reporter" => layout.reporter = Some(Cow::Owned(word.trim().to_owned())),
        "unit" => layout.weight = tonnes(word).unwrap_or(1.0),
        "money" => layout.money = (Unit::parse(word).unwrap_or(Unit::UsDollar), 1.0),
        "marks" if word == "comma" => layout.marks = Marks::Comma,
        "exports" | "imports" => {
            let word = Some(word.trim().to_lowercase()).filter(|word| !word.is_empty());
            let [exports, imports] = &mut layout.words;
            *if role == "exports" { exports } else { imports } = word;
        }
        _ => {}
    }
}

/// The flow that a mapping gives to every row, if it gives one.
pub fn mapped_flow(text: &str) -> Option<Flow> {
    text.lines().find_map(|line| line.strip_prefix("flow\t=").and_then(Flow::parse))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(text: &str) -> Vec<String> {
        text.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn headers_are_known_by_their_names_not_by_their_order() {
        let baci = known(&header("t,i,j,k,v,q")).map(|layout| layout.name);
        assert_eq!(baci, Some("CEPII BACI"));
        let own =
            "\u{feff}period,months,flow,measure,product,partner,value,unit,status,source,note";
        assert_eq!(known(&header(own)).map(|layout| layout.name), Some("Xenotime’s tidy CSV"));
        let comext = known(&header(
            "DECLARANT,PARTNER,PRODUCT_NC,FLOW,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG",
        ));
        assert_eq!(comext.map(|layout| layout.money), Some((Unit::Euro, 1.0)));
        assert_eq!(known(&header("a,b,c")), None);
    }

    #[test]
    fn an_unknown_table_is_guessed() {
        let names = header("period_dt,partner_name,hs6,val,qty,uv");
        let rows = [header("2017-01-01,Australia,250410,10200.0,6116.362,1.66")];
        let mut found = guess(&names, &rows);
        found.sort_by_key(|(_, place)| *place);
        let roles = [Role::Period, Role::Partner, Role::Product, Role::Value, Role::Weight];
        assert_eq!(
            found,
            roles.into_iter().enumerate().map(|(at, role)| (role, at)).collect::<Vec<_>>()
        );
    }

    #[test]
    fn a_mapping_says_what_it_lacks() {
        let names = header("month,to,usd");
        assert!(mapped("period\tmonth\nvalue\tusd\nflow\t=export", &names).is_ok());
        for (text, lacking) in [
            ("value\tusd\nflow\t=export", "month or year"),
            ("period\tmonth\nflow\t=export", "value or a quantity"),
            ("period\tmonth\nvalue\tusd", "exports or imports"),
            ("period\twhen", "no column when"),
        ] {
            let told = mapped(text, &names).err().unwrap_or_default();
            assert!(told.contains(lacking), "{told}");
        }
    }
}
