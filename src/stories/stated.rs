//! Figures: a number with its unit, or words for one, with everything they can mean.

use super::claim::{Hedge, Stated};
use super::clock::year;
use super::meaning::{Meaning, Remark};
use super::sentence::{Item, What, counted_in, follows, is, meaning, touching};
use crate::trade::Unit;

/// What a figure measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measured {
    /// How much.
    Amount(Unit),
    /// A change or a share in percent.
    Percent,
    /// A distance between percentages.
    Points,
}

/// A figure in a sentence: its items, from first to last.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    pub first: usize,
    pub last: usize,
    pub stated: Stated,
    pub measured: Measured,
    /// The direction of a change said in one word: `doubled`.
    pub sign: Option<f64>,
    /// Whether its words are as loose as a share's, and so reported only if they hold.
    pub loose: bool,
}

impl Figure {
    /// Whether it is a change in percent.
    pub fn is_percent(&self) -> bool {
        self.measured == Measured::Percent
    }

    /// Whether it is an amount.
    pub const fn is_amount(&self) -> bool {
        matches!(self.measured, Measured::Amount(_))
    }

    /// Whether it is a sum of money.
    pub fn is_money(&self) -> bool {
        matches!(self.measured, Measured::Amount(unit) if unit.is_money())
    }

    /// Whether it is a quantity of goods: a weight, or in their own unit.
    pub fn is_quantity(&self) -> bool {
        self.is_amount() && !self.is_money()
    }
}

/// Every figure of a sentence, in order; `last` is the last amount of the sentence before.
pub fn figures(items: &[Item], last: Option<Figure>) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    let mut at = 0;
    while at < items.len() {
        match figure(items, at) {
            Some(figure) => {
                at = figure.last + 1;
                found.push(figure);
            }
            None => at += 1,
        }
    }
    let mut without = elided(items, &found);
    without.extend(listed(items, &found, last));
    without.extend(of_months(items, &found, last));
    found.extend(without);
    crate::util::sort_by_key(&mut found, |figure| figure.first);
    found
}

/// The figure that begins at `at`.
fn figure(items: &[Item], at: usize) -> Option<Figure> {
    match items.get(at)?.what {
        What::Number(value, step) => number(items, at, value, step),
        What::Means(Meaning::Number(value)) => {
            let whole = counted(items, at, value, 1.0);
            whole.or_else(|| and_a_half(items, at, value)).or_else(|| spelled(items, at))
        }
        What::Means(Meaning::Money(unit)) => money(items, at, unit),
        What::Means(Meaning::Multiple(times)) => Some(multiple(items, at, at, times, 0.0)),
        What::Means(Meaning::Fraction(value, reach)) => fraction(items, at, value, reach),
        What::Means(Meaning::Direction(0)) => flat(items, at),
        _ => None,
    }
}

/// `Fifty-five thousand tonnes`, 五万五千吨: a number in words that a unit follows.
fn spelled(items: &[Item], at: usize) -> Option<Figure> {
    let (mut whole, mut group, mut step, mut last) = (0.0, 0.0, 1.0, at);
    loop {
        match meaning(items, last)? {
            // 五十五: five tens and five.
            Meaning::Number(10.0) if (1.0..10.0).contains(&group) => group *= 10.0,
            Meaning::Number(value) => group += value,
            Meaning::Scale(1e2) => group *= 1e2,
            Meaning::Scale(factor) => {
                (whole, group, step) = (whole + group * factor, 0.0, factor);
            }
            _ => return None,
        }
        let joined = is(items, last + 1, |m| m == Meaning::And)
            && is(items, last, |m| matches!(m, Meaning::Scale(_)));
        let next = last + 1 + usize::from(joined);
        match meaning(items, next) {
            Some(Meaning::Number(_) | Meaning::Scale(_)) => last = next,
            _ => break,
        }
    }
    let measured = |m| matches!(m, Meaning::Quantity(..) | Meaning::Percent);
    let step = if group > 0.0 { 1.0 } else { step };
    // `One ton` is what a price is of.
    let several = whole + group > 1.0;
    (several && is(items, last + 1, measured))
        .then(|| scaled(items, at, whole + group, step, 1.0, last))?
}

/// `Little changed`, 基本持平: by less than one percent.
fn flat(items: &[Item], at: usize) -> Option<Figure> {
    let stated = Stated { value: 0.0, step: 1.0, low: -1.0, high: 1.0, hedge: Hedge::None };
    // `Flat at 0.2%`: the figure says it.
    let told = (at + 1..at + 6).any(|index| is(items, index, |m| m == Meaning::Percent));
    let sign = Some(1.0);
    let measured = Measured::Percent;
    (!told).then_some(Figure { first: at, last: at, stated, measured, sign, loose: true })
}

fn number(items: &[Item], at: usize, value: f64, step: f64) -> Option<Figure> {
    if follows(items, at, |m| m == Meaning::OtherMoney) {
        return None;
    }
    let mixed = hundred_millions(items, at, value).or_else(|| ten_thousands(items, at, value));
    if let Some((whole, step, last)) = mixed {
        return scaled(items, at, whole, step, 1.0, last);
    }
    let (scale, last) = scale(items, at);
    scaled(items, at, value, step, scale, last)
}

/// `6万2585`: so many ten thousands and the rest.
fn ten_thousands(items: &[Item], at: usize, value: f64) -> Option<(f64, f64, usize)> {
    let Meaning::Scale(factor) = meaning(items, at + 1)? else { return None };
    let What::Number(rest, step) = items.get(at + 2)?.what else { return None };
    let joined =
        touching(items, at) && touching(items, at + 1) && rest < factor && value.fract() == 0.0;
    joined.then_some((value * factor + rest, step, at + 2))
}

/// `1亿2300万`: so many hundred millions and the ten thousands beyond.
fn hundred_millions(items: &[Item], at: usize, value: f64) -> Option<(f64, f64, usize)> {
    let Meaning::Scale(much) = meaning(items, at + 1)? else { return None };
    let What::Number(rest, step) = items.get(at + 2)?.what else { return None };
    let Meaning::Scale(little) = meaning(items, at + 3)? else { return None };
    let joined = (at..at + 3).all(|index| touching(items, index)) && rest * little < much;
    joined.then_some((value * much + rest * little, step.min(1.0) * little, at + 3))
}

fn scaled(
    items: &[Item],
    at: usize,
    value: f64,
    step: f64,
    scale: f64,
    last: usize,
) -> Option<Figure> {
    let unit = match items.get(last + 1) {
        // As good as a comma.
        None => Some(Meaning::Comma),
        Some(item) => item.meaning(),
    };
    // A number in millions is printed with the digits that are meant.
    let step = if scale > 1.0 { step.min(1.0) } else { step };
    let made = |stated, measured, last| {
        Some(Figure { first: at, last, stated, measured, sign: None, loose: false })
    };
    let hedge = hedge_of(items, at, last + 1);
    match unit? {
        Meaning::Quantity(many, unit) => {
            let step = if scale > 1.0 { step } else { meant(value, step, hedge) };
            let factor = scale * many;
            let stated = interval(value * factor, step * factor, hedge);
            made(stated, Measured::Amount(unit), last + 1)
        }
        Meaning::Money(unit) => {
            let stated = interval(value * scale, step * scale, hedge);
            if is_price(items, last + 2, value * scale) {
                None
            } else {
                made(stated, Measured::Amount(unit), last + 1)
            }
        }
        Meaning::Percent if scale == 1.0 => {
            let points = is(items, last + 2, |m| m == Meaning::Points);
            let measured = if points { Measured::Points } else { Measured::Percent };
            let end = last + 1 + usize::from(points);
            made(interval(value, step.min(1.0), hedge), measured, end)
        }
        Meaning::Tenths if scale == 1.0 => {
            made(interval(value * 10.0, 3.0, hedge), Measured::Percent, last + 1)
        }
        Meaning::Points if scale == 1.0 => {
            made(interval(value, step.min(1.0), hedge), Measured::Points, last + 1)
        }
        Meaning::Comma | Meaning::Break | Meaning::Direction(_) | Meaning::From if scale >= 1e6 => {
            in_money(items, at, value * scale, step * scale, last)
        }
        _ => counted(items, at, value, step.min(1.0)),
    }
}

fn in_money(items: &[Item], at: usize, value: f64, step: f64, last: usize) -> Option<Figure> {
    let measured = Measured::Amount(counted_in(items, at)?);
    let stated = interval(value, step, hedge(items, at));
    Some(Figure { first: at, last, stated, measured, sign: None, loose: false })
}

/// `Three times`, `7.6-fold`.
fn counted(items: &[Item], at: usize, value: f64, step: f64) -> Option<Figure> {
    match meaning(items, at + 1)? {
        Meaning::Fold => Some(multiple(items, at, at + 1, value, step)),
        // 5月的3.7倍, 是去年同月的近三倍: so many times as much, not more.
        Meaning::TimesMore if follows(items, hedged(items, at), |m| m == Meaning::Of) => {
            let of = hedged(items, at) - 1;
            (!is_of_flow(items, of)).then(|| multiple(items, at, at + 1, value, step))
        }
        Meaning::TimesMore => Some(multiple(items, at, at + 1, value + 1.0, step)),
        Meaning::Times => {
            // `Five times the May trough`, `three times as much in June as in May`.
            let period = |index: usize| is_period(items, index);
            let likened = (at + 2..at + 4).any(|index| {
                is(items, index, |m| matches!(m, Meaning::Nearly | Meaning::AsMuch | Meaning::Of))
            });
            let against = |index: usize| {
                is(items, index, |m| {
                    matches!(
                        m,
                        Meaning::AgainstYear
                            | Meaning::AgainstMonth
                            | Meaning::Than
                            | Meaning::Same
                    )
                })
            };
            // `Three times` is how often, unless something is said to be as much.
            let alike = is(items, at + 2, |m| m == Meaning::AsMuch)
                && !is(items, at + 3, |m| m == Meaning::Adjunct);
            // `Three times the $310.1 million of 2009`, `two and a half times what they had managed in June`.
            let leads = |index: &usize| {
                let word = |item: &Item| !matches!(item.what, What::Means(_));
                items.get(*index).is_some_and(word) && year(items, *index).is_none()
                    || is(items, *index, |m| {
                        m.is_measure() || matches!(m, Meaning::Of | Meaning::In | Meaning::From)
                    })
            };
            let led = (at + 2..at + 10).take_while(leads).last();
            let amount = led.is_some_and(|last| {
                period(last + 1)
                    && is(items, last, |m| matches!(m, Meaning::Of | Meaning::In | Meaning::From))
            });
            let compared = alike
                || amount
                || period(at + 2)
                || likened && (at + 3..at + 9).any(period)
                || (at + 2..at + 8).any(against);
            compared.then(|| multiple(items, at, at + 1, value, step))
        }
        _ => None,
    }
}

/// Whether what stands before `of` is a flow, or what it is worth, with the amount in brackets: 出口值（4.83亿元）的.
fn is_of_flow(items: &[Item], of: usize) -> bool {
    let closed = items.get(..of).and_then(|before| before.last()).is_some_and(|item| item.closes);
    let opens = |at: &usize| items.get(*at).is_some_and(|item| item.opens);
    let end = if closed { (0..of).rev().find(opens).unwrap_or(of) } else { of };
    (0..3)
        .filter_map(|back| end.checked_sub(back))
        .any(|at| follows(items, at, |m| matches!(m, Meaning::Flow(_))))
}

/// `Two and a half times`.
fn and_a_half(items: &[Item], at: usize, value: f64) -> Option<Figure> {
    let joined = is(items, at + 1, |m| m == Meaning::And);
    let half = (at + 2..at + 4).find(|index| {
        is(items, *index, |m| matches!(m, Meaning::Fraction(50.0, _) | Meaning::Half(_)))
    })?;
    let own = counted(items, half, value + 0.5, 0.5).filter(|_| joined)?;
    let hedge = hedge(items, at);
    let reach = 25.0;
    let low = if hedge == Hedge::More { own.stated.value } else { own.stated.value - reach };
    let stated = Stated { low, hedge, ..own.stated };
    Some(Figure { first: at, stated, ..own })
}

/// `US$939.72 million`.
fn money(items: &[Item], at: usize, unit: Unit) -> Option<Figure> {
    let What::Number(value, step) = items.get(at + 1)?.what else { return None };
    let (scale, last) = scale(items, at + 1);
    let step = if scale > 1.0 { step.min(1.0) } else { step };
    let stated = interval(value * scale, step * scale, hedge_of(items, at, last));
    let measured = Measured::Amount(unit);
    if is_price(items, last + 1, value * scale) {
        return None;
    }
    Some(Figure { first: at, last, stated, measured, sign: None, loose: false })
}

/// Less money than this is hardly a country's trade in a month, but may be what each tonne or kilogram was worth;
/// more for each is the price of something else.
pub const LARGEST_EACH: f64 = 1e5;

/// Whether money with a rate behind it, at `at`, is too much to be a unit value.
fn is_price(items: &[Item], at: usize, money: f64) -> bool {
    is_rate(items, at) && money >= LARGEST_EACH
}

/// `/ton`: money for each of something is a price.
pub fn is_rate(items: &[Item], at: usize) -> bool {
    let sign = items.get(at).is_some_and(|item| item.is_word() && item.end == item.start + 1);
    sign && is(items, at + 1, |m| matches!(m, Meaning::Quantity(..)))
}

/// The product of the multipliers after the number at `at`, and the last of them.
fn scale(items: &[Item], at: usize) -> (f64, usize) {
    let (mut product, mut last) = (1.0, at);
    loop {
        match (meaning(items, last + 1), meaning(items, last + 2)) {
            (Some(Meaning::Scale(factor)), _) => (product, last) = (product * factor, last + 1),
            // `3.997 ten thousand tons`, as machines translate it.
            (Some(Meaning::Number(10.0)), Some(Meaning::Scale(1e3))) if last == at => {
                (product, last) = (1e4, last + 2);
            }
            // 4400多吨, 5万余吨.
            (_, Some(Meaning::Scale(_) | Meaning::Quantity(..) | Meaning::Money(_)))
                if is_more(items, last + 1) =>
            {
                last += 1;
            }
            _ => return (product, last),
        }
    }
}

/// So many times as much, as a change in percent.
fn multiple(items: &[Item], first: usize, last: usize, times: f64, step: f64) -> Figure {
    let change = (times - 1.0) * 100.0;
    let value = change.abs();
    // 两倍多, 三倍以上, 翻了一番多.
    let times_more = is(items, last, |m| m == Meaning::TimesMore);
    let over = times_more && (is(items, last + 1, |m| m == Meaning::Over) || is_more(items, last))
        || (step == 0.0 && is_more(items, last + 1) && touching(items, last));
    let hedge = if over { Hedge::More } else { hedge(items, first) };
    let reach = if step > 0.0 { step * 50.0 } else { value * 0.05 };
    let (low, high) = match hedge {
        // A word is rounder than a number: 2.2 times as much is doubled, too.
        Hedge::None | Hedge::About if step == 0.0 && change > 0.0 => (value * 0.9, value * 1.25),
        Hedge::None | Hedge::About => (value - reach, value + reach),
        Hedge::Nearly => (value - (value.max(20.0) * 0.15).min(50.0), value + 1.0),
        Hedge::Less => (value * 0.5, value),
        // More than doubled is less than tripled; more than halved is less than gone.
        _ if change < 0.0 => (value - 0.5, 100.0),
        _ => (value - 0.5, value + 100.0),
    };
    // A seven-fold rise is to seven times as much for some, by seven times for others.
    let fold = is(items, last, |m| m == Meaning::Fold);
    let high = if fold && hedge.is_none() { high + 100.0 } else { high };
    let stated = Stated { value, step: reach * 2.0, low, high, hedge };
    let sign = Some(change.signum());
    Figure { first, last, stated, measured: Measured::Percent, sign, loose: false }
}

/// A fraction is a change right after its direction or before one: `fell by a third`, `a third
/// lower`. Elsewhere it is a share.
fn fraction(items: &[Item], at: usize, value: f64, reach: f64) -> Option<Figure> {
    let straight = |index| is(items, index, |m| m == Meaning::Straight);
    if (at + 1..=at + 2).any(straight) {
        return None;
    }
    // 四成二: forty-two percent.
    if let Some(Meaning::Number(rest @ 1.0..10.0)) = meaning(items, at + 1)
        && (value as u32).is_multiple_of(10)
        && touching(items, at)
        && !is(items, at + 2, Meaning::is_measure)
    {
        let stated = interval(value + rest, 1.0, hedge(items, at));
        let measured = Measured::Percent;
        return Some(Figure {
            first: at,
            last: at + 1,
            stated,
            measured,
            sign: None,
            loose: false,
        });
    }
    if is_ratio(items, at) {
        return Some(ratio(items, at, value, reach));
    }
    let near = at.saturating_sub(4)..at;
    let parted = |index: &usize| is(items, *index, Meaning::parts);
    let from = near.clone().rfind(parted).map_or(near.start, |index| index + 1);
    let led = (from..at).any(|index| is(items, index, |m| matches!(m, Meaning::Direction(-1 | 1))));
    // `A quarter above the same month`, `a quarter more than in November`.
    let period = at + 2 + usize::from(is(items, at + 2, |m| m == Meaning::In));
    let above = is(items, at + 1, |m| m == Meaning::Over) && is_period(items, period);
    let followed =
        above || is(items, at + 1, |m| matches!(m, Meaning::Direction(-1 | 1) | Meaning::Under));
    let change = (led || followed) && !is(items, at + 1, |m| m == Meaning::Of);
    if !change && !is_part(items, at) {
        return None;
    }
    let mut stated = interval(value, reach * 2.0, hedge_of(items, at, at));
    if stated.hedge == Hedge::Nearly {
        stated.low = value * 0.85;
    }
    Some(Figure {
        first: at,
        last: at,
        stated,
        measured: Measured::Percent,
        sign: None,
        loose: !change,
    })
}

/// 占近七成, `made up a third`, `half of all shipments`, `a third of the year's takings`: whether the fraction at `at`
/// is a part of a trade.
fn is_part(items: &[Item], at: usize) -> bool {
    let from = hedged(items, at);
    let led = (from.saturating_sub(3)..from)
        .rev()
        .take_while(|index| !is(items, *index, Meaning::parts))
        .any(|index| is(items, index, |m| m == Meaning::Share));
    led || is_of_whole(items, at)
}

/// Whether what ends at `last` is of all of a trade: `of everything China shipped abroad`, `of the year's takings`.
pub fn is_of_whole(items: &[Item], last: usize) -> bool {
    let whole = |index| {
        is(items, index, |m| {
            matches!(
                m,
                Meaning::Whole
                    | Meaning::Flow(_)
                    | Meaning::Moved
                    | Meaning::Proceeds
                    | Meaning::Sales
            )
        })
    };
    let ends = |index: &usize| is(items, *index, Meaning::parts);
    // `30.4% of it`, `a third of that went to Japan`.
    let away = |index| is(items, index, |m| matches!(m, Meaning::To | Meaning::Toward(_)));
    is(items, last + 1, |m| m == Meaning::Of)
        && (last + 2 >= items.len()
            || ends(&(last + 2))
            || away(last + 2)
            || away(last + 3)
            || (last + 2..last + 7).take_while(|index| !ends(index)).any(whole))
}

/// Whether months or a year are named at `at`, or what they are compared with.
fn is_period(items: &[Item], at: usize) -> bool {
    year(items, at).is_some()
        || is(items, at, |m| {
            matches!(
                m,
                Meaning::Month(_)
                    | Meaning::May
                    | Meaning::MonthSign
                    | Meaning::MonthShift
                    | Meaning::YearShift(_)
                    | Meaning::AgainstYear
                    | Meaning::AgainstMonth
                    | Meaning::Same
            )
        })
}

/// `995 kg, less than a third of October's`, 不到去年同期的三分之二: whether the fraction at `at` is of
/// what another period had. `A third of October's exports went to Japan` is a share.
pub fn is_ratio(items: &[Item], at: usize) -> bool {
    let amount = |index: &usize| {
        is(items, *index, |m| matches!(m, Meaning::Quantity(..) | Meaning::Money(_)))
    };
    let period = |index: usize| is_period(items, index);
    // `April was itself about half of March`.
    let idle = |index: &usize| {
        items.get(*index).is_some_and(|item| item.is_word())
            || is(items, *index, |m| {
                matches!(
                    m,
                    Meaning::At | Meaning::About | Meaning::Nearly | Meaning::Over | Meaning::Under
                )
            })
    };
    let head = (at.saturating_sub(4)..at).rev().find(|index| !idle(index));
    let told = head.is_some_and(|head| {
        period(head) && (head..at).any(|index| is(items, index, |m| m == Meaning::At))
    });
    let parted = |index: &usize| is(items, *index, Meaning::parts);
    // `In July exports were two-thirds of the June figure`.
    let own = (0..at).rev().take_while(|index| !is(items, *index, |m| m == Meaning::Break));
    let placed = follows(items, hedged(items, at), |m| matches!(m, Meaning::At | Meaning::To));
    // 2025年进口约为2024年的四分之三.
    let belongs = follows(items, hedged(items, at), |m| m == Meaning::Of);
    let led = (at.saturating_sub(6)..at)
        .any(|index| is(items, index, |m| matches!(m, Meaning::At | Meaning::About)));
    let said = placed || belongs && led && own.into_iter().any(period);
    // `2,478,980 tons, down a third on the year`.
    let moved =
        follows(items, hedged(items, at), |m| matches!(m, Meaning::Direction(_) | Meaning::By));
    if moved || !told && !said && !(0..at).any(|index| amount(&index)) {
        return false;
    }
    let clause = (at.saturating_sub(6)..at).rev().take_while(|index| !parted(index));
    let shares = clause.into_iter().any(|index| is(items, index, |m| m == Meaning::Share));
    let ends = |index: &usize| {
        is(items, *index, |m| {
            matches!(m, Meaning::Comma | Meaning::Break | Meaning::Direction(_) | Meaning::To)
        })
    };
    let of = is(items, at + 1, |m| matches!(m, Meaning::Of | Meaning::AsMuch | Meaning::Nearly))
        || period(at + 1)
        || items.get(at + 1).is_some_and(|item| item.is_word());
    // `Within a quarter last year`.
    let lasting = follows(items, at, |m| m == Meaning::In);
    // `A third of all exports in July`.
    let whole = (at + 1..at + 6).any(|index| is(items, index, |m| m == Meaning::Whole));
    !shares
        && !whole
        && !lasting
        && (belongs && (at.saturating_sub(4)..at).any(period)
            || of && (at + 1..at + 9).take_while(|index| !ends(index)).any(period))
}

/// So large a part of what another period had, as a fall.
fn ratio(items: &[Item], at: usize, value: f64, reach: f64) -> Figure {
    // 不到去年同期的三分之二: what the period stands behind.
    let near = (at.saturating_sub(6)..=at).rev();
    let hedge =
        near.map(|index| hedge(items, index)).find(|own| !own.is_none()).unwrap_or(Hedge::None);
    // Less of it is more of a fall.
    let (low, high, hedge) = match hedge {
        Hedge::Less => (100.0 - value, 100.0 - value * 0.8, Hedge::More),
        Hedge::More => (100.0 - value * 1.3, 100.0 - value, Hedge::Less),
        Hedge::Nearly => (100.0 - value, 100.0 - value * 0.85, Hedge::About),
        other => (100.0 - value - reach, 100.0 - value + reach, other),
    };
    let stated = Stated { value: 100.0 - value, step: reach * 2.0, low, high, hedge };
    Figure {
        first: at,
        last: at,
        stated,
        measured: Measured::Percent,
        sign: Some(-1.0),
        loose: true,
    }
}

/// A number beside its month, whose unit the amount before it has: `July was 5,994 t. June was 7,742`.
fn of_months(items: &[Item], found: &[Figure], last: Option<Figure>) -> Vec<Figure> {
    let period = |at: usize| {
        year(items, at).is_some()
            || is(items, at, |m| matches!(m, Meaning::Month(_) | Meaning::May))
    };
    let mut more = Vec::new();
    for at in 1..items.len() {
        let Some(What::Number(value, step)) = items.get(at).map(|item| item.what) else { continue };
        // `2023: 3,082,359`.
        let colon = at.checked_sub(1).and_then(|before| items.get(before)).is_some_and(|item| {
            item.meaning() == Some(Meaning::Break) && item.end - item.start == 1
        });
        // `Half of November's 4.05`.
        let owned = follows(items, at, |m| m == Meaning::Possessive);
        let placed = colon || owned || follows(items, at, |m| m == Meaning::At);
        let told = at.checked_sub(1 + usize::from(placed)).is_some_and(period);
        let taken = found.iter().any(|figure| (figure.first..=figure.last).contains(&at));
        let ends = items.get(at + 1).is_none_or(|next| match next.what {
            What::Word => next.end - next.start < 4,
            // The number of a note: `52,307 [1]`.
            What::Number(note, _) => note < 10.0,
            What::Means(meaning) => matches!(
                meaning,
                Meaning::Comma | Meaning::And | Meaning::Break | Meaning::At | Meaning::Adjunct
            ),
        });
        if !told || taken || !ends || (value < 100.0 && !owned) || year(items, at).is_some() {
            continue;
        }
        let before = found.iter().rfind(|figure| figure.last < at && figure.is_amount());
        let beside = before
            .copied()
            .or(last)
            .filter(|figure| (0.05..20.0).contains(&(figure.stated.value / value)));
        if let Some(beside) = beside {
            let stated = interval(value, step.min(1.0), Hedge::None);
            more.push(Figure { first: at, last: at, stated, ..beside });
        }
    }
    more
}

/// The other number of a pair, whose unit is only written once: `from 4,753 to 4,416 tons`.
fn elided(items: &[Item], found: &[Figure]) -> Vec<Figure> {
    let mut more = Vec::new();
    let one_for_one = items.iter().any(|item| item.meaning() == Some(Meaning::Respectively));
    for at in 0..items.len() {
        let led = follows(items, at, |m| {
            matches!(
                m,
                Meaning::From | Meaning::To | Meaning::Into | Meaning::Than | Meaning::Adjunct
            )
        });
        // `11% more than the 5,309.5 of a year ago`.
        let led = led || compares(items, at);
        // `1,288 and 854 tons respectively`.
        let joined = |m| matches!(m, Meaning::And | Meaning::Comma);
        let led = led || (one_for_one && is(items, at + 1, joined));
        let Some(What::Number(value, step)) = items.get(at).map(|item| item.what) else { continue };
        let taken = found.iter().any(|figure| (figure.first..=figure.last).contains(&at));
        // `13.28 million tons, of them 9.71 million to China`: beside an amount that is scaled, too.
        let (factor, last) = scale(items, at);
        // `After 104.7 million in 2022`.
        let part = led
            || is(items, last + 1, |m| {
                matches!(m, Meaning::To | Meaning::Into | Meaning::From | Meaning::In)
            });
        if last > at && part && !taken && counted_in(items, at).is_none() {
            let whole = found.iter().rfind(|figure| {
                figure.is_quantity()
                    && figure.last < at
                    && at <= figure.last + 12
                    && figure.last >= figure.first + 2
                    && (0.05..500.0).contains(&(figure.stated.value / (value * factor)))
            });
            more.extend(whole.map(|whole| {
                let stated = interval(value * factor, step.min(1.0) * factor, hedge(items, at));
                Figure { first: at, last, stated, ..*whole }
            }));
            continue;
        }
        let year = value.fract() == 0.0 && (1900.0..2100.0).contains(&value);
        let named = is(items, at + 1, |m| {
            matches!(m, Meaning::Months | Meaning::Years | Meaning::Month(_) | Meaning::Straight)
        });
        if !led || taken || year || named || value < 32.0 {
            continue;
        }
        let beside = found.iter().find(|figure| {
            let after = figure.first > at && figure.first <= at + 4;
            let before = figure.last < at && (at <= figure.last + 5 || compares(items, at));
            let near = figure.stated.value / value;
            figure.is_amount() && (after || before) && (0.05..20.0).contains(&near)
        });
        if let Some(beside) = beside {
            let stated = interval(value, step, hedge(items, at));
            more.push(Figure { first: at, last: at, stated, ..*beside });
        }
    }
    more
}

/// Further numbers of a list by partner or by goods, whose unit is only written once: `Germany took 1,147
/// tons, South Korea 775 and Vietnam 700`; or in the sentence before: `Germany took 1,106 of those`.
fn listed(items: &[Item], found: &[Figure], before: Option<Figure>) -> Vec<Figure> {
    let named =
        |at: usize| is(items, at, |m| matches!(m, Meaning::Partner(_) | Meaning::Product(_)));
    let mut more: Vec<Figure> = Vec::new();
    for at in 1..items.len() {
        let Some(What::Number(value, step)) = items.get(at).map(|item| item.what) else { continue };
        let year = value.fract() == 0.0 && (1900.0..2100.0).contains(&value);
        // `Germany no more than 579`.
        let hedged = follows(items, at, |m| {
            matches!(m, Meaning::About | Meaning::Nearly | Meaning::Over | Meaning::Under)
        });
        // `Germany bought 1,118 of those`.
        let bought = follows(items, at, |m| matches!(m, Meaning::Flow(_)));
        let name = at - usize::from(hedged || bought);
        let ends = match items.get(at + 1).map(|item| item.what) {
            None | Some(What::Means(Meaning::Comma | Meaning::And | Meaning::Break)) => true,
            Some(_) => false,
        };
        // Nothing that is known stands behind `of` in `of those`, `of that total`.
        let parts = |m| matches!(m, Meaning::Comma | Meaning::And | Meaning::Break);
        let those = is(items, at + 1, |m| m == Meaning::Of)
            && (items.get(at + 2).is_none() || is(items, at + 2, parts));
        let taken = found.iter().any(|figure| (figure.first..=figure.last).contains(&at));
        // What the name begins with is a comma, `and` or `to`.
        let begins = those
            || (1..=3).filter_map(|back| name.checked_sub(1 + back)).any(|before| {
                is(items, before, |m| {
                    matches!(m, Meaning::Comma | Meaning::And | Meaning::Break | Meaning::To)
                })
            });
        let told = name.checked_sub(1).is_some_and(named);
        if year || taken || !(ends || those) || !told || !begins {
            continue;
        }
        // The last amount before it, which has a name of its own right beside it.
        let last = found.iter().chain(&more).filter(|figure| figure.last < at);
        let last = last.max_by_key(|figure| figure.last).filter(|figure| figure.is_amount());
        let beside = last.filter(|figure| {
            let near = figure.first.saturating_sub(5)..name.saturating_sub(2);
            at - figure.last <= 12 && near.into_iter().any(named)
        });
        let whole = before.filter(|whole| those && whole.stated.value >= value);
        let here = beside.is_some();
        let Some(beside) = beside.copied().or(whole) else { continue };
        let mut numbers = (beside.first..=beside.last).filter_map(|at| match items.get(at)?.what {
            What::Number(own, _) if own > 0.0 => Some(own),
            _ => None,
        });
        // Of the sentence before only the figure is known: in the unit of the data.
        let own = if here { numbers.next_back() } else { Some(beside.stated.value) };
        let Some(own) = own else { continue };
        // In the same thousands or kilograms, so it is of the same order.
        if (0.002..500.0).contains(&(value / own)) {
            let factor = beside.stated.value / own;
            let stated = interval(value * factor, step * factor, hedge(items, at));
            more.push(Figure { first: at, last: at, stated, ..beside });
        }
    }
    more
}

/// The word that widens the figure at `at`, if one stands right before it.
fn hedge(items: &[Item], at: usize) -> Hedge {
    let before = at.checked_sub(1).and_then(|at| meaning(items, at));
    // `More than the 18,883 tons of 2024` holds something against them.
    let apart = at.checked_sub(1).and_then(|before| items.get(before)).zip(items.get(at));
    let definite = apart.is_some_and(|(one, two)| two.start > one.end + 3)
        && matches!(before, Some(Meaning::Over | Meaning::Under));
    if definite || compares(items, at) {
        return Hedge::None;
    }
    match before {
        Some(Meaning::About) => Hedge::About,
        Some(Meaning::Nearly) => Hedge::Nearly,
        Some(Meaning::Under) => Hedge::Less,
        Some(Meaning::Over) => Hedge::More,
        _ => Hedge::None,
    }
}

/// The same of one that ends at `last`, in or behind which the word may stand: 4400多吨, 三成以上.
fn hedge_of(items: &[Item], at: usize, last: usize) -> Hedge {
    let more = (at..last + 2).any(|index| is_more(items, index));
    if more { Hedge::More } else { hedge(items, at) }
}

/// Whether a word tells that the figure is a least.
pub fn is_more(items: &[Item], at: usize) -> bool {
    items.get(at).is_some_and(|item| item.remark == Some(Remark::More))
}

/// Where the words begin that widen the figure at `at`.
fn hedged(items: &[Item], at: usize) -> usize {
    let widens = |m| matches!(m, Meaning::About | Meaning::Nearly | Meaning::Over | Meaning::Under);
    if follows(items, at, widens) { at - 1 } else { at }
}

/// Whether what stands before `at` holds it against a figure: `7.1% less than the 4,753 tons`.
pub fn compares(items: &[Item], at: usize) -> bool {
    let measured = at.checked_sub(2).and_then(|before| meaning(items, before));
    follows(items, at, |m| matches!(m, Meaning::Over | Meaning::Under))
        && matches!(
            measured,
            Some(
                Meaning::Percent
                    | Meaning::Points
                    | Meaning::Quantity(..)
                    | Meaning::Money(_)
                    | Meaning::Fraction(..)
                    | Meaning::Times
            )
        )
}

/// The place value of the last digit written on purpose.
fn meant(value: f64, step: f64, hedge: Hedge) -> f64 {
    // Two digits at least are meant: 4,000 is no 4,400.
    let step = step.min(10f64.powi((value.log10().floor() - 1.0) as i32)).max(1e-6);
    // A single zero at the end of four digits is as likely one as a rounding.
    if step == 10.0 && value >= 1000.0 && hedge.is_none() { 1.0 } else { step }
}

/// A number by itself, as an amount in `unit`.
pub fn unmeasured(items: &[Item], at: usize, (value, step): (f64, f64), unit: Unit) -> Figure {
    let hedge = hedge(items, at);
    let stated = interval(value, meant(value, step, hedge), hedge);
    let measured = Measured::Amount(unit);
    Figure { first: at, last: at, stated, measured, sign: None, loose: false }
}

/// What a printed figure can mean: all that rounds to it, and what its hedge allows.
fn interval(value: f64, step: f64, hedge: Hedge) -> Stated {
    let half = step / 2.0;
    let (low, high) = match hedge {
        // The more digits, the less `about` widens.
        Hedge::About => {
            let reach = step.max((value * 0.05).min(step * 5.0));
            (value - reach, value + reach)
        }
        // `Nearly 79%` is closer than `nearly 80%`.
        Hedge::Nearly => {
            let round = (value / step / 10.0).fract() < 1e-6 || value < step * 10.0;
            let reach = if round { value * 0.07 } else { step };
            (value - (step * 1.5).max(reach), value + half)
        }
        Hedge::Less => (value * 0.85, value + half),
        Hedge::More => (value - half, value + step.max(value * 0.3)),
        _ => (value - half, value + half),
    };
    Stated { value, step, low, high, hedge }
}
