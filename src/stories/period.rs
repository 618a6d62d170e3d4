//! The periods a sentence names.

use super::clock::{Clock, whole, written_day, year};
use super::language::date_words;
use super::meaning::{Meaning, Remark};
use super::sentence::{Item, What, follows, touching};
use super::sentence_reader::{Found, Reader};
use super::stated::{compares, is_ratio};
use crate::trade::{Month, Period};

/// A period named in a sentence: its items, from first to last.
#[derive(Clone, Copy, Debug)]
pub struct Mention {
    pub first: usize,
    pub last: usize,
    pub period: Period,
    /// The same with the year of earlier sentences, if this one names none.
    pub also: Option<Period>,
    /// Whether it is a baseline.
    pub baseline: bool,
    /// Whether its year is named.
    pub dated: bool,
    /// Whether it is the start of a span: `since`.
    pub since: bool,
    /// Whether its two ends are named, as those of a change can be: `between February and May`.
    pub ends: bool,
}

impl Mention {
    /// Whether a figure can be about it.
    pub const fn is_current(&self) -> bool {
        !(self.baseline || self.since)
    }
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
        let since = reader.since_january(at);
        if (since || reader.is(at, |m| m == Meaning::ToDate))
            && let Some(told) = found.last().filter(|told| {
                // The comma between the headings of a cell's line and its column is no letter wide.
                let idle = |at: &Item| at.start == at.end;
                let gap = usize::from(items.get(told.last + 1).is_some_and(idle));
                told.is_current() && told.last + gap + usize::from(since) + 1 == at
            })
        {
            here = so_far(told, here);
        }
        if let Some(period) = here.period {
            let last = at + here.taken - 1;
            let baseline = reader.baseline(at, here.taken);
            // A month told from the one spoken of is not gone on from.
            let told = matches!(reader.means(at), Some(Meaning::Later(months)) if months < 0);
            // Nor is that of an amount with which it is compared: `13,411 tons in March, after 8,214 in February`.
            let told = told
                || reader.is_of_compared(at, true)
                    && found.iter().any(|one| one.is_current() && one.period.end() > period.end());
            if !baseline && !told && !reader.since(at, last) {
                reader.topic = Some(period);
            }
            let (also, dated) = (here.also, here.dated);
            let ends = period.months > 1
                && period.start.number() != 1
                && !reader.is(at, |m| m == Meaning::Years)
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
    shared_years(items, &mut found);
    earlier_baselines(&mut found, topic, |mention| reader.is_of_compared(mention.first, false));
    found
}

/// What “so far” is right behind a period: 前11个月累计 and 下半年累计 are of these months, 11月累计 of all up to it.
fn so_far(told: &Mention, here: Found) -> Found {
    match told.period.months {
        2.. => Found { period: None, also: None, dated: false, taken: here.taken },
        1 => {
            let all = |period: Period| Period::year_to_date(period.end());
            let (period, also) = (Some(all(told.period)), told.also.map(all));
            Found { period, also, dated: told.dated, taken: here.taken }
        }
        _ => here,
    }
}

/// `In April and May 2013`: both are of the year named behind them.
fn shared_years(items: &[Item], found: &mut [Mention]) {
    for at in (1..found.len()).rev() {
        let (before, rest) = found.split_at_mut(at);
        if let ([.., one], [other, ..]) = (before, rest)
            && one.last + 2 == other.first
            && super::sentence::is(items, one.last + 1, |m| {
                matches!(m, Meaning::And | Meaning::Comma | Meaning::Or)
            })
            && (one.period.months, other.period.months) == (1, 1)
            && other.dated
            && !one.dated
        {
            let back = (other.period.start - one.period.start).rem_euclid(12);
            one.period = Period::month(other.period.start - back);
            (one.also, one.dated) = (None, true);
        }
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
        let lasting = self.is(at + taken - 1, |m| m == Meaning::Months);
        let measured = !lasting && compares(self.items, back) || before == Some(Meaning::At);
        // `From January to May` is a span.
        let span = (at..at + taken).any(|index| {
            matches!(self.means(index), Some(Meaning::To | Meaning::Through | Meaning::And))
        });
        // 5月的3.7倍, 5月的近五倍.
        let hedge = usize::from(self.is(at + taken + 1, |m| {
            matches!(m, Meaning::About | Meaning::Nearly | Meaning::Over | Meaning::Under)
        }));
        let much = at + taken + 1 + hedge;
        let likened = self.is(at + taken, |m| m == Meaning::Of)
            && (self.is(much + 1, |m| m == Meaning::TimesMore)
                || is_ratio(self.items, much)
                    && matches!(self.means(much), Some(Meaning::Fraction(..))));
        // `Compared with a weak February`: a word before the month describes it.
        let described = back == at
            && at >= 2
            && self.items.get(at - 1).is_some_and(|item| item.is_word() && !item.capital)
            && self.is(at - 2, |m| matches!(m, Meaning::From | Meaning::Than))
            && !span;
        // `From a six-month low in March`.
        let fallen_from = back < at
            && follows(self.items, back, |m| matches!(m, Meaning::Low | Meaning::High))
            && (back.saturating_sub(7)..back).any(|index| self.is(index, |m| m == Meaning::From));
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
        let within = (back..at).any(|index| self.is(index, |m| m == Meaning::In));
        let multiplied = !within
            && follows(self.items, whose, |m| {
                matches!(m, Meaning::Multiple(_) | Meaning::Times | Meaning::Fold)
            });
        // `Seven times the amount in May`, but `rose seven times in May` is of May.
        let apart = |(one, other): (&Item, &Item)| other.start > one.end + 1;
        let counted = back.checked_sub(1).and_then(|before| self.items.get(before));
        let times = within
            && follows(self.items, back, |m| m == Meaning::Times)
            && counted.zip(self.items.get(back)).is_some_and(apart);
        let ratio = self.is_of_ratio(at);
        // `Half as much again as in June`.
        let as_much = follows(self.items, back, |m| {
            matches!(m, Meaning::Adjunct | Meaning::Nearly | Meaning::AsMuch)
        }) && (back.saturating_sub(8)..back).any(|index| {
            self.is(index, |m| {
                matches!(
                    m,
                    Meaning::Multiple(_) | Meaning::Times | Meaning::Fold | Meaning::Fraction(..)
                )
            })
        });
        // `Doubled between 2020 and 2025`.
        let of_two = follows(self.items, at, |m| m == Meaning::Between)
            && self.is(at + taken, |m| m == Meaning::And);
        // `16% off the 2023 level`.
        let off = back == at
            && before == Some(Meaning::Percent)
            && follows(self.items, at, |m| matches!(m, Meaning::Direction(_)));
        likened
            || described
            || fallen_from
            || worded
            || multiplied
            || times
            || ratio
            || as_much
            || surpassed
            || off
            || of_two
            || follows(self.items, back, |m| match m {
                Meaning::From => !span,
                Meaning::Than | Meaning::Same => true,
                Meaning::Over | Meaning::Under => measured,
                // `Down by 25.3% towards October to 5,221 tons`.
                Meaning::To => {
                    before == Some(Meaning::Percent)
                        && matches!(self.means(at + taken), Some(Meaning::To | Meaning::Into))
                }
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
    /// something is compared with, or `after` which it was.
    fn is_of_compared(&self, at: usize, after: bool) -> bool {
        // `The 5,994.3 tons that went out in July of last year`.
        let led = follows(self.items, at, |m| matches!(m, Meaning::Of | Meaning::In));
        let near = (at.saturating_sub(6)..at.saturating_sub(1)).rev();
        let counted = |unit: &usize| {
            self.is(*unit, |m| matches!(m, Meaning::Quantity(..) | Meaning::Money(_)))
        };
        let parted = |index: &usize| self.is(*index, Meaning::parts);
        let unit = near.take_while(|index| !parted(index)).find(counted).filter(|_| led);
        unit.and_then(|unit| unit.checked_sub(1)).is_some_and(|number| {
            follows(self.items, number, |m| {
                matches!(
                    m,
                    Meaning::From | Meaning::Than | Meaning::On | Meaning::Over | Meaning::Under
                ) || (after && m == Meaning::Adjunct)
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
        let mut own = near.take_while(|index| !self.is(*index, Meaning::parts));
        own.any(|index| {
            matches!(self.means(index), Some(Meaning::Fraction(..))) && is_ratio(self.items, index)
        })
    }

    /// Whether something exceeds what is named between `back` and `end` by a figure.
    fn surpassed(&self, back: usize, end: usize) -> bool {
        let over = follows(self.items, back, |m| matches!(m, Meaning::Over | Meaning::Under));
        over && (end..end + 3).any(|at| self.is(at, |m| m == Meaning::By))
    }

    /// `Since at least 2014`, 2014年以来.
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
        follows(self.items, back, since) || self.is(last + 1, since)
    }

    fn read(&self, at: usize) -> Option<Found> {
        self.day(at)
            .or_else(|| self.same_of(at))
            .or_else(|| date_words::months(self, at))
            .or_else(|| self.named(at))
            .or_else(|| self.iso(at))
            .or_else(|| self.whole_year(at))
    }

    /// `In the same month of 2023 exports were …`, 2023年同月仅…: the months spoken of, in that year, at the
    /// head of a clause and compared with nothing.
    fn same_of(&self, at: usize) -> Option<Found> {
        let topic = self.topic?;
        if self.is_same_month(at) {
            return Found::bare(Period::month(topic.end()), None, 1);
        }
        let of = |year: i32, taken: usize| {
            let period = topic.years_before(topic.end().year() - year);
            (period.end() < topic.end()).then(|| Found::dated(period, taken)).flatten()
        };
        // Of what is compared with them the number stands right behind, or `of` in between.
        let told = |index: usize| {
            self.is(index, |m| m == Meaning::Same)
                && touching(self.items, at)
                && !self.is(index + 1, |m| matches!(m, Meaning::Of | Meaning::From))
        };
        if let Some(named) = year(self.items, at).filter(|_| self.heads(at) && told(at + 1)) {
            return of(named, 2);
        }
        let within = self.is(at, |m| m == Meaning::Same)
            && follows(self.items, at, |m| m == Meaning::In)
            && self.heads(at - 1);
        let (named, taken) = self.year_after(at + 1).filter(|_| within)?;
        of(named, 1 + taken)
    }

    /// `In the same month imports fell`, 同月进口…: whether a clause is of the month spoken of, and of no other
    /// year's.
    fn is_same_month(&self, at: usize) -> bool {
        let own = |item: &Item| {
            item.meaning() == Some(Meaning::Same) && item.remark == Some(Remark::Single)
        };
        let within = follows(self.items, at, |m| m == Meaning::In);
        let start = if within { at - 1 } else { at };
        // `A year ago, same month, it was 689`, but 出口5490吨，同月进口6770吨.
        // Where no blanks part words.
        let next = self.items.get(at + 1);
        let joined = self.items.get(at).zip(next).is_some_and(|(one, next)| {
            one.end == next.start && !next.meaning().is_some_and(Meaning::parts)
        });
        let heads = start == 0
            || follows(self.items, start, |m| {
                m == Meaning::Break
                    || ((within || joined) && matches!(m, Meaning::Comma | Meaning::And))
            });
        let of = self.is(at + 1, |m| {
            matches!(
                m,
                Meaning::Of
                    | Meaning::In
                    | Meaning::From
                    | Meaning::YearShift(_)
                    | Meaning::AgainstYear
            )
        }) || year(self.items, at + 1).is_some();
        self.items.get(at).is_some_and(own) && heads && !of
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
            !self.is(*index, |m| {
                matches!(
                    m,
                    Meaning::Comma | Meaning::Break | Meaning::Quantity(..) | Meaning::Percent
                )
            })
        });
        own.any(|index| {
            self.is(index, |m| {
                matches!(m, Meaning::Highest | Meaning::Lowest | Meaning::High | Meaning::Low)
            })
        })
    }

    /// `07/2025`.
    fn month_of_year(&self, at: usize) -> Option<Found> {
        let sign = |at: usize| {
            touching(self.items, at)
                && self.items.get(at).is_some_and(|item| item.is_word() && item.parts_a_date())
        };
        let alone = !at.checked_sub(1).is_some_and(sign);
        let joined = alone && touching(self.items, at) && sign(at + 1);
        let month = Month::new(year(self.items, at + 2)?, whole(self.items, at)?);
        let period = month.filter(|_| joined).map(Period::month)?;
        Some(Found { period: Some(period), also: None, dated: true, taken: 3 })
    }

    /// A day: in numbers, or as one of the languages tells of it.
    fn day(&self, at: usize) -> Option<Found> {
        if let Some((.., taken)) = written_day(self.items, at) {
            return Found::day(taken);
        }
        self.month_of_year(at).or_else(|| Found::day(date_words::day(self, at)?))
    }

    fn named(&self, at: usize) -> Option<Found> {
        match self.means(at)? {
            Meaning::Quarter(number) => self.of_year(at + 1, number * 3 - 2, 3, at),
            Meaning::Half(number) => self.of_year(at + 1, number * 6 - 5, 6, at),
            Meaning::FirstMonths(months) => self.of_year(at + 1, 1, months, at),
            // `The third quarter made 5,265 tons, half the 10,075 of the second`.
            Meaning::Ordinal(number @ ..=4)
                if follows(self.items, at, |m| matches!(m, Meaning::Of | Meaning::In))
                    && self.items.get(at + 1).is_none_or(|next| {
                        next.meaning().is_some_and(|m| m.parts() || m == Meaning::And)
                    }) =>
            {
                let quarter = self.topic.filter(|topic| topic.months == 3)?;
                let start = Month::new(quarter.start.year(), number * 3 - 2)?;
                Found::bare(Period { start, ..quarter }, None, 1)
            }
            // `For the quarter`: the one spoken of. `In the month of May` names it, 单月最高 is of all months.
            Meaning::Itself(months)
                if !self.is(at + 1, |m| {
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
                let so_far = Period::year_to_date(month);
                let before = i32::from((so_far.months - 1) % months);
                let period = match up_to {
                    true => so_far,
                    false => Period { start: month - before, months },
                };
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
            // 今年来新高: among which months it is the highest; 累计前4个月: of these.
            Meaning::ToDate
                if self.is(at + 1, |m| {
                    matches!(
                        m,
                        Meaning::Highest | Meaning::Lowest | Meaning::Record | Meaning::Ordinal(1)
                    )
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
        let joined = self.is(at + 1, |m| m == Meaning::Through)
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
            Meaning::YearShift(shift @ ..0) => all(self.clock.today.year() + shift, 1),
            Meaning::YearShift(0) if self.is_of_order(at) => None,
            Meaning::YearShift(0) => {
                let end = self.clock.last_month();
                Found::bare(Period::year_to_date(end), None, 1)
            }
            Meaning::WholeYear | Meaning::WholeOf | Meaning::Yearly => {
                let skipped =
                    usize::from(self.is(at + 1, |m| matches!(m, Meaning::In | Meaning::Of)));
                if let Some(found) = year(self.items, at + 1 + skipped) {
                    return all(found, 2 + skipped);
                }
                if self.is(at + 1 + skipped, |m| m == Meaning::YearShift(-1)) {
                    return all(self.clock.today.year() - 1, 2 + skipped);
                }
                let changes =
                    self.is(at + 1, |m| matches!(m, Meaning::Direction(_) | Meaning::Under));
                if self.is(at, |m| m == Meaning::Yearly) && changes {
                    return None;
                }
                if self.is(at, |m| m == Meaning::WholeOf) { None } else { self.ended_year() }
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
}
