//! 各伙伴统计与报告国（地区）统计的差距。

use super::super::joining::beside;
use super::super::numbers::{percent, percent_size};
use super::super::quantity::side_by_side;
use super::super::subject::Subject;
use super::mirror::{freight, own_report};
use crate::trade::{Flow, Period, Quantity, Unit};
use crate::wording::facts::Direction;

/// The chart's name.
pub const fn label() -> &'static str {
    "镜像差异"
}

/// What a sentence calls it.
pub fn called(subject: Subject<'_>) -> String {
    format!("{}与伙伴统计的对照", subject.within())
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "镜像差异",
        "在一个时期内逐个伙伴列出：报告国（地区）的统计、伙伴对同一贸易的统计，以及后者减前者的差距，分别以数量和占前者的百分比表示，差距大的在前。柱长以差距本身的单位计，百分比列于表中。缺一方数据的不作零计。",
    )]
}

/// What is drawn.
pub fn subtitle(subject: Subject<'_>, unit: &str, period: Period) -> String {
    let own = own_report(subject);
    format!("{}{}，伙伴统计减{own}，单位：{unit}", period.long(), subject.within())
}

/// The largest gap.
pub fn headline(
    subject: Subject<'_>,
    partner: &str,
    (size, more, unit): (&str, bool, Unit),
    change: Option<f64>,
    period: Period,
) -> String {
    let than = if more { "多" } else { "少" };
    let equal = change == Some(0.0);
    // A part that would be shown as nothing is left to its size.
    let change = change.filter(|change| Direction::of(*change) != Direction::Unchanged);
    let change = change.map_or_else(String::new, |change| format!("（{}）", percent_size(change)));
    let (reporter, goods) = (subject.reporter(), subject.product());
    // What one exports the other imports.
    let trade = match subject.flow {
        Flow::Import => format!("对{reporter}出口"),
        _ => format!("自{reporter}进口"),
    };
    let trade = beside(&trade, &goods);
    let measure = if unit.is_money() { "的金额" } else { "" };
    let period = beside(&period.long(), partner);
    if equal {
        return format!("{period}{trade}，{partner}统计{measure}与{reporter}统计相同");
    }
    format!("{period}{trade}，{partner}统计{measure}比{reporter}统计{than}{size}{change}")
}

/// A gap in its unit.
pub fn gap(size: &str, unit: Unit) -> String {
    format!("{size}{}", unit.words())
}

/// What either side says, and how much more the partner does.
pub fn sides(subject: Subject<'_>, [own, other]: [Quantity; 2], part: Option<f64>) -> String {
    let part = part.map_or_else(String::new, |part| format!("（{}）", percent(part)));
    let [own, other] = side_by_side([own, other]);
    format!("{}，伙伴统计{other}{part}", beside(&own_report(subject), &own))
}

/// Of how many partners what is known, and the sums of those compared.
pub fn finding(
    subject: Subject<'_>,
    period: Period,
    (both, own, other): (usize, usize, usize),
    [sum, mirrored]: [Quantity; 2],
) -> String {
    let report = own_report(subject);
    let one = |count: usize, words: &str| match count {
        0 => String::new(),
        _ => format!("只有{words}的有{count}个。"),
    };
    let compared = match both {
        0 => String::new(),
        1 => format!("{}双方均有统计的伙伴有1个。", period.long()),
        _ => {
            let [sum, mirrored] = side_by_side([sum, mirrored]);
            format!(
                "{}双方均有统计的伙伴有{both}个：{report}合计{sum}，伙伴统计合计{mirrored}。",
                period.long()
            )
        }
    };
    format!("{compared}{}{}", one(own, &report), one(other, "伙伴统计"))
}

/// That a partner asked for is not among these.
pub fn not_both(partner: &str, period: Period) -> String {
    format!("{partner}没有{}的双方统计。", period.long())
}

/// Why there is nothing to compare: of a reader's own data, whether other partners than those shown report it.
pub const fn no_report(own: bool, others: bool) -> &'static str {
    match (own, others) {
        (false, _) => "数据中没有伙伴的相应统计",
        (true, false) => "尚未读入伙伴的相应统计",
        (true, true) => "所列伙伴均无相应统计",
    }
}

/// What a reader can do then.
pub const fn where_reports_come_from(others: bool) -> &'static str {
    if others {
        "文件中另有伙伴对此的统计，调高“进口、出口各列出前几位贸易伙伴”即可逐个对照。"
    } else {
        "伙伴的统计随所打开的文件一并读入；文件夹中的，须勾选“同时显示贸易伙伴的统计（镜像数据）”才会下载。"
    }
}

/// That another period is shown than the one chosen.
pub fn nearest(studied: Period, shown: Period) -> String {
    format!("{}没有双方的统计，现显示{}。", studied.long(), shown.long())
}

/// What both sides report of all partners, those not named among them.
pub fn more_unnamed(subject: Subject<'_>, amounts: [Quantity; 2]) -> String {
    let ([own, other], report) = (side_by_side(amounts), own_report(subject));
    format!(
        "除所列伙伴外，另有伙伴也有统计：全部合计，{report}为{own}，伙伴统计为{other}。调高“进口、出口各列出前几位贸易伙伴”可列出更多。"
    )
}

/// Why the two sides differ as a rule.
pub fn usual_reasons(money: bool) -> String {
    let freight = freight(money);
    format!(
        "常见原因：{freight}经第三国（地区）中转的货物记在不同伙伴名下；一方不公布保密数据；期末在途货物计入不同时期；双方将同一货物归入不同商品编码。数据本身不能说明属于哪一种。"
    )
}

/// How many have bars.
pub fn more_in_the_table(all: usize, drawn: usize) -> String {
    format!("共{all}个差距，画出最大的{drawn}个，其余见表。")
}

/// How many partners are listed of how many.
pub fn left_out(all: usize, listed: usize) -> String {
    format!("共{all}个伙伴，列出前{listed}个。")
}

/// That both sides are known.
pub const fn both_known() -> &'static str {
    "双方"
}

/// Which side alone is known.
pub fn one_known(subject: Subject<'_>, own: bool) -> String {
    if own { format!("只有{}", own_report(subject)) } else { "只有伙伴统计".to_owned() }
}

/// Whose figures are credited.
pub fn partner_credit(name: &str, period: Period) -> String {
    format!("{}{name}", period.long())
}

/// What the table holds.
pub fn caption(subject: Subject<'_>, period: Period) -> String {
    format!("{}{}与伙伴统计", period.long(), own_report(subject))
}
