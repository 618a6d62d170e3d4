//! Sentences to claims: which figure goes with which product, period and comparison.
//!
//! A figure takes what stands nearest to it: words after it up to the next figure, then words
//! before it, then what earlier sentences were about.

use super::claim::{Claim, Kind, Rank, Stated};
use super::sentence::{Item, What};
use super::words::Meaning;
use crate::trade::{Flow, Measure, Month, Partner, Period};

/// What the sentences so far were about.
#[derive(Clone, Debug, Default)]
pub(super) struct Topic {
    pub flow: Option<Flow>,
    pub product: Option<&'static str>,
    /// What it is about as a whole: the first product named.
    pub main: Option<&'static str>,
    pub period: Option<Period>,
    /// The latest month the story can speak of.
    pub anchor: Option<Month>,
    /// Whether the anchor is only supposed.
    pub guessed: bool,
    /// Whether the anchor is the month before the story's own date.
    pub dated: bool,
}

/// What a figure measures.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Measured {
    Amount(Measure),
    Percent,
    Points,
}

/// A figure in a sentence: the items it takes, from first to last.
#[derive(Clone, Copy, Debug)]
struct Quantity {
    first: usize,
    last: usize,
    stated: Stated,
    measured: Measured,
    /// The sign of a change said in one word.
    sign: Option<f64>,
}

/// A period named in a sentence.
#[derive(Clone, Copy, Debug)]
struct Mention {
    first: usize,
    last: usize,
    period: Period,
    /// Whether it is what something is compared with.
    baseline: bool,
    /// Whether its year was named.
    dated: bool,
}

/// The claims of one sentence; `topic` moves on.
pub(super) fn claims(sentence: &[Item], topic: &mut Topic) -> Vec<Claim> {
    let mentions = mentions(sentence, topic);
    let own_flow = sentence.iter().any(|item| matches!(item.meaning(), Some(Meaning::Flow(_))));
    let own_product =
        sentence.iter().any(|item| matches!(item.meaning(), Some(Meaning::Product(_))));
    let foreign = sentence.iter().any(|item| item.meaning() == Some(Meaning::OtherProduct));
    let mut found: Vec<Claim> = Vec::new();
    // Other goods named beside no product of the data: nothing here is ours to judge.
    if (!foreign || own_product) && !of_others(sentence) {
        let quantities = quantities(sentence);
        for (place, quantity) in quantities.iter().enumerate() {
            let from =
                place.checked_sub(1).and_then(|at| quantities.get(at)).map_or(0, |q| q.last + 1);
            let to = quantities.get(place + 1).map_or(sentence.len(), |next| next.first);
            found.extend(figure_claim(sentence, &mentions, topic, quantity, from, to));
        }
        found.extend(superlatives(sentence, &mentions, topic));
        found.extend(streaks(sentence, &mentions, topic));
    }
    crate::order::sort_by_key(&mut found, |claim| (claim.start, claim.end));
    if !own_product {
        for claim in &mut found {
            claim.instead = topic.main.filter(|main| claim.product != Some(main));
        }
    }
    if own_product || !foreign {
        if let Some(mention) =
            mentions.iter().filter(|mention| !mention.baseline).max_by_key(|m| m.period.end())
        {
            topic.period = Some(mention.period);
        }
        for item in sentence {
            match item.meaning() {
                Some(Meaning::Flow(flow)) => topic.flow = Some(flow),
                // What is only mentioned, its price say, is not what the story goes on about.
                Some(Meaning::Product(product)) if own_flow || topic.product.is_none() => {
                    topic.product = Some(product);
                    topic.main.get_or_insert(product);
                }
                _ => {}
            }
        }
    } else if own_flow {
        // The story has gone on to other goods.
        topic.product = None;
    }
    found
}

fn is(sentence: &[Item], at: usize, test: impl Fn(Meaning) -> bool) -> bool {
    sentence.get(at).and_then(Item::meaning).is_some_and(test)
}

/// Whether the sentence speaks of someone else's trade.
fn of_others(sentence: &[Item]) -> bool {
    sentence.windows(2).any(|pair| {
        matches!(
            pair,
            [one, two] if matches!(one.meaning(), Some(Meaning::Partner(_)))
                && (two.meaning() == Some(Meaning::Possessive)
                    || matches!(two.meaning(), Some(Meaning::Flow(_))))
        )
    })
}

/// The clause around `at`: the items between the nearest breaks.
fn clause(sentence: &[Item], at: usize) -> std::ops::Range<usize> {
    let breaks = |index: &usize| is(sentence, *index, |meaning| meaning == Meaning::Break);
    let start = (0..at).rev().find(breaks).map_or(0, |index| index + 1);
    let end = (at..sentence.len()).find(breaks).unwrap_or(sentence.len());
    start..end
}

fn quantities(sentence: &[Item]) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        match quantity(sentence, at) {
            Some(quantity) => {
                at = quantity.last + 1;
                found.push(quantity);
            }
            None => at += 1,
        }
    }
    found
}

/// The figure whose number stands at `at`.
fn quantity(sentence: &[Item], at: usize) -> Option<Quantity> {
    let hedge = hedge(sentence, at);
    let (value, step) = match sentence.get(at)?.what {
        What::Number(value, step) => (value, step),
        What::Means(Meaning::Multiple(value, width)) => {
            let mut stated = interval(value.abs(), width * 2.0, hedge);
            if hedge == "more than" {
                // More than doubled is less than tripled; more than halved is less than gone.
                stated.high = if value < 0.0 { 100.0 } else { value + 100.0 };
            }
            let sign = Some(value.signum());
            return Some(Quantity {
                first: at,
                last: at,
                stated,
                measured: Measured::Percent,
                sign,
            });
        }
        What::Means(Meaning::Fraction(value, width)) => {
            let stated = interval(value, width * 2.0, hedge);
            let clause = clause(sentence, at);
            // A fraction is a change only right after its direction: `fell by a third`.
            let near = at.saturating_sub(4).max(clause.start)..at;
            near.clone()
                .find(|index| is(sentence, *index, |m| matches!(m, Meaning::Direction(_))))?;
            if is(sentence, at + 1, |m| matches!(m, Meaning::Straight)) {
                return None;
            }
            return Some(Quantity {
                first: at,
                last: at,
                stated,
                measured: Measured::Percent,
                sign: None,
            });
        }
        _ => return None,
    };
    let (mut scale, mut last) = (1.0, at);
    while let Some(Meaning::Scale(factor)) = sentence.get(last + 1).and_then(Item::meaning) {
        scale *= factor;
        last += 1;
    }
    let step_of = |factor: f64| if scale > 1.0 { step.min(1.0) * factor } else { step * factor };
    let money_before = at > 0 && is(sentence, at - 1, |meaning| meaning == Meaning::Dollar);
    if at > 0 && is(sentence, at - 1, |meaning| meaning == Meaning::OtherMoney) {
        return None;
    }
    let (measured, factor, first, last) = match sentence.get(last + 1).and_then(Item::meaning) {
        _ if money_before => (Measured::Amount(Measure::Value), scale, at - 1, last),
        Some(Meaning::Weight(weight)) => {
            (Measured::Amount(Measure::Volume), scale * weight, at, last + 1)
        }
        Some(Meaning::Dollar) => (Measured::Amount(Measure::Value), scale, at, last + 1),
        Some(Meaning::Percent) if scale == 1.0 => {
            if is(sentence, last + 2, |meaning| meaning == Meaning::Points) {
                (Measured::Points, 1.0, at, last + 2)
            } else {
                (Measured::Percent, 1.0, at, last + 1)
            }
        }
        Some(Meaning::Points) if scale == 1.0 => (Measured::Points, 1.0, at, last + 1),
        _ => return None,
    };
    let step = if matches!(measured, Measured::Percent) { step.min(1.0) } else { step_of(factor) };
    let mut stated = interval(value * factor, step, hedge);
    stated.step = step;
    Some(Quantity { first, last, stated, measured, sign: None })
}

/// The word that widens the figure at `at`, if one stands right before it.
fn hedge(sentence: &[Item], at: usize) -> &'static str {
    let before = (1..=2).filter_map(|back| sentence.get(at.checked_sub(back)?)?.meaning());
    for meaning in before {
        match meaning {
            Meaning::About => return "about",
            Meaning::Nearly => return "nearly",
            Meaning::Over => return "more than",
            Meaning::Dollar => {}
            _ => return "",
        }
    }
    ""
}

/// What a printed figure can mean: all that rounds to it, and what its hedge allows.
fn interval(value: f64, step: f64, hedge: &'static str) -> Stated {
    let wide = step.max(value * 0.05);
    let half = step / 2.0;
    let (low, high) = match hedge {
        "about" => (value - wide, value + wide),
        "nearly" => (value - wide * 1.5, value + half),
        // More than a figure, but not so much more that another would have been named.
        "more than" => (value - half, value + wide.max(value * 0.3)),
        _ => (value - half, value + half),
    };
    Stated { value, step, low, high, hedge }
}

fn year_month(year: i32, month: u32) -> Option<Month> {
    Month::new(year, month)
}

/// The latest such month the story can speak of.
fn latest(anchor: Month, number: u32) -> Month {
    let back = (i64::from(anchor.number()) - i64::from(number)).rem_euclid(12);
    anchor - i32::try_from(back).unwrap_or(0)
}

/// Every period the sentence names, in order.
fn mentions(sentence: &[Item], topic: &Topic) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    // What the sentence has named so far is what its later words refer to.
    let mut here = topic.clone();
    let mut at = 0;
    while at < sentence.len() {
        if let Some((period, taken, dated)) = named_period(sentence, at, &here) {
            let mut back = at;
            while back > 0 && is(sentence, back - 1, |m| matches!(m, Meaning::In | Meaning::Skip)) {
                back -= 1;
            }
            let marker = |m: Meaning| matches!(m, Meaning::From | Meaning::Than);
            // `From January to May` is a span, not a comparison.
            let span = period.months > 1 && is(sentence, at + 1, |m| m == Meaning::To);
            // `More than in October` and `above October` compare as well.
            let measured = |m: Meaning| match m {
                Meaning::Over | Meaning::Nearly => back < at,
                Meaning::Direction(_) => back == at && back > 1,
                _ => marker(m),
            };
            let compared = back > 0 && is(sentence, back - 1, measured);
            let baseline = (compared && !span) || baseline_amount(sentence, back);
            if !baseline {
                here.period = Some(period);
            }
            found.push(Mention { first: at, last: at + taken - 1, period, baseline, dated });
            at += taken;
        } else {
            at += 1;
        }
    }
    // A baseline without a year lies before what is compared with it.
    let current = found.iter().find(|mention| !mention.baseline).map(|mention| mention.period);
    if let Some(current) = current.or(topic.period) {
        for mention in found.iter_mut().filter(|mention| mention.baseline && !mention.dated) {
            while mention.period.start >= current.start && mention.period.start.year() > 1800 {
                mention.period = mention.period.years_before(1);
            }
        }
    }
    found
}

/// Whether the words before `at` are an amount that something is compared with: `from 4 tons in`.
fn baseline_amount(sentence: &[Item], at: usize) -> bool {
    (at.saturating_sub(5)..at).any(|first| {
        quantity(sentence, first).is_some_and(|quantity| {
            quantity.last + 1 == at
                && matches!(quantity.measured, Measured::Amount(_))
                && is_baseline(sentence, quantity.first)
        })
    })
}

/// Whether the figure at `first` follows `from`, `compared with` or `than`.
fn is_baseline(sentence: &[Item], first: usize) -> bool {
    (1..=3)
        .filter_map(|back| first.checked_sub(back))
        .map_while(|index| match sentence.get(index)?.meaning() {
            Some(Meaning::From | Meaning::Than) => Some(true),
            Some(
                Meaning::About | Meaning::Nearly | Meaning::Over | Meaning::Skip | Meaning::Dollar,
            ) => Some(false),
            _ => None,
        })
        .any(|found| found)
}

/// The period named at `at`: how many items it takes, and whether with its year.
fn named_period(sentence: &[Item], at: usize, topic: &Topic) -> Option<(Period, usize, bool)> {
    let anchor = topic.anchor?;
    let whole = |index: usize| match sentence.get(index)?.what {
        What::Number(value, step) if (1.0..=2200.0).contains(&value) && step >= 1.0 => {
            Some(value as u32)
        }
        What::Means(Meaning::Number(value)) => Some(value as u32),
        _ => None,
    };
    let means = |index: usize| sentence.get(index).and_then(Item::meaning);
    let plain = |index: usize| {
        // A year carries neither unit nor comma.
        let item = sentence.get(index)?;
        let year = whole(index).filter(|year| (1990..=2100).contains(year))?;
        (item.end - item.start == 4
            && !matches!(
                means(index + 1),
                Some(Meaning::Weight(_) | Meaning::Percent | Meaning::Scale(_) | Meaning::Points)
            )
            && (index == 0 || means(index - 1) != Some(Meaning::Dollar)))
        .then_some(())?;
        i32::try_from(year).ok()
    };
    // A year after a month, with `of` or `in` or a comma between.
    let year_after = |index: usize| -> Option<(i32, usize)> {
        for skip in 0..=2 {
            if let Some(year) = plain(index + skip) {
                return Some((year, skip + 1));
            }
            match means(index + skip) {
                Some(Meaning::YearShift(shift)) => return Some((anchor.year() + shift, skip + 1)),
                Some(Meaning::In | Meaning::Skip | Meaning::Break) => {}
                _ => return None,
            }
        }
        None
    };
    let month_number = |index: usize| match means(index)? {
        Meaning::Month(number) => Some(number),
        // The verb is written small, and what follows it is no year.
        Meaning::MonthMay => {
            let before = index.checked_sub(1).and_then(means);
            let fits = matches!(before, Some(Meaning::In | Meaning::From | Meaning::Through))
                || matches!(before, Some(Meaning::To | Meaning::Since))
                || index == 0 && matches!(means(1), Some(Meaning::Product(_) | Meaning::Flow(_)))
                || plain(index + 1).is_some()
                || means(index + 1) == Some(Meaning::Through);
            fits.then_some(5)
        }
        _ => None,
    };
    // Chinese: 2024年11月, 1至11月.
    if let (Some(year), Some(Meaning::Years)) = (plain(at), means(at + 1)) {
        if let Some((period, taken, _)) = numbered_months(sentence, at + 2, Some(year), anchor) {
            return Some((period, taken + 2, true));
        }
        return Some((Period { start: year_month(year, 1)?, months: 12 }, 2, true));
    }
    if let Some(Meaning::YearShift(shift)) = means(at)
        && let Some((period, taken, _)) =
            numbered_months(sentence, at + 1, Some(anchor.year() + shift), anchor)
    {
        return Some((period, taken + 1, true));
    }
    if let Some(found) = numbered_months(sentence, at, None, anchor) {
        return Some(found);
    }
    if let Some(number) = month_number(at) {
        // `Dec 7` and `12 March` are days, and a day is no period of trade.
        let day = |index: usize| whole(index).is_some_and(|day| (1..=31).contains(&day));
        let counted = matches!(
            means(at + 2),
            Some(Meaning::Weight(_) | Meaning::Percent | Meaning::Scale(_) | Meaning::Points)
        );
        let touching = |one: usize| match (sentence.get(one), sentence.get(one + 1)) {
            (Some(one), Some(two)) => two.start == one.end + 1,
            _ => false,
        };
        let before = at.checked_sub(1).filter(|before| day(*before) && touching(*before));
        if before.is_some() || (day(at + 1) && touching(at) && !counted) {
            return None;
        }
        // The hyphen of `January-May` is no item: one byte apart and nothing between.
        let hyphened = match (sentence.get(at), sentence.get(at + 1)) {
            (Some(one), Some(two)) => two.start == one.end + 1,
            _ => false,
        };
        let next = match means(at + 1) {
            Some(Meaning::Month(second)) => Some(second),
            Some(Meaning::MonthMay) => Some(5),
            _ => None,
        };
        if hyphened && let Some(second) = next.filter(|second| *second > number) {
            let (year, more) = year_after(at + 2).unwrap_or((latest(anchor, second).year(), 0));
            let months = u16::try_from(second - number + 1).ok()?;
            return Some((Period { start: year_month(year, number)?, months }, 2 + more, more > 0));
        }
        let joined = matches!(means(at + 1), Some(Meaning::Through | Meaning::To | Meaning::And));
        if joined && let Some(second) = month_number(at + 2) {
            if means(at + 1) == Some(Meaning::And)
                && (number, second) != (1, 2)
                && !(at > 0 && means(at - 1) == Some(Meaning::Between))
            {
                return None;
            }
            let months = second.checked_sub(number)? + 1;
            let (year, taken, dated) = match year_after(at + 3) {
                Some((year, more)) => (year, 3 + more, true),
                None => (latest(anchor, second).year(), 3, false),
            };
            let months = u16::try_from(months).ok()?;
            return Some((Period { start: year_month(year, number)?, months }, taken, dated));
        }
        return Some(match year_after(at + 1) {
            Some((year, more)) => (Period::month(year_month(year, number)?), 1 + more, true),
            None => (Period::month(latest(anchor, number)), 1, false),
        });
    }
    // The first eleven months; the 11 months to November.
    let count_at = if means(at) == Some(Meaning::Ordinal(1)) { at + 1 } else { at };
    if let Some(count) = whole(count_at).filter(|count| (2..=12).contains(count))
        && means(count_at + 1) == Some(Meaning::Months)
        && (count_at > at || means(count_at + 2) == Some(Meaning::Through))
    {
        let (year, more) = year_after(count_at + 2).unwrap_or((latest(anchor, count).year(), 0));
        let months = u16::try_from(count).ok()?;
        let period = Period { start: year_month(year, 1)?, months };
        return Some((period, count_at + 2 - at + more, more > 0));
    }
    let span = |first: u32, months: u16, next: usize| {
        let last = first + u32::from(months) - 1;
        let (year, more) = year_after(next).unwrap_or((latest(anchor, last).year(), 0));
        Some((Period { start: year_month(year, first)?, months }, next - at + more, more > 0))
    };
    match means(at)? {
        Meaning::Quarter(number) => span(number * 3 - 2, 3, at + 1),
        Meaning::Half(number) => span(number * 6 - 5, 6, at + 1),
        Meaning::MonthShift(shift) => {
            let month = if shift == 0 || !topic.dated { topic.period?.end() } else { anchor };
            (shift != 0).then_some((Period::month(month), 1, false))
        }
        Meaning::ToDate => {
            let current = topic.period.filter(|period| period.end().year() == anchor.year());
            let month = current.map_or(anchor, Period::end);
            Some((Period::year_to_date(month), 1, false))
        }
        Meaning::In | Meaning::WholeYear => {
            let year = match means(at + 1) {
                Some(Meaning::YearShift(shift)) => anchor.year() + shift,
                Some(Meaning::WholeYear) => return None,
                _ => plain(at + 1)?,
            };
            Some((Period { start: year_month(year, 1)?, months: 12 }, 2, true))
        }
        _ => None,
    }
}

/// Months by their numbers, as Chinese names them.
fn numbered_months(
    sentence: &[Item],
    at: usize,
    year: Option<i32>,
    anchor: Month,
) -> Option<(Period, usize, bool)> {
    let number = |index: usize| match sentence.get(index)?.what {
        What::Number(value, 1.0 | 10.0) if (1.0..=12.0).contains(&value) => Some(value as u32),
        _ => None,
    };
    let means = |index: usize| sentence.get(index).and_then(Item::meaning);
    // The English `11 months` has a blank; the Chinese sign follows its number at once.
    let sign = |index: usize| {
        let touches =
            index.checked_sub(1).and_then(|before| sentence.get(before)).map(|item| item.end)
                == sentence.get(index).map(|item| item.start);
        means(index) == Some(Meaning::Months) && touches
    };
    if means(at) == Some(Meaning::Ordinal(1))
        && let Some(count) = number(at + 1)
        && sign(at + 2)
    {
        let year = year.unwrap_or(latest(anchor, count).year());
        let months = u16::try_from(count).ok()?;
        return Some((Period { start: year_month(year, 1)?, months }, 3, false));
    }
    let first = number(at)?;
    if sign(at + 1) && means(at + 2) != Some(Meaning::Through) {
        let month = match year {
            Some(year) => year_month(year, first)?,
            None => latest(anchor, first),
        };
        return Some((Period::month(month), 2, year.is_some()));
    }
    let gap = usize::from(sign(at + 1));
    if means(at + gap + 1) == Some(Meaning::Through)
        && let Some(last) = number(at + gap + 2)
        && sign(at + gap + 3)
    {
        let months = u16::try_from(last.checked_sub(first)? + 1).ok()?;
        let year = year.unwrap_or(latest(anchor, last).year());
        return Some((Period { start: year_month(year, first)?, months }, gap + 4, false));
    }
    None
}

/// The nearest item before `at` for which `pick` finds something, else the nearest after.
fn nearest<T>(sentence: &[Item], at: usize, pick: impl Fn(Meaning) -> Option<T>) -> Option<T> {
    let found = |index: usize| sentence.get(index).and_then(Item::meaning).and_then(&pick);
    (0..at).rev().find_map(found).or_else(|| (at..sentence.len()).find_map(found))
}

/// Flow, product and partner of what stands at `at`.
fn subject(
    sentence: &[Item],
    at: usize,
    topic: &Topic,
) -> (Option<Flow>, Option<&'static str>, Partner) {
    let flow = nearest(sentence, at, |meaning| match meaning {
        Meaning::Flow(flow) => Some(flow),
        _ => None,
    });
    // Other goods count where they stand in the figure's clause, or where the flow is theirs:
    // elsewhere in a sentence they are often only what the product is used for.
    let other = |index: usize| is(sentence, index, |m| m == Meaning::OtherProduct);
    let their_flow = (0..at)
        .rfind(|index| is(sentence, *index, |m| matches!(m, Meaning::Flow(_))))
        .is_some_and(|index| {
            let own = clause(sentence, index).start.max(index.saturating_sub(2));
            (own..index).any(other)
        });
    let near = clause(sentence, at).any(other) || their_flow;
    let product = nearest(sentence, at, |meaning| match meaning {
        Meaning::Product(product) => Some(product),
        Meaning::OtherProduct if near => Some(""),
        _ => None,
    });
    let partner =
        (0..sentence.len()).rev().find_map(|index| match sentence.get(index)?.meaning()? {
            Meaning::Partner(code) => {
                let before = (1..=2).filter_map(|back| index.checked_sub(back));
                before
                    .map(|index| sentence.get(index).and_then(Item::meaning))
                    .any(|m| matches!(m, Some(Meaning::To | Meaning::From)))
                    .then_some(code)
            }
            _ => None,
        });
    let partner = partner.and_then(Partner::parse).unwrap_or_else(Partner::world);
    (flow.or(topic.flow), product.or(topic.product), partner)
}

/// The period a figure at `first..=last` speaks of, between the figures before and after it.
fn period_of(
    mentions: &[Mention],
    topic: &Topic,
    (first, last): (usize, usize),
    (from, to): (usize, usize),
) -> Option<Mention> {
    let current = || mentions.iter().filter(|mention| !mention.baseline);
    let right_after = current().find(|m| m.first > last && m.first <= last + 2);
    let after = current().find(|mention| mention.first > last && mention.first < to);
    let between = current().rfind(|mention| mention.last < first && mention.first >= from);
    let before = current().rfind(|mention| mention.last < first);
    let later = current().find(|mention| mention.first > last);
    right_after
        .or(between)
        .or(after.filter(|after| after.first <= last + 4))
        .or(before)
        .or(later)
        .copied()
        .or_else(|| {
            let period = topic.period?;
            Some(Mention { first: 0, last: 0, period, baseline: false, dated: true })
        })
}

fn figure_claim(
    sentence: &[Item],
    mentions: &[Mention],
    topic: &Topic,
    quantity: &Quantity,
    from: usize,
    to: usize,
) -> Option<Claim> {
    let clause = clause(sentence, quantity.first);
    let means = |index: usize| sentence.get(index).and_then(Item::meaning);
    let unfit = clause.clone().filter_map(means).any(|meaning| {
        matches!(meaning, Meaning::NotTrade | Meaning::Price | Meaning::Share | Meaning::Forecast)
    });
    if unfit {
        return None;
    }
    let (flow, product, partner) = subject(sentence, quantity.first, topic);
    let product = product.filter(|product| !product.is_empty())?;
    let flow = flow?;
    // Without a word on trade in the sentence a bare weight may be anything.
    let trade = sentence.iter().any(|item| {
        matches!(
            item.meaning(),
            Some(Meaning::Flow(_) | Meaning::Direction(_) | Meaning::AgainstYear)
        )
    }) || topic.flow.is_some() && !mentions.is_empty();
    if !trade {
        return None;
    }
    let mention = period_of(mentions, topic, (quantity.first, quantity.last), (from, to));
    let named_baseline = || {
        let after = mentions
            .iter()
            .find(|m| m.baseline && m.first > quantity.last && m.first < to.max(quantity.last + 6));
        after.map(|mention| mention.period)
    };
    let period = mention.map(|mention| mention.period);
    let against = against(sentence, quantity, from, to).or_else(|| {
        // `Up 5.1% from 4,206 tons a year earlier`: the baseline's own words say against what.
        let next = self::quantity(sentence, to).filter(|next| is_baseline(sentence, next.first))?;
        let meaning = sentence.get(next.last + 1)?.meaning()?;
        matches!(meaning, Meaning::AgainstYear | Meaning::AgainstMonth).then_some(meaning)
    });
    let start = sentence.get(quantity.first)?.start;
    let end = sentence.get(quantity.last)?.end;
    let mut claim = Claim {
        start,
        end,
        flow: Some(flow),
        product: Some(product),
        partner,
        measure: Measure::Volume,
        period,
        baseline: None,
        kind: None,
        stated: Some(quantity.stated),
        unit: "%",
        rank: None,
        streak: None,
        instead: None,
        loose: mention.is_none_or(|mention| mention.last == 0 || !clause.contains(&mention.first)),
        year_guessed: topic.guessed && !mention.is_some_and(|mention| mention.dated),
    };
    match quantity.measured {
        Measured::Amount(measure) => {
            // `200 tons less` is a difference; a bare weight may be anything.
            let difference = is(sentence, quantity.last + 1, |m| {
                matches!(m, Meaning::Direction(_) | Meaning::Over | Meaning::Nearly)
            });
            let about_trade = sentence
                .iter()
                .any(|item| matches!(item.meaning(), Some(Meaning::Flow(_) | Meaning::Product(_))));
            if difference || !(about_trade || !mentions.is_empty() || against.is_some()) {
                return None;
            }
            claim.measure = measure;
            claim.unit = measure.unit().code();
            // `And 4,206 tons a year earlier` is a second baseline, though `and` joins it.
            let own_marker = is(sentence, quantity.last + 1, |m| {
                matches!(m, Meaning::AgainstYear | Meaning::AgainstMonth)
            });
            if own_marker || is_baseline(sentence, quantity.first) {
                let own = mentions.iter().find(|m| {
                    m.first > quantity.last && m.first <= quantity.last + 3 && m.baseline
                });
                claim.period = match (own, against) {
                    (Some(own), _) => Some(own.period),
                    (None, Some(Meaning::AgainstYear)) => {
                        period.map(|period| period.years_before(1))
                    }
                    (None, Some(Meaning::AgainstMonth)) => {
                        period.map(|period| Period::month(period.start - 1))
                    }
                    // `From X to Y` alone does not say when X was.
                    _ => None,
                };
            } else if is(sentence, quantity.first.saturating_sub(1), |m| {
                m == Meaning::Direction(1) || m == Meaning::Direction(-1)
            }) && !is(sentence, quantity.first.saturating_sub(1), |m| m == Meaning::To)
            {
                // `Fell 300 tons` is a difference, which is not judged.
                return None;
            }
            claim.kind = claim.period.map(level_kind);
            claim.kind = claim.kind.or(Some(Kind::Level));
        }
        Measured::Percent | Measured::Points => {
            let sign = quantity.sign.or_else(|| direction(sentence, quantity, from, to))?;
            claim.stated = Some(signed(quantity.stated, sign));
            if quantity.measured == Measured::Points {
                claim.unit = "pp";
            }
            let baseline = named_baseline();
            let (Some(period), true) = (period, quantity.measured == Measured::Percent) else {
                return Some(claim);
            };
            claim.kind = match (against, baseline) {
                (_, Some(baseline)) if baseline.months == 1 && period.months == 1 => {
                    claim.baseline = Some(baseline);
                    match period.start - baseline.start {
                        1 => Some(Kind::MonthOnMonth),
                        12 => Some(Kind::YearOnYear),
                        _ => None,
                    }
                }
                (Some(Meaning::AgainstMonth), _) => Some(Kind::MonthOnMonth),
                (Some(_), _) => Some(change_kind(period)),
                (None, _) if period.months > 1 => Some(change_kind(period)),
                (None, _) => None,
            };
        }
    }
    Some(claim)
}

fn signed(stated: Stated, sign: f64) -> Stated {
    if sign >= 0.0 {
        return stated;
    }
    Stated { value: -stated.value, low: -stated.high, high: -stated.low, ..stated }
}

/// The kind of an amount of `period`.
const fn level_kind(period: Period) -> Kind {
    match period.months {
        12 => Kind::Annual,
        1 => Kind::Level,
        _ if period.start.number() == 1 => Kind::YearToDate,
        _ => Kind::Level,
    }
}

/// The kind of a change of `period` on the year.
const fn change_kind(period: Period) -> Kind {
    match period.months {
        12 => Kind::AnnualChange,
        1 => Kind::YearOnYear,
        _ if period.start.number() == 1 => Kind::YearToDateChange,
        _ => Kind::YearOnYear,
    }
}

/// Whether a percentage is a rise or a fall.
fn direction(sentence: &[Item], quantity: &Quantity, from: usize, to: usize) -> Option<f64> {
    let found = |index: usize| match sentence.get(index)?.meaning()? {
        Meaning::Direction(sign) => Some(f64::from(sign)),
        // `7 % more than` reads as a hedge where no figure follows.
        Meaning::Over if index == quantity.last + 1 => Some(1.0),
        Meaning::Nearly if index == quantity.last + 1 => Some(-1.0),
        Meaning::Through if index + 1 == quantity.first => Some(-1.0),
        _ => None,
    };
    let near = from.max(quantity.first.saturating_sub(10));
    let before = found(quantity.last + 1).or_else(|| (near..quantity.first).rev().find_map(found));
    let after = || (quantity.last + 1..to.min(quantity.last + 5)).find_map(found);
    before.or_else(after).filter(|sign| *sign != 0.0)
}

/// What a figure is compared with: the words after it, else before it.
fn against(sentence: &[Item], quantity: &Quantity, from: usize, to: usize) -> Option<Meaning> {
    let found = |index: usize| {
        let meaning = sentence.get(index)?.meaning()?;
        matches!(meaning, Meaning::AgainstYear | Meaning::AgainstMonth).then_some(meaning)
    };
    let reach = to.min(quantity.last + 8);
    // In its own clause first: Chinese names the comparison before each figure.
    let own = clause(sentence, quantity.last).end.min(reach);
    let after = (quantity.last + 1..own).find_map(found);
    after
        .or_else(|| (from..quantity.first).rev().find_map(found))
        .or_else(|| (quantity.last + 1..reach).find_map(found))
}

fn blank(
    sentence: &[Item],
    at: usize,
    last: usize,
    mentions: &[Mention],
    topic: &Topic,
) -> Option<Claim> {
    let (flow, product, partner) = subject(sentence, at, topic);
    let product = product.filter(|product| !product.is_empty())?;
    let current = mentions.iter().rfind(|m| !m.baseline && m.last < at);
    let period = current.or_else(|| mentions.iter().find(|m| !m.baseline && m.first > last));
    let unfit =
        clause(sentence, at).filter_map(|index| sentence.get(index)?.meaning()).any(|meaning| {
            matches!(
                meaning,
                Meaning::NotTrade | Meaning::Price | Meaning::Share | Meaning::Forecast
            )
        });
    if unfit {
        return None;
    }
    Some(Claim {
        start: sentence.get(at)?.start,
        end: sentence.get(last)?.end,
        flow: Some(flow?),
        product: Some(product),
        partner,
        measure: Measure::Volume,
        period: period.map(|m| m.period).or(topic.period),
        baseline: None,
        kind: None,
        stated: None,
        unit: "",
        rank: None,
        streak: None,
        instead: None,
        loose: false,
        year_guessed: topic.guessed && !period.is_some_and(|m| m.dated),
    })
}

/// `The highest since June 2014`, `the lowest in two years`, `a record`.
fn superlatives(sentence: &[Item], mentions: &[Mention], topic: &Topic) -> Vec<Claim> {
    let mut found = Vec::new();
    for at in 0..sentence.len() {
        let means = |index: usize| sentence.get(index).and_then(Item::meaning);
        let Some(high) = means(at).and_then(|meaning| match meaning {
            Meaning::Highest => Some(true),
            Meaning::Lowest => Some(false),
            _ => None,
        }) else {
            continue;
        };
        // `Most since`, `lowest level in`: a word or two may stand between.
        let Some(marker) = (at + 1..=at + 4)
            .find(|index| matches!(means(*index), Some(Meaning::Since | Meaning::In)))
        else {
            continue;
        };
        let rank = |since, months| {
            if high { Rank::Highest(since, months) } else { Rank::Lowest(since, months) }
        };
        let (rank, last) = if means(marker) == Some(Meaning::Since) {
            let Some(since) = mentions.iter().find(|m| m.first == marker + 1) else { continue };
            if since.period.months != 1 {
                continue;
            }
            (rank(Some(since.period.start), None), since.last)
        } else {
            let near =
                (marker + 1..=marker + 3).find_map(|index| match sentence.get(index)?.what {
                    What::Number(value, _) => Some((value, index)),
                    What::Means(Meaning::Number(value)) => Some((value, index)),
                    _ => None,
                });
            let Some((count, index)) = near.filter(|(count, _)| (1.0..=40.0).contains(count))
            else {
                continue;
            };
            let months = match means(index + 1) {
                Some(Meaning::Years) => count * 12.0,
                Some(Meaning::Months) => count,
                _ => continue,
            };
            (rank(None, Some(months as i32)), index + 1)
        };
        let others: Vec<Mention> =
            mentions.iter().filter(|m| m.first != marker + 1).copied().collect();
        if let Some(mut claim) = blank(sentence, at, last, &others, topic) {
            claim.kind = Some(Kind::Superlative);
            claim.rank = Some(rank);
            found.push(claim);
        }
    }
    found
}

/// `The third straight monthly fall`.
fn streaks(sentence: &[Item], mentions: &[Mention], topic: &Topic) -> Vec<Claim> {
    let mut found = Vec::new();
    for at in 0..sentence.len() {
        let means = |index: usize| sentence.get(index).and_then(Item::meaning);
        let count = match means(at) {
            Some(Meaning::Ordinal(count)) => count,
            // `A third straight fall` is no fraction.
            Some(Meaning::Fraction(value, _)) if value < 34.0 => (100.0 / value).round() as u32,
            _ => continue,
        };
        let Some(marker) = (at + 1..=at + 3).find(|index| means(*index) == Some(Meaning::Straight))
        else {
            continue;
        };
        let monthly = (at..=marker + 2)
            .any(|index| matches!(means(index), Some(Meaning::Months | Meaning::AgainstMonth)));
        let after = (marker..marker + 5).find_map(|index| match means(index)? {
            Meaning::Direction(sign) => Some((sign, index)),
            _ => None,
        });
        let before = || {
            (at.saturating_sub(8)..at).rev().find_map(|index| match means(index)? {
                Meaning::Direction(sign) => Some((sign, marker)),
                _ => None,
            })
        };
        let Some((sign, last)) = after.or_else(before).filter(|(sign, _)| *sign != 0) else {
            continue;
        };
        if !monthly || count < 2 {
            continue;
        }
        let yearly = (at..marker + 8).any(|index| means(index) == Some(Meaning::AgainstYear));
        if let Some(mut claim) = blank(sentence, at, last.max(marker), mentions, topic)
            && !yearly
        {
            claim.kind = Some(Kind::Streak);
            claim.streak = Some((count, sign > 0));
            found.push(claim);
        }
    }
    found
}

/// The month before `period`.
pub(super) fn month_before(period: Period) -> Period {
    Period::month(period.start - 1)
}
