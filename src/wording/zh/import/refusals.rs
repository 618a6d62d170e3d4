//! 文件无法打开的原因。

use crate::trade::Unit;

/// JSON that is too large to be held.
pub const fn large_json() -> &'static str {
    "JSON文件超过256 MiB，请改用CSV"
}

/// A file without rows.
pub const fn no_rows() -> &'static str {
    "其中没有数据行"
}

/// What so many rows hold instead of figures.
pub fn rows_hold(count: u64, what: &str) -> String {
    format!("{count}行为{}", gap(what))
}

/// That no row could be read, and why.
pub fn no_row_read(why: &str) -> String {
    format!("没有一行可以读取（{why}）")
}

/// That its rows gave nothing, and why each did not.
pub fn no_figures(gaps: &[(&'static str, u64)]) -> String {
    let gaps: Vec<String> =
        gaps.iter().map(|(why, count)| format!("{count}行为{}", gap(why))).collect();
    format!("各行已读取，但没有得出数值（{}）", gaps.join("，"))
}

/// What a row holds instead of a figure.
fn gap(why: &str) -> &str {
    match why {
        "no figure in the row" => "没有数值的行",
        "re-exports, re-imports and balances, already covered by other rows" => {
            "转口、复进口和差额，已含在其他行中"
        }
        "groups of countries, already covered by other rows" => "国家组，已含在其他行中",
        "prices, shares, indices and second versions of a figure" => {
            "价格、占比、指数和同一数值的另一版本"
        }
        "other versions than the one chosen" => "所选版本之外的版本",
        "parts of totals that have rows of their own" => "已有合计行的组成部分",
        "rows of totals, already covered by other rows" => "合计行，已含在其他行中",
        "lines of notes" => "附注",
        other => other,
    }
}

/// That its currency is another.
pub fn other_currency(own: Unit, open: Unit) -> String {
    format!("其金额以{}计，已打开的以{}计，不能相加", own.words(), open.words())
}

/// That a known layout has no figures.
pub fn no_figure_column(layout: &str) -> String {
    format!("{layout}格式的文件应在表头写明月份或年份，其中没有数值列")
}

/// That its columns are months of no year.
pub const fn months_without_year() -> &'static str {
    "各列以月份命名，但上方没有写明年份"
}

/// That its figures are index numbers, as a line says.
pub fn index_numbers(line: &str) -> String {
    format!("其数值为指数（“{line}”），而非金额或数量")
}

/// That it is no table of trade.
pub const fn no_trade_table() -> &'static str {
    "没有同时找到可识别的月份或年份列与数值列，不是贸易数据表"
}

/// That it has a column for each country.
pub const fn country_columns() -> &'static str {
    "表中每个国家各占一列，应为每个国家各占一行"
}

/// That no line names its columns.
pub const fn no_header() -> &'static str {
    "没有一行是列名且其下有数值，不是数据表"
}

/// That nothing parts its columns.
pub const fn no_columns() -> &'static str {
    "各列之间没有逗号、分号或制表符，不是数据表"
}
