//! 文件无法打开的原因。

use super::questions::column;
use crate::trade::Unit;
use crate::wording::facts::Unused;

/// That several tables stand below one another, not all of them of trade.
pub fn stacked(count: usize, words: &str) -> String {
    format!("文件上下排列着{count}个表格，其中有的不是贸易（“{words}”）；应为一个出口或进口表格")
}

/// JSON that is too large to be held.
pub const fn large_json() -> &'static str {
    "JSON文件超过256MiB，请改用CSV"
}

/// A file without rows.
pub const fn no_rows() -> &'static str {
    "其中没有数据行"
}

/// That all of it stands in one line.
pub fn one_line(cells: usize) -> String {
    format!("全部内容只有一行，共{cells}格，换行可能已丢失，请重新保存，每行数据各占一行")
}

/// What so many rows hold instead of figures.
pub fn rows_hold(count: u64, what: Unused) -> String {
    format!("{count}行{}", unused(what))
}

/// That no row could be read, and why.
pub fn no_row_read(why: &str) -> String {
    format!("没有一行可以读取（{why}）")
}

/// That its rows gave nothing, and why each did not.
pub fn no_figures(gaps: &[(Unused, u64)]) -> String {
    let gaps: Vec<String> =
        gaps.iter().map(|(why, count)| format!("{count}行{}", unused(*why))).collect();
    format!("各行已读取，但没有得出数值（{}）", gaps.join("，"))
}

/// What rows hold that are not used.
pub const fn unused(what: Unused) -> &'static str {
    match what {
        Unused::NoFigure => "没有数值",
        Unused::Parts => "为复出口、复进口、差额等，并非另外的出口或进口",
        Unused::Groups => "为国家集团，已含在其他行中",
        Unused::OtherMeasure => "为价格、占比、指数、第二数量或同一数值的另一版本",
        Unused::OtherPrices => "为不变价、折年率或按购买力平价折算的数值，不能相加",
        Unused::OtherVersion => "为所选版本之外的版本",
        Unused::PartOfTotal => "为已有合计行的分项",
        Unused::Totals => "为合计行，不与其所含各行相加",
        Unused::Note => "为附注",
    }
}

/// That its currency is another.
pub fn other_currency(own: Unit, open: Unit) -> String {
    format!("其金额以{}计，已打开的以{}计，不能相加", own.words(), open.words())
}

/// That quantities are counted in another unit.
pub fn other_unit(product: &str, own: Unit, open: Unit) -> String {
    format!(
        "其中{product}的数量以{}计，已打开的以{}计，不能相加，未予采用",
        own.words(),
        open.words()
    )
}

/// That a known layout has no figures.
pub fn no_figure_column(layout: &str) -> String {
    format!("其中没有数值列：{layout}格式的表头应写有月份或年份")
}

/// That values are in several currencies, by their columns’ names and what the money is written with.
pub fn several_currencies(
    columns: [&str; 2],
    moneys: [(&str, Option<Unit>); 2],
    line: Option<usize>,
) -> String {
    let [one, other] = columns.map(column);
    let said =
        |(sign, money): (&str, Option<Unit>)| money.map_or_else(|| sign.to_owned(), Unit::words);
    let [money, beside] = moneys.map(said);
    let beside = match line {
        Some(line) => format!("{beside}（第{line}行）"),
        None => beside,
    };
    if one == other {
        format!("{one}的金额有{money}，也有{beside}，应为同一种货币")
    } else {
        format!("{one}的金额为{money}，{other}为{beside}，应为同一种货币")
    }
}

/// That years are those of another calendar.
pub fn far_years(name: &str, cell: &str) -> String {
    format!("{}中的{cell}不是公历年份，请换算为公历", column(name))
}

/// That a line, or the file’s name, speaks of what is no trade.
pub fn no_trade(line: &str) -> String {
    format!("从“{line}”看，内容不是贸易数据，应为出口或进口数据")
}

/// That its figures are index numbers, as a line says.
pub fn index_numbers(line: &str) -> String {
    format!("其数值为指数（“{line}”），而非金额或数量")
}

/// That a column holds no trade, by its figures below zero.
pub fn balances(name: &str) -> String {
    format!("{}是差额或变动（有小于零的数值），应为出口或进口的数值", column(name))
}

/// That a column repeats one figure.
pub fn constant(name: &str) -> String {
    format!(
        "{}中每个贸易伙伴的数值在各个时期都相同，是同一数值的重复，而所需的是各月或各年的数值",
        column(name)
    )
}

/// That its columns of figures hold no amounts of trade, by their names.
pub fn no_amounts(names: &[&str]) -> String {
    format!(
        "其中的数值（{}）是差额、占比、价格、指数、变动或不变价数值，应为出口或进口的数值",
        names.join("、")
    )
}

/// That it is no table of trade.
pub const fn no_trade_table() -> &'static str {
    "没有找到时期列和数值列：每行应有一个时期（月份或年份）和至少一个数值"
}

/// That it has a column for each country.
pub const fn country_columns() -> &'static str {
    "表中每个国家（地区）各占一列，应各占一行"
}

/// That countries and goods share a column.
pub const fn countries_head_goods() -> &'static str {
    "国家（地区）与其各项商品交替排在同一列，应各占一列"
}

/// That no line names its columns.
pub const fn no_header() -> &'static str {
    "没有找到表头及其下的数值，请打开有表头的数据表"
}

/// That nothing parts its columns.
pub const fn no_columns() -> &'static str {
    "没有逗号、分号、制表符或竖线，不能分列，请另存为CSV后再打开"
}

/// That its years stand between its rows.
pub const fn years_between_rows() -> &'static str {
    "年份单独成行，写在所属各行之上，应为每行都有年份的表格"
}

words! {
    archive: "文件是压缩包，请解压后打开其中的CSV",
    bzip2: "文件用bzip2压缩，请解压后打开其中的CSV",
    compressed_twice: "文件经过两次压缩，或此浏览器无法解压",
    empty: "文件是空的",
    no_text: "文件不是文本，也不是可读的电子表格，可能已损坏",
    no_text_at_first: "文件开头不是文本，也不是电子表格，可能已损坏",
    old_spreadsheet: "文件是旧版电子表格（.xls），请将工作表存为CSV",
    of_statistics: "文件是统计软件的数据文件（Stata、SPSS），请在该软件中存为CSV",
    parquet: "文件为Parquet格式，请存为CSV，或先用汇总工具处理",
    pdf: "文件是PDF，请将其中的表格存为CSV",
    picture: "文件是图片，请将数据存为CSV",
    spreadsheet: "文件是电子表格或压缩包（.xlsx、.zip），请将工作表存为CSV",
    web_page: "文件是网页而非数据，请下载数据的CSV文件",
}

/// A line that has no end.
pub fn endless_line(line: u64) -> String {
    format!("第{line}行超过1MiB仍未结束，请将表格存为CSV")
}

/// A line of more columns than any table’s.
pub fn wide_line(line: u64) -> String {
    format!("第{line}行超过4,096列，请删去不需要的列")
}

/// A line with a quote that does not end.
pub fn open_quote(line: u64) -> String {
    format!("第{line}行的引号没有闭合，请补上引号或重新存为CSV")
}
