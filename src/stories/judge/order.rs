//! The highest since, a record, the third fall in a row.

use super::{Case, Cell, Judgement, Verdict};
use crate::statistics::{Amount, Change, Comparison, Unavailable, amount, change};
use crate::stories::claim::{Among, Rank, Turn};
use crate::trade::{Month, Period};

/// Judges a highest or a lowest, of months or of years.
pub fn superlative(case: &Case<'_>) -> Judgement {
    let Some(rank) = case.claim.rank else { return Judgement::lacking("no order is stated") };
    let year = case.period.months == 12 && case.period.start.number() == 1;
    if case.period.months != 1 && !year {
        return Judgement::lacking("only months and years are ranked");
    }
    let own = match amount(case.series, case.period) {
        Ok(own) => own,
        Err(absent) => return case.lacking(&absent),
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
            case.cell_words(&Cell::from(&order.own)),
        );
        return order.answer(Verdict::Contradicted, reason, Some(better));
    }
    if let Some(judgement) = order.unknown() {
        return judgement;
    }
    order.since(case).unwrap_or_else(|| {
        let reason = format!("none from {} on was {}", order.first.long(), order.word());
        order.answer(Verdict::Supported, reason, None)
    })
}

/// A period among those it is said to lead.
struct Order {
    own: Amount,
    high: bool,
    /// The period that was as high, by the story.
    since: Option<Period>,
    first: Period,
    /// Whether all that is known is meant.
    all: bool,
    /// Those between, as far as they are known, and how many there are.
    between: Vec<Amount>,
    wanted: usize,
}

impl Order {
    fn new(case: &Case<'_>, rank: Rank, own: Amount) -> Self {
        let span = own.period.months;
        let step = i32::from(span);
        // The month or the year that `month` is or lies in.
        let slot = |month: Month| {
            let start = if step == 12 { month.january() } else { month };
            Period { start, months: span }
        };
        let next = |period: Period| Period { start: period.start + step, ..period };
        let last = own.period.start;
        let figures = case.series.figures();
        let earliest = figures
            .map(|figure| figure.period)
            .filter(|period| period.months == own.period.months)
            .map(|period| period.start)
            .min();
        let first = match rank.among {
            Among::Since(since) => next(slot(since)),
            Among::Last(months) => slot(last - (months - step).max(0)),
            Among::Year => slot(last.january()),
            Among::All => slot(earliest.unwrap_or(last)),
        };
        let mut between = Vec::new();
        let mut wanted = 0;
        let mut period = first;
        while period.start < last {
            wanted += 1;
            between.extend(amount(case.series, period).ok());
            period = next(period);
        }
        let since = match rank.among {
            Among::Since(since) => Some(slot(since)),
            _ => None,
        };
        let all = rank.among == Among::All;
        Self { own, high: rank.high, since, first, all, between, wanted }
    }

    const fn word(&self) -> &'static str {
        if self.high { "higher" } else { "lower" }
    }

    fn beats(&self, value: f64) -> bool {
        if self.high { value > self.own.value } else { value < self.own.value }
    }

    fn better(&self) -> Option<&Amount> {
        self.between.iter().rev().find(|amount| self.beats(amount.value))
    }

    fn answer(&self, verdict: Verdict, reason: String, other: Option<&Amount>) -> Judgement {
        let (own, first) = (self.own.period.long(), self.first.long());
        Judgement {
            verdict,
            computed: Some(self.own.value),
            reason,
            formula: format!("the rank of {own} from {first} on"),
            cells: [Some(&self.own), other].into_iter().flatten().map(Cell::from).collect(),
            read_as: None,
        }
    }

    /// Where too few of those between are known.
    fn unknown(&self) -> Option<Judgement> {
        let (known, wanted) = (self.between.len(), self.wanted);
        if known >= wanted {
            return None;
        }
        let told = format!(
            "{known} of the {wanted} {} from {} on are known, none of them {}",
            if self.own.period.months == 12 { "years" } else { "months" },
            self.first.long(),
            self.word()
        );
        // Early months were not all reported one by one; a record among those known is told as such.
        let enough = self.all && known >= 36;
        Some(if enough {
            self.answer(Verdict::Supported, format!("among all that is known: {told}"), None)
        } else {
            Judgement::lacking(told)
        })
    }

    /// The period since which it is said to be so was as high itself.
    fn since(&self, case: &Case<'_>) -> Option<Judgement> {
        let since = self.since?;
        match amount(case.series, since) {
            Err(_) if since.start >= self.own.period.start => None,
            Err(absent) => Some(case.lacking(&absent)),
            Ok(found) if !self.beats(found.value) && found.value != self.own.value => {
                let reason = format!(
                    "none since {} was {}, nor was that: it goes back further",
                    since.long(),
                    self.word()
                );
                Some(self.answer(Verdict::Close, reason, Some(&found)))
            }
            Ok(_) => None,
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
    let moves = |change: &Change| (change.absolute() > 0.0) == rising;
    let mut month = case.period.start;
    let mut cells: Vec<Cell> = Vec::new();
    for _ in 0..count {
        let change = match step(month) {
            Ok(change) => change,
            Err(absent) => return case.lacking(&absent),
        };
        cells.push(Cell::from(&change.current));
        if !moves(&change) {
            return broken(case, month, &change, cells);
        }
        month = month - 1;
    }
    let longer = step(month).is_ok_and(|change| moves(&change));
    if longer {
        return run(Verdict::Close, "it holds, and the run is longer still".to_owned(), cells);
    }
    run(Verdict::Supported, format!("each of the {count} months moved that way"), cells)
}

/// Judges the first rise or fall after months without one.
pub fn turn(case: &Case<'_>) -> Judgement {
    let Some(turn) = case.claim.turn else { return Judgement::lacking("no turn is stated") };
    if case.period.months != 1 {
        return Judgement::lacking("only single months rise or fall in turn");
    }
    let own = case.period.start;
    let step = |month: Month| change(case.series, Period::month(month), Comparison::MonthOnMonth);
    let moves = |change: &Change| (change.absolute() > 0.0) == turn.rising;
    let change = match step(own) {
        Ok(change) => change,
        Err(absent) => return case.lacking(&absent),
    };
    let mut cells = vec![Cell::from(&change.current)];
    if !moves(&change) {
        return broken(case, own, &change, cells);
    }
    let first = match turn.among {
        Among::Since(since) => since + 1,
        Among::Last(months) => own - (months - 1).max(0),
        Among::Year => own.january(),
        Among::All => return Judgement::lacking("the story does not say in how long"),
    };
    let mut unknown = None;
    let mut month = own - 1;
    while month >= first {
        match step(month) {
            Err(absent) => unknown = unknown.or(Some(absent)),
            Ok(change) => {
                cells.push(Cell::from(&change.current));
                // Some count the month of the last one, too.
                let counted = month == first && matches!(turn.among, Among::Last(_));
                if moves(&change) && counted {
                    let reason = format!("the last {} was in {}", word(turn.rising), month.long());
                    return run(Verdict::Close, reason, cells);
                }
                if moves(&change) {
                    return early(case, turn, month, &change, cells);
                }
            }
        }
        month = month - 1;
    }
    if let Some(absent) = unknown {
        return case.lacking(&absent);
    }
    let reason = format!("no {} before it from {} on", word(turn.rising), first.long());
    run(Verdict::Supported, reason, cells)
}

const fn word(rising: bool) -> &'static str {
    if rising { "rise" } else { "fall" }
}

/// An earlier month moved the same way.
fn early(
    case: &Case<'_>,
    turn: Turn,
    month: Month,
    change: &Change,
    cells: Vec<Cell>,
) -> Judgement {
    if case.claim.year_guessed {
        return Judgement::lacking("the story names no year");
    }
    let reason = format!(
        "{} was a {}, too: {}",
        month.long(),
        word(turn.rising),
        moved(case, month, change)
    );
    run(Verdict::Contradicted, reason, cells)
}

/// `4,753 t against 4,180.9 t in September 2024`.
fn moved(case: &Case<'_>, month: Month, change: &Change) -> String {
    format!(
        "{} against {} in {}",
        case.amount_words(change.current.value, change.current.decimals),
        case.amount_words(change.baseline, change.baseline_decimals),
        (month - 1).long(),
    )
}

fn broken(case: &Case<'_>, month: Month, change: &Change, cells: Vec<Cell>) -> Judgement {
    if case.claim.year_guessed {
        return Judgement::lacking("the story names no year");
    }
    if case.series.month(month - 1).is_none() {
        return case.lacking(&Unavailable::NotReported(Period::month(month - 1)));
    }
    let rising = case.claim.streak.is_some_and(|(_, rising)| rising)
        || case.claim.turn.is_some_and(|turn| turn.rising);
    let reason =
        format!("{} was no {}: {}", month.long(), word(rising), moved(case, month, change));
    run(Verdict::Contradicted, reason, cells)
}

fn run(verdict: Verdict, reason: String, cells: Vec<Cell>) -> Judgement {
    let computed = (verdict != Verdict::Contradicted).then_some(cells.len() as f64);
    let formula = "each month against the one before".to_owned();
    Judgement { verdict, computed, reason, formula, cells, read_as: None }
}
