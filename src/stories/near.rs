//! Figures that their own words leave open, read as the figures near them that agree with the data:
//! `Against July of last year the shortfall is 29.5%`, where the sentence before gave July's exports.
//! What such a figure's clause says stands; what it leaves unsaid is its neighbours', the nearest first, and
//! then what the story says elsewhere. It is supported in the first reading that it agrees with, where no
//! reading up to that one was likely to agree by chance, and is otherwise left as it was.

use std::ops::Range;

use super::adjusted::Season;
use super::against::{Against, against, leads};
use super::figure::{Figure, Measured, unmeasured};
use super::judge::{Judged, Trial, doubted, slip};
use super::library::Library;
use super::lists::Listed;
use super::meaning::Meaning;
use super::names::{PartnerId, ProductId, WORLD};
use super::parsed::Parsed;
use super::period::Mention;
use super::reading::{Grounds, Matter, Read, Reading, Trade, signed};
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
    /// Whether its clause has words of which it is not known what they name, and whether the sentences before
    /// speak of something else.
    unknown: bool,
    perhaps_foreign: bool,
    /// Whether it is the only figure of its sentence, which names one period.
    lone: bool,
}

/// A figure that agrees with the data: its sentence, where it begins, and what it is of.
#[derive(Clone, Copy)]
pub(super) struct Settled {
    pub row: usize,
    pub start: usize,
    pub reading: Reading,
}

/// A figure that nothing explains, in the readings that are likeliest by its own words.
pub(super) struct Suspect {
    pub open: Open,
    pub read: Option<Read>,
    /// Whether it has a verdict.
    pub told: bool,
}

impl Suspect {
    /// The wrong that was written, where that is beyond doubt, and else that it is unclear.
    pub(super) fn judged(&self, settled: &[Settled], library: &Library) -> Option<Judged> {
        let near = self.open.neighbours(settled);
        let near: Vec<Settled> =
            near.into_iter().filter(|one| one.row.abs_diff(self.open.row) <= REACH).collect();
        let read = self.read.as_ref()?;
        let own = |one: &&Settled| one.row == self.open.row;
        slip(read, &near, self.open.lone, library).or_else(|| {
            let beside: Vec<Settled> = near.iter().filter(own).copied().collect();
            if self.told { None } else { doubted(read, &beside, library) }
        })
    }
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
    /// Whether one of these is named without its year.
    undated: bool,
    /// The goods named last before, the partner that its sentence names before it, and the months that
    /// its sentence or others name.
    product_near: Option<ProductId>,
    whom_near: Option<PartnerId>,
    periods_near: Vec<Period>,
    /// Whether its clause tells of a year before, or of a month before.
    year_before: bool,
    month_before: bool,
}

/// In how many of a hundred cases a figure may agree with one of its readings by chance.
const CHANCE: f64 = 0.05;
/// The same where its neighbours stand in another sentence, where it is not known what its clause names, and
/// where they stand far off.
const CHANCE_APART: f64 = 0.03;
const CHANCE_UNKNOWN: f64 = 0.012;
const CHANCE_FAR: f64 = 0.004;
/// The same of a change between two amounts told beside it.
pub(super) const CHANCE_BETWEEN: f64 = 0.055;
/// Changes in percent lie as far apart as this, as a rule.
const SPREAD_OF_CHANGES: f64 = 40.0;
/// Amounts, as a share of themselves.
const SPREAD_OF_AMOUNTS: f64 = 3.0;
/// Sentences further away are far off.
const REACH: usize = 3;
/// So many figures before one and after it speak for what it is of.
const BEFORE: usize = 12;
const AFTER: usize = 6;
/// A smaller number by itself may be anything.
const LEAST_NUMBER: f64 = 1000.0;
/// The same beside a partner's name.
const LEAST_NAMED: f64 = 100.0;
/// So many readings are guesses.
const MOST: usize = 64;
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
        if self.is_foreign(&piece) {
            return None;
        }
        let perhaps_foreign = is_foreign(known.why, known.other);
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
        let lone = self.figures.len() == 1 && self.mentions.len() == 1;
        Some(Open { row, read, wanted, said, unknown, perhaps_foreign, lone })
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
        Some(Open {
            row,
            read,
            wanted: Wanted::Number,
            said,
            unknown: true,
            perhaps_foreign: false,
            lone: false,
        })
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
        let breaks = |at: &usize| self.is(*at, |m| m == Meaning::Break);
        let clause = (0..figure.first).rfind(breaks).unwrap_or(0)..piece.end;
        let tells = |sought: Meaning| clause.clone().any(|at| means(at) == Some(sought));
        let reporter = piece.clone().any(|at| self.is(at, |m| m == Meaning::Reporter));
        Said {
            flow: nearest(piece, away, flow),
            // What a partner sells is what is bought from it.
            turned: whom.is_some() && !reporter,
            product: nearest(piece, away, product),
            whom,
            shared: self.figures.iter().filter(|one| piece.contains(&one.first)).count() > 1,
            periods: Vec::new(),
            undated: false,
            product_near: (0..figure.first)
                .rev()
                .find_map(product)
                .or_else(|| self.topic.products.last().copied()),
            whom_near: (0..figure.first).rev().find_map(partner),
            periods_near: Vec::new(),
            year_before: tells(Meaning::AgainstYear),
            month_before: tells(Meaning::AgainstMonth),
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
        let undated = |one: &Mention| !one.dated && said.periods.contains(&one.period);
        said.undated = self.mentions.iter().any(undated);
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
    /// The figure in the first reading that it agrees with of those that its neighbours among `settled` give it,
    /// which stand in order of place.
    pub(super) fn judged(&self, settled: &[Settled], library: &Library) -> Option<Judged> {
        let near = self.neighbours(settled);
        // A figure of the same sentence that agrees with the data is of our goods, and so may this be.
        let beside = near.first().is_some_and(|one| one.row == self.row);
        if self.perhaps_foreign && !beside {
            return None;
        }
        let mut read = self.read.clone();
        if let (Wanted::Number, Some(nearest)) = (&self.wanted, near.first()) {
            read.unit = unit_of_number(nearest.reading.unit).code();
        }
        if let Wanted::Change { sign: Some(sign), .. } = self.wanted {
            read.stated = signed(read.stated, sign);
        }
        let either = matches!(self.wanted, Wanted::Change { sign: None, .. });
        let mut found =
            Candidates { known: Vec::new(), most: 0.0, trial: Trial::new(read, either, library) };
        self.between(&near, &mut found);
        for wide in [false, true] {
            for one in &near {
                let away = one.row.abs_diff(self.row);
                let most = match away {
                    0 => CHANCE,
                    1..=REACH => CHANCE_APART,
                    _ => CHANCE_FAR,
                };
                let most = if self.unknown { most.min(CHANCE_UNKNOWN) } else { most };
                found.most = most;
                // Far off, only all of what a neighbour is of is taken for what this is of.
                if away <= REACH || !wide {
                    self.beside(&one.reading, wide, &mut found);
                }
            }
        }
        found.trial.judged()
    }

    /// The figures around this one that agree with the data, the nearest first.
    fn neighbours(&self, settled: &[Settled]) -> Vec<Settled> {
        let start = self.read.start;
        let place = settled.partition_point(|one| (one.row, one.start) < (self.row, start));
        let from = place.saturating_sub(BEFORE);
        let to = (place + AFTER).min(settled.len());
        let mut near = settled.get(from..to).unwrap_or_default().to_vec();
        // What follows is a little further away than what goes before.
        let away = |one: &Settled| {
            let after = (one.row, one.start) > (self.row, start);
            (one.row.abs_diff(self.row), after, one.start.abs_diff(start))
        };
        crate::util::sort_by_key(&mut near, away);
        near
    }

    /// `4,837.1 tonnes. A year ago it was 5,551.4: a drop of nearly 13%`: the change between two amounts told
    /// right before it or beside it.
    fn between(&self, near: &[Settled], found: &mut Candidates<'_>) {
        let Wanted::Change { against, .. } = self.wanted else { return };
        found.most = CHANCE_BETWEEN;
        let levels = near
            .iter()
            .filter(|one| one.row.abs_diff(self.row) <= 2 && one.reading.matter == Matter::Level);
        let levels: Vec<Reading> = levels.take(3).map(|one| one.reading).collect();
        for (at, one) in levels.iter().enumerate() {
            for other in levels.iter().skip(at + 1) {
                let (now, before) =
                    if one.period.start > other.period.start { (one, other) } else { (other, one) };
                let alike = (now.trade(), now.unit, now.period.months)
                    == (before.trade(), before.unit, before.period.months);
                let told = against.is_none_or(|own| own.baseline(now.period) == before.period);
                if alike && told && now.period != before.period {
                    let (kind, period, _) = Against::Period(before.period).applied(now.period);
                    let matter = Matter::Change(kind, before.period);
                    let grounds = Grounds { comparison: Ground::Supposed, ..now.grounds };
                    found.add(Reading { period, matter, grounds, cost: COST, ..*now });
                }
            }
        }
    }

    /// The readings that are like a neighbour's in all that the figure's clause leaves unsaid; the `wide` ones
    /// turn to what else its sentence or the story names.
    fn beside(&self, anchor: &Reading, wide: bool, found: &mut Candidates<'_>) {
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
        let periods = self.periods(anchor, wide);
        let trades = flows.iter().flat_map(|flow| {
            let whoms = &whoms;
            goods.iter().flat_map(move |product| {
                whoms.iter().map(move |partner| (*flow, *product, *partner))
            })
        });
        for (flow, product, partner) in trades {
            for (unit, matter, period, compared) in self.matters(anchor, &periods) {
                let ground = |said: bool| if said { Ground::Said } else { Ground::Supposed };
                found.add(Reading {
                    flow,
                    product,
                    partner,
                    unit,
                    period,
                    matter,
                    adjusted: false,
                    cost: COST,
                    grounds: Grounds {
                        flow: ground(said.flow == Some(flow)),
                        goods: ground(said.product.is_some()),
                        whom: ground(said.whom == Some(partner)),
                        period: ground(said.periods.contains(&period)),
                        comparison: ground(compared),
                    },
                });
            }
        }
    }

    /// The months that a figure beside `anchor` can be of: those that its clause names, or else the
    /// neighbour's; the `wide` ones are those a year or a month before, and the same part of a year named.
    fn periods(&self, anchor: &Reading, wide: bool) -> Vec<Period> {
        let said = &self.said;
        let change = matches!(self.wanted, Wanted::Change { .. });
        let own = anchor.period;
        let mut found = Vec::new();
        if !wide && !said.periods.is_empty() {
            found.extend(&said.periods);
            // `In 2021 48,918 tons, after the year before, in which it had sunk to 35,448`.
            if !change && said.year_before {
                found.extend(said.periods.iter().map(|one| one.years_before(1)));
            }
            return found;
        }
        let earlier = Period { start: own.start - 1, ..own };
        if !wide {
            // `The year before, in which it had sunk to 35,448 tons`.
            if !change && said.year_before {
                found.push(own.years_before(1));
            }
            if !change && said.month_before && own.months == 1 {
                found.push(earlier);
            }
            found.push(own);
            found.extend(&said.periods_near);
            // What was told of a month is often gone on with for the year so far.
            if !change {
                found.push(Period::year_to_date(own.end()));
            }
            return found;
        }
        // `34,706 tons where 2025 had 38,564 at this stage`.
        let years = said.periods.iter().chain(&said.periods_near).filter(|one| one.months == 12);
        found.extend(years.map(|year| own.years_before(own.end().year() - year.end().year())));
        // Without its year a month may be one of another than the latest.
        if said.undated {
            found.extend(said.periods.iter().map(|one| one.years_before(1)));
        }
        if said.periods.is_empty() && (!change || said.year_before) {
            found.push(own.years_before(1));
        }
        if said.periods.is_empty() && !change && own.months == 1 {
            found.push(earlier);
        }
        found
    }

    /// What the figure can be of these periods: in what unit, against what, of which months, and whether
    /// what it is held against is said.
    fn matters(&self, anchor: &Reading, periods: &[Period]) -> Vec<(Unit, Matter, Period, bool)> {
        let (said, worth) = match self.wanted {
            Wanted::Amount(unit) => {
                return periods.iter().map(|of| (unit, Matter::Level, *of, true)).collect();
            }
            Wanted::Number => {
                let unit = unit_of_number(anchor.unit);
                return periods.iter().map(|of| (unit, Matter::Level, *of, true)).collect();
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
            if baseline.start < of.start {
                made.push((unit, Matter::Change(kind, baseline), of, said));
            }
        };
        for period in periods {
            match said {
                Some(against) => {
                    add(against, *period, true);
                    // `13.3% below October`: the last October before the month that it is of.
                    if let Against::Period(named) = against
                        && (named.months, period.months) == (1, 1)
                    {
                        let back = (period.start - named.start).rem_euclid(12);
                        add(Against::Period(Period::month(period.start - back)), *period, false);
                    }
                }
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

/// The readings of a figure, each tried once.
struct Candidates<'a> {
    known: Vec<(Trade, Unit, Period, Matter)>,
    /// How likely those that are tried now, and all before, may be to agree by chance.
    most: f64,
    trial: Trial<'a>,
}

impl Candidates<'_> {
    fn add(&mut self, reading: Reading) {
        let key = (reading.trade(), reading.unit, reading.period, reading.matter);
        let over = self.trial.is_over() || self.known.len() >= MOST;
        if !over && !self.known.contains(&key) {
            self.known.push(key);
            self.trial.of(reading, self.most);
        }
    }
}

/// What a number without a unit counts beside figures in `unit`: money has its sign.
fn unit_of_number(unit: Unit) -> Unit {
    if unit.is_money() { Unit::TONNE } else { unit }
}

/// The first and the other, as far as there are any, once if they are one.
fn either<T: PartialEq + Copy>(first: Option<T>, other: Option<T>) -> Vec<T> {
    first.into_iter().chain(other.filter(|other| first != Some(*other))).collect()
}

/// How likely a reading agrees with a figure by chance, where all within `width` of it does.
pub(super) fn chance(read: &Read, reading: &Reading, width: f64) -> f64 {
    let size = read.stated.value.abs().max(f64::MIN_POSITIVE);
    match reading.matter {
        Matter::Change(..) => width / SPREAD_OF_CHANGES.max(size),
        _ => width / (size * SPREAD_OF_AMOUNTS),
    }
}
