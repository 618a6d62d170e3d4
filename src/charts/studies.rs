//! The last study made, for the chart that asks next: the charts of one series' season share what
//! they are computed from, and so do the months of one chart.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use crate::statistics::Known;
use crate::statistics::seasonal::{FirstPrints, Study, expectations, first_prints};
use crate::trade::{Dataset, Holiday, Series, Source};

thread_local! {
    static LAST: RefCell<Option<Rc<Shared>>> = const { RefCell::new(None) };
}

/// What the charts of a series' season are computed from.
pub struct Shared {
    series: Series,
    sources: Vec<Source>,
    holiday: Option<Holiday>,
    /// The study itself.
    pub study: Study,
    prints: OnceCell<Known<FirstPrints>>,
}

impl Shared {
    /// Whether a series of a data set would come to the same.
    fn is_of(&self, series: &Series, dataset: &Dataset) -> bool {
        self.series == *series
            && self.holiday == dataset.about.holiday
            && self.sources == dataset.sources
    }

    /// The study's expectations, all of them, against first prints.
    pub fn first_prints(&self, dataset: &Dataset) -> Known<&FirstPrints> {
        let made = || Ok(first_prints(dataset, &self.series, &expectations(&self.study)?));
        self.prints.get_or_init(made).as_ref().map_err(Clone::clone)
    }
}

/// The study of a series of a data set, with what was computed for it before if it was the last.
///
/// # Errors
/// As [`Study::new`].
pub fn shared(series: &Series, dataset: &Dataset) -> Known<Rc<Shared>> {
    LAST.with_borrow_mut(|last| {
        if let Some(known) = last.as_ref().filter(|known| known.is_of(series, dataset)) {
            return Ok(Rc::clone(known));
        }
        let holiday = dataset.about.holiday;
        let made = Rc::new(Shared {
            study: Study::new(series, holiday)?,
            series: series.clone(),
            sources: dataset.sources.clone(),
            holiday,
            prints: OnceCell::new(),
        });
        *last = Some(Rc::clone(&made));
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
        assert!(!same(&other, &study(6.0, holiday)), "only the last is kept");
    }
}
