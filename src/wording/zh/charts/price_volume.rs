//! 金额的增减，拆分为价格与数量。

use super::super::direction::{moved, one_moved};
use super::super::numbers::with_plus;
use super::super::quantity::side_by_side;
use super::super::subject::Subject;
use super::parts::pulled;
use super::sentence::baseline;
use crate::trade::{Measure, Period, Quantity, Unit};

/// The chart's name.
pub const fn label() -> &'static str {
    "量价拆分"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "量价拆分",
        "金额的增减按加法形式的对数平均迪氏指数（LMDI-I，Ang，2004）拆分：数量部分为L·ln(Q₁/Q₀)，均价部分为L·ln(P₁/P₀)，其中L = (V₁ − V₀) / ln(V₁/V₀)；没有残差。",
    )]
}

/// What can't be shown where it is lacking.
pub const fn called() -> &'static str {
    "量价拆分"
}

/// That a value is known and no quantity to go with it.
pub fn no_quantity(measure: Measure, period: Period) -> String {
    let what = if matches!(measure, Measure::Volume) { "重量" } else { "数量" };
    format!("没有{}的{what}", period.long())
}

/// That there is none at all.
pub const fn no_quantities() -> &'static str {
    "数据中没有数量"
}

/// What the quantity is called: customs publish weights and other quantities alike as 数量.
pub const fn quantity(_: Measure) -> &'static str {
    "数量"
}

/// What is drawn.
pub fn subtitle(subject: Subject<'_>, (current, base): (Period, Period)) -> String {
    format!(
        "{}{}额较{}的增减：数量和均价的拉动（百分点）",
        current.long(),
        subject.start(),
        base.long()
    )
}

/// How the value moved, and by what.
pub fn headline(
    subject: Subject<'_>,
    value: f64,
    (period, base): (Period, Period),
    _: Unit,
    (by_volume, by_price): (f64, f64),
    annual: bool,
) -> String {
    format!(
        "{}{}额{}{}，数量{}，均价{}",
        period.long(),
        subject.start(),
        baseline(period, base, annual),
        moved(value),
        pulled(by_volume),
        pulled(by_price),
    )
}

/// The three changes in percent, and what either gave in money.
pub fn finding(
    (current, base, annual): (Period, Period, bool),
    [value, volume, price]: [f64; 3],
    unit: Unit,
    (by_volume, by_price): (Quantity, Quantity),
    with: Option<&str>,
) -> String {
    let with = with.map_or_else(String::new, |with| format!("就{with}而言，"));
    let [gave_by_volume, gave_by_price] = side_by_side([by_volume, by_price]);
    format!(
        "{with}金额{}{}，数量{}，均价（{}）{}。数量与均价的增减幅度是相乘关系，不能相加；折成金额则可以相加，合计等于金额的增减额：数量因素{}，均价因素{}。",
        baseline(current, base, annual),
        moved(value),
        moved(volume),
        unit.each(),
        one_moved(price),
        with_plus(by_volume.value, &gave_by_volume),
        with_plus(by_price.value, &gave_by_price),
    )
}

/// What a unit value is not.
pub fn no_price() -> String {
    "均价不是价格：高价与低价商品的比例变化也会使其变动。".to_owned()
}

/// How the change is split.
pub fn split() -> String {
    "拆分采用加法形式的对数平均迪氏指数（LMDI-I），没有残差。".to_owned()
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    format!("{}：均价与数量", subject.start())
}

/// That nothing is lacking.
pub fn available_for_both() -> String {
    "两期都有数据".to_owned()
}
