//! The month under every comparison.

use super::super::direction::{Direction, up_or_down};
use super::super::numbers::{percent, percent_size};
use super::super::subject::{Subject, briefly};
use super::change::against;
use super::sentence::{plain, plain_in};
use crate::statistics::{Against, Change, Comparison, Unavailable};
use crate::trade::{Period, Quantity, Unit};
use crate::wording::fitting;

/// The chart's name.
pub const fn label() -> &'static str {
    "Comparisons"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Comparisons",
        "The month compared with every baseline above; January and February together where they were reported only so.",
    )]
}

/// A comparison of January and February together.
pub fn of_two_months(comparison: Comparison) -> String {
    format!("January–February, {}", comparison.label().to_ascii_lowercase())
}

/// Why there is no figure.
pub fn not_available(why: &Unavailable) -> String {
    format!("Not available: {why}.")
}

/// The figures behind a change.
pub fn detail(change: &Change, unit: Unit) -> String {
    let (current, baseline) = (&change.current, change.baseline);
    let amount = |value, decimals| Quantity { value, unit, decimals, rough: false }.rounded();
    let now = format!("{} in {}", amount(current.value, current.decimals), current.period.long());
    against(&now, &amount(baseline, change.baseline_decimals), &change.against)
}

/// A bar's name.
pub fn row(change: &Change, comparison: Comparison) -> String {
    match &change.against {
        Against::Period(base) if base.months == 1 || base.start.year() != base.end().year() => {
            format!("From {}", base.long())
        }
        Against::Period(base) => {
            format!("{}, from {}", change.current.period.short(), base.start.year())
        }
        _ if change.current.period.months == 2 && change.current.period.start.number() == 1 => {
            format!("Jan–Feb, from its {}", comparison.short())
        }
        Against::Mean(..) | Against::Median(..) => {
            format!("From the {}", comparison.label().to_ascii_lowercase())
        }
        Against::Record(period) => format!("From the previous high, {}", period.long()),
    }
}

/// What is drawn, and how the year to date changed where that lies outside of what the headline says.
pub fn subtitle(subject: Subject<'_>, period: Period, beyond: Option<f64>) -> String {
    let drawn = format!("{} in {}: change from each baseline (%)", subject.start(), period.long());
    match beyond {
        Some(change) => format!("{drawn}; year to date {}", up_or_down(change)),
        None => drawn,
    }
}

/// How far the comparisons of the period lie apart, or the only one; `beyond`: the year to date lies further out.
pub fn headline(
    subject: Subject<'_>,
    amount: Quantity,
    period: Period,
    (least, most): (f64, f64),
    (only, beyond): (Option<&Change>, bool),
) -> String {
    // Between nothing and almost nothing there is no range.
    let still = [least, most].map(Direction::of) == [Direction::Unchanged; 2];
    let (least, most) = match still {
        true if least == 0.0 => (most, most),
        true => (least, least),
        false => (least, most),
    };
    let (low, high) = (up_or_down(least), up_or_down(most));
    let mut unvalued = String::new();
    let (long, brief, briefest, bare) = if let Some(only) = only {
        let base = match only.against {
            Against::Period(base) | Against::Record(base) => base.short(),
            _ => only.against.to_string(),
        };
        let long = format!("{low} from {}, the only baseline", only.against);
        let briefest = format!("{} on {base}", percent(least));
        (long, format!("{low} on {base}"), briefest.clone(), briefest)
    } else if low == high {
        // Of all, or of those that are not of the year so far.
        let alone = if beyond { " of that period alone" } else { "" };
        let all = format!("{low} by every comparison{alone}");
        (all.clone(), all.clone(), all.clone(), all)
    } else {
        let size = |percent: f64| match Direction::of(percent) {
            Direction::Unchanged => "unchanged".to_owned(),
            _ => percent_size(percent),
        };
        let range = if Direction::of(most) != Direction::Up {
            format!("{} to {} lower", size(most), size(least))
        } else if Direction::of(least) != Direction::Down {
            format!("{} to {} higher", size(least), size(most))
        } else {
            format!("{} to {}", percent(least), percent(most))
        };
        let brief = format!("{range}, depending on baseline");
        if !amount.unit.is_money() {
            unvalued.clone_from(&brief);
        }
        let long = format!("{range}, depending on the baseline");
        (long, brief, format!("{range} by baseline"), range)
    };
    let whole = plain(subject, amount, period);
    let dated = || plain_in(subject, amount, &period.short());
    let named = |trade: String, brief: &str| {
        format!("{trade}, {}: {}, {brief}", period.short(), amount.rounded())
    };
    let range = |range: &str| format!("{}, {}: {range}", briefly(&subject), period.short());
    fitting::two_lines([
        &|| format!("{whole}: {long}"),
        &|| format!("{whole}: {brief}"),
        &|| format!("{}: {brief}", dated()),
        &|| named(subject.start(), &brief),
        &|| named(briefly(&subject), &brief),
        // The sentence below gives the amount.
        &|| match unvalued.as_str() {
            "" => named(briefly(&subject), &briefest),
            unvalued => range(unvalued),
        },
        // The subtitle says what the changes are from.
        &|| if unvalued.is_empty() { named(briefly(&subject), &bare) } else { range(&bare) },
    ])
}

/// What the table holds.
pub fn caption(subject: Subject<'_>, period: Period) -> String {
    format!("{} in {}, compared with each baseline", subject.start(), period.long())
}
