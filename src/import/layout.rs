//! What the columns of a file hold: known layouts by their headers, and guesses for others.

use std::borrow::Cow;

use super::values::{Marks, Way, way};
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
    /// Whether somebody said that a point is a decimal point.
    pub plain_marks: bool,
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
    /// One that says nothing of its columns yet.
    pub const fn blank(name: &'static str) -> Self {
        Self {
            name,
            places: [None; Role::COUNT],
            wholes: Vec::new(),
            flow: None,
            reporter: None,
            words: [None, None],
            money: BASE.money,
            weight: 1.0,
            joining: Joining::Sum,
            marks: Marks::Point,
            plain_marks: false,
            both_sides: false,
            guarded: false,
            numbered: false,
            grouped: false,
        }
    }

    /// Says where a role's column stands, unless that was said before.
    pub fn put(&mut self, role: Role, place: usize) {
        self.places.get_mut(role as usize).into_iter().for_each(|own| *own = own.or(Some(place)));
    }

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
    money: (Unit::US_DOLLAR, 1.0),
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
        money: (Unit::US_DOLLAR, 1000.0),
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
        money: (Unit::EURO, 1.0),
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
        money: (Unit::YUAN, 1.0),
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
pub fn plain(name: &str) -> String {
    name.trim().trim_start_matches('\u{feff}').trim_matches('"').to_lowercase()
}

/// The layout of a file with this header, if it is a known one.
pub fn known(header: &[String]) -> Option<Layout> {
    let header: Vec<String> = header.iter().map(|name| plain(name)).collect();
    KNOWN.iter().find_map(|known| {
        let place = |name: &str| header.iter().position(|own| own == name);
        let mut layout = Layout {
            wholes: known
                .wholes
                .iter()
                .filter_map(|(whole, name)| Some((place(name)?, *whole)))
                .collect(),
            flow: known.flow,
            reporter: known.reporter.map(Cow::Borrowed),
            money: known.money,
            weight: known.weight,
            joining: known.joining,
            both_sides: known.both_sides,
            guarded: known.guarded,
            numbered: true,
            grouped: known.grouped,
            ..Layout::blank(known.name)
        };
        for (role, names) in known.columns {
            let (optional, names) = match names.strip_prefix('?') {
                Some(names) => (true, names),
                None => (false, *names),
            };
            match names.split('|').find_map(place) {
                Some(place) => layout.put(*role, place),
                None if optional => {}
                None => return None,
            }
        }
        let has = |role: Role| layout.place(role).is_some();
        (has(Role::Period) || has(Role::Year) && has(Role::Month)).then_some(layout)
    })
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
        assert_eq!(comext.map(|layout| layout.money), Some((Unit::EURO, 1.0)));
        assert_eq!(known(&header("a,b,c")), None);
    }
}
