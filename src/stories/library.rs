//! A cache of a data set's series, and the names of its goods and partners in stories.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::cell_values::{Values, values};
use super::names::{Names, PartnerId, ProductId};
use super::reading::Reading;
use crate::statistics::Amount;
#[cfg(feature = "whole")]
use crate::statistics::{
    Origin,
    seasonal::{Decomposition, PreparedSeries},
};
use crate::trade::{Dataset, Flow, Month, Period, Series, SeriesKey, Unit};
use crate::wording::facts::Subject;
use crate::wording::say::stories::reading;

/// A series by its parts.
type Key = (Flow, ProductId, PartnerId, Unit);

/// A data set that caches its series, because a story asks for the same few repeatedly.
pub struct Library {
    dataset: Dataset,
    /// What its goods and partners are called.
    pub names: Names,
    made: RefCell<FxHashMap<Key, Option<Rc<Series>>>>,
    /// Those asked for by what the data's files call them, in their usual unit.
    usual: RefCell<Vec<(SeriesKey, Rc<Series>)>>,
    cells: RefCell<FxHashMap<(Key, Period), Rc<Values>>>,
    /// Series without their season.
    #[cfg(feature = "whole")]
    adjusted: RefCell<FxHashMap<Key, Option<Rc<Decomposition>>>>,
}

impl Library {
    /// A library with an empty cache.
    pub fn new(dataset: Dataset) -> Self {
        let names = Names::of(&dataset);
        Self {
            dataset,
            names,
            made: RefCell::default(),
            usual: RefCell::default(),
            cells: RefCell::default(),
            #[cfg(feature = "whole")]
            adjusted: RefCell::default(),
        }
    }

    /// The data.
    pub const fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// Changes the data, for example by adding a file.
    pub fn edit<T>(&mut self, edit: impl FnOnce(&mut Dataset) -> T) -> T {
        self.made.get_mut().clear();
        self.usual.get_mut().clear();
        self.cells.get_mut().clear();
        #[cfg(feature = "whole")]
        self.adjusted.get_mut().clear();
        let made = edit(&mut self.dataset);
        self.names.count(&self.dataset);
        made
    }

    /// The series that a reading is about, if the data have any figure of it.
    pub fn series(&self, reading: &Reading) -> Option<Rc<Series>> {
        self.series_of(reading.flow, reading.product, reading.partner, reading.unit)
    }

    /// The series of these parts.
    pub fn series_of(
        &self,
        flow: Flow,
        product: ProductId,
        partner: PartnerId,
        unit: Unit,
    ) -> Option<Rc<Series>> {
        let key = (flow, product, partner, unit);
        if let Some(known) = self.made.borrow().get(&key) {
            return known.clone();
        }
        let own = SeriesKey {
            flow,
            measure: unit.measure(),
            product: self.names.product(product).to_owned(),
            partner: self.names.partner(partner),
        };
        let known = self.dataset.has(&own);
        let series = known.then(|| self.dataset.series_in(&own, unit));
        let series = series.filter(|series| !series.is_empty()).map(Rc::new);
        self.made.borrow_mut().insert(key, series.clone());
        series
    }

    /// The series for `key` in the unit that the data mostly count it in.
    pub fn usual(&self, key: SeriesKey) -> Rc<Series> {
        let mut usual = self.usual.borrow_mut();
        // They are few: hashing their names would take more of a reader's download than it saves time.
        if let Some((_, known)) = usual.iter().find(|(own, _)| *own == key) {
            return Rc::clone(known);
        }
        let made = Rc::new(self.dataset.series(&key));
        usual.push((key, Rc::clone(&made)));
        made
    }

    /// All values that can be given for a reading's series in `period`.
    pub fn values(&self, reading: &Reading, series: &Series, period: Period) -> Rc<Values> {
        let key = ((reading.flow, reading.product, reading.partner, reading.unit), period);
        let mut cells = self.cells.borrow_mut();
        Rc::clone(cells.entry(key).or_insert_with(|| Rc::new(values(series, period))))
    }

    /// Why a series cannot be adjusted, which the chart Decomposition says of it, too.
    #[cfg(feature = "whole")]
    pub fn why_not_adjusted(&self, reading: &Reading) -> Option<String> {
        let series = self.series(reading)?;
        let parts = PreparedSeries::new(&series, self.dataset.about.holiday)
            .and_then(|own| own.decomposition());
        parts.err().map(|why| why.to_string())
    }

    /// The story page's module adjusts none.
    #[cfg(not(feature = "whole"))]
    pub const fn why_not_adjusted(&self, _: &Reading) -> Option<String> {
        None
    }

    /// The story page's module cannot adjust series.
    #[cfg(not(feature = "whole"))]
    pub const fn adjusted(&self, _: &Reading, _: Period) -> Option<Amount> {
        None
    }

    /// The seasonally adjusted amount of a month, or of three, in a reading's series.
    #[cfg(feature = "whole")]
    pub fn adjusted(&self, reading: &Reading, period: Period) -> Option<Amount> {
        let series = self.series(reading)?;
        let key = (reading.flow, reading.product, reading.partner, reading.unit);
        let make = || {
            let parts = PreparedSeries::new(&series, self.dataset.about.holiday)
                .and_then(|own| own.decomposition());
            parts.ok().map(Rc::new)
        };
        let parts = self.adjusted.borrow_mut().entry(key).or_insert_with(make).clone()?;
        let mut sum = 0.0;
        let mut sources = Vec::new();
        for month in period.start.through(period.end()) {
            // What only stands in for a month is no figure.
            let reported = series.month(month).filter(|_| matches!(period.months, 1 | 3))?;
            sum += parts.adjusted_in(month)?.value;
            sources.extend(&reported.sources);
        }
        let decimals = if sum < 100.0 { 2 } else { 0 };
        Some(Amount { period, value: sum, decimals, origin: Origin::Adjusted, sources })
    }

    /// What a series is of, in words: `exports of magnets to Germany`.
    pub fn trade(&self, flow: Flow, product: ProductId, partner: PartnerId, unit: Unit) -> String {
        let other = self.names.partner(partner);
        let goods = self.names.product(product);
        let subject = Subject::of(&self.dataset, flow, goods, &other);
        reading::trade(&subject, unit, self.names.counts)
    }

    /// Who published the source at `index`, and when.
    pub fn credit(&self, index: usize) -> Option<String> {
        let source = self.dataset.sources.get(index)?;
        Some(self.dataset.about.credit(source))
    }

    /// The last month that any figure covers.
    pub fn last(&self) -> Option<Month> {
        self.dataset.observations().iter().map(|row| row.figure.period.end()).max()
    }
}
