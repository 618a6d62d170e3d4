//! Names of the vocabulary in the current language.

use std::fmt;

use super::facts::{Common, Parts, Subject};
use super::say::charts::{parts, sources};
use super::say::{comparison, dates, links, quantity, reasons, subject, terms, units};
use crate::query::Problem;
use crate::statistics::seasonal::{Kind, Ordinary};
use crate::statistics::{Against, Comparison, Origin, Unavailable};
use crate::trade::{
    About, Dataset, Flow, Holiday, Month, Period, Product, Quantity, Source, Status, Unit,
    UnitRatio, Words,
};

impl Month {
    /// The month's name: `November`.
    pub fn name(self) -> &'static str {
        dates::name(self)
    }

    /// The plural of the month's name: `Novembers`.
    pub fn plural(self) -> String {
        dates::plural(self)
    }

    /// `November 2024`.
    pub fn long(self) -> String {
        dates::long(self)
    }

    /// `Nov 2024`.
    pub fn short(self) -> String {
        dates::short(self)
    }
}

impl Period {
    /// The plural of such periods, whatever their year.
    pub fn plural(self) -> String {
        dates::plural_of_period(self)
    }

    /// `November 2024`, `January–November 2024`, `2024`, or `December 2023–February 2024`.
    pub fn long(self) -> String {
        dates::long_period(self)
    }

    /// A shorter form of [`Period::long`].
    pub fn short(self) -> String {
        dates::short_period(self)
    }
}

impl Flow {
    /// The plural within a sentence: `exports`.
    pub fn plural(self) -> &'static str {
        terms::flow(self)
    }

    /// What the reporter did, in the past tense: `exported`.
    pub fn verb(self) -> &'static str {
        terms::verb(self)
    }

    /// The preposition before the partner: exports `to`, imports `from`.
    pub fn towards(self) -> &'static str {
        terms::towards(self)
    }
}

impl Unit {
    /// The singular: `tonne`.
    pub fn one(self) -> &'static str {
        units::one(self)
    }

    /// The plural, for an axis or a table's heading: `tonnes`.
    pub fn words(self) -> String {
        units::words(self)
    }

    /// The sign before an amount of money.
    pub fn sign(self) -> String {
        units::sign(self)
    }

    /// The symbol in a table's heading or on an axis: `t`, `m²`, `pieces`.
    pub fn symbol(self) -> String {
        units::symbol(self)
    }

    /// The unit with an article: `a tonne`.
    pub fn each(self) -> String {
        units::each(self)
    }
}

impl UnitRatio {
    /// The symbol in a table's heading: `USD/t`.
    pub fn symbol(self) -> String {
        units::ratio_symbol(self)
    }

    /// In words: `US dollars a tonne`.
    pub fn words(self) -> String {
        units::ratio_words(self)
    }

    /// An amount in a sentence: `US$8,819 a tonne`, to at least three digits.
    pub fn amount(self, value: f64) -> String {
        quantity::ratio_amount(self, value)
    }

    /// The same where either of the two is rough.
    pub fn rough(self, value: f64) -> String {
        quantity::rough_ratio(self, value)
    }
}

impl Quantity {
    /// An amount in a sentence: `4,416 t`, `US$18.7 million`. Small amounts keep their decimals.
    pub fn rounded(self) -> String {
        quantity::in_a_sentence(self)
    }

    /// With all digits shown: `4,205.8 t`.
    pub fn exact(self) -> String {
        quantity::to_the_last_digit(self)
    }
}

impl Holiday {
    /// The holiday's name within a sentence.
    pub fn name(self) -> &'static str {
        terms::holiday(self)
    }
}

impl Status {
    /// The word shown to readers.
    pub fn word(self) -> &'static str {
        terms::status(self)
    }
}

impl Origin {
    /// The word shown beside an amount.
    pub fn word(self) -> &'static str {
        terms::origin(self)
    }
}

impl Ordinary {
    /// The word a sentence uses.
    pub fn word(self) -> &'static str {
        terms::ordinary(self)
    }
}

impl Kind {
    /// Its name within a sentence.
    pub fn word(self) -> &'static str {
        terms::disturbance(self)
    }
}

impl Comparison {
    /// The name shown to readers.
    pub fn label(self) -> &'static str {
        comparison::label(self)
    }

    /// A shorter name: `5-year mean`.
    pub fn short(self) -> &'static str {
        comparison::short(self)
    }

    /// How it is computed, as a term and its meaning; `None` if another comparison explains it.
    pub fn methods(self) -> Option<(&'static str, &'static str)> {
        comparison::methods(self)
    }
}

impl About {
    /// The data set's name for the quota that imports are measured against.
    pub fn quota_word(&self) -> &str {
        named(&self.quota_name, terms::quota())
    }

    /// Its name for production.
    pub fn production_word(&self) -> &str {
        named(&self.production_name, terms::production())
    }

    /// A source's publisher and date for a source line: `Reuters (10 December 2024)`.
    pub fn credit(&self, source: &Source) -> String {
        let publisher = self.translated(&source.publisher);
        match source.published.as_str() {
            "" => publisher.into_owned(),
            date => sources::published(&publisher, date),
        }
    }

    /// Its name for one or the other.
    pub fn basis_word(&self, quota: bool) -> &str {
        if quota { self.quota_word() } else { self.production_word() }
    }
}

fn named<'a>(words: &'a Words, usual: &'a str) -> &'a str {
    match words.spoken() {
        "" => usual,
        own => own,
    }
}

impl Dataset {
    /// The subject of its pages: `China’s trade in rare earths`.
    pub fn subject(&self) -> String {
        let usual = &self.about.usual.product;
        let product = self.product(usual).or_else(|| self.products.first());
        subject::trade_in(self.reporter(), product.map_or(usual, Product::spoken))
    }
}

impl Subject<'_> {
    /// At the beginning of a sentence.
    pub fn start(&self) -> String {
        subject::start(self)
    }

    /// Within a sentence.
    pub fn within(&self) -> String {
        subject::within(self)
    }

    /// The trade without its reporter: `exports of rare earths to Japan`.
    pub fn trade(&self) -> String {
        subject::trade(self)
    }

    /// The reporter within a sentence: `the United Kingdom`.
    pub fn reporter(&self) -> String {
        subject::reporter(self)
    }

    /// The product's name within a sentence.
    pub fn product(&self) -> String {
        subject::product(self)
    }

    /// ` to Japan`, ` from Myanmar`, or empty for the world.
    pub fn partner(&self) -> String {
        subject::partner(self)
    }
}

impl Parts {
    /// The singular: `destination`.
    pub fn one(self) -> &'static str {
        parts::one(self)
    }
}

impl fmt::Display for Parts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.one())
    }
}

impl Common {
    /// `China’s exports of magnets to Japan`, `China’s trade in magnets`.
    pub fn with_reporter(&self, reporter: &str) -> String {
        subject::of_all(self, reporter)
    }
}

impl fmt::Display for Unavailable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&reasons::unavailable(self))
    }
}

impl fmt::Display for Against {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&reasons::against(self))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&links::problem(self))
    }
}
