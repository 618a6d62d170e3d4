//! 金额的增减，拆分为数量、结构与均价。

use super::super::direction::moved;
use super::super::fitting::LONGEST;
use super::super::numbers::signed;
use super::super::subject::Subject;
use super::parts::{each, pulled};
use super::price_volume::available_for_both;
use super::sentence::baseline;
use crate::trade::{Period, Unit};
use crate::util::CollectVec as _;
use crate::wording::facts::Parts;

/// The chart's name.
pub const fn label() -> &'static str {
    "量价与结构"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "量价与结构",
        "两期都有数据的各组成部分，其金额的增减按加法形式的对数平均迪氏指数（LMDI-I，Ang，2005）拆分。对每个部分，V为金额，s为其在各部分数量合计Q中的占比，P为均价：数量部分为L·ln(Q₁/Q₀)，结构部分为L·ln(s₁/s₀)，均价部分为L·ln(P₁/P₀)，其中L = (V₁ − V₀) / ln(V₁/V₀)。图中为各部分之和；未列出部分单列一柱。",
    )]
}

/// What growing more than other parts did.
pub const fn mix() -> &'static str {
    "结构"
}

/// What the parts' own unit values did.
pub const fn unit_values() -> &'static str {
    "均价"
}

/// What is drawn.
pub fn subtitle(subject: Subject<'_>, (current, base): (Period, Period), part: Parts) -> String {
    format!(
        "{}，{}金额较{}的增减：数量、结构（按{part}）和均价的拉动（百分点）",
        subject.start(),
        current.long(),
        base.long()
    )
}

/// How the value moved, and by what.
pub fn headline(
    subject: Subject<'_>,
    value: f64,
    (period, base, annual): (Period, Period, bool),
    _: Unit,
    [by_volume, by_mix, by_price]: [f64; 3],
    (rest, left): (&str, f64),
) -> String {
    // What is left changes what the others come to.
    let moved = format!("额{}{}", baseline(period, base, annual), moved(value));
    let said = |trade: String, rest: &str| {
        let rest = Some((rest, left)).filter(|_| left.abs() >= 0.05);
        let parts = [("数量", by_volume), ("结构", by_mix), ("均价", by_price)];
        let parts = parts.into_iter().chain(rest);
        // One unit does for all.
        let parts = parts.map(|(name, part)| format!("{name}{}", signed(part, 1))).collect_vec();
        format!("{}{trade}{moved}（{}个百分点）", period.long(), parts.join("、"))
    };
    let trade = || if subject.own { subject.start() } else { subject.trade() };
    let ways = [said(subject.start(), rest), said(trade(), "其余")];
    let fitting = ways.into_iter().find(|said| said.chars().count() <= LONGEST);
    // The bars have the rest.
    fitting.unwrap_or_else(|| format!("{}{}{moved}", period.long(), subject.start()))
}

/// Which parts did most.
pub fn finding(
    (count, part): (usize, Parts),
    mixed: Option<(String, f64)>,
    priced: Option<(String, f64)>,
) -> String {
    let mut text = format!("比较两期金额和数量俱全的{count}{}{part}", each(part));
    if let (Some((one, mix)), Some((other, price))) = (&mixed, &priced)
        && one == other
    {
        let [mix, price] = [*mix, *price].map(pulled);
        return format!("{text}；结构和均价影响最大的均为{one}（结构{mix}，均价{price}）。");
    }
    if let Some((name, gave)) = mixed {
        text += &format!("；结构影响最大的是{name}（{}）", pulled(gave));
    }
    if let Some((name, gave)) = priced {
        text += &format!("；均价影响最大的是{name}（{}）", pulled(gave));
    }
    text + "。"
}

/// What a part lacks of the periods compared.
pub fn lacks(value: &[Period], quantity: &[Period]) -> String {
    let without = |what: &str, periods: &[Period]| {
        let periods = periods.iter().map(|period| period.long()).collect_vec();
        format!("{}无{what}数据", periods.join("和"))
    };
    match (value, quantity) {
        ([], []) => available_for_both(),
        ([], periods) => without("数量", periods),
        (periods, []) => without("金额", periods),
        _ => format!("{}；{}", without("金额", value), without("数量", quantity)),
    }
}

/// That a part is counted in another unit than the total.
pub fn counted_in(unit: Unit) -> String {
    format!("以{}计", unit.words())
}

/// What the mix effect is.
pub fn what_mix_is(part: Parts) -> String {
    format!("结构影响来自各{part}增长快慢不同：均价较高者占比上升，金额随之增加。")
}

/// How the change is split.
pub fn split(rest: &str) -> String {
    format!(
        "拆分没有残差（LMDI-I）。“{rest}”为总额增减额与所列各部分增减额合计之差，包括其中一期没有数据或没有数量的部分。"
    )
}

/// Which parts are left out.
pub fn lacking(named: &[String], more: usize) -> String {
    let more = match more {
        0 => String::new(),
        _ => format!("，以及另外{more}个"),
    };
    format!("其中一期没有金额或数量：{}{more}。", named.join("、"))
}

/// What a unit value by partner is not.
pub fn goods_differ() -> String {
    "按贸易伙伴计的均价不是价格：销往该伙伴的高价与低价商品的比例变化也会使其变动。可改按商品拆分。"
        .to_owned()
}

/// What the table holds.
pub fn caption(subject: Subject<'_>, part: Parts) -> String {
    format!("{}：按{part}的数量、结构与均价", subject.start())
}

/// A column's head in a period.
pub fn in_period(head: &str, period: &str) -> String {
    format!("{head}，{period}")
}
