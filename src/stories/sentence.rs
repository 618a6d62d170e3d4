//! A text as sentences, each a row of items: numbers, phrases that mean something, other words.

use super::token::{Kind, Token, tokens};
use super::words::{Lexicon, Meaning};

/// What stands at a place in a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum What {
    /// A number and the place value of its last digit.
    Number(f64, f64),
    /// A phrase of the lexicon.
    Means(Meaning),
    /// A word that means nothing to the grammar.
    Word,
}

/// A piece of a sentence, by bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub start: usize,
    pub end: usize,
    pub what: What,
    /// Whether it is an opening bracket.
    pub opens: bool,
}

impl Item {
    /// What the phrase means, if it is one.
    pub const fn meaning(&self) -> Option<Meaning> {
        match self.what {
            What::Means(meaning) => Some(meaning),
            _ => None,
        }
    }
}

/// What the phrase at `at` means, if a phrase stands there.
pub(super) fn meaning(items: &[Item], at: usize) -> Option<Meaning> {
    items.get(at)?.meaning()
}

/// Whether the phrase at `at` passes `test`.
pub(super) fn is(items: &[Item], at: usize, test: impl Fn(Meaning) -> bool) -> bool {
    meaning(items, at).is_some_and(test)
}

/// Whether the phrase before `at` passes `test`.
pub(super) fn follows(items: &[Item], at: usize, test: impl Fn(Meaning) -> bool) -> bool {
    at.checked_sub(1).is_some_and(|before| is(items, before, test))
}

/// Whether the items at `at` and after it stand one byte apart, as on both sides of a hyphen.
pub(super) fn touching(items: &[Item], at: usize) -> bool {
    match (items.get(at), items.get(at + 1)) {
        (Some(one), Some(two)) => two.start <= one.end + 1,
        _ => false,
    }
}

/// A row of more items is no sentence; reading one takes time by the square of its length.
const LONGEST: usize = 300;

/// Every sentence of `text`.
pub(super) fn sentences(text: &str, lexicon: &Lexicon) -> Vec<Vec<Item>> {
    let tokens = tokens(text);
    let mut sentences = Vec::new();
    let mut sentence = Vec::new();
    let mut rest = tokens.as_slice();
    let mut before: Option<Token<'_>> = None;
    while let Some((token, tail)) = rest.split_first() {
        let full = sentence.len() >= LONGEST;
        if full || before.is_some_and(|before| parts(text, before, *token)) {
            sentences.push(std::mem::take(&mut sentence));
        }
        let (what, taken) = match lexicon.find(rest) {
            Some((meaning, taken)) => (What::Means(meaning), taken),
            None => match number(token) {
                Some((value, step)) => (What::Number(value, step), 1),
                None => (What::Word, 1),
            },
        };
        let last = rest.get(taken - 1).unwrap_or(token);
        // What means nothing would only stand between what belongs together.
        // So do full stops of abbreviations and the stars of Markdown.
        let idle = matches!(token.text, "." | "*" | "_" | "`" | "[" | "]");
        if what != What::Means(Meaning::Skip) && !idle {
            let opens = matches!(token.text, "(" | "[" | "\u{ff08}");
            sentence.push(Item { start: token.start, end: last.end, what, opens });
        }
        before = Some(*last);
        rest = rest.get(taken..).unwrap_or(tail);
    }
    sentences.push(sentence);
    sentences
}

/// Whether a sentence ends between two neighbours.
fn parts(text: &str, before: Token<'_>, token: Token<'_>) -> bool {
    let gap = text.get(before.end..token.start).unwrap_or_default();
    let lines = gap.matches('\n').count();
    if lines > 1 || (lines == 1 && matches!(token.text, "-" | "*" | "•" | "#" | "–")) {
        return true;
    }
    match before.text {
        "。" | "！" | "？" => true,
        "!" | "?" => !gap.is_empty(),
        "." => {
            let head = text.get(..before.start).unwrap_or_default();
            let word = head.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or("");
            const SHORT: [&str; 15] = [
                "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov",
                "dec", "vs", "no", "mr",
            ];
            // Initials, but not a unit's sign: `U.S.`, `4,416 t.`
            let initial = word.len() == 1 && word.chars().all(char::is_uppercase);
            let short = initial || SHORT.iter().any(|short| word.eq_ignore_ascii_case(short));
            !gap.is_empty() && (!short || word.is_empty())
        }
        _ => false,
    }
}

/// The number a token writes, and the place value of the last digit written on purpose.
fn number(token: &Token<'_>) -> Option<(f64, f64)> {
    if token.kind != Kind::Number || token.text.len() > 24 {
        return None;
    }
    let (mut value, mut decimals) = (0.0, None::<i32>);
    for byte in token.text.bytes() {
        match byte {
            b'0'..=b'9' => {
                value = value * 10.0 + f64::from(byte - b'0');
                decimals = decimals.map(|count| count + 1);
            }
            b'.' => decimals = Some(0),
            _ => {}
        }
    }
    let step = match decimals {
        Some(count) => return Some((value / 10f64.powi(count), 10f64.powi(-count))),
        None => {
            token.text.bytes().rev().filter(u8::is_ascii_digit).take_while(|byte| *byte == b'0')
        }
    };
    // All zeros is the number nought, not a round one.
    let zeros = if value == 0.0 { 0 } else { step.count() };
    Some((value, 10f64.powi(i32::try_from(zeros).unwrap_or(0))))
}
