//! The data set's series, each made once.

use std::cell::RefCell;
use std::rc::Rc;

use crate::charts::within;
use crate::trade::{Dataset, Holiday, Partner, Series, SeriesKey, Source};

/// A data set that remembers the series asked of it: a story asks for the same few again and again.
pub struct Library<'a> {
    dataset: &'a Dataset,
    made: RefCell<Vec<Rc<Series>>>,
}

impl<'a> Library<'a> {
    /// A library that holds nothing yet.
    pub const fn new(dataset: &'a Dataset) -> Self {
        Self { dataset, made: RefCell::new(Vec::new()) }
    }

    /// The holiday that the data's trade knows.
    pub fn holiday(&self) -> Option<Holiday> {
        self.dataset.about.holiday
    }

    /// The series for `key`.
    pub fn series(&self, key: &SeriesKey) -> Rc<Series> {
        let known = self.made.borrow().iter().find(|series| series.key() == key).cloned();
        known.unwrap_or_else(|| {
            let series = Rc::new(self.dataset.series(key));
            self.made.borrow_mut().push(Rc::clone(&series));
            series
        })
    }

    /// A product's name as it stands within a sentence, else its code.
    pub fn product(&self, code: &str) -> String {
        let product = self.dataset.product(code);
        product.map_or_else(|| code.to_owned(), |product| within(&product.label))
    }

    /// A partner's name as it stands within a sentence, else its code.
    pub fn partner<'b>(&'b self, partner: &'b Partner) -> &'b str {
        self.dataset.partner(partner)
    }

    /// The source at `index`.
    pub fn source(&self, index: usize) -> Option<&'a Source> {
        self.dataset.sources.get(index)
    }
}
