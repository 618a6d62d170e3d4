//! 贸易伙伴地图。

use super::super::direction::moved;
use super::super::joining::beside;
use super::super::numbers::exact;
use super::super::subject::{Subject, valued};
use crate::trade::{Period, Unit};
use crate::wording::facts::{NoTotal, Parts, first_way};

/// The chart's name.
pub const fn label() -> &'static str {
    "地图"
}

/// What must go with the picture wherever it goes.
const BASE_MAP: &str = "底图未经地图审核（见附注）";

/// What a sentence calls it.
pub const fn called() -> &'static str {
    "贸易伙伴地图"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "地图",
        "各伙伴占总量的比重，或与上年同期相比的增减，分五级，级限固定；降幅超过10%的加斜线。没有数据的国家和地区只画轮廓，不代表零。报告国（地区）画交叉线。面积过小、没有轮廓的伙伴画成圆点；在地图上没有位置的，圆点画在地图下方。轮廓：Natural Earth，1∶1.1亿，公有领域。投影：Equal Earth（等面积），面积比例真实。",
    )]
}

/// What the countries are shaded by.
pub const fn shaded_by(share: bool) -> &'static str {
    if share { "占总量比重" } else { "比上年增减" }
}

/// What is drawn.
pub fn subtitle(subject: Subject<'_>, unit: Unit, share: bool, period: Period) -> String {
    let (at, period, trade) = (period, period.long(), valued(subject.within(), subject.flow, unit));
    if share {
        format!("{period}各贸易伙伴占{trade}的比重（%）。{BASE_MAP}")
    } else {
        let (flow, worth) = (subject.flow, if unit.is_money() { "的金额" } else { "" });
        let goods = format!("各贸易伙伴{}{}", flow.verb(), subject.product());
        let goods = format!("{}{}{goods}{worth}", subject.reporter(), flow.towards());
        format!("{}{}增减（%）。{BASE_MAP}", beside(&period, &goods), on_year(at))
    }
}

/// Whole years are said as statistical communiqués say them.
const fn on_year(period: Period) -> &'static str {
    if period.months == 12 { "比上年" } else { "同比" }
}

/// How many went up, of how many; where none did, down, and where all stand still, that.
pub fn changes(
    subject: Subject<'_>,
    part: Parts,
    ways: [usize; 3],
    period: Period,
    unit: Unit,
) -> String {
    let trade = period.long() + &valued(subject.within(), subject.flow, unit);
    let (on, all) = (on_year(period), ways.iter().sum::<usize>());
    match first_way(ways, ["增长", "下降", "持平"]) {
        (count, way) if count == all => format!("{trade}：有数据的{all}个{part}均{on}{way}"),
        (count, way) => format!("{trade}：有数据的{all}个{part}中{count}个{on}{way}"),
    }
}

/// How the trade with the only partner changed whose figures are known of both years.
pub fn only_change(
    subject: Subject<'_>,
    part: Parts,
    change: f64,
    period: Period,
    unit: Unit,
) -> String {
    let trade = valued(subject.within(), subject.flow, unit);
    let before = match period.months {
        1 => "同月",
        12 => "",
        _ => "同期",
    };
    let moved = format!("{}{}", on_year(period), moved(change));
    format!("{}{trade}{moved}，其他{part}没有上年{before}数据", period.long())
}

/// What the reporter is on the map.
pub fn reporter(subject: Subject<'_>) -> String {
    format!("交叉线表示报告国（地区）：{}。", subject.reporter())
}

/// That no share or no change can be had.
pub fn nothing(subject: Subject<'_>, unit: Unit, share: Option<NoTotal>, period: Period) -> String {
    let trade = period.long() + &valued(subject.within(), subject.flow, unit);
    match share {
        Some(NoTotal::Zero) => format!("{trade}总量为零"),
        Some(NoTotal::Unknown) => format!("{trade}没有总量数据"),
        None => {
            let before = period.years_before(1).long();
            let on = if period.months == 12 { "与上年比较" } else { "计算同比" };
            format!("无法{on}：{trade}的各贸易伙伴都没有{before}数据")
        }
    }
}

/// The largest, how many of all fell where it is changes, and of how many nothing is known.
pub fn finding(
    (period, whole): (Period, NoTotal),
    largest: &[String],
    (all, more, counted, groups): (usize, bool, Option<Unit>, &[String]),
    fell: Option<usize>,
    unknown: usize,
) -> String {
    if largest.is_empty() {
        let why = match (fell, whole) {
            (Some(_), _) if period.months == 12 => "没有可与上年比较的贸易伙伴",
            (Some(_), _) => "没有可与上年同期比较的贸易伙伴",
            (None, NoTotal::Zero) => "总量为零，无法计算占比",
            (None, NoTotal::Unknown) => "没有总量数据，无法计算占比",
        };
        return format!("{}{why}。", period.long());
    }
    let what = match fell {
        None => "占比".to_owned(),
        Some(_) => format!("{}增减（限两年都有数据的贸易伙伴）", on_year(period)),
    };
    let down = match fell {
        None | Some(0) => String::new(),
        Some(fell) => format!("，其中{fell}个下降"),
    };
    let rest = match (unknown, fell) {
        (0, _) => String::new(),
        (count, None) => format!("，{count}个的占比不详"),
        (count, Some(_)) => format!("，{count}个没有上年数据"),
    };
    // Others may have some in another unit.
    let counted = counted.map_or_else(String::new, |unit| format!("以{}计的", unit.words()));
    let all = if more {
        format!("按名列出的贸易伙伴中，有{counted}数据的{all}个")
    } else if all == 1 && !groups.is_empty() {
        format!("其他单个国家（地区）没有{counted}数据，国家集团有：{}", groups.join("、"))
    } else if all == 1 {
        format!("其他贸易伙伴没有{counted}数据")
    } else {
        format!("有{counted}数据的贸易伙伴{all}个")
    };
    format!("{}{what}：{}。{all}{down}{rest}。", period.long(), largest.join("，"))
}

/// A class of shares or changes, between two bounds in percent.
pub fn class(share: bool, from: Option<f64>, to: Option<f64>) -> String {
    let size = |bound: f64| exact(bound.abs(), 0);
    match (share, from, to) {
        (true, None, Some(to)) => format!("不足{}%", size(to)),
        (true, Some(from), None) => format!("{}%及以上", size(from)),
        (false, None, Some(to)) => format!("降{}%以上", size(to)),
        (false, Some(from), None) => format!("增{}%以上", size(from)),
        (true, Some(from), Some(to)) => format!("{}%至{}%", size(from), size(to)),
        (false, Some(from), Some(to)) if from < 0.0 && to > 0.0 => {
            format!("增减在{}%以内", size(to))
        }
        (false, Some(from), Some(to)) if to < 0.0 => format!("降{}%至{}%", size(to), size(from)),
        (false, Some(from), Some(to)) => format!("增{}%至{}%", size(from), size(to)),
        (_, None, None) => String::new(),
    }
}

/// A country without a class.
pub const fn no_figure(share: bool) -> &'static str {
    if share { "无数据" } else { "无上年数据" }
}

/// The country whose trade it is, in the key and in the table.
pub const fn home() -> &'static str {
    "报告国（地区）"
}

/// The same in the key; what its statistics count by itself is said with it.
pub fn home_in_key(reporter: &str, apart: &[&str]) -> String {
    if apart.is_empty() {
        return home().to_owned();
    }
    format!("{}：{reporter}（{}单独统计）", home(), apart.join("、"))
}

/// What is said of it where a partner's figure is computed.
pub const fn no_partner() -> &'static str {
    "不是贸易伙伴"
}

/// A partner's share or change that cannot be had.
pub fn not_available(share: bool, period: Period) -> String {
    if share {
        format!("{}占比不详", period.long())
    } else {
        format!("没有{}数据，无法计算增减", period.years_before(1).long())
    }
}

/// Whether a partner has a place on the map.
pub const fn place(placed: bool) -> &'static str {
    if placed { "在地图上" } else { "在地图下方" }
}

/// Why a partner is not on the map.
pub const fn nowhere() -> &'static str {
    "没有这一代码的国家或地区"
}

/// What a partner is that is shaded by its members alone.
pub const fn a_group() -> &'static str {
    "国家集团"
}

/// Partners beneath the map, and how many more are in the table alone.
pub fn beneath(names: &[String], more: usize) -> String {
    let more = if more == 0 { String::new() } else { format!("另有{more}个只列在表中。") };
    format!("在地图上没有位置、画在下方的伙伴：{}。{more}", names.join("、"))
}

/// Groups of countries, and whether any of their members is shaded.
pub fn groups(names: &[String], by_member: bool) -> String {
    let names = names.join("、");
    if by_member {
        format!("{names}不填色，只填其成员。")
    } else {
        format!("{names}不填色：成员均无数据。")
    }
}

/// What the outlines claim.
pub const fn borders() -> &'static str {
    "底图为Natural Earth，未经自然资源主管部门审核，在中国境内公开使用须换用标有审图号的标准地图。单独关税区按海关统计单列。没有独立代码的地区只画轮廓。"
}

/// How many partners are shown of how many.
pub fn left_out(part: Parts, all: usize, shown: usize) -> String {
    format!("共{all}个{part}，显示最大的{shown}个。")
}

/// What the table holds.
pub fn caption(subject: &str, period: Period) -> String {
    format!("{subject}：{}", period.long())
}
