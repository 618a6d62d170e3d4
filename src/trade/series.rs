//! One line of trade through time.

use super::{Figure, Flow, Measure, Month, Partner, Period, Status, Unit};
use crate::util::{CollectVec as _, add_missing, sort_by_key};

/// What a series is about: everything but period and amount.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SeriesKey {
    /// Exports, imports or quotas; or exports or imports as partners report them.
    pub flow: Flow,
    /// A weight, a value, or a quantity in another unit.
    pub measure: Measure,
    /// The product's code.
    pub product: String,
    /// The partner.
    pub partner: Partner,
}

/// The figures of one line of trade, one for each period that was reported, all in one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    key: SeriesKey,
    unit: Unit,
    /// In order of period, each period once.
    figures: Vec<Figure>,
    /// One of the periods that it is counted by.
    counted_by: Period,
}

impl Series {
    /// A series of `figures`; of two with the same period, the later in the list is kept. What two sums leave
    /// is derived as their difference: one of January and February from their joint figure and the other, a
    /// month from the cumulative figures to it and to the month before.
    pub fn new(key: SeriesKey, unit: Unit, figures: impl IntoIterator<Item = Figure>) -> Self {
        let mut figures: Vec<Figure> = figures.into_iter().collect_vec();
        // Latest first among equals, for that is the one that stays.
        figures.reverse();
        sort_by_key(&mut figures, |figure| figure.period);
        figures.dedup_by_key(|figure| figure.period);
        let left = left(&figures);
        if !left.is_empty() {
            figures.extend(left);
            sort_by_key(&mut figures, |figure| figure.period);
            figures.dedup_by_key(|figure| figure.period);
        }
        let counted_by = counted_by(&figures);
        Self { key, unit, figures, counted_by }
    }

    /// The sum, and what is known of it, whose difference a figure was derived as.
    pub fn left_of(&self, figure: &Figure) -> Option<(&Figure, &Figure)> {
        let own = figure.period;
        if figure.status != Status::Derived || !figure.note.is_empty() {
            return None;
        }
        self.figures.iter().find_map(|sum| {
            let whole = sum.period;
            let first = whole.start == own.start;
            let start = if first { own.end() + 1 } else { whole.start };
            let months = whole.months.checked_sub(own.months)?;
            let other = self.figure(Period { start, months })?;
            let known = |source: &usize| figure.sources.contains(source);
            let fits = first || whole.end() == own.end();
            let both = sum.sources.iter().chain(&other.sources).all(known);
            (fits && both).then_some((sum, other))
        })
    }

    /// What the series is about.
    pub const fn key(&self) -> &SeriesKey {
        &self.key
    }

    /// What its figures are counted in.
    pub const fn unit(&self) -> Unit {
        self.unit
    }

    /// The series in another weight; unchanged if either unit is not a weight.
    #[must_use]
    pub fn weighed_in(mut self, unit: Unit) -> Self {
        if let Some(times) = self.unit.in_other_weight(unit) {
            self.figures.iter_mut().for_each(|figure| figure.multiply(times));
            self.unit = unit;
        }
        self
    }

    /// Whether it has no figures.
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty()
    }

    /// Every figure, by period.
    pub fn figures(&self) -> impl DoubleEndedIterator<Item = &Figure> {
        self.figures.iter()
    }

    /// The figure reported for exactly `period`.
    pub fn figure(&self, period: Period) -> Option<&Figure> {
        of(&self.figures, period)
    }

    /// The figure of a single month.
    pub fn month(&self, month: Month) -> Option<&Figure> {
        self.figure(Period::month(month))
    }

    /// The single months that are known, in order.
    pub fn months(&self) -> impl DoubleEndedIterator<Item = &Figure> {
        self.figures().filter(|figure| figure.period.months == 1)
    }

    /// The joint figure of January and February if it covers `month` and at least one of the two is not
    /// reported separately.
    pub fn joint(&self, month: Month) -> Option<&Figure> {
        let january = month.january();
        let period = Period { start: january, months: 2 };
        let split = self.month(january).is_some() && self.month(january + 1).is_some();
        if split || !period.contains(month) {
            return None;
        }
        self.figure(period)
    }

    /// The figure drawn for `month` if it has none of its own: the joint figure of January and February if
    /// neither is known alone, or the quarter's or year's if no month is known.
    pub fn undivided(&self, month: Month) -> Option<&Figure> {
        if self.step() > 1 {
            return self.figure(self.span(month));
        }
        let january = month.january();
        let alone = self.month(january).is_some() || self.month(january + 1).is_some();
        self.joint(month).filter(|_| !alone)
    }

    /// Whether only whole years are known, apart from longer runs of months, which count only in sums.
    pub const fn is_annual(&self) -> bool {
        self.step() == 12
    }

    /// How many months lie from one of its periods to the next.
    pub const fn step(&self) -> u16 {
        self.counted_by.months
    }

    /// The period a figure of `month` would cover: the month, or its quarter or year where only these are
    /// known. Fiscal years begin in other months than January.
    pub fn span(&self, month: Month) -> Period {
        let Period { start, months } = self.counted_by;
        Period { start: month - (month - start).rem_euclid(i32::from(months)), months }
    }

    /// Whether a figure of a period is one to set beside others of the series: a month, January and February
    /// together, a year, or what it is counted by.
    pub fn is_own_period(&self, period: Period) -> bool {
        period.months <= 2 || period.is_year() || period == self.span(period.start)
    }

    /// The undivided figures of every year that has one.
    pub fn undivideds(&self) -> impl Iterator<Item = &Figure> {
        self.figures().filter(|figure| {
            let start = figure.period.start;
            let whole = if self.step() > 1 {
                self.span(start)
            } else {
                Period::year_to_date(start.january() + 1)
            };
            figure.period == whole && self.undivided(start).is_some()
        })
    }

    /// The first and last month with a figure, separate or joint.
    pub fn extent(&self) -> Option<(Month, Month)> {
        let spans = || self.months().chain(self.undivideds()).map(|figure| figure.period);
        let first = spans().map(|period| period.start).min()?;
        let last = spans().map(Period::end).max()?;
        Some((first, last))
    }

    /// The latest month that was reported on its own.
    pub fn latest(&self) -> Option<Month> {
        self.months().next_back().map(|figure| figure.period.start)
    }

    /// The first month after the last gap of a year or more, where charts of months begin by default:
    /// scattered early figures make no line. Whole years are ignored.
    pub fn since_long_gap(&self) -> Option<Month> {
        let (first, last) = self.extent()?;
        if self.is_annual() {
            return Some(first);
        }
        let known =
            |month: &Month| self.month(*month).is_some() || self.undivided(*month).is_some();
        let mut since = last;
        for month in first.through(last).rev().filter(known) {
            if since - month > 12 {
                break;
            }
            since = month;
        }
        Some(since)
    }
}

/// The figure of a period.
fn of(figures: &[Figure], period: Period) -> Option<&Figure> {
    let place = figures.binary_search_by_key(&period, |figure| figure.period);
    figures.get(place.ok()?)
}

/// One of the periods that figures are counted by: a month, or the shortest that follow on one another, those of
/// the calendar before others. Sums since January never do, but for whole years.
fn counted_by(figures: &[Figure]) -> Period {
    let month = Period::month(Month::from_index(0));
    let (mut least, mut found, mut joint) = (i32::MAX, month, false);
    for Figure { period, .. } in figures {
        let Period { start, months } = *period;
        if months <= 1 {
            return month;
        }
        joint |= months == 2;
        let next = Period { start: period.end() + 1, months };
        // A year is one by itself, and so is a quarter that cannot be a sum since January.
        let alone = months >= 12 || months == 3 && matches!(start.number(), 4 | 7 | 10);
        if alone || 12 % months == 0 && of(figures, next).is_some() {
            let months = months.min(12);
            let length = i32::from(months);
            let rank = length * 2 + i32::from(start.index() % length != 0);
            if rank < least {
                (least, found) = (rank, Period { start, months });
            }
        }
    }
    // Where January and February are known together, other months lack.
    if joint && found.months != 2 { month } else { found }
}

/// The figures that differences leave: of months, or of quarters in data that are mostly sums of these.
fn left(figures: &[Figure]) -> Vec<Figure> {
    let months = differences(figures, 1);
    let mostly = |left: &[Figure]| 2 * left.len() > figures.len();
    // A year and its first eleven months do not make a series of Decembers.
    if figures.iter().any(|figure| figure.period.months <= 2) || mostly(&months) {
        return months;
    }
    let mut quarters = differences(figures, 3);
    if !mostly(&quarters) {
        quarters.clear();
    }
    quarters
}

/// The first or last so many months of the sums, where the others are known, these are not, and something is left.
fn differences(figures: &[Figure], months: u16) -> Vec<Figure> {
    let mut found = Vec::new();
    // Of two sums of which the longer is the smaller one is wrong, and nobody knows which.
    let falls = |one: &Figure| {
        figures.iter().any(|other| {
            let longer = one.period.months > other.period.months;
            let (short, long) = if longer { (other, one) } else { (one, other) };
            short.period.start == long.period.start && short.value > long.value
        })
    };
    for sum in figures {
        let Period { start, months: all } = sum.period;
        let Some(rest) = all.checked_sub(months).filter(|rest| *rest > 0 && all % months == 0)
        else {
            continue;
        };
        let run = |from: u16, months| Period { start: start + i32::from(from), months };
        let ends = [(run(rest, months), run(0, rest)), (run(0, months), run(months, rest))];
        for (period, others) in ends {
            let (None, Some(own)) = (of(figures, period), of(figures, others)) else { continue };
            let decimals = sum.decimals.max(own.decimals);
            // Only what the subtraction made of it is rounded away.
            let scale = 10f64.powi(i32::from(decimals) + 9);
            let value = ((sum.value - own.value) * scale).round() / scale;
            // Less than one of the last digit is what rounding left, or a sum that was printed again.
            let digit = 10f64.powi(-i32::from(sum.decimals.min(own.decimals)));
            if value < digit || falls(sum) || falls(own) {
                continue;
            }
            let mut sources = sum.sources.clone();
            add_missing(&mut sources, &own.sources);
            let figure = Figure::reported(period, value, decimals, sources);
            found.push(Figure { status: Status::Derived, ..figure });
        }
    }
    found
}
