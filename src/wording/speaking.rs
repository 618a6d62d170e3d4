//! What the vocabulary is called in the language that is spoken.

use std::fmt;

use super::facts::{Common, Parts, Subject};
use super::say::charts::{parts, sources};
use super::say::{dates, links, quantity, reasons, subject, terms, units};
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

    /// The name of several such months: `Novembers`.
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
    /// The name of several such periods, whatever their year.
    pub fn plural(self) -> String {
        dates::plural_of_period(self)
    }

    /// `November 2024`, `January–November 2024`, `2024`, or `December 2023–February 2024`.
    pub fn long(self) -> String {
        dates::long_period(self)
    }

    /// As [`Period::long`], in short.
    pub fn short(self) -> String {
        dates::short_period(self)
    }
}

impl Flow {
    /// The word a sentence uses: `exports`.
    pub fn plural(self) -> &'static str {
        terms::flow(self)
    }

    /// What the reporter did, in the past tense: `exported`.
    pub fn verb(self) -> &'static str {
        terms::verb(self)
    }

    /// What stands before the other side of it: exports `to`, imports `from`.
    pub fn towards(self) -> &'static str {
        terms::towards(self)
    }
}

impl Unit {
    /// The word for one: `tonne`.
    pub fn one(self) -> &'static str {
        units::one(self)
    }

    /// The word for many, for an axis or a table's head: `tonnes`.
    pub fn words(self) -> String {
        units::words(self)
    }

    /// What stands before an amount of money.
    pub fn sign(self) -> String {
        units::sign(self)
    }

    /// What stands behind a number in a table's head or on an axis: `t`, `m²`, `pieces`.
    pub fn symbol(self) -> String {
        units::symbol(self)
    }

    /// `a tonne`, as what something is counted by.
    pub fn each(self) -> String {
        units::each(self)
    }
}

impl UnitRatio {
    /// As a table's head has it: `USD/t`.
    pub fn symbol(self) -> String {
        units::ratio_symbol(self)
    }

    /// In words: `US dollars a tonne`.
    pub fn words(self) -> String {
        units::ratio_words(self)
    }

    /// An amount as a sentence gives it: `US$8,819 a tonne`, to three digits at least.
    pub fn amount(self, value: f64) -> String {
        quantity::ratio_amount(self, value)
    }
}

impl Quantity {
    /// As a sentence gives it: `4,416 t`, `US$18.7 million`. Small amounts keep their decimals.
    pub fn rounded(self) -> String {
        quantity::in_a_sentence(self)
    }

    /// To the last digit that is shown: `4,205.8 t`.
    pub fn exact(self) -> String {
        quantity::to_the_last_digit(self)
    }
}

impl Holiday {
    /// The holiday, as a sentence has it.
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
    /// What a sentence calls it.
    pub fn word(self) -> &'static str {
        terms::disturbance(self)
    }
}

impl Comparison {
    /// The name shown to readers.
    pub fn label(self) -> &'static str {
        terms::comparison(self)
    }

    /// A shorter name, within a line: `5-year mean`.
    pub fn short(self) -> &'static str {
        terms::comparison_short(self)
    }

    /// How it is computed: a term and what it means; none where another comparison's says it.
    pub fn methods(self) -> Option<(&'static str, &'static str)> {
        terms::comparison_methods(self)
    }
}

impl About {
    /// What the data set calls the allowance that imports are measured against.
    pub fn quota_word(&self) -> &str {
        named(&self.quota_name, terms::quota())
    }

    /// What it calls production.
    pub fn production_word(&self) -> &str {
        named(&self.production_name, terms::production())
    }

    /// Who published something and when, as a source line gives it: `Reuters (2024-12-10)`.
    pub fn credit(&self, source: &Source) -> String {
        let publisher = self.said(&source.publisher);
        match source.published.as_str() {
            "" => publisher.into_owned(),
            date => sources::published(&publisher, date),
        }
    }

    /// What it calls the one or the other.
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
    /// What its pages are about: `China’s trade in rare earths`.
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

    /// The trade without whose it is: `exports of rare earths to Japan`.
    pub fn trade(&self) -> String {
        subject::trade(self)
    }

    /// Whose trade it is, within a sentence: `the United Kingdom`.
    pub fn reporter(&self) -> String {
        subject::reporter(self)
    }

    /// The product's name within a sentence.
    pub fn product(&self) -> String {
        subject::product(self)
    }

    /// ` to Japan`, ` from Myanmar`, or nothing for the world.
    pub fn partner(&self) -> String {
        subject::partner(self)
    }
}

impl Parts {
    /// The word for one: `destination`.
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
