//! What the columns of a file hold: a record for each publisher's layouts, known by their headers.
//! One more takes a file of its own, a line in [`ALL`] and a sample in `tests/import/samples`.

mod baci;
mod canada;
mod census;
mod china_customs;
mod comex_stat;
mod comtrade;
mod eurostat;
mod faostat;
mod genesis;
mod hmrc;
mod japan;
mod korea;
mod own;
mod sdmx;
mod usitc;
mod wits;
mod world_bank;

use crate::import::ASKS;
use crate::import::bytes::records;
use crate::util::Lower as _;
use std::borrow::Cow;

use super::asking::Question;
use crate::import::cells::cell_numbers::Marks;
use crate::import::cells::countries::List;
use crate::import::cells::dates::{Dates, period};
use crate::import::cells::titles::Goods;
use crate::import::cells::vocabulary::{
    System, Way, What, code_of, counting_label, factor_in, is_mil, labelled, way,
};
use crate::trade::{Flow, Period, Unit};
use crate::wording::say::import::noticed;

pub use census::is_group;
pub use genesis::named;
pub use own::ROLLED_UP;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A month, a year or a run of months.
    Period,
    /// A year, where the month stands apart.
    Year,
    /// A month's number or name.
    Month,
    /// How many months a figure counts.
    Months,
    /// Exports or imports.
    Flow,
    /// Whose trade it is, by code.
    Reporter,
    /// Its number, where the code is empty.
    ReporterNumber,
    ReporterName,
    /// With whom, by code.
    Partner,
    PartnerNumber,
    PartnerName,
    /// The product's code.
    Product,
    ProductName,
    /// Whose list the code is of.
    System,
    /// Money.
    Value,
    /// Money of exports and of imports, where each has a column of its own.
    Exports,
    Imports,
    /// Their weights.
    ExportWeight,
    ImportWeight,
    /// Weight.
    Weight,
    /// The unit of what the weight's column holds.
    WeightUnit,
    /// A quantity in whatever unit, beside the weight.
    Quantity,
    /// The unit of that quantity.
    QuantityUnit,
    /// An amount whose row says what it measures.
    Amount,
    /// What such an amount is: `volume`, `VALUE_IN_EUROS`, `Export quantity`.
    Measure,
    /// The unit of such an amount.
    Unit,
    /// The power of ten that such an amount is multiplied by.
    Power,
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
    /// The first one stands; others are counted, and asked about where they differ.
    First,
}

/// When the figures of some columns are of, where their heading says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The row says it.
    Row,
    /// The heading does.
    Heading(Period),
    /// The heading names the month of the row's year.
    Month(u32),
}

/// Columns whose figures belong together: one row of a wide table has several of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Set {
    pub when: When,
    /// The direction that the headings name.
    pub flow: Option<Flow>,
    /// The value's column, and how many of the file's money one is there.
    pub value: Option<(usize, f64)>,
    /// The weight's column, and how many tonnes one is; not known where its unit has a column.
    pub weight: Option<(usize, Option<f64>)>,
    pub unit: Option<usize>,
    /// A quantity beside it, with its unit's column.
    pub second: Option<(usize, Option<usize>)>,
    /// What the quantity is counted in, where that is no weight, and how many of it one is.
    pub count: Option<(Unit, f64)>,
    /// The column whose heading is the country that these figures are of.
    pub country: Option<usize>,
    /// The column whose heading is the goods that they are of.
    pub goods: Option<usize>,
}

impl Set {
    /// No column, and nothing said of it.
    pub const BLANK: Self = Self {
        when: When::Row,
        flow: None,
        value: None,
        weight: None,
        unit: None,
        second: None,
        count: None,
        country: None,
        goods: None,
    };
}

/// The months that whole years stand for, where words beside or above them say so and a reader agrees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Within {
    /// The column and the words of the rows that it holds for; all rows where there are none.
    pub beside: Option<(usize, String)>,
    /// The year; any where there is none.
    pub year: Option<i32>,
    /// The first month and the last.
    pub months: (u32, u32),
}

impl Within {
    /// These months of a whole year that they hold for; any other period as it is.
    pub fn of(&self, period: Period) -> Period {
        let whole = period.is_year();
        let same = self.year.is_none_or(|year| year == period.start.year());
        if !whole || !same {
            return period;
        }
        let (first, last) = self.months;
        Period { start: period.start + (first as i32 - 1), months: (last - first + 1) as u16 }
    }
}

/// What a file's columns hold and how its rows are meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// What it is called.
    pub name: &'static str,
    /// The columns' places by their roles.
    pub(super) places: [Option<usize>; Role::COUNT],
    /// The columns of figures.
    pub sets: Vec<Set>,
    /// Columns that tell parts from a whole that has a row of its own, and what the whole is called.
    pub wholes: Vec<(usize, &'static str)>,
    /// What every row is, where no column says.
    pub flow: Option<Flow>,
    pub reporter: Option<Cow<'static, str>>,
    /// What this file calls its directions, in small letters, where others would not know.
    pub own_ways: Vec<(String, Way)>,
    /// The directions that this layout's own codes stand for.
    pub ways: &'static [(&'static str, Way)],
    /// What this layout's own codes say that an amount is.
    pub measures: &'static [(&'static str, What)],
    /// What the values are in, where that is known; an amount's row may say it.
    pub money: Option<Unit>,
    /// The column that names the money of all rows that were looked at, and its word.
    pub paid: Option<(usize, String)>,
    /// Whether rows whose value is in another money are left out.
    pub one_money: bool,
    /// How many such units one is.
    pub factor: f64,
    /// How many tonnes one unit of weight is, where no column says and it is known.
    pub weight: Option<f64>,
    /// What the quantity is counted in, where that is no weight, and how many of it one is.
    pub count: Option<(Unit, f64)>,
    pub joining: Joining,
    /// The columns whose decimal mark is a comma.
    pub commas: Vec<usize>,
    pub dates: Dates,
    /// Whether both sides of a trade are one row, told by the exporter.
    pub both_sides: bool,
    /// Whether rows without a partner are the totals of all.
    pub blank_totals: bool,
    /// Whether words that a spreadsheet would take for formulas are guarded, as we write them.
    pub guarded: bool,
    /// Whose numbers partners have; those of other lists would be taken for other countries.
    pub list: List,
    /// Whether some partners are the Census Bureau's groups of countries, which have rows of their own.
    pub grouped: bool,
    /// Whose list the products' codes are of.
    pub system: System,
    /// Whether nine digits of a code lack the first of ten.
    pub nine_lack_one: bool,
    /// Whether eleven lack the first of twelve.
    pub eleven_lack_one: bool,
    /// Columns that nobody mapped: rows that fall on one cell and differ there are not added up.
    pub versions: Vec<usize>,
    /// Those of them that hold countries, where no other column does.
    pub countries: Vec<usize>,
    /// Those of them that may hold the goods, where no other column does.
    pub wares: Vec<usize>,
    /// A column of codes of the partners beside their names.
    pub beside: Option<usize>,
    /// Words of such columns whose figures are the sum of those of all others.
    pub summed: Vec<(usize, String)>,
    /// Only rows with this word in this column count.
    pub only: Vec<(usize, String)>,
    /// Columns in which rows that fall on one cell may differ: they are parts of it.
    pub parts: Vec<usize>,
    /// Where a row has this word in this column, it stands before others of its cell.
    pub preferred: Vec<(usize, String)>,
    /// A column whose words multiply the values: thousands, millions.
    pub scale: Option<usize>,
    /// Whether that column holds powers of ten, and not words.
    pub powers: bool,
    /// What a line above the table multiplies all figures by, whatever they count.
    pub times: f64,
    /// A column that may hold the goods, where none is known to.
    pub spare: Option<usize>,
    /// Whether a title says that it is of all goods.
    pub all_goods: bool,
    /// Whether words that name a factor beside that column say nothing.
    pub worded: bool,
    /// How many thousands one of what is called `mil` is.
    pub mil: f64,
    /// The columns of partners for exports and for imports, where they are two.
    pub sides: Option<(usize, usize)>,
    /// With whom all of it is, and what it is in, where no column says.
    pub partner: Option<String>,
    pub goods: Option<Goods>,
    /// When all of it is of, where no column and no heading says.
    pub when: Option<Period>,
    /// What was supposed and why, to be said.
    pub supposed: Vec<String>,
    /// Which columns are not used, in words.
    pub unused: Option<String>,
    /// Whether a reader or a guess says what its columns hold, and no record.
    pub asked: bool,
    /// Names that may be totals, and whether they are.
    pub totals: Vec<(String, bool)>,
    /// Names in a column whose rows are the sum of others beside them.
    pub subtotals: Vec<(usize, String)>,
    /// Names of countries that stand beside their mainland, as groups of it and others.
    pub mainlands: Vec<(String, bool)>,
    /// The columns' names.
    pub names: Vec<String>,
    /// What columns are headed by that goods or partners head, worked out once for all rows; empty for others.
    pub heads: Vec<String>,
    /// Whether somebody said what rows are that fall on one cell.
    pub rows_said: bool,
    /// Whether hardly any rows of the first ones fall on one cell with others: such are parts of it.
    pub few_fall: bool,
    /// Columns that nobody mapped whose rows, alike in all else, have figures far from each other.
    pub apart: Vec<usize>,
    /// Whether columns are not there that would tell parts from a whole.
    pub unsure: bool,
    /// Whether years stand alone in rows above their months.
    pub years_above: bool,
    /// Of how many digits the codes of goods are, where the number of a section stands before them.
    pub behind_section: Option<usize>,
    /// A column that says which quarter of its year a row is of.
    pub quarter: Option<usize>,
    /// Whether brackets around figures are a publisher's mark, and no minus.
    pub bracketed: bool,
    /// Whether numbers in brackets are those of notes, and no figures.
    pub noted: bool,
    /// Columns whose figures are written with a minus, as what is paid.
    pub minus: Vec<usize>,
    /// Words of columns that say that a row's money is not what was paid in its time.
    pub priced: Vec<(usize, String)>,
    /// The countries that head columns, by the columns’ places.
    pub lands: Vec<String>,
    /// What is asked beside other questions alone.
    pub waiting: Option<Question>,
    /// Whether somebody chose what each column holds.
    pub chosen: bool,
    /// Whether countries that head columns are those whose trade it is.
    pub heads_report: bool,
    /// Which months alone some of its years stand for.
    pub within: Vec<Within>,
}

impl Layout {
    /// One that says nothing of its columns yet.
    pub const fn blank(name: &'static str) -> Self {
        Self {
            name,
            places: [None; Role::COUNT],
            sets: Vec::new(),
            wholes: Vec::new(),
            flow: None,
            reporter: None,
            own_ways: Vec::new(),
            ways: &[],
            measures: &[],
            money: None,
            paid: None,
            one_money: false,
            factor: 1.0,
            weight: None,
            count: None,
            joining: Joining::First,
            commas: Vec::new(),
            dates: Dates {
                month_first: None,
                fiscal: None,
                serial: false,
                cumulative: false,
                early: false,
                october: false,
                republic: false,
            },
            both_sides: false,
            blank_totals: false,
            guarded: false,
            list: List::Unknown,
            grouped: false,
            system: System::Own,
            nine_lack_one: false,
            eleven_lack_one: false,
            versions: Vec::new(),
            countries: Vec::new(),
            wares: Vec::new(),
            beside: None,
            summed: Vec::new(),
            only: Vec::new(),
            parts: Vec::new(),
            preferred: Vec::new(),
            scale: None,
            powers: false,
            times: 1.0,
            worded: false,
            spare: None,
            all_goods: false,
            mil: 1.0,
            sides: None,
            partner: None,
            goods: None,
            when: None,
            supposed: Vec::new(),
            unused: None,
            asked: false,
            totals: Vec::new(),
            subtotals: Vec::new(),
            mainlands: Vec::new(),
            names: Vec::new(),
            heads: Vec::new(),
            rows_said: false,
            few_fall: false,
            apart: Vec::new(),
            unsure: false,
            years_above: false,
            behind_section: None,
            quarter: None,
            bracketed: false,
            noted: false,
            minus: Vec::new(),
            priced: Vec::new(),
            lands: Vec::new(),
            waiting: None,
            chosen: false,
            heads_report: false,
            within: Vec::new(),
        }
    }

    /// Says where a role's column stands, unless that was said before.
    pub fn put(&mut self, role: Role, place: usize) {
        self.places.get_mut(role as usize).into_iter().for_each(|own| *own = own.or(Some(place)));
    }

    /// Takes a role's column away.
    pub fn take(&mut self, role: Role) {
        self.places.get_mut(role as usize).into_iter().for_each(|own| *own = None);
    }

    /// Where a role's column stands.
    #[inline]
    pub fn place(&self, role: Role) -> Option<usize> {
        self.places.get(role as usize).copied().flatten()
    }

    /// The column of the first of these that has one.
    pub fn first_of(&self, roles: &[Role]) -> Option<usize> {
        roles.iter().find_map(|role| self.place(*role))
    }

    /// The column of the partners: of their codes, or else of their names.
    pub fn partners_at(&self) -> Option<usize> {
        self.first_of(&[Role::Partner, Role::PartnerName])
    }

    /// The same of the goods.
    pub fn goods_at(&self) -> Option<usize> {
        self.first_of(&[Role::Product, Role::ProductName])
    }

    /// Whether anything says which goods it is of.
    pub fn says_goods(&self) -> bool {
        self.goods_at().is_some()
            || self.sets.iter().any(|set| set.goods.is_some())
            || self.goods.is_some()
            || self.spare.is_some()
            || self.all_goods
    }

    /// Whether the rows that a column tells apart look like parts: as few are, and as far apart they are.
    pub fn are_parts(&self, at: usize) -> (bool, bool) {
        (self.few_fall, self.apart.contains(&at))
    }

    /// Whether rows that are added up are compared with each other: one that says in all columns what another says is
    /// that one once more.
    pub fn counts_once(&self) -> bool {
        let added = self.joining == Joining::Sum || !self.preferred.is_empty();
        added && self.asked && !self.rows_said
    }

    /// What is said of how the file is read.
    pub fn said(&self) -> impl Iterator<Item = &String> {
        self.supposed.iter().chain(&self.unused)
    }

    /// Every column that holds anything of use.
    pub fn used(&self) -> impl Iterator<Item = usize> {
        let sets = self.sets.iter().flat_map(|set| {
            let second = set.second.map(|(at, unit)| [Some(at), unit]).unwrap_or_default();
            [set.value.map(|(at, _)| at), set.weight.map(|(at, _)| at), set.unit]
                .into_iter()
                .chain(second)
        });
        let wholes = self.wholes.iter().map(|(at, _)| Some(*at)).chain([self.quarter]);
        self.places.iter().copied().chain(sets).chain(wholes).flatten()
    }

    /// How the numbers of a column are written.
    pub fn marks(&self, at: usize) -> Marks {
        if self.commas.contains(&at) { Marks::Comma } else { Marks::Point }
    }

    /// The columns of figures.
    pub fn figures(&self) -> Vec<usize> {
        let roles = [
            Role::Value,
            Role::Exports,
            Role::Imports,
            Role::ExportWeight,
            Role::ImportWeight,
            Role::Weight,
            Role::Quantity,
            Role::Amount,
        ];
        let sets = self.sets.iter().flat_map(|set| {
            let [value, weight] = [set.value.map(|(at, _)| at), set.weight.map(|(at, _)| at)];
            [value, weight, set.second.map(|(at, _)| at)]
        });
        roles.into_iter().map(|role| self.place(role)).chain(sets).flatten().collect()
    }

    /// The last column that a row must have.
    pub fn last(&self) -> usize {
        let sets = self.sets.iter().filter_map(|set| set.value.map(|(at, _)| at));
        self.places.iter().flatten().copied().chain(sets).max().unwrap_or_default()
    }

    /// What this layout's own code says that an amount is; a star stands for the rest of several codes.
    pub fn measured(&self, code: &str) -> Option<What> {
        let fits = |own: &str| match own.strip_suffix('*') {
            Some(start) => code.starts_with(start),
            None => own == code,
        };
        self.measures.iter().find(|(own, _)| fits(own)).map(|(_, what)| *what)
    }

    /// Which way the goods of a row went.
    #[inline]
    pub fn way(&self, text: &[u8]) -> Option<Way> {
        if !self.ways.is_empty()
            && let Some((_, way)) = self.ways.iter().find(|(own, _)| own.as_bytes() == text)
        {
            return Some(*way);
        }
        if !self.own_ways.is_empty() {
            let word = records::words(text).lower();
            if let Some((_, way)) = self.own_ways.iter().find(|(own, _)| *own == word) {
                return Some(*way);
            }
        }
        way(text).or_else(|| {
            let (code, _) = labelled(std::str::from_utf8(text).ok()?)?;
            self.way(code.as_bytes())
        })
    }

    /// What a text multiplies by, if it says so.
    pub fn factor_in(&self, text: &str) -> Option<f64> {
        let times = if is_mil(text) { self.mil } else { 1.0 };
        factor_in(text).map(|found| found * times)
    }

    /// What a cell of the column that multiplies says; nothing where it says nothing that is known.
    pub fn scale_in(&self, text: &str) -> Option<f64> {
        let text = text.trim();
        if self.powers || !ASKS {
            return code_of(text)
                .parse()
                .ok()
                .filter(|power| (-3..=15).contains(power))
                .map(|power| 10f64.powi(power));
        }
        let plain = matches!(text.lower().as_str(), "unit" | "units" | "ones" | "1");
        let of_label = || counting_label(text).map(|(_, factor)| factor);
        if plain { Some(1.0) } else { of_label().or_else(|| self.factor_in(text)) }
    }

    /// Makes the sets of a layout whose figures have one column for each role.
    pub fn settle(&mut self) {
        if !self.sets.is_empty() || self.place(Role::Amount).is_some() {
            return;
        }
        let sides = [
            (Flow::Export, Role::Exports, Role::ExportWeight),
            (Flow::Import, Role::Imports, Role::ImportWeight),
        ];
        for (flow, value, weight) in sides {
            // Where a row says its direction, its one quantity is of that.
            let own = |role: Role| self.place(role).filter(|_| self.place(Role::Flow).is_some());
            let (value, weight) = (self.place(value), self.place(weight));
            if value.is_some() || weight.is_some() {
                let weight = weight.or(own(Role::Weight));
                self.sets.push(Set {
                    flow: Some(flow),
                    value: value.map(|at| (at, self.factor)),
                    weight: weight.map(|at| (at, self.weight)),
                    unit: own(Role::WeightUnit),
                    second: own(Role::Quantity).map(|at| (at, own(Role::QuantityUnit))),
                    count: self.count,
                    ..Set::BLANK
                });
            }
        }
        if self.sets.is_empty() {
            self.sets.push(Set {
                value: self.place(Role::Value).map(|at| (at, self.factor)),
                weight: self.place(Role::Weight).map(|at| (at, self.weight)),
                unit: self.place(Role::WeightUnit),
                second: self.place(Role::Quantity).map(|at| (at, self.place(Role::QuantityUnit))),
                count: self.count,
                ..Set::BLANK
            });
        }
    }
}

/// The code of a reporter, and of goods, that nothing names.
pub const UNNAMED: &str = "OWN";

/// A layout that is known by its header.
pub struct Known {
    pub name: &'static str,
    /// Where the publisher describes it, and the day when files of it were last looked at.
    pub url: &'static str,
    pub seen: &'static str,
    /// The header's names, as [`plain`] makes them; a layout fits where all but those marked with `?`
    /// are there.
    columns: &'static [(Role, &'static str)],
    /// Columns of another layout, with which this one does not fit.
    without: &'static str,
    /// Columns that may be there and tell parts from a whole: what the whole is called, and the name.
    wholes: &'static [(&'static str, &'static str)],
    /// Columns that may be there and in which rows of one cell may differ: they are its parts.
    parts: &'static str,
    flow: Option<Flow>,
    reporter: Option<&'static str>,
    ways: &'static [(&'static str, Way)],
    measures: &'static [(&'static str, What)],
    money: &'static str,
    factor: f64,
    weight: Option<f64>,
    joining: Joining,
    both_sides: bool,
    guarded: bool,
    grouped: bool,
    list: List,
    system: System,
}

const BASE: Known = Known {
    name: "",
    url: "",
    seen: "",
    columns: &[],
    without: "",
    wholes: &[],
    parts: "",
    flow: None,
    reporter: None,
    ways: &[],
    measures: &[],
    money: "USD",
    factor: 1.0,
    weight: Some(1e-3),
    joining: Joining::Sum,
    both_sides: false,
    guarded: false,
    grouped: false,
    list: List::Un,
    system: System::Hs,
};

/// Every layout that is known, in the order they are tried in.
pub const ALL: [&Known; 37] = [
    &own::TIDY,
    &comtrade::PRESENT,
    &comtrade::VALUED,
    &comtrade::OLDER,
    &comtrade::ANSWER,
    &baci::BACI,
    &canada::CIMT,
    &census::EXPORTS,
    &census::IMPORTS,
    &eurostat::COMEXT,
    &eurostat::SDMX,
    &eurostat::EXTERNAL,
    &eurostat::BULK,
    &eurostat::BULK_EXTERNAL,
    &china_customs::YUAN,
    &china_customs::DOLLARS,
    &china_customs::ENGLISH_YUAN,
    &china_customs::ENGLISH_DOLLARS,
    &comex_stat::BULK_IMPORTS,
    &comex_stat::BULK,
    &comex_stat::API,
    &comex_stat::SITE,
    &faostat::MATRIX,
    &faostat::WIDE,
    &faostat::CROPS,
    &genesis::TABLE,
    &hmrc::OTS,
    &hmrc::SMKI,
    &hmrc::SMKE,
    &japan::CUSTOMS,
    &korea::CUSTOMS,
    &usitc::DATAWEB,
    &wits::SITE,
    &wits::QUERY,
    &world_bank::INDICATORS,
    &sdmx::TRADE,
    &own::PART,
];

/// The layouts that are known: what each is called, where it is described and when that was looked at.
pub fn layouts() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    ALL.into_iter().map(|known| (known.name, known.url, known.seen))
}

/// What ITC’s Trade Map is called.
pub const TRADE_MAP: &str = "ITC Trade Map";

/// Whether a header is of Trade Map’s lists of partners, `Exporters`, `Imported value in 2020`, or of
/// goods: `Code`, `Product label`. Its page says in what and of which goods the figures are; what is
/// downloaded may not.
pub fn is_trade_map(header: &[String]) -> bool {
    let names: Vec<String> = header.iter().map(|name| name.lower()).collect();
    let figures = |name: &String| {
        name.is_empty() || name.contains("imported value in") || name.contains("exported value in")
    };
    let own = match names.first().map(String::as_str) {
        Some("exporters" | "importers") => 1,
        Some("code") if names.get(1).is_some_and(|name| name == "product label") => 2,
        _ => return false,
    };
    names.len() > own && names.iter().skip(own).all(figures)
}

/// A header's name as it is compared: small letters and digits alone.
pub fn plain(name: &str) -> String {
    name.lower().chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// The layout of a file with this header, if it is a known one.
pub fn known(header: &[String]) -> Option<Layout> {
    // A dimension's code may have its label behind it: `freq: Time frequency`.
    let coded = |name: &str| {
        let code = name.split_once(": ").map(|(code, _)| code.to_owned());
        code.filter(|code| code.bytes().all(|own| own.is_ascii_alphanumeric() || own == b'_'))
    };
    let own = |name: &String| plain(coded(name).as_deref().unwrap_or(name));
    let names: Vec<String> = header.iter().map(own).collect();
    let found = ALL.into_iter().find_map(|known| known.fit(&names));
    found.map(|layout| Layout { names: header.to_vec(), ..layout })
}

impl Known {
    fn fit(&self, header: &[String]) -> Option<Layout> {
        let place = |name: &str| header.iter().position(|own| own == name);
        let others = self.without.split('|').filter(|name| !name.is_empty());
        if others.into_iter().any(|name| place(name).is_some()) {
            return None;
        }
        let mut layout = Layout {
            wholes: self
                .wholes
                .iter()
                .filter_map(|(whole, name)| Some((place(name)?, *whole)))
                .collect(),
            flow: self.flow,
            reporter: self.reporter.map(Cow::Borrowed),
            ways: self.ways,
            measures: self.measures,
            money: Unit::parse(self.money),
            factor: self.factor,
            weight: self.weight,
            joining: self.joining,
            both_sides: self.both_sides,
            guarded: self.guarded,
            list: self.list,
            grouped: self.grouped,
            system: self.system,
            ..Layout::blank(self.name)
        };
        layout.unsure = layout.wholes.len() < self.wholes.len();
        for (role, names) in self.columns {
            let (optional, names) = match names.strip_prefix('?') {
                Some(names) => (true, names),
                None => (false, *names),
            };
            match names.split('|').find_map(place) {
                Some(at) => {
                    layout.put(*role, at);
                    // General imports beside those for consumption: one is taken, and it is said which.
                    let others =
                        names.split('|').filter(|name| place(name).is_some_and(|own| own != at));
                    for other in others.filter(|_| *role == Role::Value) {
                        let own = header.get(at).map_or("", String::as_str);
                        layout.supposed.push(noticed::values_read_from(own, other));
                    }
                }
                None if optional => {}
                None => return None,
            }
        }
        let has = |role: Role| layout.place(role).is_some();
        // Where no column holds figures, those are in columns that are named for periods.
        let figures =
            [Role::Value, Role::Amount, Role::Exports, Role::Imports].into_iter().any(has);
        if figures && !has(Role::Period) && !has(Role::Year) {
            return None;
        }
        // Where periods head columns it takes the reader that asks anyway.
        let dated = |name: &String| !ASKS || period(name.as_bytes(), Dates::default()).is_some();
        if !figures && !has(Role::Period) && !has(Role::Year) && !header.iter().any(dated) {
            return None;
        }
        // What no record speaks of may tell versions of a figure apart.
        if self.joining == Joining::Sum && self.parts != "*" {
            let spoken = |name: &str| self.parts.split('|').any(|own| own == name);
            let used: Vec<usize> = layout.used().collect();
            let others = header
                .iter()
                .enumerate()
                .filter(|(at, name)| !used.contains(at) && !name.is_empty() && !spoken(name));
            layout.versions = others.map(|(at, _)| at).collect();
            let parts = header
                .iter()
                .enumerate()
                .filter(|(at, name)| !used.contains(at) && !name.is_empty() && spoken(name));
            layout.parts = parts.map(|(at, _)| at).collect();
        }
        Some(layout)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(text: &str) -> Vec<String> {
        text.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn headers_are_known_by_their_names_not_by_their_order_or_their_marks() {
        let name = |text: &str| known(&header(text)).map(|layout| layout.name);
        assert_eq!(name("t,i,j,k,v,q"), Some("CEPII BACI"));
        let own =
            "\u{feff}period,months,flow,measure,product,partner,value,unit,status,source,note";
        assert_eq!(name(own), Some("Xenotime’s tidy CSV"));
        let comext = known(&header(
            "DECLARANT,PARTNER,PRODUCT_NC,FLOW,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG",
        ));
        assert_eq!(comext.and_then(|layout| layout.money), Unit::parse("EUR"));
        for text in [
            "period,reporterCode,flowCode,partnerCode,cmdCode,primaryValue",
            "period,reporter_code,flow_code,partner_code,cmd_code,primary_value",
            "Period,Reporter.Code,Flow.Code,Partner Code,Cmd.Code,Primary (Value)",
        ] {
            assert_eq!(name(text), Some("UN Comtrade"), "{text}");
        }
        assert_eq!(name("a,b,c"), None);
        // A bulk file of Comext, and somebody's own table whose weights it would drop.
        let own = "period,flow,reporter,partner,product,value_eur";
        assert_eq!(name(&format!("{own},quantity_kg")), Some("Eurostat Comext"));
        assert_eq!(name(&format!("{own},weight_kg")), None);
    }
}
