//! The months a sentence names.

use super::clock::{Clock, whole, written_day, year};
use super::figure::{compares, is_ratio};
use super::meaning::Meaning;
use super::sentence::{Item, What, follows, is, meaning, touching};
use crate::trade::{Month, Period};

/// A period named in a sentence: its items, from first to last.
#[derive(Clone, Copy, Debug)]
pub struct Mention {
    pub first: usize,
    pub last: usize,
    pub period: Period,
    /// The same with the year that earlier sentences were about, where this one names none.
    pub also: Option<Period>,
    /// Whether it is what something is compared with.
    pub baseline: bool,
    /// Whether its year was named.
    pub dated: bool,
    /// Whether something is so since then.
    pub since: bool,
    /// Whether its ends were named, as those of a change can be: `between February and May`.
    pub ends: bool,
}

impl Mention {
    /// Whether a figure can be about it.
    pub const fn is_current(&self) -> bool {
        !(self.baseline || self.since)
    }
}

/// What stands at a place and how many items it takes.
struct Found {
    period: Option<Period>,
    also: Option<Period>,
    dated: bool,
    taken: usize,
}

impl Found {
    fn dated(period: Period, taken: usize) -> Option<Self> {
        Some(Self { period: Some(period), also: None, dated: true, taken })
    }

    fn bare(period: Period, also: Option<Period>, taken: usize) -> Option<Self> {
        let also = also.filter(|also| *also != period);
        Some(Self { period: Some(period), also, dated: false, taken })
    }

    /// A day: no period of trade.
    const fn day(taken: usize) -> Option<Self> {
        Some(Self { period: None, also: None, dated: false, taken })
    }
}

/// Reads the periods of one sentence.
struct Reader<'a> {
    items: &'a [Item],
    clock: Clock,
    /// What the story speaks of so far.
    topic: Option<Period>,
}

/// Every period the sentence names, in order; `topic` is what earlier sentences spoke of.
pub fn mentions(items: &[Item], clock: Clock, topic: Option<Period>) -> Vec<Mention> {
    let mut reader = Reader { items, clock, topic };
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < items.len() {
        let Some(mut here) = reader.read(at) else {
            at += 1;
            continue;
        };
        if reader.means(at) == Some(Meaning::ToDate)
            && let Some(told) = found.last().filter(|told| told.is_current() && told.last + 1 == at)
        {
            here = so_far(told, here);
        }
        if let Some(period) = here.period {
            let last = at + here.taken - 1;
            let baseline = reader.baseline(at, here.taken);
            // A month told from the one spoken of is not gone on from.
            let told = matches!(reader.means(at), Some(Meaning::Later(months)) if months < 0);
            if !baseline && !told && !reader.since(at, last) {
                reader.topic = Some(period);
            }
            let (also, dated) = (here.also, here.dated);
            let ends = period.months > 1
                && period.start.number() != 1
                && reader.means(at) != Some(Meaning::Years)
                && (at..=last).any(|index| {
                    matches!(
                        reader.means(index),
                        Some(Meaning::And | Meaning::To | Meaning::Through)
                    )
                });
            let since = reader.since(at, last);
            found.push(Mention { first: at, last, period, also, baseline, dated, since, ends });
        }
        at += here.taken.max(1);
    }
    earlier_baselines(&mut found, topic, |mention| reader.is_of_compared(mention.first));
    found
}

/// What “so far” is right behind a period: 前11个月累计 is of these eleven months, 11月累计 of all until then.
fn so_far(told: &Mention, here: Found) -> Found {
    let first = told.period.start.number() == 1;
    match told.period.months {
        2.. if first => Found { period: None, also: None, dated: false, taken: here.taken },
        1 => {
            let all = |period: Period| Period::year_to_date(period.end());
            let (period, also) = (Some(all(told.period)), told.also.map(all));
            Found { period, also, dated: told.dated, taken: here.taken }
        }
        _ => here,
    }
}

/// A baseline without a year lies before what is compared with it.
fn earlier_baselines(
    found: &mut [Mention],
    topic: Option<Period>,
    compared: impl Fn(&Mention) -> bool,
) {
    let found_before = found.to_vec();
    // What was named last before it, or else after it.
    // `Below April, and April was half of March`: named again it is the same month.
    let current = |own: &Mention| {
        let told = |mention: &&Mention| mention.is_current() && !compared(mention);
        let all = || found_before.iter().filter(told);
        let before = all().rfind(|mention| mention.first < own.first);
        let after = all().next().filter(|mention| mention.period != own.period);
        before.or(after).map(|mention| mention.period)
    };
    // The story may move on to the month after the one it spoke of: `up compared to April`.
    let told = topic.map(|topic| Period::month(topic.end() + 1));
    for mention in found.iter_mut().filter(|mention| mention.baseline && !mention.dated) {
        let Some(current) = current(mention).or(told) else { continue };
        while mention.period.end() >= current.end() && mention.period.start.year() > 1900 {
            mention.period = mention.period.years_before(1);
        }
    }
}

impl Reader<'_> {
    fn means(&self, at: usize) -> Option<Meaning> {
        meaning(self.items, at)
    }

    /// Whether what is named at `at` is a baseline: `from October`, `higher than in 2023`.
    fn baseline(&self, at: usize, taken: usize) -> bool {
        let mut back = at;
        // `Compared with the month of November`.
        while follows(self.items, back, |m| {
            matches!(m, Meaning::In | Meaning::Of) || (back < at && m == Meaning::Months)
        }) {
            back -= 1;
        }
        // `5% above October`, but not `over January–November`.
        let before = back.checked_sub(2).and_then(|at| self.means(at));
        // Nor `52,105 tons over eleven months`.
        let lasting = self.means(at + taken - 1) == Some(Meaning::Months);
        let measured = !lasting && compares(self.items, back) || before == Some(Meaning::At);
        // `From January to May` is a span.
        let span = (at..at + taken).any(|index| {
            matches!(self.means(index), Some(Meaning::To | Meaning::Through | Meaning::And))
        });
        // 5月的3.7倍, 5月的近五倍.
        let hedge = usize::from(is(self.items, at + taken + 1, |m| {
            matches!(m, Meaning::About | Meaning::Nearly | Meaning::Over | Meaning::Under)
        }));
        let much = at + taken + 1 + hedge;
        let likened = self.means(at + taken) == Some(Meaning::Of)
            && (self.means(much + 1) == Some(Meaning::TimesMore)
                || is_ratio(self.items, much)
                    && matches!(self.means(much), Some(Meaning::Fraction(..))));
        // `Compared with a weak February`: a word before the month describes it.
        let described = back == at
            && at >= 2
            && self.items.get(at - 1).is_some_and(|item| item.what == What::Word && !item.capital)
            && is(self.items, at - 2, |m| matches!(m, Meaning::From | Meaning::Than))
            && !span;
        // `From a six-month low in March`.
        let fallen_from = back < at
            && follows(self.items, back, |m| matches!(m, Meaning::Low | Meaning::High))
            && (back.saturating_sub(7)..back).any(|index| self.means(index) == Some(Meaning::From));
        // `Than in the busy month of November`, `from the like stretch of last year`.
        let far = self.before_words(back);
        let worded = back < at
            && far < back
            && follows(self.items, far, |m| match m {
                Meaning::Than => true,
                Meaning::Over | Meaning::Under => compares(self.items, far),
                Meaning::From => follows(self.items, at, |m| m == Meaning::Of),
                _ => false,
            });
        // `Exceeded that of 2024 by 12.9%`.
        let surpassed = self.surpassed(back, at + taken) || self.surpassed(far, at + taken);
        // `Three times the 2009 bill`, `four times those of May`, `five times the exports of May`.
        let mut whose = back;
        while back < at
            && follows(self.items, whose, |m| {
                matches!(
                    m,
                    Meaning::Flow(_) | Meaning::Moved | Meaning::Proceeds | Meaning::Product(_)
                )
            })
        {
            whose -= 1;
        }
        // But `doubled in April` is of April.
        let within = (back..at).any(|index| is(self.items, index, |m| m == Meaning::In));
        let multiplied = !within
            && follows(self.items, whose, |m| {
                matches!(m, Meaning::Multiple(_) | Meaning::Times | Meaning::Fold)
            });
        let ratio = self.is_of_ratio(at);
        // `Half as much again as in June`.
        let as_much = follows(self.items, back, |m| {
            matches!(m, Meaning::Adjunct | Meaning::Nearly | Meaning::AsMuch)
        }) && (back.saturating_sub(8)..back).any(|index| {
            is(self.items, index, |m| {
                matches!(
                    m,
                    Meaning::Multiple(_) | Meaning::Times | Meaning::Fold | Meaning::Fraction(..)
                )
            })
        });
        // `16% off the 2023 level`.
        let off = back == at
            && before == Some(Meaning::Percent)
            && follows(self.items, at, |m| matches!(m, Meaning::Direction(_)));
        likened
            || described
            || fallen_from
            || worded
            || multiplied
            || ratio
            || as_much
            || surpassed
            || off
            || follows(self.items, back, |m| match m {
                Meaning::From => !span,
                Meaning::Than | Meaning::Same => true,
                Meaning::Over | Meaning::Under => measured,
                Meaning::On => matches!(
                    before,
                    Some(
                        Meaning::Direction(_)
                            | Meaning::Percent
                            | Meaning::Quantity(..)
                            | Meaning::Fraction(..)
                    )
                ),
                _ => false,
            })
    }

    /// `5% up on the 4,205.8 tons of November 2023`: whether what is named at `at` is when an amount was that
    /// something is held against.
    fn is_of_compared(&self, at: usize) -> bool {
        let unit = at.checked_sub(2).filter(|unit| {
            follows(self.items, at, |m| matches!(m, Meaning::Of | Meaning::In))
                && is(self.items, *unit, |m| matches!(m, Meaning::Quantity(..) | Meaning::Money(_)))
        });
        unit.and_then(|unit| unit.checked_sub(1)).is_some_and(|number| {
            follows(self.items, number, |m| {
                matches!(
                    m,
                    Meaning::From | Meaning::Than | Meaning::On | Meaning::Over | Meaning::Under
                )
            })
        })
    }

    /// Where words begin that describe the months before `at`.
    fn before_words(&self, at: usize) -> usize {
        let describes = |at: usize| {
            self.items.get(at).is_some_and(|item| match item.what {
                What::Word => !item.capital,
                What::Number(..) => false,
                What::Means(meaning) => matches!(
                    meaning,
                    Meaning::In
                        | Meaning::Of
                        | Meaning::By
                        | Meaning::Months
                        | Meaning::Number(_)
                        | Meaning::Among
                        | Meaning::Same
                        | Meaning::Seasonal
                ),
            })
        };
        let near = (at.saturating_sub(5)..at).rev();
        near.take_while(|index| describes(*index)).last().unwrap_or(at)
    }

    /// Whether a fraction before says how much of what is named at `at` there was.
    fn is_of_ratio(&self, at: usize) -> bool {
        let near = (at.saturating_sub(8)..at).rev();
        let mut own = near.take_while(|index| {
            !is(self.items, *index, |m| matches!(m, Meaning::Comma | Meaning::Break))
        });
        own.any(|index| {
            matches!(self.means(index), Some(Meaning::Fraction(..))) && is_ratio(self.items, index)
        })
    }

    /// Whether something exceeds what is named between `back` and `end` by a figure.
    fn surpassed(&self, back: usize, end: usize) -> bool {
        let over = follows(self.items, back, |m| matches!(m, Meaning::Over | Meaning::Under));
        over && (end..end + 3).any(|at| self.means(at) == Some(Meaning::By))
    }

    /// `Since at least 2014`; Chinese says so after the month.
    fn since(&self, first: usize, last: usize) -> bool {
        if self.since_january(first) {
            return false;
        }
        let mut back = first;
        while follows(self.items, back, |m| {
            matches!(m, Meaning::Over | Meaning::About | Meaning::Nearly | Meaning::In)
        }) {
            back -= 1;
        }
        let since = |m| m == Meaning::Since;
        follows(self.items, back, since) || is(self.items, last + 1, since)
    }

    fn read(&self, at: usize) -> Option<Found> {
        self.day(at)
            .or_else(|| self.same_of(at))
            .or_else(|| self.chinese(at))
            .or_else(|| self.year_and_month(at))
            .or_else(|| self.month(at))
            .or_else(|| self.year_through(at))
            .or_else(|| self.counted(at))
            .or_else(|| self.named(at))
            .or_else(|| self.iso(at))
            .or_else(|| self.whole_year(at))
    }

    /// `In the same month of 2023 exports were …`, 2023年同月仅…: the months spoken of, in that year, at the
    /// head of a clause and held against nothing.
    fn same_of(&self, at: usize) -> Option<Found> {
        let topic = self.topic?;
        let of = |year: i32, taken: usize| {
            let period = topic.years_before(topic.end().year() - year);
            (period.end() < topic.end()).then(|| Found::dated(period, taken)).flatten()
        };
        // Of what is held against them the number stands right behind, or `of` in between.
        let chinese = |index: usize| {
            self.means(index) == Some(Meaning::Same)
                && touching(self.items, at)
                && !is(self.items, index + 1, |m| matches!(m, Meaning::Of | Meaning::From))
        };
        if let Some(named) = year(self.items, at).filter(|_| self.heads(at) && chinese(at + 1)) {
            return of(named, 2);
        }
        let within = self.means(at) == Some(Meaning::Same)
            && follows(self.items, at, |m| m == Meaning::In)
            && self.heads(at - 1);
        let (named, taken) = self.year_after(at + 1).filter(|_| within)?;
        of(named, 1 + taken)
    }

    /// Whether a clause begins at `at`.
    fn heads(&self, at: usize) -> bool {
        at == 0
            || follows(self.items, at, |m| {
                matches!(m, Meaning::Comma | Meaning::Break | Meaning::And)
            })
    }

    /// `The largest of any month this year`: among which months it is the largest, and not when.
    fn is_of_order(&self, at: usize) -> bool {
        let near = (at.saturating_sub(5)..at).rev();
        let mut own = near.take_while(|index| {
            !is(self.items, *index, |m| {
                matches!(
                    m,
                    Meaning::Comma | Meaning::Break | Meaning::Quantity(..) | Meaning::Percent
                )
            })
        });
        own.any(|index| {
            is(self.items, index, |m| {
                matches!(m, Meaning::Highest | Meaning::Lowest | Meaning::High | Meaning::Low)
            })
        })
    }

    fn month_number(&self, at: usize) -> Option<u32> {
        match self.means(at)? {
            Meaning::Month(number) => Some(number),
            // The verb follows no preposition, and no year follows it.
            Meaning::May => {
                let before = at.checked_sub(1).and_then(|before| self.means(before));
                let led = matches!(
                    before,
                    Some(
                        Meaning::In
                            | Meaning::From
                            | Meaning::Through
                            | Meaning::To
                            | Meaning::Since
                            | Meaning::Than
                            | Meaning::Last
                            | Meaning::Between
                            | Meaning::Of
                            | Meaning::Reporter
                            | Meaning::Possessive
                            | Meaning::Comma
                            | Meaning::Over
                            | Meaning::Under
                            | Meaning::Times
                            | Meaning::Fold
                            | Meaning::Multiple(_)
                    )
                );
                let next = self.means(at + 1);
                let named = matches!(
                    next,
                    Some(
                        Meaning::Through
                            | Meaning::Product(_)
                            | Meaning::Flow(_)
                            | Meaning::Possessive
                            | Meaning::YearShift(_)
                    )
                );
                let named = named || year(self.items, at + 1).is_some() || self.is_may_alone(at);
                (led || named).then_some(5)
            }
            _ => None,
        }
    }

    /// Whether a capital `May` is a whole cell, or has its figure right behind it: the month.
    fn is_may_alone(&self, at: usize) -> bool {
        let heads =
            at == 0 || follows(self.items, at, |m| matches!(m, Meaning::And | Meaning::Break));
        let alone = self.items.get(at + 1).is_none_or(|next| match next.what {
            What::Number(..) => true,
            What::Word => false,
            What::Means(meaning) => {
                heads && matches!(meaning, Meaning::Comma | Meaning::Break | Meaning::At)
            }
        });
        alone && self.items.get(at).is_some_and(|item| item.capital)
    }

    /// `07/2025`.
    fn month_of_year(&self, at: usize) -> Option<Found> {
        let sign = |at: usize| {
            touching(self.items, at)
                && self
                    .items
                    .get(at)
                    .is_some_and(|item| item.what == What::Word && item.parts_a_date())
        };
        let alone = !at.checked_sub(1).is_some_and(sign);
        let joined = alone && touching(self.items, at) && sign(at + 1);
        let month = Month::new(year(self.items, at + 2)?, whole(self.items, at)?);
        let period = month.filter(|_| joined).map(Period::month)?;
        Some(Found { period: Some(period), also: None, dated: true, taken: 3 })
    }

    /// `Dec 7`, `12 March 2024`: days.
    fn day(&self, at: usize) -> Option<Found> {
        let day =
            |index: usize| whole(self.items, index).is_some_and(|day| (1..=31).contains(&day));
        let unit = |index: usize| {
            matches!(
                self.means(index),
                Some(
                    Meaning::Quantity(..)
                        | Meaning::Percent
                        | Meaning::Scale(_)
                        | Meaning::Points
                        | Meaning::Months
                )
            )
        };
        // 12月20日, 2025年12月20日.
        let dated = usize::from(
            year(self.items, at).is_some() && self.means(at + 1) == Some(Meaning::Years),
        ) * 2;
        if whole(self.items, at + dated).is_some()
            && self.means(at + dated + 1) == Some(Meaning::MonthSign)
            && day(at + dated + 2)
            && self.means(at + dated + 3) == Some(Meaning::Day)
        {
            return Found::day(dated + 4);
        }
        if let Some((_, taken)) = written_day(self.items, at) {
            return Found::day(taken);
        }
        if let Some(found) = self.month_of_year(at) {
            return Some(found);
        }
        if day(at) && touching(self.items, at) && self.month_after_day(at + 1) {
            let comma = usize::from(self.means(at + 2) == Some(Meaning::Comma));
            let dated = year(self.items, at + 2 + comma).is_some();
            return Found::day(if dated { 3 + comma } else { 2 });
        }
        if self.month_number(at).is_some()
            && day(at + 1)
            && touching(self.items, at)
            && !unit(at + 2)
            && matches!(self.items.get(at + 1).map(|item| item.what), Some(What::Number(..)))
        {
            let comma = usize::from(self.means(at + 2) == Some(Meaning::Comma));
            let dated = year(self.items, at + 2 + comma).is_some();
            return Found::day(if dated { 3 + comma } else { 2 });
        }
        None
    }

    fn month_after_day(&self, at: usize) -> bool {
        matches!(self.means(at), Some(Meaning::Month(_) | Meaning::May))
            && !is(self.items, at + 1, |m| matches!(m, Meaning::Months))
    }

    /// The year after a month's name, and how many items it takes: `2024`, `of 2024`, `last year`.
    fn year_after(&self, at: usize) -> Option<(i32, usize)> {
        for skipped in 0..=2 {
            if let Some(found) = year(self.items, at + skipped) {
                return Some((found, skipped + 1));
            }
            match self.means(at + skipped)? {
                Meaning::YearShift(shift) => {
                    return Some((self.clock.today.year() + shift, skipped + 1));
                }
                Meaning::In | Meaning::Of | Meaning::Comma if skipped < 2 => {}
                _ => return None,
            }
        }
        None
    }

    /// The month of this number: in the year that the story speaks of, and the latest.
    fn bare(&self, number: u32) -> (Month, Option<Month>) {
        let latest = self.clock.latest(number);
        let spoken = self.topic.and_then(|topic| Month::new(topic.end().year(), number));
        // A month of the year spoken of; that before it where the story is still to come to it.
        let spoken = spoken.filter(|month| *month <= self.clock.last_month());
        if self.clock.known { (latest, spoken) } else { (spoken.unwrap_or(latest), Some(latest)) }
    }

    /// `Exports since January`: the year so far, but not `the most since January`.
    fn since_january(&self, at: usize) -> bool {
        self.means(at) == Some(Meaning::Month(1))
            && follows(self.items, at, |m| m == Meaning::Since)
            // `More than in any month since January`.
            && !follows(self.items, at - 1, |m| m == Meaning::Months)
            && !(at.saturating_sub(9)..at).any(|index| {
                matches!(
                    self.means(index),
                    Some(
                        Meaning::Highest
                            | Meaning::Lowest
                            | Meaning::High
                            | Meaning::Low
                            | Meaning::Record
                            | Meaning::Ordinal(1)
                            | Meaning::Straight
                    )
                )
            })
    }

    fn month(&self, at: usize) -> Option<Found> {
        let number = self.month_number(at)?;
        if self.since_january(at) {
            // Up to now, or up to the month spoken of.
            let last = self.clock.last_month();
            let spoken = self.topic.map(Period::end);
            return match spoken.filter(|month| !self.clock.known || month.year() != last.year()) {
                Some(spoken) => {
                    Found::bare(Period::year_to_date(spoken), Some(Period::year_to_date(last)), 1)
                }
                None => {
                    let spoken = spoken.map(Period::year_to_date);
                    Found::bare(Period::year_to_date(last), spoken, 1)
                }
            };
        }
        if let Some(found) = self.span(at, number) {
            return Some(found);
        }
        let through = self.is_through(at);
        let last_of = |month: Month| {
            if through { Period::year_to_date(month) } else { Period::month(month) }
        };
        // `Last November`, unless that is written in December: the latest there is.
        let last = follows(self.items, at, |m| m == Meaning::Last);
        match self.year_after(at + 1) {
            Some((year, taken)) => Found::dated(last_of(Month::new(year, number)?), 1 + taken),
            None if last => {
                let latest = self.clock.latest(number);
                Found::bare(Period::month(latest), Some(Period::month(latest - 12)), 1)
            }
            None => {
                let (month, also) = self.bare(number);
                Found::bare(last_of(month), also.map(last_of), 1)
            }
        }
    }

    /// `Up 6.6% through November`: since January. Dashes are shorter.
    fn is_through(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|before| self.items.get(before)).is_some_and(|item| {
            item.meaning() == Some(Meaning::Through) && item.end - item.start > 3
        })
    }

    /// `2020 November`.
    fn year_and_month(&self, at: usize) -> Option<Found> {
        let named = year(self.items, at)?;
        let number = self.month_number(at + 1)?;
        let led = at.checked_sub(1).is_some_and(|before| self.month_number_plain(before).is_some());
        let day = whole(self.items, at + 2).is_some();
        let month =
            Month::new(named, number).filter(|_| !led && !day && touching(self.items, at))?;
        Found::dated(Period::month(month), 2)
    }

    /// `January to November`, `Jan-May 2024`, `December 2023 through February 2024`.
    fn span(&self, at: usize, first: u32) -> Option<Found> {
        let (first_year, after) = match year(self.items, at + 1) {
            Some(year) => (Some(year), at + 2),
            None => (None, at + 1),
        };
        let hyphened = touching(self.items, at) && self.month_number_plain(after).is_some();
        let joined = match self.means(after) {
            Some(Meaning::Through | Meaning::To) => true,
            Some(Meaning::And) => {
                let between = follows(self.items, at, |m| m == Meaning::Between);
                between || (first == 1 && self.month_number_plain(after + 1) == Some(2))
            }
            _ => false,
        };
        let second_at = if hyphened { after } else { after + 1 };
        let second = self.month_number_plain(second_at).filter(|_| hyphened || joined)?;
        // `From October to November` is a change, not a span.
        let change = follows(self.items, at, |m| m == Meaning::From)
            && self.means(after) == Some(Meaning::To)
            && first != 1;
        if change {
            return None;
        }
        let tail = self.year_after(second_at + 1);
        let (end, taken, also) = match tail {
            Some((year, more)) => (Month::new(year, second)?, second_at + 1 - at + more, None),
            None => {
                let (month, also) = self.bare(second);
                (month, second_at + 1 - at, also)
            }
        };
        let start = match first_year {
            Some(year) => Month::new(year, first)?,
            None => Month::new(end.year() - i32::from(first > second), first)?,
        };
        let months =
            u16::try_from(end - start + 1).ok().filter(|months| (2..=36).contains(months))?;
        let period = Period { start, months };
        if tail.is_some() || first_year.is_some() {
            Found::dated(period, taken)
        } else {
            let also = also.map(|also| period.years_before(end.year() - also.year()));
            Found::bare(period, also, taken)
        }
    }

    /// `The year through November`: twelve months, or those since January.
    fn year_through(&self, at: usize) -> Option<Found> {
        let shift = match self.means(at)? {
            Meaning::Years => None,
            // `This year to October`.
            Meaning::YearShift(shift) => Some(shift),
            _ => return None,
        };
        let joined = matches!(self.means(at + 1), Some(Meaning::Through | Meaning::To));
        let number = self.month_number_plain(at + 2).filter(|_| joined)?;
        if let Some(shift) = shift {
            let end = Month::new(self.clock.today.year() + shift, number)?;
            return Found::dated(Period::year_to_date(end), 3);
        }
        let (end, taken) = match self.year_after(at + 3) {
            Some((year, more)) => (Month::new(year, number)?, 3 + more),
            None => (self.bare(number).0, 3),
        };
        Found::bare(Period::ending(end, 12), Some(Period::year_to_date(end)), taken)
    }

    fn month_number_plain(&self, at: usize) -> Option<u32> {
        match self.means(at)? {
            Meaning::Month(number) => Some(number),
            Meaning::May => Some(5),
            _ => None,
        }
    }

    /// `The first eleven months`, `the eleven months to November`, `12 months through March`.
    fn counted(&self, at: usize) -> Option<Found> {
        let first = self.means(at) == Some(Meaning::Ordinal(1));
        let count_at = at + usize::from(first);
        let count = whole(self.items, count_at).filter(|count| (2..=12).contains(count))?;
        if self.means(count_at + 1) != Some(Meaning::Months) {
            return None;
        }
        let months = u16::try_from(count).ok()?;
        let next = count_at + 2;
        let joined = matches!(self.means(next), Some(Meaning::Through | Meaning::To))
            || self.items.get(next).is_some_and(|item| item.what == What::Word)
                && self.month_number_plain(next + 1).is_some();
        if joined && let Some(number) = self.month_number_plain(next + 1) {
            let (end, more, dated) = match self.year_after(next + 2) {
                Some((year, more)) => (Month::new(year, number)?, more, true),
                None => (self.bare(number).0, 0, false),
            };
            let period = Period::ending(end, months);
            let taken = next + 2 + more - at;
            return if dated {
                Found::dated(period, taken)
            } else {
                Found::bare(period, None, taken)
            };
        }
        // Without `first` a count of months is how long something took, save where it ends now.
        let over = follows(self.items, at, |m| {
            matches!(m, Meaning::In | Meaning::Over | Meaning::Of) || m == Meaning::Possessive
        });
        // `Eleven months brought 58,193 tons`.
        let over = over || at == 0;
        // `The eleven-month total`, but not `an eleven-month low`.
        let ordered = is(self.items, count_at + 2, |m| {
            matches!(
                m,
                Meaning::High
                    | Meaning::Low
                    | Meaning::Highest
                    | Meaning::Lowest
                    | Meaning::Straight
            )
        });
        let to_date = count == self.clock.last_month().number() && !ordered;
        // `Over the two months`, but not `in two months`.
        let gap = self.items.get(count_at.wrapping_sub(1)).zip(self.items.get(count_at));
        // `And the ten months to 1,127,389 tons`.
        let joined = follows(self.items, at, |m| matches!(m, Meaning::And | Meaning::Comma));
        let ends = self.means(count_at + 2) == Some(Meaning::To);
        let definite =
            (over || (joined && ends)) && gap.is_some_and(|(one, two)| two.start > one.end + 1);
        // `From all countries 18,700 tons came in over the six months`, where June was spoken of.
        let spoken = self.topic.is_some_and(|topic| topic.end().number() == count) && !ordered;
        let so_many = (spoken && definite)
            || to_date && (definite || (count > 4 && (over || self.hyphened(count_at))));
        if !(first || so_many) {
            return None;
        }
        self.of_year(next, 1, months, at)
    }

    /// Whether a hyphen joins the items at `at` and after it: one byte apart, as is a blank, so the
    /// word after must be the singular that only such compounds have.
    fn hyphened(&self, at: usize) -> bool {
        let singular = self.items.get(at + 1).is_some_and(|item| item.end - item.start == 5);
        singular && touching(self.items, at)
    }

    /// `months` months from the month of number `first`, of the year that may follow at `next`.
    fn of_year(&self, next: usize, first: u32, months: u16, at: usize) -> Option<Found> {
        let last = first + u32::from(months) - 1;
        // `Of the year` names none.
        let idle = match (self.means(next), self.means(next + 1)) {
            (Some(Meaning::In | Meaning::Of), Some(Meaning::Years)) => 2,
            // `Half-way through the year`.
            (Some(Meaning::Years), _) => 1,
            _ => 0,
        };
        if let Some((year, more)) = self.year_after(next) {
            let period = Period { start: Month::new(year, first)?, months };
            return Found::dated(period, next + more - at);
        }
        let (end, also) = self.bare(last);
        let also = also.map(|end| Period::ending(end, months));
        Found::bare(Period::ending(end, months), also, next + idle - at)
    }

    fn named(&self, at: usize) -> Option<Found> {
        match self.means(at)? {
            Meaning::Quarter(number) => self.of_year(at + 1, number * 3 - 2, 3, at),
            Meaning::Half(number) => self.of_year(at + 1, number * 6 - 5, 6, at),
            Meaning::FirstMonths(months) => self.of_year(at + 1, 1, months, at),
            // `In the month of May` names it, 单月最高 is of all months.
            Meaning::MonthItself
                if !is(self.items, at + 1, |m| {
                    matches!(
                        m,
                        Meaning::Of
                            | Meaning::In
                            | Meaning::To
                            | Meaning::Highest
                            | Meaning::Lowest
                            | Meaning::Record
                    )
                }) =>
            {
                let month = self.topic.map_or_else(|| self.clock.last_month(), Period::end);
                // `By the end of that month`: since January.
                let up_to = self.is_through(at);
                let period = if up_to { Period::year_to_date(month) } else { Period::month(month) };
                Found::bare(period, None, 1)
            }
            Meaning::MonthShift => {
                let month = match self.topic {
                    Some(topic) if !self.clock.known => topic.end(),
                    _ => self.clock.last_month(),
                };
                // Where the story speaks of that month already, the month before it may be meant.
                let before = self.topic.filter(|topic| topic.end() == month);
                Found::bare(Period::month(month), before.map(|_| Period::month(month - 1)), 1)
            }
            // 今年来新高: among which months it is the highest.
            Meaning::ToDate
                if is(self.items, at + 1, |m| {
                    matches!(m, Meaning::Highest | Meaning::Lowest | Meaning::Record)
                }) =>
            {
                None
            }
            Meaning::ToDate => {
                if let Some(year) = year(self.items, at + 1).filter(|_| self.clock.known) {
                    let last = self.clock.last_month();
                    let end = Month::new(year, last.number())?;
                    return Found::dated(Period::year_to_date(end), 2);
                }
                let spoken = self.topic.map(Period::end);
                let last = self.clock.last_month();
                let fits = |month: &Month| {
                    month.year() == last.year() && (*month <= last || !self.clock.known)
                };
                let month = spoken.filter(fits).unwrap_or(last);
                // What is told of an earlier month need not end the sum of all.
                let whole = Some(Period::year_to_date(last)).filter(|_| self.clock.known);
                // Of an earlier year, the sum may be of that one.
                let earlier = spoken.filter(|month| !fits(month) && *month < last);
                let also = earlier.map(Period::year_to_date).or(whole);
                Found::bare(Period::year_to_date(month), also, 1)
            }
            _ => None,
        }
    }

    /// `2024-11`.
    fn iso(&self, at: usize) -> Option<Found> {
        let found = year(self.items, at)?;
        let joined = self.means(at + 1) == Some(Meaning::Through)
            && touching(self.items, at)
            && touching(self.items, at + 1)
            && self.items.get(at + 2).is_some_and(|item| item.end - item.start == 2);
        let month = Month::new(found, whole(self.items, at + 2).filter(|_| joined)?)?;
        Found::dated(Period::month(month), 3)
    }

    /// `In 2024`, `the whole of last year`, `2024's`.
    fn whole_year(&self, at: usize) -> Option<Found> {
        let all = |year: i32, taken: usize| {
            let start = Month::new(year, 1)?;
            // Of a year that is not over, what is over.
            let last = self.clock.last_month();
            let months = if self.clock.known && year == last.year() {
                u16::try_from(last.number()).unwrap_or(12)
            } else {
                12
            };
            Found::dated(Period { start, months }, taken)
        };
        if let Some(found) = year(self.items, at) {
            return all(found, 1);
        }
        match self.means(at)? {
            Meaning::YearShift(-1) => all(self.clock.today.year() - 1, 1),
            Meaning::YearShift(0) if self.is_of_order(at) => None,
            Meaning::YearShift(0) => {
                let end = self.clock.last_month();
                Found::bare(Period::year_to_date(end), None, 1)
            }
            Meaning::WholeYear | Meaning::WholeOf | Meaning::Yearly => {
                let skipped =
                    usize::from(is(self.items, at + 1, |m| matches!(m, Meaning::In | Meaning::Of)));
                if let Some(found) = year(self.items, at + 1 + skipped) {
                    return all(found, 2 + skipped);
                }
                if self.means(at + 1 + skipped) == Some(Meaning::YearShift(-1)) {
                    return all(self.clock.today.year() - 1, 2 + skipped);
                }
                let changes =
                    is(self.items, at + 1, |m| matches!(m, Meaning::Direction(_) | Meaning::Under));
                if self.means(at) == Some(Meaning::Yearly) && changes {
                    return None;
                }
                if self.means(at) == Some(Meaning::WholeOf) { None } else { self.ended_year() }
            }
            Meaning::Later(months) => {
                let spoken = self.topic?;
                let period = if months.abs() < 12 {
                    Period::month(spoken.end() + months)
                } else {
                    Period { start: spoken.start + months, ..spoken }
                };
                Found::bare(period, None, 1)
            }
            _ => None,
        }
    }

    /// The year that the story speaks of, else the last that is over.
    fn ended_year(&self) -> Option<Found> {
        let last = self.clock.today.year() - 1;
        let year_of = |year: i32| Some(Period { start: Month::new(year, 1)?, months: 12 });
        let spoken = self.topic.map(|topic| topic.end().year()).filter(|year| *year <= last);
        match spoken {
            Some(spoken) if !self.clock.known => Found::bare(year_of(spoken)?, year_of(last), 1),
            _ => Found::bare(year_of(last)?, spoken.and_then(year_of), 1),
        }
    }

    /// `2024年11月`, `1至11月`, `前11个月`, `去年`.
    fn chinese(&self, at: usize) -> Option<Found> {
        let years = |index: usize| self.means(index) == Some(Meaning::Years);
        let (named, next) = match (year(self.items, at), self.means(at)) {
            (Some(found), _) if years(at + 1) && touching(self.items, at) => (Some(found), at + 2),
            (None, Some(Meaning::YearShift(shift))) => {
                (Some(self.clock.today.year() + shift), at + 1)
            }
            _ => (None, at),
        };
        let comma = usize::from(named.is_some() && self.means(next) == Some(Meaning::Comma));
        if let Some((first, last, taken)) =
            self.numbered(next).or_else(|| self.numbered(next + comma))
        {
            let (end, also) = match named {
                Some(year) => (Month::new(year, last)?, None),
                None => self.bare(last),
            };
            // 截至11月底: since January.
            let first = if first == last && self.is_through(at) { 1 } else { first };
            let months = u16::try_from(last.checked_sub(first)? + 1).ok()?;
            let period = Period::ending(end, months);
            let taken = next + taken - at;
            return match named {
                Some(_) => Found::dated(period, taken),
                None => Found::bare(period, also.map(|end| Period::ending(end, months)), taken),
            };
        }
        if years(at + 1)
            && touching(self.items, at)
            && self.means(at + 2) == Some(Meaning::YearEnd)
            && self.means(at + 3) == Some(Meaning::Since)
        {
            return Found::dated(Period::month(Month::new(named?, 12)?), 3);
        }
        if years(at + 1) && touching(self.items, at) {
            let whole = usize::from(self.means(at + 2) == Some(Meaning::WholeYear));
            let part = match self.means(at + 2) {
                Some(Meaning::Half(number)) => Some((number * 6 - 5, 6)),
                Some(Meaning::Quarter(number)) => Some((number * 3 - 2, 3)),
                _ => None,
            };
            if let Some((first, months)) = part {
                return Found::dated(Period { start: Month::new(named?, first)?, months }, 3);
            }
            return Found::dated(Period { start: Month::new(named?, 1)?, months: 12 }, 2 + whole);
        }
        None
    }

    /// Months by their numbers: the first, the last and how many items they take.
    fn numbered(&self, at: usize) -> Option<(u32, u32, usize)> {
        // 连三月: three months in a row.
        if follows(self.items, at, |m| m == Meaning::Straight) {
            return None;
        }
        let number = |index: usize| whole(self.items, index).filter(|n| (1..=12).contains(n));
        let sign = |index: usize| self.means(index) == Some(Meaning::MonthSign);
        if self.means(at) == Some(Meaning::Ordinal(1))
            && let Some(count) = number(at + 1)
            && self.means(at + 2) == Some(Meaning::Months)
            && self.items.get(at + 1).map(|item| item.end)
                == self.items.get(at + 2).map(|item| item.start)
        {
            return Some((1, count, 3));
        }
        // 前11月 are eleven months, too; 前1月 may be the month before.
        if self.means(at) == Some(Meaning::Ordinal(1))
            && let Some(count) = number(at + 1).filter(|count| *count > 1)
            && sign(at + 2)
        {
            return Some((1, count, 3));
        }
        let first = number(at)?;
        let gap = usize::from(sign(at + 1));
        // `1-8 months`, as machines translate it.
        let to_date = |last: u32| {
            first == 1
                && last == self.clock.last_month().number()
                && self.means(at + gap + 3) == Some(Meaning::Months)
        };
        if self.means(at + gap + 1) == Some(Meaning::Through)
            && let Some(last) = number(at + gap + 2)
            && (sign(at + gap + 3) || to_date(last))
        {
            return Some((first, last, gap + 4));
        }
        (gap == 1).then_some((first, first, 2))
    }
}
