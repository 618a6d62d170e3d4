//! Figures told one for one in the order of what they are of: `Germany and South Korea took 1,288 and 854 tons
//! respectively`, 环比和同比分别增长3.4%和2.2%.

use super::against::Against;
use super::meaning::Meaning;
use super::names::{PartnerId, ProductId};
use super::parsed::Parsed;
use super::sentence::{Item, meaning};
use super::stated::{Figure, Measured};
use crate::trade::{Flow, Unit};

/// What one of such figures is of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Listed {
    Partner(PartnerId),
    /// One that only the sentence before named.
    Before(PartnerId),
    Goods(ProductId),
    Flow(Flow),
    Against(Against),
    /// One of the amounts told before them.
    Counted(Unit),
    /// Several are named, and which of them it is of is not known.
    Unknown,
}

/// The partners that a sentence names, in order, each once.
pub(super) fn partners(items: &[Item]) -> Vec<PartnerId> {
    let mut found = Vec::new();
    for item in items {
        if let Some(Meaning::Partner(id)) = item.meaning()
            && !found.contains(&id)
        {
            found.push(id);
        }
    }
    found
}

impl Parsed<'_> {
    /// What the figure at `place` is of, where its sentence tells figures one for one of something else than
    /// months.
    pub(super) fn listed(&self, place: usize) -> Option<Listed> {
        let figure = self.figures.get(place)?;
        let word = self.respectively()?;
        // 分别 stands before them, `respectively` behind.
        let behind = |one: &Figure| one.first > word;
        let follow = self.figures.iter().any(|one| behind(one) && one.first <= word + 3);
        let dated = self.mentions.len() == self.figures.len() || self.listed_month(place).is_some();
        if behind(figure) != follow || dated {
            return None;
        }
        let is_like =
            |other: &&Figure| other.measured == figure.measured && behind(other) == follow;
        let count = self.figures.iter().filter(is_like).count();
        // 出口量和出口额分别为5490吨和2亿元: their units tell which is which.
        if count < 2 {
            return None;
        }
        let nth = self.figures.iter().take(place).filter(is_like).count();
        let first = self.figures.first().map_or(0, |first| first.first);
        let here = |test: &dyn Fn(Meaning) -> Option<Listed>| {
            let named = |at: usize| meaning(self.items, at).and_then(test);
            let before: Vec<Listed> = (0..first).filter_map(named).collect();
            if before.is_empty() {
                // `Rose 3.4% and 2.2% on the month and on the year respectively`.
                let last = self.figures.last().map_or(0, |last| last.last + 1);
                return (last..self.items.len()).filter_map(named).collect();
            }
            before
        };
        let partner = |m| match m {
            Meaning::Partner(id) | Meaning::Toward(id) => Some(Listed::Partner(id)),
            _ => None,
        };
        let goods = |m| match m {
            Meaning::Product(id) => Some(Listed::Goods(id)),
            _ => None,
        };
        let against = |m| match m {
            Meaning::AgainstMonth => Some(Listed::Against(Against::Month)),
            Meaning::AgainstYear => Some(Listed::Against(Against::Year)),
            _ => None,
        };
        let flow = |m| match m {
            Meaning::Flow(flow) => Some(Listed::Flow(flow)),
            _ => None,
        };
        let mut lists = vec![here(&partner), here(&goods), here(&flow)];
        if figure.is_percent() {
            lists.push(here(&against));
            // `25,378 tonnes for 1.69 billion yuan, respectively 2.2 percent and 40.1 percent more`.
            let before = self.figures.iter().take_while(|one| one.is_amount());
            let units: Vec<Listed> = before
                .filter_map(|one| match one.measured {
                    Measured::Amount(unit) => Some(Listed::Counted(unit)),
                    _ => None,
                })
                .collect();
            let apart =
                |(at, unit): (usize, &Listed)| !units.iter().skip(at + 1).any(|one| one == unit);
            if units.iter().enumerate().all(apart) {
                lists.push(units);
            }
        }
        // Of the partners that the sentence before named, where this one names none.
        if lists.first().is_some_and(Vec::is_empty) {
            lists.push(self.topic.listed.iter().copied().map(Listed::Before).collect());
        }
        let fits = |list: &&Vec<Listed>| list.len() == count;
        let mut fitting = lists.iter().filter(fits);
        let found = fitting.next().filter(|_| fitting.next().is_none());
        Some(found.and_then(|list| list.get(nth).copied()).unwrap_or(Listed::Unknown))
    }
}
