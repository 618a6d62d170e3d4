//! What phrases mean. A language is a table of phrases; nothing else knows how it is written.

use super::language::{CHINESE, ENGLISH};
use super::token::{Kind, Token, tokens};
use crate::trade::Flow;

/// What a phrase says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Meaning {
    /// Which way the goods went.
    Flow(Flow),
    /// Money is what is counted.
    Worth,
    /// A product of the data, by code.
    Product(&'static str),
    /// Goods that the data do not cover.
    OtherProduct,
    /// A country or group, by code.
    Partner(&'static str),
    /// The country whose trade the data are.
    Reporter,
    /// Belonging to the word before.
    Possessive,
    /// A multiplier of the number before it.
    Scale(f64),
    /// A weight, in tonnes.
    Weight(f64),
    /// United States dollars.
    Dollar,
    /// Any other money.
    OtherMoney,
    Percent,
    Points,
    /// A fraction: a percentage, with how far off what is meant may be.
    Fraction(f64, f64),
    /// How many times as much in one word: `tripled`.
    Multiple(f64),
    /// `-fold` after a number.
    Fold,
    /// `times` after a number.
    Times,
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
    /// Makes the number before it a month: `月`.
    MonthSign,
    Years,
    Quarter(u32),
    Half(u32),
    Ordinal(u32),
    /// A year relative to the story's: 0 this, -1 last.
    YearShift(i32),
    /// The last month before the story.
    MonthShift,
    /// So many months after the month spoken of.
    Later(i32),
    /// `last` before a month's name.
    Last,
    /// January to the month spoken of.
    ToDate,
    /// A whole year.
    WholeYear,
    /// Of a year, before what it is of.
    Yearly,
    /// Joins the ends of a span of months.
    Through,
    And,
    /// Against the same months a year before.
    AgainstYear,
    /// Against the month before.
    AgainstMonth,
    /// `the same period`, of a year that follows.
    Same,
    /// What a change begins at.
    From,
    Than,
    /// What a change ends at.
    To,
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
    /// One for one, in the order named.
    Respectively,
    /// The same in other words.
    Or,
    /// Out of the country, after a sale.
    Abroad,
    Share,
    Forecast,
    /// Prices, output, firms: what else has figures, but is not trade.
    NotTrade,
    /// Trade where a partner follows, a firm's business elsewhere.
    Sales,
    /// The season as a reason.
    Seasonal,
    /// Parts clauses.
    Break,
    /// Parts less than a break does.
    Comma,
    /// Means nothing here.
    Skip,
}

/// A table of meanings, each with its phrases parted by `|`.
pub type Table = &'static [(Meaning, &'static str)];

/// A phrase cut into the words the text is cut into.
struct Phrase {
    words: Vec<Token<'static>>,
    meaning: Meaning,
}

/// The phrases of every language.
pub struct Lexicon {
    /// By the first byte of the first word, in small letters; longer phrases first.
    buckets: Vec<Vec<Phrase>>,
}

impl Lexicon {
    /// All that is known.
    pub fn new() -> Self {
        let mut buckets: Vec<Vec<Phrase>> = (0..256).map(|_| Vec::new()).collect();
        for (meaning, phrases) in ENGLISH.iter().chain(CHINESE) {
            for words in phrases.split('|').map(tokens) {
                let Some(first) = words.first().map(|word| first_byte(word.text)) else { continue };
                if let Some(bucket) = buckets.get_mut(first) {
                    bucket.push(Phrase { words, meaning: *meaning });
                }
            }
        }
        for bucket in &mut buckets {
            crate::util::sort_by_key(bucket, |phrase| usize::MAX - phrase.words.len());
        }
        Self { buckets }
    }

    /// The longest phrase at the head of `tokens`, and how many tokens it takes.
    pub fn find(&self, tokens: &[Token<'_>]) -> Option<(Meaning, usize)> {
        let first =
            tokens.first().filter(|token| token.kind != Kind::Number || token.text.len() < 3)?;
        let bucket = self.buckets.get(first_byte(first.text))?;
        let phrase = bucket.iter().find(|phrase| {
            phrase.words.len() <= tokens.len()
                && phrase.words.iter().zip(tokens).all(|(word, token)| token.is(word.text))
        })?;
        Some((phrase.meaning, phrase.words.len()))
    }
}

fn first_byte(word: &str) -> usize {
    word.bytes().next().map_or(0, |byte| usize::from(byte.to_ascii_lowercase()))
}
