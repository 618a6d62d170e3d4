//! Statements of order in stories: the highest since, a record, the third fall in a row.

use super::adjusted::Season;
use super::claim::{Among, Hedge, Rank, Stated, Turn};
use super::clock::{whole, year};
use super::left::{Left, left};
use super::meaning::{Meaning, Remark};
use super::parsed::Parsed;
use super::period::Mention;
use super::scene::{Ground, Parts};
use super::sentence::{Item, follows, is, meaning};
use super::stated::{Figure, Measured};
use super::weights::{self, Cost};
use super::when::{Dated, cheapest_first};
use crate::trade::{Month, Period};

/// A phrase about order: its items and what it says.
struct Phrase {
    first: usize,
    last: usize,
    what: What,
}

/// The kind of order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Highest or lowest.
    Rank(Rank),
    /// So many rises, or falls, in a row.
    Streak(u32, bool, Run),
    /// The first rise or fall in a while.
    Turn(Turn),
}

/// What is repeated in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// Each month against the one before.
    Months,
    /// The same, or each on the year, where the story counts and doesn't say which.
    Counted,
    /// Each month against the same of the year before.
    OnYear,
    /// Each year against the one before.
    Years,
}

/// A statement of order, and what it can be about.
#[derive(Clone, Debug)]
pub struct Ordered {
    pub start: usize,
    pub end: usize,
    pub what: What,
    pub parts: Parts,
    /// What its clause holds that is not read.
    pub left: Left,
    /// Whether it is said of seasonally adjusted figures.
    pub adjusted: bool,
    pub periods: Vec<Dated>,
    /// Whether no word up to it is unknown: `that is 3.2% below November and the weakest month since July`.
    pub plain: bool,
    pub year_guessed: bool,
}

/// What one sentence says of order.
pub fn orders(sentence: &Parsed<'_>) -> Vec<Ordered> {
    let mut found: Vec<Ordered> = Vec::new();
    let mut at = 0;
    while at < sentence.items.len() {
        let phrase = superlative(sentence, at)
            .or_else(|| old_high(sentence, at))
            .or_else(|| turn(sentence, at))
            .or_else(|| streak(sentence, at));
        let next = phrase.as_ref().map_or(at, |phrase| phrase.last.max(at)) + 1;
        found.extend(phrase.and_then(|phrase| ordered(sentence, &phrase)));
        at = next;
    }
    found
}

/// `Highest since June 2014`, `lowest in two years`, `a record`.
fn superlative(sentence: &Parsed<'_>, at: usize) -> Option<Phrase> {
    let items = sentence.items;
    let high = match meaning(items, at)? {
        Meaning::Highest => true,
        Meaning::Lowest => false,
        Meaning::Record => return record(sentence, at),
        // `More than in any month`, in one phrase.
        side @ (Meaning::Over | Meaning::Under) => {
            return outdoing(sentence, at, side == Meaning::Over);
        }
        Meaning::Since => return last_seen(sentence, at),
        Meaning::Without => return unmatched(sentence, at),
        Meaning::Direction(sign) => {
            let high = sign > 0;
            return outdone(sentence, at, high).or_else(|| outdoing(sentence, at, high));
        }
        _ => return None,
    };
    // `The biggest fall` orders changes, not amounts.
    if (at + 1..=at + 2).any(|index| is(items, index, |m| matches!(m, Meaning::Direction(_)))) {
        return None;
    }
    // `One of the highest`, `nearly the lowest`.
    let apart =
        |index| is(items, index, |m| matches!(m, Meaning::Among | Meaning::Nearly | Meaning::Than));
    // `The second-lowest`.
    let place = match at.checked_sub(1).and_then(|before| meaning(items, before)) {
        Some(Meaning::Ordinal(place @ 2..=9)) => place as usize,
        _ => 1,
    };
    let from = if place > 1 { at - 1 } else { at };
    if (1..=2).filter_map(|back| at.checked_sub(back)).any(apart) {
        return None;
    }
    if let Some((within, last)) = told_of(sentence, at) {
        let rank = Rank { high, place, among: Among::Within(within) };
        return Some(Phrase { first: from, last, what: What::Rank(rank) });
    }
    // `The lowest for any November`: of one month of each year.
    let month = |index| is(items, index, |m| matches!(m, Meaning::Month(_)));
    let since = |index: &usize| is(items, *index, |m| m == Meaning::Since);
    if (at + 1..(at + 5)).take_while(|index| !since(index)).any(month) {
        return None;
    }
    // 2009年12月以来最高.
    let before =
        sentence.mentions.iter().find(|m| m.since && (m.last + 2 == at || m.last + 3 == at));
    if let Some(since) = before.filter(|m| matches!(m.period.months, 1 | 12)) {
        let rank = Rank { high, place, among: Among::Since(since.period.end()) };
        return Some(Phrase { first: since.first, last: at, what: What::Rank(rank) });
    }
    if let Some(before) = at.checked_sub(1)
        && is(items, before, |m| m == Meaning::Since)
        && let Some(month) = as_of_before(sentence, before)
    {
        let rank = Rank { high, place, among: Among::Since(month) };
        return Some(Phrase { first: before, last: at, what: What::Rank(rank) });
    }
    // 9个月来最高, 今年来新高.
    if let Some((among, first)) = led_among(sentence, at) {
        return Some(Phrase { first, last: at, what: What::Rank(Rank { high, place, among }) });
    }
    let ends = |index: &usize| is(items, *index, |m| m == Meaning::Break);
    let end = (at + 1..at + 8).find(ends).unwrap_or(at + 8);
    let (among, last) = (at + 1..end).find_map(|index| among(sentence, index))?;
    Some(Phrase { first: from, last, what: What::Rank(Rank { high, place, among }) })
}

/// `The lowest is February`, 下半年单月最低，出现在9月: the period that the month named behind is the lowest of, its
/// year or a part of that named before, and the last item of it.
fn told_of(sentence: &Parsed<'_>, at: usize) -> Option<(Period, usize)> {
    let items = sentence.items;
    let named = sentence.mentions.iter().find(|m| (at + 1..at + 6).contains(&m.first))?;
    let (own, between) = (named.period, at + 1..named.first);
    let gap = |one: usize| match (items.get(one), items.get(one + 1)) {
        (Some(one), Some(other)) => other.start.saturating_sub(one.end),
        _ => 0,
    };
    let placed = |index| is(items, index, |m| m == Meaning::At);
    let idle =
        |index| placed(index) || is(items, index, |m| matches!(m, Meaning::In | Meaning::Months));
    // `Is` and `was` stand between, of which the first is no item.
    let told = (between.clone().all(idle) && between.clone().any(placed))
        || (between.is_empty() && gap(at) > 1)
        // Where no blanks part words, they touch.
        || (is(items, at + 1, |m| m == Meaning::Comma) && (at..named.first).all(|at| gap(at) == 0));
    let holds = |m: &&Mention| {
        m.first < at
            && m.period.months > 1
            && m.period.start <= own.start
            && own.end() <= m.period.end()
    };
    let year = || Period { start: own.start.january(), months: 12 };
    let within = sentence.mentions.iter().rfind(holds).map_or_else(year, |m| m.period);
    (told && own.months == 1 && named.is_current()).then_some((within, named.last))
}

/// `Plunged to a level last seen in January 2015`, `not since 2014 did it sell as much`.
fn last_seen(sentence: &Parsed<'_>, at: usize) -> Option<Phrase> {
    let items = sentence.items;
    let long = items.get(at).is_some_and(|item| item.remark == Some(Remark::LastSeen));
    let since =
        sentence.mentions.iter().find(|m| m.since && (at + 1..at + 4).contains(&m.first))?;
    let clause = (0..at).rev().take_while(|index| !is(items, *index, |m| m == Meaning::Break));
    let before = clause.into_iter().find_map(|index| match meaning(items, index)? {
        Meaning::Direction(sign) if sign != 0 => Some(sign > 0),
        Meaning::High | Meaning::Highest => Some(true),
        Meaning::Low | Meaning::Lowest => Some(false),
        _ => None,
    });
    let told = long && matches!(since.period.months, 1 | 12);
    let (high, last) = match before {
        Some(high) => (high, since.last),
        None => as_much(sentence, since.last + 1)?,
    };
    let rank = Rank { high, place: 1, among: Among::Since(since.period.end()) };
    told.then_some(Phrase { first: at, last, what: What::Rank(rank) })
}

/// `No month since February had seen less`; 2014年以来还没有哪一年超过它.
fn unmatched(sentence: &Parsed<'_>, at: usize) -> Option<Phrase> {
    let months = is(sentence.items, at + 1, |m| matches!(m, Meaning::Months | Meaning::Years));
    let (first, among, from) = match among(sentence, at + 2) {
        Some((among, since)) => (at, among, since + 1),
        None => {
            let since = sentence.mentions.iter().rfind(|m| m.since && m.last < at)?;
            let month = Some(since.period.end()).filter(|_| since.last + 4 >= at)?;
            (since.first, Among::Since(month), at + 2)
        }
    };
    let (high, last) = as_much(sentence, from).filter(|_| months)?;
    Some(Phrase { first, last, what: What::Rank(Rank { high, place: 1, among }) })
}

/// Whether what no other month has seen, told from `from` on in its clause, is so much or so little; and the item
/// that says so.
fn as_much(sentence: &Parsed<'_>, from: usize) -> Option<(bool, usize)> {
    let near = (from..from + 8).take_while(|at| !is(sentence.items, *at, |m| m == Meaning::Break));
    near.into_iter().find_map(|at| match meaning(sentence.items, at)? {
        Meaning::AsMuch | Meaning::Over | Meaning::Direction(1) => Some((true, at)),
        Meaning::Low | Meaning::Under | Meaning::Direction(-1) => Some((false, at)),
        _ => None,
    })
}

/// `One has to go back to March 2020 for anything higher`.
fn outdone(sentence: &Parsed<'_>, at: usize, high: bool) -> Option<Phrase> {
    let word = sentence.items.get(at.checked_sub(1)?)?;
    let since =
        sentence.mentions.iter().find(|m| m.since && (m.last + 2..m.last + 4).contains(&at));
    let since = since.filter(|m| {
        m.period.months == 1
            && word.is_word()
            && is(sentence.items, m.last + 1, |m| m == Meaning::In)
    })?;
    let rank = Rank { high, place: 1, among: Among::Since(since.period.end()) };
    Some(Phrase { first: since.first, last: at, what: What::Rank(rank) })
}

/// `More than in any month since January`, `lower than any other month in two years`.
fn outdoing(sentence: &Parsed<'_>, at: usize, high: bool) -> Option<Phrase> {
    let items = sentence.items;
    let than = match meaning(items, at)? {
        Meaning::Direction(_) => {
            (at + 1..at + 4).find(|index| is(items, *index, |m| m == Meaning::Than))?
        }
        _ => at,
    };
    // `Any`, which is no phrase, stands before the months or years that it is of.
    let any = than + 1 + usize::from(is(items, than + 1, |m| m == Meaning::In));
    let word = items.get(any).filter(|item| item.is_word())?;
    let all = any + 1 + usize::from(is(items, any + 1, |m| m == Meaning::Part));
    let months = is(items, all, |m| matches!(m, Meaning::Months | Meaning::Years));
    let told = months && word.remark == Some(Remark::Any);
    let (among, last) = (all + 1..all + 3).find_map(|index| among(sentence, index))?;
    let rank = Rank { high, place: 1, among };
    told.then_some(Phrase { first: at, last, what: What::Rank(rank) })
}

/// Among what, where that stands before a highest: 9个月来, 今年来.
fn led_among(sentence: &Parsed<'_>, at: usize) -> Option<(Among, usize)> {
    let items = sentence.items;
    for back in 1..=3 {
        let place = at.checked_sub(back)?;
        // 今年最多.
        let year = |m| m == Meaning::YearShift(0) && back == 1;
        if is(items, place, |m| matches!(m, Meaning::ToDate | Meaning::WholeYear) || year(m)) {
            return Some((Among::Year, place));
        }
        if let Some((months, last)) = length(items, place).filter(|(_, last)| *last < at) {
            return (last + 2 >= at).then_some((Among::Last(months), place));
        }
    }
    None
}

/// `Since June 2014`, `in two years`, `of the year`, `on record`: and the last item of it.
fn among(sentence: &Parsed<'_>, at: usize) -> Option<(Among, usize)> {
    let items = sentence.items;
    match meaning(items, at)? {
        Meaning::Record => Some((Among::All, at)),
        Meaning::Since => {
            let since = sentence.mentions.iter().find(|m| (at + 1..=at + 3).contains(&m.first));
            let Some(since) = since else { return Some((Among::Since(as_of(sentence, at)?), at)) };
            // Since a year: since its last month, whichever of them was meant.
            let month =
                Some(since.period.end()).filter(|_| matches!(since.period.months, 1 | 12))?;
            Some((Among::Since(month), since.last))
        }
        Meaning::ToDate | Meaning::YearShift(0) => Some((Among::Year, at)),
        Meaning::Of | Meaning::In => {
            // `Of the year`; `in years` says nothing.
            let year = |index: usize| {
                items.get(index).is_some_and(|item| {
                    item.meaning() == Some(Meaning::Years) && item.remark == Some(Remark::One)
                })
            };
            if year(at + 1) {
                let within = is(items, at, |m| m == Meaning::In);
                return Some((if within { Among::Last(12) } else { Among::Year }, at + 1));
            }
            // `The highest of 2020`, of December.
            let named = sentence.mentions.iter().find(|m| m.first == at + 1);
            let year = named.filter(|m| m.period.is_year());
            if let Some(m) = year {
                return Some((Among::Year, m.last));
            }
            (at + 1..=at + 3).find_map(|index| {
                let (months, last) = length(items, index)?;
                Some((Among::Last(months), last))
            })
        }
        _ => None,
    }
}

/// `Since China shipped 1,457 tonnes in January 2015`: the month that a figure behind `since` at `at` is of.
fn as_of(sentence: &Parsed<'_>, at: usize) -> Option<Month> {
    let breaks = |index: &usize| is(sentence.items, *index, Meaning::parts);
    let end = (at + 1..sentence.items.len()).find(breaks).unwrap_or(sentence.items.len());
    let place = sentence.figures.iter().position(|f| (at + 1..end).contains(&f.first))?;
    let own = sentence.mentions.get(sentence.own_mention(place)?)?;
    Some(own.period.end()).filter(|_| own.last < end && own.period.months == 1)
}

/// 2月进口4791吨以来最低: the same of a figure that stands before it.
fn as_of_before(sentence: &Parsed<'_>, at: usize) -> Option<Month> {
    let place = sentence.figures.iter().position(|f| f.last + 1 == at && f.is_amount())?;
    let first = sentence.figures.get(place)?.first;
    let own = sentence.mentions.iter().rfind(|m| m.last < first && m.last + 3 >= first)?;
    Some(own.period.end()).filter(|_| own.period.months == 1)
}

/// `Two years`, `a decade`, `18 months`: in months, and the last item of it.
fn length(items: &[Item], at: usize) -> Option<(i32, usize)> {
    if is(items, at, |m| m == Meaning::HalfYear) {
        return Some((6, at));
    }
    if is(items, at, |m| m == Meaning::Decade) {
        return Some((120, at));
    }
    let count = whole(items, at).filter(|count| *count <= 60)?;
    Some((span(meaning(items, at + 1)?, count)?, at + 1))
}

/// How many months `count` of a unit are.
fn span(unit: Meaning, count: u32) -> Option<i32> {
    let months = match unit {
        Meaning::Years => count.checked_mul(12)?,
        Meaning::Months => count,
        Meaning::Decade => count.checked_mul(120)?,
        _ => return None,
    };
    i32::try_from(months).ok()
}

/// `A record`, `a record 6,217 tons`, `a record low`.
fn record(sentence: &Parsed<'_>, at: usize) -> Option<Phrase> {
    let items = sentence.items;
    let beside = |test: fn(Meaning) -> bool| is(items, at + 1, test) || follows(items, at, test);
    // `The highest on record` is told by its own word, `a record fall` orders changes.
    let other = |m| matches!(m, Meaning::Highest | Meaning::Lowest | Meaning::Direction(_));
    let before = (1..=3).filter_map(|back| at.checked_sub(back));
    let told = before
        .into_iter()
        .any(|index| is(items, index, |m| matches!(m, Meaning::Highest | Meaning::Lowest)));
    let near = follows(items, at, |m| matches!(m, Meaning::Nearly | Meaning::Under));
    if told || near || beside(other) {
        return None;
    }
    let low = beside(|m| m == Meaning::Low);
    let rank = Rank { high: !low, place: 1, among: Among::All };
    let last = at + usize::from(is(items, at + 1, |m| matches!(m, Meaning::High | Meaning::Low)));
    Some(Phrase { first: at, last, what: What::Rank(rank) })
}

/// `A five-month low`, `a ten-year high`.
fn old_high(sentence: &Parsed<'_>, at: usize) -> Option<Phrase> {
    let items = sentence.items;
    let count = whole(items, at).filter(|count| (2..=60).contains(count))?;
    let months = span(meaning(items, at + 1)?, count)?;
    let high = match meaning(items, at + 2)? {
        Meaning::High | Meaning::Highest => true,
        Meaning::Low | Meaning::Lowest => false,
        _ => return None,
    };
    if is(items, at + 3, |m| matches!(m, Meaning::Direction(_))) {
        return None;
    }
    let rank = Rank { high, place: 1, among: Among::Last(months) };
    Some(Phrase { first: at, last: at + 2, what: What::Rank(rank) })
}

/// `The first fall in four months`, `the first monthly rise since July`.
fn turn(sentence: &Parsed<'_>, at: usize) -> Option<Phrase> {
    let items = sentence.items;
    if meaning(items, at)? != Meaning::Ordinal(1) {
        return None;
    }
    let monthly =
        |index| is(items, index, |m| matches!(m, Meaning::AgainstMonth | Meaning::Months));
    let turned = at + 1 + usize::from(monthly(at + 1));
    let Meaning::Direction(sign) =
        meaning(items, turned).filter(|m| *m != Meaning::Direction(0))?
    else {
        return None;
    };
    let on_year = |index| is(items, index, |m| m == Meaning::AgainstYear);
    let next = turned + 1 + usize::from(monthly(turned + 1));
    // `The first fall in coffee exports since July`.
    let (among, last) = (next..next + 5).find_map(|index| among(sentence, index))?;
    let what = What::Turn(Turn { rising: sign > 0, among });
    (!(at..last + 4).any(on_year)).then_some(Phrase { first: at, last, what })
}

/// `The third straight monthly fall`, `rose for a third month in a row`.
fn streak(sentence: &Parsed<'_>, at: usize) -> Option<Phrase> {
    let items = sentence.items;
    // `Cutting off three months of growth`.
    // `After two months of decline`.
    let ended = follows(items, at, |m| matches!(m, Meaning::Ended | Meaning::Adjunct));
    if ended
        && let Some(count) = whole(items, at).filter(|count| (2..=60).contains(count))
        && is(items, at + 1, |m| m == Meaning::Months)
        && is(items, at + 2, |m| m == Meaning::Of)
        && let Some(Meaning::Direction(sign)) = meaning(items, at + 3)
        && sign != 0
    {
        return Some(Phrase {
            first: at,
            last: at + 3,
            what: What::Streak(count, sign > 0, Run::Months),
        });
    }
    if let Some(counted) = counted_move(sentence, at) {
        return Some(counted);
    }
    let count = match meaning(items, at)? {
        Meaning::Ordinal(count) => count,
        // `A third straight fall` is no fraction.
        Meaning::Fraction(value, _) if value < 34.0 => (100.0 / value).round() as u32,
        Meaning::Number(count) => count as u32,
        // Counted behind the word: 连续3个月.
        Meaning::Straight => whole(items, at + 1).or_else(|| {
            (at + 2..=at + 5).find_map(|index| {
                whole(items, index).filter(|_| is(items, index + 1, |m| m == Meaning::Months))
            })
        })?,
        _ => return None,
    };
    let straight = |index: &usize| is(items, *index, |m| m == Meaning::Straight);
    let marker = (at..=at + 4).find(straight)?;
    // `The third straight quarterly decline`, 连续两个季度.
    if (at..marker + 4).any(|index| remarked(items, index, Remark::Span)) {
        return None;
    }
    // `A fifth month running below 2019`.
    let held_against = |index: usize| {
        year(items, index).is_some()
            || is(items, index, |m| matches!(m, Meaning::AgainstYear | Meaning::YearShift(_)))
    };
    // 连续六个月低于上年同期.
    let counted =
        (marker + 1..marker + 4).find(|index| is(items, *index, |m| m == Meaning::Months));
    let next = counted.filter(|_| marker == at).unwrap_or(marker) + 1;
    // `Below the level of a year before`.
    let sided = |at: usize| match meaning(items, at)? {
        side @ (Meaning::Over | Meaning::Under) => {
            let level = |index: &usize| !is(items, *index, Meaning::parts);
            let mut near = (at + 1..at + 5).take_while(level);
            near.any(held_against).then_some(side == Meaning::Over)
        }
        _ => None,
    };
    // `Below its level of a year before for three months running`.
    let before = || (at.saturating_sub(7)..at).rev().find_map(sided);
    if let Some(over) = sided(next).or_else(before).filter(|_| (2..=60).contains(&count)) {
        let what = What::Streak(count, over, Run::OnYear);
        return Some(Phrase { first: at, last: next - 1, what });
    }
    // 连续第三个月月减.
    let led = is(items, marker + 3, |m| matches!(m, Meaning::MonthSign | Meaning::AgainstMonth));
    let end = marker + 4 + usize::from(led);
    let monthly = (at..=marker + 6).any(|index| {
        is(items, index, |m| {
            matches!(m, Meaning::Months | Meaning::AgainstMonth | Meaning::MonthSign)
        })
    });
    let yearly = (at.saturating_sub(8)..marker + 8)
        .any(|index| is(items, index, |m| matches!(m, Meaning::AgainstYear | Meaning::Years)));
    let sign = |index: usize| match meaning(items, index)? {
        Meaning::Direction(sign) if sign != 0 => Some((sign, index)),
        _ => None,
    };
    let after = (at..end).find_map(sign);
    let before = || (at.saturating_sub(8)..at).rev().find_map(sign).map(|(sign, _)| (sign, marker));
    let (sign, last) = after.or_else(before)?;
    // `A second straight month`.
    let month = is(items, marker + 1, |m| matches!(m, Meaning::Months | Meaning::AgainstMonth));
    let last = last.max(marker + usize::from(month));
    // `For the second time running`.
    let times = is(items, at + 1, |m| matches!(m, Meaning::Times)) || count == 2 || marker == at;
    let last = if marker == at {
        last.max(
            (at..at + 5).rfind(|index| is(items, *index, |m| m == Meaning::Months)).unwrap_or(at),
        )
    } else {
        last
    };
    // 同比六连降.
    let on_year =
        (at.saturating_sub(1)..marker).any(|index| is(items, index, |m| m == Meaning::AgainstYear));
    // 连续第二年下降.
    let unit = marker + 1 + usize::from(marker == at);
    let years = is(items, unit, |m| m == Meaning::Years);
    let run = match () {
        () if on_year => Run::OnYear,
        () if years => Run::Years,
        // `The fifth decline in a row`: of what, it does not say.
        () if !(monthly || times || yearly) => Run::Counted,
        // `Fell 9.0% on the year, the second straight monthly decline`: on either.
        () if monthly && yearly => Run::Counted,
        () => Run::Months,
    };
    let plain = (monthly || times) && !yearly;
    let fits = (plain || run != Run::Months) && (2..=60).contains(&count);
    let what = What::Streak(count, sign > 0, run);
    fits.then_some(Phrase { first: at, last, what })
}

/// `A second monthly decline`, `fell for a second year`, `for a second month`, `for three months`.
fn counted_move(sentence: &Parsed<'_>, at: usize) -> Option<Phrase> {
    let items = sentence.items;
    let lasting = follows(items, at, |m| m == Meaning::In);
    let count = match meaning(items, at)? {
        Meaning::Ordinal(count @ 2..) => count,
        Meaning::Number(count) if lasting && (2.0..=60.0).contains(&count) => count as u32,
        _ => return None,
    };
    let sign = |index: usize| match meaning(items, index)? {
        Meaning::Direction(sign) if sign != 0 => Some(sign > 0),
        _ => None,
    };
    let phrase = |last, rising, run| {
        Some(Phrase { first: at, last, what: What::Streak(count, rising, run) })
    };
    // `Straight` makes it the other kind.
    if (at..=at + 4).any(|index| is(items, index, |m| m == Meaning::Straight)) {
        return None;
    }
    match meaning(items, at + 1)? {
        Meaning::AgainstMonth => phrase(at + 2, sign(at + 2)?, Run::Counted),
        Meaning::Years if lasting => {
            let rising = (at.saturating_sub(3)..at).rev().find_map(sign)?;
            phrase(at + 1, rising, Run::Years)
        }
        // `The second month of decline`.
        Meaning::Months if is(items, at + 2, |m| m == Meaning::Of) => {
            phrase(at + 3, sign(at + 3)?, Run::Counted)
        }
        Meaning::Months if lasting => phrase(at + 1, sign(at.checked_sub(2)?)?, Run::Counted),
        _ => None,
    }
}

/// Whether the item at `at` has a remark.
fn remarked(items: &[Item], at: usize, remark: Remark) -> bool {
    items.get(at).is_some_and(|item| item.remark == Some(remark))
}

fn ordered(sentence: &Parsed<'_>, phrase: &Phrase) -> Option<Ordered> {
    let items = sentence.items;
    if phrase.first < sentence.own {
        return None;
    }
    // `The best month for rare earth exports since 2009`: what it names itself.
    let names = |at: &usize| {
        is(items, *at, |m| matches!(m, Meaning::Flow(_) | Meaning::Product(_) | Meaning::Moved))
    };
    let first = (phrase.first..phrase.last).rfind(names).map_or(phrase.first, |at| at + 1);
    let place = Figure {
        first,
        last: phrase.last,
        stated: Stated { value: 0.0, step: 1.0, low: 0.0, high: 0.0, hedge: Hedge::None },
        measured: Measured::Amount(sentence.names.counts),
        sign: None,
        loose: false,
    };
    let parts = sentence.parts(&place);
    let mut left = left(items, sentence.own, &sentence.figures, &sentence.mentions, &place);
    let season = sentence.season(&place);
    if season != Season::Unsaid {
        left.leave();
    }
    let mut periods = periods(sentence, phrase);
    // `The lowest is February` says itself which month is.
    if let What::Rank(Rank { among: Among::Within(_), .. }) = phrase.what
        && let Some(own) = sentence.mentions.iter().find(|m| m.last == phrase.last)
    {
        periods = vec![(own.period, 0.0, Ground::Said)];
    }
    // 全年最低, `the highest of 2020`: months after it count, too.
    let within = || phrase.first..=phrase.last;
    let named = within().find_map(|at| year(items, at));
    let whole = named.is_some() || within().any(|at| is(items, at, |m| m == Meaning::WholeYear));
    let mut what = phrase.what;
    // The month that it is compared with is not the one that stands out.
    if let What::Rank(Rank { among: Among::Since(since), .. }) = what {
        periods.retain(|(period, ..)| period.end() != since);
    }
    if let What::Rank(rank) = &mut what
        && rank.among == Among::Year
        && whole
    {
        rank.among = Among::Whole;
        let this_year = sentence.clock.today.year();
        periods.retain(|(period, ..)| {
            let year = period.start.year();
            let over = year < this_year || period.start.number() == 12;
            period.months == 1 && over && named.is_none_or(|named| named == year)
        });
    }
    // `Snapped three straight months of declines`, `after three straight declines`.
    let run = matches!(phrase.what, What::Streak(..));
    if run && is_over(sentence, phrase) {
        for (period, ..) in &mut periods {
            period.start = period.start - 1;
        }
    }
    Some(Ordered {
        start: items.get(phrase.first)?.start,
        end: items.get(phrase.last)?.end,
        what,
        parts,
        left,
        adjusted: season == Season::Adjusted,
        periods,
        plain: matches!(phrase.what, What::Rank(_))
            && (0..=phrase.last).all(|at| items.get(at).is_none_or(|item| !item.is_word())),
        year_guessed: sentence.clock.guessed && !sentence.mentions.iter().any(|m| m.dated),
    })
}

/// Whether a run is over where the story tells of it.
fn is_over(sentence: &Parsed<'_>, phrase: &Phrase) -> bool {
    let before = (1..=3).filter_map(|back| phrase.first.checked_sub(back));
    let after = phrase.last + 1..=phrase.last + 2;
    // `With five gains in a row`, `amid a third fall` go on.
    let over = |at: usize| {
        let goes_on = sentence.items.get(at).is_some_and(|item| item.end - item.start <= 4);
        is(sentence.items, at, |m| m == Meaning::Ended || (m == Meaning::Adjunct && !goes_on))
    };
    // 连续三个月下滑的势头就此止住.
    let mut rest = (phrase.last + 3..phrase.last + 8)
        .take_while(|at| !is(sentence.items, *at, Meaning::parts));
    rest.any(|at| is(sentence.items, at, |m| m == Meaning::Ended))
        || before.take_while(|at| !is(sentence.items, *at, Meaning::parts)).chain(after).any(over)
}

/// The months that a statement may be of beside those that its sentence names, if it names any: what the story is about,
/// and the last before it was written.
fn unnamed(sentence: &Parsed<'_>, named: bool, add: &mut dyn FnMut(Period, Cost, Ground)) {
    // `Exports have now fallen`: at last, of all months that the story told of.
    let now = (0..sentence.items.len()).any(|at| remarked(sentence.items, at, Remark::Now));
    let latest = sentence.periods.iter().map(|period| period.end()).max().filter(|_| now && !named);
    if let Some(latest) = latest {
        add(Period::month(latest), weights::PERIOD_CARRIED, Ground::Carried);
    } else if let Some(topic) = sentence.periods.last() {
        let ground = if named { Ground::Supposed } else { Ground::Carried };
        add(*topic, weights::PERIOD_CARRIED + if named { 0.5 } else { 0.0 }, ground);
        add(Period::month(topic.end()), weights::PERIOD_CARRIED + 0.6, Ground::Supposed);
    } else {
        for ahead in sentence.ahead.iter().take(3) {
            add(*ahead, weights::PERIOD_LAST, Ground::Supposed);
        }
    }
    if sentence.clock.known {
        let last = sentence.clock.last_month();
        add(Period::month(last), weights::PERIOD_LAST, Ground::Supposed);
        if last.number() < 4 || last.number() == 12 {
            let end = if last.number() == 12 { last } else { last.january() - 1 };
            add(
                Period { start: end - 11, months: 12 },
                weights::PERIOD_LAST + 0.3,
                Ground::Supposed,
            );
        }
    }
}

/// What is ordered: the month named before the phrase, after it, or by earlier sentences.
fn periods(sentence: &Parsed<'_>, phrase: &Phrase) -> Vec<Dated> {
    let current = || {
        let all = sentence.mentions.iter();
        all.filter(|m| m.is_current() && !sentence.is_of_baseline(m, None))
    };
    let within = |m: &Mention| m.first >= phrase.first && m.last <= phrase.last;
    // `August's seven-month high`.
    let owner = sentence.mentions.iter().find(|m| {
        m.last + 2 == phrase.first && is(sentence.items, m.last + 1, |m| m == Meaning::Possessive)
    });
    let before = owner.or_else(|| current().rfind(|m| m.last < phrase.first && !within(m)));
    let after = current().find(|m| {
        m.first > phrase.last && !follows(sentence.items, m.first, |m| m == Meaning::Since)
    });
    // `A seven-month high of 6,146 tons in August`, up to where the clause ends.
    let close = after.filter(|m| {
        m.first <= phrase.last + 6
            && !(phrase.last..m.first).any(|at| is(sentence.items, at, Meaning::parts))
    });
    let mut found: Vec<Dated> = Vec::new();
    let mut add = |period: Period, cost: Cost, ground: Ground| {
        if !found.iter().any(|(own, ..)| *own == period) {
            found.push((period, cost, ground));
        }
    };
    // `6,146 tons in August (the highest in seven months)`.
    let figure = sentence.figures.iter().rposition(|figure| figure.last < phrase.first);
    let beside = figure.filter(|_| {
        sentence.items.get(phrase.first.saturating_sub(1)).is_some_and(|item| item.opens)
    });
    let owned = beside.and_then(|place| sentence.own_mention(place));
    if let Some(m) = owned.and_then(|index| sentence.mentions.get(index)) {
        add(m.period, 0.0, Ground::Said);
    }
    let ground = if before.is_some() && close.is_some() { Ground::Supposed } else { Ground::Said };
    if let Some(m) = close {
        add(m.period, 0.0, ground);
    }
    for m in [before, after].into_iter().flatten() {
        add(m.period, if close.is_some() || owned.is_some() { 0.4 } else { 0.1 }, ground);
    }
    for m in [close, before, after].into_iter().flatten() {
        if let Some(also) = m.also {
            add(also, weights::YEAR_LESS_LIKELY, Ground::Supposed);
        }
    }
    let named = close.is_some() || before.is_some() || after.is_some();
    // The month that its sentence names rules over what the story is about, and over when it was written; so may
    // others that it names.
    let told = matches!(phrase.what, What::Rank(_)) && (close.is_some() || before.is_some());
    if told {
        for m in sentence.mentions.iter().filter(|m| !m.since && !within(m)) {
            add(m.period, weights::PERIOD_LAST, Ground::Supposed);
        }
    } else {
        unnamed(sentence, named, &mut add);
    }
    // `23% below June, when they were at their highest since 2014`: it may be of June.
    let told = sentence.mentions.iter().rfind(|m| {
        // `From May, which had been the strongest month since January`.
        let adjunct = |at: usize| {
            let which = sentence.items.get(at).is_some_and(|item| item.end - item.start > 2);
            is(sentence.items, at, |m| m == Meaning::Adjunct || (which && m == Meaning::Comma))
        };
        // `Against September, the second-best month ever`.
        let beside =
            phrase.first <= m.last + 3 && is(sentence.items, m.last + 1, |m| m == Meaning::Comma);
        let told = adjunct(m.last + 1) || adjunct(m.last + 2) || beside;
        !m.is_current() && m.last < phrase.first && told
    });
    if let Some(m) = told.filter(|m| m.baseline) {
        found.retain(|(period, ..)| *period != m.period);
        found.insert(0, (m.period, 0.0, Ground::Supposed));
    }
    // `From 2,949.6 in November, the lowest of the year`: what stands right before it, if it is what something is
    // compared with.
    let apposed = sentence.mentions.iter().find(|m| {
        m.last + 2 == phrase.first
            && is(sentence.items, m.last + 1, |m| m == Meaning::Comma)
            && (m.baseline || sentence.is_of_baseline(m, None))
    });
    if let Some(m) = apposed.filter(|m| !found.iter().any(|(own, ..)| *own == m.period)) {
        found.push((m.period, 0.3, Ground::Supposed));
    }
    // The month before the one spoken of: `down from a seven-month high`.
    let past = follows(sentence.items, phrase.first, |m| {
        matches!(m, Meaning::From | Meaning::Adjunct | Meaning::Than | Meaning::Direction(-1))
    });
    if past && let Some((period, ..)) = found.first().copied() {
        found.insert(0, (Period::month(period.end() - 1), 0.2, Ground::Supposed));
    }
    cheapest_first(&mut found);
    found
}
