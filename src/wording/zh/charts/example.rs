//! 各期数值的散点图：贡献指南中的示例图。

use super::super::subject::Subject;

/// The chart's name.
pub const fn label() -> &'static str {
    "散点图"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[("散点图", "各期数值，以公布为准。")]
}

/// How many figures are drawn.
pub fn headline(subject: Subject<'_>, count: usize) -> String {
    format!("{}：{count}个数值", subject.start())
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    subject.start()
}
