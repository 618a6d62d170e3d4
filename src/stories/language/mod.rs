//! The languages of stories: a folder for each, and what all of them together know. The rest of this room has no
//! words of any.

/// Every language, for a macro that makes of them what is asked of all. Of two that have a phrase alike the first one
/// counts, and its months are tried first: `2024年11月` begins with what is a year elsewhere.
macro_rules! each_language {
    ($make:ident) => {
        $make!(
            crate::stories::language::chinese::Chinese,
            crate::stories::language::english::English,
            #[cfg(test)]
            crate::stories::language::made::Made,
        );
    };
}

mod chinese;
pub(super) mod date_words;
mod english;
mod grammar;
#[cfg(test)]
mod made;

pub(super) use chinese::is_kind;

use super::meaning::{Meaning, Remark};
use crate::trade::Unit;
use grammar::Grammar;
pub(super) use grammar::Named;

/// What all languages together know. Each language's part is called by its name, so that nothing is left of what it
/// does not bring.
macro_rules! languages {
    ($($(#[$only:meta])* $language:ty),+ $(,)?) => {
        /// Every phrase of every language with what it means.
        pub(super) fn meanings() -> impl Iterator<Item = (Meaning, &'static str)> {
            let rows = std::iter::empty();
            $($(#[$only])* let rows = rows.chain(<$language>::PHRASES);)+
            rows.flat_map(|(meaning, phrases)| phrases.split('|').map(|phrase| (*meaning, phrase)))
        }

        /// What a phrase tells beside its meaning.
        pub(super) fn remark(phrase: &str) -> Option<Remark> {
            $($(#[$only])* if let Some(remark) = remark_of::<$language>(phrase) {
                return Some(remark);
            })+
            None
        }

        /// Whether a word begins as those do that call a flow by its own name.
        pub(super) fn names_a_flow(word: &str) -> bool {
            $($(#[$only])* if <$language>::FLOWS.iter().any(|head| begins(word, head)) {
                return true;
            })+
            false
        }

        /// How long the ending is, a word by itself, at the head of `text`.
        pub(super) fn ending(text: &str) -> Option<usize> {
            $($(#[$only])* if let Some(own) =
                <$language>::ENDINGS.iter().find(|ending| text.starts_with(**ending))
            {
                return Some(own.len());
            })+
            None
        }

        /// Whether a sign is a full stop that needs no blank behind it.
        pub(super) fn is_stop(sign: &str) -> bool {
            $($(#[$only])* if sign == <$language>::STOP {
                return true;
            })+
            false
        }

        /// Whether a sign ends a sentence wherever it stands.
        pub(super) fn ends_sentence(sign: &str) -> bool {
            $($(#[$only])* if <$language>::CRIES.contains(&sign) {
                return true;
            })+
            is_stop(sign)
        }

        /// Whether a full stop behind a word ends no sentence.
        pub(super) fn is_short(word: &str) -> bool {
            $($(#[$only])* if <$language>::SHORT.iter().any(|own| word.eq_ignore_ascii_case(own)) {
                return true;
            })+
            false
        }

        /// Whether a sign opens or closes a bracket: the first or the second of each pair.
        pub(super) fn is_bracket(sign: &str, place: usize) -> bool {
            $($(#[$only])* if <$language>::BRACKETS.get(place) == Some(&sign) {
                return true;
            })+
            ["(", ")"].get(place) == Some(&sign)
        }

        /// What is ten thousand times the scale at the head of `text`, where much is written in that, and what
        /// stands behind the scale.
        pub(super) fn larger_scale(text: &str) -> Option<(&'static str, &str)> {
            $($(#[$only])* {
                let [small, large] = <$language>::SCALES;
                if !small.is_empty() && let Some(rest) = text.strip_prefix(small) {
                    return Some((large, rest));
                }
            })+
            None
        }

        /// What stands before a country's first letter where that alone names it.
        pub(super) fn towards() -> impl Iterator<Item = &'static str> {
            let all = std::iter::empty();
            $($(#[$only])* let all = all.chain(<$language>::TOWARDS.iter().copied());)+
            all
        }

        /// Whether a text is in a language whose commas are points.
        pub(super) fn comma_is_point(text: &str) -> bool {
            $($(#[$only])* if <$language>::COMMA_IS_POINT && <$language>::writes(text) {
                return true;
            })+
            false
        }

        /// Whether a letter is a word by itself, with no blank before the next.
        pub(super) fn is_unspaced(letter: char) -> bool {
            $($(#[$only])* if <$language>::is_unspaced(letter) {
                return true;
            })+
            false
        }

        /// A letter as the phrases have it.
        pub(super) fn usual(letter: char) -> char {
            $($(#[$only])* let letter = <$language>::usual(letter);)+
            letter
        }

        /// Adds the other forms that a name has in a sentence.
        pub(super) fn forms(name: &str, of: Named, add: &mut dyn FnMut(&str)) {
            $($(#[$only])* <$language>::forms(name, of, add);)+
        }

        /// Adds what a unit of the data is called.
        pub(super) fn unit(unit: Unit, add: &mut dyn FnMut(&str)) {
            $($(#[$only])* <$language>::unit(unit, add);)+
        }
    };
}

each_language!(languages);

/// What a phrase tells in one language.
fn remark_of<L: Grammar>(phrase: &str) -> Option<Remark> {
    let own = |phrases: &str| phrases.split('|').any(|own| phrase.eq_ignore_ascii_case(own));
    L::REMARKS.iter().find(|(_, phrases)| own(phrases)).map(|(remark, _)| *remark)
}

/// Whether a word begins so, whatever its capitals.
fn begins(word: &str, head: &str) -> bool {
    word.get(..head.len()).is_some_and(|own| own.eq_ignore_ascii_case(head))
}

/// Every phrase of every language.
pub fn phrases() -> impl Iterator<Item = &'static str> {
    meanings().map(|(_, phrase)| phrase)
}
