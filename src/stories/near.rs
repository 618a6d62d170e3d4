//! Figures that their own words leave open, read as the figures near them that agree with the data:
//! `Against July of last year the shortfall is 29.5%`, where the sentence before gave July's exports.
//! What such a figure's clause says stands; what it leaves unsaid is its neighbours', the nearest first, and
//! then what the story says elsewhere. It is supported in the first reading that it agrees with, where no
//! reading up to that one was likely to agree by chance, and is otherwise left as it was.

use std::ops::Range;

use super::adjusted::Season;
use super::against::{Against, against, headed, leads};
use super::claim::Kind;
use super::judge::{Judged, Nearby, Settled, Trial, misprinted, suspected};
use super::library::Library;
use super::lists::Listed;
use super::meaning::Meaning;
use super::names::{PartnerId, ProductId, WORLD};
use super::parsed::Parsed;
use super::period::Mention;
use super::reading::{Grounds, Matter, Read, Reading, Trade, signed};
use super::scene::{Ground, parts, tells_of_amount};
use super::sentence::{Item, What, meaning};
use super::stated::{Figure, LARGEST_EACH, Measured, is_rate, unmeasured};
use super::weights::{self, Cost};
use crate::trade::{Flow, Period, Unit};
use crate::wording::facts::Doubt;

/// A figure that its own words leave open, with what they do say.
pub(super) struct Open {
    /// The sentence that it stands in.
    pub row: usize,
    /// Whether that is a cell of a table, which its headings leave less open.
    pub cell: bool,
    /// The figure, without readings.
    pub read: Read,
    pub wanted: Wanted,
    pub said: Said,
    /// Whether its clause has words of which it is not known what they name, and whether the sentences before
    /// speak of something else.
    pub unknown: bool,
    pub perhaps_foreign: bool,
    /// Whether it is the only figure of its sentence, and whether that names one period.
    pub lone: bool,
    pub dated_once: bool,
    /// Whether its month is named right beside it.
    pub dated_beside: bool,
    /// The partner named right before it, and all that its sentence names.
    pub whom_beside: Option<PartnerId>,
    pub partners: Vec<PartnerId>,
    /// Where the words before it begin in which nothing turns to another matter.
    pub since: usize,
    /// The figure as its own words read it, and where among the findings its verdict stands, if it has one.
    pub own: Option<Read>,
    pub told: Option<usize>,
    /// Whether that verdict says that it is another month's.
    pub accused: bool,
}

/// What a figure is.
pub(super) enum Wanted {
    Amount(Unit),
    /// Money for each of what is counted: a unit value, or an amount so small.
    Each(Unit, Unit),
    /// A number by itself, of whatever its neighbours count in; beside money, which has its sign, of this.
    Number(Unit),
    /// A change: against what, if that is said, whether a rise or a fall, likewise, and in which money where it
    /// is said to be of the value.
    Change {
        against: Option<Against>,
        sign: Option<f64>,
        worth: Option<Unit>,
        /// What a difference is counted in: `31,869 tons fewer`.
        by: Option<Unit>,
    },
}

/// What a figure's clause says of it, and what stands near it.
#[derive(Default)]
pub(super) struct Said {
    flow: Option<Flow>,
    /// The flow that its clause names before it.
    flow_near: Option<Flow>,
    /// Whether that flow may be a partner's.
    turned: bool,
    product: Option<ProductId>,
    whom: Option<PartnerId>,
    /// Whether its clause has other figures, one of which may be the partner's.
    shared: bool,
    periods: Vec<Period>,
    /// Whether their years are named, too.
    dated: bool,
    /// The months that its sentence is of, by their numbers: a neighbour's of others are not this one's.
    months: Vec<u32>,
    /// The goods named last before, the partner that its sentence names before it, and the months that
    /// its sentence or others name.
    product_near: Option<ProductId>,
    whom_near: Option<PartnerId>,
    periods_near: Vec<Period>,
    /// Whether its clause tells of a year before, and of what months before where these head it.
    year_before: bool,
    headed: Option<Against>,
}

/// In how many of a hundred cases a figure may agree with one of its readings by chance.
const CHANCE: f64 = 0.05;
/// The same where its neighbours stand in another sentence, where it is not known what its clause names, and
/// where they stand far off.
const CHANCE_APART: f64 = 0.03;
const CHANCE_UNKNOWN: f64 = 0.014;
const CHANCE_FAR: f64 = 0.004;
/// The same of what is hardly of this trade, anywhere.
const CHANCE_FOREIGN: f64 = 0.0035;
/// The same of a change between two amounts told beside it.
const CHANCE_BETWEEN: f64 = 0.055;
/// The same of a multiple or a fraction in words.
const CHANCE_MULTIPLE: f64 = 0.5;
/// The same of a headline's change, which the text after it gives.
const CHANCE_HEADLINE: f64 = 0.08;
/// Sentences further away are far off.
const REACH: usize = 3;
/// So many figures around one speak for what it is of.
const NEIGHBOURS: usize = 18;
/// A smaller number by itself may be anything.
const LEAST_NUMBER: f64 = 1000.0;
/// One of so many digits is hardly of something else, whatever stands behind it.
const SURELY: f64 = 1e4;
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
        let small = self.may_be_for_each(figure);
        let other = self.is_of_something_else(figure)
            || self.is_of_a_name(figure)
            || self.is_for_each(figure)
            || self.is_average(figure)
            || is_rate(self.items, figure.last + 1);
        let told = self.listed(place);
        let listed = told == Some(Listed::Unknown);
        let adjusted = self.season(figure) == Season::Adjusted;
        if adjusted || figure.loose || listed || (other && !small) {
            return None;
        }
        let known = self.parts(figure);
        let piece = self.piece(figure);
        if self.is_foreign(&piece) {
            return None;
        }
        // A price is what a unit value is called.
        let perhaps_foreign = !small && is_foreign(known.why, known.other);
        // A weight that its own words say is another matter's: `quotas of 18,252 tonnes`.
        let other = |at| self.is(at, |m| m == Meaning::NotTrade);
        if perhaps_foreign && figure.is_quantity() && piece.clone().any(other) {
            return None;
        }
        let mut read = self.unread(figure)?;
        let wanted = match figure.measured {
            Measured::Amount(unit) => {
                read.unit = unit.code();
                let by = leads(self.items, figure, |m| m == Meaning::By);
                match self.difference(place, figure) {
                    Some(sign) => Wanted::Change {
                        against: against(self.items, &self.figures, &self.mentions, place),
                        sign: Some(sign),
                        worth: None,
                        by: Some(unit),
                    },
                    None if by => return None,
                    None if small => Wanted::Each(unit, self.names.counts),
                    None => Wanted::Amount(unit),
                }
            }
            Measured::Percent => {
                if leads(self.items, figure, |m| matches!(m, Meaning::To | Meaning::Into)) {
                    return None;
                }
                let own = self.has_own_direction(place, figure);
                let sign = figure.sign.or_else(|| self.direction(place, figure).filter(|_| own));
                let against = against(self.items, &self.figures, &self.mentions, place);
                let worth = known.worth.then(|| self.names.main_money());
                Wanted::Change { against, sign, worth, by: None }
            }
            Measured::Points => return None,
        };
        let unknown = small || known.why == Some(Doubt::Unknown);
        let mut said = self.facts_near(figure, &piece);
        match told {
            Some(Listed::Flow(flow)) => said.flow = Some(flow),
            Some(Listed::Partner(id)) => said.whom = Some(id),
            _ => {}
        }
        let level = !matches!(wanted, Wanted::Change { .. });
        self.add_periods(place, figure, level, &piece, &mut said);
        // `In January–November up 12.4% month on month`.
        if let Wanted::Change { against: Some(against), .. } = wanted
            && !said.periods.is_empty()
            && said.periods.iter().all(|period| against.passes(*period))
        {
            return None;
        }
        let dated = self.mentions.iter().filter(|m| !m.since).count();
        let (lone, dated_once) = (self.figures.len() == 1, dated == 1);
        // Or nothing else stands in its piece.
        let named = self.mentions.iter().filter(|one| piece.contains(&one.first)).count();
        let alone = named == 1 && !said.shared;
        // Of months that its own piece names it is no change of the amount before it.
        let own = self.mentions.iter().any(|one| one.is_current() && piece.contains(&one.first));
        let since = if own { None } else { self.items.get(self.goes_on_from(figure)) };
        let since = since.map_or(usize::MAX, |item| item.start);
        let dated_beside = figure.is_amount() && (alone || self.own_mention(place).is_some());
        Some(Open {
            row,
            cell: self.own > 0,
            read,
            wanted,
            said,
            unknown,
            perhaps_foreign,
            lone,
            dated_once,
            dated_beside,
            whom_beside: self.whom_beside(figure),
            partners: self.partners(),
            since,
            own: None,
            told: None,
            accused: false,
        })
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
        // `1,116 went to Germany, 619 to the US`.
        let way = |m| matches!(m, Meaning::To | Meaning::Into | Meaning::From);
        let led = (at + 1..at + 3).find(|next| self.is(*next, way));
        let whom = led.and_then(|led| match meaning(self.items, led + 1)? {
            Meaning::Partner(id) => Some(id),
            _ => None,
        });
        // What is counted in a word that is not known is that.
        let ends = self.items.get(at + 1).is_none_or(|item| match item.what {
            // `5,309 | May`.
            What::Word => whom.is_some() || !is_word(item) || value >= step * SURELY,
            What::Number(..) => false,
            What::Means(meaning) => !meaning.is_measure(),
        });
        if value < LEAST_NAMED || year || taken || !ends {
            return None;
        }
        let figure = unmeasured(self.items, at, (value, step), self.names.counts);
        if self.season(&figure) == Season::Adjusted {
            return None;
        }
        let piece = self.piece(&figure);
        let mut said = self.facts_near(&figure, &piece);
        // `Ahead of South Korea (569)`, `India, 150`.
        let name = piece.start.checked_sub(2).filter(|_| piece.len() == 1);
        let before = name.and_then(|at| match meaning(self.items, at)? {
            Meaning::Partner(id) => Some(id),
            _ => None,
        });
        let listed = self.items.get(at + 1).is_some_and(|item| item.closes);
        said.whom = whom.or(before).or(said.whom);
        // `In July and 5,792 in August`, `peak 656 (Oct)`.
        let led = self.is(at + 1, |m| matches!(m, Meaning::In | Meaning::Comma));
        let own = self.mentions.iter().find(|one| one.first == at + 2 && led);
        // `A year ago it was 689`.
        // `Japan hardly moved: 226 after 228`.
        let whom = said.whom.or(said.whom_near);
        let named = whom.is_some() || value >= LEAST_NUMBER || own.is_some() || said.year_before;
        if !named || self.is_foreign(&piece) {
            return None;
        }
        let beside = self
            .mentions
            .iter()
            .filter(|one| at.abs_diff(one.first).min(at.abs_diff(one.last)) <= 3);
        // `4,343.5 in October and 4,000.3 the month before`.
        let back = i32::from(self.is(at + 1, |m| m == Meaning::AgainstMonth));
        let of = |one: &Mention| Period { start: one.period.start - back, ..one.period };
        said.periods.extend(own.into_iter().chain(beside).map(of).take(1));
        said.periods_near.extend(self.periods.iter().rev().take(2));
        let read = self.unread(&figure)?;
        Some(Open {
            row,
            cell: false,
            read,
            wanted: Wanted::Number(self.names.counts),
            said,
            unknown: before.is_none(),
            perhaps_foreign: whom.is_none() && self.items.get(at + 1).is_some_and(is_word),
            lone: false,
            dated_once: false,
            dated_beside: false,
            whom_beside: before.filter(|_| listed),
            partners: self.partners(),
            since: 0,
            own: None,
            told: None,
            accused: false,
        })
    }

    /// The partners that its sentence names.
    fn partners(&self) -> Vec<PartnerId> {
        (0..self.items.len()).filter_map(|at| self.partner(at)).collect()
    }

    fn partner(&self, at: usize) -> Option<PartnerId> {
        match meaning(self.items, at)? {
            Meaning::Partner(id) | Meaning::Toward(id) => Some(id),
            _ => None,
        }
    }

    /// The partner that takes an amount, named right before it: `Japan got 854 tons`, 对越南出口稀土815吨; or right
    /// behind: `854 tons of magnets to Japan`.
    fn whom_beside(&self, figure: &Figure) -> Option<PartnerId> {
        let idle = |at: &usize| {
            self.is(*at, |m| {
                matches!(
                    m,
                    Meaning::At
                        | Meaning::Possessive
                        | Meaning::Flow(_)
                        | Meaning::Moved
                        | Meaning::Comma
                        | Meaning::Product(_)
                        | Meaning::Of
                )
            })
        };
        // 对韩国出口2786.8吨，对意大利1943.4吨: but not past a comma.
        let ends = |at: &usize| !idle(at) || self.is(*at, parts);
        let after = (figure.last + 1..figure.last + 5).find(ends);
        let way = |m| matches!(m, Meaning::To | Meaning::Into);
        let behind = after.filter(|at| self.is(*at, way));
        if let Some(id) = behind.and_then(|at| self.partner(at + 1)) {
            return Some(id);
        }
        let near = figure.first.saturating_sub(3)..figure.first;
        // `Japan received 854 tons`.
        let word =
            |at: &usize| self.items.get(*at).is_some_and(|item| item.is_word() && !item.capital);
        let at = near.rev().find(|at| !idle(at) && !word(at))?;
        // `Ahead of Japan, 854 tons`, but 从日本进口854吨.
        let bought = (at..figure.first).any(|at| self.is(at, |m| m == Meaning::Flow(Flow::Import)));
        let against = super::sentence::follows(self.items, at, |m| match m {
            Meaning::From => !bought,
            _ => matches!(m, Meaning::Of | Meaning::Than | Meaning::Over | Meaning::Under),
        });
        self.partner(at).filter(|_| !against)
    }

    /// Whether a figure may be a unit value: `$14.49 per kg`, `a tonne cost $23,600`, but not in a sentence that names
    /// neither a price nor months.
    fn may_be_for_each(&self, figure: &Figure) -> bool {
        let tells = |m: Meaning| {
            m.is_other_matter()
                || matches!(m, Meaning::Average | Meaning::Each | Meaning::Quantity(..))
        };
        figure.is_money()
            && figure.stated.value < LARGEST_EACH
            && (!self.mentions.is_empty() || (0..self.items.len()).any(|at| self.is(at, tells)))
    }

    /// What stands around a figure between commas.
    pub(super) fn piece(&self, figure: &Figure) -> Range<usize> {
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
    fn facts_near(&self, figure: &Figure, piece: &Range<usize>) -> Said {
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
        let of = self.is(figure.last + 1, |m| m == Meaning::Of);
        let behind = product(figure.last + 2).filter(|_| of);
        let breaks = |at: &usize| self.is(*at, |m| m == Meaning::Break);
        let mut clause = (0..figure.first).rfind(breaks).unwrap_or(0)..piece.end;
        let reporter = piece.clone().any(|at| self.is(at, |m| m == Meaning::Reporter));
        Said {
            flow: nearest(piece, away, flow),
            flow_near: (clause.start..figure.first).rev().find_map(flow),
            // What a partner sells is what is bought from it.
            turned: whom.is_some() && !reporter,
            // `57,392 tonnes of magnets and 62,585 tonnes of rare earths`.
            product: behind.or_else(|| nearest(piece, away, product)),
            whom,
            shared: self.figures.iter().filter(|one| piece.contains(&one.first)).count() > 1,
            periods: Vec::new(),
            dated: false,
            months: Vec::new(),
            product_near: (0..figure.first)
                .rev()
                .find_map(product)
                .or_else(|| self.topic.products.last().copied()),
            // `With 449 tonnes in February, deliveries to the US …`.
            whom_near: (0..figure.first)
                .rev()
                .find_map(partner)
                .or_else(|| (figure.last..self.items.len()).find_map(partner))
                // `Laos? It sent 16,629 tons`.
                .or(self.topic.last.named),
            periods_near: Vec::new(),
            year_before: clause.any(|at| means(at) == Some(Meaning::AgainstYear)),
            headed: headed(self.items, figure),
        }
    }

    /// The months that a figure's piece names, and those that its sentence or others name.
    fn add_periods(
        &self,
        place: usize,
        figure: &Figure,
        level: bool,
        piece: &Range<usize>,
        said: &mut Said,
    ) {
        let within = |range: Range<usize>, baselines: bool| -> Vec<Period> {
            let fits =
                |one: &&Mention| range.contains(&one.first) && (one.is_current() || baselines);
            self.mentions.iter().filter(fits).map(|one| one.period).collect()
        };
        said.periods = within(piece.clone(), level);
        said.dated = self.mentions.iter().any(|one| one.dated && piece.contains(&one.first));
        // What the clause names before it, the figure is hardly of other months than.
        if said.periods.is_empty() {
            let breaks = |at: &usize| self.is(*at, |m| m == Meaning::Break);
            let from = (0..figure.first).rfind(breaks).unwrap_or(0);
            said.periods = within(from..figure.first, false);
        }
        // `At 3,935 tons, October shipments were 9% lower`.
        if said.periods.is_empty() && level {
            let next = self.figures.iter().find(|one| one.first > figure.last);
            let end = next.map_or(self.items.len(), |next| next.first);
            let stop = (piece.end..end).find(|at| self.is(*at, |m| m == Meaning::Break));
            said.periods = within(piece.end..stop.unwrap_or(end), false);
        }
        let current = self.mentions.iter().filter(|one| one.is_current() && one.period.months == 1);
        said.months = current.map(|one| one.period.start.number()).collect();
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

/// A word that is not known: what stands before it may be so many of that.
fn is_word(item: &Item) -> bool {
    item.is_word() && item.end - item.start > 1
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
    let far =
        matches!(why, Some(Doubt::NoTrade | Doubt::Theirs | Doubt::Future | Doubt::OtherGoods));
    far && other < weights::OTHER_UNKNOWN
}

impl Said {
    /// Whether its clause names these months, or none.
    fn may_be_of(&self, period: Period) -> bool {
        self.periods.is_empty() || self.periods.contains(&period)
    }
}

impl Open {
    /// The figure in the first reading that it agrees with of those that its neighbours among `settled` give it,
    /// which stand in order of place.
    pub(super) fn judged(&self, settled: &[Settled], library: &Library) -> Option<Judged> {
        let near = self.neighbours(settled);
        let nearest = *near.first()?;
        // A figure of the same sentence that agrees with the data is of our goods, and so may this be.
        if self.perhaps_foreign && nearest.row != self.row {
            return None;
        }
        let mut found = self.candidates(nearest, library);
        // What a headline rounds, the first sentences give: `imports fall by a quarter`, then 24.4%.
        let told = near.iter().filter(|one| self.row == 0 && one.row <= REACH);
        let told = told.filter(|one| {
            matches!(
                (&self.wanted, one.reading.matter),
                (Wanted::Change { .. }, Matter::Change(..))
            ) && self.said.flow.is_some_and(|flow| flow == one.reading.flow)
                && self.said.may_be_of(one.reading.period)
        });
        if let Some(one) = told.into_iter().next() {
            found.most = CHANCE_HEADLINE;
            found.add(one.reading);
        }
        self.between(&near, &mut found);
        if self.accused {
            return found.trial.judged();
        }
        // `With Germany on top (1,106), ahead of South Korea (569)`: of the months of that sentence.
        let listed = self.said.whom.is_some() && self.said.periods.is_empty();
        // `Japan 4,976 t, India 928 t`: nor is one in a list of partners of others.
        let own = nearest.reading.partner;
        let level = nearest.reading.matter == Matter::Level;
        let one_of = level && own != WORLD && self.whom_beside.is_some_and(|whom| whom != own);
        found.listed = listed && (self.is_number() || one_of) && nearest.row == self.row;
        for wide in [false, true] {
            for one in &near {
                if found.trial.is_over() || found.listed && (wide || one.row != self.row) {
                    break;
                }
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
                    self.beside(one, wide, &mut found);
                }
            }
        }
        found.trial.judged()
    }

    /// The figure before any reading is tried, beside `nearest`.
    fn candidates<'a>(&self, nearest: &Settled, library: &'a Library) -> Candidates<'a> {
        let mut read = self.read.clone();
        read.named = self.own.as_ref().map(|own| own.named).unwrap_or_default();
        // Figures beside it may tell more of its goods than its words do.
        if !read.of_amount {
            read.named.goods = None;
        }
        if let Wanted::Number(counts) = self.wanted {
            read.unit = unit_of_number(nearest.reading.unit, counts).code();
        }
        if let Wanted::Change { sign: Some(sign), .. } = self.wanted {
            read.stated = signed(read.stated, sign);
        }
        let either = matches!(self.wanted, Wanted::Change { sign: None, .. });
        let trial = Trial::new(read, either, library);
        Candidates { known: Vec::new(), most: 0.0, listed: false, trial }
    }

    /// The figure in the first reading that it agrees with of all that the story names: with digits enough it speaks
    /// for that itself.
    pub(super) fn anywhere(&self, named: &[Settled], library: &Library) -> Option<Judged> {
        let nearest = named.first().filter(|_| self.read.stated.hedge.is_none())?;
        let mut found = self.candidates(nearest, library);
        found.most = if self.perhaps_foreign { CHANCE_FOREIGN } else { CHANCE_FAR };
        for one in named {
            self.beside(one, false, &mut found);
        }
        found.trial.judged()
    }

    /// The figures around this one that agree with the data, the nearest first.
    fn neighbours<'a>(&self, settled: &'a [Settled]) -> Vec<&'a Settled> {
        let (row, start) = (self.row, self.read.start);
        let mut right = settled.partition_point(|one| (one.row, one.start) < (row, start));
        let mut left = right;
        let mut found = Vec::new();
        while found.len() < NEIGHBOURS {
            let before = left.checked_sub(1).and_then(|at| settled.get(at));
            let after = settled.get(right);
            let away = |one: &Settled| one.row.abs_diff(row);
            // What follows is a little further away than what goes before.
            let back = before.filter(|one| after.is_none_or(|other| away(one) <= away(other)));
            let Some(one) = back.or(after) else { break };
            if back.is_some() {
                left -= 1;
            } else {
                right += 1;
            }
            found.push(one);
        }
        found
    }

    /// Those of them that are not far off.
    fn within_reach<'a>(&self, settled: &'a [Settled]) -> Vec<&'a Settled> {
        let mut near = self.neighbours(settled);
        near.retain(|one| one.row.abs_diff(self.row) <= REACH);
        near
    }

    /// Whether it is a number by itself.
    pub(super) const fn is_number(&self) -> bool {
        matches!(self.wanted, Wanted::Number(_))
    }

    /// Whether it stands near one of the sentences of these rows, which are in order.
    pub(super) fn is_near(&self, rows: &[usize]) -> bool {
        let next = rows.partition_point(|row| row + REACH < self.row);
        rows.get(next).is_some_and(|row| row.abs_diff(self.row) <= REACH)
    }

    /// What is left of it when no reading fits: a mistake in writing, or a figure that is unclear.
    pub(super) fn suspected(&self, settled: &[Settled], library: &Library) -> Option<Judged> {
        let Some(own_read) = &self.own else { return self.misprinted(settled, library) };
        let nearest = *self.neighbours(settled).first()?;
        let amount = &nearest.reading;
        // 35,448吨，而2019年为46,330吨，少了23%: not of the amount that another is held up to.
        let later = |one: &&&Settled| {
            let own = &one.reading;
            one.row == self.row
                && (own.trade(), own.unit) == (amount.trade(), amount.unit)
                && own.matter == Matter::Level
                && own.period.start > amount.period.start
        };
        let near_by = self.within_reach(settled);
        let outdated = near_by.iter().find(later).map(|one| &one.reading);
        // `48,918 tons, or 28 percent more`: a change of that amount.
        let before = self.since <= nearest.start
            && nearest.start < self.read.start
            && nearest.row == self.row
            && amount.matter == Matter::Level;
        let moved = before && own_read.unit == "%";
        let held = match self.wanted {
            Wanted::Change { against, .. } => against,
            _ => None,
        };
        let turned = match outdated {
            _ if !moved => None,
            None => own_read.of(amount),
            // `5,711.9 t in 2025, after 5,962.2 t in 2024, so it shrank by 4.2%`: from the one to the other.
            Some(now)
                if own_read.alone >= weights::OTHER_UNKNOWN
                    && held.is_none_or(|held| held.baseline(now.period) == amount.period) =>
            {
                let mut read = own_read.clone();
                read.readings.clear();
                read.readings.push(change_of(now, now.period, amount.period, None));
                Some(read)
            }
            Some(_) => None,
        };
        let confirmed = turned.is_some();
        let read = turned.as_ref().unwrap_or(own_read);
        let own = read.readings.first()?;
        let mut near = Nearby::default();
        // The cells of a table are of one trade.
        for one in near_by {
            near.add(own, &one.reading, one.row == self.row || self.cell);
        }
        let lone = |near: &Nearby| self.dated_once && (self.lone || !near.beside);
        let near = Nearby {
            lone: lone(&near),
            dated: self.dated_beside,
            year_named: self.said.dated,
            turned: matches!(self.wanted, Wanted::Change { sign: Some(_), .. }),
            confirmed,
            partners: self
                .whom_beside
                .filter(|id| *id == own.partner)
                .map(|_| self.partners.clone()),
            ..near
        };
        let told = suspected(read, &near, self.told.is_some(), library);
        if told.as_ref().is_some_and(|one| one.judgement.verdict.accuses()) {
            return told;
        }
        // Of a cell that its headings leave open nothing else is known.
        self.turned(read, settled, library).or(told.filter(|_| !self.cell))
    }

    /// The same in a reading that is not its likeliest, but like a figure near it that agrees with the data.
    fn turned(&self, read: &Read, settled: &[Settled], library: &Library) -> Option<Judged> {
        let clear = !(read.loose || read.mirrored || read.year_guessed);
        let clear = clear && read.alone >= weights::OTHER_UNKNOWN;
        let mut others = read.readings.iter().filter(|_| clear);
        let near = self.within_reach(settled);
        others.find_map(|own| {
            let (mut trade, mut given) = (false, false);
            // What a sentence before said of the months is as good where little else is open.
            let mut months = own.grounds.period != Ground::Supposed && own.cost <= COST;
            for Settled { reading: one, .. } in &near {
                let whom = one.partner == own.partner || own.grounds.whom == Ground::Said;
                let alike = (one.flow, one.product) == (own.flow, own.product) && whom;
                trade |= alike || own.grounds.flow == Ground::Said;
                months |= one.period == own.period;
                given |= one.trade() == own.trade()
                    && (one.period, one.unit, one.matter) == (own.period, own.unit, own.matter);
            }
            let fits = trade && months && !given && own.matter == Matter::Level;
            if fits { misprinted(read, own, None, library) } else { None }
        })
    }

    /// A number of the months named beside it, as the figures of its sentence are that agree with the data.
    fn misprinted(&self, settled: &[Settled], library: &Library) -> Option<Judged> {
        let near = self.neighbours(settled);
        let mut beside = near.iter().take_while(|one| one.row == self.row);
        let mut one = beside.find(|one| one.reading.matter == Matter::Level)?.reading;
        // `Ahead of Vietnam (815) and Japan (280)`: of those months.
        if let Some(id) = self.whom_beside {
            if one.partner == WORLD {
                return None;
            }
            one.partner = id;
        }
        let period = match *self.said.periods.as_slice() {
            [period] => period,
            [] if self.whom_beside.is_some() => one.period,
            _ => return None,
        };
        let flow = self.said.flow.is_none_or(|flow| flow == one.flow);
        let given = near.iter().any(|other| {
            let own = &other.reading;
            (own.trade(), own.period) == (one.trade(), period) && own.matter == Matter::Level
        });
        let Wanted::Number(counts) = self.wanted else { return None };
        if !flow || given {
            return None;
        }
        let unit = unit_of_number(one.unit, counts);
        let read = Read { unit: unit.code(), ..self.read.clone() };
        let listed = self.whom_beside.map(|_| self.partners.as_slice());
        misprinted(&read, &Reading { period, unit, cost: COST, ..one }, listed, library)
    }

    /// `4,837.1 tonnes. A year ago it was 5,551.4: a drop of nearly 13%`: the change between two amounts told
    /// right before it or beside it.
    fn between(&self, near: &[&Settled], found: &mut Candidates<'_>) {
        let Wanted::Change { against, by, .. } = self.wanted else { return };
        // A multiple right beside its two amounts is hardly of others.
        found.most = if self.read.worded { CHANCE_MULTIPLE } else { CHANCE_BETWEEN };
        let mut levels: Vec<&Settled> = near.to_vec();
        levels.retain(|one| one.row.abs_diff(self.row) <= 2 && one.reading.matter == Matter::Level);
        // `June 2020 2,893 t, so −44% in one month`: of the month after.
        let led = levels.iter().find(|one| one.row == self.row && one.start < self.read.start);
        if let (Some(Settled { reading: own, .. }), Some(held)) = (led, against) {
            let months = if held == Against::Year { 12 } else { i32::from(own.period.months) };
            let next = Period { start: own.period.start + months, ..own.period };
            // That it is not of the amount's own months, another amount must tell.
            let told = levels.iter().any(|other| {
                (other.reading.trade(), other.reading.period) == (own.trade(), next)
                    && other.start < self.read.start
            });
            if (told || !self.accused) && held.baseline(next) == own.period {
                found.add(change_of(own, next, own.period, by));
            }
        }
        let mut levels = levels.into_iter().map(|one| &one.reading);
        let Some(one) = levels.next() else { return };
        for other in levels.take(2) {
            let (now, before) =
                if one.period.start > other.period.start { (one, other) } else { (other, one) };
            let alike = (now.trade(), now.unit, now.period.months)
                == (before.trade(), before.unit, before.period.months);
            // `7.3% higher in 2022 than in the year before`: of 2022, whatever was told of others.
            let told = match against {
                Some(own) => {
                    own.baseline(now.period) == before.period
                        && (self.read.worded || self.said.may_be_of(now.period))
                }
                None => [now, before].iter().any(|one| self.said.may_be_of(one.period)),
            };
            let counted = by.is_none_or(|unit| unit == now.unit);
            if alike && told && counted && now.period != before.period {
                found.add(change_of(now, now.period, before.period, by));
            }
        }
    }

    /// The readings that are like a neighbour's in all that the figure's clause leaves unsaid; the `wide` ones
    /// turn to what else its sentence or the story names.
    fn beside(&self, near: &Settled, wide: bool, found: &mut Candidates<'_>) {
        let (said, anchor) = (&self.said, &near.reading);
        // What stands twice is tried once.
        let other_flow = (said.turned || said.flow.is_none()).then_some(anchor.flow);
        let flows = [said.flow.or(said.flow_near), other_flow];
        let goods = match said.product {
            Some(product) => [Some(product), None],
            None => [Some(anchor.product), said.product_near],
        };
        let whoms = match said.whom {
            Some(whom) => [Some(whom), said.shared.then_some(WORLD)],
            None => [Some(anchor.partner), said.whom_near],
        };
        let periods = if found.listed { vec![anchor.period] } else { self.periods(anchor, wide) };
        let mut trades = Vec::new();
        for flow in flows.into_iter().flatten() {
            for product in goods.into_iter().flatten() {
                trades.extend(whoms.into_iter().flatten().map(|partner| (flow, product, partner)));
            }
        }
        let theirs = anchor.grounds;
        // What the neighbour's words say is said here, too, or before.
        let ground = |said: bool, same: bool, theirs: Ground| match theirs {
            _ if said => Ground::Said,
            Ground::Said if same && near.row == self.row => Ground::Said,
            Ground::Said | Ground::Carried if same => Ground::Carried,
            _ => Ground::Supposed,
        };
        for (flow, product, partner) in trades {
            for (unit, matter, period, compared) in self.matters(anchor, &periods) {
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
                        flow: ground(said.flow == Some(flow), flow == anchor.flow, theirs.flow),
                        goods: ground(
                            said.product.is_some(),
                            product == anchor.product,
                            theirs.goods,
                        ),
                        whom: ground(
                            said.whom == Some(partner),
                            partner == anchor.partner,
                            theirs.whom,
                        ),
                        period: ground(
                            said.periods.contains(&period),
                            period == anchor.period,
                            theirs.period,
                        ),
                        comparison: if compared { Ground::Said } else { Ground::Supposed },
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
        if !wide {
            // `The year before, in which it had sunk to 35,448 tons`.
            if !change && said.year_before {
                found.push(own.years_before(1));
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
        let alike = said.months.is_empty() || said.months.contains(&own.end().number());
        let years = said.periods.iter().filter(|one| one.months == 12 && alike);
        found.extend(years.map(|year| own.years_before(own.end().year() - year.end().year())));
        let unsaid = said.periods.is_empty() && !change;
        if unsaid || (change && said.year_before) {
            found.push(own.years_before(1));
        }
        if unsaid && own.months == 1 {
            found.push(Period { start: own.start - 1, ..own });
        }
        // `Three quarters of last year's tonnage had landed by May: in January alone 7,780 tons`: of that year.
        if let ([named], false, 12) = (said.periods.as_slice(), said.dated, own.months) {
            let years = named.start.year() - own.start.year();
            found.push(named.years_before(years));
        }
        found
    }

    /// What the figure can be of these periods: in what unit, against what, of which months, and whether
    /// what it is measured against is said.
    fn matters(&self, anchor: &Reading, periods: &[Period]) -> Vec<(Unit, Matter, Period, bool)> {
        let levels = |unit| periods.iter().map(|of| (unit, Matter::Level, *of, true)).collect();
        let (said, worth, by) = match self.wanted {
            Wanted::Amount(unit) => return levels(unit),
            Wanted::Each(unit, counts) => {
                let mut each = Vec::new();
                for period in periods {
                    let of = [Some(counts), counts.kilogram_beside()];
                    let matters = of.into_iter().flatten().map(Matter::Each);
                    each.extend(matters.map(|matter| (unit, matter, *period, true)));
                    each.push((unit, Matter::Level, *period, true));
                }
                return each;
            }
            Wanted::Number(counts) => return levels(unit_of_number(anchor.unit, counts)),
            Wanted::Change { against, worth, by, .. } => (against, worth, by),
        };
        let unit = match (worth, anchor.unit.is_money()) {
            (Some(money), false) => money,
            _ => by.unwrap_or(anchor.unit),
        };
        let mut made = Vec::new();
        // `A year ago it had been 1.6% larger`, `in May it was 26.7% lower`: the months before on those spoken of.
        let own = anchor.period;
        let earlier = self.said.headed.map(|against| against.baseline(own));
        let earlier = earlier.or_else(|| {
            let before = Period { start: own.start - 1, ..own };
            self.said.periods.iter().copied().find(|one| *one == before && said.is_none())
        });
        if let Some(earlier) = earlier.filter(|_| anchor.matter == Matter::Level) {
            let kind =
                if own.start - earlier.start == 1 { Kind::MonthOnMonth } else { Kind::YearOnYear };
            made.push((unit, moved(kind, own, by), earlier, true));
        }
        let mut add = |against: Against, period: Period, said: bool| {
            let (kind, of, baseline) = against.applied(period);
            let baseline = baseline.unwrap_or_else(|| against.baseline(period));
            if baseline.start < of.start {
                made.push((unit, moved(kind, baseline, by), of, said));
            }
        };
        for period in periods {
            match said {
                // What its year is named of is not the year before.
                Some(Against::Period(named)) if named == *period && self.said.dated => {}
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

/// A change in percent, or a difference in the unit that it is `by`.
const fn moved(kind: Kind, baseline: Period, by: Option<Unit>) -> Matter {
    match by {
        Some(_) => Matter::Difference(kind, baseline),
        None => Matter::Change(kind, baseline),
    }
}

/// A change on the months `before` of what `own` is an amount of.
#[inline(never)]
fn change_of(own: &Reading, now: Period, before: Period, by: Option<Unit>) -> Reading {
    let (kind, period, _) = Against::Period(before).applied(now);
    let grounds = own.grounds.carried(Ground::Carried);
    Reading { period, matter: moved(kind, before, by), grounds, cost: COST, ..*own }
}

/// The readings of a figure, each tried once.
struct Candidates<'a> {
    known: Vec<(Trade, Unit, Period, Matter)>,
    /// How likely those that are tried now, and all before, may be to agree by chance.
    most: f64,
    /// Whether it can only be of the months of the figures in its sentence.
    listed: bool,
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
fn unit_of_number(unit: Unit, counts: Unit) -> Unit {
    if unit.is_money() { counts } else { unit }
}
