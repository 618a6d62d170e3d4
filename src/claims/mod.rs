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

use crate::trade::{Dataset, Month, Period};
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
            found.extend(claims.into_iter().map(|claim| judged(claim, &library)));
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

/// Judges a claim; and again in other ways of reading what it does not say itself, where the first
/// does not fit: the story's main product for one that sentences before were about, the last month
/// for a span of months.
fn judged(claim: Claim, library: &Library<'_>) -> Checked {
    let readings = readings(&claim);
    let first = judge::judge(&claim, library);
    let holds =
        |judgement: &Judgement| matches!(judgement.verdict, Verdict::Supported | Verdict::Close);
    let mut best = (claim, first);
    if !holds(&best.1) {
        let mut others = readings.into_iter().map(|other| {
            let judgement = judge::judge(&other, library);
            (other, judgement)
        });
        if let Some(other) = others.find(|(_, judgement)| holds(judgement)) {
            best = other;
        }
    }
    let (mut claim, judgement) = best;
    claim.kind = claim.kind.or(judgement.read_as);
    Checked { claim, judgement }
}

fn readings(claim: &Claim) -> Vec<Claim> {
    let mut found = Vec::new();
    if let Some(product) = claim.instead {
        found.push(Claim { product: Some(product), ..claim.clone() });
    }
    if let Some(period) = claim.period.filter(|period| claim.loose && period.months > 1) {
        let month = Period::month(period.end());
        let kind = match claim.kind {
            Some(Kind::YearToDate | Kind::Annual | Kind::Level) => Some(Kind::Level),
            Some(Kind::YearToDateChange | Kind::AnnualChange) => Some(Kind::YearOnYear),
            other => other,
        };
        found.push(Claim { period: Some(month), kind, ..claim.clone() });
    }
    found
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
