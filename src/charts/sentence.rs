//! The headline and the summary, from the statistics.

use super::context::{Context, mark_origin};
use super::headline::Headline;
use crate::statistics::{Against, Change, Comparison, Rolling, Summary};
use crate::trade::Period;
use crate::util::CollectVec as _;
use crate::wording::en::direction::{Direction, moved, place, than as more_or_less};
use crate::wording::en::numbers::{capital, exact_amount, percent, placed, rounded};

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
    let subject = context.subject();
    let amount = rounded(change.current.value, change.current.decimals, context.unit());
    let period = change.current.period;
    let text = match &change.against {
        Against::Period(base) => {
            let to = Direction::of(percent).choose(["to", "to", "at"]);
            let base = baseline_words(context, period, *base);
            format!("{subject} {} {base} {to} {amount} in {}", moved(percent), period.long())
        }
        against => {
            let baseline = usual_words(context, period, against);
            format!("{subject}: {amount} in {}, {} {baseline}", period.long(), place(percent))
        }
    };
    Headline::from(text).using_change(change)
}

/// `year on year`, `month on month`, else the period itself.
pub fn baseline_words(context: &Context<'_>, current: Period, base: Period) -> String {
    if base == current.years_before(1) {
        "year on year".to_owned()
    } else if base.months == 1 && base.end() + 1 == current.start && !context.annual {
        "month on month".to_owned()
    } else {
        format!("from {}", base.long())
    }
}

/// `the five-year November mean`, `the record of June 2025`.
fn usual_words(context: &Context<'_>, period: Period, against: &Against) -> String {
    let months = match period.months {
        _ if context.annual => String::new(),
        1 => format!("{} ", period.start.name()),
        _ => "January–February ".to_owned(),
    };
    match against {
        Against::Mean(..) => format!("the five-year {months}mean"),
        Against::Median(..) => format!("the five-year {months}median"),
        Against::Record(record) => format!("the record of {}", record.long()),
        Against::Period(base) => base.long(),
    }
}

/// The figure alone, where there is nothing to hold it against.
fn plain(context: &Context<'_>, comparison: Comparison) -> Headline {
    let summary = &context.summary;
    let studied = comparison.periods(summary.period).ok().and_then(|(own, _)| context.known(own));
    let figure = studied.as_ref().or(summary.amount.as_ref().ok());
    let period = figure.map_or(summary.period, |found| found.period).long();
    match figure {
        Some(amount) => Headline::from(format!(
            "{} {} {} of {}{} in {period}",
            capital(&context.reporter()),
            context.query.flow.verb(),
            rounded(amount.value, amount.decimals, context.unit()),
            context.product(),
            context.partner(context.query.flow),
        ))
        .using(amount),
        None => Headline::from(format!("No figure for {} in {period}", context.subject_within())),
    }
}

/// The month's figures in plain words, each with what it is held against, and which of them the
/// headline uses, where it is one of a comparison.
pub fn sentence(context: &Context<'_>, headline: &str) -> String {
    let summary = &context.summary;
    if summary.amount.is_err() {
        let none = format!("The data have no figure for {}.", summary.period.long());
        return match context.series.latest() {
            Some(latest) => format!("{none} The latest month reported is {}.", latest.long()),
            None if context.annual => none,
            None => "The data have no monthly figures.".to_owned(),
        };
    }
    let mut parts = vec![format!("{}.", opening(context))];
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
        parts.push(which(context));
    }
    parts.join(" ")
}

fn opening(context: &Context<'_>) -> String {
    let summary = &context.summary;
    let compared: Vec<String> = [Comparison::MonthOnMonth, Comparison::YearOnYear]
        .into_iter()
        .filter_map(|comparison| {
            let change = summary.change(comparison).ok()?;
            Some(format!("{} {}", than(context, change)?, base_amount(context, change)))
        })
        .collect_vec();
    let period = summary.period.long();
    let (amount, status) = summary.amount.as_ref().map_or_else(
        |_| (String::new(), String::new()),
        |found| {
            let text = exact_amount(found.value, found.decimals, context.unit());
            (text, mark_origin(Some(found.origin)))
        },
    );
    let status = status.strip_prefix(", ").map_or(String::new(), |word| format!(" ({word})"));
    let start = format!(
        "In {period} {} {} {amount}{status} of {}{}",
        context.reporter(),
        context.query.flow.verb(),
        context.product(),
        context.partner(context.query.flow),
    );
    if compared.is_empty() { start } else { format!("{start}: {}", compared.join(", ")) }
}

/// `7.1% less than in October 2024`.
fn than(context: &Context<'_>, change: &Change) -> Option<String> {
    let percent = change.percent().ok()?;
    let Against::Period(base) = &change.against else { return None };
    let base = if base.start.year() == context.summary.period.start.year() && base.months == 1 {
        base.start.name().to_owned()
    } else {
        base.long()
    };
    Some(format!("{} in {base}", more_or_less(percent)))
}

fn base_amount(context: &Context<'_>, change: &Change) -> String {
    let amount = exact_amount(change.baseline, change.baseline_decimals, context.unit());
    format!("({amount}{})", mark_origin(change.baseline_origin))
}

fn to_date(context: &Context<'_>) -> Option<String> {
    let summary = &context.summary;
    let to_date = summary.year_to_date.as_ref().ok()?;
    if to_date.period == summary.period {
        return None;
    }
    let amount = exact_amount(to_date.value, to_date.decimals, context.unit());
    let origin = mark_origin(Some(to_date.origin));
    let start = format!("{} came to {amount}{origin}", to_date.period.long());
    let against = summary.change(Comparison::YearToDate).ok().and_then(|change| {
        Some(format!("{} {}", than(context, change)?, base_amount(context, change)))
    });
    Some(against.map_or_else(|| format!("{start}."), |against| format!("{start}, {against}.")))
}

/// The three and the twelve months up to the month.
fn recent(context: &Context<'_>) -> Option<String> {
    let Summary { rolling_3, rolling_12, rolling_12_before, .. } = &context.summary;
    let amount = |found: &Rolling| {
        exact_amount(found.sum, u8::from(found.sum.fract() != 0.0), context.unit())
    };
    let mut parts = Vec::new();
    if let Ok(found) = rolling_3 {
        parts.push(format!("the last three months add up to {}", amount(found)));
    }
    if let Ok(found) = rolling_12 {
        let before = rolling_12_before.as_ref().ok().filter(|before| before.sum > 0.0);
        let change = before.map_or_else(String::new, |before| {
            format!(" ({} on the previous twelve)", percent((found.sum / before.sum - 1.0) * 100.0))
        });
        let verb = if parts.is_empty() { "add up " } else { "" };
        parts.push(format!("the last twelve months {verb}to {}{change}", amount(found)));
    }
    let sentence = parts.join(", ");
    (!sentence.is_empty()).then(|| format!("{}.", capital(&sentence)))
}

fn usual(context: &Context<'_>) -> Option<String> {
    let summary = &context.summary;
    let months = summary.period.plural();
    let mean = summary.change(Comparison::FiveYearMean).and_then(|change| change.percent()).ok();
    let rank = summary.rank_in_season.as_ref().ok().filter(|rank| rank.of > 1);
    let rank = rank.map(|rank| {
        format!("the {} of the {} {months} on record at the time", placed(*rank), rank.of)
    });
    match (mean, rank) {
        (Some(percent), rank) => {
            let years = summary.period.start.year();
            let side = place(percent);
            let mean =
                format!("It was {side} the mean of the five {months} {}–{}", years - 5, years - 1);
            Some(rank.map_or_else(|| format!("{mean}."), |rank| format!("{mean}, {rank}.")))
        }
        (None, Some(rank)) => Some(format!("It was {rank}.")),
        (None, None) => None,
    }
}

fn which(context: &Context<'_>) -> String {
    let comparison = context.query.comparison;
    let label = comparison.label().to_ascii_lowercase();
    match context.summary.change(comparison).and_then(|change| change.percent()) {
        Ok(_) => format!("The headline comparison is {label}."),
        Err(absent) => format!("No {label} comparison: {absent}."),
    }
}
