//! A story's text to claims with their place, and claims to verdicts with their grounds.
//!
//! Rules, not a model: a reader can see why. Text is cut into sentences of numbers and phrases
//! ([`token`], [`sentence`], [`words`]); a sentence's [`figure`]s take the [`period`] they are
//! about ([`when`]), the [`subject`] and the comparison ([`against`]) that belong to them, which makes claims
//! ([`extract`], [`order`]); the statistics of the data set [`judge`] them. What a story leaves
//! unsaid is read in each way that it may be meant: only a figure that fits none of them is called
//! wrong, and where a rule is unsure it says nothing.

mod against;
mod claim;
mod clock;
mod consistency;
mod context;
mod extract;
mod figure;
mod html;
mod judge;
mod language;
mod library;
mod order;
mod period;
mod report;
mod sentence;
mod subject;
mod token;
mod topic;
mod when;
mod words;

pub use claim::{Among, Claim, Kind, Rank, Stated, Turn};
pub use context::Note;
pub use judge::{Cell, Judgement, Verdict};
pub use report::{CellReport, Finding, findings, in_utf16, markdown, plain};

use crate::trade::{Dataset, Month};
use crate::util::CollectVec as _;
use clock::Clock;
use extract::Reading;
use library::Library;
use sentence::Item;
use topic::Topic;
use words::Meaning;

/// A claim and how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// What is said.
    pub claim: Claim,
    /// How it stands.
    pub judgement: Judgement,
    /// What a reader should know besides.
    pub context: Vec<Note>,
}

/// How many sentences are enough to guess a story's year from.
const ENOUGH: usize = 60;

/// Checks `text`, plain or HTML. `date` is the month the story was written in; without it, its own
/// dateline or the years it names must do.
pub fn check(text: &str, dataset: &Dataset, date: Option<Month>) -> Vec<Checked> {
    let library = Library::new(dataset);
    let blanked = html::blanked(text);
    let sentences = sentence::sentences(&blanked, &words::Lexicon::new());
    if let Some(today) = date.or_else(|| clock::dateline(&sentences)) {
        return run(&sentences, &library, Clock { today, known: true, guessed: false });
    }
    let last = dataset.observations().iter().map(|row| row.figure.period.end()).max();
    let Some(last) = last else { return Vec::new() };
    let years =
        sentences.iter().flat_map(|items| (0..items.len()).filter_map(|at| clock::year(items, at)));
    match years.filter(|year| *year <= last.year()).max() {
        Some(year) => {
            let today = Month::from_index((year + 1) * 12);
            run(&sentences, &library, Clock { today, known: false, guessed: false })
        }
        None => run(&sentences, &library, best_guess(&sentences, &library, last + 1)),
    }
}

/// A story that names no year is read as if written when most of its figures fit.
fn best_guess(sentences: &[Vec<Item>], library: &Library<'_>, next: Month) -> Clock {
    let guess = |today| Clock { today, known: false, guessed: true };
    let some = sentences.get(..sentences.len().min(ENOUGH)).unwrap_or_default();
    let score = |clock: Clock| {
        run(some, library, clock).iter().filter(|one| one.judgement.verdict.holds()).count()
    };
    let mut best = guess(next);
    let mut most = score(best);
    for back in 0..10 {
        let clock = guess(Month::from_index((next.year() - back) * 12));
        let reached = score(clock);
        if reached > most {
            (best, most) = (clock, reached);
        }
    }
    best
}

/// What a story is about as a whole: the first product that it names.
fn main_product(sentences: &[Vec<Item>]) -> Option<&'static str> {
    sentences.iter().flatten().find_map(|item| match item.meaning() {
        Some(Meaning::Product(code)) => Some(code),
        _ => None,
    })
}

fn run(sentences: &[Vec<Item>], library: &Library<'_>, clock: Clock) -> Vec<Checked> {
    let mut topic = Topic { main: main_product(sentences), ..Topic::default() };
    let mut found: Vec<Checked> = Vec::new();
    for items in sentences {
        let readings = extract::claims(items, clock, &mut topic);
        let mut own: Vec<Checked> =
            readings.into_iter().filter_map(|reading| read(reading, library)).collect_vec();
        own.extend(consistency::slips(&own));
        for checked in &mut own {
            checked.context.extend(context::framing(checked, library));
        }
        found.extend(own);
        if items.iter().any(|item| item.meaning() == Some(Meaning::Seasonal))
            && let Some(last) = found.last_mut()
        {
            let note = context::season(&last.claim, library);
            last.context.extend(note);
        }
    }
    crate::util::sort_by_key(&mut found, |checked| (checked.claim.start, checked.claim.end));
    found
}

/// Judges a claim in the likeliest reading, and in the others where it doesn't hold in that.
fn read(reading: Reading, library: &Library<'_>) -> Option<Checked> {
    let judgement = judge::judge(&reading.claim, library);
    let mut best = (reading.claim, judgement);
    if !best.1.verdict.holds() {
        let mut others = reading.others.into_iter().map(|other| {
            let judgement = judge::judge(&other, library);
            (other, judgement)
        });
        if let Some(other) = others.find(|(_, other)| other.verdict.holds()) {
            // A round figure fits somewhere by chance: that is no reason to let it stand, nor to
            // call it wrong.
            let stated = best.0.stated;
            if stated.is_some_and(|stated| stated.value.abs() < stated.step * 9.5) {
                return None;
            }
            best = other;
        }
    }
    let (mut claim, judgement) = best;
    claim.kind = claim.kind.or(judgement.read_as);
    // Of goods that are only supposed nothing but agreement tells.
    let told = !claim.supposed || judgement.verdict.holds();
    told.then_some(Checked { claim, judgement, context: Vec::new() })
}
