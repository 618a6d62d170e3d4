//! What phrases mean. A language is a table of phrases; nothing else knows how it is written.

use super::chinese::CHINESE;
use super::english::ENGLISH;
use super::token::{Kind, Token, tokens};
use crate::trade::Flow;

/// What a phrase says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Meaning {
    /// Which way the goods went.
    Flow(Flow),
    /// A product of the data, by code.
    Product(&'static str),
    /// Goods that the data do not cover.
    OtherProduct,
    /// A country or group, by code.
    Partner(&'static str),
    /// A multiplier of the number before it.
    Scale(f64),
    /// A weight, in tonnes.
    Weight(f64),
    /// Dollars.
    Dollar,
    /// Any other money.
    OtherMoney,
    Percent,
    Points,
    /// A fraction in words, as a percentage with the half-width of what it may mean.
    Fraction(f64, f64),
    /// A change in one word: percent, and the half-width of what it may mean.
    Multiple(f64, f64),
    /// A number in words.
    Number(f64),
    /// A rise (1), a fall (-1), or no change (0).
    Direction(i8),
    /// The month by its number.
    Month(u32),
    /// `May`, which is a verb as well.
    MonthMay,
    /// `month` or `months` after a number: cumulative.
    Months,
    Quarter(u32),
    Half(u32),
    Ordinal(u32),
    /// A year relative to the story's: 0 this, -1 last.
    YearShift(i32),
    /// A month relative to the story's: 0 this, -1 last.
    MonthShift(i32),
    /// January to the month spoken of.
    ToDate,
    /// The whole year.
    WholeYear,
    /// Joins the ends of a span of months.
    Through,
    /// Compared with a year, or a month, before.
    AgainstYear,
    AgainstMonth,
    /// Introduces a baseline.
    From,
    To,
    In,
    /// Opens a span that `and` closes.
    Between,
    Than,
    About,
    Nearly,
    Over,
    Highest,
    Lowest,
    Record,
    Since,
    Years,
    Straight,
    Share,
    Forecast,
    Price,
    /// Output, capacity, demand and what else is not trade.
    NotTrade,
    /// Who reports: the country whose trade it is.
    Reporter,
    /// Belonging to the word before.
    Possessive,
    Break,
    And,
    /// Taken as a whole and set aside.
    Skip,
}

/// A table of phrases and what they mean.
pub(super) type Table = &'static [(&'static str, Meaning)];

/// The phrases of every language, each cut into the words the text is cut into.
pub(super) struct Lexicon {
    /// By the first byte of the first word, in small letters; longer phrases first.
    buckets: Vec<Vec<(Vec<Token<'static>>, Meaning)>>,
}

impl Lexicon {
    pub fn new() -> Self {
        let mut buckets: Vec<Vec<_>> = (0..256).map(|_| Vec::new()).collect();
        for (phrase, meaning) in ENGLISH.iter().chain(CHINESE) {
            let words = tokens(phrase);
            let Some(first) = words.first().map(|word| first_byte(word.text)) else { continue };
            if let Some(bucket) = buckets.get_mut(first) {
                bucket.push((words, *meaning));
            }
        }
        for bucket in &mut buckets {
            crate::order::sort_by_key(bucket, |(words, _)| usize::MAX - words.len());
        }
        Self { buckets }
    }

    /// The longest phrase at the head of `tokens`, and how many tokens it takes.
    pub fn find(&self, tokens: &[Token<'_>]) -> Option<(Meaning, usize)> {
        let first =
            tokens.first().filter(|token| token.kind != Kind::Number || token.text.len() < 3)?;
        let bucket = self.buckets.get(first_byte(first.text))?;
        let (words, meaning) = bucket.iter().find(|(words, _)| {
            words.len() <= tokens.len()
                && words.iter().zip(tokens).all(|(word, token)| token.is(word.text))
        })?;
        Some((*meaning, words.len()))
    }
}

fn first_byte(word: &str) -> usize {
    word.bytes().next().map_or(0, |byte| usize::from(byte.to_ascii_lowercase()))
}
