//! Which of the periods in a sentence a figure is about.

use super::against::{Against, against, headed, is_compared_on, leads, of_amount, owned};
use super::meaning::Meaning;
use super::parsed::Parsed;
use super::period::Mention;
use super::scene::Ground;
use super::sentence::{What, follows};
use super::stated::Figure;
use super::weights::{self, Cost};
use crate::trade::Period;

/// A period, what it costs, and where it stands.
pub(super) type Dated = (Period, Cost, Ground);

/// Puts the likeliest first.
pub(super) fn cheapest_first(found: &mut [Dated]) {
    crate::util::sort(found, |one, other| one.1.total_cmp(&other.1));
}

impl Parsed<'_> {
    /// `In October and November 4,753 and 4,416 tons respectively`.
    pub(super) fn is_listed(&self) -> bool {
        self.respectively().is_some()
    }

    /// Where `respectively` stands.
    pub(super) fn respectively(&self) -> Option<usize> {
        self.items.iter().position(|item| item.meaning() == Some(Meaning::Respectively))
    }

    /// As many months as figures, all of the months first.
    pub(super) fn is_paired(&self) -> bool {
        let amounts = self.figures.iter().take_while(|figure| figure.is_amount()).count();
        let count = if self.is_listed() { self.figures.len() } else { amounts };
        let after = self.mentions.last().zip(self.figures.first());
        // Not 截至11月底，今年出口52105吨，超过去年同期的48868吨.
        let joined = self.mentions.windows(2).all(|pair| match pair {
            // `Oct 2024 / Nov 2023`.
            [one, other] => (one.last + 1..other.first).all(|at| {
                self.is(at, |m| matches!(m, Meaning::And | Meaning::Comma | Meaning::In))
                    || self.items.get(at).is_some_and(|item| item.end - item.start == 1)
            }),
            _ => true,
        });
        count > 1
            && self.mentions.len() == count
            && after.is_some_and(|(month, figure)| month.last < figure.first)
            && self.mentions.iter().all(Mention::is_current)
            // `2025/2024: 62,585 t / 55,431 t (+12.9%)`.
            && (self.is_listed() || (joined && self.figures.iter().skip(count).all(Figure::is_percent)))
    }

    /// How many months are named before the first figures of a list: 2022年、2023年出口分别为255.9万吨和308.2万吨，今年…
    fn listed_months(&self) -> usize {
        let first = self.figures.first().map_or(0, |figure| figure.first);
        let count = self.mentions.iter().take_while(|m| m.last < first && m.is_current()).count();
        let amounts = self.figures.iter().take_while(|figure| figure.is_amount()).count();
        if self.is_listed() && count > 1 && amounts >= count { count } else { 0 }
    }

    /// 其中7月、8月、9月分别为5994吨、5792吨和4000吨: the month of a figure in such a list, wherever the list stands.
    pub(super) fn listed_month(&self, place: usize) -> Option<&Mention> {
        let word = self.respectively()?;
        let first = self.figures.iter().position(|one| one.first > word)?;
        let follows = self.figures.get(first).is_some_and(|one| one.first <= word + 3);
        let before = first.checked_sub(1).and_then(|at| self.figures.get(at));
        let from = before.map_or(0, |one| one.last + 1);
        let named = |m: &&Mention| m.is_current() && (from..word).contains(&m.first);
        let months: Vec<&Mention> = self.mentions.iter().filter(named).collect();
        let amounts = self.figures.iter().skip(first).take_while(|one| one.is_amount()).count();
        let paired = follows && months.len() > 1 && amounts >= months.len();
        months.get(place.checked_sub(first)?).copied().filter(|_| paired)
    }

    /// A change between two months is from the one to the other.
    pub(super) fn between(&self, periods: &[Period]) -> Option<(Against, Vec<Period>)> {
        let span = *periods.first()?;
        let ends = self.mentions.iter().any(|mention| mention.ends && mention.period == span);
        ends.then(|| (Against::Period(Period::month(span.start)), vec![Period::month(span.end())]))
    }

    /// The period named right after or before a figure: its own.
    pub(super) fn own_mention(&self, place: usize) -> Option<usize> {
        let figure = self.figures.get(place)?;
        let next = self.figures.get(place + 1).map_or(self.items.len(), |next| next.first);
        let after = self.mentions.iter().position(|m| {
            m.first > figure.last
                && m.first <= figure.last + 3
                && m.first < next
                && !(figure.last + 1..m.first).any(|at| {
                    self.is(at, |m| {
                        matches!(
                            m,
                            Meaning::Break
                                | Meaning::Comma
                                | Meaning::And
                                | Meaning::To
                                | Meaning::Than
                        )
                    })
                })
        });
        after.or_else(|| {
            self.mentions.iter().position(|m| {
                let next = m.last + 1;
                // `October's 4,753 tons`, `Oct: 4,753 t`, `October (4,753 tons)`.
                let opens = self.items.get(next).is_some_and(|item| item.opens);
                let owns = figure.first == next + 1
                    && (opens
                        || self.is(next, |m| matches!(m, Meaning::Possessive | Meaning::Of))
                        // `Down 7.1% from October but 5.0% higher`: what turns from a baseline is not of it.
                        || self.is(next, |m| m == Meaning::Break)
                            && (figure.is_amount() || !m.baseline));
                let tells = self.is(next, |m| m == Meaning::Comma)
                    && (next..=next + 9).contains(&figure.first.saturating_sub(1))
                    && self.is_aside(next..figure.first);
                // 5月46吨.
                let beside = figure.first == next;
                // `February's holiday-thinned 3,217 tons`.
                let describes = |at: usize| {
                    self.items.get(at).is_some_and(|item| match item.what {
                        What::Word => !item.capital,
                        What::Means(meaning) => matches!(
                            meaning,
                            Meaning::Seasonal | Meaning::Record | Meaning::High | Meaning::Low
                        ),
                        What::Number(..) => false,
                    })
                };
                let described = self.is(next, |m| m == Meaning::Possessive)
                    && (next + 1..next + 4).contains(&figure.first)
                    && (next + 1..figure.first).all(describes);
                // `October's at 4,753 tons`.
                let placed = figure.first == next + 2
                    && self.is(next, |m| m == Meaning::Possessive)
                    && self.is(next + 1, |m| matches!(m, Meaning::At | Meaning::Of));
                // `The trough was May, at 1,238 tons`.
                let after = self.is(next, |m| m == Meaning::Comma)
                    && figure.first == next + 2
                    && self.is(next + 1, |m| m == Meaning::At)
                    && follows(self.items, m.first, |before| before == Meaning::At);
                owns || described || tells || placed || beside || after
            })
        })
    }

    /// `, when `, `, which was `, `, when the tally stood at `: what follows tells of the month before it.
    pub(super) fn is_aside(&self, mut between: std::ops::Range<usize>) -> bool {
        let word = |at: usize| self.items.get(at).is_some_and(|item| item.end - item.start > 2);
        let mut told = between.clone().filter(|at| {
            word(*at) && self.is(*at, |m| matches!(m, Meaning::Comma | Meaning::Adjunct))
        });
        told.next().is_some()
            && between.all(|at| {
                self.items.get(at).is_some_and(|item| item.is_word() && !item.capital)
                    || self.is(at, |m| {
                        matches!(
                            m,
                            Meaning::Comma
                                | Meaning::Adjunct
                                | Meaning::At
                                | Meaning::To
                                | Meaning::About
                                | Meaning::Flow(_)
                                | Meaning::Moved
                                | Meaning::Product(_)
                                | Meaning::Reporter
                        )
                    })
            })
    }

    /// What the figure at `place` can speak of, likeliest first.
    pub(super) fn current_periods(&self, place: usize) -> Vec<Dated> {
        let Some(figure) = self.figures.get(place) else { return Vec::new() };
        if (self.is_paired() && place < self.mentions.len()) || place < self.listed_months() {
            let own = self.mentions.get(place);
            return own.map(|own| (own.period, 0.0, Ground::Said)).into_iter().collect();
        }
        if let Some(own) = self.listed_month(place) {
            return vec![(own.period, 0.0, Ground::Said)];
        }
        let own = self.named_periods(place, figure);
        let cost = |all: &[Dated]| all.first().map_or(Cost::MAX, |(_, cost, _)| *cost);
        if cost(&own) <= TAKEN || !self.is_coordinated(place) {
            return own;
        }
        let head = (0..place).rev().find(|before| !self.is_coordinated(*before));
        let head = head.and_then(|head| Some((head, self.figures.get(head)?)));
        let shared = head.map(|(head, figure)| self.named_periods(head, figure));
        shared.filter(|shared| cost(shared) < cost(&own)).unwrap_or(own)
    }

    /// The same by what the sentence names and the sentences before it did.
    fn named_periods(&self, place: usize, figure: &Figure) -> Vec<Dated> {
        let theirs = |index: usize| {
            (0..self.figures.len())
                .any(|other| other != place && self.own_mention(other) == Some(index))
        };
        let own = self.own_mention(place);
        let mut free: Vec<(Cost, usize, &Mention)> = Vec::new();
        // 3月出口…，同比增加5.9%；一季度…: what another clause names after it is not its own, where it
        // has been told its months.
        let told = |m: &Mention| m.is_current() && m.last < figure.first;
        let told = self.mentions.iter().any(told);
        // 出口4392吨；同月进口…: nor the month that it goes on with.
        let same = |m: &Mention| self.is(m.first, |m| m == Meaning::Same);
        let ahead =
            |m: &Mention| (figure.last + 1..m.first).any(|at| self.is(at, |m| m == Meaning::Break));
        for (index, mention) in self.mentions.iter().enumerate() {
            if mention.is_current()
                && !self.is_of_baseline(mention, Some(place))
                && !((told || same(mention)) && ahead(mention))
            {
                let away = mention.first.abs_diff(figure.first);
                let cost = match theirs(index) {
                    // `June: 1.2 tonnes, May: nil`.
                    _ if own == Some(index) && mention.last < figure.first => {
                        self.distance(mention, place).min(BESIDE)
                    }
                    true if self.goes_on(mention, place) || self.leads_to(index, place) => {
                        weights::PERIOD_SHARED
                    }
                    true => self.distance(mention, place) + weights::PERIOD_TAKEN,
                    false => self.distance(mention, place),
                };
                free.push((cost, away, mention));
            }
        }
        crate::util::sort(&mut free, |one, other| {
            one.0.total_cmp(&other.0).then(one.1.cmp(&other.1))
        });
        let mut found: Vec<Dated> = Vec::new();
        let mut add = |period: Period, cost: Cost, ground: Ground| {
            if !found.iter().any(|(own, ..)| *own == period) {
                found.push((period, cost, ground));
            }
        };
        // `Compared with October, when 4,753 tons left the country`.
        let own = self.own_mention(place).and_then(|index| self.mentions.get(index));
        if let Some(own) = own.filter(|own| !own.is_current() && own.last < figure.first) {
            add(own.period, 0.0, Ground::Said);
        }
        // 三季度5265吨，而二季度10075吨，环比降47.74%: what it is compared with may stand with its own amount.
        if let Some((cost, _, nearest)) = free.first().filter(|_| figure.is_percent())
            && let Some(held) = against(self.items, &self.figures, &self.mentions, place)
        {
            let own = |m: &&Mention| {
                m.is_current()
                    && m.last < nearest.first
                    && held.baseline(m.period) == nearest.period
            };
            if let Some(told) = self.mentions.iter().rfind(own) {
                add(told.period, cost + 0.3, Ground::Supposed);
            }
        }
        for (at, (cost, _, mention)) in free.iter().enumerate() {
            let sure = at == 0 && *cost <= SURE;
            let ground = if at == 0 { Ground::Said } else { Ground::Supposed };
            // The second likeliest is a rival.
            let behind = if at == 0 { 0.0 } else { 0.4 };
            let cost = if sure { *cost } else { cost + behind };
            add(mention.period, cost, ground);
            if let Some(also) = mention.also {
                add(also, cost + weights::YEAR_LESS_LIKELY, Ground::Supposed);
            }
            // What is named beside the figure is what it is about.
            if sure {
                cheapest_first(&mut found);
                return found;
            }
        }
        // What the clause names, no other months are likelier than.
        let near = free.first().is_some_and(|(cost, ..)| *cost <= NEAR);
        // A month or a year that the clause names as no other figure's is this one's, though the story may have
        // spoken of others.
        let breaks = |at: usize| self.is(at, |m| m == Meaning::Break);
        let own = |m: &Mention| {
            let (from, to) = (m.last.min(figure.last), m.first.max(figure.first));
            matches!(m.period.months, 1 | 12)
                && !(from..to).any(breaks)
                // `101,062 tonnes, of which 5,221 tonnes fell to December`.
                && !self.figures.iter().any(|one| from < one.first && one.last < to)
                && !self.mentions.iter().enumerate().any(|(at, one)| one.first == m.first && theirs(at))
        };
        let led = |m: &Mention| figure.is_amount() || m.last < figure.first;
        if near || free.iter().any(|(.., m)| led(m) && own(m)) {
            cheapest_first(&mut found);
            return found;
        }
        let named = !free.is_empty();
        let more = if named { 0.7 } else { 0.0 };
        let rivals = self.periods.len();
        // A month that the clause names is not the quarter or the year spoken of before.
        let own = figure.is_percent()
            && free.iter().any(|(.., m)| {
                m.period.months == 1 && m.last < figure.first && !(m.last..figure.first).any(breaks)
            });
        let fits = |period: &Period| !own || period.months == 1;
        if let Some(topic) = self.periods.last().copied().filter(fits) {
            let ground = if named { Ground::Supposed } else { Ground::Carried };
            add(topic, weights::PERIOD_CARRIED + more, ground);
            if topic.months > 1 {
                add(
                    Period::month(topic.end()),
                    weights::PERIOD_CARRIED + 0.4 + more,
                    Ground::Supposed,
                );
            }
            for earlier in self.periods.iter().rev().skip(1).take(3) {
                add(*earlier, weights::PERIOD_CARRIED + 0.6 + more, Ground::Supposed);
            }
        }
        if rivals == 0 {
            for (step, ahead) in self.ahead.iter().take(3).enumerate() {
                add(
                    *ahead,
                    weights::PERIOD_LAST + 0.1 + step as Cost * 0.2 + more,
                    Ground::Supposed,
                );
            }
        }
        if self.clock.known {
            let last = self.clock.last_month();
            // What the story is about is hardly further than what its last sentence named.
            let main = self.ahead.contains(&Period::month(last)) && rivals > 0;
            let cost = if main { weights::PERIOD_MAIN } else { weights::PERIOD_LAST };
            add(Period::month(last), cost + more, Ground::Supposed);
            add(Period::year_to_date(last), weights::PERIOD_TO_DATE + more, Ground::Supposed);
            if last.number() < 4 && rivals == 0 {
                // After the year's end, the year.
                let year = Period { start: last.january() - 12, months: 12 };
                add(year, weights::PERIOD_TO_DATE, Ground::Supposed);
            }
        }
        cheapest_first(&mut found);
        found
    }

    /// `8.6% above September and 6.8% below October 2024`, `fell 7% on the month and 31.4% on the year`: whether
    /// a percentage goes on with the one before it, of the same months on other ones.
    pub(super) fn is_coordinated(&self, place: usize) -> bool {
        let before = place.checked_sub(1).and_then(|at| self.figures.get(at));
        let (Some(figure), Some(before)) = (self.figures.get(place), before) else { return false };
        let between = before.last + 1..figure.first;
        let of_baseline =
            |at: usize| self.mentions.iter().any(|m| m.baseline && m.first <= at && at <= m.last);
        let fits = |at: usize| {
            of_baseline(at)
                || self.is(at, |m| {
                    matches!(
                        m,
                        Meaning::And
                            | Meaning::Comma
                            | Meaning::By
                            | Meaning::On
                            | Meaning::In
                            | Meaning::Of
                            | Meaning::From
                            | Meaning::Than
                            | Meaning::Over
                            | Meaning::Under
                            | Meaning::Same
                            | Meaning::Direction(_)
                            | Meaning::AgainstYear
                            | Meaning::AgainstMonth
                    )
                })
        };
        let joins = |at: usize| self.is(at, |m| matches!(m, Meaning::And | Meaning::Comma));
        let told = |at: usize| {
            of_baseline(at)
                || self.is(at, |m| matches!(m, Meaning::AgainstYear | Meaning::AgainstMonth))
        };
        let own = self.own_mention(place).and_then(|index| self.mentions.get(index));
        before.is_percent()
            && figure.is_percent()
            && between.clone().all(fits)
            && between.clone().any(joins)
            && between.into_iter().any(told)
            && own.is_none_or(|own| own.baseline)
    }

    /// `Rose 75% in June, reaching 5,577 tons`: whether nothing between the figure before, which owns
    /// the period, and this one turns to another.
    fn goes_on(&self, m: &Mention, place: usize) -> bool {
        let before = place.checked_sub(1).and_then(|at| self.figures.get(at));
        let (Some(figure), Some(before)) = (self.figures.get(place), before) else { return false };
        let own = self.own_mention(place - 1).and_then(|index| self.mentions.get(index));
        let turns = |m: Meaning| {
            matches!(
                m,
                Meaning::And
                    | Meaning::Break
                    | Meaning::Flow(_)
                    | Meaning::Reporter
                    | Meaning::Partner(_)
                    | Meaning::Product(_)
                    | Meaning::Adjunct
            )
        };
        let first = m.last.max(before.last) + 1;
        let closed =
            (m.last..figure.first).any(|at| self.items.get(at).is_some_and(|item| item.closes));
        own.is_some_and(|own| own.first == m.first)
            && m.last < figure.first
            // 出口5490吨（4月5309吨），进口6770吨: April is the bracket's.
            && (self.bracket_of(m).is_none() || !closed)
            && !(first..figure.first.saturating_sub(1)).any(|at| self.is(at, turns))
            && !self
                .mentions
                .iter()
                .any(|other| other.is_current() && (first..figure.first).contains(&other.first))
    }

    /// `Fell 7.1% from October to 4,416 tons in November`: whether the period belongs to the amount
    /// that this change leads to.
    fn leads_to(&self, index: usize, place: usize) -> bool {
        let next = self.figures.get(place + 1);
        let (Some(figure), Some(next)) = (self.figures.get(place), next) else { return false };
        let apart = |m: Meaning| matches!(m, Meaning::And | Meaning::Break | Meaning::Flow(_));
        figure.is_percent()
            && next.is_amount()
            && leads(self.items, next, |m| matches!(m, Meaning::To | Meaning::Into | Meaning::At))
            && self.own_mention(place + 1) == Some(index)
            && !(figure.last + 1..next.first).any(|at| self.is(at, apart))
    }

    /// Whether between a period and a figure after it, past another figure, something turns to
    /// another matter.
    fn turns(&self, m: &Mention, place: usize) -> bool {
        let Some(figure) = self.figures.get(place) else { return true };
        let past = self.figures.iter().find(|other| other.first > m.last).map(|other| other.last);
        let from = past.filter(|last| *last < figure.first).unwrap_or(m.last) + 1;
        let turns = |m: Meaning| {
            matches!(
                m,
                Meaning::And
                    | Meaning::Break
                    | Meaning::Flow(_)
                    | Meaning::Moved
                    | Meaning::Reporter
                    | Meaning::Partner(_)
                    | Meaning::Adjunct
            )
        };
        // `With 5,577 tons` introduces the amount itself.
        let led = figure.first.saturating_sub(1);
        (from..figure.first).any(|at| at != led && self.is(at, turns))
            || self.mentions.iter().any(|other| {
                other.is_current() && other.first > m.last && other.first < figure.first
            })
    }

    /// How far a period stands from a figure, as a cost.
    fn distance(&self, m: &Mention, place: usize) -> Cost {
        let Some(figure) = self.figures.get(place) else { return 0.0 };
        let start =
            place.checked_sub(1).and_then(|at| self.figures.get(at)).map_or(0, |f| f.last + 1);
        let end = self.figures.get(place + 1).map_or(self.items.len(), |next| next.first);
        let broken =
            |from: usize, to: usize| (from..to).any(|at| self.is(at, |m| m == Meaning::Break));
        let commas =
            |from: usize, to: usize| (from..to).any(|at| self.is(at, |m| m == Meaning::Comma));
        let after = m.first > figure.last;
        // `4,416 tons (November)`, but not `4,602 tons, less than half of March's`.
        // Nor that of another figure: `5,490 tons (April: 5,309)`.
        let own = self.bracket_of(m).is_none_or(|open| open < figure.first);
        let opens = |at: usize| own && self.items.get(at).is_some_and(|item| item.opens);
        let comma =
            (figure.last..m.first).any(|at| self.is(at, |m| m == Meaning::Comma) && !opens(at));
        let near = after && m.first <= figure.last + 3 && !comma;
        let parted =
            if after { broken(figure.last, m.first) } else { broken(m.last, figure.first) };
        // `Down 20.9%, taking the year-to-date total to 123,288 tons`.
        let next = self.figures.get(place + 1).map(|next| next.first);
        let leads_on = after
            && commas(figure.last, m.first)
            && next.is_some_and(|next| m.last < next && !commas(m.last, next));
        let joined = after && (figure.last..m.first).any(|at| self.is(at, |m| m == Meaning::And));
        // `120.3 million tons, after 104.7 in 2022`: it is a number's that is not read.
        let other = after
            && (figure.last + 1..m.first).any(|at| {
                self.items.get(at).is_some_and(|item| matches!(item.what, What::Number(..)))
            });
        // `A fall of 1.3% that hides the collapse of April`: of another move than the figure's.
        let of_another = after
            && (figure.last + 2..m.first).any(|at| {
                self.is(at, |m| m == Meaning::Of)
                    && follows(self.items, at, |m| matches!(m, Meaning::Direction(_)))
            })
            && self.is_led_by_direction(place, figure);
        match () {
            () if leads_on || other || of_another => 1.2,
            () if near && !parted && !joined => 0.0,
            () if !after && m.first >= start && !parted => 0.05,
            () if after && m.first < end && !parted && !commas(figure.last, m.first) => 0.1,
            () if after && m.first < end && !parted => 0.3,
            () if !after && !parted && !self.turns(m, place) => 0.15,
            () if !after && !parted => 0.25,
            () if !after => 0.5,
            () if !parted => 0.6,
            () => 0.9,
        }
    }

    /// Whether a month is that of an amount with which something else is compared; the figure at
    /// `except` may own it.
    pub(super) fn is_of_baseline(&self, mention: &Mention, except: Option<usize>) -> bool {
        let owned = |place: usize| {
            let own = self.own_mention(place).and_then(|index| self.mentions.get(index));
            own.is_some_and(|own| own.first == mention.first)
        };
        let baselines = self.figures.iter().enumerate().filter(|(_, f)| self.is_baseline(f));
        baselines.into_iter().any(|(place, _)| Some(place) != except && owned(place))
    }

    /// Where the bracket opens that holds a period and a figure of it: `(June: 1.2 tonnes)`.
    fn bracket_of(&self, m: &Mention) -> Option<usize> {
        let bracket =
            |at: &usize| self.items.get(*at).is_some_and(|item| item.opens || item.closes);
        let open = (0..m.first).rev().find(bracket)?;
        let end = (m.last..self.items.len()).find(bracket).unwrap_or(self.items.len());
        let figure = self.figures.iter().any(|one| (open..end).contains(&one.first));
        (self.items.get(open)?.opens && figure).then_some(open)
    }

    /// The latest months that the sentence names and the story may go on with: not those told in brackets behind
    /// others, `7 tonnes (June: 1.2 tonnes)`, nor those of an amount that another is compared with.
    pub(super) fn spoken_of(&self) -> Option<Period> {
        let aside = |m: &Mention| {
            let bracket = self.bracket_of(m);
            bracket.is_some_and(|open| self.figures.iter().any(|one| one.last < open))
        };
        // `It will be in the January figures`.
        let to_come = |m: &Mention| {
            let spoken = self.walked.get(m.first).filter(|_| self.figures.is_empty());
            spoken.is_some_and(|spoken| spoken.forecast)
        };
        let fits = |m: &&Mention| {
            m.is_current() && !aside(m) && !to_come(m) && !self.is_of_baseline(m, None)
        };
        self.mentions.iter().filter(fits).map(|m| m.period).max_by_key(|period| period.end())
    }

    /// Whether an amount is what another is compared with.
    pub(super) fn is_baseline(&self, figure: &Figure) -> bool {
        let led = |test: fn(Meaning) -> bool| leads(self.items, figure, test);
        let dated = |at| {
            self.is(at, |m| {
                matches!(m, Meaning::AgainstYear | Meaning::AgainstMonth | Meaning::Same)
            })
        };
        let within = self.is(figure.last + 1, |m| m == Meaning::In);
        let after = dated(figure.last + 1) || (within && dated(figure.last + 2));
        let from = led(|m| matches!(m, Meaning::From | Meaning::Than))
            || is_compared_on(self.items, figure);
        let current = led(|m| matches!(m, Meaning::To | Meaning::Into | Meaning::At));
        let headed = headed(self.items, figure).is_some()
            || owned(self.items, &self.mentions, figure).is_some();
        figure.is_amount() && (from || headed || (after && !current))
    }

    pub(super) fn baseline_periods(&self, place: usize, figure: &Figure) -> Vec<Dated> {
        let before = (0..place).rev().find(|at| {
            let own = self.own_mention(*at).and_then(|index| self.mentions.get(index));
            // 超过11月的2611.1吨，也超过一年前同月的3657吨: both are of one month.
            own.is_none_or(Mention::is_current)
                && self.figures.get(*at).is_some_and(|f| {
                    !leads(self.items, f, |m| matches!(m, Meaning::From | Meaning::Than))
                })
        });
        // `By 1,000 tons from 4,753 tons in October to 4,416 tons in November`.
        let after = self.figures.get(place + 1).filter(|next| {
            next.is_amount()
                && leads(self.items, next, |m| matches!(m, Meaning::To | Meaning::Into))
        });
        let of = if after.is_some() { place + 1 } else { before.unwrap_or(place) };
        let currents = self.current_periods(of);
        let current = currents.first().map(|(period, ..)| *period);
        if let Some(own) = self.own_mention(place).and_then(|index| self.mentions.get(index)) {
            let mut period = own.period;
            if let Some(current) = current.filter(|_| !own.dated && before.is_some()) {
                while period.end() >= current.end() && period.start.year() > 1900 {
                    period = period.years_before(1);
                }
            }
            // `32% above the 3,326 tons in 2024`: the same month of it.
            if let Some(current) =
                current.filter(|current| period.months == 12 && current.months < 12)
            {
                let same = current.years_before(current.end().year() - period.start.year());
                if same.end() < current.start {
                    return vec![(same, 0.0, Ground::Said), (period, 0.3, Ground::Said)];
                }
            }
            // The latest, where the story has only now moved on to the month after it.
            if period != own.period {
                return vec![(period, 0.0, Ground::Said), (own.period, 0.4, Ground::Supposed)];
            }
            return vec![(period, 0.0, Ground::Said)];
        }
        let said = of_amount(self.items, &self.mentions, figure);
        let said = said.or_else(|| {
            let percent = (0..place)
                .rev()
                .find(|at| self.figures.get(*at).is_some_and(|figure| figure.is_percent()));
            against(self.items, &self.figures, &self.mentions, percent?)
        });
        let mut found = Vec::new();
        for (current, cost, ground) in currents {
            match said {
                Some(said) => found.push((said.baseline(current), cost, ground)),
                None => {
                    if current.months == 1 {
                        let month = Period::month(current.start - 1);
                        found.push((month, cost + weights::COMPARISON_UNSAID, Ground::Supposed));
                    }
                    let year = current.years_before(1);
                    found.push((year, cost + weights::COMPARISON_UNSAID, Ground::Supposed));
                }
            }
        }
        found
    }
}

/// One right beside the figure costs no more.
const BESIDE: Cost = 0.05;
/// A period that costs less is the figure's own, whatever else is named.
const SURE: Cost = 0.2;
/// One that costs no more is named in the figure's own clause.
const NEAR: Cost = 0.3;
/// One that costs more is another figure's.
const TAKEN: Cost = 0.5;
