//! Which of the months that a sentence names a figure is about.

use super::against::{Against, against, headed, leads, of_amount};
use super::extract::Sentence;
use super::figure::Figure;
use super::period::Mention;
use super::words::Meaning;
use crate::trade::Period;

impl Sentence<'_> {
    /// `In October and November 4,753 and 4,416 tons respectively`.
    pub(super) fn is_listed(&self) -> bool {
        self.items.iter().any(|item| item.meaning() == Some(Meaning::Respectively))
    }

    /// As many months as figures, all of the months first.
    pub(super) fn is_paired(&self) -> bool {
        let count = self.figures.len();
        let after = self.mentions.last().zip(self.figures.first());
        count > 1
            && self.mentions.len() == count
            && after.is_some_and(|(month, figure)| month.last < figure.first)
            && self.mentions.iter().all(Mention::is_current)
            && (self.is_listed() || self.figures.iter().all(Figure::is_amount))
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
                        || self.is(next, |m| {
                            matches!(m, Meaning::Possessive | Meaning::Of | Meaning::Break)
                        }));
                let tells = self.is(next, |m| m == Meaning::Comma)
                    && (next..=next + 3).contains(&figure.first.saturating_sub(1))
                    && self.is_aside(next..figure.first);
                // `October's at 4,753 tons`.
                let placed = figure.first == next + 2
                    && self.is(next, |m| m == Meaning::Possessive)
                    && self.is(next + 1, |m| matches!(m, Meaning::At | Meaning::Of));
                owns || tells || placed
            })
        })
    }

    /// `, when `, `, which was `: what follows tells of the month before it.
    pub(super) fn is_aside(&self, mut between: std::ops::Range<usize>) -> bool {
        let word = |at: usize| self.items.get(at).is_some_and(|item| item.end - item.start > 2);
        let mut told = between.clone().filter(|at| {
            word(*at) && self.is(*at, |m| matches!(m, Meaning::Comma | Meaning::Adjunct))
        });
        told.next().is_some()
            && between.all(|at| {
                self.is(at, |m| matches!(m, Meaning::Comma | Meaning::Adjunct | Meaning::At))
            })
    }

    /// What the figure at `place` can speak of, likeliest first.
    pub(super) fn current_periods(&self, place: usize) -> Vec<Period> {
        let Some(figure) = self.figures.get(place) else { return Vec::new() };
        if self.is_paired() {
            return self.mentions.get(place).map(|mention| mention.period).into_iter().collect();
        }
        let start =
            place.checked_sub(1).and_then(|at| self.figures.get(at)).map_or(0, |f| f.last + 1);
        let end = self.figures.get(place + 1).map_or(self.items.len(), |next| next.first);
        let theirs = |index: usize| {
            (0..self.figures.len())
                .any(|other| other != place && self.own_mention(other) == Some(index))
        };
        let mut free: Vec<&Mention> = self
            .mentions
            .iter()
            .enumerate()
            .filter(|(_, mention)| mention.is_current())
            .map(|(_, mention)| mention)
            .collect();
        let theirs = |mention: &Mention| {
            let index = self.mentions.iter().position(|m| m.first == mention.first);
            index.is_some_and(&theirs)
        };
        let broken =
            |from: usize, to: usize| (from..to).any(|at| self.is(at, |m| m == Meaning::Break));
        let rank = |m: &Mention| {
            let after = m.first > figure.last;
            let near = after && m.first <= figure.last + 3;
            let parted =
                if after { broken(figure.last, m.first) } else { broken(m.last, figure.first) };
            let away = if after { m.first - figure.last } else { figure.first - m.last };
            // `Down 20.9%, taking the year-to-date total to 123,288 tons`.
            let commas =
                |from: usize, to: usize| (from..to).any(|at| self.is(at, |m| m == Meaning::Comma));
            let next = self.figures.get(place + 1).map(|next| next.first);
            let leads_on = after
                && commas(figure.last, m.first)
                && next.is_some_and(|next| m.last < next && !commas(m.last, next));
            let joined =
                after && (figure.last..m.first).any(|at| self.is(at, |m| m == Meaning::And));
            let class = match () {
                () if leads_on => 7,
                () if near && !parted && !joined => 0,
                () if !after && m.first >= start && !parted => 1,
                () if after && m.first < end && !parted => 2,
                () if !after && !parted => 3,
                () if !after => 4,
                () if !parted => 5,
                () => 6,
            };
            (theirs(m), class, away)
        };
        free.retain(|mention| !self.is_of_baseline(mention, Some(place)));
        crate::util::sort_by_key(&mut free, |mention| rank(mention));
        let mut found: Vec<Period> = Vec::new();
        let mut add = |period: Option<Period>| {
            if let Some(period) = period.filter(|period| !found.contains(period)) {
                found.push(period);
            }
        };
        // `Compared with October, when 4,753 tons left the country`.
        let own = self.own_mention(place).and_then(|index| self.mentions.get(index));
        add(own.filter(|own| !own.is_current() && own.last < figure.first).map(|own| own.period));
        let first = free.first().copied();
        if first.is_some_and(|mention| rank(mention).1 == 7) {
            add(self.topic.period);
        }
        add(first.map(|mention| mention.period));
        add(first.and_then(|mention| mention.also));
        // What is named beside the figure is what it is about.
        let sure = first.is_some_and(|mention| !rank(mention).0 && rank(mention).1 <= 2);
        if !sure {
            for mention in free.iter().skip(1) {
                add(Some(mention.period));
            }
            add(self.topic.period);
            add(self.topic.period.map(|period| Period::month(period.end())));
            if self.clock.known {
                let last = self.clock.last_month();
                add(Some(Period::month(last)));
                // Nothing says that the year so far is not meant.
                let unsaid = first.is_none() && self.topic.period.is_none();
                add(Some(Period::year_to_date(last)).filter(|_| unsaid));
            }
        }
        found
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
        let from = led(|m| matches!(m, Meaning::From | Meaning::Than));
        let current = led(|m| matches!(m, Meaning::To | Meaning::At));
        let headed = headed(self.items, figure).is_some();
        figure.is_amount() && (from || headed || (after && !current))
    }

    pub(super) fn baseline_periods(&self, place: usize, figure: &Figure) -> Vec<Period> {
        let before = (0..place).rev().find(|at| {
            self.figures.get(*at).is_some_and(|f| {
                !leads(self.items, f, |m| matches!(m, Meaning::From | Meaning::Than))
            })
        });
        let currents = self.current_periods(before.unwrap_or(place));
        let current = currents.first().copied();
        if let Some(own) = self.own_mention(place).and_then(|index| self.mentions.get(index)) {
            let mut period = own.period;
            if let Some(current) = current.filter(|_| !own.dated && before.is_some()) {
                while period.end() >= current.end() && period.start.year() > 1900 {
                    period = period.years_before(1);
                }
            }
            return vec![period];
        }
        let said = of_amount(self.items, &self.mentions, figure);
        let said = said.or_else(|| {
            let percent = (0..place)
                .rev()
                .find(|at| self.figures.get(*at).is_some_and(|figure| figure.is_percent()));
            against(self.items, &self.figures, &self.mentions, percent?)
        });
        let mut found = Vec::new();
        for current in currents {
            match said {
                Some(said) => found.push(said.baseline(current)),
                None => {
                    if current.months == 1 {
                        found.push(Period::month(current.start - 1));
                    }
                    found.push(current.years_before(1));
                }
            }
        }
        found
    }
}
