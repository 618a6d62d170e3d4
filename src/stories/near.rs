//! Figures that their own words leave open, read as the figures near them that agree with the data:
//! `Against July of last year the shortfall is 29.5%`, where the sentence before gave July's exports.
//! What such a figure's clause says stands; what it leaves unsaid is its neighbours'. It is supported
//! where it would hardly agree by chance, and is otherwise left as it was: nobody is accused by this.

use std::ops::Range;

use super::adjusted::Season;
use super::against::{Against, against, leads};
use super::figure::{Figure, Measured, unmeasured};
use super::lists::Listed;
use super::meaning::Meaning;
use super::names::{PartnerId, ProductId, WORLD};
use super::parsed::Parsed;
use super::period::Mention;
use super::reading::{Grounds, Matter, Read, Reading, signed};
use super::scene::{Ground, parts, tells_of_amount};
use super::sentence::{What, meaning};
use super::weights::{self, Cost};
use crate::trade::{Flow, Period, Unit};
use crate::wording::facts::Doubt;

/// A figure that its own words leave open, with what they do say.
pub(super) struct Open {
    /// The sentence that it stands in.
    pub row: usize,
    /// The figure, without readings.
    read: Read,
    wanted: Wanted,
    said: Said,
    /// Whether its clause has words of which it is not known what they name.
    unknown: bool,
}

/// What a figure is.
enum Wanted {
    Amount(Unit),
    /// A number by itself, of whatever its neighbours count in.
    Number,
    /// A change: against what, if that is said, and whether a rise or a fall, likewise.
    Change {
        against: Option<Against>,
        sign: Option<f64>,
        worth: bool,
    },
}

/// What a figure's clause says of it, and what stands near it.
#[derive(Default)]
struct Said {
    flow: Option<Flow>,
    /// Whether that flow may be a partner's.
    turned: bool,
    product: Option<ProductId>,
    whom: Option<PartnerId>,
    /// Whether its clause has other figures, one of which may be the partner's.
    shared: bool,
    periods: Vec<Period>,
    /// The goods named last before, the partner that its sentence names before it, and the months that
    /// its sentence or others name.
    product_near: Option<ProductId>,
    whom_near: Option<PartnerId>,
    periods_near: Vec<Period>,
}

/// In how many of a hundred cases a figure may agree with one of its readings by chance.
const CHANCE: f64 = 0.05;
/// The same where its neighbours stand in another sentence, and where it is not known what its clause
/// names.
const CHANCE_APART: f64 = 0.03;
const CHANCE_UNKNOWN: f64 = 0.012;
/// Changes in percent lie as far apart as this, as a rule.
const SPREAD_OF_CHANGES: f64 = 40.0;
/// Amounts, as a share of themselves.
const SPREAD_OF_AMOUNTS: f64 = 3.0;
/// Sentences further away tell nothing.
const REACH: usize = 3;
/// A smaller number by itself may be anything.
const LEAST_NUMBER: f64 = 1000.0;
/// The same beside a partner's name.
const LEAST_NAMED: f64 = 100.0;
/// So many readings are guesses.
const MOST: usize = 32;
/// What it costs to read a figure as its neighbours are.
const COST: Cost = 1.5;

impl Parsed<'_> {
    /// The figure at `place` with what its clause says, unless that is that it is of something else.
    pub(super) fn open(&self, place: usize, row: usize) -> Option<Open> {
        let figure = self.figures.get(place)?;
        let of_trade = self.own == 0 && !figure.loose && !self.is_of_something_else(figure);
        let listed = self.listed(place) == Some(Listed::Unknown);
        let adjusted = self.season(figure) == Season::Adjusted;
        if adjusted || !of_trade || listed || self.is_for_each(figure) || self.is_average(figure) {
            return None;
        }
        let known = self.parts(figure);
        let piece = self.piece(figure);
        if self.is_foreign(&piece) || is_foreign(known.why, known.other) {
            return None;
        }
        let mut read = self.unread(figure)?;
        let wanted = match figure.measured {
            Measured::Amount(unit) => {
                let by = leads(self.items, figure, |m| m == Meaning::By);
                if by || self.difference(place, figure).is_some() {
                    return None;
                }
                read.unit = unit.code();
                Wanted::Amount(unit)
            }
            Measured::Percent => {
                if leads(self.items, figure, |m| matches!(m, Meaning::To | Meaning::Into)) {
                    return None;
                }
                let own = self.has_own_direction(place, figure);
                let sign = figure.sign.or_else(|| self.direction(place, figure).filter(|_| own));
                let against = against(self.items, &self.figures, &self.mentions, place);
                Wanted::Change { against, sign, worth: known.worth }
            }
            Measured::Points => return None,
        };
        let unknown = known.why == Some(Doubt::Unknown);
        let mut said = self.said(figure, &piece);
        self.add_periods(place, figure, &piece, &mut said);
        Some(Open { row, read, wanted, said, unknown })
    }

    /// Numbers by themselves: `It was: 5,429`, `in 2019 (46,330)`.
    pub(super) fn open_numbers(&self, row: usize) -> Vec<Open> {
        let places = 0..if self.own == 0 { self.items.len() } else { 0 };
        places.filter_map(|at| self.open_number(at, row)).collect()
    }

    fn open_number(&self, at: usize, row: usize) -> Option<Open> {
        let What::Number(value, step) = self.items.get(at)?.what else { return None };
        let year = value.fract() == 0.0 && (1900.0..2100.0).contains(&value);
        let within = |first: usize, last: usize| (first..=last).contains(&at);
        let taken = self.figures.iter().any(|one| within(one.first, one.last))
            || self.mentions.iter().any(|one| within(one.first, one.last));
        // What is counted in a word that is not known is that.
        let ends = self.items.get(at + 1).is_none_or(|item| match item.what {
            What::Number(..) | What::Word => false,
            What::Means(meaning) => !meaning.is_measure(),
        });
        if value < LEAST_NAMED || year || taken || !ends {
            return None;
        }
        let figure = unmeasured(self.items, at, value, step);
        if self.season(&figure) == Season::Adjusted {
            return None;
        }
        let piece = self.piece(&figure);
        let mut said = self.said(&figure, &piece);
        let named = said.whom.is_some() || value >= LEAST_NUMBER;
        if !named || self.is_foreign(&piece) {
            return None;
        }
        let beside = self
            .mentions
            .iter()
            .filter(|one| at.abs_diff(one.first).min(at.abs_diff(one.last)) <= 3);
        said.periods.extend(beside.map(|one| one.period).take(1));
        said.periods_near.extend(self.periods.iter().rev().take(2));
        let read = self.unread(&figure)?;
        Some(Open { row, read, wanted: Wanted::Number, said, unknown: true })
    }

    /// What stands around a figure between commas.
    fn piece(&self, figure: &Figure) -> Range<usize> {
        let parted = |at: &usize| self.is(*at, parts);
        let start = (0..figure.first).rfind(parted).map_or(0, |at| at + 1);
        start..(figure.last + 1..self.items.len()).find(parted).unwrap_or(self.items.len())
    }

    /// Whether a piece names something else than trade in the data's goods.
    fn is_foreign(&self, piece: &Range<usize>) -> bool {
        piece.clone().any(|at| {
            self.is(at, |m| matches!(m, Meaning::OtherProduct | Meaning::Quota(_)))
                || (self.is(at, |m| m == Meaning::Share)
                    && !tells_of_amount(self.items, &self.figures, at))
        })
    }

    /// What the piece of a figure says: of several, what stands nearest to it.
    fn said(&self, figure: &Figure, piece: &Range<usize>) -> Said {
        let away = |at: usize| at.abs_diff(figure.first).min(at.abs_diff(figure.last));
        let means = |at: usize| meaning(self.items, at);
        let partner = |at: usize| match means(at)? {
            Meaning::Partner(id) | Meaning::Toward(id) => Some(id),
            _ => None,
        };
        let product = |at: usize| match means(at)? {
            Meaning::Product(id) if !self.names.is_quota(id) => Some(id),
            _ => None,
        };
        let flow = |at: usize| match means(at)? {
            Meaning::Flow(flow) => Some(flow),
            _ => None,
        };
        let whom = nearest(piece, away, partner);
        let reporter = piece.clone().any(|at| self.is(at, |m| m == Meaning::Reporter));
        Said {
            flow: nearest(piece, away, flow),
            // What a partner sells is what is bought from it.
            turned: whom.is_some() && !reporter,
            product: nearest(piece, away, product),
            whom,
            shared: self.figures.iter().filter(|one| piece.contains(&one.first)).count() > 1,
            periods: Vec::new(),
            product_near: (0..figure.first)
                .rev()
                .find_map(product)
                .or_else(|| self.topic.products.last().copied()),
            whom_near: (0..figure.first).rev().find_map(partner),
            periods_near: Vec::new(),
        }
    }

    /// The months that a figure's piece names, and those that its sentence or others name.
    fn add_periods(&self, place: usize, figure: &Figure, piece: &Range<usize>, said: &mut Said) {
        let within = |range: Range<usize>, baselines: bool| -> Vec<Period> {
            let fits =
                |one: &&Mention| range.contains(&one.first) && (one.is_current() || baselines);
            self.mentions.iter().filter(fits).map(|one| one.period).collect()
        };
        said.periods = within(piece.clone(), figure.is_amount());
        // What the clause names before it, the figure is hardly of other months than.
        if said.periods.is_empty() {
            let breaks = |at: &usize| self.is(*at, |m| m == Meaning::Break);
            let from = (0..figure.first).rfind(breaks).unwrap_or(0);
            said.periods = within(from..figure.first, false);
        }
        let baseline = self.is_baseline(figure);
        let dated = if baseline {
            self.baseline_periods(place, figure)
        } else {
            self.current_periods(place)
        };
        if baseline && said.periods.is_empty() {
            said.periods.extend(dated.first().map(|(period, ..)| *period));
        } else {
            let near = dated.into_iter().filter(|(_, cost, _)| *cost <= weights::PERIOD_TAKEN);
            said.periods_near = near.take(2).map(|(period, ..)| period).collect();
        }
    }
}

/// What `of` finds in a piece, nearest to a figure.
fn nearest<T>(
    piece: &Range<usize>,
    away: impl Fn(usize) -> usize,
    of: impl Fn(usize) -> Option<T>,
) -> Option<T> {
    let found = piece.clone().filter_map(|at| Some((away(at), of(at)?)));
    found.min_by_key(|(away, _)| *away).map(|(_, one)| one)
}

/// Whether a figure is almost surely of something else.
fn is_foreign(why: Option<Doubt>, other: Cost) -> bool {
    let far = matches!(why, Some(Doubt::NoTrade | Doubt::Future | Doubt::OtherGoods));
    far && other < weights::OTHER_UNKNOWN
}

impl Open {
    /// Where the figure stands.
    pub(super) const fn place(&self) -> (usize, usize) {
        (self.read.start, self.read.end)
    }

    /// Whether it may be a rise as well as a fall.
    pub(super) const fn is_of_either_sign(&self) -> bool {
        matches!(self.wanted, Wanted::Change { sign: None, .. })
    }

    /// The figure with the readings that its neighbours give it, and how likely one of them is to agree
    /// by chance may be at most.
    pub(super) fn read(&self, anchors: &[(usize, Reading)]) -> Option<(Read, f64)> {
        let of_row = |row: usize| anchors.iter().filter(move |(own, _)| *own == row);
        let rows =
            (0..=REACH).flat_map(|away| [self.row.checked_sub(away), self.row.checked_add(away)]);
        let row = rows.flatten().find(|row| of_row(*row).next().is_some())?;
        let mut read = self.read.clone();
        for (_, anchor) in of_row(row) {
            if matches!(self.wanted, Wanted::Number) {
                read.unit = anchor.unit.code();
            }
            self.beside(anchor, &mut read.readings);
        }
        read.readings.truncate(MOST);
        if let Wanted::Change { sign: Some(sign), .. } = self.wanted {
            read.stated = signed(read.stated, sign);
        }
        let most = match (self.unknown, row == self.row) {
            (true, _) => CHANCE_UNKNOWN,
            (false, false) => CHANCE_APART,
            (false, true) => CHANCE,
        };
        (!read.readings.is_empty()).then_some((read, most))
    }

    /// The readings that are like a neighbour's in all that the figure's clause leaves unsaid.
    fn beside(&self, anchor: &Reading, found: &mut Vec<Reading>) {
        let said = &self.said;
        let flows =
            either(said.flow, Some(anchor.flow).filter(|_| said.turned || said.flow.is_none()));
        let goods = match said.product {
            Some(product) => vec![product],
            None => either(Some(anchor.product), said.product_near),
        };
        let whoms = match said.whom {
            Some(whom) => either(Some(whom), Some(WORLD).filter(|_| said.shared)),
            None => either(Some(anchor.partner), said.whom_near),
        };
        let mut periods = said.periods.clone();
        if periods.is_empty() {
            periods.push(anchor.period);
            periods.extend(&said.periods_near);
            // What was told of a month is often gone on with for the year so far.
            if !matches!(self.wanted, Wanted::Change { .. }) {
                periods.push(Period::year_to_date(anchor.period.end()));
            }
        }
        for flow in &flows {
            for product in &goods {
                for partner in &whoms {
                    for (unit, matter, period, compared) in self.matters(anchor, &periods) {
                        let ground =
                            |said: bool| if said { Ground::Said } else { Ground::Supposed };
                        let reading = Reading {
                            flow: *flow,
                            product: *product,
                            partner: *partner,
                            unit,
                            period,
                            matter,
                            adjusted: false,
                            cost: COST,
                            grounds: Grounds {
                                flow: ground(said.flow == Some(*flow)),
                                goods: ground(said.product.is_some()),
                                whom: ground(said.whom == Some(*partner)),
                                period: ground(said.periods.contains(&period)),
                                comparison: ground(compared),
                            },
                        };
                        let same = |one: &Reading| {
                            (one.trade(), one.unit, one.period, one.matter)
                                == (reading.trade(), unit, period, matter)
                        };
                        if !found.iter().any(same) {
                            found.push(reading);
                        }
                    }
                }
            }
        }
    }

    /// What the figure can be of these periods: in what unit, against what, of which months, and whether
    /// what it is held against is said.
    fn matters(&self, anchor: &Reading, periods: &[Period]) -> Vec<(Unit, Matter, Period, bool)> {
        let (said, worth) = match self.wanted {
            Wanted::Amount(unit) => {
                return periods.iter().map(|of| (unit, Matter::Level, *of, true)).collect();
            }
            Wanted::Number => {
                return periods.iter().map(|of| (anchor.unit, Matter::Level, *of, true)).collect();
            }
            Wanted::Change { against, worth, .. } => (against, worth),
        };
        let unit = match (worth, anchor.unit.is_money()) {
            (true, false) => Unit::US_DOLLAR,
            _ => anchor.unit,
        };
        let mut made = Vec::new();
        let mut add = |against: Against, period: Period, said: bool| {
            let (kind, of, baseline) = against.applied(period);
            let baseline = baseline.unwrap_or_else(|| against.baseline(period));
            if baseline != of {
                made.push((unit, Matter::Change(kind, baseline), of, said));
            }
        };
        for period in periods {
            match said {
                Some(against) => add(against, *period, true),
                None => {
                    if period.months == 1 {
                        add(Against::Month, *period, false);
                    }
                    add(Against::Year, *period, false);
                    // `Put beside August of last year it is 6.7% too little`.
                    if period.months == anchor.period.months && period.end() < anchor.period.start {
                        add(Against::Period(*period), anchor.period, false);
                    }
                }
            }
        }
        made
    }
}

/// The first and the other, as far as there are any, once if they are one.
fn either<T: PartialEq + Copy>(first: Option<T>, other: Option<T>) -> Vec<T> {
    first.into_iter().chain(other.filter(|other| first != Some(*other))).collect()
}

/// How likely one reading agrees with a figure by chance.
pub(super) fn chance(read: &Read, reading: &Reading) -> f64 {
    let width = read.stated.high - read.stated.low;
    let size = read.stated.value.abs().max(f64::MIN_POSITIVE);
    match reading.matter {
        Matter::Change(..) => width / SPREAD_OF_CHANGES.max(size),
        _ => width / (size * SPREAD_OF_AMOUNTS),
    }
}
