//! 由自有文件得出的数值。

use crate::trade::{Measure, Unit};

words! {
    all_goods: "全部商品",
    below: "文件中下级编码之和",
    both_sides: "自身也有统计的贸易伙伴",
    derived: "文件自行推算",
    publisher: "您的文件",
    reporter: "您的文件",
    world: "全球",
}

/// How many of a sum’s partners give no figure.
fn lacking(count: usize, unit: Unit) -> String {
    let what = match unit.measure() {
        Measure::Value => "金额".to_owned(),
        Measure::Volume => "数量".to_owned(),
        Measure::Quantity => format!("以{}计的数量", unit.words()),
    };
    if count == 0 { String::new() } else { format!("；另有{count}个没有{what}") }
}

/// What one gives is no sum.
const fn sum(partners: usize) -> &'static str {
    if partners == 1 { "" } else { "之和" }
}

/// The sum of what partners report whose trade the reporter reports, too.
pub fn sum_of_reports_on_both_sides(partners: usize) -> String {
    format!("双方均有数据的{partners}个贸易伙伴的统计{}", sum(partners))
}

/// The sum of the partners that report themselves.
pub fn sum_on_both_sides(partners: usize) -> String {
    format!("自身也有统计的{partners}个贸易伙伴{}", sum(partners))
}

/// The sum of what partners report, and how many more give no figure.
pub fn sum_of_reports(partners: usize, without: usize, unit: Unit) -> String {
    let sum = sum(partners);
    format!("文件中{partners}个贸易伙伴的统计{sum}{}", lacking(without, unit))
}

/// The sum of the partners, likewise.
pub fn sum_of_partners(partners: usize, without: usize, unit: Unit) -> String {
    let lacking = lacking(without, unit);
    match partners {
        1 => format!("文件中的数值（当期只有1个贸易伙伴）{lacking}"),
        _ => format!("文件中{partners}个贸易伙伴合计{lacking}"),
    }
}

/// Whose file it is that figures come from, which, and what they were taken for.
pub fn origin(rolled_up: bool, files: &str, layouts: &[&'static str]) -> String {
    let whose = if rolled_up { "汇总文件" } else { "自有文件" };
    format!("{whose}{files}（{}）", layouts.join("；"))
}

/// The names of files, and how many more there are.
pub fn files(names: &[&str], more: usize) -> String {
    let named = names.join("、");
    if more == 0 { named } else { format!("{named}等{}个文件", names.len() + more) }
}

/// A product’s short name with its code in a list.
pub fn product(name: &str, list: &str, code: &str) -> String {
    format!("{name}（{list} {code}）")
}
