//! 商品价格。

use super::super::direction::{Direction, one_moved};
use crate::trade::Period;
use crate::util::CollectVec as _;
use crate::wording::facts::{Change, first_way};

/// The chart's name.
pub const fn label() -> &'static str {
    "价格"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "价格",
        "公布的年度或月度平均价格，与上年同期相比，均取资料的最新版本。价格针对某一纯度的某一商品；均价则涵盖所有发运的货物。",
    )]
}

/// What can't be shown where it is lacking.
pub const fn called() -> &'static str {
    "价格"
}

/// What is lacking then, one of it.
pub const fn one() -> &'static str {
    "价格"
}

/// What is drawn.
pub fn subtitle(earlier: Period, period: Period) -> String {
    format!("{}各商品价格比{}的涨跌幅（%）", period.long(), earlier.long())
}

/// An amount with what its source says of it in a word: `每千克9美元（估计值）`.
pub fn noted(amount: String, note: &str) -> String {
    if note.is_empty() { amount } else { format!("{amount}（{note}）") }
}

/// The largest change.
pub fn headline(good: &str, change: Change, amount: &str, period: Period, count: usize) -> String {
    let direction = Direction::of(change.percent);
    // Of what did not move nothing is the largest, nor is one the largest of one.
    if direction == Direction::Unchanged || count == 1 {
        return moved_to(good, change, amount, period);
    }
    let most = direction.choose(["涨幅最大", "跌幅最大", ""]);
    // The subtitle says since when.
    let moved = change.said(&one_moved(change.percent));
    format!("{}{good}{moved}，至{amount}，{count}种价格中{most}", period.long())
}

/// `2025年氧化钇价格比上年上涨50.0%，至每千克9美元`.
fn moved_to(good: &str, change: Change, amount: &str, period: Period) -> String {
    let to = Direction::of(change.percent).choose(["至", "至", "为"]);
    let moved = change.said(&one_moved(change.percent));
    format!("{}{good}价格{}{moved}，{to}{amount}", period.long(), on_year(period))
}

const fn on_year(period: Period) -> &'static str {
    if period.months == 12 { "比上年" } else { "同比" }
}

/// How many went which way.
pub fn finding(all: usize, ways: [usize; 3], period: Period) -> String {
    let on = on_year(period);
    // What all did is said of all.
    match first_way(ways, ["上涨", "下跌", "持平"]) {
        (1, did) if all == 1 => return format!("该价格{on}{did}。"),
        (count, did) if count == all => return format!("{all}种价格均{on}{did}。"),
        _ => {}
    }
    let ways = ways.into_iter().zip(["上涨", "下跌", "持平"]).filter(|(count, _)| *count > 0);
    let said = ways.enumerate().map(|(at, (count, did))| {
        let on = if at == 0 { on } else { "" };
        format!("{count}种{on}{did}")
    });
    format!("{all}种价格中，{}。", said.collect_vec().join("，"))
}

/// What prices are and are not.
pub fn no_trade() -> String {
    "价格为公布的特定纯度商品的平均价，不是贸易数据，也不是海关记录的价格。".to_owned()
}

/// Prices of other periods, which have no bars: each good, how it changed, to what and when.
pub fn only_in_the_table(prices: &[(String, Change, String, Period)], _: Period) -> String {
    let said = prices
        .iter()
        .map(|(good, change, amount, period)| moved_to(good, *change, amount, *period));
    format!("仅列于表中：{}。", said.collect_vec().join("；"))
}

/// What a source says of some goods.
pub fn remark(goods: &[String], all: usize, note: &str) -> String {
    match goods {
        [one] => format!("{one}：{note}。"),
        _ if goods.len() == all => format!("{all}种价格均为{note}。"),
        _ => format!("{note}：{}。", goods.join("；")),
    }
}

/// That later ones are there.
pub fn later() -> String {
    "已有更新的价格，请选择更晚的月份。".to_owned()
}

/// What the table holds.
pub fn caption() -> String {
    "价格与上年同期相比".to_owned()
}
