//! 各年逐月对比。

use super::super::subject::Subject;
use crate::trade::{Month, Period};
use crate::util::CollectVec as _;

/// The chart's name.
pub const fn label() -> &'static str {
    "各年同月"
}

/// What a sentence calls it.
pub const fn called() -> &'static str {
    "各年同月对比"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "各年同月",
        "每年画一条线，从1月到12月。阴影为所选年份之前5年同月的最低值至最高值，5年都须单独公布。",
    )]
}

/// What the shade is.
pub fn range(years: &str) -> String {
    format!("{years}年区间")
}

/// What stands at the line of the mean.
pub fn mean(years: &str) -> String {
    format!("{years}年均值")
}

/// What is drawn, with the shade.
pub fn subtitle_with_range(unit: &str, years: &str, place: &str) -> String {
    format!("各年月度数据，单位：{unit}；阴影为{years}年区间{place}")
}

/// What is drawn, where there is no shade.
pub fn subtitle(unit: &str) -> String {
    format!("各年月度数据，单位：{unit}")
}

/// Where the month under study is.
pub fn above(period: Period) -> String {
    format!("；{}高于该区间", period.long())
}

/// Where the month under study is.
pub fn below(period: Period) -> String {
    format!("；{}低于该区间", period.long())
}

/// Where the month under study is.
pub fn inside(period: Period) -> String {
    format!("；{}处于该区间之内", period.long())
}

/// That there is no range at all.
pub fn no_range(years: &str) -> String {
    format!("没有一个月份在{years}年每年都有单月数据，因此不画区间。")
}

/// The months that have no range.
pub fn no_range_for(months: &[Month], years: &str) -> String {
    let months = months.iter().map(|month| month.name()).collect_vec();
    format!("{}不画区间：{years}年中有的年份没有单月数据。", months.join("、"))
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    format!("{}：各年逐月数据", subject.start())
}
