//! 各组成部分对增减的贡献。

use super::super::direction::moved;
use super::super::fitting::TWO_LINES;
use super::super::numbers::signed;
use super::super::quantity::{in_a_sentence, side_by_side};
use super::super::subject::{Subject, valued};
use super::parts::{each, others, pulled, rest as rest_of};
use super::sentence::baseline;
use crate::statistics::Unavailable;
use crate::trade::{Period, Quantity, Unit};
use crate::util::CollectVec as _;
use crate::wording::facts::Parts;
use crate::wording::fitting::by_what_is_said;

/// The chart's name.
pub const fn label() -> &'static str {
    "增减来源"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "增减来源",
        "某一部分的拉动＝该部分的增减量除以基期总量，以百分点计。未列出部分合计单列一柱，各柱之和等于总量的增减幅度。两个部分包含同一商品的（如国家集团与其成员、税目与其子目），只取其一。",
    )]
}

/// What is drawn.
pub fn subtitle((current, base): (Period, Period), part: Parts) -> String {
    format!("{}与{}相比，各{part}拉动（百分点）", current.long(), base.long())
}

/// The bar of parts that have none of their own.
pub fn smaller(count: usize, part: Parts) -> String {
    format!("其余{count}{}{part}", each(part))
}

/// Where these are.
pub const fn in_the_table() -> &'static str {
    "见表"
}

/// What no part listed explains: it may well be known of one of the two periods.
pub fn rest_name(own: bool, _: Parts) -> String {
    rest_of(own).to_owned()
}

/// What is left of the total.
pub fn rest(current: Quantity, base: Quantity, part: Parts) -> String {
    // What is below zero by less than is shown is nothing.
    let shown = |rest: Quantity| {
        let some = in_a_sentence(rest).bytes().any(|byte| (b'1'..=b'9').contains(&byte));
        Quantity { value: if some { rest.value } else { 0.0 }, ..rest }
    };
    let (current, base) = (shown(current), shown(base));
    if current.value < 0.0 && base.value <= 0.0 {
        let more = |rest: Quantity| Quantity { value: -rest.value, ..rest };
        let [current, base] = side_by_side([more(current), more(base)]);
        return format!("所列{part}合计比总量多{current}，基期多{base}");
    }
    if base.value < 0.0 {
        let more = Quantity { value: -base.value, ..base };
        let [current, more] = side_by_side([current, more]);
        return format!("{current}；基期所列{part}合计比总量多{more}");
    }
    if current.value < 0.0 {
        let more = Quantity { value: -current.value, ..current };
        let [more, base] = side_by_side([more, base]);
        return format!("所列{part}合计比总量多{more}；基期总量减去所列{part}为{base}");
    }
    let [current, base] = side_by_side([current, base]);
    format!("{current}，基数{base}：总量减去所列{part}")
}

/// The change of the total, its largest part listed, and what none of these explains.
pub fn headline_unlisted(
    change: (Subject<'_>, f64, (Period, Period), bool),
    unit: Unit,
    _: (&str, f64),
    largest: (&str, f64),
    part: Parts,
) -> String {
    // With the one that is named they add up to the whole as it is written.
    let round = |points: f64| (points * 10.0).round() / 10.0;
    let others = round(change.1) - round(largest.1);
    let (name, points) = largest;
    let whole =
        format!("{}，{name}以外{}", headline(change, unit, Some(largest), part), pulled(others));
    if whole.chars().count() <= TWO_LINES {
        return whole;
    }
    // One unit does for both.
    let [points, others] = [points, others].map(|points| signed(points, 1));
    format!("{}（{name}{points}、{name}以外{others}个百分点）", headline(change, unit, None, part))
}

/// The change of the total, and the largest contribution to it.
pub fn headline(
    (subject, change, (current, base), annual): (Subject<'_>, f64, (Period, Period), bool),
    unit: Unit,
    part: Option<(&str, f64)>,
    _: Parts,
) -> String {
    let part = part.map_or_else(String::new, |(name, gave)| {
        // What rose is no part of a fall.
        let whose = if change * gave < 0.0 { "但" } else { "其中" };
        format!("，{whose}{name}{}", pulled(gave))
    });
    format!(
        "{}{}{}{}{part}",
        current.long(),
        valued(subject.start(), subject.flow, unit),
        baseline(current, base, annual),
        moved(change),
    )
}

/// A bar in words.
pub fn bar(_: Parts, name: &str, contribution: f64, detail: &str) -> String {
    format!("{name}{}（{detail}）", pulled(contribution))
}

/// Every bar in words.
pub fn contributions(bars: &[String]) -> String {
    format!("分项看：{}。", bars.join("；"))
}

/// That they add up, and what the rest is.
pub fn they_add_up(rest: &str, part: Parts) -> String {
    if rest.is_empty() {
        return "各部分拉动之和等于总量的增减幅度。".to_owned();
    }
    format!(
        "各部分拉动之和等于总量的增减幅度。“{rest}”为总量减去所列{part}；所列的是两期都有数据的{part}。"
    )
}

/// That the parts are more than their total.
pub fn they_exceed(part: Parts, sum: Quantity, period: Period) -> String {
    format!(
        "{}所列{part}合计{}，超过总量：数据之间不一致，其余部分为负。",
        period.long(),
        sum.exact(),
    )
}

/// That a group is not the same countries both times.
pub fn other_members(group: &str, current: Period, base: Period) -> String {
    format!("{group}的成员在{}与{}不同。", current.long(), base.long())
}

/// That more partners are known of a part of the goods.
pub fn known_of_less(count: usize, part: Parts, product: &str) -> String {
    format!("其中“{product}”一项在两期都有{count}个{part}的数据。")
}

/// The parts that are not listed, each with what it lacks.
pub fn not_listed(lacking: &[(String, Unavailable)], more: usize) -> String {
    let all = by_what_is_said(lacking);
    let mut said =
        all.iter().map(|(why, names)| format!("{}（{why}）", names.join("、"))).collect_vec();
    if more > 0 {
        said.push(others(more));
    }
    format!("其中一期没有数据，未予列出：{}。", said.join("；"))
}

/// What the table holds.
pub fn caption(subject: Subject<'_>, part: Parts) -> String {
    format!("{}：各{part}对增减的拉动", subject.start())
}
