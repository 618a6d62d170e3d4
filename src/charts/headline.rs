//! A headline with the figures it uses, which the source line credits.

use crate::statistics::{Amount, Change, Summary};
use crate::trade::Dataset;
#[cfg(feature = "whole")]
use crate::trade::{Month, Period};
use crate::util::{CollectVec as _, add_missing};
use crate::wording::LONGEST;
use crate::wording::say::joining;
use crate::wording::say::subject::{Subject, shorter};

/// Figures that a headline uses, and who published them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// What the figures are: `February 2026`.
    pub what: String,
    /// Indices into the data set's sources, each once.
    pub sources: Vec<usize>,
    /// The last month of a figure that the headline is of: the first page's are of its series.
    #[cfg(feature = "whole")]
    pub until: Option<Month>,
}

/// Figures with the same publishers.
pub struct Published {
    /// What the figures are, one item or several.
    pub what: Vec<String>,
    /// Their publishers, each once, by the names that readers see.
    pub by: Vec<String>,
    /// Indices into the data set's sources, each once.
    pub sources: Vec<usize>,
}

impl Published {
    /// The credits with known publishers; each set of publishers is named once.
    pub fn of(dataset: &Dataset, credits: &[Credit]) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for credit in credits {
            let mut by: Vec<String> = Vec::new();
            let known = credit.sources.iter().filter_map(|index| dataset.sources.get(*index));
            for source in known.filter(|source| source.is_named()) {
                let name = dataset.about.translated(&source.publisher);
                if by.iter().all(|one| *one != *name) {
                    by.push(name.into_owned());
                }
            }
            match found.iter_mut().find(|one| one.by == by) {
                _ if by.is_empty() => {}
                Some(same) => {
                    same.what.push(credit.what.clone());
                    add_missing(&mut same.sources, &credit.sources);
                }
                None => found.push(Self {
                    what: vec![credit.what.clone()],
                    by,
                    sources: credit.sources.clone(),
                }),
            }
        }
        found
    }

    /// What the figures are, in words.
    pub fn named(&self) -> String {
        joining::all_of(&self.what.iter().map(String::as_str).collect_vec())
    }
}

/// A headline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headline {
    /// The sentence.
    pub text: String,
    /// The figures in it.
    pub credits: Vec<Credit>,
}

impl Headline {
    /// A headline that uses the month's own figure.
    pub fn of_month(summary: &Summary, text: String) -> Self {
        let headline = Self::from(text);
        match &summary.amount {
            Ok(amount) => headline.using(amount),
            Err(_) => headline,
        }
    }

    /// Adds another figure to the credits.
    #[must_use]
    pub fn using(self, amount: &Amount) -> Self {
        let headline = self.crediting(amount.period.long(), &amount.sources);
        #[cfg(feature = "whole")]
        let headline = headline.until(amount.period);
        headline
    }

    /// Notes up to when the figure of a period is.
    #[cfg(feature = "whole")]
    fn until(mut self, period: Period) -> Self {
        let what = period.long();
        if let Some(credit) = self.credits.iter_mut().find(|credit| credit.what == what) {
            credit.until = Some(period.end());
        }
        self
    }

    /// Adds a figure and its baseline to the credits.
    #[must_use]
    pub fn using_change(self, change: &Change) -> Self {
        self.using(&change.current).crediting(change.against.to_string(), &change.baseline_sources)
    }

    /// Adds what these sources published to the credits.
    #[must_use]
    pub fn crediting(mut self, what: String, sources: &[usize]) -> Self {
        let known = self.credits.iter().position(|credit| credit.what == what);
        let place = known.unwrap_or(self.credits.len());
        if known.is_none() {
            self.credits.push(Credit {
                what,
                sources: Vec::new(),
                #[cfg(feature = "whole")]
                until: None,
            });
        }
        if let Some(credit) = self.credits.get_mut(place) {
            add_missing(&mut credit.sources, sources);
        }
        self
    }
}

impl From<String> for Headline {
    fn from(text: String) -> Self {
        Self { text, credits: Vec::new() }
    }
}

/// Names of so many letters stay whole; of longer ones at least [`LEAST`] are left.
const WHOLE: usize = 40;
const LEAST: usize = 24;

/// What is left at least of the goods, which the subtitle then has in full.
const LEAST_OF_GOODS: usize = 6;

/// Whether a text has a name, which may begin with a capital or not.
fn has_name(text: &str, name: &str) -> bool {
    text.split(without_first(name)).nth(1).is_some()
}

fn without_first(name: &str) -> &str {
    let rest = name.char_indices().nth(1).map_or(0, |(at, _)| at);
    name.get(rest..).unwrap_or(name)
}

/// A name without the code in brackets behind it: `Rare earth metals (HS 280530)`.
fn without_code(name: &str) -> &str {
    match name.rsplit_once(" (") {
        Some((before, code)) if code.bytes().any(|own| own.is_ascii_digit()) => before,
        _ => name,
    }
}

/// Whether two texts name the goods, in full or by their short name, and of a reader's own files whose they are.
pub fn names_trade(subject: &Subject<'_>, texts: [&String; 2]) -> bool {
    let named = |names: [&str; 2]| {
        texts.into_iter().any(|text| names.into_iter().any(|name| has_name(text, name)))
    };
    named([subject.goods, subject.goods_briefly]) && (!subject.own || named([subject.whose; 2]))
}

/// A headline that has room, in which the goods and then the longest name are cut at a blank where it still is too long;
/// the subtitle, the table or the words below have them in full.
pub fn shortened(dataset: &Dataset, subject: &Subject<'_>, headline: String) -> String {
    let mut headline = shorter(subject, headline);
    for goods in [subject.goods, subject.goods_briefly].map(without_first) {
        // A name says more than its code.
        let name = without_code(goods);
        if headline.chars().count() > LONGEST && name.len() < goods.len() {
            headline = headline.replace(goods, name);
        }
        headline = cut(headline, name, (0, LEAST_OF_GOODS));
    }
    let partners = dataset.partners.iter().map(|partner| partner.spoken());
    let names = partners.chain(dataset.products.iter().map(|product| product.label.as_str()));
    let said = names.map(without_first).filter(|name| headline.split(name).nth(1).is_some());
    match said.max_by_key(|name| name.len()) {
        Some(name) => cut(headline, name, (WHOLE, LEAST)),
        None => headline,
    }
}

/// A headline in which a name that is longer than `whole` is cut where there is no room for it, to no fewer letters than
/// `least`.
fn cut(headline: String, name: &str, (whole, least): (usize, usize)) -> String {
    let over = headline.chars().count().saturating_sub(LONGEST);
    // A code in brackets behind it stays.
    let bracket = name.rfind(" (").filter(|_| name.ends_with(')')).unwrap_or(name.len());
    let (body, code) = name.split_at(bracket);
    // With the letter before it, and an ellipsis behind it.
    let count = body.chars().count();
    let kept = count.saturating_sub(over + 1).max(least);
    if over == 0 || name.chars().count() <= whole || count <= kept {
        return headline;
    }
    let end = body.char_indices().nth(kept).map_or(body.len(), |(at, _)| at);
    let (head, rest) = body.split_at(end);
    // No name ends within a word, nor in one that joins.
    let mut words = head.split(' ').collect_vec();
    if !rest.starts_with(' ') {
        words.pop();
    }
    while words.last().is_some_and(|word| word.len() < LEAST_WORD) {
        words.pop();
    }
    let words = words.join(" ");
    // One word is cut within, but not what may be few letters.
    let head = if words.is_empty() && whole > 0 { head } else { words.trim_end_matches(',') };
    if head.is_empty() { headline } else { headline.replace(name, &format!("{head}…{code}")) }
}

/// Words of fewer letters join others.
const LEAST_WORD: usize = 4;
