//! Facts that sentences of every language are made from.

use super::numbers::{percent, percent_size};
use crate::statistics::seasonal::Ordinary;
use crate::statistics::structure::Side;
use crate::statistics::{Comparison, Origin};
use crate::trade::{Dataset, Flow, Partner, Period, Product, Quantity};

/// How the data end a remark that gives a change on the year before.
pub const GIVEN_ON_YEAR: &str = "% year on year";

/// What all rows of a file may share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// Whose trade it is.
    Reporter,
    /// With whom.
    Partner,
    /// In what.
    Goods,
}

/// A change in percent between two numbers that may have been rounded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// How much; whole where it is rough.
    pub percent: f64,
    /// Whether the numbers are too rough for tenths of a percent.
    pub rough: bool,
}

impl Change {
    /// The change as it was said with tenths, without them where they say nothing.
    pub fn said(self, with_tenths: &str) -> String {
        with_tenths.replacen(".0%", if self.rough { "%" } else { ".0%" }, 1)
    }

    /// With its sign.
    pub fn signed(self) -> String {
        self.said(&percent(self.percent))
    }
}

/// Where a file suggests an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source<'a> {
    /// In a line above or below the table.
    Title(&'a str),
    /// At the head of a column.
    Heading(&'a str),
    /// In some rows of a column.
    Row(&'a str),
    /// In the file's own name.
    Name(&'a str),
    /// In a column, which has one word in all rows.
    Column(&'a str, &'a str),
}

/// A column, named by its heading or, if it has none, by its letter, as in a spreadsheet.
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

    /// The name of a column without a heading in headers and mappings.
    pub fn code(letter: &str) -> String {
        format!("{}{letter}", Self::CODE)
    }

    /// The column with this name, ignoring case.
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

    /// Its letter, if it has no heading.
    pub const fn letter(self) -> &'a str {
        match self {
            Self::Headed(_) => "",
            Self::Lettered(letter) => letter,
        }
    }

    /// Its heading, otherwise its letter.
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

/// Whether a change is zero, apart from rounding error.
pub fn is_nothing(change: f64) -> bool {
    change.abs() < 1e-9
}

/// A number to two digits.
pub fn two_digits(value: f64) -> f64 {
    let one = 10_f64.powf(value.abs().max(f64::MIN_POSITIVE).log10().floor() - 1.0);
    (value / one).round() * one
}

/// If at least this percentage of all months is near an event, nearness says nothing.
pub const COMMON: f64 = 100.0 / 3.0;

/// Up, down or neither, judged by the digits shown.
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

/// The trade a sentence is about: `China’s exports of rare earths to Japan`.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The reporter, as the data name it.
    pub whose: &'a str,
    /// Exports or imports.
    pub flow: Flow,
    /// The product's label.
    pub goods: &'a str,
    /// A shorter label.
    pub goods_briefly: &'a str,
    /// The partner; `None` for the world.
    pub with: Option<&'a str>,
    /// Whether it is from a reader’s own files, whose reporter must be named in every headline.
    pub own: bool,
}

impl<'a> Subject<'a> {
    /// The subject of a series of `dataset`.
    pub fn of(dataset: &'a Dataset, flow: Flow, product: &'a str, partner: &'a Partner) -> Self {
        let goods = dataset.product(product);
        let (whose, with) = dataset.beside(partner);
        Self {
            whose,
            flow,
            goods: goods.map_or(product, Product::spoken),
            goods_briefly: goods.map_or(product, Product::spoken_briefly),
            with: (!partner.is_world()).then_some(with),
            own: dataset.about.own,
        }
    }
}

/// Of how many went up, went down and stand still: the first that any did, and its word.
pub fn first_way(ways: [usize; 3], words: [&str; 3]) -> (usize, &str) {
    ways.into_iter().zip(words).find(|(count, _)| *count > 0).unwrap_or((0, ""))
}

/// The parts of a total: destinations, origins or product lines.
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    /// The dimension of the breakdown.
    pub by: Side,
    /// Exports or imports.
    pub flow: Flow,
}

/// What several lines have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Common {
    /// `exports`, if all are exports.
    pub flow: Option<&'static str>,
    /// The goods within a sentence, if they are the same.
    pub product: Option<String>,
    /// Their short name, for headlines.
    pub product_briefly: Option<String>,
    /// ` to Japan`, if the partner is the same.
    pub partner: String,
}

/// Consecutive periods joined: March to June, November to February. Whole years are joined only to whole
/// years.
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

/// Import shares by year.
pub struct Path<'a> {
    /// The basis of the last year's share: production or quota.
    pub basis: &'a str,
    /// Years with their shares, in order.
    pub shares: Vec<(i32, f64)>,
    /// The last year's imports and basis.
    pub amounts: Option<(i32, Quantity, Quantity)>,
    /// The change of the share in the last year, if the basis is the same.
    pub turn: Option<Turn>,
    /// Years measured against the quota instead, and its name.
    pub others: (Vec<i32>, &'a str),
    /// Years without imports, and years with imports but without exports.
    pub lacking: [Vec<i32>; 2],
}

/// The change of an import share in a year, and its causes.
pub struct Turn {
    /// The later year.
    pub year: i32,
    /// The share's change in percentage points.
    pub points: f64,
    /// The change of imports in percent.
    pub imports: f64,
    /// The change of production or quota in percent.
    pub basis: f64,
}

/// A figure compared with its forecast.
pub struct Fall {
    /// The figure.
    pub actual: Quantity,
    /// The median forecast.
    pub median: Quantity,
    /// Its difference from the median, in percent.
    pub gap: f64,
    /// The 80% interval.
    pub interval_80: [Quantity; 2],
    /// The 95% interval.
    pub interval_95: [Quantity; 2],
    /// How usual it is.
    pub judged: Option<Ordinary>,
    /// The bounds of the 80% interval, in percent of the median.
    pub least_told: (f64, f64),
    /// The forecast probability of a lower figure.
    pub below: f64,
}

/// What the numbers of an axis are.
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

/// How the largest of the listed parts relates to the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leading {
    /// It is the largest of all, whatever is not listed.
    OfAll,
    /// As large as others, which are named with it.
    Tied,
    /// More is not listed than it has: another may be larger.
    OfListed,
    /// No other is listed.
    Alone,
    /// Others are listed in another unit only.
    AloneInUnit,
    /// A group of countries is listed that has more, and no more is known of its members.
    OfCountries,
    /// No other single country is listed, but a group is.
    OnlyCountry,
}

impl Leading {
    /// From shares, the largest first.
    pub fn of(largest: f64, count: usize, rest: f64) -> Self {
        match count {
            _ if rest <= largest && (count > 1 || rest < 0.005) => Self::OfAll,
            1 => Self::Alone,
            _ => Self::OfListed,
        }
    }
}

/// A figure that a verdict rests on.
pub struct Held {
    /// How much.
    pub amount: Quantity,
    /// Of which months.
    pub period: Period,
    /// How it came about.
    pub origin: Origin,
}

impl Held {
    /// The usual amount that it is so many percent above or below.
    pub fn usual(&self, change: f64) -> Option<Quantity> {
        let value = self.amount.value / (1.0 + change / 100.0);
        value.is_finite().then_some(Quantity { value, decimals: 1, ..self.amount })
    }
}

/// The result of a reading.
#[derive(Clone, Copy)]
pub enum Comes {
    /// So much.
    Amount(Quantity),
    /// So much a month.
    Average(Quantity),
    /// A change in percent.
    Change(f64),
    /// The same on what is usual for the months.
    OnUsual(f64, Comparison),
    /// So much of another amount, in percent.
    Share(f64),
    /// A change in its unit.
    Difference(Quantity),
}

/// Why a figure of a story may be about another trade than the one read.
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

/// Typical writing errors.
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

/// A question about a file, with its possible answers and the consequence of a wrong one.
pub struct Asked {
    /// The question.
    pub text: String,
    /// The answers, in the order of their values.
    pub labels: Vec<String>,
    /// The consequence of a wrong answer.
    pub matters: &'static str,
}

impl Asked {
    /// A question with fixed answers.
    pub fn of(text: String, labels: &[&str], matters: &'static str) -> Self {
        Self { text, labels: labels.iter().map(|label| (*label).to_owned()).collect(), matters }
    }
}

/// The multiplier of a file's values.
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

/// Why rows of a file are not used.
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

/// Why a total has no shares.
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
