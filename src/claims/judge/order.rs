//! The highest since, a record, the third fall in a row.

use super::{Case, Cell, Judgement, Verdict};
use crate::claims::claim::Rank;
use crate::statistics::{Absent, Comparison, change};
use crate::trade::{Figure, Month, Period};

/// Judges a highest or a lowest.
pub fn superlative(case: &Case<'_>) -> Judgement {
    let Some(rank) = case.claim.rank else { return Judgement::lacking("no order is stated") };
    if case.period.months != 1 {
        return Judgement::lacking("only single months are ranked");
    }
    let month = case.period.start;
    let Some(own) = case.series.month(month) else {
        return case.lacking(&Absent::NotReported(case.period));
    };
    let order = Order::new(case, rank, own);
    if let Some(better) = order.better() {
        if case.claim.year_guessed {
            return Judgement::lacking("the story names no year");
        }
        let reason = format!(
            "{} was {}: {} against {}",
            better.period.long(),
            order.word(),
            case.cell_words(&Cell::from(better)),
            case.cell_words(&Cell::from(own)),
        );
        return order.answer(Verdict::Contradicted, reason, Some(better));
    }
    if let Some(judgement) = order.unknown(case) {
        return judgement;
    }
    order.since(case).unwrap_or_else(|| {
        let reason = format!("no month from {} on was {}", order.first.long(), order.word());
        order.answer(Verdict::Supported, reason, None)
    })
}

/// A month among those it is said to lead.
struct Order<'a> {
    own: &'a Figure,
    high: bool,
    /// The month that was as high, by the story.
    since: Option<Month>,
    first: Month,
    /// Whether all that is known is meant.
    all: bool,
    figures: Vec<&'a Figure>,
}

impl<'a> Order<'a> {
    fn new(case: &Case<'a>, rank: Rank, own: &'a Figure) -> Self {
        let (high, since, months) = match rank {
            Rank::Highest(since, months) => (true, since, months),
            Rank::Lowest(since, months) => (false, since, months),
        };
        let month = case.period.start;
        let earliest = case.series.extent().map_or(month, |(first, _)| first);
        let first = match (since, months) {
            (Some(since), _) => since + 1,
            (None, Some(months)) => month - (months - 1),
            (None, None) => earliest,
        };
        let between =
            |figure: &&Figure| figure.period.start >= first && figure.period.start < month;
        let figures = case.series.months().filter(between).collect();
        Self { own, high, since, first, all: since.is_none() && months.is_none(), figures }
    }

    const fn word(&self) -> &'static str {
        if self.high { "higher" } else { "lower" }
    }

    fn beats(&self, value: f64) -> bool {
        if self.high { value > self.own.value } else { value < self.own.value }
    }

    fn better(&self) -> Option<&'a Figure> {
        self.figures.iter().rev().find(|figure| self.beats(figure.value)).copied()
    }

    fn answer(&self, verdict: Verdict, reason: String, other: Option<&Figure>) -> Judgement {
        Judgement {
            verdict,
            computed: Some(self.own.value),
            reason,
            formula: format!(
                "rank of {} among the months from {} on",
                self.own.period.long(),
                self.first.long()
            ),
            cells: [Some(self.own), other].into_iter().flatten().map(Cell::from).collect(),
            read_as: None,
        }
    }

    /// Too many months between are not known.
    fn unknown(&self, case: &Case<'_>) -> Option<Judgement> {
        let wanted = usize::try_from(case.period.start - self.first).unwrap_or(0);
        let known = self.figures.len();
        if known >= wanted {
            return None;
        }
        let told = format!(
            "{known} of the {wanted} months from {} on are known, none of them {}",
            self.first.long(),
            self.word()
        );
        // Months of early years were not reported one by one; a record among those known is told as such.
        let enough = self.all && known >= 36;
        Some(if enough {
            self.answer(Verdict::Supported, format!("among all that is known: {told}"), None)
        } else {
            Judgement::lacking(told)
        })
    }

    /// The month since which it is said to be so: it was as high itself.
    fn since(&self, case: &Case<'_>) -> Option<Judgement> {
        let since = self.since?;
        match case.series.month(since) {
            None => Some(case.lacking(&Absent::NotReported(Period::month(since)))),
            Some(figure) if !self.beats(figure.value) && figure.value != self.own.value => {
                let reason = format!(
                    "no month since {} was {}, nor was that month: it goes back further",
                    since.long(),
                    self.word()
                );
                Some(self.answer(Verdict::Close, reason, Some(figure)))
            }
            Some(_) => None,
        }
    }
}

/// Judges so many rises or falls in a row.
pub fn streak(case: &Case<'_>) -> Judgement {
    let Some((count, rising)) = case.claim.streak else {
        return Judgement::lacking("no count is stated");
    };
    if case.period.months != 1 {
        return Judgement::lacking("only single months make a run");
    }
    let step = |month: Month| change(case.series, Period::month(month), Comparison::MonthOnMonth);
    let rises = |change: &crate::statistics::Change| (change.absolute() > 0.0) == rising;
    let mut month = case.period.start;
    let mut cells: Vec<Cell> = Vec::new();
    for _ in 0..count {
        let change = match step(month) {
            Ok(change) => change,
            Err(absent) => return case.lacking(&absent),
        };
        cells.push(Cell::from(&change.current));
        if !rises(&change) {
            if case.claim.year_guessed {
                return Judgement::lacking("the story names no year");
            }
            let reason = format!(
                "{} in {} against {} in {}",
                case.amount_words(change.current.value, change.current.decimals),
                month.long(),
                case.amount_words(change.baseline, change.baseline_decimals),
                (month - 1).long(),
            );
            return run(Verdict::Contradicted, reason, cells);
        }
        month = month - 1;
    }
    let longer = step(month).is_ok_and(|change| rises(&change));
    if longer {
        return run(Verdict::Close, "it holds, and the run is longer still".to_owned(), cells);
    }
    run(Verdict::Supported, format!("each of the {count} months moved that way"), cells)
}

fn run(verdict: Verdict, reason: String, cells: Vec<Cell>) -> Judgement {
    let computed = (verdict != Verdict::Contradicted).then_some(cells.len() as f64);
    let formula = "each month against the one before".to_owned();
    Judgement { verdict, computed, reason, formula, cells, read_as: None }
}
