//! 报告国（地区）统计与伙伴统计对照。

use super::super::fitting::LONGEST;
use super::super::joining::beside;
use super::super::numbers::percent_size;
use super::super::quantity::{in_a_summary, side_by_side};
use super::super::subject::Subject;
use super::notes::few_spans;
use crate::trade::{Period, Quantity};
use crate::wording::facts::Direction;

/// The chart's name.
pub const fn label() -> &'static str {
    "镜像数据"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "镜像数据",
        "报告国（地区）的统计与贸易伙伴对同一贸易的统计并列；合计只包括有对应统计的伙伴。",
    )]
}

/// Why the two differ.
pub fn why_they_differ(money: bool) -> String {
    let freight = freight(money);
    format!(
        "双方数据往往不一致：{freight}在途货物计入不同月份；经第三国（地区）中转的货物记录方式不同；一方可能不公布保密数据。合计只包括有对应统计的伙伴。"
    )
}

/// That values differ by freight; nothing of weights.
pub(super) const fn freight(money: bool) -> &'static str {
    if money { "进口通常按到岸价、出口按离岸价计；" } else { "" }
}

/// Whose reports are added up in these periods.
pub fn added_up(periods: &[Period], names: &[String]) -> String {
    let span = few_spans(periods);
    match names {
        [one] => format!("{span}的数据中只有{one}的统计。"),
        _ => format!("{span}合计所含伙伴：{}。", names.join("、")),
    }
}

/// Of which partners figures are.
pub const fn those_reporting() -> &'static str {
    "有对应统计的贸易伙伴"
}

/// More partners than a headline names.
const NAMED: usize = 3;

/// Who is on the other side: `对美国`, and what they are called then.
pub fn others(towards: &str, names: &[String]) -> (String, String) {
    if names.len() > NAMED {
        return (format!("{towards}有对应统计的{}个伙伴", names.len()), "对方".to_owned());
    }
    (format!("{towards}{}", names.join("、")), "对方".to_owned())
}

/// What the world is called on the other side.
pub fn all_others() -> (String, String) {
    (String::new(), "贸易伙伴".to_owned())
}

/// That nobody on the other side reports the period, or only in something else than a unit.
pub fn none(subject: Subject<'_>, period: Period, not_in: Option<&str>) -> String {
    if let Some(unit) = not_in {
        return format!("{}{}：{}", period.long(), subject.within(), reported_otherwise(unit));
    }
    format!("{}{}没有可供对照的贸易伙伴数据", period.long(), subject.within())
}

/// What the partner, or the partners where none is named, report of a period of which the reporter has no figure.
pub fn partners_alone(
    subject: Subject<'_>,
    partner: Option<&str>,
    period: Period,
    amount: Quantity,
) -> String {
    let who = partner.unwrap_or("贸易伙伴");
    let own = own_report(subject);
    format!("{}{}：{who}统计为{}，没有{own}", period.long(), subject.within(), amount.rounded())
}

/// That the data have partners' figures alone of a period.
pub fn without_own(subject: Subject<'_>, period: Period) -> String {
    format!("数据中没有{}的{}。", period.long(), own_report(subject))
}

/// What the reporter has for all partners, those that do not report it among them.
pub fn to_all(subject: Subject<'_>, period: Period, amount: Quantity) -> String {
    let (from, verb) = (subject.flow.towards(), subject.flow.verb());
    let goods = beside(&subject.product(), &in_a_summary(amount));
    format!("{}{}{from}全球{verb}{goods}。", period.long(), reporting(subject))
}

/// That partners report it in something else.
pub fn reported_otherwise(unit: &str) -> String {
    format!("贸易伙伴有此项统计，但不以{unit}计")
}

/// What either side reported, and how much more the other did.
pub fn headline(
    subject: Subject<'_>,
    (towards, partner): &(String, String),
    period: Period,
    amounts: [Quantity; 2],
    change: Option<f64>,
) -> String {
    let [Quantity { unit, .. }, _] = amounts;
    let [own, other] = side_by_side(amounts);
    let change = change.map_or_else(String::new, |change| format!("（{}）", than(change)));
    let measure = if unit.is_money() { "额" } else { "" };
    let trade = format!("{}{}{measure}", subject.product(), subject.flow.plural());
    let trade = beside(&period.long(), &beside(towards, &trade));
    let said = format!("{trade}：{}{own}，{partner}统计{other}", own_report(subject));
    let whole = format!("{said}{change}");
    if whole.chars().count() > LONGEST { said } else { whole }
}

/// How much more or less the other side counts.
fn than(change: f64) -> String {
    let size = percent_size(change);
    match Direction::of(change) {
        Direction::Up => format!("多{size}"),
        Direction::Down => format!("少{size}"),
        Direction::Unchanged => "基本相同".to_owned(),
    }
}

/// Who reports; a reader's file may not say it.
fn reporting(subject: Subject<'_>) -> String {
    let reporter = subject.reporter();
    if reporter == "您的文件中" { "报告国（地区）".to_owned() } else { reporter }
}

/// What the reporter's own figures are called; a reader's file may not name it.
pub fn own_report(subject: Subject<'_>) -> String {
    beside(&reporting(subject), "统计")
}

/// What the partner's figure less that is called.
pub fn gap(subject: Subject<'_>) -> String {
    beside("伙伴减", &reporting(subject))
}

/// Whose figures are credited.
pub fn own_credit(subject: Subject<'_>, period: Period) -> String {
    format!("{}{}", period.long(), own_report(subject))
}

/// Whose figures are credited.
pub fn partner_credit(period: Period) -> String {
    format!("{}伙伴统计", period.long())
}
