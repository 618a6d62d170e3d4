//! What a phrase can mean, in whatever language.

use super::names::{PartnerId, ProductId};
use crate::statistics::Comparison;
use crate::trade::{Flow, Unit};

/// What a phrase says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Meaning {
    /// Which way the goods went.
    Flow(Flow),
    /// Goods on their way, whichever it is.
    Moved,
    /// Money is what is counted.
    Worth,
    /// A product of the data.
    Product(ProductId),
    /// Goods that the data do not cover.
    OtherProduct,
    /// A country or group.
    Partner(PartnerId),
    /// A country in short after the word that makes it a destination: `对美`.
    Toward(PartnerId),
    /// Narrows the goods after it to some of them: `heavy`, `processed`.
    Part,
    /// All partners, or all goods: `total exports`.
    Whole,
    /// A part of a country.
    Region,
    /// The country whose trade the data are.
    Reporter,
    /// Belonging to the word before.
    Possessive,
    /// A multiplier of the number before it.
    Scale(f64),
    /// So many of a unit that is no money.
    Quantity(f64, Unit),
    /// Money that the data count in.
    Money(Unit),
    /// Any other money.
    OtherMoney,
    Percent,
    /// Tens of percent: 近3成.
    Tenths,
    Points,
    /// A fraction: a percentage, with how far off what is meant may be.
    Fraction(f64, f64),
    /// How many times as much in one word: `tripled`.
    Multiple(f64),
    /// `-fold` after a number.
    Fold,
    /// `times` after a number.
    Times,
    /// `as much`, `the size of` after a multiple.
    AsMuch,
    /// So many times more: `2.7倍`.
    TimesMore,
    /// A number in words.
    Number(f64),
    /// A rise (1), a fall (-1), or no change (0).
    Direction(i8),
    /// A month by its number.
    Month(u32),
    /// The month of May, or the verb.
    May,
    Months,
    /// Makes the number before it a day: `日`.
    Day,
    /// Makes the number before it a month: `月`.
    MonthSign,
    Years,
    /// December, after a year and before `since`: 2009年底以来.
    YearEnd,
    Quarter(u32),
    Half(u32),
    /// So many months from January on: `first three quarters`.
    FirstMonths(u16),
    /// Six months, as a length.
    HalfYear,
    Ordinal(u32),
    /// A year relative to the story's: 0 this, -1 last.
    YearShift(i32),
    /// The last month before the story.
    MonthShift,
    /// So many months, one or a quarter, spoken of, by themselves.
    Itself(u16),
    /// So many months after the month spoken of, or before it.
    Later(i32),
    /// `last` before a month's name.
    Last,
    /// January to the month spoken of.
    ToDate,
    /// A whole year.
    WholeYear,
    /// The same before a year, `all of` before anything else.
    WholeOf,
    /// Of a year, before what it is of.
    Yearly,
    /// Joins the ends of a span of months.
    Through,
    And,
    /// Against the same months a year before.
    AgainstYear,
    /// Against the month before.
    AgainstMonth,
    /// Against the three months before.
    AgainstThree,
    /// What is usual for the months: `the five-year average`.
    Usual(Comparison),
    /// `the same period`, of a year that follows.
    Same,
    /// What a change begins at.
    From,
    Than,
    /// What a change ends at.
    To,
    /// What a change ends at, or where goods go.
    Into,
    /// Introduces an amount.
    At,
    /// Introduces a difference.
    By,
    /// `Up on`, `down on` hold against what follows.
    On,
    In,
    Of,
    Between,
    /// Introduces a circumstance.
    Adjunct,
    /// Widens a figure to both sides.
    About,
    /// A little less than the figure.
    Nearly,
    /// Less than the figure.
    Under,
    /// More than the figure.
    Over,
    Highest,
    Lowest,
    High,
    Low,
    Record,
    Since,
    /// `Since` before a month, `to` before an amount.
    BackTo,
    Straight,
    /// Breaks a run: `snapped three months of declines`.
    Ended,
    Decade,
    /// One of several, so not the first of them.
    Among,
    /// An amount spread over months.
    Average,
    /// So much for each of something else.
    Each,
    /// The latter of two (0), or the former (1).
    OfTwo(usize),
    /// One for one, in the order named.
    Respectively,
    /// The same in other words.
    Or,
    /// Imported, or earned where money follows: `brought in`.
    TookIn,
    /// Against the year before, or the whole of it after an amount: `over the year`.
    OverYear,
    /// The partner that was named last.
    SamePartner,
    /// All partners by a name: `the world bought`.
    World,
    /// Parts of the goods named before follow.
    Includes,
    /// What follows is left out: `no magnets`.
    Without,
    /// Out of the country, after a sale.
    Abroad,
    Share,
    Forecast,
    /// Prices, output, firms: what else has figures, but is not trade.
    NotTrade,
    /// The worth of the flow right before it, and nothing elsewhere: 出口额, but not 销售额.
    WorthOf,
    /// Money taken in: of a flow right behind it, else a firm's.
    Proceeds,
    /// An allowance, which the data have beside trade.
    Quota(ProductId),
    /// Trade where a partner follows, a firm's business elsewhere.
    Sales,
    /// The season as a reason.
    Seasonal,
    /// Without its season, or, where not, as reported.
    Adjusted(bool),
    /// Parts clauses.
    Break,
    /// Parts less than a break does.
    Comma,
    /// Means nothing here.
    Skip,
}

impl Meaning {
    /// Words of time that a period, had it been read, would have taken.
    pub const fn is_of_time(self) -> bool {
        matches!(
            self,
            Self::Month(_)
                | Self::Months
                | Self::MonthSign
                | Self::Years
                | Self::Quarter(_)
                | Self::Half(_)
                | Self::HalfYear
                | Self::FirstMonths(_)
                | Self::Ordinal(_)
                | Self::YearShift(_)
                | Self::MonthShift
                | Self::Later(_)
                | Self::Last
                | Self::ToDate
                | Self::WholeYear
                | Self::Decade
                | Self::Number(_)
        )
    }

    /// Whether it parts clauses, or less than these.
    pub const fn parts(self) -> bool {
        matches!(self, Self::Comma | Self::Break)
    }

    /// Whether it names something else than trade.
    pub const fn is_other_matter(self) -> bool {
        matches!(self, Self::NotTrade | Self::Quota(_) | Self::Proceeds)
    }

    /// Whether it says what the number before it counts.
    pub const fn is_measure(self) -> bool {
        matches!(
            self,
            Self::Scale(_)
                | Self::Quantity(..)
                | Self::Money(_)
                | Self::OtherMoney
                | Self::Percent
                | Self::Tenths
                | Self::Points
                | Self::Fold
                | Self::Times
                | Self::TimesMore
                | Self::Months
                | Self::Years
                | Self::Day
                | Self::MonthSign
        )
    }
}

/// What a phrase tells beside its meaning, or a word that means nothing by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// A flow, of somebody who is at it: `importing`.
    Doing,
    /// Every one of what follows: `any`.
    Any,
    /// Since, of what is as it was then: `last seen in`.
    LastSeen,
    /// One year, and so the one spoken of.
    One,
    /// Against the year before, but by itself as often the months spoken of: 同期.
    Bare,
    /// Somewhat more than the figure before it, or in it: 以上, 倍多.
    More,
    /// The same months, of which there is one: `same month`, 同月.
    Single,
    /// A span of time that no run of months or years counts: `quarterly`, 季.
    Span,
    /// As it is at last: `have now fallen`.
    Now,
}

/// A table of meanings, each with its phrases parted by `|`.
pub type Table = &'static [(Meaning, &'static str)];
