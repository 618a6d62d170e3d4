//! A story's text to claims with their place, and claims to verdicts with their grounds.
//!
//! Rules, not a model: a reader can see why. Text is cut into sentences of numbers and phrases, a
//! figure takes the product, period and comparison that stand nearest, and the statistics of the
//! data set judge it. Where a rule is unsure it says nothing.

mod chinese;
mod claim;
mod consistency;
mod english;
mod extract;
mod html;
mod judge;
mod library;
mod report;
mod sentence;
mod token;
mod words;

pub use claim::{Claim, Kind, Rank, Stated};
pub use judge::{Judgement, Verdict};
pub use report::{Finding, chart_address, markdown, plain};

use crate::trade::{Dataset, Month};
use extract::Topic;
use library::Library;

/// A claim and how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// What is said.
    pub claim: Claim,
    /// How it stands.
    pub judgement: Judgement,
}

/// Checks `text`. `date` is the month the story was published in; without it, the years and
/// months it names must do.
pub fn check(text: &str, dataset: &Dataset, date: Option<Month>) -> Vec<Checked> {
    let library = Library::new(dataset);
    let blanked = html::blanked(text);
    let sentences = sentence::sentences(&blanked, &words::Lexicon::new());
    let run = |anchor: Month, guessed: bool| {
        let mut topic =
            Topic { anchor: Some(anchor), guessed, dated: date.is_some(), ..Topic::default() };
        let mut found = Vec::new();
        for sentence in &sentences {
            let claims = extract::claims(sentence, &mut topic);
            found.extend(consistency::slips(&claims));
            found.extend(claims.into_iter().map(|claim| {
                let judgement = judge::judge(&claim, &library);
                Checked { claim, judgement }
            }));
        }
        crate::order::sort_by_key(&mut found, |checked: &Checked| {
            (checked.claim.start, checked.claim.end)
        });
        found
    };
    if let Some(date) = date {
        // What a story calls last month is over when it is written.
        return run(date - 1, false);
    }
    let years = named_years(&sentences);
    match years.iter().max() {
        Some(year) => Month::new(*year, 12).map_or_else(Vec::new, |month| run(month, false)),
        None => best_year(dataset, run),
    }
}

/// The years the text names.
fn named_years(sentences: &[Vec<sentence::Item>]) -> Vec<i32> {
    let year = |item: &sentence::Item| match item.what {
        sentence::What::Number(value, _) if item.end - item.start == 4 => {
            (2005.0..=2035.0).contains(&value).then_some(value as i32)
        }
        _ => None,
    };
    sentences.iter().flatten().filter_map(year).collect()
}

/// A story that names no year is read as if written in the year that most of its figures fit.
fn best_year(dataset: &Dataset, run: impl Fn(Month, bool) -> Vec<Checked>) -> Vec<Checked> {
    let last = dataset.observations.iter().map(|row| row.figure.period.end()).max();
    let Some(last) = last else { return Vec::new() };
    let score = |found: &[Checked]| {
        found
            .iter()
            .filter(|checked| {
                matches!(checked.judgement.verdict, Verdict::Supported | Verdict::Close)
            })
            .count()
    };
    let mut best = run(last, true);
    if best.is_empty() {
        return best;
    }
    for back in 0..10 {
        let Some(end) = Month::new(last.year() - back, 12) else { break };
        let found = run(end, true);
        if score(&found) > score(&best) {
            best = found;
        }
    }
    best
}
