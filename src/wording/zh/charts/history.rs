//! 一个数值的公布经过。

use super::super::direction::Direction;
use super::super::numbers::percent_size;
use super::super::subject::{Subject, measured};
use super::sources::date;
use crate::trade::{Period, Unit};

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
pub fn unchanged(
    (subject, unit): (Subject<'_>, Unit),
    period: Period,
    value: &str,
    (reports, rounded): (usize, bool),
    others: &[String],
) -> String {
    let said = match (reports, others) {
        (0, _) => "是推算值，未见公布".to_owned(),
        (1, _) => "只有一次公布".to_owned(),
        (_, []) if rounded => format!("先后公布{reports}次，仅舍入不同"),
        (_, []) => format!("先后公布{reports}次，数值一致"),
        (_, others) => format!("另有公布值{}", others.join("、")),
    };
    format!("{}{}为{value}，{said}", period.long(), measured(&subject, unit))
}

/// A figure that was revised, in percent, or that was printed with more digits.
pub fn revised(
    (subject, unit): (Subject<'_>, Unit),
    period: Period,
    first: &str,
    now: &str,
    change: Option<f64>,
) -> String {
    let trade = measured(&subject, unit);
    let size = match change.map(|change| (Direction::of(change), change)) {
        None => {
            return format!("{}{trade}为{first}，后有精度更高的公布值{now}", period.long());
        }
        Some((Direction::Unchanged, _)) => String::new(),
        Some((Direction::Up, change)) => format!("，上调{}", percent_size(change)),
        Some((Direction::Down, change)) => format!("，下调{}", percent_size(change)),
    };
    format!("{}{trade}首次公布为{first}，现为{now}{size}", period.long())
}

/// Nothing is known of the period.
pub fn nothing(subject: Subject<'_>, period: Period) -> String {
    format!("{}{}无数据", period.long(), subject.within())
}

/// A report that stood when it came, and one that did not.
pub fn standing(stood: bool, until: &str) -> String {
    match (stood, until) {
        (false, _) => "未采用：另有更优先的公布值".to_owned(),
        (true, "") => "自该次公布起采用".to_owned(),
        (true, until) => format!("采用至{}公布新数为止", date(until)),
    }
}

/// When a figure was published, and of what period it is.
pub fn published(period: Period, day: &str) -> String {
    format!("{}公布的{}数", date(day), period.long())
}

/// A report whose date is not known.
pub const fn no_date() -> &'static str {
    "公布日期不详的数值，以及以此推算的数值，列在表中，不在图中画出。"
}
