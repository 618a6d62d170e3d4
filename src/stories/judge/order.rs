//! The highest since, a record, the third fall in a row.

use super::fit::not_adjusted;
use super::verdict::{Judgement, Verdict};
use crate::statistics::{Amount, Change, Comparison, Unavailable, amount, change};
use crate::stories::claim::{Among, Claim, Kind, Rank, Turn};
use crate::stories::library::Library;
use crate::stories::order::{Ordered, Run, What};
use crate::stories::scene::Ground;
use crate::stories::weights::{self, Cost};
use crate::trade::{Flow, Measure, Month, Period, Quantity, Series, Unit};
use crate::wording::say::joining::clauses;
use crate::wording::say::stories::{grounds, order as words, reading};

/// A statement of order in its likeliest reading that holds, or in the likeliest of all; nothing
/// where it is of something else.
///
/// `near` is the trade of the figures beside it that agree with the data: what these are of, it is likelier of.
pub fn judge(
    ordered: &Ordered,
    near: &[crate::stories::reading::Trade],
    library: &Library,
) -> Option<(Claim, Judgement)> {
    let parts = &ordered.parts;
    let names = &library.names;
    let worth = parts.worth || names.measure == Measure::Value;
    let unit = if worth { names.main_money() } else { names.counts };
    let mut best: Option<Read> = None;
    let mut first: Option<Read> = None;
    let mut rival = false;
    for (flow, of_flow) in &parts.flows {
        for (product, of_goods) in &parts.goods {
            for (partner, of_whom) in &parts.whoms {
                for (period, of_period, _) in &ordered.periods {
                    let beside = near.contains(&(*flow, *product, *partner));
                    let (less, more) = if beside { (0.5, 0.9) } else { (0.0, 0.0) };
                    let said = of_flow + of_goods + of_whom + of_period;
                    let cost = (said - less).max(0.0);
                    if cost > DEAREST || cost > parts.other + more + 0.4 {
                        continue;
                    }
                    let trade = Trade { flow: *flow, product: *product, partner: *partner, unit };
                    let found = if ordered.adjusted {
                        Judgement::lacking(not_adjusted())
                    } else {
                        one(&ordered.what, &trade, *period, library)
                    };
                    let holds = found.verdict.holds();
                    // What is beside it speaks for it, not against it.
                    let reading = Read { cost, said, trade, period: *period, found };
                    let cheaper = |than: &Option<Read>| {
                        than.as_ref().is_none_or(|than| reading.cost < than.cost)
                    };
                    if cheaper(&first) {
                        rival |= first.is_some();
                        first = Some(reading.clone());
                    } else if cost < 0.8
                        && first.as_ref().is_some_and(|first| cost - first.cost < 0.5)
                    {
                        rival = true;
                    }
                    if holds && cheaper(&best) {
                        best = Some(reading);
                    }
                }
            }
        }
    }
    // Of so little that a highest says, nothing far from what is likeliest speaks for it.
    let far = |least: Cost| best.as_ref().is_some_and(|best| best.cost > least + NEAR);
    // Nor do other goods for those named, where the data have too little of these.
    let refuted = first.as_ref().is_some_and(|first| {
        let goods = best.as_ref().map(|best| best.trade.product);
        far(first.cost)
            && (first.found.verdict != Verdict::NotCheckable || goods != Some(first.trade.product))
    });
    let read = best.filter(|_| !refuted).or(first)?;
    let (cost, trade, period, mut judgement) = (read.said, read.trade, read.period, read.found);
    // What tells which trade it is of: what its sentence does not say of that, and whether all is known at least.
    let grounds = [
        (parts.flow_ground, "flow"),
        (parts.goods_ground, "product"),
        (parts.whom_ground, "partner"),
    ];
    let unsaid = grounds.into_iter().filter(|(ground, _)| *ground != Ground::Said);
    let unsaid: Vec<&'static str> = unsaid.map(|(_, name)| name).collect();
    let firm = grounds.into_iter().all(|(ground, _)| ground != Ground::Supposed);
    if !judgement.verdict.holds() {
        // How such runs are counted differs: they are told only where they hold.
        let loose = matches!(ordered.what, What::Streak(_, _, run) if run != Run::Months);
        if loose || parts.other <= (cost + 0.5).min(ELSE) {
            return None;
        }
        // Of the figure that the sentence before told, or of what its own names.
        let carried = ordered.plain && parts.flow_ground == Ground::Carried;
        let said = ordered.periods.first().is_some_and(|(_, _, ground)| match ground {
            Ground::Said => cost <= SURE,
            Ground::Carried => carried && cost <= SURE_CARRIED,
            Ground::Supposed => false,
        });
        let read = (trade.flow, trade.product, trade.partner);
        let certain = firm
            && ordered.left.is_nothing(read, unit)
            && said
            && !rival
            && !ordered.year_guessed
            && parts.other >= weights::OTHER_CARRIED;
        if judgement.verdict.accuses() && !certain {
            judgement.verdict = Verdict::Unclear;
            let mut open = unsaid.clone();
            let dated = ordered.periods.first().is_some_and(|own| own.2 == Ground::Said);
            if !dated || ordered.year_guessed {
                open.push("period");
            }
            judgement.reason = clauses(&[judgement.reason, words::left_open(&open)]);
        }
    }
    let kind = if matches!(ordered.what, What::Rank(_)) { Kind::Superlative } else { Kind::Streak };
    let count = match ordered.what {
        What::Streak(count, ..) => Some(count),
        _ => None,
    };
    let claim = Claim {
        start: ordered.start,
        end: ordered.end,
        flow: Some(trade.flow),
        product: Some(library.names.product(trade.product).to_owned()),
        partner: library.names.partner(trade.partner),
        measure: unit.measure(),
        period: Some(period),
        baseline: None,
        kind: Some(kind),
        stated: None,
        count,
        adjusted: ordered.adjusted,
        unit: "",
        counted: unit,
        reading: reading::level(&trade.words(library), period),
        unsaid,
        firm,
        cost,
        other: parts.other,
    };
    Some((claim, judgement))
}

/// What a reading may be dearer by than one in which a statement of order does not hold.
const NEAR: Cost = 0.7;
/// A statement that is likelier than this of something else gets no word where it does not hold.
const ELSE: Cost = 0.6;
/// A dearer reading is none.
const DEAREST: Cost = 2.4;
/// A statement of order is called wrong in no dearer one.
const SURE: Cost = 0.25;
/// The same where its sentence goes on with the one before.
const SURE_CARRIED: Cost = 0.75;

/// A statement in one of its readings.
#[derive(Clone)]
struct Read {
    /// What it costs beside the figures that agree with the data, and by itself.
    cost: Cost,
    said: Cost,
    trade: Trade,
    period: Period,
    found: Judgement,
}

#[derive(Clone, Copy)]
struct Trade {
    flow: Flow,
    product: u16,
    partner: u16,
    unit: Unit,
}

impl Trade {
    fn words(&self, library: &Library) -> String {
        library.trade(self.flow, self.product, self.partner, self.unit)
    }
}

fn one(what: &What, trade: &Trade, period: Period, library: &Library) -> Judgement {
    let Some(series) = library.series_of(trade.flow, trade.product, trade.partner, trade.unit)
    else {
        return Judgement::lacking(grounds::no_trade(&trade.words(library)));
    };
    let case = Case { series: &series, period, trade, library };
    match what {
        What::Rank(rank) => superlative(&case, *rank),
        What::Streak(count, rising, Run::Months) => streak(&case, *count, *rising),
        What::Streak(count, rising, Run::Counted) => {
            let monthly = streak(&case, *count, *rising);
            if monthly.verdict.holds() { monthly } else { yearly_streak(&case, *count, *rising) }
        }
        // Of years that a month is not.
        What::Streak(.., Run::Years) if period.months != 12 => {
            Judgement::lacking(words::only_months_and_years_run())
        }
        What::Streak(count, rising, _) => yearly_streak(&case, *count, *rising),
        What::Turn(turn) => self::turn(&case, *turn),
    }
}

/// A statement with what it is judged by.
struct Case<'a> {
    series: &'a Series,
    period: Period,
    trade: &'a Trade,
    library: &'a Library,
}

impl Case<'_> {
    fn lacking(&self, absent: &Unavailable) -> Judgement {
        let trade = self.trade.words(self.library);
        Judgement::lacking(grounds::lacking(&trade, &absent.to_string()))
    }

    fn of(&self, value: f64, decimals: u8) -> Quantity {
        Quantity { value, unit: self.series.unit(), decimals, rough: false }
    }

    /// What a month and the one before have.
    fn both(&self, change: &Change) -> [Quantity; 2] {
        [
            self.of(change.current.value, change.current.decimals),
            self.of(change.baseline, change.baseline_decimals),
        ]
    }
}

/// Judges a highest or a lowest, of months or of years.
fn superlative(case: &Case<'_>, rank: Rank) -> Judgement {
    let year = case.period.is_year();
    if case.period.months != 1 && !year {
        return Judgement::lacking(words::only_months_and_years());
    }
    let own = match amount(case.series, case.period) {
        Ok(own) => own,
        Err(absent) => return case.lacking(&absent),
    };
    let order = Order::new(case, rank, own);
    let better: Vec<&Amount> = order.better().collect();
    if better.len() >= rank.place {
        // The record, not the next that is higher.
        let size = |one: &&&Amount| if order.high { one.value } else { -one.value };
        let most = better.iter().max_by(|one, other| size(one).total_cmp(&size(other)));
        let Some(better) = most else {
            return Judgement::lacking(words::only_months_and_years());
        };
        let [theirs, ours] =
            [*better, &order.own].map(|amount| case.of(amount.value, amount.decimals));
        let reason = words::beaten(better.period, order.high, theirs, ours);
        return order.answer(Verdict::Contradicted, reason, Some(better));
    }
    if let Some(judgement) = order.unknown() {
        return judgement;
    }
    if better.len() + 1 < rank.place {
        let reason = words::so_many(better.len(), order.high);
        return order.answer(Verdict::Unclear, reason, None);
    }
    order.since(case).unwrap_or_else(|| {
        let reason = match better.first() {
            Some(better) => words::only(better.period, order.high),
            None => words::none_from(order.first, order.high),
        };
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
        let like: Vec<Month> = figures
            .map(|figure| figure.period)
            .filter(|period| period.months == own.period.months)
            .map(|period| period.start)
            .collect();
        let (earliest, latest) = (like.iter().min().copied(), like.into_iter().max());
        let first = match rank.among {
            // Since the year that it lies in: from its January.
            Among::Since(since) if since >= last => slot(since.january().min(last.january())),
            Among::Since(since) => next(slot(since)),
            Among::Last(months) => slot(last - (months - step).max(0)),
            Among::Year | Among::Whole => slot(last.january()),
            Among::Within(period) => slot(period.start),
            Among::All => slot(earliest.unwrap_or(last)),
        };
        let mut between = Vec::new();
        let mut wanted = 0;
        let mut period = first;
        let end = match rank.among {
            Among::Whole => last.january() + 12,
            Among::Within(period) => latest.map_or(last, |known| known.min(period.end()) + 1),
            _ => last,
        };
        while period.start < end {
            if period.start != last {
                wanted += 1;
                between.extend(amount(case.series, period).ok());
            }
            period = next(period);
        }
        let since = match rank.among {
            Among::Since(since) if since < last => Some(slot(since)),
            _ => None,
        };
        Self { own, high: rank.high, since, first, between, wanted }
    }

    fn beats(&self, value: f64) -> bool {
        if self.high { value > self.own.value } else { value < self.own.value }
    }

    fn better(&self) -> impl Iterator<Item = &Amount> {
        self.between.iter().rev().filter(|amount| self.beats(amount.value))
    }

    fn answer(&self, verdict: Verdict, reason: String, other: Option<&Amount>) -> Judgement {
        Judgement {
            verdict,
            computed: Some(self.own.value),
            fact: String::new(),
            reason,
            formula: words::rank(self.own.period, self.first),
            cells: [Some(&self.own), other].into_iter().flatten().cloned().collect(),
        }
    }

    /// Where too few of those between are known.
    fn unknown(&self) -> Option<Judgement> {
        let (known, wanted) = (self.between.len(), self.wanted);
        if known >= wanted && known > 0 {
            return None;
        }
        let years = self.own.period.months == 12;
        let told = words::known(known, wanted, years, self.first, self.high);
        Some(Judgement::lacking(told))
    }

    /// The period since which it is said to be so was as high itself.
    fn since(&self, case: &Case<'_>) -> Option<Judgement> {
        let since = self.since?;
        match amount(case.series, since) {
            Err(_) if since.start >= self.own.period.start => None,
            Err(absent) => Some(case.lacking(&absent)),
            Ok(found) if !self.beats(found.value) && found.value != self.own.value => {
                let reason = words::further_back(since, self.high);
                Some(self.answer(Verdict::Close, reason, Some(&found)))
            }
            Ok(_) => None,
        }
    }
}

/// Judges so many rises or falls in a row.
fn streak(case: &Case<'_>, count: u32, rising: bool) -> Judgement {
    if case.period.months != 1 {
        return Judgement::lacking(words::only_single_months());
    }
    let step = |month: Month| change(case.series, Period::month(month), Comparison::MonthOnMonth);
    let moves = |change: &Change| (change.absolute() > 0.0) == rising;
    let mut month = case.period.start;
    let mut cells: Vec<Amount> = Vec::new();
    for _ in 0..count {
        let change = match step(month) {
            Ok(change) => change,
            Err(absent) => return case.lacking(&absent),
        };
        cells.push(change.current.clone());
        if !moves(&change) {
            return broken(case, month, &change, cells, rising);
        }
        month = month - 1;
    }
    let longer = step(month).is_ok_and(|change| moves(&change));
    if longer {
        return run(Verdict::Close, words::longer().to_owned(), cells);
    }
    run(Verdict::Supported, words::each(count, rising), cells)
}

/// Judges so many rises or falls in a row, each against the year before.
fn yearly_streak(case: &Case<'_>, count: u32, rising: bool) -> Judgement {
    let mut period = case.period;
    let step = i32::from(period.months);
    if step != 1 && step != 12 {
        return Judgement::lacking(words::only_months_and_years_run());
    }
    let mut cells: Vec<Amount> = Vec::new();
    for _ in 0..count {
        let change = match change(case.series, period, Comparison::YearOnYear) {
            Ok(change) => change,
            Err(absent) => return case.lacking(&absent),
        };
        cells.push(change.current.clone());
        if (change.absolute() > 0.0) != rising {
            return run(Verdict::Contradicted, words::not_so(period, rising), cells);
        }
        period = Period { start: period.start - step, ..period };
    }
    run(Verdict::Supported, words::each_on_year(count, step == 12, rising), cells)
}

/// Judges the first rise or fall after months without one.
fn turn(case: &Case<'_>, turn: Turn) -> Judgement {
    if case.period.months != 1 {
        return Judgement::lacking(words::only_single_months_turn());
    }
    let own = case.period.start;
    let step = |month: Month| change(case.series, Period::month(month), Comparison::MonthOnMonth);
    let moves = |change: &Change| (change.absolute() > 0.0) == turn.rising;
    let change = match step(own) {
        Ok(change) => change,
        Err(absent) => return case.lacking(&absent),
    };
    let mut cells = vec![change.current.clone()];
    if !moves(&change) {
        return broken(case, own, &change, cells, turn.rising);
    }
    let first = match turn.among {
        Among::Since(since) => since + 1,
        Among::Last(months) => own - (months - 1).max(0),
        Among::Year | Among::Whole | Among::Within(_) => own.january(),
        Among::All => return Judgement::lacking(words::no_length()),
    };
    let mut unknown = None;
    let mut month = own - 1;
    while month >= first {
        match step(month) {
            Err(absent) => unknown = unknown.or(Some(absent)),
            Ok(change) => {
                cells.push(change.current.clone());
                // Some count the month of the last one, too.
                let counted = month == first && matches!(turn.among, Among::Last(_));
                if moves(&change) && counted {
                    let reason = words::moved_before(month, turn.rising);
                    return run(Verdict::Close, reason, cells);
                }
                if moves(&change) {
                    let [now, before] = case.both(&change);
                    let reason = words::moved_too(month, turn.rising, now, before);
                    return run(Verdict::Contradicted, reason, cells);
                }
            }
        }
        month = month - 1;
    }
    if let Some(absent) = unknown {
        return case.lacking(&absent);
    }
    run(Verdict::Supported, words::none_before(first, turn.rising), cells)
}

fn broken(
    case: &Case<'_>,
    month: Month,
    change: &Change,
    cells: Vec<Amount>,
    rising: bool,
) -> Judgement {
    if case.series.month(month - 1).is_none() {
        return case.lacking(&Unavailable::NotReported(Period::month(month - 1)));
    }
    let [now, before] = case.both(change);
    run(Verdict::Contradicted, words::broken(month, rising, now, before), cells)
}

fn run(verdict: Verdict, reason: String, cells: Vec<Amount>) -> Judgement {
    let computed = (verdict != Verdict::Contradicted).then_some(cells.len() as f64);
    let formula = words::month_by_month().to_owned();
    Judgement { verdict, computed, fact: String::new(), reason, formula, cells }
}
