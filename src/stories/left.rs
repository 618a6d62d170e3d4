//! What a figure's clause holds beside what was read of it. A clause that is understood to the last
//! word can be called wrong; in any other, what was passed over may be what the figure is about.

use super::against::leads;
use super::meaning::Meaning;
use super::names::{PartnerId, ProductId, WORLD};
use super::period::Mention;
use super::scene::parts;
use super::sentence::{Item, What, follows, is, meaning};
use super::stated::Figure;
use crate::trade::{Flow, Unit};

/// What is left of a clause.
#[derive(Clone, Debug, Default)]
pub struct Left {
    /// A number, a word of time, a name or another matter that no part of a reading is read from.
    unread: bool,
    /// Money is spoken of.
    money: bool,
    /// Goods, partners and flows that it names: a reading of others passes over these.
    products: Vec<ProductId>,
    partners: Vec<PartnerId>,
    flows: Vec<Flow>,
    /// Whether a flow is named, each by its own name.
    pub plain: bool,
}

impl Left {
    /// Counts something as left.
    pub const fn leave(&mut self) {
        self.unread = true;
    }

    /// Whether nothing is left that a reading of this trade, in this unit, does not say.
    pub fn is_nothing(&self, trade: (Flow, ProductId, PartnerId), unit: Unit) -> bool {
        let (flow, product, partner) = trade;
        !self.unread
            && (!self.money || unit.is_money())
            && self.products.iter().all(|id| *id == product)
            && self.partners.iter().all(|id| *id == partner || *id == WORLD)
            && self.flows.iter().all(|own| *own == flow)
    }
}

/// What the clause of `figure` holds beside it; `own` is where a table's cell begins.
pub fn left(
    items: &[Item],
    own: usize,
    figures: &[Figure],
    mentions: &[Mention],
    figure: &Figure,
) -> Left {
    let mut left = Left { plain: true, ..Left::default() };
    let parted = |at: &usize| is(items, *at, parts);
    let begins = |at: usize| (own..at).rfind(parted).map_or(own, |at| at + 1);
    let has_figure =
        |from: usize, to: usize| figures.iter().any(|one| (from..to).contains(&one.first));
    let has_period =
        |from: usize, to: usize| mentions.iter().any(|one| (from..to).contains(&one.first));
    let start = begins(figure.first);
    let end = (figure.last + 1..items.len()).find(parted).unwrap_or(items.len());
    // What leads into it, back to the clause of another figure: `a year ago, exports were …`.
    let mut lead = start;
    while lead > own && !is(items, lead - 1, |m| m == Meaning::Break) {
        let before = begins(lead - 1);
        if has_figure(before, lead) {
            break;
        }
        lead = before;
    }
    // The clause that names its months, where it doesn't itself: 截至11月底，出口52105吨. What stands
    // alone belongs to what is before it: `Nov 23: 4,206 t`.
    let mut whole = start;
    while whole > own && (whole == figure.first || !has_period(whole, end)) {
        let before = begins(whole - 1);
        let told = has_period(before, whole);
        if !told && whole != figure.first {
            break;
        }
        whole = before;
    }
    // `11% more than the 5,864.6 tons of a year ago` are those of a year ago.
    let held_against = leads(items, figure, |m| matches!(m, Meaning::From | Meaning::Than));
    for at in lead.min(whole)..end {
        let read = (figure.first..=figure.last).contains(&at)
            || figures.iter().any(|one| (one.first..=one.last).contains(&at))
            || mentions.iter().any(|one| (one.first..=one.last).contains(&at));
        // `In the same month of 2023`: which month, only the sentences before can tell.
        left.unread |= is(items, at, |m| m == Meaning::Same)
            && mentions.iter().any(|one| one.is_current() && (one.first..=one.last).contains(&at));
        // 据5月9日发布的快讯，4月出口…: the day of a publication, before a clause with months of its own.
        if read || (at < start && has_period(start, end) && is_day(items, at)) {
            continue;
        }
        match meaning(items, at) {
            Some(Meaning::Product(id)) if at >= start => left.products.push(id),
            Some(Meaning::Partner(id) | Meaning::Toward(id)) => left.partners.push(id),
            Some(Meaning::Flow(flow)) if at >= start => {
                left.plain &= items.get(at).is_some_and(|item| item.plain);
                left.flows.push(flow);
            }
            // 年增, 月減: what the change is measured against.
            Some(Meaning::Years | Meaning::MonthSign)
                if is(items, at + 1, |m| matches!(m, Meaning::Direction(_))) => {}
            Some(meaning) => {
                let earned = meaning == Meaning::Proceeds;
                let of_flow = earned && follows(items, at, |m| matches!(m, Meaning::Flow(_)));
                left.money |= of_flow || matches!(meaning, Meaning::Worth | Meaning::Money(_));
                left.unread |= meaning.is_of_time()
                    || is_of_something_else(meaning)
                    || (earned && !of_flow)
                    || (figure.is_amount() && !held_against && compares(meaning));
            }
            None => {
                // Where another clause leads in, a word without a capital only tells how or why.
                let idle = |item: &&Item| at < whole && item.is_word() && !item.capital;
                left.unread |= items.get(at).is_some_and(|item| is_unknown(item) && !idle(&item));
            }
        }
    }
    // `2025/2024: 62,585 t`: of either.
    left.unread |= mentions.windows(2).any(|pair| match pair {
        [one, other] => {
            one.last + 2 == other.first && items.get(one.last + 1).is_some_and(Item::parts_a_date)
        }
        _ => false,
    });
    left.plain &= !left.flows.is_empty();
    left
}

/// Whether the item at `at` is of a day: 5月9日, `May 9`.
fn is_day(items: &[Item], at: usize) -> bool {
    let number =
        |at: usize| items.get(at).is_some_and(|item| matches!(item.what, What::Number(..)));
    let month = |at: usize| is(items, at, |m| matches!(m, Meaning::Month(_) | Meaning::May));
    let sign = (at..at + 4).find(|index| is(items, *index, |m| m == Meaning::Day));
    let signed = sign.is_some_and(|sign| {
        sign.checked_sub(1).is_some_and(number)
            && (at + 1 >= sign
                || sign.checked_sub(2).is_some_and(|at| is(items, at, |m| m == Meaning::MonthSign)))
    });
    signed || (month(at) && number(at + 1)) || (number(at) && at.checked_sub(1).is_some_and(month))
}

/// A number that belongs to nothing, or a word that means nothing here: it may narrow the goods or
/// the months, or name somebody else.
const fn is_unknown(item: &Item) -> bool {
    match item.what {
        What::Number(..) => true,
        What::Word => item.end - item.start > 2,
        What::Means(_) => false,
    }
}

const fn is_of_something_else(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::NotTrade
            | Meaning::Quota(_)
            | Meaning::OtherProduct
            | Meaning::OtherMoney
            // In tonnes of oxide: how an amount is counted.
            | Meaning::Quantity(..)
            | Meaning::Part
            | Meaning::Without
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
