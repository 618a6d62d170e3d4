//! What stories say of order: the highest since, a record, the third fall in a row.

use super::claim::{Among, Claim, Kind, Rank, Turn};
use super::clock::whole;
use super::extract::{Reading, Sentence, USUAL};
use super::sentence::{Item, follows, is, meaning};
use super::words::Meaning;
use crate::trade::{Measure, Partner, Period};

/// A phrase about order: its items and what it says.
struct Phrase {
    first: usize,
    last: usize,
    what: What,
}

enum What {
    Rank(Rank),
    Streak(u32, bool),
    Turn(Turn),
}

/// The claims about order of one sentence.
pub fn orders(sentence: &Sentence<'_>) -> Vec<Reading> {
    let places = 0..sentence.items.len();
    let phrases = places.filter_map(|at| {
        superlative(sentence, at)
            .or_else(|| old_high(sentence, at))
            .or_else(|| turn(sentence, at))
            .or_else(|| streak(sentence, at))
    });
    phrases.filter_map(|phrase| claim(sentence, &phrase)).collect()
}

/// `Highest since June 2014`, `lowest in two years`, `a record`.
fn superlative(sentence: &Sentence<'_>, at: usize) -> Option<Phrase> {
    let items = sentence.items;
    let high = match meaning(items, at)? {
        Meaning::Highest => true,
        Meaning::Lowest => false,
        Meaning::Record => return record(sentence, at),
        _ => return None,
    };
    // `The biggest fall` orders changes, not amounts.
    if (at + 1..=at + 2).any(|index| is(items, index, |m| matches!(m, Meaning::Direction(_)))) {
        return None;
    }
    // `The second-lowest`, `one of the highest`, `nearly the lowest`.
    let apart = |index| {
        is(items, index, |m| {
            matches!(m, Meaning::Ordinal(2..) | Meaning::Among | Meaning::Nearly | Meaning::Than)
        })
    };
    if (1..=2).filter_map(|back| at.checked_sub(back)).any(apart) {
        return None;
    }
    // `The lowest for any November`: of one month of each year.
    let month = |index| is(items, index, |m| matches!(m, Meaning::Month(_)));
    let since = |index: &usize| is(items, *index, |m| m == Meaning::Since);
    if (at + 1..(at + 5)).take_while(|index| !since(index)).any(month) {
        return None;
    }
    // 2009年12月以来最高.
    let before = sentence.mentions.iter().find(|m| m.since && m.last + 2 == at);
    if let Some(since) = before.filter(|m| matches!(m.period.months, 1 | 12)) {
        let what = What::Rank(Rank { high, among: Among::Since(since.period.end()) });
        return Some(Phrase { first: since.first, last: at, what });
    }
    let ends = |index: &usize| is(items, *index, |m| m == Meaning::Break);
    let end = (at + 1..at + 6).find(ends).unwrap_or(at + 6);
    let (among, last) = (at + 1..end).find_map(|index| among(sentence, index))?;
    Some(Phrase { first: at, last, what: What::Rank(Rank { high, among }) })
}

/// `Since June 2014`, `in two years`, `of the year`, `on record`: and the last item of it.
fn among(sentence: &Sentence<'_>, at: usize) -> Option<(Among, usize)> {
    let items = sentence.items;
    match meaning(items, at)? {
        Meaning::Record => Some((Among::All, at)),
        Meaning::Since => {
            let since = sentence.mentions.iter().find(|m| (at + 1..=at + 3).contains(&m.first))?;
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
                    item.meaning() == Some(Meaning::Years) && item.end - item.start == 4
                })
            };
            if year(at + 1) {
                let within = meaning(items, at) == Some(Meaning::In);
                return Some((if within { Among::Last(12) } else { Among::Year }, at + 1));
            }
            (at + 1..=at + 3).find_map(|index| {
                let (months, last) = length(items, index)?;
                Some((Among::Last(months), last))
            })
        }
        _ => None,
    }
}

/// `Two years`, `a decade`, `18 months`: in months, and the last item of it.
fn length(items: &[Item], at: usize) -> Option<(i32, usize)> {
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
fn record(sentence: &Sentence<'_>, at: usize) -> Option<Phrase> {
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
    let rank = Rank { high: !low, among: Among::All };
    let last = at + usize::from(is(items, at + 1, |m| matches!(m, Meaning::High | Meaning::Low)));
    Some(Phrase { first: at, last, what: What::Rank(rank) })
}

/// `A five-month low`, `a ten-year high`.
fn old_high(sentence: &Sentence<'_>, at: usize) -> Option<Phrase> {
    let items = sentence.items;
    let count = whole(items, at).filter(|count| (2..=60).contains(count))?;
    let months = span(meaning(items, at + 1)?, count)?;
    let high = match meaning(items, at + 2)? {
        Meaning::High | Meaning::Highest => true,
        Meaning::Low | Meaning::Lowest => false,
        _ => return None,
    };
    let rank = Rank { high, among: Among::Last(months) };
    Some(Phrase { first: at, last: at + 2, what: What::Rank(rank) })
}

/// `The first fall in four months`, `the first monthly rise since July`.
fn turn(sentence: &Sentence<'_>, at: usize) -> Option<Phrase> {
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
    let (among, last) = (next..next + 2).find_map(|index| among(sentence, index))?;
    let what = What::Turn(Turn { rising: sign > 0, among });
    (!(at..last + 4).any(on_year)).then_some(Phrase { first: at, last, what })
}

/// `The third straight monthly fall`, `rose for a third month in a row`.
fn streak(sentence: &Sentence<'_>, at: usize) -> Option<Phrase> {
    let items = sentence.items;
    let count = match meaning(items, at)? {
        Meaning::Ordinal(count) => count,
        // `A third straight fall` is no fraction.
        Meaning::Fraction(value, _) if value < 34.0 => (100.0 / value).round() as u32,
        Meaning::Number(count) => count as u32,
        // Chinese counts after the word: 连续3个月.
        Meaning::Straight => whole(items, at + 1)?,
        _ => return None,
    };
    let straight = |index: &usize| is(items, *index, |m| m == Meaning::Straight);
    let marker = (at..=at + 4).find(straight)?;
    let end = marker + 4;
    let monthly = (at..=marker + 2)
        .any(|index| is(items, index, |m| matches!(m, Meaning::Months | Meaning::AgainstMonth)));
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
    let fits = monthly && !yearly && (2..=60).contains(&count);
    let what = What::Streak(count, sign > 0);
    fits.then_some(Phrase { first: at, last, what })
}

fn claim(sentence: &Sentence<'_>, phrase: &Phrase) -> Option<Reading> {
    let items = sentence.items;
    let here = sentence.subjects.get(phrase.first).copied()?;
    let whole = sentence.subjects.last().copied()?;
    let subject = if here.own_flow { here } else { whole };
    if !here.judgeable() || !subject.judgeable() {
        return None;
    }
    let mut periods = periods(sentence, phrase);
    // `Snapped three straight months of declines`, `after three straight declines`.
    let run = matches!(phrase.what, What::Streak(..));
    if run && is_over(sentence, phrase) {
        for period in &mut periods {
            period.start = period.start - 1;
        }
    }
    let mut claim = Claim {
        start: items.get(phrase.first)?.start,
        end: items.get(phrase.last)?.end,
        flow: Some(subject.flow?),
        product: Some(subject.product.or(sentence.topic.main).unwrap_or(USUAL)),
        partner: subject.partner.and_then(Partner::parse).unwrap_or_else(Partner::world),
        measure: if subject.worth { Measure::Value } else { Measure::Volume },
        period: periods.first().copied(),
        baseline: None,
        kind: None,
        stated: None,
        unit: "",
        rank: None,
        streak: None,
        turn: None,
        difference: false,
        average: false,
        supposed: subject.product.or(sentence.topic.main).is_none(),
        year_guessed: sentence.clock.guessed && !sentence.mentions.iter().any(|m| m.dated),
    };
    match phrase.what {
        What::Rank(rank) => {
            claim.kind = Some(Kind::Superlative);
            claim.rank = Some(rank);
        }
        What::Streak(count, rising) => {
            claim.kind = Some(Kind::Streak);
            claim.streak = Some((count, rising));
        }
        What::Turn(turn) => {
            claim.kind = Some(Kind::Streak);
            claim.turn = Some(turn);
        }
    }
    let others = periods
        .iter()
        .skip(1)
        .take(3)
        .map(|period| Claim { period: Some(*period), ..claim.clone() })
        .collect();
    Some(Reading { claim, others })
}

/// Whether a run is over where the story tells of it.
fn is_over(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let before = (1..=3).filter_map(|back| phrase.first.checked_sub(back));
    before
        .take_while(|at| !is(sentence.items, *at, |m| matches!(m, Meaning::Comma | Meaning::Break)))
        .any(|at| is(sentence.items, at, |m| matches!(m, Meaning::Ended | Meaning::Adjunct)))
}

/// What is ordered: the month named before the phrase, after it, or by earlier sentences.
fn periods(sentence: &Sentence<'_>, phrase: &Phrase) -> Vec<Period> {
    let current = || {
        let all = sentence.mentions.iter();
        all.filter(|m| m.is_current() && !sentence.is_of_baseline(m, None))
    };
    // `August's seven-month high`.
    let owner = sentence.mentions.iter().find(|m| {
        m.last + 2 == phrase.first && is(sentence.items, m.last + 1, |m| m == Meaning::Possessive)
    });
    let before = owner.or_else(|| current().rfind(|m| m.last < phrase.first));
    let after = current().find(|m| {
        m.first > phrase.last && !follows(sentence.items, m.first, |m| m == Meaning::Since)
    });
    let topic = sentence.topic.period;
    let last = Some(Period::month(sentence.clock.last_month())).filter(|_| sentence.clock.known);
    let named = before.or(after);
    let mut found: Vec<Period> = Vec::new();
    let all = [
        named.map(|m| m.period),
        named.and_then(|m| m.also),
        topic.filter(|_| named.is_none()),
        last.filter(|_| named.is_none()),
    ];
    for period in all.into_iter().flatten() {
        if !found.contains(&period) {
            found.push(period);
        }
    }
    found
}
