//! The baseline of a change in a story.

use super::claim::Kind;
use super::meaning::{Meaning, Remark};
use super::period::Mention;
use super::sentence::{Item, What, follows, is, meaning};
use super::stated::{Figure, compares};
use crate::statistics::Comparison;
use crate::trade::Period;

/// A baseline, as a story words it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Against {
    /// The same months a year before.
    Year,
    /// The month before.
    Month,
    /// The three months before.
    Three,
    /// The same months of a named year.
    SameOf(i32),
    /// A named period.
    Period(Period),
    /// What is usual for the same months.
    Usual(Comparison),
}

impl Against {
    /// The kind of a change of `period` against this baseline, the period it is about, and the baseline if
    /// the kind does not imply it.
    pub fn applied(self, period: Period) -> (Kind, Period, Option<Period>) {
        match self {
            Self::Year => (change_kind(period), period, None),
            // On the quarter before.
            Self::Month if period.months == 3 && period.start.number() % 3 == 1 => {
                let before = Period { start: period.start - 3, months: 3 };
                (Kind::MonthOnMonth, period, Some(before))
            }
            Self::Month => (Kind::MonthOnMonth, Period::month(period.end()), None),
            Self::Three => {
                let three = |end| Period { start: end - 2, months: 3 };
                let last = period.end();
                (Kind::MonthOnMonth, three(last), Some(three(last - 3)))
            }
            Self::SameOf(year) => {
                let baseline = period.years_before(period.end().year() - year);
                (change_kind(period), period, Some(baseline).filter(|b| *b != period))
            }
            Self::Period(named) => named_baseline(period, named),
            Self::Usual(usual) => (Kind::Usual(usual), period, None),
        }
    }

    /// Whether it takes the last month of `period` for all of it.
    pub fn passes(self, period: Period) -> bool {
        self == Self::Month && self.applied(period).1.months < period.months
    }

    /// The period that `current` is compared with.
    pub fn baseline(self, current: Period) -> Period {
        let (kind, period, baseline) = self.applied(current);
        baseline.unwrap_or(match kind {
            Kind::MonthOnMonth => Period::month(period.start - 1),
            _ => period.years_before(1),
        })
    }
}

fn named_baseline(period: Period, named: Period) -> (Kind, Period, Option<Period>) {
    // `19.3% above the September before`.
    if named == period {
        return (change_kind(period), period, None);
    }
    if named.months == period.months {
        let apart = period.start - named.start;
        let kind = if apart % 12 == 0 { change_kind(period) } else { Kind::MonthOnMonth };
        return (kind, period, Some(named));
    }
    if named.is_year() {
        // `Up 5% from 2023` of a part of a year: the same part of that year.
        return Against::SameOf(named.start.year()).applied(period);
    }
    // A month as the baseline of a span: its last month is meant.
    let month = Period::month(period.end());
    (Kind::MonthOnMonth, month, Some(named))
}

/// The kind of an amount of `period`.
pub const fn level_kind(period: Period) -> Kind {
    match period.months {
        12 if period.start.number() == 1 => Kind::Annual,
        1 => Kind::Level,
        _ if period.start.number() == 1 => Kind::YearToDate,
        _ => Kind::Level,
    }
}

/// The kind of a change of `period` on the year.
pub const fn change_kind(period: Period) -> Kind {
    match period.months {
        12 if period.start.number() == 1 => Kind::AnnualChange,
        1 => Kind::YearOnYear,
        _ if period.start.number() == 1 => Kind::YearToDateChange,
        _ => Kind::YearOnYear,
    }
}

/// The baseline of the figure at `place`.
pub fn against(
    items: &[Item],
    figures: &[Figure],
    mentions: &[Mention],
    place: usize,
) -> Option<Against> {
    let figure = figures.get(place)?;
    let start =
        place.checked_sub(1).and_then(|before| figures.get(before)).map_or(0, |f| f.last + 1);
    let parts = |index: &usize| {
        is(items, *index, |m| matches!(m, Meaning::Comma | Meaning::Break | Meaning::And))
    };
    let piece = (start..figure.first).rfind(parts);
    // In its own piece, before it: `a year-on-year drop of 7.1%`.
    // Or between it and an amount: 较上月的5864.6吨环比增长32%.
    let own = match (piece, place) {
        (Some(piece), _) => Some(piece + 1),
        (None, 0) => Some(0),
        _ => figures.get(place - 1).filter(|before| before.is_amount()).map(|_| start),
    };
    let nearest_first =
        |from: usize, to: usize| (from..to).rev().find_map(|at| marker(items, mentions, at));
    if let Some(found) = own.and_then(|from| nearest_first(from, figure.first)) {
        return Some(found);
    }
    // `Compared with the 6,217 tons of May, … 29% lower`.
    let since_percent = figures.iter().take(place).rev().take_while(|figure| !figure.is_percent());
    let led_by = since_percent.into_iter().find(|before| {
        before.is_amount() && leads(items, before, |m| matches!(m, Meaning::From | Meaning::Than))
    });
    let first = figures.iter().take(place).all(|figure| !figure.is_percent());
    let led_by = led_by.filter(|_| piece.is_none() || first);
    let marked = (figure.last + 1..figure.last + 5)
        .take_while(|at| !parts(at))
        .any(|at| marker(items, mentions, at).is_some());
    // `Compared with 46,149t in 2019 and 159% more than 27,567t in 2018`.
    let marked = marked
        || figures.get(place + 1).is_some_and(|next| {
            next.is_amount()
                && leads(items, next, |m| m == Meaning::Than)
                && !(figure.last + 1..next.first).any(|at| parts(&at))
        });
    if let Some(amount) = led_by.filter(|_| !marked)
        && let Some(found) = of_amount(items, mentions, amount)
    {
        return Some(found);
    }
    // After it, past the amount it led to, up to the next figure.
    let breaks = |index: &usize| is(items, *index, |m| m == Meaning::Break);
    let stop = (figure.last..items.len()).find(breaks).unwrap_or(items.len());
    let mut from = figure.last + 1;
    let mut next = place + 1;
    loop {
        let end =
            figures.get(next).map_or(stop, |figure| head_of_multiple(items, figure).min(stop));
        if let Some(found) = (from..end).find_map(|at| marker(items, mentions, at)) {
            return Some(found);
        }
        let Some(amount) = figures.get(next).filter(|f| f.is_amount() && f.last < stop) else {
            break;
        };
        let led = |test: fn(Meaning) -> bool| leads(items, amount, test);
        // `Two and a half times the 2,117 tons of a year ago`.
        let multiplied = figure.sign.is_some() && amount.first == figure.last + 1;
        if led(|m| matches!(m, Meaning::From | Meaning::Than))
            || is_compared_on(items, amount)
            || multiplied
        {
            return of_amount(items, mentions, amount);
        }
        let apart = (from..amount.first)
            .any(|index| is(items, index, |m| matches!(m, Meaning::And | Meaning::Flow(_))));
        if apart || !led(|m| matches!(m, Meaning::To | Meaning::Into | Meaning::At)) {
            break;
        }
        from = amount.last + 1;
        next += 1;
    }
    // At the head of the sentence: `Compared with a year earlier, …`.
    let percent_before = figures.iter().take(place).any(|figure| figure.is_percent());
    if percent_before { None } else { nearest_first(0, figure.first) }
}

/// Where a figure begins, with the month that it is a multiple of: 是2月的2.1倍.
fn head_of_multiple(items: &[Item], figure: &Figure) -> usize {
    let named = figure.first.checked_sub(3).filter(|at| {
        figure.sign.is_some()
            && follows(items, figure.first, |m| m == Meaning::Of)
            && is(items, at + 1, |m| m == Meaning::MonthSign)
    });
    named.unwrap_or(figure.first)
}

/// What stands at `at`, if it says against what.
pub fn marker(items: &[Item], mentions: &[Mention], at: usize) -> Option<Against> {
    if let Some(mention) = mentions.iter().find(|mention| mention.first == at && mention.baseline) {
        let mut back = at;
        while follows(items, back, |m| matches!(m, Meaning::In | Meaning::Of)) {
            back -= 1;
        }
        let same = follows(items, back, |m| m == Meaning::Same);
        return Some(if same {
            Against::SameOf(mention.period.start.year())
        } else {
            Against::Period(mention.period)
        });
    }
    match meaning(items, at)? {
        Meaning::AgainstYear => Some(Against::Year),
        Meaning::AgainstMonth => Some(Against::Month),
        Meaning::AgainstThree => Some(Against::Three),
        Meaning::Usual(usual) => Some(Against::Usual(usual)),
        // 年增, 月减: against the year or the month, where no number makes it a date.
        Meaning::Years | Meaning::MonthSign
            if is(items, at + 1, |m| matches!(m, Meaning::Direction(_))) && !dated(items, at) =>
        {
            let year = is(items, at, |m| m == Meaning::Years);
            Some(if year { Against::Year } else { Against::Month })
        }
        // `An annual fall`.
        Meaning::Yearly
            if is(items, at + 1, |m| matches!(m, Meaning::Direction(_) | Meaning::Under)) =>
        {
            Some(Against::Year)
        }
        Meaning::Same if is_named(mentions, at) => None,
        Meaning::Same => {
            // 2023年同期: the year stands before it.
            let named = mentions.iter().any(|mention| {
                mention.baseline
                    && ((at + 1..=at + 2).contains(&mention.first)
                        || mention.first + 1 == at
                        || (mention.first..=mention.last).contains(&at))
            });
            // `In the same month` by itself is no comparison.
            let within = follows(items, at, |m| matches!(m, Meaning::In | Meaning::Over))
                && !follows(items, at - 1, |m| matches!(m, Meaning::From | Meaning::Than));
            (!named && !within).then_some(Against::Year)
        }
        _ => None,
    }
}

/// Whether what stands at `at` is part of months that something is about.
fn is_named(mentions: &[Mention], at: usize) -> bool {
    mentions.iter().any(|m| m.is_current() && m.first <= at && at <= m.last)
}

/// Whether a number before the sign for a year or a month makes it a date.
fn dated(items: &[Item], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| items.get(before));
    before
        .is_some_and(|item| matches!(item.what, What::Number(..) | What::Means(Meaning::Number(_))))
}

/// Whether the words before the figure pass `test`: `from about 4,753 tons`.
pub fn leads(items: &[Item], figure: &Figure, test: fn(Meaning) -> bool) -> bool {
    let mut back = figure.first;
    if compares(items, back) && test(Meaning::Than) {
        return true;
    }
    while back > 0 && stands_between(items, back - 1) {
        back -= 1;
    }
    follows(items, back, test)
}

/// `5% up on the 4,205.8 tons of November 2023`.
pub fn is_compared_on(items: &[Item], amount: &Figure) -> bool {
    let before = amount.first.checked_sub(2);
    follows(items, amount.first, |m| m == Meaning::On)
        && before.is_some_and(|at| {
            is(items, at, |m| matches!(m, Meaning::Direction(_) | Meaning::Percent))
        })
}

/// What may stand between a figure and what introduces it: a hedge, its month.
fn stands_between(items: &[Item], at: usize) -> bool {
    let month = |at: usize| is(items, at, |m| m == Meaning::MonthSign);
    let number = matches!(items.get(at).map(|item| item.what), Some(What::Number(..)));
    is(items, at, |m| match m {
        Meaning::About | Meaning::Nearly | Meaning::Over | Meaning::Under => true,
        Meaning::Reporter | Meaning::Possessive | Meaning::Month(_) | Meaning::MonthSign => true,
        Meaning::AgainstMonth | Meaning::AgainstYear | Meaning::MonthShift => true,
        Meaning::Adjusted(_) => true,
        // 较6月的历史高点7742.2吨.
        Meaning::Record | Meaning::Highest | Meaning::Lowest => true,
        Meaning::Or => true,
        Meaning::Of => at.checked_sub(1).is_some_and(month),
        _ => false,
    }) || (number && month(at + 1))
}

/// `Of the same period` right before an amount, with the year where one is named.
pub fn owned(items: &[Item], mentions: &[Mention], amount: &Figure) -> Option<Against> {
    let mut at = amount.first.checked_sub(1)?;
    if is(items, at, |m| m == Meaning::Of) {
        at = at.checked_sub(1)?;
    }
    match meaning(items, at)? {
        Meaning::AgainstYear => Some(Against::Year),
        Meaning::AgainstMonth => Some(Against::Month),
        // What names the months spoken of.
        Meaning::Same if is_named(mentions, at) => None,
        Meaning::Same => {
            let year = mentions.iter().find(|mention| mention.last + 1 == at);
            Some(year.map_or(Against::Year, |year| Against::SameOf(year.period.start.year())))
        }
        _ => None,
    }
}

/// The baseline that the beginning of an amount's clause gives, if any: `A year earlier it was 4,206 tons`.
pub fn headed(items: &[Item], amount: &Figure) -> Option<Against> {
    let mut at = amount.first.checked_sub(1)?;
    // 去年同月的基数只有2003.3吨, `the year before it had taken 5,768 tons`.
    // Words that no blanks part are of as many items as letters, which touch.
    let joined = |at: usize| {
        at + 14 > amount.first
            && items.get(at).zip(items.get(at + 1)).is_some_and(|(one, two)| one.end == two.start)
    };
    let word = |at: usize| {
        let near = at + 4 > amount.first || joined(at);
        near && items.get(at).is_some_and(|item| item.is_word() && !item.capital)
    };
    while word(at)
        || is(items, at, |m| {
            matches!(
                m,
                Meaning::At
                    | Meaning::Of
                    | Meaning::Comma
                    | Meaning::Break
                    | Meaning::Flow(_)
                    | Meaning::Moved
                    | Meaning::Product(_)
                    | Meaning::Reporter
            )
        })
    {
        at = at.checked_sub(1)?;
    }
    let found = match meaning(items, at)? {
        Meaning::AgainstYear => Against::Year,
        Meaning::AgainstMonth => Against::Month,
        _ => return None,
    };
    let head = at == 0 || follows(items, at, Meaning::parts);
    // 同期，出口…: by itself it is as often the months spoken of.
    let bare = items.get(at).is_some_and(|item| item.remark == Some(Remark::Bare));
    let flow = (at..amount.first).any(|at| is(items, at, |m| matches!(m, Meaning::Flow(_))));
    (head && !(bare && flow)).then_some(found)
}

/// `4,416 tons a month and 3,439 tons a year earlier`: whether the months at `at` are those before, as the year behind
/// the next amount says.
pub(super) fn is_shared_month(items: &[Item], at: usize) -> bool {
    let months = at + usize::from(is(items, at, |m| m == Meaning::Number(1.0)));
    is(items, months, |m| m == Meaning::Months)
        && is(items, months + 1, |m| m == Meaning::And)
        && (months + 2..months + 7).any(|index| is(items, index, |m| m == Meaning::AgainstYear))
}

/// The period of a baseline's amount: `from 4,753 tons in October`, `from 4,206 tons a year earlier`.
pub fn of_amount(items: &[Item], mentions: &[Mention], amount: &Figure) -> Option<Against> {
    let near = amount.last + 1..=amount.last + 3;
    if is_shared_month(items, amount.last + 1) {
        return Some(Against::Month);
    }
    for at in near {
        match meaning(items, at) {
            Some(Meaning::AgainstYear) => return Some(Against::Year),
            Some(Meaning::AgainstMonth) => return Some(Against::Month),
            Some(Meaning::Same) => {
                return marker(items, mentions, at).or_else(|| {
                    let year =
                        mentions.iter().find(|mention| (at + 1..=at + 2).contains(&mention.first));
                    year.map(|mention| Against::SameOf(mention.period.start.year()))
                });
            }
            // 比11月的5494吨减少两成，同比增长32%: what is before it may tell.
            Some(Meaning::Comma | Meaning::Break | Meaning::And) => break,
            _ => {}
        }
        if let Some(mention) = mentions.iter().find(|mention| mention.first == at) {
            return Some(Against::Period(mention.period));
        }
    }
    // 与2024年同期的3326吨相比: what the amount belongs to stands right before it.
    if let Some(found) = owned(items, mentions, amount) {
        return Some(found);
    }
    // `A year earlier they had been 4,206 tons`.
    if let Some(found) = headed(items, amount) {
        return Some(found);
    }
    // `The previous month's 4,753 tons`.
    if follows(items, amount.first, |m| m == Meaning::Possessive) {
        match amount.first.checked_sub(2).and_then(|at| meaning(items, at)) {
            Some(Meaning::AgainstYear) => return Some(Against::Year),
            Some(Meaning::AgainstMonth) => return Some(Against::Month),
            _ => {}
        }
    }
    let before = mentions.iter().find(|mention| {
        mention.last < amount.first
            && amount.first <= mention.last + 2
            && is(items, mention.last + 1, |m| matches!(m, Meaning::Possessive | Meaning::Of))
    });
    before.map(|mention| Against::Period(mention.period))
}
