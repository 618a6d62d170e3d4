//! 贸易伙伴或商品表。

use super::charts::parts;
use super::numbers::exact;
use super::subject::Subject;
use crate::statistics::structure::Side;
use crate::trade::{Measure, Period, Unit};
use crate::wording::facts::Parts;

/// What is broken down, and by what.
pub fn title(trade: Subject<'_>, by: Side) -> String {
    match by {
        Side::Partner => {
            parts::by(&Subject { with: None, ..trade }.start(), Parts { by, flow: trade.flow })
        }
        Side::Product => {
            format!("{}{}{}的商品构成", trade.reporter(), trade.partner(), trade.flow.plural())
        }
    }
}

/// The periods compared.
pub fn caption(subject: &str, now: Period, before: Period) -> String {
    format!("{subject}：{}与{}相比", now.long(), before.long())
}

/// The head of the rows' names.
pub const fn names(by: Side) -> &'static str {
    match by {
        Side::Product => "商品",
        Side::Partner => "贸易伙伴",
    }
}

/// A column's head.
pub const fn value() -> &'static str {
    "金额"
}

/// A column's head.
pub const fn quantity() -> &'static str {
    "数量"
}

/// A column's head.
pub const fn unit_value() -> &'static str {
    "均价"
}

/// A column's head.
pub const fn share() -> &'static str {
    "占比（%）"
}

/// A column's head.
pub const fn change() -> &'static str {
    "比上年增减（%）"
}

/// A column's head.
pub const fn contribution() -> &'static str {
    "拉动（百分点）"
}

/// What shares and contributions are of.
pub fn counted_by(measure: Measure, unit: Option<Unit>, total: Option<&str>) -> String {
    let what = match measure {
        Measure::Value => "金额".to_owned(),
        _ => unit.map_or_else(|| "数量".to_owned(), |unit| format!("数量（{}）", unit.symbol())),
    };
    let of = total.map_or_else(
        || "没有总量，因此没有占比和拉动".to_owned(),
        |total| format!("占比指占“{total}”的比重，拉动指对总量增减幅度的贡献"),
    );
    format!("按{what}计；{of}。任一年没有数据的，不计算增减，也不视为零。")
}

/// What the marks behind figures mean, of those that are there.
pub fn marks(derived: bool, summed: bool) -> String {
    let all = [(derived, "*由公布值推算"), (summed, "†由本页相加")];
    let there: Vec<&str> =
        all.into_iter().filter(|(there, _)| *there).map(|(_, words)| words).collect();
    if there.is_empty() { String::new() } else { format!("{}。", there.join("；")) }
}

/// How much of the total the partners listed make up.
pub fn covered(partners: usize, share: f64, groups: bool) -> String {
    if groups && partners == 1 {
        return format!("有数据的单个国家（地区）只有1个，占总量的{}%。", exact(share, 1));
    }
    format!("有数据的{partners}个贸易伙伴占总量的{}%。", exact(share, 1))
}

/// A total whose value or quantity some partners do not give: `全球（数量不含日本）`.
pub fn without(name: &str, [value, quantity]: &[Vec<&str>; 2]) -> String {
    let said = |what: &str, lacking: &[&str]| match lacking {
        [] => None,
        [one] => Some(format!("{what}不含{one}")),
        _ => Some(format!("{what}不含{}个贸易伙伴", lacking.len())),
    };
    let all = [said("金额", value), said("数量", quantity)];
    let all: Vec<String> = all.into_iter().flatten().collect();
    if all.is_empty() { name.to_owned() } else { format!("{name}（{}）", all.join("，")) }
}

/// Why another period than the month under study is shown.
pub fn too_few(by: Side, studied: Period, shown: Period) -> String {
    format!("{}有数据的{}太少，现显示{}。", studied.long(), names(by), shown.long())
}

/// The same of a reader's own files.
pub fn too_little(studied: Period, shown: Period) -> String {
    format!("{}的数据太少，现显示{}。", studied.long(), shown.long())
}

/// Why all lines together have no unit value, and what their totals are of.
pub const fn one_sided(by: Side) -> &'static str {
    match by {
        Side::Partner => "并非所有贸易伙伴的金额、数量俱全：合计只含有数据的伙伴，不计算总体均价。",
        Side::Product => "并非所有商品的金额、数量俱全：合计只含有数据的商品，不计算总体均价。",
    }
}

/// What the world is, of which a file has no total.
pub const fn summed_total() -> &'static str {
    "文件没有全部伙伴的总量：世界一行为文件所列单个伙伴之和，国家集团可能超过它。"
}

/// Why products have no total.
pub const fn no_total() -> &'static str {
    "文件没有全部商品的总量，所列编码又不在同一层级，因此不作相加。"
}

/// Heads in a file beside those of the table: a row's code, what it is, its period, and how its figures
/// came about.
pub const fn file_heads() -> [&'static str; 4] {
    ["代码", "类别", "时期", "性质"]
}

/// What a row is, in a file.
pub fn kind(code: &'static str) -> &'static str {
    match code {
        "total" => "总量",
        "part" => "组成部分",
        "group" => "国家集团或大类",
        "outside" => "总量之外",
        other => other,
    }
}
