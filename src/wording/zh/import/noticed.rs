//! 对文件所作的假定，以及读取时发现的情况。

use super::questions::{self, column};
use crate::trade::{Flow, Month, Period, Unit};
use crate::wording::facts::{Multiplier, Source};
use crate::wording::numbers::exact;

/// Rows without a partner.
pub fn blank_totals(name: &str) -> String {
    format!("“{name}”列为空的行是其他各行的合计")
}

/// Whose trade a title says it is.
pub fn reporter_of_title(code: &str, words: &str) -> String {
    format!("报告国（地区）{code}取自表题“{words}”")
}

/// That rows are of something else than trade.
pub fn rows_of_no_trade(names: &[&str]) -> String {
    format!("“{}”等行不是出口或进口，未予读取", names.get(..4).unwrap_or(names).join("”、“"))
}

/// That figures count in a unit that nobody knows.
pub fn own_unit(unit: &str) -> String {
    format!("数量单位为“{unit}”，按文件自有单位显示")
}

/// Whose trade it is, by what stands beside the table, in the file's name or in all rows.
pub fn reporter_found(code: &str, source: Source<'_>) -> String {
    format!("报告国（地区）按{code}处理：{}", questions::source(source))
}

/// Codes that have the number of their section before them.
pub fn behind_section(cell: &str, length: usize) -> String {
    let code = cell.get(cell.len().saturating_sub(length)..).unwrap_or(cell);
    format!("商品编码前的类号不计入：{cell}即HS {code}")
}

/// Whose trade it is, by the column of where all of it comes from or goes to.
pub fn reporter_of_column(name: &str, word: &str) -> String {
    format!("报告国（地区）为{}中唯一的国家（地区）“{word}”", column(name))
}

/// Whose trade it is, by where all exports come from.
pub fn reporter_of_exports(code: &str) -> String {
    format!("报告国（地区）{code}为所有出口的原产国（地区）")
}

/// Who exports to whom, by the columns of both.
pub fn exports_from_to(from: &str, to: &str) -> String {
    format!("每行视为由{}所列一方向{}所列一方的出口", column(from), column(to))
}

/// With whom a title says it is.
pub fn partner_of_title(code: &str, words: &str) -> String {
    format!("贸易伙伴（{code}）取自表题“{words}”")
}

/// With whom the heading of a column says it is.
pub fn partner_of_heading(code: &str, name: &str) -> String {
    format!("贸易伙伴（{code}）取自列名“{name}”")
}

/// What figures count, by a line above or below the table.
pub fn unit_of_title(line: &str) -> String {
    format!("数值按数量而非金额读取：“{line}”写明了单位")
}

/// The year of the headings.
pub fn year_of_title(year: u32) -> String {
    format!("表头的年份（{year}）取自表题")
}

/// Which months the headings' years stand for.
pub fn months_of_title(words: &str) -> String {
    format!("列名中的各年仅指表题所写的月份：{words}")
}

/// That a column adds up the months of a year.
pub fn running(name: &str) -> String {
    format!("{}各月的数值为该年累计，如列名所写", column(name))
}

/// The goods.
pub fn goods_of_title(code: &str) -> String {
    format!("商品（{code}）取自表题")
}

/// That nothing says which goods they are.
pub const fn unnamed_goods() -> &'static str {
    "各列和表题都未写明是什么商品，不写商品名称"
}

/// That nothing says whose trade it is.
pub const fn unnamed_reporter() -> &'static str {
    "文件未写明报告国（地区）"
}

/// What says that it is of all goods.
pub fn all_goods(source: Source<'_>) -> String {
    format!("按全部商品处理：{}", questions::source(source))
}

/// Two names that are taken for one country.
pub fn one_country(one: &str, other: &str) -> String {
    format!("“{one}”和“{other}”按同一国家（地区）处理")
}

/// Two names that stand beside one code of goods.
pub fn one_product(code: &str, one: &str, other: &str) -> String {
    format!("编码{code}有“{one}”和“{other}”两个名称，按同一商品计算")
}

/// Which of several columns was read.
pub fn read_from(flow: Flow, name: &str, others: &[&str]) -> String {
    format!("{}取自{}，未采用的有：{}", flow.plural(), column(name), others.join("、"))
}

/// That partners have numbers of nobody knows whose list.
pub fn numbered_partners(name: &str) -> String {
    format!("贸易伙伴以{}中的编号显示，文件未写明编号出自哪个名录", column(name))
}

/// That partners have numbers of the US Census Bureau's list.
pub fn census_partners(name: &str) -> String {
    format!("{}的数字按美国人口普查局的国家（地区）代码读取", column(name))
}

/// That partners have numbers of the European Union's list.
pub fn eurostat_partners(name: &str) -> String {
    format!("{}的数字按欧盟统计局的国家（地区）代码读取", column(name))
}

/// That a multiplier is stated twice.
pub fn multiplied_once(name: &str) -> String {
    format!("{}与别处写明的倍数相同，只乘一次", column(name))
}

/// That figures are of more than goods.
pub fn services(words: &str) -> String {
    format!("数值不只包括货物：“{words}”")
}

/// That the only column of countries was taken for partners.
pub fn partners_of_column(name: &str) -> String {
    format!("{}中的国家（地区）视为贸易伙伴：文件未写明它们是报告国（地区）", column(name))
}

/// That a column of codes says who partners are.
pub fn partners_by_code(name: &str) -> String {
    format!("名称未能识别的贸易伙伴按{}的代码确定", column(name))
}

/// Which column goods are taken from.
pub fn goods_of_column(name: &str) -> String {
    format!("商品取自{}", column(name))
}

/// Which column names goods, beside the one of their codes.
pub fn names_of_goods(name: &str) -> String {
    format!("商品名称取自{}", column(name))
}

/// That a quantity may belong to other values than those of the chosen column.
pub fn quantity_of_others([values, quantity]: [&str; 2]) -> String {
    format!("{}的数量可能与{}的金额范围不同", column(quantity), column(values))
}

/// That a total is added up with what it may be the total of.
pub fn added_to_total(total: &str) -> String {
    format!("“{total}”与其他各行相加，但它可能就是其他各行的合计")
}

/// How many partners, or reporters, have names that nobody knows, and the first of them.
pub fn unknown_names(count: usize, first: &[&str], reports: bool) -> String {
    let whom = if reports { "报告国（地区）" } else { "贸易伙伴" };
    let more = if count > first.len() { "等" } else { "" };
    format!(
        "{count}个{whom}未能识别为国家、地区或国家集团，按文件中的名称显示：{}{more}",
        first.join("、")
    )
}

/// That all partners have one figure in a period.
pub fn alike_partners(period: &str, count: u32) -> String {
    format!("请核对数值：{period}及其他多数时期，{count}个贸易伙伴的数值完全相同，可能是合计数")
}

/// That a direction's figures are written with a minus.
pub fn minus(name: &str) -> String {
    format!("{}的数值都带负号，读取时略去负号", column(name))
}

/// How many sums are below zero.
pub fn below_zero(count: usize) -> String {
    format!("有{count}个合计为负数，请检查带负号的行")
}

/// How many quantities of zero stand for none.
pub fn zeros(count: u64) -> String {
    format!("有{}个数量为0而金额不为0，视为未报告数量", exact(count as f64, 0))
}

/// How many sums lack the quantity of some rows that belong to them.
pub fn incomplete(count: usize) -> String {
    format!("有{count}个数量偏低：相加的行中有的只有金额而无数量")
}

/// How many tables that stand below one another are read as one.
pub fn tables_joined(count: usize) -> String {
    format!("列相同的{count}张表合并读取，各按其表题")
}

/// Tables of a file that are no trade.
pub fn tables_not_used(titles: &[String]) -> String {
    format!("以下表不是贸易数额，未使用：{}", titles.join("；"))
}

/// Tables of a file without months, years or figures.
pub fn tables_not_read(names: &[String]) -> String {
    format!("以下表没有时期或贸易数值，未使用：{}", names.join("、"))
}

/// A table that stands twice.
pub fn table_again(title: &str) -> String {
    format!("表“{title}”出现两次，只读一次")
}

/// How many figures of months are not published yet.
pub fn unpublished(last: Month, count: usize) -> String {
    let last = super::preview::period(Period::month(last));
    format!("{last}之后的{count}个零值未使用：各行在此后都没有数值，应尚未公布")
}

/// That an answer was given to a question that is not asked.
pub fn not_asked(id: &str) -> String {
    format!("回答“{id}”未使用：这个文件没有提出该问题")
}

/// How many totals are of a year that is not over.
pub fn unfinished_years(count: usize) -> String {
    format!("有{count}个年度合计只是该年已有各月之和，不予使用")
}

/// What the line above a table multiplies its figures by.
pub fn multiplied(digits: &str) -> String {
    format!("按表格上方的说明，所有数值乘以{digits}")
}

/// That a file was left out.
pub const fn left_out() -> &'static str {
    "按您的选择未读取：其数值与另一文件不同"
}

/// That a file holds nothing new.
pub const fn repeats() -> &'static str {
    "与其他文件的数值重复，没有重复计算"
}

/// How many figures of a file others have too.
pub fn repeats_some(repeated: u64, replaced: u64) -> String {
    if replaced == 0 {
        return format!("其中{repeated}个数值与此前的文件全部相同，没有重复计算");
    }
    format!(
        "其中{repeated}个数值与此前的文件相同，{replaced}个不同：采用后一文件的数值，没有重复计算"
    )
}

/// That a title or a sheet's name says the direction.
pub fn flow_of_title(flow: Flow, words: &str) -> String {
    format!("按表题认定为{}：{words}", flow.plural())
}

/// That the head of the partners' column says the direction.
pub fn flow_of_column(flow: Flow, name: &str) -> String {
    format!("按{}认定为{}", column(name), flow.plural())
}

/// Which columns are left out as they are of no goods.
pub fn no_goods(names: &[&str]) -> String {
    format!("以下各列不是货物的出口或进口，已略去：{}", names.join("、"))
}

/// That a column is the total of all goods.
pub fn total_column(name: &str) -> String {
    format!("{}为全部商品的合计", column(name))
}

/// That names of series are read in parts, and which these are.
pub fn series_parted(parts: &[String]) -> String {
    format!("序列名称按以下部分读取：{}", parts.join("、"))
}

/// That rows of several ports or districts are parts of one figure.
pub fn parts_of_customs(name: &str) -> String {
    format!("仅{}不同的各行视为部分，已相加", questions::column(name))
}

/// That two digits are the sections of the Harmonized System.
pub fn sections(name: &str) -> String {
    format!("{}的编码是协调制度（HS）的类，不是章", column(name))
}

/// Which columns are sums of others.
pub fn sums_of_columns(names: &[&str]) -> String {
    format!("以下各列为其他列之和，不重复计入：{}", names.join("、"))
}

/// Which columns of figures, which of names and which others were not used.
pub fn columns_not_used(lists: &[Vec<String>; 3]) -> String {
    let kinds = ["数值列", "名称列", "其他列"].into_iter().zip(lists);
    let kinds = kinds.filter(|(_, names)| !names.is_empty());
    let kinds: Vec<String> =
        kinds.map(|(kind, names)| format!("{kind}：{}", some(names))).collect();
    format!("以下各列未采用：{}", kinds.join("；"))
}

/// As many names as one line has room for.
fn some(names: &[String]) -> String {
    match names.get(..MOST_NAMED) {
        Some(first) if names.len() > MOST_NAMED => {
            format!("{}等{}列", first.join("、"), names.len())
        }
        _ => names.join("、"),
    }
}

/// How many names of columns one line has room for.
const MOST_NAMED: usize = 24;

/// Which of several columns of values was read.
pub fn values_read_from(name: &str, other: &str) -> String {
    format!("金额取自{}，未采用{}", column(name), column(other))
}

/// The code of money that a file does not name.
const UNNAMED: &str = "XXX";

/// What values are in.
pub fn values_in(unit: Unit, each: &Multiplier<'_>) -> String {
    if unit.code() == UNNAMED {
        let each = match each {
            Multiplier::Column(name) => format!("，乘以{}所写的倍数", column(name)),
            Multiplier::Rows => "，乘以各行所写的倍数".to_owned(),
            Multiplier::One => String::new(),
            Multiplier::Times(digits) => thousands(digits)
                .map_or_else(|| format!("，乘以{digits}"), |many| format!("，以{many}计")),
        };
        return format!("金额币种不详{each}");
    }
    let unit = unit.words();
    match each {
        Multiplier::Column(name) => format!("金额单位为{unit}，乘以{}所写的倍数", column(name)),
        Multiplier::Rows => format!("金额单位为{unit}，乘以各行所写的倍数"),
        Multiplier::One => format!("金额单位为{unit}"),
        Multiplier::Times(digits) => match thousands(digits) {
            Some(many) => format!("金额单位为{many}{unit}"),
            None => format!("金额单位为{unit}，乘以{digits}"),
        },
    }
}

/// The word of a multiplier that has one.
fn thousands(digits: &str) -> Option<&'static str> {
    Some(match digits {
        "1,000" => "千",
        "10,000" => "万",
        "1,000,000" => "百万",
        "100,000,000" => "亿",
        "1,000,000,000" => "十亿",
        _ => return None,
    })
}

/// What quantities are in: how many kilograms one of them is.
pub fn quantities_in(kilograms: &str) -> String {
    match kilograms {
        "1,000" => "数量单位为吨".to_owned(),
        "1" => "数量单位为千克".to_owned(),
        digits => format!("数量单位为{digits}千克"),
    }
}
