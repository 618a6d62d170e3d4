//! All known phrases: those of the languages, and the names in the data.

use rustc_hash::FxHashMap;

use super::language::{self, Named, forms, is_kind, is_unspaced, meanings, usual};
use super::meaning::Meaning;
use super::names::{Names, PartnerId, ProductId};
use super::token::{Kind, Token, tokens};
use crate::trade::Unit;

/// A word of a phrase, and which letters it must have.
struct Word {
    text: Box<str>,
    letters: Letters,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Letters {
    /// Small or capital.
    Any,
    /// The first is a capital one: names.
    Capital,
    /// As they are: `US` is no `us`.
    Exact,
}

impl Word {
    fn fits(&self, token: &Token<'_>) -> bool {
        match self.letters {
            Letters::Any => token.is(&self.text),
            Letters::Exact => *token.text == *self.text,
            Letters::Capital => {
                token.is(&self.text) && token.text.starts_with(|first: char| !first.is_lowercase())
            }
        }
    }
}

/// A phrase cut into the words the text is cut into.
struct Phrase {
    words: Vec<Word>,
    meaning: Meaning,
}

/// The phrases of every language, and the names of the data.
pub struct Lexicon {
    /// By the first word in small letters; longer phrases first, and names before other words.
    phrases: FxHashMap<u64, Vec<Phrase>>,
}

impl Lexicon {
    /// All phrases and names.
    pub fn new(names: &Names) -> Self {
        let mut made = Self { phrases: FxHashMap::default() };
        for (place, product) in names.products.iter().enumerate() {
            let Ok(id) = ProductId::try_from(place) else { break };
            let meaning = if product.quota { Meaning::Quota(id) } else { Meaning::Product(id) };
            for name in &product.names {
                made.add(name, meaning, Letters::Any);
                forms(name, Named::Goods, &mut |form| made.add(form, meaning, Letters::Any));
            }
        }
        for (place, partner) in names.partners.iter().enumerate() {
            let Ok(id) = PartnerId::try_from(place) else { break };
            let world = partner.partner.is_world();
            let meaning = if world { Meaning::World } else { Meaning::Partner(id) };
            for name in &partner.names {
                made.add(name, meaning, if world { Letters::Any } else { letters(name) });
                forms(name, Named::Partner, &mut |form| made.add(form, meaning, Letters::Capital));
            }
            // A country by its first letter, where only one is called so: 对美, 输日.
            let first = partner
                .names
                .iter()
                .filter_map(|name| name.chars().next())
                .find(|first| is_unspaced(*first));
            let starts = |name: &String| first.is_some() && name.chars().next() == first;
            let rivals = names.partners.iter().filter(|other| other.names.iter().any(starts));
            if let Some(first) = first.filter(|_| !world && rivals.count() == 1) {
                for led in language::towards() {
                    let short = format!("{led}{first}");
                    // 对比 compares, and is not toward 比利时.
                    if !meanings().any(|(_, phrase)| phrase == short) {
                        made.add(&short, Meaning::Toward(id), Letters::Any);
                    }
                    for name in partner.names.iter().filter(|name| starts(name)) {
                        made.add(&format!("{led}{name}"), Meaning::Toward(id), Letters::Any);
                    }
                }
            }
        }
        for name in &names.reporter {
            made.add(name, Meaning::Reporter, letters(name));
            forms(name, Named::Reporter, &mut |form| {
                made.add(form, Meaning::Reporter, Letters::Capital);
            });
        }
        for unit in &names.units {
            made.add_unit(*unit, names);
        }
        for (meaning, phrase) in meanings() {
            made.add(phrase, in_units(meaning, names), Letters::Any);
        }
        for bucket in made.phrases.values_mut() {
            crate::util::sort_by_key(bucket, |phrase| usize::MAX - phrase.words.len());
        }
        made
    }

    /// The words for a unit of the data. The main money is also called by the last of them alone: `kronor`, `¥`.
    fn add_unit(&mut self, unit: Unit, names: &Names) {
        let money = unit.is_money();
        let meaning = if money {
            Meaning::Money(unit)
        } else {
            in_units(Meaning::Quantity(1.0, unit), names)
        };
        let mut called = Vec::new();
        language::unit(unit, &mut |name| called.push(name.to_owned()));
        let spoken = unit.words();
        let sign = unit.mark().unwrap_or_default();
        let mut words: Vec<&str> = called.iter().map(String::as_str).collect();
        words.extend([spoken.as_str(), sign]);
        if money {
            self.add(unit.code(), meaning, Letters::Exact);
        }
        if unit == names.main_money() {
            words.extend(called.iter().filter_map(|name| name.rsplit(' ').next()));
            words.push(sign.trim_start_matches(|sign: char| sign.is_alphanumeric()));
        }
        for word in words {
            let means_more = |(other, phrase): (Meaning, &str)| {
                let counts = matches!(other, Meaning::Money(_) | Meaning::Quantity(..));
                phrase == word && !counts
            };
            // A gold coin's name is a metal's, too.
            if !meanings().any(means_more) {
                self.add(word, meaning, Letters::Any);
            }
        }
    }

    fn add(&mut self, phrase: &str, meaning: Meaning, letters: Letters) {
        let plain: String = phrase
            .replace('\u{2019}', "'")
            .chars()
            .filter(|sign| !is_kind(*sign))
            .map(usual)
            .collect();
        let word = |token: Token<'_>| Word { text: token.text.into(), letters };
        let words: Vec<Word> = tokens(&plain).into_iter().map(word).collect();
        if let Some(first) = words.first() {
            let bucket = self.phrases.entry(hash(&first.text)).or_default();
            bucket.push(Phrase { words, meaning });
        }
    }

    /// The longest phrase at the start of `tokens`, and its number of tokens.
    pub fn find(&self, tokens: &[Token<'_>]) -> Option<(Meaning, usize)> {
        let first =
            tokens.first().filter(|token| token.kind != Kind::Number || token.text.len() < 3)?;
        let phrase = self.phrases.get(&hash(first.text))?.iter().find(|phrase| {
            phrase.words.len() <= tokens.len()
                && phrase.words.iter().zip(tokens).all(|(word, token)| word.fits(token))
        })?;
        Some((phrase.meaning, phrase.words.len()))
    }
}

/// What a phrase means over data that count in these units: weights are brought to theirs, and money that they
/// have not is other money.
fn in_units(meaning: Meaning, names: &Names) -> Meaning {
    match meaning {
        Meaning::Quantity(many, unit) => match unit.in_other_weight(names.counts) {
            Some(times) => Meaning::Quantity(many * times, names.counts),
            None => meaning,
        },
        Meaning::Money(unit) if !names.money.contains(&unit) => Meaning::OtherMoney,
        other => other,
    }
}

/// How a name is written: short ones in capitals only so, others with a capital.
fn letters(name: &str) -> Letters {
    let short = name.len() <= 6 && !name.bytes().any(|byte| byte.is_ascii_lowercase());
    if short { Letters::Exact } else { Letters::Capital }
}

/// Of the letters in small; two words of one hash only share a bucket.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x100_0000_01b3)
    })
}
