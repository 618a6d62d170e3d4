//! Chinese, in Simplified characters, which Traditional ones are folded into: the same grammar, other words.

mod months;
mod phrases;
mod traditional;

use super::grammar::Grammar;
use crate::stories::meaning::{Remark, Table};

pub struct Chinese;

/// Whether it says no more than that goods are of a kind: 稀土类氧化物 are 稀土氧化物. Names are read without it, too.
pub const fn is_kind(sign: char) -> bool {
    matches!(sign, '类' | '類')
}

impl Grammar for Chinese {
    const PHRASES: Table = phrases::PHRASES;
    const REMARKS: &'static [(Remark, &'static str)] = &[
        (Remark::Bare, "同期"),
        (Remark::More, "倍多|倍有余|以上|多|余"),
        (Remark::Single, "同月"),
        (Remark::Span, "季|周"),
    ];
    const FLOWS: &'static [&'static str] = &["出", "进"];
    const STOP: &'static str = "。";
    const CRIES: &'static [&'static str] = &["！", "？"];
    const BRACKETS: [&'static str; 2] = ["（", "）"];
    const SCALES: [&'static str; 2] = ["万", "亿"];
    const TOWARDS: &'static [&'static str] = &["对", "向", "输", "销", "赴"];

    fn is_unspaced(letter: char) -> bool {
        ('\u{3400}'..='\u{9fff}').contains(&letter)
    }

    fn usual(letter: char) -> char {
        if !Self::is_unspaced(letter) {
            return letter;
        }
        // Pairs of three bytes each, in order of the first.
        let pairs = traditional::PAIRS;
        let at = |index: usize| {
            let mut pair = pairs.get(index * 6..index * 6 + 6)?.chars();
            Some((pair.next()?, pair.next()?))
        };
        let (mut low, mut high) = (0, pairs.len() / 6);
        while low < high {
            let middle = usize::midpoint(low, high);
            match at(middle) {
                Some((own, simple)) if own == letter => return simple,
                Some((own, _)) if own < letter => low = middle + 1,
                _ => high = middle,
            }
        }
        letter
    }
}
