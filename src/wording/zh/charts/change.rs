//! 各月增减幅度。

use super::super::subject::Subject;
use crate::statistics::{Against, Comparison};

/// The chart's name.
pub const fn label() -> &'static str {
    "增减幅度"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[("增减幅度", "按所选比较方式计算的各月增减百分比；没有基数的月份不画柱。")]
}

/// What is drawn.
pub fn subtitle(comparison: Comparison, step: &str) -> String {
    format!("{}增减幅度（%），{step}度数据", comparison.label())
}

/// A figure beside the one it is compared with: `4,416吨；2024年10月为4,753吨`.
pub fn against(current: &str, base: &str, against: &Against) -> String {
    format!("{current}；{against}为{base}")
}

/// What the table holds.
pub fn caption(subject: Subject<'_>, comparison: Comparison) -> String {
    format!("{}：{}", subject.start(), comparison.label())
}
