//! 商品价格。

use super::super::direction::one_moved;
use crate::trade::Period;

/// The chart's name.
pub const fn label() -> &'static str {
    "价格"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "价格",
        "公布的年度或月度平均价格，与上年同期相比，均取资料的最新版本。价格针对某一纯度的某一商品；均价（单位价值）则涵盖所有发运的货物。",
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

/// The largest change.
pub fn headline(good: &str, percent: f64, amount: &str, period: Period, count: usize) -> String {
    format!("{}{good}{}，为{amount}，在{count}种价格中变动最大", period.long(), one_moved(percent),)
}

/// How many went which way.
pub fn finding(all: usize, [up, down, unchanged]: [usize; 3]) -> String {
    format!("{all}种价格中，同比上涨{up}种，下跌{down}种，持平{unchanged}种。")
}

/// What prices are and are not.
pub fn no_trade() -> String {
    "价格为公布的特定纯度商品的平均价，不是贸易数据，也不是海关记录的价格。".to_owned()
}

/// A price of another period, which has no bar.
pub fn only_in_the_table(good: &str, percent: f64, amount: &str, period: Period) -> String {
    format!("仅列于表中：{}{good}{}，为{amount}。", period.long(), one_moved(percent))
}

/// What a source says of some goods.
pub fn remark(goods: &[String], all: usize, note: &str) -> String {
    match goods {
        [one] => format!("{one}：{note}。"),
        _ if goods.len() == all => format!("全部{all}种价格：{note}。"),
        _ => format!("{note}：{}。", goods.join("；")),
    }
}

/// That later ones are there.
pub fn later() -> String {
    "已有更新的价格，请选择更晚的月份。".to_owned()
}

/// What the table holds.
pub fn caption() -> String {
    "价格同比".to_owned()
}
