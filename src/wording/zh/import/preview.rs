//! 文件将怎样读取。

use super::super::quantity;
use crate::trade::{Flow, Period, Quantity};

/// What a file's own reporter is called where it has no name.
pub const fn own_reporter() -> &'static str {
    "报告国（地区，文件未写明）"
}

/// What goods are called that have no name.
pub const fn unnamed_goods() -> &'static str {
    "未指明的商品"
}

/// What sums do not hold, because it holds others or may.
pub fn left_out(names: &[&str]) -> String {
    let more = if names.len() > 4 { "等" } else { "" };
    format!(
        "以上合计不含{}{more}：它们已含或可能含有其他各项",
        names.get(..4).unwrap_or(names).join("、")
    )
}

/// All countries together.
pub const fn world() -> &'static str {
    "全球"
}

/// A period as figures are listed by.
pub fn period(period: Period) -> String {
    period.long()
}

/// Whose trade with whom.
pub fn trade(reporter: &str, flow: Flow, partner: &str) -> String {
    if flow == Flow::Import {
        format!("{reporter}自{partner}进口")
    } else {
        format!("{reporter}对{partner}出口")
    }
}

/// What heads sums that are of the first rows alone.
pub fn first_rows(rows: usize) -> String {
    format!("以下合计仅含前{rows}行：")
}

/// How many figures of one length a year has.
pub fn of_year(year: i32, flow: Flow, months: u16, count: u32) -> String {
    let length = match months {
        1 => "单月".to_owned(),
        12 => "全年".to_owned(),
        months => format!("{months}个月合计"),
    };
    format!("{year}年{}，{length}：{count}个数值", flow.plural())
}

/// A figure of a row, to its last digit.
pub fn amount(amount: Quantity) -> String {
    quantity::to_the_last_digit(amount)
}

/// A sum of many, as a sentence gives it.
pub fn sum(sum: Quantity) -> String {
    if sum.value.abs() < 1e5 { amount(sum) } else { quantity::in_a_sentence(sum) }
}

words! {
    as_written: "按各单元格所写",
    day_first: "日在月前",
    day_numbers: "电子表格的日期序号",
    in_the_header: "时期写在表头",
    month_first: "月在日前",
    no_sums: "哪些行应相加取决于尚未回答的问题，因此暂不列合计。",
    year_and_month: "年和月各占一列",
    years_only: "只有年份",
}

/// Years that begin in another month than January.
pub fn years_from(month: u32) -> String {
    format!("年度自{month}月起")
}
