//! 总量的组成部分：贸易伙伴或商品。

use super::super::comparison::label;
use super::super::direction::Direction;
use super::super::numbers::{exact, signed};
use crate::statistics::Comparison;
use crate::statistics::structure::Side;
use crate::trade::{Flow, Measure, Month, Period, Quantity, Unit};
use crate::util::CollectVec as _;
use crate::wording::facts::{Parts, is_nothing};

pub use crate::wording::numbers::share;

/// `目的地`、`来源地`或`商品`.
pub const fn one(part: Parts) -> &'static str {
    match (part.by, part.flow) {
        (Side::Product, _) => "商品",
        (Side::Partner, Flow::Import) => "来源地",
        (Side::Partner, _) => "目的地",
    }
}

/// What is no part by itself.
pub const fn rest(own: bool) -> &'static str {
    if own { "其他合计" } else { "未列出部分" }
}

/// What one part is counted by: goods by kind.
pub(super) const fn each(part: Parts) -> &'static str {
    if matches!(part.by, Side::Product) { "种" } else { "个" }
}

/// How many parts are named of how many.
pub fn left_out(part: Parts, all: usize, named: usize) -> String {
    let each = each(part);
    format!("共{all}{each}{part}，列出最大的{named}{each}，其余合并为一行。")
}

/// How many partners are shown by name, of all that a reader's files have.
pub fn of_files(part: Parts, all: usize, named: usize) -> String {
    format!("文件中共有{all}个{part}，单独列出{named}个：最大的，以及所选的。")
}

/// That there is no breakdown of this kind of a period, or of two together.
pub fn no_breakdown(part: Parts, periods: &[Period]) -> String {
    let said = periods.iter().map(|period| period.long()).collect_vec().join("和");
    match periods {
        [_] => format!("{said}没有按{part}细分的数据"),
        _ => format!("{said}按{part}细分的数据不全"),
    }
}

/// Partners that give what a measure counts, where others do not.
pub const fn those_with(measure: Measure) -> &'static str {
    match measure {
        Measure::Value => "提供金额的伙伴",
        Measure::Volume => "提供重量的伙伴",
        // Others may give quantities, in another unit.
        Measure::Quantity => "以该单位计量的伙伴",
    }
}

/// Partners that give both value and quantity, where others give one of them.
pub const fn those_with_both() -> &'static str {
    "金额数量俱全的伙伴"
}

/// What is of such partners alone: `金额，金额数量俱全的伙伴`.
pub fn of_those(name: &str, partners: &str) -> String {
    format!("{name}，{partners}")
}

/// That what is drawn is of such partners alone, behind what else a subtitle says.
pub fn those_alone(subtitle: &str, partners: &str) -> String {
    format!("{subtitle}；仅含{partners}")
}

/// How many partners give no value or no quantity in a period, and so are not in its total.
pub fn giving_none(count: usize, unit: Unit, period: Period) -> String {
    let what = match unit.measure() {
        Measure::Value => "金额".to_owned(),
        Measure::Volume => "数量".to_owned(),
        Measure::Quantity => format!("以{}计的数量", unit.words()),
    };
    format!("{}有{count}个贸易伙伴没有{what}，未计入总量。", period.long())
}

/// What several parts that are not named are called together.
pub fn others(count: usize) -> String {
    format!("其余{count}个")
}

/// How many parts are counted in something else than the total, and so are none of it.
pub fn in_other_units(part: Parts, count: usize, unit: Unit) -> String {
    format!("另有{count}{}{part}不以{}计，未计入。", each(part), unit.words())
}

/// What cannot be shown where the parts are not known.
pub fn by(subject: &str, part: Parts) -> String {
    format!("{subject}按{part}的细分")
}

/// The same of what a comparison has: `同比增减来源`.
pub fn compared(what: &str, comparison: Comparison) -> String {
    format!("{}{what}", label(comparison))
}

/// Percentage points with their sign: `+3.2个百分点`.
pub fn points(value: f64) -> String {
    format!("{}个百分点", signed(value, 1))
}

/// What something gave to a change, in words: `拉动3.2个百分点`, `拉低0.4个百分点`.
pub fn pulled(value: f64) -> String {
    let verb = match Direction::of(value) {
        Direction::Up => "拉动",
        Direction::Down => "拉低",
        Direction::Unchanged if is_nothing(value) => return "没有影响".to_owned(),
        Direction::Unchanged => return "影响不足0.1个百分点".to_owned(),
    };
    format!("{verb}{}个百分点", exact(value.abs(), 1))
}

/// Which figures of a part are credited.
pub fn credit(name: &str, period: Period) -> String {
    format!("{}{name}", period.long())
}

/// The same of two periods.
pub fn credit_of_both(name: &str, [current, base]: [Period; 2]) -> String {
    format!("{name}（{}、{}）", current.long(), base.long())
}

/// An amount of a period.
pub fn amount_in(amount: Quantity, period: Period) -> String {
    format!("{}{}", period.long(), amount.exact())
}

/// A group and its amount.
pub fn group_with(name: &str, amount: Quantity) -> String {
    format!("{name}（{}）", amount.exact())
}

/// Groups with a figure that are not listed, as the same trade would count twice.
pub fn groups_left_out(groups: &[String], period: Period) -> String {
    format!("已列出成员的国家集团不再列出，以免重复计算：{}{}。", period.long(), groups.join("、"))
}

/// Partners with a figure that are not listed, as a group that is listed counts the same trade.
pub fn members_left_out(members: &[String], period: Period) -> String {
    format!("为免重复计算，所列国家集团已包含而未另列：{}{}。", period.long(), members.join("、"))
}

/// The periods that something is not known for.
pub fn no_figure(periods: &[Period]) -> String {
    let periods = periods.iter().map(|period| period.long()).collect_vec();
    format!("{}无数据", periods.join("和"))
}

/// What is known of a part: how many months, up to which, and which whole years.
pub fn available(months: usize, latest: Option<Month>, years: &[Period]) -> String {
    let months = latest.map(|latest| match months {
        1 => latest.short(),
        _ => format!("截至{}共{months}个月", latest.short()),
    });
    let years = years.iter().map(|year| year.long()).collect_vec().join("、");
    let years = Some(years).filter(|years| !years.is_empty());
    let known = months.into_iter().chain(years).collect_vec();
    if known.is_empty() {
        "只有更长时期的数据".to_owned()
    } else {
        format!("现有：{}", known.join("；"))
    }
}

/// What a part lacks of the periods compared, and what is known of it.
pub fn lacks(missing: &[Period], compared: usize, available: &str) -> String {
    match missing {
        [] if compared == 1 => format!("有数据，但没有总量；{available}"),
        [] => format!("两期都有数据，但没有总量；{available}"),
        _ => format!("{}；{available}", no_figure(missing)),
    }
}
