//! 季节分析各图共用的文字，以及预测的回测。

use super::super::numbers::exact;
use crate::statistics::Unavailable;
use crate::trade::{Month, Period, Quantity};
use crate::util::CollectVec as _;

/// A line of the plot.
pub const fn seasonally_adjusted() -> &'static str {
    "季节调整值"
}

/// A month that stands out.
pub const fn outlier() -> &'static str {
    "离群值或暂时变化"
}

/// What came of no report of its own.
pub const fn not_reported() -> &'static str {
    "未单独公布"
}

/// More figures than are named one by one.
const NAMED: usize = 6;

/// That figures without a logarithm are as good as missing.
pub fn zeros(periods: &[Period]) -> String {
    let which = if periods.len() > NAMED {
        format!("有{}个数值", periods.len())
    } else {
        let named = periods.iter().map(|period| period.long()).collect_vec();
        format!("{}的数值", named.join("、"))
    };
    format!("{which}不大于零，没有对数，按缺失处理。")
}

/// A probability, as far as it is worth giving.
pub fn probability(p: f64) -> String {
    match p {
        ..0.001 => "p\u{a0}<\u{a0}0.001".to_owned(),
        0.9995.. => "p\u{a0}>\u{a0}0.999".to_owned(),
        _ => format!("p\u{a0}=\u{a0}{}", exact(p, 3)),
    }
}

/// From a month on.
pub fn from_on(month: Month) -> String {
    format!("{}起", month.long())
}

/// Why there is no backtest.
pub fn no_backtest(why: &Unavailable) -> String {
    format!("本序列没有回测：{why}。")
}

/// How often an interval held, and how often it may have by chance.
pub fn held(interval: &str, share: f64, (low, high): (f64, f64)) -> String {
    format!(
        "{interval}区间的占{}%（95%置信区间为{}%至{}%）",
        exact(share * 100.0, 0),
        exact(low * 100.0, 0),
        exact(high * 100.0, 0)
    )
}

/// How the forecasts of a series have done, and how many of them are scored against what was published
/// first, from what was known then.
pub fn backtested(
    (periods, first): (usize, usize),
    within_80: &str,
    within_95: &str,
    compared: &str,
) -> String {
    let vintage = match first {
        0 => "数据中没有期末后3个月内首次公布的数值，故全部以最新数值检验。".to_owned(),
        all if all == periods => {
            "全部以首次公布的数值检验，此前数据尽可能采用公布前一日的数值。".to_owned()
        }
        _ => format!(
            "其中{first}个以首次公布的数值检验，此前数据尽可能采用公布前一日的数值；其余{}个以较晚公布或修订后的数值检验。",
            periods - first
        ),
    };
    format!(
        "对此前至少有3年数据的{periods}个时期，只用此前数据逐一预测。{vintage}实际值落入{within_80}，落入{within_95}。{compared}"
    )
}

/// That they can't be compared with naive ones.
pub fn nothing_to_compare() -> String {
    "其中没有一个同时具备上年同月和上月数据可供比较。".to_owned()
}

/// The error of a naive forecast, and whether its difference is more than chance.
pub fn naive(name: &str, error: Quantity, p: Option<f64>) -> String {
    let certainty = match p {
        Some(p) if p < 0.05 => "差异显著",
        _ => "差异不显著",
    };
    let p = p.map_or_else(String::new, |p| format!("，p\u{a0}=\u{a0}{}", exact(p.max(0.001), 3)));
    format!("{name}的误差为{}（{certainty}{p}）", error.exact())
}

/// The naive forecast by the year before.
pub const fn year_before() -> &'static str {
    "直接取上年同月值"
}

/// The naive forecast by the month before.
pub const fn month_before() -> &'static str {
    "直接取上月值"
}

/// The errors of all of them.
pub fn compared(periods: usize, error: Quantity, naive: [String; 2]) -> String {
    let [year, month] = naive;
    format!(
        "能作出两种简单预测的{periods}个时期中，预测中位数的平均绝对误差为{}；{year}；{month}。",
        error.exact(),
    )
}
