//! Published figures that disagree with each other. They are not errors: customs revise, and the page shows
//! it.

use crate::trade::{Dataset, Figure, Month, Period, Series, SeriesKey, Status, Unit};
use crate::util::CollectVec as _;
use crate::util::sort_by_key;
use crate::wording::say::import::dataset as words;
use crate::wording::say::subject::Subject;

/// A cumulative figure whose rise is not what the months in between add up to.
#[derive(Clone, Debug, PartialEq)]
pub struct Discrepancy {
    /// The series it was found in.
    pub key: SeriesKey,
    /// What that is counted in.
    pub unit: Unit,
    /// The months since the cumulative figure before.
    pub period: Period,
    /// How much the reported cumulative figure rose over the period.
    pub cumulative: f64,
    /// What the period's months add up to.
    pub months: f64,
    /// The later cumulative figure, as reported.
    pub reported: Figure,
}

impl Discrepancy {
    /// How much the cumulative figures hold beyond the months.
    pub fn difference(&self) -> f64 {
        self.cumulative - self.months
    }
}

impl Discrepancy {
    /// What does not agree, in words, with the data set's names.
    pub fn said(&self, dataset: &Dataset) -> String {
        let Self { key, unit, period, cumulative, months, .. } = self;
        let sizes = [*cumulative, *months, self.difference()];
        let subject = Subject::of(dataset, key.flow, &key.product, &key.partner);
        words::discrepancy(subject, *unit, *period, sizes)
    }
}

/// Every discrepancy in the data set, by series and time.
pub fn discrepancies(dataset: &Dataset) -> Vec<Discrepancy> {
    dataset.keys().into_iter().flat_map(|key| discrepancies_in(&dataset.series(key))).collect_vec()
}

/// The discrepancies of one series.
///
/// Compares each cumulative figure (January to some month, as reported) with the one before it:
/// what it rose by should be what the months in between add up to, but for rounding. Taking rises
/// and not totals puts the finding where the revision happened, once.
pub fn discrepancies_in(series: &Series) -> Vec<Discrepancy> {
    let mut found = Vec::new();
    let mut before: Option<&Figure> = None;
    let mut cumulative: Vec<&Figure> =
        series.figures().filter(|figure| is_cumulative(figure)).collect_vec();
    sort_by_key(&mut cumulative, |figure| figure.period.end());
    for figure in cumulative {
        let january = figure.period.start;
        let base = before.filter(|base| base.period.start == january);
        let start = base.map_or(january, |base| base.period.end() + 1);
        if let Some((months, slack)) = sum(series, start, figure.period.end()) {
            let rise = figure.value - base.map_or(0.0, |base| base.value);
            let slack = slack + slack_of(figure) + base.map_or(0.0, slack_of);
            if (rise - months).abs() > slack + 1e-6 {
                found.push(Discrepancy {
                    key: series.key().clone(),
                    unit: series.unit(),
                    period: span(start, figure.period.end()),
                    cumulative: rise,
                    months,
                    reported: figure.clone(),
                });
            }
        }
        before = Some(figure);
    }
    found
}

fn is_cumulative(figure: &Figure) -> bool {
    let Period { start, months } = figure.period;
    start.number() == 1 && (2..=12).contains(&months) && figure.status != Status::Derived
}

fn span(start: Month, end: Month) -> Period {
    Period { start, months: u16::try_from(end - start + 1).unwrap_or(1) }
}

/// The sum of the reported months from `start` to `end` and how far rounding may put it off; none
/// where a month is missing or was itself derived from cumulative figures.
fn sum(series: &Series, start: Month, end: Month) -> Option<(f64, f64)> {
    let (mut total, mut slack) = (0.0, 0.0);
    let mut month = start;
    while month <= end {
        let figure = series.month(month).or_else(|| series.joint(month))?;
        let whole = figure.period.start == month && figure.period.end() <= end;
        if !whole || figure.status == Status::Derived {
            return None;
        }
        total += figure.value;
        slack += slack_of(figure);
        month = figure.period.end() + 1;
    }
    (total > 0.0 || slack > 0.0).then_some((total, slack))
}

/// Wires both round and cut off, so a whole unit of the last digit, not half of one.
fn slack_of(figure: &Figure) -> f64 {
    figure.precision()
}
