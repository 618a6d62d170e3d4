//! From figures to readings: which trade, which period, and which baseline.

use super::adjusted::Season;
use super::against::{Against, against, headed, is_shared_month, leads, level_kind, marker};
use super::claim::{Kind, Stated};
use super::left::{Left, left};
use super::lists::Listed;
use super::meaning::Meaning;
use super::names::{Names, PartnerId, ProductId, WORLD};
use super::parsed::Parsed;
use super::period::Mention;
use super::scene::{Ground, Parts, Trader};
use super::sentence::{What, follows, meaning};
use super::stated::{Figure, Measured, is_more, is_of_whole, is_rate};
use super::weights::{self, Cost};
use super::when::Dated;
use crate::statistics::Comparison;
use crate::trade::{Flow, Measure, Month, Period, Unit};
use crate::wording::facts::Doubt;

/// Another amount in the same unit, which a share or a multiple is of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Whole {
    pub trade: Trade,
    pub period: Period,
}

/// What is stated about trade and period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Matter {
    /// How much.
    Level,
    /// How much a month, over the period.
    Average,
    /// How much for each of what is counted.
    Each(Unit),
    /// How much is usual for the months.
    Usual(Comparison),
    /// How much of another amount, in percent.
    Part(Whole),
    /// How much more or less, in percent.
    Change(Kind, Period),
    /// How much more or less, in the unit.
    Difference(Kind, Period),
}

/// One way to read a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    pub flow: Flow,
    pub product: ProductId,
    pub partner: PartnerId,
    /// Its unit; for a percentage, the unit of the underlying amounts.
    pub unit: Unit,
    pub period: Period,
    pub matter: Matter,
    /// Whether it is about the seasonally adjusted series.
    pub adjusted: bool,
    pub cost: Cost,
    pub grounds: Grounds,
}

/// Flow, product and partner.
pub type Trade = (Flow, ProductId, PartnerId);

impl Reading {
    /// Its trade.
    pub const fn trade(&self) -> Trade {
        (self.flow, self.product, self.partner)
    }

    /// The parts that the figure's own sentence does not state, in words. The name of an allowance says all but
    /// its year, and a total is of no partner.
    pub fn unsaid(&self) -> Vec<&'static str> {
        let Grounds { flow, goods, whom, period, comparison } = self.grounds;
        let told = |ground, by: bool| by || ground == Ground::Said;
        let quota = self.flow == Flow::Quota;
        let mut parts = Vec::new();
        for (is_told, name) in [
            (told(flow, quota), "flow"),
            (told(goods, quota), "product"),
            (told(whom, quota || self.partner == WORLD), "partner"),
            (told(period, false), "period"),
            (told(comparison, quota), "comparison"),
        ] {
            if !is_told {
                parts.push(name);
            }
        }
        parts
    }

    /// The baseline of a change.
    pub const fn baseline(&self) -> Option<Period> {
        match self.matter {
            Matter::Change(Kind::Usual(_), _) => None,
            Matter::Change(_, baseline) | Matter::Difference(_, baseline) => Some(baseline),
            _ => None,
        }
    }

    /// The amount it is part of.
    pub fn whole(&self) -> Option<Self> {
        let Matter::Part(Whole { trade: (flow, product, partner), period }) = self.matter else {
            return None;
        };
        Some(Self { flow, product, partner, period, matter: Matter::Level, ..*self })
    }

    /// The usual comparison that it is of, or against.
    pub const fn usual(&self) -> Option<Comparison> {
        match self.matter {
            Matter::Usual(usual) | Matter::Change(Kind::Usual(usual), _) => Some(usual),
            _ => None,
        }
    }
}

impl Read {
    /// The same as a change of `amount`, with which the data agree.
    pub fn of(&self, amount: &Reading) -> Option<Self> {
        let fits = |one: &Reading| one.trade() == amount.trade() && one.period == amount.period;
        let least = self.readings.iter().find(|one| fits(one))?.cost;
        let mut read = self.clone();
        for reading in &mut read.readings {
            if fits(reading) {
                reading.cost -= least - weights::CARRIED.min(least);
                let comparison = reading.grounds.comparison;
                reading.grounds = reading.grounds.carried(comparison);
            } else if reading.period != amount.period {
                reading.cost += 0.5;
            }
        }
        keep_cheapest(&mut read.readings, MOST);
        Some(read)
    }

    /// The same of other months than `period`.
    pub fn without(&self, period: Period) -> Self {
        self.of_months(|own| own != period)
    }

    /// The same of these months alone.
    pub fn of_months(&self, fits: impl Fn(Period) -> bool) -> Self {
        let mut read = self.clone();
        read.readings.retain(|reading| fits(reading.period));
        read
    }

    /// The same, beside figures that agree with the data: what these are of, this is likelier of.
    pub fn beside(&self, anchors: &[Reading], before: &[Trade]) -> Option<Self> {
        let near: Vec<Trade> = anchors.iter().map(Reading::trade).collect();
        if self.other < 0.3 || (near.is_empty() && before.is_empty()) {
            return None;
        }
        let mut read = self.clone();
        let (less, more) = if near.is_empty() { (0.3, 0.5) } else { (0.5, 0.9) };
        let trades = if near.is_empty() { before } else { &near };
        for reading in &mut read.readings {
            if trades.contains(&reading.trade()) {
                reading.cost = (reading.cost - less).max(0.0);
            }
        }
        read.other += more;
        keep_cheapest(&mut read.readings, MOST);
        read.confirmed = read.readings.first().is_some_and(|own| {
            let change = matches!(own.matter, Matter::Change(..));
            let mut found = false;
            for other in anchors {
                if other.matter == Matter::Level
                    && (other.trade(), other.unit) == (own.trade(), own.unit)
                {
                    // 35,448吨，而2019年为46,330吨，少了23%: it may be from the one to the other.
                    if change && other.period.start > own.period.start {
                        return false;
                    }
                    found |= other.period == own.period;
                }
            }
            found
        });
        Some(read)
    }
}

/// Where each part of a reading is stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grounds {
    pub flow: Ground,
    pub goods: Ground,
    pub whom: Ground,
    pub period: Ground,
    pub comparison: Ground,
}

impl Grounds {
    /// The same of what agrees with the data, for what goes on with it.
    #[inline(never)]
    pub fn carried(self, comparison: Ground) -> Self {
        let [flow, goods, whom, period] = [self.flow, self.goods, self.whom, self.period]
            .map(|ground| ground.min(Ground::Carried));
        Self { flow, goods, whom, period, comparison }
    }

    /// Whether every part is stated, or carried over without an alternative.
    pub fn firm(self) -> bool {
        let all = [self.flow, self.goods, self.whom, self.period, self.comparison];
        all.into_iter().all(|ground| ground != Ground::Supposed)
    }
}

/// What a sentence names: the months of the year a bit each.
#[derive(Clone, Copy, Debug, Default)]
pub struct Named {
    /// Those that a figure may be of; none where it can be of others.
    pub months: u16,
    /// Those that something is compared with.
    pub held: u16,
    /// The goods that its own words name.
    pub goods: Option<ProductId>,
    /// What the amount is counted in that it is a change of.
    pub unit: Option<Unit>,
}

/// A figure with its readings, the cheapest first.
#[derive(Clone, Debug)]
pub struct Read {
    pub start: usize,
    pub end: usize,
    pub stated: Stated,
    /// `%`, `pp` or the code of a unit.
    pub unit: &'static str,
    pub readings: Vec<Reading>,
    /// The cost of reading it as something else, and as what.
    pub other: Cost,
    pub why: Option<Doubt>,
    /// The same before other figures of the story spoke for its readings: they say what a figure may
    /// be, never that it is wrong.
    pub alone: Cost,
    /// Whether a buyer's trade is read as ours with it.
    pub mirrored: bool,
    /// Whether an amount of the same trade and months beside it is right to the digit.
    pub confirmed: bool,
    /// Whether its words are so loose that it is reported only if they hold.
    pub loose: bool,
    /// Whether it is a share of a trade.
    pub share: bool,
    /// Whether it is a multiple or a fraction in words.
    pub worded: bool,
    /// Whether what it is measured against is said right beside it.
    pub beside: bool,
    /// Whether what it is of is said right behind it: `7,742 tons of magnets`.
    pub of_goods: bool,
    /// What its clause holds that its readings pass over.
    pub left: Left,
    /// Whether the year was guessed.
    pub year_guessed: bool,
    /// The month that the story is written in.
    pub today: Month,
    /// The months that its sentence names.
    pub named: Named,
    /// Whether it is a change of the amount right before it, in a clause that names no months of its own.
    pub of_amount: bool,
    /// Whether it is a change to the amount right behind it: 减少48.3%，至1870万美元.
    pub to_amount: bool,
}

impl Read {
    /// Whether a reading is of other months or goods than those that its sentence names.
    pub fn is_belied(&self, reading: &Reading, names: &Names) -> bool {
        let Named { months, held, goods, unit } = self.named;
        let others = reading.grounds.goods != Ground::Said
            && goods.is_some_and(|own| !names.are_kin(own, reading.product));
        let uncounted = unit.is_some_and(|unit| unit.is_money() != reading.unit.is_money());
        if others || uncounted {
            return true;
        }
        let bit = |period: Period| 1 << (period.start.number() - 1);
        let named = |period: Period, all: u16| all & bit(period) != 0;
        // `52.9% below April`, or between two amounts beside it.
        let compared = reading.baseline().is_some_and(|base| match reading.grounds.comparison {
            Ground::Carried => named(base, months),
            Ground::Said => named(base, held),
            Ground::Supposed => false,
        });
        reading.period.months == 1 && months != 0 && !named(reading.period, months) && !compared
    }

    /// Whether a reading's parts are said or carried without a rival, in a clause with nothing left
    /// that could own the figure.
    pub fn is_firm(&self, reading: &Reading) -> bool {
        reading.grounds.firm() && self.left.is_nothing(reading.trade(), reading.unit)
    }
}

/// More readings than this are guesses.
const MOST: usize = 160;
/// The same of adjusted figures: each other series is decomposed for it.
const MOST_ADJUSTED: usize = 8;

/// So finely are costs told apart: by `1 / FINE`, up to `STEPS` of these.
const FINE: Cost = 128.0;
const STEPS: usize = 640;

/// Puts readings in the order of what they cost and keeps the first `most`. They are many and their costs few,
/// so they are counted rather than compared.
fn keep_cheapest(readings: &mut Vec<Reading>, most: usize) {
    let step = |one: &Reading| ((one.cost * FINE) as usize).min(STEPS - 1);
    let mut places = [0_u32; STEPS];
    for one in readings.iter() {
        if let Some(count) = places.get_mut(step(one)) {
            *count += 1;
        }
    }
    let mut before = 0;
    for place in &mut places {
        before += std::mem::replace(place, before);
    }
    let mut order = vec![0_u32; readings.len()];
    for (index, one) in (0_u32..).zip(readings.iter()) {
        let Some(place) = places.get_mut(step(one)) else { continue };
        if let Some(slot) = order.get_mut(*place as usize) {
            *slot = index;
        }
        *place += 1;
    }
    let cheapest = order.iter().take(most).filter_map(|index| readings.get(*index as usize));
    *readings = cheapest.copied().collect();
}

impl Parsed<'_> {
    /// The readings of each figure that has any.
    pub fn read(&self) -> Vec<Option<Read>> {
        (0..self.figures.len()).map(|place| self.figure(place)).collect()
    }

    fn figure(&self, place: usize) -> Option<Read> {
        let figure = self.figures.get(place)?;
        if figure.first < self.own {
            return None;
        }
        if let Some(product) = self.quota(figure) {
            return self.allowance(place, figure, product);
        }
        let each = self.is_for_each(figure);
        // Lists of something that is not known, one for one, are left alone.
        let listed = self.listed(place);
        let share = self.is_share(place, figure);
        // A fraction by itself is hardly a figure.
        if figure.loose && figure.sign.is_none() && !share {
            return None;
        }
        let other = (self.is_of_something_else(figure) || self.is_of_a_name(figure)) && !share
            || is_rate(self.items, figure.last + 1);
        if each || listed == Some(Listed::Unknown) || other {
            return None;
        }
        let mut parts = self.parts(figure);
        match listed {
            Some(Listed::Partner(id)) => {
                parts.whoms = vec![(id, 0.0)];
                parts.whom_ground = Ground::Said;
            }
            Some(Listed::Before(id)) => {
                parts.whoms = vec![(id, 0.0)];
                parts.whom_ground = Ground::Carried;
                // `They bought 1,288 and 228 tons respectively`: of us, unless we are named.
                let ours = self.items.iter().any(|item| item.meaning() == Some(Meaning::Reporter));
                if !ours && parts.flows.first().is_some_and(|(flow, _)| *flow == Flow::Import) {
                    parts.flows = vec![(Flow::Export, weights::PURCHASES)];
                    parts.mirrored = true;
                }
            }
            Some(Listed::Goods(id)) => {
                parts.goods = vec![(id, 0.0)];
                parts.goods_ground = Ground::Said;
            }
            Some(Listed::Flow(flow)) => {
                parts.flows = vec![(flow, 0.0)];
                parts.flow_ground = Ground::Said;
            }
            _ => {}
        }
        let mut read = Read {
            other: parts.other,
            why: parts.why,
            alone: parts.other,
            mirrored: parts.mirrored,
            left: left(self.items, self.own, &self.figures, &self.mentions, figure),
            named: self.months_named(place, figure),
            ..self.unread(figure)?
        };
        if parts.mirrored {
            read.left.leave();
        }
        read.share = share;
        read.loose |= share && !self.number(figure.first);
        match figure.measured {
            _ if share => self.share(place, figure, &parts, &mut read),
            Measured::Amount(unit) => self.amount(place, figure, &parts, unit, &mut read)?,
            Measured::Percent | Measured::Points => {
                self.change(place, figure, &parts, &mut read)?
            }
        }
        keep_cheapest(&mut read.readings, MOST);
        let first = read.readings.first().filter(|one| one.grounds.goods == Ground::Said);
        // By a loose name anything like it is called.
        let goods = first.map(|one| one.product).filter(|id| self.names.loosely != Some(*id));
        read.named.goods = goods;
        let amount = self.figures.iter().rfind(|one| one.last < figure.first);
        read.named.unit = match amount.map(|one| one.measured) {
            Some(Measured::Amount(unit)) if read.of_amount => Some(unit),
            _ => None,
        };
        match self.season(figure) {
            Season::Unsaid => {}
            Season::Perhaps => read.left.leave(),
            Season::Adjusted => {
                read.readings.truncate(MOST_ADJUSTED);
                for reading in &mut read.readings {
                    reading.adjusted = true;
                }
            }
        }
        (!read.readings.is_empty()).then_some(read)
    }

    /// Whether a figure is so much for each of something else: 折合每公斤10.6美元 after it is told of
    /// another, `for every ton exported, …` before it is not.
    pub(super) fn is_for_each(&self, figure: &Figure) -> bool {
        let parted = |at: &usize| self.is(*at, super::scene::parts);
        let end = (figure.last + 1..self.items.len()).find(parted).unwrap_or(self.items.len());
        // 平均每公斤55.7美元;到了2014年…: what is for each there ends there.
        let breaks = |at: &usize| self.is(*at, |m| m == Meaning::Break);
        let from = (0..figure.first).rfind(breaks).unwrap_or(0);
        // `$24.80 for each kilo, and 4,265 tonnes in June`: the price before it is for each.
        let priced = |at: usize| {
            let own = |one: &Figure| one.is_money() && (one.last + 1..one.last + 3).contains(&at);
            at < figure.first && self.figures.iter().any(own)
        };
        (from..end).any(|at| self.is(at, |m| m == Meaning::Each) && !priced(at))
    }

    /// A share, of all partners where it is one's, of what its goods are part of, or of the year.
    fn share(&self, place: usize, figure: &Figure, parts: &Parts, read: &mut Read) {
        // Its own words say that it is one.
        read.other = read.other.max(weights::OTHER_CARRIED);
        let units = self.units_of_change(place, figure, parts.worth);
        for (period, cost, ground) in self.current_periods(place) {
            let grounds =
                Grounds { period: ground, comparison: Ground::Said, ..Grounds::default() };
            self.spread(parts, &units, period, Matter::Level, cost, grounds, read);
        }
        let near = figure.first.saturating_sub(NEAR)..figure.last + NEAR;
        let yearly = near.into_iter().any(|at| {
            self.is(at, |m| {
                matches!(m, Meaning::Years | Meaning::WholeYear | Meaning::YearShift(_))
            })
        });
        let wholes = |one: &Reading| -> Vec<(Whole, Cost)> {
            let (flow, product, partner) = one.trade();
            let of = |trade, more| (Whole { trade, period: one.period }, more);
            if partner != WORLD {
                return vec![of((flow, product, WORLD), 0.0)];
            }
            // `90% of the magnets in the world`: of goods that are only carried it may be anything.
            let named = parts.goods_ground == Ground::Said;
            let parent = self.names.parent(product).filter(|_| named);
            let mut found: Vec<_> = parent
                .into_iter()
                .map(|wide| of((flow, wide, WORLD), weights::PART_OF_GOODS))
                .collect();
            // What share of a year a month is that nobody speaks of, nobody tells.
            let told = one.grounds.period != Ground::Supposed;
            if yearly && told && one.period.months < 12 {
                let year = Period { start: one.period.start.january(), months: 12 };
                found.push((Whole { trade: one.trade(), period: year }, weights::PART_OF_YEAR));
            }
            found
        };
        let spread = std::mem::take(&mut read.readings);
        read.readings.extend(spread.iter().flat_map(|one| {
            wholes(one).into_iter().map(|(whole, more)| Reading {
                matter: Matter::Part(whole),
                cost: one.cost + more,
                ..*one
            })
        }));
    }

    /// `Accounted for 7.8% of the March total`, 占12%: whether a percentage is a share of this trade, as its clause
    /// or the one before says, and of nothing that else has shares.
    fn is_share(&self, place: usize, figure: &Figure) -> bool {
        let plain = figure.is_percent() && figure.sign.is_none() && self.own == 0;
        // 两成二 is as good as a number.
        let written = self.number(figure.first) || figure.loose || figure.last > figure.first;
        // `Its share slid to 52.3%`, but not `slid 5.2%`.
        let ended = leads(self.items, figure, |m| matches!(m, Meaning::To | Meaning::From));
        // `A share of 26.4 per cent and a rise of 18.8`.
        let parted = |at: &usize| self.is(*at, |m| m.parts() || m == Meaning::And);
        let turned = (figure.last + 1..figure.last + 4)
            .take_while(|at| !parted(at))
            .any(|at| self.is(at, |m| matches!(m, Meaning::Direction(_))));
        let moved = turned || (!ended && self.is_led_by_direction(place, figure));
        if !plain || !written || (moved && !figure.loose) {
            return false;
        }
        let breaks = |at: &usize| self.is(*at, |m| m == Meaning::Break);
        let from = (0..figure.first).rfind(breaks).unwrap_or(0);
        let to = (figure.last..self.items.len()).find(breaks).unwrap_or(self.items.len());
        // `Japan leads with 19,026 tons – 30.4% of the total`: a clause before may say of what.
        let trade = (0..to).any(|at| {
            self.is(at, |m| {
                matches!(
                    m,
                    Meaning::Flow(_)
                        | Meaning::Moved
                        | Meaning::Proceeds
                        | Meaning::Partner(_)
                        | Meaning::Toward(_)
                )
            })
        });
        let near = from.max(figure.first.saturating_sub(SHARED))..to.min(figure.last + 4);
        let told = figure.loose
            || near.into_iter().any(|at| self.is(at, |m| m == Meaning::Share))
            || is_of_whole(self.items, figure.last)
            || self.is_part_gone(figure);
        let other = |m| {
            matches!(m, Meaning::NotTrade | Meaning::OtherProduct | Meaning::Quota(_))
                || m == Meaning::Forecast
        };
        let theirs = self.walked.get(figure.first).is_some_and(|spoken| {
            matches!(spoken.trader, Trader::Buyer(..) | Trader::Theirs) && spoken.own_trader
        });
        // `30.4% of the total, at roughly $9,200 per ton`.
        let end = if figure.loose { to } else { self.piece(figure).end.min(to) };
        // 联合国贸易资料库显示，对荷兰出口6471.9吨，占总量10.3%: nor what leads in to the amount before it.
        let amount = self.figures.iter().rfind(|one| one.last < figure.first && one.is_amount());
        let from = amount.map_or(from, |one| self.piece(one).start.max(from));
        let other = (from..end).any(|at| self.is(at, other));
        told && !theirs && !other && (trade || self.topic.partnered)
    }

    /// `Of the 9,746 t exported, 56.2% went to Japan`.
    fn is_part_gone(&self, figure: &Figure) -> bool {
        let way = |m| matches!(m, Meaning::To | Meaning::Toward(_));
        let gone = (figure.last + 1..figure.last + 4).any(|at| self.is(at, way));
        let heads = |of: usize| of == 0 || self.is(of - 1, |m| m == Meaning::Break);
        let whole = |one: &Figure| {
            let of = one.first.checked_sub(1).filter(|at| self.is(*at, |m| m == Meaning::Of));
            one.is_amount() && one.last < figure.first && of.is_some_and(heads)
        };
        gone && self.figures.iter().any(whole)
    }

    /// The allowance that the clause of a figure names, where it names one and no trade.
    fn quota(&self, figure: &Figure) -> Option<ProductId> {
        let breaks = |at: &usize| self.is(*at, |m| m == Meaning::Break);
        let from = (0..figure.first).rfind(breaks).unwrap_or(0);
        let to = (figure.last..self.items.len()).find(breaks).unwrap_or(self.items.len());
        let mut named = (from..to).filter_map(|at| match meaning(self.items, at)? {
            Meaning::Quota(id) => Some(id),
            _ => None,
        });
        let trade =
            (from..to).any(|at| self.is(at, |m| matches!(m, Meaning::Flow(_) | Meaning::Moved)));
        named.next().filter(|id| !trade && named.all(|other| other == *id))
    }

    /// A figure of a yearly allowance, of the year that is named, or else spoken of.
    fn allowance(&self, place: usize, figure: &Figure, product: ProductId) -> Option<Read> {
        let named = self.mentions.iter().filter(|m| m.is_current());
        let mut years: Vec<i32> = named.map(|m| m.period.end().year()).collect();
        // The only year of its sentence is no open one.
        let stated = if years.len() == 1 { Ground::Said } else { Ground::Supposed };
        // Of the year spoken of, else that of writing.
        if years.is_empty() {
            let today = self.clock.today.year();
            years.extend(self.periods.last().map(|period| period.end().year()));
            years.extend((!years.contains(&today)).then_some(today));
        }
        let mut read = self.unread(figure)?;
        (read.other, read.alone, read.loose) = (weights::OTHER_FAR, weights::OTHER_FAR, true);
        let change = match figure.measured {
            Measured::Amount(unit) if unit == self.names.counts => {
                read.unit = unit.code();
                None
            }
            Measured::Percent => {
                let sign = figure.sign.or_else(|| self.direction(place, figure))?;
                read.stated = signed(figure.stated, sign);
                Some(Kind::AnnualChange)
            }
            _ => return None,
        };
        for year in years {
            let period = Period { start: Month::new(year, 1)?, months: 12 };
            let matter =
                change.map_or(Matter::Level, |kind| Matter::Change(kind, period.years_before(1)));
            read.readings.push(Reading {
                flow: Flow::Quota,
                product,
                partner: self.names.home,
                unit: self.names.counts,
                period,
                matter,
                adjusted: false,
                cost: weights::CARRIED,
                grounds: Grounds { period: stated, ..Grounds::default() },
            });
        }
        Some(read)
    }

    /// A figure before its readings.
    pub(super) fn unread(&self, figure: &Figure) -> Option<Read> {
        Some(Read {
            start: self.items.get(figure.first)?.start,
            end: self.items.get(figure.last)?.end,
            stated: figure.stated,
            unit: "%",
            readings: Vec::new(),
            other: 0.0,
            why: None,
            alone: 0.0,
            mirrored: false,
            confirmed: false,
            loose: figure.loose,
            share: false,
            worded: (figure.first..=figure.last).any(|at| {
                self.is(at, |m| {
                    matches!(
                        m,
                        Meaning::Multiple(_)
                            | Meaning::Fraction(..)
                            | Meaning::Fold
                            | Meaning::Times
                            | Meaning::TimesMore
                    )
                })
            }),
            beside: false,
            of_goods: self.is_of_goods(figure),
            left: Left::default(),
            today: self.clock.today,
            year_guessed: self.clock.guessed && !self.mentions.iter().any(|m| m.dated),
            named: Named::default(),
            of_amount: self.is_of_amount(figure),
            to_amount: self.is_to_amount(figure),
        })
    }

    /// The months of the year that the sentence names, a bit each, those before them where it speaks of a month before;
    /// none where it names no month that the figure can be of, or only another figure's.
    fn months_named(&self, place: usize, figure: &Figure) -> Named {
        let bit = |month: Month| 1 << (month.number() - 1);
        let named = |m: Meaning| matches!(m, Meaning::Month(_) | Meaning::May | Meaning::MonthSign);
        let piece = self.piece(figure);
        let month_before = |at| self.is(at, |m| m == Meaning::AgainstMonth);
        let mut before = self.is_baseline(figure) || piece.clone().any(month_before);
        let (mut all, mut held, mut own) = (0_u16, 0, false);
        for (index, one) in self.mentions.iter().enumerate() {
            let by =
                |test: &dyn Fn(Meaning) -> bool| (one.first..=one.last).any(|at| self.is(at, test));
            let by_name = by(&named);
            let month = one.period.months == 1;
            if one.period.months < 12 && (by_name || by(&|m| matches!(m, Meaning::Later(_)))) {
                all |= bit(one.period.start) | bit(one.period.end());
            }
            if one.baseline {
                held |= bit(one.period.start);
            }
            before |= !by_name && month && piece.contains(&one.first);
            // 6月為353噸.
            let next = one.last + 1..one.last + 3;
            let owner = self.figures.iter().enumerate().position(|(other, figure)| {
                next.contains(&figure.first) || self.own_mention(other) == Some(index)
            });
            // `28.7% lower in October than in August, and those to Vietnam 57.5% higher`: of one month.
            let shared = |at: usize| {
                let between = one.last..figure.first;
                figure.is_percent()
                    && self.figures.get(at).is_some_and(Figure::is_percent)
                    && !between.is_empty()
                    && !between.into_iter().any(|at| self.is(at, |m| m == Meaning::Break))
            };
            own |= by_name
                && one.is_current()
                && month
                && !self.is_of_baseline(one, None)
                // `They undershot April by 52.9%`.
                && !self.is(one.last + 1, |m| m == Meaning::By)
                && owner.is_none_or(|at| {
                    at == place || self.own_mention(place) == Some(index) || shared(at)
                });
        }
        if before {
            all |= all >> 1 | (all & 1) << 11;
        }
        Named { months: if own { all } else { 0 }, held, ..Named::default() }
    }

    /// `7,742 tons of magnets`.
    fn is_of_goods(&self, figure: &Figure) -> bool {
        self.is(figure.last + 1, |m| m == Meaning::Of)
            && self.is(figure.last + 2, |m| matches!(m, Meaning::Product(_)))
            // `Of rare earths and related products`.
            && !self.is(figure.last + 3, |m| m == Meaning::And)
    }

    /// `Lodestone Corp rose 10.5%`: a change of what has a name of two words, in a clause that names no trade.
    pub(super) fn is_of_a_name(&self, figure: &Figure) -> bool {
        let from = self.piece(figure).start;
        let name =
            |at: usize| self.items.get(at).is_some_and(|item| item.is_word() && item.capital);
        let trade = |m| {
            matches!(
                m,
                Meaning::Flow(_)
                    | Meaning::Moved
                    | Meaning::Product(_)
                    | Meaning::Partner(_)
                    | Meaning::Toward(_)
                    | Meaning::Reporter
            )
        };
        figure.is_percent()
            && (from + 1..figure.first).any(|at| name(at) && name(at - 1))
            && !(from..figure.first).any(|at| self.is(at, trade))
    }

    /// `Imports stood at 6,770 tonnes, down 42.1 percent year on year`: whether a change is of the months of the
    /// amount right before it, whichever these are.
    fn is_of_amount(&self, figure: &Figure) -> bool {
        let before = self.figures.iter().rfind(|one| one.last < figure.first);
        // `101,062 tons, or 31,869 tons fewer than a year before`.
        let place = self.figures.iter().position(|one| one.first == figure.first);
        let moved = figure.is_percent()
            || place.is_some_and(|place| self.difference(place, figure).is_some());
        let Some(before) = before.filter(|one| one.is_amount() && moved) else {
            return false;
        };
        // `52,846 tonnes of compounds, up 13.6%`.
        let goods = if self.is_of_goods(before) { 2 } else { 0 };
        let end = self.piece(figure).end;
        let named = |m: &Mention| m.is_current() && (before.last..end).contains(&m.first);
        !self.is_baseline(before)
            && self.goes_on_from(figure) <= before.last + 1 + goods
            && !self.mentions.iter().any(named)
    }

    /// Where the words begin, up to a figure, in which nothing turns to another matter.
    pub(super) fn goes_on_from(&self, figure: &Figure) -> usize {
        let turns = |m: Meaning| {
            matches!(
                m,
                Meaning::Break
                    | Meaning::And
                    | Meaning::Flow(_)
                    | Meaning::Moved
                    | Meaning::Product(_)
                    | Meaning::OtherProduct
                    | Meaning::Partner(_)
                    | Meaning::Toward(_)
                    | Meaning::Worth
                    // `Which leaves the half-year 13.7% down`.
                    | Meaning::HalfYear
                    | Meaning::Months
                    | Meaning::Years
                    | Meaning::WholeYear
            )
        };
        // 年增32.1%.
        let against = |at: &usize| {
            self.is(*at, |m| m == Meaning::Years)
                && self.is(at + 1, |m| matches!(m, Meaning::Direction(_)))
        };
        let turn = |at: &usize| self.is(*at, turns) && !against(at);
        (0..figure.first).rfind(turn).map_or(0, |at| at + 1)
    }

    /// Whether a change leads to the amount behind it, with no months named in between.
    fn is_to_amount(&self, figure: &Figure) -> bool {
        let next = self.figures.iter().find(|one| one.first > figure.last);
        let turns = |m: Meaning| matches!(m, Meaning::Break | Meaning::And | Meaning::Flow(_));
        next.is_some_and(|next| {
            let between = figure.last + 1..next.first;
            figure.is_percent()
                && next.is_amount()
                && leads(self.items, next, |m| matches!(m, Meaning::To | Meaning::Into))
                && !between.clone().any(|at| self.is(at, turns))
                && !self.mentions.iter().any(|m| m.is_current() && between.contains(&m.first))
        })
    }

    /// A quota, a rate, a share: the words right after the figure tell.
    pub(super) fn is_of_something_else(&self, figure: &Figure) -> bool {
        let after = figure.last + 1;
        let of = self.is(after, |m| m == Meaning::Of);
        let other = Meaning::is_other_matter;
        // `49.8 percent, of all the rare earth that China exported`, but not `24.0 percent, of which 5,221 tons …`.
        let apart = self.is(after, |m| m == Meaning::Comma)
            && self.is(after + 1, |m| m == Meaning::Of)
            && !self.is(after + 2, |m| m == Meaning::Comma);
        let percent = figure.is_percent() && figure.sign.is_none();
        self.is(after, |m| {
            matches!(m, Meaning::NotTrade | Meaning::Quota(_) | Meaning::Forecast | Meaning::Years)
        }) || (of && (self.is(after + 1, other) || self.is(after + 2, other)))
            || (percent && (of || apart))
            // `Which represents a 3.2% reduction` tells of a change.
            || (figure.is_percent()
                && !self.is(after, |m| matches!(m, Meaning::Direction(_)))
                && leads(self.items, figure, |m| matches!(m, Meaning::Share)))
    }

    fn amount(
        &self,
        place: usize,
        figure: &Figure,
        parts: &Parts,
        unit: Unit,
        read: &mut Read,
    ) -> Option<()> {
        read.unit = unit.code();
        if let Some(usual) = self.usual(place, figure) {
            for (period, cost, ground) in self.current_periods(place) {
                let grounds =
                    Grounds { period: ground, comparison: Ground::Said, ..Grounds::default() };
                let matter = Matter::Usual(usual);
                self.spread(parts, &[(unit, 0.0)], period, matter, cost, grounds, read);
            }
            return Some(());
        }
        let mut more = 0.0;
        if let Some(sign) = self.difference(place, figure) {
            read.stated = signed(figure.stated, sign);
            for (period, cost, grounds, kind, baseline) in self.compared(place, figure) {
                let matter = Matter::Difference(kind, baseline);
                self.spread(parts, &[(unit, 0.0)], period, matter, cost, grounds, read);
            }
            // `December alone added 3,252 tons`: to the sum so far, and so all of its own.
            if sign < 0.0 {
                return Some(());
            }
            more = ADDED;
        }
        // `Exceeded exports by 6,911 tons`.
        if leads(self.items, figure, |m| m == Meaning::By) {
            return (more > 0.0).then_some(());
        }
        let average = self.is_average(figure);
        // `From May, when they stood at 2,391 tonnes with a value of $39.05 million`: of the months of the weight.
        let (place, figure) = self.valued(place).unwrap_or((place, figure));
        let baseline = self.is_baseline(figure);
        let mut periods = if baseline && !average {
            self.baseline_periods(place, figure)
        } else {
            self.current_periods(place)
        };
        if average {
            periods.retain(|(period, ..)| period.months > 1);
            if periods.is_empty() && self.clock.known {
                let last = Period::year_to_date(self.clock.last_month());
                periods.push((last, weights::PERIOD_LAST, Ground::Supposed));
            }
        }
        // `From 4,753 to 4,416 tons between October and November`.
        let ends = |period: &Period| self.mentions.iter().any(|m| m.ends && m.period == *period);
        if let Some((span, cost, ground)) = periods.first().copied().filter(|(span, ..)| ends(span))
        {
            let end = if baseline { span.start } else { span.end() };
            periods.insert(0, (Period::month(end), cost, ground));
        }
        // `The same nine months of 2011 were 11,000 tons`: the only months of the sentence, though it likens.
        if !average && !self.mentions.iter().any(Mention::is_current) {
            for mention in &self.mentions {
                if !periods.iter().any(|(period, ..)| *period == mention.period) {
                    periods.push((mention.period, weights::PERIOD_CARRIED, Ground::Supposed));
                }
            }
        }
        let matter = if average { Matter::Average } else { Matter::Level };
        for (period, cost, ground) in periods {
            let grounds =
                Grounds { period: ground, comparison: Ground::Said, ..Grounds::default() };
            self.spread(parts, &[(unit, 0.0)], period, matter, cost + more, grounds, read);
        }
        Some(())
    }

    fn change(&self, place: usize, figure: &Figure, parts: &Parts, read: &mut Read) -> Option<()> {
        // `To 60%` is a level, not a change.
        let turned = self.is(figure.last + 1, |m| {
            matches!(m, Meaning::Direction(_) | Meaning::Over | Meaning::Under)
        });
        if self.is_average(figure) {
            return None;
        }
        let level = leads(self.items, figure, |m| matches!(m, Meaning::To | Meaning::Into))
            || (leads(self.items, figure, |m| m == Meaning::At) && !turned);
        // `Narrowed from 18.9% to 15%`, said to be on the year, is a change.
        let rate = against(self.items, &self.figures, &self.mentions, place).is_some()
            || self.is_narrowed(place);
        let level = level && figure.sign.is_none() && self.own == 0;
        if level && !rate && !self.is_headed_by_direction(figure) {
            return None;
        }
        // The heading of a column says that its percentages are changes.
        let in_column = self.own > 0
            && self.items.iter().any(|item| {
                matches!(
                    item.meaning(),
                    Some(Meaning::AgainstMonth | Meaning::AgainstYear | Meaning::Direction(_))
                )
            });
        let sign = figure.sign.or_else(|| self.direction(place, figure));
        let sign = sign.or_else(|| in_column.then_some(1.0))?;
        let sign_after = self.is(figure.last + 1, |m| matches!(m, Meaning::Direction(_)));
        // `A year ago it had been 1.6% larger`.
        if headed(self.items, figure).is_some() && sign_after {
            read.left.leave();
        }
        // The words between may turn it, and a direction taken from another clause may be another
        // figure's.
        if (level && self.is_headed_by_direction(figure))
            || figure.sign.is_none() && !in_column && !self.has_own_direction(place, figure)
        {
            read.left.leave();
        }
        read.beside = figure.is_percent() && self.is_compared_beside(place, figure);
        // `Twice as much as it exported`.
        let likened = figure.sign.is_some() && self.is(figure.last + 1, |m| m == Meaning::Adjunct);
        let said = against(self.items, &self.figures, &self.mentions, place);
        if likened && said.is_none() {
            return None;
        }
        read.stated = signed(figure.stated, sign);
        if figure.measured == Measured::Points {
            read.unit = "pp";
        }
        let units = self.units_of_change(place, figure, parts.worth);
        for (period, cost, grounds, kind, baseline) in self.compared(place, figure) {
            let matter = Matter::Change(kind, baseline);
            self.spread(parts, &units, period, matter, cost, grounds, read);
        }
        Some(())
    }

    /// What a change in percent can be of: of what the data usually count in, unless an amount right before it
    /// or a word for money says otherwise.
    fn units_of_change(&self, place: usize, figure: &Figure, worth: bool) -> Vec<(Unit, Cost)> {
        if let Some(Listed::Counted(unit)) = self.listed(place) {
            return vec![(unit, 0.0)];
        }
        let (counts, main) = (self.names.counts, self.names.main_money());
        let money = self.names.measure == Measure::Value;
        let usual = if money { main } else { counts };
        let beside = self.figures.iter().take(place).rev().find_map(|one| match one.measured {
            Measured::Amount(unit) => Some(unit),
            _ => None,
        });
        let own = beside.filter(|unit| *unit != usual && (unit.is_money() || !worth));
        // `$105.8 million, down 6.1 percent`.
        if let Some(own) = own {
            return vec![(own, 0.0), (usual, weights::MEASURE_PAST)];
        }
        // `In yuan they were 17.6% lower`.
        let counted = super::sentence::counted_in(self.items, figure.first);
        let counted = counted.filter(|unit| worth && *unit != main);
        let (first, others) = match (worth || money, counted) {
            (false, _) => (weights::MEASURE_TURNED, weights::MEASURE_TURNED),
            (true, None) => (0.0, weights::OTHER_MONEY),
            (true, Some(_)) => (0.0, weights::MEASURE_TURNED),
        };
        let likeliest = counted.unwrap_or(main);
        let cost = |unit: &Unit| if *unit == likeliest { first } else { others };
        let mut units: Vec<(Unit, Cost)> =
            self.names.money.iter().map(|unit| (*unit, cost(unit))).collect();
        match (worth, money) {
            (true, _) => {}
            (false, false) => units.insert(0, (counts, 0.0)),
            (false, true) => units.push((counts, weights::MEASURE_UNUSUAL)),
        }
        units
    }

    /// `The fall works out at 88.8%`.
    fn is_headed_by_direction(&self, figure: &Figure) -> bool {
        let idle = |at: &usize| {
            self.is(*at, |m| m == Meaning::At)
                || self.items.get(*at).is_some_and(|item| item.is_word() && !item.capital)
        };
        let near = figure.first.saturating_sub(5)..figure.first;
        let head = near.clone().rev().find(|at| !idle(at));
        let placed = near.into_iter().any(|at| self.is(at, |m| m == Meaning::At));
        head.filter(|_| placed)
            .is_some_and(|at| self.is(at, |m| matches!(m, Meaning::Direction(sign) if sign != 0)))
    }

    /// `From 18.9% to 15%`.
    fn is_narrowed(&self, place: usize) -> bool {
        let before = place.checked_sub(1).and_then(|at| self.figures.get(at));
        let (Some(before), Some(figure)) = (before, self.figures.get(place)) else { return false };
        before.is_percent() && figure.is_percent() && before.last + 4 >= figure.first
    }

    /// What a change can be of and against: the period, what that costs, its grounds, the kind and
    /// the baseline.
    fn compared(
        &self,
        place: usize,
        figure: &Figure,
    ) -> Vec<(Period, Cost, Grounds, Kind, Period)> {
        let mut said = match self.listed(place) {
            Some(Listed::Against(listed)) => Some(listed),
            _ => against(self.items, &self.figures, &self.mentions, place),
        };
        let mut periods = self.current_periods(place);
        // `From 18.9% in the first half`, 由上半年18.9%: the rate of those months, on the year.
        let own = self.own_mention(place).and_then(|index| self.mentions.get(index));
        let rate = own.filter(|own| {
            own.last < figure.first
                && figure.is_percent()
                // 是5月的近五倍: as much as those months had.
                && figure.sign.is_none()
                && (own.baseline || leads(self.items, figure, |m| m == Meaning::From))
        });
        if let Some(own) = rate {
            periods = vec![(own.period, 0.0, Ground::Said)];
            said = None;
        }
        let only: Vec<Period> = periods.iter().map(|(period, ..)| *period).collect();
        if let Some((between, last)) = self.between(&only).filter(|_| said.is_none()) {
            let grounds =
                Grounds { period: Ground::Said, comparison: Ground::Said, ..Grounds::default() };
            let made = last.into_iter().map(|period| {
                let (kind, period, baseline) = between.applied(period);
                (period, 0.0, grounds, kind, baseline.unwrap_or(between.baseline(period)))
            });
            return made.collect();
        }
        // `Up from October`, where earlier sentences spoke of no month after it.
        if let Some(Against::Period(named)) = said {
            let later = |(period, ..): &Dated| period.end() > named.end();
            if periods.iter().any(later) {
                periods.retain(later);
            }
        }
        // `Compared with November of the past year`, where October was told of last: of a November.
        let held = self.mentions.iter().find(|m| {
            let year =
                (m.last + 1..m.last + 3).any(|at| self.is(at, |m| m == Meaning::AgainstYear));
            m.baseline && m.last < figure.first && (year || said == Some(Against::Period(m.period)))
        });
        if let Some(named) = held.map(|m| m.period) {
            let open = periods.first().is_some_and(|(period, _, ground)| {
                *ground != Ground::Said && period.start - named.end() != 1
            });
            let years = |(period, ..): &Dated| {
                (period.months, period.start.number()) == (named.months, named.start.number())
            };
            if let Some(own) = periods.iter().copied().find(years).filter(|_| open) {
                periods = vec![(own.0, weights::CARRIED, Ground::Carried)];
            }
        }
        // What the figure's clause names before it.
        let named = |(period, _, ground): &Dated| {
            let own = |m: &Mention| m.period == *period && m.last < figure.first;
            *ground == Ground::Said && self.mentions.iter().any(own)
        };
        let mut found = Vec::new();
        for (period, cost, ground) in periods {
            let grounds = |comparison| Grounds { period: ground, comparison, ..Grounds::default() };
            let mut add = |against: Against, more: Cost, comparison: Ground| {
                let (kind, of, baseline) = against.applied(period);
                let baseline = baseline.unwrap_or_else(|| against.baseline(period));
                // `In May, 5.7% less than in May 2025`, which is that May: as it says.
                let itself = against == Against::Period(period)
                    && self.mentions.iter().any(|m| m.baseline && m.dated && m.period == period);
                let baseline = if itself { period } else { baseline };
                found.push((of, cost + more, grounds(comparison), kind, baseline));
            };
            match said {
                // The months of a year are not compared with the month before.
                Some(said) if said.passes(period) && named(&(period, cost, ground)) => {}
                Some(said) => {
                    add(said, 0.0, Ground::Said);
                }
                None if period.months == 1 => {
                    let year = self.usual_comparison(figure);
                    let (mom, yoy) = match year {
                        Some(true) => {
                            (weights::COMPARISON_UNSAID + 0.4, weights::COMPARISON_UNSAID)
                        }
                        Some(false) => {
                            (weights::COMPARISON_UNSAID, weights::COMPARISON_UNSAID + 0.4)
                        }
                        None => (weights::COMPARISON_UNSAID, weights::COMPARISON_UNSAID),
                    };
                    add(Against::Month, mom, Ground::Supposed);
                    add(Against::Year, yoy, Ground::Supposed);
                }
                None => {
                    add(Against::Year, weights::COMPARISON_ONLY, Ground::Carried);
                    if period.months == 3 && period.start.number() % 3 == 1 {
                        add(Against::Month, weights::COMPARISON_UNSAID, Ground::Supposed);
                    }
                }
            }
        }
        found
    }

    /// What the last percentage before this one was measured against, if the sentence says: the year?
    fn usual_comparison(&self, figure: &Figure) -> Option<bool> {
        let before = (0..figure.first).rev();
        let mut said = before.filter_map(|at| match meaning(self.items, at)? {
            Meaning::AgainstYear => Some(true),
            Meaning::AgainstMonth => Some(false),
            _ => None,
        });
        said.next()
    }

    /// Every combination of the other parts.
    #[expect(clippy::too_many_arguments, reason = "each is a part of a reading")]
    fn spread(
        &self,
        parts: &Parts,
        units: &[(Unit, Cost)],
        period: Period,
        matter: Matter,
        cost: Cost,
        grounds: Grounds,
        read: &mut Read,
    ) {
        for (flow, of_flow) in &parts.flows {
            for (product, of_goods) in &parts.goods {
                for (partner, of_whom) in &parts.whoms {
                    for (unit, of_unit) in units {
                        let cost = cost + of_flow + of_goods + of_whom + of_unit;
                        if cost > DEAREST {
                            continue;
                        }
                        let best = |ground: Ground, cost: &Cost| {
                            if *cost <= weights::CARRIED { ground } else { Ground::Supposed }
                        };
                        let grounds = Grounds {
                            flow: best(parts.flow_ground, of_flow),
                            goods: best(parts.goods_ground, of_goods),
                            whom: best(parts.whom_ground, of_whom),
                            ..grounds
                        };
                        read.readings.push(Reading {
                            flow: *flow,
                            product: *product,
                            partner: *partner,
                            unit: *unit,
                            period,
                            matter,
                            adjusted: false,
                            cost,
                            grounds,
                        });
                    }
                }
            }
        }
    }

    /// `A five-year average of 3,452 tons`, but not `27.9% above the five-year average, at 4,416 tons`.
    fn usual(&self, place: usize, figure: &Figure) -> Option<Comparison> {
        let idle = |at: &usize| {
            !self.is(*at, |m| matches!(m, Meaning::Comma | Meaning::Break | Meaning::Percent))
        };
        let near = (figure.first.saturating_sub(5)..figure.first).rev().take_while(idle);
        let compared = place.checked_sub(1).and_then(|at| self.figures.get(at));
        let told = compared.is_none_or(|one| !one.is_percent())
            || leads(self.items, figure, |m| m == Meaning::Of);
        near.filter(|_| told).find_map(|at| match meaning(self.items, at)? {
            Meaning::Usual(usual) => Some(usual),
            _ => None,
        })
    }

    /// `Averaged 4,737 tons a month`.
    pub(super) fn is_average(&self, figure: &Figure) -> bool {
        let near = figure.first.saturating_sub(4)..figure.first;
        let parts = Meaning::parts;
        let own = near.rev().take_while(|at| !self.is(*at, parts));
        let mut led = own.filter(|at| self.is(*at, |m| m == Meaning::Average));
        let goods = self.is(figure.last + 1, |m| m == Meaning::Of)
            && self.is(figure.last + 2, |m| matches!(m, Meaning::Product(_)));
        let after = figure.last + 1 + if goods { 2 } else { 0 };
        led.next().is_some()
            || (self.is(after, |m| matches!(m, Meaning::Months | Meaning::Average))
                && !is_shared_month(self.items, after))
    }

    /// `Fell by 337 tons`, `337 tons more than`: the direction, if it is a difference.
    pub(super) fn difference(&self, place: usize, figure: &Figure) -> Option<f64> {
        // `7.1%, or 337 tons`.
        let said = place.checked_sub(1).and_then(|before| self.figures.get(before));
        let again = |said: &&Figure| {
            said.is_percent()
                && said.last + 3 >= figure.first
                && follows(self.items, figure.first, |m| m == Meaning::Or)
        };
        // `Up 6%, or 4,619 tons a month`.
        let said = said.filter(|_| !self.is_average(figure));
        if let Some(said) = said.filter(again) {
            return said.sign.or_else(|| self.direction(place - 1, said));
        }
        let after = figure.last + 1;
        match meaning(self.items, after) {
            // 比9月的3920.2吨多出10.5%: the percentage is the difference.
            Some(Meaning::Direction(_))
                if leads(self.items, figure, |m| matches!(m, Meaning::From | Meaning::Than))
                    && self.figures.get(place + 1).is_some_and(Figure::is_percent) => {}
            Some(Meaning::Direction(sign)) if sign != 0 => {
                let compared = (after + 1..after + 8)
                    .any(|at| self.is(at, |m| matches!(m, Meaning::Than | Meaning::From)));
                return compared.then_some(f64::from(sign));
            }
            // 4400吨以上.
            Some(_) if is_more(self.items, after) => {}
            // `An increase from 24,266.5 tons over the same period`.
            Some(Meaning::Over | Meaning::Under)
                if leads(self.items, figure, |m| matches!(m, Meaning::From | Meaning::Than)) => {}
            // `62,585 tons exceeded those of 2024 by 12.9%`: the amount itself.
            Some(Meaning::Over | Meaning::Under) if self.exceeds_by_percent(place) => {}
            // `31,727 tons over the same seven months`: for so long.
            Some(Meaning::Over) if self.is(after + 1, |m| m == Meaning::Same) => {}
            Some(Meaning::Over)
                if self.mentions.iter().any(|m| m.first == after + 1 && m.is_current())
                    || self.is(after + 2, |m| m == Meaning::Months) => {}
            Some(Meaning::Over) if !self.number(after + 1) => return Some(1.0),
            Some(Meaning::Under) if !self.number(after + 1) => return Some(-1.0),
            _ => {}
        }
        let hedged = |m: Meaning| {
            matches!(m, Meaning::About | Meaning::Nearly | Meaning::Over | Meaning::Under)
        };
        let mut back = figure.first;
        // `Fell below 4,500 tons` ends there, `fell nearly 300 tons` by so much.
        let mut ends = false;
        while follows(self.items, back, hedged) {
            back -= 1;
            ends |= self.is(back, |m| matches!(m, Meaning::Over | Meaning::Under));
        }
        match back.checked_sub(1).and_then(|at| meaning(self.items, at))? {
            Meaning::Direction(sign) if sign != 0 && !ends => Some(f64::from(sign)),
            Meaning::By => {
                let before = (back.saturating_sub(6)..back).rev();
                // `Beats the whole of 2024 by 2,800 tonnes`, but not `exceeded exports by 6,911 tons`.
                let own = before.take_while(|at| {
                    !self.is(*at, |m| matches!(m, Meaning::Flow(_) | Meaning::Break))
                });
                own.into_iter().find_map(|at| match meaning(self.items, at)? {
                    Meaning::Direction(sign) if sign != 0 => Some(f64::from(sign)),
                    Meaning::Over => Some(1.0),
                    Meaning::Under => Some(-1.0),
                    _ => None,
                })
            }
            _ => None,
        }
    }

    /// The weight right before a sum of money that is said to be what it is worth.
    fn valued(&self, place: usize) -> Option<(usize, &Figure)> {
        let of = place.checked_sub(1)?;
        let (weight, money) = (self.figures.get(of)?, self.figures.get(place)?);
        let between = weight.last + 1..money.first;
        let turns = |m| {
            matches!(
                m,
                Meaning::Comma
                    | Meaning::Break
                    | Meaning::Direction(_)
                    | Meaning::Flow(_)
                    | Meaning::To
                    | Meaning::Into
                    | Meaning::Than
            )
        };
        let worth = between.clone().any(|at| self.is(at, |m| m == Meaning::Worth));
        let apart = between.clone().any(|at| self.is(at, turns));
        let dated = self.mentions.iter().any(|m| m.first > weight.last);
        let pair = weight.is_quantity() && money.is_money();
        (pair && worth && !apart && !dated).then_some((of, weight))
    }

    /// Whether the next figure is a percentage by which something is said to exceed another.
    fn exceeds_by_percent(&self, place: usize) -> bool {
        let next = self.figures.get(place + 1);
        next.is_some_and(|next| next.is_percent() && leads(self.items, next, |m| m == Meaning::By))
    }

    /// Whether the clause of a percentage says itself which way it goes.
    pub(super) fn has_own_direction(&self, place: usize, figure: &Figure) -> bool {
        let parted = Meaning::parts;
        let turns = |m| matches!(m, Meaning::Direction(_) | Meaning::Over | Meaning::Under);
        let signed = figure.first.checked_sub(1).is_some_and(|at| {
            self.is(at, |m| m == Meaning::Through) && super::sentence::touching(self.items, at)
        });
        let from =
            place.checked_sub(1).and_then(|at| self.figures.get(at)).map_or(0, |f| f.last + 1);
        let before = (from..figure.first).rev().take_while(|at| !self.is(*at, parted));
        let after = (figure.last + 1..figure.last + 4).take_while(|at| !self.is(*at, parted));
        // `Fell 7% on the month and 31.4% on the year`.
        let shared = place > 0
            && self.is_coordinated(place)
            && self
                .figures
                .get(place - 1)
                .is_some_and(|one| self.has_own_direction(place - 1, one));
        signed || before.chain(after).any(|at| self.is(at, turns)) || shared
    }

    /// Whether what a percentage is measured against is said right beside it, and of it alone: `22.6% year on year`,
    /// 同比下降22.6%.
    fn is_compared_beside(&self, place: usize, figure: &Figure) -> bool {
        // 年增22.6%, too.
        let marks = |at: usize| {
            let told = marker(self.items, &self.mentions, at);
            matches!(told, Some(Against::Year | Against::Month))
        };
        let after = figure.last + 1;
        let led = usize::from(self.is(after, |m| {
            matches!(
                m,
                Meaning::From | Meaning::Than | Meaning::On | Meaning::Over | Meaning::Under
            )
        }));
        let behind = marks(after + led)
            // `4.3% and 8.6% month on month and year on year`.
            && !(after + led + 1..after + led + 4).any(marks);
        let turned =
            usize::from(follows(self.items, figure.first, |m| matches!(m, Meaning::Direction(_))));
        let before = figure
            .first
            .checked_sub(1 + turned)
            .is_some_and(|at| marks(at) && !(at.saturating_sub(2)..at).any(marks));
        let alone = place.checked_sub(1).and_then(|at| self.figures.get(at)).is_none_or(|one| {
            // A number right before it may be what is said to be so.
            !one.is_percent() || (one.last + 1..figure.first).any(marks)
        });
        // `So it fell by 3.3% compared with the month of November`: the only percentage.
        let stop = |at: &usize| self.is(*at, Meaning::parts);
        let end = (after..after + 5).find(stop).unwrap_or(after + 5);
        let only = self.figures.iter().filter(|one| one.is_percent()).count() == 1;
        // `Against November 2024 they lay lower by 24.4%`.
        let from = (0..figure.first).rfind(stop).unwrap_or(0);
        let named =
            only && self.mentions.iter().any(|m| m.baseline && (from..end).contains(&m.first));
        ((behind || before) && alone) || named
    }

    /// `Beat the previous month by 36%`: the direction, where a percentage is that by which one
    /// thing exceeds another.
    fn exceeding(&self, figure: &Figure) -> Option<f64> {
        if !leads(self.items, figure, |m| m == Meaning::By) {
            return None;
        }
        let by = (0..figure.first).rfind(|at| self.is(*at, |m| m == Meaning::By))?;
        let clause = (0..by).rev().take_while(|at| !self.is(*at, |m| m == Meaning::Break));
        clause.into_iter().find_map(|at| match meaning(self.items, at)? {
            Meaning::Direction(sign) if sign != 0 => Some(f64::from(sign)),
            Meaning::Over => Some(1.0),
            Meaning::Under => Some(-1.0),
            _ => None,
        })
    }

    /// Whether a direction stands before the figure in its own clause: `fell 7%`, `a fall of 7%`.
    pub(super) fn is_led_by_direction(&self, place: usize, figure: &Figure) -> bool {
        let from =
            place.checked_sub(1).and_then(|at| self.figures.get(at)).map_or(0, |f| f.last + 1);
        (from..figure.first)
            .rev()
            .take_while(|at| !self.is(*at, Meaning::parts))
            .any(|at| self.is(at, |m| matches!(m, Meaning::Direction(sign) if sign != 0)))
    }

    fn number(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| matches!(item.what, What::Number(..)))
    }

    /// Whether a percentage is a rise or a fall.
    pub(super) fn direction(&self, place: usize, figure: &Figure) -> Option<f64> {
        let sign = |at: usize| match meaning(self.items, at)? {
            Meaning::Direction(sign) if sign != 0 => Some(f64::from(sign)),
            _ => None,
        };
        let after = figure.last + 1;
        match meaning(self.items, after) {
            // `7% more than`, `5% above`, but not `fell 7% over April`.
            Some(Meaning::Over | Meaning::Under) if self.is_led_by_direction(place, figure) => {}
            Some(Meaning::Over) => return Some(1.0),
            Some(Meaning::Under) => return Some(-1.0),
            _ => {}
        }
        if let Some(sign) = self.exceeding(figure) {
            return Some(sign);
        }
        // `-24.7%`.
        let minus = figure.first.checked_sub(1).filter(|at| {
            let dash = self.is(*at, |m| m == Meaning::Through);
            dash && super::sentence::touching(self.items, *at)
        });
        if minus.is_some() {
            return Some(-1.0);
        }
        // `A 7.1% drop`, `a 7.1% month-on-month drop`.
        let marks = |at: usize| {
            self.is(at, |m| {
                matches!(m, Meaning::AgainstYear | Meaning::AgainstMonth | Meaning::Yearly)
            }) || self.items.get(at).is_some_and(|item| item.is_word())
        };
        let right = sign(after).or_else(|| marks(after).then(|| sign(after + 1))?);
        // Not when the direction has a figure of its own: `7.1%, up 5%`.
        let taken = |at: usize| {
            self.figures.get(place + 1).is_some_and(|next| {
                next.first == at + 1
                    || (next.first == at + 2 && self.is(at + 1, |m| m == Meaning::By))
            })
        };
        let right_at = if sign(after).is_some() { after } else { after + 1 };
        if let Some(right) = right.filter(|_| !taken(right_at)) {
            return Some(right);
        }
        let stops = |at: &usize| self.is(*at, |m| m == Meaning::Break);
        let start = (0..figure.first).rfind(stops).unwrap_or(0);
        let left = |start: usize| {
            let mut flow = false;
            let places = (start..figure.first).rev().take_while(|at| {
                // A flow that a comma parts from a direction before it has one of its own.
                let parted = flow && self.is(*at, |m| m == Meaning::Comma);
                flow |= self.is(*at, |m| matches!(m, Meaning::Flow(_)));
                !parted
            });
            places.filter_map(sign).next()
        };
        left(start).or_else(|| (start > 0).then(|| left(0))?).or_else(|| {
            let next = self.figures.get(place + 1).map_or(self.items.len(), |next| next.first);
            let near = (after..next.min(after + 4)).take_while(|at| !stops(at));
            near.into_iter().find_map(sign)
        })
    }
}

/// So near to a share stands what it is of, and so near behind the word for it the share.
const NEAR: usize = 7;
const SHARED: usize = 14;

/// What it costs to read as an amount what is told as a rise.
const ADDED: Cost = 0.9;

/// A dearer reading is no reading.
const DEAREST: Cost = 4.5;

/// The kind of an amount, or of a change, of a period.
pub fn kind_of(reading: &Reading) -> Kind {
    match reading.matter {
        Matter::Level | Matter::Average | Matter::Each(_) => level_kind(reading.period),
        Matter::Change(kind, _) | Matter::Difference(kind, _) => kind,
        Matter::Part(_) => Kind::Share,
        Matter::Usual(usual) => Kind::Usual(usual),
    }
}

pub(super) fn signed(stated: Stated, sign: f64) -> Stated {
    if sign >= 0.0 {
        return stated;
    }
    Stated { value: -stated.value, low: -stated.high, high: -stated.low, ..stated }
}
