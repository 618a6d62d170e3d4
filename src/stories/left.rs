//! What a figure's clause holds beside what was read of it. A clause that is understood to the last
//! word can be called wrong; in any other, what was passed over may be what the figure is about.

use super::names::{PartnerId, ProductId, WORLD};
use super::reading::{Reading, Sentence};
use super::scene::parts;
use super::sentence::{What, meaning};
use super::words::Meaning;
use crate::trade::Flow;

/// What is left of a clause.
#[derive(Clone, Debug, Default)]
pub struct Left {
    /// A number, a word of time, a name or another matter that no part of a reading is read from.
    unread: bool,
    /// Goods, partners and flows that it names: a reading of others passes over these.
    products: Vec<ProductId>,
    partners: Vec<PartnerId>,
    flows: Vec<Flow>,
}

impl Left {
    /// Counts something as left.
    pub const fn leave(&mut self) {
        self.unread = true;
    }

    /// Whether nothing is left that `reading` does not say.
    pub fn is_nothing(&self, reading: &Reading) -> bool {
        !self.unread
            && self.products.iter().all(|id| *id == reading.product)
            && self.partners.iter().all(|id| *id == reading.partner || *id == WORLD)
            && self.flows.iter().all(|flow| *flow == reading.flow)
    }
}

impl Sentence<'_> {
    /// What the clause of the figure at `place` holds beside it.
    pub(super) fn left(&self, place: usize) -> Left {
        let mut left = Left::default();
        let Some(figure) = self.figures.get(place) else { return left };
        let parted = |at: &usize| self.is(*at, parts);
        let start = (self.own..figure.first).rfind(parted).map_or(self.own, |at| at + 1);
        let end = (figure.last + 1..self.items.len()).find(parted).unwrap_or(self.items.len());
        for at in start..end {
            let read = self.figures.iter().any(|one| (one.first..=one.last).contains(&at))
                || self.mentions.iter().any(|one| (one.first..=one.last).contains(&at));
            if read {
                continue;
            }
            match meaning(self.items, at) {
                Some(Meaning::Product(id)) => left.products.push(id),
                Some(Meaning::Partner(id) | Meaning::Toward(id)) => left.partners.push(id),
                Some(Meaning::Flow(flow)) => left.flows.push(flow),
                Some(meaning) => {
                    left.unread |= is_of_time(meaning)
                        || is_of_something_else(meaning)
                        || (figure.is_amount() && compares(meaning));
                }
                None => left.unread |= self.is_unknown(at),
            }
        }
        left
    }

    /// A number that belongs to nothing, or a word that means nothing here: it may narrow the goods
    /// or the months, or name somebody else.
    fn is_unknown(&self, at: usize) -> bool {
        let Some(item) = self.items.get(at) else { return false };
        match item.what {
            What::Number(..) => true,
            What::Word => item.end - item.start > 2,
            What::Means(_) => false,
        }
    }
}

/// Words of time that a period, had it been read, would have taken.
const fn is_of_time(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Month(_)
            | Meaning::Months
            | Meaning::MonthSign
            | Meaning::Years
            | Meaning::Quarter(_)
            | Meaning::Half(_)
            | Meaning::HalfYear
            | Meaning::FirstMonths(_)
            | Meaning::Ordinal(_)
            | Meaning::YearShift(_)
            | Meaning::MonthShift
            | Meaning::Later(_)
            | Meaning::Last
            | Meaning::ToDate
            | Meaning::WholeYear
            | Meaning::Decade
            | Meaning::Number(_)
    )
}

const fn is_of_something_else(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::NotTrade
            | Meaning::OtherProduct
            | Meaning::OtherMoney
            | Meaning::Part
            | Meaning::Region
            | Meaning::Share
            | Meaning::Forecast
            | Meaning::Each
            | Meaning::Sales
    )
}

/// What an amount is compared with may be the amount itself: `a year earlier it was 4,206 tons`.
const fn compares(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::AgainstYear | Meaning::AgainstMonth | Meaning::Same)
}
