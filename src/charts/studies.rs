//! A cache of the latest studies: seasonal charts of one series share their computations. The page has long
//! ones computed in a worker.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use crate::query::ChartKind;
use crate::statistics::Known;
use crate::statistics::seasonal::{FirstPrints, PreparedSeries, expectations, first_prints};
use crate::statistics::structure::Part;
use crate::trade::{Dataset, Holiday, Series};
use crate::util::CollectVec as _;

/// How many studies are kept: to go back to.
const MOST: usize = 4;

thread_local! {
    static KEPT: RefCell<Vec<Rc<Shared>>> = const { RefCell::new(Vec::new()) };
}

/// What seasonal charts of one series share.
pub struct Shared {
    series: Series,
    /// When each source was published, which first prints go by.
    published: Vec<String>,
    holiday: Option<Holiday>,
    /// The study itself.
    pub study: PreparedSeries,
    prints: OnceCell<Known<FirstPrints>>,
    /// The backtest in words, computed by the worker.
    pub calibration: OnceCell<String>,
    /// The charts that were drawn of it: what they take is there.
    drawn: RefCell<Vec<ChartKind>>,
}

impl Shared {
    /// Whether a series of a data set would come to the same.
    fn is_of(&self, series: &Series, dataset: &Dataset) -> bool {
        let published = dataset.sources.iter().map(|source| &source.published);
        self.series == *series
            && self.holiday == dataset.about.holiday
            && self.published.iter().eq(published)
    }

    /// The study's forecasts, scored against first prints.
    pub fn first_prints(&self, dataset: &Dataset) -> Known<&FirstPrints> {
        let made = || Ok(first_prints(dataset, &self.series, &expectations(&self.study)?));
        self.prints.get_or_init(made).as_ref().map_err(Clone::clone)
    }

    /// Whether a chart of it, or its parts, still need a long computation.
    pub fn awaits(&self, chart: ChartKind, parts: Option<&[Part]>) -> bool {
        let known = self.drawn.borrow().contains(&chart)
            && parts.is_none_or(|parts| self.study.knows(parts));
        self.study.is_long() && !known
    }

    /// Remembers that a chart was drawn.
    pub fn mark(&self, chart: ChartKind) {
        let mut drawn = self.drawn.borrow_mut();
        if !drawn.contains(&chart) {
            drawn.push(chart);
        }
    }

    /// Whether first prints are computed, or need no long computation.
    pub fn has_prints(&self) -> bool {
        !self.study.is_long() || self.prints.get().is_some()
    }
}

/// The study of a series, from the cache if it is among the latest.
///
/// # Errors
///
/// As [`PreparedSeries::new`].
pub fn shared(series: &Series, dataset: &Dataset) -> Known<Rc<Shared>> {
    KEPT.with_borrow_mut(|kept| {
        if let Some(known) = kept.iter().find(|known| known.is_of(series, dataset)) {
            return Ok(Rc::clone(known));
        }
        let holiday = dataset.about.holiday;
        let made = Rc::new(Shared {
            study: PreparedSeries::new(series, holiday)?,
            series: series.clone(),
            published: dataset.sources.iter().map(|source| source.published.clone()).collect_vec(),
            holiday,
            prints: OnceCell::new(),
            calibration: OnceCell::new(),
            drawn: RefCell::default(),
        });
        if kept.len() == MOST {
            kept.remove(0);
        }
        kept.push(Rc::clone(&made));
        Ok(made)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::{Figure, Flow, Measure, Month, Partner, Period, SeriesKey, Unit};

    fn series(last: f64) -> Series {
        let key = SeriesKey {
            flow: Flow::Export,
            measure: Measure::Volume,
            product: "made".to_owned(),
            partner: Partner::world(),
        };
        let figure = |(place, value): (i32, f64)| {
            Figure::reported(Period::month(Month::from_index(24_000 + place)), value, 0, Vec::new())
        };
        Series::new(key, Unit::TONNE, (0..).zip([5.0, 7.0, last]).map(figure))
    }

    #[test]
    fn a_study_is_shared_until_another_is_asked_for() {
        let study = |last, holiday| {
            let mut dataset = Dataset::default();
            dataset.about.holiday = holiday;
            shared(&series(last), &dataset)
        };
        let same = |one: &Known<Rc<Shared>>, other: &Known<Rc<Shared>>| match (one, other) {
            (Ok(one), Ok(other)) => Rc::ptr_eq(one, other),
            _ => false,
        };
        let first = study(6.0, None);
        assert!(same(&first, &study(6.0, None)));
        let holiday = Some(Holiday::ChineseNewYear);
        let other = study(6.0, holiday);
        assert!(!same(&first, &other), "another calendar");
        assert!(!same(&other, &study(6.5, holiday)), "another figure");
        assert!(same(&other, &study(6.0, holiday)), "one can go back");
        for last in [1.0, 2.0, 3.0] {
            assert!(study(last, holiday).is_ok());
        }
        assert!(!same(&other, &study(6.0, holiday)), "only the last are kept");
    }
}
