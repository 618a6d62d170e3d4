//! What a language of stories must provide, except for its months.

use crate::stories::meaning::{Remark, Table};
use crate::trade::Unit;

/// A language that stories are read in. It must bring its phrases; everything else only where it differs from a
/// language whose words stand between blanks.
///
/// Every story is read in all languages at once, so what one brings must not be mistaken in another's stories. The
/// rules of reading know meanings alone: whose phrases mean the same in the same order need no rules of their own.
pub trait Grammar {
    /// Its phrases in small letters, under what they mean: flows, verbs of change, scales and units, months,
    /// comparisons, what else has figures but is no trade. Names of countries and goods are not among them.
    const PHRASES: Table;

    /// What some of these phrases, or other words, tell beside their meaning.
    const REMARKS: &'static [(Remark, &'static str)] = &[];

    /// What words begin with that call a flow by its own name: `export`, 出.
    const FLOWS: &'static [&'static str] = &[];

    /// Endings that are words by themselves: `'s`.
    const ENDINGS: &'static [&'static str] = &[];

    /// The full stop, where it is not the usual one. It ends a sentence wherever it stands.
    const STOP: &'static str = "";

    /// Other signs that end one wherever they stand. `.`, `!` and `?` do in every language before a blank.
    const CRIES: &'static [&'static str] = &[];

    /// Words in small letters whose full stop ends no sentence: `vs.`
    const SHORT: &'static [&'static str] = &[];

    /// Opening and closing brackets that are not the usual round ones.
    const BRACKETS: [&'static str; 2] = [""; 2];

    /// What a number stands in, and ten thousand times that, where it is written in this from there on: 万, 亿.
    const SCALES: [&'static str; 2] = [""; 2];

    /// What stands before a country's first letter where that alone names it: 对美, 输日.
    const TOWARDS: &'static [&'static str] = &[];

    /// Whether it writes 1.234,5 for what others write 1,234.5.
    const COMMA_IS_POINT: bool = false;

    /// Whether a text is in it: asked of languages alone whose commas are points.
    fn writes(_text: &str) -> bool {
        false
    }

    /// Whether a letter is a word by itself, with no blank before the next.
    fn is_unspaced(_letter: char) -> bool {
        false
    }

    /// A letter as the phrases have it: one of Traditional Chinese as the Simplified one.
    fn usual(letter: char) -> char {
        letter
    }

    /// Adds the other forms that a name has in a sentence: another number, another case.
    fn forms(_name: &str, _of: Named, _add: &mut dyn FnMut(&str)) {}

    /// Adds what a unit of the data is called, where its phrases do not say so.
    fn unit(_unit: Unit, _add: &mut dyn FnMut(&str)) {}
}

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    Goods,
    Partner,
    Reporter,
}
