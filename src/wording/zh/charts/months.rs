//! 逐月走势。

use super::super::subject::Subject;

/// The chart's name.
pub const fn label() -> &'static str {
    "逐月走势"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[("12个月均值", "当月与此前11个月之和除以12。")]
}

/// What stands at the mean's line.
pub const fn mean() -> &'static str {
    "12个月均值"
}

/// What is drawn besides the months.
pub const fn mean_drawn() -> &'static str {
    "；粗线为12个月均值"
}

/// What the mean is of.
pub const fn mean_note() -> &'static str {
    "12个月均值涵盖当月和此前11个月；其中有缺失月份，或会拆开1—2月合计数的，不予计算。"
}

/// What the table holds.
pub fn caption(subject: Subject<'_>, step: &str) -> String {
    format!("{}{step}度数据", subject.start())
}
