//! 水平漂移与离群值。

use super::super::numbers::{exact, percent, percent_size, t_value};
use super::super::subject::Subject;
use super::page::events_prove_nothing;
use super::seasonal::from_on;
use super::sources::date as day;
use crate::statistics::seasonal::{Disturbance, Kind, LEAST_SEGMENT, LEAST_T, WINDOW};
use crate::trade::{Month, Period, Quantity};
use crate::wording::facts::COMMON;

/// The chart's name.
pub const fn label() -> &'static str {
    "水平漂移"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "水平漂移",
        "对最近10年的每个月，在含趋势、季节和AR(1)误差的回归中依次检验其是否为加性离群值、水平漂移或暂时变化（每月衰减至0.7倍；Chen、Liu，1993，X-13和TRAMO亦用此法），|t|超过4的予以保留。AR(1)系数以限制性最大似然（REML）取平均；误差不小于所公布末位数字的半个单位。一个水平至少持续6个月。在没有漂移的模拟序列中，每100个误报0至4个；噪声为10%时，−40%的漂移几乎总能发现，较小的则未必。",
    )]
}

/// What can't be shown where it is lacking.
pub const fn called() -> &'static str {
    "水平漂移"
}

/// What is drawn.
pub fn subtitle(unit: &str, since: Month) -> String {
    format!("月度数据，单位：{unit}，季节调整后；{}以来的水平漂移", since.long())
}

/// A line of the plot.
pub const fn level() -> &'static str {
    "水平"
}

/// A line of the plot.
pub const fn as_reported() -> &'static str {
    "公布值"
}

/// What was reported of an adjusted month.
pub fn reported(amount: Quantity) -> String {
    format!("公布值为{}", amount.rounded())
}

/// `2019年6月起发生水平漂移，降幅40.3%（95%区间为31.2%至48.0%，t = −8.1）`.
pub fn disturbance(one: &Disturbance) -> String {
    let (low, high) = one.interval_95;
    let from = match one.kind {
        Kind::Outlier => "出现",
        Kind::LevelShift => "起发生",
        Kind::TemporaryChange => "起出现",
    };
    // Ends on one side of zero are sizes, as the step is.
    let ends = match one.percent < 0.0 {
        true if high < 0.0 => [percent_size(high), percent_size(low)],
        false if low > 0.0 => [percent_size(low), percent_size(high)],
        _ => [percent(low), percent(high)],
    };
    let interval = match ends {
        [low, high] if low == high => "窄于0.1个百分点".to_owned(),
        [low, high] => format!("为{low}至{high}"),
    };
    format!(
        "{}{from}{}，{}{}（95%区间{interval}，{}）",
        one.period.long(),
        one.kind.word(),
        if one.percent < 0.0 { "降幅" } else { "升幅" },
        percent_size(one.percent),
        t_value(one.t)
    )
}

/// That no shift of the level was found.
pub fn no_shift(subject: Subject<'_>, since: Month) -> String {
    format!("经季节调整，{}以来{}未检出持续的水平漂移", since.long(), subject.start())
}

/// How many shifts of the level were found, and how large the last is.
pub fn headline(subject: Subject<'_>, count: usize, percent_last: f64, last: Period) -> String {
    let times = if count == 1 {
        "检出一次水平漂移：".to_owned()
    } else {
        format!("检出{count}次水平漂移，最近一次：")
    };
    let moved = if percent_last < 0.0 { "下移" } else { "上移" };
    let size = percent_size(percent_last);
    format!("{}{times}{}{moved}{size}", subject.start(), last.long())
}

/// That nothing stands out.
pub fn nothing(first: Month, last: Month) -> String {
    format!("{}至{}也没有离群值或暂时变化。", first.long(), last.long())
}

/// That figures of zero were not looked at.
pub fn not_tested(zeros: usize) -> String {
    format!("{zeros}个为零的数值未作检验。")
}

/// A disturbance with the events near it.
pub fn with_events(one: &Disturbance, events: &[&str]) -> String {
    let size = disturbance(one);
    if events.is_empty() {
        size
    } else {
        format!("{size}；前后有事件：{}", events.join("、"))
    }
}

/// All of them, and how many months in 100 are near an event anyway.
pub fn finding(disturbances: &[String], near: Option<f64>) -> String {
    let chance = near.map_or_else(String::new, |share| {
        let so = if share < COMMON { "" } else { "，因此仅凭时间相近不能说明问题" };
        format!("全部月份中有{}%与所列某一事件相距不超过两个月{so}。", exact(share, 0))
    });
    format!("{}。{chance}", disturbances.join("。"))
}

/// An event with its day.
pub fn event(date: &str, title: &str) -> String {
    format!("{}{title}", day(date))
}

/// What was tested, and how.
pub fn tested(since: Month) -> String {
    format!(
        "{}的每个月均与季节、趋势和AR(1)误差一并检验，看其是否为离群值、水平漂移或暂时变化，|t|超过{}的予以保留。新水平至少持续{LEAST_SEGMENT}个月才予认定；最多考察最近{WINDOW}个月。",
        from_on(since),
        exact(LEAST_T, 1),
    )
}

/// How sure a shift's month is, and what an event near it can't say.
pub fn uncertain() -> String {
    format!("漂移发生的月份可能有几个月的误差。{}", events_prove_nothing())
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    format!("{}：季节调整后的水平漂移与离群值", subject.start())
}
