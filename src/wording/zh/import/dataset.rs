//! 数据集各单元格应有的内容。

use super::super::numbers::exact;
use super::super::subject::Subject;
use crate::trade::{Period, Unit, UnitRatio};

words! {
    address: "以http://或https://开头的网址",
    address_or_nothing: "以http://或https://开头的网址，或留空",
    another_product: "本文件中的另一商品，或留空",
    article: "the，或留空",
    calendar_day: "日期，YYYY-MM-DD",
    closing_quote: "后引号",
    country: "WLD或大写的国家（地区）代码",
    country_of_partners: "WLD或partners.csv中大写的国家（地区）代码",
    date_or_nothing: "YYYY-MM-DD、YYYY-MM、YYYY，或留空",
    derived_how: "推算值的计算方法",
    edition: "出版物及其版本",
    file_beside: "同一文件夹中的文件名，如more.csv",
    file_named: "dataset.csv列出的文件",
    flow: "export、import或quota",
    goods_short_name: "其他行没有的简称",
    headline_mark: "yes或wider，各限一行，或留空",
    hs_codes: "2至10位的HS编码，以空格分隔",
    key: "dataset.csv可用的键，每个限用一次",
    measure: "volume、value或quantity",
    members: "本文件中的代码，以竖线分隔，如FRA、GBR:..2020-01、HRV:2013-07..",
    money: "货币代码",
    month: "存在的月份，YYYY-MM",
    month_or_year: "月份（YYYY-MM）或年份（YYYY）",
    months: "1至600的整数，表示月数",
    name: "用于显示的名称",
    no_part_of_itself: "本身不属于该商品的商品",
    no_super_group: "不以该集团为成员的集团",
    number: "不小于0、最多15位的数字，如4416、4205.8",
    one_flow_or_nothing: "仅在该流向上属于上级商品时填export或import，否则留空",
    open_quote: "没有闭合的引号",
    outline: "代码、位置和由整数组成的轮廓，以制表符分隔",
    partner_code: "其他行没有的代码，2至8个大写字母或数字",
    partner_listed: "partners.csv中的代码",
    phrase: "数据中的短语及其译文，以竖线分隔，如rounded|gerundet",
    priced: "所报价格的商品",
    price_unit: "单位数量的金额，如USD/kg",
    product_listed: "products.csv中的商品",
    products_listed: "products.csv中的商品，以竖线分隔",
    publication: "出版物",
    published_by: "公布者",
    question: "地址、竖线和问题，如?chart=heat|何时贸易清淡？",
    source_kind: "customs、agency、press或analyst",
    source_short_name: "其他行没有的简称，不含空格",
    sources: "sources.csv中的来源，各列一次，以空格分隔",
    status: "reported、revised或derived",
    unique_names: "名称，以竖线分隔，不得与其他行相同",
    unit: "与计量方式相符的单位：volume为重量，如t、kg；value为货币代码，如USD；quantity为其他计量单位，如piece、l",
    way: "export或import",
    what_happened: "事件内容",
    whole_number_or_nothing: "整数，或留空",
    words: "文字",
    year: "年份，YYYY",
    weight: "以重量单位开头，如t或kg",
}

/// Where something stands in a file: the line where it is one, the column where it is a cell.
pub fn place(file: &str, line: u64, column: &str) -> String {
    let line = if line > 0 { format!("第{line}行") } else { String::new() };
    let column = if column.is_empty() { String::new() } else { format!("{column}列") };
    format!("{file}{line}{column}")
}

/// What was found there, and what was expected.
pub fn wrong(place: &str, found: &str, expected: &str) -> String {
    format!("{place}：实际为“{found}”，应为{expected}")
}

/// A row of so many cells.
pub fn cells(count: u64) -> String {
    format!("{count}个单元格")
}

/// The columns of a file in their order, those that it may lack in brackets.
pub fn header(columns: &str, some_may_lack: bool) -> String {
    let order = if some_may_lack { "，按此顺序，方括号内为可省略的列" } else { "" };
    format!("表头{columns}{order}")
}

/// The names of holiday calendars.
pub fn calendar(names: &str) -> String {
    format!("节日历法的名称（{names}）")
}

/// The product that has a mark.
pub fn marked(mark: &str) -> String {
    format!("products.csv中标有{mark}的商品")
}

/// The unit that a series has already.
pub fn same_unit(unit: &str, line: u64) -> String {
    format!("{unit}，与第{line}行的同一序列相同（以其他单位计的数值应放在另一文件中）")
}

/// The unit that a good is priced in already.
pub fn same_price_unit(unit: UnitRatio, line: u64) -> String {
    let (of, per) = (unit.of.code(), unit.per.code());
    format!("{of}/{per}，与第{line}行的同一商品相同（同一商品只用一种价格单位）")
}

/// One report of a figure by a source; it stands on a line, or else in a file read before.
pub fn one_report(line: Option<u64>) -> String {
    match line {
        None => "同一来源对同一单元只有一个数值（此前读取的文件中已有）".to_owned(),
        Some(line) => format!("同一来源对同一单元只有一个数值（第{line}行已有）"),
    }
}

/// Bytes that are no text.
pub const fn no_utf8() -> [&'static str; 2] {
    ["非UTF-8编码的内容", "UTF-8"]
}

/// That the cumulative figures of a series and its months do not agree: what the ones rise by, what the
/// others add up to, and how far they lie apart.
pub fn discrepancy(subject: Subject<'_>, unit: Unit, period: Period, sizes: [f64; 3]) -> String {
    let [cumulative, months, apart] =
        sizes.map(|size| format!("{}{}", exact(size.abs(), 1), unit.one()));
    let what = if period.months == 1 { "当月公布数为" } else { "各月公布数合计" };
    format!(
        "{}，{}：由累计数相减得{cumulative}，{what}{months}，前者{}{apart}",
        subject.trade(),
        period.long(),
        if sizes[2] < 0.0 { "少" } else { "多" },
    )
}
