//! Sentences to claims: which figure says what of which trade and when.

use super::against::{Against, against, change_kind, leads, level_kind};
use super::claim::{Claim, Kind, Stated};
use super::clock::Clock;
use super::figure::{Figure, Measured, figures};
use super::order::orders;
use super::period::{Mention, mentions};
use super::sentence::{Item, What, follows, is, meaning};
use super::subject::{Subject, has_unknown_subject, subject_of, subjects};
use super::topic::Topic;
use super::words::Meaning;
use crate::trade::{Measure, Partner, Period};

/// What the bundled data are about, for a story that names no goods at all.
pub const USUAL: &str = "rare-earths";

/// Lines that the data name more closely than stories do.
const CLOSER: [(&str, &str); 3] = [
    ("oxides", "oxides-unlisted"),
    ("compounds", "oxides-unlisted"),
    ("magnets", "magnets-powder-alloys"),
];

/// A claim, and other ways to read what it leaves unsaid, likelier ones first.
pub struct Reading {
    pub claim: Claim,
    pub others: Vec<Claim>,
}

/// A sentence with what was found in it.
pub(super) struct Sentence<'a> {
    pub items: &'a [Item],
    pub figures: Vec<Figure>,
    pub mentions: Vec<Mention>,
    pub subjects: Vec<Subject>,
    pub clock: Clock,
    pub topic: Topic,
}

/// The claims of one sentence; `topic` moves on.
pub fn claims(items: &[Item], clock: Clock, topic: &mut Topic) -> Vec<Reading> {
    let figures = figures(items);
    let mentions = mentions(items, clock, topic.period);
    let subjects = subjects(items, &figures, topic.subject);
    let sentence = Sentence { items, figures, mentions, subjects, clock, topic: *topic };
    let mut found: Vec<Reading> =
        (0..sentence.figures.len()).filter_map(|place| sentence.figure_claim(place)).collect();
    found.extend(orders(&sentence));
    crate::util::sort_by_key(&mut found, |reading| (reading.claim.start, reading.claim.end));
    let last = sentence.subjects.last().copied().unwrap_or_default();
    topic.follow(last, &sentence.mentions);
    found
}

impl Sentence<'_> {
    pub(super) fn is(&self, at: usize, test: impl Fn(Meaning) -> bool) -> bool {
        is(self.items, at, test)
    }

    fn figure_claim(&self, place: usize) -> Option<Reading> {
        let figure = self.figures.get(place)?;
        let subject = subject_of(self.items, &self.figures, &self.subjects, figure);
        let each = self.items.iter().any(|item| item.meaning() == Some(Meaning::Each));
        // Lists of something else than months, one for one, are left alone.
        let listed = self.is_listed() && self.mentions.len() != self.figures.len();
        if each || listed || !subject.judgeable() || self.is_of_something_else(figure) {
            return None;
        }
        match figure.measured {
            Measured::Amount(measure) => self.amount(place, figure, &subject, measure),
            Measured::Percent | Measured::Points => self.change(place, figure, &subject),
        }
    }

    /// A quota, a rate, a share: the words right after the figure tell.
    fn is_of_something_else(&self, figure: &Figure) -> bool {
        let after = figure.last + 1;
        let of = self.is(after, |m| m == Meaning::Of);
        let other = |m| matches!(m, Meaning::NotTrade | Meaning::OtherProduct);
        self.is(after, |m| matches!(m, Meaning::NotTrade | Meaning::Forecast | Meaning::Years))
            || (of && (self.is(after + 1, other) || self.is(after + 2, other)))
            || (of && figure.is_percent() && figure.sign.is_none())
            || (figure.is_percent() && leads(self.items, figure, |m| matches!(m, Meaning::Share)))
    }

    fn base(&self, figure: &Figure, subject: &Subject) -> Option<Claim> {
        let partner = subject.partner.and_then(Partner::parse).unwrap_or_else(Partner::world);
        let measure = if subject.worth { Measure::Value } else { Measure::Volume };
        Some(Claim {
            start: self.items.get(figure.first)?.start,
            end: self.items.get(figure.last)?.end,
            flow: Some(subject.flow?),
            product: Some(subject.product.or(self.topic.main).unwrap_or(USUAL)),
            supposed: subject.product.or(self.topic.main).is_none(),
            partner,
            measure,
            period: None,
            baseline: None,
            kind: None,
            stated: Some(figure.stated),
            unit: "%",
            rank: None,
            streak: None,
            turn: None,
            difference: false,
            average: false,
            year_guessed: false,
        })
    }

    fn amount(
        &self,
        place: usize,
        figure: &Figure,
        subject: &Subject,
        measure: Measure,
    ) -> Option<Reading> {
        let mut claim = self.base(figure, subject)?;
        claim.measure = measure;
        claim.unit = measure.unit().code();
        if let Some(sign) = self.difference(place, figure) {
            return self.difference_claim(claim, place, sign, subject);
        }
        // `Exceeded exports by 6,911 tons`.
        if leads(self.items, figure, |m| m == Meaning::By) {
            return None;
        }
        if self.is_average(figure) {
            claim.average = true;
            return Some(self.average_reading(claim, place, subject));
        }
        let baseline = self.is_baseline(figure);
        if !(subject.own_flow || baseline || self.introduced(figure)) {
            return None;
        }
        let mut periods = if baseline {
            self.baseline_periods(place, figure)
        } else {
            self.current_periods(place)
        };
        // `From 4,753 to 4,416 tons between October and November`.
        let ends = |period: &&Period| self.mentions.iter().any(|m| m.ends && m.period == **period);
        if let Some(span) = periods.first().filter(ends).copied() {
            let end = if baseline { span.start } else { span.end() };
            periods.insert(0, Period::month(end));
        }
        Some(self.reading(claim, subject, periods, |claim, period| {
            claim.kind = Some(period.map_or(Kind::Level, level_kind));
            claim.period = period;
        }))
    }

    /// `Averaged 4,737 tons a month`.
    fn is_average(&self, figure: &Figure) -> bool {
        let near = figure.first.saturating_sub(4)..figure.first;
        let parts = |m| matches!(m, Meaning::Comma | Meaning::Break);
        let own = near.rev().take_while(|at| !self.is(*at, parts));
        let mut led = own.filter(|at| self.is(*at, |m| m == Meaning::Average));
        let goods = self.is(figure.last + 1, |m| m == Meaning::Of)
            && self.is(figure.last + 2, |m| matches!(m, Meaning::Product(_)));
        let after = figure.last + 1 + if goods { 2 } else { 0 };
        led.next().is_some() || self.is(after, |m| matches!(m, Meaning::Months | Meaning::Average))
    }

    /// An average is over several months: those named, else those of the year so far.
    fn average_reading(&self, claim: Claim, place: usize, subject: &Subject) -> Reading {
        let mut periods = self.current_periods(place);
        periods.retain(|period| period.months > 1);
        if periods.is_empty() && self.clock.known {
            periods.push(Period::year_to_date(self.clock.last_month()));
        }
        self.reading(claim, subject, periods, |claim, period| {
            claim.kind = Some(period.map_or(Kind::Level, level_kind));
            claim.period = period;
        })
    }

    /// Whether the words before an amount fit trade that only earlier sentences name.
    fn introduced(&self, figure: &Figure) -> bool {
        let fits = |m| {
            matches!(
                m,
                Meaning::To
                    | Meaning::At
                    | Meaning::Direction(_)
                    | Meaning::Comma
                    | Meaning::And
                    | Meaning::Partner(_)
                    | Meaning::Flow(_)
                    | Meaning::Adjunct
                    | Meaning::Break
            )
        };
        let spoken = !self.mentions.is_empty()
            || self.items.iter().any(|item| {
                matches!(
                    item.meaning(),
                    Some(Meaning::Direction(_) | Meaning::Partner(_) | Meaning::Product(_))
                )
            });
        // `June's 7,742 tons`, `April's volume of 4,566 tons`, `the January–April total is 18,049 t`.
        let dated = self.mentions.iter().any(|mention| {
            (mention.last + 1..=mention.last + 3).contains(&figure.first)
                && (mention.last + 1..figure.first)
                    .all(|at| self.is(at, |m| matches!(m, Meaning::Possessive | Meaning::Of)))
        });
        let led = dated || leads(self.items, figure, fits);
        spoken && led && !has_unknown_subject(self.items, figure)
    }

    /// `Fell by 337 tons`, `337 tons more than`: the direction, if it is a difference.
    fn difference(&self, place: usize, figure: &Figure) -> Option<f64> {
        // `7.1%, or 337 tons`.
        let said = place.checked_sub(1).and_then(|before| self.figures.get(before));
        let again = |said: &&Figure| {
            said.is_percent()
                && said.last + 3 >= figure.first
                && follows(self.items, figure.first, |m| m == Meaning::Or)
        };
        if let Some(said) = said.filter(again) {
            return said.sign.or_else(|| self.direction(place - 1, said));
        }
        let after = figure.last + 1;
        match meaning(self.items, after) {
            Some(Meaning::Direction(sign)) if sign != 0 => {
                let compared = (after + 1..after + 8)
                    .any(|at| self.is(at, |m| matches!(m, Meaning::Than | Meaning::From)));
                return compared.then_some(f64::from(sign));
            }
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
                (back.saturating_sub(6)..back).rev().find_map(|at| match meaning(self.items, at)? {
                    Meaning::Direction(sign) if sign != 0 => Some(f64::from(sign)),
                    _ => None,
                })
            }
            _ => None,
        }
    }

    fn number(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| matches!(item.what, What::Number(..)))
    }

    fn difference_claim(
        &self,
        mut claim: Claim,
        place: usize,
        sign: f64,
        subject: &Subject,
    ) -> Option<Reading> {
        let against = against(self.items, &self.figures, &self.mentions, place);
        claim.difference = true;
        claim.stated = claim.stated.map(|stated| signed(stated, sign));
        let periods = self.current_periods(place);
        if let Some((against, last)) = self.between(&periods).filter(|_| against.is_none()) {
            return Some(self.reading(claim, subject, last, |claim, period| {
                hold(claim, period, Some(against));
            }));
        }
        Some(self.reading(claim, subject, periods, |claim, period| hold(claim, period, against)))
    }

    fn change(&self, place: usize, figure: &Figure, subject: &Subject) -> Option<Reading> {
        // `To 60%` is a level, not a change.
        let turned = self.is(figure.last + 1, |m| {
            matches!(m, Meaning::Direction(_) | Meaning::Over | Meaning::Under)
        });
        if self.is_average(figure) {
            return None;
        }
        let level = leads(self.items, figure, |m| m == Meaning::To)
            || (leads(self.items, figure, |m| m == Meaning::At) && !turned);
        if level && figure.sign.is_none() {
            return None;
        }
        let sign = figure.sign.or_else(|| self.direction(place, figure))?;
        let mut claim = self.base(figure, subject)?;
        let against = against(self.items, &self.figures, &self.mentions, place);
        if !subject.own_flow && !self.goes_on(figure, against) {
            return None;
        }
        // `Twice as much as it exported`.
        let likened = figure.sign.is_some() && self.is(figure.last + 1, |m| m == Meaning::Adjunct);
        if likened && against.is_none() {
            return None;
        }
        claim.stated = Some(signed(figure.stated, sign));
        if figure.measured == Measured::Points {
            claim.unit = "pp";
        }
        let mut periods = self.current_periods(place);
        if let Some((against, last)) = self.between(&periods).filter(|_| against.is_none()) {
            return Some(self.reading(claim, subject, last, |claim, period| {
                hold(claim, period, Some(against));
            }));
        }
        // `Up from October`, where earlier sentences spoke of no month after it.
        if let Some(Against::Period(named)) = against {
            let fits = |period: &Period| period.end() > named.end();
            let first = periods.iter().position(fits);
            if let Some(first) = first {
                periods.rotate_left(first);
            }
        }
        Some(self.reading(claim, subject, periods, |claim, period| hold(claim, period, against)))
    }

    /// Whether a change is of what earlier sentences spoke of: nothing else is named as its subject.
    fn goes_on(&self, figure: &Figure, against: Option<Against>) -> bool {
        let known = self.topic.subject.flow.is_some()
            && !self.topic.subject.other_goods
            && !has_unknown_subject(self.items, figure);
        // `The 7.1% drop`, but not `the 3% drop in the yuan`.
        let turned = self.is(figure.last + 1, |m| matches!(m, Meaning::Direction(_)))
            && !self.is(figure.last + 2, |m| matches!(m, Meaning::In | Meaning::Of));
        let head = turned
            || (0..figure.first.min(8)).any(|at| {
                self.is(at, |m| {
                    matches!(
                        m,
                        Meaning::Direction(_)
                            | Meaning::Partner(_)
                            | Meaning::Product(_)
                            | Meaning::AgainstYear
                            | Meaning::AgainstMonth
                            | Meaning::In
                            | Meaning::ToDate
                            | Meaning::At
                            | Meaning::Multiple(_)
                    )
                })
            });
        known && (head || against.is_some())
    }

    /// Whether a percentage is a rise or a fall.
    fn direction(&self, place: usize, figure: &Figure) -> Option<f64> {
        let sign = |at: usize| match meaning(self.items, at)? {
            Meaning::Direction(sign) if sign != 0 => Some(f64::from(sign)),
            _ => None,
        };
        let after = figure.last + 1;
        match meaning(self.items, after) {
            // `7% more than`, `5% above`.
            Some(Meaning::Over) => return Some(1.0),
            Some(Meaning::Under) => return Some(-1.0),
            _ => {}
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
            }) || self.items.get(at).is_some_and(|item| item.what == What::Word)
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
            (after..next.min(after + 4)).find_map(sign)
        })
    }

    /// A claim read in the likeliest way, and in others: `set` gives it a period.
    fn reading(
        &self,
        claim: Claim,
        subject: &Subject,
        periods: Vec<Period>,
        set: impl Fn(&mut Claim, Option<Period>),
    ) -> Reading {
        let mut products = vec![claim.product];
        if !subject.own_product && self.topic.main != claim.product {
            products.extend(self.topic.main.map(Some));
        }
        let closer = CLOSER.iter().filter(|(wide, _)| claim.product == Some(wide));
        products.extend(closer.map(|(_, close)| Some(*close)));
        if !subject.own_product && subject.product.is_none() {
            products.push(Some(USUAL));
        }
        let mut made = Vec::new();
        for product in products {
            let mut with = |period: Option<Period>| {
                let mut claim = Claim { product, ..claim.clone() };
                set(&mut claim, period);
                claim.year_guessed = self.clock.guessed && !self.mentions.iter().any(|m| m.dated);
                made.push(claim);
            };
            if periods.is_empty() {
                with(None);
            }
            for period in periods.iter().take(5) {
                with(Some(*period));
            }
        }
        let mut others = made.split_off(1);
        let claim = made.pop().unwrap_or(claim);
        others.dedup();
        Reading { claim, others }
    }
}

/// Gives a change its period and what it is held against.
fn hold(claim: &mut Claim, period: Option<Period>, against: Option<Against>) {
    claim.period = period;
    match (period, against) {
        (Some(period), Some(against)) => {
            let (kind, period, baseline) = against.applied(period);
            claim.period = Some(period);
            claim.kind = Some(kind);
            claim.baseline = baseline;
        }
        (Some(period), None) if period.months > 1 => claim.kind = Some(change_kind(period)),
        (None, Some(Against::Year)) => claim.kind = Some(Kind::YearOnYear),
        (None, Some(Against::Month)) => claim.kind = Some(Kind::MonthOnMonth),
        _ => {}
    }
}

fn signed(stated: Stated, sign: f64) -> Stated {
    if sign >= 0.0 {
        return stated;
    }
    Stated { value: -stated.value, low: -stated.high, high: -stated.low, ..stated }
}
