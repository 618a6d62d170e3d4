//! 本国统计与伙伴国统计对照。

use super::super::direction::place;
use super::super::joining::beside;
use super::super::quantity::side_by_side;
use super::super::subject::Subject;
use crate::trade::{Period, Quantity};

/// The chart's name.
pub const fn label() -> &'static str {
    "镜像数据"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[("镜像数据", "报告国的数据与贸易伙伴对同一贸易的统计并列；合计只包括有本国数据的伙伴。")]
}

/// Why the two differ.
pub fn why_they_differ(money: bool) -> String {
    let freight = freight(money);
    format!(
        "双方数据往往不一致：{freight}在途货物计入不同月份；经第三国的贸易记录方式不同；一方可能不公布保密数据。合计只包括有本国数据的伙伴。"
    )
}

/// That values differ by freight; nothing of weights.
pub(super) const fn freight(money: bool) -> &'static str {
    if money { "进口通常含运费和保险费，出口不含；" } else { "" }
}

/// Whose reports are added up in a stretch of time.
pub fn added_up(first: Period, last: Period, names: &[String]) -> String {
    let span =
        if first == last { first.long() } else { format!("{}至{}", first.long(), last.long()) };
    format!("{span}相加的伙伴：{}。", names.join("、"))
}

/// More partners than a headline names.
const NAMED: usize = 3;

/// Who is on the other side: `对美国`, and what they are called then.
pub fn others(towards: &str, names: &[String]) -> [String; 3] {
    let named = if names.len() > NAMED {
        format!("{towards}有本国数据的{}个伙伴", names.len())
    } else {
        format!("{towards}{}", names.join("、"))
    };
    [named, "对方".to_owned(), String::new()]
}

/// What the world is called on the other side.
pub fn all_others() -> [String; 3] {
    [String::new(), "贸易伙伴".to_owned(), String::new()]
}

/// That nobody on the other side reports the period.
pub fn none(period: Period) -> String {
    format!("{}没有可供对照的贸易伙伴数据", period.long())
}

/// That partners report it in something else.
pub fn reported_otherwise(unit: &str) -> String {
    format!("贸易伙伴有此项统计，但不以{unit}计")
}

/// What either side reported, and how much more the other did.
pub fn headline(
    subject: Subject<'_>,
    [towards, partner, _]: &[String; 3],
    period: Period,
    amounts: [Quantity; 2],
    change: Option<f64>,
) -> String {
    let [own, other] = side_by_side(amounts);
    let change = change.map_or_else(String::new, |change| format!("，{}", place(change)));
    format!(
        "{}{}统计{towards}{}{}，{partner}统计为{}{change}",
        period.long(),
        subject.reporter(),
        subject.flow.verb(),
        beside(&subject.product(), &own),
        other,
    )
}

/// Whose figures are credited.
pub fn own_credit(period: Period) -> String {
    format!("{}本国统计", period.long())
}

/// Whose figures are credited.
pub fn partner_credit(period: Period) -> String {
    format!("{}伙伴统计", period.long())
}
