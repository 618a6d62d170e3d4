//! 均价：金额除以数量。

use super::super::direction::one_moved;
use super::super::subject::Subject;
use crate::statistics::{Origin, Unavailable};
use crate::trade::{Period, Quantity, UnitRatio};
use crate::util::CollectVec as _;

/// The chart's name.
pub const fn label() -> &'static str {
    "均价"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[("均价（单位价值）", "金额除以数量，限于两者都有数据的时期。")]
}

/// What can't be shown where it is lacking.
pub const fn called() -> &'static str {
    "均价"
}

/// What a side lacks.
pub const fn lacks(everything: bool) -> &'static str {
    if everything { "没有任何数据" } else { "没有相同时期的数据" }
}

/// What is drawn, whole years among it or not.
pub fn subtitle(ratio: UnitRatio, years: bool) -> String {
    let years = if years { "；横线为全年数据" } else { "" };
    format!("单位：{}{years}", ratio.words())
}

/// What it is computed from.
pub fn value_for(value: Quantity, volume: Quantity) -> String {
    format!("金额{}，数量{}", value.rounded(), volume.rounded())
}

/// The period's unit value, and how it moved in a year.
pub fn headline(
    subject: Subject<'_>,
    amount: &str,
    period: Period,
    on_the_year: Option<f64>,
) -> String {
    let against = on_the_year.map_or_else(String::new, |percent| {
        let on = if period.months == 12 { "比上年" } else { "同比" };
        format!("，{on}{}", one_moved(percent))
    });
    format!("{}{}均价为{amount}{against}", period.long(), subject.start())
}

/// Why another period is shown.
pub fn another_period(period: Period, [value, quantity]: [bool; 2], why: &Unavailable) -> String {
    let why = match (value, quantity) {
        (true, true) => "没有金额和数量数据".to_owned(),
        (true, false) => "没有金额数据".to_owned(),
        (false, true) => "没有数量数据".to_owned(),
        _ => return format!("{}无法计算均价：{why}。图中为最近一个有均价的时期。", period.long()),
    };
    format!("{}{why}，无法计算均价；图中为最近一个有均价的时期。", period.long())
}

/// How many partners are left out of some periods, or of the change between them, for they give value or
/// quantity alone.
pub fn left_out(count: usize, periods: &[Period], of_change: bool) -> String {
    let periods = periods.iter().map(|period| period.long()).collect_vec().join("或");
    let of = if of_change { "变动" } else { "" };
    format!("有{count}个贸易伙伴在{periods}只有金额或只有数量，未计入{of}。")
}

/// What a unit value says.
pub fn meaning(ratio: UnitRatio) -> String {
    format!(
        "均价为金额除以数量。它随价格变动，也受商品结构影响：不论价格高低，每{}权重相同。",
        ratio.per.one()
    )
}

/// Of which periods, and in what money.
pub fn coverage(ratio: UnitRatio) -> String {
    format!(
        "只画金额与数量都有数据的时期；金额以现价{}计，推算的在“性质”栏注明。",
        ratio.of.words()
    )
}

/// How value and quantity came about.
pub fn origins(value: Origin, quantity: Origin) -> String {
    if value == quantity {
        return format!("金额、数量均为{}", value.word());
    }
    format!("金额为{}，数量为{}", value.word(), quantity.word())
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    format!("{}：均价", subject.start())
}
