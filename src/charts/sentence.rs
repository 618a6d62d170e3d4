//! The headline and the summary, from the statistics.

use super::context::Context;
use super::headline::Headline;
use crate::statistics::{Against, Amount, Change, Comparison, Rank, Rolling, Summary, Unavailable};
use crate::trade::Period;
use crate::util::CollectVec as _;
use crate::wording::facts::GIVEN_ON_YEAR;
use crate::wording::say::charts::sentence as words;
use crate::wording::say::joining;

/// The month under the chosen comparison, as a headline.
pub fn headline(context: &Context<'_>) -> Headline {
    headline_under(context, context.query.comparison)
}

/// The month under one comparison, as a headline.
pub fn headline_under(context: &Context<'_>, comparison: Comparison) -> Headline {
    let change = context.summary.change(comparison);
    let Ok((change, percent)) = change.and_then(|change| Ok((change, change.percent()?))) else {
        return plain(context, comparison);
    };
    let annual = context.annual;
    let amount = context.quantity(&change.current);
    let period = change.current.period;
    let baseline = match &change.against {
        Against::Period(base) => *base,
        _ => period,
    };
    let subject = context.subject_in(&[period, baseline]);
    let text = match &change.against {
        Against::Period(base) => words::changed(subject, (period, *base), percent, amount, annual),
        against => words::placed_against(subject, (period, annual), percent, amount, against),
    };
    Headline::from(text).using_change(change)
}

/// The figure alone, where there is nothing to hold it against.
fn plain(context: &Context<'_>, comparison: Comparison) -> Headline {
    let summary = &context.summary;
    let studied = comparison.periods(summary.period).ok().and_then(|(own, _)| context.known(own));
    let figure = studied.as_ref().or(summary.amount.as_ref().ok());
    match figure {
        Some(found) => {
            let amount = context.quantity(found);
            Headline::from(words::plain(context.subject(), amount, found.period)).using(found)
        }
        None => {
            let why = context.reason(&Unavailable::NotReported(summary.period));
            let total = cfg!(feature = "whole") && matches!(why, Unavailable::NoTotal { .. });
            let none = if total { words::no_total } else { words::none };
            Headline::from(none(context.subject_in(&[]), summary.period, context.unit()))
        }
    }
}

/// The month's figures in words, each with its comparison; and the figure in the headline, if it is one of
/// a comparison.
pub fn sentence(context: &Context<'_>, headline: &str) -> String {
    let summary = &context.summary;
    if summary.amount.is_err() {
        let why = context.reason(&Unavailable::NotReported(summary.period));
        let latest = context.series.latest();
        if !matches!(why, Unavailable::NotReported(_)) {
            let latest = latest.map_or_else(String::new, words::latest);
            return joining::sentences(&[words::lacking(&why), latest]);
        }
        return match latest {
            Some(latest) => words::no_figure_but(summary.period, latest),
            None if context.series.step() > 1 => words::no_figure(summary.period),
            None => only_within(context).unwrap_or_else(words::no_months),
        };
    }
    let mut parts = vec![opening(context)];
    if let Some(to_date) = to_date(context) {
        parts.push(to_date);
    }
    if let Some(recent) = recent(context) {
        parts.push(recent);
    }
    if let Some(usual) = usual(context) {
        parts.push(usual);
    }
    if headline == self::headline(context).text {
        parts.extend(not_compared(context));
    }
    joining::sentences(&parts)
}

/// What is known of the month together with others.
fn only_within(context: &Context<'_>) -> Option<String> {
    if !cfg!(feature = "whole") {
        return None;
    }
    let known = context.series.figures().filter(|own| own.period.contains(context.month));
    let least = known.min_by_key(|own| own.period.months)?;
    Some(words::only_within(least.period, least.quantity(context.unit())))
}

fn opening(context: &Context<'_>) -> String {
    let summary = &context.summary;
    let compared = [Comparison::MonthOnMonth, Comparison::YearOnYear]
        .into_iter()
        .filter_map(|comparison| than(context, summary.change(comparison).ok()?))
        .collect_vec();
    let amount = summary.amount.as_ref().ok();
    let amount = amount.map(|found| (context.quantity(found), found.origin));
    words::opening(context.subject(), summary.period, amount, &compared)
}

/// A change between periods, with the figure of the earlier one.
fn than(context: &Context<'_>, change: &Change) -> Option<(f64, String)> {
    let percent = change.percent().ok()?;
    let Against::Period(base) = &change.against else { return None };
    let amount = change.baseline_quantity(context.unit());
    let (current, origin) = (change.current.period, change.baseline_origin);
    Some((percent, words::than(percent, *base, current, amount, (origin, change.stated))))
}

fn to_date(context: &Context<'_>) -> Option<String> {
    let summary = &context.summary;
    let to_date = summary.year_to_date.as_ref().ok()?;
    if to_date.period == summary.period {
        return None;
    }
    let amount = context.quantity(to_date);
    let change = summary.change(Comparison::YearToDate).ok();
    let against = change.and_then(|change| than(context, change));
    let subject = context.subject_in(&[to_date.period]);
    Some(words::to_date(
        subject,
        to_date.period,
        amount,
        to_date.origin,
        against.map(|(_, said)| said).as_deref(),
    ))
}

/// The three and the twelve months up to the month.
fn recent(context: &Context<'_>) -> Option<String> {
    let summary = &context.summary;
    let Summary { rolling_3, rolling_12, rolling_12_before, .. } = summary;
    let amount = |found: &Rolling| (context.computed(found.sum, found.decimals), found.derived);
    let before = rolling_12_before.as_ref().ok().filter(|before| before.sum > 0.0);
    let change = |found: &Rolling| before.map(|before| (found.sum / before.sum - 1.0) * 100.0);
    // Those of a quarter are its figure.
    let three = rolling_3.as_ref().ok().filter(|_| summary.period.months < 3).map(amount);
    // Those of a December are its year, of which the sentence before tells.
    let year = |found: &Period| found.months == 12 && found.end() == summary.period.end();
    let told = summary.year_to_date.as_ref().is_ok_and(|to_date| year(&to_date.period));
    // Nor is a fiscal year told of twice.
    let twelve = rolling_12.as_ref().ok().filter(|_| !told && summary.period.months < 12);
    let twelve = twelve.map(|found| (amount(found), change(found)));
    words::recent(summary.period, three, twelve)
}

fn usual(context: &Context<'_>) -> Option<String> {
    let summary = &context.summary;
    let mean = summary.change(Comparison::FiveYearMean).and_then(|change| change.percent()).ok();
    let year = |own: &Amount| Period { start: own.period.start.january(), months: 12 };
    let years = same_in_years(context).iter().map(year).collect_vec();
    words::among_others(summary.period, mean, telling(context).map(|rank| (rank, &*years)))
}

/// The rank of the figure among the same months, if it is worth mentioning and not tied.
pub fn telling(context: &Context<'_>) -> Option<Rank> {
    let rank = context.summary.rank_in_season.as_ref().ok().filter(|rank| rank.is_telling())?;
    let all = same_in_years(context);
    let value = all.last()?.value;
    (all.iter().filter(|own| own.value == value).count() == 1).then_some(*rank)
}

/// The figures of the same month in every year up to this one, among which it is ranked.
pub fn same_in_years(context: &Context<'_>) -> Vec<Amount> {
    let period = context.summary.period;
    let first = context.series.extent().map_or(period.start, |(first, _)| first);
    let years = (period.start.year() - first.year()).max(0);
    (0..=years).rev().filter_map(|years| context.known(period.years_before(years))).collect_vec()
}

fn not_compared(context: &Context<'_>) -> Option<String> {
    let comparison = context.query.comparison;
    let change = context.summary.change(comparison).and_then(|change| change.percent());
    let why = context.reason(&change.err()?);
    // The source may give the change without the figure that it is from.
    let note = context.series.figure(context.summary.period).map_or("", |figure| &figure.note);
    let mut remarks = note.split(';').map(|remark| remark.strip_prefix(' ').unwrap_or(remark));
    let given = remarks.find(|remark| remark.ends_with(GIVEN_ON_YEAR));
    Some(match given {
        Some(given) if comparison == Comparison::YearOnYear => {
            words::as_published(&context.dataset.about.translated(given), &why)
        }
        _ => words::not_compared_by(comparison, context.annual, &why),
    })
}
