//! A reader's choice from the data read.

use crate::import::reader::Reader;
use crate::util::CollectVec as _;

/// What is to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The reporter's code.
    pub reporter: String,
    /// Products' codes, the main one first. A code that no row has stands for all below it.
    pub products: Vec<String>,
    /// How many partners are shown one by one.
    pub partners: usize,
    /// Partners that are shown in any case.
    pub also: Vec<String>,
    /// Whether the partners' own reports stand beside the reporter's.
    pub mirror: bool,
}

/// More goods and partners than a story speaks of.
const MOST_PRODUCTS: usize = 60;
const MOST_PARTNERS: usize = 250;

impl Choice {
    /// All that a story may speak of: a reporter's goods and partners, as the files have them. Sums that
    /// they do not give are no figures of their own.
    pub fn for_stories(reader: &Reader, reporter: &str) -> Self {
        let goods = reader.store.products.all().take(MOST_PRODUCTS);
        Self {
            reporter: reporter.to_owned(),
            products: goods.map(|(_, entry)| entry.code.clone()).collect_vec(),
            partners: MOST_PARTNERS,
            also: Vec::new(),
            mirror: false,
        }
    }
}
