//! 命令的输出（图表文字除外）。

use super::super::charts::opening::in_quantities;
use super::super::charts::sources::date;
use super::super::subject::Subject;
use crate::trade::Measure;

/// That a trade has no monthly figures, by the day until which what counts was published.
pub fn no_monthly_figures(
    subject: Subject<'_>,
    measure: Measure,
    day: Option<&str>,
    known: bool,
) -> String {
    if !known {
        return format!("数据中没有商品“{}”", subject.product());
    }
    let day = day.map_or_else(String::new, |day| format!("截至{}，", date(day)));
    let unit = if measure == Measure::Quantity { in_quantities() } else { "" };
    format!("{day}数据中没有{unit}{}的月度数据", subject.within())
}

/// That a folder of data is in order, and what it holds.
pub fn no_errors(folder: &str, [figures, sources, products, events]: [usize; 4]) -> String {
    format!(
        "{folder}：{figures}个数值，{sources}个来源，{products}个商品，{events}个事件，未发现错误"
    )
}

/// A file that the build made from another one, which has been changed since.
pub fn stale(path: &str, of: &str) -> String {
    format!("{path}：由旧版{of}生成，删除后网页会改为读取{of}")
}

/// What stands above published figures that do not agree.
pub const fn disagreements() -> &'static str {
    "互不一致的公布值（不是错误，网页会予以说明）："
}

/// How many errors a folder of data has.
pub fn errors(folder: &str, count: usize) -> String {
    format!("{folder}：有{count}处错误待更正")
}

/// A comparison, its outcome and what was compared, in columns: a Chinese letter is as wide as two others.
pub fn beside(label: &str, outcome: &str, detail: &str) -> String {
    let width = 16_usize.saturating_sub(label.chars().count() * 2);
    format!("{label}{:width$} {outcome:>8}  {detail}", "")
}
