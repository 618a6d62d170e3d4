//! 同一个月的各种比较。

use super::super::direction::{Direction, up_or_down};
use super::super::numbers::percent_size;
use super::super::quantity::side_by_side;
use super::super::subject::Subject;
use super::sentence::{baseline, plain};
use crate::statistics::{Against, Change, Comparison, Unavailable};
use crate::trade::{Period, Quantity, Unit};

/// The chart's name.
pub const fn label() -> &'static str {
    "各种比较"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[("各种比较", "按上述各比较方式逐一比较所选月份；1月和2月只公布合计数的，两月合并比较。")]
}

/// A comparison of January and February together.
pub fn of_two_months(comparison: Comparison) -> String {
    format!("1—2月合计{}", comparison.label())
}

/// Why there is no figure.
pub fn not_available(why: &Unavailable) -> String {
    format!("无法计算：{why}。")
}

/// The figures behind a change.
pub fn detail(change: &Change, unit: Unit) -> String {
    let (current, baseline) = (&change.current, change.baseline);
    let [now, then] = side_by_side([
        Quantity { value: current.value, unit, decimals: current.decimals, rough: false },
        Quantity { value: baseline, unit, decimals: change.baseline_decimals, rough: false },
    ]);
    format!("{}：{now}；{}：{then}", current.period.long(), change.against)
}

/// A bar's name.
pub fn row(change: &Change, comparison: Comparison) -> String {
    match &change.against {
        Against::Period(base) if base.months == 1 || base.start.year() != base.end().year() => {
            format!("较{}", base.long())
        }
        Against::Period(base) => {
            format!("{}较{}年同期", change.current.period.short(), base.start.year())
        }
        _ if change.current.period.months == 2 && change.current.period.start.number() == 1 => {
            format!("1—2月较{}", comparison.short())
        }
        Against::Mean(..) | Against::Median(..) => comparison.label().to_owned(),
        Against::Record(period) => format!("较此前最高值（{}）", period.long()),
    }
}

/// What is drawn.
pub fn subtitle(subject: Subject<'_>, period: Period, beyond: Option<f64>) -> String {
    let drawn = format!("{}{}：按不同比较方式计算的增减幅度（%）", period.long(), subject.start());
    match beyond {
        Some(change) => format!("{drawn}；累计同比{}", up_or_down(change)),
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
    let what = plain(subject, amount, period);
    let (low, high) = (up_or_down(least), up_or_down(most));
    if let Some(only) = only {
        let on = match &only.against {
            Against::Period(base) => baseline(only.current.period, *base, false),
            against => format!("与{against}相比"),
        };
        format!("{what}，{on}{low}（无其他比较方式）")
    } else if low == high {
        let alone =
            if beyond { "按该期本身的各种比较方式" } else { "按各种比较方式" };
        format!("{what}，{alone}均{low}")
    } else {
        let range = match [Direction::of(least), Direction::of(most)] {
            [_, Direction::Down] => {
                format!("降幅从{}到{}", percent_size(most), percent_size(least))
            }
            [Direction::Up, _] => {
                format!("增幅从{}到{}", percent_size(least), percent_size(most))
            }
            _ => format!("从{low}到{high}"),
        };
        format!("{what}，按不同比较方式，{range}不等")
    }
}

/// What the table holds.
pub fn caption(subject: Subject<'_>, period: Period) -> String {
    format!("{}{}：各种比较", period.long(), subject.start())
}
