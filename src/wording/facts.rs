//! What sentences of every language are made of.

use super::numbers::percent_size;
use crate::statistics::seasonal::Ordinary;
use crate::statistics::structure::Side;
use crate::trade::{Dataset, Flow, Partner, Period, Product, Quantity};

/// What a file may be of as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// Whose trade it is.
    Reporter,
    /// With whom.
    Partner,
    /// In what.
    Goods,
}

/// Where a file's own words propose something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source<'a> {
    /// In a line above or below the table.
    Title(&'a str),
    /// In the file's own name.
    Name(&'a str),
    /// In a column, which has one word in all rows.
    Column(&'a str, &'a str),
}

/// What a column of a file is called: by its heading or, where it has none, by its letter, as in a spreadsheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column<'a> {
    /// Its heading.
    Headed(&'a str),
    /// Its letter.
    Lettered(&'a str),
}

impl<'a> Column<'a> {
    /// What stands before the letter in a table's header and in a mapping, in every language.
    const CODE: &'static str = "column ";

    /// How a header and a mapping name a column that has no heading.
    pub fn code(letter: &str) -> String {
        format!("{}{letter}", Self::CODE)
    }

    /// The column that a header or a mapping names so, whatever its capitals.
    pub fn named(name: &'a str) -> Self {
        let (code, letter) = name.split_at_checked(Self::CODE.len()).unwrap_or((name, ""));
        let is_letter = (1..=2).contains(&letter.len())
            && letter.bytes().all(|byte| byte.is_ascii_alphabetic());
        if code.eq_ignore_ascii_case(Self::CODE) && is_letter {
            Self::Lettered(letter)
        } else {
            Self::Headed(name)
        }
    }

    /// Its letter, where it has no heading.
    pub const fn letter(self) -> &'a str {
        match self {
            Self::Headed(_) => "",
            Self::Lettered(letter) => letter,
        }
    }

    /// Its heading, else its letter.
    pub const fn name(self) -> &'a str {
        match self {
            Self::Headed(name) | Self::Lettered(name) => name,
        }
    }

    /// Whether it has no heading.
    pub const fn is_lettered(self) -> bool {
        matches!(self, Self::Lettered(_))
    }
}

/// Whether a change is none, but for what arithmetic makes of it.
pub fn is_nothing(change: f64) -> bool {
    change.abs() < 1e-9
}

/// From this share of all months near an event on, in percent, a month near one tells nothing.
pub const COMMON: f64 = 100.0 / 3.0;

/// Up, down or neither, as the digits shown have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More.
    Up,
    /// Less.
    Down,
    /// The same, to the digits shown.
    Unchanged,
}

impl Direction {
    /// The direction of a change in percent, or in percentage points.
    pub fn of(change: f64) -> Self {
        match change {
            _ if percent_size(change) == "0.0%" => Self::Unchanged,
            0.0.. => Self::Up,
            _ => Self::Down,
        }
    }

    /// The word of the direction, of `[up, down, neither]`.
    pub const fn choose<T: Copy>(self, [up, down, unchanged]: [T; 3]) -> T {
        match self {
            Self::Up => up,
            Self::Down => down,
            Self::Unchanged => unchanged,
        }
    }
}

/// Trade that a sentence is about: `China’s exports of rare earths to Japan`.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// Whose it is, as the data name it.
    pub whose: &'a str,
    /// Which way.
    pub flow: Flow,
    /// The product's label.
    pub goods: &'a str,
    /// The same where there is little room.
    pub goods_briefly: &'a str,
    /// The other side; none for the world.
    pub with: Option<&'a str>,
    /// Whether it is of a reader’s own files, whose reporter nothing else on the page has to name.
    pub own: bool,
}

impl<'a> Subject<'a> {
    /// What a series of `dataset` is of.
    pub fn of(dataset: &'a Dataset, flow: Flow, product: &'a str, partner: &'a Partner) -> Self {
        let goods = dataset.product(product);
        Self {
            whose: dataset.reporter(),
            flow,
            goods: goods.map_or(product, Product::spoken),
            goods_briefly: goods.map_or(product, Product::spoken_briefly),
            with: (!partner.is_world()).then(|| dataset.partner(partner)),
            own: dataset.about.own,
        }
    }
}

/// What a total is made of: destinations or sources, or product lines.
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    /// By what it is broken down.
    pub by: Side,
    /// Which way the trade goes.
    pub flow: Flow,
}

/// What trade several lines are all of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Common {
    /// `exports`, where all are.
    pub flow: Option<&'static str>,
    /// The goods within a sentence, where all are of the same.
    pub product: Option<String>,
    /// The same by their short name, for headlines.
    pub product_briefly: Option<String>,
    /// ` to Japan`, where all are.
    pub partner: String,
}

/// Periods that follow on one another, joined: March to June, November to February. Whole years are joined to
/// whole years alone.
pub fn runs(periods: &[Period]) -> Vec<Period> {
    let annual = |period: Period| period.months.is_multiple_of(12);
    let mut joined: Vec<Period> = Vec::new();
    for period in periods {
        match joined.last_mut() {
            Some(last) if last.end() + 1 == period.start && annual(*last) == annual(*period) => {
                *last = last.through(*period);
            }
            _ => joined.push(*period),
        }
    }
    joined
}

/// Shares of some years: of each the year and its share.
pub struct Path<'a> {
    /// What imports are measured against in the last year.
    pub basis: &'a str,
    /// Years with their shares, in order.
    pub shares: Vec<(i32, f64)>,
    /// Imports and what they are measured against in the last year.
    pub amounts: Option<(i32, Quantity, Quantity)>,
    /// How the share moved from the year before, where it was measured against the same then.
    pub turn: Option<Turn>,
    /// Years that are measured against the quota instead, and its name.
    pub others: (Vec<i32>, &'a str),
    /// Years without imports, and years with imports but without exports.
    pub lacking: [Vec<i32>; 2],
}

/// How a share of imports moved in a year, and what moved it.
pub struct Turn {
    /// The later year.
    pub year: i32,
    /// The share's change in percentage points.
    pub points: f64,
    /// The change of imports in percent.
    pub imports: f64,
    /// The change of what they are measured against in percent.
    pub basis: f64,
}

/// Where a figure fell among what was expected.
pub struct Fall {
    /// The figure.
    pub actual: Quantity,
    /// The median forecast.
    pub median: Quantity,
    /// How far it lies from that, in percent.
    pub gap: f64,
    /// The 80% interval.
    pub interval_80: [Quantity; 2],
    /// The 95% interval.
    pub interval_95: [Quantity; 2],
    /// How it is judged.
    pub judged: Option<Ordinary>,
    /// The smallest fall and rise that could have been told from chance, in percent.
    pub least_told: (f64, f64),
    /// The share of figures expected below it.
    pub below: f64,
}

/// What an axis' numbers are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum AxisUnit {
    /// Amounts, whose unit stands above the chart, once.
    Amount,
    /// Percent, with the sign of a change.
    Percent,
    /// A share in percent, without one.
    Share,
    /// Percentage points, likewise.
    Points,
    /// Nothing: a plain number.
    Plain,
}

/// How much the largest of the parts listed says of their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leading {
    /// It is the largest of all, whatever is not listed.
    OfAll,
    /// More is not listed than it has: another may be larger.
    OfListed,
    /// No other is listed.
    Alone,
}

impl Leading {
    /// That of shares, the largest first, of which so many are listed.
    pub fn of(largest: f64, count: usize, rest: f64) -> Self {
        match count {
            _ if rest <= largest && (count > 1 || rest < 0.005) => Self::OfAll,
            1 => Self::Alone,
            _ => Self::OfListed,
        }
    }
}

/// A figure of the data that a verdict rests on.
pub struct Held {
    /// How much.
    pub amount: Quantity,
    /// Of which months.
    pub period: Period,
    /// How it came about: a word of files.
    pub origin: &'static str,
}

/// What a reading's figures come to.
#[derive(Clone, Copy)]
pub enum Comes {
    /// So much.
    Amount(Quantity),
    /// So much a month.
    Average(Quantity),
    /// A change in percent.
    Change(f64),
    /// So much of another amount, in percent.
    Share(f64),
    /// A change in its unit.
    Difference(Quantity),
}

/// What a figure of a story may be of instead of the trade that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// No trade.
    NoTrade,
    /// What is to come.
    Future,
    /// The sentence has a subject that is not known.
    Unknown,
    /// The sentence names no trade.
    Unnamed,
    /// Another country's trade, perhaps.
    PerhapsTheirs,
    /// Another country's trade.
    Theirs,
    /// A buyer's trade with the world, perhaps.
    Buyers,
    /// What a partner bought, perhaps.
    Purchases,
    /// All goods, perhaps.
    AllGoods,
    /// Some of the goods.
    SomeGoods,
    /// Other goods.
    OtherGoods,
    /// Other goods, perhaps, as an amount of the same sentence is of others.
    PerhapsOtherGoods,
    /// Several partners together.
    Several,
}

/// How mistakes in writing change a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// A rise for a fall, or the other way round.
    Direction,
    /// Ten to this power times as much.
    Power(i8),
    /// One digit.
    Digit,
    /// Two digits in each other's place.
    Turned,
}

/// A question about a file: itself, its answers in words, and what hangs on it.
pub struct Asked {
    /// What is asked.
    pub text: String,
    /// The answers, in the order of their values.
    pub labels: Vec<String>,
    /// What a wrong answer does.
    pub matters: &'static str,
}

impl Asked {
    /// A question whose answers are always the same.
    pub fn of(text: String, labels: &[&str], matters: &'static str) -> Self {
        Self { text, labels: labels.iter().map(|label| (*label).to_owned()).collect(), matters }
    }
}

/// How many of their unit the values of a file are counted in.
pub enum Multiplier<'a> {
    /// As a column says.
    Column(&'a str),
    /// As each row says of its unit.
    Rows,
    /// One by one.
    One,
    /// So many, in digits.
    Times(&'a str),
}

/// What rows of a file hold that are not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unused {
    /// No figure.
    NoFigure,
    /// Parts of what other rows hold: re-exports, re-imports, balances.
    Parts,
    /// Trade with a group of countries that have rows.
    Groups,
    /// Something that is no trade, or a figure once more.
    OtherMeasure,
    /// Money of other prices than those of its time, of another year's length or another country's power to buy.
    OtherPrices,
    /// Another version than the one chosen.
    OtherVersion,
    /// Parts of totals that have rows.
    PartOfTotal,
    /// Totals of other rows.
    Totals,
    /// Words.
    Note,
}

/// What there is of a total that nothing has a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTotal {
    /// It is not known.
    Unknown,
    /// It is zero.
    Zero,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::Month;

    #[test]
    fn months_that_follow_on_one_another_are_a_run() {
        let of = |year, number| Period::month(Month::from_index(year * 12 + number - 1));
        let months = [of(2023, 12), of(2024, 1), of(2024, 3), of(2024, 4), of(2024, 5)];
        let found = runs(&months);
        assert_eq!(found, [months[0].through(months[1]), months[2].through(months[4])]);
        assert_eq!(runs(&[]), []);
        let year = |year| of(year, 1).through(of(year, 12));
        assert_eq!(
            runs(&[year(2018), year(2020), year(2021), of(2022, 1)]),
            [year(2018), year(2020).through(year(2021)), of(2022, 1)]
        );
    }
}
