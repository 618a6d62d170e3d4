//! One line of trade through time.

use super::{Figure, Flow, Measure, Month, Partner, Period, Status, Unit};
use crate::util::CollectVec as _;
use crate::util::sort_by_key;

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
}

impl Series {
    /// A series of `figures`; of two with the same period, the later in the list is kept. If only one of
    /// January and February is known besides their joint figure, the other is derived as the difference.
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
        }
        Self { key, unit, figures }
    }

    /// The joint figure and the other month's figure from which a month was derived.
    pub fn left_of(&self, figure: &Figure) -> Option<(&Figure, &Figure)> {
        let Period { start, months } = figure.period;
        let january = start.january();
        let other = if start == january { january + 1 } else { january };
        let alone = figure.status == Status::Derived && figure.note.is_empty() && months == 1;
        let joint = self.figure(Period { start: january, months: 2 }).filter(|_| alone)?;
        let other = self.month(other).filter(|_| start.number() <= 2)?;
        let known = |source: &usize| figure.sources.contains(source);
        (joint.sources.iter().all(known) && other.sources.iter().all(known))
            .then_some((joint, other))
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
        let place = self.figures.binary_search_by_key(&period, |figure| figure.period);
        self.figures.get(place.ok()?)
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
    pub fn is_annual(&self) -> bool {
        self.step() == 12
    }

    /// How many months lie from one of its periods to the next: of quarters 3, where any but the first of a
    /// year is known, for that one may as well be a cumulative figure.
    pub fn step(&self) -> u16 {
        let periods = || self.figures().map(|figure| figure.period);
        let quarter =
            |period: Period| period.months == 3 && matches!(period.start.number(), 4 | 7 | 10);
        match periods().all(|period| period.months > 2) {
            true if periods().any(quarter) => 3,
            true if periods().any(|period| period.months >= 12) => 12,
            _ => 1,
        }
    }

    /// The period a figure of `month` would cover: the month, or its quarter or year where only these are known.
    pub fn span(&self, month: Month) -> Period {
        let months = self.step();
        Period { start: month - month.index().rem_euclid(i32::from(months)), months }
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

/// The months that a joint figure of January and February leaves, where the other of them is known and
/// something is left.
fn left(figures: &[Figure]) -> Vec<Figure> {
    let of = |period: Period| {
        figures
            .binary_search_by_key(&period, |figure| figure.period)
            .ok()
            .and_then(|at| figures.get(at))
    };
    let joint =
        figures.iter().filter(|one| one.period.months == 2 && one.period.start.number() == 1);
    let left = |joint: &Figure| {
        let january = Period::month(joint.period.start);
        let february = Period::month(joint.period.start + 1);
        let (own, period) = match (of(january), of(february)) {
            (Some(own), None) => (own, february),
            (None, Some(own)) => (own, january),
            _ => return None,
        };
        let decimals = joint.decimals.max(own.decimals);
        // Only what the subtraction made of it is rounded away.
        let scale = 10f64.powi(i32::from(decimals) + 9);
        let mut sources = joint.sources.clone();
        sources
            .extend(own.sources.iter().copied().filter(|source| !joint.sources.contains(source)));
        let figure = Figure {
            period,
            value: ((joint.value - own.value) * scale).round() / scale,
            decimals,
            status: Status::Derived,
            sources,
            note: String::new(),
            others: Vec::new(),
        };
        (figure.value > 0.0).then_some(figure)
    };
    joint.filter_map(left).collect_vec()
}
