//! 一个数值的公布经过。

use super::super::direction::Direction;
use super::super::numbers::percent_size;
use super::super::subject::Subject;
use crate::trade::Period;

/// The chart's name.
pub const fn label() -> &'static str {
    "数据修订"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "数据修订",
        "所选月份的全部公布值，按公布日期排列。折线为各日所采用的数值，即按本页的优先次序在截至当日的公布值中选定的一个。公布日期只知道年份或月份的，按该年或该月的最后一天计；推算值按其所依据的最后一项公布值计。",
    )]
}

/// What is drawn.
pub fn subtitle(unit: &str, period: Period) -> String {
    format!("{}数值，单位：{unit}，按公布日期；折线为当日采用的数值", period.long())
}

/// A figure that was reported once, or never changed.
pub fn unchanged(subject: Subject<'_>, period: Period, value: &str, reports: usize) -> String {
    let said = match reports {
        1 => "只公布过一次".to_owned(),
        _ => format!("先后{reports}次公布，均与首次相同"),
    };
    format!("{}{}为{value}，{said}", period.long(), subject.start())
}

/// A figure that was revised, in percent, or that was printed with more digits.
pub fn revised(
    subject: Subject<'_>,
    period: Period,
    first: &str,
    now: &str,
    change: Option<f64>,
) -> String {
    let size = match change.map(|change| (Direction::of(change), change)) {
        None => "（位数更多）".to_owned(),
        Some((Direction::Unchanged, _)) => String::new(),
        Some((Direction::Up, change)) => format!("，上调{}", percent_size(change)),
        Some((Direction::Down, change)) => format!("，下调{}", percent_size(change)),
    };
    format!("{}{}首次公布为{first}，现为{now}{size}", period.long(), subject.start())
}

/// Nothing is known of the period.
pub fn nothing(subject: Subject<'_>, period: Period) -> String {
    format!("{}{}无数据", period.long(), subject.within())
}

/// A report that stood when it came, and one that did not.
pub const fn standing(stood: bool) -> &'static str {
    if stood { "自该日起采用" } else { "未采用，当时另有公布值" }
}

/// A report whose date is not known.
pub const fn no_date() -> &'static str {
    "公布日期不详的数值，以及以此推算的数值，列在表中，不在图中画出。"
}
